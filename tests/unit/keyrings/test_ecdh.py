"""The ECDH keyrings, raw and KMS: format against one that is written out here, schemas, and what does not open."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
)

from esdkit.cmm.config import read_keyring
from esdkit.crypto.ecdh import compressed_point, decode_point
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, KmsError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, KmsEcdhKeyring, MultiKeyring, RawEcdhKeyring
from esdkit.keyrings.kms.client import KmsClient
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import SUITES
from tests.each import each
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms

CURVES: dict[str, type[ec.EllipticCurve]] = {"P-256": ec.SECP256R1, "P-384": ec.SECP384R1, "P-521": ec.SECP521R1}
ALICE = {name: ec.generate_private_key(curve()) for name, curve in CURVES.items()}
BOB = {name: ec.generate_private_key(curve()) for name, curve in CURVES.items()}
SUITE = SUITES[0x0478]
CONTEXT = {"creator": "ben", "\u00fc": ""}
DATA_KEY = bytes(range(32))
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
each_curve = each("curve", CURVES)


def private_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_der(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def alice(curve: str) -> RawEcdhKeyring:
    return RawEcdhKeyring.static(curve, private_key=ALICE[curve], public_key=BOB[curve].public_key())


def bob(curve: str) -> RawEcdhKeyring:
    return RawEcdhKeyring.discovery(curve, private_key=BOB[curve])


def independently_wrapped(curve: str, context: dict[str, str] = CONTEXT, data_key: bytes = DATA_KEY, version: int = 1) -> EncryptedDataKey:
    """Alice to Bob, made without the code under test."""
    sender, recipient = point(ALICE[curve]), point(BOB[curve])
    secret = ALICE[curve].exchange(ec.ECDH(), BOB[curve].public_key())
    label = b"ecdh-key-derivation\0" + curve.replace("-", "").lower().encode() + b"\0HMAC_SHA384\0"
    fixed = label + sender + recipient + b"\0\1\0" + serialize_encryption_context(context)
    salt = bytes(range(32))
    blocks = [hmac.digest(secret, i.to_bytes(4, "big") + fixed + b"\0" + salt + (512).to_bytes(4, "big"), "sha384") for i in (1, 2)]
    derived = b"".join(blocks)[:64]
    info = bytes([version]) + b"".join(len(part).to_bytes(4, "big") + part for part in (recipient, sender))
    return EncryptedDataKey(b"raw-ecdh", info, salt + derived[:32] + AESGCM(derived[32:]).encrypt(bytes(12), data_key, fixed))


# --- format and schemas ---


@pytest.mark.req("KEY-ECD-001", "KEY-ECD-002", "KEY-ECD-003", "KEY-ECD-004", "KEY-ECD-005", "KEY-ECD-006", "KEY-ECD-007", "KEY-ECD-008")
@pytest.mark.req("KEY-ECD-012", "KEY-ECD-013", "KEY-ECD-014")
@pytest.mark.parametrize("provider", [b"raw-ecdh", b"aws-kms-ecdh"])
@each_curve
def test_independently_wrapped_key_is_opened_by_both_sides(curve: str, provider: bytes) -> None:
    key = replace(independently_wrapped(curve), provider_id=provider)
    mirrored = RawEcdhKeyring.static(curve, private_key=BOB[curve], public_key=ALICE[curve].public_key())
    for keyring in (alice(curve), mirrored, bob(curve)):
        assert keyring.on_decrypt(DECRYPTION, [key]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-ECD-001", "KEY-ECD-009", "KEY-ECD-010", "KEY-ECD-011", "KEY-ECD-014", "KEY-ECD-017")
@each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
@each_curve
def test_what_is_wrapped_opens(curve: str, suite: Any) -> None:
    pem, der = private_pem(BOB[curve]), public_der(BOB[curve])
    static = RawEcdhKeyring.static(curve, private_key=private_pem(ALICE[curve]).decode(), public_key=der)
    ephemeral = RawEcdhKeyring.ephemeral(curve, public_key=der)
    discovery = RawEcdhKeyring.discovery(curve, private_key=pem)
    materials = EncryptionMaterials(suite=suite, encryption_context=CONTEXT)
    sealed = ephemeral.on_encrypt(ephemeral.on_encrypt(static.on_encrypt(materials)))
    assert [key.provider_id for key in sealed.encrypted_data_keys] == [b"raw-ecdh"] * 3
    assert len({key.provider_info for key in sealed.encrypted_data_keys}) == 3
    for key in sealed.encrypted_data_keys:
        opened = discovery.on_decrypt(DecryptionMaterials(suite=suite, encryption_context=CONTEXT), [key])
        assert opened.data_key == sealed.data_key


# --- what does not open ---

GOOD = independently_wrapped("P-256")


def changed(name: str, at: int) -> EncryptedDataKey:
    value = getattr(GOOD, name)
    return replace(GOOD, **{name: value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]})


NO_POINT = next(
    bytes([2]) + bytes(31) + bytes([x]) for x in range(1, 50) if decode_point(bytes([2]) + bytes(31) + bytes([x]), "P-256") is None
)
REFUSED = {
    "provider": (replace(GOOD, provider_id=b"raw-ecdhx"), False),
    "version": (independently_wrapped("P-256", version=2), False),
    "info-short": (replace(GOOD, provider_info=GOOD.provider_info[:-1]), False),
    "info-long": (replace(GOOD, provider_info=GOOD.provider_info + b"x"), False),
    "info-huge": (replace(GOOD, provider_info=b"\1\xff\xff\xff\xff"), False),
    "recipient": (changed("provider_info", 10), False),
    "sender-no-point": (replace(GOOD, provider_info=GOOD.provider_info[:42] + NO_POINT), False),
    "other-curve": (independently_wrapped("P-384"), False),
    "short": (replace(GOOD, ciphertext=GOOD.ciphertext[:-1]), False),
    "empty": (replace(GOOD, ciphertext=b""), False),
    "data-key-of-another-suite": (independently_wrapped("P-256", data_key=bytes(16)), False),
    "context": (independently_wrapped("P-256", context={"creator": "eve"}), True),
    "salt": (changed("ciphertext", 0), True),
    "commitment": (changed("ciphertext", 32), True),
    "encrypted-key": (changed("ciphertext", 64), True),
    "tag": (changed("ciphertext", 111), True),
}


@pytest.mark.req("KEY-ECD-016")
@pytest.mark.req("KEY-ECD-001", "KEY-ECD-002", "KEY-ECD-003", "KEY-ECD-004", "KEY-ECD-005", "KEY-ECD-006", "KEY-ECD-007", kind="negative")
@pytest.mark.req("KEY-ECD-008", "KEY-ECD-012", "KEY-ECD-013", "KEY-ECD-014", "KEY-ECD-016", kind="negative")
@each("schema", ["static", "discovery"])
@each("case", REFUSED)
def test_other_key_is_refused_and_the_next_one_opened(case: str, schema: str) -> None:
    key, tried = REFUSED[case]
    keyring = alice("P-256") if schema == "static" else bob("P-256")
    with pytest.raises(DataKeyUnwrapError) as caught:
        keyring.on_decrypt(DECRYPTION, [key])
    (attempt,) = caught.value.attempts
    assert (attempt.edk_index, attempt.tried) == (0, tried)
    assert keyring.on_decrypt(DECRYPTION, [key, GOOD]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-ECD-009", "KEY-ECD-015", "KEY-ECD-011", "KEY-ECD-017", kind="negative")
@pytest.mark.req("KEY-ECD-015")
def test_each_schema_does_only_what_it_can() -> None:
    ephemeral = RawEcdhKeyring.ephemeral("P-256", public_key=BOB["P-256"].public_key())
    with pytest.raises(DataKeyUnwrapError):
        ephemeral.on_decrypt(DECRYPTION, [GOOD])
    opened = MultiKeyring(children=[ephemeral, bob("P-256")]).on_decrypt(DECRYPTION, [GOOD])
    assert opened == DECRYPTION.with_data_key(DATA_KEY)
    with pytest.raises(UsageError):
        bob("P-256").on_encrypt(ENCRYPTION)
    with pytest.raises(MaterialsError):
        bob("P-256").on_decrypt(DECRYPTION.with_data_key(DATA_KEY), [GOOD])


RSA = rsa.generate_private_key(65537, 2048)
WRONG: dict[str, tuple[Callable[[], object], Code]] = {
    "curve": (lambda: RawEcdhKeyring.discovery("P-224", private_key=BOB["P-256"]), Code.INVALID_ARGUMENT),
    "private-of-another-curve": (lambda: RawEcdhKeyring.discovery("P-256", private_key=BOB["P-384"]), Code.INVALID_KEY),
    "public-of-another-curve": (lambda: RawEcdhKeyring.ephemeral("P-256", public_key=BOB["P-384"].public_key()), Code.INVALID_KEY),
    "rsa": (lambda: RawEcdhKeyring.ephemeral("P-256", public_key=RSA.public_key()), Code.INVALID_KEY),  # type: ignore[arg-type]  # no such key
    "no-key": (lambda: RawEcdhKeyring.discovery("P-256", private_key=b"x"), Code.INVALID_KEY),
    "no-public-key": (lambda: RawEcdhKeyring.ephemeral("P-256", public_key=b"-----BEGIN X"), Code.INVALID_KEY),
    "no-ascii": (lambda: RawEcdhKeyring.discovery("P-256", private_key="\u00fc"), Code.INVALID_KEY),
    "encrypted": (
        lambda: RawEcdhKeyring.discovery(
            "P-256", private_key=BOB["P-256"].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"p"))
        ),
        Code.INVALID_KEY,
    ),
    "kms-alias": (
        lambda: KmsEcdhKeyring.discovery("P-256", key_id=IRELAND.replace("key/", "alias/"), own_public_key=public_der(BOB["P-256"])),
        Code.INVALID_ARGUMENT,
    ),
    "kms-id": (lambda: KmsEcdhKeyring.discovery("P-256", key_id="1234", own_public_key=public_der(BOB["P-256"])), Code.INVALID_ARGUMENT),
}


@pytest.mark.req("KEY-ECD-010", "KEY-ECD-020", kind="negative")
@pytest.mark.parametrize("case", WRONG)
def test_wrong_keys_are_refused(case: str) -> None:
    make, code = WRONG[case]
    with pytest.raises(EsdkError) as caught:
        make()
    assert caught.value.code is code


SPKI_PEM = BOB["P-256"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
OTHER_FORMS = {
    "pkcs8-der": BOB["P-256"].private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
    "sec1-pem": BOB["P-256"].private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()),
}


@pytest.mark.req("KEY-ECD-022", kind="negative")
@each("form", OTHER_FORMS)
def test_private_key_that_is_not_pkcs8_in_pem_is_refused(form: str) -> None:
    for make in (RawEcdhKeyring.discovery, partial(RawEcdhKeyring.static, public_key=ALICE["P-256"].public_key())):
        with pytest.raises(UsageError, match="not PKCS #8 in PEM") as caught:
            make("P-256", private_key=OTHER_FORMS[form])
        assert caught.value.code is Code.INVALID_KEY
        assert caught.value.hint is not None


@pytest.mark.req("KEY-ECD-021", kind="negative")
@each("key", [SPKI_PEM, b"\n" + SPKI_PEM, SPKI_PEM.decode()], ids=["bytes", "after-a-line", "text"])
def test_public_key_that_is_not_der_is_refused(key: Any) -> None:
    own: dict[str, Any] = {"key_id": IRELAND, "client_supplier": FakeKms([IRELAND])}
    makers: list[Callable[[], object]] = [
        lambda: RawEcdhKeyring.ephemeral("P-256", public_key=key),
        lambda: RawEcdhKeyring.static("P-256", private_key=ALICE["P-256"], public_key=key),
        lambda: KmsEcdhKeyring.static("P-256", own_public_key=ALICE["P-256"].public_key(), public_key=key, **own),
        lambda: KmsEcdhKeyring.static("P-256", own_public_key=key, public_key=ALICE["P-256"].public_key(), **own),
        lambda: KmsEcdhKeyring.discovery("P-256", own_public_key=key, **own),
    ]
    for make in makers:
        with pytest.raises(UsageError, match="not SubjectPublicKeyInfo in DER") as caught:
            make()
        assert caught.value.code is Code.INVALID_KEY


@pytest.mark.req("KEY-ECD-021", "KEY-ECD-022")
@each("form", OTHER_FORMS)
def test_keyring_file_takes_keys_in_other_forms(form: str) -> None:
    keys = {"own": OTHER_FORMS[form], "other": ALICE["P-256"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)}
    described = {"raw_ecdh_static": {"curve": "P-256", "private_key": {"file": "own"}, "public_key": {"file": "other"}}}
    keyring = read_keyring(described, lambda source, lengths: keys[source["file"]])
    assert isinstance(keyring, RawEcdhKeyring)
    assert keyring.on_decrypt(DECRYPTION, [GOOD]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-ECD-005")
def test_each_data_key_has_a_new_random_salt() -> None:
    salts = [alice("P-256").on_encrypt(ENCRYPTION).encrypted_data_keys[0].ciphertext[:32] for _ in range(3)]
    keyring = alice("P-256")
    salts += [keyring.on_encrypt(ENCRYPTION).encrypted_data_keys[0].ciphertext[:32] for _ in range(3)]
    assert len(set(salts)) == 6
    assert bytes(32) not in salts


@pytest.mark.req("KEY-ECD-007")
def test_commitment_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert bob("P-256").on_decrypt(DECRYPTION, [GOOD]).data_key is not None
    assert compared == [(GOOD.ciphertext[32:64],) * 2]


# --- KMS ---


class Deriving:
    """A KMS that has Bob's private key."""

    def __init__(self, curve: str) -> None:
        self.curve = curve
        self.requests: list[dict[str, Any]] = []
        self.change: dict[str, Any] = {}

    def __call__(self, region: str | None) -> KmsClient:
        assert region == "eu-west-1"
        return self  # type: ignore[return-value]  # the other operations are not asked for

    def derive_shared_secret(self, **request: Any) -> Any:
        self.requests.append(request)
        other = load_der_public_key(request["PublicKey"])
        assert isinstance(other, ec.EllipticCurvePublicKey)
        return {"KeyId": request["KeyId"], "SharedSecret": BOB[self.curve].exchange(ec.ECDH(), other), **self.change}


@pytest.mark.req("KEY-ECD-018", "KEY-ECD-019", "KEY-ECD-020", "KEY-ECD-014", "KEY-ECD-026")
@each_curve
def test_secret_comes_from_kms(curve: str) -> None:
    kms = Deriving(curve)
    options: dict[str, Any] = {"key_id": IRELAND, "own_public_key": public_der(BOB[curve]), "client_supplier": kms, "grant_tokens": ["g"]}
    discovery = KmsEcdhKeyring.discovery(curve, **options)
    assert discovery.on_decrypt(DECRYPTION, [independently_wrapped(curve)]) == DECRYPTION.with_data_key(DATA_KEY)
    (request,) = kms.requests
    assert request == {"KeyId": IRELAND, "PublicKey": public_der(ALICE[curve]), "KeyAgreementAlgorithm": "ECDH", "GrantTokens": ["g"]}
    static = KmsEcdhKeyring.static(curve, public_key=ALICE[curve].public_key(), **options)
    sealed = static.on_encrypt(ENCRYPTION)
    (key,) = sealed.encrypted_data_keys
    assert key.provider_id == b"aws-kms-ecdh"
    assert compressed_point(BOB[curve].public_key()) in key.provider_info
    reader = RawEcdhKeyring.discovery(curve, private_key=ALICE[curve])
    for keyring in (static, reader):
        assert keyring.on_decrypt(DECRYPTION, [key]).data_key == sealed.data_key


@pytest.mark.req("KEY-ECD-018", "KEY-ECD-019", kind="negative")
@pytest.mark.parametrize("answer", [{"KeyId": "other"}, {"SharedSecret": bytes(31)}, {"SharedSecret": None}], ids=["key", "length", "none"])
def test_odd_answer_is_refused(answer: dict[str, Any]) -> None:
    kms = Deriving("P-256")
    kms.change = answer
    keyring = KmsEcdhKeyring.static(
        "P-256", key_id=IRELAND, own_public_key=BOB["P-256"].public_key(), public_key=ALICE["P-256"].public_key(), client_supplier=kms
    )
    with pytest.raises(KmsError) as caught:
        keyring.on_encrypt(ENCRYPTION)
    assert caught.value.code is Code.KMS_RESPONSE_INVALID
    with pytest.raises(DataKeyUnwrapError):
        keyring.on_decrypt(DECRYPTION, [GOOD])


def kms_of(key: ec.EllipticCurvePrivateKey, **change: Any) -> FakeKms:
    kms = FakeKms([IRELAND], ec=key)
    kms.change = lambda answer: {**answer, **change}
    return kms


@pytest.mark.req("KEY-ECD-023", "KEY-ECD-025")
@each_curve
def test_public_key_that_is_not_given_comes_from_kms(curve: str) -> None:
    kms = kms_of(BOB[curve])
    options: dict[str, Any] = {"key_id": IRELAND, "client_supplier": kms, "grant_tokens": ["g"]}
    discovery = KmsEcdhKeyring.discovery(curve, **options)
    static = KmsEcdhKeyring.static(curve, public_key=public_der(ALICE[curve]), **options)
    assert kms.calls == [("GetPublicKey", "eu-west-1", {"KeyId": IRELAND, "GrantTokens": ["g"]})] * 2
    for keyring in (discovery, static):
        assert keyring.on_decrypt(DECRYPTION, [independently_wrapped(curve)]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-ECD-023")
def test_public_key_that_is_given_is_not_asked_for() -> None:
    kms = kms_of(BOB["P-256"])
    KmsEcdhKeyring.discovery("P-256", key_id=IRELAND, own_public_key=public_der(BOB["P-256"]), client_supplier=kms)
    assert kms.calls == []


@pytest.mark.req("KEY-ECD-024", kind="negative")
@pytest.mark.parametrize(
    "change", [{"KeyId": FRANKFURT}, {"PublicKey": None}, {"PublicKey": "text"}], ids=["another-key", "no-public-key", "text"]
)
def test_odd_answer_about_the_public_key_makes_the_keyring_fail(change: dict[str, Any]) -> None:
    with pytest.raises(KmsError) as caught:
        KmsEcdhKeyring.discovery("P-256", key_id=IRELAND, client_supplier=kms_of(BOB["P-256"], **change))
    assert (caught.value.code, caught.value.operation) == (Code.KMS_RESPONSE_INVALID, "GetPublicKey")


@pytest.mark.req("KEY-ECD-024", kind="negative")
def test_public_key_that_cannot_be_retrieved_makes_the_keyring_fail() -> None:
    kms = kms_of(BOB["P-256"])
    kms.fail = lambda operation, region: "AccessDeniedException"
    for make in (KmsEcdhKeyring.discovery, partial(KmsEcdhKeyring.static, public_key=ALICE["P-256"].public_key())):
        with pytest.raises(KmsError) as caught:
            make("P-256", key_id=IRELAND, client_supplier=kms)
        assert caught.value.aws_code == "AccessDeniedException"


@pytest.mark.req("KEY-ECD-025", kind="negative")
@pytest.mark.parametrize(
    "change",
    [{"KeyUsage": "SIGN_VERIFY"}, {"KeyUsage": None}, {"KeySpec": "ECC_NIST_P384"}, {"KeySpec": "RSA_2048"}],
    ids=["usage", "no-usage", "curve", "rsa"],
)
def test_kms_key_of_another_usage_or_curve_makes_the_keyring_fail(change: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as caught:
        KmsEcdhKeyring.discovery("P-256", key_id=IRELAND, client_supplier=kms_of(BOB["P-256"], **change))
    assert caught.value.code is Code.INVALID_KEY


@pytest.mark.req("KEY-ECD-010", "KEY-ECD-025", kind="negative")
def test_public_key_of_another_curve_than_kms_says_makes_the_keyring_fail() -> None:
    with pytest.raises(UsageError, match="not on the curve P-256"):
        KmsEcdhKeyring.discovery("P-256", key_id=IRELAND, client_supplier=kms_of(BOB["P-384"], KeySpec="ECC_NIST_P256"))


@pytest.mark.req("KEY-ECD-027", kind="negative")
def test_secret_that_kms_refuses_fails_encrypting_and_changes_nothing() -> None:
    kms = kms_of(BOB["P-256"])
    keyring = KmsEcdhKeyring.static("P-256", key_id=IRELAND, public_key=public_der(ALICE["P-256"]), client_supplier=kms)
    kms.fail = lambda operation, region: "AccessDeniedException"
    with pytest.raises(KmsError):
        keyring.on_encrypt(ENCRYPTION)
    assert ENCRYPTION.data_key is None
    assert ENCRYPTION.encrypted_data_keys == ()


@pytest.mark.req("KEY-ECD-028")
@pytest.mark.req("KEY-ECD-028", kind="negative")
def test_secret_that_kms_refuses_is_noted_and_the_next_data_key_tried() -> None:
    kms = kms_of(BOB["P-256"])
    keyring = KmsEcdhKeyring.discovery("P-256", key_id=IRELAND, client_supplier=kms)
    left = ["ThrottlingException", "AccessDeniedException", "AccessDeniedException"]
    kms.fail = lambda operation, region: left.pop() if left else None
    with pytest.raises(DataKeyUnwrapError) as caught:
        keyring.on_decrypt(DECRYPTION, [GOOD, GOOD])
    assert [attempt.code for attempt in caught.value.attempts] == ["AccessDeniedException"] * 2
    assert keyring.on_decrypt(DECRYPTION, [GOOD, GOOD]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-ECD-029", kind="negative")
def test_discovery_with_a_key_in_kms_encrypts_nothing() -> None:
    keyring = KmsEcdhKeyring.discovery("P-256", key_id=IRELAND, client_supplier=kms_of(BOB["P-256"]))
    with pytest.raises(UsageError, match="only decrypts"):
        keyring.on_encrypt(ENCRYPTION)

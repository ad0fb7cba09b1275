"""Raw RSA: five paddings, both keys or one, and failures that tell nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat

from esdkit.errors import Code, DataKeyUnwrapError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, RawRsaKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import CONSTANTS, SUITES
from tests.each import each

PRIVATE = rsa.generate_private_key(65537, 2048)
PUBLIC = PRIVATE.public_key()
SMALL = rsa.generate_private_key(65537, 1024)
EC = ec.generate_private_key(ec.SECP256R1())
SUITE = SUITES[0x0478]
DATA_KEY = b"D" * 32
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context={"a": "1"})
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context={"a": "1"})


def oaep(algorithm: Callable[[], hashes.HashAlgorithm]) -> padding.OAEP:
    return padding.OAEP(mgf=padding.MGF1(algorithm()), algorithm=algorithm(), label=None)


PADDINGS: dict[str, padding.AsymmetricPadding] = {
    "pkcs1": padding.PKCS1v15(),
    "oaep-sha1": oaep(hashes.SHA1),
    "oaep-sha256": oaep(hashes.SHA256),
    "oaep-sha384": oaep(hashes.SHA384),
    "oaep-sha512": oaep(hashes.SHA512),
}
each_padding = each("name", PADDINGS)


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, password: bytes | None = None) -> bytes:
    encryption = BestAvailableEncryption(password) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)


def public_pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def keyring(name: str = "oaep-sha256") -> RawRsaKeyring:
    return RawRsaKeyring("space", "name", name, public_key=PUBLIC, private_key=PRIVATE)


def wrapped(data_key: bytes = DATA_KEY, name: str = "oaep-sha256", provider: bytes = b"space", info: bytes = b"name") -> EncryptedDataKey:
    """An encrypted data key, made here without the library."""
    return EncryptedDataKey(provider, info, PUBLIC.encrypt(data_key, PADDINGS[name]))


@pytest.mark.req("KEY-RSA-002", "KEY-RSA-003")
def test_paddings_are_those_of_the_specification() -> None:
    assert set(CONSTANTS.raw_rsa_paddings) == set(PADDINGS)


@pytest.mark.req("KEY-RSA-001", "KEY-RSA-002", "KEY-RSA-004", "KEY-RSA-011", "KEY-RSA-012", "KEY-RSA-013", "KEY-RSA-014", "KEY-RSA-020")
@each_padding
def test_on_decrypt_of_an_independent_key_opens_it(name: str) -> None:
    assert keyring(name).on_decrypt(DECRYPTION, [wrapped(name=name)]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-RSA-002", "KEY-RSA-004", "KEY-RSA-017", "KEY-IFC-013", "KEY-IFC-014")
@each_padding
def test_on_encrypt_appends_what_an_independent_reader_opens(name: str) -> None:
    materials = keyring(name).on_encrypt(keyring(name).on_encrypt(ENCRYPTION))
    assert materials.data_key is not None
    assert len(materials.encrypted_data_keys) == 2
    for key in materials.encrypted_data_keys:
        assert (key.provider_id, key.provider_info, len(key.ciphertext)) == (b"space", b"name", 256)
        assert PRIVATE.decrypt(key.ciphertext, PADDINGS[name]) == materials.data_key.reveal()


@pytest.mark.req("KEY-RSA-005", "KEY-RSA-006", "KEY-RSA-007")
@pytest.mark.parametrize("form", [bytes, bytes.decode], ids=["bytes", "text"])
def test_keyring_from_pem_works_as_from_objects(form: Callable[[bytes], bytes | str]) -> None:
    from_pem = RawRsaKeyring("space", "name", "pkcs1", public_key=form(public_pem(PRIVATE)), private_key=form(pem(PRIVATE)))
    sealed = from_pem.on_encrypt(ENCRYPTION)
    assert keyring("pkcs1").on_decrypt(DECRYPTION, sealed.encrypted_data_keys).data_key == sealed.data_key
    assert from_pem.on_decrypt(DECRYPTION, [wrapped(name="pkcs1")]) == DECRYPTION.with_data_key(DATA_KEY)


FOREIGN = {
    "other-provider": wrapped(provider=b"spac"),
    "longer-provider": wrapped(provider=b"space1"),
    "other-name": wrapped(info=b"nam"),
    "longer-name": wrapped(info=b"name1"),
    "empty": EncryptedDataKey(b"", b"", b""),
}
WHOLE = wrapped()
REFUSED = {
    "changed": replace(WHOLE, ciphertext=bytes([WHOLE.ciphertext[0] ^ 1]) + WHOLE.ciphertext[1:]),
    "other-padding": wrapped(name="oaep-sha384"),
    "other-mgf1-hash": EncryptedDataKey(
        b"space", b"name", PUBLIC.encrypt(DATA_KEY, padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA256(), None))
    ),
    "label": EncryptedDataKey(
        b"space", b"name", PUBLIC.encrypt(DATA_KEY, padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), b"label"))
    ),
    "other-key": EncryptedDataKey(
        b"space", b"name", rsa.generate_private_key(65537, 2048).public_key().encrypt(DATA_KEY, PADDINGS["oaep-sha256"])
    ),
    "shorter-than-modulus": EncryptedDataKey(b"space", b"name", wrapped().ciphertext[:-1]),
    "longer-than-modulus": EncryptedDataKey(b"space", b"name", b"\x00" + wrapped().ciphertext),
    "above-modulus": EncryptedDataKey(b"space", b"name", b"\xff" * 256),
    "empty-ciphertext": EncryptedDataKey(b"space", b"name", b""),
    "data-key-short": wrapped(DATA_KEY[:-1]),
    "data-key-of-another-suite": wrapped(DATA_KEY[:16]),
    "data-key-long": wrapped(DATA_KEY + b"D"),
}


@pytest.mark.req(
    "KEY-RSA-011", "KEY-RSA-012", "KEY-RSA-013", "KEY-RSA-015", "KEY-IFC-019", "KEY-IFC-020", "KEY-RSA-004", "KEY-IFC-011", kind="negative"
)
@each("case", [*FOREIGN, *REFUSED])
def test_on_decrypt_of_another_key_fails_with_its_reason(case: str) -> None:
    with pytest.raises(DataKeyUnwrapError) as error:
        keyring().on_decrypt(DECRYPTION, [{**FOREIGN, **REFUSED}[case]])
    (attempt,) = error.value.attempts
    assert (attempt.edk_index, attempt.keyring) == (0, repr(keyring()))
    assert attempt.tried is (case in REFUSED)
    assert DECRYPTION.data_key is None


@pytest.mark.req("KEY-RSA-010", "KEY-RSA-018", "KEY-IFC-006", "KEY-IFC-018", "KEY-RSA-015", "KEY-IFC-020")
@each("case", [*FOREIGN, *REFUSED])
def test_on_decrypt_skips_another_key_and_opens_the_next(case: str) -> None:
    keys = [{**FOREIGN, **REFUSED}[case], wrapped(), wrapped(b"E" * 32)]
    assert keyring().on_decrypt(DECRYPTION, keys) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-RSA-019", kind="negative")
@pytest.mark.req("KEY-RSA-019")
def test_on_decrypt_gives_one_reason_for_every_failure_of_rsa() -> None:
    reasons = set()
    for name in PADDINGS:
        with pytest.raises(DataKeyUnwrapError) as error:
            keyring(name).on_decrypt(DECRYPTION, [key for key in REFUSED.values() if not opens_by_chance(key, name)])
        reasons |= {attempt.reason for attempt in error.value.attempts}
        assert all(attempt.tried for attempt in error.value.attempts)
        assert error.value.__cause__ is None
    assert len(reasons) == 1


def opens_by_chance(key: EncryptedDataKey, name: str) -> bool:
    """Whether PKCS #1 v1.5 makes random bytes of just the right length out of a foreign ciphertext, which happens once in 245 times."""
    try:
        return len(PRIVATE.decrypt(key.ciphertext, PADDINGS[name])) == SUITE.data_key_length
    except ValueError:
        return False


@pytest.mark.req("KEY-RSA-013", "KEY-RSA-018")
def test_on_decrypt_of_a_changed_pkcs1_key_goes_on_unless_the_length_fits() -> None:
    """A changed ciphertext opens to random bytes: of another length it is skipped, of the right length it is a (wrong) data key."""
    lengths: dict[int, bytes] = {}
    for number in range(5000):
        ciphertext = number.to_bytes(128, "big")
        lengths[len(SMALL.decrypt(ciphertext, padding.PKCS1v15()))] = ciphertext
    small = RawRsaKeyring("space", "name", "pkcs1", private_key=SMALL)
    right = EncryptedDataKey(b"space", b"name", lengths[32])
    wrong = EncryptedDataKey(b"space", b"name", lengths[31])
    good = EncryptedDataKey(b"space", b"name", SMALL.public_key().encrypt(DATA_KEY, padding.PKCS1v15()))
    assert small.on_decrypt(DECRYPTION, [wrong, good]) == DECRYPTION.with_data_key(DATA_KEY)
    chance = small.on_decrypt(DECRYPTION, [right, good]).data_key
    assert chance is not None
    assert chance.reveal() not in (DATA_KEY, b"")


@pytest.mark.req("KEY-RSA-001", "KEY-RSA-008", "KEY-RSA-009", "KEY-RSA-016")
def test_keyring_with_one_half_does_what_that_half_can() -> None:
    sealed = RawRsaKeyring("space", "name", "oaep-sha256", public_key=PUBLIC).on_encrypt(ENCRYPTION)
    opened = RawRsaKeyring("space", "name", "oaep-sha256", private_key=PRIVATE).on_decrypt(DECRYPTION, sealed.encrypted_data_keys)
    assert opened.data_key == sealed.data_key


@pytest.mark.req("KEY-RSA-009", "KEY-RSA-016", "KEY-IFC-016", kind="negative")
def test_on_encrypt_without_public_key_is_refused() -> None:
    private_only = RawRsaKeyring("space", "name", "pkcs1", private_key=PRIVATE)
    with pytest.raises(UsageError) as error:
        private_only.on_encrypt(ENCRYPTION)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-RSA-008", kind="negative")
def test_on_decrypt_without_private_key_fails() -> None:
    public_only = RawRsaKeyring("space", "name", "oaep-sha256", public_key=PUBLIC)
    with pytest.raises(DataKeyUnwrapError) as error:
        public_only.on_decrypt(DECRYPTION, [wrapped()])
    (attempt,) = error.value.attempts
    assert (attempt.edk_index, attempt.tried) == (None, False)


@pytest.mark.req("KEY-IFC-002", kind="negative")
def test_on_decrypt_into_materials_with_a_data_key_is_refused() -> None:
    with pytest.raises(MaterialsError) as error:
        keyring().on_decrypt(DECRYPTION.with_data_key(DATA_KEY), [wrapped()])
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("KEY-RSA-003", "KEY-RSA-002", kind="negative")
@pytest.mark.parametrize("name", ["", "PKCS1", "oaep", "oaep-sha224", "oaep-md5", "none", None], ids=str)
def test_keyring_with_another_padding_is_refused(name: str) -> None:
    with pytest.raises(UsageError) as error:
        RawRsaKeyring("space", "name", name, public_key=PUBLIC)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-RSA-001", "KEY-IFC-009", "KEY-IFC-010", kind="negative")
@pytest.mark.parametrize(
    ("namespace", "name", "key"),
    [("space", "name", None), ("aws-kms", "name", PUBLIC), ("space", "n" * 65536, PUBLIC), ("space", "\udfff", PUBLIC)],
    ids=["no-key", "kms-namespace", "long-name", "surrogate"],
)
def test_keyring_with_bad_inputs_is_refused(namespace: str, name: str, key: rsa.RSAPublicKey | None) -> None:
    with pytest.raises(UsageError) as error:
        RawRsaKeyring(namespace, name, "pkcs1", public_key=key)
    assert error.value.code is Code.INVALID_ARGUMENT


BAD_KEYS: dict[str, tuple[object, object]] = {
    "empty": (b"", b""),
    "empty-text": ("", ""),
    "text-not-ascii": ("é", "é"),
    "no-pem": (b"\x30\x82", b"\x30\x82"),
    "damaged-pem": (public_pem(PRIVATE)[:200], pem(PRIVATE)[:200]),
    "swapped-pem": (pem(PRIVATE), public_pem(PRIVATE)),
    "swapped-object": (PRIVATE, PUBLIC),
    "ec-pem": (public_pem(EC), pem(EC)),
    "ec-object": (EC.public_key(), EC),
    "encrypted-pem": (pem(PRIVATE, b"password"), pem(PRIVATE, b"password")),
    "number": (7, 7),
}


LIKE_RAW_AES = b"\xff" + bytes.fromhex("00000080 0000000c") + bytes(12)  # a name that ends as the provider information of raw AES


@pytest.mark.req("KEY-IFC-008", "KEY-RSA-011")
@pytest.mark.parametrize(
    "name", [b"\xde\xad\xbe\xef", b"", bytes(3), b"\xff" * 65535, LIKE_RAW_AES], ids=["random", "empty", "nul", "longest", "aes"]
)
def test_name_of_any_bytes_is_written_as_it_is_and_found_again(name: bytes) -> None:
    keyring = RawRsaKeyring("space", name, "oaep-sha256", public_key=PUBLIC, private_key=PRIVATE)
    sealed = keyring.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={}))
    assert [key.provider_info for key in sealed.encrypted_data_keys] == [name]
    materials = DecryptionMaterials(suite=SUITE, encryption_context={})
    assert keyring.on_decrypt(materials, sealed.encrypted_data_keys).data_key == sealed.data_key
    with pytest.raises(DataKeyUnwrapError):
        keyring.renamed("space", name[:-1] or b"\xff").on_decrypt(materials, sealed.encrypted_data_keys)


@pytest.mark.req("KEY-IFC-010", kind="negative")
@pytest.mark.parametrize(
    ("namespace", "name"), [(b"space", "name"), ("space", 7), ("space", b"\xff" * 65536)], ids=["bytes", "number", "long"]
)
def test_keyring_with_a_bad_namespace_or_name_is_refused(namespace: str, name: str | bytes) -> None:
    with pytest.raises(UsageError) as error:
        RawRsaKeyring(namespace, name, "pkcs1", public_key=PUBLIC)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-RSA-005", "KEY-RSA-006", "KEY-RSA-007", "KEY-RSA-009", kind="negative")
@each("half", ["public", "private"])
@each("case", BAD_KEYS)
def test_keyring_with_a_bad_key_is_refused(case: str, half: str) -> None:
    public, private = BAD_KEYS[case]
    with pytest.raises(UsageError) as error:
        if half == "public":
            RawRsaKeyring("space", "name", "pkcs1", public_key=public)  # type: ignore[arg-type]  # that is the fault here
        else:
            RawRsaKeyring("space", "name", "pkcs1", private_key=private)  # type: ignore[arg-type]  # that is the fault here
    assert error.value.code is Code.INVALID_KEY
    assert f"the {half} key is" in error.value.message
    assert error.value.__cause__ is None


@pytest.mark.req("KEY-RSA-007", kind="negative")
def test_keyring_with_a_key_too_small_for_the_padding_is_refused() -> None:
    for half in ("public_key", "private_key"):
        with pytest.raises(UsageError) as error:
            RawRsaKeyring("space", "name", "oaep-sha512", **{half: SMALL.public_key() if half == "public_key" else SMALL})  # type: ignore[arg-type]
        assert error.value.code is Code.INVALID_KEY


@pytest.mark.req("KEY-RSA-017", kind="negative")
def test_keyring_with_a_small_key_wraps_the_data_keys_that_fit() -> None:
    """SHA-384 leaves 30 bytes of a 1024-bit modulus: room for a data key of 24 bytes, not of 32."""
    small = RawRsaKeyring("space", "name", "oaep-sha384", public_key=SMALL.public_key(), private_key=SMALL)
    sealed = small.on_encrypt(EncryptionMaterials(suite=SUITES[0x0146], encryption_context={}))
    materials = DecryptionMaterials(suite=SUITES[0x0146], encryption_context={})
    assert small.on_decrypt(materials, sealed.encrypted_data_keys).data_key == sealed.data_key
    with pytest.raises(UsageError) as error:
        small.on_encrypt(ENCRYPTION)
    assert error.value.code is Code.INVALID_KEY


@pytest.mark.req("KEY-IFC-021")
def test_keyring_printed_shows_its_names_and_no_key() -> None:
    assert repr(keyring()) == "RawRsaKeyring(namespace='space', name='name', padding='oaep-sha256')"


@pytest.mark.parametrize(("bits", "fits"), [(1168, True), (1160, False)], ids=["just-fits", "a-byte-less"])
def test_key_that_just_holds_the_shortest_data_key_is_taken(bits: int, fits: bool) -> None:
    """OAEP with SHA-512 takes 130 bytes of the modulus: 16 are left of 1168 bits."""
    private_key = rsa.generate_private_key(65537, bits)
    materials = EncryptionMaterials(suite=SUITES[0x0014], encryption_context={})
    if fits:
        keyring = RawRsaKeyring("space", "name", "oaep-sha512", public_key=private_key.public_key(), private_key=private_key)
        assert len(keyring.on_encrypt(materials).encrypted_data_keys) == 1
    else:
        for side in ({"public_key": private_key.public_key()}, {"private_key": private_key}):
            with pytest.raises(UsageError) as error:
                RawRsaKeyring("space", "name", "oaep-sha512", **side)
            assert error.value.code is Code.INVALID_KEY

"""The default CMM: what it checks before any key, what it adds, and how it judges its keyring."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from esdkit.cmm import CommitmentPolicy, DecryptionRequest, DefaultCmm, EncryptionRequest
from esdkit.crypto.signing import decode_public_key, encode_public_key, generate_signing_key
from esdkit.errors import (
    AuthenticationError,
    Code,
    DataKeyUnwrapError,
    EsdkError,
    MalformedMessage,
    MaterialsError,
    PolicyError,
    UsageError,
)
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, Keyring, RawAesKeyring, StaticDataKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import SIGNATURES, SUITES, Suite
from tests.each import each

FORBID = CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT
ALLOW = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT
REQUIRE = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
KEY = b"K" * 32
EDK = EncryptedDataKey(b"p", b"i", b"c")
AES = RawAesKeyring("space", "name", bytes(32))
SIGNED, UNSIGNED = SUITES[0x0578], SUITES[0x0478]
PUBLIC_KEY = encode_public_key(generate_signing_key(SIGNATURES["ECDSA_P384_SHA384"]).public_key())
PAIR = {"aws-crypto-public-key": PUBLIC_KEY}
each_suite = each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)


@dataclass
class Watched:
    """A keyring that notes its calls and passes them on, or answers what it was told."""

    keyring: Keyring
    answer: Any = ...
    calls: list[object] = field(default_factory=list)

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        self.calls.append(materials)
        answer: EncryptionMaterials = self.keyring.on_encrypt(materials) if self.answer is ... else self.answer
        return answer

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        self.calls.append((materials, encrypted_data_keys))
        answer: DecryptionMaterials = self.keyring.on_decrypt(materials, encrypted_data_keys) if self.answer is ... else self.answer
        return answer


def reading(
    suite: Suite = UNSIGNED,
    stored: dict[str, str] | None = None,
    reproduced: dict[str, str] | None = None,
    policy: CommitmentPolicy = ALLOW,
) -> DecryptionRequest:
    return DecryptionRequest(
        suite=suite,
        commitment_policy=policy,
        encrypted_data_keys=(EDK,),
        encryption_context=stored or {},
        reproduced_encryption_context=reproduced or {},
    )


def writing(suite: Suite | None = None, policy: CommitmentPolicy = REQUIRE, context: dict[str, str] | None = None) -> EncryptionRequest:
    return EncryptionRequest(encryption_context=context or {}, commitment_policy=policy, suite=suite)


def assert_no_call(request: DecryptionRequest, error: type[EsdkError], code: Code) -> None:
    """The request fails with this error, and the keyring is not asked."""
    keyring = Watched(StaticDataKeyring(KEY))
    with pytest.raises(EsdkError) as caught:
        DefaultCmm(keyring).decrypt_materials(request)
    assert (type(caught.value), caught.value.code) == (error, code)
    assert keyring.calls == []


@pytest.mark.req("CMM-DEF-001", kind="negative")
@pytest.mark.parametrize(
    "keyring",
    [None, object(), KEY, DefaultCmm(AES), SimpleNamespace(on_encrypt=AES.on_encrypt), SimpleNamespace(on_decrypt=AES.on_decrypt)],
    ids=["none", "object", "bytes", "cmm", "only-encrypts", "only-decrypts"],
)
def test_cmm_without_a_keyring_is_refused(keyring: Keyring) -> None:
    with pytest.raises(UsageError) as error:
        DefaultCmm(keyring)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req(
    "CMM-DEF-001", "CMM-DEF-006", "CMM-DEF-007", "CMM-IFC-005", "CMM-IFC-006", "CMM-IFC-008", "CMM-IFC-011", "CMM-IFC-009", "CMM-IFC-018"
)
def test_decrypt_materials_are_those_of_one_call_to_the_keyring() -> None:
    keyring = Watched(StaticDataKeyring(KEY))
    materials = DefaultCmm(keyring).decrypt_materials(reading(stored={"a": "1", "b": "2"}, reproduced={"b": "2", "r": "3"}))
    asked = DecryptionMaterials(suite=UNSIGNED, encryption_context={"a": "1", "b": "2", "r": "3"}, required_context_keys=frozenset("r"))
    assert keyring.calls == [(asked, (EDK,))]
    assert materials == asked.with_data_key(KEY)


@pytest.mark.req("CMM-DEF-002", "CMM-IFC-010", "CMM-DEF-014", "SIG-VER-005")
@pytest.mark.parametrize("place", ["stored", "reproduced", "both"])
def test_decrypt_materials_of_a_signed_message_hold_its_public_key(place: str) -> None:
    request = reading(SIGNED, stored=PAIR if place != "reproduced" else {}, reproduced=PAIR if place != "stored" else {})
    materials = DefaultCmm(StaticDataKeyring(KEY)).decrypt_materials(request)
    assert materials.verification_key is not None
    assert encode_public_key(materials.verification_key) == PUBLIC_KEY
    assert materials.required_context_keys == (frozenset(PAIR) if place == "reproduced" else frozenset())


@pytest.mark.req("CMM-DEF-003", "CMM-IFC-012", kind="negative")
def test_decrypt_materials_of_a_signed_message_without_public_key_fails() -> None:
    assert_no_call(reading(SIGNED), MalformedMessage, Code.PUBLIC_KEY_MISSING)


@pytest.mark.req("CMM-DEF-004", "CMM-IFC-013", kind="negative")
@pytest.mark.parametrize("place", ["stored", "reproduced"])
def test_decrypt_materials_of_an_unsigned_message_with_public_key_fails(place: str) -> None:
    request = reading(stored=PAIR) if place == "stored" else reading(reproduced=PAIR)
    assert_no_call(request, MalformedMessage, Code.PUBLIC_KEY_UNEXPECTED)


@pytest.mark.req("SIG-KEY-003", "SIG-KEY-005", "CMM-DEF-002", kind="negative")
@pytest.mark.parametrize("text", ["", "no base64", PUBLIC_KEY + "\n"], ids=["empty", "text", "newline"])
def test_decrypt_materials_with_a_malformed_public_key_fails(text: str) -> None:
    assert_no_call(reading(SIGNED, stored={"aws-crypto-public-key": text}), MalformedMessage, Code.PUBLIC_KEY_MALFORMED)


@pytest.mark.req("CMM-IFC-004", "CMM-IFC-018", kind="negative")
@pytest.mark.parametrize("stored", [{"a": "1"}, {"a": "1", **PAIR}], ids=["alone", "before-public-key"])
def test_decrypt_materials_with_a_contradicting_context_fails_before_unwrap(stored: dict[str, str]) -> None:
    assert_no_call(reading(stored=stored, reproduced={"a": "2"}), AuthenticationError, Code.ENCRYPTION_CONTEXT_MISMATCH)


@pytest.mark.req("CMM-IFC-004", "CMM-DEF-014", kind="negative")
def test_decrypt_materials_with_another_reproduced_public_key_fails() -> None:
    other = encode_public_key(generate_signing_key(SIGNATURES["ECDSA_P384_SHA384"]).public_key())
    request = reading(SIGNED, stored=PAIR, reproduced={"aws-crypto-public-key": other})
    assert_no_call(request, AuthenticationError, Code.ENCRYPTION_CONTEXT_MISMATCH)


@pytest.mark.req("CMM-DEF-005", kind="negative")
def test_decrypt_materials_that_the_policy_forbids_fails() -> None:
    assert_no_call(reading(SUITES[0x0178], policy=REQUIRE), PolicyError, Code.POLICY_VIOLATION)


def test_decrypt_materials_of_a_message_with_another_reserved_key_are_given() -> None:
    """The reserved prefix binds writers (DEC-G56)."""
    request = reading(stored={"aws-crypto-foo": "1"})
    assert DefaultCmm(StaticDataKeyring(KEY)).decrypt_materials(request).encryption_context == {"aws-crypto-foo": "1"}


@pytest.mark.req("CMM-DEF-006", kind="negative")
def test_decrypt_materials_when_the_keyring_fails_fails() -> None:
    with pytest.raises(DataKeyUnwrapError) as error:
        DefaultCmm(AES).decrypt_materials(reading())
    assert [attempt.edk_index for attempt in error.value.attempts] == [0]


READ = DecryptionMaterials(suite=UNSIGNED, encryption_context={})


@pytest.mark.req("CMM-IFC-008", "CMM-IFC-009", "CMM-IFC-019", "CMM-DEF-007", kind="negative")
@pytest.mark.parametrize(
    "answer",
    [None, KEY, READ, READ.with_data_key(KEY[:16]), replace(READ.with_data_key(KEY), suite=SIGNED)],
    ids=["none", "bytes", "no-key", "short-key", "other-suite"],
)
def test_decrypt_materials_from_a_keyring_that_returns_nonsense_are_refused(answer: object) -> None:
    with pytest.raises(MaterialsError) as error:
        DefaultCmm(Watched(AES, answer)).decrypt_materials(reading())
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-DEF-008", "CMM-DEF-009", "CMM-DEF-010", "CMM-DEF-011", "CMM-DEF-013", "CMM-IFC-016")
@each_suite
def test_encryption_materials_of_each_suite_open_again(suite: Suite) -> None:
    policy = REQUIRE if suite.commitment else FORBID
    keyring = Watched(AES)
    written = DefaultCmm(keyring).get_encryption_materials(writing(suite, policy, {"a": "1"}))
    assert len(keyring.calls) == 1
    assert (written.suite, written.signing_key is not None) == (suite, suite.signed)
    assert set(written.encryption_context) == {"a", *(PAIR if suite.signed else ())}
    read = DefaultCmm(AES).decrypt_materials(
        replace(reading(suite, dict(written.encryption_context)), encrypted_data_keys=written.encrypted_data_keys)
    )
    assert read.data_key == written.data_key
    if suite.signed:
        assert isinstance(written.signing_key, EllipticCurvePrivateKey)
        assert written.signing_key.public_key() == read.verification_key


@pytest.mark.req("CMM-DEF-008")
@pytest.mark.parametrize("policy", CommitmentPolicy)
def test_encryption_materials_without_a_suite_have_the_default_one(policy: CommitmentPolicy) -> None:
    materials = DefaultCmm(AES).get_encryption_materials(writing(policy=policy))
    assert materials.suite is policy.default_suite
    assert materials.suite.signature is not None
    decode_public_key(materials.encryption_context["aws-crypto-public-key"], materials.suite.signature)


@pytest.mark.req("CMM-DEF-011", "CMM-DEF-012")
def test_encryption_materials_have_a_new_key_pair_and_leave_the_context_alone() -> None:
    context = {"a": "1"}
    cmm = DefaultCmm(AES)
    first, second = (cmm.get_encryption_materials(writing(context=context)) for _ in range(2))
    assert context == {"a": "1"}
    assert first.encryption_context["aws-crypto-public-key"] != second.encryption_context["aws-crypto-public-key"]


@pytest.mark.req("CMM-DEF-009", kind="negative")
@pytest.mark.parametrize(("policy", "suite_id"), [(REQUIRE, 0x0178), (ALLOW, 0x0378), (FORBID, 0x0478), (FORBID, 0x0578)], ids=str)
def test_encryption_materials_that_the_policy_forbids_fails(policy: CommitmentPolicy, suite_id: int) -> None:
    keyring = Watched(AES)
    with pytest.raises(PolicyError) as error:
        DefaultCmm(keyring).get_encryption_materials(writing(SUITES[suite_id], policy))
    assert error.value.code is Code.POLICY_VIOLATION
    assert keyring.calls == []


@pytest.mark.req("CMM-DEF-010", kind="negative")
@pytest.mark.parametrize("suite", [SIGNED, UNSIGNED], ids=["signed", "unsigned"])
@pytest.mark.parametrize("key", ["aws-crypto-public-key", "aws-crypto-", "aws-crypto-foo"])
def test_encryption_materials_with_a_reserved_key_fails(key: str, suite: Suite) -> None:
    keyring = Watched(AES)
    with pytest.raises(UsageError) as error:
        DefaultCmm(keyring).get_encryption_materials(writing(suite, context={key: "x"}))
    assert error.value.code is Code.INVALID_ARGUMENT
    assert keyring.calls == []


@pytest.mark.parametrize("key", ["aws-crypto", "aws-", "AWS-crypto-x", " aws-crypto-x"])
def test_encryption_materials_with_a_key_that_is_not_reserved_are_given(key: str) -> None:
    assert key in DefaultCmm(AES).get_encryption_materials(writing(context={key: "x"})).encryption_context


@pytest.mark.req("CMM-IFC-017")
def test_encryption_materials_list_the_required_keys() -> None:
    request = replace(writing(context={"a": "1", "r": "2"}), required_context_keys=frozenset("r"))
    materials = DefaultCmm(AES).get_encryption_materials(request)
    assert materials.required_context_keys == frozenset("r")
    assert materials.encryption_context["r"] == "2"


@pytest.mark.req("CMM-IFC-017", kind="negative")
def test_encryption_materials_without_a_required_pair_fails() -> None:
    request = replace(writing(context={"a": "1"}), required_context_keys=frozenset("r"))
    with pytest.raises(MaterialsError) as error:
        DefaultCmm(AES).get_encryption_materials(request)
    assert error.value.code is Code.REQUIRED_CONTEXT_MISSING


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "CMM-DEF-013", kind="negative")
@pytest.mark.parametrize("answer", [None, READ.with_data_key(KEY)], ids=["none", "other-kind"])
def test_encryption_materials_from_a_keyring_that_returns_nonsense_are_refused(answer: object) -> None:
    with pytest.raises(MaterialsError) as error:
        DefaultCmm(Watched(AES, answer)).get_encryption_materials(writing())
    assert error.value.code is Code.MATERIALS_INVALID

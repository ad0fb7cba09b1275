"""The rules that CMMs share, and the judging of what a CMM returns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from esdkit import Client
from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    DecryptionRequest,
    EncryptionRequest,
    check_decrypt_suite,
    check_decryption_materials,
    check_encrypt_suite,
    check_encryption_materials,
    check_reproduced_context,
    check_required_keys,
    public_key_text,
    reproduced_only,
)
from esdkit.cmm.default import DefaultCmm
from esdkit.crypto.rand import system_random
from esdkit.crypto.signing import encode_public_key, generate_signing_key
from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage, MaterialsError, PolicyError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, RawAesKeyring, StaticDataKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import POLICIES, SIGNATURES, SUITES, Suite
from tests.each import each

FORBID = CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT
ALLOW = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT
REQUIRE = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
COMMITTING = {0x0478, 0x0578}
SIGNING = {0x0214, 0x0346, 0x0378, 0x0578}
SIGNING_KEY = generate_signing_key(SIGNATURES["ECDSA_P384_SHA384"])
OTHER_SIGNING_KEY = generate_signing_key(SIGNATURES["ECDSA_P384_SHA384"])
KEYS_OF_OTHER_KINDS = [
    pytest.param(ec.generate_private_key(ec.SECP256R1()), id="p-256"),
    pytest.param(ec.generate_private_key(ec.SECP521R1()), id="p-521"),
    pytest.param(Ed25519PrivateKey.generate(), id="ed25519"),
]
KEY = b"K" * 32
EDK = EncryptedDataKey(b"p", b"i", b"c")
each_suite = each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)


@pytest.mark.req("ALG-POL-001")
def test_policy_members_are_the_rows_of_the_table() -> None:
    assert [policy.value for policy in CommitmentPolicy] == list(POLICIES)
    assert all(policy.name == policy.value for policy in CommitmentPolicy)


@pytest.mark.req("ALG-POL-001", kind="negative")
@pytest.mark.parametrize("name", ["", "FORBID_ENCRYPT_REQUIRE_DECRYPT", "require_encrypt_require_decrypt"], ids=repr)
def test_policy_of_another_name_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="not a valid"):
        CommitmentPolicy(name)


@pytest.mark.req("ALG-POL-004", "ALG-POL-007")
@pytest.mark.parametrize(("policy", "suite_id"), [(FORBID, 0x0378), (ALLOW, 0x0578), (REQUIRE, 0x0578)], ids=str)
def test_policy_default_suite_is_the_one_of_the_sdks(policy: CommitmentPolicy, suite_id: int) -> None:
    assert policy.default_suite is SUITES[suite_id]
    check_encrypt_suite(policy, policy.default_suite)


def allowed(check: object, policy: CommitmentPolicy, suite: Suite) -> bool:
    try:
        check(policy, suite)  # type: ignore[operator]  # one of the two checks
    except PolicyError as error:
        assert error.code is Code.POLICY_VIOLATION
        assert error.path == "header.algorithm_suite_id"
        return False
    return True


@pytest.mark.req("ALG-POL-002", "ALG-POL-005", "ALG-POL-008", "CMM-DEF-005")
@pytest.mark.req("ALG-POL-008", "CMM-DEF-005", kind="negative")
@each("policy", CommitmentPolicy)
@each_suite
def test_check_decrypt_suite_forbids_only_uncommitted_under_require_decrypt(suite: Suite, policy: CommitmentPolicy) -> None:
    assert allowed(check_decrypt_suite, policy, suite) is (policy is not REQUIRE or suite.id in COMMITTING)


@pytest.mark.req("ALG-POL-003", "ALG-POL-006")
@pytest.mark.req("ALG-POL-003", "ALG-POL-006", kind="negative")
@each("policy", CommitmentPolicy)
@each_suite
def test_check_encrypt_suite_wants_commitment_or_none(suite: Suite, policy: CommitmentPolicy) -> None:
    assert allowed(check_encrypt_suite, policy, suite) is ((policy is FORBID) is (suite.id not in COMMITTING))


@pytest.mark.req("CMM-IFC-004", "CMM-REQ-008")
@pytest.mark.parametrize(
    ("stored", "reproduced"),
    [({}, {}), ({"a": "1"}, {}), ({}, {"a": "1"}), ({"a": "1", "b": "2"}, {"a": "1"}), ({"a": "1"}, {"a": "1", "c": ""})],
    ids=["both-empty", "stored-only", "reproduced-only", "subset", "overlap"],
)
def test_check_reproduced_context_that_agrees_holds(stored: dict[str, str], reproduced: dict[str, str]) -> None:
    check_reproduced_context(stored, reproduced)


@pytest.mark.req("CMM-IFC-004", kind="negative")
@pytest.mark.parametrize("value", ["2", "", "1 ", "１"], ids=["other", "empty", "longer", "full-width"])
def test_check_reproduced_context_that_contradicts_fails(value: str) -> None:
    with pytest.raises(AuthenticationError) as error:
        check_reproduced_context({"a": "1", "b": "2"}, {"b": "2", "a": value})
    assert error.value.code is Code.ENCRYPTION_CONTEXT_MISMATCH
    assert error.value.path == "header.encryption_context"


contexts = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("12"))


@given(stored=contexts, reproduced=contexts)
def test_reproduced_only_and_stored_make_the_whole_context(stored: dict[str, str], reproduced: dict[str, str]) -> None:
    added = reproduced_only(stored, reproduced)
    assert not added.keys() & stored.keys()
    assert {**reproduced, **stored} == {**stored, **added}


@pytest.mark.req("CMM-IFC-012", "CMM-IFC-013", "CMM-DEF-002", "CMM-DEF-003", "CMM-DEF-004")
@pytest.mark.req("CMM-IFC-012", "CMM-IFC-013", "CMM-DEF-003", "CMM-DEF-004", kind="negative")
@each("context", [{}, {"aws-crypto-public-key": "text"}], ids=["without", "with"])
@each_suite
def test_public_key_text_stands_there_exactly_when_the_suite_signs(suite: Suite, context: dict[str, str]) -> None:
    signs = suite.id in SIGNING
    if signs is bool(context):
        assert public_key_text(context, suite) == ("text" if signs else None)
        return
    with pytest.raises(MalformedMessage) as error:
        public_key_text(context, suite)
    assert error.value.code is (Code.PUBLIC_KEY_MISSING if signs else Code.PUBLIC_KEY_UNEXPECTED)
    assert error.value.path == "header.encryption_context"


@pytest.mark.req("CMM-DEF-004", kind="negative")
def test_public_key_text_that_is_empty_is_a_public_key_all_the_same() -> None:
    assert public_key_text({"aws-crypto-public-key": ""}, SUITES[0x0578]) == ""
    with pytest.raises(MalformedMessage) as error:
        public_key_text({"aws-crypto-public-key": ""}, SUITES[0x0478])
    assert error.value.code is Code.PUBLIC_KEY_UNEXPECTED


@pytest.mark.req("CMM-IFC-007", kind="negative")
def test_check_required_keys_names_what_is_missing() -> None:
    check_required_keys(frozenset("a"), {"a": ""}, writing=True)
    check_required_keys(frozenset(), {}, writing=False)
    with pytest.raises(MaterialsError) as error:
        check_required_keys(frozenset("abc"), {"b": "1"}, writing=False)
    assert error.value.code is Code.REQUIRED_CONTEXT_MISSING


@pytest.mark.req("CMM-IFC-002", "CMM-IFC-003", "CMM-IFC-015", "CLI-CFG-012")
def test_what_a_request_may_carry_is_not_there_by_default() -> None:
    write = EncryptionRequest(encryption_context={}, commitment_policy=REQUIRE)
    assert (write.suite, write.required_context_keys, write.max_plaintext_length) == (None, frozenset(), None)
    assert write.random is system_random
    read = DecryptionRequest(suite=UNSIGNED, commitment_policy=REQUIRE, encrypted_data_keys=[EDK], encryption_context={})
    assert (read.reproduced_encryption_context, read.js_locale) == ({}, False)


@pytest.mark.req("CMM-IFC-001", kind="negative")
@pytest.mark.req("CMM-IFC-001", "CMM-IFC-014")
def test_cmm_is_any_object_with_the_two_methods() -> None:
    class Own:
        def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
            raise NotImplementedError

        def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
            raise NotImplementedError

    assert isinstance(DefaultCmm(StaticDataKeyring(KEY)), CryptographicMaterialsManager)
    assert isinstance(Own(), CryptographicMaterialsManager)
    assert not isinstance(RawAesKeyring("n", "k", KEY), CryptographicMaterialsManager)


SIGNED, UNSIGNED = SUITES[0x0578], SUITES[0x0478]
READ = DecryptionRequest(
    suite=UNSIGNED,
    commitment_policy=REQUIRE,
    encrypted_data_keys=[EDK],
    encryption_context={"a": "1"},
    reproduced_encryption_context={"a": "1", "r": "2"},
)
READABLE = DecryptionMaterials(suite=UNSIGNED, encryption_context={"a": "1", "r": "2"}, required_context_keys=frozenset("r")).with_data_key(
    KEY
)
READABLE_SIGNED = replace(READABLE, suite=SIGNED, verification_key=SIGNING_KEY.public_key())


@pytest.mark.req("CMM-IFC-002", "CMM-IFC-003", "CMM-IFC-006", "CMM-IFC-008", "CMM-IFC-010", "CMM-IFC-011", "CMM-IFC-007", "CMM-IFC-020")
@pytest.mark.req("CMM-IFC-024")
@pytest.mark.parametrize(
    ("suite", "materials"),
    [(UNSIGNED, READABLE), (SIGNED, READABLE_SIGNED), (UNSIGNED, replace(READABLE, required_context_keys=frozenset("ar")))],
    ids=["unsigned", "signed", "more-required"],
)
def test_check_decryption_materials_that_are_right_gives_them(suite: Suite, materials: DecryptionMaterials) -> None:
    assert check_decryption_materials(replace(READ, suite=suite), materials) is materials


@pytest.mark.req(
    "CMM-IFC-006",
    "CMM-IFC-007",
    "CMM-IFC-008",
    "CMM-IFC-010",
    "CMM-IFC-011",
    "CMM-IFC-019",
    "CMM-IFC-005",
    "CMM-IFC-014",
    "CMM-IFC-020",
    kind="negative",
)
@each(
    ("suite", "materials"),
    [
        (UNSIGNED, None),
        (UNSIGNED, KEY),
        (UNSIGNED, replace(READABLE, data_key=None)),
        (UNSIGNED, replace(READABLE, data_key=KEY)),  # type: ignore[arg-type]  # plain bytes are the fault here
        (UNSIGNED, READABLE.with_data_key(KEY[:16])),
        (UNSIGNED, READABLE_SIGNED),
        (SIGNED, READABLE),
        (SIGNED, replace(READABLE, suite=SIGNED)),
        (UNSIGNED, replace(READABLE, verification_key=SIGNING_KEY.public_key())),
        (UNSIGNED, replace(READABLE, required_context_keys=frozenset())),
        (UNSIGNED, replace(READABLE, required_context_keys=frozenset("a"))),
        (UNSIGNED, replace(READABLE, required_context_keys=frozenset("rx"))),
        (UNSIGNED, replace(READABLE, encryption_context={"a": "1"})),
    ],
    ids=[
        "none",
        "bytes",
        "no-key",
        "plain-bytes",
        "short-key",
        "other-suite",
        "suite-unsigned",
        "no-public-key",
        "public-key",
        "not-required",
        "other-required",
        "required-without-value",
        "pair-lost",
    ],
)
def test_check_decryption_materials_that_break_the_contract_are_refused(suite: Suite, materials: object) -> None:
    with pytest.raises(MaterialsError) as error:
        check_decryption_materials(replace(READ, suite=suite), materials)
    assert error.value.code is Code.MATERIALS_INVALID
    assert "KKKK" not in str(error.value)


WRITE = EncryptionRequest(encryption_context={"a": "1", "r": "2"}, commitment_policy=REQUIRE, required_context_keys=frozenset("r"))
PUBLIC_KEY = {"aws-crypto-public-key": encode_public_key(SIGNING_KEY.public_key())}
WRITABLE = (
    EncryptionMaterials(
        suite=SIGNED, encryption_context={"a": "1", "r": "2", **PUBLIC_KEY}, required_context_keys=frozenset("r"), signing_key=SIGNING_KEY
    )
    .with_data_key(KEY)
    .with_encrypted_data_key(EDK)
)


@pytest.mark.req("CMM-IFC-015", "CMM-IFC-016", "CMM-IFC-017", "CMM-IFC-021", "CMM-IFC-022", "CMM-IFC-023")
@pytest.mark.parametrize("suite", [None, SIGNED], ids=["default", "named"])
def test_check_encryption_materials_that_are_right_gives_them(suite: Suite | None) -> None:
    assert check_encryption_materials(replace(WRITE, suite=suite), WRITABLE) is WRITABLE


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-017", "CMM-IFC-019", "CMM-IFC-014", "CMM-DEF-011", "CMM-IFC-022", "CMM-IFC-023", kind="negative")
@pytest.mark.parametrize(
    "materials",
    [
        None,
        READABLE,
        replace(WRITABLE, data_key=None),
        WRITABLE.with_data_key(KEY[:-1]),
        replace(WRITABLE, encrypted_data_keys=()),
        replace(WRITABLE, signing_key=None),
        replace(WRITABLE, suite=UNSIGNED),
        replace(WRITABLE, required_context_keys=frozenset()),
        replace(WRITABLE, required_context_keys=frozenset("rx")),
        replace(WRITABLE, encryption_context={"a": "1", **PUBLIC_KEY}),
        replace(WRITABLE, encrypted_data_keys=(b"edk",)),  # type: ignore[arg-type]  # bytes are the fault here
        replace(WRITABLE, encrypted_data_keys=iter([EDK])),  # type: ignore[arg-type]  # it has no length
        replace(WRITABLE, encrypted_data_keys=1),  # type: ignore[arg-type]  # so has a number
        replace(WRITABLE, suite=0x0578),  # type: ignore[arg-type]  # an id is not a suite
        replace(WRITABLE, suite=None),  # type: ignore[arg-type]  # nor is nothing
        replace(WRITABLE, encryption_context={"a": "1", "r": "2"}),
        replace(WRITABLE, signing_key=OTHER_SIGNING_KEY),
        replace(WRITABLE, suite=UNSIGNED, signing_key=None),
    ],
    ids=[
        "none",
        "other-kind",
        "no-key",
        "short-key",
        "no-edk",
        "no-signing-key",
        "signing-key",
        "not-required",
        "no-value",
        "pair-lost",
        "bytes-for-edk",
        "iterator-of-edks",
        "number-for-edks",
        "id-for-suite",
        "none-for-suite",
        "no-public-key",
        "other-public-key",
        "needless-public-key",
    ],
)
def test_check_encryption_materials_that_break_the_contract_are_refused(materials: object) -> None:
    with pytest.raises(MaterialsError) as error:
        check_encryption_materials(WRITE, materials)
    assert error.value.code is Code.MATERIALS_INVALID


class BrokenCmm:
    """Returns one thing for whatever is asked."""

    def __init__(self, materials: EncryptionMaterials) -> None:
        self.materials = materials

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        return self.materials

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        raise NotImplementedError


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "CMM-IFC-021", kind="negative")
@pytest.mark.parametrize("key", KEYS_OF_OTHER_KINDS)
def test_signing_key_of_another_curve_is_refused_before_anything_is_written(key: Any) -> None:
    context = WRITABLE.encryption_context
    if isinstance(key, ec.EllipticCurvePrivateKey):
        context = {**context, "aws-crypto-public-key": encode_public_key(key.public_key())}
    wrong = replace(WRITABLE, signing_key=key, encryption_context=context, required_context_keys=frozenset())
    with pytest.raises(MaterialsError, match="not a private key on P-384") as error:
        Client().encrypt(source=b"", cmm=BrokenCmm(wrong))
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "CMM-IFC-022", kind="negative")
def test_signing_key_that_is_not_the_one_in_the_context_writes_no_message() -> None:
    wrong = replace(WRITABLE, signing_key=OTHER_SIGNING_KEY, required_context_keys=frozenset())
    with pytest.raises(MaterialsError, match="not the value of aws-crypto-public-key"):
        Client().encrypt(source=b"", cmm=BrokenCmm(wrong))


class ReplacingCmm(DefaultCmm):
    """Replaces the signing key and leaves the public key in the context."""

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        return replace(super().get_encryption_materials(request), signing_key=OTHER_SIGNING_KEY)


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "CMM-IFC-022", kind="negative")
def test_signing_key_that_a_cmm_replaced_after_the_default_one_writes_no_message() -> None:
    keyring = RawAesKeyring(namespace="n", name="k", wrapping_key=bytes(32))
    with pytest.raises(MaterialsError, match="not the value of aws-crypto-public-key"):
        Client().encrypt(source=b"", cmm=ReplacingCmm(keyring))


@pytest.mark.req("CMM-IFC-019", "CMM-IFC-024", kind="negative")
@pytest.mark.parametrize("key", KEYS_OF_OTHER_KINDS)
def test_verification_key_of_another_curve_is_refused(key: Any) -> None:
    with pytest.raises(MaterialsError, match="not a public key on P-384"):
        check_decryption_materials(replace(READ, suite=SIGNED), replace(READABLE_SIGNED, verification_key=key.public_key()))


@pytest.mark.req("CMM-IFC-016", "ALG-POL-006", kind="negative")
def test_check_encryption_materials_of_another_suite_are_refused() -> None:
    with pytest.raises(MaterialsError):
        check_encryption_materials(replace(WRITE, suite=UNSIGNED), WRITABLE)
    with pytest.raises(PolicyError):
        check_encryption_materials(replace(WRITE, commitment_policy=FORBID), WRITABLE)


@given(stored=contexts, reproduced=contexts)
def test_check_reproduced_context_of_any_contexts_holds_or_is_a_mismatch(stored: Mapping[str, str], reproduced: Mapping[str, str]) -> None:
    agree = all(stored[key] == reproduced[key] for key in stored.keys() & reproduced.keys())
    try:
        check_reproduced_context(stored, reproduced)
    except EsdkError:
        assert not agree
    else:
        assert agree

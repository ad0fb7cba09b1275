"""The required encryption context CMM: keys that must be given, again and again."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from esdkit.cmm import CommitmentPolicy, DecryptionRequest, DefaultCmm, EncryptionRequest, RequiredEncryptionContextCmm
from esdkit.errors import AuthenticationError, Code, DataKeyUnwrapError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, RawAesKeyring
from esdkit.spec import SUITES

REQUIRE = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
AES = RawAesKeyring("space", "name", bytes(32))
SUITE = SUITES[0x0478]
CONTEXT = {"a": "1", "b": "2", "c": "3"}
WRITE = EncryptionRequest(encryption_context=CONTEXT, commitment_policy=REQUIRE, suite=SUITE)


@dataclass
class Watched:
    """A CMM that notes its requests and passes them on, and may change the answer."""

    change: Any = None
    requests: list[object] = field(default_factory=list)

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        self.requests.append(request)
        materials: EncryptionMaterials = self._changed(DefaultCmm(AES).get_encryption_materials(request))
        return materials

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        self.requests.append(request)
        materials: DecryptionMaterials = self._changed(DefaultCmm(AES).decrypt_materials(request))
        return materials

    def _changed(self, materials: Any) -> Any:
        return materials if self.change is None else self.change(materials)


def written(required: str) -> EncryptionMaterials:
    return RequiredEncryptionContextCmm(set(required), AES).get_encryption_materials(WRITE)


def reading(materials: EncryptionMaterials, reproduced: str) -> DecryptionRequest:
    """The request for a message that was written with these materials, when the caller gives these keys again."""
    stored = {key: value for key, value in materials.encryption_context.items() if key not in materials.required_context_keys}
    return DecryptionRequest(
        suite=SUITE,
        commitment_policy=REQUIRE,
        encrypted_data_keys=materials.encrypted_data_keys,
        encryption_context=stored,
        reproduced_encryption_context={key: CONTEXT[key] for key in reproduced},
    )


@pytest.mark.req("CMM-REQ-002")
def test_no_key_at_all_may_be_required() -> None:
    assert RequiredEncryptionContextCmm([], AES).get_encryption_materials(WRITE).required_context_keys == frozenset()


@pytest.mark.req("CMM-REQ-001", "CMM-REQ-002")
@pytest.mark.parametrize("below", [AES, DefaultCmm(AES), RequiredEncryptionContextCmm({"a"}, AES)], ids=["keyring", "cmm", "nested"])
def test_cmm_on_a_keyring_or_a_cmm_gives_materials(below: Any) -> None:
    assert RequiredEncryptionContextCmm(["a"], below).get_encryption_materials(WRITE).required_context_keys == frozenset("a")


@pytest.mark.req("CMM-REQ-001", "CMM-REQ-002", kind="negative")
@pytest.mark.parametrize(("keys", "below"), [("key1", AES), (["a"], None), (["a"], object())], ids=["text", "none", "object"])
def test_cmm_with_bad_inputs_is_refused(keys: Any, below: Any) -> None:
    with pytest.raises(UsageError) as error:
        RequiredEncryptionContextCmm(keys, below)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CMM-REQ-004", "CMM-REQ-007", "CMM-REQ-006")
def test_encryption_request_is_handed_on_with_the_required_keys() -> None:
    below = Watched()
    request = replace(WRITE, required_context_keys=frozenset("b"), max_plaintext_length=7)
    materials = RequiredEncryptionContextCmm({"a"}, below).get_encryption_materials(request)
    assert below.requests == [replace(request, required_context_keys=frozenset("ab"))]
    assert materials.required_context_keys == frozenset("ab")
    assert materials.encryption_context == CONTEXT


@pytest.mark.req("CMM-REQ-006", kind="negative")
@pytest.mark.parametrize("required", ["x", "ax"], ids=["none-there", "one-missing"])
def test_encryption_request_without_a_required_pair_fails(required: str) -> None:
    below = Watched()
    with pytest.raises(MaterialsError) as error:
        RequiredEncryptionContextCmm(set(required), below).get_encryption_materials(WRITE)
    assert error.value.code is Code.REQUIRED_CONTEXT_MISSING
    assert below.requests == []


@pytest.mark.req("CMM-REQ-003", "CMM-REQ-004", "CMM-REQ-005", "CMM-REQ-008")
@pytest.mark.parametrize(
    ("required", "reproduced"),
    [("a", "a"), ("a", "ab"), ("a", "abc"), ("ab", "ab"), ("abc", "abc"), ("", ""), ("", "b")],
    ids=["exact", "one-stored-too", "all", "two", "every-key", "nothing", "stored-only"],
)
def test_decrypt_request_with_the_required_pairs_is_handed_on(required: str, reproduced: str) -> None:
    materials = written(required)
    request = reading(materials, reproduced)
    below = Watched()
    read = RequiredEncryptionContextCmm(set(required), below).decrypt_materials(request)
    assert below.requests == [request]
    assert read.data_key == materials.data_key
    assert read.encryption_context == CONTEXT
    assert read.required_context_keys == frozenset(required)


@pytest.mark.req("CMM-REQ-003", kind="negative")
@pytest.mark.parametrize(("required", "reproduced"), [("a", ""), ("ab", "a"), ("ab", "c")], ids=["none", "one", "another"])
def test_decrypt_request_without_a_required_pair_fails(required: str, reproduced: str) -> None:
    below = Watched()
    with pytest.raises(MaterialsError) as error:
        RequiredEncryptionContextCmm(set(required), below).decrypt_materials(reading(written(required), reproduced))
    assert error.value.code is Code.REQUIRED_CONTEXT_MISSING
    assert below.requests == []


@pytest.mark.req("CMM-REQ-008", "CMM-IFC-004", kind="negative")
def test_decrypt_request_with_a_contradicting_stored_pair_fails() -> None:
    request = replace(reading(written("a"), "a"), reproduced_encryption_context={"a": "1", "b": "other"})
    with pytest.raises(AuthenticationError) as error:
        RequiredEncryptionContextCmm({"a"}, AES).decrypt_materials(request)
    assert error.value.code is Code.ENCRYPTION_CONTEXT_MISMATCH


@pytest.mark.req("KEY-AES-015", "KEY-IFC-012", kind="negative")
def test_decrypt_request_without_the_pair_does_not_open_the_data_key() -> None:
    """Without the CMM nobody asks for the pair, and raw AES still binds it."""
    with pytest.raises(DataKeyUnwrapError):
        DefaultCmm(AES).decrypt_materials(reading(written("a"), ""))


@pytest.mark.req("CMM-REQ-005", "CMM-IFC-019", kind="negative")
@pytest.mark.parametrize(
    "change",
    [
        lambda materials: None,
        lambda materials: replace(materials, encryption_context={"b": "2", "c": "3"}, required_context_keys=frozenset()),
        lambda materials: replace(materials, required_context_keys=frozenset()),
        lambda materials: replace(materials, data_key=None),
    ],
    ids=["none", "pair-dropped", "key-not-required", "no-data-key"],
)
def test_decrypt_materials_that_lost_something_are_refused(change: Any) -> None:
    with pytest.raises(MaterialsError) as error:
        RequiredEncryptionContextCmm({"a"}, Watched(change)).decrypt_materials(reading(written("a"), "a"))
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-REQ-005", kind="negative")
def test_decrypt_materials_that_lost_a_stored_pair_are_refused() -> None:
    """A required pair that the message stores all the same: no reproduced-only key is missing, and yet it is gone."""

    def drop(materials: DecryptionMaterials) -> DecryptionMaterials:
        return replace(materials, encryption_context={"b": "2", "c": "3"})

    with pytest.raises(MaterialsError) as error:
        RequiredEncryptionContextCmm({"a"}, Watched(drop)).decrypt_materials(reading(written(""), "a"))
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-REQ-007", kind="negative")
@pytest.mark.parametrize(
    "change",
    [lambda materials: None, lambda materials: replace(materials, required_context_keys=frozenset())],
    ids=["none", "not-listed"],
)
def test_encryption_materials_that_do_not_list_the_keys_are_refused(change: Any) -> None:
    with pytest.raises(MaterialsError) as error:
        RequiredEncryptionContextCmm({"a"}, Watched(change)).get_encryption_materials(WRITE)
    assert error.value.code is Code.MATERIALS_INVALID

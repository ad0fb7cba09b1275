"""The native manifest: nothing unknown is let through, and every case says why it is there."""

import copy
import hashlib
from typing import Any

import pytest

from esdkit.errors import Code, VectorError
from esdkit.vectors.files import DiskFolder, JsonFile
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.model import Accept, Reject, Released, Vector, given_data_key
from tests.each import each
from tests.unit.vectors.making import PLAINTEXT, Json, MadeSet, made_keyring, raw_aes, seal

CIPHERTEXT = seal()
GOOD: Json = {
    "ciphertext": "file://c.bin",
    "key": raw_aes(),
    "expect": {"outcome": "accept", "plaintext": "file://p.bin"},
    "comment": "one fact",
    "requirements": ["FMT-HDR-001"],
    "flags": ["ordinary"],
    "source": {"name": "made", "version": "1"},
    "verified-by": {"made": "accept"},
    "sha256": hashlib.sha256(CIPHERTEXT).hexdigest(),
}
REJECT = {"outcome": "reject", "stage": "frames", "code": "body-tag-invalid"}
NEGATIVE: Json = {**GOOD, "expect": REJECT, "twin": "t0"}
NOTE = {"bug": "made", "effect": "none", "links": ["DEC-G01"]}


def manifest(*tests: Json) -> Json:
    return {
        "manifest": {"type": "esdkit-vectors", "version": 2},
        "keys": "file://keys.json",
        "notes": {"ordinary": NOTE},
        "readers": {"made": {"name": "made", "version": "1"}},
        "tests": {f"t{index}": test for index, test in enumerate(tests)},
    }


def load(made: MadeSet, *tests: Json) -> tuple[Vector, ...]:
    made.fill(manifest(*tests), ciphertext=CIPHERTEXT)
    vector_set = load_manifest(JsonFile(DiskFolder(made.root), "manifest.json", "", explicit=True))
    assert vector_set is not None
    assert vector_set.kind == "esdkit-vectors v2"
    return vector_set.vectors


def refused(made: MadeSet, test: Json) -> VectorError:
    with pytest.raises(VectorError) as caught:
        load(made, test)
    return caught.value


@pytest.mark.req("TVM-NAT-001")
def test_case_is_read_with_all_that_it_may_have(made: MadeSet) -> None:
    full = {
        **GOOD,
        "encryption-context": {"k": "v"},
        "commitment-policy": "FORBID_ENCRYPT_ALLOW_DECRYPT",
        "max-encrypted-data-keys": 3,
        "expect": {**REJECT, "released": {"length": 3, "sha256": "00"}},
        "base": "t0",
        "twin": "t0",
        "text": "file://t1.asm",
    }
    positive, negative = load(made, GOOD, full)
    assert (positive.id, positive.keys, positive.expectation) == ("t0", made_keyring(), Accept(PLAINTEXT))
    assert (positive.commitment_policy, positive.max_encrypted_data_keys, positive.comment) == (None, None, "one fact")
    assert negative.expectation == Reject("frames", "body-tag-invalid", Released(3, "00"))
    assert (negative.twin, negative.flags) == ("t0", ("ordinary",))
    assert (negative.commitment_policy, negative.max_encrypted_data_keys) == ("FORBID_ENCRYPT_ALLOW_DECRYPT", 3)
    assert negative.encryption_context == {"k": "v"}


@pytest.mark.req("TVM-NAT-001")
def test_case_with_a_data_key_uses_it(made: MadeSet) -> None:
    (vector,) = load(made, {**GOOD, "key": None, "data-key": "AQEBAQEBAQEBAQEBAQEBAQ=="})
    assert vector.keys == given_data_key(b"\1" * 16)


@pytest.mark.parametrize("stage", ["parse", "policy", "signature", "context"])
@pytest.mark.req("TVM-NAT-001")
def test_case_without_a_key_may_be_refused_before_one_is_needed(made: MadeSet, stage: str) -> None:
    (vector,) = load(made, {**NEGATIVE, "key": None, "expect": {"outcome": "reject", "stage": stage, "code": "truncated"}})
    assert vector.keys is None


@pytest.mark.req("TVM-NAT-001")
def test_refusal_that_says_nothing_of_released_plaintext_allows_none(made: MadeSet) -> None:
    (vector,) = load(made, NEGATIVE)
    assert vector.expectation == Reject("frames", "body-tag-invalid", Released(0, hashlib.sha256(b"").hexdigest()))


@pytest.mark.req("TVM-NAT-001", kind="negative")
def test_case_that_must_be_refused_names_its_twin(made: MadeSet) -> None:
    assert refused(made, {**GOOD, "expect": REJECT}).path == "tests.t0"


@each(
    "readers",
    [
        None,
        [],
        {"made": {}},
        {"made": {"name": "made", "version": 1}},
        {"made": {"name": 1, "version": "1"}},
        {"made": {"name": "made", "version": "1", "url": ""}},
    ],
    ids=str,
)
@pytest.mark.req("TVM-NAT-005", kind="negative")
def test_readers_that_are_wrong_are_refused(made: MadeSet, readers: Any) -> None:
    made.fill({**manifest(GOOD), "readers": readers}, ciphertext=CIPHERTEXT)
    with pytest.raises(VectorError) as caught:
        load_manifest(JsonFile(DiskFolder(made.root), "manifest.json", "", explicit=True))
    assert caught.value.code is Code.MANIFEST_INVALID


@each(
    "notes",
    [
        None,
        [],
        {"ordinary": {}},
        {"ordinary": {**NOTE, "more": ""}},
        {"ordinary": {**NOTE, "links": ""}},
        {"ordinary": {**NOTE, "bug": 1}},
        {},
    ],
    ids=str,
)
@pytest.mark.req("TVM-NAT-001", "TVM-NAT-005", kind="negative")
def test_notes_that_are_wrong_or_do_not_explain_a_flag_are_refused(made: MadeSet, notes: Any) -> None:
    made.fill({**manifest(GOOD), "notes": notes}, ciphertext=CIPHERTEXT)
    with pytest.raises(VectorError) as caught:
        load_manifest(JsonFile(DiskFolder(made.root), "manifest.json", "", explicit=True))
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.parametrize("expect", [GOOD["expect"], REJECT, {**REJECT, "stage": "unwrap"}], ids=["accept", "frames", "unwrap"])
@pytest.mark.req("TVM-NAT-001", kind="negative")
def test_case_without_a_key_that_needs_one_is_refused(made: MadeSet, expect: Json) -> None:
    assert refused(made, {**NEGATIVE, "key": None, "expect": expect}).path == "tests.t0.key"


@each(
    ("member", "value"),
    [
        ("expect", {"outcome": "maybe"}),
        ("expect", {"outcome": "accept"}),
        ("expect", {"outcome": "accept", "plaintext": "file://p.bin", "stage": "frames"}),
        ("expect", {"outcome": "reject", "stage": "frames"}),
        ("expect", {**REJECT, "stage": "body"}),
        ("expect", {**REJECT, "code": "wrong"}),
        ("expect", {**REJECT, "code": "invalid-argument"}),
        ("expect", {**REJECT, "code": "vector-file-missing"}),
        ("expect", None),
        ("comment", ""),
        ("requirements", []),
        ("requirements", [1]),
        ("source", {"name": "made"}),
        ("source", {"name": "made", "version": 1}),
        ("source", {"name": "made", "version": "1", "url": ""}),
        ("verified-by", []),
        ("verified-by", {"made": "yes"}),
        ("verified-by", {"other": "accept"}),
        ("verified-by", None),
        ("sha256", "0" * 64),
        ("sha256", None),
        ("base", 1),
        ("twin", 1),
        ("trace", 1),
        ("text", None),
        ("flags", []),
        ("flags", ["unexplained"]),
        ("flags", [1]),
        ("expect", {**REJECT, "released": {"length": 1}}),
        ("expect", {**REJECT, "released": {"length": -1, "sha256": ""}}),
        ("expect", {**REJECT, "released": {"length": 1, "sha256": "", "plaintext": ""}}),
        ("commitment-policy", "REQUIRE"),
        ("max-encrypted-data-keys", 0),
        ("max-encrypted-data-keys", True),
        ("encryption-context", {"k": 1}),
        ("data-key", "AQEBAQEBAQEBAQEBAQEBAQ=="),
        ("description", "unknown"),
    ],
    ids=str,
)
@pytest.mark.req("TVM-NAT-001", "TVM-NAT-002", "TVM-NAT-005", kind="negative")
def test_case_that_is_wrong_is_refused_with_its_place(made: MadeSet, member: str, value: Any) -> None:
    error = refused(made, {**(NEGATIVE if isinstance(value, dict) and value.get("outcome") == "reject" else GOOD), member: value})
    assert error.code is Code.MANIFEST_INVALID
    assert error.path is not None
    assert error.path.startswith("tests.t0")


@pytest.mark.parametrize("member", GOOD)
@pytest.mark.req("TVM-NAT-001", "TVM-NAT-003", "TVM-NAT-005", kind="negative")
def test_case_with_a_member_missing_is_refused(made: MadeSet, member: str) -> None:
    test = copy.deepcopy(GOOD)
    del test[member]
    assert refused(made, test).code is Code.MANIFEST_INVALID

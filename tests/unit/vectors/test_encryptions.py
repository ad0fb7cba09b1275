"""Vectors of encryptions: reading their manifest, and what fails a vector."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from esdkit.errors import Code
from esdkit.spec import spec_path
from esdkit.vectors.canonical import ENCRYPT_OPTIONAL, ENCRYPT_REQUIRED
from esdkit.vectors.encryptions import run_encryption
from esdkit.vectors.model import EncryptVector, Refuse, VectorSet, Write
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import Fault, load, run
from tests.each import each

MANIFEST = json.loads((native_path() / "encrypt.json").read_text(encoding="utf-8"))
(LOADED,) = load([native_path() / "encrypt.json"])
assert isinstance(LOADED, VectorSet)
VECTORS = {vector.id: vector for vector in LOADED.encryptions}
UNSIGNED, SIGNED, REFUSED, ANNOUNCED = "suite-0478", "suite-0578", "policy-require-encrypt-require-decrypt-0178", "announced-frames-fits"


def made(tmp_path: Path, name: str, **members: Any) -> VectorSet | Fault:
    """The set of one native case with other members; None takes one out."""
    test = {key: value for key, value in {**MANIFEST["tests"][name], **members}.items() if value is not None}
    (tmp_path / "keys.json").write_bytes((native_path() / "keys.json").read_bytes())
    (tmp_path / "encrypt.json").write_text(json.dumps({**MANIFEST, "tests": {name: test}}))
    (item,) = load([tmp_path / "encrypt.json"])
    return item


@pytest.mark.req("TVM-NAT-001", "FMT-BAD-001", "FMT-BAD-002", "FMT-BAD-004", "FMT-BAD-005", "FMT-BAD-006", "FMT-BAD-009", "FMT-BAD-010")
def test_native_cases_hold() -> None:
    report = run([native_path() / "encrypt.json"])
    assert [result for result in report.results if result.outcome != "passed"] == []
    assert [result.id for result in report.results] == list(VECTORS)


def test_schema_knows_the_members_and_the_manifest_fits_it() -> None:
    schema = json.loads((spec_path() / "schemas" / "encrypt-manifest.json").read_text(encoding="utf-8"))
    test = schema["$defs"]["test"]
    assert set(test["properties"]) == {*ENCRYPT_REQUIRED, *ENCRYPT_OPTIONAL}
    assert set(test["required"]) == set(ENCRYPT_REQUIRED)
    jsonschema.validate(MANIFEST, schema)


def _wrong(vector: EncryptVector, expected: Write | Refuse) -> tuple[str, str | None]:
    result = run_encryption("set", replace(vector, expectation=expected))
    return result.outcome, result.code


@pytest.mark.parametrize("name", [UNSIGNED, SIGNED])
@pytest.mark.parametrize("at", [0, 40, -1])
def test_one_bit_of_what_must_be_written_fails(name: str, at: int) -> None:
    expected = VECTORS[name].expectation
    assert isinstance(expected, Write) and expected.beginning is not None
    changed = bytearray(expected.beginning)
    changed[at] ^= 1
    assert _wrong(VECTORS[name], replace(expected, beginning=bytes(changed))) == ("failed", "known-answer-mismatch")


@pytest.mark.req("TVM-NAT-001", kind="negative")
@pytest.mark.parametrize("name", [UNSIGNED, SIGNED, ANNOUNCED])
def test_another_length_fails(name: str) -> None:
    expected = VECTORS[name].expectation
    assert isinstance(expected, Write)
    assert _wrong(VECTORS[name], replace(expected, length=expected.length + 1)) == ("failed", "known-answer-mismatch")


@pytest.mark.req("TVM-NAT-001", kind="negative")
def test_writing_what_must_be_refused_fails() -> None:
    assert _wrong(VECTORS[UNSIGNED], Refuse("policy-violation")) == ("failed", "unexpected-success")


@pytest.mark.req("TVM-NAT-001", kind="negative")
def test_refusing_what_must_be_written_fails() -> None:
    expected = VECTORS[UNSIGNED].expectation
    assert isinstance(expected, Write)
    assert _wrong(VECTORS[REFUSED], expected) == ("failed", "policy-violation")


@pytest.mark.req("TVM-NAT-001", kind="negative")
def test_refusal_with_another_code_fails() -> None:
    assert _wrong(VECTORS[REFUSED], Refuse("invalid-argument")) == ("failed", "policy-violation")


@pytest.mark.parametrize("draws", [slice(1, None), slice(None, -1), slice(None, None, -1)], ids=["first", "last", "reversed"])
def test_draws_that_are_missing_or_in_another_order_fail(draws: slice) -> None:
    vector = VECTORS[SIGNED]
    result = run_encryption("set", replace(vector, draws=vector.draws[draws]))
    assert (result.outcome, result.code) == ("failed", "invalid-argument")


@pytest.mark.req("TVM-NAT-001", kind="negative")
@each(
    ("members", "code"),
    [
        ({"surprise": 1}, Code.MANIFEST_INVALID),
        ({"requirements": []}, Code.MANIFEST_INVALID),
        ({"comment": ""}, Code.MANIFEST_INVALID),
        ({"plaintext": None}, Code.MANIFEST_INVALID),
        ({"plaintext-length": 3}, Code.MANIFEST_INVALID),
        ({"plaintext": "0g"}, Code.MANIFEST_INVALID),
        ({"plaintext": "012"}, Code.MANIFEST_INVALID),
        ({"encryption-context-filled": {"k": 1}}, Code.MANIFEST_INVALID),
        ({"encryption-context": None, "encryption-context-utf-16": [["0061"]]}, Code.MANIFEST_INVALID),
        ({"algorithm-suite": "0015"}, Code.MANIFEST_INVALID),
        ({"expect": {"outcome": "refuse", "code": "surprise"}}, Code.MANIFEST_INVALID),
        ({"expect": {"outcome": "write", "length": 9, "message": "00", "digest": "00" * 32}}, Code.MANIFEST_INVALID),
    ],
)
def test_wrong_case_is_named(tmp_path: Path, members: dict[str, Any], code: Code) -> None:
    item = made(tmp_path, UNSIGNED, **members)
    assert isinstance(item, Fault)
    assert item.error.code is code
    assert (item.error.path or "").startswith(f"tests.{UNSIGNED}")


def test_wrong_version_is_named(tmp_path: Path) -> None:
    (tmp_path / "encrypt.json").write_text(json.dumps({**MANIFEST, "manifest": {**MANIFEST["manifest"], "version": 2}}))
    (item,) = load([tmp_path / "encrypt.json"])
    assert isinstance(item, Fault)
    assert item.error.code is Code.MANIFEST_UNSUPPORTED


def test_two_manifests_of_a_directory_share_no_id(tmp_path: Path) -> None:
    for name in ("encrypt.json", "again.json"):
        (tmp_path / name).write_text(json.dumps({**MANIFEST, "tests": {UNSIGNED: MANIFEST["tests"][UNSIGNED]}}))
    (tmp_path / "keys.json").write_bytes((native_path() / "keys.json").read_bytes())
    faults = [item for item in load([tmp_path]) if isinstance(item, Fault)]
    assert [fault.error.code for fault in faults] == [Code.DUPLICATE_ID]

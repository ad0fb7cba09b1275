"""Messages without a manifest: the decrypt oracle's list, and folders of messages with a keyring that the caller names."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any

import pytest

from esdkit.errors import Code
from esdkit.spec import LIMITS
from esdkit.vectors import messages
from esdkit.vectors.model import Accept, VectorSet
from esdkit.vectors.runner import Fault, load, run
from tests.unit.vectors.making import PLAINTEXT, Json, MadeSet, made_keyring, seal


def text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def item(kind: str, data_key: bytes, **members: Any) -> Json:
    test = {"key-type": kind, "algorithm-suite": "0478", "ciphertext": text(seal(data_key=data_key)), "plaintext": text(PLAINTEXT)}
    return {**test, **members}


COUNTING = bytes(range(1, 33))


@pytest.mark.req("TVM-ORA-001")
@pytest.mark.req("TVM-ORA-002")
def test_oracle_list_is_run_with_the_data_keys_that_its_kinds_mean(made: MadeSet) -> None:
    kms = item("aws-kms", bytes(32), ciphertext=text(seal(provider_id=b"aws-kms")))
    path = made.write("vectors.json", json.dumps([item("null", bytes(32)), item("test_counting", COUNTING), kms]))
    found = [(result.id, result.outcome, result.code) for result in run([path]).results]
    assert found == [
        ("null-0478", "passed", None),
        ("test_counting-0478", "passed", None),
        ("aws-kms-0478", "skipped", "needs-aws-kms"),
    ]
    assert len(run([made.root]).results) == 3


@pytest.mark.req("TVM-ORA-002", kind="negative")
def test_oracle_case_with_another_data_key_fails(made: MadeSet) -> None:
    path = made.write("vectors.json", json.dumps([item("null", COUNTING)]))
    assert run([path]).count("failed") == 1


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([item("null", bytes(32)), item("null", bytes(32))], Code.DUPLICATE_ID),
        ([item("mine", bytes(32))], Code.MANIFEST_INVALID),
        ([item("null", bytes(32), **{"algorithm-suite": "0015"})], Code.MANIFEST_INVALID),
        ([item("null", bytes(32), plaintext="?")], Code.MANIFEST_INVALID),
        ([item("null", bytes(32), more="x")], Code.MANIFEST_INVALID),
        ([item("null", bytes(32)), {}], Code.MANIFEST_INVALID),
    ],
)
@pytest.mark.req("TVM-ORA-001", kind="negative")
def test_faulty_oracle_list_is_refused_and_never_passed_over(made: MadeSet, items: list[Json], code: Code) -> None:
    made.write("vectors.json", json.dumps(items))
    (fault,) = load([made.root])
    assert isinstance(fault, Fault) and fault.error.code is code


@pytest.mark.req("TVM-ORA-001", kind="negative")
def test_damaged_oracle_list_is_not_passed_over(made: MadeSet) -> None:
    made.write("vectors.json", json.dumps([item("null", bytes(32))])[:-1])
    (fault,) = load([made.root])
    assert isinstance(fault, Fault) and fault.error.code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-ORA-003")
def test_every_file_of_a_folder_is_a_message_that_must_open(made: MadeSet) -> None:
    made.write("a.bin", seal())
    made.write("below/b.json", seal())
    made.write(".git/c", b"")
    report = run([made.root], bare=made_keyring())
    assert [(result.id, result.outcome) for result in report.results] == [("a.bin", "passed"), ("below/b.json", "passed")]
    (one,) = load([made.root], bare=made_keyring())
    assert isinstance(one, VectorSet) and {vector.expectation for vector in one.vectors} == {Accept(None)}


@pytest.mark.req("TVM-ORA-003", kind="negative")
@pytest.mark.parametrize("content", [b"", b"no message", seal()[:-1], seal(provider_id=b"another")])
def test_file_that_the_keyring_does_not_open_fails(made: MadeSet, content: bytes) -> None:
    made.write("a.bin", seal())
    path = made.write("b.bin", content)
    assert [result.outcome for result in run([made.root], bare=made_keyring()).results] == ["passed", "failed"]
    assert run([path], bare=made_keyring()).count("failed") == 1


@pytest.mark.req("TVM-COM-012", "TVM-ORA-003")
def test_messages_whose_key_is_in_kms_are_skipped(made: MadeSet) -> None:
    made.write("a.bin", seal(provider_id=b"aws-kms"))
    keys = replace(made_keyring(), keyring={"kms": {"key_ids": ["arn:aws:kms:us-west-2:111122223333:key/one"]}})
    assert [result.code for result in run([made.root], bare=keys).results] == ["needs-aws-kms"]


def test_empty_folder_missing_path_and_link_out_are_faults_beside_others(made: MadeSet, monkeypatch: pytest.MonkeyPatch) -> None:
    good = made.write("good/a.bin", seal())
    (made.root / "empty").mkdir()
    (made.root / "out").mkdir()
    (made.root / "out" / "link").symlink_to(good)
    paths = [made.root / name for name in ("good", "empty", "none", "out")]
    report = run(paths, bare=made_keyring())
    assert report.count("passed") == 1
    assert [fault.error.code for fault in report.faults] == [Code.NO_VECTORS, Code.VECTOR_FILE_MISSING, Code.URI_OUTSIDE_FOLDER]
    monkeypatch.setattr(messages, "LIMITS", {**LIMITS, "vector_set_size": 10})
    assert [fault.error.code for fault in run([good], bare=made_keyring()).faults] == [Code.ARCHIVE_TOO_LARGE]

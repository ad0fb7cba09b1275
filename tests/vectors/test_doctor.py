"""The doctor's verdict is the runner's: for each native and published vector the same stage and the same code."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from esdkit.cmm import CommitmentPolicy
from esdkit.doctor.claims import MAX_DATA_KEYS
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.message import parse_header
from esdkit.vectors.model import Vector, VectorSet
from esdkit.vectors.opening import OpenedKeys, open_keys
from esdkit.vectors.published import native_path, published_sets
from esdkit.vectors.runner import load, run_vector
from tests.samples import published_folder


def vectors(path: Path) -> Iterator[Vector]:
    for item in load([path]):
        assert isinstance(item, VectorSet), item
        yield from item.vectors


def opened(vector: Vector) -> OpenedKeys:
    unstored: set[str] = set()
    if vector.keys is not None and vector.keys.leaves_context_open:
        unstored = set(vector.encryption_context) - set(parse_header(vector.ciphertext)[0].encryption_context)
    return open_keys(vector.keys, unstored)


def diagnosed(vector: Vector) -> Diagnosis:
    return diagnose(
        vector.ciphertext,
        cmm=opened(vector).manager,
        policy=vector.commitment_policy or CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT,
        encryption_context=vector.encryption_context,
        max_encrypted_data_keys=vector.max_encrypted_data_keys,
    )


def check(vector: Vector) -> Diagnosis:
    result, diagnosis = run_vector("set", vector), diagnosed(vector)
    code = None if diagnosis.error is None else diagnosis.error.code.value
    if result.outcome == "skipped":  # its key is in AWS KMS: the stage is the one that would be next, the code what is needed
        assert (diagnosis.verification.reached, code) == (result.tier, None), vector.id
    else:
        assert (diagnosis.verification.failed, code) == (result.stage, result.code), vector.id
    return diagnosis


@pytest.mark.req("CLI-DOC-004")
def test_verdict_on_native_vectors_is_the_runner_s() -> None:
    asked = [vector for vector in vectors(native_path()) if not vector.unsigned_only]  # an option of readers that release early
    assert len(asked) > 480
    for vector in asked:
        diagnosis = check(vector)
        assert diagnosis.data == vector.ciphertext
        if diagnosis.error is None:
            assert diagnosis.recognition is None, vector.id
            header = diagnosis.verification.header
            many = header is not None and len(header.encrypted_data_keys) > MAX_DATA_KEYS  # doctor tries the first ones and says so
            opens = many or any(cell.outcome == "opens" for cell in diagnosis.cells)
            assert opens or diagnosis.verification.plaintext_length is None, vector.id


@pytest.mark.req("CLI-DOC-004")
@pytest.mark.parametrize("name", published_sets())
def test_verdict_on_published_vectors_is_the_runner_s(name: str) -> None:
    path = published_folder() / name
    if not path.is_dir():
        pytest.skip(f"the published set {name} is not at hand: `esdkit vectors fetch {name}` brings it, or set ESDKIT_PUBLISHED_VECTORS")
    for vector in vectors(path):
        assert check(vector).recognition is None


@pytest.mark.req("CLI-DOC-014")
def test_defect_of_net_4_0_0_is_recognized_in_each_published_message() -> None:
    path = published_folder() / "net-4.0.0-invalid"
    if not path.is_dir():
        pytest.skip("the published set net-4.0.0-invalid is not at hand")
    found = [diagnosed(vector).defects for vector in vectors(path)]
    assert len(found) == 28
    assert {tuple(defect.row.id for defect in defects) for defects in found} == {("net-4.0.0",)}

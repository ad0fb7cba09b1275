"""The published sets of other SDKs' projects: all that can be decrypted here is, and nothing else passes.

They are not part of the project: ESDKIT_PUBLISHED_VECTORS names their folder, else it is vectors/published,
which ``esdkit vectors fetch`` fills.
"""

import os
import shutil
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import esdkit
from esdkit.message import parse_header
from esdkit.vectors.model import VectorSet
from esdkit.vectors.opening import open_keys
from esdkit.vectors.published import published_path, published_sets
from esdkit.vectors.runner import Report, load, run

FOLDER = Path(os.environ.get("ESDKIT_PUBLISHED_VECTORS") or published_path() or "none")


def folder(name: str) -> Path:
    """The folder of a set; the test is skipped where it is not at hand."""
    path = FOLDER / name
    if not path.is_dir():
        pytest.skip(f"the published set {name} is not at hand: `esdkit vectors fetch {name}` brings it, or set ESDKIT_PUBLISHED_VECTORS")
    return path


@cache
def ran(path: Path) -> Report:
    return run([path])


def vectors(path: Path) -> VectorSet:
    (vector_set,) = load([path])
    assert isinstance(vector_set, VectorSet)
    return vector_set


@pytest.mark.parametrize("name", published_sets())
@pytest.mark.req("TVM-COM-010", "TVM-COM-012", "TVM-DEC-009", "TVM-DEC-017")
def test_set_passes_where_a_key_is_at_hand_and_is_skipped_where_none_is(name: str) -> None:
    path = folder(name)
    report = ran(path)
    vector_set = vectors(path)
    assert report.faults == ()
    assert vector_set.name == name
    assert len(report.results) == len(vector_set.vectors) <= (published_sets()[name].vectors or len(vector_set.vectors))
    for vector, result in zip(vector_set.vectors, report.results, strict=True):
        keys = open_keys(vector.keys)
        expected = ("skipped", keys.missing[0].value) if keys.manager is None else ("passed", None)
        assert result.outcome == expected[0], result
        if keys.manager is None:
            assert (result.tier, result.stage, result.code) == ("context", "unwrap", expected[1])


@pytest.mark.req("TVM-CMT-001", "TVM-CMT-004", "TVM-CMT-005", "TVM-CMT-006")
def test_commitment_file_holds_with_both_verdicts() -> None:
    report = ran(folder("commitment-2.0"))
    refused = [result for result in report.results if result.code == "commitment-mismatch"]
    assert report.count("passed") == len(report.results)
    assert 0 < len(refused) < len(report.results)
    assert {(result.tier, result.stage) for result in refused} == {("unwrap", "commitment")}


@pytest.mark.req("TVM-DEC-020")
def test_net_4_0_0_invalid_is_refused_at_the_header_tag() -> None:
    results = ran(folder("net-4.0.0-invalid")).results
    assert len(results) == 28
    assert {(result.outcome, result.tier, result.stage, result.code) for result in results} == {
        ("passed", "commitment", "header_tag", "header-tag-invalid")
    }
    assert all(result.deviation for result in results)


@pytest.mark.req("TVM-DEC-020")
def test_net_4_0_0_invalid_is_known_in_a_folder_of_any_name(tmp_path: Path) -> None:
    shutil.copytree(folder("net-4.0.0-invalid"), tmp_path / "renamed")
    report = run([tmp_path / "renamed"])
    assert (report.count("passed"), {result.suite for result in report.results}) == (28, {"renamed"})


@pytest.mark.req("TVM-COM-013")
def test_net_4_0_0_invalid_opens_under_its_switch() -> None:
    client = esdkit.Client(commitment_policy=esdkit.CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT, compat=("net-4.0.0",))
    path = folder("net-4.0.0-invalid")
    plaintext = (path / "plaintexts" / "small").read_bytes()
    for vector in vectors(path).vectors:
        unstored = set(vector.encryption_context) - set(parse_header(vector.ciphertext)[0].encryption_context)
        opened = client.decrypt(
            source=vector.ciphertext, cmm=open_keys(vector.keys, unstored).manager, encryption_context=vector.encryption_context
        )
        assert opened[0] == plaintext, vector.id


def test_python_1_3_5_is_looked_at_up_to_its_signatures() -> None:
    path = folder("python-1.3.5")
    headers = [parse_header(vector.ciphertext)[0] for vector in vectors(path).vectors]
    assert Counter(header.suite.signed for header in headers) == {False: 240, True: 120}
    assert {(result.outcome, result.tier) for result in ran(path).results} == {("skipped", "context")}


def test_damaged_signature_of_a_message_without_its_key_is_found(tmp_path: Path) -> None:
    path = folder("python-1.3.5")
    shutil.copytree(path, tmp_path / "set")
    signed = next(vector for vector in vectors(path).vectors if parse_header(vector.ciphertext)[0].suite.signed)
    for file in (tmp_path / "set" / "ciphertexts").iterdir():
        if file.read_bytes() == signed.ciphertext:
            file.write_bytes(signed.ciphertext[:-1] + bytes([signed.ciphertext[-1] ^ 1]))
    failed = [result for result in run([tmp_path / "set"]).results if result.outcome == "failed"]
    assert [(result.id, result.stage, result.code) for result in failed] == [(signed.id, "signature", "signature-invalid")]


def test_set_in_a_zip_gives_the_same(tmp_path: Path) -> None:
    path = folder("net-4.0.1")
    with zipfile.ZipFile(tmp_path / "net-4.0.1.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path.rglob("*")):
            archive.write(file, file.relative_to(path))
    expected = [(result.suite, result.id, result.outcome, result.code) for result in ran(path).results]
    assert [(result.suite, result.id, result.outcome, result.code) for result in run([tmp_path / "net-4.0.1.zip"]).results] == expected

"""The generators of the native vectors: the matrix covers what it says, and a damaged folder is noticed."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from esdkit.message import parse
from esdkit.message.model import NonFramedBody
from esdkit.spec import POLICIES, SUITES, spec_path
from esdkit.targets.base import Abilities, Answer, DecryptRequest, Failed, Given, Refused
from tools.drivers import targets
from vectors.generators import matrix, native, observe, provenance
from vectors.generators.requirements import shown

TESTS = native.load()
WRITERS = {
    "aws-encryption-sdk-python": "python-4",
    "aws-encryption-sdk-javascript": "javascript-5",
    "aws-encryption-sdk-java": "java-3",
    "aws-encryption-sdk-go": "go",
    "aws-encryption-sdk-rust": "rust",
}
POSITIVE = {name: test for name, test in TESTS.items() if "base" not in test}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the native vectors that a test may damage."""
    shutil.copytree(native.FOLDER, tmp_path / "native")
    shutil.copy(provenance.PAGE, tmp_path)
    monkeypatch.setattr(native, "FOLDER", tmp_path / "native")
    monkeypatch.setattr(native, "MANIFEST", tmp_path / "native" / "manifest.json")
    monkeypatch.setattr(provenance, "PAGE", tmp_path / provenance.PAGE.name)
    return tmp_path / "native"


SHARERS = ("java", "go", "rust")
UNDER_KEYS = {(suite, json.dumps(matrix.raw(key))) for suite, key in itertools.product(SUITES, matrix.KEYS)}


def _under_keys(sdk: str) -> set[tuple[int | None, str]]:
    return {(case.suite, json.dumps(case.key)) for case in matrix.cover(sdk)}


@pytest.mark.parametrize("sdk", ["python", "js"])
def test_cover_of_each_sdk_writes_every_suite_under_every_key(sdk: str) -> None:
    assert _under_keys(sdk) == UNDER_KEYS


def test_covers_of_sdks_that_share_write_every_suite_under_every_key_once() -> None:
    shares = [_under_keys(sdk) for sdk in SHARERS]
    assert set.union(*shares) == UNDER_KEYS
    assert sum(map(len, shares)) == len(UNDER_KEYS)


@pytest.mark.parametrize("sdk", SHARERS)
def test_share_of_each_sdk_has_every_value_of_every_dimension(sdk: str) -> None:
    cases, free = matrix.cover(sdk), {**matrix.SHARED, **matrix.WRITERS[sdk]}
    assert {case.suite for case in cases} == set(SUITES)
    assert {json.dumps(case.key) for case in cases} == {json.dumps(matrix.raw(key)) for key in matrix.KEYS}
    assert {json.dumps(case.context) for case in cases} == {json.dumps(matrix.CONTEXTS[context]) for context in free["context"]}
    assert {case.frame for case in cases} == set(free["frame"])
    assert {case.policy for case in cases} == set(free["policy"])


@pytest.mark.parametrize("sdk", ["python", "js"])
def test_cover_of_each_sdk_holds_every_possible_pair_of_the_other_dimensions(sdk: str) -> None:
    cases, free = matrix.cover(sdk), {**matrix.SHARED, **matrix.WRITERS[sdk]}
    seen = {(case.frame, json.dumps(case.context)) for case in cases}
    assert seen == {(frame, json.dumps(matrix.CONTEXTS[context])) for frame in free["frame"] for context in free["context"]}
    assert {(case.policy, case.suite) for case in cases} == {
        (policy, suite.id)
        for policy in matrix.SHARED["policy"]
        for suite in SUITES.values()
        if policy != matrix.REQUIRE or suite.commitment
    }
    assert {(case.writer, case.suite) for case in cases} == set(itertools.product(matrix.WRITERS[sdk]["api"], SUITES))


def test_matrix_is_the_same_each_time() -> None:
    assert [matrix.cover("python"), matrix.cover("js")] == [matrix.cover("python"), matrix.cover("js")]


def test_manifest_holds_exactly_the_cases_of_the_matrix() -> None:
    assert list(POSITIVE) == [case.name for case in matrix.cases()]


def test_manifest_claims_the_requirements_that_the_matrix_derives() -> None:
    assert {name: test["requirements"] for name, test in POSITIVE.items()} == {case.name: shown(case) for case in matrix.cases()}


def test_manifest_is_what_its_schema_says() -> None:
    schema = json.loads((spec_path() / "schemas" / "native-manifest.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    manifest = json.loads(native.MANIFEST.read_text(encoding="utf-8"))
    assert [error.json_path for error in jsonschema.Draft202012Validator(schema).iter_errors(manifest)] == []


def test_positive_vectors_were_read_by_an_sdk_and_refused_by_none_that_wrote_them() -> None:
    for name, test in POSITIVE.items():
        verdicts = test["verified-by"]
        assert "accept" in verdicts.values() or "data-key" in test, name
        assert verdicts.get(WRITERS[test["source"]["name"]], "accept") == "accept", name


def test_requirements_of_positive_vectors_agree_with_their_bytes() -> None:
    for name, test in POSITIVE.items():
        message = parse((native.FOLDER / test["ciphertext"].removeprefix("file://")).read_bytes())
        header, body = message.header, message.body
        empty_final = not isinstance(body, NonFramedBody) and len(body) > 1 and not body[-1].ciphertext
        facts = {
            "FMT-HDR-002": header.version == 1,
            "FMT-HDR-003": header.version == 2,
            "FMT-AAD-002": header.context_pairs is None,
            "FMT-NFR-001": isinstance(body, NonFramedBody),
            "FMT-FRM-001": not isinstance(body, NonFramedBody) and len(body) > 1,
            "FMT-FRM-014": empty_final,
            "FMT-FTR-001": header.suite.signed,
            "FMT-EDK-008": len(header.encrypted_data_keys) > 1,
        }
        assert {claim: claim in test["requirements"] for claim in facts} == facts, name


def test_native_folder_has_no_problem() -> None:
    assert list(provenance.problems()) == []


def _some(folder: Path) -> Path:
    return min((folder / "ciphertexts").iterdir())


def _flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def _edit(folder: Path, edit: Callable[[dict[str, Any]], None]) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    edit(next(iter(manifest["tests"].values())))
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        pytest.param(lambda folder: _flip(_some(folder)), "digest", id="flipped-bit"),
        pytest.param(lambda folder: _some(folder).unlink(), "cannot be read", id="missing-ciphertext"),
        pytest.param(lambda folder: (folder / "plaintexts" / "p1.bin").unlink(), "cannot be read", id="missing-plaintext"),
        pytest.param(lambda folder: (folder / "ciphertexts" / "stray.bin").touch(), "no case names this file", id="stray-file"),
        pytest.param(lambda folder: (folder / "stray").write_bytes(bytes(provenance.LARGEST_FOLDER)), "more than", id="too-heavy"),
        pytest.param(lambda folder: _edit(folder, lambda test: test.update(flags=["unusual"])), "PROVENANCE.md", id="other-counts"),
        pytest.param(
            lambda folder: _edit(folder, lambda test: test.update(ciphertext="file://keys.json")), "another name", id="misnamed-ciphertext"
        ),
    ],
)
def test_damaged_folder_is_noticed(folder: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None], said: str) -> None:
    assert provenance.main(["--check"]) == 0
    damage(folder)
    assert provenance.main(["--check"]) == 1
    assert said in capsys.readouterr().err


def test_saved_manifest_reads_back_and_drops_unused_plaintexts(folder: Path) -> None:
    keys = json.loads((folder / "keys.json").read_text(encoding="utf-8"))["keys"]
    tests = native.load()
    before = (folder / "manifest.json").read_bytes(), (folder / "keys.json").read_bytes()
    native.save(tests, keys)
    assert ((folder / "manifest.json").read_bytes(), (folder / "keys.json").read_bytes()) == before
    for name in [name for name, test in tests.items() if test["expect"].get("plaintext") == "file://plaintexts/p10240.bin"]:
        native.remove(tests, name)
    native.save(tests, keys)
    assert native.load() == tests
    assert not (folder / "plaintexts" / "p10240.bin").exists()


def test_id_is_given_once(folder: Path) -> None:
    tests = native.load()
    with pytest.raises(ValueError, match="two tests"):
        native.add(tests, next(iter(tests)), b"", {}, 0)


class _Program:
    """A program that opens some messages, lies about one, and fails at one."""

    def __init__(self, opens: dict[bytes, bytes], failing: bytes) -> None:
        self._opens, self._failing = opens, failing

    def __enter__(self) -> _Program:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def describe(self) -> Abilities:
        return Abilities("a program", "7", [suite.hex_id for suite in SUITES.values()], ["raw-aes"], tuple(POLICIES))

    def decrypt(self, request: DecryptRequest) -> Answer:
        if request.message == self._failing:
            return Failed("hang", "no answer")
        plaintext = self._opens.get(request.message)
        return Refused("no") if plaintext is None else Given(plaintext)


def test_observation_changes_what_readers_said_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["twin-k1", "twin-k10", "flip-0478-header-version-last", "parse-type-81", "accept-twice", "unwrap-rsa-flipped"]
    data = {name: (folder / f"ciphertexts/{name}.bin").read_bytes() for name in names}
    opens = {data["twin-k1"]: native.plaintext(20), data["twin-k10"]: b"other", data["flip-0478-header-version-last"]: b""}
    monkeypatch.setattr(observe, "TARGETS", {"program": None, **targets.TARGETS})
    monkeypatch.setattr(observe, "command", lambda name: ["program"])
    monkeypatch.setattr(observe, "missing", lambda name: None)
    monkeypatch.setattr(observe, "open_target", lambda address: _Program(opens, data["parse-type-81"]))
    before = native.load()
    assert observe.main(["--only", *names, "--targets", "program"]) == 0
    after = native.load()
    seen = {name: after[name]["verified-by"].get("program") for name in names}
    assert seen == {**dict.fromkeys(names), "twin-k1": "accept", "flip-0478-header-version-last": "accept", "accept-twice": "reject"}
    without = {name: {**test, "verified-by": {**test["verified-by"]}} for name, test in after.items()}
    for test in without.values():
        test["verified-by"].pop("program", None)
    assert without == before
    assert native.load_readers()["program"] == {"name": "a program", "version": "7"}
    assert list(provenance.problems()) == []
    said = capsys.readouterr().out
    assert "twin-k10: program reads another plaintext" in said
    assert "parse-type-81: program fails: hang: no answer" in said
    assert "flip-0478-header-version-last: program says accept; " in said
    assert "unwrap-rsa-flipped" not in said  # the program has no RSA


def test_test_without_a_twin_is_not_saved(folder: Path) -> None:
    tests = native.load()
    for name in [name for name, test in tests.items() if test["key"] == matrix.raw("aes-k1")]:
        if tests[name]["expect"]["outcome"] == "accept":
            native.remove(tests, name)
    del tests["unwrap-name-k10-read-as-k1"]["twin"]
    with pytest.raises(ValueError, match="of unwrap-name-k10-read-as-k1: each needs a twin"):
        native.save(tests, json.loads((folder / "keys.json").read_text(encoding="utf-8"))["keys"])

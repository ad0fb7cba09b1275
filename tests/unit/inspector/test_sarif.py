"""SARIF: what the standard demands of a document, checked on findings of every kind."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest

from esdkit.inspector import inspect
from esdkit.inspector.lint.findings import built_in_profile, lint, read_profile
from esdkit.inspector.lint.sarif import LintedFile, sarif
from esdkit.spec import lint_rules
from tests.drafts import valid
from tests.samples import native_ciphertext

NAMES = (
    "mpl-0578-multi-nine-many-f128-p129",
    "python-0378-aes-256-many-f0-p10240",
    "accept-context-unsorted-v1",
    "accept-body-iv-block",
    "parse-base64-0578",
    "parse-context-duplicate-key",
    "frames-removed",
)
STRICT = built_in_profile("strict")
URI_REFERENCE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def linted(names: Sequence[str] = NAMES, profile: Any = STRICT, **more: Any) -> list[LintedFile]:
    files = []
    for name in names:
        tree = inspect(native_ciphertext(name))
        files.append(LintedFile.of(f"{name}.bin", tree, lint(tree, profile, f"{name}.bin"), **more))
    return files


def run_of(document: dict[str, Any]) -> dict[str, Any]:
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def check(document: dict[str, Any]) -> dict[str, Any]:
    """What SARIF 2.1.0 says of the members that we write; gives the run."""
    assert document["version"] == "2.1.0"
    json.dumps(document)
    run = run_of(document)
    driver = run["tool"]["driver"]
    assert driver["name"]
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for invocation in run["invocations"]:
        assert isinstance(invocation["executionSuccessful"], bool)
    for artifact in run["artifacts"]:
        check_uri(artifact["location"]["uri"])
        assert artifact.get("length", 0) >= -1
    assert len({json.dumps(artifact) for artifact in run["artifacts"]}) == len(run["artifacts"])
    for result in run["results"]:
        check_result(result, run)
    return run


def check_uri(uri: str) -> None:
    assert URI_REFERENCE.fullmatch(uri)
    assert re.search("%(?![0-9A-Fa-f]{2})", uri) is None
    parts = urlsplit(uri)
    assert parts.scheme in ("", "file")
    assert (parts.query, parts.fragment) == ("", "")


def check_result(result: dict[str, Any], run: dict[str, Any]) -> None:
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("note", "warning", "error")
    assert result["message"]["text"]
    (location,) = result["locations"]
    place = location["physicalLocation"]
    artifact = run["artifacts"][place["artifactLocation"]["index"]]
    assert place["artifactLocation"]["uri"] == artifact["location"]["uri"]
    if "region" in place:
        assert set(place["region"]) == {"byteOffset", "byteLength"}
        assert 0 <= place["region"]["byteOffset"] <= place["region"]["byteOffset"] + place["region"]["byteLength"] <= artifact["length"]
    assert all(isinstance(value, str) for value in result["partialFingerprints"].values())


@pytest.mark.req("CLI-LNT-007")
def test_document_of_many_files_is_sarif() -> None:
    files = linted()
    run = check(sarif(files, STRICT, "1.2.3"))
    found = [(result["ruleId"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for result in run["results"]]
    assert found == [(finding.rule, file.name) for file in files for finding in file.findings]
    assert {"aad-duplicate-key", "aad-unsorted", "non-framed-body"} <= {rule for rule, _ in found}
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]][: len(lint_rules())] == list(lint_rules())
    assert run["tool"]["driver"]["version"] == "1.2.3"


@pytest.mark.req("CLI-LNT-007", kind="negative")
def test_file_that_was_given_twice_is_one_artifact() -> None:
    run = check(sarif(linted([NAMES[1], NAMES[2], NAMES[1]]), STRICT, "1"))
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == [f"{name}.bin" for name in NAMES[1:3]]
    indexes = [result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for result in run["results"]]
    assert [index for at, index in enumerate(indexes) if index != ([-1, *indexes])[at]] == [0, 1, 0]


@pytest.mark.req("CLI-LNT-007", kind="negative")
@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("\x01[a](http://b.example)", r'"\x01\[a\](http://b.example)"'),
        ("\x01{0}", r'"\x01{{0}}"'),
        ("\x01a[0] (b)", r'"\x01a[0] (b)"'),
    ],
    ids=["link", "placeholder", "plain"],
)
def test_text_of_a_message_is_neither_link_nor_placeholder(key: str, shown: str) -> None:
    tree = inspect(valid(0x0478).with_header(context_pairs=((key.encode(), b"value"),)).seal())
    run = check(sarif([LintedFile.of("a.bin", tree, lint(tree))], STRICT, "1"))
    texts = [result["message"]["text"] for result in run["results"] if result["ruleId"] == "context-control-character"]
    assert texts == [f"{shown} has a character that cannot be printed"]


@pytest.mark.req("CLI-LNT-007")
def test_document_of_no_file_is_sarif() -> None:
    assert check(sarif([], STRICT, "1"))["results"] == []


@pytest.mark.req("CLI-LNT-007")
def test_region_is_the_field() -> None:
    (file,) = linted(["accept-body-iv-block"])
    tree = inspect(native_ciphertext("accept-body-iv-block"))
    run = check(sarif([file], STRICT, "1"))
    (region,) = [result["locations"][0] for result in run["results"] if result["ruleId"] == "body-iv-not-sequence-number"]
    (field,) = [field for field in tree.fields() if field.path == "body.iv"]
    assert region["physicalLocation"]["region"] == {"byteOffset": field.start, "byteLength": field.end - field.start}
    assert region["logicalLocations"] == [{"fullyQualifiedName": "body.iv", "kind": "member"}]


@pytest.mark.req("CLI-LNT-007")
def test_file_that_was_text_has_no_regions() -> None:
    run = check(sarif(linted(decoded=True), STRICT, "1"))
    assert run["results"]
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in run["results"])
    assert all("length" not in artifact for artifact in run["artifacts"])


@pytest.mark.req("CLI-LNT-005")
def test_accepted_finding_is_suppressed_with_its_reason() -> None:
    profile = read_profile({"allow": [{"rule": "non-framed-body", "reason": "an archive"}]}, "mine")
    run = check(sarif(linted(["python-0378-aes-256-many-f0-p10240"], profile), profile, "1"))
    suppressions = {result["ruleId"]: result.get("suppressions") for result in run["results"]}
    assert suppressions["non-framed-body"] == [{"kind": "external", "justification": "an archive"}]
    assert suppressions["non-committing-suite"] is None


@pytest.mark.req("CLI-LNT-007")
def test_level_of_a_rule_is_the_profiles() -> None:
    for name in ("default", "strict", "migration"):
        profile = built_in_profile(name)
        rules = check(sarif([], profile, "1"))["tool"]["driver"]["rules"]
        for rule in rules:
            level = profile.severity(rule["id"])
            assert rule["defaultConfiguration"] == {"enabled": level != "none", "level": level}


@pytest.mark.req("CLI-LNT-007")
def test_fingerprint_depends_on_rule_path_and_message_alone() -> None:
    def prints(file: LintedFile) -> list[str]:
        return [result["partialFingerprints"]["esdkitFinding/v1"] for result in run_of(sarif([file], STRICT, "1"))["results"]]

    first, other = linted(NAMES[:2])
    assert prints(first) == prints(replace(first, name="elsewhere/x.bin"))
    assert not set(prints(first)) & set(prints(other))
    assert len(set(prints(other))) == len(other.findings)


@pytest.mark.req("CLI-LNT-007")
@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.bin", "a.bin"),
        ("a b/ü#?%.bin", "a%20b/%C3%BC%23%3F%25.bin"),
        ("c:x", "c%3Ax"),
        ("/folder/a b", "file:///folder/a%20b"),
        ("./a", "a"),
        ("-", "stdin"),
        ("bad\udcff", "bad%FF"),
    ],
)
def test_name_of_a_file_becomes_a_uri(name: str, uri: str) -> None:
    tree = inspect(b"")
    run = check(sarif([LintedFile.of(name, tree, lint(tree))], STRICT, "1"))
    assert run["artifacts"][0]["location"]["uri"] == uri
    assert b"/" not in unquote_to_bytes(uri)[:1]


@pytest.mark.req("CLI-LNT-007")
def test_file_that_could_not_be_read_is_told() -> None:
    run = check(sarif(linted(), STRICT, "1", [("gone.bin", "No such file or directory")]))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "No such file or directory"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "gone.bin"


@pytest.mark.req("CLI-LNT-007")
def test_results_of_one_file_are_bounded() -> None:
    (file,) = linted(["accept-context-unsorted-v1"])
    run = check(sarif([replace(file, findings=file.findings * 1000)], STRICT, "1"))
    assert len(run["results"]) == 1000

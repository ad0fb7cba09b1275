"""What a run gave, as text, JSON and JUnit XML."""

import json
import re
from datetime import UTC, datetime
from xml.etree import ElementTree

from esdkit.errors import Code, VectorError
from esdkit.vectors.report import json_report, junit_report, text_report
from esdkit.vectors.runner import Fault, Report
from esdkit.vectors.verdict import Result
from tests.columns import too_wide

PASSED = Result("one", "a", "passed", "plaintext", seconds=0.25)
REFUSED = Result("one", "b", "passed", "unwrap", "commitment", "commitment-mismatch", deviation="the manifest is wrong")
FAILED = Result("two", "c", "failed", "commitment", "header_tag", "header-tag-invalid", "the header does not verify @ header.auth.tag")
SKIPPED = Result("two", "d", "skipped", "context", "unwrap", "needs-aws-kms", "its data key cannot be had here")
FAULT = Fault("three/manifest.json", VectorError(Code.MANIFEST_INVALID, "not JSON", path="tests.t"))
REPORT = Report((PASSED, REFUSED, FAILED, SKIPPED), (FAULT,))
HOSTILE = '\x1b[31m\x00\n<&"]]>\u202e\ud800[bold]x[/bold]'


def test_json_report_has_exactly_the_promised_members() -> None:
    document = json.loads(json_report(REPORT))
    assert list(document) == ["schema", "summary", "results"]
    assert (document["schema"], document["summary"]) == (1, {"passed": 2, "failed": 1, "skipped": 1})
    assert document["results"][2] == {
        "suite": "two",
        "id": "c",
        "outcome": "failed",
        "tier": "commitment",
        "stage": "header_tag",
        "code": "header-tag-invalid",
        "reason": "the header does not verify @ header.auth.tag",
    }
    assert document["results"][0] == {
        "suite": "one",
        "id": "a",
        "outcome": "passed",
        "tier": "plaintext",
        "stage": None,
        "code": None,
        "reason": None,
    }
    assert document["results"][1]["reason"] == "the manifest is wrong"


def test_json_report_of_nothing_is_whole() -> None:
    assert json.loads(json_report(Report((), ()))) == {"schema": 1, "summary": {"passed": 0, "failed": 0, "skipped": 0}, "results": []}


def test_text_report_puts_failures_first_and_the_sum_last() -> None:
    lines = text_report(REPORT).splitlines()
    assert lines[0] == "FAILED  two::c"
    assert "header-tag-invalid at header_tag, held up to commitment" in lines[1]
    assert lines[3] == "ERROR   three/manifest.json"
    assert "manifest-invalid: not JSON @ tests.t" in lines[4]
    assert lines[-1] == "2 passed, 1 failed, 1 skipped, 1 could not be run"
    assert "skipped: 1 x needs-aws-kms, held up to context" in lines
    assert any(line.startswith("deviation: 1 x one, expected against its manifest. the manifest is wrong") for line in lines)


def test_text_report_table_is_aligned() -> None:
    lines = text_report(REPORT).splitlines()
    table = lines[lines.index(next(line for line in lines if line.startswith("set "))) :][:3]
    assert [line.split() for line in table] == [["set", "passed", "failed", "skipped"], ["one", "2", "-", "-"], ["two", "-", "1", "1"]]
    assert len({len(line) for line in table}) == 1


def test_text_report_is_80_columns_wide_beside_names() -> None:
    long = Result("s" * 100, "i" * 100, "failed", None, "parse", "truncated", "word " * 60, deviation="why " * 60)
    lines = text_report(Report((long,), ())).splitlines()
    assert lines[0] == f"FAILED  {'s' * 100}::{'i' * 100}"
    assert not [line for line in lines[1:] if too_wide(line) and not line.startswith("set ")]
    assert [line for line in lines if line.startswith(f"{'s' * 100}  ")]  # its row in the table


def test_text_report_is_plain_unless_a_style_is_given() -> None:
    styled = text_report(REPORT, lambda text, role: text if role == "plain" else f"<{role}>{text}</{role}>")
    assert "<bad>FAILED  </bad>two::c" in styled
    assert re.sub("</?[a-z]+>", "", styled) == text_report(REPORT)


def test_reports_of_hostile_names_stay_harmless() -> None:
    hostile = Result(HOSTILE, HOSTILE, "failed", None, "parse", "truncated", HOSTILE, HOSTILE)
    report = Report((hostile,), (Fault(HOSTILE, VectorError(Code.NO_VECTORS, HOSTILE)),))
    text = text_report(report)
    assert all(line.isprintable() for line in text.splitlines())
    assert "[bold]" in text
    ElementTree.fromstring(junit_report(report))
    json_report(report).encode()


def test_junit_report_has_what_the_common_schema_demands() -> None:
    root = ElementTree.fromstring(junit_report(REPORT, now=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)))
    assert root.tag == "testsuites"
    assert [suite.get("name") for suite in root] == ["one", "two", "manifests"]
    for index, suite in enumerate(root):
        assert suite.attrib.keys() == {
            "id",
            "name",
            "package",
            "timestamp",
            "hostname",
            "tests",
            "failures",
            "errors",
            "skipped",
            "time",
        }
        assert (suite.get("id"), suite.get("timestamp")) == (str(index), "2026-01-02T03:04:05")
        tags = [child.tag for child in suite]
        assert tags == ["properties", *["testcase"] * int(suite.get("tests", "")), "system-out", "system-err"]
        for case in suite.iter("testcase"):
            assert case.attrib.keys() == {"name", "classname", "time"}
    counts = [(suite.get("tests"), suite.get("failures"), suite.get("errors"), suite.get("skipped")) for suite in root]
    assert counts == [("2", "0", "0", "0"), ("2", "1", "0", "1"), ("1", "0", "1", "0")]


def test_junit_report_says_why() -> None:
    root = ElementTree.fromstring(junit_report(REPORT))
    failure, skipped, error = root.find(".//failure"), root.find(".//skipped"), root.find(".//error")
    assert failure is not None
    assert skipped is not None
    assert error is not None
    assert (failure.get("type"), failure.get("message")) == ("header-tag-invalid", "the header does not verify @ header.auth.tag")
    assert skipped.get("message") == "needs-aws-kms: held up to context"
    assert error.get("type") == "manifest-invalid"

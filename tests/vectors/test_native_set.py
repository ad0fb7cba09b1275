"""The native vectors: all hold, and the manifest is what its schema says."""

import json

import jsonschema
import pytest

from esdkit.spec import spec_path
from esdkit.vectors.lint import lint
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import Report, run
from tests.samples import native_cases


@pytest.fixture(scope="module")
def report() -> Report:
    return run([native_path()])


@pytest.mark.req("TVM-NAT-001", "TVM-NAT-004")
def test_native_set_holds(report: Report) -> None:
    assert report.faults == ()
    assert [result for result in report.results if result.outcome != "passed"] == []
    assert {result.suite for result in report.results} == {"native"}


@pytest.mark.req("TVM-NAT-004", "CLI-VER-001", "CLI-VER-002")
def test_native_message_is_refused_where_the_manifest_says_or_accepted(report: Report) -> None:
    expected = {name: (case["expect"].get("stage"), case["expect"].get("code")) for name, case in native_cases().items()}
    assert {result.id: (result.stage, result.code) for result in report.results if result.id in expected} == expected


def test_native_manifest_fits_its_schema() -> None:
    schema = json.loads((spec_path() / "schemas" / "native-manifest.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((native_path() / "manifest.json").read_text(encoding="utf-8")), schema)


@pytest.mark.req("TVM-NAT-002", "TVM-NAT-003", "TVM-NAT-005")
def test_native_set_is_free_of_findings() -> None:
    assert lint(native_path(), spec_path() / "requirements") == ()

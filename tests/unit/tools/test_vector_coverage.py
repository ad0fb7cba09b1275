"""``tools/vector_coverage.py``: every cell has vectors or a reason, never both, and the page is up to date."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from esdkit.spec import FIELDS, STAGES, SUITES
from tests.each import each
from tools import vector_coverage
from tools.vector_coverage import Coverage, measure, page, problems

PAGE = Path(__file__).parents[3] / "docs" / "vectors.md"


@pytest.fixture(scope="module")
def found() -> Coverage:
    return measure()


def test_every_empty_cell_has_a_reason_and_no_other_has(found: Coverage) -> None:
    assert problems(found) == []


def test_page_is_up_to_date(found: Coverage) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(found), "run python tools/vector_coverage.py"


def test_page_has_a_row_for_each_field_and_suite(found: Coverage) -> None:
    text = page(found)
    rows = [field_id for field_id, row in FIELDS.items() if row.part in ("header", "body", "footer")]
    assert all(f"| `{field_id}` |" in text for field_id in rows)
    assert all(f"\n| {suite.hex_id} |" in text for suite in SUITES.values())
    assert "**none**" not in text


def test_suites_are_counted_at_each_stage(found: Coverage) -> None:
    assert {stage for cells in found.stages.values() for stage in cells} == set(STAGES) - {"rebuild", "plaintext"}
    assert sum(sum(cells.values()) for cells in found.stages.values()) <= found.sizes["reject"]


@each(
    ("change", "problem"),
    [
        (lambda found: found.positive.pop("FMT-HDR-001"), "FMT-HDR-001, positive: no vector, and no reason"),
        (lambda found: found.stages["0478"].pop("frames"), "0478, frames: no vector, and no reason"),
        (lambda found: found.fields["header.version"].pop("truncation"), "header.version, truncation: no vector, and no reason"),
        (
            lambda found: found.negative.update(["FMT-HDR-016"]),
            "FMT-HDR-016, negative: has 1 vectors, and a reason for none",
        ),
        (lambda found: found.refused.pop("DEC-G77"), "DEC-G77: no vector, and no reason"),
        (lambda found: found.names.remove("edge-0478-frames-257"), "known defect B18: no vector, and no reason"),
    ],
)
def test_change_of_one_cell_is_a_problem(change: Any, problem: str) -> None:
    found = measure()
    change(found)
    assert problem in problems(found)


@each(
    ("table", "rows", "problem"),
    [
        ("fields", {"header.surprise": {"mutation": "opaque"}}, "vector_gaps.yaml: fields: there is no header.surprise"),
        ("gotchas", {"DEC-G58": "surprise"}, "DEC-G58: there is no reason surprise"),
    ],
)
def test_wrong_row_of_the_gaps_is_a_problem(
    found: Coverage, monkeypatch: pytest.MonkeyPatch, table: str, rows: dict[str, Any], problem: str
) -> None:
    read = vector_coverage._table_of

    def changed(name: str) -> Any:
        value = read(name)
        return {**value, table: {**value[table], **rows}} if name == "vector_gaps" else value

    monkeypatch.setattr(vector_coverage, "_table_of", changed)
    assert problem in problems(found)


def test_numbers_at_an_edge_are_those_of_valid_messages(found: Coverage) -> None:
    assert found.fields["header.algorithm_suite_id"]["boundary"] == len(SUITES)
    assert found.fields["header.content_type"] != Counter()

"""The example programs of docs/examples pass every native vector that they declare, and have no red cell."""

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from esdkit.targets import Abilities, open_target
from esdkit.vectors.model import Accept, VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.questions import Question, beyond, question_of
from esdkit.vectors.runner import load
from esdkit.vectors.testing import judge_target

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
STAGES = {"parse", "policy", "signature", "context", "unwrap", "commitment", "header_tag", "frames"}


def node() -> str:
    program = shutil.which("node")
    if program is None:
        pytest.skip("there is no node on this machine")
    return program


def declared(abilities: Abilities) -> Iterator[str]:
    """The ids of the valid vectors that a program says it can open."""
    for one in load([native_path()]):
        assert isinstance(one, VectorSet)
        for vector in one.vectors:
            question = question_of(vector, vector.keys)
            asked = question.request if isinstance(question, Question) else None
            if isinstance(vector.expectation, Accept) and asked is not None and beyond(asked, abilities) is None:
                yield vector.id


@pytest.mark.parametrize("name", ["aes_reader.py", "aes_reader.mjs"])
def test_example_passes_what_it_declares_and_the_rest_is_unsupported(name: str) -> None:
    program = sys.executable if name.endswith(".py") else node()
    report = judge_target(lambda: open_target(f"stdio:{shlex.join([program, str(EXAMPLES / name)])}"), [native_path()])
    assert {cell.outcome for cell in report.cells} == {"passed", "unsupported"}
    passed = [cell for cell in report.cells if cell.outcome == "passed"]
    assert [cell.vector.id for cell in passed if isinstance(cell.vector.expectation, Accept)] == list(declared(report.abilities))
    assert {cell.stage for cell in passed} == {None, *STAGES}
    assert not report.fails

"""The JavaScript SDK behind the contract of AWS's test servers: the table of docs/howto/test-your-sdk.md, over HTTP and over stdin."""

from __future__ import annotations

import re
import shlex
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from esdkit.serve import HttpServer, TargetServer
from esdkit.targets import open_target
from esdkit.vectors.cells import Cell
from esdkit.vectors.model import Accept
from esdkit.vectors.published import native_path
from esdkit.vectors.testing import judge_target
from tests.pages import lines_of
from tools.drivers import targets

pytestmark = pytest.mark.interop

SDKS = ("javascript-5", "javascript-5-default")
PAGE = "docs/howto/test-your-sdk.md"


@contextmanager
def behind_the_contract(address: str) -> Iterator[str]:
    with open_target(address) as target:
        server = HttpServer(TargetServer(target))
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            yield server.url
        finally:
            server.stop()
            thread.join()


def cells(address: str) -> dict[str, Cell]:
    return {cell.vector.id: cell for cell in judge_target(lambda: open_target(address), [native_path()]).cells}


@cache
def over_stdin(name: str) -> dict[str, Cell]:
    if reason := targets.missing(name):
        pytest.skip(f"{name} is {reason}")
    return cells(f"stdio:{shlex.join(targets.command(name))}")


def row_of(cell: Cell) -> str:
    """The first column of the page's table."""
    if cell.outcome != "failed":
        return f"`{cell.outcome}`"
    what = "refused a valid message" if isinstance(cell.vector.expectation, Accept) else "opened a message that must be refused"
    return f"`failed`, it {what}"


@pytest.mark.parametrize(("name", "column"), [(SDKS[0], 1), (SDKS[1], 2)])
def test_page_says_what_the_sdk_does(name: str, column: int) -> None:
    start = next(number for number, line in enumerate(lines_of(PAGE)) if line.startswith("| native vectors |"))
    rows = [line.strip("| ").split(" | ") for line in lines_of(PAGE)[start + 2 :]]
    said = {row[0]: int(row[column]) for row in rows[: rows.index([""])]}
    assert Counter(map(row_of, over_stdin(name).values())) == Counter(said)


@pytest.mark.parametrize("name", SDKS)
def test_contract_loses_nothing(name: str) -> None:
    expected = {vector: cell.outcome for vector, cell in over_stdin(name).items()}
    with behind_the_contract(f"stdio:{shlex.join(targets.command(name))}") as address:
        assert {vector: cell.outcome for vector, cell in cells(address).items()} == expected


def test_refusals_that_prove_nothing_are_opened_once_the_option_is_set() -> None:
    sorting, default = map(over_stdin, SDKS)
    outcomes = Counter(sorting[vector].outcome for vector, cell in default.items() if cell.outcome == "blind")
    found = re.search(
        r"Of the (\d+) blind messages, the SDK opens (\d+) as soon .* and refuses (\d+) at the wrong stage", " ".join(lines_of(PAGE))
    )
    assert found is not None
    assert tuple(map(int, found.groups())) == (outcomes.total(), outcomes["failed"], outcomes["refused-elsewhere"])

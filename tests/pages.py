"""The pages of docs/ as what they run: fenced blocks. ``tests/cli/test_docs.py`` says what kinds of blocks there are."""

from __future__ import annotations

import doctest
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["ROOT", "Block", "Step", "blocks", "lines_of", "run_block", "run_console", "run_examples", "update_page"]

ROOT = Path(__file__).parents[1]

_END_OF_OUTPUT = "\x1e"


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands behind the fence, where its first line is (from 0), its lines."""

    language: str
    file: str
    start: int
    lines: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@dataclass(frozen=True)
class Step:
    """A command of a session, and the lines from ``start`` to ``end`` that say what it prints."""

    command: str
    start: int
    end: int
    expected: str


@cache
def lines_of(page: str) -> list[str]:
    return (ROOT / page).read_text(encoding="utf-8").split("\n")


def blocks(page: str, *languages: str) -> Iterator[Block]:
    """The blocks in some languages, all if none is named."""
    lines = lines_of(page)
    fences = [number for number, line in enumerate(lines) if line.startswith("```")]
    for opening, closing in zip(fences[::2], fences[1::2], strict=True):
        language, _, file = lines[opening].removeprefix("```").partition(" ")
        if not languages or language in languages:
            yield Block(language, file, opening + 1, lines[opening + 1 : closing])


def steps(block: Block) -> Iterator[Step]:
    """The commands of a session."""
    starts = [number for number, line in enumerate(block.lines) if line.startswith("$ ")]
    assert starts[:1] == [0], f"line {block.start + 1}: a session begins with a command"
    for start, following in zip(starts, [*starts[1:], len(block.lines)], strict=True):
        output = start + 1
        while block.lines[output - 1].endswith("\\"):
            output += 1
        command = "\n".join(block.lines[start:output]).removeprefix("$ ")
        printed = block.lines[output:following]
        yield Step(command, block.start + output, block.start + following, "".join(f"{line}\n" for line in printed))


def run_session(commands: list[str], cwd: Path, environment: dict[str, str]) -> list[str]:
    """What each command prints, on stdout and stderr; ``$?`` and variables go on to the next."""
    end = f'__code=$?; printf "{_END_OF_OUTPUT}"; (exit $__code)'
    script = "\n".join(["exec 2>&1", *(f"{command}\n{end}" for command in commands)])
    result = subprocess.run(["bash", "-c", script], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    return result.stdout.decode("utf-8", "backslashreplace").split(_END_OF_OUTPUT)[:-1]


def run_console(block: Block, cwd: Path, environment: dict[str, str]) -> list[tuple[Step, str]]:
    """The commands that print something else than the page says, and what they print."""
    session = list(steps(block))
    printed = run_session([step.command for step in session], cwd, environment)
    assert len(printed) == len(session), f"line {block.start}: the session ended early"
    printed = [text if text.endswith("\n") or not text else f"{text}\n" for text in printed]
    same = doctest.OutputChecker().check_output
    return [(step, text) for step, text in zip(session, printed, strict=True) if not same(step.expected, text, doctest.ELLIPSIS)]


def run_examples(block: Block, page: str, names: dict[str, Any]) -> None:
    said: list[str] = []
    example = doctest.DocTestParser().get_doctest(block.text, names, page, page, block.start)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append, clear_globs=False)
    assert result.attempted > 0, f"{page}, line {block.start}: nothing to run"
    assert result.failed == 0, "".join(said)
    names.update(example.globs)


def run_block(block: Block, page: str, names: dict[str, Any]) -> None:
    """Run a block of Python; what it calls by name, and what it names, is in ``names``."""
    if block.language == "pycon":
        run_examples(block, page, names)
    else:
        exec(compile("\n" * block.start + block.text, page, "exec"), names)


def update_page(page: str, wrong: list[tuple[Step, str]]) -> None:
    """Write into a page what its commands print, where it leaves nothing out."""
    lines = list(lines_of(page))
    for step, actual in reversed([(step, actual) for step, actual in wrong if "..." not in step.expected]):
        lines[step.start : step.end] = actual.splitlines()
    (ROOT / page).write_text("\n".join(lines), encoding="utf-8")

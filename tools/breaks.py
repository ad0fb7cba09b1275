"""Breaks the code of marked rules, one at a time, and asks whether the tests that are marked for the rule notice.

Strategy: ``# Reqs: ID`` in ``src/`` marks the code of a rule. At the top of a function, class or module that is the whole of it; further
down it is the statements below the comment, up to a blank line, the next mark or the end of their block. What has marks of its own is not
in the whole. A break is one small change of the syntax tree there that could matter: a condition negated, a comparison turned, a refusal or
call left out, a number or short word changed, a list shortened, a comparison in constant time made an ordinary one. Of all marked rules a
seed picks the sample, and for each rule one mark and one break. Broken is a copy of the repository. The tests are those with a ``req`` mark
for one of the ids in the comment, and the native vectors that name one; when a call is left out, also those of the ids that mark the called
function: the call is its rule.
Invariants: the same seed and the same code give the same breaks, whatever is elsewhere; a break is undone before the next. A break after
which the tests do not end counts as noticed, if they end without it in the same time. Texts for people, their layout and assertions are not
broken: tests match code and place, and an assertion is for the type checker. Not run: programs under test and browsers.

    python -m tools.breaks [--sample N] [--seed N] [--only ID …] [--jobs N] [--list] [--write]
"""

from __future__ import annotations

import argparse
import ast
import datetime
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, cast

from tools.req_report import BREAKS, CITATION, ID, marked_tests, native_cases, read_requirements

if TYPE_CHECKING:
    import pytest

__all__ = ["Break", "Mark", "breaks_of", "main", "marks_of", "passes"]

_ROOT = Path(__file__).resolve().parents[1]
_SECONDS = 300  # for the tests of one rule
_WANTED = "ESDKIT_BREAKS_IDS"
_LEFT_OUT = ("tests/interop/", "tests/browser/")
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_TURNED = {
    "Eq": "!=",
    "NotEq": "==",
    "Lt": ">=",
    "LtE": ">",
    "Gt": "<=",
    "GtE": "<",
    "In": "not in",
    "NotIn": "in",
    "Is": "is not",
    "IsNot": "is",
}
_WORDS = re.compile(r"\w,? \w|[.:] |…")  # a text for people


@dataclass(frozen=True, slots=True)
class Mark:
    """A comment with ids, and the part of the syntax tree that it marks.

    Attributes:
        function: the name of the function that it is in; empty in a class or module.
    """

    path: Path
    line: int
    ids: tuple[str, ...]
    nodes: tuple[ast.AST, ...]
    function: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """One change: the bytes from ``start`` to ``end`` of a file become ``text``.

    Attributes:
        calls: the name of the function whose call is left out; empty for other changes.
    """

    line: int
    start: int
    end: int
    text: str
    what: str
    calls: str = ""


# --- marks ---


def marks_of(path: Path, source: str) -> list[Mark]:
    """The marks of a module."""
    tree = ast.parse(source)
    citations: dict[int, tuple[str, ...]] = {}
    for found in CITATION.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        citations[line] = citations.pop(line - 1, ()) + tuple(ID.findall(found[1]))  # one comment may have several lines
    stops = {*citations, *(number for number, text in enumerate(source.splitlines(), 1) if not text.strip())}
    scopes = {line: _scope(tree, line) for line in citations}
    places = {line: _places(scope, line, stops) for line, scope in scopes.items()}
    marked = {id(place) for found in places.values() for place in found}
    marks = []
    for line, ids in citations.items():
        scope = scopes[line]
        name = "" if isinstance(scope, ast.Module | ast.ClassDef) else getattr(scope, "name", "")
        nodes: list[ast.AST] = []
        for place in places[line]:
            nodes += _marked(scope, line, marked) if place is scope else (place, *_marked(place, 0, marked))
        marks.append(Mark(path, line, ids, tuple(nodes), name))
    return marks


def _scope(tree: ast.Module, line: int) -> ast.AST:
    """The function or class that begins right after a line; if none does, the innermost one around it."""
    scopes = [node for node in ast.walk(tree) if isinstance(node, _SCOPES)]
    for node in scopes:
        if min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)]) == line + 1:
            return node
    around = [node for node in scopes if node.lineno <= line <= (node.end_lineno or 0)]
    return max(around, key=lambda node: node.lineno, default=tree)


def _places(scope: ast.AST, line: int, stops: Set[int]) -> Sequence[ast.AST]:
    """What a comment is about: the scope that it begins, the statement beside it, or those below it in its block without a stop between."""
    inside = [node for node in ast.walk(scope) if isinstance(node, ast.stmt) and node is not scope]
    if all(node.lineno > line or _is_docstring(node) for node in inside):
        return [scope]
    beside = [node for node in inside if node.lineno == line]
    if beside:
        return beside[:1]
    first = min((node for node in inside if node.lineno > line), key=lambda node: (node.lineno, node.col_offset))
    block = next(block for node in ast.walk(scope) for _, block in ast.iter_fields(node) if isinstance(block, list) and first in block)
    found = [first]
    for node in block[block.index(first) + 1 :]:
        if stops & set(range(found[-1].end_lineno or 0, node.lineno)):
            break
        found.append(node)
    return found


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _marked(place: ast.AST, line: int, marked: set[int]) -> Iterator[ast.AST]:
    """A place from a line on, with all its parts, but not those with marks of their own."""
    for node in ast.iter_child_nodes(place):
        if id(node) in marked:
            continue
        if line <= getattr(node, "lineno", 0):  # some nodes have no position, but their parts have
            yield node
        yield from _marked(node, line, marked)


# --- breaks ---


def breaks_of(source: str, mark: Mark) -> list[Break]:
    """The breaks of what a mark marks, in the order of the file."""
    lines = source.encode("utf-8").splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    skipped = {id(part) for node in mark.nodes for part in _for_people(node)}
    found = set()
    for node in mark.nodes:
        if id(node) in skipped:
            continue
        for target, text, what in _changes(node, source):
            assert target.end_lineno is not None
            assert target.end_col_offset is not None
            start = starts[target.lineno - 1] + target.col_offset
            end = starts[target.end_lineno - 1] + target.end_col_offset
            found.add(Break(target.lineno, start, end, text, what, _called(node)))
    return sorted(found, key=lambda one: (one.start, one.end, one.text))


def _called(node: ast.AST) -> str:
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name
    return ""


def _for_people(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that are not broken: texts of errors and their layout, names of types, docstrings."""
    parts: list[ast.AST | None] = []
    match node:
        case ast.Raise(exc=ast.Call(args=args, keywords=keywords)):
            parts += [*args, *keywords]
        case ast.Call(func=ast.Name(id="Refused" | "error_for" | "kms_error" | "unwrap_failed" | "bad") as function):
            parts += [part for part in ast.iter_child_nodes(node) if part is not function]
        case ast.Call(func=ast.Name(id=name), args=args) if name.startswith("require_"):
            parts += [part for part in args if isinstance(part, ast.Constant)]  # the name of an argument
        case ast.Call(args=[ast.Constant(value=str(name)), ast.Name(id=argument), *_] as args) if name == argument:
            parts += [part for part in args if isinstance(part, ast.Constant)]  # the name of an argument, and an example
        case ast.Call(func=ast.Attribute(value=ast.Name(id="out"))):  # columns of text
            parts += [part for part in ast.walk(node) if isinstance(part, ast.Constant)]
        case ast.If(body=body, orelse=[]) if all(_is_text_for_people(one) for one in body):
            parts += [node]  # it only chooses a text
        case ast.JoinedStr():
            parts += [node]
        case ast.Assign(value=value) | ast.AugAssign(value=value) if _is_text_for_people(node):
            parts += [value]
        case ast.AnnAssign():
            parts += [node.annotation]
        case ast.FunctionDef():
            parts += [*node.decorator_list, node.args, node.returns]
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            parts += [node]
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            parts += [node]
    for part in parts:
        if part is not None:
            yield from ast.walk(part)


def _is_text_for_people(node: ast.AST) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id="what" | "hint")]) | ast.AugAssign(target=ast.Name(id="what" | "hint")):
            return True
    return False


def _changes(node: ast.AST, source: str) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """What can be broken at a node: the node to replace, its new text, and a word for it."""

    def text(part: ast.expr) -> str:
        return ast.get_source_segment(source, part) or ""

    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield test, f"(not ({text(test)}))", "condition negated"
        case ast.Raise(exc=ast.expr()):
            yield node, "pass", "refusal left out"
        case ast.Expr(value=ast.Call()):
            yield node, "pass", "call left out"
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            yield node, f"({text(left)} {_TURNED[type(operator).__name__]} {text(right)})", "comparison turned"
        case ast.BoolOp(op=operator, values=values):
            word = " or " if isinstance(operator, ast.And) else " and "
            yield node, "(" + word.join(f"({text(value)})" for value in values) + ")", "and and or exchanged"
        case ast.Constant(value=bool() as value):
            yield node, str(not value), "value changed"
        case ast.Constant(value=int() as value):
            yield node, f"{value + 1}", "value changed"
        case ast.Constant(value=bytes() as value) if value:
            yield node, repr(value + b"X"), "value changed"
        case ast.Constant(value=str() as value) if value and not _WORDS.search(value):
            yield node, repr(value + "X"), "value changed"
        case ast.Call(func=ast.Attribute(attr="compare_digest"), args=[left, right]):
            yield node, f"({text(left)} == {text(right)})", "comparison no longer in constant time"
        case ast.Tuple(elts=[_, *rest], ctx=ast.Load()) if rest:
            yield node, "(" + "".join(f"{text(element)}, " for element in rest) + ")", "first element left out"
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield node, text(left), "right side of a sum left out"


# --- the sample ---


def _sources(root: Path) -> dict[Path, str]:
    return {path.relative_to(root): path.read_text(encoding="utf-8") for path in sorted((root / "src").rglob("*.py"))}


def _sample(sources: Mapping[Path, str], known: Iterable[str], seed: int, size: int, only: Sequence[str]) -> list[tuple[str, Mark, Break]]:
    """Rules with a mark and a break of each."""
    marks: dict[str, list[Mark]] = {id_: [] for id_ in known}
    for path, source in sources.items():
        for mark in marks_of(path, source) if CITATION.search(source) else ():
            for id_ in mark.ids:
                marks[id_].append(mark)
    functions = _functions({mark for found in marks.values() for mark in found})
    chosen: list[tuple[str, Mark, Break]] = []
    for pick, id_ in sorted((_number(seed, id_), id_) for id_ in (only or marks)):
        if len(chosen) == size:
            break
        possible = [(mark, one) for mark in marks[id_] for one in breaks_of(sources[mark.path], mark)]
        if possible:
            mark, one = possible[pick % len(possible)]
            chosen.append((id_, replace(mark, ids=tuple(dict.fromkeys((*mark.ids, *functions.get(one.calls, ()))))), one))
    return chosen


def _functions(marks: Iterable[Mark]) -> dict[str, list[str]]:
    """The ids of marked functions by name, where one module alone has that name."""
    places: dict[str, set[Path]] = {}
    ids: dict[str, list[str]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.path, mark.line)):
        places.setdefault(mark.function, set()).add(mark.path)
        ids.setdefault(mark.function, []).extend(mark.ids)
    return {name: ids[name] for name, paths in places.items() if name and len(paths) == 1}


def _number(seed: int, id_: str) -> int:
    """A number for an id that does not depend on the other ids, so that a new one leaves the rest of the sample as it is."""
    return int.from_bytes(hashlib.sha256(f"{seed} {id_}".encode()).digest(), "big")


# --- running ---


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that are marked for the wanted ids: this module is a plugin of the runs that it starts."""
    wanted = set(os.environ[_WANTED].split())
    kept = [item for item in items if any(wanted & set(mark.args) for mark in item.iter_markers("req"))]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def _copy(root: Path, to: Path) -> None:
    """The files that git knows, and links to what is installed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout.decode("utf-8")
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, to / name)


def _run(copy: Path, command: Sequence[str], ids: Iterable[str], seconds: int = _SECONDS) -> int | None:
    """The exit code; None when it did not end."""
    paths = f"{copy / 'src'}{os.pathsep}{copy}"
    environment = {**os.environ, "PYTHONPATH": paths, _WANTED: " ".join(ids), "HYPOTHESIS_NO_PLUGINS": "1"}
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=copy,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            return None


def passes(copy: Path, ids: Iterable[str], tests: Sequence[str], cases: Sequence[str], seconds: int = _SECONDS) -> bool | None:
    """Whether the marked vectors and tests pass; None when they did not end."""
    code = (
        "import sys\nfrom esdkit.vectors.published import native_path\nfrom esdkit.vectors.runner import run\nwanted = set(sys.argv[1:])\n"
        "report = run([native_path()], select=lambda names: {name for name in names if name.partition('::')[2] in wanted})\n"
        "sys.exit(bool(report.faults) or any(result.outcome == 'failed' for result in report.results))"
    )
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "tools.breaks", "--hypothesis-profile=mutants"]
    for command, what in ((["-c", code], cases), (["-m", "pytest", *options], tests)):
        exit_code = _run(copy, [*command, *what], ids, seconds) if what else 0
        if exit_code not in (0, 5):  # 5: no test was selected
            return None if exit_code is None else False
    return True


class _Breaker:
    """Breaks the files of a copy and runs what is marked."""

    def __init__(self, root: Path, copy: Path) -> None:
        self._copy = copy
        _copy(root, copy)
        self._tests = marked_tests(root)
        self._cases = native_cases(root)
        self._stamp = time.time()

    def noticed(self, mark: Mark, one: Break, seconds: int = _SECONDS) -> bool:
        """Whether a marked test fails after a break, or does not end though it does without the break."""
        path = self._copy / mark.path
        before = path.read_bytes()
        self._write(path, before[: one.start] + one.text.encode("utf-8") + before[one.end :])
        try:
            passed = self._passes(mark.ids, seconds)
        finally:
            self._write(path, before)
        if passed is None and not self._passes(mark.ids, seconds):  # the machine is slow
            return self.noticed(mark, one, 2 * seconds)
        return not passed

    def passes(self, ids: Sequence[str], part: slice) -> bool:
        """Whether a part of the marked tests and vectors passes as the code is."""
        return bool(passes(self._copy, ids, self._files(ids)[part], self._named(ids)[part], _SECONDS * len(ids)))

    def _passes(self, ids: Sequence[str], seconds: int) -> bool | None:
        return passes(self._copy, ids, self._files(ids), self._named(ids), seconds)

    def _files(self, ids: Iterable[str]) -> list[str]:
        files = {path.as_posix() for id_ in ids for path in self._tests.get(id_, ())}
        return sorted(name for name in files if not name.startswith(_LEFT_OUT))

    def _named(self, ids: Iterable[str]) -> list[str]:
        return sorted({case for id_ in ids for case in self._cases.get(id_, ())})

    def _write(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)
        self._stamp += 2  # bytecode is known by seconds and length
        os.utime(path, (self._stamp, self._stamp))


# --- command ---


def _line(id_: str, mark: Mark, one: Break, source: str) -> dict[str, str | int | list[str]]:
    data = source.encode("utf-8")
    return {
        "id": id_,
        "ids": list(mark.ids),
        "file": mark.path.as_posix(),
        "line": one.line,
        "what": one.what,
        "before": " ".join(data[one.start : one.end].decode("utf-8").split())[:100],
    }


def _shown(line: Mapping[str, object]) -> str:
    return f"{line['id']} {line['file']}:{line['line']} {line['what']} | {line['before']}"


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Break the code of marked rules and see whether their tests notice.")
    parser.add_argument("--root", type=Path, default=_ROOT, help="the source tree")
    parser.add_argument("--sample", type=int, default=100, help="how many rules (default: 100)")
    parser.add_argument("--seed", type=int, help="picks the sample (default: one more than those used so far)")
    parser.add_argument("--only", nargs="+", default=(), metavar="ID", help="of the rules, only these")
    parser.add_argument("--jobs", type=int, default=2, help="how many breaks at a time (default: 2)")
    parser.add_argument("--list", action="store_true", help="print the breaks and run nothing")
    parser.add_argument("--write", action="store_true", help=f"write {BREAKS}")
    return parser.parse_args(arguments)


def _kept(root: Path) -> dict[str, Any]:
    """The kept result; an empty one where there is none."""
    path = root / BREAKS
    if not path.is_file():
        return {"seed": 0, "earlier_seeds": [], "earlier": []}
    return cast(dict[str, Any], json.loads(path.read_text(encoding="utf-8")))


def _known_seeds(kept: Mapping[str, Any]) -> list[int]:
    """The seeds of the kept result and of those before it: their samples are known, and tests were mended with them."""
    return sorted({*kept["earlier_seeds"], kept["seed"]} - {0})


def _measured(kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The results with new seeds, the oldest first."""
    if kept["seed"] in (0, *kept["earlier_seeds"]):
        return list(kept["earlier"])
    last = {name: kept[name] for name in ("date", "seed", "sample")}
    return [*kept["earlier"], {**last, "noticed": kept["sample"] - len(kept["unnoticed"])}]


def _noticed(free: SimpleQueue[_Breaker], chosen: tuple[str, Mark, Break]) -> bool:
    """Take one of the breakers that are free, and give it back."""
    breaker = free.get()
    try:
        return breaker.noticed(*chosen[1:])
    finally:
        free.put(breaker)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints each break and whether it was noticed; returns 1 if one was not, 2 if the tests fail without a break."""
    options = _arguments(arguments)
    kept = _kept(options.root)
    known = _known_seeds(kept)
    seed = max(known, default=0) + 1 if options.seed is None else options.seed
    sources = _sources(options.root)
    sample = _sample(sources, read_requirements(options.root), seed, options.sample, options.only)
    lines = [_line(id_, mark, one, sources[mark.path]) for id_, mark, one in sample]
    if options.list:
        for line in lines:
            print(_shown(line))
        return 0
    unnoticed = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as threads:
        breakers = [_Breaker(options.root, Path(folder) / str(number)) for number in range(options.jobs)]
        ids = sorted({id_ for _, mark, _ in sample for id_ in mark.ids})
        if not all(threads.map(lambda number: breakers[number].passes(ids, slice(number, None, options.jobs)), range(options.jobs))):
            print("the marked tests fail before anything is broken", file=sys.stderr)
            return 2
        free: SimpleQueue[_Breaker] = SimpleQueue()
        for breaker in breakers:
            free.put(breaker)
        for line, noticed in zip(lines, threads.map(partial(_noticed, free), sample), strict=True):
            print("noticed" if noticed else "NOT NOTICED", _shown(line), flush=True)
            if not noticed:
                unnoticed.append(line)
    print(f"noticed: {len(lines) - len(unnoticed)} of {len(lines)}")
    if options.write:
        result = {
            "schema": 1,
            "date": datetime.date.today().isoformat(),
            "seed": seed,
            "earlier_seeds": known,
            "earlier": _measured(kept),
            "sample": len(lines),
            "unnoticed": unnoticed,
        }
        (options.root / BREAKS).parent.mkdir(parents=True, exist_ok=True)
        (options.root / BREAKS).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())

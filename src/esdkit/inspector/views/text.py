"""A tree for people: 80 columns, aligned, and nothing in it that could steer a terminal.

Strategy: each section is a generator of lines; a line is made of pieces with a role, and ``style`` decides what a role looks like. What can
be long or many is cut and says so (JSON has it all). Values that people copy (ids, key names) are never broken in the middle: a line that
holds nothing else may be longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from esdkit.columns import LABEL, WIDTH, Columns, Style, capped, count, plain, text_of, width
from esdkit.errors import Code, EsdkError
from esdkit.inspector.facts.origin import hints
from esdkit.inspector.facts.parts import ContextPair
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.views.describe import (
    describe_amount,
    describe_body,
    describe_key,
    describe_policies,
    describe_readers,
    describe_suite,
    describe_title,
    frame_map,
    key_name,
    provider_of,
)
from esdkit.inspector.views.error import hint_of, place_of, requirements_of
from esdkit.message.rules import context_is_sorted
from esdkit.spec import error_codes

__all__ = ["PROOF_OF_STATES", "ROLES_OF_STATES", "title", "tree_to_line", "tree_to_text"]

_MAX_ITEMS = 32  # of one list
_MAX_LINES = 4  # of one value
_MAX_NAMES = 3  # in the one line
ROLES_OF_STATES = {"verified": "good", "invalid": "bad", "malformed": "bad", "unsigned": "plain", "not-checked": "warning"}
PROOF_OF_STATES = {
    "verified": "header and body are as the holder of that key signed them; the message cannot prove who that is",
    "invalid": "header or body were changed after signing, or the signature belongs to another message",
}


def tree_to_text(tree: Tree, name: str | None = None, style: Style | None = None) -> str:
    """See ``Inspection.to_text``."""
    lines = _Text(tree, Columns(style or plain))
    return "\n".join(line.rstrip() for line in lines.all(name)) + "\n"


def tree_to_line(tree: Tree) -> str:
    """See ``Inspection.to_line``."""
    return ", ".join([*_facts(tree), _verdict(tree)])


class _Text:
    """The sections of one tree."""

    def __init__(self, tree: Tree, out: Columns) -> None:
        self.tree = tree
        self.out = out

    def all(self, name: str | None) -> Iterator[str]:
        yield from title(self.tree, name, self.out)
        yield from self.overview()
        yield from self.context()
        yield from self.data_keys()
        yield from self.sizes()
        yield from self.origin()
        yield from self.problems()

    def overview(self) -> Iterator[str]:
        tree, out = self.tree, self.out
        if tree.suite is None:
            return
        yield ""
        yield from out.labelled("suite", str(tree.suite), *describe_suite(tree.suite))
        yield from out.labelled("read by", *describe_readers(tree))
        yield from out.labelled("policy", describe_policies(tree.suite))
        yield from out.labelled("message id", (tree.value("header.message_id") or b"").hex())
        yield from out.labelled("commit key", (tree.value("header.suite_data") or b"").hex())
        if tree.body is not None:
            yield from out.labelled("content", *describe_body(tree.body))
            yield from out.labelled("plaintext", describe_amount(tree.body))
            yield from out.labelled("frames", *frame_map(tree))
        state = tree.signature.state
        yield from out.labelled("signature", tree.signature.means, role=ROLES_OF_STATES[state])
        yield from out.labelled("", PROOF_OF_STATES.get(state, ""), role="dim")

    def context(self) -> Iterator[str]:
        pairs = self.tree.encryption_context
        if pairs is None:
            return
        yield ""
        number = _listed(len(pairs), self.tree.value("header.encryption_context.count"), "pair")
        yield from self.out.labelled("encryption context", number)
        if not context_is_sorted([pair.key for pair in pairs]):
            yield from self.out.lines(error_codes()[Code.AAD_UNSORTED].means, "  ", "warning")
        shown = pairs[:_MAX_ITEMS]
        column = max((width(text_of(pair.key)) for pair in shown if width(text_of(pair.key)) <= LABEL), default=0)
        for pair in shown:
            yield from self.pair(pair, column)
        yield from self.left_out(len(pairs))

    def pair(self, pair: ContextPair, column: int) -> Iterator[str]:
        """Key and value beside each other where they fit into a line, else the value below."""
        key, value = text_of(pair.key), "(the message ends here)" if pair.value is None else text_of(pair.value)
        pad = " " * max(column - width(key), 0)
        if 2 + max(width(key), column) + 2 + width(value) <= WIDTH:
            yield f"  {self.out.style(key, 'label')}{pad}  {value}"
            return
        yield from self.out.lines(key, "  ", "label", most=_MAX_LINES)
        yield from self.out.lines(value, "    ", most=_MAX_LINES)

    def data_keys(self) -> Iterator[str]:
        keys = self.tree.encrypted_data_keys
        if not keys:
            return
        yield ""
        number = _listed(len(keys), self.tree.value("header.encrypted_data_keys.count"), "key")
        yield from self.out.labelled("encrypted data keys", f"{number}, in the order in which readers try them" if keys[1:] else number)
        for key in keys[:_MAX_ITEMS]:
            number = f"[{key.index}]"
            yield from self.out.lines(provider_of(key), [("  ", "plain"), (f"{number:<4}", "label")], most=_MAX_LINES)
            for text in describe_key(key):
                yield from self.out.lines(text, "    ", most=_MAX_LINES)
        yield from self.left_out(len(keys))

    def sizes(self) -> Iterator[str]:
        sizes = self.tree.sizes
        rows = [(name.replace("_", " "), size) for name, size in asdict(sizes).items() if size]
        if self.tree.suite is None or not rows:
            return
        yield ""
        digits = len(str(sizes.total))
        yield from self.out.labelled("sizes", *(f"{name:<22} {size:>{digits}}" for name, size in [*rows, ("all bytes", sizes.total)]))

    def origin(self) -> Iterator[str]:
        reasons: dict[str, list[str]] = {}
        for hint in hints(self.tree):
            reasons.setdefault(hint.says, []).append(hint.because)
        label = "written by"
        for says, because in reasons.items():
            yield from ([""] if label else [])
            yield from self.out.labelled(label, says)
            yield from self.out.labelled("", " ".join(because), role="dim")
            label = ""

    def problems(self) -> Iterator[str]:
        problems = self.tree.problems
        yield ""
        if not problems and self.tree.signature.request is not None:
            yield from self.out.labelled("problems", "none that show without a key, but the signature was not checked", role="warning")
            return
        if not problems:
            yield from self.out.labelled("problems", "none that show without a key", role="good")
            return
        yield from self.out.labelled("problems", str(self.tree.problem_count))
        explained: set[str] = set()
        for problem in problems[:_MAX_ITEMS]:
            yield from self.problem(problem, explain=problem.code not in explained)
            explained.add(problem.code)
        yield from self.left_out(self.tree.problem_count, "")

    def problem(self, problem: EsdkError, *, explain: bool) -> Iterator[str]:
        yield from self.out.lines(f"{problem.code} at {place_of(problem.path, problem.offset)}", "  ", "bad", hanging=4)
        yield from self.out.lines(problem.message, "    ")
        if explain:
            yield from self.out.lines(hint_of(problem), "    ", "dim")
            yield from self.out.lines(", ".join(requirements_of(problem)), "    ", "dim")

    def left_out(self, number: int, remedy: str = "; --json has all") -> Iterator[str]:
        if number > _MAX_ITEMS:
            yield from self.out.lines(f"… {number - _MAX_ITEMS} more{remedy}", "  ", "dim")


def title(tree: Tree, name: str | None, out: Columns) -> Iterator[str]:
    """What the bytes are, and that nobody has verified it."""
    yield from out.whole(f"{name}: {describe_title(tree)}" if name else describe_title(tree), role="title")
    if tree.suite is not None:
        yield from out.lines("UNVERIFIED: read without a key; what follows is what the bytes say.", role="warning")


def _listed(number: int, announced: int | None, noun: str) -> str:
    """How many there are, and how many there should be where the message ends before them."""
    if not number and not announced:
        return "empty"
    return count(number, noun) if number == announced else f"{number} of {count(announced or 0, noun)}"


def _facts(tree: Tree) -> Iterator[str]:
    yield count(tree.length, "byte")
    if tree.suite is None:
        yield "not a message"
        return
    yield f"v{tree.value('header.version')} {tree.suite.hex_id}"
    keys = tree.encrypted_data_keys
    names = [capped(key_name(key)) for key in keys[:_MAX_NAMES]] + ["…"] * (len(keys) > _MAX_NAMES)
    if names:
        yield f"{count(len(keys), 'key')} ({', '.join(names)})"
    if tree.body is not None:
        yield f"plaintext {describe_amount(tree.body)}"
    yield "not signed" if tree.signature.state == "unsigned" else f"signature {tree.signature.state}"


def _verdict(tree: Tree) -> str:
    if not tree.problems:
        return "no problems"
    codes = list(dict.fromkeys(problem.code.value for problem in tree.problems))
    return " ".join(codes[:_MAX_NAMES] + ["…"] * (len(codes) > _MAX_NAMES))

"""A tree for people: 80 columns, aligned, and nothing in it that could steer a terminal.

Strategy: each section is a generator of lines; a line is made of pieces with a role, and ``style`` decides what a role looks like. What can
be long or many is cut and says so (JSON has it all). Values that people copy (ids, key names) are never broken in the middle: a line that
holds nothing else may be longer.
"""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import WIDTH, Style, chunks, count, one_chunk, plain, printable, text_of, width, wrapped
from esdkit.errors import Code, EsdkError
from esdkit.inspector.facts.origin import hints
from esdkit.inspector.facts.parts import ContextPair
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.views.describe import (
    describe_amount,
    describe_body,
    describe_key,
    describe_policies,
    describe_suite,
    describe_title,
    frame_map,
    key_name,
    provider_of,
    releases,
)
from esdkit.message.rules import context_is_sorted
from esdkit.spec import error_codes

__all__ = ["PROOF_OF_STATES", "ROLES_OF_STATES", "tree_to_line", "tree_to_text"]

_LABEL = 16
_MAX_ITEMS = 32  # of one list
_MAX_NAMES = 3  # in the one line
ROLES_OF_STATES = {"verified": "good", "invalid": "bad", "malformed": "bad", "unsigned": "plain", "not-checked": "warning"}
PROOF_OF_STATES = {
    "verified": "header and body are as the holder of that key signed them; the message cannot prove who that is",
    "invalid": "header or body were changed after signing, or the signature belongs to another message",
}


def tree_to_text(tree: Tree, name: str | None = None, style: Style | None = None) -> str:
    """See ``Tree.to_text``."""
    lines = _Lines(tree, style or plain)
    return "\n".join(line.rstrip() for line in lines.all(name)) + "\n"


def tree_to_line(tree: Tree) -> str:
    """See ``Tree.to_line``."""
    return ", ".join([*_facts(tree), _verdict(tree)])


class _Lines:
    """The sections of one tree."""

    def __init__(self, tree: Tree, style: Style) -> None:
        self.tree = tree
        self.style = style

    def all(self, name: str | None) -> Iterator[str]:
        yield from self.title(name)
        yield from self.overview()
        yield from self.context()
        yield from self.data_keys()
        yield from self.sizes()
        yield from self.origin()
        yield from self.problems()

    def title(self, name: str | None) -> Iterator[str]:
        front = f"{printable(name)}: " if name else ""
        yield self.style(f"{front}{describe_title(self.tree)}", "title")
        if self.tree.suite is not None:
            claim = "UNVERIFIED: read without a key; what follows is what the bytes say."
            yield self.style(claim, "warning")

    def overview(self) -> Iterator[str]:
        tree = self.tree
        if tree.suite is None:
            return
        yield ""
        yield from self.labelled("suite", str(tree.suite), *describe_suite(tree.suite))
        yield from self.labelled("read by", *wrapped(releases(tree), _LABEL))
        yield from self.labelled("policy", *wrapped(describe_policies(tree.suite), _LABEL))
        yield from self.hexadecimal("message id", tree.value("header.message_id"))
        yield from self.hexadecimal("commit key", tree.value("header.suite_data"))
        if tree.body is not None:
            yield from self.labelled("content", *describe_body(tree.body))
            yield from self.labelled("plaintext", describe_amount(tree.body))
            yield from self.labelled("frames", *frame_map(tree))
        role = ROLES_OF_STATES[tree.signature.state]
        yield from self.labelled("signature", tree.signature.means, role=role)
        yield from self.labelled("", *wrapped(PROOF_OF_STATES.get(tree.signature.state, ""), _LABEL), role="dim")

    def context(self) -> Iterator[str]:
        pairs = self.tree.encryption_context
        if pairs is None:
            return
        yield ""
        yield self.heading("encryption context", _listed(len(pairs), self.tree.value("header.encryption_context.count"), "pair"))
        if not context_is_sorted([pair.key for pair in pairs]):
            yield from (f"  {self.style(line, 'warning')}" for line in wrapped(error_codes()[Code.AAD_UNSORTED].means, 2))
        shown = pairs[:_MAX_ITEMS]
        column = max((width(text_of(pair.key)) for pair in shown if width(text_of(pair.key)) <= _LABEL), default=0)
        for pair in shown:
            yield from self.pair(pair, column)
        yield from self.left_out(len(pairs))

    def pair(self, pair: ContextPair, column: int) -> Iterator[str]:
        """Key and value beside each other where they fit into a line, else the value below."""
        key, value = text_of(pair.key), "(the message ends here)" if pair.value is None else text_of(pair.value)
        pad = " " * max(column - width(key), 0)
        if 2 + max(width(key), column) + 2 + width(value) <= WIDTH:
            yield f"  {self.style(key, 'label')}{pad}  {value}"
            return
        yield from (f"  {self.style(line, 'label')}" for line in chunks(key, WIDTH - 2))
        yield from (f"    {line}" for line in chunks(value, WIDTH - 4))

    def data_keys(self) -> Iterator[str]:
        keys = self.tree.encrypted_data_keys
        if not keys:
            return
        yield ""
        number = _listed(len(keys), self.tree.value("header.encrypted_data_keys.count"), "key")
        yield self.heading("encrypted data keys", f"{number}, in the order in which readers try them" if keys[1:] else number)
        for key in keys[:_MAX_ITEMS]:
            number = f"[{key.index}]"
            yield f"  {self.style(f'{number:<4}', 'label')}{provider_of(key)}"
            yield from (f"    {line}" for line in describe_key(key))
        yield from self.left_out(len(keys))

    def sizes(self) -> Iterator[str]:
        rows = [(name.replace("_", " "), getattr(self.tree.sizes, name)) for name in self.tree.sizes.__slots__]
        rows = [(name, size) for name, size in rows if size]
        if self.tree.suite is None or not rows:
            return
        yield ""
        digits = len(str(self.tree.sizes.total))
        label = "sizes"
        for name, size in rows:
            yield f"{self.style(f'{label:<{_LABEL}}', 'label')}{name:<22} {size:>{digits}}"
            label = ""
        yield f"{'':<{_LABEL}}{'all bytes':<22} {self.tree.sizes.total:>{digits}}"

    def origin(self) -> Iterator[str]:
        reasons: dict[str, list[str]] = {}
        for hint in hints(self.tree):
            reasons.setdefault(hint.says, []).append(hint.because)
        label = "written by"
        for says, because in reasons.items():
            yield from ([""] if label else [])
            yield from self.labelled(label, *wrapped(says, _LABEL))
            yield from self.labelled("", *wrapped(" ".join(because), _LABEL), role="dim")
            label = ""

    def problems(self) -> Iterator[str]:
        problems = self.tree.problems
        yield ""
        if not problems:
            yield from self.labelled("problems", "none that show without a key", role="good")
            return
        yield self.heading("problems", str(self.tree.problem_count))
        explained: set[str] = set()
        for problem in problems[:_MAX_ITEMS]:
            yield from self.problem(problem, explain=problem.code not in explained)
            explained.add(problem.code)
        yield from self.left_out(self.tree.problem_count, "")

    def problem(self, problem: EsdkError, *, explain: bool) -> Iterator[str]:
        place = [problem.path] if problem.path else []
        place += [f"offset {problem.offset:#x}"] if problem.offset is not None else []
        first, *others = wrapped(f"{problem.code} at {', '.join(place)}", 2)
        yield f"  {self.style(first, 'bad')}"
        yield from (f"    {line}" for line in [*others, *wrapped(printable(problem.message), 4)])
        if explain:
            row = error_codes()[problem.code]
            advice = [*wrapped(problem.hint or row.hint or "", 4), *wrapped(", ".join(problem.reqs or row.requirements), 4)]
            yield from (f"    {self.style(line, 'dim')}" for line in advice)

    def heading(self, label: str, text: str) -> str:
        return f"{self.style(f'{label:<{_LABEL}}', 'label')}{' ' * (len(label) >= _LABEL) * 2}{text}"

    def labelled(self, label: str, *lines: str, role: str = "plain") -> Iterator[str]:
        for line in lines:
            yield f"{self.style(f'{label:<{_LABEL}}', 'label')}{self.style(line, role)}"
            label = ""

    def hexadecimal(self, label: str, value: bytes | None) -> Iterator[str]:
        if value:
            yield from self.labelled(label, value.hex())

    def left_out(self, number: int, remedy: str = "; --json has all") -> Iterator[str]:
        if number > _MAX_ITEMS:
            yield self.style(f"  … {number - _MAX_ITEMS} more{remedy}", "dim")


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
    names = [one_chunk(key_name(key)) for key in keys[:_MAX_NAMES]] + ["…"] * (len(keys) > _MAX_NAMES)
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

"""A tree for people: 80 columns, aligned, and nothing in it that could steer a terminal.

Strategy: each section is a generator of lines; a line is made of pieces with a role, and ``style`` decides what a role looks like. What can
be long or many is cut and says so (JSON has it all). Values that people copy (ids, key names) are never broken in the middle: a line that
holds nothing else may be longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from esdkit.errors import Code, EsdkError
from esdkit.inspector.parts import Body, ContextPair, DataKey, readable
from esdkit.message.rules import context_is_sorted
from esdkit.spec import Suite, error_codes

if TYPE_CHECKING:
    from esdkit.inspector.tree import Tree

__all__ = [
    "ROLES_OF_STATES",
    "Style",
    "cut",
    "describe_amount",
    "describe_suite",
    "describe_title",
    "plain",
    "printable",
    "tree_to_line",
    "tree_to_text",
    "width",
]

Style = Callable[[str, str], str]

WIDTH = 80
_LABEL = 16
_SIDE = 11  # recipient, sender
_MOST_LINES = 4  # of one value
_MOST_ITEMS = 32  # of one list
_MOST_NAMES = 3  # in the one line
ROLES_OF_STATES = {"verified": "good", "invalid": "bad", "malformed": "bad", "unsigned": "plain", "not-checked": "warning"}
_PROOF = {
    "verified": "header and body are as the holder of that key signed them; the message cannot prove who that is",
    "invalid": "header or body were changed after signing, or the signature belongs to another message",
}


def plain(text: str, role: str) -> str:
    """The style that changes nothing."""
    return text


def printable(text: str) -> str:
    """Text with everything that is not printable spelled as an escape: control characters, line breaks, directions of writing."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii") for character in text
    )


def width(text: str) -> int:
    """Columns that a terminal needs for printable text."""
    return sum(0 if category(character) in ("Mn", "Me") else 1 + (east_asian_width(character) in "WF") for character in text)


def tree_to_text(tree: Tree, name: str | None = None, style: Style | None = None) -> str:
    """See ``Tree.to_text``."""
    lines = _Lines(tree, style or plain)
    return "\n".join(line.rstrip() for line in lines.all(name)) + "\n"


def tree_to_line(tree: Tree) -> str:
    """See ``Tree.to_line``."""
    return ", ".join([*_facts(tree), _verdict(tree)])


def describe_suite(suite: Suite) -> list[str]:
    """What a suite means."""
    hash_name = (suite.kdf_hash or "").replace("sha", "SHA-")
    key = f"a key from HKDF with {hash_name}" if suite.kdf == "hkdf" else "the data key itself"
    commitment = "the header commits to one data key" if suite.commitment else "no key commitment"
    signature = "not signed"
    if suite.signature is not None:
        signature = f"signed with ECDSA on {suite.signature.curve} and {suite.signature.hash.replace('sha', 'SHA-')}"
    return [f"AES-{8 * suite.key_length}-GCM under {key}", commitment, signature]


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
        yield from self.hexadecimal("message id", tree.value("header.message_id"))
        yield from self.hexadecimal("commit key", tree.value("header.suite_data"))
        if tree.body is not None:
            yield from self.labelled("content", *_describe_body(tree.body))
            yield from self.labelled("plaintext", describe_amount(tree.body))
        role = ROLES_OF_STATES[tree.signature.state]
        yield from self.labelled("signature", tree.signature.means, role=role)
        yield from self.labelled("", *_wrap(_PROOF.get(tree.signature.state, ""), _LABEL), role="dim")

    def context(self) -> Iterator[str]:
        pairs = self.tree.encryption_context
        if pairs is None:
            return
        yield ""
        yield self.heading("encryption context", _listed(len(pairs), self.tree.value("header.encryption_context.count"), "pair"))
        if not context_is_sorted([pair.key for pair in pairs]):
            yield from (f"  {self.style(line, 'warning')}" for line in _wrap(error_codes()[Code.AAD_UNSORTED].means, 2))
        shown = pairs[:_MOST_ITEMS]
        column = max((width(_text(pair.key)) for pair in shown if width(_text(pair.key)) <= _LABEL), default=0)
        for pair in shown:
            yield from self.pair(pair, column)
        yield from self.left_out(len(pairs))

    def pair(self, pair: ContextPair, column: int) -> Iterator[str]:
        """Key and value beside each other where they fit into a line, else the value below."""
        key, value = _text(pair.key), "(the message ends here)" if pair.value is None else _text(pair.value)
        pad = " " * max(column - width(key), 0)
        if 2 + max(width(key), column) + 2 + width(value) <= WIDTH:
            yield f"  {self.style(key, 'label')}{pad}  {value}"
            return
        yield from (f"  {self.style(line, 'label')}" for line in _chunks(key, WIDTH - 2))
        yield from (f"    {line}" for line in _chunks(value, WIDTH - 4))

    def data_keys(self) -> Iterator[str]:
        keys = self.tree.encrypted_data_keys
        if not keys:
            return
        yield ""
        number = _listed(len(keys), self.tree.value("header.encrypted_data_keys.count"), "key")
        yield self.heading("encrypted data keys", f"{number}, in the order in which readers try them" if keys[1:] else number)
        for key in keys[:_MOST_ITEMS]:
            number = f"[{key.index}]"
            yield f"  {self.style(f'{number:<4}', 'label')}{_one_chunk(_provider(key))}"
            yield from (f"    {line}" for line in _describe_key(key))
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

    def problems(self) -> Iterator[str]:
        problems = self.tree.problems
        yield ""
        if not problems:
            yield from self.labelled("problems", "none that show without a key", role="good")
            return
        yield self.heading("problems", str(len(problems)))
        explained: set[str] = set()
        for problem in problems[:_MOST_ITEMS]:
            yield from self.problem(problem, explain=problem.code not in explained)
            explained.add(problem.code)
        yield from self.left_out(len(problems), "")

    def problem(self, problem: EsdkError, *, explain: bool) -> Iterator[str]:
        place = [problem.path] if problem.path else []
        place += [f"offset {problem.offset:#x}"] if problem.offset is not None else []
        first, *others = _wrap(f"{problem.code} at {', '.join(place)}", 2)
        yield f"  {self.style(first, 'bad')}"
        yield from (f"    {line}" for line in [*others, *_wrap(printable(problem.message), 4)])
        if explain:
            row = error_codes()[problem.code]
            advice = [*_wrap(problem.hint or row.hint or "", 4), *_wrap(", ".join(problem.reqs or row.requirements), 4)]
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
        if number > _MOST_ITEMS:
            yield self.style(f"  … {number - _MOST_ITEMS} more{remedy}", "dim")


def describe_title(tree: Tree) -> str:
    """What the bytes are, in one line."""
    length = _count(tree.length, "byte")
    if tree.suite is None:
        return f"not an AWS Encryption SDK message, {length}"
    state = "" if tree.complete else ", not whole"
    return f"AWS Encryption SDK message, version {tree.value('header.version')}, {length}{state}"


def _describe_body(body: Body) -> list[str]:
    if not body.framed:
        return ["one block, not framed"]
    lines = [f"framed, {_count(body.frame_length, 'byte')} in a regular frame"]
    if body.regular_frames:
        lines.append(f"{_count(body.regular_frames, 'regular frame')} from offset {body.start:#x}")
    if body.final_start is None:
        return [*lines, "no final frame"]
    size = "cut" if body.final_length is None else f"of {_count(body.final_length, 'byte')}"
    return [*lines, f"a final frame {size} at offset {body.final_start:#x}"]


def describe_amount(body: Body) -> str:
    """How much plaintext there is, and in how many frames."""
    amount = _count(body.content_length, "byte")
    if not body.complete:
        return f"at least {amount}: the body is not whole"
    return f"{amount} in {_count(body.frames, 'frame')}" if body.framed else amount


def _listed(number: int, announced: int | None, noun: str) -> str:
    """How many there are, and how many there should be where the message ends before them."""
    if not number and not announced:
        return "empty"
    return _count(number, noun) if number == announced else f"{number} of {_count(announced or 0, noun)}"


def _provider(key: DataKey) -> str:
    return "(the message ends here)" if key.provider_id is None else _text(key.provider_id) or "(empty provider id)"


def _describe_key(key: DataKey) -> Iterator[str]:
    aes, ecdh, version = key.raw_aes, key.ecdh, key.branch_key_version
    if key.provider_info is None:
        return
    if ecdh is not None:
        yield f"key agreement on {ecdh.curve}"
        for side, point in (("recipient", ecdh.recipient), ("sender", ecdh.sender)):
            yield from _labelled(side, point.hex())
    else:
        yield _one_chunk((_text(key.provider_info) if aes is None else printable(aes.key_name)) or "(empty)")
    form = "" if aes is None else f"raw AES, IV {aes.iv.hex()}, tag of {aes.tag_length} bits; "
    if version is not None:
        form = f"branch key version {version}; "
    if key.ciphertext is not None:
        yield f"{form}{_count(len(key.ciphertext), 'byte')} wrapped"


def _labelled(label: str, text: str) -> Iterator[str]:
    """A long word behind a label, in as many lines as it needs."""
    for line in cut(text, WIDTH - 4 - _SIDE, _MOST_LINES):
        yield f"{label:<{_SIDE}}{line}"
        label = ""


def _facts(tree: Tree) -> Iterator[str]:
    yield _count(tree.length, "byte")
    if tree.suite is None:
        yield "not a message"
        return
    yield f"v{tree.value('header.version')} {tree.suite.hex_id}"
    keys = tree.encrypted_data_keys
    names = [_one_chunk(_key_name(key)) for key in keys[:_MOST_NAMES]] + ["…"] * (len(keys) > _MOST_NAMES)
    if names:
        yield f"{_count(len(keys), 'key')} ({', '.join(names)})"
    if tree.body is not None:
        yield f"plaintext {describe_amount(tree.body)}"
    yield "not signed" if tree.signature.state == "unsigned" else f"signature {tree.signature.state}"


def _key_name(key: DataKey) -> str:
    aes = key.raw_aes
    if key.ecdh is not None:
        return f"{_text(key.provider_id or b'')}:{key.ecdh.curve}"
    info = aes.key_name.encode("utf-8") if aes is not None else key.provider_info or b""
    return f"{_text(key.provider_id or b'')}:{_text(info)}"


def _verdict(tree: Tree) -> str:
    if not tree.problems:
        return "no problems"
    codes = list(dict.fromkeys(problem.code.value for problem in tree.problems))
    return " ".join(codes[:_MOST_NAMES] + ["…"] * (len(codes) > _MOST_NAMES))


def _text(value: bytes) -> str:
    """Bytes as text that is safe to print; what is not UTF-8 in hexadecimal."""
    text = readable(value)
    return f"0x{value.hex()} (not UTF-8)" if text is None else printable(text)


def _chunks(text: str, columns: int) -> list[str]:
    """Text cut into lines, and not too many of them."""
    lines = cut(text, columns, _MOST_LINES)
    shown = sum(map(len, lines))
    return lines if shown == len(text) else [*lines, f"… {len(text) - shown} more characters; --json has all"]


def cut(text: str, columns: int, most: int) -> list[str]:
    """Printable text in lines of so many columns, at most so many of them; what does not fit is left out."""
    lines: list[str] = []
    start = 0
    while start < len(text) and len(lines) < most:
        end, used = start, 0
        while end < len(text) and (used := used + width(text[end])) <= columns:
            end += 1
        lines.append(text[start:end])
        start = end
    return lines or [""]


def _one_chunk(text: str) -> str:
    """A name in one line; only a very long one is cut."""
    return text if len(text) <= 2 * WIDTH else f"{text[: 2 * WIDTH]}… ({len(text)} characters)"


def _wrap(text: str, indent: int) -> list[str]:
    """Text in lines that fit behind an indent; ids are not broken."""
    return wrap(text, WIDTH - indent, break_on_hyphens=False)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

"""A message as a tree of fields, read without a key.

Strategy: the fast decoder gives the spans of a well-structured message, whatever its values; bytes of any other kind are read with the
reference reading, which gives the fields up to the one that ends the structure, and why it does. The value rules of ``message.rules`` are
collected over either, never raised. Invariants: any bytes give a tree; the work is linear in them; what is shown is bounded (frames are
summed up). Nothing is authenticated here except by the signature, and that only under the key that the message itself carries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from esdkit.errors import Code, EsdkError, UsageError
from esdkit.grammar.decoder import decoder
from esdkit.grammar.footer import BODY_AND_FOOTER, MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.inspector.fields import header_to_text
from esdkit.inspector.jsonable import tree_to_json
from esdkit.inspector.parts import Body, ContextPair, DataKey, Digest, RawSpan, Sizes, context_pairs, data_keys
from esdkit.inspector.signature import SignatureCheck, check_signature
from esdkit.inspector.text import Style, tree_to_line, tree_to_text
from esdkit.message.read import problem_error
from esdkit.message.rules import Judge
from esdkit.spec import FIELDS, Field, Suite, refusal

__all__ = ["Tree", "TreeField", "inspect"]


@dataclass(frozen=True, slots=True)
class TreeField:
    """One field of a message.

    Attributes:
        row: the field's row in spec/format: name, unit, doc, requirement ids.
        index: position in its list (encrypted data key, context pair, frame); None outside of lists.
        start, end: where it stands (offsets in bytes, end exclusive).
        value: number or bytes.
    """

    row: Field
    index: int | None
    start: int
    end: int
    value: int | bytes

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def path(self) -> str:
        """The id with the index in it, ``header.encrypted_data_keys[2].provider_id``."""
        return self.row.path(self.index)

    @property
    def unit(self) -> str:
        return self.row.unit

    @property
    def requirements(self) -> tuple[str, ...]:
        return self.row.requirements


@dataclass(frozen=True, slots=True, repr=False)
class Tree:
    """What a message says without its key. None of it is authenticated by a data key.

    Attributes:
        data: the bytes.
        spans: where every field stands, as plain tuples; ``fields`` gives them with their meaning.
        digest: what the spans say in sum.
        end: how far the bytes could be read (offset).
        complete: whether the structure is there to its end, whatever the values are.
        encryption_context: the stored pairs in wire order; None when the section was not reached.
        encrypted_data_keys: in wire order; the last may be cut.
        body: the frames or the single block; None when they were not reached.
        sizes: how the bytes divide.
        signature: how the signature stands.
        problems: everything that a strict reader refuses and that shows without a key, by offset.
    """

    data: bytes
    spans: list[RawSpan]
    digest: Digest
    end: int
    complete: bool
    encryption_context: tuple[ContextPair, ...] | None
    encrypted_data_keys: tuple[DataKey, ...]
    body: Body | None
    sizes: Sizes
    signature: SignatureCheck
    problems: tuple[EsdkError, ...]

    @property
    def suite(self) -> Suite | None:
        """The algorithm suite; None when it could not be read or is none."""
        return self.digest.suite

    def value(self, field_id: str) -> Any:
        """The value of a field, the last where it repeats: a number or bytes; None when it was not reached."""
        return self.digest.value(field_id)

    def __repr__(self) -> str:
        return f"<Tree of {len(self.data)} bytes: {tree_to_line(self)}>"

    def fields(self) -> Iterator[TreeField]:
        """Every field that was read, in the order of the bytes."""
        for field_id, index, start, end, value in self.spans:
            yield TreeField(FIELDS[field_id], index, start, end, value if isinstance(value, int) else bytes(value))

    def to_json(self) -> dict[str, Any]:
        """The tree as JSON data with ``"schema": 1``; see ``esdkit.inspector.jsonable``."""
        return tree_to_json(self)

    def to_text(self, name: str | None = None, style: Style | None = None) -> str:
        """The tree for people, 80 columns wide.

        Args:
            name: what the message is called, for example the file's name.
            style: called with a piece of text and its role (``title``, ``label``, ``good``, ``bad``, ``warning``, ``dim``); gives the text
                to print, for example with colour. None leaves it plain.
        """
        return tree_to_text(self, name, style)

    def header_to_text(self, name: str | None = None, style: Style | None = None) -> str:
        """The header field by field: offset, bytes, path, value. Arguments as for ``to_text``."""
        return header_to_text(self, name, style)

    def to_line(self) -> str:
        """The tree in one line."""
        return tree_to_line(self)


def inspect(data: bytes | bytearray | memoryview) -> Tree:
    """Look inside a message without a key. Any bytes give a tree; what is wrong with them stands in its ``problems``.

    Args:
        data: the message, and nothing behind it.

    Raises:
        UsageError: ``invalid-argument``, it is no byte string.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise UsageError(Code.INVALID_ARGUMENT, "a message is a byte string")
    data = bytes(data)
    judge = Judge(limits=None, strict=True, collect=True)
    reading = _read_fast(data, judge) or _read_slowly(data, judge)
    digest = Digest.of(reading.spans)
    context = tuple(context_pairs(reading.spans)) if "header.encryption_context.length" in digest.last else None
    signature = check_signature(data, digest, context or ())
    complete = reading.problem is None
    problems = [*judge.problems, *_structure_problems(data, reading), *([signature.problem] if signature.problem else [])]
    return Tree(
        data=data,
        spans=reading.spans,
        digest=digest,
        end=reading.end,
        complete=complete,
        encryption_context=context,
        encrypted_data_keys=tuple(data_keys(reading.spans)),
        body=digest.body(),
        sizes=digest.sizes(len(data), reading.end, complete=complete),
        signature=signature,
        problems=tuple(sorted(problems, key=lambda problem: problem.offset or 0)),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Spans, where they end, and why they end there."""

    spans: list[RawSpan]
    end: int
    problem: EsdkError | None


def _read_fast(data: bytes, judge: Judge) -> _Reading | None:
    """A well-structured message; None for anything else. Contents of frames are views: nothing is copied."""
    spans: list[RawSpan] = []
    header = decoder(HEADER, spans=True)(data, 0, len(data), None, spans)
    if header is None:
        return None
    known = {span[0]: span[4] for span in spans}
    view = cast(bytes, memoryview(data))  # it is sliced and unpacked like bytes
    rest = decoder(BODY_AND_FOOTER, spans=True)(view, header[1], len(data), known, spans)
    if rest is None:
        return None
    for field_id, index, start, _, value in spans:
        if isinstance(value, int | bytes):  # views are contents, of which there is nothing to judge
            judge(field_id, value, start, index)
    return _Reading(spans, rest[1], None)


def _read_slowly(data: bytes, judge: Judge) -> _Reading:
    result = trace(MESSAGE, data, on_value=judge)
    problem = None if result.problem is None else problem_error(result.problem, data)
    spans: list[RawSpan] = [*result.spans]
    return _Reading(spans, spans[-1][3] if spans else 0, problem)


def _structure_problems(data: bytes, reading: _Reading) -> Iterator[EsdkError]:
    if reading.problem is not None:
        yield reading.problem
    elif reading.end < len(data):
        what = f"{len(data) - reading.end} bytes follow the end of the message"
        yield refusal(Code.TRAILING_DATA, what, offset=reading.end)

"""A message as a tree of fields, read without a key.

Strategy: ``reading`` says where the fields stand; the value rules of ``message.rules`` are collected on the way, never raised. Invariants:
any bytes give a tree; what is kept and what is shown is bounded (frames are summed up). Nothing is authenticated here except by the
signature, and that only under the key that the message itself carries. Each view (text, dump, JSON, page) is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING, Any

from esdkit.errors import Code, EsdkError
from esdkit.inspector.facts.parts import Body, ContextPair, DataKey, Sizes, Summary, context_pairs, data_keys
from esdkit.inspector.facts.reading import MAX_PROBLEMS, MessageReading, read_message
from esdkit.inspector.facts.signature import SignatureCheck, check_signature
from esdkit.inspector.facts.source import ByteSource, open_source
from esdkit.message.rules import RuleChecker, over_the_end
from esdkit.spec import FIELDS, Field, Suite, error_for

if TYPE_CHECKING:
    from esdkit.columns import Style
    from esdkit.inspector.views.dump import DumpOptions
    from esdkit.inspector.views.nodes import TreeNode

__all__ = ["Tree", "TreeField", "inspect", "inspect_source"]


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
        source: the bytes.
        reading: where every field stands; ``fields`` gives them with their meaning.
        summary: what the fields say in sum.
        encryption_context: the stored pairs in wire order; None when the section was not reached.
        encrypted_data_keys: in wire order; the last may be cut.
        body: the frames or the single block; None when they were not reached.
        sizes: how the bytes divide.
        signature: how the signature stands.
        problems: everything that a strict reader refuses and that shows without a key, by offset; of very many the first.
        problem_count: how many there are.
    """

    source: ByteSource
    reading: MessageReading
    summary: Summary
    encryption_context: tuple[ContextPair, ...] | None
    encrypted_data_keys: tuple[DataKey, ...]
    body: Body | None
    sizes: Sizes
    signature: SignatureCheck
    problems: tuple[EsdkError, ...]
    problem_count: int

    @property
    def length(self) -> int:
        """Of the message in bytes."""
        return self.source.length

    @property
    def end(self) -> int:
        """How far the bytes could be read (offset)."""
        return self.reading.end

    @property
    def complete(self) -> bool:
        """Whether the structure is there to its end, whatever the values are."""
        return self.reading.problem is None

    @property
    def suite(self) -> Suite | None:
        """The algorithm suite; None when it could not be read or is none."""
        return self.summary.suite

    def value(self, field_id: str) -> Any:
        """The value of a field, the last where it repeats: a number or bytes; None when it was not reached."""
        return self.summary.value(field_id)

    def __repr__(self) -> str:
        return f"<Tree of {self.length} bytes: {self.to_line()}>"

    def fields(self) -> Iterator[TreeField]:
        """Every field that was read, in the order of the bytes."""
        reading = self.reading
        run = () if reading.run is None else reading.run.spans(self.source, 0, reading.run.count)
        for field_id, index, start, end, value in chain(reading.before, run, reading.after):
            yield TreeField(FIELDS[field_id], index, start, end, self.source.read(start, end) if value is None else value)

    def to_json(self, *, fields: bool = True) -> dict[str, Any]:
        """The tree as JSON data with ``"schema": 1``; see ``esdkit.inspector.views.json``.

        Args:
            fields: also list the single fields; ``fields_omitted`` counts those that are left out.
        """
        from esdkit.inspector.views.json import tree_to_json

        return tree_to_json(self, fields=fields)

    def to_text(self, name: str | None = None, style: Style | None = None) -> str:
        """The tree for people, 80 columns wide.

        Args:
            name: what the message is called, for example the file's name.
            style: called with a piece of text and its role (``title``, ``label``, ``good``, ``bad``, ``warning``, ``dim``); gives the text
                to print, for example with colour. None leaves it plain.
        """
        from esdkit.inspector.views.text import tree_to_text

        return tree_to_text(self, name, style)

    def dump(self, name: str | None = None, style: Style | None = None, options: DumpOptions | None = None) -> Iterator[str]:
        """Every byte with its field: offset, hexadecimal, text, path, value, requirements. The lines, without their ends.

        Args:
            name, style: as for ``to_text``.
            options: how deep, how wide, and whether long things are folded.
        """
        from esdkit.inspector.views.dump import DumpOptions, dump_lines

        return dump_lines(self, name, style, options or DumpOptions())

    def to_html(self, name: str | None = None) -> str:
        """The tree as one HTML page that works without a network: fields beside bytes, each lighting the other.

        Args:
            name: as for ``to_text``.
        """
        from esdkit.inspector.views.html import tree_to_html

        return tree_to_html(self, name)

    def _repr_html_(self) -> str:
        """The page in a frame, for notebooks."""
        from esdkit.inspector.views.html import tree_to_fragment

        return tree_to_fragment(self)

    def find(self, path: str) -> TreeNode | None:
        """A field or group by its path, ``header.encrypted_data_keys[0].provider_id``; None where the message has none there."""
        from esdkit.inspector.views.nodes import find_node

        return find_node(self, path)

    def to_line(self) -> str:
        """The tree in one line."""
        from esdkit.inspector.views.text import tree_to_line

        return tree_to_line(self)


def inspect(data: bytes | bytearray | memoryview | IO[bytes]) -> Tree:
    """Look inside a message without a key. Any bytes give a tree; what is wrong with them stands in its ``problems``.

    Args:
        data: the message, and nothing behind it: bytes, or a binary file that can seek, which stays open as long as the tree is used. Of a
            file only the header and what stands around the contents is kept in memory.

    Raises:
        UsageError: ``invalid-argument``, it is no byte string and no such file.
    """
    return inspect_source(open_source(data))


def inspect_source(source: ByteSource) -> Tree:
    """The same for bytes that are read where they are."""
    judge = RuleChecker(limits=None, strict=True, collect=True, most=MAX_PROBLEMS)
    reading = read_message(source, judge)
    summary = Summary.of(reading)
    context = tuple(context_pairs(reading.before)) if "header.encryption_context.length" in summary.last else None
    signature = check_signature(source, summary, context or ())
    others = [*_structure_problems(source, reading), *([signature.problem] if signature.problem else [])]
    return Tree(
        source=source,
        reading=reading,
        summary=summary,
        encryption_context=context,
        encrypted_data_keys=tuple(data_keys(reading.before)),
        body=summary.body(),
        sizes=summary.sizes(source.length),
        signature=signature,
        problems=tuple(sorted([*judge.problems, *others], key=lambda problem: problem.offset or 0)),
        problem_count=judge.count + len(others),
    )


def _structure_problems(source: ByteSource, reading: MessageReading) -> Iterator[EsdkError]:
    if reading.problem is not None:
        yield reading.problem
    elif reading.end < source.length:
        what = over_the_end(source.length - reading.end)
        yield error_for(Code.TRAILING_DATA, what, offset=reading.end)

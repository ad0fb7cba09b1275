"""A message as a tree of fields, read without a key.

Strategy: ``reading`` says where the fields are; the value rules of ``message.rules`` are collected on the way, never raised. Invariants:
any bytes give a tree; what is kept and what is shown is bounded (frames are summed up). Nothing is authenticated here except by the
signature, and that only under the key that the message itself carries. How any of it looks is up to the views.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import IO, Any, Self

from esdkit.errors import EsdkError
from esdkit.frozen import frozen
from esdkit.inspector.facts.parts import Body, ContextPair, DataKey, Sizes, Summary
from esdkit.inspector.facts.reading import MAX_PROBLEMS, MessageReading, read_message
from esdkit.inspector.facts.signature import SignatureCheck, check_signature
from esdkit.inspector.facts.source import ByteSource, open_source
from esdkit.message.rules import RuleChecker
from esdkit.spec import FIELDS, Field, Suite

__all__ = ["Tree", "TreeField"]


@frozen
class TreeField:
    """One field of a message.

    Attributes:
        row: the field's row in spec/format: name, unit, doc, requirement ids.
        index: position in its list (encrypted data key, context pair, frame); None outside of lists.
        start, end: where it is (offsets in bytes, end exclusive).
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


@frozen
class Tree:
    """What a message says without its key. None of it is authenticated by a data key.

    Attributes:
        source: the bytes.
        reading: where every field is; ``fields`` gives them with their meaning.
        summary: what the fields say in sum.
        encryption_context: the stored pairs in wire order; None when the section was not reached.
        encrypted_data_keys: in wire order; the last may be cut.
        body: the frames or the single block; None when they were not reached.
        sizes: how the bytes divide.
        signature: whether the signature is valid.
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

    __repr__ = object.__repr__  # the parts would be too long

    @classmethod
    def of(cls, data: bytes | bytearray | memoryview | IO[bytes]) -> Self:
        """Read a message without a key.

        Args:
            data: as for ``esdkit.inspect``.

        Raises:
            UsageError: ``invalid-argument``, it is not a byte string and not such a file.
        """
        return cls.of_source(open_source(data))

    @classmethod
    def of_source(cls, source: ByteSource, *, verify: bool = True) -> Self:
        """The same for bytes that are read where they are. ``verify``: whether to verify the signature, which takes most of the time."""
        checker = RuleChecker(limits=None, strict=True, collect=True, most=MAX_PROBLEMS)
        reading = read_message(source, checker)
        summary = Summary.of(reading)
        context = summary.context_pairs()
        signature = check_signature(source, summary, context or (), verify=verify)
        others = [*_structure_problems(source, reading), *([signature.problem] if signature.problem else [])]
        return cls(
            source=source,
            reading=reading,
            summary=summary,
            encryption_context=context,
            encrypted_data_keys=summary.data_keys(),
            body=summary.body(),
            sizes=summary.sizes(source.length),
            signature=signature,
            problems=tuple(sorted([*checker.problems, *others], key=lambda problem: problem.offset or 0)),
            problem_count=checker.count + len(others),
        )

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
        """The algorithm suite; None when it could not be read or is not one."""
        return self.summary.suite

    def value(self, field_id: str) -> Any:
        """The value of a field, the last where it repeats: a number or bytes; None when it was not reached."""
        spans = self.summary.spans.get(field_id)  # a call less than ``summary.value``: this is asked some twenty times
        return None if spans is None else spans[-1][4]

    def fields(self) -> Iterator[TreeField]:
        """Every field that was read, in the order of the bytes."""
        reading = self.reading
        run = () if reading.run is None else reading.run.spans(self.source, 0, reading.run.count)
        for field_id, index, start, end, value in chain(reading.before, run, reading.after):
            yield TreeField(FIELDS[field_id], index, start, end, self.source.read(start, end) if value is None else value)


def _structure_problems(source: ByteSource, reading: MessageReading) -> Iterator[EsdkError]:
    problem = reading.problem or reading.trailing_error(source.length)
    if problem is not None:
        yield problem

"""The shapes of a scan: where messages come from, and what is said of each.

A source gives partitions; a partition gives items, each a message or its beginning; an item gives a row. The columns of a row are those of
spec/scan.yaml, which says what each means and when it is None. Everything here is plain data: it can be pickled and sent to a process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from esdkit.errors import Code
from esdkit.spec import error_codes, exit_codes

__all__ = [
    *("Body", "DataKey", "Hidden", "Item", "Pair", "Partition", "Problem", "Row", "Source", "Value"),
    *("is_unread", "is_unread_code", "unread"),
]


class Body(NamedTuple):
    """What is known of the body of a message: frames, bytes of plaintext, and the code of why it ends early. None: not known, or it does
    not."""

    frames: int | None
    plaintext_length: int | None
    problem: str | None = None


class Item(NamedTuple):
    """A message, or its beginning.

    Attributes:
        part: where it is inside the source: archive member, line, row and column, byte offset; empty for the whole.
        data: the message, or at least the bytes of its header.
        size: of the whole message (bytes) when ``data`` is only its beginning; None when it is whole.
        form: how it is stored: ``binary``, ``base64`` or ``hex``.
        body: what its frames say when ``data`` is only its beginning, and somebody has walked through them.
        divided: whether the bytes after its header are not its body, or not all of it: only the header counts.
    """

    part: str
    data: bytes
    size: int | None
    form: str
    body: Body | None = None
    divided: bool = False


class Problem(NamedTuple):
    """A part of a source that cannot be read: its place, a code of the error table, and the error's text."""

    part: str
    code: str
    message: str


class Hidden(str):
    """A text that is not shown, such as a URL with a password: printed, it is three stars."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __format__(self, form: str) -> str:
        return "***"


class Value(NamedTuple):
    """A value in a database: table, key of the row as text, column."""

    table: str
    row: str
    column: str


class Partition(NamedTuple):
    """A unit of work.

    Attributes:
        id: stable, made of source and range.
        source: path or URL.
        kind: which source reads it.
        options: plain values for that source.
        fingerprint: what changes when the source changes: size and time of the last change, or an ETag; empty when nothing is known to,
            so that the partition is scanned in each run.
        size: bytes, for the progress bar.
    """

    id: str
    source: str
    kind: str
    options: Mapping[str, Any]
    fingerprint: str
    size: int


class Source(Protocol):
    """Where messages are stored."""

    complete: bool
    """Whether everything was listed, as far as it was; what is missing from a list that is not complete may still be there."""

    def partitions(self) -> Iterator[Partition]:
        """The units of work, always in the same order."""
        ...

    def size(self) -> int | None:
        """Bytes of all partitions, for the progress bar; None where it would cost requests."""
        ...

    def requests(self) -> Mapping[str, int]:
        """How many requests to a store finding the partitions took, by what they cost as: ``GET`` or ``LIST``."""
        ...


class DataKey(NamedTuple):
    """An encrypted data key of a row."""

    key: str
    kind: str
    certainty: str
    provider: str | None
    name: str | None
    partition: str | None
    region: str | None
    account: str | None
    resource_type: str | None
    resource_id: str | None
    multi_region: bool | None
    branch_key_version: str | None
    recipient: str | None
    sender: str | None
    post_quantum: str


class Pair(NamedTuple):
    """A pair of an encryption context."""

    key: str | None
    value: str | None


class Row(NamedTuple):
    """What one message says without a key. None is what the bytes do not tell."""

    size: int | None
    read: str | None
    version: int | None
    suite: str | None
    committing: bool | None
    signed: bool | None
    message_id: str | None
    context_keys: tuple[str | None, ...] | None
    context: tuple[Pair, ...] | None
    data_keys: tuple[DataKey, ...] | None
    sole_key: bool | None
    post_quantum: str | None
    framed: bool | None
    frame_length: int | None
    header_length: int | None
    frames: int | None
    plaintext_length: int | None
    signature: str | None
    problems: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as JSON data, pairs and data keys as objects."""
        keys = None if self.data_keys is None else [key._asdict() for key in self.data_keys]
        context = None if self.context is None else [pair._asdict() for pair in self.context]
        return {**self._asdict(), "context": context, "data_keys": keys}


def is_unread_code(code: str) -> bool:
    """Whether a code says that a source, or a part of it, was not read; any other says what was found instead of a message."""
    return error_codes()[Code(code)].exit_code > exit_codes()["answer_is_no"]


def is_unread(row: Row) -> bool:
    """Whether a row is not of a message, but of a source, or a part of it, that was not read."""
    return row.size is None and row.read is None and len(row.problems) == 1 and is_unread_code(row.problems[0])


def unread(code: str) -> Row:
    """The row of something of which nothing could be read, with the code that says why."""
    nothing: list[Any] = [None] * len(Row._fields)
    return Row(*nothing)._replace(problems=(code,))

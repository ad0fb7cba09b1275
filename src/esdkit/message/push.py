"""A header that arrives in pieces.

Strategy: one node of the grammar after another is read by the fast reading, which knows the values of the nodes before; what it refuses is
explained from the beginning (``problems``). The work is linear in the bytes fed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, cast

from esdkit.errors import Code, EsdkError
from esdkit.grammar.context import ENCRYPTION_CONTEXT
from esdkit.grammar.decoder import EARLIER, POSITION, Short, earlier_values
from esdkit.grammar.field import Counted, Group, Node, Raw, UInt
from esdkit.grammar.header import HEADER, HEADER_AUTH, HEADER_BODY
from esdkit.message.header import byte_string, header_from_values
from esdkit.message.model import Header
from esdkit.message.problems import refuse
from esdkit.message.rules import DEFAULT_LIMITS, RULES, ReadLimits, RuleChecker, fast_reading
from esdkit.spec import CONSTANTS

__all__ = ["HeaderReader"]


class HeaderReader:
    """Reads a header that arrives in pieces.

    It goes on where it stopped, at the edge of a field, of the context section or of an encrypted data key, and tries again only when the
    bytes that were missing are there; so the work is linear in the bytes fed. A limit or rule that is broken is raised as soon as the
    field, section or data key that breaks it is there, with the same error as from ``parse_header``. After an error the reader stays
    failed.

    Args:
        strict, limits: as in ``parse_header``.
    """

    # Reqs: CLI-STR-002, FMT-EDK-010

    def __init__(self, *, strict: bool = True, limits: ReadLimits = DEFAULT_LIMITS) -> None:
        self._strict = strict
        self._limits = limits
        self._check_limits = RuleChecker(limits=limits, strict=False)
        self._buffer = bytearray()
        self._position = 0
        self._needed = 1
        self._steps: list[Node] = []
        self._values: list[Any] = []
        self._known: dict[str, Any] = {earlier_values(one.field_id): set() for one in RULES if EARLIER in one.operands}
        self._items: list[Any] | None = None
        self._failed: EsdkError | None = None
        self.header: Header | None = None

    @property
    def length(self) -> int:
        """Length of the header in bytes, once it is complete."""
        return self._position

    @property
    def rest(self) -> bytes:
        """What was fed beyond the header, once it is complete."""
        return bytes(self._buffer[self._position :])

    @property
    def raw(self) -> bytes:
        """The bytes of the header as received, once it is complete."""
        return bytes(self._buffer[: self._position])

    def feed(self, data: bytes | bytearray | memoryview) -> Header | None:
        """Take more bytes; gives the header once it is complete.

        Raises:
            MalformedMessage, UnsupportedMessage, PolicyError: with code, path and offset.
            UsageError: ``invalid-argument``, ``data`` is not a byte string.
        """
        self._work(lambda: self._advance(byte_string(data)))
        return self.header

    def finish(self) -> Header:
        """Say that no more bytes come.

        Raises:
            TruncatedMessage: the header is not complete.
        """
        if self.header is None:
            self._work(self._explain)
        assert self.header is not None
        return self.header

    def _work(self, work: Callable[[], None]) -> None:
        if self._failed is not None:
            raise self._failed
        try:
            work()
        except EsdkError as error:
            self._failed = error
            raise

    def _advance(self, data: bytes) -> None:
        self._buffer += data
        while self.header is None and len(self._buffer) >= self._needed:
            self._step()

    def _step(self) -> None:
        if not self._steps:
            self._begin() if not self._values else self._complete()
            return
        node = self._steps[0]
        value = self._read_items(node) if isinstance(node, Counted) else self._read(node)
        if value is not None:
            self._steps.pop(0)
            self._values.append(value[0])

    def _begin(self) -> None:
        """The first byte decides which fields follow."""
        version = self._buffer[0]
        if version in HEADER_BODY.groups:
            auth = cast(Group, HEADER_AUTH.nodes[version])
            self._steps = [*HEADER_BODY.groups[version].nodes, *auth.nodes]
        elif any(len(self._buffer) < len(prefix) and prefix.startswith(self._buffer) for prefix in CONSTANTS.base64_prefixes):
            self._needed = len(self._buffer) + 1  # base64 text perhaps, the next byte may tell
        else:
            self._explain()

    def _read_items(self, node: Counted) -> tuple[list[Any]] | None:
        """The encrypted data keys, one more; all of them when they are complete."""
        if self._items is None:
            start = self._position
            count = self._read(node.count)
            if count is None:
                return None
            self._check_limits(node.count.id, count[0], start, None)
            self._items = []
        if len(self._items) < self._known[node.count.id]:
            self._known[POSITION] = len(self._items) + CONSTANTS.first_sequence_number
            item = self._read(node.item)
            if item is None:
                return None
            self._items.append(item[0])
        return (self._items,) if len(self._items) == self._known[node.count.id] else None

    def _read(self, node: Node) -> tuple[Any] | None:
        """One node at the present position; None when bytes are missing."""
        try:
            read = fast_reading(node, self._strict, False, True)(self._buffer, self._position, len(self._buffer), self._known)
        except Short as short:
            self._needed = short.needed
            self._require_budget(short.needed)
            return None
        if read is None and node is ENCRYPTION_CONTEXT and Code.AAD_COUNT_ZERO in self._limits.tolerated:
            read = self._read_no_pairs()
        if read is None:
            self._explain()
        self._require_budget(read[1])
        value, self._position = read
        if isinstance(node, UInt | Raw):
            self._known[node.id] = value
        return (value,)

    def _read_no_pairs(self) -> tuple[list[Any], int] | None:
        """A context section that counts no pairs, which breaks a rule; None when it is another one."""
        read = fast_reading(ENCRYPTION_CONTEXT, False, False, True)(self._buffer, self._position, len(self._buffer), self._known)
        return read if read is not None and read[0] == [] else None

    def _require_budget(self, end: int) -> None:
        if end > self._limits.header_budget:
            self._explain()

    def _complete(self) -> None:
        auth = len(cast(Group, HEADER_AUTH.nodes[self._values[0]]).nodes)
        self.header = header_from_values(tuple(self._values[:-auth]), tuple(self._values[-auth:]))

    def _explain(self) -> NoReturn:
        refuse(bytes(self._buffer), root=HEADER, limits=self._limits, strict=self._strict)

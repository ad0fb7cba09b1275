"""Where a field of the header is, for errors that name one."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from esdkit.errors import EsdkError
from esdkit.message.problems import locate

if TYPE_CHECKING:
    from esdkit.inspector.facts.reading import MessageReading

__all__ = ["located"]


class located:  # noqa: N801  # used as a statement, ``with located(data):``
    """Gives errors that name a field of the header the offset of the field.

    Args:
        header: the message or its header as bytes, or a reading of it.
    """

    def __init__(self, header: bytes | MessageReading) -> None:
        self._header = header

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if isinstance(error, EsdkError) and error.offset is None and error.path is not None:
            header = self._header
            error.offset = locate(header, error.path) if isinstance(header, bytes) else header.locate(error.path)

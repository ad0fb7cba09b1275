"""Bytes that were given, used in place. Every error is a ``UsageError``."""

from __future__ import annotations

from esdkit.errors import Code, UsageError

__all__ = ["readable", "readable_beside", "writable"]


def readable(data: object) -> memoryview:
    """Bytes, or a buffer of whatever items, as bytes."""
    if isinstance(data, bytes | bytearray | memoryview):
        view = memoryview(data)
        return view.cast("B") if view.contiguous else memoryview(bytes(view))
    raise UsageError(Code.INVALID_ARGUMENT, f"bytes are needed, not {type(data).__name__}")


def readable_beside(data: object, out: memoryview) -> memoryview:
    """Bytes that stay as they are while ``out`` is written: copied when both lie in one object of the caller's."""
    view = readable(data)
    return memoryview(bytes(view)) if view.obj is out.obj else view


def writable(buffer: object) -> memoryview:
    """A buffer to write to, as bytes."""
    try:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # whatever it is
    except TypeError:
        raise UsageError(Code.INVALID_ARGUMENT, "the buffer must be contiguous bytes, for example a bytearray") from None
    if view.readonly:
        raise UsageError(Code.INVALID_ARGUMENT, "the buffer is read-only")
    return view

"""Views of the buffers that callers pass: bytes to read from and bytes to write to, without a copy. Every error is a ``UsageError``.

Use each view in a ``with``: a view that stays in a frame stays in the traceback of an error, and as long as somebody keeps the error, the
caller cannot resize or close the buffer.
"""

from __future__ import annotations

from esdkit.errors import Code, UsageError

__all__ = ["view_beside", "view_of", "writable_view"]


def view_of(data: object) -> memoryview:
    """Bytes, or a buffer with items of any size, as bytes."""
    if isinstance(data, bytes | bytearray | memoryview):
        with memoryview(data) as view:
            return view.cast("B") if view.contiguous and view.nbytes else memoryview(bytes(view))
    raise UsageError(Code.INVALID_ARGUMENT, f"expected bytes, not {type(data).__name__}")


def view_beside(data: object, out: memoryview) -> memoryview:
    """Bytes that stay as they are while ``out`` is written: copied when both lie in one object."""
    view = view_of(data)
    if view.obj is not out.obj:
        return view
    with view:
        return memoryview(bytes(view))


def writable_view(buffer: object) -> memoryview:
    """A buffer to write to, as bytes."""
    try:
        with memoryview(buffer) as view:  # type: ignore[arg-type]  # whatever it is
            if not view.readonly:
                return view.cast("B")
    except TypeError:
        raise UsageError(Code.INVALID_ARGUMENT, "the buffer must be contiguous bytes, for example a bytearray") from None
    raise UsageError(Code.INVALID_ARGUMENT, "the buffer is read-only")

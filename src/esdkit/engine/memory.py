"""Where new bytes are written before they are bytes.

Strategy: an output whose length is known is a ``BytesIO`` over zeroed bytes: filled in place through its buffer, taken by ``getvalue``
without a copy. Its pages come from the system when they are first written, and for a large output that costs several times what AES-GCM
does. So from a few MiB on the system is asked for huge pages, where it has them. That is advice: whether it is taken changes nothing but
the time.

Invariant: the code that fills an output releases its view, and every slice of it, before an error leaves; otherwise they live in the
traceback for as long as the error is kept. On CPython 3.12.0 and 3.12.1 that is fatal: the process ends when the garbage collector finds a
cycle with such a view (fixed in 3.12.2).
"""

from __future__ import annotations

import io
import mmap
from typing import Final

__all__ = ["new_output"]

_HUGE_FROM: Final = 4 << 20  # bytes; below, a few ordinary pages cost less than to ask
_HUGE_PAGES: Final[int | None] = getattr(mmap, "MADV_HUGEPAGE", None)  # absent where the system has none


def new_output(length: int) -> io.BytesIO:
    """An output of ``length`` zero bytes, to be filled through ``getbuffer``."""
    out = io.BytesIO(bytes(length))
    if _HUGE_PAGES is not None and length >= _HUGE_FROM:
        _advise(out, _HUGE_PAGES)
    return out


def _advise(out: io.BytesIO, advice: int) -> None:
    """Give advice for the whole pages of an output. A system that does not take it returns an error, which does not matter."""
    import ctypes  # takes a while, and small messages do without

    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    with out.getbuffer() as view:
        first_byte = ctypes.c_char.from_buffer(view)
        try:
            start = ctypes.addressof(first_byte)
        finally:
            del first_byte  # it holds the buffer
        end = start + len(view)
        first_page = -(-start // mmap.PAGESIZE) * mmap.PAGESIZE
        madvise(first_page, end // mmap.PAGESIZE * mmap.PAGESIZE - first_page, advice)

"""Where new bytes are written before they are bytes.

Strategy: an output whose length is known is a ``BytesIO`` over zeroed bytes: filled in place through its buffer, taken by ``getvalue``
without a copy. Its pages come from the system when they are first written, and for a large output that costs several times what AES-GCM
does. So from a few MiB on the system is asked for huge pages, where it has them. That is advice: whether it is taken changes nothing but
the time.

Invariant: whoever fills an output releases its view, and every slice of it, before an error leaves: an error that somebody keeps would hold
them. In Python before 3.13 nothing else tells of such a slice, but CPython 3.12.0 and 3.12.1 end the process when the garbage collector
finds a cycle that holds one (fixed in 3.12.2).
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
    """Give advice for the whole pages of an output; a system that does not take it may say so, and is right."""
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

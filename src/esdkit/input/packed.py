"""Compressed data, archives and UTF-16: what they hold. What is unpacked is bounded; nothing is written anywhere.

Strategy: the first bytes say what it is, and it must unpack. What is cut is unpacked as far as it goes.
"""

from __future__ import annotations

import bz2
import codecs
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator

from esdkit.input.budget import Budget
from esdkit.input.recognition import MAX_TEXT, Recognition, is_printable, recognition
from esdkit.spec import LIMITS

__all__ = ["packed", "utf16"]

_SAMPLE = 256  # bytes of a text that its kind is judged by
_MAX_MEMBERS = LIMITS["search_archive_members"]
_XZ_MEMORY = LIMITS["search_xz_memory"]


def packed(data: bytes, budget: Budget) -> Iterator[Recognition]:
    """What compressed data or an archive holds."""
    for kind, magic, unpack in _PACKERS:
        if magic.match(data) is not None:
            inner = _unpacked(unpack, data)
            if inner:
                budget.unpacked_in_part |= len(inner) >= MAX_TEXT
                yield recognition(kind, data, 0, 4, inner=inner)
    if data.startswith(b"PK\x03\x04"):
        yield from _members(data, budget)
    if data[_TAR_MAGIC : _TAR_MAGIC + 5] == b"ustar":
        yield from _tar_members(data, budget)


def _gunzip(data: bytes) -> bytes:
    """All members of a file: logs are often appended to."""
    whole = bytearray()
    while data and len(whole) < MAX_TEXT:
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            whole += member.decompress(data, MAX_TEXT - len(whole))
        except zlib.error:
            if not whole:
                raise
            break
        data = member.unused_data
    return bytes(whole)


_PACKERS: tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], bytes]], ...] = (
    ("gzip", re.compile(rb"\x1f\x8b\x08"), _gunzip),
    ("bzip2", re.compile(rb"BZh[1-9]"), lambda data: bz2.BZ2Decompressor().decompress(data, MAX_TEXT)),
    (
        "xz",
        re.compile(rb"\xfd7zXZ\x00"),
        lambda data: lzma.LZMADecompressor(memlimit=_XZ_MEMORY).decompress(data, MAX_TEXT),
    ),
    ("zlib", re.compile(rb"\x78[\x01\x5e\x9c\xda]"), lambda data: zlib.decompressobj().decompress(data, MAX_TEXT)),
)


def _unpacked(unpack: Callable[[bytes], bytes], data: bytes) -> bytes | None:
    try:
        return unpack(data)
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError):
        return None


def _members(data: bytes, budget: Budget) -> Iterator[Recognition]:
    left = MAX_TEXT
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            budget.unpacked_in_part |= len(members) > _MAX_MEMBERS
            for member in members[:_MAX_MEMBERS]:
                if member.is_dir() or member.flag_bits & 1:
                    continue
                if not left:
                    budget.unpacked_in_part = True
                    return
                with archive.open(member) as file:
                    inner = file.read(left)
                left -= len(inner)
                yield recognition("zip", data, 0, 4, inner=inner, where=member.filename[:200])
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, NotImplementedError):
        return


def _tar_members(data: bytes, budget: Budget) -> Iterator[Recognition]:
    """Regular files only; nothing is unpacked, so that their size is bounded by that of the archive."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for number, member in enumerate(archive):
                if number == _MAX_MEMBERS:
                    budget.unpacked_in_part = True
                    return
                if member.isreg() and not member.issparse():
                    inner = data[member.offset_data : member.offset_data + member.size]
                    yield recognition("tar", data, _TAR_MAGIC, _TAR_MAGIC + 5, inner=inner, where=member.name[:200])
    except (tarfile.TarError, OSError, EOFError, ValueError, OverflowError):
        return


_TAR_MAGIC = 257  # where it is


def utf16(data: bytes) -> Recognition | None:
    """Text in UTF-16, with or without a byte order mark, as UTF-8."""
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(data[:2])
    head = data[:_SAMPLE]
    if encoding is None and len(head) >= 8:
        halves = {"utf-16-le": (head[::2], head[1::2]), "utf-16-be": (head[1::2], head[::2])}
        encoding = next((name for name, (ascii_, zeros) in halves.items() if not zeros.strip(b"\0") and is_printable(ascii_)), None)
    if encoding is None or len(data) > MAX_TEXT or not is_printable(head.decode(encoding, "replace").lstrip("\ufeff").encode()):
        return None
    text = data[: len(data) // 2 * 2].decode(encoding, "replace").removeprefix("\ufeff")
    return recognition("utf16", data, 0, min(len(data), 8), inner=text.encode("utf-8", "replace") or None)

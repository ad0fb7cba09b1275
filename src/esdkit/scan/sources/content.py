"""What a file or a member of an archive is, by its first bytes, and the messages in it.

Strategy: what is packed is unpacked as a stream and looked at in turn; text is read in units or, with a field or column, in rows; all else
is binary data. Invariant: whatever is damaged is a problem with its place, what came before it has been given, and what comes after it
in an archive is read.
"""
# Reqs: SCN-SRC-002, SCN-SRC-007

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Self

from esdkit.errors import Code, SourceError
from esdkit.frozen import frozen
from esdkit.input.beginnings import begins_like_message
from esdkit.input.packed import utf16
from esdkit.input.recognition import is_printable
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.arrow import is_arrow, open_arrow
from esdkit.scan.sources.avro import open_avro
from esdkit.scan.sources.binary import binary_items
from esdkit.scan.sources.frames import open_frames
from esdkit.scan.sources.parquet import MAGIC as PARQUET
from esdkit.scan.sources.parquet import open_parquet, parquet_items
from esdkit.scan.sources.rows import csv_items, json_items
from esdkit.scan.sources.sqlite import MAGIC as SQLITE
from esdkit.scan.sources.sqlite import database_items
from esdkit.scan.sources.stream import Ahead, Meter, Telling, as_file, in_small_pieces, open_xz, recoded, unheard
from esdkit.scan.sources.text import inside, text_items
from esdkit.spec import LIMITS, kind_by_magic

__all__ = ["How", "content_items", "is_text", "member_items", "member_sizes"]

_SAMPLE = 4096  # bytes that the kind is known by
_MAX_DEPTH = LIMITS["search_depth"]
_MAX_HELD = LIMITS["search_length"]
_ZIP = b"PK\x03\x04"
_TAR_MAGIC = 257  # where it is


@frozen
class How:
    """How the content of a source is read.

    Attributes:
        field: of JSON lines; None for whatever it is.
        column: of CSV, of Parquet or of a database; None for whatever it is.
        signatures: whether messages are read to their end, because their signatures are verified.
        tables, query: what is read of a database that is named by its URL.
    """

    field: str | None
    column: str | None
    signatures: bool = False
    tables: tuple[str, ...] = ()
    query: str | None = None

    @classmethod
    def of_options(cls, options: Mapping[str, Any]) -> How:
        """What ``as_options`` has written."""
        return cls(options["field"], options["column"], options["signatures"])

    def as_options(self) -> dict[str, Any]:
        """Plain values, for a partition of what is not a database."""
        return {"field": self.field, "column": self.column, "signatures": self.signatures}

    @property
    def of_rows(self) -> bool:
        """Whether one field or column is read, and not whatever is there."""
        return self.field is not None or self.column is not None

    @property
    def headers_do(self) -> bool:
        """Whether of a message, its header is enough."""
        return not self.of_rows and not self.signatures


def is_text(head: bytes, how: How) -> bool:
    """Whether bytes are the beginning of a text. Of rows, the first one shows it; others may have bytes that no text has."""
    if is_printable(head) or not how.of_rows:
        return is_printable(head)
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]
    return _CONTROL.search(first) is None and (how.field is None or first.startswith((b"{", b"[")))


_CONTROL = re.compile(rb"[^\t\n\f\r -~\x80-\xff]")


def content_items(stream: Ahead, place: str, how: How, meter: Meter, path: Path | None = None, depth: int = 0) -> Iterator[Item | Problem]:
    """The messages in a stream.

    Args:
        stream: what to read.
        place: where it is inside its source.
        how: what to read in it.
        meter: counts what is unpacked.
        path: the file that it is, if it is one.
        depth: how many archives it is in.
    """
    yield from _as_far_as_it_goes(_content_items(stream, place, how, meter, path, depth), place)


def _as_far_as_it_goes(items: Iterator[Item | Problem], place: str) -> Iterator[Item | Problem]:
    """Items, and a problem where what they are read from is damaged."""
    try:
        yield from items
    except SourceError as error:
        yield Problem(place, error.code.value, error.message)
    except _DAMAGE as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the file that is read
        yield Problem(place, "source-damaged", f"it is damaged: {str(error) or 'it ends too early'}")


def _content_items(stream: Ahead, place: str, how: How, meter: Meter, path: Path | None, depth: int) -> Iterator[Item | Problem]:
    head = stream.peek(_SAMPLE)
    on_bytes = unheard if path is None else meter.on_bytes  # what is in an archive was counted when it was taken out
    if depth > _MAX_DEPTH:
        yield Problem(place, "source-too-large", f"it is in more than {_MAX_DEPTH} archives, one inside another")
    elif begins_like_message(head) and not how.of_rows:
        yield from binary_items(stream, place, path)
    elif head.startswith(_ZIP):
        with io.BytesIO(_held(stream)) if path is None else Telling(path, meter.on_bytes) as file:
            yield from _zip_items(file, place, how, meter, depth)
    elif head[_TAR_MAGIC : _TAR_MAGIC + 5] == b"ustar":
        yield from _tar_items(stream, place, how, meter, depth)
    elif head.startswith(SQLITE):
        yield from database_items(_held(stream) if path is None else path, place, how.column, on_bytes)
    elif head.startswith(PARQUET):
        with open_parquet(io.BytesIO(_held(stream)) if path is None else path) as opened:
            yield from parquet_items(opened, place, how.column, meter=meter, on_bytes=on_bytes)
    elif (unpack := next((unpack for magic, unpack in _PACKERS if magic.match(head)), None)) is not None:
        for item in content_items(Ahead(unpack(stream), meter=meter), place, how, meter, None, depth + 1):
            whole = isinstance(item, Item) and item.part == place
            yield item._replace(part=inside(place, "unpacked")) if whole else item  # the file is not the message
    elif is_arrow(head):
        yield from _arrow_items(stream, place, how, meter, path, on_bytes)
    elif (unread := kind_by_magic(head)) is not None and unread.unread is not None:
        yield from _plain_items(stream, head, place, how, path)
        what = ", which is not opened here" if unread.unread == "all" else ": what is compressed in it was not looked at"
        yield Problem(place, "source-unreadable", f"it is {unread.name}{what}")
    elif head:
        yield from _plain_items(stream, head, place, how, path)


_DAMAGE = (zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, NotImplementedError, UnicodeError)
_PACKERS: tuple[tuple[re.Pattern[bytes], Callable[[Ahead], Callable[[int], bytes]]], ...] = (
    (re.compile(rb"\x1f\x8b\x08"), lambda stream: gzip.GzipFile(fileobj=as_file(stream)).read1),
    (re.compile(rb"BZh[1-9]"), lambda stream: bz2.BZ2File(as_file(stream)).read1),
    (re.compile(rb"\xfd7zXZ\x00"), open_xz),
    (re.compile(rb"\x28\xb5\x2f\xfd|\x04\x22\x4d\x18|[\x50-\x5f]\x2a\x4d\x18"), open_frames),
    (re.compile(rb"Obj\x01"), open_avro),
)


def _arrow_items(
    stream: Ahead, place: str, how: How, meter: Meter, path: Path | None, on_bytes: Callable[[int], None]
) -> Iterator[Item | Problem]:
    """The messages in what seems to be an Arrow or ORC file; what cannot be opened as one is searched, since other files begin like it."""
    with ExitStack() as held:
        try:
            opened = open_arrow(_held(stream) if path is None else path, held, meter)
        except SourceError as error:
            if not how.of_rows:
                yield from binary_items(stream, place, path)
            yield Problem(place, error.code.value, error.message)
        else:
            yield from opened.items(place, how.column, meter, on_bytes)


def _held(stream: Ahead) -> bytes:
    """All of a stream, where what it is needs all of it."""
    data = stream.peek(_MAX_HELD + 1)
    if len(data) > _MAX_HELD:
        raise SourceError(Code.SOURCE_TOO_LARGE, f"an archive or database inside an archive that has more than {_MAX_HELD} bytes")
    return data


def member_sizes(path: Path) -> list[int]:
    """The sizes of the files in a zip (bytes, packed); nothing for what is not one."""
    with path.open("rb") as file:
        if file.read(len(_ZIP)) != _ZIP:
            return []
    try:
        with zipfile.ZipFile(path) as archive:
            return [member.compress_size for member in archive.infolist()]
    except _DAMAGE:
        return []  # whoever reads it says so


def member_items(path: Path, how: How, start: int, stop: int, meter: Meter) -> Iterator[Item | Problem]:
    """The messages in some files of a zip.

    Args:
        path: the zip.
        how: what to read in them.
        start: the first one, by its place in the list.
        stop: the one after the last.
        meter: counts what is unpacked.
    """
    with Telling(path, meter.on_bytes) as file:
        yield from _as_far_as_it_goes(_zip_items(file, "", how, meter, 0, start, stop), "")


def _zip_items(
    file: IO[bytes], place: str, how: How, meter: Meter, depth: int, start: int = 0, stop: int | None = None
) -> Iterator[Item | Problem]:
    with zipfile.ZipFile(file) as archive:
        if not start and not _lists_all(archive):
            what = "its list of files does not belong to all of it: it was cut, or several archives were joined; what is listed is read"
            yield Problem(place, "source-damaged", what)
        if isinstance(file, Telling):
            file.tell_from_now_on()  # its list was read, which each partition does
        for member in archive.infolist()[start:stop]:
            name = inside(place, member.filename)
            if member.is_dir():
                continue
            if member.flag_bits & 1:
                yield Problem(name, "source-unreadable", "it is encrypted with a password")
                continue
            try:
                with archive.open(member) as unpacked:
                    yield from content_items(Ahead(in_small_pieces(unpacked.read), meter=meter), name, how, meter, None, depth + 1)
            except (zipfile.BadZipFile, NotImplementedError) as error:
                yield Problem(name, "source-damaged", f"it is damaged: {error}")


def _lists_all(archive: zipfile.ZipFile) -> bool:
    """Whether an archive begins with the first file that it lists, and ends with its list. Another list may be near its end: that of an
    archive inside it, when its own was cut off."""
    assert archive.fp is not None  # it is open
    archive.fp.seek(-_END_OF_ZIP - len(archive.comment), io.SEEK_END)
    ends = archive.fp.read(len(_END_MAGIC)) == _END_MAGIC
    return ends and min((member.header_offset for member in archive.infolist()), default=None) == 0


_END_OF_ZIP = 22  # bytes of the record that an archive ends with, without its comment
_END_MAGIC = b"PK\x05\x06"


def _tar_items(stream: Ahead, place: str, how: How, meter: Meter, depth: int) -> Iterator[Item | Problem]:
    """The messages in a tar, and in others that were joined to it. Where a header should be and is none, the next one is looked for: a size
    in a header may be wrong."""
    skipped: list[int] = []  # where the first one should be, and the last

    class Header(tarfile.TarInfo):
        @classmethod
        def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
            try:
                return super().fromtarfile(archive)
            except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError):  # type: ignore[attr-defined]  # not in the types
                skipped[1:] = [archive.offset]
                raise

    with tarfile.open(fileobj=as_file(stream), mode="r|", tarinfo=Header, ignore_zeros=True) as archive:
        for member in archive:
            if member.issparse():  # it cannot be read without going back
                yield Problem(inside(place, member.name), "source-too-large", "it is a sparse file, which is not read inside a tar")
                continue
            file = archive.extractfile(member) if member.isreg() else None
            if file is not None:
                yield from content_items(Ahead(file.read, meter=meter), inside(place, member.name), how, meter, None, depth + 1)
    if skipped:
        what = f"at byte {skipped[0]} the tar has no header of a file: the size of the file before it is wrong, or it is damaged"
        rest = f"what is there was not searched, up to the next header; the last such place is byte {skipped[-1]}"
        yield Problem(place, "source-damaged", f"{what}; {rest}")


def _plain_items(stream: Ahead, head: bytes, place: str, how: How, path: Path | None) -> Iterator[Item | Problem]:
    encoding = "utf-16-be" if head[:1] in (b"\0", b"\xfe") else "utf-16-le"
    wide = utf16(head[: len(head) // 2 * 2]) is not None
    if not wide and not is_text(head, how):
        if how.of_rows:
            yield Problem(place, "column-missing", "it is not text, and has no field or column")
        else:
            yield from binary_items(stream, place, path)
        return
    text = Ahead(recoded(stream, encoding)) if wide else stream
    if how.field is not None:
        yield from json_items(text, place, how.field)
    elif how.column is not None:
        yield from csv_items(text, place, how.column)
    else:
        yield from text_items(text, place)

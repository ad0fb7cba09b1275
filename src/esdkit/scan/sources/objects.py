"""Objects in a store: under a URL, or those that a manifest lists.

Strategy: objects share a partition, as small files do. The beginnings of the next ones are fetched by threads while the rows of one are
made, and given in the order of the list. Of an object that is a message, that is all: more is fetched only as far as its header goes. Any
other is read in ranges, one after another, as a file is.
Invariants: at most ``_AHEAD`` beginnings are held; what goes wrong with an object is a problem of that object.
"""
# Reqs: SCN-SRC-010, SCN-SRC-011

from __future__ import annotations

import io
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from esdkit.errors import Code, SourceError
from esdkit.input.beginnings import begins_like_message
from esdkit.scan.facts import bytes_needed, facts
from esdkit.scan.model import Item, Partition, Problem
from esdkit.scan.sources.content import How, content_items
from esdkit.scan.sources.files import Object, digest, ends_partition
from esdkit.scan.sources.manifests import manifest_objects
from esdkit.scan.sources.parquet import MAGIC as PARQUET
from esdkit.scan.sources.parquet import open_parquet, parquet_items
from esdkit.scan.sources.ranged import Ranged
from esdkit.scan.sources.stored import THREADS, Stored
from esdkit.scan.sources.stores import store_of
from esdkit.scan.sources.stream import PIECE, Ahead, Meter, unheard
from esdkit.spec import LIMITS

__all__ = ["Objects", "objects"]

_FIRST = LIMITS["scan_first_range"]
_MOST = 1 << 18  # bytes of a beginning; an object with a longer header is read as a file is
_AHEAD = 4 * THREADS


class Objects:
    """What is under a URL of a store, matches it, or is listed by the manifest that it names.

    Raises:
        UsageError: ``invalid-argument``: nothing reads such a URL.
    """

    def __init__(self, url: str, how: How) -> None:
        self._url = url
        self._how = how
        self._store = store_of(url)
        self._requests: Counter[str] = Counter()
        self.complete = True

    def partitions(self) -> Iterator[Partition]:
        batch: list[Stored] = []
        found = False
        try:
            for stored in manifest_objects(self._store, self._url, self._requests):
                found = True
                self.complete &= stored.code is None
                batch.append(stored)
                if ends_partition(stored.source, len(batch)):
                    yield self._partition("objects", batch)
                    batch = []
            if not found:
                raise SourceError(Code.SOURCE_UNREADABLE, "there is no such object, and none below it")
        except SourceError as error:
            # A batch that is not full is left out: next time it may be full, and what is known of it stays.
            self.complete = False
            what = error.message if not found else f"the list of its objects ends early: {error.message}"
            yield self._partition("list", [Stored(self._url, 0, "", None, error.code.value, what)])
            return
        if batch:
            yield self._partition("objects", batch)

    def size(self) -> int | None:
        return None

    def requests(self) -> Mapping[str, int]:
        return self._requests

    def _partition(self, what: str, batch: Sequence[Stored]) -> Partition:
        fingerprint = digest([(stored.source, stored.fingerprint) for stored in batch])
        options = {"objects": [[*stored] for stored in batch], **self._how.as_options()}
        identity = digest([what, batch[0].source, self._how.as_options()])
        return Partition(identity, batch[0].source, "objects", options, fingerprint, sum(stored.size for stored in batch))


def objects(partition: Partition) -> Iterator[Object]:
    """The objects of a partition, in their order."""
    how = How.of_options(partition.options)
    store, waiting = store_of(partition.source), deque[tuple[Ranged, Future[SourceError | None]]]()
    with ThreadPoolExecutor(THREADS) as pool:
        try:
            for stored in (Stored(*values) for values in partition.options["objects"]):
                opened = Ranged(store, stored, Counter())
                waiting.append((opened, pool.submit(_fetch_beginning, opened, how)))
                if len(waiting) == _AHEAD:
                    yield _object(*waiting.popleft(), how)
            while waiting:
                yield _object(*waiting.popleft(), how)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _object(opened: Ranged, fetched: Future[SourceError | None], how: How) -> Object:
    stored = opened.stored
    return Object(stored.source, stored.fingerprint, stored.size, partial(_items, opened, fetched, how), opened.requests)


def _fetch_beginning(opened: Ranged, how: How) -> SourceError | None:
    """Fetch the header of a message, or what an object begins with; gives what went wrong."""
    size = opened.stored.size
    if opened.stored.error is not None or not size:
        return None
    try:
        opened.fetch_beginning(min(_FIRST, size))
        while (needed := _needed(opened, how)) > len(opened.beginning):
            opened.fetch_beginning(min(max(needed, 2 * len(opened.beginning)), size))  # twice, so that many data keys take few requests
    except SourceError as error:
        return error
    return None


def _needed(opened: Ranged, how: How) -> int:
    """How many bytes of an object must be there to read a header; 0 for one that is not read so."""
    data = opened.beginning
    if len(data) == opened.stored.size or not how.headers_do or not begins_like_message(data):
        return 0
    needed = bytes_needed(data)
    return 0 if needed > min(_MOST, opened.stored.size) else needed


def _items(
    opened: Ranged, fetched: Future[SourceError | None], how: How, on_bytes: Callable[[int], None] = unheard
) -> Iterator[Item | Problem]:
    """What is in an object."""
    stored, error = opened.stored, fetched.result()
    if error is not None:
        yield Problem("", error.code.value, error.message)
    elif stored.code is not None and stored.error is not None:
        yield Problem("", stored.code, stored.error)
    elif how.headers_do and _is_header(opened):
        yield Item("", opened.beginning, stored.size, "binary")
    elif opened.beginning.startswith(PARQUET):
        yield from _parquet_items(opened, how, on_bytes)
    else:
        yield from content_items(Ahead(opened.read, on_bytes=on_bytes), "", how, Meter(stored.size, on_bytes))


def _is_header(opened: Ranged) -> bool:
    """Whether the beginning of an object has all of a header, and not all of the object."""
    data, size = opened.beginning, opened.stored.size
    return len(data) < size and begins_like_message(data) and facts(data, size).header_length is not None


def _parquet_items(opened: Ranged, how: How, on_bytes: Callable[[int], None]) -> Iterator[Item | Problem]:
    try:
        with open_parquet(io.BufferedReader(opened, PIECE)) as file:
            yield from parquet_items(file, "", how.column, meter=Meter(opened.stored.size, on_bytes), on_bytes=on_bytes)
    except SourceError as error:
        yield Problem("", error.code.value, error.message)

"""An object of S3 that is a message and nothing else, and how another one takes its place: it is put there if the ETag is the old one's.

Strategy: what GET, its tags and its access control list say of the old object goes into the PUT of the new one, and what cannot be carried
over is a reason to leave it alone. The old and the new message are in files without names while one is moved.
Invariants: an object that was written meanwhile stays. After the PUT the object is read back, byte for byte: a PUT that was answered with
an error may have been carried out, and one that was repeated may have found its own result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO, Any

from esdkit.errors import Code
from esdkit.scan.campaign.places import changed, plan_error
from esdkit.scan.plan import MAX_PUT, Entry
from esdkit.scan.sources.s3 import PIECE, S3Object, S3Store
from esdkit.scan.sources.stores import s3_store

__all__ = ["ObjectPlace", "open_object", "store_requests"]

_ROOM = 1 << 16  # bytes by which a new message may be longer than the old one
_COPY = 1 << 20


class ObjectPlace:
    """An object.

    Args:
        store: that it is in.
        found: the object as it is now.
        entry: of the plan.
        keep_old: suffix of the key under which the old message is kept in a bucket without versions; None to let it go.
        old: has all of it.
        requests: counts them.
    """

    # Reqs: SCN-PLN-010

    def __init__(self, store: S3Store, found: S3Object, entry: Entry, keep_old: str | None, old: IO[bytes], requests: Counter[str]) -> None:
        self.old = old
        self.size = found.stored.size
        self.changed = found.stored.fingerprint != entry.fingerprint
        self._store, self._found, self._keep_old, self._requests = store, found, keep_old, requests

    @contextmanager
    def new(self) -> Iterator[IO[bytes]]:
        """A file without a name."""
        with TemporaryFile() as self._new:
            yield self._new

    def put(self, begin: Callable[[], None]) -> None:
        """See ``Place.put``."""
        stored, url = self._found.stored, self._found.stored.source
        kept = {**self._found.kept, **self._store.kept_by_others(url, self._requests)}
        if self._keep_old is not None and not self._store.keeps_versions(url, self._requests):
            self._keep(f"{url}{self._keep_old}", kept)
        begin()
        replaced = self._store.replace(stored, self.old, self._new, kept, self._requests)
        now = self._store.found(url, self._requests)
        if _digest(self._store, now, self._requests) != _digest_of(self._new):
            if now.stored.etag == replaced:
                raise plan_error(Code.NEW_MESSAGE_DIFFERS, "the store has taken the new message, and gives other bytes")
            raise changed()

    def _keep(self, url: str, kept: Mapping[str, Any]) -> None:
        """Put the old message under another key, too."""
        if self._store.make(url, self.old, kept, self._requests):
            return
        # a worker that was killed after this step has left the same
        if _digest(self._store, self._store.found(url, self._requests), self._requests) != _digest_of(self.old):
            raise plan_error(Code.CANNOT_REPLACE, f"the old message cannot be kept: {url} exists")


@contextmanager
def open_object(entry: Entry, keep_old: str | None, requests: Counter[str]) -> Iterator[ObjectPlace]:
    """The place of an object.

    Raises:
        SourceError: it cannot be read, or not be replaced.
    """
    store = s3_store()
    found = store.found(entry.source, requests)
    if found.stored.size > MAX_PUT:
        raise plan_error(Code.CANNOT_REPLACE, f"it has {found.stored.size} bytes; S3 takes at most {MAX_PUT} in one request")
    with TemporaryFile() as old:
        for piece in _pieces(store, found, requests):
            old.write(piece)
        old.seek(0)
        yield ObjectPlace(store, found, entry, keep_old, old, requests)


def _pieces(store: S3Store, found: S3Object, requests: Counter[str]) -> Iterator[bytes]:
    """The bytes of an object."""
    yield found.beginning
    for start in range(len(found.beginning), found.stored.size, PIECE):
        yield store.read(found.stored, start, min(start + PIECE, found.stored.size), requests)


def _digest(store: S3Store, found: S3Object, requests: Counter[str]) -> bytes:
    digest = sha256()
    for piece in _pieces(store, found, requests):
        digest.update(piece)
    return digest.digest()


def _digest_of(file: IO[bytes]) -> bytes:
    digest = sha256()
    file.seek(0)
    while piece := file.read(_COPY):
        digest.update(piece)
    return digest.digest()


def store_requests(entry: Entry, keep_old: str | None) -> Counter[str]:
    """The requests to the store that an object takes at most, by what they cost as, if none fails."""
    size = entry.size or 0
    old, new = (-(-length // PIECE) for length in (size, size + _ROOM))
    tags_and_list, kept = 2, keep_old is not None
    return Counter(GET=old + new + tags_and_list + kept, PUT=1 + kept)

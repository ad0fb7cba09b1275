"""One message moved to other keys.

Strategy: the new message is written whole, read back under the new keys, and only then takes the place of the old one (``places``). Its id
is in the claim before that, so that whoever comes after a worker that was killed knows a message that was already replaced.
Invariants: a message that has changed since the scan is left alone. Plaintext is never held as a whole; its digest is compared in memory
and is not written anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import IO, Literal

from esdkit.cmm import CryptographicMaterialsManager
from esdkit.engine.client import Client
from esdkit.engine.rekey import rekeyed
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.message.model import Header
from esdkit.scan.campaign.objects import open_object
from esdkit.scan.campaign.places import FilePlace, Place, changed, plan_error
from esdkit.scan.campaign.state import Claim
from esdkit.scan.campaign.values import ValuePlace, sqlite_file
from esdkit.scan.facts import facts
from esdkit.scan.model import Row
from esdkit.scan.plan import Entry
from esdkit.scan.sources import is_url
from esdkit.scan.sources.files import fingerprint_of
from esdkit.scan.sources.sql import HIDDEN
from esdkit.scan.sources.sql_write import SqlTables
from esdkit.spec import Suite

__all__ = ["Mover"]

_HEAD = 1 << 20  # bytes that are read to see which message a changed file has
_PIECE = 1 << 20

Outcome = Literal["moved", "under-new-keys"]


@frozen
class Mover:
    """How messages are moved.

    Attributes:
        client: reads and writes.
        cmm: opens the old messages.
        new_cmm: wraps the new data keys, and opens them to verify.
        new_keys: the ``key`` of each data key that it writes, as rows have it; None when that is not known before.
        suite: of the new messages.
        encryption_context, add_context, remove_context, frame_length: as for ``rekeyed``.
        keep_old: suffix of the name under which the old message of a file or object is kept; None to let it go.
        update: the statement that replaces a value in a database; None for one that is made for the table.
        databases: the URLs of databases with their passwords, by the names that plans have for them.
        directory: to which names of sources are relative.
        store_requests: counts those to object stores, by what they cost as.
    """

    client: Client
    cmm: CryptographicMaterialsManager
    new_cmm: CryptographicMaterialsManager
    new_keys: frozenset[str] | None
    suite: Suite
    encryption_context: Mapping[str, str]
    add_context: Mapping[str, str]
    remove_context: Collection[str]
    frame_length: int
    keep_old: str | None
    update: str | None
    databases: Mapping[str, str]
    directory: Path
    store_requests: Counter[str]

    def move(self, entry: Entry, claim: Claim) -> None:
        """Move a message, and record what became of it.

        Raises:
            SourceError: ``cannot-replace``; ``source-changed``; ``new-message-differs``; ``source-unreadable``.
            EsdkError: the old message cannot be opened, or the new one not written or opened; ``side`` says which.
            OSError: a file cannot be read or written.
        """
        # Reqs: SCN-PLN-003, SCN-PLN-004
        with self._place(entry) as place:
            row = facts(place.old.read(_HEAD), place.size)
            place.old.seek(0)
            outcome = self._moved_before(place.old, row, claim)
            if outcome is not None:
                claim.done(outcome, str(row.message_id))
            elif place.changed or row.message_id != entry.message_id:
                raise changed()
            else:
                claim.done("moved", self._replace(place, claim))

    def require_replaceable(self, entry: Entry) -> None:
        """Raise what ``move`` would raise before it opens a message that no worker has touched. Only files are looked at."""
        self._require_place(entry)
        if not is_url(entry.source):
            status = self._path(entry).stat()
            if entry.value is None and fingerprint_of(status) != entry.fingerprint:
                raise changed()

    def _require_place(self, entry: Entry) -> None:
        """Raise when a message cannot be written back to where it is, as far as its place tells."""
        # Reqs: SCN-PLN-005
        if entry.obstacle is not None:
            raise plan_error(Code.CANNOT_REPLACE, entry.obstacle.reason, entry.obstacle.hint)
        if entry.value is not None and self.keep_old is not None:
            what = "the old value of a database cannot be kept under another name"
            raise plan_error(Code.CANNOT_REPLACE, what, "Move the values of databases without --keep-old.")
        if entry.value is not None and is_url(entry.source):
            self._url(entry)

    def _path(self, entry: Entry) -> Path:
        """The file that a message is in."""
        return (self.directory / entry.source).resolve()

    def _url(self, entry: Entry) -> str:
        """The URL of the database that a message is in, with its password."""
        url = self.databases.get(entry.source, entry.source)
        if HIDDEN in url:
            what = f"a plan has no passwords, and the URL {entry.source} had one"
            raise plan_error(Code.CANNOT_REPLACE, what, "Give the whole URL by --database.")
        return url

    @contextmanager
    def _place(self, entry: Entry) -> Iterator[Place]:
        """Where a message is."""
        self._require_place(entry)
        if entry.value is not None and is_url(entry.source):
            yield ValuePlace(SqlTables(self._url(entry), self.directory, self.update), entry, entry.value)
        elif entry.value is not None:
            with sqlite_file(self._path(entry), self.update) as table:
                yield ValuePlace(table, entry, entry.value)
        elif is_url(entry.source):
            with open_object(entry, self.keep_old, self.store_requests) as place:
                yield place
        else:
            path = self._path(entry)
            with path.open("rb") as file:
                yield FilePlace(path, entry, self.keep_old, file)

    def _moved_before(self, old: IO[bytes], row: Row, claim: Claim) -> Outcome | None:
        """What has become of a message already: this plan has put it there, or it is under exactly the new keys; None for neither."""
        if row.message_id is not None and row.message_id == claim.begun:
            return "moved"
        names = None if row.data_keys is None else frozenset(key.key for key in row.data_keys)
        if names is not None and names == self.new_keys and row.suite == self.suite.hex_id:
            with suppress(EsdkError):  # names can be the same while keys are not
                header, _ = self._read_back(old)
                if header.encryption_context.keys().isdisjoint(self.remove_context):
                    return "under-new-keys"
            old.seek(0)
        return None

    def _replace(self, place: Place, claim: Claim) -> str:
        """Write the new message, verify it, and put it in the place of the old one; gives its id."""
        with place.new() as new:
            header, digest = self._write(new, place.old)
            new.seek(0)
            self._verify(new, header, digest)
            message_id = header.message_id.hex()
            place.put(lambda: claim.begin(message_id))
        return message_id

    def _write(self, new: IO[bytes], old: IO[bytes]) -> tuple[Header, bytes]:
        """Write the new message; gives its header, and the digest of the old one's plaintext."""
        digest = sha256()
        with rekeyed(
            self.client,
            source=old,
            cmm=self.cmm,
            new_cmm=self.new_cmm,
            encryption_context=self.encryption_context,
            add_context=self.add_context,
            remove_context=self.remove_context,
            algorithm=self.suite.hex_id,
            frame_length=self.frame_length,
            on_plaintext=digest.update,
        ) as stream:
            for piece in stream:
                new.write(piece)
            new.flush()
            return stream.header, digest.digest()

    def _verify(self, new: IO[bytes], header: Header, digest: bytes) -> None:
        """See that a new message opens under the new keys, and has the plaintext and encryption context that were written."""
        try:
            found, its_digest = self._read_back(new)
        except EsdkError as error:
            error.side = "verifying"
            raise
        if found.encryption_context != header.encryption_context or not compare_digest(its_digest, digest):
            raise plan_error(Code.NEW_MESSAGE_DIFFERS, "the new message does not have the plaintext and encryption context of the old one")

    def _read_back(self, file: IO[bytes]) -> tuple[Header, bytes]:
        """Open a message under the new keys; gives its header, and the digest of its plaintext."""
        kept = {key: value for key, value in self.encryption_context.items() if key not in self.remove_context}
        digest = sha256()
        with self.client.stream("decrypt", source=file, cmm=self.new_cmm, encryption_context={**kept, **self.add_context}) as opened:
            while piece := opened.read(_PIECE):
                digest.update(piece)
            return opened.header, digest.digest()

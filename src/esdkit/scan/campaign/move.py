"""One message moved to other keys: a file that holds it and nothing else.

Strategy: the new message is written whole beside the old one, from the disk it is read back under the new keys, and only then it takes the
place of the old one, by a rename. Its id is in the claim before that, so that whoever comes after a worker that was killed knows a message
that was already replaced.
Invariants: the old message is whole under its name until the new one is, and is left alone if it has changed since the scan. Plaintext is
never held as a whole; its digest is compared in memory and is not written anywhere.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import IO, Literal

from esdkit.cmm import CryptographicMaterialsManager
from esdkit.engine.client import Client
from esdkit.engine.rekey import rekeyed
from esdkit.errors import Code, EsdkError, SourceError
from esdkit.frozen import frozen
from esdkit.input.replacing import make_like
from esdkit.message.model import Header
from esdkit.scan.campaign.state import Claim
from esdkit.scan.facts import facts
from esdkit.scan.model import Row
from esdkit.scan.plan import Entry
from esdkit.scan.sources.files import fingerprint_of
from esdkit.spec import Suite, error_codes

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
        keep_old: suffix of the name under which the old message is kept; None to let it go.
        directory: to which names of sources are relative.
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
    directory: Path

    def move(self, entry: Entry, claim: Claim) -> None:
        """Move a message, and record what became of it.

        Raises:
            SourceError: ``cannot-replace``; ``source-changed``; ``new-message-differs``.
            EsdkError: the old message cannot be opened, or the new one not written or opened; ``side`` says which.
            OSError: a file cannot be read or written.
        """
        # Reqs: SCN-PLN-003, SCN-PLN-004
        path = self._path(entry)
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            is_new = fingerprint_of(status) != entry.fingerprint
            if is_new or entry.keys is None or frozenset(key.key for key in entry.keys) == self.new_keys:
                outcome, message_id = self._moved_before(file, status, claim)
                if outcome is not None:
                    claim.done(outcome, message_id)
                    return
            if is_new:
                raise _changed()
            claim.done("moved", self._replace(path, file, status, entry, claim))

    def require_replaceable(self, entry: Entry) -> None:
        """Raise what ``move`` would raise before it opens a message that no worker has touched: as for ``move``."""
        if fingerprint_of(self._path(entry).stat()) != entry.fingerprint:
            raise _changed()

    def _path(self, entry: Entry) -> Path:
        """The file of a message."""
        if entry.obstacle is not None:
            raise _source_error(Code.CANNOT_REPLACE, entry.obstacle)
        return (self.directory / entry.source).resolve()

    def _moved_before(self, file: IO[bytes], status: os.stat_result, claim: Claim) -> tuple[Outcome | None, str]:
        """Whether the file has a message that this plan has put there, or one that is under exactly the new keys; and its id."""
        row = facts(file.read(_HEAD), status.st_size)
        file.seek(0)
        if row.message_id is None:
            return None, ""
        if row.message_id == claim.begun:
            return "moved", row.message_id
        if self._looks_moved(row):
            with suppress(EsdkError):  # names can be the same while keys are not
                header, _ = self._read_back(file)
                if header.encryption_context.keys().isdisjoint(self.remove_context):
                    return "under-new-keys", row.message_id
            file.seek(0)
        return None, row.message_id

    def _looks_moved(self, row: Row) -> bool:
        """Whether a message names exactly the new keys, and has the suite of the new messages."""
        names = None if row.data_keys is None else frozenset(key.key for key in row.data_keys)
        return names is not None and names == self.new_keys and row.suite == self.suite.hex_id

    def _replace(self, path: Path, old: IO[bytes], status: os.stat_result, entry: Entry, claim: Claim) -> str:
        """Write the new message, verify it, and put it in the place of the old one; gives its id."""
        temporary = path.with_name(f".esdkit-{entry.id}.part")
        try:
            header, digest = self._write(temporary, old)
            with temporary.open("rb") as new:
                self._verify(new, header, digest)
            if _is_other(path.stat(), status):
                raise _changed()
            make_like(temporary, status, "run esdkit as its owner")
            message_id = header.message_id.hex()
            claim.begin(message_id)
            self._put(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        return message_id

    def _write(self, temporary: Path, old: IO[bytes]) -> tuple[Header, bytes]:
        """Write the new message to the disk; gives its header, and the digest of the old one's plaintext."""
        digest = sha256()
        with (
            _new_file(temporary) as file,
            rekeyed(
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
            ) as new,
        ):
            for piece in new:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            return new.header, digest.digest()

    def _verify(self, new: IO[bytes], header: Header, digest: bytes) -> None:
        """See that a new message opens under the new keys, and has the plaintext and encryption context that were written."""
        try:
            found, its_digest = self._read_back(new)
        except EsdkError as error:
            error.side = "verifying"
            raise
        if found.encryption_context != header.encryption_context or not compare_digest(its_digest, digest):
            raise _source_error(
                Code.NEW_MESSAGE_DIFFERS, "the new message does not have the plaintext and encryption context of the old one"
            )

    def _read_back(self, file: IO[bytes]) -> tuple[Header, bytes]:
        """Open a message under the new keys; gives its header, and the digest of its plaintext."""
        kept = {key: value for key, value in self.encryption_context.items() if key not in self.remove_context}
        digest = sha256()
        with self.client.stream("decrypt", source=file, cmm=self.new_cmm, encryption_context={**kept, **self.add_context}) as opened:
            while piece := opened.read(_PIECE):
                digest.update(piece)
            return opened.header, digest.digest()

    def _put(self, temporary: Path, path: Path) -> None:
        """Put the new message in the place of the old one, on the disk."""
        if self.keep_old is not None:
            _keep(path, path.with_name(path.name + self.keep_old))
        temporary.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _changed() -> SourceError:
    row = error_codes()[Code.SOURCE_CHANGED]
    what = "it is not as it was when it was scanned; it was left alone"
    return SourceError(Code.SOURCE_CHANGED, what, reqs=row.requirements, hint="Scan it again, into a new plan.")


def _is_other(now: os.stat_result, then: os.stat_result) -> bool:
    return (now.st_dev, now.st_ino, fingerprint_of(now)) != (then.st_dev, then.st_ino, fingerprint_of(then))


def _keep(path: Path, old: Path) -> None:
    """Give the old message a second name."""
    try:
        os.link(path, old)
    except FileExistsError:
        if not old.samefile(path):  # a worker that was killed after this step has left the same file
            raise FileExistsError(errno.EEXIST, f"the old message cannot be kept: {old} exists") from None


@contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file that its owner alone can read; what a worker that was killed has left is removed."""
    path.unlink(missing_ok=True)
    with open(path, "xb", opener=_for_its_owner) as file:  # a path's own takes no opener
        yield file


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


def _source_error(code: Code, what: str) -> SourceError:
    """An error, with what the table says about its code."""
    row = error_codes()[code]
    return SourceError(code, what, reqs=row.requirements, hint=row.hint)

"""Where a message of a plan is, and how another one takes its place there: here a whole file; ``objects`` and ``values`` have the others.

Strategy: the new message is written beside the file and renamed. Invariants: until the new message is in place, whole, the old one is. What
was read is compared with what is there just before the rename.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from esdkit.errors import Code, SourceError
from esdkit.input.replacing import make_like
from esdkit.scan.plan import Entry
from esdkit.scan.sources.files import fingerprint_of
from esdkit.spec import error_codes

__all__ = ["FilePlace", "Place", "changed", "plan_error"]


class Place(Protocol):
    """Where a message is.

    Attributes:
        old: the message that is there, from its beginning.
        size: of it (bytes).
        changed: whether it is known that it is not the one that was scanned. When that is not known, its message id tells.
    """

    changed: bool

    @property
    def old(self) -> IO[bytes]: ...

    @property
    def size(self) -> int: ...

    def new(self) -> AbstractContextManager[IO[bytes]]:
        """Where the new message is written to, and then read from. It is gone when the block ends, unless it was put in place."""
        ...

    def put(self, begin: Callable[[], None]) -> None:
        """Put the new message in the place of the old one, on the disk. ``begin`` is called just before.

        Raises:
            SourceError: ``source-changed``: another message is there now. Others: it cannot be put there.
            OSError: the same, of a file.
        """
        ...


# ---------------------------------------------------------------- files
class FilePlace:
    """A file that holds a message and nothing else.

    Args:
        path: the file; of a symbolic link, the target.
        entry: of the plan.
        keep_old: suffix of the name under which the old message is kept; None to let it go.
        file: the file, opened.
    """

    # Reqs: SCN-PLN-003

    def __init__(self, path: Path, entry: Entry, keep_old: str | None, file: IO[bytes]) -> None:
        self.old = file
        self._status = os.fstat(file.fileno())
        self.size = self._status.st_size
        self.changed = fingerprint_of(self._status) != entry.fingerprint
        self._path = path
        self._kept = None if keep_old is None else path.with_name(path.name + keep_old)
        self._temporary = path.with_name(f".esdkit-{entry.id}.part")

    @contextmanager
    def new(self) -> Iterator[IO[bytes]]:
        """A file beside the old one, which its owner alone can read; what a worker that was killed has left is removed."""
        self._temporary.unlink(missing_ok=True)
        try:
            with open(self._temporary, "x+b", opener=_for_its_owner) as file:  # a path's own takes no opener
                self._new = file
                yield file
        finally:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def put(self, begin: Callable[[], None]) -> None:
        """See ``Place.put``."""
        make_like(self._temporary, self._status, "run esdkit as its owner")
        os.fsync(self._new.fileno())
        if _is_other(self._path.stat(), self._status):
            raise changed()
        begin()
        if self._kept is not None:
            _keep(self._path, self._kept)
        self._temporary.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _is_other(now: os.stat_result, then: os.stat_result) -> bool:
    return (now.st_dev, now.st_ino, fingerprint_of(now)) != (then.st_dev, then.st_ino, fingerprint_of(then))


def _keep(path: Path, old: Path) -> None:
    """Give the old message a second name."""
    try:
        os.link(path, old)
    except FileExistsError:
        if not old.samefile(path):  # a worker that was killed after this step has left the same file
            raise FileExistsError(errno.EEXIST, f"the old message cannot be kept: {old} exists") from None


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


# ---------------------------------------------------------------- errors
def changed() -> SourceError:
    """The error of a message that is not the one that was scanned."""
    row = error_codes()[Code.SOURCE_CHANGED]
    what = "it is not as it was when it was scanned; it was left alone"
    return SourceError(Code.SOURCE_CHANGED, what, reqs=row.requirements, hint="Scan it again, into a new plan.")


def plan_error(code: Code, what: str, hint: str | None = None) -> SourceError:
    """An error, with what the table says about its code, or another hint."""
    row = error_codes()[code]
    return SourceError(code, what, reqs=row.requirements, hint=hint or row.hint)

"""What became of the messages of a plan: a folder beside it, which all workers on the plan share.

    campaign.json        which new keys the plan was begun with
    ab/abc….claim        locked while a worker moves the message; has the id of the new message before that replaces the old one
    ab/abc….done         what became of it, and the id of the new message; the claim is gone then
    ab/abc….failed       why it was not moved the last time
    dead-letter.jsonl    the same for all that were not moved, in the order of the plan
    kms                  when the next request to KMS may be sent

Strategy: a claim is a lock on a file, not the file itself: the system releases it when its worker dies, however it dies, and never before,
so that nobody has to guess whether a claim is still held. What a dead worker was doing is in the claim: a message that has the id that is
there was already replaced.
Invariants: a record appears under its name whole. Nothing here is secret.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from esdkit.errors import Code, EsdkError, UsageError
from esdkit.input.folders import make_folder
from esdkit.scan.folder import Folder
from esdkit.scan.parts import json_line
from esdkit.scan.plan import Entry, Plan
from esdkit.spec import error_codes, exit_codes

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["Claim", "State", "failure_of", "locked"]

_SCHEMA = 1
_MANIFEST = "campaign.json"


class State:
    """The state of a plan.

    Args:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.dead_letter = path / "dead-letter.jsonl"

    def begin(self, new_keys: str, *, resume: bool) -> None:
        """Begin, or go on.

        Args:
            new_keys: a description of them, without secrets.
            resume: whether to go on with what was begun.

        Raises:
            UsageError: ``campaign-differs``: it was begun, and is not to be gone on with; or it was begun with other new keys.
                ``invalid-argument``: this system has no locks on files.
            OSError: it cannot be written.
        """
        # Reqs: SCN-PLN-006
        if fcntl is None:
            raise UsageError(Code.INVALID_ARGUMENT, "running a plan needs a system with locks on files; this one has none")
        make_folder(self.path)
        with locked(self.path / ".lock"):
            found = _read(self.path / _MANIFEST)
            if found is None:
                _write(self.path / _MANIFEST, {"schema": _SCHEMA, "to": new_keys})
                return
        if not resume:
            raise UsageError(Code.CAMPAIGN_DIFFERS, f"the plan was begun: {self.path} has its records", hint="Add --resume to go on.")
        if found.get("to") != new_keys:
            what = f"the plan was begun with other new keys: {found.get('to')}"
            raise UsageError(
                Code.CAMPAIGN_DIFFERS, what, hint="Give these, or write a new plan: what was moved is in it with its new keys."
            )

    def outcome(self, entry: Entry) -> dict[str, Any] | None:
        """What became of a message; None when it was not moved yet."""
        return _read(self.file(entry, "done"))

    def failure(self, entry: Entry, since: float | None = None) -> dict[str, Any] | None:
        """Why a message was not moved the last time; None when it was not tried, or not since that time."""
        path = self.file(entry, "failed")
        failed = _read(path)
        return failed if failed is None or since is None or path.stat().st_mtime >= since else None

    def file(self, entry: Entry, kind: str) -> Path:
        """The file of a kind of a message."""
        return self.path / entry.id[:2] / f"{entry.id}.{kind}"

    @contextmanager
    def claimed(self, entry: Entry, *, wait: bool) -> Iterator[Claim | None]:
        """A claim on a message; None when another worker has it, unless this one waits for that."""
        # Reqs: SCN-PLN-004
        path = self.file(entry, "claim")
        path.parent.mkdir(exist_ok=True)
        with locked(path, wait=wait) as file:
            yield None if file is None else Claim(self, entry, file)

    def write_dead_letter(self, plan: Plan) -> None:
        """Write the dead-letter file: a line for each message of the plan that was tried and not moved.

        Raises:
            OSError: it cannot be written.
        """
        # Reqs: SCN-PLN-005
        with Folder.writing(self.dead_letter) as file:
            for entry in plan.entries():
                failed = None if self.outcome(entry) is not None else self.failure(entry)
                if failed is not None:
                    file.write(json_line({"source": entry.source, "part": entry.part, "message_id": entry.message_id, **failed}))


class Claim:
    """The right to move one message, held until the block of ``State.claimed`` ends or the process dies."""

    def __init__(self, state: State, entry: Entry, file: IO[bytes]) -> None:
        self._claim, self._done, self._failed = (state.file(entry, kind) for kind in ("claim", "done", "failed"))
        self._file = file

    @property
    def begun(self) -> str | None:
        """The id of the new message that was about to replace the old one, in hexadecimal; None when it did not come to that."""
        self._file.seek(0)
        try:
            values = json.loads(self._file.read())
        except ValueError:  # empty, or cut when a worker was killed before it replaced anything
            return None
        return str(values["message_id"])

    def begin(self, message_id: str) -> None:
        """Write down the id of the new message, on the disk: next it replaces the old one."""
        self._file.truncate(0)  # the file is open for appending
        self._file.write(json.dumps({"message_id": message_id}).encode())
        self._file.flush()
        os.fsync(self._file.fileno())

    def done(self, outcome: str, message_id: str) -> None:
        """Record what became of the message. Whoever waits for the claim, or makes it again, looks for the record first."""
        _write(self._done, {"outcome": outcome, "message_id": message_id})
        self._failed.unlink(missing_ok=True)
        self._claim.unlink()

    def failed(self, error: EsdkError | OSError | MemoryError) -> None:
        """Record why it was not moved."""
        _write(self._failed, failure_of(error))


def failure_of(error: EsdkError | OSError | MemoryError) -> dict[str, Any]:
    """Code, reason, what to do, and exit code. The text of an error has no secrets."""
    if isinstance(error, EsdkError):
        hint, error.hint = error.hint or error_codes()[error.code].hint, None  # the text would have it, too
        reason = str(error) if error.side is None else f"{_SIDES[error.side]}: {error}"
        return {"code": str(error.code), "reason": reason, "hint": hint, "exit_code": error_codes()[error.code].exit_code}
    reason = "not enough memory" if isinstance(error, MemoryError) else error.strerror or type(error).__name__
    return {"code": None, "reason": reason, "hint": None, "exit_code": exit_codes()["input_output"]}


_SIDES = {"reading": "reading the old message", "writing": "writing the new message", "verifying": "reading the new message back"}


@contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[IO[bytes] | None]:
    """A file that this process alone has, made if it is not there; None when another has it and this one does not wait."""
    with path.open("a+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield None
            return
        yield file


def _write(path: Path, values: Mapping[str, Any]) -> None:
    """Write a record whole; whoever writes it has the claim, so that one name is enough."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(json_line(values))
    new.replace(path)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):  # not there, or the system went down before it was on the disk
        return None
    return found if isinstance(found, dict) else None

"""The folder of a fuzzing run: how far it got, and its findings as files; the next run goes on there.

Invariants: nothing is written before the run begins, so a program that cannot be started leaves no folder. Every file appears whole or not
at all, so a full disk or an interruption leaves the folder as it was. A folder of another version is refused by name, and nothing in it is
changed.
"""
# Reqs: CLI-FUZ-003, CLI-FUZ-004

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from esdkit import __version__
from esdkit.errors import Code, UsageError
from esdkit.forge import disassemble
from esdkit.frozen import frozen
from esdkit.fuzz.as_vector import add_command
from esdkit.fuzz.findings import Finding
from esdkit.fuzz.questions import NAME, NAMESPACE, WRAPPING_KEY
from esdkit.spec import LIMITS

__all__ = ["Corpus", "Place", "finding_to_json"]

_SCHEMA = 1
_STATE = "state.json"
_FINDINGS = "findings"
_MEMBERS: Mapping[str, type] = {"seed": int, "wrapped": bool, "streaming": bool, "asked": int}
_LONGEST_TEXT = 65_536  # bytes of a message that is also written as text


@frozen
class Place:
    """How far a run got: ``asked`` questions of a seed, to programs that are opened with the raw AES key (``wrapped``) and can stream."""

    seed: int
    wrapped: bool
    streaming: bool
    asked: int


class Corpus:
    """A folder, which is made when something is written to it.

    Args:
        folder: where.

    Raises:
        UsageError: ``invalid-argument``: there are other files in it, or it is of another version of esdkit.
        OSError: it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = self._read()

    def save(self, place: Place) -> None:
        """Note how far the run got.

        Raises:
            OSError: the file cannot be written; the one before is still there.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        members = {name: getattr(place, name) for name in _MEMBERS}
        _write(self.folder / _STATE, _json({"schema": _SCHEMA, "version": __version__, **members}))

    def add(self, finding: Finding) -> Path:
        """Write a finding: the message, the message as text, what is expected and was seen, and how to make it a native vector.

        Returns:
            The path of the message.

        Raises:
            OSError: it cannot be written.
        """
        name = hashlib.sha256("\n".join(finding.key).encode()).hexdigest()[:12]
        path = self.folder / _FINDINGS / f"{finding.question.plan.operation}-{name}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        if len(finding.data) <= _LONGEST_TEXT:
            _write(path.with_suffix(".txt"), disassemble(finding.data).encode())
        _write(path.with_suffix(".json"), _json({**finding_to_json(finding), "add": add_command(finding, path.name)}))
        _write(path, finding.data)
        return path

    def _read(self) -> Place | None:
        path = self.folder / _STATE
        if not path.exists():
            if self.folder.exists() and any(self.folder.iterdir()):
                raise UsageError(Code.INVALID_ARGUMENT, f"{self.folder} has other files in it; give an empty or new folder", path="corpus")
            return None
        state = self._state(path)
        if state.get("schema") != _SCHEMA or state.get("version") != __version__:
            what = f"{self.folder} was written by esdkit {state.get('version', 'unknown')}, and this is {__version__}"
            raise UsageError(Code.INVALID_ARGUMENT, what, path="corpus", hint="Its findings are still files; give a new folder.")
        members: dict[str, Any] = {name: state.get(name) for name in _MEMBERS}
        if not all(type(members[name]) is kind and int(members[name]) >= 0 for name, kind in _MEMBERS.items()):
            raise _damaged(path)
        if members["asked"] > sys.maxsize:
            raise _damaged(path)
        return Place(**members)

    def _state(self, path: Path) -> dict[str, Any]:
        try:
            with path.open("rb") as file:
                state = json.loads(file.read(LIMITS["steering_file_size"]))
        except (ValueError, RecursionError):
            raise _damaged(path) from None
        if not isinstance(state, dict):
            raise _damaged(path)
        return state


def _damaged(path: Path) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, f"{path} is damaged; give a new folder", path="corpus")


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """A finding without its bytes. The keys protect nothing."""
    plan = finding.question.plan
    expected = plan.expected
    return {
        "schema": _SCHEMA,
        "operation": plan.operation,
        "path": plan.path,
        "offset": plan.offset,
        "repair": plan.repair.value,
        "detail": plan.detail,
        "stream": finding.question.stream,
        "expected": {"outcome": "accept" if expected.accepted else "reject", "stage": expected.stage, "code": expected.code},
        "stages": sorted(expected.stages),
        "rule": finding.rule,
        "seen": {name: {"outcome": seen.outcome, "text": seen.text} for name, seen in finding.seen.items()},
        "known": finding.known,
        "plaintext": finding.question.subject.draft.plaintext.hex() if expected.accepted else None,
        "data_key": finding.question.subject.draft.data_key.reveal().hex(),
        "keyring": {"type": "raw-aes", "namespace": NAMESPACE, "name": NAME, "key": WRAPPING_KEY.hex()},
    }


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, indent=1) + "\n").encode()


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

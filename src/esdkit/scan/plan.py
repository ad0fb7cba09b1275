"""A plan: the messages that a scan found and that are to be moved to other keys, as JSON lines (spec/schemas/campaign-plan.json).

Strategy: the first line says where the scan ran, each line after it is a message, the last line has the totals, so that a plan that was cut
is noticed. It is written from the part files of a scan, line by line, and read the same way.
Invariants: a plan has no key material, no plaintext and no values of encryption contexts. The new keys are not in it: they are given when
it is run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from esdkit import __version__
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.scan.folder import Folder
from esdkit.scan.model import Value
from esdkit.scan.parts import json_line
from esdkit.scan.sources import is_database, is_url
from esdkit.spec import LIMITS, error_codes

__all__ = ["MAX_PUT", "Entry", "Obstacle", "Plan", "PlanKey", "Totals", "require_no_other", "write_plan"]

_MAX_LINE = LIMITS["plan_line"]
_SCHEMA = 1
_BINARY = "binary"
MAX_PUT = 5 << 30
"""Bytes that S3 takes in one PUT."""
_VALUE = re.compile(r"table (.+?), row (.+), column (.+)", re.DOTALL)
_RESULT = re.compile(r"row \d+, column [^>]+")
_INSIDE = " > "  # between a place and a place in it
_STDIN = "-"
_S3 = "s3"  # the store that replaces an object only if it is the one that was read


class PlanKey(NamedTuple):
    """A data key as its message names it: the ``key`` and ``kind`` of a row."""

    key: str
    kind: str


class Obstacle(NamedTuple):
    """Why a message cannot be written back, and what to do when that is not what the error table says."""

    reason: str
    hint: str | None = None


class Entry(NamedTuple):
    """A message of a plan. ``size`` and ``message_id`` are None where the scan did not reach them, ``keys`` where it did not know them."""

    source: str
    part: str
    form: str
    fingerprint: str
    size: int | None
    message_id: str | None
    keys: tuple[PlanKey, ...] | None

    @property
    def id(self) -> str:
        """What this message has alone: 32 hexadecimal digits."""
        return sha256(json.dumps([self.source, self.part, self.message_id]).encode()).hexdigest()[:32]

    @property
    def value(self) -> Value | None:
        """The value that the message is; None when it is something else, such as a value of a database that is in a store."""
        match = None if is_url(self.source) and not is_database(self.source) else _VALUE.fullmatch(self.part)
        return None if match is None or _INSIDE in match[3] else Value(*match.groups())

    @property
    def obstacle(self) -> Obstacle | None:
        """Why the message cannot be written back to where it is; None when it can, as far as its place tells."""
        # Reqs: SCN-PLN-005
        if self.source == _STDIN:
            return Obstacle("it came from stdin", "Scan it where it is stored, into a new plan.")
        if self.value is not None:
            return None
        scheme, _, rest = self.source.partition("://")
        if is_database(self.source):
            return self._obstacle_in_database()
        if is_url(self.source) and scheme != _S3:
            what = f"only files, objects of S3 and values in tables are written back, and it is at {scheme}://"
            return Obstacle(what, "Download it, use esdkit rekey on the file, and upload it yourself.")
        if is_url(self.source) and "?versionId=" in rest:
            what = "it is an old version of an object, and only the current one can be replaced"
            return Obstacle(what, "Make it the current version and scan again, or delete it when nobody needs it.")
        if self.part:
            return Obstacle(f"it is only a part of its source: {self.part}")
        if self.form != _BINARY:
            rekeyed = "If it is the whole file, use esdkit rekey --decode --encode." if self.form == "base64" else None
            return Obstacle(f"it is not stored as bytes, but as {self.form or 'text in another form'}", rekeyed)
        if is_url(self.source) and (self.size or 0) > MAX_PUT:
            return Obstacle(f"it has {self.size} bytes; S3 takes at most {MAX_PUT} in one request")
        return None

    def _obstacle_in_database(self) -> Obstacle:
        """Why it cannot be written back to a database in which it is not a value of a table."""
        if _RESULT.fullmatch(self.part):
            what = "it is in the result of a query, which does not tell where a value is stored"
            return Obstacle(what, "Scan its table by --table, into a new plan.")
        return Obstacle(f"it is only a part of a value: {self.part}")


class _Writes(Protocol):
    def write(self, data: bytes, /) -> object: ...


@frozen
class Totals:
    """Messages and bytes of a plan, and how many of the messages can be written back."""

    messages: int
    bytes: int
    replaceable: int


def write_plan(file: _Writes, folder: Folder, *, directory: str, sources: Sequence[str], where: str | None) -> Totals:
    """Write the plan of a scan.

    Args:
        file: where it goes.
        folder: of a scan that is done, with rows as JSON lines.
        directory: in which the scan ran: names of sources are relative to it.
        sources, where: as the user gave them.
    """
    # Reqs: SCN-PLN-001, SCN-PLN-008
    head = {"schema": _SCHEMA, "esdkit": __version__, "directory": directory, "sources": list(sources), "where": where}
    file.write(json_line(head))
    messages = size = replaceable = 0
    for entry in _entries(folder):
        messages += 1
        size += entry.size or 0
        replaceable += entry.obstacle is None
        keys = None if entry.keys is None else [key._asdict() for key in entry.keys]
        file.write(json_line({**entry._asdict(), "keys": keys}))
    file.write(json_line({"messages": messages, "bytes": size}))
    return Totals(messages, size, replaceable)


def require_no_other(path: Path) -> None:
    """See that a name is free for a plan, or has one: a message must not be overwritten by mistake.

    Raises:
        UsageError: ``invalid-argument``: the file is not a plan.
        OSError: it cannot be read.
    """
    if path.exists():
        try:
            Plan(path)
        except UsageError:
            raise UsageError(Code.INVALID_ARGUMENT, f"{path} exists and is not a plan", hint="Choose another name.") from None


def _entries(folder: Folder) -> Iterator[Entry]:
    """The messages of a scan, without what could not be read."""
    for record, part in folder.committed():
        fingerprints = {each["source"]: each["fingerprint"] for each in record["objects"]}
        if not part.exists():
            continue
        with part.open("rb") as lines:
            for row in map(json.loads, lines):
                if row["read"] is not None:
                    yield _entry({**row, "fingerprint": fingerprints[row["source"]], "keys": row["data_keys"]})


def _entry(values: Mapping[str, Any]) -> Entry:
    """An entry from the values of a row, or of a line of a plan."""
    keys = None if values["keys"] is None else tuple(PlanKey(str(key["key"]), str(key["kind"])) for key in values["keys"])
    names = ("source", "part", "form", "fingerprint", "size", "message_id")
    return Entry(**{name: values[name] for name in names}, keys=keys)


class Plan:
    """A plan in a file.

    Args:
        path: the file; it is read to its end.

    Raises:
        UsageError: ``plan-invalid``: it is not a plan, or is cut.
        OSError: it cannot be read.
    """

    # Reqs: SCN-PLN-002

    def __init__(self, path: Path) -> None:
        self.path = path
        self.directory = Path(self._head["directory"])
        self.totals = self._checked()

    def entries(self) -> Iterator[Entry]:
        """The messages, in the order of the plan."""
        for line in islice(self._lines(), 1, None):
            values = json.loads(line)
            if "source" in values:
                yield _entry(values)

    def _lines(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            for number in count(1):
                line = file.readline(_MAX_LINE + 1)
                if len(line) > _MAX_LINE:
                    raise self._invalid(number, f"it has more than {_MAX_LINE} bytes")
                if not line:
                    return
                yield line

    @cached_property
    def _head(self) -> dict[str, Any]:
        head = self._object(1, next(self._lines(), b""))
        if head.get("schema") != _SCHEMA or not isinstance(head.get("directory"), str):
            raise self._invalid(1, f"it is not the first line of a plan of schema {_SCHEMA}")
        return head

    def _checked(self) -> Totals:
        messages = size = replaceable = 0
        end: dict[str, Any] | None = None
        for number, line in enumerate(islice(self._lines(), 1, None), 2):
            values = self._object(number, line)
            if end is not None:
                raise self._invalid(number, "it comes after the totals")
            if "source" in values:
                entry = self._checked_entry(number, values)
                messages, size, replaceable = messages + 1, size + (entry.size or 0), replaceable + (entry.obstacle is None)
            else:
                end = values
        if end != {"messages": messages, "bytes": size}:
            raise self._invalid(None, "its last line does not have its totals: it was cut or changed")
        return Totals(messages, size, replaceable)

    def _checked_entry(self, number: int, values: Mapping[str, Any]) -> Entry:
        try:
            entry = _entry(values)
        except (KeyError, TypeError):
            raise self._invalid(number, "it does not have the members of a message") from None
        texts = (entry.source, entry.part, entry.form, entry.fingerprint, entry.message_id or "")
        if not all(isinstance(text, str) for text in texts) or not isinstance(entry.size, int | None):
            raise self._invalid(number, "a member has the wrong type")
        return entry

    def _object(self, number: int, line: bytes) -> dict[str, Any]:
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            raise self._invalid(number, "it is not a JSON object")
        return values

    def _invalid(self, number: int | None, what: str) -> UsageError:
        place = str(self.path) if number is None else f"{self.path}, line {number}"
        row = error_codes()[Code.PLAN_INVALID]
        return UsageError(Code.PLAN_INVALID, f"{place}: {what}", reqs=row.requirements, hint=row.hint)

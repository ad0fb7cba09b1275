"""A scan: every partition of the sources becomes rows in a part file, a record of what was scanned, and a sum.

Strategy: partitions go through a pool of processes, one part file each. A partition whose record has the same fingerprint is not scanned
again, so a scan that was stopped goes on where it was. Rows and parts follow from the sources alone: in what order the processes end makes
no difference.
Invariants: a scan that was killed at any moment and started again ends with exactly the rows of an uninterrupted one. What cannot be read
is a row with a code, and is named at the end; only an output that cannot be written ends a scan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from esdkit import __version__
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.scan.baseline import known as is_known
from esdkit.scan.conditions import Conditions
from esdkit.scan.facts import facts, header_facts
from esdkit.scan.folder import Folder
from esdkit.scan.model import Item, Partition, Problem, Row, Source, is_unread_code, unread
from esdkit.scan.parts import Form, Place, json_line, row_writer
from esdkit.scan.pool import Engine, Lost
from esdkit.scan.sources import Object, objects_of
from esdkit.scan.sources.stream import unheard
from esdkit.scan.summary import Summary
from esdkit.spec import error_codes

__all__ = ["Failure", "Outcome", "Settings", "scan", "scan_partition"]

_MOST_NAMED = 1000  # failures and sources that are kept by name; the completion report has all
_MOST_FAILURES = 3  # of one source object that the completion report has
_AGAIN = (Code.SOURCE_UNREADABLE, Code.PACKAGE_MISSING, Code.SOURCE_CHANGED, Code.WORKER_LOST)  # what may be different the next time


@frozen
class Settings:
    """What is found out, and written.

    Attributes:
        form: of the part files; None when no rows are written.
        values: whether rows have the values of the encryption context.
        signatures: whether signatures are verified.
        where: conditions, of which one must hold for a row that counts; None for all rows.
        fail_on: conditions for which the rows are counted.
        baseline: what ``write_baseline`` wrote: rows that are in it do not count.
    """

    form: Form | None = "jsonl"
    values: bool = False
    signatures: bool = False
    where: str | None = None
    fail_on: str | None = None
    baseline: Path | None = None

    def asked(self) -> tuple[Conditions | None, Conditions | None]:
        """The conditions ``where`` and ``fail_on``, parsed.

        Raises:
            UsageError: ``invalid-argument``: a condition cannot be read, or is about signatures, which are not verified.
        """
        where, fail_on = (None if text is None else Conditions.parse(text) for text in (self.where, self.fail_on))
        if not self.signatures and any(asked is not None and asked.of_signatures for asked in (where, fail_on)):
            raise UsageError(Code.INVALID_ARGUMENT, "a condition on signatures holds for nothing without --signatures")
        return where, fail_on


@frozen
class Failure:
    """Something that could not be read: the source, the place in it, a code of the error table, and why."""

    source: str
    part: str
    code: str
    message: str


@dataclass(slots=True)
class Outcome:
    """What came of a scan.

    Attributes:
        objects, messages, problems: source objects; messages; rows with a problem.
        partitions, skipped: all, and those that were done before.
        failed: what could not be read; ``failures``: the first of it, by name.
        unread: source objects that could not be read to their end, so that what they hold is not all counted.
        without: source objects without a message that were read to their end; ``empty``: the first of them, by name.
        changed: sources that were scanned before and have changed since.
        gone: sources that were scanned before and are no longer there.
        other_versions: of esdkit that scanned partitions before, with their number.
        worst: the highest exit code of what could not be read.
        failing: for each condition of ``fail_on`` that holds for a row: how many rows, and the source and place of the first.
        requests: to object stores, by what they cost as: ``GET`` of all objects, those of earlier runs included, and ``LIST`` of this run.
        summary: of the rows.
    """

    objects: int = 0
    messages: int = 0
    problems: int = 0
    partitions: int = 0
    skipped: int = 0
    failed: int = 0
    unread: int = 0
    failures: list[Failure] = field(default_factory=list)
    without: int = 0
    empty: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    other_versions: Counter[str] = field(default_factory=Counter)
    worst: int = 0
    failing: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)
    summary: Summary = field(default_factory=Summary)

    def add_partition(self, record: Mapping[str, Any]) -> None:
        """Add what the rows of a partition say."""
        if record["esdkit"] != __version__:
            self.other_versions[record["esdkit"]] += 1
        self.summary.merge(Summary.from_json(record["summary"]))
        for text, (count, source, part) in record["failing"].items():
            before = self.failing.get(text, (0, source, part))
            self.failing[text] = (before[0] + count, *before[1:])

    def add(self, record: Mapping[str, Any]) -> None:
        """Add a source object of the completion report."""
        self.objects += 1
        self.messages += record["messages"]
        self.problems += record["problems"]
        self.failed += record["failed"]
        self.unread += any(map(is_unread_code, record["codes"]))
        self.requests.update(record["requests"])
        self.failures += [Failure(record["source"], *each) for each in record["failures"][: _MOST_NAMED - len(self.failures)]]
        self.worst = max([self.worst, *(error_codes()[Code(code)].exit_code for code in record["codes"])])
        if not record["messages"] and not record["failed"]:
            self.without += 1
            self.empty += [record["source"]] if len(self.empty) < _MOST_NAMED else []


def scan(
    sources: Sequence[Source],
    settings: Settings,
    folder: Folder,
    engine: Engine,
    on_bytes: Callable[[int], None],
    on_earlier: Callable[[int], None] = unheard,
) -> Outcome:
    """Scan all sources.

    Args:
        sources: what to scan.
        settings: what to find out, and what to write.
        folder: where rows and records go; it is held by this run.
        engine: does the work.
        on_bytes: is told how many more bytes were read.
        on_earlier: is told how many more bytes were read by an earlier run.

    Raises:
        OSError: the output cannot be written.
    """
    # Reqs: SCN-RUN-001, SCN-RUN-002, SCN-RUN-003, SCN-RUN-006
    outcome, order = Outcome(), list[str]()
    known: dict[str, dict[str, str]] = {}  # fingerprints of what is scanned again

    def waiting() -> Iterator[Partition]:
        for partition in (each for source in sources for each in source.partitions()):
            order.append(partition.id)
            before = folder.record(partition.id)
            if before is not None and before["fingerprint"] == partition.fingerprint != "" and not before["again"]:
                outcome.skipped += 1
                on_earlier(partition.size)
            else:
                if before is not None:
                    known[partition.id] = {each["source"]: each["fingerprint"] for each in before["objects"]}
                yield partition

    # Reqs: SCN-RUN-005
    for lost in engine(waiting(), partial(scan_partition, settings, folder), on_bytes):
        folder.part(lost.piece.id).unlink(missing_ok=True)
        folder.commit(lost.piece.id, _lost(lost))
    outcome.partitions = len(order)
    forgotten = folder.forget(set(order)) if all(source.complete for source in sources) else []
    gone = dict.fromkeys(each["source"] for record in forgotten for each in record["objects"] if each["fingerprint"])
    with folder.writing(folder.path / "objects.jsonl") as report:
        for each in _merged(_records(folder, order, known, outcome)):
            outcome.add(each)
            gone.pop(each["source"], None)  # it is divided differently
            report.write(json_line(each))
    with folder.writing(folder.path / "summary.json") as file:
        file.write(json_line(outcome.summary.to_json()))
    for source in sources:
        outcome.requests.update(source.requests())
    outcome.gone = [*gone][:_MOST_NAMED]
    outcome.changed = [*dict.fromkeys(outcome.changed)]
    return outcome


def _lost(lost: Lost[Partition]) -> dict[str, Any]:
    """The record of a partition whose process was killed."""
    partition = lost.piece
    others = len(partition.options.get("files", [0])) - 1
    ended = "was lost again and again" if lost.exit_code is None else f"ended with exit code {lost.exit_code}"
    what = f"the process that scanned it{f' and {others} more after it' if others else ''} {ended}"
    tally = _Tally(partition.source, "")
    tally.fail("", Code.WORKER_LOST, what)
    return _partition_record(partition, 0, [{**tally.record(), "requests": {}}], _Rows(Settings()))


def _changed(known: Mapping[str, str], objects: Iterable[Mapping[str, Any]]) -> list[str]:
    """The source objects that have changed since they were scanned; of one that was or is not readable, that is not known."""
    pairs = ((each["source"], known.get(each["source"], ""), each["fingerprint"]) for each in objects)
    return [source for source, before, now in pairs if before and now and before != now]


def _records(folder: Folder, order: Iterable[str], known: Mapping[str, Mapping[str, str]], outcome: Outcome) -> Iterator[Mapping[str, Any]]:
    """The source objects of all partitions, in their order; what the rows say goes into the outcome."""
    for identity in order:
        record = folder.record(identity)
        assert record is not None, identity  # it was committed, and the folder is held
        outcome.add_partition(record)
        outcome.changed += _changed(known.get(identity, {}), record["objects"])
        yield from record["objects"]


def _merged(objects: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The source objects; the ranges of one are one."""
    last: Mapping[str, Any] | None = None
    for each in objects:
        if last is not None and last["source"] == each["source"]:
            last = _sum(last, each)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _sum(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    sums = {name: one[name] + other[name] for name in ("messages", "problems", "failed")}
    counters = {name: dict(sorted((Counter(one[name]) + Counter(other[name])).items())) for name in ("forms", "requests")}
    failures = [*one["failures"], *other["failures"]][:_MOST_FAILURES]
    return {**one, **sums, **counters, "failures": failures, "codes": sorted({*one["codes"], *other["codes"]})}


# ---------------------------------------------------------------- one partition
class _Tally:
    """Counts what is in a source object."""

    def __init__(self, source: str, fingerprint: str) -> None:
        self._names = {"source": source, "fingerprint": fingerprint}
        self._failures: list[tuple[str, str, str]] = []
        self._codes: set[str] = set()
        self._counts = {"messages": 0, "problems": 0, "failed": 0}
        self._forms: Counter[str] = Counter()

    def count(self, row: Row, form: str) -> None:
        """Count a message, and how it is stored."""
        self._forms[form] += 1
        self._counts["messages"] += 1
        self._counts["problems"] += bool(row.problems)

    def fail(self, part: str, code: str, message: str) -> None:
        """Count what could not be read."""
        self._counts["problems"] += 1
        self._counts["failed"] += 1
        self._codes.add(str(code))
        if len(self._failures) < _MOST_FAILURES:
            self._failures.append((part, str(code), message))

    def record(self) -> dict[str, Any]:
        """A line of the completion report."""
        return {
            **self._names,
            **self._counts,
            "forms": dict(sorted(self._forms.items())),
            "codes": sorted(self._codes),
            "failures": self._failures,
        }


class _Told:
    """Tells how much of a source object was read, and in all no more than it has: some is read twice, or ahead.

    Args:
        size: of the object (bytes); None where that is not known.
        on_bytes: is told how many more bytes were read.
    """

    # Reqs: SCN-RUN-008

    def __init__(self, size: int | None, on_bytes: Callable[[int], None]) -> None:
        self._left = size
        self._on_bytes = on_bytes

    def add(self, count: int) -> None:
        """Count bytes that were read."""
        if self._left is not None:
            count = min(count, self._left)
            self._left -= count
        if count:
            self._on_bytes(count)

    def end(self) -> None:
        """Count what was not read."""
        self.add(self._left or 0)


class _Rows:
    """The rows of a partition: which of them count, what they say together, and their JSON."""

    def __init__(self, settings: Settings) -> None:
        self.summary = Summary()
        self.failing: dict[str, tuple[int, str, str]] = {}
        self._settings = settings
        self._where, self._fail_on = settings.asked()

    def of(self, each: Object, tally: _Tally, on_bytes: Callable[[int], None]) -> Iterator[tuple[Place, Row]]:
        """The rows of a source object that count."""
        for item in each.items(on_bytes):
            form = item.form if isinstance(item, Item) else None
            row, place = self._row(item, tally), Place(each.source, item.part, form)
            if self._counts(place, row):
                self.summary.add(row)
                for text in [] if self._fail_on is None else self._fail_on.holding(row):
                    count, *first = self.failing.get(text, (0, each.source, item.part))
                    self.failing[text] = (count + 1, first[0], first[1])
                yield place, row

    def _counts(self, place: Place, row: Row) -> bool:
        baseline = self._settings.baseline
        return (self._where is None or bool(self._where.holding(row))) and (baseline is None or not is_known(baseline, place, row))

    def _row(self, item: Item | Problem, tally: _Tally) -> Row:
        if isinstance(item, Problem):
            tally.fail(*item)
            return unread(item.code)
        values, signatures = self._settings.values, self._settings.signatures
        if item.divided:
            row = header_facts(item.data, values=values)._replace(signature="not-checked" if signatures else None)
        else:
            row = facts(item.data, item.size, item.body, values=values, signatures=signatures)
        tally.count(row, item.form)
        return row


def scan_partition(settings: Settings, folder: Folder, partition: Partition, on_bytes: Callable[[int], None]) -> None:
    """Scan a partition: write its part, then its record.

    Raises:
        OSError: they cannot be written.
    """
    # Reqs: SCN-RUN-001
    objects: list[dict[str, Any]] = []
    rows = _Rows(settings)
    part = folder.part(partition.id)
    with folder.writing(part) as file:
        writer = row_writer(settings.form, file)
        for each in objects_of(partition):
            tally = _Tally(each.source, each.fingerprint)
            told = _Told(each.size, on_bytes)
            for place, row in rows.of(each, tally, told.add):
                writer.add(place, row)
            objects.append({**tally.record(), "requests": dict(each.requests)})
            told.end()
        writer.end()
        length = file.tell()
    if not length:
        part.unlink()
    folder.commit(partition.id, _partition_record(partition, length, objects, rows))


def _partition_record(partition: Partition, length: int, objects: Sequence[Mapping[str, Any]], rows: _Rows) -> dict[str, Any]:
    return {
        "source": partition.source,
        "fingerprint": partition.fingerprint,
        "again": any(code in _AGAIN for each in objects for code in each["codes"]),
        "length": length,
        "failing": rows.failing,
        "summary": rows.summary.to_json(),
        "objects": objects,
    }

"""How many messages depend on what: counts over rows, which merge.

Strategy: each row is counted once for each thing that it says (suite, version, problems), and once for each wrapping key, account, Region
and kind of its data keys; there also whether it has no other, so that it is unreadable if that goes. Whether related multi-Region keys
count as one cannot be seen in counts, so both are counted.

Invariants: the order and the grouping of rows make no difference. Memory is bounded: of more than ``scan_names`` names of one kind those
with the smallest hashes are kept, whose counts are exact in any order, and it is said that there were more; long names are cut. No value
of an encryption context is ever here.
"""
# Reqs: SCN-SUM-001, SCN-SUM-002, SCN-SUM-003, SCN-SUM-006, SCN-ROW-006

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, Self

from esdkit.scan.model import DataKey, Row, is_unread
from esdkit.spec import LIMITS

__all__ = ["BY_DATA_KEY", "BY_MESSAGE", "Count", "Summary", "related_key"]

_SCHEMA = 1
_LONG_NAME = 512  # characters; the ARN of an alias, the longest that AWS KMS has, needs about 310
_SHOWN = 200  # characters of a longer one


class Count(NamedTuple):
    """Messages that have a name, and of those the ones that have no other of its kind."""

    messages: int
    sole: int

    @property
    def one_of_several(self) -> int:
        return self.messages - self.sole


Name = str | None
"""A name as in the rows, as text; None for what has none, such as the account of a raw key."""


def related_key(key: DataKey) -> str:
    """The name of a wrapping key without its Region if it is a multi-Region key: related keys have the same."""
    # Reqs: SCN-SUM-003
    return f"arn:{key.partition}:kms:*:{key.account}:key/{key.resource_id}" if key.multi_region else key.key


BY_DATA_KEY: Mapping[str, Callable[[DataKey], Name]] = {
    "key": lambda key: key.key,
    "related_key": related_key,
    "account": lambda key: key.account,
    "region": lambda key: key.region,
    "kind": lambda key: key.kind,
}
"""What is counted of data keys."""

BY_MESSAGE: Mapping[str, Callable[[Row], Iterable[Name]]] = {
    "suite": lambda row: (row.suite,),
    "version": lambda row: (None if row.version is None else str(row.version),),
    "post_quantum": lambda row: (row.post_quantum,),
    "signature": lambda row: () if row.signature is None else (row.signature,),
    "problem": lambda row: row.problems,
}
"""What is counted of messages."""

_TOTALS = ("rows", "invalid", "committing", "non_committing", "signed", "unsigned", "sole_key", "keys_unknown", "unread")


class Summary:
    """Counts over rows.

    Attributes:
        totals: ``rows``; of them ``invalid`` (with problems), ``committing`` and ``non_committing``, ``signed`` and ``unsigned`` (the
            rest has no known suite), ``sole_key`` (all data keys under one wrapping key), ``keys_unknown`` (their data keys are not
            known, or there are none: they count for no key), ``unread`` (not messages, but what could not be read: of these only the
            problem is counted).
    """

    def __init__(self) -> None:
        self.totals = dict.fromkeys(_TOTALS, 0)
        self._counts: dict[str, dict[Name, list[int]]] = {by: {} for by in (*BY_DATA_KEY, *BY_MESSAGE)}
        self._trimmed: set[str] = set()

    def add(self, row: Row) -> None:
        """Count a row."""
        totals = self.totals
        totals["rows"] += 1
        totals["invalid"] += bool(row.problems)
        if is_unread(row):
            totals["unread"] += 1
            self._count("problem", row.problems, 0)
            return
        if row.suite is not None:
            totals["committing" if row.committing else "non_committing"] += 1
            totals["signed" if row.signed else "unsigned"] += 1
        totals["sole_key"] += bool(row.sole_key)
        totals["keys_unknown"] += not row.data_keys
        for by, names_of in BY_MESSAGE.items():
            self._count(by, names_of(row), 0)
        if row.data_keys:
            for by, name_of in BY_DATA_KEY.items():
                names = {name_of(key) for key in row.data_keys}
                self._count(by, names, int(len(names) == 1))

    def _count(self, by: str, names: Iterable[Name], sole: int) -> None:
        counts = self._counts[by]
        for name in names:
            count = counts.setdefault(_shortened(name), [0, 0])
            count[0] += 1
            count[1] += sole
        if len(counts) > 2 * LIMITS["scan_names"]:
            self._trim(by)

    def merge(self, other: Summary) -> None:
        """Count what another summary has counted."""
        for name, number in other.totals.items():
            self.totals[name] += number
        for by, counts in other._counts.items():
            mine = self._counts[by]
            for key, (messages, sole) in counts.items():
                count = mine.setdefault(key, [0, 0])
                count[0] += messages
                count[1] += sole
            self._trimmed |= other._trimmed
            self._trim(by)

    def _trim(self, by: str) -> None:
        """Keep the names with the smallest hashes: one that is kept in the end was kept all the time, so its count is exact."""
        counts, most = self._counts[by], LIMITS["scan_names"]
        if len(counts) > most:
            self._trimmed.add(by)
            self._counts[by] = {name: counts[name] for name in sorted(counts, key=_hash)[:most]}

    def by(self, by: str) -> dict[Name, Count]:
        """The counts of one kind, the largest first, then by name.

        Args:
            by: a name of ``BY_DATA_KEY`` or ``BY_MESSAGE``.
        """
        self._trim(by)
        counts = {name: Count(*count) for name, count in self._counts[by].items()}
        return dict(sorted(counts.items(), key=lambda item: (-item[1].messages, -item[1].sole, item[0] or "")))

    def is_trimmed(self, by: str) -> bool:
        """Whether there were more names of this kind than are counted."""
        self._trim(by)
        return by in self._trimmed

    def to_json(self) -> dict[str, Any]:
        """All of it as JSON data, from which ``from_json`` makes an equal summary."""
        counts = {
            by: [
                {"name": name, "messages": count.messages, **({"sole": count.sole} if by in BY_DATA_KEY else {})}
                for name, count in self.by(by).items()
            ]
            for by in self._counts
        }
        return {"schema": _SCHEMA, "totals": dict(self.totals), "more_names": sorted(self._trimmed), "by": counts}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The summary that ``to_json`` was of."""
        summary = cls()
        summary.totals.update(data["totals"])
        summary._trimmed.update(data["more_names"])
        for by, counts in data["by"].items():
            summary._counts[by] = {count["name"]: [count["messages"], count.get("sole", 0)] for count in counts}
        return summary


def _shortened(name: Name) -> Name:
    """A name; of one that is longer than any name of a key its beginning, and a digest that tells it from others."""
    if name is None or len(name) <= _LONG_NAME:
        return name
    return f"{name[:_SHOWN]}… (sha256 {_hash(name).hex()})"


def _hash(name: Name) -> bytes:
    return b"" if name is None else sha256(name.encode("utf-8", "surrogatepass")).digest()

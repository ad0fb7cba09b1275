"""The words of AWS's own programs, and ours for them (spec/official_cli.yaml, spec/official_words.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from esdkit.spec.tables import load

__all__ = ["OfficialFlag", "OfficialMember", "official_flags", "official_metadata", "official_words", "official_wrapping_keys"]


class OfficialFlag(NamedTuple):
    """A flag of the official command line (spec/official_cli.yaml).

    Attributes:
        flags: its spellings.
        takes: ``none``, ``one``, ``optional`` or ``many`` values.
        value: what a value is called; None when it takes none.
        ours: the words of esdkit, with ``{}`` for each value; empty when nothing is needed.
        verbs: where they count.
        says: what differs, a sentence; None when nothing does.
    """

    flags: tuple[str, ...]
    takes: str
    value: str | None
    ours: str
    verbs: tuple[str, ...]
    says: str | None


class OfficialMember(NamedTuple):
    """A part of a value or of the output of the official command line (spec/official_cli.yaml), ours, and what differs."""

    official: str
    ours: str
    says: str


@cache
def official_flags() -> Mapping[str, OfficialFlag]:
    """The flags of spec/official_cli.yaml by each of their spellings, in the order of the table."""
    rows = (
        OfficialFlag(
            tuple(row["flags"]),
            row["takes"],
            row.get("value"),
            row["ours"],
            tuple(row.get("verbs", ("encrypt", "decrypt"))),
            row.get("says"),
        )
        for row in load("official_cli")["flags"]
    )
    return MappingProxyType({flag: row for row in rows for flag in row.flags})


def official_wrapping_keys() -> tuple[OfficialMember, ...]:
    """The members of ``--wrapping-keys`` in spec/official_cli.yaml."""
    return _official_members("wrapping_keys")


def official_metadata() -> tuple[OfficialMember, ...]:
    """What a line of ``--metadata-output`` holds, of spec/official_cli.yaml."""
    return _official_members("metadata")


def _official_members(part: str) -> tuple[OfficialMember, ...]:
    return tuple(OfficialMember(**row) for row in load("official_cli")[part])


@cache
def official_words() -> Mapping[str, Mapping[str, str]]:
    """What to use instead of the words of the official Python SDK (spec/official_words.yaml): by group, then by word."""
    return MappingProxyType({group: MappingProxyType(words) for group, words in load("official_words").items()})

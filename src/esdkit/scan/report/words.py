"""What text and page of a scan both say: sections, names and sentences. JSON is ``Summary.to_json``."""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.scan.summary import BY_DATA_KEY, Count, Name, Summary
from esdkit.spec import LIMITS, SUITES, error_codes, providers

__all__ = ["SECTIONS", "UNPROVED", "Section", "completeness", "heading", "remarks", "shown", "totals"]

_KNOWN_SUITES = {suite.hex_id: suite for suite in SUITES.values()}
UNPROVED = "Nothing here was verified with a data key: it is what the headers say."


@frozen
class Section:
    """One kind of counts.

    Attributes:
        by: the kind, as in ``Summary.by``.
        title: for people.
        nameless: what a count without a name is of.
    """

    by: str
    title: str
    nameless: str

    @property
    def of_data_keys(self) -> bool:
        """Whether it says how many messages have no other."""
        return self.by in BY_DATA_KEY

    def label(self, name: Name) -> str:
        """A name for people."""
        if name is None:
            return self.nameless
        if self.by == "suite":
            suite = _KNOWN_SUITES[name]
            return f"{suite}{'' if suite.commitment else ' (no key commitment)'}"
        if self.by == "kind":
            return f"{name}: {providers()[name].name}"
        return f"{name}: {error_codes()[Code(name)].means}" if self.by == "problem" else name


SECTIONS = {
    section.by: section
    for section in (
        Section("key", "Wrapping keys", ""),
        Section("related_key", "Wrapping keys, related multi-Region keys as one", ""),
        Section("account", "AWS accounts", "no account in the key's name"),
        Section("region", "AWS Regions", "no Region in the key's name"),
        Section("kind", "Kinds of keyring", ""),
        Section("suite", "Algorithm suites", "not known"),
        Section("version", "Message versions", "not known"),
        Section("post_quantum", "Resistance to quantum computers", "data keys not known"),
        Section("signature", "Signatures", ""),
        Section("problem", "Problems", ""),
    )
}
"""All kinds, in the order of the reports."""


def heading(summary: Summary) -> str:
    """The result in one line."""
    unread = summary.totals["unread"]
    rows, invalid = summary.totals["rows"] - unread, summary.totals["invalid"] - unread
    return f"{rows:,} row{'' if rows == 1 else 's'}, {invalid:,} with problems"


def completeness(unread: int, lists: str = "") -> str:
    """Whether the counts are of everything that was to be read.

    Args:
        unread: source objects that could not be read to their end.
        lists: the file that names them; empty if there is none.
    """
    if not unread:
        return "Every source could be read."
    sources, them = ("1 source", "it") if unread == 1 else (f"{unread:,} sources", "them")
    return f"{sources} could not be read to the end; what is unread is not counted.{f' {lists} names {them}.' if lists else ''}"


def totals(summary: Summary) -> Iterator[tuple[int, str, bool]]:
    """Numbers with what they count, and whether one above 0 needs attention."""
    total = summary.totals
    yield total["sole_key"], "have one wrapping key: unreadable without it", False
    yield total["rows"] - total["unread"] - total["sole_key"] - total["keys_unknown"], "have several wrapping keys", False
    yield total["keys_unknown"], "have no known data keys, and count for no key", True
    yield total["committing"], "commit to one data key", False
    yield total["non_committing"], "do not commit to one data key", True
    yield total["signed"], "have a suite that signs", False
    yield total["unsigned"], "have a suite that does not sign", False


def remarks(summary: Summary, section: Section, listed: int) -> Iterator[str]:
    """What must be known to read the counts of a section. ``listed``: how many of them the report shows."""
    counts = summary.by(section.by)
    if len(counts) > listed:
        yield f"{len(counts) - listed:,} more are not shown; --json has all."
    if summary.is_trimmed(section.by):
        yield f"There are more than {LIMITS['scan_names']:,} names. The others are not counted here."
    if section.by in ("key", "related_key") and not {"kms-ecdh", "raw-ecdh"}.isdisjoint(summary.by("kind")):
        yield "Data keys of ECDH keyrings count for the recipient's key; the sender's private key opens them too."


def shown(summary: Summary, section: Section) -> list[tuple[str, Count]]:
    """The counts of a section that a report lists, with their labels."""
    return [(section.label(name), count) for name, count in list(summary.by(section.by).items())[: LIMITS["scan_listed"]]]

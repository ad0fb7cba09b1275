"""What the official SDKs read: their releases, limits and known bugs (spec/readers.yaml, spec/known_bugs.yaml)."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from esdkit.spec.tables import by_number, load, with_tuples

__all__ = ["AcceptedFault", "KnownBug", "ReaderLimit", "Readers", "known_bugs", "readers"]


class KnownBug(NamedTuple):
    """What an SDK does otherwise than the format, or than esdkit (spec/known_bugs.yaml).

    Attributes:
        does: ``accepts`` an invalid message, ``refuses`` to read and write a valid one, ``writes`` what others do not read,
            ``releases`` plaintext of an invalid message before it may.
        defect: one sentence.
        sdks: by SDK the major versions that have it, as measured.
        source: who found it, with which releases.
        vectors: native vectors that show it.
        decision: what esdkit does; None if there is no decision.
        code: the error code under which strict readers refuse what is accepted; None if a key is needed to see it.
        of: which messages of that code; None for all.
        hidden_code: the error code where a key is needed to see it.
        when: what a message shows that is refused or written.
        limit: the number that the message is compared with, in bytes; None if there is none.
        fixed: by SDK the first release without it.
        only_with: by SDK the API or setting that has it, where another does not.
        notes: by SDK what it takes to read it.
        sometimes: whether it shows in some runs only.
        operation: ``stream`` where streams alone have it, and what decrypts all at once has not; None for both.
        reported: by SDK the major versions of which only somebody else says that they have it.
    """

    id: str
    does: tuple[str, ...]
    defect: str
    source: str
    vectors: tuple[str, ...]
    sdks: Mapping[str, tuple[int, ...]] = {}
    reported: Mapping[str, tuple[int, ...]] = {}
    decision: str | None = None
    code: str | None = None
    of: str | None = None
    hidden_code: str | None = None
    when: str | None = None
    limit: int | None = None
    fixed: Mapping[str, str] = {}
    only_with: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    sometimes: bool = False
    operation: str | None = None

    @property
    def who(self) -> str:
        """Who has it: ``Java 1, 2 (only with master keys); .NET 5 (reported, not measured)``."""
        only = (
            dict.fromkeys(self.sdks, f"only as a {self.operation}")
            if self.operation
            else {sdk: f"only with {how}" for sdk, how in self.only_with.items()}
        )
        measured = [_majors(sdk, majors, only.get(sdk, "")) for sdk, majors in self.sdks.items()]
        return "; ".join([*measured, *(_majors(sdk, majors, "reported, not measured") for sdk, majors in self.reported.items())])


def _majors(sdk: str, majors: tuple[int, ...], remark: str) -> str:
    return f"{sdk} {', '.join(map(str, majors))}{f' ({remark})' if remark else ''}"


class ReaderLimit(NamedTuple):
    """What single SDKs do not read although it is valid (spec/known_bugs.yaml, and ``limits`` of spec/readers.yaml).

    Attributes:
        when: what a message shows.
        refused_by: SDKs of which no release reads it.
        read_since: by SDK the first release that does.
        notes: by SDK what it takes to read it.
        limit: the number that the message is compared with, in bytes; None if there is none.
        vectors: native vectors that show it.
    """

    id: str
    when: str
    source: str
    vectors: tuple[str, ...]
    refused_by: tuple[str, ...] = ()
    read_since: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    limit: int | None = None


class AcceptedFault(NamedTuple):
    """An invalid message that single SDKs read all the same (spec/known_bugs.yaml, and ``accepted`` of spec/readers.yaml).

    Attributes:
        code: the error code under which strict readers refuse it.
        of: which messages of that code; None for all.
        only_with: by SDK the API that reads it, where another does not.
        vectors: native vectors that show it.
    """

    id: str
    code: str
    source: str
    vectors: tuple[str, ...]
    accepted_by: tuple[str, ...] = ()
    of: str | None = None
    only_with: Mapping[str, str] = {}


class Readers(NamedTuple):
    """spec/readers.yaml, with what spec/known_bugs.yaml says of readers.

    Attributes:
        first_releases: the first release that decrypts a message version, such as ``1.7``, by version and SDK.
        measured: by SDK the release whose answers to the native vectors are known.
        overlooked: by SDK the error codes of faults that it does not look at, so that only a key shows whether it reads the message.
    """

    first_releases: Mapping[int, Mapping[str, str]]
    measured: Mapping[str, str]
    limits: tuple[ReaderLimit, ...]
    accepted: tuple[AcceptedFault, ...]
    overlooked: Mapping[str, frozenset[str]]


@cache
def known_bugs() -> Mapping[str, KnownBug]:
    """The rows of spec/known_bugs.yaml by id."""
    return MappingProxyType({row["id"]: KnownBug(**{**with_tuples(row), **_by_sdk(row)}) for row in load("known_bugs")["bugs"]})


def _by_sdk(row: Mapping[str, Any]) -> dict[str, Mapping[str, tuple[int, ...]]]:
    return {name: {sdk: tuple(majors) for sdk, majors in row.get(name, {}).items()} for name in ("sdks", "reported")}


@cache
def readers() -> Readers:
    """The rows of spec/readers.yaml, and of spec/known_bugs.yaml those that show in a message without a key, and not in streams alone."""
    table = load("readers")
    bugs = [bug for bug in known_bugs().values() if bug.operation is None]
    first = {version: {row["sdk"]: by_number(row["message_versions"])[version] for row in table["readers"]} for version in (1, 2)}
    return Readers(
        first_releases=MappingProxyType(first),
        measured={row["sdk"]: row["measured"] for row in table["readers"] if "measured" in row},
        limits=(*(_limit(bug) for bug in bugs if bug.when is not None), *(ReaderLimit(**with_tuples(row)) for row in table["limits"])),
        accepted=(
            *(_accepted(bug) for bug in bugs if bug.code is not None),
            *(AcceptedFault(**with_tuples(row)) for row in table["accepted"]),
        ),
        overlooked=MappingProxyType({row["sdk"]: _overlooked(row["sdk"], bugs) for row in table["readers"]}),
    )


def _overlooked(sdk: str, bugs: Iterable[KnownBug]) -> frozenset[str]:
    return frozenset(bug.hidden_code for bug in bugs if bug.hidden_code is not None and "accepts" in bug.does and sdk in bug.sdks)


def _limit(bug: KnownBug) -> ReaderLimit:
    """A known bug as a limit of readers."""
    refused_by = tuple(sdk for sdk in bug.sdks if sdk not in bug.fixed and sdk not in bug.notes)
    read_since = {sdk: release for sdk, release in bug.fixed.items() if sdk in bug.sdks}
    return ReaderLimit(bug.id, str(bug.when), bug.source, bug.vectors, refused_by, read_since, bug.notes, bug.limit)


def _accepted(bug: KnownBug) -> AcceptedFault:
    """A known bug as an invalid message that is read."""
    accepted_by = tuple(sdk for sdk in bug.sdks if sdk not in bug.only_with)
    return AcceptedFault(bug.id, str(bug.code), bug.source, bug.vectors, accepted_by, bug.of, bug.only_with)

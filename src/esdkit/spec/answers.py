"""What the official SDKs say: their error messages, explained and measured (spec/sdk_errors.yaml, spec/sdk_answers.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from esdkit.spec.tables import load

__all__ = ["AnsweringSdk", "Finding", "SdkAnswerRow", "SdkError", "SdkVariant", "answering_sdks", "misuses", "sdk_answers", "sdk_errors"]


class SdkVariant(NamedTuple):
    """What to say of an error when a log has more of it; None: the same as without it (spec/sdk_errors.yaml)."""

    when: str
    cause: str | None = None
    fix: str | None = None


class SdkError(NamedTuple):
    """An error of an SDK, of AWS KMS or of a client of AWS (spec/sdk_errors.yaml).

    Attributes:
        id: also its anchor in docs/howto/troubleshooting.md.
        sdks: which of them report it.
        texts: their texts, shortened; ``{}`` is a part that varies, ``{first}`` and ``{second}`` are the first bytes of the message, as
            numbers.
        cause, fix: why it occurs and what to do.
        section: the section of ``esdkit doctor`` that answers the question; ``settings``: none does.
        codes: errors of esdkit that have the same cause.
        pattern: a case-insensitive regular expression that finds it in a log; None: its texts are looked for.
        unless: an expression whose presence in the log means that other software said it.
        variants: in the order in which they are tried; the first that fits counts.
    """

    id: str
    sdks: tuple[str, ...]
    texts: tuple[str, ...]
    cause: str
    fix: str
    section: str
    codes: tuple[str, ...]
    pattern: str | None = None
    unless: str | None = None
    variants: tuple[SdkVariant, ...] = ()


class AnsweringSdk(NamedTuple):
    """An SDK whose answers were measured (spec/sdk_answers.yaml).

    Attributes:
        id: what the rows call it.
        name: for people.
        keys: which of its interfaces to keys was used; None if it has one only.
        versions: of its packages.
    """

    id: str
    name: str
    keys: str | None
    versions: Mapping[str, str]

    @property
    def release(self) -> str:
        """The name and the version of its first package."""
        return f"{self.name} {next(iter(self.versions.values()))}"

    @property
    def title(self) -> str:
        """The release and the interface."""
        return self.release if self.keys is None else f"{self.release} ({self.keys})"


class Finding(NamedTuple):
    """What was wrong with a message when an SDK was asked (spec/sdk_answers.yaml).

    Attributes:
        code: the first error in the order of ``esdkit verify``, which checks the signature before the keys.
        first: the first error in the order of ``decrypt``, which checks it last; None when the keys to find it are missing.
        signature: what its check without a key gave: verified, invalid, malformed, unsigned, not-checked; None when nobody here knows.
        at: the field of ``code``, without positions in lists.
        tried: how far the best key came; None when none was tried.
        keys: the kind of the configured key: aes, rsa, kms, or several; None for another kind or none.
        context: whether context pairs were given.
    """

    code: str
    first: str | None = None
    signature: str | None = "not-checked"
    at: str | None = None
    tried: str | None = None
    keys: str | None = None
    context: bool = False


class SdkAnswerRow(NamedTuple):
    """What the SDKs said to some cases that are alike (spec/sdk_answers.yaml).

    Attributes:
        found: what was wrong; None when no message was read.
        said: class and text by SDK, None if it accepted; without the SDKs that could not be asked.
        cases: native vectors and misuses.
    """

    found: Finding | None
    said: Mapping[str, str | None]
    cases: tuple[str, ...]


@cache
def sdk_errors() -> Mapping[str, SdkError]:
    """The rows of spec/sdk_errors.yaml by id."""
    return MappingProxyType({id_: _sdk_error(id_, row) for id_, row in load("sdk_errors")["sdk_errors"].items()})


def _sdk_error(id_: str, row: Mapping[str, Any]) -> SdkError:
    lists = {name: tuple(row[name]) for name in ("sdks", "texts", "codes")}
    return SdkError(id=id_, **{**row, **lists, "variants": tuple(SdkVariant(**one) for one in row.get("variants", ()))})


@cache
def answering_sdks() -> Mapping[str, AnsweringSdk]:
    """The SDKs of spec/sdk_answers.yaml by id."""
    return MappingProxyType({id_: AnsweringSdk(id_, **row) for id_, row in load("sdk_answers")["sdks"].items()})


@cache
def misuses() -> Mapping[str, str]:
    """The cases of spec/sdk_answers.yaml that are not native vectors by id: what was done."""
    return MappingProxyType(load("sdk_answers")["misuses"])


@cache
def sdk_answers() -> tuple[SdkAnswerRow, ...]:
    """The rows of spec/sdk_answers.yaml."""
    table = load("sdk_answers")
    return tuple(
        SdkAnswerRow(
            None if row["found"] is None else Finding(**row["found"]),
            {sdk: None if place is None else table["texts"][place] for sdk, place in row["said"].items()},
            tuple(row["cases"]),
        )
        for row in table["answers"]
    )

"""The value rules of the format: what a well-structured message may not say.

Strategy: each rule is one small function over a header (or over what has been read of it so far) that names the field it blames, with the
code of the rule; numbers that are unlawful by themselves are judged by their row in ``spec/format``. The same rules serve three users:
the reader raises on the first broken one, in the order of the bytes; the writer raises ``UsageError``; the inspector lists all (``Judge``
with ``collect``). Requirement ids and advice of an error come from ``spec/errors.yaml`` through ``refusal``.

A limit of the caller (number of data keys, header bytes) is judged here as well, as soon as the number that exceeds it has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from esdkit.errors import Code, EsdkError
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, refusal

__all__ = ["DEFAULT_LIMITS", "Judge", "ReadLimits", "broken_rule", "context_is_sorted", "final_length_problem", "sequence_problem"]


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What the caller bounds while a header is read.

    Attributes:
        max_encrypted_data_keys: None for no limit of the caller's.
        header_budget: bytes of header, authentication included.
    """

    max_encrypted_data_keys: int | None = None
    header_budget: int = LIMITS["default_header_budget"]


DEFAULT_LIMITS = ReadLimits()


@dataclass(frozen=True, slots=True)
class Offender:
    """The field that a broken rule blames, and why."""

    field_id: str
    index: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """``check`` may look at ``judged_at`` and at fields before it."""

    code: Code
    judged_at: str
    check: Callable[[Any], Offender | None]


_RULES: list[Rule] = []


def _rule(code: Code, judged_at: str) -> Callable[[Callable[[Header], Offender | None]], Callable[[Header], Offender | None]]:
    def register(check: Callable[[Header], Offender | None]) -> Callable[[Header], Offender | None]:
        _RULES.append(Rule(code, judged_at, check))
        return check

    return register


@_rule(Code.SUITE_VERSION_MISMATCH, "header.algorithm_suite_id")
def suite_belongs_to_version(header: Header) -> Offender | None:
    if header.suite.message_version == header.version:
        return None
    why = f"suite {header.suite.hex_id} belongs to message version {header.suite.message_version}, not {header.version}"
    return Offender("header.algorithm_suite_id", None, why)


@_rule(Code.AAD_BAD_UTF8, "header.encryption_context")
def context_is_text(header: Header) -> Offender | None:
    for index, (key, value) in enumerate(header.context_pairs or ()):
        if not _is_utf8(key):
            return Offender("header.encryption_context.key", index, "the context key is not UTF-8")
        if not _is_utf8(value):
            return Offender("header.encryption_context.value", index, "the context value is not UTF-8")
    return None


@_rule(Code.AAD_DUPLICATE_KEY, "header.encryption_context")
def context_keys_are_unique(header: Header) -> Offender | None:
    seen: set[bytes] = set()
    for index, (key, _) in enumerate(header.context_pairs or ()):
        if key in seen:
            return Offender("header.encryption_context.key", index, "the context key stands here a second time")
        seen.add(key)
    return None


@_rule(Code.PROVIDER_ID_BAD_UTF8, "header.encrypted_data_keys")
def provider_ids_are_text(header: Header) -> Offender | None:
    for index, key in enumerate(header.encrypted_data_keys):
        if not _is_utf8(key.provider_id):
            return Offender("header.encrypted_data_keys.provider_id", index, "the key provider id is not UTF-8")
    return None


@_rule(Code.FRAME_LENGTH_VS_CONTENT_TYPE, "header.frame_length")
def frame_length_fits_content_type(header: Header) -> Offender | None:
    if header.framed == (header.frame_length > 0):
        return None
    why = "a framed body has a frame length of 0" if header.framed else f"a non-framed body has a frame length of {header.frame_length}"
    return Offender("header.frame_length", None, why)


def context_is_sorted(header: Header) -> bool:
    """Writers must sort by key bytes; readers accept any order (decision DEC-G07), so this is no rule but something to point out."""
    keys = [key for key, _ in header.context_pairs or ()]
    return keys == sorted(keys)


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def broken_rule(header: Header) -> Rule | None:
    """The first rule that a complete header breaks. The numbers that are unlawful by themselves are not asked for here."""
    for rule in _RULES:
        if rule.check(header) is not None:
            return rule
    return None


def sequence_problem(sequence_number: int, position: int) -> str | None:
    """Why a frame at ``position`` (from 1) may not carry this sequence number; None when it may."""
    return None if sequence_number == position else f"the frame has sequence number {sequence_number}, its position is {position}"


def final_length_problem(content_length: int, frame_length: int) -> str | None:
    """Why a final frame may not have this content length (bytes); None when it may."""
    if content_length <= frame_length:
        return None
    return f"the final frame has {content_length} bytes, the frame length is {frame_length}"


class Judge:
    """Judges values while they are read (an ``on_value`` hook of the grammar).

    Args:
        limits: the caller's bounds; None for none (the inspector).
        strict: judge value rules too, not only the caller's limits.
        collect: put what is wrong into ``problems`` instead of raising the first.
    """

    def __init__(self, *, limits: ReadLimits | None, strict: bool, collect: bool = False) -> None:
        self.limits = limits
        self.strict = strict
        self.collect = collect
        self.problems: list[EsdkError] = []
        self._header = _PartialHeader()
        self._offsets: dict[tuple[str, int | None], int] = {}

    def __call__(self, field_id: str, value: Any, offset: int, index: int | None) -> None:
        in_header = field_id.startswith("header")
        if in_header:
            self._offsets[field_id, index] = offset
            self._header.learn(field_id, value)
        self._judge_limits(field_id, value, offset, in_header=in_header)
        if not self.strict:
            return
        if isinstance(value, int):
            self._judge_number(field_id, value, offset, index)
        if in_header:
            for rule in _RULES:
                if rule.judged_at == field_id and (offender := rule.check(self._header)) is not None:
                    at = self._offsets[offender.field_id, offender.index]
                    self._refuse(rule.code, offender.why, offender.field_id, at, offender.index)

    def _judge_limits(self, field_id: str, value: Any, offset: int, *, in_header: bool) -> None:
        if self.limits is None or not in_header:
            return
        most = self.limits.max_encrypted_data_keys
        if field_id == "header.encrypted_data_keys.count" and most is not None and value > most:
            self._refuse(Code.EDK_LIMIT_EXCEEDED, f"{value} encrypted data keys, at most {most} are allowed", field_id, offset, None)
        if not isinstance(value, int | bytes):
            return  # a list or section that is complete: its fields were judged
        size = FIELDS[field_id].size
        length = len(value) if isinstance(value, bytes) else cast(int, size) + (value if field_id.endswith(".length") else 0)
        if offset + length > self.limits.header_budget:
            what = f"the header is longer than the budget of {self.limits.header_budget} bytes"
            self._refuse(Code.HEADER_TOO_LARGE, what, field_id, offset, None)

    def _judge_number(self, field_id: str, value: int, offset: int, index: int | None) -> None:
        row = FIELDS[field_id]
        if not row.allows(value):
            self._refuse(Code(row.error or Code.TRUNCATED), f"{row.name.lower()} is {value}, {_lawful(row)}", field_id, offset, index)
        elif field_id.endswith("frame.sequence_number"):
            self._judge_sequence(field_id, value, offset, index)
        elif field_id == "body.final_frame.content_length":
            why = final_length_problem(value, self._header.frame_length)
            if why is not None:
                self._refuse(Code.FINAL_TOO_LONG, why, field_id, offset, index)

    def _judge_sequence(self, field_id: str, value: int, offset: int, index: int | None) -> None:
        position = (index or 0) + CONSTANTS.first_sequence_number
        why = sequence_problem(value, position)
        if why is not None:
            self._refuse(Code.SEQ_OUT_OF_ORDER, why, field_id, offset, index)

    def _refuse(self, code: Code, what: str, field_id: str, offset: int, index: int | None) -> None:
        error = refusal(code, what, path=FIELDS[field_id].path(index), offset=offset)
        if not self.collect:
            raise error
        self.problems.append(error)


def _lawful(row: Any) -> str:
    if row.allowed is not None:
        return "expected " + " or ".join(str(value) for value in row.allowed)
    bounds: Iterable[str] = [f"at least {row.minimum}"] * (row.minimum is not None) + [f"at most {row.maximum}"] * (row.maximum is not None)
    return "expected " + " and ".join(bounds)


class _PartialHeader:
    """What has been read of a header, under the names of ``Header``, so that a rule cannot tell the difference."""

    version: int
    content_type: int
    frame_length: int = 0
    context_pairs: tuple[tuple[bytes, bytes], ...] | None = None
    encrypted_data_keys: tuple[EncryptedDataKey, ...] = ()
    suite: Any = None

    @property
    def framed(self) -> bool:
        return self.content_type == CONSTANTS.content_framed

    def learn(self, field_id: str, value: Any) -> None:
        if field_id == "header.algorithm_suite_id":
            self.suite = SUITES.get(value)
        elif field_id == "header.encryption_context":
            self.context_pairs = None if value is None else tuple(value)
        elif field_id == "header.encrypted_data_keys":
            self.encrypted_data_keys = tuple(EncryptedDataKey(*item) for item in value)
        elif field_id in ("header.version", "header.content_type", "header.frame_length"):
            setattr(self, field_id.removeprefix("header."), value)

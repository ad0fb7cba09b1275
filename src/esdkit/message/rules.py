"""The value rules of the format: what a well-structured message may not say.

Strategy: a value that is invalid by itself (a number out of its bounds, a text that is not UTF-8) is judged by its row in ``spec/format``.
A rule over several fields is one small function that says why it is broken. A ``RuleChecker`` asks for each rule as soon as the last of its
fields has been read and blames that field; so the reader raises the first thing that is wrong, in the order of the bytes, and the
inspector lists all (``collect``). Who has a complete header asks ``header_is_valid``, which is much quicker and does not explain.
Requirement ids and advice of an error come from ``spec/errors.yaml`` through ``error_for``.

A limit of the caller (number of data keys, header bytes) is judged here as well, as soon as the number that exceeds it has been read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from esdkit.errors import Code, EsdkError
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.message.sizes import encrypted_data_key_length
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, Field, Suite, error_for

__all__ = [
    "DEFAULT_LIMITS",
    "RULED",
    "ReadLimits",
    "RuleChecker",
    "context_is_sorted",
    "final_length_problem",
    "frame_length_problem",
    "header_is_valid",
    "keys_are_unique",
    "over_budget",
    "over_the_end",
    "public_key_problem",
    "sequence_problem",
    "suite_problem",
]


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What the caller bounds while a header is read.

    Attributes:
        max_encrypted_data_keys: None for no limit of the caller's.
        header_budget: bytes of header, authentication included.
    """

    max_encrypted_data_keys: int | None = None
    header_budget: int = LIMITS["default_header_budget"]

    def allow(self, header: Header, length: int) -> bool:
        """Whether a header of ``length`` bytes keeps them."""
        most = self.max_encrypted_data_keys
        return length <= self.header_budget and (most is None or len(header.encrypted_data_keys) <= most)


DEFAULT_LIMITS = ReadLimits()

RULED = frozenset(
    {
        "header.version",
        "header.algorithm_suite_id",
        "header.encryption_context.key",
        "header.content_type",
        "header.frame_length",
        "body.frame.sequence_number",
        "body.final_frame.sequence_number",
        "body.final_frame.content_length",
    }
)
"""The fields that rules over several fields look at; of the others a ``RuleChecker`` asks only whether they are valid by themselves."""

_SMALLEST_KEY = encrypted_data_key_length(EncryptedDataKey(b"", b"", b""))


def suite_problem(version: int, suite: Suite) -> str | None:
    """Why a suite may not stand in a header of this version; None when it may."""
    # Reqs: FMT-HDR-019, ALG-SUI-004
    if suite.message_version == version:
        return None
    return f"suite {suite.hex_id} belongs to message version {suite.message_version}, not {version}"


def frame_length_problem(content_type: int, frame_length: int) -> str | None:
    """Why a frame length does not go with the content type; None when it does."""
    # Reqs: FMT-HDR-013, FMT-HDR-015, FMT-HDR-016
    framed = content_type == CONSTANTS.content_framed
    if framed == (frame_length > 0):
        return None
    return "a framed body has a frame length of 0" if framed else f"a non-framed body has a frame length of {frame_length}"


def sequence_problem(sequence_number: int, position: int) -> str | None:
    """Why a frame at ``position`` (from 1) may not carry this sequence number; None when it may."""
    # Reqs: FMT-FRM-004, FMT-FRM-005, FMT-FRM-006
    return None if sequence_number == position else f"the frame has sequence number {sequence_number}, its position is {position}"


def final_length_problem(content_length: int, frame_length: int) -> str | None:
    """Why a final frame may not have this many bytes; None when it may."""
    # Reqs: FMT-FRM-010, FMT-FRM-022
    return None if content_length <= frame_length else f"the final frame has {content_length} bytes, the frame length is {frame_length}"


def keys_are_unique(pairs: Sequence[tuple[bytes, bytes]] | None) -> bool:
    """Whether no key stands twice in a context."""
    # Reqs: FMT-AAD-008
    return pairs is None or len(dict(pairs)) == len(pairs)


def context_is_sorted(keys: Sequence[bytes]) -> bool:
    """Whether the keys of a context stand in the order of their bytes.

    Writers must sort; readers accept any order (decision DEC-G07) and reserved keys (DEC-G56), so this is no rule but something to point
    out.
    """
    # Reqs: FMT-AAD-009, FMT-AAD-019, FMT-AAD-020
    return list(keys) == sorted(keys)


def public_key_problem(suite: Suite, *, present: bool) -> tuple[Code, str] | None:
    """What is wrong with a public key being in the encryption context, or not being there; None when it is as the suite demands.

    Whoever knows the whole context (stored and reproduced) asks; the header alone cannot tell that a key is missing.
    """
    # Reqs: CMM-IFC-012, CMM-IFC-013, CMM-DEF-002, CMM-DEF-003
    if suite.signed == present:
        return None
    if suite.signed:
        return Code.PUBLIC_KEY_MISSING, f"suite {suite.hex_id} signs, but the context holds no public key"
    return Code.PUBLIC_KEY_UNEXPECTED, f"suite {suite.hex_id} does not sign, but the context holds a public key"


def header_is_valid(header: Header) -> bool:
    """Whether a complete header keeps every rule over several fields. What is invalid by itself is not asked for."""
    return (
        suite_problem(header.version, header.suite) is None
        and frame_length_problem(header.content_type, header.frame_length) is None
        and keys_are_unique(header.context_pairs)
    )


def over_the_end(number: int) -> str:
    """What is said of so many bytes (at least one) behind the end of a message."""
    return f"{number} byte{' follows' if number == 1 else 's follow'} the end of the message"


def over_budget(limits: ReadLimits) -> str:
    """What is wrong with a header that does not fit the caller's budget."""
    return f"the header is longer than the budget of {limits.header_budget} bytes"


class RuleChecker:
    """Judges values while a message is read from its beginning (an ``on_value`` hook of the grammar).

    Args:
        limits: the caller's bounds; None for none.
        strict: judge value rules too, not only the caller's limits.
        collect: put what is wrong into ``problems`` instead of raising the first.
        most: how many problems are kept; ``count`` says how many there were.
    """

    def __init__(self, *, limits: ReadLimits | None, strict: bool, collect: bool = False, most: int | None = None) -> None:
        self.limits = limits
        self.strict = strict
        self.collect = collect
        self.most = most
        self.problems: list[EsdkError] = []
        self.count = 0
        self._numbers: dict[str, int] = {}
        self._keys: set[bytes] = set()

    def __call__(self, field_id: str, value: Any, offset: int, index: int | None) -> None:
        """Check one value; whole sections and lists are passed over, as their fields were judged.

        Raises:
            MalformedMessage, UnsupportedMessage, PolicyError: unless problems are collected.
        """
        row = FIELDS.get(field_id)
        if row is None:
            return
        if isinstance(value, int):
            self._numbers[field_id] = value
        if self.limits is not None and row.part == "header":
            self._judge_limits(self.limits, row, value, offset, index)
        if not self.strict:
            return
        if not row.allows(value):
            self._refuse(Code(row.error or Code.TRUNCATED), _invalid(row, value), row, offset, index)
        else:
            self._judge_rules(row, value, offset, index)

    def _judge_limits(self, limits: ReadLimits, row: Field, value: Any, offset: int, index: int | None) -> None:
        """What stands here, and what the number here says that must follow."""
        end = offset + (len(value) if isinstance(value, bytes) else cast(int, row.size))
        if row.id == "header.encrypted_data_keys.count":
            most = limits.max_encrypted_data_keys
            if most is not None and value > most and end <= limits.header_budget:  # a count beyond the budget is not judged
                self._refuse(Code.EDK_LIMIT_EXCEEDED, f"{value} encrypted data keys, at most {most} are allowed", row, offset, index)
            end += value * _SMALLEST_KEY
        elif row.id.endswith(".length"):
            end += value
        if end > limits.header_budget:
            self._refuse(Code.HEADER_TOO_LARGE, over_budget(limits), row, offset, index)

    def _judge_rules(self, row: Field, value: Any, offset: int, index: int | None) -> None:
        code = why = None
        match row.id:
            case "header.algorithm_suite_id":
                code, why = Code.SUITE_VERSION_MISMATCH, suite_problem(self._numbers["header.version"], SUITES[value])
            case "header.encryption_context.key":
                code, why = Code.AAD_DUPLICATE_KEY, "the context key stands here a second time" if value in self._keys else None
                self._keys.add(value)
            case "header.frame_length":
                code, why = Code.FRAME_LENGTH_VS_CONTENT_TYPE, frame_length_problem(self._numbers["header.content_type"], value)
            case "body.frame.sequence_number" | "body.final_frame.sequence_number":
                position = (index or 0) + CONSTANTS.first_sequence_number
                code, why = Code.SEQ_OUT_OF_ORDER, sequence_problem(value, position)
            case "body.final_frame.content_length":
                code, why = Code.FINAL_TOO_LONG, final_length_problem(value, self._numbers["header.frame_length"])
        if code is not None and why is not None:
            self._refuse(code, why, row, offset, index)

    def _refuse(self, code: Code, what: str, row: Field, offset: int, index: int | None) -> None:
        self.count += 1
        if self.most is not None and len(self.problems) >= self.most:
            return
        error = error_for(code, what, path=row.path(index), offset=offset)
        if not self.collect:
            raise error
        self.problems.append(error)


def _number(value: int) -> str:
    """A number as people know it: small ones as they are, others as the dump shows them."""
    return str(value) if value < 10 else hex(value)


def _invalid(row: Field, value: Any) -> str:
    name = row.name.lower()
    if isinstance(value, bytes):
        return f"the {name} is not UTF-8"
    if row.allowed is not None:
        return f"{name} is {_number(value)}, expected " + " or ".join(map(_number, row.allowed))
    bounds = [f"at least {row.minimum}"] * (row.minimum is not None) + [f"at most {row.maximum}"] * (row.maximum is not None)
    return f"{name} is {value}, expected " + " and ".join(bounds)

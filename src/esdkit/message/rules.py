"""The value rules of the format, in one table: what a well-structured message may not contain.

Strategy: a rule is one decorated function that tests the values of the fields that it names, with an error code and a text. Whoever asks
for rules takes them from the table: the generated fast reading makes each test right after its last field (``fast_reading``); the
``RuleChecker`` blames that field, so a reader raises the first broken rule in the order of the bytes, and the inspector lists all of them;
the frame loop calls the rule of a frame as a plain function (``frame_order``). The values that a field may have by itself (bounds, UTF-8)
are not functions but data, its row in ``spec/format``; they are checked before the rules at that field.

To add a rule: write its function here, and a negative vector. Everything else follows, the page ``docs/format/rules.md`` included.
Requirement ids and advice of an error come from ``spec/errors.yaml`` through ``error_for``. Your limits (number of data keys, header bytes)
are checked here as well, as soon as the number that exceeds one has been read.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.grammar.body import FINAL_FRAME_HEAD, FRAME_HEAD, NON_FRAMED_HEAD
from esdkit.grammar.decoder import EARLIER, POSITION, Check, decoder
from esdkit.grammar.field import Group, Node, Raw, UInt
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.message.sizes import encrypted_data_key_length
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, Field, Suite, error_for

__all__ = [
    "DEFAULT_LIMITS",
    "EARLIER",
    "POSITION",
    "RULES",
    "ReadLimits",
    "Rule",
    "RuleChecker",
    "clear_readings",
    "context_is_sorted",
    "fast_reading",
    "frame_order",
    "over_budget",
    "over_the_end",
    "public_key_problem",
    "rule",
]

Test = TypeVar("Test", bound=Callable[..., bool])


# -------------------------------------------------------------------- the table
@frozen
class Rule(Check):
    """A value rule.

    Attributes:
        code: of the error.
        text: what was got and what is expected; the values are in braces, by the names of the test's parameters.
    """

    code: Code
    text: str

    def describe(self, values: Sequence[Any]) -> str:
        """The text with the values of the operands."""
        return self.text.format(**dict(zip(inspect.signature(self.test).parameters, values, strict=True)))


RULES: list[Rule] = []
"""Every rule, in the order in which those at one field are asked."""


def rule(code: Code, *operands: str, text: str) -> Callable[[Test], Test]:
    """Make a test a rule.

    Args:
        code: of the error.
        operands: what the test is called with: field ids in the order of the bytes, ``POSITION``, ``EARLIER`` (in the header only). The
            last is the field that is blamed: one of the header, or of the head of a frame or block. A rule of the body may look at the
            head that it is in, and at the header's version, suite id, message id, content type and frame length.
        text: as in ``Rule``.
    """

    def add(test: Test) -> Test:
        new = Rule(test, operands, code, text)
        if new.field_id not in _RULED or (EARLIER in operands and FIELDS[new.field_id].part != "header"):
            raise LookupError(f"no rule can be asked at {new.field_id}")
        RULES.append(new)
        clear_readings()
        return test

    return add


def _ids(head: Group) -> list[str]:
    return [node.id for node in head.nodes if isinstance(node, UInt | Raw)]


_RULED = {
    *(field_id for field_id, row in FIELDS.items() if row.part == "header"),
    *(field_id for head in (FRAME_HEAD, FINAL_FRAME_HEAD, NON_FRAMED_HEAD) for field_id in _ids(head)),
}


# -------------------------------------------------------------------- readings of the table
@cache
def _rules_at(field_id: str) -> tuple[Rule, ...]:
    """The rules that are asked at a field."""
    return tuple(one for one in RULES if one.field_id == field_id)


@cache
def fast_reading(root: Node, strict: bool, spans: bool = False, checked: bool = False) -> Callable[..., tuple[Any, int] | None]:
    """The generated reading of a root (``decoder``); strict, it refuses what breaks a rule.

    Called by position, which costs a fifth of a call by name.
    """
    return decoder(root, spans=spans, checked=checked, valid=strict, checks=tuple(RULES) if strict else ()).read


@cache
def frame_order() -> Callable[[int, int], bool] | None:
    """The one rule of a regular frame, as a plain function of its position and its sequence number, for loops over many frames.

    None when the rules look at more of a frame, whose head must then be read by ``fast_reading``. A number that is its position is within
    the bounds of its row.
    """
    fields = _ids(FRAME_HEAD)
    rules = [one for field_id in fields for one in _rules_at(field_id)]
    return rules[0].test if [one.operands for one in rules] == [(POSITION, fields[0])] else None


def clear_readings() -> None:
    """Make the readings again at their next use, because the table has changed."""
    for reading in (_rules_at, fast_reading, frame_order):
        reading.cache_clear()


# -------------------------------------------------------------------- the rules
@rule(
    Code.SUITE_VERSION_MISMATCH,
    "header.version",
    "header.algorithm_suite_id",
    text="algorithm suite id is {suite_id:#06x}, expected a suite of message version {version}",
)
def suite_belongs_to_version(version: int, suite_id: int) -> bool:
    """A suite is used in its own message version only."""
    # Reqs: FMT-HDR-019, ALG-SUI-004
    return SUITES[suite_id].message_version == version


@rule(Code.AAD_DUPLICATE_KEY, EARLIER, "header.encryption_context.key", text="duplicate encryption context key")
def context_key_is_unique(earlier: Collection[bytes], key: bytes) -> bool:
    """No key occurs twice in an encryption context."""
    # Reqs: FMT-AAD-008
    return key not in earlier


@rule(
    Code.FRAME_LENGTH_VS_CONTENT_TYPE,
    "header.content_type",
    "header.frame_length",
    text="frame length is {frame_length}, expected at least 1 in a framed message",
)
def framed_message_has_a_frame_length(content_type: int, frame_length: int) -> bool:
    """A framed message has frames of at least one byte."""
    # Reqs: FMT-HDR-013, FMT-HDR-016
    return frame_length > 0 or content_type != CONSTANTS.content_framed


@rule(
    Code.FRAME_LENGTH_VS_CONTENT_TYPE,
    "header.content_type",
    "header.frame_length",
    text="frame length is {frame_length}, expected 0 in a non-framed message",
)
def non_framed_message_has_no_frame_length(content_type: int, frame_length: int) -> bool:
    """A non-framed message has the frame length 0."""
    # Reqs: FMT-HDR-015
    return frame_length == 0 or content_type == CONSTANTS.content_framed


@rule(
    Code.SEQ_OUT_OF_ORDER,
    POSITION,
    "body.final_frame.sequence_number",
    text="final frame sequence number is {sequence_number}, expected {position}",
)
@rule(
    Code.SEQ_OUT_OF_ORDER,
    POSITION,
    "body.frame.sequence_number",
    text="sequence number is {sequence_number}, expected {position}",
)
def sequence_number_is_position(position: int, sequence_number: int) -> bool:
    """Frames are numbered by their position, the final one too."""
    # Reqs: FMT-FRM-004, FMT-FRM-005, FMT-FRM-006
    return sequence_number == position


@rule(
    Code.FINAL_TOO_LONG,
    "header.frame_length",
    "body.final_frame.content_length",
    text="final frame content length is {content_length}, expected at most {frame_length} (the frame length)",
)
def final_frame_is_not_longer(frame_length: int, content_length: int) -> bool:
    """The final frame holds at most one frame length."""
    # Reqs: FMT-FRM-010, FMT-FRM-022
    return content_length <= frame_length


# -------------------------------------------------------------------- checking
@frozen
class ReadLimits:
    """Your bounds on a header that is read, and what you tolerate in it.

    Attributes:
        max_encrypted_data_keys: None for no limit.
        header_budget: bytes of header, authentication included.
        tolerated: rules that old writers broke, by code, and that you do without.
    """

    max_encrypted_data_keys: int | None = None
    header_budget: int = LIMITS["default_header_budget"]
    tolerated: frozenset[Code] = frozenset()

    def allow(self, header: Header, length: int) -> bool:
        """Whether a header of ``length`` bytes keeps them."""
        most = self.max_encrypted_data_keys
        return length <= self.header_budget and (most is None or len(header.encrypted_data_keys) <= most)


DEFAULT_LIMITS = ReadLimits()

_SMALLEST_KEY = encrypted_data_key_length(EncryptedDataKey(b"", b"", b""))


class RuleChecker:
    """Checks values while a message is read from its beginning (an ``on_value`` hook of the grammar).

    Args:
        limits: your bounds; None for none.
        strict: check value rules too, not only limits.
        collect: put what is wrong into ``problems`` instead of raising the first.
        most: how many problems are kept; ``count`` says how many there were.
        tolerated: rules that are not checked, by code.

    ``values`` are those of fields that were checked, by id; whoever reads fields elsewhere puts theirs there.
    """

    def __init__(
        self,
        *,
        limits: ReadLimits | None,
        strict: bool,
        collect: bool = False,
        most: int | None = None,
        tolerated: Collection[Code] = (),
    ) -> None:
        self.limits = limits
        self.tolerated = tolerated
        self.strict = strict
        self.collect = collect
        self.most = most
        self.problems: list[EsdkError] = []
        self.count = 0
        self.values: dict[str, Any] = {}
        self._earlier: dict[str, set[Any]] = {}

    def __call__(self, field_id: str, value: Any, offset: int, index: int | None) -> None:
        """Check one value; whole sections and lists are passed over, as their fields were checked.

        Raises:
            MalformedMessage, UnsupportedMessage, PolicyError: unless problems are collected.
        """
        row = FIELDS.get(field_id)
        if row is None:
            return
        if self.limits is not None and row.part == "header":
            self._check_limits(self.limits, row, value, offset, index)
        if self.strict:
            self._check_rules(row, value, offset, index)

    def _check_limits(self, limits: ReadLimits, row: Field, value: Any, offset: int, index: int | None) -> None:
        """The bytes of this field, and those that the number in it says must follow."""
        end = offset + (len(value) if isinstance(value, bytes) else cast(int, row.size))
        if row.id == "header.encrypted_data_keys.count":
            most = limits.max_encrypted_data_keys
            if most is not None and value > most and end <= limits.header_budget:  # a count beyond the budget is not checked
                self._refuse(Code.EDK_LIMIT_EXCEEDED, f"{value} encrypted data keys, at most {most} are allowed", row, offset, index)
            end += value * _SMALLEST_KEY
        elif row.id.endswith(".length"):
            end += value
        if end > limits.header_budget:
            self._refuse(Code.HEADER_TOO_LARGE, over_budget(limits), row, offset, index)

    def _check_rules(self, row: Field, value: Any, offset: int, index: int | None) -> None:
        """A value that is invalid by itself is not put to the other rules."""
        known = self.values
        known[row.id], known[POSITION] = value, (index or 0) + CONSTANTS.first_sequence_number
        if not row.allows(value):
            self._refuse(Code(row.error or Code.TRUNCATED), _invalid(row, value), row, offset, index)
            return
        for one in _rules_at(row.id):
            if EARLIER in one.operands:
                known[EARLIER] = self._earlier.setdefault(row.id, set())
            values = [known[operand] for operand in one.operands]
            if not one.test(*values):
                self._refuse(one.code, one.describe(values), row, offset, index)
        if row.id in self._earlier:
            self._earlier[row.id].add(value)

    def _refuse(self, code: Code, what: str, row: Field, offset: int, index: int | None) -> None:
        if code in self.tolerated:
            return
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


def over_the_end(number: int) -> str:
    """The text about bytes (at least one) after the end of a message."""
    return f"{number} byte{' follows' if number == 1 else 's follow'} the end of the message"


def over_budget(limits: ReadLimits) -> str:
    """The text about a header that does not fit your budget."""
    return f"the header is longer than the budget of {limits.header_budget} bytes"


# -------------------------------------------------------------------- beyond one message's own values
def context_is_sorted(keys: Sequence[bytes]) -> bool:
    """Whether the keys of a context are in the order of their bytes.

    Writers must sort; readers accept any order (decision DEC-G07) and reserved keys (DEC-G56), so this is not a rule but something to point
    out.
    """
    # Reqs: FMT-AAD-009, FMT-AAD-019, FMT-AAD-020
    return list(keys) == sorted(keys)


def public_key_problem(suite: Suite, *, present: bool) -> tuple[Code, str] | None:
    """What is wrong with a public key being in the encryption context, or not being there; None when it is as the suite demands.

    For whoever knows the whole context (stored and reproduced); the header alone cannot tell that a key is missing.
    """
    # Reqs: CMM-IFC-012, CMM-IFC-013, CMM-DEF-002, CMM-DEF-003
    if suite.signed == present:
        return None
    if suite.signed:
        return Code.PUBLIC_KEY_MISSING, f"suite {suite.hex_id} signs, but the context holds no public key"
    return Code.PUBLIC_KEY_UNEXPECTED, f"suite {suite.hex_id} does not sign, but the context holds a public key"

"""``--where`` and ``--fail-on``: conditions on a row, as text and as tests.

The conditions are those of spec/scan.yaml. A text is a list with commas, of which one condition must hold. What a row does not tell is not
the value that was asked for: a key that is not known to be in an account is in another one for ``account!=``. But of a message whose data
keys are not known, no condition on data keys holds: ask for problems beside them.
"""
# Reqs: SCN-SUM-004

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Self, get_args

from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.inspector.facts.signature import State
from esdkit.near import did_you_mean
from esdkit.scan.model import Row
from esdkit.spec import SUITES, ScanCondition, error_codes, providers, scan_conditions

__all__ = ["Condition", "Conditions"]

_FIXED: Mapping[str, Callable[[Row], bool]] = {
    "non-committing-suite": lambda row: row.committing is False,
    "unsigned-suite": lambda row: row.signed is False,
    "sole-key": lambda row: row.sole_key is True,
    "any-problem": lambda row: bool(row.problems),
}


def _post_quantum() -> Iterable[str]:
    return {row.post_quantum for row in providers().values()}


# The values that a column can have, where they are known.
_VALUES: Mapping[str, Callable[[], Iterable[str]]] = {
    "version": lambda: {str(suite.message_version) for suite in SUITES.values()},
    "suite": lambda: [suite.hex_id for suite in SUITES.values()],
    "post-quantum": _post_quantum,
    "kind": providers,
    "signature": lambda: get_args(State),
    "problem": error_codes,
}

_OF_SIGNATURES = ("signature-invalid", "signature-malformed")

# The form of the others, and a hint.
_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "key": (re.compile(r".*/.*"), "Write the whole ARN, or NAMESPACE/NAME of a raw key, as --by key shows it."),
    "only-key": (re.compile(r".*/.*"), "Write the whole ARN, or NAMESPACE/NAME of a raw key, as --by key shows it."),
    "account": (re.compile(r"[0-9]{12}"), "Write the 12 digits of the account."),
    "region": (re.compile(r"[a-z]+(?:-[a-z0-9]+)+"), "Write a Region such as eu-west-1."),
    "partition": (re.compile(r"aws[a-z-]*"), "Write a partition such as aws or aws-cn."),
}


@frozen
class Condition:
    """One condition: its text, and whether it holds for a row."""

    text: str
    holds: Callable[[Row], bool]

    @property
    def of_signatures(self) -> bool:
        """Whether it holds only for rows whose signature was verified, or not."""
        name, _, value = _parts(self.text)
        return name == "signature" or (name == "problem" and value in _OF_SIGNATURES)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a condition.

        Raises:
            UsageError: ``invalid-argument``; the text says what was given and what is expected.
        """
        name, operator, value = _parts(text)
        row = _row(name, text)
        if row.column is None:
            if operator:
                raise _refused(f"condition {text!r}: {name} has no value", f"Write {name} alone.")
            return cls(text, _FIXED[name])
        if not operator or not value:
            raise _refused(f"condition {text!r}: expected a value", f"Write {name}=VALUE or {name}!=VALUE.")
        _check_value(name, value)
        return cls(text, _test(row, value, equal=operator == "="))


@frozen
class Conditions:
    """Several conditions, of which one must hold."""

    conditions: tuple[Condition, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a list with commas. Errors as for ``Condition.parse``."""
        return cls(tuple(Condition.parse(part.strip()) for part in text.split(",")))

    @property
    def of_signatures(self) -> bool:
        """Whether one of them is about signatures."""
        return any(condition.of_signatures for condition in self.conditions)

    def holding(self, row: Row) -> list[str]:
        """The texts of those that hold for a row."""
        return [condition.text for condition in self.conditions if condition.holds(row)]


def _parts(text: str) -> tuple[str, str, str]:
    """Name, operator and value; the last two are empty in a condition without a value."""
    name, equals, value = text.partition("=")
    if name.endswith("!"):
        return name[:-1].strip(), "!=", value.strip()
    return name.strip(), equals, value.strip()


def _row(name: str, text: str) -> ScanCondition:
    known = scan_conditions()
    if name not in known:
        hint = did_you_mean(name, known) or f"Use {', '.join(known)}."
        raise _refused(f"condition {text!r}: {name!r} is not a condition" if name else "a condition is empty", hint)
    return known[name]


def _check_value(name: str, value: str) -> None:
    """Refuse a value that the column never has, because a gate that asks for it would always be open."""
    values = _VALUES.get(name)
    if values is None:
        form = _FORMS.get(name)
        if form is not None and form[0].fullmatch(value) is None:
            raise _refused(f"condition {name}: {value!r} is not a value of it", form[1])
        return
    known = sorted(values())
    if value not in known:
        hint = did_you_mean(value, known) or f"Use {', '.join(known)}."
        raise _refused(f"condition {name}: {value!r} is not a value of it", hint)


def _test(row: ScanCondition, value: str, *, equal: bool) -> Callable[[Row], bool]:
    read: Callable[[Any], Any] = attrgetter(str(row.column))

    def has_value(item: Any) -> bool:
        found = read(item)
        return value in found if isinstance(found, tuple) else found is not None and str(found) == value

    if row.of == "every_data_key":
        return lambda message: bool(message.data_keys) and all(map(has_value, message.data_keys or ())) is equal
    if row.of == "data_key":
        return lambda message: any(has_value(key) is equal for key in message.data_keys or ())
    return lambda message: has_value(message) is equal


def _refused(what: str, hint: str) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, what, hint=hint)

"""What should not be in a message although it can be read, and everything for which it is refused: findings with stable ids.

Strategy: the rules of spec/lint.yaml run over a tree (``rules``); its problems are findings under their error codes. A profile decides
how much each counts, and which are accepted. Built-in profiles are in spec/lint.yaml, a user's is read from plain data of the same shape.
Invariants: any tree gives findings, ordered by offset; a finding's text is one line that is safe to print.
Not here: reading profile files (cli), text and JSON (``report``), SARIF (``sarif``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fnmatch import fnmatchcase
from functools import cache
from types import MappingProxyType
from typing import Any, cast, get_args

from esdkit.columns import printable
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.lint import body, expected, header  # noqa: F401  # they fill RULES
from esdkit.inspector.lint.rules import RULES, Subject
from esdkit.near import did_you_mean
from esdkit.spec import LintRule, Severity, error_codes, lint_profiles, lint_rules

__all__ = ["DEFAULT_PROFILE", "Allowance", "Finding", "Profile", "built_in_profile", "describe", "lint", "read_profile"]

DEFAULT_PROFILE = "default"
_EVERY_OTHER = "*"
_ROOT = "profile"  # the path of a description's root, in errors
_QUOTE = "; put the number in quotes"
_SHOWN = 60  # characters of a name that is refused


@frozen
class Finding:
    """Something that lint points out.

    Attributes:
        rule: id of a rule of spec/lint.yaml, or an error code.
        severity: by the profile; never ``none``.
        message: what it is in this message, one line, safe to print.
        path: the field; None when no field is concerned.
        offset: where it is (bytes); None when unknown.
        length: of the field (bytes); None when unknown.
        allowed: why the profile accepts it; None when it does not.
    """

    rule: str
    severity: Severity
    message: str
    path: str | None
    offset: int | None
    length: int | None
    allowed: str | None = None


@frozen
class Allowance:
    """Findings that a profile accepts: those of a rule in files whose names match a pattern of the shell, and why."""

    rule: str
    files: str
    reason: str


@frozen
class Profile:
    """How much findings count.

    Attributes:
        name: for people.
        severities: by id, of every rule of spec/lint.yaml and of the error codes that it changes; other codes are errors.
        allowances: the first that fits a finding counts.
        expectations: what messages should have, by the names of spec/lint.yaml's ``expects``.
    """

    name: str
    severities: Mapping[str, Severity]
    allowances: tuple[Allowance, ...] = ()
    expectations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def severity(self, rule_id: str) -> Severity:
        """How much the findings of a rule or error code count."""
        return self.severities.get(rule_id, "error")

    def allowed(self, rule_id: str, name: str) -> str | None:
        """Why findings of a rule are accepted in a file of this name; None when they are not."""
        fitting = (one.reason for one in self.allowances if one.rule == rule_id and fnmatchcase(name, one.files))
        return next(fitting, None)


def lint(tree: Tree, profile: Profile | None = None, name: str = "") -> tuple[Finding, ...]:
    """Everything that a profile points out in a message, by offset.

    Args:
        tree: of ``inspect``; of a message that ends early what is there is judged.
        profile: the default one when None.
        name: what the message is called; allowances ask for it.
    """
    # Reqs: CLI-LNT-001, CLI-LNT-002, CLI-LNT-003, CLI-LNT-005
    profile = profile or built_in_profile(DEFAULT_PROFILE)
    subject = Subject.of(tree, profile.expectations)
    findings = [_problem(problem, subject, profile, name) for problem in tree.problems]
    for rule_id, rule in RULES.items():
        severity, allowed = profile.severity(rule_id), profile.allowed(rule_id, name)
        if severity != "none":
            hits = rule(subject)
            findings += [Finding(rule_id, severity, hit.message, hit.path, hit.offset, hit.length, allowed) for hit in hits]
    return tuple(sorted((one for one in findings if one.severity != "none"), key=lambda one: one.offset or 0))


def _problem(problem: EsdkError, subject: Subject, profile: Profile, name: str) -> Finding:
    code, found = problem.code.value, subject.fields.get(problem.path or "")
    return Finding(
        rule=code,
        severity=profile.severity(code),
        message=printable(problem.message),
        path=problem.path,
        offset=problem.offset,
        length=found.end - found.start if found is not None and found.start == problem.offset else None,
        allowed=profile.allowed(code, name),
    )


def describe(rule_id: str) -> LintRule:
    """What a finding's id means: the rule's row, or the error code's in the form of a rule.

    Raises:
        UsageError: ``invalid-argument``, there is no such id.
    """
    # Reqs: CLI-LNT-002
    row = lint_rules().get(rule_id)
    if row is not None:
        return row
    error = error_codes().get(rule_id)
    if error is None:
        raise _refused(f"unknown rule {_shown(rule_id)}", _ROOT, did_you_mean(rule_id, lint_rules()) or None)
    why = "Strict readers refuse the message."
    return LintRule(rule_id, error.means.rstrip("."), "error", error.means, why, error.hint or "", error.requirements, ())


# ---------------------------------------------------------------- profiles
@cache
def built_in_profile(name: str) -> Profile:
    """A profile of spec/lint.yaml.

    Raises:
        UsageError: ``invalid-argument``, there is none of this name.
    """
    # Reqs: CLI-LNT-003
    row = lint_profiles().get(name)
    if row is None:
        hint = f"{did_you_mean(name, lint_profiles())} Use {', '.join(lint_profiles())}, or a file ending in .yaml.".lstrip()
        raise _refused(f"unknown profile {_shown(name)}", _ROOT, hint)
    if row.extends is None:
        below: Mapping[str, Severity] = {rule.id: rule.severity for rule in lint_rules().values()}
    else:
        below = built_in_profile(row.extends).severities
    return Profile(name, _changed(below, row.rules))


def _changed(below: Mapping[str, Severity], changes: Mapping[str, Severity]) -> Mapping[str, Severity]:
    """Severities after a profile's changes."""
    others = changes.get(_EVERY_OTHER)
    rest = below if others is None else {**below, **dict.fromkeys(lint_rules(), others)}
    return MappingProxyType({**rest, **{rule: severity for rule, severity in changes.items() if rule != _EVERY_OTHER}})


def read_profile(description: object, name: str) -> Profile:
    """A profile of the user's.

    Args:
        description: ``extends``, ``rules``, ``expect``, ``allow``, as YAML or JSON give them (spec/schemas/lint-profile.json).
        name: what it is called.

    Raises:
        UsageError: ``invalid-argument`` with the place as path: an unknown member, rule, severity or profile, or a value of another type.
    """
    # Reqs: CLI-LNT-004, CLI-LNT-005, CLI-LNT-008
    members = _mapping({} if description is None else description, _ROOT, ("extends", "rules", "expect", "allow"))
    below = built_in_profile(_text(members.get("extends", DEFAULT_PROFILE), f"{_ROOT}.extends"))
    rules = _mapping(members.get("rules", {}), f"{_ROOT}.rules")
    changes = {_known(rule, f"{_ROOT}.rules"): _severity(value, f"{_ROOT}.rules.{rule}") for rule, value in rules.items()}
    allowances = _list(members.get("allow", []), f"{_ROOT}.allow")
    allowed = tuple(_allowance(one, f"{_ROOT}.allow[{index}]") for index, one in enumerate(allowances))
    expectations = _expectations(members.get("expect", {}), f"{_ROOT}.expect")
    # a profile that turns all other rules off does not turn off what is expected
    wanted = {row.id: row.severity for row in lint_rules().values() if row.expects in expectations}
    return Profile(name, _changed(below.severities, {**wanted, **changes}), allowed, expectations)


def _expectations(description: object, path: str) -> Mapping[str, tuple[str, ...]]:
    members = tuple(row.expects for row in lint_rules().values() if row.expects is not None)
    lists = {name: _list(value, f"{path}.{name}") for name, value in _mapping(description, path, members).items()}
    for name, value in lists.items():
        if not value:
            raise _refused("the list is empty; leave it out if anything is right", f"{path}.{name}")
    texts = {name: tuple(_text(one, f"{path}.{name}[{index}]") for index, one in enumerate(value)) for name, value in lists.items()}
    return MappingProxyType(texts)


def _allowance(description: object, path: str) -> Allowance:
    members = _mapping(description, path, ("rule", "files", "reason"))
    for needed in ("rule", "reason"):
        if needed not in members:
            raise _refused(f"{needed} is missing", path)
    rule = _text(members["rule"], f"{path}.rule")
    describe(rule)
    return Allowance(rule, _text(members.get("files", "*"), f"{path}.files"), _text(members["reason"], f"{path}.reason"))


def _mapping(value: object, path: str, members: tuple[str, ...] | None = None) -> Mapping[str, Any]:
    """A mapping with texts for keys, and with no others than the members."""
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise _refused("expected a mapping with names for keys", path)
    for key in value:
        if members is not None and key not in members:
            raise _refused(f"unknown member {_shown(key)}", path, f"Use {', '.join(members)}.")
    return value


def _list(value: object, path: str) -> list[Any]:
    if not isinstance(value, list):
        raise _refused("expected a list", path)
    return value


def _text(value: object, path: str) -> str:
    if not isinstance(value, str) or not value:
        raise _refused(f"expected a text that is not empty{_QUOTE if isinstance(value, int | float) else ''}", path)
    return value


def _known(rule_id: str, path: str) -> str:
    if rule_id != _EVERY_OTHER and rule_id not in lint_rules() and rule_id not in error_codes():
        raise _refused(f"unknown rule {_shown(rule_id)}", path, "`esdkit lint --list-rules` shows them.")
    return rule_id


def _severity(value: object, path: str) -> Severity:
    if value not in get_args(Severity):
        raise _refused(f"expected {', '.join(get_args(Severity))}", path, "Write none to turn a rule off.")
    return cast(Severity, value)


def _shown(text: str) -> str:
    return repr(text[:_SHOWN])


def _refused(what: str, path: str, hint: str | None = None) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, what, path=path, hint=hint)

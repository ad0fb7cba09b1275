"""A diagnosis in plain words: one sentence first, and what to do.

Strategy: the sentence follows from what the bytes are and from the finding that explains most; advice is collected from all findings, in
the same order. Both may contain text of the message: whoever prints them escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import count
from esdkit.doctor.aws import asked_without_context, aws_cause, aws_steps, held_by_aws
from esdkit.doctor.explain import Diagnosis, message_follows
from esdkit.doctor.outcomes import OTHER_USES
from esdkit.engine.verify import CheckResult, Verification
from esdkit.errors import Code, EsdkError
from esdkit.input.recognition import MAX_TEXT
from esdkit.spec import error_codes

__all__ = ["advice", "verdict"]

_FAILED = {
    "structure": "This is a message, but it is damaged or incomplete: {}.",
    "trailing_data": "The message is complete, but {}.",
    "rebuild": "This is a message, but no SDK writes it in this form: {}.",
    "limits": "This is a message, but your settings refuse it: {}.",
    "signature": "Suite, public key and signature of this message do not match: {}.",
    "context": "Your encryption context does not match: {}.",
    "frames": "Key and header are right, but the body was changed: {}.",
}
_AT_FAULT = "its writer is at fault, or this is an attack"
_CAUSES = {
    "the header was changed": "Fetch the whole message again.",
    "the data key is that of another message": "Use the data key, or the encrypted data key, that belongs to this message.",
    "a context pair that is not stored is missing or wrong": "Give each context pair that was authenticated but not stored: -c KEY=VALUE.",
}
"""Why a header does not verify under a data key, and what to do."""

_NO_KEY = {
    "opens": "One of your keys opens the message by itself, but all of them together do not: {}.",
    "is-data-key": "You gave the data key of this message, but as a wrapping key.",
    "is-wrapping-key": "You gave the right wrapping key, but as the data key.",
    "opens-renamed": "You gave the right key, but under the wrong name.",
    "other-order": "You gave the right key, but the data key is bound to the encryption context in another order.",
    "other-padding": "You gave the right RSA key, but with the wrong padding.",
    "wrong-data-key": "Your key gives a data key, but the header does not verify under it.",
    "no-private-key": "{none}. It needs the private key, and you gave the public key.",
    "not-reached": "{none}. It could not be used.",
    "does-not-open": "{none}. {its} name matches, so it is a different key with the same name, or the encryption context differs{changed}.",
    "filtered": "{none}. A filter excludes its key.",
    "other-name": "{none}: its keys have other names.",
    "other-kind": "{none}. The message needs another kind of key.",
}
_SELF_EXPLAINED = OTHER_USES | {"wrong-data-key"}  # outcomes whose hints name the data key
_CHANGED = "The signature is invalid: the bytes were changed after they were signed."
_SIGNATURE_ALONE = "The signature is invalid, but header and body are authentic under your key."
_MAX_HINTS = 8


def verdict(diagnosis: Diagnosis) -> str:
    """One sentence, or two, in plain words: of what was found, that which explains most."""
    # Reqs: CLI-DOC-017, CLI-DOC-026
    if diagnosis.recognition is not None:
        return _recognition_verdict(diagnosis)
    found = diagnosis.findings
    if diagnosis.defect is not None:
        return f"The message was written wrongly by {diagnosis.defect.row.name}, but can be read."
    if not found:
        return _fine(diagnosis)
    error = found[0].error
    assert error is not None
    match found[0].name:
        case "unwrap":
            return _no_key(diagnosis, error)
        case "commitment" | "header_tag" if _opens_otherwise(diagnosis):
            return _no_key(diagnosis, error)
        case "policy":
            return _refused_by_policy(diagnosis)
        case "signature" if error.code is Code.SIGNATURE_INVALID:
            return _CHANGED if diagnosis.verification.plaintext_length is None else _SIGNATURE_ALONE
        case "commitment" | "header_tag" as name:
            return _wrong_data_key(diagnosis.verification, name)
        case name:
            return _FAILED[name].format(_without_period(error.message))


def _wrong_data_key(verification: Verification, failed: str) -> str:
    causes = [*_causes(verification, failed)] or [_AT_FAULT]
    why = " or ".join(filter(None, [", ".join(causes[:-1]), causes[-1]]))
    if verification.passed("frames"):
        what = "the header does not" if failed == "header_tag" else "the header commits to another data key"
        return f"The body verifies under your key, but {what}: {why}."
    what = "the header does not verify under it" if failed == "header_tag" else "the header commits to another one"
    return f"Your key opens a data key, but {what}: {why}."


def _causes(verification: Verification, failed: str) -> dict[str, str]:
    """What explains a data key under which the header does not verify, without what signature and frames rule out; what to do about it."""
    changed, other_key, pair_missing = _CAUSES
    possible = {
        changed: not _is_unchanged(verification) and not verification.passed("header_tag"),
        other_key: not verification.passed("frames"),
        pair_missing: failed == "header_tag",
    }
    return {cause: remedy for cause, remedy in _CAUSES.items() if possible[cause]}


def _is_unchanged(verification: Verification) -> bool:
    """Whether a signature proves that header and body are as they were signed."""
    return verification.header is not None and verification.header.suite.signed and verification.passed("signature")


def _fine(diagnosis: Diagnosis) -> str:
    state = _state(diagnosis)
    if diagnosis.verification.plaintext_length is None:
        return f"The message{state}: no problems found without a key."
    return f"The message{state}." if _unchecked(diagnosis) else f"The message is fine: it{state}."


def _state(diagnosis: Diagnosis) -> str:
    """What holds of a message in which at most the policy fails."""
    length = diagnosis.verification.plaintext_length
    if length is not None:
        key = f" opens with {diagnosis.opening[0]} and" if diagnosis.opening else ""
        return f"{key} is authentic to its end, {count(length, 'byte')} of plaintext{_unchecked(diagnosis)}"
    valid = " and its signature is valid" if diagnosis.tree.signature.state == "verified" else ""
    return f" is complete{valid}{_unchecked(diagnosis)}"


def _unchecked(diagnosis: Diagnosis) -> str:
    """What must be said where nobody knows whether the signature verifies."""
    # Reqs: CLI-INS-012
    return "" if diagnosis.tree.signature.request is None else ", but its signature was not checked here"


def _refused_by_policy(diagnosis: Diagnosis) -> str:
    whose = "your" if diagnosis.policy_given else "the default"
    if len(diagnosis.findings) > 1:
        return f"{whose.capitalize()} commitment policy refuses the suite of this message."
    rest = "" if diagnosis.verification.plaintext_length is not None else ", as far as it shows without a key"
    return f"Only {whose} commitment policy refuses this message{rest}: it{_state(diagnosis)}."


def _recognition_verdict(diagnosis: Diagnosis) -> str:
    recognition = diagnosis.recognition
    assert recognition is not None
    known = f"is {recognition.name}." if recognition.certain else f"is not a message; it looks like {recognition.name}."
    first = f"This {known}"
    if diagnosis.not_examined:
        rest = f"The {count(diagnosis.not_examined, 'byte')} after them were not examined."
        first = f"As far as the first {count(diagnosis.length, 'byte')} show, this {known} {rest}"
    inner = diagnosis.innermost
    if inner is diagnosis:
        return first
    if inner.recognition is not None:
        shown = f", as far as the first {inner.length} bytes show," if inner.length >= MAX_TEXT else ""  # no more is unpacked
        return f"{first} Inside{shown} is {inner.recognition.name}."
    return f"{first} Inside: {verdict(inner)}"


def _opens_otherwise(diagnosis: Diagnosis) -> bool:
    """Whether the bytes of a key open a data key, but not as they were given, and nothing else opens one."""
    outcomes = {cell.outcome for cell in diagnosis.cells}
    return "opens" not in outcomes and not OTHER_USES.isdisjoint(outcomes)


def _no_key(diagnosis: Diagnosis, error: EsdkError) -> str:
    """Which of the outcomes says most."""
    number = len(diagnosis.keys)
    outcomes = {cell.outcome for cell in diagnosis.cells}
    outcome = next((outcome for outcome in _NO_KEY if outcome in outcomes), None)
    if outcome is None:
        return f"No key opens the message: {_without_period(error.message)}."
    none, its = (
        ("Your key cannot decrypt this message", "Its") if number == 1 else (f"None of your {number} keys decrypts this message", "One")
    )
    cause = aws_cause(diagnosis, outcome)
    if cause is not None:
        return f"{none}. {cause}"
    changed = "" if _is_unchanged(diagnosis.verification) else ", or the message was changed"
    return _NO_KEY[outcome].format(_without_period(error.message), none=none, its=its, changed=changed)


def advice(diagnosis: Diagnosis) -> tuple[str, ...]:
    """What to do, without repetition, the most specific first."""
    # Reqs: CLI-DOC-017
    return tuple(dict.fromkeys(_advice(diagnosis)))


def _advice(diagnosis: Diagnosis) -> Iterator[str]:
    if diagnosis.recognition is not None:
        yield diagnosis.recognition.advice
        if diagnosis.inside is not None:
            yield from _advice(diagnosis.inside)
        return
    for defect in diagnosis.defects:
        yield defect.row.advice
    for check in diagnosis.findings:
        yield from _check_advice(diagnosis, check)
    if diagnosis.verification.check("unwrap").outcome == "not-checked":
        yield from _key_hints(diagnosis)
    if diagnosis.service is not None:
        yield f"It appears to be from {diagnosis.service.name}. {diagnosis.service.advice}"
    elif not diagnosis.findings and diagnosis.verification.plaintext_length is None:
        yield from list(aws_steps(diagnosis))[:_MAX_HINTS]
        yield "Give a key to check the rest: esdkit doctor --help."


def _check_advice(diagnosis: Diagnosis, check: CheckResult) -> Iterator[str]:
    """What to do about one check that failed."""
    error = check.error
    assert error is not None
    if check.name in ("unwrap", "header_tag") and diagnosis.defect is not None:
        return
    if check.name == "unwrap":
        yield from _key_advice(diagnosis)
    elif check.name in ("commitment", "header_tag") and _opens_otherwise(diagnosis):
        yield from _key_hints(diagnosis)
        return
    if check.name in ("unwrap", "commitment", "header_tag", "context"):
        yield from _context_advice(diagnosis, check.name)
    if error.code is Code.SIGNATURE_INVALID and diagnosis.verification.plaintext_length is not None:
        yield "Fetch the whole message again: its signature was changed, or another key made it."
        return
    if error.code is Code.TRAILING_DATA and message_follows(diagnosis.source, diagnosis.tree.end):
        yield "Split them, another message follows: FILE#2 names it, and esdkit extract writes each out."
        return
    causes = _causes(diagnosis.verification, check.name) if check.name in ("commitment", "header_tag") else {}
    yield from causes.values()
    hint = error.hint or error_codes()[error.code].hint if not causes else None
    if hint is not None and error.code is not Code.UNWRAP_FAILED:
        yield hint


def _key_advice(diagnosis: Diagnosis) -> Iterator[str]:
    yield from _key_hints(diagnosis)
    outcomes = {cell.outcome for cell in diagnosis.cells}
    if "opens" in outcomes or _opens_otherwise(diagnosis):
        return
    if diagnosis.verification.check("signature").outcome == "failed":
        yield "The message was changed, which can be why your key does not open it: try the key again on the whole message."
        return
    yield from _unopened_advice(diagnosis)
    if "does-not-open" in outcomes and diagnosis.tree.suite is not None and not diagnosis.tree.suite.signed:
        yield "The suite does not sign, so a change of context or data key in transit would not show here."
    if outcomes.isdisjoint({"not-reached", "filtered"}):
        steps = list(aws_steps(diagnosis))[:_MAX_HINTS]
        yield from steps
        if not steps and not _only_aws_tried(diagnosis):
            yield "Give a key that the message names; --full lists them under Keys."


def _only_aws_tried(diagnosis: Diagnosis) -> bool:
    """Whether what was tried and does not open is under the keys of AWS that the message names."""
    unopened = [cell for cell in diagnosis.cells if cell.outcome == "does-not-open"]
    return bool(unopened) and all(held_by_aws(diagnosis, cell) for cell in unopened)


def _unopened_advice(diagnosis: Diagnosis) -> Iterator[str]:
    """What to check of keys that were tried and do not open. An RSA key of AWS KMS is asked without an encryption context."""
    unopened = [cell for cell in diagnosis.cells if cell.outcome == "does-not-open"]
    if any(not held_by_aws(diagnosis, cell) for cell in unopened):
        yield "Check the key's bytes. Give each context pair that was authenticated but not stored: -c KEY=VALUE."
    elif any(cell.code is None or not asked_without_context(diagnosis, cell) for cell in unopened):
        yield "Give each context pair that was authenticated but not stored: -c KEY=VALUE."


def _key_hints(diagnosis: Diagnosis) -> Iterator[str]:
    """What is nearly right about the keys, unless one of them opens the message."""
    if diagnosis.opening:
        return
    hints = [
        cell.hint if cell.outcome in _SELF_EXPLAINED else f"For data key [{cell.edk_index}]: {cell.hint}"
        for cell in sorted(diagnosis.cells, key=lambda cell: cell.outcome not in OTHER_USES)
        if cell.hint is not None
    ]
    yield from hints[:_MAX_HINTS]
    if hints[_MAX_HINTS:]:
        yield f"There are {len(hints) - _MAX_HINTS} more such hints under Keys."


def _context_advice(diagnosis: Diagnosis, failed: str) -> Iterator[str]:
    context = diagnosis.context
    if context is None:
        return
    for given, stored in context.near.items():
        yield f"The context key {given!r} is not stored, but {stored!r} is: they differ in case or white space."
    others = [key for key in context.reproduced if key not in context.near]
    if failed != "context" and others:
        names = ", ".join(map(repr, others))
        yield f"The pairs of {names} are not stored, so they count as authenticated: leave them out if the writer did not have them."


def _without_period(message: str) -> str:
    return message.rstrip(".")

"""A diagnosis in plain words: one sentence first, and what to do.

Strategy: the sentence follows from what the bytes are and from the stage that failed; advice is collected from everything that was found,
the most specific first. Both may contain text of the message: whoever prints them escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import count
from esdkit.doctor.aws import asked_without_context, aws_cause, aws_steps, held_by_aws
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.other_uses import OTHER_USES
from esdkit.errors import Code
from esdkit.spec import STAGES, error_codes

__all__ = ["advice", "verdict"]

_FAILED = {
    "parse": "This is a message, but it is damaged or incomplete: {}.",
    "rebuild": "This is a message, but no SDK writes it in this form: {}.",
    "policy": "This is a message, but your settings refuse it: {}.",
    "signature": "Suite, public key and signature of this message do not match: {}.",
    "context": "The encryption context differs from the one you gave: {}.",
    "commitment": "Your key opens a data key, but not the data key of this message: {}.",
    "header_tag": "Your key opens a data key, but the header is not authentic under it: {}.",
    "frames": "Key and header are right, but the body was changed: {}.",
}
_NO_KEY = {
    "opens": "One of your keys opens the message by itself, but all of them together do not: {}.",
    "is-data-key": "{none}. You gave its data key, but as a wrapping key.",
    "is-wrapping-key": "{none}. You gave the right wrapping key, but as the data key.",
    "opens-renamed": "{none}. You gave the right key, but under the wrong name.",
    "other-padding": "{none}. You gave the right RSA key, but with the wrong padding.",
    "wrong-data-key": "Your key gives a data key, but not the data key of this message.",
    "no-private-key": "{none}. It needs the private key, and you gave the public key.",
    "not-reached": "{none}. It could not be used.",
    "does-not-open": "{none}. {its} name matches, so it is a different key with the same name, or the encryption context differs.",
    "filtered": "{none}. A filter excludes its key.",
    "other-name": "{none}. The message has keys with other names.",
    "other-kind": "{none}. The message needs another kind of key.",
}
_SELF_EXPLAINED = OTHER_USES | {"wrong-data-key"}  # outcomes whose hints name the data key
_CHANGED = "The bytes were changed after they were signed: {}."
_MAX_HINTS = 8
_WRONG_KEY_STAGES = ("commitment", "header_tag")  # that fail under a wrong data key
_KEY_STAGES = STAGES[STAGES.index("unwrap") :]


def verdict(diagnosis: Diagnosis) -> str:
    """One sentence, or two, in plain words."""
    # Reqs: CLI-DOC-017
    if diagnosis.recognition is not None:
        return _recognition_verdict(diagnosis)
    error, failed = diagnosis.error, diagnosis.verification.failed
    if error is not None and failed is not None:
        if any(defect.readable for defect in diagnosis.defects):
            return f"The message was written wrongly by {diagnosis.defects[0].row.name}, but can be read."
        if failed == "unwrap" or (failed in _WRONG_KEY_STAGES and _opens_otherwise(diagnosis)):
            return _no_key(diagnosis)
        return (_CHANGED if error.code is Code.SIGNATURE_INVALID else _FAILED[failed]).format(_sentence(error.message))
    if diagnosis.verification.plaintext_length is not None:
        opening = sorted({cell.key_index for cell in diagnosis.cells if cell.outcome == "opens"})
        key = f" opens with {diagnosis.keys[opening[0]]} and" if opening else ""
        return (
            f"The message is fine: it{key} is authentic to its end, {count(diagnosis.verification.plaintext_length, 'byte')} of plaintext."
        )
    signed = " and its signature is valid" if diagnosis.tree.signature.state == "verified" else ""
    return f"The message is complete{signed}: no problems found without a key."


def _recognition_verdict(diagnosis: Diagnosis) -> str:
    recognition = diagnosis.recognition
    assert recognition is not None
    first = f"This is not a valid message, but {recognition.name}."
    if not recognition.certain:
        first = f"This is not a message; it looks like {recognition.name}."
    inner = diagnosis.innermost
    if inner is diagnosis:
        return first
    if inner.recognition is not None:
        return f"{first} Inside is {inner.recognition.name}."
    return f"{first} Inside: {verdict(inner)}"


def _opens_otherwise(diagnosis: Diagnosis) -> bool:
    """Whether the bytes of a key open a data key, but not as they were given, and nothing else opens one."""
    outcomes = {cell.outcome for cell in diagnosis.cells}
    return "opens" not in outcomes and not OTHER_USES.isdisjoint(outcomes)


def _no_key(diagnosis: Diagnosis) -> str:
    """Which of the outcomes says most."""
    error, number = diagnosis.error, len(diagnosis.keys)
    assert error is not None
    outcomes = {cell.outcome for cell in diagnosis.cells}
    outcome = next((outcome for outcome in _NO_KEY if outcome in outcomes), None)
    if outcome is None:
        return f"No key opens the message: {_sentence(error.message)}."
    none, its = (
        ("Your key cannot decrypt this message", "Its") if number == 1 else (f"None of your {number} keys decrypts this message", "One")
    )
    cause = aws_cause(diagnosis, outcome)
    if cause is not None:
        return f"{none}. {cause}"
    return _NO_KEY[outcome].format(_sentence(error.message), none=none, its=its)


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
    error = diagnosis.error
    for defect in diagnosis.defects:
        yield defect.row.advice
    if error is not None:
        yield from _key_advice(diagnosis)
        yield from _context_advice(diagnosis)
        hint = error.hint or error_codes()[error.code].hint
        explained = any(defect.readable for defect in diagnosis.defects)
        explained |= diagnosis.verification.failed in _WRONG_KEY_STAGES and _opens_otherwise(diagnosis)
        if hint is not None and error.code is not Code.UNWRAP_FAILED and not explained:
            yield hint
    if diagnosis.service is not None:
        yield f"It appears to be from {diagnosis.service.name}. {diagnosis.service.advice}"
    elif error is None and diagnosis.verification.reached not in _KEY_STAGES:
        yield from list(aws_steps(diagnosis))[:_MAX_HINTS]
        yield "Give a key to check the rest: esdkit doctor --help."


def _key_advice(diagnosis: Diagnosis) -> Iterator[str]:
    outcomes = {cell.outcome for cell in diagnosis.cells}
    if "opens" in outcomes:
        return
    hints = [
        cell.hint if cell.outcome in _SELF_EXPLAINED else f"For encrypted data key [{cell.edk_index}]: {cell.hint}"
        for cell in sorted(diagnosis.cells, key=lambda cell: cell.outcome not in OTHER_USES)
        if cell.hint is not None
    ]
    yield from hints[:_MAX_HINTS]
    if hints[_MAX_HINTS:]:
        yield f"There are {len(hints) - _MAX_HINTS} more such hints under Keys."
    if _opens_otherwise(diagnosis):
        return
    if diagnosis.verification.failed == "unwrap":
        yield from _unopened_advice(diagnosis)
        if "does-not-open" in outcomes and diagnosis.tree.suite is not None and not diagnosis.tree.suite.signed:
            yield "The suite does not sign, so a change of context or data key in transit would not show here."
        if outcomes.isdisjoint({"not-reached", "filtered"}):
            steps = list(aws_steps(diagnosis))[:_MAX_HINTS]
            yield from steps
            if not steps and not _only_aws_tried(diagnosis):
                yield "Give a key that the message names; they are listed under Keys."
    elif diagnosis.verification.failed == "policy" and outcomes:
        yield "None of your keys opens it, either: the reasons are under Keys."


def _only_aws_tried(diagnosis: Diagnosis) -> bool:
    """Whether what was tried and does not open is under the keys of AWS that the message names."""
    unopened = [cell for cell in diagnosis.cells if cell.outcome == "does-not-open"]
    return bool(unopened) and all(held_by_aws(diagnosis, cell) for cell in unopened)


def _unopened_advice(diagnosis: Diagnosis) -> Iterator[str]:
    """What to check of keys that were tried and do not open. An RSA key of AWS KMS is asked without an encryption context."""
    unopened = [cell for cell in diagnosis.cells if cell.outcome == "does-not-open"]
    if any(not held_by_aws(diagnosis, cell) for cell in unopened):
        yield "Check the key's bytes, and give each context pair that is not stored with -c KEY=VALUE."
    elif any(cell.code is None or not asked_without_context(diagnosis, cell) for cell in unopened):
        yield "Give each context pair that is not stored with -c KEY=VALUE."


def _context_advice(diagnosis: Diagnosis) -> Iterator[str]:
    context = diagnosis.context
    if context is None:
        return
    for given, stored in context.near.items():
        yield f"The context key {given!r} is not stored, but {stored!r} is: they differ in case or white space."
    others = [key for key in context.reproduced if key not in context.near]
    if diagnosis.verification.failed in ("unwrap", "header_tag") and others:
        names = ", ".join(map(repr, others))
        yield f"The pairs of {names} are not stored, so they count as authenticated: leave them out if the writer did not have them."


def _sentence(message: str) -> str:
    return message.rstrip(".")

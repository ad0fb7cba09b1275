"""Errors of the official SDKs and of AWS KMS: which one a user pasted, and which ones a diagnosis explains (spec/sdk_errors.yaml)."""

from __future__ import annotations

import re

from esdkit.doctor.explain import Diagnosis
from esdkit.engine.verify import NO_KEY
from esdkit.spec import CHECKS, SdkError, kms_advice, sdk_errors

__all__ = ["as_printed", "found_here", "kms_codes", "matching", "related"]

_KMS = "AWS KMS"
_ASKED_BY_SDK = " If an SDK asked KMS for its data key and got this error, the encryption context or the key differs."
_MAX_TEXT = 1 << 16  # characters of a log, the last of them, where the error is


def matching(text: str) -> tuple[SdkError, ...]:
    """The errors that a text contains, for example a log."""
    # Reqs: CLI-DOC-016
    text = text[-_MAX_TEXT:]
    return tuple(row for row in sdk_errors().values() if re.search(row.pattern, text, re.IGNORECASE))


def kms_codes(text: str) -> dict[str, str]:
    """The error codes of AWS that a text contains, with what to do about each (spec/kms_errors.yaml)."""
    words = set(re.findall(r"\w+", text[-_MAX_TEXT:]))
    return {code: row.advice for code, row in kms_advice().items() if code in words}


_EXAMPLE = b"A\x02"  # as base64 and a ciphertext of AWS KMS have it


def as_printed(text: str, diagnosis: Diagnosis | None = None) -> str:
    """An error's text as an SDK prints it for some bytes, of which it may name the first or the second; never those of a key."""
    data = _EXAMPLE if diagnosis is None or diagnosis.may_be_key else diagnosis.source.read(0, 2)
    first, second, *_ = (*data[:2], 0, 0)
    return text.replace("{first}", str(first)).replace("{second}", str(second))


def found_here(row: SdkError, diagnosis: Diagnosis) -> str:
    """Whether a file shows what an error says, in one sentence."""
    # Reqs: CLI-DOC-016, CLI-DOC-028
    inner = diagnosis.innermost
    shown = next((why for level in (diagnosis, inner) if (why := _shown(row, level)) is not None), None)
    if shown is not None:
        return f"The file shows it: {shown}."
    if row.section == "thing" and row.sdks == (_KMS,):
        if inner.recognition is not None:
            return f"The file is {inner.recognition.name}."
        return f"The file is a message, so KMS Decrypt cannot open it.{_ASKED_BY_SDK if inner.asks_kms else ''}"
    if not row.codes:
        return "No check of a file shows this error."
    unmade = next((check for check in inner.verification.checks if check.outcome == "not-checked" and _gives(check.name, row)), None)
    if unmade is None:
        return "This file does not show it: the error came from other bytes, keys or settings."
    why = unmade.reason if inner.recognition is None else f"the file is {inner.recognition.name}"
    more = ": give the keys to doctor, too" if unmade.reason == NO_KEY else ""
    return f"Whether this file shows it is not known: {unmade.name} was not checked, because {why}{more}."


def _shown(row: SdkError, diagnosis: Diagnosis) -> str | None:
    """Which of the things that are wrong with some bytes an error tells of; None when it tells of none."""
    if diagnosis.error is not None and diagnosis.error.code.value in row.codes:
        return diagnosis.why
    errors = [*(check.error for check in diagnosis.verification.failures if check.error is not None), *diagnosis.tree.problems]
    return None if diagnosis.may_be_key else next((error.message for error in errors if error.code.value in row.codes), None)


def _gives(check: str, row: SdkError) -> bool:
    """Whether a check can give an error that has the same cause."""
    own = CHECKS[check].codes
    others = {code for other in CHECKS.values() for code in other.codes}
    return any(code in own if own else code not in others for code in row.codes)


def related(diagnosis: Diagnosis) -> tuple[SdkError, ...]:
    """The errors that the official SDKs give for what explains most of what is wrong here."""
    error = diagnosis.findings[0].error if diagnosis.findings else None
    code = None if error is None else error.code.value
    return tuple(row for row in sdk_errors().values() if code in row.codes)

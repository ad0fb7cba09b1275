"""Errors of the official SDKs and of AWS KMS: which one a user pasted, and which ones a diagnosis explains (spec/sdk_errors.yaml)."""

from __future__ import annotations

import re

from esdkit.doctor.explain import Diagnosis
from esdkit.spec import SdkError, kms_advice, sdk_errors

__all__ = ["as_printed", "found_here", "kms_codes", "matching"]

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
    """An error's text as an SDK prints it for some bytes, of which it may name the first or the second; never those of a key.

    Other placeholders are shown as dots.
    """
    data = _EXAMPLE if diagnosis is None or diagnosis.may_be_key else diagnosis.source.read(0, 2)
    first, second, *_ = (*data[:2], 0, 0)
    return re.sub(r"\{[a-z]+\}", "...", text.replace("{first}", str(first)).replace("{second}", str(second)))


def found_here(row: SdkError, diagnosis: Diagnosis) -> str:
    """Whether a file shows what an error says, in one sentence."""
    # Reqs: CLI-DOC-016
    inner = diagnosis.innermost
    for level in (diagnosis, inner):
        if level.error is not None and level.error.code.value in row.codes:
            return f"The file shows it: {level.why}."
    if row.section == "thing" and row.sdks == (_KMS,):
        if inner.recognition is not None:
            return f"The file is {inner.recognition.name}."
        return f"The file is a message, so KMS Decrypt cannot open it.{_ASKED_BY_SDK if inner.asks_kms else ''}"
    if row.section == "keys" and inner.recognition is None and not inner.keys:
        return "The file does not show it without the keys: give them to doctor, too."
    return "This file does not show it: the error came from other bytes, keys or settings."


"""Errors of the official SDKs and of AWS KMS: which one a user pasted, and which ones a diagnosis explains (spec/troubles.yaml)."""

from __future__ import annotations

import re

from esdkit.doctor.explain import Diagnosis
from esdkit.spec import Trouble, kms_advice, troubles

__all__ = ["as_printed", "kms_codes", "matching", "related"]

_MOST_TEXT = 1 << 16  # characters of a log


def matching(text: str) -> tuple[Trouble, ...]:
    """The errors that stand in a text, for example in a log.

    Reqs: CLI-DOC-016
    """
    text = text[:_MOST_TEXT]
    return tuple(row for row in troubles().values() if re.search(row.pattern, text, re.IGNORECASE))


def kms_codes(text: str) -> dict[str, str]:
    """The error codes of AWS that stand in a text, with what to do about each (spec/kms_errors.yaml)."""
    words = set(re.findall(r"\w+", text[:_MOST_TEXT]))
    return {code: row.advice for code, row in kms_advice().items() if code in words}


def as_printed(text: str, data: bytes = b"A\x02") -> str:
    """An error's text as an SDK prints it for some bytes, of which it may name the first or the second.

    By default these are those of base64 and of a ciphertext of AWS KMS.
    """
    first, second, *_ = (*data[:2], 0, 0)
    return text.replace("{first}", str(first)).replace("{second}", str(second))


def related(diagnosis: Diagnosis) -> tuple[Trouble, ...]:
    """The errors that the official SDKs give for what is wrong here."""
    code = None if diagnosis.error is None else diagnosis.error.code.value
    return tuple(row for row in troubles().values() if code in row.codes)

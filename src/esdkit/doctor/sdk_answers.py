"""What the official SDKs say to a message like this one: measured (spec/sdk_answers.yaml), never remembered.

Strategy: a diagnosis and a row of the table have the same facets: what is wrong, where, and how the keys did. Each facet in turn keeps
the rows that share it, if any do; what is left is what the SDKs said. Where that is more than one text, all of them are given: the
evidence does not tell them apart. tools/sdk_texts/measure.py takes the same facets when it writes the table.
Invariant: nothing is said about a kind of failure that was not measured.
"""

from __future__ import annotations

import re

from esdkit.doctor.explain import Diagnosis
from esdkit.frozen import frozen
from esdkit.spec import AnsweringSdk, Finding, answering_sdks, sdk_answers

__all__ = ["SdkAnswer", "finding", "measured"]

_SDK_CHECKS = ("structure", "limits", "policy", "context", "unwrap", "commitment", "header_tag", "frames", "signature", "trailing_data")
"""In the order of the SDKs, which take the signature last; esdkit takes it before the keys."""
_SDK_CHECKS_AFTER_HEADER = (*_SDK_CHECKS[1:8], "structure", *_SDK_CHECKS[8:])
"""When the header could be read: an SDK parses the rest frame by frame, with the keys."""
_NARROWING = ("context", "first", "signature", "keys", "at", "tried")
_TRIED = ("opens", "wrong-data-key", "other-padding", "not-reached", "does-not-open", "other-order", "other-name", "other-kind")
_KINDS = (("RawAes", "aes"), ("RawRsa", "rsa"), ("Kms", "kms"))


@frozen
class SdkAnswer:
    """What one SDK said to messages like this one. ``texts``: each that was seen; None among them: it accepts some, or all."""

    sdk: AnsweringSdk
    texts: tuple[str | None, ...]


def finding(diagnosis: Diagnosis) -> Finding | None:
    """The facets of what explains most of what is wrong; None when nothing is."""
    found = diagnosis.findings
    error = found[0].error if found else None
    if error is None:
        return None
    outcomes = {cell.outcome for cell in diagnosis.cells}
    return Finding(
        code=error.code.value,
        first=_first(diagnosis),
        signature=None if diagnosis.tree.signature.request is not None else diagnosis.tree.signature.state,
        at=None if error.path is None else re.sub(r"\[\d+\]", "", error.path),
        tried=next((outcome for outcome in _TRIED if outcome in outcomes), None),
        keys=_kind(diagnosis.keys),
        context=_gives_context(diagnosis),
    )


def _first(diagnosis: Diagnosis) -> str | None:
    """The code of what an SDK meets first; None when a check that it makes before was not made.

    A policy that nobody chose is passed over when something else is wrong.
    """
    verification = diagnosis.verification
    passed_over = [] if diagnosis.policy_given or len(diagnosis.findings) < 2 else ["policy"]
    for name in _SDK_CHECKS if verification.header is None else _SDK_CHECKS_AFTER_HEADER:
        check = verification.check(name)
        if check.error is not None and name not in passed_over:
            return check.error.code.value
        if check.outcome == "not-checked":
            return None
    return None


def _kind(keys: tuple[str, ...]) -> str | None:
    if len(keys) != 1:
        return "several" if keys else None
    return next((kind for prefix, kind in _KINDS if keys[0].startswith(prefix)), None)


def _gives_context(diagnosis: Diagnosis) -> bool:
    claim = diagnosis.context
    return claim is not None and bool(claim.agreeing or claim.differing or claim.reproduced)


def measured(diagnosis: Diagnosis) -> tuple[SdkAnswer, ...]:
    """What each measured SDK said when the same was wrong; nothing when nothing is, or when that was not measured."""
    # Reqs: CLI-SDK-001
    found = finding(diagnosis)
    if found is None:
        return ()
    rows = [row for row in sdk_answers() if row.found is not None and row.found.code == found.code]
    for facet in _NARROWING:
        same = [row for row in rows if getattr(row.found, facet) == getattr(found, facet)]
        rows = same or rows
    answers = []
    for sdk in answering_sdks().values():
        texts = dict.fromkeys(row.said[sdk.id] for row in rows if sdk.id in row.said)
        if texts:
            answers.append(SdkAnswer(sdk, tuple(texts)))
    return tuple(answers)

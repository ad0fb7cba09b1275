"""A diagnosis as JSON data (spec/schemas/diagnosis.json). Bytes are hexadecimal, offsets and lengths count bytes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.sdk_answers import measured
from esdkit.doctor.sdk_errors import found_here, kms_codes, matching, nearest
from esdkit.doctor.verification import check_to_json
from esdkit.inspector.views.json import error_to_json, reader_to_json, suite_to_json

__all__ = ["diagnosis_to_json", "doctor_report"]

_SCHEMA = 1


def doctor_report(diagnosis: Diagnosis, name: str, error_text: str | None) -> dict[str, Any]:
    """What ``esdkit doctor --json`` prints.

    Args:
        diagnosis: of the file.
        name: of the file.
        error_text: what an SDK or AWS KMS said; None for nothing.
    """
    text = error_text or ""
    found, kms = matching(text), kms_codes(text)
    guess = None if found or kms else nearest(text)
    said = [
        {"id": row.id, "sdks": list(row.sdks), "cause": cause, "fix": fix, "here": found_here(row, diagnosis)}
        for row, _, cause, fix in found
    ]
    return {
        "schema": _SCHEMA,
        "file": name,
        "errors": said,
        "kms": kms,
        "nearest": None if guess is None else guess.id,
        **diagnosis_to_json(diagnosis),
    }


def diagnosis_to_json(diagnosis: Diagnosis) -> dict[str, Any]:
    """The members of a diagnosis; what the bytes hold is in ``inside``, in the same form."""
    recognition, suite, error = diagnosis.recognition, diagnosis.tree.suite, diagnosis.error
    service = diagnosis.service
    return {
        "verdict": verdict(diagnosis),
        "length": diagnosis.length,
        "thing": None
        if recognition is None
        else {
            "kind": recognition.kind,
            "name": recognition.name,
            "offset": recognition.offset,
            "evidence": recognition.evidence.hex(),
            "certain": recognition.certain,
            "detail": recognition.detail,
        },
        "suite": None if suite is None or recognition is not None else suite_to_json(suite),
        "not_examined": diagnosis.not_examined,
        "headline": diagnosis.findings[0].name if diagnosis.findings else None,
        "reached": diagnosis.verification.reached,
        "failed": diagnosis.verification.failed,
        "error": None if error is None else {**error_to_json(error), "message": diagnosis.why},
        "checks": [check_to_json(check) for check in diagnosis.verification.checks if not diagnosis.may_be_key],
        "plaintext_length": diagnosis.verification.plaintext_length,
        "keys": list(diagnosis.keys),
        "cells": [asdict(cell) for cell in diagnosis.cells],
        "cells_omitted": diagnosis.cells_omitted,
        "needs": [asdict(need) for need in diagnosis.needs],
        "policy": None if diagnosis.policy is None else {**asdict(diagnosis.policy), "allowing": list(diagnosis.policy.allowing)},
        "context": None if diagnosis.context is None else _lists(asdict(diagnosis.context)),
        "readers": [reader_to_json(reader) for reader in diagnosis.readers],
        "service": None
        if service is None
        else {"name": service.name, "confidence": service.confidence, "because": service.sign, "advice": service.advice},
        "defects": [
            {"id": defect.row.id, "name": defect.row.name, "evidence": defect.evidence, "readable": defect.readable}
            for defect in diagnosis.defects
        ],
        "remarks": list(diagnosis.remarks),
        "advice": list(advice(diagnosis)),
        "sdks_say": [
            {"sdk": answer.sdk.title, "versions": dict(answer.sdk.versions), "texts": list(answer.texts)} for answer in measured(diagnosis)
        ],
        "inside": None if diagnosis.inside is None else diagnosis_to_json(diagnosis.inside),
    }


def _lists(row: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}

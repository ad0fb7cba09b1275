"""The specification as data: the YAML of ``spec/`` as frozen dataclasses.

Strategy: ``data.py`` finds and reads the files, ``model.py`` names the shapes. What the engine needs at every start (suites, constants,
limits, fields) is read at import; what only explains (errors, decisions) is read at first use. Requirement files are for tools and tests
and are never read here. This room holds no rule and computes nothing.
"""

from esdkit.spec.data import (
    CONSTANTS,
    FIELDS,
    LIMITS,
    NOT_ESDK,
    POLICIES,
    SIGNATURES,
    STAGES,
    SUITES,
    decisions,
    error_codes,
    exit_codes,
    kms_advice,
    origins,
    readers,
    refusal,
    spec_path,
    stage_meanings,
)
from esdkit.spec.model import CommitmentRule, Constants, Decision, ErrorCode, Field, KmsAdvice, Readers, SignatureScheme, Suite

__all__ = [
    "CONSTANTS",
    "FIELDS",
    "LIMITS",
    "NOT_ESDK",
    "POLICIES",
    "SIGNATURES",
    "STAGES",
    "SUITES",
    "CommitmentRule",
    "Constants",
    "Decision",
    "ErrorCode",
    "Field",
    "KmsAdvice",
    "Readers",
    "SignatureScheme",
    "Suite",
    "decisions",
    "error_codes",
    "exit_codes",
    "kms_advice",
    "origins",
    "readers",
    "refusal",
    "spec_path",
    "stage_meanings",
]

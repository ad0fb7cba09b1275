"""At which stage a program refused, and whether that is where the message is wrong.

Strategy: a stage that the program names counts; of one that names none, the text of its error may be one of the official SDKs'
(spec/sdk_errors.yaml) that can only mean one stage. A refusal is right at every stage at which ``verify`` finds a fault of the message,
since readers make the checks in different orders, and where spec/targets.yaml says that one check belongs to two stages.
Invariant: what is not certain is None, so that no program is blamed for a guess.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from esdkit.doctor.sdk_errors import matching
from esdkit.engine.verify import Verification
from esdkit.errors import EsdkError
from esdkit.spec import CHECKS, STAGES, error_codes, fair_stages
from esdkit.targets.base import Refused
from esdkit.vectors.model import Reject, Vector
from esdkit.vectors.opening import open_keys
from esdkit.vectors.reading import client_of, unstored_context

__all__ = ["also_right", "right_stages", "stage_of", "verified"]

_OF_MESSAGES = ("MalformedMessage", "UnsupportedMessage")


def stage_of(refused: Refused) -> str | None:
    """The stage at which a program says that it refused; None if it does not say, or not clearly."""
    if refused.stage is not None:
        return refused.stage
    rows = matching(f"{refused.kind}: {refused.error}" if refused.kind else refused.error)
    stages = {_stages()[code] for one in rows for code in one.row.codes if code in _stages()}
    unclear = any(not one.row.codes for one in rows)
    return stages.pop() if len(stages) == 1 and not unclear else None


@cache
def _stages() -> dict[str, str]:
    """The stage of each error code that a check gives; codes of the format that no other check has are those of ``parse``."""
    named = {code: check.stage for check in CHECKS.values() for code in check.codes}
    parsed = {code: STAGES[0] for code, row in error_codes().items() if row.class_name in _OF_MESSAGES}
    return {**parsed, **named}


def right_stages(vector: Vector) -> frozenset[str]:
    """Every stage at which a reader may refuse the message of a vector that names one."""
    expected = vector.expectation
    assert isinstance(expected, Reject) and expected.stage is not None
    verification = verified(vector)
    found = set() if verification is None else {check.stage for check in verification.failures}
    path = "" if verification is None or verification.error is None else verification.error.path or ""
    return frozenset({expected.stage} | found | also_right({expected.code}, path) | _of_a_random_key(vector, expected))


def also_right(codes: Collection[str | None], path: str) -> frozenset[str]:
    """The stages that spec/targets.yaml calls right for the same check, by the error codes of the fault and the path of its field."""
    rows = [row for row in fair_stages() if not set(row.codes).isdisjoint(codes) or (row.field and path.startswith(row.field))]
    return frozenset(stage for row in rows for stage in row.stages)


def verified(vector: Vector) -> Verification | None:
    """What esdkit finds in the message of a vector, under the vector's own keys; None if it could not even begin."""
    try:
        return client_of(vector).verify(
            source=vector.ciphertext,
            cmm=open_keys(vector.keys, unstored_context(vector)).manager,
            encryption_context=vector.encryption_context,
            unsigned_only=vector.unsigned_only,
        )
    except EsdkError:
        return None


def _of_a_random_key(vector: Vector, expected: Reject) -> set[str]:
    """RSA with PKCS #1 v1.5 may give a random data key for what it cannot unwrap; that shows where the key is used."""
    if expected.stage != "unwrap" or vector.keys is None or not _unwraps_pkcs1(vector.keys.keyring):
        return set()
    return {"commitment", "header_tag"}


def _unwraps_pkcs1(description: object) -> bool:
    """Whether a keyring below a description is RSA with PKCS #1 v1.5."""
    if isinstance(description, Mapping):
        return description.get("padding") == "pkcs1" or any(map(_unwraps_pkcs1, description.values()))
    return isinstance(description, list | tuple) and any(map(_unwraps_pkcs1, description))

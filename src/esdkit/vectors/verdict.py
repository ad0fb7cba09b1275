"""What a vector proves: the walk through the stages against what the manifest expects.

Invariants: a vector passes for exactly what it expects. Without its data key it is skipped, with the stage that it reached, and never
passed; but only where the missing key can be the message's. A negative vector passes because the message was refused, never because a key,
a file or an argument was missing, or because the file is not a message.
Not here: walking the stages (engine), running many vectors (``runner``).
"""

from __future__ import annotations

from typing import Literal

from esdkit.crypto.kdf import derive_keys
from esdkit.engine.verify import Verification
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, MaterialsError, MessageError, PolicyError
from esdkit.frozen import frozen
from esdkit.message import Header
from esdkit.spec import BEGINNINGS, CONSTANTS, STAGES
from esdkit.vectors.model import Accept, KnownAnswers, Need, Reject, Vector
from esdkit.vectors.opening import OpenedKeys

__all__ = ["Result", "failed_before", "judge"]

_SUITE_ID = 2  # bytes at the end of a beginning


@frozen
class Result:
    """The outcome of one vector.

    Attributes:
        suite: the vector set's name.
        id: the vector's.
        outcome: passed, failed or skipped.
        tier: the last stage that held; None when the first did not.
        stage: the stage that failed or could not be looked at; None when all held.
        code: an error code, or for a skipped vector what it needs.
        reason: one line for people.
        deviation: why an outcome that differs from the manifest's was expected.
        seconds: how long it took.
    """

    suite: str
    id: str
    outcome: Literal["passed", "failed", "skipped"]
    tier: str | None = None
    stage: str | None = None
    code: str | None = None
    reason: str | None = None
    deviation: str | None = None
    seconds: float = 0.0


def judge(suite: str, vector: Vector, verification: Verification, keys: OpenedKeys) -> Result:
    """Check one vector.

    Args:
        suite: the set's name.
        vector: what was expected.
        verification: what happened; it ends before ``unwrap`` when no key was available.
        keys: what was used.
    """
    if isinstance(vector.expectation, Accept):
        result = _judge_positive(suite, vector, verification, keys)
    else:
        result = _judge_negative(suite, vector, vector.expectation, verification, keys)
    return (_wrong_on_the_way(suite, vector, verification) or result) if result.outcome == "passed" else result


def failed_before(suite: str, vector: Vector, error: EsdkError) -> Result:
    """The result of a vector whose walk could not even begin."""
    return Result(suite, vector.id, "failed", code=error.code.value, reason=error.summary, deviation=vector.deviation)


def _judge_positive(suite: str, vector: Vector, verification: Verification, keys: OpenedKeys) -> Result:
    # Reqs: TVM-COM-010, TVM-COM-012
    if _data_key_is_missing(verification, keys):
        why = _why_no_reason_to_skip(verification, keys)
        if why is None:
            return _skipped(suite, vector, verification, keys)
        return _result("failed", suite, vector, verification, why)
    if verification.error is not None:
        return _result("failed", suite, vector, verification, str(verification.error))
    known = isinstance(vector.expectation, Accept) and vector.expectation.plaintext is not None
    if verification.reached != STAGES[-1 if known else -2]:
        return _result("failed", suite, vector, verification, f"it stopped after the stage {verification.reached}")
    return _result("passed", suite, vector, verification)


def _why_no_reason_to_skip(verification: Verification, keys: OpenedKeys) -> str | None:
    """Why a positive vector fails although one of its keys is not available here; None if it may be skipped."""
    # Reqs: TVM-COM-012
    if any(keyring.refused for keyring in keys.keyrings):
        return "a key of the vector does not open its own encrypted data key"
    if not all(keyring.tried for keyring in keys.keyrings):
        return "the message has no encrypted data key for a key of the vector"
    if verification.header is not None and keys.missing and set(keys.missing) == {Need.AWS_KMS} and not _has_kms(verification.header):
        return "the key that is missing is in AWS KMS, and the message has no encrypted data key of AWS KMS"
    return None


def _has_kms(header: Header) -> bool:
    # Reqs: TVM-COM-012
    prefix = CONSTANTS.reserved_provider_prefix.encode("ascii")
    return any(key.provider_id.startswith(prefix) for key in header.encrypted_data_keys)


def _judge_negative(suite: str, vector: Vector, expected: Reject, verification: Verification, keys: OpenedKeys) -> Result:
    # Reqs: TVM-CMT-006, TVM-COM-011, TVM-COM-012, TVM-NAT-004
    error = verification.error
    if _data_key_is_missing(verification, keys) and not _held(expected.stage, verification):
        return _skipped(suite, vector, verification, keys)
    if error is None:
        where = (
            f"it was expected to be refused at {expected.stage} with {expected.code}" if expected.stage else "it was expected to be refused"
        )
        return Result(
            suite, vector.id, "failed", verification.reached, expected.stage, Code.UNEXPECTED_SUCCESS.value, where, vector.deviation
        )
    if expected.stage is None:
        valid = _is_message(vector.ciphertext) and _refuses(error, vector, keys)
        reason = error.summary if _is_message(vector.ciphertext) else "the file does not begin as a message does"
        why = None if valid else f"refused for a reason that proves nothing: {reason}"
    else:
        valid = (verification.failed, error.code.value) == (expected.stage, expected.code)
        why = None if valid else f"expected {expected.code} at {expected.stage}: {error.summary}"
    return _result("passed" if valid else "failed", suite, vector, verification, why)


def _is_message(data: bytes) -> bool:
    """Whether a file begins as a message does, whatever tampering did to it: cut it, flipped one bit, or exchanged the suite."""
    # Reqs: TVM-COM-011
    exchanged = any(data.startswith(beginning[:-_SUITE_ID]) for beginning in BEGINNINGS)
    return exchanged or (bool(data) and any(_flipped_bits(data, beginning) <= 1 for beginning in BEGINNINGS))


def _flipped_bits(one: bytes, other: bytes) -> int:
    # Reqs: TVM-COM-011
    return sum((left ^ right).bit_count() for left, right in zip(one, other, strict=False))


def _refuses(error: EsdkError, vector: Vector, keys: OpenedKeys) -> bool:
    """Whether an error refuses the message, where the manifest does not say which error it must be."""
    # Reqs: TVM-COM-011
    if isinstance(error, PolicyError):
        return vector.unsigned_only and error.code is Code.SIGNED_NOT_ALLOWED
    if isinstance(error, DataKeyUnwrapError):
        return keys.all_refused
    return isinstance(error, MessageError | MaterialsError)


def _data_key_is_missing(verification: Verification, keys: OpenedKeys) -> bool:
    """Whether the walk ended because there was no data key, and a key that is not available here might have given it."""
    # Reqs: TVM-COM-012
    if not keys.missing:
        return False
    return verification.error is None if keys.manager is None else isinstance(verification.error, DataKeyUnwrapError)


def _held(stage: str | None, verification: Verification) -> bool:
    """Whether a stage was looked at and held."""
    # Reqs: TVM-COM-012
    if stage is None or verification.reached is None:
        return False
    return STAGES.index(stage) <= STAGES.index(verification.reached)


def _skipped(suite: str, vector: Vector, verification: Verification, keys: OpenedKeys) -> Result:
    # Reqs: TVM-COM-012
    stage = STAGES[STAGES.index(verification.reached) + 1] if verification.reached else STAGES[0]
    reason = "its data key is not available here"
    return Result(suite, vector.id, "skipped", verification.reached, stage, keys.missing[0].value, reason, vector.deviation)


def _result(
    outcome: Literal["passed", "failed"], suite: str, vector: Vector, verification: Verification, reason: str | None = None
) -> Result:
    code = None if verification.error is None else verification.error.code.value
    return Result(suite, vector.id, outcome, verification.reached, verification.failed, code, reason, vector.deviation)


def _wrong_on_the_way(suite: str, vector: Vector, verification: Verification) -> Result | None:
    """A failed result if the message contains or yields a value that differs from the manifest's; None if all values match."""
    # Reqs: TVM-CMT-004
    if vector.known is None or verification.header is None:
        return None
    wrong = _first_difference(vector.known, verification.header, vector)
    if wrong is None:
        return None
    stage, what = wrong
    index = STAGES.index(stage)
    tier = STAGES[index - 1] if index else None
    return Result(
        suite,
        vector.id,
        "failed",
        tier,
        stage,
        Code.KNOWN_ANSWER_MISMATCH.value,
        f"the {what} differs from the manifest's",
        vector.deviation,
    )


def _first_difference(known: KnownAnswers, header: Header, vector: Vector) -> tuple[str, str] | None:
    """The stage that a wrong value belongs to, and its name."""
    # Reqs: TVM-CMT-004
    if known.message_id is not None and known.message_id != header.message_id:
        return "parse", "message id"
    if known.encryption_context is not None and known.encryption_context != header.encryption_context:
        return "parse", "encryption context"
    data_key = None if vector.keys is None else vector.keys.data_key
    if data_key is None or (known.commit_key is None and known.content_key is None):
        return None
    derived = derive_keys(header.suite, data_key, header.message_id)
    if known.commit_key is not None and known.commit_key != derived.commit_key:
        return "commitment", "commit key"
    if known.content_key is not None and known.content_key != derived.content_key.reveal():
        return "header_tag", "content key"
    return None

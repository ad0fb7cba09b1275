"""What a vector proves, for every kind of expectation and every end that a walk can take."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from esdkit.engine.verify import CheckResult, Verification
from esdkit.errors import (
    Attempt,
    AuthenticationError,
    Code,
    DataKeyUnwrapError,
    EsdkError,
    KeyringError,
    MalformedMessage,
    MaterialsError,
    PolicyError,
    TruncatedMessage,
    UnsupportedMessage,
    UsageError,
    VectorError,
)
from esdkit.spec import BEGINNINGS, CHECKS, STAGES
from esdkit.vectors.model import Accept, Expectation, KeyDescription, Need, Reject, Vector, given_data_key
from esdkit.vectors.opening import ObservedKeyring, OpenedKeys, open_keys
from esdkit.vectors.verdict import failed_before, judge
from tests.unit.vectors import making
from tests.unit.vectors.making import aes_keyring, multi, unavailable

BYTES = BEGINNINGS[0]
KEY = KeyDescription(aes_keyring("n", "k"), {"k": bytes(16)})
KMS = KeyDescription(making.KMS)


def several(*descriptions: KeyDescription) -> KeyDescription:
    keys = {name: key for description in descriptions for name, key in description.keys.items()}
    return KeyDescription(multi(*(description.keyring for description in descriptions)), keys)


POSITIVE = Accept(b"plaintext")
UNSIGNED = PolicyError(Code.SIGNED_NOT_ALLOWED, "signed")
UNWRAP = DataKeyUnwrapError("none", [Attempt(0, "k", "no")])


def walk(stage: str, error: EsdkError | None = None) -> Verification:
    """A walk that held before ``stage`` and failed there, or stopped there when there is no error. ``end`` holds throughout."""
    index = STAGES.index(stage) if stage != "end" else len(STAGES)
    checks = []
    for name, row in CHECKS.items():
        at = STAGES.index(row.stage) - index
        if at == 0 and error is not None:
            checks.append(CheckResult(name, "failed", error))
        else:
            checks.append(CheckResult(name, "passed" if at < 0 else "not-checked"))
    return Verification(tuple(checks), None, None)


def opened(description: KeyDescription | None, refused: Sequence[bool] = ()) -> OpenedKeys:
    keys = open_keys(description)
    for keyring, was_refused in zip(keys.keyrings, refused, strict=False):
        keyring.tried = keyring.refused = was_refused
    return keys


def outcome(
    expectation: Expectation,
    verification: Verification,
    *,
    keys: KeyDescription | None = KEY,
    refused: Sequence[bool] = (),
    unsigned_only: bool = False,
) -> tuple[str, str | None, str | None, str | None]:
    vector = Vector("v", BYTES, expectation, keys, unsigned_only=unsigned_only)
    result = judge("made", vector, verification, opened(keys, refused))
    assert (result.suite, result.id) == ("made", "v")
    return result.outcome, result.tier, result.stage, result.code


@pytest.mark.req("TVM-COM-010")
def test_positive_that_holds_throughout_passes() -> None:
    assert outcome(POSITIVE, walk("end")) == ("passed", "plaintext", None, None)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.req("TVM-COM-010", kind="negative")
def test_positive_that_fails_anywhere_fails_with_stage_and_code(stage: str) -> None:
    error = VectorError(Code.PLAINTEXT_MISMATCH, "other")
    tier = STAGES[STAGES.index(stage) - 1] if stage != STAGES[0] else None
    assert outcome(POSITIVE, walk(stage, error)) == ("failed", tier, stage, "plaintext-mismatch")


@pytest.mark.req("TVM-COM-010", kind="negative")
def test_positive_that_stops_before_the_end_with_its_key_at_hand_fails() -> None:
    assert outcome(POSITIVE, walk("unwrap"))[0] == "failed"
    assert outcome(POSITIVE, walk("plaintext"))[0] == "failed"


@pytest.mark.parametrize("need", list(Need))
@pytest.mark.req("TVM-COM-012")
def test_positive_without_its_key_is_skipped_with_its_tier(need: Need) -> None:
    keys = several(KeyDescription(unavailable(need)), KMS)
    assert outcome(POSITIVE, walk("unwrap"), keys=keys) == ("skipped", "context", "unwrap", need.value)


@pytest.mark.parametrize("stage", STAGES[: STAGES.index("unwrap")])
@pytest.mark.req("TVM-COM-012", kind="negative")
def test_positive_without_its_key_that_fails_earlier_fails(stage: str) -> None:
    error = AuthenticationError(Code.SIGNATURE_INVALID, "no")
    assert outcome(POSITIVE, walk(stage, error), keys=KMS)[::2] == ("failed", stage)


@pytest.mark.req("TVM-COM-012", kind="negative")
def test_positive_with_some_keys_missing_and_another_not_tried_fails() -> None:
    assert outcome(POSITIVE, walk("unwrap", UNWRAP), keys=several(KMS, KEY))[0] == "failed"


@pytest.mark.req("TVM-COM-012", kind="negative")
def test_positive_with_some_keys_missing_and_another_refused_fails() -> None:
    assert outcome(POSITIVE, walk("unwrap", UNWRAP), keys=several(KMS, KEY), refused=[True])[0] == "failed"


@pytest.mark.req("TVM-COM-012", kind="negative")
def test_positive_whose_key_is_at_hand_and_not_meant_fails() -> None:
    assert outcome(POSITIVE, walk("unwrap", UNWRAP)) == ("failed", "context", "unwrap", "unwrap-failed")


FRAMES = Reject("frames", "body-tag-invalid")
TAG = AuthenticationError(Code.BODY_TAG_INVALID, "no")


@pytest.mark.req("TVM-NAT-004", "TVM-COM-011")
def test_negative_passes_at_its_stage_with_its_code() -> None:
    assert outcome(FRAMES, walk("frames", TAG)) == ("passed", "header_tag", "frames", "body-tag-invalid")


@pytest.mark.parametrize(
    ("stage", "error"),
    [
        ("header_tag", TAG),
        ("frames", AuthenticationError(Code.HEADER_TAG_INVALID, "no")),
        ("parse", TruncatedMessage(Code.TRUNCATED, "no")),
        ("unwrap", UNWRAP),
    ],
    ids=["other-stage", "other-code", "both", "unwrap"],
)
@pytest.mark.req("TVM-NAT-004", kind="negative")
def test_negative_elsewhere_fails_and_says_where(stage: str, error: EsdkError) -> None:
    assert outcome(FRAMES, walk(stage, error))[::2] == ("failed", stage)
    assert outcome(FRAMES, walk(stage, error))[3] == error.code.value


@pytest.mark.req("TVM-NAT-004", kind="negative")
def test_negative_that_is_accepted_fails_at_the_stage_that_was_expected() -> None:
    assert outcome(FRAMES, walk("plaintext")) == ("failed", "frames", "frames", "unexpected-success")


@pytest.mark.req("TVM-COM-012")
def test_negative_behind_the_missing_key_is_skipped() -> None:
    assert outcome(FRAMES, walk("unwrap"), keys=KMS) == ("skipped", "context", "unwrap", "needs-aws-kms")
    assert outcome(Reject("unwrap", "unwrap-failed"), walk("unwrap"), keys=KMS)[0] == "skipped"


@pytest.mark.req("TVM-COM-012", "TVM-NAT-004")
def test_negative_before_the_missing_key_is_judged() -> None:
    expected = Reject("signature", "signature-invalid")
    assert outcome(expected, walk("signature", AuthenticationError(Code.SIGNATURE_INVALID, "no")), keys=KMS)[0] == "passed"
    assert outcome(expected, walk("unwrap"), keys=KMS) == ("failed", "context", "signature", "unexpected-success")


@pytest.mark.req("TVM-COM-012", "TVM-NAT-004")
def test_negative_without_any_key_is_judged() -> None:
    expected = Reject("parse", "truncated")
    assert outcome(expected, walk("parse", TruncatedMessage(Code.TRUNCATED, "no")), keys=None)[0] == "passed"
    assert outcome(expected, walk("unwrap"), keys=None) == ("failed", "context", "parse", "unexpected-success")


ANY = Reject()
VALID = [
    TruncatedMessage(Code.TRUNCATED, "no"),
    MalformedMessage(Code.TRAILING_DATA, "no"),
    UnsupportedMessage(Code.UNKNOWN_SUITE, "no"),
    AuthenticationError(Code.HEADER_TAG_INVALID, "no"),
    MaterialsError(Code.REQUIRED_CONTEXT_MISSING, "no"),
]
PROVE_NOTHING = [
    UsageError(Code.INVALID_ARGUMENT, "no"),
    VectorError(Code.VECTOR_FILE_MISSING, "no"),
    KeyringError(Code.UNWRAP_FAILED, "no"),
    UNWRAP,
    UNSIGNED,
    PolicyError(Code.POLICY_VIOLATION, "no"),
    PolicyError(Code.HEADER_TOO_LARGE, "no"),
]


@pytest.mark.parametrize("error", VALID, ids=lambda error: error.code.value)
@pytest.mark.req("TVM-COM-011")
def test_negative_of_any_kind_passes_when_the_message_is_refused(error: EsdkError) -> None:
    assert outcome(ANY, walk("parse", error)) == ("passed", None, "parse", error.code.value)


@pytest.mark.parametrize("error", PROVE_NOTHING, ids=lambda error: f"{type(error).__name__}-{error.code.value}")
@pytest.mark.req("TVM-COM-011", kind="negative")
def test_negative_of_any_kind_fails_when_the_refusal_proves_nothing(error: EsdkError) -> None:
    assert outcome(ANY, walk("unwrap", error)) == ("failed", "context", "unwrap", error.code.value)


@pytest.mark.req("TVM-DEC-004")
def test_negative_of_any_kind_passes_on_the_unsigned_only_policy_where_that_is_asked() -> None:
    assert outcome(ANY, walk("policy", UNSIGNED), unsigned_only=True)[0] == "passed"
    assert outcome(ANY, walk("policy", PolicyError(Code.POLICY_VIOLATION, "no")), unsigned_only=True)[0] == "failed"


@pytest.mark.req("TVM-COM-011")
def test_negative_of_any_kind_passes_when_every_key_was_tried_and_refused() -> None:
    both = several(KEY, KEY)
    assert outcome(ANY, walk("unwrap", UNWRAP), refused=[True])[0] == "passed"
    assert outcome(ANY, walk("unwrap", UNWRAP), keys=both, refused=[True, True])[0] == "passed"
    assert outcome(ANY, walk("unwrap", UNWRAP), keys=both, refused=[True, False])[0] == "failed"


@pytest.mark.req("TVM-COM-012")
def test_negative_of_any_kind_with_a_missing_key_is_skipped() -> None:
    assert outcome(ANY, walk("unwrap"), keys=KMS)[0] == "skipped"
    assert outcome(ANY, walk("unwrap", UNWRAP), keys=several(KMS, KEY), refused=[True])[0] == "skipped"


@pytest.mark.req("TVM-COM-011", kind="negative")
def test_negative_of_any_kind_that_is_accepted_fails() -> None:
    assert outcome(ANY, walk("plaintext")) == ("failed", "frames", None, "unexpected-success")
    result = judge("made", Vector("v", BYTES, ANY, KEY), walk("plaintext"), opened(KEY))
    assert result.reason == "it was expected to be refused"


def test_vector_that_could_not_be_walked_fails_with_the_error() -> None:
    vector = Vector("v", b"", ANY, given_data_key(bytes(16)), deviation="why")
    result = failed_before("made", vector, UsageError(Code.INVALID_ARGUMENT, "what"))
    assert (result.outcome, result.tier, result.code, result.reason, result.deviation) == (
        "failed",
        None,
        "invalid-argument",
        "what",
        "why",
    )


def test_deviation_is_carried_by_every_outcome() -> None:
    vector = Vector("v", b"", FRAMES, KEY, deviation="why")
    for keys, verification in ((KEY, walk("frames", TAG)), (KEY, walk("plaintext")), (KMS, walk("unwrap"))):
        assert judge("made", replace(vector, keys=keys), verification, opened(keys)).deviation == "why"


def test_observed_keyring_is_told_apart_from_its_twin() -> None:
    keys = opened(several(KEY, KEY), [True, False])
    assert [keyring.refused for keyring in keys.keyrings] == [True, False]
    assert all(isinstance(keyring, ObservedKeyring) for keyring in keys.keyrings)

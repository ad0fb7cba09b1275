"""What doctor says that SDKs say: for each row of the measured table it agrees; nothing is said of what was not measured."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from esdkit.crypto.signing import use_verifier
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.sdk_answers import finding, measured
from esdkit.doctor.text import diagnosis_to_text
from esdkit.spec import SdkAnswerRow, answering_sdks, sdk_answers
from tests.samples import native_cases, native_ciphertext, native_keys
from tests.unit.doctor.cases import MULTI, aes, diagnosed
from tools.sdk_texts.measure import diagnosed as diagnosed_case
from tools.sdk_texts.misuses import Case, misuses, negatives

_MANY = ("public-key-malformed", "bad-content-type")  # which fault a key has, or which wrong value a field, is not a facet


@cache
def cases() -> dict[str, Case]:
    """The native vectors that must be refused, and the misuses that need no KMS."""
    both = [*negatives(native_cases(), native_ciphertext), *misuses(native_cases(), native_ciphertext)]
    return {case.id: case for case in both if case.op == "decrypt" and case.kms is None}


def rows() -> Iterator[tuple[SdkAnswerRow, str]]:
    for row in sdk_answers():
        if row.found is not None:
            yield from ((row, case) for case in row.cases if case in cases())


def said(diagnosis: Diagnosis) -> dict[str, tuple[str | None, ...]]:
    return {answer.sdk.id: answer.texts for answer in measured(diagnosis)}


@pytest.mark.slow
@pytest.mark.req("CLI-SDK-001")
def test_each_row_of_the_table_agrees() -> None:
    asked, alone = 0, 0
    for row, case in rows():
        diagnosis = diagnosed_case(cases()[case], native_keys())
        answers = said(diagnosis)
        for sdk, text in row.said.items():
            assert text in answers[sdk], (case, sdk)
            assert len(answers[sdk]) <= 4 or row.found is None or row.found.code in _MANY, (case, sdk)
            asked, alone = asked + 1, alone + (len(answers[sdk]) == 1)
    assert {case for _, case in rows()} >= {case.id for case in negatives(native_cases(), native_ciphertext)}
    assert asked > 1500
    assert alone > 0.7 * asked


@pytest.mark.req("CLI-SDK-001")
@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("flip-0578-body.frame.ciphertext", "InvalidTag"),
        ("flip-0578-header.encrypted_data_keys.ciphertext", "InvalidTag"),
        ("flip-0578-header.encryption_context.key", "InvalidTag"),
        ("flip-0578-header_auth.tag", "SerializationError: Header authorization failed"),
        ("flip-0578-header.message_id", "MasterKeyProviderError: Key commitment validation failed."),
        ("parse-suite-0000", "UnknownIdentityError: ('Unknown algorithm {n}'"),
        ("trailing-newline-0578", None),
    ],
)
def test_python_says_what_was_seen(case: str, text: str | None) -> None:
    (row,) = (row for row in sdk_answers() if case in row.cases)
    measured_text = row.said["python"]
    assert measured_text is None if text is None else measured_text is not None and measured_text.startswith(text)


def test_nothing_is_said_of_what_is_fine_or_was_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert finding(diagnosed(MULTI, aes())) is None
    assert measured(diagnosed(MULTI, aes())) == ()
    damaged = diagnosed(MULTI[:-1], aes())
    assert measured(damaged) != ()
    other = tuple(row for row in sdk_answers() if row.found is not None and row.found.code != "truncated")
    monkeypatch.setattr("esdkit.doctor.sdk_answers.sdk_answers", lambda: other)
    assert measured(damaged) == ()


@pytest.mark.req("CLI-INS-012")
def test_signature_that_was_not_checked_leaves_the_answers_to_every_state() -> None:
    data = native_ciphertext("mpl-0378-aes-192-void-f256-p1")
    policy = "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"
    with use_verifier(lambda request: None):
        unknown = diagnosed(data, policy=policy)
    known = diagnosed(data, policy=policy)
    assert [found and found.signature for found in (finding(unknown), finding(known))] == [None, "verified"]
    assert all(set(texts) <= set(said(unknown)[sdk]) for sdk, texts in said(known).items())


@pytest.mark.req("CLI-SDK-001", kind="negative")
def test_without_a_key_every_answer_of_the_kind_is_given() -> None:
    changed = cases()["signature-flipped-frame"].data
    assert set(said(diagnosed(changed))["python"]) >= {"InvalidTag", "InvalidSignature", "SerializationError: Header authorization failed"}


@pytest.mark.req("CLI-SDK-001")
def test_report_names_sdk_and_version_and_who_accepts() -> None:
    lines = " ".join(" ".join(diagnosis_to_text(diagnosed(MULTI + b"\n", aes()), "name")).split())
    assert f"- {answering_sdks()['python'].release}: it accepts this" in lines


def test_sdk_with_several_interfaces_names_the_one() -> None:
    assert answering_sdks()["python"].title.endswith("(master keys)")
    assert "(" not in answering_sdks()["javascript"].title

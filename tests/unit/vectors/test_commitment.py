"""The commitment file: known by its shape, cases by the number that starts their comment."""

import base64
from dataclasses import replace
from typing import Any

import pytest

from esdkit.crypto.kdf import derive_keys
from esdkit.errors import Code, VectorError
from esdkit.vectors.manifests.commitment import is_commitment_file, read_commitment_file
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Accept, KnownAnswers, Reject, Vector, given_data_key
from esdkit.vectors.runner import run_vector
from tests.unit.vectors.making import SUITE, Json, seal

DATA_KEY = b"D" * 32
MESSAGE_ID = b"I" * 32
CONTEXT = {"k": "v"}


def text(data: bytes | None) -> str:
    assert data is not None
    return base64.b64encode(data).decode()


def made_case(**members: Any) -> Json:
    keys = derive_keys(SUITE, DATA_KEY, MESSAGE_ID)
    test: Json = {
        "ciphertext": text(seal(b"onetwo", stored=CONTEXT, data_key=DATA_KEY, message_id=MESSAGE_ID)),
        "commitment": text(keys.commit_key),
        "content-encryption-key": text(keys.content_key.reveal()),
        "decrypted-dek": text(DATA_KEY),
        "encryption-context": CONTEXT,
        "exception": None,
        "header": "",
        "keyring-type": "static",
        "message-id": text(MESSAGE_ID),
        "plaintext-frames": ["one", "two"],
        "status": True,
        "comment": "1. A case",
    }
    return {**test, **members}


def file(*tests: Json) -> JsonNode:
    return JsonNode({"title": "made", "date": "", "status": "", "tests": list(tests)}, "")


def read(*tests: Json) -> tuple[Vector, ...]:
    return read_commitment_file(file(*tests))


@pytest.mark.req("TVM-CMT-001")
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"title": "", "tests": [{"commitment": ""}]}, True),
        ({"title": "", "tests": [{}, {"decrypted-dek": ""}]}, True),
        ({"title": "", "tests": [{}]}, False),
        ({"title": "", "tests": []}, False),
        ({"title": "", "tests": {"a": {"ciphertext": ""}}}, False),
        ({"tests": [{"ciphertext": ""}]}, False),
        ([], False),
        (None, False),
    ],
    ids=str,
)
def test_commitment_file_is_known_by_its_shape(value: object, expected: bool) -> None:
    assert is_commitment_file(JsonNode(value, "")) is expected


@pytest.mark.req("TVM-CMT-002", "TVM-CMT-003", "TVM-CMT-004", "TVM-CMT-005")
def test_positive_case_has_data_key_plaintext_and_values_on_the_way() -> None:
    (vector,) = read(made_case(comment="17. A case"))
    keys = derive_keys(SUITE, DATA_KEY, MESSAGE_ID)
    assert (vector.id, vector.keys, vector.expectation) == ("17", given_data_key(DATA_KEY), Accept(b"onetwo"))
    assert vector.known == KnownAnswers(MESSAGE_ID, CONTEXT, keys.commit_key, keys.content_key.reveal())


@pytest.mark.req("TVM-CMT-006")
def test_negative_case_expects_the_commitment_to_fail() -> None:
    (vector,) = read({key: value for key, value in made_case(status=False).items() if key != "plaintext-frames"})
    assert vector.expectation == Reject("commitment", "commitment-mismatch")
    assert vector.known == KnownAnswers(MESSAGE_ID, CONTEXT, None, None)


@pytest.mark.req("TVM-CMT-003", kind="negative")
def test_number_that_starts_two_comments_is_refused() -> None:
    with pytest.raises(VectorError) as caught:
        read(made_case(), made_case(comment="2. A case"), made_case(comment="1. Another case"))
    assert (caught.value.code, caught.value.path) == (Code.DUPLICATE_ID, "tests[2].comment")


@pytest.mark.parametrize("comment", ["", "A case", "x1. A case", "1 A case"])
@pytest.mark.req("TVM-CMT-003", kind="negative")
def test_comment_without_a_number_is_refused(comment: str) -> None:
    with pytest.raises(VectorError) as caught:
        read(made_case(comment=comment))
    assert caught.value.code is Code.MANIFEST_INVALID


NEEDED = ("ciphertext", "commitment", "decrypted-dek", "encryption-context", "message-id", "plaintext-frames", "status", "comment")


@pytest.mark.parametrize("member", NEEDED)
@pytest.mark.req("TVM-CMT-002", "TVM-CMT-003", "TVM-CMT-004", "TVM-CMT-005", "TVM-CMT-006", kind="negative")
def test_case_with_a_member_missing_or_of_another_type_is_refused(member: str) -> None:
    good = made_case()
    without = {key: value for key, value in good.items() if key != member}
    for test in (without, *({**good, member: wrong} for wrong in (None, 1, [1], "?"))):
        with pytest.raises(VectorError) as caught:
            read(test)
        assert caught.value.code is Code.MANIFEST_INVALID
        assert caught.value.path is not None
        assert caught.value.path.startswith("tests[0]")


@pytest.mark.req("TVM-CMT-002", kind="negative")
def test_data_key_of_no_suite_is_refused() -> None:
    with pytest.raises(VectorError) as caught:
        read(made_case(**{"decrypted-dek": text(b"short")}))
    assert caught.value.path == "tests[0].decrypted-dek"


@pytest.mark.req("TVM-CMT-004", "TVM-CMT-005")
def test_case_whose_values_are_right_passes() -> None:
    assert run_vector("made", *read(made_case())).outcome == "passed"


@pytest.mark.parametrize(
    ("member", "value", "stage"),
    [
        ("message-id", text(b"J" * 32), "parse"),
        ("encryption-context", {"k": "w"}, "parse"),
        ("commitment", text(b"C" * 32), "commitment"),
        ("content-encryption-key", text(b"C" * 32), "header_tag"),
    ],
)
@pytest.mark.req("TVM-CMT-004", kind="negative")
def test_case_whose_value_on_the_way_is_wrong_fails(member: str, value: object, stage: str) -> None:
    result = run_vector("made", *read(made_case(**{member: value})))
    assert (result.outcome, result.stage, result.code) == ("failed", stage, "known-answer-mismatch")


@pytest.mark.req("TVM-CMT-005", kind="negative")
def test_case_whose_plaintext_is_wrong_fails_at_the_plaintext() -> None:
    result = run_vector("made", *read(made_case(**{"plaintext-frames": ["one", "three"]})))
    assert (result.outcome, result.stage, result.code) == ("failed", "plaintext", "plaintext-mismatch")


@pytest.mark.req("TVM-CMT-006")
@pytest.mark.req("TVM-CMT-006", kind="negative")
def test_negative_case_passes_at_the_commitment_and_nowhere_else() -> None:
    wrong_key = run_vector("made", *read(made_case(status=False, **{"decrypted-dek": text(b"X" * 32)})))
    right_key = run_vector("made", *read(made_case(status=False)))
    assert (wrong_key.outcome, wrong_key.stage, wrong_key.code) == ("passed", "commitment", "commitment-mismatch")
    assert (right_key.outcome, right_key.stage, right_key.code) == ("failed", "commitment", "unexpected-success")


@pytest.mark.req("TVM-CMT-004", kind="negative")
@pytest.mark.parametrize(("known", "stage"), [("commit_key", "commitment"), ("content_key", "header_tag")])
def test_one_value_alone_is_compared_too(known: str, stage: str) -> None:
    (vector,) = read(made_case())
    result = run_vector("made", replace(vector, known=KnownAnswers(**{known: bytes(32)})))  # type: ignore[arg-type]  # both are bytes
    assert (result.outcome, result.stage, result.code) == ("failed", stage, "known-answer-mismatch")

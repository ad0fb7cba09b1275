"""Vectors as questions to a program under test."""

from dataclasses import replace

import pytest

from esdkit.targets.base import Abilities, Unsupported
from esdkit.vectors.model import Accept, KeyDescription, Need, Reject, Vector
from esdkit.vectors.questions import Question, beyond, question_of, suite_of
from tests.unit.vectors.making import KMS, PLAINTEXT, WRAPPING_KEY, aes_keyring, made_keyring, multi, required_context, seal, unavailable

VECTOR = Vector("v", seal(), Accept(PLAINTEXT), made_keyring())
AES = {"type": "raw-aes", "namespace": "made", "name": "aes", "key": WRAPPING_KEY}
ALL = Abilities("all", "1", ["0478"], ["raw-aes", "multi"], ["REQUIRE_ENCRYPT_ALLOW_DECRYPT"], required_context=True)


def asked(vector: Vector) -> Question:
    question = question_of(vector, vector.keys)
    assert isinstance(question, Question)
    return question


def described(*keyrings: object) -> Vector:
    (keyring,) = keyrings
    assert isinstance(keyring, dict)
    return replace(VECTOR, keys=KeyDescription(keyring, {"aes": WRAPPING_KEY}))


def test_question_has_keys_policy_and_message() -> None:
    request = asked(VECTOR).request
    assert request is not None
    assert (request.keyring, request.message) == (AES, VECTOR.ciphertext)
    assert (request.policy, request.max_encrypted_data_keys) == ("REQUIRE_ENCRYPT_ALLOW_DECRYPT", None)
    assert (dict(request.context), list(request.required)) == ({}, [])


def test_pairs_that_the_message_does_not_store_are_required_whatever_the_cmm() -> None:
    data = seal(stored={"kept": "1"}, required={"given": "2"})
    vector = replace(VECTOR, ciphertext=data, encryption_context={"kept": "1", "given": "2"})
    for keyring in (
        aes_keyring("made", "aes"),
        required_context(["given", "kept"], aes_keyring("made", "aes")),
        required_context(None, aes_keyring("made", "aes")),
    ):
        request = asked(replace(vector, keys=KeyDescription(keyring, {"aes": WRAPPING_KEY}))).request
        assert request is not None
        assert list(request.required) == ["given"]


def test_cmm_over_a_cmm_requires_the_keys_of_both() -> None:
    data = seal(required={"inner": "1", "outer": "2"})
    keyring = required_context(["outer"], required_context(["inner"], aes_keyring("made", "aes")))
    request = asked(replace(VECTOR, ciphertext=data, keys=KeyDescription(keyring, {"aes": WRAPPING_KEY}))).request
    assert request is not None
    assert list(request.required) == ["inner", "outer"]


def test_refusal_for_a_stored_pair_that_is_required_cannot_be_asked() -> None:
    keys = KeyDescription(required_context(["kept"], aes_keyring("made", "aes")), {"aes": WRAPPING_KEY})
    vector = replace(VECTOR, ciphertext=seal(stored={"kept": "1"}), keys=keys, expectation=Reject("context", "required-context-missing"))
    assert isinstance(question_of(vector, keys), Unsupported)
    assert isinstance(question_of(replace(vector, expectation=Accept(PLAINTEXT)), keys), Question)


def test_keys_that_are_not_available_are_left_out_and_remembered() -> None:
    assert asked(described(KMS)) == Question(None, (Need.AWS_KMS,))
    some = asked(described(multi(unavailable(Need.KEYRING), aes_keyring("made", "aes"))))
    assert some.missing == (Need.KEYRING,)
    assert some.request is not None
    assert some.request.keyring == {"type": "multi", "children": [AES]}


@pytest.mark.parametrize(
    ("vector", "reason"),
    [
        (replace(VECTOR, keys=None), "which keys to read it with"),
        (replace(VECTOR, expectation=Reject(), unsigned_only=True), "no reader that refuses signed messages"),
        (described({"hierarchical_static": {"branch_key_id": "b"}}), "no keyring for hierarchical_static"),
        (described(aes_keyring("made", "\ud800", "aes")), "the name of its key is not text"),
    ],
)
def test_what_the_protocol_cannot_say_is_unsupported(vector: Vector, reason: str) -> None:
    question = question_of(vector, vector.keys)
    assert isinstance(question, Unsupported)
    assert reason in question.reason


def test_public_keys_in_der_become_pem() -> None:
    options = {"curve": "P-256", "private_key": {"file": "own"}, "public_key": {"file": "other"}}
    keys = {"own": b"-----BEGIN PRIVATE KEY-----\n", "other": bytes(80)}
    request = asked(replace(VECTOR, keys=KeyDescription({"raw_ecdh_static": options}, keys))).request
    assert request is not None
    assert (request.keyring["schema"], request.keyring["private"]) == ("static", keys["own"].decode())
    assert request.keyring["public"].splitlines()[:2] == ["-----BEGIN PUBLIC KEY-----", "A" * 64]


def test_what_a_program_does_not_have_is_named() -> None:
    request = asked(replace(VECTOR, max_encrypted_data_keys=1, encryption_context={"a": "b"})).request
    assert request is not None
    assert beyond(request, ALL) is None
    lacking = beyond(request, Abilities("none", "1", [], [], [], max_encrypted_data_keys=False))
    assert lacking is not None
    for word in ("keyring raw-aes", "suite 0478", "policy REQUIRE_ENCRYPT_ALLOW_DECRYPT", "context that is not stored", "limit of"):
        assert word in lacking.reason


@pytest.mark.parametrize(("data", "suite"), [(b"", None), (b"\x02\x04\x78", "0478"), (b"\x01\x80\x01\x78", "0178"), (b"AgR4", None)])
def test_suite_is_read_from_the_first_bytes(data: bytes, suite: str | None) -> None:
    found = suite_of(data)
    assert (None if found is None else found.hex_id) == suite

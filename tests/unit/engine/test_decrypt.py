"""Decryption of whole messages: what opens, what is refused, with which error, and in which order the steps go."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from esdkit import Client, CommitmentPolicy
from esdkit.cmm import DefaultCmm, RequiredEncryptionContextCmm
from esdkit.cmm.base import DecryptionRequest
from esdkit.crypto.kdf import derive_content_key_net_4_0_0, derive_keys
from esdkit.crypto.secret import Secret
from esdkit.engine.compat import NET_4_0_0
from esdkit.engine.session import DecryptSession
from esdkit.errors import AuthenticationError, Code, DataKeyUnwrapError, MalformedMessage, MaterialsError, PolicyError
from esdkit.forge import Draft, seeded_signing_key
from esdkit.forge.mutate import flip
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.keyrings import MultiKeyring, RawAesKeyring, StaticDataKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message import EncryptedDataKey, HeaderAuth, parse, parse_header
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import POLICIES, SUITES, Suite
from tests.drafts import (
    ANY_SUITE,
    CONTEXT,
    FOREIGN,
    KEYRING,
    OTHER_KEYRING,
    PLAINTEXT,
    Spy,
    code,
    data_key,
    each_body,
    each_suite,
    error_for,
    outcome,
    valid,
)
from tests.each import each
from tests.samples import native_accepted, native_cases, native_ciphertext, native_keyring, published_folder

COMMITTING = [suite for suite in SUITES.values() if suite.commitment]
OTHERS = [suite for suite in SUITES.values() if not suite.commitment]
each_committing = each("suite", COMMITTING, ids=lambda suite: suite.hex_id)
each_other = each("suite", OTHERS, ids=lambda suite: suite.hex_id)


# --- what opens ---


@pytest.mark.req("CLI-DEC-005", "CLI-DEC-023", "CLI-DEC-024", "CLI-DEC-026", "CLI-DEC-027", "CLI-DEC-029", "FMT-HAU-005", "FMT-HAU-008")
@pytest.mark.req("FMT-HAU-010", "FMT-BAD-002", "FMT-BAD-006", "FMT-BAD-007", "FMT-BAD-008", "FMT-BAD-009", "FMT-BAD-010", "FMT-FTR-001")
@pytest.mark.req("FMT-FTR-003", "FMT-NFR-006", "ALG-SUI-011", "ALG-SUI-012", "ALG-SUI-016", "ALG-SUI-017", "SIG-VER-001", "SIG-VER-004")
@pytest.mark.req("SIG-VER-005", "KDF-COM-008", "KEY-STA-001", "CLI-DEC-022", "CLI-DEC-025", "CLI-DEC-028", "CLI-DEC-030", "CLI-DEC-031")
@pytest.mark.req("CLI-DEC-033", "FMT-FTR-006", "FMT-FRM-022", "FMT-NFR-009", "KDF-COM-009", "ALG-SUI-001", "FMT-HDR-020", "ALG-SUI-003")
@each_suite
@each_body
@each("keys", ["keyring", "data_key"])
def test_message_of_every_suite_opens(suite: Suite, frame_length: int | None, keys: str) -> None:
    draft = valid(suite, frame_length=frame_length)
    given: dict[str, Any] = {"keyring": KEYRING} if keys == "keyring" else {"data_key": data_key(suite)}
    plaintext, header = ANY_SUITE.decrypt(source=draft.seal(), **given)
    assert plaintext == PLAINTEXT
    assert (header.suite, header.framed) == (suite, frame_length is not None)
    assert header.encryption_context.items() >= CONTEXT.items()


NATIVE = {
    f"{suite.hex_id}-{algorithm}": name
    for suite in SUITES.values()
    for algorithm in ("aes", "rsa")
    for name in [name for name in native_accepted() if f"-{suite.hex_id}-{algorithm}-" in name][:2]
}


@pytest.mark.req("CLI-CFG-007", "CLI-DEC-009", "SIG-VER-009", "KDF-HKDF-001")
@each("name", NATIVE.values(), ids=NATIVE)
def test_message_of_an_official_sdk_opens(name: str) -> None:
    case = native_cases()[name]
    client = Client(commitment_policy=case.get("commitment-policy", "REQUIRE_ENCRYPT_ALLOW_DECRYPT"))
    plaintext, _ = client.decrypt(
        source=native_ciphertext(name), keyring=native_keyring(name), encryption_context=case.get("encryption-context")
    )
    length = int(case["expect"]["plaintext"].rpartition("/p")[2].removesuffix(".bin"))
    assert len(plaintext) == length


@pytest.mark.req("FMT-FRM-012", "FMT-FRM-013", "FMT-FRM-014", "FMT-FRM-015", "FMT-FRM-010")
@each("length", [0, 1, 7, 8, 9, 16, 17])
@each("full_final", [False, True], ids=["as-is", "full-final"])
def test_plaintext_of_any_length_opens_in_both_encodings(length: int, full_final: bool) -> None:
    plaintext = bytes(range(length))
    draft = valid(0x0578, plaintext=plaintext)
    if full_final and length % 8 == 0 and length:
        draft = draft.with_pieces(*draft.pieces[:-1])
    assert outcome(draft.seal()) == plaintext


@pytest.mark.req("FMT-FRM-024", "FMT-NFR-010")
@each_body
def test_body_is_opened_with_the_ivs_that_it_carries(frame_length: int | None) -> None:
    draft = valid(0x0478, frame_length=frame_length)
    pieces = [replace(piece, iv=bytes([at, *range(11)])) for at, piece in enumerate(draft.pieces)]
    assert outcome(draft.with_pieces(*pieces).seal()) == PLAINTEXT


@pytest.mark.req("FMT-HAU-009")
def test_header_of_version_1_is_verified_with_the_iv_that_it_carries() -> None:
    draft = valid(0x0178)
    assert outcome(draft.with_header(auth=HeaderAuth(bytes(range(12)), b"")).seal()) == PLAINTEXT


@pytest.mark.req("FMT-HAU-009", "FMT-HAU-001", kind="negative")
def test_header_of_version_1_with_another_iv_than_used_is_refused() -> None:
    assert code(flip(valid(0x0178).seal(), "header_auth.iv")) is Code.HEADER_TAG_INVALID


@pytest.mark.req("FMT-HAU-010", kind="negative")
def test_header_of_version_2_under_another_iv_is_refused() -> None:
    draft = valid(0x0478)
    body = draft.header_body()
    _, tag = draft.cipher().encrypt(bytes(11) + b"\1", body, b"")
    assert code(body + tag + draft.body()) is Code.HEADER_TAG_INVALID


@pytest.mark.req("FMT-HAU-006", "FMT-AAD-019", "FMT-AAD-020")
def test_unsorted_context_with_reserved_keys_is_authenticated_as_received() -> None:
    draft = valid(0x0478, context={**CONTEXT, "aws-crypto-foo": "bar"})
    pairs = draft.header.context_pairs
    assert pairs is not None
    assert outcome(draft.with_header(context_pairs=pairs[::-1]).seal()) == PLAINTEXT


@pytest.mark.req("FMT-HAU-006", kind="negative")
def test_context_that_was_sorted_after_the_tag_was_made_is_refused() -> None:
    draft = valid(0x0478)
    pairs = draft.header.context_pairs
    assert pairs is not None
    tagged_unsorted = draft.with_header(context_pairs=pairs[::-1]).seal()
    sorted_length = len(draft.header_body())
    assert code(draft.header_body() + tagged_unsorted[sorted_length:]) is Code.HEADER_TAG_INVALID


@pytest.mark.req("FMT-EDK-007", "FMT-EDK-008", "FMT-EDK-009", "FMT-EDK-005", "CLI-DEC-020")
def test_data_keys_are_handed_on_in_order_with_duplicates() -> None:
    draft = valid(0x0478)
    mine = draft.header.encrypted_data_keys[1]
    keys = (EncryptedDataKey(b"", b"", b""), FOREIGN, mine, FOREIGN, mine, replace(mine, ciphertext=b"\xff"))
    data = draft.with_header(encrypted_data_keys=keys).seal()
    spy = Spy()
    assert outcome(data, cmm=spy) == PLAINTEXT
    assert tuple(spy.requests[0].encrypted_data_keys) == keys


@pytest.mark.req("FMT-EDK-008", "FMT-EDK-009", "FMT-HAU-006", kind="negative")
@pytest.mark.parametrize(
    "change",
    [lambda keys: keys[::-1], lambda keys: keys[:1], lambda keys: (*keys, keys[1])],
    ids=["order", "dropped", "added"],
)
def test_data_keys_that_were_rearranged_after_the_tag_was_made_are_refused(change: Callable[[Any], Any]) -> None:
    draft = valid(0x0478)
    other = draft.with_header(encrypted_data_keys=change(draft.header.encrypted_data_keys))
    data = other.header_body() + draft.seal()[len(draft.header_body()) :]
    assert code(data, data_key=data_key(SUITES[0x0478])) is Code.HEADER_TAG_INVALID


# --- policy ---


@pytest.mark.req("ALG-POL-002", "ALG-POL-005", "ALG-POL-008", "CLI-DEC-016")
@each_suite
@each("policy", list(CommitmentPolicy))
def test_policy_lets_through_what_it_reads(policy: CommitmentPolicy, suite: Suite) -> None:
    result = outcome(valid(suite).seal(), Client(commitment_policy=policy))
    if POLICIES[policy].decrypt == "any" or suite.commitment:
        assert result == PLAINTEXT
    else:
        assert isinstance(result, PolicyError)
        assert (result.code, result.path) == (Code.POLICY_VIOLATION, "header.algorithm_suite_id")


@pytest.mark.req("CLI-DEC-016", "ALG-POL-008", kind="negative")
@each_other
def test_policy_is_judged_before_the_materials_are_asked_for(suite: Suite) -> None:
    spy = Spy()
    assert code(valid(suite).seal(), Client(), cmm=spy) is Code.POLICY_VIOLATION
    with pytest.raises(PolicyError):
        Client().decryptor(cmm=spy).feed(valid(suite).seal())
    assert spy.requests == []


# --- materials ---


@pytest.mark.req("CLI-DEC-017", "CLI-DEC-018", "CLI-DEC-019", "CLI-DEC-020", "CLI-DEC-021")
@pytest.mark.parametrize("context", [{}, {"purpose": "test"}], ids=str)
def test_cmm_is_asked_once_with_all_that_the_header_and_the_caller_say(context: dict[str, str]) -> None:
    draft = valid(0x0578)
    client = Client(commitment_policy="FORBID_ENCRYPT_ALLOW_DECRYPT")
    spy = Spy()
    assert outcome(draft.seal(), client, cmm=spy, encryption_context=context) == PLAINTEXT
    assert spy.requests == [
        DecryptionRequest(
            suite=SUITES[0x0578],
            commitment_policy=CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT,
            encrypted_data_keys=draft.header.encrypted_data_keys,
            encryption_context=draft.header.encryption_context,
            reproduced_encryption_context=context,
        )
    ]


OTHER_POINT = seeded_signing_key(SUITES[0x0578].signature, b"other").public_key() if SUITES[0x0578].signature else None


@pytest.mark.req("CLI-DEC-022", "CLI-DEC-033", "CMM-IFC-008", "CMM-IFC-010", "CMM-IFC-019", kind="negative")
@each("suite_id", [0x0478, 0x0578], ids=["unsigned", "signed"])
@each(
    "change",
    [
        lambda materials: None,
        lambda materials: "materials",
        lambda materials: replace(materials, data_key=None),
        lambda materials: replace(materials, data_key=b"key" * 16),
        lambda materials: materials.with_data_key(bytes(31)),
        lambda materials: replace(materials, suite=SUITES[0x0178], verification_key=None),
        lambda materials: replace(materials, suite=SUITES[0x0378]),
        lambda materials: replace(materials, verification_key=None if materials.suite.signed else OTHER_POINT),
        lambda materials: replace(materials, required_context_keys=frozenset({"nowhere"})),
    ],
    ids=[
        "none",
        "text",
        "no-key",
        "bare-key",
        "short-key",
        "other-suite",
        "other-signing-suite",
        "verification-key",
        "required-without-value",
    ],
)
def test_nonsense_from_a_cmm_is_an_error_of_its_own(suite_id: int, change: Callable[[DecryptionMaterials], Any]) -> None:
    error = error_for(valid(suite_id).seal(), cmm=Spy(change))
    assert isinstance(error, MaterialsError)
    assert error.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-IFC-019", "KEY-IFC-020", kind="negative")
@pytest.mark.parametrize(
    "answer",
    [
        lambda materials: None,
        lambda materials: materials,
        lambda materials: materials.with_data_key(bytes(16)),
        lambda materials: replace(materials.with_data_key(bytes(32)), suite=SUITES[0x0178]),
        lambda materials: replace(materials.with_data_key(bytes(32)), encryption_context={}),
    ],
    ids=["none", "no-key", "short-key", "other-suite", "other-context"],
)
def test_nonsense_from_a_keyring_is_an_error_of_its_own(answer: Callable[[DecryptionMaterials], Any]) -> None:
    class Own:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            raise NotImplementedError

        def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> Any:
            return answer(materials)

    error = error_for(valid(0x0478).seal(), keyring=Own())
    assert isinstance(error, MaterialsError)
    assert error.code is Code.MATERIALS_INVALID


@pytest.mark.req("CLI-DEC-010", kind="negative")
@each_suite
def test_keyring_that_cannot_open_says_why_for_each_data_key(suite: Suite) -> None:
    error = error_for(valid(suite).seal(), keyring=OTHER_KEYRING)
    assert isinstance(error, DataKeyUnwrapError)
    assert (error.code, error.path, error.offset is not None) == (Code.UNWRAP_FAILED, "header.encrypted_data_keys", True)
    assert [(attempt.edk_index, attempt.tried) for attempt in error.attempts] == [(0, False), (1, True)]
    assert all(attempt.reason for attempt in error.attempts)


def test_keyring_error_passes_through_a_multi_keyring_until_one_opens() -> None:
    keyring = MultiKeyring(OTHER_KEYRING, [RawAesKeyring("esdkit", "other", bytes(32)), KEYRING])
    assert outcome(valid(0x0578).seal(), keyring=keyring) == PLAINTEXT


def test_exception_of_a_users_keyring_is_its_own() -> None:
    class Own:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            raise NotImplementedError

        def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
            raise ConnectionError("no network")

    with pytest.raises(ConnectionError):
        ANY_SUITE.decrypt(source=valid(0x0478).seal(), keyring=Own())


# --- context ---

REQUIRED = {"zone": "b", "tenant": "a"}
UNSORTED = b"\0\4zone\0\1b" + b"\0\6tenant\0\1a"


@pytest.mark.req("FMT-HAU-007", "FMT-AAD-017", "CLI-DEC-003", "CLI-DEC-021", "CMM-REQ-008")
@each_suite
@each("given", [REQUIRED, {**REQUIRED, "purpose": "test"}], ids=["required", "and-stored"])
def test_pairs_that_are_not_stored_are_reproduced(suite: Suite, given: dict[str, str]) -> None:
    data = valid(suite, required=REQUIRED).seal()
    assert outcome(data, encryption_context=given) == PLAINTEXT
    assert outcome(data, encryption_context=given, data_key=data_key(suite)) == PLAINTEXT
    cmm = RequiredEncryptionContextCmm(["tenant", "zone"], KEYRING)
    assert outcome(data, encryption_context=given, cmm=cmm) == PLAINTEXT
    assert "tenant" not in parse(data).header.encryption_context


class Requiring(DefaultCmm):
    """Lists a pair as required, whether it is stored or not."""

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        return replace(super().decrypt_materials(request), required_context_keys=frozenset({"purpose"}))


@pytest.mark.req("FMT-HAU-007")
@pytest.mark.req("FMT-HAU-007", kind="negative")
def test_pair_that_is_required_and_stored_is_authenticated_again() -> None:
    draft = valid(0x0478)
    again = replace(draft, appended=serialize_encryption_context({"purpose": "test"})).seal()
    assert parse(again).header.encryption_context == CONTEXT
    assert outcome(again, cmm=Requiring(KEYRING)) == PLAINTEXT
    assert code(again, cmm=DefaultCmm(KEYRING)) is Code.HEADER_TAG_INVALID
    assert code(draft.seal(), cmm=Requiring(KEYRING)) is Code.HEADER_TAG_INVALID


@pytest.mark.req("FMT-HAU-007")
def test_whole_context_may_be_required() -> None:
    data = valid(0x0478, context={}, required=CONTEXT).seal()
    assert parse(data).header.context_pairs is None
    assert outcome(data, encryption_context=CONTEXT) == PLAINTEXT


@pytest.mark.req("FMT-HAU-007", "FMT-HAU-008", "CLI-DEC-024", kind="negative")
@pytest.mark.parametrize(
    "given",
    [{}, {"tenant": "a"}, {**REQUIRED, "tenant": "b"}, {**REQUIRED, "more": "c"}],
    ids=["none", "one", "other-value", "one-more"],
)
def test_pairs_that_are_not_reproduced_exactly_do_not_authenticate(given: dict[str, str]) -> None:
    data = valid(0x0178, required=REQUIRED).seal()
    assert code(data, encryption_context=given) is Code.UNWRAP_FAILED
    assert code(data, encryption_context=given, data_key=data_key(SUITES[0x0178])) is Code.HEADER_TAG_INVALID


@pytest.mark.req("FMT-HAU-008", "FMT-AAD-011", kind="negative")
@pytest.mark.parametrize("appended", [b"\0\0", b"\0"], ids=["count", "a-byte"])
def test_nothing_is_authenticated_behind_the_header_without_required_pairs(appended: bytes) -> None:
    draft = replace(valid(0x0478), appended=appended)
    assert code(draft.seal()) is Code.HEADER_TAG_INVALID


@pytest.mark.req("CMM-IFC-004", "CLI-DEC-021", kind="negative")
def test_stored_pair_with_another_value_is_refused_before_a_keyring_is_asked() -> None:
    class Own:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            raise NotImplementedError

        def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
            raise AssertionError("asked")

    error = error_for(valid(0x0578).seal(), keyring=Own(), encryption_context={"purpose": "production"})
    assert isinstance(error, AuthenticationError)
    assert (error.code, error.path) == (Code.ENCRYPTION_CONTEXT_MISMATCH, "header.encryption_context")


@pytest.mark.req("CMM-REQ-003", kind="negative")
def test_required_pair_that_is_not_given_is_an_error_of_the_materials() -> None:
    error = error_for(valid(0x0578, required={"tenant": "a"}).seal(), cmm=RequiredEncryptionContextCmm(["tenant"], KEYRING))
    assert isinstance(error, MaterialsError)
    assert error.code is Code.REQUIRED_CONTEXT_MISSING


@pytest.mark.req("FMT-AAD-009", "FMT-AAD-012", "FMT-HAU-007", kind="negative")
@pytest.mark.parametrize(
    "appended",
    [
        lambda canonical: len(canonical).to_bytes(2, "big") + canonical,
        lambda canonical: canonical[2:],
        lambda canonical: canonical[:2] + UNSORTED,
    ],
    ids=["length-in-front", "no-count", "unsorted"],
)
def test_required_pairs_in_another_form_than_the_canonical_do_not_authenticate(appended: Callable[[bytes], bytes]) -> None:
    draft = valid(0x0478, required=REQUIRED)
    assert draft.appended == b"\0\2" + b"\0\6tenant\0\1a" + b"\0\4zone\0\1b"
    data = replace(draft, appended=appended(draft.appended)).seal()
    assert code(data, encryption_context=REQUIRED) is Code.HEADER_TAG_INVALID


# --- keys of the message ---


@pytest.mark.req("KDF-COM-001", "KDF-COM-002", "KDF-COM-003", "KDF-COM-004", "KDF-COM-005", "KDF-COM-008", "KDF-COM-009", kind="negative")
@each_committing
@each(
    "other",
    [
        lambda draft: bytes(32),
        lambda draft: draft.header.suite_data[:31] + bytes([draft.header.suite_data[31] ^ 1]),
        lambda draft: draft.header.suite_data[::-1],
        lambda draft: derive_keys(draft.header.suite, draft.data_key.reveal(), draft.header.message_id).content_key.reveal(),
        lambda draft: derive_keys(draft.header.suite, draft.data_key.reveal(), bytes(32)).commit_key,
        lambda draft: derive_keys(draft.header.suite, draft.data_key.reveal()[::-1], draft.header.message_id).commit_key,
    ],
    ids=["zeros", "last-byte", "reversed", "content-key", "other-salt", "other-data-key"],
)
def test_commit_key_that_is_another_is_refused_although_the_header_tag_holds(suite: Suite, other: Callable[[Draft], bytes]) -> None:
    draft = valid(suite)
    data = draft.with_header(suite_data=other(draft)).seal()
    error = error_for(data)
    assert isinstance(error, AuthenticationError)
    assert (error.code, error.path) == (Code.COMMITMENT_MISMATCH, "header.suite_data")
    assert error.offset == next(span.start for span in trace(MESSAGE, data).spans if span.id == "header.suite_data")


@pytest.mark.req("KDF-COM-009", kind="negative")
@each_committing
def test_commit_key_is_compared_before_the_header_tag(suite: Suite) -> None:
    data = flip(flip(valid(suite).seal(), "header.suite_data"), "header_auth.tag")
    assert code(data) is Code.COMMITMENT_MISMATCH


@pytest.mark.req("KDF-COM-007")
@each_committing
def test_commit_keys_are_compared_in_constant_time(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def remember(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", remember)
    draft = valid(suite)
    assert outcome(draft.seal()) == PLAINTEXT
    assert (draft.header.suite_data, draft.header.suite_data) in compared


@pytest.mark.req("KDF-COM-008", "CLI-DEC-023", "CLI-DEC-024", "CLI-DEC-025", "KDF-HKDF-002", "KDF-IDN-001", kind="negative")
@each_suite
def test_data_key_of_another_message_is_refused(suite: Suite) -> None:
    other = bytes(suite.data_key_length)
    expected = Code.COMMITMENT_MISMATCH if suite.commitment else Code.HEADER_TAG_INVALID
    assert code(valid(suite).seal(), data_key=other) is expected


@pytest.mark.req("KEY-STA-002", "KDF-IDN-002", "ALG-SUI-006", "ALG-SUI-007", "ALG-SUI-008", "ALG-SUI-009", "ALG-SUI-010", kind="negative")
@pytest.mark.req("ALG-SUI-012", "ALG-SUI-015", kind="negative")
@each_suite
def test_data_key_of_another_length_is_refused(suite: Suite) -> None:
    other = next(length for length in (16, 24, 32) if length != suite.data_key_length)
    assert code(valid(suite).seal(), data_key=bytes(other)) is Code.UNWRAP_FAILED


@pytest.mark.req("CLI-DEC-024", "CLI-DEC-025", "FMT-HAU-005", "FMT-HAU-006", "FMT-HDR-007", "ALG-SUI-014", kind="negative")
@each_suite
@each(
    "path",
    ["header.message_id", "header.encryption_context[0].value", "header.encrypted_data_keys[0].provider_info", "header_auth.tag"],
)
def test_header_that_was_changed_is_refused(suite: Suite, path: str) -> None:
    data = flip(valid(suite, context={"a": "text"}).seal(), path)
    error = error_for(data, data_key=data_key(suite))
    if path == "header.message_id" and suite.commitment:  # it is the salt of the commit key
        assert error.code is Code.COMMITMENT_MISMATCH
        return
    assert isinstance(error, AuthenticationError)
    assert (error.code, error.path) == (Code.HEADER_TAG_INVALID, "header_auth.tag")
    assert error.offset == next(span.start for span in trace(MESSAGE, data).spans if span.id == "header_auth.tag")


# --- .NET 4.0.0 ---


def net_4_0_0(suite: Suite, required: dict[str, str] | None = None) -> bytes:
    """A message as that version wrote it."""
    draft = valid(suite, required=required)
    key = derive_content_key_net_4_0_0(suite, draft.data_key.reveal(), draft.header.message_id)
    return replace(draft, content_key=key, appended=serialize_encryption_context(required) if required else b"\0\0").seal()


COMPAT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", compat=[NET_4_0_0])


@pytest.mark.req("KDF-NET-002", "CLI-CFG-010", kind="negative")
@each_suite
def test_message_of_net_4_0_0_is_refused_by_default(suite: Suite) -> None:
    assert code(net_4_0_0(suite)) is Code.HEADER_TAG_INVALID


@pytest.mark.req("KDF-NET-001", "CLI-DEC-034", "CLI-CFG-010")
@each_suite
def test_message_of_net_4_0_0_opens_with_the_switch(suite: Suite) -> None:
    assert outcome(net_4_0_0(suite), COMPAT) == PLAINTEXT


@pytest.mark.req("KDF-NET-001", "CLI-DEC-034")
@each_suite
def test_message_of_net_4_0_0_with_required_pairs_opens_with_the_switch(suite: Suite) -> None:
    context = {"tenant": "a"}
    assert outcome(net_4_0_0(suite, context), COMPAT, encryption_context=context) == PLAINTEXT


@each_suite
def test_other_messages_open_with_the_switch_as_without(suite: Suite) -> None:
    assert outcome(valid(suite).seal(), COMPAT) == PLAINTEXT


@pytest.mark.req("CLI-DEC-025", "CLI-DEC-034", "KDF-NET-001", kind="negative")
@each_suite
@each("make", [net_4_0_0, lambda suite: valid(suite).seal()], ids=["net-4.0.0", "other"])
def test_changed_message_is_refused_with_the_switch_too(suite: Suite, make: Callable[[Suite], bytes]) -> None:
    assert code(flip(make(suite), "header_auth.tag"), COMPAT) is Code.HEADER_TAG_INVALID
    assert code(flip(make(suite), "body.frame[0].tag"), COMPAT) is Code.BODY_TAG_INVALID


@pytest.mark.req("KDF-NET-001", "KDF-NET-002", "CLI-DEC-034")
def test_published_messages_of_net_4_0_0_open_with_the_switch_alone() -> None:
    from esdkit.vectors.model import VectorSet
    from esdkit.vectors.opening import open_keys
    from esdkit.vectors.runner import load

    (vector_set,) = load([published_folder() / "net-4.0.0-invalid"])
    assert isinstance(vector_set, VectorSet)
    assert len(vector_set.vectors) == 28
    for vector in vector_set.vectors:
        keys: dict[str, Any] = {"cmm": open_keys(vector.keys).manager, "encryption_context": vector.encryption_context}
        assert code(vector.ciphertext, **keys) is Code.HEADER_TAG_INVALID
        assert isinstance(outcome(vector.ciphertext, COMPAT, **keys), bytes)


# --- the end, and the order ---


@pytest.mark.req("CLI-DEC-031", "FMT-FTR-004", "FMT-FTR-006", "FMT-FRM-008", kind="negative")
@each_suite
@each_body
def test_bytes_behind_a_message_are_refused_at_the_engine(suite: Suite, frame_length: int | None) -> None:
    data = valid(suite, frame_length=frame_length).seal()
    for more in (b"\0", b"\0\0", data):
        error = error_for(data + more)
        assert isinstance(error, MalformedMessage)
        assert (error.code, error.offset) == (Code.TRAILING_DATA, len(data))


# Each breaks one step; in the order of the specification, which is not that of the stages.
STEPS: list[tuple[str, Code]] = [
    ("header", Code.RESERVED_NONZERO),
    ("policy", Code.POLICY_VIOLATION),
    ("context", Code.ENCRYPTION_CONTEXT_MISMATCH),
    ("unwrap", Code.UNWRAP_FAILED),
    ("header_tag", Code.HEADER_TAG_INVALID),
    ("body", Code.BODY_TAG_INVALID),
    ("signature", Code.SIGNATURE_INVALID),
    ("end", Code.TRAILING_DATA),
]


def broken(*steps: str) -> tuple[bytes, Client, dict[str, Any]]:
    """A message of suite 0378 that breaks these steps, and how to decrypt it."""
    draft = valid(0x0378)
    data = draft.seal()
    for step, path in (("header", "header.reserved"), ("header_tag", "header_auth.tag"), ("body", "body.frame[1].tag")):
        data = flip(data, path) if step in steps else data
    if "signature" in steps:
        data = flip(data, "footer.signature", 0)
    client = Client() if "policy" in steps else ANY_SUITE
    arguments: dict[str, Any] = {"keyring": OTHER_KEYRING if "unwrap" in steps else KEYRING}
    if "context" in steps:
        arguments["encryption_context"] = {"purpose": "other"}
    return data + b"\0" * ("end" in steps), client, arguments


@pytest.mark.req("CLI-DEC-009", "CLI-DEC-010", "CLI-DEC-013")
@pytest.mark.req("CLI-DEC-009", "CLI-DEC-010", "CLI-DEC-013", kind="negative")
@pytest.mark.parametrize("first", range(len(STEPS)), ids=[name for name, _ in STEPS])
def test_steps_are_taken_in_the_order_of_the_specification(first: int) -> None:
    for last in range(first, len(STEPS)):
        data, client, arguments = broken(*(name for name, _ in STEPS[first : last + 1]))
        assert code(data, client, **arguments) is STEPS[first][1], STEPS[last][0]


def test_steps_unbroken_open() -> None:
    data, client, arguments = broken()
    assert outcome(data, client, **arguments) == PLAINTEXT


# --- what an error gives away ---


@pytest.mark.req("CLI-DEC-036", "CLI-DEC-011", "CLI-DEC-012", "CLI-DEC-015")
@pytest.mark.req("CLI-DEC-036", "CLI-DEC-011", "CLI-DEC-012", "CLI-DEC-015", kind="negative")
@pytest.mark.parametrize("name", [name for name, _ in STEPS])
def test_error_shows_neither_key_nor_plaintext(name: str) -> None:
    data, client, arguments = broken(name)
    error = error_for(data, client, **arguments)
    shown = repr(vars(error)) + repr(error) + str(error)
    for secret in (PLAINTEXT, PLAINTEXT[:8], data_key(SUITES[0x0378]), bytes(range(32))):
        assert repr(secret)[2:-1] not in shown
        assert secret.hex() not in shown
    assert not any(isinstance(value, bytes | Secret) for value in vars(error).values())


def test_opening_shows_no_key() -> None:
    data = valid(0x0578).seal()
    header, length = parse_header(data)
    session = DecryptSession(data[:length], header)
    keyring = StaticDataKeyring(data_key(SUITES[0x0578]))
    materials = session.take_materials(session.request(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT, {}), DefaultCmm(keyring))
    assert "Secret: 32 bytes" in repr(materials)

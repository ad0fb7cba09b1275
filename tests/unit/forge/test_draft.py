"""Drafts: what is sealed is valid in every suite, opens again to the same parts, and carries exactly the fault that was put in."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit import Client
from esdkit.crypto.kdf import derive_content_key_net_4_0_0
from esdkit.errors import AuthenticationError, Code, MaterialsError, UsageError
from esdkit.forge import Draft, Piece, cut, new_draft, seeded_signing_key
from esdkit.message import EncryptedDataKey, HeaderAuth, parse
from esdkit.message.aad import piece_aad, serialize_encryption_context
from esdkit.spec import CONSTANTS, SUITES, Suite
from tests.each import each
from vectors.generators.reopen import open_message

CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
FOREIGN = EncryptedDataKey(b"somebody", b"else", b"wrapped")
PLAINTEXT = bytes(range(20))
each_suite = each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
each_body = each("frame_length", [8, None], ids=["framed", "non-framed"])


def valid(suite: Suite, frame_length: int | None = 8, plaintext: bytes = PLAINTEXT, required: dict[str, str] | None = None) -> Draft:
    return new_draft(
        suite=suite,
        data_key=bytes(range(suite.data_key_length)),
        message_id=hashlib.sha256(b"message").digest()[: CONSTANTS.message_id_lengths[suite.message_version]],
        encrypted_data_keys=[FOREIGN],
        plaintext=plaintext,
        frame_length=frame_length,
        encryption_context={"key": "value", "": "empty"},
        required_context=required,
        signing_key=seeded_signing_key(suite.signature, b"draft") if suite.signature else None,
    )


def decrypt(draft: Draft, data: bytes | None = None, context: dict[str, str] | None = None) -> bytes:
    return CLIENT.decrypt(source=draft.seal() if data is None else data, data_key=draft.data_key.reveal(), encryption_context=context)[0]


@each_body
@each_suite
def test_sealed_draft_of_any_suite_decrypts_and_is_the_same_each_time(suite: Suite, frame_length: int | None) -> None:
    draft = valid(suite, frame_length)
    assert decrypt(draft) == PLAINTEXT == draft.plaintext
    assert draft.seal() == valid(suite, frame_length).seal()
    header = parse(draft.seal()).header
    assert (header.suite, header.framed) == (suite, frame_length is not None)
    assert header.encryption_context.items() >= {"key": "value", "": "empty"}.items()


@each_body
@each_suite
def test_opened_message_seals_to_the_same_bytes(suite: Suite, frame_length: int | None) -> None:
    draft = valid(suite, frame_length)
    opened = open_message(draft.seal(), draft.data_key.reveal(), signing_key=draft.signing_key)
    assert opened.pieces == draft.pieces
    assert opened.seal() == draft.seal()


@given(plaintext=st.binary(max_size=40), frame_length=st.none() | st.integers(1, 50))
def test_pieces_of_a_plaintext_join_to_it_and_fill_every_frame_but_the_last(plaintext: bytes, frame_length: int | None) -> None:
    pieces = cut(plaintext, frame_length, 12)
    assert b"".join(piece.plaintext for piece in pieces) == plaintext
    assert [piece.sequence_number for piece in pieces] == list(range(1, len(pieces) + 1))
    if frame_length is None:
        assert len(pieces) == 1
    else:
        assert all(len(piece.plaintext) == frame_length for piece in pieces[:-1])
        assert len(pieces[-1].plaintext) <= frame_length
    opened = valid(SUITES[0x0478], frame_length, plaintext)
    assert decrypt(opened) == plaintext


def test_required_context_is_authenticated_and_not_stored() -> None:
    draft = valid(SUITES[0x0178], required={"secret": "pair"})
    assert "secret" not in draft.header.encryption_context
    assert draft.appended == serialize_encryption_context({"secret": "pair"})
    assert decrypt(draft, context={"secret": "pair"}) == PLAINTEXT
    with pytest.raises(AuthenticationError) as error:
        decrypt(draft)
    assert error.value.code is Code.HEADER_TAG_INVALID


def test_rekeyed_draft_is_another_message_of_the_same_content() -> None:
    draft = valid(SUITES[0x0578])
    other = draft.rekeyed(bytes(32), bytes(32), [FOREIGN, FOREIGN])
    assert decrypt(other) == PLAINTEXT
    assert other.header.suite_data != draft.header.suite_data
    assert parse(other.seal()).header.encrypted_data_keys == (FOREIGN, FOREIGN)


def test_other_signing_key_replaces_the_stored_public_key() -> None:
    draft = valid(SUITES[0x0378])
    other = draft.with_signing_key(seeded_signing_key(SUITES[0x0378].signature, b"other"))  # type: ignore[arg-type]
    name = CONSTANTS.public_key_name
    assert decrypt(other) == PLAINTEXT
    assert other.header.encryption_context[name] != draft.header.encryption_context[name]
    assert other.header.context_pairs == tuple(sorted(other.header.context_pairs or ()))


def test_opened_signed_message_without_its_signing_key_cannot_be_signed() -> None:
    draft = valid(SUITES[0x0578])
    opened = open_message(draft.seal(), draft.data_key.reveal())
    with pytest.raises(UsageError) as error:
        opened.seal()
    assert error.value.code is Code.INVALID_ARGUMENT
    assert opened.seal(signature=parse(draft.seal()).signature) == draft.seal()


def test_message_opened_under_another_data_key_is_refused() -> None:
    draft = valid(SUITES[0x0078])
    with pytest.raises(AuthenticationError) as error:
        open_message(draft.seal(), bytes(32))
    assert error.value.code is Code.BODY_TAG_INVALID
    with pytest.raises(MaterialsError):
        open_message(draft.seal(), bytes(16))


@pytest.mark.parametrize("suite_id", [0x0578, 0x0478], ids=["missing", "unexpected"])
def test_signing_key_that_does_not_go_with_the_suite_is_refused(suite_id: int) -> None:
    suite = SUITES[suite_id]
    scheme = SUITES[0x0578].signature
    assert scheme is not None
    with pytest.raises(UsageError) as error:
        new_draft(
            suite=suite,
            data_key=bytes(32),
            message_id=bytes(32),
            encrypted_data_keys=[],
            plaintext=b"",
            frame_length=1,
            signing_key=None if suite.signed else seeded_signing_key(scheme, b""),
        )
    assert error.value.code is Code.INVALID_ARGUMENT


def test_false_number_is_what_header_tag_and_signature_hold_for() -> None:
    draft = valid(SUITES[0x0378])
    data = draft.seal(override={"header.reserved": 1})
    assert parse(data, strict=False).header.reserved == 1
    tag = parse(data, strict=False).header.auth.tag
    body = draft.header_body({"header.reserved": 1})
    assert draft.cipher().decrypt(bytes(12), body, b"", tag) == b""
    assert draft.seal(header_body=body) == data


def test_given_body_and_signature_stand_as_they_are() -> None:
    draft = valid(SUITES[0x0578])
    data = draft.seal(body=b"body", signature=b"signature")
    assert data.endswith(b"body\x00\x09signature")
    signed = draft.seal()[: -2 - len(parse(draft.seal()).signature or b"")]
    assert draft.seal(signature=draft.sign(signed)) == draft.seal()


def test_stored_header_iv_is_the_one_that_is_used() -> None:
    draft = valid(SUITES[0x0178]).with_header(auth=HeaderAuth(b"twelve bytes", b""))
    assert parse(draft.seal()).header.auth.iv == b"twelve bytes"
    assert decrypt(draft) == PLAINTEXT


def test_piece_with_an_aad_of_its_own_does_not_verify() -> None:
    draft = valid(SUITES[0x0178])
    first, *rest = draft.pieces
    valid_one = piece_aad(draft.header, 1, len(first.plaintext), final=False)
    assert draft.with_pieces(replace(first, aad=valid_one), *rest).seal() == draft.seal()
    confused = replace(first, aad=piece_aad(draft.header, 1, len(first.plaintext), final=True))
    with pytest.raises(AuthenticationError) as error:
        decrypt(draft.with_pieces(confused, *rest))
    assert error.value.code is Code.BODY_TAG_INVALID


def test_given_content_key_is_used_instead_of_the_derived_one() -> None:
    draft = valid(SUITES[0x0178])
    key = derive_content_key_net_4_0_0(draft.header.suite, draft.data_key.reveal(), draft.header.message_id)
    data = replace(draft, content_key=key, appended=bytes(2)).seal()
    tolerant = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", compat=["net-4.0.0"])
    assert tolerant.decrypt(source=data, data_key=draft.data_key.reveal())[0] == PLAINTEXT
    with pytest.raises(AuthenticationError):
        decrypt(draft, data)


def test_draft_shows_neither_key_nor_plaintext() -> None:
    draft = valid(SUITES[0x0478], plaintext=b"the plaintext").with_pieces(Piece(1, bytes(12), b"the plaintext"))
    assert b"the plaintext".decode() not in repr(draft)
    assert repr(draft.data_key.reveal()) not in repr(draft)

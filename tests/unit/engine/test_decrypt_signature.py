"""The signature of a whole message, the last step of ``engine.decrypt``; apart from test_decrypt for its length."""

from __future__ import annotations

from dataclasses import replace

import pytest

from esdkit.crypto.signing import decode_public_key, encode_public_key
from esdkit.errors import AuthenticationError, Code, MalformedMessage
from esdkit.forge import mirrored, seeded_signing_key
from esdkit.forge.mutate import Repair, change
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.message import parse
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CONSTANTS, SUITES, Suite
from tests.drafts import (
    PLAINTEXT,
    Spy,
    code,
    each_signed,
    error_for,
    outcome,
    valid,
)
from tests.each import each
from vectors.generators.der import encode_der


@pytest.mark.req("SIG-VER-006", "FMT-FTR-003", "CLI-DEC-029", kind="negative")
@each_signed
def test_signature_by_another_key_is_refused(suite: Suite) -> None:
    draft = valid(suite)
    assert suite.signature is not None
    signed = draft.seal()[: -2 - suite.signature.usual_signature_length]
    other = replace(draft, signing_key=seeded_signing_key(suite.signature, b"other")).sign(signed)
    data = draft.seal(signature=other)
    error = error_for(data)
    assert isinstance(error, AuthenticationError)
    assert (error.code, error.path) == (Code.SIGNATURE_INVALID, "footer.signature")
    assert error.offset == next(span.start for span in trace(MESSAGE, data).spans if span.id == "footer.signature")


@pytest.mark.req("SIG-VER-004", "SIG-VER-006", "FMT-FTR-003", kind="negative")
@each_signed
def test_message_that_was_authenticated_again_but_not_signed_again_is_refused(suite: Suite) -> None:
    draft = valid(suite)
    signature = parse(draft.seal()).signature
    other = draft.rekeyed(draft.data_key.reveal(), draft.header.message_id[::-1], draft.header.encrypted_data_keys)
    assert code(other.seal(signature=signature)) is Code.SIGNATURE_INVALID
    assert code(change(draft, "header.encrypted_data_keys[0].provider_info", b"Else", Repair.MAC)) is Code.SIGNATURE_INVALID
    pieces = (*draft.pieces[:-1], replace(draft.pieces[-1], plaintext=b"other"))
    assert code(draft.with_pieces(*pieces).seal(signature=signature)) is Code.SIGNATURE_INVALID


@pytest.mark.req("SIG-VER-009", "SIG-VER-010")
@each_signed
def test_signature_of_any_lawful_length_is_accepted(suite: Suite) -> None:
    draft = valid(suite)
    assert suite.signature is not None
    signature = parse(draft.seal()).signature
    assert signature is not None
    assert outcome(draft.seal(signature=mirrored(signature, suite.signature))) == PLAINTEXT


@pytest.mark.req("SIG-VER-002", "SIG-VER-003", "SIG-VER-008", "FMT-FTR-002", kind="negative")
@each_signed
@each(
    "signature",
    [
        b"",
        b"\x30",
        b"signature",
        encode_der(b"\0", b"\0"),
        encode_der(b"\1", b"\1", trailing=b"\0"),
        encode_der(b"\1", b"\1", long_length=True),
        encode_der(b"\0\1", b"\1"),
    ],
    ids=["empty", "one-byte", "text", "zero", "trailing", "long-length", "padded"],
)
def test_signature_that_is_no_strict_der_is_malformed(suite: Suite, signature: bytes) -> None:
    data = valid(suite).seal(signature=signature)
    error = error_for(data)
    assert isinstance(error, MalformedMessage)
    assert (error.code, error.path) == (Code.SIGNATURE_MALFORMED, "footer.signature")
    assert error.offset == len(data) - len(signature)


@pytest.mark.req("CMM-DEF-003", "CMM-IFC-012", "ALG-SUI-016", kind="negative")
@each_signed
def test_message_that_signs_without_a_public_key_is_refused(suite: Suite) -> None:
    draft = valid(suite)
    pairs = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != CONSTANTS.public_key_name.encode())
    error = error_for(draft.with_header(context_pairs=pairs).seal())
    assert (error.code, error.path) == (Code.PUBLIC_KEY_MISSING, "header.encryption_context")


@pytest.mark.req("CMM-DEF-004", "CMM-IFC-013", "ALG-SUI-017", kind="negative")
@pytest.mark.parametrize("suite", [suite for suite in SUITES.values() if not suite.signed], ids=lambda suite: suite.hex_id)
def test_message_that_does_not_sign_with_a_public_key_is_refused(suite: Suite) -> None:
    error = error_for(valid(suite, context={CONSTANTS.public_key_name: "key"}).seal())
    assert (error.code, error.path) == (Code.PUBLIC_KEY_UNEXPECTED, "header.encryption_context")


@pytest.mark.req("SIG-KEY-001", "SIG-KEY-002", "SIG-KEY-003", "SIG-KEY-004", "SIG-KEY-005", "SIG-KEY-006", kind="negative")
@each("text", ["", "key", "\n", "ключ"], ids=["empty", "short", "newline", "no-ascii"])
@each_signed
def test_message_with_a_malformed_public_key_is_refused(suite: Suite, text: str) -> None:
    draft = valid(suite)
    pairs = dict(draft.header.context_pairs or ())
    pairs[CONSTANTS.public_key_name.encode()] = text.encode()
    error = error_for(draft.with_header(context_pairs=tuple(sorted(pairs.items()))).seal())
    assert (error.code, error.path) == (Code.PUBLIC_KEY_MALFORMED, "header.encryption_context")


@pytest.mark.req("SIG-VER-005", "SIG-VER-006", kind="negative")
@each_signed
def test_signature_is_verified_with_the_key_of_the_materials(suite: Suite) -> None:
    assert suite.signature is not None
    other = decode_public_key(encode_public_key(seeded_signing_key(suite.signature, b"other").public_key()), suite.signature)
    assert code(valid(suite).seal(), cmm=Spy(lambda materials: replace(materials, verification_key=other))) is Code.SIGNATURE_INVALID


@pytest.mark.req("SIG-KEY-004")
@each_signed
def test_public_key_may_be_required_and_reproduced(suite: Suite) -> None:
    draft = valid(suite)
    key = dict(draft.header.context_pairs or ())[CONSTANTS.public_key_name.encode()].decode()
    required = {CONSTANTS.public_key_name: key}
    pairs = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != CONSTANTS.public_key_name.encode())
    data = replace(draft.with_header(context_pairs=pairs), appended=serialize_encryption_context(required)).seal()
    assert outcome(data, encryption_context=required) == PLAINTEXT
    assert code(data) is Code.PUBLIC_KEY_MISSING


@pytest.mark.req("FMT-FTR-007")
@pytest.mark.req("FMT-FTR-001", "FMT-FTR-007", kind="negative")
@each_signed
def test_footer_that_is_missing_or_cut_is_told_apart(suite: Suite) -> None:
    data = valid(suite).seal()
    start = next(span.start for span in trace(MESSAGE, data).spans if span.id == "footer.signature.length")
    assert (code(data[:start]), error_for(data[:start]).offset) == (Code.FOOTER_MISSING, start)
    for cut in (start + 1, start + 2, len(data) - 1):
        assert code(data[:cut]) is Code.TRUNCATED

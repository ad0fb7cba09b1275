"""The strategies: what they make is valid, is what was asked for, reaches the corners, and shrinks to what one can read."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from esdkit import Client, build, parse
from esdkit.crypto.kdf import derive_keys
from esdkit.errors import Code, MalformedMessage, UsageError
from esdkit.fuzz.strategies import Generated, encrypted_data_keys, encryption_contexts, from_grammar, headers, messages
from esdkit.grammar.body import BODY_AAD
from esdkit.grammar.edk import ECDH_CIPHERTEXT, ECDH_INFO, HIERARCHY_CIPHERTEXT, ML_KEM_INFO, RAW_AES_INFO
from esdkit.grammar.field import Node
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import BuildError
from esdkit.grammar.trace import build as build_field
from esdkit.message import EncryptedDataKey, Header, NonFramedBody, parse_header
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.header import build_header
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, Suite
from tests.drafts import each_signed
from tests.samples import sample_header
from vectors.generators.reopen import open_message

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # an example that is reached, not shrunk, may be large

CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
KEY = EncryptedDataKey(b"somebody", b"else", b"wrapped")
QUICK = settings(max_examples=10)
SIMPLEST = [Phase.generate, Phase.shrink]  # `find` gives the last value that was tried, and to explain a failure larger ones are tried
ANYTHING = settings(max_examples=5000, database=None, suppress_health_check=list(HealthCheck), phases=SIMPLEST)


def simplest(strategy: st.SearchStrategy[Any], condition: Callable[[Any], object] = lambda value: True) -> Any:
    """The smallest example that meets a condition."""
    return find(strategy, lambda value: bool(condition(value)), settings=ANYTHING)


def reached(strategy: st.SearchStrategy[Any], condition: Callable[[Any], object]) -> Any:
    """The first example that meets a condition."""
    return find(strategy, lambda value: bool(condition(value)), settings=settings(ANYTHING, phases=[Phase.generate]))


# -------------------------------------------------------------------- messages
@pytest.mark.req("FMT-HDR-024")
@settings(max_examples=200)
@given(messages())
def test_message_decrypts_with_its_data_key_and_is_built_back(generated: Generated) -> None:
    plaintext, header = CLIENT.decrypt(source=generated.data, data_key=generated.data_key)
    assert plaintext == generated.plaintext
    assert header == generated.message.header
    assert parse(generated.data) == generated.message
    assert build(generated.message) == generated.data


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
@QUICK
@given(data=st.data())
def test_message_of_a_suite_verifies_to_the_last_stage(suite: Suite, data: st.DataObject) -> None:
    generated = data.draw(messages(suite=suite))
    assert generated.message.header.suite == suite
    verification = CLIENT.verify(source=generated.data, data_key=generated.data_key, plaintext=generated.plaintext)
    assert verification.error is None
    assert {check.outcome for check in verification.checks} == {"passed"}


@pytest.mark.req("FMT-HDR-017")
@QUICK
@given(messages(version=2))
def test_message_of_version_2_stores_the_commit_key_of_its_data_key(generated: Generated) -> None:
    header = generated.message.header
    assert header.suite_data == derive_keys(header.suite, generated.data_key, header.message_id).commit_key


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("framed", [True, False], ids=["framed", "non-framed"])
@QUICK
@given(data=st.data())
def test_message_has_the_version_and_body_that_were_asked_for(version: int, framed: bool, data: st.DataObject) -> None:
    message = data.draw(messages(version=version, framed=framed)).message
    assert (message.header.version, message.header.framed) == (version, framed)
    assert isinstance(message.body, NonFramedBody) is not framed


@QUICK
@given(messages(edks=[KEY, KEY], context={"a": "1", "": "é"}, plaintext=b"attack at dawn"))
def test_message_holds_the_values_that_were_given(generated: Generated) -> None:
    header = generated.message.header
    assert header.encrypted_data_keys == (KEY, KEY)
    assert {key: value for key, value in header.encryption_context.items() if key != CONSTANTS.public_key_name} == {"a": "1", "": "é"}
    assert generated.plaintext == b"attack at dawn"


@QUICK
@given(
    messages(
        edks=st.lists(st.just(KEY), min_size=2, max_size=2), context=st.just({"k": "v"}), plaintext=st.binary(min_size=20, max_size=20)
    )
)
def test_message_holds_values_of_the_strategies_that_were_given(generated: Generated) -> None:
    assert generated.message.header.encrypted_data_keys == (KEY, KEY)
    assert generated.message.header.encryption_context["k"] == "v"
    assert len(generated.plaintext) == 20


@pytest.mark.parametrize(
    ("version", "suite"), [(3, None), (0, None), (1, 0x0578), (2, 0x0014)], ids=["version-3", "version-0", "v1-0578", "v2-0014"]
)
@pytest.mark.parametrize("strategy", [messages, headers])
def test_messages_of_a_version_that_no_suite_has_are_refused(strategy: Any, version: int, suite: int | None) -> None:
    with pytest.raises(UsageError) as caught:
        strategy(version=version, suite=None if suite is None else SUITES[suite])
    assert caught.value.code == Code.INVALID_ARGUMENT


@pytest.mark.parametrize(
    ("key", "value"), [(CONSTANTS.public_key_name, "x"), ("k", 65536 * "v"), ("k", "\ud800")], ids=["reserved", "too-long", "no-text"]
)
def test_message_with_a_context_that_no_writer_writes_is_refused(key: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        reached(messages(context=st.builds(lambda: {key: value})), bool)
    assert caught.value.code == Code.INVALID_ARGUMENT


@pytest.mark.parametrize(
    ("edks", "code"),
    [([], Code.EDK_COUNT_ZERO), ([EncryptedDataKey(b"\xff", b"", b"")], Code.PROVIDER_ID_BAD_UTF8)],
    ids=["none", "no-text"],
)
def test_message_with_data_keys_that_are_not_lawful_is_refused(edks: list[EncryptedDataKey], code: Code) -> None:
    with pytest.raises(MalformedMessage) as caught:
        reached(messages(edks=edks), bool)
    assert caught.value.code == code


def test_simplest_message_is_empty_and_has_zeros_for_keys() -> None:
    generated = simplest(messages())
    header = generated.message.header
    assert (generated.plaintext, generated.data_key.strip(b"\0"), header.message_id.strip(b"\0")) == (b"", b"", b"")
    assert (header.suite.id, header.context_pairs) == (min(SUITES), None)
    assert header.encrypted_data_keys == (EncryptedDataKey(b"", b"", b""),)


@each_signed
def test_simplest_message_of_a_suite_that_signs_is_the_same_each_time(suite: Suite) -> None:
    first, second = (simplest(messages(suite=suite, edks=[KEY], context={}, framed=False)) for _ in range(2))
    assert first == second  # the signature, too
    assert first.plaintext == b""


@pytest.mark.req("FMT-FRM-010", "FMT-FRM-011", "FMT-FRM-013", "FMT-FRM-014")
@pytest.mark.parametrize(
    "found",
    [
        lambda body, length: len(body) > 1 and len(body[-1].ciphertext) == length,
        lambda body, length: len(body) > 1 and not body[-1].ciphertext,
        lambda body, length: len(body) > 2 and 0 < len(body[-1].ciphertext) < length,
        lambda body, length: length == LIMITS["frame_length"],
    ],
    ids=["full-final", "empty-final", "partial-final", "largest"],
)
def test_messages_reach_every_kind_of_final_frame(found: Callable[[Any, int], bool]) -> None:
    generated = reached(messages(framed=True), lambda one: found(one.message.body, one.message.header.frame_length))
    assert open_message(generated.data, generated.data_key).plaintext == generated.plaintext


@each_signed
@pytest.mark.parametrize("sign", [2, 3])
def test_signed_messages_reach_both_signs_of_the_public_key(suite: Suite, sign: int) -> None:
    def found(generated: Generated) -> bool:
        return base64.b64decode(generated.message.header.encryption_context[CONSTANTS.public_key_name])[0] == sign

    assert found(reached(messages(suite=suite), found))


@QUICK
@given(messages(plaintext=bytes(5000)))
def test_messages_of_a_long_plaintext_have_no_more_frames_than_a_byte_counts_and_some(generated: Generated) -> None:
    body = generated.message.body
    assert isinstance(body, NonFramedBody) or len(body) <= 301


@given(messages())
def test_generated_message_is_made_again_from_what_it_shows(generated: Generated) -> None:
    again = eval(repr(generated), {"Generated": Generated})
    assert again == generated
    assert again.message == generated.message


# -------------------------------------------------------------------- parts
@given(headers())
def test_header_is_read_as_it_is_built(header: Header) -> None:
    data = build_header(header)
    assert parse_header(data) == (header, len(data))


@QUICK
@given(headers(version=2, framed=False, edks=[KEY], context={"k": "v"}))
def test_header_is_what_was_asked_for(header: Header) -> None:
    assert (header.version, header.framed, header.encrypted_data_keys) == (2, False, (KEY,))
    assert header.encryption_context["k"] == "v"


@given(encryption_contexts())
def test_context_fits_beside_a_public_key_and_has_no_reserved_key(context: dict[str, str]) -> None:
    public_key = {
        CONSTANTS.public_key_name: "x" * max(4 * -(-suite.signature.point_length // 3) for suite in SUITES.values() if suite.signature)
    }
    assert serialize_encryption_context({**context, **public_key})
    assert not any(key.startswith(CONSTANTS.reserved_context_prefix) for key in context)


@pytest.mark.parametrize(
    "found",
    [
        lambda context: any(ord(letter) > 0xFFFF for key in context for letter in key),
        lambda context: "" in context.values(),
        lambda context: "" in context,
        lambda context: len(context) > 255,
        lambda context: context == {},
    ],
    ids=["beyond-bmp", "empty-value", "empty-key", "many", "none"],
)
def test_contexts_reach_their_corners(found: Callable[[dict[str, str]], bool]) -> None:
    assert found(reached(encryption_contexts(), found))


@given(encrypted_data_keys())
def test_data_key_is_lawful_in_a_header(key: EncryptedDataKey) -> None:
    header = replace(sample_header(SUITES[0x0578]), encrypted_data_keys=(key,))
    assert parse_header(build_header(header))[0] == header


# -------------------------------------------------------------------- single fields
def leaves(node: Node) -> Iterator[Any]:
    """The nodes below a node that stand for fields, the lengths of byte strings included."""
    if hasattr(node, "field"):
        yield node
    for child in node.children:
        yield from leaves(child)


NODES = [
    node
    for root in (MESSAGE, BODY_AAD, RAW_AES_INFO, ECDH_INFO, ECDH_CIPHERTEXT, HIERARCHY_CIPHERTEXT, ML_KEM_INFO)
    for node in leaves(root)
]


@pytest.mark.parametrize("field_id", FIELDS)
@QUICK
@given(data=st.data())
def test_value_of_a_field_is_lawful_and_can_be_written(field_id: str, data: st.DataObject) -> None:
    value: Any = data.draw(from_grammar(field_id))
    assert FIELDS[field_id].allows(value)
    assert any(writes(node, value) for node in NODES if node.id == field_id)


LENGTHS = (
    "header.frame_length",
    "body.content_length",
    "body.final_frame.content_length",
    "ecdh.recipient.length",
    "ecdh.sender.length",
)


def writes(node: Node, value: int | bytes) -> bool:
    """Whether a node can write a value in some message."""
    for suite in SUITES.values():
        known = {"header.algorithm_suite_id": suite.id}
        if isinstance(value, bytes):
            known |= dict.fromkeys(LENGTHS, len(value))
        try:
            build_field(node, value, values=known)
        except BuildError:
            continue
        return True
    return False


@pytest.mark.parametrize(
    ("field_id", "value"),
    [
        ("header.frame_length", 0),
        ("header.frame_length", 2**32 - 1),
        ("body.content_length", LIMITS["non_framed_content_length"]),
        ("body.frame.sequence_number", 1),
        ("body.frame.sequence_number", LIMITS["frames"] - 1),
        ("header.encrypted_data_keys.count", 1),
        ("header.encrypted_data_keys.count", 65535),
        *(("header.algorithm_suite_id", suite_id) for suite_id in SUITES),
    ],
)
def test_values_of_a_number_reach_their_boundaries(field_id: str, value: int) -> None:
    assert reached(from_grammar(field_id), lambda drawn: drawn == value) == value


@pytest.mark.parametrize("field_id", ["header.encryption_context.value", "header.encrypted_data_keys.ciphertext", "footer.signature"])
@pytest.mark.parametrize("size", [0, 1, 65534, 65535])
def test_values_of_free_length_reach_their_boundaries(field_id: str, size: int) -> None:
    strategy: Any = from_grammar(field_id)
    assert reached(strategy.map(len), lambda drawn: drawn == size) == size


@pytest.mark.parametrize(
    "string",
    [CONSTANTS.content_non_framed_string, CONSTANTS.content_frame_string, CONSTANTS.content_final_frame_string],
    ids=["non-framed", "frame", "final-frame"],
)
def test_content_strings_are_those_of_the_format(string: bytes) -> None:
    assert reached(from_grammar("body_aad.content_string"), lambda drawn: drawn == string) == string


@pytest.mark.req("FMT-HDR-008", "FMT-HDR-009", "FMT-HDR-014")
@pytest.mark.parametrize(
    ("field_id", "sizes"),
    [
        ("header.message_id", {16, 32}),
        ("body_aad.message_id", {16, 32}),
        ("header.suite_data", {32}),
        ("header_auth.iv", {12}),
        ("header_auth.tag", {16}),
        ("raw_aes.iv", {12}),
    ],
)
def test_values_of_a_field_have_the_sizes_of_the_format(field_id: str, sizes: set[int]) -> None:
    drawn = set()

    @given(from_grammar(field_id))
    def draw(value: bytes) -> None:
        drawn.add(len(value))

    draw()
    assert drawn == sizes


@pytest.mark.parametrize("field_id", ["", "header", "header.frame_length ", "header.encrypted_data_keys", "header.encryption_context"])
def test_field_that_does_not_exist_is_refused(field_id: str) -> None:
    with pytest.raises(UsageError) as caught:
        from_grammar(field_id)
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, field_id)
    assert caught.value.hint

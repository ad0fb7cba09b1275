"""What is written once for many headers is what the grammar writes for each."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.message.aad import serialize_encryption_context
from esdkit.message.header import build_header_auth, build_header_body
from esdkit.message.model import EncryptedDataKey, Header, HeaderAuth
from esdkit.message.template import ContextTemplate, HeaderTemplate, with_public_key, without_public_key
from esdkit.spec import CONSTANTS, SUITES, Suite

NAME = CONSTANTS.public_key_name
TEXTS = st.text(max_size=5)


def header(suite: Suite, context: dict[str, str], keys: int, byte: int) -> Header:
    """A header whose content that differs from message to message is one byte."""
    first = suite.message_version == 1
    pairs = tuple(sorted((key.encode(), value.encode()) for key, value in context.items()))
    public_key = bytes([byte]) * 5 if suite.signed else b""
    return Header(
        suite.message_version,
        suite,
        bytes([byte]) * CONSTANTS.message_id_lengths[suite.message_version],
        with_public_key(pairs, public_key) if pairs else None,
        tuple(EncryptedDataKey(b"provider%d" % number, bytes([byte]) * (number + 1), bytes([byte]) * number) for number in range(1, keys)),
        CONSTANTS.content_framed,
        4096,
        HeaderAuth(bytes(suite.iv_length) if first else b"", bytes([byte]) * suite.tag_length),
        bytes([byte]) * suite.suite_data_length,
        *((CONSTANTS.message_type, 0, suite.iv_length) if first else ()),
    )


@given(st.sampled_from(list(SUITES.values())), st.dictionaries(TEXTS, TEXTS, max_size=3), st.integers(2, 4), st.integers(0, 255))
def test_header_of_the_template_is_that_of_the_grammar(suite: Suite, context: dict[str, str], keys: int, byte: int) -> None:
    if suite.signed:
        context[NAME] = "....."
    template = HeaderTemplate(header(suite, context, keys, 7))
    wanted = header(suite, context, keys, byte)
    public_key, _ = without_public_key(wanted.context_pairs)
    body = template.body(wanted.message_id, public_key, map(astuple, wanted.encrypted_data_keys), wanted.suite_data)
    assert body == build_header_body(wanted)
    assert template.auth(wanted.auth.tag) == build_header_auth(wanted)


@given(st.dictionaries(TEXTS, TEXTS, max_size=3), st.text("abc=+/", min_size=1, max_size=9))
def test_context_of_the_template_is_the_canonical_one(context: dict[str, str], public_key: str) -> None:
    signed = ContextTemplate({**context, NAME: "x" * len(public_key)})
    assert signed.serialized(public_key.encode()) == serialize_encryption_context({**context, NAME: public_key})


def test_template_refuses_content_without_a_place() -> None:
    suite = SUITES[0x0478]
    one = header(suite, {"a": "b"}, 2, 1)
    with pytest.raises(ValueError, match="slice"):
        HeaderTemplate(one).body(one.message_id, b"public key", map(astuple, one.encrypted_data_keys), one.suite_data)


def test_public_key_among_the_pairs() -> None:
    pairs = ((b"a", b"1"), (NAME.encode(), b"key"), (b"z", b"2"))
    assert without_public_key(pairs) == (b"key", (pairs[0], pairs[2]))
    assert without_public_key(pairs[:1]) == (b"", pairs[:1])
    assert without_public_key(None) == (b"", ())
    assert with_public_key(pairs, b"other") == (pairs[0], (NAME.encode(), b"other"), pairs[2])

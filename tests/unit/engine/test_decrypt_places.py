"""Errors of a body in one go say where they stand in the message."""

from __future__ import annotations

import pytest

from esdkit.errors import AuthenticationError, Code, PolicyError
from esdkit.message import parse
from esdkit.message.model import NonFramedBody
from esdkit.spec import SUITES
from tests.drafts import ANY_SUITE, KEYRING, lawful

SUITE = SUITES[0x0178]


def test_tag_of_a_block_that_fails_is_placed_where_it_stands() -> None:
    data = lawful(SUITE, frame_length=None).seal()
    with pytest.raises(AuthenticationError) as caught:
        ANY_SUITE.decrypt(source=data[:-1] + bytes([data[-1] ^ 1]), keyring=KEYRING)
    assert caught.value.offset == len(data) - SUITE.tag_length


def test_length_of_a_block_that_is_too_much_is_placed_where_it_stands() -> None:
    data = lawful(SUITE, frame_length=None).seal()
    body = parse(data).body
    assert isinstance(body, NonFramedBody)
    with pytest.raises(PolicyError) as caught:
        ANY_SUITE.decrypt(source=data, keyring=KEYRING, max_body_length=len(body.ciphertext) - 1)
    assert caught.value.code is Code.BODY_TOO_LARGE
    assert caught.value.offset == len(data) - SUITE.tag_length - len(body.ciphertext) - 8

"""A body in one go: errors say where they stand in the message, and one that is hashed in several turns comes out in order."""

from __future__ import annotations

import random

import pytest

from esdkit.engine.client import Client
from esdkit.errors import AuthenticationError, Code, MalformedMessage, PolicyError, TruncatedMessage
from esdkit.forge.mutate import spans
from esdkit.keyrings import MultiKeyring
from esdkit.message import parse
from esdkit.message.model import NonFramedBody
from esdkit.spec import SUITES, Suite
from tests.drafts import ANY_SUITE, KEYRING, each_suite, valid

SUITE = SUITES[0x0178]
LONG = random.Random(1).randbytes((2 << 20) + 12_345)  # more than two turns of the hash


@pytest.mark.req("CLI-DEC-028", kind="negative")
def test_tag_of_a_block_that_fails_is_placed_where_it_stands() -> None:
    data = valid(SUITE, frame_length=None).seal()
    with pytest.raises(AuthenticationError) as caught:
        ANY_SUITE.decrypt(source=data[:-1] + bytes([data[-1] ^ 1]), keyring=KEYRING)
    assert caught.value.offset == len(data) - SUITE.tag_length


@pytest.mark.req("CLI-CFG-009", kind="negative")
def test_length_of_a_block_that_is_too_much_is_placed_where_it_stands() -> None:
    data = valid(SUITE, frame_length=None).seal()
    body = parse(data).body
    assert isinstance(body, NonFramedBody)
    with pytest.raises(PolicyError) as caught:
        ANY_SUITE.decrypt(source=data, keyring=KEYRING, max_body_length=len(body.ciphertext) - 1)
    assert caught.value.code is Code.BODY_TOO_LARGE
    assert caught.value.offset == len(data) - SUITE.tag_length - len(body.ciphertext) - 8


@pytest.mark.req("CLI-DEC-028", kind="negative")
def test_tag_of_a_frame_that_fails_is_placed_where_it_stands() -> None:
    data, _ = ANY_SUITE.encrypt(source=bytes(100), keyring=KEYRING, algorithm=0x0478, frame_length=64)
    final = 4 + 4 + 12 + 4 + 36 + 16  # marker, sequence number, IV, length, content, tag
    for tag_end in (len(data), len(data) - final):
        changed = bytearray(data)
        changed[tag_end - 1] ^= 1
        with pytest.raises(AuthenticationError) as caught:
            ANY_SUITE.decrypt(source=bytes(changed), keyring=KEYRING)
        assert caught.value.offset == tag_end - SUITE.tag_length


@pytest.mark.req("CLI-CFG-009", kind="negative")
def test_length_of_a_final_frame_that_is_too_much_is_placed_where_it_stands() -> None:
    data, _ = ANY_SUITE.encrypt(source=bytes(36), keyring=KEYRING, algorithm=0x0478, frame_length=64)
    at = len(data) - SUITE.tag_length - 36 - 4
    with pytest.raises(MalformedMessage) as caught:
        ANY_SUITE.decrypt(source=data[:at] + (65).to_bytes(4, "big") + data[at + 4 :] + bytes(29), keyring=KEYRING)
    assert caught.value.offset == at


@each_suite
def test_cut_in_or_before_a_regular_frame_is_told_in_one_go(suite: Suite) -> None:
    data = valid(suite).seal()
    places = spans(data)
    for path in ("body.frame[0].ciphertext", "body.frame[1].tag"):
        for cut in (places[path].start, places[path].end - 1):
            with pytest.raises(TruncatedMessage) as caught:
                ANY_SUITE.decrypt(source=data[:cut], keyring=KEYRING)
            assert (caught.value.path, caught.value.offset) == (path, places[path].start)


@pytest.mark.req("CLI-DEC-027")
@pytest.mark.parametrize("suite", [0x0478, 0x0578], ids=["unsigned", "signed"])
@pytest.mark.parametrize("frame_length", [4096, 1 << 20, (1 << 20) + 1], ids=["small", "a-turn", "more-than-a-turn"])
def test_body_of_several_turns_comes_out_in_order(suite: int, frame_length: int) -> None:
    data, _ = ANY_SUITE.encrypt(source=LONG, keyring=KEYRING, algorithm=suite, frame_length=frame_length)
    assert ANY_SUITE.decrypt(source=data, keyring=KEYRING)[0] == LONG


@pytest.mark.req("CLI-CFG-004", kind="negative")
def test_limit_of_data_keys_holds_in_one_go() -> None:
    data, _ = ANY_SUITE.encrypt(source=b"two", keyring=MultiKeyring(KEYRING, [KEYRING]))
    assert Client(max_encrypted_data_keys=2).decrypt(source=data, keyring=KEYRING)[0] == b"two"
    with pytest.raises(PolicyError) as caught:
        Client(max_encrypted_data_keys=1).decrypt(source=data, keyring=KEYRING)
    assert caught.value.code is Code.EDK_LIMIT_EXCEEDED

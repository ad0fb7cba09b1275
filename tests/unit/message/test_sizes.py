"""Predicted sizes are the sizes of what is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.message import EncryptedDataKey, Frame, Message
from esdkit.message.body import build_body, build_footer
from esdkit.message.header import build_header
from esdkit.message.sizes import encrypted_data_key_length, footer_length, framed_body_length
from esdkit.spec import SUITES, Suite
from tests.samples import sample_header
from tests.strategies import encrypted_data_keys, suites


@pytest.mark.req("FMT-HAU-001", "FMT-HAU-002", "FMT-HAU-004")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_header_length_is_the_sum_of_the_format(suite: Suite) -> None:
    keys = (EncryptedDataKey(b"id", b"info", b"key"),)
    fixed = 1 + 1 + 2 + 16 + 2 + 2 + 1 + 4 + 1 + 4 + 28 if suite.message_version == 1 else 1 + 2 + 32 + 2 + 2 + 1 + 4 + 32 + 16
    assert len(build_header(sample_header(suite, pairs=None, keys=keys))) == fixed + 6 + 9
    assert len(build_header(sample_header(suite, pairs=((b"k", b"v"),), keys=keys))) == fixed + 6 + 9 + 2 + 2 + 1 + 2 + 1
    assert len(build_header(sample_header(suite, pairs=None, keys=()))) == fixed


@given(encrypted_data_keys(valid=False))
def test_data_key_length_is_what_it_adds_to_a_header(key: EncryptedDataKey) -> None:
    header = sample_header(SUITES[0x0478], keys=())
    assert encrypted_data_key_length(key) == len(build_header(replace(header, encrypted_data_keys=(key,)))) - len(build_header(header))


@pytest.mark.req("FMT-FRM-012", "CLI-ENC-019", "FMT-FRM-014", "FMT-FRM-015")
@given(suite=suites(), plaintext_length=st.integers(0, 100), frame_length=st.integers(1, 40))
def test_framed_body_length_is_that_of_the_body(suite: Suite, plaintext_length: int, frame_length: int) -> None:
    regular = plaintext_length // frame_length
    frames = [Frame(number, bytes(12), bytes(frame_length), bytes(16)) for number in range(1, regular + 1)]
    frames.append(Frame(regular + 1, bytes(12), bytes(plaintext_length - regular * frame_length), bytes(16), final=True))
    message = Message(sample_header(suite, frame_length=frame_length), tuple(frames), None)
    assert framed_body_length(suite, plaintext_length, frame_length) == len(build_body(message))


@pytest.mark.parametrize(
    ("plaintext_length", "frames"),
    [(0, 1), (1, 1), (7, 1), (8, 2), (9, 2), (16, 3), (17, 3)],
    ids=["empty", "one", "under", "full", "over", "two-full", "two-over"],
)
def test_framed_body_length_has_the_rest_in_the_final_frame(plaintext_length: int, frames: int) -> None:
    assert framed_body_length(SUITES[0x0478], plaintext_length, 8) == plaintext_length + 32 * (frames - 1) + 40


def test_framed_body_length_counts_what_no_machine_holds() -> None:
    assert framed_body_length(SUITES[0x0478], 2**60, 2**32 - 1) > 2**60


@pytest.mark.req("FMT-FTR-002", "FMT-FTR-004", "SIG-VER-011")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_footer_length_is_that_of_the_footer(suite: Suite) -> None:
    usual = {"P-256": 71, "P-384": 103}[suite.signature.curve] if suite.signature else None
    assert footer_length(suite) == (0 if usual is None else 2 + usual)
    for length in (0, 70, 65535):
        signature = bytes(length) if suite.signed else None
        message = Message(sample_header(suite), (), signature)
        assert footer_length(suite, length) == len(build_footer(message))

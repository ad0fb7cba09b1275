"""The text: its width, what is cut, and that nothing in it steers a terminal."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code
from esdkit.inspector import inspect
from esdkit.inspector.views.describe import describe_suite
from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.spec import SUITES, error_codes
from tests.columns import too_wide
from tests.conftest import Golden
from tests.samples import native_ciphertext, sample_header

FINAL = (Frame(1, bytes(12), b"", bytes(16), final=True),)


def text_of(
    pairs: tuple[tuple[bytes, bytes], ...] | None = None, keys: tuple[EncryptedDataKey, ...] = (EncryptedDataKey(b"p", b"i", b"c"),)
) -> str:
    return inspect(build(Message(sample_header(SUITES[0x0178], pairs=pairs, keys=keys), FINAL, None))).to_text()


@pytest.mark.req("CLI-INS-006", kind="negative")
@given(st.text(st.characters(codec="utf-8"), max_size=30), st.binary(max_size=30))
def test_text_holds_no_control_character(key: str, other: bytes) -> None:
    keys = (EncryptedDataKey(key.encode(), other, b""), EncryptedDataKey(other, key.encode(), b""))
    text = text_of(((key.encode(), other), (other, key.encode())), keys)
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) is None


def test_marks_that_are_piled_up_are_cut_as_a_long_name_is() -> None:
    pile = "e" + "\u0301" * 5000
    text = text_of(((b"key", pile.encode()), (pile.encode(), b"")))
    assert max(map(len, text.splitlines())) < 600
    assert text.count("… (5001 characters)") == 2


def test_text_of_a_long_value_is_cut_and_says_so() -> None:
    text = text_of(((b"key", b"value " * 1000), (b"name", b"v" * 5000)))
    assert "more characters; --json has all" in text
    assert f"{'v' * 512}… (5000 characters)" in text
    assert not [line for line in text.splitlines() if too_wide(line)]


def test_text_of_a_long_key_does_not_push_the_others_aside() -> None:
    text = text_of(((b"a", b"1"), (b"k" * 200, b"2")))
    assert "  a  1" in text.splitlines()


def test_text_tells_how_many_problems_there_are_however_few_are_kept() -> None:
    frames = tuple(Frame(number, bytes(12), b"", bytes(16)) for number in range(2, 1503))
    header = replace(sample_header(SUITES[0x0178]), frame_length=0)
    tree = inspect(build(Message(header, (*frames, Frame(1, bytes(12), b"", bytes(16), final=True)), None)))
    assert tree.problem_count > len(tree.problems) == 1000
    lines = tree.to_text().splitlines()
    assert f"problems        {tree.problem_count}" in lines
    assert lines[-1] == f"  … {tree.problem_count - 32} more"


def test_text_of_many_data_keys_is_cut_and_says_so() -> None:
    text = text_of(keys=tuple(EncryptedDataKey(b"p", b"%d" % number, b"c") for number in range(100)))
    assert "… 68 more; --json has all" in text
    assert "100 keys" in text


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        (EncryptedDataKey(b"", b"", b""), ["  [0] (empty provider id)  a custom keyring", "    (empty)", "    0 bytes wrapped"]),
        (
            EncryptedDataKey(b"\xff", b"\xfe\x00", b"x"),
            ["  [0] 0xff (not UTF-8)  a custom keyring", "    0xfe00 (not UTF-8)", "    1 byte wrapped"],
        ),
    ],
    ids=["empty", "not-text"],
)
def test_text_of_an_odd_data_key_shows_its_bytes(key: EncryptedDataKey, lines: list[str]) -> None:
    text = text_of(keys=(key,)).splitlines()
    at = text.index(lines[0])
    assert text[at : at + 3] == lines


def test_text_explains_a_code_once() -> None:
    frames = tuple(Frame(number, bytes(12), b"x", bytes(16)) for number in (5, 6, 7))
    header = replace(sample_header(SUITES[0x0178], frame_length=1))
    text = inspect(build(Message(header, (*frames, replace(FINAL[0], sequence_number=8)), None))).to_text()
    assert text.count("seq-out-of-order") == 4
    assert text.count("FMT-FRM-004") == 1


def test_text_is_styled_piece_by_piece() -> None:
    tree = inspect(native_ciphertext("mpl-0578-multi-nine-many-f128-p129"))
    styled = tree.to_text("x", lambda text, role: f"<{role}>{text}</{role}>" if role != "plain" else text)
    assert re.sub(r"</?(title|label|good|bad|warning|dim)>", "", styled) == re.sub("(?m)^ +$", "", tree.to_text("x"))
    assert "<warning>UNVERIFIED" in styled


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_describe_suite_says_what_matters(suite: object) -> None:
    row = next(one for one in SUITES.values() if one is suite)
    cipher, commitment, signature = describe_suite(row)
    assert cipher.startswith(f"AES-{row.key_length * 8}-GCM")
    assert commitment.endswith("commits to it") == row.commitment
    assert f"{8 * row.data_key_length} bits" in commitment
    assert signature.startswith("not ") != row.signed


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize(
    "name", ["mpl-0578-multi-nine-many-f128-p129", "python-0378-aes-256-many-f0-p10240", "js-0478-aes-256-empty-f4294967295-p5"]
)
def test_line_of_a_message_names_suite_keys_body_and_signature(golden: Golden, name: str) -> None:
    golden(f"line-{name}.txt", inspect(native_ciphertext(name)).to_line() + "\n")


@pytest.mark.req("FMT-AAD-019")
@pytest.mark.parametrize(
    ("pairs", "told"),
    [(((b"b", b""), (b"a", b"")), True), (((b"B", b""), (b"a", b"")), False), (None, False)],
    ids=["unsorted", "sorted", "absent"],
)
def test_text_tells_of_a_context_that_is_not_sorted(pairs: tuple[tuple[bytes, bytes], ...] | None, told: bool) -> None:
    assert (error_codes()[Code.AAD_UNSORTED].means in text_of(pairs)) is told

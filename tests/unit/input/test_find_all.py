"""``find_all``: every message of a mixed file, each with its place."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from itertools import pairwise
from quopri import encodestring

import pytest

from esdkit.input import find_all
from tests.scanning import CONTAINERS, MESSAGES

FIRST, SECOND, THIRD = MESSAGES[:3]


def found(data: bytes) -> list[bytes]:
    placed, limits = find_all(data)
    assert limits == ()
    return [each.found.data for each in placed]


@pytest.mark.req("CLI-INP-006")
def test_messages_that_are_stored_in_different_ways() -> None:
    for name in ("binary.sql", "access.log", "slashes.jsonl", "dump.hex"):
        mixed = CONTAINERS["log.txt"](FIRST) + CONTAINERS[name](SECOND) + CONTAINERS["rows.csv"](THIRD)
        assert sorted(found(mixed)) == sorted([FIRST, SECOND, THIRD])


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("plus", [b"%2B", b"&#43;", b"\\u002b"])
def test_escape_far_from_the_beginning_of_base64(plus: bytes) -> None:
    messages = [data for data in MESSAGES if b"+" in b64encode(data) and b64encode(data).index(b"+") > 256]
    assert messages
    for data in messages:
        assert found(b'GET /?t="' + b64encode(data).replace(b"+", plus) + b'" HTTP/1.1\n') == [data]


@pytest.mark.req("CLI-INP-006")
def test_quoted_printable_that_begins_in_the_middle_of_a_line() -> None:
    assert found(encodestring(b"say: caf\xe9 blob=" + b64encode(FIRST) + b"; end\n")) == [FIRST]


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("before", [b"\x1b[32mINFO\x1b[0m ", b"caf\xe9 blob=0x", b"a\0", b"VALUES (_binary '\xff\\0', x'"])
def test_hexadecimal_in_what_is_not_all_text(before: bytes) -> None:
    assert found(before * 2 + FIRST.hex().encode() + b"\0\x1b ' end\n") == [FIRST]
    assert found(before + FIRST.hex().upper().encode()) == [FIRST]


@pytest.mark.req("CLI-INP-006")
def test_lines_of_base64_that_look_like_words() -> None:
    text = b64encode(FIRST)
    words = [at for at in range(40, len(text) - 8) if text[at : at + 3].isalpha()]
    assert len(words) > 2
    for first, second in zip(words, words[2:], strict=False):
        cuts = sorted({0, first, first + 3, second, second + 3, len(text)})
        lines = b"\n".join(text[start:end] for start, end in pairwise(cuts))
        assert found(b"log\n\n" + lines + b"\n\nend\n") == [FIRST], lines


@pytest.mark.req("CLI-INP-006")
def test_binary_data_with_text() -> None:
    data = FIRST + b"\0\xff" * 9 + SECOND + b"\0" + CONTAINERS["log.txt"](THIRD)
    placed, _ = find_all(data)
    assert [each.found.data for each in placed] == [FIRST, SECOND, THIRD]
    assert [each.start for each in placed[:2]] == [0, len(FIRST) + 18]


@pytest.mark.req("CLI-INP-006")
def test_a_message_that_is_cut() -> None:
    assert found(FIRST[:40]) == [FIRST[:40]]  # the input is one
    text = CONTAINERS["log.txt"]
    whole = find_all(text(FIRST) + text(SECOND[:-8]))[0]
    assert [(each.found.data, each.found.complete) for each in whole] == [(FIRST, True), (SECOND[:-8], False)]


@pytest.mark.req("CLI-INP-006", kind="negative")
@pytest.mark.parametrize(
    "text", [b"", b"AgV4" * 30, b"\\x02\\x05\\x78", b"see b'\\x01\\x80' and \"\\1\\2\" there", b"nothing at all\n" * 9]
)
def test_what_only_begins_like_a_message_is_not_one(text: bytes) -> None:
    assert find_all(text) == ([], ())


@pytest.mark.req("CLI-INP-006", kind="negative")
def test_a_cut_message_without_a_data_key_is_not_one() -> None:
    assert found(CONTAINERS["log.txt"](FIRST[:30]) * 3) == []


_REPEATED = """
import resource
from esdkit.input import find_all

resource.setrlimit(resource.RLIMIT_CPU, (60, 60))  # seconds, of which it needs two; work that grows with the square takes an hour
print(sum(len(find_all(bytes([byte]) * (1 << 19 if byte == 92 else 1 << 14))[0]) for byte in range(256)))
"""


@pytest.mark.slow
@pytest.mark.req("CLI-INP-006", "SCN-SRC-008")
def test_repeated_byte_takes_linear_time() -> None:
    ran = subprocess.run([sys.executable, "-c", _REPEATED], capture_output=True, text=True, timeout=300)
    assert (ran.returncode, ran.stdout) == (0, "0\n"), ran.stderr

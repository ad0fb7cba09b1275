"""``find_all``: every message of a mixed file, each with its place."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from quopri import encodestring
from random import Random
from time import process_time

import pytest

from esdkit.input import find_all
from esdkit.message import EncryptedDataKey, build, parse
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
def test_bytes_in_quoted_printable() -> None:
    for message in MESSAGES:
        assert found(b"X: y\n\n" + encodestring(message) + b"\n--boundary--\n")[0].startswith(message)


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
def test_bytes_that_begin_like_a_message_of_an_unknown_suite_are_not_one() -> None:
    """One random object in 65,536 does."""
    for seed in range(20):
        assert found(b"\x01\x80" + Random(seed).randbytes(700)) == []


@pytest.mark.req("CLI-INP-006", kind="negative")
def test_a_cut_message_without_a_data_key_is_not_one() -> None:
    assert found(CONTAINERS["log.txt"](FIRST[:30]) * 3) == []


def _octal(data: bytes) -> bytes:
    return b"".join(bytes([byte]) if 32 <= byte < 127 and byte != 92 else b"\\\\%03o" % byte for byte in data)


ENVELOPED = {
    "base64": lambda data: b"INFO p=" + b64encode(data) + b" took 3 ms\n",
    "base64url": lambda data: b"token_" + urlsafe_b64encode(data).rstrip(b"=") + b"\n",
    "lines of base64": lambda data: b"X: y\n\n" + encodebytes(data) + b"\n",
    "hexadecimal": lambda data: b"INFO p=" + data.hex().encode() + b" took 3 ms\n",
    "PostgreSQL": lambda data: f"INSERT INTO t VALUES (1, '\\x{data.hex()}');\n".encode(),
    "lines of hexadecimal": lambda data: b"p:\n" + b"\n".join(data.hex().encode()[at : at + 80] for at in range(0, 2 * len(data), 80)),
    "rows of hexadecimal": lambda data: f"2026-11-30,11:02:00,4711,17,{data.hex()}\n".encode() * 2,
    "pairs": lambda data: b"p=" + data.hex(":").encode() + b"\n",
    "registry": lambda data: b'"p"=hex:' + b"\\\r\n  ".join(data.hex(",").encode()[at : at + 75] for at in range(0, 3 * len(data), 75)),
    "C": lambda data: b"x[] = {" + b", ".join(b"0x%02x" % byte for byte in data) + b"};\n",
    "numbers": lambda data: f"INFO p={list(data)}\n".encode(),
    "numbers of Java": lambda data: f"INFO p={[byte - 256 if byte > 127 else byte for byte in data]}\n".encode(),
    "dump": CONTAINERS["dump.hex"],
    "repr": lambda data: f"INFO p={data!r} it's done\n".encode(),
    "octal": lambda data: b"7\t" + _octal(data) + b"\tx\n",
}
"""Ways to write bytes that are not only the message."""


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("write", ENVELOPED.values(), ids=ENVELOPED)
@pytest.mark.parametrize("before", [0, 1, 5, 9, 16, 20, 37, 56, 64])
def test_message_after_other_bytes_that_are_encoded_with_it(before: int, write: Callable[[bytes], bytes]) -> None:
    """An id, a length or a whole record comes first."""
    for number, message in enumerate(MESSAGES[:6]):
        front = Random(number).randbytes(before).replace(b'"', b"q")
        assert set(found(write(front + message))) == {message}


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("indent", [b"", b"\t"])
@pytest.mark.parametrize("after", [b"2026-11-30 11:02:00 INFO done\n", b"done it is\n", b"12345 = x\n"])
def test_base64_in_lines_ends_before_the_next_line_of_a_log(after: bytes, indent: bytes) -> None:
    """Without padding, what comes next may look like more of it."""
    message = next(data for data in MESSAGES if len(data) % 3 == 0)
    lines = b"".join(indent + line + b"\n" for line in encodebytes(message).splitlines())
    assert found(b"2026-11-30 11:02:00 INFO payload:\n" + lines + after) == [message]


@pytest.mark.req("CLI-INP-006")
def test_names_of_json() -> None:
    """A name that an object has twice, and one that is a message."""
    first, second, third = (b64encode(data).decode() for data in (FIRST, SECOND, THIRD))
    twice = f'{{"p": "{first}", "q": 1, "p": "{second}", "{third}": true}}'.encode()
    assert sorted(found(twice)) == sorted(found(twice * 2 + b"\n")[:3]) == sorted([FIRST, SECOND, THIRD])
    assert [each.found.place for each in find_all(twice)[0]] == [
        "JSON, a name in $ > base64 text",
        "JSON, $.p > base64 text",
        'JSON, $["p (2)"] > base64 text',
    ]


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("names", [("p", "p", "p (2)"), ("p (2)", "p", "p"), ("p", "p", "p"), ("p (2)", "p", "p (2)", "p", "p (2)")])
def test_names_of_json_that_are_taken(names: tuple[str, ...]) -> None:
    """The number of a name that an object has several times may be in a name that it has."""
    texts = [f'"{name}": "{b64encode(data).decode()}"' for name, data in zip(names, MESSAGES, strict=False)]
    assert sorted(found(f"{{{', '.join(texts)}}}".encode())) == sorted(MESSAGES[: len(names)])


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("skipped", [1, 2])
@pytest.mark.parametrize("shift", range(4))
def test_base64_after_what_looks_like_a_message_in_another_alignment(shift: int, skipped: int) -> None:
    """Chance: three characters or more, in one of a million places."""
    alike = b64encode(b"\xff" * skipped + MESSAGES[0][:3] + b"\xff" * (3 - skipped))
    before = b"/" * (40 + shift) + alike
    before += b"/" * (-len(before) % 4)
    assert found(b"INFO p=" + before + b64encode(FIRST) + b" took\n") == [FIRST]


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("between", [b",\n" + b" " * 48, b";" + b"\t" * 600])
def test_numbers_with_much_between_them(between: bytes) -> None:
    assert found(b"INFO p=[" + between.join(b"%d" % byte for byte in FIRST) + b"]\n") == [FIRST]


def _column_of_mysql(data: bytes) -> bytes:
    return data.replace(b"\\", b"\\\\").replace(b"\0", b"\\0").replace(b"\t", b"\\t").replace(b"\n", b"\\n")


def _column_of_a_file(data: bytes) -> bytes:
    return data.replace(b"\\", b"\\\\").replace(b"\0", b"\\0").replace(b"\t", b"\\\t").replace(b"\n", b"\\\n")


@pytest.mark.req("CLI-INP-006")
@pytest.mark.parametrize("write", [_column_of_mysql, _column_of_a_file], ids=["mysql --batch", "mysqldump --tab"])
def test_columns_of_mysql(write: Callable[[bytes], bytes]) -> None:
    assert found(b"id\tpayload\n" + b"".join(b"%d\t%s\tx\n" % (at, write(message)) for at, message in enumerate(MESSAGES))) == MESSAGES


@pytest.mark.req("CLI-INP-006")
def test_many_lines_of_hexadecimal_take_as_long_as_they_are() -> None:
    """A message in each line: each is looked at once."""
    lines = [message.hex().encode() + b"\n" for message in MESSAGES]
    took = []
    for times in (1, 16):
        text, before = b"".join(lines * times), process_time()
        assert len(found(text)) == len(lines) * times
        took.append(process_time() - before)
    assert took[1] < 100 * took[0], took


@pytest.mark.req("CLI-INP-006")
def test_line_that_begins_with_a_data_key_of_kms_is_a_part_of_its_message() -> None:
    blob = b"\x01\x02\x02\x00x" + bytes(range(60))
    key = EncryptedDataKey(b"aws-kms", b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", blob)
    parsed = parse(FIRST)
    for more in range(60):  # at some length the blob begins a line
        pairs = ((b"k", b"v" * more),)
        message = build(replace(parsed, header=replace(parsed.header, context_pairs=pairs, encrypted_data_keys=(key,))))
        lines = b'" +\n  "'.join(b64encode(message)[at : at + 60] for at in range(0, len(b64encode(message)), 60))
        assert found(b'String s = "' + lines + b'";\n') == [message]


_REPEATED = """
import resource
from esdkit.input import find_all

resource.setrlimit(resource.RLIMIT_CPU, (60, 60))  # seconds, of which it needs two; work that grows with the square takes an hour
print(sum(len(find_all(bytes([byte]) * (1 << 19 if byte == 92 else 1 << 14))[0]) for byte in range(256)))
"""
_REPEATED_PIECES = """
import resource, sys
from itertools import product
from time import process_time
from esdkit.input import find_all

resource.setrlimit(resource.RLIMIT_CPU, (200, 200))  # seconds, of which it needs at most thirty
for head, middle in product({heads!r}, {middles!r}):
    for piece in (head + middle, middle + head):
        print(piece, file=sys.stderr, flush=True)  # the last one is what takes too long
        started = process_time()
        find_all(b"a" + piece * ((1 << 16) // len(piece)) + bytes(1))
        assert process_time() - started < 5  # seconds; most take a tenth of one
"""
_HEADS = {
    "bytes": [b"\x01\x80\\0\x14", b"\x02\x05\x78", b"_binary '"],
    "literals": [b"\\x01\\x80", b"'\\002\\005x", b'b"\\x02\\x05'],
    "digits": [b"0178", b"020578", b"02:05:78 ", b"0x02, 0x05, 0x78, ", b"\\x02\\x05\\x78"],
    "numbers": [b"2 5 120 ", b"2" + b" " * 600 + b"5 120 ", b"1,-128,0,20,", b'"0": 2, '],
    "others": [b"%02%05x", b"AgV4", b"AYAA", b"=02=05x", b'{"a": "', b"00000000  02 05 78 "],
}
_MIDDLES = [
    b"",
    b"\\",
    b"'",
    b'"',
    b"\\0",
    b"\n",
    b"\t ",
    b" " * 40,
    b"1 " * 20,
    b"0" * 48,
    b"0\n" * 24,
    b", ",
    b"A" * 24,
    b'" + "',
    b"=\n",
    b"''",
]


@pytest.mark.slow
@pytest.mark.req("CLI-INP-006", "SCN-SRC-008")
def test_repeated_byte_takes_linear_time() -> None:
    ran = subprocess.run([sys.executable, "-c", _REPEATED], capture_output=True, text=True, timeout=300)
    assert (ran.returncode, ran.stdout) == (0, "0\n"), ran.stderr


@pytest.mark.slow
@pytest.mark.req("CLI-INP-006", "SCN-SRC-008")
@pytest.mark.parametrize("heads", _HEADS.values(), ids=_HEADS)
def test_repeated_beginnings_take_linear_time(heads: list[bytes]) -> None:
    """Of what each reader looks for, with what may be between or after it."""
    program = _REPEATED_PIECES.format(heads=heads, middles=_MIDDLES)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-400:]

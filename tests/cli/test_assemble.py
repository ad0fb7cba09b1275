"""``esdkit assemble``: what is written, what is refused and where, and which words the macros demand."""

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from esdkit.forge import disassemble, seeded_signing_key
from esdkit.spec import SUITES
from tests.cli.running import MULTI, Program
from tests.conftest import Golden
from tests.drafts import PLAINTEXT, data_key, valid
from tests.texts import with_macros

SUITE = SUITES[0x0578]

BROKEN = {
    "too-large": b"# a comment\nheader.version 256\n",
    "unknown-field": b"header.version 2\nheader.message 7\n",
    "number-for-bytes": b"header.message_id 0x00ff\n",
    "auto-without-content": b"header.encryption_context.key.length auto\n",
    "no-data-key": b'header.algorithm_suite_id 0x0478\nheader.message_id ""\nheader.suite_data commit\n',
    "not-test-data": b"header.algorithm_suite_id 0x0478\nheader_auth.tag tag\n",
    "no-utf-8": b"header.version 2\n\xff\n",
    "message": MULTI,
}


def text_with_macros() -> str:
    """A valid message of a suite that signs, in which everything that keys can make is a macro."""
    return with_macros(valid(SUITE))


def keys(program: Program) -> tuple[str, ...]:
    """The options for the keys of ``text_with_macros``."""
    assert SUITE.signature is not None
    pem = seeded_signing_key(SUITE.signature, b"engine").private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    data = program.write("data.key", data_key(SUITE).hex().encode() + b"\n")
    return ("--data-key", f"@{data}", "--signing-key", f"@{program.write('signing.pem', pem)}")


@pytest.mark.req("FMT-TXT-001")
def test_assemble_writes_the_bytes_of_a_text(program: Program) -> None:
    name = program.write("message.txt", disassemble(MULTI).encode())
    ran = program("assemble", name, "-o", "message.bin")
    assert (ran.code, ran.stdout, ran.stderr) == (0, b"", "")
    assert (program.folder / "message.bin").read_bytes() == MULTI


def test_assemble_reads_stdin_and_writes_stdout(program: Program) -> None:
    assert program("assemble", "-", stdin=disassemble(MULTI).encode()).stdout == MULTI


@pytest.mark.req("FMT-TXT-009", "FMT-TXT-010", "FMT-TXT-011", "FMT-TXT-014")
def test_assemble_with_keys_makes_a_message_that_opens(program: Program) -> None:
    options = keys(program)
    name = program.write("message.txt", text_with_macros().replace('"test"', '"another test"').encode())
    assert program("assemble", name, "-o", "message.bin", "--test-data", *options).code == 0
    ran = program("decrypt", "message.bin", *options[:2], "-c", "purpose=another test")
    assert (ran.code, ran.stdout) == (0, PLAINTEXT)


@pytest.mark.req("FMT-TXT-012", kind="negative")
def test_assemble_makes_no_tag_until_it_is_told_that_this_is_test_data(program: Program, golden: Golden) -> None:
    ran = program("assemble", program.write("message.txt", text_with_macros().encode()), "-o", "message.bin", *keys(program))
    golden("assemble-real-data.txt", ran.transcript)
    assert ran.code == 2
    assert not (program.folder / "message.bin").exists()


@pytest.mark.req("FMT-TXT-006", kind="negative")
@pytest.mark.parametrize("case", BROKEN)
def test_assemble_of_what_it_cannot_read_exits_2_with_the_place(program: Program, golden: Golden, case: str) -> None:
    name = program.write("broken.txt", BROKEN[case])
    ran = program("assemble", name, "-o", "message.bin")
    golden(f"assemble-{case}.txt", ran.transcript)
    assert (ran.code, ran.stdout) == (2, b"")
    assert not (program.folder / "message.bin").exists()


def test_assemble_shows_hostile_text_escaped(program: Program) -> None:
    for text in (b"\x1b[31m", "header.\u202eversion 2".encode(), b'header.version "\\\x1b"', b"header.version 1\xc2\x9b"):
        ran = program("assemble", "-", stdin=text)
        assert ran.code == 2
        assert (ran.text + ran.stderr).replace("\n", "").isprintable()


@pytest.mark.parametrize("arguments", [("missing.txt",), (".",), ("text", "-o", "no/such/folder")], ids=["missing", "folder", "output"])
def test_assemble_of_what_cannot_be_read_or_written_exits_4(program: Program, arguments: tuple[str, ...]) -> None:
    program.write("text", b"header.version 2")
    assert program("assemble", *arguments).code == 4


@pytest.mark.parametrize(
    "arguments", [("--data-key", "00112233"), ("--signing-key", "00112233"), ("00112233",)], ids=["data-key", "signing-key", "argument"]
)
def test_assemble_repeats_no_key_that_stands_in_the_arguments(program: Program, arguments: tuple[str, ...]) -> None:
    ran = program("assemble", program.write("text", b"header.version 2"), *arguments)
    assert (ran.code, ran.stdout) == (2, b"")
    assert "00112233" not in ran.stderr


def test_assemble_with_a_signing_key_that_is_none_is_wrong_usage(program: Program) -> None:
    text = b"header.algorithm_suite_id 0x0578\nfooter.signature sign"
    ran = program("assemble", program.write("text", text), "--signing-key", f"@{program.pem('rsa-2048-private')}")
    assert ran.code == 2
    assert "invalid-key" in ran.stderr


def test_help_of_assemble_is_80_columns_wide_and_shows_examples(program: Program, golden: Golden) -> None:
    ran = program("assemble", "--help")
    golden("help-assemble.txt", ran.transcript)
    assert "  esdkit assemble " in ran.text
    assert max(map(len, ran.text.splitlines())) <= 80

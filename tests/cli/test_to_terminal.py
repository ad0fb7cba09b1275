"""What goes to a terminal, and what does not: tried on one."""

import pytest

from tests.cli.running import Program, on_terminal

FRAME = 64
TEXT = "fünf Zeilen\n\tund ein 👩‍🔬\n".encode() * FRAME  # frames end inside characters


def message(program: Program, plaintext: bytes, algorithm: str | None = None) -> tuple[str, str, str]:
    """The words that name a message of a plaintext, and its key."""
    program.write("plain", plaintext)
    suite = ["--algorithm", algorithm] if algorithm else []
    assert program("encrypt", "plain", "-o", "message", "--frame-length", str(FRAME), *suite, *program.aes()).code == 0
    return ("message", *program.aes())


@pytest.mark.parametrize("verb", ["encrypt", "rekey", "assemble", "inspect"])
def test_bytes_are_not_written_to_a_terminal(program: Program, verb: str) -> None:
    (name, *key) = message(program, b"plain")
    program.write("text", b"header.version 2\n")
    commands = {
        "encrypt": ("plain", *key),
        "rekey": (name, *key, "--to-aes", key[1]),
        "assemble": ("text",),
        "inspect": (name, "--get", "header", "--bytes"),
    }
    code, output = on_terminal(verb, *commands[verb])
    words = " ".join(output.decode().split())
    assert code == 2
    assert "is binary and is not written to a terminal: use " in words
    assert f"Try 'esdkit {verb} --help' for help." in words


def test_bytes_go_to_a_terminal_that_is_named(program: Program) -> None:
    _, *key = message(program, b"plain")
    assert on_terminal("encrypt", "plain", "-o", "-", *key)[1].startswith(b"\x02\x05\x78")
    program.write("text", b"header.version 2\n")
    assert on_terminal("assemble", "text", "-o", "/dev/stdout") == (0, b"\x02")
    code, output = on_terminal("encrypt", "plain", "--encode", *key)
    assert (code, output[:4]) == (0, b"AgV4")


def test_no_key_is_used_for_what_is_refused(program: Program) -> None:
    """A key that no server has: whoever asks for it waits, and fails with another code."""
    program.write("plain", b"plain")
    arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    code, output = on_terminal("encrypt", "plain", "--kms", arn, AWS_ENDPOINT_URL="http://127.0.0.1:9")
    assert (code, b"not written to a terminal" in output) == (2, True)


@pytest.mark.parametrize("algorithm", ["0478", "0578"], ids=["unsigned", "signed"])
def test_plaintext_that_is_text_goes_to_a_terminal(program: Program, algorithm: str) -> None:
    code, output = on_terminal("decrypt", *message(program, TEXT, algorithm))
    assert (code, output.replace(b"\r\n", b"\n")) == (0, TEXT)


@pytest.mark.parametrize("algorithm", ["0478", "0578"], ids=["unsigned", "signed"])
@pytest.mark.parametrize(
    "plaintext",
    [b"\x1b]0;title\x07", b"\xff\xfe", "\x9b2J".encode(), b"a\0b"],
    ids=["escape", "not-utf-8", "c1-control", "nul"],
)
def test_plaintext_that_is_not_text_does_not(program: Program, plaintext: bytes, algorithm: str) -> None:
    code, output = on_terminal("decrypt", *message(program, plaintext, algorithm), NO_COLOR="1")
    assert code == 2
    assert output.startswith(b"error: message: the plaintext is not text")
    assert plaintext.strip() not in output
    assert on_terminal("decrypt", "message", "-o", "-", *program.aes()) == (0, plaintext)


def test_plaintext_that_stops_being_text_ends_there(program: Program) -> None:
    """An unsigned message is released frame by frame, so what came before is on the screen."""
    code, output = on_terminal("decrypt", *message(program, b"x" * FRAME + b"\x1b[2J" + b"y" * FRAME, "0478"), NO_COLOR="1")
    assert (code, b"\x1b" in output, b"y" in output.partition(b"error")[0]) == (2, False, False)
    code, output = on_terminal("decrypt", *message(program, b"cut \xe2\x82", "0478"), NO_COLOR="1")
    assert (code, b"error: message: the plaintext is not text" in output) == (2, True)


def test_pipe_gets_every_byte(program: Program) -> None:
    name, *key = message(program, b"\x1b\xff")
    assert program("decrypt", name, *key).stdout == b"\x1b\xff"

"""``--jsonl FIELD`` of ``encrypt`` and ``decrypt``: one member of each line changes, a line that fails is named, and output is whole."""

from __future__ import annotations

import base64
import json

import pytest

import esdkit
from esdkit.keyrings import RawAesKeyring
from tests.cli.running import Program
from tests.each import each
from tests.samples import native_keys

KEYRING = RawAesKeyring("esdkit-vectors", "aes-256", base64.b64decode(native_keys()["aes-256"]["material"]))
LINES = (
    b'{"id": 1.50, "ssn" : "078-05", "ssn2": "a"}\r\n'
    b'\n{"ssn":"","x":{"ssn":"no","list":[1,2]},"e":1E5}\n'
    b'  {"a\\u0062c":null,"ssn":"\xc3\xa9\\n"}'
)


@pytest.mark.req("CLI-MNY-005")
@each("jobs", ["1", "2"])
def test_member_of_each_line_is_encrypted_and_comes_back(program: Program, jobs: str) -> None:
    program.write("rows", LINES)
    ran = program("encrypt", "rows", "--jsonl", "ssn", "--jobs", jobs, *program.aes(), "-c", "purpose=test")
    assert (ran.code, ran.stderr) == (0, "")
    before, after = LINES.split(b"\n"), ran.stdout.split(b"\n")
    assert len(before) == len(after)
    for plain, written in zip(before, after, strict=True):
        if plain:
            value = json.loads(written)["ssn"]
            message, header = esdkit.decrypt(source=base64.b64decode(value), keyring=KEYRING)
            assert message.decode() == json.loads(plain)["ssn"]
            assert header.encryption_context["purpose"] == "test"
            assert written.replace(value.encode(), b"") == plain.replace(
                json.dumps(message.decode(), ensure_ascii=False)[1:-1].encode(), b""
            )
    program.write("encrypted", ran.stdout)
    back = program("decrypt", "encrypted", "--jsonl", "ssn", "--jobs", jobs, *program.aes(), "-o", "plain")
    assert (back.code, back.stdout) == (0, b"")
    assert (program.folder / "plain").read_bytes() == LINES


def test_plaintext_that_is_not_text_travels_as_base64(program: Program) -> None:
    line = b'{"x":"//79"}\n'
    encrypted = program("encrypt", "-", "--jsonl", "x", "--decode", *program.aes(), stdin=line).stdout
    assert program("decrypt", "-", "--jsonl", "x", "--encode", *program.aes(), stdin=encrypted).stdout == line
    refused = program("decrypt", "-", "--jsonl", "x", *program.aes(), stdin=encrypted)
    assert (refused.code, refused.stdout) == (2, b"")
    assert "-, line 1: its plaintext is not UTF-8" in refused.stderr
    assert "--encode" in refused.stderr


BAD = {
    "[]": "it is not a JSON object",
    '{"x":"a"} {"x":"b"}': "it is not a JSON object",
    '{"x":"a"': "it is not a JSON object",
    "[" * 100_000: "it is not a JSON object",
    '{"y":"a"}': "it has no member 'x'",
    '{"x":"a","x":"b"}': "it has more than one member 'x'",
    '{"x":1}': "its member 'x' is not text",
    '{"x":"\\ud800"}': "its text has half a character, which UTF-8 cannot encode",
}


@pytest.mark.req("CLI-MNY-006", "CLI-MNY-007", kind="negative")
@each("line", BAD, ids=lambda text: text[:20])
def test_bad_line_is_named_by_its_number_and_nothing_is_written(program: Program, line: str) -> None:
    lines = b'{"x":"good"}\n' + line.encode() + b'\n{"x":"good"}\n'
    for output in ((), ("-o", "out")):
        ran = program("encrypt", "-", "--jsonl", "x", *program.aes(), *output, stdin=lines)
        assert (ran.code, ran.stdout) == (2, b"")
        assert f"-, line 2: {BAD[line]}" in ran.stderr
    assert not (program.folder / "out").exists()


@pytest.mark.req("CLI-MNY-006", kind="negative")
@each("jobs", ["1", "2"])
def test_lines_that_fail_are_left_out_if_that_is_asked_for(program: Program, jobs: str) -> None:
    other = RawAesKeyring("esdkit-vectors", "other", bytes(32))
    values = [base64.b64encode(esdkit.encrypt(source=b"text", keyring=keyring)[0]).decode() for keyring in (KEYRING, other)]
    lines = [
        {"x": values[0], "n": 1},
        {"x": values[1], "n": 2},
        {"x": "AAAA", "n": 3},
        {"n": 4},
        {"x": "no!", "n": 5},
        {"x": values[0], "n": 6},
    ]
    stdin = b"".join(json.dumps(line).encode() + b"\n" for line in lines) + b"\xff\n"
    ran = program("decrypt", "-", "--jsonl", "x", "--skip-bad-lines", "--jobs", jobs, *program.aes(), stdin=stdin)
    assert ran.stdout == b'{"x": "text", "n": 1}\n{"x": "text", "n": 6}\n'
    assert ran.code != 0
    assert [line.split(":")[1] for line in ran.stderr.splitlines() if line.startswith("error")] == [
        f" -, line {n}" for n in (2, 3, 4, 5, 7)
    ]
    assert "line 5: its text is not base64" in ran.stderr
    assert "line 7: it is not UTF-8" in ran.stderr


@pytest.mark.req("CLI-MNY-007")
def test_long_lines_and_the_last_without_an_end(program: Program) -> None:
    lines = b'{"x":"%s"}\n{"x":"b"}' % (b"a" * 3_000_000)
    encrypted = program("encrypt", "-", "--jsonl", "x", *program.aes(), stdin=lines).stdout
    assert program("decrypt", "-", "--jsonl", "x", *program.aes(), stdin=encrypted).stdout == lines


@each("more", [("-r",), ("--metadata-output", "log"), ("--find",), ("--unsigned-only",), ("--no-buffer",)], ids=" ".join)
def test_options_of_messages_in_files_are_refused(program: Program, more: tuple[str, ...]) -> None:
    ran = program("decrypt", "-", "--jsonl", "x", *more, *program.aes(), stdin=b"")
    assert (ran.code, ran.stdout) == (2, b"")
    assert "--jsonl" in ran.stderr


@pytest.mark.req("CLI-MNY-006", kind="negative")
def test_first_bad_line_ends_the_run_before_the_rest_is_read(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def loads(text: str) -> list[str]:
        read.append(text)
        return []

    monkeypatch.setattr("esdkit.cli.json_lines.json.loads", loads)
    assert program("encrypt", "-", "--jsonl", "x", *program.aes(), stdin=b"\n" + b"[]\n" * 50).code == 2
    assert len(read) == 1

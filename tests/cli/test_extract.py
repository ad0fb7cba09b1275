"""``esdkit extract``, ``FILE#3`` and ``--all``: every verb takes the messages of a file by their numbers."""

import base64
import gzip
import json
import re

import pytest

from tests.cli.running import MULTI, Program
from tests.conftest import Golden
from tests.samples import native_ciphertext

V1 = native_ciphertext("js-0378-aes-256-many-f16-p1")
V2 = native_ciphertext("js-0478-aes-256-empty-f100-p0")
MESSAGES = [MULTI, V1, V2]


def _lines(program: Program, messages: list[bytes] = MESSAGES) -> str:
    rows = [json.dumps({"n": at, "body": base64.b64encode(message).decode()}) for at, message in enumerate(messages)]
    return program.write("export.jsonl", ("\n".join(rows) + "\n").encode())


@pytest.mark.req("CLI-INP-001", "CLI-INP-002")
def test_extract_lists_the_messages(program: Program, golden: Golden) -> None:
    ran = program("extract", _lines(program))
    golden("extract-lines.txt", ran.transcript)
    assert ran.code == 0


@pytest.mark.req("CLI-INP-002")
def test_extract_writes_each_message_byte_for_byte(program: Program) -> None:
    ran = program("extract", _lines(program), "-o", "out/", "--json")
    rows = [json.loads(line) for line in ran.text.splitlines()]
    assert ran.code == 0
    assert [row["output"] for row in rows] == [f"out/export.jsonl-{number}.esdk" for number in (1, 2, 3)]
    assert [(program.folder / row["output"]).read_bytes() for row in rows] == MESSAGES


@pytest.mark.req("CLI-INP-002")
def test_extract_writes_one_message_to_a_file_or_stdout(program: Program) -> None:
    name = _lines(program)
    assert program("extract", f"{name}#3", "-o", "third.bin").code == 0
    assert (program.folder / "third.bin").read_bytes() == V2
    assert program("extract", f"{name}#2", "-o", "-").stdout == V1
    assert program("extract", "-", "-o", "-", stdin=gzip.compress(V1)).stdout == V1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("export.jsonl", "-o", "one.bin"), 2, "holds 3 messages; give a directory"),
        (("export.jsonl#4",), 2, "it holds 3"),
        (("export.jsonl", "export.jsonl", "-o", "one.bin"), 2, "need an output directory"),
        (("nothing.txt",), 1, "holds no message that esdkit finds"),
        (("missing.bin",), 4, "missing.bin"),
        (("nothing.txt", "export.jsonl#1"), 1, "holds no message"),
    ],
    ids=["several", "number", "files", "none", "missing", "mixed"],
)
@pytest.mark.req("CLI-INP-002", kind="negative")
def test_extract_says_what_it_cannot_do(program: Program, arguments: tuple[str, ...], code: int, words: str) -> None:
    _lines(program)
    program.write("nothing.txt", b"attack at dawn, and bring the others")
    ran = program("extract", *arguments)
    assert (ran.code, words in ran.stderr) == (code, True), ran.stderr
    assert not (program.folder / "one.bin").exists()


def test_extract_does_not_overwrite_when_told(program: Program) -> None:
    name = program.write("a.gz", gzip.compress(V2, mtime=0))
    program.write("a.bin", b"kept")
    assert program("extract", name, "-o", "a.bin", "--no-overwrite").code == 4
    assert (program.folder / "a.bin").read_bytes() == b"kept"


def test_extract_writes_a_cut_message_as_far_as_it_goes(program: Program) -> None:
    ran = program("extract", program.write("a.gz", gzip.compress(V1[:200], mtime=0)), "-o", "a.bin")
    assert (ran.code, (program.folder / "a.bin").read_bytes()) == (1, V1[:200])


@pytest.mark.req("CLI-INP-002")
@pytest.mark.parametrize("verb", ["inspect", "dump", "verify", "lint", "diff", "doctor"])
def test_every_verb_takes_a_message_by_its_number(program: Program, verb: str) -> None:
    name = _lines(program)
    plain = program.write("plain.bin", V1)
    words = [verb, f"{name}#2", *([plain] if verb == "diff" else [])]
    ran, expected = program(*words), program(verb, plain, *([plain] if verb == "diff" else []))
    assert _without_times(ran.text.replace(f"{name}#2", plain)) == _without_times(expected.text)
    assert ran.code == expected.code


def _without_times(text: str) -> str:
    return re.sub(r" *\d+\.\d+ ms", "", text)


@pytest.mark.req("CLI-INP-002")
@pytest.mark.parametrize("verb", ["inspect", "dump", "verify", "lint"])
def test_all_takes_every_message(program: Program, verb: str) -> None:
    ran = program(verb, "--all", _lines(program))
    assert [f"export.jsonl#{number}" in ran.text for number in (1, 2, 3, 4)] == [True, True, True, False]


@pytest.mark.req("CLI-INP-004", kind="negative")
@pytest.mark.parametrize("verb", ["extract", "inspect"])
def test_what_was_not_looked_at_is_said_also_when_nothing_was_found(program: Program, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.input.packed.MAX_TEXT", 2000)
    name = program.write("log.gz", gzip.compress(bytes(3000) + V1))
    assert f"{name}: Only a part of what is compressed or in an archive was looked at." in " ".join(program(verb, name).stderr.split())
    monkeypatch.setattr("esdkit.input.search.MAX_TEXT", 1000)
    ran = program(verb, program.write("zeros", bytes(3000)))
    assert "zeros has 3000 bytes; the first 1000 were searched for messages" in " ".join(ran.stderr.split())


@pytest.mark.req("CLI-INP-002")
def test_first_message_is_taken_and_the_others_are_said(program: Program) -> None:
    ran = program("inspect", "--oneline", _lines(program))
    assert "holds 3 messages; this is the first" in ran.stderr
    assert ran.text.startswith(f"export.jsonl: {len(MULTI)} bytes")


@pytest.mark.req("CLI-INP-002")
def test_file_whose_own_name_has_a_number_is_that_file(program: Program) -> None:
    program.write("a", V1)
    assert str(len(V2)) in program("inspect", "--oneline", program.write("a#1", V2)).text


@pytest.mark.req("CLI-INP-002")
def test_messages_one_after_another_are_numbered(program: Program) -> None:
    name = program.write("both.bin", V1 + V2)
    assert program("inspect", "--oneline", f"{name}#2").text.startswith(f"{name}#2: {len(V2)} bytes")
    assert program("inspect", "--oneline", name).code == 1  # as SDKs see it: there are bytes after the message


@pytest.mark.req("CLI-INP-005")
def test_decrypt_looks_inside_only_when_asked(program: Program) -> None:
    name, key = _lines(program, [V1]), program.aes()
    options = (*key, "--commitment-policy", "require-encrypt-allow-decrypt")
    assert program("decrypt", name, *options).code == 1
    found = program("decrypt", "--find", name, *options)
    assert (found.code, found.stdout) == (0, program("decrypt", program.write("v1.bin", V1), *options).stdout)
    several = program.write("several.jsonl", (program.folder / name).read_bytes() * 2)
    assert program("decrypt", f"{several}#2", *options).stdout == found.stdout
    ran = program("decrypt", "--find", several, *options)
    assert (ran.code, "holds 2 messages; name one" in ran.stderr) == (2, True)

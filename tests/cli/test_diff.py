"""``esdkit diff``: what is printed, in which form, and the exit codes."""

import json
from dataclasses import replace

import click
import pytest
from jsonschema import Draft202012Validator

from esdkit.forge.mutate import flip
from esdkit.message import EncryptedDataKey
from esdkit.spec import spec_path
from tests.cli.running import MULTI, Program
from tests.conftest import Golden
from tests.drafts import valid

SCHEMA = Draft202012Validator(json.loads((spec_path() / "schemas" / "diff-report.json").read_text(encoding="utf-8")))
PLAINTEXT = bytes(80)


def pair(program: Program, case: str) -> tuple[str, str]:
    base = valid(0x0178, plaintext=PLAINTEXT)
    pieces = [replace(piece, plaintext=b"x" * 8) if index in (2, 3, 4) else piece for index, piece in enumerate(base.pieces)]
    keys = base.header.encrypted_data_keys
    context = ((b"empty", b""), (b"purpose", b"another"), (b"tenant", "Bj\u00f6rn".encode()))
    other = {
        "frames": base.with_pieces(*pieces),
        "context": base.with_header(context_pairs=context),
        "keys": base.with_header(encrypted_data_keys=(*reversed(keys), EncryptedDataKey(b"aws-kms", b"arn:aws:kms:x", bytes(184)))),
        "longer": base.recut(bytes(200), 8),
    }[case]
    return program.write("old.bin", base.seal()), program.write("new.bin", other.seal())


@pytest.mark.parametrize("case", ["frames", "context", "keys", "longer"])
def test_diff_prints_what_differs(program: Program, golden: Golden, case: str) -> None:
    ran = program("diff", *pair(program, case))
    golden(f"diff-{case}.txt", ran.transcript)
    assert (ran.code, ran.stderr) == (1, "")
    assert all(len(line) <= 80 for line in ran.text.splitlines())


@pytest.mark.req("CLI-DIF-001")
def test_diff_of_the_same_message_exits_0(program: Program, golden: Golden) -> None:
    ran = program("diff", program.write("a.bin", MULTI), program.write("b.bin", MULTI))
    golden("diff-same.txt", ran.transcript)
    assert ran.code == 0


@pytest.mark.req("CLI-DIF-004")
def test_diff_with_the_rebuilt_form(program: Program, golden: Golden) -> None:
    ran = program("diff", program.native("parse-context-duplicate-key"), "--rebuilt")
    golden("diff-rebuilt.txt", ran.transcript)
    assert ran.code == 0
    ran = program("diff", program.write("cut.bin", MULTI[:400]), "--rebuilt")
    golden("diff-rebuilt-cut.txt", ran.transcript)
    assert (ran.code, ran.stdout) == (1, b"")


def test_diff_of_a_message_that_is_cut(program: Program, golden: Golden) -> None:
    ran = program("diff", program.write("whole.bin", MULTI), program.write("cut.bin", MULTI[:400]))
    golden("diff-cut.txt", ran.transcript)
    assert ran.code == 1


def test_diff_as_json_prints_one_object(program: Program, golden: Golden) -> None:
    ran = program("diff", *pair(program, "context"), "--json")
    golden("diff--json.txt", ran.transcript)
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert (ran.code, document["same"], document["rebuilt"]) == (1, False, False)


@pytest.mark.parametrize("case", ["frames", "keys", "longer"])
def test_diff_as_json_fits_its_schema(program: Program, case: str) -> None:
    document = json.loads(program("diff", *pair(program, case), "--json").text)
    SCHEMA.validate(document)
    assert document["change_count"] == len(document["changes"]) > 0


def test_diff_as_json_of_the_rebuilt_form(program: Program) -> None:
    ran = program("diff", program.write("a.bin", MULTI), "--rebuilt", "--json")
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert (ran.code, document["same"], document["rebuilt"], document["right"]["file"]) == (0, True, True, None)


@pytest.mark.req("CLI-INS-004")
def test_diff_of_text_decodes_it(program: Program) -> None:
    ran = program("diff", "-", program.write("a.bin", MULTI), stdin=MULTI.hex().encode())
    assert ran.code == 0
    assert "hex" in ran.stderr


def test_diff_is_bounded(program: Program) -> None:
    keys = tuple(EncryptedDataKey(b"p", b"%d" % index, b"") for index in range(2000))
    base = valid(0x0478)
    left = program.write("a.bin", base.with_header(encrypted_data_keys=keys).seal())
    right = program.write("b.bin", base.with_header(encrypted_data_keys=keys[:1]).seal())
    ran = program("diff", left, right)
    assert len(ran.text.splitlines()) < 200
    assert "more; --json has the first 1000" in ran.text
    document = json.loads(program("diff", left, right, "--json").text)
    SCHEMA.validate(document)
    assert document["change_count"] > len(document["changes"]) == 1000


def test_removed_is_red_and_added_green(program: Program) -> None:
    names = program.write("a.bin", MULTI), program.write("b.bin", flip(MULTI, "header.message_id"))
    lines = program("diff", "--color", "always", *names).text.splitlines()
    assert lines[0].startswith(click.style("---", fg="red", bold=True, reset=False))
    assert lines[1].startswith(click.style("+++", fg="green", reset=False))
    assert next(line for line in lines if "  - 0x" in line).startswith(click.style("  - 0x", fg="red", bold=True, reset=False))
    assert next(line for line in lines if "  + 0x" in line).startswith(click.style("  + 0x", fg="green", reset=False))


@pytest.mark.parametrize(
    ("arguments", "code"), [(("a.bin",), 2), (("a.bin", "a.bin", "--rebuilt"), 2), (("-", "-"), 2), ((), 2), (("a.bin", "missing"), 4)]
)
def test_wrong_usage_is_refused(program: Program, arguments: tuple[str, ...], code: int) -> None:
    program.write("a.bin", MULTI)
    ran = program("diff", *arguments)
    assert (ran.code, ran.stdout) == (code, b"")
    assert ran.stderr


def test_text_of_a_message_cannot_steer_the_terminal(program: Program) -> None:
    left = program.write("x.bin", MULTI.replace(b"key-05", b"\x1b[2Jab"))
    ran = program("diff", left, program.write("y.bin", MULTI))
    assert ran.code == 1
    assert "\x1b" not in ran.text


def test_help_of_diff(program: Program, golden: Golden) -> None:
    golden("help-diff.txt", program("diff", "--help").transcript)

"""``esdkit lint``: what is printed, in which form, and the exit codes."""

import base64
import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from esdkit import __version__
from esdkit.message import EncryptedDataKey
from esdkit.spec import lint_rules, spec_path
from tests.cli.running import MULTI, Program
from tests.columns import too_wide
from tests.conftest import Golden
from tests.drafts import valid
from tests.unit.inspector.test_sarif import check as check_sarif

SCHEMA = Draft202012Validator(json.loads((spec_path() / "schemas" / "lint-report.json").read_text(encoding="utf-8")))
CLEAN = "mpl-0578-multi-ascii-f256-p300"
BLOCK = "python-0378-aes-256-many-f0-p10240"
UNSORTED = "accept-context-unsorted-v1"
PROFILE = b"""\
extends: strict
rules: {unsigned-suite: none, frames-tiny: none, single-edk: none, context-empty: none}
allow:
  - {rule: non-committing-suite, files: "python-*", reason: until the archive is moved}
"""


@pytest.mark.parametrize("case", ["clean", "findings", "strict", "migration", "several"])
def test_lint_prints_the_findings(program: Program, golden: Golden, case: str) -> None:
    command = {
        "clean": [program.native(CLEAN)],
        "findings": [program.native(UNSORTED)],
        "strict": [program.native(CLEAN), "--profile", "strict"],
        "migration": [program.native(BLOCK), "--profile", "migration"],
        "several": [program.native(CLEAN), program.native(BLOCK), program.native("accept-behind-empty"), "missing"],
    }[case]
    ran = program("lint", *command)
    golden(f"lint-{case}.txt", ran.transcript)
    assert ran.code == {"clean": 0, "strict": 0, "several": 4}.get(case, 1)


@pytest.mark.req("CLI-LNT-002")
@pytest.mark.parametrize("case", ["cut", "pem", "empty"])
def test_lint_of_what_is_no_lawful_message_exits_1(program: Program, golden: Golden, case: str) -> None:
    name = {
        "cut": lambda: program.write("cut.bin", MULTI[:400]),
        "pem": lambda: program.pem("rsa-2048-public"),
        "empty": lambda: program.write("empty.bin", b""),
    }[case]()
    ran = program("lint", name)
    golden(f"lint-{case}.txt", ran.transcript)
    assert ran.code == 1


@pytest.mark.req("CLI-LNT-004", "CLI-LNT-005")
def test_lint_by_a_profile_file(program: Program, golden: Golden) -> None:
    profile = program.write("profile.yaml", PROFILE)
    ran = program("lint", program.native(BLOCK), program.native(UNSORTED), "--profile", profile)
    golden("lint-profile.txt", ran.transcript)
    assert ran.code == 1


@pytest.mark.req("CLI-LNT-006")
@pytest.mark.parametrize(
    ("name", "fail_on", "code"),
    [
        (CLEAN, "note", 0),
        ("mpl-0578-multi-nine-many-f128-p129", "note", 1),
        ("mpl-0578-multi-nine-many-f128-p129", "warning", 0),
        (BLOCK, "warning", 1),
        (BLOCK, "error", 0),
        ("parse-context-duplicate-key", "error", 1),
    ],
)
def test_exit_code_depends_on_the_worst_finding(program: Program, name: str, fail_on: str, code: int) -> None:
    assert program("lint", program.native(name), "--fail-on", fail_on).code == code


@pytest.mark.req("CLI-LNT-005", "CLI-LNT-006")
def test_accepted_findings_do_not_change_the_exit_code(program: Program) -> None:
    profile = program.write(
        "profile.yaml",
        b"allow: [{rule: non-committing-suite, reason: known}, {rule: non-framed-body, reason: known}]",
    )
    ran = program("lint", program.native(BLOCK), "--profile", profile, "--fail-on", "note")
    assert (ran.code, ran.text.splitlines()[0]) == (0, f"{BLOCK}.bin: 2 accepted")


def test_lint_as_json_prints_one_object(program: Program, golden: Golden) -> None:
    ran = program("lint", program.native(BLOCK), program.native(CLEAN), "--json")
    golden("lint--json.txt", ran.transcript)
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert [file["file"] for file in document["files"]] == [f"{BLOCK}.bin", f"{CLEAN}.bin"]
    assert document["counts"] == {"error": 0, "warning": 2, "note": 0, "accepted": 0}
    assert ran.code == 1


def test_lint_as_json_tells_of_accepted_findings_and_of_files_that_cannot_be_read(program: Program) -> None:
    ran = program("lint", program.native(BLOCK), "missing", "--json", "--profile", program.write("p.yaml", PROFILE))
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert (ran.code, document["counts"]["accepted"]) == (4, 1)
    assert document["unread"] == [{"file": "missing", "reason": "No such file or directory"}]
    assert {one["accepted"] for one in document["files"][0]["findings"]} == {None, "until the archive is moved"}


@pytest.mark.req("CLI-LNT-007")
def test_lint_as_sarif_writes_a_file(program: Program) -> None:
    ran = program("lint", program.native(BLOCK), "missing", "--sarif", "-o", "lint.sarif")
    assert (ran.code, ran.stdout) == (4, b"")
    assert "missing" in ran.stderr
    document = json.loads((program.folder / "lint.sarif").read_bytes())
    run = check_sarif(document)
    assert run["tool"]["driver"]["version"] == __version__
    assert [result["ruleId"] for result in run["results"]] == ["non-committing-suite", "non-framed-body"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_lint_as_sarif_of_one_finding(program: Program, golden: Golden) -> None:
    ran = program("lint", program.native(BLOCK), "--sarif", "--profile", "migration")
    document = json.loads(ran.text)
    check_sarif(document)
    document["runs"][0]["tool"]["driver"].update(version="(version)", rules=document["runs"][0]["tool"]["driver"]["rules"][:1])
    golden("lint--sarif.json", json.dumps(document, indent=1) + "\n")


@pytest.mark.req("CLI-INS-004")
def test_lint_of_text_decodes_it_and_says_so(program: Program) -> None:
    ran = program("lint", "-", "--sarif", stdin=MULTI.hex().encode())
    run = check_sarif(json.loads(ran.text))
    assert "hex" in ran.stderr
    assert {result["properties"]["decoded"] for result in run["results"]} == {True}


def test_list_of_rules_shows_what_the_profile_makes_of_them(program: Program, golden: Golden) -> None:
    ran = program("lint", "--list-rules")
    golden("lint--list-rules.txt", ran.transcript)
    assert ran.code == 0
    for rule in lint_rules():
        assert f" {rule}\n" in ran.text
    assert "  none     unsigned-suite\n" in program("lint", "--list-rules", "--profile", "migration").text


@pytest.mark.parametrize(
    ("case", "profile"),
    [
        ("unknown-rule", b"rules: {single-edks: note}"),
        ("off", b"rules: {single-edk: off}"),
        ("twice", b"rules: {}\nrules: {}"),
        ("account-not-text", b"expect: {accounts: [111122223333]}"),
        ("no-reason", b"allow: [{rule: single-edk}]"),
    ],
)
@pytest.mark.req("CLI-LNT-004", kind="negative")
def test_profile_that_is_wrong_is_refused(program: Program, golden: Golden, case: str, profile: bytes) -> None:
    ran = program("lint", program.native(CLEAN), "--profile", program.write("profile.yaml", profile))
    golden(f"lint-profile-{case}.txt", ran.transcript)
    assert (ran.code, ran.stdout) == (2, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 2),
        (("x", "--profile", "lax"), 2),
        (("x", "-o", "y"), 2),
        (("x", "--fail-on", "none"), 2),
        (("x", "--profile", "missing.yaml"), 4),
        (("missing",), 4),
    ],
)
def test_wrong_usage_is_refused(program: Program, arguments: tuple[str, ...], code: int) -> None:
    ran = program("lint", *arguments)
    assert (ran.code, ran.stdout) == (code, b"")
    assert ran.stderr


def test_text_of_a_message_cannot_steer_the_terminal(program: Program) -> None:
    ran = program("lint", program.write("x.bin", MULTI.replace(b"key-05", b"\x1b[2Jab")))
    assert "\x1b" not in ran.text
    assert "context-control-character" in ran.text


@pytest.mark.parametrize("verb", ["lint", "dump", "diff"])
def test_text_in_wide_characters_is_folded_at_80_columns(program: Program, verb: str) -> None:
    name = "\u65e5\u672c\u8a9e" * 30
    files = [
        program.write(file, valid(0x0478).with_header(context_pairs=((b"aws-crypto-" + name.encode(), end.encode()),)).seal())
        for file, end in (("a.bin", name), ("b.bin", f"x{name}"))
    ]
    ran = program(verb, *files[: 2 if verb == "diff" else 1])
    assert name[:20] in ran.text.replace("\n", "").replace(" ", "")
    assert not [line for line in ran.text.splitlines() if too_wide(line)]


def test_text_is_bounded_by_the_number_of_findings(program: Program) -> None:
    keys = (EncryptedDataKey(b"AWS-KMS", b"", b""),) * 50
    ran = program("lint", program.write("x.bin", valid(0x0478).with_header(encrypted_data_keys=keys).seal()))
    assert "more; --json has all" in ran.text
    assert len(ran.text.splitlines()) < 200
    assert all(len(line) <= 80 for line in ran.text.splitlines())


def test_text_says_what_of_very_many_is_listed(program: Program) -> None:
    keys = (EncryptedDataKey(b"AWS-KMS", b"", b""),) * 600
    many = valid(0x0478).with_header(encrypted_data_keys=keys)
    assert "more; --json has the first 1000\n" in program("lint", program.write("keys.bin", many.seal())).text
    one = valid(0x0478, frame_length=8, plaintext=bytes(8 * 1200 - 1))
    wrong = one.with_pieces(*(replace(piece, sequence_number=piece.sequence_number + 7) for piece in one.pieces))
    assert "  of 1200 problems the first 1000 were judged\n" in program("lint", program.write("frames.bin", wrong.seal())).text


def test_help_of_lint(program: Program, golden: Golden) -> None:
    golden("help-lint.txt", program("lint", "--help").transcript)


def test_folder_is_linted_with_all_below_it(program: Program) -> None:
    (program.folder / "backup" / "old").mkdir(parents=True)
    (program.folder / "backup" / "old" / "b.bin").write_bytes(b"")
    ran = program("lint", "--json", "-r", "backup")
    assert [file["file"] for file in json.loads(ran.text)["files"]] == ["backup/old/b.bin"]
    assert ran.code == 1


@pytest.mark.req("CLI-LNT-008")
def test_lint_by_what_a_profile_expects(program: Program, golden: Golden) -> None:
    profile = program.write("team.yaml", b"expect: {keys: ['team/*'], context-keys: [purpose]}")
    ran = program("lint", program.native(CLEAN), "--profile", profile)
    golden("lint-expect.txt", ran.transcript)
    assert ran.code == 1


@pytest.mark.req("CLI-LNT-009")
def test_files_without_a_message_are_skipped_on_request(program: Program) -> None:
    program.write("notes.txt", b"nothing to see")
    program.write("log.txt", b"got " + base64.b64encode(MULTI) + b" from the queue\n")
    names = ["notes.txt", "log.txt", program.native(CLEAN)]
    assert program("lint", *names).code == 1
    ran = program("lint", "--skip-other", *names)
    assert ran.code == 0
    assert "notes.txt" not in ran.text
    assert "log.txt" in ran.text
    assert "no message was found in 1 file, which --skip-other skipped" in ran.stderr


@pytest.mark.req("CLI-LNT-009", kind="negative")
def test_damaged_message_is_not_skipped(program: Program) -> None:
    ran = program("lint", "--skip-other", program.write("cut.bin", MULTI[:80]))
    assert ran.code == 1
    assert "truncated" in ran.text

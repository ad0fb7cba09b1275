"""Programs under test with one known bug each, on all native vectors: the report names the rule that each breaks."""

import json
import shlex
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import esdkit
from esdkit.cli.vectors import vectors_group
from esdkit.errors import UsageError
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import error_codes
from esdkit.targets.base import Bounds, Target
from esdkit.targets.opening import open_target
from esdkit.vectors.explain import command_of, rule_of
from esdkit.vectors.model import Accept, Reject
from esdkit.vectors.published import native_path
from esdkit.vectors.questions import suite_of
from esdkit.vectors.select import parse_selector
from esdkit.vectors.target_page import target_to_html
from esdkit.vectors.target_report import target_to_text
from esdkit.vectors.testing import TargetReport, judge_target
from tests import narrow_reader, planted_reader, toy_reader
from tests.toy_reader import BUGS, Refusal

ROOT = Path(__file__).parents[2]
TESTS: dict[str, Any] = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))["tests"]


@pytest.fixture(autouse=True)
def _in_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # where python:tests.… can be imported


def judged(reader: str, words: str | None = None, *, jobs: int = 1, seconds: float = 20, stream: bool = False) -> TargetReport:
    def program() -> Target:
        return open_target(f"python:tests.{reader}", bounds=Bounds(request_seconds=seconds))

    return judge_target(program, [native_path()], select=None if words is None else parse_selector(words), jobs=jobs, stream=stream)


def test_correct_reader_passes_everything() -> None:
    report = judged("toy_reader:correct", jobs=2, stream=True)
    assert [cell for cell in report.cells if cell.outcome not in ("passed", "unsupported")] == []
    assert report.count("passed") > 1500
    assert report.streamed == report.count("passed")
    assert not report.fails


@pytest.mark.parametrize(("reader", "code"), BUGS.items())
def test_reader_that_accepts_too_much_breaks_a_rule_by_name(reader: str, code: str) -> None:
    report = judged(f"toy_reader:{reader}")
    wrong = [cell for cell in report.cells if cell.red]
    assert {cell.outcome for cell in report.cells} == {"passed", "failed", "unsupported"}
    named = [cell for cell in wrong if error_codes()[code].means in rule_of(cell)]
    assert named
    assert {cell.code for cell in wrong} == {"unexpected-success"}


@pytest.mark.req("CLI-DEC-012", "CLI-STR-003", kind="negative")
@pytest.mark.parametrize(("reader", "signed"), [("early_frames", {False, True}), ("early_final_frame", {True})])
def test_reader_that_releases_too_early_is_red_as_a_stream_alone(reader: str, signed: set[bool]) -> None:
    report = judged(f"toy_reader:{reader}", "frames or released or signature", stream=True)
    wrong = [cell for cell in report.cells if cell.red]
    assert {(cell.outcome, cell.code, cell.stream) for cell in wrong} == {("failed", "released", True)}
    suites = {suite_of(cell.vector.ciphertext) for cell in wrong}
    assert {suite.signed for suite in suites if suite is not None} == signed
    assert not [cell for cell in judged(f"toy_reader:{reader}", wrong[0].vector.id).cells if cell.red]
    assert command_of(wrong[0], [str(native_path())], "python:x").endswith(" --target python:x --stream")
    assert "red cells that look alike" in target_to_text(report)
    assert f"also asked as a stream: {len(report.cells)} vectors, {len(wrong)} of them red as a stream alone" in target_to_text(report)
    assert f"{len(wrong)} of them red as a stream alone" in target_to_html(report)


def test_program_that_does_not_stream_is_not_asked_to() -> None:
    result = invoke("run", "--target", f"stdio:{sys.executable} docs/examples/aes_reader.py", "--stream")
    assert isinstance(result.exception, UsageError)
    assert "it says that it does not stream" in str(result.exception)


def test_run_that_streams_nothing_proves_nothing() -> None:
    """A server says that it streams, and finds that it does not at each question."""
    report = judged("moody_reader:whole_only", "mpl-0478-aes-256", stream=True)
    assert (report.streamed, report.count("passed") > 0, report.fails) == (0, True, True)


@pytest.mark.parametrize(
    ("reader", "rule"),
    [
        ("sorted_keys", "the header is authenticated with them in the message's order, which is not the order of their bytes"),
        ("utf16", "it is ordered by UTF-8 bytes, and UTF-16 code units give another order"),
    ],
)
def test_reader_that_refuses_valid_messages_is_told_what_they_have(reader: str, rule: str) -> None:
    report = judged(f"toy_reader:{reader}")
    failed = [cell for cell in report.cells if cell.outcome == "failed" and isinstance(cell.vector.expectation, Accept)]
    assert failed
    assert all(any(rule in sentence for sentence in rule_of(cell)) for cell in failed)
    accepted = {cell.vector.id for cell in report.cells if cell.red and isinstance(cell.vector.expectation, Reject)}
    same_bug = {"pitfall-context-astral-bound", "aes-bound-utf-16-order"}  # their writers have it
    assert accepted == (same_bug if reader == "utf16" else set())
    assert {cell.outcome for cell in report.cells} <= {"passed", "failed", "blind", "unsupported"}


@pytest.mark.parametrize(
    ("reader", "rules"),
    [
        ("toy_reader:info_without_message_id", {"KDF-HKDF-007"}),
        ("toy_reader:iv_from_number", {"FMT-FRM-024", "FMT-NFR-010"}),
        ("toy_reader:duplicate_keys", {"FMT-AAD-008"}),
        *((f"planted_reader:{reader}", rules) for reader, rules in planted_reader.RULES.items()),
    ],
)
def test_requirements_of_what_a_reader_wrongly_accepts_name_its_rule(reader: str, rules: set[str]) -> None:
    red = [cell.vector for cell in judged(reader).cells if cell.code == "unexpected-success"]
    accepted = {vector.id: rules & set(TESTS[vector.id]["requirements"]) for vector in red if isinstance(vector.expectation, Reject)}
    assert set().union(*accepted.values()) == rules
    assert all(accepted.values()), accepted


def test_reader_that_takes_the_number_for_the_iv_refuses_other_ivs_alone() -> None:
    refused = [cell.vector.id for cell in judged("toy_reader:iv_from_number").cells if cell.outcome == "failed"]
    valid = [name for name in refused if TESTS[name]["expect"]["outcome"] == "accept"]
    assert valid
    assert all({"FMT-FRM-024", "FMT-NFR-010"} & set(TESTS[name]["requirements"]) for name in valid), valid


@pytest.mark.parametrize("reader", ["context_8", "data_keys_8", "footer_8"])
def test_reader_that_keeps_too_few_bits_of_a_length_opens_what_is_written_too_large(reader: str) -> None:
    cells = judged(f"narrow_reader:{reader}", "width or edge or plain").cells
    opened = [cell.vector.id for cell in cells if cell.code == "unexpected-success"]
    assert opened and all("narrow-number" in TESTS[name]["flags"] for name in opened), opened


def test_reader_that_counts_frames_in_16_bits_needs_more_frames_than_a_small_file_has() -> None:
    key, plaintext = bytes(range(32)), bytes(1 << 16)
    message, _ = esdkit.encrypt(source=plaintext, keyring=RawAesKeyring("n", "k", key), frame_length=1)
    keyring = {"type": "raw-aes", "namespace": "n", "name": "k", "key": key}
    given: dict[str, Any] = {"policy": "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "max_encrypted_data_keys": None, "context": {}}
    assert toy_reader.correct.decrypt(message, keyring, **given) == plaintext
    with pytest.raises(Refusal, match="a frame is out of order"):
        narrow_reader.counter_16.decrypt(message, keyring, **given)


def test_reader_that_refuses_everything_passes_nothing() -> None:
    report = judged("moody_reader:refusing")
    negative = [cell for cell in report.cells if not isinstance(cell.vector.expectation, Accept)]
    assert (report.count("passed"), {cell.outcome for cell in negative}) == (0, {"blind", "unsupported"})
    assert {cell.outcome for cell in report.cells} == {"failed", "blind", "unsupported"}
    assert report.fails


def test_reader_that_lies_dies_and_hangs_on_some_messages_goes_on_with_the_others() -> None:
    words = "mpl-0014-aes or mpl-0046-aes-256-many or mpl-0078-aes-192-many or mpl-0478-aes-192 or parse-trailing-byte-v2"
    report = judged("moody_reader:moody", words, seconds=1)
    outcomes = {cell.vector.id[:8]: cell.outcome for cell in report.cells}
    assert outcomes == {"mpl-0014": "lied", "mpl-0046": "crash", "mpl-0078": "hang", "mpl-0478": "passed", "parse-tr": "passed"}
    assert {cell.code for cell in report.cells if cell.red} == {"plaintext-mismatch", "ended", "hang"}


def test_only_a_blind_run_fails() -> None:
    report = judged("moody_reader:refusing", "parse-trailing-byte-v2")
    assert [cell.outcome for cell in report.cells] == ["blind"]
    assert report.fails
    assert "does not open the valid message native::" in " ".join(target_to_text(report).split())


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(vectors_group, arguments)


def test_command_of_a_red_cell_shows_it_again() -> None:
    (cell, *_) = [cell for cell in judged("toy_reader:long_final", "final-too-long").cells if cell.red]
    command = shlex.split(command_of(cell, [str(native_path())], "python:tests.toy_reader:long_final"))
    assert command[:2] == ["esdkit", "vectors"]
    result = invoke(*command[2:], "--format", "json")
    assert result.exit_code == 1
    assert cell.vector.id in [row["id"] for row in json.loads(result.stdout)["results"] if row["outcome"] == "failed"]


def test_shards_are_the_whole_selection_once() -> None:
    def ids(*options: str) -> list[str]:
        result = invoke(
            "run", "--target", "python:tests.toy_reader:correct", "-k", "parse-trailing", "--format", "json", "--jobs", "2", *options
        )
        assert result.exit_code == 0
        return [row["id"] for row in json.loads(result.stdout)["results"]]

    whole = ids()
    parts = [ids("--shard", f"{number}/3") for number in (1, 2, 3)]
    assert [whole[0::3], whole[1::3], whole[2::3]] == parts


@pytest.mark.parametrize("address", ["python:tests.no_such_module:x", "stdio:/no/such/program", "stdio:true"])
def test_target_that_cannot_be_started_is_one_error(address: str) -> None:
    result = invoke("run", "--target", address)
    assert result.exit_code != 0
    assert "target" in str(result.exception)
    assert result.stdout == ""


def test_time_of_an_answer_bounds_the_start() -> None:
    started = time.monotonic()
    result = invoke("run", "--target", "stdio:sleep 100", "--timeout", "0.5")
    assert time.monotonic() - started < 20
    assert isinstance(result.exception, UsageError)
    assert "the program did not start in time: no answer to `describe` within 0.5 s" in str(result.exception)


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("--shard", "1/2"), "--shard needs --target"),
        (("--xfail", "x.yaml"), "--xfail needs --target"),
        (("--timeout", "1"), "--timeout needs --target"),
        (("--format", "html"), "a report in HTML needs --target"),
        (("--stream",), "--stream needs --target"),
        (("--aws", "--target", "stdio:true"), "--aws cannot be combined with --target"),
        (("--target", "stdio:true", "--shard", "3/2"), "expected I/N"),
        (("--target", "stdio:true", "--shard", "0/2"), "expected I/N"),
    ],
)
def test_options_that_do_not_fit_are_usage_errors(options: tuple[str, ...], what: str) -> None:
    result = invoke("run", *options)
    assert result.exit_code == 2
    assert what in result.stderr


def test_known_bug_is_excused_and_named_when_it_is_fixed(tmp_path: Path) -> None:
    def run(reader: str, rows: str) -> Result:
        file = tmp_path / "bugs.yaml"
        file.write_text(rows)
        return invoke("run", "--target", f"python:tests.toy_reader:{reader}", "-k", "final-too-long", "--xfail", str(file))

    rows = "- {id: 'native::parse-final-too-long*', reason: 'ticket 7', outcome: failed}\n"
    excused = run("long_final", rows)
    assert (excused.exit_code, "known bug: 2 x ticket 7" in excused.stdout) == (0, True)
    fixed = run("correct", rows)
    assert fixed.exit_code == 1
    assert "ERROR native::parse-final-too-long: passed, although it is a known bug (ticket 7)" in " ".join(fixed.stdout.split())
    other = run("long_final", "- {id: 'native::parse-final-too-long*', reason: 'ticket 7', outcome: crash}\n")
    assert other.stdout.count("FAILED") == 2
    nothing = run("correct", "- {id: no-such-vector, reason: ticket 8}\n")
    assert (nothing.exit_code, "no-such-vector: no vector of the sets matches" in " ".join(nothing.stdout.split())) == (1, True)

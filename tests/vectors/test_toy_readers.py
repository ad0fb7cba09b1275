"""Programs under test with one known bug each, on all native vectors: the report names the rule that each breaks."""

import hashlib
import json
import shlex
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import esdkit
from esdkit.cli.vectors import vectors_group
from esdkit.errors import UsageError
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import POLICIES, error_codes
from esdkit.targets.base import Abilities, Bounds, DecryptRequest, Unsupported
from esdkit.targets.opening import open_target
from esdkit.vectors.explain import command_of, rule_of
from esdkit.vectors.model import Accept, Reject, Released, Vector, VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.questions import beyond, question_of
from esdkit.vectors.runner import load
from esdkit.vectors.select import parse_selector
from esdkit.vectors.target_report import target_to_text
from esdkit.vectors.testing import TargetReport, judge_target
from tests import narrow_reader, toy_reader
from tests.toy_reader import BUGS, Reader, Refusal

ROOT = Path(__file__).parents[2]
TESTS: dict[str, Any] = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))["tests"]


@pytest.fixture(autouse=True)
def _in_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # where python:tests.… can be imported


def judged(reader: str, words: str | None = None, *, jobs: int = 1, seconds: float = 20) -> TargetReport:
    bounds = Bounds(request_seconds=seconds)
    select = None if words is None else parse_selector(words)
    return judge_target(lambda: open_target(f"python:tests.{reader}", bounds=bounds), [native_path()], select=select, jobs=jobs)


def test_correct_reader_passes_everything() -> None:
    report = judged("toy_reader:correct", jobs=2)
    assert [cell for cell in report.cells if cell.outcome not in ("passed", "unsupported")] == []
    assert report.count("passed") > 1500
    assert not report.fails


@pytest.mark.parametrize(("reader", "code"), BUGS.items())
def test_reader_that_accepts_too_much_breaks_a_rule_by_name(reader: str, code: str) -> None:
    report = judged(f"toy_reader:{reader}")
    wrong = [cell for cell in report.cells if cell.red]
    assert {cell.outcome for cell in report.cells} == {"passed", "failed", "unsupported"}
    named = [cell for cell in wrong if error_codes()[code].means in rule_of(cell)]
    assert named
    assert {cell.code for cell in wrong} == {"unexpected-success"}


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
        ("info_without_message_id", {"KDF-HKDF-007"}),
        ("iv_from_number", {"FMT-FRM-024", "FMT-NFR-010"}),
        ("duplicate_keys", {"FMT-AAD-008"}),
    ],
)
def test_requirements_of_what_a_reader_wrongly_accepts_name_its_rule(reader: str, rules: set[str]) -> None:
    red = [cell.vector for cell in judged(f"toy_reader:{reader}").cells if cell.red]
    accepted = {vector.id: rules & set(TESTS[vector.id]["requirements"]) for vector in red if isinstance(vector.expectation, Reject)}
    assert set().union(*accepted.values()) == rules
    assert all(accepted.values()), accepted


def test_reader_that_takes_the_number_for_the_iv_refuses_other_ivs_alone() -> None:
    refused = [cell.vector.id for cell in judged("toy_reader:iv_from_number").cells if cell.outcome == "failed"]
    valid = [name for name in refused if TESTS[name]["expect"]["outcome"] == "accept"]
    assert valid
    assert all({"FMT-FRM-024", "FMT-NFR-010"} & set(TESTS[name]["requirements"]) for name in valid), valid


SUITES = tuple(f"{id_:04X}" for id_ in toy_reader.SUITES)
ABILITIES = Abilities("toy", "1", SUITES, toy_reader.correct.describe()["keys"], tuple(POLICIES), required_context=True)


def bounded() -> Iterator[tuple[Vector, DecryptRequest, Released]]:
    """The vectors that say what a stream may release, as requests that the toy reader can be asked."""
    (one,) = load([native_path() / "manifest.json"])
    assert isinstance(one, VectorSet)
    for vector in one.vectors:
        question = question_of(vector, vector.keys)
        if not isinstance(vector.expectation, Reject) or isinstance(question, Unsupported) or question.request is None:
            continue
        if vector.expectation.released is not None and beyond(question.request, ABILITIES) is None:
            yield vector, question.request, vector.expectation.released


def given_out(reader: Reader, request: DecryptRequest) -> bytes:
    """What a stream gives out before it refuses."""
    given = b""
    try:
        for piece in reader.pieces(
            request.message, request.keyring, request.policy, request.max_encrypted_data_keys, request.context, request.required
        ):
            given += piece
    except Refusal:
        return given
    raise AssertionError("it accepts the message")


def test_stream_that_does_not_wait_for_the_signature_is_caught_by_what_vectors_let_it_release() -> None:
    early, right, asked = [], [], [*bounded()]
    for vector, request, allowed in asked:
        given = given_out(toy_reader.correct, request)
        assert len(given) <= allowed.length, vector.id
        right += [vector.id] if hashlib.sha256(given).hexdigest() == allowed.sha256 else []
        early += [vector.id] if len(given_out(toy_reader.early_release, request)) > allowed.length else []
    assert len(right) > len(asked) / 2
    assert {TESTS[name]["expect"]["stage"] for name in early} == {"signature", "parse"}  # of the footer: it is forged, cut, or not the end
    named = {name for name in early if "CLI-STR-003" in TESTS[name]["requirements"]}
    assert {"-block" in name for name in named} == {True, False}


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
        (("--format", "html"), "--format html needs --target"),
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

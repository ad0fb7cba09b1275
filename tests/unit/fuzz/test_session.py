"""``esdkit fuzz``: planted bugs are found with the rule named, a correct reader has no finding, and a run goes on where it stopped."""

from __future__ import annotations

import base64
import errno
import json
import os
import random
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from esdkit import Client, EsdkError, __version__
from esdkit.cli.vector_making import add_command
from esdkit.conform.matrix import Program, described
from esdkit.conform.own import OwnTarget
from esdkit.errors import Code, UsageError
from esdkit.forge import assemble
from esdkit.fuzz import questions as question_module
from esdkit.fuzz import session as session_module
from esdkit.fuzz.corpus import Corpus, Place
from esdkit.fuzz.findings import Finding, Seen, judged
from esdkit.fuzz.known import Allowed, known_bug, read_allowed
from esdkit.fuzz.mutations import plans
from esdkit.fuzz.questions import NAME, NAMESPACE, PHASES, WRAPPING_KEY, Question, new_subject, questions, small_mutations
from esdkit.fuzz.report import summary_to_text
from esdkit.fuzz.session import MESSAGE_FIELDS, Limits, Session, Summary
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import SUITES, error_codes
from esdkit.targets import Abilities, Answer, Bounds, DecryptRequest, Given, Refused, open_target
from esdkit.vectors.published import native_path
from tests import lax_reader, narrow_reader, planted_reader, toy_reader

FEW = 1600  # the examples, and each operation on each field once or twice
MEMORY = 400 * 2**20
SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.fuzz) for seed in range(1, 5))]
PLANTED: Mapping[str, tuple[Any, str | tuple[str, ...]]] = {
    **{bug: (getattr(toy_reader, bug), code) for bug, code in toy_reader.BUGS.items()},
    "sorted_keys": (toy_reader.sorted_keys, "header.encrypted_data_keys.count"),
    "utf16": (toy_reader.utf16, "header.encryption_context.key"),
    **{bug: (getattr(narrow_reader, bug), fields) for bug, fields in narrow_reader.BUGS.items()},
    **{bug: (getattr(planted_reader, bug), named) for bug, named in planted_reader.BUGS.items()},
    **{bug: (getattr(lax_reader, bug), named) for bug, named in lax_reader.BUGS.items()},
}
"""Readers with one mistake each: the code of the rule that they break, or fields of which one must be in a finding."""
EARLY = {"early_frames": "body-tag-invalid", "early_final_frame": "signature-invalid"}
"""Readers that release plaintext too early: the code of a rule that shows it."""
IN_PROCESSES = {"counter_16", "allocating"}
"""Readers for which a process is needed, or a message of 65,537 frames, which the others would read for a second each."""


class Toy(OwnTarget):
    """A toy reader in this process."""

    def __init__(self, reader: toy_reader.Reader) -> None:
        super().__init__()
        self._reader = reader

    def describe(self) -> Abilities:
        return replace(super().describe(), streaming=True)

    def decrypt(self, request: DecryptRequest) -> Answer:
        pieces: list[bytes] = []
        try:
            options: dict[str, Any] = {"policy": request.policy, "max_encrypted_data_keys": None, "context": {}, "stream": request.stream}
            data = self._reader.decrypt(request.message, request.keyring, **options)
            pieces.extend([data] if isinstance(data, bytes) else data)
            return Given(b"".join(pieces))
        except (toy_reader.Refusal, IndexError, ValueError) as error:
            return Refused(str(error), stage=getattr(error, "stage", None), released=b"".join(pieces) if request.stream else None)


@contextmanager
def programs(*names: str) -> Iterator[Mapping[str, Program]]:
    """Toy readers, each as a process."""
    with ExitStack() as stack:
        bounds = Bounds(memory=MEMORY)
        opened = [stack.enter_context(open_target(f"python:{name}", bounds=bounds)) for name in names]
        yield {target.address: described(target.address, target) for target in opened}


def run(*names: str, examples: int = FEW, **options: Any) -> Summary:
    with programs(*names) as opened:
        return Session(opened, limits=Limits(examples), **options).run()


# -------------------------------------------------------------------- planted bugs
@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-002")
@pytest.mark.parametrize("seed", SEEDS)
def test_planted_bugs_are_found_within_few_examples_and_the_rule_is_named(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_module, "_FRAMES", 258)
    monkeypatch.setattr(session_module, "_SHRINKS", 0)  # so many readers share each finding in so many ways
    readers = {bug: described(bug, Toy(reader)) for bug, (reader, _) in PLANTED.items() if bug not in IN_PROCESSES}
    summary = Session({**readers, "correct": described("correct", Toy(toy_reader.correct))}, seed=seed, limits=Limits(FEW)).run()
    found = {bug for bug in readers for finding in summary.findings if bug in finding.seen and is_named(finding, PLANTED[bug][1])}
    assert found == set(readers)
    assert not [finding for finding in summary.findings if "correct" in finding.seen]


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-002")
@pytest.mark.parametrize("bug", sorted(IN_PROCESSES))
def test_planted_bug_of_many_frames_or_much_memory_is_found_by_the_examples(bug: str) -> None:
    summary = run(f"tests.narrow_reader:{bug}", examples=230)
    assert any(is_named(finding, PLANTED[bug][1]) for finding in summary.findings)


@pytest.mark.req("CLI-FUZ-002", kind="negative")
@pytest.mark.parametrize(
    ("operation", "repair", "code"),
    [
        ("second-final", "none", "trailing-data"),
        ("no-final", "sign", "seq-out-of-order"),
        ("sealed-from", "sign", "seq-out-of-order"),
        ("slack", "mac", "aad-length-mismatch"),
        ("slack", "mac", "aad-count-zero"),
        ("other-case", "mac", "unwrap-failed"),
        ("longer-name", "mac", "unwrap-failed"),
        ("shorter-name", "mac", "unwrap-failed"),
        ("public-key-rename", "sign", "public-key-missing"),
        ("public-key-uncompress", "sign", "public-key-malformed"),
        ("flip", "sign", "header-tag-invalid"),
        ("number", "mac", "frame-length-vs-content-type"),
        ("restart", "sign", "seq-out-of-order"),
        ("other-version", "sign", "suite-version-mismatch"),
        ("other-version-commit-key", "sign", "suite-version-mismatch"),
        ("version-alone", "sign", "suite-version-mismatch"),
        ("no-frame-length", "sign", "frame-length-vs-content-type"),
        ("no-data-key", "sign", "edk-count-zero"),
        ("long-data-key", "sign", "unwrap-failed"),
        ("short-data-key", "sign", "unwrap-failed"),
        ("short-data-key-in-front", "sign", "unwrap-failed"),
        ("no-text-replaced", "sign", "aad-bad-utf8"),
        ("no-text-ignored", "sign", "aad-bad-utf8"),
        ("unbound", "sign", "unwrap-failed"),
        ("empty-data-key", "sign", "unwrap-failed"),
        ("long-iv", "sign", "iv-length-mismatch"),
        ("long-iv-cut", "sign", "iv-length-mismatch"),
        ("two-values-both", "sign", "aad-duplicate-key"),
        ("two-values-first", "sign", "aad-duplicate-key"),
        ("two-values-last", "sign", "aad-duplicate-key"),
        ("sealed-long-65536", "sign", "final-too-long"),
        ("base64", "none", "looks-like-base64"),
        ("top-bit", "sign", "bad-content-type"),
        ("damaged-copies-first", "sign", None),
        ("short-info-first", "sign", None),
        ("public-key-line-break", "sign", "public-key-malformed"),
        ("public-key-url", "sign", "public-key-malformed"),
        ("public-key-stray-bits", "sign", "public-key-malformed"),
        ("public-key-hybrid", "sign", "public-key-malformed"),
        ("ber-padded", "none", "signature-malformed"),
        ("ber-negative", "none", "signature-malformed"),
        ("zeros", "none", "signature-malformed"),
        ("s-plus-order", "none", "signature-malformed"),
    ],
)
def test_mistakes_of_readers_that_a_small_message_shows(operation: str, repair: str, code: str) -> None:
    asked = {(plan.operation, plan.repair.value, plan.expected.code) for _, plan in question_module.small_mutations(True)}
    assert (operation, repair, code) in asked


def is_named(finding: Finding, named: str | tuple[str, ...]) -> bool:
    """Whether a finding is the wanted one, by the rule or by the field."""
    if named in error_codes():
        accepted = any(seen.outcome == "accepted" for seen in finding.seen.values())
        return accepted and finding.rule == error_codes()[str(named)].means
    return finding.question.plan.field in ((named,) if isinstance(named, str) else named)


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-002")
@pytest.mark.parametrize("seed", SEEDS)
def test_stream_that_releases_plaintext_too_early_is_found_and_the_rule_is_named(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_module, "_FRAMES", 258)
    readers = {bug: described(bug, Toy(getattr(toy_reader, bug))) for bug in EARLY}
    summary = Session({**readers, "correct": described("correct", Toy(toy_reader.correct))}, seed=seed, limits=Limits(FEW)).run()
    released = {(bug, finding.rule) for finding in summary.findings for bug, seen in finding.seen.items() if seen.outcome == "released"}
    assert released >= {(bug, error_codes()[code].means) for bug, code in EARLY.items()}
    assert not [finding for finding in summary.findings if "correct" in finding.seen]


@pytest.mark.req("CLI-STR-004", kind="negative")
@pytest.mark.parametrize(
    ("operation", "path", "released", "seen"),
    [
        ("flip", "footer.signature", b"", None),
        ("flip", "footer.signature", bytes(range(6)), None),
        ("flip", "footer.signature", bytes(range(7)), "before it refused, it released 7 bytes of plaintext; expected at most 6"),
        ("flip", "footer.signature", b"x", "before it refused, it released 1 byte, not the beginning of the message's plaintext"),
        ("flip", "header.message_id", b"\0", "before it refused, it released 1 byte of plaintext; expected at most 0"),
        ("append", "", bytes(range(7)), None),
        ("append", "", b"x", "before it refused, it released 1 byte, not the beginning of the message's plaintext"),
    ],
)
def test_what_a_stream_released_before_it_refused_is_judged(operation: str, path: str, released: bytes, seen: str | None) -> None:
    subject = new_subject(SUITES[0x0578], True)
    plan = next(plan for plan in plans(subject) if (plan.operation, plan.path) == (operation, path))
    found = judged(Question("boundaries", plan, subject, 16), Refused("no", released=released))
    assert found == (None if seen is None else Seen("released", seen))


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-002")
def test_correct_toy_has_no_finding() -> None:
    summary = run("tests.toy_reader:correct", seed=0)
    assert summary.findings == ()
    assert (summary.blind, summary.ended, summary.fields) == ((), "the limit of examples", len(MESSAGE_FIELDS))


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(5))
def test_correct_toy_has_no_finding_in_very_many(seed: int) -> None:
    assert run("tests.toy_reader:correct", seed=seed, examples=40_000).findings == ()


class InPieces(OwnTarget):
    """esdkit's push reader, fed with pieces of the size that is asked for."""

    def describe(self) -> Abilities:
        return replace(super().describe(), streaming=True)

    def decrypt(self, request: DecryptRequest) -> Answer:
        decryptor = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT").decryptor(
            keyring=RawAesKeyring(NAMESPACE, NAME, WRAPPING_KEY)
        )
        size = request.stream or len(request.message) + 1
        try:
            for at in range(0, len(request.message), size):
                decryptor.feed(request.message[at : at + size])
            decryptor.finish()
        except EsdkError as error:
            return Refused(error.message)
        return Given(decryptor.take())


@pytest.mark.parametrize("own", [OwnTarget(), InPieces()], ids=["whole", "in-pieces"])
def test_esdkit_itself_has_no_finding(own: OwnTarget, tmp_path: Path) -> None:
    program = {"esdkit": described("esdkit", own)}
    streaming = program["esdkit"].abilities.streaming
    planned = sum(1 for _ in takewhile(lambda one: one.phase in PHASES[:2], questions(0, wrapped=True, streaming=streaming)))
    first = Session(program, limits=Limits(300)).run()
    corpus = Corpus(tmp_path)
    corpus.place = Place(0, True, streaming, planned)
    later = Session(program, limits=Limits(500), corpus=corpus).run()
    assert (first.findings, later.findings) == ((), ())
    assert set(later.by_phase) == ({"random", "stateful"} if streaming else {"random"})


# -------------------------------------------------------------------- several programs
@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-001")
def test_programs_are_compared_with_the_rules_and_equal_findings_are_one() -> None:
    summary = run("tests.toy_reader:trailing_bytes", "tests.toy_reader:correct", "tests.toy_reader:trailing_bytes", examples=600)
    (finding,) = [one for one in summary.findings if one.question.plan.operation == "append"]
    assert list(finding.seen) == ["python:tests.toy_reader:trailing_bytes"]
    assert finding.times >= 1


@pytest.mark.req("CLI-FUZ-005", kind="negative")
@pytest.mark.parametrize(
    ("program", "outcome", "said"),
    [
        ("hanging", "hang", "did not answer in time"),
        ("flooding", "crash", "more than an answer may have"),
        ("dying", "crash", "ended without an answer"),
        ("babbling", "crash", "does not follow the protocol"),
    ],
)
def test_hostile_program_is_named_and_the_run_goes_on(program: str, outcome: str, said: str) -> None:
    address = f"python:tests.unit.fuzz.test_session:{program}"
    with open_target(address, bounds=Bounds(request_seconds=0.5 if program == "hanging" else 20, answer_length=1000)) as target:
        summary = Session({address: described(address, target)}, limits=Limits(2)).run()
    (seen,) = {(seen.outcome, seen.text.partition(":")[0]) for finding in summary.findings for seen in finding.seen.values()}
    assert (seen[0], said in seen[1]) == (outcome, True)
    assert (summary.asked, summary.blind) == (2, (address,))


def hanging(message: bytes, keyring: Mapping[str, Any], **options: Any) -> bytes:
    time.sleep(600)
    return b""


def flooding(message: bytes, keyring: Mapping[str, Any], **options: Any) -> bytes:
    return bytes(10_000_000)


def babbling(message: bytes, keyring: Mapping[str, Any], **options: Any) -> Any:
    return "plaintext"


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-005", kind="negative")
def test_program_that_refuses_everything_is_blind() -> None:
    summary = run("tests.unit.fuzz.test_session:refuser", examples=140)
    assert summary.blind == ("python:tests.unit.fuzz.test_session:refuser",)


def refuser(message: bytes, keyring: Mapping[str, Any], **options: Any) -> bytes:
    raise ValueError("no")


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-005", kind="negative")
def test_program_that_always_dies_is_given_up() -> None:
    summary = run("tests.unit.fuzz.test_session:dying", examples=200)
    assert summary.ended == "the programs do not answer"
    assert {seen.outcome for finding in summary.findings for seen in finding.seen.values()} == {"crash"}


def dying(message: bytes, keyring: Mapping[str, Any], **options: Any) -> bytes:
    raise SystemExit(3)


def test_programs_without_a_key_in_common_are_refused() -> None:
    abilities = Abilities("x", "1", ["0478"], ["raw-rsa"], ["REQUIRE_ENCRYPT_ALLOW_DECRYPT"])
    with pytest.raises(UsageError) as caught:
        Session({"x": Program("x", OwnTarget(), abilities)}, limits=Limits(1))
    assert caught.value.path == "target"


# -------------------------------------------------------------------- questions
def test_questions_follow_from_the_seed() -> None:
    def names(seed: int) -> list[tuple[str, str, int]]:
        return [named(one) for one in islice(questions(seed, wrapped=True, streaming=True), 400)]

    assert names(1) == names(1)
    assert names(1) != names(2)


@pytest.mark.req("CLI-FUZ-004")
@pytest.mark.parametrize("more", [-1, 0, 1, 100])
def test_run_that_goes_on_asks_the_rest_of_the_same_questions(more: int) -> None:
    after = sum(1 for _ in takewhile(lambda one: one.phase in PHASES[:2], questions(5, wrapped=True, streaming=True))) + more
    rest = islice(questions(5, wrapped=True, streaming=True), after, after + 50)
    assert [*map(named, questions_after(5, after))] == [*map(named, rest)]


def questions_after(seed: int, after: int) -> Iterator[Question]:
    return islice(questions(seed, wrapped=True, streaming=True, after=after), 50)


def named(question: Question) -> tuple[str, str, int]:
    return question.phase, question.plan.name, question.stream


@pytest.mark.req("CLI-FUZ-004")
def test_run_goes_on_at_once_after_very_many_questions(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "corpus")
    corpus.place = Place(0, True, False, 10**15)
    summary = own_session(corpus, 3).run()
    assert (summary.before, summary.asked, [*summary.by_phase]) == (10**15, 3, ["random"])


def test_corpus_that_nothing_was_written_to_does_not_exist(tmp_path: Path) -> None:
    Corpus(tmp_path / "corpus")
    assert not (tmp_path / "corpus").exists()


def test_examples_have_signatures_of_unusual_lengths() -> None:
    examples = takewhile(lambda one: one.phase == PHASES[0], questions(0, wrapped=True, streaming=False))
    signed = [one.subject for one in examples if one.plan.field == "footer.signature"]
    schemes = [subject.draft.header.suite.signature for subject in signed]
    assert {scheme.curve for scheme in schemes if scheme is not None} == {"P-256", "P-384"}
    for subject, scheme in zip(signed, schemes, strict=True):
        assert scheme is not None and subject.signature is not None
        assert len(subject.signature) != scheme.usual_signature_length


# -------------------------------------------------------------------- corpus
def own_session(corpus: Corpus | None, examples: int, **options: Any) -> Session:
    return Session({"esdkit": described("esdkit", OwnTarget())}, limits=Limits(examples), corpus=corpus, **options)


@pytest.mark.req("CLI-FUZ-004")
def test_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    own_session(Corpus(tmp_path / "c"), 5, seed=3).run()
    second = own_session(Corpus(tmp_path / "c"), 4).run()
    assert (second.before, second.asked) == (5, 4)
    assert "5 examples were asked before; what they found is in the corpus" in " ".join(summary_to_text(second))
    place = Corpus(tmp_path / "c").place
    assert place is not None
    assert (place.seed, place.asked) == (3, 9)


@pytest.mark.req("CLI-FUZ-004", kind="negative")
def test_corpus_of_another_version_is_refused_by_name(tmp_path: Path) -> None:
    own_session(Corpus(tmp_path), 1).run()
    state = json.loads((tmp_path / "state.json").read_text())
    (tmp_path / "state.json").write_text(json.dumps({**state, "version": "9.9"}))
    with pytest.raises(UsageError, match=r"was written by esdkit 9\.9"):
        Corpus(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[" * 100_000,
        "[]",
        '{"schema": 1, "version": "%s"}',
        '{"schema": 1, "version": "%s", "seed": "x"}',
        '{"schema": 1, "version": "%s", "seed": 0, "wrapped": true, "streaming": true, "asked": -1}',
        '{"schema": 1, "version": "%s", "seed": 0, "wrapped": true, "streaming": true, "asked": 1e999}',
        '{"schema": 1, "version": "%s", "seed": 0, "wrapped": true, "streaming": true, "asked": 99999999999999999999}',
    ],
    ids=["not-json", "too-deep", "a-list", "no-seed", "seed-is-text", "asked-below-0", "asked-without-end", "asked-too-large"],
)
def test_damaged_corpus_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text.replace("%s", __version__))
    with pytest.raises(UsageError) as caught:
        Corpus(tmp_path)
    assert caught.value.code == Code.INVALID_ARGUMENT


def test_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with pytest.raises(UsageError, match="other files"):
        Corpus(tmp_path)


def test_corpus_of_another_seed_is_refused(tmp_path: Path) -> None:
    own_session(Corpus(tmp_path), 1, seed=1).run()
    with pytest.raises(UsageError, match="another seed"):
        own_session(Corpus(tmp_path), 1, seed=2)


def test_progress_is_kept_when_the_process_is_told_to_end(tmp_path: Path) -> None:
    def end(session: Session) -> None:
        if session.asked == 2:
            raise SystemExit(143)

    with pytest.raises(SystemExit):
        own_session(Corpus(tmp_path), 10, on_question=end).run()
    assert own_session(Corpus(tmp_path), 1).run().before == 2


@pytest.mark.req("CLI-FUZ-004", kind="negative")
def test_full_disk_ends_the_run_and_leaves_the_corpus_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_session(Corpus(tmp_path), 5).run()

    def full(handle: int, mode: str) -> Any:
        os.close(handle)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", full)
        summary = own_session(Corpus(tmp_path), 3).run()
    assert (summary.before, summary.asked, summary.unwritten) == (5, 0, True)
    assert "No space left on device" in summary.ended
    place = Corpus(tmp_path).place
    assert place is not None
    assert place.asked == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["state.json"]


@pytest.mark.req("CLI-FUZ-004", kind="negative")
def test_question_whose_finding_cannot_be_written_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(corpus: Corpus, finding: Finding) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    program = {"r": described("r", Refuser())}
    with monkeypatch.context() as patched:
        patched.setattr(Corpus, "add", full)
        assert Session(program, limits=Limits(5), corpus=Corpus(tmp_path)).run().unwritten
    later = Session(program, limits=Limits(1), corpus=Corpus(tmp_path)).run()
    assert (later.before, len(later.findings)) == (0, 1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB, where this process may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("only root may mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.req("CLI-FUZ-004")
@pytest.mark.skipif(shutil.which("mount") is None, reason="there is no mount")
def test_disk_that_becomes_full_ends_the_run_and_it_goes_on_elsewhere(small_disk: Path, tmp_path: Path) -> None:
    program = {"o": described("o", Opposite())}
    summary = Session(program, limits=Limits(150), corpus=Corpus(small_disk / "corpus"), allowed=[]).run()
    assert summary.unwritten
    assert 0 < summary.asked < 150
    for path in (small_disk / "corpus" / "findings").glob("*.json"):
        assert json.loads(path.read_text())["seen"]
    moved = shutil.copytree(small_disk / "corpus", tmp_path / "moved")
    later = Session(program, limits=Limits(5), corpus=Corpus(moved), allowed=[]).run()
    assert (later.ended, later.asked) == ("the limit of examples", 5)


@pytest.mark.req("CLI-FUZ-004")
def test_interruption_is_noted_and_said(tmp_path: Path) -> None:
    def interrupt(session: Session) -> None:
        if session.asked == 3:
            raise KeyboardInterrupt

    summary = own_session(Corpus(tmp_path), 10, on_question=interrupt).run()
    assert (summary.ended, summary.asked) == ("interrupted", 3)
    assert own_session(Corpus(tmp_path), 1).run().before == 3


# -------------------------------------------------------------------- findings as files, and the verb
class Refuser(OwnTarget):
    """Refuses every message."""

    def decrypt(self, request: Any) -> Any:
        return Refused("no", stage="parse")


@pytest.mark.req("CLI-FUZ-003")
def test_finding_is_written_as_message_text_and_json(tmp_path: Path) -> None:
    summary = Session({"r": described("r", Refuser())}, limits=Limits(1), corpus=Corpus(tmp_path)).run()
    (finding,) = summary.findings
    (message,) = (tmp_path / "findings").glob("*.bin")
    assert message.read_bytes() == finding.data
    assert assemble(message.with_suffix(".txt").read_text()) == finding.data
    document = json.loads(message.with_suffix(".json").read_text())
    assert document["expected"] == {"outcome": "accept", "stage": None, "code": None}
    assert document["seen"] == {"r": {"outcome": "refused", "text": "it refused: no"}}


@pytest.mark.req("CLI-FUZ-006")
@pytest.mark.parametrize("operation", ["valid", "val*"])
def test_expected_finding_is_known_and_counts_no_more(operation: str) -> None:
    allowed = [Allowed("it does that", operation=operation, outcome="refused")]
    summary = Session({"r": described("r", Refuser())}, limits=Limits(1), allowed=allowed).run()
    assert (len(summary.findings), summary.unexplained) == (1, ())
    assert any("it does that" in line for line in summary_to_text(summary))


@pytest.mark.req("CLI-FUZ-006")
@pytest.mark.parametrize(
    ("kind", "did", "known"),
    [
        (("plus-1", "body.final_frame.sequence_number", "none"), "accepted", "frame-number-unread"),
        (("plus-1", "body.final_frame.sequence_number", "none"), "refused-elsewhere", "frame-number-unread"),
        (("plus-1", "header.frame_length", "mac"), "refused-elsewhere", "frame-length-of-block"),
        (("prepend", "header.version", "none"), "accepted", None),
        (("plus-1", "body.final_frame.sequence_number", "none"), "crash", None),
    ],
)
def test_known_bug_of_an_sdk_explains_what_shows_it_and_nothing_else(kind: tuple[str, str, str], did: str, known: str | None) -> None:
    subject, plan = next(
        (subject, plan) for subject, plan in small_mutations(wrapped=True) if plan.kind == kind and plan.expected.stage == "parse"
    )
    java = Program("j", OwnTarget(), Abilities("AWS Encryption SDK for Java", "3.0.2", ["0478"], ["raw-aes"], []))
    finding = Finding(Question("boundaries", plan, subject), plan.make(), {"j": Seen(did, "")})
    reason = known_bug(finding, {"j": java})
    assert (None if reason is None else reason.partition(":")[0]) == known


JAVA = Abilities("AWS Encryption SDK for Java", "3.0.2", ["0478"], ["raw-aes"], ["REQUIRE_ENCRYPT_ALLOW_DECRYPT"], streaming=True)


@pytest.mark.req("CLI-FUZ-006")
@pytest.mark.parametrize(
    ("suite", "operation", "path", "stream", "did", "known"),
    [
        (0x0478, "append", "", 16, "accepted", "stream-trailing-unsigned"),
        (0x0478, "append", "", 0, "accepted", None),
        (0x0578, "append", "", 16, "accepted", None),
        (0x0478, "truncate", "header.version", 16, "accepted", "stream-nothing"),
        (0x0478, "truncate", "header.version", 0, "accepted", None),
        (0x0478, "truncate", "header.message_id", 16, "accepted", None),
        (0x0478, "no-frame-length", "header.frame_length", 4096, "accepted", "stream-frame-length-zero"),
        (0x0478, "no-frame-length", "header.frame_length", 0, "accepted", None),
        (0x0578, "flip", "footer.signature", 16, "released", "stream-final-frame-early"),
        (0x0478, "flip", "body.frame[0].tag", 16, "released", None),
        (0x0578, "flip", "footer.signature", 16, "accepted", None),
    ],
)
def test_known_bug_of_streams_explains_what_a_stream_did_alone(
    suite: int, operation: str, path: str, stream: int, did: str, known: str | None
) -> None:
    subject = new_subject(SUITES[suite], True)
    plan = next(plan for plan in plans(subject) if (plan.operation, plan.path) == (operation, path))
    finding = Finding(Question("boundaries", plan, subject, stream), plan.make(), {"j": Seen(did, "")})
    reason = known_bug(finding, {"j": Program("j", OwnTarget(), JAVA)})
    assert (None if reason is None else reason.partition(":")[0]) == known


@pytest.mark.req("CLI-FUZ-006", kind="negative")
@pytest.mark.parametrize("streams", [(16, 0), (0, 16)])
def test_known_bug_of_streams_does_not_hide_the_same_without_a_stream(streams: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    subject = new_subject(SUITES[0x0478], True)
    plan = next(plan for plan in plans(subject) if plan.operation == "append")
    asked = [Question("boundaries", plan, subject, stream) for stream in streams]
    monkeypatch.setattr(session_module, "questions", lambda *_, **__: iter(asked))
    program = Program("j", Toy(toy_reader.trailing_bytes), JAVA)
    (finding,) = Session({"j": program}, limits=Limits(2)).run().findings
    assert (finding.known, finding.times, finding.question.stream) == (None, 2, 0)


@pytest.mark.parametrize(
    "data",
    [{}, ["x"], [{"reason": "x"}], [{"field": "x", "operation": "y"}], [{"reason": "x", "what": "y"}]],
    ids=["no-list", "no-row", "reason-only", "no-reason", "unknown"],
)
def test_wrong_list_of_expected_findings_is_refused(data: object) -> None:
    with pytest.raises(UsageError) as caught:
        read_allowed(data)
    assert (caught.value.path or "").startswith("allow")


# -------------------------------------------------------------------- findings as vectors
class Opposite(OwnTarget):
    """Accepts what it must refuse, and refuses what it must accept."""

    def decrypt(self, request: DecryptRequest) -> Answer:
        return Refused("no") if isinstance(super().decrypt(request), Given) else Given(b"yes")


def test_key_of_the_messages_is_one_of_the_native_vectors() -> None:
    entry = json.loads((native_path() / "keys.json").read_text())["keys"][NAME]
    assert base64.b64decode(entry["material"]) == WRAPPING_KEY


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-003")
@pytest.mark.parametrize("by_data_key", [False, True], ids=["raw-aes", "data-key"])
def test_findings_are_added_to_the_native_vectors_with_their_commands(tmp_path: Path, *, by_data_key: bool) -> None:
    program = described("o", Opposite())
    if by_data_key:
        program = replace(program, abilities=replace(program.abilities, keys=["data-key"]))
    Session({"o": program}, limits=Limits(FEW // 2), corpus=Corpus(tmp_path / "corpus"), allowed=[]).run()
    shutil.copytree(native_path(), tmp_path / "native")
    written = sorted((tmp_path / "corpus" / "findings").glob("*.json"))
    for path in random.Random(1).sample([path for path in written if json.loads(path.read_text())["add"] is not None], 12):
        command = shlex.split(json.loads(path.read_text())["add"])
        assert command[:4] == ["esdkit", "vectors", "add", "DIR"]
        arguments = [str(tmp_path / "native"), str(path.with_name(command[4])), *command[5:]]
        result = CliRunner().invoke(add_command, arguments)
        assert (result.exit_code, result.output.partition(":")[0]) == (0, path.stem), (command, result.output, result.exception)
    added = len(json.loads((tmp_path / "native" / "manifest.json").read_text())["tests"])
    assert added == len(json.loads((native_path() / "manifest.json").read_text())["tests"]) + 12

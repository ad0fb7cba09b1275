"""``esdkit fuzz``: planted bugs are found with the rule named, a correct reader has no finding, and a run goes on where it stopped."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

import pytest

from esdkit import Client, EsdkError, __version__
from esdkit.conform.matrix import Program, described
from esdkit.conform.own import OwnTarget
from esdkit.errors import Code, UsageError
from esdkit.forge import assemble
from esdkit.fuzz.corpus import Corpus, Place
from esdkit.fuzz.findings import Seen, judged
from esdkit.fuzz.known import Allowed, read_allowed
from esdkit.fuzz.mutations import plans
from esdkit.fuzz.questions import NAME, NAMESPACE, PHASES, WRAPPING_KEY, Question, field_of, new_subject, questions
from esdkit.fuzz.report import summary_to_text
from esdkit.fuzz.session import INTERRUPTED, MESSAGE_FIELDS, Limits, Session, Summary
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import SUITES, error_codes
from esdkit.targets import Abilities, Answer, Bounds, DecryptRequest, Failed, Given, Refused, open_target
from tests import narrow_reader, toy_reader

FEW = 900  # the examples, and each operation on each field once
MEMORY = 400 * 2**20
SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.fuzz) for seed in range(1, 5))]
LATER = [
    ("early_frames", "released", "body-tag-invalid"),
    ("early_final_frame", "released", "signature-invalid"),
    ("iv_from_number", "accepted", "body-tag-invalid"),
]
ORDER = {
    "sorted_keys": "header.encrypted_data_keys.count",
    "utf16": "header.encryption_context.key",
    "info_without_message_id": "header.algorithm_suite_id",
}


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
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("bug", toy_reader.BUGS)
def test_toy_that_accepts_too_much_is_found_and_the_rule_is_named(bug: str, seed: int) -> None:
    summary = run(f"tests.toy_reader:{bug}", seed=seed)
    rules = {finding.rule for finding in summary.findings if any(seen.outcome == "accepted" for seen in finding.seen.values())}
    assert error_codes()[toy_reader.BUGS[bug]].means in rules


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("bug", "outcome", "code"), LATER)
def test_toy_with_another_bug_is_found_and_the_rule_is_named(bug: str, outcome: str, code: str, seed: int) -> None:
    summary = run(f"tests.toy_reader:{bug}", seed=seed)
    seen = {(one.outcome, finding.rule) for finding in summary.findings for one in finding.seen.values()}
    assert (outcome, error_codes()[code].means) in seen


@pytest.mark.parametrize(
    ("operation", "released", "seen"),
    [
        ("flip", b"", None),
        ("flip", bytes(range(6)), None),
        ("flip", bytes(range(7)), "before it refused, it released 7 bytes of plaintext; expected at most 6"),
        ("flip", b"x", "before it refused, it released 1 byte, not the beginning of the message's plaintext"),
        ("append", bytes(range(7)), None),
        ("append", b"x", "before it refused, it released 1 byte, not the beginning of the message's plaintext"),
    ],
)
def test_what_a_stream_released_before_it_refused_is_judged(operation: str, released: bytes, seen: str | None) -> None:
    subject = new_subject(SUITES[0x0578], True)
    plan = next(plan for plan in plans(subject) if plan.operation == operation and not plan.expected.accepted)
    found = judged(Question("boundaries", plan, subject, 16), Refused("no", released=released))
    assert found == (None if seen is None else Seen("released", seen))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("bug", ORDER)
def test_toy_that_refuses_valid_messages_is_found(bug: str, seed: int) -> None:
    summary = run(f"tests.toy_reader:{bug}", examples=200, seed=seed)
    assert ORDER[bug] in {field_of(finding.question.plan) for finding in summary.findings}


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("bug", narrow_reader.BUGS)
def test_reader_with_too_few_bits_is_found(bug: str, seed: int) -> None:
    summary = run(f"tests.narrow_reader:{bug}", examples=FEW if bug == "footer_8" else 150, seed=seed)
    found = {field_of(finding.question.plan): finding for finding in summary.findings}
    assert found.keys() & set(narrow_reader.BUGS[bug])


@pytest.mark.slow
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
def test_programs_are_compared_with_the_rules_and_equal_findings_are_one() -> None:
    summary = run("tests.toy_reader:trailing_bytes", "tests.toy_reader:correct", "tests.toy_reader:trailing_bytes", examples=600)
    (finding,) = [one for one in summary.findings if one.question.plan.operation == "append"]
    assert list(finding.seen) == ["python:tests.toy_reader:trailing_bytes"]
    assert finding.times >= 1


@pytest.mark.slow
def test_program_that_refuses_everything_is_blind() -> None:
    summary = run("tests.unit.fuzz.test_session:refuser", examples=140)
    assert summary.blind == ("python:tests.unit.fuzz.test_session:refuser",)


def refuser(message: bytes, keyring: Mapping[str, Any], **options: Any) -> bytes:
    raise ValueError("no")


@pytest.mark.slow
def test_program_that_always_dies_is_given_up() -> None:
    summary = run("tests.unit.fuzz.test_session:dying", examples=200)
    assert summary.ended == "programs that do not answer"
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
        return [(one.phase, one.plan.name, one.stream) for one in islice(questions(seed, wrapped=True, streaming=True), 400)]

    assert names(1) == names(1)
    assert names(1) != names(2)


# -------------------------------------------------------------------- corpus
def own_session(corpus: Corpus | None, examples: int, **options: Any) -> Session:
    return Session({"esdkit": described("esdkit", OwnTarget())}, limits=Limits(examples), corpus=corpus, **options)


def test_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    own_session(Corpus(tmp_path / "c"), 5, seed=3).run()
    second = own_session(Corpus(tmp_path / "c"), 4).run()
    assert (second.before, second.asked) == (5, 4)
    assert "5 examples were asked before; what they found is in the corpus" in " ".join(summary_to_text(second))
    place = Corpus(tmp_path / "c").place
    assert place is not None
    assert (place.seed, place.asked) == (3, 9)


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
    ],
    ids=["not-json", "too-deep", "a-list", "no-seed", "seed-is-text", "asked-below-0", "asked-without-end"],
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


def test_full_disk_leaves_the_corpus_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_session(Corpus(tmp_path), 5).run()

    def full(handle: int, mode: str) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", full)
        summary = own_session(Corpus(tmp_path), 5).run()
    assert summary.error is not None and summary.error.errno == errno.ENOSPC
    assert (summary.asked, summary.ended) == (5, "a corpus that cannot be written")
    place = Corpus(tmp_path).place
    assert place is not None
    assert place.asked == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["findings", "state.json"]


def test_progress_is_kept_when_the_process_is_told_to_end(tmp_path: Path) -> None:
    def end(session: Session) -> None:
        if session.asked == 2:
            raise SystemExit(143)

    with pytest.raises(SystemExit):
        own_session(Corpus(tmp_path), 10, on_question=end).run()
    assert own_session(Corpus(tmp_path), 1).run().before == 2


class Excuses(OwnTarget):
    """Fails with the words of one that is not asked any more."""

    def decrypt(self, request: Any) -> Any:
        return Failed("server-fault", "not asked nicely")


def test_program_is_given_up_by_us_and_not_by_its_words() -> None:
    summary = Session({"x": described("x", Excuses())}, limits=Limits(3)).run()
    assert (summary.asked, [finding.times for finding in summary.findings]) == (3, [3])


def test_interruption_is_noted_and_said(tmp_path: Path) -> None:
    def interrupt(session: Session) -> None:
        if session.asked == 3:
            raise KeyboardInterrupt

    summary = own_session(Corpus(tmp_path), 10, on_question=interrupt).run()
    assert (summary.ended, summary.asked) == (INTERRUPTED, 3)
    assert own_session(Corpus(tmp_path), 1).run().before == 3


# -------------------------------------------------------------------- findings as files, and the verb
class Refuser(OwnTarget):
    """Refuses every message."""

    def decrypt(self, request: Any) -> Any:
        return Refused("no", stage="parse")


def test_finding_is_written_as_message_text_and_json(tmp_path: Path) -> None:
    summary = Session({"r": described("r", Refuser())}, limits=Limits(1), corpus=Corpus(tmp_path)).run()
    (finding,) = summary.findings
    (message,) = (tmp_path / "findings").glob("*.bin")
    assert message.read_bytes() == finding.data
    assert assemble(message.with_suffix(".txt").read_text()) == finding.data
    document = json.loads(message.with_suffix(".json").read_text())
    assert document["expected"] == {"outcome": "accept", "stage": None, "code": None}
    assert document["seen"] == {"r": {"outcome": "refused", "text": "it refused: no"}}


def test_expected_finding_is_known_and_counts_no_more() -> None:
    allowed = [Allowed("it does that", operation="valid", outcome="refused")]
    summary = Session({"r": described("r", Refuser())}, limits=Limits(1), allowed=allowed).run()
    assert (len(summary.findings), summary.unexplained) == (1, ())
    assert any("it does that" in line for line in summary_to_text(summary))


@pytest.mark.parametrize(
    "data",
    [{}, ["x"], [{"reason": "x"}], [{"field": "x", "operation": "y"}], [{"reason": "x", "what": "y"}]],
    ids=["no-list", "no-row", "reason-only", "no-reason", "unknown"],
)
def test_wrong_list_of_expected_findings_is_refused(data: object) -> None:
    with pytest.raises(UsageError) as caught:
        read_allowed(data)
    assert (caught.value.path or "").startswith("allow")

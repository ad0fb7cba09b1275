"""`esdkit conform`: cases, the matrix, what explains a cell, reports."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from esdkit.conform.cases import DIMENSIONS, all_cases, case_named, covering, each_value
from esdkit.conform.explain import bugs_of
from esdkit.conform.matrix import Cell, Program, described, run_matrix
from esdkit.conform.own import OwnTarget
from esdkit.conform.page import html_report
from esdkit.conform.report import document_of, fails, not_asked, outcome_text, text_report
from esdkit.errors import EsdkError, UsageError
from esdkit.spec import known_bugs
from esdkit.targets import Abilities, Answer, DecryptRequest, EncryptRequest, Failed, FrameLengths, Given, Refused, Unsupported

CASES = [case_named(name) for name in ("0178/aes-256/ascii/frame/256", "0578/multi/empty-value/0/256", "0478/ecdh-P-256/proto/1/least")]
MIXED = case_named("0178/aes-128/mixed-case/1/256")


class Odd(OwnTarget):
    """esdkit, with other answers."""

    def __init__(self, *, encrypt: Any = None, decrypt: Any = None, **abilities: Any) -> None:
        self._encrypt, self._decrypt, self._abilities = encrypt, decrypt, abilities

    def describe(self) -> Abilities:
        return replace(super().describe(), **self._abilities)

    def encrypt(self, request: EncryptRequest) -> Answer:
        answer: Answer = super().encrypt(request) if self._encrypt is None else self._encrypt(super().encrypt, request)
        return answer

    def decrypt(self, request: DecryptRequest) -> Answer:
        answer: Answer = super().decrypt(request) if self._decrypt is None else self._decrypt
        return answer


def matrix(odd: OwnTarget, cases: Sequence[Any] = CASES) -> tuple[list[Cell], dict[str, Any]]:
    programs = [described("esdkit", OwnTarget()), described("odd", odd)]
    cells = list(run_matrix(programs, cases))
    return cells, document_of(cells, programs, "chosen", len(cases))


def test_covering_has_every_two_values_and_no_more_cases_than_that_takes() -> None:
    def pairs(values: Any) -> set[Any]:
        return {pair for case in values for pair in combinations(enumerate(case.name.split("/")), 2)}

    assert pairs(covering()) == pairs(all_cases())
    assert len(covering()) == len(DIMENSIONS["suite"]) * len(DIMENSIONS["key"]) == 132
    assert len(each_value()) == 12
    for place, values in enumerate(DIMENSIONS.values()):
        assert {case.name.split("/")[place] for case in each_value()} == set(values)


@pytest.mark.parametrize("name", ["", "0178", "0178/aes-256/ascii/frame/256/1", "0178/aes-256/ascii/frame/255"])
def test_case_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        case_named(name)


def test_esdkit_opens_every_case_that_it_writes() -> None:
    program = described("esdkit", OwnTarget())
    assert {cell.outcome for cell in run_matrix([program], covering())} == {"opened"}


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Given(b"other"), "lied"),
        (Refused("no", "Error"), "refused"),
        (Unsupported("not now"), "unsupported"),
        (Failed("ended", "signal 9"), "crash"),
        (Failed("hang", "30 s"), "hang"),
    ],
)
def test_answer_to_a_message_has_its_own_outcome(answer: Answer, outcome: str) -> None:
    cells, document = matrix(Odd(decrypt=answer))
    assert {cell.outcome for cell in cells if cell.consumer is not None and cell.consumer.name == "odd"} == {outcome}
    assert fails(document) is (outcome != "unsupported")


def flipped(write: Any, request: EncryptRequest) -> Answer:
    message = bytearray(write(request).data)
    message[-1] ^= 1
    return Given(bytes(message))


def other_frames(write: Any, request: EncryptRequest) -> Answer:
    answer: Answer = write(replace(request, frame_length=512))
    return answer


@pytest.mark.parametrize(
    ("encrypt", "outcome"),
    [
        (lambda write, request: Refused("no"), "cannot-write"),
        (lambda write, request: Failed("ended", "signal 9"), "crash"),
        (lambda write, request: Given(b"no message"), "verify-failed"),
        (flipped, "verify-failed"),
        (other_frames, "verify-failed"),
    ],
)
def test_what_is_written_is_verified(encrypt: Any, outcome: str) -> None:
    cells, document = matrix(Odd(encrypt=encrypt), CASES[:1])
    assert [cell.outcome for cell in cells if cell.producer.name == "odd" and cell.consumer is None] == [outcome]
    assert fails(document)
    assert "odd" in "\n".join(text_report(document, {"odd": "stdio:odd"}))


def test_message_that_is_not_valid_is_the_fault_of_its_writer() -> None:
    _, document = matrix(Odd(encrypt=flipped), CASES[:1])
    said = [outcome_text(entry) for entry in document["disagreements"]]
    assert "messages of odd are refused by esdkit: 1 cell" in said
    assert not [text for text in said if text.startswith("esdkit")]


def test_what_a_program_cannot_do_is_not_asked_of_it() -> None:
    cells, document = matrix(Odd(keys=("raw-aes",), suites=("0178",)))
    mine = [cell for cell in cells if cell.producer.name == "odd" and cell.consumer is None]
    assert [cell.outcome for cell in mine] == ["opened", "unsupported", "unsupported"]
    assert ["esdkit", "odd", 1, 1] in document["read"]
    assert not fails(document)


@pytest.mark.parametrize(
    ("lengths", "frame_bytes"),
    [
        (FrameLengths(100, 4096, 128), 128),
        (FrameLengths(7, 4096, 1), 7),
        (FrameLengths(2_000_000), 2_000_000),
        (FrameLengths(1, 1, 4_000_000_000), 4_000_000_000),
    ],
)
def test_least_frame_length_is_one_that_both_write_or_none_is_written(lengths: FrameLengths, frame_bytes: int) -> None:
    cells, _ = matrix(Odd(frame_lengths=lengths), [case_named("0478/aes-256/ascii/frame*3/least")])
    assert {cell.frame_bytes for cell in cells if cell.producer.name == "odd"} == {frame_bytes}
    wide = frame_bytes > 1 << 20
    assert {cell.outcome for cell in cells if cell.frame_bytes == frame_bytes} == {"unsupported" if wide else "opened"}


@pytest.mark.parametrize(("sorting", "version", "explained"), [("off", "5.0.2", True), ("on", "5.0.2", False), ("off", "6.0.0", False)])
def test_known_bug_explains_the_cells_of_the_sdk_that_has_it_alone(sorting: str, version: str, explained: bool) -> None:
    odd = Odd(name=f"AWS Encryption SDK for JavaScript, utf8Sorting {sorting}", version=version, decrypt=Refused("no"))
    _, document = matrix(odd, [MIXED])
    assert fails(document) is not explained
    _, document = matrix(odd, [case_named("0178/aes-128/ascii/1/256")])
    assert fails(document)


@pytest.mark.parametrize("answer", [Given(b"other"), Failed("ended", "signal 9"), Failed("hang", "30 s"), Refused("no")])
def test_known_bug_explains_a_refusal_and_nothing_worse(answer: Answer) -> None:
    odd = Odd(name="AWS Encryption SDK for Java, keyrings", version="3.0.2", decrypt=answer)
    _, document = matrix(odd, [case_named("0178/aes-128/empty-value/1/256")])
    assert fails(document) is not isinstance(answer, Refused)
    assert {entry["bug"] for entry in document["disagreements"]} == {"context-empty-text" if isinstance(answer, Refused) else None}


@pytest.mark.parametrize("answer", [Given(b"other"), Failed("ended", "signal 9"), Failed("hang", "30 s"), Refused("no")])
def test_program_that_does_not_read_its_own_messages_is_blamed_as_reader(answer: Answer) -> None:
    _, document = matrix(Odd(decrypt=answer), CASES[:1])
    assert "messages of odd" in "\n".join(map(outcome_text, document["disagreements"]))
    assert 'class="bad"' in html_report(document)


def test_bug_that_was_only_reported_explains_nothing_and_says_so() -> None:
    (bug,) = (bug for bug in known_bugs().values() if bug.reported)
    assert (bug.sdks, bug.who) == ({}, ".NET 5 (reported, not measured)")
    abilities = replace(OwnTarget().describe(), name="AWS Encryption SDK for .NET", version="5.0.0")
    assert bug not in bugs_of(Program("net", OwnTarget(), abilities))


def test_who_has_a_bug_names_what_it_takes() -> None:
    assert known_bugs()["raw-aes-twice"].who == "Python 2, 3, 4 (only with master key providers); CLI 4"


class Closing(OwnTarget):
    """Remembers that it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


def interrupt() -> None:
    raise KeyboardInterrupt


def test_interrupted_run_closes_the_programs() -> None:
    target = Closing()
    with pytest.raises(KeyboardInterrupt):
        list(run_matrix([described("esdkit", OwnTarget()), described("other", target)], CASES, interrupt))
    assert target.closed


def test_program_that_supports_nothing_of_a_case_fails() -> None:
    _, document = matrix(Odd(keys=("raw-rsa",)), CASES[:1])
    assert not_asked(document) == ["esdkit", "odd"]
    assert fails(document)


def test_program_that_is_not_an_official_sdk_has_no_known_bugs() -> None:
    for name, version in (("Go", "0.4.0"), ("AWS Encryption SDK for Go", "unknown"), ("my AWS Encryption SDK for Go", "0.4.0")):
        assert not [*bugs_of(Program("x", OwnTarget(), replace(OwnTarget().describe(), name=name, version=version)))]


def test_page_shows_what_programs_say_as_text() -> None:
    _, document = matrix(Odd(name="<script>alert(1)</script>", decrypt=Refused("<b>no</b>")))
    page = html_report(document)
    assert "<script" not in page and "<b>no" not in page and "&lt;b&gt;no" in page
    assert json.loads(json.dumps(document)) == document


def test_own_target_refuses_as_esdkit_does() -> None:
    answer = OwnTarget().decrypt(DecryptRequest(message=b"", keyring={"type": "data-key", "key": bytes(32)}))
    assert isinstance(answer, Refused)
    assert not isinstance(answer, EsdkError)

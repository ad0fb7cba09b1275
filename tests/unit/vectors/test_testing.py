"""Asking programs: how many, what, in which order, and that they end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from esdkit.errors import UsageError
from esdkit.spec import POLICIES, SUITES
from esdkit.targets.base import Abilities, Answer, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported
from esdkit.vectors.published import native_path
from esdkit.vectors.select import parse_selector
from esdkit.vectors.testing import judge_target
from tests.samples import native_cases, native_ciphertext
from tests.unit.vectors.making import NAMESPACE, PLAINTEXT, WRAPPING_KEY, MadeSet, case, decrypt_manifest

ALL = Abilities("fake", "1", [suite.hex_id for suite in SUITES.values()], ["raw-aes", "raw-rsa", "multi"], tuple(POLICIES))


class _Program:
    """A program in this process."""

    address = "fake:"

    def __init__(self, decrypt: Callable[[DecryptRequest], Answer], abilities: Abilities | Failed = ALL) -> None:
        self.asked: list[DecryptRequest] = []
        self.closed = False
        self._decrypt, self._abilities = decrypt, abilities

    def describe(self) -> Abilities | Failed:
        return self._abilities

    def decrypt(self, request: DecryptRequest) -> Answer:
        self.asked.append(request)
        return self._decrypt(request)

    def encrypt(self, request: EncryptRequest) -> Answer:
        return Unsupported("no")

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A set of four equal valid vectors."""
    made = MadeSet(tmp_path / "made")
    made.fill(decrypt_manifest(2, case(2), **{name: case(2) for name in ("u", "v", "w")}))
    return made.root


def right(request: DecryptRequest) -> Answer:
    assert request.keyring == {"type": "raw-aes", "namespace": NAMESPACE, "name": "aes", "key": WRAPPING_KEY}
    return Given(PLAINTEXT)


def test_every_job_has_a_program_that_ends_and_results_keep_their_order(one: Path) -> None:
    programs: list[_Program] = []

    def slower_at_first(request: DecryptRequest) -> Answer:
        time.sleep(0.02 if sum(len(program.asked) for program in programs) == 1 else 0)
        return right(request)

    def open_program() -> _Program:
        programs.append(_Program(slower_at_first))
        return programs[-1]

    ticks: list[None] = []
    report = judge_target(open_program, [one], jobs=2, on_answer=lambda: ticks.append(None))
    assert [cell.vector.id for cell in report.cells] == ["t", "u", "v", "w"]
    assert (report.count("passed"), len(ticks)) == (4, 4)
    assert [program.closed for program in programs] == [True, True]
    assert sum(len(program.asked) for program in programs) == 4


def test_program_ends_when_the_run_is_interrupted(one: Path) -> None:
    def interrupt(request: DecryptRequest) -> Answer:
        raise KeyboardInterrupt

    program = _Program(interrupt)
    with pytest.raises(KeyboardInterrupt):
        judge_target(lambda: program, [one])
    assert program.closed


def test_program_that_does_not_describe_itself_is_asked_nothing(one: Path) -> None:
    program = _Program(right, Failed("nonsense", "expected a line of JSON"))
    with pytest.raises(UsageError, match="does not follow the protocol: expected a line of JSON"):
        judge_target(lambda: program, [one])
    assert (program.asked, program.closed) == ([], True)


def test_valid_message_of_a_refusal_is_asked_once_even_if_it_was_not_selected() -> None:
    program = _Program(lambda request: Refused("no"))
    names = [name for name in native_cases() if name.startswith("parse-trailing-byte-v")]
    report = judge_target(lambda: program, [native_path()], select=parse_selector("parse-trailing-byte-v"))
    assert [cell.vector.id for cell in report.cells] == names
    assert {cell.outcome for cell in report.cells} == {"blind"}
    twins = {native_cases()[name]["twin"] for name in names}
    asked = [request.message for request in program.asked]
    assert asked[: len(names)] == [native_ciphertext(name) for name in names]
    assert sorted(asked[len(names) :]) == sorted(native_ciphertext(twin) for twin in twins)


def test_what_a_program_cannot_do_is_not_asked(one: Path) -> None:
    program = _Program(right, Abilities("fake", "1", ["0578"], ["raw-aes"], tuple(POLICIES)))
    report = judge_target(lambda: program, [one])
    assert {(cell.outcome, cell.reason) for cell in report.cells} == {("unsupported", "it does not have: suite 0478")}
    assert (program.asked, report.fails) == ([], True)


def test_run_of_encryptions_alone_shows_nothing() -> None:
    program = _Program(right)
    report = judge_target(lambda: program, [native_path() / "encrypt.json"])
    assert (report.cells, report.faults, report.fails) == ((), (), True)
    assert report.encryptions > 0


def test_sets_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two manifests in folders of the same name, with other messages under the same ids: no answer is taken for another's."""
    for folder in ("a", "b"):
        made = MadeSet(tmp_path / folder / "made")
        made.fill(decrypt_manifest(2, case(2)))
    answers: Iterator[Answer] = iter([Given(PLAINTEXT), Refused("no")])
    program = _Program(lambda request: next(answers))
    report = judge_target(lambda: program, [tmp_path / "a" / "made", tmp_path / "b" / "made"])
    assert [(cell.name, cell.outcome) for cell in report.cells] == [("made::t", "passed"), ("made-2::t", "failed")]


def test_wrong_path_is_a_fault_and_a_selection_of_nothing_is_one(one: Path) -> None:
    program = _Program(right)
    report = judge_target(lambda: program, [one, one / "missing"])
    assert (report.count("passed"), [fault.location for fault in report.faults]) == (4, [str(one / "missing")])
    nothing = judge_target(lambda: program, [one], select=parse_selector("nothing"))
    assert [fault.location for fault in nothing.faults] == ["selection"]

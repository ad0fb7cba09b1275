"""`esdkit conform` as its user sees it: reports, exit codes, bad input."""

from __future__ import annotations

import json
import sys

import pytest

from tests.cli.running import Program

CORRECT, MOODY, REFUSING = "python:tests.toy_reader:correct", "python:tests.moody_reader:moody", "python:tests.moody_reader:refusing"
FINE, LIED, DIED, SLEPT = (("--case", f"{suite}/aes-256/ascii/frame/256") for suite in ("0178", "0014", "0046", "0078"))
NO_ECDH = ("--case", "0178/ecdh-P-256/ascii/frame/256")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    """The programs under test are modules of these tests, and the run is in another folder."""
    monkeypatch.setenv("PYTHONPATH", f"{pytestconfig.rootpath}:{pytestconfig.rootpath / 'src'}")


def test_program_that_reads_everything_is_fine(program: Program) -> None:
    ran = program("conform", CORRECT, "--quick", "--json", "matrix.json")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.text.startswith("2 programs, 12 cases")
    assert ran.text.endswith("21 opened, 0 not opened because of known bugs, 0 unexplained\n")
    assert max(map(len, ran.text.splitlines())) <= 80
    assert [row[1] for row in json.loads((program.folder / "matrix.json").read_text("utf-8"))["written"]] == [12, 0]


def test_each_misbehavior_is_named_and_ends_with_1(program: Program) -> None:
    ran = program("conform", f"moody={MOODY}", *FINE, *LIED, *DIED, *SLEPT, "--timeout", "1")
    assert (ran.code, ran.stderr) == (1, "")
    for said in (
        "moody gives a wrong plaintext for messages of esdkit: 1 cell\n",
        "moody crashes on messages of esdkit: 1 cell\n",
        "moody does not answer in time for messages of esdkit: 1 cell\n",
        f"  esdkit conform moody={MOODY} --case 0014/aes-256/ascii/frame/256\n",
        "5 opened, 0 not opened because of known bugs, 3 unexplained\n",
    ):
        assert said in ran.text


def test_program_that_supports_nothing_that_was_asked_does_not_pass(program: Program) -> None:
    ran = program("conform", f"toy={CORRECT}", *NO_ECDH)
    assert ran.code == 1
    assert "toy supports nothing that was asked of it and another program: nothing is known about it" in " ".join(ran.text.split())
    page = program("conform", f"toy={CORRECT}", *NO_ECDH, "--format", "html")
    assert page.code == 1 and "toy supports nothing that was asked" in page.text


def test_command_of_a_report_shows_the_same_again(program: Program) -> None:
    ran = program("conform", f"no={REFUSING}", *FINE)
    command = next(line for line in ran.text.splitlines() if line.startswith("  esdkit conform")).split()
    assert program(*command[1:]).text == ran.text


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_report_goes_to_a_file(program: Program, form: str) -> None:
    shown = program("conform", CORRECT, *FINE, "--format", form)
    ran = program("conform", CORRECT, *FINE, "--format", form, "-o", "report")
    assert (ran.code, ran.text, ran.stderr) == (0, "", "")
    assert (program.folder / "report").read_text("utf-8") == shown.text


def test_ending_of_the_output_is_its_form(program: Program) -> None:
    for name, form in (("report.HTML", "html"), ("report.json", "json"), ("report.txt", "text")):
        assert program("conform", CORRECT, *FINE, "-o", name).code == 0
        assert (program.folder / name).read_text("utf-8") == program("conform", CORRECT, *FINE, "--format", form).text
    assert program("conform", CORRECT, *FINE, "--format", "json", "-o", "report.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((CORRECT, "-o", "report.xml"), "the ending of report.xml means junit, which this report cannot be; expected text, json, html"),
        ((CORRECT, "-o", "report.html", "--format", "text"), "--format text contradicts the ending of report.html, which means html"),
        ((), "Missing argument '[NAME=]TARGET...'"),
        (("nonsense",), "unknown target"),
        (("a=",), "unknown target"),
        (("stdio:/no/such",), "target-1: the program did not start: /no/such: no such program, or it is not executable"),
        (("x=stdio:true",), "x: the program ended without an answer"),
        ((f"stdio:{sys.executable} -c input()",), "target-1: the program ended without an answer"),
        (("stdio:cat",), "target-1: the answer does not follow the protocol"),
        (("esdkit=stdio:true",), "esdkit is already the name of another program"),
        (("a=stdio:true", "a=stdio:true"), "a is already the name of another program"),
        ((CORRECT, "--case", "0178/aes-256"), "no case has this name; expected SUITE/KEY/CONTEXT/SIZE/FRAME-LENGTH"),
        ((CORRECT, *FINE, "-o", "same.json", "--json", "same.json"), "same.json would be written twice"),
        ((CORRECT, *FINE, "--quick"), "--case cannot be combined with --quick"),
        ((CORRECT, "--timeout", "0"), "--timeout"),
    ],
)
def test_bad_input_is_named_before_anything_is_asked(program: Program, arguments: tuple[str, ...], said: str) -> None:
    ran = program("conform", *arguments)
    assert (ran.code, ran.text) == (2, "")
    assert said in " ".join(ran.stderr.split())

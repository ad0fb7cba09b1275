"""Errors for people: what they say, and what they never say."""

import pytest

from esdkit.cli.errors import note, report_error
from esdkit.columns import Columns
from esdkit.errors import Attempt, AuthenticationError, Code, DataKeyUnwrapError, EsdkError
from esdkit.inspector.views.error import error_to_text
from esdkit.spec import error_codes, error_for


@pytest.mark.parametrize("code", Code)
def test_complaint_of_every_code_gives_its_exit_code_and_its_row(code: Code, capsys: pytest.CaptureFixture[str]) -> None:
    row = error_codes()[code]
    error = DataKeyUnwrapError("what") if code is Code.UNWRAP_FAILED else error_for(code, "what", path="a.b", offset=255)
    assert report_error(error, "file") == row.exit_code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("error: file: what\n")
    words = captured.err.split()
    assert code.value in words
    assert {*row.requirements} <= {word.rstrip(",") for word in words}
    assert max(map(len, captured.err.splitlines())) <= 80


FLAGS = {
    "max_encrypted_data_keys": "--max-encrypted-data-keys",
    "max_body_length": "--max-length",
    "max_plaintext_length": "--max-length",
    "encryption_context": "-c",
    "signed streaming": "--unsigned-only",
}


@pytest.mark.parametrize("code", error_codes())
def test_advice_that_names_an_argument_names_its_flag(code: Code) -> None:
    row = error_codes()[code]
    for advice in filter(None, (row.hint, row.hint_writing)):
        for argument in FLAGS:
            assert argument not in advice or f"{FLAGS[argument]})" in advice, advice


def test_every_argument_that_has_a_flag_is_in_some_advice() -> None:
    advice = " ".join(f"{row.hint} {row.hint_writing}" for row in error_codes().values())
    assert [argument for argument in FLAGS if argument not in advice] == []


def test_complaint_about_an_error_without_requirements_takes_its_rows() -> None:
    lines = [*error_to_text(AuthenticationError(Code.SIGNATURE_INVALID, "no"), Columns())]
    assert lines[0].split() == ["code", "signature-invalid"]
    assert not any(line.startswith(("at", "offset")) for line in lines)
    assert any("SIG-VER-006" in line for line in lines)


def test_complaint_prefers_what_the_error_says_itself() -> None:
    lines = [*error_to_text(EsdkError(Code.SIGNATURE_INVALID, "no", reqs=["X-Y-001"], hint="ask"), Columns())]
    assert [line.split() for line in lines[1:]] == [["requirements", "X-Y-001"], ["hint", "ask"]]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (FileNotFoundError(2, "No such file or directory", "x"), "error: x: No such file or directory\n"),
        (OSError(5, "Input/output error"), "error: Input/output error\n"),
        (OSError("strange"), "error: strange\n"),
        (FileNotFoundError(2, "No such file", "a\x1b[1mb"), "error: a\\x1b[1mb: No such file\n"),
        (MemoryError(), "error: not enough memory\n"),
    ],
    ids=["named", "unnamed", "text-alone", "hostile-name", "memory"],
)
def test_complaint_about_the_system_is_one_line(error: OSError | MemoryError, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert report_error(error) == 4
    assert capsys.readouterr().err == text


def test_complaint_lists_what_was_tried_first_and_not_too_much(capsys: pytest.CaptureFixture[str]) -> None:
    attempts = [Attempt(index, "Ring()", "not mine") for index in range(500)] + [Attempt(500, "Ring()", "did not open", tried=True)]
    assert report_error(DataKeyUnwrapError("no", [*attempts, Attempt(None, "Other()", "has no key")])) == 3
    lines = capsys.readouterr().err.splitlines()
    at = lines.index("  Ring()")
    assert lines[at + 1] == "    [500] did not open"
    assert lines[at + 2] == "    [0]   not mine"
    assert lines[-1] == "    … 470 more"
    assert len(lines) < 50


def test_complaint_escapes_what_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    report_error(EsdkError(Code.INVALID_KEY, "a\x1b[2Jb", hint="c\rd"))
    note("e\x07f")
    text = capsys.readouterr().err
    assert not {"\x1b", "\r", "\x07"} & {*text}
    assert "a\\x1b[2Jb" in text

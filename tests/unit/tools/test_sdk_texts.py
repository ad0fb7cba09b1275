"""The tools that measure and harvest what SDKs say, without an SDK: texts from source, placeholders, the page, a KMS that fails."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tools.drivers.peer import Answer
from tools.sdk_texts import measure
from tools.sdk_texts.extract import from_dafny_python, from_javascript, from_python
from tools.sdk_texts.harvest import Harvest, off_path, page, reason, unknown
from tools.sdk_texts.harvest import main as harvest
from tools.sdk_texts.kms_server import MESSAGES, failing_kms
from tools.sdk_texts.measure import text_of

_PYTHON = """
def read(value):
    if value:
        raise errors.BadInput("the first part " "and {} more".format(value))
    message = "an older text"
    message = f"the value {value!r} is bad"
    raise BadInput(message)

def other(error):
    raise Wrapped(error)
"""
_DAFNY = """
def body():
    return Wrappers.Need(a, Types.Error_Library(_dafny.Seq("Malformed thing: ") + b + _dafny.Seq(" at the end")))
"""
_JAVASCRIPT = """
(0, m.needs)(a && b(c), 'Lengths (all) differ');
throw new Error(`Unexpected id ${found}` + ' in ' + place + ' here');
const text = 'Never raised text';
"""


@pytest.mark.parametrize(
    ("name", "code", "extract", "texts"),
    [
        ("a.py", _PYTHON, from_python, {"BadInput: the first part and {} more", "BadInput: the value {} is bad"}),
        ("a.py", _DAFNY, from_dafny_python, {"Malformed thing: {} at the end"}),
        ("a.js", _JAVASCRIPT, from_javascript, {"Lengths (all) differ", "Unexpected id {} in {} here"}),
    ],
)
def test_texts_that_code_raises_are_found(tmp_path: Path, name: str, code: str, extract: object, texts: set[str]) -> None:
    (tmp_path / name).write_text(code, encoding="utf-8")
    assert callable(extract)
    assert extract(tmp_path) == texts


def test_page_counts_what_is_known_and_says_why_the_rest_is_not() -> None:
    texts = frozenset({"SerializationError: Header authorization failed", "condition not true", "key is required", "Brand new text"})
    shown = page([Harvest("Python", "package 1.0", texts)])
    assert "| Python | package 1.0 | 3 | 1 | 33.3% |" in shown
    assert unknown(texts) == ["Brand new text", "condition not true", "key is required"]
    assert [reason(text).partition(":")[0] for text in unknown(texts)] == [
        "not explained yet",
        "says too little",
        "arguments inside the SDK",
    ]
    assert off_path("Brand new text") is None


def test_missing_packages_are_said_and_no_page_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tools.sdk_texts.harvest._ROOT", tmp_path)
    monkeypatch.setattr("tools.sdk_texts.harvest._PAGE", tmp_path / "page.md")
    monkeypatch.setattr("tools.sdk_texts.harvest.find_spec", lambda name: None)
    assert harvest(["--cache", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert all(f"{sdk}: " in said for sdk in ("Python", "MPL in Python", "JavaScript", "CLI", "Java 3", "Java 2", "MPL in Java"))
    assert not (tmp_path / "page.md").exists()


@pytest.mark.parametrize(
    ("kind", "message", "text"),
    [
        ("NotSupportedError", "Unsupported version 65", "NotSupportedError: Unsupported version {first}"),
        ("Error", "ID 5a9f03a7fb5a7305510ff15113a6840c in 127.0.0.1:8080", "Error: ID {id} in {url}"),
        ("error", "unpack requires a buffer of 272 bytes", "error: unpack requires a buffer of {n} bytes"),
        ("KeyError", r"b'\x04'", "KeyError: {byte}"),
        ("InvalidTag", "", "InvalidTag"),
    ],
)
def test_parts_that_vary_become_placeholders(kind: str, message: str, text: str) -> None:
    assert text_of(Answer("sdk", "1", None, kind, message)) == text
    assert text_of(Answer("sdk", "1", b"plaintext")) is None


@pytest.mark.parametrize("code", MESSAGES)
def test_kms_of_the_measurement_fails_as_it_is_told(code: str) -> None:
    with failing_kms() as kms:
        kms.code = code
        request = Request(kms.url, json.dumps({"KeyId": "k"}).encode(), {"X-Amz-Target": "TrentService.Decrypt"})
        with pytest.raises(HTTPError) as answer:
            urlopen(request)
    body = json.loads(answer.value.read())
    assert (answer.value.code, body["__type"]) == (400, code)
    assert "{" not in body["message"]


def test_check_of_the_table_finds_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "sdk_answers.yaml"
    table.write_text("as measured", encoding="utf-8")
    assert measure.compare("as measured", table) == 0
    assert measure.compare("something else", table) == 1
    assert "the SDKs say something else" in capsys.readouterr().err

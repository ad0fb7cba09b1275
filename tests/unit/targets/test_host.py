"""Python objects under test: functions and objects, their refusals, and how they fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from esdkit.targets import Abilities, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported, open_target

MODULE = """
import os
def function(message, keyring, **options):
    print("not an answer")
    return keyring["key"] + message
def refuses(message, keyring, **options):
    raise ValueError("wrong tag")
def cannot(message, keyring, **options):
    raise NotImplementedError("no such suite")
def leaves(message, keyring, **options):
    os._exit(5)
def returns_text(message, keyring, **options):
    return "text"
def in_pieces(message, keyring, *, stream, **options):
    yield b"one "
    yield b"two"
    if message == b"m":
        raise ValueError("wrong tag")
class Reader:
    def describe(self):
        return {"name": "reader", "version": "3", "suites": ["0478"]}
    def decrypt(self, message, keyring, **options):
        return message
    def encrypt(self, plaintext, keyring, *, suite, **options):
        return plaintext + suite.encode()
reader = Reader()
"""
KEYRING = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": b"k" * 16}
REQUEST = DecryptRequest(message=b"m", keyring=KEYRING)


@pytest.fixture(autouse=True)
def _module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sut.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("function", Given(b"k" * 16 + b"m")),
        ("refuses", Refused("wrong tag", "ValueError")),
        ("cannot", Unsupported("no such suite")),
        ("leaves", Failed("ended", "it ended with exit code 5; on stderr: nothing")),
        ("returns_text", Failed("nonsense", "plaintext: expected base64, got str instead of bytes")),
    ],
)
def test_function_answers(name: str, answer: object) -> None:
    with open_target(f"python:sut:{name}", bounds=Bounds(request_seconds=10)) as target:
        assert target.decrypt(REQUEST) == answer


@pytest.mark.parametrize(
    ("message", "stream", "answer"),
    [
        (b"n", 7, Given(b"one two")),
        (b"m", 7, Refused("wrong tag", "ValueError", released=b"one two")),
        (b"m", 0, Refused("wrong tag", "ValueError")),
    ],
)
def test_iterator_answers_and_what_it_gave_before_it_raised_was_released(message: bytes, stream: int, answer: object) -> None:
    with open_target("python:sut:in_pieces") as target:
        assert target.decrypt(DecryptRequest(message=message, keyring=KEYRING, stream=stream)) == answer


def test_object_describes_itself_and_encrypts() -> None:
    with open_target("python:sut:reader") as target:
        described = target.describe()
        assert isinstance(described, Abilities)
        assert (described.name, described.version, described.suites, described.encrypt) == ("reader", "3", ("0478",), True)
        assert target.encrypt(EncryptRequest(plaintext=b"p", keyring=KEYRING, suite="0478", frame_length=16)) == Given(b"p0478")


@pytest.mark.parametrize(("address", "said"), [("python:nowhere:f", "No module named 'nowhere'"), ("python:sut:nothing", "'nothing'")])
def test_object_that_is_not_there_does_not_start(address: str, said: str) -> None:
    with open_target(address) as target:
        failed = target.describe()
    assert isinstance(failed, Failed)
    assert failed.code == "start-failed"
    assert said in failed.reason
    assert "Traceback" not in failed.reason

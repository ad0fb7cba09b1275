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

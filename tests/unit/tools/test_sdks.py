"""How the SDKs are asked about native vectors, with stand-ins for the SDKs."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import pytest

from esdkit.targets.base import EncryptRequest, Given, Refused
from esdkit.vectors.model import Accept, Vector
from tests.samples import native_keys
from vectors.generators import matrix, native
from vectors.generators.sdks import GenerationError, verify, written

VALID, REFUSED = "js-0478-aes-unicode-ascii-f128-p5", "parse-version-3"


class StandIn:
    """An SDK that says the same to every vector."""

    def __init__(self, answer: Given | Refused | None, name: str = "stand-in") -> None:
        self._answer = answer
        self.implementation = {"name": name, "version": "1"}

    def write(self, request: EncryptRequest) -> bytes:
        raise NotImplementedError

    def read(self, vector: Vector) -> Given | Refused | None:
        if isinstance(self._answer, Given) and isinstance(vector.expectation, Accept):
            return Given(vector.expectation.plaintext[: len(self._answer.data)])
        return self._answer


def verdicts(test: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(row["name"], row["outcome"]) for row in test["verified-by"]]


def test_what_each_sdk_says_is_recorded_and_what_is_not_expected_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    tests = native.load()
    opens, refuses, silent = StandIn(Given(bytes(9)), "opens"), StandIn(Refused("no"), "refuses"), StandIn(None, "silent")
    verify(tests, [VALID, REFUSED], [opens, refuses, silent])
    assert verdicts(tests[VALID]) == verdicts(tests[REFUSED]) == [("opens", "accept"), ("refuses", "reject")]
    printed = capsys.readouterr().out
    assert f"{VALID}: refuses refuses it: " in printed
    assert f"{REFUSED}: opens accepts it\n" in printed


def test_writer_that_does_not_read_its_own_message_is_an_error() -> None:
    writer = StandIn(Refused("no"), native.load()[VALID]["source"]["name"])
    with pytest.raises(GenerationError, match="does not read what it wrote"):
        verify(native.load(), [VALID], [writer])


def test_other_plaintext_is_an_error() -> None:
    with pytest.raises(GenerationError, match="another plaintext"):
        verify(native.load(), [VALID], [StandIn(Given(b"x"))])


def test_description_becomes_the_keyring_that_writes() -> None:
    keys = native_keys()
    aes = {"type": "raw-aes", "namespace": "esdkit-vectors", "name": "aes-128", "key": base64.b64decode(keys["aes-128"]["material"])}
    assert written(matrix.raw("aes-128"), keys) == (aes, [])
    keyring, _ = written(matrix.multi("aes-128", "rsa-oaep-sha256", public=True), keys)
    assert keyring["generator"] == aes
    assert keyring["children"][0] == {
        "type": "raw-rsa",
        "namespace": "esdkit-vectors",
        "name": "rsa-2048",
        "padding": "oaep-sha256",
        "public": keys["rsa-2048-public"]["material"],
    }
    keyring, _ = written(matrix.agreement("P-384", "static"), keys)
    assert (keyring["schema"], keyring["private"]) == ("static", keys["ecdh-p384"]["sender-material"])
    assert "private" not in written(matrix.agreement("P-384", "ephemeral"), keys)[0]
    assert written(matrix.branch("branch-a", "branch-a", "v"), keys)[0]["branch_key_id"] == "branch-a"


def test_required_keys_of_a_description_are_handed_on() -> None:
    required = {"type": "required-encryption-context-cmm", "underlying": matrix.raw("aes-128"), "requiredEncryptionContextKeys": ["a"]}
    assert written(required, native_keys())[1] == ["a"]

"""The how-tos on AWS KMS are run, block by block, against a server that writes down what it is asked."""

from __future__ import annotations

import base64
import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import boto3
import pytest

from tests.kms import servers
from tests.kms.servers import Server
from tests.pages import Block, blocks, run_block

WALKTHROUGH = "docs/howto/first-steps-kms.md"
PAGES = ["docs/howto/aws-kms.md", WALKTHROUGH]
ACCOUNT = "111122223333"  # the account of the keys that the pages print
CONTEXT = {"creator": "ben", "group": "accounting"}

_ARN = re.compile(rf"arn:aws:kms:([a-z0-9-]+):{ACCOUNT}:key/[0-9a-f-]{{36}}")


@dataclass(frozen=True)
class Asked:
    """A request that the server got."""

    operation: str
    region: str
    context: dict[str, str]


@dataclass(frozen=True)
class Recorder:
    """What the server writes down."""

    server: Server

    def forget(self) -> None:
        self._post("reset-recording")

    def asked(self) -> list[Asked]:
        """The requests to KMS since ``forget``, in order."""
        with urllib.request.urlopen(f"{self.server.url}/moto-api/recorder/download-recording", timeout=10) as answer:
            rows = [json.loads(line) for line in answer.read().splitlines()]
        return [self._read(row) for row in rows if row["headers"].get("X-Amz-Target", "").startswith("TrentService.")]

    def _post(self, action: str) -> None:
        request = urllib.request.Request(f"{self.server.url}/moto-api/recorder/{action}", data=b"", method="POST")
        with urllib.request.urlopen(request, timeout=10):
            pass

    @staticmethod
    def _read(row: dict[str, Any]) -> Asked:
        body = json.loads(base64.b64decode(row["body"]) if row["body_encoded"] else row["body"])
        scope = re.search(r"Credential=\w+/\d+/([\w-]+)/kms/", row["headers"]["Authorization"])
        assert scope is not None
        return Asked(row["headers"]["X-Amz-Target"].partition(".")[2], scope[1], body.get("EncryptionContext", {}))


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A server whose keys are of the pages' account; what a page runs finds it as boto3 finds any other address."""
    settings = {"MOTO_ACCOUNT_ID": ACCOUNT, "MOTO_ENABLE_RECORDING": "true", "MOTO_RECORDER_FILEPATH": str(tmp_path / "recording")}
    with servers.moto(settings) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", server.url)
        yield Recorder(server)


def with_keys(page: str) -> Iterator[Block]:
    """The blocks of a page, with keys made at the server in the place of those that are printed."""
    made: dict[str, str] = {}

    def key(printed: re.Match[str]) -> str:
        if printed[0] not in made:
            made[printed[0]] = boto3.client("kms", region_name=printed[1]).create_key()["KeyMetadata"]["Arn"]
            assert _ARN.fullmatch(made[printed[0]])
        return made[printed[0]]

    for block in blocks(page):
        assert block.language in ("python", "pycon"), f"{page}, line {block.start}: nothing runs it"
        yield replace(block, lines=[_ARN.sub(key, line) for line in block.lines])


@pytest.mark.parametrize("page", PAGES)
def test_page_runs_on_a_server(page: str, recorder: Recorder) -> None:
    names: dict[str, Any] = {"__name__": page}
    for block in with_keys(page):
        run_block(block, page, names)
    assert {asked.operation for asked in recorder.asked()} >= {"GenerateDataKey", "Encrypt", "Decrypt"}
    assert names["plaintext"]


@pytest.mark.req("KEY-KMS-005", "KEY-KMS-007", "KEY-KMS-014")
@pytest.mark.req("KEY-KMS-019", "KEY-KMD-006", kind="negative")
def test_requests_are_those_of_which_the_walkthrough_tells(recorder: Recorder) -> None:
    """The context of the caller goes with every request; what is refused before KMS is asked makes none."""
    told = [
        [("GenerateDataKey", "eu-west-1"), ("Decrypt", "eu-west-1")],
        [("GenerateDataKey", "eu-west-1"), ("Encrypt", "eu-central-1"), ("Decrypt", "eu-central-1")],
        [("Decrypt", "eu-west-1")],  # by the account's discovery; none by the other's
        [("Decrypt", "eu-west-1")],  # with the context that is stored; none with another
        [("Decrypt", "eu-west-1"), ("Decrypt", "eu-central-1")],  # of the forged context
    ]
    names: dict[str, Any] = {"__name__": WALKTHROUGH}
    for number, (block, expected) in enumerate(zip(with_keys(WALKTHROUGH), told, strict=True)):
        recorder.forget()
        run_block(block, WALKTHROUGH, names)
        asked = recorder.asked()
        assert [(one.operation, one.region) for one in asked] == expected, f"block {number}"
        context = {**CONTEXT, "group": "marketing!"} if block.lines[0].startswith(">>> forged") else CONTEXT
        for one in asked:
            assert one.context.items() >= context.items()
            assert one.context.keys() == {*CONTEXT, "aws-crypto-public-key"}

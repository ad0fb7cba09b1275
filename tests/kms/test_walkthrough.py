"""The how-tos on AWS KMS are run, block by block, against a server that writes down what it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import boto3
import pytest

from tests.kms.recording import ACCOUNT, Recorder
from tests.pages import Block, blocks, run_block

WALKTHROUGH = "docs/howto/first-steps-kms.md"
PAGES = ["docs/howto/aws-kms.md", WALKTHROUGH]
CONTEXT = {"creator": "ben", "group": "accounting"}

_ARN = re.compile(rf"arn:aws:kms:([a-z0-9-]+):{ACCOUNT}:key/[0-9a-f-]{{36}}")


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

"""Messages moved to other KMS keys: the requests are those that a dry run foresees, and the old key is no longer needed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import boto3
import pytest

import esdkit
from esdkit.cli.main import main
from esdkit.keyrings import KmsKeyring, MultiKeyring, RawAesKeyring
from tests.kms.recording import Recorder

IRELAND, FRANKFURT = "eu-west-1", "eu-central-1"
RAW = RawAesKeyring("demo", "raw", bytes(32))


def made(region: str) -> str:
    arn: str = boto3.client("kms", region_name=region).create_key()["KeyMetadata"]["Arn"]
    return arn


def printed(capsysbinary: pytest.CaptureFixture[bytes], *command: str) -> dict[str, Any]:
    capsysbinary.readouterr()
    assert main([*command]) == 0
    report: dict[str, Any] = json.loads(capsysbinary.readouterr().out)
    return report


@pytest.mark.slow
@pytest.mark.req("SCN-PLN-007")
def test_requests_of_a_campaign_are_those_of_its_dry_run(
    recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    old, new, second = made(IRELAND), made(IRELAND), made(FRANKFURT)
    Path("in").mkdir()
    messages = {f"in/{number}.bin": b"%d" % number for number in range(4)}
    for name, plaintext in messages.items():
        keyring = KmsKeyring([old]) if name != "in/3.bin" else MultiKeyring(generator=RAW, children=[KmsKeyring([old])])
        Path(name).write_bytes(esdkit.encrypt(source=plaintext, keyring=keyring, encryption_context={"tenant": "one"})[0])
    printed(capsysbinary, "scan", "in", "--where", f"key={old}", "--plan", "PLAN", "--jobs", "1", "--json")
    command = ("rekey", "--plan", "PLAN", "--kms", old, "--to-kms", new, "--to-kms", second, "--json")
    recorder.forget()
    foreseen = printed(capsysbinary, *command, "--dry-run", "--kms-rate", "1000")
    assert recorder.asked() == []
    assert foreseen["kms_requests"] == {"Decrypt": 8, "GenerateDataKey": 4, "Encrypt": 4}
    assert foreseen["kms_requests_complete"]
    report = printed(capsysbinary, *command, "--kms-rate", "1000")
    asked = recorder.asked()
    assert Counter(one.operation for one in asked) == foreseen["kms_requests"]
    assert report["kms_requests"] == len(asked) == 16
    assert all(one.context["tenant"] == "one" for one in asked)
    recorder.forget()
    assert printed(capsysbinary, *command, "--resume")["moved"] == 4
    assert recorder.asked() == []
    for name, plaintext in messages.items():
        for key in (new, second):
            assert esdkit.decrypt(source=Path(name).read_bytes(), keyring=KmsKeyring([key]))[0] == plaintext
        with pytest.raises(esdkit.EsdkError):
            esdkit.decrypt(source=Path(name).read_bytes(), keyring=KmsKeyring([old]))

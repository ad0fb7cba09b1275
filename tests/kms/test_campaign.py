"""Messages moved to other KMS keys: the requests are those that a dry run foresees, and the old key is no longer needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import boto3
import pytest

import esdkit
from esdkit.cli.main import main
from esdkit.keyrings import KmsKeyring, MultiKeyring, RawAesKeyring
from esdkit.scan.sources.stores import opened_store
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


@pytest.mark.slow
@pytest.mark.req("SCN-PLN-007", "SCN-PLN-010")
def test_two_workers_on_objects_stay_within_the_bound(
    recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    rate, count = 3.0, 6
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AWS_ENDPOINT_URL", recorder.server.url)
    opened_store.cache_clear()
    old, new = made(IRELAND), made(IRELAND)
    store: Any = boto3.client("s3", region_name="us-east-1")
    store.create_bucket(Bucket="orders")
    for number in range(count):
        message, _ = esdkit.encrypt(source=b"%d" % number, keyring=KmsKeyring([old]))
        store.put_object(Bucket="orders", Key=str(number), Body=message)
    printed(capsysbinary, "scan", "s3://orders", "--where", f"only-key={old}", "--plan", "PLAN", "--jobs", "1", "--json")
    command = ("rekey", "--plan", "PLAN", "--kms", old, "--to-kms", new, "--kms-rate", str(rate), "--json")
    foreseen = printed(capsysbinary, *command, "--dry-run")["kms_requests"]
    recorder.forget()
    begun = time.monotonic()
    workers = [
        subprocess.Popen([sys.executable, "-m", "esdkit", *command, "--resume"], env=os.environ, stdout=subprocess.PIPE) for _ in range(2)
    ]
    reports = [json.loads(worker.communicate()[0]) for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0]
    assert Counter(one.operation for one in recorder.asked()) == foreseen == {"Decrypt": 2 * count, "GenerateDataKey": count}
    assert sum(report["kms_requests"] for report in reports) == 3 * count
    assert time.monotonic() - begun >= (3 * count - 1) / rate
    for number in range(count):
        data = store.get_object(Bucket="orders", Key=str(number))["Body"].read()
        assert esdkit.decrypt(source=data, keyring=KmsKeyring([new]))[0] == b"%d" % number
    opened_store.cache_clear()

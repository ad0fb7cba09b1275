"""``esdkit vectors run --aws``: cases under KMS keys, run against a server that has the keys; without the flag they are skipped."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import boto3
import pytest

import esdkit
from esdkit.cli.main import main
from esdkit.keyrings import ClientSupplier, KmsKeyring, KmsMrkKeyring, KmsRsaKeyring
from tests.kms.servers import Server

REGION = "eu-west-1"


@pytest.fixture
def made(tmp_path: Path, ministack: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manifest with a case for each kind of KMS keyring, one whose message was damaged, and one whose key id is none."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", ministack.url)
    client: Any = boto3.client("kms", region_name=REGION, endpoint_url=ministack.url)
    supplier = ClientSupplier(endpoint_url=ministack.url)
    plain = client.create_key()["KeyMetadata"]["Arn"]
    mrk = client.create_key(MultiRegion=True)["KeyMetadata"]["Arn"]
    account = mrk.split(":")[4]
    rsa = client.create_key(KeyUsage="ENCRYPT_DECRYPT", KeySpec="RSA_2048")["KeyMetadata"]["Arn"]
    public_key = client.get_public_key(KeyId=rsa)["PublicKey"]
    pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(public_key) + b"-----END PUBLIC KEY-----\n"
    discovery = {"type": "aws-kms-mrk-aware-discovery", "default-mrk-region": REGION}
    filtered = {**discovery, "aws-kms-discovery-filter": {"account-ids": [account], "partition": "aws"}}
    cases: dict[str, tuple[Any, dict[str, Any]]] = {
        "kms": (KmsKeyring([plain], client_supplier=supplier), {"type": "aws-kms", "key": "plain"}),
        "mrk": (KmsMrkKeyring([mrk], client_supplier=supplier), {"type": "aws-kms-mrk-aware", "key": "mrk"}),
        "discovery": (KmsMrkKeyring([mrk], client_supplier=supplier), discovery),
        "filtered": (KmsMrkKeyring([mrk], client_supplier=supplier), filtered),
        "rsa": (
            KmsRsaKeyring(rsa, public_key=pem, client_supplier=supplier),
            {"type": "aws-kms-rsa", "key": "rsa", "encryption-algorithm": "RSAES_OAEP_SHA_256"},
        ),
        "no-key-id": (KmsKeyring([plain], client_supplier=supplier), {"type": "aws-kms", "key": "odd"}),
    }
    entries = (("plain", "aws-kms", plain), ("mrk", "aws-kms", mrk), ("rsa", "aws-kms-rsa", rsa), ("odd", "aws-kms", "arn:x"))
    keys = {name: {"encrypt": True, "decrypt": True, "type": kind, "key-id": arn} for name, kind, arn in entries}
    tests = {}
    (tmp_path / "plaintext").write_bytes(b"plaintext")
    for name, (keyring, description) in cases.items():
        message, _ = esdkit.encrypt(source=b"plaintext", keyring=keyring, algorithm="0478")
        (tmp_path / name).write_bytes(message)
        tests[name] = {
            "decryption-scenario": {
                "type": "positive-esdk",
                "ciphertext": f"file://{name}",
                "result": "file://plaintext",
                "algorithmSuiteId": "0478",
                "frame-size": 4096,
                "description": name,
                "reproduced-encryption-context": {},
                "decryptKeyDescription": description,
            }
        }
    manifest = {"manifest": {"type": "awses-decrypt", "version": 5}, "client": {"name": "n", "version": "1"}, "keys": "file://keys.json"}
    (tmp_path / "manifest.json").write_text(json.dumps({**manifest, "tests": tests}))
    (tmp_path / "keys.json").write_text(json.dumps({"manifest": {"type": "keys", "version": 3}, "keys": keys}))
    return tmp_path


def outcomes(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, str]:
    main(["vectors", "run", str(folder), "--format", "json", *options])
    return {row["id"]: row["outcome"] for row in json.loads(capsys.readouterr().out)["results"]}


@pytest.mark.req("TVM-DEC-009")
def test_cases_under_kms_keys_are_run_when_aws_may_be_asked(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(outcomes(made, capsys).values()) == {"skipped"}
    asked = outcomes(made, capsys, "--aws")
    assert asked.pop("no-key-id") == "skipped"
    assert set(asked.values()) == {"passed"}
    assert len(asked) == 5


def test_case_whose_key_refuses_fails(made: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:9")
    asked = outcomes(made, capsys, "--aws", "-k", "kms")
    assert asked["kms"] == "failed"

"""The caching CMM under load: how often a real server is asked, counted at the server."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import boto3
import pytest

import esdkit
from esdkit.caches import StormTrackingCache, SynchronizedCache
from esdkit.cmm import CachingCmm
from esdkit.keyrings import ClientSupplier, KmsKeyring
from esdkit.message import parse_header
from tests.kms import servers
from tests.kms.servers import Server

REGION = "eu-west-1"
MESSAGES, THREADS = 2_000, 8


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that writes down each request."""
    file = tmp_path_factory.mktemp("moto") / "recording"
    with servers.moto({"MOTO_ENABLE_RECORDING": "true", "MOTO_RECORDER_FILEPATH": str(file)}) as server:
        yield server


def recorder(server: Server, action: str) -> bytes:
    request = urllib.request.Request(f"{server.url}/moto-api/recorder/{action}", method="GET" if action.startswith("download") else "POST")
    with urllib.request.urlopen(request, timeout=60) as answer:
        body: bytes = answer.read()
        return body


def operations(server: Server) -> list[str]:
    """The operations of KMS that were asked for since the last call."""
    lines = recorder(server, "download-recording").splitlines()
    recorder(server, "reset-recording")
    targets = (dict(json.loads(line)["headers"]).get("X-Amz-Target", "") for line in lines if line.strip())
    return [target.removeprefix("TrentService.") for target in targets if target.startswith("TrentService.")]


@pytest.fixture
def keyring(recording: Server) -> KmsKeyring:
    key = boto3.client("kms", region_name=REGION, endpoint_url=recording.url).create_key()["KeyMetadata"]["Arn"]
    recorder(recording, "reset-recording")
    recorder(recording, "start-recording")
    return KmsKeyring([key], client_supplier=ClientSupplier(endpoint_url=recording.url, read_timeout=60))


def encrypt(cmm: CachingCmm, count: int) -> list[bytes]:
    return [esdkit.encrypt(source=b"plaintext", cmm=cmm, algorithm="0478", encryption_context={"a": "b"})[0] for _ in range(count)]


@pytest.mark.req("CMM-CAC-012")
def test_one_thread_asks_as_often_as_the_limits_imply(recording: Server, keyring: KmsKeyring) -> None:
    cmm = CachingCmm(keyring=keyring, cache=SynchronizedCache(10), max_age=3600, max_messages=100)
    messages = encrypt(cmm, MESSAGES)
    assert operations(recording) == ["GenerateDataKey"] * (MESSAGES // 100)
    for message in messages:
        assert esdkit.decrypt(source=message, cmm=cmm)[0] == b"plaintext"
    assert operations(recording) == ["Decrypt"] * (MESSAGES // 100)  # messages of one data key are one entry
    by_bytes = CachingCmm(keyring=keyring, cache=SynchronizedCache(10), max_age=3600, max_bytes=len(b"plaintext") * 500)
    encrypt(by_bytes, MESSAGES)
    assert operations(recording) == ["GenerateDataKey"] * (MESSAGES // 500)


@pytest.mark.req("CMM-CAC-012")
@pytest.mark.parametrize("cache", [SynchronizedCache(10), StormTrackingCache(10)], ids=["synchronized", "storm-tracking"])
def test_eight_threads_ask_at_most_seven_times_more_per_refresh(
    recording: Server, keyring: KmsKeyring, cache: SynchronizedCache | StormTrackingCache
) -> None:
    cmm = CachingCmm(keyring=keyring, cache=cache, max_age=3600, max_messages=1_000)
    with ThreadPoolExecutor(THREADS) as pool:
        messages = [message for part in pool.map(lambda _: encrypt(cmm, MESSAGES), range(THREADS)) for message in part]
    data_keys = {parse_header(message)[0].encrypted_data_keys for message in messages}
    asked = operations(recording)
    refreshes = THREADS * MESSAGES // 1_000
    assert set(asked) == {"GenerateDataKey"}
    assert refreshes <= len(asked) <= refreshes * THREADS
    assert len(data_keys) <= len(asked)
    if isinstance(cache, StormTrackingCache):
        assert len(asked) == refreshes

"""The servers, started when the first test of a worker asks for them, and what a test needs to talk to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from esdkit.keyrings.kms.client import ClientSupplier
from tests.kms import servers
from tests.kms.recording import ACCOUNT, Recorder
from tests.kms.servers import CREDENTIALS, Server

MakeKey = Callable[..., str]


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials that nobody accepts but these servers, and no configuration of the machine's own."""
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_PROFILE", raising=False)


@pytest.fixture(scope="session")
def moto() -> Iterator[Server]:
    with servers.moto() as server:
        yield server


@pytest.fixture(scope="session")
def ministack() -> Iterator[Server]:
    with servers.ministack() as server:
        yield server


@pytest.fixture(scope="session")
def localemu() -> Iterator[Server]:
    python = servers.localemu_python()
    if python is None:
        pytest.skip("LocalEmu is not installed: make localemu, which needs Python 3.13")
    with servers.localemu(python) as server:
        yield server


@pytest.fixture
def supplier(moto: Server) -> ClientSupplier:
    """Clients of moto, for every region."""
    return ClientSupplier(endpoint_url=moto.url)


@pytest.fixture
def make_key(moto: Server) -> MakeKey:
    """Makes a symmetric key at moto; gives its ARN."""

    def make(region: str = "eu-west-1", **options: Any) -> str:
        client = boto3.client("kms", region_name=region, endpoint_url=moto.url)
        arn: str = client.create_key(**options)["KeyMetadata"]["Arn"]
        return arn

    return make


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A server whose keys are of the pages' account; what a page runs finds it as boto3 finds any other address."""
    settings = {"MOTO_ACCOUNT_ID": ACCOUNT, "MOTO_ENABLE_RECORDING": "true", "MOTO_RECORDER_FILEPATH": str(tmp_path / "recording")}
    with servers.moto(settings) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", server.url)
        yield Recorder(server)

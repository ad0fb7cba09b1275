"""The KMS keyrings with boto3 over real connections: replicas, disabled keys, and a region that goes down in the middle."""

from __future__ import annotations

import logging
import socket
import time
from typing import Any

import boto3
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

import esdkit
from esdkit.doctor.advice import verdict
from esdkit.doctor.explain import diagnose
from esdkit.errors import DataKeyUnwrapError
from esdkit.keyrings import ClientSupplier, KmsDiscoveryKeyring, KmsKeyring, KmsMrkDiscoveryKeyring, KmsMrkKeyring, KmsRsaKeyring
from tests.imitation import imitation
from tests.kms import servers
from tests.kms.servers import Server

IRELAND, FRANKFURT = "eu-west-1", "eu-central-1"
CONTEXT = {"creator": "ben"}
PLAINTEXT = b"plaintext " * 1000


def client_of(server: Server, region: str) -> Any:
    """A client of boto3's own, to make keys with."""
    return boto3.client("kms", region_name=region, endpoint_url=server.url)


def new_key(server: Server, region: str, **options: Any) -> str:
    client = client_of(server, region)
    name: str = client.create_key(**options)["KeyMetadata"]["Arn"]
    return name


def encrypt(keyring: KmsKeyring | KmsMrkKeyring, **options: Any) -> bytes:
    message: bytes = esdkit.encrypt(source=PLAINTEXT, keyring=keyring, encryption_context=CONTEXT, **options)[0]
    return message


@pytest.mark.req("KEY-KMS-005", "KEY-KMS-014", "KEY-KMM-003", "KEY-KMD-010")
@pytest.mark.parametrize("suite_id", [0x0014, 0x0146, 0x0578])
def test_keyrings_open_what_they_wrapped(moto: Server, suite_id: int) -> None:
    supplier = ClientSupplier(endpoint_url=moto.url)
    keyring = KmsKeyring([new_key(moto, IRELAND), new_key(moto, FRANKFURT)], client_supplier=supplier)
    client = esdkit.Client(commitment_policy=esdkit.CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT) if suite_id < 0x0400 else esdkit.Client()
    message, _ = client.encrypt(source=PLAINTEXT, keyring=keyring, encryption_context=CONTEXT, algorithm=suite_id)
    for reader in (keyring, KmsDiscoveryKeyring(client_supplier=supplier)):
        assert client.decrypt(source=message, keyring=reader)[0] == PLAINTEXT


@pytest.mark.req("KEY-MRK-004", "KEY-MRK-009")
def test_replica_opens_what_the_primary_wrapped(ministack: Server) -> None:
    primary = new_key(ministack, IRELAND, MultiRegion=True)
    client = client_of(ministack, IRELAND)
    replica = client.replicate_key(KeyId=primary, ReplicaRegion=FRANKFURT)["ReplicaKeyMetadata"]["Arn"]
    supplier = ClientSupplier(endpoint_url=ministack.url)
    message = encrypt(KmsMrkKeyring([primary], client_supplier=supplier))
    for reader in (
        KmsMrkKeyring([replica], client_supplier=supplier),
        KmsMrkDiscoveryKeyring(regions=[FRANKFURT], client_supplier=supplier),
    ):
        assert esdkit.decrypt(source=message, keyring=reader)[0] == PLAINTEXT


@pytest.mark.req("KEY-KMS-022", "KEY-KMS-019", kind="negative")
@pytest.mark.req("CLI-DOC-024")
def test_disabled_key_says_what_to_do(ministack: Server) -> None:
    key = new_key(ministack, IRELAND)
    keyring = KmsKeyring([key], client_supplier=ClientSupplier(endpoint_url=ministack.url))
    message = encrypt(keyring)
    client = client_of(ministack, IRELAND)
    client.disable_key(KeyId=key)
    with pytest.raises(DataKeyUnwrapError) as error:
        esdkit.decrypt(source=message, keyring=keyring)
    (attempt,) = error.value.attempts
    assert "DisabledException" in attempt.reason
    assert "enable it" in (attempt.hint or "")
    found = diagnose(message, keyring=keyring)
    assert verdict(found).endswith("KMS Decrypt in eu-west-1 failed: DisabledException.")
    assert (found.needs[0].remark or "").startswith("An emulator of KMS (ministack)")


@pytest.mark.req("KEY-KRS-006", "KEY-KRS-011", "KEY-KRS-013")
@pytest.mark.parametrize("algorithm", ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"])
def test_rsa_key_opens_what_its_public_half_wrapped(ministack: Server, algorithm: str) -> None:
    key = new_key(ministack, IRELAND, KeyUsage="ENCRYPT_DECRYPT", KeySpec="RSA_2048")
    client = client_of(ministack, IRELAND)
    public_key = load_der_public_key(client.get_public_key(KeyId=key)["PublicKey"])
    assert isinstance(public_key, RSAPublicKey)
    keyring = KmsRsaKeyring(
        key, public_key=public_key, encryption_algorithm=algorithm, client_supplier=ClientSupplier(endpoint_url=ministack.url)
    )
    message, _ = esdkit.encrypt(source=PLAINTEXT, keyring=keyring, encryption_context=CONTEXT, algorithm=0x0478)
    assert esdkit.decrypt(source=message, keyring=keyring)[0] == PLAINTEXT
    (other,) = {"RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"} - {algorithm}
    wrong = KmsRsaKeyring(key, encryption_algorithm=other, client_supplier=ClientSupplier(endpoint_url=ministack.url))
    assert f"give {algorithm}" in verdict(diagnose(message, keyring=wrong))


def supplier_of(addresses: dict[str, str], **options: Any) -> ClientSupplier:
    return ClientSupplier(endpoint_url=addresses, **options)


@pytest.mark.req("KEY-KMS-023", "KEY-KMS-025")
def test_region_that_goes_down_leads_to_the_next(caplog: pytest.LogCaptureFixture) -> None:
    with servers.moto() as first, servers.moto() as second:
        _goes_down(first, second, caplog)


def _goes_down(first: Server, second: Server, caplog: pytest.LogCaptureFixture) -> None:
    supplier = supplier_of({IRELAND: first.url, FRANKFURT: second.url})
    keyring = KmsKeyring([new_key(first, IRELAND), new_key(second, FRANKFURT)], client_supplier=supplier)
    message = encrypt(keyring)
    readers = (keyring, KmsDiscoveryKeyring(client_supplier=supplier))
    with caplog.at_level(logging.INFO, logger="esdkit"):
        assert esdkit.decrypt(source=message, keyring=keyring)[0] == PLAINTEXT
        assert [(record.levelname, IRELAND in record.getMessage()) for record in caplog.records] == [("INFO", True)]
        first.kill()
        for reader in readers:
            caplog.clear()
            begun = time.monotonic()
            assert esdkit.decrypt(source=message, keyring=reader)[0] == PLAINTEXT
            assert time.monotonic() - begun < 20  # the settings' own bound is about half of it
            assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
            assert IRELAND in caplog.records[0].getMessage()
            assert FRANKFURT in caplog.records[1].getMessage()
    second.kill()
    with pytest.raises(DataKeyUnwrapError) as error:
        esdkit.decrypt(source=message, keyring=keyring)
    assert len([attempt for attempt in error.value.attempts if "EndpointConnectionError" in attempt.reason]) == 2


@pytest.mark.req("KEY-KMS-023", "KEY-KMS-025")
def test_region_that_never_answers_leads_to_the_next(moto: Server) -> None:
    keys = [new_key(moto, IRELAND), new_key(moto, FRANKFURT)]
    message = encrypt(KmsKeyring(keys, client_supplier=ClientSupplier(endpoint_url=moto.url)))
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it takes connections and says nothing
        addresses = {IRELAND: f"http://127.0.0.1:{silent.getsockname()[1]}", FRANKFURT: moto.url}
        keyring = KmsKeyring(keys, client_supplier=supplier_of(addresses, read_timeout=0.3, max_attempts=1))
        assert esdkit.decrypt(source=message, keyring=keyring)[0] == PLAINTEXT


THROTTLED = b'{"__type": "ThrottlingException", "message": "Rate exceeded"}'
OUT_OF_ORDER: dict[str, tuple[int, bytes | None, dict[str, str], str, int]] = {
    "throttles": (400, THROTTLED, {"Retry-After": "60"}, "ThrottlingException", 3),
    "busy": (503, b"<html>busy</html>", {}, "503", 3),
    "fails": (500, b'{"__type": "KMSInternalException"}', {}, "KMSInternalException", 3),
    "closes": (200, None, {}, "ConnectionClosedError", 2),
    "babbles": (200, b"\xff\xfe", {}, "kms-response-invalid", 1),
    "empty": (200, b"{}", {}, "kms-response-invalid", 1),
}


@pytest.mark.req("KEY-KMS-023", "KEY-KMS-025")
@pytest.mark.parametrize("case", OUT_OF_ORDER)
def test_region_that_is_out_of_order_is_asked_a_few_times_and_leads_to_the_next(
    moto: Server, caplog: pytest.LogCaptureFixture, case: str
) -> None:
    keys = [new_key(moto, IRELAND), new_key(moto, FRANKFURT)]
    message = encrypt(KmsKeyring(keys, client_supplier=ClientSupplier(endpoint_url=moto.url)))
    with imitation() as first:
        first.status, first.body, first.headers, said, requests = OUT_OF_ORDER[case]
        keyring = KmsKeyring(keys, client_supplier=supplier_of({IRELAND: first.url, FRANKFURT: moto.url}))
        with caplog.at_level(logging.INFO, logger="esdkit"):
            assert esdkit.decrypt(source=message, keyring=keyring)[0] == PLAINTEXT
        assert first.requests == requests
    assert [(record.levelname, record.getMessage().split(" ")[2]) for record in caplog.records] == [
        ("WARNING", IRELAND),
        ("INFO", FRANKFURT),
    ]
    assert caplog.records[0].getMessage().endswith(said)

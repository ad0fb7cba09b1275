"""KMS ECDH, and what only a server with authenticated blobs shows. LocalEmu needs Python 3.13, in an environment of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import boto3
import pytest

import esdkit
from esdkit.errors import DataKeyUnwrapError
from esdkit.keyrings import (
    ClientSupplier,
    DecryptionMaterials,
    EncryptionMaterials,
    KmsDiscoveryKeyring,
    KmsEcdhKeyring,
    KmsKeyring,
    RawEcdhKeyring,
)
from esdkit.spec import SUITES
from tests.kms.servers import Server
from tests.unit.keyrings.test_ecdh import ALICE, BOB, public_der

REGION = "eu-west-1"
SPECS = {"P-256": "ECC_NIST_P256", "P-384": "ECC_NIST_P384", "P-521": "ECC_NIST_P521"}
CONTEXT = {"creator": "ben"}


def client_of(server: Server) -> Any:
    return boto3.client("kms", region_name=REGION, endpoint_url=server.url)


@pytest.mark.req("KEY-ECD-018", "KEY-ECD-019")
@pytest.mark.parametrize("curve", SPECS)
def test_secret_of_a_key_in_kms_opens_and_writes(localemu: Server, curve: str) -> None:
    client = client_of(localemu)
    key = client.create_key(KeyUsage="KEY_AGREEMENT", KeySpec=SPECS[curve])["KeyMetadata"]["Arn"]
    public_key = client.get_public_key(KeyId=key)["PublicKey"]
    options: dict[str, Any] = {"key_id": key, "own_public_key": public_key, "client_supplier": ClientSupplier(endpoint_url=localemu.url)}
    discovery = KmsEcdhKeyring.discovery(curve, **options)
    for writer in (
        RawEcdhKeyring.ephemeral(curve, public_key=public_key),
        RawEcdhKeyring.static(curve, private_key=ALICE[curve], public_key=public_key),
        KmsEcdhKeyring.static(curve, public_key=public_der(BOB[curve]), **options),
    ):
        message, _ = esdkit.encrypt(source=b"plaintext", keyring=writer, encryption_context=CONTEXT)
        reader = RawEcdhKeyring.discovery(curve, private_key=BOB[curve]) if isinstance(writer, KmsEcdhKeyring) else discovery
        assert esdkit.decrypt(source=message, keyring=reader)[0] == b"plaintext"


@pytest.mark.req("KEY-KMS-015", "KEY-KMS-019", kind="negative")
def test_changed_blob_is_refused_and_the_next_opened(localemu: Server) -> None:
    key = client_of(localemu).create_key()["KeyMetadata"]["Arn"]
    supplier = ClientSupplier(endpoint_url=localemu.url)
    keyring = KmsKeyring([key], client_supplier=supplier)
    suite = SUITES[0x0478]
    (good,) = keyring.on_encrypt(EncryptionMaterials(suite=suite, encryption_context=CONTEXT)).encrypted_data_keys
    changed = replace(good, ciphertext=good.ciphertext[:-1] + bytes([good.ciphertext[-1] ^ 1]))
    materials = DecryptionMaterials(suite=suite, encryption_context=CONTEXT)
    for reader in (keyring, KmsDiscoveryKeyring(client_supplier=supplier)):
        with pytest.raises(DataKeyUnwrapError) as caught:
            reader.on_decrypt(materials, [changed])
        assert "InvalidCiphertextException" in caught.value.attempts[0].reason
        assert reader.on_decrypt(materials, [changed, good]).data_key is not None

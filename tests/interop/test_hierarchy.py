"""The hierarchical keyring beside that of the official Python SDK, over one table: either makes keys and versions, both read everything."""

from __future__ import annotations

import uuid
from typing import Any

import aws_encryption_sdk
import boto3
import pytest
from aws_cryptographic_material_providers.keystore.client import KeyStore
from aws_cryptographic_material_providers.keystore.config import KeyStoreConfig
from aws_cryptographic_material_providers.keystore.models import (
    CreateKeyInput,
    CreateKeyStoreInput,
    GetActiveBranchKeyInput,
    GetBeaconKeyInput,
    KMSConfigurationKmsKeyArn,
    VersionKeyInput,
)
from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.models import CreateAwsKmsHierarchicalKeyringInput
from aws_encryption_sdk.identifiers import AlgorithmSuite

import esdkit
from esdkit.keyrings import ClientSupplier, DynamoDbKeyStore, HierarchicalKeyring, KmsConfiguration
from tests.kms.servers import Server

pytestmark = pytest.mark.interop

REGION = "eu-west-1"
CONTEXT = {"b": "2", "a": "1", "\u00fc": "\u6f22"}
POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"
SUITES = (0x0478, 0x0578)
TTL = 60


class Peers:
    """Both key stores on one table, and both keyrings."""

    def __init__(self, server: Server) -> None:
        kms: Any = boto3.client("kms", region_name=REGION, endpoint_url=server.url)
        table: Any = boto3.client("dynamodb", region_name=REGION, endpoint_url=server.url)
        arn = kms.create_key()["KeyMetadata"]["Arn"]
        name = f"t-{uuid.uuid4()}"
        self.ours = DynamoDbKeyStore(
            name,
            logical_name="logical",
            kms=KmsConfiguration.key(arn),
            client_supplier=ClientSupplier(endpoint_url=server.url),
            dynamodb_client=table,
        )
        self.theirs = KeyStore(
            KeyStoreConfig(
                ddb_client=table,
                ddb_table_name=name,
                logical_key_store_name="logical",
                kms_client=kms,
                kms_configuration=KMSConfigurationKmsKeyArn(arn),
            )
        )
        self._library = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())
        self._official = aws_encryption_sdk.EncryptionSDKClient(commitment_policy=aws_encryption_sdk.CommitmentPolicy[POLICY])
        self._own = esdkit.Client(commitment_policy=POLICY)

    def keyring(self, identifier: str) -> HierarchicalKeyring:
        return HierarchicalKeyring(self.ours, branch_key_id=identifier, ttl=TTL)

    def official_keyring(self, identifier: str) -> Any:
        options = CreateAwsKmsHierarchicalKeyringInput(key_store=self.theirs, branch_key_id=identifier, ttl_seconds=TTL)
        return self._library.create_aws_kms_hierarchical_keyring(input=options)

    def write(self, identifier: str) -> list[bytes]:
        """Messages of both, under each suite."""
        messages = []
        for suite in SUITES:
            own, _ = self._own.encrypt(source=b"plaintext", keyring=self.keyring(identifier), encryption_context=CONTEXT, algorithm=suite)
            official, _ = self._official.encrypt(
                source=b"plaintext",
                keyring=self.official_keyring(identifier),
                encryption_context=CONTEXT,
                algorithm=AlgorithmSuite.get_by_id(suite),
            )
            messages += [own, official]
        return messages

    def both_read(self, identifier: str, message: bytes) -> bool:
        own, _ = self._own.decrypt(source=message, keyring=self.keyring(identifier))
        official, _ = self._official.decrypt(source=message, keyring=self.official_keyring(identifier))
        return own == b"plaintext" and bool(official == own)


@pytest.mark.req("HIE-WRP-001", "HIE-WRP-003", "HIE-WRP-005", "KST-ITM-001", "KST-CTX-001")
@pytest.mark.parametrize("maker", ["esdkit", "official"])
def test_both_read_what_either_made_before_and_after_new_versions(moto: Server, maker: str) -> None:
    peers = Peers(moto)
    own_context = {"tenant": "a", "\u00fc": "\u6f22"}
    if maker == "esdkit":
        peers.ours.create_key_store()
        identifier = peers.ours.create_key("key-1", own_context)
    else:
        peers.theirs.create_key_store(CreateKeyStoreInput())
        made = CreateKeyInput(branch_key_identifier="key-1", encryption_context=own_context)
        identifier = peers.theirs.create_key(made).branch_key_identifier
    messages = peers.write(identifier)
    peers.ours.version_key(identifier)
    messages += peers.write(identifier)
    peers.theirs.version_key(VersionKeyInput(branch_key_identifier=identifier))
    messages += peers.write(identifier)
    assert all(peers.both_read(identifier, message) for message in messages)
    active = peers.ours.active_branch_key(identifier)
    official = peers.theirs.get_active_branch_key(GetActiveBranchKeyInput(branch_key_identifier=identifier)).branch_key_materials
    assert (official.branch_key, official.branch_key_version) == (active.key.reveal(), active.version)
    assert dict(official.encryption_context) == dict(active.encryption_context) == own_context
    beacon = peers.theirs.get_beacon_key(GetBeaconKeyInput(branch_key_identifier=identifier)).beacon_key_materials.beacon_key
    assert bytes(beacon) == peers.ours.beacon_key(identifier).reveal()

"""ECDH keyrings beside those of the official Python SDK: raw keys of each curve and schema, and keys in KMS where a server derives."""

from __future__ import annotations

from typing import Any

import aws_encryption_sdk
import boto3
import pytest
from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders, models
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptography_primitives.smithygenerated.aws_cryptography_primitives.models import ECDHCurveSpec
from aws_encryption_sdk.identifiers import AlgorithmSuite
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

import esdkit
from esdkit.keyrings import ClientSupplier, Keyring, KmsEcdhKeyring, RawEcdhKeyring
from tests.kms.servers import Server

pytestmark = pytest.mark.interop

CURVES: dict[str, tuple[type[ec.EllipticCurve], str]] = {
    "P-256": (ec.SECP256R1, "ECC_NIST_P256"),
    "P-384": (ec.SECP384R1, "ECC_NIST_P384"),
    "P-521": (ec.SECP521R1, "ECC_NIST_P521"),
}
ALICE = {name: ec.generate_private_key(curve()) for name, (curve, _) in CURVES.items()}
BOB = {name: ec.generate_private_key(curve()) for name, (curve, _) in CURVES.items()}
CONTEXT = {"b": "2", "a": "1", "\u00fc": "\u6f22"}
POLICY = "FORBID_ENCRYPT_ALLOW_DECRYPT"
POLICIES = {0x0178: POLICY, 0x0378: POLICY, 0x0478: "REQUIRE_ENCRYPT_REQUIRE_DECRYPT", 0x0578: "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"}
LIBRARY = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())
REGION = "eu-west-1"
# who writes, and who can read it
READERS = {"static": ("static", "mirrored", "discovery"), "ephemeral": ("discovery",)}


def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def der(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def ours(curve: str) -> dict[str, Keyring]:
    alice, bob = ALICE[curve], BOB[curve]
    return {
        "static": RawEcdhKeyring.static(curve, private_key=pem(alice), public_key=der(bob)),
        "mirrored": RawEcdhKeyring.static(curve, private_key=pem(bob), public_key=der(alice)),
        "ephemeral": RawEcdhKeyring.ephemeral(curve, public_key=der(bob)),
        "discovery": RawEcdhKeyring.discovery(curve, private_key=pem(bob)),
    }


def theirs(curve: str) -> dict[str, Any]:
    def static(private: ec.EllipticCurvePrivateKey, public: ec.EllipticCurvePrivateKey) -> Any:
        keys = models.RawPrivateKeyToStaticPublicKeyInput(sender_static_private_key=pem(private), recipient_public_key=der(public))
        return models.RawEcdhStaticConfigurationsRawPrivateKeyToStaticPublicKey(keys)

    alice, bob = ALICE[curve], BOB[curve]
    ephemeral = models.EphemeralPrivateKeyToStaticPublicKeyInput(recipient_public_key=der(bob))
    discovery = models.PublicKeyDiscoveryInput(recipient_static_private_key=pem(bob))
    schemes = {
        "static": static(alice, bob),
        "mirrored": static(bob, alice),
        "ephemeral": models.RawEcdhStaticConfigurationsEphemeralPrivateKeyToStaticPublicKey(ephemeral),
        "discovery": models.RawEcdhStaticConfigurationsPublicKeyDiscovery(discovery),
    }
    spec = getattr(ECDHCurveSpec, CURVES[curve][1])
    return {
        name: LIBRARY.create_raw_ecdh_keyring(models.CreateRawEcdhKeyringInput(curve_spec=spec, key_agreement_scheme=scheme))
        for name, scheme in schemes.items()
    }


class Pair:
    """Both clients under one suite."""

    def __init__(self, suite: int) -> None:
        self.suite = suite
        self._own = esdkit.Client(commitment_policy=POLICIES[suite])
        self._official = aws_encryption_sdk.EncryptionSDKClient(commitment_policy=aws_encryption_sdk.CommitmentPolicy[POLICIES[suite]])

    def write(self, keyring: Keyring) -> bytes:
        return self._own.encrypt(source=b"plaintext", keyring=keyring, encryption_context=CONTEXT, algorithm=self.suite)[0]

    def read(self, keyring: Keyring, message: bytes) -> bytes:
        return self._own.decrypt(source=message, keyring=keyring)[0]

    def official_write(self, keyring: Any) -> bytes:
        suite = AlgorithmSuite.get_by_id(self.suite)
        message: bytes = self._official.encrypt(source=b"plaintext", keyring=keyring, encryption_context=CONTEXT, algorithm=suite)[0]
        return message

    def official_read(self, keyring: Any, message: bytes) -> bytes:
        plaintext: bytes = self._official.decrypt(source=message, keyring=keyring)[0]
        return plaintext


@pytest.mark.req("KEY-ECD-001", "KEY-ECD-003", "KEY-ECD-004", "KEY-ECD-005", "KEY-ECD-009", "KEY-ECD-012", "KEY-ECD-013")
@pytest.mark.parametrize("suite", POLICIES, ids=lambda suite: f"{suite:04x}")
@pytest.mark.parametrize("curve", CURVES)
def test_both_read_what_either_wrote(curve: str, suite: int) -> None:
    own, official, pair = ours(curve), theirs(curve), Pair(suite)
    for writer, readers in READERS.items():
        message, their_message = pair.write(own[writer]), pair.official_write(official[writer])
        for reader in readers:
            assert pair.official_read(official[reader], message) == b"plaintext"
            assert pair.read(own[reader], their_message) == b"plaintext"


@pytest.mark.req("KEY-ECD-018", "KEY-ECD-014")
@pytest.mark.parametrize("curve", CURVES)
def test_both_read_what_either_wrote_with_a_key_in_kms(localemu: Server, curve: str) -> None:
    client: Any = boto3.client("kms", region_name=REGION, endpoint_url=localemu.url)
    key = client.create_key(KeyUsage="KEY_AGREEMENT", KeySpec=CURVES[curve][1])["KeyMetadata"]["Arn"]
    public_key, bob, pair = client.get_public_key(KeyId=key)["PublicKey"], BOB[curve], Pair(0x0478)
    supplier = ClientSupplier(endpoint_url=localemu.url)
    own = KmsEcdhKeyring.static(curve, key_id=key, own_public_key=public_key, public_key=der(bob), client_supplier=supplier)
    keys = models.KmsPrivateKeyToStaticPublicKeyInput(
        sender_kms_identifier=key, sender_public_key=public_key, recipient_public_key=der(bob)
    )
    official = LIBRARY.create_aws_kms_ecdh_keyring(
        models.CreateAwsKmsEcdhKeyringInput(
            key_agreement_scheme=models.KmsEcdhStaticConfigurationsKmsPrivateKeyToStaticPublicKey(keys),
            curve_spec=getattr(ECDHCurveSpec, CURVES[curve][1]),
            kms_client=client,
        )
    )
    message, their_message = pair.write(own), pair.official_write(official)
    assert pair.official_read(official, message) == pair.read(own, their_message) == b"plaintext"
    bob_discovers = RawEcdhKeyring.discovery(curve, private_key=pem(bob))
    assert pair.read(bob_discovers, their_message) == pair.read(bob_discovers, message) == b"plaintext"

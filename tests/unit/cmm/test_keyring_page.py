"""docs/howto/keyring-file.md: each node of a keyring file is there, with all its options, and each example opens a message."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_private_key

import esdkit
from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm
from esdkit.cmm.config import read_keyring, schema
from esdkit.keyrings import ClientSupplier, DecryptionMaterials, DynamoDbKeyStore, EncryptionMaterials, Keyring, KmsConfiguration
from esdkit.message import EncryptedDataKey
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms, FakeTable, mrk
from tests.pages import blocks, lines_of
from tests.samples import native_keys

PAGE = "docs/howto/keyring-file.md"
SPKI = (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
RSA_KEY = load_pem_private_key(native_keys()["rsa-2048-private"]["material"].encode(), None)
PEM = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
KEYS: Mapping[str, bytes] = {
    **dict.fromkeys(("k1.key", "branch.key", "DATA_KEY"), bytes(range(32))),
    **dict.fromkeys(("own.pem", "recipient.pem"), EC_KEY.private_bytes(*PEM)),
    **dict.fromkeys(("own.pub", "recipient.pub"), EC_KEY.public_key().public_bytes(*SPKI)),
    "other.pub": ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(*SPKI),
    "r1.pem": RSA_KEY.private_bytes(*PEM),
    **dict.fromkeys(("r1.pub", "kms-rsa.pub"), RSA_KEY.public_key().public_bytes(*SPKI)),
}
WRITERS = {  # of the nodes that only decrypt
    "kms_discovery": "kms",
    "kms_mrk_discovery": "kms_mrk",
    "kms_ecdh_discovery": "raw_ecdh_ephemeral",
    "raw_ecdh_discovery": "raw_ecdh_ephemeral",
}
EXAMPLES: list[dict[str, Any]] = [yaml.safe_load(block.text) for block in blocks(PAGE, "yaml")]


class OneDataKey:
    """Writes messages whose data key is known."""

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        return materials.with_data_key(KEYS["DATA_KEY"]).with_encrypted_data_key(EncryptedDataKey(b"n", b"k", b"c"))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: object) -> DecryptionMaterials:
        raise NotImplementedError


def read_key(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
    return KEYS[next(iter(source.values()))]


def cmm(example: dict[str, Any]) -> CryptographicMaterialsManager:
    made = read_keyring(example, read_key)
    return DefaultCmm(made) if isinstance(made, Keyring) else made


def nodes(value: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The nodes of an example: a kind and its options, and those below it."""
    for kind, options in value.items() if isinstance(value, dict) else ():
        if kind in KINDS:
            yield kind, options
        yield from nodes(options)
    for item in value if isinstance(value, list) else ():
        yield from nodes(item)


KINDS: Mapping[str, Any] = {
    kind: row["properties"][kind] for name in ("keyring", "cmm") for row in schema()["$defs"][name]["oneOf"] for kind in row["properties"]
}


def test_page_has_every_node_and_option() -> None:
    found = [node for example in EXAMPLES for node in nodes(example)]
    assert {kind for kind, _ in found} == KINDS.keys()
    text = "\n".join(lines_of(PAGE))
    for kind, row in KINDS.items():
        shown = {option for other, options in found if other == kind for option in options}
        shared = {"grant_tokens", "client_supplier"}  # shown with kms, and said of the others
        missing = row["properties"].keys() - shown - (shared if kind != "kms" else set())
        assert [option for option in missing if f"`{option}`" not in text] == [], kind


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> FakeKms:
    """What the examples ask: KMS, and a table with the branch key that they name."""
    fake, table = FakeKms([IRELAND, FRANKFURT, mrk("eu-west-1"), mrk("eu-central-1")], ec=EC_KEY), FakeTable()
    store = DynamoDbKeyStore(
        table.name, logical_name="branch-keys", kms=KmsConfiguration.key(IRELAND), client_supplier=fake, dynamodb_client=table
    )
    store.create_key("tenant-1", {"tenant": "1"})
    monkeypatch.setattr(ClientSupplier, "__call__", lambda self, region: fake(region))
    monkeypatch.setattr(ClientSupplier, "dynamodb", lambda self, region=None: table if region == "eu-west-1" else None)
    return fake


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=[f"{number}-{next(iter(example))}" for number, example in enumerate(EXAMPLES)])
def test_example_opens_a_message(number: int, aws: FakeKms) -> None:
    example = EXAMPLES[number]
    kind = next(iter(example))
    aws.rsa = RSA_KEY if kind == "kms_rsa" else None  # type: ignore[assignment]  # it is one
    other = next((one for one in EXAMPLES if WRITERS.get(kind) in one), example)
    writer = DefaultCmm(OneDataKey()) if kind == "static_data_key" else cmm(other)
    reader = cmm(next(one for one in EXAMPLES if "raw_ecdh_discovery" in one) if kind == "raw_ecdh_ephemeral" else example)
    message, _ = esdkit.encrypt(source=b"plaintext", cmm=writer, encryption_context={"tenant": "1"}, algorithm="0478")
    assert esdkit.decrypt(source=message, cmm=reader, encryption_context={"tenant": "1"})[0] == b"plaintext"

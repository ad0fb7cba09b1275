"""KMS keyrings and the official SDKs on the same servers: each decrypts what the other encrypts.

``python`` is the Python SDK with the Material Providers Library, ``js`` the JavaScript SDK; both run as processes, and so do the servers.
Each kind of keyring is shown on the server that does it right (the table stands in ``tests/kms/servers.py``): moto has symmetric keys and
the table of the hierarchical keyring, ministack has multi-Region keys and RSA. The JavaScript SDK has no KMS RSA keyring.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import boto3
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from esdkit.cmm import CommitmentPolicy
from esdkit.engine.client import Client
from esdkit.errors import DataKeyUnwrapError
from esdkit.inspector import inspect
from esdkit.inspector.facts.origin import kms_origin, post_quantum
from esdkit.keyrings import (
    ClientSupplier,
    DynamoDbKeyStore,
    HierarchicalKeyring,
    Keyring,
    KmsConfiguration,
    KmsDiscoveryKeyring,
    KmsKeyring,
    KmsMrkDiscoveryKeyring,
    KmsMrkKeyring,
    KmsRsaKeyring,
)
from esdkit.spec import SUITES
from tests.kms import servers
from tests.kms.servers import CREDENTIALS, Server
from tools.drivers.peer import Answer, Peer, javascript_modules_installed, javascript_peer, python_peer, python_sdk_installed

pytestmark = pytest.mark.interop

IRELAND, FRANKFURT = "eu-west-1", "eu-central-1"
SUITE_IDS = [0x0378, 0x0478, 0x0578]
UNSIGNED = [0x0178, 0x0478]  # the KMS RSA keyring takes no suite with a signature
PLAINTEXT = bytes(range(256)) * 20
CONTEXT = {"purpose": "interop", "\uff5e": "wide", "\U00010348": "gothic", "Straße": "Öl €", "ключ": "значение", "B": "1", "b": "2"}
PEERS = {"python": (python_sdk_installed, python_peer), "js": (javascript_modules_installed, javascript_peer)}

Description = Mapping[str, Any]


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_PROFILE", raising=False)


@contextmanager
def peer_at(server: Server, name: str) -> Iterator[Peer]:
    """A peer whose AWS is the server."""
    installed, start = PEERS[name]
    if not installed():
        pytest.skip(f"the SDK for {name} is not installed: make test does")
    with pytest.MonkeyPatch.context() as environment:
        for variable, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": server.url}.items():
            environment.setenv(variable, value)
        peer = start()
    with peer:
        yield peer


@pytest.fixture(scope="module")
def moto() -> Iterator[Server]:
    with servers.moto() as server:
        yield server


@pytest.fixture(scope="module")
def ministack() -> Iterator[Server]:
    with servers.ministack() as server:
        yield server


@pytest.fixture(scope="module", params=list(PEERS))
def at_moto(request: pytest.FixtureRequest, moto: Server) -> Iterator[Peer]:
    """Each SDK, on moto."""
    with peer_at(moto, request.param) as peer:
        yield peer


@pytest.fixture(scope="module", params=list(PEERS))
def at_ministack(request: pytest.FixtureRequest, ministack: Server) -> Iterator[Peer]:
    """Each SDK, on ministack."""
    with peer_at(ministack, request.param) as peer:
        yield peer


@pytest.fixture(scope="module")
def python_at_ministack(ministack: Server) -> Iterator[Peer]:
    with peer_at(ministack, "python") as peer:
        yield peer


def new_key(server: Server, region: str, **options: Any) -> str:
    client = boto3.client("kms", region_name=region, endpoint_url=server.url)
    arn: str = client.create_key(**options)["KeyMetadata"]["Arn"]
    return arn


def supplier(server: Server) -> ClientSupplier:
    return ClientSupplier(endpoint_url=server.url)


# ---------------------------------------------------------------- both directions
def policy(suite: int) -> CommitmentPolicy:
    """The strictest policy under which the suite is written and read."""
    return CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT if SUITES[suite].commitment else CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT


def ours(suite: int, keyring: Keyring) -> bytes:
    """A message of esdkit."""
    client = Client(commitment_policy=policy(suite))
    ciphertext, _ = client.encrypt(source=PLAINTEXT, keyring=keyring, encryption_context=CONTEXT, algorithm=suite, frame_length=1024)
    return ciphertext


def opened(suite: int, keyring: Keyring, ciphertext: bytes) -> bytes:
    """The plaintext of a message that must hold the suite and the context of the tests."""
    plaintext, header = Client(commitment_policy=policy(suite)).decrypt(source=ciphertext, keyring=keyring, encryption_context=CONTEXT)
    assert header.suite.id == suite
    return plaintext


def result_of(answer: Answer) -> bytes:
    assert answer.result is not None, (answer.error_class, answer.error_message)
    return answer.result


def refused(answer: Answer) -> None:
    """It is the SDK that says no, and not the driver: the classes are those of the Python and of the JavaScript SDK."""
    assert answer.error_class in ("AWSEncryptionSDKClientError", "Error"), answer.error_message


def theirs(suite: int, peer: Peer, keyring: Description) -> bytes:
    """A message of the SDK."""
    return result_of(
        peer.encrypt(
            PLAINTEXT,
            keyring=keyring,
            encryption_context=CONTEXT,
            suite=f"{suite:04x}",
            frame_length=1024,
            commitment_policy=policy(suite).value,
        )
    )


def read(suite: int, peer: Peer, keyring: Description, ciphertext: bytes) -> Answer:
    return peer.decrypt(ciphertext, keyring=keyring, commitment_policy=policy(suite).value)


# ---------------------------------------------------------------- symmetric keys
@pytest.mark.req("KEY-KMS-005", "KEY-KMS-008", "KEY-KMS-012", "KEY-KMS-014", "KEY-KMM-002", "KEY-KMM-003")
@pytest.mark.parametrize("suite", SUITE_IDS, ids=lambda suite: f"{suite:04x}")
def test_message_under_two_regions_is_read_both_ways(moto: Server, at_moto: Peer, suite: int) -> None:
    keys = [new_key(moto, IRELAND), new_key(moto, FRANKFURT)]
    keyring, description = KmsKeyring(keys, client_supplier=supplier(moto)), {"type": "kms", "key-ids": keys}
    message = ours(suite, keyring)
    for each in (keys, keys[:1], keys[1:]):
        assert result_of(read(suite, at_moto, {"type": "kms", "key-ids": each}, message)) == PLAINTEXT
    message = theirs(suite, at_moto, description)
    for each in (keys, keys[:1], keys[1:]):
        assert opened(suite, KmsKeyring(each, client_supplier=supplier(moto)), message) == PLAINTEXT


@pytest.mark.req("KEY-KMD-007", "KEY-KMD-010")
@pytest.mark.parametrize("suite", SUITE_IDS, ids=lambda suite: f"{suite:04x}")
def test_discovery_reads_both_ways(moto: Server, at_moto: Peer, suite: int) -> None:
    key = new_key(moto, FRANKFURT)
    account = key.split(":")[4]
    filters: list[dict[str, Any]] = [{}, {"account-ids": [account]}]
    message = ours(suite, KmsKeyring([key], client_supplier=supplier(moto)))
    for filtered in filters:
        description = {"type": "kms-discovery", "regions": [IRELAND, FRANKFURT], **filtered}
        assert result_of(read(suite, at_moto, description, message)) == PLAINTEXT
    message = theirs(suite, at_moto, {"type": "kms", "key-ids": [key]})
    for accounts in (None, [account]):
        reader = KmsDiscoveryKeyring(account_ids=accounts, regions=[IRELAND, FRANKFURT], client_supplier=supplier(moto))
        assert opened(suite, reader, message) == PLAINTEXT


@pytest.mark.req("KEY-KMD-006", "KEY-KMM-005", kind="negative")
@pytest.mark.parametrize("narrow", ["account", "region"])
def test_discovery_of_elsewhere_is_refused_both_ways(moto: Server, at_moto: Peer, narrow: str) -> None:
    key = new_key(moto, IRELAND)
    regions, accounts = ([IRELAND], ["999999999999"]) if narrow == "account" else ([FRANKFURT], [key.split(":")[4]])
    message = ours(0x0578, KmsKeyring([key], client_supplier=supplier(moto)))
    refused(read(0x0578, at_moto, {"type": "kms-discovery", "regions": regions, "account-ids": accounts}, message))
    message = theirs(0x0578, at_moto, {"type": "kms", "key-ids": [key]})
    with pytest.raises(DataKeyUnwrapError):
        opened(0x0578, KmsDiscoveryKeyring(account_ids=accounts, regions=regions, client_supplier=supplier(moto)), message)


@pytest.mark.req("KEY-KMS-020", kind="negative")
def test_message_under_another_key_is_refused_both_ways(moto: Server, at_moto: Peer) -> None:
    key, another = new_key(moto, IRELAND), new_key(moto, IRELAND)
    message = ours(0x0578, KmsKeyring([key], client_supplier=supplier(moto)))
    refused(read(0x0578, at_moto, {"type": "kms", "key-ids": [another]}, message))
    message = theirs(0x0578, at_moto, {"type": "kms", "key-ids": [key]})
    with pytest.raises(DataKeyUnwrapError):
        opened(0x0578, KmsKeyring([another], client_supplier=supplier(moto)), message)


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("name", ["moto", "ministack"])
def test_data_key_of_an_emulator_is_told_from_one_of_aws(request: pytest.FixtureRequest, name: str) -> None:
    server: Server = request.getfixturevalue(name)
    for options in ({}, {"MultiRegion": True}):
        key = new_key(server, IRELAND, **options)
        (data_key,) = inspect(ours(0x0578, KmsKeyring([key], client_supplier=supplier(server)))).encrypted_data_keys
        origin = kms_origin(data_key)
        assert origin is not None and origin.emulator and name in origin.origin
        assert post_quantum(data_key)[0] == "unknown"


# ---------------------------------------------------------------- branch keys
BRANCH_CONTEXT = {"tenant": "blue", "größe": "€"}
Made = tuple[str, Callable[[], object]]


class Store:
    """One table and its key, as esdkit and the SDKs name them."""

    def __init__(self, server: Server) -> None:
        key = new_key(server, IRELAND)
        self.described = {"table": f"t-{uuid.uuid4()}", "logical-name": "logical ü", "key-id": key}
        self._options: dict[str, Any] = {
            "logical_name": self.described["logical-name"],
            "kms": KmsConfiguration.key(key),
            "client_supplier": supplier(server),
            "dynamodb_client": boto3.client("dynamodb", region_name=IRELAND, endpoint_url=server.url),
        }
        self.ours = DynamoDbKeyStore(self.described["table"], **self._options)
        self.ours.create_key_store()

    def keyring(self, branch_key_id: str) -> HierarchicalKeyring:
        """A keyring that has read nothing yet."""
        return HierarchicalKeyring(self.ours, ttl=600, branch_key_id=branch_key_id)

    def description(self, branch_key_id: str) -> Description:
        return {"type": "kms-hierarchical", "branch-key-id": branch_key_id, "key-store": self.described}


def made_by_us(store: Store, peer: Peer) -> Made:
    """A branch key of esdkit, and how to make its next version."""
    identifier = store.ours.create_key("tenant-1", BRANCH_CONTEXT)
    return identifier, lambda: store.ours.version_key(identifier)


def made_by_them(store: Store, peer: Peer) -> Made:
    """A branch key of the SDK, and how to make its next version."""
    common: dict[str, Any] = {"key-store": store.described, "branch-key-id": "tenant-1"}
    identifier = result_of(peer.send({"op": "create-branch-key", "encryption-context": BRANCH_CONTEXT, **common})).decode()
    return identifier, lambda: result_of(peer.send({"op": "version-branch-key", **common}))


@pytest.mark.req("HIE-ENC-002", "HIE-ENC-003", "HIE-DEC-004", "HIE-WRP-001", "HIE-WRP-003", "HIE-WRP-005")
@pytest.mark.parametrize("make", [made_by_us, made_by_them])
@pytest.mark.parametrize("suite", SUITE_IDS, ids=lambda suite: f"{suite:04x}")
def test_branch_key_of_one_store_is_read_both_ways_before_and_after_a_new_version(
    moto: Server, at_moto: Peer, suite: int, make: Callable[[Store, Peer], Made]
) -> None:
    store = Store(moto)
    identifier, make_version = make(store, at_moto)
    description = store.description(identifier)
    first = store.ours.active_branch_key(identifier).version
    messages = [(ours(suite, store.keyring(identifier)), theirs(suite, at_moto, description))]
    make_version()
    assert store.ours.active_branch_key(identifier).version != first
    messages.append((ours(suite, store.keyring(identifier)), theirs(suite, at_moto, description)))
    for our_message, their_message in messages:
        assert result_of(read(suite, at_moto, description, our_message)) == PLAINTEXT
        assert opened(suite, store.keyring(identifier), their_message) == PLAINTEXT


@pytest.mark.req("HIE-DEC-003", kind="negative")
def test_branch_key_of_another_is_refused_both_ways(moto: Server, at_moto: Peer) -> None:
    store = Store(moto)
    one, other = store.ours.create_key(), store.ours.create_key()
    refused(read(0x0578, at_moto, store.description(other), ours(0x0578, store.keyring(one))))
    with pytest.raises(DataKeyUnwrapError):
        opened(0x0578, store.keyring(other), theirs(0x0578, at_moto, store.description(one)))


# ---------------------------------------------------------------- multi-Region keys
@pytest.mark.req("KEY-MRK-003", "KEY-MRK-004", "KEY-MRK-005", "KEY-MRK-009")
@pytest.mark.req("KEY-KMS-020", kind="negative")
@pytest.mark.parametrize("suite", SUITE_IDS, ids=lambda suite: f"{suite:04x}")
def test_replica_reads_both_ways(ministack: Server, at_ministack: Peer, suite: int) -> None:
    primary = new_key(ministack, IRELAND, MultiRegion=True)
    client = boto3.client("kms", region_name=IRELAND, endpoint_url=ministack.url)
    replica = client.replicate_key(KeyId=primary, ReplicaRegion=FRANKFURT)["ReplicaKeyMetadata"]["Arn"]
    message = ours(suite, KmsMrkKeyring([primary], client_supplier=supplier(ministack)))
    readers: list[Description] = [{"type": "kms-mrk", "key-ids": [replica]}, {"type": "kms-mrk-discovery", "regions": [FRANKFURT]}]
    for description in readers:
        assert result_of(read(suite, at_ministack, description, message)) == PLAINTEXT
    refused(read(suite, at_ministack, {"type": "kms", "key-ids": [replica]}, message))
    message = theirs(suite, at_ministack, {"type": "kms-mrk", "key-ids": [primary]})
    for keyring in (
        KmsMrkKeyring([replica], client_supplier=supplier(ministack)),
        KmsMrkDiscoveryKeyring(regions=[FRANKFURT], client_supplier=supplier(ministack)),
    ):
        assert opened(suite, keyring, message) == PLAINTEXT
    with pytest.raises(DataKeyUnwrapError):
        opened(suite, KmsKeyring([replica], client_supplier=supplier(ministack)), message)


# ---------------------------------------------------------------- RSA
@pytest.mark.req("KEY-KRS-001", "KEY-KRS-006", "KEY-KRS-007", "KEY-KRS-011", "KEY-KRS-013")
@pytest.mark.parametrize("algorithm", ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"])
@pytest.mark.parametrize("suite", UNSIGNED, ids=lambda suite: f"{suite:04x}")
def test_rsa_message_is_read_both_ways(ministack: Server, python_at_ministack: Peer, suite: int, algorithm: str) -> None:
    key = new_key(ministack, IRELAND, KeyUsage="ENCRYPT_DECRYPT", KeySpec="RSA_2048")
    client = boto3.client("kms", region_name=IRELAND, endpoint_url=ministack.url)
    public_key = load_der_public_key(client.get_public_key(KeyId=key)["PublicKey"])
    assert isinstance(public_key, RSAPublicKey)
    pem = public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")
    keyring = KmsRsaKeyring(key, public_key=pem, encryption_algorithm=algorithm, client_supplier=supplier(ministack))
    description = {"type": "kms-rsa", "key-id": key, "public-key": pem, "encryption-algorithm": algorithm}
    assert result_of(read(suite, python_at_ministack, description, ours(suite, keyring))) == PLAINTEXT
    assert opened(suite, keyring, theirs(suite, python_at_ministack, description)) == PLAINTEXT

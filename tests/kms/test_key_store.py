"""The branch key store and the hierarchical keyring against moto: DynamoDB and KMS as processes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config

import esdkit
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, KeyStoreError, KmsError, UsageError
from esdkit.keyrings import DynamoDbKeyStore, HierarchicalKeyring, KmsConfiguration
from esdkit.keyrings.kms.client import ClientSupplier
from tests.kms.conftest import MakeKey
from tests.kms.servers import Server

REGION = "eu-west-1"

MakeStore = Callable[..., DynamoDbKeyStore]


@pytest.fixture
def table(moto: Server) -> Any:
    return boto3.client("dynamodb", region_name=REGION, endpoint_url=moto.url)


@pytest.fixture
def new_store(moto: Server, table: Any, supplier: ClientSupplier, make_key: MakeKey) -> MakeStore:
    """Makes a store on a table of its own."""

    def make(**options: Any) -> DynamoDbKeyStore:
        given: dict[str, Any] = {
            "logical_name": "logical",
            "kms": KmsConfiguration.key(options.pop("arn", None) or make_key(REGION)),
            "client_supplier": supplier,
            "dynamodb_client": table,
        }
        return DynamoDbKeyStore(options.pop("table_name", f"t-{uuid.uuid4()}"), **{**given, **options})

    return make


@pytest.fixture
def store(new_store: MakeStore) -> DynamoDbKeyStore:
    made = new_store()
    made.create_key_store()
    return made


@pytest.fixture
def same_table(new_store: MakeStore, store: DynamoDbKeyStore) -> MakeStore:
    """Makes another store on the same table."""
    return lambda **changes: new_store(**{"table_name": store.info.table_name, "kms": store.info.kms, **changes})


def items(store: DynamoDbKeyStore, table: Any) -> dict[str, dict[str, Any]]:
    """The items by their type, a version without its UUID."""
    found = table.scan(TableName=store.info.table_name)["Items"]
    return {":".join(item["type"]["S"].split(":")[:2]): item for item in found}


def refused(action: Callable[[], object]) -> EsdkError:
    with pytest.raises(EsdkError) as caught:
        action()
    return caught.value


# --- the table ---


@pytest.mark.req("KST-CRE-001", "KST-CRE-003")
def test_table_is_made_once(new_store: MakeStore, table: Any) -> None:
    store = new_store()
    arn = store.create_key_store()
    assert arn.startswith("arn:aws:dynamodb:")
    assert store.create_key_store() == arn
    schema = {row["AttributeName"]: row["KeyType"] for row in table.describe_table(TableName=store.info.table_name)["Table"]["KeySchema"]}
    assert schema == {"branch-key-id": "HASH", "type": "RANGE"}


@pytest.mark.req("KST-CRE-002", kind="negative")
@pytest.mark.parametrize(
    ("keys", "types"),
    [
        ((("branch-key-id", "HASH"),), {"branch-key-id": "S"}),
        ((("branch-key-id", "HASH"), ("version", "RANGE")), {"branch-key-id": "S", "version": "S"}),
        ((("type", "HASH"), ("branch-key-id", "RANGE")), {"branch-key-id": "S", "type": "S"}),
        ((("branch-key-id", "HASH"), ("type", "RANGE")), {"branch-key-id": "S", "type": "N"}),
    ],
    ids=["one-key", "other-key", "swapped", "number"],
)
def test_table_of_another_schema_is_refused(
    new_store: MakeStore, table: Any, keys: tuple[tuple[str, str], ...], types: dict[str, str]
) -> None:
    store = new_store()
    table.create_table(
        TableName=store.info.table_name,
        KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": kind} for name, kind in types.items()],
        BillingMode="PAY_PER_REQUEST",
    )
    assert refused(store.create_key_store).code is Code.KEY_STORE_FAILED


@pytest.mark.req("KST-INF-001", "KST-INI-001", "KST-INI-002")
def test_store_says_what_it_is(new_store: MakeStore) -> None:
    info = new_store(grant_tokens=["g"], key_store_id="id").info
    assert (info.key_store_id, info.logical_name, info.grant_tokens) == ("id", "logical", ("g",))
    assert info.kms.arn is not None
    assert new_store().info.key_store_id != new_store().info.key_store_id


# --- keys ---


@pytest.mark.req("KST-KEY-003", "KST-KEY-004", "KST-KEY-005", "KST-KEY-006", "KST-ITM-001", "KST-ITM-002", "KST-CTX-001", "KST-CTX-003")
@pytest.mark.req("KST-GET-001", "KST-GET-002", "KST-GET-006", "KST-GET-007", "KST-CTX-002", "HIE-BRK-001")
def test_key_is_made_and_read(store: DynamoDbKeyStore, table: Any) -> None:
    identifier = store.create_key("tenant-1", {"tenant": "blue", "aws-crypto-ec:x": "y"})
    assert identifier == "tenant-1"
    stored = items(store, table)
    assert stored.keys() == {"branch:ACTIVE", "branch:version", "beacon:ACTIVE"}
    own = {"aws-crypto-ec:tenant", "aws-crypto-ec:aws-crypto-ec:x"}
    common = {"branch-key-id", "type", "enc", "kms-arn", "create-time", "hierarchy-version", *own}
    more = {kind: item.keys() ^ common for kind, item in stored.items()}
    assert more == {"branch:ACTIVE": {"version"}, "branch:version": set(), "beacon:ACTIVE": set()}
    active = store.active_branch_key(identifier)
    assert uuid.UUID(active.version).version == 4
    assert stored["branch:ACTIVE"]["version"]["S"] == stored["branch:version"]["type"]["S"] == f"branch:version:{active.version}"
    assert active.encryption_context == {"tenant": "blue", "aws-crypto-ec:x": "y"}
    assert store.branch_key_version(identifier, active.version) == active
    assert len(store.beacon_key(identifier)) == 32
    assert store.beacon_key(identifier) != active.key
    assert stored["branch:ACTIVE"]["create-time"]["S"].endswith("Z") and len(stored["branch:ACTIVE"]["create-time"]["S"]) == 27


@pytest.mark.req("KST-KEY-001", "KST-KEY-002")
@pytest.mark.req("KST-KEY-001", "KST-KEY-002", "KST-KEY-006", kind="negative")
def test_key_of_ones_own_id_needs_a_context_and_is_made_once(store: DynamoDbKeyStore, same_table: MakeStore) -> None:
    assert uuid.UUID(store.create_key()).version == 4
    assert refused(lambda: store.create_key("mine")).code is Code.INVALID_ARGUMENT
    store.create_key("mine", {"a": "b"})
    key = store.active_branch_key("mine")
    error = refused(lambda: store.create_key("mine", {"a": "b"}))
    assert isinstance(error, KeyStoreError)
    assert (error.code, error.aws_code) == (Code.KEY_STORE_FAILED, "TransactionCanceledException")
    assert error.message.startswith("the branch key 'mine' exists already")
    assert store.active_branch_key("mine") == key
    for kms in (KmsConfiguration.discovery(), KmsConfiguration.multi_region_discovery(REGION)):
        discovering = same_table(kms=kms)
        assert discovering.active_branch_key("mine") == key
        for action in (discovering.create_key, lambda: discovering.version_key("mine")):  # noqa: B023  # called at once
            assert refused(action).code is Code.INVALID_ARGUMENT


@pytest.mark.req("KST-VER-001", "KST-VER-002", "KST-VER-003", "KST-VER-004", "KST-VER-005")
def test_new_version_is_active_and_the_old_one_stays(store: DynamoDbKeyStore) -> None:
    identifier = store.create_key("mine", {"a": "b"})
    first = store.active_branch_key(identifier)
    store.version_key(identifier)
    second = store.active_branch_key(identifier)
    assert second.version != first.version
    assert second.key != first.key
    assert second.encryption_context == first.encryption_context
    assert store.branch_key_version(identifier, first.version) == first
    assert store.branch_key_version(identifier, second.version) == second


class Meanwhile:
    """A table in which somebody else makes a version just before ours is written."""

    def __init__(self, table: Any, action: Callable[[], object]) -> None:
        self._table, self._action = table, action

    def __getattr__(self, name: str) -> Any:
        if name == "transact_write_items":
            self._action()
        return getattr(self._table, name)


@pytest.mark.req("KST-VER-004", kind="negative")
def test_two_new_versions_do_not_overwrite_each_other(store: DynamoDbKeyStore, same_table: MakeStore, table: Any) -> None:
    identifier = store.create_key()
    late = same_table(dynamodb_client=Meanwhile(table, lambda: store.version_key(identifier)))
    assert refused(lambda: late.version_key(identifier)).code is Code.KEY_STORE_FAILED
    active = store.active_branch_key(identifier)
    assert store.branch_key_version(identifier, active.version) == active


# --- what is refused ---


@pytest.mark.req("KST-GET-003", kind="negative")
@pytest.mark.req("KST-GET-003")
def test_missing_key_and_version_are_said(store: DynamoDbKeyStore) -> None:
    identifier = store.create_key()
    for action in (
        lambda: store.active_branch_key("other"),
        lambda: store.branch_key_version(identifier, str(uuid.uuid4())),
        lambda: store.beacon_key("other"),
        lambda: store.version_key("other"),
    ):
        error = refused(action)
        assert (type(error), error.code) == (KeyStoreError, Code.BRANCH_KEY_MISSING)


def test_missing_table_is_said(new_store: MakeStore) -> None:
    error = refused(lambda: new_store().active_branch_key("k"))
    assert isinstance(error, KeyStoreError)
    assert (error.code, error.aws_code) == (Code.KEY_STORE_FAILED, "ResourceNotFoundException")


def test_table_that_cannot_be_reached_is_said(store: DynamoDbKeyStore, same_table: MakeStore) -> None:
    once = Config(retries={"total_max_attempts": 1})
    nowhere = boto3.client("dynamodb", region_name=REGION, endpoint_url="http://127.0.0.1:9", config=once)
    error = refused(lambda: same_table(dynamodb_client=nowhere).active_branch_key("k"))
    assert isinstance(error, KeyStoreError)
    assert (error.code, error.aws_code) == (Code.KEY_STORE_FAILED, "EndpointConnectionError")


CHANGES: dict[str, tuple[str, Any]] = {
    "no-enc": ("enc", None),
    "enc-text": ("enc", {"S": "x"}),
    "no-arn": ("kms-arn", None),
    "alias": ("kms-arn", {"S": "arn:aws:kms:eu-west-1:123456789012:alias/x"}),
    "no-arn-at-all": ("kms-arn", {"S": "x"}),
    "no-time": ("create-time", None),
    "no-hierarchy-version": ("hierarchy-version", None),
    "hierarchy-version-2": ("hierarchy-version", {"N": "2"}),
    "hierarchy-version-text": ("hierarchy-version", {"S": "1"}),
    "no-version": ("version", None),
    "version-without-prefix": ("version", {"S": str(uuid.uuid4())}),
    "version-no-uuid": ("version", {"S": "branch:version:1"}),
    "unknown": ("colour", {"S": "red"}),
    "context-bytes": ("aws-crypto-ec:n", {"B": b"x"}),
}


@pytest.mark.req("KST-GET-004")
@pytest.mark.req("KST-GET-004", "KST-ITM-001", kind="negative")
@pytest.mark.parametrize("change", CHANGES)
def test_item_of_another_form_is_refused(store: DynamoDbKeyStore, table: Any, change: str) -> None:
    identifier = store.create_key()
    name, value = CHANGES[change]
    item = {**items(store, table)["branch:ACTIVE"], name: value}
    table.put_item(TableName=store.info.table_name, Item={key: given for key, given in item.items() if given is not None})
    error = refused(lambda: store.active_branch_key(identifier))
    assert (type(error), error.code) == (KeyStoreError, Code.BRANCH_KEY_INVALID)


@pytest.mark.req("KST-CTX-001", "KST-CTX-002", kind="negative")
@pytest.mark.parametrize("name", ["create-time", "aws-crypto-ec:tenant", "version"])
def test_item_that_was_changed_does_not_open(store: DynamoDbKeyStore, table: Any, name: str) -> None:
    identifier = store.create_key("mine", {"tenant": "blue"})
    other = {"version": f"branch:version:{uuid.uuid4()}"}.get(name, "changed")
    table.put_item(TableName=store.info.table_name, Item={**items(store, table)["branch:ACTIVE"], name: {"S": other}})
    for action in (lambda: store.active_branch_key(identifier), lambda: store.version_key(identifier)):
        error = refused(action)
        assert isinstance(error, KmsError)
        assert error.aws_code == "InvalidCiphertextException"


@pytest.mark.req("KST-CTX-001", kind="negative")
def test_logical_name_is_bound(store: DynamoDbKeyStore, same_table: MakeStore) -> None:
    identifier = store.create_key()
    assert refused(lambda: same_table(logical_name="other").active_branch_key(identifier)).code is Code.KMS_FAILED


@pytest.mark.req("KST-KMS-001", "KST-KMS-002", "KST-VER-002", kind="negative")
@pytest.mark.req("KST-KMS-001", "KST-KMS-002")
def test_item_of_another_kms_key_is_refused(store: DynamoDbKeyStore, same_table: MakeStore, make_key: MakeKey) -> None:
    identifier = store.create_key()
    other = same_table(kms=KmsConfiguration.key(make_key(REGION)))
    for action in (lambda: other.active_branch_key(identifier), lambda: other.version_key(identifier)):
        assert refused(action).code is Code.BRANCH_KEY_INVALID
    for text in ("alias/x", "arn:aws:kms:eu-west-1:123456789012:alias/x", "key-id", ""):
        with pytest.raises(UsageError):
            KmsConfiguration.key(text)


class Answering:
    """A KMS client that answers something else."""

    def __init__(self, **answer: Any) -> None:
        self._answer = answer

    def decrypt(self, **request: Any) -> Any:
        return {"KeyId": request["KeyId"], "Plaintext": bytes(32), **self._answer}

    def generate_data_key_without_plaintext(self, **request: Any) -> Any:
        return self._answer


@pytest.mark.req("KST-GET-005")
@pytest.mark.req("KST-GET-005", kind="negative")
@pytest.mark.parametrize("answer", [{"KeyId": "other"}, {"Plaintext": bytes(31)}, {"Plaintext": None}], ids=["key", "length", "none"])
def test_kms_that_answers_something_else_is_refused(store: DynamoDbKeyStore, same_table: MakeStore, answer: dict[str, Any]) -> None:
    identifier = store.create_key()
    odd = same_table(client_supplier=lambda region: Answering(**answer))
    assert refused(lambda: odd.active_branch_key(identifier)).code is Code.BRANCH_KEY_INVALID
    assert len(same_table(client_supplier=lambda region: Answering()).active_branch_key(identifier).key) == 32
    assert refused(odd.create_key).code is Code.BRANCH_KEY_INVALID


MRK = "arn:aws:kms:eu-west-1:123456789012:key/mrk-1"
PLAIN = "arn:aws:kms:eu-west-1:123456789012:key/1"


@pytest.mark.req("KST-KMS-002", "KST-KMS-003")
@pytest.mark.req("KST-KMS-003", kind="negative")
def test_configuration_says_which_key_is_used() -> None:
    def used(kms: KmsConfiguration, stored: str) -> str | None:
        key = kms.used_for(KmsConfiguration.key(stored).arn)  # type: ignore[arg-type]  # a key has an ARN
        return None if key is None else str(key)

    there = MRK.replace("eu-west-1", "us-east-1")
    assert used(KmsConfiguration.key(MRK), MRK) == MRK
    assert used(KmsConfiguration.key(MRK), there) is None
    assert used(KmsConfiguration.multi_region_key(MRK), there) == MRK
    assert used(KmsConfiguration.multi_region_key(PLAIN), PLAIN.replace("eu-west-1", "us-east-1")) is None
    assert used(KmsConfiguration.discovery(), there) == there
    assert used(KmsConfiguration.multi_region_discovery("us-east-1"), MRK) == there
    assert used(KmsConfiguration.multi_region_discovery("us-east-1"), PLAIN) is None
    assert used(KmsConfiguration.multi_region_discovery("eu-west-1"), PLAIN) == PLAIN


# --- the keyring over it ---


class Counting:
    """A KMS client that counts what it is asked."""

    def __init__(self, client: Any) -> None:
        self._client, self.calls = client, 0

    def __getattr__(self, name: str) -> Any:
        self.calls += 1
        return getattr(self._client, name)


@pytest.fixture
def counted(store: DynamoDbKeyStore, same_table: MakeStore, supplier: ClientSupplier) -> Iterator[tuple[DynamoDbKeyStore, Counting]]:
    client = Counting(supplier(REGION))
    yield same_table(client_supplier=lambda region: client), client


@pytest.mark.req("HIE-CAC-001", "HIE-ENC-002", "HIE-DEC-005", "HIE-DEC-004")
def test_messages_before_and_after_a_new_version_are_read(store: DynamoDbKeyStore, counted: tuple[DynamoDbKeyStore, Counting]) -> None:
    asked, client = counted
    identifier = store.create_key("mine", {"a": "b"})
    before = [esdkit.encrypt(source=b"before", keyring=HierarchicalKeyring(asked, branch_key_id=identifier, ttl=60))[0]]
    keyring = HierarchicalKeyring(asked, branch_key_id=identifier, ttl=60)
    client.calls = 0
    before += [esdkit.encrypt(source=b"before", keyring=keyring)[0] for _ in range(20)]
    assert client.calls == 1
    store.version_key(identifier)
    after = esdkit.encrypt(source=b"after", keyring=HierarchicalKeyring(asked, branch_key_id=identifier, ttl=60))[0]
    reader = HierarchicalKeyring(asked, branch_key_id=identifier, ttl=60)
    client.calls = 0
    assert [esdkit.decrypt(source=message, keyring=reader)[0] for message in [*before, after]] == [b"before"] * 21 + [b"after"]
    assert client.calls == 2


@pytest.mark.req("HIE-DEC-008", "HIE-ENC-004", kind="negative")
def test_branch_key_that_cannot_be_had_is_said(store: DynamoDbKeyStore, same_table: MakeStore) -> None:
    identifier = store.create_key()
    message = esdkit.encrypt(source=b"", keyring=HierarchicalKeyring(store, branch_key_id=identifier, ttl=60))[0]
    reader = HierarchicalKeyring(same_table(logical_name="other"), branch_key_id=identifier, ttl=60)
    error = refused(lambda: esdkit.decrypt(source=message, keyring=reader))
    assert isinstance(error, DataKeyUnwrapError)
    assert (error.attempts[0].tried, error.attempts[0].code) == (False, "InvalidCiphertextException")
    assert "logical name 'other'" in error.message
    writer = HierarchicalKeyring(store, branch_key_id="other", ttl=60)
    assert refused(lambda: esdkit.encrypt(source=b"", keyring=writer)).code is Code.BRANCH_KEY_MISSING

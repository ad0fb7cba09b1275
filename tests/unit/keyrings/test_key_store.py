"""The branch key store over a table and a KMS in this process: what cannot be fetched, and what the errors say."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

import esdkit
from esdkit.errors import Code, DataKeyUnwrapError, KeyStoreError, KmsError, UsageError
from esdkit.keyrings import ClientSupplier, DynamoDbKeyStore, HierarchicalKeyring, KmsConfiguration
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms, FakeTable


def store(fake: FakeKms, table: FakeTable, **changes: Any) -> DynamoDbKeyStore:
    given = {"logical_name": "logical", "kms": KmsConfiguration.key(IRELAND), "client_supplier": fake, "dynamodb_client": table}
    return DynamoDbKeyStore(changes.pop("table_name", table.name), **{**given, **changes})


@pytest.fixture
def kms() -> FakeKms:
    return FakeKms([IRELAND, FRANKFURT])


@pytest.fixture
def table(kms: FakeKms) -> FakeTable:
    table = FakeTable()
    store(kms, table).create_key("mine", {"a": "b"})
    return table


FAILURES: dict[str, tuple[dict[str, Any], str | None, str | None, str, str, str]] = {
    "kms-disabled": ({}, "DisabledException", None, "DisabledException", "KMS Decrypt in eu-west-1", "enable it"),
    "kms-denied": ({}, "AccessDeniedException", None, "AccessDeniedException", "KMS Decrypt in eu-west-1", "key policy"),
    "kms-throttled": ({}, "ThrottlingException", None, "ThrottlingException", "KMS Decrypt in eu-west-1", "try again"),
    "wrong-table": ({"table_name": "other"}, None, None, "ResourceNotFoundException", "the table other in eu-west-1", "its region"),
    "table-denied": ({}, None, "AccessDeniedException", "AccessDeniedException", "DynamoDB GetItem", "dynamodb:GetItem"),
    "table-unreachable": ({}, None, "EndpointConnectionError", "EndpointConnectionError", "in eu-west-1", "region of the table"),
    "wrong-logical-name": ({"logical_name": "other"}, None, None, "InvalidCiphertextException", "logical name 'other'", "logical name"),
    "wrong-kms-key": ({"kms": KmsConfiguration.key(FRANKFURT)}, None, None, "branch-key-invalid", IRELAND, "kms_key"),
}


@pytest.mark.req("HIE-DEC-008", kind="negative")
@pytest.mark.parametrize("case", FAILURES)
def test_why_the_branch_key_cannot_be_fetched_is_the_cause(kms: FakeKms, table: FakeTable, case: str) -> None:
    changes, kms_code, table_code, code, what, hint = FAILURES[case]
    message, _ = esdkit.encrypt(source=b"", keyring=HierarchicalKeyring(store(kms, table), branch_key_id="mine", ttl=60))
    kms.fail, table.fail = lambda operation, region: kms_code, lambda operation: table_code
    with pytest.raises(DataKeyUnwrapError) as caught:
        esdkit.decrypt(source=message, keyring=HierarchicalKeyring(store(kms, table, **changes), branch_key_id="mine", ttl=60))
    error, (attempt,) = caught.value, caught.value.attempts
    assert (attempt.tried, attempt.code, attempt.hint) == (False, code, error.hint)
    assert what in error.message and hint in (error.hint or "")
    assert code in error.message or code == "branch-key-invalid"
    assert ".." not in str(error)


@pytest.mark.req("KST-INI-005")
@pytest.mark.parametrize(
    ("configuration", "given", "region"),
    [
        (KmsConfiguration.key(FRANKFURT), None, "eu-central-1"),
        (KmsConfiguration.multi_region_key(IRELAND), None, "eu-west-1"),
        (KmsConfiguration.multi_region_discovery("eu-north-1"), None, "eu-north-1"),
        (KmsConfiguration.discovery(), None, None),
        (KmsConfiguration.key(FRANKFURT), "eu-west-1", "eu-west-1"),
    ],
    ids=["key", "multi-region-key", "multi-region-discovery", "discovery", "given"],
)
def test_table_without_a_client_is_in_the_region_of_the_configuration(
    monkeypatch: pytest.MonkeyPatch, table: FakeTable, configuration: KmsConfiguration, given: str | None, region: str | None
) -> None:
    asked: list[str | None] = []

    def dynamodb(self: ClientSupplier, region: str | None = None) -> FakeTable:
        asked.append(region)
        return table

    monkeypatch.setattr(ClientSupplier, "dynamodb", dynamodb)
    store = DynamoDbKeyStore(table.name, logical_name="logical", kms=configuration, table_region=given)
    with pytest.raises(KeyStoreError):
        store.active_branch_key("missing")
    assert asked == [region]


@pytest.mark.req("KST-INI-004", "KST-KEY-007")
def test_ids_that_are_not_given_are_new_uuids(kms: FakeKms, table: FakeTable) -> None:
    made = [store(kms, table).info.key_store_id for _ in range(2)] + [store(kms, table).create_key() for _ in range(2)]
    assert len(set(made)) == 4
    assert all(str(uuid.UUID(one)) == one and uuid.UUID(one).version == 4 for one in made)
    assert store(kms, table, key_store_id="own").info.key_store_id == "own"


@pytest.mark.req("KST-INI-003", "KST-KMS-004")
def test_every_request_to_kms_has_the_grant_tokens_and_goes_to_the_region_of_the_key(kms: FakeKms, table: FakeTable) -> None:
    granted = store(kms, table, grant_tokens=["one", "two"])
    del kms.calls[:]
    identifier = granted.create_key()
    version = granted.active_branch_key(identifier).version
    granted.branch_key_version(identifier, version)
    granted.beacon_key(identifier)
    assert {operation for operation, _, _ in kms.calls} == {"GenerateDataKeyWithoutPlaintext", "ReEncrypt", "Decrypt"}
    assert all((region, request["GrantTokens"]) == ("eu-west-1", ["one", "two"]) for _, region, request in kms.calls)


@pytest.mark.req("KST-GET-008", kind="negative")
@pytest.mark.parametrize("operation", ["active_branch_key", "branch_key_version", "beacon_key"])
def test_branch_key_that_kms_does_not_decrypt_fails_the_operation(kms: FakeKms, table: FakeTable, operation: str) -> None:
    one = store(kms, table)
    arguments = ["mine", one.active_branch_key("mine").version] if operation == "branch_key_version" else ["mine"]
    kms.fail = lambda operation, region: "AccessDeniedException"
    with pytest.raises(KmsError) as caught:
        getattr(one, operation)(*arguments)
    assert (caught.value.code, caught.value.aws_code) == (Code.KMS_FAILED, "AccessDeniedException")


@pytest.mark.req("KST-KEY-009", kind="negative")
@pytest.mark.parametrize(
    ("operation", "request_"),
    [
        ("create_key", "TransactWriteItems"),
        ("version_key", "TransactWriteItems"),
        ("version_key", "GetItem"),
        ("active_branch_key", "GetItem"),
        ("beacon_key", "GetItem"),
    ],
)
def test_request_that_dynamodb_refuses_fails_the_operation(kms: FakeKms, table: FakeTable, operation: str, request_: str) -> None:
    before = dict(table.items)
    table.fail = lambda called: "AccessDeniedException" if called == request_ else None
    arguments = ["other", {"a": "b"}] if operation == "create_key" else ["mine"]
    with pytest.raises(KeyStoreError) as caught:
        getattr(store(kms, table), operation)(*arguments)
    assert (caught.value.code, caught.value.aws_code) == (Code.KEY_STORE_FAILED, "AccessDeniedException")
    assert table.items == before


@pytest.mark.req("KST-KEY-006", kind="negative")
def test_id_that_exists_is_said_to_exist(kms: FakeKms, table: FakeTable) -> None:
    with pytest.raises(KeyStoreError) as caught:
        store(kms, table).create_key("mine", {"a": "b"})
    assert caught.value.message == "the branch key 'mine' exists already in the table branch-keys in eu-west-1"
    table.fail = lambda operation: "AccessDeniedException"
    with pytest.raises(KeyStoreError) as caught:
        store(kms, table).create_key("other", {"a": "b"})
    assert "exists" not in caught.value.message


@pytest.mark.req("KST-VER-004", kind="negative")
def test_discovery_makes_no_version_and_asks_nobody(kms: FakeKms, table: FakeTable) -> None:
    discovering = store(kms, table, kms=KmsConfiguration.discovery())
    del kms.calls[:]
    with pytest.raises(UsageError) as caught:
        discovering.version_key("mine")
    assert (caught.value.code, kms.calls) == (Code.INVALID_ARGUMENT, [])


@pytest.mark.req("KST-KEY-001", kind="negative")
@pytest.mark.parametrize("context", [{"a": 1}, {"a": "b" * 65_536}], ids=["no-text", "too-long"])
def test_context_that_cannot_be_bound_is_refused_before_any_request(kms: FakeKms, table: FakeTable, context: Any) -> None:
    one = store(kms, table)
    del kms.calls[:]
    with pytest.raises(UsageError) as caught:
        one.create_key("other", context)
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, "encryption_context")
    assert kms.calls == []


@pytest.mark.req("KST-INI-005", kind="negative")
def test_region_of_the_table_is_given_or_that_of_the_client(kms: FakeKms, table: FakeTable, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"eu-central-1": table}
    monkeypatch.setattr("esdkit.keyrings.kms.client.ClientSupplier.dynamodb", lambda self, region=None: made[region])
    there = store(kms, table, dynamodb_client=None, table_region="eu-central-1")
    assert there.active_branch_key("mine").branch_key_id == "mine"
    with pytest.raises(UsageError) as caught:
        store(kms, table, table_region="eu-central-1")
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KST-INI-002", kind="negative")
@pytest.mark.parametrize("other", [IRELAND, None, KmsConfiguration], ids=["arn", "none", "class"])
def test_configuration_of_another_type_is_refused(kms: FakeKms, table: FakeTable, other: Any) -> None:
    with pytest.raises(UsageError) as caught:
        store(kms, table, kms=other)
    assert caught.value.code is Code.INVALID_ARGUMENT


ODD_ITEMS: dict[str, Any] = {
    "null-item": "item",
    "list": ["branch-key-id"],
    "null-text": {"kms-arn": None},
    "null-key": {"enc": None},
    "null-version": {"hierarchy-version": None},
    "null-context": {"aws-crypto-ec:a": None},
    "text-as-attribute": {"create-time": "2026-01-01"},
    "null-in-attribute": {"kms-arn": {"S": None}},
    "typed-null": {"enc": {"NULL": True}},
    "list-as-key": {"enc": {"B": [1]}},
}


@pytest.mark.req("KST-GET-004", kind="negative")
@pytest.mark.parametrize("case", ODD_ITEMS)
def test_item_with_odd_attributes_is_refused_before_kms_is_asked(
    kms: FakeKms, table: FakeTable, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = table.items["mine", "branch:ACTIVE"]
    odd = ODD_ITEMS[case]
    monkeypatch.setattr(table, "get_item", lambda **_: {"Item": {**good, **odd} if isinstance(odd, dict) else odd})
    kms.calls.clear()
    with pytest.raises(KeyStoreError) as caught:
        store(kms, table).active_branch_key("mine")
    assert (caught.value.code, kms.calls) == (Code.BRANCH_KEY_INVALID, [])


@pytest.mark.parametrize("answer", [None, [], "Item"])
def test_answer_of_a_table_that_is_no_mapping_is_refused(
    kms: FakeKms, table: FakeTable, answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for operation in ("get_item", "describe_table"):
        monkeypatch.setattr(table, operation, lambda **_: answer)
    for ask in (lambda: store(kms, table).active_branch_key("mine"), store(kms, table).create_key_store):
        with pytest.raises(KeyStoreError) as caught:
            ask()
        assert caught.value.code is Code.KEY_STORE_FAILED
        assert "returned an answer that cannot be read" in caught.value.message


SCHEMA = [{"AttributeName": "branch-key-id", "KeyType": "HASH"}, {"AttributeName": "type", "KeyType": "RANGE"}]
TYPES = [{"AttributeName": "branch-key-id", "AttributeType": "S"}, {"AttributeName": "type", "AttributeType": "S"}]
TABLE: dict[str, Any] = {"KeySchema": SCHEMA, "AttributeDefinitions": TYPES, "TableArn": "arn:aws:dynamodb:eu-west-1:111122223333:table/t"}


@pytest.mark.req("KST-CRE-003", kind="negative")
@pytest.mark.parametrize(
    "changes",
    [
        *({name: None} for name in TABLE),
        *({name: {}} for name in TABLE),
        {"KeySchema": [None, *SCHEMA]},
        {"KeySchema": SCHEMA[:1]},
        {"AttributeDefinitions": TYPES[:1]},
        {"AttributeDefinitions": [{"AttributeName": "type"}, TYPES[0]]},
    ],
    ids=str,
)
def test_table_whose_description_lacks_members_is_refused(
    kms: FakeKms, table: FakeTable, changes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "describe_table", lambda **_: {"Table": {**TABLE, **changes}})
    with pytest.raises(KeyStoreError) as caught:
        store(kms, table).create_key_store()
    assert caught.value.code is Code.KEY_STORE_FAILED


@pytest.mark.req("KST-CRE-003")
def test_table_may_define_other_attributes(kms: FakeKms, table: FakeTable, monkeypatch: pytest.MonkeyPatch) -> None:
    more = [None, {"AttributeName": "other", "AttributeType": "N"}, *TYPES[::-1]]
    monkeypatch.setattr(table, "describe_table", lambda **_: {"Table": {**TABLE, "AttributeDefinitions": more}})
    assert store(kms, table).create_key_store() == TABLE["TableArn"]

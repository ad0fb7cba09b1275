"""The branch key store over a table and a KMS in this process: what cannot be fetched, and what the errors say."""

from __future__ import annotations

from typing import Any

import pytest

import esdkit
from esdkit.errors import Code, DataKeyUnwrapError, KeyStoreError, UsageError
from esdkit.keyrings import DynamoDbKeyStore, HierarchicalKeyring, KmsConfiguration
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


@pytest.mark.req("KST-KEY-006", kind="negative")
def test_id_that_exists_is_said_to_exist(kms: FakeKms, table: FakeTable) -> None:
    with pytest.raises(KeyStoreError) as caught:
        store(kms, table).create_key("mine", {"a": "b"})
    assert caught.value.message == "the branch key 'mine' exists already in the table branch-keys in eu-west-1"
    table.fail = lambda operation: "AccessDeniedException"
    with pytest.raises(KeyStoreError) as caught:
        store(kms, table).create_key("other", {"a": "b"})
    assert "exists" not in caught.value.message


def test_region_of_the_table_is_given_or_that_of_the_client(kms: FakeKms, table: FakeTable, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"eu-central-1": table}
    monkeypatch.setattr("esdkit.keyrings.kms.client.ClientSupplier.dynamodb", lambda self, region=None: made[region])
    there = store(kms, table, dynamodb_client=None, table_region="eu-central-1")
    assert there.active_branch_key("mine").branch_key_id == "mine"
    with pytest.raises(UsageError) as caught:
        store(kms, table, table_region="eu-central-1")
    assert caught.value.code is Code.INVALID_ARGUMENT

"""The branch key store on Amazon DynamoDB (framework/branch-key-store.md): branch keys, wrapped by AWS KMS, as items of one table.

    branch-key-id   type                     what
    id              branch:ACTIVE            the version to encrypt with, named in ``version``
    id              branch:version:<uuid>    each version, to decrypt with
    id              beacon:ACTIVE            the beacon key

Strategy: a new version's key never leaves KMS in the clear: it is generated for the reading item and re-encrypted for the active one. Items
are written in one transaction, under conditions, so that two administrators cannot overwrite each other. An item itself, and what binds it
to its key, is in ``key_store_item``.
Invariants: no plaintext key in an error, a log or the table; the KMS key of an item is one that the configuration allows.
Long, because what a store reads, creates and rotates goes through the same requests and the same checks.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol, cast

from esdkit.caches import SynchronizedCache
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, EsdkError, KeyStoreError, KmsError, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings.base import require_text, require_texts
from esdkit.keyrings.branch_key import BranchKey, require_branch_key_id
from esdkit.keyrings.description import Description, Seconds, Text, Whole
from esdkit.keyrings.hierarchy import HierarchicalKeyring
from esdkit.keyrings.key_store_item import KEY_ATTRIBUTES, WRAPPED_KEY, KeyStoreItem, key_arn
from esdkit.keyrings.kms.client import (
    ClientSupplier,
    RegionalClientSupplier,
    aws_details,
    aws_failures,
    call_kms,
    client_of,
    operation_name,
)
from esdkit.keyrings.kms.requests import KMS_OPTIONS
from esdkit.keyrings.memory import asked_once
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.arn import Arn, is_multi_region_match
from esdkit.spec import CONSTANTS, dynamodb_advice, error_codes, error_for, kms_advice

__all__ = ["DESCRIPTIONS", "DynamoDbClient", "DynamoDbKeyStore", "KeyStoreInfo", "KmsConfiguration"]

_NAMES = CONSTANTS.hierarchy
_ID, _TYPE = KEY_ATTRIBUTES
_SCHEMA = ({"AttributeName": _ID, "KeyType": "HASH"}, {"AttributeName": _TYPE, "KeyType": "RANGE"})
_TYPES = tuple({"AttributeName": name, "AttributeType": "S"} for name in KEY_ATTRIBUTES)
_KEY_NAMES = {"#id": _ID}
_NEW = "attribute_not_exists(#id)"
_WAITS = 60  # seconds for a new table to exist


class DynamoDbClient(Protocol):
    """What the store calls, by boto3's names; ``boto3.client("dynamodb")`` is one."""

    def get_item(self, **request: Any) -> Any: ...
    def transact_write_items(self, **request: Any) -> Any: ...
    def describe_table(self, **request: Any) -> Any: ...
    def create_table(self, **request: Any) -> Any: ...
    def get_waiter(self, name: Any, /) -> Any: ...


@frozen
class KmsConfiguration:
    """Which KMS keys may wrap branch keys.

    Create it with ``key``, ``multi_region_key``, ``discovery`` or ``multi_region_discovery``.

    Attributes:
        arn: the key; None in discovery.
        region: the region of multi-Region discovery, else None.
        multi_region: whether a replica in another region is accepted.
    """

    arn: Arn | None = None
    region: str | None = None
    multi_region: bool = False

    @classmethod
    def key(cls, arn: str) -> KmsConfiguration:
        """Exactly this key.

        Args:
            arn: its ARN.

        Raises:
            UsageError: ``invalid-argument``: not the ARN of a KMS key.
        """
        # Reqs: KST-KMS-001
        return cls(key_arn(arn))

    @classmethod
    def multi_region_key(cls, arn: str) -> KmsConfiguration:
        """This multi-Region key or a replica of it; KMS is asked in the region of this ARN.

        Args:
            arn: the ARN of the replica to use.

        Raises:
            UsageError: ``invalid-argument``: not the ARN of a KMS key.
        """
        # Reqs: KST-KMS-001, KST-KMS-002
        return cls(key_arn(arn), multi_region=True)

    @classmethod
    def discovery(cls) -> KmsConfiguration:
        """Whatever key the items name, each in its own region. Such a store cannot create branch keys."""
        return cls()

    @classmethod
    def multi_region_discovery(cls, region: str) -> KmsConfiguration:
        """Whatever key the items name; of a multi-Region key the replica in this region. Such a store cannot create branch keys.

        Args:
            region: the region to ask.

        Raises:
            UsageError: ``invalid-argument``: not a region name.
        """
        # Reqs: KST-KMS-003
        return cls(region=require_text("region", region, "eu-west-1"), multi_region=True)

    @property
    def home(self) -> str | None:
        """The region that is configured; None for discovery."""
        return self.region if self.arn is None else self.arn.region

    def used_for(self, stored: Arn) -> Arn | None:
        """The key to ask KMS for; None if the configuration does not allow it.

        Args:
            stored: the key that an item of the store names.
        """
        # Reqs: KST-KMS-002, KST-KMS-003
        if self.arn is not None:
            matches = is_multi_region_match(str(self.arn), stored) if self.multi_region else self.arn == stored
            return self.arn if matches else None
        if self.region is None:
            return stored
        if stored.is_multi_region:
            return stored.in_region(self.region)
        return stored if stored.region == self.region else None


@frozen
class KeyStoreInfo:
    """The settings of a key store; see ``DynamoDbKeyStore``."""

    key_store_id: str
    table_name: str
    logical_name: str
    kms: KmsConfiguration
    grant_tokens: tuple[str, ...]


class DynamoDbKeyStore:
    """A store of branch keys in one DynamoDB table.

    Args:
        table_name: the name of the table.
        logical_name: bound to every key; it must stay the same when the table is restored under another name.
        kms: which KMS keys may wrap branch keys, for example ``KmsConfiguration.key(ARN)``.
        client_supplier: a function from a region to a KMS client; None for a new ``ClientSupplier``.
        dynamodb_client: the client for the table; None for one with the settings of ``client_supplier``.
        table_region: the region of the table, where there is no ``dynamodb_client``; None for the region of ``kms``, in discovery for the
            default region.
        grant_tokens: sent to KMS with each request.
        key_store_id: the id of this object; None for a new UUID.
        now: a function that returns the time, for ``create-time``.

    Raises:
        UsageError: ``invalid-argument``: an empty name, not a ``KmsConfiguration``, ``grant_tokens`` that is not a list of strings, or a
            region beside a client, which has its own.
    """

    def __init__(
        self,
        table_name: str,
        *,
        logical_name: str,
        kms: KmsConfiguration,
        client_supplier: RegionalClientSupplier | None = None,
        dynamodb_client: DynamoDbClient | None = None,
        table_region: str | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
        key_store_id: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        # Reqs: KST-INI-001, KST-INI-002, KST-INI-004, KST-INI-005
        if not isinstance(kms, KmsConfiguration):
            raise UsageError(Code.INVALID_ARGUMENT, "kms must be a KmsConfiguration, for example KmsConfiguration.key(ARN)")
        if dynamodb_client is not None and table_region is not None:
            raise UsageError(Code.INVALID_ARGUMENT, "give either dynamodb_client or table_region: a client has a region of its own")
        self._table = require_text("table_name", table_name, "branch-keys")
        self.logical_name = require_text("logical_name", logical_name, "branch-keys")
        self._kms = kms
        self._clients = ClientSupplier() if client_supplier is None else client_supplier
        self._dynamodb_client = dynamodb_client
        self._table_region = kms.home if table_region is None else require_text("table_region", table_region, "eu-west-1")
        self._grant_tokens = require_texts("grant_tokens", grant_tokens, '"…"')
        self._key_store_id = str(uuid.uuid4()) if key_store_id is None else key_store_id
        self._now = now

    def __repr__(self) -> str:
        return f"DynamoDbKeyStore({self._table!r}, logical_name={self.logical_name!r})"

    @property
    def info(self) -> KeyStoreInfo:
        """The store's settings."""
        # Reqs: KST-INF-001
        return KeyStoreInfo(self._key_store_id, self._table, self.logical_name, self._kms, self._grant_tokens)

    # ---------------------------------------------------------------- reading
    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        """The active version of a branch key, unwrapped.

        Args:
            branch_key_id: the branch key.

        Raises:
            KeyStoreError: ``branch-key-missing``. ``branch-key-invalid``: the item is not a branch key, or another KMS key wrapped it.
                ``key-store-failed``: DynamoDB refused the request or could not be reached.
            KmsError: ``kms-failed``, ``kms-response-invalid``.
        """
        # Reqs: KST-GET-001, KST-GET-003, KST-GET-006
        return self._branch_key(self._read(branch_key_id, _NAMES.active_type))

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        """One version of a branch key, unwrapped.

        Args:
            branch_key_id: the branch key.
            version: its version, a UUID.

        Raises:
            KeyStoreError, KmsError: as ``active_branch_key``.
        """
        # Reqs: KST-GET-002, KST-GET-003, KST-GET-006
        return self._branch_key(self._read(branch_key_id, f"{_NAMES.version_type_prefix}{version}"))

    def beacon_key(self, branch_key_id: str) -> Secret:
        """The beacon key of a branch key, for searchable encryption in other products.

        Args:
            branch_key_id: the branch key.

        Raises:
            KeyStoreError, KmsError: as ``active_branch_key``.
        """
        # Reqs: KST-GET-007
        return self._unwrap(self._read(branch_key_id, _NAMES.beacon_type))

    def _branch_key(self, item: KeyStoreItem) -> BranchKey:
        key = self._unwrap(item)
        return BranchKey(branch_key_id=item.branch_key_id, version=item.uuid, key=key, encryption_context=item.own_context)

    def _read(self, branch_key_id: str, kind: str) -> KeyStoreItem:
        require_branch_key_id(branch_key_id)
        key = {_ID: {"S": branch_key_id}, _TYPE: {"S": kind}}
        answer = self._read_table("get_item", Key=key, ConsistentRead=True)  # a key just made must be found
        if not answer.get("Item"):
            what = f"the table {self._table} in {self._where()} has no item {kind} for the branch key {branch_key_id!r}"
            raise error_for(Code.BRANCH_KEY_MISSING, what)
        return KeyStoreItem.read(answer["Item"], branch_key_id, kind)

    def _unwrap(self, item: KeyStoreItem) -> Secret:
        # Reqs: KST-GET-005, KST-GET-006
        key = self._allowed(item)
        context = item.context(self.logical_name)
        try:
            answer = self._ask_kms(key, "decrypt", KeyId=str(key), CiphertextBlob=item.wrapped, EncryptionContext=context)
        except KmsError as error:
            advice = kms_advice().get(error.cause)
            if advice is not None and advice.key_used:
                error.message = f"{item} does not open under the logical name {self.logical_name!r}: {error.message}"
                error.hint = "Give the logical name that the branch key was created with; if it is right, the item was changed."
            raise
        plaintext = answer.get("Plaintext")
        if answer.get("KeyId") != str(key) or not isinstance(plaintext, bytes) or len(plaintext) != _NAMES.branch_key_length:
            raise error_for(Code.BRANCH_KEY_INVALID, f"KMS answered for another key, or with the wrong length, for {item}")
        return Secret(plaintext)

    def _allowed(self, item: KeyStoreItem) -> Arn:
        # Reqs: KST-KMS-002
        key = self._kms.used_for(item.kms_arn)
        if key is None:
            error = error_for(Code.BRANCH_KEY_INVALID, f"{item} is wrapped under {item.kms_arn}, which the store does not allow")
            error.hint = "Allow the KMS key that wraps the item: KmsConfiguration.key, or kms_key in a keyring file."
            raise error
        return key

    # ---------------------------------------------------------------- administration
    def create_key_store(self) -> str:
        """Create the table, or check that an existing one is a key store.

        Returns:
            The ARN of the table.

        Raises:
            KeyStoreError: ``key-store-failed``: the table has the wrong schema, or DynamoDB refused the request or could not be reached.
        """
        # Reqs: KST-CRE-001, KST-CRE-002, KST-CRE-003
        try:
            table = self._described()
        except KeyStoreError as error:
            if error.aws_code != "ResourceNotFoundException":
                raise
            self._create_table()
            table = self._described()
        if not _has_schema(table):
            raise error_for(Code.KEY_STORE_FAILED, f"the table {self._table} does not have the schema of a key store")
        arn = table.get("TableArn")
        if not isinstance(arn, str):
            raise self._unreadable("describe_table")
        return arn

    def create_key(self, branch_key_id: str | None = None, encryption_context: Mapping[str, str] | None = None) -> str:
        """Create a branch key, with its first version and a beacon key.

        Args:
            branch_key_id: its id, which needs an ``encryption_context``; None for a new UUID.
            encryption_context: pairs that KMS binds to the key.

        Returns:
            The branch key id.

        Raises:
            UsageError: ``invalid-argument``: an id without encryption context, or a store in discovery.
            KeyStoreError: ``key-store-failed``: the id exists already, or DynamoDB refused the request or could not be reached.
            KmsError: ``kms-failed``, ``kms-response-invalid``.
        """
        # Reqs: KST-KEY-001, KST-KEY-002, KST-KEY-003, KST-KEY-004, KST-KEY-005, KST-KEY-006, KST-KEY-007
        kms_arn = self._own_key()
        own_context = dict(encryption_context or {})
        serialize_encryption_context(own_context)
        if branch_key_id is not None and not own_context:
            raise UsageError(Code.INVALID_ARGUMENT, "a branch_key_id of your own needs an encryption_context")
        identifier = str(uuid.uuid4()) if branch_key_id is None else require_branch_key_id(branch_key_id)
        reading, active = self._new_version(KeyStoreItem.blank(identifier, kms_arn, self._timestamp(), own_context))
        beacon = self._generated(replace(reading, kind=_NAMES.beacon_type, wrapped=b""))
        puts = [self._put(item, _NEW) for item in (reading, active, beacon)]
        self._write(puts, f"the branch key {identifier!r} exists already", "Choose another id; version_key creates a new version of a key.")
        return identifier

    def version_key(self, branch_key_id: str) -> None:
        """Create a new version of a branch key and make it the active one. Older versions still decrypt.

        Args:
            branch_key_id: the branch key.

        Raises:
            UsageError: ``invalid-argument``: a store in discovery.
            KeyStoreError: as ``active_branch_key``; ``key-store-failed`` also if somebody else created a version at the same time.
            KmsError: ``kms-failed``, ``kms-response-invalid``.
        """
        # Reqs: KST-VER-001, KST-VER-002, KST-VER-003, KST-VER-004, KST-VER-005
        self._own_key()
        before = self._read(branch_key_id, _NAMES.active_type)
        self._re_encrypt(before, before)  # KMS says whether the item is authentic
        reading, active = self._new_version(replace(before, created=self._timestamp()))
        unchanged = {"ExpressionAttributeValues": {":before": {"B": before.wrapped}}}
        guard = self._put(active, "attribute_exists(#id) AND #enc = :before", {"#enc": WRAPPED_KEY}, unchanged)
        puts = [self._put(reading, _NEW), guard]
        self._write(puts, f"the branch key {branch_key_id!r} got another version meanwhile", "Read it again before you create one more.")

    def _own_key(self) -> Arn:
        if self._kms.arn is None:
            raise UsageError(Code.INVALID_ARGUMENT, "a key store in discovery cannot create branch keys: use KmsConfiguration.key(ARN)")
        return self._kms.arn

    def _new_version(self, like: KeyStoreItem) -> tuple[KeyStoreItem, KeyStoreItem]:
        """The version's own item and the active item of a new version."""
        # Reqs: KST-KEY-003, KST-KEY-004
        version = f"{_NAMES.version_type_prefix}{uuid.uuid4()}"
        reading = self._generated(replace(like, kind=version, version=None, wrapped=b""))
        blank = replace(reading, kind=_NAMES.active_type, version=version)
        return reading, replace(blank, wrapped=self._re_encrypt(reading, blank))

    def _generated(self, item: KeyStoreItem) -> KeyStoreItem:
        """The item with a new key, which never leaves KMS in the clear."""
        key = self._allowed(item)
        answer = self._ask_kms(
            key,
            "generate_data_key_without_plaintext",
            KeyId=str(key),
            NumberOfBytes=_NAMES.branch_key_length,
            EncryptionContext=item.context(self.logical_name),
        )
        return replace(item, wrapped=_blob(answer))

    def _re_encrypt(self, item: KeyStoreItem, to: KeyStoreItem) -> bytes:
        """The key of an item, wrapped for another one."""
        key = self._allowed(item)
        answer = self._ask_kms(
            key,
            "re_encrypt",
            SourceKeyId=str(key),
            SourceEncryptionContext=item.context(self.logical_name),
            CiphertextBlob=item.wrapped,
            DestinationKeyId=str(key),
            DestinationEncryptionContext=to.context(self.logical_name),
        )
        return _blob(answer)

    def _put(
        self, item: KeyStoreItem, condition: str, names: Mapping[str, str] | None = None, more: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        names = {**_KEY_NAMES, **(names or {})}
        return {
            "Put": {
                "TableName": self._table,
                "Item": item.stored(),
                "ConditionExpression": condition,
                "ExpressionAttributeNames": names,
                **(more or {}),
            }
        }

    def _write(self, puts: Sequence[Mapping[str, Any]], conflict: str, hint: str) -> None:
        """Write all items or none. ``conflict``: what it means when the condition of one does not hold; ``hint``: what to do then."""
        try:
            self._ask_table("transact_write_items", TransactItems=list(puts))
        except KeyStoreError as error:
            if error.aws_code == "TransactionCanceledException" and "ConditionalCheckFailed" in error.message:
                error.message, error.hint = f"{conflict} in the table {self._table} in {self._where()}", hint
            raise

    def _described(self) -> Mapping[str, Any]:
        table = self._read_table("describe_table").get("Table")
        if not isinstance(table, Mapping):
            raise self._unreadable("describe_table")
        return table

    def _create_table(self) -> None:
        self._ask_table(
            "create_table",
            TableName=self._table,
            KeySchema=list(_SCHEMA),
            AttributeDefinitions=list(_TYPES),
            BillingMode="PAY_PER_REQUEST",
        )
        with aws_failures(lambda error: self._refused("create_table", error)):
            self._client().get_waiter("table_exists").wait(TableName=self._table, WaiterConfig={"Delay": 1, "MaxAttempts": _WAITS})

    def _timestamp(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    # ---------------------------------------------------------------- servers
    def _ask_kms(self, key: Arn, operation: str, **request: Any) -> Mapping[str, Any]:
        def send() -> Mapping[str, Any]:
            # Reqs: KST-INI-003, KST-KMS-004, KST-GET-008
            client = client_of(self._clients, key.region)
            return call_kms(client, operation, region=key.region, GrantTokens=list(self._grant_tokens), **request)

        return asked_once(self, operation, {"region": key.region, **request}, send)

    def _ask_table(self, operation: str, **request: Any) -> Mapping[str, Any]:
        return asked_once(self, operation, request, lambda: self._sent(operation, request))

    def _read_table(self, operation: str, **request: Any) -> Mapping[str, Any]:
        answer: Any = self._ask_table(operation, TableName=self._table, **request)
        if not isinstance(answer, Mapping):  # a user's own client
            raise self._unreadable(operation)
        return answer

    def _sent(self, operation: str, request: Mapping[str, Any]) -> Mapping[str, Any]:
        # Reqs: KST-KEY-009
        with aws_failures(lambda error: self._refused(operation, error)):
            answer: Mapping[str, Any] = getattr(self._client(), operation)(**request)
        return answer

    def _unreadable(self, operation: str) -> EsdkError:
        what = f"DynamoDB {operation_name(operation)} on the table {self._table} in {self._where()} returned an answer that cannot be read"
        return error_for(Code.KEY_STORE_FAILED, what)

    def _client(self) -> DynamoDbClient:
        if self._dynamodb_client is None:
            supplier = self._clients if isinstance(self._clients, ClientSupplier) else ClientSupplier()
            with aws_failures(lambda error: self._refused("client", error)):
                self._dynamodb_client = cast(DynamoDbClient, supplier.dynamodb(self._table_region))
        return self._dynamodb_client

    def _where(self) -> str:
        """The region of the table, as far as it is known before a client says."""
        meta = getattr(self._dynamodb_client, "meta", None)
        region = getattr(meta, "region_name", None) or self._table_region
        return "the default region" if region is None else str(region)

    def _refused(self, operation: str, error: Exception) -> KeyStoreError:
        """What DynamoDB said. Its text has the reasons of a failed transaction, and nothing of an item."""
        aws_code, said = aws_details(error)
        row = error_codes()[Code.KEY_STORE_FAILED]
        what = f"DynamoDB {operation_name(operation)} on the table {self._table} in {self._where()} failed: {aws_code}"
        hint = dynamodb_advice().get(aws_code, row.hint)
        return KeyStoreError(
            Code.KEY_STORE_FAILED, f"{what}: {said}" if said else what, aws_code=aws_code, reqs=row.requirements, hint=hint
        )


def _blob(answer: Mapping[str, Any]) -> bytes:
    blob = answer.get("CiphertextBlob")
    if not isinstance(blob, bytes) or not blob:
        raise error_for(Code.BRANCH_KEY_INVALID, "KMS answered without a wrapped key")
    return blob


def _has_schema(table: Mapping[str, Any]) -> bool:
    """Whether a table has the key of a key store; other attributes may be defined beside it."""
    schema, types = table.get("KeySchema"), table.get("AttributeDefinitions")
    if not isinstance(schema, list) or not isinstance(types, list):
        return False
    defined = [row for row in types if isinstance(row, Mapping) and row.get("AttributeName") in KEY_ATTRIBUTES]
    return sorted(schema, key=str) == sorted(_SCHEMA, key=str) and sorted(defined, key=str) == sorted(_TYPES, key=str)


def _hierarchical(
    *,
    table_name: str,
    logical_name: str,
    kms_key: str | None = None,
    multi_region_kms_key: str | None = None,
    discovery_region: str | None = None,
    table_region: str | None = None,
    client_supplier: ClientSupplier | None = None,
    grant_tokens: list[str] | tuple[str, ...] = (),
    capacity: int = CONSTANTS.hierarchy.default_cache_capacity,
    **options: Any,
) -> HierarchicalKeyring:
    """A hierarchical keyring over this store; its KMS key is one of three options, or whatever the items name."""
    ways = {
        KmsConfiguration.key: kms_key,
        KmsConfiguration.multi_region_key: multi_region_kms_key,
        KmsConfiguration.multi_region_discovery: discovery_region,
    }
    given = [make(value) for make, value in ways.items() if value is not None]
    if len(given) > 1:
        raise UsageError(Code.INVALID_ARGUMENT, "give one of kms_key, multi_region_kms_key and discovery_region")
    kms = given[0] if given else KmsConfiguration.discovery()
    store = DynamoDbKeyStore(
        table_name,
        logical_name=logical_name,
        kms=kms,
        client_supplier=client_supplier,
        table_region=table_region,
        grant_tokens=grant_tokens,
    )
    return HierarchicalKeyring(store, cache=SynchronizedCache(capacity), **options)


DESCRIPTIONS = {
    "hierarchical": Description(
        _hierarchical,
        {"table_name": Text(), "logical_name": Text(), "branch_key_id": Text(), "ttl": Seconds()},
        {
            "table_region": Text(),
            "kms_key": Text(),
            "multi_region_kms_key": Text(),
            "discovery_region": Text(),
            "capacity": Whole(),
            "partition_id": Text(),
            **KMS_OPTIONS,
        },
        aws=True,
    )
}

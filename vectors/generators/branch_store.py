"""The Python SDK with the branch keys of the manifest: its hierarchical keyring needs AWS KMS and a table; a local server is both.

Strategy: every branch key of ``keys.json`` is put into a table, wrapped by the server's KMS, as the SDK itself would have put it. An entry
``NAME-older`` is an earlier version of the branch key of ``NAME``. The SDK then reads and writes under keys that the vectors give.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from typing import Any

import boto3

from esdkit.keyrings import ClientSupplier, DynamoDbKeyStore, KmsConfiguration
from esdkit.keyrings.key_store_item import KeyStoreItem, key_arn
from esdkit.spec import CONSTANTS
from esdkit.targets.base import EncryptRequest, Given, Refused
from esdkit.vectors.model import Reject, Vector
from esdkit.vectors.reading import policy_of
from tests.kms.servers import CREDENTIALS, Server, moto
from tools.drivers.peer import Peer, python_peer
from vectors.generators.writers import GenerationError

__all__ = ["BranchKeySdk", "branch_key_sdk"]

_REGION, _TABLE, _LOGICAL_NAME = CREDENTIALS["AWS_DEFAULT_REGION"], "branch-keys", "vectors"
_CREATED = "2026-11-24T00:00:00.000000Z"
_OLDER = "-older"
_NAMES = CONSTANTS.hierarchy


class BranchKeySdk:
    """A running SDK whose key store has the branch keys."""

    def __init__(self, peer: Peer, key_id: str) -> None:
        self._peer = peer
        self._store = {"table": _TABLE, "logical-name": _LOGICAL_NAME, "key-id": key_id}
        self.implementation = {"name": "aws-encryption-sdk-python", "version": version("aws-encryption-sdk")}

    def write(self, request: EncryptRequest) -> bytes:
        """The message that it writes under the active version of a branch key.

        Raises:
            GenerationError: it does not.
        """
        answer = self._peer.encrypt(
            request.plaintext,
            keyring=self._keyring(request.keyring["branch_key_id"]),
            suite=request.suite,
            frame_length=request.frame_length,
            commitment_policy=request.policy,
            encryption_context=dict(request.context),
        )
        if answer.result is None:
            raise GenerationError(f"{self.implementation['name']} does not write it: {answer}")
        return answer.result

    def read(self, vector: Vector) -> Given | Refused | None:
        """What it says to a vector with a branch key; None for others."""
        options = {} if vector.keys is None else vector.keys.keyring.get("hierarchical_static", {})
        if not options or (isinstance(vector.expectation, Reject) and options["branch_key"]["file"].endswith(_OLDER)):
            return None  # the key store has the later version, too
        answer = self._peer.decrypt(
            vector.ciphertext,
            keyring=self._keyring(options["branch_key_id"]),
            encryption_context=dict(vector.encryption_context) or None,
            commitment_policy=policy_of(vector).value,
            max_encrypted_data_keys=vector.max_encrypted_data_keys,
        )
        return Refused(answer.error_message or "", answer.error_class or "") if answer.result is None else Given(answer.result)

    def _keyring(self, branch_key_id: str) -> dict[str, Any]:
        return {"type": "kms-hierarchical", "branch-key-id": branch_key_id, "key-store": self._store}


@contextmanager
def branch_key_sdk(keys: Mapping[str, Mapping[str, Any]]) -> Iterator[BranchKeySdk]:
    """The SDK, started, with the branch keys of a keys manifest."""
    with moto() as server:
        key_id = _fill(server, keys)
        os.environ |= {**CREDENTIALS, "AWS_ENDPOINT_URL": server.url}
        with python_peer() as peer:
            yield BranchKeySdk(peer, key_id)


def _fill(server: Server, keys: Mapping[str, Mapping[str, Any]]) -> str:
    """Makes the KMS key and the table; the ARN of the key."""
    at: dict[str, Any] = {
        "region_name": _REGION,
        "endpoint_url": server.url,
        "aws_access_key_id": "testing",
        "aws_secret_access_key": "testing",
    }
    kms, table = boto3.client("kms", **at), boto3.client("dynamodb", **at)
    arn: str = kms.create_key()["KeyMetadata"]["Arn"]
    supplier = ClientSupplier(endpoint_url=server.url)
    options: dict[str, Any] = {"kms": KmsConfiguration.key(arn), "client_supplier": supplier, "dynamodb_client": table}
    DynamoDbKeyStore(_TABLE, logical_name=_LOGICAL_NAME, **options).create_key_store()
    for name, entry in keys.items():
        if entry["type"] == "static-branch-key":
            for item in _items(name, entry, arn):
                context = item.context(_LOGICAL_NAME)
                wrapped = kms.encrypt(KeyId=arn, Plaintext=base64.b64decode(entry["branchKey"]), EncryptionContext=context)[
                    "CiphertextBlob"
                ]
                table.put_item(TableName=_TABLE, Item=replace(item, wrapped=wrapped).stored())
    return arn


def _items(name: str, entry: Mapping[str, Any], arn: str) -> Iterator[KeyStoreItem]:
    """The item of a version and, of the latest one, the active item."""
    blank = KeyStoreItem.blank(entry["key-id"], key_arn(arn), _CREATED, {})
    kind = _NAMES.version_type_prefix + entry["branchKeyVersion"]
    yield replace(blank, kind=kind)
    if not name.endswith(_OLDER):
        yield replace(blank, kind=_NAMES.active_type, version=kind)

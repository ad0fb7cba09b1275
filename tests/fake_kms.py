"""A small KMS in this process, for the rules that no server breaks on demand: answers for other keys, wrong lengths, any error code.

The table of a key store is here, too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

from botocore.exceptions import ClientError, EndpointConnectionError
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.ec import ECDH, EllipticCurvePrivateKey, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from esdkit.keyrings.kms.client import KmsClient

__all__ = ["ACCOUNT", "FRANKFURT", "IRELAND", "FakeKms", "FakeTable", "mrk"]

ACCOUNT = "111122223333"
IRELAND = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
FRANKFURT = f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/0987dcba-09fe-87dc-65ba-ab0987654321"


def mrk(region: str, account: str = ACCOUNT) -> str:
    return f"arn:aws:kms:{region}:{account}:key/mrk-1234abcd12ab34cd56ef1234567890ab"


class FakeKms:
    """Keys of all regions; ``client(region)`` is a client supplier. A key is its ARN: replicas of one id share it.

    Attributes:
        calls: operation, region and request of each call.
        down: regions that cannot be reached.
        fail: gives an AWS error code for a call, or None.
        change: changes an answer.
    """

    def __init__(self, arns: Iterable[str], rsa: RSAPrivateKey | None = None, ec: EllipticCurvePrivateKey | None = None) -> None:
        self.arns = set(arns)
        self.rsa, self.ec = rsa, ec
        self.calls: list[tuple[str, str | None, dict[str, Any]]] = []
        self.down: set[str | None] = set()
        self.fail: Callable[[str, str | None], str | None] = lambda operation, region: None
        self.change: Callable[[dict[str, Any]], dict[str, Any]] = lambda answer: answer

    def __call__(self, region: str | None) -> KmsClient:
        return _Client(self, region)

    def operations(self) -> list[tuple[str, str | None]]:
        return [(operation, region) for operation, region, _ in self.calls]


class FakeTable:
    """A DynamoDB client with one table, for a key store.

    Attributes:
        calls: operations.
        fail: gives an AWS error code for a call, or None; ``EndpointConnectionError`` for no answer.
    """

    def __init__(self, name: str = "branch-keys", region: str = "eu-west-1") -> None:
        self.name, self.meta = name, SimpleNamespace(region_name=region)
        self.items: dict[tuple[str, str], dict[str, Any]] = {}
        self.calls: list[str] = []
        self.fail: Callable[[str], str | None] = lambda operation: None

    def _called(self, operation: str, table: str) -> None:
        self.calls.append(operation)
        code = self.fail(operation) if table == self.name else "ResourceNotFoundException"
        if code == "EndpointConnectionError":
            raise EndpointConnectionError(endpoint_url="https://dynamodb.example")
        if code is not None:
            raise ClientError({"Error": {"Code": code, "Message": f"{code} said."}}, operation)

    def get_item(self, **request: Any) -> Any:
        self._called("GetItem", request["TableName"])
        item = self.items.get((request["Key"]["branch-key-id"]["S"], request["Key"]["type"]["S"]))
        return {} if item is None else {"Item": item}

    def transact_write_items(self, **request: Any) -> Any:
        """Every item must be new."""
        puts = [put["Put"] for put in request["TransactItems"]]
        self._called("TransactWriteItems", puts[0]["TableName"])
        new = {(put["Item"]["branch-key-id"]["S"], put["Item"]["type"]["S"]): put["Item"] for put in puts}
        if new.keys() & self.items.keys():
            reasons = "Transaction cancelled [None, ConditionalCheckFailed, None]"
            raise ClientError({"Error": {"Code": "TransactionCanceledException", "Message": reasons}}, "TransactWriteItems")
        self.items |= new

    def describe_table(self, **request: Any) -> Any:
        raise NotImplementedError

    def create_table(self, **request: Any) -> Any:
        raise NotImplementedError

    def get_waiter(self, name: Any, /) -> Any:
        raise NotImplementedError


class _Client:
    def __init__(self, kms: FakeKms, region: str | None) -> None:
        self._kms, self._region = kms, region

    def _called(self, operation: str, request: dict[str, Any], key_name: str = "KeyId") -> str:
        self._kms.calls.append((operation, self._region, request))
        if self._region in self._kms.down:
            raise EndpointConnectionError(endpoint_url="https://kms.example")
        code = self._kms.fail(operation, self._region)
        key = request[key_name]
        arn = key if key.startswith("arn:") else next((one for one in self._kms.arns if key in one or key == "alias/one"), key)
        if code is None and (arn not in self._kms.arns or (self._region is not None and arn.split(":")[3] != self._region)):
            code = "NotFoundException"
        if code is not None:
            raise ClientError({"Error": {"Code": code, "Message": f"{code} said"}}, operation)
        return arn

    def generate_data_key(self, **request: Any) -> Any:
        arn = self._called("GenerateDataKey", request)
        data_key = os.urandom(request["NumberOfBytes"])
        return self._kms.change({"KeyId": arn, "Plaintext": data_key, "CiphertextBlob": _seal(arn, data_key, request["EncryptionContext"])})

    def encrypt(self, **request: Any) -> Any:
        arn = self._called("Encrypt", request)
        return self._kms.change({"KeyId": arn, "CiphertextBlob": _seal(arn, request["Plaintext"], request["EncryptionContext"])})

    def decrypt(self, **request: Any) -> Any:
        arn = self._called("Decrypt", request)
        blob = request["CiphertextBlob"]
        if self._kms.rsa is not None:
            algorithm = {"RSAES_OAEP_SHA_1": hashes.SHA1(), "RSAES_OAEP_SHA_256": hashes.SHA256()}[request["EncryptionAlgorithm"]]
            try:
                plaintext = self._kms.rsa.decrypt(blob, padding.OAEP(padding.MGF1(algorithm), algorithm, None))
            except ValueError:
                raise _invalid() from None
        else:
            plaintext = _open(arn, blob, request["EncryptionContext"])
        return self._kms.change({"KeyId": arn, "Plaintext": plaintext})

    def generate_data_key_without_plaintext(self, **request: Any) -> Any:
        arn = self._called("GenerateDataKeyWithoutPlaintext", request)
        return {"KeyId": arn, "CiphertextBlob": _seal(arn, os.urandom(request["NumberOfBytes"]), request["EncryptionContext"])}

    def re_encrypt(self, **request: Any) -> Any:
        arn = self._called("ReEncrypt", request, "SourceKeyId")
        plaintext = _open(arn, request["CiphertextBlob"], request["SourceEncryptionContext"])
        return {"KeyId": arn, "CiphertextBlob": _seal(arn, plaintext, request["DestinationEncryptionContext"])}

    def derive_shared_secret(self, **request: Any) -> Any:
        arn = self._called("DeriveSharedSecret", request)
        assert self._kms.ec is not None
        other = load_der_public_key(request["PublicKey"])
        assert isinstance(other, EllipticCurvePublicKey)
        return {"KeyId": arn, "SharedSecret": self._kms.ec.exchange(ECDH(), other)}

    def get_public_key(self, **request: Any) -> Any:
        arn = self._called("GetPublicKey", request)
        assert self._kms.ec is not None
        public_key = self._kms.ec.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        spec = f"ECC_NIST_P{self._kms.ec.key_size}"
        return self._kms.change({"KeyId": arn, "PublicKey": public_key, "KeyUsage": "KEY_AGREEMENT", "KeySpec": spec})


def _cipher(arn: str) -> AESGCM:
    return AESGCM(arn.rsplit("/", 1)[1].encode().rjust(36, b"-")[:32])


def _seal(arn: str, plaintext: bytes, context: dict[str, str]) -> bytes:
    iv = os.urandom(12)
    return iv + _cipher(arn).encrypt(iv, plaintext, json.dumps(sorted(context.items())).encode())


def _open(arn: str, blob: bytes, context: dict[str, str]) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(arn).decrypt(blob[:12], blob[12:], json.dumps(sorted(context.items())).encode())
    except (InvalidTag, ValueError):
        raise _invalid() from None


def _invalid() -> ClientError:
    return ClientError({"Error": {"Code": "InvalidCiphertextException", "Message": ""}}, "Decrypt")

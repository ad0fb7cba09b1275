"""Manifests that ask for messages, small and in the forms of the official ones."""

from __future__ import annotations

from typing import Any

from tests.samples import native_keys
from tests.unit.vectors.making import Json

NAMESPACE = "aws-raw-vectors-persistant"
CONTEXT = {"key1": "val1", "key2": "val2"}


def keys_file() -> Json:
    """The keys of the native set, and one in AWS KMS."""
    kms = {"encrypt": True, "decrypt": True, "type": "aws-kms", "key-id": "arn:aws:kms:us-west-2:111122223333:key/one"}
    return {"manifest": {"type": "keys", "version": 3}, "keys": {**native_keys(), "kms": kms}}


def raw(key: str = "aes-256") -> Json:
    """A master key, or a key description: both have this form."""
    description = {"type": "raw", "key": key, "provider-id": NAMESPACE}
    if key.startswith("aes"):
        return {**description, "encryption-algorithm": "aes"}
    return {**description, "encryption-algorithm": "rsa", "padding-algorithm": "oaep-mgf1", "padding-hash": "sha256"}


KMS: Json = {"type": "aws-kms", "key": "kms"}


def asked(*masters: Json, **members: Any) -> Json:
    """A case of awses-encrypt version 1 and 2."""
    return {
        "plaintext": "small",
        "algorithm": "0478",
        "frame-size": 512,
        "encryption-context": CONTEXT,
        "master-keys": list(masters) or [raw()],
        **members,
    }


def asked_5(encrypt: Json, decrypt: Json, **members: Any) -> Json:
    """A case of version 5."""
    scenario = {
        "type": "positive-esdk",
        "plaintext": "small",
        "description": "made",
        "algorithmSuiteId": "0578",
        "frame-size": 512,
        "encryptKeyDescription": encrypt,
        "decryptKeyDescription": decrypt,
        "encryption-context": CONTEXT,
        "reproduced-encryption-context": {},
    }
    return {"encryption-scenario": {**scenario, **members}}


def keyring_vector(kind: str, **members: Any) -> Json:
    """A case of awses-mpl-encrypt."""
    test: Json = {
        "type": kind,
        "description": "made",
        "algorithmSuiteId": "0478",
        "encryptionContext": CONTEXT,
        "requiredEncryptionContextKeys": [],
        "encryptKeyDescription": raw(),
        "decryptKeyDescription": raw(),
    }
    return {name: value for name, value in {**test, **members}.items() if value is not None}


def asking(version: int, tests: Json, kind: str = "awses-encrypt", **members: Any) -> Json:
    """The whole manifest."""
    return {
        "manifest": {"type": kind, "version": version},
        "keys": "file://keys.json",
        "plaintexts": {"small": 1100, "tiny": 10, "none": 0},
        "tests": tests,
        **members,
    }

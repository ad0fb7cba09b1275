"""The official Python SDK as a program: one JSON job per line on stdin, one JSON answer per line on stdout.

Run with the project's own interpreter (``aws-encryption-sdk[MPL]`` is in the ``peers`` extra); ``peer.py`` is the client. A job holds:

    op                       "encrypt" | "decrypt" | "create-branch-key" | "version-branch-key"
    api                      "keyring" (Material Providers Library, the default) | "provider" (the older raw master keys)
    keyring                  a key description as in an awses-decrypt v5 manifest: raw | multi-keyring | required-encryption-context-cmm;
                             or one of the KMS keyrings below (with the provider API: kms alone)
                             raw: "key-name-hex" replaces the key's id by bytes
    keys                     the entries of a keys manifest that the description names; encrypting with RSA needs the public one
    plaintext | ciphertext   base64
    suite                    encrypt: "0578"; absent: the policy's own choice
    encryption-context       encrypt: what to bind; decrypt: what to reproduce
    frame-length             encrypt: bytes, a multiple of 128; 0 writes a non-framed body; absent: the SDK's default
    commitment-policy        a policy's name; absent: the SDK's default
    max-encrypted-data-keys  absent: no limit

KMS keyrings describe themselves (``keys`` may be left out):

    kms, kms-mrk                      key-ids: the ARNs, of which the first generates
    kms-discovery, kms-mrk-discovery  regions; account-ids: a filter, absent: none
    kms-rsa                           key-id: the ARN, encryption-algorithm: KMS's name, public-key: PEM
    kms-hierarchical                  branch-key-id; key-store: {table, logical-name, key-id: the KMS key's ARN}

``create-branch-key`` and ``version-branch-key`` take ``key-store`` and ``branch-key-id`` (the first also ``encryption-context``) in the job
itself and return the branch key's id.

An answer is ``{"ok": true, "result": base64, "sdk", "version"}`` or ``{"ok": false, "error": {"class", "message"}, "sdk", "version"}``. A
rejected job is an answer and does not end the program, which runs until stdin closes. It opens no file. It connects to KMS and DynamoDB
only for KMS keyrings, as its environment says (AWS_ENDPOINT_URL, credentials). Error texts are the SDK's first line, shortened, with the
job's key material removed; nothing but answers is written to stdout.
"""

from __future__ import annotations

import base64
import json
import logging
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any

import aws_encryption_sdk
import boto3
from aws_cryptographic_material_providers.keystore import KeyStore
from aws_cryptographic_material_providers.keystore.config import KeyStoreConfig
from aws_cryptographic_material_providers.keystore.models import CreateKeyInput, KMSConfigurationKmsKeyArn, VersionKeyInput
from aws_cryptographic_material_providers.mpl.models import (
    CreateAwsKmsDiscoveryMultiKeyringInput,
    CreateAwsKmsHierarchicalKeyringInput,
    CreateAwsKmsMrkDiscoveryMultiKeyringInput,
    CreateAwsKmsMrkMultiKeyringInput,
    CreateAwsKmsMultiKeyringInput,
    CreateAwsKmsRsaKeyringInput,
    CreateDefaultCryptographicMaterialsManagerInput,
    CreateRequiredEncryptionContextCMMInput,
    DiscoveryFilter,
)
from aws_encryption_sdk.identifiers import Algorithm, CommitmentPolicy
from aws_encryption_sdk.key_providers.kms import StrictAwsKmsMasterKeyProvider

from tools.drivers.python.keyrings import LIBRARY, keyring_of, multi_keyring
from tools.drivers.python.providers import combined, raw_master_key
from tools.drivers.python.request import Keyring, RequestError, Unsupported

__all__ = ["answer", "client", "main", "materials"]

Job = Mapping[str, Any]

_IDENTITY = {"sdk": "aws-encryption-sdk-python", "version": version("aws-encryption-sdk")}
_MESSAGE_LENGTH = 400


class JobError(Exception):
    """The job asks for something that this driver does not know."""


def _padding(description: Job) -> str:
    """The padding by the protocol's name."""
    algorithm = description.get("padding-algorithm")
    name = algorithm if algorithm == "pkcs1" else f"{algorithm}-{description.get('padding-hash')}".replace("-mgf1", "")
    if name not in ("pkcs1", "oaep-sha1", "oaep-sha256", "oaep-sha384", "oaep-sha512"):
        raise JobError(f"unknown padding {name}")
    return name


def _raw(description: Job, keys: Job) -> Keyring:
    """A raw description and the key that it names, as the protocol's keyring."""
    entry = keys[description["key"]]
    name = bytes.fromhex(description["key-name-hex"]) if "key-name-hex" in description else entry["key-id"]
    names = {"namespace": description["provider-id"], "name": name}
    if description["encryption-algorithm"] == "aes":
        return {"type": "raw-aes", **names, "key": entry["material"]}
    return {"type": "raw-rsa", **names, "padding": _padding(description), entry["type"]: entry["material"]}


def _provider(description: Job, keys: Job) -> Any:
    """The older API's master key provider for a description; its first key generates the data key.

    The providers after the first are nested in it. It asks them when encrypting and not when decrypting, so that
    which of several data keys it opens does not depend on its random order; the program under test (``python/driver.py``) asks them all.
    """
    if description["type"] == "raw":
        return combined([raw_master_key(_raw(description, keys))])
    if description["type"] == "kms":
        return StrictAwsKmsMasterKeyProvider(key_ids=description["key-ids"])
    if description["type"] != "multi-keyring":
        raise JobError(f"the provider API has no {description['type']}")
    members = [*filter(None, [description.get("generator")]), *description["childKeyrings"]]
    if not members:
        raise JobError("the provider API has no provider of no keys")
    first, *rest = (_provider(member, keys) for member in members)
    for member in rest:
        first.add_master_key_provider(member)
    return first


def _region(arn: str) -> str:
    return arn.split(":")[3]


def _kms_keys(description: Job) -> dict[str, Any]:
    generator, *others = description["key-ids"]
    return {"generator": generator, "kms_key_ids": others}


def _kms_discovery(description: Job) -> dict[str, Any]:
    accounts = description.get("account-ids")
    return {
        "regions": description["regions"],
        "discovery_filter": DiscoveryFilter(account_ids=accounts, partition="aws") if accounts else None,
    }


def _kms_rsa_keyring(description: Job) -> Any:
    key_id = description["key-id"]
    return LIBRARY.create_aws_kms_rsa_keyring(
        CreateAwsKmsRsaKeyringInput(
            kms_key_id=key_id,
            encryption_algorithm=description["encryption-algorithm"],
            public_key=description["public-key"].encode("ascii"),
            kms_client=boto3.client("kms", region_name=_region(key_id)),
        )
    )


def _key_store(description: Job) -> Any:
    key_id = description["key-id"]
    return KeyStore(
        config=KeyStoreConfig(
            ddb_table_name=description["table"],
            logical_key_store_name=description["logical-name"],
            kms_configuration=KMSConfigurationKmsKeyArn(value=key_id),
            ddb_client=boto3.client("dynamodb", region_name=_region(key_id)),
            kms_client=boto3.client("kms", region_name=_region(key_id)),
        )
    )


def _hierarchical_keyring(description: Job) -> Any:
    return LIBRARY.create_aws_kms_hierarchical_keyring(
        CreateAwsKmsHierarchicalKeyringInput(
            key_store=_key_store(description["key-store"]), branch_key_id=description["branch-key-id"], ttl_seconds=600
        )
    )


_KMS_KEYRINGS: Mapping[str, Callable[[Job], Any]] = {
    "kms": lambda of: LIBRARY.create_aws_kms_multi_keyring(CreateAwsKmsMultiKeyringInput(**_kms_keys(of))),
    "kms-discovery": lambda of: LIBRARY.create_aws_kms_discovery_multi_keyring(
        CreateAwsKmsDiscoveryMultiKeyringInput(**_kms_discovery(of))
    ),
    "kms-hierarchical": _hierarchical_keyring,
    "kms-mrk": lambda of: LIBRARY.create_aws_kms_mrk_multi_keyring(CreateAwsKmsMrkMultiKeyringInput(**_kms_keys(of))),
    "kms-mrk-discovery": lambda of: LIBRARY.create_aws_kms_mrk_discovery_multi_keyring(
        CreateAwsKmsMrkDiscoveryMultiKeyringInput(**_kms_discovery(of))
    ),
    "kms-rsa": _kms_rsa_keyring,
}


def _keyring(description: Job, keys: Job) -> Any:
    """The MPL keyring for a description."""
    if description["type"] == "raw":
        return keyring_of(_raw(description, keys))
    if make := _KMS_KEYRINGS.get(description["type"]):
        return make(description)
    if description["type"] == "multi-keyring":
        generator = description.get("generator")
        return multi_keyring(generator and _keyring(generator, keys), [_keyring(child, keys) for child in description["childKeyrings"]])
    raise JobError(f"no keyring for {description['type']}")


def _manager(description: Job, keys: Job) -> Any:
    """The MPL cryptographic materials manager for a description."""
    if description["type"] != "required-encryption-context-cmm":
        keyring = _keyring(description, keys)
        return LIBRARY.create_default_cryptographic_materials_manager(CreateDefaultCryptographicMaterialsManagerInput(keyring=keyring))
    return LIBRARY.create_required_encryption_context_cmm(
        CreateRequiredEncryptionContextCMMInput(
            underlying_cmm=_manager(description["underlying"], keys),
            required_encryption_context_keys=list(description["requiredEncryptionContextKeys"]),
        )
    )


def materials(job: Job) -> dict[str, Any]:
    """The keys of a job as the keyword argument that the SDK's ``encrypt`` and ``decrypt`` take."""
    if job.get("api", "keyring") == "provider":
        return {"key_provider": _provider(job["keyring"], job["keys"])}
    return {"materials_manager": _manager(job["keyring"], job.get("keys", {}))}


def client(job: Job) -> Any:
    """The SDK's client with the policy and the limit of a job."""
    options = {"max_encrypted_data_keys": job.get("max-encrypted-data-keys")}
    if policy := job.get("commitment-policy"):
        options["commitment_policy"] = CommitmentPolicy[policy]
    return aws_encryption_sdk.EncryptionSDKClient(**options)


def _encrypt(job: Job) -> bytes:
    options: dict[str, Any] = {}
    if suite := job.get("suite"):
        options["algorithm"] = Algorithm.get_by_id(int(suite, 16))
    if (frame_length := job.get("frame-length")) is not None:
        options["frame_length"] = frame_length
    context = dict(job.get("encryption-context") or {})
    source = base64.b64decode(job["plaintext"], validate=True)
    ciphertext, _ = client(job).encrypt(source=source, encryption_context=context, **options, **materials(job))
    return bytes(ciphertext)


def _decrypt(job: Job) -> bytes:
    options: dict[str, Any] = {}
    if context := job.get("encryption-context"):
        options["encryption_context"] = dict(context)
    plaintext, _ = client(job).decrypt(source=base64.b64decode(job["ciphertext"], validate=True), **options, **materials(job))
    return bytes(plaintext)


def _create_branch_key(job: Job) -> bytes:
    made = _key_store(job["key-store"]).create_key(
        CreateKeyInput(branch_key_identifier=job["branch-key-id"], encryption_context=dict(job["encryption-context"]))
    )
    return str(made.branch_key_identifier).encode("utf-8")


def _version_branch_key(job: Job) -> bytes:
    _key_store(job["key-store"]).version_key(VersionKeyInput(branch_key_identifier=job["branch-key-id"]))
    return str(job["branch-key-id"]).encode("utf-8")


_OPERATIONS: Mapping[str, Callable[[Job], bytes]] = {
    "create-branch-key": _create_branch_key,
    "decrypt": _decrypt,
    "encrypt": _encrypt,
    "version-branch-key": _version_branch_key,
}


def _describe(error: Exception, job: Job) -> str:
    """The first line of the error, without the job's key material."""
    text = str(error)
    for entry in job.get("keys", {}).values():
        text = text.replace(entry.get("material") or "\n", "[key]")
    return next(iter(text.splitlines()), "")[:_MESSAGE_LENGTH]


def answer(line: str) -> dict[str, Any]:
    """Does one job.

    Args:
        line: the job as JSON.

    Returns:
            the answer; an error of any kind, by this driver or by the SDK, is an answer too.
    """
    try:
        job = json.loads(line)
        operation = _OPERATIONS[job["op"]]
    except (ValueError, KeyError, TypeError):  # the text of these may quote the line
        return {"ok": False, "error": {"class": "JobError", "message": "not a job"}, **_IDENTITY}
    try:
        result = operation(job)
    except (RequestError, Unsupported) as error:
        return {"ok": False, "error": {"class": JobError.__name__, "message": str(error)}, **_IDENTITY}
    except Exception as error:  # noqa: BLE001 (the SDK documents no common base for what it raises; whatever it is, it is the answer)
        return {"ok": False, "error": {"class": type(error).__name__, "message": _describe(error, job)}, **_IDENTITY}
    return {"ok": True, "result": base64.b64encode(result).decode("ascii"), **_IDENTITY}


def main() -> None:
    """Answers jobs until stdin closes."""
    logging.disable(logging.CRITICAL)  # the SDK logs a traceback for every rejected message
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        answers.write(json.dumps(answer(line)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()

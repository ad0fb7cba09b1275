"""An SDK as a program under test: the official one for Python, raw AES keys. Replace ``open_with`` and ``ABILITIES`` by yours.

It needs `pip install "aws-encryption-sdk[MPL]"`.
"""

import base64
import json
import logging
import sys
from importlib.metadata import version

from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.models import AesWrappingAlg, CreateRawAesKeyringInput
from aws_encryption_sdk import CommitmentPolicy, EncryptionSDKClient
from aws_encryption_sdk.identifiers import Algorithm

PROVIDERS = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())
WRAPPING = {length: getattr(AesWrappingAlg, f"ALG_AES{8 * length}_GCM_IV12_TAG16") for length in (16, 24, 32)}
ABILITIES = {
    "protocol": 1,
    "name": "AWS Encryption SDK for Python",
    "version": version("aws-encryption-sdk"),
    "suites": [f"{suite.algorithm_id:04x}" for suite in Algorithm],
    "keys": ["raw-aes"],
    "policies": [policy.name for policy in CommitmentPolicy],
    "frame_lengths": {"least": 1, "most": 4294967295, "multiple": 1},  # of what it writes; this one only reads
    **dict.fromkeys(["encrypt", "non_framed", "required_context", "streaming"], False),
}


def open_with(keyring: dict, request: dict) -> bytes:
    """The plaintext. Whatever the SDK raises is its refusal."""
    key = base64.b64decode(keyring["key"])
    names = {"key_namespace": keyring["namespace"], "key_name": keyring["name"]}
    made = PROVIDERS.create_raw_aes_keyring(CreateRawAesKeyringInput(**names, wrapping_key=key, wrapping_alg=WRAPPING[len(key)]))
    policy, limit = CommitmentPolicy[request["policy"]], request["max_encrypted_data_keys"]
    client = EncryptionSDKClient(commitment_policy=policy, max_encrypted_data_keys=limit)
    message = base64.b64decode(request["message"])
    return client.decrypt(source=message, keyring=made, encryption_context=request["context"] or None)[0]


def answer(request: dict) -> dict:
    if request["op"] == "describe":
        return {"ok": True, **ABILITIES}
    if request["op"] != "decrypt" or request["keyring"]["type"] not in ABILITIES["keys"]:
        return {"ok": False, "unsupported": f"{request['op']} with this keyring"}
    try:
        return {"ok": True, "plaintext": base64.b64encode(open_with(request["keyring"], request)).decode()}
    except Exception as error:  # noqa: BLE001 (an SDK documents no common base for what it raises)
        return {"ok": False, "error": str(error)[:400], "class": type(error).__name__}


logging.disable()  # only answers go to stdout, whatever the SDK logs
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request)}), flush=True)

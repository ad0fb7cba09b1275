"""Descriptions of KMS keyrings: what a run asks AWS with, if it may ask.

Strategy: without ``--aws`` such a description is no more than a reason to skip, so one that says too little for a keyring is no error here;
it stays a reason to skip.
"""

from __future__ import annotations

from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import AwsKms

__all__ = ["aws_kms"]

_KEYRINGS = {"aws-kms": "KmsKeyring", "aws-kms-mrk-aware": "KmsMrkKeyring"}
_CURVES = {"ecc-256": "P-256", "ecc-384": "P-384", "ecc-521": "P-521"}


def aws_kms(node: JsonNode, kind: str, entry: JsonNode | None) -> AwsKms | None:
    """The keyring of a description; None when AWS is not all that it needs.

    Args:
        node: the description.
        kind: its type.
        entry: the entry of the keys manifest that it names.
    """
    if kind == "aws-kms-mrk-aware-discovery":
        return _discovery(node)
    if entry is None or not _decrypts(entry):
        return None
    if kind == "aws-kms-ecdh":
        return _ecdh(node, entry)
    key_id = _text(entry, "key-id")
    if key_id is None:
        return None
    if kind == "aws-kms-rsa":
        return AwsKms("KmsRsaKeyring", {"key_id": key_id, "encryption_algorithm": _text(node, "encryption-algorithm")})
    return AwsKms(_KEYRINGS[kind], {"key_ids": [key_id]})


def _discovery(node: JsonNode) -> AwsKms | None:
    region, filtered = _text(node, "default-mrk-region"), node.get("aws-kms-discovery-filter")
    if region is None:
        return None
    options: dict[str, object] = {"regions": [region]}
    if filtered is not None:
        options |= {"account_ids": [item.text() for item in filtered["account-ids"].items()], "partition": filtered["partition"].text()}
    return AwsKms("KmsMrkDiscoveryKeyring", options)


def _ecdh(node: JsonNode, entry: JsonNode) -> AwsKms | None:
    """Static: the sender's key in KMS and the recipient's public key. Discovery: the recipient's key in KMS."""
    curve, schema = _CURVES.get(_text(entry, "key-id") or ""), _text(node, "schema")
    own = {"static": "sender", "discovery": "recipient"}.get(schema or "")
    if curve is None or own is None:
        return None
    key_id, own_public_key = entry[f"{own}-material"].text(), entry[f"{own}-material-public-key"].base64()
    options: dict[str, object] = {"curve": curve, "key_id": key_id, "own_public_key": own_public_key}
    if schema == "static":
        options["public_key"] = entry["recipient-material-public-key"].base64()
    return AwsKms("KmsEcdhKeyring", options, schema)


def _decrypts(entry: JsonNode) -> bool:
    decrypt = entry.get("decrypt")
    return decrypt is not None and decrypt.boolean()


def _text(node: JsonNode, name: str) -> str | None:
    member = node.get(name)
    return None if member is None else member.text()

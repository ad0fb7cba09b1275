"""Descriptions of KMS keyrings: what a run asks AWS with, if it may ask.

Strategy: without ``--aws`` such a description is only a reason to skip, so one that says too little for a keyring is not an error;
it stays a reason to skip.
"""

from __future__ import annotations

from typing import Any

from esdkit.spec import CONSTANTS
from esdkit.vectors.manifests.node import JsonNode

__all__ = ["aws_kms"]

_OF_ONE_KEY = {"aws-kms": "kms", "aws-kms-mrk-aware": "kms_mrk"}
_CURVES = {f"ecc-{curve.bits}": curve.name for curve in CONSTANTS.curves.values()}


def aws_kms(node: JsonNode, kind: str, entry: JsonNode | None, keys: dict[str, bytes]) -> dict[str, Any] | None:
    """The keyring of a description, as in a keyring file; None when AWS is not all that it needs.

    Args:
        node: the description.
        kind: its type.
        entry: the entry of the keys manifest that it names.
        keys: the keys that the keyring file names are added.
    """
    if kind == "aws-kms-mrk-aware-discovery":
        return _discovery(node)
    if entry is None or not _decrypts(entry):
        return None
    if kind == "aws-kms-ecdh":
        return _ecdh(node, entry, keys)
    key_id = _text(entry, "key-id")
    if key_id is None:
        return None
    if kind == "aws-kms-rsa":
        return {"kms_rsa": {"key_id": key_id, "encryption_algorithm": _text(node, "encryption-algorithm")}}
    return {_OF_ONE_KEY[kind]: {"key_ids": [key_id]}}


def _discovery(node: JsonNode) -> dict[str, Any] | None:
    region, filtered = _text(node, "default-mrk-region"), node.get("aws-kms-discovery-filter")
    if region is None:
        return None
    options: dict[str, object] = {"regions": [region]}
    if filtered is not None:
        options |= {"account_ids": [item.text() for item in filtered["account-ids"].items()], "partition": filtered["partition"].text()}
    return {"kms_mrk_discovery": options}


def _ecdh(node: JsonNode, entry: JsonNode, keys: dict[str, bytes]) -> dict[str, Any] | None:
    """Static: the sender's key in KMS and the recipient's public key. Discovery: the recipient's key in KMS."""
    curve, schema = _CURVES.get(_text(entry, "key-id") or ""), _text(node, "schema")
    own = {"static": "sender", "discovery": "recipient"}.get(schema or "")
    if curve is None or own is None:
        return None
    name = node["recipient"].text()

    def public_key(side: str) -> dict[str, str]:
        keys[f"{name}#{side}-public"] = entry[f"{side}-material-public-key"].base64()
        return {"file": f"{name}#{side}-public"}

    options: dict[str, object] = {"curve": curve, "key_id": entry[f"{own}-material"].text(), "own_public_key": public_key(own)}
    if schema == "static":
        options["public_key"] = public_key("recipient")
    return {f"kms_ecdh_{schema}": options}


def _decrypts(entry: JsonNode) -> bool:
    decrypt = entry.get("decrypt")
    return decrypt is not None and decrypt.boolean()


def _text(node: JsonNode, name: str) -> str | None:
    member = node.get(name)
    return None if member is None else member.text()

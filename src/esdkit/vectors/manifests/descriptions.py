"""Key descriptions: which keyring or CMM a case is decrypted with.

Two spellings are read: the list of master keys of awses-decrypt version 1 to 4, and the nested description of version 5, which the native
manifest shares. Both give the same `KeyDescription`.
Invariants: a description whose keyring esdkit has not, or whose key is not at hand, becomes `Unavailable`; a faulty or unknown one is an
error; nesting is bounded by ``key_description_depth``.
"""
# Reqs: TVM-DEC-005, TVM-DEC-006, TVM-DEC-007, TVM-DEC-008, TVM-DEC-009, TVM-DEC-013, TVM-DEC-014, TVM-DEC-015, TVM-DEC-016, TVM-DEC-017,
# TVM-DEC-019

from __future__ import annotations

from typing import TypeVar

from esdkit.errors import Code, UsageError
from esdkit.spec import CONSTANTS, LIMITS
from esdkit.vectors.keyrings import local_keyring
from esdkit.vectors.manifests.aws import aws_kms
from esdkit.vectors.manifests.keys import EccKeys, KeysManifest, PemKey, SymmetricKey
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import (
    GivenDataKey,
    KeyDescription,
    MultiKeyrings,
    Need,
    RawAes,
    RawEcdh,
    RawRsa,
    RequiredContext,
    StaticHierarchy,
    Unavailable,
)

__all__ = ["parse_description", "parse_master_keys", "usable"]

Local = TypeVar("Local", RawAes, RawRsa, RawEcdh, GivenDataKey, StaticHierarchy)

_KMS_KEYRINGS = ("aws-kms", "aws-kms-mrk-aware", "aws-kms-rsa")
_KMS_WITHOUT_KEY = ("aws-kms-mrk-aware-discovery", "aws-kms-ecdh")
_MASTER_KEYS = ("raw", "aws-kms", "aws-kms-mrk-aware", "aws-kms-mrk-aware-discovery")
_PADDINGS = {"pkcs1": "pkcs1", **{f"oaep-mgf1 {digest}": name for name, digest in CONSTANTS.raw_rsa_paddings.items() if digest}}
_HASHES = [digest for digest in CONSTANTS.raw_rsa_paddings.values() if digest]


def parse_master_keys(node: JsonNode, keys: KeysManifest) -> KeyDescription:
    """Read the master keys of one case: one is that key's keyring, several are a multi-keyring with the first as generator.

    Args:
        node: the list.
        keys: the keys that it names.

    Raises:
        VectorError: ``manifest-invalid`` or ``manifest-unsupported``.
    """
    masters = [_keyring(item, keys, item["type"].choice(_MASTER_KEYS)) for item in node.items()]
    if not masters:
        raise node.error("the list is empty")
    return masters[0] if len(masters) == 1 else MultiKeyrings(masters[0], tuple(masters[1:]))


def parse_description(node: JsonNode, keys: KeysManifest) -> KeyDescription:
    """Read a nested key description: a keyring, or a CMM over one.

    Args:
        node: the description.
        keys: the keys that it names.

    Raises:
        VectorError: ``manifest-invalid`` or ``manifest-unsupported``.
    """
    return _cmm(node, keys, depth=0)


def usable(description: Local, node: JsonNode) -> Local:
    """The description, if a keyring can be made of it.

    Raises:
        VectorError: ``manifest-invalid``, at ``node``.
    """
    try:
        local_keyring(description)
    except UsageError as error:
        raise node.error(error.message) from error
    return description


def _cmm(node: JsonNode, keys: KeysManifest, depth: int) -> KeyDescription:
    if node["type"].text() != "required-encryption-context-cmm":
        return _nested(node, keys, depth)
    required = tuple(item.text() for item in node["requiredEncryptionContextKeys"].items())
    return RequiredContext(required, _cmm(node["underlying"], keys, _deeper(node, depth)))


def _nested(node: JsonNode, keys: KeysManifest, depth: int) -> KeyDescription:
    kind = node["type"].text()
    if kind != "multi-keyring":
        return _keyring(node, keys, kind)
    deeper = _deeper(node, depth)
    generator = node.get("generator")
    children = tuple(_nested(item, keys, deeper) for item in node["childKeyrings"].items())
    if generator is None and not children:
        raise node.error("a multi-keyring without generator and children")
    return MultiKeyrings(None if generator is None else _nested(generator, keys, deeper), children)


def _deeper(node: JsonNode, depth: int) -> int:
    if depth >= LIMITS["key_description_depth"]:
        raise node.error(f"descriptions are nested more than {LIMITS['key_description_depth']} deep")
    return depth + 1


def _keyring(node: JsonNode, keys: KeysManifest, kind: str) -> KeyDescription:
    """A keyring that stands on its own."""
    if kind == "raw":
        return _raw(node, keys)
    if kind in _KMS_KEYRINGS:
        keys.key(node["key"])
        return Unavailable(kind, Need.AWS_KMS, aws_kms(node, kind, keys.entry(node["key"])))
    if kind in _KMS_WITHOUT_KEY:
        return Unavailable(kind, Need.AWS_KMS, aws_kms(node, kind, _ecdh_entry(node, keys) if kind == "aws-kms-ecdh" else None))
    if kind == "static-material-keyring":
        key = keys.key(node["key"])
        if not isinstance(key, GivenDataKey | Unavailable):
            raise node["key"].error("a static-material keyring needs static material")
        return usable(key, node) if isinstance(key, GivenDataKey) else key
    if kind == "aws-kms-hierarchy":
        key = keys.key(node["key"])
        if not isinstance(key, StaticHierarchy | Unavailable):
            raise node["key"].error("a hierarchical keyring needs a branch key")
        return usable(key, node) if isinstance(key, StaticHierarchy) else key
    if kind == "raw-ecdh":
        return _raw_ecdh(node, keys)
    raise node["type"].error("a type of keyring that is not known", Code.MANIFEST_UNSUPPORTED)


def _ecdh_entry(node: JsonNode, keys: KeysManifest) -> JsonNode | None:
    """The keys of a key agreement in KMS; None where the description does not say them."""
    recipient = node.get("recipient")
    return None if recipient is None else keys.entry(recipient)


def _raw_ecdh(node: JsonNode, keys: KeysManifest) -> RawEcdh | Unavailable:
    """Static: the sender's private and the recipient's public key. Discovery: the recipient's private key; the message names the sender."""
    static = node["schema"].choice(["static", "discovery", "ephemeral"]) == "static"
    own = keys.key(node["sender" if static else "recipient"])
    other = keys.key(node["recipient"]) if static else own
    for key in (own, other):
        if isinstance(key, Unavailable):
            return key
    if not isinstance(own, EccKeys) or not isinstance(other, EccKeys):
        raise node.error("a raw ECDH keyring needs keys for key agreement")
    public_key = other.public["recipient"] if static else None
    return usable(RawEcdh(own.curve, own.private["sender" if static else "recipient"], public_key), node)


def _raw(node: JsonNode, keys: KeysManifest) -> RawAes | RawRsa | Unavailable:
    namespace = node["provider-id"].text()
    algorithm = node["encryption-algorithm"].choice(["aes", "rsa"])
    padding = _padding(node) if algorithm == "rsa" else None
    key = keys.key(node["key"])
    own_id = node.get("key-id")
    if isinstance(key, Unavailable):
        return key
    if isinstance(key, EccKeys | GivenDataKey | StaticHierarchy):
        raise node["key"].error(f"the key is of no use for {algorithm}")
    name = key.key_id if own_id is None else own_id.text()
    if isinstance(key, SymmetricKey) and padding is None:
        return usable(RawAes(namespace, name, key.material), node)
    if isinstance(key, PemKey) and padding is not None:
        return usable(RawRsa(namespace, name, padding, key.material), node)
    raise node["key"].error(f"the key is of no use for {algorithm}")


def _padding(node: JsonNode) -> str:
    """The padding's name; the hash beside ``pkcs1`` means nothing and is not looked at."""
    algorithm = node["padding-algorithm"].choice(["pkcs1", "oaep-mgf1"])
    if algorithm == "oaep-mgf1":
        algorithm += " " + node["padding-hash"].choice(_HASHES)
    return _PADDINGS[algorithm]

"""The keys manifest, versions 1 to 4: names to keys.

Strategy: an entry becomes the bytes that a keyring of ours can use, or says what it would need. Entries are read when a description asks
for them, so that a faulty one does not affect the others.
Invariants: material is decoded exactly (base64 without blanks, the stated number of bits).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Need

__all__ = ["KEYS_TYPE", "KeyEntry", "KeysManifest", "parse_keys"]

KEYS_TYPE = "keys"
_VERSIONS = (1, 2, 3, 4)
_KEY_ID_DEMANDED_FROM = 3
_IN_KMS = ("aws-kms", "aws-kms-rsa", "aws-kms-ecdh")
_CURVES = {curve.bits: curve.name for curve in CONSTANTS.curves.values()}
_SIDES = ("sender", "recipient")


@frozen
class KeyEntry:
    """An entry that can be used.

    Attributes:
        kind: its type.
        key_id: the name that goes into the message.
        material: the key's bytes (PEM as its text) under the entry's name; of an entry with several keys each under ``NAME#ROLE``.
        detail: the curve of keys for key agreement, the version of a branch key; empty for others.
    """

    kind: str
    key_id: str
    material: Mapping[str, bytes] = field(repr=False)
    detail: str = ""


@frozen
class KeysManifest:
    """A keys manifest.

    Attributes:
        version: 1 to 4.
        entries: the entry nodes by name.
    """

    version: int
    entries: JsonNode

    def entry(self, reference: JsonNode) -> JsonNode:
        """The entry that a member names, as the manifest has it.

        Raises:
            VectorError: ``manifest-invalid``, there is no such entry.
        """
        entry = self.entries.get(reference.text())
        if entry is None:
            raise reference.error("the keys manifest has no key of this name")
        return entry

    def key(self, reference: JsonNode, *, writing: bool = False) -> KeyEntry | Need:
        """The key that a member such as ``"key": "aes-256"`` names, or what it would need.

        Args:
            reference: the member.
            writing: whether the key is to encrypt; else it is to decrypt.

        Raises:
            VectorError: ``manifest-invalid``, there is no such entry or it is faulty; ``manifest-unsupported``, its type is not known.
        """
        # Reqs: TVM-KEY-007, TVM-KEY-009
        name, entry = reference.text(), self.entry(reference)
        kind = entry["type"].text()
        if kind in _IN_KMS:
            if kind == "aws-kms":
                entry["key-id"].text()
            return Need.AWS_KMS
        if kind == "static-material":
            data_key = entry.get("plaintextDataKey")
            return Need.KEYRING if data_key is None else KeyEntry(kind, name, {name: data_key.base64()})
        if kind == "ecc-private":
            return _key_agreement(name, entry)
        if kind == "static-branch-key":
            version, material = entry["branchKeyVersion"].text(), entry["branchKey"].base64()
            usable = entry["encrypt"].boolean() and entry["decrypt"].boolean()
            return KeyEntry(kind, entry["key-id"].text(), {name: material}, version) if usable else Need.KEYRING
        if kind not in ("symmetric", "private", "public"):
            raise entry["type"].error("a type of key that is not known", Code.MANIFEST_UNSUPPORTED)
        return self._raw_key(name, entry, kind, writing)

    def _raw_key(self, name: str, entry: JsonNode, kind: str, writing: bool) -> KeyEntry | Need:
        # Reqs: TVM-KEY-004, TVM-KEY-005, TVM-KEY-006, TVM-KEY-008
        encrypts, decrypts = entry["encrypt"].boolean(), entry["decrypt"].boolean()
        usable = encrypts if writing else decrypts and kind != "public"
        own_id = entry["key-id"] if self.version >= _KEY_ID_DEMANDED_FROM else entry.get("key-id")
        key_id = name if own_id is None else own_id.text()
        material = self._material(entry)
        if kind == "symmetric":
            entry["algorithm"].choice(["aes"])
            entry["encoding"].choice(["base64"])
            key = material.base64()
            if len(key) * 8 != entry["bits"].integer():
                raise material.error("the length of the material differs from the stated bits")
        else:
            entry["algorithm"].choice(["rsa"])
            entry["encoding"].choice(["pem"])
            key = material.text().encode("utf-8")
        return KeyEntry(kind, key_id, {name: key}) if usable else Need.KEYRING

    def _material(self, entry: JsonNode) -> JsonNode:
        """The material as one text: version 1 writes it as a list of lines."""
        # Reqs: TVM-KEY-002, TVM-KEY-003
        material = entry["material"]
        if self.version > 1:
            return material
        separator = entry.get("line-separator")
        lines = [line.text() for line in material.items()]
        return JsonNode(("" if separator is None else separator.text()).join(lines), material.path)


def _key_agreement(name: str, entry: JsonNode) -> KeyEntry | Need:
    """Two key pairs, if the entry may be used for both directions: private keys as PEM text, public keys as DER."""
    # Reqs: TVM-KEY-004, TVM-KEY-009
    entry["algorithm"].choice(["ecdh"])
    entry["encoding"].choice(["pem"])
    entry["public-key-encoding"].choice(["base64-der"])
    curve = _CURVES.get(entry["bits"].integer())
    if curve is None:
        raise entry["bits"].error(f"expected one of {', '.join(map(str, _CURVES))}")
    usable = [entry[direction].boolean() for direction in ("encrypt", "decrypt")]
    if not all(usable):
        return Need.KEYRING
    private = {f"{name}#{side}": entry[f"{side}-material"].text().encode("utf-8") for side in _SIDES}
    public = {f"{name}#{side}-public": entry[f"{side}-material-public-key"].base64() for side in _SIDES}
    return KeyEntry("ecc-private", name, {**private, **public}, curve)


def parse_keys(root: JsonNode) -> KeysManifest:
    """Read a keys manifest.

    Raises:
        VectorError: ``manifest-invalid`` or ``manifest-unsupported`` (another type or version).
    """
    # Reqs: TVM-KEY-001
    manifest = root["manifest"]
    if manifest["type"].text() != KEYS_TYPE:
        raise manifest["type"].error("not a keys manifest", Code.MANIFEST_UNSUPPORTED)
    version = manifest["version"].integer()
    if version not in _VERSIONS:
        raise manifest["version"].error(f"keys manifests have version {_VERSIONS[0]} to {_VERSIONS[-1]}", Code.MANIFEST_UNSUPPORTED)
    entries = root["keys"]
    entries.members()
    return KeysManifest(version, entries)

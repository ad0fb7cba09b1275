"""The keys manifest, versions 1 to 4: names to keys.

Strategy: an entry becomes a key that a keyring of ours can use, or says what it would need. Entries are read when a description asks for
them, so that an odd one does not spoil the others.
Invariants: material is decoded exactly (base64 without blanks, the stated number of bits).
"""
# Reqs: TVM-KEY-001, TVM-KEY-002, TVM-KEY-003, TVM-KEY-004, TVM-KEY-005, TVM-KEY-006, TVM-KEY-007, TVM-KEY-008, TVM-KEY-009

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from esdkit.errors import Code
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import GivenDataKey, Need, StaticHierarchy, Unavailable

__all__ = ["EccKeys", "KeysManifest", "PemKey", "SymmetricKey", "parse_keys"]

_TYPE = "keys"
_VERSIONS = (1, 2, 3, 4)
_KEY_ID_DEMANDED_FROM = 3
_NEEDS = {
    "aws-kms": Need.AWS_KMS,
    "aws-kms-rsa": Need.AWS_KMS,
    "aws-kms-ecdh": Need.AWS_KMS,
}


@dataclass(frozen=True, slots=True)
class SymmetricKey:
    """An AES key. ``key_id`` is the name that goes into the message."""

    key_id: str
    material: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PemKey:
    """An RSA private key as PEM text. ``key_id`` is the name that goes into the message."""

    key_id: str
    material: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EccKeys:
    """The two key pairs of an entry for key agreement: private keys as PEM text, public keys as DER, by whose they are."""

    curve: str
    private: Mapping[str, str] = field(repr=False)
    public: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class KeysManifest:
    """A keys manifest.

    Attributes:
        version: 1 to 4.
        entries: the entry nodes by name.
    """

    version: int
    entries: JsonNode

    def entry(self, reference: JsonNode) -> JsonNode:
        """The entry that a member names, as it stands.

        Raises:
            VectorError: ``manifest-invalid``, there is none.
        """
        entry = self.entries.get(reference.text())
        if entry is None:
            raise reference.error("the keys manifest has no key of this name")
        return entry

    def key(self, reference: JsonNode) -> SymmetricKey | PemKey | EccKeys | GivenDataKey | StaticHierarchy | Unavailable:
        """The key that a member such as ``"key": "aes-256"`` names.

        Raises:
            VectorError: ``manifest-invalid``, there is no such entry or it is faulty; ``manifest-unsupported``, its type is not known.
        """
        name, entry = reference.text(), self.entry(reference)
        kind = entry["type"].text()
        if kind in _NEEDS:
            if kind == "aws-kms":
                entry["key-id"].text()
            return Unavailable(kind, _NEEDS[kind])
        if kind == "static-material":
            data_key = entry.get("plaintextDataKey")
            return Unavailable(kind, Need.KEYRING) if data_key is None else GivenDataKey(data_key.base64())
        if kind == "ecc-private":
            return _ecc_keys(entry)
        if kind == "static-branch-key":
            version, material = entry["branchKeyVersion"].text(), entry["branchKey"].base64()
            usable = entry["encrypt"].boolean() and entry["decrypt"].boolean()
            return StaticHierarchy(entry["key-id"].text(), version, material) if usable else Unavailable(kind, Need.KEYRING)
        if kind not in ("symmetric", "private", "public"):
            raise entry["type"].error("a type of key that is not known", Code.MANIFEST_UNSUPPORTED)
        return self._local_key(name, entry, kind)

    def _local_key(self, name: str, entry: JsonNode, kind: str) -> SymmetricKey | PemKey | Unavailable:
        entry["encrypt"].boolean()
        decrypts = entry["decrypt"].boolean()
        own_id = entry["key-id"] if self.version >= _KEY_ID_DEMANDED_FROM else entry.get("key-id")
        key_id = name if own_id is None else own_id.text()
        material = self._material(entry)
        if kind == "symmetric":
            entry["algorithm"].choice(["aes"])
            entry["encoding"].choice(["base64"])
            key = SymmetricKey(key_id, material.base64())
            if len(key.material) * 8 != entry["bits"].integer():
                raise material.error("the material has another number of bits than stated")
            return key if decrypts else Unavailable(kind, Need.KEYRING)
        entry["algorithm"].choice(["rsa"])
        entry["encoding"].choice(["pem"])
        usable = decrypts and kind == "private"
        return PemKey(key_id, material.text()) if usable else Unavailable(kind, Need.KEYRING)

    def _material(self, entry: JsonNode) -> JsonNode:
        """The material as one text: version 1 writes it as a list of lines."""
        material = entry["material"]
        if self.version > 1:
            return material
        separator = entry.get("line-separator")
        lines = [line.text() for line in material.items()]
        return JsonNode(("" if separator is None else separator.text()).join(lines), material.path)


_CURVES = {256: "P-256", 384: "P-384", 521: "P-521"}
_SIDES = ("sender", "recipient")


def _ecc_keys(entry: JsonNode) -> EccKeys | Unavailable:
    """Keys for key agreement, if the entry may be used for both directions."""
    entry["algorithm"].choice(["ecdh"])
    entry["encoding"].choice(["pem"])
    entry["public-key-encoding"].choice(["base64-der"])
    curve = _CURVES.get(entry["bits"].integer())
    if curve is None:
        raise entry["bits"].error(f"expected one of {', '.join(map(str, _CURVES))}")
    usable = [entry[direction].boolean() for direction in ("encrypt", "decrypt")]
    if not all(usable):
        return Unavailable("ecc-private", Need.KEYRING)
    private = {side: entry[f"{side}-material"].text() for side in _SIDES}
    return EccKeys(curve, private, {side: entry[f"{side}-material-public-key"].base64() for side in _SIDES})


def parse_keys(root: JsonNode) -> KeysManifest:
    """Read a keys manifest.

    Raises:
        VectorError: ``manifest-invalid`` or ``manifest-unsupported`` (another type or version).
    """
    manifest = root["manifest"]
    if manifest["type"].text() != _TYPE:
        raise manifest["type"].error("not a keys manifest", Code.MANIFEST_UNSUPPORTED)
    version = manifest["version"].integer()
    if version not in _VERSIONS:
        raise manifest["version"].error(f"keys manifests have version {_VERSIONS[0]} to {_VERSIONS[-1]}", Code.MANIFEST_UNSUPPORTED)
    entries = root["keys"]
    entries.members()
    return KeysManifest(version, entries)

"""Key descriptions: which keyring or CMM a case is decrypted with, as a keyring file says it.

Two spellings are read: the list of master keys of awses-decrypt version 1 to 4, and the nested description of version 5, which the native
manifest shares. Both become a `KeyDescription`; ``cmm.config`` knows what the kinds of keyring take. A native manifest may also describe a
keyring as in a keyring file, whose keys are then entries of the keys manifest.
Invariants: a keyring whose key is not available becomes ``unavailable``; a faulty or unknown description is an error; nesting is bounded by
``key_description_depth``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from esdkit.cmm.config import read_keyring
from esdkit.errors import Code, UsageError
from esdkit.keyrings import Keyring
from esdkit.keyrings.raw_rsa import rsa_public_pem
from esdkit.spec import CONSTANTS, LIMITS
from esdkit.vectors.manifests.aws import aws_kms
from esdkit.vectors.manifests.key_entries import KeyEntry, KeysManifest
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import UNAVAILABLE, KeyDescription, Need, given_data_key
from esdkit.vectors.opening import leaf_keyring

__all__ = ["parse_data_key", "parse_description", "parse_master_keys"]

_Described = dict[str, Any]

_MASTER_KEYS = ("raw", "aws-kms", "aws-kms-mrk-aware", "aws-kms-mrk-aware-discovery")
_PADDINGS = {"pkcs1": "pkcs1", **{f"oaep-mgf1 {digest}": name for name, digest in CONSTANTS.raw_rsa_paddings.items() if digest}}
_HASHES = [digest for digest in CONSTANTS.raw_rsa_paddings.values() if digest]


def parse_master_keys(node: JsonNode, entries: KeysManifest, *, writing: bool = False) -> KeyDescription:
    """Read the master keys of one case: one is that key's keyring, several are a multi-keyring with the first as generator.

    Args:
        node: the list.
        entries: the keys that it names.
        writing: whether the keyring is to encrypt.

    Raises:
        VectorError: ``manifest-invalid`` or ``manifest-unsupported``.
    """
    # Reqs: TVM-DEC-005, TVM-DEC-008
    reading = _Reading(entries, writing)
    masters = [reading.keyring(item, item["type"].choice(_MASTER_KEYS)) for item in node.items()]
    if not masters:
        raise node.error("the list is empty")
    first, *others = masters
    return KeyDescription({"multi": {"generator": first, "children": others}} if others else first, reading.keys, reading.named)


def parse_description(node: JsonNode, entries: KeysManifest, *, writing: bool = False) -> KeyDescription:
    """Read a nested key description: a keyring, or a CMM over one.

    Args:
        node: the description.
        entries: the keys that it names.
        writing: whether the keyring is to encrypt.

    Raises:
        VectorError: ``manifest-invalid`` or ``manifest-unsupported``.
    """
    # Reqs: TVM-DEC-013
    reading = _Reading(entries, writing)
    return KeyDescription(reading.cmm(node, depth=0), reading.keys, reading.named)


def parse_data_key(node: JsonNode) -> KeyDescription:
    """Read a plaintext data key.

    Raises:
        VectorError: ``manifest-invalid``, not base64, or no suite has data keys of this length.
    """
    description = given_data_key(node.base64())
    _check(description.keyring, description.keys, node)
    return description


def _check(description: Mapping[str, Any], keys: Mapping[str, bytes], node: JsonNode) -> None:
    """Refuse a description that no keyring takes, where the manifest has it."""
    try:
        leaf_keyring(description, keys)
    except UsageError as error:
        raise node.error(error.message) from error


class _Reading:
    """One description on its way to a keyring file; ``keys`` are those that it has named so far, ``named`` the entries that they are in."""

    def __init__(self, entries: KeysManifest, writing: bool) -> None:
        self._entries, self._writing = entries, writing
        self.keys: dict[str, bytes] = {}
        self.named: dict[str, Any] = {}

    def cmm(self, node: JsonNode, depth: int) -> _Described:
        """A CMM over a CMM or a keyring, or a keyring."""
        # Reqs: TVM-DEC-013, TVM-DEC-016
        if node["type"].text() != "required-encryption-context-cmm":
            return self._nested(node, depth)
        required = [item.text() for item in node["requiredEncryptionContextKeys"].items()]
        return {"required_context": {"keys": required, "underlying": self.cmm(node["underlying"], _deeper(node, depth))}}

    def _nested(self, node: JsonNode, depth: int) -> _Described:
        # Reqs: TVM-DEC-013, TVM-DEC-015
        kind = node["type"].text()
        if kind != "multi-keyring":
            return self.keyring(node, kind)
        deeper = _deeper(node, depth)
        generator = node.get("generator")
        children = [self._nested(item, deeper) for item in node["childKeyrings"].items()]
        if generator is None and not children:
            raise node.error("a multi-keyring without generator and children")
        first = {} if generator is None else {"generator": self._nested(generator, deeper)}
        return {"multi": {**first, "children": children}}

    def keyring(self, node: JsonNode, kind: str) -> _Described:
        """A keyring that has none below it."""
        # Reqs: TVM-DEC-013
        if kind not in _KEYRINGS:
            raise node["type"].error("a type of keyring that is not known", Code.MANIFEST_UNSUPPORTED)
        return _KEYRINGS[kind](self, node)

    def raw(self, node: JsonNode) -> _Described:
        """A raw AES or RSA keyring."""
        # Reqs: TVM-DEC-005, TVM-DEC-006, TVM-DEC-007, TVM-DEC-013, TVM-DEC-017
        namespace = node["provider-id"].text()
        algorithm = node["encryption-algorithm"].choice(["aes", "rsa"])
        padding = _padding(node) if algorithm == "rsa" else None
        entry = self._entries.key(node["key"], writing=self._writing)
        own_id = node.get("key-id")
        if isinstance(entry, Need):
            return {UNAVAILABLE: entry.value}
        if (entry.kind == "symmetric") != (padding is None):
            raise node["key"].error(f"the key is of no use for {algorithm}")
        named = {"namespace": namespace, "name": entry.key_id if own_id is None else own_id.text()}
        key = self._named(entry, node["key"])
        if padding is None:
            return self._leaf(node, "raw_aes", {**named, "wrapping_key": key})
        if not self._writing:
            return self._leaf(node, "raw_rsa", {**named, "padding": padding, "private_key": key})
        return self._leaf(node, "raw_rsa", {**named, "padding": padding, "public_key": self._public(node, entry, key, padding)})

    def _public(self, node: JsonNode, entry: KeyEntry, key: dict[str, str], padding: str) -> dict[str, str]:
        """The public key of an entry with a public or a private one."""
        if entry.kind == "public":
            return key
        name = f"{key['file']}#public"
        try:
            self.keys[name] = rsa_public_pem(self.keys[key["file"]], padding)
        except UsageError as error:
            raise node.error(error.message) from error
        return {"file": name}

    def raw_ecdh(self, node: JsonNode) -> _Described:
        """Static: the sender's private and the recipient's public key. Discovery: the recipient's private key; the message has the
        sender's. Ephemeral: to encrypt, the recipient's public key; else as discovery."""
        # Reqs: TVM-DEC-013, TVM-DEC-017
        schema = node["schema"].choice(["static", "discovery", "ephemeral"])
        static = schema == "static"
        own = node["sender" if static else "recipient"]
        entry, other = self._entries.key(own), self._entries.key(node["recipient"])
        for key in (entry, other):
            if isinstance(key, Need):
                return {UNAVAILABLE: key.value}
            if key.kind != "ecc-private":
                raise node.error("a raw ECDH keyring needs keys for key agreement")
        assert isinstance(entry, KeyEntry) and isinstance(other, KeyEntry)
        if self._writing and schema == "ephemeral":
            public = self._named(other, node["recipient"], "#recipient-public")
            return self._leaf(node, "raw_ecdh_ephemeral", {"curve": entry.detail, "public_key": public})
        options = {"curve": entry.detail, "private_key": self._named(entry, own, "#sender" if static else "#recipient")}
        if not static:
            return self._leaf(node, "raw_ecdh_discovery", options)
        return self._leaf(node, "raw_ecdh_static", {**options, "public_key": self._named(other, node["recipient"], "#recipient-public")})

    def data_key(self, node: JsonNode) -> _Described:
        """A plaintext data key."""
        # Reqs: TVM-DEC-013, TVM-DEC-014, TVM-DEC-017
        entry = self._entries.key(node["key"])
        if isinstance(entry, Need):
            return {UNAVAILABLE: entry.value}
        if entry.kind != "static-material":
            raise node["key"].error("a static-material keyring needs static material")
        return self._leaf(node, "static_data_key", {"data_key": self._named(entry, node["key"])})

    def hierarchy(self, node: JsonNode) -> _Described:
        """A hierarchical keyring over one version of a branch key that the manifest gives."""
        # Reqs: TVM-DEC-013, TVM-DEC-017
        entry = self._entries.key(node["key"])
        if isinstance(entry, Need):
            return {UNAVAILABLE: entry.value}
        if entry.kind != "static-branch-key":
            raise node["key"].error("a hierarchical keyring needs a branch key")
        options = {"branch_key_id": entry.key_id, "branch_key_version": entry.detail, "branch_key": self._named(entry, node["key"])}
        return self._leaf(node, "hierarchical_static", options)

    def in_kms(self, node: JsonNode) -> _Described:
        """A keyring whose key is in AWS KMS. What it says is looked at when AWS may be asked, so that nothing is wrong without that."""
        # Reqs: TVM-DEC-009
        kind = node["type"].text()
        reference = node.get("recipient") if kind == "aws-kms-ecdh" else node.get("key")
        if kind in ("aws-kms", "aws-kms-mrk-aware", "aws-kms-rsa") and self._entries.key(node["key"]) is not Need.AWS_KMS:
            raise node["key"].error("the key is not one of AWS KMS")
        entry = None if reference is None else self._entries.entry(reference)
        return aws_kms(node, kind, entry, self.keys) or {UNAVAILABLE: Need.AWS_KMS.value}

    def as_in_keyring_file(self, node: JsonNode) -> _Described:
        """A keyring as a keyring file describes it; ``{file: NAME}`` is an entry of the keys manifest."""
        described = node["keyring"]

        def read_key(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
            if "file" not in source:
                raise described.error("a key is named by {file: NAME}, an entry of the keys manifest")
            name, _, role = source["file"].partition("#")
            reference = JsonNode(name, described.path)
            entry = self._entries.key(reference)
            if isinstance(entry, Need):
                raise described.error(f"the key {name} cannot be used to decrypt")
            self._named(entry, reference, f"#{role}" if role else "")
            return self.keys[source["file"]]

        try:
            keyring = read_keyring(described.value, read_key)
        except UsageError as error:
            raise described.error(f"{error.message} @ {error.path}") from error
        if not isinstance(keyring, Keyring) or not isinstance(described.value, dict):
            raise described.error("expected a keyring, found a CMM")
        return described.value

    def _named(self, entry: KeyEntry, reference: JsonNode, role: str = "") -> dict[str, str]:
        """How a keyring file names a key of an entry; the key is kept under that name."""
        # Reqs: TVM-DEC-005, TVM-DEC-014
        name = reference.text() + role
        if name not in entry.material:
            raise reference.error(f"the keys manifest has no key {name}")
        self.keys[name] = entry.material[name]
        self.named[reference.text()] = self._entries.entry(reference).value
        return {"file": name}

    def _leaf(self, node: JsonNode, kind: str, options: Mapping[str, Any]) -> _Described:
        description = {kind: dict(options)}
        _check(description, self.keys, node)
        return description


_KEYRINGS: Mapping[str, Callable[[_Reading, JsonNode], _Described]] = {
    "raw": _Reading.raw,
    "raw-ecdh": _Reading.raw_ecdh,
    "static-material-keyring": _Reading.data_key,
    "aws-kms-hierarchy": _Reading.hierarchy,
    "aws-kms": _Reading.in_kms,
    "aws-kms-mrk-aware": _Reading.in_kms,
    "aws-kms-mrk-aware-discovery": _Reading.in_kms,
    "aws-kms-rsa": _Reading.in_kms,
    "aws-kms-ecdh": _Reading.in_kms,
    "keyring-file": _Reading.as_in_keyring_file,
}


def _deeper(node: JsonNode, depth: int) -> int:
    # Reqs: TVM-DEC-015, TVM-DEC-016
    if depth >= LIMITS["key_description_depth"]:
        raise node.error(f"descriptions are nested more than {LIMITS['key_description_depth']} deep")
    return depth + 1


def _padding(node: JsonNode) -> str:
    """The padding's name; the hash beside ``pkcs1`` means nothing and is not looked at."""
    # Reqs: TVM-DEC-006, TVM-DEC-019
    algorithm = node["padding-algorithm"].choice(["pkcs1", "oaep-mgf1"])
    if algorithm == "oaep-mgf1":
        algorithm += " " + node["padding-hash"].choice(_HASHES)
    return _PADDINGS[algorithm]

"""The encrypt manifest, esdkit-encrypt-vectors version 1: what an encryption is given, what it draws, and what it must write or refuse.

The format leaves no choice once the suite, the context, the keys, the frame length, the plaintext and all that is drawn at random are
given, but for the signature: of a signed message header and body are given, and the digest that is signed.
Invariants: nothing unknown is let through; a case without plaintext announces a length; the digest is that of header and body.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from esdkit.errors import Code
from esdkit.spec import POLICIES, SUITES, error_codes
from esdkit.vectors.canonical import ENCRYPT_OPTIONAL, ENCRYPT_REQUIRED, ENCRYPT_VERSION
from esdkit.vectors.files import SetFiles
from esdkit.vectors.manifests.decrypt import read_keys
from esdkit.vectors.manifests.descriptions import parse_description
from esdkit.vectors.manifests.key_entries import KeysManifest
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import EncryptVector, Refuse, Write

__all__ = ["ENCRYPTIONS_TYPE", "read_encryptions"]

ENCRYPTIONS_TYPE = "esdkit-encrypt-vectors"
"""The manifest's type."""


def read_encryptions(root: JsonNode, files: SetFiles) -> tuple[EncryptVector, ...]:
    """Read the cases of a manifest, with the files that they name.

    Args:
        root: the whole manifest.
        files: the manifest's folder.

    Raises:
        VectorError: every code of manifests and files.
    """
    version = root["manifest"]["version"]
    if version.integer() != ENCRYPT_VERSION:
        raise version.error(f"{ENCRYPTIONS_TYPE} has version {ENCRYPT_VERSION}", Code.MANIFEST_UNSUPPORTED)
    root.only(["manifest", "keys", "tests"])
    root["manifest"].only(["type", "version"])
    keys = read_keys(root["keys"], files)
    return tuple(_vector(name, test, keys) for name, test in root["tests"].members().items())


def _vector(name: str, test: JsonNode, keys: KeysManifest) -> EncryptVector:
    test.only(ENCRYPT_REQUIRED, ENCRYPT_OPTIONAL)
    if not [requirement.text() for requirement in test["requirements"].items()]:
        raise test["requirements"].error("no requirement is named")
    if not test["comment"].text():
        raise test["comment"].error("the comment is empty")
    plaintext = test.get("plaintext")
    content = None if plaintext is None else _bytes(plaintext)
    suite, policy = test.get("algorithm-suite"), test.get("commitment-policy")
    return EncryptVector(
        id=name,
        plaintext=content,
        plaintext_length=_length(test, content),
        keys=parse_description(test["key"], keys),
        expectation=_expectation(test["expect"]),
        comment=test["comment"].text(),
        draws=_draws(test),
        suite=None if suite is None else int(suite.choice([one.hex_id for one in SUITES.values()]), 16),
        commitment_policy=None if policy is None else policy.choice(tuple(POLICIES)),
        encryption_context=_context(test),
        frame_length=_number(test.get("frame-length")),
        max_encrypted_data_keys=_number(test.get("max-encrypted-data-keys")),
        max_plaintext_length=_number(test.get("max-plaintext-length")),
    )


def _length(test: JsonNode, plaintext: bytes | None) -> int:
    announced = _number(test.get("plaintext-length"))
    if (announced is None) == (plaintext is None):
        raise test.error("a case has a plaintext or announces its length")
    return len(plaintext) if plaintext is not None else announced or 0


def _number(node: JsonNode | None) -> int | None:
    return None if node is None else node.integer()


def _context(test: JsonNode) -> Mapping[str, str]:
    """The context, in one of three forms: text, code units of languages whose strings need not be text, long values by their length."""
    plain, utf_16, filled = (test.get(f"encryption-context{form}") for form in ("", "-utf-16", "-filled"))
    given = [node for node in (plain, utf_16, filled) if node is not None]
    if len(given) > 1:
        raise given[1].error("a case has one encryption context")
    if utf_16 is not None:
        return dict(_pair(pair) for pair in utf_16.items())
    if filled is not None:
        return {key: "x" * length.integer() for key, length in filled.members().items()}
    return {} if plain is None else plain.text_map()


def _pair(node: JsonNode) -> tuple[str, str]:
    texts = [_utf_16(text) for text in node.items()]
    if len(texts) != 2:
        raise node.error("expected a key and a value")
    return texts[0], texts[1]


def _utf_16(node: JsonNode) -> str:
    return _bytes(node).decode("utf-16-be", "surrogatepass")


def _bytes(node: JsonNode) -> bytes:
    text = node.text()
    if len(text) % 2 or not set(text) <= set("0123456789abcdef"):
        raise node.error("not hexadecimal digits")
    return bytes.fromhex(text)


def _draws(test: JsonNode) -> tuple[bytes, ...]:
    """In the order in which they are needed: key pair, data key, IVs of the wrapping keys, message id."""
    ivs = test.get("wrapping-ivs")
    nodes: Sequence[JsonNode | None] = (
        test.get("signing-key"),
        test.get("data-key"),
        *(() if ivs is None else ivs.items()),
        test.get("message-id"),
    )
    return tuple(_bytes(node) for node in nodes if node is not None)


def _expectation(expect: JsonNode) -> Write | Refuse:
    # Reqs: TVM-NAT-001
    if expect["outcome"].choice(["write", "refuse"]) == "refuse":
        expect.only(["outcome", "code"])
        return Refuse(expect["code"].choice(tuple(error_codes())))
    expect.only(["outcome", "length"], ["message", "digest"])
    message, digest = expect.get("message"), expect.get("digest")
    if message is None:
        return Write(expect["length"].integer())
    signed = _bytes(message)
    if digest is not None and _bytes(digest) not in (hashlib.sha256(signed).digest(), hashlib.sha384(signed).digest()):
        raise digest.error("not the digest of header and body")
    return Write(expect["length"].integer(), signed)

"""The test keys of ``vectors/native/keys.json``. They protect nothing: whoever has the repository has them.

AES keys follow from their names. The RSA key cannot: it is made once and afterwards read back, so that vectors of different days share it.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

__all__ = ["test_keys"]

Entry = dict[str, Any]

# entry → (bytes of key, key id)
_AES = {
    "aes-128": (16, "aes-128"),
    "aes-192": (24, "aes-192"),
    "aes-256": (32, "aes-256"),
    "aes-256-other": (32, "aes-256-other"),
    "aes-k1": (32, "k1"),
    "aes-k10": (32, "k10"),
    "aes-unicode": (32, "ключ-\U00010348"),
}
_RSA_BITS = 2048


def _aes_entry(name: str, length: int, key_id: str) -> Entry:
    material = hashlib.shake_256(f"esdkit test key {name}".encode("ascii")).digest(length)
    return {
        "encrypt": True,
        "decrypt": True,
        "algorithm": "aes",
        "type": "symmetric",
        "bits": length * 8,
        "encoding": "base64",
        "material": base64.b64encode(material).decode("ascii"),
        "key-id": key_id,
    }


def _rsa_entries() -> dict[str, Entry]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    name = f"rsa-{_RSA_BITS}"

    def entry(kind: str, pem: bytes) -> Entry:
        common = {"algorithm": "rsa", "type": kind, "bits": _RSA_BITS, "encoding": "pem", "material": pem.decode("ascii"), "key-id": name}
        return {"encrypt": True, "decrypt": kind == "private", **common}

    return {f"{name}-private": entry("private", private), f"{name}-public": entry("public", public)}


def test_keys(folder: Path) -> dict[str, Entry]:
    """The entries of the keys manifest; the RSA key is the one in ``folder/keys.json`` when there is one."""
    path = folder / "keys.json"
    known: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))["keys"] if path.exists() else {}
    rsa_entries = {name: entry for name, entry in known.items() if entry["algorithm"] == "rsa"} or _rsa_entries()
    return {**{name: _aes_entry(name, *rest) for name, rest in _AES.items()}, **rsa_entries}

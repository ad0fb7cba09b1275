"""The test keys of ``vectors/native/keys.json``. They protect nothing: whoever has the repository has them.

All keys but RSA keys follow from their names. RSA keys cannot: they are made once and afterwards read back, so that vectors of different
days share them.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from esdkit.crypto.curves import elliptic_curve
from esdkit.spec import CONSTANTS

__all__ = ["BRANCH_KEYS", "agreement_key", "test_keys"]

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
    "aes-composed": (32, "caf\u00e9-\u00c5"),
}
# entry → version of the branch key (a UUID), branch key id
BRANCH_KEYS = {
    "branch-a": ("7e0c1a52-3d4b-4f6a-8c91-0a1b2c3d4e5f", "branch-a"),
    "branch-a-older": ("1f2e3d4c-5b6a-4798-8a9b-acbdcedff001", "branch-a"),
    "branch-b": ("7e0c1a52-3d4b-4f6a-8c91-0a1b2c3d4e5f", "branch-b"),
    "branch-unicode": ("c0ffee00-1234-4abc-9def-000000000001", "ветвь-\U00010348"),
}
_RSA_BITS = 2048
_RSA = {"rsa-2048": "rsa-2048", "rsa-2048-other": "rsa-2048"}  # entry without its half → key id: two keys of one name


def _seeded(name: str, length: int) -> bytes:
    return hashlib.shake_256(f"esdkit test key {name}".encode("ascii")).digest(length)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _aes_entry(name: str, length: int, key_id: str) -> Entry:
    return {
        "encrypt": True,
        "decrypt": True,
        "algorithm": "aes",
        "type": "symmetric",
        "bits": length * 8,
        "encoding": "base64",
        "material": _base64(_seeded(name, length)),
        "key-id": key_id,
    }


def _pem(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")


def _rsa_entries(name: str, key_id: str) -> dict[str, Entry]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")

    def entry(kind: str, pem: str) -> Entry:
        common = {"algorithm": "rsa", "type": kind, "bits": _RSA_BITS, "encoding": "pem", "material": pem, "key-id": key_id}
        return {"encrypt": True, "decrypt": kind == "private", **common}

    return {f"{name}-private": entry("private", _pem(key)), f"{name}-public": entry("public", public)}


def agreement_key(curve: str, name: str) -> ec.EllipticCurvePrivateKey:
    """The private key on a curve that follows from a name."""
    return ec.derive_private_key(int.from_bytes(_seeded(name, CONSTANTS.curves[curve].bits // 8 - 1), "big"), elliptic_curve(curve))


def _agreement_entry(curve: str, name: str) -> Entry:
    keys = {side: agreement_key(curve, f"{name} {side}") for side in ("sender", "recipient")}
    public = {
        f"{side}-material-public-key": _base64(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
        for side, key in keys.items()
    }
    return {
        "encrypt": True,
        "decrypt": True,
        "algorithm": "ecdh",
        "type": "ecc-private",
        "bits": CONSTANTS.curves[curve].bits,
        "encoding": "pem",
        **{f"{side}-material": _pem(key) for side, key in keys.items()},
        "public-key-encoding": "base64-der",
        **public,
    }


def _agreement_entries() -> dict[str, Entry]:
    """For each curve two pairs of parties."""
    names = {f"ecdh-{curve.replace('-', '').lower()}{pair}": curve for curve in CONSTANTS.curves for pair in ("", "-other")}
    return {name: _agreement_entry(curve, name) for name, curve in names.items()}


def _branch_key_entry(name: str, version: str, key_id: str) -> Entry:
    return {
        "encrypt": True,
        "decrypt": True,
        "type": "static-branch-key",
        "key-id": key_id,
        "branchKeyVersion": version,
        "branchKey": _base64(_seeded(name, CONSTANTS.hierarchy.branch_key_length)),
        "beaconKey": _base64(_seeded(f"{name} beacon", CONSTANTS.hierarchy.branch_key_length)),
    }


def test_keys(folder: Path) -> dict[str, Entry]:
    """The entries of the keys manifest; RSA keys are those in ``folder/keys.json`` as far as they are there."""
    path = folder / "keys.json"
    known: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))["keys"] if path.exists() else {}
    entries = {name: _aes_entry(name, *rest) for name, rest in _AES.items()}
    for name, key_id in _RSA.items():
        halves = (f"{name}-private", f"{name}-public")
        entries |= {half: known[half] for half in halves} if set(halves) <= known.keys() else _rsa_entries(name, key_id)
    return {**entries, **_agreement_entries(), **{name: _branch_key_entry(name, *rest) for name, rest in BRANCH_KEYS.items()}}

"""The contestants: esdkit, the official SDKs, and the best that the machine can do, all with one raw AES key and one context.

The Python SDK runs in this process. The others are programs of ``tools/drivers/targets.py``, which measure their own time, so that starting
them and communicating with them does not count. The C SDK is among them if ``ESDKIT_TARGET_C`` names a program.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import struct
from collections.abc import Callable, Mapping
from typing import Any, Literal

from aws_encryption_sdk.identifiers import Algorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from esdkit.keyrings import RawAesKeyring
from tools.bench.rounds import Contestant
from tools.drivers.peer import Peer
from tools.drivers.python_driver import client, materials

__all__ = [
    "CONTEXT",
    "KEYRING",
    "PROGRAMS",
    "SDK",
    "Direction",
    "by_program",
    "cipher_at_best",
    "elliptic_curve_alone",
    "floor",
    "hash_at_best",
]
__all__ += ["official_options", "provider", "python_keyring"]

Direction = Literal["encrypt", "decrypt"]
PROGRAMS: Mapping[str, str] = {
    "javascript-5": "JavaScript SDK",
    "java-3": "Java SDK",
    "go": "Go SDK",
    "rust": "Rust SDK",
    "c": "C SDK",
}
"""The programs that measure themselves, by their names in ``tools/drivers/targets.py``, and what they are called here."""
CONTEXT = {"purpose": "bench", "tenant": "blue", "origin": "esdkit"}

_KEY = bytes(range(32))
_WARM_UP = 256 << 20  # bytes of plaintext; Java compiles what it has run a few thousand times
_MOST_WARM_UP = 2000  # messages
_JOB: Mapping[str, Any] = {
    "keyring": {"type": "raw", "key": "k", "provider-id": "bench", "encryption-algorithm": "aes"},
    "keys": {"k": {"type": "symmetric", "encoding": "base64", "material": base64.b64encode(_KEY).decode("ascii"), "key-id": "k"}},
}
KEYRING = RawAesKeyring("bench", "k", _KEY)
SDK = client(_JOB)


def provider() -> dict[str, Any]:
    """The older API of the Python SDK: raw master key provider."""
    return materials({**_JOB, "api": "provider"})


def python_keyring() -> dict[str, Any]:
    """The newer API of the Python SDK: a keyring of the Material Providers Library."""
    return materials({**_JOB, "api": "keyring"})


def official_options(suite: int, frame_length: int) -> dict[str, Any]:
    """The arguments of the Python SDK's ``encrypt``."""
    return {"encryption_context": dict(CONTEXT), "algorithm": Algorithm.get_by_id(suite), "frame_length": frame_length}


def by_program(peer: Peer, direction: Direction, suite: int, frame_length: int, size: int, repeats: int) -> Contestant:
    """An SDK that measures itself, once it is warm.

    Args:
        peer: one of ``PROGRAMS``, running.
        direction, suite, frame_length: of the messages.
        size: of the plaintext, which is zeros.
        repeats: number of messages of which the median counts.
    """
    request = {
        "id": 1,
        "op": "bench",
        "work": direction,
        "keyring": {"type": "raw-aes", "namespace": "bench", "name": "k", "key": base64.b64encode(_KEY).decode("ascii")},
        "suite": f"{suite:04x}",
        "frame_length": frame_length,
        "size": size,
        "context": CONTEXT,
    }

    def run(rounds: int = repeats) -> float:
        answer = peer.ask({**request, "rounds": rounds})
        if not answer["ok"]:
            raise RuntimeError(f"an SDK refused: {answer}")
        return float(answer["median_ms"] / 1000)

    run(max(min(_WARM_UP // max(size, 1), _MOST_WARM_UP), repeats))
    return Contestant(run, timed=True)


def cipher_at_best(direction: Direction, size: int) -> Callable[[], object]:
    """AES-GCM over the same number of bytes in one call, into a buffer that is reused."""
    aead, nonce, plaintext, sealed = AESGCM(_KEY), bytes(12), bytearray(size), bytearray(size + 16)
    aead.encrypt_into(nonce, plaintext, None, sealed)
    if direction == "encrypt":
        return lambda: aead.encrypt_into(nonce, plaintext, None, sealed)
    return lambda: aead.decrypt_into(nonce, sealed, None, plaintext)


def hash_at_best(message: bytes) -> Callable[[], object]:
    """SHA-384 over a message: the minimum work for its signature."""
    return lambda: hashlib.sha384(message).digest()


def floor(plaintext: bytes) -> Callable[[], bytes]:
    """A whole message under 0478 with one final frame, written by hand with the cryptography package and hashlib: no policy, no keyring, no
    checks, no model, and what all messages have in common was made before.
    """
    pairs = sorted((key.encode(), value.encode()) for key, value in CONTEXT.items())
    context = struct.pack(">H", len(pairs)) + b"".join(struct.pack(">H", len(text)) + text for pair in pairs for text in pair)
    info = b"k" + struct.pack(">II", 128, 12)
    start = struct.pack(">BH", 2, 0x0478)
    keys = b"".join((struct.pack(">H", len(context)), context, struct.pack(">HH", 1, 5), b"bench", struct.pack(">H", len(info) + 12), info))
    end = struct.pack(">BI", 2, 4096)
    head = struct.pack(">II", 0xFFFFFFFF, 1) + bytes(8) + struct.pack(">II", 1, len(plaintext))
    body_end = b"AWSKMSEncryptionClient Final Frame" + struct.pack(">IQ", 1, len(plaintext))
    wrapping, zeros, first = AESGCM(_KEY), bytes(12), bytes(8) + struct.pack(">I", 1)

    def write() -> bytes:
        drawn = os.urandom(76)
        data_key, message_id, iv = drawn[:32], drawn[32:64], drawn[64:]
        key = hmac.digest(message_id, data_key, "sha512")
        cipher = AESGCM(hmac.digest(key, b"\x04\x78DERIVEKEY\x01", "sha512")[:32])
        commit_key = hmac.digest(key, b"COMMITKEY\x01", "sha512")[:32]
        wrapped = wrapping.encrypt(iv, data_key, context)
        header = b"".join((start, message_id, keys, iv, b"\x00\x30", wrapped, end, commit_key))
        return b"".join((header, cipher.encrypt(zeros, b"", header), head, cipher.encrypt(first, plaintext, message_id + body_end)))

    return write


def elliptic_curve_alone(direction: Direction) -> Callable[[], object]:
    """A new key on P-384, its compressed point and a signature, or a point decoded and a signature verified: the minimum work for a small
    signed message.
    """
    algorithm, digest = ec.ECDSA(Prehashed(hashes.SHA384())), bytes(48)

    def sign() -> tuple[bytes, bytes]:
        key = ec.generate_private_key(ec.SECP384R1())
        return key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint), key.sign(digest, algorithm)

    key = ec.generate_private_key(ec.SECP384R1())
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    signature = key.sign(digest, algorithm)

    def verify() -> None:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), point).verify(signature, digest, algorithm)

    return sign if direction == "encrypt" else verify

"""The contestants: esdkit, the official SDKs, and the best that the machine can do, all with one raw AES key and one context.

The Python SDK runs in this process; the JavaScript SDK and the C SDK measure their own time, so that starting them and communicating with
them does not count. The C SDK is a program that the environment variable ``ESDKIT_BENCH_C`` names; it is run as

    PROGRAM encrypt|decrypt SUITE FRAME_LENGTH SIZE REPEATS        (for example: encrypt 0578 4096 104857600 1)

and prints the seconds that one run took on average, on a plaintext of SIZE zeros and into a buffer that it reuses, without its
set-up time, such as making a message to decrypt.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import struct
import subprocess
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
    "C_PROGRAM",
    "KEYRING",
    "SDK",
    "Direction",
    "c_sdk",
    "cipher_at_best",
    "elliptic_curve_alone",
    "floor",
    "hash_at_best",
    "javascript_sdk",
]
__all__ += ["official_options", "provider", "python_keyring"]

Direction = Literal["encrypt", "decrypt"]
C_PROGRAM = "ESDKIT_BENCH_C"
CONTEXT = {"purpose": "bench", "tenant": "blue", "origin": "esdkit"}

_KEY = bytes(range(32))
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


def javascript_sdk(peer: Peer, direction: Direction, suite: int, frame_length: int, size: int, repeats: int) -> Contestant:
    """The JavaScript SDK; ``peer`` is its running program, ``javascript-5`` of ``tools/drivers/targets.py``."""
    request = {
        "id": 1,
        "op": "bench",
        "work": direction,
        "keyring": {"type": "raw-aes", "namespace": "bench", "name": "k", "key": base64.b64encode(_KEY).decode("ascii")},
        "suite": f"{suite:04x}",
        "frame_length": frame_length,
        "size": size,
        "rounds": repeats,
        "context": CONTEXT,
    }

    def run() -> float:
        answer = peer.ask(request)
        if not answer["ok"]:
            raise RuntimeError(f"the JavaScript SDK refused: {answer}")
        return float(answer["median_ms"] / 1000)

    return Contestant(run, timed=True)


def c_sdk(direction: Direction, suite: int, frame_length: int, size: int, repeats: int) -> Contestant | None:
    """The C SDK; None if ``ESDKIT_BENCH_C`` is not set."""
    program = os.environ.get(C_PROGRAM)
    if not program:
        return None
    command = [program, direction, f"{suite:04x}", str(frame_length), str(size), str(repeats)]
    return Contestant(lambda: float(subprocess.run(command, check=True, capture_output=True).stdout), timed=True)


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
    """A new key on P-384 and a signature, or a point decoded and a signature verified: the minimum work for a small signed message."""
    algorithm, digest = ec.ECDSA(Prehashed(hashes.SHA384())), bytes(48)

    def sign() -> bytes:
        return ec.generate_private_key(ec.SECP384R1()).sign(digest, algorithm)

    key = ec.generate_private_key(ec.SECP384R1())
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    signature = key.sign(digest, algorithm)

    def verify() -> None:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), point).verify(signature, digest, algorithm)

    return sign if direction == "encrypt" else verify

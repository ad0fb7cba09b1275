"""AES-GCM: one-shot where the cryptography package takes the length, incremental beyond it.

Strategy: hold one ``AesGcm`` per key, as setting up a key costs as much as a small frame; the functions are for a single call.
Invariant: decryption gives plaintext only after the tag has verified, else None: who asked knows which part of the message it was.
Not here: IV rules, AAD layout, errors with paths.

Reqs: ALG-SUI-011, ALG-SUI-012, ALG-SUI-013, ALG-SUI-014
"""

from __future__ import annotations

from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from esdkit.spec import LIMITS

__all__ = ["AesGcm", "decrypt", "encrypt"]

_CHUNK = 1 << 26  # bytes per step of the incremental cipher


class AesGcm:
    """AES-GCM under one key.

    Args:
        key: 16, 24 or 32 bytes.
    """

    __slots__ = ("_key", "_one_shot")

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._one_shot = AESGCM(key)

    def encrypt(self, iv: bytes, aad: bytes, plaintext: bytes) -> tuple[bytes, bytes]:
        """Encrypt; gives ciphertext and tag."""
        if len(plaintext) > LIMITS["gcm_one_shot"]:
            return _encrypt_incrementally(self._key, iv, aad, plaintext)
        sealed = self._one_shot.encrypt(iv, plaintext, aad)
        return sealed[: len(plaintext)], sealed[len(plaintext) :]

    def decrypt(self, iv: bytes, aad: bytes, ciphertext: bytes | memoryview, tag: bytes | memoryview) -> bytes | None:
        """Decrypt; None when the tag does not verify."""
        if len(ciphertext) + len(tag) > LIMITS["gcm_one_shot"]:
            return _decrypt_incrementally(self._key, iv, aad, ciphertext, tag)
        try:
            return self._one_shot.decrypt(iv, b"".join((ciphertext, tag)), aad)
        except InvalidTag:
            return None


def encrypt(key: bytes, iv: bytes, aad: bytes, plaintext: bytes) -> tuple[bytes, bytes]:
    """Encrypt once under a key; gives ciphertext and tag."""
    return AesGcm(key).encrypt(iv, aad, plaintext)


def decrypt(key: bytes, iv: bytes, aad: bytes, ciphertext: bytes, tag: bytes) -> bytes | None:
    """Decrypt once under a key; None when the tag does not verify."""
    return AesGcm(key).decrypt(iv, aad, ciphertext, tag)


def _encrypt_incrementally(key: bytes, iv: bytes, aad: bytes, plaintext: bytes, chunk: int = _CHUNK) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    encryptor = Cipher(algorithms.AES(key), modes.GCM(iv)).encryptor()
    ciphertext = _feed(encryptor, aad, plaintext, chunk)
    encryptor.finalize()
    return ciphertext, encryptor.tag


def _decrypt_incrementally(
    key: bytes, iv: bytes, aad: bytes, ciphertext: bytes | memoryview, tag: bytes | memoryview, chunk: int = _CHUNK
) -> bytes | None:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES(key), modes.GCM(iv, bytes(tag))).decryptor()
    plaintext = _feed(decryptor, aad, ciphertext, chunk)
    try:
        decryptor.finalize()
    except InvalidTag:
        return None
    return plaintext


def _feed(context: Any, aad: bytes, data: bytes | memoryview, chunk: int) -> bytes:
    context.authenticate_additional_data(aad)
    view = memoryview(data)
    return b"".join(context.update(view[at : at + chunk]) for at in range(0, len(view), chunk))

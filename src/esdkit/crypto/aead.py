"""AES-GCM: in one call where the cryptography package takes the length, incremental beyond it.

Strategy: keep one ``AesGcm`` per key, as setting up a key costs as much as a small frame; the functions are for a single call.
Invariants: what decrypts raises ``InvalidTag`` when the tag does not verify, as the cryptography package does: the caller knows which part
of the message it was. No view of a buffer is kept in a variable beyond the call that needs it, so that none stays in a traceback.
Not here: IV rules, AAD layout, errors with paths.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from esdkit.spec import LIMITS, SUITES

__all__ = ["TAG_LENGTH", "AesGcm", "Buffer", "IncrementalDecryptor", "IncrementalEncryptor", "InvalidTag", "decrypt", "encrypt"]

Buffer = bytes | bytearray | memoryview
TAG_LENGTH = next(iter(SUITES.values())).tag_length  # the same for every suite and wrapped key; a test holds that
_CHUNK = 1 << 26  # bytes per step of the incremental cipher


class AesGcm:
    """AES-GCM under one key.

    Args:
        key: 16, 24 or 32 bytes.
    """

    __slots__ = ("_key", "_one_shot")

    def __init__(self, key: bytes) -> None:
        # Reqs: ALG-SUI-011, ALG-SUI-012
        self._key = key
        self._one_shot = AESGCM(key)

    def encryptor(self, content_length: int) -> Callable[[Buffer, Buffer, Buffer, memoryview], object]:
        """A function ``encrypt(iv, plaintext, aad, out)`` for contents of up to ``content_length`` bytes; ``out`` takes ciphertext and tag.

        For loops over frames: for lengths that one call of the cryptography package takes it is that very call.
        """
        if content_length + TAG_LENGTH <= LIMITS["gcm_one_shot"]:
            return self._one_shot.encrypt_into
        return self._encrypt_incrementally

    def sealer(self, content_length: int) -> Callable[[bytes, Buffer, bytes], bytes]:
        """A function ``seal(iv, plaintext, aad)`` for contents of up to ``content_length`` bytes; it gives ciphertext and tag."""
        if content_length + TAG_LENGTH <= LIMITS["gcm_one_shot"]:
            return self._one_shot.encrypt
        return self._seal_incrementally

    def decryptor(self, content_length: int) -> Callable[[Buffer, Buffer, Buffer, memoryview], object]:
        """A function ``decrypt(iv, sealed, aad, out)``; ``sealed`` is ciphertext and tag. It raises ``InvalidTag``, and then leaves
        plaintext that is not authentic in ``out``, which must be overwritten.
        """
        if content_length + TAG_LENGTH <= LIMITS["gcm_one_shot"]:
            return self._one_shot.decrypt_into
        return self._decrypt_incrementally

    def _encrypt_incrementally(self, iv: Buffer, plaintext: Buffer, aad: Buffer, out: memoryview) -> None:
        # Reqs: ALG-SUI-011, ALG-SUI-014
        encryptor = _cipher(self._key, bytes(iv), None).encryptor()
        with memoryview(plaintext) as content, memoryview(out) as room:
            del iv, plaintext, out  # slices that would stay in the traceback of an error
            _feed_into(encryptor, aad, content, room)
            encryptor.finalize()
            room[len(content) :] = encryptor.tag

    def _decrypt_incrementally(self, iv: Buffer, sealed: Buffer, aad: Buffer, out: memoryview) -> None:
        # Reqs: ALG-SUI-011, ALG-SUI-014
        with memoryview(sealed) as view, view[:-TAG_LENGTH] as content, memoryview(out) as room:
            decryptor = _cipher(self._key, bytes(iv), bytes(view[-TAG_LENGTH:])).decryptor()
            del iv, sealed, out  # slices that would stay in the traceback of an error
            _feed_into(decryptor, aad, content, room)
            decryptor.finalize()

    def incremental_encryptor(self, iv: bytes, aad: bytes) -> IncrementalEncryptor:
        """Encrypts a content that comes in pieces."""
        return IncrementalEncryptor(self._key, iv, aad)

    def incremental_decryptor(self, iv: bytes, aad: bytes) -> IncrementalDecryptor:
        """Decrypts a content that comes in pieces."""
        return IncrementalDecryptor(self._key, iv, aad)

    def open(self, iv: bytes, sealed: bytes, aad: bytes) -> bytes:
        """Decrypt ciphertext and tag in one.

        Raises:
            InvalidTag: the tag does not verify, or there is none.
        """
        # Reqs: ALG-SUI-011, ALG-SUI-014
        if len(sealed) <= LIMITS["gcm_one_shot"]:
            return self._one_shot.decrypt(iv, sealed, aad)
        plaintext = bytearray(len(sealed) - TAG_LENGTH)
        with memoryview(plaintext) as view:
            self._decrypt_incrementally(iv, sealed, aad, view)
        return bytes(plaintext)

    def encrypt(self, iv: bytes, aad: bytes, plaintext: bytes) -> tuple[bytes, bytes]:
        """Encrypt; gives ciphertext and tag."""
        # Reqs: ALG-SUI-011
        sealed = self.sealer(len(plaintext))(iv, plaintext, aad)
        return sealed[:-TAG_LENGTH], sealed[-TAG_LENGTH:]

    def _seal_incrementally(self, iv: bytes, plaintext: Buffer, aad: bytes) -> bytes:
        out = bytearray(len(plaintext) + TAG_LENGTH)
        with memoryview(out) as view:
            self._encrypt_incrementally(iv, plaintext, aad, view)
        return bytes(out)

    def tag(self, iv: bytes, aad: bytes) -> bytes:
        """The tag over ``aad`` and no content, as a header has it."""
        # Reqs: ALG-SUI-014
        return self._one_shot.encrypt(iv, b"", aad)

    def decrypt(self, iv: bytes, aad: bytes, ciphertext: Buffer, tag: Buffer) -> bytes:
        """Decrypt.

        Raises:
            InvalidTag: the tag does not verify, or is not 16 bytes long.
        """
        # Reqs: ALG-SUI-011, ALG-SUI-014
        if len(tag) != TAG_LENGTH:
            raise InvalidTag
        return self.open(iv, b"".join((ciphertext, tag)), aad)


class IncrementalEncryptor:
    """Encrypts one content that comes in pieces."""

    # Reqs: ALG-SUI-011, ALG-SUI-014

    def __init__(self, key: bytes, iv: bytes, aad: bytes) -> None:
        self._context = _cipher(key, iv, None).encryptor()
        self._context.authenticate_additional_data(aad)

    def update(self, plaintext: Buffer) -> bytes:
        """The next bytes, encrypted."""
        ciphertext: bytes = self._context.update(plaintext)
        return ciphertext

    def finish(self) -> bytes:
        """The tag over everything; nothing can be added afterwards."""
        self._context.finalize()
        tag: bytes = self._context.tag
        return tag


class IncrementalDecryptor:
    """Decrypts one content that comes in pieces: what ``update`` gives is not authentic until ``verify`` has returned."""

    # Reqs: ALG-SUI-011, ALG-SUI-014

    def __init__(self, key: bytes, iv: bytes, aad: bytes) -> None:
        self._context = _cipher(key, iv, None).decryptor()
        self._context.authenticate_additional_data(aad)

    def update(self, ciphertext: Buffer) -> bytes:
        """The next bytes, decrypted."""
        plaintext: bytes = self._context.update(ciphertext)
        return plaintext

    def verify(self, tag: bytes) -> None:
        """Verify the tag over everything; nothing can be added afterwards.

        Raises:
            InvalidTag: it does not verify.
        """
        self._context.finalize_with_tag(tag)


def encrypt(key: bytes, iv: bytes, aad: bytes, plaintext: bytes) -> tuple[bytes, bytes]:
    """Encrypt once under a key; gives ciphertext and tag."""
    return AesGcm(key).encrypt(iv, aad, plaintext)


def decrypt(key: bytes, iv: bytes, aad: bytes, ciphertext: Buffer, tag: Buffer) -> bytes:
    """Decrypt once under a key.

    Raises:
        InvalidTag: the tag does not verify, or is not 16 bytes long.
    """
    return AesGcm(key).decrypt(iv, aad, ciphertext, tag)


def _cipher(key: bytes, iv: bytes, tag: bytes | None) -> Any:
    # Reqs: ALG-SUI-011, ALG-SUI-012, ALG-SUI-013
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    return Cipher(algorithms.AES(key), modes.GCM(iv, tag))


def _feed_into(context: Any, aad: Buffer, data: memoryview, out: memoryview) -> None:
    # Reqs: ALG-SUI-011
    context.authenticate_additional_data(aad)
    for at in range(0, len(data), _CHUNK):
        end = min(at + _CHUNK, len(data))
        context.update_into(data[at:end], out[at:end])

"""Encryption: a whole plaintext in one go, into the caller's buffer, or in pieces.

Strategy: the header is complete before the first frame, and every length is known before the first byte: the output is sized once and
filled in place. A last chunk that is exactly one frame length is written as a full final frame, an empty plaintext as one empty final
frame. Frame IVs are the padded sequence number; the data key is new for every message, so no IV is used twice under a key. The footer of a
signed message covers exactly the bytes that were written.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    EncryptionRequest,
    check_encrypt_suite,
    check_encryption_materials,
    check_no_reserved_keys,
)
from esdkit.crypto import signing
from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import derive_keys
from esdkit.crypto.rand import RandomSource, draw, system_random
from esdkit.engine.frames import FrameSealer
from esdkit.engine.hashing import RunningHash
from esdkit.engine.output import Output
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.message.aad import context_pairs, header_aad
from esdkit.message.model import Header, HeaderAuth
from esdkit.message.sizes import footer_length, framed_body_length
from esdkit.message.write import build_header, build_header_body, serialize_footer
from esdkit.spec import CONSTANTS, LIMITS, Suite, refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["EncryptSettings", "Encryptor", "SealedHeader", "encrypt", "encrypt_into", "seal_header"]

_BATCH = 1 << 20  # bytes of plaintext between two turns of the hash
_HOLD = 64 << 20  # bytes; a longer frame waits in a file


@dataclass(frozen=True, slots=True)
class EncryptSettings:
    """What one encryption is made with; see ``Client.encrypt``."""

    cmm: CryptographicMaterialsManager
    policy: CommitmentPolicy
    suite: Suite | None
    encryption_context: Mapping[str, str]
    frame_length: int
    max_encrypted_data_keys: int | None
    max_plaintext_length: int | None = None
    random: RandomSource = system_random


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header that is written, and what the body and the footer need.

    Attributes:
        raw: its bytes, authentication included.
        signing_key: if and only if the suite signs.
        deterministic: whether the signature is to be one that can be made again.
    """

    header: Header
    raw: bytes
    cipher: AesGcm
    signing_key: EllipticCurvePrivateKey | None
    deterministic: bool

    def message_length(self, plaintext_length: int) -> int:
        """Length of the whole message, in bytes."""
        suite = self.header.suite
        return len(self.raw) + framed_body_length(suite, plaintext_length, self.header.frame_length) + footer_length(suite)

    def sign(self, digest: RunningHash) -> bytes:
        """The footer over what was hashed."""
        scheme = self.header.suite.signature
        assert scheme is not None and self.signing_key is not None
        return serialize_footer(signing.sign(self.signing_key, scheme, digest.digest(), deterministic=self.deterministic))


def seal_header(settings: EncryptSettings, plaintext_length: int | None) -> SealedHeader:
    """Get the materials and write the header.

    Args:
        settings: of this message.
        plaintext_length: bytes; None when unknown.

    Raises:
        PolicyError: ``policy-violation``, ``edk-limit-exceeded``.
        UsageError: a reserved context key, a context that does not fit.
        KeyringError, MaterialsError: from keyring and CMM.
    """
    check_no_reserved_keys(settings.encryption_context)
    if settings.suite is not None:
        check_encrypt_suite(settings.policy, settings.suite)
    request = EncryptionRequest(
        encryption_context=dict(settings.encryption_context),
        commitment_policy=settings.policy,
        suite=settings.suite,
        max_plaintext_length=settings.max_plaintext_length if plaintext_length is None else plaintext_length,
        random=settings.random,
    )
    materials = check_encryption_materials(request, settings.cmm.get_encryption_materials(request))
    _judge_number_of_keys(len(materials.encrypted_data_keys), settings.max_encrypted_data_keys)
    suite = materials.suite
    message_id = draw(settings.random, CONSTANTS.message_id_lengths[suite.message_version])
    assert materials.data_key is not None  # judged above
    keys = derive_keys(suite, materials.data_key.reveal(), message_id)
    stored = {key: value for key, value in materials.encryption_context.items() if key not in materials.required_context_keys}
    required = {key: materials.encryption_context[key] for key in materials.required_context_keys}
    first = suite.message_version == 1
    header = Header(
        suite.message_version,
        suite,
        message_id,
        context_pairs(stored),
        materials.encrypted_data_keys,
        CONSTANTS.content_framed,
        settings.frame_length,
        HeaderAuth(b"", b""),
        keys.commit_key or b"",
        CONSTANTS.message_type if first else None,
        0 if first else None,
        suite.iv_length if first else None,
    )
    cipher = AesGcm(keys.content_key.reveal())
    iv = bytes(suite.iv_length)
    _, tag = cipher.encrypt(iv, header_aad(build_header_body(header), required), b"")
    header = header.with_auth(HeaderAuth(iv if first else b"", tag))
    return SealedHeader(header, build_header(header), cipher, materials.signing_key, settings.random is not system_random)


def _judge_number_of_keys(count: int, most: int | None) -> None:
    if most is not None and count > most:
        raise refusal(
            Code.EDK_LIMIT_EXCEEDED, f"{count} encrypted data keys, at most {most} are allowed", path="header.encrypted_data_keys.count"
        )


def encrypt(plaintext: bytes | bytearray | memoryview, settings: EncryptSettings) -> tuple[bytes, Header]:
    """Encrypt a whole plaintext into new bytes."""
    sealed = seal_header(settings, len(plaintext))
    out = io.BytesIO(bytes(sealed.message_length(len(plaintext))))  # pages come zeroed and only when they are written
    with out.getbuffer() as view:
        _fill(plaintext, sealed, settings, view)
    return out.getvalue(), sealed.header


def encrypt_into(plaintext: bytes | bytearray | memoryview, settings: EncryptSettings, out: memoryview) -> tuple[int, Header]:
    """Encrypt a whole plaintext into ``out``; gives the number of bytes written. On any failure what was written is zeros.

    Raises:
        UsageError: ``invalid-argument``, the buffer is too small.
    """
    sealed = seal_header(settings, len(plaintext))
    length = sealed.message_length(len(plaintext))
    if length > len(out):
        raise UsageError(Code.INVALID_ARGUMENT, f"the buffer is too small: the message has {length} bytes")
    try:
        _fill(plaintext, sealed, settings, out[:length])
    except BaseException:
        out[:length] = bytes(length)
        raise
    return length, sealed.header


def _fill(plaintext: bytes | bytearray | memoryview, sealed: SealedHeader, settings: EncryptSettings, out: memoryview) -> None:
    """Write header, frames and footer into a buffer of exactly their length."""
    source = memoryview(plaintext).cast("B")
    length = sealed.header.frame_length
    regular = max(len(source) - 1, 0) // length
    _judge_plaintext(len(source), regular + 1, settings.max_plaintext_length)
    scheme = sealed.header.suite.signature
    digest = None if scheme is None else RunningHash(scheme.hash, len(out))
    try:
        at = len(sealed.raw)
        out[:at] = sealed.raw
        if digest is not None:
            digest.update(out[:at])
        sealer = FrameSealer(sealed.header, sealed.cipher)
        batch = regular if digest is None else max(_BATCH // length, 1)
        for first in range(0, regular, max(batch, 1)):
            count = min(batch, regular - first)
            end = at + count * sealer.regular_size
            sealer.seal_regular(source[first * length : (first + count) * length], out[at:end])
            if digest is not None:
                digest.update(out[at:end])
            at = end
        end = at + sealer.final_size + len(source) - regular * length
        sealer.seal_final(source[regular * length :], out[at:end])
        if digest is not None:
            digest.update(out[at:end])
            out[end:] = sealed.sign(digest)
    finally:
        if digest is not None:
            digest.close()


def _judge_plaintext(length: int, frames: int, most: int | None) -> None:
    if most is not None and length > most:
        raise UsageError(Code.PLAINTEXT_TOO_LONG, f"the plaintext has more than the {most} bytes that were announced")
    if frames > LIMITS["frames"]:
        raise UsageError(Code.PLAINTEXT_TOO_LONG, "the plaintext needs more frames than can be numbered; take a larger frame length")


class Encryptor:
    """Encrypts a plaintext that is fed in pieces: ``feed``, ``take`` what is ready, ``finish``. It does no I/O, and its work is linear in
    the bytes fed.

    Args:
        settings: policy, limits and keys.
        spool: gives an unnamed binary file for a frame that is too long to hold.

    Attributes:
        header: the header.

    After an error the encryptor stays failed. A message that was not finished is not one: readers refuse it as truncated.
    """

    def __init__(self, settings: EncryptSettings, spool: Callable[[], IO[bytes]] = tempfile.TemporaryFile) -> None:
        self._settings = settings
        self._sealed = seal_header(settings, None)
        self.header = self._sealed.header
        self._sealer = FrameSealer(self.header, self._sealed.cipher)
        self._output = Output()
        self._pending = bytearray()
        self._length = 0
        self._failed: EsdkError | None = None
        self._finished = False
        scheme = self.header.suite.signature
        self._digest = None if scheme is None else RunningHash(scheme.hash)
        self._spool = spool
        self._emit(self._sealed.raw)

    def feed(self, data: bytes | bytearray | memoryview) -> None:
        """Take more plaintext.

        Raises:
            UsageError: ``plaintext-too-long``; ``invalid-argument`` after ``finish``.
        """
        with self._failing():
            if self._finished:
                raise UsageError(Code.INVALID_ARGUMENT, "the message is finished")
            self._length += len(data)
            frames = max(self._length - 1, 0) // self.header.frame_length + 1
            _judge_plaintext(self._length, frames, self._settings.max_plaintext_length)
            self._pending += data
            if len(self._pending) > self.header.frame_length:
                self._seal_regular()

    def finish(self) -> None:
        """Say that the plaintext is complete: writes the final frame and, if the suite signs, the footer."""
        with self._failing():
            if self._finished:
                return
            self._finished = True
            with io.BytesIO(bytes(self._sealer.final_size + len(self._pending))) as out:
                with out.getbuffer() as view:
                    self._sealer.seal_final(memoryview(bytes(self._pending)), view)
                self._emit(out.getvalue())
            self._pending.clear()
            if self._digest is not None:
                self._output.add(self._sealed.sign(self._digest))

    def take(self, size: int = -1) -> bytes:
        """Bytes of the message that are ready and were not taken yet, at most ``size`` (-1 for all); empty when there are none.

        Raises:
            EsdkError: the one that the encryptor failed with.
        """
        if self._failed is not None:
            raise self._failed
        return self._output.take(size)

    def close(self) -> None:
        """Let go of the hash's thread."""
        if self._digest is not None:
            self._digest.close()

    def _seal_regular(self) -> None:
        """All but the last chunk, which may turn out to be the final frame."""
        length = self.header.frame_length
        count = (len(self._pending) - 1) // length
        source = bytes(memoryview(self._pending)[: count * length])
        del self._pending[: count * length]
        with io.BytesIO(bytes(count * self._sealer.regular_size)) as out:
            with out.getbuffer() as view:
                self._sealer.seal_regular(memoryview(source), view)
            self._emit(out.getvalue())

    def _emit(self, piece: bytes) -> None:
        if self._digest is not None:
            self._digest.update(piece)
        self._output.add(piece)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        if self._failed is not None:
            raise self._failed
        try:
            yield
        except BaseException as error:
            interrupted = UsageError(Code.INVALID_ARGUMENT, "the encryptor was interrupted and cannot go on")
            self._failed = error if isinstance(error, EsdkError) else interrupted
            self._output.clear()
            self.close()
            raise

"""Encryption: a whole plaintext in one go, or into a buffer that the caller passes; what ``encryptor`` shares with it.

Strategy: the header is complete before the first frame, and every length is known before the first byte: the output is sized once and
filled in place. Every full chunk is a regular frame, and the final frame holds the rest: it is empty for an exact multiple of the frame
length, because some readers refuse a full one (DEC-G19). Frame IVs are the padded sequence number; the data key is new for every message,
so no IV is used twice under a key. The footer of a signed message covers exactly the bytes that were written. Every view of a buffer is
released before an error leaves.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    EncryptionRequest,
    check_encrypt_suite,
    check_encryption_materials,
    check_no_reserved_keys,
)
from esdkit.cmm.default import DefaultCmm
from esdkit.crypto import signing
from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import derive
from esdkit.crypto.rand import RandomSource, draw, system_random
from esdkit.engine.frames import FrameEncryptor, OnlyFrameEncryptor
from esdkit.engine.hashing import RunningHash, hash_of
from esdkit.engine.memory import new_output
from esdkit.engine.views import view_beside, writable_view
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings.base import EncryptionMaterials, KeyMaker, key_maker_of
from esdkit.message.aad import context_pairs, header_aad
from esdkit.message.body import serialize_footer
from esdkit.message.header import build_header_auth, build_header_body
from esdkit.message.model import EncryptedDataKey, Header, HeaderAuth
from esdkit.message.sizes import footer_length, framed_body_length
from esdkit.message.template import HeaderTemplate, Pairs, WrappedKey, with_public_key
from esdkit.spec import CONSTANTS, LIMITS, SignatureScheme, Suite, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["EncryptSettings", "Encryption", "PreparedHeader", "check_length", "encrypt_into"]

_NO_AUTH = HeaderAuth(b"", b"")  # until the header body has been written
_BATCH = 1 << 20  # bytes of plaintext between two turns of the hash
_SMALL = 1 << 16  # bytes of a plaintext whose ciphertext may be copied; of a longer one it is written in place


@frozen
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


@frozen
class PreparedHeader:
    """A header that is written, and what the body and the footer need.

    Attributes:
        raw: its bytes, authentication included.
        signing_key: if and only if the suite signs.
        deterministic: whether the signature must be one that can be made again.
    """

    header: Header
    raw: bytes
    cipher: AesGcm
    signing_key: EllipticCurvePrivateKey | None
    deterministic: bool

    def message_length(self, plaintext_length: int) -> int:
        """Length of the whole message, in bytes."""
        # Reqs: CLI-ENC-024
        suite = self.header.suite
        return len(self.raw) + framed_body_length(suite, plaintext_length, self.header.frame_length) + footer_length(suite)

    def sign(self, digest: bytes) -> bytes:
        """The footer over the bytes before it, which have this digest."""
        scheme = self.header.suite.signature
        assert scheme is not None and self.signing_key is not None
        return _footer(self.signing_key, scheme, digest, deterministic=self.deterministic)


class Encryption:
    """Encrypts messages with the same settings, one after the other.

    Args:
        settings: of all messages. The materials of the second say what all have in common, where keyring and CMM are such that nothing
            but the keys can differ.

    Attributes:
        settings: see above.

    Raises:
        PolicyError: ``policy-violation``. UsageError: a reserved context key.
    """

    def __init__(self, settings: EncryptSettings) -> None:
        # Reqs: CLI-ENC-009, CLI-ENC-010
        check_no_reserved_keys(settings.encryption_context)
        if settings.suite is not None:
            check_encrypt_suite(settings.policy, settings.suite)
        self.settings = settings
        self._small = min(settings.frame_length - 1, _SMALL)
        self._deterministic = settings.random is not system_random
        self._asked = False
        self._learned: tuple[_Common, HeaderTemplate, KeyMaker] | None = None  # replaced as a whole: threads may share this

    def prepare(self, plaintext_length: int | None) -> PreparedHeader:
        """Get the materials and write the header of the next message.

        Args:
            plaintext_length: bytes; None when unknown.

        Raises:
            PolicyError: ``policy-violation``, ``edk-limit-exceeded``.
            UsageError: a context that does not fit.
            KeyringError, MaterialsError: from keyring and CMM.
        """
        _, _, header, raw, cipher, signing_key = self._next(plaintext_length)
        return PreparedHeader(header, raw, cipher, signing_key, self._deterministic)

    def _next(self, plaintext_length: int | None) -> tuple[_Common, bytes, Header, bytes, AesGcm, EllipticCurvePrivateKey | None]:
        """What ``prepare`` gives, in a tuple that is made quickly, with what all messages have in common and the message id."""
        # Reqs: CLI-ENC-011, CLI-ENC-012, CLI-ENC-013, CLI-ENC-014, CLI-ENC-015, CLI-ENC-016, CLI-ENC-017
        # Reqs: FMT-HDR-007, FMT-HDR-017, FMT-HDR-018, FMT-AAD-017, FMT-HAU-011, FMT-HAU-012
        learned, random = self._learned, self.settings.random
        if learned is None:
            materials = self._ask(plaintext_length)
            common, signing_key = _Common(materials, self.settings.frame_length), materials.signing_key
            assert materials.data_key is not None  # checked
            data_key = materials.data_key.reveal()
        else:
            common, template, make_keys = learned
            data_key, wrapped_keys, signing_key, public_key = make_keys()
        message_id = draw(random, common.message_id_length)
        content_key, commit_key = derive(common.suite, data_key, message_id)
        cipher = AesGcm(content_key)
        if learned is None:
            header, raw = common.write(message_id, materials.encrypted_data_keys, commit_key or b"", cipher)
            self._learn(common, materials, header)
        else:
            body = template.body(message_id, public_key, wrapped_keys, commit_key)
            tag = common.tag(body, cipher)
            raw = body + template.auth(tag)
            header = Header.later(common.values_of, (message_id, public_key, wrapped_keys, commit_key or b"", tag))
        return common, message_id, header, raw, cipher, signing_key

    def _learn(self, common: _Common, materials: EncryptionMaterials, header: Header) -> None:
        """From the second message on, remember what further ones do without the CMM."""
        make_keys = key_maker_of(self.settings.cmm, materials) if self._asked else None
        self._asked = True
        if make_keys is not None:
            self._learned = common, HeaderTemplate(header), make_keys

    def encrypt(self, plaintext: bytes) -> tuple[bytes, Header]:
        """Encrypt the next whole plaintext into new bytes. Arguments and errors as for ``prepare``."""
        # Reqs: CLI-ENC-001, CLI-ENC-008, CLI-ENC-009
        length = len(plaintext)
        check_length(length, self.settings)
        if length <= self._small:
            common, message_id, header, raw, cipher, signing_key = self._next(length)
            pieces = [raw, *common.only_frame.encrypt(message_id, cipher, plaintext)]
            if signing_key is not None and (scheme := common.suite.signature) is not None:
                pieces.append(_footer(signing_key, scheme, hash_of(scheme.hash, pieces), deterministic=self._deterministic))
            return b"".join(pieces), header
        prepared = self.prepare(length)
        out = new_output(prepared.message_length(length))
        with memoryview(plaintext) as source, out.getbuffer() as view:
            _fill(source, prepared, view)
        return out.getvalue(), prepared.header

    def _ask(self, plaintext_length: int | None) -> EncryptionMaterials:
        settings = self.settings
        request = EncryptionRequest(
            encryption_context=settings.encryption_context,
            commitment_policy=settings.policy,
            suite=settings.suite,
            max_plaintext_length=settings.max_plaintext_length if plaintext_length is None else plaintext_length,
            random=settings.random,
        )
        cmm = settings.cmm
        materials = check_encryption_materials(request, cmm.get_encryption_materials(request), of_default=type(cmm) is DefaultCmm)
        _check_number_of_keys(len(materials.encrypted_data_keys), settings.max_encrypted_data_keys)
        return materials


class _Common:
    """What a header has that does not differ between messages with one context, suite and frame length."""

    def __init__(self, materials: EncryptionMaterials, frame_length: int) -> None:
        suite = materials.suite
        stored, self._required = _stored_and_required(materials)
        self.suite = suite
        self.message_id_length = CONSTANTS.message_id_lengths[suite.message_version]
        self.only_frame = OnlyFrameEncryptor(suite, frame_length)
        self._pairs = context_pairs(stored)
        self._frame_length = frame_length
        self._iv = bytes(suite.iv_length)
        self._stored_iv = self._iv if suite.message_version == 1 else b""

    def write(self, message_id: bytes, keys: tuple[EncryptedDataKey, ...], commit_key: bytes, cipher: AesGcm) -> tuple[Header, bytes]:
        """A header and its bytes, authentication included, by the grammar.

        Args:
            message_id, keys, commit_key: of this message.
            cipher: AES-GCM under the content key.
        """
        header = Header(*self._values(message_id, self._pairs, keys, commit_key, _NO_AUTH))
        body = build_header_body(header)
        header = header.with_auth(HeaderAuth(self._stored_iv, self.tag(body, cipher)))
        return header, body + build_header_auth(header)

    def values_of(self, parts: tuple[bytes, bytes, tuple[WrappedKey, ...], bytes, bytes]) -> tuple[Any, ...]:
        """A header's values, from message id, public key (no bytes for that of the materials), wrapped data keys, commit key and tag."""
        message_id, public_key, wrapped_keys, commit_key, tag = parts
        pairs = with_public_key(self._pairs, public_key) if public_key else self._pairs
        keys = tuple([EncryptedDataKey(*key) for key in wrapped_keys])
        return self._values(message_id, pairs, keys, commit_key, HeaderAuth(self._stored_iv, tag))

    def tag(self, body: bytes, cipher: AesGcm) -> bytes:
        """The header tag over a header body."""
        return cipher.tag(self._iv, header_aad(body, self._required))

    def _values(
        self, message_id: bytes, pairs: Pairs | None, keys: tuple[EncryptedDataKey, ...], commit_key: bytes, auth: HeaderAuth
    ) -> tuple[Any, ...]:
        suite = self.suite
        first = suite.message_version == 1
        return (
            suite.message_version,
            suite,
            message_id,
            pairs,
            keys,
            CONSTANTS.content_framed,
            self._frame_length,
            auth,
            commit_key,
            CONSTANTS.message_type if first else None,
            0 if first else None,
            suite.iv_length if first else None,
        )


def _footer(key: EllipticCurvePrivateKey, scheme: SignatureScheme, digest: bytes, *, deterministic: bool) -> bytes:
    # Reqs: CLI-ENC-022
    return serialize_footer(signing.sign(key, scheme, digest, deterministic=deterministic))


def _stored_and_required(materials: EncryptionMaterials) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The pairs that the header stores, and those that are only authenticated."""
    context, required = materials.encryption_context, materials.required_context_keys
    if not required:
        return context, {}
    return {key: value for key, value in context.items() if key not in required}, {key: context[key] for key in required}


def _check_number_of_keys(count: int, most: int | None) -> None:
    if most is not None and count > most:
        what = f"{count} encrypted data keys, at most {most} are allowed"
        raise error_for(Code.EDK_LIMIT_EXCEEDED, what, path="header.encrypted_data_keys.count", writing=True)


def encrypt_into(plaintext: object, encryption: Encryption, buffer: object) -> tuple[int, Header]:
    """Encrypt a whole plaintext into a buffer; gives the number of bytes written. On any failure what was written is zeros.

    Raises:
        UsageError: ``invalid-argument``: the buffer is too small, or one of the two is not what it must be.
    """
    # Reqs: CLI-ENC-025
    with writable_view(buffer) as out, view_beside(plaintext, out) as source:
        check_length(len(source), encryption.settings)
        prepared = encryption.prepare(len(source))
        length = prepared.message_length(len(source))
        if length > len(out):
            raise UsageError(Code.INVALID_ARGUMENT, f"the buffer is too small: it has {len(out)} bytes, the message {length}")
        try:
            with out[:length] as room:
                _fill(source, prepared, room)
        except BaseException:
            out[:length] = bytes(length)
            raise
    return length, prepared.header


def _fill(source: memoryview, prepared: PreparedHeader, out: memoryview) -> None:
    """Write header, frames and footer into a buffer of exactly their length."""
    # Reqs: CLI-ENC-018, CLI-ENC-019, CLI-ENC-020, CLI-ENC-022, CLI-ENC-023, FMT-FTR-005, FMT-NFR-007
    scheme = prepared.header.suite.signature
    out[: len(prepared.raw)] = prepared.raw
    if scheme is None:
        _fill_body(source, prepared, out, None)
        return
    with closing(RunningHash(scheme.hash, len(out))) as digest:
        digest.update(out, 0, len(prepared.raw))
        end = _fill_body(source, prepared, out, digest)
        out[end:] = prepared.sign(digest.digest())


def _fill_body(source: memoryview, prepared: PreparedHeader, out: memoryview, digest: RunningHash | None) -> int:
    """Write the frames after the header; gives their end."""
    length = prepared.header.frame_length
    regular = len(source) // length
    encryptor = FrameEncryptor(prepared.header, prepared.cipher)
    at = len(prepared.raw)
    batch = max(regular if digest is None else _BATCH // length, 1)
    for first in range(0, regular, batch):
        count = min(batch, regular - first)
        end = at + count * encryptor.regular_size
        with source[first * length : (first + count) * length] as contents, out[at:end] as room:
            encryptor.encrypt_regular(contents, room)
        if digest is not None:
            digest.update(out, at, end)
        at = end
    end = at + encryptor.final_size + len(source) - regular * length
    with source[regular * length :] as last, out[at:end] as room:
        encryptor.encrypt_final(last, room)
    if digest is not None:
        digest.update(out, at, end)
    return end


def check_length(length: int, settings: EncryptSettings) -> None:
    """Check the length of a plaintext, or of as much of it as has come, in bytes.

    Raises:
        UsageError: ``plaintext-too-long``.
    """
    # Reqs: CLI-ENC-006, CLI-ENC-007, CLI-ENC-021
    most = settings.max_plaintext_length
    if most is not None and length > most:
        raise error_for(Code.PLAINTEXT_TOO_LONG, f"the plaintext is longer than the {most} bytes that are allowed")
    if length // settings.frame_length + 1 > LIMITS["frames"]:
        raise error_for(Code.PLAINTEXT_TOO_LONG, f"the plaintext needs more than {LIMITS['frames']} frames; use a larger frame length")

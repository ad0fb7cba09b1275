"""Decryption: a whole message in one go, or into a buffer that the caller passes; what ``decryptor`` and ``range`` share with it.

In one go nothing leaves before the end: every tag and the signature have verified, and no byte is left over. Into a buffer plaintext is
written as it is decrypted; when anything fails, everything that was written is overwritten with zeros before the error leaves. What leaves
a decryptor that is fed in pieces is the table of ``release``.

Invariant: every view of the message and of the output is released before an error leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cached_property
from typing import Literal, NoReturn

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager, check_decrypt_suite
from esdkit.crypto.aead import AesGcm
from esdkit.engine.frames import BlockDecryptor, FrameDecryptor, decrypt_only
from esdkit.engine.hashing import RunningHash, hash_of
from esdkit.engine.memory import new_output
from esdkit.engine.session import DecryptSession
from esdkit.engine.signature import verify_signature
from esdkit.engine.views import writable_view
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.grammar.decoder import decoder
from esdkit.grammar.footer import FOOTER
from esdkit.keyrings.base import DecryptionMaterials, Unwrapping, unwrapping_of
from esdkit.message.header import parse_header
from esdkit.message.model import Header
from esdkit.message.problems import refuse
from esdkit.message.rules import ReadLimits, over_the_end
from esdkit.message.template import Pairs, without_public_key
from esdkit.spec import CONSTANTS, Suite, error_for

__all__ = ["DecryptSettings", "Decryption", "decrypt_into", "open_header"]

_BATCH = 1 << 20  # bytes of plaintext between two turns of the hash
_SMALL = 1 << 16  # bytes of a message whose ciphertext may be copied; a longer one is decrypted in place


@frozen
class DecryptSettings:
    """What one decryption is measured against; see ``Client.decrypt``."""

    cmm: CryptographicMaterialsManager
    policy: CommitmentPolicy
    limits: ReadLimits
    encryption_context: Mapping[str, str]
    max_body_length: int | None
    compat: frozenset[str]
    signed_streaming: Literal["allow", "refuse"] = "allow"


class Materials:
    """Gets the materials of messages that are decrypted with the same settings.

    Args:
        settings: of all messages. Where the CMM is such that nothing but the keys can differ, the third message in a row with one suite and
            context, the public key aside, takes what was judged for the second.
    """

    def __init__(self, settings: DecryptSettings) -> None:
        self._settings = settings
        self._learns = CONSTANTS.public_key_name not in settings.encryption_context  # else every signed message must have that one
        self._last: tuple[Suite, Pairs | None, Unwrapping | None] | None = None

    def take(self, session: DecryptSession) -> DecryptionMaterials:
        """Get the materials of a message, checked, into its session.

        Raises:
            KeyringError, MessageError, MaterialsError: as ``DecryptSession.take_materials``.
        """
        header, settings = session.header, self._settings
        public_key, pairs = b"", header.context_pairs
        if header.suite.signature is not None:
            public_key, pairs = without_public_key(pairs)
        last, like_last = self._last, False  # replaced as a whole: threads may share this
        if last is not None:
            suite, pairs_before, unwrap = last
            like_last = suite is header.suite and pairs == pairs_before and (suite.signature is None or public_key != b"")
            if like_last and unwrap is not None:
                session.materials = materials = unwrap(header.encrypted_data_keys, public_key)
                return materials
        request = session.request(settings.policy, settings.encryption_context, settings.compat)
        materials = session.take_materials(request, settings.cmm)
        if self._learns:
            self._last = header.suite, pairs, unwrapping_of(settings.cmm, materials) if like_last else None
        return materials


class Decryption:
    """Decrypts messages with the same settings, one after the other. Arguments as for ``Materials``."""

    def __init__(self, settings: DecryptSettings) -> None:
        self._settings = settings
        self._materials = Materials(settings)

    def decrypt(self, data: bytes) -> tuple[bytes, Header]:
        """Decrypt a whole message; plaintext and header leave only when everything has been verified."""
        # Reqs: CLI-DEC-011
        message = _Whole(data, self._settings, self._materials)
        plaintext = message.decrypt_small()
        return _collect(message.body, message.decrypt) if plaintext is None else plaintext, message.header


def decrypt_into(data: bytes, settings: DecryptSettings, buffer: object) -> tuple[int, Header]:
    """Decrypt a whole message into a buffer; gives the number of bytes written. On any failure what was written is zeros."""
    # Reqs: CLI-DEC-011, CLI-DEC-012
    with writable_view(buffer) as out:
        message = _Whole(data, settings, Materials(settings))
        try:
            return message.decrypt(out), message.header
        except BaseException:
            written = min(message.body.touched, len(out))
            out[:written] = bytes(written)
            raise


def open_header(
    raw_header: bytes, header: Header, settings: DecryptSettings, materials_of: Materials | None = None
) -> tuple[AesGcm, DecryptionMaterials]:
    """From a header, whose suite was checked, to the cipher of its body: materials, keys, commitment and header tag, in this order.

    Args:
        raw_header, header: as for ``DecryptSession``.
        settings: of this message.
        materials_of: gets the materials; None for one message alone.

    Raises:
        KeyringError, MaterialsError: from keyring and CMM.
        AuthenticationError: ``encryption-context-mismatch``, ``commitment-mismatch``, ``header-tag-invalid``.
    """
    # Reqs: CLI-DEC-009, CLI-DEC-010
    session = DecryptSession(raw_header, header)
    materials = (materials_of or Materials(settings)).take(session)
    session.derive()
    return session.verify_header(settings.compat), materials


def _collect(body: _Body, decrypt_to: Callable[[memoryview], int]) -> bytes:
    # Reqs: CLI-DEC-011
    out = new_output(body.plaintext_bound)
    with out.getbuffer() as view:
        length = decrypt_to(view)
    out.truncate(length)
    return out.getvalue()


class _Whole:
    """A message whose bytes are all here, in the order of the specification."""

    def __init__(self, data: bytes, settings: DecryptSettings, materials_of: Materials) -> None:
        # Reqs: CLI-DEC-009, CLI-DEC-015, CLI-DEC-016
        self.data = data
        self.header, self.start = parse_header(data, limits=settings.limits)
        check_decrypt_suite(settings.policy, self.header.suite)
        self.cipher, materials = open_header(data[: self.start], self.header, settings, materials_of)
        self.public_key = materials.verification_key
        self.limits = settings.limits
        self.settings = settings

    @cached_property
    def body(self) -> _Body:
        return _Body(self.data, self.header, self.start, self.cipher, self.settings)

    def decrypt_small(self) -> bytes | None:
        """The plaintext of a small message with one frame, all of it verified; None if it is another, or the frame does not decrypt:
        ``decrypt`` says why.
        """
        header, data = self.header, self.data
        if not header.framed or len(data) > _SMALL:
            return None
        decrypted = decrypt_only(header, self.cipher, data, self.start, self.settings.max_body_length)
        if decrypted is None:
            return None
        plaintext, body_end = decrypted
        scheme = header.suite.signature
        self._verify_end(body_end, None if scheme is None else hash_of(scheme.hash, (data[:body_end],)))
        return plaintext

    def decrypt(self, out: memoryview) -> int:
        """Decrypt into ``out`` and verify everything; gives the plaintext's length."""
        scheme = self.header.suite.signature
        if scheme is None:
            body_end, length = self.body.decrypt(out, None)
            self._verify_end(body_end, None)
        else:
            with closing(RunningHash(scheme.hash, len(self.data))) as running:
                running.update(self.data, 0, self.start)
                body_end, length = self.body.decrypt(out, running)
                self._verify_end(body_end, running.digest())
        return length

    def _verify_end(self, body_end: int, digest: bytes | None) -> None:
        """Verify the signature, if there is one: ``digest`` is of the bytes before it. Then nothing may follow."""
        # Reqs: CLI-DEC-029, CLI-DEC-030, CLI-DEC-031, FMT-FTR-001, FMT-FTR-004, FMT-FTR-006
        end = body_end
        if digest is not None:
            read = decoder(FOOTER)(self.data, body_end, len(self.data), self.header.known_values)
            if read is None:
                refuse(self.data, limits=self.limits)
            footer, end = read
            if footer is not None and self.public_key is not None:
                verify_signature(self.header, digest, footer[0], self.public_key, body_end)
        if end != len(self.data):
            raise error_for(Code.TRAILING_DATA, over_the_end(len(self.data) - end), offset=end)


class _Body:
    """The body of a message whose bytes are all here.

    Attributes:
        plaintext_bound: as many bytes as the plaintext can have at most, from the length of the message.
    """

    def __init__(self, data: bytes, header: Header, start: int, cipher: AesGcm, settings: DecryptSettings) -> None:
        self.data = data
        self.header = header
        self.start = start
        self.cipher = cipher
        self.limits = settings.limits
        self.max_body_length = settings.max_body_length
        self.frames = FrameDecryptor(header, cipher, self.max_body_length)
        self.block_length = 0
        rest = len(data) - start
        self.plaintext_bound = min(rest, (rest // self.frames.regular.size + 1) * header.frame_length) if header.framed else rest

    @property
    def touched(self) -> int:
        """As many bytes of the output as may have been written: what was decrypted, and the frame or block that failed."""
        return self.frames.touched + self.block_length

    def decrypt(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        """Decrypt into ``out``, hashing the received bytes on the way; gives the body's end and the plaintext's length."""
        # Reqs: CLI-DEC-026
        with memoryview(self.data) as view:
            return self._decrypt_frames(view, out, digest) if self.header.framed else self._decrypt_block(view, out, digest)

    def _decrypt_frames(self, view: memoryview, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        # Reqs: CLI-DEC-010, CLI-DEC-012, CLI-DEC-013, CLI-DEC-030
        frames, frame_length = self.frames, self.header.frame_length
        batch = len(out) if digest is None else max(_BATCH // frame_length, 1) * frame_length
        at, written = self.start, 0
        more = 0 if frames.is_final(view, at) else batch  # most small messages have no regular frame
        while more and more == batch:
            begin = at
            with out[written : written + batch] as room:
                at, more = frames.decrypt_regular(view, at, 0, room)
            written += more
            if digest is not None:
                digest.update(view, begin, at)
        if not frames.is_final(view, at):
            self._refuse_frame(view, at, len(out) - written)
        length = frames.final_length(view, at, 0)
        if length is None or at + frames.final.size + length > len(self.data):
            refuse(self.data, limits=self.limits)
        _require_room(length, len(out) - written)
        with out[written : written + length] as room:
            end = frames.decrypt_final(view, at, 0, room)
        if digest is not None:
            digest.update(view, at, end)
        return end, written + length

    def _refuse_frame(self, view: memoryview, at: int, room: int) -> NoReturn:
        """The loop over regular frames stopped, and no final frame follows: the output is full, or the message is broken."""
        # Reqs: CLI-DEC-030
        if at + self.frames.regular.size <= len(self.data):
            _require_room(self.header.frame_length, room)
        self.frames.check_regular(view, at, 0)
        refuse(self.data, limits=self.limits)

    def _decrypt_block(self, view: memoryview, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        # Reqs: CLI-DEC-010, CLI-DEC-013, CLI-DEC-026, CLI-DEC-030
        block = BlockDecryptor(self.header, self.cipher, self.max_body_length)
        length = block.content_length(view, self.start, 0)
        if length is None or self.start + block.where.size + length > len(self.data):
            refuse(self.data, limits=self.limits)
        _require_room(length, len(out))
        self.block_length = length
        with out[:length] as room:
            end = block.decrypt(view, self.start, 0, room)
        if digest is not None:
            digest.update(view, self.start, end)
        return end, length


def _require_room(length: int, room: int) -> None:
    if length > room:
        raise UsageError(Code.INVALID_ARGUMENT, "the buffer is too small for the plaintext")

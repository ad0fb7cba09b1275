"""Decryption: a whole message in one go, or into the caller's buffer; what ``decryptor`` and ``range`` share with it.

What may leave, and when:

    in pieces    what is known                  header       plaintext
    header       nothing is verified            no           no
    body         the header tag has verified    yes          each frame whose tag has verified, but of a signed
                                                             message not the final one; of a single block nothing
    footer       every tag has verified         yes          as before
    end          the signature has verified,    yes          everything
                 no byte is left over
    failed       something did not verify       as before    nothing more, for ever

In one go nothing leaves before the end. Into a caller's buffer plaintext is written as it is opened; when anything fails, everything that
was written is overwritten with zeros before the error leaves. Plaintext of a signed message that leaves before the end is authentic under
the data key, but not yet signed: a caller who needs the signature must not act on it before the end.
"""
# Reqs: CLI-DEC-009, CLI-DEC-010, CLI-DEC-011, CLI-DEC-012, CLI-DEC-015, CLI-DEC-016

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NoReturn

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager, check_decrypt_suite
from esdkit.crypto import signing
from esdkit.crypto.aead import AesGcm
from esdkit.engine.frames import BlockDecryptor, FrameDecryptor
from esdkit.engine.hashing import RunningHash
from esdkit.engine.memory import new_output
from esdkit.engine.session import DecryptSession
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.grammar.decoder import decoder
from esdkit.grammar.footer import FOOTER
from esdkit.keyrings.base import DecryptionMaterials
from esdkit.message.frozen import fast_init
from esdkit.message.header import parse_header
from esdkit.message.model import Header
from esdkit.message.problems import refuse
from esdkit.message.rules import ReadLimits, over_the_end
from esdkit.message.sizes import footer_length
from esdkit.spec import error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

__all__ = ["DecryptSettings", "decrypt", "decrypt_body", "decrypt_into", "open_header", "verify_signature"]

_BATCH = 1 << 20  # bytes of plaintext between two turns of the hash


@fast_init
@dataclass(frozen=True, slots=True)
class DecryptSettings:
    """What one decryption is measured against; see ``Client.decrypt``."""

    cmm: CryptographicMaterialsManager
    policy: CommitmentPolicy
    limits: ReadLimits
    encryption_context: Mapping[str, str]
    max_body_length: int | None
    compat: frozenset[str]
    signed_streaming: Literal["allow", "refuse"] = "allow"


def decrypt(data: bytes, settings: DecryptSettings) -> tuple[bytes, Header]:
    """Decrypt a whole message; plaintext and header leave only when everything has been verified."""
    message = _Whole(data, settings)
    return _collect(message.body, message.decrypt), message.header


def decrypt_into(data: bytes, settings: DecryptSettings, out: memoryview) -> tuple[int, Header]:
    """Decrypt a whole message into ``out``; gives the number of bytes written. On any failure what was written is zeros."""
    message = _Whole(data, settings)
    try:
        return message.decrypt(out), message.header
    except BaseException:
        written = min(message.body.touched, len(out))
        out[:written] = bytes(written)
        raise


def decrypt_body(data: bytes, header: Header, start: int, cipher: AesGcm, max_body_length: int | None) -> bytes:
    """Decrypt and verify the body alone, without the signature; for ``verify``, which keeps the plaintext to itself."""
    body = _Body(data, header, start, cipher, max_body_length)
    return _collect(body, lambda out: body.open(out, None)[1])


def open_header(raw_header: bytes, header: Header, settings: DecryptSettings) -> tuple[AesGcm, DecryptionMaterials]:
    """From a header, whose suite was judged, to the cipher of its body: materials, keys, commitment and header tag, in this order.

    Raises:
        KeyringError, MaterialsError: from keyring and CMM.
        AuthenticationError: ``encryption-context-mismatch``, ``commitment-mismatch``, ``header-tag-invalid``.
    """
    session = DecryptSession(raw_header, header)
    materials = session.take_materials(session.request(settings.policy, settings.encryption_context), settings.cmm)
    session.derive()
    return session.verify_header(settings.compat), materials


def _collect(body: _Body, decrypt_to: Callable[[memoryview], int]) -> bytes:
    out = new_output(body.plaintext_bound)
    with out.getbuffer() as view:
        length = decrypt_to(view)
    out.truncate(length)
    return out.getvalue()


class _Whole:
    """A message whose bytes are all here, in the order of the specification."""

    def __init__(self, data: bytes, settings: DecryptSettings) -> None:
        self.data = data
        self.header, self.start = parse_header(data, limits=settings.limits)
        check_decrypt_suite(settings.policy, self.header.suite)
        cipher, materials = open_header(data[: self.start], self.header, settings)
        self.public_key = materials.verification_key
        self.body = _Body(data, self.header, self.start, cipher, settings.max_body_length)

    def decrypt(self, out: memoryview) -> int:
        """Decrypt into ``out`` and verify everything; gives the plaintext's length."""
        # Reqs: CLI-DEC-029, CLI-DEC-030, CLI-DEC-031, FMT-FTR-001, FMT-FTR-004, FMT-FTR-006
        scheme = self.header.suite.signature
        digest = None if scheme is None else RunningHash(scheme.hash, len(self.data))
        try:
            if digest is not None:
                digest.update(memoryview(self.data)[: self.start])
            end, length = self.body.open(out, digest)
            footer_end = self._verify_footer(end, digest)
        finally:
            if digest is not None:
                digest.close()
        if footer_end != len(self.data):
            raise error_for(Code.TRAILING_DATA, over_the_end(len(self.data) - footer_end), offset=footer_end)
        return length

    def _verify_footer(self, start: int, digest: RunningHash | None) -> int:
        if digest is None:
            return start
        read = decoder(FOOTER)(self.data, start, len(self.data), self.header.known_values)
        if read is None:
            refuse(self.data)
        footer, end = read
        if footer is not None and self.public_key is not None:
            verify_signature(self.header, digest.digest(), footer[0], self.public_key, start)
        return end


class _Body:
    """The body of a message whose bytes are all here.

    Attributes:
        plaintext_bound: as many bytes as the plaintext can at most have, from the length of the message.
    """

    def __init__(self, data: bytes, header: Header, start: int, cipher: AesGcm, max_body_length: int | None) -> None:
        self.data = data
        self.view = memoryview(data)
        self.header = header
        self.start = start
        self.cipher = cipher
        self.max_body_length = max_body_length
        self.frames = FrameDecryptor(header, cipher, max_body_length)
        self.block_length = 0
        rest = len(data) - start
        self.plaintext_bound = min(rest, (rest // self.frames.regular.size + 1) * header.frame_length) if header.framed else rest

    @property
    def touched(self) -> int:
        """As many bytes of the output as may have been written: what was opened, and the frame or block that failed."""
        return self.frames.touched + self.block_length

    def open(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        """Open into ``out``, hashing the received bytes on the way; gives the body's end and the plaintext's length."""
        return self._open_frames(out, digest) if self.header.framed else self._open_block(out, digest)

    def _open_frames(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        frames, frame_length = self.frames, self.header.frame_length
        batch = len(out) if digest is None else max(_BATCH // frame_length, 1) * frame_length
        at, written, more = self.start, 0, batch
        while more and more == batch:
            begin = at
            at, more = frames.decrypt_regular(self.view, at, 0, out[written : written + batch])
            written += more
            if digest is not None:
                digest.update(self.view[begin:at])
        if not frames.is_final(self.view, at):
            self._refuse_frame(at, len(out) - written)
        length = frames.final_length(self.view, at, 0)
        if length is None or at + frames.final.size + length > len(self.data):
            refuse(self.data)
        _require_room(length, len(out) - written)
        end = frames.decrypt_final(self.view, at, 0, out[written : written + length])
        if digest is not None:
            digest.update(self.view[at:end])
        return end, written + length

    def _refuse_frame(self, at: int, room: int) -> NoReturn:
        """The loop over regular frames stopped at none and no final one stands there: the output is full, or the message is broken."""
        if at + self.frames.regular.size <= len(self.data):
            _require_room(self.header.frame_length, room)
        refuse(self.data)

    def _open_block(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        block = BlockDecryptor(self.header, self.cipher, self.max_body_length)
        length = block.content_length(self.view, self.start, 0)
        if length is None or self.start + block.where.size + length > len(self.data):
            refuse(self.data)
        _require_room(length, len(out))
        self.block_length = length
        end = block.open(self.view, self.start, 0, out[:length])
        if digest is not None:
            digest.update(self.view[self.start : end])
        return end, length


def _require_room(length: int, room: int) -> None:
    if length > room:
        raise UsageError(Code.INVALID_ARGUMENT, "the buffer is too small for the plaintext")


def verify_signature(header: Header, digest: bytes, signature: bytes, public_key: EllipticCurvePublicKey, offset: int) -> None:
    """Verify a message's signature.

    Args:
        header: of the message; its suite signs.
        digest: the suite's hash over header and body as received.
        signature: the footer's, DER.
        public_key: the verification key.
        offset: where the footer stands, for errors.

    Raises:
        MalformedMessage: ``signature-malformed``.
        AuthenticationError: ``signature-invalid``.
    """
    # Reqs: SIG-VER-004, SIG-VER-005, ALG-SUI-016, ALG-SUI-017, FMT-FTR-003
    scheme = header.suite.signature
    assert scheme is not None
    try:
        signing.verify(public_key, scheme, digest, signature)
    except EsdkError as error:
        error.offset = offset + footer_length(header.suite, 0)
        raise

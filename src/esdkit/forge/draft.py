"""A message before encryption: explicit parts, valid or not, and ``seal``, which computes everything that follows from them.

Strategy: a ``Draft`` holds the header, the plaintext of each frame, and the keys; ``seal`` derives the content key, encrypts, and computes
header tag and signature over exactly the bytes that it writes, however wrong they are. So a defect that you put in before ``seal`` is the
only one in the message. ``new_draft`` starts from scratch. What the grammar cannot write is passed to ``seal`` as bytes.

Invariants: nothing here is random, the same parts give the same bytes. No rule of the format is checked.
Test data only. A second header tag under one derived key reveals the authentication key, so never seal an existing message again: call
``rekeyed`` first, and only then change it (FMT-HAU-012). Keys come from the caller; no keyring is used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from esdkit.crypto.kdf import derive_keys
from esdkit.crypto.secret import Secret
from esdkit.crypto.signing import encode_public_key
from esdkit.errors import Code, UsageError
from esdkit.forge.signature import sign
from esdkit.frozen import frozen
from esdkit.message.aad import context_pairs, piece_aad, serialize_encryption_context
from esdkit.message.body import build_body, build_footer
from esdkit.message.header import build_header, build_header_body
from esdkit.message.model import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody
from esdkit.spec import CONSTANTS, FIELDS, Suite

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

    from esdkit.crypto.aead import AesGcm

__all__ = ["Draft", "Piece", "cut", "new_draft"]


@frozen
class Piece:
    """One frame, or the single block, before encryption.

    Attributes:
        sequence_number: as written, and as authenticated; a single block writes none.
        iv: as written, and used.
        plaintext: what the frame holds.
        aad: what is authenticated instead of the valid body AAD; None for the valid one.
    """

    sequence_number: int
    iv: bytes
    plaintext: bytes = field(repr=False)
    aad: bytes | None = None


@frozen(kw_only=True)
class Draft:
    """A message's parts.

    Attributes:
        header: everything that the header stores. The IV of its authentication is used, its tag is not.
        pieces: the frames, the last of them final; or one piece for a non-framed body.
        data_key: the plaintext data key; the content key is derived from it.
        signing_key: signs the message; None if the suite does not sign.
        appended: what the header tag authenticates after the header body: the serialized required context, or what a defect appends.
        content_key: used instead of the derived one; None for the derived one.
    """

    header: Header
    pieces: tuple[Piece, ...]
    data_key: Secret
    signing_key: EllipticCurvePrivateKey | None = None
    appended: bytes = b""
    content_key: Secret | None = None

    @property
    def plaintext(self) -> bytes:
        """The plaintext of all pieces."""
        return b"".join(piece.plaintext for piece in self.pieces)

    def with_header(self, **changes: object) -> Draft:
        """The draft with other values in the header, by the names of ``Header``."""
        return replace(self, header=replace(self.header, **changes))  # type: ignore[arg-type]  # names and types are Header's own

    def with_pieces(self, *pieces: Piece) -> Draft:
        """The draft with another body."""
        return replace(self, pieces=pieces)

    def recut(self, plaintext: bytes, frame_length: int | None) -> Draft:
        """The draft of another plaintext, in frames of ``frame_length`` bytes; None for a non-framed body."""
        changed = self.with_header(**_body_fields(frame_length))
        return changed.with_pieces(*cut(plaintext, frame_length, self.header.suite.iv_length))

    def with_signing_key(self, signing_key: EllipticCurvePrivateKey) -> Draft:
        """The draft with another key pair: the public key goes into the stored context, so the data key must be wrapped again."""
        pairs = dict(self.header.context_pairs or ())
        pairs[CONSTANTS.public_key_name.encode()] = encode_public_key(signing_key.public_key()).encode("ascii")
        return replace(self.with_header(context_pairs=tuple(sorted(pairs.items()))), signing_key=signing_key)

    def rekeyed(self, data_key: bytes, message_id: bytes, encrypted_data_keys: Sequence[EncryptedDataKey]) -> Draft:
        """The draft as a new message: another data key (bytes of the suite's length) and message id, and the commit key that they give."""
        commit_key = derive_keys(self.header.suite, data_key, message_id).commit_key or b""
        changed = self.with_header(message_id=message_id, encrypted_data_keys=tuple(encrypted_data_keys), suite_data=commit_key)
        return replace(changed, data_key=Secret(data_key))

    # -------------------------------------------------------------------- writing
    def header_body(self, override: Mapping[str, int] | None = None) -> bytes:
        """The header without its authentication. ``override`` as in ``message.build``: wrong numbers, by path."""
        return build_header_body(self.header, override=override)

    def body(self, override: Mapping[str, int] | None = None) -> bytes:
        """The frames or the single block, encrypted."""
        return build_body(self._sealed_model(b""), override=override)

    def seal(
        self,
        *,
        override: Mapping[str, int] | None = None,
        header_body: bytes | None = None,
        body: bytes | None = None,
        signature: bytes | None = None,
    ) -> bytes:
        """The message's bytes, with header tag and signature over exactly what is written.

        Args:
            override: numbers to write instead of the right ones, by path.
            header_body, body, signature: bytes to write instead of the ones that follow from the draft.

        Raises:
            UsageError: ``invalid-argument``, a value does not fit its field.
        """
        header = self._authenticated(self.header_body(override) if header_body is None else header_body)
        signed = header + (self.body(override) if body is None else body)
        if self.header.suite.signature is None:
            return signed
        if signature is None:
            signature = self.sign(signed)
        return signed + build_footer(self._sealed_model(signature), override=override)

    def sign(self, signed: bytes) -> bytes:
        """The signature over header and body, by the suite's scheme.

        Raises:
            UsageError: ``invalid-argument``, the suite does not sign or the draft has no signing key.
        """
        scheme = self.header.suite.signature
        if scheme is None or self.signing_key is None:
            raise UsageError(Code.INVALID_ARGUMENT, "there is no signing key, or the suite does not sign")
        return sign(self.signing_key, scheme, hashlib.new(scheme.hash, signed).digest())

    def cipher(self) -> AesGcm:
        """AES-GCM under the content key: the derived one, or the one given."""
        from esdkit.crypto.aead import AesGcm  # here, as text without a key needs no cryptography package

        key = self.content_key or derive_keys(self.header.suite, self.data_key.reveal(), self.header.message_id).content_key
        return AesGcm(key.reveal())

    def _authenticated(self, header_body: bytes) -> bytes:
        """The header body followed by the authentication."""
        iv = self.header.auth.iv or bytes(self.header.suite.iv_length)
        _, tag = self.cipher().encrypt(iv, header_body + self.appended, b"")
        valid = replace(self.header, auth=HeaderAuth(self.header.auth.iv, tag))
        return header_body + build_header(valid)[len(build_header_body(valid)) :]

    def _sealed_model(self, signature: bytes) -> Message:
        cipher = self.cipher()
        sealed = [(piece, *cipher.encrypt(piece.iv, self._aad(at), piece.plaintext)) for at, piece in enumerate(self.pieces)]
        if not self.header.framed:
            ((piece, ciphertext, tag),) = sealed
            return Message(self.header, NonFramedBody(piece.iv, ciphertext, tag), signature)
        last = len(sealed) - 1
        frames = tuple(Frame(p.sequence_number, p.iv, ciphertext, tag, at == last) for at, (p, ciphertext, tag) in enumerate(sealed))
        return Message(self.header, frames, signature)

    def _aad(self, at: int) -> bytes:
        piece = self.pieces[at]
        if piece.aad is not None:
            return piece.aad
        return piece_aad(self.header, piece.sequence_number, len(piece.plaintext), final=at == len(self.pieces) - 1)


def cut(plaintext: bytes, frame_length: int | None, iv_length: int) -> tuple[Piece, ...]:
    """The pieces of a plaintext as ``encrypt`` cuts it: full regular frames, and the rest, which may be empty.

    Args:
        plaintext: may be empty.
        frame_length: bytes per frame; None for a non-framed body.
        iv_length: bytes.
    """
    step = frame_length or len(plaintext) + 1
    starts = range(0, len(plaintext) + 1, step)
    return tuple(
        Piece(number, number.to_bytes(iv_length, "big"), plaintext[start : start + step])
        for number, start in enumerate(starts, CONSTANTS.first_sequence_number)
    )


def new_draft(
    *,
    suite: Suite,
    data_key: bytes,
    message_id: bytes,
    encrypted_data_keys: Sequence[EncryptedDataKey],
    plaintext: bytes,
    frame_length: int | None,
    encryption_context: Mapping[str, str] | None = None,
    required_context: Mapping[str, str] | None = None,
    signing_key: EllipticCurvePrivateKey | None = None,
) -> Draft:
    """A valid draft of any suite, framed or not; ``new_draft(…).seal()`` is a valid message.

    Args:
        suite: it decides the message version.
        data_key: bytes of the suite's length.
        message_id: bytes of the version's length.
        encrypted_data_keys: the data key, wrapped by the caller.
        plaintext: the content.
        frame_length: bytes per frame; None for a non-framed body.
        encryption_context: the pairs that the header stores; the public key of a suite that signs is added.
        required_context: pairs that are authenticated but not stored.
        signing_key: if and only if the suite signs.

    Raises:
        UsageError: ``invalid-argument``, an unexpected or missing signing key, or a context that is not text or does not fit.
        MaterialsError: ``materials-invalid``, the data key has the wrong length for the suite.
    """
    if suite.signed != (signing_key is not None):
        raise UsageError(Code.INVALID_ARGUMENT, f"suite {suite} {'needs a' if suite.signed else 'has no'} signing key")
    first_version = suite.message_version == 1
    header = Header(
        version=suite.message_version,
        suite=suite,
        message_id=message_id,
        context_pairs=context_pairs(encryption_context or {}),
        encrypted_data_keys=(),
        content_type=CONSTANTS.content_framed,
        frame_length=CONSTANTS.default_frame_length,
        auth=HeaderAuth(bytes(suite.iv_length) if first_version else b"", b""),
        type=CONSTANTS.message_type if first_version else None,
        reserved=_only("header.reserved") if first_version else None,
        iv_length=suite.iv_length if first_version else None,
    )
    appended = serialize_encryption_context(required_context or {})
    draft = Draft(header=header, pieces=(), data_key=Secret(data_key), appended=appended)
    if signing_key is not None:
        draft = draft.with_signing_key(signing_key)
    return draft.rekeyed(data_key, message_id, encrypted_data_keys).recut(plaintext, frame_length)


def _body_fields(frame_length: int | None) -> dict[str, int]:
    if frame_length is None:
        return {"content_type": CONSTANTS.content_non_framed, "frame_length": 0}
    return {"content_type": CONSTANTS.content_framed, "frame_length": frame_length}


def _only(field_id: str) -> int:
    """The one value that a field may have."""
    (value,) = FIELDS[field_id].allowed or ()
    return value

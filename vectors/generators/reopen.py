"""From a message whose data key is known back to its draft, so that it can be changed and sealed again. Test data only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.crypto.aead import AesGcm, InvalidTag
from esdkit.crypto.secret import Secret
from esdkit.errors import Code
from esdkit.forge import Draft, Piece
from esdkit.message import parse
from esdkit.message.aad import piece_aad
from esdkit.message.model import Frame, Header, NonFramedBody
from esdkit.spec import CONSTANTS, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["open_message"]


def open_message(data: bytes, data_key: bytes, *, signing_key: EllipticCurvePrivateKey | None = None, appended: bytes = b"") -> Draft:
    """The draft of a message whose data key is known. Sealed as it is, it gives the same header and body.

    Args:
        data: a valid message.
        data_key: its plaintext data key.
        signing_key: its own; None when it is not known, until ``with_signing_key`` replaces it.
        appended: the serialised required context.

    Raises:
        MessageError: the message is not valid; ``body-tag-invalid``, the data key is not the message's.
        MaterialsError: ``materials-invalid``, the data key has another length than the suite's.
    """
    parsed = parse(data)
    header, body = parsed.header, parsed.body
    draft = Draft(header=header, pieces=(), data_key=Secret(data_key), signing_key=signing_key, appended=appended)
    cipher = draft.cipher()
    if isinstance(body, NonFramedBody):
        body = (Frame(CONSTANTS.non_framed_sequence_number, body.iv, body.ciphertext, body.tag, final=True),)
    return draft.with_pieces(*(_open_frame(header, cipher, frame) for frame in body))


def _open_frame(header: Header, cipher: AesGcm, frame: Frame) -> Piece:
    aad = piece_aad(header, frame.sequence_number, len(frame.ciphertext), final=frame.final)
    try:
        plaintext = cipher.decrypt(frame.iv, aad, frame.ciphertext, frame.tag)
    except InvalidTag:
        what = f"frame {frame.sequence_number} does not verify under this data key"
        raise error_for(Code.BODY_TAG_INVALID, what, path="body") from None
    return Piece(frame.sequence_number, frame.iv, plaintext)

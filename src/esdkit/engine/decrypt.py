"""Decryption of a whole message, step by step in the order of the specification.

Strategy: each step is one method of ``Opening``, which holds what is known of one message so far; ``decrypt`` walks them in the
specification's order, ``verify`` (another module) in the order of the stages.

What may leave, and when:

    step                 header    plaintext
    parse, policy        no        no
    materials, keys      no        no
    header tag           no        no
    body                 no        no         (a frame's plaintext stays inside until every step below is done)
    signature, end       yes       yes

So a caller sees everything or an error. Received bytes are what is authenticated, never a re-serialisation.

Reqs: CLI-DEC-009, CLI-DEC-010, CLI-DEC-011, CLI-DEC-012, CLI-DEC-015
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import TYPE_CHECKING

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    DecryptionRequest,
    check_decrypt_suite,
    check_decryption_materials,
)
from esdkit.crypto import signing
from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import derive_content_key_net_4_0_0, derive_keys
from esdkit.engine.frames import Body, decrypt_body
from esdkit.errors import Code, EsdkError
from esdkit.grammar.decoder import decoder
from esdkit.grammar.footer import FOOTER
from esdkit.keyrings.base import DecryptionMaterials
from esdkit.message.aad import header_aad
from esdkit.message.model import Header
from esdkit.message.read import parse_header, refuse
from esdkit.message.rules import ReadLimits
from esdkit.message.sizes import footer_length
from esdkit.spec import refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

__all__ = ["NET_4_0_0", "Opening", "decrypt", "verify_signature"]

NET_4_0_0 = "net-4.0.0"
_NET_4_0_0_EXTRA_AAD = bytes(2)  # that version appended an empty context's length (decision DEC-G01)


class Opening:
    """One message on its way to plaintext.

    Args:
        data: the message, and nothing behind it.
        header, header_length: as ``parse_header`` gives them; bytes.
    """

    def __init__(self, data: bytes, header: Header, header_length: int) -> None:
        self.data = data
        self.header = header
        self.header_length = header_length
        self.materials: DecryptionMaterials | None = None
        self.commit_key: bytes | None = None
        self.cipher: AesGcm | None = None

    def request(self, policy: CommitmentPolicy, encryption_context: Mapping[str, str]) -> DecryptionRequest:
        """What a CMM is asked for this message.

        Reqs: CLI-DEC-018, CLI-DEC-019, CLI-DEC-020, CLI-DEC-021
        """
        return DecryptionRequest(
            suite=self.header.suite,
            commitment_policy=policy,
            encrypted_data_keys=self.header.encrypted_data_keys,
            encryption_context=self.header.encryption_context,
            reproduced_encryption_context=encryption_context,
        )

    def take_materials(self, request: DecryptionRequest, cmm: CryptographicMaterialsManager) -> DecryptionMaterials:
        """Get the data key from the CMM and judge what it gave.

        Raises:
            KeyringError, MessageError, MaterialsError: from the CMM, or because what it gave breaks its contract.

        Reqs: CLI-DEC-017, CLI-DEC-022, CLI-DEC-033
        """
        self.materials = check_decryption_materials(request, cmm.decrypt_materials(request))
        return self.materials

    def derive(self) -> None:
        """Derive the content key and compare the commit key.

        Raises:
            AuthenticationError: ``commitment-mismatch``.

        Reqs: CLI-DEC-023, KDF-COM-007, KDF-COM-008, KDF-COM-009
        """
        keys = derive_keys(self.header.suite, self._data_key(), self.header.message_id)
        if keys.commit_key is not None and not hmac.compare_digest(keys.commit_key, self.header.suite_data):
            what = "the data key is not the one that the header commits to"
            raise refusal(Code.COMMITMENT_MISMATCH, what, path="header.suite_data", offset=self._suite_data_offset())
        self.cipher = AesGcm(keys.content_key.reveal())

    def verify_header(self, compat: frozenset[str]) -> None:
        """Verify the header tag. With ``net-4.0.0`` a message of that defect is opened as well, and its key is used from here on.

        Raises:
            AuthenticationError: ``header-tag-invalid``.

        Reqs: CLI-DEC-024, CLI-DEC-025, CLI-DEC-034, FMT-HAU-005, FMT-HAU-009, FMT-HAU-010, KDF-NET-002
        """
        assert self.materials is not None and self.cipher is not None
        required = {key: self.materials.encryption_context[key] for key in self.materials.required_context_keys}
        aad = header_aad(self.data[: self._header_body_length()], required)
        if self._header_verifies(self.cipher, aad):
            return
        if NET_4_0_0 in compat:
            key = derive_content_key_net_4_0_0(self.header.suite, self._data_key(), self.header.message_id)
            cipher = AesGcm(key.reveal())
            if self._header_verifies(cipher, aad if required else aad + _NET_4_0_0_EXTRA_AAD):
                self.cipher = cipher
                return
        offset = self.header_length - len(self.header.auth.tag)
        raise refusal(Code.HEADER_TAG_INVALID, "the header does not verify under the data key", path="header_auth.tag", offset=offset)

    def decrypt_body(self, max_body_length: int | None) -> Body:
        """Decrypt and verify the body; see ``frames.decrypt_body``."""
        assert self.cipher is not None
        return decrypt_body(self.data, self.header_length, self.header, self.cipher, max_body_length)

    def read_footer(self, start: int) -> tuple[bytes | None, int]:
        """The signature, if the suite signs, and the end of the message.

        Raises:
            TruncatedMessage: the footer is missing or cut.

        Reqs: FMT-FTR-001, FMT-FTR-004, CLI-DEC-029, CLI-DEC-030
        """
        read = decoder(FOOTER)(self.data, start, len(self.data), self.header.known_values)
        if read is None:
            refuse(self.data)
        footer, end = read
        return None if footer is None else footer[0], end

    def require_end(self, end: int) -> None:
        """Nothing may follow the message.

        Raises:
            MalformedMessage: ``trailing-data``.

        Reqs: CLI-DEC-031, FMT-FTR-006
        """
        if end != len(self.data):
            raise refusal(Code.TRAILING_DATA, f"{len(self.data) - end} bytes follow the end of the message", offset=end)

    def _header_verifies(self, cipher: AesGcm, aad: bytes) -> bool:
        iv = self.header.auth.iv or bytes(self.header.suite.iv_length)
        return cipher.decrypt(iv, aad, b"", self.header.auth.tag) is not None

    def _header_body_length(self) -> int:
        return self.header_length - len(self.header.auth.iv) - len(self.header.auth.tag)

    def _suite_data_offset(self) -> int:
        return self._header_body_length() - len(self.header.suite_data)

    def _data_key(self) -> bytes:
        assert self.materials is not None and self.materials.data_key is not None
        return self.materials.data_key.reveal()


def verify_signature(header: Header, signed: memoryview, signature: bytes, public_key: EllipticCurvePublicKey) -> None:
    """Verify a message's signature.

    Args:
        header: of the message; its suite signs.
        signed: header and body as received.
        signature: the footer's, DER.
        public_key: the verification key.

    Raises:
        MalformedMessage: ``signature-malformed``.
        AuthenticationError: ``signature-invalid``.

    Reqs: SIG-VER-004, SIG-VER-005, ALG-SUI-016, ALG-SUI-017, FMT-FTR-003
    """
    scheme = header.suite.signature
    assert scheme is not None
    try:
        signing.verify(public_key, scheme, hashlib.new(scheme.hash, signed).digest(), signature)
    except EsdkError as error:
        error.offset = len(signed) + footer_length(header.suite, 0)
        raise


def decrypt(
    data: bytes,
    *,
    cmm: CryptographicMaterialsManager,
    policy: CommitmentPolicy,
    limits: ReadLimits,
    encryption_context: Mapping[str, str],
    max_body_length: int | None,
    compat: frozenset[str],
) -> tuple[bytes, Header]:
    """Decrypt a whole message; plaintext and header leave only when everything has been verified.

    Args and errors: see ``Client.decrypt``.

    Reqs: CLI-DEC-009, CLI-DEC-016, CLI-DEC-029
    """
    header, header_length = parse_header(data, limits=limits)
    check_decrypt_suite(policy, header.suite)
    opening = Opening(data, header, header_length)
    materials = opening.take_materials(opening.request(policy, encryption_context), cmm)
    opening.derive()
    opening.verify_header(compat)
    body = opening.decrypt_body(max_body_length)
    signature, end = opening.read_footer(body.end)
    if signature is not None and materials.verification_key is not None:
        verify_signature(header, memoryview(data)[: body.end], signature, materials.verification_key)
    opening.require_end(end)
    return b"".join(body.pieces), header

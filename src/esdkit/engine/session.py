"""The steps that lead from a header to the key of the body, shared by decrypting in one go, in pieces, by range, and by ``verify``.

Invariants: received bytes are what is authenticated, never a re-serialization. Each step raises or takes the session one step further; the
order of the steps is up to whoever calls: the specification's for decrypting, that of the stages for verifying.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from types import MappingProxyType

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager, DecryptionRequest, check_decryption_materials
from esdkit.crypto.aead import AesGcm, InvalidTag
from esdkit.crypto.kdf import derive, derive_content_key_net_4_0_0
from esdkit.engine.compat import JS_LOCALE, NET_4_0_0
from esdkit.errors import Code
from esdkit.keyrings.base import DecryptionMaterials
from esdkit.message.aad import header_aad
from esdkit.message.model import Header
from esdkit.spec import error_for

__all__ = ["DecryptSession"]

_NET_4_0_0_EXTRA_AAD = bytes(2)  # that version appended an empty context's length (decision DEC-G01)


class DecryptSession:
    """One message on its way to plaintext.

    Args:
        raw_header: the header's bytes as received, authentication included.
        header: the same as a model.
    """

    def __init__(self, raw_header: bytes, header: Header) -> None:
        self.raw_header = raw_header
        self.header = header
        self.materials: DecryptionMaterials | None = None
        self.cipher: AesGcm | None = None

    @property
    def header_body(self) -> bytes:
        """The header's bytes as received, without its authentication."""
        return self.raw_header[: len(self.raw_header) - len(self.header.auth.iv) - len(self.header.auth.tag)]

    @property
    def header_iv(self) -> bytes:
        """The IV of the header tag: the stored one, or zeros where the version stores none."""
        return self.header.auth.iv or bytes(self.header.suite.iv_length)

    @property
    def required_context(self) -> dict[str, str]:
        """The pairs that are authenticated and not stored, once the materials are there."""
        assert self.materials is not None
        context, required = self.materials.encryption_context, self.materials.required_context_keys
        return {key: context[key] for key in required} if required else {}

    def request(
        self, policy: CommitmentPolicy, encryption_context: Mapping[str, str], compat: frozenset[str] = frozenset()
    ) -> DecryptionRequest:
        """What a CMM is asked for this message. ``compat``: switches that were given."""
        # Reqs: CLI-DEC-018, CLI-DEC-019, CLI-DEC-020, CLI-DEC-021
        return DecryptionRequest(
            suite=self.header.suite,
            commitment_policy=policy,
            encrypted_data_keys=self.header.encrypted_data_keys,
            encryption_context=MappingProxyType(self.header.encryption_context),
            reproduced_encryption_context=encryption_context,
            js_locale=JS_LOCALE in compat,
        )

    def take_materials(self, request: DecryptionRequest, cmm: CryptographicMaterialsManager) -> DecryptionMaterials:
        """Get the data key from the CMM and check what it returned.

        Raises:
            KeyringError, MessageError, MaterialsError: from the CMM, or because what it returned breaks its contract.
        """
        # Reqs: CLI-DEC-017, CLI-DEC-022, CLI-DEC-033
        self.materials = check_decryption_materials(request, cmm.decrypt_materials(request))
        return self.materials

    def derive(self) -> None:
        """Derive the content key and compare the commit key. The cipher of a data key that is not committed to is for ``verify`` alone.

        Raises:
            AuthenticationError: ``commitment-mismatch``.
        """
        # Reqs: CLI-DEC-023, KDF-COM-007, KDF-COM-008, KDF-COM-009
        content_key, commit_key = derive(self.header.suite, self._data_key(), self.header.message_id)
        self.cipher = AesGcm(content_key)
        if commit_key is not None and not hmac.compare_digest(commit_key, self.header.suite_data):
            what = "the data key is not the one that the header commits to"
            raise error_for(Code.COMMITMENT_MISMATCH, what, path="header.suite_data", offset=self._suite_data_offset())

    def verify_header(self, compat: frozenset[str]) -> AesGcm:
        """Verify the header tag; gives the cipher of the body. With ``net-4.0.0`` a message of that defect is opened as well, with its key.

        Raises:
            AuthenticationError: ``header-tag-invalid``.
        """
        # Reqs: CLI-DEC-024, CLI-DEC-025, CLI-DEC-034, FMT-HAU-005, FMT-HAU-009, FMT-HAU-010, KDF-NET-002
        assert self.cipher is not None
        required = self.required_context
        aad = header_aad(self.header_body, required)
        if self._header_verifies(self.cipher, aad):
            return self.cipher
        if NET_4_0_0 in compat:
            key = derive_content_key_net_4_0_0(self.header.suite, self._data_key(), self.header.message_id)
            cipher = AesGcm(key.reveal())
            if self._header_verifies(cipher, aad if required else aad + _NET_4_0_0_EXTRA_AAD):
                return cipher
        offset = len(self.raw_header) - len(self.header.auth.tag)
        raise error_for(Code.HEADER_TAG_INVALID, "the header does not verify under the data key", path="header_auth.tag", offset=offset)

    def _header_verifies(self, cipher: AesGcm, aad: bytes) -> bool:
        try:
            cipher.open(self.header_iv, self.header.auth.tag, aad)
        except InvalidTag:
            return False
        return True

    def _suite_data_offset(self) -> int:
        return len(self.header_body) - len(self.header.suite_data)

    def _data_key(self) -> bytes:
        assert self.materials is not None and self.materials.data_key is not None
        return self.materials.data_key.reveal()

"""The raw AES keyring: data keys wrapped with AES-GCM under a key that you have (framework/raw-aes-keyring.md).

Strategy: the provider information is ``name ‖ tag length ‖ IV length ‖ IV`` without a delimiter. Everything before the IV is the same for
all data keys of a keyring, so it is written once and compared as it is. The whole encryption context is bound as AAD.
Invariant: the context is serialized before any encrypted data key is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from esdkit.columns import text_or_bytes
from esdkit.crypto.aead import AesGcm, InvalidTag
from esdkit.crypto.rand import RandomSource, draw
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError
from esdkit.grammar.edk import RAW_AES_INFO
from esdkit.grammar.encoder import encoder
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Refused,
    Wrapping,
    encode_name,
    encode_namespace,
    open_first,
    require_key,
    require_no_data_key,
    shown_name,
    some_data_key,
)
from esdkit.keyrings.description import Description, Key, KeyName, Text
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.model import EncryptedDataKey
from esdkit.message.template import WrappedKey
from esdkit.spec import CONSTANTS, LIMITS, SUITES

__all__ = ["DESCRIPTIONS", "RawAesKeyring"]

_LONGEST_DATA_KEY = max(suite.data_key_length for suite in SUITES.values())


class RawAesKeyring:
    """Wraps data keys with AES-GCM under a key that you have.

    Args:
        namespace: the provider id of its encrypted data keys; must not start with ``aws-kms``.
        name: the name of the key: text, or bytes that need not be UTF-8.
        wrapping_key: the key; 16, 24 or 32 bytes.

    Raises:
        UsageError: ``invalid-key``: the wrapping key is not bytes, or has the wrong length.
            ``invalid-argument``: the namespace or name has the wrong type, is too long or is reserved.
    """

    def __init__(self, namespace: str, name: str | bytes, wrapping_key: bytes) -> None:
        # Reqs: KEY-AES-001, KEY-AES-002, KEY-IFC-021
        self._provider_id, self._key_name = encode_namespace(namespace), encode_name(name)
        self._namespace, self._name = namespace, text_or_bytes(self._key_name)
        self._wrapping_key = require_key("wrapping key", wrapping_key, CONSTANTS.raw_aes_wrapping_key_lengths)
        self._cipher = AesGcm(self._wrapping_key.reveal())
        no_iv = bytes(CONSTANTS.raw_aes_iv_length)
        info = encoder(RAW_AES_INFO)((self._key_name, CONSTANTS.raw_aes_tag_length_bits, CONSTANTS.raw_aes_iv_length, no_iv))
        self._info_before_iv = info[: -len(no_iv)]
        if len(info) > LIMITS["field_length"]:
            raise UsageError(Code.INVALID_ARGUMENT, "the name is too long: it must fit into the provider information with the IV")

    def __repr__(self) -> str:
        return f"RawAesKeyring(namespace={self._namespace!r}, name={shown_name(self._name)})"

    @property
    def namespace(self) -> str:
        """The provider id of its encrypted data keys."""
        return self._namespace

    @property
    def name(self) -> str | bytes:
        """The name of the key; bytes when it is not UTF-8."""
        return self._name

    @property
    def wrapping_key(self) -> Secret:
        """The key."""
        return self._wrapping_key

    def renamed(self, namespace: str, name: str | bytes) -> RawAesKeyring:
        """A keyring with the same key under other names.

        Args:
            namespace: the other namespace.
            name: the other name.

        Raises:
            UsageError: ``invalid-argument``: one of them has the wrong type, is too long or is reserved.
        """
        return RawAesKeyring(namespace, name, self._wrapping_key.reveal())

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Generate the data key if there is none, and wrap it; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: the encryption context is not text, or is too long.
        """
        # Reqs: KEY-AES-003, KEY-AES-004, KEY-AES-005, KEY-AES-006, KEY-AES-007, KEY-AES-015, KEY-AES-018, KEY-AES-019, KEY-AES-020
        # Reqs: KEY-IFC-017
        aad = serialize_encryption_context(materials.encryption_context)
        data_key = some_data_key(materials)
        wrapped = self.wrapping(materials.random)(data_key, aad)
        return materials.with_wrapped(data_key, tuple([EncryptedDataKey(*key) for key in wrapped]))

    def wrapping(self, random: RandomSource) -> Wrapping:
        """Wraps data keys, each with a new IV; see ``wrapping_of``.

        Args:
            random: the source of IVs.
        """
        seal, iv_length = self._cipher.sealer(_LONGEST_DATA_KEY), CONSTANTS.raw_aes_iv_length
        provider_id, info_before_iv = self._provider_id, self._info_before_iv

        def wrap(data_key: bytes, aad: bytes) -> tuple[WrappedKey, ...]:
            iv = draw(random, iv_length)
            return ((provider_id, info_before_iv + iv, seal(iv, data_key, aad)),)

        return wrap

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Unwrap the first encrypted data key that this key wrapped; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped; ``attempts`` says why for each.
            UsageError: ``invalid-argument``: the encryption context is not text, or is too long.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-IFC-002, KEY-AES-008, KEY-AES-009, KEY-AES-015, KEY-AES-016, KEY-AES-017
        require_no_data_key(materials)
        aads = materials.bound_contexts
        length = materials.suite.data_key_length
        return open_first(self, materials, encrypted_data_keys, lambda key: self.unwrap(key, aads, length))

    def unwrap(self, encrypted_data_key: EncryptedDataKey, aads: Iterable[bytes], length: int) -> bytes:
        """The data key of an encrypted data key that this key wrapped under the first of some contexts, as ``bound_contexts`` has them.

        Args:
            encrypted_data_key: the wrapped data key.
            aads: serialized contexts.
            length: of the data key in bytes.

        Raises:
            Refused: it is another key's, or opens under none of them.
        """
        # Reqs: KEY-AES-010, KEY-AES-012, KEY-AES-014, KEY-IFC-011, KEY-IFC-012, KEY-IFC-020
        if encrypted_data_key.provider_id != self._provider_id:
            raise Refused("its provider id differs from the keyring's namespace")
        iv = self._iv(encrypted_data_key.provider_info)
        if len(encrypted_data_key.ciphertext) < CONSTANTS.raw_aes_tag_length_bits // 8:
            raise Refused("its ciphertext is shorter than an authentication tag")
        data_key = self._decrypt(iv, aads, encrypted_data_key.ciphertext)
        if data_key is None:
            raise Refused("it does not open: the wrapping key or the encryption context differs, or it was changed", tried=True)
        if len(data_key) != length:
            raise Refused(f"wrong data key length: got {len(data_key)} bytes, the suite needs {length}", tried=True)
        return data_key

    def _decrypt(self, iv: bytes, aads: Iterable[bytes], sealed: bytes) -> bytes | None:
        for aad in aads:
            try:
                return self._cipher.open(iv, sealed, aad)
            except InvalidTag:
                continue
        return None

    def _iv(self, provider_info: bytes) -> bytes:
        """The IV in the provider information."""
        # Reqs: KEY-AES-004, KEY-AES-011, KEY-AES-013
        if not provider_info.startswith(self._key_name):
            raise Refused("its key name differs from the keyring's")
        iv_at = len(self._info_before_iv)
        if not provider_info.startswith(self._info_before_iv) or len(provider_info) != iv_at + CONSTANTS.raw_aes_iv_length:
            raise Refused("its key name differs from the keyring's, or its tag length, IV length or IV is not one of raw AES")
        return provider_info[iv_at:]


DESCRIPTIONS = {
    "raw_aes": Description(
        RawAesKeyring, {"namespace": Text(), "name": KeyName(), "wrapping_key": Key(tuple(CONSTANTS.raw_aes_wrapping_key_lengths))}
    )
}

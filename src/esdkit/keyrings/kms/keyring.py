"""The KMS keyrings with named keys: one or more keys, in one or more regions, and the same for multi-Region keys
(framework/aws-kms/aws-kms-keyring.md, aws-kms-multi-keyrings.md, aws-kms-mrk-keyring.md).

Strategy: each key is a keyring of its own (``_Key``); the keyring that users create asks them in order. The first key generates the data
key, all others wrap it; on decrypt each key in turn tries the encrypted data keys, so that after a region that fails the next one is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Keyring,
    Refused,
    check_encrypted,
    open_first,
    require_list,
    require_no_data_key,
)
from esdkit.keyrings.description import Description, Texts
from esdkit.keyrings.kms.client import RegionalClientSupplier, kms_error
from esdkit.keyrings.kms.requests import KMS_OPTIONS, KmsRequests, named_keys, region_of
from esdkit.keyrings.multi import MultiKeyring
from esdkit.message.arn import Arn, check_key_id, is_multi_region, is_multi_region_match, parse_arn
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import provider_id_of

__all__ = ["DESCRIPTIONS", "KmsKeyring", "KmsMrkKeyring"]

_PROVIDER_ID = provider_id_of("kms")


class _Key:
    """The keyring of one key."""

    def __init__(self, key_id: str, requests: KmsRequests, name: str) -> None:
        self._key_id = key_id
        self._region = region_of(key_id)
        self._requests = requests
        self._name = name

    def __repr__(self) -> str:
        return f"{self._name}({self._key_id!r})"

    @property
    def key_id(self) -> str:
        return self._key_id

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        # Reqs: KEY-KMS-005, KEY-KMS-007, KEY-KMS-009, KEY-KMS-012, KEY-KMS-013
        if materials.data_key is None:
            return self._generate(materials)
        return self._wrap(materials, materials.data_key.reveal())

    def _generate(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        # Reqs: KEY-KMS-005, KEY-KMS-006, KEY-KMS-010
        length = materials.suite.data_key_length
        context = dict(materials.encryption_context)
        answer = self._requests.ask("generate_data_key", self._region, KeyId=self._key_id, NumberOfBytes=length, EncryptionContext=context)
        data_key = answer.get("Plaintext")
        if not isinstance(data_key, bytes) or len(data_key) != length:
            what = f"KMS GenerateDataKey returned no data key of {length} bytes"
            raise kms_error(what, code=Code.KMS_RESPONSE_INVALID, operation="GenerateDataKey", region=self._region, key_id=self._key_id)
        arn, blob = self._requests.wrapped(answer, "GenerateDataKey", self._key_id)
        return materials.with_data_key(data_key).with_encrypted_data_key(EncryptedDataKey(_PROVIDER_ID, arn, blob))

    def _wrap(self, materials: EncryptionMaterials, data_key: bytes) -> EncryptionMaterials:
        # Reqs: KEY-KMS-007, KEY-KMS-008
        context = dict(materials.encryption_context)
        answer = self._requests.ask("encrypt", self._region, KeyId=self._key_id, Plaintext=data_key, EncryptionContext=context)
        arn, blob = self._requests.wrapped(answer, "Encrypt", self._key_id)
        return materials.with_encrypted_data_key(EncryptedDataKey(_PROVIDER_ID, arn, blob))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        # Reqs: KEY-KMS-014, KEY-KMS-016, KEY-KMS-017, KEY-KMS-018, KEY-KMS-019, KEY-KMS-021
        require_no_data_key(materials)
        keys = named_keys(self, encrypted_data_keys, _PROVIDER_ID)
        context, length = dict(materials.encryption_context), materials.suite.data_key_length

        def open_data_key(encrypted_data_key: EncryptedDataKey) -> bytes:
            if encrypted_data_key.provider_id != _PROVIDER_ID:
                raise Refused(f"its provider id is not {_PROVIDER_ID.decode()}")
            self._require_match(keys[encrypted_data_key.provider_info])
            request = {"CiphertextBlob": encrypted_data_key.ciphertext, "EncryptionContext": context}
            return self._requests.data_key(self._key_id, self._region, request, length)

        return open_first(self, materials, encrypted_data_keys, open_data_key)

    def _require_match(self, stored: Arn) -> None:
        if not self._matches(stored):
            raise Refused(f"it was wrapped by {stored}", hint=self._hint)

    @property
    def _hint(self) -> str | None:
        if self._key_id.startswith("arn:") and parse_arn(self._key_id).is_key:
            return None
        return "A key that is named by id or alias only encrypts. Messages name keys by ARN: give the ARN to decrypt."

    def _matches(self, stored: Arn) -> bool:
        # Reqs: KEY-KMS-020
        return str(stored) == self._key_id


class _MrkKey(_Key):
    """The keyring of one multi-Region key, or of a replica of it."""

    def _matches(self, stored: Arn) -> bool:
        # Reqs: KEY-MRK-004, KEY-MRK-005
        return is_multi_region_match(self._key_id, stored)


class KmsKeyring:
    """Wraps data keys under AWS KMS keys. Any one of the keys can decrypt the message.

    Args:
        key_ids: the ARNs of the keys, in one or more regions; the first key generates the data key. A single key may also be named by its
            id or alias, and then only encrypts.
        client_supplier: a function from a region to a KMS client; None for a new ``ClientSupplier`` (timeouts, profiles, endpoints).
        grant_tokens: sent to KMS with each request.

    Raises:
        UsageError: ``invalid-argument``: not a list of key names, an empty list, several keys that are not all ARNs, or ``grant_tokens``
            that is not a list of strings.
    """

    # Reqs: KEY-KMS-001, KEY-KMS-002, KEY-KMS-003, KEY-KMS-004, KEY-KMM-001, KEY-KMM-002, KEY-KMM-003

    _key: ClassVar[type[_Key]] = _Key

    def __init__(
        self,
        key_ids: list[str] | tuple[str, ...],
        *,
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> None:
        self._key_ids = tuple(map(check_key_id, require_list("key_ids", key_ids, '"arn:…"')))
        if not self._key_ids:
            raise UsageError(Code.INVALID_ARGUMENT, "key_ids is empty: give the ARN of at least one KMS key")
        if len(self._key_ids) > 1 and not all(key_id.startswith("arn:") for key_id in self._key_ids):
            raise UsageError(Code.INVALID_ARGUMENT, "several KMS keys must be given by their ARNs, which have the region of each")
        requests = KmsRequests(client_supplier, grant_tokens)
        self._keyrings = [self._key(key_id, requests, type(self).__name__) for key_id in self._key_ids]
        self._all = MultiKeyring(children=self._keyrings)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self._key_ids)})"

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        """One for each key, in the order in which they are asked."""
        return tuple(self._keyrings)

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Let the first key generate the data key if there is none, and every key wrap it; see ``Keyring.on_encrypt``.

        Raises:
            KmsError: ``kms-failed``. ``kms-response-invalid``: the answer is not what was asked for.
        """
        # Reqs: KEY-KMM-003
        for keyring in self._keyrings:
            materials = check_encrypted(materials, keyring.on_encrypt(materials))
        return materials

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Ask each key in turn for the encrypted data keys that it wrapped; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could; ``attempts`` says for each encrypted data key what KMS answered, and where.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-KMM-003, KEY-KMS-019, KEY-KMS-023
        return self._all.on_decrypt(materials, encrypted_data_keys)


class KmsMrkKeyring(KmsKeyring):
    """Wraps data keys under AWS KMS keys, and unwraps with a multi-Region key what a replica of it in another region wrapped.

    Args:
        key_ids: as in ``KmsKeyring``.
        client_supplier: as in ``KmsKeyring``.
        grant_tokens: as in ``KmsKeyring``.

    Raises:
        UsageError: ``invalid-argument``: as ``KmsKeyring``, or two keys are replicas of one multi-Region key.
    """

    # Reqs: KEY-MRK-004, KEY-KMM-006

    _key = _MrkKey

    def __init__(
        self,
        key_ids: list[str] | tuple[str, ...],
        *,
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> None:
        super().__init__(key_ids, client_supplier=client_supplier, grant_tokens=grant_tokens)
        ids = Counter(_resource_id(key_id) for key_id in self._key_ids if is_multi_region(key_id))
        twice = [key_id for key_id in self._key_ids if ids[_resource_id(key_id)] > 1]
        if twice:
            raise UsageError(Code.INVALID_ARGUMENT, f"give only one replica of a multi-Region key, not {' and '.join(twice)}")


def _resource_id(key_id: str) -> str:
    return parse_arn(key_id).resource_id if key_id.startswith("arn:") else key_id


DESCRIPTIONS = {
    "kms": Description(KmsKeyring, {"key_ids": Texts()}, KMS_OPTIONS, aws=True),
    "kms_mrk": Description(KmsMrkKeyring, {"key_ids": Texts()}, KMS_OPTIONS, aws=True),
}

"""The KMS RSA keyring: data keys wrapped here under a public key, and unwrapped by KMS (framework/aws-kms/aws-kms-rsa-keyring.md).

Strategy: RSA does not bind the encryption context, so a digest of it is wrapped with the data key and compared after unwrapping.
Encrypting does not ask KMS. Suites that sign are refused: nothing that KMS checks would bind the public key of the signature.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import TYPE_CHECKING

from esdkit.errors import Attempt, Code, UsageError
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Refused,
    open_first,
    require_no_data_key,
    unwrap_failed,
    with_some_data_key,
)
from esdkit.keyrings.description import Description, Key, Text
from esdkit.keyrings.kms.client import RegionalClientSupplier
from esdkit.keyrings.kms.requests import KMS_OPTIONS, KmsRequests, log_served, named_keys
from esdkit.keyrings.raw_rsa import rsa_padding, rsa_public_key
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.arn import Arn, is_multi_region_match, parse_arn
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import CONSTANTS, Suite, provider_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

__all__ = ["DESCRIPTIONS", "KmsRsaKeyring"]

_PROVIDER_ID = provider_id_of("kms-rsa")


class KmsRsaKeyring:
    """Wraps data keys under the public key of an RSA key in AWS KMS. Only decrypting asks KMS.

    Args:
        key_id: the ARN of the KMS key.
        public_key: PEM, or a key object of the cryptography package. None: the keyring only decrypts.
        encryption_algorithm: ``RSAES_OAEP_SHA_1`` or ``RSAES_OAEP_SHA_256``.
        client_supplier: as in ``KmsKeyring``.
        grant_tokens: as in ``KmsKeyring``.

    Raises:
        UsageError: ``invalid-argument``: ``key_id`` is not the ARN of a key, or an unknown algorithm. ``invalid-key``: not an RSA public
            key, or too small.
    """

    def __init__(
        self,
        key_id: str,
        *,
        public_key: bytes | str | RSAPublicKey | None = None,
        encryption_algorithm: str = "RSAES_OAEP_SHA_256",
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> None:
        # Reqs: KEY-KRS-001, KEY-KRS-002, KEY-KRS-003, KEY-KRS-004
        self._arn = parse_arn(key_id)
        if not self._arn.is_key:
            raise UsageError(Code.INVALID_ARGUMENT, "the ARN must be that of a KMS key, not of an alias")
        if encryption_algorithm not in CONSTANTS.kms_rsa_algorithms:
            known = ", ".join(CONSTANTS.kms_rsa_algorithms)
            raise UsageError(Code.INVALID_ARGUMENT, f"unknown encryption_algorithm {encryption_algorithm!r}: use {known}")
        self._algorithm = encryption_algorithm
        padding = f"oaep-{CONSTANTS.kms_rsa_algorithms[encryption_algorithm]}"
        self._padding = rsa_padding(padding)
        self._public_key = None if public_key is None else rsa_public_key(public_key, padding)
        if self._public_key is not None and self._public_key.key_size < CONSTANTS.kms_rsa_minimum_bits:
            what = f"the public key has {self._public_key.key_size} bits, at least {CONSTANTS.kms_rsa_minimum_bits} are needed"
            raise UsageError(Code.INVALID_KEY, what)
        self._requests = KmsRequests(client_supplier, grant_tokens)

    def __repr__(self) -> str:
        return f"KmsRsaKeyring({str(self._arn)!r}, encryption_algorithm={self._algorithm!r})"

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Generate the data key if there is none, and wrap it under the public key; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: there is no public key, or the suite signs.
        """
        # Reqs: KEY-KRS-004, KEY-KRS-005, KEY-KRS-006, KEY-KRS-007, KEY-KRS-008
        if self._public_key is None:
            raise UsageError(Code.INVALID_ARGUMENT, f"{self!r} has no public key and cannot encrypt")
        if materials.suite.signed:
            raise UsageError(Code.INVALID_ARGUMENT, _signs(materials.suite), hint="Use a suite without signature, for example 0478.")
        digest = _digest(serialize_encryption_context(materials.encryption_context))
        materials, data_key = with_some_data_key(materials)
        ciphertext = self._public_key.encrypt(digest + data_key, self._padding)
        return materials.with_encrypted_data_key(EncryptedDataKey(_PROVIDER_ID, str(self._arn).encode("utf-8"), ciphertext))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Let KMS unwrap the first encrypted data key that this key, or a replica of it, wrapped; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped, or the suite signs; ``attempts`` says why for each.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-KRS-008, KEY-KRS-009, KEY-KRS-010, KEY-KRS-014
        require_no_data_key(materials)
        if materials.suite.signed:
            raise unwrap_failed("the suite signs", [Attempt(None, repr(self), _signs(materials.suite))])
        keys = named_keys(self, encrypted_data_keys, _PROVIDER_ID)
        digest = _digest(serialize_encryption_context(materials.encryption_context))
        length = materials.suite.data_key_length
        return open_first(self, materials, encrypted_data_keys, lambda key: self._open(key, keys.get(key.provider_info), digest, length))

    def _open(self, encrypted_data_key: EncryptedDataKey, stored: Arn | None, digest: bytes, length: int) -> bytes:
        # Reqs: KEY-KRS-010, KEY-KRS-011, KEY-KRS-012, KEY-KRS-013
        if encrypted_data_key.provider_id != _PROVIDER_ID or stored is None:
            raise Refused(f"its provider id is not {_PROVIDER_ID.decode()}")
        key = str(self._arn)
        if not is_multi_region_match(key, stored):
            raise Refused(f"it was wrapped by {stored}")
        request = {"CiphertextBlob": encrypted_data_key.ciphertext, "EncryptionAlgorithm": self._algorithm}
        try:
            plaintext = self._requests.decrypt(key, self._arn.region, request)
        except Refused as refused:
            if refused.tried and refused.code == "InvalidCiphertextException":
                refused.hint = self._hint
            raise
        if not hmac.compare_digest(plaintext[: len(digest)], digest):
            raise Refused("it was wrapped with another encryption context", tried=True)
        data_key = plaintext[len(digest) :]
        if len(data_key) != length:
            raise Refused(f"wrong data key length: got {len(data_key)} bytes, the suite needs {length}", tried=True)
        log_served(key, self._arn.region)
        return data_key

    @property
    def _hint(self) -> str:
        """What it means that KMS has the key, and the ciphertext does not open. KMS binds no encryption context under an RSA key."""
        others = " or ".join(name for name in CONSTANTS.kms_rsa_algorithms if name != self._algorithm)
        return (
            f"The writer's encryption_algorithm differs from {self._algorithm}: give {others} (--kms-rsa arn=…,algorithm={others});"
            " or the encrypted data key was changed."
        )


def _digest(context: bytes) -> bytes:
    # Reqs: KEY-KRS-006
    return hashlib.new(CONSTANTS.kms_rsa_digest, context).digest()


def _signs(suite: Suite) -> str:
    return f"suite {suite} signs, and a KMS RSA keyring does not support suites that sign"


DESCRIPTIONS = {
    "kms_rsa": Description(
        KmsRsaKeyring,
        {"key_id": Text()},
        {"public_key": Key(), "encryption_algorithm": Text(tuple(CONSTANTS.kms_rsa_algorithms)), **KMS_OPTIONS},
        aws=True,
    )
}

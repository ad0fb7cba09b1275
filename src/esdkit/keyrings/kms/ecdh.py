"""The KMS ECDH keyring: data keys wrapped under a secret that AWS KMS derives with a private key it keeps
(framework/aws-kms/aws-kms-ecdh-keyring.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from esdkit.crypto.ecdh import load_public_key, public_key_der, require_curve
from esdkit.errors import Code, UsageError
from esdkit.keyrings.description import Description, Key, Option, Text
from esdkit.keyrings.ecdh import EcdhKeyring, from_keyring_file
from esdkit.keyrings.kms.client import RegionalClientSupplier, kms_error
from esdkit.keyrings.kms.requests import KMS_OPTIONS, KmsRequests
from esdkit.message.arn import Arn, parse_arn
from esdkit.spec import CONSTANTS, provider_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

__all__ = ["DESCRIPTIONS", "KmsEcdhKeyring"]

_PROVIDER_ID = provider_id_of("kms-ecdh")
_USAGE = "KEY_AGREEMENT"


class _InKms:
    """A private key that KMS keeps."""

    def __init__(self, key: Arn, public_key: EllipticCurvePublicKey, curve: str, requests: KmsRequests) -> None:
        self._key = key
        self.public_key = public_key
        self._curve = curve
        self._requests = requests

    def secret(self, other: EllipticCurvePublicKey) -> bytes:
        # Reqs: KEY-ECD-018, KEY-ECD-019, KEY-ECD-026, KEY-ECD-027, KEY-ECD-028
        key, region = str(self._key), self._key.region
        request = {"KeyId": key, "PublicKey": public_key_der(other), "KeyAgreementAlgorithm": "ECDH"}
        answer = self._requests.ask("derive_shared_secret", region, **request)
        secret = answer.get("SharedSecret")
        if answer.get("KeyId") != key or not isinstance(secret, bytes) or len(secret) != CONSTANTS.curves[self._curve].coordinate_length:
            what = "KMS DeriveSharedSecret answered for another key, or returned no secret of the curve's length"
            raise kms_error(what, code=Code.KMS_RESPONSE_INVALID, operation="DeriveSharedSecret", region=region, key_id=key)
        return secret


class KmsEcdhKeyring(EcdhKeyring):
    """Wraps data keys under a secret that two key pairs share (ECDH), one of which is in AWS KMS.

    Create it with ``static`` or ``discovery``. Public keys are SubjectPublicKeyInfo in DER, as ``GetPublicKey`` returns them, or key
    objects of the cryptography package. Without ``own_public_key`` KMS is asked for it at once. The curves are ``P-256``, ``P-384`` and
    ``P-521``.
    """

    # Reqs: KEY-ECD-009, KEY-ECD-010, KEY-ECD-020

    @classmethod
    def static(
        cls,
        curve: str,
        *,
        key_id: str,
        own_public_key: bytes | EllipticCurvePublicKey | None = None,
        public_key: bytes | EllipticCurvePublicKey,
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> KmsEcdhKeyring:
        """Both sides have a lasting key pair, and each can encrypt for and decrypt from the other.

        Args:
            curve: the curve of all keys.
            key_id: the ARN of your KMS key.
            own_public_key: its public key; None to ask KMS for it now.
            public_key: the other side's public key.
            client_supplier: as in ``KmsKeyring``.
            grant_tokens: as in ``KmsKeyring``.

        Raises:
            UsageError: ``invalid-argument``: an unknown curve, or ``key_id`` is not the ARN of a key. ``invalid-key``: not a public key in
                DER on the curve, or a KMS key of another curve or usage.
            KmsError: KMS did not give the public key.
        """
        own = _side(curve, key_id, own_public_key, client_supplier, grant_tokens)
        other = load_public_key(public_key, curve)
        return cls(curve, _PROVIDER_ID, own, other, f"KmsEcdhKeyring.static({curve!r}, {key_id!r})")

    @classmethod
    def discovery(
        cls,
        curve: str,
        *,
        key_id: str,
        own_public_key: bytes | EllipticCurvePublicKey | None = None,
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> KmsEcdhKeyring:
        """Decrypt only: unwrap what anybody has wrapped for the owner of this key.

        Args:
            curve: the curve of the key.
            key_id: the ARN of your KMS key.
            own_public_key: its public key; None to ask KMS for it now.
            client_supplier: as in ``KmsKeyring``.
            grant_tokens: as in ``KmsKeyring``.

        Raises:
            UsageError, KmsError: as ``static``.
        """
        own = _side(curve, key_id, own_public_key, client_supplier, grant_tokens)
        return cls(curve, _PROVIDER_ID, own, None, f"KmsEcdhKeyring.discovery({curve!r}, {key_id!r})")


def _side(
    curve: str,
    key_id: str,
    public_key: bytes | EllipticCurvePublicKey | None,
    client_supplier: RegionalClientSupplier | None,
    grant_tokens: list[str] | tuple[str, ...],
) -> _InKms:
    # Reqs: KEY-ECD-010, KEY-ECD-020, KEY-ECD-023
    require_curve(curve)
    arn = parse_arn(key_id)
    if not arn.is_key:
        raise UsageError(Code.INVALID_ARGUMENT, "the ARN must be that of a KMS key, not of an alias")
    requests = KmsRequests(client_supplier, grant_tokens)
    given = _public_key_in_kms(arn, curve, requests) if public_key is None else public_key
    return _InKms(arn, load_public_key(given, curve), curve, requests)


def _public_key_in_kms(arn: Arn, curve: str, requests: KmsRequests) -> bytes:
    # Reqs: KEY-ECD-023, KEY-ECD-024, KEY-ECD-025
    key, region = str(arn), arn.region
    answer = requests.ask("get_public_key", region, KeyId=key)
    public_key = answer.get("PublicKey")
    if answer.get("KeyId") != key or not isinstance(public_key, bytes):
        what = "KMS GetPublicKey answered for another key, or returned no public key"
        raise kms_error(what, code=Code.KMS_RESPONSE_INVALID, operation="GetPublicKey", region=region, key_id=key)
    wanted = (_USAGE, CONSTANTS.curves[curve].kms_key_spec)
    if (answer.get("KeyUsage"), answer.get("KeySpec")) != wanted:
        found = f"{answer.get('KeyUsage')!r} and {answer.get('KeySpec')!r}"
        raise UsageError(Code.INVALID_KEY, f"usage and spec of the KMS key are {found}, expected {wanted[0]!r} and {wanted[1]!r}")
    return public_key


_OWN: Mapping[str, Option] = {"curve": Text(tuple(CONSTANTS.curves)), "key_id": Text()}
_OPTIONS: Mapping[str, Option] = {"own_public_key": Key(), **KMS_OPTIONS}

DESCRIPTIONS = {
    "kms_ecdh_static": Description(from_keyring_file(KmsEcdhKeyring.static), {**_OWN, "public_key": Key()}, _OPTIONS, aws=True),
    "kms_ecdh_discovery": Description(from_keyring_file(KmsEcdhKeyring.discovery), _OWN, _OPTIONS, aws=True),
}

"""What all KMS keyrings share: ask KMS, check its answers, and log which region served.

Strategy: ``KmsRequests`` has a client supplier and the grant tokens. A failed attempt to decrypt becomes ``Refused``, with AWS's code and
advice, so that the next encrypted data key is tried; a failure on encrypt ends the operation.
Invariants: what KMS answered is checked here: the key, the length of the data key. The log has ARNs, regions and AWS's codes, no more.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from esdkit.errors import Attempt, Code, KmsError, UsageError
from esdkit.keyrings.base import Refused, require_texts, unwrap_failed
from esdkit.keyrings.description import Description, Option, Options, Seconds, Text, Texts, Whole
from esdkit.keyrings.kms.client import ClientSupplier, RegionalClientSupplier, call_kms, client_of, kms_error
from esdkit.keyrings.memory import asked_once, is_kept
from esdkit.message.arn import Arn, parse_arn
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import LIMITS, error_codes, kms_advice

__all__ = ["KMS_OPTIONS", "KmsRequests", "log_served", "named_keys", "region_of"]

_log = logging.getLogger("esdkit")

_CLIENT_SUPPLIER = Description(
    ClientSupplier,
    {},
    {
        "profile_name": Text(),
        "endpoint_url": Text(),
        "regions": Texts(),
        "connect_timeout": Seconds(),
        "read_timeout": Seconds(),
        "max_attempts": Whole(),
    },
)
KMS_OPTIONS: Mapping[str, Option] = {"client_supplier": Options(_CLIENT_SUPPLIER), "grant_tokens": Texts()}
"""What each KMS keyring takes in a keyring file: settings of the clients of AWS, where the environment's will not do, and grant tokens."""


class KmsRequests:
    """How one keyring asks KMS.

    Args:
        client_supplier: a function from a region to a KMS client; None for a new ``ClientSupplier``.
        grant_tokens: sent with each request.

    Raises:
        UsageError: ``invalid-argument``: the supplier is not callable, or ``grant_tokens`` is not a list of strings.
    """

    def __init__(self, client_supplier: RegionalClientSupplier | None, grant_tokens: list[str] | tuple[str, ...]) -> None:
        # Reqs: KEY-KMS-004
        if client_supplier is not None and not callable(client_supplier):
            raise UsageError(Code.INVALID_ARGUMENT, "client_supplier must be a function from a region to a KMS client")
        self._clients = ClientSupplier() if client_supplier is None else client_supplier
        self.grant_tokens = list(require_texts("grant_tokens", grant_tokens, '"…"'))

    def ask(self, operation: str, region: str | None, **request: Any) -> Mapping[str, Any]:
        """Send one request.

        Raises:
            KmsError: ``kms-failed``.
        """

        def send() -> Mapping[str, Any]:
            return call_kms(client_of(self._clients, region), operation, region=region, GrantTokens=self.grant_tokens, **request)

        return asked_once(self._clients, operation, {"region": region, "GrantTokens": self.grant_tokens, **request}, send)

    def wrapped(self, answer: Mapping[str, Any], operation: str, key_id: str) -> tuple[bytes, bytes]:
        """Key ARN (as UTF-8) and ciphertext of an answer.

        Raises:
            KmsError: ``kms-response-invalid``: no key ARN or no ciphertext, or one that is too long for a message.
        """
        # Reqs: KEY-KMS-011
        arn, blob, most = _key_arn(answer.get("KeyId")), answer.get("CiphertextBlob"), LIMITS["field_length"]
        info = b"" if arn is None else str(arn).encode("utf-8")
        if not 0 < len(info) <= most or not isinstance(blob, bytes) or not 0 < len(blob) <= most:
            what = "returned no key ARN" if not 0 < len(info) <= most else "returned no ciphertext"
            what = f"{what} of 1 to {most} bytes"
            code, region = Code.KMS_RESPONSE_INVALID, region_of(key_id)
            raise kms_error(f"KMS {operation} {what}", code=code, operation=operation, region=region, key_id=key_id)
        return info, blob

    def decrypt(self, key: str, region: str | None, request: Mapping[str, Any]) -> bytes:
        """Let KMS decrypt one ciphertext under ``key``.

        Returns:
            The plaintext, its length not yet checked.

        Raises:
            Refused: KMS refused, could not be reached, or answered for another key.
        """
        # Reqs: KEY-KMS-014, KEY-KMS-015, KEY-KMS-019, KEY-KMS-022, KEY-KMS-023
        try:
            answer = self.ask("decrypt", region, KeyId=key, **request)
        except KmsError as error:
            advice = kms_advice().get(error.aws_code or "")
            _log_refused(key, region, error.cause)
            used = advice is not None and advice.key_used
            raise Refused(error.message, tried=used, hint=error.hint, code=error.cause) from error
        plaintext = answer.get("Plaintext")
        if answer.get("KeyId") != key or not isinstance(plaintext, bytes):
            raise _odd_answer("answered for another key, or without plaintext", key, region)
        return plaintext

    def data_key(self, key: str, region: str | None, request: Mapping[str, Any], length: int) -> bytes:
        """``decrypt`` for a ciphertext of nothing but a data key of ``length`` bytes. Raises as ``decrypt``."""
        # Reqs: KEY-KMS-015
        data_key = self.decrypt(key, region, request)
        if len(data_key) != length:
            raise _odd_answer(f"returned a data key of {len(data_key)} bytes, the suite needs {length}", key, region)
        log_served(key, region)
        return data_key


def log_served(key: str, region: str | None) -> None:
    """Log which region unwrapped the data key: after it was checked, and not before."""
    # Reqs: KEY-KMS-023
    if not is_kept():
        _log.info("KMS in %s unwrapped a data key under %s", region, key)


def _log_refused(key: str, region: str | None, cause: str) -> None:
    if not is_kept():
        _log.warning("KMS in %s did not unwrap a data key under %s: %s", region, key, cause)


def _odd_answer(what: str, key: str, region: str | None) -> Refused:
    row = error_codes()[Code.KMS_RESPONSE_INVALID]
    _log_refused(key, region, row.code)
    return Refused(f"KMS Decrypt in {region} {what}", tried=True, hint=row.hint, code=row.code)


def named_keys(keyring: object, encrypted_data_keys: Sequence[EncryptedDataKey], provider_id: bytes) -> Mapping[bytes, Arn]:
    """The keys that the encrypted data keys with this provider id name, by their provider information.

    Raises:
        DataKeyUnwrapError: one of them is not the ARN of a key; then KMS is not asked at all.
    """
    # Reqs: KEY-KMS-018, KEY-KMD-004, KEY-MRK-011
    keys: dict[bytes, Arn] = {}
    for index, encrypted_data_key in enumerate(encrypted_data_keys):
        if encrypted_data_key.provider_id != provider_id:
            continue
        arn = _key_arn(encrypted_data_key.provider_info)
        if arn is None:
            attempt = Attempt(index, repr(keyring), "its provider information is not the ARN of a KMS key")
            raise unwrap_failed("an encrypted data key does not name a KMS key", [attempt])
        keys[encrypted_data_key.provider_info] = arn
    return keys


def region_of(key_id: str) -> str | None:
    """The region of an ARN; None for a key id or alias: then the AWS SDK chooses."""
    # Reqs: KEY-KMM-002
    return parse_arn(key_id).region if key_id.startswith("arn:") else None


def _key_arn(text: object) -> Arn | None:
    """The ARN of a key; None for anything else."""
    try:
        arn = parse_arn(text.decode("utf-8") if isinstance(text, bytes) else str(text))
    except (UsageError, UnicodeDecodeError):
        return None
    return arn if arn.is_key else None

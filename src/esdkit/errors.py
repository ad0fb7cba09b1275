"""Every error that leaves the library: one hierarchy, one code per reason.

A code is a row of ``spec/errors.yaml`` (meaning, class, what to do); ``Code`` repeats only the names so that this room needs nothing
below it, and a test holds the two equal. Tests and callers match class and code, never text. The text is one line without secrets:
``<what> @ <path> (offset 0x7a)``.

    EsdkError
    ├─ MessageError            TruncatedMessage · MalformedMessage · UnsupportedMessage · AuthenticationError
    ├─ PolicyError             what the caller's limits and policies forbid
    ├─ KeyringError            DataKeyUnwrapError · KmsError · KeyStoreError
    ├─ MaterialsError          a CMM or keyring broke its contract
    ├─ UsageError(ValueError)  the caller's fault
    └─ VectorError             a manifest or vector file is wrong
"""

from __future__ import annotations

import copyreg
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = [
    "Attempt",
    "AuthenticationError",
    "Code",
    "DataKeyUnwrapError",
    "EsdkError",
    "KeyStoreError",
    "KeyringError",
    "KmsError",
    "MalformedMessage",
    "MaterialsError",
    "MessageError",
    "PolicyError",
    "TruncatedMessage",
    "UnsupportedMessage",
    "UsageError",
    "VectorError",
]


class Code(StrEnum):
    """The error codes. ``spec/errors.yaml`` says what each means and what to do."""

    # the bytes end too early
    TRUNCATED = "truncated"
    NO_FINAL_FRAME = "no-final-frame"
    FOOTER_MISSING = "footer-missing"
    # not a message that we know
    UNSUPPORTED_VERSION = "unsupported-version"
    UNSUPPORTED_TYPE = "unsupported-type"
    UNKNOWN_SUITE = "unknown-suite"
    LOOKS_LIKE_BASE64 = "looks-like-base64"
    ENCODING_INVALID = "encoding-invalid"
    # the header breaks a rule
    SUITE_VERSION_MISMATCH = "suite-version-mismatch"
    BAD_CONTENT_TYPE = "bad-content-type"
    AAD_LENGTH_MISMATCH = "aad-length-mismatch"
    AAD_COUNT_ZERO = "aad-count-zero"
    AAD_DUPLICATE_KEY = "aad-duplicate-key"
    AAD_BAD_UTF8 = "aad-bad-utf8"
    AAD_UNSORTED = "aad-unsorted"
    EDK_COUNT_ZERO = "edk-count-zero"
    PROVIDER_ID_BAD_UTF8 = "provider-id-bad-utf8"
    RESERVED_NONZERO = "reserved-nonzero"
    IV_LENGTH_MISMATCH = "iv-length-mismatch"
    FRAME_LENGTH_VS_CONTENT_TYPE = "frame-length-vs-content-type"
    # the body or footer breaks a rule
    SEQ_OUT_OF_ORDER = "seq-out-of-order"
    FINAL_TOO_LONG = "final-too-long"
    NONFRAMED_TOO_LONG = "nonframed-too-long"
    TRAILING_DATA = "trailing-data"
    REBUILD_MISMATCH = "rebuild-mismatch"
    # signing key and signature
    PUBLIC_KEY_MISSING = "public-key-missing"
    PUBLIC_KEY_UNEXPECTED = "public-key-unexpected"
    PUBLIC_KEY_MALFORMED = "public-key-malformed"
    SIGNATURE_MALFORMED = "signature-malformed"
    # well-formed, but not authentic
    SIGNATURE_INVALID = "signature-invalid"
    ENCRYPTION_CONTEXT_MISMATCH = "encryption-context-mismatch"
    COMMITMENT_MISMATCH = "commitment-mismatch"
    HEADER_TAG_INVALID = "header-tag-invalid"
    BODY_TAG_INVALID = "body-tag-invalid"
    # the caller's policies and limits
    POLICY_VIOLATION = "policy-violation"
    EDK_LIMIT_EXCEEDED = "edk-limit-exceeded"
    SIGNED_NOT_ALLOWED = "signed-not-allowed"
    HEADER_TOO_LARGE = "header-too-large"
    BODY_TOO_LARGE = "body-too-large"
    # keys and materials
    UNWRAP_FAILED = "unwrap-failed"
    BRANCH_KEY_MISSING = "branch-key-missing"
    BRANCH_KEY_INVALID = "branch-key-invalid"
    KEY_STORE_FAILED = "key-store-failed"
    KMS_FAILED = "kms-failed"
    KMS_RESPONSE_INVALID = "kms-response-invalid"
    REQUIRED_CONTEXT_MISSING = "required-context-missing"
    MATERIALS_INVALID = "materials-invalid"
    CACHE_WAIT_EXPIRED = "cache-wait-expired"
    # the caller's fault
    INVALID_ARGUMENT = "invalid-argument"
    INVALID_KEY = "invalid-key"
    PLAINTEXT_TOO_LONG = "plaintext-too-long"
    # manifests and vector files
    MANIFEST_INVALID = "manifest-invalid"
    MANIFEST_UNSUPPORTED = "manifest-unsupported"
    VECTOR_FILE_MISSING = "vector-file-missing"
    URI_OUTSIDE_FOLDER = "uri-outside-folder"
    ARCHIVE_TOO_LARGE = "archive-too-large"
    DUPLICATE_ID = "duplicate-id"
    NO_VECTORS = "no-vectors"
    FETCH_FAILED = "fetch-failed"
    PLAINTEXT_MISMATCH = "plaintext-mismatch"
    KNOWN_ANSWER_MISMATCH = "known-answer-mismatch"
    UNEXPECTED_SUCCESS = "unexpected-success"


class EsdkError(Exception):
    """Base of every error that the library raises.

    Attributes:
        code: the row of ``spec/errors.yaml``.
        message: what is wrong, one line, without path and offset.
        path: the field, for example ``header.encrypted_data_keys[2].provider_id``; None when no field is concerned.
        offset: where in the message (bytes from its start); None when unknown.
        reqs: ids of the requirements that the input breaks.
        hint: what the reader can do about it.
    """

    def __init__(
        self,
        code: Code,
        message: str,
        *,
        path: str | None = None,
        offset: int | None = None,
        reqs: Sequence[str] = (),
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.path = path
        self.offset = offset
        self.reqs = tuple(reqs)
        self.hint = hint

    def __str__(self) -> str:
        where = f" @ {self.path}" if self.path else ""
        at = f" (offset {self.offset:#x})" if self.offset is not None else ""
        return f"{self.message}{where}{at}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code.value!r}, {str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception is copied and pickled by calling its class with ``args``, which is not how these are made.
        return copyreg.__newobj__, (type(self), self.message), self.__dict__  # type: ignore[attr-defined]  # typeshed lacks it


class MessageError(EsdkError):
    """The message itself is refused."""


class TruncatedMessage(MessageError):
    """The bytes end inside the message; more of them could help.

    ``needed`` is the length in bytes that the input must at least have before reading on makes sense; None when unknown.
    """

    needed: int | None = None


class MalformedMessage(MessageError):
    """The bytes break a rule of the format; more of them do not help."""


class UnsupportedMessage(MessageError):
    """A version, type or suite that is not part of the format."""


class AuthenticationError(MessageError):
    """Well-formed, but a commitment, tag, signature or context does not verify."""


class PolicyError(EsdkError):
    """The caller's policy or limit forbids it."""


class KeyringError(EsdkError):
    """A keyring could not do its work."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Why one keyring did not open one encrypted data key.

    Attributes:
        edk_index: position in the message's list; None when the keyring failed before looking at one.
        keyring: the keyring's own description (no secrets).
        reason: one line.
        tried: whether the keyring took the key as its own and its wrapping key was used; False when it was meant for another keyring.
        hint: what the reader can do about it, where the keyring knows more than the reason says.
    """

    edk_index: int | None
    keyring: str
    reason: str
    tried: bool = False
    hint: str | None = None


class DataKeyUnwrapError(KeyringError):
    """No keyring could unwrap a data key. ``attempts`` says why, per encrypted data key and keyring."""

    def __init__(self, message: str, attempts: Sequence[Attempt] = (), *, reqs: Sequence[str] = (), hint: str | None = None) -> None:
        super().__init__(Code.UNWRAP_FAILED, message, path="header.encrypted_data_keys", reqs=reqs, hint=hint)
        self.attempts = tuple(attempts)


class KmsError(KeyringError):
    """AWS KMS did not do what was asked, or could not be reached.

    Attributes:
        operation: as AWS names it, for example ``Decrypt``.
        aws_code: AWS's own error code, or the name of the failure on the way to it (``ReadTimeoutError``); None when KMS answered.
        region: where it was asked; None for the default region.
        key_id: the key that was named in the request.
    """

    def __init__(
        self,
        code: Code,
        message: str,
        *,
        operation: str | None = None,
        aws_code: str | None = None,
        region: str | None = None,
        key_id: str | None = None,
        path: str | None = None,
        offset: int | None = None,
        reqs: Sequence[str] = (),
        hint: str | None = None,
    ) -> None:
        super().__init__(code, message, path=path, offset=offset, reqs=reqs, hint=hint)
        self.operation = operation
        self.aws_code = aws_code
        self.region = region
        self.key_id = key_id


class KeyStoreError(KeyringError):
    """A key store has not what was asked for, or its table did not do what was asked.

    ``aws_code`` is DynamoDB's own error code; None when it answered.
    """

    aws_code: str | None

    def __init__(self, code: Code, message: str, *, aws_code: str | None = None, **details: Any) -> None:
        super().__init__(code, message, **details)
        self.aws_code = aws_code


class MaterialsError(EsdkError):
    """A CMM or keyring broke its contract, or cannot give the materials asked for."""


class UsageError(EsdkError, ValueError):
    """The caller asked for something that cannot be."""


class VectorError(EsdkError):
    """A manifest or vector file is wrong."""

"""Every error that leaves the library: one hierarchy, one code per reason.

A code is a row of ``spec/errors.yaml`` (meaning, class, what to do); ``Code`` repeats only the names so that this room needs nothing
below it, and a test holds the two equal. Tests and callers match class and code, never text.

    EsdkError
    ├─ MessageError            TruncatedMessage · MalformedMessage · UnsupportedMessage · AuthenticationError
    ├─ PolicyError             a policy or limit of the client forbids it
    ├─ KeyringError            DataKeyUnwrapError · KmsError · KeyStoreError
    ├─ MaterialsError          a CMM or keyring broke its contract
    ├─ UsageError(ValueError)  an argument or key cannot be used
    ├─ VectorError             a manifest or vector file is wrong
    └─ SourceError             a source of a scan cannot be read

``str(error)`` is one line for a log: what is wrong, where, the first reasons if keyrings failed, and what to do.

    <what> @ <path> (offset 0x7a). Hint: <what to do>
    <what> @ <path>. [<data key>] <keyring>: <reason>. 2 more in error.attempts. Hint: <what to do>

``error.summary`` is the same without reasons and hint, for whoever prints those elsewhere. Invariants of both: no secrets, nothing that
steers a terminal or breaks the line, and a bounded length, however long a name in a message is: each part is shortened at a space, so that
an ARN is shown whole or not at all.
"""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Literal

from esdkit.frozen import frozen

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
    "SourceError",
    "TruncatedMessage",
    "UnsupportedMessage",
    "UsageError",
    "VectorError",
]


def __dir__() -> list[str]:
    return __all__


_MAX_ATTEMPTS = 3  # in the text of an error; its ``attempts`` has all
_MAX_PART = 500  # characters of each part of the text


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
    # policies and limits of the client
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
    # arguments and keys
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
    READERS_DISAGREE = "readers-disagree"
    UNEXPECTED_SUCCESS = "unexpected-success"
    # sources of a scan
    SOURCE_UNREADABLE = "source-unreadable"
    PACKAGE_MISSING = "package-missing"
    SOURCE_CHANGED = "source-changed"
    SOURCE_DAMAGED = "source-damaged"
    SOURCE_TOO_LARGE = "source-too-large"
    COLUMN_MISSING = "column-missing"
    MESSAGE_DIVIDED = "message-divided"
    WORKER_LOST = "worker-lost"
    SCAN_FOLDER_DIFFERS = "scan-folder-differs"
    # a campaign: messages of a plan moved to other keys
    PLAN_INVALID = "plan-invalid"
    CAMPAIGN_DIFFERS = "campaign-differs"
    CANNOT_REPLACE = "cannot-replace"
    NEW_MESSAGE_DIFFERS = "new-message-differs"


class EsdkError(Exception):
    """Base class of every error that the library raises.

    Attributes:
        code: the reason; a row of ``spec/errors.yaml``.
        message: what is wrong; one line, without path and offset.
        path: the field concerned, for example ``header.encrypted_data_keys[2].provider_id``; None if there is none.
        offset: the place in the message (bytes from its start); None if unknown.
        reqs: ids of the requirements that the input breaks.
        hint: what you can do about it; None if there is no advice.
        side: of an action that reads one message and writes another, which of them is at fault, or ``verifying``: the new one, when it
            is read back; None otherwise.
    """

    side: Literal["reading", "writing", "verifying"] | None = None

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

    @property
    def summary(self) -> str:
        """What is wrong and where, in one line: ``str(error)`` without reasons and hint."""
        where = f" @ {self.path}" if self.path else ""
        at = f" (offset {self.offset:#x})" if self.offset is not None else ""
        return f"{_part(self.message)}{_part(where)}{at}"

    def __str__(self) -> str:
        hint = [] if self.hint is None else [f"Hint: {_part(self.hint)}"]
        parts = [self.summary, *self._reasons(), *hint]
        return ". ".join([*(part.rstrip(".") for part in parts[:-1]), parts[-1]])  # AWS ends a text with a full stop, or without

    def _reasons(self) -> Iterable[str]:
        """More about what is wrong, each without a full stop."""
        return ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code.value!r}, {self.summary!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception is copied and pickled by calling its class with ``args``, which is not how these are made.
        return copyreg.__newobj__, (type(self), self.message), self.__dict__  # type: ignore[attr-defined]  # typeshed lacks it


def _part(text: str) -> str:
    """A part of an error's text, safe to print and of a bounded length."""
    shown = printable(text[: _MAX_PART + 1])
    return shown if len(shown) <= _MAX_PART else f"{shown[:_MAX_PART].rpartition(' ')[0]} …"


def printable(text: str) -> str:
    """Text with everything that is not printable spelled as an escape: control characters, line breaks, directions of writing."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii") for character in text
    )


class MessageError(EsdkError):
    """The message cannot be accepted."""


class TruncatedMessage(MessageError):
    """The bytes end inside the message; more of them could help.

    Attributes:
        needed: the length in bytes that the input must reach before it makes sense to try again; None if unknown.
    """

    needed: int | None = None


class MalformedMessage(MessageError):
    """The bytes break a rule of the format; more of them would not help."""


class UnsupportedMessage(MessageError):
    """A version, type or algorithm suite that is not part of the format."""


class AuthenticationError(MessageError):
    """Well-formed, but a commitment, tag, signature or context does not verify."""


class PolicyError(EsdkError):
    """A policy or limit that you set forbids it."""


class KeyringError(EsdkError):
    """A keyring could not do its work."""

    aws_code: str | None = None

    @property
    def cause(self) -> str:
        """AWS's error code; the code of ours if AWS has none."""
        return self.aws_code or self.code.value


@frozen
class Attempt:
    """Why one keyring did not unwrap one encrypted data key.

    Attributes:
        edk_index: position in the message's list of encrypted data keys; None if the keyring failed before it looked at one.
        keyring: the keyring's own description, without secrets.
        reason: why; one line.
        tried: whether the wrapping key was used; False if the encrypted data key belongs to another keyring.
        hint: what you can do about it; None if the reason says it all.
        code: what kept a key of this keyring from being used, or came of using it: AWS's error code, the code of ours where AWS has none
            (``branch-key-missing``), or ``filter`` if discovery may not use the key. None if no service was asked and no filter applied.
    """

    edk_index: int | None
    keyring: str
    reason: str
    tried: bool = False
    hint: str | None = None
    code: str | None = None

    @property
    def brief(self) -> str:
        """The reason without what AWS says after its error code."""
        return up_to_code(self.reason, self.code)


def up_to_code(reason: str, code: str | None) -> str:
    """A reason without what AWS says after its error code."""
    before, found, _ = reason.partition(f": {code}")
    return before + found


class DataKeyUnwrapError(KeyringError):
    """No keyring could unwrap a data key.

    Attributes:
        attempts: why not, for each keyring and encrypted data key.
    """

    def __init__(self, message: str, attempts: Sequence[Attempt] = (), *, reqs: Sequence[str] = (), hint: str | None = None) -> None:
        super().__init__(Code.UNWRAP_FAILED, message, path="header.encrypted_data_keys", reqs=reqs, hint=hint)
        self.attempts = tuple(attempts)

    def _reasons(self) -> Iterator[str]:
        """The first attempts, those that used a key before the others; a hint that several have is given once."""
        shown = sorted(self.attempts, key=lambda attempt: not attempt.tried)[:_MAX_ATTEMPTS]
        hints: set[str | None] = {None, self.hint}
        for attempt in shown:
            index = "" if attempt.edk_index is None else f"[{attempt.edk_index}] "
            hint = "" if attempt.hint in hints else f". {attempt.hint}"
            hints.add(attempt.hint)
            yield _part(f"{index}{attempt.keyring}: {attempt.reason.rstrip('.')}{hint}").rstrip(".")
        if len(self.attempts) > len(shown):
            yield f"{len(self.attempts) - len(shown)} more in error.attempts"


class KmsError(KeyringError):
    """AWS KMS refused a request, or could not be reached.

    Attributes:
        operation: AWS's name of it, for example ``Decrypt``; None if no request was sent.
        aws_code: AWS's error code, or botocore's name of the failure (``ReadTimeoutError``); None if the answer was unusable.
        region: the region that was asked; None for the default region.
        key_id: the key that the request named.
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
    """A key store does not have the branch key, or its table could not be used.

    Attributes:
        aws_code: DynamoDB's error code; None if DynamoDB did not refuse the request.
    """

    aws_code: str | None

    def __init__(self, code: Code, message: str, *, aws_code: str | None = None, **details: Any) -> None:
        super().__init__(code, message, **details)
        self.aws_code = aws_code


class MaterialsError(EsdkError):
    """A CMM or keyring broke its contract, or cannot give the materials that it was asked for."""


class UsageError(EsdkError, ValueError):
    """An argument or key cannot be used."""


class VectorError(EsdkError):
    """A manifest or vector file is wrong."""


class SourceError(EsdkError):
    """A source of a scan cannot be read, or not to its end."""

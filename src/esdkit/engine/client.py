"""The client: a caller's policy and limits, and the operations under them.

A client is immutable and safe to share between threads. It opens no file: a source is bytes, or an object with ``read``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.cmm.default import DefaultCmm
from esdkit.engine.decrypt import NET_4_0_0
from esdkit.engine.decrypt import decrypt as decrypt_message
from esdkit.engine.verify import Verification, VerifyOptions
from esdkit.engine.verify import verify as verify_message
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.keyrings.base import Keyring
from esdkit.keyrings.static import StaticDataKeyring
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.model import Header
from esdkit.message.read import locate
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits

__all__ = ["Client", "Source", "decrypt"]


class Readable(Protocol):
    """A binary file or anything that reads like one."""

    def read(self, size: int = -1, /) -> bytes: ...


Source = bytes | bytearray | memoryview | Readable


class Client:
    """Decrypts and verifies under one policy.

    Args:
        commitment_policy: which suites may be read; by default only those with key commitment.
        max_encrypted_data_keys: most encrypted data keys that a message may carry; None for any number.
        compat: names of producer defects whose messages are opened all the same; ``net-4.0.0`` is the only one (decision DEC-G01).
        header_budget: most bytes of header, authentication included.

    Raises:
        UsageError: ``invalid-argument``.

    Reqs: CLI-CFG-001, CLI-CFG-002, CLI-CFG-003, CLI-CFG-004, CLI-CFG-005, CLI-CFG-006, CLI-CFG-010
    """

    def __init__(
        self,
        *,
        commitment_policy: CommitmentPolicy | str = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
        max_encrypted_data_keys: int | None = None,
        compat: Collection[str] = (),
        header_budget: int = DEFAULT_LIMITS.header_budget,
    ) -> None:
        self._policy = _policy(commitment_policy)
        if max_encrypted_data_keys is not None:
            _require_at_least("max_encrypted_data_keys", max_encrypted_data_keys, 1)
        _require_at_least("header_budget", header_budget, 1)
        self._limits = ReadLimits(max_encrypted_data_keys, header_budget)
        self._compat = _compat(compat)

    @property
    def commitment_policy(self) -> CommitmentPolicy:
        return self._policy

    def decrypt(
        self,
        *,
        source: Source,
        keyring: Keyring | None = None,
        cmm: CryptographicMaterialsManager | None = None,
        materials_manager: CryptographicMaterialsManager | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
        max_body_length: int | None = None,
    ) -> tuple[bytes, Header]:
        """Decrypt a whole message. Nothing is given out before everything has been verified.

        Args:
            source: the message's bytes, or a binary file that is read to its end.
            keyring, cmm, data_key: exactly one of them; ``materials_manager`` is another name for ``cmm``. ``data_key`` is the plaintext
                data key
                of this very message (bytes of the suite's length): it proves nothing about who wrote the message.
            encryption_context: pairs that the message must agree with: a key that is stored must have this value, a key that is not stored
                is taken
                as authenticated but not stored.
            max_body_length: most bytes of plaintext; None for any number.

        Returns:
            The plaintext and the header.

        Raises:
            MessageError: the message is truncated, malformed, unsupported or not authentic.
            PolicyError: ``policy-violation``, ``edk-limit-exceeded``, ``header-too-large``, ``body-too-large``.
            DataKeyUnwrapError: no keyring opened a data key; ``attempts`` says why.
            MaterialsError: a keyring or CMM broke its contract, or misses a context pair.
            UsageError: the arguments.

        Reqs: CLI-CFG-007, CLI-CFG-009, CLI-DEC-001, CLI-DEC-002, CLI-DEC-003, CLI-DEC-004, CLI-DEC-005, CLI-DEC-006, CLI-DEC-007
        Reqs: CLI-DEC-010, CLI-DEC-035, CLI-DEC-036
        """
        data = _bytes(source)
        try:
            return decrypt_message(
                data,
                cmm=_one_cmm(keyring, cmm, materials_manager, data_key),
                policy=self._policy,
                limits=self._limits,
                encryption_context=_context(encryption_context),
                max_body_length=_body_limit(max_body_length),
                compat=self._compat,
            )
        except EsdkError as error:
            if error.offset is None and error.path is not None:
                error.offset = locate(data, error.path)
            raise

    def verify(
        self,
        *,
        source: Source,
        keyring: Keyring | None = None,
        cmm: CryptographicMaterialsManager | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
        plaintext: bytes | None = None,
        max_body_length: int | None = None,
        unsigned_only: bool = False,
    ) -> Verification:
        """Say how far a message holds, stage by stage; it needs no key for the first of them and gives out no plaintext.

        Args:
            source, encryption_context, max_body_length: as for ``decrypt``.
            keyring, cmm, data_key: at most one; without one the walk ends before ``unwrap``.
            plaintext: what the message must decrypt to; without it the last stage is not checked.
            unsigned_only: refuse signed messages in the stage ``policy``, as a reader that releases plaintext frame by frame does.

        Raises:
            UsageError: the arguments. Everything else stands in the result.

        Reqs: CLI-CFG-008
        """
        given = [one for one in (keyring, cmm, data_key) if one is not None]
        options = VerifyOptions(
            policy=self._policy,
            limits=self._limits,
            compat=self._compat,
            cmm=_one_cmm(keyring, cmm, None, data_key) if given else None,
            encryption_context=_context(encryption_context),
            plaintext=plaintext,
            max_body_length=_body_limit(max_body_length),
            unsigned_only=unsigned_only,
        )
        return verify_message(_bytes(source), options)


def decrypt(
    *,
    source: Source,
    keyring: Keyring | None = None,
    cmm: CryptographicMaterialsManager | None = None,
    materials_manager: CryptographicMaterialsManager | None = None,
    data_key: bytes | None = None,
    encryption_context: Mapping[str, str] | None = None,
    max_body_length: int | None = None,
) -> tuple[bytes, Header]:
    """Decrypt a whole message with a default client; see ``Client.decrypt``."""
    return Client().decrypt(
        source=source,
        keyring=keyring,
        cmm=cmm,
        materials_manager=materials_manager,
        data_key=data_key,
        encryption_context=encryption_context,
        max_body_length=max_body_length,
    )


def _bytes(source: object) -> bytes:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str):
        hint = "read the file, or decode the text, first"
        raise UsageError(Code.INVALID_ARGUMENT, "source is text; a message is bytes or a binary file", hint=hint)
    data = source.read() if hasattr(source, "read") else None
    if not isinstance(data, bytes | bytearray | memoryview):
        raise UsageError(Code.INVALID_ARGUMENT, "source must be bytes or a binary file")
    return bytes(data)


def _one_cmm(
    keyring: Keyring | None,
    cmm: CryptographicMaterialsManager | None,
    materials_manager: CryptographicMaterialsManager | None,
    data_key: bytes | None,
) -> CryptographicMaterialsManager:
    given = [one for one in (keyring, cmm, materials_manager, data_key) if one is not None]
    if len(given) != 1:
        raise UsageError(Code.INVALID_ARGUMENT, f"give exactly one of keyring, cmm and data_key, not {len(given)}")
    if keyring is not None:
        return DefaultCmm(keyring)
    if data_key is not None:
        return DefaultCmm(StaticDataKeyring(data_key))
    manager = cmm if cmm is not None else materials_manager
    if not isinstance(manager, CryptographicMaterialsManager):
        raise UsageError(Code.INVALID_ARGUMENT, "cmm has no get_encryption_materials and decrypt_materials")
    return manager


def _policy(name: CommitmentPolicy | str) -> CommitmentPolicy:
    try:
        return CommitmentPolicy(name)
    except ValueError:
        names = ", ".join(CommitmentPolicy)
        raise UsageError(Code.INVALID_ARGUMENT, f"{name!r} is no commitment policy; there are {names}") from None


def _require_at_least(name: str, value: object, least: int) -> None:
    if type(value) is not int or value < least:
        raise UsageError(Code.INVALID_ARGUMENT, f"{name} must be a number of at least {least}")


def _body_limit(value: int | None) -> int | None:
    if value is not None:
        _require_at_least("max_body_length", value, 0)
    return value


def _context(encryption_context: Mapping[str, str] | None) -> dict[str, str]:
    """The caller's context; one that no header could hold is refused here, not where it is used first."""
    if encryption_context is None:
        return {}
    serialize_encryption_context(encryption_context)
    return dict(encryption_context)


def _compat(names: Collection[str]) -> frozenset[str]:
    unknown = set([names] if isinstance(names, str) else names) - {NET_4_0_0}
    if unknown:
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown compatibility switch {sorted(unknown)[0]!r}; there is {NET_4_0_0}")
    return frozenset({names} if isinstance(names, str) else names)

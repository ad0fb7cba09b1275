"""The client: a caller's policy and limits, and the operations under them.

A client is immutable and safe to share between threads. It opens no file: a source is bytes, or an object with ``read``. The module is
long because each operation names and explains its arguments; none holds more than the way from them to the room's functions.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from typing import IO, Any, Literal, TypedDict, Unpack, overload

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.crypto.rand import RandomSource, system_random
from esdkit.engine import arguments
from esdkit.engine.arguments import Source
from esdkit.engine.decrypt import DecryptSettings
from esdkit.engine.decrypt import decrypt as decrypt_message
from esdkit.engine.decrypt import decrypt_into as decrypt_message_into
from esdkit.engine.decryptor import Decryptor
from esdkit.engine.encrypt import EncryptSettings
from esdkit.engine.encrypt import encrypt as encrypt_message
from esdkit.engine.encrypt import encrypt_into as encrypt_message_into
from esdkit.engine.encryptor import Encryptor
from esdkit.engine.range import decrypt_range as decrypt_message_range
from esdkit.engine.session import located
from esdkit.engine.stream import DecryptStream, EncryptStream
from esdkit.engine.verify import Verification, VerifyOptions
from esdkit.engine.verify import verify as verify_message
from esdkit.engine.views import view_of
from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import Keyring
from esdkit.message.model import Header
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits
from esdkit.spec import CONSTANTS, Suite

__all__ = ["Client", "decrypt", "encrypt"]

Cmm = CryptographicMaterialsManager
Buffer = bytearray | memoryview
SignedStreaming = Literal["allow", "refuse"]


class EncryptOptions(TypedDict, total=False):
    """The options of an encryption; see ``Client.encrypt``."""

    # Reqs: CLI-ENC-004

    keyring: Keyring | None
    cmm: Cmm | None
    materials_manager: Cmm | None
    encryption_context: Mapping[str, str] | None
    algorithm: Suite | str | int | None
    frame_length: int
    max_plaintext_length: int | None


class DecryptOptions(TypedDict, total=False):
    """The options of a decryption; see ``Client.decrypt``."""

    keyring: Keyring | None
    cmm: Cmm | None
    materials_manager: Cmm | None
    data_key: bytes | None
    encryption_context: Mapping[str, str] | None
    max_body_length: int | None


class Client:
    """Encrypts, decrypts and verifies under one policy.

    Args:
        commitment_policy: which suites may be written and read; by default only those with key commitment.
        max_encrypted_data_keys: most encrypted data keys that a message may carry; None for any number.
        compat: names of producer defects whose messages are opened all the same; ``net-4.0.0`` is the only one (decision DEC-G01).
        signed_streaming: ``refuse`` makes a decrypting stream refuse signed messages directly after their header.
        header_budget: most bytes of header, authentication included.
        random: where data keys, message ids, IVs and signing keys come from. With another source than the system's a message can be made
            again:
            signatures are deterministic then. For tests and vectors only.

    Raises:
        UsageError: ``invalid-argument``.
    """

    # Reqs: CLI-CFG-001, CLI-CFG-002, CLI-CFG-003, CLI-CFG-004, CLI-CFG-005, CLI-CFG-006, CLI-CFG-008
    # Reqs: CLI-CFG-010

    def __init__(
        self,
        *,
        commitment_policy: CommitmentPolicy | str = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
        max_encrypted_data_keys: int | None = None,
        compat: Collection[str] = (),
        signed_streaming: SignedStreaming = "allow",
        header_budget: int = DEFAULT_LIMITS.header_budget,
        random: RandomSource = system_random,
    ) -> None:
        self._policy = arguments.commitment_policy(commitment_policy)
        self._limits = ReadLimits(
            arguments.limit("max_encrypted_data_keys", max_encrypted_data_keys, 1),
            arguments.at_least("header_budget", header_budget, 1),
        )
        self._compat = arguments.compat_switches(compat)
        self._signed_streaming = arguments.one_of("signed_streaming", signed_streaming, ("allow", "refuse"))
        self._random = random

    @property
    def commitment_policy(self) -> CommitmentPolicy:
        return self._policy

    # ---------------------------------------------------------------- encrypt
    def encrypt(
        self,
        *,
        source: Source,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        materials_manager: Cmm | None = None,
        encryption_context: Mapping[str, str] | None = None,
        algorithm: Suite | str | int | None = None,
        frame_length: int = CONSTANTS.default_frame_length,
        max_plaintext_length: int | None = None,
    ) -> tuple[bytes, Header]:
        """Encrypt a whole plaintext.

        Args:
            source: the plaintext, or a binary file that is read to its end.
            keyring, cmm: exactly one of them; ``materials_manager`` is another name for ``cmm``.
            encryption_context: pairs that are authenticated with the message and stored in it, in the clear.
            algorithm: a suite, its name or its id; None for the policy's default.
            frame_length: plaintext bytes per frame.
            max_plaintext_length: most bytes of plaintext; a longer source is refused.

        Returns:
            The message and its header.

        Raises:
            PolicyError: ``policy-violation``, ``edk-limit-exceeded``.
            KeyringError, MaterialsError: from keyring and CMM.
            UsageError: the arguments, ``plaintext-too-long``.
        """
        settings = self._to_encrypt(keyring, cmm, materials_manager, encryption_context, algorithm, frame_length, max_plaintext_length)
        return encrypt_message(arguments.source_bytes(source), settings)

    def encrypt_into(
        self,
        buffer: Buffer,
        *,
        source: bytes | bytearray | memoryview,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        encryption_context: Mapping[str, str] | None = None,
        algorithm: Suite | str | int | None = None,
        frame_length: int = CONSTANTS.default_frame_length,
    ) -> tuple[int, Header]:
        """Encrypt a whole plaintext into a buffer of the caller's; gives the number of bytes written. On any failure what was written is
        zeros.

        Args and errors as for ``encrypt``; a buffer that is too small is a ``UsageError`` that says how long the message is. The source may
        be a part of the buffer.
        """
        settings = self._to_encrypt(keyring, cmm, None, encryption_context, algorithm, frame_length, None)
        return encrypt_message_into(source, settings, buffer)

    def encryptor(
        self,
        *,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        materials_manager: Cmm | None = None,
        encryption_context: Mapping[str, str] | None = None,
        algorithm: Suite | str | int | None = None,
        frame_length: int = CONSTANTS.default_frame_length,
        max_plaintext_length: int | None = None,
    ) -> Encryptor:
        """The push core of encryption, for event loops: ``feed``, ``take``, ``finish``. Args and errors as for ``encrypt``."""
        return Encryptor(
            self._to_encrypt(keyring, cmm, materials_manager, encryption_context, algorithm, frame_length, max_plaintext_length)
        )

    # ---------------------------------------------------------------- decrypt
    def decrypt(
        self,
        *,
        source: Source,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        materials_manager: Cmm | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
        max_body_length: int | None = None,
    ) -> tuple[bytes, Header]:
        """Decrypt a whole message. Nothing is given out before everything has been verified.

        Args: source: the message's bytes, or a binary file that is read to its end. keyring, cmm, data_key: exactly one of them;
        ``materials_manager`` is another name for ``cmm``. ``data_key`` is the plaintext data key of this very message (bytes of the suite's
        length): it proves nothing about who wrote the message. encryption_context: pairs that the message must agree with: a key that is
        stored must have this value, a key that is not stored is taken as authenticated but not stored. max_body_length: most bytes of
        plaintext; None for any number.

        Returns:
            The plaintext and the header.

        Raises:
            MessageError: the message is truncated, malformed, unsupported or not authentic.
            PolicyError: ``policy-violation``, ``edk-limit-exceeded``, ``header-too-large``, ``body-too-large``.
            DataKeyUnwrapError: no keyring opened a data key; ``attempts`` says why.
            MaterialsError: a keyring or CMM broke its contract, or misses a context pair.
            UsageError: the arguments.
        """
        # Reqs: CLI-CFG-007, CLI-CFG-009, CLI-DEC-001, CLI-DEC-002, CLI-DEC-003, CLI-DEC-004, CLI-DEC-005, CLI-DEC-006, CLI-DEC-007
        # Reqs: CLI-DEC-010, CLI-DEC-035, CLI-DEC-036
        data = arguments.source_bytes(source)
        settings = self._to_decrypt(keyring, cmm, materials_manager, data_key, encryption_context, max_body_length)
        with located(data):
            return decrypt_message(data, settings)

    def decrypt_into(
        self,
        buffer: Buffer,
        *,
        source: bytes | bytearray | memoryview,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
        max_body_length: int | None = None,
    ) -> tuple[int, Header]:
        """Decrypt a whole message into a buffer of the caller's; gives the number of bytes written.

        Plaintext is written as it is opened, before the whole has been verified: until this returns, the buffer is not to be looked at. On
        any failure everything that was written is overwritten with zeros before the error is raised. Args and errors as for ``decrypt``.
        """
        data = arguments.source_bytes(source)
        settings = self._to_decrypt(keyring, cmm, None, data_key, encryption_context, max_body_length)
        with located(data):
            return decrypt_message_into(data, settings, buffer)

    def decryptor(
        self,
        *,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        materials_manager: Cmm | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
        max_body_length: int | None = None,
    ) -> Decryptor:
        """The push core of decryption, for event loops: ``feed``, ``take``, ``finish``. Args and errors as for ``decrypt``."""
        return Decryptor(self._to_decrypt(keyring, cmm, materials_manager, data_key, encryption_context, max_body_length))

    def decrypt_range(
        self,
        *,
        source: bytes | bytearray | memoryview | IO[bytes],
        start: int,
        end: int,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
    ) -> tuple[bytes, Header]:
        """The plaintext from ``start`` to ``end`` (bytes, exclusive) of a framed, unsigned message, from only the frames that hold it.

        Header, key and each frame that is read are verified, with the frame's position. It is *not* shown that other frames are authentic,
        nor, unless the range reaches into the final frame or beyond it, that the message is complete: someone may have cut it. A range
        beyond the end is cut, as a slice is, when the final frame has verified. ``source`` is bytes or a binary file that can seek and
        holds the message alone, from its first byte on, wherever the file stands.

        Raises:
            PolicyError: ``signed-not-allowed``. UsageError: a non-framed message, a negative or reversed range. Others as for ``decrypt``.
        """
        first, last = arguments.at_least("start", start, 0), arguments.at_least("end", end, 0)
        if last < first:
            raise UsageError(Code.INVALID_ARGUMENT, "a range goes from start to end, both at least 0")
        settings = self._to_decrypt(keyring, cmm, None, data_key, encryption_context, None)
        return decrypt_message_range(source, settings, first, last)

    # ---------------------------------------------------------------- stream
    @overload
    def stream(self, mode: Literal["e", "encrypt"], *, source: Source, **options: Unpack[EncryptOptions]) -> EncryptStream: ...
    @overload
    def stream(self, mode: Literal["d", "decrypt"], *, source: Source, **options: Unpack[DecryptOptions]) -> DecryptStream: ...
    def stream(self, mode: str, *, source: Source, **options: Any) -> EncryptStream | DecryptStream:
        """A file-like object that reads ``source`` and gives the message (``encrypt``, ``e``) or the plaintext (``decrypt``, ``d``).

        Args:
            mode: the direction.
            source: bytes, or a binary file; short reads are fine and it need not seek.
            options: those of ``encrypt`` or ``decrypt``.

        Raises:
            UsageError: the arguments. Reading raises what ``encrypt`` and ``decrypt`` raise; what was read before is then not to be used.
        """
        file = io.BytesIO(view_of(source)) if isinstance(source, bytes | bytearray | memoryview) else source
        if not hasattr(file, "read"):
            raise UsageError(Code.INVALID_ARGUMENT, "source must be bytes or a binary file")
        if mode in ("e", "encrypt"):
            return EncryptStream(self.encryptor(**options), file)
        if mode in ("d", "decrypt"):
            return DecryptStream(self.decryptor(**options), file)
        raise UsageError(Code.INVALID_ARGUMENT, f"mode must be encrypt or decrypt, not {mode!r}")

    # ---------------------------------------------------------------- verify
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
            source: the message: bytes, or a binary file, which is read from its position on. Of a file that can seek only the header is
                kept in memory, so it can have any length; other files are read into memory.
            encryption_context, max_body_length: as for ``decrypt``.
            keyring, cmm, data_key: at most one; without one the walk ends before ``unwrap``.
            plaintext: what the message must decrypt to; without it the last stage is not checked.
            unsigned_only: refuse signed messages in the stage ``policy``, as a reader that releases plaintext frame by frame does.

        Raises:
            UsageError: the arguments. Everything else stands in the result.
        """
        given = [one for one in (keyring, cmm, data_key) if one is not None]
        options = VerifyOptions(
            policy=self._policy,
            limits=self._limits,
            compat=self._compat,
            cmm=arguments.one_cmm(keyring, cmm, None, data_key) if given else None,
            encryption_context=arguments.context(encryption_context),
            plaintext=arguments.expected_plaintext(plaintext),
            max_body_length=arguments.limit("max_body_length", max_body_length, 0),
            unsigned_only=unsigned_only,
        )
        return verify_message(arguments.message_source(source), options)

    def trace(
        self,
        *,
        source: Source,
        keyring: Keyring | None = None,
        cmm: Cmm | None = None,
        data_key: bytes | None = None,
        encryption_context: Mapping[str, str] | None = None,
        show_secrets: bool = False,
    ) -> dict[str, Any]:
        """Every intermediate value of a decryption, for JSON (``spec/schemas/trace.json``); bytes are hexadecimal digits.

        It holds the inputs of the key derivation, what the header tag and each frame's tag authenticate, the IVs, and the signature's
        digest and numbers; with ``show_secrets`` also the data key and what is derived from it, which decrypt the message. Other arguments
        and errors are those of ``decrypt``: a message that does not verify has no trace. ``compat`` is not looked at.
        """
        from esdkit.engine.intermediate import intermediate_values  # few programs need it

        data = arguments.source_bytes(source)
        settings = self._to_decrypt(keyring, cmm, None, data_key, encryption_context, None)
        with located(data):
            return intermediate_values(data, settings, show_secrets=show_secrets)

    # ---------------------------------------------------------------- settings
    def _to_encrypt(
        self,
        keyring: Keyring | None,
        cmm: Cmm | None,
        materials_manager: Cmm | None,
        encryption_context: Mapping[str, str] | None,
        algorithm: Suite | str | int | None,
        frame_length: int,
        max_plaintext_length: int | None,
    ) -> EncryptSettings:
        return EncryptSettings(
            cmm=arguments.one_cmm(keyring, cmm, materials_manager),
            policy=self._policy,
            suite=arguments.suite_of(algorithm),
            encryption_context=arguments.context(encryption_context),
            frame_length=arguments.frame_length(frame_length),
            max_encrypted_data_keys=self._limits.max_encrypted_data_keys,
            max_plaintext_length=arguments.limit("max_plaintext_length", max_plaintext_length, 0),
            random=self._random,
        )

    def _to_decrypt(
        self,
        keyring: Keyring | None,
        cmm: Cmm | None,
        materials_manager: Cmm | None,
        data_key: bytes | None,
        encryption_context: Mapping[str, str] | None,
        max_body_length: int | None,
    ) -> DecryptSettings:
        return DecryptSettings(
            cmm=arguments.one_cmm(keyring, cmm, materials_manager, data_key),
            policy=self._policy,
            limits=self._limits,
            encryption_context=arguments.context(encryption_context),
            max_body_length=arguments.limit("max_body_length", max_body_length, 0),
            compat=self._compat,
            signed_streaming=self._signed_streaming,
        )


def encrypt(
    *,
    source: Source,
    keyring: Keyring | None = None,
    cmm: Cmm | None = None,
    materials_manager: Cmm | None = None,
    encryption_context: Mapping[str, str] | None = None,
    algorithm: Suite | str | int | None = None,
    frame_length: int = CONSTANTS.default_frame_length,
) -> tuple[bytes, Header]:
    """Encrypt a whole plaintext with a default client; see ``Client.encrypt``."""
    return Client().encrypt(
        source=source,
        keyring=keyring,
        cmm=cmm,
        materials_manager=materials_manager,
        encryption_context=encryption_context,
        algorithm=algorithm,
        frame_length=frame_length,
    )


def decrypt(
    *,
    source: Source,
    keyring: Keyring | None = None,
    cmm: Cmm | None = None,
    materials_manager: Cmm | None = None,
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

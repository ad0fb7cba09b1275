"""The client: a policy and limits, and the operations under them.

A client's policy and limits never change, and threads may share it; what it made for its last call it keeps for the next one (``reuse``).
It opens no file: a source is bytes, or an object with ``read``. The options that several operations share are spelled once, in the typed
dictionaries, and explained once, in ``Client.encrypt`` and ``Client.decrypt``; no operation does more than lead from its arguments to the
function of this room that does the work.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import IO, Any, Literal, TypedDict, Unpack, overload

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.crypto.rand import RandomSource, system_random
from esdkit.engine import arguments
from esdkit.engine.arguments import Source
from esdkit.engine.compat import tolerated
from esdkit.engine.decrypt import Decryption, DecryptSettings
from esdkit.engine.decrypt import decrypt_into as decrypt_message_into
from esdkit.engine.decryptor import Decryptor
from esdkit.engine.encrypt import Encryption, EncryptSettings
from esdkit.engine.encrypt import encrypt_into as encrypt_message_into
from esdkit.engine.encryptor import Encryptor
from esdkit.engine.located import located
from esdkit.engine.many import Errors, in_order
from esdkit.engine.range import decrypt_range as decrypt_message_range
from esdkit.engine.reuse import Reuse
from esdkit.engine.stream import DecryptStream, EncryptStream
from esdkit.engine.verify import Verification, VerifyOptions
from esdkit.engine.verify import verify as verify_message
from esdkit.engine.views import view_of
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.keyrings.base import Keyring
from esdkit.message.model import Header
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits
from esdkit.spec import CONSTANTS, Suite

__all__ = ["Client", "DecryptOptions", "EncryptOptions", "RangeOptions", "decrypt", "encrypt"]

Cmm = CryptographicMaterialsManager
Buffer = bytearray | memoryview
SignedStreaming = Literal["allow", "refuse"]


class _KeyOptions(TypedDict, total=False):
    keyring: Keyring | None
    cmm: Cmm | None
    materials_manager: Cmm | None
    encryption_context: Mapping[str, str] | None


class EncryptOptions(_KeyOptions, total=False):
    """The options of an encryption; ``Client.encrypt`` explains them."""

    # Reqs: CLI-ENC-004

    algorithm: Suite | str | int | None
    frame_length: int
    max_plaintext_length: int | None


class RangeOptions(_KeyOptions, total=False):
    """The options of ``Client.decrypt_range``; ``Client.decrypt`` explains them."""

    data_key: bytes | None


class DecryptOptions(RangeOptions, total=False):
    """The options of a decryption; ``Client.decrypt`` explains them."""

    max_body_length: int | None


class Client:
    """Encrypts, decrypts and verifies messages under one policy. Threads may share it.

    It keeps the keyring or CMM of its last call, and what it made from the options, so that a next call with the same ones is fast.

    Args:
        commitment_policy: which algorithm suites to encrypt and decrypt with; by default only those with key commitment.
        max_encrypted_data_keys: the most encrypted data keys that a message may have; None for no limit.
        compat: names of known producer defects whose messages are to be decrypted: ``net-4.0.0``, ``empty-context-count`` for old
            writers that stored an empty encryption context as a count of zero, ``js-locale`` for the SDK for JavaScript without its option
            ``utf8Sorting``. With ``js-locale`` a caching CMM does not cache what it decrypts.
        signed_streaming: ``refuse`` lets a decrypting stream refuse a signed message right after its header.
        header_budget: the most bytes that a header may have.
        random: for tests and vectors only: the source of data keys, message ids, IVs and signing keys. Signatures are then deterministic.

    Raises:
        UsageError: ``invalid-argument``: an unknown name, or a number that is out of range.
    """

    def __init__(
        self,
        *,
        commitment_policy: CommitmentPolicy | str = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
        max_encrypted_data_keys: int | None = None,
        compat: list[str] | tuple[str, ...] | Set[str] = (),
        signed_streaming: SignedStreaming = "allow",
        header_budget: int = DEFAULT_LIMITS.header_budget,
        random: RandomSource = system_random,
    ) -> None:
        # Reqs: CLI-CFG-001, CLI-CFG-002, CLI-CFG-003, CLI-CFG-004, CLI-CFG-005, CLI-CFG-006, CLI-CFG-008
        # Reqs: CLI-CFG-010
        self._policy = arguments.commitment_policy(commitment_policy)
        self._compat = arguments.compat_switches(compat)
        self._limits = ReadLimits(
            arguments.limit("max_encrypted_data_keys", max_encrypted_data_keys, 1),
            arguments.at_least("header_budget", header_budget, 1),
            tolerated(self._compat),
        )
        self._signed_streaming = arguments.one_of("signed_streaming", signed_streaming, ("allow", "refuse"))
        self._random = random
        self._reused_encryption, self._reused_decryption = Reuse[Encryption](), Reuse[Decryption]()

    @property
    def commitment_policy(self) -> CommitmentPolicy:
        """The policy of this client."""
        return self._policy

    # ---------------------------------------------------------------- encrypt
    def encrypt(self, *, source: Source, **options: Unpack[EncryptOptions]) -> tuple[bytes, Header]:
        """Encrypt a whole plaintext.

        Args:
            source: the plaintext; bytes, or a binary file that is read to its end.
            keyring: wraps the data key; give either this or ``cmm``.
            cmm: a cryptographic materials manager; ``materials_manager`` is another name for it.
            encryption_context: pairs of text to authenticate, and to store in the message as plaintext.
            algorithm: the algorithm suite: a ``Suite``, its name or its id; None for the default of the commitment policy.
            frame_length: bytes of plaintext in each frame; by default 4096.
            max_plaintext_length: refuse a longer plaintext (bytes); None for no limit.

        Returns:
            The message and its header.

        Raises:
            PolicyError: ``policy-violation``: the policy does not encrypt with the suite. ``edk-limit-exceeded``: too many keys.
            KeyringError: the keyring could not generate or wrap the data key.
            MaterialsError: a keyring or CMM broke its contract, or requires a context pair that is missing.
            UsageError: ``invalid-argument``: wrong arguments. ``plaintext-too-long``.
        """
        encryption = self._reused_encryption.get(options) or self._encryption(options, "source")
        return encryption.encrypt(arguments.source_bytes(source))

    @overload
    def encrypt_many(
        self, sources: Iterable[Source], *, errors: Literal["raise"] = "raise", jobs: int = 1, **options: Unpack[EncryptOptions]
    ) -> Iterator[tuple[bytes, Header]]: ...
    @overload
    def encrypt_many(
        self, sources: Iterable[Source], *, errors: Errors, jobs: int = 1, **options: Unpack[EncryptOptions]
    ) -> Iterator[tuple[bytes, Header] | EsdkError]: ...
    def encrypt_many(
        self, sources: Iterable[Source], *, errors: Errors = "raise", jobs: int = 1, **options: Unpack[EncryptOptions]
    ) -> Iterator[tuple[bytes, Header] | EsdkError]:
        """Encrypt many whole plaintexts, each as ``encrypt`` does, with a data key and a message id of its own.

        What the messages have in common is made once, with raw AES keyrings and what is made of them; other keyrings and CMMs are asked for
        each message.

        Args:
            sources: the plaintexts; one is pulled when its message is asked for, with ``jobs`` a few dozens for each process.
            errors: ``raise`` ends with the first plaintext that fails; ``give`` gives its error and goes on.
            jobs: number of processes, which are forked and so have the keys; each has its own copy of a caching CMM. They pay for signed
                messages and for slow keys.
            options: as for ``encrypt``.

        Returns:
            An iterator: of each plaintext, in order, the message and its header; with ``errors="give"`` the error in place of both.

        Raises:
            EsdkError: ``invalid-argument`` at once; the iterator raises what ``encrypt`` raises, and what ``sources`` raises after the
                results before it.
            ChildProcessError: from the iterator: a process was killed or cannot be started.
        """
        # Reqs: CLI-MNY-001, CLI-MNY-002, CLI-MNY-003, CLI-MNY-004
        encryption = self._encryption(options, "sources", "errors", "jobs")
        return self._many(encryption.encrypt, sources, errors, jobs, written=True)

    def _many(
        self, work: Callable[[bytes], tuple[bytes, Header]], sources: Iterable[Source], errors: Errors, jobs: int, *, written: bool
    ) -> Iterator[tuple[bytes, Header] | EsdkError]:
        arguments.one_of("errors", errors, ("raise", "give"))
        if arguments.at_least("jobs", jobs, 1) > 1 and self._random is not system_random:
            raise UsageError(Code.INVALID_ARGUMENT, "jobs must be 1 with a random source: each process would draw the same")
        return in_order(work, arguments.iterable("sources", sources), errors=errors, jobs=jobs, written=written)

    def encrypt_into(
        self, buffer: Buffer, *, source: bytes | bytearray | memoryview, **options: Unpack[EncryptOptions]
    ) -> tuple[int, Header]:
        """Encrypt a whole plaintext into a buffer. After a failure, the bytes that were written are zeros.

        Args:
            buffer: where the message goes. If it is too small, the error says how long the message is.
            source: the plaintext; it may be a part of the buffer.
            options: as for ``encrypt``.

        Returns:
            The number of bytes written, and the header.

        Raises:
            EsdkError: as ``encrypt``; ``invalid-argument`` also for a buffer that is too small or read-only.
        """
        encryption = self._reused_encryption.get(options) or self._encryption(options, "buffer", "source")
        return encrypt_message_into(source, encryption, buffer)

    def encryptor(self, **options: Unpack[EncryptOptions]) -> Encryptor:
        """Encrypt in pieces that you push, for event loops: ``feed``, ``take``, ``finish``.

        Args:
            options: as for ``encrypt``.

        Raises:
            EsdkError: as ``encrypt``.
        """
        return self._encryptor(None, **options)

    def _encryptor(self, length: int | None, **options: Unpack[EncryptOptions]) -> Encryptor:
        """An encryptor. ``length``: of the plaintext in bytes; None where it is not known."""
        arguments.check_names(options, EncryptOptions)
        return Encryptor(self._to_encrypt(options), length=length)

    # ---------------------------------------------------------------- decrypt
    def decrypt(self, *, source: Source, **options: Unpack[DecryptOptions]) -> tuple[bytes, Header]:
        """Decrypt a whole message. Nothing is returned before everything has been verified.

        Args:
            source: the message; bytes, or a binary file that is read to its end.
            keyring: unwraps the data key; give exactly one of ``keyring``, ``cmm`` and ``data_key``.
            cmm: a cryptographic materials manager; ``materials_manager`` is another name for it.
            data_key: the plaintext data key of this message; it proves nothing about who wrote the message.
            encryption_context: pairs that must agree with the message: a stored pair must have this value, one that is not stored must have
                been authenticated with this value.
            max_body_length: refuse a longer plaintext (bytes); None for no limit.

        Returns:
            The plaintext and the header.

        Raises:
            MessageError: the message is truncated, malformed, unsupported or not authentic.
            PolicyError: ``policy-violation``, ``edk-limit-exceeded``, ``header-too-large``, ``body-too-large``.
            DataKeyUnwrapError: no keyring could unwrap a data key; ``attempts`` says why.
            MaterialsError: a keyring or CMM broke its contract, or requires a context pair that is missing.
            UsageError: ``invalid-argument``: wrong arguments.
        """
        # Reqs: CLI-CFG-007, CLI-CFG-009, CLI-DEC-001, CLI-DEC-002, CLI-DEC-003, CLI-DEC-004, CLI-DEC-005, CLI-DEC-006, CLI-DEC-007
        # Reqs: CLI-DEC-010, CLI-DEC-035, CLI-DEC-036
        decryption = self._reused_decryption.get(options) or self._decryption(options, "source")
        data = arguments.source_bytes(source)
        with located(data):
            return decryption.decrypt(data)

    @overload
    def decrypt_many(
        self, sources: Iterable[Source], *, errors: Literal["raise"] = "raise", jobs: int = 1, **options: Unpack[DecryptOptions]
    ) -> Iterator[tuple[bytes, Header]]: ...
    @overload
    def decrypt_many(
        self, sources: Iterable[Source], *, errors: Errors, jobs: int = 1, **options: Unpack[DecryptOptions]
    ) -> Iterator[tuple[bytes, Header] | EsdkError]: ...
    def decrypt_many(
        self, sources: Iterable[Source], *, errors: Errors = "raise", jobs: int = 1, **options: Unpack[DecryptOptions]
    ) -> Iterator[tuple[bytes, Header] | EsdkError]:
        """Decrypt many whole messages, each as ``decrypt`` does.

        Args:
            sources: the messages.
            errors: as for ``encrypt_many``.
            jobs: as for ``encrypt_many``.
            options: as for ``decrypt``.

        Returns:
            An iterator: of each message, in order, the plaintext and the header; with ``errors="give"`` the error in place of both.

        Raises:
            EsdkError: ``invalid-argument`` at once; the iterator raises what ``decrypt`` and ``encrypt_many`` raise.
        """
        # Reqs: CLI-MNY-001, CLI-MNY-003, CLI-MNY-004
        decryption = self._decryption(options, "sources", "errors", "jobs")

        def work(data: bytes) -> tuple[bytes, Header]:
            with located(data):
                return decryption.decrypt(data)

        return self._many(work, sources, errors, jobs, written=False)

    def decrypt_into(
        self, buffer: Buffer, *, source: bytes | bytearray | memoryview, **options: Unpack[DecryptOptions]
    ) -> tuple[int, Header]:
        """Decrypt a whole message into a buffer.

        Plaintext is written before the whole message has been verified: do not read the buffer until this returns. After a failure, the
        bytes that were written are zeros.

        Args:
            buffer: where the plaintext goes.
            source: the message.
            options: as for ``decrypt``.

        Returns:
            The number of bytes written, and the header.

        Raises:
            EsdkError: as ``decrypt``; ``invalid-argument`` also for a buffer that is too small or read-only.
        """
        arguments.check_names(options, DecryptOptions, "buffer", "source")
        data = arguments.source_bytes(source)
        settings = self._to_decrypt(options)
        with located(data):
            return decrypt_message_into(data, settings, buffer)

    def decryptor(self, **options: Unpack[DecryptOptions]) -> Decryptor:
        """Decrypt in pieces that you push, for event loops: ``feed``, ``take``, ``finish``.

        Args:
            options: as for ``decrypt``.

        Raises:
            EsdkError: as ``decrypt``.
        """
        arguments.check_names(options, DecryptOptions)
        return Decryptor(self._to_decrypt(options))

    def decrypt_range(
        self, *, source: bytes | bytearray | memoryview | IO[bytes], start: int, end: int, **options: Unpack[RangeOptions]
    ) -> tuple[bytes, Header]:
        """Decrypt a part of a framed, unsigned message, reading only the frames that have it.

        The header and each frame that is read are verified, including the frame's position. The other frames are not; and whether the
        message is complete is known only if the range reaches its final frame.

        Args:
            source: the message and nothing else; bytes, or a binary file that can seek.
            start: the first byte of plaintext.
            end: the byte after the last one; a range beyond the end is cut, as a slice is, once the final frame has been verified.
            options: as for ``decrypt``, without ``max_body_length``.

        Returns:
            The plaintext of the range, and the header.

        Raises:
            PolicyError: ``signed-not-allowed``: the message is signed; others as ``decrypt``.
            UsageError: ``invalid-argument``: a non-framed message, a negative or reversed range, or wrong arguments.
            EsdkError: others as ``decrypt``.
        """
        arguments.check_names(options, RangeOptions, "source", "start", "end")
        first, last = arguments.at_least("start", start, 0), arguments.at_least("end", end, 0)
        if last < first:
            raise UsageError(Code.INVALID_ARGUMENT, f"end is {end}, before start, {start}")
        return decrypt_message_range(source, self._to_decrypt({**options, "max_body_length": None}), first, last)

    # ---------------------------------------------------------------- stream
    @overload
    def stream(self, mode: Literal["e", "encrypt"], *, source: Source, **options: Unpack[EncryptOptions]) -> EncryptStream: ...
    @overload
    def stream(self, mode: Literal["d", "decrypt"], *, source: Source, **options: Unpack[DecryptOptions]) -> DecryptStream: ...
    def stream(self, mode: str, *, source: Source, **options: Any) -> EncryptStream | DecryptStream:
        """A file-like object that reads ``source`` and gives the message or the plaintext, piece by piece.

        Args:
            mode: ``encrypt`` (or ``e``), ``decrypt`` (or ``d``).
            source: bytes, or a binary file; it need not seek, and may return less than it is asked for.
            options: as for ``encrypt`` or ``decrypt``. A caching CMM encrypts from its cache only where the length is known: of bytes, of
                an ``io.BytesIO``, of a regular file, or announced by ``max_plaintext_length``.

        Raises:
            UsageError: ``invalid-argument``: wrong arguments. Reading raises what ``encrypt`` and ``decrypt`` raise: after that, do not use
                what was read before.
        """
        file = io.BytesIO(view_of(source)) if isinstance(source, bytes | bytearray | memoryview) else arguments.readable(source)
        if mode in ("e", "encrypt"):
            length = arguments.known_length(source)
            return EncryptStream(self._encryptor(length, **options), file, length)
        if mode in ("d", "decrypt"):
            return DecryptStream(self.decryptor(**options), file)
        hint = 'Use mode="decrypt" of Client(signed_streaming="refuse").' if mode == "decrypt-unsigned" else None
        raise UsageError(Code.INVALID_ARGUMENT, f"mode must be encrypt or decrypt, not {mode!r}", hint=hint)

    # ---------------------------------------------------------------- verify
    def verify(
        self, *, source: Source, plaintext: bytes | None = None, unsigned_only: bool = False, **options: Unpack[DecryptOptions]
    ) -> Verification:
        """Make every check of a message that can be made, each by itself. The first need no key, and no plaintext is returned.

        Args:
            source: the message: bytes, or a binary file, which is read from its position on. Of a file that can seek only the header is
                kept in memory, so it can have any length; other files are read into memory.
            plaintext: what the message must decrypt to; without it the last check is not made.
            unsigned_only: let a signed message fail in the check ``policy``, as a stream that refuses signed messages does.
            options: as for ``decrypt``; without ``keyring``, ``cmm`` and ``data_key`` the checks from ``unwrap`` on are not made.

        Returns:
            What passed, what failed and why, what was not checked and why; and at which stage the message is refused.

        Raises:
            UsageError: ``invalid-argument``: wrong arguments. Whatever is wrong with the message is in the result.
        """
        arguments.check_names(options, DecryptOptions, "source", "plaintext", "unsigned_only")
        with_key = any(options.get(name) is not None for name in ("keyring", "cmm", "materials_manager", "data_key"))
        checks = VerifyOptions(
            policy=self._policy,
            limits=self._limits,
            compat=self._compat,
            cmm=_cmm(options, options.get("data_key")) if with_key else None,
            encryption_context=arguments.context(options.get("encryption_context")),
            plaintext=arguments.expected_plaintext(plaintext),
            max_body_length=arguments.limit("max_body_length", options.get("max_body_length"), 0),
            unsigned_only=unsigned_only,
        )
        return verify_message(arguments.message_source(source), checks)

    def trace(
        self, *, source: Source, show_secrets: bool = False, partial: bool = False, **options: Unpack[DecryptOptions]
    ) -> dict[str, Any]:
        """Every intermediate value of a decryption, for JSON (``spec/schemas/trace.json``); bytes are hexadecimal digits.

        It has the inputs of the key derivation, what the header tag and each frame's tag authenticate, the IVs, and the digest and numbers
        of the signature. ``compat`` does not apply.

        Args:
            source: the message; bytes, or a binary file that is read to its end.
            show_secrets: add the data key and what is derived from it; whoever has them can decrypt the message.
            partial: of a message that does not verify, give the values up to the check that fails.
            options: as for ``decrypt``.

        Raises:
            EsdkError: as ``decrypt``, unless ``partial``.
        """
        from esdkit.engine.intermediate import intermediate_values  # few programs need it

        arguments.check_names(options, DecryptOptions, "source", "show_secrets", "partial")
        data = arguments.source_bytes(source)
        settings = self._to_decrypt(options)
        with located(data):
            return intermediate_values(data, settings, show_secrets=show_secrets, partial=partial)

    # ---------------------------------------------------------------- settings
    def _encryption(self, options: EncryptOptions, *others: str) -> Encryption:
        """New, for this call and a next one with the same options. ``others``: the operation's own arguments."""
        arguments.check_names(options, EncryptOptions, *others)
        return self._reused_encryption.keep(options, lambda kept: Encryption(self._to_encrypt(kept)))

    def _decryption(self, options: DecryptOptions, *others: str) -> Decryption:
        """The same to decrypt."""
        arguments.check_names(options, DecryptOptions, *others)
        return self._reused_decryption.keep(options, lambda kept: Decryption(self._to_decrypt(kept)))

    def _to_encrypt(self, options: Mapping[str, Any]) -> EncryptSettings:
        return EncryptSettings(
            cmm=_cmm(options),
            policy=self._policy,
            suite=arguments.suite_of(options.get("algorithm")),
            encryption_context=arguments.context(options.get("encryption_context")),
            frame_length=arguments.frame_length(options.get("frame_length", CONSTANTS.default_frame_length)),
            max_encrypted_data_keys=self._limits.max_encrypted_data_keys,
            max_plaintext_length=arguments.limit("max_plaintext_length", options.get("max_plaintext_length"), 0),
            random=self._random,
        )

    def _to_decrypt(self, options: Mapping[str, Any]) -> DecryptSettings:
        return DecryptSettings(
            cmm=_cmm(options, options.get("data_key")),
            policy=self._policy,
            limits=self._limits,
            encryption_context=arguments.context(options.get("encryption_context")),
            max_body_length=arguments.limit("max_body_length", options.get("max_body_length"), 0),
            compat=self._compat,
            signed_streaming=self._signed_streaming,
        )


def _cmm(options: Mapping[str, Any], data_key: bytes | None = None) -> Cmm:
    return arguments.one_cmm(options.get("keyring"), options.get("cmm"), options.get("materials_manager"), data_key)


def encrypt(*, source: Source, **options: Unpack[EncryptOptions]) -> tuple[bytes, Header]:
    """Encrypt a whole plaintext, with the default policy and limits.

    Args:
        source: the plaintext; bytes, or a binary file that is read to its end.
        options: ``keyring``, ``cmm``, ``encryption_context``, ``algorithm``, ``frame_length``, ``max_plaintext_length``: see
            ``Client.encrypt``.

    Returns:
        The message and its header.

    Raises:
        EsdkError: as ``Client.encrypt``.
    """
    return Client().encrypt(source=source, **options)


def decrypt(*, source: Source, **options: Unpack[DecryptOptions]) -> tuple[bytes, Header]:
    """Decrypt a whole message, with the default policy and limits. Nothing is returned before everything has been verified.

    Args:
        source: the message; bytes, or a binary file that is read to its end.
        options: ``keyring``, ``cmm``, ``data_key``, ``encryption_context``, ``max_body_length``: see ``Client.decrypt``.

    Returns:
        The plaintext and the header.

    Raises:
        EsdkError: as ``Client.decrypt``.
    """
    return Client().decrypt(source=source, **options)

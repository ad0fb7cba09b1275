"""What a keyring is, what it gets, and what it must return.

Strategy: materials are frozen; a keyring returns new ones and does not change those it gets. The context is copied once, into a read-only
view that all later materials share. Your own keyring needs the two methods of ``Keyring`` and nothing else; whoever calls a keyring checks
what it returns with ``check_encrypted`` or ``check_decrypted``, so that a broken keyring is named by a ``MaterialsError`` at once.
Invariants: a data key is a ``Secret`` of the suite's length or absent; encrypted data keys keep their order and their duplicates.
Not here: which suites are allowed, where the public key comes from (cmm). The module is long because materials, protocol and checks are one
contract.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from esdkit.crypto.rand import RandomSource, draw, system_random
from esdkit.crypto.secret import Secret
from esdkit.errors import Attempt, Code, DataKeyUnwrapError, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.message.aad import serialize_encryption_context, serialize_in_locale_order
from esdkit.message.model import EncryptedDataKey
from esdkit.message.template import WrappedKey
from esdkit.spec import CONSTANTS, LIMITS, Suite, error_codes, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey

__all__ = [
    "FILTER",
    "DecryptionMaterials",
    "EncryptionMaterials",
    "FreshKeys",
    "KeyMaker",
    "Keyring",
    "Refused",
    "Unwrapping",
    "Wrapping",
    "check_decrypted",
    "check_encrypted",
    "describe",
    "encode_name",
    "encode_namespace",
    "key_maker_of",
    "open_first",
    "require_key",
    "require_list",
    "require_no_data_key",
    "require_text",
    "require_texts",
    "shown_name",
    "some_data_key",
    "unwrap_failed",
    "unwrapping_of",
    "with_some_data_key",
    "wrapping_of",
]

FILTER = "filter"
"""The code of an attempt that a filter of discovery ended, see ``Attempt``."""

Wrapping = Callable[[bytes, bytes], tuple[WrappedKey, ...]]
"""Wraps a data key for a serialized context; see ``wrapping_of``."""

FreshKeys = tuple[bytes, tuple[WrappedKey, ...], "EllipticCurvePrivateKey | None", bytes]
"""What differs between the materials of messages with one suite and context: the plaintext data key, its wrapped copies, and for a suite
that signs the signing key and the public key as the context carries it; else None and no bytes."""

KeyMaker = Callable[[], FreshKeys]
"""Makes the keys of further messages; see ``key_maker_of``."""

Unwrapping = Callable[[Sequence[EncryptedDataKey], bytes], "DecryptionMaterials"]
"""Unwraps a data key of a message with this public key, as the context carries it, no bytes if it is not signed; see ``unwrapping_of``."""


class _OwnContext:
    """Copies a context that could change; a read-only view is one that was copied before."""

    __slots__ = ()
    encryption_context: Mapping[str, str]

    def __post_init__(self) -> None:
        context = self.encryption_context
        if type(context) is not MappingProxyType:
            object.__setattr__(self, "encryption_context", MappingProxyType(dict(context)))


@frozen(kw_only=True)
class EncryptionMaterials(_OwnContext):
    """What is needed to encrypt one message (framework/structures.md, encryption materials).

    Attributes:
        suite: the algorithm suite.
        encryption_context: the whole context, including required pairs and the public key.
        required_context_keys: keys of the context that are authenticated but not stored.
        data_key: the plaintext data key; None until a keyring generates it.
        encrypted_data_keys: the wrapped copies of the data key, in the order in which the header stores them.
        signing_key: the private key of a suite that signs, else None.
        random: the source of data keys and IVs.
    """

    suite: Suite
    encryption_context: Mapping[str, str]
    required_context_keys: frozenset[str] = frozenset()
    data_key: Secret | None = None
    encrypted_data_keys: tuple[EncryptedDataKey, ...] = ()
    signing_key: EllipticCurvePrivateKey | None = None
    random: RandomSource = system_random

    def with_data_key(self, data_key: bytes) -> EncryptionMaterials:
        """These materials with a plaintext data key.

        Args:
            data_key: the data key; as many bytes as the suite needs.

        Raises:
            MaterialsError: ``materials-invalid``: there are encrypted data keys already, which belong to another data key.
        """
        # Reqs: CMM-IFC-025
        if self.encrypted_data_keys and self.data_key is None:
            raise _orphans()
        return self._but(Secret(data_key), self.encrypted_data_keys)

    def with_encrypted_data_key(self, encrypted_data_key: EncryptedDataKey) -> EncryptionMaterials:
        """These materials with one more encrypted data key, after the others.

        Args:
            encrypted_data_key: the wrapped data key.
        """
        return self._but(self.data_key, (*self.encrypted_data_keys, encrypted_data_key))

    def with_wrapped(self, data_key: bytes, encrypted_data_keys: tuple[EncryptedDataKey, ...]) -> EncryptionMaterials:
        """These materials with their data key, new or not, and its wrapped copies after the others, in one step.

        Args:
            data_key: theirs if they have one; as many bytes as the suite needs.
            encrypted_data_keys: the wrapped copies.

        Raises:
            MaterialsError: as ``with_data_key``.
        """
        if self.data_key is None and self.encrypted_data_keys:
            raise _orphans()
        return self._but(self.data_key or Secret(data_key), self.encrypted_data_keys + encrypted_data_keys)

    def _but(self, data_key: Secret | None, encrypted_data_keys: tuple[EncryptedDataKey, ...]) -> EncryptionMaterials:
        """A copy with other keys; ``dataclasses.replace`` takes twice as long, and every message needs two."""
        return EncryptionMaterials(
            suite=self.suite,
            encryption_context=self.encryption_context,
            required_context_keys=self.required_context_keys,
            data_key=data_key,
            encrypted_data_keys=encrypted_data_keys,
            signing_key=self.signing_key,
            random=self.random,
        )


@frozen(kw_only=True)
class DecryptionMaterials(_OwnContext):
    """What is needed to decrypt one message (framework/structures.md, decryption materials).

    Attributes:
        suite: the algorithm suite.
        encryption_context: the whole context: stored pairs, and pairs that were given but are not stored.
        required_context_keys: the keys of the pairs that were given but are not stored.
        data_key: the plaintext data key; None until a keyring unwraps it.
        verification_key: the public key of a suite that signs, else None.
        js_locale: whether a data key may also be bound to the context in the order of JavaScript's ``localeCompare``.
    """

    suite: Suite
    encryption_context: Mapping[str, str]
    required_context_keys: frozenset[str] = frozenset()
    data_key: Secret | None = None
    verification_key: EllipticCurvePublicKey | None = None
    js_locale: bool = False

    @property
    def bound_contexts(self) -> tuple[bytes, ...]:
        """What a data key may be bound to, serialized, in the order in which it is tried.

        Raises:
            UsageError: ``invalid-argument``: the context is not text, or is too long.
        """
        # Reqs: CLI-CFG-012
        canonical = serialize_encryption_context(self.encryption_context)
        if not self.js_locale:
            return (canonical,)
        return tuple(dict.fromkeys((canonical, serialize_in_locale_order(self.encryption_context))))

    def with_data_key(self, data_key: bytes) -> DecryptionMaterials:
        """These materials with the plaintext data key.

        Args:
            data_key: the data key; as many bytes as the suite needs.
        """
        return self._but(Secret(data_key))

    def without_data_key(self) -> DecryptionMaterials:
        """These materials as a keyring gets them."""
        return self._but(None)

    def _but(self, data_key: Secret | None) -> DecryptionMaterials:
        return DecryptionMaterials(
            suite=self.suite,
            encryption_context=self.encryption_context,
            required_context_keys=self.required_context_keys,
            data_key=data_key,
            verification_key=self.verification_key,
            js_locale=self.js_locale,
        )


@runtime_checkable
class Keyring(Protocol):
    """Wraps and unwraps data keys (framework/keyring-interface.md). Any object with these two methods is one."""

    # Reqs: KEY-IFC-001, KEY-IFC-016

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Generate a data key if there is none, and wrap it.

        Args:
            materials: what is known so far.

        Returns:
            The materials with a data key and at least one more encrypted data key.

        Raises:
            KeyringError: the keyring cannot generate or wrap the data key.
        """
        ...

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Unwrap the first encrypted data key that belongs to this keyring and can be unwrapped.

        Args:
            materials: what is known so far, without a data key.
            encrypted_data_keys: those of the message, in their order.

        Returns:
            The materials with the data key.

        Raises:
            DataKeyUnwrapError: none could be unwrapped; ``attempts`` says why for each. Any other error ends the operation.
        """
        ...


class Refused(Exception):
    """Why a built-in keyring did not unwrap one encrypted data key. It never leaves the keyrings.

    Attributes:
        reason: one line, without secrets.
        tried: whether the wrapping key was used.
        hint: what to do about it.
        code: see ``Attempt``.
    """

    def __init__(self, reason: str, *, tried: bool = False, hint: str | None = None, code: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.tried = tried
        self.hint = hint
        self.code = code


def require_no_data_key(materials: DecryptionMaterials) -> None:
    """Refuse to unwrap into materials that already have a data key.

    Raises:
        MaterialsError: ``materials-invalid``.
    """
    # Reqs: KEY-IFC-002, KEY-MUL-002
    if materials.data_key is not None:
        raise error_for(Code.MATERIALS_INVALID, "the decryption materials already have a data key")


def open_first(
    keyring: Keyring,
    materials: DecryptionMaterials,
    encrypted_data_keys: Sequence[EncryptedDataKey],
    open_data_key: Callable[[EncryptedDataKey], bytes],
) -> DecryptionMaterials:
    """Try the encrypted data keys in order until ``open_data_key`` returns a data key; what it refuses becomes an attempt.

    Raises:
        DataKeyUnwrapError: all were refused, or there are none.
    """
    # Reqs: KEY-IFC-003, KEY-IFC-004, KEY-IFC-005, KEY-IFC-006, KEY-IFC-018, KEY-IFC-019
    attempts: list[Attempt] = []
    for index, encrypted_data_key in enumerate(encrypted_data_keys):
        try:
            return materials.with_data_key(open_data_key(encrypted_data_key))
        except Refused as refused:
            name = attempts[0].keyring if attempts else repr(keyring)  # one text for all: there may be 65,535 of them
            attempts.append(Attempt(index, name, refused.reason, refused.tried, refused.hint, refused.code))
    raise unwrap_failed("no encrypted data key could be unwrapped", attempts)


def unwrap_failed(message: str, attempts: Sequence[Attempt]) -> DataKeyUnwrapError:
    """The error of a keyring that cannot give the data key, with the requirements of its code.

    Where a service kept a key from being used, or a filter, that is the cause, and what to do about it the hint.
    """
    row = error_codes()[Code.UNWRAP_FAILED]
    causes = [attempt for attempt in attempts if attempt.code is not None]
    if not causes:
        return DataKeyUnwrapError(message, attempts, reqs=row.requirements, hint=row.hint)
    first = min(causes, key=lambda attempt: (attempt.code == FILTER, attempt.tried))
    return DataKeyUnwrapError(f"{message}: {first.brief}", attempts, reqs=row.requirements, hint=first.hint or row.hint)


def wrapping_of(keyring: object, random: RandomSource) -> Wrapping | None:
    """How a keyring wraps data keys; None where each message has to ask it.

    Raw AES keyrings and what is made of them have the method ``wrapping``; a class derived from one may do something else.

    Args:
        keyring: the keyring.
        random: the source of IVs.
    """
    wrapping: Wrapping | None = _told(keyring, "wrapping", random)
    return wrapping


def key_maker_of(cmm: object, materials: EncryptionMaterials) -> KeyMaker | None:
    """How a CMM makes the keys of further messages with the same request; None where each message has to ask it.

    The default CMM and what is made of it have the method ``key_maker``; a class derived from one may do something else.

    Args:
        cmm: the CMM.
        materials: what it returned for the first message, checked.
    """
    key_maker: KeyMaker | None = _told(cmm, "key_maker", materials)
    return key_maker


def with_some_data_key(materials: EncryptionMaterials) -> tuple[EncryptionMaterials, bytes]:
    """The materials with a data key, a new one if they had none; and that data key."""
    data_key = some_data_key(materials)
    return materials if materials.data_key is not None else materials.with_data_key(data_key), data_key


def unwrapping_of(cmm: object, materials: DecryptionMaterials) -> Unwrapping | None:
    """How a CMM unwraps the data keys of further messages with the same suite, context (but for the public key) and arguments; None where
    each has to ask it.

    Args:
        cmm: the CMM.
        materials: what it returned for the first message, checked.
    """
    unwrapping: Unwrapping | None = _told(cmm, "unwrapping", materials)
    return unwrapping


def _told(asked: object, method: str, argument: object) -> Any:
    """What a method gives that a class of the package has itself, else None: a derived class may do something else, and what another's
    method means is not known."""
    kind = type(asked)
    return getattr(asked, method)(argument) if kind.__module__.partition(".")[0] == "esdkit" and method in vars(kind) else None


def some_data_key(materials: EncryptionMaterials) -> bytes:
    """The data key of the materials, a new one if they have none."""
    # Reqs: KEY-IFC-013, KEY-IFC-014
    if materials.data_key is not None:
        return materials.data_key.reveal()
    return draw(materials.random, materials.suite.data_key_length)


def require_key(what: str, key: object, lengths: Collection[int]) -> Secret:
    """A key that was given, as a secret.

    Args:
        what: the key's name in the error.
        key: what was given.
        lengths: those that it may have, in bytes.

    Raises:
        UsageError: ``invalid-key``: it is not bytes, or has the wrong length.
    """
    expected = " or ".join(", ".join(map(str, sorted(lengths))).rsplit(", ", 1))  # 16, 24 or 32
    if not isinstance(key, bytes):
        raise UsageError(Code.INVALID_KEY, f"the {what} must be {expected} bytes, not {type(key).__name__}")
    if len(key) not in lengths:
        from esdkit.crypto.key_material import key_refused  # few keys are wrong

        raise key_refused(f"wrong {what} length: got {len(key)} bytes, expected {expected}", key, lengths=lengths)
    return Secret(key)


def require_list(parameter: str, value: object, example: str) -> tuple[Any, ...]:
    """The items of a list that was given, once: it may be a generator.

    Args:
        parameter: the argument's name.
        value: what was given.
        example: an item, as code, for the advice.

    Raises:
        UsageError: ``invalid-argument``: a string or bytes, each of whose characters would be taken for an item; or not iterable.
    """
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | bytearray):
        return tuple(value)
    what = "a string" if isinstance(value, str) else type(value).__name__
    raise UsageError(Code.INVALID_ARGUMENT, f"{parameter} is {what}; pass a list: {parameter}=[{example}]")


def require_text(parameter: str, value: object, example: str) -> str:
    """A string that was given, and is not empty.

    Args:
        parameter: the argument's name.
        value: what was given.
        example: what it may be, for the advice.

    Raises:
        UsageError: ``invalid-argument``: not a string, or an empty one.
    """
    if isinstance(value, str) and value:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"{parameter} must be a string that is not empty, for example {example}")


def require_texts(parameter: str, value: object, example: str, *, empty: bool = False) -> tuple[str, ...]:
    """The items of a list of strings that was given.

    Args:
        parameter: the argument's name.
        value: what was given.
        example: an item, as code, for the advice.
        empty: whether a string may be empty.

    Raises:
        UsageError: ``invalid-argument``: not a list, or an item is not a string.
    """
    items = require_list(parameter, value, example)
    for item in items:
        if not isinstance(item, str) or not (item or empty):
            found = "an empty string" if item == "" else type(item).__name__
            raise UsageError(Code.INVALID_ARGUMENT, f"{parameter} must be a list of strings, but it contains {found}")
    return items


def encode_namespace(namespace: str) -> bytes:
    """A raw keyring's namespace as provider id.

    Raises:
        UsageError: ``invalid-argument``: not text, too long, or reserved for AWS KMS.
    """
    # Reqs: KEY-IFC-007, KEY-IFC-009, KEY-IFC-010
    encoded = _encode("namespace", namespace, "")
    if namespace.startswith(CONSTANTS.reserved_provider_prefix):
        raise UsageError(Code.INVALID_ARGUMENT, f"the namespace must not start with {CONSTANTS.reserved_provider_prefix}: it is reserved")
    return encoded


def encode_name(name: str | bytes) -> bytes:
    """A raw keyring's key name as provider information: text as UTF-8, bytes as they are.

    Raises:
        UsageError: ``invalid-argument``: neither text nor bytes, or too long.
    """
    # Reqs: KEY-IFC-008, KEY-IFC-010
    return _short_enough("name", name) if isinstance(name, bytes) else _encode("name", name, ", or bytes")


def shown_name(name: str | bytes) -> str:
    """A key name in quotes; in hexadecimal, without quotes, when it is not UTF-8."""
    return repr(name) if isinstance(name, str) else f"0x{name.hex()}"


def check_encrypted(before: EncryptionMaterials, after: object) -> EncryptionMaterials:
    """Check what a keyring's ``on_encrypt`` returned for ``before``.

    Raises:
        MaterialsError: ``materials-invalid``: the data key is missing, has the wrong length or was replaced, no encrypted data key was
            added, or something else was changed.
    """
    # Reqs: CMM-IFC-016, CMM-IFC-019, KEY-IFC-014, KEY-IFC-015
    if not isinstance(after, EncryptionMaterials):
        raise _broken(f"must return EncryptionMaterials, not {type(after).__name__}")
    _check_data_key(before.suite, after.data_key)
    if before.data_key is not None and after.data_key != before.data_key:
        raise _broken("replaced the data key")
    if not isinstance(after.encrypted_data_keys, tuple):
        raise _broken(f"returned encrypted data keys that are not a tuple, but {type(after.encrypted_data_keys).__name__}")
    kept = len(before.encrypted_data_keys)
    appended = after.encrypted_data_keys[kept:]
    if not appended or after.encrypted_data_keys[:kept] != before.encrypted_data_keys:
        raise _broken("did not append an encrypted data key")
    for encrypted_data_key in appended:
        if not isinstance(encrypted_data_key, EncryptedDataKey):
            raise _broken("appended something that is not an EncryptedDataKey")
    if before.signing_key != after.signing_key:
        raise _changed()
    _check_fixed(before, after)
    return after


def check_decrypted(before: DecryptionMaterials, after: object) -> DecryptionMaterials:
    """Check what a keyring's ``on_decrypt`` returned for ``before``.

    Raises:
        MaterialsError: ``materials-invalid``: the data key is missing or has the wrong length, or something else was changed.
    """
    # Reqs: CMM-IFC-008, CMM-IFC-019, KEY-IFC-020
    if not isinstance(after, DecryptionMaterials):
        raise _broken(f"must return DecryptionMaterials, not {type(after).__name__}")
    _check_data_key(before.suite, after.data_key)
    if before.verification_key != after.verification_key:
        raise _changed()
    _check_fixed(before, after)
    return after


def describe(keyring: Keyring | None) -> str:
    """A keyring's description for people. Of a keyring that is not built in only the type is shown, as its repr might show a key."""
    own = keyring is None or type(keyring).__module__.startswith(f"{__package__}.")
    return repr(keyring) if own else type(keyring).__name__


def _check_data_key(suite: Suite, data_key: object) -> None:
    if not isinstance(data_key, Secret):
        raise _broken("returned materials without a data key")
    if len(data_key) != suite.data_key_length:
        raise _broken(f"returned a data key of {len(data_key)} bytes, suite {suite} needs {suite.data_key_length}")


def _check_fixed(before: EncryptionMaterials | DecryptionMaterials, after: EncryptionMaterials | DecryptionMaterials) -> None:
    """Check what no keyring may change, in either direction. It is nearly always the same object, and to compare suites takes long."""
    for one, other in (
        (before.suite, after.suite),
        (before.encryption_context, after.encryption_context),
        (before.required_context_keys, after.required_context_keys),
    ):
        if one is not other and one != other:
            raise _changed()


def _changed() -> EsdkError:
    return _broken("changed something other than the data keys")


def _orphans() -> EsdkError:
    return error_for(Code.MATERIALS_INVALID, "the encryption materials have encrypted data keys without their data key")


def _broken(what: str) -> EsdkError:
    return error_for(Code.MATERIALS_INVALID, f"the keyring {what}")


def _encode(what: str, text: str, otherwise: str) -> bytes:
    try:
        encoded = text.encode("utf-8")
    except (AttributeError, UnicodeEncodeError):
        raise UsageError(Code.INVALID_ARGUMENT, f"the {what} must be text that UTF-8 can encode{otherwise}") from None
    return _short_enough(what, encoded)


def _short_enough(what: str, encoded: bytes) -> bytes:
    if len(encoded) > LIMITS["field_length"]:
        raise UsageError(Code.INVALID_ARGUMENT, f"the {what} has {len(encoded)} bytes, at most {LIMITS['field_length']} are allowed")
    return encoded

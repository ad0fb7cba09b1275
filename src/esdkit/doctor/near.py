"""What is nearly right about a key: a name that differs in case, an alias in place of an ARN, another region, a namespace that was cut.

Strategy: what an encrypted data key says about its wrapping key is compared with what a keyring was configured with, rule by rule; the
first that applies says it in words. Only kinds and names are compared, no key is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, Protocol, runtime_checkable

from esdkit.columns import capped, utf8_text
from esdkit.keyrings import Keyring, RawAesKeyring, RawRsaKeyring
from esdkit.message.arn import Arn, as_arn
from esdkit.message.providers import KmsKey, RawAesKey, WrappingKey
from esdkit.spec import CONSTANTS, Provider, providers

__all__ = ["Belonging", "belongs", "cut_namespace", "near_miss"]

Belonging = Literal["own", "other-name", "other-kind"]
_RawKeyring = RawAesKeyring | RawRsaKeyring
_RESERVED = CONSTANTS.reserved_provider_prefix.encode("ascii")


@runtime_checkable
class _OneKmsKey(Protocol):
    """A keyring of one KMS key."""

    @property
    def key_id(self) -> str: ...


def belongs(key: WrappingKey, keyring: Keyring) -> Belonging:
    """Whether a data key was wrapped by this keyring's key, by another of its kind, or by another kind of keyring."""
    if not any(_opens(row, key) for row in _kinds(keyring)):
        return "other-kind"
    if isinstance(keyring, _RawKeyring):
        same_kind = isinstance(keyring, RawAesKeyring) == isinstance(key, RawAesKey)
        return "own" if same_kind and (key.namespace, key.name) == (keyring.namespace, keyring.name) else "other-name"
    return "own" if isinstance(keyring, _OneKmsKey) and key.name == keyring.key_id else "other-name"


def _kinds(keyring: Keyring) -> Iterator[Provider]:
    """The kinds that the keyring writes: those of its module; none for a custom keyring."""
    module = type(keyring).__module__.removeprefix("esdkit.keyrings.")
    return (row for row in providers().values() if module in row.keyrings.values())


def _opens(row: Provider, key: WrappingKey) -> bool:
    """Whether a keyring of a kind may open a data key. Raw keyrings choose their ids, and the ECDH keyrings open each other's data keys."""
    if row.provider_id is None:
        return key.provider.provider_id is None and not key.provider_id.startswith(_RESERVED)
    return row == key.provider or (row.info != "text" and row.info == key.provider.info)


def near_miss(key: WrappingKey, keyring: Keyring) -> str | None:
    """What is nearly right, in one sentence; None when nothing is."""
    # Reqs: CLI-DOC-008
    if belongs(key, keyring) == "other-kind":
        return None
    if isinstance(keyring, _RawKeyring):
        return _near_raw(key, keyring)
    if isinstance(key, KmsKey) and isinstance(keyring, _OneKmsKey):
        return _near_kms(key.arn, keyring.key_id)
    return None


def cut_namespace(provider_id: bytes, keyring: Keyring) -> str | None:
    """The namespace that Python before 4.0.1 stored in place of this keyring's: as many of its bytes as it has characters.

    None when this is another provider id, when nothing was cut, or when the last character was cut in its middle (then the message breaks
    the format, and no reader takes it).
    """
    if not isinstance(keyring, _RawKeyring):
        return None
    whole = keyring.namespace.encode()
    cut = whole[: len(keyring.namespace)]
    return utf8_text(cut) if cut != whole and provider_id == cut else None


# ---------------------------------------------------------------- raw keyrings
def _near_raw(key: WrappingKey, keyring: _RawKeyring) -> str | None:
    cut = cut_namespace(key.provider_id, keyring)
    if cut is not None:
        return f"Python before 4.0.1 cut the namespace to {_quoted(cut)}: give that one to read it."
    namespace, name = key.namespace, key.name
    if namespace is None or name is None:
        return None
    same_namespace, same_name = namespace == keyring.namespace, name == keyring.name
    if same_namespace and same_name:
        return f"Namespace and name are right, but it was wrapped by a raw {'AES' if isinstance(key, RawAesKey) else 'RSA'} key."
    if (namespace, name) == (keyring.name, keyring.namespace):
        return "Namespace and name are swapped."
    if same_name:
        return _differs("namespace", namespace, keyring.namespace)
    if same_namespace:
        return _folds("name", name, keyring.name)
    both = _how((namespace, keyring.namespace), (name, keyring.name))
    return None if both is None else f"Only {both} of namespace and name differs: the message has {_quoted(namespace)} and {_quoted(name)}."


def _differs(what: str, stored: str, given: str) -> str:
    return _folds(what, stored, given) or f"Only the {what} differs: the message has {_quoted(stored)}."


def _folds(what: str, stored: str, given: str) -> str | None:
    """How two names differ that look the same to a person; None when they do not."""
    how = _how((stored, given))
    return None if how is None else f"Only {how} of the {what} differs: the message has {_quoted(stored)}."


def _how(*pairs: tuple[str, str]) -> str | None:
    return next((how for how, fold in _FOLDS if all(fold(stored) == fold(given) for stored, given in pairs)), None)


_FOLDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("the case", str.casefold),
    ("white space", lambda text: "".join(text.split())),
    ("punctuation", lambda text: "".join(character for character in text if character.isalnum()).casefold()),
)


# ---------------------------------------------------------------- AWS KMS
def _near_kms(arn: Arn | None, given: str) -> str | None:
    mine = as_arn(given)
    if arn is None:
        return "The message does not name the key by an ARN, so no KMS keyring accepts it."
    if mine is None:
        if given == arn.resource_id:
            return f"The key id is right; give the whole ARN: {arn}"
        return "An alias matches nothing on decrypt; give the ARN." if given.startswith("alias/") else None
    if not mine.is_key:
        return "An alias matches nothing on decrypt; give the ARN of the key."
    if str(arn).casefold().strip() == given.casefold().strip():
        return f"Only case or white space differs: the message has {_quoted(str(arn))}."
    if mine.resource_id != arn.resource_id:
        return None
    if mine.in_region(arn.region) == arn:
        replica = "; it is a multi-Region key: use the MRK-aware keyring" if arn.is_multi_region else ""
        return f"Only the region differs: the message has {arn.region}{replica}."
    return f"Only partition, region or account differs: the message has {arn}"


def _quoted(text: str) -> str:
    return repr(capped(text))

"""What is nearly right about a key: a name that differs in case, an alias in place of an ARN, another region, a namespace that was cut.

Strategy: what an encrypted data key stores is compared with what a keyring was configured with, rule by rule; the first that applies says
it in words. Only names are compared, no key is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, runtime_checkable

from esdkit.columns import capped, utf8_text
from esdkit.errors import UsageError
from esdkit.inspector.facts.parts import raw_aes_info
from esdkit.keyrings import Keyring, RawAesKeyring, RawRsaKeyring
from esdkit.message.arn import Arn, parse_arn
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import CONSTANTS

__all__ = ["Belonging", "belongs", "cut_namespace", "near_miss"]

Belonging = Literal["own", "other-name", "other-kind"]
_RawKeyring = RawAesKeyring | RawRsaKeyring
_KMS_ID = CONSTANTS.kms_provider_id.encode("ascii")
_RESERVED = CONSTANTS.reserved_provider_prefix.encode("ascii")


@runtime_checkable
class _KmsKey(Protocol):
    """A keyring of one KMS key."""

    @property
    def key_id(self) -> str: ...


def belongs(edk: EncryptedDataKey, keyring: Keyring) -> Belonging:
    """Whether an encrypted data key names this keyring's key, another of its kind, or is for another kind of keyring."""
    if isinstance(keyring, RawAesKeyring | RawRsaKeyring):
        if edk.provider_id.startswith(_RESERVED):
            return "other-kind"
        same = edk.provider_id == keyring.namespace.encode() and _raw_name(edk, keyring) == keyring.name
        return "own" if same else "other-name"
    if isinstance(keyring, _KmsKey):
        if edk.provider_id != _KMS_ID:
            return "other-kind"
        return "own" if utf8_text(edk.provider_info) == keyring.key_id else "other-name"
    return "other-name" if edk.provider_id.startswith(_RESERVED) else "other-kind"


def near_miss(edk: EncryptedDataKey, keyring: Keyring) -> str | None:
    """What is nearly right, in one sentence; None when nothing is."""
    # Reqs: CLI-DOC-008
    if isinstance(keyring, RawAesKeyring | RawRsaKeyring):
        return None if edk.provider_id.startswith(_RESERVED) else _near_raw(edk, keyring)
    if isinstance(keyring, _KmsKey) and edk.provider_id == _KMS_ID:
        return _near_kms(utf8_text(edk.provider_info) or "", keyring.key_id)
    return None


def cut_namespace(edk: EncryptedDataKey, keyring: Keyring) -> str | None:
    """The namespace that Python before 4.0.1 stored in place of this keyring's: as many of its bytes as it has characters.

    None when the encrypted data key has another, when nothing was cut, or when the last character was cut in its middle (then the
    message breaks the format, and no reader takes it).
    """
    if not isinstance(keyring, RawAesKeyring | RawRsaKeyring):
        return None
    whole = keyring.namespace.encode()
    cut = whole[: len(keyring.namespace)]
    return utf8_text(cut) if cut != whole and edk.provider_id == cut else None


# ---------------------------------------------------------------- raw keyrings
def _raw_name(edk: EncryptedDataKey, keyring: _RawKeyring) -> str | None:
    if isinstance(keyring, RawRsaKeyring):
        return utf8_text(edk.provider_info)
    info = raw_aes_info(edk.provider_info)
    return None if info is None else info.key_name


def _near_raw(edk: EncryptedDataKey, keyring: _RawKeyring) -> str | None:
    namespace, aes = utf8_text(edk.provider_id) or "", raw_aes_info(edk.provider_info)
    name = utf8_text(edk.provider_info) if aes is None else aes.key_name
    if cut_namespace(edk, keyring) is not None:
        return f"Python before 4.0.1 cut the namespace to {_quoted(namespace)}: give that one to read it."
    if name is None:
        return None
    same_namespace, same_name = namespace == keyring.namespace, name == keyring.name
    if same_namespace and same_name:
        kind = "RSA" if aes is None else "AES"
        return f"Namespace and name are right, but it was wrapped by a raw {kind} key."
    if (namespace, name) == (keyring.name, keyring.namespace):
        return "Namespace and name are exchanged."
    if same_name:
        return _differs("namespace", namespace, keyring.namespace)
    if same_namespace:
        return _folds("name", name, keyring.name)
    both = _how((namespace, keyring.namespace), (name, keyring.name))
    return None if both is None else f"Only {both} of namespace and name differs: the message has {_quoted(namespace)} and {_quoted(name)}."


def _differs(what: str, stored: str, given: str) -> str:
    return _folds(what, stored, given) or f"Only the {what} differs: the message has {_quoted(stored)}."


def _folds(what: str, stored: str, given: str) -> str | None:
    """How two names differ that are one to a human reader; None when they are two to anybody."""
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
def _near_kms(stored: str, given: str) -> str | None:
    arn, mine = _arn(stored), _arn(given)
    if arn is None:
        return "The message names the key by something that is no ARN, which no KMS keyring accepts."
    if mine is None:
        if given == arn.resource_id:
            return f"The key id is right; give the whole ARN: {arn}"
        return "An alias matches nothing on decrypt; give the ARN." if given.startswith("alias/") else None
    if not mine.is_key:
        return "An alias matches nothing on decrypt; give the ARN of the key."
    if stored.casefold().strip() == given.casefold().strip():
        return f"Only case or white space differs: the message has {_quoted(stored)}."
    if mine.resource_id != arn.resource_id:
        return None
    if mine.in_region(arn.region) == arn:
        replica = "; it is a multi-Region key: use the MRK-aware keyring" if arn.is_multi_region else ""
        return f"Only the region differs: the message has {arn.region}{replica}."
    return f"Only partition, region or account differ: the message has {arn}"


def _arn(text: str) -> Arn | None:
    try:
        return parse_arn(text)
    except UsageError:
        return None


def _quoted(text: str) -> str:
    return repr(capped(text))

"""What is known of new keys before they are used: how messages will name them, and how many requests to KMS a message takes.

Invariant: nobody is asked, so what only KMS or a key store knows is not known here, and is said to be so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from esdkit.cmm import CryptographicMaterialsManager
from esdkit.cmm.flatten import OneKmsKey, flatten_keyrings
from esdkit.keyrings import Keyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.keyrings.base import encode_name, encode_namespace
from esdkit.message.arn import as_arn
from esdkit.scan.facts import key_label
from esdkit.scan.plan import Entry

__all__ = ["asks_others", "new_keys", "requests"]

_KMS_KINDS = ("kms", "kms-rsa", "kms-ecdh")  # of data keys that KMS alone opens
_LOCAL = (RawAesKeyring, RawRsaKeyring, StaticDataKeyring)
_KMS_ROOM = "esdkit.keyrings.kms."


def new_keys(cmm: CryptographicMaterialsManager) -> frozenset[str] | None:
    """The ``key`` of each data key that a CMM writes, as rows have it; None when its keyrings do not tell."""
    keys = [_key(keyring) for keyring in flatten_keyrings(cmm)]
    known = frozenset(key for key in keys if key is not None)
    return known if keys and None not in keys else None


def _key(keyring: Keyring) -> str | None:
    if isinstance(keyring, RawAesKeyring | RawRsaKeyring):
        return key_label(encode_namespace(keyring.namespace), encode_name(keyring.name))
    arn = as_arn(keyring.key_id) if isinstance(keyring, OneKmsKey) else None
    return str(arn) if arn is not None and arn.is_key else None  # an alias is stored as the key that it means


def asks_others(*cmms: CryptographicMaterialsManager) -> bool:
    """Whether something is asked that ``requests`` does not count: a key store, or a keyring that is not ours."""
    keyrings = [flatten_keyrings(cmm) for cmm in cmms]
    return any(not some for some in keyrings) or any(
        not isinstance(each, _LOCAL) and not _is_kms(each) for some in keyrings for each in some
    )


def requests(entry: Entry, cmm: CryptographicMaterialsManager, new_cmm: CryptographicMaterialsManager) -> Counter[str]:
    """The requests to KMS that a message takes at most, by operation, if none fails: to open it, to write the new one, to read it back."""
    # Reqs: SCN-PLN-007
    written = flatten_keyrings(new_cmm)
    operations = [*_opening(entry, flatten_keyrings(cmm)), *_wrapping(written)]
    if written and _is_kms(written[0]):
        operations.append(_opens_with(written[0]))
    return Counter(operations)


def _opening(entry: Entry, keyrings: tuple[Keyring, ...]) -> Iterator[str]:
    """A keyring of a named key asks for the data keys under it, any other one for all."""
    keys = [key.key for key in entry.keys or () if key.kind in _KMS_KINDS]
    for keyring in filter(_is_kms, keyrings):
        named = _key(keyring)
        yield from [_opens_with(keyring)] * sum(named in (None, key) or _is_replica(named, key) for key in keys)


def _is_replica(named: str | None, key: str) -> bool:
    arn, other = as_arn(named), as_arn(key)
    return arn is not None and other is not None and arn.is_multi_region and arn.resource_id == other.resource_id


def _wrapping(keyrings: tuple[Keyring, ...]) -> Iterator[str]:
    for number, keyring in enumerate(keyrings):
        if _is_kms(keyring, "keyring"):
            yield "Encrypt" if number else "GenerateDataKey"
        elif _is_kms(keyring, "ecdh"):
            yield "DeriveSharedSecret"


def _opens_with(keyring: Keyring) -> str:
    return "DeriveSharedSecret" if _is_kms(keyring, "ecdh") else "Decrypt"


def _is_kms(keyring: Keyring, module: str = "") -> bool:
    return type(keyring).__module__.startswith(_KMS_ROOM + module)

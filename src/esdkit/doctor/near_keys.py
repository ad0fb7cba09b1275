"""What is nearly right about a key: a name that differs in case, an alias in place of an ARN, another region, a namespace that was cut.

Strategy: what an encrypted data key says about its wrapping key is compared with what a keyring was configured with, rule by rule; the
first that applies says it in words. Only kinds and names are compared, no key is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm
from esdkit.cmm.flatten import OneKmsKey
from esdkit.columns import utf8_text
from esdkit.doctor.names import common_difference, difference, hex_option, quoted
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring
from esdkit.message.arn import Arn, as_arn
from esdkit.message.model import EncryptedDataKey
from esdkit.message.providers import KmsKey, RawAesKey, WrappingKey
from esdkit.spec import Provider, providers

__all__ = ["Belonging", "belongs", "cut_namespace", "near_miss", "reading_cmm"]

Belonging = Literal["own", "other-name", "other-kind"]
_RawKeyring = RawAesKeyring | RawRsaKeyring


def belongs(key: WrappingKey, keyring: Keyring) -> Belonging:
    """Whether a data key was wrapped by this keyring's key, by another of its kind, or by another kind of keyring."""
    if not any(_opens(row, key) for row in _kinds(keyring)):
        return "other-kind"
    if isinstance(keyring, _RawKeyring):
        same_kind = isinstance(keyring, RawAesKeyring) == isinstance(key, RawAesKey)
        return "own" if same_kind and (key.namespace, key.name) == (keyring.namespace, keyring.name) else "other-name"
    return "own" if isinstance(keyring, OneKmsKey) and key.name == keyring.key_id else "other-name"


def _kinds(keyring: Keyring) -> Iterator[Provider]:
    """The kinds that the keyring writes: those of its module; none for a custom keyring."""
    module = type(keyring).__module__.removeprefix("esdkit.keyrings.")
    return (row for row in providers().values() if module in row.keyrings.values())


def _opens(row: Provider, key: WrappingKey) -> bool:
    """Whether a keyring of a kind may open a data key. Raw keyrings choose their ids, and the ECDH keyrings open each other's data keys."""
    if row.provider_id is None:
        return key.has_own_namespace
    return row == key.provider or (row.info != "text" and row.info == key.provider.info)


def near_miss(key: WrappingKey, keyring: Keyring) -> str | None:
    """What is nearly right, in one sentence; None when nothing is."""
    # Reqs: CLI-DOC-008
    if belongs(key, keyring) == "other-kind":
        return None
    if isinstance(keyring, _RawKeyring):
        return _near_raw(key, keyring)
    if isinstance(key, KmsKey) and isinstance(keyring, OneKmsKey):
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


def reading_cmm(keyrings: Sequence[Keyring], encrypted_data_keys: Sequence[EncryptedDataKey]) -> CryptographicMaterialsManager:
    """A CMM over keyrings, and over the same keys under the namespaces that were cut, where some were."""
    renamed = [
        keyring.renamed(cut, keyring.name)
        for keyring in keyrings
        for cut in dict.fromkeys(cut_namespace(edk.provider_id, keyring) for edk in encrypted_data_keys)
        if cut is not None and isinstance(keyring, _RawKeyring)
    ]
    return DefaultCmm(MultiKeyring(children=[*renamed, *keyrings]))


# ---------------------------------------------------------------- raw keyrings
def _near_raw(key: WrappingKey, keyring: _RawKeyring) -> str | None:
    namespace, name = key.namespace, key.name
    cut = cut_namespace(key.provider_id, keyring)
    if cut is not None:
        return f"Python before 4.0.1 cut the namespace to {quoted(cut)}: give that one to read it."
    if namespace is None:
        return None
    if (namespace, name) == (keyring.name, keyring.namespace) and namespace != name:
        return "Namespace and name are swapped."
    if isinstance(name, bytes) and isinstance(keyring.name, str) and keyring.name.removeprefix("0x").casefold() == name.hex():
        return f"The name is right, but not as text: it is not UTF-8. Give {hex_option(name)} or, in Python, bytes."
    return _near_names((namespace, keyring.namespace), (name, keyring.name), "AES" if isinstance(key, RawAesKey) else "RSA")


def _near_names(namespaces: tuple[str, str], names: tuple[str | bytes, str | bytes], kind: str) -> str | None:
    """How namespace and name differ, each as it is stored and as it was given."""
    same_namespace, same_name = (stored == given for stored, given in (namespaces, names))
    if same_namespace and same_name:
        return f"Namespace and name are right, but it was wrapped by a raw {kind} key."
    if same_name:
        return _only("namespace", *namespaces) or f"Only the namespace differs: the message has {quoted(namespaces[0])}."
    if same_namespace:
        return _only("name", *names)
    stored, given = names
    how = common_difference(namespaces, (stored, given)) if isinstance(stored, str) and isinstance(given, str) else None
    if how is None:
        return None
    return f"Only {how} of namespace and name differs: the message has {quoted(namespaces[0])} and {quoted(names[0])}."


def _only(what: str, stored: str | bytes, given: str | bytes) -> str | None:
    how = difference(stored, given)
    return None if how is None else f"Only {how} of the {what} differs: the message has {quoted(stored)}."


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
        return f"Only case or white space differs: the message has {quoted(str(arn))}."
    if mine.resource_id != arn.resource_id:
        return None
    if mine.in_region(arn.region) == arn:
        replica = f"; it is a multi-Region key: give --kms-mrk {given}" if arn.is_multi_region else ""
        return f"Only the region differs: the message has {arn.region}{replica}."
    return f"Only partition, region or account differs: the message has {arn}"

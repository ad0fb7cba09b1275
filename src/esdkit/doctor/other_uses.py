"""What else the bytes of a configured key may be: a right key under wrong names, with another padding, or given for the wrong purpose.

Strategy: the bytes stay, and the keyring around them is made again with what an encrypted data key says about itself. Only raw keys are
bytes; every other keyring has no other use. Nothing is opened here (trials), and ``decrypt`` never does any of this.
"""
# Reqs: CLI-DOC-025

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import text_or_bytes
from esdkit.doctor.names import difference, hex_option, quoted
from esdkit.doctor.outcomes import OtherOutcome
from esdkit.errors import UsageError
from esdkit.frozen import frozen
from esdkit.keyrings import Keyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.message.providers import RawAesKey, WrappingKey, wrapping_key
from esdkit.spec import CONSTANTS, DATA_KEY_LENGTHS

__all__ = ["OtherUse", "other_uses"]

_NOT_BY_DECRYPT = "Only doctor tries this; decrypt does not."


@frozen
class OtherUse:
    """Another use of a key's bytes.

    Attributes:
        outcome: what it is when it opens the data key.
        keyring: the bytes in this use.
        way: the use in words.
        hint: what must change when it opens the data key.
    """

    outcome: OtherOutcome
    keyring: Keyring
    way: str
    hint: str


def other_uses(keyring: Keyring, encrypted_data_key: EncryptedDataKey, index: int) -> Iterator[OtherUse]:
    """The other uses of a configured key for the data key at a position of the message's list."""
    key = wrapping_key(encrypted_data_key)
    if isinstance(keyring, RawRsaKeyring) and keyring.has_private_key:
        yield from _of_rsa(keyring, key, text_or_bytes(encrypted_data_key.provider_info), index)
    elif isinstance(keyring, RawAesKeyring):
        yield from _of_aes(keyring, key, index)
    elif isinstance(keyring, StaticDataKeyring) and isinstance(key, RawAesKey):
        yield from _of_data_key(keyring, key, index)


def _of_rsa(keyring: RawRsaKeyring, key: WrappingKey, name: str | bytes, index: int) -> Iterator[OtherUse]:
    namespace = key.namespace
    if not key.has_own_namespace or isinstance(key, RawAesKey) or namespace is None:
        return
    names = _changes(("namespace", namespace, keyring.namespace), ("name", name, keyring.name))
    way = "under the message's names with any padding" if names else "with any other padding"
    for padding in sorted(CONSTANTS.raw_rsa_paddings, key=lambda padding: padding != keyring.padding):
        changes = names if padding == keyring.padding else [*names, f"padding {padding} (not {keyring.padding})"]
        if not changes:
            continue
        try:
            other = keyring.renamed(namespace, name).with_padding(padding)
        except UsageError:  # the key is too small for this padding
            continue
        yield OtherUse("opens-renamed" if names else "other-padding", other, way, _change(index, changes))


def _of_aes(keyring: RawAesKeyring, key: WrappingKey, index: int) -> Iterator[OtherUse]:
    if isinstance(key, RawAesKey) and key.namespace is not None:
        changes = _changes(("namespace", key.namespace, keyring.namespace), ("name", key.name, keyring.name))
        if changes:
            other = keyring.renamed(key.namespace, key.name)
            yield OtherUse("opens-renamed", other, "under the message's names", _change(index, changes))
    if len(keyring.wrapping_key) in DATA_KEY_LENGTHS:
        hint = f"These bytes are the message's data key itself, not a wrapping key: give them with --data-key. {_NOT_BY_DECRYPT}"
        yield OtherUse("is-data-key", StaticDataKeyring(keyring.wrapping_key.reveal()), "as the data key itself", hint)


def _of_data_key(keyring: StaticDataKeyring, key: RawAesKey, index: int) -> Iterator[OtherUse]:
    if key.namespace is None:
        return
    hint = (
        f"These bytes are the wrapping key of data key [{index}], not the data key itself: give them with --aes, namespace"
        f" {quoted(key.namespace)} and {_typed_name(key.name)}. {_NOT_BY_DECRYPT}"
    )
    other = RawAesKeyring(key.namespace, key.name, keyring.data_key.reveal())
    yield OtherUse("is-wrapping-key", other, "as a wrapping key", hint)


def _typed_name(name: str | bytes) -> str:
    return hex_option(name) or f"name {quoted(name)}"


def _changes(*names: tuple[str, str | bytes, str | bytes]) -> list[str]:
    """What must change: of each name, what it is, as it is stored, and as it was given."""
    changes = []
    for what, stored, given in names:
        if stored != given:
            how = difference(stored, given)
            only = "" if how is None else f"; only {how} differs"
            option = hex_option(stored) if what == "name" else None
            typed = "" if option is None else f"; write it as {option}"
            changes.append(f"{what} {quoted(stored)} (not {quoted(given)}{only}{typed})")
    return changes


def _change(index: int, changes: list[str]) -> str:
    return f"These bytes open data key [{index}] with {', '.join(changes)}: put that into your keyring. {_NOT_BY_DECRYPT}"

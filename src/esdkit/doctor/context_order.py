"""The order of the encryption context under which a raw AES key opens a data key, where it is not that of the bytes (decision DEC-G05).

Strategy: AES-GCM says whether an order is right, so orders are tried: that of JavaScript's ``localeCompare``, the stored one, then all
others if there are few enough of them. Whoever asks must check the data key on the header.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import NamedTuple

from esdkit.doctor.names import quoted
from esdkit.engine.compat import JS_LOCALE
from esdkit.keyrings import RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, Refused
from esdkit.message.aad import serialize_pairs
from esdkit.message.locale_order import locale_key
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import LIMITS

__all__ = ["MAX_PAIRS", "OpeningOrder", "opening_order"]

MAX_PAIRS = LIMITS["doctor_context_pairs"]
"""Pairs of a context all of whose orders are tried."""

_WRITER = "Its writer must sort by bytes (in the SDK for JavaScript: utf8Sorting: true in the keyring)."


class OpeningOrder(NamedTuple):
    """An order that opens a data key.

    Attributes:
        data_key: what it gives.
        keys: the keys of the context in this order.
        by_locale: whether it is that of ``localeCompare``.
    """

    data_key: bytes
    keys: tuple[str, ...]
    by_locale: bool

    def hint(self, index: int) -> str:
        """Whose message it is, and what to do. ``index``: of the data key."""
        if self.by_locale:
            return (
                f"Read it with --compat {JS_LOCALE}: data key [{index}] is bound to the encryption context in the order of JavaScript's"
                " localeCompare. The SDK for JavaScript does so by default. esdkit rekey with that switch makes a message that everybody"
                f" reads. {_WRITER}"
            )
        order = ", ".join(map(quoted, self.keys[:MAX_PAIRS]))
        return (
            f"Data key [{index}] is bound to the encryption context in the order {order}: neither that of the bytes nor that of"
            " localeCompare as far as esdkit knows it. Perhaps the SDK for JavaScript wrote it under another locale, which is a guess."
            f" Only doctor tries this; decrypt does not. {_WRITER}"
        )


def opening_order(
    keyring: RawAesKeyring, encrypted_data_key: EncryptedDataKey, materials: DecryptionMaterials, *, search: bool
) -> OpeningOrder | None:
    """The first order that opens a data key; None when none of those that were tried does.

    Args:
        keyring: has the right names, and does not open it in the order of the bytes.
        encrypted_data_key: the wrapped data key.
        materials: of the message.
        search: whether to try every order of at most ``MAX_PAIRS`` pairs.
    """
    # Reqs: CLI-DOC-030
    context = materials.encryption_context
    by_locale = tuple(sorted(context, key=locale_key))
    for keys in _orders(context, by_locale, search=search):
        aad = serialize_pairs([(key.encode("utf-8"), context[key].encode("utf-8")) for key in keys])
        try:
            data_key = keyring.unwrap(encrypted_data_key, [aad], materials.suite.data_key_length)
        except Refused:
            continue
        return OpeningOrder(data_key, keys, keys == by_locale)
    return None


def _orders(context: Mapping[str, str], by_locale: tuple[str, ...], *, search: bool) -> Iterator[tuple[str, ...]]:
    # Reqs: CLI-DOC-030
    yield by_locale
    yield tuple(context)
    if search and len(context) <= MAX_PAIRS:
        yield from permutations(context)

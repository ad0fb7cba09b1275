"""From the data key to the keys of one message: HKDF (RFC 5869) over the standard library's hashes, or the data key itself.

Strategy: extract once; committing suites expand the same pseudorandom key twice, once per label. HMAC is two calls of the hash, over a key
padded once for both labels: OpenSSL looks up the hash of an HMAC by its name in every call, and small messages spend a third of their time
here.
Invariants: the data key has the suite's length and is never cut or padded; a derived key is never longer than one block of the hash.
Not here: comparing commit keys (engine), and which suite is allowed (cmm).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

from esdkit.crypto.secret import Secret
from esdkit.errors import Code, MaterialsError
from esdkit.spec import CONSTANTS, SUITES, Suite

__all__ = ["Derivation", "DerivedKeys", "derivation", "derive", "derive_content_key_net_4_0_0", "derive_keys", "extract"]

_ONE_BLOCK = b"\x01"  # the only one of an expansion: every suite's keys are at most as long as its hash (a test holds this for the table)
_INNER, _OUTER = b"\x36", b"\x5c"  # HMAC's pads
_TO_INNER, _TO_OUTER = (bytes([byte ^ pad[0] for byte in range(256)]) for pad in (_INNER, _OUTER))
_NewHash = Callable[[bytes], "hashlib._Hash"]  # noqa: SLF001  # the type that typeshed has
_HASHES: Mapping[str, tuple[_NewHash, int]] = {
    name: (getattr(hashlib, name), hashlib.new(name).block_size) for suite in SUITES.values() if (name := suite.kdf_hash)
}
_ZERO_SALTS = {name: bytes(hashlib.new(name).digest_size) for name in _HASHES}
_SUITE_IDS = {number: number.to_bytes(2, "big") for number in SUITES}
_CONTENT_KEY_INFOS = {number: suite_id + CONSTANTS.derive_key_label for number, suite_id in _SUITE_IDS.items()}  # of those that commit


class DerivedKeys(NamedTuple):
    """What the key derivation gives.

    Attributes:
        content_key: encrypts header tag and body; ``suite.key_length`` bytes.
        commit_key: the suite data of a committing suite, ``suite.suite_data_length`` bytes; it is public. None for other suites.
    """

    content_key: Secret
    commit_key: bytes | None


class Derivation(NamedTuple):
    """What goes into the HKDF of one message, besides the data key.

    Attributes:
        hash: of hashlib, for example ``sha512``.
        salt: of the extraction.
        content_key_info: of the expansion to the content key.
        commit_key_info: of the expansion to the commit key; None where the suite does not commit.
    """

    hash: str
    salt: bytes
    content_key_info: bytes
    commit_key_info: bytes | None


def derivation(suite: Suite, message_id: bytes) -> Derivation | None:
    """The inputs of a message's key derivation; None where the data key itself is the content key.

    Args:
        suite: decides the function, its hash, salt and info.
        message_id: the header's message id, whole.
    """
    # Reqs: KDF-IDN-001, KDF-HKDF-002, KDF-HKDF-003, KDF-HKDF-004, KDF-COM-001, KDF-COM-002, KDF-COM-003
    name = suite.kdf_hash
    if name is None:
        return None
    return Derivation(name, *_salt_and_infos(suite, name, message_id))


def _salt_and_infos(suite: Suite, hash_name: str, message_id: bytes) -> tuple[bytes, bytes, bytes | None]:
    if suite.commitment:
        return message_id, _CONTENT_KEY_INFOS[suite.id], CONSTANTS.commit_key_label
    return _ZERO_SALTS[hash_name], _SUITE_IDS[suite.id] + message_id, None


def derive_keys(suite: Suite, data_key: bytes, message_id: bytes) -> DerivedKeys:
    """Derive the keys of one message (framework/algorithm-suites.md, key derivation).

    Args:
        suite: decides the function, its hash, salt and info.
        data_key: the plaintext data key, ``suite.data_key_length`` bytes.
        message_id: the header's message id, whole.

    Raises:
        MaterialsError: ``materials-invalid``, the data key has the wrong length.
    """
    content_key, commit_key = derive(suite, data_key, message_id)
    return DerivedKeys(Secret(content_key), commit_key)


def derive(suite: Suite, data_key: bytes, message_id: bytes) -> tuple[bytes, bytes | None]:
    """What ``derive_keys`` gives, with the content key as bytes, for a cipher that is made at once. Arguments and errors as there."""
    # Reqs: KDF-IDN-001, KDF-IDN-002, KDF-HKDF-001, KDF-HKDF-002, KDF-HKDF-003, KDF-HKDF-004, KDF-HKDF-005, KDF-HKDF-006, KDF-HKDF-007
    # Reqs: KDF-HKDF-008, KDF-HKDF-009, KDF-COM-001, KDF-COM-002, KDF-COM-003, KDF-COM-004, KDF-COM-005, KDF-COM-006
    if len(data_key) != suite.data_key_length:
        what = f"the data key has {len(data_key)} bytes, expected {suite.data_key_length} for suite {suite}"
        raise MaterialsError(Code.MATERIALS_INVALID, what)
    name = suite.kdf_hash
    if name is None:
        return data_key, None
    salt, content_key_info, commit_key_info = _salt_and_infos(suite, name, message_id)
    new, block = _HASHES[name]
    padded = _padded(extract(name, salt, data_key), block)
    content_key = _hmac(new, padded, content_key_info + _ONE_BLOCK)[: suite.key_length]
    if commit_key_info is None:
        return content_key, None
    return content_key, _hmac(new, padded, commit_key_info + _ONE_BLOCK)[: suite.suite_data_length]


def derive_content_key_net_4_0_0(suite: Suite, data_key: bytes, message_id: bytes) -> Secret:
    """The content key as version 4.0.0 of the SDK for .NET derived it (decision DEC-G01).

    That version left the message id out of the info of suites that derive without commitment; for all others it was right.

    Raises:
        MaterialsError: ``materials-invalid``, the data key has the wrong length.
    """
    # Reqs: KDF-NET-001
    return derive_keys(suite, data_key, message_id if suite.commitment else b"").content_key


def extract(hash_name: str, salt: bytes, data_key: bytes) -> bytes:
    """HKDF's extraction: the pseudorandom key, which is as secret as the data key."""
    new, block = _HASHES[hash_name]
    return _hmac(new, _padded(salt, block), data_key)


def _padded(key: bytes, block: int) -> tuple[bytes, bytes]:
    """The inner and the outer key of HMAC (RFC 2104) for a key that is no longer than a block of the hash."""
    return key.translate(_TO_INNER).ljust(block, _INNER), key.translate(_TO_OUTER).ljust(block, _OUTER)


def _hmac(new: _NewHash, padded: tuple[bytes, bytes], data: bytes) -> bytes:
    """HMAC under a padded key. The object of a hash is made quickly; a copy of one that has the key already costs as much."""
    inner, outer = padded
    return new(outer + new(inner + data).digest()).digest()

"""A message that opens under two data keys, to two plaintexts: what suites without key commitment allow whoever writes it.

Strategy: AES-GCM's tag is a polynomial over the authenticated blocks at a point that follows from the key, plus a mask that does too. One
block that is free is enough to make the tags under two keys equal: the message id for the frame, a block of a third data key's ciphertext
for the header. The suite derives nothing, so that the message id does not change the keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from esdkit.crypto.secret import Secret
from esdkit.forge import Draft
from esdkit.forge.mutate import spans
from esdkit.message import EncryptedDataKey, parse
from esdkit.message.aad import piece_aad
from vectors.generators import matrix
from vectors.generators.derive import Bases, Case, Derived, keyring
from vectors.generators.plain import PLAIN_LENGTH

__all__ = ["OTHER_KEY", "two_keys"]

OTHER_KEY = matrix.raw("aes-256-other")
"""The description of the second reader's key."""
_FREE_LENGTH = 31
"""Of the third data key's ciphertext: a block of 16 bytes fits, wherever it begins."""


def two_keys(bases: Bases) -> Iterator[Derived]:
    """The message for its first reader, and for one whose policy demands commitment."""
    case = Case("two-keys-first", bases["block"])
    data = _message(case)
    comment = "suite 0078 does not commit: the second data key opens the same bytes to another plaintext"
    ids, flags = "ALG-POL-005 KEY-AES-014", "commitment"
    yield case.accepted(data, comment, ids, length=PLAIN_LENGTH, flags=flags, commitment_policy=matrix.ANY)
    strict = Case("two-keys-refused", bases["block"])
    comment = "a message that two data keys open to two plaintexts, and a policy that demands commitment (DEC-G54)"
    ids = "ALG-POL-001 ALG-POL-008 CMM-DEF-005"
    yield strict.refused(
        data,
        "policy",
        "policy-violation",
        comment,
        ids,
        flags="policy commitment",
        twin="two-keys-first",
        commitment_policy=matrix.REQUIRE,
    )


def _message(case: Case) -> bytes:
    draft = case.draft(length=PLAIN_LENGTH, frame_length=64)
    first, second = draft.data_key.reveal(), case.seeded(len(draft.data_key), "second data key")
    other = case.wrap(draft.header.encryption_context, Secret(second), keyring(OTHER_KEY, case.base.keys), iv="other")
    free = EncryptedDataKey(b"free", b"", bytes(_FREE_LENGTH))
    draft = draft.with_header(encrypted_data_keys=(*draft.header.encrypted_data_keys, other, free))
    draft = _with_message_id(draft, _frame_block(draft, first, second))
    body = draft.header_body()
    at = -(-spans(draft.seal())["header.encrypted_data_keys[2].ciphertext"].start // 16) * 16
    block = _free_block(first, second, body, b"", at // 16, bytes(12))
    return draft.seal(header_body=body[:at] + block + body[at + 16 :])


def _with_message_id(draft: Draft, message_id: bytes) -> Draft:
    return draft.rekeyed(draft.data_key.reveal(), message_id, draft.header.encrypted_data_keys)


def _frame_block(draft: Draft, first: bytes, second: bytes) -> bytes:
    """The message id under which the frame's tag is the same for both keys."""
    (frame,) = parse(draft.seal()).body  # type: ignore[misc]  # a body of one frame, which the message id does not change
    zeros = _with_message_id(draft, bytes(len(draft.header.message_id)))
    aad = piece_aad(zeros.header, frame.sequence_number, len(frame.ciphertext), final=True)
    return _free_block(first, second, aad, frame.ciphertext, 0, frame.iv)


# --- AES-GCM's tag ---


def _free_block(first: bytes, second: bytes, aad: bytes, ciphertext: bytes, at: int, iv: bytes) -> bytes:
    """The block that makes both tags equal, in place of the zeros in block ``at`` of the authenticated bytes."""
    blocks = _blocks(aad, ciphertext)
    points = [int.from_bytes(_encrypted(key, bytes(16)), "big") for key in (first, second)]
    masks = [int.from_bytes(_encrypted(key, iv + b"\0\0\0\1"), "big") for key in (first, second)]
    sums = [_polynomial(point, blocks) for point in points]
    factors = [_power(point, len(blocks) - at) for point in points]
    wanted = sums[0] ^ sums[1] ^ masks[0] ^ masks[1]
    return _product(wanted, _power(factors[0] ^ factors[1], 2**128 - 2)).to_bytes(16, "big")


def _encrypted(key: bytes, block: bytes) -> bytes:
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # one block, as AES-GCM does
    return encryptor.update(block)


def _blocks(aad: bytes, ciphertext: bytes) -> Sequence[int]:
    padded = b"".join(part + bytes(-len(part) % 16) for part in (aad, ciphertext))
    lengths = (8 * len(aad)).to_bytes(8, "big") + (8 * len(ciphertext)).to_bytes(8, "big")
    whole = padded + lengths
    return [int.from_bytes(whole[at : at + 16], "big") for at in range(0, len(whole), 16)]


def _polynomial(point: int, blocks: Sequence[int]) -> int:
    found = 0
    for block in blocks:
        found = _product(found ^ block, point)
    return found


def _product(left: int, right: int) -> int:
    """In the field of AES-GCM, whose lowest bit is the first."""
    found = 0
    for bit in range(127, -1, -1):
        if right >> bit & 1:
            found ^= left
        left = left >> 1 ^ (0xE1 << 120 if left & 1 else 0)
    return found


def _power(base: int, exponent: int) -> int:
    found = 1 << 127
    while exponent:
        if exponent & 1:
            found = _product(found, base)
        base, exponent = _product(base, base), exponent >> 1
    return found

"""Why a message is never tagged again in place (docs/adr/0004-rekey.md): the proof.

The header tag is GMAC under the content key with an IV of zeros: ``tag = GHASH(header) + mask``, where GHASH evaluates a polynomial at the
secret authentication key and the mask depends on key and IV alone. Two headers under one data key and message id have one mask, so the
difference of their tags is a polynomial without it, and its root is the authentication key. With that, and the tag of a frame, another
frame can be tagged. Here all of this is done: everything behind ``two_messages`` sees two messages and no key.
"""

from __future__ import annotations

from dataclasses import replace
from math import gcd

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

import esdkit
from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import derive_keys
from esdkit.keyrings import RawAesKeyring, StaticDataKeyring
from esdkit.keyrings.base import EncryptionMaterials
from esdkit.message.aad import body_aad, context_pairs
from esdkit.message.header import build_header_body
from esdkit.message.model import Frame, Header, HeaderAuth, Message
from esdkit.spec import CONSTANTS

BLOCK = 16
ONE = 1 << 127  # GCM writes the coefficient of x^0 first
MODULUS = 0xE1 << 120  # x^128 + x^7 + x^2 + x + 1, reduced
ORDER = (1 << 128) - 1  # of the multiplicative group
PAID = b"pay 0001 to alice"
OTHER = {"writer": "the invoices of the demo"}
STOLEN = b"pay 9999 to mallo"


class Remembering(RawAesKeyring):
    """A keyring whose data key the writer of the second header knows, as someone who repairs a message does."""

    data_key: bytes

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        made = super().on_encrypt(materials)
        assert made.data_key is not None
        self.data_key = made.data_key.reveal()
        return made


def two_messages() -> tuple[bytes, bytes, bytes]:
    """A message, the same one with another context under a new header tag, and the data key for the readers at the end."""
    keyring = Remembering("demo", "k1", bytes(32))
    data, header = esdkit.Client().encrypt(source=PAID, keyring=keyring, encryption_context={"stage": "test", **OTHER}, algorithm="0478")
    keys = derive_keys(header.suite, keyring.data_key, header.message_id)
    changed = replace(header, context_pairs=context_pairs({"stage": "live", **OTHER}))
    _, tag = AesGcm(keys.content_key.reveal()).encrypt(bytes(header.suite.iv_length), build_header_body(changed), b"")
    again = esdkit.build(replace(esdkit.parse(data), header=changed.with_auth(HeaderAuth(b"", tag))))
    return data, again, keyring.data_key


def times(a: int, b: int) -> int:
    """The product in GF(2^128) as GCM writes it."""
    product = 0
    for bit in reversed(range(128)):
        if a >> bit & 1:
            product ^= b
        b = b >> 1 ^ (MODULUS if b & 1 else 0)
    return product


def power(base: int, exponent: int) -> int:
    result = ONE
    while exponent:
        if exponent & 1:
            result = times(result, base)
        base = times(base, base)
        exponent >>= 1
    return result


def number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def coefficients(aad: bytes, ciphertext: bytes = b"") -> list[int]:
    """The blocks that GHASH takes: both parts padded, then their lengths in bits. The last one stands at x^1."""
    padded = b"".join(part + bytes(-len(part) % BLOCK) for part in (aad, ciphertext))
    lengths = (len(aad) * 8).to_bytes(8, "big") + (len(ciphertext) * 8).to_bytes(8, "big")
    return [number((padded + lengths)[at : at + BLOCK]) for at in range(0, len(padded) + BLOCK, BLOCK)]


def ghash(key: int, blocks: list[int]) -> int:
    value = 0
    for block in blocks:
        value = times(value ^ block, key)
    return value


def authentication_key(first: Header, second: Header) -> int:
    """The root of the difference of two tags; the headers differ in one block, which leaves one term: difference * key^n."""
    blocks = [coefficients(build_header_body(header)) for header in (first, second)]
    [(place, difference)] = [(at, a ^ b) for at, (a, b) in enumerate(zip(*blocks, strict=True)) if a != b]
    exponent = len(blocks[0]) - place
    assert gcd(exponent, ORDER) == 1  # then there is one root; otherwise a few, to be tried in turn
    tags = number(first.auth.tag) ^ number(second.auth.tag)
    return power(times(tags, power(difference, ORDER - 1)), pow(exponent, -1, ORDER))


def forged(message: Message, key: int, plaintext: bytes, wanted: bytes) -> bytes:
    """The message with another plaintext in its final frame, from its own bytes and the authentication key."""
    assert isinstance(message.body, tuple)
    [frame] = message.body
    aad = body_aad(message.header.message_id, CONSTANTS.content_final_frame_string, frame.sequence_number, len(frame.ciphertext))
    mask = number(frame.tag) ^ ghash(key, coefficients(aad, frame.ciphertext))
    ciphertext = bytes(c ^ p ^ w for c, p, w in zip(frame.ciphertext, plaintext, wanted, strict=True))  # counter mode is an exclusive or
    tag = (ghash(key, coefficients(aad, ciphertext)) ^ mask).to_bytes(BLOCK, "big")
    return esdkit.build(replace(message, body=(Frame(frame.sequence_number, frame.iv, ciphertext, tag, final=True),)))


def test_ghash_of_the_test_is_that_of_the_cipher() -> None:
    key = bytes(range(32))
    authentication = number(Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(bytes(BLOCK)))  # that is how GCM makes it
    tags = [number(AesGcm(key).encrypt(bytes(12), aad, b"")[1]) for aad in (b"a" * 40, b"bc" * 16)]
    assert tags[0] ^ tags[1] == ghash(authentication, coefficients(b"a" * 40)) ^ ghash(authentication, coefficients(b"bc" * 16))


@pytest.mark.req("FMT-HAU-012", kind="negative")
def test_two_header_tags_under_one_data_key_give_a_forged_frame() -> None:
    first, second, data_key = two_messages()
    for data in (first, second):
        assert esdkit.decrypt(source=data, data_key=data_key)[0] == PAID
    one, two = esdkit.parse(first), esdkit.parse(second)
    key = authentication_key(one.header, two.header)
    for message in (one, two):
        forgery = forged(message, key, PAID, STOLEN)
        assert esdkit.decrypt(source=forgery, keyring=StaticDataKeyring(data_key))[0] == STOLEN

"""More toy readers with one mistake each; most take what is almost a message. A reader in another language, broken in 140 ways, had them.

``BUGS`` says of each what a finding names, as in ``planted_reader``.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, ClassVar

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.toy_reader import TAG, Header, Input, Json, Reader, Refusal, context_bytes, unwrapped

__all__ = ["BUGS"]

Pieces = Iterator[tuple[bytes, bool]]


# -------------------------------------------------------------------- around the message
class FromText(Reader):
    """Decodes a message that is base64 text."""

    def decrypt(self, message: bytes, keyring: Json, **options: Any) -> bytes | Iterator[bytes]:
        with suppress(ValueError):
            message = base64.b64decode(message, validate=True)
        return super().decrypt(message, keyring, **options)


class SkipsSpace(Reader):
    """Skips white space before the message."""

    def decrypt(self, message: bytes, keyring: Json, **options: Any) -> bytes | Iterator[bytes]:
        return super().decrypt(message.lstrip(), keyring, **options)


class AnyFooter(Reader):
    """Reads a footer after a message that is not signed."""

    def body(self, source: Input, header: Header, key: bytes) -> Pieces:
        yield from super().body(source, header, key)
        rest = source.data[source.at :]
        if header.suite.curve is None and len(rest) == 2 + int.from_bytes(rest[:2], "big"):
            source.take(len(rest))


class StripsPadding(Reader):
    """Strips the padding of a block cipher from the message."""

    def decrypt(self, message: bytes, keyring: Json, **options: Any) -> bytes | Iterator[bytes]:
        padding = message[-1:] * 16
        return super().decrypt(message.removesuffix(padding) if padding[:1] == b"\x10" else message, keyring, **options)


class MendsLineBreaks(Reader):
    """Takes the content for text."""

    def decrypt(self, message: bytes, keyring: Json, **options: Any) -> bytes | Iterator[bytes]:
        content = super().decrypt(message, keyring, **options)
        return content.replace(b"\r\n", b"\n") if isinstance(content, bytes) else content


# -------------------------------------------------------------------- header
class LowBits(Reader):
    """Ignores the highest bit of the content type."""

    def content_type(self, number: int) -> int:
        return number & 0x7F


class AnyIvLength(Reader):
    """Reads an IV of any length."""

    def iv_length(self, number: int) -> int:
        return number


class FirstOfEqualKeys(Reader):
    """Takes the first of equal context keys."""

    def pairs_of(self, section: bytes) -> list[tuple[bytes, bytes]]:
        pairs = replace(self, refuses_duplicate_keys=False)
        return [*dict(reversed(Reader.pairs_of(pairs, section))).items()][::-1]


class OrdersPairs(Reader):
    """Orders pairs by key and value together."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        pairs = sorted({**dict(header.pairs), **extra}.items(), key=b"".join)
        for data_key in header.data_keys:
            key = unwrapped(keyring, *data_key, context_bytes(pairs))
            if key is not None:
                return key
        raise Refusal("unwrap", "no key opens the message")


# -------------------------------------------------------------------- data keys
class KeepsDataKeys(Reader):
    """Keeps data keys by what they are encrypted to, whatever the context is."""

    kept: ClassVar[dict[bytes, bytes]] = {}

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        wrapped = b"".join(header.data_keys[0])
        if len(self.kept.get(wrapped, b"")) != header.suite.key_length:
            self.kept[wrapped] = super().data_key(header, keyring, extra)
        return self.kept[wrapped]


class ThreeTries(Reader):
    """Tries three data keys."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        own = [one for one in header.data_keys if one[0] == keyring["namespace"].encode()]
        return super().data_key(replace(header, data_keys=own[:3]), keyring, extra)


class EndsAtMalformedKey(Reader):
    """Tries no other data key once one of its name has a wrong length."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        for provider, info, wrapped in header.data_keys:
            if provider == keyring["namespace"].encode():
                if len(wrapped) < TAG or len(info) < 20:
                    raise Refusal("unwrap", "the data key is malformed")
                break
        return super().data_key(header, keyring, extra)


class EmptyKey(Reader):
    """Takes an empty data key for one of zeros."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        return super().data_key(header, keyring, extra) if header.data_keys[0][2] else bytes(header.suite.key_length)


# -------------------------------------------------------------------- body
class SpotChecks(Reader):
    """Checks the tags of the first frames, of every second one after them, and of the last."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        iv, number, length = place
        if final or number < 3 or number % 2 == 0:
            yield from super().piece(source, header, key, place, kind, final)
            return
        content = source.take(length + TAG)[:length]
        yield Cipher(algorithms.AES(key), modes.CTR(iv + (2).to_bytes(4, "big"))).decryptor().update(content), False


class FinalIn16Bits(Reader):
    """Compares the length of the final frame in 16 bits."""

    def final_fits(self, length: int, frame_length: int) -> bool:
        return length % 2**16 <= frame_length


class NotFull(Reader):
    """Refuses a final frame that is full."""

    def final_fits(self, length: int, frame_length: int) -> bool:
        return length < frame_length


# -------------------------------------------------------------------- signature
class LooseKey(Reader):
    """Reads any base64 of the public key."""

    def public_key(self, header: Header, stored: bytes) -> EllipticCurvePublicKey | None:
        text = b"".join(stored.translate(bytes.maketrans(b"-_", b"+/")).split()).rstrip(b"=")
        with suppress(ValueError):
            stored = base64.b64encode(base64.b64decode(text + b"=" * (-len(text) % 4)))
        return super().public_key(header, stored)


class LooseSignature(Reader):
    """Reads the numbers of a signature in any encoding."""

    def signature(self, source: Input, header: Header, public_key: EllipticCurvePublicKey | None) -> None:
        signed = source.data[: source.at]
        numbers = numbers_of(source.sized())
        encoded = encode_dss_signature(*numbers)
        other = Input(signed + len(encoded).to_bytes(2, "big") + encoded)
        other.at = len(signed)
        super().signature(other, header, public_key)


class Zeros(Reader):
    """Takes two zeros for the signature of anything."""

    def signature(self, source: Input, header: Header, public_key: EllipticCurvePublicKey | None) -> None:
        if source.data[source.at :] == bytes.fromhex("00083006020100020100"):
            source.take(10)
        else:
            super().signature(source, header, public_key)


class NothingToSign(Reader):
    """Does not check the signature of an empty plaintext."""

    def signature(self, source: Input, header: Header, public_key: EllipticCurvePublicKey | None) -> None:
        if source.data[source.at - TAG - 4 : source.at - TAG] == bytes(4):
            source.sized()
        else:
            super().signature(source, header, public_key)


class UsualLengths(Reader):
    """Refuses signatures of other lengths than usual."""

    def signature(self, source: Input, header: Header, public_key: EllipticCurvePublicKey | None) -> None:
        if int.from_bytes(source.data[source.at : source.at + 2], "big") not in (71, 103):
            raise Refusal("signature", "not the length of a signature")
        super().signature(source, header, public_key)


def numbers_of(signature: bytes) -> tuple[int, int]:
    """Two integers with lengths of one byte; what is around them is not read."""
    at = 3 if signature[1:2] == b"\x81" else 2
    found = []
    for _ in range(2):
        if signature[at : at + 1] != b"\x02":
            raise Refusal("signature", "not two integers")
        end = at + 2 + signature[at + 1]
        found.append(int.from_bytes(signature[at + 2 : end], "big"))
        at = end
    return found[0], found[1]


from_text = FromText()
skips_space = SkipsSpace()
any_footer = AnyFooter()
strips_padding = StripsPadding()
mends_line_breaks = MendsLineBreaks()
low_bits = LowBits()
any_iv_length = AnyIvLength()
first_of_equal_keys = FirstOfEqualKeys()
orders_pairs = OrdersPairs()
keeps_data_keys = KeepsDataKeys()
three_tries = ThreeTries()
ends_at_malformed_key = EndsAtMalformedKey()
empty_key = EmptyKey()
spot_checks = SpotChecks()
final_in_16_bits = FinalIn16Bits()
not_full = NotFull()
loose_key = LooseKey()
loose_signature = LooseSignature()
zeros = Zeros()
nothing_to_sign = NothingToSign()
usual_lengths = UsualLengths()
BUGS = {
    "from_text": "looks-like-base64",
    "skips_space": "unsupported-version",
    "any_footer": "trailing-data",
    "strips_padding": "trailing-data",
    "mends_line_breaks": "body.final_frame.ciphertext",
    "low_bits": "bad-content-type",
    "any_iv_length": "iv-length-mismatch",
    "first_of_equal_keys": "aad-duplicate-key",
    "orders_pairs": "header.encryption_context.key",
    "keeps_data_keys": "unwrap-failed",
    "three_tries": "header.encrypted_data_keys",
    "ends_at_malformed_key": "header.encrypted_data_keys",
    "empty_key": "unwrap-failed",
    "spot_checks": "body-tag-invalid",
    "final_in_16_bits": "final-too-long",
    "not_full": "body.final_frame.content_length",
    "loose_key": "public-key-malformed",
    "loose_signature": "signature-malformed",
    "zeros": "signature-malformed",
    "nothing_to_sign": "signature-invalid",
    "usual_lengths": "footer.signature",
}
"""What a finding of each names: the code of the rule that is broken, or the field of a valid message that is refused."""

"""More toy readers with one mistake each: first those that the suite of vectors must find, then twelve that nobody thought of before.

``BUGS`` says of each what a finding names: the error code of the rule that it breaks, or the field of a valid message that it refuses.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.toy_reader import SUITES, TAG, Header, Input, Json, Reader, Refusal, Suite, correct, opened

__all__ = ["BUGS", "RULES"]

Pieces = Iterator[tuple[bytes, bool]]


# -------------------------------------------------------------------- of the suite
class Early(Reader):
    """Gives what it has decrypted although a later check fails."""

    def body(self, source: Input, header: Header, key: bytes) -> Pieces:
        released = False
        try:
            for piece in super().body(source, header, key):
                yield piece
                released = True
        except Refusal:
            if not released:
                raise

    def signature(self, source: Input, header: Header, public_key: EllipticCurvePublicKey | None) -> None:
        with suppress(Refusal):
            super().signature(source, header, public_key)


class EarlyInPieces(Early):
    """Only when it decrypts in pieces."""

    def decrypt(self, message: bytes, keyring: Json, *, stream: int = 0, **options: Any) -> bytes | Iterator[bytes]:
        reader = released_early if stream else correct
        return reader.decrypt(message, keyring, stream=stream, **options)


class NoMessageId(Reader):
    """Derives the key without the message id."""

    def derive(self, header: Header, key: bytes) -> bytes:
        if header.suite.derivation is None or header.suite.commits:
            return super().derive(header, key)
        return HKDF(header.suite.derivation(), header.suite.key_length, None, header.id.to_bytes(2, "big")).derive(key)


class NumberUnread(Reader):
    """Takes IV and number of a frame from its place, whatever the frame says."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        iv, number, length = place
        return super().piece(source, header, key, (number.to_bytes(len(iv), "big"), number, length), kind, final)


class TwiceTheSameKey(Reader):
    """Takes the last of equal context keys."""

    def pairs_of(self, section: bytes) -> list[tuple[bytes, bytes]]:
        if not section:
            return []
        source = Input(section)
        count = source.number(2)
        pairs = [(source.sized(), source.sized()) for _ in range(count)]
        if len({key for key, _ in pairs}) < count:
            return pairs
        return super().pairs_of(section)


class AnyVersion(Reader):
    """Takes each suite in each version."""

    def suite_of(self, id_: int, version: int) -> Suite:
        return super().suite_of(id_, SUITES[id_].version if id_ in SUITES else version)


class LayoutOfSuite(AnyVersion):
    """Lays out the header as the suite's version has it."""

    def layout_of(self, suite: Suite, version: int) -> int:
        return suite.version


class CommitsInVersion2(AnyVersion):
    """Takes a commit key in version 2 alone, whatever the suite."""

    def suite_data_length(self, suite: Suite, version: int) -> int:
        return 32 if version == 2 else 0


class NoFinalFrame(Reader):
    """Takes the footer for the end of the body."""

    def body(self, source: Input, header: Header, key: bytes) -> Pieces:
        pieces = super().body(source, header, key)
        final = False
        while not final:
            rest = source.data[source.at :]
            if header.suite.curve is not None and len(rest) == 2 + int.from_bytes(rest[:2], "big"):
                return
            piece, final = next(pieces)
            yield piece, final


class Strips(Reader):
    """Drops line breaks after the message."""

    def decrypt(self, message: bytes, keyring: Json, **options: Any) -> bytes | Iterator[bytes]:
        return super().decrypt(message.rstrip(b"\r\n"), keyring, **options)


class CutsDataKey(Reader):
    """Takes the first bytes of a data key that is too long."""

    def fitting(self, key: bytes, length: int) -> bytes:
        return key[:length]


class FillsDataKey(Reader):
    """Puts zeros after a data key that is too short."""

    def fitting(self, key: bytes, length: int) -> bytes:
        return key.ljust(length, b"\0")


class FillsDataKeyInFront(Reader):
    """Puts zeros before a data key that is too short, as a number has them."""

    def fitting(self, key: bytes, length: int) -> bytes:
        return key.rjust(length, b"\0")


def composed(value: bytes) -> bytes:
    return unicodedata.normalize("NFC", value.decode()).encode()


class BindsComposed(Reader):
    """Normalizes the context that a data key is bound to."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        pairs = [(composed(key), composed(value)) for key, value in header.pairs]
        return super().data_key(replace(header, pairs=pairs), keyring, extra)


class ComparesComposed(Reader):
    """Normalizes the context before it compares it with what it was given."""

    def context(self, header: Header, given: Mapping[str, str], required: Sequence[str]) -> dict[bytes, bytes]:
        forms = {composed(part): part for pair in header.pairs for part in pair}
        stored = {key: forms.get(composed(key.encode()), key.encode()).decode() for key in [*given, *required]}
        same = {stored[key]: forms.get(composed(value.encode()), value.encode()).decode() for key, value in given.items()}
        return super().context(header, same, [stored[key] for key in required])


class Restarts(Reader):
    """Takes a frame of number 1 anywhere."""

    def number_fits(self, number: int, expected: int) -> bool:
        return number == 1 or super().number_fits(number, expected)


class AnyContentType(Reader):
    """Takes for framed whatever is not a block."""

    def content_type(self, number: int) -> int:
        return number if number == 1 else 2


class FramesOfZero(Reader):
    """Takes a frame length of 0 for none."""

    def frame_length_fits(self, framed: bool, length: int) -> bool:
        return length == 0 or super().frame_length_fits(framed, length)

    def final_fits(self, length: int, frame_length: int) -> bool:
        return frame_length == 0 or super().final_fits(length, frame_length)


class ReplacesNoText(Reader):
    """Puts U+FFFD for bytes that are not UTF-8."""

    def text(self, data: bytes) -> bytes:
        return data.decode(errors="replace").encode()


class NoDataKeys(Reader):
    """Goes on without a data key, with one of zeros, when the message has none."""

    def data_keys_fit(self, number: int) -> bool:
        return True

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        if header.data_keys:
            return super().data_key(header, keyring, extra)
        return bytes(keyring["key"]) if keyring["type"] == "data-key" else bytes(header.suite.key_length)


# -------------------------------------------------------------------- twelve more
class TagTail(Reader):
    """Compares the last 12 bytes of tags."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        iv, number, length = place
        content, tag = source.take(length), source.take(TAG)
        plaintext = Cipher(algorithms.AES(key), modes.CTR(iv + (2).to_bytes(4, "big"))).decryptor().update(content)
        aad = header.message_id + kind + number.to_bytes(4, "big") + length.to_bytes(8, "big")
        right = AESGCM(key).encrypt(iv, plaintext, aad)[-TAG:]
        yield opened("frames", key, iv, content + right[:4] + tag[4:], aad), final


class IvTail(Reader):
    """Takes the last 8 bytes of an IV."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        iv, number, length = place
        return super().piece(source, header, key, (bytes(4) + iv[4:], number, length), kind, final)


class BlockOf32Bits(Reader):
    """Keeps the length of a block in 32 bits."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        iv, number, length = place
        return super().piece(source, header, key, (iv, number, length % 2**32), kind, final)


class AnyKind(Reader):
    """Opens a final frame that was encrypted as a regular one."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        start = source.at
        try:
            return iter([*super().piece(source, header, key, place, kind, final)])
        except Refusal:
            source.at = start
            return super().piece(source, header, key, place, b"AWSKMSEncryptionClient Frame", final)


class FirstOfName(Reader):
    """Tries the first data key of its name and no other."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        own = [one for one in header.data_keys if keyring["type"] == "raw-aes" and one[0] == keyring["namespace"].encode()]
        return super().data_key(replace(header, data_keys=own[:1]), keyring, extra)


class UniqueWhen(Reader):
    """Takes context keys for equal that are not."""

    fold: Callable[[str], str]

    def pairs_of(self, section: bytes) -> list[tuple[bytes, bytes]]:
        pairs = super().pairs_of(section)
        if len({self.fold(key.decode()) for key, _ in pairs}) < len(pairs):
            raise Refusal("parse", "a key twice")
        return pairs


class FoldsCase(UniqueWhen):
    fold = staticmethod(str.casefold)


class Normalizes(UniqueWhen):
    fold = staticmethod(lambda key: unicodedata.normalize("NFC", key))


class CutsAtZero(Reader):
    """Ends a text at its first zero byte, as C does."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        pairs = [(key.split(b"\0")[0], value.split(b"\0")[0]) for key, value in header.pairs]
        return super().data_key(replace(header, pairs=pairs), keyring, extra)


class AsciiProviders(Reader):
    """Refuses provider ids beyond ASCII."""

    def header(self, source: Input, max_keys: int | None) -> Header:
        header = super().header(source, max_keys)
        if not all(provider.isascii() for provider, _, _ in header.data_keys):
            raise Refusal("parse", "not a provider id")
        return header


class SignedShort(Reader):
    """Keeps the length of contents in a signed number of 16 bits."""

    def piece(self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool) -> Pieces:
        if place[2] >= 2**15:
            raise Refusal("parse", "a negative length")
        return super().piece(source, header, key, place, kind, final)


class LooseInfo(Reader):
    """Does not read the lengths of tag and IV in the provider information."""

    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        lengths = bytes.fromhex("000000800000000c")
        keys = [(provider, info[:-20] + lengths + info[-12:], wrapped) for provider, info, wrapped in header.data_keys]
        return super().data_key(replace(header, data_keys=keys), keyring, extra)


class SkipsZeros(Reader):
    """Skips zero bytes before the message."""

    def decrypt(self, message: bytes, keyring: Json, **options: Any) -> bytes | Iterator[bytes]:
        return super().decrypt(message.lstrip(b"\0"), keyring, **options)


any_version = AnyVersion()
layout_of_suite = LayoutOfSuite()
commits_in_version_2 = CommitsInVersion2()
no_final_frame = NoFinalFrame()
strips = Strips()
cuts_data_key = CutsDataKey()
fills_data_key = FillsDataKey()
fills_data_key_in_front = FillsDataKeyInFront()
binds_composed = BindsComposed()
compares_composed = ComparesComposed()
restarts = Restarts()
any_content_type = AnyContentType()
frames_of_zero = FramesOfZero()
replaces_no_text = ReplacesNoText()
no_data_keys = NoDataKeys()
released_early = Early(refuses_trailing_bytes=False)
released_early_in_pieces = EarlyInPieces()
no_message_id = NoMessageId()
number_unread = NumberUnread(checks_sequence=False)
iv_of_place = NumberUnread()
twice_the_same_key = TwiceTheSameKey()
tag_tail = TagTail()
iv_tail = IvTail()
block_of_32_bits = BlockOf32Bits()
any_kind = AnyKind()
first_of_name = FirstOfName()
folds_case = FoldsCase()
normalizes = Normalizes()
cuts_at_zero = CutsAtZero()
ascii_providers = AsciiProviders()
signed_short = SignedShort()
loose_info = LooseInfo()
skips_zeros = SkipsZeros()
BUGS = {
    "any_version": "suite-version-mismatch",
    "layout_of_suite": "suite-version-mismatch",
    "commits_in_version_2": "suite-version-mismatch",
    "no_final_frame": "seq-out-of-order",
    "strips": "trailing-data",
    "cuts_data_key": "unwrap-failed",
    "fills_data_key": "unwrap-failed",
    "fills_data_key_in_front": "unwrap-failed",
    "binds_composed": "header.encryption_context.key",
    "restarts": "seq-out-of-order",
    "any_content_type": "bad-content-type",
    "frames_of_zero": "frame-length-vs-content-type",
    "replaces_no_text": "aad-bad-utf8",
    "no_data_keys": "edk-count-zero",
    "released_early": "signature-invalid",
    "released_early_in_pieces": "signature-invalid",
    "no_message_id": "header.algorithm_suite_id",
    "iv_of_place": "body-tag-invalid",
    "number_unread": "seq-out-of-order",
    "twice_the_same_key": "aad-duplicate-key",
    "tag_tail": "body-tag-invalid",
    "iv_tail": "body-tag-invalid",
    "block_of_32_bits": "truncated",
    "any_kind": "body-tag-invalid",
    "first_of_name": "header.encrypted_data_keys",
    "folds_case": "header.encryption_context.key",
    "normalizes": "header.encryption_context.key",
    "cuts_at_zero": "header.encryption_context.key",
    "ascii_providers": "header.encrypted_data_keys.count",
    "signed_short": "body.content_length",
    "loose_info": "unwrap-failed",
    "skips_zeros": "unsupported-version",
}
"""What a finding of each names: the code of the rule that is broken, or the field of a valid message that is refused."""
RULES = {
    "any_version": {"ALG-SUI-004"},
    "layout_of_suite": {"ALG-SUI-004"},
    "commits_in_version_2": {"ALG-SUI-004"},
    "no_final_frame": {"FMT-FRM-007"},
    "strips": {"CLI-DEC-031"},
    "cuts_data_key": {"KEY-IFC-020"},
    "fills_data_key": {"KEY-IFC-020"},
    "fills_data_key_in_front": {"KEY-IFC-020"},
    "binds_composed": {"FMT-AAD-010"},
    "compares_composed": {"CMM-IFC-004", "CMM-IFC-005", "CMM-REQ-003"},
    "restarts": {"FMT-FRM-005", "FMT-FRM-006"},
    "any_content_type": {"FMT-HDR-010"},
    "frames_of_zero": {"FMT-HDR-015"},
    "replaces_no_text": {"FMT-AAD-010", "FMT-EDK-004"},
    "no_data_keys": {"FMT-EDK-002"},
}
"""The requirements that the vectors name which each reader wrongly accepts: at least one of them each."""

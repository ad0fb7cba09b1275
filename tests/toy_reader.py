"""A small reader of the message format that shares no code with esdkit, and thirteen more with one classic bug each.

It knows all suites, raw AES and RSA keys, several keyrings, plaintext data keys, and context that is not stored. Each bug is a switch of
`Reader`; ``correct`` has none. ``python:tests.toy_reader:correct`` is its address as a program under test.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_pem_private_key

__all__ = ["BUGS", "Reader", "correct"]

Json = Mapping[str, Any]
PUBLIC_KEY = b"aws-crypto-public-key"
MAX_FRAME = 0xFFFFFFFF
TAG = 16


class Refusal(Exception):
    """The message is refused. ``stage``: where."""

    def __init__(self, stage: str, why: str) -> None:
        super().__init__(why)
        self.stage = stage


@dataclass(frozen=True)
class Suite:
    version: int
    key_length: int
    derivation: type[hashes.HashAlgorithm] | None = None
    curve: type[ec.EllipticCurve] | None = None
    digest: type[hashes.HashAlgorithm] = hashes.SHA256
    commits: bool = False


SUITES = {
    0x0014: Suite(1, 16),
    0x0046: Suite(1, 24),
    0x0078: Suite(1, 32),
    0x0114: Suite(1, 16, hashes.SHA256),
    0x0146: Suite(1, 24, hashes.SHA256),
    0x0178: Suite(1, 32, hashes.SHA256),
    0x0214: Suite(1, 16, hashes.SHA256, ec.SECP256R1),
    0x0346: Suite(1, 24, hashes.SHA384, ec.SECP384R1, hashes.SHA384),
    0x0378: Suite(1, 32, hashes.SHA384, ec.SECP384R1, hashes.SHA384),
    0x0478: Suite(2, 32, hashes.SHA512, commits=True),
    0x0578: Suite(2, 32, hashes.SHA512, ec.SECP384R1, hashes.SHA384, commits=True),
}
PADDINGS: Mapping[str, Callable[[], hashes.HashAlgorithm]] = {
    "oaep-sha1": hashes.SHA1,
    "oaep-sha256": hashes.SHA256,
    "oaep-sha384": hashes.SHA384,
    "oaep-sha512": hashes.SHA512,
}


class Input:
    """Bytes that are read from the front."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, length: int) -> bytes:
        part = self.data[self.at : self.at + length]
        if len(part) < length:
            raise Refusal("parse", "the message is cut")
        self.at += length
        return part

    def number(self, length: int) -> int:
        return int.from_bytes(self.take(length), "big")

    def sized(self) -> bytes:
        return self.take(self.number(2))


@dataclass
class Header:
    id: int
    suite: Suite
    message_id: bytes
    pairs: list[tuple[bytes, bytes]]
    data_keys: list[tuple[bytes, bytes, bytes]]
    framed: bool
    frame_length: int
    suite_data: bytes
    body: bytes = b""
    iv: bytes = b""
    tag: bytes = b""

    def serialize(self) -> bytes:
        """The header's body, from what was understood of it; a reader should use the bytes that it was given."""
        parts = [
            struct.pack(">B", self.suite.version),
            b"\x80" if self.suite.version == 1 else b"",
            struct.pack(">H", self.id),
            self.message_id,
        ]
        context = context_bytes(self.pairs)
        parts += [struct.pack(">H", len(context)), context, struct.pack(">H", len(self.data_keys))]
        parts += [struct.pack(">H", len(part)) + part for data_key in self.data_keys for part in data_key]
        parts += [
            bytes([2 if self.framed else 1]),
            bytes(4) + b"\x0c" if self.suite.version == 1 else b"",
            struct.pack(">I", self.frame_length),
        ]
        return b"".join([*parts, self.suite_data])


def context_bytes(pairs: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Pairs as they are authenticated; nothing for none."""
    if not pairs:
        return b""
    return struct.pack(">H", len(pairs)) + b"".join(struct.pack(">H", len(part)) + part for pair in pairs for part in pair)


@dataclass(frozen=True)
class Reader:
    """A reader; each switch is a bug."""

    checks_commitment: bool = True
    refuses_trailing_bytes: bool = True
    checks_sequence: bool = True
    authenticates_header: bool = True
    bounds_final_frame: bool = True
    needs_signature: bool = True
    keeps_data_key_order: bool = True
    verifies_frames_first: bool = True
    holds_final_frame: bool = True
    derives_with_message_id: bool = True
    reads_ivs: bool = True
    refuses_duplicate_keys: bool = True
    order: Callable[[bytes], Any] = field(default=lambda key: key)

    def describe(self) -> Json:
        return {"name": "toy reader", "version": "1", "keys": ["raw-aes", "raw-rsa", "multi", "data-key"]}

    def decrypt(
        self,
        message: bytes,
        keyring: Json,
        *,
        policy: str,
        max_encrypted_data_keys: int | None,
        context: Mapping[str, str],
        required: Sequence[str] = (),
        stream: int = 0,
    ) -> bytes | Iterator[bytes]:
        """The plaintext, or pieces of it as soon as they may be released."""
        pieces = self.pieces(Input(message), keyring, policy, max_encrypted_data_keys, context, required)
        return pieces if stream else b"".join(pieces)

    def pieces(
        self, source: Input, keyring: Json, policy: str, max_keys: int | None, context: Mapping[str, str], required: Sequence[str]
    ) -> Iterator[bytes]:
        header = self.header(source, max_keys)
        if policy == "REQUIRE_ENCRYPT_REQUIRE_DECRYPT" and not header.suite.commits:
            raise Refusal("policy", "the suite does not commit to its data key")
        extra = self.context(header, context, required)
        key = self.derive(header, self.data_key(header, keyring, extra))
        unstored = context_bytes(sorted((pair for pair in extra.items()), key=lambda pair: pair[0]))
        if self.authenticates_header:
            opened("header_tag", key, header.iv, header.tag, header.body + unstored)
        public_key = self.public_key(header, {**dict(header.pairs), **extra}.get(PUBLIC_KEY, b""))
        held = b""
        for piece, final in self.body(source, header, key):
            if final and header.suite.curve is not None and self.holds_final_frame:
                held += piece
            else:
                yield piece
        if header.suite.curve is not None:
            self.signature(source, header, public_key)
        yield held
        if self.refuses_trailing_bytes and source.at != len(source.data):
            raise Refusal("parse", "bytes follow the message")

    # ---------------------------------------------------------------- header
    def header(self, source: Input, max_keys: int | None) -> Header:
        version = source.number(1)
        if version not in (1, 2) or (version == 1 and source.number(1) != 0x80):
            raise Refusal("parse", "not a message")
        id_ = source.number(2)
        suite = self.suite_of(id_, version)
        version = self.layout_of(suite, version)
        message_id = source.take(16 if version == 1 else 32)
        pairs = self.pairs_of(source.sized())
        keys = source.number(2)
        if not self.data_keys_fit(keys):
            raise Refusal("parse", "no data keys")
        if max_keys is not None and keys > max_keys:
            raise Refusal("policy", "too many data keys")
        data_keys = [(self.text(source.sized()), source.sized(), source.sized()) for _ in range(keys)]
        content = self.content_type(source.number(1))
        if content not in (1, 2) or (version == 1 and source.number(4)):
            raise Refusal("parse", "a value that the format does not allow")
        iv_length = self.iv_length(source.number(1)) if version == 1 else 0
        length = source.number(4)
        if not self.frame_length_fits(content == 2, length):
            raise Refusal("parse", "the frame length does not fit the content type")
        header = Header(id_, suite, message_id, pairs, data_keys, content == 2, length, source.take(self.suite_data_length(suite, version)))
        header.body = source.data[: source.at]
        if not self.keeps_data_key_order:
            header.data_keys.sort()
            header.body = header.serialize()
        header.iv = source.take(iv_length) if version == 1 else bytes(12)
        header.tag = source.take(TAG)
        return header

    # ---------------------------------------------------------------- rules that a reader can get wrong
    def suite_of(self, id_: int, version: int) -> Suite:
        if id_ not in SUITES or SUITES[id_].version != version:
            raise Refusal("parse", "unknown suite")
        return SUITES[id_]

    def layout_of(self, suite: Suite, version: int) -> int:
        """The version whose fields the header has."""
        return version

    def suite_data_length(self, suite: Suite, version: int) -> int:
        return 32 if suite.commits else 0

    def text(self, data: bytes) -> bytes:
        """Bytes that must be UTF-8."""
        try:
            data.decode()
        except UnicodeDecodeError as error:
            raise Refusal("parse", "not UTF-8") from error
        return data

    def data_keys_fit(self, number: int) -> bool:
        return number > 0

    def content_type(self, number: int) -> int:
        return number

    def iv_length(self, number: int) -> int:
        """Of the header's IV."""
        if number != 12:
            raise Refusal("parse", "not the length of an IV")
        return number

    def frame_length_fits(self, framed: bool, length: int) -> bool:
        return framed == (length > 0)

    def final_fits(self, length: int, frame_length: int) -> bool:
        return length <= frame_length

    def number_fits(self, number: int, expected: int) -> bool:
        return number == expected

    def fitting(self, key: bytes, length: int) -> bytes:
        """The data key as it is used."""
        return key

    # ---------------------------------------------------------------- context
    def input_of_context(self, section: bytes) -> Input:
        return Input(section)

    def pairs_of(self, section: bytes) -> list[tuple[bytes, bytes]]:
        if not section:
            return []
        source = self.input_of_context(section)
        count = source.number(2)
        pairs = [(self.text(source.sized()), self.text(source.sized())) for _ in range(count)]
        if not count or source.at != len(section):
            raise Refusal("parse", "malformed encryption context")
        if self.refuses_duplicate_keys and len(dict(pairs)) != count:
            raise Refusal("parse", "a context key appears twice")
        return pairs

    def context(self, header: Header, given: Mapping[str, str], required: Sequence[str]) -> dict[bytes, bytes]:
        """The pairs that are authenticated and not stored."""
        stored = dict(header.pairs)
        if not set(required) <= set(given):
            raise Refusal("context", "a required pair is missing")
        pairs = {key.encode(): value.encode() for key, value in given.items()}
        if any(key in stored and stored[key] != value for key, value in pairs.items()):
            raise Refusal("context", "the encryption context differs")
        if header.suite.curve is not None and self.needs_signature and PUBLIC_KEY not in {**stored, **pairs}:
            raise Refusal("signature", "the public key is missing")
        if header.suite.curve is None and PUBLIC_KEY in stored:
            raise Refusal("signature", "a public key without a signature")
        return {key: value for key, value in pairs.items() if key not in stored}

    # ---------------------------------------------------------------- keys
    def data_key(self, header: Header, keyring: Json, extra: Mapping[bytes, bytes]) -> bytes:
        pairs = sorted({**dict(header.pairs), **extra}.items(), key=lambda pair: self.order(pair[0]))
        for one in flat(keyring):
            for provider, info, wrapped in header.data_keys:
                key = unwrapped(one, provider, info, wrapped, context_bytes(pairs))
                key = None if key is None else self.fitting(key, header.suite.key_length)
                if key is not None and len(key) == header.suite.key_length:
                    return key
        raise Refusal("unwrap", "no key opens the message")

    def derive(self, header: Header, key: bytes) -> bytes:
        suite = header.suite
        if suite.derivation is None:
            return key
        if not suite.commits:
            info = struct.pack(">H", header.id) + (header.message_id if self.derives_with_message_id else b"")
            return HKDF(suite.derivation(), suite.key_length, None, info).derive(key)
        if self.checks_commitment and expanded(key, header.message_id, b"COMMITKEY") != header.suite_data:
            raise Refusal("commitment", "the data key is not the one that was committed to")
        return expanded(key, header.message_id, struct.pack(">H", header.id) + b"DERIVEKEY")

    # ---------------------------------------------------------------- body
    def body(self, source: Input, header: Header, key: bytes) -> Iterator[tuple[bytes, bool]]:
        """Pieces of plaintext, and whether each is of the end of the body."""
        if not header.framed:
            place = (source.take(12), 1, source.number(8))
            yield from self.piece(source, header, key, place, b"AWSKMSEncryptionClient Single Block", True)
            return
        expected, final = 0, False
        while not final:
            expected += 1
            number = source.number(4)
            final = number == MAX_FRAME
            if final:
                number = source.number(4)
            if self.checks_sequence and not self.number_fits(number, expected):
                raise Refusal("parse", "a frame is out of order")
            iv = source.take(12)
            length = source.number(4) if final else header.frame_length
            if self.bounds_final_frame and not self.final_fits(length, header.frame_length):
                raise Refusal("parse", "the final frame is longer than the frame length")
            kind = b"AWSKMSEncryptionClient Final Frame" if final else b"AWSKMSEncryptionClient Frame"
            yield from self.piece(source, header, key, (iv, number, length), kind, final)

    def piece(
        self, source: Input, header: Header, key: bytes, place: tuple[bytes, int, int], kind: bytes, final: bool
    ) -> Iterator[tuple[bytes, bool]]:
        iv, number, length = place
        if not self.reads_ivs:
            iv = number.to_bytes(12, "big")
        data = source.take(length + TAG)
        if not self.verifies_frames_first:
            cipher = Cipher(AES(key), CTR(iv + struct.pack(">I", 2))).decryptor()
            yield cipher.update(data[:-TAG]), final
        aad = header.message_id + kind + struct.pack(">IQ", number, length)
        plaintext = opened("frames", key, iv, data, aad)
        if self.verifies_frames_first:
            yield plaintext, final

    def public_key(self, header: Header, stored: bytes) -> ec.EllipticCurvePublicKey | None:
        if header.suite.curve is None or not self.needs_signature:
            return None
        try:
            point = base64.b64decode(stored, validate=True)
            if base64.b64encode(point) != stored or point[:1] not in (b"\x02", b"\x03"):
                raise ValueError("not a compressed point")
            return ec.EllipticCurvePublicKey.from_encoded_point(header.suite.curve(), point)
        except ValueError as error:
            raise Refusal("signature", "the public key is malformed") from error

    def signature(self, source: Input, header: Header, public_key: ec.EllipticCurvePublicKey | None) -> None:
        signed = source.data[: source.at]
        if not self.needs_signature and source.at == len(source.data):
            return
        signature = source.sized()
        if public_key is None:
            return
        try:
            public_key.verify(signature, signed, ec.ECDSA(header.suite.digest()))
        except InvalidSignature as error:
            raise Refusal("signature", "the signature is not valid") from error


def expanded(key: bytes, salt: bytes, info: bytes) -> bytes:
    """One of the keys that a data key of a committing suite gives."""
    return HKDF(hashes.SHA512(), 32, salt, info).derive(key)


def opened(stage: str, key: bytes, iv: bytes, data: bytes, aad: bytes) -> bytes:
    """What was encrypted."""
    try:
        return AESGCM(key).decrypt(iv, data, aad)
    except InvalidTag as error:
        raise Refusal(stage, "the tag does not verify") from error


def flat(keyring: Json) -> Iterator[Json]:
    """The keyrings of a keyring, in order."""
    if keyring["type"] != "multi":
        yield keyring
        return
    for child in [keyring.get("generator"), *keyring["children"]]:
        if child is not None:
            yield from flat(child)


def unwrapped(keyring: Json, provider: bytes, info: bytes, wrapped: bytes, aad: bytes) -> bytes | None:
    """The plaintext data key; None if this key does not open it."""
    if keyring["type"] == "data-key":
        key: bytes = keyring["key"]
        return key
    name = keyring["name"].encode()
    if provider != keyring["namespace"].encode():
        return None
    try:
        if keyring["type"] == "raw-aes":
            front = name + struct.pack(">II", 128, 12)
            if info[:-12] != front or len(info) != len(front) + 12 or len(wrapped) < TAG:
                return None
            return AESGCM(keyring["key"]).decrypt(info[-12:], wrapped, aad)
        return None if info != name else private_key(keyring["private"]).decrypt(wrapped, scheme(keyring["padding"]))
    except (InvalidTag, ValueError):
        return None


def private_key(pem: str) -> Any:
    return load_pem_private_key(pem.encode(), None, unsafe_skip_rsa_key_validation=True)


def scheme(name: str) -> padding.AsymmetricPadding:
    if name == "pkcs1":
        return padding.PKCS1v15()
    hash_ = PADDINGS[name]
    return padding.OAEP(padding.MGF1(hash_()), hash_(), None)


correct = Reader()
no_commitment = Reader(checks_commitment=False)
trailing_bytes = Reader(refuses_trailing_bytes=False)
any_sequence = Reader(checks_sequence=False)
open_header = Reader(authenticates_header=False)
long_final = Reader(bounds_final_frame=False)
no_signature = Reader(needs_signature=False)
sorted_keys = Reader(keeps_data_key_order=False)
early_frames = Reader(verifies_frames_first=False)
early_final_frame = Reader(holds_final_frame=False)
info_without_message_id = Reader(derives_with_message_id=False)
iv_from_number = Reader(reads_ivs=False)
duplicate_keys = Reader(refuses_duplicate_keys=False)
utf16 = Reader(order=lambda key: key.decode().encode("utf-16-be"))
BUGS = {
    "no_commitment": "commitment-mismatch",
    "trailing_bytes": "trailing-data",
    "any_sequence": "seq-out-of-order",
    "open_header": "header-tag-invalid",
    "long_final": "final-too-long",
    "no_signature": "signature-invalid",
    "duplicate_keys": "aad-duplicate-key",
}
"""The readers that accept too much: the code of the rule that each breaks."""

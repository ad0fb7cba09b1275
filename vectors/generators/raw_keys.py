"""Messages of raw AES and raw RSA keyrings that must be refused for one thing in their encrypted data key.

Strategy: the data key is wrapped step by step, so that everything but the one thing is as it should be; RSA paddings are made here, because
no library makes wrong ones, and with bytes that follow from the name. The bases take turns. What ``unopened`` has is not here again.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CONSTANTS
from vectors.generators import matrix
from vectors.generators.derive import Base, Bases, Case, Derived

__all__ = ["raw_keys", "rsa_data_key"]

_COMPOSED = "cl\u00e9s"
_NAMESPACE = matrix.NAMESPACE.encode("ascii")
_Steps = Mapping[str, Any]


def raw_keys(bases: Bases) -> Iterator[Derived]:
    """The vectors about raw keys."""
    for group in (
        _aes_names,
        _aes_info,
        _aes_ciphertexts,
        _aes_bound,
        _aes_data_keys,
        _rsa_names,
        _rsa_paddings,
        _rsa_blocks,
        _rsa_ciphertexts,
    ):
        yield from group(bases)


def _refused(case: Case, key: EncryptedDataKey, comment: str, requirements: str, flags: str) -> Derived:
    draft = case.small().with_header(encrypted_data_keys=(key,))
    return case.refused(draft.seal(), "unwrap", "unwrap-failed", comment, requirements, flags=flags)


def _names(name: str) -> tuple[tuple[str, str, str], ...]:
    """A name, changed: what a careless comparison takes for the same."""
    return (
        ("upper", name.upper(), "in upper case"),
        ("longer", f"{name}0", "that begins with the reader's"),
        ("shorter", name[:-1], "that is the beginning of the reader's"),
        ("blank", f"{name} ", "with a blank at its end"),
        ("blank-first", f" {name}", "with a blank before it"),
        ("null", f"{name}\0", "with a byte of zero at its end"),
        ("look-alike", name.replace("a", "а").replace("s", "ѕ"), "with Cyrillic letters that look the same"),
        ("full-width", "".join(chr(ord(letter) + 0xFEE0) for letter in name), "in full-width letters"),
        ("empty", "", "of no length"),
    )


# --- raw AES ---

_AES_BASES = ("v1", "v2", "suite-0114", "suite-0146")


def _aes_case(bases: Bases, name: str, base: str | None = None) -> Case:
    return Case(f"aes-{name}", bases[base or _AES_BASES[sum(name.encode("ascii")) % len(_AES_BASES)]])


def _aes(case: Case, steps: _Steps) -> EncryptedDataKey:
    """The data key of the case's draft, wrapped step by step.

    Args:
        case: the message.
        steps: what is done in another way: ``namespace``, ``name``; ``wrapping_key``, ``iv``, ``aad``, functions of the right ones (the AAD
            from the context); ``data_key``; ``info``, a function of name and IV; ``ciphertext``, a function of encrypted key and tag.
    """
    draft = case.small()
    entry = case.base.keys[case.reader_key["key"]]
    iv = steps.get("iv", lambda iv: iv)(case.seeded(12, "iv"))
    context = draft.header.encryption_context
    aad = steps.get("aad", serialize_encryption_context)(context)
    key = steps.get("wrapping_key", lambda key: key)(base64.b64decode(entry["material"]))
    sealed = AESGCM(key).encrypt(iv, steps.get("data_key", draft.data_key.reveal()), aad)
    name = steps.get("name", entry["key-id"]).encode("utf-8")
    return EncryptedDataKey(
        steps.get("namespace", matrix.NAMESPACE).encode("utf-8"),
        steps.get("info", _aes_info_of)(name, iv),
        steps.get("ciphertext", lambda encrypted, tag: encrypted + tag)(sealed[:-16], sealed[-16:]),
    )


def _aes_info_of(name: bytes, iv: bytes, tag_length: int = 128, iv_length: int = 12, order: str = "big") -> bytes:
    return name + _number(tag_length, order) + _number(iv_length, order) + iv


def _number(value: int, order: str = "big") -> bytes:
    return value.to_bytes(4, "big" if order == "big" else "little")


def _aes_names(bases: Bases) -> Iterator[Derived]:
    for part, requirement in (("name", "KEY-AES-011"), ("namespace", "KEY-AES-012")):
        for how, _, comment in _names("as"):
            case = _aes_case(bases, f"{part}-{how}")
            right = case.base.keys[case.reader_key["key"]]["key-id"] if part == "name" else matrix.NAMESPACE
            changed = {name: text for name, text, _ in _names(right)}[how]
            text = f"a key {part} {comment}"
            yield _refused(case, _aes(case, {part: changed}), text, f"{requirement} KEY-IFC-004", "other-key")
    case = _aes_case(bases, "names-swapped")
    swapped = {"name": matrix.NAMESPACE, "namespace": case.base.keys[case.reader_key["key"]]["key-id"]}
    yield _refused(case, _aes(case, swapped), "key name and namespace have changed places", "KEY-AES-011 KEY-AES-012", "other-key")
    yield from _aes_composed(bases)


def _aes_composed(bases: Bases) -> Iterator[Derived]:
    """A namespace and a key name that have another form after normalization."""
    reader = {**matrix.raw("aes-composed"), "provider-id": _COMPOSED}
    valid = Case("aes-composed", bases["v2"], reader)
    comment = "namespace and key name have composed letters (DEC-G44)"
    steps = {"namespace": reader["provider-id"]}
    made = valid.small().with_header(encrypted_data_keys=(_aes(valid, steps),)).seal()
    yield valid.accepted_small(made, comment, "KEY-AES-011 KEY-AES-012", flags="ordinary")
    for part, requirement in (("name", "KEY-AES-011"), ("namespace", "KEY-AES-012")):
        case = Case(f"aes-{part}-decomposed", bases["v2"], reader)
        right = valid.base.keys[reader["key"]]["key-id"] if part == "name" else reader["provider-id"]
        key = _aes(case, {**steps, part: unicodedata.normalize("NFD", right)})
        text = f"a key {part} that is the reader's after normalization (DEC-G44)"
        draft = case.small().with_header(encrypted_data_keys=(key,))
        ids = f"{requirement} KEY-IFC-004"
        yield case.refused(draft.seal(), "unwrap", "unwrap-failed", text, ids, flags="other-key", twin=valid.name)


def _aes_info(bases: Bases) -> Iterator[Derived]:
    """Provider information that is off (DEC-G43)."""

    def told(tag_length: int = 128, iv_length: int = 12) -> Callable[[bytes, bytes], bytes]:
        return lambda name, iv: _aes_info_of(name, iv, tag_length, iv_length)

    tags, ivs = (0, 104, 120, 127, 129, 256, 128 + 256, 128 + 65536, 0xFFFFFFFF), (0, 8, 11, 13, 16, 128, 12 + 256, 12 + 65536, 0xFFFFFFFF)
    rows: tuple[tuple[str, Callable[[bytes, bytes], bytes], str, str], ...] = (
        *((f"tag-length-{length}", told(tag_length=length), f"a tag length of {length}", "KEY-AES-005") for length in tags),
        *((f"iv-length-{length}", told(iv_length=length), f"an IV length of {length}", "KEY-AES-006") for length in ivs),
        ("little-endian", lambda name, iv: _aes_info_of(name, iv, order="little"), "the lengths are in little-endian order", "KEY-AES-004"),
        (
            "lengths-swapped",
            lambda name, iv: name + _number(12) + _number(128) + iv,
            "tag length and IV length have changed places",
            "KEY-AES-004 KEY-AES-013",
        ),
        ("iv-first", lambda name, iv: name + iv + _number(128) + _number(12), "the IV comes before the lengths", "KEY-AES-004"),
        ("no-lengths", lambda name, iv: name + iv, "the lengths are missing", "KEY-AES-004"),
        ("no-iv", lambda name, iv: _aes_info_of(name, b""), "the IV is missing", "KEY-AES-004"),
        ("name-only", lambda name, iv: name, "nothing but the key name", "KEY-AES-004"),
        ("iv-cut", lambda name, iv: _aes_info_of(name, iv[:-1]), "the IV ends a byte too soon", "KEY-AES-004"),
        ("iv-flipped", lambda name, iv: _aes_info_of(name, iv[:-1] + bytes([iv[-1] ^ 1])), "one bit of the IV is flipped", "KEY-AES-014"),
        (
            "name-length",
            lambda name, iv: len(name).to_bytes(2, "big") + _aes_info_of(name, iv),
            "the key name has a length before it",
            "KEY-AES-004 KEY-AES-011",
        ),
        (
            "short-lengths",
            lambda name, iv: name + (128).to_bytes(2, "big") + (12).to_bytes(2, "big") + iv,
            "the lengths have two bytes each",
            "KEY-AES-004",
        ),
    )
    for fact, info, comment, requirements in rows:
        case = _aes_case(bases, f"info-{fact}")
        yield _refused(case, _aes(case, {"info": info}), f"{comment} (DEC-G43)", f"{requirements} KEY-AES-010", "key-wrapping")
    for length in (8, 16):
        case = _aes_case(bases, f"info-iv-of-{length}")
        iv = case.seeded(length, "iv")
        steps = {"iv": lambda _, iv=iv: iv, "info": lambda name, iv, length=length: _aes_info_of(name, iv, iv_length=length)}
        comment = f"wrapped with an IV of {length} bytes, which is what the provider information says (DEC-G43)"
        yield _refused(case, _aes(case, steps), comment, "KEY-AES-003 KEY-AES-006 KEY-AES-013", "key-wrapping")


def _aes_ciphertexts(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, Callable[[bytes, bytes], bytes], str, str], ...] = (
        ("key-flipped", lambda key, tag: bytes([key[0] ^ 0x80]) + key[1:] + tag, "one bit of the encrypted key is flipped", "KEY-AES-014"),
        ("tag-flipped", lambda key, tag: key + bytes([tag[0] ^ 0x80]) + tag[1:], "the first bit of the tag is flipped", "KEY-AES-014"),
        ("tag-zeros", lambda key, tag: key + bytes(16), "the tag is all zeros", "KEY-AES-014"),
        ("tag-first", lambda key, tag: tag + key, "the tag comes before the encrypted key", "KEY-AES-007"),
        ("no-tag", lambda key, tag: key, "there is no tag", "KEY-AES-007"),
        ("tag-only", lambda key, tag: tag, "there is nothing but the tag", "KEY-AES-007 KEY-IFC-020"),
        ("tag-cut", lambda key, tag: key + tag[:-1], "the tag ends a byte too soon", "KEY-AES-007"),
        ("longer", lambda key, tag: key + tag + b"\0", "a byte after the tag", "KEY-AES-007"),
        ("twice", lambda key, tag: (key + tag) * 2, "the wrapped data key is there twice in one", "KEY-AES-007"),
    )
    for fact, ciphertext, comment, requirements in rows:
        case = _aes_case(bases, f"ciphertext-{fact}")
        yield _refused(case, _aes(case, {"ciphertext": ciphertext}), comment, f"{requirements} KEY-IFC-011", "key-wrapping")
    case = _aes_case(bases, "key-wrap", "v1")
    entry = case.base.keys[case.reader_key["key"]]
    wrapped = aes_key_wrap(base64.b64decode(entry["material"]), case.small().data_key.reveal())
    comment = "wrapped with AES Key Wrap instead of AES-GCM"
    key = _aes(case, {"ciphertext": lambda encrypted, tag: wrapped + tag[:8]})
    yield _refused(case, key, comment, "KEY-AES-003 KEY-AES-014", "key-wrapping")
    case = _aes_case(bases, "shorter-wrapping-key", "v1")
    key = _aes(case, {"wrapping_key": lambda key: key[:16]})
    yield _refused(case, key, "wrapped under the first half of the wrapping key", "KEY-AES-002 KEY-AES-014", "key-wrapping")


def _without(context: Mapping[str, str], *keys: str) -> dict[str, str]:
    return {key: value for key, value in context.items() if key not in keys}


def _section(context: Mapping[str, str]) -> bytes:
    pairs = serialize_encryption_context(context)
    return len(pairs).to_bytes(2, "big") + pairs


def _unsorted(context: Mapping[str, str], order: Callable[[str], Any]) -> bytes:
    pairs = sorted(context.items(), key=lambda pair: order(pair[0]))
    parts = [len(pairs).to_bytes(2, "big")]
    for text in (text for pair in pairs for text in pair):
        encoded = text.encode("utf-8")
        parts += [len(encoded).to_bytes(2, "big"), encoded]
    return b"".join(parts)


def _aes_bound(bases: Bases) -> Iterator[Derived]:
    public_key = CONSTANTS.public_key_name
    rows: tuple[tuple[str, str, Callable[[Mapping[str, str]], bytes], str], ...] = (
        ("nothing", "v2", lambda context: b"", "to nothing"),
        (
            "section",
            "v2",
            lambda c: len(made := serialize_encryption_context(c)).to_bytes(2, "big") + made,
            "to the section with its length",
        ),
        ("no-count", "v2", lambda context: serialize_encryption_context(context)[2:], "to the pairs without their count"),
        (
            "no-public-key",
            "v2-signed",
            lambda context: serialize_encryption_context(_without(context, public_key)),
            "to the context without the public key",
        ),
        (
            "public-key-only",
            "v1-signed",
            lambda context: serialize_encryption_context({public_key: context[public_key]}),
            "to the public key alone",
        ),
        (
            "folded-order",
            "v2",
            lambda context: _unsorted(context, str.casefold),
            "to the pairs in the order of their keys without case (DEC-G06)",
        ),
        ("reverse-order", "v1", lambda c: _unsorted(c, lambda key: [-byte for byte in key.encode()]), "to the pairs in falling order"),
        ("empty-count", "empty", lambda context: bytes(2), "to a count of zero, where the context is empty"),
        (
            "utf-16-order",
            "astral",
            lambda context: _unsorted(context, lambda key: key.encode("utf-16-be")),
            "to the pairs in the order of UTF-16 (DEC-G05)",
        ),
    )
    for fact, base, aad, comment in rows:
        case = _aes_case(bases, f"bound-{fact}", base)
        requirements = "KEY-AES-008 KEY-AES-015 KEY-IFC-012"
        yield _refused(case, _aes(case, {"aad": aad}), f"the data key is bound {comment}", requirements, "key-wrapping")


def _aes_data_keys(bases: Bases) -> Iterator[Derived]:
    """Data keys of another length. A reader that cuts them, or puts zeros after them, has what everything is sealed under."""
    for base in ("p256", "suite-24", "v1"):
        right = bases[base].suite.data_key_length
        for length in (0, 16, 24, 32, 64):
            if length != right:
                case = _aes_case(bases, f"data-key-{right}-of-{length}", base)
                odd = case.seeded(length, "other data key")
                how, used = (
                    ("the first bytes of it", odd[:right]) if length > right else ("it with zeros after it", odd.ljust(right, b"\0"))
                )
                comment = f"the wrapped data key has {length} bytes, the suite's has {right}; everything is sealed under {how}"
                draft = case.small()
                data = draft.rekeyed(used, draft.header.message_id, [_aes(case, {"data_key": odd})]).seal()
                yield case.refused(data, "unwrap", "unwrap-failed", comment, "KEY-AES-007 KEY-IFC-020", flags="key-wrapping")


# --- raw RSA ---

_PADDINGS = tuple(matrix.RSA_PADDINGS)
_HASHES = {name: name.removeprefix("oaep-") for name in _PADDINGS if name != "pkcs1"}


def _rsa_case(bases: Bases, name: str, padding: str | None = None) -> Case:
    chosen = padding or _PADDINGS[sum(name.encode("ascii")) % len(_PADDINGS)]
    return Case(f"rsa-{name}", bases[f"rsa-{chosen}"])


def _public_numbers(base: Base, entry: str = "rsa-2048") -> tuple[int, int]:
    key = load_pem_public_key(base.keys[f"{entry}-public"]["material"].encode("ascii"))
    assert isinstance(key, RSAPublicKey)
    numbers = key.public_numbers()
    return numbers.n, numbers.e


_SIZE = 256  # bytes of the modulus


def _mgf1(seed: bytes, length: int, digest: str) -> bytes:
    blocks = (hashlib.new(digest, seed + counter.to_bytes(4, "big")).digest() for counter in range(length // 20 + 1))
    return b"".join(blocks)[:length]


def _mixed(one: bytes, two: bytes) -> bytes:
    return bytes(first ^ second for first, second in zip(one, two, strict=True))


def _oaep(
    case: Case,
    data_key: bytes,
    digest: str,
    *,
    mgf: str = "",
    label: bytes = b"",
    first: int = 0,
    separator: bytes = b"\x01",
    hashed: bytes = b"",
) -> bytes:
    """The block that OAEP makes, by RFC 8017, 7.1.1; the arguments after ``digest`` do it in another way."""
    size = hashlib.new(digest).digest_size
    beginning = hashed or hashlib.new(digest, label).digest()
    block = beginning + bytes(_SIZE - 2 * size - 2 - len(data_key)) + separator + data_key
    seed = case.seeded(size, "seed")
    masked = _mixed(block, _mgf1(seed, len(block), mgf or digest))
    return bytes([first]) + _mixed(seed, _mgf1(masked, size, mgf or digest)) + masked


def _pkcs1(case: Case, data_key: bytes, *, first: int = 0, kind: int = 2, separator: bytes = b"\0", padding: int | None = None) -> bytes:
    """The block of PKCS #1 v1.5, by RFC 8017, 7.2.1; the arguments after ``data_key`` do it in another way."""
    length = _SIZE - 3 - len(data_key) if padding is None else padding
    filler = bytes(1 + byte % 255 for byte in case.seeded(length, "padding")) if kind == 2 else b"\xff" * length
    block = bytes([first, kind]) + filler + separator + data_key
    return block.ljust(_SIZE, b"\x07")


def _block(case: Case, padding: str, data_key: bytes | None = None) -> bytes:
    wrapped = case.small().data_key.reveal() if data_key is None else data_key
    return _pkcs1(case, wrapped) if padding == "pkcs1" else _oaep(case, wrapped, _HASHES[padding])


def _rsa(case: Case, block: bytes, entry: str = "rsa-2048") -> EncryptedDataKey:
    """The data key whose padded block is this."""
    modulus, exponent = _public_numbers(case.base, entry)
    ciphertext = pow(int.from_bytes(block, "big"), exponent, modulus).to_bytes(_SIZE, "big")
    return EncryptedDataKey(_NAMESPACE, b"rsa-2048", ciphertext)


def rsa_data_key(case: Case, data_key: bytes, key: Mapping[str, Any], entry: str = "rsa-2048") -> EncryptedDataKey:
    """A data key wrapped as the description of an RSA key says, with bytes of the case's own, under the key of an entry."""
    padding = f"oaep-{key['padding-hash']}" if "padding-hash" in key else "pkcs1"
    return _rsa(case, _block(case, padding, data_key), entry)


_AES_ONLY = ("blank-first", "look-alike", "full-width")
"""The changes of a namespace that readers of raw AES alone are shown: it is compared before the kind of key matters."""


def _rsa_names(bases: Bases) -> Iterator[Derived]:
    for part, requirement in (("name", "KEY-RSA-011"), ("namespace", "KEY-RSA-012")):
        for how, text, comment in _names("rsa-2048" if part == "name" else matrix.NAMESPACE):
            if part == "namespace" and how in _AES_ONLY:
                continue
            case = _rsa_case(bases, f"{part}-{how}")
            good = rsa_data_key(case, case.small().data_key.reveal(), case.base.key)
            key = replace(good, **{"provider_info" if part == "name" else "provider_id": text.encode("utf-8")})
            yield _refused(case, key, f"a key {part} {comment}", f"{requirement} KEY-IFC-004", "other-key")
    case = _rsa_case(bases, "name-as-aes")
    good = rsa_data_key(case, case.small().data_key.reveal(), case.base.key)
    key = replace(good, provider_info=_aes_info_of(b"rsa-2048", case.seeded(12, "iv")))
    yield _refused(case, key, "lengths and an IV after the key name, as raw AES has them", "KEY-RSA-011", "other-key")


def _rsa_paddings(bases: Bases) -> Iterator[Derived]:
    for reader in _PADDINGS:
        for writer in _PADDINGS:
            if writer != reader:
                case = _rsa_case(bases, f"padding-{writer}-read-as-{reader}", reader)
                comment = f"padded with {writer}, read with {reader}"
                yield _refused(case, _rsa(case, _block(case, writer)), comment, "KEY-RSA-002 KEY-RSA-013 KEY-RSA-015", "rsa-padding")
    for padding, digest in _HASHES.items():
        case = _rsa_case(bases, f"mgf-{padding}", padding)
        other = "sha1" if digest != "sha1" else "sha256"
        block = _oaep(case, case.small().data_key.reveal(), digest, mgf=other)
        yield _refused(case, _rsa(case, block), f"OAEP with {digest}, and MGF1 with {other}", "KEY-RSA-004", "rsa-padding")
        case = _rsa_case(bases, f"label-{padding}", padding)
        block = _oaep(case, case.small().data_key.reveal(), digest, label=b"label")
        yield _refused(case, _rsa(case, block), f"OAEP with {digest} and a label", "KEY-RSA-004", "rsa-padding")


def _rsa_blocks(bases: Bases) -> Iterator[Derived]:
    """Blocks that no padding makes, and data keys of other lengths."""
    oaep: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("first-byte", {"first": 1}, "the first byte is not zero"),
        ("separator", {"separator": b"\x02"}, "there is no byte 01 before the data key"),
        ("hash", {"hashed": bytes(20)}, "the hash of the label is all zeros"),
    )
    for fact, options, comment in oaep:
        case = _rsa_case(bases, f"oaep-{fact}", "oaep-sha1")
        block = _oaep(case, case.small().data_key.reveal(), "sha1", **options)
        yield _refused(case, _rsa(case, block), f"OAEP: {comment}", "KEY-RSA-013 KEY-RSA-019", "rsa-padding")
    pkcs1: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("first-byte", {"first": 1}, "the first byte is not zero"),
        ("signature", {"kind": 1}, "the block type is that of signatures"),
        ("short", {"padding": 7}, "seven bytes of padding, one less than the least"),
        ("separator", {"separator": b"\x01"}, "there is no byte 00 before the data key"),
    )
    for fact, options, comment in pkcs1:
        case = _rsa_case(bases, f"pkcs1-{fact}", "pkcs1")
        block = _pkcs1(case, case.small().data_key.reveal(), **options)
        ids = "KEY-RSA-013 KEY-RSA-019"
        yield _refused(case, _rsa(case, block), f"PKCS #1 v1.5: {comment} (DEC-PKCS1)", ids, "rsa-padding")
    for padding in _PADDINGS:
        case = _rsa_case(bases, f"unpadded-{padding}", padding)
        block = case.small().data_key.reveal().rjust(_SIZE, b"\0")
        yield _refused(case, _rsa(case, block), f"the data key without padding, read with {padding}", "KEY-RSA-013", "rsa-padding")
        length = (0, 1, 8, 48, 64)[_PADDINGS.index(padding)]
        case = _rsa_case(bases, f"data-key-of-{length}-{padding}", padding)
        key = _rsa(case, _block(case, padding, case.seeded(length, "other data key")))
        comment = f"the wrapped data key has {length} bytes, the suite's has {case.base.suite.data_key_length}"
        yield _refused(case, key, comment, "KEY-RSA-014 KEY-IFC-020", "key-wrapping")
        case = _rsa_case(bases, f"other-key-{padding}", padding)
        key = _rsa(case, _block(case, padding), "rsa-2048-other")
        yield _refused(case, key, "wrapped under another RSA key of the same name", "KEY-RSA-013 KEY-RSA-015", "key-wrapping")


def _rsa_ciphertexts(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, Callable[[bytes, int], bytes], str], ...] = (
        ("cut", lambda good, n: good[:-1], "the ciphertext ends a byte too soon"),
        ("first-missing", lambda good, n: good[1:], "the ciphertext's first byte is missing"),
        ("longer", lambda good, n: good + b"\0", "a byte after the ciphertext"),
        ("zero-first", lambda good, n: b"\0" + good, "a byte of zero before the ciphertext, which leaves its number as it is"),
        ("empty", lambda good, n: b"", "the ciphertext is empty"),
        ("zeros", lambda good, n: bytes(len(good)), "the ciphertext is zero"),
        ("one", lambda good, n: bytes(len(good) - 1) + b"\1", "the ciphertext is one"),
        ("modulus", lambda good, n: n.to_bytes(_SIZE, "big"), "the ciphertext is the modulus"),
        ("above-modulus", lambda good, n: b"\xff" * _SIZE, "the ciphertext is above the modulus"),
        (
            "plus-modulus",
            lambda good, n: (int.from_bytes(good, "big") + n).to_bytes(_SIZE + 1, "big"),
            "the modulus was added to the ciphertext, which then has a byte more",
        ),
        ("reversed", lambda good, n: good[::-1], "the ciphertext's bytes are in reverse order"),
    )
    for number, (fact, change, comment) in enumerate(rows):
        padding = ("pkcs1", "oaep-sha256")[number % 2]
        case = _rsa_case(bases, f"ciphertext-{fact}-{padding}", padding)
        good = _rsa(case, _block(case, padding))
        key = replace(good, ciphertext=change(good.ciphertext, _public_numbers(case.base)[0]))
        flags = "rsa-padding" if padding == "pkcs1" else "key-wrapping"
        yield _refused(case, key, comment, "KEY-RSA-013 KEY-RSA-015 KEY-IFC-011", flags)

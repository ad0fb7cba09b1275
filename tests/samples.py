"""Messages that tests share: the native vectors, the published ones where they are at hand, and headers of every shape."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from esdkit.grammar.edk import RAW_AES_INFO
from esdkit.grammar.encoder import encoder
from esdkit.keyrings import Keyring, RawAesKeyring, RawRsaKeyring
from esdkit.message import EncryptedDataKey, Header, HeaderAuth, parse
from esdkit.spec import CONSTANTS, STAGES, SUITES, Suite
from esdkit.vectors.published import native_path, published_path

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

__all__ = [
    "CLOSED",
    "HEADERS",
    "build_raw_aes_info",
    "native_accepted",
    "native_cases",
    "native_choice",
    "native_ciphertext",
    "native_keyring",
    "native_keys",
    "native_parsed",
    "native_traits",
    "published_folder",
    "published_messages",
    "sample_header",
]

CLOSED = ("header.version", "header.algorithm_suite_id", "header.content_type")
"""The fields whose unknown values end the structure."""


@cache
def native_cases() -> dict[str, dict[str, Any]]:
    """The cases of the native manifest, by id."""
    cases: dict[str, dict[str, Any]] = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))["tests"]
    return cases


@cache
def native_keys() -> dict[str, dict[str, Any]]:
    """The entries of the native keys file."""
    keys: dict[str, dict[str, Any]] = json.loads((native_path() / "keys.json").read_text(encoding="utf-8"))["keys"]
    return keys


def native_keyring(name: str) -> Keyring | None:
    """The keyring that opens a native case; None for a case that has not one raw key but a data key, several keyrings or a CMM."""
    key = native_cases()[name]["key"] or {}
    if key.get("type") != "raw":
        return None
    entry = native_keys()[key["key"]]
    if entry["algorithm"] == "aes":
        return RawAesKeyring(key["provider-id"], entry["key-id"], base64.b64decode(entry["material"]))
    padding = key["padding-algorithm"] if key["padding-algorithm"] == "pkcs1" else f"oaep-{key['padding-hash']}"
    return RawRsaKeyring(key["provider-id"], entry["key-id"], padding, private_key=_rsa_key(entry["material"]))


@cache
def _rsa_key(pem: str) -> RSAPrivateKey:
    """A private key that is read once, because reading checks its primes."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(pem.encode(), password=None)
    assert isinstance(key, RSAPrivateKey)
    return key


@cache
def native_ciphertext(name: str) -> bytes:
    """The message of a native case."""
    uri: str = native_cases()[name]["ciphertext"]
    return (native_path() / uri.removeprefix("file://")).read_bytes()


@cache
def native_accepted() -> tuple[str, ...]:
    """The ids of the native cases that must decrypt."""
    return tuple(name for name, case in native_cases().items() if case["expect"]["outcome"] == "accept")


@cache
def native_parsed() -> tuple[str, ...]:
    """The ids of the native cases whose messages are valid, decrypt or not."""
    behind = STAGES.index("rebuild") + 1
    refused = {name for name, case in native_cases().items() if case["expect"].get("stage") in STAGES[:behind]}
    return tuple(name for name in native_cases() if name not in refused)


@cache
def native_traits(name: str) -> frozenset[tuple[str, Any]]:
    """What distinguishes a native case from others: suite and form of a valid message, kind of key, writer, and what is wrong."""
    case = native_cases()[name]
    key, expected = case["key"] or {}, case["expect"]
    traits = {
        ("key", tuple(key.get(part) for part in ("type", "encryption-algorithm", "key", "padding-algorithm", "padding-hash"))),
        ("writer", case["source"]["name"]),
        ("defect", (expected.get("stage"), expected.get("code"))),
    }
    if name in native_parsed():
        message = parse(native_ciphertext(name))
        frames = message.body if isinstance(message.body, tuple) else ()
        traits |= {("suite", message.header.suite.id), ("frames", (message.header.version, min(len(frames), 2)))}
    return frozenset(traits)


@cache
def native_choice() -> tuple[str, ...]:
    """About 60 native cases that have every trait, for what takes too long with all of them."""
    missing = {trait for name in native_cases() for trait in native_traits(name)}
    chosen = []
    for name in native_cases():
        if missing & native_traits(name):
            missing -= native_traits(name)
            chosen.append(name)
    return tuple(chosen)


def published_folder() -> Path:
    """The folder of the published sets; the test is skipped where it is not at hand."""
    folder = Path(os.environ.get("ESDKIT_PUBLISHED_VECTORS") or published_path() or "none")
    if not folder.is_dir():
        pytest.skip("no published sets are at hand: `esdkit vectors fetch` brings them, or set ESDKIT_PUBLISHED_VECTORS")
    return folder


def published_messages() -> Iterator[tuple[str, bytes]]:
    """Every message of the published sets that lie unpacked, by a name; the test is skipped where there are none."""
    folder, found = published_folder(), False
    for name, data in _published_in(folder):
        found = True
        yield name, data
    if not found:
        pytest.skip(f"no published set lies unpacked in {folder}")


def _published_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob("*/ciphertexts/**/*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
    for path in sorted(folder.glob("commitment-2.0/*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["tests"]:
            yield case["comment"], base64.b64decode(case["ciphertext"])


def build_raw_aes_info(key_name: bytes, tag_length: int, iv_length: int, iv: bytes) -> bytes:
    """The provider information of a raw AES keyring: name (UTF-8), tag length (bits), IV length (bytes), IV."""
    return encoder(RAW_AES_INFO)((key_name, tag_length, iv_length, iv))


def sample_header(
    suite: Suite,
    *,
    pairs: tuple[tuple[bytes, bytes], ...] | None = ((b"creator", b"ben"), (b"empty", b""), ("schlüssel".encode(), "wert𐍈".encode())),
    keys: tuple[EncryptedDataKey, ...] = (EncryptedDataKey(b"aws-kms", b"arn", b"\x00\xff" * 4), EncryptedDataKey(b"", b"", b"")),
    framed: bool = True,
    frame_length: int = 16,
) -> Header:
    """A valid header of any suite, with tags and ids that authenticate nothing."""
    first = suite.message_version == 1
    return Header(
        version=suite.message_version,
        suite=suite,
        message_id=bytes(range(CONSTANTS.message_id_lengths[suite.message_version])),
        context_pairs=pairs,
        encrypted_data_keys=keys,
        content_type=CONSTANTS.content_framed if framed else CONSTANTS.content_non_framed,
        frame_length=frame_length if framed else 0,
        auth=HeaderAuth(b"\x11" * suite.iv_length if first else b"", b"\x22" * suite.tag_length),
        suite_data=b"\x33" * suite.suite_data_length,
        type=CONSTANTS.message_type if first else None,
        reserved=0 if first else None,
        iv_length=suite.iv_length if first else None,
    )


HEADERS: dict[str, Header] = {
    "v1": sample_header(SUITES[0x0178]),
    "v1-no-context": sample_header(SUITES[0x0014], pairs=None),
    "v1-non-framed": sample_header(SUITES[0x0378], framed=False),
    "v2": sample_header(SUITES[0x0478]),
    "v2-no-context": sample_header(SUITES[0x0578], pairs=None),
    "v2-one-pair": sample_header(SUITES[0x0578], pairs=((b"", b""),)),
}
"""Headers of every shape, by name."""

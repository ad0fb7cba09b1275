"""What hostile input is made of, for the property tests: bases, changes, and entries, which keep the one rule (``tools.fuzzing.rule``)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from esdkit import Client
from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm
from esdkit.errors import EsdkError
from esdkit.forge import Draft, new_draft, seeded_signing_key
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.inspector import inspect
from esdkit.keyrings import StaticDataKeyring
from esdkit.message import EncryptedDataKey, parse, parse_header
from esdkit.spec import CONSTANTS, FIELDS, SUITES, Suite
from esdkit.vectors.files import json_files
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.model import Accept
from esdkit.vectors.opening import open_keys
from esdkit.vectors.published import native_path
from tests.pushing import cut_every, push
from tests.samples import native_cases
from tools.fuzzing.readings import feed
from tools.fuzzing.rule import require_rule

__all__ = ["ENTRIES", "Base", "bases", "drafts", "mutated", "static_cmm"]

CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")


# -------------------------------------------------------------------- bases
@dataclass(frozen=True, slots=True)
class Base:
    """A message that an official SDK wrote, and how to open it."""

    name: str
    data: bytes
    header_length: int
    plaintext: bytes
    cmm: CryptographicMaterialsManager


@cache
def bases() -> dict[str, Base]:
    """One native message per suite and kind of body, the smallest that holds a plaintext where there is one; by ``0578-framed``."""
    with json_files(native_path() / "manifest.json") as files:
        (vector_set,) = filter(None, map(load_manifest, files))
    best: dict[str, tuple[tuple[bool, int], Base]] = {}
    for vector in vector_set.vectors:
        case, expected = native_cases()[vector.id], vector.expectation
        if "base" in case or vector.encryption_context or not isinstance(expected, Accept):
            continue
        header, length = parse_header(vector.ciphertext)
        name = f"{header.suite.hex_id}-{'framed' if header.framed else 'block'}"
        rank = (not expected.plaintext, len(vector.ciphertext))
        if name not in best or rank < best[name][0]:
            cmm = open_keys(vector.keys).manager
            assert cmm is not None and expected.plaintext is not None
            best[name] = rank, Base(vector.id, vector.ciphertext, length, expected.plaintext, cmm)
    return {name: base for name, (_, base) in sorted(best.items())}


def drafts() -> dict[str, Draft]:
    """A small valid draft of every suite and kind of body, of two data keys and four pairs, by ``0578-framed``."""
    return {f"{suite.hex_id}-{'framed' if step else 'block'}": _draft(suite, step) for suite in SUITES.values() for step in (4, None)}


def _draft(suite: Suite, frame_length: int | None) -> Draft:
    return new_draft(
        suite=suite,
        data_key=bytes(suite.data_key_length),
        message_id=bytes(CONSTANTS.message_id_lengths[suite.message_version]),
        encrypted_data_keys=[EncryptedDataKey(b"id", b"info", b"key"), EncryptedDataKey(b"", b"", b"")],
        plaintext=b"ten bytes.",
        frame_length=frame_length,
        encryption_context={"a": "1", "b": "", "": "2"},
        signing_key=seeded_signing_key(suite.signature, b"hostile") if suite.signature else None,
    )


def static_cmm(draft: Draft) -> CryptographicMaterialsManager:
    """Gives the draft's data key."""
    return DefaultCmm(StaticDataKeyring(draft.data_key.reveal()))


# -------------------------------------------------------------------- entries
def _look(data: bytes) -> None:
    tree = inspect(data)
    tree.to_text()
    tree.to_json()
    for problem in tree.problems:
        require_rule(problem, len(data))


def _verify(data: bytes, cmm: CryptographicMaterialsManager) -> bool:
    """Whether a message holds in every stage that can be checked."""
    verification = CLIENT.verify(source=data, cmm=cmm)
    if verification.error is not None:
        require_rule(verification.error, len(data))
    return verification.error is None


def _in_pieces(data: bytes, cmm: CryptographicMaterialsManager) -> bytes:
    """The plaintext by way of the push core."""
    return push(CLIENT.decryptor(cmm=cmm), cut_every(data, 64))


def _into(data: bytes, cmm: CryptographicMaterialsManager) -> bytes:
    """The plaintext by way of a buffer, which holds zeros after a failure."""
    buffer = bytearray(len(data))
    try:
        length, _ = CLIENT.decrypt_into(buffer, source=data, cmm=cmm)
    except EsdkError:
        assert not any(buffer)
        raise
    return bytes(buffer[:length])


ENTRIES: dict[str, Callable[[bytes, CryptographicMaterialsManager], Any]] = {
    "decrypt": lambda data, cmm: CLIENT.decrypt(source=data, cmm=cmm)[0],
    "decrypt-in-pieces": _in_pieces,
    "decrypt-into": _into,
    "verify": _verify,
    "parse": lambda data, cmm: parse(data),
    "parse-lenient": lambda data, cmm: parse(data, strict=False),
    "parse-header": lambda data, cmm: parse_header(data),
    "header-reader": lambda data, cmm: feed(data),
    "inspect": lambda data, cmm: _look(data),
}
"""Everything that takes the bytes of a message."""


# -------------------------------------------------------------------- changes
Change = Callable[[bytes, random.Random], bytes]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to three changes, half of them made to numbers of the format."""
    changes: tuple[Change, ...] = (_number, _number, _number, _flip, _cut, _insert, _repeat)
    for change in chance.choices(changes, k=chance.randint(1, 3)):
        data = change(data, chance)
    return data


def _number(data: bytes, chance: random.Random) -> bytes:
    numbers = [span for span in trace(MESSAGE, data).spans if isinstance(span.value, int)]
    if not numbers:
        return data
    span = chance.choice(numbers)
    size = span.end - span.start
    most = (1 << 8 * size) - 1
    near = [int(span.value) + step for step in (-1, 1) if 0 <= int(span.value) + step <= most]
    known = FIELDS[span.id].allowed or ()
    value = chance.choice([0, 1, most - 1, most, *near, *known])
    return data[: span.start] + value.to_bytes(size, "big") + data[span.end :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + (data[end:] if chance.random() < 0.5 else b"")


def _insert(data: bytes, chance: random.Random) -> bytes:
    start, _ = _range(data, chance)
    return data[:start] + chance.randbytes(chance.randint(1, 6)) + data[start:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:end] + data[start:end] + data[end:]


def _range(data: bytes, chance: random.Random) -> tuple[int, int]:
    first, second = chance.randint(0, len(data)), chance.randint(0, len(data))
    return min(first, second), max(first, second)

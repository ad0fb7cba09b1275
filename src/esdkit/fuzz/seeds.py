"""What ``esdkit fuzz export`` writes: a seed corpus for coverage-guided fuzzers, and a dictionary for libFuzzer and AFL.

Strategy: a corpus has a file for each class: version and kind of suite × body × kind of data key × what is wrong. The first data key of a
message is one that the raw AES key of ``questions`` opens, the second has the kind. What is wrong is the code of the rule that a mutation
breaks, ``unclear`` where the rules leave the code open, and ``valid`` for the message itself. The dictionary has what the grammar
and the tables know: every closed or allowed number, every beginning, marker, provider id and reserved name, and boundaries of lengths.
Invariant: the same esdkit gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from esdkit.forge.boundaries import boundaries
from esdkit.fuzz.mutations import plans
from esdkit.fuzz.plan import Plan
from esdkit.fuzz.questions import new_subject
from esdkit.fuzz.subject import Subject
from esdkit.grammar.edk import ECDH_INFO, ML_KEM_INFO, RAW_AES_INFO
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Node, UInt
from esdkit.grammar.footer import MESSAGE
from esdkit.message import EncryptedDataKey
from esdkit.spec import BEGINNINGS, CONSTANTS, FIELDS, SUITES, Suite, providers

__all__ = ["CORPUS", "DICTIONARY", "dictionary", "seed_files", "seed_subjects"]

CORPUS, DICTIONARY = "corpus", "esdk.dict"
_LONGEST = 4096  # bytes of a file
_FRAME_LENGTHS = {"framed": 3, "block": None}
_ARN = b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"


def seed_files() -> dict[str, bytes]:
    """All files by name: the corpus, and the dictionary."""
    corpus = {f"{CORPUS}/{name}.bin": data for subject_name, subject in seed_subjects() for name, data in _classes(subject_name, subject)}
    return {**corpus, DICTIONARY: dictionary()}


def seed_subjects() -> Iterator[tuple[str, Subject]]:
    """The valid messages, by the first part of the names of their classes."""
    for suite_name, suite in _suites().items():
        for body, frame_length in _FRAME_LENGTHS.items():
            for kind, data_key in _data_keys().items():
                yield f"{suite_name}-{body}-{kind}", new_subject(suite, True, frame_length=frame_length, others=(data_key,))


def _suites() -> dict[str, Suite]:
    """The first suite of each kind."""
    kinds: dict[str, Suite] = {}
    for suite in SUITES.values():
        parts = [f"v{suite.message_version}", suite.kdf.lower(), "commit" if suite.commitment else "", "sign" if suite.signed else ""]
        kinds.setdefault("-".join(filter(None, parts)), suite)
    return kinds


def _classes(name: str, subject: Subject) -> Iterator[tuple[str, bytes]]:
    """A message, and the last mutation of each class that is not long: the first ones cut or change what all messages begin with."""
    yield f"{name}-valid", subject.data
    seen: set[str] = set()
    for plan in reversed(plans(subject)):
        fault = _fault(plan)
        if fault is not None and fault not in seen:
            data = plan.make()
            if len(data) <= _LONGEST:
                seen.add(fault)
                yield f"{name}-{fault}", data


def _fault(plan: Plan) -> str | None:
    """What is wrong; None if nothing is."""
    if plan.expected.accepted:
        return None
    return plan.expected.code or "unclear"


@cache
def _data_keys() -> Mapping[str, EncryptedDataKey]:
    """A data key of each kind in spec/providers.yaml, by its id."""
    raw_aes = encoder(RAW_AES_INFO)((b"k1", 128, CONSTANTS.raw_aes_iv_length, bytes(CONSTANTS.raw_aes_iv_length)))
    ml_kem = CONSTANTS.ml_kem_lengths["ML-KEM-768"] + CONSTANTS.ml_kem_salt_length
    parts = {
        "kms": (_ARN, bytes.fromhex("0102020078") + bytes(179)),
        "kms-rsa": (_ARN, bytes(256)),
        "kms-ecdh": (_points("P-256"), bytes(112)),
        "kms-ml-kem": (encoder(ML_KEM_INFO)((1, _ARN)), bytes(ml_kem + 48)),
        "hierarchy": (b"tenant-1", bytes(92)),
        "raw-ecdh": (_points("P-384"), bytes(112)),
        "raw-aes": (raw_aes, bytes(48)),
        "raw-rsa": (b"k2", bytes(256)),
        "kms-newer": (_ARN, bytes(60)),
        "other": (b"\x00\xff", bytes(60)),
    }
    own = {"kms-newer": f"{CONSTANTS.reserved_provider_prefix}-newer"}
    return {
        kind: EncryptedDataKey((row.provider_id or own.get(kind, "my-keys")).encode("ascii"), *parts[kind])
        for kind, row in providers().items()
    }


def _points(curve: str) -> bytes:
    """The provider information of ECDH: two compressed points, as far as their form goes."""
    length = CONSTANTS.curves[curve].point_length
    x = bytes(range(1, length))
    return encoder(ECDH_INFO)((1, length, b"\x02" + x, length, b"\x03" + x))


# -------------------------------------------------------------------- dictionary
def dictionary() -> bytes:
    """The dictionary: a line for each value, named after where it comes from."""
    lines = ["# The message format of the AWS Encryption SDK, written by `esdkit fuzz export`. For libFuzzer (-dict=) and AFL (-x)."]
    seen: set[bytes] = set()
    for name, value in _entries():
        if value not in seen:
            seen.add(value)
            lines.append(f'{name}="{_escaped(value)}"')
    return ("\n".join(lines) + "\n").encode("ascii")


def _entries() -> Iterator[tuple[str, bytes]]:
    for suite, beginning in zip(SUITES.values(), BEGINNINGS, strict=True):
        yield f"beginning_{suite.hex_id.lower()}", beginning
    for node in _numbers(MESSAGE):
        for number in sorted(FIELDS[node.id].allowed or node.closed or ()):
            yield f"{_named(node.id)}_{number:x}", number.to_bytes(node.size, "big")
    for size in sorted({node.size for node in _numbers(MESSAGE)}):
        for number in boundaries(0, 256**size - 1):
            yield f"number_{size}_{number:x}", number.to_bytes(size, "big")
    for kind, data_key in _data_keys().items():
        yield f"provider_id_{_named(kind)}", data_key.provider_id
        yield f"provider_id_{_named(kind)}_with_length", len(data_key.provider_id).to_bytes(2, "big") + data_key.provider_id
    for name, text in (("public_key", CONSTANTS.public_key_name), ("reserved_prefix", CONSTANTS.reserved_context_prefix)):
        yield name, text.encode("ascii")
        yield f"{name}_with_length", len(text).to_bytes(2, "big") + text.encode("ascii")
    yield "raw_aes_info", encoder(RAW_AES_INFO)((b"", 128, CONSTANTS.raw_aes_iv_length, bytes(CONSTANTS.raw_aes_iv_length)))


def _numbers(node: Node) -> Iterator[UInt]:
    if isinstance(node, UInt):
        yield node
    for child in node.children:
        yield from _numbers(child)


def _named(text: str) -> str:
    return text.replace(".", "_").replace("-", "_")


def _escaped(value: bytes) -> str:
    printable = set(range(0x20, 0x7F)) - set(b'"\\')
    return "".join(chr(byte) if byte in printable else f"\\x{byte:02x}" for byte in value)

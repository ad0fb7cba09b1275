"""The message format of the AWS Encryption SDK in plain construct, both versions. It needs construct 2.10 and nothing else: copy it.

    message = MESSAGE.parse(data)  # HEADER.parse(data) reads the header alone
    message.header.encrypted_data_keys[0].provider_id
    assert MESSAGE.build(message) == data
    assert not broken_rules(message)

MESSAGE knows the structure: lengths, counts and order. It keeps every value as it was read, so you can look at an invalid message, and it
builds the same bytes from it. What the values of a valid message must be is in ``RULES``. Nothing is decrypted or authenticated.

For the tests of esdkit this file is a second opinion: written by hand from the format, with nothing imported from esdkit.

Traps of construct that shaped it:

- ``Prefixed`` drops the bytes that its content leaves over, and ``parse`` those after the end. ``Terminated`` refuses both.
- ``Select``, ``Optional``, ``GreedyRange`` and ``Peek`` take any error inside as "not this one": with ``Select(FINAL, REGULAR)``, a cut
  final frame is read as a regular one. Here, a number that has been read makes each choice.
- ``Switch`` reads nothing, and says nothing, when no case fits. Give it ``default=Error``.
- ``Enum`` lets unknown numbers through, and ``Flag`` builds another byte than it read. Here are plain numbers, with ``OneOf`` where nothing
  can be read after an unknown one.
- A lambda that looks up a missing key raises ``KeyError``, not a ``ConstructError``. Let ``OneOf`` check the key first.
- ``this`` belongs to the innermost ``Struct``. ``If``, ``Switch`` and ``RepeatUntil`` are none, so a frame finds the message in ``this._``.
- An error names no item of a list, and inside an adapter it counts offsets from the beginning of what the adapter was given.
- ``Bytes(4)`` builds from a number too, and ``Struct`` ignores keys that it does not know: check by hand what you build by hand.
- ``compile()`` leaves checks out: not for bytes that you do not trust.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from construct import (
    Bytes,
    Computed,
    Construct,
    Error,
    ExprAdapter,
    FocusedSeq,
    GreedyBytes,
    If,
    IfThenElse,
    Int8ub,
    Int16ub,
    Int32ub,
    Int64ub,
    OneOf,
    Prefixed,
    PrefixedArray,
    RepeatUntil,
    Struct,
    Switch,
    Terminated,
    this,
)

# Every suite has an IV of 12 bytes and a tag of 16 bytes.
V1_SUITES = {0x0014, 0x0046, 0x0078, 0x0114, 0x0146, 0x0178, 0x0214, 0x0346, 0x0378}
V2_SUITES = {0x0478, 0x0578}  # these commit to the data key
SIGNING_SUITES = {0x0214, 0x0346, 0x0378, 0x0578}

NON_FRAMED, FRAMED = 1, 2  # content types
FINAL_FRAME = 0xFFFFFFFF  # where a regular frame has its sequence number

BLOB = Prefixed(Int16ub, GreedyBytes)

PAIRS = FocusedSeq("pairs", "pairs" / PrefixedArray(Int16ub, Struct("key" / BLOB, "value" / BLOB)), Terminated)

# A context of length 0 has no count: None. A count of 0 is an empty list, and not valid.
ENCRYPTION_CONTEXT: Construct[Any, Any] = ExprAdapter(
    BLOB,
    decoder=lambda stored, context: PAIRS.parse(stored) if stored else None,
    encoder=lambda pairs, context: b"" if pairs is None else PAIRS.build(pairs),
)

ENCRYPTED_DATA_KEY = Struct("provider_id" / BLOB, "provider_info" / BLOB, "ciphertext" / BLOB)

HEADER = Struct(
    "version" / OneOf(Int8ub, {1, 2}),
    "type" / If(this.version == 1, Int8ub),
    "suite_id" / OneOf(Int16ub, V1_SUITES | V2_SUITES),
    "message_id" / Switch(this.version, {1: Bytes(16), 2: Bytes(32)}, default=Error),
    "encryption_context" / ENCRYPTION_CONTEXT,
    "encrypted_data_keys" / PrefixedArray(Int16ub, ENCRYPTED_DATA_KEY),
    "content_type" / OneOf(Int8ub, {NON_FRAMED, FRAMED}),
    "reserved" / If(this.version == 1, Int32ub),
    "iv_length" / If(this.version == 1, Int8ub),
    "frame_length" / Int32ub,
    "commit_key" / If(this.version == 2, Bytes(lambda header: 32 if header.suite_id in V2_SUITES else 0)),
    "iv" / If(this.version == 1, Bytes(12)),
    "tag" / Bytes(16),
)

FRAME = Struct(
    "start" / Int32ub,
    "final" / Computed(this.start == FINAL_FRAME),
    "sequence_number" / IfThenElse(this.final, Int32ub, Computed(this.start)),
    "iv" / Bytes(12),
    "ciphertext" / IfThenElse(this.final, Prefixed(Int32ub, GreedyBytes), Bytes(this._.header.frame_length)),
    "tag" / Bytes(16),
)

SINGLE_BLOCK = Struct("iv" / Bytes(12), "ciphertext" / Prefixed(Int64ub, GreedyBytes), "tag" / Bytes(16))

FRAMES = RepeatUntil(lambda frame, frames, context: frame["start"] == FINAL_FRAME, FRAME)

BODIES: dict[int, Construct[Any, Any]] = {NON_FRAMED: SINGLE_BLOCK, FRAMED: FRAMES}

MESSAGE = Struct(
    "header" / HEADER,
    "body" / Switch(this.header.content_type, BODIES, default=Error),
    "signature" / If(lambda message: message.header.suite_id in SIGNING_SUITES, BLOB),
    Terminated,
)


# What makes a message invalid although its structure is right. Tags, commit key and signature are not looked at.
RULES: dict[str, Callable[[Any, Any], bool]] = {
    "unsupported-type": lambda header, body: header.type not in (None, 0x80),
    "suite-version-mismatch": lambda header, body: header.suite_id not in (V1_SUITES if header.version == 1 else V2_SUITES),
    "aad-count-zero": lambda header, body: header.encryption_context == [],
    "aad-bad-utf8": lambda header, body: not all(is_utf8(pair.key) and is_utf8(pair.value) for pair in pairs_of(header)),
    "aad-duplicate-key": lambda header, body: len({pair.key for pair in pairs_of(header)}) < len(pairs_of(header)),
    "edk-count-zero": lambda header, body: not header.encrypted_data_keys,
    "provider-id-bad-utf8": lambda header, body: not all(is_utf8(key.provider_id) for key in header.encrypted_data_keys),
    "reserved-nonzero": lambda header, body: header.reserved not in (None, 0),
    "iv-length-mismatch": lambda header, body: header.iv_length not in (None, 12),
    "frame-length-vs-content-type": lambda header, body: is_framed(header) != (header.frame_length > 0),
    "seq-out-of-order": lambda header, body: is_framed(header) and any(frame.sequence_number != at for at, frame in enumerate(body, 1)),
    "final-too-long": lambda header, body: is_framed(header) and len(body[-1].ciphertext) > header.frame_length,
    "nonframed-too-long": lambda header, body: not is_framed(header) and len(body.ciphertext) > 2**36 - 32,
}


def broken_rules(message: Any) -> set[str]:
    """The names of the rules that a message breaks."""
    return {name for name, is_broken in RULES.items() if is_broken(message.header, message.body)}


def is_framed(header: Any) -> bool:
    return bool(header.content_type == FRAMED)


def is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def pairs_of(header: Any) -> list[Any]:
    return header.encryption_context or []

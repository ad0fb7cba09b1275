"""What one message says without a key, as a row: pure, no keys, no input or output.

Strategy: a message in which nothing is wrong costs one pass of the generated readings, which ask every rule. What those refuse, and what is
too long to be read at once, is read as ``inspect`` reads it (``Tree``), so that both say the same. Of a message of which only the beginning
is there, the header is read so; frames and plaintext follow from the size, where all messages with this header and size have the same.

Invariants: any bytes give a row, and nothing is raised for what they are. What the bytes do not tell is None. More data keys than
``scan_data_keys`` are a problem of the row and are not listed, so that a row is bounded by the header.
"""
# Reqs: SCN-ROW-001, SCN-ROW-002, SCN-ROW-003

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from esdkit.columns import utf8_text
from esdkit.crypto.signing import signature_lengths
from esdkit.errors import Code, TruncatedMessage
from esdkit.grammar.body import FINAL_FRAME_HEAD, NON_FRAMED, NON_FRAMED_HEAD
from esdkit.grammar.decoder import Short
from esdkit.grammar.footer import BODY_AND_FOOTER
from esdkit.grammar.header import HEADER
from esdkit.grammar.layout import layout
from esdkit.inspector.facts.origin import post_quantum
from esdkit.inspector.facts.source import MemorySource
from esdkit.inspector.facts.tree import Tree
from esdkit.message.header import header_from_values
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.message.providers import BranchKeyVersion, KeyAgreement, KmsKey, Parts, WrappingKey, wrapping_key
from esdkit.message.rules import DEFAULT_LIMITS, fast_reading, public_key_problem
from esdkit.message.sizes import footer_length, frame_overheads
from esdkit.scan.model import Body, DataKey, Pair, Row, unread
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite, provider_id_of

__all__ = ["bytes_needed", "facts", "header_facts", "key_label"]

_KMS = provider_id_of("kms")
_MAX_KMS_KEYS = 4096  # that are remembered
_LONG_NAME = 512  # bytes; longer than any ARN
_AT_ONCE = 1 << 16  # bytes of a message whose body is read in one pass
_MAX_KEYS = LIMITS["scan_data_keys"]
_PUBLIC_KEY = CONSTANTS.public_key_name.encode("ascii")
_MARKER, _FINAL_LENGTH, _BLOCK_LENGTH = "body.final_frame.marker", "body.final_frame.content_length", "body.content_length"


class _Head(NamedTuple):
    """The header as far as it was read; None for what was not reached."""

    version: int | None
    suite: Suite | None
    message_id: bytes | None
    pairs: Sequence[tuple[bytes, bytes | None]] | None
    keys: Sequence[Parts] | None
    framed: bool | None
    frame_length: int | None
    length: int | None


class _Described(NamedTuple):
    """A data key for ``post_quantum``."""

    ciphertext: bytes | None
    wrapping_key: WrappingKey


_UNKNOWN = Body(None, None)


def facts(data: bytes, size: int | None = None, body: Body | None = None, *, values: bool = False, signatures: bool = False) -> Row:
    """What a message says without a key. Never raises for what the bytes are.

    Args:
        data: the message, or its beginning.
        size: of the whole message (bytes) when ``data`` is only its beginning; None when it is whole.
        body: what is known of its frames when ``data`` is only its beginning; None for what follows from the size.
        values: also keep the values of the encryption context.
        signatures: also verify the signature, under the public key in the header.
    """
    if size is None or size <= len(data):
        data, size = data[:size], None if body is None else size
    read = None if signatures else fast_reading(HEADER, True)(data, 0, len(data))
    if read is None or read[1] > DEFAULT_LIMITS.header_budget:
        return _examined(data, size, body, values=values, signatures=signatures)
    header, length = header_from_values(*read[0]), read[1]
    found = _body_at_once(header, data, length) if size is None else body or _body_by_size(header, data, length, size)
    if found is None or _breaks_public_key_rule(header):
        return _examined(data, size, body, values=values, signatures=False)
    read_of, whole_size = ("whole", len(data)) if size is None else ("header", size)
    return _row(_head(header, length), found, (), size=whole_size, read=read_of, values=values)


def header_facts(data: bytes, *, values: bool = False) -> Row:
    """What the header says of a message whose body is not after it, or not in one piece. Never raises for what the bytes are.

    Nothing after the header counts. If the header breaks a rule, other bytes are inside it too, for all that is known; then only what comes
    before the encryption context is said.

    Args:
        data: the beginning of the message, and whatever comes after it.
        values: also keep the values of the encryption context.
    """
    # Reqs: SCN-ROW-003
    row = facts(data)
    if row.header_length is not None:
        header = facts(data[: row.header_length], row.header_length + 1, values=values)
        if not header.problems:
            return header._replace(size=None, frames=None, plaintext_length=None, problems=(Code.MESSAGE_DIVIDED.value,))
    return unread(Code.MESSAGE_DIVIDED.value)._replace(read="part", **_first_fields(row))


def _first_fields(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("version", "suite", "committing", "signed", "message_id")}


def bytes_needed(data: bytes) -> int:
    """How many bytes from its beginning the header of a message has at least, judging by those that are there; 0 when no more of them
    would help: it is complete, or these bytes are not the beginning of one.
    """
    try:
        fast_reading(HEADER, False, False, True)(data, 0, len(data))
    except Short as short:
        return short.needed
    return 0


def _breaks_public_key_rule(header: Header) -> bool:
    present = any(key == _PUBLIC_KEY for key, _ in header.context_pairs or ())
    return public_key_problem(header.suite, present=present) is not None


def _head(header: Header, length: int) -> _Head:
    return _Head(
        header.version,
        header.suite,
        header.message_id,
        header.context_pairs or (),
        header.encrypted_data_keys,
        header.framed,
        header.frame_length,
        length,
    )


# -------------------------------------------------------------------- the body
def _body_at_once(header: Header, data: bytes, start: int) -> Body | None:
    """The body of a valid message; None when something is wrong with it, or it is too long."""
    if len(data) > _AT_ONCE:
        return None
    read = fast_reading(BODY_AND_FOOTER, True)(data, start, len(data), header.known_values)
    if read is None or read[1] != len(data):
        return None
    body = read[0][0]
    frames = len(body) if header.framed else 0
    *_, content, _ = body[-1] if header.framed else body
    return Body(frames, max(frames - 1, 0) * header.frame_length + len(content))


def _body_by_size(header: Header, data: bytes, start: int, size: int) -> Body:
    """The body of a message of which only the beginning is there, where its size and those bytes tell."""
    # Reqs: SCN-ROW-004
    shapes = _shapes_of(header.suite.id)
    least, most = size - start - shapes.footer[1], size - start - shapes.footer[0]
    stored = _stored_length(shapes.head_of(header), data, start)
    if not header.framed:
        return _block_of(stored, least - shapes.block, most - shapes.block)
    if stored is not None:
        fits = least - shapes.final_frame <= stored <= most - shapes.final_frame and stored <= header.frame_length
        return Body(1, stored) if fits else _UNKNOWN
    return _frames_of(header.frame_length, shapes.frame, least - shapes.final_frame, most - shapes.final_frame)


def _block_of(stored: int | None, least: int, most: int) -> Body:
    """A single block of ``least`` to ``most`` bytes of plaintext by the size, and of ``stored`` by its own field, where that is there."""
    if most < 0 or (stored is not None and not least <= stored <= most):
        return _UNKNOWN
    return Body(0, stored if stored is not None else least if least == most else None)


def _frames_of(frame_length: int, overhead: int, least: int, most: int) -> Body:
    """Frames that take ``least`` to ``most`` bytes beside what a final frame adds to its content; ``overhead``: what a regular one adds."""
    regular = frame_length + overhead
    lowest, rest = divmod(max(least, 0), regular)
    lowest += rest > frame_length  # more than a final frame has room for
    if most < 0 or lowest != most // regular:
        return _UNKNOWN
    return Body(lowest + 1, lowest * frame_length + rest if least == most else None)


class _StoredLength(NamedTuple):
    """Where a length is stored, in bytes from the beginning of a body. ``marker``: bytes of the marker that the body must begin with."""

    start: int
    end: int
    marker: int | None


class _Shapes(NamedTuple):
    """Sizes of the bodies of one suite, in bytes.

    Attributes:
        frame, final_frame, block: what each adds to its content.
        footer: the lengths of the shortest and the longest footer.
        framed, non_framed: where a body that begins with its final frame, or with a block, stores its length.
    """

    frame: int
    final_frame: int
    block: int
    footer: tuple[int, int]
    framed: _StoredLength
    non_framed: _StoredLength

    def head_of(self, header: Header) -> _StoredLength:
        return self.framed if header.framed else self.non_framed


@cache
def _shapes_of(suite_id: int) -> _Shapes:
    suite, known = SUITES[suite_id], {"header.algorithm_suite_id": suite_id}
    final, block = layout(FINAL_FRAME_HEAD, known), layout(NON_FRAMED_HEAD, known)
    assert final.offsets[_MARKER] == 0
    signed = (0, 0) if suite.signature is None else signature_lengths(suite.signature)
    return _Shapes(
        *frame_overheads(suite_id),
        layout(NON_FRAMED, {**known, _BLOCK_LENGTH: 0}).size,
        (footer_length(suite, signed[0]), footer_length(suite, signed[1])),
        _StoredLength(final.offsets[_FINAL_LENGTH], final.offsets[_FINAL_LENGTH] + final.sizes[_FINAL_LENGTH], final.sizes[_MARKER]),
        _StoredLength(block.offsets[_BLOCK_LENGTH], block.offsets[_BLOCK_LENGTH] + block.sizes[_BLOCK_LENGTH], None),
    )


def _stored_length(place: _StoredLength, data: bytes, start: int) -> int | None:
    """The length that the block, or the final frame if it is the first, stores; None when these bytes do not have it."""
    if len(data) < start + place.end:
        return None
    if place.marker is not None and int.from_bytes(data[start : start + place.marker], "big") != CONSTANTS.final_frame_marker:
        return None
    return int.from_bytes(data[start + place.start : start + place.end], "big")


# -------------------------------------------------------------------- any bytes
def _examined(data: bytes, size: int | None, known: Body | None, *, values: bool, signatures: bool) -> Row:
    """The same by the reading of ``inspect``, for whatever the generated readings do not take."""
    tree = Tree.of_source(MemorySource(data), verify=signatures)
    header = tree.reading.header
    head = _head_of_tree(tree) if header is None else _head(header, tree.reading.header_length)
    body = _UNKNOWN
    if tree.body is not None and tree.body.complete:
        body = Body(tree.body.frames, tree.body.content_length)
    elif header is not None and size is not None:
        body = known or _body_by_size(header, data, tree.reading.header_length, size)
    row = _row(
        head,
        body,
        _codes(tree, size),
        size=len(data) if size is None else size,
        read="whole" if size is None else "part" if _ends_in_header(tree) else "header",
        values=values,
    )
    return row._replace(signature=tree.signature.state) if signatures else row


def _ends_in_header(tree: Tree) -> bool:
    return tree.reading.header is None and isinstance(tree.reading.problem, TruncatedMessage)


def _head_of_tree(tree: Tree) -> _Head:
    """A header that ends early."""
    count, content_type = tree.value("header.encrypted_data_keys.count"), tree.value("header.content_type")
    keys = [key for key in tree.encrypted_data_keys if key.ciphertext is not None]
    pairs = [(pair.key, pair.value) for pair in tree.encryption_context or ()]
    return _Head(
        version=tree.value("header.version"),
        suite=tree.suite,
        message_id=tree.value("header.message_id"),
        pairs=None if count is None else pairs,
        keys=keys if len(keys) == count else None,
        framed=None if content_type is None else content_type == CONSTANTS.content_framed,
        frame_length=tree.value("header.frame_length"),
        length=None,
    )


def _codes(tree: Tree, size: int | None) -> tuple[str, ...]:
    """The problems; of a beginning not that it ends, but that the message ends before it should."""
    problems = [problem for problem in tree.problems if size is None or not isinstance(problem, TruncatedMessage)]
    codes = [problem.code.value for problem in problems]
    if size is not None and tree.complete:
        codes.append(Code.TRAILING_DATA.value)
    return tuple(dict.fromkeys(codes))


# -------------------------------------------------------------------- the row
def _row(head: _Head, body: Body, problems: tuple[str, ...], *, size: int, read: str, values: bool) -> Row:
    suite, pairs, keys = head.suite, head.pairs, None
    problems = problems if body.problem is None else tuple(dict.fromkeys((*problems, body.problem)))
    if head.keys is not None and len(head.keys) > _MAX_KEYS:
        problems = (*problems, Code.EDK_LIMIT_EXCEEDED.value)
    elif head.keys is not None:
        keys = tuple(map(_data_key, head.keys))
    return Row(
        size=size,
        read=read,
        version=head.version,
        suite=None if suite is None else suite.hex_id,
        committing=None if suite is None else suite.commitment,
        signed=None if suite is None else suite.signed,
        message_id=None if head.message_id is None else head.message_id.hex(),
        context_keys=None if pairs is None else tuple([utf8_text(key) for key, _ in pairs]),
        context=tuple([Pair(utf8_text(key), None if value is None else utf8_text(value)) for key, value in pairs])
        if values and pairs is not None
        else None,
        data_keys=keys,
        sole_key=len({key.key for key in keys}) == 1 if keys else None,
        post_quantum=_weakest(key.post_quantum for key in keys) if keys else None,
        framed=head.framed,
        frame_length=head.frame_length,
        header_length=head.length,
        frames=body.frames,
        plaintext_length=body.plaintext_length,
        signature=None,
        problems=problems,
    )


def _weakest(answers: Iterable[str]) -> str:
    """Whether all data keys resist: a message is as weak as the weakest of them."""
    found = set(answers)
    return next(answer for answer in ("no", "unknown", "yes") if answer in found)


def _data_key(parts: Parts) -> DataKey:
    """An encrypted data key, whole."""
    info = parts.provider_info
    if parts.provider_id == _KMS and info is not None and len(info) <= _LONG_NAME:
        return _kms_data_key(info, post_quantum(_Described(parts.ciphertext, _kms_key(info)))[0])
    key = wrapping_key(parts)
    return _described(key, post_quantum(_Described(parts.ciphertext, key))[0])


# Millions of messages name a handful of KMS keys, and of these the ciphertext tells nothing about the wrapping key.
@lru_cache(maxsize=_MAX_KMS_KEYS)
def _kms_key(name: bytes) -> WrappingKey:
    return wrapping_key(EncryptedDataKey(_KMS, name, b""))


@lru_cache(maxsize=_MAX_KMS_KEYS)
def _kms_data_key(name: bytes, resists: str) -> DataKey:
    return _described(_kms_key(name), resists)


def _described(key: WrappingKey, resists: str) -> DataKey:
    arn = key.arn if isinstance(key, KmsKey) else None
    agreement = key if isinstance(key, KeyAgreement) else None
    return DataKey(
        key=_label(key),
        kind=key.kind.id,
        certainty=key.certainty,
        provider=utf8_text(key.provider_id),
        name=None if agreement is not None else utf8_text(key.key_name),
        partition=None if arn is None else arn.partition,
        region=None if arn is None else arn.region,
        account=None if arn is None else arn.account,
        resource_type=None if arn is None else arn.resource_type,
        resource_id=None if arn is None else arn.resource_id,
        multi_region=arn.is_multi_region if arn is not None and arn.is_key else None,
        branch_key_version=key.version if isinstance(key, BranchKeyVersion) else None,
        recipient=None if agreement is None else _digest(agreement.recipient),
        sender=None if agreement is None else _digest(agreement.sender),
        post_quantum=resists,
    )


def _digest(public_key: bytes) -> str:
    return sha256(public_key).hexdigest()


# What ends the provider id in a label, and what escapes it. An ARN has a colon before its first slash, and no provider id has one here, so
# that no two wrapping keys have the same label.
_ESCAPES = str.maketrans({character: f"%{ord(character):02X}" for character in "%:/?"})
_BYTE_ESCAPES = {**_ESCAPES, **{byte: f"%{byte:02X}" for byte in range(0x80, 0x100)}}


def _label(key: WrappingKey) -> str:
    """The name of a wrapping key, the same for the same key alone: its ARN, otherwise ``provider/name``, or ``provider?hex`` for a name
    that is not text."""
    # Reqs: SCN-ROW-005
    if isinstance(key, KmsKey) and key.arn is not None:
        return str(key.arn)
    if isinstance(key, KeyAgreement):
        return f"{_provider_label(key.provider_id)}?sha256={_digest(key.recipient)}"
    return key_label(key.provider_id, key.key_name)


def key_label(provider_id: bytes, key_name: bytes) -> str:
    """The name of a wrapping key that has no ARN and is not of key agreement, from its provider id and key name as stored."""
    name = utf8_text(key_name)
    return f"{_provider_label(provider_id)}{f'?hex={key_name.hex()}' if name is None else f'/{name}'}"


def _provider_label(provider_id: bytes) -> str:
    provider = utf8_text(provider_id)
    return provider_id.decode("latin-1").translate(_BYTE_ESCAPES) if provider is None else provider.translate(_ESCAPES)

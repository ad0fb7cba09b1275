"""Hypothesis strategies for messages and their parts: valid by construction, mostly small, fast, and shrinking to something readable.

Strategy: a few choices are drawn (suite, body, context, data keys, plaintext) and the forge makes the message from them; so nothing
is discarded, and a smaller choice is a smaller message. Most parts are small; some have the sizes of real ones, and some a size at which
a length needs another bit (``forge.boundaries``). What is long is filled, not drawn. Signing keys come from a seed, signatures are
deterministic: the same choices give the same bytes. ``from_grammar`` makes the values of a single field from its node of the grammar and
its row in ``spec/format``, with the same boundaries.

Invariants: every message passes strict reading and decrypts with its data key; what ``mutated`` changes comes with the right answer. Data
keys and signing keys are drawn here and protect nothing. Not here: data keys that a keyring can unwrap, unless you pass them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeVar

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    what = 'esdkit.fuzz.strategies needs hypothesis, which is not installed. Install it with: pip install "esdkit[fuzz]"'
    raise ModuleNotFoundError(what, name=error.name) from None

from esdkit.cmm.base import check_no_reserved_keys
from esdkit.crypto.secret import Secret
from esdkit.crypto.signing import encode_public_key
from esdkit.errors import Code, UsageError
from esdkit.forge import Draft, Piece, new_draft, seeded_signing_key
from esdkit.forge.boundaries import boundaries
from esdkit.fuzz.mutations import Mutation, plans
from esdkit.fuzz.plan import Kind, Plan
from esdkit.fuzz.subject import Subject
from esdkit.grammar.body import BODY_AAD
from esdkit.grammar.edk import ECDH_CIPHERTEXT, ECDH_INFO, HIERARCHY_CIPHERTEXT, ML_KEM_INFO, RAW_AES_INFO
from esdkit.grammar.field import Blob, Lookup, Node, Raw, Ref, UInt
from esdkit.grammar.footer import MESSAGE
from esdkit.message import EncryptedDataKey, Header, Message, NonFramedBody, parse
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, Field, SignatureScheme, Suite

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["Generated", "encrypted_data_keys", "encryption_contexts", "from_grammar", "headers", "messages", "mutated"]


def __dir__() -> list[str]:
    return __all__


_Value = TypeVar("_Value")

_TEXT = 32  # maximum characters of a text
_BYTES = 256  # maximum bytes of a field whose content is drawn
_LONG = 70_000  # maximum bytes of a long plaintext: its length takes more than 16 bits
_FRAMES = 8  # maximum frames of a message, without an empty final one
_MANY_FRAMES = 300  # maximum frames of a long body, so that their number takes more than 8 bits
_FEW = 6  # maximum pairs of a varied context
_PAIRS = 300  # maximum pairs of a context, so that their count takes more than 8 bits
_KEYS = 3  # maximum encrypted data keys of a usual message
_MANY_KEYS = 300  # maximum encrypted data keys, as for the pairs
_RARE = 9  # usual examples for one that is long
_SAME_KIND = 63  # the mutations of a kind are counted from 0 to this
_TRIES = 4  # messages that are drawn for one that has a kind of mutation
_SEEDS = 8  # signing keys per scheme
_BYTE_ENDS = (255, 256, 257)  # sizes around the largest that 8 bits hold
_COUNT = 2  # bytes of the number of pairs
_PAIR = 2 + 2  # bytes of the lengths of a pair

_KMS_ARN = b"arn:aws:kms:eu-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
_KMS_CIPHERTEXT = 184  # what AWS KMS returns for a data key of 32 bytes
_RSA_CIPHERTEXTS = (256, 384, 512)  # RSA with 2,048, 3,072 and 4,096 bits
_RAW_AES_INFO = 4 + 4 + 12  # after the key's name
_RAW_AES_CIPHERTEXTS = (32, 40, 48)  # data key and tag


@dataclass(frozen=True, slots=True)
class Generated:
    """A valid message and what opens it. The keys protect nothing, so ``repr`` shows everything, for use in an ``@example``.

    Attributes:
        data: the message's bytes.
        data_key: its plaintext data key, for ``esdkit.decrypt(source=…, data_key=…)``.
        plaintext: its content.
        message: the bytes as a model.
    """

    data: bytes
    data_key: bytes
    plaintext: bytes
    message: Message = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", parse(self.data))


def messages(
    version: int | None = None,
    suite: Suite | None = None,
    framed: bool | None = None,
    edks: Sequence[EncryptedDataKey] | st.SearchStrategy[Sequence[EncryptedDataKey]] | None = None,
    context: Mapping[str, str] | st.SearchStrategy[Mapping[str, str]] | None = None,
    plaintext: bytes | st.SearchStrategy[bytes] | None = None,
) -> st.SearchStrategy[Generated]:
    """Valid messages of every suite; what is None is drawn.

    A framed body mostly has at most eight frames, sometimes hundreds. If all are full, the last is the final one, or an empty final one
    follows: writers differ. Frame lengths go from 1 to the largest.

    Args:
        version: 1 or 2.
        suite: one suite.
        framed: whether the body has frames or is a single block.
        edks: the encrypted data keys, at least one. They need not wrap the data key; nothing unwraps them here.
        context: the stored encryption context. The public key of a suite that signs is added.
        plaintext: the content.

    Raises:
        UsageError: ``invalid-argument``, no suite has this version, or the suite has another one. When an example is drawn: a context that
            does not fit or has a key with the reserved prefix.
        MessageError: when an example is drawn, what was given is not valid in a message; for example no encrypted data key.
    """
    choices = [one for one in SUITES.values() if version in (None, one.message_version) and suite in (None, one)]
    if not choices:
        raise UsageError(Code.INVALID_ARGUMENT, f"there is no such suite of message version {version}")
    return _messages(
        st.sampled_from(choices),
        st.sampled_from([True, False]) if framed is None else st.just(framed),
        _given(edks, _data_key_lists()),
        None if context is None else _given(context, st.nothing()),
        _given(plaintext, _mostly(st.binary(max_size=_BYTES), _filled(_BYTES, _LONG))),
    )


def headers(
    version: int | None = None,
    suite: Suite | None = None,
    framed: bool | None = None,
    edks: Sequence[EncryptedDataKey] | st.SearchStrategy[Sequence[EncryptedDataKey]] | None = None,
    context: Mapping[str, str] | st.SearchStrategy[Mapping[str, str]] | None = None,
) -> st.SearchStrategy[Header]:
    """The headers of valid messages, authenticated. Arguments and errors as for ``messages``."""
    return messages(version, suite, framed, edks, context).map(lambda generated: generated.message.header)


def encryption_contexts() -> st.SearchStrategy[dict[str, str]]:
    """Encryption contexts that every header can hold, beside a public key: any text of Unicode, empty ones, sometimes hundreds of pairs or
    kilobytes in one pair.

    No key has the reserved prefix.
    """
    return _contexts(LIMITS["encryption_context_length"] - max(map(_public_key_length, SUITES.values())))


def encrypted_data_keys() -> st.SearchStrategy[EncryptedDataKey]:
    """Encrypted data keys that wrap nothing: any text as provider id, any bytes, any of them empty; or as AWS KMS, raw AES and RSA keyrings
    write them; sometimes with a field at a boundary of its length.
    """
    return _mostly(_small_data_keys() | _real_data_keys(), _wide_data_keys())


def from_grammar(field_id: str) -> st.SearchStrategy[int] | st.SearchStrategy[bytes]:
    """The valid values of one field by itself, its boundaries more often than by chance.

    A number comes from its row's values or bounds, else from its width. Bytes have the size of the format, that of a suite in one of the
    field's versions, or any up to ``field_length`` of spec/limits.yaml, the maximum of a header field, and of a body
    what fits into memory. Rules over several fields are not checked: a length need not match anything.

    Args:
        field_id: an id of ``spec/format``, for example ``header.frame_length``.

    Raises:
        UsageError: ``invalid-argument``, there is no such field; a list or section has no value by itself.
    """
    if field_id not in FIELDS:
        hint = "the ids are in spec/format; lists and sections have none, encryption_contexts() and encrypted_data_keys() make their items"
        raise UsageError(Code.INVALID_ARGUMENT, f"spec/format has no field {field_id}", path=field_id, hint=hint)
    row = FIELDS[field_id]
    nodes = _nodes()[field_id]
    if row.unit == "ascii":
        return st.sampled_from([CONSTANTS.content_non_framed_string, CONSTANTS.content_frame_string, CONSTANTS.content_final_frame_string])
    numbers = [_numbers(node, row) for node in nodes if isinstance(node, UInt)]
    if numbers:
        return st.one_of(numbers)
    return st.one_of([_contents(node, row) for node in nodes if not isinstance(node, UInt)])


def mutated(base: Generated | st.SearchStrategy[Generated] | None = None) -> st.SearchStrategy[Mutation]:
    """Changed messages, each with what a correct reader that has the data key does with it.

    Shrinking ends with the first mutation that fails on the smallest message that has it.

    Args:
        base: valid messages of ``messages()``; None for small ones, since the changes reach the boundaries by themselves.

    Raises:
        UsageError: ``invalid-argument``, when an example is drawn: the base was not made by ``messages()``.
    """
    return _mutated(None if base is None else _given(base, st.nothing()), 1 if isinstance(base, Generated) else _TRIES)


@st.composite
def _mutated(draw: st.DrawFn, bases: st.SearchStrategy[Generated] | None, tries: int) -> Mutation:
    """The operation is drawn first, then the field and repair, then messages until one has such a mutation: every operation is as likely.

    What is drawn first does not depend on the message, so that the message can shrink under the same mutation. A message that has none of
    that field and repair gives another of the operation; if no message has that, the last one gives one of its operations, each as likely.
    """
    operation = draw(st.sampled_from([*_kinds()]))
    kind = draw(st.sampled_from([*_kinds()[operation]]))
    which = draw(st.integers(0, _SAME_KIND))
    bases = _small_messages(_kinds()[operation][kind]) if bases is None else bases
    for _ in range(tries):
        subject = Subject(_draft_of(draw(bases)))
        by_operation: dict[str, list[Plan]] = {}
        for plan in plans(subject):
            by_operation.setdefault(plan.operation, []).append(plan)
        if operation in by_operation:
            break
    same = by_operation.get(operation) or draw(st.sampled_from([*by_operation.values()]))
    found = [plan for plan in same if plan.kind == kind] or same
    return Mutation.of(found[which % len(found)], subject)


@cache
def _small_messages(forms: tuple[_Form, ...]) -> st.SearchStrategy[Generated]:
    """Small messages of these forms."""
    edks = st.lists(_small_data_keys(), min_size=1, max_size=_KEYS)
    context, plaintext = _few_pairs(_texts()), st.binary(max_size=_TEXT)
    return st.sampled_from(forms).flatmap(
        lambda form: messages(suite=form.suite, framed=form.framed, edks=edks, context=context, plaintext=plaintext)
    )


class _Form(NamedTuple):
    """What decides which fields a message has."""

    suite: Suite
    framed: bool


@cache
def _kinds() -> Mapping[str, Mapping[Kind, tuple[_Form, ...]]]:
    """The kinds of mutations that a message can have, by operation, the simplest first, with the forms of messages that have them."""
    kinds: dict[str, dict[Kind, dict[_Form, None]]] = {}
    for suite, frame_length in product(SUITES.values(), (3, 100, None)):
        for plan in plans(Subject(_typical_draft(suite, frame_length))):
            forms = kinds.setdefault(plan.operation, {}).setdefault(plan.kind, {})
            forms[_Form(suite, frame_length is not None)] = None
    return {operation: {kind: tuple(forms) for kind, forms in own.items()} for operation, own in kinds.items()}


def _typical_draft(suite: Suite, frame_length: int | None) -> Draft:
    """A message with all that can be changed: two data keys, two pairs, several bytes in each frame."""
    return new_draft(
        suite=suite,
        data_key=bytes(range(suite.data_key_length)),
        message_id=bytes(range(1, 1 + CONSTANTS.message_id_lengths[suite.message_version])),
        encrypted_data_keys=[EncryptedDataKey(b"id", b"info", b"key"), EncryptedDataKey(b"id", b"info", b"other")],
        plaintext=b"abcdefgh",
        frame_length=frame_length,
        encryption_context={"key": "value", "other": "value"},
        signing_key=None if suite.signature is None else _signing_key(suite.signature, 0),
    )


def _draft_of(generated: Generated) -> Draft:
    """The parts of a generated message, which are made again from its bytes."""
    if not isinstance(generated, Generated):
        raise UsageError(Code.INVALID_ARGUMENT, f"the base is {type(generated).__name__}, not a message of messages()", path="base")
    message = generated.message
    scheme = message.header.suite.signature
    draft = Draft(
        header=message.header,
        pieces=tuple(_pieces(message, generated.plaintext)),
        data_key=Secret(generated.data_key),
        signing_key=None if scheme is None else _signing_key_of(message.header, scheme),
    )
    if draft.seal() != generated.data:
        raise UsageError(Code.INVALID_ARGUMENT, "the base is not a message of messages()", path="base")
    return draft


def _pieces(message: Message, plaintext: bytes) -> Iterator[Piece]:
    if isinstance(message.body, NonFramedBody):
        yield Piece(CONSTANTS.non_framed_sequence_number, message.body.iv, plaintext)
        return
    at = 0
    for frame in message.body:
        yield Piece(frame.sequence_number, frame.iv, plaintext[at : at + len(frame.ciphertext)])
        at += len(frame.ciphertext)


def _signing_key_of(header: Header, scheme: SignatureScheme) -> EllipticCurvePrivateKey:
    public_key = header.encryption_context[CONSTANTS.public_key_name]
    for seed in range(_SEEDS):
        if encode_public_key(_signing_key(scheme, seed).public_key()) == public_key:
            return _signing_key(scheme, seed)
    raise UsageError(Code.INVALID_ARGUMENT, "the base is not a message of messages()", path="base")


# -------------------------------------------------------------------- messages
@st.composite
def _messages(
    draw: st.DrawFn,
    suites: st.SearchStrategy[Suite],
    framed: st.SearchStrategy[bool],
    edks: st.SearchStrategy[Sequence[EncryptedDataKey]],
    contexts: st.SearchStrategy[Mapping[str, str]] | None,
    plaintexts: st.SearchStrategy[bytes],
) -> Generated:
    suite = draw(suites)
    plaintext = draw(plaintexts)
    context = draw(_contexts(LIMITS["encryption_context_length"] - _public_key_length(suite)) if contexts is None else contexts)
    check_no_reserved_keys(context)
    data_key = draw(_fixed(suite.data_key_length))
    ends_full = draw(st.booleans())  # drawn for every message, so that a shorter plaintext takes no other choices
    draft = new_draft(
        suite=suite,
        data_key=data_key,
        message_id=draw(_fixed(CONSTANTS.message_id_lengths[suite.message_version])),
        encrypted_data_keys=draw(edks),
        plaintext=plaintext,
        frame_length=draw(_frame_lengths(len(plaintext))) if draw(framed) else None,
        encryption_context=context,
        signing_key=None if suite.signature is None else _signing_key(suite.signature, draw(st.integers(0, _SEEDS - 1))),
    )
    if ends_full and len(draft.pieces) > 1 and not draft.pieces[-1].plaintext:
        draft = draft.with_pieces(*draft.pieces[:-1])
    return Generated(draft.seal(), data_key, plaintext)


def _frame_lengths(plaintext_length: int) -> st.SearchStrategy[int]:
    """Frame lengths that give few frames: any, those that fill all frames, and the boundaries; for a longer plaintext also many."""
    least = max(1, -(-plaintext_length // _FRAMES))
    exact = [plaintext_length // count for count in range(1, _FRAMES + 1) if plaintext_length and plaintext_length % count == 0]
    few = st.integers(least, max(least, plaintext_length) + 1) | st.sampled_from([*exact, *boundaries(least, LIMITS["frame_length"])])
    least_of_many = max(1, -(-plaintext_length // _MANY_FRAMES))
    return _mostly(few, st.integers(least_of_many, least))


@cache
def _signing_key(scheme: SignatureScheme, seed: int) -> EllipticCurvePrivateKey:
    return seeded_signing_key(scheme, bytes([seed]))


def _given(value: _Value | st.SearchStrategy[_Value] | None, default: st.SearchStrategy[_Value]) -> st.SearchStrategy[_Value]:
    if value is None:
        return default
    return value if isinstance(value, st.SearchStrategy) else st.just(value)


def _texts() -> st.SearchStrategy[str]:
    """Any text that UTF-8 can express."""
    return st.text(st.characters(codec="utf-8"), max_size=_TEXT)


def _fixed(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


def _mostly(usual: st.SearchStrategy[_Value], rare: st.SearchStrategy[_Value]) -> st.SearchStrategy[_Value]:
    """One of about ten examples is a rare one; shrinking ends with a usual one."""
    return st.integers(0, _RARE).flatmap(lambda number: rare if number == _RARE else usual)


def _sizes_at_boundaries(least: int, most: int) -> st.SearchStrategy[int]:
    """Sizes at a boundary, half of them the largest or where 8 bits end: there most readers that are wrong are wrong."""
    return st.sampled_from(boundaries(least, most)) | st.sampled_from([size for size in (*_BYTE_ENDS, most) if least <= size <= most])


def _filled(least: int, most: int) -> st.SearchStrategy[bytes]:
    """Bytes with a size at a boundary. They count up, so that a reader that begins at a wrong place reads other bytes."""
    return _sizes_at_boundaries(least, most).map(lambda size: (bytes(range(256)) * (size // 256 + 1))[:size])


def _filled_texts(most: int) -> st.SearchStrategy[str]:
    """Texts with a size in UTF-8 at a boundary, of characters of one byte or two."""
    sizes = _sizes_at_boundaries(0, most)
    return sizes.map("k".__mul__) | sizes.map(lambda size: "k" * (size % 2) + "é" * (size // 2))


# -------------------------------------------------------------------- parts of headers
@cache
def _contexts(room: int) -> st.SearchStrategy[dict[str, str]]:
    """Contexts of at most ``room`` bytes."""
    many = st.integers(0, _PAIRS).map(lambda count: {str(number): "" for number in range(count)})
    pair = room - _COUNT - _PAIR - 1
    wide = st.builds(lambda key, value: {key: value}, st.just("k"), _filled_texts(pair)) | _filled_texts(pair + 1).map(
        lambda key: {key: ""}
    )
    values = _mostly(_texts(), st.sampled_from(_BYTE_ENDS).map("v".__mul__))
    return _mostly(_few_pairs(values), many | wide)


def _few_pairs(values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    keys = _texts().filter(lambda key: not key.startswith(CONSTANTS.reserved_context_prefix))
    return st.dictionaries(keys, values, max_size=_FEW)


@cache
def _public_key_length(suite: Suite) -> int:
    """Bytes of the pair that a suite that signs adds to the context."""
    if suite.signature is None:
        return 0
    return _PAIR + len(CONSTANTS.public_key_name) + 4 * -(-suite.signature.point_length // 3)


def _small_data_keys() -> st.SearchStrategy[EncryptedDataKey]:
    content = st.binary(max_size=_BYTES)
    return st.builds(EncryptedDataKey, provider_id=_texts().map(str.encode), provider_info=content, ciphertext=content)


@st.composite
def _real_data_keys(draw: st.DrawFn) -> EncryptedDataKey:
    """A data key with the provider and the sizes of a real one."""
    kind = draw(st.sampled_from(["raw-aes", "raw-rsa", "aws-kms"]))
    if kind == "aws-kms":
        return EncryptedDataKey(b"aws-kms", _KMS_ARN, draw(_seeded(_KMS_CIPHERTEXT)))
    if kind == "raw-rsa":
        return EncryptedDataKey(b"my-keys", b"rsa-1", draw(st.sampled_from(_RSA_CIPHERTEXTS).flatmap(_seeded)))
    info, ciphertext = draw(_seeded(_RAW_AES_INFO)), draw(st.sampled_from(_RAW_AES_CIPHERTEXTS).flatmap(_seeded))
    return EncryptedDataKey(b"my-keys", b"aes-1" + info, ciphertext)


def _seeded(size: int) -> st.SearchStrategy[bytes]:
    """Bytes that look random and take one choice."""
    return st.integers(0, 255).map(lambda seed: hashlib.shake_256(bytes([seed])).digest(size))


@st.composite
def _wide_data_keys(draw: st.DrawFn) -> EncryptedDataKey:
    """A data key with one field that has a size at a boundary."""
    content = _filled(0, LIMITS["field_length"])
    part = draw(st.sampled_from(["provider_id", "provider_info", "ciphertext"]))
    value = draw(_filled_texts(LIMITS["field_length"]).map(str.encode) if part == "provider_id" else content)
    return replace(EncryptedDataKey(b"", b"", b""), **{part: value})


def _data_key_lists() -> st.SearchStrategy[list[EncryptedDataKey]]:
    """A few data keys, and sometimes dozens or hundreds of one kind."""
    few = st.lists(encrypted_data_keys(), min_size=1, max_size=_KEYS)
    kind = st.just(EncryptedDataKey(b"", b"", b"")) | _real_data_keys()
    many = st.tuples(kind, st.integers(_KEYS, 60) | st.sampled_from(boundaries(1, _MANY_KEYS))).map(lambda drawn: [drawn[0]] * drawn[1])
    return _mostly(few, many)


# -------------------------------------------------------------------- single fields
@cache
def _nodes() -> Mapping[str, list[UInt | Raw | Blob]]:
    """The nodes of the grammar by field id: several if the versions differ."""
    nodes: dict[str, list[UInt | Raw | Blob]] = {}
    for root in (MESSAGE, BODY_AAD, RAW_AES_INFO, ECDH_INFO, ECDH_CIPHERTEXT, HIERARCHY_CIPHERTEXT, ML_KEM_INFO):
        for node in _leaves(root):
            nodes.setdefault(node.id, []).append(node)
    return nodes


def _leaves(node: Node) -> Iterator[UInt | Raw | Blob]:
    if isinstance(node, UInt | Raw | Blob):
        yield node
    for child in node.children:
        yield from _leaves(child)


def _numbers(node: UInt, row: Field) -> st.SearchStrategy[int]:
    values = row.allowed or node.closed
    if values is not None:
        return st.sampled_from(sorted(values))
    least, most = _bounds(node, row)
    return st.integers(least, most) | st.sampled_from(boundaries(least, most))


def _bounds(node: UInt, row: Field) -> tuple[int, int]:
    return row.minimum or 0, 256**node.size - 1 if row.maximum is None else row.maximum


def _contents(node: Raw | Blob, row: Field) -> st.SearchStrategy[bytes]:
    sizes = _sizes(node, row)
    if sizes is not None:
        return st.one_of([_fixed(size) for size in sorted(sizes)])
    most = LIMITS["field_length"]
    if row.unit == "utf-8":
        return _texts().map(str.encode) | _filled_texts(most).map(str.encode)
    return st.binary(max_size=_BYTES) | _filled(0, most)


def _sizes(node: Raw | Blob, row: Field) -> set[int] | None:
    """The sizes (bytes) of the field; None if it can have any."""
    if isinstance(node, Blob) or isinstance(node.size, Ref):
        return None
    if isinstance(node.size, int):
        return {node.size}
    if isinstance(node.size, Lookup):
        return {size for suite_id, size in node.size.rows.items() if SUITES[suite_id].message_version in row.versions}
    return set(row.size.values()) if isinstance(row.size, Mapping) else None

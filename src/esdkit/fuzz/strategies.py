"""Hypothesis strategies for messages and their parts: valid by construction, small, fast, and shrinking to something readable.

Strategy: a few choices are drawn (suite, body, context, data keys, plaintext) and the forge makes the message from them; so nothing
is discarded, and a smaller choice is a smaller message. Signing keys come from a seed, signatures are deterministic: the same
choices give the same bytes. ``from_grammar`` makes the values of a single field from its node of the grammar and its row in
``spec/format``.

Invariants: every message passes strict reading and decrypts with its data key. Data keys and signing keys are drawn here and protect
nothing. Not here: invalid messages (change bytes, or use ``esdkit.forge``), and data keys that a keyring can unwrap, unless
the caller passes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    what = 'esdkit.fuzz.strategies needs hypothesis, which is not installed. Install it with: pip install "esdkit[fuzz]"'
    raise ModuleNotFoundError(what, name=error.name) from None

from esdkit.cmm.base import check_no_reserved_keys
from esdkit.errors import Code, UsageError
from esdkit.forge import new_draft, seeded_signing_key
from esdkit.grammar.body import BODY_AAD
from esdkit.grammar.edk import ECDH_CIPHERTEXT, ECDH_INFO, HIERARCHY_CIPHERTEXT, ML_KEM_INFO, RAW_AES_INFO
from esdkit.grammar.field import Blob, Lookup, Node, Raw, Ref, UInt
from esdkit.grammar.footer import MESSAGE
from esdkit.message import EncryptedDataKey, Header, Message, parse
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, Field, SignatureScheme, Suite

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["Generated", "encrypted_data_keys", "encryption_contexts", "from_grammar", "headers", "messages"]


def __dir__() -> list[str]:
    return __all__


_Value = TypeVar("_Value")

_TEXT = 32  # maximum characters of a text
_BYTES = 256  # maximum bytes of a field of any length
_FRAMES = 8  # maximum frames of a message, without an empty final one
_FEW = 6  # maximum pairs of a varied context
_PAIRS = 300  # maximum pairs of a context, so that their count takes two bytes
_KEYS = 3  # maximum encrypted data keys
_SEEDS = 8  # signing keys per scheme


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

    A framed body has at most eight frames; if they are all full, the last is the final one, or an empty final one follows: writers differ.

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
        _given(edks, st.lists(encrypted_data_keys(), min_size=1, max_size=_KEYS)),
        _given(context, encryption_contexts()),
        _given(plaintext, st.binary(max_size=_BYTES)),
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
    """Encryption contexts that every header can hold, beside a public key: any text of Unicode, empty ones, sometimes hundreds of pairs.

    No key has the reserved prefix.
    """
    keys = _texts().filter(lambda key: not key.startswith(CONSTANTS.reserved_context_prefix))
    many = st.integers(0, _PAIRS).map(lambda count: {str(number): "" for number in range(count)})
    few = st.dictionaries(keys, _texts(), max_size=_FEW)
    return st.one_of(few, few, few, many)  # long contexts reveal little, so only one example in four has one


def encrypted_data_keys() -> st.SearchStrategy[EncryptedDataKey]:
    """Encrypted data keys that wrap nothing: any text as provider id, any bytes, any of them empty."""
    content = st.binary(max_size=_BYTES)
    return st.builds(EncryptedDataKey, provider_id=_texts().map(str.encode), provider_info=content, ciphertext=content)


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


# -------------------------------------------------------------------- messages
@st.composite
def _messages(
    draw: st.DrawFn,
    suites: st.SearchStrategy[Suite],
    framed: st.SearchStrategy[bool],
    edks: st.SearchStrategy[Sequence[EncryptedDataKey]],
    contexts: st.SearchStrategy[Mapping[str, str]],
    plaintexts: st.SearchStrategy[bytes],
) -> Generated:
    suite = draw(suites)
    plaintext = draw(plaintexts)
    context = draw(contexts)
    check_no_reserved_keys(context)
    data_key = draw(_fixed(suite.data_key_length))
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
    if len(draft.pieces) > 1 and not draft.pieces[-1].plaintext and draw(st.booleans()):
        draft = draft.with_pieces(*draft.pieces[:-1])  # a full final frame
    return Generated(draft.seal(), data_key, plaintext)


def _frame_lengths(plaintext_length: int) -> st.SearchStrategy[int]:
    """Frame lengths that give few frames: any, those that fill all frames, and the largest."""
    least = max(1, -(-plaintext_length // _FRAMES))
    exact = [plaintext_length // count for count in range(1, _FRAMES + 1) if plaintext_length and plaintext_length % count == 0]
    return st.integers(least, max(least, plaintext_length) + 1) | st.sampled_from([*exact, LIMITS["frame_length"]])


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
    return st.integers(least, most) | st.sampled_from([least, least + 1, most - 1, most])


def _bounds(node: UInt, row: Field) -> tuple[int, int]:
    return row.minimum or 0, 256**node.size - 1 if row.maximum is None else row.maximum


def _contents(node: Raw | Blob, row: Field) -> st.SearchStrategy[bytes]:
    sizes = _sizes(node, row)
    if sizes is not None:
        return st.one_of([_fixed(size) for size in sorted(sizes)])
    content = _texts().map(str.encode) if row.unit == "utf-8" else st.binary(max_size=_BYTES)
    most = LIMITS["field_length"]
    return content | st.sampled_from([0, 1, most - 1, most]).map(lambda size: size * b"0")


def _sizes(node: Raw | Blob, row: Field) -> set[int] | None:
    """The sizes (bytes) of the field; None if it can have any."""
    if isinstance(node, Blob) or isinstance(node.size, Ref):
        return None
    if isinstance(node.size, int):
        return {node.size}
    if isinstance(node.size, Lookup):
        return {size for suite_id, size in node.size.rows.items() if SUITES[suite_id].message_version in row.versions}
    return set(row.size.values()) if isinstance(row.size, Mapping) else None

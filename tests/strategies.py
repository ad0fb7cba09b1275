"""Hypothesis strategies for messages as models that nothing authenticates: valid ones, and everything else that the grammar can write.

Messages that decrypt are made by ``esdkit.fuzz.strategies``.
"""

from __future__ import annotations

from typing import cast

from hypothesis import strategies as st

from esdkit.fuzz import strategies as fuzz
from esdkit.message import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody
from esdkit.message.aad import context_pairs
from esdkit.spec import CONSTANTS, FIELDS, SUITES, Suite

__all__ = ["chunkings", "contexts", "encrypted_data_keys", "frames", "headers", "messages", "non_framed_bodies", "suites"]

_SMALL = 24  # bytes of a field whose length is free


def suites(version: int | None = None) -> st.SearchStrategy[Suite]:
    """Every suite, or those of one message version."""
    return st.sampled_from([suite for suite in SUITES.values() if version is None or suite.message_version == version])


def contexts() -> st.SearchStrategy[dict[str, str]]:
    """Encryption contexts that a writer may be given."""
    return fuzz.encryption_contexts()


def encrypted_data_keys(*, valid: bool = True) -> st.SearchStrategy[EncryptedDataKey]:
    """Encrypted data keys, or any three byte strings."""
    if valid:
        return fuzz.encrypted_data_keys()
    content = st.binary(max_size=_SMALL)
    return st.builds(EncryptedDataKey, provider_id=content, provider_info=content, ciphertext=content)


def _number(field_id: str, *, valid: bool) -> st.SearchStrategy[int]:
    """The values that a number's row allows, or that its field can hold."""
    if valid:
        return cast("st.SearchStrategy[int]", fuzz.from_grammar(field_id))
    size = FIELDS[field_id].size
    assert isinstance(size, int)
    return st.integers(0, 256**size - 1)


@st.composite
def headers(draw: st.DrawFn, *, valid: bool = True, framed: bool | None = None, frame_length: int | None = None) -> Header:
    """Headers; tags and ids authenticate nothing.

    Args:
        valid: whether every value rule holds; otherwise only the structure does.
        framed: None for both kinds of body.
        frame_length: of a framed body; None for any.
    """
    version = draw(st.sampled_from([1, 2]))
    suite = draw(suites(version if valid else None))
    first = version == 1
    framed = draw(st.booleans()) if framed is None else framed
    length = draw(st.integers(1, 2**32 - 1)) if frame_length is None else frame_length
    if valid:
        pairs = context_pairs(draw(fuzz.encryption_contexts()))
        turn = draw(st.integers(0, len(pairs or ())))
        pairs = pairs and (*pairs[turn:], *pairs[:turn])  # in another order than writers'
    else:
        pair = st.tuples(st.binary(max_size=3), st.binary(max_size=3))
        pairs = draw(st.none() | st.lists(pair, max_size=4).map(tuple))
        length = draw(_number("header.frame_length", valid=False)) if frame_length is None else frame_length
    return Header(
        version=version,
        suite=suite,
        message_id=draw(st.binary(min_size=CONSTANTS.message_id_lengths[version], max_size=CONSTANTS.message_id_lengths[version])),
        context_pairs=pairs,
        encrypted_data_keys=tuple(draw(st.lists(encrypted_data_keys(valid=valid), min_size=int(valid), max_size=3))),
        content_type=CONSTANTS.content_framed if framed else CONSTANTS.content_non_framed,
        frame_length=length if framed or not valid else 0,
        auth=HeaderAuth(draw(_fixed(suite.iv_length)) if first else b"", draw(_fixed(suite.tag_length))),
        suite_data=b"" if first else draw(_fixed(suite.suite_data_length)),
        type=draw(_number("header.type", valid=valid)) if first else None,
        reserved=draw(_number("header.reserved", valid=valid)) if first else None,
        iv_length=draw(_number("header.iv_length", valid=valid)) if first else None,
    )


def _fixed(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


@st.composite
def frames(draw: st.DrawFn, suite: Suite, frame_length: int, *, valid: bool = True) -> tuple[Frame, ...]:
    """The frames of a body, the last of them final."""
    regular = draw(st.integers(0, 3))

    def frame(position: int, ciphertext: bytes, *, final: bool) -> Frame:
        field_id = "body.final_frame.sequence_number" if final else "body.frame.sequence_number"
        largest = FIELDS[field_id].maximum
        number = position if valid else draw(st.integers(0, largest))
        return Frame(number, draw(_fixed(suite.iv_length)), ciphertext, draw(_fixed(suite.tag_length)), final)

    first = CONSTANTS.first_sequence_number
    body = [frame(first + at, draw(_fixed(frame_length)), final=False) for at in range(regular)]
    last = draw(st.binary(max_size=frame_length if valid else 2 * _SMALL))
    return (*body, frame(first + regular, last, final=True))


def non_framed_bodies(suite: Suite) -> st.SearchStrategy[NonFramedBody]:
    """Single blocks."""
    return st.builds(NonFramedBody, iv=_fixed(suite.iv_length), ciphertext=st.binary(max_size=2 * _SMALL), tag=_fixed(suite.tag_length))


def _bodies(suite: Suite, frame_length: int | None, *, valid: bool) -> st.SearchStrategy[tuple[Frame, ...] | NonFramedBody]:
    if frame_length is None:
        return non_framed_bodies(suite)
    return frames(suite, frame_length, valid=valid)


@st.composite
def messages(draw: st.DrawFn, *, valid: bool = True) -> Message:
    """Whole messages; what is not valid still has a structure."""
    framed = draw(st.booleans())
    frame_length = draw(st.integers(int(valid), _SMALL)) if framed else None
    header = draw(headers(valid=valid, framed=framed, frame_length=frame_length))
    body = draw(_bodies(header.suite, frame_length, valid=valid))
    signature = draw(st.binary(max_size=110)) if header.suite.signed else None
    return Message(header, body, signature)


@st.composite
def chunkings(draw: st.DrawFn, data: bytes) -> list[bytes]:
    """The bytes in pieces, empty ones included."""
    edges = sorted(draw(st.lists(st.integers(0, len(data)), max_size=8)))
    return [data[start:end] for start, end in zip([0, *edges], [*edges, len(data)], strict=True)]

"""One order of checks: whatever value is wrong, and wherever the message is cut after it, all readers name the same code, path and offset.

A reader that decrypts stops at a tag or signature that does not verify; what is wrong with the structure may come after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.engine import decryptor as module
from esdkit.errors import Code
from esdkit.forge.mutate import flip, spans, splice
from tests.drafts import ANY_SUITE, KEYRING, valid
from tests.pushing import cut_at, push
from tests.readers import DECRYPTING, READERS, STRUCTURAL, Place, refused

NOT_AUTHENTIC = (Code.BODY_TAG_INVALID, Code.SIGNATURE_INVALID, Code.SIGNATURE_MALFORMED)
NEAR = 48  # bytes from the wrong number on: the rest of its frame or block, and the beginning of what follows
SHAPES = {
    "v1": (0x0178, 8, b"123456789"),
    "v1-block": (0x0178, None, b"123456789"),
    "v2": (0x0478, 8, b"123456789"),
    "v2-block": (0x0478, None, b"123456789"),
    "signed": (0x0578, 8, b"123456789"),
    "signed-block": (0x0578, None, b"12345"),
    "signed-empty-final-frame": (0x0578, 4, b"1234"),
}
each_shape = pytest.mark.parametrize("shape", SHAPES)


@cache
def message(shape: str) -> bytes:
    """A message of a regular frame and a final one, or of a block."""
    suite, frame_length, plaintext = SHAPES[shape]
    return valid(suite, plaintext=plaintext, frame_length=frame_length, context={}).seal()


def faults(data: bytes) -> Iterator[tuple[str, int, bytes]]:
    """One wrong value in body or footer: the path, where it begins, and the message."""
    for path, span in spans(data).items():
        if not path.startswith(("body", "footer")):
            continue
        if isinstance(span.value, int):
            most = 256 ** (span.end - span.start) - 1
            for value in (span.value - 1, span.value + 1, most):
                if 0 <= value <= most:
                    yield path, span.start, splice(data, path, value)
        elif span.value:
            yield path, span.start, flip(data, path)


def agreed(data: bytes) -> tuple[Place | None, Place | None]:
    """What those say that read all fields, and those that decrypt; each group agrees in itself."""
    structure, decryption = ({name: refused(read, data) for name, read in group.items()} for group in (STRUCTURAL, DECRYPTING))
    assert structure == dict.fromkeys(structure, structure["parse"])
    assert decryption == dict.fromkeys(decryption, decryption["decrypt"])
    return structure["parse"], decryption["decrypt"]


def assert_one_order(data: bytes) -> None:
    structure, decryption = agreed(data)
    if decryption is not None and decryption[0] in NOT_AUTHENTIC:
        assert structure is None or (structure[2] or 0) >= (decryption[2] or 0)
    else:
        assert structure == decryption
    assert refused(READERS["trace"], data) == (structure or decryption)
    if structure is not None:
        assert refused(READERS["verify"], data) == structure
    else:
        assert (refused(READERS["verify"], data) is None) == (decryption is None)


@pytest.mark.slow
@pytest.mark.req("CLI-STR-002", "FMT-FRM-004", "FMT-FRM-006", "FMT-FRM-010", "FMT-NFR-009", "CLI-DEC-030", kind="negative")
@each_shape
def test_wrong_value_is_told_the_same_wherever_the_message_is_cut(shape: str) -> None:
    data = message(shape)
    for path, start, wrong in faults(data):
        near = start + NEAR if isinstance(spans(data)[path].value, int) else start
        for cut in {*range(start, min(near, len(data))), *range(near, len(data), 23), len(data)}:
            assert_one_order(wrong[:cut])


@pytest.mark.slow
@pytest.mark.req("CLI-STR-002", "FMT-FRM-006", kind="negative")
@pytest.mark.parametrize("shape", ["signed", "v2-block"])
def test_wrong_value_is_told_the_same_where_the_content_is_too_large_to_hold(monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    monkeypatch.setattr(module, "_HOLD", 3)
    data = message(shape)
    for _, start, wrong in faults(data):
        for cut in range(start, len(data) + 1, 7):
            agreed(wrong[:cut])


@pytest.mark.req("CLI-STR-002", kind="negative")
@given(shape=st.sampled_from(sorted(SHAPES)), data=st.data())
def test_wrong_value_is_told_the_same_in_any_pieces(shape: str, data: st.DataObject) -> None:
    _, start, wrong = data.draw(st.sampled_from(list(faults(message(shape)))))
    cut = wrong[: data.draw(st.integers(start, len(wrong)))]
    edges = data.draw(st.lists(st.integers(start, len(cut)), max_size=6))
    in_pieces = refused(lambda whole: push(ANY_SUITE.decryptor(keyring=KEYRING), cut_at(whole, edges)), cut)
    assert in_pieces == refused(DECRYPTING["decrypt"], cut)


@pytest.mark.req("CLI-STR-002", kind="negative")
@pytest.mark.parametrize("hold", [3, 64], ids=["spooled", "held"])
@pytest.mark.parametrize("limit", [0, 4, 8])
@each_shape
def test_body_over_the_limit_is_told_the_same_wherever_it_is_cut(
    monkeypatch: pytest.MonkeyPatch, shape: str, limit: int, hold: int
) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    data = message(shape)
    start = next(span.start for path, span in spans(data).items() if path.startswith("body"))
    seen = set()
    for cut in range(start, len(data) + 1, 5):
        answers = {name: refused(read, data[:cut], max_body_length=limit) for name, read in DECRYPTING.items()}
        assert answers == dict.fromkeys(answers, answers["decrypt"]), cut
        seen.add(answers["decrypt"])
    assert (Code.BODY_TOO_LARGE in {place[0] for place in seen if place}) == (limit < len(SHAPES[shape][2]))


@pytest.mark.req("CLI-STR-002", kind="negative")
def test_number_and_limit_are_judged_as_soon_as_they_are_there() -> None:
    data = message("v2")
    places = spans(data)
    regular, final = places["body.frame[0].sequence_number"], places["body.final_frame.sequence_number"]
    for path, end, limit, code in (
        ("body.frame[0].sequence_number", regular.end, None, Code.SEQ_OUT_OF_ORDER),
        ("body.final_frame.sequence_number", final.end, None, Code.SEQ_OUT_OF_ORDER),
        (None, places["body.frame[0].iv"].end, 7, Code.BODY_TOO_LARGE),
        (None, places["body.final_frame.content_length"].end, 8, Code.BODY_TOO_LARGE),
    ):
        wrong = flip(data, path) if path else data
        core = ANY_SUITE.decryptor(keyring=KEYRING, max_body_length=limit)
        core.feed(wrong[: end - 1])
        place = refused(core.feed, wrong[end - 1 : end])
        assert place is not None and place[0] is code, (path, limit)


@pytest.mark.req("CLI-RNG-003", kind="negative")
@pytest.mark.parametrize("shape", ["v1", "v2"])
def test_range_tells_the_same(shape: str) -> None:
    data = message(shape)
    start = next(span.start for path, span in spans(data).items() if path.startswith("body"))
    for cut in range(start, len(data)):
        assert refused(READERS["range"], data[:cut]) == agreed(data[:cut])[0], cut
    for path, _, wrong in faults(data):
        assert refused(READERS["range"], wrong) in agreed(wrong), path

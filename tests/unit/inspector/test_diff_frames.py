"""Frames are compared as bytes in blocks, and differ where their fields do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.inspector import Tree, inspect
from esdkit.inspector.compare import frames as diff_frames
from esdkit.inspector.compare.frames import FRAME, Frames, unlike
from tests.drafts import valid

FRAMES = 9


def message(length: int = 16, frames: int = FRAMES) -> bytes:
    return valid(0x0478, frame_length=length, plaintext=bytes(length * frames + 1)).seal()


def by_fields(left: Tree, right: Tree) -> list[tuple[int, str, tuple[str, ...]]]:
    """The same, field by field."""
    sides: list[dict[int, dict[str, int | bytes]]] = []
    for tree in (left, right):
        frames: dict[int, dict[str, int | bytes]] = {}
        for one in tree.fields():
            if one.index is not None and one.id.startswith(f"{FRAME}."):
                frames.setdefault(one.index, {})[one.id.removeprefix(f"{FRAME}.")] = one.value
        sides.append(frames)
    found: list[tuple[int, str, tuple[str, ...]]] = []
    for index in range(max(len(frames) for frames in sides)):
        before, after = (frames.get(index) for frames in sides)
        if before is None or after is None:
            found.append((index, "added" if before is None else "removed", ()))
        elif names := tuple(name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name)):
            found.append((index, "changed", names))
    return found


@pytest.mark.req("CLI-DIF-003")
@pytest.mark.parametrize("piece", [1, 100, 1 << 20], ids=["one-frame", "some-frames", "all-frames"])
@given(data=st.data())
def test_frames_differ_as_their_fields_do_whatever_is_read_at_once(data: st.DataObject, piece: int) -> None:
    left, right = (bytearray(message(length)) for length in data.draw(st.sampled_from([(16, 16), (16, 17), (5, 16)])))
    start = inspect(bytes(right)).reading.run
    assert start is not None
    for at in data.draw(st.lists(st.integers(start.start, len(right) - 1), max_size=4)):
        right[at] ^= 1
    sides = inspect(bytes(left)), inspect(bytes(right[: data.draw(st.sampled_from([None, -20, -60, -100]))]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff_frames, "PIECE", piece)
        found = [(index, kind, names) for index, (kind, names) in unlike(*map(Frames.of, sides))]
    assert found == by_fields(*sides)


@pytest.mark.req("CLI-DIF-003", kind="negative")
def test_frames_of_one_side_alone_are_told_without_being_read() -> None:
    found = list(unlike(Frames.of(inspect(message())), Frames.of(inspect(b"no message"))))
    assert found == [(index, ("removed", ())) for index in range(FRAMES)]


@pytest.mark.req("CLI-DIF-003")
def test_frame_that_is_not_there_is_none() -> None:
    frames = Frames.of(inspect(message()))
    assert frames.frame(FRAMES) is None
    first = frames.frame(0)
    assert first is not None
    assert [one.id.removeprefix(f"{FRAME}.") for one in first] == ["sequence_number", "iv", "ciphertext", "tag"]

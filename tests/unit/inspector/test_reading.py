"""Messages of any length are read in bounded memory, and a file like the same bytes in memory."""

import io
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code
from esdkit.inspector import Tree, inspect
from esdkit.inspector.facts.reading import read_message
from esdkit.inspector.facts.source import MemorySource
from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.message.header import build_header
from esdkit.message.rules import RuleChecker
from esdkit.spec import CONSTANTS, LIMITS, SUITES
from tests.samples import native_accepted, native_cases, native_ciphertext, sample_header

GIB = 1 << 30
MANY = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")


def bounded(path: Path) -> Tree:
    """The tree of a file, made and shown in less than 48 MiB."""
    tracemalloc.start()
    with path.open("rb") as file:
        tree = inspect(file)
        tree.to_text()
        tree.to_json()
        list(tree.dump())
        _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 48 << 20
    return tree


def test_fields_and_groups_of_a_header_are_located_by_their_paths() -> None:
    reading = inspect(MANY).reading
    starts = [start for field_id, _, start, _, _ in reading.before if field_id == "header.encrypted_data_keys.provider_id.length"]
    assert len(starts) == 9
    for index, start in enumerate(starts):
        assert reading.locate(f"header.encrypted_data_keys[{index}]") == start
        assert reading.locate(f"header.encrypted_data_keys[{index}].provider_info") == start + 2 + len(b"esdkit-vectors")
    assert reading.locate("header.encrypted_data_keys[9]") is reading.locate("body.frame") is None


@pytest.mark.req("CLI-INS-005")
def test_tree_of_a_file_is_that_of_its_bytes(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            data = native_ciphertext(name)
            assert inspect(io.BytesIO(data)).to_json() == inspect(data).to_json()


@pytest.mark.req("CLI-INS-005")
@given(st.sampled_from(native_accepted()), st.data())
def test_tree_of_a_cut_file_is_that_of_its_bytes(name: str, drawn: st.DataObject) -> None:
    data = native_ciphertext(name)
    cut = data[: drawn.draw(st.integers(0, len(data)))]
    assert inspect(io.BytesIO(cut)).to_json() == inspect(cut).to_json()


@pytest.mark.req("CLI-INS-005")
def test_file_of_five_gibibytes_in_frames_is_not_held(tmp_path: Path) -> None:
    header = build_header(replace(sample_header(SUITES[0x0478]), frame_length=GIB))
    path = tmp_path / "framed"
    with path.open("wb") as file:
        file.write(header)
        for number in range(1, 6):
            file.write(number.to_bytes(4, "big") + number.to_bytes(12, "big"))
            file.seek(GIB + 16, io.SEEK_CUR)  # a hole: it takes no room on the disk
        file.write(CONSTANTS.final_frame_marker.to_bytes(4, "big") + (6).to_bytes(4, "big") + bytes(12) + bytes(4) + bytes(16))
    tree = bounded(path)
    assert tree.problems == ()
    assert tree.body is not None
    assert (tree.body.regular_frames, tree.body.content_length) == (5, 5 * GIB)
    assert tree.sizes.total == tree.length == path.stat().st_size


@pytest.mark.req("CLI-INS-005")
def test_file_of_five_gibibytes_in_one_block_is_not_held(tmp_path: Path) -> None:
    header = build_header(sample_header(SUITES[0x0178], framed=False))
    path = tmp_path / "block"
    with path.open("wb") as file:
        file.write(header + bytes(12) + (5 * GIB).to_bytes(8, "big"))
        file.seek(5 * GIB + 15, io.SEEK_CUR)
        file.write(b"t")
    tree = bounded(path)
    assert (tree.problems, tree.sizes.content) == ((), 5 * GIB)


@pytest.mark.req("CLI-INS-005", kind="negative")
def test_header_is_read_to_the_budget_that_was_given() -> None:
    keys = tuple(EncryptedDataKey(b"a", b"b", bytes(60_000)) for _ in range(2))
    source = MemorySource(build_header(sample_header(SUITES[0x0478], keys=keys)))
    small, enough = (read_message(source, RuleChecker(limits=None, strict=True, collect=True), budget) for budget in (100, source.length))
    assert small.problem is not None and small.problem.code is Code.HEADER_TOO_LARGE
    assert enough.header is not None and enough.header.encrypted_data_keys == keys


@pytest.mark.req("CLI-INS-005", "FMT-FRM-006", kind="negative")
@pytest.mark.parametrize("piece", [1, 100, 1 << 20], ids=["a-frame", "two-frames", "all"])
def test_wrong_frames_are_placed_however_many_are_read_at_once(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.inspector.facts.reading.PIECE", piece)
    header = sample_header(SUITES[0x0478], frame_length=4)
    numbers = [1, 2, 3, 4, 5, 66, 7, 88, 9]
    frames = [Frame(number, bytes(12), b"abcd", bytes(16)) for number in numbers]
    tree = inspect(build(Message(header, (*frames, Frame(10, bytes(12), b"", bytes(16), final=True)), None)))
    assert tree.body is not None and tree.body.frames == 10
    assert [(problem.path, problem.offset) for problem in tree.problems] == [
        (f"body.frame[{index}].sequence_number", tree.body.start + 36 * index) for index in (5, 7)
    ]


@pytest.mark.req("CLI-INS-005", kind="negative")
def test_file_of_many_wrong_frames_is_not_held(tmp_path: Path) -> None:
    header = build_header(replace(sample_header(SUITES[0x0478]), frame_length=1 << 16))
    path = tmp_path / "wrong"
    with path.open("wb") as file:
        file.write(header)
        file.truncate(len(header) + 3000 * ((1 << 16) + 32))
    tree = bounded(path)
    assert (tree.problem_count, len(tree.problems)) == (3001, 1001)
    assert tree.problems[-1].code == "no-final-frame"


@pytest.mark.req("CLI-INS-005", kind="negative")
def test_file_with_a_header_beyond_the_budget_is_not_held(tmp_path: Path) -> None:
    keys_at = next(field.end for field in inspect(MANY).fields() if field.id == "header.encrypted_data_keys.count")
    path = tmp_path / "header"
    with path.open("wb") as file:
        file.write(MANY[: keys_at - 2] + b"\xff\xff")
        for _ in range(400):
            file.write(b"\x00\x00\x00\x00\xff\xff" + bytes(0xFFFF))
    with path.open("rb") as opened:
        tree = inspect(opened)
    assert tree.length > LIMITS["default_header_budget"]
    assert [problem.code.value for problem in tree.problems] == ["header-too-large"]

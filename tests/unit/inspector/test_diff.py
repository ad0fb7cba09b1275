"""Diff: every difference is told, lists are aligned by content, frames in runs, whatever the bytes are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.forge import Draft
from esdkit.forge.mutate import flip
from esdkit.inspector import inspect
from esdkit.inspector.compare.diff import Change, diff
from esdkit.message import EncryptedDataKey, Frame, NonFramedBody, build, parse
from tests.drafts import valid
from tests.samples import build_raw_aes_info, native_ciphertext, native_parsed

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
BLOCK = native_ciphertext("python-0378-aes-256-many-f0-p10240")
A, B, C, D = (EncryptedDataKey(b"provider", name, b"wrapped" + name) for name in (b"a", b"b", b"c", b"d"))


def changes(left: bytes, right: bytes) -> list[Change]:
    found = diff(inspect(left), inspect(right))
    assert (found.left_length, found.right_length) == (len(left), len(right))
    assert found.same == (left == right)
    for change in found.changes:
        assert all(part.text.isprintable() and len(part.text) < 600 for part in (change.left, change.right) if part is not None)
    return list(found.changes)


def told(left: bytes, right: bytes) -> list[tuple[str, str]]:
    return [(change.kind, change.path) for change in changes(left, right)]


def draft(**more: object) -> Draft:
    return valid(0x0478).with_header(**more)


def keys(*given: EncryptedDataKey) -> bytes:
    return draft(encrypted_data_keys=given).header_body()


def pairs(*given: tuple[bytes, bytes]) -> bytes:
    return draft(context_pairs=given or None).header_body()


@pytest.mark.req("CLI-DIF-001")
@pytest.mark.parametrize("data", [MULTI, BLOCK], ids=["frames", "block"])
def test_flipped_bit_of_any_field_is_told_there(data: bytes) -> None:
    for field in inspect(data).fields():
        if field.row.type != "bytes" or field.start == field.end:
            continue
        found = changes(data, flip(data, field.path))
        assert [change.path for change in found] == [field.path]
        assert (found[0].kind, found[0].first_difference) == ("changed", field.end - field.start - 1)
        assert found[0].left is not None
        assert (found[0].left.offset, found[0].left.length) == (field.start, field.end - field.start)


@pytest.mark.req("CLI-DIF-001")
@given(st.data())
def test_any_two_messages_differ_when_their_bytes_do(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from([MULTI, BLOCK[:600], keys(A, B), b""]))

    def other() -> bytes:
        changed = bytearray(base[: data.draw(st.integers(0, len(base)))] if data.draw(st.booleans()) else base)
        for _ in range(data.draw(st.integers(0, 3)) if changed else 0):
            changed[data.draw(st.integers(0, min(len(changed), 300) - 1))] = data.draw(st.sampled_from([0, 1, 2, 255]))
        return bytes(changed) + data.draw(st.binary(max_size=2))

    changes(other(), other())


@pytest.mark.req("CLI-DIF-001")
def test_message_that_is_cut_differs_in_what_it_lacks() -> None:
    for cut in range(0, len(MULTI), 11):
        assert changes(MULTI, MULTI[:cut])
        assert {change.kind for change in changes(MULTI[:cut], MULTI)} <= {"added", "changed", "removed"}


@pytest.mark.req("CLI-DIF-001")
def test_announced_length_of_something_that_is_cut_is_told() -> None:
    left, right = keys(A)[:40] + b"\x00\x05ab", keys(A)[:40] + b"\x00\x07ab"
    assert changes(left, right)


@pytest.mark.req("CLI-DIF-001")
def test_bytes_behind_a_message_are_told() -> None:
    (change,) = changes(MULTI, MULTI + b"tail")
    assert (change.kind, change.path) == ("added", "trailing")
    assert change.right is not None
    assert (change.right.offset, change.right.length) == (len(MULTI), 4)
    (change,) = changes(MULTI + b"abc", MULTI + b"abd")
    assert (change.kind, change.path, change.first_difference) == ("changed", "trailing", 2)


@pytest.mark.req("CLI-DIF-001")
def test_files_that_are_no_messages_are_compared() -> None:
    assert told(b"abc", b"abc") == []
    assert told(b"\x07abc", b"\x07abd") == [("changed", "unread")]


# ---------------------------------------------------------------- lists
@pytest.mark.req("CLI-DIF-002")
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((A, B), (A,), [("removed", 1)]),
        ((A, B), (B,), [("removed", 0)]),
        ((B,), (A, B), [("added", 0)]),
        ((A, B, C), (A, D, B, C), [("added", 1)]),
        ((A, B), (B, A), [("moved", 0)]),
        ((A, B, C, D), (D, A, B, C), [("moved", 3)]),
        ((A, A), (A,), [("removed", 1)]),
    ],
)
def test_data_keys_are_aligned_by_content(
    left: tuple[EncryptedDataKey, ...], right: tuple[EncryptedDataKey, ...], expected: list[tuple[str, int]]
) -> None:
    found = told(keys(*left), keys(*right))
    assert found == [(kind, f"header.encrypted_data_keys[{index}]") for kind, index in expected]


@pytest.mark.req("CLI-DIF-002")
def test_data_key_in_the_place_of_another_of_its_provider_has_changed() -> None:
    found = told(keys(A, B, C), keys(A, D, C))
    assert found == [("changed", f"header.encrypted_data_keys[1].{name}") for name in ("provider_info", "ciphertext")]


@pytest.mark.req("CLI-DIF-002")
def test_data_key_that_was_wrapped_anew_has_changed() -> None:
    def aes(name: bytes, iv: int) -> EncryptedDataKey:
        return EncryptedDataKey(b"demo", build_raw_aes_info(name, 128, 12, iv.to_bytes(12, "big")), bytes([iv]) * 48)

    left, right = keys(A, aes(b"k1", 1), aes(b"k2", 2)), keys(aes(b"k2", 3), aes(b"k1", 4))
    assert sorted(told(left, right)) == [
        ("changed", "header.encrypted_data_keys[1].ciphertext"),
        ("changed", "header.encrypted_data_keys[1].provider_info"),
        ("changed", "header.encrypted_data_keys[2].ciphertext"),
        ("changed", "header.encrypted_data_keys[2].provider_info"),
        ("moved", "header.encrypted_data_keys[1]"),
        ("removed", "header.encrypted_data_keys[0]"),
    ]


@pytest.mark.req("CLI-DIF-002")
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (((b"a", b"1"),), ((b"a", b"2"),), [("changed", "[0].value")]),
        (((b"a", b"1"),), ((b"b", b"1"),), [("changed", "[0].key")]),
        (((b"a", b"1"),), ((b"b", b"2"),), [("removed", "[0]"), ("added", "[0]")]),
        (((b"a", b"1"),), ((b"a", b"1"), (b"b", b"2")), [("added", "[1]")]),
        (((b"a", b"1"), (b"b", b"2")), ((b"b", b"2"), (b"a", b"1")), [("moved", "[0]")]),
        (((b"b", b"2"),), ((b"a", b"1"), (b"b", b"3")), [("changed", "[0].value"), ("added", "[0]")]),
        ((), ((b"a", b"1"),), [("added", "[0]")]),
    ],
)
def test_pairs_are_aligned_by_key(
    left: tuple[tuple[bytes, bytes], ...], right: tuple[tuple[bytes, bytes], ...], expected: list[tuple[str, str]]
) -> None:
    assert sorted(told(pairs(*left), pairs(*right))) == sorted((kind, f"header.encryption_context{path}") for kind, path in expected)


def test_long_texts_are_shown_where_they_differ() -> None:
    (change,) = changes(pairs((b"a", "ü".encode() * 500 + b"left")), pairs((b"a", "ü".encode() * 500 + b"rite")))
    assert change.left is not None and change.right is not None
    assert 'left"' in change.left.text and 'rite"' in change.right.text
    assert change.first_difference == 1000


@pytest.mark.req("CLI-INS-006", kind="negative")
def test_text_of_a_message_cannot_steer_a_terminal() -> None:
    changes(pairs((b"a", b"\x1b[2J")), pairs((b"a", b"\x1b[3J"), (b"\n", b"\r")))


# ---------------------------------------------------------------- frames
def sealed(count: int, *changed: int) -> bytes:
    base = valid(0x0178, plaintext=bytes(8 * count), frame_length=8)
    pieces = [replace(piece, plaintext=b"x" * 8) if index in changed else piece for index, piece in enumerate(base.pieces)]
    return base.with_pieces(*pieces).seal()


@pytest.mark.req("CLI-DIF-003")
def test_frames_next_to_each_other_that_differ_alike_are_one_change() -> None:
    found = changes(sealed(10), sealed(10, 2, 3, 4, 7))
    assert [(one.kind, one.path, one.frames, one.fields) for one in found] == [
        ("changed", "body.frame[2..4]", 3, ("ciphertext", "tag")),
        ("changed", "body.frame[7].ciphertext", 0, ()),
        ("changed", "body.frame[7].tag", 0, ()),
    ]


@pytest.mark.req("CLI-DIF-003")
def test_frames_that_are_there_on_one_side_alone_are_one_change() -> None:
    left, right = sealed(3), sealed(9)
    found = [(one.kind, one.path, one.frames) for one in changes(left, right) if one.path.startswith("body.frame")]
    assert found == [("added", "body.frame[3..8]", 6)]
    found = [(one.kind, one.path, one.frames) for one in changes(right, left) if one.path.startswith("body.frame")]
    assert found == [("removed", "body.frame[3..8]", 6)]
    one = [(one.kind, one.path, one.frames) for one in changes(sealed(3), sealed(2)) if one.path.startswith("body.frame")]
    assert one == [("removed", "body.frame[2]", 1)]


def test_changes_stand_in_the_order_of_the_bytes() -> None:
    left = flip(flip(MULTI, "footer.signature"), "header.message_id")
    assert [change.path for change in changes(left, MULTI)] == ["header.message_id", "footer.signature"]


@pytest.mark.req("CLI-DIF-001")
def test_suite_is_told_by_name() -> None:
    (change, *_) = [one for one in changes(valid(0x0178).seal(), valid(0x0014).seal()) if one.path == "header.algorithm_suite_id"]
    assert change.left is not None and change.left.text.startswith("0178 AES_256")


@pytest.mark.req("CLI-DIF-001")
def test_framed_and_non_framed_message_share_no_body_field() -> None:
    found = told(valid(0x0178).seal(), valid(0x0178, frame_length=None).seal())
    assert {kind for kind, path in found if path.startswith("body.")} == {"added", "removed"}
    assert ("changed", "header.content_type") in found


@pytest.mark.req("CLI-DIF-001", "CLI-DIF-004")
def test_message_does_not_differ_from_its_rebuilt_form(subtests: pytest.Subtests) -> None:
    for name in native_parsed():
        with subtests.test(name):
            data = native_ciphertext(name)
            assert changes(data, build(parse(data, strict=False))) == []


@pytest.mark.req("CLI-DIF-002", "CLI-DIF-003")
def test_many_items_and_frames_are_compared() -> None:
    many = tuple(EncryptedDataKey(b"p", b"%d" % index, b"") for index in range(3000))
    twins = (EncryptedDataKey(b"", b"", b""),) * 3000
    assert len(changes(keys(*many), keys(*reversed(many)))) == len(many) - 1
    assert told(keys(*twins), keys(*twins[1:])) == [("removed", "header.encrypted_data_keys[2999]")]
    (change,) = changes(build_frames(3000, b"a"), build_frames(3000, b"b"))
    assert (change.path, change.frames, change.fields) == ("body.frame[0..2999]", 3000, ("ciphertext",))


def build_frames(count: int, content: bytes) -> bytes:
    """A message that nobody sealed, with regular frames of one byte and an empty final one."""
    base = parse(valid(0x0178, plaintext=b"", frame_length=1).seal())
    assert not isinstance(base.body, NonFramedBody)
    final = base.body[-1]
    frames = (Frame(number, number.to_bytes(12, "big"), content, bytes(16), False) for number in range(1, count + 1))
    return build(replace(base, body=(*frames, replace(final, sequence_number=count + 1))))

"""The dump: every byte once, whatever the bytes are; folded, deep and wide as it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.columns import width
from esdkit.inspector import inspect
from esdkit.inspector.views.dump import DumpOptions
from tests.columns import too_wide
from tests.samples import native_accepted, native_cases, native_ciphertext
from tests.unit.inspector.gallery import GALLERY

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")


def shown(data: bytes, columns: int = 80) -> bytes:
    """The bytes that a full dump shows, put back by their offsets."""
    in_row = 16 if columns >= 120 else 8
    digits = max(len(f"{len(data):#x}"), len("offset"))
    found: dict[int, int] = {}
    for line in inspect(data).dump(options=DumpOptions(full=True, columns=columns)):
        pairs = line[digits + 2 : digits + 2 + 3 * in_row].split()
        if line.startswith("0x") and all(len(pair) == 2 for pair in pairs):
            try:
                found |= {int(line[:digits], 16) + at: int(pair, 16) for at, pair in enumerate(pairs)}
            except ValueError:
                continue  # the line of a group: its path stands there
    assert sorted(found) == list(range(len(data)))
    return bytes(found[at] for at in range(len(data)))


@pytest.mark.req("CLI-DMP-001")
def test_full_dump_shows_every_byte(subtests: pytest.Subtests) -> None:
    for name, data in GALLERY.items():
        with subtests.test(name):
            assert shown(data) == data


@pytest.mark.req("CLI-DMP-001")
def test_wide_dump_shows_twice_as_many_bytes_in_a_line() -> None:
    assert shown(MULTI, columns=120) == MULTI
    lines = list(inspect(MULTI).dump(options=DumpOptions(columns=120)))
    assert len(lines) < len(list(inspect(MULTI).dump()))
    assert max(map(width, lines)) in range(100, 121)


@pytest.mark.req("CLI-DMP-001")
@pytest.mark.parametrize("depth", range(1, 6))
def test_dump_of_a_depth_opens_no_more_levels(depth: int) -> None:
    lines = [line for line in inspect(MULTI).dump(options=DumpOptions(depth=depth)) if line.startswith("0x")]
    deeper = [line for line in inspect(MULTI).dump(options=DumpOptions(depth=depth + 1)) if line.startswith("0x")]
    assert len(lines) < len(deeper) or depth >= 4
    assert set(lines) <= set(deeper)


@pytest.mark.req("CLI-DMP-002", kind="negative")
def test_dump_of_a_refused_message_names_the_rule_and_marks_bytes(subtests: pytest.Subtests) -> None:
    for name in [name for name, case in native_cases().items() if case["expect"].get("stage") == "parse"]:
        with subtests.test(name):
            data = native_ciphertext(name)
            code = native_cases()[name]["expect"]["code"]
            lines = list(inspect(data).dump())
            assert any(line.lstrip().startswith(f"!{code} at ") for line in lines)
            marked = [line for line in lines if line.startswith("0x") and " !" in line[:12]]
            assert marked or code in ("truncated", "no-final-frame", "footer-missing")  # of which no byte may be there


@pytest.mark.req("CLI-DMP-002")
@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda rest: b"\x02\x05\x78" + bytes(32) + rest))
def test_dump_of_any_bytes_is_made(data: bytes) -> None:
    assert shown(data) == data
    for line in inspect(data).dump():
        assert line.isprintable()
        assert not too_wide(line)


@pytest.mark.req("CLI-DMP-002")
@given(st.sampled_from(native_accepted()), st.data())
def test_dump_of_a_damaged_message_is_made(name: str, drawn: st.DataObject) -> None:
    damaged = bytearray(native_ciphertext(name))
    for _ in range(drawn.draw(st.integers(1, 3))):
        damaged[drawn.draw(st.integers(0, len(damaged) - 1))] = drawn.draw(st.integers(0, 255))
    del damaged[drawn.draw(st.integers(1, len(damaged))) :]
    assert shown(bytes(damaged)) == damaged


@pytest.mark.req("CLI-DMP-001")
def test_dump_of_many_keys_is_bounded() -> None:
    at = next(field.start for field in inspect(MULTI).fields() if field.id == "header.encrypted_data_keys.count")
    flood = MULTI[:at] + (5000).to_bytes(2, "big") + bytes(6) * 5000
    lines = list(inspect(flood).dump())
    assert len(lines) < 1000
    assert any("more; --full shows all" in line for line in lines)

"""YAML and JSON as plain data: what is read, and what is refused before it is built, with its place."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.plaindata import Bounds, NotPlain, decoded, json_value, yaml_value
from tests.each import each

BOUNDS = Bounds(items=1000, depth=20)

Read = Callable[[str, Bounds], Any]


def refused(read: Read, text: str, bounds: Bounds = BOUNDS) -> NotPlain:
    with pytest.raises(NotPlain) as caught:
        read(text, bounds)
    return caught.value


# ---------------------------------------------------------------- YAML
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("---\n", None),
        ("{a: 1, b: -20, c: 1.5, d: '1'}", {"a": 1, "b": -20, "c": 1.5, "d": "1"}),
        ("[true, False, null, ~, '', \"\"]", [True, False, None, None, "", ""]),
        ("a:\n- b\n- |\n  c\n  d\n", {"a": ["b", "c\nd\n"]}),
        (
            "[no, off, 2026-01-31, 0x1F, 010, 1_000, 1:30, .inf, 1e3]",
            ["no", "off", "2026-01-31", "0x1F", "010", "1_000", "1:30", ".inf", "1e3"],
        ),
        ("'<<': 1", {"<<": 1}),
        ('"\\x41\\u00e9\\U0001F600"', "A\u00e9\U0001f600"),
        ("1" * 101, "1" * 101),
    ],
)
def test_yaml_is_plain_data(text: str, value: object) -> None:
    assert yaml_value(text, BOUNDS) == value


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc<~ 1", min_size=1), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_yaml_and_json_agree_on_json(value: object) -> None:
    text = json.dumps(value)
    assert json_value(text, BOUNDS) == value
    if not any(half in text for half in ("\\ud8", "\\ud9", "\\uda", "\\udb")):  # YAML has no pairs of halves
        assert yaml_value(text, BOUNDS) == value


WRONG_YAML = {
    "merge": ("a: 1\nb: {<<: {c: 1}}", "a merge key", 2, 5),
    "anchor": ("a: &x 1", "an anchor or alias", 1, 4),
    "alias": ("a: *x", "an anchor or alias", 1, 4),
    "alias-as-key": ("*x : 1", "an anchor or alias", 1, 1),
    "bool-tag": ("a: !!bool maybe", "a tag", 1, 4),
    "int-tag": ('!!int ""', "a tag", 1, 1),
    "float-tag": ("- !!float _", "a tag", 1, 3),
    "date-tag": ("- - !!timestamp maybe", "a tag", 1, 5),
    "own-tag": ("[1,\n !x 2]", "a tag", 2, 2),
    "empty-tag": ("! a", "a tag", 1, 1),
    "map-tag": ("!!set {a}", "a tag", 1, 1),
    "python": ("!!python/object/apply:os.system [ls]", "a tag", 1, 1),
    "unknown-handle": ("!secret!x 1", "undefined tag handle", 1, 1),
    "number-as-key": ("a: 1\n2: 3", "a key that is not text", 2, 1),
    "null-as-key": ("{~: 1}", "a key that is not text", 1, 2),
    "list-as-key": ("{[a]: 1}", "a key that is not text", 1, 2),
    "twice": ("a: 1\nb: 2\na: 3", "duplicate key", 3, 1),
    "twice-escaped": ('{a: 1, "\\x61": 2}', "duplicate key", 1, 8),
    "two-documents": ("a: 1\n---\nb: 2", "a second document", 2, 1),
    "beyond-unicode": ('a: "\\UFFFFFFFF"', "the parser failed", 1, 7),
    "long-version": ("%YAML 1." + "1" * 5000 + "\n---\n", "the parser failed", 1, 9),
    "unclosed": ("a: [", "not YAML", 1, 5),
    "tab": ("a:\n\tb: 1", "not YAML", 2, 1),
    "control": ("a: 1\nb: \x07", "a character that it does not allow", 2, 4),
    "too-many": ("[" + "a," * 1000 + "]", "more than 1000 items", 1, 2000),
    "too-deep": ("[" * 21, "nested more than 20 deep", 1, 21),
    "too-deep-in-blocks": ("- " * 21 + "a", "nested more than 20 deep", 1, 41),
}


@each("case", WRONG_YAML)
def test_yaml_that_is_not_plain_is_refused_with_its_place(case: str) -> None:
    text, why, line, column = WRONG_YAML[case]
    message = refused(yaml_value, text).message
    assert why in message and message.endswith(f" in line {line}, column {column}")
    assert "secret" not in message


MERGED = "&a0 {a: b}"
for level in range(1, 9):
    MERGED = f"&a{level} {{<<: [{MERGED}{f', *a{level - 1}' * 9}]}}"

SLOW_IN_YAML = {
    "merge-keys": MERGED,
    "base-60": "a: " + ":".join(["1"] * 100_000),
    "nested": "[" * 200_000,
    "nested-over-lines": "[\n" * 100_000,
    "nested-maps": "{a: " * 50_000,
    "nested-blocks": "- " * 100_000,
    "comment": "#" * 300_000,
    "escapes": '"' + "\\x41" * 80_000 + '"',
    "lines": "a: |\n" + "  b\n" * 80_000,
    "plain-lines": "a\n" * 100_000,
    "digits": "9" * 300_000,
    "directives": "%A\n" * 80_000,
}


@pytest.mark.fuzz
@each("case", SLOW_IN_YAML)
def test_yaml_takes_linear_time(case: str) -> None:
    started = time.process_time()
    with suppress(NotPlain):
        yaml_value(SLOW_IN_YAML[case], Bounds(20_000, 64))
    assert time.process_time() - started < 5  # seconds; each takes less than one, and what is not linear a minute


@pytest.mark.parametrize("text", [MERGED, "[" * 3000, "a: [" + "x," * 30_000 + "]"], ids=["merge-keys", "nested", "items"])
def test_yaml_takes_memory_for_what_is_allowed(text: str) -> None:
    tracemalloc.start()
    try:
        with suppress(NotPlain):
            yaml_value(text, Bounds(1000, 64))
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


# ---------------------------------------------------------------- JSON
@each(
    ("text", "why"),
    [
        ('{"a": 1, "a": 2}', "duplicate key a"),
        ('{"\\n": 1, "\\u000a": 2}', 'duplicate key "\\n"'),
        ("[NaN]", "NaN is not a JSON number"),
        ("[-Infinity]", "-Infinity is not a JSON number"),
        ("[1e999]", "a number that is too large"),
        ("1" * 101, "a number of more than 100 digits"),
        ("9" * 100_000, "a number of more than 100 digits"),
        ("[" * 21 + "]" * 21, "nested more than 20 deep"),
        ('{"a":' * 21 + "1" + "}" * 21, "nested more than 20 deep"),
        ("[" + "1," * 1000 + "1]", "more than 1000 items"),
        ('[1,\n "a]', "in line 2, column 2"),
        ("{a: 1}", "in line 1, column 2"),
    ],
)
def test_json_that_is_not_plain_is_refused(text: str, why: str) -> None:
    assert why in refused(json_value, text).message


@pytest.mark.parametrize("read", [json_value, yaml_value])
def test_what_is_as_deep_and_long_as_allowed_is_read(read: Read) -> None:
    for inner in ("", "1", '"a"'):
        assert read("[" * 20 + inner + "]" * 20, BOUNDS)
    assert read('{"a":' * 20 + "1" + "}" * 20, BOUNDS)
    assert len(read("[" + "1," * 997 + "1]", BOUNDS)) == 998


def test_json_is_counted_before_it_is_built() -> None:
    text = "[" + "[]," * 1_000_000 + "[]]"
    tracemalloc.start()
    try:
        refused(json_value, text)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_json_deeper_than_the_stack_is_refused() -> None:
    assert "nested" in refused(json_value, "[" * 100_000, Bounds(1_000_000, 20)).message


# ---------------------------------------------------------------- bytes
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_decoded_by_its_mark(encoding: str) -> None:
    assert decoded("a: é".encode(encoding)) == "a: é"


@pytest.mark.parametrize(
    ("data", "why"), [(b"a\nb\xff", "not UTF-8 text in line 2, column 2"), (b"\xff\xfe\x00", "not UTF-16 text in line 1")]
)
def test_bytes_that_are_no_text_are_refused_with_their_place(data: bytes, why: str) -> None:
    with pytest.raises(NotPlain) as caught:
        decoded(data)
    assert why in caught.value.message

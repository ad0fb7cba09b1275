"""JSON for manifests: strict, typed, every fault with its place."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code, VectorError
from esdkit.vectors.manifests.node import JsonNode, parse_json
from tests.each import each

DAMAGED = {
    "empty": b"",
    "cut": b'{"a": [1, 2',
    "not-json": b"manifest: yaml",
    "not-utf8": b'{"a": "\xff"}',
    "utf16": '{"a": 1}'.encode("utf-16"),
    "bom": b"\xef\xbb\xbf{}",
    "nan": b'{"a": NaN}',
    "infinity": b'{"a": -Infinity}',
    "huge-number": b'{"a": ' + b"9" * 5000 + b"}",
    "deep-list": b"[" * 100_000,
    "deep-object": b'{"a":' * 100_000,
    "two-values": b"{} {}",
    "control": b'"a\nb"',
}


@each("data", DAMAGED.values(), ids=DAMAGED)
@pytest.mark.req("TVM-COM-004", kind="negative")
def test_parse_json_of_damaged_bytes_is_refused(data: bytes) -> None:
    with pytest.raises(VectorError) as caught:
        parse_json(data)
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.parametrize("data", [b'{"a": 1, "a": 1}', b'{"x": [{"a": 1, "b": 2, "a": 3}]}', b'{"\\u0061": 1, "a": 2}'])
@pytest.mark.req("TVM-COM-003", kind="negative")
def test_parse_json_with_a_key_twice_is_refused(data: bytes) -> None:
    with pytest.raises(VectorError) as caught:
        parse_json(data)
    assert caught.value.code is Code.DUPLICATE_ID


@given(st.binary(max_size=60))
def test_parse_json_given_any_bytes_parses_or_refuses(data: bytes) -> None:
    try:
        parse_json(data)
    except VectorError as error:
        assert error.code in (Code.MANIFEST_INVALID, Code.DUPLICATE_ID)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_parse_json_given_what_json_writes_gives_it_back(value: Any) -> None:
    assert parse_json(json.dumps(value).encode()).value == value


GOOD: dict[str, tuple[Callable[[JsonNode], Any], Any, Any]] = {
    "text": (JsonNode.text, "é𐍈", "é𐍈"),
    "boolean": (JsonNode.boolean, False, False),
    "integer": (JsonNode.integer, 0, 0),
    "base64": (JsonNode.base64, "AAH/", b"\x00\x01\xff"),
    "text-map": (JsonNode.text_map, {"": "", "k": "v"}, {"": "", "k": "v"}),
    "items": (lambda node: [item.path for item in node.items()], [1, 2], ["root[0]", "root[1]"]),
    "members": (lambda node: [member.path for member in node.members().values()], {"a": 1, "b": 2}, ["root.a", "root.b"]),
}


@pytest.mark.req("TVM-COM-004")
@pytest.mark.parametrize(("read", "value", "expected"), GOOD.values(), ids=GOOD)
def test_node_of_the_right_type_is_read(read: Callable[[JsonNode], Any], value: Any, expected: Any) -> None:
    assert read(JsonNode(value, "root")) == expected


RIGHT = {"text": str, "boolean": bool, "integer": int, "text-map": dict, "items": list, "members": dict}
VALUES: list[Any] = [None, True, 1, 1.0, "text?", [], {}]
WRONG = [(name, value) for name in GOOD for value in VALUES if type(value) is not RIGHT.get(name)]


@each(("name", "value"), WRONG, ids=[f"{name}-{value!r}" for name, value in WRONG])
@pytest.mark.req("TVM-COM-004", kind="negative")
def test_node_of_a_wrong_type_is_refused_with_its_place(name: str, value: Any) -> None:
    with pytest.raises(VectorError) as caught:
        GOOD[name][0](JsonNode(value, "root"))
    assert (caught.value.code, caught.value.path) == (Code.MANIFEST_INVALID, "root")


@pytest.mark.req("TVM-COM-004", kind="negative")
@pytest.mark.parametrize("text", ["AA", "A===", "A A=", "AA==\n", "_-__", "é", "AA=="[:-1]])
def test_base64_that_is_not_standard_is_refused(text: str) -> None:
    with pytest.raises(VectorError) as caught:
        JsonNode(text, "root").base64()
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-COM-009", kind="negative")
def test_text_with_a_lone_surrogate_is_refused() -> None:
    for data in (b'["\\ud800"]', b'["\\udc00\\ud800"]'):
        with pytest.raises(VectorError):
            parse_json(data).items()[0].text()
    with pytest.raises(VectorError):
        parse_json(b'{"\\ud800": "v"}').text_map()


@pytest.mark.req("TVM-COM-009")
def test_text_as_a_surrogate_pair_is_one_character() -> None:
    assert parse_json(b'["\\ud800\\udf48"]').items()[0].text() == "𐍈"


@pytest.mark.req("TVM-COM-004", kind="negative")
def test_member_that_is_missing_is_named() -> None:
    with pytest.raises(VectorError) as caught:
        JsonNode({"a": {}}, "")["a"]["b"]
    assert (caught.value.code, caught.value.path) == (Code.MANIFEST_INVALID, "a")


def test_member_path_is_one_printable_line() -> None:
    assert JsonNode({"a\n\x1b": 1}, "root")["a\n\x1b"].path == 'root."a\\n\\u001b"'


@pytest.mark.parametrize("name", ["", "a\nb", "\x1b[31m", "a\u202eb"], ids=repr)
def test_members_with_a_name_that_cannot_be_shown_are_refused(name: str) -> None:
    with pytest.raises(VectorError) as caught:
        JsonNode({name: 1}, "tests").members()
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-COM-004", kind="negative")
@pytest.mark.parametrize("value", [{}, {"a": 1, "c": 1}, {"a": 1, "b": 1, "c": 1}], ids=["missing", "unknown", "too-many"])
def test_only_refuses_missing_and_unknown_members(value: dict[str, int]) -> None:
    JsonNode({"a": 1}, "root").only(["a"], ["b"])
    with pytest.raises(VectorError) as caught:
        JsonNode(value, "root").only(["a"], ["b"])
    assert caught.value.path == "root"

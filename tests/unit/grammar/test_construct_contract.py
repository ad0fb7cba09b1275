"""construct's traps, each shown in plain construct, and that our combinators do not have it.

If a test of the first kind fails after an update of construct, the trap is gone (or another), and the combinator that avoids it may become
simpler; one of the second kind must never fail.
"""

from __future__ import annotations

import ast
import inspect
import struct
from pathlib import Path
from types import ModuleType
from typing import Any

import construct
import pytest
from construct import Construct

from esdkit.errors import Code
from esdkit.grammar import body, constructs, context, decoder, edk, encoder, field, footer, header, layout, trace
from esdkit.grammar.field import Blob, Choose, Counted, Group, Node, Problem, Raw, Ref, Section, u8, u16
from esdkit.grammar.trace import BuildError

con: Any = construct  # the traps are about what the types would forbid
MODULES: tuple[ModuleType, ...] = (body, constructs, context, decoder, edk, encoder, field, footer, header, layout, trace)
KEYS = Counted("header.encrypted_data_keys", Group(Blob("header.encrypted_data_keys.provider_id")))
SECTION = Section(
    "header.encryption_context",
    Counted("header.encryption_context", Group(Blob("header.encryption_context.key"), Blob("header.encryption_context.value"))),
)


# --- numbers with names ---


def test_construct_enum_passes_an_unknown_number() -> None:
    enum = con.Enum(con.Byte, a=1)
    assert (enum.parse(b"\x09"), enum.build(9)) == (9, b"\x09")


def test_ours_reads_the_raw_number_and_its_row_judges_it() -> None:
    node = u8("header.type")
    assert trace.trace(node, b"\x09").value == 9
    assert not node.field.allows(9)


def test_construct_switch_passes_an_unknown_case() -> None:
    assert con.Switch(con.this._params.case, {1: con.Byte}).parse(b"\x05", case=7) is None


def test_ours_knows_no_case_without_a_node() -> None:
    with pytest.raises(LookupError):
        trace.trace(Choose(Ref("header.version"), {1: u8("header.type")}), b"\x05", values={"header.version": 7})


# --- sections ---


def test_construct_prefixed_drops_slack() -> None:
    section = con.Sequence(con.Prefixed(con.Int16ub, con.Int8ub), con.Int8ub)
    assert section.parse(b"\0\3\1\xee\xee\7") == [1, 7]


def test_ours_refuses_slack() -> None:
    problem = trace.trace(SECTION, b"\0\7\0\1\0\0\0\0\xee").problem
    assert problem == Problem(Code.AAD_LENGTH_MISMATCH, "header.encryption_context.length", None, 0, value=7)


def test_construct_prefixed_blames_a_cut_inside_on_the_section() -> None:
    section = con.Struct("section" / con.Prefixed(con.Int16ub, con.Struct("inner" / con.Int16ub)))
    with pytest.raises(construct.StreamError) as caught:
        section.parse(b"\0\2\1")
    assert "section" in str(caught.value)
    assert "inner" not in str(caught.value)


def test_ours_blames_the_innermost_field() -> None:
    problem = trace.trace(SECTION, b"\0\6\0\1\0").problem
    assert problem == Problem(Code.TRUNCATED, "header.encryption_context.key.length", 0, 4, needed=6)


# --- what is left over, and what is swallowed ---


def test_construct_parse_ignores_what_is_behind() -> None:
    assert con.Int8ub.parse(b"\1\2") == 1


def test_ours_says_where_it_ended() -> None:
    assert trace.trace(u8("header.version"), b"\1\2").end == 1


@pytest.mark.parametrize(
    ("swallower", "data", "value"),
    [
        (con.GreedyRange(con.Int16ub), b"\0\1\2", [1]),
        (con.Optional(con.Int16ub), b"\1", None),
        (con.Select(con.Int16ub, con.Int8ub), b"\1", 1),
    ],
    ids=["greedy-range", "optional", "select"],
)
def test_construct_swallows_an_error_inside(swallower: Any, data: bytes, value: Any) -> None:
    assert swallower.parse(data) == value


def _names(module: ModuleType) -> set[str]:
    """The names that a module takes from construct."""
    tree = ast.parse(Path(inspect.getfile(module)).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "construct"]
    return {alias.name for node in imports for alias in node.names}


def test_ours_uses_nothing_of_construct_but_its_classes_numbers_and_bytes() -> None:
    allowed = {"Bytes", "Construct", "ConstructError", "Int8ub", "Int16ub", "Int32ub", "Int64ub", "Subconstruct"}
    assert set().union(*map(_names, MODULES)) == allowed


def test_ours_swallows_nothing() -> None:
    problem = trace.trace(KEYS, b"\0\2\0\1a\0").problem
    assert problem == Problem(Code.TRUNCATED, "header.encrypted_data_keys.provider_id.length", 1, 5, needed=7)


def test_construct_flag_does_not_give_its_byte_back() -> None:
    assert con.Flag.build(con.Flag.parse(b"\7")) == b"\1"


def test_ours_gives_every_byte_back() -> None:
    node = u8("header.type")
    assert all(trace.build(node, trace.trace(node, bytes([value])).value) == bytes([value]) for value in range(256))


# --- writing ---


def test_construct_bytes_builds_a_number() -> None:
    assert con.Bytes(4).build(5) == b"\0\0\0\5"


def test_construct_build_ignores_unknown_keys() -> None:
    assert con.Struct("a" / con.Byte).build({"a": 1, "b": 2}) == b"\1"


@pytest.mark.parametrize(
    ("node", "value"),
    [(Raw("header.message_id", 4), 5), (Group(u8("header.version")), (1, 2))],
    ids=["number-for-bytes", "value-too-many"],
)
def test_ours_writes_only_what_fits(node: Node, value: Any) -> None:
    with pytest.raises(BuildError):
        trace.build(node, value)


@pytest.mark.parametrize(
    ("override", "named"),
    [
        ({"header.versoin": 1}, "header.versoin"),
        ({"header.encrypted_data_keys[1].provider_id.length": 1}, r"header.encrypted_data_keys\[1\].provider_id.length"),
        ({"header.encrypted_data_keys[0].provider_id": 1}, r"header.encrypted_data_keys\[0\].provider_id"),
    ],
    ids=["unknown", "beyond-the-list", "no-number"],
)
def test_ours_refuses_an_override_of_what_is_not_there(override: dict[str, int], named: str) -> None:
    with pytest.raises(BuildError, match=named):
        trace.build(KEYS, [(b"a",)], override=override)


# --- expressions ---


@pytest.mark.parametrize(
    ("size", "error"),
    [(con.this.x, KeyError), (lambda ctx: ctx["x"], KeyError), (lambda ctx: ctx.x, AttributeError)],
    ids=["this", "item", "attribute"],
)
def test_construct_expression_on_a_missing_key_ends_in_a_plain_error(size: Any, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        con.Bytes(size).parse(b"abc")
    assert not isinstance(caught.value, construct.ConstructError)


def test_ours_names_the_field_that_is_missing() -> None:
    with pytest.raises(LookupError, match=r"header\.frame_length"):
        trace.trace(Raw("body.frame.ciphertext", Ref("header.frame_length")), b"abc")


def test_ours_names_the_field_that_is_missing_for_writing() -> None:
    with pytest.raises(BuildError, match=r"header\.frame_length"):
        trace.build(Raw("body.frame.ciphertext", Ref("header.frame_length")), b"abc")


# --- types, texts, paths ---


def test_construct_classes_cannot_be_subscripted() -> None:
    with pytest.raises(TypeError):
        con.Subconstruct[int]


def nodes_of(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in nodes_of(child))]


def test_every_node_has_a_construct() -> None:
    nodes = nodes_of(footer.MESSAGE)
    assert {type(node) for node in nodes} == set(Node.__subclasses__())
    assert all(isinstance(constructs.construct_of(node), Construct) for node in nodes)


def test_construct_text_that_is_no_utf8_has_no_path() -> None:
    with pytest.raises(construct.StringError) as caught:
        con.Struct("text" / con.PascalString(con.Byte, "utf8")).parse(b"\1\xff")
    assert caught.value.path is None


def test_ours_reads_bytes_whatever_they_are() -> None:
    assert trace.trace(KEYS, b"\0\1\0\1\xff").value == [(b"\xff",)]


def test_construct_path_in_an_array_has_no_index() -> None:
    with pytest.raises(construct.StreamError) as caught:
        con.Struct("items" / con.PrefixedArray(con.Byte, con.Struct("id" / con.Int16ub))).parse(b"\2\0\1\0")
    assert "items -> id" in str(caught.value)


def test_ours_has_the_index() -> None:
    problem = trace.trace(KEYS, b"\0\2\0\1a\0\1").problem
    assert problem is not None
    assert (problem.id, problem.index) == ("header.encrypted_data_keys.provider_id", 1)


# --- the compiled reading ---

PLAIN = con.Struct("size" / con.Byte, "data" / con.Bytes(con.this.size))


def test_construct_compiled_accepts_what_the_interpreter_refuses() -> None:
    with pytest.raises(construct.StreamError):
        PLAIN.parse(b"\5ab")
    assert PLAIN.compile().parse(b"\5ab").data == b"ab"


def test_construct_compiled_ends_in_a_plain_error() -> None:
    with pytest.raises(struct.error):
        PLAIN.compile().parse(b"")


@pytest.mark.parametrize("data", [b"\0\5ab", b"\0", b""], ids=["short", "half-a-length", "empty"])
def test_ours_refuses_it_in_both_readings(data: bytes) -> None:
    node = Group(Blob("footer.signature"))
    assert trace.trace(node, data).problem is not None
    assert decoder.decoder(node)(data, 0, len(data)) is None


def test_ours_leaks_no_container() -> None:
    value = trace.trace(Group(u16("footer.signature.length"), KEYS, SECTION), b"\0\0\0\1\0\1a\0\6\0\1\0\0\0\0").value
    assert value == (0, [(b"a",)], [(b"", b"")])
    assert (type(value), type(value[1]), type(value[2][0])) == (tuple, list, tuple)

"""The join of grammar and spec/format, both ways: the walk over the grammar meets every row, in order, of its type, size and versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from esdkit.grammar.body import BODY_AAD, FINAL_FRAME, FRAME, NON_FRAMED
from esdkit.grammar.decoder import decoder
from esdkit.grammar.edk import ECDH_CIPHERTEXT, ECDH_INFO, HIERARCHY_CIPHERTEXT, ML_KEM_INFO, RAW_AES_INFO
from esdkit.grammar.field import Blob, Choose, Counted, Dispatch, Given, Group, Lookup, Node, Raw, Ref, Section, UInt, Until
from esdkit.grammar.footer import BODY_AND_FOOTER, FOOTER, MESSAGE
from esdkit.grammar.header import HEADER, HEADER_AUTH, HEADER_BODY
from esdkit.grammar.trace import trace
from esdkit.message import Message, build
from esdkit.message.model import Frame, NonFramedBody
from esdkit.spec import FIELDS, SUITES
from tests.each import each
from tests.samples import sample_header

ROOTS: dict[str, Node] = {
    "header": HEADER,
    "frame": FRAME,
    "final-frame": FINAL_FRAME,
    "non-framed": NON_FRAMED,
    "body-and-footer": BODY_AND_FOOTER,
    "message": MESSAGE,
    "body-aad": BODY_AAD,
    "raw-aes": RAW_AES_INFO,
    "ecdh-info": ECDH_INFO,
    "ecdh-ciphertext": ECDH_CIPHERTEXT,
    "hierarchy-ciphertext": HIERARCHY_CIPHERTEXT,
    "ml-kem-info": ML_KEM_INFO,
}


def walk(node: Node) -> Iterator[UInt | Raw | Blob]:
    """The fields of a node, in wire order, the groups of a choice one after the other; nodes of an unknown type raise."""
    match node:
        case UInt() | Raw():
            yield node
        case Blob():
            yield node.length
            yield node
        case Section() | Counted() | Group() | Dispatch() | Choose() | Until():
            for child in node.children:
                yield from walk(child)
        case _:
            raise TypeError(type(node).__name__)


def size_in_table(node: UInt | Raw | Blob, version: int | None) -> Any:
    """The size of a field as its row writes it."""
    if isinstance(node, UInt):
        return node.size
    if isinstance(node, Blob):
        return node.length.id
    match node.size:
        case Ref(id=field_id):
            return field_id
        case Lookup(attribute=attribute):
            return f"suite.{attribute}"
        case Given():
            return FIELDS[node.id].size  # from outside; the row may say what the bytes are
        case int(size):
            return {version: size} if isinstance(FIELDS[node.id].size, Mapping) else size


HEADERS = {version: [*walk(HEADER_BODY.groups[version]), *walk(HEADER_AUTH.nodes[version] or Group())] for version in (1, 2)}
BODIES: dict[str, list[UInt | Raw | Blob]] = {
    "body": [*walk(FRAME), *walk(FINAL_FRAME), *walk(NON_FRAMED)],
    "footer": list(walk(FOOTER)),
    "body_aad": list(walk(BODY_AAD)),
    "raw_aes": list(walk(RAW_AES_INFO)),
    "ecdh": [*walk(ECDH_INFO), *walk(ECDH_CIPHERTEXT)],
    "hierarchy": list(walk(HIERARCHY_CIPHERTEXT)),
    "ml_kem": list(walk(ML_KEM_INFO)),
}


@pytest.mark.req("FMT-HDR-002", "FMT-HDR-003", "FMT-HAU-001", "FMT-HAU-002", "FMT-EDK-003", "FMT-AAD-006")
@pytest.mark.parametrize("version", HEADERS)
def test_header_has_the_rows_of_its_version_in_their_order(version: int) -> None:
    rows = [row.id for row in FIELDS.values() if row.part == "header" and version in row.versions]
    assert [node.id for node in HEADERS[version]] == rows


@pytest.mark.req("FMT-FRM-001", "FMT-FRM-002", "FMT-NFR-001", "FMT-FTR-002", "FMT-BAD-001")
@pytest.mark.parametrize("part", BODIES)
def test_part_has_its_rows_in_their_order(part: str) -> None:
    rows = [row for row in FIELDS.values() if row.part == part]
    assert [node.id for node in BODIES[part]] == [row.id for row in rows]
    assert all(row.versions == (1, 2) for row in rows)


def test_every_row_of_the_table_is_a_field_of_the_grammar() -> None:
    used = {node.id for nodes in [*HEADERS.values(), *BODIES.values()] for node in nodes}
    assert used == set(FIELDS)


@pytest.mark.parametrize("version", HEADERS)
def test_header_fields_have_type_and_size_of_their_rows(version: int) -> None:
    for node in HEADERS[version]:
        assert_is_as_its_row(node, version)


@pytest.mark.parametrize("part", BODIES)
def test_fields_of_a_part_have_type_and_size_of_their_rows(part: str) -> None:
    for node in BODIES[part]:
        assert_is_as_its_row(node, None)


def assert_is_as_its_row(node: UInt | Raw | Blob, version: int | None) -> None:
    row = FIELDS[node.id]
    assert node.field is row
    assert row.type == (node.type if isinstance(node, UInt) else "bytes"), row.id
    size = size_in_table(node, version)
    if isinstance(size, dict):
        assert isinstance(row.size, Mapping)
        assert size.items() <= row.size.items(), row.id
    else:
        assert size == row.size, row.id


def test_closed_fields_take_what_their_rows_and_tables_know() -> None:
    for node in HEADERS[1] + HEADERS[2]:
        if isinstance(node, UInt) and node.closed is not None:
            assert node.closed == (frozenset(SUITES) if node.field.unit == "suite" else frozenset(node.field.allowed or ()))


def test_lists_of_the_grammar_are_what_the_rows_call_repeated() -> None:
    repeated = {row.id for row in FIELDS.values() if row.repeats}
    inside = {node.id for root in (HEADER, MESSAGE) for counted in find(root, Counted) for node in walk(counted.item)}
    frames = {node.id for node in walk(FRAME)}
    assert repeated == inside | frames


def find(node: Node, kind: type[Any]) -> list[Any]:
    """All nodes of a type below a node."""
    return [node] * isinstance(node, kind) + [found for child in node.children for found in find(child, kind)]


@each("root", ROOTS.values(), ids=ROOTS)
def test_every_walker_goes_over_every_root(root: Node) -> None:
    ids = {node.id for node in walk(root)}
    assert ids
    for variant in ({}, {"spans": True}, {"checked": True}, {"valid": True}, {"spans": True, "checked": True, "valid": True}):
        source = decoder(root, **variant).source
        assert all(f"v_{field_id.replace('.', '_')}" in source for field_id in ids)


@pytest.mark.parametrize("framed", [True, False], ids=["framed", "non-framed"])
@pytest.mark.parametrize("suite_id", [0x0378, 0x0578], ids=["v1", "v2"])
def test_reference_meets_the_fields_that_the_walk_meets(suite_id: int, framed: bool) -> None:
    suite = SUITES[suite_id]
    header = sample_header(suite, framed=framed, frame_length=2)
    frames = (Frame(1, bytes(12), b"ab", bytes(16)), Frame(2, bytes(12), b"c", bytes(16), final=True))
    data = build(Message(header, frames if framed else NonFramedBody(bytes(12), b"abc", bytes(16)), b"signature"))
    body = [*walk(FRAME), *walk(FINAL_FRAME)] if framed else list(walk(NON_FRAMED))
    expected = {node.id for node in [*HEADERS[suite.message_version], *body, *walk(FOOTER)]}
    assert {span.id for span in trace(MESSAGE, data).spans} == expected


def test_the_tests_walker_knows_no_other_node() -> None:
    class Other(Node):
        pass

    with pytest.raises(TypeError):
        list(walk(Other()))

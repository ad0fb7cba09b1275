"""The construct export, run as source: it reads every native message as the grammar does, builds the same bytes, stops where it stops."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from construct import ConstructError

from esdkit.exports import export
from tests.unit.exports.native import ROOT, Source, fields_at, fields_of, messages, sources

# Where construct stops instead of inside: it takes the section whole before it looks inside.
SECTION = "header.encryption_context"


@pytest.fixture(scope="module")
def module() -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(export("construct"), "esdk.py", "exec"), names)
    return names


@pytest.mark.req("EXP-CON-001")
def test_source_imports_construct_alone() -> None:
    tree = ast.parse(export("construct"))
    assert [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)] == ["construct"]
    assert not any(isinstance(node, ast.Import) for node in ast.walk(tree))


@pytest.mark.req("EXP-CON-001")
@pytest.mark.slow
@sources
def test_every_valid_structure_is_read_and_built(module: dict[str, Any], source: Source) -> None:
    valid = [message for message in source() if message.problem is None]
    assert len(valid) > 700
    for message in valid:
        value = module["MESSAGE"].parse(message.data)
        assert list(fields_of(ROOT, value, lambda value, name: value.get(name))) == message.fields, message.name
        assert module["MESSAGE"].build(value) == message.data[: message.end], message.name


@pytest.mark.req("EXP-CON-001", kind="negative")
def test_reading_stops_at_the_documented_field(module: dict[str, Any]) -> None:
    broken = [message for message in messages() if message.problem is not None]
    assert len(broken) > 100
    for message in broken:
        assert message.problem is not None
        with pytest.raises(ConstructError) as caught:
            module["MESSAGE"].parse(message.data)
        at = fields_at(str(caught.value.path).split(" -> ")[1:])
        assert message.problem.id in at or (at == {SECTION} and message.problem.id.startswith(f"{SECTION}.")), message.name


@pytest.mark.req("EXP-CON-001")
def test_lengths_and_counts_are_computed(module: dict[str, Any]) -> None:
    message = next(message for message in messages() if message.name == "mpl-0578-multi-ascii-f256-p300")
    value = module["MESSAGE"].parse(message.data)
    del value.header.header_body["encryption_context_length"]
    del value.header.header_body["encrypted_data_keys_count"]
    for item in value.header.header_body.encrypted_data_keys:
        del item["ciphertext_length"]
    assert module["MESSAGE"].build(value) == message.data

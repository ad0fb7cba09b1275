"""The JSON export: a reader that has nothing but its grammar reads every native message as esdkit does, and stops where esdkit stops."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from esdkit.exports import export
from esdkit.spec import FIELDS, SUITES, error_codes, spec_path
from tests.unit.exports.native import Message, Read, Source, sources

SCHEMA = json.loads((spec_path() / "schemas" / "format-export.json").read_text(encoding="utf-8"))
EXPORT = json.loads(export("json"))


class Stop(Exception):
    """The reading ends at a field."""


class Reader:
    """Reads a message by the exported grammar alone."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0
        self.window: int | None = None
        self.values: dict[str, Any] = {}
        self.fields: list[Read] = []
        self.suites = {suite["id"]: suite for suite in EXPORT["suites"]}

    def read(self, node: dict[str, Any]) -> None:
        getattr(self, f"read_{node['node']}")(node)

    def peek(self, field: str, size: int) -> bytes:
        if self.place + size > min(len(self.data), self.window or len(self.data)):
            raise Stop(field)
        return self.data[self.place : self.place + size]

    def take(self, field: str, size: int) -> bytes:
        piece = self.peek(field, size)
        self.place += size
        return piece

    def keep(self, field: str, value: int | bytes) -> None:
        self.values[field] = value
        self.fields.append((field, value))

    def value(self, expression: dict[str, Any]) -> Any:
        value = self.values[expression["value_of"]]
        return value if "row_of" not in expression else {"suites": self.suites}[expression["row_of"]][value][expression["property"]]

    def read_number(self, node: dict[str, Any]) -> None:
        value = int.from_bytes(self.take(node["field"], node["bytes"]), "big")
        self.keep(node["field"], value)
        if value not in node.get("closed", [value]):
            raise Stop(node["field"])

    def read_bytes(self, node: dict[str, Any]) -> None:
        size = node["size"]
        self.keep(node["field"], self.take(node["field"], size if isinstance(size, int) else self.value(size)))

    def read_group(self, node: dict[str, Any]) -> None:
        for below in node["nodes"]:
            self.read(below)

    def read_section(self, node: dict[str, Any]) -> None:
        self.read(node["length"])
        if size := self.values[node["length"]["field"]]:
            self.window = self.place + size
            self.read(node["content"])
            if self.place != self.window:
                raise Stop(node["length"]["field"])
            self.window = None

    def read_list(self, node: dict[str, Any]) -> None:
        self.read(node["count"])
        for _ in range(self.values[node["count"]["field"]]):
            self.read(node["item"])

    def read_dispatch(self, node: dict[str, Any]) -> int:
        default = node.get("default")
        blamed = node["field"] if default is None else default["nodes"][0]["field"]
        lead = int.from_bytes(self.peek(blamed, node["bytes"]), "big")
        chosen = {case["value"]: case["then"] for case in node["cases"]}.get(lead, default)
        if chosen is None:
            raise Stop(node["field"])
        self.read(chosen)
        return lead

    def read_choose(self, node: dict[str, Any]) -> None:
        chosen = {case["value"]: case["then"] for case in node["cases"]}[self.value(node["on"])]
        if chosen is not None:
            self.read(chosen)

    def read_until(self, node: dict[str, Any]) -> None:
        while self.read_dispatch(node["item"]) != node["last"]:
            pass


def stop_of(reader: Reader) -> str | None:
    """The field where the reading ends; None when it ends with the message."""
    try:
        reader.read(EXPORT["grammar"])
    except Stop as stop:
        return str(stop)
    return None


@pytest.mark.req("EXP-JSN-001")
def test_export_follows_its_schema_which_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(EXPORT)


@pytest.mark.req("EXP-JSN-001", kind="negative")
@pytest.mark.parametrize("part", ["fields", "suites", "errors", "grammar"])
def test_schema_refuses_what_is_not_said(part: str) -> None:
    broken = json.loads(export("json"))
    row = broken[part] if part == "grammar" else broken[part][0]
    row["other"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(broken)


@pytest.mark.req("EXP-JSN-001")
@pytest.mark.req("EXP-JSN-001", kind="negative")
@pytest.mark.slow
@sources
def test_grammar_reads_every_message_and_stops_at_the_same_field(source: Source) -> None:
    assert len(source()) > 700
    for message in source():
        reader = Reader(message.data)
        stop = stop_of(reader)
        assert (reader.fields, stop) == (message.fields, stopped_at(message)), message.name
        assert stop or reader.place == message.end, message.name


def stopped_at(message: Message) -> str | None:
    return message.problem and message.problem.id


@pytest.mark.req("EXP-GEN-003")
def test_tables_are_complete() -> None:
    assert [(field["id"], field["name"], field["doc"]) for field in EXPORT["fields"]] == [
        (row.id, row.name, row.doc) for row in FIELDS.values()
    ]
    assert [suite["id"] for suite in EXPORT["suites"]] == list(SUITES)
    assert [error["code"] for error in EXPORT["errors"]] == list(error_codes())

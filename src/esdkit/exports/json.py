"""The tables and the grammar as JSON, for any program. ``spec/schemas/format-export.json`` is the JSON Schema.

Invariants: a node of ``grammar`` is a node of esdkit's grammar, with the same fields, numbers and order, so a program can read messages
by it; a size or choice that depends on an earlier field names that field. A table's rows have every property that an expression names.
"""
# Reqs: EXP-GEN-001, EXP-JSN-001

from __future__ import annotations

import json
from typing import Any

from esdkit import __version__
from esdkit.exports.rows import KINDS
from esdkit.grammar.field import Blob, Choose, Counted, Dispatch, Group, Lookup, Node, Raw, Ref, Section, UInt, Until, constant_name
from esdkit.grammar.footer import MESSAGE
from esdkit.spec import SUITES

__all__ = ["FORMAT_EXPORT_VERSION", "export"]

FORMAT_EXPORT_VERSION = 1


def export() -> str:
    document = {
        "format_export": FORMAT_EXPORT_VERSION,
        "esdkit": __version__,
        **{KINDS[kind].plural: list(KINDS[kind].rows().values()) for kind in ("field", "suite", "error")},
        "limits": KINDS["limit"].rows(),
        "grammar": _node(MESSAGE),
    }
    return json.dumps(document, indent=1, ensure_ascii=False)


def _node(node: Node) -> dict[str, Any]:
    name = constant_name(node)
    named = {"name": name} if name.isupper() else {}
    match node:
        case UInt():
            closed = {} if node.closed is None else {"closed": sorted(node.closed)}
            return {"node": "number", "field": node.id, "bytes": node.size, **closed}
        case Raw():
            return {"node": "bytes", "field": node.id, "size": node.size if isinstance(node.size, int) else _expression(node.size)}
        case Blob():
            return {"node": "group", "nodes": [_node(node.length), _node(node.content)]}
        case Section():
            return {"node": "section", "field": node.id, **named, "length": _node(node.length), "content": _node(node.content)}
        case Counted():
            return {"node": "list", "field": node.id, **named, "count": _node(node.count), "item": _node(node.item)}
        case Group():
            return {"node": "group", **named, "nodes": [_node(child) for child in node.nodes]}
        case Dispatch():
            default = {} if node.default is None else {"default": _node(node.default)}
            cases = [{"value": value, "then": _node(group)} for value, group in node.groups.items()]
            return {"node": "dispatch", "field": node.lead.id, **named, "bytes": node.lead.size, "cases": cases, **default}
        case Choose():
            cases = [{"value": value, "then": child and _node(child)} for value, child in node.nodes.items()]
            return {"node": "choose", **named, "on": _expression(node.expression), "cases": cases}
        case Until():
            last = next(number for number, group in node.dispatch.groups.items() if group is node.last)
            return {"node": "until", **named, "item": _node(node.dispatch), "last": last}
    raise TypeError(f"JSON has nothing for {type(node).__name__}")


def _expression(expression: object) -> dict[str, Any]:
    """A value that depends on an earlier field."""
    match expression:
        case Ref():
            return {"value_of": expression.id}
        case Lookup(table=table) if table is SUITES:
            return {"value_of": expression.id, "row_of": "suites", "property": expression.attribute}
    raise TypeError(f"JSON has nothing for {expression!r}")

"""A tree as one HTML page that works without a network: fields beside bytes, each lighting the other.

Strategy: the page's parts are files in ``page/``; here they are put together with two blocks of data, the facts (JSON) and the bytes
(base64), and the script makes everything else out of them. Regular frames are one entry of the facts whatever their number.

Invariants: nothing of a message is ever markup: it is in the data blocks only, where no character can end the block, and the script
puts it into the document as text. A content security policy allows the page's own style and script, by their hashes, and nothing else: no
request, no other script. What is not the message's bytes is bounded (long texts are folded, long lists cut), so is the number of bytes that
are embedded; the page says what it leaves out. The same tree gives the same page. Nothing here is authenticated.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from html import escape
from string import Template
from typing import Any

from esdkit.columns import printable
from esdkit.errors import EsdkError
from esdkit.inspector.facts.origin import hints
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.views.describe import (
    describe_amount,
    describe_body,
    describe_policies,
    describe_readers,
    describe_suite,
    describe_title,
)
from esdkit.inspector.views.nodes import FramesNode, TreeNode, nodes
from esdkit.inspector.views.text import PROOF_OF_STATES, ROLES_OF_STATES
from esdkit.pages import content_policy, page_file, palette
from esdkit.spec import FIELDS, Field, error_codes

__all__ = ["MAX_IN_FRAGMENT", "MAX_IN_PAGE", "tree_to_fragment", "tree_to_html"]

MAX_IN_PAGE = 64 << 20
"""Bytes of a message that a page holds; a browser takes no text of any length."""

MAX_IN_FRAGMENT = 1 << 20
"""The same for a notebook, which keeps every output in its file."""

_SCRIPTS = ("model.js", "bytes.js", "tree.js", "search.js", "page.js")
_HEIGHT = 720  # of the frame in a notebook, in pixels
_LIST_ROOM = 48 << 10  # characters of JSON for the items of one list
_MAX_TEXT = 160  # characters of a value
_MAX_MESSAGE = 300  # of a problem's text
_MAX_PROBLEMS = 64


def tree_to_html(tree: Tree, name: str | None = None) -> str:
    """The page, a whole document in UTF-8. Beside the message's bytes in base64 it is smaller than 300 KiB; of a message longer than
    ``MAX_IN_PAGE`` it holds the first part.

    Args:
        tree: of the message.
        name: what the message is called, for example the file's name.
    """
    # Reqs: CLI-HTM-001, CLI-HTM-002, CLI-HTM-003, CLI-HTM-004, CLI-HTM-005, CLI-HTM-006, CLI-HTM-008, CLI-HTM-009, CLI-HTM-010,
    # CLI-HTM-011, CLI-HTM-012
    return _page(tree, name, MAX_IN_PAGE, "The bytes after them are in the message's own file.")


def tree_to_fragment(tree: Tree) -> str:
    """The page for a notebook: in a frame of its own, which has no access to what is around it. Of a message that is longer than
    ``MAX_IN_FRAGMENT`` it holds the first part.
    """
    # Reqs: CLI-HTM-007
    page = _page(tree, None, MAX_IN_FRAGMENT, "to_html() gives a page with more.")
    frame = f'sandbox="allow-scripts" width="100%" height="{_HEIGHT}" style="border: 0" title="AWS Encryption SDK message"'
    return f'<iframe srcdoc="{escape(page)}" {frame}></iframe>'


def _page(tree: Tree, name: str | None, most: int, remedy: str) -> str:
    style, script = palette() + _read("page.css"), _script()
    return Template(_read("page.html")).substitute(
        policy=content_policy(style, script),
        style=style,
        script=script,
        facts=_json({**_facts(tree, name), "remedy": remedy}),
        message=base64.b64encode(tree.source.read(0, min(tree.length, most))).decode("ascii"),
    )


def _read(name: str) -> str:
    return page_file("esdkit.inspector.views", name)


@cache
def _script() -> str:
    return "\n".join(_read(name) for name in _SCRIPTS)


def _json(data: Any) -> str:
    """JSON in ASCII in which nothing can be taken for markup."""
    text = json.dumps(data, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _facts(tree: Tree, name: str | None) -> dict[str, Any]:
    facts = _Facts()
    roots = nodes(tree)
    places = {id(problem): node for root in roots for problem, node in _places(root)}
    signature = tree.signature
    return {
        "name": _fold(printable(name or ""), _MAX_TEXT),
        "kind": describe_title(tree),
        "suite": "" if tree.suite is None else str(tree.suite),
        "overview": [*_overview(tree)],
        "signature": {"state": signature.state, "role": ROLES_OF_STATES[signature.state], "means": signature.means},
        "length": tree.length,
        "nodes": [facts.node(root) for root in roots],
        "problems": [_problem(problem, places.get(id(problem))) for problem in tree.problems[:_MAX_PROBLEMS]],
        "problem_count": tree.problem_count,
        "rows": [_row(FIELDS[field_id]) for field_id in facts.rows],  # after the nodes, which fill the table
        "run": facts.run,
    }


def _overview(tree: Tree) -> Iterator[tuple[str, str]]:
    """What the message is, as terms and texts."""
    if tree.suite is None:
        return
    yield "suite", str(tree.suite)
    yield "means", ", ".join(describe_suite(tree.suite))
    yield "read by", ". ".join(describe_readers(tree))
    yield "policy", describe_policies(tree.suite)
    if tree.body is not None:
        yield "content", ", ".join(describe_body(tree.body))
        yield "plaintext", describe_amount(tree.body)
    yield "signature", "; ".join([tree.signature.means, *filter(None, [PROOF_OF_STATES.get(tree.signature.state)])])
    sizes = {name.replace("_", " "): size for name, size in asdict(tree.sizes).items()}
    yield "sizes", ", ".join(f"{name} {size}" for name, size in sizes.items() if size)
    for hint in hints(tree):
        yield "written by", f"{hint.says} ({hint.because})"


class _Facts:
    """The nodes as data. ``rows``: the fields that occur, each with its place in the page's table; ``run``: the path of the frames."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.run: str | None = None

    def node(self, node: TreeNode | FramesNode) -> Any:
        """``[name, start, end, row, value, kids]``; the frames as one object with the fields of a single frame."""
        if isinstance(node, FramesNode):
            return self.frames(node)
        kids = self.kids(node.children) if node.children or (node.row is None and not node.value) else None
        value = node.value or (_summary(node) if node.name.startswith("[") else "")
        return [node.name, node.start, node.end, None if node.row is None else self.row(node.row.id), _fold(value, _MAX_TEXT), kids]

    def kids(self, children: Sequence[TreeNode | FramesNode]) -> list[Any]:
        """The children; of a list's items as many as there is room for, and one node for the others."""
        items = [child for child in children if child.name.startswith("[")]
        kids = [self.node(child) for child in children if not child.name.startswith("[")]
        room = _LIST_ROOM
        for index, item in enumerate(items):
            kid = self.node(item)
            room -= len(json.dumps(kid))
            if room < 0:
                more = f"{len(items) - index} more, which this page does not list"
                return [*kids, [f"[{index}…{len(items) - 1}]", item.start, items[-1].end, None, more, None]]
            kids.append(kid)
        return kids

    def frames(self, node: FramesNode) -> dict[str, Any]:
        self.run = node.path
        shape = node.run.shape
        prefix = f"{node.path}."
        fields = [[each.removeprefix(prefix), self.row(each), offset, shape.sizes[each]] for each, offset in shape.offsets.items()]
        return {"name": node.name, "start": node.start, "count": node.run.count, "step": shape.size, "fields": fields}

    def row(self, field_id: str) -> int:
        return self.rows.setdefault(field_id, len(self.rows))


def _summary(item: TreeNode) -> str:
    """What the item of a list holds, in one line: its values without their lengths."""
    values = []
    for child in item.children:
        if isinstance(child, TreeNode) and child.row is not None and not child.name.endswith(".length"):
            inner = [
                each.value
                for each in child.children
                if isinstance(each, TreeNode) and each.row is not None and each.row.unit in ("utf-8", "name")
            ]
            values += [_fold(value, _MAX_TEXT) for value in inner or [child.value]]
    return " · ".join(values)


def _row(row: Field) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "type": row.type, "unit": row.unit, "doc": row.doc, "requirements": row.requirements}


def _places(node: TreeNode | FramesNode) -> Iterator[tuple[EsdkError, TreeNode]]:
    """The problems of a node and those below it, each with its node; those of regular frames name their fields themselves."""
    if isinstance(node, TreeNode):
        yield from ((problem, node) for problem in node.problems)
        for child in node.children:
            yield from _places(child)


def _problem(problem: EsdkError, node: TreeNode | None) -> dict[str, Any]:
    """``node``: where to show it; None of a regular frame's, which the page finds by its path. ``end``: of the bytes that it is about."""
    row = error_codes()[problem.code]
    return {
        "code": problem.code.value,
        "message": _fold(printable(problem.message), _MAX_MESSAGE),
        "path": problem.path,
        "node": problem.path if node is None else node.path,
        "end": None if node is None else max(node.end, problem.offset or 0),
        "offset": problem.offset,
        "hint": problem.hint or row.hint,
        "requirements": problem.reqs or row.requirements,
    }


def _fold(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}… ({len(text)} characters)"

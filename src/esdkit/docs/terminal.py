"""Pages of the documentation as text for a terminal.

Strategy: a page is cut into blocks: headings, paragraphs, items of lists, tables, code. ``Columns`` lays each out, so what is too wide is
folded as everywhere else. Code is printed as it is, so that it can be copied. A link is printed as its text; where links lead is below the
page. This is the Markdown that the pages use, not all that there is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from esdkit.columns import Columns, width
from esdkit.docs import Page, find, slug

__all__ = ["page_lines", "search"]

_CODE = re.compile("(`[^`]*`)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_CELL = re.compile(r"(?<!\\)\|")
_KINDS = {
    "code": re.compile("```"),
    "heading": re.compile("#+ "),
    "table": re.compile(r"\|"),
    "item": re.compile(r" *(?:[-*]|\d+\.) "),
    "comment": re.compile("<!--"),
    "text": re.compile("."),
}
_LONGER = {("table", "table"), ("text", "text"), ("item", "text")}  # what a line continues, instead of being a block of its own
_BESIDE = 0.55  # how much of a line may be before the last column of a table


def page_lines(page: Page, text: str, out: Columns) -> Iterator[str]:
    """A page, or one section of it, with where its links lead."""
    before = ""
    for kind, lines in _blocks(text):
        if before and not (kind == before == "item"):
            yield ""
        before = kind
        yield from _block(kind, lines, out)
    if links := _links(page, text):
        yield from ("", *out.whole("Links", role="title"))
        column = max(map(width, links)) + 2
        for target, what in links.items():
            yield from (
                out.lines(what, [("  ", "plain"), (f"{target:<{column}}", "label")]) if column <= _BESIDE * out.width else (f"  {target}",)
            )


def search(page: Page, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of a page that have all of the words, in any case, each with the name of its section."""
    anchor, fenced = "", False
    for line in page.text().splitlines():
        fenced ^= line.startswith("```")
        if line.startswith("#") and not fenced and not page.is_example:
            anchor = slug(line.lstrip("#"))
        if all(word.lower() in line.lower() for word in words):
            yield anchor, line if page.is_example or fenced else _inline(line)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """The kinds of blocks of a page, with their lines; blank lines and comments are left out."""
    kind, block = "", list[str]()
    for line in text.splitlines():
        fence = line.startswith("```")
        if kind == "code" and not fence:
            block.append(line)
            continue
        new = "" if kind == "code" else next((name for name, pattern in _KINDS.items() if pattern.match(line)), "")
        if (kind, new) in _LONGER:
            block.append(line)
            continue
        if block and kind != "comment":
            yield kind, block
        kind, block = new, [] if fence or not new else [line]
    if block and kind != "comment":
        yield kind, block


def _block(kind: str, lines: Sequence[str], out: Columns) -> Iterator[str]:
    if kind == "heading":
        yield from out.lines(_inline(lines[0].lstrip("#").strip()), role="title")
    elif kind == "code":
        yield from (f"    {line}".rstrip() for line in lines)
    elif kind == "table":
        yield from _table([[_inline(cell.strip()) for cell in _CELL.split(line)[1:-1]] for line in (lines[0], *lines[2:])], out)
    elif kind == "item":
        mark = _KINDS["item"].match(lines[0])
        assert mark is not None
        yield from out.lines(_inline(_joined([lines[0][mark.end() :], *lines[1:]])), mark[0])
    else:
        yield from out.lines(_inline(_joined(lines)))


def _joined(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _inline(text: str) -> str:
    """Text without the signs for links and for bold; code keeps its own, which tell where it ends."""
    pieces = _CODE.split(_LINK.sub(r"\1", text))
    return "".join(piece if number % 2 else piece.replace("**", "") for number, piece in enumerate(pieces)).replace("\\|", "|")


def _table(rows: Sequence[Sequence[str]], out: Columns) -> Iterator[str]:
    """Cells below each other where the columns before the last are narrow; otherwise each row as a list of what its columns say."""
    head, *body = rows
    widths = [max(map(width, column)) + 2 for column in zip(*(row[:-1] for row in rows), strict=True)]
    if sum(widths) <= max(_BESIDE * out.width, out.width - max(width(row[-1]) for row in rows)):
        for role, row in (("label", head), *(("plain", row) for row in body)):
            front = "".join(cell + " " * (space - width(cell)) for cell, space in zip(row[:-1], widths, strict=True))
            yield from out.lines(row[-1], [(front, role)], role) if row[-1] else (front.rstrip(),)
        return
    column = max(map(width, head[1:])) + 2
    for first, *others in body:
        yield from out.lines(f"{first}", f"{head[0]}: " if head[0] else "")
        for label, cell in zip(head[1:], others, strict=True):
            yield from out.lines(cell, [("  ", "plain"), (f"{label:<{column}}", "label")])


def _links(page: Page, text: str) -> Mapping[str, str]:
    """Where the links of a page lead, with their texts: pages as commands, the rest as addresses. Links inside the page are left out."""
    links: dict[str, str] = {}
    for what, target in _LINK.findall("\n".join("\n".join(lines) for kind, lines in _blocks(text) if kind != "code")):
        file, _, anchor = target.partition("#")
        if target.startswith("https:"):
            links.setdefault(target, what)
        elif file and (other := find(posixpath.normpath(posixpath.join(posixpath.dirname(page.file), file)))):
            links.setdefault(f"esdkit docs {other.name}{f'#{anchor}' if anchor else ''}", " ".join(what.split()))
    return links

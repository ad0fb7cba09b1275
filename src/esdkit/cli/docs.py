"""``esdkit docs``: the pages of the documentation in the terminal, from the package."""
# Reqs: EXP-DOC-001, EXP-DOC-003

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator

import click

from esdkit.cli.command import Command, section_option
from esdkit.cli.terminal import color_option, paint, print_lines
from esdkit.columns import Columns
from esdkit.docs import GROUPS, Page, find, pages, section, slug
from esdkit.docs.terminal import page_lines, search
from esdkit.near import nearest
from esdkit.spec import exit_codes

__all__ = ["docs_command"]

_NEAR = 0.5  # how much two names must have in common for one to be meant
_MOST = 5  # suggestions
_MOST_LINES = 2  # of a line that was found


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    last_parts = [last for name in pages() if "/" not in begun and find(last := name.rpartition("/")[2])]
    return [name for name in dict.fromkeys((*pages(), *last_parts)) if name.startswith(begun)]


@click.command("docs", cls=Command)
@click.argument("name", metavar="[PAGE[#SECTION]]", required=False, shell_complete=_complete)
@section_option("--search", "words", metavar="WORD", multiple=True, help="List the lines that have the word; with several, all of them.")
@color_option
@click.pass_context
def docs_command(context: click.Context, name: str | None, words: tuple[str, ...]) -> int:
    """Read the documentation, or list its pages.

    \b
    esdkit docs
    esdkit docs troubleshooting
    esdkit docs errors#truncated
    esdkit docs --search "data key" --search cache
    esdkit docs examples/lint.yaml > lint.yaml

    The last part of a name is enough where one page has it. The pages are in the package; nothing is read from a network. On a terminal,
    PAGER shows them. Names of files in them are those of a checkout.
    """
    out = Columns(paint, remedy="the page has all")
    page, anchor = (None, "") if name is None else _page(name)
    if words:
        found = [*_found([page] if page else pages().values(), words, out)]
        print_lines(found or ["no page has a line with these words"])
        return exit_codes()["ok" if found else "answer_is_no"]
    if page is None:
        _show(_list(out), context)
    elif page.is_example:
        click.echo(page.text(), nl=False)
    else:
        _show(page_lines(page, _section(page, anchor), out), context)
    return exit_codes()["ok"]


def _page(name: str) -> tuple[Page, str]:
    name, _, anchor = name.partition("#")
    page = find(name)
    if page is not None:
        return page, anchor
    raise click.UsageError(f"unknown page {name!r}. {_meant(name.rpartition('/')[2], pages()) or 'All: esdkit docs'}")


def _section(page: Page, anchor: str) -> str:
    text = section(page.text(), slug(anchor)) if anchor else page.text()
    if text is not None:
        return text
    headings = [slug(line.lstrip("#")) for line in page.text().splitlines() if line.startswith("#")]
    raise click.UsageError(f"the page {page.name} has no section {anchor!r}. {_meant(slug(anchor), headings)}".rstrip())


def _meant(word: str, known: Collection[str]) -> str:
    """A question for the end of an error: the names that have the word in them, or else those near to it; empty if there are none."""
    having = [name for name in known if word and word.lower() in name]
    meant = having or nearest(word, known, _MOST, _NEAR)
    shown = ", ".join([*meant[:_MOST], *("…",) * (len(meant) > _MOST)])
    return f"Did you mean: {shown}?" if shown else ""


def _list(out: Columns) -> Iterator[str]:
    column = max(map(len, pages())) + 2
    for number, group in enumerate(GROUPS):
        yield from ("",) * bool(number)
        yield from out.whole(group, role="title")
        for page in pages().values():
            if page.group == group:
                yield from out.lines("" if page.is_example else page.title, [("  ", "plain"), (f"{page.name:<{column}}", "label")])
                if page.is_example:
                    yield f"  {page.name}"


def _found(searched: Iterable[Page], words: tuple[str, ...], out: Columns) -> Iterator[str]:
    for page in searched:
        before = None
        for anchor, line in search(page, words):
            if anchor != before:
                before = anchor
                yield from out.whole(f"{page.name}{f'#{anchor}' if anchor else ''}", role="label")
            yield from out.lines(line.strip(" #|"), "  ", most=_MOST_LINES)


def _show(lines: Iterable[str], context: click.Context) -> None:
    """Print, on a terminal through the pager."""
    if sys.stdout.isatty():
        unless_asked = False if os.environ.get("NO_COLOR") else None  # None: if the pager shows colors
        click.echo_via_pager((f"{line}\n" for line in lines), color=unless_asked if context.color is None else context.color)
    else:
        print_lines(lines)

"""What every HTML page of esdkit shares: its colors, the frame of a report, and a policy that lets the page ask nothing of a network.

Invariant: a page runs the style and the script that the policy has the hashes of, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from esdkit.columns import printable

__all__ = ["content_policy", "page_file", "palette", "report_page", "source_hash", "text"]


def palette() -> str:
    """The colors and fonts of all pages, as variables of CSS."""
    return page_file(__name__, "palette.css")


def report_page(title: str, content: str) -> str:
    """A report without a script, a whole document in UTF-8.

    Args:
        title: plain text.
        content: the body's markup, in which ``text`` has made harmless what others wrote.
    """
    style = palette() + page_file(__name__, "report.css")
    values = {"policy": content_policy(style), "style": style, "title": text(title), "content": content}
    return Template(page_file(__name__, "report.html")).substitute(values)


def text(anything: object) -> str:
    """Text of anybody, in which nothing is markup and nothing is invisible."""
    return escape(printable(str(anything)))


@cache
def page_file(package: str, name: str) -> str:
    """A file of a page, with line ends as a browser sees them: a hash is over those.

    Args:
        package: that has the folder ``page``.
        name: of the file.
    """
    return (files(package) / "page" / name).read_text(encoding="utf-8")


def content_policy(style: str, script: str | None = None) -> str:
    """The content security policy of a page, for its ``meta`` element.

    Args:
        style: the text of its style element.
        script: the text of its script element; None for a page without.
    """
    directives = {
        "default-src": "'none'",
        "style-src": source_hash(style),
        **({} if script is None else {"script-src": source_hash(script)}),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{directive} {allowed}" for directive, allowed in directives.items())


def source_hash(text: str) -> str:
    """What a content security policy calls the text of a style or script element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

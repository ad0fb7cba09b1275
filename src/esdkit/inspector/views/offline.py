"""What every HTML page of esdkit shares: parts in files, and a policy that lets the page ask nothing of a network.

Invariant: a page runs the style and the script that the policy has the hashes of, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template

__all__ = ["content_policy", "page_file", "report_page"]

_PACKAGE = "esdkit.inspector.views"


@cache
def page_file(package: str, name: str) -> str:
    """A file of a page, with line ends as a browser sees them: a hash is over those.

    Args:
        package: that has the folder ``page``.
        name: of the file.
    """
    return (files(package) / "page" / name).read_text(encoding="utf-8")


def report_page(title: str, content: Iterable[str], style: str) -> str:
    """A page without a script: headings, sections and tables in the style of all of them.

    Args:
        title: of the window, without markup.
        content: the lines of the body, in which nothing of anybody is markup.
        style: rules of its own.
    """
    style = page_file(_PACKAGE, "report.css") + style
    return Template(page_file(_PACKAGE, "report.html")).substitute(
        policy=content_policy(style), style=style, title=title, content="\n".join(content)
    )


def content_policy(style: str, script: str | None = None) -> str:
    """The content security policy of a page, for its ``meta`` element.

    Args:
        style: the text of its style element.
        script: the text of its script element; None for a page without.
    """
    directives = {
        "default-src": "'none'",
        "style-src": _hash(style),
        **({} if script is None else {"script-src": _hash(script)}),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{directive} {allowed}" for directive, allowed in directives.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

"""The site: every page of ``esdkit.docs`` and the API, built by Sphinx from the files where they are. `make site` writes it to build/site.

Strategy: the source folder is the checkout, so that the links between pages are those that GitHub shows, and the pages have no directives:
the contents at the side come from the groups of ``esdkit.docs`` and are added while README.md is read. Nothing is fetched.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

import esdkit  # noqa: E402  # the checkout's
from esdkit.docs import GROUPS, pages  # noqa: E402

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PAGES = [page for page in pages().values() if not page.is_example]
_API = sorted(path.stem for path in (ROOT / "docs" / "site" / "api").glob("*.rst"))

project = "esdkit"
release = version = esdkit.__version__
html_title = f"esdkit {release}"
language = "en"
root_doc = "README"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
include_patterns = [page.file for page in _PAGES] + ["docs/site/api/*.rst"]
exclude_patterns = [".*", "build", "dist", "mutants", "src", "spec", "tests", "tools", "vectors/native", "vectors/published"]
templates_path = ["templates"]

html_theme = "furo"
html_additional_pages = {"index": "index.html"}
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {"navigation_with_keys": True}
html_static_path = ["static"]
html_css_files = ["site.css"]
html_permalinks_icon = "#"

myst_heading_anchors = 4
myst_enable_extensions: list[str] = []

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"
maximum_signature_line_length = 100

nitpicky = True
nitpick_ignore_regex = [("py:class", ".*")]  # types in signatures: many are of other packages or not public
suppress_warnings = ["ref.python"]  # the same name as a type in two modules


def _add_contents(app: Sphinx, document: str, source: list[str]) -> None:
    """Add the contents to the first page, and to the pages that list a folder."""
    folder = document.removesuffix("README")
    if document == root_doc:
        for group in GROUPS:
            files = [page.file for page in _PAGES if page.group == group]
            if files:
                source[0] += _contents(group, _one_of_a_folder(files))
        source[0] += _contents("Python", [f"docs/site/api/{name}" for name in _API])
    elif folder != document:
        source[0] += _contents(
            "", [Path(page.file).name for page in _PAGES if page.file.startswith(folder) and page.file != f"{document}.md"]
        )


def _one_of_a_folder(files: list[str]) -> list[str]:
    """The page that lists a folder, where there is one, instead of all pages of it."""
    return files[:1] if files[0].endswith("/README.md") else files


def _contents(caption: str, files: list[str]) -> str:
    lines = "\n".join("self" if file == "README.md" else file.removesuffix(".md") for file in files)
    return f"\n\n```{{toctree}}\n:hidden:\n{caption and f':caption: {caption}'}\n\n{lines}\n```\n"


def setup(app: Sphinx) -> None:
    app.connect("source-read", _add_contents)

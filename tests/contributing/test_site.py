"""The site of the documentation: `make site` gives no warning, each page is in it, and no link inside of it is dead."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from esdkit.docs import pages
from tests.unit.public.test_names import PUBLIC

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.req("EXP-DOC-002")]


class Document(HTMLParser):
    """What a page has that can be linked to, what it links to, and what it would fetch."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: set[str] = set()
        self.fetched: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value for name, value in attrs if value}
        self.names.update(has[name] for name in ("id", "name") if name in has)
        if tag == "a" and "href" in has:
            self.links.add(has["href"])
        self.fetched.update(has[name] for name in ("src", "href") if name in has and tag in ("img", "script", "link", "iframe"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as the Makefile does, elsewhere."""
    folder = tmp_path_factory.mktemp("site")
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nsite: ")[2].splitlines()[1]
    options = (
        recipe.split("-m sphinx ")[1].replace("build/site-doctrees", str(folder / "doctrees")).replace("build/site", str(folder / "html"))
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "sphinx", *options.split()]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    return folder / "html"


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[Path, Document]:
    return {path.relative_to(site): Document(path) for path in site.rglob("*.html")}


def test_site_has_every_page_and_no_example(documents: dict[Path, Document]) -> None:
    expected = {Path(page.file).with_suffix(".html") for page in pages().values() if not page.is_example}
    assert expected <= documents.keys()
    assert {path.parts[0] for path in documents} == {
        *("docs", "vectors", "README.html", "CHANGELOG.html", "CONTRIBUTING.html", "SECURITY.html"),
        *("index.html", "genindex.html", "py-modindex.html", "search.html"),
    }


def test_links_inside_the_site_lead_to_a_page_and_a_place_in_it(
    site: Path, documents: dict[Path, Document], subtests: pytest.Subtests
) -> None:
    checked = 0
    for path, document in documents.items():
        for link in document.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            checked += 1
            target = (site / path).parent / unquote(parts.path) if parts.path else site / path
            with subtests.test(f"{path}: {link}"):
                assert target.exists()
                if parts.fragment and target.suffix == ".html":
                    assert unquote(parts.fragment) in documents[target.resolve().relative_to(site.resolve())].names
    assert checked > 1000


def test_site_fetches_nothing_from_elsewhere(documents: dict[Path, Document]) -> None:
    assert {url for document in documents.values() for url in document.fetched if urlsplit(url).scheme not in ("", "data")} == set()


def test_every_public_module_is_in_the_reference(documents: dict[Path, Document]) -> None:
    reference = {name for path, document in documents.items() if path.parts[:3] == ("docs", "site", "api") for name in document.names}
    modules = [name for name in PUBLIC if name != "esdkit.fuzz"]  # that is the folder of esdkit.fuzz.strategies
    assert [name for name in modules if f"module-{name}" not in reference] == []

"""The build hook: what the wheel gets is what the checkout has, and an editable install gets nothing that could go stale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from esdkit.docs import pages
from tools import hatch_build
from tools.hatch_build import BuildHook, ReadmeHook

ROOT = Path(__file__).parents[3]


def hook() -> BuildHook:
    return BuildHook(str(ROOT), {}, None, None, "", "wheel")  # type: ignore[arg-type]  # the builder, which it does not ask


def built() -> tuple[dict[str, str], dict[str, str]]:
    """What a wheel gets, in the package and beside it, by its place."""
    build_data: dict[str, Any] = {"force_include": {}, "shared_data": {}}
    made = hook()
    made.initialize("standard", build_data)
    package, shared = (
        {target: Path(source).read_text(encoding="utf-8") for source, target in build_data[name].items()} for name in build_data
    )
    made.finalize("standard", build_data, "")
    assert all(Path(source).is_relative_to(ROOT) for name in build_data for source in build_data[name] if Path(source).exists())
    return package, shared


def test_a_wheel_gets_every_table() -> None:
    package, _ = built()
    paths = [path.relative_to(ROOT / "spec") for path in (ROOT / "spec").rglob("*.yaml")]
    tables = {f"esdkit/spec/data/{path.with_suffix('.json').as_posix()}" for path in paths}
    assert {name for name in package if name.startswith("esdkit/spec/")} == tables
    limits = yaml.safe_load((ROOT / "spec" / "limits.yaml").read_text(encoding="utf-8"))
    assert json.loads(package["esdkit/spec/data/limits.json"]) == limits


@pytest.mark.req("EXP-DOC-001", "EXP-DOC-004")
def test_a_wheel_gets_every_page_and_a_man_page_for_each_verb() -> None:
    package, shared = built()
    documentation = {name: text for name, text in package.items() if name.startswith("esdkit/docs/")}
    assert documentation == {f"esdkit/docs/data/{page.file}": page.text() for page in pages().values()}
    assert {f"share/man/man1/esdkit{name}.1" for name in ("", "-inspect", "-vectors", "-vectors-run")} <= shared.keys()


def test_an_editable_install_gets_nothing() -> None:
    build_data: dict[str, Any] = {"force_include": {}, "shared_data": {}}
    made = hook()
    made.initialize("editable", build_data)
    made.finalize("editable", build_data, "")
    assert build_data == {"force_include": {}, "shared_data": {}}


def test_links_of_the_readme_become_names_of_pages_where_they_lead_to_pages() -> None:
    metadata: dict[str, Any] = {}
    ReadmeHook(str(ROOT), {}).update(metadata)
    assert metadata["readme"]["content-type"] == "text/markdown"
    text = hatch_build.outside_of_the_checkout("[one](docs/errors.md), [two](docs/howto/decrypt.md), [three](https://example.com#a)")
    assert text == "one (`esdkit docs errors`), two (`esdkit docs howto/decrypt`), [three](https://example.com#a)"
    assert hatch_build.outside_of_the_checkout("[part](docs/howto/scan.md#resume)") == "part (`esdkit docs howto/scan#resume`)"


def test_a_checkout_has_no_compiled_tables() -> None:
    tables = [ROOT / "spec" / f"{name}.json" for name in hatch_build.tables(ROOT / "spec")]
    assert tables
    assert not [path for path in tables if path.exists()]
    assert not (ROOT / "src" / "esdkit" / "spec" / "data").exists()

"""The build hook: the tables of the wheel are those of ``spec/``, and an editable install gets none that could go stale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tools import hatch_build
from tools.hatch_build import TablesHook

ROOT = Path(__file__).parents[3]


def hook() -> TablesHook:
    return TablesHook(str(ROOT), {}, None, None, "", "wheel")  # type: ignore[arg-type]  # the builder, which it does not ask


def test_a_wheel_gets_every_table() -> None:
    build_data: dict[str, Any] = {"force_include": {}}
    made = hook()
    made.initialize("standard", build_data)
    sources = {target: Path(source) for source, target in build_data["force_include"].items()}
    texts = {target: source.read_text(encoding="utf-8") for target, source in sources.items()}
    made.finalize("standard", build_data, "")
    assert not any(source.exists() for source in sources.values())
    paths = [path.relative_to(ROOT / "spec") for path in (ROOT / "spec").rglob("*.yaml")]
    assert set(texts) == {f"esdkit/spec/data/{path.with_suffix('.json').as_posix()}" for path in paths}
    limits = yaml.safe_load((ROOT / "spec" / "limits.yaml").read_text(encoding="utf-8"))
    assert json.loads(texts["esdkit/spec/data/limits.json"]) == limits


def test_an_editable_install_gets_no_tables() -> None:
    build_data: dict[str, Any] = {"force_include": {}}
    made = hook()
    made.initialize("editable", build_data)
    made.finalize("editable", build_data, "")
    assert build_data == {"force_include": {}}


def test_a_checkout_has_no_compiled_tables() -> None:
    tables = [ROOT / "spec" / f"{name}.json" for name in hatch_build.tables(ROOT / "spec")]
    assert tables
    assert not [path for path in tables if path.exists()]
    assert not (ROOT / "src" / "esdkit" / "spec" / "data").exists()

"""The build hook: the tables of the wheel are those of ``spec/``, and an editable install gets none that could go stale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tools.hatch_build import TablesHook

ROOT = Path(__file__).parents[3]


def hook() -> TablesHook:
    return TablesHook(str(ROOT), {}, None, None, "", "wheel")  # type: ignore[arg-type]  # the builder, which it does not ask


def test_a_wheel_gets_every_table_but_the_requirements() -> None:
    build_data: dict[str, Any] = {"force_include": {}}
    made = hook()
    made.initialize("standard", build_data)
    ((source, target),) = build_data["force_include"].items()
    tables = json.loads(Path(source).read_text(encoding="utf-8"))
    made.finalize("standard", build_data, "")
    assert target == "esdkit/spec/data/tables.json"
    assert not Path(source).exists()
    paths = [path for path in (ROOT / "spec").rglob("*.yaml") if path.parent.name != "requirements"]
    assert set(tables) == {path.relative_to(ROOT / "spec").with_suffix("").as_posix() for path in paths}
    assert tables["limits"] == yaml.safe_load((ROOT / "spec" / "limits.yaml").read_text(encoding="utf-8"))


def test_an_editable_install_gets_no_tables() -> None:
    build_data: dict[str, Any] = {"force_include": {}}
    made = hook()
    made.initialize("editable", build_data)
    made.finalize("editable", build_data, "")
    assert build_data == {"force_include": {}}


def test_a_checkout_has_no_compiled_tables() -> None:
    assert not [path for folder in ("spec", "src") for path in (ROOT / folder).rglob("tables.json")]

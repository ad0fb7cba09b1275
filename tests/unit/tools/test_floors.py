"""The floors of ``pyproject.toml``: they hold, and they bind what is new: a room, an import of a package, an import upwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[3]
PYPROJECT = ROOT / "pyproject.toml"

Check = Callable[[dict[str, str]], subprocess.CompletedProcess[str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Runs the check of the floors on a copy of the sources to which some modules were added."""

    def run(added: dict[str, str]) -> subprocess.CompletedProcess[str]:
        shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for name, text in added.items():
            path = tmp_path / "src" / "esdkit" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(sys.argv[1], no_cache=True))"
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src")}
        return subprocess.run(
            [sys.executable, "-c", code, str(PYPROJECT)], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
        )

    return run


def test_floors_hold(check: Check) -> None:
    ran = check({})
    assert ran.returncode == 0, ran.stdout
    assert " 0 broken." in ran.stdout


@pytest.mark.parametrize(
    ("added", "broken"),
    [
        pytest.param({"toy/__init__.py": ""}, "floors", id="room-without-a-floor"),
        pytest.param({"toy.py": ""}, "floors", id="module-without-a-floor"),
        pytest.param({"message/toy.py": "import esdkit.cli.main"}, "floors", id="import-upwards"),
        pytest.param({"message/toy.py": "from construct import Struct"}, "construct", id="construct"),
        pytest.param({"doctor/toy.py": "import cryptography.x509"}, "cryptography", id="cryptography"),
        pytest.param({"keyrings/toy.py": "def later() -> None:\n    import boto3"}, "boto3", id="boto3"),
    ],
)
def test_floors_bind_what_is_new(check: Check, added: dict[str, str], broken: str) -> None:
    ran = check(added)
    assert ran.returncode == 1, ran.stdout
    assert [line for line in ran.stdout.splitlines() if line.startswith(broken) and " BROKEN" in line]
    assert f"esdkit.{next(iter(added)).removesuffix('.py').removesuffix('/__init__').replace('/', '.')}" in ran.stdout


def test_every_package_that_is_imported_has_a_contract() -> None:
    contracts = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    named = {package for contract in contracts for package in contract.get("protected_modules", [])}
    modules = grimp.build_graph("esdkit", include_external_packages=True, cache_dir=None).modules
    packages = {module.split(".")[0] for module in modules} - {"esdkit"} - sys.stdlib_module_names
    assert packages == named

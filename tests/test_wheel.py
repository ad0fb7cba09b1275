"""The wheel: what is in it, and that it works by itself, away from the checkout, on the same tables.

The wheel is built once and installed into a folder of its own. It runs with ``-S``, so that the path of an editable install, which leads to
the checkout, is not read; dependencies come from the folder where they are installed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from esdkit.docs import find, pages, section
from tests.hints import hints
from tools import hatch_build
from tools.man_pages import man_pages

ROOT = Path(__file__).parents[1]
DIST_INFO = f"esdkit-{version('esdkit')}.dist-info"


def run(*arguments: str, cwd: Path, environment: dict[str, str] | None = None) -> str:
    """What a Python process prints; it must end well."""
    result = subprocess.run([sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(folder), str(wheel), cwd=folder)
    return folder


@pytest.fixture
def alone(installed: Path, tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A foreign working directory, and an environment in which nothing but the wheel and the dependencies can be imported."""
    dependencies = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    path = os.pathsep.join([str(installed), *dependencies])
    return tmp_path, {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def shipped() -> set[str]:
    """What belongs into the wheel: the package, the specification, the native vectors, the documentation and man pages."""
    sources = {
        "esdkit": ROOT / "src" / "esdkit",
        "esdkit/spec/data": ROOT / "spec",
        "esdkit/vectors/data/native": ROOT / "vectors" / "native",
    }
    files = {
        f"{place}/{path.relative_to(source).as_posix()}"
        for place, source in sources.items()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    tables = {f"esdkit/spec/data/{name}.json" for name in hatch_build.tables(ROOT / "spec")}
    documentation = {f"esdkit/docs/data/{page.file}" for page in pages().values()}
    man = {f"esdkit-{version('esdkit')}.data/data/share/man/man1/{name}" for name in man_pages()}
    return files | tables | documentation | man | {"esdkit/vectors/data/published.yaml", "pytest_esdkit.py"}


def test_wheel_holds_what_belongs_into_it_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if not name.startswith(f"{DIST_INFO}/")} == shipped()
    assert {f"{DIST_INFO}/licenses/LICENSE", "esdkit/py.typed"} <= names


def test_wheel_asks_for_what_it_imports_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{DIST_INFO}/METADATA").decode()
        scripts = archive.read(f"{DIST_INFO}/entry_points.txt").decode()
    needed = re.findall(r"^Requires-Dist: ([\w-]+)[^;\n]*$", metadata, re.MULTILINE)  # behind a semicolon stands the name of an extra
    assert sorted(needed) == ["click", "construct", "cryptography", "pyyaml"]
    assert "esdkit = esdkit.__main__:main" in scripts
    assert "[hypothesis]\n_ = esdkit.fuzz._hypothesis:register\n" in scripts
    assert "[pytest11]\npytest_esdkit = pytest_esdkit\n" in scripts
    assert re.findall(r"^Requires-Dist: ([\w-]+)[^;\n]*; extra == 'fuzz'$", metadata, re.MULTILINE) == ["hypothesis"]


def test_installed_wheel_is_what_runs(installed: Path, alone: tuple[Path, dict[str, str]]) -> None:
    code = "import esdkit, esdkit.spec as s, esdkit.vectors.published as p; print(esdkit.__file__, s.spec_path(), p.data_path(), sep='\\n')"
    cwd, environment = alone
    places = run("-S", "-c", code, cwd=cwd, environment=environment).splitlines()
    assert len(places) == 3
    assert all(Path(place).resolve().is_relative_to(installed.resolve()) for place in places)


TABLES = """
import sys, esdkit.spec as spec
for name in sorted({*spec.__all__} - {"spec_path", "error_for", "kind_by_magic", "provider_id_of"}):
    value = getattr(spec, name)
    print(name, value() if name.islower() else value)
print("yaml" in sys.modules)
"""


def test_tables_of_the_wheel_are_those_of_the_checkout_and_need_no_yaml(alone: tuple[Path, dict[str, str]]) -> None:
    cwd, environment = alone
    *wheel, wheel_needs_yaml = run("-S", "-c", TABLES, cwd=cwd, environment=environment).splitlines()
    *checkout, checkout_needs_yaml = run("-c", TABLES, cwd=cwd).splitlines()
    assert wheel == checkout
    assert (wheel_needs_yaml, checkout_needs_yaml) == ("False", "True")


IMPORTED = """
import sys
from esdkit.cli.main import main
code = main(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules} & {"boto3", "construct", "cryptography", "hypothesis", "yaml"}))
"""


@pytest.mark.parametrize("verb", ["inspect", "verify", "doctor"])
@pytest.mark.parametrize(
    ("name", "packages"),
    [("mpl-0478-aes-192-empty-f256-p257", []), ("mpl-0578-multi-ascii-f256-p300", ["cryptography"])],
    ids=["unsigned", "signed"],
)
def test_wheel_imports_a_dependency_when_a_message_needs_it(
    alone: tuple[Path, dict[str, str]], verb: str, name: str, packages: list[str]
) -> None:
    cwd, environment = alone
    message = ROOT / "vectors" / "native" / "ciphertexts" / f"{name}.bin"
    printed = run("-S", "-c", IMPORTED, verb, str(message), cwd=cwd, environment=environment)
    assert printed.splitlines()[-1].split() == ["0", *packages]


def test_installed_wheel_passes_every_native_vector(alone: tuple[Path, dict[str, str]]) -> None:
    cwd, environment = alone
    document = json.loads(run("-S", "-m", "esdkit", "vectors", "run", "--format", "json", cwd=cwd, environment=environment))
    native = ROOT / "vectors" / "native"
    tests = [
        test for name in ("encrypt.json", "manifest.json") for test in json.loads((native / name).read_text(encoding="utf-8"))["tests"]
    ]
    assert document["summary"] == {"passed": len(tests), "failed": 0, "skipped": 0}
    assert [row["id"] for row in document["results"]] == tests


@pytest.mark.req("EXP-DOC-002")
def test_pages_that_hints_name_are_in_the_installed_wheel(alone: tuple[Path, dict[str, str]], subtests: pytest.Subtests) -> None:
    cwd, environment = alone
    for place, (name, _, anchor) in ((place, hint.partition("#")) for place, hint in hints()):
        with subtests.test(f"{place}: {name}"):
            page = find(name)
            assert page is not None
            assert not anchor or section(page.text(), anchor)
    names = run(
        "-S",
        "-c",
        "from esdkit.docs import pages; [page.text() for page in pages().values()]; print(*pages())",
        cwd=cwd,
        environment=environment,
    )
    assert names.split() == [*pages()]


def test_installed_wheel_runs_the_demo(alone: tuple[Path, dict[str, str]]) -> None:
    cwd, environment = alone
    lines = run("-S", "-m", "esdkit", "demo", cwd=cwd, environment=environment).splitlines()
    assert [line.split()[:3] for line in lines if line.startswith("$ ")] == [
        ["$", "esdkit", verb] for verb in ("vectors", "inspect", "dump")
    ]
    assert " passed, 0 failed, 0 skipped" in lines[3]


def test_readme_of_the_metadata_has_names_of_pages_instead_of_links_to_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        readme = archive.read(f"{DIST_INFO}/METADATA").decode().partition("\n\n")[2]
    assert readme.startswith("# esdkit\n")
    assert re.findall(r"\]\((?!https:)[^)]*\)", readme) == []
    assert "(`esdkit docs howto/decrypt`)" in readme

"""What people install: built from a clean clone, and installed, run and removed the ways that people do it.

``make release-check`` runs this: it takes minutes and asks the package index. Environments are empty, and so is the working directory;
nothing of the developer's is passed on but how packages are found.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from esdkit import __version__
from tests.samples import native_ciphertext

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13")
PASSED_ON = ("PIP_", "UV_", "SSL_", "REQUESTS_", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy")

pytestmark = pytest.mark.release


def run(*command: str | Path, cwd: Path, path: Sequence[Path] = (), more: Mapping[str, str] | None = None) -> str:
    """What a program prints; it must end well."""
    environment = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
    environment |= {"PATH": os.pathsep.join([*map(str, path), os.defpath]), "HOME": str(cwd), "LANG": "C.UTF-8", **(more or {})}
    ran = subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, timeout=900, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def build(folder: Path, *options: str) -> Mapping[str, str]:
    """Build a new clone; gives the digests of what was built, by name."""
    clone, out = folder / "clone", folder / "dist"
    run("git", "clone", "--quiet", ROOT, clone, cwd=folder)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, *options, clone, cwd=folder)
    assert run("git", "-C", clone, "status", "--porcelain", cwd=folder) == ""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str]]:
    """The folder of a source distribution and of the wheel that was built from it, and their digests."""
    if not (ROOT / ".git").exists():
        pytest.skip("this tree is not a clone of the repository")
    folder = tmp_path_factory.mktemp("first")
    return folder / "dist", build(folder)


@pytest.fixture(scope="session")
def wheel(built: tuple[Path, Mapping[str, str]]) -> Path:
    (path,) = built[0].glob("*.whl")
    return path


def interpreter(version: str) -> Path | None:
    """A Python of this version: on the path, or one of pyenv's."""
    found = shutil.which(f"python{version}")
    pyenv = Path.home() / ".pyenv" / "versions"
    for path in [*([Path(found)] if found else []), *sorted(pyenv.glob(f"{version}.*/bin/python"))]:
        ran = subprocess.run([path, "-c", "import sys; print(*sys.version_info[:2], sep='.')"], capture_output=True, text=True, check=False)
        if ran.stdout.strip() == version:
            return path
    return None


def work(folder: Path, bin_folder: Path) -> None:
    """Use an installed program as people do, in an empty directory."""

    def esdkit(*arguments: str) -> str:
        return run("esdkit", *arguments, cwd=folder, path=[bin_folder], more={"KEY": "5a" * 32})

    folder.mkdir()
    assert esdkit("--version") == f"esdkit {__version__}\n"
    summary = json.loads(esdkit("vectors", "run", "--format", "json"))["summary"]
    assert summary["passed"] > 0 and (summary["failed"], summary["skipped"]) == (0, 0)
    (folder / "message").write_bytes(native_ciphertext("mpl-0578-multi-ascii-f256-p300"))
    assert "no problems" in esdkit("inspect", "--oneline", "message")
    (folder / "plain").write_bytes(b"plain" * 10_000)
    aes = ("--aes", "namespace=a,name=b,key=env:KEY")
    esdkit("encrypt", "plain", "-o", "made", *aes)
    esdkit("decrypt", "made", "-o", "again", *aes)
    assert (folder / "again").read_bytes() == (folder / "plain").read_bytes()


def test_another_build_gives_the_same_bytes_whatever_it_begins_from(built: tuple[Path, Mapping[str, str]], tmp_path: Path) -> None:
    """The first wheel was built from the source distribution, the second from the tree."""
    assert build(tmp_path, "--sdist", "--wheel") == built[1]


@pytest.mark.parametrize("version", VERSIONS)
def test_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path, version: str) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"this machine has no Python {version}")
    run(python, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    bin_folder = tmp_path / "venv" / "bin"
    run(bin_folder / "python", "-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt", wheel, cwd=tmp_path)
    run(bin_folder / "python", "-m", "pip", "check", cwd=tmp_path)
    work(tmp_path / "empty", bin_folder)


def test_wheel_works_with_the_oldest_dependencies_that_it_allows(wheel: Path, tmp_path: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    run(uv, "venv", "--quiet", "--python", sys.executable, "venv", cwd=tmp_path)
    options = ("--quiet", "--python", "venv/bin/python", "--resolution", "lowest-direct", "--requirements", ROOT / "pyproject.toml")
    run(uv, "pip", "install", *options, wheel, cwd=tmp_path)  # "direct" is what the file asks for
    work(tmp_path / "empty", tmp_path / "venv" / "bin")


INSTALLERS = {
    "uv": (("tool", "install"), ("tool", "uninstall"), {"UV_TOOL_DIR": "tools", "UV_TOOL_BIN_DIR": "bin", "UV_CACHE_DIR": "cache"}),
    "pipx": (("install",), ("uninstall",), {"PIPX_HOME": "tools", "PIPX_BIN_DIR": "bin", "PIPX_MAN_DIR": "man"}),
}


@pytest.mark.parametrize("name", INSTALLERS)
def test_wheel_is_installed_as_a_program_and_removed(wheel: Path, tmp_path: Path, name: str) -> None:
    install, uninstall, places = INSTALLERS[name]
    installer = Path(sys.executable).with_name(name)
    more = {variable: str(tmp_path / folder) for variable, folder in places.items()}
    more |= {"UV_PYTHON": sys.executable, "PIPX_DEFAULT_PYTHON": sys.executable}
    run(installer, *install, wheel, cwd=tmp_path, more=more)
    work(tmp_path / "empty", tmp_path / "bin")
    run(installer, *uninstall, "esdkit", cwd=tmp_path, more=more)
    assert not [*(tmp_path / "bin").iterdir()]

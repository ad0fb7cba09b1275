"""What the page is made of: Pyodide's files as npm has them, and one archive of Python code.

Invariants: nothing is fetched here, ``make page`` has installed everything; the archive holds pure Python and tables alone, in a fixed
order with fixed dates. A page from a file cannot import modules, so Pyodide's one module becomes a plain script; the places that change
for it are checked.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tools.hatch_build import tables

__all__ = ["packages", "parts", "pyodide_version"]

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PYODIDE = HERE / "node_modules" / "pyodide"
PACKAGES = ("esdkit", "construct", "click", "yaml")
"""What the code imports, all pure Python; the cryptography package is not, and is missing."""

OWN = ("entry.py", "plan.py")
"""The modules of this folder that run in the page."""

_DATE = (1980, 1, 1, 0, 0, 0)


def parts() -> dict[str, bytes]:
    """The parts by name."""
    return {
        "wasm": _pyodide("pyodide.asm.wasm"),
        "stdlib": _pyodide("python_stdlib.zip"),
        "runtime": _pyodide("pyodide.js") + b"\n" + _as_script(_pyodide("pyodide.asm.mjs")),
        "code": _archive(),
    }


def packages() -> dict[str, Any]:
    """Pyodide's list of its packages, without any."""
    lock: dict[str, Any] = json.loads(_pyodide("pyodide-lock.json"))
    return {"info": lock["info"], "packages": {}}


def pyodide_version() -> str:
    """The version that is installed."""
    version: str = json.loads(_pyodide("package.json"))["version"]
    return version


def _pyodide(name: str) -> bytes:
    return (PYODIDE / name).read_bytes()


def _as_script(module: bytes) -> bytes:
    """A module as a script that defines ``_createPyodideModule``."""
    for before, after, times in ((b"export default _createPyodideModule;", b"", 1), (b"import.meta.url", b'"https://page.invalid/"', 3)):
        assert module.count(before) == times, before
        module = module.replace(before, after)
    return module


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in _files():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data)
    return buffer.getvalue()


def _files() -> Iterator[tuple[str, bytes]]:
    for name in OWN:
        yield f"tools/page/{name}", (HERE / name).read_bytes()
    for package in PACKAGES:
        folder = _folder(package)
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".so"}:
                yield f"{package}/{path.relative_to(folder).as_posix()}", path.read_bytes()
    for name, table in tables(ROOT / "spec").items():
        yield f"esdkit/spec/data/{name}.json", json.dumps(table, separators=(",", ":")).encode("utf-8")


def _folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent

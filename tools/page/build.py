"""Builds the offline page: one HTML file with Python, esdkit and what it needs, which looks into messages without a server.

    python -m tools.page.build build/esdkit.html

Strategy: the parts (``parts.py``) are embedded as compressed data, the scripts and styles as they are. Invariants: the page's policy allows
its own scripts and styles and those of the dump, by their hashes, workers made of its own parts, and no request; the same files give the
same page.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import re
from importlib.metadata import version
from pathlib import Path
from string import Template

from esdkit import __version__
from esdkit.inspector import inspect
from esdkit.pages import palette, source_hash
from tools.page.parts import packages, parts, pyodide_version

__all__ = ["build"]

HERE = Path(__file__).parent
SCRIPTS = ("parts.js", "python.js", "text.js", "inputs.js", "signatures.js", "decrypt.js", "views.js", "page.js")
LICENSES = {"construct": "MIT", "click": "BSD-3-Clause", "PyYAML": "MIT"}
SAMPLE = HERE.parents[1] / "vectors" / "native" / "ciphertexts" / "mpl-0578-multi-ascii-f256-p300.bin"


def build() -> str:
    """The page, a whole document in UTF-8."""
    style = palette() + _read("page.css")
    script = "\n".join(_read(f"scripts/{name}") for name in SCRIPTS)
    sample = SAMPLE.read_bytes()
    return Template(_read("page.html")).substitute(
        policy=_policy(style, script, inspect(sample).to_html()),
        style=style,
        script=script,
        version=__version__,
        contains=_contents(),
        facts=json.dumps({"sample": {"name": SAMPLE.name, "data": base64.b64encode(sample).decode("ascii")}}),
        parts="\n".join(_elements()),
    )


def _contents() -> str:
    """What the page is made of, with licenses, in a sentence."""
    pyodide = f"Pyodide {pyodide_version()} (MPL-2.0, github.com/pyodide/pyodide), Python {packages()['info']['python']} (PSF-2.0)"
    return ", ".join([pyodide, *(f"{name} {version(name)} ({license_name})" for name, license_name in LICENSES.items())])


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _elements() -> list[str]:
    """The parts as elements that no browser runs: their type is none of a script."""
    texts = {f"part-{name}": base64.b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii") for name, data in parts().items()}
    texts |= {"packages": json.dumps(packages()), "worker": _read("worker.js")}
    assert not any("</script" in text.lower() for text in texts.values())
    return [f'<script type="text/plain" id="{name}">{text}</script>' for name, text in texts.items()]


def _policy(style: str, script: str, dump: str) -> str:
    """The page's content security policy. The dump is shown in a frame that inherits it, and has its own too."""
    directives = {
        "default-src": "'none'",
        "style-src": f"{source_hash(style)} {_allowed(dump, 'style-src')}",
        "script-src": f"{source_hash(script)} {_allowed(dump, 'script-src')} 'wasm-unsafe-eval'",
        "worker-src": "blob:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "esdkit-page",
    }
    return "; ".join(f"{directive} {allowed}" for directive, allowed in directives.items())


def _allowed(page: str, directive: str) -> str:
    """What a directive of a page's policy allows."""
    found = re.search(rf"{directive} ('sha256-[^;]+')", page)
    assert found is not None
    return found[1]


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, metavar="OUT")
    output: Path = parser.parse_args().output
    page = build().encode("utf-8")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(page)
    print(f"{output}: {len(page)} bytes")


if __name__ == "__main__":
    _main()

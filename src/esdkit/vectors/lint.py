"""What is wrong with a folder of native vectors, beyond what reading it already refuses.

Reading checks digests, ids, stages and codes; this adds what only its keepers need: every requirement exists, and no file lies about that
no case names. Requirement files are read here because this is a tool; the library itself never does.

Reqs: TVM-NAT-003
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from esdkit.errors import Code, VectorError
from esdkit.vectors.files import DiskFolder, JsonFile
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.manifests.node import Node, parse_json

__all__ = ["lint"]

_MANIFEST = "manifest.json"


def lint(folder: Path, requirements: Path) -> tuple[str, ...]:
    """The problems of a folder of native vectors, one line each.

    Args:
        folder: holds ``manifest.json``.
        requirements: the folder of the requirement files.

    Raises:
        VectorError: the manifest cannot be read, or is wrong.
    """
    load_manifest(JsonFile(DiskFolder(folder), _MANIFEST, str(folder / _MANIFEST), explicit=True))
    root = parse_json((folder / _MANIFEST).read_bytes())
    return (*_unknown_requirements(root, _requirement_ids(requirements)), *_unnamed_files(root, folder))


def _unknown_requirements(root: Node, known: frozenset[str]) -> Iterator[str]:
    for test in root["tests"].members().values():
        for requirement in test["requirements"].items():
            if requirement.text() not in known:
                yield f"{requirement.path}: there is no requirement {requirement.text()}"


def _unnamed_files(root: Node, folder: Path) -> Iterator[str]:
    named = {_MANIFEST, *(text.removeprefix("file://") for text in _uris(root))}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in named:
            yield f"{name}: no case names this file"


def _uris(root: Node) -> Iterator[str]:
    yield root["keys"].text()
    for test in root["tests"].members().values():
        yield test["ciphertext"].text()
        plaintext = test["expect"].get("plaintext")
        if plaintext is not None:
            yield plaintext.text()


def _requirement_ids(folder: Path) -> frozenset[str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise VectorError(Code.VECTOR_FILE_MISSING, f"there are no requirement files in {folder}")
    tables = [yaml.load(file.read_text(encoding="utf-8"), Loader=loader) for file in files]
    return frozenset(row["id"] for table in tables for row in table["requirements"])

"""What is wrong with a folder of native vectors, beyond what reading it already refuses.

Reading checks digests, stages and codes; this adds what only maintainers need: every requirement and every base exists, and every file is
named by a case. Requirement files are read here because this is a tool; the library itself never does.
"""
# Reqs: TVM-NAT-003

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from esdkit.errors import Code, VectorError
from esdkit.input.folders import names_below
from esdkit.vectors.files import json_files
from esdkit.vectors.manifests import manifest_kind
from esdkit.vectors.manifests.native import NATIVE_TYPE
from esdkit.vectors.manifests.node import JsonNode, parse_json
from esdkit.vectors.runner import Fault, load

__all__ = ["lint"]


def lint(folder: Path, requirements: Path) -> tuple[str, ...]:
    """The problems of a folder of native vectors, one line each.

    Args:
        folder: holds the manifests, whatever their names, and all that they name.
        requirements: the folder of the requirement files.

    Raises:
        VectorError: a manifest cannot be read, or is wrong.
    """
    for item in load([folder]):
        if isinstance(item, Fault):
            raise item.error
    manifests = _native_manifests(folder)
    tests = {name: test for root in manifests.values() for name, test in root["tests"].members().items()}
    known = _requirement_ids(requirements)
    return (*_unknown_requirements(tests, known), *_unknown_bases(tests), *_unnamed_files(folder, manifests))


def _native_manifests(folder: Path) -> Mapping[str, JsonNode]:
    with json_files(folder) as files:
        roots = {Path(file.location).relative_to(folder).as_posix(): parse_json(Path(file.location).read_bytes()) for file in files}
    native = {name: root for name, root in roots.items() if manifest_kind(root) == NATIVE_TYPE}
    if not native:
        raise VectorError(Code.NO_VECTORS, f"no manifest of type {NATIVE_TYPE} in {folder}")
    return native


def _unknown_requirements(tests: Mapping[str, JsonNode], known: frozenset[str]) -> Iterator[str]:
    for test in tests.values():
        for requirement in test["requirements"].items():
            if requirement.text() not in known:
                yield f"{requirement.path}: unknown requirement {requirement.text()}"


def _unknown_bases(tests: Mapping[str, JsonNode]) -> Iterator[str]:
    for test in tests.values():
        base = test.get("base")
        if base is not None and base.text() not in tests:
            yield f"{base.path}: unknown case {base.text()}"


def _unnamed_files(folder: Path, manifests: Mapping[str, JsonNode]) -> Iterator[str]:
    named = {*manifests, *(uri.removeprefix("file://") for root in manifests.values() for uri in _uris(root))}
    for path in sorted(place / name for place, names in names_below(folder) for name in names):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in named:
            yield f"{name}: no case names this file"


def _uris(root: JsonNode) -> Iterator[str]:
    yield root["keys"].text()
    for test in root["tests"].members().values():
        yield test["ciphertext"].text()
        plaintext = test["expect"].get("plaintext")
        if plaintext is not None:
            yield plaintext.text()


def _requirement_ids(folder: Path) -> frozenset[str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files: Sequence[Path] = sorted(folder.glob("*.yaml"))
    if not files:
        raise VectorError(Code.VECTOR_FILE_MISSING, f"no requirement files in {folder}")
    tables = [yaml.load(file.read_text(encoding="utf-8"), Loader=loader) for file in files]
    return frozenset(row["id"] for table in tables for row in table["requirements"])

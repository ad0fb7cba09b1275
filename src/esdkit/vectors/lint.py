"""What is wrong with a folder of native vectors, beyond what reading it already refuses.

Reading checks digests, stages and codes; this adds what only maintainers need. Ids, bases, twins and requirements exist; every file is
named by a case; the manifest is in canonical form. Every case holds; then, what follows from a message (trace, text form, released
plaintext, notes) is what the set says. A twin is valid, and has the same keys, suite and context class. A message that must be refused has
one fault: no check but the expected one fails. Requirement files are read here because this is a tool; the library itself never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import yaml

from esdkit.errors import Code, EsdkError, VectorError
from esdkit.forge.text import assemble
from esdkit.input.folders import names_below
from esdkit.vectors.canonical import encrypt_text, manifest_text
from esdkit.vectors.completion import complete, notes_of
from esdkit.vectors.encryptions import run_encryption
from esdkit.vectors.files import DiskFolder, SetFiles, json_files
from esdkit.vectors.manifests import manifest_kind
from esdkit.vectors.manifests.encryptions import ENCRYPTIONS_TYPE
from esdkit.vectors.manifests.native import NATIVE_TYPE
from esdkit.vectors.manifests.node import JsonNode, parse_json
from esdkit.vectors.model import EncryptVector, Reject, Vector
from esdkit.vectors.runner import Fault, load, run_vector
from esdkit.vectors.stages import verified
from esdkit.vectors.twins import is_twin

__all__ = ["ID_PATTERN", "lint", "native_manifests"]

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9.-]*")
"""What ids of native cases look like."""
_FOLLOWING = {"key-derivation": {"frames"}, "narrow-number": {"frames"}, "data-key-order": {"header_tag", "frames"}}
"""The stages that fail with the one that a vector names, by flag: its content key is not the message's, so whatever that key authenticates
fails."""


def lint(folder: Path, requirements: Path) -> tuple[str, ...]:
    """The problems of a folder of native vectors, one line each.

    Args:
        folder: holds the manifests, whatever their names, and all that they name.
        requirements: the folder of the requirement files.

    Raises:
        VectorError: a manifest cannot be read, or is wrong.
    """
    vectors: dict[str, Vector] = {}
    encryptions: dict[str, EncryptVector] = {}
    for item in load([folder]):
        if isinstance(item, Fault):
            raise item.whole_error
        vectors |= {vector.id: vector for vector in item.vectors}
        encryptions |= {vector.id: vector for vector in item.encryptions}
    manifests, of_encryptions = native_manifests(folder)
    tests = _tests(manifests)
    native = {name: vectors[name] for name in tests}
    broken = tuple(_broken(native))
    written = _tests(of_encryptions)
    return (
        *_bad_ids({**tests, **written}),
        *_unknown_requirements({**tests, **written}, _requirement_ids(requirements)),
        *_wrong_encryptions(encryptions[name] for name in written),
        *_uncanonical(of_encryptions, folder),
        *_unknown_bases(tests),
        *_bad_twins(native),
        *_second_faults(native),
        *(broken or _stale(folder, manifests)),
        *_unnamed_files(folder, manifests, of_encryptions),
    )


def _tests(manifests: Mapping[str, JsonNode]) -> Mapping[str, JsonNode]:
    return {name: test for root in manifests.values() for name, test in root["tests"].members().items()}


def native_manifests(folder: Path) -> tuple[Mapping[str, JsonNode], Mapping[str, JsonNode]]:
    """The native manifests of a folder by name: those of messages, and those of encryptions.

    Raises:
        VectorError: one cannot be read, or there is none.
    """
    with json_files(folder) as files:
        names = [Path(file.location).relative_to(folder).as_posix() for file in files]
    roots = {name: parse_json((folder / name).read_bytes()) for name in names}
    native = {name: root for name, root in roots.items() if manifest_kind(root) == NATIVE_TYPE}
    if not native:
        raise VectorError(Code.NO_VECTORS, f"no manifest of type {NATIVE_TYPE} in {folder}")
    return native, {name: root for name, root in roots.items() if manifest_kind(root) == ENCRYPTIONS_TYPE}


def _wrong_encryptions(vectors: Iterable[EncryptVector]) -> Iterator[str]:
    for vector in vectors:
        result = run_encryption("", vector)
        if result.outcome != "passed":
            yield f"tests.{vector.id}: does not hold: {result.reason}"


def _uncanonical(manifests: Mapping[str, JsonNode], folder: Path) -> Iterator[str]:
    for name, root in manifests.items():
        value = cast(Mapping[str, Any], root.value)
        if (folder / name).read_bytes() != encrypt_text(value["tests"], value["keys"]).encode("utf-8"):
            yield _not_canonical(name)


def _not_canonical(name: str) -> str:
    return f"{name}: not in canonical form: a member of a case on a line, in the order of the schema"


def _bad_ids(tests: Mapping[str, JsonNode]) -> Iterator[str]:
    for name, test in tests.items():
        if not ID_PATTERN.fullmatch(name):
            yield f"{test.path}: an id has lower-case letters, digits, dots and hyphens"


def _unknown_requirements(tests: Mapping[str, JsonNode], known: frozenset[str]) -> Iterator[str]:
    # Reqs: TVM-NAT-003
    for test in tests.values():
        for requirement in test["requirements"].items():
            if requirement.text() not in known:
                yield f"{requirement.path}: unknown requirement {requirement.text()}"


def _unknown_bases(tests: Mapping[str, JsonNode]) -> Iterator[str]:
    for test in tests.values():
        base = test.get("base")
        if base is not None and base.text() not in tests:
            yield f"{base.path}: unknown case {base.text()}"


# --- what a refusal proves ---


def _broken(vectors: Mapping[str, Vector]) -> Iterator[str]:
    for vector in vectors.values():
        result = run_vector("", vector)
        if result.outcome != "passed":
            yield f"tests.{vector.id}: does not hold: {result.reason}"


def _refusals(vectors: Mapping[str, Vector]) -> Iterator[tuple[Vector, Reject]]:
    for vector in vectors.values():
        if isinstance(vector.expectation, Reject):
            yield vector, vector.expectation


def _bad_twins(vectors: Mapping[str, Vector]) -> Iterator[str]:
    for vector, _ in _refusals(vectors):
        twin = vectors.get(vector.twin or "")
        if twin is None:
            yield f"tests.{vector.id}.twin: unknown case {vector.twin}"
        elif not is_twin(vector, twin):
            yield f"tests.{vector.id}.twin: {twin.id} is not a valid message with the same keys, suite and kind of context"


def _second_faults(vectors: Mapping[str, Vector]) -> Iterator[str]:
    for vector, expected in _refusals(vectors):
        verification = verified(vector)
        also = {stage for flag in vector.flags for stage in _FOLLOWING.get(flag, ())}
        for check in () if verification is None else verification.failures:
            if check.stage not in (expected.stage, *also) and check.error is not None:
                yield f"tests.{vector.id}: a second fault, at {check.stage}: {check.error.code}"


# --- what follows from other members ---


def _stale(folder: Path, manifests: Mapping[str, JsonNode]) -> Iterator[str]:
    for name, root in manifests.items():
        value = cast(Mapping[str, Any], root.value)
        place = (folder / name).parent
        entries = parse_json((place / value["keys"].removeprefix("file://")).read_bytes())["keys"].value
        if (folder / name).read_bytes() != _canonical(value):
            yield _not_canonical(name)
        if value["notes"] != notes_of(value["tests"]):
            yield f"{name}: notes: not those of the flags of the cases, as spec/vector_flags.yaml has them"
        completed, texts = complete(value["tests"], cast(Mapping[str, Any], entries), place)
        files = SetFiles(DiskFolder(place))
        for test, members in value["tests"].items():
            yield from _differences(test, members, completed[test], texts, files)


def _canonical(value: Mapping[str, Any]) -> bytes:
    return manifest_text(value["notes"], value["tests"], readers=value["readers"], keys=value["keys"]).encode("utf-8")


def _differences(
    name: str, members: Mapping[str, Any], completed: Mapping[str, Any], texts: Mapping[str, str], files: SetFiles
) -> Iterator[str]:
    if members["expect"] != completed["expect"]:
        yield f"tests.{name}.expect.released: not what a stream releases"
    if "trace" in members and _text(files, members["trace"]) != texts.get(completed["trace"].removeprefix("file://"), ""):
        yield f"tests.{name}.trace: not what follows from the message"
    if "text" in members and not _assembles(_text(files, members["text"]), files.read(members["ciphertext"])):
        yield f"tests.{name}.text: does not give the message"


def _text(files: SetFiles, uri: str) -> str | None:
    try:
        return files.read(uri).decode("utf-8", "replace")
    except VectorError:
        return None


def _assembles(text: str | None, message: bytes) -> bool:
    try:
        return text is not None and assemble(text) == message
    except EsdkError:
        return False


def _unnamed_files(folder: Path, manifests: Mapping[str, JsonNode], of_encryptions: Mapping[str, JsonNode]) -> Iterator[str]:
    uris = [uri for root in manifests.values() for uri in _uris(root)] + [root["keys"].text() for root in of_encryptions.values()]
    named = {*manifests, *of_encryptions, *(uri.removeprefix("file://") for uri in uris)}
    for path in sorted(place / name for place, names in names_below(folder) for name in names):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in named:
            yield f"{name}: no case names this file"


def _uris(root: JsonNode) -> Iterator[str]:
    yield root["keys"].text()
    for test in root["tests"].members().values():
        yield test["ciphertext"].text()
        for node in (test["expect"].get("plaintext"), test.get("trace"), test.get("text")):
            if node is not None:
                yield node.text()


def _requirement_ids(folder: Path) -> frozenset[str]:
    # Reqs: TVM-NAT-003
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files: Sequence[Path] = sorted(folder.glob("*.yaml"))
    if not files:
        raise VectorError(Code.VECTOR_FILE_MISSING, f"no requirement files in {folder}")
    tables = [yaml.load(file.read_text(encoding="utf-8"), Loader=loader) for file in files]
    return frozenset(row["id"] for table in tables for row in table["requirements"])

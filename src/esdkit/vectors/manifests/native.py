"""The native manifest, esdkit-vectors version 2: every case says what is expected, at which stage, with which code, and why.

Invariants: nothing unknown is let through; a ciphertext is the one that its digest says; a case that must be accepted has a key; one that
must be refused names its twin; a flag is explained in the notes; the bases of cases lead to one without a base, where they exist.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from functools import cache

from esdkit.errors import Code
from esdkit.spec import POLICIES, STAGES, error_codes
from esdkit.vectors.canonical import OPTIONAL, REQUIRED, VERSION
from esdkit.vectors.files import SetFiles
from esdkit.vectors.manifests.decrypt import read_keys
from esdkit.vectors.manifests.descriptions import parse_data_key, parse_description
from esdkit.vectors.manifests.key_entries import KeysManifest
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Accept, Expectation, KeyDescription, Reject, Released, Vector

__all__ = ["NATIVE_TYPE", "native_vector", "read_native_manifest"]

NATIVE_TYPE = "esdkit-vectors"
"""The manifest's type."""

_NOTHING = Released(0, hashlib.sha256(b"").hexdigest())
_NEEDS_KEY_FROM = STAGES.index("unwrap")


def read_native_manifest(root: JsonNode, files: SetFiles) -> tuple[Vector, ...]:
    """Read the cases of a manifest, with the files that they name.

    Args:
        root: the whole manifest.
        files: the manifest's folder.

    Raises:
        VectorError: every code of manifests and files.
    """
    # Reqs: TVM-COM-001, TVM-NAT-005
    version = root["manifest"]["version"]
    if version.integer() != VERSION:
        raise version.error(f"{NATIVE_TYPE} has version {VERSION}", Code.MANIFEST_UNSUPPORTED)
    root.only(["manifest", "keys", "notes", "readers", "tests"])
    root["manifest"].only(["type", "version"])
    notes, readers = _notes(root["notes"]), root["readers"].members()
    for reader in readers.values():
        _check_implementation(reader)
    keys = read_keys(root["keys"], files)
    tests = root["tests"].members()
    for test in tests.values():
        _check_origin(test, notes, readers)
    _check_bases(tests)
    return tuple(native_vector(name, test, keys, files) for name, test in tests.items())


def _check_bases(tests: Mapping[str, JsonNode]) -> None:
    """Refuse cases that are each derived from another one, and from no message that somebody wrote."""
    settled: set[str] = set()
    for name in tests:
        way: list[str] = []
        while name in tests and name not in settled:
            settled.add(name)
            way.append(name)
            base = tests[name].get("base")
            name = "" if base is None else base.text()
        if name in way:
            raise tests[name]["base"].error("the bases lead back to this case")


def _notes(notes: JsonNode) -> frozenset[str]:
    """The flags that the notes explain."""
    # Reqs: TVM-NAT-005
    for note in notes.members().values():
        note.only(["bug", "effect", "links"])
        note["bug"].text()
        note["effect"].text()
        for link in note["links"].items():
            link.text()
    return frozenset(notes.members())


def native_vector(name: str, test: JsonNode, keys: KeysManifest, files: SetFiles) -> Vector:
    """Read one case, without a look at who made it and why it is there.

    Args:
        name: its id.
        test: its members.
        keys: what ``key`` names.
        files: the manifest's folder.

    Raises:
        VectorError: ``manifest-invalid`` and every code of files.
    """
    # Reqs: TVM-NAT-001
    expectation = _expectation(test["expect"], files)
    description = _keys(test, keys)
    if description is None and (isinstance(expectation, Accept) or STAGES.index(str(expectation.stage)) >= _NEEDS_KEY_FROM):
        raise test["key"].error("the expectation cannot be met without a key")
    context, policy, limit = test.get("encryption-context"), test.get("commitment-policy"), test.get("max-encrypted-data-keys")
    twin, flags = test.get("twin"), test.get("flags")
    return Vector(
        id=name,
        ciphertext=_ciphertext(test, files),
        expectation=expectation,
        keys=description,
        encryption_context={} if context is None else context.text_map(),
        commitment_policy=None if policy is None else policy.choice(tuple(POLICIES)),
        max_encrypted_data_keys=None if limit is None else _positive(limit),
        comment=test["comment"].text(),
        twin=None if twin is None else twin.text(),
        flags=() if flags is None else tuple(flag.text() for flag in flags.items()),
    )


def _positive(node: JsonNode) -> int:
    if node.integer() < 1:
        raise node.error("expected a number from 1 on")
    return node.integer()


def _keys(test: JsonNode, keys: KeysManifest) -> KeyDescription | None:
    # Reqs: TVM-NAT-001
    data_key, key = test.get("data-key"), test["key"]
    if data_key is not None and key.value is not None:
        raise data_key.error("a case has a key or a data key, not both")
    if data_key is not None:
        return parse_data_key(data_key)
    return None if key.value is None else parse_description(key, keys)


def _ciphertext(test: JsonNode, files: SetFiles) -> bytes:
    # Reqs: TVM-NAT-001
    ciphertext = files.read(test["ciphertext"].text(), path=test["ciphertext"].path)
    if hashlib.sha256(ciphertext).hexdigest() != test["sha256"].text():
        raise test["sha256"].error("the ciphertext has another digest")
    return ciphertext


def _expectation(expect: JsonNode, files: SetFiles) -> Expectation:
    # Reqs: TVM-NAT-001, TVM-NAT-002
    if expect["outcome"].choice(["accept", "reject"]) == "accept":
        expect.only(["outcome", "plaintext"])
        return Accept(files.read(expect["plaintext"].text(), path=expect["plaintext"].path))
    expect.only(["outcome", "stage", "code"], ["released"])
    return Reject(expect["stage"].choice(STAGES), expect["code"].choice(_refusals()), _released(expect.get("released")))


def _released(node: JsonNode | None) -> Released:
    """What may leave before the refusal; without a word about it, nothing."""
    # Reqs: TVM-NAT-001
    if node is None:
        return _NOTHING
    node.only(["length", "sha256"])
    if node["length"].integer() < 0:
        raise node["length"].error("expected a number from 0 on")
    return Released(node["length"].integer(), node["sha256"].text())


@cache
def _refusals() -> tuple[str, ...]:
    """The codes that a vector may expect: those that say something about the message."""
    # Reqs: TVM-NAT-002
    return tuple(code for code, row in error_codes().items() if row.class_name not in ("UsageError", "VectorError"))


def _check_implementation(node: JsonNode) -> None:
    # Reqs: TVM-NAT-005
    node.only(["name", "version"])
    node["name"].text()
    node["version"].text()


def _check_origin(test: JsonNode, notes: Collection[str], readers: Collection[str]) -> None:
    """What the runner does not need, but a vector without it proves nothing: why it is there, who made it, who looked at it."""
    # Reqs: TVM-NAT-003, TVM-NAT-005
    test.only(REQUIRED, OPTIONAL)
    for member in ("base", "trace", "text"):
        node = test.get(member)
        if node is not None:
            node.text()
    if test["expect"]["outcome"].text() == "reject":
        test["twin"].text()
    if not test["flags"].items():
        raise test["flags"].error("no flag is named")
    for flag in test["flags"].items():
        if flag.text() not in notes:
            raise flag.error("the notes do not explain this flag")
    if not test["comment"].text():
        raise test["comment"].error("the comment is empty")
    if not [requirement.text() for requirement in test["requirements"].items()]:
        raise test["requirements"].error("no requirement is named")
    _check_implementation(test["source"])
    for name, outcome in test["verified-by"].members().items():
        outcome.choice(["accept", "reject"])
        if name not in readers:
            raise outcome.error("no reader has this name")

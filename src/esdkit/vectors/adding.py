"""Adds one case to a folder of native vectors and leaves the others as they are.

Strategy: the caller says what cannot be found out: what the case is about, who wrote the message, and what a reader must do; the last is
compared with what our reader does, so that nobody writes down by accident what happens to come out. The key is the one of the keys manifest
with which the message gets furthest; digest, flags, twin, trace, text form and released plaintext follow.
Invariants: the manifest changes by one rename, after all new files are there; after an error the folder is as it was.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from esdkit.engine.verify import Verification
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.input.folders import make_folder
from esdkit.message import Header, parse_header
from esdkit.spec import CONSTANTS, STAGES, error_codes, vector_flags
from esdkit.vectors.canonical import manifest_text
from esdkit.vectors.completion import Test, complete, notes_of
from esdkit.vectors.files import DiskFolder, SetFiles
from esdkit.vectors.lint import ID_PATTERN, native_manifests
from esdkit.vectors.manifests.decrypt import read_keys
from esdkit.vectors.manifests.descriptions import parse_description
from esdkit.vectors.manifests.key_entries import KeysManifest
from esdkit.vectors.manifests.native import native_vector, read_native_manifest
from esdkit.vectors.manifests.node import JsonNode, parse_json
from esdkit.vectors.model import Accept, KeyDescription, Vector
from esdkit.vectors.opening import open_keys
from esdkit.vectors.reading import client_of
from esdkit.vectors.runner import run_vector
from esdkit.vectors.twins import is_twin

__all__ = ["NewCase", "add"]

_ACCEPTED = "--accepted"
_OPTIONS = ("encryption-context", "commitment-policy", "max-encrypted-data-keys")


@frozen(kw_only=True)
class NewCase:
    """What the caller says of a case.

    Attributes:
        id: of the case.
        message: its bytes.
        refused: stage and code; None for a message that must be accepted.
        comment: the one fact that it is about.
        source: name and version of what wrote it.
        requirements: what it tests; of a refusal, those of the code if there are none.
        members: more members of the case: ``encryption-context``, ``commitment-policy``, ``max-encrypted-data-keys``, ``base``, ``twin``,
            ``flags``.
    """

    id: str
    message: bytes
    refused: tuple[str, str] | None
    comment: str
    source: tuple[str, str]
    requirements: Sequence[str]
    members: Mapping[str, Any]


def add(folder: Path, case: NewCase) -> Test:
    """Add a case.

    Args:
        folder: has one native manifest.
        case: what is known of it.

    Returns:
        The case as the manifest has it now.

    Raises:
        UsageError: ``invalid-argument``: an id that is taken or cannot be one, a message that is there, an expectation that our reader does
            not come to, a member that is missing because it cannot be found out.
        VectorError: the folder's manifest cannot be read, or the case does not hold.
        OSError: a file cannot be written.
    """
    (name, root), *others = native_manifests(folder)[0].items()
    if others:
        raise _wrong(f"the directory has {1 + len(others)} native manifests")
    place = (folder / name).parent
    value = cast(dict[str, Any], root.value)
    if not ID_PATTERN.fullmatch(case.id):
        raise _wrong(f"an id consists of lower-case letters, digits, dots and hyphens, got {case.id!r}")
    if case.id in value["tests"]:
        raise _wrong(f"the id {case.id} is taken")
    _check_names(case, value["tests"])
    keys = read_keys(root["keys"], SetFiles(DiskFolder(place)))
    found = _best_reader(case, value["tests"], keys, SetFiles(DiskFolder(place)))
    case = found.case
    if there := _same(case, found.key, value["tests"]):
        raise _wrong(f"the set has this message, with the same key and answer, as {there}", "Another reader makes another case of it.")
    _confirm(case, found.verification)
    new = _Files(place)
    try:
        test = _test(case, found.key, keys, value["tests"], new)
        tests = {**value["tests"], case.id: test}
        completed, texts = _completed(case.id, tests, keys, place)
        for file, text in texts.items():
            new.write(file, text.encode("utf-8"))
        tests[case.id] = completed
        manifest = manifest_text(notes_of(tests), tests, readers=value["readers"], keys=value["keys"]).encode("utf-8")
        read_native_manifest(parse_json(manifest), SetFiles(DiskFolder(place)))
        new.replace(folder / name, manifest)
    except BaseException:
        new.undo()
        raise
    return completed


class _Files:
    """New files of a folder, which vanish again if something goes wrong."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._made: list[Path] = []

    def write(self, name: str, content: bytes) -> str:
        """Write a new file; gives its URI."""
        path = self._place / name
        make_folder(path.parent)
        with path.open("xb") as file:
            self._made.append(path)
            file.write(content)
        return f"file://{name}"

    def has(self, uri: str, content: bytes) -> bool:
        """Whether the file of a URI has this content."""
        return SetFiles(DiskFolder(self._place)).read(uri) == content

    def replace(self, path: Path, content: bytes) -> None:
        """Put other content in the place of a file, by a rename."""
        partial = path.with_name(f".{path.name}.{os.urandom(8).hex()}.partial")
        self._made.append(partial)
        partial.write_bytes(content)
        partial.rename(path)

    def undo(self) -> None:
        for path in self._made:
            path.unlink(missing_ok=True)


def _wrong(what: str, hint: str | None = None) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, what, hint=hint)


def _check_names(case: NewCase, tests: Mapping[str, Test]) -> None:
    for member in ("base", "twin"):
        if (other := case.members.get(member)) is not None and other not in tests:
            raise _wrong(f"--{member}: the set has no case {other}")
    if unknown := sorted({*case.members.get("flags", ())} - vector_flags().keys()):
        raise _wrong(f"--flag: unknown flag {unknown[0]}", f"Expected {', '.join(vector_flags())}.")


def _same(case: NewCase, key: Any, tests: Mapping[str, Test]) -> str | None:
    """The id of the case that says the same: same bytes, key and answer, and no option that the caller names differs."""
    digest = hashlib.sha256(case.message).hexdigest()
    stated = {name: value for name, value in case.members.items() if name in _OPTIONS}
    for name, test in tests.items():
        answer = (test["expect"]["stage"], test["expect"]["code"]) if test["expect"]["outcome"] == "reject" else None
        if (test["sha256"], test["key"], answer) == (digest, key, case.refused) and stated.items() <= test.items():
            return name
    return None


def _vector(case: NewCase, keys: KeyDescription | None) -> Vector:
    """The case for our reader, whatever is expected."""
    return Vector(
        id=case.id,
        ciphertext=case.message,
        expectation=Accept(None),
        keys=keys,
        encryption_context=case.members.get("encryption-context", {}),
        commitment_policy=case.members.get("commitment-policy"),
        max_encrypted_data_keys=case.members.get("max-encrypted-data-keys"),
    )


@frozen
class _Found:
    """A way to read the message: the case with the context that the reader gives, a key description or None, and what our reader finds."""

    case: NewCase
    key: Any
    verification: Verification


def _best_reader(case: NewCase, tests: Mapping[str, Test], keys: KeysManifest, files: SetFiles) -> _Found:
    """The keys and context that open the message; of a message that none opens, those of its twin or of the most similar case."""
    twin = tests.get(case.members.get("twin") or case.members.get("base") or "")
    try:
        named = [*_named(parse_header(case.message)[0], keys)]
    except EsdkError:
        return _Found(case, None if twin is None else twin["key"], _verified(case, None))
    similar = sorted(tests.values(), key=lambda test: -_common_length(case.message, files.read(test["ciphertext"])))
    others = [(test["key"], _with_context(case, test)) for test in ([twin] if twin else similar) if test["key"] is not None]
    first = others[:1] if case.refused else []  # with the keys of the message that it was made from, it has a twin
    tried: list[_Found] = []
    for description, reader in (*first, *((description, case) for description in named), *others):
        if all((description, reader) != (one.key, one.case) for one in tried):
            verification = _verified(reader, parse_description(JsonNode(description, "key"), keys))
            tried.append(_Found(reader, description, verification))
    opened = [one for one in tried if one.verification.passed("unwrap")]
    best = max(opened, key=lambda one: _depth(one.verification), default=None)
    return best or (tried[0] if first else _Found(case, None, _verified(case, None)))


def _with_context(case: NewCase, test: Test) -> NewCase:
    """The case with the context that the reader of another one gives, where the caller names none."""
    given = {name: test[name] for name in ("encryption-context",) if name in test}
    return replace(case, members={**given, **case.members})


def _common_length(one: bytes, other: bytes) -> int:
    """How many bytes are the same at the beginning."""
    return next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))


def _verified(case: NewCase, keys: KeyDescription | None) -> Verification:
    vector = _vector(case, keys)
    manager = open_keys(keys).manager
    return client_of(vector).verify(source=case.message, cmm=manager, encryption_context=dict(vector.encryption_context))


def _depth(verification: Verification) -> int:
    return -1 if verification.reached is None else STAGES.index(verification.reached)


def _named(header: Header, keys: KeysManifest) -> Iterator[Any]:
    """Raw keyrings for the keys whose names the encrypted data keys have."""
    for key in header.encrypted_data_keys:
        provider = key.provider_id.decode("utf-8", "replace")
        for name, entry in keys.entries.members().items():
            key_id = str(entry.value["key-id"] if isinstance(entry.value, dict) and "key-id" in entry.value else name).encode("utf-8")
            raw = {"type": "raw", "key": name, "provider-id": provider}
            kind = entry["type"].text()
            if kind == "symmetric" and key.provider_info.startswith(key_id):
                yield {**raw, "encryption-algorithm": "aes"}
            if kind == "private" and key.provider_info == key_id:
                yield from ({**raw, "encryption-algorithm": "rsa", **padding} for padding in _PADDINGS)


_PADDINGS = [
    *({"padding-algorithm": "oaep-mgf1", "padding-hash": digest} for digest in CONSTANTS.raw_rsa_paddings.values() if digest),
    {"padding-algorithm": "pkcs1"},  # last: it may give something for the data key of another padding
]


def _confirm(case: NewCase, verification: Verification) -> None:
    """Refuse an expectation that our reader does not come to."""
    # Reqs: TVM-NAT-001
    error = verification.error
    if error is None and verification.reached == STAGES[-2]:
        found, flag = None, _ACCEPTED
    elif error is not None:
        found = (str(verification.failed), error.code.value)
        flag = f"--refused {':'.join(found)}"
    else:
        hint = "Its key must be in the keys manifest, or name a valid case with the same keys with --twin."
        raise _wrong(f"no key opens the message: our reader stops after {verification.reached}", hint)
    if case.refused != found:
        reason = "accepts the message" if error is None else f"refuses it at {verification.failed}: {error.summary}"
        raise _wrong(f"our reader {reason}", f"If that is right, say so: {flag}")


def _test(case: NewCase, key: Any, keys: KeysManifest, tests: Mapping[str, Test], new: _Files) -> Test:
    # Reqs: TVM-NAT-005
    if case.refused is None:
        expect = {"outcome": "accept", "plaintext": _plaintext(case, key, keys, tests, new)}
    else:
        expect = dict(zip(("outcome", "stage", "code"), ("reject", *case.refused), strict=True))
    return {
        "ciphertext": new.write(f"ciphertexts/{case.id}.bin", case.message),
        "key": key,
        **case.members,
        "expect": expect,
        "comment": case.comment,
        "requirements": _requirements(case),
        "source": dict(zip(("name", "version"), case.source, strict=True)),
        "verified-by": {},
        "sha256": hashlib.sha256(case.message).hexdigest(),
    }


def _requirements(case: NewCase) -> list[str]:
    # Reqs: TVM-NAT-003
    found = case.requirements or (() if case.refused is None else error_codes()[case.refused[1]].requirements)
    if not found:
        raise _wrong("name at least one requirement that the case tests", "`esdkit docs compliance` lists them: --requirement ID")
    return sorted(found)


def _plaintext(case: NewCase, key: Any, keys: KeysManifest, tests: Mapping[str, Test], new: _Files) -> str:
    """The URI of the plaintext: a file that another case has, or a new one."""
    vector = _vector(case, parse_description(JsonNode(key, "key"), keys))
    manager = open_keys(vector.keys).manager
    plaintext, _ = client_of(vector).decrypt(source=case.message, cmm=manager, encryption_context=dict(vector.encryption_context))
    for uri in dict.fromkeys(test["expect"].get("plaintext") for test in tests.values()):
        if uri is not None and new.has(uri, plaintext):
            return str(uri)
    return new.write(f"plaintexts/{case.id}.bin", plaintext)


def _completed(name: str, tests: Mapping[str, Test], keys: KeysManifest, place: Path) -> tuple[Test, dict[str, str]]:
    """The case with all members that follow, which holds, and the texts of new files."""
    try:
        completed, texts = complete(tests, cast(Mapping[str, Any], keys.entries.value), place, names=[name])
    except ValueError as error:
        raise _wrong(
            str(error), "Add a valid message with the same keys, suite and kind of context first, or name it: --twin ID"
        ) from error
    files = SetFiles(DiskFolder(place))
    vector = native_vector(name, JsonNode(completed[name], f"tests.{name}"), keys, files)
    result = run_vector("", vector)
    if result.outcome != "passed":
        raise _wrong(f"the case does not hold: {result.reason}")
    twin = completed[name].get("twin")
    if twin is not None and not is_twin(vector, native_vector(twin, JsonNode(tests[twin], f"tests.{twin}"), keys, files)):
        raise _wrong(f"--twin: {twin} is not a valid message with the same keys, suite and kind of context")
    return completed[name], texts

"""Vector sets in the forms of the official SDKs: what a form can say is written, what it cannot say is left out and counted by reason.

Strategy: a case is first made into what the form can say of it, and our own reader must come to the expected outcome with just that. A
negative case loses its stage, so a refusal that could as well come from a key that does not fit is left out.
Invariants: the same sets give the same bytes; every file is named by its content; nothing is written here.
Not here: where the files go (``placing``).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from esdkit import __version__
from esdkit.errors import Code, VectorError
from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS, LIMITS, POLICIES
from esdkit.vectors.files import DiskFolder, SetFiles, json_files
from esdkit.vectors.manifests import manifest_kind
from esdkit.vectors.manifests.decrypt import DECRYPT_TYPE
from esdkit.vectors.manifests.key_entries import KEYS_TYPE
from esdkit.vectors.manifests.native import NATIVE_TYPE
from esdkit.vectors.manifests.node import file_uris, parse_json
from esdkit.vectors.model import UNAVAILABLE, Accept, KeyDescription, Reject, Vector, VectorSet
from esdkit.vectors.reading import header_of, unstored_context
from esdkit.vectors.runner import run_vector
from esdkit.vectors.twins import Twins

__all__ = ["FORMS", "REFUSED_BY_US", "Export", "export", "export_native"]

REFUSED_BY_US = "our reader refuses the message"
"""The reason of a case that is left out though the form can say it."""

_PADDINGS = CONSTANTS.raw_rsa_paddings
_CURVES = {curve.name: f"ecc-{curve.bits}" for curve in CONSTANTS.curves.values()}
_ECDH = "raw-ecdh"
_Json = dict[str, Any]


class _CannotSay(Exception):
    """The form has no word for it; the argument says for what."""


@frozen
class Export:
    """A set in another form.

    Attributes:
        files: contents by name, the manifest and the keys manifest among them.
        exported: how many cases it has.
        left_out: how many cases were left out, by reason.
    """

    files: Mapping[str, bytes] = field(repr=False)
    exported: int
    left_out: Mapping[str, int]


@frozen
class _Form:
    """What a form of awses-decrypt can say.

    Attributes:
        version: of the manifest.
        keys_version: of the keys manifest; the one that the published sets and runners of this version have.
        case: writes a case.
    """

    version: int
    keys_version: int
    case: Callable[[Vector, KeyDescription, _Files], _Json]


class _Files:
    """The files that a manifest names."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def add(self, folder: str, content: bytes) -> str:
        """The URI of a file with this content."""
        name = f"{folder}/{hashlib.sha256(content).hexdigest()[:32]}"
        self.contents[name] = content
        return f"file://{name}"


def export(sets: Sequence[VectorSet], form: str) -> Export:
    """Write all cases of some sets that a form can say.

    Args:
        sets: whose cases become one set.
        form: a name of `FORMS`.

    Raises:
        VectorError: ``duplicate-id``: two cases, or two different keys, have one name. ``no-vectors``: the form can say none of the cases.
    """
    chosen, files, twins = FORMS[form], _Files(), Twins(sets)
    tests: dict[str, _Json] = {}
    entries: dict[str, Any] = {}
    left_out = Counter({"it is about writing a message": sum(len(one.encryptions) for one in sets)})
    for suite, vector in ((one.name, vector) for one in sets for vector in one.vectors):
        if vector.id in tests:
            raise VectorError(Code.DUPLICATE_ID, f"two sets have a case {vector.id}")
        try:
            sayable, keys = _sayable(suite, vector, twins)
            test = chosen.case(sayable, keys, files)
        except _CannotSay as error:
            left_out[str(error)] += 1
            continue
        _merge(entries, keys)
        tests[vector.id] = test
    if not tests:
        raise VectorError(Code.NO_VECTORS, f"{form} can say none of the cases")
    return Export({**_manifests(chosen, tests, entries), **files.contents}, len(tests), dict(sorted((+left_out).items())))


def _manifests(form: _Form, tests: _Json, entries: _Json) -> dict[str, bytes]:
    # Reqs: TVM-DEC-002
    manifest = {
        "manifest": {"type": DECRYPT_TYPE, "version": form.version},
        "client": {"name": "esdkit", "version": __version__},
        "keys": "file://keys.json",
        "tests": tests,
    }
    keys = {"manifest": {"type": KEYS_TYPE, "version": form.keys_version}, "keys": dict(sorted(entries.items()))}
    return {
        name: (json.dumps(value, indent=1) + "\n").encode("ascii") for name, value in (("manifest.json", manifest), ("keys.json", keys))
    }


def _merge(entries: _Json, keys: KeyDescription) -> None:
    for name, entry in keys.entries.items():
        stated = _entry(name, entry)
        if entries.setdefault(name, stated) != stated:
            raise VectorError(Code.DUPLICATE_ID, f"two keys manifests have different keys {name}")


def _entry(name: str, entry: _Json) -> _Json:
    """An entry as all versions from 2 on have it: version 1 has the material in lines and no key id."""
    material = entry.get("material")
    lines = {"material": entry.get("line-separator", "").join(material)} if isinstance(material, list) else {}
    members = {member: value for member, value in entry.items() if member != "line-separator"}
    return {**members, **lines, "key-id": entry.get("key-id", name)}


# --- what all forms can say ---


def _sayable(suite: str, vector: Vector, twins: Twins) -> tuple[Vector, KeyDescription]:
    """A case without what no form can say, and the keys to read it with.

    A message that is refused before any key is asked gets the keys of its twin.
    """
    if vector.unwritten is not None:
        raise _CannotSay(vector.unwritten.reason)
    twin = next((twin.vector for twin in twins.of(suite, vector)), None)
    keys = vector.keys or (None if twin is None else twin.keys)
    if keys is None:
        raise _CannotSay("no key is known for the message")
    policy = vector.commitment_policy
    for there, what in (
        (keys.data_key is not None, "the data key is given instead of a key"),
        (policy is not None and POLICIES[policy].decrypt == "committing", "the reader has a commitment policy"),
        (vector.max_encrypted_data_keys is not None, "the reader has a limit of encrypted data keys"),
        (vector.unsigned_only, "the reader refuses signed messages"),
        (isinstance(vector.expectation, Accept) and vector.expectation.plaintext is None, "the plaintext is not known"),
    ):
        if there:
            raise _CannotSay(what)
    if isinstance(vector.expectation, Accept):
        keys = replace(keys, keyring=_usable(keys.keyring))
    return replace(vector, keys=keys, commitment_policy=None), keys


def _usable(keyring: Mapping[str, Any]) -> Mapping[str, Any]:
    """A keyring without the keys below it that only encrypt, or are not in the set."""
    ((kind, options),) = keyring.items()
    if kind == "required_context":
        return {kind: {**options, "underlying": _usable(options["underlying"])}}
    if kind != "multi":
        return keyring
    below = {**options, "children": [one for one in map(_usable, options["children"]) if UNAVAILABLE not in one]}
    if UNAVAILABLE in below.get("generator", ()):
        del below["generator"]
    return {kind: below} if below["children"] or "generator" in below else {UNAVAILABLE: ""}


def _shown(vector: Vector) -> None:
    """Refuse a case whose outcome our own reader does not come to with what the form says."""
    result = run_vector("", vector)
    if result.outcome == "failed":
        accepts = isinstance(vector.expectation, Accept)
        raise _CannotSay(REFUSED_BY_US if accepts else "the refusal could come from a key that does not fit")


# --- awses-decrypt version 2 ---


def _case(vector: Vector, keys: KeyDescription, files: _Files) -> _Json:
    # Reqs: TVM-DEC-002
    if vector.encryption_context:
        raise _CannotSay("the reader gives an encryption context")
    masters = _master_keys(keys)
    expected = vector.expectation
    stageless = vector if isinstance(expected, Accept) else replace(vector, expectation=Reject())
    _shown(stageless)
    return {
        "ciphertext": files.add("ciphertexts", vector.ciphertext),
        "master-keys": masters,
        "result": _result(expected, vector.comment, files),
        **({"description": vector.comment} if vector.comment else {}),
    }


def _result(expected: Accept | Reject, comment: str, files: _Files) -> _Json:
    # Reqs: TVM-DEC-002
    if isinstance(expected, Accept):
        assert expected.plaintext is not None
        return {"output": {"plaintext": files.add("plaintexts", expected.plaintext)}}
    where = "" if expected.stage is None else f"{expected.stage}, {expected.code}"
    return {"error": {"error-description": ": ".join(filter(None, (where, comment))) or "the message must be refused"}}


def _master_keys(keys: KeyDescription) -> list[_Json]:
    ((kind, options),) = keys.keyring.items()
    if kind != "multi":
        return [_raw_only(keys.keyring, keys)]
    generator = [options["generator"]] if "generator" in options else []
    return [_raw_only(one, keys) for one in (*generator, *options["children"])]


def _raw_only(keyring: Mapping[str, Any], keys: KeyDescription) -> _Json:
    ((kind, options),) = keyring.items()
    if kind not in ("raw_aes", "raw_rsa"):
        raise _CannotSay(_unknown(kind))
    return _KEYRINGS[kind](options, keys)


# --- awses-decrypt version 5 ---


def _scenario(vector: Vector, keys: KeyDescription, files: _Files) -> _Json:
    if not isinstance(vector.expectation, Accept):
        raise _CannotSay("the message must be refused")
    header = header_of(vector)
    description = _described(keys.keyring, keys, vector)
    _shown(vector)
    assert header is not None and vector.expectation.plaintext is not None
    return {
        "decryption-scenario": {
            "type": "positive-esdk",
            "ciphertext": files.add("ciphertexts", vector.ciphertext),
            "result": files.add("plaintexts", vector.expectation.plaintext),
            "algorithmSuiteId": header.suite.hex_id,
            "frame-size": header.frame_length,
            "description": vector.comment,
            "decryptKeyDescription": description,
            "reproduced-encryption-context": dict(vector.encryption_context),
        }
    }


def _described(keyring: Mapping[str, Any], keys: KeyDescription, vector: Vector) -> _Json:
    """A keyring or CMM of a keyring file as version 5 describes it."""
    ((kind, options),) = keyring.items()
    if kind == "required_context":
        required = sorted(unstored_context(vector)) if options["keys"] is None else list(options["keys"])
        below = _described(options["underlying"], keys, vector)
        return {"type": "required-encryption-context-cmm", "underlying": below, "requiredEncryptionContextKeys": required}
    if kind == "multi":
        first = {"generator": _described(options["generator"], keys, vector)} if "generator" in options else {}
        return {"type": "multi-keyring", **first, "childKeyrings": [_described(one, keys, vector) for one in options["children"]]}
    if kind not in _KEYRINGS:
        raise _CannotSay(_unknown(kind))
    return _KEYRINGS[kind](options, keys)


def _unknown(kind: str) -> str:
    return "its key is not in the set" if kind == UNAVAILABLE else f"a keyring or CMM of the kind {kind}"


# --- keyrings ---


def _own_name(options: Mapping[str, Any], member: str, keys: KeyDescription) -> str:
    """The entry of a raw keyring's key. What goes into the message is the entry's key id, in every form and with every runner."""
    entry = str(options[member]["file"])
    if options["name"] != _entry(entry, keys.entries[entry])["key-id"]:
        raise _CannotSay("a key has a name that differs from its key id")
    return entry


def _raw_aes(options: Mapping[str, Any], keys: KeyDescription) -> _Json:
    name = _own_name(options, "wrapping_key", keys)
    return {"type": "raw", "key": name, "provider-id": options["namespace"], "encryption-algorithm": "aes"}


def _raw_rsa(options: Mapping[str, Any], keys: KeyDescription) -> _Json:
    if "private_key" not in options:
        raise _CannotSay("a key has no private part")
    name, digest = _own_name(options, "private_key", keys), _PADDINGS[options["padding"]]
    padding = {"padding-algorithm": "pkcs1"} if digest is None else {"padding-algorithm": "oaep-mgf1", "padding-hash": digest}
    return {"type": "raw", "key": name, "provider-id": options["namespace"], "encryption-algorithm": "rsa", **padding}


def _ecdh_static(options: Mapping[str, Any], keys: KeyDescription) -> _Json:
    sender, own = _side(options, "private_key")
    recipient, other = _side(options, "public_key")
    if (own, other) != ("sender", "recipient-public"):
        raise _CannotSay("a key agreement from the recipient's side")
    sides = {"sender": sender, "sender-public-key": "sender-material-public-key", "schema": "static"}
    return _agreement(options["curve"], recipient, sides)


def _ecdh_discovery(options: Mapping[str, Any], keys: KeyDescription) -> _Json:
    recipient, own = _side(options, "private_key")
    if own != "recipient":
        raise _CannotSay("a key agreement from the sender's side")
    return _agreement(options["curve"], recipient, {"sender": "discovery", "sender-public-key": "discovery", "schema": "discovery"})


def _side(options: Mapping[str, Any], member: str) -> tuple[str, str]:
    entry, _, role = options[member]["file"].partition("#")
    return entry, role


def _agreement(curve: str, recipient: str, sides: _Json) -> _Json:
    common = {"recipient": recipient, "recipient-public-key": "recipient-material-public-key"}
    return {"type": _ECDH, **common, "provider-id": _ECDH, "ecc-curve": _CURVES[curve], **sides}


def _hierarchical(options: Mapping[str, Any], keys: KeyDescription) -> _Json:
    return {"type": "aws-kms-hierarchy", "key": options["branch_key"]["file"]}


_KEYRINGS: Mapping[str, Callable[[Mapping[str, Any], KeyDescription], _Json]] = {
    "raw_aes": _raw_aes,
    "raw_rsa": _raw_rsa,
    "raw_ecdh_static": _ecdh_static,
    "raw_ecdh_discovery": _ecdh_discovery,
    "hierarchical_static": _hierarchical,
}

FORMS: Mapping[str, _Form] = {
    "awses-decrypt-2": _Form(2, 3, _case),
    "awses-decrypt-5": _Form(5, 2, _scenario),
}
"""The forms by name."""


# --- the native form ---


def export_native(folder: Path) -> Export:
    """The files of a folder of native vectors as they are: manifests, and what they name.

    Args:
        folder: holds the manifests.

    Raises:
        VectorError: it cannot be read, or has no native manifest.
    """
    contents: dict[str, bytes] = {}
    cases = 0
    with json_files(folder) as files:
        for file in files:
            data = file.folder.read(file.name, LIMITS["vector_manifest_size"])
            root = parse_json(data)
            if manifest_kind(root) == NATIVE_TYPE and isinstance(file.folder, DiskFolder):
                prefix = _prefix(file.folder.root, folder)
                contents[prefix + file.name] = data
                contents |= _named(SetFiles(file.folder), prefix, file_uris(root))
                cases += len(root["tests"].members())
    if not cases:
        raise VectorError(Code.NO_VECTORS, f"no manifest of type {NATIVE_TYPE} in {folder}")
    return Export(contents, cases, {})


def _prefix(place: Path, root: Path) -> str:
    below = place.relative_to(root).as_posix()
    return "" if below == "." else f"{below}/"


def _named(files: SetFiles, prefix: str, uris: Iterable[str]) -> dict[str, bytes]:
    return {prefix + uri.removeprefix("file://"): files.read(uri) for uri in uris}

"""The awses-decrypt manifest, versions 1 to 5.

Strategy: versions 1 to 4 share one shape that grew (result in 2, decryption method in 3, CMM and context in 4); what only a later version
knows is respected in every version, because leaving it out would turn a refusal into a success. Version 5 has a scenario of its own.
Invariants: who made the set decides nothing; the frame size that a case states is not looked at, because published ones are wrong.
"""

from __future__ import annotations

from dataclasses import replace

from esdkit.errors import Code
from esdkit.vectors.files import SetFiles
from esdkit.vectors.manifests.descriptions import parse_description, parse_master_keys
from esdkit.vectors.manifests.key_entries import KeysManifest, parse_keys
from esdkit.vectors.manifests.node import JsonNode, parse_json
from esdkit.vectors.model import Accept, Expectation, Reject, Vector

__all__ = ["DECRYPT_TYPE", "read_decrypt_manifest", "read_keys", "unsigned_only"]

DECRYPT_TYPE = "awses-decrypt"
"""The manifest's type."""

_VERSIONS = range(1, 6)
_UNSIGNED_ONLY = "streaming-unsigned-only"
_REQUIRED_CONTEXT = "RequiredEncryptionContext"


def read_decrypt_manifest(root: JsonNode, files: SetFiles) -> tuple[Vector, ...]:
    """Read the cases of a manifest, with the files that they name.

    Args:
        root: the whole manifest.
        files: the manifest's folder.

    Raises:
        VectorError: every code of manifests and files.
    """
    # Reqs: TVM-COM-001, TVM-COM-013, TVM-DEC-001, TVM-DEC-012, TVM-DEC-018
    version = root["manifest"]["version"]
    if version.integer() not in _VERSIONS:
        raise version.error(f"{DECRYPT_TYPE} has version {_VERSIONS[0]} to {_VERSIONS[-1]}", Code.MANIFEST_UNSUPPORTED)
    keys = read_keys(root["keys"], files)
    read = _scenario if version.integer() == _VERSIONS[-1] else _case
    return tuple(read(name, test, version.integer(), keys, files) for name, test in root["tests"].members().items())


def read_keys(uri: JsonNode, files: SetFiles) -> KeysManifest:
    """Read the keys manifest that a manifest names.

    Raises:
        VectorError: every code of manifests and files.
    """
    # Reqs: TVM-COM-002
    return parse_keys(parse_json(files.read(uri.text(), path=uri.path)))


def _content(uri: JsonNode, files: SetFiles) -> bytes:
    return files.read(uri.text(), path=uri.path)


def _case(name: str, test: JsonNode, version: int, keys: KeysManifest, files: SetFiles) -> Vector:
    """A case of version 1 to 4."""
    # Reqs: TVM-DEC-001, TVM-DEC-002, TVM-DEC-010, TVM-DEC-011
    description = parse_master_keys(test["master-keys"], keys)
    cmm, context = test.get("cmm"), test.get("encryption-context")
    if cmm is not None and cmm.choice(["Default", _REQUIRED_CONTEXT]) == _REQUIRED_CONTEXT:
        description = replace(description, keyring={"required_context": {"keys": None, "underlying": description.keyring}})
    return Vector(
        id=name,
        ciphertext=_content(test["ciphertext"], files),
        expectation=_plaintext(test, files) if version == 1 else _result(test["result"], files),
        keys=description,
        encryption_context={} if context is None else context.text_map(),
        unsigned_only=unsigned_only(test),
        comment=_description(test),
    )


def _scenario(name: str, test: JsonNode, version: int, keys: KeysManifest, files: SetFiles) -> Vector:
    """A case of version 5."""
    # Reqs: TVM-DEC-012
    scenario = test["decryption-scenario"]
    kind = scenario["type"]
    if kind.text() != "positive-esdk":
        raise kind.error(f"version {version} knows the type positive-esdk", Code.MANIFEST_UNSUPPORTED)
    context = scenario.get("reproduced-encryption-context")
    return Vector(
        id=name,
        ciphertext=_content(scenario["ciphertext"], files),
        expectation=Accept(_content(scenario["result"], files)),
        keys=parse_description(scenario["decryptKeyDescription"], keys),
        encryption_context={} if context is None else context.text_map(),
        comment=_description(scenario),
    )


def _plaintext(test: JsonNode, files: SetFiles) -> Expectation:
    """What version 1 expects."""
    # Reqs: TVM-DEC-001
    result = test.get("result")
    if result is not None:
        raise result.error("a case of version 1 has a plaintext, not a result")
    return Accept(_content(test["plaintext"], files))


def _result(result: JsonNode, files: SetFiles) -> Expectation:
    # Reqs: TVM-DEC-002, TVM-DEC-003
    output, error = result.get("output"), result.get("error")
    if (output is None) == (error is None):
        raise result.error("a result is either an output or an error")
    if output is not None:
        return Accept(_content(output["plaintext"], files))
    if error is not None:
        error["error-description"].text()  # documentation, and therefore never compared
    return Reject()


def unsigned_only(test: JsonNode) -> bool:
    """Whether a case is read by a stream that refuses signed messages.

    Raises:
        VectorError: ``manifest-unsupported``, another method.
    """
    # Reqs: TVM-DEC-004
    method = test.get("decryption-method")
    if method is None:
        return False
    if method.text() != _UNSIGNED_ONLY:
        raise method.error(f"the decryption method is {_UNSIGNED_ONLY} or absent", Code.MANIFEST_UNSUPPORTED)
    return True


def _description(test: JsonNode) -> str:
    description = test.get("description")
    return "" if description is None else description.text()

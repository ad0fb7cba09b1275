"""The manifests that ask for messages: awses-encrypt versions 1, 2, 4 and 5, awses-decrypt-generate version 2, and the keyring vectors of
the Material Providers Library, awses-mpl-encrypt version 4.

Strategy: each case becomes a `Scenario`. Versions 1 and 2 are one shape; version 4 adds the CMM, and gives the reader the context; version
5 has a scenario with separate keys for writer and reader. The keyring vectors have no message: one is written around the materials, with
no plaintext, so that the data key must come out for its header to hold.
Invariants: only forms that were seen in official repositories are read. There is no version 3 of awses-encrypt, and ``awses-mpl-decrypt``
is not read: no set of it was found, and the specification and the code that writes it differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from esdkit.errors import Code, VectorError
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite
from esdkit.vectors.files import SetFiles
from esdkit.vectors.manifests.decrypt import read_keys, unsigned_only
from esdkit.vectors.manifests.descriptions import parse_description, parse_master_keys
from esdkit.vectors.manifests.key_entries import KeysManifest
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Accept, KeyDescription, Unwritten, Vector
from esdkit.vectors.scenarios import TAMPERING, Budget, Scenario, esdkit_writes, seeded, vectors_of

__all__ = ["ENCRYPT_TYPES", "SEED", "read_scenarios", "read_written_manifest"]

_ENCRYPT, _GENERATE, _KEYRINGS = "awses-encrypt", "awses-decrypt-generate", "awses-mpl-encrypt"
# Reqs: TVM-ENC-001
_VERSIONS: Mapping[str, tuple[int, ...]] = {_ENCRYPT: (1, 2, 4, 5), _GENERATE: (2,), _KEYRINGS: (4,)}
ENCRYPT_TYPES = tuple(_VERSIONS)
"""The types of manifests that ask for messages."""
SEED = "esdkit"
"""Of the messages that ``vectors run`` writes."""

_REQUIRED = ("key1", "key2")
"""Version 4 names no required keys: the official runners have these."""
_CHANGED_INFO = "change-edk-provider-info"


def read_written_manifest(root: JsonNode, files: SetFiles) -> tuple[Vector, ...]:
    """Read the cases of a manifest, and let esdkit write their messages.

    Raises:
        VectorError: every code of manifests and files.
    """
    return tuple(vectors_of(read_scenarios(root, files, SEED), esdkit_writes(SEED)))


def read_scenarios(root: JsonNode, files: SetFiles, seed: str) -> tuple[Scenario | Vector, ...]:
    """Read the cases of a manifest. A case that cannot be one of a message is a vector already.

    Args:
        root: the whole manifest.
        files: the manifest's folder.
        seed: the plaintexts follow from it.

    Raises:
        VectorError: every code of manifests and files.
    """
    # Reqs: TVM-ENC-001
    kind, version = root["manifest"]["type"].text(), root["manifest"]["version"]
    if version.integer() not in _VERSIONS[kind]:
        raise version.error(f"{kind} is read in version {', '.join(map(str, _VERSIONS[kind]))}", Code.MANIFEST_UNSUPPORTED)
    keys = read_keys(root["keys"], files)
    tests = root["tests"].members().items()
    if kind == _KEYRINGS:
        return tuple(_keyring_vector(name, test, keys) for name, test in tests)
    plaintexts = dict(_plaintexts(root["plaintexts"], seed))
    if kind == _GENERATE:
        return tuple(_generated(name, test, keys, plaintexts) for name, test in tests)
    if version.integer() == 5:
        return tuple(_of_version_5(name, test["encryption-scenario"], keys, plaintexts) for name, test in tests)
    return tuple(_case(name, test, keys, plaintexts) for name, test in tests)


def _plaintexts(node: JsonNode, seed: str) -> Iterator[tuple[str, bytes]]:
    # Reqs: TVM-ENC-003, TVM-ENC-005
    budget = Budget()
    for name, size in node.members().items():
        if size.integer() < 0:
            raise size.error("expected a number from 0 on")
        budget.spend(size.integer())
        yield name, seeded(f"{seed}:plaintext:{name}")(size.integer())


def _plaintext(node: JsonNode, plaintexts: Mapping[str, bytes]) -> bytes:
    # Reqs: TVM-ENC-003
    plaintext = plaintexts.get(node.text())
    if plaintext is None:
        raise node.error("the manifest describes no plaintext of this name")
    return plaintext


def _suite(node: JsonNode) -> Suite:
    # Reqs: TVM-ENC-002
    suite = _known_suite(node)
    if suite is None:
        raise node.error("not the id of an algorithm suite")
    return suite


def _known_suite(node: JsonNode) -> Suite | None:
    return next((suite for suite in SUITES.values() if suite.hex_id == node.text()), None)


def _frame_length(node: JsonNode) -> int:
    # Reqs: TVM-ENC-002
    if not 0 <= node.integer() <= LIMITS["frame_length"]:
        raise node.error(f"expected a number from 0 to {LIMITS['frame_length']}")
    return node.integer()


def _optional_map(node: JsonNode, name: str) -> Mapping[str, str]:
    member = node.get(name)
    return {} if member is None else member.text_map()


def _optional_text(node: JsonNode, name: str) -> str:
    member = node.get(name)
    return "" if member is None else member.text()


def _case(name: str, test: JsonNode, keys: KeysManifest, plaintexts: Mapping[str, bytes]) -> Scenario:
    """A case of version 1, 2 or 4."""
    # Reqs: TVM-ENC-002
    context, cmm = test["encryption-context"].text_map(), test.get("cmm")
    encrypt = parse_master_keys(test["master-keys"], keys, writing=True)
    decrypt = parse_master_keys(test["master-keys"], keys)
    if cmm is not None and cmm.choice(["Default", "RequiredEncryptionContext"]) != "Default":
        encrypt = _requiring([key for key in _REQUIRED if key in context], encrypt)
        decrypt = _requiring(None, decrypt)
    return Scenario(
        id=name,
        plaintext=_plaintext(test["plaintext"], plaintexts),
        suite=_suite(test["algorithm"]),
        frame_length=_frame_length(test["frame-size"]),
        encryption_context=context,
        encrypt_keys=encrypt,
        decrypt_keys=decrypt,
        reproduced={} if cmm is None else context,
    )


def _requiring(required: list[str] | None, keys: KeyDescription) -> KeyDescription:
    return replace(keys, keyring={"required_context": {"keys": required, "underlying": keys.keyring}})


def _of_version_5(name: str, scenario: JsonNode, keys: KeysManifest, plaintexts: Mapping[str, bytes]) -> Scenario:
    # Reqs: TVM-ENC-002
    kind = scenario["type"]
    if kind.text() != "positive-esdk":
        raise kind.error("version 5 knows the type positive-esdk", Code.MANIFEST_UNSUPPORTED)
    return Scenario(
        id=name,
        plaintext=_plaintext(scenario["plaintext"], plaintexts),
        suite=_suite(scenario["algorithmSuiteId"]),
        frame_length=_frame_length(scenario["frame-size"]),
        encryption_context=scenario["encryption-context"].text_map(),
        encrypt_keys=parse_description(scenario["encryptKeyDescription"], keys, writing=True),
        decrypt_keys=parse_description(scenario["decryptKeyDescription"], keys),
        reproduced=_optional_map(scenario, "reproduced-encryption-context"),
        comment=_optional_text(scenario, "description"),
    )


def _generated(name: str, test: JsonNode, keys: KeysManifest, plaintexts: Mapping[str, bytes]) -> Scenario:
    """A case of awses-decrypt-generate."""
    # Reqs: TVM-ENC-002, TVM-ENC-004
    test.only(["encryption-scenario"], ["tampering", "decryption-method", "decryption-master-keys", "result"])
    scenario = _case(name, test["encryption-scenario"], keys, plaintexts)
    masters, result = test.get("decryption-master-keys"), test.get("result")
    if masters is not None:
        scenario = replace(scenario, decrypt_keys=parse_master_keys(masters, keys))
    if result is not None:
        result.only(["error"])
        result["error"]["error-description"].text()
        scenario = replace(scenario, refused="reader")
    scenario = replace(scenario, unsigned_only=unsigned_only(test))
    tampering = test.get("tampering")
    if tampering is None:
        return scenario
    if isinstance(tampering.value, str):
        return replace(scenario, tampering=tampering.choice(TAMPERING))
    tampering.only([_CHANGED_INFO])
    return replace(scenario, provider_infos=tuple(item.text() for item in tampering[_CHANGED_INFO].items()))


# --- keyring vectors ---


def _keyring_vector(name: str, test: JsonNode, keys: KeysManifest) -> Scenario | Vector:
    kind = test["type"].choice(["positive-keyring", "negative-encrypt-keyring", "negative-decrypt-keyring"])
    suite = _known_suite(test["algorithmSuiteId"])
    if suite is None:
        return _passed_over(name, Code.UNKNOWN_SUITE, f"suite {test['algorithmSuiteId'].text()} is not one of the AWS Encryption SDK")
    try:
        return _keyring_scenario(name, test, kind, suite, keys)
    except VectorError as error:
        if error.code is not Code.MANIFEST_UNSUPPORTED:
            raise
        return _passed_over(name, error.code, error.message)


def _passed_over(name: str, code: Code, reason: str) -> Vector:
    return Vector(id=name, ciphertext=b"", expectation=Accept(None), keys=None, unwritten=Unwritten("skipped", code.value, reason))


def _keyring_scenario(name: str, test: JsonNode, kind: str, suite: Suite, keys: KeysManifest) -> Scenario:
    # Reqs: TVM-ENC-002
    negative = kind == "negative-encrypt-keyring"
    writer, reader = ("keyDescription",) * 2 if negative else ("encryptKeyDescription", "decryptKeyDescription")
    return Scenario(
        id=name,
        plaintext=b"",
        suite=suite,
        frame_length=CONSTANTS.default_frame_length,
        encryption_context=test["encryptionContext"].text_map(),
        encrypt_keys=_with_required(test, parse_description(test[writer], keys, writing=True)),
        decrypt_keys=parse_description(test[reader], keys),
        reproduced=_optional_map(test, "reproducedEncryptionContext"),
        refused={"negative-encrypt-keyring": "writer", "negative-decrypt-keyring": "reader"}.get(kind),  # type: ignore[arg-type]
        comment=_optional_text(test, "description"),
    )


def _with_required(test: JsonNode, keys: KeyDescription) -> KeyDescription:
    """The writer's keys under the required context that the request names beside the description."""
    # Reqs: TVM-ENC-002
    node = test.get("requiredEncryptionContextKeys")
    required = [] if node is None else [item.text() for item in node.items()]
    return _requiring(required, keys) if required and "required_context" not in keys.keyring else keys

"""Makes a set from a manifest that asks for messages: esdkit or another program writes them, and our reader must open each.

Strategy: the scenarios of the manifest become vectors with the writer's messages, and these are exported like any set. What the writer
cannot do, or does wrong, is left out and counted by reason.
Invariants: with esdkit as the writer the same seed gives the same bytes, but for what OpenSSL draws (RSA's padding, ECDH's ephemeral keys).
Another program draws its own keys and IVs: only the plaintexts follow from the seed.
"""

from __future__ import annotations

from pathlib import Path

from esdkit.errors import Code, VectorError
from esdkit.frozen import frozen
from esdkit.spec import LIMITS
from esdkit.targets.base import Abilities, EncryptRequest, Given, Refused, Target, Unsupported
from esdkit.targets.opening import described
from esdkit.vectors.export import REFUSED_BY_US, Export, export
from esdkit.vectors.files import JsonFile, SetFiles, json_files
from esdkit.vectors.manifests import manifest_kind
from esdkit.vectors.manifests.encrypt import ENCRYPT_TYPES, read_scenarios
from esdkit.vectors.manifests.node import JsonNode, parse_json
from esdkit.vectors.model import Unwritten, Vector, VectorSet
from esdkit.vectors.questions import beyond, target_keyring
from esdkit.vectors.scenarios import HALF_SIGN, Scenario, Write, esdkit_writes, policy_to_write, vectors_of

__all__ = ["Generated", "generate"]


@frozen
class Generated:
    """What a run gave.

    Attributes:
        export: the set.
        failures: why cases failed though the writer could write them, one line each.
    """

    export: Export
    failures: tuple[str, ...]


def generate(manifest: Path, form: str, *, seed: str, target: Target | None = None) -> Generated:
    """Make a set.

    Args:
        manifest: a file that asks for messages, with its keys manifest beside it.
        form: of the set, a name of ``export.FORMS``.
        seed: the plaintexts, and what esdkit draws, follow from it.
        target: the writer; None for esdkit.

    Raises:
        VectorError: every code of manifests and files; ``no-vectors``: nothing could be written.
        UsageError: ``invalid-argument``: the target cannot be started, or does not describe itself.
    """
    root, file = _root(manifest)
    scenarios = read_scenarios(root, SetFiles(file.folder), seed)
    write = esdkit_writes(seed) if target is None else _target_writes(target, described(target))
    made = VectorSet(manifest.name, manifest_kind(root), tuple(vectors_of(scenarios, write)))
    failed = [f"{vector.id}: {_failure(vector)}" for vector in made.vectors if _failure(vector)]
    exported = export([made], form)
    refused = exported.left_out.get(REFUSED_BY_US, 0)
    return Generated(exported, (*failed, *([f"{refused} cases: {REFUSED_BY_US}"] if refused else [])))


def _root(manifest: Path) -> tuple[JsonNode, JsonFile]:
    with json_files(manifest) as files:
        found = list(files)
        if len(found) != 1 or not found[0].explicit:
            raise VectorError(Code.MANIFEST_INVALID, "expected one manifest, not a directory or zip file")
        root = parse_json(found[0].folder.read(found[0].name, LIMITS["vector_manifest_size"]))
    if manifest_kind(root) not in ENCRYPT_TYPES:
        raise VectorError(Code.MANIFEST_UNSUPPORTED, f"expected a manifest of type {', '.join(ENCRYPT_TYPES)}")
    return root, found[0]


def _failure(vector: Vector) -> str | None:
    return vector.unwritten.reason if vector.unwritten is not None and vector.unwritten.outcome == "failed" else None


# --- another program as the writer ---


def _target_writes(target: Target, abilities: Abilities) -> Write:
    def write(scenario: Scenario) -> bytes | Unwritten:
        request = _request(scenario)
        if isinstance(request, Unwritten):
            return request
        answer = beyond(request, abilities) or target.encrypt(request)
        if isinstance(answer, Given):
            return answer.data
        if isinstance(answer, Unsupported):
            return _skipped(f"the writer: {answer.reason}")
        if isinstance(answer, Refused):
            return Unwritten("failed", "refused", f"the writer refuses: {answer.error}")
        return Unwritten("failed", answer.code, f"the writer gives no answer: {answer.reason}")

    return write


def _skipped(reason: str) -> Unwritten:
    return Unwritten("skipped", "unsupported", reason)


def _request(scenario: Scenario) -> EncryptRequest | Unwritten:
    if scenario.tampering == HALF_SIGN:
        return _skipped("a half-signed message, which no program is asked for")
    converted = target_keyring(scenario.encrypt_keys)
    if isinstance(converted, Unsupported):
        return _skipped(converted.reason)
    keyring, missing = converted
    if keyring is None or missing:
        return Unwritten("skipped", missing[0].value, "a key to write its message with is not available here")
    required = scenario.encrypt_keys.keyring.get("required_context", {"keys": ()})["keys"]
    return EncryptRequest(
        plaintext=scenario.plaintext,
        keyring=keyring,
        suite=scenario.suite.hex_id,
        frame_length=scenario.frame_length,
        policy=policy_to_write(scenario.suite).value,
        context=scenario.encryption_context,
        required=tuple(required),
    )

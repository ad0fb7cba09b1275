"""The official SDKs that write and read the vectors: programs of ``tools/drivers/targets.py``, each started once and kept.

``python -m vectors.generators.sdks [ID …]`` asks every SDK what it says to vectors of the manifest, those that are named or all that no SDK
has seen, and records that in ``verified-by``. A positive vector must be opened by the SDK that wrote it. Whatever else an SDK says that the
vector does not expect is printed. Python keeps no order of data keys (DEC-G38), so what it says where that matters differs from run to run.

Strategy: a vector becomes a question in the same way as in ``esdkit vectors run --target``. What an SDK has no way to do is no verdict.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from esdkit.targets.base import Abilities, EncryptRequest, Given, Keyring, Refused
from esdkit.targets.stdio import StdioTarget
from esdkit.vectors.model import Accept, Vector, VectorSet
from esdkit.vectors.questions import beyond, question_of
from esdkit.vectors.runner import load
from tools.drivers.targets import MissingTarget, command
from vectors.generators import native, provenance
from vectors.generators.keys import test_keys

__all__ = ["READERS", "GenerationError", "Sdk", "main", "running", "verify", "written"]

BRANCH_KEYS = "python-4-branch-keys"
"""Not a target of ``tools``: the Python SDK beside a key store, see ``branch_store``."""

READERS: Mapping[str, str] = {
    "python-4": "aws-encryption-sdk-python",
    "javascript-5": "aws-encryption-sdk-javascript",
    "java-3": "aws-encryption-sdk-java",
    "go": "aws-encryption-sdk-go",
    "rust": "aws-encryption-sdk-rust",
    BRANCH_KEYS: "aws-encryption-sdk-python",
}
"""The targets that are asked, and what the manifest calls them: one interface of each SDK, and one that alone has branch keys."""

_NAMES: Mapping[str, str] = {**READERS, "python-4-providers": READERS["python-4"]}


class GenerationError(Exception):
    """An SDK did not do what a case says."""


class Sdk(Protocol):
    """A running SDK."""

    @property
    def implementation(self) -> dict[str, str]:
        """Its name and version in the manifest."""
        ...

    def write(self, request: EncryptRequest) -> bytes:
        """The message that it writes.

        Raises:
            GenerationError: it does not.
        """
        ...

    def read(self, vector: Vector) -> Given | Refused | None:
        """What it says to a vector; None when it cannot be asked.

        Raises:
            GenerationError: the program failed.
        """
        ...


class _TargetSdk:
    """A running SDK that is a target."""

    def __init__(self, target: str, program: StdioTarget) -> None:
        abilities = program.describe()
        if not isinstance(abilities, Abilities):
            raise GenerationError(f"{target} does not start: {abilities.reason}")
        self._program, self._abilities = program, abilities
        self.implementation = {"name": _NAMES[target], "version": abilities.version}

    def write(self, request: EncryptRequest) -> bytes:
        answer = self._program.encrypt(request)
        if not isinstance(answer, Given):
            raise GenerationError(f"{self.implementation['name']} does not write it: {answer}")
        return answer.data

    def read(self, vector: Vector) -> Given | Refused | None:
        question = question_of(vector, vector.keys)
        request = getattr(question, "request", None)
        if request is None or beyond(request, self._abilities):
            return None
        answer = self._program.decrypt(request)
        if isinstance(answer, Given | Refused):
            return answer
        if hasattr(answer, "code"):
            raise GenerationError(f"{vector.id}: {self.implementation['name']} fails: {answer}")
        return None


@contextmanager
def running(names: Collection[str], *, all_needed: bool = True) -> Iterator[dict[str, Sdk]]:
    """The SDKs of some targets, started; without one that is missing here, unless all are needed.

    Raises:
        MissingTarget: one is missing, and all are needed.
    """
    with ExitStack() as stack:
        started: dict[str, Sdk] = {}
        for name in names:
            try:
                started[name] = stack.enter_context(_started(name))
            except MissingTarget as reason:
                if all_needed:
                    raise
                print(f"{name} is {reason}; it is not asked")
        yield started


@contextmanager
def _started(name: str) -> Iterator[Sdk]:
    if name == BRANCH_KEYS:
        from vectors.generators.branch_store import branch_key_sdk

        with branch_key_sdk(test_keys(native.FOLDER)) as sdk:
            yield sdk
    else:
        with StdioTarget(name, command(name)) as program:
            yield _TargetSdk(name, program)


# --- writing ---


def written(description: Mapping[str, Any], keys: Mapping[str, Mapping[str, Any]]) -> tuple[Keyring, list[str]]:
    """A key description of the manifest as the keyring that writes, and the context keys that are authenticated and not stored."""
    if description["type"] == "required-encryption-context-cmm":
        return written(description["underlying"], keys)[0], description["requiredEncryptionContextKeys"]
    return _keyring(description, keys), []


def _keyring(description: Mapping[str, Any], keys: Mapping[str, Mapping[str, Any]]) -> Keyring:
    if description["type"] == "multi-keyring":
        children = [_keyring(child, keys) for child in description["childKeyrings"]]
        return {"type": "multi", "generator": _keyring(description["generator"], keys), "children": children}
    if description["type"] == "keyring-file":
        return _in_keyring_file(description["keyring"], keys)
    entry = keys[description["key"]]
    names = {"namespace": description["provider-id"], "name": entry["key-id"]}
    if description["encryption-algorithm"] == "aes":
        return {"type": "raw-aes", **names, "key": base64.b64decode(entry["material"])}
    algorithm = description["padding-algorithm"]
    padding = algorithm if algorithm == "pkcs1" else f"oaep-{description['padding-hash']}"
    return {"type": "raw-rsa", **names, "padding": padding, "public": entry["material"]}


def _in_keyring_file(keyring: Mapping[str, Any], keys: Mapping[str, Mapping[str, Any]]) -> Keyring:
    ((kind, options),) = keyring.items()
    if kind == "hierarchical_static":
        return {"type": kind, "branch_key_id": options["branch_key_id"]}
    described = {"type": "raw-ecdh", "schema": kind.removeprefix("raw_ecdh_"), "curve": options["curve"]}
    if "private_key" in options:
        described["private"] = _private(options["private_key"]["file"], keys)
    return {**described, "public": _public(options["public_key"]["file"].removesuffix("-public"), keys)}


def _private(name: str, keys: Mapping[str, Mapping[str, Any]]) -> str:
    entry, _, side = name.partition("#")
    pem: str = keys[entry][f"{side}-material"]
    return pem


def _public(name: str, keys: Mapping[str, Mapping[str, Any]]) -> str:
    key = load_pem_private_key(_private(name, keys).encode("ascii"), password=None)
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


# --- reading ---


def verify(tests: Mapping[str, native.Test], names: Collection[str], sdks: Collection[Sdk]) -> None:
    """Records in some tests of the saved manifest what each SDK says to them.

    Raises:
        GenerationError: an SDK reads another plaintext, or refuses what it wrote.
    """
    (saved,) = load([native.FOLDER])
    if not isinstance(saved, VectorSet):
        raise saved.error
    for vector in saved.vectors:
        if vector.id in names:
            tests[vector.id]["verified-by"] = list(_verdicts(vector, tests[vector.id]["source"]["name"], sdks))


def _verdicts(vector: Vector, source: str, sdks: Collection[Sdk]) -> Iterator[dict[str, str]]:
    lawful = isinstance(vector.expectation, Accept)
    for sdk in sdks:
        answer = sdk.read(vector)
        if answer is None:
            continue
        opened, name = isinstance(answer, Given), sdk.implementation["name"]
        if isinstance(answer, Given) and isinstance(vector.expectation, Accept) and answer.data != vector.expectation.plaintext:
            raise GenerationError(f"{vector.id}: {name} reads another plaintext")
        if lawful and not opened and name == source:
            raise GenerationError(f"{vector.id}: {name} does not read what it wrote: {answer}")
        if opened != lawful:
            print(f"{vector.id}: {name} {f'refuses it: {answer}' if lawful else 'accepts it'}")
        yield {**sdk.implementation, "outcome": "accept" if opened else "reject"}


def main(arguments: list[str]) -> int:
    """Asks about the tests that are named, or all that nobody has seen."""
    tests = native.load()
    with running(READERS) as sdks:
        verify(tests, arguments or [name for name, test in tests.items() if not test["verified-by"]], list(sdks.values()))
    native.save(tests, test_keys(native.FOLDER))
    provenance.write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

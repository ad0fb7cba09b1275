"""The official SDKs that write vectors: programs of ``tools/drivers/targets.py``, each started once and kept, and the Python SDK beside a
key store (``branch_store``), which alone has branch keys."""

from __future__ import annotations

import base64
import shlex
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from esdkit.targets.base import Abilities, EncryptRequest, Given, Keyring, Target
from esdkit.targets.opening import open_target
from tools.drivers.targets import command
from vectors.generators import native
from vectors.generators.keys import test_keys

__all__ = ["BRANCH_KEYS", "GenerationError", "Writer", "running", "written"]

BRANCH_KEYS = "python-4-branch-keys"
"""Not a target of ``tools``: the Python SDK beside a key store."""

_NAMES: Mapping[str, str] = {
    "python-4": "aws-encryption-sdk-python",
    "python-4-providers": "aws-encryption-sdk-python",
    "javascript-5": "aws-encryption-sdk-javascript",
    "java-3": "aws-encryption-sdk-java",
    "go": "aws-encryption-sdk-go",
    "rust": "aws-encryption-sdk-rust",
}
"""What the manifest calls the SDK of a target, as the source of a message."""


class GenerationError(Exception):
    """An SDK did not do what a case says."""


class Writer(Protocol):
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


class _TargetWriter:
    """A running SDK that is a target."""

    def __init__(self, name: str, target: Target) -> None:
        abilities = target.describe()
        if not isinstance(abilities, Abilities):
            raise GenerationError(f"{name} does not start: {abilities.reason}")
        self._target = target
        self.implementation = {"name": _NAMES[name], "version": abilities.version}

    def write(self, request: EncryptRequest) -> bytes:
        answer = self._target.encrypt(request)
        if not isinstance(answer, Given):
            raise GenerationError(f"{self.implementation['name']} does not write it: {answer}")
        return answer.data


@contextmanager
def running(names: Collection[str]) -> Iterator[dict[str, Writer]]:
    """The SDKs of some targets, started.

    Raises:
        MissingTarget: one cannot be started here.
    """
    with ExitStack() as stack:
        yield {name: stack.enter_context(_started(name)) for name in names}


@contextmanager
def _started(name: str) -> Iterator[Writer]:
    if name == BRANCH_KEYS:
        from vectors.generators.branch_store import branch_key_sdk

        with branch_key_sdk(test_keys(native.FOLDER)) as sdk:
            yield sdk
    else:
        with open_target(f"stdio:{shlex.join(command(name))}") as target:
            yield _TargetWriter(name, target)


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

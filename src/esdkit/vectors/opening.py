"""Key descriptions to keyrings and CMMs, and what became of them.

Strategy: a keyring is made once per description and process (reading an RSA key is slow) and wrapped again for each vector, to see whether
its key was really tried. What is not available is left out of a multi-keyring and remembered.
Invariants: a description that no keyring accepts raises ``UsageError``; manifests ask ``leaf_keyring`` while they are read, so that
it never happens in a run.
Not here: reading descriptions.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm, RequiredEncryptionContextCmm
from esdkit.cmm.config import read_keyring
from esdkit.errors import DataKeyUnwrapError, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings import Keyring, MultiKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.keyrings.description import described
from esdkit.message import EncryptedDataKey
from esdkit.vectors.model import UNAVAILABLE, KeyDescription, Need

__all__ = ["ObservedKeyring", "OpenedKeys", "leaf_keyring", "open_keys"]


def leaf_keyring(description: Mapping[str, Any], keys: Mapping[str, bytes]) -> Keyring:
    """The keyring of a description that has no keyring below it.

    Args:
        description: one kind with its options.
        keys: what it names, and maybe more.

    Raises:
        UsageError: ``invalid-key`` or ``invalid-argument``.
    """
    ((_, options),) = description.items()
    named = {option["file"] for option in options.values() if isinstance(option, dict) and "file" in option}
    return _made(json.dumps(description), tuple((name, keys[name]) for name in sorted(named)))


@lru_cache(maxsize=256)
def _made(description: str, keys: tuple[tuple[str, bytes], ...]) -> Keyring:
    material = dict(keys)
    keyring = read_keyring(json.loads(description), lambda source, lengths: material[source["file"]])
    assert isinstance(keyring, Keyring)
    return keyring


class ObservedKeyring:
    """A keyring that remembers what became of its key.

    Attributes:
        tried: whether it was tried on an encrypted data key that the keyring took for its own.
        refused: whether it was tried and opened none.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self.tried = False
        self.refused = False

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """As the keyring."""
        return self._keyring.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """As the keyring."""
        try:
            opened = self._keyring.on_decrypt(materials, encrypted_data_keys)
        except DataKeyUnwrapError as error:
            self.tried = self.refused = any(attempt.tried for attempt in error.attempts)
            raise
        self.tried = True
        return opened


@frozen
class OpenedKeys:
    """What a description came to.

    Attributes:
        manager: gives the data key; None if no key is available.
        keyrings: the available keyrings, each observed.
        missing: what the keys that are not available need, in the description's order.
    """

    manager: CryptographicMaterialsManager | None
    keyrings: tuple[ObservedKeyring, ...]
    missing: tuple[Need, ...]

    @property
    def all_refused(self) -> bool:
        """Whether every key of the description was available, was really tried, and was refused."""
        return bool(self.keyrings) and not self.missing and all(keyring.refused for keyring in self.keyrings)


def open_keys(description: KeyDescription | None, unstored: Collection[str] = (), *, aws: bool = False) -> OpenedKeys:
    """Make the keyring or CMM of a description.

    Args:
        description: None for a vector without keys.
        unstored: the context keys that are reproduced and not stored in the message, for a CMM whose required keys the manifest leaves
            open.
        aws: whether AWS KMS may be asked, with the credentials and endpoints of the environment.
    """
    opening = _Opening({} if description is None else description.keys, frozenset(unstored), aws=aws)
    manager = None if description is None else opening.cmm(description.keyring)
    return OpenedKeys(manager, tuple(opening.observed), tuple(opening.missing))


class _Opening:
    """One description on its way; ``observed`` and ``missing`` as in ``OpenedKeys``."""

    def __init__(self, keys: Mapping[str, bytes], unstored: frozenset[str], *, aws: bool) -> None:
        self._keys, self._unstored, self._aws = keys, unstored, aws
        self.observed: list[ObservedKeyring] = []
        self.missing: list[Need] = []

    def cmm(self, description: Mapping[str, Any]) -> CryptographicMaterialsManager | None:
        """The CMM; None if no key is available."""
        options = description.get("required_context")
        if options is None:
            keyring = self._keyring(description)
            return None if keyring is None else DefaultCmm(keyring)
        below = self.cmm(options["underlying"])
        required = self._unstored if options["keys"] is None else frozenset(options["keys"])
        return None if below is None else RequiredEncryptionContextCmm(required, below)

    def _keyring(self, description: Mapping[str, Any]) -> Keyring | None:
        ((kind, options),) = description.items()
        if kind == UNAVAILABLE:
            self.missing.append(Need(options))
            return None
        if kind == "multi":
            return self._multi(options)
        asks_aws = described(kind).aws
        try:
            keyring = None if asks_aws and not self._aws else leaf_keyring(description, self._keys)
        except UsageError:
            if not asks_aws:
                raise
            keyring = None  # what only AWS can open was not checked when the manifest was read
        if keyring is None:
            self.missing.append(Need.AWS_KMS)
            return None
        self.observed.append(ObservedKeyring(keyring))
        return self.observed[-1]

    def _multi(self, options: Mapping[str, Any]) -> Keyring | None:
        generator = self._keyring(options["generator"]) if "generator" in options else None
        children = [self._keyring(child) for child in options.get("children", ())]
        available = [child for child in children if child is not None]
        return MultiKeyring(generator, available) if generator is not None or available else None

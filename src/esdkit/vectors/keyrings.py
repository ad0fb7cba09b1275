"""Key descriptions to keyrings and CMMs, and what became of them.

Strategy: a keyring is made once per description and process (reading an RSA key is slow) and wrapped anew for each vector, to see whether
its key was really tried. What is not available is left out of a multi-keyring and remembered.
Invariants: a description that no keyring accepts raises `UsageError`; manifests ask ``local_keyring`` while they are read, so that it never
happens in a run.
Not here: reading descriptions.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import assert_never

from esdkit import keyrings
from esdkit.cmm import CryptographicMaterialsManager, DefaultCmm, RequiredEncryptionContextCmm
from esdkit.crypto.secret import Secret
from esdkit.errors import DataKeyUnwrapError, UsageError
from esdkit.keyrings import (
    BranchKey,
    ClientSupplier,
    HierarchicalKeyring,
    Keyring,
    MultiKeyring,
    RawAesKeyring,
    RawEcdhKeyring,
    RawRsaKeyring,
    StaticBranchKeyStore,
    StaticDataKeyring,
)
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message import EncryptedDataKey
from esdkit.vectors.model import (
    AwsKms,
    GivenDataKey,
    KeyDescription,
    MultiKeyrings,
    Need,
    RawAes,
    RawEcdh,
    RawRsa,
    RequiredContext,
    StaticHierarchy,
    Unavailable,
)

_FOREVER = 86400.0  # seconds; the branch keys of a manifest do not change

__all__ = ["ObservedKeyring", "OpenedKeys", "local_keyring", "open_keys"]


@lru_cache(maxsize=256)
def local_keyring(description: RawAes | RawRsa | RawEcdh | GivenDataKey | StaticHierarchy) -> Keyring:
    """The keyring of a description that needs nothing but itself.

    Raises:
        UsageError: ``invalid-key`` or ``invalid-argument``.
    """
    match description:
        case RawAes():
            return RawAesKeyring(description.namespace, description.name, description.wrapping_key)
        case RawRsa():
            return RawRsaKeyring(description.namespace, description.name, description.padding, private_key=description.private_key)
        case GivenDataKey():
            return StaticDataKeyring(description.data_key)
        case RawEcdh(curve=curve, private_key=private_key, public_key=None):
            return RawEcdhKeyring.discovery(curve, private_key=private_key)
        case RawEcdh(curve=curve, private_key=private_key, public_key=public_key):
            assert public_key is not None
            return RawEcdhKeyring.static(curve, private_key=private_key, public_key=public_key)
        case StaticHierarchy():
            key = BranchKey(branch_key_id=description.branch_key_id, version=description.version, key=Secret(description.branch_key))
            return HierarchicalKeyring(StaticBranchKeyStore([key]), branch_key_id=key.branch_key_id, ttl=_FOREVER)
    assert_never(description)


class ObservedKeyring:
    """A keyring that remembers whether its key was tried on an encrypted data key that it took for its own, and was refused."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self.refused = False

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """As the keyring."""
        return self._keyring.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """As the keyring."""
        try:
            return self._keyring.on_decrypt(materials, encrypted_data_keys)
        except DataKeyUnwrapError as error:
            self.refused = any(attempt.tried for attempt in error.attempts)
            raise


@dataclass(frozen=True, slots=True)
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
        """Whether every key of the description was at hand, was really tried, and was refused."""
        return bool(self.keyrings) and not self.missing and all(keyring.refused for keyring in self.keyrings)


def open_keys(description: KeyDescription | None, unstored: Collection[str] = (), *, aws: bool = False) -> OpenedKeys:
    """Make the keyring or CMM of a description.

    Args:
        description: None for a vector without keys.
        unstored: the context keys that are reproduced and not stored in the message, for a CMM whose required keys the manifest leaves
            open.
        aws: whether AWS KMS may be asked, with the credentials and endpoints of the environment.
    """
    if isinstance(description, RequiredContext):
        below = open_keys(description.underlying, unstored, aws=aws)
        required = unstored if description.required_keys is None else description.required_keys
        manager = None if below.manager is None else RequiredEncryptionContextCmm(frozenset(required), below.manager)
        return OpenedKeys(manager, below.keyrings, below.missing)
    observed: list[ObservedKeyring] = []
    missing: list[Need] = []
    keyring = None if description is None else _keyring(description, observed, missing, aws=aws)
    return OpenedKeys(None if keyring is None else DefaultCmm(keyring), tuple(observed), tuple(missing))


def _keyring(description: KeyDescription, observed: list[ObservedKeyring], missing: list[Need], *, aws: bool) -> Keyring | None:
    """The keyring of a description; None if it is not available. Adds to ``observed`` and ``missing``."""
    match description:
        case Unavailable():
            keyring = _kms_keyring(description.aws) if aws and description.aws is not None else None
            if keyring is None:
                missing.append(description.need)
                return None
            observed.append(ObservedKeyring(keyring))
            return observed[-1]
        case MultiKeyrings():
            generator = None if description.generator is None else _keyring(description.generator, observed, missing, aws=aws)
            children = [_keyring(child, observed, missing, aws=aws) for child in description.children]
            available = [child for child in children if child is not None]
            return MultiKeyring(generator, available) if generator is not None or available else None
        case RequiredContext():
            raise AssertionError("manifests refuse a CMM inside of a keyring")
        case _:
            observed.append(ObservedKeyring(local_keyring(description)))
            return observed[-1]


@cache
def _clients() -> ClientSupplier:
    """The clients of a run, one for each region."""
    return ClientSupplier()


def _kms_keyring(description: AwsKms) -> Keyring | None:
    """A KMS keyring; None for a description that none can be made of, such as one with a key id that is none."""
    cls = getattr(keyrings, description.keyring)
    make = cls if description.method is None else getattr(cls, description.method)
    try:
        keyring: Keyring = make(**description.options, client_supplier=_clients())
    except UsageError:
        return None
    return keyring

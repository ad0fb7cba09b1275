"""The KMS keyrings that take the key's name from the message: discovery, and the same for multi-Region keys
(framework/aws-kms/aws-kms-discovery-keyring.md, aws-kms-mrk-discovery-keyring.md).

Strategy: the encrypted data key names its KMS key; a filter says which partition and accounts are trusted. Discovery asks each key in its
own region, in a bounded number of them for one message, because each costs a client. Multi-Region discovery asks in the regions that it was
given, one after the other, for the replica there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NoReturn

from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import (
    FILTER,
    DecryptionMaterials,
    EncryptionMaterials,
    Keyring,
    Refused,
    open_first,
    require_no_data_key,
    require_text,
    require_texts,
)
from esdkit.keyrings.description import Description, Option, Text, Texts
from esdkit.keyrings.kms.client import RegionalClientSupplier
from esdkit.keyrings.kms.requests import KMS_OPTIONS, KmsRequests, named_keys
from esdkit.keyrings.multi import MultiKeyring
from esdkit.message.arn import Arn
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import LIMITS, provider_id_of

__all__ = ["DESCRIPTIONS", "KmsDiscoveryKeyring", "KmsMrkDiscoveryKeyring"]

_PROVIDER_ID = provider_id_of("kms")


class _Discovery:
    """What both kinds share: the filter, and that they do not encrypt."""

    def __init__(
        self,
        account_ids: list[str] | tuple[str, ...] | Set[str] | None,
        partition: str,
        client_supplier: RegionalClientSupplier | None,
        grant_tokens: list[str] | tuple[str, ...],
    ) -> None:
        self._accounts = _names("account_ids", account_ids, '"111122223333"')
        self._partition = require_text("partition", partition, "aws")
        self._requests = KmsRequests(client_supplier, grant_tokens)

    def on_encrypt(self, materials: EncryptionMaterials) -> NoReturn:
        """Refuse: there is no message to take the key's name from; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: always.
        """
        # Reqs: KEY-KMD-001, KEY-MRK-007
        raise UsageError(Code.INVALID_ARGUMENT, "a discovery keyring only decrypts: to encrypt, use a KmsKeyring with the ARNs of the keys")

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Let KMS unwrap the first encrypted data key that the filter allows; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped; ``attempts`` says for each what KMS answered, and where.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-KMD-002, KEY-KMD-003, KEY-KMD-004, KEY-KMD-007, KEY-KMD-008, KEY-KMD-009
        require_no_data_key(materials)
        keys = named_keys(self, encrypted_data_keys, _PROVIDER_ID)
        context, length = dict(materials.encryption_context), materials.suite.data_key_length
        regions: set[str] = set()

        def open_data_key(encrypted_data_key: EncryptedDataKey) -> bytes:
            if encrypted_data_key.provider_id != _PROVIDER_ID:
                raise Refused(f"its provider id is not {_PROVIDER_ID.decode()}")
            stored = keys[encrypted_data_key.provider_info]
            key = self._asked(self._filtered(stored))
            _count_region(regions, key)
            request = {"CiphertextBlob": encrypted_data_key.ciphertext, "EncryptionContext": context}
            try:
                return self._requests.data_key(str(key), key.region, request, length)
            except Refused as refused:  # the keyring's own name does not say which key it was
                hint = refused.hint
                if key != stored and refused.code == "NotFoundException":
                    hint = f"{key.region} has no replica of this multi-Region key: ask in a region that has one, such as {stored.region}."
                raise Refused(f"{key}: {refused.reason}", tried=refused.tried, hint=hint, code=refused.code) from refused

        return open_first(self, materials, encrypted_data_keys, open_data_key)

    def _filtered(self, key: Arn) -> Arn:
        # Reqs: KEY-KMD-005, KEY-KMD-006, KEY-MRK-010
        if key.partition != self._partition:
            hint = f"Allow the partition: partition={key.partition!r}, or --partition {key.partition}."
            raise Refused(f"{key} is not in the partition {self._partition}", hint=hint, code=FILTER)
        if self._accounts and key.account not in self._accounts:
            hint = f"If you trust the account, allow it: account_ids, or --account {key.account}."
            raise Refused(f"{key} is not in the accounts {', '.join(self._accounts)}", hint=hint, code=FILTER)
        return key

    def _asked(self, key: Arn) -> Arn:
        """The key to ask for, in its region."""
        raise NotImplementedError


class KmsDiscoveryKeyring(_Discovery):
    """Decrypts with the KMS key that the message names, if your credentials may use it. It does not encrypt.

    Args:
        account_ids: accept only keys of these accounts; None for all. An empty list is refused: it would mean all or none.
        partition: accept only keys of this partition.
        regions: accept only keys of these regions; None for all.
        client_supplier: as in ``KmsKeyring``.
        grant_tokens: as in ``KmsKeyring``.

    Raises:
        UsageError: ``invalid-argument``: an argument that should be a list of strings is not, or is empty.
    """

    def __init__(
        self,
        *,
        account_ids: list[str] | tuple[str, ...] | Set[str] | None = None,
        partition: str = "aws",
        regions: list[str] | tuple[str, ...] | Set[str] | None = None,
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> None:
        # Reqs: KEY-KMD-001, KEY-KMD-005, KEY-KMD-006, KEY-KMD-010, KEY-KMD-011, KEY-KMM-004, KEY-KMM-005
        super().__init__(account_ids, partition, client_supplier, grant_tokens)
        self._regions = _names("regions", regions, '"eu-west-1"')

    def __repr__(self) -> str:
        return f"KmsDiscoveryKeyring(account_ids={self._accounts}, partition={self._partition!r}, regions={self._regions})"

    def _asked(self, key: Arn) -> Arn:
        # Reqs: KEY-KMD-010, KEY-KMM-005
        if self._regions and key.region not in self._regions:
            hint = f"Allow the region: regions, or --region {key.region}."
            if key.is_multi_region:
                hint += (
                    f" A replica of this multi-Region key opens it too: KmsMrkDiscoveryKeyring, or --kms-mrk-discovery {self._regions[0]}."
                )
            raise Refused(f"{key} is not in the regions {', '.join(self._regions)}", hint=hint, code=FILTER)
        return key


class _MrkRegion(_Discovery):
    """Multi-Region discovery in one region."""

    def __init__(
        self,
        region: str,
        account_ids: list[str] | None,
        partition: str,
        clients: RegionalClientSupplier | None,
        tokens: list[str] | tuple[str, ...],
    ) -> None:
        super().__init__(account_ids, partition, clients, tokens)
        self._region = region

    def __repr__(self) -> str:
        return f"KmsMrkDiscoveryKeyring(region={self._region!r}, account_ids={self._accounts}, partition={self._partition!r})"

    def _asked(self, key: Arn) -> Arn:
        # Reqs: KEY-MRK-008, KEY-MRK-009
        if key.is_multi_region:
            return key.in_region(self._region)
        if key.region != self._region:
            hint = f"Ask in its region too: regions, or --kms-mrk-discovery {key.region}."
            raise Refused(f"{key} is not a multi-Region key, and not in the region {self._region}", hint=hint, code=FILTER)
        return key


class KmsMrkDiscoveryKeyring:
    """Decrypts with the KMS key that the message names, or with a replica of it in one of your regions. It does not encrypt.

    Args:
        regions: the regions to ask, in this order.
        account_ids: as in ``KmsDiscoveryKeyring``.
        partition: as in ``KmsDiscoveryKeyring``.
        client_supplier: as in ``KmsKeyring``.
        grant_tokens: as in ``KmsKeyring``.

    Raises:
        UsageError: ``invalid-argument``: an argument that should be a list of strings is not, or is empty.
    """

    def __init__(
        self,
        *,
        regions: list[str] | tuple[str, ...],
        account_ids: list[str] | tuple[str, ...] | Set[str] | None = None,
        partition: str = "aws",
        client_supplier: RegionalClientSupplier | None = None,
        grant_tokens: list[str] | tuple[str, ...] = (),
    ) -> None:
        # Reqs: KEY-MRK-006, KEY-MRK-007, KEY-KMM-004, KEY-KMM-007
        names = _names("regions", regions, '"eu-west-1"')
        if names is None:
            raise UsageError(Code.INVALID_ARGUMENT, "regions must have at least one region")
        accounts = _names("account_ids", account_ids, '"111122223333"')
        self._regions = [_MrkRegion(region, accounts, partition, client_supplier, grant_tokens) for region in names]
        self._all = MultiKeyring(children=self._regions)

    def __repr__(self) -> str:
        return f"KmsMrkDiscoveryKeyring({self._regions})"

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        """One for each region, in the order in which they are asked."""
        return tuple(self._regions)

    def on_encrypt(self, materials: EncryptionMaterials) -> NoReturn:
        """Refuse: there is no message to take the key's name from; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: always.
        """
        self._regions[0].on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Ask in each region in turn; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped; ``attempts`` says for each what KMS answered, and where.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-KMM-007
        return self._all.on_decrypt(materials, encrypted_data_keys)


def _count_region(regions: set[str], key: Arn) -> None:
    """Let the keys of a message cost no more clients than are allowed."""
    if key.region not in regions and len(regions) >= (most := LIMITS["discovery_regions"]):
        hint = f"If you expect the Region, allow it and the others that you expect: regions, or --region {key.region}."
        raise Refused(f"{key} was not asked: the message names keys in more than {most} Regions", hint=hint, code=FILTER)
    regions.add(key.region)


def _names(parameter: str, names: object, example: str) -> list[str] | None:
    """The names in their order; None if they were left out."""
    # Reqs: KEY-KMD-011, KEY-KMM-004
    if names is None:
        return None
    given = list(require_texts(parameter, names, example))
    if not given:
        raise UsageError(Code.INVALID_ARGUMENT, f"{parameter} is empty; leave it out to allow all")
    return given


_FILTER: Mapping[str, Option] = {"account_ids": Texts(), "partition": Text()}

DESCRIPTIONS = {
    "kms_discovery": Description(KmsDiscoveryKeyring, {}, {**_FILTER, "regions": Texts(), **KMS_OPTIONS}, aws=True),
    "kms_mrk_discovery": Description(KmsMrkDiscoveryKeyring, {"regions": Texts()}, {**_FILTER, **KMS_OPTIONS}, aws=True),
}

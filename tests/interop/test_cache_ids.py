"""Entry ids of the caching CMM against the Python SDK's, which has the formula of 2020."""

from __future__ import annotations

from typing import Any

import pytest

from esdkit.caches import Entry, LocalCache
from esdkit.cmm import CachingCmm, CommitmentPolicy, DecryptionRequest, EncryptionRequest
from esdkit.keyrings import EncryptedDataKey, RawAesKeyring
from esdkit.spec import SUITES
from tools.drivers.peer import python_sdk_installed

pytestmark = [
    pytest.mark.interop,
    pytest.mark.skipif(not python_sdk_installed(), reason="the Python SDK is not installed: make test does"),
]

PARTITION = "partition ä"
CONTEXTS = [{}, {"b": "2", "a": "1", "": "€"}]
KEYS = [
    EncryptedDataKey(b"space", b"name", b"\xff" * 48),
    EncryptedDataKey(b"aws-kms", b"arn", bytes(100)),
    EncryptedDataKey(b"", b"", b""),
]


class Asked(Exception):
    """Carries the id that a cache was asked for."""


class Telling(LocalCache):
    """A cache that only tells what it is asked for."""

    def get(self, identifier: bytes) -> Entry | None:
        raise Asked(identifier)


def asked(request: EncryptionRequest | DecryptionRequest) -> bytes:
    keyring = RawAesKeyring("space", "name", bytes(32))
    cmm = CachingCmm(keyring=keyring, cache=Telling(1), max_age=60, partition_id=PARTITION, entry_ids="sha512")
    with pytest.raises(Asked) as caught:
        cmm.get_encryption_materials(request) if isinstance(request, EncryptionRequest) else cmm.decrypt_materials(request)
    identifier: bytes = caught.value.args[0]
    return identifier


def algorithm(suite_id: int) -> Any:
    from aws_encryption_sdk.identifiers import AlgorithmSuite

    return AlgorithmSuite.get_by_id(suite_id)


@pytest.mark.req("CMM-CAC-023")
@pytest.mark.parametrize("context", CONTEXTS, ids=["empty", "pairs"])
@pytest.mark.parametrize("suite_id", [None, 0x0178, 0x0378, 0x0478, 0x0578])
def test_older_id_of_an_encryption_is_the_sdk_s(suite_id: int | None, context: dict[str, str]) -> None:
    from aws_encryption_sdk.caches import build_encryption_materials_cache_key
    from aws_encryption_sdk.identifiers import CommitmentPolicy as TheirPolicy
    from aws_encryption_sdk.materials_managers import EncryptionMaterialsRequest

    suite = None if suite_id is None else SUITES[suite_id]
    policy = (
        CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT
        if suite is None or suite.commitment
        else CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT
    )
    theirs = EncryptionMaterialsRequest(
        encryption_context=context,
        frame_length=4096,
        algorithm=None if suite_id is None else algorithm(suite_id),
        commitment_policy=TheirPolicy[policy.name],
    )
    ours = EncryptionRequest(encryption_context=context, commitment_policy=policy, suite=suite, max_plaintext_length=1)
    assert asked(ours) == build_encryption_materials_cache_key(PARTITION.encode(), theirs)


@pytest.mark.req("CMM-CAC-023")
@pytest.mark.parametrize("context", CONTEXTS, ids=["empty", "pairs"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_older_id_of_a_decryption_is_the_sdk_s(count: int, context: dict[str, str]) -> None:
    from aws_encryption_sdk.caches import build_decryption_materials_cache_key
    from aws_encryption_sdk.identifiers import CommitmentPolicy as TheirPolicy
    from aws_encryption_sdk.materials_managers import DecryptionMaterialsRequest
    from aws_encryption_sdk.structures import EncryptedDataKey as TheirKey
    from aws_encryption_sdk.structures import MasterKeyInfo

    policy = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
    their_keys = {
        TheirKey(key_provider=MasterKeyInfo(key.provider_id.decode(), key.provider_info), encrypted_data_key=key.ciphertext)
        for key in KEYS[:count]
    }
    theirs = DecryptionMaterialsRequest(
        encrypted_data_keys=their_keys,
        algorithm=algorithm(0x0478),
        encryption_context=context,
        commitment_policy=TheirPolicy[policy.name],
    )
    ours = DecryptionRequest(suite=SUITES[0x0478], commitment_policy=policy, encrypted_data_keys=KEYS[:count], encryption_context=context)
    assert asked(ours) == build_decryption_materials_cache_key(PARTITION.encode(), theirs)

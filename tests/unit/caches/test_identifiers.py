"""Ids of cache entries: the formula, byte for byte, and partitions."""

import hashlib
from typing import Any
from uuid import UUID

import pytest

from esdkit.caches.identifiers import Resource, Scope, entry_id, require_partition_id
from esdkit.errors import Code, UsageError


@pytest.mark.req("CMC-IDS-001")
@pytest.mark.parametrize(
    ("resource", "scope", "partition", "suffix", "data"),
    [
        (Resource.CACHING_CMM, Scope.ENCRYPT, "p", (b"\0", b""), b"\x01\0\x01\0p\0\0\0"),
        (Resource.CACHING_CMM, Scope.DECRYPT, "päß", (b"\x04\x78", b"k", b"c"), b"\x01\0\x02\0p\xc3\xa4\xc3\x9f\0\x04\x78\0k\0c"),
        (Resource.HIERARCHICAL_KEYRING, Scope.ENCRYPT, "p", (b"store", b"branch"), b"\x02\0\x01\0p\0store\0branch"),
        (Resource.HIERARCHICAL_KEYRING, Scope.DECRYPT, "", (b"s", b"b", b"v"), b"\x02\0\x02\0\0s\0b\0v"),
    ],
)
def test_entry_id_is_the_hash_of_the_fields(
    resource: Resource, scope: Scope, partition: str, suffix: tuple[bytes, ...], data: bytes
) -> None:
    assert entry_id(resource, scope, partition, *suffix) == hashlib.sha384(data).digest()


@pytest.mark.req("CMC-IDS-002", "CMM-CAC-004")
def test_partition_id_is_the_given_one_or_unique() -> None:
    assert [require_partition_id(given) for given in ("", "p", "päß")] == ["", "p", "päß"]
    ids = {require_partition_id(None) for _ in range(100)}
    assert len(ids) == 100
    assert {UUID(one).version for one in ids} == {4}


@pytest.mark.req("CMC-IDS-002", kind="negative")
@pytest.mark.parametrize("partition", ["a\0b", "\0", "\ud800", b"p", 5], ids=repr)
def test_partition_id_that_could_be_another_one_is_refused(partition: Any) -> None:
    with pytest.raises(UsageError) as error:
        require_partition_id(partition)
    assert error.value.code is Code.INVALID_ARGUMENT

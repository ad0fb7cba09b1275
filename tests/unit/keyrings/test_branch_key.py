"""Branch keys and the store that holds those of the caller."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from esdkit.crypto.secret import Secret
from esdkit.errors import Code, KeyStoreError, UsageError
from esdkit.keyrings import BranchKey, BranchKeyStore, StaticBranchKeyStore

VERSION = "e9ce18a3-edb5-4272-9f86-1cacb7997ff6"
KEY = Secret(bytes(32))
GIVEN: dict[str, Any] = {"branch_key_id": "k", "version": VERSION, "key": KEY}


@pytest.mark.req("HIE-BRK-001")
def test_branch_key_keeps_its_version_in_both_forms() -> None:
    key = BranchKey(**GIVEN)
    assert uuid.UUID(bytes=key.version_bytes) == uuid.UUID(VERSION)
    assert "00" * 8 not in repr(key)


@pytest.mark.req("HIE-BRK-001", kind="negative")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"branch_key_id": ""}, Code.INVALID_ARGUMENT),
        ({"branch_key_id": None}, Code.INVALID_ARGUMENT),
        ({"branch_key_id": "\ud800"}, Code.INVALID_ARGUMENT),
        ({"version": VERSION.upper()}, Code.INVALID_ARGUMENT),
        ({"version": VERSION.replace("-", "")}, Code.INVALID_ARGUMENT),
        ({"version": "1"}, Code.INVALID_ARGUMENT),
        ({"version": None}, Code.INVALID_ARGUMENT),
        ({"key": Secret(bytes(31))}, Code.INVALID_KEY),
    ],
    ids=["empty-id", "no-id", "id-no-text", "capitals", "no-hyphens", "no-uuid", "no-version", "short-key"],
)
def test_what_is_no_branch_key_is_refused(change: dict[str, Any], code: Code) -> None:
    with pytest.raises(UsageError) as caught:
        BranchKey(**{**GIVEN, **change})
    assert caught.value.code is code


@pytest.mark.req("HIE-BRK-002")
@pytest.mark.req("HIE-BRK-002", kind="negative")
def test_static_store_gives_the_first_as_active_and_each_version() -> None:
    first, second = BranchKey(**GIVEN), BranchKey(**{**GIVEN, "version": str(uuid.UUID(int=1))})
    store = StaticBranchKeyStore([first, second])
    assert isinstance(store, BranchKeyStore)
    assert store.active_branch_key("k") is first
    assert store.branch_key_version("k", second.version) is second
    missing: list[Callable[[], object]] = [
        lambda: store.active_branch_key("other"),
        lambda: store.branch_key_version("k", str(uuid.UUID(int=2))),
    ]
    for ask in missing:
        with pytest.raises(KeyStoreError) as caught:
            ask()
        assert caught.value.code is Code.BRANCH_KEY_MISSING

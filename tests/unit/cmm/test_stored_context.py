"""The CMM that demands stored keys of the encryption context."""

from typing import Any

import pytest

import esdkit
from esdkit.cmm import DefaultCmm, RequiredEncryptionContextCmm, StoredContextCmm
from esdkit.errors import AuthenticationError, Code, UsageError
from esdkit.keyrings import RawAesKeyring

AES = RawAesKeyring("space", "name", bytes(32))
CONTEXT = {"a": "1", "b": "2"}


def message(*, unstored: frozenset[str] = frozenset()) -> bytes:
    cmm = RequiredEncryptionContextCmm(unstored, AES) if unstored else DefaultCmm(AES)
    return esdkit.encrypt(source=b"text", cmm=cmm, encryption_context=CONTEXT)[0]


@pytest.mark.parametrize("below", [AES, DefaultCmm(AES), StoredContextCmm({"b"}, AES)], ids=["keyring", "cmm", "nested"])
@pytest.mark.parametrize("keys", [(), ("a",), ["a", "b"]], ids=["none", "one", "both"])
def test_message_that_stores_the_keys_is_read(below: Any, keys: Any) -> None:
    assert esdkit.decrypt(source=message(), cmm=StoredContextCmm(keys, below))[0] == b"text"


@pytest.mark.parametrize(("keys", "missing"), [({"a", "c"}, "'c'"), ({"d", "c"}, "'c'"), ({"A"}, "'A'")], ids=["other", "first", "case"])
def test_message_that_does_not_store_a_key_is_refused(keys: set[str], missing: str) -> None:
    with pytest.raises(AuthenticationError) as caught:
        esdkit.decrypt(source=message(), cmm=StoredContextCmm(keys, AES))
    assert (caught.value.code, caught.value.path) == (Code.ENCRYPTION_CONTEXT_MISMATCH, "header.encryption_context")
    assert missing in caught.value.message


def test_pair_that_is_given_again_but_not_stored_is_refused() -> None:
    cmm = StoredContextCmm({"a"}, AES)
    with pytest.raises(AuthenticationError) as caught:
        esdkit.decrypt(source=message(unstored=frozenset("a")), cmm=cmm, encryption_context={"a": "1"})
    assert caught.value.code is Code.ENCRYPTION_CONTEXT_MISMATCH


def test_nothing_is_demanded_of_a_message_that_is_written() -> None:
    data, _ = esdkit.encrypt(source=b"text", cmm=StoredContextCmm({"a"}, AES))
    assert esdkit.decrypt(source=data, keyring=AES)[0] == b"text"


def test_refused_keys_are_not_one_text() -> None:
    with pytest.raises(UsageError) as caught:
        StoredContextCmm("key", AES)
    assert caught.value.code is Code.INVALID_ARGUMENT


def test_cmm_shows_what_it_demands_and_what_it_asks() -> None:
    cmm = StoredContextCmm({"b", "a"}, AES)
    assert repr(cmm) == f"StoredContextCmm(['a', 'b'], {DefaultCmm(AES)!r})"
    assert isinstance(cmm.underlying, DefaultCmm)

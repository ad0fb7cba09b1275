"""A string is a sequence of strings, but where a list is meant it is a mistake: it is refused, with the way to write it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

import esdkit
from esdkit.cmm import RequiredEncryptionContextCmm
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError
from esdkit.keyrings import (
    BranchKey,
    ClientSupplier,
    DynamoDbKeyStore,
    KmsConfiguration,
    KmsDiscoveryKeyring,
    KmsEcdhKeyring,
    KmsKeyring,
    KmsMrkDiscoveryKeyring,
    KmsMrkKeyring,
    KmsRsaKeyring,
    MultiKeyring,
    RawAesKeyring,
    StaticBranchKeyStore,
)
from tests.each import each

KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
PUBLIC_KEY = ec.derive_private_key(5, ec.SECP256R1()).public_key()
KEYRING = RawAesKeyring("a", "b", bytes(32))


def _store(tokens: Any) -> DynamoDbKeyStore:
    return DynamoDbKeyStore("keys", logical_name="keys", kms=KmsConfiguration.key(KEY), grant_tokens=tokens)


def _ecdh(tokens: Any) -> KmsEcdhKeyring:
    return KmsEcdhKeyring.discovery("P-256", key_id=KEY, own_public_key=PUBLIC_KEY, grant_tokens=tokens)


LISTS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "KmsKeyring": ("key_ids", lambda given: KmsKeyring(given)),
    "KmsKeyring tokens": ("grant_tokens", lambda given: KmsKeyring([KEY], grant_tokens=given)),
    "KmsMrkKeyring": ("key_ids", lambda given: KmsMrkKeyring(given)),
    "KmsDiscoveryKeyring accounts": ("account_ids", lambda given: KmsDiscoveryKeyring(account_ids=given)),
    "KmsDiscoveryKeyring regions": ("regions", lambda given: KmsDiscoveryKeyring(regions=given)),
    "KmsDiscoveryKeyring tokens": ("grant_tokens", lambda given: KmsDiscoveryKeyring(grant_tokens=given)),
    "KmsMrkDiscoveryKeyring regions": ("regions", lambda given: KmsMrkDiscoveryKeyring(regions=given)),
    "KmsMrkDiscoveryKeyring accounts": ("account_ids", lambda given: KmsMrkDiscoveryKeyring(regions=["a"], account_ids=given)),
    "KmsRsaKeyring": ("grant_tokens", lambda given: KmsRsaKeyring(KEY, grant_tokens=given)),
    "KmsEcdhKeyring": ("grant_tokens", _ecdh),
    "ClientSupplier": ("regions", lambda given: ClientSupplier(regions=given)),
    "DynamoDbKeyStore": ("grant_tokens", _store),
    "MultiKeyring": ("children", lambda given: MultiKeyring(children=given)),
    "StaticBranchKeyStore": ("keys", lambda given: StaticBranchKeyStore(given)),
    "RequiredEncryptionContextCmm": ("required_keys", lambda given: RequiredEncryptionContextCmm(given, KEYRING)),
    "Client": ("compat", lambda given: esdkit.Client(compat=given)),
}
each_list = each("case", LISTS)


def _refusal(case: str, given: Any) -> str:
    with pytest.raises(UsageError) as caught:
        LISTS[case][1](given)
    assert caught.value.code is Code.INVALID_ARGUMENT
    return str(caught.value)


@each_list
@each("given", ["secret", b"secret", 5], ids=["text", "bytes", "number"])
def test_what_is_no_list_is_refused_with_advice(case: str, given: Any) -> None:
    text = _refusal(case, given)
    kind = "a string" if isinstance(given, str) else type(given).__name__
    parameter = LISTS[case][0]
    assert text.startswith(f"{parameter} is {kind}; pass a list: {parameter}=[")
    assert "secret" not in text  # it may be a grant token


@each_list
def test_list_of_something_else_is_refused(case: str) -> None:
    assert _refusal(case, [object()])


@each("case", [case for case, (name, _) in LISTS.items() if name not in ("required_keys", "children", "keys")])
def test_list_with_an_empty_string_is_refused(case: str) -> None:
    assert _refusal(case, [""])


def test_lists_tuples_sets_and_generators_are_taken() -> None:
    kinds: tuple[Any, ...] = (list, tuple, set, frozenset, iter)
    for kind in kinds:
        KmsDiscoveryKeyring(account_ids=kind(["111122223333"]), regions=kind(["eu-west-1"]), grant_tokens=kind(["t"]))
        KmsKeyring(kind([KEY]))
        ClientSupplier(regions=kind(["eu-west-1"]))
        RequiredEncryptionContextCmm(kind(["purpose", ""]), KEYRING)
        MultiKeyring(children=kind([KEYRING]))
        esdkit.Client(compat=kind(["net-4.0.0"]))
    key = BranchKey(branch_key_id="a", version="1234abcd-12ab-34cd-56ef-1234567890ab", key=Secret(bytes(32)))
    assert StaticBranchKeyStore(iter([key])).active_branch_key("a") is key


def test_single_keyring_instead_of_a_list_is_refused_with_advice() -> None:
    assert _refusal("MultiKeyring", KEYRING).startswith("children is RawAesKeyring; pass a list: children=[keyring, …]")

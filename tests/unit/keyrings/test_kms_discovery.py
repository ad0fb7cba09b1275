"""Discovery against a small KMS in this process: filter, regions, replicas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import InvalidRegionError

from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, MaterialsError, UsageError
from esdkit.keyrings import (
    DecryptionMaterials,
    EncryptedDataKey,
    EncryptionMaterials,
    Keyring,
    KmsDiscoveryKeyring,
    KmsKeyring,
    KmsMrkDiscoveryKeyring,
)
from esdkit.spec import LIMITS, SUITES
from tests.each import each
from tests.fake_kms import ACCOUNT, FRANKFURT, IRELAND, FakeKms, mrk

SUITE = SUITES[0x0478]
CONTEXT = {"creator": "ben"}
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
CHINA = "arn:aws-cn:kms:cn-north-1:111122223333:key/1"


@pytest.fixture
def kms() -> FakeKms:
    return FakeKms([IRELAND, FRANKFURT, mrk("us-east-1"), mrk("eu-west-1"), CHINA])


def sealed(kms: FakeKms, *arns: str) -> EncryptionMaterials:
    materials = KmsKeyring(arns, client_supplier=kms).on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT))
    kms.calls.clear()
    return materials


def refused(keyring: Keyring, materials: EncryptionMaterials) -> DataKeyUnwrapError:
    with pytest.raises(DataKeyUnwrapError) as caught:
        keyring.on_decrypt(DECRYPTION, materials.encrypted_data_keys)
    return caught.value


OPEN: dict[str, dict[str, Any]] = {
    "all": {},
    "account": {"account_ids": [ACCOUNT]},
    "both": {"account_ids": ["1", ACCOUNT], "regions": ["eu-central-1", "eu-west-1"]},
}


@pytest.mark.req("KEY-KMD-003", "KEY-KMD-005", "KEY-KMD-006", "KEY-KMD-007", "KEY-KMD-008", "KEY-KMD-010", "KEY-KMM-005", "KEY-KMM-004")
@pytest.mark.parametrize("case", OPEN)
def test_key_is_asked_as_the_message_names_it(kms: FakeKms, case: str) -> None:
    materials = sealed(kms, FRANKFURT, IRELAND)
    keyring = KmsDiscoveryKeyring(client_supplier=kms, grant_tokens=["g"], **OPEN[case])
    assert keyring.on_decrypt(DECRYPTION, materials.encrypted_data_keys).data_key == materials.data_key
    ((operation, region, request),) = kms.calls
    assert (operation, region, request["KeyId"]) == ("Decrypt", "eu-central-1", FRANKFURT)
    assert (request["EncryptionContext"], request["GrantTokens"]) == (CONTEXT, ["g"])


@pytest.mark.req("KEY-KMD-003", "KEY-KMD-005", "KEY-KMD-006", "KEY-KMD-010", "KEY-KMM-005", kind="negative")
@pytest.mark.parametrize(
    ("arn", "options"),
    [
        (IRELAND, {"account_ids": ["444455556666"]}),
        (IRELAND, {"account_ids": [ACCOUNT[:-1], f"{ACCOUNT}0", f" {ACCOUNT}"]}),
        (IRELAND, {"account_ids": [ACCOUNT], "partition": "aws-cn"}),
        (CHINA, {"account_ids": [ACCOUNT]}),
        (IRELAND, {"regions": ["us-east-1"]}),
        (IRELAND, {"regions": ["eu-west", "eu-west-11", "EU-WEST-1"]}),
        (CHINA, {}),
        (IRELAND, {"partition": "aws-cn"}),
        (CHINA, {"partition": "aws-c"}),
    ],
    ids=[
        "account",
        "like-account",
        "account-elsewhere",
        "account-in-china",
        "region",
        "like-region",
        "china",
        "other-partition",
        "like-partition",
    ],
)
def test_key_outside_the_filter_is_not_asked(kms: FakeKms, arn: str, options: dict[str, Any]) -> None:
    materials = sealed(kms, arn)
    error = refused(KmsDiscoveryKeyring(client_supplier=kms, **options), materials)
    assert arn in error.attempts[0].reason
    assert kms.calls == []
    other = replace(materials, encrypted_data_keys=(replace(materials.encrypted_data_keys[0], provider_id=b"aws-kmsx"),))
    refused(KmsDiscoveryKeyring(client_supplier=kms), other)
    assert kms.calls == []


def test_partition_is_chosen(kms: FakeKms) -> None:
    materials = sealed(kms, CHINA)
    keyring = KmsDiscoveryKeyring(partition="aws-cn", client_supplier=kms)
    assert keyring.on_decrypt(DECRYPTION, materials.encrypted_data_keys).data_key == materials.data_key


@pytest.mark.req("KEY-KMD-009")
@pytest.mark.req("KEY-KMD-007", "KEY-KMD-008", "KEY-KMD-009", kind="negative")
def test_failed_attempts_are_collected_and_the_next_key_opens(kms: FakeKms) -> None:
    materials = sealed(kms, FRANKFURT, IRELAND)
    kms.down = {"eu-central-1"}
    keyring = KmsDiscoveryKeyring(client_supplier=kms)
    assert keyring.on_decrypt(DECRYPTION, materials.encrypted_data_keys).data_key == materials.data_key
    kms.fail = lambda operation, region: "AccessDeniedException" if region == "eu-west-1" else None
    error = refused(keyring, materials)
    assert [attempt.edk_index for attempt in error.attempts] == [0, 1]
    for attempt, key, aws_code in zip(
        error.attempts, (FRANKFURT, IRELAND), ("EndpointConnectionError", "AccessDeniedException"), strict=True
    ):
        assert key in attempt.reason
        assert aws_code in attempt.reason
        assert attempt.hint
    kms.down, kms.fail = set(), lambda operation, region: None
    for answer in ({"KeyId": "other"}, {"Plaintext": bytes(16)}):
        kms.change = lambda given, answer=answer: {**given, **answer}  # type: ignore[misc]
        assert all(attempt.tried for attempt in refused(keyring, materials).attempts)


@pytest.mark.req("KEY-KMD-004")
@pytest.mark.req("KEY-KMD-004", kind="negative")
@pytest.mark.parametrize("kind", ["discovery", "mrk"])
def test_provider_information_that_is_no_key_arn_fails_the_whole(kms: FakeKms, kind: str) -> None:
    materials = sealed(kms, IRELAND)
    good = materials.encrypted_data_keys[0]
    mrk_discovery = KmsMrkDiscoveryKeyring(regions=["eu-west-1"], client_supplier=kms)
    keyring = KmsDiscoveryKeyring(client_supplier=kms) if kind == "discovery" else mrk_discovery
    refused(keyring, replace(materials, encrypted_data_keys=(good, replace(good, provider_info=b"x"))))
    assert kms.calls == []


@pytest.mark.req("KEY-KMD-001", "KEY-KMD-002", "KEY-MRK-007")
@pytest.mark.req("KEY-KMD-001", "KEY-KMD-002", "KEY-MRK-007", kind="negative")
@pytest.mark.parametrize("keyring", [KmsDiscoveryKeyring(), KmsMrkDiscoveryKeyring(regions=["eu-west-1"])], ids=["discovery", "mrk"])
def test_discovery_does_not_encrypt_nor_replace_a_data_key(keyring: KmsDiscoveryKeyring | KmsMrkDiscoveryKeyring) -> None:
    with pytest.raises(UsageError):
        keyring.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={}))
    with pytest.raises(MaterialsError):
        keyring.on_decrypt(DECRYPTION.with_data_key(bytes(32)), [])


@pytest.mark.req("KEY-MRK-006", "KEY-MRK-008", "KEY-MRK-009", "KEY-MRK-010", "KEY-KMM-007")
def test_replica_is_asked_in_the_given_regions(kms: FakeKms) -> None:
    materials = sealed(kms, mrk("us-east-1"))
    keyring = KmsMrkDiscoveryKeyring(regions=["eu-central-1", "eu-west-1"], account_ids=[ACCOUNT], client_supplier=kms)
    assert keyring.on_decrypt(DECRYPTION, materials.encrypted_data_keys).data_key == materials.data_key
    assert [(region, request["KeyId"]) for _, region, request in kms.calls] == [
        ("eu-central-1", mrk("eu-central-1")),
        ("eu-west-1", mrk("eu-west-1")),
    ]
    plain = sealed(kms, IRELAND)
    assert keyring.on_decrypt(DECRYPTION, plain.encrypted_data_keys).data_key == plain.data_key
    assert kms.operations() == [("Decrypt", "eu-west-1")]


@pytest.mark.req("KEY-MRK-008", "KEY-MRK-009", "KEY-MRK-010", kind="negative")
def test_replica_outside_the_filter_and_other_keys_elsewhere_are_not_asked(kms: FakeKms) -> None:
    refused(KmsMrkDiscoveryKeyring(regions=["eu-west-1"], account_ids=["444455556666"], client_supplier=kms), sealed(kms, mrk("us-east-1")))
    assert kms.calls == []
    refused(KmsMrkDiscoveryKeyring(regions=["eu-west-1"], client_supplier=kms), sealed(kms, FRANKFURT))
    assert kms.calls == []
    materials = sealed(kms, mrk("us-east-1"))
    kms.change = lambda answer: {**answer, "KeyId": mrk("us-east-1")}
    assert refused(KmsMrkDiscoveryKeyring(regions=["eu-west-1"], client_supplier=kms), materials).attempts[0].tried


EMPTY: dict[str, Callable[[], object]] = {
    "no-accounts": lambda: KmsDiscoveryKeyring(account_ids=[]),
    "no-accounts-tuple": lambda: KmsDiscoveryKeyring(account_ids=()),
    "no-regions": lambda: KmsDiscoveryKeyring(regions=[]),
    "mrk-no-accounts": lambda: KmsMrkDiscoveryKeyring(regions=["eu-west-1"], account_ids=[]),
    "account-number": lambda: KmsDiscoveryKeyring(account_ids=[int(ACCOUNT)]),  # type: ignore[list-item]
    "accounts-number": lambda: KmsDiscoveryKeyring(account_ids=int(ACCOUNT)),  # type: ignore[arg-type]
    "empty-account": lambda: KmsDiscoveryKeyring(account_ids=[""]),
    "account-text": lambda: KmsDiscoveryKeyring(account_ids=ACCOUNT),  # type: ignore[arg-type]
    "no-partition": lambda: KmsDiscoveryKeyring(partition=""),
    "empty-region": lambda: KmsDiscoveryKeyring(regions=[""]),
    "no-region": lambda: KmsMrkDiscoveryKeyring(regions=[]),
    "mrk-empty-region": lambda: KmsMrkDiscoveryKeyring(regions=[""]),
    "region-text": lambda: KmsMrkDiscoveryKeyring(regions="eu-west-1"),  # type: ignore[arg-type]
}


@pytest.mark.req("KEY-KMD-011")
@pytest.mark.req("KEY-KMD-011", "KEY-KMM-004", "KEY-KMM-007", "KEY-MRK-006", kind="negative")
@each("case", EMPTY)
def test_empty_names_are_refused(case: str) -> None:
    with pytest.raises(EsdkError) as caught:
        EMPTY[case]()
    assert caught.value.code is Code.INVALID_ARGUMENT


def test_filter_is_read_once_whatever_gives_it(kms: FakeKms) -> None:
    materials = sealed(kms, IRELAND)
    accounts: list[Any] = [(account for account in ["444455556666"]) for _ in range(2)]
    refused(KmsDiscoveryKeyring(account_ids=accounts[0], client_supplier=kms), materials)
    refused(KmsMrkDiscoveryKeyring(regions=["us-east-1", "eu-west-1"], account_ids=accounts[1], client_supplier=kms), materials)
    assert kms.calls == []


HOSTILE = ["arn:aws:kms:eu-west-1\n:1:key/k", "arn:aws:kms:eu-west-1:1:key/k\x1b[31m", "arn:aws:kms:eu-west-1:1:key/k\nERROR"]


@pytest.mark.req("KEY-KMD-004", kind="negative")
@pytest.mark.parametrize("text", HOSTILE)
def test_name_that_could_write_into_a_log_is_no_arn(kms: FakeKms, text: str) -> None:
    good = sealed(kms, IRELAND)
    hostile = replace(good, encrypted_data_keys=(replace(good.encrypted_data_keys[0], provider_info=text.encode()),))
    error = refused(KmsDiscoveryKeyring(client_supplier=kms), hostile)
    assert all(attempt.reason.isprintable() for attempt in error.attempts)
    assert kms.calls == []


@pytest.mark.req("KEY-KMD-009", kind="negative")
def test_supplier_that_cannot_make_a_client_leads_to_the_next_key(kms: FakeKms) -> None:
    def supplier(region: str | None) -> Any:
        if region == "eu-central-1":
            raise InvalidRegionError(region_name=region)
        return kms(region)

    materials = sealed(kms, FRANKFURT, IRELAND)
    keyring = KmsDiscoveryKeyring(client_supplier=supplier)
    assert keyring.on_decrypt(DECRYPTION, materials.encrypted_data_keys).data_key == materials.data_key


def invented(count: int) -> list[EncryptedDataKey]:
    return [EncryptedDataKey(b"aws-kms", IRELAND.replace("eu-west-1", f"x-y-{number}").encode(), b"blob") for number in range(count)]


@pytest.mark.req("KEY-KMD-007", kind="negative")
def test_message_that_names_many_regions_costs_a_bounded_number_of_clients(kms: FakeKms) -> None:
    asked: list[str | None] = []
    most = LIMITS["discovery_regions"]

    def supplier(region: str | None) -> Any:
        asked.append(region)
        return kms(region)

    keys = [*invented(most - 1), *sealed(kms, IRELAND).encrypted_data_keys]
    keyring = KmsDiscoveryKeyring(client_supplier=supplier)
    assert keyring.on_decrypt(DECRYPTION, keys).data_key is not None
    assert len(set(asked)) == most
    asked.clear()
    with pytest.raises(DataKeyUnwrapError) as caught:
        keyring.on_decrypt(DECRYPTION, [*invented(1000), *keys])
    assert len(set(asked)) == most
    last = caught.value.attempts[-1]
    assert last.code == "filter" and f"more than {most} Regions" in last.reason
    assert "--region eu-west-1" in (last.hint or "")
    bounded = KmsDiscoveryKeyring(client_supplier=supplier, regions=["eu-west-1"])
    assert bounded.on_decrypt(DECRYPTION, [*invented(1000), *keys]).data_key is not None

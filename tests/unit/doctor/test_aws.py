"""Keys that AWS holds: how often it is asked, which cause is named, and which step comes next."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric import rsa as rsa_keys
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import esdkit
from esdkit.cmm.config import read_keyring
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.json import diagnosis_to_json
from esdkit.errors import EsdkError
from esdkit.keyrings import (
    DecryptionMaterials,
    DynamoDbKeyStore,
    EncryptionMaterials,
    HierarchicalKeyring,
    Keyring,
    KmsConfiguration,
    KmsDiscoveryKeyring,
    KmsKeyring,
    KmsMrkDiscoveryKeyring,
    KmsRsaKeyring,
    MultiKeyring,
    RawRsaKeyring,
)
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms, FakeTable, mrk
from tests.unit.doctor.cases import MULTI, aes, cells, diagnosed, encrypted
from tests.unit.inspector.gallery import KEYS, of_keys

CHINA = IRELAND.replace("arn:aws:kms:eu-west-1", "arn:aws-cn:kms:cn-north-1")
_PRIVATE = rsa_keys.generate_private_key(65537, 2048)
_PUBLIC = _PRIVATE.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture
def kms() -> FakeKms:
    return FakeKms([IRELAND, FRANKFURT, CHINA, mrk("eu-west-1"), mrk("eu-central-1")])


def both(kms: FakeKms) -> KmsKeyring:
    return KmsKeyring([IRELAND, FRANKFURT], client_supplier=kms)


def asked_by_decrypt(kms: FakeKms, data: bytes, keyring: Keyring) -> list[tuple[str, str | None]]:
    kms.calls.clear()
    with suppress(EsdkError):
        esdkit.decrypt(source=data, keyring=keyring)
    return kms.operations()


# ---------------------------------------------------------------- requests
@pytest.mark.req("CLI-DOC-023")
@pytest.mark.parametrize(
    ("given", "refused", "outcomes"),
    [
        ([IRELAND], None, ["opens", "other-name"]),
        ([FRANKFURT, IRELAND], None, ["other-name", "not-asked", "opens", "other-name"]),
        ([IRELAND, FRANKFURT], "eu-west-1", ["not-reached", "other-name", "other-name", "opens"]),
        ([IRELAND, FRANKFURT], "all", ["not-reached", "other-name", "other-name", "not-reached"]),
    ],
    ids=["one", "first-opens", "second-opens", "none-opens"],
)
def test_aws_is_asked_as_decrypt_asks(kms: FakeKms, given: list[str], refused: str | None, outcomes: list[str]) -> None:
    data, keyring = encrypted(both(kms)), KmsKeyring(given, client_supplier=kms)
    kms.fail = lambda operation, region: "AccessDeniedException" if refused in (region, "all") else None
    asked = asked_by_decrypt(kms, data, keyring)
    kms.calls.clear()
    found = diagnosed(data, keyring)
    assert kms.operations() == asked and len(asked) == len(set(asked))
    assert [outcome for *_, outcome in cells(found)] == outcomes
    kms.calls.clear()
    everything = diagnosed(data, keyring, all_keys=True)
    assert len(kms.calls) == len(given)
    assert "not-asked" not in json.dumps(diagnosis_to_json(everything))


@pytest.mark.req("CLI-DOC-023")
def test_aws_is_asked_once_where_the_walk_ends_before_the_keys(kms: FakeKms) -> None:
    data = encrypted(both(kms), algorithm="0178")
    kms.calls.clear()
    found = diagnosed(data, both(kms), policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT")
    assert kms.operations() == [("Decrypt", "eu-west-1")]
    assert (found.verification.failed, found.cells[0].outcome, found.cells[3].outcome) == ("policy", "opens", "not-asked")


@pytest.mark.req("CLI-DOC-006", "CLI-DOC-023")
def test_aws_is_asked_where_verification_does_not_come_to_the_keys(kms: FakeKms) -> None:
    data = encrypted(both(kms), algorithm="0578")
    key = esdkit.parse(data).header.encryption_context["aws-crypto-public-key"].encode()
    kms.calls.clear()
    found = diagnosed(data.replace(key, b"!" + key[1:]), both(kms))
    assert found.verification.check("unwrap").outcome == "not-checked"
    assert kms.operations() == [("Decrypt", "eu-west-1"), ("Decrypt", "eu-central-1")]
    assert [outcome for *_, outcome in cells(found)] == ["does-not-open", "other-name", "other-name", "does-not-open"]


@pytest.mark.req("CLI-DOC-023", kind="negative")
def test_nothing_is_remembered_after_a_diagnosis(kms: FakeKms) -> None:
    data = encrypted(both(kms))
    for _ in range(2):
        kms.calls.clear()
        diagnosed(data, KmsDiscoveryKeyring(client_supplier=kms))
        assert len(kms.calls) == 1


# ---------------------------------------------------------------- cause
def said(found: Diagnosis) -> tuple[str, str]:
    return verdict(found), " ".join(advice(found))


@pytest.mark.req("CLI-DOC-024")
@pytest.mark.parametrize("code", ["DisabledException", "AccessDeniedException", "ThrottlingException", "NotFoundException"])
@pytest.mark.parametrize("make", [both, lambda kms: KmsDiscoveryKeyring(client_supplier=kms)], ids=["named", "discovery"])
def test_right_key_that_could_not_be_used_is_said_with_the_code_of_aws(kms: FakeKms, code: str, make: Callable[[FakeKms], Keyring]) -> None:
    data = encrypted(both(kms))
    kms.fail = lambda operation, region: code
    headline, todo = said(diagnosed(data, make(kms)))
    assert "The right key could not be used" in headline and headline.endswith(f"{code}.")
    assert "names are" not in headline and "Give a key" not in todo and ".." not in headline + todo
    assert str(diagnosed(data, make(kms)).error).count(".. ") == 0


FILTERS: dict[str, tuple[str, Callable[[FakeKms], Keyring], str, str]] = {
    "partition": (CHINA, lambda kms: KmsDiscoveryKeyring(client_supplier=kms), "not in the partition aws", "--partition aws-cn"),
    "account": (
        IRELAND,
        lambda kms: KmsDiscoveryKeyring(client_supplier=kms, account_ids=["444455556666"]),
        "not in the accounts 444455556666",
        "--account 111122223333",
    ),
    "region": (
        IRELAND,
        lambda kms: KmsDiscoveryKeyring(client_supplier=kms, regions=["eu-central-1"]),
        "not in the regions eu-central-1",
        "--region eu-west-1",
    ),
    "replica": (
        mrk("eu-west-1"),
        lambda kms: KmsDiscoveryKeyring(client_supplier=kms, regions=["eu-central-1"]),
        "not in the regions eu-central-1",
        "--kms-mrk-discovery eu-central-1",
    ),
    "single-region": (
        IRELAND,
        lambda kms: KmsMrkDiscoveryKeyring(client_supplier=kms, regions=["eu-central-1"]),
        "not a multi-Region key",
        "--kms-mrk-discovery eu-west-1",
    ),
}


@pytest.mark.req("CLI-DOC-024")
@pytest.mark.parametrize("case", FILTERS)
def test_filter_of_discovery_is_named_as_the_cause(kms: FakeKms, case: str) -> None:
    arn, make, cause, step = FILTERS[case]
    data = encrypted(KmsKeyring([arn], client_supplier=kms))
    kms.calls.clear()
    headline, todo = said(diagnosed(data, make(kms)))
    assert "filter of your discovery keyring" in headline and cause in headline
    assert step in todo and kms.calls == []


@pytest.mark.req("CLI-DOC-024")
def test_region_without_a_replica_is_named(kms: FakeKms) -> None:
    data = encrypted(KmsKeyring([mrk("eu-west-1")], client_supplier=kms))
    headline, todo = said(diagnosed(data, KmsMrkDiscoveryKeyring(client_supplier=kms, regions=["us-east-1"])))
    assert headline.endswith("NotFoundException.") and "us-east-1 has no replica" in todo and "eu-west-1" in todo


@pytest.mark.req("CLI-DOC-024")
def test_context_that_differs_is_a_cause_for_a_symmetric_key(kms: FakeKms) -> None:
    data = encrypted(both(kms), context={"a": "1"})
    headline, todo = said(diagnosed(data, both(kms), context={"b": "2"}))
    assert "InvalidCiphertextException: the encryption context differs" in headline
    assert "-c KEY=VALUE" in todo and "bytes" not in todo


def kms_rsa(kms: FakeKms, algorithm: str) -> KmsRsaKeyring:
    return KmsRsaKeyring(IRELAND, public_key=_PUBLIC, encryption_algorithm=algorithm, client_supplier=kms)


@pytest.mark.req("CLI-DOC-024")
def test_other_algorithm_of_an_rsa_key_is_the_cause_and_no_context_is() -> None:
    kms = FakeKms([IRELAND], rsa=_PRIVATE)
    data = encrypted(kms_rsa(kms, "RSAES_OAEP_SHA_1"))
    headline, todo = said(diagnosed(data, kms_rsa(kms, "RSAES_OAEP_SHA_256")))
    assert "InvalidCiphertextException" in headline and "encryption_algorithm differs from RSAES_OAEP_SHA_256" in headline
    assert "context differs" not in headline and "bytes" not in todo and "-c KEY=VALUE" not in todo
    assert "algorithm=RSAES_OAEP_SHA_1" in todo and "Give a key that" not in todo
    differs, _ = said(diagnosed(data, kms_rsa(kms, "RSAES_OAEP_SHA_1"), context={"a": "1"}))
    assert "another encryption context" in differs


# ---------------------------------------------------------------- branch keys
def hierarchical(kms: FakeKms, table: FakeTable, **changes: Any) -> HierarchicalKeyring:
    store = DynamoDbKeyStore(
        "branch-keys",
        logical_name=changes.pop("logical_name", "logical"),
        kms=KmsConfiguration.key(IRELAND),
        client_supplier=kms,
        dynamodb_client=table,
    )
    if not table.items:
        store.create_key("mine", {"a": "b"})
    return HierarchicalKeyring(store, branch_key_id="mine", ttl=60)


@pytest.mark.req("CLI-DOC-024")
@pytest.mark.parametrize(
    ("of_kms", "of_table", "changes", "code", "step"),
    [
        ("DisabledException", None, {}, "DisabledException", "enable it"),
        (None, "AccessDeniedException", {}, "AccessDeniedException", "dynamodb:GetItem"),
        (None, "EndpointConnectionError", {}, "EndpointConnectionError", "region of the table"),
        (None, None, {"logical_name": "other"}, "InvalidCiphertextException", "logical name that the branch key"),
    ],
    ids=["kms", "table", "unreachable", "logical-name"],
)
def test_branch_key_that_cannot_be_fetched_is_the_cause(
    kms: FakeKms, of_kms: str | None, of_table: str | None, changes: dict[str, Any], code: str, step: str
) -> None:
    table = FakeTable()
    data = encrypted(hierarchical(kms, table))
    kms.fail, table.fail = lambda operation, region: of_kms, lambda operation: of_table
    kms.calls.clear()
    table.calls.clear()
    headline, todo = said(diagnosed(data, hierarchical(kms, table, **changes)))
    assert "its branch key cannot be fetched" in headline and headline.endswith(f"{code}.")
    assert step in todo and "bytes" not in todo
    assert len(table.calls) == 1 and len(kms.calls) == (0 if of_table else 1)


@pytest.mark.req("CLI-DOC-023", "CLI-DOC-024")
def test_branch_key_is_fetched_once_and_what_it_does_not_open_is_not_its_bytes(kms: FakeKms) -> None:
    table = FakeTable()
    data = encrypted(hierarchical(kms, table))
    table.calls.clear()
    assert cells(diagnosed(data, hierarchical(kms, table))) == [(0, 0, "opens")]
    assert table.calls == ["GetItem"]
    headline, todo = said(diagnosed(data, hierarchical(kms, table), context={"b": "2"}))
    assert "the encryption context differs" in headline and "bytes" not in todo


# ---------------------------------------------------------------- steps
@pytest.mark.req("CLI-DOC-024")
def test_each_kind_of_key_has_its_step(kms: FakeKms) -> None:
    rsa, table = FakeKms([IRELAND], rsa=_PRIVATE), FakeTable()
    steps = {
        f"--kms {IRELAND} Give": encrypted(KmsKeyring([IRELAND], client_supplier=kms)),
        "--kms-mrk-discovery REGION": encrypted(KmsKeyring([mrk("eu-west-1")], client_supplier=kms)),
        f"--kms-rsa arn={IRELAND}": encrypted(kms_rsa(rsa, "RSAES_OAEP_SHA_256")),
        'hierarchical: {table_name: TABLE, table_region: REGION, logical_name: NAME, branch_key_id: "mine"': encrypted(
            hierarchical(kms, table)
        ),
    }
    for step, data in steps.items():
        assert step in said(diagnosed(data))[1]
        assert step.removesuffix(" Give") in said(diagnosed(data, aes()))[1]


@pytest.mark.req("CLI-DOC-024")
def test_data_key_of_a_keyring_that_is_not_released_is_said_not_to_open() -> None:
    todo = advice(diagnosed(of_keys(KEYS["kms-ml-kem"]), aes()))
    assert [line.startswith("Encrypted data key [0] needs ") for line in todo if line.endswith("esdkit cannot open it.")] == [True]


@pytest.mark.req("CLI-DOC-024")
def test_keyring_file_of_a_step_can_be_used(kms: FakeKms) -> None:
    table = FakeTable()
    (step,) = [line for line in advice(diagnosed(encrypted(hierarchical(kms, table)), aes())) if "hierarchical" in line]
    made = read_keyring(yaml.safe_load(step.partition("--keyring: ")[2]), lambda source, lengths: b"")
    assert "branch_key_id='mine'" in repr(made)


@pytest.mark.req("CLI-DOC-024", kind="negative")
def test_keys_that_aws_does_not_hold_have_no_step_of_aws(kms: FakeKms) -> None:
    for data in (MULTI, encrypted(MultiKeyring(generator=aes()))):
        assert "--kms" not in said(diagnosed(data, aes("other")))[1]
    opened = diagnosed(encrypted(both(kms)), both(kms))
    assert opened.error is None and advice(opened) == ()


class _Broken:
    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        raise NotImplementedError

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: object) -> DecryptionMaterials:
        return materials


@pytest.mark.req("CLI-DOC-024", kind="negative")
def test_keyring_that_failed_is_not_said_to_be_the_right_one() -> None:
    public = RawRsaKeyring("esdkit-vectors", "rsa-2048", "oaep-sha256", public_key=_PUBLIC)
    for keyring, cause in (
        (_Broken(), "It could not be used: the keyring returned"),
        (public, "It needs the private key, and you gave the public key"),
    ):
        headline, _ = said(diagnosed(MULTI, keyring))
        assert cause in headline and "right key" not in headline

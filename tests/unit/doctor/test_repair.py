"""Which messages are written again, and how."""

import base64

import pytest

import esdkit
from esdkit.cmm import DefaultCmm
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.repair import Extraction, Rewrite, plan_repair
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring
from esdkit.message import parse_header
from tests.each import each
from tests.unit.doctor.cases import BLOB, MULTI, aes, encrypted
from tests.unit.doctor.test_defects import Cutting

ALLOW = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"


def planned(data: bytes, keyring: Keyring, *, policy: str = ALLOW) -> tuple[Diagnosis, Extraction | Rewrite | None]:
    found = diagnose(data, keyring=keyring, policy=policy)
    plan = plan_repair(found, cmm=DefaultCmm(keyring), policy=policy, encryption_context={}, max_encrypted_data_keys=None, compat=())
    return found, plan


def written(plan: Extraction | Rewrite | None, keyring: Keyring) -> bytes:
    assert isinstance(plan, Rewrite)
    with plan.stream(DefaultCmm(keyring)) as stream:
        return stream.read()


@pytest.mark.req("CLI-DOC-020")
@each(
    "data",
    [base64.b64encode(MULTI), MULTI + b"\n", b'{"a":"' + base64.b64encode(MULTI) + b'"}', base64.b64encode(MULTI + bytes(9))],
    ids=["packed", "line break", "json", "zeros"],
)
@each("keyring", [None, aes(), aes(material="aes-256-other")], ids=["no key", "key", "wrong key"])
def test_bytes_that_are_whole_are_taken_out_as_they_are(data: bytes, keyring: Keyring | None) -> None:
    """No recipient is lost, and no key is needed."""
    found = diagnose(data, keyring=keyring)
    cmm = None if keyring is None else DefaultCmm(keyring)
    plan = plan_repair(found, cmm=cmm, policy=ALLOW, encryption_context={}, max_encrypted_data_keys=None, compat=())
    assert isinstance(plan, Extraction)
    assert b"".join(plan.pieces()) == MULTI


@pytest.mark.req("CLI-DOC-020", kind="negative")
def test_recipients_that_would_be_lost_are_named() -> None:
    keyring = aes(namespace="schlüssel")
    both = MultiKeyring(generator=Cutting(keyring), children=[aes(material="aes-256-other", name="second")])
    plan = planned(encrypted(both), keyring)[1]
    assert isinstance(plan, Rewrite)
    assert [lost[:3] for lost in plan.lost] == ["[1]"] and "second" in plan.lost[0]
    plan = planned(encrypted(both), MultiKeyring(children=[keyring, aes(material="aes-256-other", name="second")]))[1]
    assert isinstance(plan, Rewrite) and plan.lost == ()


@pytest.mark.req("CLI-DOC-020")
def test_namespace_that_was_cut_is_read_and_written_whole() -> None:
    keyring = aes(namespace="schlüssel")
    new = written(planned(encrypted(Cutting(keyring)), keyring)[1], keyring)
    assert parse_header(new)[0].encrypted_data_keys[0].provider_id == "schlüssel".encode()
    assert esdkit.decrypt(source=new, keyring=keyring)[0] == b"twenty bytes of text"


@pytest.mark.req("CLI-DOC-021")
def test_suite_that_the_policy_does_not_write_becomes_the_policys() -> None:
    keyring = aes(namespace="schlüssel")
    plan = planned(encrypted(Cutting(keyring), algorithm="0178"), keyring)[1]
    assert isinstance(plan, Rewrite) and not plan.keeps_suite
    assert parse_header(written(plan, keyring))[0].suite.commitment


@pytest.mark.req("CLI-DOC-021", kind="negative")
@pytest.mark.parametrize(
    ("data", "keyring"),
    [(MULTI, aes()), (base64.b64encode(MULTI[:300]), aes()), (BLOB, aes()), (base64.b64encode(BLOB), aes()), (MULTI, aes(name="x"))],
    ids=["fine", "packed-cut", "blob", "packed-blob", "wrong-key"],
)
def test_what_was_not_written_wrongly_is_not_written_again(data: bytes, keyring: RawAesKeyring) -> None:
    assert planned(data, keyring)[1] is None

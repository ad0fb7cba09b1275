"""Which messages are written again, and how."""

import base64

import pytest

import esdkit
from esdkit.cmm import DefaultCmm
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.rewrite import Rewrite, plan_rewrite
from esdkit.errors import Code, EsdkError
from esdkit.keyrings import Keyring, RawAesKeyring
from esdkit.message import parse_header
from tests.unit.doctor.cases import BLOB, MULTI, aes, encrypted
from tests.unit.doctor.test_defects import Cutting

ALLOW = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"


def planned(data: bytes, keyring: Keyring, *, policy: str = ALLOW) -> tuple[Diagnosis, Rewrite | None]:
    found = diagnose(data, keyring=keyring, policy=policy)
    cmm = DefaultCmm(keyring)
    plan = plan_rewrite(found, cmm=cmm, new_cmm=cmm, policy=policy, encryption_context={}, max_encrypted_data_keys=None, compat=())
    return found, plan


def written(plan: Rewrite | None) -> bytes:
    assert plan is not None
    with plan.stream() as stream:
        return stream.read()


@pytest.mark.req("CLI-DOC-020")
def test_packed_message_is_written_again_under_the_same_key() -> None:
    _, plan = planned(base64.b64encode(MULTI), aes())
    assert plan is not None and plan.keeps_suite
    old, new = parse_header(MULTI)[0], parse_header(written(plan))[0]
    assert (new.suite, new.frame_length) == (old.suite, old.frame_length)
    assert new.message_id != old.message_id


@pytest.mark.req("CLI-DOC-020")
def test_namespace_that_was_cut_is_read_and_written_whole() -> None:
    keyring = aes(namespace="schlüssel")
    new = written(planned(encrypted(Cutting(keyring)), keyring)[1])
    assert parse_header(new)[0].encrypted_data_keys[0].provider_id == "schlüssel".encode()
    assert esdkit.decrypt(source=new, keyring=keyring)[0] == b"twenty bytes of text"


@pytest.mark.req("CLI-DOC-021")
def test_suite_that_the_policy_does_not_write_becomes_the_policys() -> None:
    _, plan = planned(base64.b64encode(encrypted(aes(), algorithm="0178")), aes())
    assert plan is not None and not plan.keeps_suite
    assert parse_header(written(plan))[0].suite.commitment


@pytest.mark.req("CLI-DOC-021", kind="negative")
@pytest.mark.parametrize(
    ("data", "keyring"),
    [(MULTI, aes()), (MULTI[:300], aes()), (BLOB, aes()), (base64.b64encode(BLOB), aes()), (MULTI, aes(material="aes-256-other"))],
    ids=["fine", "cut", "blob", "packed-blob", "wrong-key"],
)
def test_what_was_not_written_wrongly_is_not_written_again(data: bytes, keyring: RawAesKeyring) -> None:
    assert planned(data, keyring)[1] is None


@pytest.mark.req("CLI-DOC-021", kind="negative")
def test_packed_message_that_is_not_read_says_why() -> None:
    with pytest.raises(EsdkError) as caught:
        planned(base64.b64encode(MULTI), aes(material="aes-256-other"))
    assert caught.value.code is Code.UNWRAP_FAILED

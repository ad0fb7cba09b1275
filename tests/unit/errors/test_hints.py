"""Hints by direction: what a refused writer is advised to do is not how to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import esdkit
from esdkit.cmm import RequiredEncryptionContextCmm
from esdkit.errors import Code, EsdkError
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.spec import SUITES, Suite, error_codes, error_for
from tests.drafts import KEYRING
from tests.each import each

FORBID, REQUIRE = "FORBID_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"
BOTH = MultiKeyring(KEYRING, [RawAesKeyring("other", "key", bytes(32))])
ONE_KEY = esdkit.Client(max_encrypted_data_keys=1)
REQUIRED = RequiredEncryptionContextCmm(["purpose"], KEYRING)

WRITING: dict[Code, Callable[[], object]] = {
    Code.POLICY_VIOLATION: lambda: esdkit.encrypt(source=b"", keyring=KEYRING, algorithm=0x0178),
    Code.EDK_LIMIT_EXCEEDED: lambda: ONE_KEY.encrypt(source=b"", keyring=BOTH),
    Code.REQUIRED_CONTEXT_MISSING: lambda: esdkit.encrypt(source=b"", cmm=REQUIRED),
}
READING: dict[Code, Callable[[], object]] = {
    Code.POLICY_VIOLATION: lambda: esdkit.decrypt(
        source=esdkit.Client(commitment_policy=FORBID).encrypt(source=b"", keyring=KEYRING)[0], keyring=KEYRING
    ),
    Code.EDK_LIMIT_EXCEEDED: lambda: ONE_KEY.decrypt(source=esdkit.encrypt(source=b"", keyring=BOTH)[0], keyring=BOTH),
    Code.REQUIRED_CONTEXT_MISSING: lambda: esdkit.decrypt(
        source=esdkit.encrypt(source=b"", cmm=REQUIRED, encryption_context={"purpose": "a"})[0], cmm=REQUIRED
    ),
}


def _error(call: Callable[[], object]) -> EsdkError:
    with pytest.raises(EsdkError) as caught:
        call()
    return caught.value


def test_every_hint_for_writers_has_its_case() -> None:
    assert {code for code, row in error_codes().items() if row.hint_writing is not None} == set(WRITING) == set(READING)


@pytest.mark.parametrize("code", WRITING)
def test_writer_and_reader_get_their_own_advice(code: Code) -> None:
    row = error_codes()[code]
    writing, reading = _error(WRITING[code]), _error(READING[code])
    assert (writing.code, writing.hint) == (code, row.hint_writing)
    assert (reading.code, reading.hint) == (code, row.hint)
    assert writing.hint != reading.hint


@each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
@each("policy", esdkit.CommitmentPolicy)
def test_advice_for_a_suite_that_the_policy_does_not_write_is_true(suite: Suite, policy: esdkit.CommitmentPolicy) -> None:
    """The hint says that one policy writes suites without commitment and the others those with it."""
    client = esdkit.Client(commitment_policy=policy)
    if suite.commitment != (policy.value == FORBID):
        client.encrypt(source=b"", keyring=KEYRING, algorithm=suite)
        return
    hint = _error(lambda: client.encrypt(source=b"", keyring=KEYRING, algorithm=suite)).hint or ""
    assert f"{FORBID} writes suites without key commitment, the other policies write suites with it" in hint
    assert "ALLOW_DECRYPT" not in hint.replace(FORBID, "")


def test_code_without_a_hint_for_writers_has_one_for_both() -> None:
    assert error_for(Code.PLAINTEXT_TOO_LONG, "what", writing=True).hint == error_codes()[Code.PLAINTEXT_TOO_LONG].hint

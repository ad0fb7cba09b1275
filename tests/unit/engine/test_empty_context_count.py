"""Old writers stored an empty encryption context as a count of zero: refused, unless a switch asks for such messages."""

from __future__ import annotations

import io
from typing import Any

import pytest

from esdkit import Client
from esdkit.doctor.advice import verdict
from esdkit.doctor.explain import diagnose
from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage
from esdkit.inspector import inspect
from esdkit.inspector.lint.findings import lint
from esdkit.message import build, parse
from esdkit.spec import SUITES, Suite, error_codes
from tests.drafts import KEYRING, OTHER_KEYRING, PLAINTEXT, valid
from tests.each import each
from tests.samples import native_ciphertext, native_keyring

STRICT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
LAX = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", compat=["empty-context-count"])
UNSIGNED = [suite for suite in SUITES.values() if not suite.signed]
each_unsigned = each("suite", UNSIGNED, ids=lambda suite: suite.hex_id)


def old(suite: Suite, frame_length: int | None = 8) -> bytes:
    """A message whose header stores an empty context as ``00 02 00 00``."""
    data = valid(suite, context={}, frame_length=frame_length).with_header(context_pairs=()).seal()
    assert parse(data, strict=False).header.context_pairs == ()
    return data


def into(client: Client, data: bytes) -> bytes:
    buffer = bytearray(100)
    length, _ = client.decrypt_into(buffer, source=data, keyring=KEYRING)
    return bytes(buffer[:length])


def pushed(client: Client, data: bytes) -> bytes:
    core = client.decryptor(keyring=KEYRING)
    for at in range(len(data)):
        core.feed(data[at : at + 1])
    core.finish()
    return core.take()


WAYS: dict[str, Any] = {
    "one-shot": lambda client, data: client.decrypt(source=data, keyring=KEYRING)[0],
    "into": into,
    "stream": lambda client, data: client.stream("decrypt", source=io.BytesIO(data), keyring=KEYRING).read(),
    "push": pushed,
    "range": lambda client, data: client.decrypt_range(source=data, keyring=KEYRING, start=0, end=100)[0],
}
each_way = each("way", WAYS.values(), ids=list(WAYS))


@pytest.mark.req("CLI-CFG-011")
@each_way
@each_unsigned
def test_switch_opens_the_message_in_every_way(suite: Suite, way: Any) -> None:
    assert way(LAX, old(suite)) == PLAINTEXT


@pytest.mark.req("CLI-CFG-011", "FMT-AAD-004", kind="negative")
@each_way
@each_unsigned
def test_message_is_refused_without_the_switch(suite: Suite, way: Any) -> None:
    with pytest.raises(MalformedMessage) as caught:
        way(STRICT, old(suite))
    assert (caught.value.code, caught.value.path) == (Code.AAD_COUNT_ZERO, "header.encryption_context.count")


@pytest.mark.req("CLI-CFG-011", kind="negative")
@pytest.mark.parametrize("frame_length", [8, None], ids=["framed", "non-framed"])
def test_switch_hides_nothing_else(frame_length: int | None) -> None:
    data = old(SUITES[0x0478], frame_length)
    for at in range(len(data)):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]):
            with pytest.raises(EsdkError) as caught:
                LAX.decrypt(source=broken, keyring=KEYRING)
            assert caught.value.code is not Code.AAD_COUNT_ZERO
            with pytest.raises(type(caught.value)) as fed:
                pushed(LAX, broken)
            assert fed.value.code is caught.value.code
    with pytest.raises(MalformedMessage) as twice:
        pairs = ((b"a", b"1"), (b"a", b"2"))
        LAX.decrypt(source=valid(0x0478).with_header(context_pairs=pairs).seal(), keyring=KEYRING)
    assert twice.value.code is Code.AAD_DUPLICATE_KEY


@pytest.mark.req("CLI-CFG-011")
@each_unsigned
def test_verification_passes_with_the_switch_and_names_the_count_without(suite: Suite) -> None:
    data = old(suite)
    assert LAX.verify(source=data, keyring=KEYRING, plaintext=PLAINTEXT).reached == "plaintext"
    found = STRICT.verify(source=data, keyring=KEYRING)
    assert found.failed == "parse" and found.error is not None and found.error.code is Code.AAD_COUNT_ZERO


@pytest.mark.req("CLI-CFG-011")
def test_message_of_the_vectors_opens_with_the_switch() -> None:
    data, keyring = native_ciphertext("parse-context-count-zero"), native_keyring("parse-context-count-zero")
    plaintext, header = LAX.decrypt(source=data, keyring=keyring)
    assert len(plaintext) == 20 and header.encryption_context == {}
    assert build(parse(data, strict=False)) == data


@pytest.mark.req("CLI-DOC-029")
def test_doctor_names_the_writer_and_what_to_do() -> None:
    data = old(SUITES[0x0478])
    found = diagnose(data, keyring=KEYRING)
    assert [(defect.row.id, defect.readable) for defect in found.defects] == [("empty-context-count", True)]
    assert verdict(found) == "The message was written wrongly by an old SDK, but can be read."
    assert found.opening and "--compat empty-context-count" in found.defects[0].row.advice
    assert diagnose(data, keyring=KEYRING, compat=["empty-context-count"]).error is None


@pytest.mark.req("CLI-DOC-029", kind="negative")
def test_doctor_claims_to_read_only_what_it_reads() -> None:
    data = old(SUITES[0x0478])
    assert [defect.readable for defect in diagnose(data).defects] == [False]
    assert [defect.readable for defect in diagnose(data, keyring=OTHER_KEYRING).defects] == [False]
    assert [defect.readable for defect in diagnose(data[:-1], keyring=KEYRING).defects] == [False]
    assert diagnose(valid(0x0478, context={}).seal(), keyring=KEYRING).defects == ()


def test_lint_names_the_count() -> None:
    assert "aad-count-zero" in [finding.rule for finding in lint(inspect(old(SUITES[0x0478])))]
    assert "empty-context-count" in (error_codes()[Code.AAD_COUNT_ZERO].hint or "")


def test_wrong_key_is_still_a_wrong_key() -> None:
    with pytest.raises(EsdkError) as caught:
        LAX.decrypt(source=old(SUITES[0x0478]), keyring=OTHER_KEYRING)
    assert not isinstance(caught.value, MalformedMessage | AuthenticationError)

"""What an encryption asks of its CMM, and what it does with the answer."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from esdkit import Client
from esdkit.cmm import CommitmentPolicy, DecryptionRequest, DefaultCmm, EncryptionRequest
from esdkit.crypto.kdf import derive_keys
from esdkit.errors import Code, EsdkError, PolicyError, UsageError
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.spec import SUITES, Suite

FIRST, SECOND = RawAesKeyring("tests", "first", bytes(32)), RawAesKeyring("tests", "second", bytes(16))
PLAINTEXT = b"plaintext"
CLIENT = Client(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)


class Recorder:
    """A default CMM that remembers what it was asked and answered."""

    def __init__(self) -> None:
        self.requests: list[EncryptionRequest] = []
        self.answers: list[EncryptionMaterials] = []

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        self.requests.append(request)
        self.answers.append(DefaultCmm(MultiKeyring(generator=FIRST, children=[SECOND])).get_encryption_materials(request))
        return self.answers[-1]

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        raise AssertionError("an encryption decrypts nothing")


def asked(way: str, **options: Any) -> EncryptionRequest:
    """The one request that an encryption makes."""
    cmm = Recorder()
    if way == "whole":
        CLIENT.encrypt(source=PLAINTEXT, cmm=cmm, **options)
    elif way == "into":
        CLIENT.encrypt_into(bytearray(2000), source=PLAINTEXT, cmm=cmm, **options)
    else:
        source = io.BufferedReader(io.BytesIO(PLAINTEXT)) if way == "unknown" else PLAINTEXT  # a wrapper does not say how much is left
        CLIENT.stream("encrypt", source=source, cmm=cmm, **options).read()
    [request] = cmm.requests
    return request


@pytest.mark.req("FMT-AAD-018", kind="negative")
def test_cmm_is_not_asked_for_a_reserved_key() -> None:
    cmm = Recorder()
    with pytest.raises(UsageError) as caught:
        CLIENT.encrypt(source=PLAINTEXT, cmm=cmm, encryption_context={"aws-crypto-own": "x"})
    assert (caught.value.code, cmm.requests) == (Code.INVALID_ARGUMENT, [])


@pytest.mark.req("CLI-ENC-002", "CLI-ENC-011", "CLI-ENC-012")
@pytest.mark.parametrize("way", ["whole", "stream"])
def test_request_holds_policy_and_empty_context_and_no_suite_when_none_is_named(way: str) -> None:
    request = asked(way)
    assert (request.commitment_policy, request.encryption_context, request.suite) == (CLIENT.commitment_policy, {}, None)


@pytest.mark.req("CLI-ENC-003", "CLI-ENC-012")
@pytest.mark.parametrize("way", ["whole", "stream"])
def test_request_holds_the_context_and_the_suite_that_were_given(way: str) -> None:
    request = asked(way, encryption_context={"key": "value"}, algorithm=0x0478)
    assert (request.encryption_context, request.suite) == ({"key": "value"}, SUITES[0x0478])


@pytest.mark.req("CLI-ENC-007", "CLI-ENC-013")
@pytest.mark.parametrize(
    ("way", "bound", "length"),
    [("whole", None, 9), ("whole", 20, 9), ("stream", None, 9), ("stream", 20, 9), ("unknown", None, None), ("unknown", 20, 20)],
    ids=["known", "known-and-bound", "stream", "stream-and-bound", "unknown", "bound"],
)
def test_request_holds_the_length_or_else_the_bound(way: str, bound: int | None, length: int | None) -> None:
    assert asked(way, max_plaintext_length=bound).max_plaintext_length == length


@pytest.mark.req("CLI-ENC-013")
def test_request_of_an_encryption_into_a_buffer_holds_the_length() -> None:
    assert asked("into").max_plaintext_length == len(PLAINTEXT)


@pytest.mark.req("CLI-ENC-008", "CLI-ENC-014", "CLI-ENC-017")
@pytest.mark.parametrize("suite", [None, SUITES[0x0478]], ids=str)
def test_header_holds_suite_context_and_data_keys_of_the_materials(suite: Suite | None) -> None:
    cmm = Recorder()
    _, header = CLIENT.encrypt(source=PLAINTEXT, cmm=cmm, algorithm=suite, encryption_context={"key": "value"}, frame_length=7)
    [materials] = cmm.answers
    assert (header.suite, header.encrypted_data_keys) == (materials.suite, materials.encrypted_data_keys)
    assert header.encryption_context == materials.encryption_context
    assert (header.framed, header.frame_length) == (True, 7)


@pytest.mark.req("CLI-ENC-004")
def test_frame_holds_4096_bytes_when_no_length_is_named() -> None:
    assert CLIENT.encrypt(source=PLAINTEXT, keyring=FIRST)[1].frame_length == 4096


@pytest.mark.req("CLI-ENC-014", kind="negative")
def test_suite_of_the_materials_that_the_policy_does_not_write_is_refused() -> None:
    class Own(Recorder):
        def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
            other = replace(request, commitment_policy=CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
            return super().get_encryption_materials(other)

    with pytest.raises(PolicyError) as caught:
        CLIENT.encrypt(source=PLAINTEXT, cmm=Own())
    assert caught.value.code is Code.POLICY_VIOLATION


@pytest.mark.req("CLI-ENC-002", kind="negative")
@pytest.mark.parametrize("given", [{}, {"keyring": FIRST, "cmm": Recorder()}], ids=["none", "both"])
def test_keyring_and_cmm_are_one_of_two(given: dict[str, Any]) -> None:
    with pytest.raises(EsdkError) as caught:
        CLIENT.encrypt(source=PLAINTEXT, **given)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("FMT-HAU-011")
def test_header_iv_of_version_1_is_stored_as_zeros() -> None:
    client = Client(commitment_policy=CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
    assert client.encrypt(source=PLAINTEXT, keyring=FIRST)[1].auth.iv == bytes(12)


@pytest.mark.req("FMT-HDR-017", "CLI-ENC-016")
@pytest.mark.parametrize("suite", [suite for suite in SUITES.values() if suite.commitment], ids=str)
def test_suite_data_is_the_commit_key_of_the_materials_data_key(suite: Suite) -> None:
    cmm = Recorder()
    _, header = CLIENT.encrypt(source=PLAINTEXT, cmm=cmm, algorithm=suite)
    data_key = cmm.answers[0].data_key
    assert data_key is not None
    assert header.suite_data == derive_keys(suite, data_key.reveal(), header.message_id).commit_key

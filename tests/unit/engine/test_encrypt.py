"""Encryption of whole plaintexts: what is written, what is refused, and that buffers are left clean."""

from __future__ import annotations

import array
import hashlib
import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any

import pytest

import esdkit
from esdkit import Client, CommitmentPolicy
from esdkit.cmm import DefaultCmm, RequiredEncryptionContextCmm
from esdkit.cmm.base import EncryptionRequest
from esdkit.crypto import aead
from esdkit.crypto.secret import Secret
from esdkit.engine import frames
from esdkit.errors import Code, EsdkError, MaterialsError, PolicyError, UsageError
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message import EncryptedDataKey, parse
from esdkit.message.header import build_header
from esdkit.message.sizes import footer_length, framed_body_length
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite
from tests.drafts import CONTEXT, KEYRING, each_signed, each_suite
from tests.each import each

FORBID = Client(commitment_policy=CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
REQUIRE = Client()
LENGTH = 16
SIZES = [0, 1, *(frames * LENGTH + more for frames in (1, 2, 3) for more in (-1, 0, 1)), 3 * LENGTH + 5]


def client_for(suite: Suite) -> Client:
    return REQUIRE if suite.commitment else FORBID


def shake(seed: bytes) -> Callable[[int], bytes]:
    """A random source that can be replayed."""
    stream = hashlib.shake_256(seed)
    drawn = 0

    def random(length: int) -> bytes:
        nonlocal drawn
        drawn += length
        return stream.digest(drawn)[-length:]

    return random


def refused(**arguments: Any) -> EsdkError:
    with pytest.raises(EsdkError) as caught:
        Client().encrypt(**{"source": b"x", "keyring": KEYRING, **arguments})
    return caught.value


# --- what is written ---


@pytest.mark.req("CLI-ENC-001", "CLI-ENC-018", "CLI-ENC-019", "CLI-ENC-020", "CLI-ENC-023", "CLI-ENC-024")
@pytest.mark.req("FMT-FRM-012", "FMT-FRM-014", "FMT-FRM-015", "FMT-FTR-001", "ALG-SUI-001", "SIG-VER-011")
@each_suite
def test_message_of_every_suite_and_size_decrypts_and_has_the_predicted_length(suite: Suite, subtests: pytest.Subtests) -> None:
    client = client_for(suite)
    written: dict[str, Any] = {"keyring": KEYRING, "encryption_context": CONTEXT, "algorithm": suite, "frame_length": LENGTH}
    for size in SIZES:
        with subtests.test(size=size):
            plaintext = bytes(range(size))
            data, header = client.encrypt(source=plaintext, **written)
            assert client.decrypt(source=data, keyring=KEYRING) == (plaintext, header)
            message = parse(data)
            assert isinstance(message.body, tuple)
            assert [len(frame.ciphertext) for frame in message.body] == ([LENGTH] * (size // LENGTH)) + [size % LENGTH]
            assert [frame.final for frame in message.body] == [False] * (len(message.body) - 1) + [True]
            assert len(data) == len(build_header(header)) + framed_body_length(suite, size, LENGTH) + footer_length(suite)


@pytest.mark.req("FMT-FRM-023")
@each_suite
def test_frames_carry_their_number_as_iv(suite: Suite) -> None:
    data, _ = client_for(suite).encrypt(source=bytes(5), keyring=KEYRING, algorithm=suite, frame_length=2)
    body = parse(data).body
    assert isinstance(body, tuple)
    assert [(frame.sequence_number, frame.iv) for frame in body] == [(number, number.to_bytes(12, "big")) for number in (1, 2, 3)]


@pytest.mark.req("CLI-ENC-026", "FMT-HDR-007")
@each_suite
def test_messages_from_one_injected_source_are_the_same_and_from_the_system_never(suite: Suite) -> None:
    def message(**options: Any) -> bytes:
        client = Client(commitment_policy=client_for(suite).commitment_policy, **options)
        return client.encrypt(source=b"plaintext", keyring=KEYRING, algorithm=suite, encryption_context=CONTEXT)[0]

    assert message(random=shake(b"a")) == message(random=shake(b"a"))
    assert message(random=shake(b"a")) != message(random=shake(b"b"))
    first, second = parse(message()).header, parse(message()).header
    assert first.message_id != second.message_id
    assert first.encrypted_data_keys != second.encrypted_data_keys


@pytest.mark.req("CLI-ENC-003", "CLI-ENC-012")
@pytest.mark.req("ALG-POL-004", "ALG-POL-007", "CLI-CFG-001")
@pytest.mark.parametrize(("policy", "suite"), [(policy, policy.default_suite) for policy in CommitmentPolicy])
def test_suite_is_the_policys_default_when_none_is_named(policy: CommitmentPolicy, suite: Suite) -> None:
    client = Client(commitment_policy=policy)
    assert client.encrypt(source=b"", keyring=KEYRING)[1].suite is suite
    assert suite.id == (0x0378 if policy is CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT else 0x0578)


@each_suite
def test_suite_is_named_in_many_ways(suite: Suite) -> None:
    for name in (suite.id, suite.name, suite.hex_id, f"0x{suite.hex_id}", suite):
        assert client_for(suite).encrypt(source=b"", keyring=KEYRING, algorithm=name)[1].suite is suite, name


@pytest.mark.req("FMT-AAD-017")
@pytest.mark.req("FMT-HAU-006", "FMT-HAU-007")
@each_suite
def test_required_context_is_authenticated_and_not_stored(suite: Suite) -> None:
    client, cmm = client_for(suite), RequiredEncryptionContextCmm(["tenant"], KEYRING)
    context = {"tenant": "blue", "stored": "yes"}
    data, header = client.encrypt(source=b"plaintext", cmm=cmm, encryption_context=context, algorithm=suite)
    assert b"tenant" not in data
    assert b"blue" not in data
    assert {key: value for key, value in header.encryption_context.items() if key != CONSTANTS.public_key_name} == {"stored": "yes"}
    plaintext, _ = client.decrypt(source=data, cmm=cmm, encryption_context={"tenant": "blue"})
    assert plaintext == b"plaintext"
    data_key = opened_data_key(client, data, context)
    with pytest.raises(EsdkError) as caught:
        client.decrypt(source=data, data_key=data_key, encryption_context={"tenant": "red"})
    assert caught.value.code is Code.HEADER_TAG_INVALID


def opened_data_key(client: Client, data: bytes, context: dict[str, str]) -> bytes:
    """The data key of a message, to open it past the keyring, which binds the context as well."""
    header = parse(data).header
    stored = header.encryption_context
    materials = DecryptionMaterials(suite=header.suite, encryption_context={**context, **stored})
    opened = KEYRING.on_decrypt(materials, header.encrypted_data_keys).data_key
    assert opened is not None
    return opened.reveal()


@pytest.mark.parametrize("suite", [suite for suite in SUITES.values() if not suite.signed], ids=lambda suite: suite.hex_id)
def test_all_context_may_be_required_where_no_public_key_is_stored(suite: Suite) -> None:
    cmm = RequiredEncryptionContextCmm(["only"], KEYRING)
    client = client_for(suite)
    data, header = client.encrypt(source=b"p", cmm=cmm, encryption_context={"only": "one"}, algorithm=suite)
    assert header.context_pairs is None
    assert client.decrypt(source=data, cmm=cmm, encryption_context={"only": "one"})[0] == b"p"


@pytest.mark.req("CLI-ENC-002")
@pytest.mark.parametrize("name", ["cmm", "materials_manager"])
def test_function_takes_a_cmm_by_either_name(name: str) -> None:
    options: dict[str, Any] = {name: DefaultCmm(KEYRING)}
    assert esdkit.decrypt(source=esdkit.encrypt(source=b"plaintext", **options)[0], keyring=KEYRING)[0] == b"plaintext"


def test_default_client_encrypts_and_decrypts() -> None:
    data, header = esdkit.encrypt(source=b"plaintext", keyring=KEYRING, encryption_context=CONTEXT, algorithm="0478", frame_length=4)
    assert (header.suite.id, header.frame_length) == (0x0478, 4)
    assert esdkit.decrypt(source=data, keyring=KEYRING) == (b"plaintext", header)


def test_large_signed_message_is_the_same_whatever_thread_hashes_it() -> None:
    plaintext = bytes(5 << 20)
    data, _ = Client().encrypt(source=plaintext, keyring=KEYRING, frame_length=1 << 16)
    assert Client().decrypt(source=data, keyring=KEYRING)[0] == plaintext


def test_content_beyond_the_one_shot_limit_goes_through_the_incremental_cipher(monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = Client(random=shake(b"a")).encrypt(source=bytes(50), keyring=KEYRING, frame_length=40)
    monkeypatch.setattr(aead, "LIMITS", {**LIMITS, "gcm_one_shot": 30})
    other, _ = Client(random=shake(b"a")).encrypt(source=bytes(50), keyring=KEYRING, frame_length=40)
    assert one == other
    assert Client().decrypt(source=other, keyring=KEYRING)[0] == bytes(50)


def test_client_and_keyring_are_shared_between_threads() -> None:
    def round_trip(number: int) -> bool:
        plaintext = number.to_bytes(2, "big") * 700
        data, _ = REQUIRE.encrypt(source=plaintext, keyring=KEYRING, frame_length=100 + number)
        return REQUIRE.decrypt(source=data, keyring=KEYRING)[0] == plaintext

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(round_trip, range(40)))


# --- what is refused ---


@pytest.mark.req("CLI-ENC-010", kind="negative")
@pytest.mark.req("ALG-POL-003", "ALG-POL-006")
@pytest.mark.req("ALG-POL-003", "ALG-POL-006", kind="negative")
@each_suite
@each("policy", list(CommitmentPolicy))
def test_suite_that_the_policy_does_not_write_is_refused_before_a_key_is_asked(policy: CommitmentPolicy, suite: Suite) -> None:
    class Untouched:
        def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
            raise AssertionError("asked")

        def decrypt_materials(self, request: Any) -> DecryptionMaterials:
            raise AssertionError("asked")

    allowed = suite.commitment != (policy is CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
    if allowed:
        assert Client(commitment_policy=policy).encrypt(source=b"", keyring=KEYRING, algorithm=suite)[1].suite is suite
        return
    with pytest.raises(PolicyError) as caught:
        Client(commitment_policy=policy).encrypt(source=b"", cmm=Untouched(), algorithm=suite)
    assert (caught.value.code, caught.value.path) == (Code.POLICY_VIOLATION, "header.algorithm_suite_id")


@pytest.mark.req("FMT-AAD-018", kind="negative")
@pytest.mark.parametrize("key", ["aws-crypto-public-key", "aws-crypto-", "aws-crypto-x"])
def test_reserved_context_key_is_refused(key: str) -> None:
    error = refused(encryption_context={key: "v"})
    assert (error.code, error.path) == (Code.INVALID_ARGUMENT, "encryption_context")


@pytest.mark.req("CLI-ENC-005", "FMT-NFR-007", kind="negative")
@pytest.mark.parametrize("value", [0, -1, 1 << 32, True, "4096", 4096.0, None])
def test_frame_length_that_no_header_holds_is_refused(value: Any) -> None:
    error = refused(frame_length=value)
    assert isinstance(error, UsageError)
    assert error.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-ENC-005")
@pytest.mark.parametrize("value", [1, (1 << 32) - 1])
def test_frame_length_at_its_bounds_is_written(value: int) -> None:
    data, header = Client().encrypt(source=b"abc", keyring=KEYRING, frame_length=value)
    assert header.frame_length == value
    assert Client().decrypt(source=data, keyring=KEYRING)[0] == b"abc"


@pytest.mark.req("FMT-AAD-001", "FMT-AAD-014", kind="negative")
@pytest.mark.parametrize("suite", [0x0478, 0x0578], ids=["unsigned", "signed"])
def test_context_of_more_than_its_length_field_holds_is_refused(suite: int) -> None:
    room = 65535 - 2 - 2 - 1 - 2  # count, key length, key, value length
    fits = {"k": "v" * room}
    if suite == 0x0478:
        data, _ = Client().encrypt(source=b"", keyring=KEYRING, encryption_context=fits, algorithm=suite)
        assert parse(data).header.encryption_context == fits
        assert refused(encryption_context={"k": "v" * (room + 1)}, algorithm=suite).code is Code.INVALID_ARGUMENT
        return
    error = refused(encryption_context=fits, algorithm=suite)  # the public key does not fit any more
    assert (error.code, error.path) == (Code.INVALID_ARGUMENT, "encryption_context")


class Trusting:
    """A keyring that does not look at the context."""

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        with_key = materials.with_data_key(bytes(materials.suite.data_key_length))
        return with_key.with_encrypted_data_key(EncryptedDataKey(b"own", b"", b"wrapped"))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
        return materials.with_data_key(bytes(materials.suite.data_key_length))


@pytest.mark.req("FMT-AAD-001", kind="negative")
def test_context_pushed_over_its_length_is_refused_with_a_keyring_that_does_not_look_at_it() -> None:
    error = refused(keyring=Trusting(), encryption_context={"k": "v" * 65528})
    assert error.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-ENC-015")
@pytest.mark.req("CLI-ENC-015", kind="negative")
@pytest.mark.req("CLI-CFG-004", "CLI-CFG-005")
@pytest.mark.req("CLI-CFG-004", kind="negative")
def test_more_data_keys_than_allowed_are_refused() -> None:
    others = [RawAesKeyring("esdkit", f"key {number}", bytes(32)) for number in range(2)]
    keyring = MultiKeyring(KEYRING, others)
    assert len(Client(max_encrypted_data_keys=3).encrypt(source=b"", keyring=keyring)[1].encrypted_data_keys) == 3
    with pytest.raises(PolicyError) as caught:
        Client(max_encrypted_data_keys=2).encrypt(source=b"", keyring=keyring)
    assert caught.value.code is Code.EDK_LIMIT_EXCEEDED


@pytest.mark.req("CLI-ENC-006", "CLI-ENC-007", kind="negative")
def test_plaintext_longer_than_announced_is_refused_before_a_key_is_asked() -> None:
    assert Client().encrypt(source=bytes(9), keyring=KEYRING, max_plaintext_length=9)
    assert refused(source=bytes(10), keyring=None, cmm=Asked(), max_plaintext_length=9).code is Code.PLAINTEXT_TOO_LONG


class Asked:
    """A CMM that nobody may ask."""

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        raise AssertionError("asked")

    def decrypt_materials(self, request: Any) -> DecryptionMaterials:
        raise AssertionError("asked")


@pytest.mark.req("CLI-ENC-021", kind="negative")
def test_plaintext_of_more_frames_than_can_be_numbered_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("esdkit.engine.encrypt")  # its name in the package is the function's
    monkeypatch.setattr(module, "LIMITS", {**LIMITS, "frames": 3})
    assert Client().encrypt(source=bytes(5), keyring=KEYRING, frame_length=2)
    assert refused(source=bytes(6), frame_length=2).code is Code.PLAINTEXT_TOO_LONG


@pytest.mark.req("CLI-ENC-009", "CLI-ENC-014", kind="negative")
@pytest.mark.req("CMM-IFC-019", kind="negative")
@pytest.mark.parametrize(
    "change",
    [
        lambda materials: None,
        lambda materials: materials.with_data_key(bytes(31)),
        lambda materials: EncryptionMaterials(suite=materials.suite, encryption_context={}, data_key=Secret(bytes(32))),
        lambda materials: "materials",
    ],
    ids=["nothing", "data-key-of-31-bytes", "no-encrypted-data-key", "text"],
)
def test_materials_that_break_the_contract_are_refused(change: Callable[[EncryptionMaterials], Any]) -> None:
    class Own:
        def get_encryption_materials(self, request: EncryptionRequest) -> Any:
            return change(DefaultCmm(KEYRING).get_encryption_materials(request))

        def decrypt_materials(self, request: Any) -> DecryptionMaterials:
            raise AssertionError("asked")

    with pytest.raises(MaterialsError) as caught:
        Client().encrypt(source=b"", cmm=Own())
    assert caught.value.code is Code.MATERIALS_INVALID


# --- into the caller's buffer ---


@each_suite
def test_message_in_a_buffer_is_the_message(suite: Suite, subtests: pytest.Subtests) -> None:
    options: dict[str, Any] = {"keyring": KEYRING, "algorithm": suite, "frame_length": LENGTH}
    policy = client_for(suite).commitment_policy
    for size, more in itertools.product(SIZES, (0, 9)):
        with subtests.test(size=size, more=more):
            expected, _ = Client(commitment_policy=policy, random=shake(b"s")).encrypt(source=bytes(size), **options)
            buffer = bytearray(b"\xee" * (len(expected) + more))
            length, _ = Client(commitment_policy=policy, random=shake(b"s")).encrypt_into(buffer, source=bytes(size), **options)
            assert (length, bytes(buffer)) == (len(expected), expected + b"\xee" * more)


@pytest.mark.req("CLI-ENC-025", kind="negative")
def test_buffer_that_is_too_small_is_refused_and_not_touched() -> None:
    length = len(Client().encrypt(source=b"plaintext", keyring=KEYRING)[0])
    buffer = bytearray(b"\xee" * (length - 1))
    with pytest.raises(UsageError) as caught:
        Client().encrypt_into(buffer, source=b"plaintext", keyring=KEYRING)
    assert caught.value.code is Code.INVALID_ARGUMENT
    assert bytes(buffer) == b"\xee" * (length - 1)


@pytest.mark.req("CLI-ENC-025", "CLI-ENC-009", kind="negative")
@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("own")], ids=["interrupt", "fault"])
def test_buffer_holds_zeros_after_a_failure_in_the_middle(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(frames.FrameEncryptor, "encrypt_final", fail)
    buffer = bytearray(b"\xee" * 4000)
    with pytest.raises(type(error)):
        Client().encrypt_into(buffer, source=bytes(40), keyring=KEYRING, frame_length=4)
    written = len(bytes(buffer).rstrip(b"\xee"))
    assert written > 40
    assert not any(buffer[:written])


@each("at", [0, 7, 300])
@each_signed
def test_source_that_lies_in_the_buffer_is_encrypted_as_it_was(suite: Suite, at: int) -> None:
    plaintext = bytes(range(200))
    for buffer in (bytearray(4000), array.array("B", bytes(4000))):
        view = memoryview(buffer)
        view[at : at + len(plaintext)] = plaintext
        source = view[at : at + len(plaintext)].toreadonly()
        length, _ = client_for(suite).encrypt_into(view, source=source, keyring=KEYRING, algorithm=suite, frame_length=LENGTH)
        assert client_for(suite).decrypt(source=view[:length], keyring=KEYRING)[0] == plaintext


def test_bytearray_is_encrypted_into_itself() -> None:
    buffer = bytearray(b"\x17" * 1000)
    view = memoryview(buffer)
    with pytest.raises(UsageError):
        Client().encrypt_into(buffer, source=buffer, keyring=KEYRING)  # too small for its own message
    assert bytes(buffer) == b"\x17" * 1000
    length, _ = Client().encrypt_into(view, source=view[:100], keyring=KEYRING)
    assert Client().decrypt(source=buffer[:length], keyring=KEYRING)[0] == b"\x17" * 100


@pytest.mark.parametrize("source", ["text", None, 7, ["a"]], ids=str)
def test_source_that_is_no_bytes_is_refused_for_a_buffer(source: Any) -> None:
    with pytest.raises(UsageError) as caught:
        Client().encrypt_into(bytearray(4000), source=source, keyring=KEYRING)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-ENC-024")
@pytest.mark.req("SIG-VER-011")
@each_signed
def test_signature_has_the_length_that_was_predicted(suite: Suite) -> None:
    assert suite.signature is not None
    for _ in range(10):
        signature = parse(client_for(suite).encrypt(source=b"", keyring=KEYRING, algorithm=suite)[0]).signature
        assert signature is not None
        assert len(signature) == suite.signature.usual_signature_length

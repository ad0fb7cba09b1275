"""The SDKs that a compiler builds, as programs under test: what they alone can do, and where they differ from each other.

``test_targets.py`` holds what is true of every program. One that is not built is skipped, with the reason.
"""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

import esdkit
from esdkit.keyrings import RawEcdhKeyring
from tests.interop.test_targets import AES, CONTEXT, CURVES, PLAINTEXT, Program, message_of, ours, rsa, text
from tools.drivers.peer import Peer
from tools.drivers.targets import MissingTarget, command

pytestmark = pytest.mark.interop


def start(name: str) -> Iterator[Program]:
    try:
        started = command(name)
    except MissingTarget as missing:
        pytest.skip(str(missing))
    with Peer(started) as peer:
        yield Program(peer)


@pytest.fixture(scope="module", params=["java-3", "go", "rust"])
def program(request: pytest.FixtureRequest) -> Iterator[Program]:
    yield from start(request.param)


@pytest.fixture(scope="module")
def java() -> Iterator[Program]:
    yield from start("java-3")


@pytest.fixture(scope="module", params=["go", "rust"])
def without_streams(request: pytest.FixtureRequest) -> Iterator[Program]:
    yield from start(request.param)


def pem(key: ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")


def public_pem(key: ec.EllipticCurvePrivateKey) -> str:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


def opened(program: Program, message: bytes, keyring: dict[str, Any], **members: Any) -> Any:
    return program.decrypt(text(message), keyring, **members).get("plaintext")


@pytest.mark.req("KEY-ECD-001", "KEY-ECD-003", "KEY-ECD-005")
@pytest.mark.parametrize("curve", CURVES)
def test_ecdh_message_of_each_schema_is_read_by_every_key_that_can(program: Program, curve: str) -> None:
    alice, bob = (ec.generate_private_key(CURVES[curve]) for _ in range(2))
    static, mirrored, ephemeral, discovery = (
        {"type": "raw-ecdh", "schema": "static", "curve": curve, "private": pem(alice), "public": public_pem(bob)},
        {"type": "raw-ecdh", "schema": "static", "curve": curve, "private": pem(bob), "public": public_pem(alice)},
        {"type": "raw-ecdh", "schema": "ephemeral", "curve": curve, "public": public_pem(bob)},
        {"type": "raw-ecdh", "schema": "discovery", "curve": curve, "private": pem(bob)},
    )
    own_ephemeral = RawEcdhKeyring.ephemeral(curve, public_key=bob.public_key())
    for writer, own, readers in ((static, ours(static), [static, mirrored, discovery]), (ephemeral, own_ephemeral, [discovery])):
        message = base64.b64decode(message_of(program.encrypt(writer)))
        own_message, _ = esdkit.encrypt(source=PLAINTEXT, keyring=own, encryption_context=CONTEXT)
        for reader in readers:
            assert esdkit.decrypt(source=message, keyring=ours(reader))[0] == PLAINTEXT
            assert opened(program, own_message, reader) == text(PLAINTEXT)
    assert "error" in program.encrypt(discovery)
    assert "error" in program.decrypt(text(message), ephemeral)


@pytest.mark.parametrize("keyring", [AES, rsa("pkcs1"), rsa("oaep-sha256")], ids=["aes", "pkcs1", "oaep"])
def test_wrong_key_is_refused_with_a_class_of_the_sdk(program: Program, keyring: dict[str, Any]) -> None:
    message = message_of(program.encrypt(keyring))
    damaged = bytearray(base64.b64decode(message))
    key = esdkit.parse(bytes(damaged)).header.encrypted_data_keys[0].ciphertext
    damaged[damaged.index(key)] ^= 1
    answer = program.decrypt(text(bytes(damaged)), keyring)
    assert answer["error"] and answer["class"] not in ("", "BadRequest")
    assert program.decrypt(message, keyring)["ok"]


@pytest.mark.req("CMM-REQ-001")
def test_required_keys_are_not_stored_and_must_be_reproduced(program: Program) -> None:
    context = {"tenant": "blue-whale", "kind": "x"}
    message = base64.b64decode(message_of(program.encrypt(context=context, required=["tenant"])))
    assert b"blue-whale" not in message
    assert esdkit.decrypt(source=message, keyring=ours(AES), encryption_context={"tenant": "blue-whale"})[0] == PLAINTEXT
    assert opened(program, message, AES, context={"tenant": "blue-whale"}, required=["tenant"]) == text(PLAINTEXT)
    assert opened(program, message, AES, required=["tenant"]) is None


def test_message_of_many_megabytes_is_read(program: Program) -> None:
    plaintext = bytes(16 << 20)  # as base64, more than a JSON library may take by default
    message, _ = esdkit.encrypt(source=plaintext, keyring=ours(AES), algorithm=0x0478, frame_length=1 << 20)
    assert opened(program, message, AES) == text(plaintext)


def test_refusal_of_a_wrong_request_is_a_bad_request(program: Program) -> None:
    for line in (
        b'{"id": 5, "op": "encrypt"}',
        b'{"id": 5, "op": "decrypt", "keyring": [], "message": ""}',
        b'{"id": 5}',
        b'{"id": 5, "op": 5}',
    ):
        answer = program.raw(line)
        assert (answer["id"], answer["class"]) == (5, "BadRequest")


def test_exact_multiple_ends_with_an_empty_frame_in_java_alone(java: Program, without_streams: Program) -> None:
    def lengths(program: Program) -> list[int]:
        body = esdkit.parse(base64.b64decode(message_of(program.encrypt(frame_length=256)))).body
        assert isinstance(body, tuple)
        return [len(frame.ciphertext) for frame in body]

    assert lengths(java) == [256, 256, 256, 0]
    assert lengths(without_streams) == [256, 256, 256]


def test_pieces_are_unsupported_where_the_sdk_has_no_streams(without_streams: Program) -> None:
    assert without_streams.encrypt(stream=100)["unsupported"]


def test_java_answers_when_a_frame_needs_more_memory_than_there_is(java: Program) -> None:
    message, _ = esdkit.encrypt(source=b"five!", keyring=ours(AES), frame_length=2**31 - 1)
    assert java.decrypt(text(message))["class"] == "OutOfMemoryError"
    assert java.encrypt(frame_length=2**31)["unsupported"]
    assert java.encrypt()["ok"]


def test_warnings_of_the_java_machine_are_not_taken_for_answers() -> None:
    try:
        program, *arguments = command("java-3")
    except MissingTarget as missing:
        pytest.skip(str(missing))
    warned = subprocess.run([program, "-XX:+UseLargePages", "-version"], capture_output=True, text=True, check=True, timeout=60)
    if "[warning]" not in warned.stdout:
        pytest.skip("this machine has large pages, so there is no warning")
    with Peer([program, "-XX:+UseLargePages", *arguments]) as peer:
        assert Program(peer).encrypt()["ok"]


def test_java_refuses_empty_values_of_the_context(java: Program, without_streams: Program) -> None:
    message = message_of(without_streams.encrypt(context={"a": ""}))
    assert "greater than 0" in java.decrypt(message)["error"]
    assert "non-empty" in java.encrypt(context={"a": ""})["error"]


def test_java_reads_no_bytes_as_an_empty_message_in_its_streams_alone(java: Program) -> None:
    assert java.decrypt("", stream=100)["plaintext"] == ""
    assert "error" in java.decrypt("")

"""The official Python SDK 3.3.1 reads every message that esdkit writes with its defaults.

It is the last one before 4.0 and the one inside the official command line. It refuses a full final frame, so the plaintexts of whole frames
are what this is about.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

import esdkit
from esdkit.keyrings import Keyring, RawAesKeyring, RawRsaKeyring
from tests.cli.conftest import program  # noqa: F401  # a fixture
from tests.cli.running import Program
from tests.samples import native_ciphertext, native_keys
from tools.drivers import targets
from tools.drivers.peer import Peer

pytestmark = pytest.mark.interop

VERSION = "3.3.1"
DEFAULT_FRAME_LENGTH = 4096
SMALL_FRAME_LENGTH = 17
NAMESPACE = "python-3"
# the options of `esdkit encrypt` and the members of the protocol's keyring, both without the names
KEYS: Mapping[str, tuple[tuple[str, str], dict[str, str]]] = {
    "aes-128": (("--aes", "key=@aes-128.key"), {"type": "raw-aes", "key": native_keys()["aes-128"]["material"]}),
    "rsa-2048": (
        ("--rsa", "padding=oaep-sha256,public=@rsa-2048-public.pem"),
        {"type": "raw-rsa", "padding": "oaep-sha256", "private": native_keys()["rsa-2048-private"]["material"]},
    ),
}
key = pytest.mark.parametrize("key", KEYS)
frame_length = pytest.mark.parametrize("frame_length", [None, SMALL_FRAME_LENGTH], ids=["default", "small"])


@pytest.fixture(scope="module")
def python_3() -> Iterator[Peer]:
    if reason := targets.missing("python-3"):
        pytest.skip(f"python-3 is {reason}")
    with Peer(targets.command("python-3")) as peer:
        assert peer.ask({"id": 0, "op": "describe"})["version"] == VERSION
        yield peer


def plaintexts(frame_length: int | None) -> list[bytes]:
    """From nothing to three frames, with every exact multiple and its neighbours around the first."""
    frame = frame_length or DEFAULT_FRAME_LENGTH
    return [
        bytes(range(256)) * (length // 256) + bytes(length % 256) for length in (0, 1, frame - 1, frame, frame + 1, 2 * frame, 3 * frame)
    ]


def read(peer: Peer, key: str, message: bytes, *, stream: int = 0, namespace: str = NAMESPACE) -> dict[str, Any]:
    """The SDK's answer, under its default policy."""
    return peer.ask(
        {
            "id": 1,
            "op": "decrypt",
            "keyring": {**KEYS[key][1], "namespace": namespace, "name": key},
            "policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT",
            "max_encrypted_data_keys": None,
            "context": {},
            "message": base64.b64encode(message).decode("ascii"),
            "stream": stream,
        }
    )


def assert_read(peer: Peer, key: str, message: bytes, plaintext: bytes) -> None:
    for stream in (0, 1000):
        assert read(peer, key, message, stream=stream) == {"id": 1, "ok": True, "plaintext": base64.b64encode(plaintext).decode("ascii")}


@pytest.mark.req("CLI-ENC-019", "CLI-ENC-020")
@frame_length
@key
def test_python_3_reads_what_the_command_line_writes_from_files_and_from_stdin(
    python_3: Peer,
    program: Program,  # noqa: F811
    key: str,
    frame_length: int | None,
) -> None:
    program.key("aes-128")
    program.pem("rsa-2048-public")
    option, material = KEYS[key][0]
    options = [option, f"namespace={NAMESPACE},name={key},{material}", *(["--frame-length", str(frame_length)] if frame_length else [])]
    for plaintext in plaintexts(frame_length):
        file = program("encrypt", program.write("plain", plaintext), *options)
        stdin = program("encrypt", "-", *options, stdin=plaintext)
        for ran in (file, stdin):
            assert ran.code == 0, ran.stderr
            assert esdkit.parse(ran.stdout).header.frame_length == (frame_length or DEFAULT_FRAME_LENGTH)
            assert_read(python_3, key, ran.stdout, plaintext)


def keyring(key: str) -> Keyring:
    if key == "aes-128":
        return RawAesKeyring(NAMESPACE, key, base64.b64decode(native_keys()[key]["material"]))
    return RawRsaKeyring(NAMESPACE, key, "oaep-sha256", public_key=native_keys()["rsa-2048-public"]["material"])


def one_shot(source: bytes, **options: Any) -> bytes:
    return esdkit.encrypt(source=source, **options)[0]


def streamed(source: bytes, **options: Any) -> bytes:
    with esdkit.Client().stream("encrypt", source=io.BytesIO(source), **options) as stream:
        return b"".join(iter(lambda: stream.read(1000), b""))


@pytest.mark.req("CLI-ENC-019", "CLI-ENC-020")
@pytest.mark.parametrize("write", [one_shot, streamed])
@frame_length
@key
def test_python_3_reads_what_the_library_writes(python_3: Peer, key: str, frame_length: int | None, write: Callable[..., bytes]) -> None:
    options: dict[str, Any] = {"frame_length": frame_length} if frame_length else {}
    for plaintext in plaintexts(frame_length):
        message = write(plaintext, keyring=keyring(key), encryption_context={"purpose": "test"}, **options)
        assert_read(python_3, key, message, plaintext)


def test_python_3_refuses_a_full_final_frame(python_3: Peer) -> None:
    """What the tests above would fail with if esdkit wrote one."""
    answer = read(python_3, "aes-128", native_ciphertext("accept-full-final-frame"), namespace="esdkit-vectors")
    assert answer["error"].startswith("Invalid final frame length")

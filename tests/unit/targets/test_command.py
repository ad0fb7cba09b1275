"""One process for each message: what it is given, and what its exit codes mean."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from esdkit.errors import Code, UsageError
from esdkit.targets import Abilities, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported, open_target

KEY = bytes(range(32))
KEYRING = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": KEY}
PROGRAM = """
import os, sys, time
file, key, *names = sys.argv[1:]
message, key_bytes = open(file, "rb").read(), open(key, "rb").read()
kind, _, rest = message.partition(b" ")
if kind == b"exit":
    sys.stderr.write("said so\\n"); os._exit(int(rest))
if kind == b"leak":
    sys.stderr.write(f"key {key_bytes.hex()} is wrong\\n"); sys.exit(1)
if kind == b"hang":
    time.sleep(600)
if kind == b"kill":
    os.kill(os.getpid(), 9)
if kind == b"flood":
    while True: sys.stdout.write("x" * 65536)
if kind == b"where":
    sys.stdout.write(f"{file}\\n{oct(os.stat(key).st_mode)} {oct(os.stat(os.path.dirname(key)).st_mode)}")
else:
    sys.stdout.buffer.write(message + key_bytes + "/".join(names).encode())
"""


def request(message: bytes, **changed: object) -> DecryptRequest:
    return DecryptRequest(message=message, keyring=changed.pop("keyring", KEYRING), **changed)  # type: ignore[arg-type]


@pytest.fixture
def address(tmp_path: Path) -> str:
    (tmp_path / "program.py").write_text(PROGRAM)
    return "exec:" + shlex.join([sys.executable, str(tmp_path / "program.py"), "{file}", "{key}", "{namespace}", "{name}"])


def test_command_gets_message_key_and_names(address: str) -> None:
    with open_target(address) as target:
        assert target.decrypt(request(b"hello")) == Given(b"hello" + KEY + b"demo/k1")
    pem = {"type": "raw-rsa", "namespace": "n", "name": "{file}", "padding": "pkcs1", "private": "-----BEGIN"}
    with open_target(f"{address} {{padding}}") as target:
        assert target.decrypt(request(b"hello", keyring=pem)) == Given(b"hello-----BEGINn/{file}/pkcs1")


def test_files_are_the_users_alone_and_gone_afterwards(address: str) -> None:
    with open_target(address) as target:
        answer = target.decrypt(request(b"where"))
    assert isinstance(answer, Given)
    file, modes = answer.data.decode().split("\n")
    assert modes == "0o100600 0o40700" and not Path(file).parent.exists()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (b"exit 1", Refused("said so", "")),
        (b"exit 77", Unsupported("said so")),
        (b"exit 2", Failed("ended", "it ended with exit code 2; on stderr: said so")),
        (b"kill", Failed("ended", "it was ended by SIGKILL; on stderr: nothing")),
        (b"leak", Refused("key [key] is wrong", "")),
    ],
)
def test_exit_code_says_what_happened(address: str, message: bytes, expected: object) -> None:
    with open_target(address) as target:
        assert target.decrypt(request(message)) == expected


def test_exit_codes_can_be_declared(address: str) -> None:
    with open_target(address, exit_codes={0: "given", 9: "refused:signature", 1: "crash"}) as target:
        assert target.decrypt(request(b"exit 9")) == Refused("said so", "", "signature")
        assert target.decrypt(request(b"exit 1")) == Failed("ended", "it ended with exit code 1; on stderr: said so")


@pytest.mark.parametrize("codes", [{0: "fine"}, {300: "given"}, {1: "refused:nowhere"}])
def test_exit_codes_that_do_not_exist_are_refused(address: str, codes: dict[int, str]) -> None:
    with pytest.raises(UsageError) as caught:
        open_target(address, exit_codes=codes)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.parametrize(("message", "code"), [(b"hang", "hang"), (b"flood", "flood")])
def test_command_is_bounded(address: str, message: bytes, code: str) -> None:
    with open_target(address, bounds=Bounds(request_seconds=1)) as target:
        answer = target.decrypt(request(message))
    assert isinstance(answer, Failed) and answer.code == code


def test_what_a_command_cannot_be_told_is_unsupported(address: str) -> None:
    with open_target(address) as target:
        described = target.describe()
        assert isinstance(described, Abilities) and not described.encrypt and "multi" not in described.keys
        for changed in (
            {"keyring": {"type": "multi", "generator": KEYRING, "children": []}},
            {"keyring": {"type": "raw-rsa", "namespace": "n", "name": "k", "padding": "pkcs1", "public": "-----BEGIN"}},
            {"context": {"a": "b"}},
            {"stream": 1},
        ):
            assert isinstance(target.decrypt(request(b"hello", **changed)), Unsupported)
        assert isinstance(target.encrypt(EncryptRequest(plaintext=b"", keyring=KEYRING, suite="0478", frame_length=1)), Unsupported)


def test_command_without_a_file_is_refused() -> None:
    with pytest.raises(UsageError, match=r"the command has no \{file\}"):
        open_target("exec:my-reader {key}")

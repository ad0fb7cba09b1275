"""How much a process grows when it looks at a message that is many times larger than what it may hold."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from esdkit.message import parse_header
from esdkit.message.aad import piece_aad
from tests.drafts import ANY_SUITE, KEYRING, valid

LENGTH = 96 << 20
MOST = 64  # MiB; the message is larger by far
PIECE = 1 << 20

_SCRIPT = """
import contextlib, io, re, sys
from pathlib import Path
from esdkit import Client
from esdkit.cli.main import main
from esdkit.doctor.explain import diagnose
from esdkit.keyrings import RawAesKeyring

KEYRING = RawAesKeyring("esdkit", "key", bytes(range(32)))

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

def look(path):
    for keyring, reached in ((None, "context"), (KEYRING, "frames")):
        with open(path, "rb") as file:
            assert Client().verify(source=file, keyring=keyring).reached == reached
            file.seek(0)
            assert diagnose(file, keyring=keyring).verification.reached == reached
    for verb in ("verify", "doctor"):
        for flags in ((), ("--aes", "namespace=esdkit,name=key,key=env:KEY")):
            with contextlib.redirect_stdout(io.StringIO()):
                assert main([verb, path, *flags]) == 0

look(sys.argv[1])
before = peak()
look(sys.argv[2])
print(peak() - before)
"""


class Zeros:
    """A source of so many zeros."""

    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, size: int = -1) -> bytes:
        taken = min(size, self.left)
        self.left -= taken
        return bytes(taken)


def framed(suite: int, frame_length: int, length: int) -> Iterator[bytes]:
    with ANY_SUITE.stream("encrypt", source=Zeros(length), keyring=KEYRING, algorithm=suite, frame_length=frame_length) as stream:
        yield from stream


def non_framed(length: int) -> Iterator[bytes]:
    """Written here, because the engine reads such messages and never writes them."""
    draft = valid(0x0478, plaintext=b"", frame_length=None)
    data = draft.seal()
    iv = bytes(11) + b"\1"
    yield data[: parse_header(data)[1]] + iv + length.to_bytes(8, "big")
    cipher = draft.cipher().incremental_encryptor(iv, piece_aad(draft.header, 1, length, final=True))
    for _ in range(0, length, PIECE):
        yield cipher.update(bytes(PIECE))
    yield cipher.finish()


def write(path: Path, pieces: Iterator[bytes]) -> str:
    with path.open("wb") as file:
        file.writelines(pieces)
    return str(path)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say how much a process held at most")
@pytest.mark.parametrize("shape", ["signed", "one-frame", "non-framed"])
def test_verify_and_doctor_hold_a_part_of_a_message_only(tmp_path: Path, shape: str) -> None:
    made: dict[str, Callable[[int], Iterator[bytes]]] = {
        "signed": partial(framed, 0x0578, 1 << 16),
        "one-frame": partial(framed, 0x0478, (1 << 32) - 1),
        "non-framed": non_framed,
    }
    small, large = (write(tmp_path / name, made[shape](length)) for name, length in (("small", PIECE), ("large", LENGTH)))
    key = bytes(range(32)).hex()
    command = [sys.executable, "-c", _SCRIPT, small, large]
    ran = subprocess.run(command, env={**os.environ, "KEY": key}, capture_output=True, check=True, text=True)
    assert int(ran.stdout) <= MOST

"""An encrypting stream announces the length of its source where it is known, so that a caching CMM encrypts from its cache."""

from __future__ import annotations

import gzip
import io
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from esdkit import Client
from esdkit.caches import LocalCache
from esdkit.cmm import CachingCmm
from esdkit.engine.arguments import known_length
from esdkit.errors import Code, UsageError
from esdkit.keyrings import EncryptionMaterials, RawAesKeyring
from tests.drafts import KEYRING

PLAINTEXT = b"attack at dawn"


class Counting(RawAesKeyring):
    """Counts how often it is asked to wrap."""

    asked = 0

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        self.asked += 1
        return super().on_encrypt(materials)


class Drip(io.RawIOBase):
    """A source of unknown length."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._file = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(min(size, 3))


def file_of(folder: Path, data: bytes, **options: Any) -> Any:
    path = folder / "plain"
    path.write_bytes(data)
    return path.open("rb", **options)


def at(file: Any, position: int) -> Any:
    file.seek(position)
    return file


KNOWN: dict[str, Callable[[Path], Any]] = {
    "bytes": lambda folder: PLAINTEXT,
    "bytearray": lambda folder: bytearray(PLAINTEXT),
    "memoryview": lambda folder: memoryview(PLAINTEXT),
    "bytes-io": lambda folder: at(io.BytesIO(b"12" + PLAINTEXT), 2),
    "file": lambda folder: file_of(folder, PLAINTEXT),
    "file-from-its-position": lambda folder: at(file_of(folder, b"12" + PLAINTEXT), 2),
    "raw-file": lambda folder: at(file_of(folder, b"12" + PLAINTEXT, buffering=0), 2),
}


def zipped(folder: Path) -> Any:
    path = folder / "plain.gz"
    path.write_bytes(gzip.compress(PLAINTEXT))
    return gzip.open(path)


def pipe(folder: Path) -> Any:
    reading, writing = os.pipe()
    os.write(writing, PLAINTEXT)
    os.close(writing)
    return os.fdopen(reading, "rb")


UNKNOWN: dict[str, Callable[[Path], Any]] = {
    "drip": lambda folder: Drip(PLAINTEXT),
    "gzip": zipped,
    "pipe": pipe,
    "buffered-drip": lambda folder: io.BufferedReader(at_once(PLAINTEXT)),
}


def at_once(data: bytes) -> Any:
    class Raw(io.RawIOBase):
        left = data

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            part, self.left = self.left[: len(buffer)], self.left[len(buffer) :]
            buffer[: len(part)] = part
            return len(part)

    return Raw()


@contextmanager
def source_of(make: Callable[[Path], Any], folder: Path) -> Iterator[Any]:
    source = make(folder)
    yield source
    if hasattr(source, "close"):
        source.close()


def encrypted_twice(make: Callable[[Path], Any], folder: Path, length: int | None) -> int:
    """How often the keyring is asked for two messages."""
    keyring = Counting("esdkit", "key", bytes(range(32)))
    cmm = CachingCmm(keyring=keyring, cache=LocalCache(10), max_age=60)
    for _ in range(2):
        with source_of(make, folder) as source:
            assert known_length(source) == length
            message = Client().stream("encrypt", source=source, cmm=cmm).read()
        assert Client().decrypt(source=message, keyring=KEYRING)[0] == PLAINTEXT
    return keyring.asked


@pytest.mark.req("CMM-CAC-013")
@pytest.mark.parametrize("make", KNOWN.values(), ids=list(KNOWN))
def test_stream_of_known_length_encrypts_from_the_cache(make: Callable[[Path], Any], tmp_path: Path) -> None:
    assert encrypted_twice(make, tmp_path, len(PLAINTEXT)) == 1


@pytest.mark.req("CMM-CAC-013", kind="negative")
@pytest.mark.parametrize("make", UNKNOWN.values(), ids=list(UNKNOWN))
def test_stream_of_unknown_length_passes_the_cache_by_and_says_so(
    make: Callable[[Path], Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="esdkit"):
        assert encrypted_twice(make, tmp_path, None) == 2
    assert "the cache is not used to encrypt" in caplog.text


def test_file_that_says_it_is_empty_may_give_more() -> None:
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("no such file system here")
    with status.open("rb") as file:
        assert known_length(file) is None
        assert Client().stream("encrypt", source=file, keyring=KEYRING).read()


@pytest.mark.req("CLI-ENC-006", kind="negative")
def test_too_long_source_is_refused_before_a_key_is_asked_for() -> None:
    keyring = Counting("esdkit", "key", bytes(32))
    with pytest.raises(UsageError) as caught:
        Client().stream("encrypt", source=PLAINTEXT, keyring=keyring, max_plaintext_length=5)
    assert (caught.value.code, keyring.asked) == (Code.PLAINTEXT_TOO_LONG, 0)


def test_source_that_grows_is_refused(tmp_path: Path) -> None:
    with file_of(tmp_path, PLAINTEXT) as file, Client().stream("encrypt", source=file, keyring=KEYRING) as stream:
        with (tmp_path / "plain").open("ab") as more:
            more.write(b"x")
        with pytest.raises(UsageError) as caught:
            stream.read()
    assert "grew" in caught.value.message


def test_source_that_shrinks_is_encrypted_as_it_is(tmp_path: Path) -> None:
    with file_of(tmp_path, PLAINTEXT) as file, Client().stream("encrypt", source=file, keyring=KEYRING) as stream:
        (tmp_path / "plain").write_bytes(b"less")
        message = stream.read()
    assert Client().decrypt(source=message, keyring=KEYRING)[0] == b"less"

"""The floor for one large file: forked processes that read, call AES-GCM frame by frame, and write, and do nothing else.

There is no header, no key derivation, no final frame, no check of numbers, no temporary file, and it reports nothing. No program in
Python that has frames of 4 KiB can take less time.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tools.bench.peers import Direction

__all__ = ["convert"]

_CONTENT, _HEAD, _TAG = 4096, 16, 16
_FRAME = _HEAD + _CONTENT + _TAG
_FRAMES = 127  # at once: half a mebibyte
_AAD = bytes(32) + b"AWSKMSEncryptionClient Frame" + bytes(12)
_NUMBERS, _NUMBER, _SUFFIX = struct.Struct(">I8xI"), struct.Struct(">I"), struct.Struct(">IQ")


def convert(direction: Direction, source: Path, target: Path, jobs: int) -> None:
    """Encrypt or decrypt the whole frames of a file."""
    sizes = (_CONTENT, _FRAME) if direction == "encrypt" else (_FRAME, _CONTENT)
    make = _encrypt if direction == "encrypt" else _decrypt
    with source.open("rb") as read, target.open("wb") as write:
        count = os.fstat(read.fileno()).st_size // sizes[0]
        children = []
        for job in range(jobs):
            child = os.fork()
            if not child:
                try:
                    _work_off(make, read.fileno(), write.fileno(), sizes, range(job * _FRAMES, count, jobs * _FRAMES), count)
                    os._exit(0)
                finally:
                    os._exit(1)
            children.append(child)
        ended = [os.waitpid(child, 0)[1] for child in children]
        if any(ended):
            raise RuntimeError(f"{source} could not be converted")


def _work_off(make: Callable[..., None], read: int, write: int, sizes: tuple[int, int], firsts: range, count: int) -> None:
    key, aad, iv = AESGCM(bytes(32)), bytearray(_AAD), bytearray(12)
    source, target = (memoryview(bytearray(size * _FRAMES)) for size in sizes)
    for first in firsts:
        frames = min(_FRAMES, count - first)
        data, out = source[: frames * sizes[0]], target[: frames * sizes[1]]
        os.preadv(read, [data], first * sizes[0])
        make(key, aad, iv, first, data, out)
        os.pwrite(write, out, first * sizes[1])


def _encrypt(key: Any, aad: bytearray, iv: bytearray, number: int, data: memoryview, out: memoryview) -> None:
    at = 0
    for start in range(0, len(data), _CONTENT):
        _NUMBERS.pack_into(out, at, number, number)
        _NUMBER.pack_into(iv, 8, number)
        _SUFFIX.pack_into(aad, len(_AAD) - _SUFFIX.size, number, _CONTENT)
        key.encrypt_into(iv, data[start : start + _CONTENT], aad, out[at + _HEAD : at + _FRAME])
        at += _FRAME
        number += 1


def _decrypt(key: Any, aad: bytearray, iv: bytearray, number: int, data: memoryview, out: memoryview) -> None:
    at = 0
    for start in range(0, len(out), _CONTENT):
        _SUFFIX.pack_into(aad, len(_AAD) - _SUFFIX.size, number, _CONTENT)
        key.decrypt_into(data[at + 4 : at + _HEAD], data[at + _HEAD : at + _FRAME], aad, out[start : start + _CONTENT])
        at += _FRAME
        number += 1

"""The rows of the engine's benchmark: who runs in each, which of them is the limit, and what the ratios should reach.

The figures in the goals are what a bare prototype of the engine reached on the machine on which it was measured; the gates are a margin
below (see ``rounds``). For small unsigned messages and the import of the inspector they are what the engine itself reached (the gates of
the former are 0.8 of that; docs/adr/0005-prototype-figures.md). A row without goals is for information only.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, get_args

import esdkit
from esdkit.spec import SUITES
from tools.bench import peers
from tools.bench.peers import CONTEXT, KEYRING, SDK, Direction
from tools.bench.rounds import TWICE, Contestant, Goal
from tools.drivers.peer import Peer

__all__ = ["LIMIT", "MPL", "OWN", "PROVIDER", "Row", "rows"]

OWN, INTO, LIMIT = "esdkit", "esdkit, into", "limit"
MANY, OTHERS, FLOOR = "esdkit, many", "esdkit, other contexts", "floor"
PROVIDER, MPL = "Python SDK", "Python SDK, MPL"

_PIECE = 1 << 19  # of a copy: with a MiB at once, ext4 now and then takes ten times the processor time
_SMALL = 1024
_FRAME_LENGTHS = (4096, 65536)
_SUITES = (0x0478, 0x0578)
_FLOOR_SUITE = 0x0478
_POOL_FILES, _POOL_SIZE = 24, 4 << 20
_BESIDE = 1 << 20

_IN_MEMORY = {
    (0x0578, 4096): {"of the limit": Goal(LIMIT, OWN, least=0.94), "official": Goal(PROVIDER, OWN, least=4.7)},
    (0x0578, 65536): {"of the limit": Goal(LIMIT, OWN, least=0.94), "official": Goal(PROVIDER, OWN, least=2.2)},
    (0x0478, 4096): {"official, into": Goal(PROVIDER, INTO, least=8.5), "official": Goal(PROVIDER, OWN, least=6.5)},
    (0x0478, 65536): {
        "of the limit, into": Goal(LIMIT, INTO, least=0.66),
        "official, into": Goal(PROVIDER, INTO, least=9.6),
        "official": Goal(PROVIDER, OWN, least=6.5),
    },
}
_SIGNED_SMALL = {"over the limit": Goal(OWN, LIMIT, most=1.07)}
_SMALL_MESSAGES: Mapping[tuple[Direction, int], Mapping[str, Goal]] = {
    ("encrypt", 0x0478): {
        "official": Goal(PROVIDER, OWN, least=6.2, margin=0.8),
        "official, MPL": Goal(MPL, OWN, least=18),
        "official, many": Goal(PROVIDER, MANY, least=9.2, margin=0.8),
        "over the floor, many": Goal(MANY, FLOOR, most=1.23, margin=0.8),
    },
    ("decrypt", 0x0478): {
        "official": Goal(PROVIDER, OWN, least=4.6, margin=0.8),
        "official, MPL": Goal(MPL, OWN, least=18),
        "official, many": Goal(PROVIDER, MANY, least=5.1, margin=0.8),
    },
    ("encrypt", 0x0578): _SIGNED_SMALL,
    ("decrypt", 0x0578): _SIGNED_SMALL,
}
_FILES = {0x0578: {"official": Goal(PROVIDER, OWN, least=5.0)}, 0x0478: {"official": Goal(PROVIDER, OWN, least=6.0)}}
_IMPORTS = {"esdkit": Goal("esdkit", LIMIT, most=0.11), "inspect": Goal("inspect", LIMIT, most=0.26)}


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        name: its name in the results.
        make: makes the contestants, everything they need included; one of them is ``LIMIT``, which says whether the machine was steady.
        goals: for the ratios, by name.
    """

    name: str
    make: Callable[[], Mapping[str, Contestant]]
    goals: Mapping[str, Goal] = field(default_factory=dict)


def rows(*, size: int, file_size: int, folder: Path, programs: Mapping[str, Peer], pool: Executor) -> Iterator[Row]:
    """All rows.

    Args:
        size, file_size: bytes of the large plaintexts in memory and in a file.
        folder: an empty one, for files.
        programs: those of ``peers.PROGRAMS`` that run, by their names in the results.
        pool: one process for each processor.
    """
    for direction in get_args(Direction):
        for suite in _SUITES:
            for frame_length in _FRAME_LENGTHS:
                name = f"{direction} {size >> 20} MiB, {suite:04x}, {frame_length >> 10} KiB frames"
                make = partial(_in_memory, direction, suite, frame_length, size, 1, programs)
                yield Row(name, make, _IN_MEMORY[suite, frame_length])
            make = partial(_in_memory, direction, suite, _FRAME_LENGTHS[0], _SMALL, 100, programs)
            yield Row(f"{direction} {_SMALL >> 10} KiB, {suite:04x}", make, _SMALL_MESSAGES[direction, suite])
            name = f"{direction} a file of {file_size >> 20} MiB, {suite:04x}, 4 KiB frames"
            yield Row(name, partial(_files, direction, suite, file_size, folder), _FILES[suite])
    yield Row("import", _imports, _IMPORTS)
    for frame_length in _FRAME_LENGTHS:
        yield Row(f"beside a busy thread, 0478, {frame_length >> 10} KiB frames", partial(_beside, frame_length))
    yield Row(f"{_POOL_FILES} files of {_POOL_SIZE >> 20} MiB, 0478", partial(_many_files, folder, pool))


def _in_memory(
    direction: Direction, suite: int, frame_length: int, size: int, repeats: int, programs: Mapping[str, Peer]
) -> Mapping[str, Contestant]:
    plaintext = bytes(size)
    own: dict[str, Any] = {"keyring": KEYRING}
    writing: dict[str, Any] = {**own, "encryption_context": CONTEXT, "algorithm": suite, "frame_length": frame_length}
    esdk = esdkit.Client()
    message, _ = esdk.encrypt(source=plaintext, **writing)
    buffer = bytearray(len(message))
    older, newer, official = peers.provider(), peers.python_keyring(), peers.official_options(suite, frame_length)
    runs: dict[str, Callable[[], object]]
    if direction == "encrypt":
        runs = {
            OWN: lambda: esdk.encrypt(source=plaintext, **writing),
            INTO: lambda: esdk.encrypt_into(buffer, source=plaintext, **writing),
            PROVIDER: lambda: SDK.encrypt(source=plaintext, **official, **older),
            MPL: lambda: SDK.encrypt(source=plaintext, **official, **newer),
        }
    else:
        runs = {
            OWN: lambda: esdk.decrypt(source=message, **own),
            INTO: lambda: esdk.decrypt_into(buffer, source=message, **own),
            PROVIDER: lambda: SDK.decrypt(source=message, **older),
            MPL: lambda: SDK.decrypt(source=message, **newer),
        }
    contestants = {name: Contestant(run, repeats) for name, run in runs.items()}
    if size == _SMALL:
        contestants[MANY] = Contestant(partial(next, _many(direction, esdk, plaintext, message, writing)), repeats)
        contestants[OTHERS] = Contestant(partial(next, _others(direction, plaintext, writing)), repeats)
    if size == _SMALL and suite == _FLOOR_SUITE and direction == "encrypt":
        contestants[FLOOR] = Contestant(peers.floor(plaintext), repeats)
    contestants[LIMIT] = limit = _limit(direction, suite, message, size, repeats)
    if SUITES[suite].signed and size > _SMALL:
        contestants[LIMIT + TWICE] = Contestant(partial(_twice, limit.run))  # esdkit hashes in a second thread
    return contestants | {name: peers.by_program(peer, direction, suite, frame_length, size, repeats) for name, peer in programs.items()}


def _many(direction: Direction, esdk: esdkit.Client, plaintext: bytes, message: bytes, writing: Any) -> Iterator[object]:
    """Without end, one at a time."""
    if direction == "encrypt":
        return esdk.encrypt_many(itertools.repeat(plaintext), **writing)
    return esdk.decrypt_many(itertools.repeat(message), keyring=KEYRING)


def _others(direction: Direction, plaintext: bytes, writing: Any) -> Iterator[object]:
    """Without end: single calls, none of which has the context of the one before, so that nothing of it is used again."""
    esdk = esdkit.Client()
    contexts = [{**CONTEXT, "number": str(number)} for number in range(8)]
    messages = [esdk.encrypt(source=plaintext, **{**writing, "encryption_context": context})[0] for context in contexts]
    for number in itertools.cycle(range(len(contexts))):
        if direction == "encrypt":
            yield esdk.encrypt(source=plaintext, **{**writing, "encryption_context": contexts[number]})
        else:
            yield esdk.decrypt(source=messages[number], keyring=KEYRING)


def _limit(direction: Direction, suite: int, message: bytes, size: int, repeats: int) -> Contestant:
    """The minimum work for a message: the hash or the cipher over its bytes; for a small signed message, the operations on the curve."""
    if not SUITES[suite].signed:
        often = 50 if size == _SMALL else 10  # it is short, but should notice what disturbs the others
        return Contestant(peers.cipher_at_best(direction, size), often * repeats)
    return Contestant(peers.elliptic_curve_alone(direction) if size == _SMALL else peers.hash_at_best(message), repeats)


def _twice(run: Callable[[], object]) -> None:
    second = threading.Thread(target=run)
    second.start()
    run()
    second.join()


def _files(direction: Direction, suite: int, size: int, folder: Path) -> Mapping[str, Contestant]:
    plain, message, out = folder / "plain", folder / "message", folder / "out"
    with plain.open("wb") as file:
        for _ in range(size // _PIECE):
            file.write(bytes(_PIECE))
    _encrypt_file(plain, message, suite)
    older, official = peers.provider(), peers.official_options(suite, _FRAME_LENGTHS[0])

    def theirs() -> None:
        options: dict[str, Any] = {"mode": "e", **official} if direction == "encrypt" else {"mode": "d"}
        source = plain if direction == "encrypt" else message
        with source.open("rb") as read, out.open("wb") as write, SDK.stream(source=read, **options, **older) as stream:
            for chunk in stream:
                write.write(chunk)

    def copy() -> None:
        with plain.open("rb") as read, out.open("wb") as write:
            shutil.copyfileobj(read, write, _PIECE)

    def own() -> None:
        if direction == "encrypt":
            _encrypt_file(plain, out, suite)
        else:
            _decrypt_file(message, out)

    return {name: Contestant(partial(_seconds, run, out), timed=True) for name, run in ((OWN, own), (PROVIDER, theirs), (LIMIT, copy))}


def _seconds(run: Callable[[], object], out: Path) -> float:
    """How long it takes to write a file that is not there: to free the memory of the last one is not part of the work."""
    out.unlink(missing_ok=True)
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _encrypt_file(source: Path, out: Path, suite: int) -> None:
    options: Any = {"keyring": KEYRING, "encryption_context": CONTEXT, "algorithm": suite}
    with source.open("rb") as read, out.open("wb") as write, esdkit.Client().stream("encrypt", source=read, **options) as stream:
        for chunk in stream:
            write.write(chunk)


def _decrypt_file(source: Path, out: Path) -> None:
    with source.open("rb") as read, out.open("wb") as write, esdkit.Client().stream("decrypt", source=read, keyring=KEYRING) as stream:
        for chunk in stream:
            write.write(chunk)


def _imports() -> Mapping[str, Contestant]:
    """Each import in its own process, which measures the time; the limit is that of the official SDK."""
    modules = {"esdkit": "esdkit", "inspect": "esdkit.inspector", LIMIT: "aws_encryption_sdk"}
    return {name: Contestant(partial(_import_seconds, module), timed=True) for name, module in modules.items()}


def _import_seconds(module: str) -> float:
    program = f"from time import perf_counter as now; start = now(); import {module}; print(now() - start)"
    return float(subprocess.run([sys.executable, "-c", program], check=True, capture_output=True).stdout)


def _beside(frame_length: int) -> Mapping[str, Contestant]:
    """Encryption alone, beside one busy Python thread, and beside one when threads switch often: the lock goes back and forth."""
    plaintext = bytes(_BESIDE)
    options: Any = {"keyring": KEYRING, "encryption_context": CONTEXT, "algorithm": 0x0478, "frame_length": frame_length}

    def encrypt() -> None:
        esdkit.Client().encrypt(source=plaintext, **options)

    def beside(interval: float) -> None:
        stop, usual = threading.Event(), sys.getswitchinterval()
        thread = threading.Thread(target=_spin, args=(stop,))
        sys.setswitchinterval(interval)
        thread.start()
        try:
            encrypt()
        finally:
            stop.set()
            thread.join()
            sys.setswitchinterval(usual)

    return {
        OWN: Contestant(encrypt, 10),
        "busy": Contestant(partial(beside, sys.getswitchinterval())),
        "busy, 0.1 ms": Contestant(partial(beside, 1e-4)),
        LIMIT: Contestant(peers.cipher_at_best("encrypt", _BESIDE), 20),
    }


def _spin(stop: threading.Event) -> None:
    while not stop.is_set():
        pass


def _many_files(folder: Path, pool: Executor) -> Mapping[str, Contestant]:
    """Many files, one after the other, and by one process for each processor; the processes have been started before."""
    sources = [folder / f"many-{number}" for number in range(_POOL_FILES)]
    for source in sources:
        source.write_bytes(bytes(_POOL_SIZE))
    jobs = [(source, source.with_suffix(".out"), 0x0478) for source in sources]

    def one_process() -> None:
        for job in jobs:
            _encrypt_file(*job)

    def all_processors() -> None:
        for done in [pool.submit(_encrypt_file, *job) for job in jobs]:
            done.result()

    cipher = peers.cipher_at_best("encrypt", _POOL_SIZE)
    return {OWN: Contestant(one_process), "all processors": Contestant(all_processors), LIMIT: Contestant(cipher, _POOL_FILES)}

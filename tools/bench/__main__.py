"""Measures decryption beside the official Python SDK and beside what the machine can do at best: ``python -m tools.bench``.

Strategy: all contestants of a case run in this process, one after the other in every round, in an order that rotates; what is reported is
the median over the rounds of the ratio within one round, and its minimum. Absolute times are shown and do not carry over to another
machine. A case whose limit itself varies by more than ``UNSTEADY`` is marked: the machine was busy. Messages are written by the official
SDK before the clock starts. A benchmark reports; it gates nothing, and no test times anything.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aws_encryption_sdk.identifiers import Algorithm
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import esdkit
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import SUITES
from tools.drivers.python_driver import client, materials

UNSTEADY = 1.3
KEY = bytes(range(32))
JOB: Mapping[str, Any] = {
    "keyring": {"type": "raw", "key": "k", "provider-id": "bench", "encryption-algorithm": "aes"},
    "keys": {"k": {"type": "symmetric", "encoding": "base64", "material": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "key-id": "k"}},
}
CONTEXT = {"purpose": "bench", "tenant": "blue", "origin": "esdkit"}

Contestant = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Case:
    """One message: suite id, frame length and size in bytes, and how often it is decrypted in a round."""

    suite: int
    frame_length: int
    size: int
    repeats: int

    def __str__(self) -> str:
        return f"{self.suite:04x}, {self.frame_length} B frames, {self.size} B"


def cases(mebibytes: int) -> Iterator[Case]:
    """Small messages many times, large ones once."""
    for suite in (0x0478, 0x0578):
        yield Case(suite, 4096, 1024, 200)
        for frame_length in (4096, 65536):
            yield Case(suite, frame_length, mebibytes << 20, 1)


def contestants(case: Case) -> dict[str, Contestant]:
    """What is measured in a case; the first is esdkit, the last is the limit."""
    provider, keyring = ({**JOB, "api": api} for api in ("provider", "keyring"))
    sdk = client(JOB)
    plaintext = bytes(case.size)
    ciphertext, _ = sdk.encrypt(
        source=plaintext,
        encryption_context=CONTEXT,
        frame_length=case.frame_length,
        algorithm=Algorithm.get_by_id(case.suite),
        **materials(provider),
    )
    own, older, newer = RawAesKeyring("bench", "k", KEY), materials(provider), materials(keyring)
    aead, nonce = AESGCM(KEY), bytes(12)
    sealed = aead.encrypt(nonce, plaintext, None)

    def limit() -> object:
        return hashlib.sha384(ciphertext).digest() if SUITES[case.suite].signed else aead.decrypt(nonce, sealed, None)

    return {
        "esdkit": lambda: esdkit.decrypt(source=ciphertext, keyring=own),
        "official, providers": lambda: sdk.decrypt(source=ciphertext, **older),
        "official, MPL": lambda: sdk.decrypt(source=ciphertext, **newer),
        "SHA-384" if SUITES[case.suite].signed else "AES-GCM one shot": limit,
    }


def _seconds(run: Contestant, repeats: int) -> float:
    started = time.perf_counter()
    for _ in range(repeats):
        run()
    return (time.perf_counter() - started) / repeats


def measure(case: Case, rounds: int) -> dict[str, list[float]]:
    """Seconds per decryption, by contestant and round."""
    runs = contestants(case)
    order = list(runs)
    times: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(rounds):
        for name in order:
            times[name].append(_seconds(runs[name], case.repeats))
        order.append(order.pop(0))
    return times


def report(case: Case, times: Mapping[str, list[float]]) -> Iterator[str]:
    """The lines of one case."""
    own, limit = next(iter(times.values())), list(times.values())[-1]
    unsteady = statistics.median(limit) / min(limit) > UNSTEADY
    yield f"{case}{'   (unsteady: the machine was busy)' if unsteady else ''}"
    for name, seconds in times.items():
        ratios = [other / mine for other, mine in zip(seconds, own, strict=True)]
        took, ratio = statistics.median(seconds) * 1e3, statistics.median(ratios)
        yield f"  {name:20} {took:10.3f} ms   {ratio:6.2f} x esdkit's time, at least {min(ratios):.2f}"


def main() -> None:
    """Runs all cases."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Decryption beside the official Python SDK.")
    parser.add_argument("--mib", type=int, default=32, help="size of the large messages")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    for case in cases(options.mib):
        for line in report(case, measure(case, options.rounds)):
            print(line, flush=True)


if __name__ == "__main__":
    main()

"""Measures how many messages a scan looks at: ``python -m tools.bench.scan``.

Rows, messages a second of one core's time, all in one process, which takes turns in each round:

    kms header      ``facts`` of a header with three context pairs and two KMS data keys, read by range (not signed)
    raw message     ``facts`` of a whole message of 1,000 bytes with two raw AES data keys (not signed)
    raw batch       ``scan_batch`` of 1,000 of these messages
    raw signed      the same with a signature, which is not verified
    summary         counting the row of the first
    inspect         what ``inspect --jsonl`` does for the third: ``esdkit.inspect`` and its JSON

Gates look at the ratio to ``inspect`` (see ``rounds``); the goal in messages a second is printed next to the figures.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

import esdkit
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.message.header import build_header
from esdkit.scan.batch import scan_batch
from esdkit.scan.facts import facts
from esdkit.scan.summary import Summary
from esdkit.spec import SUITES
from tools.bench.headers import CONTEXT, header
from tools.bench.rounds import Contestant, Goal, Ratio, interleave

__all__ = ["GOALS", "contestants", "main", "measure"]

RESULTS = Path(__file__).parent / "results" / "scan.json"
GOAL = 50_000  # messages a second
GOALS = {"inspect / kms header": Goal("inspect", "kms header", least=5), "inspect / raw message": Goal("inspect", "raw message", least=5)}
_BATCH = 1000
# How a ciphertext of AWS KMS begins: a header, lengths, and the object identifier of its envelope.
_KMS_BLOB = bytes.fromhex("0102020078") + bytes(60) + bytes.fromhex("0000007e307c06092a864886f70d010706") + bytes(100)


def message(suite: str) -> bytes:
    """A message with two raw AES data keys."""
    keyrings = [RawAesKeyring(namespace="bench", name=name, wrapping_key=bytes(32)) for name in ("first", "second")]
    keyring = MultiKeyring(generator=keyrings[0], children=keyrings[1:])
    data, _ = esdkit.encrypt(source=bytes(1000), keyring=keyring, encryption_context=CONTEXT, algorithm=suite)
    return data


def contestants() -> dict[str, Contestant]:
    """What looks at messages; one run is one message."""
    head = build_header(header(SUITES[0x0478], _KMS_BLOB))
    whole, signed, row, summary = message("0478"), message("0578"), facts(head, 10_000), Summary()
    batch = pa.RecordBatch.from_pydict({"message": [whole] * _BATCH})
    return {
        "kms header": Contestant(lambda: facts(head, 10_000), 2000),
        "raw message": Contestant(lambda: facts(whole), 2000),
        "raw batch": Contestant(lambda: scan_batch(batch)),
        "raw signed": Contestant(lambda: facts(signed), 2000),
        "summary": Contestant(lambda: summary.add(row), 2000),
        "inspect": Contestant(lambda: json.dumps(esdkit.inspect(whole).to_json(fields=False)), 200),
    }


_taking_turns = partial(interleave, clock=time.process_time)


def measure(
    rounds: int,
    run: Callable[[Mapping[str, Contestant], int], Mapping[str, Sequence[float]]] = _taking_turns,
) -> dict[str, Any]:
    """The figures."""
    timed = run(contestants(), rounds)
    seconds = {name: [each / (_BATCH if name == "raw batch" else 1) for each in times] for name, times in timed.items()}
    ratios = {name: Ratio.of(seconds[goal.longer], seconds[goal.shorter]) for name, goal in GOALS.items()}
    return {
        "per_second": {name: round(1 / statistics.median(times)) for name, times in seconds.items()},
        "ratios": {name: {"median": round(ratio.median, 2), "minimum": round(ratio.minimum, 2)} for name, ratio in ratios.items()},
        "held": {name: GOALS[name].held(ratio) for name, ratio in ratios.items()},
    }


def _lines(figures: Mapping[str, Any]) -> list[str]:
    lines = [f"messages a second on one core; goal {GOAL:,} for headers that are not signed"]
    lines += [f"  {name:12} {rate:9,}" for name, rate in figures["per_second"].items()]
    for name, ratio in figures["ratios"].items():
        verdict = "" if figures["held"][name] else "   GATE MISSED"
        lines.append(f"{name}: {ratio['median']:.2f}, at least {ratio['minimum']:.2f}; goal {GOALS[name].least:g} or more{verdict}")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; the exit code says whether every gate was passed."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.scan", description="How many messages a scan looks at.")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help=f"keep the result in {RESULTS.parent.name}/{RESULTS.name}")
    options = parser.parse_args(arguments)
    figures = measure(options.rounds)
    result = {"schema": 1, "bench": "scan", "python": platform.python_version(), **figures}
    text = json.dumps(result, indent=1) + "\n"
    print(text if options.json else "\n".join(_lines(figures)))
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0 if all(figures["held"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())

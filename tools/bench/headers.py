"""Measures how fast a header becomes a model: ``python -m tools.bench.headers``.

Rows, for a header with three context pairs and two encrypted data keys in both message versions:

    model       parse_header: the generated decoder with the value rules, the model
    spans       the same with the span of every field
    values      the decoder alone: the limit
    reference   construct's reader of the same grammar, and the model; no value rules
    official    the official Python SDK's deserializer of the header body

Gates look at ratios (see ``rounds``). The gate of a ratio is 0.7 of what a bare prototype reached, in order to detect a regression; the
goal is the prototype's value itself. If the machine was busy, a run is repeated a few times and then given up.
"""

from __future__ import annotations

import argparse
import io
import json
import platform
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aws_encryption_sdk.internal.formatting.deserialize import deserialize_header

from esdkit.grammar.decoder import decoder
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message import EncryptedDataKey, Header, HeaderAuth, parse_header
from esdkit.message.aad import context_pairs
from esdkit.message.header import build_header, header_from_values
from esdkit.message.rules import fast_reading
from esdkit.spec import CONSTANTS, SUITES, Suite
from tools.bench.rounds import UNSTEADY, Contestant, Goal, Ratio, interleave, steady_rounds, unsteadiness

__all__ = ["GOALS", "contestants", "header", "main", "measure"]

RESULTS = Path(__file__).parent / "results" / "headers.json"
CONTEXT = {"purpose": "bench", "tenant": "blue", "origin": "esdkit"}
KEY_ARN = "arn:aws:kms:eu-west-{}:123456789012:key/0c1d2e3f-4a5b-6c7d-8e9f-0a1b2c3d4e5f"
LIMIT = "values"


GOALS = {
    "reference / model": Goal("reference", "model", least=15),
    "official / model": Goal("official", "model", least=4.4),
    "spans / model": Goal("spans", "model", most=1.6),
}


def header(suite: Suite, ciphertext: bytes = bytes(48)) -> Header:
    """A header of the suite with three context pairs and two data keys of AWS KMS, which are wrapped to ``ciphertext``."""
    first = suite.message_version == 1
    keys = tuple(EncryptedDataKey(b"aws-kms", KEY_ARN.format(region).encode(), ciphertext) for region in (1, 2))
    return Header(
        version=suite.message_version,
        suite=suite,
        message_id=bytes(CONSTANTS.message_id_lengths[suite.message_version]),
        context_pairs=context_pairs(CONTEXT),
        encrypted_data_keys=keys,
        content_type=CONSTANTS.content_framed,
        frame_length=CONSTANTS.default_frame_length,
        auth=HeaderAuth(bytes(suite.iv_length) if first else b"", bytes(suite.tag_length)),
        suite_data=bytes(suite.suite_data_length),
        type=CONSTANTS.message_type if first else None,
        reserved=0 if first else None,
        iv_length=suite.iv_length if first else None,
    )


def contestants(data: bytes) -> dict[str, Contestant]:
    """What reads the bytes of a header."""
    values, with_spans = decoder(HEADER, valid=True).read, fast_reading(HEADER, True, True)
    end = len(data)

    def spans() -> tuple[Header, list[Any]]:
        found: list[Any] = []
        read = with_spans(data, 0, end, None, found)
        assert read is not None
        return header_from_values(*read[0]), found

    return {
        "model": Contestant(lambda: parse_header(data), 2000),
        "spans": Contestant(spans, 2000),
        "values": Contestant(lambda: values(data, 0, end), 4000),
        "reference": Contestant(lambda: header_from_values(*trace(HEADER, data).value), 150),
        "official": Contestant(lambda: deserialize_header(io.BytesIO(data)), 400),
    }


def measure(
    data: bytes, rounds: int, attempts: int, run: Callable[[Mapping[str, Contestant], int], Mapping[str, Sequence[float]]] = interleave
) -> dict[str, Any] | None:
    """The figures of one header; None if the machine was too busy in every attempt."""
    seconds = steady_rounds(contestants(data), LIMIT, rounds, attempts, run)
    if seconds is None:
        return None
    ratios = {name: Ratio.of(seconds[goal.longer], seconds[goal.shorter]) for name, goal in GOALS.items()}
    return {
        "bytes": len(data),
        "unsteadiness": round(unsteadiness(seconds[LIMIT]), 3),
        "microseconds": {name: round(statistics.median(times) * 1e6, 2) for name, times in seconds.items()},
        "ratios": {name: {"median": round(ratio.median, 2), "minimum": round(ratio.minimum, 2)} for name, ratio in ratios.items()},
        "held": {name: GOALS[name].held(ratio) for name, ratio in ratios.items()},
    }


def _lines(name: str, figures: Mapping[str, Any], last: Mapping[str, Any]) -> list[str]:
    times = ", ".join(f"{row} {time:.2f}" for row, time in figures["microseconds"].items())
    lines = [f"{name}, {figures['bytes']} bytes, µs: {times}"]
    for ratio, now in figures["ratios"].items():
        goal = GOALS[ratio]
        wanted = f"goal {goal.least:g} or more" if goal.least is not None else f"goal {goal.most:g} or less"
        before = last.get("cases", {}).get(name, {}).get("ratios", {}).get(ratio)
        change = f", last {before['median']:.2f}" if before else ""
        verdict = "" if figures["held"][ratio] else "   GATE MISSED"
        lines.append(f"  {ratio:18} {now['median']:6.2f}, at least {now['minimum']:.2f}; {wanted}{change}{verdict}")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; the exit code says whether every gate was passed."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.headers", description="How a header becomes a model.")
    parser.add_argument("--rounds", type=int, default=11, help="at least 7")
    parser.add_argument("--attempts", type=int, default=5, help="on a busy machine")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help=f"keep the result in {RESULTS.parent.name}/{RESULTS.name}")
    options = parser.parse_args(arguments)
    if options.rounds < 7:
        parser.error("fewer than 7 rounds say nothing")
    cases: dict[str, Any] = {}
    for name, suite_id in (("v1", 0x0178), ("v2", 0x0478)):
        figures = measure(build_header(header(SUITES[suite_id])), options.rounds, options.attempts)
        if figures is None:
            print(f"refused: in {options.attempts} attempts the limit varied by more than {UNSTEADY}, the machine is busy", file=sys.stderr)
            return 1
        cases[name] = figures
    result = {"schema": 1, "bench": "headers", "python": platform.python_version(), "cases": cases}
    last = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    text = json.dumps(result, indent=1) + "\n"
    print(text if options.json else "\n".join(line for name in cases for line in _lines(name, cases[name], last)))
    if options.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(text, encoding="utf-8")
    return 0 if all(held for figures in cases.values() for held in figures["held"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())

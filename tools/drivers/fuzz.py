"""Runs ``esdkit fuzz`` on the real SDKs that are built, and keeps what it found: docs/data/fuzz.json, from which docs/fuzz-findings.md is
made.

    python -m tools.drivers.fuzz python-4 javascript-5 --max-examples 20000

Programs that were not asked keep their results. Every finding must be explained by spec/known_bugs.yaml, or the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from esdkit import __version__
from esdkit.conform.matrix import Program, described
from esdkit.fuzz.session import Limits, Session, Summary
from esdkit.targets import Bounds, open_target
from tools.drivers.targets import TARGETS, command

FILE = Path(__file__).parents[2] / "docs" / "data" / "fuzz.json"
_SECONDS = 120  # for an answer, on a busy machine


def main() -> int:
    """Asks the programs of the command line."""
    parser = argparse.ArgumentParser(description="Fuzz the real SDKs.")
    parser.add_argument("names", nargs="+", choices=list(TARGETS))
    parser.add_argument("--max-examples", type=int, default=20_000)
    parser.add_argument("--time", type=float)
    options = parser.parse_args()
    for name in options.names:
        result = _asked(name, Limits(options.max_examples, options.time))
        kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
        FILE.write_text(json.dumps({**kept, name: result}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(name, result["asked"], "examples,", sum(row["known"] is None for row in result["findings"]), "findings without a reason")
    results = json.loads(FILE.read_text(encoding="utf-8"))
    return int(any(row["known"] is None for name in options.names for row in results[name]["findings"]))


def _asked(name: str, limits: Limits) -> dict[str, Any]:
    with open_target(f"stdio:{shlex.join(command(name))}", bounds=Bounds(start_seconds=_SECONDS, request_seconds=_SECONDS)) as target:
        program = described(name, target)
        return _result(program, Session({name: program}, limits=limits, seed=0).run())


def _result(program: Program, summary: Summary) -> dict[str, Any]:
    return {
        "program": program.abilities.name,
        "version": program.abilities.version,
        "esdkit": __version__,
        "date": datetime.now(UTC).date().isoformat(),
        "seed": 0,
        "asked": summary.asked,
        "phases": dict(summary.by_phase),
        "ended": summary.ended,
        "blind": bool(summary.blind),
        "findings": [
            {
                "operation": finding.question.plan.operation,
                "field": finding.question.plan.field,
                "expected": str(finding.question.plan.expected),
                "did": next(iter(finding.seen.values())).outcome,
                "text": next(iter(finding.seen.values())).text,
                "times": finding.times,
                "known": finding.known,
            }
            for finding in summary.findings
        ],
    }


if __name__ == "__main__":
    sys.exit(main())

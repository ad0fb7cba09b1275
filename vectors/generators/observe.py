"""Shows the native vectors to the programs under test that are built (``tools/drivers/targets.py``), and writes what they did into
``verified-by``: ``python -m vectors.generators.observe [--only ID …] [--targets NAME …]``.

No message changes. What a program did that is not asked now stays. A program that gives another plaintext than the expected one, or
neither plaintext nor refusal, is named and not recorded. One that does something else than is expected is recorded, and named unless a
decision or spec/known_bugs.yaml explains it.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from esdkit.targets.base import Abilities, Answer, Failed, Given, Refused, Target, Unsupported
from esdkit.targets.opening import open_target
from esdkit.vectors.model import Accept, Vector, VectorSet
from esdkit.vectors.questions import beyond, question_of
from esdkit.vectors.runner import load
from tools.drivers.targets import TARGETS, command, missing
from vectors.generators import native, provenance
from vectors.generators.branch_store import branch_key_sdk
from vectors.generators.keys import test_keys

__all__ = ["main"]

_VARIANT = "javascript-5-default"  # a release that is asked already, with the setting that its documentation advises against

_WITH_KEY_STORE = "python-4"


def _asked(target: Target, abilities: Abilities, vector: Vector) -> Answer | None:
    """What a program answers; None when the question cannot be put to it."""
    question = question_of(vector, vector.keys)
    if isinstance(question, Unsupported) or question.request is None or beyond(question.request, abilities) is not None:
        return None
    return target.decrypt(question.request)


def _outcome(vector: Vector, program: str, answer: Answer | None) -> str | None:
    """What is recorded of an answer; None for nothing."""
    expected = vector.expectation
    if answer is None or isinstance(answer, Unsupported):
        return None
    if isinstance(answer, Failed):
        print(f"{vector.id}: {program} fails: {answer.code}: {answer.reason}")
        return None
    if isinstance(answer, Given) and isinstance(expected, Accept) and answer.data != expected.plaintext:
        print(f"{vector.id}: {program} reads another plaintext")
        return None
    outcome = "accept" if isinstance(answer, Given) else "reject"
    if (outcome == "accept") != isinstance(expected, Accept) and not provenance.explained(vector.id, vector.comment):
        why = f": {answer.kind} {answer.error}" if isinstance(answer, Refused) else ""
        print(f"{vector.id}: {program} says {outcome}{why}; explain it in spec/known_bugs.yaml or by a decision, or mend the vector")
    return outcome


def _observed(name: str, vectors: Sequence[Vector]) -> tuple[dict[str, str], dict[str, str]]:
    """What a target says it is, and its outcome by the ids of the vectors that it answered."""
    with open_target(f"stdio:{shlex.join(command(name))}") as target:
        abilities = target.describe()
        if isinstance(abilities, Failed):
            raise SystemExit(f"{name} does not start: {abilities.reason}")
        outcomes = {vector.id: _outcome(vector, name, _asked(target, abilities, vector)) for vector in vectors}
    if name == _WITH_KEY_STORE:
        outcomes |= _with_branch_keys(vectors)
    known = {vector: outcome for vector, outcome in outcomes.items() if outcome is not None}
    return {"name": abilities.name, "version": abilities.version}, known


def _with_branch_keys(vectors: Sequence[Vector]) -> dict[str, str | None]:
    """The outcomes of vectors with branch keys, which the program's SDK reads from a key store."""
    those = [vector for vector in vectors if vector.keys is not None and "hierarchical_static" in vector.keys.keyring]
    if not those:
        return {}
    with branch_key_sdk(test_keys(native.FOLDER)) as sdk:
        return {vector.id: _outcome(vector, _WITH_KEY_STORE, sdk.read(vector)) for vector in those}


def _chosen(parser: argparse.ArgumentParser, only: Sequence[str] | None) -> list[Vector]:
    (one,) = load([native.MANIFEST])
    assert isinstance(one, VectorSet)
    known: Mapping[str, Any] = {vector.id: vector for vector in one.vectors}
    if unknown := [name for name in only or () if name not in known]:
        parser.error(f"the manifest has no {', '.join(unknown)}")
    return [known[name] for name in only or known]


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks the programs and writes what they did."""
    parser = argparse.ArgumentParser(description="Show vectors/native to programs under test and record what they do.")
    parser.add_argument("--only", nargs="+", metavar="ID", help="these vectors")
    parser.add_argument(
        "--targets", nargs="+", metavar="NAME", choices=tuple(TARGETS), help="these programs; all that are built by default"
    )
    options = parser.parse_args(arguments)
    vectors = _chosen(parser, options.only)
    tests, readers = native.load(), native.load_readers()
    for name in options.targets or [name for name in TARGETS if name != _VARIANT]:
        if why := missing(name):
            print(f"{name} is not asked: {why}")
            continue
        readers[name], outcomes = _observed(name, vectors)
        for vector in vectors:
            others = {reader: outcome for reader, outcome in tests[vector.id]["verified-by"].items() if reader != name}
            mine = {name: outcomes[vector.id]} if vector.id in outcomes else {}
            tests[vector.id]["verified-by"] = {**others, **mine}
    used = {name for test in tests.values() for name in test["verified-by"]}
    order = [name for name in TARGETS if name in used]
    for test in tests.values():
        test["verified-by"] = {name: test["verified-by"][name] for name in order if name in test["verified-by"]}
    native.save(tests, test_keys(native.FOLDER), {name: readers[name] for name in order})
    provenance.write()
    print(f"{len(vectors)} vectors shown")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes ``vectors/PROVENANCE.md`` from the manifest, and checks that folder, manifest and page agree.

``python -m vectors.generators.provenance [--check]``. The numbers in the page are counted, never typed. ``--check`` changes nothing and
names every difference: what ``esdkit vectors lint`` finds, a misnamed ciphertext, a folder that is too heavy, a page that does not say what
the manifest says.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from esdkit.errors import VectorError
from esdkit.spec import known_bugs, spec_path, vector_flags
from esdkit.vectors.lint import lint
from vectors.generators import matrix, native

__all__ = ["explained", "main", "problems", "write"]

PAGE = Path(__file__).parents[1] / "PROVENANCE.md"
LARGEST_FOLDER = 6 << 20

_TEXT = """# Where the native vectors come from

`native/` holds messages of the format, each with what a reader must do: `manifest.json` (its form:
`spec/schemas/native-manifest.json`), `keys.json` and the files that they name. The numbers below are counted from the manifest by
`python -m vectors.generators.provenance`.

**The keys are test keys.** They are public, they protect nothing, and nothing may ever be protected with them.

## Who wrote them

{sources}

A test with a `base` was derived from the test that it names: it is that message with one fact changed, or a new message of the same suite,
context and wrapping key that differs from a valid one in one fact. The forge of esdkit seals these. No two headers are authenticated under
one key.

A message that must be refused has one fault, and everything else holds that the fault leaves to be checked. `esdkit vectors lint` fails if
another check of `verify` fails too. `tests/unit/tools/test_derived_vectors.py` repairs faults, or leaves out a check, and expects that the
message opens: it gives a reader the data key, or does not compare the commit key. Exceptions have the flag `key-derivation` or
`data-key-order`: the reader has another content key, and everything that it seals fails. Each message that must be refused has a `twin`,
which a reader must open for its refusal to count.

## Who read them

These programs were shown the messages; what they did is in `verified-by`. {unseen}

{readers}

No program can be given a data key alone, and what a program says that it cannot do was not asked of it. A reader may refuse what another
rightly writes: the Python SDK takes no frame length above 2^31 - 1, Java no context value that is empty or longer than 32,767 bytes. No
message was refused by the SDK that wrote it.

These readers do something else than the test expects. The last column names the decision (`spec/decisions.yaml`) that says why esdkit does
not, or the row of `spec/known_bugs.yaml`.

{differences}

Of the messages that an SDK wrote, these were refused:

{refusals}

## What they cover

{outcomes}

{flags}

Positive vectors: `generators/matrix.py`. The Python and JavaScript SDKs each write every suite under every raw wrapping key (three AES
lengths, five RSA paddings), Java, Go and Rust a third of these each, in which each has every suite and every key. Contexts, frame lengths,
plaintext lengths, policies and the Python SDK's two APIs are spread over them so that each pair of values appears together at least once,
and each value in a third. Several data keys, required encryption context, unusual names and sizes follow as single cases, then raw ECDH
(three curves, the static and the ephemeral schema, three kinds of reader) and the hierarchical keyring, which the Python SDK writes beside
a key store that has the branch keys of `keys.json` (`branch_store.py`).

Derived vectors: `generators/negative.py`. What must be refused is in `invalid.py` (the bytes alone), `unopened.py` (policy, context, data
key), `unsigned.py` (signature and public key) and `unauthentic.py` (commitment, header tag, frames); what must be accepted although it
looks odd, in `unusual.py`; valid messages under keys that no SDK used, in `twins.py`. What is about encrypted data keys is in
`raw_keys.py` (AES, RSA), `agreed.py` (ECDH), `branches.py` (hierarchical), `choices.py` (order of data keys and keyrings, contexts,
policies) and `kms_shaped.py` (data keys of AWS KMS beside a key that opens). Every error code that a message can provoke has a vector
(`tests/unit/tools/test_derived_vectors.py`).

Small messages of each suite (`plain.py`) are the twins of those that go through fields and suites: each field cut short (`cuts.py`), each
length and count with lies (`lies.py`), bits of each other field inverted (`flips.py`), valid values at an edge (`edges.py`), and each suite
refused at each stage (`per_suite.py`). `tests/unit/tools/test_field_vectors.py` names what they leave out, with the reason.

Writers that differ from the format in one rule: the key derivation (`derivations.py`), the layout (`layout.py`). Known pitfalls and defects
(`pitfalls.py`), and a message that two data keys open to two plaintexts (`two_keys.py`). What an encryption must write or refuse is in
`encrypt.json` (`encryptions.py`); the forge seals its messages. What all of them cover: `docs/vectors.md`.

## How to make them again

`make vectors` writes the positive vectors that are missing, with the SDKs that are built or installed here. The choice of cases follows
from the seed {seed}. The bytes differ from run to run, because data keys, message ids, IVs of data keys and signatures come from the SDKs'
own randomness; messages that are there are kept, and so are the RSA keys in `keys.json`. The derived vectors follow from their bases and
their names: the same bases give the same bytes. `python -m vectors.generators.observe` shows them to the programs that are built, and
changes `verified-by` alone.
"""


def _table(head: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _page(tests: Mapping[str, native.Test], programs: Mapping[str, Any]) -> str:
    sources = Counter((test["source"]["name"], test["source"]["version"], "base" in test) for test in tests.values())
    verdicts = Counter((reader, outcome) for test in tests.values() for reader, outcome in test["verified-by"].items())
    outcomes = Counter((test["expect"]["outcome"], test["expect"].get("stage", "")) for test in tests.values())
    flags = Counter(flag for test in tests.values() for flag in test["flags"])
    unseen = sum(not test["verified-by"] for test in tests.values())
    return _TEXT.format(
        seed=matrix.SEED,
        unseen=f"{unseen} messages were shown to none." if unseen else "Each message was shown to at least one.",
        flags=_table(
            ("flag", "kind of bug", "tests"), ((flag, row.bug, flags[flag]) for flag, row in vector_flags().items() if flags[flag])
        ),
        sources=_table(
            ("source", "version", "kind", "tests"),
            (
                (name, version, "derived" if derived else "its own message", count)
                for (name, version, derived), count in sorted(sources.items())
            ),
        ),
        readers=_table(
            ("reader", "is", "version", "accepted", "refused"),
            ((name, row["name"], row["version"], verdicts[name, "accept"], verdicts[name, "reject"]) for name, row in programs.items()),
        ),
        refusals=_table(("reader", "tests"), iter(sorted(_refusals(tests).items()))),
        differences=_table(("test", "expected", "who does otherwise", "see"), _differences(tests)),
        outcomes=_table(("expected", "at stage", "tests"), ((*key, count) for key, count in sorted(outcomes.items()))),
    )


def _differences(tests: Mapping[str, native.Test]) -> Iterator[tuple[str, str, str, str]]:
    """Derived tests that a reader does not do as they expect: test, expected, who does otherwise, where that is explained."""
    for name, test in tests.items():
        expected = test["expect"]["outcome"]
        others = [reader for reader, outcome in test["verified-by"].items() if outcome != expected]
        if "base" in test and others:
            yield name, expected, ", ".join(others), ", ".join(explained(name, test["comment"]))


def explained(name: str, comment: str) -> list[str]:
    """Where it is explained that a reader does something else than a test expects: decisions, or rows of spec/known_bugs.yaml."""
    rows = [bug.id for bug in known_bugs().values() if name in bug.vectors and bug.operation is None]
    return re.findall(r"DEC-[A-Z0-9-]+", comment) or rows


def _refusals(tests: Mapping[str, native.Test]) -> Counter[str]:
    """How many messages of SDKs each reader refused."""
    own = [test["verified-by"] for test in tests.values() if "base" not in test]
    return Counter(reader for verdicts in own for reader, outcome in verdicts.items() if outcome == "reject")


def write() -> None:
    """Writes the page."""
    PAGE.write_text(_page(native.load(), native.load_readers()), encoding="utf-8")


def problems() -> Iterator[str]:
    """Every difference between manifest, folder and page, one line each."""
    try:
        yield from lint(native.FOLDER, spec_path() / "requirements")
    except VectorError as error:
        yield str(error)
    tests = native.load()
    for name, test in tests.items():
        if test["ciphertext"] != f"file://ciphertexts/{name}.bin":
            yield f"the ciphertext of {name} has another name than its test"
    if (size := sum(path.stat().st_size for path in native.FOLDER.rglob("*") if path.is_file())) > LARGEST_FOLDER:
        yield f"the folder holds {size} bytes, more than {LARGEST_FOLDER}"
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != _page(tests, native.load_readers()):
        yield f"{PAGE.name} does not say what the manifest says: run python -m vectors.generators.provenance"


def main(arguments: list[str]) -> int:
    """Writes the page or, with ``--check``, reports the problems; 1 when there are any."""
    if arguments != ["--check"]:
        write()
        return 0
    found = list(problems())
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

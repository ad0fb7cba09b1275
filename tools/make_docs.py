"""Writes the pages that present the tables of ``spec/``: errors, lint, the format, troubleshooting, the official command line,
interoperability, fuzzing; and the schema of keyring files.

Strategy: one function for each page returns its whole text from ``esdkit.spec``; the same specification gives the same text. Nothing in
these pages is written by hand, so a page that differs from the tables is out of date, and a page that no function writes is obsolete.

    python tools/make_docs.py [--check] [--docs FOLDER]      --check writes nothing and exits 1 when a page is out of date
"""

from __future__ import annotations

import argparse
import inspect
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from esdkit import errors
from esdkit.cmm import config
from esdkit.conform.explain import bugs_in
from esdkit.conform.report import heading, outcome_text
from esdkit.doctor.sdk_errors import as_printed
from esdkit.inspector.lint.findings import built_in_profile
from esdkit.message.rules import EARLIER, POSITION, RULES, Rule
from esdkit.spec import (
    CONSTANTS,
    FIELDS,
    NOT_ESDK,
    POLICIES,
    SIGNATURES,
    SUITES,
    AcceptedFault,
    Decision,
    ErrorCode,
    Field,
    KnownBug,
    Limit,
    LintRule,
    OfficialFlag,
    OfficialMember,
    Provider,
    ReaderLimit,
    SdkAnswerRow,
    SdkError,
    Suite,
    answering_sdks,
    decisions,
    error_codes,
    kms_advice,
    known_bugs,
    limits,
    lint_profiles,
    lint_rules,
    misuses,
    non_messages,
    official_flags,
    official_metadata,
    official_wrapping_keys,
    origins,
    providers,
    readers,
    scan_columns,
    scan_conditions,
    sdk_answers,
    sdk_errors,
)
from esdkit.vectors.published import native_path

__all__ = ["main", "out_of_date", "pages", "rule_requirements"]

_ROOT = Path(__file__).resolve().parents[1]
_WIDTH = 140


# --- pieces of Markdown ---


def _paragraph(text: str, indent: str = "") -> str:
    return "\n".join(wrap(text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows))


def _page(title: str, source: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", f"Written by `python tools/make_docs.py` from `{source}`; do not edit it.", *parts]) + "\n"


def _code(text: object) -> str:
    return f"`{text}`"


# --- errors ---

_ABOUT_ERRORS = """Every error of esdkit has a code. The code names the reason and never changes; the text of an error may. The command line
prints code, location and hint. In Python they are `error.code`, `error.path`, `error.offset` and `error.hint`; `str(error)` has all but the
code in one line, and `error.summary` leaves out the hint. All classes are in `esdkit.errors` and derive from `EsdkError`. The
requirements of each error are listed in [compliance.md](compliance.md)."""


def _errors_page() -> str:
    rows = error_codes().values()
    index = ([f"[{_code(row.code)}](#{row.code})", row.class_name, str(row.exit_code)] for row in rows)
    classes = dict.fromkeys(row.class_name for row in rows)
    return _page(
        "Errors and what to do",
        "spec/errors.yaml",
        _paragraph(_ABOUT_ERRORS),
        _table(["code", "class", "exit code"], index),
        *(_errors_of_class(name, [row for row in rows if row.class_name == name]) for name in classes),
    )


def _errors_of_class(name: str, rows: Sequence[ErrorCode]) -> str:
    means = (getattr(errors, name).__doc__ or "").splitlines()[0].replace("``", "`")
    return "\n\n".join([f"## {name}", _paragraph(f"{means} The command line exits with {rows[0].exit_code}."), *map(_error, rows)])


def _error(row: ErrorCode) -> str:
    parts = [f"### {row.code}", _paragraph(row.means)]
    if row.hint is not None:
        parts.append(_paragraph(f"**What to do:** {row.hint}"))
    if row.hint_writing is not None:
        parts.append(_paragraph(f"**What to do when writing:** {row.hint_writing}"))
    fields = [field.id for field in FIELDS.values() if field.error == row.code]
    if fields:
        parts.append(_paragraph(f"Fields: {', '.join(map(_code, fields))}"))
    if row.requirements:
        parts.append(_paragraph(f"Requirements: {', '.join(row.requirements)}"))
    return "\n\n".join(parts)


# --- fields ---

_PARTS = {
    "header": ("The header", "`header.*` is what the header tag authenticates, `header_auth.*` is that tag."),
    "body": (
        "The body",
        "Framed: any number of regular frames (`body.frame.*`), then a final frame (`body.final_frame.*`), known by its marker.\n"
        "Non-framed: one block (`body.*`). The header's content type says which.",
    ),
    "footer": ("The footer", "It is present if, and only if, the suite signs."),
    "body_aad": (
        "The AAD of the body",
        "What is authenticated with each frame or block. Writer and reader compute it; it is never stored.",
    ),
    "ecdh": (
        "ECDH provider information and ciphertext",
        "What an ECDH keyring puts into provider information and ciphertext of its encrypted data key.",
    ),
    "hierarchy": (
        "Hierarchical keyring ciphertext",
        "What a hierarchical keyring puts into the ciphertext of its encrypted data key.",
    ),
    "ml_kem": (
        "ML-KEM provider information",
        "What the AWS KMS ML-KEM keyring, a proposal, puts into the provider information of its encrypted data key.",
    ),
    "raw_aes": ("Raw AES provider information", "What a raw AES keyring puts into the provider information of its encrypted data key."),
}
_ABOUT_FIELDS = """Fields are listed in the order of the bytes. Numbers are unsigned and big-endian. The type of a byte string gives its
size: a number of bytes, the value of another field, or a property of the suite. A field marked * repeats. The error is what a reader raises
when the value is not valid or not authentic."""


def _fields_page(part: str) -> str:
    title, front = _PARTS[part]
    header = ["field", "versions", "type", "what it is", "valid", "error", "requirements"]
    rows = (_field(row) for row in FIELDS.values() if row.part == part)
    return _page(title, "spec/format/", front, _paragraph(_ABOUT_FIELDS), _table(header, rows))


def _field(row: Field) -> list[str]:
    name = _code(row.id) + (" *" if row.repeats else "")
    error = "" if row.error is None else f"[{_code(row.error)}](../errors.md#{row.error})"
    return [name, ", ".join(map(str, row.versions)), _type(row), row.doc, _valid(row), error, ", ".join(row.requirements)]


def _type(row: Field) -> str:
    if row.type != "bytes":
        return row.type
    if isinstance(row.size, Mapping):
        return "bytes: " + ", ".join(f"{size} in version {version}" for version, size in row.size.items())
    return f"bytes: {_code(row.size) if isinstance(row.size, str) and '.' in row.size else row.size}"


def _valid(row: Field) -> str:
    if row.allowed is not None:
        return " or ".join(f"{value:#x}" if row.unit == "number" and value > 9 else str(value) for value in row.allowed)
    if row.unit == "utf-8":
        return "UTF-8"
    bounds = (("at least", row.minimum), ("at most", row.maximum))
    return ", ".join(f"{word} {value}" for word, value in bounds if value is not None)


# --- rules ---

_ABOUT_RULES = """What a message may not contain although its structure is right. A rule looks at the fields that are named here, and the
reader blames the last of them. The values that one field may have by itself are in the tables of the fields."""
_OPERANDS = {POSITION: "position in its list", EARLIER: "earlier values"}


def _rules_page() -> str:
    header = ["rule", "fields", "error", "what a reader says", "requirements"]
    return _page("Value rules", "src/esdkit/message/rules.py", _paragraph(_ABOUT_RULES), _table(header, map(_rule, RULES)))


def _rule(one: Rule) -> list[str]:
    fields = [_OPERANDS.get(operand, _code(operand)) for operand in one.operands]
    error = f"[{_code(one.code)}](../errors.md#{one.code})"
    return [inspect.getdoc(one.test) or "", ", ".join(fields), error, _code(one.text), ", ".join(rule_requirements(one))]


def rule_requirements(one: Rule) -> list[str]:
    """The requirement ids that a rule's function cites."""
    return re.findall(r"[A-Z]{3}-[A-Z]{3}-\d{3}", "".join(re.findall(r"# Reqs: (.*)", inspect.getsource(one.test))))


# --- limits ---

_ABOUT_BOUNDS = """What is larger is refused; what a search for messages leaves out is said. These are the limits of the format itself, and
those that esdkit sets so that an input of somebody else takes bounded time and memory. [Options](../howto/decrypt.md) limit further what a
message may hold."""


def _limits_page() -> str:
    return _page(
        "Limits",
        "spec/limits.yaml",
        _paragraph(_ABOUT_BOUNDS),
        _table(["limit", "value", "unit", "why"], ([_code(name), *_limit_row(row)] for name, row in limits().items())),
    )


def _limit_row(row: Limit) -> list[str]:
    return [f"{row.value:,}", row.unit, row.why]


# --- suites ---


_ABOUT_DERIVATION = (
    "HKDF derives the content key from the data key. Its info is the suite id and the message id; with commitment it is the suite id and "
    f"`{CONSTANTS.derive_key_label.decode()}` in ASCII. With commitment, the same salt and the info "
    f"`{CONSTANTS.commit_key_label.decode()}` alone give the commit key."
)


def _suites_page() -> str:
    first = next(iter(SUITES.values()))
    schemes = (
        [_code(row.name), row.curve, row.hash, str(row.point_length), str(row.usual_signature_length)] for row in SIGNATURES.values()
    )
    policies = ([_code(rule.name), rule.encrypt, rule.decrypt, f"{rule.default_suite:04x}"] for rule in POLICIES.values())
    strangers = {what: ", ".join(f"{id_:04x}" for id_, other in NOT_ESDK.items() if other == what) for what in NOT_ESDK.values()}
    return _page(
        "Algorithm suites",
        "spec/suites.yaml",
        f"All encrypt with AES-GCM, IV of {first.iv_length} bytes, tag of {first.tag_length}. A suite has one message version.",
        _table(["id", "name", "version", "data key", "key derivation", "commitment", "signature"], map(_suite, SUITES.values())),
        "## Key derivation",
        _paragraph(_ABOUT_DERIVATION),
        "## Signatures",
        _table(["scheme", "curve", "hash", "compressed point", "usual signature"], schemes),
        "## Commitment policies",
        _table(["policy", "encrypts with suites that are", "decrypts suites that are", "default suite"], policies),
        "## Ids that are not suites of this format",
        _table(["ids", "what they are"], ([ids, what] for what, ids in strangers.items())),
    )


def _suite(suite: Suite) -> list[str]:
    salt = {"zeros": "salt: zeros", "message_id": "salt: the message id", None: ""}[suite.salt]
    kdf = "none, the data key itself" if suite.kdf == "identity" else f"HKDF, {suite.kdf_hash}, {salt}"
    commitment = f"{suite.suite_data_length} bytes" if suite.commitment else "no"
    signature = "no" if suite.signature is None else _code(suite.signature.name)
    return [suite.hex_id, _code(suite.name), str(suite.message_version), str(suite.data_key_length), kdf, commitment, signature]


# --- kinds of keyring ---

_ABOUT_KEYRINGS = """The kinds of keyring that write encrypted data keys, and what each puts into its parts. Raw keyrings choose their
provider ids themselves, so their kind is only likely. An empty cell of *SDKs* means all of them. The last column has the kind's names in a
keyring file, whose schema is `spec/schemas/keyring-file.json`."""
_ABOUT_POST_QUANTUM = """`esdkit inspect` says the same of each data key. *yes*: a quantum computer that runs Shor's algorithm does not
unwrap the data key, because the wrapping uses symmetric keys or ML-KEM alone. Symmetric keys of every length count: Grover's search is not
a practical attack on 128 bits. *no*: it does, so whoever has stored the message can read it then. *unknown*: esdkit does not know how the
data key is wrapped. The answer is about the wrapping of one data key, as it is stored. It is not about the connection to AWS KMS, nor about
the signature, which ECDSA makes in every suite that signs. A message is as weak as the weakest of its data keys."""
_INFO = {"text": "the name of the wrapping key"}


def _keyrings_page() -> str:
    header = ["kind", "name", "provider id", "provider information", "ciphertext", "opened by", "SDKs", "in a keyring file"]
    return _page(
        "Kinds of keyring",
        "spec/providers.yaml",
        _paragraph(_ABOUT_KEYRINGS),
        _table(header, map(_provider, providers().values())),
        "## Quantum computers",
        _paragraph(_ABOUT_POST_QUANTUM),
        _table(
            ["kind", "post-quantum", "why"], ([_code(row.id), row.post_quantum, row.post_quantum_because] for row in providers().values())
        ),
    )


def _provider(row: Provider) -> list[str]:
    provider_id = "" if row.provider_id is None else _code(row.provider_id)
    info = "the ARN of a KMS key" if row.arn else _INFO.get(row.info, _code(row.info))
    sdks = "none" if row.sdks == {} else ", ".join(f"{sdk} {first}" for sdk, first in (row.sdks or {}).items())
    return [_code(row.id), row.name, provider_id, info, _code(row.ciphertext), row.needs, sdks, ", ".join(map(_code, row.keyrings))]


# --- readers and writers ---

_ABOUT_READERS = """Which releases of the official SDKs read a message, as `esdkit inspect` and `esdkit doctor` say it. The releases and
keyrings are from the SDKs' documentation, the limits are measured: native vectors show most of them, and a test runs the SDKs for Python
and JavaScript on each. An SDK without a measured release is judged by its documentation alone: what it does with an invalid message is
unknown. The kinds of keyring, and the releases that have them, are on [their own page](keyrings.md)."""
_ABOUT_LIMITS = """A message that is valid, and that single SDKs do not read, or only under a condition."""
_ABOUT_ACCEPTED = """A message that is not valid, and that single SDKs read all the same. The measured SDKs that are not named refuse it."""
_ABOUT_WRITERS = """Habits of writers that show in a message. None is proof: each hint is given with its reason. An SDK that is not named
does not write so; a test holds every hint against the native vectors that the SDKs for Python and JavaScript wrote."""
_ABOUT_SERVICES = """Services that write messages, and by what they are recognized. Anybody can write the same names, so this is likely at
most."""


def _readers_page() -> str:
    table, first = readers(), readers().first_releases
    return _page(
        "What SDKs read and write",
        "spec/readers.yaml`, `spec/known_bugs.yaml` and `spec/origins.yaml",
        _paragraph(_ABOUT_READERS),
        _table(
            ["SDK", "reads version 1 since", "version 2 since", "measured"],
            ([sdk, first[1][sdk], first[2][sdk], table.measured.get(sdk, "")] for sdk in first[1]),
        ),
        "## Limits of readers",
        _paragraph(_ABOUT_LIMITS),
        _table(["limit", "when", "refused by", "read since", "notes", "source"], map(_limit, table.limits)),
        "## Invalid messages that are read",
        _paragraph(_ABOUT_ACCEPTED),
        _table(["fault", "error code", "read by", "source"], map(_accepted, table.accepted)),
        "## Hints about the writer",
        _paragraph(_ABOUT_WRITERS),
        _table(
            ["hint", "says", "because", "written by"],
            ([_code(id_), row.says, row.because, _releases(row.writers)] for id_, row in origins().hints.items()),
        ),
        "## Services",
        _paragraph(_ABOUT_SERVICES),
        _table(
            ["service", "sign", "confidence", "what to do"],
            ([row.name, row.sign, row.confidence, row.advice] for row in origins().services),
        ),
    )


def _limit(row: ReaderLimit) -> list[str]:
    notes = "; ".join(f"{sdk}: {note}" for sdk, note in row.notes.items())
    return [_code(row.id), row.when, ", ".join(row.refused_by), _releases(row.read_since), notes, row.source]


def _accepted(row: AcceptedFault) -> list[str]:
    read_by = [*row.accepted_by, *(f"{sdk} (only with {api})" for sdk, api in row.only_with.items())] or ["none that was measured"]
    return [_code(row.id), f"{_code(row.code)}{'' if row.of is None else f': {row.of}'}", ", ".join(read_by), row.source]


def _releases(by_sdk: Mapping[str, str]) -> str:
    return ", ".join(f"{sdk}{'' if release == 'any' else f' {release}'}" for sdk, release in by_sdk.items())


# --- interoperability ---

_ABOUT_INTEROP = """`esdkit conform` lets programs write messages and read each other's; this is what it gave for the official SDKs that
`make peers` builds. `make conform` runs it again. Rows write, columns read: messages opened of those asked. What an SDK cannot do is not
asked: no master key and no JavaScript keyring does ECDH. Each message was also verified by esdkit with its key. An SDK that is not here was
not measured."""
_ABOUT_FUZZING = """`python -m tools.drivers.fuzz PROGRAM...` runs [`esdkit fuzz`](howto/fuzz-your-parser.md) on the SDKs that are built;
this is what it gave with seed 0. Each line is a known bug, what the program did, and what was changed in the messages that show it;
`none` has no row. Programs that are not here were not fuzzed."""
_ABOUT_BUGS = """What official SDKs do otherwise than the format, or than esdkit. A test runs the vectors of each row on the SDKs that are
built, and fails when a bug was fixed or when an SDK judges another vector otherwise than esdkit. What is called reported was not
measured."""


def _interop_page() -> str:
    document = json.loads((_ROOT / "docs" / "data" / "interop.json").read_text(encoding="utf-8"))
    names = [program["name"] for program in document["programs"]]
    read = {(row[0], row[1]): f"{row[2]}/{row[3]}" for row in document["read"]}
    return _page(
        "Which SDK reads which SDK's messages",
        "docs/data/interop.json`, `docs/data/fuzz.json` and `spec/known_bugs.yaml",
        _paragraph(_ABOUT_INTEROP),
        _paragraph(f"{heading(document)}."),
        _table(["program", "is", "version"], ([one["name"], one["program"], one["version"]] for one in document["programs"])),
        _table(["writes", *names], ([name, *(read[name, other] for other in names)] for name in names)),
        "## Why not all",
        "\n".join(_paragraph(f"- {outcome_text(entry)}. {_because(entry)}", "  ") for entry in document["disagreements"]),
        "## What fuzzing found",
        _paragraph(_ABOUT_FUZZING),
        _fuzz_table(json.loads((_ROOT / "docs" / "data" / "fuzz.json").read_text(encoding="utf-8"))),
        "## Known bugs",
        _paragraph(_ABOUT_BUGS),
        *(_bug(bug) for bug in known_bugs().values()),
    )


def _fuzz_table(document: Mapping[str, Any]) -> str:
    return _table(
        ["program", "version", "examples", "reason", "did", "changes"],
        (
            [name, result["version"], f"{result['asked']:,}", reason, did, ", ".join(changes)]
            for name, result in document.items()
            for (reason, did), changes in (_by_reason(result["findings"]) or {("no finding", ""): []}).items()
        ),
    )


def _by_reason(findings: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], list[str]]:
    """What was changed, by the known bug that explains it and by what the program did."""
    found: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        bug = "none" if finding["known"] is None else finding["known"].partition(":")[0]
        change = f"{finding['operation']} {finding['field']}".strip()
        changes = found.setdefault((bug, finding["did"]), [])
        if change not in changes:
            changes.append(change)
    return found


# --- fuzzing of esdkit itself ---

_ABOUT_LONG_RUN = """`python -m tools.fuzzing.long` gave esdkit valid messages, files and requests that were changed, and random bytes. A
harness reads an input in every way that esdkit has for it: only esdkit's own errors may leave, all ways must agree on the outcome, code and
place, and a changed message must not decrypt to anything but what it was. A mutation that knows the right answer must get that answer.
A run of 4,526,000 inputs, a day earlier, found one disagreement: a message that was handled as text, and cut, was called whole. It was
mended first. [Fuzz your parser](howto/fuzz-your-parser.md#fuzz-esdkit-itself) says how to run it again."""

_ABOUT_TOY = """`esdkit fuzz` itself must not blame a reader that is right. 200,000 of its examples, 40,000 from each of the seeds 0 to 4,
gave no finding about `tests/toy_reader.py`, which shares no code with esdkit (2026-11-30, esdkit 0.1.0): `pytest -n 0 -m fuzz -k very_many
tests/unit/fuzz/test_session.py`."""

_ABOUT_HARNESSES = """What each harness does is in `tools/fuzzing/harnesses.py`. Most inputs go to those that are quick: to read a header in
all ways takes a quarter of a millisecond, all views of a message ten times as long. An input is counted once, at the harness that read it.
"""


def _fuzzing_page() -> str:
    document = json.loads((_ROOT / "docs" / "data" / "fuzz-long.json").read_text(encoding="utf-8"))
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    found = ", ".join(f"{number} {kind}" for kind, number in document["findings"].items())
    return _page(
        "Fuzzing of esdkit itself",
        "docs/data/fuzz-long.json",
        _paragraph(_ABOUT_LONG_RUN),
        _paragraph(
            f"{document['date']}, seed {document['seed']}: {document['inputs']:,} inputs, {document['judged']:,} of them with a known "
            f"right answer or a known original; {document['inputs_per_cpu_second']:,} per second and core. Findings: {found}. "
            f"Versions: {versions}."
        ),
        _table(
            ["harness", "inputs", "accepted", "refused", "most frequent refusals"],
            (
                [name, f"{one['inputs']:,}", f"{one['accepted']:,}", f"{sum(one['refused'].values()):,}", _frequent(one["refused"])]
                for name, one in document["harnesses"].items()
            ),
        ),
        _paragraph(_ABOUT_HARNESSES.rstrip()),
        _paragraph(_ABOUT_TOY),
    )


def _frequent(refused: Mapping[str, int]) -> str:
    return ", ".join(f"{code} {number:,}" for code, number in Counter(refused).most_common(4))


# --- what SDKs do otherwise than the native vectors expect ---

_ABOUT_DIVERGENCES = """Each program was shown the native vectors whose keys it has; `verified-by` in the manifest says what it did. What it
does otherwise than a vector expects is explained by a [known bug](interop.md#known-bugs) of the program or, where the specification leaves
room, by a [decision](format/decisions.md); without either, this page is not written."""
_ABOUT_STREAMS = """What the streams of a program do otherwise, and what it does not do with the whole message at once.
`verified-by` does not say this; a test asks the programs that are built for streams, too."""


def _divergences_page() -> str:
    manifest = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))
    readers, tests = manifest["readers"], manifest["tests"]
    shown = Counter(reader for test in tests.values() for reader in test["verified-by"])
    explained: dict[tuple[str, str], dict[str, list[str]]] = {}
    for name, test in tests.items():
        for reader in _others(test):
            does = "accepts" if test["expect"]["outcome"] == "reject" else "refuses"
            explained.setdefault((_reason(name, test, readers[reader]), does), {}).setdefault(name, []).append(reader)
    otherwise = Counter(reader for vectors in explained.values() for others in vectors.values() for reader in others)
    rows = ([name, row["name"], row["version"], str(shown[name]), str(otherwise[name])] for name, row in readers.items())
    return _page(
        "What SDKs do otherwise than the native vectors expect",
        "vectors/native/manifest.json` and `spec/known_bugs.yaml",
        _paragraph(_ABOUT_DIVERGENCES),
        _table(["program", "is", "version", "vectors shown", "otherwise"], rows),
        *(_divergence(reason, does, vectors) for (reason, does), vectors in sorted(explained.items())),
        "## Streams",
        _paragraph(_ABOUT_STREAMS),
        _table(["bug", "does", "who", "vectors"], map(_of_streams, (bug for bug in known_bugs().values() if bug.operation == "stream"))),
    )


def _of_streams(bug: KnownBug) -> list[str]:
    return [f"[{bug.id}](interop.md#{bug.id})", f"{' and '.join(bug.does)}: {bug.defect}", bug.who, " ".join(map(_code, bug.vectors))]


def _others(test: Mapping[str, Any]) -> list[str]:
    """The programs that do not do what a vector expects."""
    return [reader for reader, outcome in test["verified-by"].items() if outcome != test["expect"]["outcome"]]


def _reason(name: str, test: Mapping[str, Any], reader: Mapping[str, str]) -> str:
    """The id of the known bug, or of the decision in the vector's comment, that explains what a program does.

    Raises:
        LookupError: there is neither.
    """
    bugs = [bug.id for bug in bugs_in(reader["name"], reader["version"]) if name in bug.vectors]
    found = bugs or re.findall(r"DEC-[A-Z0-9-]+", test["comment"])
    if not found:
        raise LookupError(f"{name}: no row of spec/known_bugs.yaml and no decision says why {reader['name']} does otherwise")
    return found[0]


def _divergence(reason: str, does: str, vectors: Mapping[str, Sequence[str]]) -> str:
    bug = known_bugs().get(reason)
    if bug is None:
        said = f"A program {does} it. Decision: [{reason}](format/decisions.md#{_anchor(reason)})."
    else:
        decision = f" Decision: [{bug.decision}](format/decisions.md#{_anchor(bug.decision)})." if bug.decision else ""
        said = f"{bug.defect}{decision} [More](interop.md#{reason.replace('.', '')})."
    table = _table(["vector", "programs"], ([_code(name), ", ".join(programs)] for name, programs in vectors.items()))
    return f"## {reason}: {does}\n\n{_paragraph(said)}\n\n{table}"


def _because(entry: Mapping[str, Any]) -> str:
    bug = entry["bug"]
    return "Not explained." if bug is None else f"Known bug [{bug}](#{bug.replace('.', '')}): {known_bugs()[bug].defect}"


def _bug(bug: KnownBug) -> str:
    parts = [f"{' and '.join(bug.does)}: {bug.defect}", f"In {bug.who}."]
    parts += [f"Not since {sdk} {release}." for sdk, release in bug.fixed.items()]
    parts += [f"Decision: {bug.decision}."] if bug.decision is not None else []
    parts += [_shown_by(bug.vectors)] if bug.vectors else []
    return f"### {bug.id}\n\n{_paragraph(' '.join([*parts, f'Source: {bug.source}.']))}"


def _shown_by(vectors: Sequence[str]) -> str:
    return f"Vector: {_code(vectors[0])}." if len(vectors) == 1 else f"{len(vectors)} native vectors show it."


def _keyring_file_schema() -> str:
    return json.dumps(config.schema(), indent=1) + "\n"


# --- decisions ---

_ABOUT_DECISIONS = """Where the upstream text is wrong (DEC-E…), where SDKs differ (DEC-G…), and our own choices. *Text* is what upstream
says, *SDKs* what they do, *esdkit* what we do and why. A switch is the option that changes the default."""
_DEFAULTS = {
    "strict-refuse": "rejected, or a usage error",
    "accept": "accepted, or done",
    "skip": "skipped; the next candidate is tried",
    "as-written": "the upstream text is followed",
    "corrected": "the upstream text is wrong; its intent is followed",
    "out-of-scope": "does not concern esdkit",
}


def _decisions_page() -> str:
    defaults = _table(["default", "means"], ([_code(name), means] for name, means in _DEFAULTS.items()))
    return _page("Decisions", "spec/decisions.yaml", _paragraph(_ABOUT_DECISIONS), defaults, *map(_decision, decisions().values()))


def _decision(row: Decision) -> str:
    items = [
        f"Text: {row.upstream}",
        f"SDKs: {row.others}",
        f"esdkit: {row.decision} {row.why}",
        f"Default: {_code(row.default)}" + ("" if row.switch is None else f"; switch: {_code(row.switch)}"),
        *([f"Requirements: {', '.join(row.requirements)}"] if row.requirements else []),
    ]
    return "\n".join([f"## {row.id}: {row.title}", "", *(_paragraph(f"- {item}", indent="  ") for item in items)])


# --- lint ---

_ABOUT_LINT = """What `esdkit lint` reports about messages that can be read, and its severity in each profile. An error is a danger to
the content, a warning needs action, a note is worth knowing; none turns the rule off. Ids never change. Everything that makes a reader
reject a message is an error too, under its [error code](errors.md). How to use it: [lint messages](howto/lint-messages.md)."""


def _lint_page() -> str:
    profiles = [built_in_profile(name) for name in lint_profiles()]
    rows = ([f"[{_code(row.id)}](#{row.id})", *(one.severity(row.id) for one in profiles)] for row in lint_rules().values())
    return _page(
        "Lint rules",
        "spec/lint.yaml",
        _paragraph(_ABOUT_LINT),
        _table(["profile", "what it is for"], ([_code(row.name), row.means] for row in lint_profiles().values())),
        _table(["rule", *lint_profiles()], rows),
        *map(_lint_rule, lint_rules().values()),
    )


def _lint_rule(row: LintRule) -> str:
    limit = "" if row.limit is None else f" The limit is {row.limit} {row.unit}."
    parts = [f"## {row.id}", f"{row.title}.", f"{row.means}{limit}", f"**Why:** {row.why}", f"**What to do:** {row.advice}"]
    links = [f"[{name}](format/decisions.md#{_anchor(name)})" for name in row.decisions]
    parts.append("; ".join(([f"Decisions: {', '.join(links)}"] if links else []) + [f"Requirements: {', '.join(row.requirements)}"]))
    return "\n\n".join(map(_paragraph, parts))


def _anchor(decision: str) -> str:
    """The name of a decision's heading in links."""
    heading = f"{decision}: {decisions()[decision].title}"
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


# --- scan ---

_ABOUT_SCAN = """What `esdkit scan` writes about each message, as JSON lines or Parquet, and what its conditions ask. No column needs a
key, and none is authenticated: it is what the header says. A column is null where the bytes that were read do not tell."""
_ABOUT_CONDITIONS = """A condition is a name alone, `name=value` or `name!=value`; in a list with commas one of them must hold. For a column
of the data keys, `=` holds when one data key has the value, and `!=` when one data key is not known to have it, so a raw key fulfills
`account!=111122223333`. Of a message whose data keys are not known, neither holds: add `any-problem` to a gate. For a column of the
message, `!=` also holds where it is null. A value cannot contain a comma."""
_SCAN_PARTS = {"place": "Where the message is", "message": "The message", "data_key": "Each item of `data_keys`"}


def _scan_page() -> str:
    parts = [part for of, title in _SCAN_PARTS.items() for part in (f"## {title}", _scan_columns(of))]
    conditions = ([_code(row.name), "" if row.column is None else _code(row.column), row.doc] for row in scan_conditions().values())
    return _page(
        "Rows of a scan",
        "spec/scan.yaml",
        _paragraph(_ABOUT_SCAN),
        *parts,
        "## Conditions",
        _paragraph(_ABOUT_CONDITIONS),
        _table(["condition", "column", "it holds for"], conditions),
    )


def _scan_columns(of: str) -> str:
    rows = [row for row in scan_columns() if row.of == of]
    return _table(
        ["column", "type", "what it is", "null when"], ([_code(row.name), row.type, row.doc, row.null_when or ""] for row in rows)
    )


# --- sdk_errors ---

_ABOUT_TROUBLES = """What the official SDKs and AWS KMS say when a message does not decrypt, why, and what to do. `esdkit doctor FILE`
examines the message itself, with your keys if you give them, and says which cause applies; `esdkit doctor --error TEXT` finds an error on
this page. How to read its report: [why does it fail](why-does-it-fail.md). What each SDK says to each kind of damage was measured:
[what SDKs say](../sdk-answers.md). How many of their texts are known: [error texts](../sdk-texts.md)."""
_ABOUT_THINGS = "What `doctor` recognizes, and what to do about it."
_ABOUT_KMS = "What AWS KMS, or the connection to it, answers; the code is in parentheses after *An error occurred*."


def _troubles_page() -> str:
    rows = sdk_errors().values()
    index = ([", ".join(row.sdks), f"[{as_printed(row.texts[0])}](#{row.id})"] for row in rows)
    kinds = ([row.name.replace("{}", "…"), row.advice] for row in non_messages().values())
    codes = ([_code(row.aws_code), row.advice] for row in kms_advice().values())
    return _page(
        "Troubleshooting",
        "spec/sdk_errors.yaml",
        _paragraph(_ABOUT_TROUBLES),
        _table(["says", "error"], index),
        "## Errors",
        *map(_trouble, rows),
        "## Bytes that are not a message",
        _ABOUT_THINGS,
        _table(["what it is", "what to do"], kinds),
        "## Error codes of AWS KMS",
        _ABOUT_KMS,
        _table(["code", "what to do"], codes),
    )


def _trouble(row: SdkError) -> str:
    said = "\n".join(f"- `{as_printed(text)}`" for text in row.texts)
    parts = [
        f"### {row.id}",
        f"{', '.join(row.sdks)}:",
        said,
        _paragraph(f"**Cause:** {row.cause}"),
        _paragraph(f"**What to do:** {row.fix}"),
    ]
    parts += [
        _paragraph(f"If the log has `{one.when}`: {one.cause or ''}{' ' if one.cause and one.fix else ''}{one.fix or ''}")
        for one in row.variants
    ]
    if row.codes:
        parts.append(_paragraph(f"In esdkit: {', '.join(f'[{_code(code)}](../errors.md#{code})' for code in row.codes)}"))
    return "\n\n".join(parts)


# --- what SDKs say ---

_ABOUT_ANSWERS = """What the official SDKs say to messages that esdkit refuses, measured by running them: `python -m
tools.sdk_texts.measure` asks them again. *SDKs say* in the report of `esdkit doctor` comes from this table alone. Parts in braces vary:
`{first}` and `{second}` are the first bytes of the message as numbers, `{n}` is a number. An empty cell: the SDK has no way to be asked."""
_ANSWER_PARTS = (
    ("Native vectors", "The vectors of `vectors/native` that must be refused, each with the key that its manifest names."),
    ("Misuses", "What users do: another key, other settings, other bytes, and AWS KMS that fails. The message is in parentheses."),
    (
        "Each field changed, and cut",
        "`flip-MESSAGE-FIELD`: one bit of the field is changed. `cut-MESSAGE-FIELD`: the message ends inside the field, or before it"
        " if the field has one byte.",
    ),
)


def _answers_page() -> str:
    versions = {f"{package} {version}": None for sdk in answering_sdks().values() for package, version in sdk.versions.items()}
    parts = [f"## {title}\n\n{_paragraph(about)}\n\n{_answers_of(place)}" for place, (title, about) in enumerate(_ANSWER_PARTS)]
    return _page("What SDKs say", "spec/sdk_answers.yaml", _paragraph(_ABOUT_ANSWERS), f"Asked: {', '.join(versions)}.", *parts)


def _answers_of(part: int) -> str:
    header = ["case", "esdkit", *(sdk.title for sdk in answering_sdks().values())]
    rows = ((row, [case for case in row.cases if _answer_part(case) == part]) for row in sdk_answers())
    return _table(header, (_answer(row, cases) for row, cases in rows if cases))


def _answer_part(case: str) -> int:
    return 1 if case in misuses() else 2 if case.startswith(("flip-", "cut-")) else 0


def _answer(row: SdkAnswerRow, cases: Sequence[str]) -> list[str]:
    names = "; ".join(misuses().get(case, _code(case)) for case in cases)
    said = ["" if sdk not in row.said else "accepts" if row.said[sdk] is None else f"`{row.said[sdk]}`" for sdk in answering_sdks()]
    return [names, "" if row.found is None else f"[{_code(row.found.code)}](errors.md#{row.found.code})", *said]


# --- index ---

_ABOUT_FORMAT = """A message is a header, a body and, if its suite signs, a footer. These pages present the tables of `spec/`, from which
esdkit reads and writes. The [tour](../tour.md) shows how."""
_MORE = (
    ("rules.md", "Value rules", "What a message may not contain although its structure is right."),
    ("limits.md", "Limits", "The largest of everything: of the format, and of what esdkit reads."),
    ("suites.md", "Algorithm suites", "The suites, their signatures, the commitment policies, and ids that only look like suites."),
    ("keyrings.md", "Kinds of keyring", "What each kind puts into an encrypted data key, and what opens it."),
    ("readers.md", "What SDKs read and write", "Who reads which messages, limits of readers, hints about writers, services."),
    ("decisions.md", "Decisions", "Where the upstream text is wrong or SDKs differ, and what esdkit does."),
    ("../lint.md", "Lint rules", "What is reported about messages that can be read."),
    ("../errors.md", "Errors", "Every error code: what it means and what to do."),
)


def _index_page() -> str:
    rows = [(_file(part), title, " ".join(front.split())) for part, (title, front) in _PARTS.items()]
    table = _table(["page", "content"], ([f"[{title}]({name})", what] for name, title, what in (*rows, *_MORE)))
    return _page("The format", "spec/", _paragraph(_ABOUT_FORMAT), table)


def _file(part: str) -> str:
    return f"{part.replace('_', '-')}.md"


# --- the official command line ---

_ABOUT_OFFICIAL = """Each flag of `aws-encryption-cli` 4.3 and what esdkit has for it. If you type such a flag at `esdkit`, the error is the
sentence of this table, and for a whole old command the command of esdkit, as far as it can be told. Exit codes distinguish the causes
([errors](../errors.md)); the official command has 0 and 1. It reads more arguments from `@FILE`; use a script of the shell."""
_ABOUT_METADATA = """A program that reads these lines must be changed. Both write one JSON object per line, and both append."""


def _official_page() -> str:
    flags = dict.fromkeys(official_flags().values())
    return _page(
        "From aws-encryption-cli",
        "spec/official_cli.yaml",
        _paragraph(_ABOUT_OFFICIAL),
        _table(["aws-encryption-cli", "esdkit", "what is different"], map(_official_flag, flags)),
        "## Members of --wrapping-keys",
        _members(official_wrapping_keys()),
        "## Lines of --metadata-output",
        _paragraph(_ABOUT_METADATA),
        _members(official_metadata()),
    )


def _official_flag(row: OfficialFlag) -> list[str]:
    value = row.value or ""
    theirs = ", ".join(map(_code, row.flags)) + (f" {_code(value)}" if value else "")
    return [theirs, _code(row.ours.format(value)) if row.ours else "nothing", "the same" if row.says is None else row.says]


def _members(rows: Iterable[OfficialMember]) -> str:
    return _table(["aws-encryption-cli", "esdkit", "what is different"], ([row.official, row.ours, row.says] for row in rows))


# --- writing ---


def pages() -> Iterator[tuple[str, str]]:
    """Every page: its path below the folder of the documentation, and its text.

    Raises:
        LookupError: a part of the format has no title.
    """
    for part in sorted({row.part for row in FIELDS.values()} - set(_PARTS)):
        raise LookupError(f"the part {part} of spec/format has no title in _PARTS of tools/make_docs.py")
    yield "errors.md", _errors_page()
    yield "lint.md", _lint_page()
    yield "scan.md", _scan_page()
    yield "howto/troubleshooting.md", _troubles_page()
    yield "howto/official-cli.md", _official_page()
    yield "sdk-answers.md", _answers_page()
    yield "format/README.md", _index_page()
    for part in _PARTS:
        yield f"format/{_file(part)}", _fields_page(part)
    yield "format/rules.md", _rules_page()
    yield "format/limits.md", _limits_page()
    yield "format/suites.md", _suites_page()
    yield "format/keyrings.md", _keyrings_page()
    yield "format/readers.md", _readers_page()
    yield "format/decisions.md", _decisions_page()
    yield "interop.md", _interop_page()
    yield "fuzzing.md", _fuzzing_page()
    yield "divergences.md", _divergences_page()
    yield "../spec/schemas/keyring-file.json", _keyring_file_schema()


def out_of_date(docs: Path) -> list[str]:
    """What is wrong with a documentation folder: pages that are missing, out of date, or obsolete."""
    texts = dict(pages())
    present = {f"format/{path.name}" for path in (docs / "format").glob("*")} | {name for name in texts if (docs / name).is_file()}
    stale = [name for name, text in texts.items() if name not in present or (docs / name).read_text(encoding="utf-8") != text]
    return [f"{name}: not up to date" for name in stale] + [f"{name}: nothing writes it" for name in sorted(present - set(texts))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes or checks the pages; returns 1 if a check finds one that is out of date."""
    parser = argparse.ArgumentParser(description="Write the pages that are tables of spec/.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail when a page is out of date")
    parser.add_argument("--docs", type=Path, default=_ROOT / "docs", help="the folder of the documentation")
    options = parser.parse_args(arguments)
    if not options.check:
        _write(options.docs)
        return 0
    problems = out_of_date(options.docs)
    for problem in problems:
        print(f"{problem}; python tools/make_docs.py writes the pages", file=sys.stderr)
    return 1 if problems else 0


def _write(docs: Path) -> None:
    for name, text in pages():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

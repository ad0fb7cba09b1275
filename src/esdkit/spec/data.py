"""Reads each table of ``spec/`` once.

Strategy: a checkout reads the YAML in the folder at its root, so that an edit counts at once. The wheel has that folder as
``esdkit/spec/data``, and in it each table as JSON too, which needs no YAML reader (made by ``tools/hatch_build.py``). JSON has text keys
only, so where the keys of a table are numbers, they are converted here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from esdkit import errors
from esdkit.errors import Code, EsdkError
from esdkit.spec.model import (
    AcceptedFault,
    AnsweringSdk,
    BlobOrigin,
    Check,
    CommitmentRule,
    Constants,
    Curve,
    Decision,
    EcdhConstants,
    ErrorCode,
    FairStages,
    Field,
    Finding,
    HierarchyConstants,
    KeyFile,
    KmsAdvice,
    KnownBug,
    Limit,
    LintProfile,
    LintRule,
    NonMessage,
    OfficialFlag,
    OfficialMember,
    Origins,
    ProducerDefect,
    Provider,
    ReaderLimit,
    Readers,
    Requirement,
    ScanColumn,
    ScanCondition,
    SdkAnswerRow,
    SdkError,
    SdkVariant,
    Service,
    SignatureScheme,
    Suite,
    TargetFailure,
    TargetOutcome,
    VectorFlag,
    WriterHint,
)

__all__ = [
    "CHECKS",
    "CONSTANTS",
    "FIELDS",
    "LIMITS",
    "NOT_ESDK",
    "POLICIES",
    "SIGNATURES",
    "STAGES",
    "SUITES",
    "answering_sdks",
    "decisions",
    "defects",
    "dynamodb_advice",
    "error_codes",
    "error_for",
    "exit_codes",
    "fair_stages",
    "key_files",
    "keyring_modules",
    "kms_advice",
    "known_bugs",
    "limits",
    "lint_profiles",
    "lint_rules",
    "misuses",
    "non_messages",
    "official_flags",
    "official_metadata",
    "official_wrapping_keys",
    "origins",
    "provider_id_of",
    "providers",
    "readers",
    "requirements",
    "scan_columns",
    "scan_conditions",
    "sdk_answers",
    "sdk_errors",
    "spec_path",
    "target_failures",
    "target_outcomes",
    "vector_flags",
]

_TYPE_SIZES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}
_FORMAT_PARTS = ("header", "body", "footer", "body_aad", "edk", "hierarchy", "ml_kem", "ecdh")


def spec_path() -> Path:
    """The folder that holds the tables."""
    installed = Path(__file__).parent / "data"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "spec"


def _load(name: str) -> Any:
    """A table by its path in the folder, without the suffix."""
    path = spec_path() / name
    try:
        return json.loads(path.with_suffix(".json").read_bytes())
    except FileNotFoundError:  # in a checkout
        import yaml  # here, because the wheel needs it for the user's own files only

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times as fast, where libyaml is there
    return yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=loader)


def _by_number(table: Mapping[str, Any] | Mapping[int, Any]) -> dict[int, Any]:
    return {int(number): value for number, value in table.items()}


def _field(part: str, row: Mapping[str, Any]) -> Field:
    return Field(
        id=row["id"],
        part=part,
        name=row["name"],
        type=row["type"],
        size=_size(row),
        versions=tuple(row["versions"]),
        unit=row["unit"],
        repeats=row.get("repeats", False),
        doc=row["doc"],
        allowed=tuple(row["allowed"]) if "allowed" in row else None,
        minimum=row.get("min"),
        maximum=_maximum(row),
        error=row.get("error"),
        requirements=tuple(row.get("requirements", ())),
    )


def _size(row: Mapping[str, Any]) -> int | str | Mapping[int, int]:
    size = row.get("size", _TYPE_SIZES.get(row["type"]))
    return _by_number(size) if isinstance(size, dict) else size


def _maximum(row: Mapping[str, Any]) -> int | None:
    """The largest valid number: as the row has it, or as the limit that it names."""
    most: int | str | None = row.get("max")
    return LIMITS[most] if isinstance(most, str) else most


def _fields() -> Mapping[str, Field]:
    fields: dict[str, Field] = {}
    for name in _FORMAT_PARTS:
        table = _load(f"format/{name}")
        fields |= {row["id"]: _field(table["part"], row) for row in table["fields"]}
    return MappingProxyType(fields)


def _constants(raw: Mapping[str, Any]) -> Constants:
    versions = _by_number(raw["message_versions"])
    strings = raw["content_strings"]
    return Constants(
        message_id_lengths={version: row["message_id_length"] for version, row in versions.items()},
        message_type=versions[1]["type"],
        content_non_framed=raw["content_types"]["non_framed"],
        content_framed=raw["content_types"]["framed"],
        reserved_context_prefix=raw["reserved_context_prefix"],
        public_key_name=raw["public_key_name"],
        reserved_provider_prefix=raw["reserved_provider_prefix"],
        derive_key_label=raw["derive_key_label"].encode("ascii"),
        commit_key_label=raw["commit_key_label"].encode("ascii"),
        final_frame_marker=raw["final_frame_marker"],
        first_sequence_number=raw["first_sequence_number"],
        non_framed_sequence_number=raw["non_framed_sequence_number"],
        content_non_framed_string=strings["non_framed"].encode("ascii"),
        content_frame_string=strings["frame"].encode("ascii"),
        content_final_frame_string=strings["final_frame"].encode("ascii"),
        default_frame_length=raw["default_frame_length"],
        raw_aes_tag_length_bits=raw["raw_aes"]["tag_length_bits"],
        raw_aes_iv_length=raw["raw_aes"]["iv_length_bytes"],
        raw_aes_wrapping_key_lengths=tuple(raw["raw_aes"]["wrapping_key_lengths"]),
        raw_rsa_paddings=MappingProxyType(raw["raw_rsa"]["paddings"]),
        raw_rsa_pkcs1_overhead=raw["raw_rsa"]["pkcs1_overhead_bytes"],
        curves={name: Curve(name, **row) for name, row in raw["curves"].items()},
        ecdh=EcdhConstants(**raw["ecdh"]),
        ml_kem_lengths=MappingProxyType(raw["ml_kem"]["encapsulated_lengths"]),
        ml_kem_salt_length=raw["ml_kem"]["salt_length"],
        hierarchy=HierarchyConstants(**raw["hierarchy"]),
        kms_rsa_algorithms=MappingProxyType(raw["kms"]["rsa"]["encryption_algorithms"]),
        kms_rsa_minimum_bits=raw["kms"]["rsa"]["minimum_bits"],
        kms_rsa_digest=raw["kms"]["rsa"]["context_digest"],
        base64_prefixes={prefix.encode("ascii"): means for prefix, means in raw["base64_prefixes"].items()},
    )


def _signature(name: str, row: Mapping[str, Any]) -> SignatureScheme:
    curve = CONSTANTS.curves[row["curve"]]
    return SignatureScheme(name=name, coordinate_length=curve.coordinate_length, point_length=curve.point_length, **row)


def _beginning(suite: Suite) -> bytes:
    """How a message of a suite begins: version, type where there is one, id of the suite."""
    message_type = bytes([CONSTANTS.message_type]) if suite.message_version == 1 else b""
    return bytes([suite.message_version]) + message_type + suite.id.to_bytes(2, "big")


_suites_table = _load("suites")
_constants_table = _load("constants")

CONSTANTS = _constants(_constants_table)
SIGNATURES: Mapping[str, SignatureScheme] = MappingProxyType(
    {name: _signature(name, row) for name, row in _suites_table["signatures"].items()}
)
SUITES: Mapping[int, Suite] = MappingProxyType(
    {row["id"]: Suite(**{**row, "signature": row["signature"] and SIGNATURES[row["signature"]]}) for row in _suites_table["suites"]}
)
BEGINNINGS: tuple[bytes, ...] = tuple(map(_beginning, SUITES.values()))
DATA_KEY_LENGTHS: frozenset[int] = frozenset(suite.data_key_length for suite in SUITES.values())
NOT_ESDK: Mapping[int, str] = MappingProxyType({row["id"]: f"{row['name']}: {row['means']}" for row in _suites_table["not_esdk"]})
POLICIES: Mapping[str, CommitmentRule] = MappingProxyType(
    {row["name"]: CommitmentRule(**row) for row in _suites_table["commitment_policies"]}
)
CHECKS: Mapping[str, Check] = MappingProxyType(
    {row["name"]: Check(**{**row, "codes": tuple(row["codes"])}) for row in _constants_table["checks"]}
)
STAGES: tuple[str, ...] = tuple(dict.fromkeys(check.stage for check in CHECKS.values()))
_limits = {name: Limit(**row) for name, row in _load("limits")["limits"].items()}
LIMITS: Mapping[str, int] = MappingProxyType({name: row.value for name, row in _limits.items()})
FIELDS: Mapping[str, Field] = _fields()


def limits() -> Mapping[str, Limit]:
    """The rows of spec/limits.yaml by name."""
    return MappingProxyType(_limits)


@cache
def exit_codes() -> Mapping[str, int]:
    """Exit codes of the command line by name (spec/constants.yaml, ``exit_codes``)."""
    return MappingProxyType(_constants_table["exit_codes"])


@cache
def error_codes() -> Mapping[str, ErrorCode]:
    """The rows of spec/errors.yaml by code."""
    table = _load("errors")
    exits = {name: exit_codes()[row["exit"]] for name, row in table["classes"].items()}
    return MappingProxyType(
        {
            code: ErrorCode(
                code,
                row["class"],
                row["means"],
                row["hint"],
                row.get("hint_writing"),
                tuple(row["requirements"]),
                exits[row["class"]],
            )
            for code, row in table["codes"].items()
        }
    )


def error_for(code: Code, what: str, *, path: str | None = None, offset: int | None = None, writing: bool = False) -> EsdkError:
    """The error of a code, with the class, requirements and hint of its row in spec/errors.yaml.

    Args:
        code: the row.
        what: what is wrong; one line, without secrets.
        path: the field.
        offset: the field's place in the message (bytes from its start).
        writing: whether a message is being written; the hint for readers may be wrong there.
    """
    row = error_codes()[code]
    kind: type[EsdkError] = getattr(errors, row.class_name)
    hint = row.hint_writing if writing and row.hint_writing is not None else row.hint
    return kind(code, what, path=path, offset=offset, reqs=row.requirements, hint=hint)


@cache
def dynamodb_advice() -> Mapping[str, str]:
    """What to do about an error of a key store's table, by AWS's error code (spec/kms_errors.yaml)."""
    own = {code: row["advice"] for code, row in _load("kms_errors")["dynamodb"].items()}
    return MappingProxyType({**{code: row.advice for code, row in kms_advice().items()}, **own})


@cache
def kms_advice() -> Mapping[str, KmsAdvice]:
    """The rows of spec/kms_errors.yaml by AWS's error code."""
    rows = _load("kms_errors")["errors"]
    return MappingProxyType({code: KmsAdvice(code, row["advice"], row.get("key_used", False)) for code, row in rows.items()})


@cache
def official_words() -> Mapping[str, Mapping[str, str]]:
    """What to use instead of the words of the official Python SDK (spec/official_words.yaml): by group, then by word."""
    return MappingProxyType({group: MappingProxyType(words) for group, words in _load("official_words").items()})


@cache
def readers() -> Readers:
    """The rows of spec/readers.yaml, and of spec/known_bugs.yaml those that show in a message without a key, and not in streams alone."""
    table = _load("readers")
    bugs = [bug for bug in known_bugs().values() if bug.operation is None]
    first = {version: {row["sdk"]: _by_number(row["message_versions"])[version] for row in table["readers"]} for version in (1, 2)}
    return Readers(
        first_releases=MappingProxyType(first),
        measured={row["sdk"]: row["measured"] for row in table["readers"] if "measured" in row},
        limits=(*(_limit(bug) for bug in bugs if bug.when is not None), *(ReaderLimit(**_frozen(row)) for row in table["limits"])),
        accepted=(*(_accepted(bug) for bug in bugs if bug.code is not None), *(AcceptedFault(**_frozen(row)) for row in table["accepted"])),
        overlooked=MappingProxyType({row["sdk"]: _overlooked(row["sdk"], bugs) for row in table["readers"]}),
    )


def _overlooked(sdk: str, bugs: Iterable[KnownBug]) -> frozenset[str]:
    return frozenset(bug.hidden_code for bug in bugs if bug.hidden_code is not None and "accepts" in bug.does and sdk in bug.sdks)


def _limit(bug: KnownBug) -> ReaderLimit:
    """A known bug as a limit of readers."""
    refused_by = tuple(sdk for sdk in bug.sdks if sdk not in bug.fixed and sdk not in bug.notes)
    read_since = {sdk: release for sdk, release in bug.fixed.items() if sdk in bug.sdks}
    return ReaderLimit(bug.id, str(bug.when), bug.source, bug.vectors, refused_by, read_since, bug.notes, bug.limit)


def _accepted(bug: KnownBug) -> AcceptedFault:
    """A known bug as an invalid message that is read."""
    accepted_by = tuple(sdk for sdk in bug.sdks if sdk not in bug.only_with)
    return AcceptedFault(bug.id, str(bug.code), bug.source, bug.vectors, accepted_by, bug.of, bug.only_with)


@cache
def known_bugs() -> Mapping[str, KnownBug]:
    """The rows of spec/known_bugs.yaml by id."""
    return MappingProxyType({row["id"]: KnownBug(**{**_frozen(row), **_majors(row)}) for row in _load("known_bugs")["bugs"]})


def _majors(row: Mapping[str, Any]) -> dict[str, Mapping[str, tuple[int, ...]]]:
    return {name: {sdk: tuple(majors) for sdk, majors in row.get(name, {}).items()} for name in ("sdks", "reported")}


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


@cache
def providers() -> Mapping[str, Provider]:
    """The rows of spec/providers.yaml by id."""
    return MappingProxyType({row["id"]: Provider(**row) for row in _providers_table()["providers"]})


def provider_id_of(kind: str) -> bytes:
    """The provider id that the keyrings of a kind store.

    Raises:
        LookupError: spec/providers.yaml has no such kind, or its keyrings choose their own ids.
    """
    row = providers().get(kind)
    if row is None or row.provider_id is None:
        raise LookupError(f"spec/providers.yaml has no row {kind!r} with a provider id")
    return row.provider_id.encode("ascii")


@cache
def keyring_modules() -> Mapping[str, str]:
    """The module below ``esdkit.keyrings`` that describes a kind of keyring in a keyring file, by that kind (spec/providers.yaml)."""
    table = _providers_table()
    named = {kind: module for row in table["providers"] for kind, module in row["keyrings"].items()}
    return MappingProxyType({**named, **table["without_data_key"]})


@cache
def _providers_table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = _load("providers")
    return table


@cache
def origins() -> Origins:
    """The rows of spec/origins.yaml."""
    table = _load("origins")
    blobs = (BlobOrigin(**{**row, "pattern": re.compile(row["pattern"].encode("ascii"))}) for row in table["kms_blobs"])
    services = (Service(id=id_, **{**row, "accounts": tuple(row.get("accounts", ()))}) for id_, row in table["services"].items())
    return Origins(tuple(blobs), {id_: WriterHint(**row) for id_, row in table["hints"].items()}, tuple(services))


@cache
def non_messages() -> Mapping[str, NonMessage]:
    """The rows of spec/non_messages.yaml by kind."""
    return MappingProxyType(
        {
            kind: NonMessage(kind, row["name"], row["advice"], tuple(map(bytes.fromhex, row.get("magic", ()))))
            for kind, row in _load("non_messages")["non_messages"].items()
        }
    )


@cache
def target_outcomes() -> Mapping[str, TargetOutcome]:
    """The outcomes of spec/targets.yaml by name, in the order of reports."""
    return MappingProxyType({name: TargetOutcome(name, **row) for name, row in _load("targets")["outcomes"].items()})


@cache
def target_failures() -> Mapping[str, TargetFailure]:
    """The failures of spec/targets.yaml by code."""
    return MappingProxyType({code: TargetFailure(code, **row) for code, row in _load("targets")["failures"].items()})


@cache
def fair_stages() -> tuple[FairStages, ...]:
    """The rows of spec/targets.yaml that say where readers make one check at different points."""
    rows = _load("targets")["fair_stages"]
    return tuple(FairStages(**{**row, "stages": tuple(row["stages"]), "codes": tuple(row.get("codes", ()))}) for row in rows)


@cache
def vector_flags() -> Mapping[str, VectorFlag]:
    """The rows of spec/vector_flags.yaml by id."""
    return MappingProxyType(
        {
            name: VectorFlag(name, row["bug"], row["effect"], tuple(row["links"]), tuple(row["codes"]))
            for name, row in _load("vector_flags")["vector_flags"].items()
        }
    )


@cache
def key_files() -> Mapping[str, KeyFile]:
    """The rows of spec/key_files.yaml by kind."""
    return MappingProxyType({kind: KeyFile(kind, **row) for kind, row in _load("key_files")["key_files"].items()})


@cache
def official_flags() -> Mapping[str, OfficialFlag]:
    """The flags of spec/official_cli.yaml by each of their spellings, in the order of the table."""
    rows = (
        OfficialFlag(
            tuple(row["flags"]),
            row["takes"],
            row.get("value"),
            row["ours"],
            tuple(row.get("verbs", ("encrypt", "decrypt"))),
            row.get("says"),
        )
        for row in _load("official_cli")["flags"]
    )
    return MappingProxyType({flag: row for row in rows for flag in row.flags})


def official_wrapping_keys() -> tuple[OfficialMember, ...]:
    """The members of ``--wrapping-keys`` in spec/official_cli.yaml."""
    return _official_members("wrapping_keys")


def official_metadata() -> tuple[OfficialMember, ...]:
    """What a line of ``--metadata-output`` holds, of spec/official_cli.yaml."""
    return _official_members("metadata")


def _official_members(part: str) -> tuple[OfficialMember, ...]:
    return tuple(OfficialMember(**row) for row in _load("official_cli")[part])


@cache
def defects() -> Mapping[str, ProducerDefect]:
    """The defects of spec/non_messages.yaml by id."""
    return MappingProxyType({id_: ProducerDefect(id_, **row) for id_, row in _load("non_messages")["defects"].items()})


@cache
def sdk_errors() -> Mapping[str, SdkError]:
    """The rows of spec/sdk_errors.yaml by id."""
    return MappingProxyType({id_: _sdk_error(id_, row) for id_, row in _load("sdk_errors")["sdk_errors"].items()})


def _sdk_error(id_: str, row: Mapping[str, Any]) -> SdkError:
    lists = {name: tuple(row[name]) for name in ("sdks", "texts", "codes")}
    return SdkError(id=id_, **{**row, **lists, "variants": tuple(SdkVariant(**one) for one in row.get("variants", ()))})


@cache
def answering_sdks() -> Mapping[str, AnsweringSdk]:
    """The SDKs of spec/sdk_answers.yaml by id."""
    return MappingProxyType({id_: AnsweringSdk(id_, **row) for id_, row in _load("sdk_answers")["sdks"].items()})


@cache
def misuses() -> Mapping[str, str]:
    """The cases of spec/sdk_answers.yaml that are not native vectors by id: what was done."""
    return MappingProxyType(_load("sdk_answers")["misuses"])


@cache
def sdk_answers() -> tuple[SdkAnswerRow, ...]:
    """The rows of spec/sdk_answers.yaml."""
    table = _load("sdk_answers")
    return tuple(
        SdkAnswerRow(
            None if row["found"] is None else Finding(**row["found"]),
            {sdk: None if place is None else table["texts"][place] for sdk, place in row["said"].items()},
            tuple(row["cases"]),
        )
        for row in table["answers"]
    )


@cache
def decisions() -> Mapping[str, Decision]:
    """The rows of spec/decisions.yaml by id."""
    rows = _load("decisions")["decisions"]
    return MappingProxyType(
        {row["id"]: Decision(**{"switch": None, **row, "requirements": tuple(row.get("requirements", ()))}) for row in rows}
    )


@cache
def requirements() -> Mapping[str, Requirement]:
    """The rows of ``spec/requirements/*.yaml`` by id."""
    names = sorted(path.stem for path in (spec_path() / "requirements").glob("*.yaml"))
    rows = (row for name in names for row in _load(f"requirements/{name}")["requirements"])
    return MappingProxyType({row["id"]: Requirement(**{**row, "applies": tuple(row["applies"])}) for row in rows})


@cache
def lint_rules() -> Mapping[str, LintRule]:
    """The rules of spec/lint.yaml by id."""
    rows = _load("lint")["rules"]
    lists = ("requirements", "decisions")
    return MappingProxyType({row["id"]: LintRule(**{**row, **{name: tuple(row[name]) for name in lists}}) for row in rows})


@cache
def scan_columns() -> tuple[ScanColumn, ...]:
    """The columns of spec/scan.yaml in their order."""
    return tuple(ScanColumn(**row) for row in _load("scan")["columns"])


@cache
def scan_conditions() -> Mapping[str, ScanCondition]:
    """The conditions of spec/scan.yaml by name."""
    return MappingProxyType({row["name"]: ScanCondition(**row) for row in _load("scan")["conditions"]})


@cache
def lint_profiles() -> Mapping[str, LintProfile]:
    """The profiles of spec/lint.yaml by name."""
    rows = _load("lint")["profiles"]
    return MappingProxyType(
        {name: LintProfile(name, row["means"], row.get("extends"), MappingProxyType(row["rules"])) for name, row in rows.items()}
    )

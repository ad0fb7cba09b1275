"""Reads ``spec/`` once. The tables stand in the wheel as ``esdkit/spec/data``; a checkout reads the folder at its root."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from esdkit import errors
from esdkit.errors import Code, EsdkError
from esdkit.spec.model import (
    BlobOrigin,
    CommitmentRule,
    Constants,
    Decision,
    EcdhConstants,
    ErrorCode,
    Field,
    HierarchyConstants,
    KmsAdvice,
    LintProfile,
    LintRule,
    Origins,
    ProducerDefect,
    Readers,
    SdkError,
    Service,
    SignatureScheme,
    Suite,
    ThingKind,
)

__all__ = [
    "CONSTANTS",
    "FIELDS",
    "LIMITS",
    "NOT_ESDK",
    "POLICIES",
    "SIGNATURES",
    "STAGES",
    "SUITES",
    "decisions",
    "defects",
    "error_codes",
    "error_for",
    "exit_codes",
    "kms_advice",
    "lint_profiles",
    "lint_rules",
    "non_messages",
    "origins",
    "readers",
    "sdk_errors",
    "spec_path",
    "stage_meanings",
]

_TYPE_SIZES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}
_FORMAT_PARTS = ("header", "body", "footer", "body_aad", "edk", "hierarchy", "ecdh")


def spec_path() -> Path:
    """The folder that holds the tables."""
    installed = Path(__file__).parent / "data"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "spec"


def _load(name: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times as fast, where libyaml is there
    return yaml.load((spec_path() / name).read_text(encoding="utf-8"), Loader=loader)


def _field(part: str, row: Mapping[str, Any]) -> Field:
    return Field(
        id=row["id"],
        part=part,
        name=row["name"],
        type=row["type"],
        size=row.get("size", _TYPE_SIZES.get(row["type"])),
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


def _maximum(row: Mapping[str, Any]) -> int | None:
    """The largest valid number: as the row has it, or as the limit that it names."""
    most: int | str | None = row.get("max")
    return LIMITS[most] if isinstance(most, str) else most


def _fields() -> Mapping[str, Field]:
    fields: dict[str, Field] = {}
    for name in _FORMAT_PARTS:
        table = _load(f"format/{name}.yaml")
        fields |= {row["id"]: _field(table["part"], row) for row in table["fields"]}
    return MappingProxyType(fields)


def _constants(raw: Mapping[str, Any]) -> Constants:
    strings = raw["content_strings"]
    return Constants(
        message_id_lengths={version: row["message_id_length"] for version, row in raw["message_versions"].items()},
        message_type=raw["message_versions"][1]["type"],
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
        ecdh=EcdhConstants(**raw["ecdh"]),
        hierarchy=HierarchyConstants(**raw["hierarchy"]),
        kms_provider_id=raw["kms"]["provider_id"],
        kms_rsa_provider_id=raw["kms"]["rsa"]["provider_id"],
        kms_rsa_algorithms=MappingProxyType(raw["kms"]["rsa"]["encryption_algorithms"]),
        kms_rsa_minimum_bits=raw["kms"]["rsa"]["minimum_bits"],
        kms_rsa_digest=raw["kms"]["rsa"]["context_digest"],
        base64_prefixes={prefix.encode("ascii"): means for prefix, means in raw["base64_prefixes"].items()},
    )


_suites_table = _load("suites.yaml")
_constants_table = _load("constants.yaml")

SIGNATURES: Mapping[str, SignatureScheme] = MappingProxyType(
    {name: SignatureScheme(name=name, **row) for name, row in _suites_table["signatures"].items()}
)
SUITES: Mapping[int, Suite] = MappingProxyType(
    {row["id"]: Suite(**{**row, "signature": row["signature"] and SIGNATURES[row["signature"]]}) for row in _suites_table["suites"]}
)
NOT_ESDK: Mapping[int, str] = MappingProxyType({row["id"]: f"{row['name']}: {row['means']}" for row in _suites_table["not_esdk"]})
POLICIES: Mapping[str, CommitmentRule] = MappingProxyType(
    {row["name"]: CommitmentRule(**row) for row in _suites_table["commitment_policies"]}
)
CONSTANTS = _constants(_constants_table)
STAGES: tuple[str, ...] = tuple(row["name"] for row in _constants_table["stages"])
LIMITS: Mapping[str, int] = MappingProxyType({name: row["value"] for name, row in _load("limits.yaml")["limits"].items()})
FIELDS: Mapping[str, Field] = _fields()


def stage_meanings() -> Mapping[str, str]:
    """What it shows when a stage holds, by the stage's name (spec/constants.yaml, ``stages``)."""
    return MappingProxyType({row["name"]: row["shows"] for row in _constants_table["stages"]})


@cache
def exit_codes() -> Mapping[str, int]:
    """Exit codes of the command line by name (spec/constants.yaml, ``exit_codes``)."""
    return MappingProxyType(_constants_table["exit_codes"])


@cache
def error_codes() -> Mapping[str, ErrorCode]:
    """The rows of spec/errors.yaml by code."""
    table = _load("errors.yaml")
    exits = {name: exit_codes()[row["exit"]] for name, row in table["classes"].items()}
    return MappingProxyType(
        {
            code: ErrorCode(code, row["class"], row["means"], row["hint"], tuple(row["requirements"]), exits[row["class"]])
            for code, row in table["codes"].items()
        }
    )


def error_for(code: Code, what: str, *, path: str | None = None, offset: int | None = None) -> EsdkError:
    """The error of a code, of the class and with the requirements and advice of its row in spec/errors.yaml.

    Args:
        code: the row.
        what: what is wrong, one line, without secrets.
        path: the field; offset: where it stands in the message (bytes).
    """
    row = error_codes()[code]
    kind: type[EsdkError] = getattr(errors, row.class_name)
    return kind(code, what, path=path, offset=offset, reqs=row.requirements, hint=row.hint)


@cache
def kms_advice() -> Mapping[str, KmsAdvice]:
    """The rows of spec/kms_errors.yaml by AWS's error code."""
    rows = _load("kms_errors.yaml")["errors"]
    return MappingProxyType({code: KmsAdvice(code, row["advice"], row.get("key_used", False)) for code, row in rows.items()})


@cache
def readers() -> Readers:
    """The rows of spec/readers.yaml."""
    table = _load("readers.yaml")
    versions = {version: {row["sdk"]: row["message_versions"][version] for row in table["readers"]} for version in (1, 2)}
    return Readers(versions, table["keyrings"])


@cache
def origins() -> Origins:
    """The rows of spec/origins.yaml."""
    table = _load("origins.yaml")
    blobs = (BlobOrigin(row["origin"], row["emulator"], re.compile(row["pattern"].encode("ascii"))) for row in table["kms_blobs"])
    services = tuple(Service(id_, **row) for id_, row in table["services"].items())
    return Origins(tuple(blobs), {name: (row["says"], row["because"]) for name, row in table["hints"].items()}, services)


@cache
def non_messages() -> Mapping[str, ThingKind]:
    """The rows of spec/non_messages.yaml by kind."""
    return MappingProxyType(
        {
            kind: ThingKind(kind, row["name"], row["advice"], tuple(map(bytes.fromhex, row.get("magic", ()))))
            for kind, row in _load("non_messages.yaml")["non_messages"].items()
        }
    )


@cache
def defects() -> Mapping[str, ProducerDefect]:
    """The defects of spec/non_messages.yaml by id."""
    return MappingProxyType({id_: ProducerDefect(id_, **row) for id_, row in _load("non_messages.yaml")["defects"].items()})


@cache
def sdk_errors() -> Mapping[str, SdkError]:
    """The rows of spec/sdk_errors.yaml by id."""
    rows = _load("sdk_errors.yaml")["sdk_errors"]
    lists = ("sdks", "texts", "codes")
    return MappingProxyType({id_: SdkError(id=id_, **{**row, **{name: tuple(row[name]) for name in lists}}) for id_, row in rows.items()})


@cache
def decisions() -> Mapping[str, Decision]:
    """The rows of spec/decisions.yaml by id."""
    rows = _load("decisions.yaml")["decisions"]
    return MappingProxyType(
        {row["id"]: Decision(**{"switch": None, **row, "requirements": tuple(row.get("requirements", ()))}) for row in rows}
    )


@cache
def lint_rules() -> Mapping[str, LintRule]:
    """The rules of spec/lint.yaml by id."""
    rows = _load("lint.yaml")["rules"]
    lists = ("requirements", "decisions")
    return MappingProxyType({row["id"]: LintRule(**{**row, **{name: tuple(row[name]) for name in lists}}) for row in rows})


@cache
def lint_profiles() -> Mapping[str, LintProfile]:
    """The profiles of spec/lint.yaml by name."""
    rows = _load("lint.yaml")["profiles"]
    return MappingProxyType(
        {name: LintProfile(name, row["means"], row.get("extends"), MappingProxyType(row["rules"])) for name, row in rows.items()}
    )

"""The format: suites, constants, limits and fields, which the engine needs at every start. Lengths are bytes unless a name says otherwise.

Strategy: rows are named tuples, which are made quickly at start-up. The two that every message reads dozens of times, ``Suite`` and
``Constants``, are classes with slots, whose attributes are read several times as fast.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from esdkit.frozen import frozen
from esdkit.spec.tables import by_number, load

__all__ = [
    "BEGINNINGS",
    "CHECKS",
    "CONSTANTS",
    "DATA_KEY_LENGTHS",
    "FIELDS",
    "LIMITS",
    "NOT_ESDK",
    "POLICIES",
    "SIGNATURES",
    "STAGES",
    "SUITES",
    "Check",
    "CommitmentRule",
    "Constants",
    "Curve",
    "EcdhConstants",
    "Field",
    "HierarchyConstants",
    "Limit",
    "SignatureScheme",
    "Suite",
    "exit_codes",
    "limits",
]


class SignatureScheme(NamedTuple):
    """An ECDSA scheme (spec/suites.yaml, ``signatures``)."""

    name: str
    curve: Literal["P-256", "P-384"]
    hash: Literal["sha256", "sha384"]
    coordinate_length: int
    point_length: int
    usual_signature_length: int


@frozen
class Suite:
    """An algorithm suite (spec/suites.yaml, ``suites``)."""

    id: int
    name: str
    message_version: Literal[1, 2]
    data_key_length: int
    key_length: int
    iv_length: int
    tag_length: int
    kdf: Literal["identity", "hkdf"]
    kdf_hash: Literal["sha256", "sha384", "sha512"] | None
    salt: Literal["zeros", "message_id"] | None
    commitment: bool
    suite_data_length: int
    signature: SignatureScheme | None

    @property
    def hex_id(self) -> str:
        """The id as people write it: ``0578``."""
        return f"{self.id:04x}"

    @property
    def signed(self) -> bool:
        return self.signature is not None

    def __str__(self) -> str:
        return f"{self.hex_id} {self.name}"


class CommitmentRule(NamedTuple):
    """What one commitment policy allows (spec/suites.yaml, ``commitment_policies``)."""

    name: str
    encrypt: Literal["committing", "non-committing"]
    decrypt: Literal["committing", "any"]
    default_suite: int


class Field(NamedTuple):
    """One field of the format (``spec/format/*.yaml``).

    Attributes:
        id: the path without index and version, ``header.encrypted_data_keys.provider_id``.
        part: the file's part: header, body, footer, body_aad, raw_aes.
        type: u8, u16, u32, u64 or bytes.
        size: bytes, or the id of the field or the suite property that gives them, or ``remaining``; per version where they differ.
        allowed, minimum, maximum: the valid values of a number; None where the field's width or another field decides.
    """

    id: str
    part: str
    name: str
    type: Literal["u8", "u16", "u32", "u64", "bytes"]
    size: int | str | Mapping[int, int]
    versions: tuple[int, ...]
    unit: str
    repeats: bool
    doc: str
    allowed: tuple[int, ...] | None
    minimum: int | None
    maximum: int | None
    error: str | None
    requirements: tuple[str, ...]

    def path(self, index: int | None = None) -> str:
        """The field's path in a message: the id, with the index after its list (always the id's first two words)."""
        if index is None or not self.repeats:
            return self.id
        room, items, rest = self.id.split(".", 2)
        return f"{room}.{items}[{index}].{rest}"

    def allows(self, value: int | bytes) -> bool:
        """Whether a value is valid by itself: a number within its bounds, a text in UTF-8. Rules over several fields are not asked."""
        if isinstance(value, bytes):
            return self.unit != "utf-8" or _is_utf8(value)
        if self.allowed is not None:
            return value in self.allowed
        return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Check(NamedTuple):
    """What verification checks by itself (spec/constants.yaml, ``checks``).

    Attributes:
        name: also the method of the verifier.
        stage: the stage of verification that it belongs to.
        shows: what it shows when it passes.
        codes: the errors that it gives; empty for the check that gives those that no other one does.
    """

    name: str
    stage: str
    shows: str
    codes: tuple[str, ...]


class Limit(NamedTuple):
    """The largest number of something (spec/limits.yaml)."""

    value: int
    unit: str
    why: str


class Curve(NamedTuple):
    """An elliptic curve (spec/constants.yaml, ``curves``): its usual name, SEC's, the one that the ECDH keyrings bind, and AWS KMS's.

    y^2 = x^3 - 3x + b modulo the prime p, which is 3 modulo 4; the order of its points is n.
    """

    name: str
    bits: int
    sec_name: str
    bound_name: str
    kms_key_spec: str
    p: int
    b: int
    n: int

    @property
    def coordinate_length(self) -> int:
        """Bytes of a coordinate."""
        return (self.bits + 7) // 8

    @property
    def point_length(self) -> int:
        """Bytes of a compressed point."""
        return 1 + self.coordinate_length


class EcdhConstants(NamedTuple):
    """The ECDH keyrings: names that are bound, lengths in bytes."""

    derivation_label: str
    derivation_hash: str
    derivation_name: str
    wrapping_key_length: int


class HierarchyConstants(NamedTuple):
    """The hierarchical keyring and its key store: lengths in bytes, and names that are stored or bound."""

    derivation_hash: str
    wrapping_key_length: int
    branch_key_length: int
    default_cache_capacity: int
    store_version: int
    active_type: str
    version_type_prefix: str
    beacon_type: str
    context_prefix: str
    table_name_key: str


@frozen
class Constants:
    """spec/constants.yaml, the part that the library uses at run time."""

    message_id_lengths: Mapping[int, int]
    message_type: int
    content_non_framed: int
    content_framed: int
    reserved_context_prefix: str
    public_key_name: str
    reserved_provider_prefix: str
    derive_key_label: bytes
    commit_key_label: bytes
    final_frame_marker: int
    first_sequence_number: int
    non_framed_sequence_number: int
    content_non_framed_string: bytes
    content_frame_string: bytes
    content_final_frame_string: bytes
    default_frame_length: int
    raw_aes_tag_length_bits: int
    raw_aes_iv_length: int
    raw_aes_wrapping_key_lengths: tuple[int, ...]
    raw_rsa_paddings: Mapping[str, str | None]
    raw_rsa_pkcs1_overhead: int
    curves: Mapping[str, Curve]
    ecdh: EcdhConstants
    ml_kem_lengths: Mapping[str, int]
    ml_kem_salt_length: int
    hierarchy: HierarchyConstants
    kms_rsa_algorithms: Mapping[str, str]
    kms_rsa_minimum_bits: int
    kms_rsa_digest: str
    base64_prefixes: Mapping[bytes, str]


_TYPE_SIZES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}


_FORMAT_PARTS = ("header", "body", "footer", "body_aad", "edk", "hierarchy", "ml_kem", "ecdh")


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
    return by_number(size) if isinstance(size, dict) else size


def _maximum(row: Mapping[str, Any]) -> int | None:
    """The largest valid number: as the row has it, or as the limit that it names."""
    most: int | str | None = row.get("max")
    return LIMITS[most] if isinstance(most, str) else most


def _fields() -> Mapping[str, Field]:
    fields: dict[str, Field] = {}
    for name in _FORMAT_PARTS:
        table = load(f"format/{name}")
        fields |= {row["id"]: _field(table["part"], row) for row in table["fields"]}
    return MappingProxyType(fields)


def _constants(raw: Mapping[str, Any]) -> Constants:
    versions = by_number(raw["message_versions"])
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


_suites_table = load("suites")


_constants_table = load("constants")


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


_limits = {name: Limit(**row) for name, row in load("limits")["limits"].items()}


LIMITS: Mapping[str, int] = MappingProxyType({name: row.value for name, row in _limits.items()})


FIELDS: Mapping[str, Field] = _fields()


def limits() -> Mapping[str, Limit]:
    """The rows of spec/limits.yaml by name."""
    return MappingProxyType(_limits)


@cache
def exit_codes() -> Mapping[str, int]:
    """Exit codes of the command line by name (spec/constants.yaml, ``exit_codes``)."""
    return MappingProxyType(_constants_table["exit_codes"])

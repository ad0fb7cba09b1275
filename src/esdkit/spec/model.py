"""The shapes of the specification's tables. Lengths are bytes unless a name says otherwise.

Strategy: rows are named tuples, which are made quickly at start-up. The two that every message reads dozens of times, ``Suite`` and
``Constants``, are classes with slots, whose attributes are read several times as fast. Annotations are not postponed, because a named tuple
compiles each of those, which takes longer than the rest of its class.
"""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from esdkit.frozen import frozen

__all__ = [
    "AnsweringSdk",
    "BlobOrigin",
    "Check",
    "CommitmentRule",
    "Constants",
    "Curve",
    "Decision",
    "ErrorCode",
    "Field",
    "Finding",
    "KeyFile",
    "KmsAdvice",
    "LintProfile",
    "LintRule",
    "NonMessage",
    "OfficialFlag",
    "OfficialMember",
    "Origins",
    "ProducerDefect",
    "Provider",
    "Requirement",
    "ScanColumn",
    "ScanCondition",
    "SdkAnswerRow",
    "SdkError",
    "SdkVariant",
    "Service",
    "Severity",
    "SignatureScheme",
    "Suite",
    "TargetFailure",
    "TargetOutcome",
    "VectorFlag",
]

Severity = Literal["error", "warning", "note", "none"]
"""How much a finding of lint matters; none: nothing is found."""


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


class ErrorCode(NamedTuple):
    """An error code (spec/errors.yaml).

    Attributes:
        hint: what to do when a message was read.
        hint_writing: what to do when a message was written; None where ``hint`` serves both.
    """

    code: str
    class_name: str
    means: str
    hint: str | None
    hint_writing: str | None
    requirements: tuple[str, ...]
    exit_code: int


class KmsAdvice(NamedTuple):
    """What to do about an error of AWS KMS (spec/kms_errors.yaml). ``key_used``: KMS tried its key on the ciphertext."""

    aws_code: str
    advice: str
    key_used: bool


class NonMessage(NamedTuple):
    """What bytes can be if they are not a message (spec/non_messages.yaml). ``magic``: possible first bytes."""

    kind: str
    name: str
    advice: str
    magic: tuple[bytes, ...]


class TargetOutcome(NamedTuple):
    """What a cell, one vector on one program under test, can come to (spec/targets.yaml). ``red``: a run with such a cell exits with 1."""

    name: str
    red: bool
    means: str


class TargetFailure(NamedTuple):
    """How a program under test fails to answer (spec/targets.yaml). ``outcome``: of its cell."""

    code: str
    outcome: str
    means: str


class VectorFlag(NamedTuple):
    """A kind of bug that vectors find (spec/vector_flags.yaml).

    Attributes:
        bug: the kind.
        effect: what a reader with the bug does to its user.
        links: ids of decisions, CVEs, pages.
        codes: of the vectors that have the flag unless they name their own.
    """

    id: str
    bug: str
    effect: str
    links: tuple[str, ...]
    codes: tuple[str, ...]


class FairStages(NamedTuple):
    """Where a refusal is right beside the stage that a vector expects (spec/targets.yaml).

    Attributes:
        stages: the other stages.
        why: readers may refuse there.
        codes: of the expected errors; empty where ``field`` says it.
        field: the first part of the path of the fault.
    """

    stages: tuple[str, ...]
    why: str
    codes: tuple[str, ...] = ()
    field: str | None = None


class KeyFile(NamedTuple):
    """What bytes can be that were given as a key (spec/key_files.yaml)."""

    kind: str
    name: str
    advice: str


class OfficialFlag(NamedTuple):
    """A flag of the official command line (spec/official_cli.yaml).

    Attributes:
        flags: its spellings.
        takes: ``none``, ``one``, ``optional`` or ``many`` values.
        value: what a value is called; None when it takes none.
        ours: the words of esdkit, with ``{}`` for each value; empty when nothing is needed.
        verbs: where they count.
        says: what differs, a sentence; None when nothing does.
    """

    flags: tuple[str, ...]
    takes: str
    value: str | None
    ours: str
    verbs: tuple[str, ...]
    says: str | None


class OfficialMember(NamedTuple):
    """A part of a value or of the output of the official command line (spec/official_cli.yaml), ours, and what differs."""

    official: str
    ours: str
    says: str


class ProducerDefect(NamedTuple):
    """A release that wrote invalid messages (spec/non_messages.yaml): what was wrong, and what to do about its messages."""

    id: str
    name: str
    what: str
    advice: str


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


class SdkVariant(NamedTuple):
    """What to say of an error when a log has more of it; None: the same as without it (spec/sdk_errors.yaml)."""

    when: str
    cause: str | None = None
    fix: str | None = None


class SdkError(NamedTuple):
    """An error of an SDK, of AWS KMS or of a client of AWS (spec/sdk_errors.yaml).

    Attributes:
        id: also its anchor in docs/howto/troubleshooting.md.
        sdks: which of them report it.
        texts: their texts, shortened; ``{}`` is a part that varies, ``{first}`` and ``{second}`` are the first bytes of the message, as
            numbers.
        cause, fix: why it occurs and what to do.
        section: the section of ``esdkit doctor`` that answers the question; ``settings``: none does.
        codes: errors of esdkit that have the same cause.
        pattern: a case-insensitive regular expression that finds it in a log; None: its texts are looked for.
        unless: an expression whose presence in the log means that other software said it.
        variants: in the order in which they are tried; the first that fits counts.
    """

    id: str
    sdks: tuple[str, ...]
    texts: tuple[str, ...]
    cause: str
    fix: str
    section: str
    codes: tuple[str, ...]
    pattern: str | None = None
    unless: str | None = None
    variants: tuple[SdkVariant, ...] = ()


class Provider(NamedTuple):
    """A kind of keyring that writes encrypted data keys (spec/providers.yaml, which says what each column means).

    Attributes:
        provider_id: None where each keyring chooses its own.
        key_name: None where the whole provider information is the name, or nothing names the wrapping key.
        post_quantum: ``yes``, ``no`` or ``unknown``: whether the wrapping resists quantum computers; ``post_quantum_because``: why.
        sdks: None where every SDK has the kind.
        keyrings: the module below ``esdkit.keyrings``, by kind in a keyring file.
    """

    id: str
    name: str
    info: str
    ciphertext: str
    needs: str
    post_quantum: str
    post_quantum_because: str
    keyrings: Mapping[str, str]
    provider_id: str | None = None
    key_name: str | None = None
    arn: bool = False
    sdks: Mapping[str, str] | None = None


class KnownBug(NamedTuple):
    """What an SDK does otherwise than the format, or than esdkit (spec/known_bugs.yaml).

    Attributes:
        does: ``accepts`` an invalid message, ``refuses`` to read and write a valid one, ``writes`` what others do not read,
            ``releases`` plaintext of an invalid message before it may.
        defect: one sentence.
        sdks: by SDK the major versions that have it, as measured.
        source: who found it, with which releases.
        vectors: native vectors that show it.
        decision: what esdkit does; None if there is no decision.
        code: the error code under which strict readers refuse what is accepted; None if a key is needed to see it.
        of: which messages of that code; None for all.
        hidden_code: the error code where a key is needed to see it.
        when: what a message shows that is refused or written.
        limit: the number that the message is compared with, in bytes; None if there is none.
        fixed: by SDK the first release without it.
        only_with: by SDK the API or setting that has it, where another does not.
        notes: by SDK what it takes to read it.
        sometimes: whether it shows in some runs only.
        operation: ``stream`` where streams alone have it, and what decrypts all at once has not; None for both.
        reported: by SDK the major versions of which only somebody else says that they have it.
    """

    id: str
    does: tuple[str, ...]
    defect: str
    source: str
    vectors: tuple[str, ...]
    sdks: Mapping[str, tuple[int, ...]] = {}
    reported: Mapping[str, tuple[int, ...]] = {}
    decision: str | None = None
    code: str | None = None
    of: str | None = None
    hidden_code: str | None = None
    when: str | None = None
    limit: int | None = None
    fixed: Mapping[str, str] = {}
    only_with: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    sometimes: bool = False
    operation: str | None = None

    @property
    def who(self) -> str:
        """Who has it: ``Java 1, 2 (only with master keys); .NET 5 (reported, not measured)``."""
        only = (
            dict.fromkeys(self.sdks, f"only as a {self.operation}")
            if self.operation
            else {sdk: f"only with {how}" for sdk, how in self.only_with.items()}
        )
        measured = [_majors(sdk, majors, only.get(sdk, "")) for sdk, majors in self.sdks.items()]
        return "; ".join([*measured, *(_majors(sdk, majors, "reported, not measured") for sdk, majors in self.reported.items())])


def _majors(sdk: str, majors: tuple[int, ...], remark: str) -> str:
    return f"{sdk} {', '.join(map(str, majors))}{f' ({remark})' if remark else ''}"


class ReaderLimit(NamedTuple):
    """What single SDKs do not read although it is valid (spec/known_bugs.yaml, and ``limits`` of spec/readers.yaml).

    Attributes:
        when: what a message shows.
        refused_by: SDKs of which no release reads it.
        read_since: by SDK the first release that does.
        notes: by SDK what it takes to read it.
        limit: the number that the message is compared with, in bytes; None if there is none.
        vectors: native vectors that show it.
    """

    id: str
    when: str
    source: str
    vectors: tuple[str, ...]
    refused_by: tuple[str, ...] = ()
    read_since: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    limit: int | None = None


class AcceptedFault(NamedTuple):
    """An invalid message that single SDKs read all the same (spec/known_bugs.yaml, and ``accepted`` of spec/readers.yaml).

    Attributes:
        code: the error code under which strict readers refuse it.
        of: which messages of that code; None for all.
        only_with: by SDK the API that reads it, where another does not.
        vectors: native vectors that show it.
    """

    id: str
    code: str
    source: str
    vectors: tuple[str, ...]
    accepted_by: tuple[str, ...] = ()
    of: str | None = None
    only_with: Mapping[str, str] = {}


class Readers(NamedTuple):
    """spec/readers.yaml, with what spec/known_bugs.yaml says of readers.

    Attributes:
        first_releases: the first release that decrypts a message version, such as ``1.7``, by version and SDK.
        measured: by SDK the release whose answers to the native vectors are known.
        overlooked: by SDK the error codes of faults that it does not look at, so that only a key shows whether it reads the message.
    """

    first_releases: Mapping[int, Mapping[str, str]]
    measured: Mapping[str, str]
    limits: tuple[ReaderLimit, ...]
    accepted: tuple[AcceptedFault, ...]
    overlooked: Mapping[str, frozenset[str]]


class BlobOrigin(NamedTuple):
    """Who writes ciphertexts that begin like this (spec/origins.yaml, ``kms_blobs``).

    Attributes:
        confidence: ``certain``, ``likely``, or ``possible``, which counts only for a data key of AWS KMS.
        because: what shows it.
    """

    origin: str
    emulator: bool
    confidence: str
    because: str
    pattern: re.Pattern[bytes]


class WriterHint(NamedTuple):
    """A habit of writers (spec/origins.yaml, ``hints``).

    Attributes:
        writers: the releases that have it, by SDK; an SDK that is not named does not have it.
        limit: the number that the message is compared with; None if there is none.
    """

    says: str
    because: str
    writers: Mapping[str, str]
    limit: int | None = None


class Service(NamedTuple):
    """A service that writes messages (spec/origins.yaml, ``services``).

    Its messages are recognized by all of these signs that are there.

    Attributes:
        confidence: ``likely`` or ``possible``.
        context: pairs of the encryption context; None stands for any value.
        provider_id: of a data key.
        accounts: of AWS, of which one has the KMS key.
    """

    id: str
    name: str
    confidence: str
    advice: str
    context: Mapping[str, str | None] = {}
    provider_id: str | None = None
    accounts: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """How its messages are recognized, in words."""
        pairs = " and ".join(key if value is None else f"{key}: {value}" for key, value in self.context.items())
        signs = [f"The context has {pairs}."] if pairs else []
        if self.provider_id is not None:
            signs.append(f"A data key has the provider id {self.provider_id}.")
        if self.accounts:
            signs.append("The KMS key is in an account that the service is known to use.")
        return " ".join(signs)


class Origins(NamedTuple):
    """spec/origins.yaml. ``hints``: by id."""

    kms_blobs: tuple[BlobOrigin, ...]
    hints: Mapping[str, WriterHint]
    services: tuple[Service, ...]


class Decision(NamedTuple):
    """Where the upstream text is wrong or SDKs differ: what we do and why (spec/decisions.yaml)."""

    id: str
    title: str
    upstream: str
    others: str
    decision: str
    why: str
    default: str
    switch: str | None
    requirements: tuple[str, ...]


class Requirement(NamedTuple):
    """One testable fact (``spec/requirements/*.yaml``).

    Attributes:
        source: where it is from: a file of the upstream specification with anchor and commit, or a promise of esdkit's own.
        applies: message versions, and writing (enc) or reading (dec).
        exception: why it is left out on purpose; None if it is not.
    """

    id: str
    level: str
    title: str
    statement: str
    source: Mapping[str, str]
    applies: tuple[str, ...]
    kind: str
    exception: str | None = None


class LintRule(NamedTuple):
    """Something that lint reports (spec/lint.yaml, ``rules``).

    Attributes:
        severity: unless a profile says otherwise.
        limit: the number that the rule compares with, in ``unit``; None if it needs none.
        expects: the list of a profile that the rule compares with; None if it needs none.
    """

    id: str
    title: str
    severity: Severity
    means: str
    why: str
    advice: str
    requirements: tuple[str, ...]
    decisions: tuple[str, ...]
    limit: int | None = None
    unit: str | None = None
    expects: str | None = None


class Limit(NamedTuple):
    """The largest number of something (spec/limits.yaml)."""

    value: int
    unit: str
    why: str


class LintProfile(NamedTuple):
    """Which rules apply, and their severity (spec/lint.yaml, ``profiles``); ``rules`` may have ``*`` for those that are not named."""

    name: str
    means: str
    extends: str | None
    rules: Mapping[str, Severity]


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


class AnsweringSdk(NamedTuple):
    """An SDK whose answers were measured (spec/sdk_answers.yaml).

    Attributes:
        id: what the rows call it.
        name: for people.
        keys: which of its interfaces to keys was used; None if it has one only.
        versions: of its packages.
    """

    id: str
    name: str
    keys: str | None
    versions: Mapping[str, str]

    @property
    def release(self) -> str:
        """The name and the version of its first package."""
        return f"{self.name} {next(iter(self.versions.values()))}"

    @property
    def title(self) -> str:
        """The release and the interface."""
        return self.release if self.keys is None else f"{self.release} ({self.keys})"


class Finding(NamedTuple):
    """What was wrong with a message when an SDK was asked (spec/sdk_answers.yaml).

    Attributes:
        code: the first error in the order of ``esdkit verify``, which checks the signature before the keys.
        first: the first error in the order of ``decrypt``, which checks it last; None when the keys to find it are missing.
        signature: what its check without a key gave: verified, invalid, malformed, unsigned, not-checked; None when nobody here knows.
        at: the field of ``code``, without positions in lists.
        tried: how far the best key came; None when none was tried.
        keys: the kind of the configured key: aes, rsa, kms, or several; None for another kind or none.
        context: whether context pairs were given.
    """

    code: str
    first: str | None = None
    signature: str | None = "not-checked"
    at: str | None = None
    tried: str | None = None
    keys: str | None = None
    context: bool = False


class SdkAnswerRow(NamedTuple):
    """What the SDKs said to some cases that are alike (spec/sdk_answers.yaml).

    Attributes:
        found: what was wrong; None when no message was read.
        said: class and text by SDK, None if it accepted; without the SDKs that could not be asked.
        cases: native vectors and misuses.
    """

    found: Finding | None
    said: Mapping[str, str | None]
    cases: tuple[str, ...]


class ScanColumn(NamedTuple):
    """A column of what `esdkit scan` writes (spec/scan.yaml, which says what each attribute means)."""

    name: str
    of: str
    type: str
    doc: str
    null_when: str | None = None


class ScanCondition(NamedTuple):
    """A condition of `esdkit scan` (spec/scan.yaml). ``column``: None for a name with a fixed meaning."""

    name: str
    doc: str
    column: str | None = None
    of: str | None = None

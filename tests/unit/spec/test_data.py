"""The loaded tables: the suites and constants of the format by their published values, and how errors come from their rows."""

from __future__ import annotations

from pathlib import Path

import pytest

import esdkit.spec
from esdkit import errors
from esdkit.errors import Code, EsdkError
from esdkit.spec import (
    CONSTANTS,
    FIELDS,
    LIMITS,
    NOT_ESDK,
    POLICIES,
    SIGNATURES,
    STAGES,
    SUITES,
    decisions,
    error_codes,
    error_for,
    exit_codes,
    lint_profiles,
    lint_rules,
    spec_path,
)
from tests.each import each

# id: version, data key and cipher key, kdf hash, signature; as the upstream table prints it
TABLE = {
    0x0014: (1, 16, None, None),
    0x0046: (1, 24, None, None),
    0x0078: (1, 32, None, None),
    0x0114: (1, 16, "sha256", None),
    0x0146: (1, 24, "sha256", None),
    0x0178: (1, 32, "sha256", None),
    0x0214: (1, 16, "sha256", ("P-256", "sha256")),
    0x0346: (1, 24, "sha384", ("P-384", "sha384")),
    0x0378: (1, 32, "sha384", ("P-384", "sha384")),
    0x0478: (2, 32, "sha512", None),
    0x0578: (2, 32, "sha512", ("P-384", "sha384")),
}


@pytest.mark.req("ALG-SUI-001", "ALG-SUI-002", "ALG-SUI-006", "ALG-SUI-007", "ALG-SUI-008", "ALG-SUI-009", "ALG-SUI-010", "ALG-SUI-015")
def test_suites_are_the_eleven_of_the_upstream_table() -> None:
    seen = {
        suite.id: (
            suite.message_version,
            suite.data_key_length,
            suite.kdf_hash,
            suite.signature and (suite.signature.curve, suite.signature.hash),
        )
        for suite in SUITES.values()
    }
    assert seen == TABLE
    assert list(SUITES) == [suite.id for suite in SUITES.values()]


@pytest.mark.req("ALG-SUI-003", kind="negative")
@pytest.mark.parametrize("suite_id", [0x0000, 0x0070, 0x0073, 0x0074, 0x6700, 0x6701, 0x0015])
def test_suites_hold_no_foreign_or_reserved_id(suite_id: int) -> None:
    assert suite_id not in SUITES
    assert (suite_id in NOT_ESDK) == (suite_id != 0x0015)


@pytest.mark.req("ALG-SUI-004", "ALG-SUI-005", "ALG-SUI-012", "ALG-SUI-013", "ALG-SUI-014")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_suite_lengths_follow_from_its_kind(suite: esdkit.spec.Suite) -> None:
    assert suite.message_version == (2 if suite.commitment else 1)
    assert suite.suite_data_length == (32 if suite.commitment else 0)
    assert suite.key_length == suite.data_key_length
    assert (suite.iv_length, suite.tag_length) == (12, 16)
    assert (suite.kdf == "identity") == (suite.kdf_hash is None) == (suite.salt is None)
    assert suite.signed == (suite.signature is not None)
    assert str(suite) == f"{suite.hex_id} {suite.name}"
    assert suite.hex_id == f"{suite.id:04x}"


@pytest.mark.req("ALG-POL-001", "ALG-POL-004", "ALG-POL-007")
def test_policies_are_three_with_their_default_suites() -> None:
    assert {rule.name: (rule.encrypt, rule.decrypt, rule.default_suite) for rule in POLICIES.values()} == {
        "FORBID_ENCRYPT_ALLOW_DECRYPT": ("non-committing", "any", 0x0378),
        "REQUIRE_ENCRYPT_ALLOW_DECRYPT": ("committing", "any", 0x0578),
        "REQUIRE_ENCRYPT_REQUIRE_DECRYPT": ("committing", "committing", 0x0578),
    }


@pytest.mark.req("SIG-KEY-002", "SIG-VER-011")
def test_signature_schemes_have_the_lengths_of_their_curves() -> None:
    assert {scheme.curve: (scheme.point_length, scheme.usual_signature_length) for scheme in SIGNATURES.values()} == {
        "P-256": (33, 71),
        "P-384": (49, 103),
    }
    assert all(scheme.point_length == 1 + scheme.coordinate_length for scheme in SIGNATURES.values())


@pytest.mark.req("FMT-BAD-003", "FMT-BAD-004", "FMT-BAD-005", "FMT-FRM-003", "FMT-HDR-008", "FMT-HDR-009", "KDF-COM-004", "KDF-HKDF-008")
def test_constants_are_those_of_the_format() -> None:
    assert CONSTANTS.content_non_framed_string == b"AWSKMSEncryptionClient Single Block"
    assert CONSTANTS.content_frame_string == b"AWSKMSEncryptionClient Frame"
    assert CONSTANTS.content_final_frame_string == b"AWSKMSEncryptionClient Final Frame"
    assert CONSTANTS.final_frame_marker == 0xFFFFFFFF
    assert CONSTANTS.message_id_lengths == {1: 16, 2: 32}
    assert (CONSTANTS.commit_key_label, CONSTANTS.derive_key_label) == (b"COMMITKEY", b"DERIVEKEY")
    assert (CONSTANTS.content_non_framed, CONSTANTS.content_framed, CONSTANTS.message_type) == (1, 2, 0x80)
    assert CONSTANTS.public_key_name.startswith(CONSTANTS.reserved_context_prefix)
    assert CONSTANTS.base64_prefixes.keys() == {b"AY", b"AgR4", b"AgV4"}


@pytest.mark.req("FMT-NFR-003", "FMT-FRM-019", "FMT-FRM-020", "FMT-AAD-014")
def test_limits_are_those_of_the_format() -> None:
    assert LIMITS["non_framed_content_length"] == 2**36 - 32 == FIELDS["body.content_length"].maximum
    assert LIMITS["frame_length"] == 2**32 - 1 == FIELDS["header.frame_length"].maximum
    assert FIELDS["body.frame.sequence_number"].maximum == 2**32 - 2
    assert FIELDS["body.final_frame.sequence_number"].maximum == LIMITS["frames"]
    assert LIMITS["encryption_context_length"] == 65535


def test_stages_are_those_of_the_interface_in_their_order() -> None:
    assert " ".join(STAGES) == "parse rebuild policy signature context unwrap commitment header_tag frames plaintext"


def test_exit_codes_follow_from_the_class_of_an_error() -> None:
    assert exit_codes() == {"ok": 0, "answer_is_no": 1, "usage": 2, "keyring": 3, "input_output": 4, "bug": 5, "interrupted": 130}
    by_class = {row.class_name: row.exit_code for row in error_codes().values()}
    assert by_class == {
        "TruncatedMessage": 1,
        "MalformedMessage": 1,
        "UnsupportedMessage": 1,
        "AuthenticationError": 1,
        "PolicyError": 1,
        "MaterialsError": 1,
        "UsageError": 2,
        "DataKeyUnwrapError": 3,
        "KeyStoreError": 3,
        "KmsError": 3,
        "VectorError": 4,
        "SourceError": 4,
    }


@each("code", [code for code in Code if code is not Code.UNWRAP_FAILED])  # that one is made with its attempts
def test_refusal_gives_class_requirements_and_hint_of_the_row(code: Code) -> None:
    row = error_codes()[code]
    error = error_for(code, "what", path="header.version", offset=7)
    assert type(error) is getattr(errors, row.class_name)
    assert isinstance(error, EsdkError)
    assert (error.code, error.message, error.path, error.offset) == (code, "what", "header.version", 7)
    assert (error.reqs, error.hint) == (row.requirements, row.hint)


@pytest.mark.parametrize(
    "table",
    [SUITES, FIELDS, LIMITS, POLICIES, NOT_ESDK, SIGNATURES, error_codes(), exit_codes(), decisions(), lint_rules(), lint_profiles()],
)
def test_tables_cannot_be_changed(table: object) -> None:
    with pytest.raises(TypeError):
        table["new"] = 1  # type: ignore[index]


def test_decisions_name_their_own_id() -> None:
    assert decisions()
    assert all(decision.id == name and name.startswith("DEC-") for name, decision in decisions().items())


def test_spec_path_of_a_checkout_is_the_folder_at_its_root() -> None:
    assert spec_path() == Path(esdkit.spec.__file__).parents[3] / "spec"
    assert (spec_path() / "suites.yaml").is_file()


def test_spec_path_of_an_installation_is_inside_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr("esdkit.spec.tables.__file__", str(tmp_path / "tables.py"))
    assert spec_path() == tmp_path / "data"

"""``tools/check_spec.py``: each kind of fault is planted in a copy of the real tables and must be reported, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.check_spec import check, main

SPEC = Path(__file__).parents[3] / "spec"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the tables: folders of links, of which a fault replaces one; what is linked is read and validated once for all tests."""
    spec = tmp_path / "spec"
    for path in SPEC.rglob("*.yaml"):
        link = spec / path.relative_to(SPEC)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(path)
    (spec / "schemas").symlink_to(SPEC / "schemas")
    return spec


def rewrite(path: Path, text: str) -> None:
    """Write a file in the place of a link, whose target stays as it is."""
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    """A fault: the first occurrence of a text is replaced (the text must be there, so that a test cannot go stale)."""

    def plant(spec: Path) -> None:
        path = spec / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        rewrite(path, text.replace(old, new, 1))

    return plant


def append(file: str, text: str) -> Callable[[Path], None]:
    """A fault: text is added at the end of a file, which need not exist."""

    def plant(spec: Path) -> None:
        path = spec / file
        rewrite(path, (path.read_text(encoding="utf-8") if path.exists() else "") + text)

    return plant


def remove(file: str) -> Callable[[Path], None]:
    return lambda spec: (spec / file).unlink()


def test_check_real_tables_finds_nothing() -> None:
    assert check(SPEC) == []


FILE_FAULTS = {
    "file-missing": (remove("limits.yaml"), "limits.yaml", "the file is missing"),
    "file-without-schema": (append("notes.yaml", "a: 1\n"), "notes.yaml", "there is no schema for this file"),
    "not-yaml": (append("limits.yaml", "  broken: [\n"), "limits.yaml", "cannot be read"),
    "key-twice": (replace("errors.yaml", "  footer-missing:\n", "  truncated:\n"), "errors.yaml", "duplicate key 'truncated'"),
    "unknown-key": (
        replace("suites.yaml", "kdf: identity,", "kdf: identity, mac: none,"),
        "suites.yaml: $.suites[0]",
        "'mac' was unexpected",
    ),
    "missing-key": (
        replace("constants.yaml", "final_frame_marker: 0xFFFFFFFF\n", ""),
        "constants.yaml: $",
        "'final_frame_marker' is a required",
    ),
    "limit-below-one": (replace("limits.yaml", "value: 65535", "value: 0"), "limits.yaml: $.limits", "0 is less than the minimum of 1"),
    "hkdf-without-hash": (
        replace("suites.yaml", "kdf: hkdf, kdf_hash: sha256,", "kdf: hkdf, kdf_hash: null,"),
        "suites.yaml: $.suites[3].kdf_hash",
        "None is not one of",
    ),
    "commitment-without-data": (
        replace("suites.yaml", "commitment: true, suite_data_length: 32", "commitment: true, suite_data_length: 0"),
        "suites.yaml: $.suites[9].suite_data_length",
        "0 is less than the minimum of 1",
    ),
    "bytes-without-size": (
        replace("format/footer.yaml", "    size: footer.signature.length\n", ""),
        "format/footer.yaml: $.fields[1]",
        "'size' is a required property",
    ),
    "field-without-requirement": (
        replace("format/footer.yaml", "requirements: [FMT-FTR-002, SIG-VER-009]", "requirements: []"),
        "format/footer.yaml: $.fields[0].requirements",
        "[] should be non-empty",
    ),
    "requirement-twice-in-list": (
        replace("errors.yaml", "requirements: [FMT-HDR-004]", "requirements: [FMT-HDR-004, FMT-HDR-004]"),
        "errors.yaml: $.codes['unsupported-version'].requirements",
        "has non-unique elements",
    ),
    "unknown-level": (
        replace("requirements/kdf.yaml", "level: MUST\n", "level: SHALL\n"),
        "requirements/kdf.yaml",
        "'SHALL' is not one of",
    ),
    "exception-without-reason": (
        replace("requirements/kdf.yaml", "    kind:", "    exception: ''\n    kind:"),
        "requirements/kdf.yaml: $.requirements[0].exception",
        "'' should be non-empty",
    ),
    "bad-decision-default": (replace("decisions.yaml", "default: accept", "default: maybe"), "decisions.yaml", "'maybe' is not one of"),
}

STRUCTURE = "{anchor: structure, key_words: 5, requirements: [FMT-HDR-021, FMT-FTR-001, FMT-FTR-004, FMT-HDR-006]}"
LEFT_OUT = "left_out: [{key_words: 5, because: none}]"

REFERENCE_FAULTS = {
    "key-words-do-not-add-up": (
        replace("specification.yaml", "commit: 1d068cc\n    key_words: 5", "commit: 1d068cc\n    key_words: 6"),
        "specification.yaml: data-format/message.md",
        "its sections and what is not compared have 5 key words, not 6",
    ),
    "key-words-requirement-unknown": (
        replace("specification.yaml", "[FMT-HDR-021, ", "[FMT-HDR-999, "),
        "specification.yaml: data-format/message.md#structure",
        "there is no requirement FMT-HDR-999",
    ),
    "key-words-without-requirement-or-reason": (
        replace("specification.yaml", STRUCTURE, "{anchor: structure, key_words: 5, left_out: [{key_words: 4, because: none}]}"),
        "specification.yaml: data-format/message.md#structure",
        "1 key words have neither a requirement nor a reason",
    ),
    "key-words-left-out-too-many": (
        replace("specification.yaml", STRUCTURE, "{anchor: structure, key_words: 5, left_out: [{key_words: 6, because: none}]}"),
        "specification.yaml: data-format/message.md#structure",
        "6 key words are left out of 5",
    ),
    "key-words-all-left-out-with-requirement": (
        replace("specification.yaml", STRUCTURE, STRUCTURE.replace("}", f", {LEFT_OUT}}}")),
        "specification.yaml: data-format/message.md#structure",
        "it names requirements, but all its key words are left out",
    ),
    "section-twice": (
        replace(
            "specification.yaml", STRUCTURE, STRUCTURE.replace("key_words: 5", "key_words: 2") + "\n      - " + STRUCTURE.replace("5", "3")
        ),
        "specification.yaml: data-format/message.md",
        "anchor 'structure' appears 2 times",
    ),
    "bug-decision-unknown": (
        replace("known_bugs.yaml", "decision: DEC-G63", "decision: DEC-G00"),
        "known_bugs.yaml: context-long",
        "there is no decision DEC-G00",
    ),
    "bug-code-unknown": (
        replace("known_bugs.yaml", "code: aad-bad-utf8", "code: aad-good"),
        "known_bugs.yaml: context-not-utf8",
        "there is no error code aad-good",
    ),
    "bug-fixed-in-an-sdk-without-it": (
        replace("known_bugs.yaml", "fixed: {Python: '4.0'}", "fixed: {Go: '4.0'}"),
        "known_bugs.yaml: final-frame-full",
        "fixed names Go, which does not have it",
    ),
    "bug-reported-of-a-measured-sdk": (
        replace("known_bugs.yaml", "reported: {.NET: [5]}", "reported: {Go: [5]}"),
        "known_bugs.yaml: signature-der-rest",
        "Go was measured: reported is for SDKs that were not",
    ),
    "suite-id-twice": (replace("suites.yaml", "id: 0x0046", "id: 0x0014"), "suites.yaml", "id '0x0014' appears 2 times"),
    "suite-is-also-foreign": (replace("suites.yaml", "id: 0x0070", "id: 0x0014"), "suites.yaml", "id '0x0014' appears 2 times"),
    "signature-unknown": (
        replace("suites.yaml", "signature: ECDSA_P256_SHA256}", "signature: ECDSA_P521_SHA512}"),
        "suites.yaml: AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256",
        "there is no signature ECDSA_P521_SHA512",
    ),
    "identity-changes-length": (
        replace("suites.yaml", "data_key_length: 16, key_length: 16", "data_key_length: 16, key_length: 32"),
        "suites.yaml: AES_128_GCM_IV12_TAG16",
        "with the identity KDF, data_key_length and key_length must be equal",
    ),
    "default-suite-unknown": (
        replace("suites.yaml", "default_suite: 0x0378", "default_suite: 0x0379"),
        "suites.yaml: FORBID_ENCRYPT_ALLOW_DECRYPT",
        "there is no suite 0x0379",
    ),
    "default-suite-forbidden": (
        replace("suites.yaml", "default_suite: 0x0378", "default_suite: 0x0478"),
        "suites.yaml: FORBID_ENCRYPT_ALLOW_DECRYPT",
        "the policy does not encrypt with its own default suite AES_256_GCM_HKDF_SHA512_COMMIT_KEY",
    ),
    "check-twice": (
        replace("constants.yaml", "name: rebuild", "name: structure"),
        "constants.yaml",
        "check 'structure' appears 2 times",
    ),
    "check-without-a-method": (
        replace("constants.yaml", "name: rebuild", "name: build"),
        "constants.yaml: checks",
        "expected the methods of engine/verify.py: structure trailing_data rebuild limits policy signature context unwrap commitment"
        " header_tag frames plaintext",
    ),
    "check-with-an-unknown-code": (
        replace("constants.yaml", "codes: [trailing-data]", "codes: [trailing]"),
        "constants.yaml: checks.trailing_data",
        "there is no error code trailing",
    ),
    "public-key-without-prefix": (
        replace("constants.yaml", "public_key_name: aws-", "public_key_name: "),
        "constants.yaml: public_key_name",
        "it does not start with reserved_context_prefix",
    ),
    "maximum-without-limit": (
        replace("format/header.yaml", "max: frame_length", "max: framelength"),
        "format/header.yaml: header.frame_length",
        "there is no limit framelength",
    ),
    "maximum-twice": (
        replace("format/header.yaml", "max: frame_length", "max: 4294967295"),
        "format/header.yaml: header.frame_length",
        "the maximum is written twice: name the limit frame_length in its place",
    ),
    "field-twice": (
        replace("format/footer.yaml", "id: footer.signature\n", "id: footer.signature.length\n"),
        "format",
        "field id 'footer.signature.length' appears 2 times",
    ),
    "field-error-unknown": (
        replace("format/footer.yaml", "error: signature-invalid", "error: signature-bad"),
        "format/footer.yaml: footer.signature",
        "there is no error code signature-bad",
    ),
    "field-requirement-unknown": (
        replace("format/footer.yaml", "[FMT-FTR-002, SIG-VER-009]", "[FMT-FTR-999]"),
        "format/footer.yaml: footer.signature.length",
        "there is no requirement FMT-FTR-999",
    ),
    "size-names-no-field": (
        replace("format/footer.yaml", "size: footer.signature.length", "size: footer.length"),
        "format/footer.yaml: footer.signature",
        "size: footer.length is not a field with a number",
    ),
    "size-names-bytes": (
        replace("format/body.yaml", "size: header.frame_length", "size: header.message_id"),
        "format/body.yaml: body.frame.ciphertext",
        "size: header.message_id is not a field with a number",
    ),
    "size-names-no-suite-property": (
        replace("format/body.yaml", "size: suite.iv_length", "size: suite.nonce_length"),
        "format/body.yaml: body.frame.iv",
        "size: a suite has no property nonce_length",
    ),
    "size-lacks-a-version": (
        replace("format/header.yaml", "size: {1: 16, 2: 32}\n    versions: [1, 2]", "size: {1: 16, 2: 32}\n    versions: [1]"),
        "format/header.yaml: header.message_id",
        "size and versions name different versions",
    ),
    "error-class-unknown": (
        replace("errors.yaml", "    class: TruncatedMessage", "    class: BrokenMessage"),
        "errors.yaml: codes.truncated",
        "there is no class BrokenMessage",
    ),
    "error-class-is-no-exception": (
        replace("errors.yaml", "  VectorError: {", "  Attempt: {exit: usage, means: none}\n  VectorError: {"),
        "errors.yaml: classes.Attempt",
        "esdkit.errors has no such class",
    ),
    "exit-code-unknown": (
        replace("errors.yaml", "VectorError: {exit: input_output", "VectorError: {exit: disk"),
        "errors.yaml: classes.VectorError",
        "there is no exit code disk",
    ),
    "error-requirement-unknown": (
        replace("errors.yaml", "[FMT-HDR-005]", "[FMT-HDR-905]"),
        "errors.yaml: codes.unsupported-type",
        "there is no requirement FMT-HDR-905",
    ),
    "requirement-of-another-area": (
        replace("requirements/kdf.yaml", "area: KDF", "area: SIG"),
        "requirements/kdf.yaml",
        "KDF-IDN-001 does not belong to the area SIG",
    ),
    "decision-twice": (replace("decisions.yaml", "id: DEC-E02", "id: DEC-E01"), "decisions.yaml", "id 'DEC-E01' appears 2 times"),
    "decision-requirement-unknown": (
        replace("decisions.yaml", "[FMT-BAD-002]", "[FMT-BAD-902]"),
        "decisions.yaml: DEC-E01",
        "there is no requirement FMT-BAD-902",
    ),
    "lint-rule-twice": (
        replace("lint.yaml", "id: identity-kdf", "id: non-committing-suite"),
        "lint.yaml",
        "id 'non-committing-suite' appears 2 times",
    ),
    "suite-base64-missing": (
        replace("constants.yaml", "  AgV4: message version 2, suite 0578\n", ""),
        "constants.yaml: base64_prefixes",
        "AgV4 is missing: suite 0578 in base64",
    ),
    "lint-rule-without-function": (
        replace("lint.yaml", "  - id: identity-kdf", "  - id: identity-kdl"),
        "lint.yaml: identity-kdl",
        "no function in inspector/lint is its @rule",
    ),
    "fields-that-nothing-reads": (
        append(
            "format/vault.yaml",
            "part: vault\n"
            "source: {file: framework/raw-aes-keyring.md, anchor: key-provider-information}\n"
            "fields:\n"
            "  - {id: vault.mount, name: Mount, type: u8, versions: [1, 2], unit: number, doc: A place., requirements: [KEY-AES-004]}\n",
        ),
        "format/vault.yaml",
        "_FORMAT_PARTS of spec/format.py does not list it, so nothing reads it",
    ),
    "lint-requirement-unknown": (
        replace("lint.yaml", "[ALG-SUI-017]", "[ALG-SUI-917]"),
        "lint.yaml: unsigned-suite",
        "there is no requirement ALG-SUI-917",
    ),
    "lint-decision-unknown": (
        replace("lint.yaml", "[DEC-G54]", "[DEC-G99]"),
        "lint.yaml: non-committing-suite",
        "there is no decision DEC-G99",
    ),
    "lint-profile-rule-unknown": (
        replace("lint.yaml", "      unsigned-suite: warning", "      unsigned: warning"),
        "lint.yaml: profiles.strict",
        "there is no rule unsigned",
    ),
    "lint-profile-unknown": (
        replace("lint.yaml", "extends: default", "extends: lax"),
        "lint.yaml: profiles.strict",
        "there is no profile lax",
    ),
    "lint-profile-circle": (
        replace("lint.yaml", "extends: default", "extends: strict"),
        "lint.yaml: profiles.strict",
        "it extends itself through strict",
    ),
    "decision-unknown": (
        replace("requirements/format.yaml", "{esdkit: DEC-G07}", "{esdkit: DEC-G99}"),
        "requirements/format.yaml: FMT-AAD-019",
        "there is no decision DEC-G99",
    ),
}


@pytest.mark.parametrize(("plant", "where", "what"), FILE_FAULTS.values(), ids=FILE_FAULTS.keys())
def test_check_malformed_file_is_reported(spec: Path, plant: Callable[[Path], None], where: str, what: str) -> None:
    plant(spec)
    problems = check(spec)
    assert any(problem.where.startswith(where) and what in problem.what for problem in problems), problems
    assert len({problem.where.split(":")[0] for problem in problems}) == 1, "only the broken file is named"


@pytest.mark.parametrize(("plant", "where", "what"), REFERENCE_FAULTS.values(), ids=REFERENCE_FAULTS.keys())
def test_check_broken_reference_is_reported(spec: Path, plant: Callable[[Path], None], where: str, what: str) -> None:
    plant(spec)
    assert (where, what) in {(problem.where, problem.what) for problem in check(spec)}


def test_check_renamed_folder_reports_files_and_lack(spec: Path) -> None:
    (spec / "format").rename(spec / "layout")
    problems = [str(problem) for problem in check(spec)]
    assert "format: the folder has no table" in problems
    assert "layout/body.yaml: there is no schema for this file" in problems


def test_check_requirement_removed_reports_gap(spec: Path) -> None:
    replace("requirements/suites.yaml", "id: ALG-POL-003", "id: ALG-POL-009")(spec)
    assert "requirements/suites.yaml: got ALG-POL-009, expected ALG-POL-003" in [str(problem) for problem in check(spec)]


def test_check_code_without_row_is_reported(spec: Path) -> None:
    replace("errors.yaml", "  no-vectors:\n", "  no-cases:\n")(spec)
    assert {str(problem) for problem in check(spec)} == {
        "errors.yaml: codes: no-vectors of errors.Code is missing",
        "errors.yaml: codes.no-cases: errors.Code does not have it",
    }


def test_check_several_faults_reports_each(spec: Path) -> None:
    replace("suites.yaml", "default_suite: 0x0378", "default_suite: 0x0379")(spec)
    replace("decisions.yaml", "id: DEC-E02", "id: DEC-E01")(spec)
    assert len(check(spec)) == 2


def test_main_sound_tables_returns_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr() == ("spec: fine\n", "")


def test_main_problem_returns_one_with_one_line_each(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace("suites.yaml", "default_suite: 0x0378", "default_suite: 0x0379")(spec)
    assert main(["--spec", str(spec)]) == 1
    output = capsys.readouterr()
    assert output.err == "suites.yaml: FORBID_ENCRYPT_ALLOW_DECRYPT: there is no suite 0x0379\n"
    assert output.out == "spec: 1 problem(s)\n"

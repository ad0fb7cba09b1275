"""Everything that is said of a message agrees: checks, headline, table, remarks, advice, answers to error texts, exit code.

Each native vector is diagnosed with the right keys, a key of another name, another key of the same name and none, under the default policy
and each one that a user can give. A sample runs with the other tests, all of it with ``-m fuzz``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from esdkit import Client
from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager, DefaultCmm
from esdkit.columns import WIDTH
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.evidence import exit_code
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.json import diagnosis_to_json
from esdkit.doctor.sdk_errors import found_here
from esdkit.doctor.short import MAX_LINES, diagnosis_to_short_text
from esdkit.doctor.text import diagnosis_to_text
from esdkit.engine.verify import Verification
from esdkit.errors import Code
from esdkit.spec import CHECKS, error_codes, sdk_errors
from esdkit.vectors.model import Vector
from esdkit.vectors.published import native_path
from tests.columns import too_wide
from tests.unit.doctor.cases import aes
from tests.vectors.test_doctor import opened, vectors

KEYS: dict[str, Callable[[Vector], CryptographicMaterialsManager | None]] = {
    "right": lambda vector: opened(vector).manager,
    "other-name": lambda vector: DefaultCmm(aes("AES-256", material="aes-256")),
    "other-key": lambda vector: DefaultCmm(aes(material="aes-256-other")),
    "none": lambda vector: None,
}
POLICIES = (None, *CommitmentPolicy)
SHARDS = 41  # no multiple of the combinations, so that each shard has all of them
ALL = [0, *(pytest.param(shard, marks=pytest.mark.fuzz) for shard in range(1, SHARDS))]


@cache
def cases() -> list[tuple[Vector, str, CommitmentPolicy | None]]:
    asked = [vector for vector in vectors(native_path()) if not vector.unsigned_only]
    return [(vector, key, policy) for vector in asked for key in KEYS for policy in POLICIES]


@pytest.mark.req("CLI-DOC-026", "CLI-DOC-028", "CLI-VER-006")
@pytest.mark.req("CLI-DOC-026", "CLI-DOC-028", "CLI-VER-006", kind="negative")
@pytest.mark.parametrize("shard", ALL)
def test_all_that_is_said_agrees(shard: int) -> None:
    mine = [case for index, case in enumerate(cases()) if index % SHARDS == shard]
    assert len(mine) > 150
    for vector, key, policy in mine:
        cmm = KEYS[key](vector)
        found = diagnose(
            vector.ciphertext,
            cmm=cmm,
            policy=policy,
            encryption_context=vector.encryption_context,
            max_encrypted_data_keys=vector.max_encrypted_data_keys,
        )
        alone = Client(
            commitment_policy=policy or "REQUIRE_ENCRYPT_REQUIRE_DECRYPT", max_encrypted_data_keys=vector.max_encrypted_data_keys
        ).verify(source=vector.ciphertext, cmm=cmm, encryption_context=vector.encryption_context)
        about = f"{vector.id} {key} {policy}"
        assert outcomes(found.verification) == outcomes(alone), about
        check_exit_code(found, about)
        check_short_form(found, about)
        if found.recognition is None:
            check_headline(found, about)
            check_sentences(found, about)
            check_table(found, about)
            check_error_answers(found, about)


def outcomes(verification: Verification) -> list[tuple[object, ...]]:
    return [(check.name, check.outcome, check.reason, check.error and check.error.code) for check in verification.checks]


def failed(found: Diagnosis, name: str, *codes: Code) -> bool:
    error = found.verification.check(name).error
    return error is not None and (not codes or error.code in codes)


def check_exit_code(found: Diagnosis, about: str) -> None:
    codes = [error_codes()[check.error.code].exit_code for check in found.verification.failures if check.error is not None]
    assert exit_code(found.verification) == max(codes, default=0), about
    assert (found.exit_code == 0) == (found.recognition is None and not codes), about
    assert found.recognition is not None or found.exit_code == max(codes, default=0), about


def check_short_form(found: Diagnosis, about: str) -> None:
    lines = [*diagnosis_to_short_text(found, "message.bin")]
    assert len(lines) <= MAX_LINES + 1 and "--full" in lines[-1], about
    assert not [line for line in lines if too_wide(line)], about
    text = " ".join(line.strip() for line in lines)
    assert " ".join(verdict(found).split())[: WIDTH // 2] in text, about


def check_headline(found: Diagnosis, about: str) -> None:
    names = [check.name for check in found.verification.failures]
    told = [check.name for check in found.findings]
    assert set(told) <= set(names) and bool(told) == bool(names), about
    assert diagnosis_to_json(found)["headline"] == (told[0] if told else None), about
    said = verdict(found)
    assert (not names) == (said.startswith("The message is fine") or said.endswith("no problems found without a key.")), about
    if "policy" in names and not found.policy_given:
        assert told[-1] == "policy", about
    if "policy" in names and found.policy_given:
        assert set(told[: told.index("policy")]) <= {"structure", "rebuild", "limits"}, about
    assert ("commitment policy refuses" in said) == (told[:1] == ["policy"]), about
    assert ("Only " in said) == (told == ["policy"]), about


def check_sentences(found: Diagnosis, about: str) -> None:
    """No sentence beside a check that says something else."""
    verification, said = found.verification, " ".join([verdict(found), *found.remarks, *advice(found)])
    authentic = verification.plaintext_length is not None
    signed = verification.header is not None and verification.header.suite.signed
    opens = bool(found.opening)
    invalid = failed(found, "signature", Code.SIGNATURE_INVALID)
    allowed = {
        "signature is valid": verification.passed("signature"),
        "The signature is invalid": invalid,
        "changed after": invalid and not authentic,
        "it opens with": opens and authentic,
        "authentic to its end": authentic and not verification.failures[len([c for c in verification.failures if c.name == "policy"]) :],
        "header and body are authentic": authentic,
        "The header is authentic": opens or verification.passed("header_tag"),
        "is complete": verification.passed("structure"),
        "damaged or incomplete": failed(found, "structure"),
        "Key and header are right": verification.passed("header_tag") and failed(found, "frames"),
        "so the body was changed": failed(found, "frames"),
        "but the body was changed": failed(found, "frames"),
        "The body verifies under your key": verification.passed("frames"),
        "was changed or ": not (signed and verification.passed("signature")) and not verification.passed("header_tag"),
        "but the header does not": failed(found, "header_tag") or any(cell.outcome == "wrong-data-key" for cell in found.cells),
        "the header commits to another": failed(found, "commitment"),
        "the data key is that of another message": not verification.passed("frames"),
        "Use the data key": not verification.passed("frames"),
        "cannot decrypt this message": failed(found, "unwrap") and not opens,
        "None of your": failed(found, "unwrap") and not opens,
        "Your key opens a data key": any(cell.outcome == "wrong-data-key" for cell in found.cells) or not found.cells,
        "encryption context does not match": failed(found, "context"),
        "the end of the message": failed(found, "trailing_data"),
        "Give a key to check the rest": not found.keys and not verification.failures,
        "REQUIRE_ENCRYPT_ALLOW_DECRYPT": failed(found, "policy"),
    }
    for sentence, is_true in allowed.items():
        assert is_true or sentence not in said, f"{about}: {sentence!r} in {said}"
    lines = " ".join(diagnosis_to_text(found, "message.bin"))
    assert lines.count("FAILED: ") == len(verification.failures), about


def check_table(found: Diagnosis, about: str) -> None:
    verification, outcome = found.verification, {cell.outcome for cell in found.cells}
    if found.cells and not found.cells_omitted:
        assert not (verification.passed("commitment") and verification.passed("header_tag")) or "opens" in outcome, about
        assert not verification.passed("unwrap") or outcome & {"opens", "wrong-data-key"}, about
    if len(found.keys) == 1 and failed(found, "unwrap"):  # a raw key that gives a data key under other names does so by other names alone
        given = {cell.outcome for cell in found.cells if "under the message's names" not in cell.reason}
        assert not given & {"opens", "wrong-data-key"}, about
    assert not failed(found, "limits") or not found.cells, about
    assert found.policy is None or found.policy.allowed != failed(found, "policy"), about
    assert found.context is None or not found.context.differing or failed(found, "context", Code.ENCRYPTION_CONTEXT_MISMATCH), about


def check_error_answers(found: Diagnosis, about: str) -> None:
    shown = {check.error.code.value for check in found.verification.failures if check.error is not None}
    unlisted = {code.value for code in Code} - {code for check in CHECKS.values() for code in check.codes}
    for row in sdk_errors().values():
        answer = found_here(row, found)
        if set(row.codes) & shown:
            assert answer.startswith("The file shows it: "), f"{about}: {row.id}: {answer}"
        if answer.startswith("This file does not show it"):
            related = [check for check in CHECKS.values() if set(row.codes) & (set(check.codes) or unlisted)]
            assert related, f"{about}: {row.id}"
            for check in related:
                assert found.verification.check(check.name).outcome != "not-checked", f"{about}: {row.id}: {check.name}"

"""Running vector sets: in order, in one process or several, and past what is broken."""

import base64
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from esdkit.engine import decrypt as decrypt_engine
from esdkit.engine import decryptor as decryptor_engine
from esdkit.engine.client import Client
from esdkit.engine.release import Content, Release, State, Wait
from esdkit.errors import Code
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import error_codes
from esdkit.vectors.model import VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import Fault, load, run
from esdkit.vectors.select import parse_selector
from esdkit.vectors.verdict import Result
from tests.each import each
from tests.unit.vectors.making import NAMESPACE, PLAINTEXT, MadeSet, case, decrypt_manifest, keys_manifest, raw_aes, seal

NewSet = Callable[[str], MadeSet]


def damaged(at: int) -> bytes:
    """The small message with one byte changed, counted from its end."""
    message = bytearray(seal())
    message[-at] ^= 1
    return bytes(message)


@each("keys", [1, 2, 3, 4], ids=lambda version: f"keys-v{version}")
@each("version", [1, 2, 3, 4, 5], ids=lambda version: f"v{version}")
@pytest.mark.req("TVM-KEY-001", "TVM-DEC-001", "TVM-DEC-002", "TVM-DEC-012", "TVM-COM-010")
def test_run_of_a_good_set_of_each_version_passes(made: MadeSet, version: int, keys: int) -> None:
    report = run([made.fill(decrypt_manifest(version, case(version)), keys=keys_manifest(keys))])
    assert report.faults == ()
    assert [(result.suite, result.id, result.outcome, result.tier) for result in report.results] == [("made", "t", "passed", "plaintext")]


@pytest.mark.req("TVM-COM-010", kind="negative")
@pytest.mark.parametrize(
    ("at", "stage", "code"),
    [(1, "frames", "body-tag-invalid"), (17, "frames", "body-tag-invalid")],
    ids=["tag", "ciphertext"],
)
def test_run_of_a_damaged_message_fails_with_stage_and_code(made: MadeSet, at: int, stage: str, code: str) -> None:
    made.fill(ciphertext=damaged(at))
    (result,) = run([made.root]).results
    assert (result.outcome, result.tier, result.stage, result.code) == ("failed", "header_tag", stage, code)


@pytest.mark.req("TVM-COM-010", kind="negative")
def test_run_with_another_plaintext_fails_at_the_plaintext(made: MadeSet) -> None:
    made.fill()
    made.write("p.bin", PLAINTEXT + b"!")
    (result,) = run([made.root]).results
    assert (result.outcome, result.stage, result.code) == ("failed", "plaintext", "plaintext-mismatch")


@pytest.mark.req("TVM-COM-011")
def test_run_of_negatives_tells_refusal_from_success(made: MadeSet) -> None:
    negative = {"result": {"error": {"error-description": "no"}}}
    made.fill(decrypt_manifest(2, case(2, **negative), bad=case(2, ciphertext="file://bad.bin", **negative)))
    made.write("bad.bin", damaged(1))
    results = {result.id: result for result in run([made.root]).results}
    assert (results["t"].outcome, results["t"].code) == ("failed", "unexpected-success")
    assert (results["bad"].outcome, results["bad"].stage) == ("passed", "frames")


@pytest.mark.req("TVM-COM-012", "TVM-DEC-009", "TVM-DEC-017")
def test_run_without_the_key_skips_and_says_what_is_needed(made: MadeSet) -> None:
    kms, branch = {"type": "aws-kms", "key": "kms"}, {"type": "aws-kms-hierarchy", "key": "branch-for-writing"}
    manifest = decrypt_manifest(5, case(5, decryptKeyDescription=kms), h=case(5, decryptKeyDescription=branch))
    made.fill(manifest, ciphertext=seal(provider_id=b"aws-kms"))
    results = run([made.root]).results
    assert [(result.outcome, result.tier, result.stage, result.code) for result in results] == [
        ("skipped", "context", "unwrap", "needs-aws-kms"),
        ("skipped", "context", "unwrap", "needs-keyring"),
    ]


@pytest.mark.req("TVM-COM-012", kind="negative")
@pytest.mark.parametrize(
    ("masters", "message"),
    [
        ([{"type": "aws-kms", "key": "kms"}], seal()),
        ([{"type": "aws-kms", "key": "kms"}, raw_aes(**{"provider-id": "misspelt"})], seal()),
        ([{"type": "aws-kms", "key": "kms"}, raw_aes()], seal(provider_id=b"aws-kms")),
    ],
    ids=["no-data-key-of-kms", "misspelt-namespace", "key-that-was-not-tried"],
)
def test_positive_is_skipped_only_where_the_missing_key_can_be_its_own(made: MadeSet, masters: list[object], message: bytes) -> None:
    made.fill(decrypt_manifest(2, case(2, **{"master-keys": masters})), ciphertext=message)
    (result,) = run([made.root]).results
    assert result.outcome == "failed"
    assert result.reason is not None and "encrypted data key" in result.reason


NOT_MESSAGES = {
    "empty": b"",
    "page": b"<!DOCTYPE html><html>Not Found</html>",
    "pointer": b"version https://git-lfs.github.com/spec/v1\n",
    "base64": base64.b64encode(seal()),
    "plaintext": PLAINTEXT,
    "zeros": bytes(100),
}
TAMPERED = {
    "cut": seal()[:1],
    "flipped": bytes([seal()[0] ^ 4]) + seal()[1:],
    "suite-exchanged": seal()[:1] + b"\0\x14" + seal()[3:],
}
ERROR = {"result": {"error": {"error-description": "no"}}}


@each("name", [*NOT_MESSAGES, *TAMPERED])
@pytest.mark.req("TVM-COM-011", kind="negative")
def test_refusal_counts_only_of_what_begins_as_a_message(made: MadeSet, name: str) -> None:
    made.fill(decrypt_manifest(2, case(2, **ERROR)), ciphertext={**NOT_MESSAGES, **TAMPERED}[name])
    (result,) = run([made.root]).results
    assert result.outcome == ("passed" if name in TAMPERED else "failed")
    assert name in TAMPERED or result.reason == "refused for a reason that proves nothing: the file does not begin as a message does"


@pytest.mark.req("TVM-COM-011", kind="negative")
def test_refusal_counts_only_if_the_valid_message_under_the_same_keys_opens(made: MadeSet) -> None:
    manifest = decrypt_manifest(2, case(2), bad=case(2, ciphertext="file://bad.bin", **ERROR))
    made.write("bad.bin", seal(keyring=RawAesKeyring(NAMESPACE, "aes", bytes(32))))
    made.fill(manifest)
    assert [result.outcome for result in run([made.root]).results] == ["passed", "passed"]
    made.fill(manifest, ciphertext=seal(keyring=RawAesKeyring(NAMESPACE, "aes", bytes(32))))
    report = run([made.root])
    assert [result.outcome for result in report.results] == ["failed", "failed"]
    assert "the valid message t, under the same keys, does not open either" in str(report.results[1].reason)


def test_manifest_that_several_paths_lead_to_is_run_once(made: MadeSet, tmp_path: Path) -> None:
    manifest = made.fill()
    link = tmp_path / "link"
    link.symlink_to(made.root)
    report = run([made.root, manifest, link, made.root])
    assert (len(report.results), report.faults) == (1, ())


@pytest.mark.req("TVM-COM-001", kind="negative")
def test_manifest_of_an_unknown_type_is_a_fault_beside_a_good_one(made: MadeSet) -> None:
    made.fill()
    made.write("other.json", {"manifest": {"type": "awses-mpl-decrypt", "version": 4}})
    report = run([made.root])
    assert [result.outcome for result in report.results] == ["passed"]
    assert [fault.error.code for fault in report.faults] == [Code.MANIFEST_UNSUPPORTED]


READERS: dict[str, tuple[Any, Any, object, str, str]] = {
    "decrypt-without-signature": (decrypt_engine, "verify_signature", lambda *arguments: None, "signature-by-another-key", "decrypt"),
    "decrypt-past-the-end": (
        decrypt_engine._Whole,
        "_verify_end",
        lambda message, body_end, digest: None,
        "parse-trailing-byte-v2",
        "decrypt",
    ),
    "stream-without-signature": (decryptor_engine, "verify_signature", lambda *arguments: None, "signature-by-another-key", "the stream"),
    "stream-past-the-end": (
        decryptor_engine.Decryptor._READ,
        State.END,
        lambda decryptor, view: len(view),
        "parse-trailing-byte-v2",
        "the stream",
    ),
}


@each("name", READERS)
@pytest.mark.req("TVM-COM-011", kind="negative")
def test_run_finds_a_check_that_one_way_to_decrypt_leaves_out(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    place, member, instead, vector, way = READERS[name]
    with monkeypatch.context() as patch:
        if isinstance(place, dict):
            patch.setitem(place, member, instead)
        else:
            patch.setattr(place, member, instead)
        (result,) = run([native_path()], select=parse_selector(vector)).results
    assert (result.outcome, result.code) == ("failed", "readers-disagree")
    assert result.reason == f"{way} accepts what verify refuses"


@pytest.mark.req("TVM-COM-010", kind="negative")
def test_run_finds_a_way_to_decrypt_that_gives_another_plaintext(made: MadeSet, monkeypatch: pytest.MonkeyPatch) -> None:
    made.fill()
    monkeypatch.setattr(Client, "decrypt_into", lambda self, buffer, **options: (0, None))
    (result,) = run([made.root]).results
    assert (result.outcome, result.reason) == ("failed", "decrypt_into gives another plaintext")


@pytest.mark.req("CLI-DEC-012", kind="negative")
def test_run_finds_plaintext_that_a_stream_releases_too_early(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = Wait(unsigned=Release.AT_ONCE, signed=Release.AT_ONCE)
    monkeypatch.setattr(decryptor_engine, "RELEASE", dict.fromkeys(Content, at_once))
    report = run([native_path()], select=parse_selector("signature-by-another-key"))
    assert [result.reason for result in report.results] == ["the stream releases 20 bytes of plaintext, 16 bytes are expected"]


@pytest.mark.req("TVM-COM-012", kind="negative")
def test_run_without_the_key_of_a_message_that_does_not_parse_fails(made: MadeSet) -> None:
    kms = [{"type": "aws-kms", "key": "kms"}]
    made.fill(decrypt_manifest(2, case(2, **{"master-keys": kms})), ciphertext=seal() + b"!")
    (result,) = run([made.root]).results
    assert (result.outcome, result.tier, result.stage, result.code) == ("failed", None, "parse", "trailing-data")


@pytest.mark.req("TVM-DEC-008")
def test_run_with_one_key_of_several_at_hand_passes(made: MadeSet) -> None:
    masters = [{"type": "aws-kms", "key": "kms"}, raw_aes()]
    made.fill(decrypt_manifest(2, case(2, **{"master-keys": masters})))
    assert run([made.root]).results[0].outcome == "passed"


@pytest.mark.req("TVM-DEC-010")
@pytest.mark.req("TVM-DEC-010", kind="negative")
@pytest.mark.parametrize("name", ["anything", "key1"])
def test_run_of_version_4_requires_what_is_reproduced_and_not_stored(made: MadeSet, name: str) -> None:
    context = {name: "v", "stored": "s"}
    test = case(4, cmm="RequiredEncryptionContext", **{"encryption-context": context})
    made.fill(decrypt_manifest(4, test), ciphertext=seal(stored={"stored": "s"}, required={name: "v"}))
    assert run([made.root]).results[0].outcome == "passed"
    made.fill(decrypt_manifest(4, test), ciphertext=seal(stored={"stored": "s"}))
    assert run([made.root]).results[0].stage == "unwrap"
    made.fill(decrypt_manifest(4, test), ciphertext=seal(stored={"stored": "other"}, required={name: "v"}))
    assert run([made.root]).results[0].code == "encryption-context-mismatch"


def test_run_with_unsigned_only_accepts_an_unsigned_message(made: MadeSet) -> None:
    made.fill(decrypt_manifest(3, case(3, **{"decryption-method": "streaming-unsigned-only"})))
    assert run([made.root]).results[0].outcome == "passed"


@pytest.mark.req("TVM-DEC-013")
@pytest.mark.req("TVM-DEC-016", kind="negative")
def test_run_of_a_required_context_cmm_demands_its_keys(made: MadeSet) -> None:
    cmm = {"type": "required-encryption-context-cmm", "underlying": raw_aes(), "requiredEncryptionContextKeys": ["k"]}
    message = seal(required={"k": "v"})
    with_context = case(5, decryptKeyDescription=cmm, **{"reproduced-encryption-context": {"k": "v"}})
    made.fill(decrypt_manifest(5, with_context, without=case(5, decryptKeyDescription=cmm)), ciphertext=message)
    first, second = run([made.root]).results
    assert first.outcome == "passed"
    assert (second.outcome, second.stage, second.code) == ("failed", "context", "required-context-missing")


def test_run_of_zip_folder_and_file_gives_the_same(made: MadeSet, tmp_path: Path) -> None:
    manifest = made.fill()
    packed = tmp_path / "made.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(made.root.iterdir()):
            archive.write(path, path.name)
    expected = [(result.suite, result.id, result.outcome) for result in run([manifest]).results]
    for path in (made.root, packed, tmp_path):
        assert [(result.suite, result.id, result.outcome) for result in run([path]).results] == expected


def test_run_past_a_broken_manifest_runs_the_others(another: NewSet, tmp_path: Path) -> None:
    another("a").fill(decrypt_manifest(9, case(2)))
    another("b").fill()
    another("c").fill(decrypt_manifest(2, case(2, ciphertext="file://../b/c.bin")))
    report = run([tmp_path, tmp_path / "none", tmp_path / "b"])
    assert [(result.suite, result.outcome) for result in report.results] == [("b", "passed")]
    assert [(Path(fault.location).parent.name, fault.error.code) for fault in report.faults] == [
        ("a", Code.MANIFEST_UNSUPPORTED),
        ("c", Code.URI_OUTSIDE_FOLDER),
        (tmp_path.name, Code.VECTOR_FILE_MISSING),
    ]


@pytest.mark.req("TVM-COM-014", kind="negative")
@pytest.mark.parametrize("content", [None, decrypt_manifest(2, case(2))["manifest"], {**decrypt_manifest(2, {}), "tests": {}}])
def test_run_of_a_path_without_a_vector_is_a_fault(made: MadeSet, content: object) -> None:
    made.write("keys.json", keys_manifest())
    if content is not None:
        made.write("manifest.json", json.dumps(content))
    report = run([made.root])
    assert [fault.error.code for fault in report.faults] == [Code.NO_VECTORS]


@pytest.mark.req("TVM-COM-003", kind="negative")
def test_run_of_two_manifests_of_one_folder_refuses_an_id_of_both(made: MadeSet) -> None:
    made.fill()
    made.write("second.json", decrypt_manifest(2, case(2)))
    report = run([made.root])
    assert [result.id for result in report.results] == ["t"]
    assert [fault.error.code for fault in report.faults] == [Code.DUPLICATE_ID]


@pytest.mark.req("TVM-COM-014")
def test_run_selects_by_set_and_id(another: NewSet, tmp_path: Path) -> None:
    for name in ("one", "two"):
        another(name).fill(decrypt_manifest(2, case(2), u=case(2)))
    report = run([tmp_path], select=parse_selector("one::t or (two and not t::)"))
    assert [(result.suite, result.id) for result in report.results] == [("one", "t"), ("two", "t"), ("two", "u")]
    nothing = run([tmp_path], select=parse_selector("three"))
    assert (nothing.results, [fault.error.code for fault in nothing.faults]) == ((), [Code.NO_VECTORS])
    assert nothing.faults[0].error.hint != error_codes()[Code.NO_VECTORS].hint  # the path was right


def test_run_in_two_processes_gives_the_same_in_the_same_order(another: NewSet, tmp_path: Path) -> None:
    for name in ("one", "two"):
        another(name).fill(decrypt_manifest(2, case(2), **{f"t{number}": case(2) for number in range(20)}))
    another("broken").fill(ciphertext=damaged(1))
    alone, together = run([tmp_path]), run([tmp_path], jobs=2)

    def facts(results: tuple[Result, ...]) -> list[tuple[str, str, str, str | None]]:
        return [(result.suite, result.id, result.outcome, result.code) for result in results]

    assert facts(together.results) == facts(alone.results)
    assert alone.count("passed") == 42
    assert alone.count("failed") == 1


def test_run_reports_each_result_as_it_comes(made: MadeSet) -> None:
    made.fill(decrypt_manifest(2, case(2), u=case(2)))
    seen: list[Result] = []
    report = run([made.root], on_result=seen.append)
    assert tuple(seen) == report.results


def test_load_gives_sets_and_faults_in_order(another: NewSet, tmp_path: Path) -> None:
    another("a").fill(decrypt_manifest(9, case(2)))
    another("b").fill()
    fault, vector_set = load([tmp_path])
    assert isinstance(fault, Fault)
    assert isinstance(vector_set, VectorSet)

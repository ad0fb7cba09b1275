"""Manifests that ask for messages: each form is read, esdkit writes what it says, and reads it; what cannot be written says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import Code
from esdkit.message import parse_header
from esdkit.spec import LIMITS, SUITES
from esdkit.vectors import scenarios
from esdkit.vectors.model import Accept, Reject, Vector, VectorSet
from esdkit.vectors.runner import Fault, load, run
from esdkit.vectors.verdict import Result
from tests.unit.vectors.asking import CONTEXT, KMS, NAMESPACE, asked, asked_5, asking, keyring_vector, keys_file, raw
from tests.unit.vectors.making import Json, MadeSet

GENERATE, KEYRINGS = "awses-decrypt-generate", "awses-mpl-encrypt"


def written(made: MadeSet, manifest: Json) -> Path:
    made.write("keys.json", keys_file())
    return made.write("manifest.json", manifest)


def vectors(path: Path) -> dict[str, Vector]:
    (one,) = load([path])
    assert isinstance(one, VectorSet), one
    return {vector.id: vector for vector in one.vectors}


def results(path: Path) -> dict[str, Result]:
    report = run([path])
    assert report.faults == ()
    return {result.id: result for result in report.results}


def fault(path: Path) -> tuple[Code, str | None]:
    (one,) = load([path])
    assert isinstance(one, Fault)
    return one.error.code, one.error.path


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.req("TVM-ENC-001")
@pytest.mark.req("TVM-ENC-002")
def test_every_suite_and_kind_of_body_is_written_as_asked(made: MadeSet, version: int) -> None:
    tests = {
        f"{suite.hex_id}-{frame}": asked(raw(key), **{"algorithm": suite.hex_id, "frame-size": frame})
        for suite in SUITES.values()
        for frame, key in ((0, "aes-128"), (512, "aes-256"), (4096, "rsa-2048-private"))
    }
    path = written(made, asking(version, tests))
    assert {result.outcome for result in results(path).values()} == {"passed"}
    for name, vector in vectors(path).items():
        header, _ = parse_header(vector.ciphertext)
        assert f"{header.suite.hex_id}-{header.frame_length}" == name
        assert {key: header.encryption_context[key] for key in CONTEXT} == CONTEXT
        assert header.encrypted_data_keys[0].provider_id == NAMESPACE.encode()
        assert isinstance(vector.expectation, Accept) and len(vector.expectation.plaintext or b"") == 1100


@pytest.mark.req("TVM-ENC-002")
def test_several_master_keys_each_get_an_encrypted_data_key(made: MadeSet) -> None:
    path = written(made, asking(2, {"t": asked(raw("rsa-2048-public"), raw("rsa-2048-private"), raw("aes-192"))}))
    assert len(parse_header(vectors(path)["t"].ciphertext)[0].encrypted_data_keys) == 3
    assert results(path)["t"].outcome == "passed"


@pytest.mark.req("TVM-ENC-001", "TVM-ENC-002")
@pytest.mark.parametrize(("cmm", "stored"), [("Default", CONTEXT), ("RequiredEncryptionContext", {})])
def test_version_4_gives_the_reader_the_context(made: MadeSet, cmm: str, stored: dict[str, str]) -> None:
    path = written(made, asking(4, {"t": asked(cmm=cmm)}))
    vector = vectors(path)["t"]
    assert (parse_header(vector.ciphertext)[0].encryption_context, vector.encryption_context) == (stored, CONTEXT)
    assert results(path)["t"].outcome == "passed"


@pytest.mark.req("TVM-ENC-001", "TVM-ENC-002")
@pytest.mark.parametrize("reproduced", [{}, {"key1": "val1"}])
def test_version_5_has_keys_for_writer_and_reader(made: MadeSet, reproduced: dict[str, str]) -> None:
    required = {"type": "required-encryption-context-cmm", "underlying": raw(), "requiredEncryptionContextKeys": [*reproduced]}
    tests = {
        "rsa": asked_5(raw("rsa-2048-public"), raw("rsa-2048-private")),
        "required": asked_5(required, required, **{"reproduced-encryption-context": reproduced}),
        "multi": asked_5({"type": "multi-keyring", "generator": raw(), "childKeyrings": [raw("aes-128")]}, raw("aes-128")),
    }
    assert {result.outcome for result in results(written(made, asking(5, tests))).values()} == {"passed"}


def test_messages_are_the_same_each_time(made: MadeSet) -> None:
    path = written(made, asking(2, {"signed": asked(algorithm="0378"), "block": asked(algorithm="0578", **{"frame-size": 0})}))
    assert [vector.ciphertext for vector in vectors(path).values()] == [vector.ciphertext for vector in vectors(path).values()]


@pytest.mark.parametrize("master", [KMS, raw("aes-256-writes-nothing")])
def test_message_whose_key_is_not_available_is_skipped(made: MadeSet, master: Json) -> None:
    keys = keys_file()
    keys["keys"]["aes-256-writes-nothing"] = {**keys["keys"]["aes-256"], "encrypt": False}
    made.write("keys.json", keys)
    path = made.write("manifest.json", asking(2, {"t": asked(raw(), master)}))
    assert (results(path)["t"].outcome, results(path)["t"].code) == ("skipped", "needs-aws-kms" if master is KMS else "needs-keyring")


def test_message_that_esdkit_does_not_write_fails_with_the_code(made: MadeSet) -> None:
    path = written(made, asking(2, {"t": asked(**{"encryption-context": {"aws-crypto-mine": ""}})}))
    assert (results(path)["t"].outcome, results(path)["t"].code) == ("failed", "invalid-argument")


def test_private_key_that_is_none_is_refused_with_its_place(made: MadeSet) -> None:
    keys = keys_file()
    entries = keys["keys"]
    entries["rsa-2048-private"] = {**entries["rsa-2048-private"], "material": entries["rsa-2048-public"]["material"]}
    made.write("keys.json", keys)
    path = made.write("manifest.json", asking(2, {"t": asked(raw("rsa-2048-private"))}))
    assert fault(path) == (Code.MANIFEST_INVALID, "tests.t.master-keys[0]")


def generated(**members: Any) -> Json:
    return {"encryption-scenario": asked(raw("aes-128"), plaintext="tiny", algorithm="0578"), **members}


@pytest.mark.req("TVM-ENC-004")
def test_tampered_messages_are_refused(made: MadeSet) -> None:
    tests = {
        "good": generated(),
        "cut": generated(tampering="truncate"),
        "flip": generated(tampering="mutate"),
        "half": {"encryption-scenario": asked(raw("aes-128")), "tampering": "half-sign"},
        "info": generated(tampering={"change-edk-provider-info": ["one", "two"]}),
    }
    path = written(made, asking(2, tests, GENERATE))
    length = len(vectors(path)["good"].ciphertext)
    ids = vectors(path).keys()
    assert {name for name in ids if name.startswith("cut")} == {f"cut-first-{end}" for end in range(1, length)}
    assert {name for name in ids if name.startswith("flip")} == {f"flip-bit-{bit}" for bit in range(8 * length)}
    report = run(
        [path], select=lambda names: {name for name in names if not {"bit", "first"}.intersection(name.split("-")) or name.endswith("07")}
    )
    found = {result.id: result for result in report.results}
    assert {"good", "half", "info-info-1", "info-info-2"} < found.keys()
    assert [result for result in found.values() if result.outcome != "passed"] == []
    assert (found["half"].stage, found["half"].code) == ("signature", "public-key-unexpected")
    assert all(isinstance(vector.expectation, Reject) == (vector.id != "good") for vector in vectors(path).values())


@pytest.mark.req("TVM-ENC-002")
def test_reader_of_unsigned_messages_refuses_the_signed_one(made: MadeSet) -> None:
    method = {"decryption-method": "streaming-unsigned-only"}
    refused = {"error": {"error-description": "signed"}}
    tests = {
        "signed": generated(**method, result=refused),
        "unsigned": {"encryption-scenario": asked(raw("aes-128"), algorithm="0178"), **method},
    }
    found = results(written(made, asking(2, tests, GENERATE)))
    assert [(result.outcome, result.code) for result in found.values()] == [("passed", "signed-not-allowed"), ("passed", None)]


@pytest.mark.req("TVM-ENC-002")
def test_reader_gets_the_keys_that_it_is_given(made: MadeSet) -> None:
    found = results(written(made, asking(2, {"t": generated(**{"decryption-master-keys": [KMS]})}, GENERATE)))
    assert found["t"].outcome == "failed"  # a message without an encrypted data key of AWS KMS is no reason to skip


@pytest.mark.req("TVM-ENC-001", "TVM-ENC-002")
@pytest.mark.parametrize(
    ("test", "outcome", "code"),
    [
        (keyring_vector("positive-keyring"), "passed", None),
        (keyring_vector("positive-keyring", requiredEncryptionContextKeys=["key1"], reproducedEncryptionContext=CONTEXT), "passed", None),
        (keyring_vector("positive-keyring", algorithmSuiteId="6701"), "skipped", "unknown-suite"),
        (keyring_vector("positive-keyring", encryptKeyDescription=KMS), "skipped", "needs-aws-kms"),
        (keyring_vector("positive-keyring", encryptKeyDescription={"type": "caching-cmm"}), "skipped", "manifest-unsupported"),
        (keyring_vector("negative-decrypt-keyring", reproducedEncryptionContext={"key1": "x"}), "passed", "encryption-context-mismatch"),
        (keyring_vector("negative-decrypt-keyring"), "failed", "unexpected-success"),
        (
            keyring_vector("negative-encrypt-keyring", keyDescription=raw(), encryptionContext={"aws-crypto-x": ""}),
            "passed",
            "invalid-argument",
        ),
        (keyring_vector("negative-encrypt-keyring", keyDescription=raw()), "failed", "unexpected-success"),
    ],
)
def test_keyring_vectors_are_run_as_messages(made: MadeSet, test: Json, outcome: str, code: str | None) -> None:
    result = results(written(made, asking(4, {"t": test}, KEYRINGS)))["t"]
    assert (result.outcome, result.code) == (outcome, code)


@pytest.mark.req("TVM-ENC-002")
def test_keyring_vector_of_a_given_data_key_is_run(made: MadeSet) -> None:
    keys = keys_file()
    keys["keys"]["static"] = {"type": "static-material", "plaintextDataKey": "AQEBAQEBAQEBAQEBAQEBAQ=="}
    given = {"type": "static-material-keyring", "key": "static"}
    made.write("keys.json", keys)
    test = keyring_vector("positive-keyring", algorithmSuiteId="0014", encryptKeyDescription=given, decryptKeyDescription=given)
    assert results(made.write("manifest.json", asking(4, {"t": test}, KEYRINGS)))["t"].outcome == "passed"


@pytest.mark.parametrize(
    ("test", "path"),
    [
        (asked(plaintext="large"), "tests.t.plaintext"),
        (asked(algorithm="0015"), "tests.t.algorithm"),
        (asked(algorithm=478), "tests.t.algorithm"),
        (asked(**{"frame-size": -1}), "tests.t.frame-size"),
        (asked(**{"frame-size": 1 << 32}), "tests.t.frame-size"),
        (asked(cmm="Mine"), "tests.t.cmm"),
        (asked({**raw(), "key": "none"}), "tests.t.master-keys[0].key"),
        ({}, "tests.t"),
    ],
)
@pytest.mark.req("TVM-ENC-003", kind="negative")
def test_case_that_says_no_message_is_refused_with_its_place(made: MadeSet, test: Json, path: str) -> None:
    assert fault(written(made, asking(2, {"t": test}))) == (Code.MANIFEST_INVALID, path)


@pytest.mark.req("TVM-ENC-001", kind="negative")
@pytest.mark.parametrize(
    ("test", "code"),
    [
        (generated(**{"tampering-method": "truncate"}), Code.MANIFEST_INVALID),
        (generated(tampering="melt"), Code.MANIFEST_INVALID),
        (generated(tampering={"truncate": []}), Code.MANIFEST_INVALID),
        (generated(result={"output": {"plaintext": "file://p.bin"}}), Code.MANIFEST_INVALID),
        (generated(**{"decryption-method": "one-shot"}), Code.MANIFEST_UNSUPPORTED),
    ],
)
def test_generation_that_was_never_seen_is_refused(made: MadeSet, test: Json, code: Code) -> None:
    assert fault(written(made, asking(2, {"t": test}, GENERATE)))[0] is code


@pytest.mark.req("TVM-ENC-001", kind="negative")
def test_negative_scenario_of_version_5_is_unsupported(made: MadeSet) -> None:
    assert fault(written(made, asking(5, {"t": asked_5(raw(), raw(), type="negative-esdk")})))[0] is Code.MANIFEST_UNSUPPORTED


@pytest.mark.parametrize(
    "manifest",
    [
        asking(2, {"t": asked(plaintext="huge")}, plaintexts={"huge": LIMITS["vector_set_size"] + 1}),
        asking(2, {"t": asked(plaintext="large", **{"frame-size": 1})}, plaintexts={"large": LIMITS["vector_set_size"] // 32}),
        asking(
            2,
            {"t": generated(tampering="mutate", **{"encryption-scenario": asked(plaintext="long")})},
            GENERATE,
            plaintexts={"long": 1 << 20},
        ),
    ],
)
@pytest.mark.req("TVM-ENC-005", kind="negative")
def test_more_messages_than_a_set_may_have_are_refused(made: MadeSet, manifest: Json) -> None:
    assert fault(written(made, manifest))[0] is Code.ARCHIVE_TOO_LARGE


def test_messages_beside_those_of_somebody_else_may_have_their_ids(made: MadeSet) -> None:
    made.fill()
    made.write("keys.json", {**keys_file(), "keys": {**keys_file()["keys"], "aes": {**keys_file()["keys"]["aes-256"], "key-id": "aes"}}})
    made.write("encrypt.json", asking(2, {"t": asked()}))
    names = [one.name if isinstance(one, VectorSet) else one for one in load([made.root])]
    assert names == ["made/encrypt.json", "made"]


def test_seed_gives_other_bytes_for_every_draw() -> None:
    draw = scenarios.seeded("one")
    assert draw(16) != draw(16)
    assert scenarios.seeded("one")(16) != scenarios.seeded("two")(16)
    assert scenarios.seeded("one")(16) == scenarios.seeded("one")(16)

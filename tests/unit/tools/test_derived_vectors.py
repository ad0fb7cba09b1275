"""The derived vectors: made from their bases, each wrong in what it says, and every error code that a message can provoke has one."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import derive_content_key_net_4_0_0, derive_keys
from esdkit.crypto.signing import decode_public_key, verify
from esdkit.engine.client import Client
from esdkit.errors import Code, MessageError
from esdkit.forge.mutate import spans
from esdkit.message import Frame, parse, parse_header
from esdkit.message.aad import piece_aad, serialize_encryption_context
from esdkit.spec import CONSTANTS, FIELDS, STAGES, decisions, error_codes, spec_path, vector_flags
from tests.each import each
from vectors.generators import native, negative, provenance
from vectors.generators.derive import Derived, keyring, seeded

TESTS = native.load()
KEYS: dict[str, Any] = json.loads((native.FOLDER / "keys.json").read_text(encoding="utf-8"))["keys"]
DERIVED: dict[str, Derived] = {vector.name: vector for vector in negative.derived(TESTS, KEYS)}

# What no vector of a manifest can provoke, and why.
NO_VECTOR = {
    Code.AAD_UNSORTED: "readers accept it; the inspector points it out",
    Code.REBUILD_MISMATCH: "only a defect of esdkit's own gives it",
    Code.SIGNED_NOT_ALLOWED: "the manifest has no unsigned-only reader",
    Code.HEADER_TOO_LARGE: "a header beyond the budget would outweigh the whole folder",
    Code.BODY_TOO_LARGE: "the manifest has no limit of the body",
    Code.ENCODING_INVALID: "the runner reads bytes; text around them is the command line's",
    Code.MATERIALS_INVALID: "no message does it, a broken keyring does",
    Code.CACHE_WAIT_EXPIRED: "no message does it, a slow key provider does",
}
OF_A_MESSAGE = {
    "TruncatedMessage",
    "MalformedMessage",
    "UnsupportedMessage",
    "AuthenticationError",
    "PolicyError",
    "DataKeyUnwrapError",
    "MaterialsError",
}


def test_manifest_holds_exactly_the_derived_vectors_behind_the_positive_ones() -> None:
    names = list(TESTS)
    assert names[-len(DERIVED) :] == list(DERIVED)
    assert [name for name, test in TESTS.items() if "base" in test] == list(DERIVED)


def test_vectors_are_what_their_bases_give_today() -> None:
    made = {name: hashlib.sha256(vector.ciphertext).hexdigest() for name, vector in DERIVED.items()}
    stale = [name for name, digest in made.items() if TESTS.get(name, {}).get("sha256") != digest]
    assert stale == [], f"run python -m vectors.generators.negative --only {' '.join(stale)}"
    for name, vector in DERIVED.items():
        said = (TESTS[name]["expect"].get("stage"), TESTS[name]["expect"].get("code"), TESTS[name]["base"], TESTS[name]["comment"])
        assert said == (vector.stage, vector.code, vector.base, vector.comment), name


def test_every_error_of_a_message_has_a_vector_or_a_reason_why_not() -> None:
    provoked = {vector.code for vector in DERIVED.values()}
    possible = {code for code, row in error_codes().items() if row.class_name in OF_A_MESSAGE}
    assert possible - provoked == {code.value for code in NO_VECTOR}


def test_every_field_that_has_an_error_of_its_own_has_a_vector_for_it() -> None:
    provoked = {vector.code for vector in DERIVED.values()}
    assert {field.error for field in FIELDS.values() if field.error is not None} <= provoked


def test_there_are_vectors_at_every_stage_that_a_message_can_fail() -> None:
    stages = {vector.stage for vector in DERIVED.values() if vector.stage is not None}
    assert set(STAGES) - stages == {"rebuild", "plaintext"}


def test_each_ciphertext_is_there_once_for_each_way_of_reading_it() -> None:
    read = [(vector.ciphertext, json.dumps(vector.members, sort_keys=True)) for vector in DERIVED.values()]
    assert len(set(read)) == len(read)


def test_requirements_and_decisions_that_vectors_name_exist() -> None:
    known: set[str] = set()
    for path in sorted(Path(spec_path() / "requirements").glob("*.yaml")):
        known |= {row["id"] for row in yaml.safe_load(path.read_text(encoding="utf-8"))["requirements"]}
    for name, test in TESTS.items():
        assert set(test["requirements"]) <= known, name
    for vector in DERIVED.values():
        named = {word.strip("(),") for word in vector.comment.split() if "DEC-" in word}
        assert named <= decisions().keys(), vector.name


def test_reader_that_differs_is_explained() -> None:
    for name in DERIVED:
        expected = TESTS[name]["expect"]["outcome"]
        if any(outcome != expected for outcome in TESTS[name]["verified-by"].values()):
            assert provenance.explained(name, TESTS[name]["comment"]), name


def test_accepted_vectors_were_accepted_by_an_sdk_where_one_could_be_asked() -> None:
    unordered = {"python-4"}  # it tries data keys in any order (DEC-G38)
    for name, vector in DERIVED.items():
        asked = TESTS[name]["verified-by"].keys() - (unordered if "DEC-G38" in vector.comment else set())
        if vector.stage is None and asked:
            assert "accept" in TESTS[name]["verified-by"].values(), name


def _data_key(vector: Derived) -> bytes:
    """The data key of a derived vector's message: the case's own, or that of its base or twin if message or data key are theirs."""
    header, _ = parse_header(vector.ciphertext, strict=False)
    if vector.twin in DERIVED and header.message_id == seeded(len(header.message_id), vector.twin, "message id"):
        return seeded(header.suite.data_key_length, vector.twin, "data key")
    base, _ = parse_header((native.FOLDER / f"ciphertexts/{vector.base}.bin").read_bytes())
    beginnings = [data_key.ciphertext[:16] for data_key in header.encrypted_data_keys]
    if header.message_id == base.message_id or base.encrypted_data_keys[0].ciphertext[:16] in beginnings:
        trace = json.loads((native.FOLDER / f"traces/{vector.base}.json").read_text(encoding="utf-8"))
        return bytes.fromhex(trace["secrets"]["data_key"])
    return seeded(header.suite.data_key_length, vector.name, "data key")


def _is_authentic(vector: Derived, *, with_signature: bool = True) -> bool:
    """Whether header tag, frame tags and signature hold for the bytes as they stand, whatever they say."""
    data, message = vector.ciphertext, parse(vector.ciphertext, strict=False)
    header, fields = message.header, spans(vector.ciphertext)
    cipher = AesGcm(derive_keys(header.suite, _data_key(vector), header.message_id).content_key.reveal())
    header_body = data[: fields["header_auth.tag"].start - len(header.auth.iv)]
    given = vector.members.get("encryption-context", {})
    unstored = serialize_encryption_context({key: value for key, value in given.items() if key not in header.encryption_context})
    held = cipher.decrypt(header.auth.iv or bytes(header.suite.iv_length), header_body + unstored, b"", header.auth.tag) is not None
    body = (
        message.body if isinstance(message.body, tuple) else (Frame(1, message.body.iv, message.body.ciphertext, message.body.tag, True),)
    )
    for place, frame in enumerate(body, 1):
        number = place if "narrow-number" in vector.flags else frame.sequence_number
        aad = piece_aad(header, number, len(frame.ciphertext), final=frame.final)
        held = held and cipher.decrypt(frame.iv, aad, frame.ciphertext, frame.tag) is not None
    if with_signature and header.suite.signature is not None and message.signature is not None:
        signed = data[: fields["footer.signature.length"].start]
        digest = hashlib.new(header.suite.signature.hash, signed).digest()
        public_key = decode_public_key(header.encryption_context[CONSTANTS.public_key_name], header.suite.signature)
        verify(public_key, header.suite.signature, digest, message.signature)
    return held


def _is_mended(vector: Derived) -> bool:
    """Whether a vector is sealed for what a reader makes of it that mends messages; such readers show these (tests.planted_reader)."""
    return vector.name.startswith(("aes-data-key-", "lenient-"))


def test_vectors_that_break_a_value_rule_are_authentic_otherwise() -> None:
    seen = set()
    for vector in DERIVED.values():
        if vector.stage != "parse" or vector.code == Code.TRAILING_DATA or _is_mended(vector):
            continue
        try:
            parse(vector.ciphertext, strict=False)
        except MessageError:
            continue  # its structure is broken
        assert _is_authentic(vector), vector.name
        seen.add(vector.code)
    assert seen >= {
        "aad-bad-utf8",
        "aad-count-zero",
        "aad-duplicate-key",
        "edk-count-zero",
        "final-too-long",
        "frame-length-vs-content-type",
        "iv-length-mismatch",
        "provider-id-bad-utf8",
        "reserved-nonzero",
        "seq-out-of-order",
        "suite-version-mismatch",
        "unsupported-type",
    }


@each("vector", [vector for vector in DERIVED.values() if vector.stage == "signature"], ids=lambda vector: vector.name)
def test_vectors_that_fail_at_the_signature_are_authentic_otherwise(vector: Derived) -> None:
    assert _is_authentic(vector, with_signature=False)


BEFORE_THE_DATA_KEY = [
    vector
    for vector in DERIVED.values()
    if vector.stage in ("context", "unwrap") and not _is_mended(vector)
    if not vector.name.endswith("-unwrap-length")  # no reader takes these: test_field_vectors
]


@each("vector", BEFORE_THE_DATA_KEY, ids=lambda vector: vector.name)
def test_reader_with_the_data_key_opens_what_fails_before_it(vector: Derived) -> None:
    """With the one fault repaired, nothing is left that refuses the message."""
    context = vector.members.get("encryption-context", {})
    if vector.code == "encryption-context-mismatch":
        stored = parse_header(vector.ciphertext)[0].encryption_context
        context = {key: value for key, value in context.items() if key not in stored}
    client = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
    assert client.verify(source=vector.ciphertext, data_key=_data_key(vector), encryption_context=context).failures == ()


@each(
    "vector",
    [vector for vector in DERIVED.values() if vector.stage == "commitment" and "data-key-order" not in vector.flags],
    ids=lambda vector: vector.name,
)
def test_reader_without_a_check_of_the_commit_key_opens_what_that_refuses(vector: Derived, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(hmac, "compare_digest", lambda one, other: True)
        plaintext, _ = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT").decrypt(
            source=vector.ciphertext, keyring=keyring(vector.members["key"], KEYS)
        )
    assert plaintext == native.plaintext(len(plaintext))


@each("name", [name for name, test in TESTS.items() if "key-derivation" in test["flags"] and name.startswith("header-")])
def test_message_sealed_under_another_content_key_holds_under_that_key(name: str) -> None:
    """Its fault is how the content key is derived; header tag and frames follow from it."""
    data = DERIVED[name].ciphertext
    header = parse_header(data)[0]
    cipher = AesGcm(derive_content_key_net_4_0_0(header.suite, _data_key(DERIVED[name]), header.message_id).reveal())
    frames = parse(data).body
    assert isinstance(frames, tuple)
    for frame in frames:
        aad = piece_aad(header, frame.sequence_number, len(frame.ciphertext), final=frame.final)
        cipher.decrypt(frame.iv, aad, frame.ciphertext, frame.tag)


def test_released_plaintext_is_the_beginning_of_the_plaintext() -> None:
    """Every derived message has a stretch of one stream as plaintext, except those whose frames were moved."""
    released = {name: test["expect"]["released"] for name, test in TESTS.items() if "released" in test["expect"]}
    assert any(row["length"] for row in released.values())
    moved = [name for name, row in released.items() if row["sha256"] != hashlib.sha256(native.plaintext(row["length"])).hexdigest()]
    assert moved == []


def test_negative_vector_says_what_may_be_released_if_and_only_if_its_header_holds() -> None:
    for name, vector in DERIVED.items():
        if vector.stage in ("policy", "context", "unwrap", "commitment", "header_tag"):
            assert "released" not in TESTS[name]["expect"], name
        if vector.stage == "frames":
            assert "released" in TESTS[name]["expect"], name


def test_every_code_of_a_message_has_one_flag() -> None:
    flagged = [code for row in vector_flags().values() for code in row.codes]
    assert len(flagged) == len(set(flagged))
    assert {vector.code for vector in DERIVED.values()} - {None} <= set(flagged) <= set(error_codes())
    assert {link for row in vector_flags().values() for link in row.links if link.startswith("DEC-")} <= set(decisions())


@pytest.mark.req("FMT-HAU-012")
def test_no_two_headers_are_authenticated_under_one_message_id() -> None:
    tags: dict[bytes, set[bytes]] = {}
    for name in TESTS:
        if name in ("header-flipped-tag-v1", "header-flipped-tag-v2"):
            continue  # nobody made these tags
        try:
            header, _ = parse_header((native.FOLDER / f"ciphertexts/{name}.bin").read_bytes(), strict=False)
        except MessageError:
            continue
        tags.setdefault(header.message_id, set()).add(header.auth.tag)
    assert [message_id for message_id, made in tags.items() if len(made) > 1] == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the native vectors that a test may write to."""
    shutil.copytree(native.FOLDER, tmp_path / "native")
    monkeypatch.setattr(native, "FOLDER", tmp_path / "native")
    monkeypatch.setattr(native, "MANIFEST", tmp_path / "native" / "manifest.json")
    monkeypatch.setattr(provenance, "PAGE", tmp_path / provenance.PAGE.name)
    return tmp_path / "native"


def test_one_vector_is_written_without_the_others(folder: Path) -> None:
    tests = native.load()
    name = "parse-type-81"
    native.remove(tests, name)
    gone = {member: value for member, value in TESTS[name].items() if member not in ("ciphertext", "text")}
    native.add(tests, "parse-old", b"", gone)  # no case makes it any more
    native.save(tests, KEYS)
    assert negative.main(["--only", name]) == 0
    written = native.load()
    assert list(written) == list(TESTS)
    assert written == {**TESTS, name: {**TESTS[name], "verified-by": {}}}  # it was taken out, so what readers said of it is not known
    assert list(provenance.problems()) == []


def test_vector_that_no_case_makes_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        negative.main(["--only", "parse-type-81", "parse-version-4"])
    assert "no case makes parse-version-4\n" in capsys.readouterr().err
    assert native.load() == TESTS

"""Verification stage by stage: how far each broken message holds, with keys and without, and that it agrees with decryption."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit import Client, Verification
from esdkit.cmm import DefaultCmm, RequiredEncryptionContextCmm, StoredContextCmm
from esdkit.cmm.base import DecryptionRequest
from esdkit.crypto.signing import use_verifier
from esdkit.errors import Code, EsdkError, MaterialsError, UsageError
from esdkit.forge.mutate import flip, spans
from esdkit.keyrings import DecryptionMaterials
from esdkit.message import parse_header
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CHECKS, CONSTANTS, STAGES, SUITES, Suite
from tests.drafts import ANY_SUITE, FOREIGN, KEYRING, OTHER_KEYRING, PLAINTEXT, data_key, each_body, each_suite, outcome, valid
from tests.each import each

DATA = valid(0x0578).seal()
UNSIGNED = valid(0x0178).seal()


def assert_stages(result: Verification, held: int, failed: Code | None) -> None:
    """So many stages hold; then one fails with this code, or none could be checked."""
    assert [check.name for check in result.checks] == list(CHECKS)
    assert result.reached == (STAGES[held - 1] if held else None)
    assert result.failed == (None if failed is None else STAGES[held])
    assert (result.error.code if result.error else None) == failed
    assert result.error is (result.failures[0].error if result.failures else None)
    assert (result.plaintext_length is not None) == all(map(result.passed, ("commitment", "header_tag", "frames")))
    for check in result.checks:
        assert (check.outcome == "failed", check.outcome == "not-checked") == (check.error is not None, check.reason is not None)
        assert check.error is None or check.error.code in CHECKS[check.name].codes or not CHECKS[check.name].codes, check


def at(stage: str) -> int:
    return STAGES.index(stage)


# --- what holds ---


@pytest.mark.req("CLI-VER-001")
@each_suite
@each_body
def test_lawful_message_holds_in_every_stage(suite: Suite, frame_length: int | None) -> None:
    data = valid(suite, frame_length=frame_length).seal()
    result = ANY_SUITE.verify(source=data, keyring=KEYRING, plaintext=PLAINTEXT)
    assert_stages(result, len(STAGES), None)
    assert result.plaintext_length == len(PLAINTEXT)
    assert result.header == parse_header(data)[0]


@pytest.mark.req("CLI-VER-003", "CLI-VER-004")
@each_suite
def test_message_without_keys_holds_up_to_its_context(suite: Suite) -> None:
    assert_stages(ANY_SUITE.verify(source=valid(suite).seal()), at("unwrap"), None)


@pytest.mark.req("CLI-VER-003")
@pytest.mark.parametrize(
    "keys", [{"keyring": KEYRING}, {"cmm": DefaultCmm(KEYRING)}, {"data_key": data_key(SUITES[0x0578])}], ids=["keyring", "cmm", "data-key"]
)
def test_message_without_expectation_holds_up_to_its_frames(keys: dict[str, Any]) -> None:
    result = Client().verify(source=DATA, **keys)
    assert_stages(result, at("plaintext"), None)
    assert result.plaintext_length == len(PLAINTEXT)


@pytest.mark.req("CLI-VER-005")
def test_message_with_required_pairs_holds_when_they_are_given() -> None:
    data = valid(0x0578, required={"tenant": "a"}).seal()
    for cmm in (DefaultCmm(KEYRING), RequiredEncryptionContextCmm(["tenant"], KEYRING)):
        result = Client().verify(source=data, cmm=cmm, encryption_context={"tenant": "a"}, plaintext=PLAINTEXT)
        assert_stages(result, len(STAGES), None)


@pytest.mark.req("CLI-VER-005")
def test_empty_plaintext_is_an_expectation() -> None:
    data = valid(0x0578, plaintext=b"").seal()
    assert_stages(Client().verify(source=data, keyring=KEYRING, plaintext=b""), len(STAGES), None)
    assert_stages(Client().verify(source=data, keyring=KEYRING), at("plaintext"), None)


# --- what fails ---


def rewritten(**changes: Any) -> bytes:
    return valid(0x0578).with_header(**changes).seal()


def without_key() -> bytes:
    draft = valid(0x0578)
    kept = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != CONSTANTS.public_key_name.encode())
    return draft.with_header(context_pairs=kept).seal()


def unsigned(data: bytes) -> bytes:
    """A message without its footer."""
    return data[: spans(data)["footer.signature.length"].start]


HALF_SIGNED = valid(0x0178, context={CONSTANTS.public_key_name: "key"})
ALL_FOREIGN = valid(0x0578).with_header(encrypted_data_keys=(FOREIGN, FOREIGN))

# name: message, stage that fails, code, path; by a client that allows every suite
FAILURES: dict[str, tuple[Callable[[], bytes], str, Code, str | None]] = {
    "empty": (lambda: b"", "parse", Code.TRUNCATED, "header.version"),
    "base64": (lambda: b"AgV4AAAA", "parse", Code.LOOKS_LIKE_BASE64, "header.version"),
    "header-rule": (lambda: flip(UNSIGNED, "header.reserved"), "parse", Code.RESERVED_NONZERO, "header.reserved"),
    "cut": (lambda: DATA[:-1], "parse", Code.TRUNCATED, "footer.signature"),
    "footer": (lambda: unsigned(DATA), "parse", Code.FOOTER_MISSING, "footer.signature.length"),
    "trailing": (lambda: DATA + b"\0", "parse", Code.TRAILING_DATA, None),
    "sequence": (lambda: flip(DATA, "body.frame[1].sequence_number"), "parse", Code.SEQ_OUT_OF_ORDER, "body.frame[1].sequence_number"),
    "signature": (lambda: flip(DATA, "body.frame[0].ciphertext"), "signature", Code.SIGNATURE_INVALID, "footer.signature"),
    "signature-form": (lambda: valid(0x0578).seal(signature=b"no"), "signature", Code.SIGNATURE_MALFORMED, "footer.signature"),
    "no-public-key": (without_key, "signature", Code.PUBLIC_KEY_MISSING, "header.encryption_context"),
    "public-key": (HALF_SIGNED.seal, "signature", Code.PUBLIC_KEY_UNEXPECTED, "header.encryption_context"),
    "unwrap": (ALL_FOREIGN.seal, "unwrap", Code.UNWRAP_FAILED, "header.encrypted_data_keys"),
    "commitment": (lambda: rewritten(suite_data=bytes(32)), "commitment", Code.COMMITMENT_MISMATCH, "header.suite_data"),
    "header-tag": (lambda: flip(UNSIGNED, "header_auth.tag"), "header_tag", Code.HEADER_TAG_INVALID, "header_auth.tag"),
    "frame": (lambda: flip(UNSIGNED, "body.frame[1].tag"), "frames", Code.BODY_TAG_INVALID, "body.frame[1].tag"),
    "block": (lambda: flip(valid(0x0178, frame_length=None).seal(), "body.iv"), "frames", Code.BODY_TAG_INVALID, "body.tag"),
}


@pytest.mark.req("CLI-VER-001", "CLI-VER-002", "CLI-VER-005")
@pytest.mark.req("CLI-VER-001", "CLI-VER-002", "CLI-VER-004", kind="negative")
@each(("make", "stage", "code", "path"), FAILURES.values(), ids=FAILURES)
def test_broken_message_fails_in_its_stage_and_holds_before(make: Callable[[], bytes], stage: str, code: Code, path: str | None) -> None:
    result = ANY_SUITE.verify(source=make(), keyring=KEYRING, plaintext=PLAINTEXT)
    assert_stages(result, at(stage), code)
    assert result.error is not None
    assert result.error.path == path
    assert result.error.offset is not None


@pytest.mark.req("CLI-VER-003")
@pytest.mark.req("CLI-VER-002", "CLI-VER-004", kind="negative")
@pytest.mark.parametrize("name", [name for name, failure in FAILURES.items() if STAGES.index(failure[1]) <= STAGES.index("context")])
def test_early_failure_needs_no_key(name: str) -> None:
    make, stage, code, _ = FAILURES[name]
    assert_stages(ANY_SUITE.verify(source=make()), at(stage), code)


@pytest.mark.req("CLI-VER-003")
@pytest.mark.req("CLI-VER-003", kind="negative")
@pytest.mark.parametrize("name", [name for name, failure in FAILURES.items() if STAGES.index(failure[1]) > STAGES.index("context")])
def test_late_failure_is_not_seen_without_a_key(name: str) -> None:
    assert_stages(ANY_SUITE.verify(source=FAILURES[name][0]()), at("unwrap"), None)


@pytest.mark.req("CLI-VER-002", kind="negative")
def test_plaintext_that_is_another_fails_last() -> None:
    result = Client().verify(source=DATA, keyring=KEYRING, plaintext=PLAINTEXT + b".")
    assert_stages(result, at("plaintext"), Code.PLAINTEXT_MISMATCH)
    assert result.plaintext_length == len(PLAINTEXT)


# --- sources ---


class Pipe:
    """A file that cannot seek."""

    def __init__(self, data: bytes) -> None:
        self._file = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size if size < 0 else min(size, 100))


def test_file_is_verified_from_its_position_on(tmp_path: Path) -> None:
    path = tmp_path / "message"
    path.write_bytes(b"before" + DATA)
    with path.open("rb") as file, path.open("rb", buffering=0) as raw, tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(b"before" + DATA)
        for source in (file, raw, spooled):
            source.seek(6)
            assert_stages(Client().verify(source=source, keyring=KEYRING, plaintext=PLAINTEXT), len(STAGES), None)
            source.seek(0)
            assert_stages(Client().verify(source=source, keyring=KEYRING), 0, Code.UNSUPPORTED_VERSION)


def test_source_that_cannot_seek_is_verified() -> None:
    assert_stages(Client().verify(source=Pipe(DATA), keyring=KEYRING), at("plaintext"), None)


class Whole(io.BytesIO):
    """A file that gives everything, however little it is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read()


class Array(io.BytesIO):
    """A file that gives byte arrays."""

    def read(self, size: int | None = -1, /) -> Any:
        return bytearray(super().read(size))


@pytest.mark.parametrize("kind", [Whole, Array])
def test_file_that_reads_in_its_own_way_is_verified(kind: type[io.BytesIO]) -> None:
    assert_stages(Client().verify(source=kind(DATA), keyring=KEYRING, plaintext=PLAINTEXT), len(STAGES), None)


@pytest.mark.parametrize("source", ["text", io.StringIO("text"), None, 3], ids=["text", "text-file", "nothing", "number"])
def test_source_that_is_not_bytes_is_refused(source: Any) -> None:
    with pytest.raises(UsageError):
        Client().verify(source=source)


@pytest.mark.req("CLI-VER-005")
def test_header_is_given_when_the_body_is_broken() -> None:
    assert Client().verify(source=DATA[:-1]).header == parse_header(DATA)[0]
    assert Client().verify(source=DATA[:50]).header is None


# --- policy and limits ---


@pytest.mark.req("CLI-VER-005")
@pytest.mark.req("ALG-POL-008", "CLI-CFG-004", "CLI-CFG-008", "FMT-HDR-023", "CLI-DEC-016", kind="negative")
@pytest.mark.parametrize(
    ("client", "data", "options", "code"),
    [
        (Client(), UNSIGNED, {}, Code.POLICY_VIOLATION),
        (Client(max_encrypted_data_keys=1), DATA, {}, Code.EDK_LIMIT_EXCEEDED),
        (Client(header_budget=100), DATA, {}, Code.HEADER_TOO_LARGE),
        (Client(), DATA, {"unsigned_only": True}, Code.SIGNED_NOT_ALLOWED),
    ],
    ids=["commitment", "data-keys", "budget", "unsigned-only"],
)
def test_policy_of_the_caller_fails_in_its_own_stage(client: Client, data: bytes, options: dict[str, Any], code: Code) -> None:
    result = client.verify(source=data, keyring=KEYRING, **options)
    assert_stages(result, at("policy"), code)
    assert result.error is not None
    assert result.error.path is not None
    assert result.error.offset is not None


@pytest.mark.req("CLI-CFG-008", "CLI-VER-005")
@pytest.mark.parametrize("suite", [suite for suite in SUITES.values() if not suite.signed], ids=lambda suite: suite.hex_id)
def test_unsigned_only_lets_unsigned_messages_through(suite: Suite) -> None:
    result = ANY_SUITE.verify(source=valid(suite).seal(), keyring=KEYRING, unsigned_only=True, plaintext=PLAINTEXT)
    assert_stages(result, len(STAGES), None)


@pytest.mark.req("CLI-CFG-009", kind="negative")
@each_body
def test_body_limit_fails_in_the_frames(frame_length: int | None) -> None:
    data = valid(0x0578, frame_length=frame_length).seal()
    assert_stages(Client().verify(source=data, keyring=KEYRING, max_body_length=len(PLAINTEXT) - 1), at("frames"), Code.BODY_TOO_LARGE)
    assert_stages(Client().verify(source=data, keyring=KEYRING, max_body_length=len(PLAINTEXT)), at("plaintext"), None)


# --- context and keys ---


@pytest.mark.req("CMM-IFC-004", "CMM-REQ-003", kind="negative")
@pytest.mark.parametrize("with_key", [True, False], ids=["key", "no-key"])
def test_stored_pair_with_another_value_fails_in_the_context(with_key: bool) -> None:
    keys: dict[str, Any] = {"keyring": KEYRING} if with_key else {}
    result = Client().verify(source=DATA, encryption_context={"purpose": "other"}, **keys)
    assert_stages(result, at("context"), Code.ENCRYPTION_CONTEXT_MISMATCH)


@pytest.mark.req("CMM-REQ-003", kind="negative")
def test_required_pair_that_is_not_given_fails_in_the_context() -> None:
    data = valid(0x0578, required={"tenant": "a"}).seal()
    result = Client().verify(source=data, cmm=RequiredEncryptionContextCmm(["tenant"], KEYRING))
    assert_stages(result, at("context"), Code.REQUIRED_CONTEXT_MISSING)


@pytest.mark.req("CLI-VER-002")
@pytest.mark.parametrize("given", [{}, {"tenant": "b"}, {"tenant": "a", "more": "x"}], ids=str)
def test_required_pair_that_is_not_given_fails_at_the_wrapping_or_the_tag(given: dict[str, str]) -> None:
    data = valid(0x0578, required={"tenant": "a"}).seal()
    assert_stages(Client().verify(source=data, keyring=KEYRING, encryption_context=given), at("unwrap"), Code.UNWRAP_FAILED)
    result = Client().verify(source=data, data_key=data_key(SUITES[0x0578]), encryption_context=given)
    assert_stages(result, at("header_tag"), Code.HEADER_TAG_INVALID)


@pytest.mark.req("CLI-VER-002", "CLI-VER-005")
def test_keyring_that_cannot_open_fails_in_unwrap() -> None:
    assert_stages(Client().verify(source=DATA, keyring=OTHER_KEYRING), at("unwrap"), Code.UNWRAP_FAILED)


@pytest.mark.req("CMM-IFC-019", kind="negative")
def test_nonsense_of_a_cmm_fails_in_unwrap() -> None:
    class Own(DefaultCmm):
        def decrypt_materials(self, request: Any) -> Any:
            return replace(super().decrypt_materials(request), data_key=None)

    assert_stages(Client().verify(source=DATA, cmm=Own(KEYRING)), at("unwrap"), Code.MATERIALS_INVALID)


@pytest.mark.req("CLI-VER-005")
def test_keyring_is_asked_once() -> None:
    asked = []

    class Own:
        def on_encrypt(self, materials: Any) -> Any:
            raise NotImplementedError

        def on_decrypt(self, materials: Any, encrypted_data_keys: Any) -> Any:
            asked.append(encrypted_data_keys)
            return KEYRING.on_decrypt(materials, encrypted_data_keys)

    Client().verify(source=DATA, keyring=Own(), plaintext=PLAINTEXT)
    assert len(asked) == 1


@pytest.mark.req("CLI-VER-005")
def test_switch_for_net_4_0_0_counts_in_the_header_tag() -> None:
    data = replace(valid(0x0478), appended=b"\0\0").seal()
    assert_stages(Client().verify(source=data, keyring=KEYRING), at("header_tag"), Code.HEADER_TAG_INVALID)
    assert_stages(Client(compat=["net-4.0.0"]).verify(source=data, keyring=KEYRING), at("plaintext"), None)


def test_several_sources_of_keys_are_refused() -> None:
    with pytest.raises(EsdkError) as caught:
        Client().verify(source=DATA, keyring=KEYRING, data_key=bytes(32))
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-VER-004", "CLI-VER-005")
def test_public_key_that_is_reproduced_verifies_the_signature() -> None:
    draft = valid(0x0578)
    name = CONSTANTS.public_key_name
    required = {name: draft.header.encryption_context[name]}
    kept = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != name.encode())
    data = replace(draft.with_header(context_pairs=kept), appended=serialize_encryption_context(required)).seal()
    assert_stages(Client().verify(source=data, keyring=KEYRING, encryption_context=required), at("plaintext"), None)
    assert_stages(Client().verify(source=data, encryption_context=required), at("unwrap"), None)
    assert_stages(Client().verify(source=data, keyring=KEYRING), at("signature"), Code.PUBLIC_KEY_MISSING)


# --- order, and agreement with decryption ---

# Each breaks one stage of the same message, in the order of the stages.
BREAKS: list[tuple[str, Code]] = [
    ("parse", Code.TRAILING_DATA),
    ("policy", Code.POLICY_VIOLATION),
    ("signature", Code.SIGNATURE_INVALID),
    ("context", Code.ENCRYPTION_CONTEXT_MISMATCH),
    ("unwrap", Code.UNWRAP_FAILED),
    ("header_tag", Code.HEADER_TAG_INVALID),
    ("frames", Code.BODY_TAG_INVALID),
    ("plaintext", Code.PLAINTEXT_MISMATCH),
]


def verify_broken(*stages: str) -> Verification:
    draft = valid(0x0378)
    data = draft.seal()
    for stage, path in (("header_tag", "header_auth.tag"), ("frames", "body.frame[1].tag")):
        if stage in stages:
            signed = unsigned(flip(data, path))
            signature = draft.sign(signed)
            data = signed + len(signature).to_bytes(2, "big") + signature
    if "signature" in stages:
        data = flip(data, "footer.signature")
    return (Client() if "policy" in stages else ANY_SUITE).verify(
        source=data + b"\0" * ("parse" in stages),
        keyring=OTHER_KEYRING if "unwrap" in stages else KEYRING,
        encryption_context={"purpose": "other"} if "context" in stages else None,
        plaintext=b"other" if "plaintext" in stages else PLAINTEXT,
    )


@pytest.mark.req("CLI-VER-001", "CLI-VER-002")
@pytest.mark.parametrize("first", range(len(BREAKS)), ids=[name for name, _ in BREAKS])
def test_stages_are_walked_in_their_order(first: int) -> None:
    for last in range(first, len(BREAKS)):
        result = verify_broken(*(name for name, _ in BREAKS[first : last + 1]))
        assert_stages(result, at(BREAKS[first][0]), BREAKS[first][1])


# --- each check by itself ---

CHECK_OF = {"parse": "trailing_data"}
WAITS_FOR = {"header_tag": {"unwrap"}, "frames": {"unwrap"}, "plaintext": {"unwrap", "frames"}}


@pytest.mark.req("CLI-VER-005")
@settings(max_examples=60)
@given(st.sets(st.sampled_from([name for name, _ in BREAKS])))
def test_each_failure_is_told_whatever_else_fails(broken: set[str]) -> None:
    result = verify_broken(*broken)
    told = {name for name in broken if not WAITS_FOR.get(name, set()) & broken}
    assert {check.name for check in result.failures} == {CHECK_OF.get(name, name) for name in told}
    unmade = {name for name, causes in WAITS_FOR.items() if causes & broken} | ({"commitment"} if "unwrap" in broken else set())
    assert {check.name for check in result.checks if check.outcome == "not-checked"} == unmade


def reasons(result: Verification) -> dict[str, str | None]:
    return {check.name: check.reason for check in result.checks if check.outcome == "not-checked"}


@pytest.mark.req("CLI-VER-005", kind="negative")
def test_limit_keeps_the_keys_from_being_used() -> None:
    class Own:
        def on_encrypt(self, materials: Any) -> Any:
            raise NotImplementedError

        def on_decrypt(self, materials: Any, encrypted_data_keys: Any) -> Any:
            raise AssertionError("it was asked")

    result = Client(max_encrypted_data_keys=1).verify(source=DATA, keyring=Own())
    assert [check.name for check in result.failures] == ["limits"]
    assert result.passed("signature")
    assert reasons(result)["unwrap"] == "the message exceeds a limit that was set"
    assert reasons(result)["frames"] == "depends on the data key"


@pytest.mark.req("CLI-VER-005")
def test_message_that_is_cut_is_checked_as_far_as_it_goes() -> None:
    body = Client().verify(source=DATA[:-120], keyring=KEYRING)
    assert [check.name for check in body.failures] == ["structure"]
    assert body.passed("unwrap") and body.passed("header_tag")
    assert reasons(body) == {
        "trailing_data": "the message is incomplete",
        "rebuild": "the message is incomplete",
        "signature": "the message ends before its signature",
        "frames": "the message is incomplete; 2 whole frames verified",
        "plaintext": "no expected plaintext was given",
    }
    header = reasons(Client().verify(source=DATA[:100], keyring=KEYRING))
    assert {header[name] for name in ("limits", "context", "unwrap", "header_tag", "frames")} == {"the header is incomplete"}
    assert "policy" not in header  # the suite is there
    assert reasons(Client().verify(source=DATA[:1]))["policy"] == "the suite is not known"


@pytest.mark.req("CLI-VER-005", kind="negative")
def test_frame_that_was_changed_shows_in_a_message_that_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    data = flip(DATA, "body.frame[1].tag")[:-120]
    result = Client().verify(source=data, keyring=KEYRING)
    assert [(check.name, check.error and check.error.path) for check in result.failures] == [
        ("structure", "body.final_frame.tag"),
        ("frames", "body.frame[1].tag"),
    ]
    monkeypatch.setattr("esdkit.engine.pieces.PIECE", 10)  # now each frame is too large to be held
    assert reasons(Client().verify(source=data, keyring=KEYRING))["frames"] == "the message is incomplete"


@pytest.mark.req("CLI-VER-004", "CLI-VER-005")
def test_signature_is_judged_where_the_header_is_invalid() -> None:
    data = flip(valid(0x0378).seal(), "header.reserved")
    result = ANY_SUITE.verify(source=data, keyring=KEYRING)
    assert [(check.name, check.error and check.error.code) for check in result.failures] == [
        ("structure", Code.RESERVED_NONZERO),
        ("signature", Code.SIGNATURE_INVALID),
    ]
    assert reasons(result)["unwrap"] == "the header is invalid"
    assert reasons(ANY_SUITE.verify(source=data[:60]))["signature"] == "the message ends inside the public key"


@pytest.mark.req("CLI-VER-005")
def test_tags_are_judged_under_a_data_key_that_is_not_committed_to() -> None:
    result = Client().verify(source=rewritten(suite_data=bytes(32)), keyring=KEYRING)
    assert [check.name for check in result.failures] == ["commitment"]
    assert result.passed("header_tag") and result.passed("frames")


@pytest.mark.req("CLI-VER-005")
def test_cmm_that_refuses_the_context_does_not_keep_the_keys_from_being_used() -> None:
    result = Client().verify(source=DATA, cmm=StoredContextCmm(["tenant"], KEYRING))
    assert [check.name for check in result.failures] == ["context"]
    assert result.passed("frames")

    class Own(DefaultCmm):
        def decrypt_materials(self, request: Any) -> Any:
            raise MaterialsError(Code.REQUIRED_CONTEXT_MISSING, "no")

    refused = Client().verify(source=DATA, cmm=Own(KEYRING))
    assert [check.name for check in refused.failures] == ["context"]
    assert reasons(refused)["unwrap"] == "the CMM refuses the encryption context"


@pytest.mark.req("CLI-VER-005")
def test_unwrapping_waits_for_the_public_key() -> None:
    assert reasons(Client().verify(source=without_key(), keyring=KEYRING))["unwrap"].endswith("which is missing or invalid")  # type: ignore[union-attr]


@pytest.mark.req("CLI-VER-001", "CLI-VER-002")
@settings(max_examples=150)
@given(data=st.data(), suite=st.sampled_from([SUITES[0x0178], SUITES[0x0578]]), frame_length=st.sampled_from([8, None]))
def test_verification_holds_if_and_only_if_decryption_does(data: st.DataObject, suite: Suite, frame_length: int | None) -> None:
    message = bytearray(valid(suite, plaintext=b"plaintext", frame_length=frame_length).seal())
    for _ in range(data.draw(st.integers(0, 2))):
        position = data.draw(st.integers(0, len(message) - 1))
        message[position] = data.draw(st.integers(0, 255))
    result = ANY_SUITE.verify(source=message, keyring=KEYRING, plaintext=b"plaintext")
    decrypted = outcome(bytes(message))
    assert (result.failed is None) == (decrypted == b"plaintext")
    if isinstance(decrypted, EsdkError):
        assert result.error is not None


def test_verification_gives_out_no_plaintext() -> None:
    result = Client().verify(source=DATA, keyring=KEYRING)
    assert repr(PLAINTEXT)[2:-1] not in repr(result)


def test_time_of_the_unwrapping_is_not_that_of_the_context(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0

    class Slow(DefaultCmm):
        def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
            nonlocal now
            now += 5.0
            return super().decrypt_materials(request)

    monkeypatch.setattr("esdkit.engine.verify.perf_counter", lambda: now)
    for keyring, end in ((KEYRING, "passed"), (OTHER_KEYRING, "failed")):
        took = {check.name: (check.outcome, check.seconds) for check in Client().verify(source=DATA, cmm=Slow(keyring)).checks}
        assert (took["context"], took["unwrap"]) == (("passed", 0.0), (end, 5.0))


# ---------------------------------------------------------------- verifiers
@pytest.mark.req("CLI-INS-012")
def test_signature_is_what_the_verifier_in_use_says() -> None:
    for answer, outcome_ in ((True, "passed"), (False, "failed"), (None, "not-checked")):
        with use_verifier(lambda request, answer=answer: answer):  # type: ignore[misc]  # bound now
            result = Client().verify(source=DATA)
        assert result.check("signature").outcome == outcome_
        assert result.check("structure").outcome == "passed"


@pytest.mark.req("CLI-INS-012", kind="negative")
def test_signature_that_nobody_can_check_holds_nothing_up_and_is_not_passed() -> None:
    with use_verifier(lambda request: None):
        result = Client().verify(source=DATA, keyring=KEYRING)
    check = result.check("signature")
    assert (check.outcome, check.reason, check.error) == ("not-checked", "the verifier in use has no answer", None)
    assert (result.reached, result.failed, result.plaintext_length) == ("policy", None, len(PLAINTEXT))

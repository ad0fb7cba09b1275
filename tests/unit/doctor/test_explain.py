"""The whole diagnosis: what is inside of what, remarks, and that any bytes have one."""

import base64
import gzip
import io
import json
from dataclasses import replace
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.cmm import DefaultCmm
from esdkit.crypto import signing
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.explain import diagnose
from esdkit.doctor.json import diagnosis_to_json
from esdkit.doctor.text import diagnosis_to_text
from esdkit.errors import Code, UsageError
from esdkit.inspector import inspect
from esdkit.keyrings import Keyring, KmsKeyring
from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.spec import SUITES
from tests.drafts import KEYRING, valid
from tests.each import each
from tests.fake_kms import IRELAND, FakeKms
from tests.samples import native_cases, native_ciphertext, sample_header
from tests.unit.doctor.cases import BLOB, MULTI, aes, diagnosed, encrypted
from tests.unit.inspector.gallery import KEYS, of_keys

_TEXTS = st.sampled_from([base64.b64encode(BLOB).decode(), base64.b64encode(MULTI[:200]).decode(), MULTI[:60].hex(), str(MULTI[:60])])
_ANY_TEXTS = st.builds(str.__add__, _TEXTS | st.just(""), st.text(st.characters(), max_size=4) | st.just("\udc80"))
_FIELDS = st.sampled_from(["CiphertextBlob", "__type", "Error", "Code", "x-amz-iv", "0", "body"])
_DOCUMENTS = st.recursive(
    _ANY_TEXTS | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_FIELDS, inner, max_size=4) | st.builds(json.dumps, inner),
    max_leaves=8,
)


@pytest.mark.req("CLI-DOC-003", "CLI-DOC-004")
def test_what_is_inside_is_diagnosed_in_turn() -> None:
    data = base64.b64encode(gzip.compress(json.dumps({"body": base64.b64encode(MULTI).decode()}).encode(), mtime=0))
    found = diagnosed(data, aes())
    kinds, level = [], found
    while level.recognition is not None:
        kinds.append(level.recognition.kind)
        assert level.inside is not None
        level = level.inside
    assert kinds == ["base64", "gzip", "json", "base64"]
    assert (level, level.verification.reached, level.data) == (found.innermost, "frames", MULTI)
    assert (found.verification.failed, found.cells) == ("parse", ())


@pytest.mark.req("CLI-DOC-009", "CLI-DOC-010", "CLI-DOC-012", "CLI-DOC-013")
def test_claims_are_about_messages_only() -> None:
    found = diagnosed(of_keys(KEYS["activity-stream"]), policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT")
    assert found.policy is not None and (found.policy.configured, found.policy.allowed) == ("REQUIRE_ENCRYPT_REQUIRE_DECRYPT", True)
    assert found.service is not None and found.service.id == "activity-stream"
    assert len(found.needs) == 1 and {reader.sdk for reader in found.readers} >= {"Java", "Python"}
    keys = (KEYS["kms-emulator"], EncryptedDataKey(b"AmazonConnect", b"key", b"wrapped"))
    header = replace(sample_header(SUITES[0x0478], pairs=((b"a", b"b"),), keys=keys), message_id=bytes(32))
    lines = build(Message(header, (Frame(1, bytes(11) + b"\x01", b"\n" * 8, bytes(16), True),), None))
    for damaged in (lines.replace(b"\n", b"\r\n"), MULTI.decode("utf-8", "replace").encode()):
        found = diagnosed(damaged, aes())
        assert found.recognition is not None and found.tree.suite is not None
        assert (found.policy, found.service, found.needs, found.readers, found.defects, found.remarks) == (None, None, (), (), (), ())


@pytest.mark.req("CLI-DOC-005")
def test_nesting_is_followed_to_a_depth_only() -> None:
    data = MULTI
    for _ in range(8):
        data = base64.b64encode(data)
    assert diagnosed(data).innermost.recognition is None
    found = diagnosed(base64.b64encode(base64.b64encode(data))).innermost
    assert found.recognition is not None and found.recognition.inner is None


@pytest.mark.req("CLI-DOC-002", kind="negative")
def test_line_feed_after_a_message_that_ends_with_a_carriage_return_was_appended() -> None:
    """Nothing shows that it was a line feed that became two characters."""
    message = next(data for _ in range(1000) if b"\n" not in (data := encrypted(aes())))
    found = diagnosed(message[:-1] + b"\r\n")
    assert found.error is not None and found.error.code is Code.TRAILING_DATA
    assert "a text tool" in found.remarks[0]


@pytest.mark.parametrize(
    ("rest", "remark"),
    [
        (b"\n", "a text tool"),
        (MULTI, "A second message begins at offset 0x491"),
        (bytes(9), "9 zero bytes"),
        (b"abc", "3 bytes, neither a message nor a line break"),
        (b"x" + MULTI, "bytes, neither a message nor a line break"),
        (bytes(3000), "3000 zero bytes"),
        (bytes(3000) + b"X", "3001 bytes, neither a message nor a line break"),
    ],
    ids=["line-feed", "message", "zeros", "other", "message-later", "many-zeros", "zeros-and-other"],
)
@pytest.mark.req("CLI-DOC-002")
def test_what_follows_a_message_is_looked_at(rest: bytes, remark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.doctor.explain.PIECE", 1 << 10)
    for data in (MULTI, encrypted(aes())):  # one with a public key and a signature, one with neither
        found = diagnosed(data + rest)
        assert found.error is not None and found.error.code is Code.TRAILING_DATA
        what, known_bug = found.remarks
        assert remark.replace("0x491", hex(len(data))) in what
        assert ("trailing-signed" in known_bug, "JavaScript" in known_bug) == ((True, False) if data is MULTI else (False, True))
        assert ("Split them" in " ".join(advice(found))) == (rest == MULTI)


def test_message_that_was_cut_at_its_first_zero_is_told_from_one_that_was_cut_elsewhere() -> None:
    assert "cut at the first zero byte" in diagnosed(MULTI[: MULTI.index(b"\0")]).remarks[0]
    assert "they were dropped" in diagnosed(MULTI.replace(b"\0", b"")).remarks[0]
    assert diagnosed(MULTI[:-100]).remarks == ()


def test_a_single_zero_byte_far_from_the_beginning_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.doctor.explain.PIECE", 64)
    bare = MULTI.replace(b"\0", b"")
    assert ["no zero byte" in remark for remark in diagnosed(bare).remarks] == [True]
    assert diagnosed(bare + b"\0").remarks == ()


@pytest.mark.req("CLI-DOC-004")
def test_signature_is_verified_once(monkeypatch: pytest.MonkeyPatch) -> None:
    verify = Mock(wraps=signing.verify)
    monkeypatch.setattr(signing, "verify", verify)
    assert diagnosed(MULTI, aes()).verification.reached == "frames"
    assert verify.call_count == 1


def flipped(data: bytes, path: str) -> bytes:
    """A message with one bit changed in the first byte of a field."""
    start = next(field.start for field in inspect(data).fields() if field.path == path)
    return data[:start] + bytes([data[start] ^ 1]) + data[start + 1 :]


@pytest.mark.req("CLI-DOC-004", "CLI-DOC-017")
@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("header.message_id", Code.SIGNATURE_INVALID, "The signature is invalid: the bytes were changed after they were signed"),
        ("header.encryption_context[0].key", Code.PUBLIC_KEY_MISSING, "Suite, public key and signature of this message do not match"),
        ("header.encryption_context[0].value", Code.PUBLIC_KEY_MALFORMED, "Suite, public key and signature"),
        ("footer.signature", Code.SIGNATURE_MALFORMED, "Suite, public key and signature"),
        ("body.frame[0].ciphertext", Code.SIGNATURE_INVALID, "The signature is invalid: the bytes were changed after they were signed"),
        ("header.version", Code.UNSUPPORTED_VERSION, "This is a message, but it is damaged"),
    ],
)
def test_verdict_claims_no_more_than_the_code_says(path: str, code: Code, words: str) -> None:
    found = diagnosed(flipped(MULTI, path), aes())
    assert found.error is not None and (found.error.code, verdict(found)[: len(words)]) == (code, words)


def test_change_behind_an_authentic_header_is_placed() -> None:
    assert diagnosed(flipped(MULTI, "body.frame[0].tag"), aes()).remarks == (
        "The header is authentic under a key that opens it, so the body was changed: frame 1 does not verify.",
    )
    footer = MULTI[:-1] + bytes([MULTI[-1] ^ 1])
    assert "what was changed is the signature itself" in diagnosed(footer, aes()).remarks[0]
    assert verdict(diagnosed(footer, aes())) == "The signature is invalid, but header and body are authentic under your key."
    assert diagnosed(flipped(MULTI, "body.frame[0].tag")).remarks == ()
    assert diagnosed(flipped(MULTI, "header_auth.tag"), aes()).remarks == ()


def test_suite_that_was_exchanged_for_one_without_signature_shows() -> None:
    unsigned = MULTI[:1] + bytes.fromhex("0478") + MULTI[3:]
    assert ["public key" in remark for remark in diagnosed(unsigned).remarks] == [False, True]


def test_without_a_signature_damage_of_what_a_key_needs_does_not_show() -> None:
    for algorithm, said in (("0478", True), ("0578", False)):
        found = diagnosed(encrypted(aes(), algorithm=algorithm), aes(material="aes-256-other"))
        assert any("does not sign" in line for line in advice(found)) == said


@pytest.mark.req("CLI-DOC-002")
def test_message_under_a_kms_key_is_told_from_a_ciphertext_of_kms() -> None:
    found = diagnosed(encrypted(KmsKeyring([IRELAND], client_supplier=FakeKms([IRELAND]))))
    assert "InvalidCiphertextException" in found.remarks[0]
    assert diagnosed(BLOB).remarks == ()


@pytest.mark.req("CLI-DOC-004")
def test_limits_end_the_trials() -> None:
    found = diagnose(MULTI, cmm=DefaultCmm(aes()), max_encrypted_data_keys=1)
    assert found.error is not None and found.error.code is Code.EDK_LIMIT_EXCEEDED
    assert (found.cells, found.cells_omitted) == ((), 0)
    assert diagnose(encrypted(aes()), keyring=aes(), max_encrypted_data_keys=1).error is None


@pytest.mark.req("CLI-DOC-004", "CLI-DOC-011")
def test_context_that_was_given_is_verified_and_tried() -> None:
    found = diagnosed(encrypted(aes(), context={"a": "1"}), aes(), context={"a": "2"})
    assert (found.verification.failed, found.context and found.context.differing) == ("context", ("a",))


@pytest.mark.req("CLI-DOC-006", "CLI-DOC-026")
def test_policy_that_refuses_does_not_hide_which_key_opens() -> None:
    found = diagnosed(native_ciphertext("python-0178-multi-ascii-f256-p300"), aes(), policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT")
    assert (found.verification.failed, [cell.outcome for cell in found.cells].count("opens")) == ("policy", 1)
    assert not any("either" in line for line in advice(found))


@pytest.mark.req("CLI-DOC-006", "CLI-DOC-026")
def test_policy_that_refuses_does_not_hide_that_no_key_opens() -> None:
    old = native_ciphertext("python-0178-multi-ascii-f256-p300")
    found = diagnose(old, keyring=aes(material="aes-256-other"))
    assert (found.verification.failed, verdict(found)[:23]) == ("policy", "Your key cannot decrypt")
    chosen = diagnosed(old, aes(material="aes-256-other"), policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT")
    assert verdict(chosen) == "Your commitment policy refuses the suite of this message."
    for one in (found, chosen):
        assert {"policy", "unwrap"} == {check.name for check in one.findings}
        assert any("Check the key's bytes." in line for line in advice(one))
        assert any("REQUIRE_ENCRYPT_ALLOW_DECRYPT" in line for line in advice(one))


@pytest.mark.req("CLI-DOC-026")
def test_default_policy_is_the_headline_only_when_nothing_else_is_wrong() -> None:
    old = native_ciphertext("python-0178-multi-ascii-f256-p300")
    found = diagnose(old, keyring=aes())
    assert verdict(found).startswith("Only the default commitment policy refuses this message: it opens with RawAesKeyring(")
    assert verdict(found).endswith("and is authentic to its end, 300 bytes of plaintext.")
    unkeyed = "Only the default commitment policy refuses this message, as far as it shows without a key: it is complete."
    assert verdict(diagnose(old)) == unkeyed
    assert verdict(diagnose(old + b"\n", keyring=aes())) == "The message is complete, but 1 byte follows the end of the message."
    assert verdict(diagnose(old[:-1] + b"x", keyring=aes())).startswith("Key and header are right, but the body was changed")


@pytest.mark.req("CLI-DOC-026")
@pytest.mark.parametrize(
    ("data", "start", "causes"),
    [
        (flipped(encrypted(aes(), algorithm="0178"), "header_auth.tag"), "The body verifies under your key, but the header", (0, 2)),
        (flipped(encrypted(aes(), algorithm="0178"), "header.message_id"), "Your key opens a data key, but the header does not", (0, 1, 2)),
        (flipped(encrypted(aes()), "header.message_id"), "Your key opens a data key, but the header commits to another one", (0, 1)),
        (flipped(encrypted(aes()), "header.suite_data"), "The body verifies under your key, but the header commits to another", (0,)),
        (valid(0x0478).with_header(suite_data=bytes(32)).seal(), "The body verifies under your key, but the header commits to another", ()),
    ],
    ids=["tag", "id", "committed-id", "suite-data", "writer"],
)
def test_causes_that_the_frames_and_the_signature_rule_out_are_not_named(data: bytes, start: str, causes: tuple[int, ...]) -> None:
    found = diagnosed(data, aes() if causes else KEYRING)
    named = ("the header was changed", "the data key is that of another message", "a context pair that is not stored")
    assert verdict(found).startswith(start)
    assert tuple(index for index, cause in enumerate(named) if cause in verdict(found)) == causes
    assert ("its writer is at fault" in verdict(found)) == (not causes)
    failed = {check.name for check in found.findings}
    assert ("commitment" in failed) == ("commits to another" in start)
    assert not failed >= {"commitment", "header_tag"}


@pytest.mark.req("CLI-DOC-026")
def test_commitment_that_fails_explains_frames_that_fail() -> None:
    found = diagnosed(flipped(valid(0x0478).with_header(suite_data=bytes(32)).seal(), "body.frame[0].tag"), KEYRING)
    assert {"commitment", "frames"} <= {check.name for check in found.verification.failures}
    assert [check.name for check in found.findings] == ["commitment"]


@pytest.mark.req("CLI-DOC-026", kind="negative")
def test_wrong_pair_hides_neither_key_nor_damage() -> None:
    found = diagnosed(flipped(MULTI, "body.frame[0].tag"), aes(), context={"origin": "other"})
    assert [check.name for check in found.findings] == ["signature", "frames", "context"]
    assert found.opening == ("RawAesKeyring(namespace='esdkit-vectors', name='aes-256')",)


LONG = {
    "zeros": bytes(100),
    "text": b"no message at all, " * 6,
    "base64": base64.b64encode(b"neither a message nor a word " * 4),
    "json-other": b'{"a": [1, 2, 3, "some text"]}' + b" " * 100,
    "pdf": b"%PDF-" + bytes(100),
    "unknown": bytes(range(130, 250)),
    "in-text": b"payload=" + base64.b64encode(MULTI) + b" ",
    "gzip": gzip.compress(bytes(100)) + bytes(100),
}


@pytest.mark.req("CLI-DOC-005")
@each("kind", LONG)
def test_headline_of_an_input_that_was_read_in_part_is_about_that_part(kind: str) -> None:
    beginning = LONG[kind]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("esdkit.input.search.MAX_TEXT", len(beginning))
        found = diagnose(io.BytesIO(beginning + b"\xff" * 560))
    assert found.recognition is not None
    assert (found.recognition.kind, found.length, found.not_examined) == (kind, len(beginning), 560)
    assert verdict(found).startswith(f"As far as the first {len(beginning)} bytes show, this is ")
    assert "The 560 bytes after them were not examined." in verdict(found)
    assert f"{found.recognition.name}, the first {len(beginning)} bytes" in " ".join(" ".join(diagnosis_to_text(found, "file")).split())
    assert verdict(diagnose(beginning)).startswith("This is ")


@pytest.mark.req("CLI-DOC-005")
def test_headline_about_what_was_unpacked_in_part_is_about_that_part(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(bytes(1000))
    assert verdict(diagnose(packed)).endswith("Inside is nothing but zero bytes.")
    monkeypatch.setattr("esdkit.input.packed.MAX_TEXT", 400)
    monkeypatch.setattr("esdkit.doctor.advice.MAX_TEXT", 400)
    assert verdict(diagnose(packed)).endswith("Inside, as far as the first 400 bytes show, is nothing but zero bytes.")


@pytest.mark.req("CLI-DOC-005")
def test_message_is_read_whole_however_long_it_is() -> None:
    assert diagnose(io.BytesIO(MULTI)).not_examined == 0


def test_keyring_and_cmm_are_two_ways_to_say_one() -> None:
    assert diagnose(MULTI, keyring=aes()).cells == diagnose(MULTI, cmm=DefaultCmm(aes())).cells != ()


def test_arguments_are_judged() -> None:
    with pytest.raises(UsageError):
        diagnose(MULTI, keyring=aes(), cmm=DefaultCmm(aes()))
    with pytest.raises(UsageError):
        diagnose(MULTI, policy="none")
    with pytest.raises(UsageError):
        diagnose(MULTI, max_encrypted_data_keys=0)
    with pytest.raises(UsageError):
        diagnose(MULTI, compat=("net-5",))


@pytest.mark.req("CLI-DOC-017")
@pytest.mark.parametrize(
    ("data", "keys", "start"),
    [
        (MULTI, (aes(),), "The message is fine: it opens with RawAesKeyring(namespace='esdkit-vectors', name='aes-256')"),
        (MULTI, (), "The message is complete and its signature is valid"),
        (MULTI, (aes("other"),), "You gave the right key, but under the wrong name."),
        (
            MULTI,
            (aes("other", material="aes-256-other"),),
            "Your key cannot decrypt this message: its keys have other names.",
        ),
        (
            MULTI,
            (aes(material="aes-256-other"), aes("x", material="aes-256-other")),
            "None of your 2 keys decrypts this message. One name matches, so it is a different key",
        ),
        (MULTI[:-1], (), "This is a message, but it is damaged or incomplete"),
        (MULTI[:-1] + b"\x00", (), "The signature is invalid: the bytes were changed after they were signed"),
        (BLOB, (), "This is a ciphertext of AWS KMS itself."),
        (b"secret.txt", (), "This is not a message; it looks like the name of a file"),
        (base64.b64encode(BLOB), (), "This is base64 text. Inside is a ciphertext of AWS KMS"),
        (base64.b64encode(MULTI), (), "This is base64 text. Inside: The message is complete"),
    ],
)
def test_verdict_is_in_plain_words(data: bytes, keys: tuple[object, ...], start: str) -> None:
    found = diagnosed(data, *keys)  # type: ignore[arg-type]
    assert verdict(found).startswith(start)
    assert advice(found) or found.error is None


@pytest.mark.req("CLI-DOC-017")
def test_each_native_case_has_a_verdict_and_no_advice_twice() -> None:
    for name in native_cases():
        found = diagnosed(native_ciphertext(name))
        words = advice(found)
        assert verdict(found).endswith(".") and len(set(words)) == len(words), name
        assert found.error is None or words, name


@pytest.mark.req("CLI-DOC-005")
@given(st.binary(max_size=300))
def test_any_bytes_have_a_diagnosis(data: bytes) -> None:
    found = diagnosed(data, aes())
    assert verdict(found)
    json.dumps(diagnosis_to_json(found))


@pytest.mark.req("CLI-DOC-005")
@given(st.integers(0, len(MULTI)), st.integers(0, len(MULTI)), st.binary(max_size=6))
def test_any_damage_has_a_diagnosis(start: int, end: int, new: bytes) -> None:
    data = MULTI[:start] + new + MULTI[end:]
    found = diagnosed(data, aes())
    assert data == MULTI or found.recognition is not None or found.error is not None
    json.dumps(diagnosis_to_json(found))
    assert advice(found) or data == MULTI


@pytest.mark.req("CLI-DOC-005")
@given(_DOCUMENTS)
def test_any_json_has_a_diagnosis(document: object) -> None:
    found = diagnosed(json.dumps(document).encode())
    assert json.dumps(diagnosis_to_json(found)).isascii()


@pytest.mark.req("CLI-DOC-003", "CLI-DOC-005")
@given(st.text(max_size=60))
def test_any_text_in_base64_has_a_diagnosis(text: str) -> None:
    assert verdict(diagnosed(base64.b64encode(text.encode("utf-8", "surrogatepass"))))


@pytest.mark.req("CLI-DOC-005")
@pytest.mark.parametrize(
    ("data", "looked_at"),
    [
        pytest.param(MULTI, len(MULTI), id="message"),
        pytest.param(MULTI[:300], 300, id="cut"),
        pytest.param(MULTI + b"\n", len(MULTI) + 1, id="line-feed"),
        pytest.param(base64.b64encode(MULTI), len(base64.b64encode(MULTI)), id="base64"),
        pytest.param(b"no message at all, " * 40, 200, id="text"),
        pytest.param(b"short", 5, id="short"),
    ],
)
def test_file_that_is_longer_than_what_is_recognized_by_is_diagnosed_as_its_bytes(
    data: bytes, looked_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("esdkit.input.search.MAX_TEXT", 200)
    found, whole = diagnose(io.BytesIO(data), keyring=aes()), diagnose(data, keyring=aes())
    assert found.length == looked_at
    assert found.source.read(0, looked_at) == data[:looked_at]
    assert (found.recognition is None) == (whole.recognition is None)
    if found.recognition is not None and whole.recognition is not None:
        assert (found.recognition.kind, found.recognition.inner) == (whole.recognition.kind, whole.recognition.inner)
    if looked_at == len(data):
        assert diagnosis_to_json(found) == diagnosis_to_json(whole)


@pytest.mark.req("CLI-INS-012", kind="negative")
@pytest.mark.parametrize("keys", [(), (aes(),)], ids=["without-a-key", "with-a-key"])
def test_verdict_says_that_the_signature_was_not_checked(keys: tuple[Keyring, ...]) -> None:
    with signing.use_verifier(lambda request: None):
        text = verdict(diagnosed(MULTI, *keys))
    assert ", but its signature was not checked here" in text
    assert "fine" not in text
    assert "valid" not in text

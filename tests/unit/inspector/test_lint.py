"""Lint: each rule of spec/lint.yaml has a message that breaks it and one that nearly does; profiles; any bytes give findings."""

import json
import tracemalloc
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

import esdkit
from esdkit.crypto.signing import use_verifier
from esdkit.errors import Code, UsageError
from esdkit.forge import Draft
from esdkit.inspector import inspect
from esdkit.inspector.lint.findings import Finding, Profile, built_in_profile, describe, lint, read_profile
from esdkit.inspector.lint.rules import RULES, limit, rule
from esdkit.message import EncryptedDataKey
from esdkit.spec import CONSTANTS, error_codes, lint_profiles, lint_rules, spec_path
from tests.drafts import KEYRING, valid
from tests.each import each
from tests.samples import build_raw_aes_info, native_accepted, native_cases, native_ciphertext, published_messages
from vectors.generators.der import encode_der

EXPECTED = {
    "keys": ["esdkit/key", "arn:aws:kms:eu-*", "a/b", "somebody/*"],
    "accounts": ["111122223333"],
    "regions": ["eu-west-1", "us-east-1"],
    "namespaces": ["esdkit", "a", "somebody"],
    "context-keys": ["purpose"],
}
EVERY_RULE = read_profile(
    {"rules": {"*": "note", **{row.id: "note" for row in lint_rules().values() if row.expects}}, "expect": EXPECTED}, "every rule"
)
ARN = b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd"
PUBLIC_KEY = CONSTANTS.public_key_name.encode()
MIB = 1 << 20


def draft(suite: int = 0x0578, *, frame_length: int | None = 128, plaintext: bytes = bytes(200), **more: Any) -> Draft:
    """A message that no rule has anything to say about, unless it is told so."""
    return valid(suite, frame_length=frame_length, plaintext=plaintext, context={"purpose": "test"}, **more)


def pairs(*given: tuple[bytes, bytes]) -> bytes:
    return draft(0x0478).with_header(context_pairs=given or None).seal()


def keys(*given: tuple[bytes, bytes, bytes]) -> bytes:
    return draft(0x0478).with_header(encrypted_data_keys=tuple(EncryptedDataKey(*key) for key in given)).seal()


def kms(info: bytes, provider: bytes = b"aws-kms") -> bytes:
    return keys((provider, info, b"\x01"), (b"a", b"b", b"c"))


def frame_length(length: int, plaintext: bytes = bytes(8)) -> bytes:
    return draft().recut(plaintext, length).seal()


def ivs(*given: bytes, suite: int = 0x0578) -> bytes:
    one = draft(suite)
    pieces = [replace(piece, iv=iv) for piece, iv in zip(one.pieces, given, strict=True)]
    return one.with_pieces(*pieces).seal()


def number(value: int) -> bytes:
    return value.to_bytes(12, "big")


def header_iv(iv: bytes) -> bytes:
    one = draft(0x0378)
    return one.with_header(auth=replace(one.header.auth, iv=iv)).seal()


def aes(name: bytes, iv: int) -> bytes:
    return build_raw_aes_info(name, 128, 12, number(iv))


def raw(provider: bytes) -> bytes:
    return keys((provider, b"name", b"\x01"), (b"a", b"b", b"c"))


BROKEN: dict[str, list[bytes]] = {
    "non-committing-suite": [draft(0x0378).seal(), draft(0x0014).seal()],
    "identity-kdf": [draft(0x0078).seal()],
    "unsigned-suite": [draft(0x0478).seal(), draft(0x0178).seal()],
    "aad-unsorted": [pairs((b"b", b""), (b"a", b"")), pairs((b"a", b""), (b"B", b"")), pairs(("𐍈".encode(), b"1"), ("ｘ".encode(), b"2"))],
    "context-reserved-key": [pairs((b"aws-crypto-foo", b"1"))],
    "context-empty-text": [pairs((b"", b"1")), pairs((b"a", b"")), pairs((b"", b""))],
    "context-too-long-for-java": [pairs((b"a", bytes(32768 - 7)))],
    "context-control-character": [pairs((b"a\n", b"1")), pairs((b"a", b"\x1b[2J")), pairs((b"a", "\u202e".encode()))],
    "context-not-nfc": [pairs(("cafe\u0301".encode(), b"1")), pairs((b"a", "\u212b".encode()))],
    "context-empty": [pairs(), valid(0x0578, context={}).seal()],
    "provider-id-suspicious": [
        *map(raw, (b"", b" x", b"x\t", b"a\x00b")),
        *(
            kms(ARN, name)
            for name in (b"aws-kms ", b" aws-kms", b"AWS-KMS", b"aws_kms", b"awskms", b"aws kms", b"raw_ecdh", b"aws-kms-RSA")
        ),
    ],
    "provider-id-not-ascii": [raw("schlüssel".encode())],
    "key-name-not-utf8": [
        keys((b"n", build_raw_aes_info(b"\xff", 128, 12, bytes(12)), bytes(48))),
        keys((b"n", b"\xff", bytes(256)), (b"a", b"b", b"c")),
    ],
    "kms-key-not-arn": [
        *map(
            kms,
            (b"alias/x", ARN.replace(b"key/", b"alias/"), b"1234abcd", b"mrk-1", b"", b"\xff", ARN + b":x", ARN.replace(b":kms:", b":s3:")),
        ),
        kms(b"alias/x", b"aws-kms-rsa"),
    ],
    "provider-info-malformed": [
        kms(b"\x01short", b"raw-ecdh"),
        kms(b"", b"aws-kms-ecdh"),
        keys((b"aws-kms-hierarchy", b"branch", b"short"), (b"a", b"b", b"c")),
    ],
    "edk-ciphertext-empty": [keys((b"null", b"null", b""))],
    "duplicate-edk": [keys((b"a", b"b", b"c"), (b"a", b"d", b"c"), (b"a", b"b", b"c"))],
    "duplicate-wrapping-key": [
        keys((b"a", b"b", b"c"), (b"a", b"b", b"d")),
        keys((b"a", aes(b"k1", 1), b"c"), (b"a", aes(b"k1", 2), b"d")),
    ],
    "many-edks": [keys(*((b"a", number(index), b"c") for index in range(17)))],
    "single-edk": [keys((b"a", b"b", b"c"))],
    "non-framed-body": [draft(frame_length=None).seal(), draft(0x0178, frame_length=None, plaintext=b"").seal()],
    "frame-length-odd": [frame_length(127), frame_length(1), frame_length(100)],
    "frame-length-over-2gib": [frame_length(1 << 31), frame_length((1 << 32) - 1)],
    "frame-length-beyond-content": [frame_length(MIB, bytes(MIB // 16 - 1)), frame_length(1 << 31)],
    "frames-tiny": [frame_length(1), frame_length(32, bytes(33))],
    "final-frame-empty": [frame_length(128, bytes(256)), native_ciphertext("accept-empty-final-frame")],
    "final-frame-full": [native_ciphertext("accept-one-full-final-frame"), native_ciphertext("accept-full-final-frame")],
    "body-iv-not-sequence-number": [
        ivs(number(1), number(3)),
        ivs(number(2), number(1)),
        native_ciphertext("accept-body-iv-block"),
        native_ciphertext("accept-body-iv-v1"),
    ],
    "body-iv-reused": [ivs(number(1), number(1)), ivs(number(0), number(2)), ivs(number(1), number(0), suite=0x0378)],
    "header-iv-not-zero": [header_iv(number(7)), native_ciphertext("accept-header-iv-v1-signed")],
    "key-not-expected": [raw(b"a"), raw(b"A"), kms(b"alias/x"), kms(ARN.replace(b"eu-west", b"us-west")), keys((b"a", b"\xff", b"c"))],
    "account-not-expected": [kms(ARN.replace(b"111122223333", b"111122223334")), kms(b"1234abcd"), kms(b"branch", b"aws-kms-hierarchy")],
    "region-not-expected": [kms(ARN.replace(b"eu-west-1", b"eu-west-2")), kms(b"alias/x"), kms(b"", b"aws-kms-ecdh")],
    "namespace-not-expected": [raw(b"b"), raw(b"a "), raw(b"\xff")],
    "context-key-missing": [pairs(), pairs((b"Purpose", b"test"))],
    "signature-not-checked": [native_ciphertext("accept-signature-104")],
    "signature-length-unusual": [native_ciphertext("accept-signature-102"), native_ciphertext("accept-signature-104")],
}
NEARLY: dict[str, list[bytes]] = {
    "aad-unsorted": [pairs((b"B", b"1"), (b"a", b"2")), pairs(("ｘ".encode(), b"2"), ("𐍈".encode(), b"1")), pairs((b"a", b"1"))],
    "context-reserved-key": [draft().seal(), pairs((b"aws-crypt", b"1"))],
    "context-too-long-for-java": [pairs((b"a", bytes(32767 - 7)))],
    "context-control-character": [pairs((b"a b", "é𐍈".encode()))],
    "context-not-nfc": [pairs(("café".encode(), b"1"))],
    "provider-id-suspicious": [
        *map(raw, (b"BC", b"aws-raw-vectors-persistant", b"aws", b"x y", b"aws-kms-foo", b"aws-kmsx")),
        *(
            kms(ARN, name.encode())
            for name in ("aws-kms", "aws-kms-rsa", "raw-ecdh", "aws-kms-ecdh", "aws-kms-ml-kem", "aws-kms-hierarchy")
        ),
    ],
    "kms-key-not-arn": [kms(ARN), kms(ARN.replace(b"1234abcd", b"mrk-1")), kms(b"alias/x", b"AWS-KMS"), kms(ARN, b"aws-kms-rsa")],
    "duplicate-edk": [keys((b"a", b"b", b"c"), (b"a", b"b", b"d"))],
    "duplicate-wrapping-key": [
        keys((b"a", b"b", b"c"), (b"a", b"b", b"c")),
        keys((b"a", aes(b"k1", 1), b"c"), (b"a", aes(b"k10", 1), b"d"), (b"b", aes(b"k1", 1), b"e")),
    ],
    "many-edks": [keys(*((b"a", number(index), b"c") for index in range(16)))],
    "frame-length-odd": [frame_length(128), draft(frame_length=None).seal()],
    "frame-length-over-2gib": [frame_length((1 << 31) - 1)],
    "frame-length-beyond-content": [frame_length(MIB, bytes(MIB // 16)), frame_length(MIB - 1)],
    "frames-tiny": [frame_length(33, bytes(34)), frame_length(1, b"")],
    "final-frame-empty": [frame_length(128, b""), native_ciphertext("accept-full-final-frame")],
    "final-frame-full": [frame_length(128, bytes(128)), frame_length(128, b"")],
    "body-iv-reused": [ivs(number(9), number(8)), header_iv(number(7))],
    "header-iv-not-zero": [draft(0x0378).seal(), draft().seal()],
    "key-not-expected": [kms(ARN)],
    "account-not-expected": [kms(ARN), kms(ARN, b"aws-kms-rsa"), raw(b"b")],
    "region-not-expected": [kms(ARN), kms(ARN.replace(b"eu-west-1", b"us-east-1")), raw(b"b")],
    "namespace-not-expected": [raw(b"a"), kms(ARN)],
    "context-key-missing": [pairs((b"purpose", b"")), pairs((b"a", b"1"), (b"purpose", b"2"))],
    "signature-not-checked": [native_ciphertext("accept-signature-104"), native_ciphertext("accept-signature-104")[:-1]],
    "signature-length-unusual": [draft().seal(signature=encode_der(b"\x01", b"")), draft(0x0214).seal()],
}


def found(data: bytes, profile: Profile | None = None, name: str = "") -> list[str]:
    return [finding.rule for finding in lint(inspect(data), profile, name)]


def test_rules_are_those_of_the_table() -> None:
    assert set(RULES) == set(lint_rules())
    missing = sorted(set(lint_rules()) - set(BROKEN))
    assert not missing, f"BROKEN needs a message for {missing}"
    assert set(BROKEN) | set(NEARLY) <= set(RULES)


def test_rule_that_the_table_lacks_is_named() -> None:
    with pytest.raises(LookupError, match="has no rule single-edq"):
        rule("single-edq")
    with pytest.raises(LookupError, match="single-edk has no limit"):
        limit("single-edk")


@pytest.mark.req("CLI-LNT-001")
@pytest.mark.parametrize(
    ("rule", "data"), [pytest.param(rule, data, id=f"{rule}-{index}") for rule in BROKEN for index, data in enumerate(BROKEN[rule])]
)
def test_rule_finds_what_breaks_it(rule: str, data: bytes) -> None:
    with use_verifier(lambda request: None) if rule == "signature-not-checked" else nullcontext():
        tree = inspect(data)
    mine = [finding for finding in lint(tree, EVERY_RULE) if finding.rule == rule]
    assert mine
    for finding in mine:
        assert finding.message.isprintable()
        assert finding.severity == "note"
        assert finding.path is not None
    places = {(field.path, field.start, field.end - field.start) for field in tree.fields()}
    assert {(finding.path, finding.offset, finding.length) for finding in mine} <= places


@pytest.mark.req("CLI-LNT-001", kind="negative")
@each("rule", RULES)
def test_rule_has_nothing_to_say_about_what_does_not_break_it(rule: str) -> None:
    for data in (draft().seal(), *NEARLY.get(rule, ())):
        assert rule not in found(data, EVERY_RULE)


@pytest.mark.req("CLI-LNT-008", kind="negative")
def test_list_that_is_left_out_is_not_looked_at() -> None:
    bare = read_profile({"rules": {"*": "note"}}, "bare")
    assert not {row.id for row in lint_rules().values() if row.expects} & {
        one for data in (raw(b"b"), kms(b"x"), pairs()) for one in found(data, bare)
    }


@pytest.mark.req("CLI-LNT-008")
def test_profile_without_other_rules_looks_at_what_it_expects() -> None:
    gate = {"extends": "migration", "rules": {"*": "none"}, "expect": {"regions": ["us-east-1"], "context-keys": ["purpose"]}}
    assert found(kms(ARN), read_profile(gate, "gate")) == ["region-not-expected"]
    assert found(pairs(), read_profile(gate, "gate")) == ["context-key-missing"]
    off = {**gate, "rules": {"*": "none", "context-key-missing": "none"}}
    assert found(pairs(), read_profile(off, "gate")) == []


@pytest.mark.req("CLI-LNT-008", kind="negative")
@pytest.mark.parametrize(
    ("expect", "place", "what"),
    [
        ({"account": ["1"]}, "profile.expect", "unknown member 'account'"),
        ({"accounts": [111122223333]}, "profile.expect.accounts[0]", "put the number in quotes"),
        ({"accounts": []}, "profile.expect.accounts", "the list is empty"),
        ({"regions": "eu-west-1"}, "profile.expect.regions", "expected a list"),
        ({"keys": [""]}, "profile.expect.keys[0]", "not empty"),
        ([], "profile.expect", "expected a mapping"),
    ],
)
def test_expectation_that_is_wrong_is_refused(expect: object, place: str, what: str) -> None:
    with pytest.raises(UsageError, match=what) as caught:
        read_profile({"expect": expect}, "p")
    assert caught.value.path == place


@pytest.mark.req("CLI-LNT-001", kind="negative")
def test_no_rule_has_anything_to_say_about_a_clean_message() -> None:
    assert lint(inspect(draft().seal()), EVERY_RULE) == ()


@pytest.mark.parametrize("plaintext", [b"", b"hello", bytes(4096), bytes(10000)], ids=len)
def test_message_of_the_client_is_clean(plaintext: bytes) -> None:
    ciphertext, _ = esdkit.encrypt(source=plaintext, keyring=KEYRING, encryption_context={"purpose": "test"})
    assert found(ciphertext) == []
    assert found(ciphertext, built_in_profile("strict")) == ["single-edk"]


@pytest.mark.req("CLI-LNT-002")
def test_native_message_has_its_problems_among_the_findings(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            tree = inspect(native_ciphertext(name))
            findings = lint(tree)
            codes = set(error_codes()) - set(lint_rules())
            problems = [(problem.code.value, problem.path, problem.offset) for problem in tree.problems]
            assert [(one.rule, one.path, one.offset) for one in findings if one.rule in codes] == problems
            assert [one.offset or 0 for one in findings] == sorted(one.offset or 0 for one in findings)
            assert {one.severity for one in findings if one.rule in codes} <= {"error"}


def test_published_message_is_linted() -> None:
    for name, data in published_messages():
        rules = found(data, EVERY_RULE, name)
        assert ("non-committing-suite" in rules) == (data[0] == 1), name
        assert set(rules) <= {*lint_rules(), *error_codes()}


@pytest.mark.req("CLI-LNT-001")
@pytest.mark.parametrize(
    "name", ["mpl-0578-multi-nine-many-f128-p129", "python-0378-aes-256-many-f0-p10240", "accept-of-two-wrappings-the-first"]
)
def test_message_that_ends_early_is_linted_as_far_as_it_goes(name: str) -> None:
    data = native_ciphertext(name)
    for cut in range(0, min(len(data), 1200), 5):
        tree = inspect(data[:cut])
        rules = {finding.rule for finding in lint(tree, EVERY_RULE)}
        assert rules - set(lint_rules()), cut  # why it ends
        if tree.value("header.content_type") is None:
            assert not rules & {"single-edk", "context-empty"}, cut


@given(
    st.binary(max_size=300)
    | st.builds(lambda head, rest: head + rest, st.sampled_from([b"\x01\x80\x01\x78", b"\x02\x05\x78"]), st.binary())
)
def test_any_bytes_are_linted(data: bytes) -> None:
    for finding in lint(inspect(data), EVERY_RULE):
        assert finding.message.isprintable()


@pytest.mark.req("CLI-LNT-001")
def test_one_finding_tells_of_all_frames() -> None:
    data = draft(plaintext=bytes(128 * 50)).with_pieces(*(replace(piece, iv=number(1000)) for piece in draft(plaintext=bytes(6400)).pieces))
    findings = {finding.rule: finding for finding in lint(inspect(data.seal()), EVERY_RULE)}
    assert "; 50 more" in findings["body-iv-not-sequence-number"].message
    assert findings["body-iv-not-sequence-number"].path == "body.frame[0].iv"
    assert "; 49 more" in findings["body-iv-reused"].message


@pytest.mark.req("CLI-LNT-001")
@given(header=st.integers(0, 5), given_ivs=st.lists(st.integers(0, 6), min_size=1, max_size=6), cut=st.booleans())
def test_reused_ivs_are_those_that_occurred_before(header: int, given_ivs: list[int], cut: bool) -> None:
    one = draft(0x0178, frame_length=16, plaintext=bytes(16 * len(given_ivs) - 8))
    one = one.with_pieces(*(replace(piece, iv=number(iv)) for piece, iv in zip(one.pieces, given_ivs, strict=True)))
    data = one.with_header(auth=replace(one.header.auth, iv=number(header))).seal()
    used = [header, *given_ivs]
    again = [at for at, iv in enumerate(used) if iv in used[:at]]
    found = [finding for finding in lint(inspect(data[: -20 if cut else None]), EVERY_RULE) if finding.rule == "body-iv-reused"]
    assert len(found) == bool(again)
    for finding in found:
        last = again[0] == len(given_ivs)
        assert finding.path == ("body.final_frame.iv" if last else f"body.frame[{again[0] - 1}].iv")
        assert finding.offset is not None
        assert data[finding.offset : finding.offset + 12] == number(used[again[0]])
        more = f"; {len(again) - 1} more like it" if again[1:] else ""
        assert finding.message == f"the IV {number(used[again[0]]).hex()} was used before in this message{more}"


@pytest.mark.req("CLI-LNT-001")
def test_lint_of_a_file_keeps_nothing_of_frames_that_are_in_step(tmp_path: Path) -> None:
    frames = 20_000
    data = draft(0x0478, frame_length=1, plaintext=bytes(frames)).seal()
    file = tmp_path / "message"
    file.write_bytes(data)
    with file.open("rb") as opened:
        tree = inspect(opened)
        tracemalloc.start()
        try:
            findings = lint(tree)
            assert tracemalloc.get_traced_memory()[1] < len(data) // 2
        finally:
            tracemalloc.stop()
    assert "body-iv-reused" not in {finding.rule for finding in findings}


@pytest.mark.req("CLI-INS-006", kind="negative")
def test_text_of_a_message_is_cut_and_cannot_steer_a_terminal() -> None:
    findings = lint(inspect(pairs((b"\x1b[2J" + bytes(1000), b"1"))))
    (finding,) = [one for one in findings if one.rule == "context-control-character"]
    assert finding.message.isprintable()
    assert len(finding.message) < 400


# ---------------------------------------------------------------- profiles
@pytest.mark.req("CLI-LNT-003")
def test_built_in_profiles_know_every_rule() -> None:
    for name in lint_profiles():
        assert set(built_in_profile(name).severities) >= set(lint_rules())
    assert built_in_profile("default").severities == {rule.id: rule.severity for rule in lint_rules().values()}


@pytest.mark.req("CLI-LNT-003")
def test_built_in_profile_changes_what_it_names_and_with_a_star_all_others() -> None:
    strict, migration = built_in_profile("strict"), built_in_profile("migration")
    assert (strict.severity("non-committing-suite"), strict.severity("body-iv-reused")) == ("error", "error")
    assert (migration.severity("non-committing-suite"), migration.severity("unsigned-suite")) == ("warning", "none")
    assert migration.severity("trailing-data") == "error"
    assert found(draft(0x0478).seal(), migration) == []


@pytest.mark.req("CLI-LNT-004")
def test_profile_of_the_user_changes_severities_of_rules_and_codes() -> None:
    profile = read_profile(
        {"extends": "strict", "rules": {"unsigned-suite": "none", "trailing-data": "note", "single-edk": "error"}}, "mine"
    )
    assert (profile.name, profile.severity("unsigned-suite"), profile.severity("identity-kdf")) == ("mine", "none", "error")
    tree = inspect(keys((b"a", b"b", b"c")) + b"x")
    assert {one.rule: one.severity for one in lint(tree, profile)} == {"single-edk": "error", "trailing-data": "note"}


@pytest.mark.req("CLI-LNT-003", "CLI-LNT-004")
@pytest.mark.parametrize("description", [None, {}])
def test_empty_profile_is_the_default(description: object) -> None:
    assert read_profile(description, "mine").severities == built_in_profile("default").severities


@pytest.mark.req("CLI-LNT-005")
def test_allowed_finding_stays_and_says_why() -> None:
    allow = [
        {"rule": "non-committing-suite", "files": "old/*", "reason": "until 2027"},
        {"rule": "trailing-data", "reason": "the store pads"},
    ]
    profile = read_profile({"allow": allow}, "mine")
    tree = inspect(draft(0x0378).seal() + b"x")

    def reasons(name: str) -> dict[str, str | None]:
        return {finding.rule: finding.allowed for finding in lint(tree, profile, name)}

    assert reasons("old/a.bin") == {"non-committing-suite": "until 2027", "trailing-data": "the store pads"}
    assert reasons("new/a.bin") == {"non-committing-suite": None, "trailing-data": "the store pads"}


WRONG: dict[str, tuple[object, str]] = {
    "no-mapping": (["strict"], "profile"),
    "unknown-member": ({"rule": {}}, "profile"),
    "number-as-member": ({1: {}}, "profile"),
    "unknown-profile": ({"extends": "lax"}, "profile"),
    "profile-no-text": ({"extends": None}, "profile.extends"),
    "rules-no-mapping": ({"rules": ["single-edk"]}, "profile.rules"),
    "unknown-rule": ({"rules": {"single-edks": "note"}}, "profile.rules"),
    "unknown-severity": ({"rules": {"single-edk": "fatal"}}, "profile.rules.single-edk"),
    "off": ({"rules": {"single-edk": False}}, "profile.rules.single-edk"),
    "severity-no-text": ({"rules": {"single-edk": ["note"]}}, "profile.rules.single-edk"),
    "allow-no-list": ({"allow": {"rule": "single-edk", "reason": "x"}}, "profile.allow"),
    "allow-without-reason": ({"allow": [{"rule": "single-edk"}]}, "profile.allow[0]"),
    "allow-empty-reason": ({"allow": [{"rule": "single-edk", "reason": ""}]}, "profile.allow[0].reason"),
    "allow-unknown-rule": ({"allow": [{"rule": "x", "reason": "y"}]}, "profile"),
    "allow-unknown-member": ({"allow": [{"rule": "single-edk", "reason": "y", "path": "z"}]}, "profile.allow[0]"),
    "allow-files-no-text": ({"allow": [{"rule": "single-edk", "reason": "y", "files": 7}]}, "profile.allow[0].files"),
}
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (spec_path() / "schemas").glob("*.json")}
SCHEMA = Draft202012Validator(
    SCHEMAS["lint-profile.json"],
    registry=Registry().with_resources(
        (name, Resource.from_contents(content)) for name, content in SCHEMAS.items() if "$schema" in content
    ),
)


@pytest.mark.req("CLI-LNT-004", kind="negative")
@each("case", WRONG)
def test_profile_that_is_wrong_is_refused_with_its_place(case: str) -> None:
    description, path = WRONG[case]
    with pytest.raises(UsageError) as caught:
        read_profile(description, "mine")
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, path)


@pytest.mark.req("CLI-LNT-004", kind="negative")
@each("case", [case for case in WRONG if not case.startswith(("unknown-profile", "unknown-rule", "allow-unknown-rule", "number"))])
def test_schema_of_profiles_refuses_what_the_reader_refuses(case: str) -> None:
    with pytest.raises(ValidationError):
        SCHEMA.validate(WRONG[case][0])


@pytest.mark.req("CLI-LNT-004")
def test_schema_of_profiles_takes_what_the_reader_takes() -> None:
    SCHEMA.validate({"extends": "strict", "rules": {"*": "none", "single-edk": "error"}, "allow": [{"rule": "single-edk", "reason": "x"}]})


@pytest.mark.req("CLI-LNT-004")
@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=5) | st.sampled_from([*lint_rules(), "none", "*"]),
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.dictionaries(
                st.sampled_from(["extends", "rules", "allow", "rule", "reason", "files", "*", "single-edk"]), inner, max_size=3
            )
        ),
    )
)
def test_any_description_is_a_profile_or_refused(description: object) -> None:
    try:
        assert isinstance(read_profile(description, "any"), Profile)
    except UsageError as error:
        assert error.path is not None and error.path.startswith("profile")


# ---------------------------------------------------------------- what ids stand for
def test_every_id_is_described() -> None:
    rows = {rule: describe(rule) for rule in (*lint_rules(), *error_codes())}
    assert [rule for rule, row in rows.items() if row.id != rule or not row.title or not row.means] == []


def test_unknown_id_is_refused() -> None:
    with pytest.raises(UsageError):
        describe("nothing")


def test_rule_with_the_name_of_an_error_code_is_something_that_readers_accept() -> None:
    assert set(lint_rules()) & set(error_codes()) == {Code.AAD_UNSORTED}
    for name in native_accepted():
        assert Code.AAD_UNSORTED not in [problem.code for problem in inspect(native_ciphertext(name)).problems]


def test_finding_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Finding("a", "note", "b", None, None, None).rule = "c"  # type: ignore[misc]  # it is frozen

"""The text form: every byte string comes back, an edit moves what follows, and macros give what the forge seals."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit.errors import Code, UsageError
from esdkit.forge import Draft, assemble, disassemble, seeded_signing_key
from esdkit.forge.lines import MACROS
from esdkit.forge.mutate import splice
from esdkit.message import parse
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import LIMITS, SUITES, Suite
from tests.conftest import Golden
from tests.drafts import ANY_SUITE, PLAINTEXT, code, data_key, each_body, each_signed, each_suite, outcome, valid
from tests.each import each
from tests.property.hostile import bases, mutated
from tests.samples import native_cases, native_ciphertext, native_parsed, published_messages
from tests.texts import VALUE, edited, quoted, with_macros

SMALL = "js-0478-aes-256-empty-f100-p0"
SIGNED = "mpl-0578-multi-ascii-f256-p300"


def made(text: str, draft: Draft) -> bytes:
    return assemble(text, data_key=draft.data_key.reveal(), signing_key=draft.signing_key, test_data=True)


def failure(text: str, **keys: object) -> UsageError:
    with pytest.raises(UsageError) as error:
        assemble(text, **keys)  # type: ignore[arg-type]
    assert error.value.code is Code.INVALID_ARGUMENT
    return error.value


# -------------------------------------------------------------------- there and back
@pytest.mark.req("FMT-TXT-001", "FMT-TXT-007")
def test_native_message_comes_back(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            data = native_ciphertext(name)
            text = disassemble(data)
            assert assemble(text) == data
            if name in native_parsed():
                assert re.findall(r"(?:\.length|\.count|content_length) (?!auto)\S+", text) == []


@pytest.mark.req("FMT-TXT-001")
def test_published_messages_come_back() -> None:
    wrong = [name for name, data in published_messages() if assemble(disassemble(data)) != data]
    assert wrong == []


@pytest.mark.req("FMT-TXT-001", "FMT-TXT-008")
@pytest.mark.parametrize("frame_length", [8, None], ids=["framed", "non-framed"])
@pytest.mark.parametrize("suite_id", [0x0378, 0x0578, 0x0014, 0x0478])
def test_message_cut_anywhere_comes_back(suite_id: int, frame_length: int | None) -> None:
    data = valid(suite_id, frame_length=frame_length).seal() + b"tail"
    for end in range(len(data) + 1):
        assert assemble(disassemble(data[:end])) == data[:end]


@pytest.mark.req("FMT-TXT-001", "FMT-TXT-002")
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda data: b"\x02\x04\x78" + bytes(32) + data))
def test_any_bytes_come_back(data: bytes) -> None:
    assert assemble(disassemble(data)) == data


@pytest.mark.req("FMT-TXT-001")
@given(name=st.sampled_from(sorted(bases())), seed=st.integers(0, 2**32))
def test_changed_message_comes_back(name: str, seed: int) -> None:
    data = mutated(bases()[name].data, random.Random(seed))
    assert assemble(disassemble(data)) == data


@pytest.mark.parametrize("name", [SMALL, SIGNED, "python-0378-aes-256-many-f0-p10240"])
def test_text_of_a_message_is_for_people(name: str, golden: Golden) -> None:
    golden(f"text-{name}.txt", disassemble(native_ciphertext(name)))


@pytest.mark.req("FMT-TXT-008")
@pytest.mark.parametrize(
    ("case", "data"),
    [
        ("empty", b""),
        ("no-message", b"-----BEGIN"),
        ("unknown-suite", b"\x01\x80\x00\x15" + bytes(40)),
        ("cut", native_ciphertext(SMALL)[:-20]),
        ("trailing", native_ciphertext(SMALL) + b"tail"),
        ("hostile-text", splice(native_ciphertext(SMALL), "header.encrypted_data_keys[0].provider_id", b'a"\\\x1b[1m\n', lengths=True)),
    ],
)
def test_text_of_anything_else_says_why(case: str, data: bytes, golden: Golden) -> None:
    text = disassemble(data)
    golden(f"text-{case}.txt", text)
    assert assemble(text) == data
    assert all(character.isprintable() or character == "\n" for character in text)


def test_text_has_80_columns_but_for_long_texts() -> None:
    for name in native_cases():
        assert [line for line in disassemble(native_ciphertext(name)).splitlines() if len(line) > 80 and ' "' not in line] == []


@pytest.mark.req("FMT-TXT-007", kind="negative")
@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("header.encryption_context.length", 7),
        ("header.encryption_context.count", 9),
        ("header.encryption_context[0].key.length", 999),
        ("header.encrypted_data_keys.count", 9),
        ("body.final_frame.content_length", 999),
        ("footer.signature.length", 200),
    ],
)
def test_wrong_number_is_written_as_it_is(path: str, number: int) -> None:
    data = splice(valid(0x0578).seal(), path, number)
    assert f"{path.replace('[0]', '')} {number}\n" in disassemble(data)
    assert assemble(disassemble(data)) == data


# -------------------------------------------------------------------- edits
@pytest.mark.req("FMT-TXT-003", "FMT-TXT-004")
def test_longer_value_moves_its_length_and_the_sections() -> None:
    text = disassemble(valid(0x0478).seal())
    header = parse(assemble(text.replace('"purpose"', '"what it is for"').replace('"test"', '""')), strict=False).header
    assert header.encryption_context == {"what it is for": "", "empty": ""}


@pytest.mark.req("FMT-TXT-002", "FMT-TXT-004")
def test_dropped_and_repeated_lines_move_the_count() -> None:
    text = disassemble(valid(0x0478).seal())
    start = text.index("  # header.encrypted_data_keys[0]")
    middle, end = text.index("  # header.encrypted_data_keys[1]"), text.index("header.content_type")
    first, second = text[start:middle], text[middle:end]
    for items in ([first], [], [second, first, first, second]):
        header = parse(assemble(text[:start] + "".join(items) + text[end:]), strict=False).header
        assert [key.provider_id for key in header.encrypted_data_keys] == [b"somebody" if item is first else b"esdkit" for item in items]


@pytest.mark.req("FMT-TXT-004")
def test_bytes_inside_a_section_count_and_between_two_as_well() -> None:
    data = valid(0x0478).seal()
    lines = disassemble(data).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("header.encrypted_data_keys.count"))
    length = parse(data).header.context_pairs
    assert length is not None
    changed = assemble("\n".join([*lines[:at], 'hex"00ff"', *lines[at:]]))
    offset = 1 + 2 + 32
    assert int.from_bytes(changed[offset : offset + 2], "big") == int.from_bytes(data[offset : offset + 2], "big") + 2
    assert len(changed) == len(data) + 2


@pytest.mark.req("FMT-TXT-002")
def test_bytes_stand_anywhere_and_nothing_is_judged() -> None:
    text = 'hex"00"\nbody.tag "x" # odd\nheader.version 0xff\r\n\t"é" hex"" hex"0A 0b\n0c"\nheader.version hex"0102"\n\n"a#b"'
    assert assemble(text) == b"\x00x\xff" + "é".encode() + b"\x0a\x0b\x0c\x01\x02a#b"


@pytest.mark.req("FMT-TXT-002")
@pytest.mark.parametrize(
    ("literal", "data"),
    [
        (r'"\\ \" \n \r \t \x00\xFF"', b'\\ " \n \r \t \x00\xff'),
        ('""', b""),
        ('"日本"', "日本".encode()),
        ('hex""', b""),
        ('hex"aB"', b"\xab"),
    ],
)
def test_literals_are_bytes(literal: str, data: bytes) -> None:
    assert assemble(literal) == data
    assert assemble(f"footer.signature.length auto\nfooter.signature {literal}") == len(data).to_bytes(2, "big") + data


@pytest.mark.parametrize("number", ["0", "00", "255", "0xff", "0X0f"])
def test_numbers_are_decimal_or_hexadecimal(number: str) -> None:
    assert assemble(f"header.iv_length {number}") == bytes([int(number, 16 if "x" in number.lower() else 10)])


@pytest.mark.req("FMT-TXT-003")
def test_length_counts_the_next_line_of_its_field() -> None:
    text = 'footer.signature.length auto\nhex"aa"\nfooter.signature "abc"\nfooter.signature "d"\n'
    assert assemble(text) == b"\x00\x03\xaaabcd"
    assert assemble(f"body.content_length auto\nbody.ciphertext {quoted(bytes(5))}") == (5).to_bytes(8, "big") + bytes(5)


# -------------------------------------------------------------------- macros
@pytest.mark.req("FMT-TXT-009", "FMT-TXT-010", "FMT-TXT-011", "FMT-TXT-014")
@each_suite
@each_body
def test_macros_give_what_the_forge_seals(suite: Suite, frame_length: int | None) -> None:
    draft = valid(suite, frame_length=frame_length)
    assert made(with_macros(draft), draft) == draft.seal()


@pytest.mark.req("FMT-TXT-009", "FMT-TXT-010", "FMT-TXT-011")
@each_suite
@each_body
def test_edited_message_with_macros_opens(suite: Suite, frame_length: int | None) -> None:
    draft = valid(suite, frame_length=frame_length)
    text = with_macros(draft).replace('"purpose"', '"quite another purpose"')
    field = "body.ciphertext" if frame_length is None else "body.final_frame.ciphertext"
    text = edited(text, field, 'seal "short"')
    plaintext, header = ANY_SUITE.decrypt(source=made(text, draft), data_key=data_key(suite))
    assert plaintext == (b"" if frame_length is None else PLAINTEXT[:16]) + b"short"
    assert header.encryption_context["quite another purpose"] == "test"


@pytest.mark.req("FMT-TXT-009", "FMT-TXT-010", "FMT-TXT-011", kind="negative")
@pytest.mark.parametrize(
    ("macro", "expected"),
    [
        ("header_auth.tag", Code.HEADER_TAG_INVALID),
        ("body.frame.tag", Code.BODY_TAG_INVALID),
        ("footer.signature", Code.SIGNATURE_INVALID),
        ("header.suite_data", Code.COMMITMENT_MISMATCH),
    ],
)
def test_what_is_not_computed_stays_and_does_not_hold(macro: str, expected: Code) -> None:
    draft = valid(0x0578)
    other = valid(0x0578, plaintext=b"something else, longer").with_header(message_id=bytes(32))
    stale = re.search(rf"(?m)^ *{re.escape(macro)} ({VALUE})$", disassemble(other.seal()))
    assert stale is not None
    value = stale[1] if macro != "header.suite_data" else quoted(bytes(32))
    data = made(edited(with_macros(draft), macro, value), draft)
    assert code(data, data_key=data_key(SUITES[0x0578])) is expected


@pytest.mark.req("FMT-TXT-010")
@each_body
def test_tag_holds_for_changed_ciphertext(frame_length: int | None) -> None:
    draft = valid(0x0478, plaintext=b"four", frame_length=frame_length)
    text = edited(disassemble(draft.seal()), "body.final_frame.tag" if frame_length else "body.tag", "tag")
    assert made(text, draft) == draft.seal()
    field = "body.final_frame.ciphertext" if frame_length else "body.ciphertext"
    ciphertext = re.search(rf'{field} hex"(\w+)"', text)
    assert ciphertext is not None
    flipped = bytes([bytes.fromhex(ciphertext[1])[0] ^ 1]) + bytes.fromhex(ciphertext[1])[1:]
    assert outcome(made(edited(text, field, quoted(flipped)), draft)) == b"gour"


@pytest.mark.req("FMT-TXT-009")
def test_header_tag_covers_what_is_not_stored() -> None:
    draft = valid(0x0478, required={"tenant": "7"})
    appended = serialize_encryption_context({"tenant": "7"})
    text = edited(with_macros(draft), "header_auth.tag", f"tag {quoted(appended)}")
    assert made(text, draft) == draft.seal()


@pytest.mark.req("FMT-TXT-009")
def test_header_tag_uses_the_iv_that_stands_there() -> None:
    draft = valid(0x0178)
    text = edited(with_macros(draft), "header_auth.iv", quoted(b"another iv!!"))
    assert outcome(made(text, draft)) == PLAINTEXT


@pytest.mark.req("FMT-TXT-009", "FMT-TXT-011")
def test_tags_cover_lines_that_belong_nowhere() -> None:
    draft = valid(0x0578)
    text = with_macros(draft).replace("header.content_type", 'hex"00"\nheader.content_type').replace("footer.", 'hex"ff"\nfooter.', 1)
    data = made(text, draft)
    again = draft.seal(header_body=data[: data.index(draft.header.suite_data) + 32], body=draft.body() + b"\xff")
    assert data == again


@pytest.mark.req("FMT-TXT-011", "FMT-TXT-014")
@each_signed
def test_another_signing_key_signs_anew(suite: Suite) -> None:
    draft = valid(suite)
    assert suite.signature is not None
    key = seeded_signing_key(suite.signature, b"another")
    assert made(with_macros(draft), draft.with_signing_key(key)) != draft.seal()
    data = assemble(with_macros(draft), data_key=data_key(suite), signing_key=key, test_data=True)
    assert outcome(data, data_key=data_key(suite)) == PLAINTEXT


@pytest.mark.req("FMT-TXT-014")
def test_commit_and_signature_need_no_word_about_test_data() -> None:
    draft = valid(0x0578)
    text = edited(edited(disassemble(draft.seal()), "header.suite_data", "commit"), "footer.signature", "sign")
    assert assemble(text, data_key=draft.data_key.reveal(), signing_key=draft.signing_key) == draft.seal()


@pytest.mark.req("FMT-TXT-012", "FMT-HAU-012", kind="negative")
@pytest.mark.parametrize(
    ("field", "macro"), [("header_auth.tag", "tag"), ("body.frame.tag", "tag"), ("body.final_frame.ciphertext", 'seal "a"')]
)
def test_nothing_is_tagged_or_sealed_unless_it_is_test_data(field: str, macro: str) -> None:
    draft = valid(0x0478)
    text = edited(disassemble(draft.seal()), field, macro)
    error = failure(text, data_key=draft.data_key.reveal())
    assert error.path == field
    assert "rekey" in (error.hint or "")
    made(text, draft)


@pytest.mark.req("FMT-TXT-013", kind="negative")
@pytest.mark.parametrize("field", ["header_auth.tag", "footer.signature"])
def test_second_header_tag_or_signature_is_refused(field: str) -> None:
    draft = valid(0x0578)
    text = with_macros(draft)
    error = failure(f"{text}{field} {'tag' if field == 'header_auth.tag' else 'sign'}", data_key=draft.data_key.reveal(), test_data=True)
    assert error.path == field
    assert error.message.startswith(f"line {len(text.splitlines()) + 1}, ")


def test_secrets_stand_in_no_error() -> None:
    draft = valid(0x0478)
    key = draft.data_key.reveal()
    error = failure(edited(with_macros(draft), "header.algorithm_suite_id", "0x0014"), data_key=key, test_data=True)
    assert key.hex() not in repr(error) + str(error.hint)


# -------------------------------------------------------------------- errors
ERRORS = {
    "unknown-field": ("\n  header.versoin 2", 2, 3),
    "no-field": ("2 header.version", 1, 1),
    "inner-field": ('header.encrypted_data_keys[0].provider_id hex"00"', 1, 1),
    "no-value": ("header.version  # nothing\n", 1, 15),
    "too-large": ("header.version 256", 1, 16),
    "much-too-large": (f"header.version {'9' * 5000}", 1, 16),
    "negative": ("header.version -1", 1, 16),
    "no-number": ("header.version 1a", 1, 16),
    "other-digits": ("header.version 1٣", 1, 16),
    "number-for-bytes": ("header.message_id 7", 1, 19),
    "two-numbers": ("header.version 2 3", 1, 18),
    "two-fields": ("header.version 2 header.type 1", 1, 18),
    "unknown-macro": ("header.version automatic", 1, 16),
    "auto-elsewhere": ("header.version auto", 1, 16),
    "sign-elsewhere": ("header_auth.tag sign", 1, 17),
    "tag-with-argument": ('body.tag tag "a"', 1, 14),
    "seal-without-argument": ("body.ciphertext seal", 1, 21),
    "seal-of-a-number": ("body.ciphertext seal 7", 1, 22),
    "argument-of-auto": ('header.encrypted_data_keys.count auto "a"', 1, 39),
    "nothing-to-count": ("footer.signature.length auto\nfooter.signature.length 0", 1, 25),
    "too-much-to-count": (f'footer.signature.length auto\nfooter.signature hex"{"00" * 65536}"', 1, 25),
    "text-open": ('"abc\n"', 1, 1),
    "hex-open": ('header.message_id hex"00\n', 1, 22),
    "odd-digits": ('\nhex"0"', 2, 1),
    "split-digits": ('hex"0 0"', 1, 1),
    "no-digit": ('hex"00\n  0g"', 2, 4),
    "bad-escape": (r'"\q"', 1, 1),
    "bad-byte-escape": (r'"\x1"', 1, 1),
    "surrogate": ('"a\ud800"', 1, 3),
    "literal-and-number": ('"a" 1', 1, 5),
    "control": ("\x1b[31m", 1, 1),
    "no-data-key": ('header.algorithm_suite_id 0x0478\nheader.message_id ""\nheader.suite_data commit', 3, 19),
    "no-suite-above": ("header.suite_data commit", 1, 19),
    "unknown-suite-above": ('header.algorithm_suite_id 1\nheader.message_id ""\nfooter.signature sign', 3, 18),
    "suite-does-not-sign": ("header.algorithm_suite_id 0x0478\nfooter.signature sign", 2, 18),
    "no-signing-key": ("header.algorithm_suite_id 0x0578\nfooter.signature sign", 2, 18),
    "no-public-key": ("header.algorithm_suite_id 0x0578\nheader.encryption_context.value public_key", 2, 33),
}


@pytest.mark.req("FMT-TXT-005", "FMT-TXT-006", kind="negative")
@each("case", ERRORS)
def test_what_cannot_be_assembled_is_refused_with_its_place(case: str) -> None:
    text, line, column = ERRORS[case]
    error = failure(text)
    assert error.message.startswith(f"line {line}, column {column}: ")
    assert (error.message + (error.hint or "")).isprintable()
    assert len(error.message) < 300


KEYED_ERRORS = {
    "iv-missing": ("body.frame.iv", "# "),
    "sequence-number-missing": ("body.frame.sequence_number", "# "),
    "ciphertext-missing": ("body.frame.ciphertext", "# "),
    "iv-short": ("body.frame.iv", 'body.frame.iv hex"00"'),
    "message-id-missing": ("header.message_id", "# "),
    "other-key-length": ("header.algorithm_suite_id", "header.algorithm_suite_id 0x0014"),
}


@pytest.mark.req("FMT-TXT-006", "FMT-TXT-010", kind="negative")
@pytest.mark.parametrize("case", KEYED_ERRORS)
def test_macro_without_what_it_needs_is_refused(case: str) -> None:
    field, line = KEYED_ERRORS[case]
    draft = valid(0x0478)
    text = edited(with_macros(draft), field, "LINE", 0).replace(f"{field} LINE", line)
    error = failure(text, data_key=draft.data_key.reveal(), test_data=True)
    assert error.message.startswith("line ")


@pytest.mark.req("FMT-TXT-014", kind="negative")
def test_commit_in_a_suite_that_does_not_commit_is_refused() -> None:
    draft = valid(0x0178)
    assert "commit" in failure(disassemble(draft.seal()) + "header.suite_data commit", data_key=draft.data_key.reveal()).message


def test_iv_of_the_frame_before_is_never_used() -> None:
    draft = valid(0x0478)
    text = edited(with_macros(draft), "body.frame.iv", "LINE", 1).replace("body.frame.iv LINE", "")
    assert failure(text, data_key=draft.data_key.reveal(), test_data=True).path == "body.frame.ciphertext"


@pytest.mark.parametrize("key", [b"no key", seeded_signing_key(SUITES[0x0214].signature, b"") if SUITES[0x0214].signature else None])
def test_signing_key_of_another_curve_is_refused(key: object) -> None:
    with pytest.raises(UsageError) as error:
        assemble("header.algorithm_suite_id 0x0578\nfooter.signature sign", signing_key=key)  # type: ignore[arg-type]
    assert error.value.code is Code.INVALID_KEY


@pytest.mark.req("FMT-TXT-006")
@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(["\n", " ", '"', "\\", "#", 'hex"', "0", "ff", '"a"', "tag", "auto", "sign", 'seal "x"', "é", "commit"])
        | st.sampled_from(
            sorted({*MACROS["auto"], *MACROS["tag"], *MACROS["seal"], "header.version", "header.algorithm_suite_id 0x0578\n"})
        )
        | st.text(max_size=4),
        max_size=30,
    ).map("".join)
    | st.text(max_size=60)
)
def test_any_text_gives_bytes_or_an_error_with_a_place(text: str) -> None:
    try:
        assert isinstance(assemble(text, data_key=bytes(32), test_data=True), bytes)
    except UsageError as error:
        assert re.match(r"line \d+, column \d+: ", error.message)


@pytest.mark.req("FMT-TXT-001", "FMT-TXT-006", kind="negative")
def test_text_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = disassemble(b"\x02")
    monkeypatch.setattr("esdkit.forge.text.LIMITS", {**LIMITS, "text_form_length": len(text)})
    assert assemble(disassemble(b"\x02")) == b"\x02"
    for call in (lambda: assemble(text + "\n"), lambda: disassemble(b"\x02\x04"), lambda: disassemble(bytes(10**6))):
        with pytest.raises(UsageError) as error:
            call()
        assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("FMT-TXT-001", kind="negative")
def test_other_types_are_refused() -> None:
    with pytest.raises(UsageError):
        assemble(b"header.version 2")  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        disassemble("text")  # type: ignore[arg-type]

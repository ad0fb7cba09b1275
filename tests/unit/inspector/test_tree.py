"""The tree: every field in its place, every problem found, nothing raised, whatever the bytes are."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage, TruncatedMessage, UsageError
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.inspector import Inspection, Tree, inspect
from esdkit.inspector.facts.parts import Sizes
from esdkit.message import EncryptedDataKey, Frame, Message, build, parse
from esdkit.message.header import build_header
from esdkit.spec import FIELDS, SUITES
from tests.each import each
from tests.samples import native_accepted, native_cases, native_ciphertext, native_parsed, published_messages, sample_header
from tests.strategies import messages

KEYLESS = {
    name: case["expect"]
    for name, case in native_cases().items()
    if case["expect"].get("stage") in ("parse", "signature") and "encryption-context" not in case  # what the reader adds is not seen
}
SIGNED = native_ciphertext(next(name for name in native_accepted() if name.startswith("mpl-0578-multi-nine")))


def codes(tree: Tree) -> list[str]:
    return [problem.code.value for problem in tree.problems]


def show(tree: Inspection) -> None:
    """Every view of a tree, so that none of them fails."""
    json.dumps(tree.to_json())
    assert tree.to_text("name").endswith("\n")
    assert "\n" not in tree.to_line()


@each("name", native_parsed())
def test_tree_of_a_lawful_message_has_what_the_reference_reading_has(name: str) -> None:
    data = native_ciphertext(name)
    tree = inspect(data)
    reference = trace(MESSAGE, data)
    assert [(field.id, field.index, field.start, field.end, field.value) for field in tree.fields()] == [tuple(s) for s in reference.spans]
    assert (tree.complete, tree.end) == (True, len(data))


@each("name", [name for name in native_accepted() if "public-key-reproduced" not in name])
def test_tree_of_an_accepted_message_has_no_problem(name: str) -> None:
    tree = inspect(native_ciphertext(name))
    assert tree.problems == ()
    assert tree.signature.state == ("verified" if tree.suite and tree.suite.signed else "unsigned")


@pytest.mark.req("FMT-HDR-022", kind="negative")
@each("name", KEYLESS)
def test_tree_of_a_refused_message_names_the_expected_problem_first(name: str) -> None:
    tree = inspect(native_ciphertext(name))
    found = codes(tree)
    if KEYLESS[name]["code"] == "aad-count-zero" and len(found) > 1:
        found.remove("aad-length-mismatch")  # the same two bytes, which are too few for the length
    assert found[0] == KEYLESS[name]["code"]
    show(tree)


@pytest.mark.req("CLI-INS-008")
@each("name", native_cases())
def test_tree_sizes_add_up_to_the_file(name: str) -> None:
    data = native_ciphertext(name)
    tree = inspect(data)
    assert tree.sizes.total == len(data)
    assert sum(field.end - field.start for field in tree.fields()) == tree.end


@pytest.mark.req("CLI-INS-008")
@pytest.mark.parametrize("data", [b"", b"\xff" * 3], ids=["nothing", "no-message"])
def test_tree_sizes_of_what_cannot_be_read_are_unread(data: bytes) -> None:
    assert inspect(data).sizes == Sizes(0, 0, 0, 0, 0, 0, unread=len(data))


@pytest.mark.req("CLI-INS-008")
def test_tree_sizes_of_published_messages_add_up() -> None:
    for name, data in published_messages():
        tree = inspect(data)
        assert (tree.sizes.total, tree.complete) == (len(data), True), name
        assert sum(field.end - field.start for field in tree.fields()) == len(data), name


def test_tree_field_knows_its_row_and_place() -> None:
    fields = {field.path: field for field in inspect(SIGNED).fields()}
    provider = fields["header.encrypted_data_keys[1].provider_id"]
    assert (provider.id, provider.index, provider.unit) == ("header.encrypted_data_keys.provider_id", 1, "utf-8")
    assert provider.requirements == FIELDS[provider.id].requirements
    assert SIGNED[provider.start : provider.end] == provider.value == b"esdkit-vectors"
    assert len(fields) == len(list(inspect(SIGNED).fields()))


def test_tree_value_of_a_field_that_was_not_reached_is_none() -> None:
    assert inspect(SIGNED[:3]).value("header.message_id") is None
    assert inspect(SIGNED).value("header.frame_length") == 128


@each("cut", range(0, len(SIGNED), 7))
def test_tree_of_a_cut_message_keeps_what_is_there(cut: int) -> None:
    tree = inspect(SIGNED[:cut])
    whole = list(inspect(SIGNED).fields())
    shown = list(tree.fields())
    assert shown == whole[: len(shown)]
    assert whole[len(shown)].end > cut
    assert not tree.complete
    assert isinstance(tree.problems[-1], TruncatedMessage)
    assert tree.sizes.unread == cut - tree.end
    assert tree.sizes.total == cut
    show(tree)


@pytest.mark.req("FMT-HDR-005", "FMT-AAD-008", "FMT-AAD-010", "FMT-EDK-004", "FMT-HDR-011", "FMT-HDR-012", "FMT-HDR-013", kind="negative")
@pytest.mark.req("FMT-FRM-006", "FMT-FRM-010", kind="negative")
def test_tree_of_several_faults_lists_them_all_by_offset() -> None:
    keys = (EncryptedDataKey(b"\xff", b"", b""),)
    valid = sample_header(SUITES[0x0178], pairs=((b"a", b"1"), (b"a", b"\xff")), keys=keys)
    header = replace(valid, type=0x81, reserved=7, iv_length=16, frame_length=0)
    final = Frame(4, bytes(12), b"x", bytes(16), final=True)
    tree = inspect(build(Message(header, (final,), None)))
    assert codes(tree) == [
        "unsupported-type",
        "aad-duplicate-key",
        "aad-bad-utf8",
        "provider-id-bad-utf8",
        "reserved-nonzero",
        "iv-length-mismatch",
        "frame-length-vs-content-type",
        "seq-out-of-order",
        "final-too-long",
    ]
    assert [problem.offset for problem in tree.problems] == sorted(problem.offset or 0 for problem in tree.problems)
    assert all(problem.path and problem.offset and problem.reqs for problem in tree.problems)


@pytest.mark.req("FMT-AAD-008", kind="negative")
def test_tree_of_a_header_that_is_cut_lists_the_faults_before_the_cut() -> None:
    data = build_header(sample_header(SUITES[0x0178], pairs=((b"a", b"1"), (b"a", b"2"))))
    assert codes(inspect(data[:-40])) == ["aad-duplicate-key", "truncated"]


@pytest.mark.req("FMT-FTR-006", kind="negative")
def test_tree_of_a_message_with_bytes_behind_it_shows_both() -> None:
    tree = inspect(SIGNED + b"more")
    assert codes(tree) == [Code.TRAILING_DATA]
    assert tree.problems[0].offset == len(SIGNED)
    assert (tree.complete, tree.sizes.trailing, tree.signature.state) == (True, 4, "verified")


@pytest.mark.req("CLI-DEC-008", "CLI-DEC-032")
@pytest.mark.parametrize("text", [b"AYADeG", b"AgR4aaaa", b"AgV4aaaa"], ids=["v1", "0478", "0578"])
def test_tree_of_base64_says_so_and_decodes_nothing(text: bytes) -> None:
    tree = inspect(text)
    assert codes(tree) == [Code.LOOKS_LIKE_BASE64]
    assert tree.sizes.unread == len(text)


@pytest.mark.parametrize("data", [bytearray(SIGNED), memoryview(SIGNED)], ids=["bytearray", "memoryview"])
def test_tree_takes_any_bytes(data: bytearray | memoryview) -> None:
    assert inspect(data).to_json() == inspect(SIGNED).to_json()


@pytest.mark.parametrize("data", ["AYAD", None, 5, ["x"]], ids=["text", "none", "number", "list"])
def test_tree_of_no_bytes_is_a_usage_error(data: object) -> None:
    with pytest.raises(UsageError) as raised:
        inspect(data)  # type: ignore[arg-type]
    assert raised.value.code == Code.INVALID_ARGUMENT


def test_tree_printed_shows_no_content() -> None:
    tree = inspect(SIGNED)
    assert repr(tree).startswith(f"<Inspection of {len(SIGNED)} bytes:")
    assert len(repr(tree)) < 300


def test_tree_of_many_frames_stays_small() -> None:
    suite = SUITES[0x0478]
    header = sample_header(suite, frame_length=1)
    body = [Frame(number, bytes(12), b"x", bytes(16)) for number in range(1, 3000)]
    tree = inspect(build(Message(header, (*body, Frame(3000, bytes(12), b"", bytes(16), final=True)), None)))
    assert tree.problems == ()
    assert tree.body is not None
    assert (tree.body.frames, tree.body.content_length) == (3000, 2999)
    assert len(tree.to_text().splitlines()) < 80
    assert len(json.dumps(tree.to_json())) < 100_000


def test_tree_of_many_broken_frames_stays_small() -> None:
    header = sample_header(SUITES[0x0478], frame_length=1)
    body = [Frame(number, bytes(12), b"x", bytes(16)) for number in range(2, 3000)]
    tree = inspect(build(Message(header, (*body, Frame(3000, bytes(12), b"", bytes(16), final=True)), None)))
    assert (tree.problem_count, len(tree.problems)) == (2999, 1000)
    assert len(tree.to_text().splitlines()) < 150
    assert len(tree.to_json()["problems"]) == 1000
    assert tree.to_json()["problem_count"] == 2999


@given(messages())
def test_tree_of_any_lawful_message_is_complete(message: Message) -> None:
    data = build(message)
    tree = inspect(data)
    keyless = {"public-key-missing", "public-key-malformed", "signature-malformed", "signature-invalid", "public-key-unexpected"}
    assert set(codes(tree)) <= keyless
    assert tree.complete
    assert [key.provider_info for key in tree.encrypted_data_keys] == [key.provider_info for key in message.header.encrypted_data_keys]
    assert [(pair.key, pair.value) for pair in tree.encryption_context or ()] == list(message.header.context_pairs or ())
    show(tree)


@given(messages(valid=False))
def test_tree_agrees_with_the_strict_reader(message: Message) -> None:
    data = build(message)
    tree = inspect(data)
    assert tree.complete
    try:
        parse(data)
    except EsdkError as error:
        assert error.code.value in codes(tree)
    else:
        assert all(isinstance(problem, MalformedMessage | AuthenticationError) for problem in tree.problems)
    show(tree)


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: b"\x02\x05\x78" + bytes(32) + rest))
def test_tree_of_any_bytes_is_made(data: bytes) -> None:
    tree = inspect(data)
    assert tree.sizes.total == len(data)
    assert tree.problems or tree.complete
    show(tree)


@given(st.sampled_from(native_accepted()), st.data())
def test_tree_of_a_damaged_message_is_made(name: str, data: st.DataObject) -> None:
    damaged = bytearray(native_ciphertext(name))
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    del damaged[data.draw(st.integers(1, len(damaged))) :]
    tree = inspect(bytes(damaged))
    assert tree.sizes.total == len(damaged)
    try:
        parse(bytes(damaged))
    except EsdkError as error:
        assert error.code.value in codes(tree)
    show(tree)

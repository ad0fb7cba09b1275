"""Facts of one message: any bytes give a row, and a row never says more than its bytes do."""

import json
import tracemalloc
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esdkit.crypto.signing import signature_lengths
from esdkit.errors import Code
from esdkit.inspector import inspect
from esdkit.message import EncryptedDataKey, Message, build
from esdkit.message.header import build_header
from esdkit.message.sizes import frame_overheads
from esdkit.scan.facts import bytes_needed, facts
from esdkit.scan.folder import ROWS
from esdkit.scan.model import DataKey, Pair, Row, unread
from esdkit.spec import LIMITS, SUITES, error_codes, providers, scan_columns
from tests.samples import build_raw_aes_info, native_accepted, native_cases, native_ciphertext, sample_header
from tests.strategies import messages

ARN = "arn:aws:kms:{}:111122223333:key/{}"
PLAIN, REPLICA = "12345678-1234-1234-1234-123456789012", "mrk-1234567890abcdef1234567890abcdef"
MANY = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
FEW = native_ciphertext("mpl-0478-data-key-ascii-f128-p200")
BLOCK = min((native_ciphertext(name) for name in native_accepted() if facts(native_ciphertext(name)).framed is False), key=len)


def header_of(*keys: EncryptedDataKey) -> bytes:
    return build_header(sample_header(SUITES[0x0478], keys=keys))


def keys_of(*keys: EncryptedDataKey) -> tuple[DataKey, ...]:
    row = facts(header_of(*keys), 10_000)
    assert row.data_keys is not None
    return row.data_keys


def kms(name: str) -> EncryptedDataKey:
    return EncryptedDataKey(b"aws-kms", name.encode(), bytes(48))


def test_columns_are_those_of_the_table() -> None:
    of = {kind: [column for column in scan_columns() if column.of == kind] for kind in ("message", "data_key")}
    assert [column.name for column in of["message"]] == list(Row._fields)
    assert [column.name for column in of["data_key"]] == list(DataKey._fields)
    always = {column.name for columns in of.values() for column in columns if column.null_when is None}
    assert always == {"problems", "key", "kind", "certainty", "post_quantum"}


@pytest.mark.req("SCN-RUN-004")
def test_other_rows_have_another_number() -> None:
    """A version with another number does not add to the rows of this one. Where rows of the same messages differ, raise ``ROWS`` of
    scan/folder.py; where only the vectors differ, do not."""
    names = sorted(name for name in native_cases() if name.startswith(("mpl-", "lie-")))
    found = [facts(native_ciphertext(name), values=True, signatures=True).to_json() for name in names]
    assert (ROWS, sha256(json.dumps(found).encode()).hexdigest()[:16]) == (3, "082cf093a5b723d3")


@pytest.mark.req("SCN-ROW-002")
@pytest.mark.parametrize("signatures", [False, True])
def test_row_agrees_with_the_inspection_of_every_native_vector(signatures: bool) -> None:
    for name in native_cases():
        assert_agrees(native_ciphertext(name), signatures=signatures)


def assert_agrees(data: bytes, *, signatures: bool) -> None:
    """Each column that a row and an inspection both have."""
    row, tree = facts(data, values=True, signatures=signatures), inspect(data)
    shown = tree.to_json(fields=False)
    verified = {Code.PUBLIC_KEY_MALFORMED, Code.SIGNATURE_MALFORMED, Code.SIGNATURE_INVALID}
    codes = [problem.code for problem in tree.problems if signatures or problem.code not in verified]
    assert list(row.problems) == list(dict.fromkeys(code.value for code in codes))
    assert row.signature == (shown["signature"]["state"] if signatures else None)
    assert (row.size, row.version) == (shown["length"], shown["version"])
    assert row.suite == (shown["suite"] and shown["suite"]["id"])
    assert row.committing == (shown["suite"] and shown["suite"]["commitment"])
    if row.context is not None:
        pairs = [(pair["key"].get("text"), (pair["value"] or {}).get("text")) for pair in shown["encryption_context"] or ()]
        assert [tuple(pair) for pair in row.context] == pairs
        assert row.context_keys == tuple(key for key, _ in pairs)
    if row.data_keys is not None:
        wanted = [(key["kind"], key["postquantum"], key["branch_key_version"]) for key in shown["encrypted_data_keys"]]
        assert [(key.kind, key.post_quantum, key.branch_key_version) for key in row.data_keys] == wanted
        arns = [key["arn"] and (key["arn"]["region"], key["arn"]["account"]) for key in shown["encrypted_data_keys"]]
        assert [key.region and (key.region, key.account) for key in row.data_keys] == arns
    body = shown["body"]
    assert row.plaintext_length == (body and body["plaintext_length"])
    assert row.frames == (tree.body.frames if tree.body is not None and tree.body.complete else None)
    if row.header_length is not None:
        assert row.header_length == shown["sizes"]["header"] + shown["sizes"]["header_authentication"]
        assert body is None or (row.framed, row.frame_length) == (body["type"] == "framed", body["frame_length"])


@pytest.mark.req("SCN-ROW-001", "SCN-ROW-002")
@given(st.binary(max_size=400))
def test_any_bytes_give_a_row(data: bytes) -> None:
    assert_agrees(data, signatures=False)


@pytest.mark.req("SCN-ROW-001", "SCN-ROW-002")
@settings(max_examples=100)
@given(st.data(), messages(valid=False).map(build))
def test_changed_bytes_give_a_row(source: st.DataObject, data: bytes) -> None:
    changed = bytearray(data)
    for _ in range(source.draw(st.integers(0, 3))):
        changed[source.draw(st.integers(0, len(data) - 1))] = source.draw(st.integers(0, 255))
    assert_agrees(bytes(changed), signatures=False)
    row = facts(bytes(changed[: source.draw(st.integers(0, len(data)))]), len(data) + source.draw(st.integers(0, 3)))
    assert set(row.problems) <= set(error_codes())
    json.dumps(row.to_json())


@pytest.mark.req("SCN-ROW-002")
@pytest.mark.parametrize("data", [FEW, BLOCK], ids=["frames", "block"])
def test_message_cut_at_each_offset_agrees_with_its_inspection(data: bytes) -> None:
    for length in range(len(data)):
        assert_agrees(data[:length], signatures=False)


@pytest.mark.req("SCN-ROW-003", kind="negative")
@pytest.mark.parametrize("data", [MANY, FEW, BLOCK], ids=["signed", "unsigned", "block"])
def test_beginning_says_nothing_that_the_whole_does_not(data: bytes) -> None:
    assert_true_of_beginnings(data, range(len(data)))


@pytest.mark.req("SCN-ROW-003", "SCN-ROW-004", kind="negative")
@settings(max_examples=100)
@given(st.data(), messages())
def test_beginning_of_any_message_says_nothing_that_the_whole_does_not(source: st.DataObject, message: Message) -> None:
    scheme = message.header.suite.signature
    if scheme is not None:  # a signature that a reader can accept
        message = replace(message, signature=bytes(source.draw(st.integers(*signature_lengths(scheme)))))
    data = build(message)
    assert_true_of_beginnings(data, source.draw(st.lists(st.integers(0, len(data) - 1), min_size=3, max_size=3)))


def assert_true_of_beginnings(data: bytes, lengths: range | list[int]) -> None:
    whole = facts(data, values=True)
    for length in lengths:
        row = facts(data[:length], len(data), values=True)
        known = {name: value for name, value in row._asdict().items() if value is not None and name not in ("read", "problems")}
        assert known == {name: getattr(whole, name) for name in known}
        assert set(row.problems) <= set(whole.problems)
        assert row.read == ("part" if bytes_needed(data[:length]) else "header")
        assert (row.header_length is None) == (row.read == "part")


@pytest.mark.req("SCN-ROW-004")
@pytest.mark.parametrize("suite", [0x0178, 0x0478])
def test_unsigned_header_and_size_tell_frames_and_plaintext(suite: int) -> None:
    for name in native_accepted():
        data = native_ciphertext(name)
        whole = facts(data)
        if whole.signed or whole.header_length is None:
            continue
        row = facts(data[: whole.header_length], len(data))
        assert (row.frames, row.plaintext_length) == (whole.frames, whole.plaintext_length)


@pytest.mark.req("SCN-ROW-004", kind="negative")
def test_size_that_no_message_has_tells_nothing() -> None:
    header = build_header(sample_header(SUITES[0x0478], frame_length=100))
    regular, final = frame_overheads(0x0478)
    sizes = {count * (100 + regular) + final + rest: (count + 1, count * 100 + rest) for count in range(4) for rest in range(101)}
    for size in range(1, max(sizes)):
        row = facts(header, len(header) + size)
        assert (row.frames, row.plaintext_length) == sizes.get(size, (None, None))


@pytest.mark.req("SCN-ROW-004", kind="negative")
def test_length_of_a_signature_varies_so_plaintext_is_not_told() -> None:
    whole = facts(MANY)
    assert whole.header_length is not None
    row = facts(MANY[: whole.header_length], len(MANY))
    assert row.plaintext_length is None
    assert row.frames in (None, whole.frames)
    assert facts(BLOCK[:-1], len(BLOCK)).plaintext_length == facts(BLOCK).plaintext_length  # it is stored before the block


@pytest.mark.req("SCN-ROW-003", kind="negative")
def test_trailing_bytes_show_in_a_beginning_that_holds_the_message() -> None:
    assert facts(FEW + b"more").problems == ("trailing-data",)
    assert facts(FEW, len(FEW) + 4).problems == ()  # only the header is looked at


@pytest.mark.req("SCN-ROW-001", kind="negative")
def test_more_data_keys_than_a_row_keeps_are_a_problem() -> None:
    most = LIMITS["scan_data_keys"]
    for number, listed in ((most, True), (most + 1, False)):
        row = facts(header_of(*[EncryptedDataKey(b"a", b"b", b"")] * number), 1 << 20)
        assert (row.data_keys is not None, row.sole_key, row.post_quantum is None) == (listed, True if listed else None, not listed)
        assert row.problems == (() if listed else ("edk-limit-exceeded",))


@pytest.mark.req("SCN-ROW-001", kind="negative")
def test_header_of_very_many_data_keys_takes_little_memory() -> None:
    data = header_of(*[EncryptedDataKey(b"a", b"b", b"")] * 65_535)
    tracemalloc.start()
    row = facts(data, len(data) + 1000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert row.problems == ("edk-limit-exceeded",)
    assert peak < 65_535 * 256


@pytest.mark.req("SCN-ROW-006", kind="negative")
def test_values_come_only_when_asked() -> None:
    header = build_header(sample_header(SUITES[0x0478], pairs=((b"tenant", b"secret"), (b"\xff", b"x"))))
    row = facts(header, 1000)
    assert "secret" not in repr(row)
    assert (row.context_keys, row.context) == (("tenant", None), None)
    assert facts(header, 1000, values=True).context == (Pair("tenant", "secret"), Pair(None, "x"))


@pytest.mark.req("SCN-ROW-005")
def test_names_of_kms_keys_as_they_are_written() -> None:
    arn, alias = ARN.format("eu-west-1", PLAIN), "arn:aws:kms:eu-west-1:111122223333:alias/orders"
    keys = keys_of(kms(arn), kms(alias), kms("alias/orders"), kms(PLAIN))
    assert [key.key for key in keys] == [arn, alias, "aws-kms/alias/orders", f"aws-kms/{PLAIN}"]
    assert [key.name for key in keys] == [arn, alias, "alias/orders", PLAIN]
    assert [(key.region, key.account, key.resource_type) for key in keys[:2]] == [
        ("eu-west-1", "111122223333", kind) for kind in ("key", "alias")
    ]
    assert keys[2].region is keys[3].account is None
    assert [key.multi_region for key in keys] == [False, None, None, None]


@pytest.mark.req("SCN-ROW-005")
def test_replicas_of_a_multi_region_key_are_two_keys() -> None:
    first, second = keys_of(kms(ARN.format("eu-west-1", REPLICA)), kms(ARN.format("us-east-1", REPLICA)))
    assert (first.multi_region, second.multi_region) == (True, True)
    assert first.key != second.key


@pytest.mark.req("SCN-ROW-005")
def test_raw_keys_are_namespace_and_name_without_tag_and_iv() -> None:
    aes = [EncryptedDataKey(b"spaces", build_raw_aes_info(b"key", 128, 12, bytes([iv]) * 12), bytes(48)) for iv in (1, 2)]
    rsa = EncryptedDataKey(b"spaces", b"pair", bytes(256))
    like_rsa = EncryptedDataKey(b"spaces", b"pair", bytes(100))
    first, second, third, fourth = keys_of(*aes, rsa, like_rsa)
    assert first == second
    assert (first.key, first.kind, first.certainty, first.provider, first.name) == ("spaces/key", "raw-aes", "likely", "spaces", "key")
    assert (third.key, third.kind, third.certainty) == ("spaces/pair", "raw-rsa", "likely")
    assert (fourth.key, fourth.kind, fourth.certainty, fourth.post_quantum) == ("spaces/pair", "other", "possible", "unknown")


@pytest.mark.req("SCN-ROW-005", kind="negative")
@given(st.lists(st.tuples(st.binary(min_size=1, max_size=4), st.binary(max_size=4)), min_size=2, max_size=2, unique=True))
@example([(b"a/b", b"c"), (b"a", b"b/c")])
@example([(b"a", b"\xff"), (b"a?hex=ff", b"")])
@example([(b"\xff", b"a"), (b"%FF", b"a")])
@example([(b"arn:aws:kms:eu-west-1:111122223333:key", b"1"), (b"aws-kms", b"arn:aws:kms:eu-west-1:111122223333:key/1")])
def test_no_two_wrapping_keys_have_the_same_label(names: list[tuple[bytes, bytes]]) -> None:
    first, second = keys_of(*(EncryptedDataKey(provider, name, b"") for provider, name in names))
    assert first.key != second.key


@pytest.mark.req("SCN-ROW-005")
def test_every_kind_of_the_table_has_its_row() -> None:
    found = {key.kind: key for name in native_cases() for key in facts(native_ciphertext(name)).data_keys or ()}
    assert set(found) >= set(providers()) - {"kms-newer", "other", "kms-ml-kem"}
    ecdh, branch = found["raw-ecdh"], found["hierarchy"]
    assert (ecdh.recipient is not None and len(ecdh.recipient), ecdh.name) == (64, None)
    assert ecdh.key == f"raw-ecdh?sha256={ecdh.recipient}"
    assert branch.branch_key_version is not None and branch.key == f"aws-kms-hierarchy/{branch.name}"


def test_post_quantum_is_that_of_the_weakest_data_key() -> None:
    aes = EncryptedDataKey(b"n", build_raw_aes_info(b"key", 128, 12, bytes(12)), bytes(48))
    rsa, other = EncryptedDataKey(b"n", b"pair", bytes(256)), EncryptedDataKey(b"n", b"own", b"")
    for keys, answer in (((aes,), "yes"), ((aes, other), "unknown"), ((aes, other, rsa), "no")):
        assert facts(header_of(*keys), 1000).post_quantum == answer


def test_sole_key_of_one_wrapping_key_that_wrapped_twice() -> None:
    twice = EncryptedDataKey(b"n", b"own", b"1"), EncryptedDataKey(b"n", b"own", b"2")
    for keys, sole in ((twice[:1], True), (twice, True), ((*twice, kms("alias/a")), False), ((), None)):
        assert facts(header_of(*keys), 1000).sole_key is sole


@pytest.mark.req("SCN-ROW-003")
def test_bytes_needed_lead_to_the_header() -> None:
    whole = facts(MANY)
    at, steps = 0, 0
    while bytes_needed(MANY[:at]):
        at, steps = bytes_needed(MANY[:at]), steps + 1
        assert steps < 100
    assert at == whole.header_length
    assert bytes_needed(b"not a message") == 0


def test_row_of_something_unread() -> None:
    assert unread("encoding-invalid").problems == ("encoding-invalid",)
    assert set(unread("encoding-invalid")[:-1]) == {None}

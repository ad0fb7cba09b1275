"""Who reads a message: by version and keyrings, and by each row of the table, with a message that shows it and one that does not."""

from __future__ import annotations

import re

import pytest

from esdkit.errors import Code
from esdkit.inspector import Tree, inspect
from esdkit.inspector.facts.readers import Reader, accepted_of, limits_of, readers_of, who_reads
from esdkit.inspector.views.describe import describe_readers
from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.message.locale_order import orders_differ
from esdkit.spec import SUITES, AcceptedFault, ReaderLimit, known_bugs, readers
from tests.each import each
from tests.samples import build_raw_aes_info, native_cases, native_ciphertext, sample_header
from tests.unit.inspector.gallery import KEYS

PAIRS = ((b"a", b"1"), (b"b", b"2"))


def tree(
    *keys: EncryptedDataKey,
    pairs: tuple[tuple[bytes, bytes], ...] = PAIRS,
    suite: int = 0x0478,
    frame_length: int = 128,
    content: bytes = b"ab",
) -> Tree:
    """An unsigned message."""
    header = sample_header(SUITES[suite], pairs=pairs, keys=keys or (KEYS["kms"],), frame_length=frame_length)
    return inspect(build(Message(header, (Frame(1, bytes(11) + b"\x01", content, bytes(16), True),), None)))


def frames(number: int) -> Tree:
    """A message of that many frames."""
    header = sample_header(SUITES[0x0478], pairs=PAIRS, keys=(KEYS["kms"],), frame_length=1)
    body = tuple(Frame(index, bytes(12), b"a", bytes(16), index == number) for index in range(1, number + 1))
    return inspect(build(Message(header, body, None)))


def answers(message: Tree) -> dict[str, Reader]:
    return {reader.sdk: reader for reader in readers_of(message)}


def by(message: Tree, reads: str) -> set[str]:
    return {reader.sdk for reader in readers_of(message) if reader.reads == reads}


MEASURED = {"python-4": "Python", "javascript-5": "JavaScript", "java-3": "Java", "go": "Go", "rust": "Rust"}
"""SDKs by the ids that the native manifest has for their releases."""
UNSEEN = {
    ("mpl-0178-aes-256-required-all-void-f0-p100", "java-3"): "the empty value is not stored in the message",
    ("python-0178-aes-256-empty-f2147483520-p5", "java-3"): "it ran out of memory, of which the answer has a note",
    ("edge-0178-frame-length-2147483647", "java-3"): "it ran out of memory, of which the answer has a note",
    **{
        (name, "java-3"): "the length or count is a lie, so the data keys cannot be read"
        for name in native_cases()
        if re.fullmatch(r"(lie|layout|parse)-.*context-(length|count)-.*", name)
    },
    **{
        (f"pitfall-provider-id-{name}", "java-3"): "it is the provider id of the only data key, which no key then fits"
        for name in ("characters", "koi8")
    },
    **{(name, "python-4"): "not in each run" for bug in known_bugs().values() if bug.sometimes for name in bug.vectors},
}
"""Where an SDK did something else than the answer says, and why."""
ALL = set(readers().first_releases[2])


# ---------------------------------------------------------------- version and keyrings
@pytest.mark.req("CLI-INS-002", "CLI-DOC-012")
def test_who_reads_follows_version_and_the_keys_that_not_every_sdk_has() -> None:
    assert who_reads(readers_of(tree(suite=0x0178))) == readers().first_releases[1]
    assert who_reads(readers_of(tree())) == readers().first_releases[2]
    only_ecdh = who_reads(readers_of(tree(KEYS["raw-ecdh"])))
    assert "C" not in only_ecdh
    assert (only_ecdh["Python"], only_ecdh["Java"]) == ("4.0", "3.0")
    of_branch_key = who_reads(readers_of(tree(KEYS["hierarchy"])))
    assert (of_branch_key["JavaScript"], "JavaScript" in only_ecdh, "C" in of_branch_key) == ("4.1", False, False)
    assert who_reads(readers_of(tree(KEYS["raw-ecdh"], KEYS["kms"]))) == readers().first_releases[2]
    assert who_reads(readers_of(inspect(b"none"))) == {}
    assert readers_of(inspect(b"none")) == ()


@pytest.mark.req("CLI-INS-009", "CLI-INS-011")
def test_ml_kem_is_read_by_no_released_sdk_and_a_newer_or_custom_keyring_by_nobody_knows_whom() -> None:
    assert by(tree(KEYS["kms-ml-kem"]), "no") == ALL
    assert by(tree(KEYS["kms-newer"]), "unknown") == ALL
    assert by(tree(KEYS["other"]), "unknown") == ALL
    assert by(tree(KEYS["kms-ml-kem"], KEYS["kms"]), "yes") == by(tree(KEYS["other"], KEYS["kms"]), "yes") == ALL
    assert next(iter(describe_readers(tree(KEYS["kms-ml-kem"])))) == "no released SDK"
    mixed = tree(KEYS["kms-newer"], KEYS["hierarchy"])
    assert (answers(mixed)["C"].reads, answers(mixed)["Go"].reads) == ("unknown", "yes")


# ---------------------------------------------------------------- limits
AES = EncryptedDataKey(b"n", build_raw_aes_info(b"k", 128, 12, bytes(12)), bytes(48))
BINARY_NAME = EncryptedDataKey(b"n", build_raw_aes_info(b"\xff", 128, 12, bytes(12)), bytes(48))
LONG = ((b"a", bytes(32_767 - 7)), (b"b", b"1"))
LIMITS: dict[str, tuple[Tree, Tree]] = {
    "context-empty-text": (tree(pairs=((b"a", b""),)), tree()),
    "context-long": (tree(pairs=LONG), tree(pairs=LONG[:1])),
    "frame-length-signed": (tree(frame_length=1 << 31), tree(frame_length=(1 << 31) - 1)),
    "frame-length-memory": (tree(frame_length=1 << 26), tree(frame_length=(1 << 26) - 1)),
    "frames-many": (frames(40_001), frames(40_000)),
    "final-frame-full": (tree(frame_length=2), tree(frame_length=3)),
    "data-key-empty-part": (tree(KEYS["kms"], EncryptedDataKey(b"p", b"", b"c")), tree(EncryptedDataKey(b"p", b"i", b"c"))),
    "raw-aes-twice": (tree(AES, AES), tree(AES, KEYS["raw-aes"])),
    "context-order": (tree(AES, pairs=((b"B", b"1"), (b"a", b"1"))), tree(AES)),
    "raw-rsa-padding": (tree(KEYS["raw-rsa"]), tree(KEYS["raw-rsa"], KEYS["kms"])),
    "raw-aes": (tree(AES), tree(AES, KEYS["kms"])),
    "raw-name-not-utf8": (tree(BINARY_NAME), tree(BINARY_NAME, AES)),
    "keyring-only": (tree(KEYS["hierarchy"]), tree(KEYS["hierarchy"], KEYS["kms"])),
    "branch-key": (tree(KEYS["hierarchy"]), tree(KEYS["kms-rsa"])),
}


def said(message: Tree, sdk: str) -> str:
    reader = answers(message)[sdk]
    return " ".join([*reader.because, *reader.notes])


@pytest.mark.req("CLI-INS-011")
@each("limit", readers().limits, ids=lambda row: row.id)
def test_limit_shows_where_it_is_met_and_not_elsewhere(limit: ReaderLimit) -> None:
    met, not_met = LIMITS[limit.id]
    for sdk in limit.refused_by:
        assert (answers(met)[sdk].reads, limit.when in said(met, sdk)) == ("no", True)
        assert limit.when not in said(not_met, sdk)
    for sdk, release in limit.read_since.items():
        assert (answers(met)[sdk].release, limit.when in said(met, sdk)) == (release, True)
        assert limit.when not in said(not_met, sdk)
    for sdk, note in limit.notes.items():
        assert note in answers(met)[sdk].notes
        assert note not in answers(not_met)[sdk].notes


@pytest.mark.req("CLI-INS-011")
def test_order_of_the_context_matters_only_where_a_data_key_is_bound_to_it() -> None:
    pairs = ((b"B", b"1"), (b"a", b"1"))
    assert answers(tree(KEYS["kms"], pairs=pairs))["JavaScript"].notes == ()
    assert answers(tree(AES, KEYS["kms"], pairs=pairs))["JavaScript"].notes == ()
    assert "utf8Sorting" in said(tree(KEYS["hierarchy"], pairs=pairs), "JavaScript")


@pytest.mark.req("CLI-INS-011")
@pytest.mark.parametrize(
    ("keys", "differ"),
    [
        (("a", "b", "c-1", "c-2"), False),
        (("A", "B"), False),
        (("a",), False),
        ((), False),
        (("B", "a"), True),
        (("a_b", "aB"), True),
        (("_", "1"), True),
        (("z", "ä"), True),
        (("\U00010348", "\uff5e"), False),
    ],
)
def test_orders_by_bytes_and_by_locale(keys: tuple[str, ...], differ: bool) -> None:
    assert orders_differ(keys) is orders_differ(keys[::-1]) is differ


@pytest.mark.req("CLI-INS-011", kind="negative")
def test_bug_of_streams_alone_is_no_answer_about_a_message() -> None:
    streams = {bug.id for bug in known_bugs().values() if bug.operation == "stream"}
    assert streams
    assert streams.isdisjoint([row.id for row in readers().accepted] + [row.id for row in readers().limits])
    trailing = inspect(native_ciphertext("parse-trailing-byte-v2"))
    assert answers(trailing)["Java"].reads == "no"


# ---------------------------------------------------------------- invalid messages
@pytest.mark.req("CLI-INS-011")
@each("accepted", readers().accepted, ids=lambda row: row.id)
def test_invalid_message_is_read_by_those_that_the_table_names(accepted: AcceptedFault) -> None:
    for name in accepted.vectors:
        message = inspect(native_ciphertext(name))
        assert {problem.code.value for problem in message.problems} == {accepted.code}
        found = answers(message)
        rows = accepted_of(message, Code(accepted.code))
        assert accepted in rows
        assert by(message, "yes") == {sdk for row in rows for sdk in (*row.accepted_by, *row.only_with)}
        limited = {sdk for limit in limits_of(message) for sdk in limit.refused_by}
        a_key_decides = {sdk for sdk, codes in readers().overlooked.items() if accepted.code in codes}
        unmeasured = ALL - readers().measured.keys()
        assert by(message, "unknown") == (unmeasured | a_key_decides) - set(accepted.accepted_by) - limited
        assert all(api in " ".join(found[sdk].notes) for sdk, api in accepted.only_with.items())


@pytest.mark.req("CLI-INS-011", kind="negative")
@each("name", [name for name, case in native_cases().items() if case["expect"].get("stage") in ("parse", "signature")])
def test_no_answer_contradicts_what_the_sdks_did_with_an_invalid_message(name: str) -> None:
    found = answers(inspect(native_ciphertext(name)))
    for reader, outcome in native_cases()[name]["verified-by"].items():
        if found and reader in MEASURED and (name, reader) not in UNSEEN:
            answer = found[MEASURED[reader]]
            only_with = any(note.startswith("only with ") for note in answer.notes)
            right = {"yes" if outcome == "accept" or only_with else "no"}
            if native_cases()[name]["expect"]["code"] in readers().overlooked[MEASURED[reader]]:
                right.add("unknown")  # a key decides
            assert answer.reads in right, reader


@pytest.mark.req("CLI-INS-011", kind="negative")
@each("name", [name for name, case in native_cases().items() if case["expect"]["outcome"] == "accept"])
def test_no_answer_contradicts_what_the_sdks_did_with_a_valid_message(name: str) -> None:
    found = answers(inspect(native_ciphertext(name)))
    for reader, outcome in native_cases()[name]["verified-by"].items():
        if reader in MEASURED and (name, reader) not in UNSEEN:
            assert found[MEASURED[reader]].reads == ("yes" if outcome == "accept" else "no"), reader


@pytest.mark.req("CLI-INS-011", kind="negative")
def test_cut_message_is_read_by_nobody() -> None:
    data = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
    for end in (len(data) - 1, 400):
        assert by(inspect(data[:end]), "no") == ALL


@pytest.mark.req("CLI-INS-002")
def test_words_group_the_sdks_by_their_reason() -> None:
    lines = list(describe_readers(LIMITS["frame-length-signed"][0]))
    assert lines[0].startswith("C 1.7, JavaScript 1.7, .NET 3.0")
    assert lines[1] == "not: Java, Python, CLI (the frame length is 2 GiB or more)"


def test_every_limit_has_a_sample_and_every_vector_exists() -> None:
    assert LIMITS.keys() == {row.id for row in readers().limits}
    named = {name for limit in readers().limits for name in limit.vectors}
    named |= {name for accepted in readers().accepted for name in accepted.vectors}
    assert named <= native_cases().keys()

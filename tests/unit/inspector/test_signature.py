"""The keyless check of the signature: what it says for each way in which key or signature can be wrong."""

from dataclasses import replace

import pytest

from esdkit.crypto.signing import use_verifier
from esdkit.errors import Code
from esdkit.inspector import Tree, inspect
from esdkit.inspector.facts.readers import readers_of
from esdkit.inspector.facts.source import MemorySource
from esdkit.message import Message, build, parse
from esdkit.spec import CONSTANTS
from tests.samples import native_accepted, native_ciphertext

NAMES = {suite: next(name for name in native_accepted() if f"-{suite}-" in name) for suite in ("0214", "0346", "0378", "0578", "0478")}
PUBLIC_KEY = CONSTANTS.public_key_name.encode("ascii")


def message(suite: str) -> Message:
    return parse(native_ciphertext(NAMES[suite]))


def with_context(message: Message, pairs: dict[bytes, bytes]) -> Message:
    return replace(message, header=replace(message.header, context_pairs=tuple(sorted(pairs.items())) or None))


def state(tree: Tree) -> tuple[str, Code | None]:
    problem = tree.signature.problem
    assert problem is None or problem in tree.problems
    return tree.signature.state, None if problem is None else problem.code


@pytest.mark.req("SIG-VER-001", "SIG-VER-004", "SIG-VER-007")
@pytest.mark.parametrize("suite", ["0214", "0346", "0378", "0578"])
def test_check_of_a_signed_message_verifies_without_a_key(suite: str) -> None:
    tree = inspect(native_ciphertext(NAMES[suite]))
    assert state(tree) == ("verified", None)
    assert tree.suite and tree.signature.scheme == tree.suite.signature


@pytest.mark.req("SIG-VER-006", kind="negative")
@pytest.mark.parametrize("suite", ["0214", "0578"])
def test_check_of_a_changed_message_is_invalid(suite: str) -> None:
    data = bytearray(native_ciphertext(NAMES[suite]))
    body = inspect(bytes(data)).body
    assert body is not None
    data[body.start - 1] ^= 1  # the header tag
    tree = inspect(bytes(data))
    assert state(tree) == ("invalid", Code.SIGNATURE_INVALID)
    assert tree.signature.problem and tree.signature.problem.path == "footer.signature"
    assert tree.signature.problem.offset == len(data) - len(parse(bytes(data)).signature or b"")


@pytest.mark.req("SIG-VER-002", "SIG-VER-003", kind="negative")
@pytest.mark.parametrize("signature", [b"", b"\x30\x00", b"\x00" * 103], ids=["empty", "no-numbers", "zeros"])
def test_check_of_no_signature_at_all_is_malformed(signature: bytes) -> None:
    data = build(replace(message("0578"), signature=signature))
    tree = inspect(data)
    assert state(tree) == ("malformed", Code.SIGNATURE_MALFORMED)
    assert tree.signature.problem and tree.signature.problem.offset == len(data) - len(signature)


@pytest.mark.req("SIG-KEY-001", kind="negative")
@pytest.mark.parametrize("value", [b"", b"\xff", b"AAAA", b"not base64"], ids=["empty", "not-utf8", "short", "not-base64"])
def test_check_of_a_bad_public_key_is_malformed_and_names_its_place(value: bytes) -> None:
    data = build(with_context(message("0578"), {b"a": b"b", PUBLIC_KEY: value}))
    tree = inspect(data)
    assert state(tree) == ("malformed", Code.PUBLIC_KEY_MALFORMED)
    problem = tree.signature.problem
    assert problem is not None and problem.offset is not None
    assert problem.path == "header.encryption_context[1].value"
    assert data[problem.offset :].startswith(value)


@pytest.mark.req("CMM-DEF-003", kind="negative")
def test_check_without_a_public_key_is_not_made() -> None:
    tree = inspect(build(with_context(message("0578"), {b"a": b"b"})))
    assert state(tree) == ("not-checked", Code.PUBLIC_KEY_MISSING)
    problem, section = tree.signature.problem, next(field for field in tree.fields() if field.id == "header.encryption_context.length")
    assert problem and (problem.path, problem.offset) == ("header.encryption_context", section.start)


@pytest.mark.req("CMM-DEF-004", kind="negative")
def test_check_of_a_half_signed_message_blames_the_key() -> None:
    data = build(with_context(message("0478"), {PUBLIC_KEY: b"x"}))
    start = data.index(PUBLIC_KEY)
    for cut in (len(data), start + len(PUBLIC_KEY) + 2):  # whole, and inside the value
        tree = inspect(data[:cut])
        assert state(tree) == ("unsigned", Code.PUBLIC_KEY_UNEXPECTED)
        problem = tree.signature.problem
        assert problem and (problem.path, problem.offset) == ("header.encryption_context[0].key", start)
        assert tree.problems[0] is problem  # before what shows further on


@pytest.mark.parametrize(
    ("cut", "problem"),
    [(2, None), (60, None), (-1, None)],
    ids=["before-the-suite", "inside-the-context", "inside-the-signature"],
)
def test_check_of_a_cut_message_is_not_made(cut: int, problem: Code | None) -> None:
    assert state(inspect(native_ciphertext(NAMES["0578"])[:cut])) == ("not-checked", problem)


def test_check_of_an_unknown_suite_is_not_made() -> None:
    assert state(inspect(b"\x02\x06\x78" + bytes(80))) == ("not-checked", None)


@pytest.mark.parametrize("suite", ["0214", "0578"])
def test_check_that_was_not_asked_for_is_not_made(suite: str) -> None:
    data = bytearray(native_ciphertext(NAMES[suite]))
    data[-1] ^= 1
    tree = Tree.of_source(MemorySource(bytes(data)), verify=False)
    assert (state(tree), tree.problems) == (("not-checked", None), ())
    missing = Tree.of_source(MemorySource(build(with_context(message(suite), {b"a": b"b"}))), verify=False)
    assert state(missing) == ("not-checked", Code.PUBLIC_KEY_MISSING)


# ---------------------------------------------------------------- verifiers
@pytest.mark.req("CLI-INS-012")
@pytest.mark.parametrize(("answer", "expected"), [(True, ("verified", None)), (False, ("invalid", Code.SIGNATURE_INVALID))])
def test_check_takes_the_answer_of_the_verifier_in_use(answer: bool, expected: tuple[str, Code | None]) -> None:
    with use_verifier(lambda request: answer):
        tree = inspect(native_ciphertext(NAMES["0578"]))
    assert state(tree) == expected
    assert (tree.signature.request, tree.signature.signed_length) == (None, None)


@pytest.mark.req("CLI-INS-012", kind="negative")
def test_check_that_nobody_can_make_says_so_and_holds_the_question() -> None:
    data = native_ciphertext(NAMES["0578"])
    with use_verifier(lambda request: None):
        tree = inspect(data)
    signature = tree.signature
    assert (signature.state, signature.means) == ("not-checked", "not checked here: the verifier in use has no answer")
    assert signature.request and signature.request.scheme == signature.scheme
    assert signature.signed_length == len(data) - 2 - len(parse(data).signature or b"")
    assert "problems        none that show without a key, but the signature was not checked" in tree.to_text()
    assert {reader.reads for reader in readers_of(tree)} == {"yes"}
    assert {reader.notes[-1] for reader in readers_of(tree)} == {"if the signature verifies, which was not checked here"}


@pytest.mark.req("CLI-INS-012")
@pytest.mark.parametrize("end", [None, -1], ids=["malformed", "cut"])
def test_check_of_what_is_malformed_or_cut_asks_nobody(end: int | None) -> None:
    data = build(replace(message("0578"), signature=b"\x30\x00"))[:end]
    with use_verifier(lambda request: pytest.fail("asked")):
        found = state(inspect(data))
    assert found == state(inspect(data))

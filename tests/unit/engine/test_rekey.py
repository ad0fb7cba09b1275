"""A message encrypted again in one go: its plaintext, its context, its suite."""

import io

import pytest

import esdkit
from esdkit.cmm import DefaultCmm, RequiredEncryptionContextCmm
from esdkit.engine.rekey import new_context, rekeyed
from esdkit.errors import AuthenticationError
from esdkit.keyrings import RawAesKeyring
from esdkit.message import parse_header

OLD, NEW = RawAesKeyring("space", "old", bytes(32)), RawAesKeyring("space", "new", bytes(range(32)))
PLAINTEXT = bytes(range(256)) * 20
CONTEXT = {"a": "1", "b": "2"}


def message(unstored: frozenset[str] = frozenset()) -> bytes:
    cmm = RequiredEncryptionContextCmm(unstored, OLD) if unstored else DefaultCmm(OLD)
    return esdkit.encrypt(source=PLAINTEXT, cmm=cmm, encryption_context=CONTEXT, frame_length=100)[0]


def rekey(data: bytes, given: dict[str, str] | None = None, **options: object) -> bytes:
    made = {"cmm": DefaultCmm(OLD), "new_cmm": DefaultCmm(NEW), "encryption_context": given or {}, **options}
    with rekeyed(esdkit.Client(), source=io.BytesIO(data), **made) as stream:  # type: ignore[arg-type]
        return stream.read()


def test_new_message_has_the_old_plaintext_and_context_and_a_new_data_key() -> None:
    old, new = message(), rekey(message(), frame_length=64)
    plaintext, header = esdkit.decrypt(source=new, keyring=NEW)
    before = parse_header(old)[0]
    assert (plaintext, header.frame_length) == (PLAINTEXT, 64)
    assert {key: header.encryption_context[key] for key in CONTEXT} == CONTEXT
    assert (header.message_id, header.suite_data) != (before.message_id, before.suite_data)
    assert parse_header(rekey(old, algorithm="0478"))[0].suite.hex_id == "0478"


def test_pair_that_the_old_message_does_not_store_is_not_stored_by_the_new_one() -> None:
    new = rekey(message(frozenset("a")), {"a": "1"})
    assert "a" not in parse_header(new)[0].encryption_context
    assert esdkit.decrypt(source=new, keyring=NEW, encryption_context={"a": "1"})[0] == PLAINTEXT


def test_old_message_that_is_changed_gives_no_whole_new_one() -> None:
    data = bytearray(message())
    data[-1] ^= 1
    with pytest.raises(AuthenticationError):
        rekey(bytes(data))


@pytest.mark.parametrize(
    ("given", "added", "removed", "context", "unstored"),
    [
        ({}, {}, (), {"a": "1", "b": "2"}, set()),
        ({"c": "3"}, {}, (), {"a": "1", "b": "2", "c": "3"}, {"c"}),
        ({"c": "3"}, {"c": "4"}, (), {"a": "1", "b": "2", "c": "4"}, set()),
        ({"c": "3"}, {}, ("c",), {"a": "1", "b": "2"}, set()),
        ({"a": "1"}, {}, ("a",), {"b": "2"}, set()),
        ({}, {"a": "9"}, ("a", "b"), {"a": "9"}, set()),
    ],
    ids=["nothing", "given", "added-instead", "given-and-removed", "removed", "removed-and-added"],
)
def test_context_of_the_new_message(
    given: dict[str, str], added: dict[str, str], removed: tuple[str, ...], context: dict[str, str], unstored: set[str]
) -> None:
    assert new_context(parse_header(message())[0], given, added, removed) == (context, frozenset(unstored))

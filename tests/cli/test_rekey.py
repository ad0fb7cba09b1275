"""``esdkit rekey``: a new message under new keys, and the old one untouched when anything fails."""

from pathlib import Path

import pytest

import esdkit
from esdkit.forge.mutate import flip, spans
from esdkit.keyrings import RawAesKeyring
from esdkit.message.problems import locate
from tests.cli.running import NAMESPACE, Program
from tests.cli.test_encrypt import KEYRING, PLAINTEXT, names

NEW_KEY = bytes(range(32))
NEW = RawAesKeyring("new", "k2", NEW_KEY)


def to_new(program: Program) -> tuple[str, str]:
    return ("--to-aes", f"namespace=new,name=k2,key=@{program.write('k2.key', NEW_KEY.hex().encode())}")


@pytest.fixture
def message(program: Program) -> str:
    made, _ = esdkit.Client().encrypt(source=PLAINTEXT, keyring=KEYRING, encryption_context={"a": "1", "b": "2"}, frame_length=100)
    return program.write("message", made)


@pytest.mark.parametrize("output", ["out", "message"], ids=["beside", "in-place"])
def test_rekey_makes_a_new_message_with_the_old_context(program: Program, message: str, output: str) -> None:
    old = esdkit.parse((program.folder / message).read_bytes()).header
    assert program("rekey", message, "-o", output, *program.aes(), *to_new(program)).code == 0
    data = (program.folder / output).read_bytes()
    plaintext, header = esdkit.decrypt(source=data, keyring=NEW)
    assert plaintext == PLAINTEXT
    assert header.message_id != old.message_id
    assert header.suite_data != old.suite_data  # another data key
    old_context, context = dict(old.encryption_context), dict(header.encryption_context)
    assert old_context.pop("aws-crypto-public-key") != context.pop("aws-crypto-public-key")
    assert context == old_context == {"a": "1", "b": "2"}
    with pytest.raises(esdkit.EsdkError):
        esdkit.decrypt(source=data, keyring=KEYRING)


def test_rekey_changes_the_context_when_told(program: Program, message: str) -> None:
    options = ("--add-context", "c=3", "--add-context", "a=9", "--remove-context", "b")
    ran = program("rekey", message, *program.aes(), *to_new(program), *options, "--algorithm", "0478")
    plaintext, header = esdkit.decrypt(source=ran.stdout, keyring=NEW)
    assert (plaintext, header.encryption_context) == (PLAINTEXT, {"a": "9", "c": "3"})


def test_rekey_does_not_store_what_was_not_stored(program: Program) -> None:
    name = "mpl-0478-aes-256-required-one-f128-p129"
    ran = program("rekey", program.native(name), *program.aes(), *to_new(program), "-c", "purpose=test")
    assert ran.code == 0
    _, header = esdkit.decrypt(source=ran.stdout, keyring=NEW, encryption_context={"purpose": "test"})
    assert "purpose" not in header.encryption_context
    with pytest.raises(esdkit.EsdkError):
        esdkit.decrypt(source=ran.stdout, keyring=NEW)


@pytest.mark.parametrize("at", [-1, -120, 60], ids=["signature", "last-frame", "header"])
@pytest.mark.parametrize("output", ["message", "out", "-"], ids=["in-place", "beside", "stdout"])
def test_rekey_of_a_changed_message_changes_nothing(program: Program, message: str, at: int, output: str) -> None:
    path: Path = program.folder / message
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    options = (*program.aes(), *to_new(program))
    before = names(program.folder)
    ran = program("rekey", message, "-o", output, *options)
    assert ran.code in (1, 3)
    assert ran.stdout == b""
    assert path.read_bytes() == data
    assert names(program.folder) == before


@pytest.mark.parametrize("options", [("--max-encrypted-data-keys", "1"), ("--algorithm", "0178")], ids=["keys", "suite"])
def test_fault_of_the_new_message_is_not_blamed_on_the_old_one(program: Program, options: tuple[str, str]) -> None:
    message, _ = esdkit.Client().encrypt(source=PLAINTEXT, keyring=KEYRING)
    third = ("--to-aes", f"namespace=new,name=k3,key=@{program.write('k3.key', NEW_KEY.hex().encode())}")
    ran = program("rekey", program.write("message", message), *program.aes(), *to_new(program), *third, *options)
    assert ran.code == 1
    assert ran.stderr.startswith("error: writing the new message of message: ")
    assert "offset" not in ran.stderr
    assert "  at            header." in ran.stderr


@pytest.mark.parametrize(("place", "told"), [("header_auth.tag", "header_auth.tag"), ("body.frame[3].iv", "body.frame[3].tag")])
def test_fault_of_the_old_message_is_blamed_on_it_with_its_place(program: Program, message: str, place: str, told: str) -> None:
    data = flip((program.folder / message).read_bytes(), place)
    ran = program("rekey", program.write("message", data), *program.aes(), *to_new(program))
    assert ran.stderr.startswith("error: reading message: ")
    assert f"offset        {spans(data)[told].start:#x}\n" in ran.stderr


def test_key_and_context_of_the_old_message_are_named_with_their_places(program: Program, message: str) -> None:
    data = (program.folder / message).read_bytes()
    for options, path in (((*to_new(program), "-c", "a=2"), "header.encryption_context"), (to_new(program), "header.encrypted_data_keys")):
        key = program.aes() if "-c" in options else ("--aes", "namespace=new,name=k2,key=@k2.key")
        ran = program("rekey", message, *key, *options)
        assert ran.stderr.startswith("error: reading message: ")
        assert f"offset        {locate(data, path):#x}\n" in ran.stderr


@pytest.mark.parametrize("missing", ["old", "new"])
def test_rekey_needs_keys_of_both_kinds(program: Program, message: str, missing: str) -> None:
    keys = to_new(program) if missing == "old" else program.aes()
    assert program("rekey", message, *keys).code == 2


def test_option_for_new_keys_never_repeats_a_key(program: Program, message: str) -> None:
    ran = program("rekey", message, *program.aes(), "--to-aes", f"{NAMESPACE},name=k,key=c2VjcmV0LXNlY3JldC0hIQ==")
    assert ran.code == 2
    assert "--to-aes" in ran.stderr
    assert "c2Vj" not in ran.stderr

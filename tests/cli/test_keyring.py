"""``--keyring`` and ``esdkit keyring check``: a keyring file is read, relative to itself, or refused with its place."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from esdkit.message import parse_header
from tests.cli.running import NAMESPACE, Program
from tests.conftest import Golden
from tests.fake_kms import ACCOUNT, FRANKFURT, IRELAND, FakeKms

AES = "raw_aes: {namespace: esdkit-vectors, name: %s, wrapping_key: {file: %s}}"
TREE = f"""\
multi:
  generator:
    {AES % ("aes-256", "keys/aes-256")}
  children:
    - {AES % ("aes-128", "keys/aes-128")}
"""


@pytest.fixture
def tree(program: Program) -> str:
    """A keyring file in a folder of its own, its keys in one below."""
    (program.folder / "conf" / "keys").mkdir(parents=True)
    for name, length in (("aes-256", 32), ("aes-128", 16)):
        (program.folder / "conf" / "keys" / name).write_bytes(bytes(range(length)))
    return program.write("conf/tree.yaml", TREE.encode())


def test_file_writes_and_opens(program: Program, tree: str) -> None:
    program.write("plain", b"plaintext")
    assert program("encrypt", "plain", "-o", "message", "--keyring", tree).code == 0
    assert program("decrypt", "message", "--keyring", tree).stdout == b"plaintext"
    small = f"{NAMESPACE},name=aes-128,key=@conf/keys/aes-128"
    assert program("decrypt", "message", "--aes", small).stdout == b"plaintext"
    assert program("verify", "message", "--keyring", tree).code == 0
    assert program("rekey", "message", "-o", "message", "--keyring", tree, "--to-keyring", tree).code == 0


def test_file_and_options_make_one_keyring(program: Program, tree: str) -> None:
    program.write("plain", b"plaintext")
    program.write("other", bytes(24))
    other = f"{NAMESPACE},name=other,key=@other"
    assert program("encrypt", "plain", "-o", "message", "--keyring", tree, "--aes", other).code == 0
    assert program("decrypt", "message", "--keyring", tree, "--aes", other).stdout == b"plaintext"
    assert program("decrypt", "message", "--aes", other).stdout == b"plaintext"


def test_cmm_of_a_file_is_obeyed_and_stands_alone(program: Program, tree: str) -> None:
    program.write("plain", b"plaintext")
    required = program.write(
        "conf/required.yaml", f"required_context:\n  keys: [tenant]\n  underlying:\n    {TREE.replace(chr(10), chr(10) + '    ')}".encode()
    )
    assert program("encrypt", "plain", "-o", "message", "--keyring", required).code == 1
    assert program("encrypt", "plain", "-o", "message", "--keyring", required, "-c", "tenant=blue").code == 0
    assert program("decrypt", "message", "--keyring", tree).code != 0
    assert program("decrypt", "message", "--keyring", required, "-c", "tenant=blue").stdout == b"plaintext"
    ran = program("decrypt", "message", "--keyring", required, "--keyring", tree)
    assert (ran.code, "stands alone" in ran.stderr) == (2, True)


def test_check_shows_the_tree(program: Program, tree: str, golden: Golden) -> None:
    ran = program("keyring", "check", tree)
    assert ran.code == 0
    golden("keyring-check.txt", ran.transcript)


def test_schema_is_one_and_fits(program: Program) -> None:
    schema = json.loads(program("keyring", "schema").text)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid({"multi": {"children": []}})


BROKEN = {
    "empty": b"",
    "no-yaml": b"multi: [",
    "tab": b"multi:\n\tgenerator: 1",
    "binary": bytes(range(256)),
    "twice": b"multi: {children: [], children: []}",
    "two-documents": b"a: 1\n---\nb: 2",
    "unknown-tag": b"!!python/object/apply:os.system [ls]",
    "unhashable-key": b"{[1]: 2}",
    "deep": b"[" * 100_000,
    "aliases": b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (98 + i, 98 + i, 97 + i, 97 + i) for i in range(20)),
    "text": b"hello",
    "unknown": b"raw_ase: {}",
    "wrong-length": b"raw_aes: {namespace: n, name: k, wrapping_key: {file: empty}}",
    "bad-date": b"raw_aes: {namespace: 2026-13-45, name: k, wrapping_key: {file: empty}}",
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_is_wrong_usage(program: Program, case: str) -> None:
    program.write("empty", b"")
    program.write("broken.yaml", BROKEN[case])
    ran = program("keyring", "check", "broken.yaml")
    assert (ran.code, ran.stdout) == (2, b"")
    assert ran.stderr.lower().startswith(("error", "usage"))
    assert program("decrypt", "empty", "--keyring", "broken.yaml").code == 2


def test_file_that_is_large_is_not_read(program: Program) -> None:
    program.write("large.yaml", b"# " + b"x" * (2 << 20))
    assert program("keyring", "check", "large.yaml").code == 2


def test_missing_files_and_variables_have_their_codes(program: Program, tree: str) -> None:
    assert program("keyring", "check", "no.yaml").code == 4
    (program.folder / "conf" / "keys" / "aes-128").unlink()
    assert program("keyring", "check", tree).code == 4
    program.write("env.yaml", b"static_data_key: {data_key: {env: ESDKIT_NO_SUCH_VARIABLE}}")
    assert program("keyring", "check", "env.yaml").code == 2
    assert "ESDKIT_NO_SUCH_VARIABLE" not in os.environ


def test_key_bytes_are_never_shown(program: Program, tree: str) -> None:
    secret = bytes(range(32)).hex()
    program.write("secret.yaml", f"raw_aes: {{namespace: n, name: k, wrapping_key: '{secret}'}}".encode())
    for ran in (program("keyring", "check", "secret.yaml"), program("keyring", "check", tree)):
        assert secret not in ran.text + ran.stderr
    assert Path(tree).exists()


def test_caching_uses_a_data_key_for_several_files(program: Program, tree: str) -> None:
    (program.folder / "in").mkdir()
    for number in range(6):
        program.write(f"in/{number}", bytes([number]) * 10)

    def data_keys(*options: str) -> int:
        assert program("encrypt", "-r", "in", "-o", "out", "--keyring", tree, *options).code == 0
        messages = [(program.folder / "out" / f"{number}.encrypted").read_bytes() for number in range(6)]
        return len({parse_header(message)[0].encrypted_data_keys for message in messages})

    assert data_keys() == 6
    assert data_keys("--caching", "max_age=60") == 1
    assert data_keys("--caching", "max_age=60,max_messages=2") == 3
    assert data_keys("--caching", "max_age=60,max_bytes=30,capacity=5") == 2
    assert program("decrypt", "-r", "out", "-o", "back", "--suffix", "", "--keyring", tree, "--caching", "max_age=60").code == 0
    assert (program.folder / "back" / "5.encrypted").read_bytes() == bytes([5]) * 10


WRONG_LIMITS = ["", "max_age", "max_age=x", "max_age=0", "max_messages=5", "max_age=1,max_messages=0", "max_age=1,colour=red"]


@pytest.mark.parametrize("limits", WRONG_LIMITS)
def test_limits_that_are_none_are_wrong_usage(program: Program, tree: str, limits: str) -> None:
    program.write("plain", b"")
    assert program("encrypt", "plain", "-o", "message", "--keyring", tree, "--caching", limits).code == 2
    assert not (program.folder / "message").exists()


def test_kms_keys_of_the_command_line_make_one_keyring(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    kms = FakeKms([IRELAND, FRANKFURT])
    monkeypatch.setattr("esdkit.keyrings.kms.requests.ClientSupplier", lambda: kms)
    program.write("plain", b"plaintext")
    program.write("key", bytes(32))
    aes = "namespace=n,name=m,key=@key"
    assert program("encrypt", "plain", "-o", "message", "--kms", IRELAND, "--aes", aes, "--kms", FRANKFURT).code == 0
    assert kms.operations() == [("GenerateDataKey", "eu-west-1"), ("Encrypt", "eu-central-1")]
    for keys in (
        ["--kms", FRANKFURT],
        ["--kms-discovery"],
        ["--kms-discovery", "--account", ACCOUNT, "--region", "eu-central-1"],
        ["--aes", aes],
    ):
        assert program("decrypt", "message", *keys).stdout == b"plaintext"
    refused = program("decrypt", "message", "--kms-discovery", "--account", "444455556666")
    assert (refused.code, refused.stdout) == (3, b"")
    assert program("decrypt", "message", "--kms", IRELAND, "--account", ACCOUNT).code == 2
    assert program("encrypt", "plain", "--kms", "arn:aws:kms:eu-west-1:1:key").code == 2
    kms.fail = lambda operation, region: "AccessDeniedException"
    denied = program("decrypt", "message", "--kms-discovery")
    assert denied.code == 3
    assert "AccessDeniedException" in denied.stderr
    assert program("encrypt", "plain", "-o", "no", "--kms", IRELAND).code == 3
    assert not (program.folder / "no").exists()
    kms.fail = lambda operation, region: None
    assert program("rekey", "message", "-o", "message", "--aes", aes, "--to-kms", FRANKFURT).code == 0
    assert program("verify", "message", "--kms", FRANKFURT).code == 0

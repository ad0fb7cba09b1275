"""``--keyring`` and ``esdkit keyring check``: a keyring file is read, relative to itself, or refused with its place."""

from __future__ import annotations

import base64
import json
import logging
import os
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jsonschema import Draft202012Validator

import esdkit
from esdkit.keyrings import EncryptedDataKey, EncryptionMaterials, MultiKeyring, RawAesKeyring
from esdkit.message import parse_header
from tests.cli.running import NAMESPACE, Program
from tests.conftest import Golden
from tests.fake_kms import ACCOUNT, FRANKFURT, IRELAND, FakeKms, mrk

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


def test_cmm_of_a_file_is_obeyed_and_not_combined(program: Program, tree: str) -> None:
    program.write("plain", b"plaintext")
    required = program.write(
        "conf/required.yaml", f"required_context:\n  keys: [tenant]\n  underlying:\n    {TREE.replace(chr(10), chr(10) + '    ')}".encode()
    )
    assert program("encrypt", "plain", "-o", "message", "--keyring", required).code == 1
    assert program("encrypt", "plain", "-o", "message", "--keyring", required, "-c", "tenant=blue").code == 0
    assert program("decrypt", "message", "--keyring", tree).code != 0
    assert program("decrypt", "message", "--keyring", required, "-c", "tenant=blue").stdout == b"plaintext"
    ran = program("decrypt", "message", "--keyring", required, "--keyring", tree)
    assert (ran.code, "cannot be combined" in ran.stderr) == (2, True)


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
    "merge-key": b"raw_aes: {<<: {namespace: n}, name: k, wrapping_key: {file: empty}}",
    "list-by-alias": b"multi: {children: [{kms: {key_ids: &l [x]}}, {kms: {key_ids: *l}}]}",
    **{
        f"tag-{tag}": b"raw_aes: {namespace: !!%s, name: k, wrapping_key: {file: empty}}" % tag.encode()
        for tag in ("bool maybe", 'int ""', "float _", "timestamp maybe")
    },
    "base-60": b"raw_aes: {namespace: n, name: k, wrapping_key: " + b":".join([b"1"] * 200) + b".5}",
    "beyond-unicode": b'raw_aes: {namespace: "\\UFFFFFFFF", name: k, wrapping_key: {file: empty}}',
    "half-character": b'raw_aes: {namespace: "\\ud800", name: k, wrapping_key: {file: empty}}',
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_is_wrong_usage(program: Program, case: str) -> None:
    program.write("empty", b"")
    program.write("broken.yaml", BROKEN[case])
    ran = program("keyring", "check", "broken.yaml")
    assert (ran.code, ran.stdout) == (2, b"")
    assert ran.stderr.lower().startswith(("error", "usage"))
    assert program("decrypt", "empty", "--keyring", "broken.yaml").code == 2


BROKEN_JSON = {
    "no-json": b"multi: {children: []}",
    "twice": b'{"multi": {"children": [], "children": []}}',
    "nan": b'{"hierarchical": {"ttl": NaN}}',
    "huge": b'{"caching": {"max_age": ' + b"9" * 10_000 + b"}}",
    "deep": b"[" * 100_000,
    "wide": b"[" + b"1," * 100_000 + b"1]",
    "half-character": b'{"raw_aes": {"namespace": "\\ud800", "name": "k", "wrapping_key": {"file": "empty"}}}',
    "not-utf8": b'{"multi": "\xff"}',
}


@pytest.mark.parametrize("case", BROKEN_JSON)
def test_broken_json_is_wrong_usage(program: Program, case: str) -> None:
    program.write("broken.json", BROKEN_JSON[case])
    ran = program("keyring", "check", "broken.json")
    assert (ran.code, ran.stdout) == (2, b"")
    assert ran.stderr.startswith("error: ") and "at            keyring" in ran.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_file_is_read(program: Program, tree: str, encoding: str) -> None:
    node = {"raw_aes": {"namespace": "n\U0001f600", "name": "k", "wrapping_key": {"file": "keys/aes-256"}}}
    ran = program("keyring", "check", program.write("conf/keys.json", json.dumps(node).encode(encoding)))
    assert (ran.code, "n\U0001f600" in ran.text) == (0, True)


NAMES = {
    "nul": ("file", "a\0b", "NUL"),
    "half": ("file", "a\ud800b", "half a character"),
    "nobody": ("file", "~nosuchuser/k", "home directory ~nosuchuser"),
    "endless": ("file", "/dev/zero", "/dev/zero has more than the 1048576 bytes"),
    "a-key": ("file", bytes(range(32)).hex(), "looks like a key"),
    "a-key-with-slashes": ("file", base64.b64encode(b"\xff" * 32).decode(), "looks like a key"),
    "variable-nul": ("env", "a\0b", "is not set"),
    "variable-half": ("env", "a\ud800b", "half a character"),
    "variable-equals": ("env", "A=B", "equals sign"),
}


@pytest.mark.parametrize("case", NAMES)
def test_name_of_a_key_that_cannot_be_one_is_wrong_usage_with_its_place(program: Program, case: str) -> None:
    way, name, why = NAMES[case]
    keys = json.dumps({"raw_aes": {"namespace": "n", "name": "k", "wrapping_key": {way: name}}}).encode()
    for file in ("keys.json", "keys.yaml"):
        ran = program("keyring", "check", program.write(file, keys))
        assert (ran.code, ran.stdout) == (2, b"")
        said = " ".join(ran.stderr.split())
        assert why in said and "at keyring.raw_aes.wrapping_key" in said
        assert bytes(range(32)).hex() not in said and "/////" not in said


def test_option_given_twice_is_refused_as_such(program: Program, tree: str) -> None:
    text = TREE.replace("children:", "generator: null\n  children:")
    ran = program("keyring", "check", program.write("conf/twice.yaml", text.encode()))
    assert ran.code == 2
    assert "duplicate key" in ran.stderr


def test_file_that_is_large_is_not_read(program: Program) -> None:
    program.write("large.yaml", b"# " + b"x" * (2 << 20))
    for name in ("large.yaml", "/dev/zero"):
        ran = program("keyring", "check", name)
        assert (ran.code, f"{name} has more than the 1048576 bytes" in ran.stderr) == (2, True)


def test_home_directory_of_nobody_is_wrong_usage(program: Program) -> None:
    ran = program("keyring", "check", "~nosuchuser/keys.yaml")
    assert (ran.code, "~nosuchuser" in ran.stderr) == (2, True)


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
    ran = program("encrypt", "plain", "-o", "message", "--keyring", tree, "--caching", limits)
    assert (ran.code, "--caching" in ran.stderr) == (2, True)
    assert not (program.folder / "message").exists()


@pytest.fixture
def kms(monkeypatch: pytest.MonkeyPatch) -> FakeKms:
    """What ``--kms`` asks."""
    fake = FakeKms([IRELAND, FRANKFURT])
    monkeypatch.setattr("esdkit.keyrings.kms.requests.ClientSupplier", lambda: fake)
    return fake


def test_kms_keys_of_the_command_line_make_one_keyring(program: Program, kms: FakeKms) -> None:
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
    for bounds in (["--region", "us-east-1"], ["--partition", "aws-cn"], ["--region", "us-east-1", "--account", ACCOUNT]):
        kms.calls.clear()
        assert program("decrypt", "message", "--kms-discovery", *bounds).code == 3
        assert kms.calls == []
    assert program("encrypt", "plain", "-o", "no", "--kms", IRELAND, "--kms", "alias/one").code == 2  # several are ARNs
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


REPLICA = mrk("eu-central-1")


def test_multi_region_keys_of_the_command_line_open_by_a_replica(program: Program, kms: FakeKms) -> None:
    kms.arns |= {mrk("eu-west-1"), REPLICA}
    program.write("plain", b"plaintext")
    assert program("encrypt", "plain", "-o", "message", "--kms-mrk", mrk("eu-west-1"), "--kms-mrk", FRANKFURT).code == 0
    assert [operation for operation, _ in kms.operations()] == ["GenerateDataKey", "Encrypt"]
    for keys in (
        ["--kms-mrk", REPLICA],
        ["--kms-mrk-discovery", "eu-central-1"],
        ["--kms-mrk-discovery", "us-east-1", "--kms-mrk-discovery", "eu-central-1", "--account", ACCOUNT],
    ):
        assert program("decrypt", "message", *keys).stdout == b"plaintext"
    kms.arns.remove(FRANKFURT)
    for keys in (["--kms", REPLICA], ["--kms-mrk-discovery", "us-east-1"], ["--kms-mrk-discovery", "eu-west-1", "--partition", "aws-cn"]):
        assert program("decrypt", "message", *keys).code == 3
    said = program("doctor", "message", "--kms", REPLICA).stdout.decode()
    assert f"--kms-mrk{REPLICA}" in "".join(said.split())
    for wrong in (["--kms-mrk", REPLICA, "--account", ACCOUNT], ["--kms-mrk-discovery", "eu-west-1", "--region", "eu-west-1"]):
        assert program("decrypt", "message", *wrong).code == 2
    assert program("decrypt", "message", "--kms-mrk", mrk("eu-west-1"), "--kms-mrk", REPLICA).code == 2  # one replica is enough


def test_rsa_key_in_kms_is_an_option(program: Program, kms: FakeKms) -> None:
    kms.rsa = rsa.generate_private_key(65537, 2048)
    program.write("plain", b"plaintext")
    program.write("r.pem", kms.rsa.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    key = f"arn={IRELAND},algorithm=RSAES_OAEP_SHA_1"
    wrote = program("encrypt", "plain", "-o", "message", "--algorithm", "0478", "--kms-rsa", f"{key},public=@r.pem")
    assert (wrote.code, kms.calls) == (0, [])
    assert program("decrypt", "message", "--kms-rsa", key).stdout == b"plaintext"
    other = program("doctor", "message", "--kms-rsa", f"arn={IRELAND}")
    assert other.code == 3 and "RSAES_OAEP_SHA_1" in other.stdout.decode()
    for wrong in ("", "arn=alias/x", f"{key}x", f"{key},padding=pkcs1", f"{key},public=SECRET", f"algorithm=RSAES_OAEP_SHA_1,{key}"):
        ran = program("decrypt", "message", "--kms-rsa", wrong)
        assert (ran.code, "SECRET" in ran.stderr) == (2, False), wrong
    assert program("encrypt", "plain", "-o", "no", "--algorithm", "0478", "--kms-rsa", key).code == 2  # without its public half


@pytest.mark.req("CLI-DOC-023")
def test_doctor_asks_kms_for_all_keys_when_told(program: Program, kms: FakeKms) -> None:
    program.write("plain", b"plaintext")
    keys = ["--kms", IRELAND, "--kms", FRANKFURT]
    assert program("encrypt", "plain", "-o", "message", *keys).code == 0
    for more, asked in (((), 1), (("--all-keys",), 2)):
        kms.calls.clear()
        assert program("doctor", "message", *keys, *more).code == 0
        assert len(kms.calls) == asked


@pytest.mark.req("KEY-KMS-023")
def test_region_that_fails_and_the_one_that_served_are_said_on_stderr(program: Program, kms: FakeKms) -> None:
    program.write("plain", b"plaintext")
    assert program("encrypt", "plain", "-o", "message", "--kms", IRELAND, "--kms", FRANKFURT).code == 0
    fine = program("decrypt", "message", "--kms-discovery")
    assert (fine.stdout, fine.stderr) == (b"plaintext", "")
    kms.down = {"eu-west-1"}
    for command in (["decrypt", "message"], ["rekey", "message", "-o", "other", "--to-kms", FRANKFURT]):
        ran = program(*command, "--kms", IRELAND, "--kms", FRANKFURT)
        assert ran.code == 0
        first, second = ran.stderr.replace("\n  ", " ").splitlines()
        assert first.startswith("note: KMS in eu-west-1 did not unwrap a data key") and "EndpointConnectionError" in first
        assert second.startswith("note: KMS in eu-central-1 unwrapped a data key")
    assert not logging.getLogger("esdkit").handlers


@pytest.mark.req("KEY-KMS-023", kind="negative")
def test_log_of_a_message_that_names_many_keys_is_short(program: Program, kms: FakeKms) -> None:
    program.write("plain", b"plaintext")
    program.write("key", bytes(32))
    aes = RawAesKeyring("n", "m", bytes(32))
    named = [EncryptedDataKey(b"aws-kms", f"{IRELAND}{'x' * 5000}{number}".encode(), b"blob") for number in range(50)]

    class Flood:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            for key in named:
                materials = materials.with_encrypted_data_key(key)
            return materials

        on_decrypt = aes.on_decrypt

    message, _ = esdkit.encrypt(source=b"plaintext", keyring=MultiKeyring(aes, [Flood()]))
    program.write("message", message)
    ran = program("decrypt", "message", "--kms-discovery", "--aes", "namespace=n,name=m,key=@key")
    assert (ran.code, ran.stdout) == (0, b"plaintext")
    assert len(kms.calls) == 50
    assert len(ran.stderr) < 5000
    assert "not shown" in ran.stderr


def test_refused_encryption_names_the_key(program: Program, kms: FakeKms) -> None:
    program.write("plain", b"plaintext")
    kms.fail = lambda operation, region: "AccessDeniedException" if region == "eu-central-1" else None
    ran = program("encrypt", "plain", "-o", "message", "--kms", IRELAND, "--kms", FRANKFURT)
    assert ran.code == 3
    said = "".join(ran.stderr.split())  # long names are folded
    assert FRANKFURT in said
    assert IRELAND not in said


@pytest.mark.req("KEY-KMS-022", kind="negative")
def test_missing_credentials_and_missing_extra_say_what_to_do(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    program.write("plain", b"plaintext")
    ran = program("encrypt", "plain", "-o", "message", "--kms", IRELAND)
    assert ran.code == 3
    assert "NoCredentialsError" in ran.stderr
    assert "Provide AWS credentials" in ran.stderr
    monkeypatch.setitem(sys.modules, "boto3.session", None)
    ran = program("encrypt", "plain", "-o", "message", "--kms", IRELAND)
    assert ran.code == 2
    assert "esdkit[kms]" in ran.stderr
    assert not (program.folder / "message").exists()

"""The key options: what makes a key, what does not, and that no key is ever repeated."""

import base64
import json
import os
import re
import subprocess
from collections.abc import Callable

import pytest

from tests.cli.running import MULTI, NAMESPACE, Program
from tests.samples import native_cases, native_keys

KEY = base64.b64decode(native_keys()["aes-256"]["material"])
SECRET = "c2VjcmV0LXNlY3JldC0hIQ=="  # 16 bytes in base64


@pytest.fixture
def message(program: Program) -> str:
    return program.write("message.bin", MULTI)


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "raw": bytes,
    "hex": lambda key: key.hex().encode(),
    "hex-line": lambda key: key.hex().upper().encode() + b"\r\n",
    "base64": base64.b64encode,
    "base64-line": base64.encodebytes,
}


@pytest.mark.parametrize("form", ENCODINGS)
def test_aes_key_of_a_file_is_read(program: Program, message: str, form: str) -> None:
    program.write("key", ENCODINGS[form](KEY))
    assert program("decrypt", message, "--aes", f"{NAMESPACE},name=aes-256,key=@key").code == 0


@pytest.mark.parametrize("form", ["hex", "base64", "base64-line"])
def test_aes_key_of_the_environment_is_read(program: Program, message: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WRAPPING_KEY", ENCODINGS[form](KEY).decode())
    assert program("decrypt", message, "--aes", f"{NAMESPACE},name=aes-256,key=env:WRAPPING_KEY").code == 0


def test_rsa_key_of_the_environment_is_read(program: Program, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEM", native_keys()["rsa-2048-private"]["material"])
    option = f"{NAMESPACE},name=rsa-2048,padding=oaep-sha1,private=env:PEM"
    assert program("decrypt", message, "--rsa", option).code == 0


def test_data_key_opens_its_message(program: Program) -> None:
    name = "mpl-0478-data-key-ascii-f128-p200"
    program.write("key", native_cases()[name]["data-key"].encode())
    assert program("decrypt", program.native(name), "--data-key", "@key").code == 0


WRONG_KEYS = {
    "empty": b"",
    "short": b"\x01" * 15,
    "long": b"\x01" * 33,
    "short-hex": b"00" * 15,
    "short-base64": base64.b64encode(bytes(15)),
    "no-text": b"this is no key of any length\n",
}


@pytest.mark.req("KEY-AES-002", kind="negative")
@pytest.mark.parametrize("option", ["aes", "data-key"])
@pytest.mark.parametrize("case", WRONG_KEYS)
def test_key_of_another_length_is_wrong_usage(program: Program, message: str, case: str, option: str) -> None:
    program.write("key", WRONG_KEYS[case])
    value = f"{NAMESPACE},name=k,key=@key" if option == "aes" else "@key"
    ran = program("decrypt", message, f"--{option}", value)
    assert ran.code == 2
    assert "16, 24 or 32" in " ".join(ran.stderr.split())


def test_raw_key_in_the_environment_is_no_key(program: Program, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY", "!" * 32)
    assert program("decrypt", message, "--data-key", "env:KEY").code == 2


@pytest.mark.parametrize(
    "key", [b"0123456789abcdef" * 2, base64.b64encode(bytes(16)), base64.b64encode(bytes(24))], ids=["hex", "base64", "32"]
)
def test_key_that_is_raw_and_text_is_not_guessed(program: Program, message: str, key: bytes) -> None:
    program.write("key", key)
    ran = program("decrypt", message, "--data-key", "@key")
    assert ran.code == 2
    assert "raw bytes, or text" in " ".join(ran.stderr.split())
    assert key.decode() not in ran.stderr
    program.write("key", key + b"\n")
    assert program("decrypt", message, "--data-key", "@key").code != 2


LITERAL = {
    "data-key": ("--data-key", SECRET),
    "data-key-equals": (f"--data-key={SECRET}",),
    "aes": ("--aes", f"{NAMESPACE},name=k,key={SECRET}"),
    "aes-alone": ("--aes", SECRET),
    "aes-first": ("--aes", f"{SECRET},{NAMESPACE},name=k"),
    "aes-wrong-name": ("--aes", f"{NAMESPACE},name=k,secret={SECRET}"),
    "rsa": ("--rsa", f"{NAMESPACE},name=k,padding=pkcs1,private={SECRET}"),
    "argument": (SECRET,),
    "file-name-forgotten-at": ("--data-key", "key"),
}


@pytest.mark.parametrize("case", LITERAL)
def test_key_on_the_command_line_is_refused_and_not_repeated(program: Program, message: str, case: str) -> None:
    for verb in ("verify", "decrypt", "doctor"):
        ran = program(verb, message, *LITERAL[case])
        assert (ran.code, ran.stdout) == (2, b"")
        assert SECRET not in ran.stderr
        assert SECRET.rstrip("=") not in ran.stderr


def test_key_on_the_command_line_is_told_where_to_go(program: Program, message: str) -> None:
    assert "@FILE or env:VARIABLE" in program("decrypt", message, "--data-key", SECRET).stderr


@pytest.mark.parametrize(
    "option",
    [
        ("--aes", ""),
        ("--aes", f"{NAMESPACE},name=k"),
        ("--aes", f"name=k,{NAMESPACE},key=@key,name=k"),
        ("--aes", "namespace=aws-kms,name=k,key=@key"),
        ("--rsa", f"{NAMESPACE},name=k,padding=pkcs1"),
        ("--rsa", f"{NAMESPACE},name=k,padding=none,public=@key"),
        ("--rsa", f"{NAMESPACE},name=k,padding=pkcs1,private=@key"),
        ("--data-key", "env:ESDKIT_NO_SUCH_VARIABLE"),
    ],
    ids=["empty", "no-key", "name-twice", "reserved", "no-pem", "unknown-padding", "broken-pem", "unset"],
)
def test_key_option_that_does_not_work_is_wrong_usage(program: Program, message: str, option: tuple[str, str]) -> None:
    program.write("key", KEY.hex().encode())
    assert program("decrypt", message, *option).code == 2


def test_key_file_that_is_missing_exits_4(program: Program, message: str) -> None:
    ran = program("decrypt", message, "--data-key", "@nowhere")
    assert (ran.code, ran.stderr) == (4, "error: nowhere: No such file or directory\n")


MISPLACED = {
    "hex": KEY.hex(),
    "hex-upper": KEY.hex().upper(),
    "hex-prefix": f"0x{KEY.hex()}",
    "hex-colons": KEY.hex(":"),
    "short": KEY[:16].hex(),
    "base64": base64.b64encode(KEY).decode(),
    "base64-slashes": base64.b64encode(b"\xff" * 32).decode(),
    "base64-unpadded": base64.b64encode(KEY[:16]).decode().rstrip("="),
    "base64url": base64.urlsafe_b64encode(b"\xfb" * 24).decode(),
    "pem": "-----BEGIN PRIVATE KEY-----" + "A" * 600,
}


@pytest.mark.parametrize("case", MISPLACED)
def test_key_in_place_of_a_file_name_is_not_repeated(program: Program, message: str, case: str) -> None:
    word = MISPLACED[case]
    for option, value, named in (
        ("--data-key", f"@{word}", "--data-key"),
        ("--aes", f"{NAMESPACE},name=k,key=@{word}", "--aes"),
        ("--keyring", word, "a keyring file"),
    ):
        ran = program("decrypt", message, option, value)
        assert (ran.code, ran.stdout) == (2, b"")
        assert word[5:20] not in ran.stderr
        assert all(said in " ".join(ran.stderr.split()) for said in ("looks like a key", named))


@pytest.mark.parametrize("name", ["nowhere.key", "keys/production/wrapping.key", "k" * 300])
def test_file_name_that_is_no_key_is_repeated(program: Program, message: str, name: str) -> None:
    ran = program("decrypt", message, "--data-key", f"@{name}")
    assert (ran.code, name in "".join(ran.stderr.split())) == (4, True)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("@/dev/zero", "/dev/zero has more than the 1048576 bytes"),
        ("@~nosuchuser/k", "the home directory ~nosuchuser cannot be found"),
        ("env:A=B", "has an equals sign"),
    ],
)
@pytest.mark.parametrize("verb", ["decrypt", "assemble"])
def test_source_of_a_key_that_cannot_be_one_is_wrong_usage(program: Program, message: str, verb: str, source: str, why: str) -> None:
    ran = program(verb, message, "--data-key", source)
    said = " ".join(ran.stderr.split())
    assert (ran.code, ran.stdout) == (2, b"")
    assert why in said and "--data-key" in said


def test_pipe_that_never_ends_is_refused_as_a_key(program: Program, message: str) -> None:
    os.mkfifo(program.folder / "pipe")
    with subprocess.Popen(["sh", "-c", "exec cat /dev/zero > pipe"]):
        ran = program("decrypt", message, "--data-key", "@pipe")
    assert (ran.code, "pipe has more than the 1048576 bytes" in ran.stderr) == (2, True)


def test_name_may_hold_an_equals_sign_and_a_comma(program: Program, message: str) -> None:
    program.write("key", KEY)
    ran = program("verify", message, "--aes", r"namespace=a=b\,c,name=x\,y,key=@key")
    assert "RawAesKeyring(namespace='a=b,c', name='x,y')" in ran.text


NAME = "00deadbeef80ff0a"  # not UTF-8, with a NUL and a line break


@pytest.mark.req("KEY-AES-011", "KEY-RSA-011")
def test_name_in_hexadecimal_writes_and_opens(program: Program) -> None:
    program.write("plain", b"text")
    aes = ("--aes", f"{NAMESPACE},name_hex={NAME},key=@{program.key('aes-256')}")
    rsa = f"{NAMESPACE},name_hex=0x{NAME.upper()},padding=oaep-sha256"
    assert program("encrypt", "plain", "-o", "m.bin", *aes, "--rsa", f"{rsa},public=@{program.pem('rsa-2048-public')}").code == 0
    for option in (aes, ("--rsa", f"{rsa},private=@{program.pem('rsa-2048-private')}")):
        assert program("decrypt", "m.bin", *option).stdout == b"text"
    shown = program("inspect", "m.bin").text
    assert shown.count(f"0x{NAME} (not UTF-8)") == 2
    assert program("inspect", "m.bin", "--get", "header.encrypted_data_keys[0].provider_info.raw_aes.key_name").text.strip() == NAME
    (first, _) = json.loads(program("inspect", "m.bin", "--json").text)["encrypted_data_keys"]
    assert (first["raw_aes"]["key_name"], first["raw_aes"]["key_name_hex"]) == (None, NAME)


@pytest.mark.req("CLI-DOC-025")
def test_advice_of_doctor_about_a_name_works_when_it_is_pasted(program: Program) -> None:
    program.write("plain", b"text")
    key = f"key=@{program.key('aes-256')}"
    program("encrypt", "plain", "-o", "m.bin", "--aes", f"{NAMESPACE},name_hex={NAME},{key}")
    advice = " ".join(program("doctor", "m.bin", "--aes", f"{NAMESPACE},name=k1,{key}").text.split())
    typed = re.search(r"write it as (name_hex=[0-9a-f]+)\)", advice)
    assert typed is not None
    assert program("decrypt", "m.bin", "--aes", f"{NAMESPACE},{typed[1]},{key}").stdout == b"text"
    to = ("--to-aes", f"{NAMESPACE},name=k2,{key}")
    assert program("rekey", "m.bin", "-o", "n.bin", "--aes", f"{NAMESPACE},{typed[1]},{key}", *to).code == 0
    assert program("decrypt", "n.bin", "--aes", f"{NAMESPACE},name=k2,{key}").stdout == b"text"


@pytest.mark.req("KEY-AES-011", kind="negative")
@pytest.mark.parametrize("digits", ["", "0x", "abc", "zz", "de ad", " dead", "0x0xdead", "dead\n", "\u0661\u0662"])
def test_name_in_hexadecimal_that_is_not_is_wrong_usage(program: Program, message: str, digits: str) -> None:
    ran = program("decrypt", message, "--aes", f"{NAMESPACE},name_hex={digits},key=@{program.key('aes-256')}")
    assert (ran.code, "even number of hexadecimal digits" in ran.stderr, "name_hex=" in ran.stderr) == (2, True, True)


@pytest.mark.parametrize(("names", "why"), [("name=a,name_hex=61", "exclude each other"), ("name_hex=61,name_hex=61", "given twice")])
def test_name_given_twice_is_wrong_usage(program: Program, message: str, names: str, why: str) -> None:
    ran = program("decrypt", message, "--aes", f"{NAMESPACE},{names},key=@{program.key('aes-256')}")
    assert (ran.code, why in ran.stderr) == (2, True)


def test_name_in_hexadecimal_of_text_is_that_text(program: Program, message: str) -> None:
    option = f"{NAMESPACE},name_hex={b'aes-256'.hex()},key=@{program.key('aes-256')}"
    assert program("decrypt", message, "--aes", option).code == 0


def test_key_of_the_home_folder_is_found(program: Program, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(program.folder))
    program.write("key", KEY)
    assert program("decrypt", message, "--aes", f"{NAMESPACE},name=aes-256,key=@~/key").code == 0


def test_keys_are_tried_in_the_order_of_the_command_line(program: Program, message: str) -> None:
    pem = program.pem("rsa-2048-private")
    options = [
        ("--rsa", f"{NAMESPACE},name=first,padding=pkcs1,private=@{pem}"),
        ("--aes", f"{NAMESPACE},name=second,key=@{program.key('aes-128')}"),
        ("--data-key", f"@{program.key('aes-192')}"),
        ("--rsa", f"{NAMESPACE},name=third,padding=pkcs1,private=@{pem}"),
    ]
    for order in (options, options[::-1]):
        text = program("verify", message, *[word for option in order for word in option]).text
        places = [text.index(word) for word in ("name='first'", "name='second'", "StaticDataKeyring", "name='third'")]
        assert places == sorted(places, reverse=order is not options)


def test_key_output_of_wrong_keys_holds_no_key(program: Program, message: str) -> None:
    ran = program("decrypt", message, "--data-key", f"@{program.key('aes-192')}", *program.aes("k1", "aes-256"))
    key = base64.b64decode(native_keys()["aes-192"]["material"])
    assert ran.code == 3
    assert key.hex() not in ran.stderr
    assert repr(key)[2:-1] not in ran.stderr


# ---------------------------------------------------------------- what is something else
PEM = native_keys()["rsa-2048-private"]["material"]
BLOB = bytes.fromhex("0102030078") + bytes(179)
SOMETHING_ELSE = {
    "blob": (BLOB, "It is a ciphertext of AWS KMS", "Send it to KMS Decrypt first"),
    "blob-base64": (base64.encodebytes(BLOB), "It is a ciphertext of AWS KMS", "Decode the base64 first. Send it to KMS Decrypt"),
    "escaped": (PEM.replace("\n", r"\n").encode(), r"line ends are written as \n", "printf '%b\\n' \"$(cat FILE)\" > key.pem"),
    "answer": (
        b'{"Plaintext": "' + base64.b64encode(KEY) + b'", "CiphertextBlob": "x"}',
        "with the plaintext key",
        "jq -r .Plaintext FILE",
    ),
}


@pytest.mark.req("KEY-IFC-022")
@pytest.mark.parametrize("case", SOMETHING_ELSE)
@pytest.mark.parametrize("option", ["--aes", "--data-key", "--rsa", "--keyring"])
def test_key_file_that_is_something_else_is_named(program: Program, message: str, case: str, option: str) -> None:
    data, what, advice = SOMETHING_ELSE[case]
    program.write("key", data)
    program.write("keys.yaml", b"raw_aes: {namespace: esdkit-vectors, name: aes-256, wrapping_key: {file: key}}")
    rsa = f"{NAMESPACE},name=rsa-2048,padding=oaep-sha1,private=@key"
    value = {"--aes": f"{NAMESPACE},name=k,key=@key", "--data-key": "@key", "--rsa": rsa, "--keyring": "keys.yaml"}[option]
    for verb in ("decrypt", "doctor"):
        ran = program(verb, message, option, value)
        said = " ".join(ran.stderr.split())
        assert (ran.code, ran.stdout) == (2, b"")
        assert what in said and advice in said
        assert base64.b64encode(KEY).decode()[:10] not in said and PEM[100:110] not in said


@pytest.mark.req("KEY-IFC-022")
def test_raw_key_with_a_line_break_is_told_how_to_remove_it(program: Program, message: str) -> None:
    program.write("key", KEY + b"\n")
    ran = program("decrypt", message, "--aes", f"{NAMESPACE},name=aes-256,key=@key")
    assert (ran.code, "head -c 32 FILE > NEW" in " ".join(ran.stderr.split())) == (2, True)

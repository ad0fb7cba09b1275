"""``esdkit encrypt``: what it writes is read again, what it cannot write leaves nothing, and a size is known before."""

import base64
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import esdkit
from esdkit.keyrings import RawAesKeyring, RawRsaKeyring
from esdkit.spec import SUITES
from tests.cli.running import NAMESPACE, Program
from tests.samples import native_keys

PLAINTEXT = bytes(range(256)) * 40
KEY = base64.b64decode(native_keys()["aes-256"]["material"])
KEYRING = RawAesKeyring("esdkit-vectors", "aes-256", KEY)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_encrypt_writes_a_message_to_stdout(program: Program) -> None:
    ran = program("encrypt", program.write("plain", PLAINTEXT), *program.aes(), "-c", "purpose=test=1")
    assert (ran.code, ran.stderr) == (0, "")
    plaintext, header = esdkit.decrypt(source=ran.stdout, keyring=KEYRING)
    assert plaintext == PLAINTEXT
    assert header.encryption_context["purpose"] == "test=1"
    assert (header.suite.hex_id, header.frame_length) == ("0578", 4096)


def test_encrypt_to_a_file_makes_one_for_its_owner_alone(program: Program) -> None:
    assert program("encrypt", "-", *program.aes(), "-o", "out", stdin=PLAINTEXT).stdout == b""
    assert esdkit.decrypt(source=(program.folder / "out").read_bytes(), keyring=KEYRING)[0] == PLAINTEXT
    assert stat.S_IMODE((program.folder / "out").stat().st_mode) == 0o600


def test_encrypt_under_several_keys_lets_each_open(program: Program) -> None:
    rsa = f"{NAMESPACE},name=r,padding=oaep-sha256,public=@{program.pem('rsa-2048-public')}"
    ran = program("encrypt", program.write("plain", PLAINTEXT), "--rsa", rsa, *program.aes())
    private = RawRsaKeyring("esdkit-vectors", "r", "oaep-sha256", private_key=native_keys()["rsa-2048-private"]["material"])
    for keyring in (private, KEYRING):
        plaintext, header = esdkit.decrypt(source=ran.stdout, keyring=keyring)
        assert plaintext == PLAINTEXT
    assert len(header.encrypted_data_keys) == 2


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_estimate_is_the_exact_length(program: Program, suite: esdkit.spec.Suite) -> None:
    flags = [*program.aes(), "--algorithm", suite.hex_id, "--frame-length", "100", "-c", "k=v"]
    if not suite.commitment:
        flags += ["--commitment-policy", "forbid-encrypt-allow-decrypt"]
    for length in (0, 1, 100, 101):
        message = program("encrypt", program.write("plain", bytes(length)), *flags).stdout
        assert program("encrypt", "--estimate", str(length), *flags).text == f"{len(message)}\n"
        assert program("encrypt", "--estimate", str(length), "--encode", *flags).text == f"{len(base64.b64encode(message))}\n"


@pytest.mark.parametrize("flags", [("--frame-length", "1"), ("--max-length", "9")], ids=["frames", "max-length"])
def test_estimate_of_what_cannot_be_encrypted_is_refused(program: Program, flags: tuple[str, ...]) -> None:
    ran = program("encrypt", "--estimate", str(1 << 40), *flags, *program.aes())
    assert (ran.code, ran.stdout) == (2, b"")
    assert "plaintext-too-long" in ran.stderr


def test_encode_and_decode_are_base64(program: Program) -> None:
    plain = program.write("plain", base64.encodebytes(PLAINTEXT))
    ran = program("encrypt", plain, *program.aes(), "--decode", "--encode")
    message = base64.b64decode(ran.stdout, validate=True)
    assert esdkit.decrypt(source=message, keyring=KEYRING)[0] == PLAINTEXT
    text = program.write("message", ran.stdout)
    assert base64.b64decode(program("decrypt", text, *program.aes(), "--decode", "--encode").stdout, validate=True) == PLAINTEXT


@pytest.mark.parametrize("text", [b"AA*A", b"AAAAA", b"AA==AAAA"], ids=["character", "length", "padding-inside"])
def test_decode_of_what_is_no_base64_is_refused(program: Program, text: bytes) -> None:
    option = program.aes()
    before = names(program.folder)
    ran = program("encrypt", "-", *option, "--decode", "-o", "out", stdin=text)
    assert ran.code == 1
    assert "encoding-invalid" in ran.stderr
    assert names(program.folder) == before


def test_no_overwrite_leaves_what_is_there(program: Program) -> None:
    out = program.folder / program.write("out", b"old")
    ran = program("encrypt", program.write("plain", PLAINTEXT), *program.aes(), "--no-overwrite", "-o", "out")
    assert (ran.code, ran.stderr) == (4, "error: out: File exists\n")
    assert out.read_bytes() == b"old"
    assert program("encrypt", "plain", *program.aes(), "--no-overwrite", "-o", "new").code == 0
    assert esdkit.decrypt(source=(program.folder / "new").read_bytes(), keyring=KEYRING)[0] == PLAINTEXT
    assert not list(program.folder.glob(".esdkit-*"))


def test_no_overwrite_does_not_replace_what_came_meanwhile(program: Program) -> None:
    os.mkfifo(program.folder / "fifo")
    option = program.aes()

    def feed() -> None:
        with (program.folder / "fifo").open("wb") as fifo:
            fifo.write(PLAINTEXT)
            while not list(program.folder.glob(".esdkit-*")):
                pass
            (program.folder / "out").write_bytes(b"theirs")

    feeder = threading.Thread(target=feed)
    feeder.start()
    ran = program("encrypt", "fifo", *option, "--no-overwrite", "-o", "out")
    feeder.join()
    assert (ran.code, ran.stderr) == (4, "error: out: File exists\n")
    assert (program.folder / "out").read_bytes() == b"theirs"
    assert not list(program.folder.glob(".esdkit-*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_device_that_is_full_is_named(program: Program) -> None:
    ran = program("encrypt", program.write("plain", PLAINTEXT), *program.aes(), "-o", "/dev/full")
    assert (ran.code, ran.stderr) == (4, "error: /dev/full: No space left on device\n")


def test_max_length_is_the_last_length_that_is_written(program: Program) -> None:
    plain, option = program.write("plain", bytes(10)), program.aes()
    assert program("encrypt", plain, *option, "--max-length", "10", "-o", "out").code == 0
    before = names(program.folder)
    ran = program("encrypt", plain, *option, "--max-length", "9", "-o", "other")
    assert ran.code == 2
    assert "plaintext-too-long" in ran.stderr
    assert names(program.folder) == before


WRONG = {
    "no-key": (),
    "no-value": ("-c", "key"),
    "reserved": ("-c", "aws-crypto-x=1"),
    "unknown-suite": ("--algorithm", "9999"),
    "frame-length": ("--frame-length", "0"),
    "data-key": ("--data-key", "@key"),
}


@pytest.mark.parametrize("case", WRONG)
def test_encrypt_with_wrong_options_is_wrong_usage(program: Program, case: str) -> None:
    keys = () if case == "no-key" else program.aes()
    ran = program("encrypt", program.write("plain", PLAINTEXT), *keys, *WRONG[case], "-o", "out")
    assert ran.code == 2
    assert not (program.folder / "out").exists()


def test_encrypt_under_the_policy_refuses_other_suites(program: Program) -> None:
    ran = program("encrypt", program.write("plain", PLAINTEXT), *program.aes(), "--algorithm", "0178")
    assert (ran.code, ran.stdout) == (1, b"")
    assert "policy-violation" in ran.stderr


def test_encrypt_of_a_missing_file_exits_4(program: Program) -> None:
    ran = program("encrypt", "nowhere", *program.aes(), "-o", "out")
    assert (ran.code, ran.stderr) == (4, "error: nowhere: No such file or directory\n")


KEY_IN_ENVIRONMENT = ("--aes", f"{NAMESPACE},name=aes-256,key=env:WRAPPING_KEY")


def start(*command: str, stdout: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "WRAPPING_KEY": KEY.hex()}
    return subprocess.Popen(
        [sys.executable, "-m", "esdkit", *command, *KEY_IN_ENVIRONMENT], stdout=stdout, stderr=subprocess.PIPE, env=environment
    )


@pytest.mark.parametrize("verb", ["encrypt", "decrypt"])
def test_program_whose_reader_went_away_is_quiet(program: Program, verb: str) -> None:
    message, _ = esdkit.Client().encrypt(source=PLAINTEXT, keyring=KEYRING)
    name = program.write("input", PLAINTEXT if verb == "encrypt" else message)
    reading, writing = os.pipe()
    os.close(reading)
    with start(verb, name, stdout=writing) as process:
        os.close(writing)
        assert process.communicate()[1] == b""
    assert process.returncode == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", ["encrypt", "decrypt"])
def test_stdout_that_is_full_is_named(program: Program, verb: str) -> None:
    message, _ = esdkit.Client().encrypt(source=PLAINTEXT, keyring=KEYRING)
    name = program.write("input", PLAINTEXT if verb == "encrypt" else message)
    with Path("/dev/full").open("wb") as full, start(verb, name, stdout=full.fileno()) as process:
        assert process.communicate()[1] == b"error: stdout: No space left on device\n"
    assert process.returncode == 4

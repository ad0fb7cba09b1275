"""``esdkit decrypt``: the plaintext, the output file, and what is left alone when it fails."""

import os
import stat
import threading
from pathlib import Path

import pytest

import esdkit
from esdkit.vectors.published import native_path
from tests.cli.running import MULTI, Program
from tests.cli.test_encrypt import KEYRING
from tests.conftest import Golden
from tests.samples import native_cases

SIGNED = "mpl-0578-multi-nine-many-f128-p129"


def plaintext(name: str) -> bytes:
    uri: str = native_cases()[name]["expect"]["plaintext"]
    return (native_path() / uri.removeprefix("file://")).read_bytes()


def test_decrypt_writes_the_plaintext_to_stdout(program: Program) -> None:
    ran = program("decrypt", program.native(SIGNED), *program.aes())
    assert (ran.code, ran.stdout, ran.stderr) == (0, plaintext(SIGNED), "")


def test_decrypt_reads_base64_from_stdin(program: Program) -> None:
    ran = program("decrypt", "-", *program.aes(), stdin=MULTI.hex().encode())
    assert (ran.code, ran.stdout) == (0, plaintext(SIGNED))
    assert "hex" in ran.stderr


@pytest.mark.parametrize("padding", ["oaep-sha1", "pkcs1"])
def test_decrypt_with_an_rsa_key(program: Program, padding: str) -> None:
    name = f"js-0578-rsa-{padding}-" + ("void-f4096-p4096" if padding == "oaep-sha1" else "mixed-f100-p101")
    option = f"namespace=esdkit-vectors,name=rsa-2048,padding={padding},private=@{program.pem('rsa-2048-private')}"
    ran = program("decrypt", program.native(name), "--rsa", option)
    assert (ran.code, ran.stdout) == (0, plaintext(name))


def test_decrypt_to_a_file_makes_one_for_its_owner_alone(program: Program) -> None:
    ran = program("decrypt", program.native(SIGNED), *program.aes(), "-o", "out")
    assert (ran.code, ran.stdout, ran.stderr) == (0, b"", "")
    assert (program.folder / "out").read_bytes() == plaintext(SIGNED)
    assert stat.S_IMODE((program.folder / "out").stat().st_mode) == 0o600


def test_decrypt_over_a_file_keeps_its_mode(program: Program) -> None:
    out = program.folder / program.write("out", b"old")
    out.chmod(0o640)
    assert program("decrypt", program.native(SIGNED), *program.aes(), "-o", "out").code == 0
    assert out.read_bytes() == plaintext(SIGNED)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_decrypt_to_a_symbolic_link_replaces_its_target(program: Program) -> None:
    (program.folder / "elsewhere").mkdir()
    target = program.folder / "elsewhere" / "target"
    target.write_bytes(b"old")
    (program.folder / "link").symlink_to(target)
    assert program("decrypt", program.native(SIGNED), *program.aes(), "-o", "link").code == 0
    assert (program.folder / "link").is_symlink()
    assert target.read_bytes() == plaintext(SIGNED)


def test_decrypt_to_a_fifo_writes_into_it(program: Program) -> None:
    os.mkfifo(program.folder / "fifo")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((program.folder / "fifo").read_bytes()))
    reader.start()
    assert program("decrypt", program.native(SIGNED), *program.aes(), "-o", "fifo").code == 0
    reader.join()
    assert got == [plaintext(SIGNED)]
    assert stat.S_ISFIFO((program.folder / "fifo").stat().st_mode)


def changed(program: Program, at: int) -> str:
    data = bytearray(MULTI)
    data[at] ^= 1
    return program.write("changed.bin", bytes(data))


@pytest.mark.parametrize("at", [-1, -120, 60], ids=["signature", "last-frame", "header"])
def test_decrypt_of_a_changed_message_leaves_the_output_alone(program: Program, at: int) -> None:
    out = program.folder / program.write("out", b"old")
    name = changed(program, at)
    option = program.aes()
    before = sorted(path.name for path in program.folder.iterdir())
    ran = program("decrypt", name, *option, "-o", "out")
    assert ran.code in (1, 3)
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in program.folder.iterdir()) == before
    assert program("decrypt", name, *option).stdout == b""


def test_decrypt_into_a_folder_adds_the_suffix_to_the_name(program: Program) -> None:
    (program.folder / "folder").mkdir()
    name = program.native(SIGNED)
    assert program("decrypt", name, *program.aes(), "-o", "folder").code == 0
    assert (program.folder / "folder" / f"{name}.decrypted").read_bytes() == plaintext(SIGNED)


def test_decrypt_to_a_place_that_is_none_exits_4_and_names_it(program: Program) -> None:
    ran = program("decrypt", program.native(SIGNED), *program.aes(), "-o", "none/out")
    assert ran.code == 4
    assert ran.stderr.startswith("error: none/out: ")
    assert not list(program.folder.glob("**/*.part"))


def test_decrypt_that_cannot_write_leaves_nothing_behind(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    ran = program("decrypt", program.native(SIGNED), *program.aes(), "-o", "out")
    assert (ran.code, ran.stderr) == (4, "error: out: No space left on device\n")
    assert not (program.folder / "out").exists()
    assert not list(program.folder.glob(".esdkit-*"))


FAILURES = {
    "cut": ("cut.bin", ()),
    "wrong-key": (SIGNED, ("k1", "aes-256-other")),
    "policy": ("js-0378-aes-256-many-f16-p1", ("aes-256", "aes-256")),
}


@pytest.mark.parametrize("case", FAILURES)
def test_decrypt_that_fails_says_why(program: Program, golden: Golden, case: str) -> None:
    name, key = FAILURES[case]
    file = program.write(name, MULTI[:400]) if case == "cut" else program.native(name)
    ran = program("decrypt", file, *program.aes(*key))
    golden(f"decrypt-{case}.txt", ran.transcript)
    assert ran.code == (3 if case == "wrong-key" else 1)


def test_decrypt_without_a_key_is_wrong_usage(program: Program, golden: Golden) -> None:
    ran = program("decrypt", program.native(SIGNED))
    golden("decrypt-no-key.txt", ran.transcript)
    assert ran.code == 2


@pytest.mark.req("CLI-CFG-009")
@pytest.mark.parametrize(("length", "code"), [("129", 0), ("128", 1)])
def test_decrypt_keeps_the_limit_of_plaintext(program: Program, length: str, code: int) -> None:
    assert program("decrypt", program.native(SIGNED), *program.aes(), "--max-length", length).code == code


@pytest.mark.req("CMM-IFC-004")
@pytest.mark.parametrize(
    ("context", "code"),
    [
        (("-c", "key-00=value-0", "-c", "key-11"), 0),
        (("-c", "key-00=other"), 1),
        (("-c", "origin"), 1),
        (("-c", "never=there"), 3),
    ],
    ids=["agrees", "other-value", "not-stored", "never-there"],
)
def test_decrypt_compares_the_context(program: Program, context: tuple[str, ...], code: int) -> None:
    ran = program("decrypt", program.native(SIGNED), *program.aes(), *context)
    assert (ran.code, ran.stdout) == (code, b"" if code else plaintext(SIGNED))


def test_decrypt_with_a_context_that_is_not_stored(program: Program) -> None:
    name = "mpl-0578-aes-256-required-one-f128-p129"
    context = native_cases()[name]["encryption-context"]
    options = [word for key, value in context.items() for word in ("-c", f"{key}={value}")]
    assert program("decrypt", program.native(name), *program.aes(), *options).stdout == plaintext(name)
    assert program("decrypt", program.native(name), *program.aes()).code == 3


def test_decrypt_of_a_message_with_a_defect_takes_the_switch(program: Program) -> None:
    name = program.native("header-net-4.0.0")
    policy = ("--commitment-policy", "require-encrypt-allow-decrypt")
    assert program("decrypt", name, *program.aes(), *policy).code == 1
    assert program("decrypt", name, *program.aes(), *policy, "--compat", "net-4.0.0").code == 0


def unsigned(program: Program, cut: int) -> str:
    message, _ = esdkit.Client().encrypt(source=bytes(4096), keyring=KEYRING, algorithm="0478", frame_length=100)
    return program.write("unsigned", message[: len(message) - cut])


@pytest.mark.parametrize(("option", "length"), [((), 4000), (("--no-buffer",), 4000), (("--buffer",), 0)], ids=["default", "no", "yes"])
def test_unsigned_message_that_was_cut_gives_verified_frames_unless_held(program: Program, option: tuple[str, ...], length: int) -> None:
    ran = program("decrypt", unsigned(program, 1), *program.aes(), *option)
    assert (ran.code, ran.stdout) == (1, bytes(length))
    assert "truncated" in ran.stderr


@pytest.mark.parametrize(("option", "some"), [((), False), (("--buffer",), False), (("--no-buffer",), True)], ids=["default", "yes", "no"])
def test_signed_message_without_its_signature_gives_nothing_unless_told(program: Program, option: tuple[str, ...], some: bool) -> None:
    ran = program("decrypt", program.write("cut", MULTI[:-1]), *program.aes(), *option)
    assert ran.code == 1
    assert bool(ran.stdout) == some
    assert plaintext(SIGNED).startswith(ran.stdout)
    assert ran.stdout != plaintext(SIGNED)


def test_fifo_gets_nothing_of_a_message_that_was_cut(program: Program) -> None:
    os.mkfifo(program.folder / "fifo")
    name, option = unsigned(program, 1), program.aes()
    assert program("decrypt", name, *option, "-o", "fifo").code == 1  # it was never opened, so nobody had to read it


@pytest.mark.req("CLI-DEC-016")
def test_unsigned_only_refuses_signed_messages(program: Program) -> None:
    ran = program("decrypt", program.native(SIGNED), *program.aes(), "--unsigned-only")
    assert (ran.code, ran.stdout) == (1, b"")
    assert "signed-not-allowed" in ran.stderr
    assert program("decrypt", unsigned(program, 0), *program.aes(), "--unsigned-only").stdout == bytes(4096)

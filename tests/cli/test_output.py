"""Where output goes: never onto a file that the run reads or has written, into what the shell has opened, and with the owner it had."""

import errno
import os
import re
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

import esdkit
from esdkit.cli import output as output_module
from esdkit.cli.output import ending_by_exception, file_key, is_part, open_output, write_output
from tests.cli.running import MULTI, Program
from tests.cli.test_encrypt import KEYRING, PLAINTEXT
from tests.cli.test_rekey import NEW, to_new
from tests.samples import native_ciphertext

V1 = native_ciphertext("js-0378-aes-256-many-f16-p1")
PART = f".esdkit-{'0f' * 16}.part"
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")


@pytest.fixture
def desk(program: Program) -> Program:
    """A folder with a plaintext, a message, and other names of them."""
    message, _ = esdkit.Client().encrypt(source=PLAINTEXT, keyring=KEYRING)
    program.write("plain", PLAINTEXT)
    program.write("message", message)
    program.write("text", b"header.version 2\n")
    program.write("export", V1 + V1)
    program.write("set.json", b'{"tests": {"a": {"ciphertext": "file://message"}}}')
    program.write("yaml.key", bytes(range(32)))
    program.write("keyring.yaml", b"raw_aes: {namespace: n, name: m, wrapping_key: {file: yaml.key}}\n")
    program.write("profile.yaml", b"extends: default\n")
    program.write("bugs.yaml", b"[]\n")
    (program.folder / "sub").mkdir()
    for name in ("plain", "message", "text", "export", "set.json"):
        (program.folder / f"{name}.hard").hardlink_to(name)
        (program.folder / f"{name}.soft").symlink_to(name)
    (program.folder / "chain").symlink_to("message.soft")
    (program.folder / "new.soft").symlink_to("new")
    return program


def contents(folder: Path) -> dict[str, bytes | None]:
    """Each name, and what is behind it."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def run(program: Program, *command: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, with what the shell has opened."""
    return subprocess.run([sys.executable, "-m", "esdkit", *command], cwd=program.folder, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


# ---------------------------------------------------------------- two uses of one file
ONE_FILE = {
    "encrypt-onto-itself": ("encrypt", "plain", "-o", "plain"),
    "encrypt-onto-a-hard-link": ("encrypt", "plain", "-o", "plain.hard"),
    "encrypt-onto-a-link": ("encrypt", "plain", "-o", "plain.soft"),
    "encrypt-of-a-link": ("encrypt", "plain.soft", "-o", "plain"),
    "encrypt-by-a-dot": ("encrypt", "plain", "-o", "./plain"),
    "encrypt-by-two-dots": ("encrypt", "plain", "-o", "sub/../plain"),
    "encrypt-with-no-suffix": ("encrypt", "plain", "-o", ".", "--suffix", ""),
    "decrypt-onto-itself": ("decrypt", "message", "-o", "message"),
    "decrypt-onto-a-link-to-a-link": ("decrypt", "message", "-o", "chain"),
    "metadata-onto-the-message": ("decrypt", "message", "-o", "new", "--metadata-output", "message"),
    "metadata-onto-a-link-of-it": ("decrypt", "message", "-o", "new", "--metadata-output", "chain"),
    "metadata-onto-the-plaintext": ("encrypt", "plain", "-o", "new", "--metadata-output", "plain.hard"),
    "metadata-onto-the-output": ("decrypt", "message", "-o", "new", "--metadata-output", "new"),
    "metadata-onto-it-by-dots": ("decrypt", "message", "-o", "new", "--metadata-output", "sub/../new"),
    "metadata-onto-a-dangling-link": ("decrypt", "message", "-o", "new", "--metadata-output", "new.soft"),
    "metadata-onto-an-old-output": ("decrypt", "message", "-o", "text", "--metadata-output", "text.soft"),
    "metadata-and-a-new-message": ("rekey", "message", "-o", "message", "--metadata-output", "message"),
    "encrypt-onto-its-key": ("encrypt", "plain", "-o", "aes-256.key"),
    "metadata-onto-a-key": ("decrypt", "message", "-o", "new", "--metadata-output", "sub/../aes-256.key"),
    "rekey-onto-the-new-key": ("rekey", "message", "-o", "k2.key"),
    "encrypt-onto-a-keyring-file": ("encrypt", "plain", "--keyring", "keyring.yaml", "-o", "keyring.yaml"),
    "encrypt-onto-the-key-of-a-keyring-file": ("encrypt", "plain", "--keyring", "keyring.yaml", "-o", "yaml.key"),
    "doctor-onto-a-key": ("doctor", "message", "--data-key", "@yaml.key", "--apply", "yaml.key"),
    "assemble-onto-a-key": ("assemble", "text", "--data-key", "@yaml.key", "-o", "yaml.key"),
    "lint-onto-its-profile": ("lint", "message", "--profile", "profile.yaml", "--json", "-o", "profile.yaml"),
    "assemble": ("assemble", "text", "-o", "text.soft"),
    "dump": ("dump", "message", "--html", "message.hard"),
    "dump-of-a-number": ("dump", "export#2", "--html", "export"),
    "lint-json": ("lint", "text", "message", "--json", "-o", "message"),
    "lint-sarif": ("lint", "-r", ".", "--sarif", "-o", "sub/../plain.soft"),
    "extract": ("extract", "message", "-o", "message.hard"),
    "extract-by-number": ("extract", "export#2", "-o", "export"),
    "vectors": ("vectors", "run", "set.json", "-o", "set.json.soft"),
    "vectors-onto-the-known-bugs": ("vectors", "run", "--target", "exec:true", "--xfail", "bugs.yaml", "-o", "bugs.yaml"),
    "vectors-onto-what-a-manifest-names": ("vectors", "run", "set.json", "-o", "sub/../message.hard"),
    "vectors-onto-what-a-manifest-of-a-folder-names": ("vectors", "run", ".", "-o", "message"),
    "vectors-of-a-folder": ("vectors", "run", ".", "-o", "set.json"),
    "doctor-of-several": ("doctor", "export", "--apply", "./export"),
    "doctor-of-one-of-several": ("doctor", "export#2", "--apply", "export"),
}


@pytest.mark.parametrize("case", ONE_FILE)
def test_file_that_has_two_uses_is_refused_before_anything_is_written(desk: Program, case: str) -> None:
    verb = ONE_FILE[case][0]
    keys = desk.aes() if verb in ("encrypt", "decrypt", "rekey") and "--keyring" not in ONE_FILE[case] else ()
    options = (*keys, *(to_new(desk) if verb == "rekey" else ()))
    before = contents(desk.folder)
    ran = desk(*ONE_FILE[case], *options)
    assert ran.code == 2
    assert re.search(r"would\s+be\s+(both\s+read\s+and\s+written|written\s+twice);", ran.stderr)
    assert contents(desk.folder) == before


@pytest.mark.parametrize("name", ["message", "message.hard", "message.soft", "chain", "./message"])
def test_rekey_may_replace_its_input_by_any_of_its_names(desk: Program, name: str) -> None:
    assert desk("rekey", "message", "-o", name, *desk.aes(), *to_new(desk), "--metadata-output", "log").code == 0
    assert esdkit.decrypt(source=(desk.folder / name).read_bytes(), keyring=NEW)[0] == PLAINTEXT
    assert (desk.folder / "chain").is_symlink() and (desk.folder / "log").read_bytes().count(b"\n") == 1


def test_rekey_of_a_folder_may_replace_each_file_but_no_other(desk: Program) -> None:
    for name in ("a", "b"):
        desk.write(f"sub/{name}", (desk.folder / "message").read_bytes())
    options = ("-r", "sub", "-o", "sub", "--suffix", "", *desk.aes(), *to_new(desk))
    assert desk("rekey", *options).code == 0
    for name in ("a", "b"):
        assert esdkit.decrypt(source=(desk.folder / "sub" / name).read_bytes(), keyring=NEW)[0] == PLAINTEXT
    (desk.folder / "sub" / "c").symlink_to("a")
    before = contents(desk.folder)
    assert desk("rekey", *options).code == 2
    assert contents(desk.folder) == before


@pytest.mark.parametrize("link", ["hard", "soft", "to-come"])
def test_two_outputs_that_are_links_to_one_file_are_refused(desk: Program, link: str) -> None:
    (desk.folder / "in").mkdir()
    (desk.folder / "out").mkdir()
    for name in ("a", "b"):
        desk.write(f"in/{name}", name.encode())
    if link != "to-come":
        desk.write("out/a.x", b"old")
    if link == "hard":
        (desk.folder / "out" / "b.x").hardlink_to(desk.folder / "out" / "a.x")
    else:
        (desk.folder / "out" / "b.x").symlink_to("a.x")
    option = desk.aes()
    before = contents(desk.folder)
    ran = desk("encrypt", "-r", "in", "-o", "out", "--suffix", ".x", *option)
    assert (ran.code, "would be written twice" in " ".join(ran.stderr.split())) == (2, True)
    assert contents(desk.folder) == before


PAIRS = [("README", "readme"), ("x/A", "X/a"), ("straße", "STRASSE"), ("é", "e\u0301")]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: ascii(pair[1]))
def test_names_that_the_folder_folds_are_one_file(desk: Program, monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str]) -> None:
    for name in pair:
        (desk.folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        desk.write(f"in/{name}", name.encode())
    command = ("encrypt", "-r", "in", "-o", "out", *desk.aes())
    monkeypatch.setattr(output_module, "_is_one", lambda folder, first, second: True)
    before = contents(desk.folder)
    ran = desk(*command)
    assert (ran.code, "would be written twice" in " ".join(ran.stderr.split())) == (2, True)
    assert contents(desk.folder) == before


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: ascii(pair[1]))
def test_file_system_itself_is_asked_which_names_are_one_file(desk: Program, pair: tuple[str, str]) -> None:
    (desk.folder / "sub" / pair[0]).parent.mkdir(exist_ok=True)
    desk.write(f"sub/{pair[0]}", b"")
    folds = (desk.folder / "sub" / pair[1]).exists()
    first, second = (desk.folder / "out" / name for name in pair)
    assert output_module._is_one(desk.folder, first, second) == folds
    assert not list(desk.folder.glob(".esdkit-*"))
    assert desk("decrypt", "message", "-o", "new", "--metadata-output", "NEW", *desk.aes()).code == (2 if folds else 0)


@pytest.mark.parametrize(
    "parts", [pytest.param(("d",) * 1050, id="deep", marks=pytest.mark.slow), pytest.param(("d", "n" * 300, "d"), id="too-long")]
)
def test_nothing_is_left_of_asking(tmp_path: Path, parts: tuple[str, ...]) -> None:
    with suppress(OSError):
        assert not output_module._is_one(tmp_path, tmp_path.joinpath(*parts, "a"), tmp_path.joinpath(*parts, "b"))
    assert not list(tmp_path.iterdir())


def test_output_that_became_a_name_of_the_input_is_not_written(desk: Program) -> None:
    with (desk.folder / "plain").open("rb") as file:
        for name in ("plain.hard", "plain.soft", "plain"):
            with pytest.raises(FileExistsError) as caught, open_output(name, apart_from=[None, file_key(os.fstat(file.fileno()))]) as sink:
                sink.write(b"lost")
            assert caught.value.filename == name
    assert (desk.folder / "plain").read_bytes() == PLAINTEXT


def test_output_that_becomes_a_link_to_the_input_after_the_plan_is_not_written(desk: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_apart = output_module.keep_apart

    def link_then(inputs: Sequence[str], outputs: Sequence[str], *, in_place: bool = False) -> None:
        keep_apart(inputs, outputs, in_place=in_place)
        (desk.folder / "out").symlink_to("plain")

    monkeypatch.setattr("esdkit.cli.files.keep_apart", link_then)
    ran = desk("encrypt", "plain", "-o", "out", *desk.aes())
    assert (ran.code, ran.stderr.startswith("error: out: this run reads this file")) == (4, True)
    assert (desk.folder / "plain").read_bytes() == PLAINTEXT


def test_extract_replaces_neither_an_input_nor_what_it_has_just_written(desk: Program) -> None:
    for folder in ("a", "b"):
        (desk.folder / folder).mkdir()
        desk.write(f"{folder}/x", V1)
    desk.write("out.esdk", b"not this")
    ran = desk("extract", "a/x", "b/x", "-o", "out/")
    assert ran.code == 4
    assert "error: out/x.esdk: this run reads this file, or has already written it" in " ".join(ran.stderr.split())
    assert (desk.folder / "out" / "x.esdk").read_bytes() == V1
    desk.write("a/x.esdk", MULTI)
    assert desk("extract", "a/x", "a/x.esdk", "-o", "a/").code == 4
    assert (desk.folder / "a" / "x.esdk").read_bytes() == MULTI


def test_extract_does_not_replace_the_file_that_is_its_stdin(desk: Program) -> None:
    desk.write("sub/stdin.esdk", MULTI.hex().encode())
    with (desk.folder / "sub" / "stdin.esdk").open("rb") as file:
        ran = run(desk, "extract", "-", "-o", "sub/", stdin=file, stderr=subprocess.PIPE)
    assert (ran.returncode, b"this run reads this file" in ran.stderr) == (4, True)
    assert (desk.folder / "sub" / "stdin.esdk").read_bytes() == MULTI.hex().encode()


def test_output_that_cannot_be_there_does_not_stop_the_others(desk: Program) -> None:
    long = "n" * 250
    for name in ("a", long):
        desk.write(f"sub/{name}", b"")
    ran = desk("encrypt", "-r", "sub", "-o", "out", *desk.aes())
    assert (ran.code, [path.name for path in (desk.folder / "out").iterdir()]) == (4, ["a.encrypted"])
    assert long in ran.stderr


def test_device_may_be_read_and_written_and_be_the_metadata_too(desk: Program) -> None:
    assert desk("encrypt", "/dev/null", "-o", "/dev/null", "--metadata-output", "/dev/null", *desk.aes()).code == 0


# ---------------------------------------------------------------- what the shell has opened
@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link", "/dev/../dev/stdout"])
@pytest.mark.parametrize("verb", ["encrypt", "dump"])
def test_stdout_by_any_name_is_written_to_and_not_replaced(desk: Program, name: str, verb: str) -> None:
    (desk.folder / "link").symlink_to("/dev/stdout")
    if not Path(name if name.startswith("/") else "/dev/stdout").exists():
        pytest.skip("this system has no such name")
    keys = desk.aes() if verb == "encrypt" else ()
    source = "plain" if verb == "encrypt" else "message"
    with (desk.folder / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        ran = run(desk, verb, source, "--html" if verb == "dump" else "-o", name, *keys, stdout=log, stderr=subprocess.PIPE)
        log.seek(0, os.SEEK_END)
        log.write(b"after\n")
        log.flush()
        assert os.fstat(log.fileno()).st_ino == (desk.folder / "log").stat().st_ino
    data = (desk.folder / "log").read_bytes()
    assert (ran.returncode, data.startswith(b"before\n"), data.endswith(b"after\n")) == (0, True, True), ran.stderr
    assert len(data) > len(b"before\nafter\n")


@pytest.mark.parametrize("to", ["file", "pipe"])
@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}", "link"])
def test_descriptor_is_written_to_and_not_replaced(desk: Program, to: str, name: str) -> None:
    reading, writing = os.pipe() if to == "pipe" else (None, os.open(desk.folder / "log", os.O_RDWR | os.O_CREAT | os.O_APPEND))
    os.write(writing, b"before\n")
    (desk.folder / "link").symlink_to(f"/dev/fd/{writing}")
    ran = run(desk, "decrypt", "message", "-o", name.format(writing), *desk.aes(), pass_fds=[writing], capture_output=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    os.close(writing)
    if reading is None:
        data = (desk.folder / "log").read_bytes()
    else:
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
    assert data == b"before\n" + PLAINTEXT


@pytest.mark.parametrize("name", ["/dev/fd/97", "/dev/fd/99999999999999999999"])
def test_descriptor_that_is_not_open_is_named(desk: Program, name: str) -> None:
    ran = desk("decrypt", "message", "-o", name, *desk.aes())
    assert (ran.code, ran.stderr.startswith(f"error: {name}: ")) == (4, True)


@pytest.mark.parametrize(
    ("verb", "mode", "redirected", "code"),
    [("encrypt", "ab", "stdout", 2), ("encrypt", "rb", "stdin", 2), ("rekey", "ab", "stdout", 2), ("rekey", "rb", "stdin", 0)],
)
def test_what_the_shell_has_opened_is_compared_too(desk: Program, verb: str, mode: str, redirected: str, code: int) -> None:
    source = "plain" if verb == "encrypt" else "message"
    before = (desk.folder / source).read_bytes()
    words = (source,) if redirected == "stdout" else ("-", "-o", source)
    keys = (*desk.aes(), *(to_new(desk) if verb == "rekey" else ()))
    with (desk.folder / source).open(mode) as file:
        ran = run(desk, verb, *words, *keys, stderr=subprocess.PIPE, **{redirected: file})
    assert ran.returncode == code
    if code:
        assert (desk.folder / source).read_bytes() == before
    else:
        assert esdkit.decrypt(source=(desk.folder / source).read_bytes(), keyring=NEW)[0] == PLAINTEXT


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_metadata_and_output_do_not_both_go_to_stdout(desk: Program, name: str) -> None:
    for output in ((), ("-o", "/dev/stdout")):
        ran = desk("decrypt", "message", *output, "--metadata-output", name, *desk.aes())
        assert (ran.code, ran.stdout, "both go to stdout" in ran.stderr) == (2, b"", True)
    assert desk("decrypt", "message", "-o", "new", "--metadata-output", name, *desk.aes()).stdout.startswith(b'{"schema"')


# ---------------------------------------------------------------- other places
NO_NAME = [
    ("encrypt", "plain", "-o", ""),
    ("decrypt", "message", "-o", "new", "--metadata-output", ""),
    ("extract", "message", "-o", ""),
    ("extract", "-r", "sub", "-o", ""),
    ("assemble", "text", "-o", ""),
    ("dump", "message", "--html", ""),
    ("lint", "message", "--json", "-o", ""),
    ("doctor", "message", "--apply", ""),
    ("vectors", "run", "set.json", "-o", ""),
    ("vectors", "fetch", "net-4.0.1", "--to", ""),
]


@pytest.mark.parametrize("command", NO_NAME, ids=" ".join)
def test_output_without_a_name_is_not_the_working_directory(desk: Program, command: tuple[str, ...]) -> None:
    keys = desk.aes() if command[0] in ("encrypt", "decrypt") else ()
    before = contents(desk.folder)
    ran = desk(*command, *keys)
    assert (ran.code, ran.stdout) == (2, b"")
    assert "error: the name of a file or directory is empty\n" in ran.stderr
    assert contents(desk.folder) == before


@pytest.mark.parametrize("name", ["new/", "new/.", "new/..", "sub", "sub/", "plain/"])
@pytest.mark.parametrize("verb", [("assemble", "text", "-o"), ("dump", "message", "--html"), ("lint", "message", "--json", "-o")])
def test_file_cannot_be_put_in_place_of_a_directory(desk: Program, verb: tuple[str, ...], name: str) -> None:
    before = contents(desk.folder)
    ran = desk(*verb, name)
    assert (ran.code, ran.stdout) == (4, b"")
    assert ran.stderr == f"error: {name}: Is a directory\n"
    assert contents(desk.folder) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no folder that nobody can write to")
@pytest.mark.parametrize("options", [(), ("--no-overwrite",)], ids=["replace", "no-overwrite"])
def test_folder_that_cannot_be_written_to_is_named(desk: Program, options: tuple[str, ...]) -> None:
    ran = desk("decrypt", "message", "-o", "/proc/new", *options, *desk.aes())
    assert (ran.code, ran.stderr.startswith("error: /proc/new: ")) == (4, True)


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP], ids=["fat", "network"])
def test_no_overwrite_on_a_file_system_without_hard_links_replaces_nothing(
    desk: Program, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    assert desk("decrypt", "message", "-o", "new", "--no-overwrite", *desk.aes()).code == 0
    assert (desk.folder / "new").read_bytes() == PLAINTEXT
    assert stat.S_IMODE((desk.folder / "new").stat().st_mode) == 0o600
    before = contents(desk.folder)
    with pytest.raises(FileExistsError):  # made by somebody else after the first look
        output_module._put(desk.folder / "message", desk.folder / "new", overwrite=False)
    assert contents(desk.folder) == before


# ---------------------------------------------------------------- owner and mode
def test_output_on_a_file_system_that_is_read_only_is_named(desk: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path | str, *_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(output_module, "_for_its_owner", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    ran = desk("assemble", "text", "-o", "new")
    assert (ran.code, ran.stderr) == (4, "error: new: Read-only file system\n")


@AS_ROOT
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o4755], ids=oct)
@pytest.mark.parametrize("name", ["message", "message.soft"])
def test_file_that_root_replaces_keeps_its_owner_group_and_mode(desk: Program, mode: int, name: str) -> None:
    path = desk.folder / "message"
    os.chown(path, 12, 34)
    path.chmod(mode)
    assert desk("rekey", "message", "-o", name, *desk.aes(), *to_new(desk)).code == 0
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12, 34, mode)


@AS_ROOT
def test_file_whose_owner_cannot_be_kept_is_not_replaced(desk: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    os.chown(desk.folder / "message", 12, 34)
    options = (*desk.aes(), *to_new(desk))
    before = contents(desk.folder)
    monkeypatch.setattr(os, "chown", refuse)
    ran = desk("rekey", "message", "-o", "message", *options)
    assert (ran.code, ran.stderr) == (4, "error: message: its owner and group (12:34) cannot be kept; choose another\n  output\n")
    assert contents(desk.folder) == before


# ---------------------------------------------------------------- walks
def test_temporary_file_of_a_killed_run_is_skipped_and_named(desk: Program) -> None:
    desk.write(f"sub/{PART}", b"the beginning of something")
    desk.write("sub/.esdkit-notes.part", b"not one of ours")
    ran = desk("encrypt", "-r", "sub", "-o", "out", *desk.aes())
    assert (ran.code, [path.name for path in (desk.folder / "out").iterdir()]) == (0, [".esdkit-notes.part.encrypted"])
    assert f"sub/{PART} is a temporary file" in " ".join(ran.stderr.split())


def test_temporary_files_are_known_by_their_name(tmp_path: Path) -> None:
    with open_output(str(tmp_path / "out")) as sink:
        sink.write(b"")
        assert [is_part(path.name) for path in tmp_path.iterdir()] == [True]
    assert is_part(PART) and not is_part("out") and not is_part(f"{PART}.encrypted")


@pytest.fixture
def deep(program: Program) -> Iterator[Program]:
    """1,500 folders, one in another, with a message in the last."""
    (program.folder / "deep").mkdir()
    handle = os.open("deep", os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=handle)
        below = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    with open("m.json", "wb", opener=lambda name, flags: os.open(name, flags, dir_fd=handle)) as file:
        file.write(MULTI)
    os.close(handle)
    yield program
    subprocess.run(["rm", "-rf", "deep", "out"], cwd=program.folder, check=True)  # Python's own way may call itself too often


def test_folder_of_1500_levels_is_read_to_its_end(deep: Program) -> None:
    inner = "/".join(["deep", *["d"] * 1500, "m.json"])
    ran = deep("inspect", "--oneline", "-r", "deep")
    assert (ran.code, ran.text.partition(": ")[0]) == (0, inner)
    assert deep("decrypt", "-r", "deep", "-o", "out", *deep.aes()).code == 0
    assert (deep.folder / f"out{inner.removeprefix('deep')}.decrypted").stat().st_size == 129
    assert deep("vectors", "run", "deep").code == 4  # no manifest is there


# ---------------------------------------------------------------- complaints
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["inspect nowhere", "dump --foo", "frobnicate", "decrypt text", "doctor", "encrypt -r sub -o out"])
def test_error_that_cannot_be_told_is_a_failure_of_output(desk: Program, command: str) -> None:
    os.mkfifo(desk.folder / "sub" / "fifo")  # which is noted
    keys = desk.aes() if command.startswith(("encrypt", "decrypt")) else ()
    with Path("/dev/full").open("wb") as full:
        ran = run(desk, *command.split(), *keys, stderr=full, stdout=subprocess.PIPE)
        assert (ran.returncode, ran.stdout) == (4, b"")
        assert run(desk, *command.split(), *keys, stderr=full, stdout=full).returncode == 4


HOSTILE = "x\x1b]0;t\x07\x1b[31my\r"


@pytest.mark.parametrize(
    "command",
    [
        *(
            "dump plain",
            "diff plain plain",
            "vectors lint sub",
            "keyring schema",
            "",
            "vectors",
            "keyring",
            "assemble text",
        ),  # an argument too much
        *(
            "dump --depth",
            "encrypt --caching",
            "encrypt --jobs",
            "lint --fail-on",
            "vectors run --format",
            "inspect --color",
        ),  # a bad value
        *("vectors run sub -o", "vectors fetch --to", "vectors fetch", "vectors run", "keyring check", "lint --profile"),
        *("inspect", "inspect --oneline", "verify", "dump", "doctor", "extract", "lint", "diff plain", "lint plain --json -o none/"),
        *("assemble text -o none/", "encrypt --data-key", "decrypt -c", "decrypt --compat", "inspect --get", "vectors run -k"),
    ],
)
@pytest.mark.parametrize("made", [False, True], ids=["missing", "there"])
def test_nothing_that_click_prints_steers_the_terminal(desk: Program, command: str, made: bool) -> None:
    name = f"{command.split()[-1]}{HOSTILE}" if command.endswith("/") else HOSTILE
    if made and not command.endswith("/"):
        desk.write(name, PLAINTEXT)
    words = command.split()[:-1] if command.endswith("/") else command.split()
    ran = desk(*words, name)
    assert not {"\x1b", "\x07", "\r"} & {*ran.text, *ran.stderr}


def test_option_that_does_not_exist_does_not_steer_the_terminal(desk: Program) -> None:
    ran = desk("dump", f"--{HOSTILE}", "plain")
    assert ran.code == 2
    assert not {"\x1b", "\x07", "\r"} & {*ran.stderr}


def test_output_of_a_library_call_names_the_file_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OSError, match="No such file") as caught:
        write_output("none/../x/y", b"")
    assert caught.value.filename == "none/../x/y"


@pytest.mark.skipif(sys.platform == "win32", reason="signals wait on Unix only")
def test_two_signals_at_once_end_the_program_once_and_print_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they come when a system call takes long."""
    printed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", printed.append)
    both = [signal.SIGINT, signal.SIGTERM]
    handlers = list(map(signal.getsignal, both))
    with pytest.raises(KeyboardInterrupt), ending_by_exception():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, both)
        try:
            for number in both:
                signal.pthread_kill(threading.get_ident(), number)  # another thread of the test runner would not wait
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    assert printed == []
    assert list(map(signal.getsignal, both)) == handlers

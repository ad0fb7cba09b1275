"""The program as a whole: exit codes, what goes where, and how it ends when something is in its way."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import esdkit
from esdkit.cli import inspect as inspect_module
from esdkit.cli import main as main_module
from esdkit.errors import Code, UsageError
from esdkit.spec import exit_codes
from tests.cli.running import MULTI, UNSIGNED, Program, on_terminal
from tests.conftest import Golden

CODES = exit_codes()


def start(*command: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "esdkit", *command], **options)  # type: ignore[call-overload, no-any-return]


def test_program_without_a_verb_helps_and_is_wrong_usage(program: Program) -> None:
    ran = program()
    assert (ran.code, ran.stdout) == (2, b"")
    assert "Usage: esdkit" in ran.stderr


def test_program_version_is_the_packages(program: Program) -> None:
    ran = program("--version")
    assert (ran.code, ran.text) == (0, f"esdkit {esdkit.__version__}\n")


def test_program_as_a_module_is_the_same() -> None:
    ran = subprocess.run([sys.executable, "-m", "esdkit", "--version"], capture_output=True, check=True)
    assert ran.stdout.decode() == f"esdkit {esdkit.__version__}\n"


def test_version_imports_no_room_of_the_library() -> None:
    script = "import sys; from esdkit.cli.main import main; main(['--version']); print(*sorted(m for m in sys.modules if 'esdkit' in m))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert set(ran.stdout.decode().split()[2:]) == {
        "esdkit",
        "esdkit.cli",
        "esdkit.cli.command",
        "esdkit.cli.main",
        "esdkit.cli.terminal",
        "esdkit.errors",
        "esdkit.frozen",
        "esdkit.generated",
        "esdkit.later",
        "esdkit.near",
    }


def modules_of(*arguments: str) -> set[str]:
    """The modules that a run has imported when it ends; it must find its file."""
    script = f"import sys; from esdkit.cli.main import main; assert main({arguments!r}) < 2; print(end='\\n\\n'); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return set(ran.stdout.decode().splitlines()[-1].split())


# What a run without a key does without, as long as the message is valid and not signed.
SELDOM = {
    "asyncio",
    "boto3",
    "construct",
    "cryptography",
    "esdkit.crypto.key_material",
    "esdkit.doctor.near_keys",
    "esdkit.doctor.other_uses",
    "esdkit.doctor.repair",
    "esdkit.doctor.sdk_errors",
    "esdkit.doctor.trials",
    "esdkit.engine.client",
    "esdkit.engine.session",
    "esdkit.grammar.constructs",
    "esdkit.input.search",
    "esdkit.input.things",
    "esdkit.keyrings.description",
    "esdkit.keyrings.memory",
    "hashlib",
    "multiprocessing",
    "secrets",
    "tempfile",
    "traceback",
}


@pytest.mark.parametrize("verb", ["inspect", "verify", "doctor"])
def test_run_without_a_key_imports_what_it_uses(verb: str, tmp_path: Path) -> None:
    (tmp_path / "message").write_bytes(UNSIGNED)
    assert SELDOM & modules_of(verb, str(tmp_path / "message")) == set()


def test_inspect_imports_neither_keyrings_nor_engine(tmp_path: Path) -> None:
    (tmp_path / "message").write_bytes(MULTI)
    modules = modules_of("inspect", str(tmp_path / "message"))
    assert not {"esdkit.keyrings", "esdkit.cmm", "esdkit.engine", "esdkit.doctor"} & modules


def test_signed_message_imports_what_verifies_it_and_no_other_hash_or_algorithm(tmp_path: Path) -> None:
    (tmp_path / "message").write_bytes(MULTI)
    modules = modules_of("verify", str(tmp_path / "message"))
    assert SELDOM & modules == {"cryptography"}
    assert not {"cryptography.hazmat.primitives.asymmetric.rsa", "cryptography.hazmat.primitives.ciphers"} & modules


def test_broken_message_imports_what_explains_it(tmp_path: Path) -> None:
    (tmp_path / "message").write_bytes(bytes([2, 4, 0x78]))
    modules = modules_of("verify", str(tmp_path / "message"))
    assert SELDOM & modules == {"construct", "esdkit.grammar.constructs", "hashlib", "traceback"}  # the last two by construct
    (tmp_path / "message").write_bytes(b"no message")
    assert "esdkit.input.things" in modules_of("doctor", str(tmp_path / "message"))


def frozen_after(statement: str) -> list[int]:
    """How many objects the garbage collector leaves out before and after a statement; that it still runs."""
    script = f"import gc, sys; from esdkit.cli.main import main; before = gc.get_freeze_count(); {statement}; assert gc.isenabled()"
    ran = subprocess.run([sys.executable, "-c", f"{script}; print(before, gc.get_freeze_count())"], capture_output=True, check=True)
    return [int(count) for count in ran.stdout.decode().splitlines()[-1].split()]


def test_garbage_collection_leaves_out_what_the_program_imports() -> None:
    before, after = frozen_after("sys.argv[1:] = ['--version']; main()")
    assert before < 1_000 < 10_000 < after  # Python 3.12 leaves out some objects of its own


def test_garbage_collection_in_the_process_of_a_caller_leaves_out_a_verb_once() -> None:
    before, after = frozen_after("main(['--version'])")
    assert before == after
    before, after = frozen_after("main(['inspect', '--help']); before = gc.get_freeze_count(); main(['inspect', '--help'])")
    assert 10_000 < after <= before  # what is frozen can still be freed


@pytest.mark.parametrize("verb", ["encrypt", "doctor"])
def test_help_of_what_can_use_processes_imports_none_of_that(verb: str) -> None:
    assert not {"multiprocessing", "secrets"} & modules_of(verb, "--help")


@pytest.mark.parametrize("verb", ["run", None], ids=str)
def test_help_of_vectors_imports_nothing_that_runs_them(verb: str | None) -> None:
    modules = modules_of("vectors", *([verb] if verb else []), "--help")
    assert not {"esdkit.vectors.runner", "esdkit.vectors.fetch", "esdkit.message", "construct", "cryptography"} & modules


@pytest.mark.parametrize(
    "verb",
    [(), ("inspect",), ("verify",), ("doctor",), ("encrypt",), ("decrypt",), ("rekey",), ("keyring",)],
    ids=lambda verb: "-".join(verb) or "esdkit",
)
def test_help_shows_an_example(program: Program, verb: tuple[str, ...]) -> None:
    ran = program(*verb, "--help")
    assert ran.code == 0
    assert f"Usage: {' '.join(('esdkit', *verb))}" in ran.text
    assert f"  {' '.join(('esdkit', *(verb or ('inspect',))))} " in ran.text
    assert program(*verb, "-h").text == ran.text


@pytest.mark.parametrize("verb", ["inspect", "extract", "verify", "doctor", "encrypt", "decrypt", "rekey", "keyring"])
def test_help_is_as_reviewed(program: Program, golden: Golden, verb: str) -> None:
    golden(f"help-{verb}.txt", program(verb, "--help").transcript)


def test_help_of_every_verb_is_short_and_explains_an_option_once(program: Program) -> None:
    for words in verbs():
        lines = program(*words, "--help").text.splitlines()
        assert len(lines) <= 60, words
        assert max(map(len, lines)) <= 80, words
        rows = [line.split("  ")[1] for line in lines if line.startswith("  -")]
        flags = [flag for row in rows for flag in re.findall(r"--?[a-zA-Z][\w-]*", row)]
        assert len(flags) == len(set(flags)), words
        assert "--help" in flags


def verbs(command: click.Command = main_module.esdkit_command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of each verb, and of the verbs below it."""
    yield words
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from verbs(below, (*words, name))


def test_exit_codes_of_the_help_are_those_of_the_table(program: Program) -> None:
    text = " ".join(program("--help").text.split())
    assert "1 failure (invalid message, failed vector, lint finding)" in text
    assert {int(code) for code in re.findall(r"(\d+) [a-z]", text.partition("Exit codes: ")[2].partition(".")[0])} == set(CODES.values())


@pytest.mark.parametrize(
    ("command", "meant"),
    [
        (("inspct",), "inspect"),
        (("verfy", "message"), "verify"),
        (("inspect", "--onelin", "message"), "--oneline"),
        (("decrypt", "message", "--data-keys", "@key"), "--data-key"),
        (("keyring", "chek"), "check"),
        (("vectors", "runn"), "run"),
        (("--hlp",), "--help"),
        (("inspect", "--color", "alwys", "message"), "always"),
        (("lint", "--fail-on", "eror", "message"), "error"),
        (("lint", "--profile", "strickt", "message"), "strict"),
        (("spec", "export", "wiresark"), "wireshark"),
        (("decrypt", "message", "--compat", "net-4.0.1", "--data-key", "env:K"), "net-4.0.0"),
        (("vectors", "fetch", "net-4.0.2", "--to", "sets"), "net-4.0.1"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_mistyped_name_is_answered_with_the_one_that_was_meant(program: Program, command: tuple[str, ...], meant: str) -> None:
    program.write("message", MULTI)
    ran = program(*command)
    assert (ran.code, ran.stdout) == (2, b"")
    assert f"Did you mean {meant}?" in " ".join(ran.stderr.split())
    assert max(map(len, ran.stderr.splitlines())) <= 80


def test_mistyped_suite_and_field_are_answered_with_those_that_were_meant(program: Program) -> None:
    ran = program("encrypt", "-", "--algorithm", "578", *program.aes())
    assert (ran.code, "Did you mean 0578?" in ran.stderr) == (2, True)
    ran = program("inspect", program.write("message", MULTI), "--get", "header.encrypted_data_keys[0].providerid")
    assert (ran.code, "header.encrypted_data_keys[0].provider_id" in ran.stderr) == (2, True)


def test_name_that_is_near_to_none_is_not_guessed(program: Program) -> None:
    assert program("frobnicate").stderr.endswith("error: No such command 'frobnicate'.\n")


@pytest.mark.parametrize("command", [("frobnicate",), ("--frobnicate",), ("inspect", "--frobnicate"), ("verify",)], ids=" ".join)
def test_unknown_words_are_wrong_usage(program: Program, command: tuple[str, ...]) -> None:
    ran = program(*command)
    assert (ran.code, ran.stdout) == (2, b"")
    assert "\nerror: " in ran.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError(Code.INVALID_ARGUMENT, "no"), "usage"),
        (click.UsageError("no"), "usage"),
        (click.FileError("x", "no"), "input_output"),
        (OSError(5, "Input/output error"), "input_output"),
        (MemoryError(), "input_output"),
        (click.Abort(), "interrupted"),
        (KeyboardInterrupt(), "interrupted"),
        (ModuleNotFoundError("no", name="cryptography"), "usage"),
        (ModuleNotFoundError("no", name="cryptography.new"), "bug"),
        (ModuleNotFoundError("no", name="cryptographic"), "bug"),
        (KeyError("secret"), "bug"),
        (RecursionError(), "bug"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else value,
)
def test_whatever_a_verb_raises_becomes_an_exit_code(
    program: Program, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(inspect_module, "_render", fail)
    ran = program("inspect", program.write("message", MULTI))
    assert (ran.code, ran.stdout) == (CODES[code], b"")


def test_bug_is_reported_without_data(program: Program, monkeypatch: pytest.MonkeyPatch, golden: Golden) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(inspect_module, "_render", fail)
    name = program.write("message", MULTI)
    ran = program("inspect", name)
    golden("bug.txt", ran.transcript)
    monkeypatch.setenv("ESDKIT_DEBUG", "1")
    assert "secret" in program("inspect", name).stderr


def test_program_whose_stdout_is_closed_says_so(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    name = program.write("message", MULTI)
    monkeypatch.setattr(sys, "stdout", None)
    assert main_module.main(["inspect", name]) == CODES["input_output"]


def test_program_whose_stdin_is_closed_says_so(program: Program) -> None:
    with start("inspect", "-", stdin=None, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(0)) as process:
        assert b"Bad file descriptor" in process.stderr.read()  # type: ignore[union-attr]
    assert process.returncode == CODES["input_output"]


@pytest.mark.parametrize(
    "command", [("inspect", *["message"] * 50), ("verify", "message"), ("lint", "message"), ("--help",)], ids=lambda command: command[0]
)
def test_program_whose_reader_went_away_is_quiet(program: Program, command: tuple[str, ...]) -> None:
    program.write("message", MULTI)
    reading, writing = os.pipe()
    os.close(reading)
    with start(*command, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        assert process.stderr.read() == b""  # type: ignore[union-attr]
    assert process.returncode == CODES["input_output"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", [("inspect",), ("verify",)], ids=["inspect", "verify"])
def test_program_whose_stdout_is_full_says_so(tmp_path: Path, verb: tuple[str, ...]) -> None:
    (tmp_path / "message").write_bytes(MULTI)
    with Path("/dev/full").open("wb") as full, start(*verb, str(tmp_path / "message"), stdout=full, stderr=subprocess.PIPE) as process:
        assert process.stderr.read() == b"error: No space left on device\n"  # type: ignore[union-attr]
    assert process.returncode == CODES["input_output"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "command", [("inspect", "missing"), ("-e", "-i", "missing"), ("encrypt", "--aes", "x", "-")], ids=lambda command: command[0]
)
def test_program_whose_stderr_is_full_exits_with_input_output(command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full, start(*command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=full) as process:
        assert process.stdout.read() == b""  # type: ignore[union-attr]
    assert process.returncode == CODES["input_output"]


def test_program_interrupted_exits_130(tmp_path: Path) -> None:
    (tmp_path / "message").write_bytes(MULTI)
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with start("inspect", "--oneline", str(tmp_path / "message"), "-", **pipes) as process:
        assert process.stdin and process.stdout and process.stderr
        assert b"v2 0578" in process.stdout.readline()  # now it waits for stdin
        process.send_signal(signal.SIGINT)
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == CODES["interrupted"]


def test_program_interrupted_while_it_loads_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    with start("--version", stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}) as process:
        assert process.communicate() == (b"", b"")
    assert process.returncode == -signal.SIGINT  # which a shell shows as 130


@pytest.mark.parametrize("verb", ["inspect", "dump", "verify", "doctor", "lint", "diff"])
def test_colours_can_be_had_anywhere(program: Program, verb: str) -> None:
    names = [program.write("message", MULTI[:99]), *([program.write("other", MULTI)] if verb == "diff" else [])]
    assert "\x1b[" in program(verb, *names, "--color", "always").text
    assert "\x1b[" not in program(verb, *names, "--color", "never").text


def terminal_output(*command: str, **environment: str) -> bytes:
    """What the program writes to a terminal."""
    code, output = on_terminal(*command, **environment)
    assert code in (0, 1)
    return output


def test_colours_stand_on_a_terminal_and_nowhere_else(program: Program) -> None:
    name = program.write("message", MULTI)
    plain = {"NO_COLOR": "1", "TERM": "xterm"}
    assert b"\x1b[32m" in terminal_output("inspect", name, TERM="xterm", NO_COLOR="")
    for verb in ("inspect", "verify"):
        assert b"\x1b" not in terminal_output(verb, name, **plain)
        assert "\x1b" not in program(verb, name).text
    assert b"\x1b" not in terminal_output("verify", name, "--max-encrypted-data-keys", "1", **plain)
    assert b"\x1b[32m" in terminal_output("vectors", "run", "-k", "mpl-0578-multi", TERM="xterm", NO_COLOR="")
    output = terminal_output("vectors", "run", "-k", "mpl-0578-multi", **plain)
    assert re.search(rb"\x1b\[[0-9;]*m", output) is None  # on a slow machine the progress bar stands here, and erases its line


def test_text_that_the_terminal_cannot_show_is_escaped(program: Program) -> None:
    name = program.native("mpl-0478-aes-unicode-ascii-f128-p5")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run([sys.executable, "-m", "esdkit", "inspect", name], capture_output=True, env=environment, check=True)
    assert b"\\u043a\\u043b\\u044e\\u0447-\\U00010348" in ran.stdout

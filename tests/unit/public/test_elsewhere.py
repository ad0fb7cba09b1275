"""Without what only Unix has: every module can be imported, and the verbs for one message work.

No other system runs here. A process gets a Python without the modules, functions and signals that Windows does not have.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.samples import native_ciphertext

_ELSEWHERE = """
import multiprocessing.context, multiprocessing.pool, os, pathlib, pkgutil, signal, subprocess, sys, tempfile, threading
from importlib import import_module

for name in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty", "syslog", "readline"):
    sys.modules[name] = None
for name in ("chown", "fork", "geteuid", "getuid", "killpg", "link", "posix_spawn", "posix_spawnp", "setsid", "sysconf", "O_NOFOLLOW"):
    delattr(os, name)
for name in ("SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGSTOP", "SIGXFSZ", "pthread_sigmask", "sigwait"):
    delattr(signal, name)
multiprocessing.get_all_start_methods = lambda: ["spawn"]
"""
_EVERY = """
import esdkit
for module in pkgutil.walk_packages(esdkit.__path__, "esdkit."):
    if module.name != "esdkit.__main__":
        import_module(module.name)
"""
_COMMANDS = """
import base64, contextlib, io, json
from esdkit.cli.main import main

answers = []
for command in json.loads(sys.argv[1]):
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    code = main(command)
    answers.append([code, *(stream.buffer.getvalue().decode() for stream in (sys.stdout, sys.stderr))])
sys.__stdout__.write(json.dumps(answers))
"""
pytestmark = pytest.mark.slow
AES = ("--aes", "namespace=a,name=b,key=env:KEY")


def run(script: str, *arguments: str, cwd: Path) -> str:
    command = [sys.executable, "-c", _ELSEWHERE + script, *arguments]
    ran = subprocess.run(command, capture_output=True, cwd=cwd, check=False, timeout=120, env={**os.environ, "KEY": "00" * 32}, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "message").write_bytes(native_ciphertext("mpl-0578-multi-ascii-f256-p300"))
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / name).write_bytes(b"plain" * 10_000)
    return tmp_path


def commands(folder: Path, *lines: tuple[str, ...]) -> list[tuple[int, str, str]]:
    """Exit code, stdout and stderr of each, one after the other."""
    answers: list[list[Any]] = json.loads(run(_COMMANDS, json.dumps(lines), cwd=folder))
    return [(code, out, err) for code, out, err in answers]


def test_every_module_can_be_imported(tmp_path: Path) -> None:
    run(_EVERY, cwd=tmp_path)


def test_file_is_encrypted_and_decrypted(folder: Path) -> None:
    options: tuple[str, ...]
    for options in ((), ("--no-overwrite",)):
        encrypt = ("encrypt", "in/a", "-o", f"m{len(options)}", *options, *AES)
        decrypt = ("decrypt", f"m{len(options)}", "-o", f"again{len(options)}", *options, *AES)
        *done, again = commands(folder, encrypt, decrypt, decrypt)
        assert done == [(0, "", ""), (0, "", "")]
        assert (folder / f"again{len(options)}").read_bytes() == (folder / "in" / "a").read_bytes()
    assert again[0] == 4 and "File exists" in again[2]
    assert sorted(path.name for path in folder.iterdir()) == ["again0", "again1", "in", "m0", "m1", "message"]


def test_message_is_read_without_a_key(folder: Path) -> None:
    verbs = [(verb, "message") for verb in ("inspect", "dump", "verify", "doctor", "lint", "extract", "scan")]
    for verb, (code, out, err) in zip(verbs, commands(folder, *verbs), strict=True):
        assert code == 0, (verb, err)
        assert "0578" in out or "no findings" in out, (verb, out)


def test_what_needs_unix_says_so(folder: Path) -> None:
    jobs, target = commands(
        folder,
        ("encrypt", "-r", "in", "-o", "out", "--jobs", "2", *AES),
        ("vectors", "run", "-k", "mpl-0478-aes-192-empty-f256-p257", "--target", f"stdio:{sys.executable}"),
    )
    assert (jobs[0], "several processes need a system with fork" in jobs[2]) == (2, True)
    assert target[0] == 2 and "programs under test need a Unix system" in " ".join((target[1] + target[2]).split())

"""Completion: what is offered for words and values, and bash itself, which completes them on a terminal.

No PowerShell, zsh or fish runs here: of these, the script is looked at, and the protocol between script and program is.
"""

import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from esdkit.spec import SUITES, lint_profiles
from tests.samples import native_cases

_PROGRAM = "import sys; from esdkit.cli.main import main; sys.exit(main([]))"
_PATIENCE = 60  # seconds


def answer(instruction: str, **environment: str) -> str:
    """What the program says to a shell."""
    environment = {**os.environ, "_ESDKIT_COMPLETE": instruction, **environment}
    return subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, env=environment, check=False, text=True).stdout


def offered(words: str, shell: str = "bash") -> list[str]:
    """The lines that a shell gets for a command line that ends at the cursor."""
    return answer(f"{shell}_complete", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))).splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_script_of_a_shell_calls_the_program(shell: str) -> None:
    assert f"{shell}_complete" in answer(f"{shell}_source")


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("esdkit ver", ["verify"]),
        ("esdkit decrypt --da", ["--data-key"]),
        ("esdkit encrypt --algorithm ", [suite.hex_id for suite in SUITES.values()]),
        ("esdkit encrypt --algorithm 057", ["0578"]),
        ("esdkit rekey --algorithm aes_256_gcm_hkdf_sha512_commit_key_", ["AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384"]),
        ("esdkit lint --profile ", [*lint_profiles()]),
        ("esdkit lint --fail-on w", ["warning"]),
        ("esdkit inspect --get header.frame", ["header.frame_length"]),
        (
            "esdkit inspect --get header.encrypted_data_keys[0].c",
            [f"header.encrypted_data_keys[0].ciphertext{end}" for end in (".length", "")],
        ),
        ("esdkit inspect --get footer", ["footer", "footer.signature.length", "footer.signature"]),
        ("esdkit inspect --get raw_aes", []),
        ("esdkit spec error final-too", ["final-too-long"]),
        ("esdkit spec export w", ["wireshark"]),
        ("esdkit vectors fetch net-4.0.1", ["net-4.0.1"]),
        ("esdkit decrypt --data-key ", []),
    ],
)
def test_words_and_values_are_offered(words: str, values: list[str]) -> None:
    assert offered(words) == ([f"plain,{value}" for value in values] or [""])


def test_ids_of_vectors_are_offered() -> None:
    assert offered("esdkit vectors run -k mpl-0578-multi") == [f"plain,{id_}" for id_ in native_cases() if id_.startswith("mpl-0578-multi")]


@pytest.mark.parametrize(
    "words", ["decrypt --keyring k", "encrypt -o k", "doctor --apply k", "lint --profile k", "scan --plan k", "inspect k"]
)
def test_names_of_files_are_completed_by_the_shell(words: str) -> None:
    assert offered(f"esdkit {words}") == ["file,k"]


def test_powershell_gets_three_lines_for_a_value() -> None:
    assert offered("esdkit encrypt --algorithm 057", "powershell") == ["plain", "0578", SUITES[0x0578].name]


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[int]:
    """A bash on a terminal that has run the line of ``esdkit --help``."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("this system has no bash")
    program = tmp_path / "bin" / "esdkit"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m esdkit "$@"\n')
    program.chmod(0o755)
    ours, its = pty.openpty()
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "TERM": "dumb", "PS1": "> ", "INPUTRC": os.devnull}
    command = [bash, "--norc", "--noprofile", "-i"]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=environment, cwd=tmp_path, start_new_session=True) as process:
        os.close(its)
        os.write(ours, b'eval "$(_ESDKIT_COMPLETE=bash_source esdkit)"; echo rea""dy\n')
        wait_for(ours, b"ready\r\n")
        yield ours
        os.write(ours, b"\x15exit\n")
        process.kill()
    os.close(ours)


def wait_for(terminal: int, text: bytes) -> None:
    output, end = b"", time.monotonic() + _PATIENCE
    while text not in output:
        assert time.monotonic() < end, output
        output += os.read(terminal, 65536)


@pytest.mark.slow
def test_bash_completes_verb_option_and_value(typed: int) -> None:
    for begun, completed in ((b"esdkit insp\t", b"inspect "), (b"--onel\t", b"--oneline "), (b"--get footer.signature.\t", b"length ")):
        os.write(typed, begun)
        wait_for(typed, completed)

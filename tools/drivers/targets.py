"""The real SDKs as programs under test: how each is started, or why it is missing and what builds it.

    python -m tools.drivers.targets

lists them. Each speaks the protocol of spec/schemas/target.json. Paths are absolute, so that a command works from any folder. A program
counts as missing only for what can be seen without starting it: a file, a folder, or a toolchain that is not there.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.drivers.peer import javascript_modules_installed, node_program, python_sdk_installed

__all__ = ["C_PROGRAM", "TARGETS", "MissingTarget", "Target", "command", "missing"]

C_PROGRAM = "ESDKIT_TARGET_C"

_HERE = Path(__file__).parent
_PYTHON_DRIVER = str(_HERE / "python" / "driver.py")
_JAVA = _HERE / "java"


class MissingTarget(Exception):
    """The program cannot be started here; the text says why and what builds it."""


@dataclass(frozen=True, slots=True)
class Target:
    """One program under test.

    Attributes:
        sdk: which SDK it is, for people.
        built_by: the make target that builds it; None: no make target does.
        start: the program and its arguments; raises ``MissingTarget`` with the reason.
    """

    sdk: str
    built_by: str | None
    start: Callable[[], list[str]]


def _python_4(api: str) -> list[str]:
    if not python_sdk_installed():
        raise MissingTarget("the SDK is not installed")
    return [sys.executable, _PYTHON_DRIVER, "--api", api]


def _python_3() -> list[str]:
    environment = _HERE / "python3" / ".venv"
    if not (environment / ".installed").is_file():  # the make target's stamp
        raise MissingTarget("its environment is not made")
    program = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return [str(program), _PYTHON_DRIVER, "--api", "provider"]


def _javascript(folder: str, utf8_sorting: str) -> list[str]:
    if not javascript_modules_installed(folder):
        raise MissingTarget("the SDK or its Node is not installed")
    program = [node_program(), "--no-warnings", str(_HERE / "js" / "target.mjs")]
    return [*program, "--sdk", str(_HERE / folder), "--utf8-sorting", utf8_sorting]


def _built(path: Path, toolchain: str) -> list[str]:
    """A program that a compiler makes."""
    if not path.is_file():
        raise MissingTarget("it is not built" if shutil.which(toolchain) else f"it is not built, and there is no {toolchain} to build it")
    return [str(path)]


def _java() -> list[str]:
    program = shutil.which("java")
    if program is None:
        raise MissingTarget("there is no java to run it")
    _built(_JAVA / "build" / "Driver.class", "mvn")
    classes = os.pathsep.join([str(_JAVA / "build"), str(_JAVA / "lib" / "*")])
    # The SDK allocates a whole frame length, whatever the content: 1.5 GiB for frames of 1 GiB. The rest of the 2 GiB that a program under
    # test may have is for the virtual machine itself, so that it runs out of heap, which is an answer, before it is ended.
    # What the machine says of its threads and caches would go to stdout, where it would be taken for an answer.
    own_words = ["-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr"]
    return [program, "-Xmx1700m", *own_words, "-cp", classes, "Driver"]


def _c() -> list[str]:
    path = os.environ.get(C_PROGRAM)
    if not path:
        raise MissingTarget(f"no package index has the SDK: set {C_PROGRAM} to a program that you built")
    if not Path(path).is_file():
        raise MissingTarget(f"{C_PROGRAM} names no file: {path}")
    return [str(Path(path).absolute())]


TARGETS: Mapping[str, Target] = {
    "python-4": Target("Python 4, keyrings of the Material Providers Library", "test", lambda: _python_4("keyring")),
    "python-4-providers": Target("Python 4, master key providers", "test", lambda: _python_4("provider")),
    "python-3": Target("Python 3, master key providers", "python-3", _python_3),
    "javascript-5": Target(
        "JavaScript 5 with utf8Sorting, as documented for work with other SDKs", "test", lambda: _javascript("js", "on")
    ),
    "javascript-5-default": Target("JavaScript 5 with its default, utf8Sorting off", "test", lambda: _javascript("js", "off")),
    "javascript-4": Target("JavaScript 4 with utf8Sorting", "javascript-4", lambda: _javascript("js4", "on")),
    "java-3": Target("Java 3, keyrings", "java-3", _java),
    "go": Target("Go", "go", lambda: _built(_HERE / "go" / "build" / "target", "go")),
    "rust": Target("Rust", "rust", lambda: _built(_HERE / "rust" / "target" / "release" / "esdkit-rust-target", "cargo")),
    "c": Target("C", None, _c),
}


def command(name: str) -> list[str]:
    """The command that starts a target.

    Raises:
        KeyError: no target has this name.
        MissingTarget: it cannot be started here.
    """
    target = TARGETS[name]
    try:
        return target.start()
    except MissingTarget as reason:
        raise MissingTarget(f"missing: {reason}" + (f"; make {target.built_by} builds it" if target.built_by else "")) from None


def missing(name: str) -> str | None:
    """Why a target cannot be started here, and what builds it; None if it can."""
    try:
        command(name)
    except MissingTarget as reason:
        return str(reason)
    return None


def main() -> None:
    """Lists the targets, each with its command or the reason why it is missing."""
    for name, target in TARGETS.items():
        print(f"{name:21}{target.sdk}\n{'':21}{missing(name) or shlex.join(command(name))}")


if __name__ == "__main__":
    main()

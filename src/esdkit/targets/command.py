"""A program that decrypts one message: a process for each, with the message and the key in files.

Invariants: the files are in a folder that only the user can read, and are gone after each message, whatever happened. What the command's
placeholders cannot carry is not asked: the answer would be to another question. Asked for a stream, the program reads its file as ever, and
what it wrote to stdout before it refused was released.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from esdkit.columns import printable
from esdkit.errors import Code, UsageError
from esdkit.spec import POLICIES, STAGES, SUITES
from esdkit.targets.base import Abilities, Answer, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Keyring, Refused, Unsupported
from esdkit.targets.patience import Patience
from esdkit.targets.process import Process, ProcessFailure, ended_text
from esdkit.targets.redaction import Redactor

__all__ = ["EXIT_CODES", "CommandTarget"]

EXIT_CODES: Mapping[int, str] = {0: "given", 1: "refused", 77: "unsupported"}
"""What an exit code means, unless the address says otherwise; any other is a crash."""

_MEANINGS = ("given", "refused", *(f"refused:{stage}" for stage in STAGES), "unsupported", "crash")
_EXIT_CODE = re.compile(r"([0-9]+)=(.*)", re.ASCII | re.DOTALL)  # a word before the program
_MAX_EXIT_CODE = 255
_PLACEHOLDER = re.compile(r"\{(file|key|type|namespace|name|padding|policy)\}")
_REQUIRED = ("file", "key")
_KEYS = {"raw-aes": "key", "raw-rsa": "private", "data-key": "key"}
_NEEDED = {"raw-rsa": "padding", "data-key": "type"}  # without it, the program cannot know how the key is used


class CommandTarget:
    """A command, run once for each message. Use it in a ``with`` statement, or ``close`` it; not to be shared between threads.

    Args:
        address: how reports name it.
        command: the program and its arguments, with placeholders; before it, words ``CODE=MEANING`` say what exit codes mean, beyond and
            instead of `EXIT_CODES`: ``given``, ``refused``, ``refused:STAGE``, ``unsupported``, ``crash``.
        bounds: what each process may use; its time is that of a request, the start included.

    Raises:
        UsageError: ``invalid-argument``.
    """

    def __init__(self, address: str, command: Sequence[str], bounds: Bounds | None = None) -> None:
        exit_codes, self._command = _split(command)
        self._address, self._bounds = address, bounds or Bounds()
        self._placeholders = {name for part in self._command for name in _PLACEHOLDER.findall(part)}
        self._exit_codes = {**EXIT_CODES, **exit_codes}
        self._process: Process | None = None
        self._starting, self._closed = Lock(), False
        self._patience = Patience()
        self._redactor = Redactor()
        absent = [f"{{{name}}}" for name in _REQUIRED if name not in self._placeholders]
        if absent:
            what = f"the command has no {' and no '.join(absent)}, which is replaced by the name of a file"
            raise UsageError(Code.INVALID_ARGUMENT, what, path="target")

    @property
    def address(self) -> str:
        """How reports name it."""
        return self._address

    def describe(self) -> Abilities | Failed:
        """What the command's placeholders can carry; the program must be there, and is not asked."""
        if shutil.which(self._command[0]) is None:
            return Failed("start-failed", f"{self._command[0]}: no such program, or it is not executable")
        return Abilities(
            name=Path(self._command[0]).name,
            version="unknown",
            suites=[f"{id_:04X}" for id_ in SUITES],
            keys=[kind for kind in _KEYS if _NEEDED.get(kind, "key") in self._placeholders],
            policies=[name for name in POLICIES if self._carries_policy(name)],
            streaming=True,
            max_encrypted_data_keys=False,
        )

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or why there is none."""
        beyond = self._beyond(request)
        if beyond is not None:
            return Unsupported(beyond)
        self._redactor.learn(request.keyring)
        return self._patience.ask(lambda: self._redactor.clean_answer(self._run(request)))

    def encrypt(self, request: EncryptRequest) -> Answer:
        """A command does not encrypt."""
        return Unsupported("a command only decrypts")

    def close(self) -> None:
        """Ends the process whose answer another thread waits for; otherwise nothing is left to end. None is started again."""
        with self._starting:
            self._closed, process = True, self._process
        if process is not None:
            process.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _carries_policy(self, policy: str) -> bool:
        return "policy" in self._placeholders or POLICIES[policy].decrypt == "any"

    def _beyond(self, request: DecryptRequest) -> str | None:
        """What of a request the command cannot carry."""
        kind = request.keyring["type"]
        if kind not in _KEYS or _KEYS[kind] not in request.keyring:
            return f"a command takes one key in a file, which a keyring of type {kind} is not"
        if _NEEDED.get(kind, "key") not in self._placeholders:
            return f"the command has no {{{_NEEDED[kind]}}}, which a key of type {kind} needs"
        if not self._carries_policy(request.policy):
            return f"the command has no {{policy}}, and {request.policy} is asked for"
        if request.context or request.required:
            return "a command takes no encryption context"
        if any("\0" in str(request.keyring.get(name, "")) for name in ("namespace", "name")):
            return "an argument of a command cannot have a NUL character"
        if request.max_encrypted_data_keys is not None:
            return "a command takes no limit of encrypted data keys"
        return None

    def _run(self, request: DecryptRequest) -> Answer:
        with tempfile.TemporaryDirectory(prefix="esdkit-target-", ignore_cleanup_errors=True) as folder:
            files = {
                "file": _written(Path(folder) / "message", request.message),
                "key": _written(Path(folder) / "key", _key(request.keyring)),
            }
            room = self._bounds.answer_length + 2 * len(request.message)
            try:
                process = self._started(self._filled(files, request))
                output, code = process.output(seconds=self._bounds.request_seconds, memory=self._bounds.memory, answer=room)
            except ProcessFailure as failure:
                return Failed(failure.code, failure.reason)
            finally:
                self._process = None
        return self._answer(request, output, code, process.last_line)

    def _started(self, command: Sequence[str]) -> Process:
        with self._starting:
            if self._closed:
                raise ProcessFailure("start-failed", "the target is closed")
            self._process = process = Process(command)
        return process

    def _filled(self, files: Mapping[str, str], request: DecryptRequest) -> list[str]:
        keyring = request.keyring
        texts = {name: str(keyring.get(name, "")) for name in ("type", "namespace", "name", "padding")}
        values = {**texts, "policy": request.policy, **files}
        return [_PLACEHOLDER.sub(lambda found: values[found[1]], part) for part in self._command]

    def _answer(self, request: DecryptRequest, output: bytes, code: int, said: str) -> Answer:
        meaning, _, stage = self._exit_codes.get(code, "crash").partition(":")
        how = said or ended_text(code)
        if meaning == "given":
            return Given(output)
        if meaning == "refused":
            return Refused(how, stage=stage or None, released=output if request.stream else None)
        if meaning == "unsupported":
            return Unsupported(how)
        return Failed("ended", f"{ended_text(code)}; on stderr: {said or 'nothing'}")


def _split(command: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """What exit codes mean, and the program with its arguments."""
    exit_codes: dict[int, str] = {}
    for index, word in enumerate(command):
        match = _EXIT_CODE.fullmatch(word)
        if match is None:
            return exit_codes, tuple(command[index:])
        code = _checked(match[1], match[2])
        if code in exit_codes:
            raise UsageError(Code.INVALID_ARGUMENT, f"exit code {code} has two meanings", path="target")
        exit_codes[code] = match[2]
    raise UsageError(Code.INVALID_ARGUMENT, "no program follows the meanings of exit codes", path="target")


def _checked(code: str, meaning: str) -> int:
    if len(code) > len(str(_MAX_EXIT_CODE)) or int(code) > _MAX_EXIT_CODE:
        raise UsageError(Code.INVALID_ARGUMENT, f"{printable(code[:20])}: expected an exit code from 0 to {_MAX_EXIT_CODE}", path="target")
    if meaning not in _MEANINGS:
        what = f"{code}={printable(meaning[:40])}: unknown meaning of an exit code; expected {', '.join(_MEANINGS)}"
        raise UsageError(Code.INVALID_ARGUMENT, what, path="target")
    return int(code)


def _key(keyring: Keyring) -> bytes:
    key = keyring[_KEYS[keyring["type"]]]
    return key if isinstance(key, bytes) else str(key).encode("utf-8")


def _written(path: Path, data: bytes) -> str:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    return str(path)

"""One process for each message: a command that gets the names of two files and writes the plaintext to its stdout.

Strategy: message and key are written into a folder of their own that only the user can read, and that is gone afterwards. What the command
ends with says what happened; an exit code that nobody declared is a failure, because a crash often ends with an ordinary code.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from esdkit.errors import Code, UsageError
from esdkit.spec import POLICIES, STAGES, SUITES
from esdkit.targets.base import Abilities, Answer, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported
from esdkit.targets.patience import Patience
from esdkit.targets.process import Process, ProcessFailure, ended_text

__all__ = ["EXIT_CODES", "CommandTarget", "check_exit_codes"]

EXIT_CODES: Mapping[int, str] = {0: "given", 1: "refused", 77: "unsupported"}
"""What an exit code means if nobody says otherwise."""

_MEANINGS = ("given", "refused", "unsupported", "crash", *(f"refused:{stage}" for stage in STAGES))
_FILE, _KEY = "{file}", "{key}"


class CommandTarget:
    """A command. There is nothing to close: no process outlives its message.

    Args:
        address: how reports name it.
        command: the program and its arguments; ``{file}`` and ``{key}`` in them become the names of the files with the message and the
            key (the bytes of an AES or data key, the PEM of an RSA key), ``{namespace}`` and ``{name}`` what the key is called.
        bounds: what each process may use.
        exit_codes: what an exit code means: given, refused, refused:STAGE, unsupported or crash; None for ``EXIT_CODES``.

    Raises:
        UsageError: ``invalid-argument``: no ``{file}``, or an unknown meaning.
    """

    def __init__(
        self, address: str, command: Sequence[str], bounds: Bounds | None = None, exit_codes: Mapping[int, str] | None = None
    ) -> None:
        if not any(_FILE in part for part in command):
            hint = f"Write {_FILE} where the command takes the name of the message's file."
            raise UsageError(Code.INVALID_ARGUMENT, f"the command has no {_FILE}", path="target", hint=hint)
        self._address, self._command, self._bounds = address, tuple(command), bounds or Bounds()
        self._exit_codes = EXIT_CODES if exit_codes is None else check_exit_codes(exit_codes)
        self._patience = Patience()

    @property
    def address(self) -> str:
        """How reports name it."""
        return self._address

    def describe(self) -> Abilities:
        """What a command can be asked; it cannot say what it lacks, other than by an exit code."""
        keys = ("raw-aes", "raw-rsa", "data-key") if any(_KEY in part for part in self._command) else ()
        return Abilities(
            name=Path(self._command[0]).name,
            version="unknown",
            suites=tuple(f"{id_:04X}" for id_ in SUITES),
            keys=keys,
            policies=tuple(POLICIES),
            max_encrypted_data_keys=False,
        )

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or why there is none."""
        lacking = _lacking(request)
        return Unsupported(lacking) if lacking else self._patience.ask(lambda: self._run(request))

    def encrypt(self, request: EncryptRequest) -> Answer:
        """A command decrypts."""
        return Unsupported("one process for each message decrypts only")

    def close(self) -> None:
        """Does nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _run(self, request: DecryptRequest) -> Answer:
        with tempfile.TemporaryDirectory(prefix="esdkit-") as folder:  # of mode 0700
            message, key = Path(folder, "message"), Path(folder, "key")
            message.write_bytes(request.message)
            key.touch(0o600)
            key.write_bytes(_key_bytes(request.keyring))
            words = {
                _FILE: str(message),
                _KEY: str(key),
                "{namespace}": request.keyring.get("namespace", ""),
                "{name}": request.keyring.get("name", ""),
            }
            return self._judge([_filled(part, words) for part in self._command], request)

    def _judge(self, command: Sequence[str], request: DecryptRequest) -> Answer:
        most = self._bounds.answer_length + 2 * len(request.message)
        try:
            process = Process(command)
            output, code = process.output(seconds=self._bounds.request_seconds, memory=self._bounds.memory, answer=most)
        except ProcessFailure as failure:
            return Failed(failure.code, failure.reason)
        meaning, _, stage = self._exit_codes.get(code, "crash").partition(":")
        said = _without_key(process.said, request.keyring)
        if meaning == "given":
            return Given(output)
        if meaning == "refused":
            return Refused(said or ended_text(code), "", stage or None)
        if meaning == "unsupported":
            return Unsupported(said or ended_text(code))
        return Failed("ended", f"{ended_text(code)}; on stderr: {said or 'nothing'}")


def check_exit_codes(exit_codes: Mapping[int, str]) -> Mapping[int, str]:
    """The same map.

    Raises:
        UsageError: ``invalid-argument``: a code or a meaning does not exist.
    """
    for code, meaning in exit_codes.items():
        if not 0 <= code <= 255:
            raise UsageError(Code.INVALID_ARGUMENT, f"exit code {code}; expected 0 to 255", path="exit_codes")
        if meaning not in _MEANINGS:
            raise UsageError(Code.INVALID_ARGUMENT, f"exit code {code}: expected one of {', '.join(_MEANINGS)}", path="exit_codes")
    return exit_codes


def _lacking(request: DecryptRequest) -> str | None:
    """What a command cannot be told."""
    if request.keyring["type"] not in ("raw-aes", "raw-rsa", "data-key"):
        return f"a command is given one key, not a keyring {request.keyring['type']}"
    if request.keyring["type"] == "raw-rsa" and "private" not in request.keyring:
        return "the keyring has no private key"
    if request.context or request.required:
        return "a command is given no encryption context"
    if request.stream:
        return "a command is given a whole file"
    return None


def _key_bytes(keyring: Mapping[str, Any]) -> bytes:
    key = keyring["private"] if keyring["type"] == "raw-rsa" else keyring["key"]
    return key.encode("ascii") if isinstance(key, str) else bytes(key)


def _filled(part: str, words: Mapping[str, str]) -> str:
    for word, value in words.items():
        part = part.replace(word, value)
    return part


def _without_key(text: str, keyring: Mapping[str, Any]) -> str:
    """What a command said, unless it holds the key."""
    key = _key_bytes(keyring)
    secrets = [
        key.hex(),
        key.hex().upper(),
        *(line for line in key.decode("latin-1").split("\n") if len(line) >= 16 and "-----" not in line),
    ]
    return "(not shown, because it holds the key)" if any(secret in text for secret in secrets) else text

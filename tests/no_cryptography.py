"""A process in which the cryptography package is missing: ``python -m tests.no_cryptography`` reads a job on stdin and answers on stdout.

Also what both sides of a comparison do, so that the test does the same in its own process, where the package is there.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path
from typing import Any

from esdkit.cli.main import main
from esdkit.crypto.signing import SignatureRequest, use_verifier
from esdkit.inspector import Inspection, inspect
from esdkit.inspector.lint.findings import lint
from esdkit.vectors.published import native_path

__all__ = ["Ran", "digests", "message_file", "request_key", "run", "run_without", "views"]

Ran = tuple[int, str, str]
"""Exit code, stdout, stderr."""


class _Missing:
    """Finds the cryptography package missing, as an interpreter without it does."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] == "cryptography":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def message_file(name: str) -> Path:
    """The file of a native message."""
    return native_path() / "ciphertexts" / f"{name}.bin"


def views(tree: Inspection) -> dict[str, str]:
    """All that is shown of a message; the page, which takes longest, of signed ones alone."""
    signed = tree.suite is not None and tree.suite.signed
    return {
        "text": tree.to_text(),
        "line": tree.to_line(),
        "json": json.dumps(tree.to_json()),
        "dump": "\n".join(tree.dump()),
        "html": tree.to_html() if signed else "",
        "lint": json.dumps([[one.rule, one.severity, one.message, one.path, one.offset, one.length] for one in lint(tree)]),
    }


def request_key(request: SignatureRequest) -> str:
    """A request as one text."""
    return "/".join([request.scheme.name, request.public_key.hex(), request.digest.hex(), request.signature.hex()])


def digests(shown: Mapping[str, str]) -> dict[str, str]:
    """The views in short."""
    return {name: sha256(text.encode()).hexdigest() for name, text in shown.items()}


def run(*arguments: str) -> Ran:
    """The program in this process."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
        out.flush()
        err.flush()
    return code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode()


def run_without(job: Mapping[str, Any]) -> Any:
    """Do a job in a process without the package: ``messages`` with ``answers``, or ``runs`` of the program."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.no_cryptography"],
        input=json.dumps(job).encode(),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "ESDKIT_DEBUG": "1"},
    )
    return json.loads(ran.stdout)


def _inspected(names: Iterable[str], answers: Mapping[str, bool]) -> dict[str, Any]:
    """Of each message the views where the answer is known, in short, and where it is not known, if there is a question."""
    found: dict[str, Any] = {}
    for name in names:
        data = message_file(name).read_bytes()
        tree = inspect(data)
        request = tree.signature.request
        unknown = None if request is None else {**views(tree), "request": request_key(request), "length": tree.signature.signed_length}
        with use_verifier(lambda request: answers.get(request_key(request))):
            known = inspect(data)
        found[name] = {"known": digests(views(known)), "unknown": unknown}
    return found


def _answer(job: Mapping[str, Any]) -> Any:
    runs: Sequence[Sequence[str]] = job.get("runs", ())
    return [run(*arguments) for arguments in runs] if runs else _inspected(job["messages"], job["answers"])


if __name__ == "__main__":
    sys.meta_path.insert(0, _Missing())
    json.dump(_answer(json.load(sys.stdin)), sys.stdout)

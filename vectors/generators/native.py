"""The folder ``vectors/native``: its manifest, keys and files, for the generators that write it.

Strategy: a generator holds the tests as a dict in the shape of ``spec/schemas/native-manifest.json``, adds to it with files and saves once.
Saving computes what follows from the messages, for all tests (``completion``).
Plaintexts are shared: a plaintext of n bytes is the first n bytes of one fixed stream, so a test names its length alone.
Files and their hashes are written here and nowhere else, which is what ``provenance.py --check`` relies on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from esdkit.vectors.canonical import keys_text, manifest_text
from esdkit.vectors.completion import complete, notes_of

__all__ = ["FOLDER", "add", "load", "plaintext", "remove", "save"]

FOLDER = Path(__file__).parents[1] / "native"
MANIFEST = FOLDER / "manifest.json"

Test = dict[str, Any]


def plaintext(length: int) -> bytes:
    """The plaintext of that many bytes: a stretch of SHAKE-256, so that no two frames are alike."""
    return hashlib.shake_256(b"esdkit vectors").digest(length)


def load() -> dict[str, Test]:
    """The tests that the manifest holds, by id; none when there is no manifest yet."""
    if not MANIFEST.exists():
        return {}
    tests: dict[str, Test] = json.loads(MANIFEST.read_text(encoding="utf-8"))["tests"]
    return tests


def load_readers() -> dict[str, Any]:
    """The implementations that the manifest says were shown its messages."""
    readers: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))["readers"] if MANIFEST.exists() else {}
    return readers


def add(tests: dict[str, Test], name: str, ciphertext: bytes, test: Mapping[str, Any], plaintext_length: int | None = None) -> None:
    """Adds a test and writes its files.

    Args:
        tests: the manifest's tests.
        name: the id; also the ciphertext's file name.
        ciphertext: the message.
        test: the members except ``ciphertext``, ``sha256``, those of ``completion`` and, with ``plaintext_length``, ``expect``.
        plaintext_length: bytes of plaintext when the message must be accepted; None when ``test`` says what must happen.
    """
    if name in tests:
        raise ValueError(f"two tests are called {name}")
    _write(f"ciphertexts/{name}.bin", ciphertext)
    members: Test = {"ciphertext": f"file://ciphertexts/{name}.bin", **test}
    if plaintext_length is not None:
        file = f"plaintexts/p{plaintext_length}.bin"
        _write(file, plaintext(plaintext_length))
        members["expect"] = {"outcome": "accept", "plaintext": f"file://{file}"}
    tests[name] = {**members, "sha256": hashlib.sha256(ciphertext).hexdigest()}


def remove(tests: dict[str, Test], name: str) -> None:
    """Takes a test out again, with its ciphertext."""
    del tests[name]
    (FOLDER / f"ciphertexts/{name}.bin").unlink(missing_ok=True)


def save(tests: Mapping[str, Test], keys: Mapping[str, Mapping[str, Any]], readers: Mapping[str, Any] | None = None) -> None:
    """Completes the tests (``completion``), writes manifest and keys, and drops files that no test names.

    Args:
        tests: the manifest's.
        keys: the keys manifest's.
        readers: the implementations that ``verified-by`` names; None for those that the manifest has.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    completed, files = complete(tests, keys, FOLDER)
    for file, text in files.items():
        _write(file, text.encode("utf-8"))
    text = manifest_text(notes_of(completed), completed, readers=load_readers() if readers is None else readers)
    MANIFEST.write_text(text, encoding="utf-8")
    (FOLDER / "keys.json").write_text(keys_text(keys), encoding="utf-8")
    plaintexts = {test["expect"]["plaintext"].removeprefix("file://") for test in tests.values() if "plaintext" in test["expect"]}
    for folder, named in (("plaintexts", plaintexts), ("traces", files.keys()), ("texts", files.keys())):
        for path in (FOLDER / folder).iterdir():
            if f"{folder}/{path.name}" not in named:
                path.unlink()


def _write(file: str, content: bytes) -> None:
    path = FOLDER / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

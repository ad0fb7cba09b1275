"""What follows from a native vector's message and its reader: flags and twin that nobody named, the text form, the intermediate values, and
the plaintext that a streaming reader may release before it refuses.

The generators compute it for all tests whenever the manifest is saved; ``lint`` computes it again and compares.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from esdkit.errors import EsdkError
from esdkit.forge.text import disassemble
from esdkit.spec import STAGES, vector_flags
from esdkit.vectors.files import DiskFolder, SetFiles
from esdkit.vectors.manifests.key_entries import parse_keys
from esdkit.vectors.manifests.native import native_vector
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Accept, Reject, Vector
from esdkit.vectors.opening import open_keys
from esdkit.vectors.reading import client_of, unstored_context
from esdkit.vectors.twins import is_twin

__all__ = ["LISTED_BYTES", "complete", "notes_of"]

LISTED_BYTES = 128
"""Of longer values a trace gives the digest and the length."""
_TEXT_STAGES = tuple(itertools.takewhile(lambda stage: stage != "unwrap", STAGES))
"""What fails later has its fault in bytes that only a key explains, where a text form shows nothing. Nor does it of a cut message."""

Test = dict[str, Any]


def complete(
    tests: Mapping[str, Test], entries: Mapping[str, Any], folder: Path, *, names: Collection[str] | None = None
) -> tuple[dict[str, Test], dict[str, str]]:
    """The tests with all members that follow from others, and the texts of the files that these name, by path.

    Args:
        tests: the manifest's.
        entries: the keys manifest's.
        folder: has the ciphertexts and plaintexts.
        names: the tests to complete; None for all.

    Raises:
        ValueError: a test that must be refused names no twin, and there is none that fits.
    """
    keys = parse_keys(JsonNode({"manifest": {"type": "keys", "version": 3}, "keys": dict(entries)}, "keys"))
    files = SetFiles(DiskFolder(folder))
    vectors = {name: native_vector(name, JsonNode(test, name), keys, files) for name, test in tests.items()}
    wanted = tests if names is None else {name: tests[name] for name in names}
    twins = {name: _twin(test, vectors[name], vectors) for name, test in wanted.items() if isinstance(vectors[name].expectation, Reject)}
    if without := [name for name, twin in twins.items() if twin is None]:
        raise ValueError(f"no valid message has the keys, suite and kind of context of {', '.join(without)}: each needs a twin")
    texts: dict[str, str] = {}
    completed = {name: _completed(test, vectors[name], vectors, twins.get(name), texts) for name, test in wanted.items()}
    return completed, texts


def notes_of(tests: Mapping[str, Test]) -> dict[str, Any]:
    """The manifest's explanation of the flags that some tests have."""
    used = {flag for test in tests.values() for flag in test["flags"]}
    return {row.id: {"bug": row.bug, "effect": row.effect, "links": list(row.links)} for row in vector_flags().values() if row.id in used}


def _completed(test: Test, vector: Vector, vectors: Mapping[str, Vector], twin: str | None, texts: dict[str, str]) -> Test:
    flags = {"flags": test.get("flags") or _flags(test)}
    if isinstance(vector.expectation, Accept):
        file = f"traces/{vector.id}.json"
        texts[file] = _trace(vector)
        return {**test, **flags, "trace": f"file://{file}"}
    expect = {name: value for name, value in test["expect"].items() if name != "released"}
    known = {name: value for name, value in test.items() if name != "text"}
    whole = [vectors[name].ciphertext for name in vectors.keys() & {test.get("base"), twin}]
    text: dict[str, str] = {}
    if expect["stage"] in _TEXT_STAGES and not any(message.startswith(vector.ciphertext) for message in whole):
        file = f"texts/{vector.id}.asm"
        texts[file] = disassemble(vector.ciphertext)
        text["text"] = f"file://{file}"
    return {**known, **flags, "twin": twin, "expect": {**expect, **_released(vector)}, **text}


def _flags(test: Test) -> list[str]:
    code = test["expect"].get("code")
    if code is None:
        return ["unusual" if "base" in test else "ordinary"]
    return [row.id for row in vector_flags().values() if code in row.codes]


def _twin(test: Test, vector: Vector, vectors: Mapping[str, Vector]) -> str | None:
    """The twin that a test names, or the base or else the first vector that can be one."""
    if "twin" in test:
        named: str = test["twin"]
        return named
    candidates: Iterable[str] = (test["base"], *vectors) if "base" in test else vectors
    return next((name for name in candidates if is_twin(vector, vectors[name])), None)


def _options(vector: Vector) -> dict[str, Any]:
    return {"cmm": open_keys(vector.keys, unstored_context(vector)).manager, "encryption_context": vector.encryption_context}


def _released(vector: Vector) -> Mapping[str, Any]:
    """The member of a message whose header holds: what our own stream releases when every byte comes by itself."""
    assert isinstance(vector.expectation, Reject)
    if vector.keys is None:
        return {}
    decryptor = client_of(vector).decryptor(**_options(vector))
    released = b""
    try:
        for at in range(len(vector.ciphertext)):
            decryptor.feed(vector.ciphertext[at : at + 1])
            released += decryptor.take()
        decryptor.finish()
    except EsdkError:
        header = decryptor.header
        return {} if header is None else {"released": {"length": len(released), "sha256": hashlib.sha256(released).hexdigest()}}
    raise ValueError(f"{vector.id} is accepted by a stream")


def _trace(vector: Vector) -> str:
    """The intermediate values of a valid message, with a line for each member and for the first and the last frame."""
    trace = client_of(vector).trace(source=vector.ciphertext, show_secrets=True, **_options(vector))
    body = trace["body"]
    if len(body) > 2:
        trace |= {"body": [body[0], body[-1]], "body_length": len(body)}
    return "{\n" + ",\n".join(f'"{name}": {_lines(_shortened(value))}' for name, value in trace.items()) + "\n}\n"


def _shortened(value: Any) -> Any:
    """Values with digest and length in the place of long bytes."""
    if isinstance(value, dict):
        return {name: _shortened(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_shortened(item) for item in value]
    if isinstance(value, str) and len(value) > 2 * LISTED_BYTES:
        data = bytes.fromhex(value)
        return f"sha256:{hashlib.sha256(data).hexdigest()}:{len(data)}"
    return value


def _lines(value: Any) -> str:
    return "[\n " + ",\n ".join(map(json.dumps, value)) + "\n]" if isinstance(value, list) else json.dumps(value)

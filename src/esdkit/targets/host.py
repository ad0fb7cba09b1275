"""A Python object as a program under test, in a process of its own: ``python -m esdkit.targets.host MODULE:OBJECT``.

The object is a function, ``decrypt(message, keyring, **options)``, or has such a method, and maybe ``encrypt(plaintext, keyring,
**options)`` and ``describe()``. ``keyring`` is a keyring of the protocol with keys as bytes; ``options`` are ``policy``,
``max_encrypted_data_keys``, ``context``, ``required`` and ``stream`` (and ``suite`` and ``frame_length`` to encrypt). Bytes are the
answer, any exception is a refusal, `NotImplementedError` says that it cannot do that. ``describe()`` gives members of the protocol's
description; without it, the object is asked everything. An iterator of bytes is an answer, too: what it gave before it raised was released.
What it prints goes to stderr. A module that cannot be imported ends the process with exit code 127 and one line.
"""

from __future__ import annotations

import base64
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TextIO

from esdkit.spec import LIMITS, POLICIES, SUITES
from esdkit.targets.wire import KEY_TYPES, PROTOCOL

__all__ = ["main", "serve"]

_OPTIONS = ("policy", "max_encrypted_data_keys", "context", "required", "stream", "suite", "frame_length")
_NOT_STARTED = 127
_RESULTS = {"decrypt": ("message", "plaintext"), "encrypt": ("plaintext", "message")}


def serve(tested: Any, requests: TextIO, answers: TextIO) -> None:
    """Answer requests until there are no more.

    Args:
        tested: the object.
        requests, answers: lines of JSON.
    """
    for line in requests:
        request = json.loads(line)
        answers.write(json.dumps({"id": request["id"], **_answer(tested, request)}) + "\n")
        answers.flush()


def _answer(tested: Any, request: Mapping[str, Any]) -> dict[str, Any]:
    operation = request["op"]
    if operation == "describe":
        return {"ok": True, **_description(tested)}
    function = _function(tested, operation)
    if function is None:
        return {"ok": False, "unsupported": f"it has no {operation}"}
    given, result = _RESULTS[operation]
    options = {name: request[name] for name in _OPTIONS if name in request}
    pieces: list[bytes] = []
    try:
        data: Any = function(base64.b64decode(request[given]), _keyring(request["keyring"]), **options)
        if isinstance(data, Iterator):
            pieces.extend(data)  # those that came before an exception are kept
            data = b"".join(pieces)
    except NotImplementedError as error:
        return {"ok": False, "unsupported": str(error) or "not implemented"}
    except Exception as error:  # noqa: BLE001 (whatever it raises is its refusal)
        return _refusal(error, b"".join(pieces) if request.get("stream") else None)
    if not isinstance(data, bytes | bytearray | memoryview):
        return {"ok": True, result: f"{type(data).__name__} instead of bytes"}  # which whoever asked refuses
    return {"ok": True, result: base64.b64encode(data).decode("ascii")}


def _refusal(error: Exception, released: bytes | None) -> dict[str, Any]:
    stage = getattr(error, "stage", None)
    return {
        "ok": False,
        "error": str(error),
        "class": type(error).__name__,
        **({"stage": stage} if isinstance(stage, str) else {}),
        **({} if released is None else {"released": base64.b64encode(released).decode("ascii")}),
    }


def _function(tested: Any, operation: str) -> Callable[..., bytes] | None:
    found = getattr(tested, operation, None)
    return tested if found is None and operation == "decrypt" and callable(tested) else found


def _description(tested: Any) -> dict[str, Any]:
    own = tested.describe() if hasattr(tested, "describe") else {}
    return {
        "protocol": PROTOCOL,
        "name": getattr(tested, "__name__", type(tested).__name__),
        "version": "unknown",
        "suites": [f"{id_:04X}" for id_ in SUITES],
        "keys": list(KEY_TYPES),
        "policies": list(POLICIES),
        "frame_lengths": {"least": 1, "most": LIMITS["frame_length"], "multiple": 1},
        "encrypt": _function(tested, "encrypt") is not None,
        "non_framed": True,
        "required_context": True,
        "streaming": True,
        **own,
    }


def _keyring(described: Mapping[str, Any]) -> dict[str, Any]:
    """A keyring with keys as bytes; PEM keys stay text."""
    decoded: dict[str, Any] = dict(described)
    if "key" in decoded:
        decoded["key"] = base64.b64decode(decoded["key"])
    if decoded.get("generator") is not None:
        decoded["generator"] = _keyring(decoded["generator"])
    if "children" in decoded:
        decoded["children"] = [_keyring(child) for child in decoded["children"]]
    return decoded


def main() -> None:
    """Serve the object that the only argument names, on stdin and stdout."""
    module, _, name = sys.argv[1].partition(":")
    sys.path.insert(0, os.getcwd())  # noqa: PTH109 (a text for sys.path)
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what the object prints is not an answer
    serve(_imported(module, name), sys.stdin, answers)


def _imported(module: str, name: str) -> Any:
    try:
        tested: Any = importlib.import_module(module)
        for part in filter(None, name.split(".")):
            tested = getattr(tested, part)
    except Exception as error:  # noqa: BLE001 (a module raises whatever it likes)
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.exit(_NOT_STARTED)
    return tested


if __name__ == "__main__":
    main()

"""The official Python SDK, version 4 or 3, as a program under test: speaks the protocol of spec/schemas/target.json on stdin and stdout.

    python tools/drivers/python/driver.py --api keyring|provider

``keyring`` is the Material Providers Library, which version 4 alone has; ``provider`` the older master keys, which both have. Whichever
version the interpreter's environment holds is the one that answers. The program opens no file and no connection. Nothing but answers goes
to stdout, whatever the SDK prints.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

import aws_encryption_sdk
from aws_encryption_sdk.identifiers import Algorithm, CommitmentPolicy
from aws_encryption_sdk.internal.defaults import MAX_FRAME_SIZE

sys.path[0] = str(Path(__file__).parents[3])  # so that it runs by its path, from any folder and in any environment
from tools.drivers.python import providers  # noqa: E402
from tools.drivers.python.request import Keyring, RequestError, Unsupported, decoded, encoded, secrets  # noqa: E402

Request = Mapping[str, Any]

_MULTIPLE = 128  # the SDK compares bytes with the cipher's block size in bits
_ERROR_LENGTH = 400
_SUITES = {f"{suite.algorithm_id:04x}": suite for suite in Algorithm}
_FRAME_LENGTHS = {"least": _MULTIPLE, "most": MAX_FRAME_SIZE // _MULTIPLE * _MULTIPLE, "multiple": _MULTIPLE}
_MEMBERS = {
    "describe": set[str](),
    "decrypt": {"keyring", "policy", "max_encrypted_data_keys", "context", "message", "stream"},
    "encrypt": {"keyring", "suite", "frame_length", "context", "policy", "plaintext", "stream"},
    "bench": {"work", "keyring", "suite", "frame_length", "size", "rounds", "context"},
}


class StreamFailure(Exception):
    """A stream failed, with the error that is its cause, after it had given out some bytes."""

    def __init__(self, released: bytes) -> None:
        super().__init__()
        self.released = released


class Api(Protocol):
    """One of the SDK's two interfaces: a module of this folder."""

    KEYS: tuple[str, ...]
    REQUIRED_CONTEXT: bool

    def materials(self, keyring: Keyring, required: Sequence[str] = (), /) -> dict[str, Any]: ...


def _interface(name: str) -> Any:
    if name == "provider":
        return providers
    from tools.drivers.python import keyrings  # version 3 has no Material Providers Library

    return keyrings


def _client(policy: str, max_encrypted_data_keys: int | None = None) -> Any:
    if policy not in CommitmentPolicy.__members__:
        raise Unsupported(f"the SDK has no commitment policy {policy}")
    return aws_encryption_sdk.EncryptionSDKClient(
        commitment_policy=CommitmentPolicy[policy], max_encrypted_data_keys=max_encrypted_data_keys
    )


def _options(api: Api, request: Request) -> dict[str, Any]:
    """The arguments of the SDK's ``encrypt`` for a request that encrypts."""
    suite, frame_length = request["suite"], request["frame_length"]
    if suite not in _SUITES:
        raise Unsupported(f"the SDK has no suite {suite}")
    if frame_length % _MULTIPLE or frame_length > _FRAME_LENGTHS["most"]:
        raise Unsupported(f"the SDK writes frame lengths that are multiples of {_MULTIPLE}, up to {_FRAME_LENGTHS['most']}")
    context, materials = dict(request["context"]), api.materials(request["keyring"], request.get("required", ()))
    return {"algorithm": _SUITES[suite], "frame_length": frame_length, "encryption_context": context, **materials}


def _run(client: Any, mode: str, source: bytes, piece: int, options: Mapping[str, Any]) -> bytes:
    """Encrypts or decrypts: at once, or read from a stream in pieces."""
    if piece < 0:
        raise RequestError("stream is negative")
    if not piece:
        result, _ = (client.encrypt if mode == "e" else client.decrypt)(source=source, **options)
        return bytes(result)
    parts: list[bytes] = []
    try:
        with client.stream(mode=mode, source=io.BytesIO(source), **options) as stream:
            parts.extend(iter(lambda: stream.read(piece), b""))
    except Exception as error:  # as in ``answer``
        raise StreamFailure(b"".join(parts)) from error
    return b"".join(parts)


def _describe(api: Api, request: Request) -> dict[str, Any]:
    name = "keyrings" if api.REQUIRED_CONTEXT else "master key providers"
    return {
        "protocol": 1,
        "name": f"AWS Encryption SDK for Python, {name}",
        "version": version("aws-encryption-sdk"),
        "suites": sorted(_SUITES),
        "keys": list(api.KEYS),
        "policies": [policy.name for policy in CommitmentPolicy],
        "frame_lengths": _FRAME_LENGTHS,
        "encrypt": True,
        "non_framed": True,
        "required_context": api.REQUIRED_CONTEXT,
        "streaming": True,
    }


def _decrypt(api: Api, request: Request) -> dict[str, Any]:
    options = api.materials(request["keyring"], request.get("required", ()))
    if request["context"]:
        if not api.REQUIRED_CONTEXT:
            raise Unsupported("master keys cannot reproduce an encryption context")
        options["encryption_context"] = dict(request["context"])
    client = _client(request["policy"], request["max_encrypted_data_keys"])
    return {"plaintext": encoded(_run(client, "d", decoded(request["message"]), request["stream"], options))}


def _encrypt(api: Api, request: Request) -> dict[str, Any]:
    options = _options(api, request)
    return {"message": encoded(_run(_client(request["policy"]), "e", decoded(request["plaintext"]), request["stream"], options))}


def _bench(api: Api, request: Request) -> dict[str, Any]:
    options = _options(api, request)
    policy = "REQUIRE_ENCRYPT_ALLOW_DECRYPT" if options["algorithm"].is_committing() else "FORBID_ENCRYPT_ALLOW_DECRYPT"
    client, source = _client(policy), bytes(request["size"])
    if request["work"] == "decrypt":
        source, options = _run(client, "e", source, 0, options), api.materials(request["keyring"])
    seconds = []
    for _ in range(request["rounds"]):
        started = time.perf_counter()
        _run(client, request["work"][0], source, 0, options)
        seconds.append(time.perf_counter() - started)
    return {"min_ms": min(seconds) * 1000, "median_ms": statistics.median(seconds) * 1000}


_OPERATIONS: Mapping[str, Callable[[Api, Request], dict[str, Any]]] = {
    "bench": _bench,
    "decrypt": _decrypt,
    "describe": _describe,
    "encrypt": _encrypt,
}


def _shown(error: BaseException, hidden: Iterable[str]) -> str:
    text = str(error) or type(error).__name__
    for secret in hidden:
        text = text.replace(secret or "\n", "[key]")
    return next(iter(text.splitlines()), "")[:_ERROR_LENGTH]


def answer(api: Api, line: str) -> dict[str, Any]:
    """Answers one line; an error of any kind, by this program or by the SDK, is an answer too."""
    number = None
    try:
        request = json.loads(line)
        number, operation = request["id"], request["op"]
    except (ValueError, KeyError, TypeError, RecursionError):  # the text of these may quote the line
        return {"id": number, "ok": False, "error": "the line is not a request", "class": "RequestError"}
    try:
        if operation not in _OPERATIONS:
            raise Unsupported("the program does not know this operation")
        if missing := _MEMBERS[operation] - request.keys():
            raise RequestError(f"the request has no {', '.join(sorted(missing))}")
        return {"id": number, "ok": True, **_OPERATIONS[operation](api, request)}
    except Unsupported as error:
        return {"id": number, "ok": False, "unsupported": str(error)}
    except StreamFailure as error:
        released = {"released": encoded(error.released)} if operation == "decrypt" else {}
        return {"id": number, **_refusal(error.__cause__ or error, request), **released}
    except Exception as error:  # noqa: BLE001 (the SDK documents no common base for what it raises; whatever it is, it is the answer)
        return {"id": number, **_refusal(error, request)}


def _refusal(error: BaseException, request: Request) -> dict[str, Any]:
    return {"ok": False, "error": _shown(error, secrets(request)), "class": type(error).__name__}


def main() -> None:
    """Answers requests until stdin closes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--api", choices=["keyring", "provider"], required=True, help="which interface of the SDK answers")
    api = _interface(parser.parse_args().api)
    logging.disable(logging.CRITICAL)  # the SDK logs a traceback for every message that it refuses
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # whatever else is printed goes to stderr
    for line in sys.stdin:
        print(json.dumps(answer(api, line)), file=answers, flush=True)


if __name__ == "__main__":
    main()

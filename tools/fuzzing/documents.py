"""Valid inputs that are not messages, to be changed: vector sets, keyring files, requests to the test server, and what messages are in."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from esdkit.forge import disassemble
from esdkit.fuzz.questions import NAME, NAMESPACE, WRAPPING_KEY
from esdkit.serve import EsdkTestServer
from esdkit.targets.cbor import write_map
from esdkit.vectors.export import FORMS, export
from esdkit.vectors.model import VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import load
from esdkit.vectors.select import parse_selector, selected

__all__ = ["CLIENT_ID", "CONFIG", "connections", "keyring_files", "manifests", "requests", "set_files", "texts", "wrapped"]

CLIENT_ID = b"c" * 36
"""In a request to the test server, this is replaced by the id of a client that there is."""

_AES = {"keyNamespace": NAMESPACE, "keyName": NAME, "wrappingKey": WRAPPING_KEY, "wrappingAlg": "ALG_AES256_GCM_IV12_TAG16"}
CONFIG: Mapping[str, Any] = {
    "commitmentPolicy": "REQUIRE_ENCRYPT_ALLOW_DECRYPT",
    "cmm": {"Default": {"keyring": {"RawAes": _AES}}},
}
"""The configuration of that client, which opens the messages."""

_CHOSEN = "mpl-0578-multi-ascii-f256-p300 or parse-final-too-long or commitment-data-key-v2 or js-0478-aes-256-empty-f100-p0"
_KEY = {"file": "key"}
_ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
_RAW = {"raw_aes": {"namespace": "n", "name": "k", "wrapping_key": _KEY}}
_KEYRINGS: tuple[Mapping[str, Any], ...] = (
    _RAW,
    {"raw_rsa": {"namespace": "n", "name": "k", "padding": "oaep-sha256", "private_key": _KEY}},
    {"multi": {"generator": _RAW, "children": [_RAW, {"kms": {"key_ids": [_ARN]}}]}},
    {"kms_discovery": {"account_ids": ["111122223333"], "regions": ["eu-west-1"]}},
    {"static_data_key": {"data_key": _KEY}},
    {"caching": {"max_age": 60, "capacity": 5, "underlying": {"required_context": {"keys": ["a"], "underlying": _RAW}}}},
    {"hierarchical": {"table_name": "t", "logical_name": "l", "branch_key_id": "b", "ttl": 60, "kms_key": _ARN}},
)


@cache
def _native() -> Mapping[str, bytes]:
    """A native manifest of a few cases, with the files that it names."""
    folder = native_path()
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["tests"] = {name: manifest["tests"][name] for name in _CHOSEN.split(" or ")}
    text = json.dumps(manifest).encode("ascii")
    names = {name.decode() for name in re.findall(rb'file://([^"]+)', text)}
    return {"manifest.json": text, **{name: (folder / name).read_bytes() for name in sorted(names)}}


@cache
def _exported() -> Sequence[Mapping[str, bytes]]:
    """The same cases in the forms of the official SDKs."""
    chosen = [selected(one, parse_selector(_CHOSEN)) for one in load([native_path()]) if isinstance(one, VectorSet)]
    return tuple(export(chosen, form).files for form in FORMS)


def manifests() -> list[bytes]:
    """Manifests of every form that is written here."""
    return [files["manifest.json"] for files in (_native(), *_exported())]


@cache
def set_files() -> Mapping[str, bytes]:
    """The files that the manifests name; the keys are those of the native set."""
    files: dict[str, bytes] = {}
    for one in (*_exported(), _native()):
        files |= one
    return files


def keyring_files() -> list[bytes]:
    """As JSON and as YAML."""
    return [json.dumps(one).encode() for one in _KEYRINGS] + [yaml.dump(one, sort_keys=False).encode() for one in _KEYRINGS]


def requests(message: bytes) -> list[bytes]:
    """Requests to each operation of the test server; the first byte picks it."""
    client = {"clientId": CLIENT_ID.decode("ascii")}
    bodies: Mapping[str, Mapping[str, Any]] = {
        "CreateClient": {"config": CONFIG},
        "Encrypt": {**client, "plaintext": b"hello", "encryptionContext": {"a": "b"}, "frameLength": 4},
        "Decrypt": {**client, "ciphertext": message},
    }
    operations = [path.rpartition("/")[2] for path in EsdkTestServer().routes]
    return [bytes([number]) + write_map(bodies[name.removesuffix("Stream")]) for number, name in enumerate(operations)]


def connections(message: bytes) -> list[bytes]:
    """The same requests as HTTP."""
    routes = list(EsdkTestServer().routes)
    head = "POST {} HTTP/1.1\r\nHost: localhost\r\nsmithy-protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\n"
    lines = head + "Content-Length: {}\r\n\r\n"
    return [lines.format(routes[body[0]], len(body) - 1).encode() + body[1:] for body in requests(message)]


def texts(message: bytes) -> bytes:
    """The text form."""
    return disassemble(message).encode()


def wrapped(message: bytes) -> list[bytes]:
    """What messages are in."""
    encoded = base64.b64encode(message)
    return [
        encoded,
        message.hex().encode(),
        json.dumps({"Records": [{"data": encoded.decode()}]}).encode(),
        b"SELECT x'" + message.hex().encode() + b"';",
        b"-----BEGIN X-----\n" + base64.encodebytes(message) + b"-----END X-----\n",
        zlib.compress(message),
        b"before " + message + b" after",
        repr(message).encode(),
    ]

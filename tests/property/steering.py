"""Files that steer esdkit, made from a seed: keyring files, lint profiles, manifests and keys, most of them wrong in one to three ways.

A file begins as a valid one. Places in it get a hostile value, as plain data or as raw text; then the text is cut, repeated, flipped or
encoded in another way.
"""

from __future__ import annotations

import base64
import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from esdkit.cli.keyring_file import read_keyring_file
from esdkit.cli.keys import read_named_key
from esdkit.cli.steering_file import read_steering_file
from esdkit.inspector.lint.findings import read_profile
from esdkit.vectors.files import json_files
from esdkit.vectors.manifests import load_manifest
from tests.samples import native_keys
from tests.unit.vectors.making import PLAINTEXT, case, decrypt_manifest, keys_manifest, seal

__all__ = ["FORMS", "Form"]

Form = Callable[[random.Random, Path], object]

_AES = {"raw_aes": {"namespace": "n", "name": "k", "wrapping_key": {"file": "aes"}}}
_KMS = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
_KEYRINGS: list[Any] = [
    _AES,
    {"raw_rsa": {"namespace": "n", "name": "k", "padding": "oaep-sha256", "private_key": {"file": "pem"}}},
    {"multi": {"generator": _AES, "children": [_AES, {"kms": {"key_ids": [_KMS]}}]}},
    {"kms": {"key_ids": [_KMS], "client_supplier": {"regions": ["eu-west-1"], "read_timeout": 1.5, "max_attempts": 2}}},
    {"kms_discovery": {"account_ids": ["111122223333"], "regions": ["eu-west-1"]}},
    {"static_data_key": {"data_key": {"env": "ESDKIT_NO_SUCH_VARIABLE"}}},
    {"caching": {"max_age": 60, "capacity": 5, "underlying": {"required_context": {"keys": ["a"], "underlying": _AES}}}},
    {"hierarchical": {"table_name": "t", "logical_name": "l", "branch_key_id": "b", "ttl": 60, "kms_key": _KMS}},
]
_PROFILE = {
    "extends": "strict",
    "rules": {"single-edk": "note", "*": "none"},
    "allow": [{"rule": "non-framed-body", "files": "*/x-*", "reason": "old"}],
}
_VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    10**40,
    1.5,
    "",
    "x",
    "\0",
    "\ud800",
    "a=b",
    "~nosuchuser/k",
    "/dev/zero",
    "..",
    "é" * 300,
    [],
    {},
    [[]],
]
_VALUES += ["missing", "\U0001f600", "\x1b[31m", {"file": "\0"}, {"env": "\ud800"}, {"env": "a=b"}, {"file": "aes", "env": "x"}, [_AES] * 3]
_TAGS = (
    "bool",
    "int",
    "float",
    "null",
    "str",
    "timestamp",
    "binary",
    "set",
    "omap",
    "pairs",
    "seq",
    "map",
    "merge",
    "value",
    "python/name:os",
)
_TAGGED = [f"!!{tag} {value}" for tag in _TAGS for value in ("maybe", '""', "_", "{a: b}", "[a]", "1:1")]
_RAW = [
    "&a x",
    "*a",
    "&a [*a]",
    "{<<: {a: b}}",
    "{<<: [&b {c: d}, *b]}",
    "!x y",
    "! x",
    "!<tag:x,2000:y> z",
    "!e!x 1",
    "? a",
    "a: b: c",
    "- -",
]
_RAW += [":".join(["1"] * 180) + ".5", "1:" * 2000, ".inf", ".nan", "-.INF", "0x1F", "0o7", "010", "1_0", "9" * 5000, "1e999", "2026-13-45"]
_RAW += [
    r'"\UFFFFFFFF"',
    r'"\ud800"',
    r'"\x00"',
    r'"\q"',
    r'"\u12"',
    '"',
    "'",
    "|\n  a",
    ">+\n\n b",
    "|9\n x",
    "@a",
    "`a",
    "%A",
    "\t",
    "\x07",
    "\x85",
]
_RAW += [
    "\u2028",
    "\ufeff",
    "#",
    "---",
    "...",
    "---\n%YAML 1.9\n---\n",
    "%TAG ! x\n---\n",
    "~",
    "NULL",
    "yes",
    "NaN",
    "-Infinity",
    "{1: 2}",
    "{[a]: 1}",
]
_HOLE = "XHOLEX"
_MESSAGE = seal()


# ---------------------------------------------------------------- changes
def _hostile(chance: random.Random) -> str:
    return chance.choice(_TAGGED if chance.random() < 0.3 else _RAW)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from _places(child, (*path, key))


def _changed(value: Any, chance: random.Random, *others: Any) -> Any:
    """A copy with up to two places changed."""
    value = copy.deepcopy(value)
    for _ in range(chance.randint(0, 2)):
        *way, last = chance.choice([*_places(value)])
        parent = value
        for key in way:
            parent = parent[key]
        if chance.random() < 0.2 and isinstance(parent, dict):
            parent[chance.choice(["x", "", "<<", "file", "\ud800"])] = parent.pop(last)
        else:
            parent[last] = copy.deepcopy(chance.choice([*_VALUES, *others]))
    return value


def _large(chance: random.Random) -> str:
    """Deep or wide, and seldom, because it takes a while."""
    count = chance.choice([70, 1500, 30_000])
    unit = chance.choice(["[", "- ", '{"a":', "{a: ", "[\n", "a,", "1,", "#", "\\x41", "&a ", "? ", "!", "\n", "a\n"])
    return chance.choice(["", "[", '"', "a: "]) + unit * count


def _mangled(text: str, chance: random.Random) -> bytes:
    """The text with up to two changes that know nothing of its meaning, in an encoding."""
    for _ in range(chance.choice([0, 0, 0, 0, 1, 2])):
        start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        middle = chance.choice(["", text[start:end] * 2, _hostile(chance), chr(chance.randrange(0x110000))])
        text = text[:start] + middle + text[end if chance.random() < 0.3 else start :]
    encoding = chance.choice(["utf-8"] * 40 + ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
    return text.encode(encoding, "surrogatepass")


def _yaml(value: Any, chance: random.Random) -> bytes:
    if chance.random() < 0.01:
        return _large(chance).encode()
    value = _changed(value, chance, *[_HOLE] * len(_VALUES))
    text = json.dumps(value) if chance.random() < 0.5 else yaml.dump(value, allow_unicode=True, sort_keys=False)
    return _mangled(text.replace(f'"{_HOLE}"', _hostile(chance)).replace(_HOLE, _hostile(chance)), chance)


def _json(value: Any, chance: random.Random) -> bytes:
    if chance.random() < 0.01:
        return _large(chance).encode()
    text = json.dumps(_changed(value, chance, *[_HOLE] * 4), ensure_ascii=chance.random() < 0.8)
    raw = ["NaN", "-Infinity", "1e999", "9" * 5000, '"\\ud800"', '{"a": 1, "a": 2}', "[" * 2000, '"\\u0000"', "01", "'a'", "[1,]", ""]
    return _mangled(text.replace(f'"{_HOLE}"', chance.choice(raw)), chance)


def _pem(chance: random.Random) -> bytes:
    text = native_keys()[chance.choice(["rsa-2048-private", "rsa-2048-public"])]["material"]
    label = chance.choice(
        ["PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY", "CERTIFICATE", "EC PARAMETERS"]
    )
    other = f"-----BEGIN {label}-----\n{base64.encodebytes(chance.randbytes(chance.randint(0, 300))).decode()}-----END {label}-----\n"
    longer = text + "\n" * (1 << 20)
    return _mangled(chance.choice([text] * 6 + [other] * 6 + [text.replace("\n", r"\n"), text.replace("A", "", 1), longer]), chance)


def _key(chance: random.Random) -> bytes:
    key = chance.randbytes(chance.choice([0, 15, 16, 24, 32, 33, 300]))
    json_key = json.dumps({chance.choice(["kty", "Plaintext", "x"]): chance.choice([key.hex(), None, "oct", [], 9])}).encode()
    forms = [
        key,
        key.hex().encode(),
        base64.b64encode(key),
        key + b"\n",
        json_key,
        b"[" * 5000,
        b"\x30\x82" + key,
        b"\xff\xfe" + key,
        _pem(chance),
    ]
    return chance.choice(forms)


# ---------------------------------------------------------------- forms
def _keyring_file(write: Callable[[Any, random.Random], bytes], suffix: str) -> Form:
    def read(chance: random.Random, folder: Path) -> object:
        (folder / "aes").write_bytes(bytes(32) if chance.random() < 0.7 else _key(chance))
        (folder / "pem").write_bytes(_pem(chance))
        file = folder / f"keys{suffix}"
        file.write_bytes(write(chance.choice(_KEYRINGS), chance))
        return read_keyring_file(str(file), lambda source, lengths: read_named_key("--keyring", source, lengths))

    return read


def _profile_file(write: Callable[[Any, random.Random], bytes], suffix: str) -> Form:
    def read(chance: random.Random, folder: Path) -> object:
        file = folder / f"profile{suffix}"
        file.write_bytes(write(_PROFILE, chance))
        return read_profile(read_steering_file(file, "a profile", "profile"), "profile")

    return read


def _manifest(chance: random.Random, folder: Path) -> object:
    version = chance.randint(1, 5)
    (folder / "keys.json").write_bytes(_json(keys_manifest(chance.randint(1, 4)), chance))
    (folder / "manifest.json").write_bytes(_json(decrypt_manifest(version, case(version)), chance))
    (folder / "c.bin").write_bytes(_MESSAGE)
    (folder / "p.bin").write_bytes(PLAINTEXT)
    with json_files(folder / "manifest.json") as files:
        return load_manifest(next(files))


def _key_file(chance: random.Random, folder: Path) -> object:
    (folder / "key").write_bytes(_key(chance))
    names = ["key"] * 8 + ["~nosuchuser/k", "\0", "\ud800", "missing", "/dev/zero", "é" * 300, bytes(32).hex()]
    source = chance.choice(
        [f"@{folder}/{chance.choice(names)}"] * 4 + ["env:A=B", "env:\0", "env:\ud800", f"@{chance.choice(names[8:])}", "x"]
    )
    return read_named_key("--aes", source, chance.choice([None, {16, 24, 32}]))


FORMS: dict[str, Form] = {
    "keyring-yaml": _keyring_file(_yaml, ".yaml"),
    "keyring-json": _keyring_file(_json, ".json"),
    "profile-yaml": _profile_file(_yaml, ".yaml"),
    "profile-json": _profile_file(_json, ".json"),
    "manifest": _manifest,
    "key": _key_file,
}
"""Writes a file into a folder, and reads it as a verb does."""

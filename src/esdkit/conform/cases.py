"""What is written and read: suites, keys, contexts, sizes and frame lengths, and a set of cases that covers every two of their values.

Strategy: the full cross product has 19,008 cases. Two values that matter together (a suite and a key, a size and a frame length) show
their fault in one case that has both, so ``covering`` takes cases until every pair of values of two dimensions occurs: 132, as many as
there are pairs of a suite and a key. It draws nothing at random. What needs three values together is found by ``all_cases`` alone.
Invariants: a case's name says all of it, and selects it again. The keys are public and only for this.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, product
from math import lcm
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.spec import SUITES
from esdkit.targets.base import EncryptRequest, FrameLengths, Keyring

__all__ = ["CONTEXTS", "DIMENSIONS", "LEAST", "Case", "all_cases", "case_named", "covering", "each_value", "keyrings"]

LEAST = "least"
"""The frame length that is the smallest that both programs write."""

CONTEXTS: Mapping[str, Mapping[str, str]] = {
    "empty": {},
    "ascii": {"origin": "esdkit", "purpose": "conform"},
    "mixed-case": {"B": "2", "_": "4", "a": "1", "aB": "3"},
    "astral": {"\U00010348": "\U0001f511", "\uff5e": "\u6f22"},
    "empty-value": {"full": "1", "void": ""},
    "proto": {"__proto__": "1", "a": "2"},
}
_SIZES = ("0", "1", "frame-1", "frame", "frame+1", "frame*3")
_PADDINGS = ("pkcs1", "oaep-sha1", "oaep-sha256", "oaep-sha384", "oaep-sha512")
_CURVES = ("P-256", "P-384", "P-521")
_KEYS = (
    *("aes-128", "aes-192", "aes-256"),
    *(f"rsa-{padding}" for padding in _PADDINGS),
    *(f"ecdh-{curve}" for curve in _CURVES),
    "multi",
)
DIMENSIONS: Mapping[str, Sequence[str]] = {
    "suite": tuple(suite.hex_id for suite in SUITES.values()),
    "key": _KEYS,
    "context": tuple(CONTEXTS),
    "size": _SIZES,
    "frame_length": (LEAST, "256", "4096", "262144"),
}
_POLICIES = {True: "REQUIRE_ENCRYPT_ALLOW_DECRYPT", False: "FORBID_ENCRYPT_ALLOW_DECRYPT"}  # by whether the suite commits
_NAMESPACE = "esdkit-conform"


@frozen
class Case:
    """One combination; each attribute is a value of `DIMENSIONS`."""

    suite: str
    key: str
    context: str
    size: str
    frame_length: str

    @property
    def name(self) -> str:
        """``SUITE/KEY/CONTEXT/SIZE/FRAME-LENGTH``."""
        return "/".join((self.suite, self.key, self.context, self.size, self.frame_length))

    def frame_bytes(self, *writers: FrameLengths) -> int:
        """The frame length in bytes, where some programs must be able to write it."""
        if self.frame_length != LEAST:
            return int(self.frame_length)
        multiple = lcm(*(one.multiple for one in writers))
        return -(-max(one.least for one in writers) // multiple) * multiple

    def request(self, frame_bytes: int) -> EncryptRequest:
        """What a producer is asked."""
        return EncryptRequest(
            plaintext=self.plaintext(frame_bytes),
            keyring=keyrings(self.key)[0],
            suite=self.suite,
            frame_length=frame_bytes,
            policy=_POLICIES[SUITES[int(self.suite, 16)].commitment],
            context=CONTEXTS[self.context],
        )

    def plaintext(self, frame_bytes: int) -> bytes:
        """The bytes to encrypt, which depend on nothing but their number."""
        sizes = {"0": 0, "1": 1, "frame-1": frame_bytes - 1, "frame": frame_bytes, "frame+1": frame_bytes + 1, "frame*3": 3 * frame_bytes}
        return (bytes(range(251)) * (sizes[self.size] // 251 + 1))[: sizes[self.size]]  # no frame is like another


def case_named(name: str) -> Case:
    """The case of a name.

    Raises:
        UsageError: ``invalid-argument``: there is no such case.
    """
    values = name.split("/")
    if len(values) != len(DIMENSIONS) or any(value not in known for value, known in zip(values, DIMENSIONS.values(), strict=True)):
        raise UsageError(Code.INVALID_ARGUMENT, "no case has this name; expected SUITE/KEY/CONTEXT/SIZE/FRAME-LENGTH", path="case")
    return Case(*values)


def all_cases() -> tuple[Case, ...]:
    """The cross product."""
    return tuple(Case(*values) for values in product(*DIMENSIONS.values()))


def each_value() -> tuple[Case, ...]:
    """As few cases as have every value of each dimension."""
    longest = max(map(len, DIMENSIONS.values()))
    return tuple(Case(*(values[index % len(values)] for values in DIMENSIONS.values())) for index in range(longest))


def covering() -> tuple[Case, ...]:
    """Cases in which every pair of values of two dimensions occurs."""
    missing = {pair for case in all_cases() for pair in _pairs(_values(case))}
    cases = []
    while missing:
        case = _next(missing)
        missing -= set(_pairs(_values(case)))
        cases.append(case)
    return tuple(cases)


_Pair = tuple[tuple[int, str], tuple[int, str]]


def _values(case: Case) -> tuple[tuple[int, str], ...]:
    return tuple(enumerate((case.suite, case.key, case.context, case.size, case.frame_length)))


def _pairs(values: Iterable[tuple[int, str]]) -> Iterable[_Pair]:
    return combinations(values, 2)


def _next(missing: set[_Pair]) -> Case:
    """The first pair that is missing, and for each other dimension the value that adds the most."""
    chosen = dict(min(missing))
    for place, values in enumerate(DIMENSIONS.values()):
        if place not in chosen:
            gains = [_gain(chosen, place, value, missing) for value in values]
            chosen[place] = values[gains.index(max(gains))]
    return Case(*(chosen[place] for place in range(len(DIMENSIONS))))


def _gain(chosen: Mapping[int, str], place: int, value: str, missing: set[_Pair]) -> int:
    return sum(_pair((place, value), other) in missing for other in chosen.items())


def _pair(one: tuple[int, str], other: tuple[int, str]) -> _Pair:
    return (one, other) if one[0] < other[0] else (other, one)


# ---------------------------------------------------------------- keys
@cache
def keyrings(key: str) -> tuple[Keyring, Keyring]:
    """Who writes and who reads, for a value of the dimension ``key``."""
    kind, _, which = key.partition("-")
    if kind == "aes":
        return _aes(key), _aes(key)
    if kind == "rsa":
        return _rsa(which), _rsa(which)
    if kind == "ecdh":
        pem = _keys()["ecdh"][which]
        common = {"type": "raw-ecdh", "curve": which}
        writer = {**common, "schema": "static", "private": pem["sender-private"], "public": pem["recipient-public"]}
        return writer, {**common, "schema": "discovery", "private": pem["recipient-private"]}
    writer = {"type": "multi", "generator": _aes("aes-256"), "children": [_rsa("oaep-sha256"), _aes("aes-128")]}
    return writer, {"type": "multi", "children": [_rsa("oaep-sha256")]}


def _aes(name: str) -> Keyring:
    return {"type": "raw-aes", "namespace": _NAMESPACE, "name": name, "key": base64.b64decode(_keys()["aes"][name])}


def _rsa(padding: str) -> Keyring:
    return {"type": "raw-rsa", "namespace": _NAMESPACE, "name": "rsa", "padding": padding, **_keys()["rsa"]}


@cache
def _keys() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads((files("esdkit.conform") / "keys.json").read_text(encoding="utf-8"))
    return loaded

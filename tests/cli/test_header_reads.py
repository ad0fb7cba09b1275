"""No action reads the header of a message twice."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from esdkit import Client, inspect, parse
from esdkit.crypto import signing
from esdkit.doctor.explain import diagnose
from esdkit.grammar import trace as reference
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER, HEADER_BODY
from esdkit.inspector.compare.diff import diff
from esdkit.inspector.lint.findings import built_in_profile, lint
from esdkit.keyrings import RawAesKeyring
from esdkit.message import HeaderReader
from tests.cli.running import Program
from tests.drafts import ANY_SUITE, KEYRING, valid

SIGNED, UNSIGNED = valid(0x0578, context={"a": "b"}).seal(), valid(0x0478).seal()
STRANGER = RawAesKeyring("other", "key", bytes(32))
KEY = ("--aes", "namespace=esdkit,name=key,key=@key")
NEW_KEY = ("--to-aes", "namespace=esdkit,name=new,key=@key")
_WHOLE = re.compile(r"<decoder of (HEADER|HEADER_BODY|MESSAGE)[ >]")


def header_reads(action: Callable[[], object]) -> int:
    """How often a header was read: by the generated reading, by the reference reading, or in pieces."""
    reads = 0
    trace, pieces = reference.trace.__code__, HeaderReader.__init__.__code__

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal reads
        if event == "call":
            code = frame.f_code
            generated = code.co_name == "read" and _WHOLE.match(code.co_filename) is not None
            traced = code is trace and frame.f_locals["root"] in (HEADER, HEADER_BODY, MESSAGE)
            reads += generated or traced or code is pieces

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return reads


def read_range(**options: Any) -> object:
    return ANY_SUITE.decrypt_range(source=UNSIGNED, start=3, end=20, keyring=KEYRING)


def stream(source: Any) -> bytes:
    with ANY_SUITE.stream("decrypt", source=source, keyring=KEYRING) as opened:
        return opened.read()


LIBRARY: dict[str, Callable[[], object]] = {
    "parse": lambda: parse(SIGNED),
    "decrypt": lambda: ANY_SUITE.decrypt(source=SIGNED, keyring=KEYRING),
    "decrypt_into": lambda: ANY_SUITE.decrypt_into(bytearray(100), source=SIGNED, keyring=KEYRING),
    "stream": lambda: stream(io.BytesIO(SIGNED)),
    "decrypt_range": read_range,
    "verify": lambda: ANY_SUITE.verify(source=SIGNED),
    "verify with a key": lambda: ANY_SUITE.verify(source=SIGNED, keyring=KEYRING),
    "verify a file": lambda: ANY_SUITE.verify(source=io.BytesIO(SIGNED), keyring=KEYRING),
    "verify under limits": lambda: Client(max_encrypted_data_keys=2).verify(source=SIGNED, keyring=KEYRING),
    "trace": lambda: ANY_SUITE.trace(source=SIGNED, keyring=KEYRING),
    "inspect": lambda: inspect(SIGNED).to_text(),
    "lint": lambda: lint(inspect(SIGNED), built_in_profile("default")),
    "doctor": lambda: diagnose(SIGNED),
    "doctor with a key": lambda: diagnose(SIGNED, keyring=KEYRING),
    "doctor with another key": lambda: diagnose(SIGNED, keyring=STRANGER),
    "doctor of a file": lambda: diagnose(io.BytesIO(SIGNED), keyring=KEYRING),
}
VERBS = {
    "decrypt": ("decrypt", "message", *KEY),
    "rekey": ("rekey", "message", *KEY, *NEW_KEY),
    "verify": ("verify", "message"),
    "verify with a key": ("verify", "message", *KEY),
    "inspect": ("inspect", "message"),
    "inspect --json": ("inspect", "--json", "message"),
    "dump": ("dump", "message"),
    "lint": ("lint", "message"),
    "doctor": ("doctor", "message"),
    "doctor with a key": ("doctor", "message", *KEY),
}


def test_library_reads_a_header_once() -> None:
    assert {name: header_reads(action) for name, action in LIBRARY.items()} == dict.fromkeys(LIBRARY, 1)


def test_command_line_reads_a_header_once(program: Program) -> None:
    program.write("key", bytes(range(32)).hex().encode())
    program.write("message", SIGNED)
    reads = {name: header_reads(lambda command=command: program(*command)) for name, command in VERBS.items()}  # type: ignore[misc]
    assert reads == dict.fromkeys(VERBS, 1)


def test_diff_reads_each_header_once(program: Program) -> None:
    other = valid(0x0578, context={"a": "c"}).seal()
    assert header_reads(lambda: diff(inspect(SIGNED), inspect(other))) == 2
    for name, data in (("message", SIGNED), ("other", other)):
        program.write(name, data)
    assert header_reads(lambda: program("diff", "message", "other")) == 2


def test_refused_header_is_read_once_more_to_say_why() -> None:
    broken = bytes([3]) + SIGNED[1:]
    assert header_reads(lambda: ANY_SUITE.verify(source=broken)) > 1


@pytest.mark.req("CLI-DOC-004")
def test_doctor_checks_a_signature_once(monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[bytes] = []
    verify = signing.verify

    def counted(public_key: Any, scheme: Any, digest: bytes, signature: bytes) -> None:
        checks.append(signature)
        verify(public_key, scheme, digest, signature)

    monkeypatch.setattr(signing, "verify", counted)
    for data in (SIGNED, SIGNED[:-1] + bytes([SIGNED[-1] ^ 1])):
        for keyring in (None, KEYRING, STRANGER):
            checks.clear()
            diagnosis = diagnose(data, keyring=keyring, compat=("net-4.0.0",))
            assert len(checks) == 1
            assert (diagnosis.tree.signature.problem is None) == (data == SIGNED)

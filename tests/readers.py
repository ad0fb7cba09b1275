"""Everything that reads a whole message, each as a function of its bytes: what two readers say about the same bytes must agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import esdkit
from esdkit.errors import Code, EsdkError
from esdkit.message import parse, parse_header
from tests.drafts import ANY_SUITE, KEYRING
from tests.pushing import cut_every, push

__all__ = ["DECRYPTING", "READERS", "STRUCTURAL", "Place", "Reader", "refused"]

Reader = Callable[..., object]
Place = tuple[Code, str | None, int | None]


def decrypt_into(data: bytes, **options: Any) -> None:
    ANY_SUITE.decrypt_into(bytearray(len(data)), source=data, keyring=KEYRING, **options)


def stream(data: bytes, **options: Any) -> bytes:
    with ANY_SUITE.stream("d", source=data, keyring=KEYRING, **options) as plaintext:
        return plaintext.read()


def verify(data: bytes) -> None:
    verification = ANY_SUITE.verify(source=data, keyring=KEYRING)
    if verification.error is not None:
        raise verification.error


def structure(data: bytes) -> None:
    """What ``verify`` says about the structure alone."""
    verification = ANY_SUITE.verify(source=data)
    if verification.error is not None and verification.failed == "parse":
        raise verification.error


def inspect(data: bytes) -> None:
    problems = [problem for problem in esdkit.inspect(data).problems if problem.code not in UNAUTHENTIC]
    if problems:
        raise problems[0]


def trace(data: bytes) -> None:
    ANY_SUITE.trace(source=data, keyring=KEYRING)


def decrypt_range(data: bytes) -> None:
    header, _ = parse_header(data)
    if header.framed and not header.suite.signed:
        ANY_SUITE.decrypt_range(source=data, keyring=KEYRING, start=0, end=len(data))
    else:
        parse(data)  # there is no range of it


UNAUTHENTIC = (Code.SIGNATURE_INVALID, Code.SIGNATURE_MALFORMED)
"""What the inspector says of a signature, which others look at when they have a key."""

STRUCTURAL: dict[str, Reader] = {"parse": parse, "structure": structure, "inspect": inspect}
"""They read all fields, and judge values."""

DECRYPTING: dict[str, Reader] = {
    "decrypt": lambda data, **options: ANY_SUITE.decrypt(source=data, keyring=KEYRING, **options),
    "decrypt_into": decrypt_into,
    "whole": lambda data, **options: push(ANY_SUITE.decryptor(keyring=KEYRING, **options), [data]),
    "byte by byte": lambda data, **options: push(ANY_SUITE.decryptor(keyring=KEYRING, **options), cut_every(data, 1)),
    "stream": stream,
}
"""They decrypt from the beginning, and stop at the first thing that is wrong."""

READERS: dict[str, Reader] = {**STRUCTURAL, **DECRYPTING, "verify": verify, "range": decrypt_range, "trace": trace}
"""All of them. The last three judge the structure before they decrypt, or only where the frames do not fit."""


def refused(read: Reader, data: bytes, **options: Any) -> Place | None:
    """How a reader refuses a message: code, path and offset; None when it does not."""
    try:
        read(data, **options)
    except EsdkError as error:
        return error.code, error.path, error.offset
    return None

"""The arguments of a client, checked and brought into one shape.

Invariant: every error is a ``UsageError``, but for an unknown name: that is a ``TypeError``, as Python raises it for any function.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.cmm.default import DefaultCmm
from esdkit.engine.compat import NET_4_0_0, SWITCHES
from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import Keyring, require_texts
from esdkit.message.aad import serialize_encryption_context
from esdkit.near import did_you_mean, nearest
from esdkit.spec import LIMITS, SUITES, Suite, official_words

if TYPE_CHECKING:
    from esdkit.inspector.facts.source import ByteSource

__all__ = [
    "Readable",
    "Source",
    "at_least",
    "check_names",
    "commitment_policy",
    "compat_switches",
    "context",
    "expected_plaintext",
    "frame_length",
    "iterable",
    "known_length",
    "limit",
    "message_source",
    "one_cmm",
    "one_of",
    "read_from",
    "readable",
    "source_bytes",
    "suite_of",
]


class Readable(Protocol):
    """A binary file or anything that reads like one; short reads are fine, and it need not seek."""

    def read(self, size: int = -1, /) -> bytes | None: ...


def readable(source: object) -> Readable:
    """A source that is not bytes, as a file.

    Raises:
        UsageError: ``invalid-argument``: it is not one.
    """
    if hasattr(source, "read"):
        return cast(Readable, source)
    if isinstance(source, str):
        hint = "Open the file in binary mode, or encode the text."
        raise UsageError(Code.INVALID_ARGUMENT, "source must be bytes or a binary file, not text", hint=hint)
    raise UsageError(Code.INVALID_ARGUMENT, f"source must be bytes or a binary file, not {type(source).__name__}")


def read_from(file: Readable, size: int = -1) -> bytes | bytearray | memoryview:
    """What a file gives; nothing at its end.

    Raises:
        UsageError: ``invalid-argument``: it gives text, or nothing yet.
    """
    data: object = file.read() if size < 0 else file.read(size)
    if isinstance(data, bytes | bytearray | memoryview):
        return data
    raise UsageError(Code.INVALID_ARGUMENT, "source must be a blocking binary file, but its read() does not return bytes")


def known_length(source: object) -> int | None:
    """How many bytes a source still gives; None when that does not show without reading it.

    A file is asked only where the answer is sure: in memory, or a regular file that is not empty (system files say 0 and give more).
    """
    if isinstance(source, bytes | bytearray):
        return len(source)
    if isinstance(source, memoryview):
        return source.nbytes
    if type(source) is io.BytesIO:
        return max(source.getbuffer().nbytes - source.tell(), 0)
    raw = source.raw if type(source) in (io.BufferedReader, io.BufferedRandom) else source  # type: ignore[attr-defined]
    if type(raw) is not io.FileIO or raw.closed:
        return None
    status = os.fstat(raw.fileno())
    if not stat.S_ISREG(status.st_mode) or not status.st_size:
        return None
    return max(status.st_size - cast(io.FileIO, source).tell(), 0)


Source = bytes | bytearray | memoryview | Readable
Name = TypeVar("Name", bound=str)

_NO_CONTEXT: Mapping[str, str] = MappingProxyType({})

_SUITES_BY_NAME: Mapping[int | str, Suite] = {
    name: suite for suite in SUITES.values() for name in (suite.id, suite.name, suite.hex_id, f"0x{suite.hex_id}")
}


def check_names(options: Mapping[str, Any], kind: type[Any], *others: str) -> None:
    """Check the names of keyword arguments; a type checker does so before anything runs.

    Args:
        options: what was given.
        kind: the typed dictionary that has the options.
        others: the operation's own arguments, which the user may have meant.

    Raises:
        TypeError: one of them is unknown.
    """
    known: frozenset[str] = kind.__optional_keys__
    if known.issuperset(options):
        return
    unknown = next(name for name in options if name not in known)
    near = nearest(unknown, [*known, *others])
    if unknown in official_words()["arguments"]:
        advice = f"use {official_words()['arguments'][unknown]}"
    else:
        advice = f"did you mean {near[0]}?" if near else f"use {', '.join(sorted(known))}"
    raise TypeError(f"unexpected keyword argument {unknown!r}: {advice}")


def source_bytes(source: object) -> bytes:
    """The bytes of a source, which is read to its end."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    file, pieces = readable(source), []
    while piece := read_from(file):  # a file may give less than there is
        pieces.append(bytes(piece))
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def iterable(name: str, sources: object) -> Iterable[Source]:
    """Several sources; bytes, whose items are numbers, and one file are refused."""
    if isinstance(sources, Iterable) and not isinstance(sources, bytes | bytearray | memoryview | str) and not hasattr(sources, "read"):
        return sources
    raise UsageError(Code.INVALID_ARGUMENT, f"{name} must be an iterable of bytes or binary files, not {type(sources).__name__}")


def message_source(source: object) -> ByteSource:
    """Where a message is read from: bytes, or a file from its position on; one that cannot seek is read to its end."""
    from esdkit.inspector.facts.source import FileSource, MemorySource  # decryption does without

    file: Any = source
    if hasattr(file, "read") and hasattr(file, "seek") and getattr(file, "seekable", lambda: True)():
        start = file.seek(0, io.SEEK_CUR)
        if file.read(0) == b"":
            return FileSource(file, start)
        file.seek(start)  # text, or a file that gives more than it is asked for
    return MemorySource(source_bytes(source))


def one_cmm(
    keyring: Keyring | None,
    cmm: CryptographicMaterialsManager | None,
    materials_manager: CryptographicMaterialsManager | None = None,
    data_key: bytes | None = None,
) -> CryptographicMaterialsManager:
    """The CMM that was passed; a keyring or a data key is used through a default CMM."""
    # Reqs: CLI-DEC-002, CLI-DEC-004
    # Reqs: CLI-ENC-002
    given = (keyring is not None) + (cmm is not None) + (materials_manager is not None) + (data_key is not None)
    if given != 1:
        raise UsageError(Code.INVALID_ARGUMENT, f"give exactly one of keyring, cmm and data_key (got {given})")
    if keyring is not None:
        return DefaultCmm(keyring)
    if data_key is not None:
        from esdkit.keyrings.static import StaticDataKeyring  # few programs need it

        return DefaultCmm(StaticDataKeyring(data_key))
    manager = cmm if cmm is not None else materials_manager
    if manager is None or not (hasattr(manager, "get_encryption_materials") and hasattr(manager, "decrypt_materials")):
        raise UsageError(
            Code.INVALID_ARGUMENT,
            f"{type(manager).__name__} is not a CMM: it needs the methods get_encryption_materials and decrypt_materials",
        )
    return manager


def context(encryption_context: Mapping[str, str] | None) -> Mapping[str, str]:
    """A read-only copy of an encryption context; None gives an empty one. A context that no header can hold is refused here, not where it
    is first used.
    """
    if encryption_context is None:
        return _NO_CONTEXT
    serialize_encryption_context(encryption_context)
    return MappingProxyType(dict(encryption_context))


def commitment_policy(name: CommitmentPolicy | str) -> CommitmentPolicy:
    """A policy by its member or name."""
    try:
        return CommitmentPolicy(name)
    except ValueError:
        names = ", ".join(CommitmentPolicy)
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown commitment policy {name!r}; use one of {names}") from None


def suite_of(algorithm: object) -> Suite | None:
    """A suite, from itself, its name or its id (a number, or hexadecimal digits with or without 0x); None stays None."""
    # Reqs: CLI-ENC-003
    if algorithm is None or isinstance(algorithm, Suite):
        return algorithm
    if isinstance(algorithm, int | str) and algorithm in _SUITES_BY_NAME:
        return _SUITES_BY_NAME[algorithm]
    known = ", ".join(suite.hex_id for suite in SUITES.values())
    meant = did_you_mean(str(algorithm), (name for suite in SUITES.values() for name in (suite.name, suite.hex_id)))
    raise UsageError(Code.INVALID_ARGUMENT, f"unknown algorithm {algorithm!r}: use a suite name, or one of {known}", hint=meant or None)


def frame_length(value: int) -> int:
    """A frame length to write with, in bytes. Non-framed bodies are only read, never written."""
    # Reqs: CLI-ENC-005
    if type(value) is int and 0 < value <= LIMITS["frame_length"]:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"frame_length must be a whole number from 1 to {LIMITS['frame_length']}, not {_shown(value)}")


def _shown(value: object) -> str:
    """A wrong argument in an error; a number that is too long to print by its size."""
    if type(value) is int and value.bit_length() > 64:
        return f"a number of {value.bit_length()} bits"
    return f"{value!r}" if isinstance(value, int | float | None) else type(value).__name__


def at_least(name: str, value: int, least: int) -> int:
    """A number with a lower bound."""
    if type(value) is int and value >= least:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"{name} must be a whole number of at least {least}, not {_shown(value)}")


def limit(name: str, value: int | None, least: int) -> int | None:
    """A limit; None for no limit."""
    return None if value is None else at_least(name, value, least)


def one_of(name: str, value: Name, allowed: Collection[str]) -> Name:
    """One of a few words."""
    if value in allowed:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"{name} must be one of {', '.join(allowed)}, not {value!r}")


def compat_switches(names: Collection[str]) -> frozenset[str]:
    """The compatibility switches that were given."""
    # Reqs: CLI-CFG-010
    switches = frozenset(require_texts("compat", names, f'"{NET_4_0_0}"'))
    for name in switches.difference(SWITCHES):
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown name {name!r} in compat: use {' or '.join(SWITCHES)}")
    return switches


def expected_plaintext(plaintext: object) -> bytes | None:
    """What a verification compares with; None for no comparison."""
    if plaintext is None or isinstance(plaintext, bytes):
        return plaintext
    if isinstance(plaintext, bytearray | memoryview):
        return bytes(plaintext)
    raise UsageError(Code.INVALID_ARGUMENT, f"plaintext must be bytes, not {type(plaintext).__name__}")

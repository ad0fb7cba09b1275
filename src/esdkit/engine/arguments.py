"""The arguments of a client, checked and converted. Every error is a ``UsageError``."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.cmm.default import DefaultCmm
from esdkit.engine.session import NET_4_0_0
from esdkit.engine.stream import Readable
from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import Keyring
from esdkit.keyrings.static import StaticDataKeyring
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import LIMITS, SUITES, Suite

if TYPE_CHECKING:
    from esdkit.inspector.facts.source import ByteSource

__all__ = [
    "Source",
    "at_least",
    "commitment_policy",
    "compat_switches",
    "context",
    "expected_plaintext",
    "frame_length",
    "limit",
    "message_source",
    "one_cmm",
    "one_of",
    "source_bytes",
    "suite_of",
]

Source = bytes | bytearray | memoryview | Readable
Name = TypeVar("Name", bound=str)

_NO_CONTEXT: Mapping[str, str] = MappingProxyType({})

_SUITES_BY_NAME: Mapping[int | str, Suite] = {
    name: suite for suite in SUITES.values() for name in (suite.id, suite.name, suite.hex_id, f"0x{suite.hex_id}")
}


def source_bytes(source: object) -> bytes:
    """The bytes of a source, which is read to its end."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str):
        hint = "read the file, or decode the text, first"
        raise UsageError(Code.INVALID_ARGUMENT, "source is text; it must be bytes or a binary file", hint=hint)
    pieces = []
    while piece := _read(source):  # a file may give less than there is
        pieces.append(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def message_source(source: object) -> ByteSource:
    """Where a message is read from: bytes, or a file from its position on; one that cannot seek is read to its end."""
    from esdkit.inspector.facts.source import FileSource, MemorySource  # decryption does without

    file: Any = source
    if hasattr(file, "read") and hasattr(file, "seek") and getattr(file, "seekable", lambda: True)() and file.read(0) == b"":
        return FileSource(file, file.seek(0, io.SEEK_CUR))
    return MemorySource(source_bytes(source))


def _read(source: object) -> bytes:
    data = source.read() if hasattr(source, "read") else None
    if not isinstance(data, bytes | bytearray | memoryview):
        raise UsageError(Code.INVALID_ARGUMENT, "source must be bytes or a blocking binary file")
    return bytes(data)


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
        raise UsageError(Code.INVALID_ARGUMENT, f"give exactly one of keyring, cmm and data_key, not {given}")
    if keyring is not None:
        return DefaultCmm(keyring)
    if data_key is not None:
        return DefaultCmm(StaticDataKeyring(data_key))
    manager = cmm if cmm is not None else materials_manager
    if manager is None or not (hasattr(manager, "get_encryption_materials") and hasattr(manager, "decrypt_materials")):
        raise UsageError(Code.INVALID_ARGUMENT, "cmm must have the methods get_encryption_materials and decrypt_materials")
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
    raise UsageError(
        Code.INVALID_ARGUMENT, f"unknown algorithm suite {algorithm!r}; use one of {', '.join(s.hex_id for s in SUITES.values())}"
    )


def frame_length(value: int) -> int:
    """A frame length to write with, in bytes. Non-framed bodies are only read, never written."""
    # Reqs: CLI-ENC-005
    if type(value) is int and 0 < value <= LIMITS["frame_length"]:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"frame_length must be a number from 1 to {LIMITS['frame_length']}")


def at_least(name: str, value: int, least: int) -> int:
    """A number with a lower bound."""
    if type(value) is int and value >= least:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"{name} must be a number of at least {least}")


def limit(name: str, value: int | None, least: int) -> int | None:
    """A limit; None for no limit."""
    return None if value is None else at_least(name, value, least)


def one_of(name: str, value: Name, allowed: Collection[str]) -> Name:
    """One of a few words."""
    if value in allowed:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"{name} must be one of {', '.join(allowed)}")


def compat_switches(names: Collection[str]) -> frozenset[str]:
    """The compatibility switches, by name."""
    # Reqs: CLI-CFG-010
    given = [names] if isinstance(names, str) else names
    if not isinstance(given, Collection):
        raise UsageError(Code.INVALID_ARGUMENT, "compat must be a collection of names")
    for name in given:
        if name != NET_4_0_0:
            raise UsageError(Code.INVALID_ARGUMENT, f"unknown compatibility switch {name!r}; the only one is {NET_4_0_0}")
    return frozenset({NET_4_0_0} if given else ())


def expected_plaintext(plaintext: object) -> bytes | None:
    """The plaintext that a verification compares with; None for none."""
    if plaintext is None or isinstance(plaintext, bytes):
        return plaintext
    if isinstance(plaintext, bytearray | memoryview):
        return bytes(plaintext)
    raise UsageError(Code.INVALID_ARGUMENT, "plaintext must be bytes")

"""Where a key comes from: ``@FILE`` or ``env:VARIABLE``.

Invariants: a file is read up to a bound, so that a device ends; a name that looks like a key, put there by mistake, is in no error.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from esdkit.cli.output import protect
from esdkit.cli.streams import read_bounded, user_path
from esdkit.errors import Code, UsageError
from esdkit.spec import CONSTANTS, LIMITS

__all__ = ["hiding_key", "read_key_source"]

_FILE, _VARIABLE = "@", "env:"
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){16,}")
_BASE64_LENGTHS = {length * 8 // 6 + bool(length % 3) for length in CONSTANTS.raw_aes_wrapping_key_lengths}  # without padding
_NEEDLESS = re.compile(r"0[xX]|\\x|[\s:,;\"']")


def read_key_source(source: str, what: str) -> bytes:
    """The bytes of a source.

    Args:
        source: ``@FILE`` or ``env:VARIABLE``.
        what: whose source it is, for errors: ``a key``.

    Raises:
        UsageError: ``invalid-argument``: neither of them, a name that cannot be one, a variable that is not set, a file that is too long.
        OSError: the file cannot be read.
    """
    if source.startswith(_FILE):
        return _of_file(source.removeprefix(_FILE), what)
    if source.startswith(_VARIABLE):
        return _of_variable(source.removeprefix(_VARIABLE), what)
    reason = "other users of the machine can read the command line, so the key itself must not be there"
    raise UsageError(Code.INVALID_ARGUMENT, f"{what} must be @FILE or env:VARIABLE; {reason}")


@contextmanager
def hiding_key(name: str, what: str) -> Iterator[None]:
    """Let no ``OSError`` name a file whose name looks like a key that was put there by mistake.

    Args:
        name: as the user wrote it.
        what: whose file it is, for the error.

    Raises:
        UsageError: ``invalid-argument``: in place of the ``OSError``.
    """
    try:
        yield
    except OSError:
        if not _looks_like_key(name):
            raise
        message = f"there is no such file for {what}; its name is not shown because it looks like a key: the key must be in the file"
        raise UsageError(Code.INVALID_ARGUMENT, message) from None


def _of_file(name: str, what: str) -> bytes:
    path = user_path(name)
    protect(path)
    with hiding_key(name, what):
        return read_bounded(path, LIMITS["key_file_size"], what)


def _of_variable(name: str, what: str) -> bytes:
    if "=" in name:
        raise UsageError(Code.INVALID_ARGUMENT, f"the name of the environment variable of {what} has an equals sign")
    try:
        value = os.environ.get(name)
    except UnicodeEncodeError:
        raise UsageError(Code.INVALID_ARGUMENT, f"the name of the environment variable of {what} has half a character") from None
    if value is None:
        raise UsageError(Code.INVALID_ARGUMENT, f"the environment variable of {what} is not set")
    return os.fsencode(value)


def _looks_like_key(name: str) -> bool:
    """Whether a name, or what follows one of its slashes, can be a key in hex or base64, or a PEM."""
    parts = name.split("/")
    return any(_is_key_text("/".join(parts[start:])) for start in range(len(parts)))


def _is_key_text(text: str) -> bool:
    compact = _NEEDLESS.sub("", text)
    base64 = compact.rstrip("=")
    of_length = len(base64) in _BASE64_LENGTHS and re.fullmatch(r"[A-Za-z0-9+/_-]+", base64) is not None
    return of_length or _HEX.fullmatch(compact) is not None or "-----BEGIN" in text

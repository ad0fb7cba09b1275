"""What is stored in an object store, and what is asked of any of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, Protocol

__all__ = ["MAGIC", "THREADS", "Store", "Stored"]

THREADS = 16
"""Requests to a store that one process has under way."""
MAGIC = re.compile(r"[*?\[]")
"""What a pattern in a URL has."""


class Stored(NamedTuple):
    """An object, as a list names it, as plain values.

    Attributes:
        source: its URL.
        size: bytes.
        etag: what changes when it changes.
        version: the version of it that is meant; None for the current one.
        code, error: why it cannot be read, if that is known.
    """

    source: str
    size: int
    etag: str
    version: str | None = None
    code: str | None = None
    error: str | None = None

    @property
    def fingerprint(self) -> str:
        """What changes when it changes; nothing for one that cannot be read."""
        return "" if self.code is not None else f"{self.etag}-{self.size}"

    @property
    def path(self) -> str:
        """Bucket and key, without the version."""
        url = self.source if self.version is None else self.source.removesuffix(f"?versionId={self.version}")
        return url.partition("://")[2]


class Store(Protocol):
    """Where objects are."""

    def listed(self, url: str, requests: Counter[str]) -> Iterator[Stored]:
        """The objects that a URL names, that are below it, or that match it. ``requests`` counts what was asked, by what it costs as.

        Raises:
            SourceError: the list cannot be read, or not to its end.
        """
        ...

    def read(self, stored: Stored, start: int, end: int, requests: Counter[str]) -> bytes:
        """A range of an object.

        Raises:
            SourceError: it cannot be read, or has changed.
        """
        ...

"""Object stores: what is under a URL, and ranges of objects. S3 by its own requests (``s3``), all else that fsspec knows by its files.

Invariants: what goes wrong is a ``SourceError`` with the store's code and none of its text: no credential, no endpoint. fsspec and s3fs are
imported when a URL is given.
"""
# Reqs: SCN-SRC-011, SCN-SRC-012

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from esdkit.errors import Code, SourceError, UsageError
from esdkit.scan.sources.s3 import S3Store
from esdkit.scan.sources.stored import MAGIC, Store, Stored

__all__ = ["opened_store", "s3_store", "store_of"]

_S3 = "s3"


def store_of(url: str) -> Store:
    """The store of a URL.

    Raises:
        UsageError: ``invalid-argument``: nothing that is installed reads such a URL, or it has a password.
    """
    if urlsplit(url.replace("[", "(")).password is not None:
        raise UsageError(Code.INVALID_ARGUMENT, "the URL has a password, which would be in every row; give it by the environment")
    return opened_store(url.partition("://")[0])


@cache
def opened_store(scheme: str) -> Store:
    """The one store that this process has for all URLs of a scheme: its client takes a second and 20 MiB."""
    try:
        import fsspec

        files = fsspec.get_filesystem_class(scheme)
    except ImportError:
        what = f"{scheme}:// needs a package that is not installed"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint='For s3://: pip install "esdkit[scan]"') from None
    except ValueError:
        raise UsageError(Code.INVALID_ARGUMENT, f"nothing reads {scheme}://; give files, folders, s3://bucket/prefix or -") from None
    return S3Store() if scheme == _S3 else _FileStore(scheme, files())


def s3_store() -> S3Store:
    """The store of all ``s3://`` URLs.

    Raises:
        UsageError: ``invalid-argument``: the packages that it needs are not installed.
    """
    store = opened_store(_S3)
    assert isinstance(store, S3Store), "it is the store of this scheme"
    return store


# ---------------------------------------------------------------- others than S3
_MARKS = ("ETag", "etag", "md5Hash", "md5", "mtime", "LastModified", "last_modified", "updated", "created")


class _FileStore:
    """A file system of fsspec."""

    def __init__(self, scheme: str, files: Any) -> None:
        self._scheme = scheme
        self._files = files

    def listed(self, url: str, requests: Counter[str]) -> Iterator[Stored]:
        path = self._files._strip_protocol(url)  # noqa: SLF001  # its name for other libraries
        requests["LIST"] += 1
        try:
            found = self._files.glob(path, detail=True) if MAGIC.search(path) else self._files.find(path, detail=True)
        except (OSError, ValueError) as error:
            raise _unreadable(error) from None
        for name, about in sorted(found.items()):
            if about["type"] == "file":
                yield self._stored(name, about)

    def _stored(self, name: str, about: Mapping[str, Any]) -> Stored:
        source, size = f"{self._scheme}://{name}" if "://" not in name else name, about.get("size")
        if not isinstance(size, int):
            return Stored(source, 0, "", None, "source-unreadable", "the store does not say how long it is")
        return Stored(source, size, next((_text(about[mark]) for mark in _MARKS if about.get(mark) is not None), ""))

    def read(self, stored: Stored, start: int, end: int, requests: Counter[str]) -> bytes:
        requests["GET"] += 1
        try:
            data: bytes = self._files.cat_file(stored.path, start=start, end=end)
            now = self._stored(stored.path, self._files.info(stored.path))
        except (OSError, ValueError) as error:
            raise _unreadable(error) from None
        if now.fingerprint != stored.fingerprint:
            raise SourceError(Code.SOURCE_CHANGED, "it changed after it was listed")
        return data


def _text(mark: Any) -> str:
    """A mark as text; a list may have a number where ``info`` has a time."""
    return str(mark.timestamp()) if isinstance(mark, datetime) else str(mark)


def _unreadable(error: Exception) -> SourceError:
    what = "it is not there" if isinstance(error, FileNotFoundError) else "it is forbidden" if isinstance(error, PermissionError) else ""
    return SourceError(Code.SOURCE_UNREADABLE, what or f"the store does not answer: {type(error).__name__}")

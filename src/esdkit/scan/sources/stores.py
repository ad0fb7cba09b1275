"""Object stores: what is under a URL, and ranges of objects. S3 by its own requests, all else that fsspec knows by its files.

Strategy: one request is one attempt: the libraries' own retries are off, so that each is counted, and the waits are bounded here. A list is
read page by page. S3 is told which ETag an object must have; other stores are asked afterwards what it is.
Invariants: what goes wrong is a ``SourceError`` with the store's code and none of its text: no credential, no endpoint. fsspec and s3fs are
imported when a URL is given; credentials and endpoint are those of the usual environment of AWS.
"""
# Reqs: SCN-SRC-011, SCN-SRC-012

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import datetime
from functools import cache, partial
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from esdkit.errors import Code, SourceError, UsageError
from esdkit.spec import LIMITS

__all__ = ["THREADS", "Store", "Stored", "opened_store", "store_of"]

THREADS = 16
"""Requests to a store that one process has under way."""
_ATTEMPTS = LIMITS["store_attempts"]
_FIRST_WAIT = 0.2  # seconds before the second attempt; each further one waits twice as long
_S3 = "s3"
_MAGIC = re.compile(r"[*?\[]")
_AGAIN = {429, 500, 502, 503, 504}  # statuses that pass
_CHANGED = {412, 416}


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
    return _S3Store() if scheme == _S3 else _FileStore(scheme, files())


def _wait(attempt: int) -> None:
    time.sleep(_FIRST_WAIT * 2**attempt * random.uniform(0.5, 1))  # so that not all ask again at once


def _bucket_and_key(path: str) -> tuple[str, str]:
    bucket, _, key = path.partition("/")
    return bucket, key


# ---------------------------------------------------------------- S3
class _S3Store:
    def __init__(self) -> None:
        from botocore.exceptions import BotoCoreError, ConnectionError
        from fsspec.asyn import sync
        from s3fs import S3FileSystem
        from s3fs.core import S3_RETRYABLE_ERRORS

        self._sync = sync
        config = {"retries": {"total_max_attempts": 1}, "max_pool_connections": THREADS}
        self._files = S3FileSystem(config_kwargs=config, skip_instance_cache=True)
        self._files.retries = 1
        self._passing: tuple[type[Exception], ...] = (*S3_RETRYABLE_ERRORS, ConnectionError)
        self._errors: tuple[type[Exception], ...] = (OSError, BotoCoreError, *self._passing)

    def listed(self, url: str, requests: Counter[str]) -> Iterator[Stored]:
        bucket, key = _bucket_and_key(url.partition("://")[2])
        magic = _MAGIC.search(key)
        prefix = key if magic is None else key[: magic.start()]
        folder = key if key.endswith("/") or not key else f"{key}/"
        translated = None if magic is None else re.compile(_pattern(key))
        page: Mapping[str, Any] = {"IsTruncated": True}
        while page["IsTruncated"]:
            token = {"ContinuationToken": page["NextContinuationToken"]} if "NextContinuationToken" in page else {}
            page = self._asked(partial(self._listed, Bucket=bucket, Prefix=prefix, **token), "LIST", requests)
            for each in page.get("Contents", ()):
                name = each["Key"]
                if translated.match(name) if translated is not None else name == key or name.startswith(folder) or not key:
                    yield Stored(f"s3://{bucket}/{name}", each["Size"], each["ETag"].strip('"'))

    def read(self, stored: Stored, start: int, end: int, requests: Counter[str]) -> bytes:
        bucket, key = _bucket_and_key(stored.path)
        options = {} if stored.version is None else {"VersionId": stored.version}
        ask = partial(self._got, Bucket=bucket, Key=key, Range=f"bytes={start}-{end - 1}", IfMatch=f'"{stored.etag}"', **options)
        data: bytes = self._asked(ask, "GET", requests)
        return data

    async def _listed(self, **options: Any) -> Mapping[str, Any]:
        answer: Mapping[str, Any] = await self._files._call_s3("list_objects_v2", **options)  # noqa: SLF001  # its name for other libraries
        return answer

    async def _got(self, **options: Any) -> bytes:
        answer = await self._files._call_s3("get_object", **options)  # noqa: SLF001
        async with answer["Body"] as body:
            data: bytes = await body.read()
            return data

    def _asked(self, ask: Callable[[], Coroutine[Any, Any, Any]], kind: str, requests: Counter[str]) -> Any:
        """What the store answers, after at most ``_ATTEMPTS`` requests."""
        attempt = 0
        while True:
            requests[kind] += 1
            attempt += 1
            try:
                return self._sync(self._files.loop, ask)
            except self._errors as error:
                status, code = _status_of(error)
                passes = status in _AGAIN or (status is None and isinstance(error, self._passing))
                if not passes or attempt == _ATTEMPTS:
                    raise _refused(status, code, attempt) from None
                _wait(attempt - 1)


def _pattern(key: str) -> str:
    """A regular expression for a pattern: ``*`` ends at a slash, ``**`` does not."""
    from fsspec.utils import glob_translate

    return str(glob_translate(key))


def _status_of(error: BaseException) -> tuple[int | None, str]:
    """The status and the code that S3 has answered with; without an answer, the name of the error."""
    answer = getattr(error.__cause__ or error, "response", None) or getattr(error, "response", None)
    if not isinstance(answer, dict):
        return None, type(error).__name__
    status = answer.get("ResponseMetadata", {}).get("HTTPStatusCode")
    return status, str(answer.get("Error", {}).get("Code", status))


def _refused(status: int | None, code: str, attempts: int) -> SourceError:
    if status in _CHANGED:
        return SourceError(Code.SOURCE_CHANGED, "it changed after it was listed")
    if status is None:
        what = f"the store does not answer: {code}"
    elif status in _AGAIN:
        what = f"the store refused {attempts} requests, one after another: {code} (HTTP {status})"
    else:
        what = f"{_STATUSES.get(status, 'the store refuses')}: {code} (HTTP {status})"
    return SourceError(Code.SOURCE_UNREADABLE, what)


_STATUSES = {403: "it is forbidden", 404: "it is not there"}


# ---------------------------------------------------------------- others
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
            found = self._files.glob(path, detail=True) if _MAGIC.search(path) else self._files.find(path, detail=True)
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

"""S3, by its own requests: lists, ranges of objects, and objects that take the place of others.

Strategy: one request is one attempt: the libraries' own retries are off, so that each is counted, and the waits are bounded here. A list is
read page by page. A range is asked for with the ETag that the object must have, and an object is replaced with the ETag that it must have.
Whether a store heeds that is not taken on trust: the bytes of the first object of a bucket are sent again with an ETag that no object has,
which must fail.
Invariants: what goes wrong is a ``SourceError`` with the store's code and none of its text: no credential, no endpoint. A store that does
not answer is left alone for a while. Credentials and endpoint are those of the usual environment of AWS.
"""
# Reqs: SCN-SRC-011, SCN-SRC-012

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import IO, Any, NamedTuple
from urllib.parse import urlencode

from esdkit.errors import Code, SourceError
from esdkit.scan.sources.stored import MAGIC, THREADS, Stored
from esdkit.spec import LIMITS

__all__ = ["PIECE", "S3Object", "S3Store"]

PIECE = 8 << 20
"""Bytes of an object that are asked for at once when all of it is."""
_ATTEMPTS = LIMITS["store_attempts"]
_FIRST_WAIT = 0.2  # seconds before the second attempt; each further one waits twice as long
_AGAIN = {409, 429, 500, 502, 503, 504}  # statuses that pass
_CHANGED = {412, 416}
_SILENT = 3  # things in a row to which a store does not answer, after all attempts
_REST = 30.0  # seconds that it is left alone then
_NOBODYS = '"00000000000000000000000000000000"'  # an ETag
# What an object has beside its bytes and an answer to GET names as a PUT does.
_KEPT = (
    "BucketKeyEnabled",
    "CacheControl",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "ContentType",
    "Expires",
    "Metadata",
    "ObjectLockLegalHoldStatus",
    "SSEKMSKeyId",
    "ServerSideEncryption",
    "StorageClass",
    "WebsiteRedirectLocation",
)
_LOCK = ("ObjectLockMode", "ObjectLockRetainUntilDate")
_GRANTS = {"FULL_CONTROL": "GrantFullControl", "READ": "GrantRead", "READ_ACP": "GrantReadACP", "WRITE_ACP": "GrantWriteACP"}


class S3Object(NamedTuple):
    """An object as it is now: which one, its first bytes, and what else it has, as the options of a PUT."""

    stored: Stored
    beginning: bytes
    kept: Mapping[str, Any]


class S3Store:
    """Buckets, and what is in them."""

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
        self._silent = 0  # things in a row to which there was no answer
        self._silent_since = 0.0
        self._heeds: dict[str, bool] = {}  # by bucket, whether it heeds the ETag of a PUT

    # ------------------------------------------------------------ reading
    def listed(self, url: str, requests: Counter[str]) -> Iterator[Stored]:
        """See ``Store.listed``."""
        bucket, key = _bucket_and_key(url.partition("://")[2])
        magic = MAGIC.search(key)
        prefix = key if magic is None else key[: magic.start()]
        folder = key if key.endswith("/") or not key else f"{key}/"
        translated = None if magic is None else re.compile(_pattern(key))
        page: Mapping[str, Any] = {"IsTruncated": True}
        while page["IsTruncated"]:
            token = {"ContinuationToken": page["NextContinuationToken"]} if "NextContinuationToken" in page else {}
            page = self._asked(partial(self._called, "list_objects_v2", Bucket=bucket, Prefix=prefix, **token), "LIST", requests)
            for each in page.get("Contents", ()):
                name = each["Key"]
                if translated.match(name) if translated is not None else name == key or name.startswith(folder) or not key:
                    yield Stored(f"s3://{bucket}/{name}", each["Size"], each["ETag"].strip('"'))

    def read(self, stored: Stored, start: int, end: int, requests: Counter[str]) -> bytes:
        """See ``Store.read``."""
        bucket, key = _bucket_and_key(stored.path)
        options = {} if stored.version is None else {"VersionId": stored.version}
        ask = partial(self._got, Bucket=bucket, Key=key, Range=f"bytes={start}-{end - 1}", IfMatch=f'"{stored.etag}"', **options)
        data: bytes = self._asked(ask, "GET", requests)[0]
        return data

    def found(self, url: str, requests: Counter[str]) -> S3Object:
        """The object that is at a URL now.

        Raises:
            SourceError: it cannot be read, or has something that nobody can be told.
        """
        bucket, key = _bucket_and_key(url.partition("://")[2])
        data, about = self._asked(partial(self._got, Bucket=bucket, Key=key, Range=f"bytes=0-{PIECE - 1}"), "GET", requests)
        size = int(about["ContentRange"].rpartition("/")[2]) if "ContentRange" in about else len(data)
        stored = Stored(url, size, about["ETag"].strip('"'))
        return S3Object(stored, data, _kept(about))

    # ------------------------------------------------------------ replacing
    def kept_by_others(self, url: str, requests: Counter[str]) -> dict[str, str]:
        """What an object has that GET does not name, as options of a PUT: its tags, and to whom others than its owner it is granted.

        Raises:
            SourceError: it cannot be read.
        """
        bucket, key = _bucket_and_key(url.partition("://")[2])
        tags = self._asked(partial(self._called, "get_object_tagging", Bucket=bucket, Key=key), "GET", requests)["TagSet"]
        tagging = {"Tagging": urlencode([(tag["Key"], tag["Value"]) for tag in tags])} if tags else {}
        return {**tagging, **_granted(self._asked(partial(self._called, "get_object_acl", Bucket=bucket, Key=key), "GET", requests))}

    def keeps_versions(self, url: str, requests: Counter[str]) -> bool:
        """Whether the bucket of an object keeps what is replaced, as a version.

        Raises:
            SourceError: it does not say so.
        """
        bucket, _ = _bucket_and_key(url.partition("://")[2])
        answer = self._asked(partial(self._called, "get_bucket_versioning", Bucket=bucket), "GET", requests)
        return bool(answer.get("Status") == "Enabled")

    def make(self, url: str, file: IO[bytes], kept: Mapping[str, Any], requests: Counter[str]) -> bool:
        """Put an object where there is none; gives whether it was put there.

        Raises:
            SourceError: the store refuses.
        """
        return self._put(url, file, {**kept, "IfNoneMatch": "*"}, requests) is not None

    def replace(self, stored: Stored, old: IO[bytes], new: IO[bytes], kept: Mapping[str, Any], requests: Counter[str]) -> str | None:
        """Put an object in the place of another one, if that is there; gives its ETag, None when another one was there. That may be this
        one: a request that was answered with an error may have been carried out, and its repetition finds what it has put.

        Args:
            stored: the object that must be there.
            old: its bytes. The first PUT to a bucket has these, so that a store that does not heed the ETag changes nothing.
            new: what takes its place.
            kept: what it has beside its bytes, as options of a PUT.
            requests: counts them.

        Raises:
            SourceError: the store refuses. ``cannot-replace``: it does not heed the ETag.
        """
        # Reqs: SCN-PLN-010
        bucket, _ = _bucket_and_key(stored.path)
        if bucket not in self._heeds:
            self._heeds[bucket] = self._put(stored.source, old, {**kept, "IfMatch": _NOBODYS}, requests) is None
            if not self._heeds[bucket]:
                raise _heedless("to see that, this object was written again as it was; no other one is written")
        if not self._heeds[bucket]:
            raise _heedless("nothing was replaced")
        return self._put(stored.source, new, {**kept, "IfMatch": f'"{stored.etag}"'}, requests)

    def _put(self, url: str, file: IO[bytes], options: Mapping[str, Any], requests: Counter[str]) -> str | None:
        bucket, key = _bucket_and_key(url.partition("://")[2])

        async def put() -> Mapping[str, Any]:
            file.seek(0)
            return await self._called("put_object", Bucket=bucket, Key=key, Body=file, **options)

        try:
            answer = self._asked(put, "PUT", requests)
        except SourceError as error:
            if error.code is Code.SOURCE_CHANGED:
                return None
            raise
        return str(answer["ETag"].strip('"'))

    # ------------------------------------------------------------ requests
    async def _called(self, operation: str, **options: Any) -> Mapping[str, Any]:
        answer: Mapping[str, Any] = await self._files._call_s3(operation, **options)  # noqa: SLF001  # its name for other libraries
        return answer

    async def _got(self, **options: Any) -> tuple[bytes, Mapping[str, Any]]:
        answer = await self._called("get_object", **options)
        async with answer["Body"] as body:
            return await body.read(), answer

    def _asked(self, ask: Callable[[], Coroutine[Any, Any, Any]], kind: str, requests: Counter[str]) -> Any:
        """What the store answers, after at most ``_ATTEMPTS`` requests."""
        if self._silent >= _SILENT and time.monotonic() - self._silent_since < _REST:
            raise SourceError(Code.SOURCE_UNREADABLE, "it was not asked for, because the store does not answer")
        attempt = 0
        while True:
            requests[kind] += 1
            attempt += 1
            try:
                answer = self._sync(self._files.loop, ask)
            except self._errors as error:
                status, code = _status_of(error)
                passes = status in _AGAIN or (status is None and isinstance(error, self._passing))
                if not passes or attempt == _ATTEMPTS:
                    self._note_silence(silent=status is None)
                    raise _refused(status, code, attempt) from None
                _wait(attempt - 1)
            else:
                self._silent = 0
                return answer

    def _note_silence(self, *, silent: bool) -> None:
        self._silent = self._silent + 1 if silent else 0
        self._silent_since = time.monotonic()


def _wait(attempt: int) -> None:
    time.sleep(_FIRST_WAIT * 2**attempt * random.uniform(0.5, 1))  # so that not all ask again at once


def _bucket_and_key(path: str) -> tuple[str, str]:
    bucket, _, key = path.partition("/")
    return bucket, key


def _kept(about: Mapping[str, Any]) -> dict[str, Any]:
    """What an object has beside its bytes, as options of a PUT."""
    # Reqs: SCN-PLN-010
    if about.get("MissingMeta") or ("ExpiresString" in about and "Expires" not in about):
        raise SourceError(Code.CANNOT_REPLACE, "it has metadata that the store does not give, so they would be lost")
    until = about.get("ObjectLockRetainUntilDate")
    names = _KEPT if until is None or until < datetime.now(UTC) else (*_KEPT, *_LOCK)
    return {name: about[name] for name in names if about.get(name)}


def _granted(answer: Mapping[str, Any]) -> dict[str, str]:
    """The access control list of an object, as options of a PUT; nothing where its owner alone has access, as by default."""
    owner = answer.get("Owner", {}).get("ID")
    if all(grant["Grantee"].get("ID") == owner for grant in answer["Grants"]):
        return {}
    given: dict[str, list[str]] = {}
    for grant in answer["Grants"]:
        who = next((f'{name.lower()}="{grant["Grantee"][name]}"' for name in ("ID", "URI") if name in grant["Grantee"]), None)
        if who is None or grant["Permission"] not in _GRANTS:
            raise SourceError(Code.CANNOT_REPLACE, "its access control list has a grant that cannot be given again")
        given.setdefault(_GRANTS[grant["Permission"]], []).append(who)
    return {name: ", ".join(some) for name, some in given.items()}


def _heedless(what: str) -> SourceError:
    return SourceError(Code.CANNOT_REPLACE, f"the store replaces objects whatever their ETag is, which is not safe: {what}")


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

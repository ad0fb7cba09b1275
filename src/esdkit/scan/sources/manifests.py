"""Manifests in a store, which list objects: of S3 Inventory, and of exports of DynamoDB to S3.

Strategy: a URL that ends with the name of a manifest is looked into; all others are listed. The files of an inventory are read in ranges,
row by row. An export has no sizes, so its folder is listed once.
Invariant: an object that is listed and is not there is a problem, never left out. Delete markers hold nothing and are left out.
"""
# Reqs: SCN-SRC-013

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote_plus

from esdkit.errors import Code, SourceError
from esdkit.scan.sources.parquet import open_parquet
from esdkit.scan.sources.ranged import Ranged
from esdkit.scan.sources.stored import Store, Stored
from esdkit.scan.sources.stream import PIECE
from esdkit.spec import LIMITS

__all__ = ["manifest_objects"]

_INVENTORY = "manifest.json"
_EXPORT = "manifest-files.json"
_SUMMARY = "manifest-summary.json"
_MAX_MANIFEST = LIMITS["search_length"]
_ROWS = 4096


def manifest_objects(store: Store, url: str, requests: Counter[str]) -> Iterator[Stored]:
    """The objects under a URL, or those of the manifest that it names.

    Raises:
        SourceError: a list cannot be read, or not to its end.
    """
    name = url.rpartition("/")[2]
    for stored in store.listed(url, requests):
        if stored.source != url or name not in (_INVENTORY, _EXPORT, _SUMMARY):
            yield stored
            continue
        text = _whole(store, stored, requests)
        inventory = _inventory(text) if name == _INVENTORY else None
        keys = _exported(text) if name == _EXPORT else []
        list_of_files = _summarized(text) if name == _SUMMARY else None
        if list_of_files is not None:
            yield from manifest_objects(store, f"{'/'.join(url.split('/')[:3])}/{list_of_files}", requests)
        elif inventory is not None:
            yield from _inventory_objects(store, url, inventory, requests)
        elif keys:
            yield from _export_objects(store, url, keys, requests)
        else:
            yield stored


def _whole(store: Store, stored: Stored, requests: Counter[str]) -> bytes:
    if stored.size > _MAX_MANIFEST:
        raise SourceError(Code.SOURCE_TOO_LARGE, f"the manifest has more than {_MAX_MANIFEST} bytes")
    return store.read(stored, 0, stored.size, requests) if stored.size else b""


# ---------------------------------------------------------------- S3 Inventory
def _inventory(text: bytes) -> Mapping[str, Any] | None:
    """The manifest of an inventory; None for other JSON."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and {"sourceBucket", "fileFormat", "files"} <= document.keys() else None


def _inventory_objects(store: Store, url: str, manifest: Mapping[str, Any], requests: Counter[str]) -> Iterator[Stored]:
    bucket = str(manifest.get("destinationBucket", "")).rpartition(":")[2] or url.split("/")[2]
    read = _READERS.get(manifest["fileFormat"])
    if read is None:
        raise SourceError(Code.SOURCE_UNREADABLE, f"an inventory in {manifest['fileFormat']} cannot be read; CSV and Parquet can")
    for file in manifest["files"]:
        name = f"s3://{bucket}/{file['key']}"
        found = next((each for each in store.listed(name, requests) if each.source == name), None)
        if found is None:
            yield Stored(name, 0, "", None, "source-unreadable", "the manifest names it, and it is not there")
            continue
        yield from _rows_of_file(store, found, read, manifest, requests)


def _rows_of_file(store: Store, found: Stored, read: Any, manifest: Mapping[str, Any], requests: Counter[str]) -> Iterator[Stored]:
    """The objects that a file of an inventory lists; what goes wrong with the file is a problem of it."""
    opened = Ranged(store, found, requests)
    try:
        for row in read(opened, manifest):
            stored = _of_row(row)
            if stored is not None:
                yield stored
    except SourceError as error:
        yield Stored(found.source, found.size, found.etag, None, error.code.value, error.message)
    except _DAMAGE as error:
        yield Stored(found.source, found.size, found.etag, None, "source-damaged", f"this list of objects ends early: {error}")


_DAMAGE = (EOFError, OSError, zlib.error, ValueError, KeyError, csv.Error)


def _csv_rows(opened: Ranged, manifest: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a CSV file without a header, whose keys are percent-encoded."""
    names = [_name(each) for each in manifest["fileSchema"].split(",")]
    with gzip.GzipFile(fileobj=io.BufferedReader(opened, PIECE)) as file:
        for row in csv.reader(io.TextIOWrapper(file, "utf-8", newline="")):
            values = dict(zip(names, row, strict=True))
            yield {**values, "key": unquote_plus(values["key"])}


def _parquet_rows(opened: Ranged, _: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    with open_parquet(io.BufferedReader(opened, PIECE)) as file:
        names = {name: _name(name) for name in file.schema_arrow.names}
        wanted = [name for name, plain in names.items() if plain in _COLUMNS]
        for batch in file.iter_batches(_ROWS, columns=wanted, use_threads=False):
            for row in batch.to_pylist():
                yield {names[name]: value for name, value in row.items()}


_READERS = {"CSV": _csv_rows, "Parquet": _parquet_rows}
_COLUMNS = {"bucket", "key", "size", "etag", "versionid", "islatest", "isdeletemarker"}


def _name(text: str) -> str:
    """The name of a column, the same in CSV (``ETag``) and Parquet (``e_tag``)."""
    return text.strip().replace("_", "").lower()


def _of_row(row: Mapping[str, Any]) -> Stored | None:
    """The object of a row; None for a delete marker."""
    if _is_true(row.get("isdeletemarker")):
        return None
    source = f"s3://{row['bucket']}/{row['key']}"
    if row.get("size") in (None, "") or not row.get("etag"):
        return Stored(source, 0, "", None, "source-unreadable", "the inventory lists it without Size or ETag; add these fields to it")
    version = row.get("versionid")
    old = version if version and not _is_true(row.get("islatest", True)) else None
    return Stored(source if old is None else f"{source}?versionId={old}", int(row["size"]), row["etag"].strip('"'), old)


def _is_true(value: Any) -> bool:
    return value is True or str(value).lower() == "true"


# ---------------------------------------------------------------- DynamoDB
def _summarized(text: bytes) -> str | None:
    """The key of the manifest that the summary of an export names; None for other JSON."""
    try:
        key = json.loads(text)["manifestFilesS3Key"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    return key if isinstance(key, str) and key.endswith(f"/{_EXPORT}") else None


def _exported(text: bytes) -> list[str]:
    """The keys of the files of an export; none for other JSON lines."""
    try:
        lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [line["dataFileS3Key"] for line in lines]
    except (ValueError, RecursionError, KeyError, TypeError):
        return []


def _export_objects(store: Store, url: str, keys: list[str], requests: Counter[str]) -> Iterator[Stored]:
    bucket = url.split("/")[2]
    for folder in dict.fromkeys(key.rpartition("/")[0] for key in keys):
        there = {stored.source: stored for stored in store.listed(f"s3://{bucket}/{folder}/", requests)}
        for name in sorted(f"s3://{bucket}/{key}" for key in keys if key.rpartition("/")[0] == folder):
            missing = Stored(name, 0, "", None, "source-unreadable", "the manifest names it, and it is not there")
            yield there.get(name, missing)

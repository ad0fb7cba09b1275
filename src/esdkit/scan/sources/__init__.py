"""Where messages are stored: what a name on the command line means, and who reads a partition.

A source is a class with ``partitions()``; the reader of its kind is a function that gives the objects of a partition. A kind is a row of
``_READERS``, which names its module, so that a scan imports only what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from esdkit.errors import Code, UsageError
from esdkit.scan.model import Partition, Source
from esdkit.scan.sources.content import How
from esdkit.scan.sources.files import Files, Object

__all__ = ["How", "Object", "is_database", "is_url", "local_path", "objects_of", "shown", "sources_of"]

_READERS = {
    "files": "files:files",
    "range": "files:file_range",
    "row-groups": "files:row_groups",
    "members": "files:members",
    "objects": "objects:objects",
    "database": "sql:database",
}
_URL = re.compile(r"[a-z][a-z0-9+.-]+://")
_DATABASE = re.compile(r"(?:postgresql|mysql|mariadb|sqlite)(?:\+[a-z0-9_]+)?://")


def sources_of(names: Sequence[str], how: How, stdin: Path | None = None) -> list[Source]:
    """The sources that names mean.

    Args:
        names: files, folders and patterns; URLs of object stores and databases; ``-`` for stdin.
        how: what is read in them.
        stdin: a copy of what came from there.

    Raises:
        UsageError: ``invalid-argument``: a name is empty, a pattern matches nothing, nothing reads such a URL, or tables are asked for and
            no database.
    """
    if "" in names:
        raise UsageError(Code.INVALID_ARGUMENT, "the name of a source is empty")
    databases = {shown(name): name for name in names if _DATABASE.match(name)}
    urls = [name for name in dict.fromkeys(names) if is_url(name) and not _DATABASE.match(name)]
    files = [name for name in names if not is_url(name)]
    if not databases and (how.tables or how.query is not None):
        hint = "The URL of a SQLite file is sqlite:///app.db."
        raise UsageError(Code.INVALID_ARGUMENT, "--table and --query are for the URL of a database", hint=hint)
    sources: list[Source] = [Files(files, how, stdin)] if files else []
    return [*sources, *(_stores(urls, how) if urls else ()), *(_database(name, how) for name in databases.values())]


def _stores(urls: Sequence[str], how: How) -> list[Source]:
    """What is under URLs, without those that are below another one."""
    from esdkit.scan.sources.objects import Objects

    return [Objects(url, how) for url in urls if not any(url.startswith(f"{other.rstrip('/')}/") for other in urls if other != url)]


def _database(url: str, how: How) -> Source:
    from esdkit.scan.sources.sql import Database

    return Database(url, how)


def shown(name: str) -> str:
    """The name of a source without what may be secret in it.

    Raises:
        UsageError: ``invalid-argument``: it is a URL that cannot be read.
    """
    # Reqs: SCN-SQL-002
    if not _DATABASE.match(name):
        return name
    from esdkit.scan.sources.sql import shown_url

    return shown_url(name)


def is_url(name: str) -> bool:
    """Whether a name is that of a URL, and not of a file."""
    return _URL.match(name) is not None


def is_database(name: str) -> bool:
    """Whether a name is that of the URL of a database."""
    return _DATABASE.match(name) is not None


def local_path(name: str) -> Path | None:
    """The path of a file or folder that a name means; None for what is elsewhere."""
    if not is_url(name):
        return Path(name)
    if not _DATABASE.match(name):
        return None
    from esdkit.scan.sources.sql import sqlite_path

    return sqlite_path(name)


def objects_of(partition: Partition) -> Iterator[Object]:
    """The source objects of a partition, each with what reads it."""
    module, name = _READERS[partition.kind].split(":")
    objects: Iterator[Object] = getattr(import_module(f"esdkit.scan.sources.{module}"), name)(partition)
    return objects

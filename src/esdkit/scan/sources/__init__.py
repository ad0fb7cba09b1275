"""Where messages are stored: what a name on the command line means, and who reads a partition.

A source is a class with ``partitions()``; the reader of its kind is a function that gives the objects of a partition. A kind is a row of
``_READERS``, which names its module, so that a scan imports only what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from esdkit.scan.model import Partition, Source
from esdkit.scan.sources.content import How
from esdkit.scan.sources.files import Files, Object

__all__ = ["How", "Object", "is_url", "objects_of", "sources_of"]

_READERS = {"files": "files:files", "range": "files:file_range", "row-groups": "files:row_groups", "objects": "objects:objects"}
_URL = re.compile(r"[a-z][a-z0-9+.-]+://")


def sources_of(names: Sequence[str], how: How, stdin: Path | None = None) -> list[Source]:
    """The sources that names mean.

    Args:
        names: files, folders and patterns; URLs of object stores; ``-`` for stdin.
        how: what is read in them.
        stdin: a copy of what came from there.

    Raises:
        UsageError: ``invalid-argument``: a pattern matches nothing, or nothing reads such a URL.
    """
    urls = [name for name in dict.fromkeys(names) if is_url(name)]
    files = [name for name in names if not is_url(name)]
    sources: list[Source] = [Files(files, how, stdin)] if files else []
    return [*sources, *_stores(urls, how)] if urls else sources


def _stores(urls: Sequence[str], how: How) -> list[Source]:
    """What is under URLs, without those that are below another one."""
    from esdkit.scan.sources.objects import Objects

    return [Objects(url, how) for url in urls if not any(url.startswith(f"{other.rstrip('/')}/") for other in urls if other != url)]


def is_url(name: str) -> bool:
    """Whether a name is that of a URL, and not of a file."""
    return _URL.match(name) is not None


def objects_of(partition: Partition) -> Iterator[Object]:
    """The source objects of a partition, each with what reads it."""
    module, name = _READERS[partition.kind].split(":")
    objects: Iterator[Object] = getattr(import_module(f"esdkit.scan.sources.{module}"), name)(partition)
    return objects

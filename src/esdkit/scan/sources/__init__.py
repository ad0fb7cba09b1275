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

__all__ = ["How", "Object", "is_url", "objects_of", "sources_of"]

_READERS = {"files": "files:files", "range": "files:file_range"}
_URL = re.compile(r"[a-z][a-z0-9+.-]+://")


def sources_of(names: Sequence[str], how: How, stdin: Path | None = None) -> list[Source]:
    """The sources that names mean.

    Args:
        names: files, folders and patterns; ``-`` for stdin.
        how: what is read in them.
        stdin: a copy of what came from there.

    Raises:
        UsageError: ``invalid-argument``: a pattern matches nothing, or nothing reads such a URL.
    """
    for name in names:
        if is_url(name):
            raise UsageError(Code.INVALID_ARGUMENT, f"{name.partition('://')[0]}:// cannot be scanned; give files, folders or - for stdin")
    return [Files(names, how, stdin)]


def is_url(name: str) -> bool:
    """Whether a name is that of a URL, and not of a file."""
    return _URL.match(name) is not None


def objects_of(partition: Partition) -> Iterator[Object]:
    """The source objects of a partition, each with what reads it."""
    module, name = _READERS[partition.kind].split(":")
    objects: Iterator[Object] = getattr(import_module(f"esdkit.scan.sources.{module}"), name)(partition)
    return objects

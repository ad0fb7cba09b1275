"""What an earlier scan has seen, so that a later one counts only what is new.

Strategy: a message is known by its message id, wherever it is stored now; a row without one by its place and problems. Of each, 8 bytes of
a hash are kept, sorted, in one file that every process reads. Invariant: what is not in the earlier scan is new, but for rows whose 8 bytes
are those of another one: of a million new rows, after a million old ones, that is one with a probability of 1 in 18 million.
"""
# Reqs: SCN-RUN-007

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.scan.folder import MANIFEST
from esdkit.scan.model import Row
from esdkit.scan.parts import Place, require_form

__all__ = ["known", "write_baseline"]

_WORD = 8  # bytes


def write_baseline(old: Path, target: Path) -> str:
    """Write what the rows of an earlier scan are known by; gives a digest of it.

    Args:
        old: the output folder of that scan.
        target: the file to write.

    Raises:
        UsageError: ``invalid-argument``: it is not such a folder.
        OSError: it cannot be read.
    """
    if not (old / MANIFEST).exists():
        raise UsageError(Code.INVALID_ARGUMENT, f"{old} is not the output folder of a scan")
    words = array("Q", (_word(row["message_id"], row["source"], row["part"], row["problems"]) for row in _rows(old)))
    content = array("Q", sorted(words)).tobytes()
    target.write_bytes(content)
    return sha256(content).hexdigest()[:16]


def _rows(old: Path) -> Iterator[Mapping[str, Any]]:
    for path in sorted((old / "parts").iterdir()):
        if path.suffix == ".jsonl":
            with path.open("rb") as file:
                yield from map(json.loads, file)
        else:
            require_form("parquet")
            import pyarrow.parquet as pq

            for batch in pq.ParquetFile(path).iter_batches(columns=["message_id", "source", "part", "problems"]):
                yield from batch.to_pylist()


def _word(message_id: str | None, source: str, part: str, problems: Sequence[str]) -> int:
    name = [message_id] if message_id is not None else [source, part, *problems]
    return int.from_bytes(sha256(json.dumps(name).encode()).digest()[:_WORD], sys.byteorder)


@lru_cache(maxsize=1)
def _words(path: Path) -> array[int]:
    words = array("Q")
    words.frombytes(path.read_bytes())
    return words


def known(path: Path, place: Place, row: Row) -> bool:
    """Whether a row was in the earlier scan. ``path``: what ``write_baseline`` has written."""
    words = _words(path)
    word = _word(row.message_id, place.source, place.part, row.problems)
    at = bisect_left(words, word)
    return at < len(words) and words[at] == word

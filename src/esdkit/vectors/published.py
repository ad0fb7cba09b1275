"""The index of published vector sets: where they come from, how a download is known to be right, and which of their cases are wrong.

Invariants: a case is known by the digest of its ciphertext, wherever it is; the sets themselves are never part of the project.
Not here: downloading them (``fetch``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from esdkit.frozen import frozen
from esdkit.vectors.model import Reject

__all__ = ["Deviation", "PublishedSet", "base_url", "data_path", "deviations", "native_path", "published_path", "published_sets"]


@frozen
class PublishedSet:
    """One published set (vectors/published.yaml, ``sets``).

    Attributes:
        name: the folder that it is kept in.
        repository: owner and name of the Git repository.
        commit: the commit that it is taken from.
        path: where it is in the repository.
        kind: a zip, one file, or a folder.
        git_id: the Git id of the blob, of the tree for a folder; None where it is not known, so that no download could be verified.
        files: for a folder, what no manifest of it names: the manifests themselves.
        manifest: type and version of manifest and keys, for people.
        vectors: how many cases it has.
        offline: how many of them are decryptable without a service; None where that was not counted.
        producer: what made the ciphertexts.
        licence: the license of the repository.
        aliases: other places with the same files: repository, commit and path.
    """

    name: str
    repository: str
    commit: str
    path: str
    kind: Literal["zip", "file", "folder"]
    git_id: str | None
    manifest: str
    producer: str
    licence: str
    vectors: int | None = None
    offline: int | None = None
    files: tuple[str, ...] = ()
    aliases: tuple[Mapping[str, str], ...] = ()


@frozen
class Deviation:
    """What is right for a case whose manifest is wrong (vectors/published.yaml, ``deviations``)."""

    expectation: Reject
    why: str


_INSTALLED = Path(__file__).parent / "data"
_CHECKOUT = Path(__file__).parents[3] / "vectors"


def data_path() -> Path:
    """The folder that holds ``published.yaml`` and the native vectors: in the wheel beside this module, in a checkout at its root."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def native_path() -> Path:
    """The folder of the native vectors."""
    return data_path() / "native"


def published_path() -> Path | None:
    """The folder that keeps fetched sets; None outside of a checkout."""
    return None if _INSTALLED.is_dir() else _CHECKOUT / "published"


@cache
def _index() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    index: Mapping[str, Any] = yaml.load((data_path() / "published.yaml").read_text(encoding="utf-8"), Loader=loader)
    return index


def base_url() -> str:
    """Where the repositories' files are."""
    url: str = _index()["base_url"]
    return url


@cache
def published_sets() -> Mapping[str, PublishedSet]:
    """The published sets by name."""
    rows = _index()["sets"]
    lists = ("files", "aliases")
    return MappingProxyType({row["name"]: PublishedSet(**{**row, **{name: tuple(row.get(name, ())) for name in lists}}) for row in rows})


@cache
def deviations() -> Mapping[str, Deviation]:
    """The cases that are wrong, by the SHA-256 of their ciphertext in hexadecimal."""
    rows = _index()["deviations"]
    return MappingProxyType({digest: Deviation(Reject(row["stage"], row["code"]), row["why"]) for digest, row in rows.items()})

"""What there is to run, as rows of JSON data: vectors and what is expected of them, and the published sets."""

from __future__ import annotations

from collections.abc import Iterable

from esdkit.vectors.model import Accept, EncryptVector, Refuse, Vector, VectorSet
from esdkit.vectors.published import PublishedSet, published_sets
from esdkit.vectors.select import Selector, selected

__all__ = ["SET_COLUMNS", "VECTOR_COLUMNS", "Row", "published_rows", "vector_rows"]

Row = dict[str, str | int | None]

VECTOR_COLUMNS = ("suite", "id", "outcome", "stage", "code")
"""The members of a vector that a table shows."""
SET_COLUMNS = ("name", "vectors", "offline", "manifest", "producer")
"""The members of a published set that a table shows."""


def vector_rows(sets: Iterable[VectorSet], select: Selector | None) -> list[Row]:
    """The vectors of some sets.

    Args:
        sets: in their order.
        select: which vectors; None for all.
    """
    rows = []
    for one in (selected(one, select) for one in sets):
        rows += [_vector(one, vector) for vector in one.vectors] + [_encryption(one, vector) for vector in one.encryptions]
    return rows


def published_rows() -> list[Row]:
    """The published sets that can be fetched."""
    return [_published(one) for one in published_sets().values()]


def _vector(vector_set: VectorSet, vector: Vector) -> Row:
    expected = vector.expectation
    return {
        "suite": vector_set.name,
        "id": vector.id,
        "manifest": vector_set.kind,
        "outcome": "accept" if isinstance(expected, Accept) else "reject",
        "stage": None if isinstance(expected, Accept) else expected.stage,
        "code": None if isinstance(expected, Accept) else expected.code,
        "comment": vector.deviation or vector.comment,
    }


def _encryption(vector_set: VectorSet, vector: EncryptVector) -> Row:
    code = vector.expectation.code if isinstance(vector.expectation, Refuse) else None
    return {
        "suite": vector_set.name,
        "id": vector.id,
        "manifest": vector_set.kind,
        "outcome": "refuse" if code else "write",
        "stage": None,
        "code": code,
        "comment": vector.comment,
    }


def _published(published: PublishedSet) -> Row:
    return {
        "name": published.name,
        "vectors": published.vectors,
        "offline": published.offline,
        "manifest": published.manifest,
        "producer": published.producer,
        "repository": published.repository,
        "commit": published.commit,
        "path": published.path,
        "licence": published.licence,
    }

"""The bounds of manifests in spec/limits.yaml: at the bound one is read, and one more is refused with its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from esdkit.errors import Code, VectorError
from esdkit.spec import LIMITS
from esdkit.vectors.files import relative_name
from esdkit.vectors.manifests.node import parse_json
from esdkit.vectors.runner import Fault, load


def code_of(data: bytes) -> Code | None:
    try:
        parse_json(data)
    except VectorError as error:
        return error.code
    return None


@pytest.mark.parametrize(("more", "code"), [(0, None), (1, Code.MANIFEST_INVALID)])
def test_manifest_of_as_many_items_as_allowed_is_read(more: int, code: Code | None) -> None:
    items = LIMITS["vector_manifest_items"] - 1 + more  # the list is one
    assert code_of(b"[" + b",".join([b"0"] * items) + b"]") is code


@pytest.mark.parametrize(("more", "code"), [(0, None), (1, Code.MANIFEST_INVALID)])
def test_manifest_as_deep_as_allowed_is_read(more: int, code: Code | None) -> None:
    depth = LIMITS["vector_manifest_depth"] + more
    assert code_of(b"[" * depth + b"]" * depth) is code


def test_manifest_longer_than_allowed_is_refused(tmp_path: Path) -> None:
    text = b'{"manifest": {"type": "awses-decrypt", "version": 1}, "tests": {}}'
    path = tmp_path / "manifest.json"
    for more, code in (
        (0, Code.MANIFEST_INVALID),
        (1, Code.ARCHIVE_TOO_LARGE),
    ):  # without keys it is not a manifest; one byte more, not read
        path.write_bytes(text + b" " * (LIMITS["vector_manifest_size"] - len(text) + more))
        (fault,) = load([path])
        assert isinstance(fault, Fault) and fault.error.code is code


@pytest.mark.parametrize(("more", "code"), [(0, None), (1, Code.MANIFEST_INVALID)])
def test_path_as_long_as_allowed_is_taken(more: int, code: Code | None) -> None:
    uri = "file://" + "a" * (LIMITS["vector_path_length"] + more)
    try:
        relative_name(uri, path="x")
    except VectorError as error:
        assert error.code is code
    else:
        assert code is None

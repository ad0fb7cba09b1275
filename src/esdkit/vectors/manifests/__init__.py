"""Manifests: a JSON file becomes a `VectorSet`, or is not a manifest.

Strategy: a file is known by its type, the commitment file and the decrypt oracle's list by their shape. In a folder or zip keys manifests
and JSON files that state no type are passed over; a file that was named explicitly must be a manifest. A file that does not parse is passed
over only if neither its name nor anything in it, in whatever encoding, looks like a manifest: a damaged one is never left out silently, nor
one without a case.
Invariants: a set is read whole, with all files that it names, before the first of its cases runs; whatever the bytes, the only error is
`VectorError`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from esdkit.errors import Code, VectorError
from esdkit.spec import LIMITS
from esdkit.vectors.files import JsonFile, SetFiles
from esdkit.vectors.manifests.commitment import is_commitment_file, read_commitment_file
from esdkit.vectors.manifests.decrypt import DECRYPT_TYPE, read_decrypt_manifest
from esdkit.vectors.manifests.encrypt import ENCRYPT_TYPES, read_written_manifest
from esdkit.vectors.manifests.encryptions import ENCRYPTIONS_TYPE, read_encryptions
from esdkit.vectors.manifests.key_entries import KEYS_TYPE
from esdkit.vectors.manifests.native import NATIVE_TYPE, read_native_manifest
from esdkit.vectors.manifests.node import JsonNode, parse_json
from esdkit.vectors.manifests.oracle import is_oracle_list, read_oracle_list
from esdkit.vectors.model import Vector, VectorSet
from esdkit.vectors.published import Deviation, deviations

__all__ = ["load_manifest", "manifest_kind"]

_READERS: Mapping[str, Callable[[JsonNode, SetFiles], tuple[Vector, ...]]] = {
    DECRYPT_TYPE: read_decrypt_manifest,
    NATIVE_TYPE: read_native_manifest,
    **dict.fromkeys(ENCRYPT_TYPES, read_written_manifest),
}
_NAME = "manifest"
_MARKS = tuple(f'"{name}"'.encode() for name in (_NAME, *_READERS, ENCRYPTIONS_TYPE, "decrypted-dek", "key-type"))


def load_manifest(file: JsonFile) -> VectorSet | None:
    """Read a JSON file and, if it is a manifest, everything that it names.

    Args:
        file: as `json_files` gives it.

    Returns:
        The set; None for a file that is not a manifest and was not named explicitly.

    Raises:
        VectorError: ``manifest-invalid``, ``manifest-unsupported``, ``duplicate-id``, ``vector-file-missing``, ``uri-outside-folder``,
            ``archive-too-large``, ``no-vectors``.
    """
    data = file.folder.read(file.name, LIMITS["vector_manifest_size"])
    try:
        root = parse_json(data)
    except VectorError:
        if file.explicit or _could_be_manifest(file.name, data):
            raise
        return None
    return _read(root, file)


def _could_be_manifest(name: str, data: bytes) -> bool:
    text = data.replace(b"\0", b"")  # of UTF-16 and UTF-32, what ASCII has
    return _NAME in name.lower() or any(mark in text for mark in _MARKS)


def _read(root: JsonNode, file: JsonFile) -> VectorSet | None:
    # Reqs: TVM-COM-001
    if is_commitment_file(root):
        return _vector_set(file, "commitment file", read_commitment_file(root))
    if is_oracle_list(root):
        return _vector_set(file, "decrypt oracle's list", read_oracle_list(root))
    kind = manifest_kind(root)
    if kind == ENCRYPTIONS_TYPE:
        encryptions = read_encryptions(root, SetFiles(file.folder))
        return VectorSet(file.folder.name, f"{kind} v{root['manifest']['version'].integer()}", encryptions=encryptions)
    reader = _READERS.get(kind)
    if reader is not None:
        vectors = reader(root, SetFiles(file.folder))
        stated = f"{kind} v{root['manifest']['version'].integer()}"
        if kind in ENCRYPT_TYPES:  # beside it there may be the messages that somebody else wrote, under the same ids
            return replace(_vector_set(file, f"{stated}, messages by esdkit", vectors), name=f"{file.folder.name}/{file.name}")
        return _vector_set(file, stated, vectors)
    if kind and (file.explicit or kind != KEYS_TYPE):
        raise root["manifest"]["type"].error("a type of manifest that holds no vectors to decrypt", Code.MANIFEST_UNSUPPORTED)
    if file.explicit:
        raise root.error("JSON, but not a manifest")
    return None


def manifest_kind(root: JsonNode) -> str:
    """The type that a manifest states; empty for JSON that is not a manifest."""
    # Reqs: TVM-COM-001
    manifest = root.value.get("manifest") if isinstance(root.value, dict) else None
    kind = manifest.get("type") if isinstance(manifest, dict) else None
    return kind if isinstance(kind, str) else ""


def _vector_set(file: JsonFile, kind: str, vectors: tuple[Vector, ...]) -> VectorSet:
    if not vectors:
        raise VectorError(Code.NO_VECTORS, f"the {kind} has no tests")
    return VectorSet(file.folder.name, kind, tuple(_with_deviation(vector, deviations()) for vector in vectors))


def _with_deviation(vector: Vector, known: Mapping[str, Deviation]) -> Vector:
    """Replace what the manifest says with what is right, where a published case is known to be wrong."""
    # Reqs: TVM-DEC-020
    deviation = known.get(hashlib.sha256(vector.ciphertext).hexdigest())
    return vector if deviation is None else replace(vector, expectation=deviation.expectation, deviation=deviation.why)

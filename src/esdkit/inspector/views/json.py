"""A tree as JSON data. The shape is promised (``"schema": 1``): members are added, never renamed or reused.

Keys of ``fields`` are paths, as errors name them. Bytes are hexadecimal, with their text beside them where they are UTF-8. Offsets and
lengths are bytes. Contents of the body are not repeated (their place is), and of many frames, data keys and pairs only the fields of the
first are listed, so that the output is bounded by the header; ``fields_omitted`` says how many fields are left out.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import chain
from typing import Any

from esdkit.columns import utf8_text
from esdkit.errors import EsdkError
from esdkit.inspector.facts.origin import Hint, hints, kms_origin, post_quantum
from esdkit.inspector.facts.parts import Body, DataKey, Sizes
from esdkit.inspector.facts.readers import Deciding, Reader, deciding_of, readers_of, readers_of_valid, who_reads
from esdkit.inspector.facts.reading import MAX_PROBLEMS, RawSpan
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.views.describe import policies_for
from esdkit.message.arn import Arn
from esdkit.message.providers import BranchKeyVersion, KeyAgreement, KmsKey, MlKemKey, RawAesKey
from esdkit.spec import FIELDS, SUITES, Field, Suite, error_codes

__all__ = ["SCHEMA", "bytes_to_json", "error_to_json", "reader_to_json", "suite_to_json", "tree_to_json", "tree_to_json_line"]

SCHEMA = 1
_SIZES = tuple(part.name for part in dataclasses.fields(Sizes))
_SUITE = "header.algorithm_suite_id"
_MAX_FRAMES = 64
_MAX_ITEMS = 1000  # of a list in the header
_AFTER_READERS = ', "encryption_context": '
_encode = json.JSONEncoder(check_circular=False).encode  # of what was just made, in which there is no circle


def tree_to_json(tree: Tree, *, fields: bool = True) -> dict[str, Any]:
    """See ``Tree.to_json``."""
    return {**_beginning(tree), **_suite_and_readers(tree.suite, readers_of(tree)), **_rest(tree, fields=fields)}


def tree_to_json_line(tree: Tree, name: str) -> str:
    """The text of ``tree_to_json`` without the single fields, and with the member ``file``.

    What is said of the suite and the readers takes a third of the text and is the same for nearly all messages: it is made once.
    """
    deciding = deciding_of(tree)
    said = _said_of_suite(tree.suite, readers_of(tree)) if deciding is None else _said_of_valid(tree.value(_SUITE), deciding)
    text = _encode({"schema": SCHEMA, "file": name, **_beginning(tree), **_rest(tree, fields=False)})
    before, mark, after = text.partition(
        _AFTER_READERS
    )  # where ``_rest`` begins: not inside a string, where a backslash comes before a quote
    return f"{before}{said}{mark}{after}"


def _said_of_suite(suite: Suite | None, found: Sequence[Reader]) -> str:
    return ", " + _encode(_suite_and_readers(suite, found))[1:-1]


@lru_cache(maxsize=256)
def _said_of_valid(suite_id: int, deciding: Deciding) -> str:
    return _said_of_suite(SUITES[suite_id], readers_of_valid(deciding))


def _beginning(tree: Tree) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "authenticated": False,
        "length": tree.length,
        "complete": tree.complete,
        "version": tree.value("header.version"),
    }


def _suite_and_readers(suite: Suite | None, found: Sequence[Reader]) -> dict[str, Any]:
    return {
        "suite": None if suite is None else suite_to_json(suite),
        "read_by": who_reads(found),
        "readers": [reader_to_json(reader) for reader in found],
        "policies": [] if suite is None else policies_for(suite),
    }


def _rest(tree: Tree, *, fields: bool) -> dict[str, Any]:
    context = tree.encryption_context
    listed, omitted = _fields(tree) if fields else ({}, _number_of_fields(tree))
    return {
        "encryption_context": None
        if context is None
        else [{"key": bytes_to_json(pair.key), "value": None if pair.value is None else bytes_to_json(pair.value)} for pair in context],
        "encrypted_data_keys": [_data_key(key) for key in tree.encrypted_data_keys],
        "body": None if tree.body is None else _body(tree.body, None if tree.reading.run is None else tree.reading.run.shape.size),
        "sizes": {name: getattr(tree.sizes, name) for name in _SIZES},
        "signature": {
            "state": tree.signature.state,
            "scheme": None if tree.signature.scheme is None else tree.signature.scheme.name,
            "means": tree.signature.means,
        },
        "written_by": [_hint(hint) for hint in hints(tree)],
        "problem_count": tree.problem_count,
        "problems": [error_to_json(problem) for problem in tree.problems[:MAX_PROBLEMS]],
        "fields": listed,
        "fields_omitted": omitted,
    }


def reader_to_json(reader: Reader) -> dict[str, Any]:
    """An SDK's answer."""
    # ``asdict`` copies every value, which takes most of the time of a message
    return {
        "sdk": reader.sdk,
        "reads": reader.reads,
        "release": reader.release,
        "because": list(reader.because),
        "notes": list(reader.notes),
    }


def suite_to_json(suite: Suite) -> dict[str, Any]:
    """A suite's row, without what every suite has in common."""
    return {
        "id": suite.hex_id,
        "name": suite.name,
        "message_version": suite.message_version,
        "data_key_length": suite.data_key_length,
        "key_length": suite.key_length,
        "kdf": suite.kdf,
        "kdf_hash": suite.kdf_hash,
        "commitment": suite.commitment,
        "signature": None if suite.signature is None else suite.signature.name,
    }


def error_to_json(error: EsdkError) -> dict[str, Any]:
    """An error; requirements and hint come from its code's row where the error has none of its own."""
    row = error_codes()[error.code]
    return {
        "code": error.code.value,
        "class": row.class_name,
        "message": error.message,
        "path": error.path,
        "offset": error.offset,
        "requirements": list(error.reqs or row.requirements),
        "hint": error.hint or row.hint,
    }


def _number_of_fields(tree: Tree) -> int:
    run = tree.reading.run
    return len(tree.reading.before) + len(tree.reading.after) + (0 if run is None else run.count * len(run.shape.sizes))


def _fields(tree: Tree) -> tuple[dict[str, Any], int]:
    """The fields by path, and how many of them are left out."""
    reading, run = tree.reading, tree.reading.run
    listed: Iterable[RawSpan] = ()
    omitted = 0
    if run is not None:
        listed = run.spans(tree.source, 0, min(run.count, _MAX_FRAMES))
        omitted = max(run.count - _MAX_FRAMES, 0) * len(run.shape.sizes)
    fields: dict[str, Any] = {}
    header = [span for span in reading.before if span[1] is None or span[1] < _MAX_ITEMS]
    omitted += len(reading.before) - len(header)
    for field_id, index, start, end, value in chain(header, listed, reading.after):
        row = FIELDS[field_id]
        place = {"id": field_id, "index": index, "start": start, "end": end}
        fields[row.path(index)] = {**place, "unit": row.unit, "value": _value(row, value)}
    return fields, omitted


def _value(row: Field, value: int | bytes | None) -> int | dict[str, str] | None:
    """A field's value, None for a content; bytes that are not meant as text get theirs only when it is printable."""
    if value is None or isinstance(value, int):
        return value
    shown = bytes_to_json(value)
    if row.unit != "utf-8" and not shown.get("text", "").isprintable():
        del shown["text"]
    return shown


def bytes_to_json(value: bytes) -> dict[str, str]:
    """Bytes in hexadecimal, with their text where they are UTF-8."""
    text = utf8_text(value)
    return {"hex": value.hex()} if text is None else {"hex": value.hex(), "text": text}


def _data_key(key: DataKey) -> dict[str, Any]:
    wrapping, whole = key.wrapping_key, key.ciphertext is not None
    arn = wrapping.arn if isinstance(wrapping, KmsKey) and whole else None
    origin = kms_origin(key)
    postquantum, why = post_quantum(key) if whole else (None, None)
    return {
        "path": f"header.encrypted_data_keys[{key.index}]",
        "offset": key.start,
        "provider_id": None if key.provider_id is None else bytes_to_json(key.provider_id),
        "provider_info": None if key.provider_info is None else bytes_to_json(key.provider_info),
        "ciphertext_length": None if key.ciphertext is None else len(key.ciphertext),
        "kind": wrapping.kind.id if whole else None,
        "arn": None if arn is None else _arn(arn),
        "kms_blob": None if origin is None else {name: getattr(origin, name) for name in ("origin", "emulator", "confidence", "because")},
        "postquantum": postquantum,
        "postquantum_because": why,
        "ml_kem": wrapping.parameter_set if isinstance(wrapping, MlKemKey) and whole else None,
        "ecdh": {"curve": wrapping.curve, "recipient": wrapping.recipient.hex(), "sender": wrapping.sender.hex()}
        if isinstance(wrapping, KeyAgreement)
        else None,
        "branch_key_version": wrapping.version if isinstance(wrapping, BranchKeyVersion) else None,
        "raw_aes": _raw_aes(wrapping) if isinstance(wrapping, RawAesKey) else None,
    }


def _hint(hint: Hint) -> dict[str, Any]:
    return {"id": hint.id, "says": hint.says, "because": hint.because, "writers": None if hint.writers is None else dict(hint.writers)}


def _raw_aes(key: RawAesKey) -> dict[str, Any]:
    name = utf8_text(key.key_name)
    return {
        "key_name": name,
        "key_name_hex": key.key_name.hex(),
        "tag_length": key.tag_length,
        "iv_length": key.iv_length,
        "iv": key.iv.hex(),
    }


def _arn(arn: Arn) -> dict[str, Any]:
    return {**asdict(arn), "multi_region": arn.is_multi_region}


def _body(body: Body, frame_size: int | None) -> dict[str, Any]:
    return {
        "type": "framed" if body.framed else "non-framed",
        "frame_length": body.frame_length,
        "start": body.start,
        "regular_frames": body.regular_frames,
        "frame_size": frame_size,
        "final_frame": None if body.final_start is None else {"start": body.final_start, "length": body.final_length},
        "plaintext_length": body.content_length if body.complete else None,
    }

"""The commitment file of the SDKs' 2.0 releases: one JSON file with messages, their data keys and the values on the way.

Strategy: the file has no type and no version and is known by its shape. The data key is given, so that no encrypted data key is opened.
Invariants: the values on the way of a negative case are not compared with what the data key gives: some of them belong to the other data
key.
"""

from __future__ import annotations

import re

from esdkit.errors import Code
from esdkit.vectors.manifests.descriptions import parse_data_key
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import Accept, KnownAnswers, Reject, Vector

__all__ = ["is_commitment_file", "read_commitment_file"]

_MARKS = ("ciphertext", "commitment", "decrypted-dek")
_NUMBER = re.compile(r"([0-9]+)\.")


def is_commitment_file(root: JsonNode) -> bool:
    """Whether a JSON file looks like one: a title and a list of tests, of which one has what such a test must have."""
    # Reqs: TVM-CMT-001
    if not isinstance(root.value, dict) or "title" not in root.value or not isinstance(root.value.get("tests"), list):
        return False
    return any(isinstance(test, dict) and any(mark in test for mark in _MARKS) for test in root.value["tests"])


def read_commitment_file(root: JsonNode) -> tuple[Vector, ...]:
    """Read the cases.

    Raises:
        VectorError: ``manifest-invalid``, ``duplicate-id``.
    """
    # Reqs: TVM-CMT-003
    vectors: dict[str, Vector] = {}
    for test in root["tests"].items():
        vector = _case(test)
        if vector.id in vectors:
            raise test["comment"].error(f"the number {vector.id} starts two comments", Code.DUPLICATE_ID)
        vectors[vector.id] = vector
    return tuple(vectors.values())


def _case(test: JsonNode) -> Vector:
    # Reqs: TVM-CMT-002, TVM-CMT-003, TVM-CMT-006
    comment = test["comment"].text()
    number = _NUMBER.match(comment)
    if number is None:
        raise test["comment"].error("the comment does not start with the number of the case")
    accepted = test["status"].boolean()
    return Vector(
        id=number[1],
        ciphertext=test["ciphertext"].base64(),
        expectation=Accept(_plaintext(test)) if accepted else Reject("commitment", Code.COMMITMENT_MISMATCH.value),
        keys=parse_data_key(test["decrypted-dek"]),
        known=_known(test, accepted),
        comment=comment,
    )


def _plaintext(test: JsonNode) -> bytes:
    # Reqs: TVM-CMT-005
    return "".join(frame.text() for frame in test["plaintext-frames"].items()).encode("utf-8")


def _known(test: JsonNode, accepted: bool) -> KnownAnswers:
    # Reqs: TVM-CMT-004
    content_key = test.get("content-encryption-key")
    return KnownAnswers(
        message_id=test["message-id"].base64(),
        encryption_context=test["encryption-context"].text_map(),
        commit_key=test["commitment"].base64() if accepted else None,
        content_key=content_key.base64() if accepted and content_key is not None else None,
    )

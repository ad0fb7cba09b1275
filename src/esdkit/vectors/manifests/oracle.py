"""The list of the decrypt oracle: one JSON list of messages with their plaintexts, from the SDK for Python.

Strategy: the list has no type and no version and is known by its shape. Two of its kinds of keys wrap nothing: their data keys follow from
the suite, all zeros or the bytes from 1 on. The third is a key in AWS KMS, which the list does not name.
"""

from __future__ import annotations

from esdkit.errors import Code
from esdkit.spec import SUITES
from esdkit.vectors.manifests.node import JsonNode
from esdkit.vectors.model import UNAVAILABLE, Accept, KeyDescription, Need, Vector, given_data_key

__all__ = ["is_oracle_list", "read_oracle_list"]

_MEMBERS = ("key-type", "algorithm-suite", "ciphertext", "plaintext")
_SUITES = {suite.hex_id: suite for suite in SUITES.values()}


def is_oracle_list(root: JsonNode) -> bool:
    """Whether a JSON file looks like one: a list whose first item has what such a case must have."""
    # Reqs: TVM-ORA-001
    first = root.value[0] if isinstance(root.value, list) and root.value else None
    return isinstance(first, dict) and all(member in first for member in _MEMBERS)


def read_oracle_list(root: JsonNode) -> tuple[Vector, ...]:
    """Read the cases. The id of one is its key type and its suite.

    Raises:
        VectorError: ``manifest-invalid``, ``duplicate-id``.
    """
    # Reqs: TVM-ORA-001
    vectors: dict[str, Vector] = {}
    for test in root.items():
        vector = _case(test)
        if vector.id in vectors:
            raise test.error(f"a second case {vector.id}", Code.DUPLICATE_ID)
        vectors[vector.id] = vector
    return tuple(vectors.values())


def _case(test: JsonNode) -> Vector:
    # Reqs: TVM-ORA-001
    test.only(_MEMBERS)
    kind = test["key-type"].choice(["null", "test_counting", "aws-kms"])
    suite = _SUITES[test["algorithm-suite"].choice([*_SUITES])]
    return Vector(
        id=f"{kind}-{suite.hex_id}",
        ciphertext=test["ciphertext"].base64(),
        expectation=Accept(test["plaintext"].base64()),
        keys=_keys(kind, suite.data_key_length),
    )


def _keys(kind: str, length: int) -> KeyDescription:
    # Reqs: TVM-ORA-002
    if kind == "aws-kms":
        return KeyDescription({UNAVAILABLE: Need.AWS_KMS.value})
    return given_data_key(bytes(length) if kind == "null" else bytes(range(1, length + 1)))

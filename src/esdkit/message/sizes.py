"""How long a message and its parts are, in bytes, before a byte is written. The sizes of fixed fields come from the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from esdkit.grammar.body import FINAL_FRAME, FRAME, NON_FRAMED
from esdkit.grammar.layout import layout
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import FIELDS, Suite

__all__ = ["encrypted_data_key_length", "footer_length", "framed_body_length", "header_length", "non_framed_body_length"]


def header_length(suite: Suite, encryption_context: Mapping[str, str], encrypted_data_keys: Iterable[EncryptedDataKey]) -> int:
    """Length of a header, authentication included.

    Args:
        suite: it decides the message version.
        encryption_context: the pairs that are stored.
        encrypted_data_keys: in any order.
    """
    fixed = sum(_fixed_size(field_id, suite) for field_id in _HEADER_FIXED[suite.message_version])
    keys = sum(encrypted_data_key_length(key) for key in encrypted_data_keys)
    return fixed + len(serialize_encryption_context(encryption_context)) + keys


def encrypted_data_key_length(key: EncryptedDataKey) -> int:
    """Length of one encrypted data key with its three lengths."""
    lengths = sum(
        _size(field_id) for field_id in FIELDS if field_id.startswith("header.encrypted_data_keys.") and field_id.endswith(".length")
    )
    return lengths + len(key.provider_id) + len(key.provider_info) + len(key.ciphertext)


def framed_body_length(suite: Suite, plaintext_length: int, frame_length: int) -> int:
    """Length of a framed body whose last chunk, full or not, is the final frame (an empty plaintext is one empty final frame)."""
    # Reqs: FMT-FRM-012, FMT-FRM-013, FMT-FRM-015
    regular = max(plaintext_length - 1, 0) // frame_length
    overhead, final_overhead = _frame_overheads(suite.id)
    return regular * overhead + final_overhead + plaintext_length


@cache
def _frame_overheads(suite_id: int) -> tuple[int, int]:
    """What a regular and a final frame add to their content."""
    known = {"header.algorithm_suite_id": suite_id, "header.frame_length": 0, "body.final_frame.content_length": 0}
    return layout(FRAME, known).size, layout(FINAL_FRAME, known).size


def non_framed_body_length(suite: Suite, plaintext_length: int) -> int:
    """Length of a non-framed body."""
    return layout(NON_FRAMED, {"header.algorithm_suite_id": suite.id, "body.content_length": plaintext_length}).size


def footer_length(suite: Suite, signature_length: int | None = None) -> int:
    """Length of the footer: 0 for a suite that does not sign; ``signature_length`` defaults to the one that writers reach."""
    if suite.signature is None:
        return 0
    return _size("footer.signature.length") + (suite.signature.usual_signature_length if signature_length is None else signature_length)


def _in_header(field_id: str) -> bool:
    row = FIELDS[field_id]
    in_context = field_id.startswith("header.encryption_context.") and field_id != "header.encryption_context.length"
    return row.part == "header" and not row.repeats and not in_context


_HEADER_FIXED = {
    version: [field_id for field_id, row in FIELDS.items() if version in row.versions and _in_header(field_id)] for version in (1, 2)
}


def _size(field_id: str) -> int:
    size = FIELDS[field_id].size
    assert isinstance(size, int)
    return size


def _fixed_size(field_id: str, suite: Suite) -> int:
    size = FIELDS[field_id].size
    if isinstance(size, str):
        return int(getattr(suite, size.removeprefix("suite.")))
    return size if isinstance(size, int) else size[suite.message_version]

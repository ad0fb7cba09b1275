"""How long a message and its parts are, in bytes, before a byte is written. The sizes of fixed fields come from the grammar."""

from __future__ import annotations

from functools import cache

from esdkit.grammar.body import FINAL_FRAME, FRAME
from esdkit.grammar.layout import layout
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import FIELDS, Suite

__all__ = ["encrypted_data_key_length", "footer_length", "frame_overheads", "framed_body_length"]


def encrypted_data_key_length(key: EncryptedDataKey) -> int:
    """Length of one encrypted data key with its three lengths."""
    lengths = sum(
        _size(field_id) for field_id in FIELDS if field_id.startswith("header.encrypted_data_keys.") and field_id.endswith(".length")
    )
    return lengths + len(key.provider_id) + len(key.provider_info) + len(key.ciphertext)


def framed_body_length(suite: Suite, plaintext_length: int, frame_length: int) -> int:
    """Length of a framed body of full regular frames and a final one with the rest: nothing, for an exact multiple."""
    # Reqs: FMT-FRM-012, FMT-FRM-014, FMT-FRM-015, CLI-ENC-019
    regular = plaintext_length // frame_length
    overhead, final_overhead = frame_overheads(suite.id)
    return regular * overhead + final_overhead + plaintext_length


@cache
def frame_overheads(suite_id: int) -> tuple[int, int]:
    """What a regular and a final frame add to their content."""
    known = {"header.algorithm_suite_id": suite_id, "header.frame_length": 0, "body.final_frame.content_length": 0}
    return layout(FRAME, known).size, layout(FINAL_FRAME, known).size


def footer_length(suite: Suite, signature_length: int | None = None) -> int:
    """Length of the footer: 0 for a suite that does not sign; ``signature_length`` defaults to the one that writers reach."""
    if suite.signature is None:
        return 0
    return _size("footer.signature.length") + (suite.signature.usual_signature_length if signature_length is None else signature_length)


def _size(field_id: str) -> int:
    size = FIELDS[field_id].size
    assert isinstance(size, int)
    return size

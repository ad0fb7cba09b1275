"""Edits of the text form, as tests make them."""

from __future__ import annotations

import re

from esdkit.forge import Draft, disassemble
from esdkit.forge.lines import MACROS
from esdkit.spec import CONSTANTS

__all__ = ["VALUE", "edited", "quoted", "with_macros"]

VALUE = r'(?:auto|sign|commit|public_key|tag|\w+|(?:seal )?(?:"(?:[^"\\\n]|\\.)*")? ?(?:hex"[^"]*")?)(?:  #.*)?'
"""What stands behind a field's name: one value, folded or not, and a comment."""


def edited(text: str, field: str, value: str, at: int | None = None) -> str:
    """The text with another value in the lines of a field, or in the one with this number."""
    lines = list(re.finditer(rf"(?m)^( *{re.escape(field)}) {VALUE}$", text))
    assert lines, field
    for match in reversed(lines if at is None else [lines[at]]):
        text = text[: match.start()] + f"{match[1]} {value}" + text[match.end() :]
    return text


def quoted(data: bytes) -> str:
    return f'hex"{data.hex()}"'


def with_macros(draft: Draft) -> str:
    """The text of a sealed draft in which everything that can be computed is."""
    text = disassemble(draft.seal())
    if draft.header.suite.commitment:
        text = edited(text, "header.suite_data", "commit")
    for tag in sorted(MACROS["tag"]):
        text = edited(text, tag, "tag") if f"{tag} " in text else text
    for at, piece in enumerate(draft.pieces):
        last = at == len(draft.pieces) - 1
        field = "body.ciphertext" if not draft.header.framed else "body.final_frame.ciphertext" if last else "body.frame.ciphertext"
        text = edited(text, field, f"seal {quoted(piece.plaintext)}", 0 if last else at)
    if draft.signing_key is not None:
        text = edited(text, "footer.signature", "sign")
        public = list(dict(draft.header.context_pairs or ())).index(CONSTANTS.public_key_name.encode())
        text = edited(text, "header.encryption_context.value", "public_key", public)
    return text

"""The encryption context as the header stores it: a length, then counted pairs that fill it. Length 0 means no context and no count."""

from esdkit.grammar.field import Blob, Counted, Group, Section

__all__ = ["CONTEXT_PAIRS", "ENCRYPTION_CONTEXT"]

CONTEXT_PAIRS = Counted(
    "header.encryption_context",
    Group(Blob("header.encryption_context.key"), Blob("header.encryption_context.value")),
)
ENCRYPTION_CONTEXT = Section("header.encryption_context", CONTEXT_PAIRS)

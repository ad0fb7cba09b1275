"""A valid message to mutate: its draft, its bytes, and how it is made again after a change.

Invariants: the header's first encrypted data key is the one that opens it, if a wrapping key is given; when the header tag is made again,
so is that data key, since it is bound to the encryption context. The same draft gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from esdkit.crypto import aead
from esdkit.forge import Draft
from esdkit.forge.mutate import Repair, spans, splice
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.field import Span
from esdkit.grammar.header import HEADER_BODY
from esdkit.grammar.trace import build
from esdkit.message.header import build_header_body
from esdkit.spec import CONSTANTS

__all__ = ["FIRST_DATA_KEY", "Pairs", "Subject"]

FIRST_DATA_KEY = "header.encrypted_data_keys[0]"
Pairs = Sequence[tuple[bytes, bytes]]


class Subject:
    """A message and what is needed to make it again.

    Args:
        draft: the message.
        wrapping_key: raw AES, of the first data key; None if nothing opens the data keys.
        by_data_key: whether whoever reads it has the data key itself.
    """

    def __init__(self, draft: Draft, wrapping_key: bytes | None = None, *, by_data_key: bool = False) -> None:
        self._wrapping_key, self._by_data_key = wrapping_key, by_data_key
        self.draft = draft if wrapping_key is None else self._wrapped(draft)

    @property
    def signed(self) -> bool:
        return self.draft.header.suite.signed

    @property
    def wrapped(self) -> bool:
        """Whether it is opened with a wrapping key."""
        return self._wrapping_key is not None and not self._by_data_key

    @cached_property
    def data(self) -> bytes:
        """The valid message."""
        return self.draft.seal()

    @cached_property
    def spans(self) -> dict[str, Span]:
        """The place of each field, by path."""
        return spans(self.data)

    @cached_property
    def header_body(self) -> bytes:
        return build_header_body(self.draft.header)

    @cached_property
    def body(self) -> bytes:
        return self.data[self.body_start : self.body_end]

    @cached_property
    def body_start(self) -> int:
        return next(span.start for path, span in self.spans.items() if path.startswith("body."))

    @cached_property
    def body_end(self) -> int:
        return self.spans["footer.signature.length"].start if self.signed else len(self.data)

    @property
    def signature(self) -> bytes | None:
        return self.data[self.spans["footer.signature"].start :] if self.signed else None

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """The levels that make a difference to a change of the header."""
        return (Repair.NONE, Repair.MAC, Repair.SIGN) if self.signed else (Repair.NONE, Repair.MAC)

    def with_header_body(self, header_body: bytes, repair: Repair, *, rewrap: bool = False) -> bytes:
        """The message with another header body, repaired up to a level.

        Args:
            header_body: any bytes.
            repair: the level.
            rewrap: whether its encryption context is valid and has changed, so that the data key must be bound to it again.
        """
        if repair not in (Repair.MAC, Repair.SIGN):
            return header_body + self.data[len(self.header_body) :]
        if rewrap and self._wrapping_key is not None:
            header_body = self._rewrapped(header_body)
        return self.draft.seal(header_body=header_body, body=self.body, signature=self.signature if repair is Repair.MAC else None)

    def with_body(self, body: bytes, repair: Repair) -> bytes:
        """The message with another body, whose signature is kept or made again."""
        changed = self.data[: self.body_start] + body
        return changed + (self.footer(self.draft.sign(changed)) if repair is Repair.SIGN else self.data[self.body_end :])

    def footer(self, signature: bytes) -> bytes:
        return len(signature).to_bytes(2, "big") + signature

    def sealed(self, draft: Draft, *, data_key: bytes | None = None, bound_to: Pairs | None = None, more: bytes = b"") -> bytes:
        """Another draft of the same keys, all of whose tags and signatures hold.

        Args:
            draft: a message like this one.
            data_key: what is wrapped instead of the draft's data key.
            bound_to: the pairs that it is bound to instead of the draft's.
            more: what ends the header body.
        """
        whole = draft if self._wrapping_key is None else self._wrapped(draft, data_key, bound_to)
        return whole.seal(header_body=whole.header_body() + more)

    def _wrapped(self, draft: Draft, data_key: bytes | None = None, bound_to: Pairs | None = None) -> Draft:
        first, *others = draft.header.encrypted_data_keys
        pairs = draft.header.context_pairs or () if bound_to is None else bound_to
        ciphertext = self._ciphertext(pairs, first.provider_info, draft.data_key.reveal() if data_key is None else data_key)
        changed = type(first)(first.provider_id, first.provider_info, ciphertext)
        return draft.with_header(encrypted_data_keys=(changed, *others))

    def _rewrapped(self, header_body: bytes) -> bytes:
        fields = spans(header_body, root=HEADER_BODY)
        texts = [span.value for span in fields.values() if span.id in ("header.encryption_context.key", "header.encryption_context.value")]
        pairs = [
            (key, value) for key, value in zip(texts[::2], texts[1::2], strict=True) if isinstance(key, bytes) and isinstance(value, bytes)
        ]
        info = fields[f"{FIRST_DATA_KEY}.provider_info"].value
        assert isinstance(info, bytes)
        return splice(
            header_body, f"{FIRST_DATA_KEY}.ciphertext", self._ciphertext(pairs, info, self.draft.data_key.reveal()), root=HEADER_BODY
        )

    def _ciphertext(self, pairs: Pairs, info: bytes, data_key: bytes) -> bytes:
        assert self._wrapping_key is not None
        aad = build(CONTEXT_PAIRS, sorted(pairs)) if pairs else b""
        iv = info[-CONSTANTS.raw_aes_iv_length :]
        return b"".join(aead.encrypt(self._wrapping_key, iv, aad, data_key))

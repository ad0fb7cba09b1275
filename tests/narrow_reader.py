"""Six more toy readers: each keeps a number in too few bits, or believes a length before the bytes are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec

from tests.toy_reader import Header, Input, Reader, Refusal

__all__ = ["BUGS"]


class NarrowInput(Input):
    """Keeps ``bits`` bits of each 16-bit length."""

    def __init__(self, data: bytes, bits: int, at: int = 0) -> None:
        super().__init__(data)
        self.bits, self.at = bits, at

    def sized(self) -> bytes:
        return self.take(self.number(2) % 2**self.bits)


@dataclass(frozen=True)
class NarrowReader(Reader):
    """Each number of bits is that of a length, or of the counter of frames."""

    context_bits: int = 16
    data_key_bits: int = 16
    footer_bits: int = 16
    counter_bits: int = 32
    signed_frame_length: bool = False
    allocates: bool = False

    def input_of_context(self, section: bytes) -> Input:
        return NarrowInput(section, self.context_bits)

    def header(self, source: Input, max_keys: int | None) -> Header:
        narrow = NarrowInput(source.data, self.data_key_bits)
        if self.data_key_bits < 16:
            narrow.sized = lambda: self._after_context(narrow)  # type: ignore[method-assign]
        header = super().header(narrow, max_keys)
        source.at = narrow.at
        if self.signed_frame_length and header.frame_length >= 2**31:
            raise Refusal("parse", "a negative frame length")
        if self.allocates:
            _ = bytearray(b"x" * header.frame_length)
        return header

    def _after_context(self, narrow: NarrowInput) -> bytes:
        """The context's length comes first and is read whole."""
        bits = 16 if narrow.at < 40 else self.data_key_bits
        return narrow.take(narrow.number(2) % 2**bits)

    def body(self, source: Input, header: Header, key: bytes) -> Iterator[tuple[bytes, bool]]:
        for number, piece in enumerate(super().body(source, header, key), 1):
            if number >= 2**self.counter_bits:
                raise Refusal("parse", "a frame is out of order")
            yield piece

    def signature(self, source: Input, header: Header, public_key: ec.EllipticCurvePublicKey | None) -> None:
        narrow = NarrowInput(source.data, self.footer_bits, source.at)
        super().signature(narrow, header, public_key)
        source.at = narrow.at


context_8 = NarrowReader(context_bits=8)
data_keys_8 = NarrowReader(data_key_bits=8)
footer_8 = NarrowReader(footer_bits=8)
counter_16 = NarrowReader(counter_bits=16)
frame_length_signed = NarrowReader(signed_frame_length=True)
allocating = NarrowReader(allocates=True)
BUGS = {
    "context_8": ("header.encryption_context.key.length", "header.encryption_context.value.length"),
    "data_keys_8": ("header.encrypted_data_keys.provider_id.length", "header.encrypted_data_keys.ciphertext.length"),
    "footer_8": ("footer.signature.length",),
    "counter_16": ("body.frame.sequence_number",),
    "frame_length_signed": ("header.frame_length",),
    "allocating": ("header.frame_length",),
}
"""The readers: the fields of which one must be in a finding."""

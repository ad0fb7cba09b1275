"""Messages that put the HTML page to the test: markup in every text, long lists, many frames."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import islice, product

from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.message.header import build_header
from esdkit.spec import CONSTANTS, SUITES
from tests.samples import sample_header

__all__ = ["HOSTILE_NAME", "MARKUP", "hostile", "long_lists", "many_frames"]

MARKUP = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "<!--<script>",
    "javascript:alert(3)",
    "$script {{script}} ${alert(4)} &lt;b&gt;",
    "\u2028\u2029\u202eevil\u2066\x1b[31m\x00\n]]>",
)
HOSTILE_NAME = "</title><script>alert(5)</script>\u202e\udcff"
_SUITE = SUITES[0x0478]


def hostile() -> bytes:
    """Markup in every text that a message can hold: keys and values of the context, provider ids and key names; some of it is not UTF-8."""
    texts = [text.encode() for text in MARKUP]
    pairs = tuple(sorted((key, value) for key, value in zip(texts, reversed(texts), strict=True)))
    keys = tuple(EncryptedDataKey(text, text, text) for text in texts)
    broken = EncryptedDataKey(b"<script>\xff</script>", b"<b>\xfe", b"<i>")
    header = sample_header(_SUITE, pairs=(*pairs, (b"~<u>\xff", b"<u>")), keys=(*keys, broken))
    return build(Message(header, (_final(b"<script>alert(6)"),), None))


@cache
def long_lists(keys: int) -> bytes:
    """A long context that is not sorted, and so many data keys; 500 of them and the context have texts that are longer as JSON."""
    names = (f"\U0001f600{a}{b}".encode() * 2 for a, b in product("zyxwvutsrqponmlkjihgfedcba<&", repeat=2))
    pairs = tuple((name, "\u2028<&".encode() * 10) for name in islice(names, 600))
    long = [EncryptedDataKey("\x1b\u202e<".encode() * 300, b"\xff", b"")] * 500
    short = [EncryptedDataKey(b"", b"", b"")] * (keys - len(long))
    return build(Message(sample_header(_SUITE, pairs=pairs, keys=(*long, *short)), (_final(b""),), None))


@cache
def many_frames(number: int) -> bytes:
    """So many regular frames of one byte, and a final one without content; 33 bytes are a frame."""
    header = replace(sample_header(_SUITE), frame_length=1)
    iv, tag = bytes(_SUITE.iv_length), b"\x44" * _SUITE.tag_length
    behind_number = iv + b"\xaa" + tag
    regular = b"".join(sequence.to_bytes(4, "big") + behind_number for sequence in range(1, number + 1))
    last = [CONSTANTS.final_frame_marker.to_bytes(4, "big"), (number + 1).to_bytes(4, "big"), iv, bytes(4), tag]
    return build_header(header) + regular + b"".join(last)


def _final(content: bytes) -> Frame:
    return Frame(1, bytes(_SUITE.iv_length), content, b"\x44" * _SUITE.tag_length, final=True)

"""Messages whose bytes alone are wrong: everything that reading refuses, whoever has which key.

Header tag, frame tags and signature hold for the bytes as they stand wherever the fault leaves room for them, so that nothing but the
broken rule refuses.
"""

from __future__ import annotations

import base64
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from esdkit.forge import Draft, cut
from esdkit.forge.mutate import spans
from esdkit.message import EncryptedDataKey
from esdkit.spec import CONSTANTS, LIMITS
from vectors.generators.derive import FRAME_LENGTH, Base, Bases, Case, Derived

__all__ = ["invalid"]

Make = Callable[[Case], bytes]

_CONTEXT = "header.encryption_context"
_DATA_KEYS = "header.encrypted_data_keys"


def invalid(bases: Bases) -> Iterator[Derived]:
    """The vectors that fail at ``parse``."""
    for group in (_cuts, _numbers, _suites, _context_lengths, _context_pairs, _data_keys, _frame_lengths, _sequences, _lengths, _behind):
        yield from group(bases)
    yield from _base64(bases)


def _parse(name: str, base: Base, make: Make, code: str, comment: str, requirements: str) -> Derived:
    case = Case(f"parse-{name}", base)
    return case.refused(make(case), "parse", code, comment, requirements)


def _up_to(path: str, keep: int) -> Make:
    """The base's first bytes, up to ``keep`` bytes of a field."""
    return lambda case: case.base.data[: spans(case.base.data)[path].start + keep]


def _lying(override: Mapping[str, int]) -> Make:
    """A message with numbers that lie."""
    return lambda case: case.draft().seal(override=override)


def _lying_block(override: Mapping[str, int]) -> Make:
    """The same with a body without frames."""
    return lambda case: case.draft(frame_length=None).seal(override=override)


# --- cut off ---


def _cuts(bases: Bases) -> Iterator[Derived]:
    """What ``cuts`` leaves out, and messages of SDKs without a part."""
    header, body, footer = "CLI-DEC-030 FMT-HDR-022", "CLI-DEC-030 FMT-FRM-025", "CLI-DEC-030 FMT-FTR-007"
    first, final = "body.frame[0]", "body.final_frame"
    for name, data, comment in (("nothing", b"", "no byte at all"), ("version", bases["v2"].data[:1], "the version alone")):
        case = Case(f"parse-truncated-{name}", bases["v2" if data else "v1"])
        yield case.refused(data, "parse", "truncated", f"{comment} (DEC-G27)", header)
    for name, path, comment in (
        ("no-frame", f"{first}.sequence_number", "a header, and no body"),
        ("no-final-frame", f"{final}.marker", "all regular frames, and nothing behind them"),
    ):
        yield _parse(name, bases["v1"], _up_to(path, 0), "no-final-frame", comment, f"{body} FMT-FRM-007")
    for name in ("v1-signed", "v2-signed"):
        make, comment = _up_to("footer.signature.length", 0), "the body is whole, the footer is missing"
        yield _parse(f"footer-missing-{name[:2]}", bases[name], make, "footer-missing", comment, f"{footer} FMT-FTR-001")


# --- numbers of the header ---


def _numbers(bases: Bases) -> Iterator[Derived]:
    suite = "header.algorithm_suite_id"
    for code, requirement, rows in (
        ("unsupported-type", "FMT-HDR-005", (("type-81", "v1-signed", "header.type", 0x81, "type 81"),)),
        (
            "unknown-suite",
            "FMT-HDR-006",
            (
                ("suite-0000", "v1", suite, 0x0000, "the suite id that is reserved for ever"),
                ("suite-0015", "v1", suite, 0x0015, "a suite id that nobody has"),
                ("suite-ffff", "v2", suite, 0xFFFF, "the largest suite id"),
                ("suite-0073", "v2", suite, 0x0073, "a suite of the S3 encryption client"),
                ("suite-6700", "v2", suite, 0x6700, "a suite of the database encryption SDK"),
            ),
        ),
        (
            "bad-content-type",
            "FMT-HDR-010",
            (
                ("content-type-0", "v1", "header.content_type", 0, "content type 0"),
                ("content-type-3", "v2", "header.content_type", 3, "content type 3"),
            ),
        ),
        (
            "reserved-nonzero",
            "FMT-HDR-011",
            (
                ("reserved-last", "v1", "header.reserved", 1, "the reserved bytes are 00000001"),
                ("reserved-first", "v1-signed", "header.reserved", 1 << 24, "the reserved bytes are 01000000"),
                ("reserved-second", "v1-signed", "header.reserved", 1 << 16, "the reserved bytes are 00010000"),
                ("reserved-third", "v1", "header.reserved", 1 << 8, "the reserved bytes are 00000100"),
            ),
        ),
        (
            "iv-length-mismatch",
            "FMT-HDR-012",
            (
                ("iv-length-0", "v1", "header.iv_length", 0, "an IV length of 0"),
                ("iv-length-16", "v1-signed", "header.iv_length", 16, "an IV length of 16"),
            ),
        ),
    ):
        more = {"suite-0000": " ALG-SUI-003", "suite-0073": " FMT-HDR-020", "suite-6700": " FMT-HDR-020"}
        for name, base, path, value, comment in rows:
            decision = {suite: " (DEC-G33)", "header.version": ""}.get(path, " (DEC-G34)")
            yield _parse(name, bases[base], _lying({path: value}), code, comment + decision, requirement + more.get(name, ""))
    for base, value in itertools.product(("v1", "v2"), (0, 3, 255)):  # a reader may take all that is not framed for non-framed
        comment = f"content type {value}, the body is a block (DEC-G34)"
        make = _lying_block({"header.content_type": value})
        yield _parse(f"content-type-{value}-block-{base}", bases[base], make, "bad-content-type", comment, "FMT-HDR-010 CLI-DEC-026")


def _suites(bases: Bases) -> Iterator[Derived]:
    def version_1(case: Case) -> bytes:
        draft = case.draft()
        iv_length = draft.header.suite.iv_length
        fields = {"version": 1, "type": CONSTANTS.message_type, "reserved": 0, "iv_length": iv_length, "suite_data": b""}
        message_id = draft.header.message_id[: CONSTANTS.message_id_lengths[1]]
        return draft.with_header(message_id=message_id, auth=replace(draft.header.auth, iv=bytes(iv_length)), **fields).seal()

    def version_2(case: Case) -> bytes:
        draft = case.draft()
        return draft.with_header(version=2, message_id=draft.header.message_id * 2, auth=replace(draft.header.auth, iv=b"")).seal()

    for base, make in (("v1", version_2), ("v1-signed", version_2), ("v2", version_1), ("v2-signed", version_1)):
        suite, version = bases[base].suite.hex_id, 3 - bases[base].suite.message_version
        comment = f"suite {suite} in a header of version {version} (DEC-G32)"
        name = f"suite-{suite}-in-version-{version}"
        yield _parse(name, bases[base], make, "suite-version-mismatch", comment, "ALG-SUI-004 FMT-HDR-019")


# --- encryption context ---


def _context_lengths(bases: Bases) -> Iterator[Derived]:
    def off_by(path: str, delta: int) -> Make:
        def make(case: Case) -> bytes:
            draft = case.draft()
            value = spans(draft.seal())[path].value
            assert isinstance(value, int)
            return draft.seal(override={path: value + delta})

        return make

    def uncounted(case: Case) -> bytes:
        """A reader that believes the count sees a pair less, and the data key is bound to that."""
        draft = case.draft()
        pairs = draft.header.context_pairs or ()
        return case.wrapped(draft, pairs[:-1]).seal(override={f"{_CONTEXT}.count": len(pairs) - 1})

    def slack(case: Case) -> bytes:
        draft = case.draft()
        length = spans(draft.seal())[f"{_CONTEXT}.length"].value
        end = spans(draft.seal())[f"{_DATA_KEYS}.count"].start
        assert isinstance(length, int)
        body = draft.header_body({f"{_CONTEXT}.length": length + 1})
        return draft.seal(header_body=body[:end] + b"\0" + body[end:])

    fills, counts, pair = "FMT-AAD-001 FMT-AAD-007", "FMT-AAD-005 FMT-AAD-007", "FMT-AAD-006 FMT-AAD-007"
    for name, make, comment, requirements in (
        ("length-plus-one", off_by(f"{_CONTEXT}.length", 1), "the section claims one byte more than its pairs have", fills),
        ("length-minus-one", off_by(f"{_CONTEXT}.length", -1), "the section claims one byte less than its pairs have", fills),
        ("length-one", _lying({f"{_CONTEXT}.length": 1}), "the section has no room for its count", fills),
        ("slack", slack, "a byte that belongs to no pair ends the section", fills),
        ("count-too-high", off_by(f"{_CONTEXT}.count", 1), "one pair more is counted than stands there", counts),
        ("count-too-low", uncounted, "one pair less is counted than stands there", counts),
        ("key-too-long", _lying({f"{_CONTEXT}[0].key.length": 0xFFFF}), "a key's length leads out of the section", pair),
        ("value-too-long", _lying({f"{_CONTEXT}[3].value.length": 0xFFFF}), "a value's length leads out of the section", pair),
    ):
        yield _parse(f"context-{name}", bases["v1"], make, "aad-length-mismatch", comment, requirements)


def _context_pairs(bases: Bases) -> Iterator[Derived]:
    """Pairs that may not stand there; the data key is bound to them as a reader takes them that lets the last of two keys win."""
    for name, code, requirement, pairs, comment in (
        ("count-zero", "aad-count-zero", "FMT-AAD-004", (), "an empty context that counts no pairs (DEC-G03)"),
        ("duplicate-key", "aad-duplicate-key", "FMT-AAD-008", ((b"a", b"1"), (b"a", b"2")), "one key with two values (DEC-G08)"),
        ("duplicate-pair", "aad-duplicate-key", "FMT-AAD-008", ((b"a", b"1"), (b"b", b""), (b"a", b"1")), "the same pair twice (DEC-G08)"),
        ("key-not-utf8", "aad-bad-utf8", "FMT-AAD-010", ((b"\xff", b"value"),), "a key that is not UTF-8"),
        ("value-not-utf8", "aad-bad-utf8", "FMT-AAD-010", ((b"key", b"\x46\x90on"),), "a value that is not UTF-8 (DEC-G77)"),
        ("surrogate", "aad-bad-utf8", "FMT-AAD-010", ((b"key", b"\xed\xa0\x80"),), "a value that encodes a surrogate"),
        ("overlong", "aad-bad-utf8", "FMT-AAD-010", ((b"key", b"\xc0\x80"),), "a value in an overlong encoding"),
        ("latin-1", "aad-bad-utf8", "FMT-AAD-010", (("kéy".encode("latin-1"), "ü".encode("latin-1")),), "a pair in Latin-1"),
        ("surrogate-pair", "aad-bad-utf8", "FMT-AAD-010", ((b"key", b"\xed\xa0\xbd\xed\xb4\x91"),), "a value in CESU-8: a surrogate pair"),
        ("half-character", "aad-bad-utf8", "FMT-AAD-010", ((b"key", b"\xf0\x90\x8d"),), "a value that ends inside a character"),
    ):
        case = Case(f"parse-context-{name}", bases["v1"])
        data = case.wrapped(case.draft().with_header(context_pairs=pairs), dict(pairs).items()).seal()
        yield case.refused(data, "parse", code, comment, requirement)


# --- encrypted data keys ---


def _data_keys(bases: Bases) -> Iterator[Derived]:
    def foreign_first(case: Case) -> bytes:
        draft = case.draft()
        return draft.with_header(encrypted_data_keys=(EncryptedDataKey(b"\xff", b"", b""), *draft.header.encrypted_data_keys)).seal()

    def none(case: Case) -> bytes:
        return case.draft().with_header(encrypted_data_keys=()).seal()

    count, length = _lying({f"{_DATA_KEYS}.count": 0xFFFF}), _lying({f"{_DATA_KEYS}[0].ciphertext.length": 0xFFFF})
    for name, base, make, code, comment, requirements in (
        ("none", "v2", none, "edk-count-zero", "no data key (DEC-G35)", "FMT-EDK-002"),
        ("none-signed", "v1-signed", none, "edk-count-zero", "no data key in a signed message (DEC-G35)", "FMT-EDK-002"),
        ("count-65535", "v2", count, "truncated", "65535 data keys are announced, one is there (DEC-G36)", "FMT-EDK-010"),
        ("length-65535", "v1", length, "truncated", "a data key announces 65535 bytes (DEC-G36)", "FMT-EDK-010"),
        ("provider-id", "v2", foreign_first, "provider-id-bad-utf8", "another key's provider id is no UTF-8 (DEC-G41)", "FMT-EDK-004"),
    ):
        yield _parse(f"data-keys-{name}", bases[base], make, code, comment, requirements)


# --- body ---


def _frame_lengths(bases: Bases) -> Iterator[Derived]:
    def framed(case: Case) -> bytes:
        return case.draft(length=0).with_header(frame_length=0).seal()

    def block(case: Case) -> bytes:
        return case.draft(frame_length=None).with_header(frame_length=FRAME_LENGTH).seal()

    for name, base, make, comment, requirement in (
        ("frame-length-zero-v1", "v1", framed, "a framed message, empty, with frame length 0 (DEC-G22)", "FMT-HDR-015"),
        ("frame-length-zero-v2", "v2-signed", framed, "a signed framed message, empty, with frame length 0 (DEC-G22)", "FMT-HDR-015"),
        ("frame-length-of-block-v1", "v1", block, "a non-framed message with a frame length (DEC-G23)", "FMT-HDR-013"),
        ("frame-length-of-block-v2", "v2", block, "a non-framed message of version 2 with a frame length (DEC-G23)", "FMT-HDR-013"),
    ):
        yield _parse(name, bases[base], make, "frame-length-vs-content-type", comment, requirement)


def _numbered(numbers: Sequence[int]) -> Make:
    """As many frames as numbers, and these numbers instead of theirs: in IV and authenticated data too."""

    def make(case: Case) -> bytes:
        draft = case.draft(length=FRAME_LENGTH * (len(numbers) - 1) + 1)
        ivs = [number.to_bytes(draft.header.suite.iv_length, "big") for number in numbers]
        rows = zip(draft.pieces, numbers, ivs, strict=True)
        return draft.with_pieces(*(replace(piece, sequence_number=number, iv=iv) for piece, number, iv in rows)).seal()

    return make


def _sequences(bases: Bases) -> Iterator[Derived]:
    for name, base, numbers, comment, requirement in (
        ("from-zero", "v1", (0, 1, 2), "frames are numbered from 0", "FMT-FRM-004"),
        ("from-two", "v2", (2, 3, 4), "frames are numbered from 2", "FMT-FRM-004"),
        ("down", "v1", (3, 2, 1), "frames count down", "FMT-FRM-004"),
        ("gap", "v1", (1, 3, 4), "frame 2 is missing", "FMT-FRM-005"),
        ("repeat", "v2", (1, 1, 2), "frame 1 comes twice", "FMT-FRM-005"),
        ("swapped", "v2-signed", (2, 1, 3), "frames 1 and 2 are swapped", "FMT-FRM-004"),
        ("restarted", "v1", (1, 2, 1, 2), "the numbers begin again with frame 3, the final one fits", "FMT-FRM-005"),
        ("restarted-signed", "v2-signed", (1, 2, 1, 4), "frame 3 has the number 1, the final one has its place's", "FMT-FRM-005"),
        ("final-too-high", "v1", (1, 2, 4), "the final frame's number is one too high", "FMT-FRM-006"),
        ("final-too-low", "v2", (1, 2, 2), "the final frame's number is that of the frame before", "FMT-FRM-006"),
        ("final-one", "v1", (1, 2, 1), "the numbers begin again with the final frame", "FMT-FRM-006"),
        ("final-zero", "v1-signed", (0,), "the only frame, a final one, has number 0", "FMT-FRM-006"),
        ("final-largest", "v2", (1, 0xFFFFFFFF), "the final frame has the largest number", "FMT-FRM-006"),
    ):
        decision = "DEC-G26" if name.startswith("final") else "DEC-G24"
        yield _parse(f"sequence-{name}", bases[base], _numbered(numbers), "seq-out-of-order", f"{comment} ({decision})", requirement)


def _lengths(bases: Bases) -> Iterator[Derived]:
    def long_final(case: Case) -> bytes:
        longer = FRAME_LENGTH + 1
        return case.draft(length=longer, frame_length=longer + 1).with_header(frame_length=FRAME_LENGTH).seal()

    def block(length: int) -> Make:
        return _lying_block({"body.content_length": length})

    most = LIMITS["non_framed_content_length"]
    bound, block_bound = "FMT-FRM-010 FMT-FRM-022", "FMT-NFR-003 FMT-NFR-009"
    huge = _lying({"body.final_frame.content_length": 0xFFFFFFFF})
    for name, base, make, code, comment, requirements in (
        ("final-too-long", "v1", long_final, "final-too-long", "the final frame is one byte longer than the frame length (DEC-G20)", bound),
        ("final-too-long-signed", "v2-signed", long_final, "final-too-long", "a signed message's final frame is too long (DEC-G20)", bound),
        ("final-huge", "v2", huge, "final-too-long", "the final frame announces 4294967295 bytes (DEC-G20)", bound),
        ("block-too-long", "v1", block(most + 1), "nonframed-too-long", "a block of one byte more than is allowed (DEC-G66)", block_bound),
        ("block-huge", "v2", block(2**64 - 1), "nonframed-too-long", "a block announces 2^64 - 1 bytes (DEC-G66)", block_bound),
        ("block-largest", "v1", block(most), "truncated", "the largest block that is allowed is announced (DEC-G66)", "FMT-NFR-008"),
    ):
        yield _parse(name, bases[base], make, code, comment, requirements)


# --- more than a message, or none ---


def _behind(bases: Bases) -> Iterator[Derived]:
    signed = bases["v1-signed"].data
    footer = signed[spans(signed)["footer.signature.length"].start :]

    def final_again(case: Case) -> bytes:
        draft = case.draft()
        return draft.seal() + _final_frame(draft, len(draft.pieces) + 1)

    rows: tuple[tuple[str, str, Make, str, str], ...] = (
        ("byte-v1", "v1", lambda case: case.base.data + b"\0", "a byte behind the final frame", "FMT-FRM-008"),
        ("byte-v2", "v2", lambda case: case.base.data + b"\0", "a byte behind the final frame", "FMT-FRM-008"),
        ("byte-block", "block", lambda case: case.base.data + b"\0", "a byte behind the block", "FMT-FTR-005"),
        ("byte-signed-v1", "v1-signed", lambda case: case.base.data + b"\0", "a byte behind the footer", "FMT-FTR-006"),
        ("byte-signed-v2", "v2-signed", lambda case: case.base.data + b"\0", "a byte behind the footer", "FMT-FTR-006"),
        ("message", "v1", lambda case: case.base.data * 2, "the message twice", "FMT-FTR-005"),
        ("message-signed", "v2-signed", lambda case: case.base.data * 2, "the message twice, signed", "FMT-FTR-006"),
        ("final-frame", "v2", final_again, "a second final frame, with the next number", "FMT-FRM-007 FMT-FRM-008"),
        ("footer", "v1", lambda case: case.base.data + footer, "a footer, although the suite does not sign", "FMT-FTR-004"),
    )
    for name, base, make, comment, requirements in rows:
        yield _parse(f"trailing-{name}", bases[base], make, "trailing-data", f"{comment} (DEC-G29)", f"CLI-DEC-031 {requirements}")


def _final_frame(draft: Draft, number: int) -> bytes:
    """An empty final frame of the draft's message, with that number."""
    iv_length = draft.header.suite.iv_length
    (piece,) = cut(b"", FRAME_LENGTH, iv_length)
    return draft.with_pieces(replace(piece, sequence_number=number, iv=number.to_bytes(iv_length, "big"))).body()


def _base64(bases: Bases) -> Iterator[Derived]:
    def encoded(case: Case) -> bytes:
        return base64.b64encode(case.base.data)

    for base, requirement in (("v1", "CLI-DEC-008"), ("v2", "CLI-DEC-032"), ("v2-signed", "CLI-DEC-032")):
        suite = bases[base].suite.hex_id
        comment = f"the base64 text of a message with suite {suite} (DEC-G60)"
        yield _parse(f"base64-{suite}", bases[base], encoded, "looks-like-base64", comment, requirement)

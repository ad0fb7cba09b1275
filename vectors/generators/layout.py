"""Messages of a writer that lays out the format in another way: numbers in another byte order, fields in another order, too many, too few,
of another size, or authenticated in another form.

Strategy: the header tag, the frame tags and the signature are computed over the bytes as they are written, so that a reader with the same
fault reads its own messages and these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from esdkit.crypto import aead
from esdkit.crypto.kdf import derive_keys
from esdkit.forge import Draft
from esdkit.message import Frame, NonFramedBody, parse
from esdkit.message.aad import piece_aad
from esdkit.spec import CONSTANTS
from vectors.generators.derive import Bases, Derived
from vectors.generators.mutate import spans, splice
from vectors.generators.plain import plain_case, plain_draft, re_signed, twin

__all__ = ["layout"]

Edit = Callable[[Draft], bytes]

_CONTEXT, _DATA_KEYS = "header.encryption_context", "header.encrypted_data_keys"


def layout(bases: Bases) -> Iterator[Derived]:
    """The vectors, most of which fail at ``parse``."""
    for group in (_byte_order, _header_order, _sizes, _parts, _contexts, _header_auth, _frames, _blocks, _body_aad, _footers):
        yield from group(bases)


def _refused(bases: Bases, name: str, form: str, edit: Edit, code: str, comment: str, requirements: str, stage: str = "parse") -> Derived:
    case = plain_case(f"layout-{name}-{form}", bases, form)
    data = edit(plain_draft(case, form))
    return case.refused(data, stage, code, comment, requirements, twin=twin(form))


# --- byte order ---


def _little_endian(path: str, size: int) -> Edit:
    def edit(draft: Draft) -> bytes:
        value = spans(draft.seal())[path].value
        assert isinstance(value, int)
        return draft.seal(override={path: int.from_bytes(value.to_bytes(size, "big"), "little")})

    return edit


def _byte_order(bases: Bases) -> Iterator[Derived]:
    key, value = f"{_CONTEXT}[0].key.length", f"{_CONTEXT}[0].value.length"
    entry = f"{_DATA_KEYS}[0]"
    rows: tuple[tuple[str, Sequence[str], str, int, str, str], ...] = (
        ("suite", ("0178", "0478"), "header.algorithm_suite_id", 2, "unknown-suite", "FMT-HDR-006"),
        ("context-length", ("0178",), f"{_CONTEXT}.length", 2, "aad-length-mismatch", "FMT-AAD-001"),
        ("context-count", ("0478",), f"{_CONTEXT}.count", 2, "aad-length-mismatch", "FMT-AAD-005"),
        ("context-key", ("0178",), key, 2, "aad-length-mismatch", "FMT-AAD-006"),
        ("context-value", ("0478",), value, 2, "aad-length-mismatch", "FMT-AAD-006"),
        ("data-key-count", ("0178", "0478"), f"{_DATA_KEYS}.count", 2, "truncated", "FMT-EDK-001"),
        ("provider-id", ("0178",), f"{entry}.provider_id.length", 2, "truncated", "FMT-EDK-003"),
        ("provider-info", ("0478",), f"{entry}.provider_info.length", 2, "truncated", "FMT-EDK-003"),
        ("data-key", ("0178",), f"{entry}.ciphertext.length", 2, "truncated", "FMT-EDK-003"),
        ("frame-length", ("0178", "0478"), "header.frame_length", 4, "truncated", "FMT-HDR-015"),
        ("final-length", ("0478", "0378"), "body.final_frame.content_length", 4, "final-too-long", "FMT-FRM-010"),
        ("block-length", ("0178-block", "0578-block"), "body.content_length", 8, "nonframed-too-long", "FMT-NFR-003"),
        ("signature-length", ("0378", "0578"), "footer.signature.length", 2, "truncated", "FMT-FTR-002"),
    )
    for name, forms, path, size, code, requirement in rows:
        for form in forms:
            comment = f"{name.replace('-', ' ')}: the number is written in little-endian order"
            yield _refused(bases, f"little-endian-{name}", form, _little_endian(path, size), code, comment, f"FMT-HDR-001 {requirement}")

    for form in ("0178", "0578"):
        comment = "sequence number: the number is written, and authenticated, in little-endian order"
        ids = "FMT-HDR-001 FMT-FRM-004"
        yield _refused(bases, "little-endian-sequence-number", form, _little_endian_frame, "seq-out-of-order", comment, ids)


def _little_endian_frame(draft: Draft) -> bytes:
    first, *others = draft.pieces
    number = int.from_bytes(first.sequence_number.to_bytes(4, "big"), "little")
    return draft.with_pieces(replace(first, sequence_number=number), *others).seal()


# --- the header's fields ---

_FIELDS_1 = (
    "header.version",
    "header.type",
    "header.algorithm_suite_id",
    "header.message_id",
    f"{_CONTEXT}.length",
    f"{_DATA_KEYS}.count",
    "header.content_type",
    "header.reserved",
    "header.iv_length",
    "header.frame_length",
)
_FIELDS_2 = (*(path for path in _FIELDS_1 if path not in ("header.type", "header.reserved", "header.iv_length")), "header.suite_data")


def _segments(draft: Draft) -> dict[str, bytes]:
    """The header body, cut into fields and sections, by the path of the first field of each."""
    body = draft.header_body()
    found = spans(draft.seal())
    starts = [found[path].start for path in (_FIELDS_1 if draft.header.version == 1 else _FIELDS_2)]
    ends = [*starts[1:], len(body)]
    return {path: body[start:end] for path, start, end in zip(_paths(draft), starts, ends, strict=True)}


def _paths(draft: Draft) -> tuple[str, ...]:
    """The paths of the header body's segments."""
    return _FIELDS_1 if draft.header.version == 1 else _FIELDS_2


def _swapped(first: str, second: str) -> Edit:
    def edit(draft: Draft) -> bytes:
        parts = _segments(draft)
        order = {first: second, second: first}
        return draft.seal(header_body=b"".join(parts[order.get(path, path)] for path in parts))

    return edit


def _with(path: str, before: bytes = b"", *, drop: bool = False) -> Edit:
    """More bytes before a field, or the field left out."""

    def edit(draft: Draft) -> bytes:
        parts = _segments(draft)
        parts[path] = before + (b"" if drop else parts[path])
        return draft.seal(header_body=b"".join(parts.values()))

    return edit


def _header_order(bases: Bases) -> Iterator[Derived]:
    context, keys = f"{_CONTEXT}.length", f"{_DATA_KEYS}.count"
    suite, message_id = "header.algorithm_suite_id", "header.message_id"
    content_type, frame_length = "header.content_type", "header.frame_length"
    rows: tuple[tuple[str, str, Edit, str, str], ...] = (
        ("type-and-suite", "0178", _swapped("header.type", suite), "unsupported-type", "the suite id comes before the type"),
        ("suite-and-id", "0178", _swapped(suite, message_id), "unknown-suite", "the message id comes before the suite id"),
        ("context-and-keys", "0178", _swapped(context, keys), "aad-length-mismatch", "the data keys come before the context"),
        (
            "content-type-and-iv-length",
            "0178",
            _swapped(content_type, "header.iv_length"),
            "bad-content-type",
            "the IV length comes before the content type",
        ),
        (
            "reserved-and-iv-length",
            "0178",
            _swapped("header.reserved", "header.iv_length"),
            "reserved-nonzero",
            "the IV length comes before the reserved bytes",
        ),
        (
            "iv-length-and-frame-length",
            "0178",
            _swapped("header.iv_length", frame_length),
            "iv-length-mismatch",
            "the frame length comes before the IV length",
        ),
        ("no-type", "0178", _with("header.type", drop=True), "unsupported-type", "the type is missing, as in version 2"),
        ("no-reserved", "0178", _with("header.reserved", drop=True), "reserved-nonzero", "the reserved bytes are missing, as in version 2"),
        ("no-iv-length", "0178", _with("header.iv_length", drop=True), "iv-length-mismatch", "the IV length is missing, as in version 2"),
        ("gap", "0178", _with(content_type, b"\0"), "bad-content-type", "a zero byte follows the data keys"),
        ("suite-and-id", "0478", _swapped(suite, message_id), "unknown-suite", "the message id comes before the suite id"),
        ("context-and-keys", "0478", _swapped(context, keys), "aad-length-mismatch", "the data keys come before the context"),
        (
            "frame-length-first",
            "0478",
            _swapped(content_type, frame_length),
            "bad-content-type",
            "the frame length comes before the content type",
        ),
        ("type", "0478", _with(suite, b"\x80"), "unknown-suite", "a type follows the version, as in version 1"),
        ("gap", "0478", _with(content_type, b"\0"), "bad-content-type", "a zero byte follows the data keys"),
    )
    for name, form, edit, code, comment in rows:
        yield _refused(bases, f"order-{name}", form, edit, code, comment, "FMT-HDR-002" if form == "0178" else "FMT-HDR-003")
    reserved = _with(frame_length, bytes(4) + b"\x0c")
    comment = "four reserved bytes and an IV length precede the frame length, as in version 1"
    yield _refused(bases, "order-reserved", "0478", reserved, "frame-length-vs-content-type", comment, "FMT-HDR-003")


def _sizes(bases: Bases) -> Iterator[Derived]:
    """Fields of another size than the format's."""

    def message_id(length: int) -> Edit:
        """The id is cut, or ends with zeros, which are then taken for lengths."""

        def edit(draft: Draft) -> bytes:
            parts = _segments(draft)
            parts["header.message_id"] = parts["header.message_id"][:length].ljust(length, b"\0")
            return draft.seal(header_body=b"".join(parts.values()))

        return edit

    rows: tuple[tuple[str, str, Edit, str, str, str], ...] = (
        (
            "id-32",
            "0178",
            message_id(32),
            "edk-count-zero",
            "a message id of 32 bytes in version 1, the last 16 of them zero",
            "FMT-HDR-008",
        ),
        ("id-18", "0178", message_id(18), "truncated", "a message id of 18 bytes in version 1, the last two of them zero", "FMT-HDR-008"),
        (
            "id-36",
            "0478",
            message_id(36),
            "edk-count-zero",
            "a message id of 36 bytes in version 2, the last four of them zero",
            "FMT-HDR-009",
        ),
        ("id-16", "0578", message_id(16), "aad-length-mismatch", "a message id of 16 bytes in version 2", "FMT-HDR-009"),
    )
    for name, form, edit, code, comment, requirements in rows:
        yield _refused(bases, f"size-{name}", form, edit, code, comment, requirements)


def _parts(bases: Bases) -> Iterator[Derived]:
    """Header, body and footer in another order, or twice."""

    def pieces(draft: Draft) -> tuple[bytes, bytes, bytes]:
        whole, body = draft.seal(), draft.body()
        start = whole.index(body)
        return whole[:start], body, whole[start + len(body) :]

    def footer_first(draft: Draft) -> bytes:
        header, body, footer = pieces(draft)
        return header + footer + body

    def header_twice(draft: Draft) -> bytes:
        header, body, footer = pieces(draft)
        return header + header + body + footer

    def body_first(draft: Draft) -> bytes:
        header, body, footer = pieces(draft)
        return body + header + footer

    def body_twice(draft: Draft) -> bytes:
        header, body, footer = pieces(draft)
        return re_signed(draft, header + body + body) if footer else header + body + body

    for name, form, edit, code, comment in (
        ("footer-first", "0378", footer_first, "seq-out-of-order", "the footer comes before the body"),
        ("footer-first", "0578", footer_first, "seq-out-of-order", "the footer comes before the body"),
        ("header-twice", "0178", header_twice, "seq-out-of-order", "the header comes twice"),
        ("body-first", "0478", body_first, "unsupported-version", "the body comes before the header"),
        ("body-twice", "0178", body_twice, "trailing-data", "the body comes twice (DEC-G29)"),
    ):
        yield _refused(bases, name, form, edit, code, comment, "CLI-DEC-013 FMT-HDR-021")


# --- context ---


def _contexts(bases: Bases) -> Iterator[Derived]:
    def absent(draft: Draft) -> bytes:
        parts = _segments(draft)
        parts[f"{_CONTEXT}.length"] = b""
        return draft.seal(header_body=b"".join(parts.values()))

    def counted(draft: Draft) -> bytes:
        parts = _segments(draft)
        parts[f"{_CONTEXT}.length"] = bytes(4)
        return draft.seal(header_body=b"".join(parts.values()))

    rows: tuple[tuple[str, str, Edit, str, str, str], ...] = (
        ("absent", "0478", absent, "aad-length-mismatch", "the context section is left out, and with it its length of 0", "FMT-AAD-002"),
        ("absent", "0178", absent, "aad-length-mismatch", "the context section is left out, and with it its length of 0", "FMT-AAD-002"),
        ("counted", "0478", counted, "edk-count-zero", "a count of 0 follows a context length of 0 (DEC-G03)", "FMT-AAD-003"),
        ("counted", "0178", counted, "edk-count-zero", "a count of 0 follows a context length of 0 (DEC-G03)", "FMT-AAD-003"),
    )
    for name, form, edit, code, comment, requirements in rows:
        yield _refused(bases, f"context-{name}", form, edit, code, comment, requirements)


# --- header authentication ---


def _header_auth(bases: Bases) -> Iterator[Derived]:
    def tag_first(draft: Draft) -> bytes:
        """The IV begins with the tag's bytes, and the tag is over all that precedes it."""
        data = draft.seal()
        found = spans(data)
        start, end = found["header_auth.iv"].start, found["header_auth.tag"].end
        auth = data[start:end]
        return re_signed(draft, data[:start] + auth[12:] + auth[:12] + data[end:])

    def made_with(iv: bytes) -> Edit:
        def edit(draft: Draft) -> bytes:
            key = derive_keys(draft.header.suite, draft.data_key.reveal(), draft.header.message_id).content_key
            tag = aead.encrypt(key.reveal(), iv, draft.header_body(), b"")[1]
            return re_signed(draft, splice(draft.seal(), "header_auth.tag", tag))

        return edit

    def short_tag(draft: Draft) -> bytes:
        whole = draft.seal()
        tag = spans(whole)["header_auth.tag"].value
        assert isinstance(tag, bytes)
        return re_signed(draft, splice(whole, "header_auth.tag", tag[:12] + bytes(4)))

    header, code = "header_tag", "header-tag-invalid"
    rows: tuple[tuple[str, str, Edit, str, str, str], ...] = (
        ("tag-first", "0178", tag_first, header, "the header tag comes before the header IV", "FMT-HAU-001"),
        ("tag-first", "0378", tag_first, header, "the header tag comes before the header IV", "FMT-HAU-001"),
        ("other-iv", "0478", made_with(bytes(11) + b"\1"), header, "the header tag is made with the IV 1", "FMT-HAU-010"),
        ("other-iv", "0578", made_with(bytes(11) + b"\1"), header, "the header tag is made with the IV 1", "FMT-HAU-010"),
        ("iv-16", "0178", made_with(bytes(16)), header, "the header tag is made with an IV of 16 zero bytes", "ALG-SUI-013"),
        ("iv-16", "0478", made_with(bytes(16)), header, "the header tag is made with an IV of 16 zero bytes", "ALG-SUI-013 FMT-HAU-010"),
        ("short-tag", "0178", short_tag, header, "the header tag has 12 bytes and four zeros", "ALG-SUI-014"),
        ("short-tag", "0578", short_tag, header, "the header tag has 12 bytes and four zeros", "ALG-SUI-014"),
    )
    for name, form, edit, stage, comment, requirements in rows:
        yield _refused(bases, f"auth-{name}", form, edit, code, comment, f"CLI-DEC-025 {requirements}", stage)


# --- body ---


def _sealed(draft: Draft) -> tuple[Frame, ...]:
    body = parse(draft.seal()).body
    assert isinstance(body, tuple)
    return body


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")


def _regular(frame: Frame) -> list[bytes]:
    return [_number(frame.sequence_number), frame.iv, frame.ciphertext, frame.tag]


def _final(frame: Frame) -> list[bytes]:
    marker = _number(CONSTANTS.final_frame_marker)
    return [marker, _number(frame.sequence_number), frame.iv, _number(len(frame.ciphertext)), frame.ciphertext, frame.tag]


def _laid_out(regular: Callable[[list[bytes]], list[bytes]] | None, final: Callable[[list[bytes]], list[bytes]] | None) -> Edit:
    """The fields of the first regular frame, or of the final one, in another form."""

    def edit(draft: Draft) -> bytes:
        first, last = _sealed(draft)
        fields = [_regular(first), _final(last)]
        for number, change in enumerate((regular, final)):
            if change is not None:
                fields[number] = change(fields[number])
        return draft.seal(body=b"".join(part for frame in fields for part in frame))

    return edit


def _other_cipher(draft: Draft) -> bytes:
    first, last = _sealed(draft)
    key = derive_keys(draft.header.suite, draft.data_key.reveal(), draft.header.message_id).content_key
    aad = piece_aad(draft.header, last.sequence_number, len(last.ciphertext), final=True)
    sealed = ChaCha20Poly1305(key.reveal()).encrypt(last.iv, draft.pieces[-1].plaintext, aad)
    length = len(last.ciphertext)
    fields = [*_regular(first), *_final(replace(last, ciphertext=sealed[:length], tag=sealed[length:]))]
    return draft.seal(body=b"".join(fields))


def _frames(bases: Bases) -> Iterator[Derived]:
    tag, order = "body-tag-invalid", "seq-out-of-order"
    rows: tuple[tuple[str, str, Edit, str, str, str], ...] = (
        (
            "tag-first",
            "0178",
            _laid_out(lambda f: [*f[:2], f[3], f[2]], None),
            tag,
            "a regular frame's tag comes before its content",
            "FMT-FRM-001",
        ),
        (
            "tag-first",
            "0578",
            _laid_out(lambda f: [*f[:2], f[3], f[2]], None),
            tag,
            "a regular frame's tag comes before its content",
            "FMT-FRM-001",
        ),
        (
            "tag-padded",
            "0178",
            _laid_out(lambda f: [*f[:3], f[3][:12] + bytes(4)], None),
            tag,
            "a frame's tag has 12 bytes and four zeros",
            "FMT-FRM-018 ALG-SUI-014",
        ),
        (
            "tag-padded",
            "0378",
            _laid_out(lambda f: [*f[:3], f[3][:12] + bytes(4)], None),
            tag,
            "a frame's tag has 12 bytes and four zeros",
            "FMT-FRM-018 ALG-SUI-014",
        ),
        (
            "marker-2",
            "0478",
            _laid_out(None, lambda f: [f[0][:2], *f[1:]]),
            order,
            "the marker of the final frame has two bytes (DEC-E02)",
            "FMT-FRM-003 FMT-FRM-021",
        ),
        (
            "final-no-length",
            "0178",
            _laid_out(None, lambda f: [*f[:3], *f[4:]]),
            "final-too-long",
            "the final frame has no content length",
            "FMT-FRM-002 FMT-FRM-011",
        ),
    )
    for name, form, edit, code, comment, requirements in rows:
        yield _refused(bases, f"frame-{name}", form, edit, code, comment, requirements, "frames" if code == tag else "parse")
    ones = b"\xff" * 4
    for name, form, body, code, comment, requirements in (
        (
            "final-iv-16",
            "0478",
            _laid_out(None, lambda f: [*f[:2], f[2] + ones, *f[3:]]),
            "final-too-long",
            "the final frame has an IV of 16 bytes, which ends with FF",
            "FMT-FRM-016",
        ),
        (
            "final-short",
            "0178",
            _laid_out(None, lambda f: [*f[:4], f[4][:-1], f[5]]),
            "truncated",
            "the final frame holds a byte less than its length",
            "FMT-FRM-011",
        ),
        (
            "final-as-regular",
            "0478",
            _laid_out(None, lambda f: [f[1], f[2], f[4], f[5]]),
            "truncated",
            "the rest of the plaintext, shorter than the frame length, is a regular frame",
            "FMT-FRM-009 FMT-FRM-012",
        ),
        (
            "final-as-regular",
            "0178",
            _laid_out(None, lambda f: [f[1], f[2], f[4], f[5]]),
            "truncated",
            "the rest of the plaintext, shorter than the frame length, is a regular frame",
            "FMT-FRM-009 FMT-FRM-012",
        ),
    ):
        yield _refused(bases, f"frame-{name}", form, body, code, comment, requirements)
    for form in ("0178", "0478"):
        comment = "the final frame is encrypted with ChaCha20-Poly1305"
        ids = "ALG-SUI-011 CLI-DEC-028"
        yield _refused(bases, "frame-chacha20", form, _other_cipher, "body-tag-invalid", comment, ids, "frames")
    for form in ("0178", "0578"):
        case = plain_case(f"layout-frame-none-{form}", bases, form)
        draft = plain_draft(case, form, length=0)
        comment = "an empty plaintext has no frame at all"
        code = "no-final-frame" if form == "0178" else "seq-out-of-order"
        yield case.refused(draft.seal(body=b""), "parse", code, comment, "FMT-FRM-007 FMT-FRM-015", twin=twin(form))


def _blocks(bases: Bases) -> Iterator[Derived]:
    def laid_out(change: Callable[[list[bytes]], list[bytes]]) -> Edit:
        def edit(draft: Draft) -> bytes:
            body = parse(draft.seal()).body
            assert isinstance(body, NonFramedBody)
            fields = [body.iv, len(body.ciphertext).to_bytes(8, "big"), body.ciphertext, body.tag]
            return draft.seal(body=b"".join(change(fields)))

        return edit

    number, ones = CONSTANTS.non_framed_sequence_number, b"\xff" * 4
    tag, huge = "body-tag-invalid", "nonframed-too-long"
    rows: tuple[tuple[str, str, Edit, str, str, str], ...] = (
        ("tag-first", "0178", laid_out(lambda f: [*f[:2], f[3], f[2]]), tag, "a block's tag comes before its content", "FMT-NFR-001"),
        ("tag-first", "0578", laid_out(lambda f: [*f[:2], f[3], f[2]]), tag, "a block's tag comes before its content", "FMT-NFR-001"),
        (
            "length-4",
            "0178",
            laid_out(lambda f: [f[0], f[1][4:], *f[2:]]),
            "truncated",
            "a block's length has four bytes",
            "FMT-NFR-001 FMT-NFR-003",
        ),
        ("no-iv", "0478", laid_out(lambda f: f[1:]), huge, "a block has no IV", "FMT-NFR-002"),
        (
            "tag-12",
            "0178",
            laid_out(lambda f: [*f[:3], f[3][:12]]),
            "truncated",
            "a block has a tag of 12 bytes",
            "FMT-NFR-005 ALG-SUI-014",
        ),
        (
            "iv-16",
            "0178",
            laid_out(lambda f: [f[0] + ones, *f[1:]]),
            huge,
            "a block has an IV of 16 bytes, which ends with FF",
            "FMT-NFR-002",
        ),
        (
            "short",
            "0178",
            laid_out(lambda f: [*f[:2], f[2][:-1], f[3]]),
            "truncated",
            "a block holds a byte less than its length",
            "FMT-NFR-004",
        ),
        ("number", "0178", laid_out(lambda f: [_number(number), *f]), "truncated", "a block has a sequence number", "FMT-NFR-001"),
    )
    for name, form, edit, code, comment, requirements in rows:
        yield _refused(bases, f"block-{name}", f"{form}-block", edit, code, comment, requirements, "frames" if code == tag else "parse")


# --- what frames and blocks authenticate ---


def _body_aad(bases: Bases) -> Iterator[Derived]:
    def authenticated(change: Callable[[bytes, int], bytes]) -> Edit:
        """``change`` gets the right AAD of the first frame or block, and the length of the message id."""

        def edit(draft: Draft) -> bytes:
            first = draft.pieces[0]
            aad = piece_aad(draft.header, first.sequence_number, len(first.plaintext), final=len(draft.pieces) == 1)
            changed = replace(first, aad=change(aad, len(draft.header.message_id)))
            return draft.with_pieces(changed, *draft.pieces[1:]).seal()

        return edit

    rows: tuple[tuple[str, Callable[[bytes, int], bytes], str, str], ...] = (
        ("no-message-id", lambda aad, at: aad[at:], "without the message id (DEC-G73)", "FMT-BAD-002"),
        ("length-4", lambda aad, at: aad[:-8] + aad[-4:], "with a length of four bytes", ""),
        ("number-8", lambda aad, at: aad[:-12] + bytes(4) + aad[-12:], "with a number of eight bytes", ""),
        ("little-endian-number", lambda aad, at: aad[:-12] + aad[-12:-8][::-1] + aad[-8:], "with the number in little-endian order", ""),
        ("little-endian-length", lambda aad, at: aad[:-8] + aad[-8:][::-1], "with the length in little-endian order", ""),
        ("length-first", lambda aad, at: aad[:-12] + aad[-8:] + aad[-12:-8], "with the length before the number", ""),
        ("string-first", lambda aad, at: aad[at:-12] + aad[:at] + aad[-12:], "with the message id after the string", ""),
        ("terminator", lambda aad, at: aad[:-12] + b"\0" + aad[-12:], "with a zero byte after the string", "string"),
        ("lower-case", lambda aad, at: aad[:at] + aad[at:-12].lower() + aad[-12:], "with the string in lower case", "string"),
        ("no-string", lambda aad, at: aad[:at] + aad[-12:], "without the string", "string"),
        ("utf-16", lambda aad, at: aad[:at] + aad[at:-12].decode().encode("utf-16-be") + aad[-12:], "with the string in UTF-16", "string"),
        ("empty", lambda aad, at: b"", "with nothing", ""),
    )
    forms = ("0178", "0478", "0178-block", "0478-block")
    for number, (name, change, how, rule) in enumerate(rows):
        for form in (forms[number % 2], forms[2 + (number + 1) % 2]):
            block = form.endswith("block")
            requirements = {"": "", "string": "FMT-BAD-003" if block else "FMT-BAD-004"}.get(rule, rule)
            comment = f"{'a block' if block else 'a regular frame'} is authenticated {how}"
            ids = f"CLI-DEC-027 FMT-BAD-001 {requirements}"
            yield _refused(bases, f"aad-{name}", form, authenticated(change), "body-tag-invalid", comment, ids, "frames")


# --- footer ---


def _footers(bases: Bases) -> Iterator[Derived]:
    def no_footer(draft: Draft) -> bytes:
        whole = draft.seal()
        return whole[: spans(whole)["footer.signature.length"].start]

    def no_length(draft: Draft) -> bytes:
        whole = draft.seal()
        at = spans(whole)["footer.signature.length"].start
        return whole[:at] + whole[at + 2 :]

    def length_1(draft: Draft) -> bytes:
        whole = draft.seal()
        at = spans(whole)["footer.signature.length"].start
        return whole[:at] + whole[at + 1 :]

    def twice(draft: Draft) -> bytes:
        whole = draft.seal()
        return whole + whole[spans(whole)["footer.signature.length"].start :]

    rows: tuple[tuple[str, str, Edit, str, str, str], ...] = (
        ("none", "0214", no_footer, "footer-missing", "there is no footer", "CLI-DEC-029 FMT-FTR-001 ALG-SUI-008"),
        ("none", "0346", no_footer, "footer-missing", "there is no footer", "CLI-DEC-029 FMT-FTR-001 ALG-SUI-009"),
        ("none", "0578", no_footer, "footer-missing", "there is no footer", "CLI-DEC-029 FMT-FTR-001 ALG-SUI-010"),
        ("no-length", "0378", no_length, "truncated", "the signature has no length before it", "FMT-FTR-002"),
        ("length-1", "0578", length_1, "truncated", "the signature's length has one byte", "FMT-FTR-002"),
        ("twice", "0378", twice, "trailing-data", "the footer comes twice (DEC-G29)", "FMT-FTR-001 FMT-FTR-006"),
    )
    for name, form, edit, code, comment, requirements in rows:
        yield _refused(bases, f"footer-{name}", form, edit, code, comment, requirements)
    footer = plain_draft(plain_case("layout-footer-foreign", bases, "0378"), "0378").seal()
    footer = footer[spans(footer)["footer.signature.length"].start :]
    for form in ("0014", "0078", "0114", "0478"):
        comment = f"suite {form} does not sign, a footer follows (DEC-G29)"
        ids = "CLI-DEC-029 ALG-SUI-017 FMT-FTR-004 FMT-FTR-005"
        yield _refused(bases, "footer-foreign", form, lambda draft: draft.seal() + footer, "trailing-data", comment, ids)

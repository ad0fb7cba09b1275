"""The mutations of a header, each with what the rules say about it.

Strategy: a change of a number has an outcome of its own (``_number_outcome``); a change of bytes is valid text or not. What else breaks
follows from the repair: the header tag, the signature, the data key that is bound to the context.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import replace

from esdkit.crypto.signing import decode_public_key
from esdkit.forge.boundaries import boundaries
from esdkit.forge.mutate import Repair, spans, splice
from esdkit.fuzz.expected import Expected, undecided
from esdkit.fuzz.plan import Plan, few, flipped, flips, numbers
from esdkit.fuzz.subject import FIRST_DATA_KEY, Subject
from esdkit.grammar.decoder import decoder
from esdkit.grammar.edk import RAW_AES_INFO
from esdkit.grammar.field import Span
from esdkit.grammar.header import HEADER_BODY
from esdkit.message.header import build_header_body
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.message.rules import context_is_sorted
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES

__all__ = ["header_plans"]

_CONTEXT = "header.encryption_context"
_DATA_KEYS = "header.encrypted_data_keys"
_PUBLIC_KEY = CONSTANTS.public_key_name.encode("ascii")
_NO_TEXTS = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x82")  # no UTF-8: a stray byte, overlong, a surrogate, half a character
_PUBLIC_KEY_ROOM = 100  # bytes of a pair with a public key, and the count of pairs
_SMALLEST_KEY = 3 * 2  # bytes of the lengths of a data key
_AFTER_NAME = 2 * 4 + CONSTANTS.raw_aes_iv_length  # bytes of a raw AES key's info: two lengths and the IV
_RAW_AES_REST = 2 * 4 + CONSTANTS.raw_aes_iv_length  # bytes after the key name
_MANY_COPIES = 20  # data keys
_TAG = 16  # bytes
_UNDECIDED = Expected({"parse": None})


def header_plans(subject: Subject) -> Iterator[Plan]:
    """All mutations of the header."""
    for path, span in few(subject.spans):
        if not path.startswith("header."):
            continue
        if isinstance(span.value, int):
            yield from _of_number(subject, path, span)
        elif path in ("header.message_id", "header.suite_data"):
            yield from _of_key_material(subject, path, span.value)
        elif not (path.startswith(_CONTEXT) and _is_public_key(subject, span)):
            yield from _of_text_or_bytes(subject, path, span.id, span.value)
    yield from _of_authentication(subject)
    yield from _of_section(subject)
    yield from _of_name(subject)
    yield from _of_lists(subject)
    yield from _unbound(subject)
    yield from _of_public_key(subject)


def _faults(subject: Subject, path: str, repair: Repair, **others: str | None) -> dict[str, str | None]:
    """What a change of the header breaks: ``others``, and what the repair does not make again."""
    faults = dict(others)
    if subject.signed and repair is not Repair.SIGN:
        faults["signature"] = "signature-invalid"
    unbound = path.startswith(_CONTEXT) and repair not in (Repair.MAC, Repair.SIGN)
    if subject.wrapped and (path.startswith(FIRST_DATA_KEY) or unbound):
        faults["unwrap"] = "unwrap-failed"
    if repair not in (Repair.MAC, Repair.SIGN):
        faults["header_tag"] = "header-tag-invalid"
    return faults


# -------------------------------------------------------------------- numbers
def _of_number(subject: Subject, path: str, span: Span) -> Iterator[Plan]:
    others = {value: operation for operation, value in (*_suites(span), *numbers(span))}
    for value, operation in others.items():
        outcome = _number_outcome(subject, path, span, value)
        changed = subject.header_body[: span.start] + value.to_bytes(span.end - span.start, "big") + subject.header_body[span.end :]
        for repair in subject.repairs:
            expected = outcome or Expected(_faults(subject, path, repair, **_body_fault(subject, span, value)))

            def make(changed: bytes = changed, repair: Repair = repair) -> bytes:
                return subject.with_header_body(changed, repair)

            if repair is Repair.NONE or not expected.anywhere or _ends_elsewhere(subject, changed):
                yield Plan(operation, path, repair, expected, make, span.start, f"{value:#x}")


def _suites(span: Span) -> Iterator[tuple[str, int]]:
    if span.id == "header.algorithm_suite_id":
        yield from (("suite", suite_id) for suite_id in SUITES if suite_id != span.value)


def _ends_elsewhere(subject: Subject, header_body: bytes) -> bool:
    """Whether no header of the same length can be read: by chance one can, and then another header tag makes it valid."""
    data = header_body + subject.data[len(header_body) :]
    read = decoder(HEADER_BODY)(data, 0, len(data))
    return read is None or read[1] != len(header_body)


def _refused(code: str | None) -> Expected:
    return Expected({"parse": code})


def _number_outcome(subject: Subject, path: str, span: Span, value: int) -> Expected | None:
    """What follows from the number itself, whatever is repaired; None if it fits."""
    row = FIELDS[span.id]
    if span.id == "header.version" and value in (1, 2):
        return _refused("unsupported-type" if value == 1 else "unknown-suite")  # what follows is of the other version
    if span.id == "header.algorithm_suite_id":
        return _suite_outcome(subject, value)
    if not row.allows(value):
        return _refused(row.error)
    if span.id == "header.content_type":
        return _refused("frame-length-vs-content-type")
    if span.id == "header.frame_length":
        return _frame_length_outcome(subject, value)
    if span.id.startswith(_CONTEXT):
        return _context_outcome(subject, path, span, value)
    rest = len(subject.data) - span.end
    if span.id == f"{_DATA_KEYS}.count":
        return _UNDECIDED if value * _SMALLEST_KEY > rest else undecided()
    return _refused("truncated") if value > rest else undecided()


def _suite_outcome(subject: Subject, value: int) -> Expected:
    if value not in SUITES:
        return _refused("unknown-suite")
    same_version = SUITES[value].message_version == subject.draft.header.version
    return undecided() if same_version else _refused("suite-version-mismatch")


def _frame_length_outcome(subject: Subject, value: int) -> Expected | None:
    if subject.draft.header.framed != (value > 0):
        return _refused("frame-length-vs-content-type")
    return undecided() if len(subject.draft.pieces) > 1 else None


def _body_fault(subject: Subject, span: Span, value: int) -> dict[str, str | None]:
    """What a number that fits breaks in the body."""
    too_short = span.id == "header.frame_length" and value < len(subject.draft.pieces[0].plaintext)
    return {"parse": "final-too-long"} if too_short else {}


def _context_outcome(subject: Subject, path: str, span: Span, value: int) -> Expected:
    assert isinstance(span.value, int)
    if span.id == f"{_CONTEXT}.count":
        return _refused("aad-length-mismatch")
    section = subject.spans[f"{_CONTEXT}.length"]
    assert isinstance(section.value, int)
    if path == f"{_CONTEXT}.length":
        return undecided() if 0 in (value, section.value) else _UNDECIDED
    return _refused("aad-length-mismatch") if value > section.end + section.value - span.end else undecided()


# -------------------------------------------------------------------- bytes
def _of_key_material(subject: Subject, path: str, value: bytes) -> Iterator[Plan]:
    """Message id and commit key: what the data key gives no longer fits."""
    suite = subject.draft.header.suite
    if suite.commitment:
        broken = {"commitment": "commitment-mismatch", "header_tag": "header-tag-invalid"}
    elif suite.kdf == "identity":
        broken = {"frames": "body-tag-invalid"}
    else:
        broken = {"header_tag": "header-tag-invalid"}
    if path == "header.suite_data":
        broken = {"commitment": "commitment-mismatch"}
    for repair in subject.repairs:
        expected = Expected(_faults(subject, path, repair, **broken))
        for operation, other in flips(value):
            yield _spliced(subject, operation, path, other, repair, expected)
        if value.strip(b"\0"):
            yield _spliced(subject, "zero", path, bytes(len(value)), repair, expected)


def _of_text_or_bytes(subject: Subject, path: str, field_id: str, value: bytes) -> Iterator[Plan]:
    """Parts of pairs and data keys: other content, other sizes, no text."""
    row = FIELDS[field_id]
    room = _room(subject, path) + len(value)
    for operation, other in _other_contents(value, room, text=row.unit == "utf-8"):
        if _keeps_keys_unique(subject, path, other):
            for repair in (Repair.NONE if len(other) == len(value) else Repair.LENGTHS, *subject.repairs[1:]):
                expected = Expected(_faults(subject, path, repair), decision=_order_decision(subject, path, other))
                yield _spliced(subject, operation, path, other, repair, expected, rewrap=path.startswith(_CONTEXT))
    if path == f"{FIRST_DATA_KEY}.provider_info" and subject.wrapped:
        yield from _of_raw_aes_info(subject, path, value)
    if row.unit == "utf-8":
        yield from _of_no_text(subject, path, row.error, room)


def _other_contents(value: bytes, room: int, *, text: bool) -> Iterator[tuple[str, bytes]]:
    """Other bytes, of the same size, one longer, one shorter, and of all sizes at which a length needs another bit."""
    for operation, other in flips(value) if value else ():
        if not text or _is_text(other):
            yield operation, other
    if len(value) < room:
        yield "grow", value + b"\0"
    if len(value) > 1 and (not text or _is_text(value[:-1])):
        yield "shrink", value[:-1]
    yield from (("size", b"k" * size) for size in boundaries(0, room) if size != len(value))


def _is_text(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_no_text(subject: Subject, path: str, code: str | None, room: int) -> Iterator[Plan]:
    """Bytes that are not text. A context is bound to the data key as it is, so that no more than one rule is broken."""
    for damage in _NO_TEXTS:
        if len(damage) <= room:
            for repair in (Repair.LENGTHS, *subject.repairs[1:]):
                expected = Expected({**_faults(subject, path, repair), "parse": code})
                yield _spliced(subject, f"no-text-{damage.hex()}", path, damage, repair, expected, rewrap=path.startswith(_CONTEXT))


def _of_raw_aes_info(subject: Subject, path: str, value: bytes) -> Iterator[Plan]:
    """The lengths of tag and IV in the provider information of a raw AES keyring, which reads one kind of data key only."""
    sizes = {"raw_aes.key_name": len(value) - _RAW_AES_REST}
    for name in ("raw_aes.tag_length", "raw_aes.iv_length"):
        span = spans(value, root=RAW_AES_INFO, values=sizes)[name]
        for _, number in numbers(span):
            changed = splice(value, name, number, root=RAW_AES_INFO, values=sizes)
            for repair in subject.repairs:
                expected = Expected(_faults(subject, path, repair))
                yield _spliced(subject, name.replace("_", "-"), path, changed, repair, expected, detail=f"{number:#x}")


def _spliced(
    subject: Subject,
    operation: str,
    path: str,
    value: bytes,
    repair: Repair,
    expected: Expected,
    *,
    rewrap: bool = False,
    detail: str | None = None,
) -> Plan:
    def make() -> bytes:
        return subject.with_header_body(splice(subject.header_body, path, value, lengths=True, root=HEADER_BODY), repair, rewrap=rewrap)

    return Plan(operation, path, repair, expected, make, subject.spans[path].start, detail or f"{len(value)} bytes")


def _room(subject: Subject, path: str) -> int:
    """How many bytes more a field may have."""
    if path.startswith(_CONTEXT):
        length = subject.spans[f"{_CONTEXT}.length"].value
        assert isinstance(length, int)
        return LIMITS["encryption_context_length"] - length
    value = subject.spans[path].value
    assert isinstance(value, bytes)
    return LIMITS["field_length"] - len(value)


def _is_public_key(subject: Subject, span: Span) -> bool:
    pairs = subject.draft.header.context_pairs or ()
    return span.index is not None and pairs[span.index][0] == _PUBLIC_KEY


def _keys_with(subject: Subject, path: str, key: bytes) -> list[bytes]:
    """The context's keys, one of them changed."""
    keys = [one for one, _ in subject.draft.header.context_pairs or ()]
    if path.startswith(_CONTEXT) and path.endswith(".key"):
        keys[subject.spans[path].index or 0] = key
    return keys


def _keeps_keys_unique(subject: Subject, path: str, key: bytes) -> bool:
    keys = _keys_with(subject, path, key)
    return len(set(keys)) == len(keys)


def _order_decision(subject: Subject, path: str, key: bytes) -> str | None:
    return None if context_is_sorted(_keys_with(subject, path, key)) else "DEC-G07"


# -------------------------------------------------------------------- authentication
def _of_authentication(subject: Subject) -> Iterator[Plan]:
    for path in ("header_auth.iv", "header_auth.tag"):
        if path in subject.spans:
            value = subject.spans[path].value
            assert isinstance(value, bytes)
            for operation, damaged in flips(value):
                for repair in (Repair.NONE, Repair.SIGN) if subject.signed else (Repair.NONE,):
                    yield _authenticated_by(subject, operation, path, damaged, repair)
    if "header_auth.iv" in subject.spans:
        header = subject.draft.header
        other = subject.draft.with_header(auth=replace(header.auth, iv=flipped(header.auth.iv)))
        expected = Expected({}, decision="DEC-G31")
        yield Plan(
            "other-iv", "header_auth.iv", Repair.SIGN, expected, lambda: subject.sealed(other), subject.spans["header_auth.iv"].start
        )


def _authenticated_by(subject: Subject, operation: str, path: str, value: bytes, repair: Repair) -> Plan:
    """Another IV or tag of the header, signed again or not: a signature does not replace the tag."""
    faults = {} if repair is Repair.SIGN else _faults(subject, path, repair)

    def make() -> bytes:
        changed = splice(subject.data, path, value)
        if repair is Repair.NONE:
            return changed
        signed = changed[: subject.body_end]
        return signed + subject.footer(subject.draft.sign(signed))

    return Plan(operation, path, repair, Expected({**faults, "header_tag": "header-tag-invalid"}), make, subject.spans[path].start)


# -------------------------------------------------------------------- sections and names
def _of_section(subject: Subject) -> Iterator[Plan]:
    """Bytes in the section of the context that no pair has; a section without pairs that is not empty."""
    path = f"{_CONTEXT}.length"
    length = subject.spans[path]
    assert isinstance(length.value, int)
    code, more = ("aad-length-mismatch", bytes(3)) if length.value else ("aad-count-zero", bytes(2))
    end = length.end + length.value
    if length.value + len(more) > LIMITS["encryption_context_length"]:
        return
    head, body = subject.header_body[: length.start], subject.header_body
    changed = head + (length.value + len(more)).to_bytes(2, "big") + body[length.end : end] + more + body[end:]
    for repair in subject.repairs:

        def make(repair: Repair = repair) -> bytes:
            return subject.with_header_body(changed, repair)

        yield Plan("slack", path, repair, _refused(code), make, length.start)


def _of_name(subject: Subject) -> Iterator[Plan]:
    """Names of the data key that are almost those of the wrapping key."""
    if not subject.wrapped:
        return
    for part, fixed in (("provider_id", 0), ("provider_info", _AFTER_NAME)):
        path = f"{FIRST_DATA_KEY}.{part}"
        value = subject.spans[path].value
        assert isinstance(value, bytes)
        name, rest = value[: len(value) - fixed], value[len(value) - fixed :]
        for operation, other in (("other-case", name.swapcase()), ("longer-name", name + b"k"), ("shorter-name", name[:-1])):
            for repair in subject.repairs[1:]:
                expected = Expected(_faults(subject, path, repair))
                yield _spliced(subject, operation, path, other + rest, repair, expected)


# -------------------------------------------------------------------- lists
def _of_lists(subject: Subject) -> Iterator[Plan]:
    header = subject.draft.header
    keys, pairs = header.encrypted_data_keys, header.context_pairs or ()
    if len(keys) > 1:
        yield from _relisted(subject, "drop", _DATA_KEYS, replace(header, encrypted_data_keys=keys[:-1]))
    if len(keys) + _MANY_COPIES < LIMITS["field_length"]:
        yield from _relisted(subject, "duplicate", _DATA_KEYS, replace(header, encrypted_data_keys=(*keys, keys[0])))
        for operation, copies in _damaged_copies(keys[0]).items():
            yield from _relisted(subject, operation, _DATA_KEYS, replace(header, encrypted_data_keys=(*copies, *keys)))
    if keys != keys[::-1]:
        yield from _relisted(subject, "reverse", _DATA_KEYS, replace(header, encrypted_data_keys=keys[::-1]))
    if len(pairs) > 1:
        yield from _relisted(subject, "reverse", _CONTEXT, replace(header, context_pairs=pairs[::-1]), bound=True, decision="DEC-G07")
    own = [pair for pair in pairs if pair[0] != _PUBLIC_KEY]
    if own:
        left = tuple(pair for pair in pairs if pair != own[0])
        yield from _relisted(subject, "drop", _CONTEXT, replace(header, context_pairs=left or None))
        if sum(map(len, own[0])) + 4 <= _room(subject, _CONTEXT):
            yield from _relisted(subject, "duplicate", _CONTEXT, replace(header, context_pairs=(*pairs, own[0])), code="aad-duplicate-key")


def _damaged_copies(key: EncryptedDataKey) -> dict[str, tuple[EncryptedDataKey, ...]]:
    """What almost looks like a data key: a reader that finds it first must try the next one."""
    damaged = replace(key, ciphertext=flipped(key.ciphertext or b"\0"))
    return {
        "damaged-copy-first": (damaged,),
        "damaged-copies-first": (damaged,) * _MANY_COPIES,
        "empty-ciphertext-first": (replace(key, ciphertext=b""),),
        "short-ciphertext-first": (replace(key, ciphertext=key.ciphertext[: _TAG - 1]),),
        "long-ciphertext-first": (replace(key, ciphertext=key.ciphertext + b"\0"),),
        "empty-info-first": (replace(key, provider_info=b""),),
        "short-info-first": (replace(key, provider_info=key.provider_info[:-1]),),
        "long-info-first": (replace(key, provider_info=key.provider_info + b"\0"),),
    }


def _relisted(
    subject: Subject,
    operation: str,
    path: str,
    header: Header,
    *,
    bound: bool = False,
    decision: str | None = None,
    code: str | None = None,
) -> Iterator[Plan]:
    """Another list of pairs or data keys. ``bound``: the data key is bound to the same context; ``code``: the rule that it breaks."""
    for repair in subject.repairs:
        faults = _faults(subject, path, repair) if code is None else {"parse": code}
        if bound:
            faults.pop("unwrap", None)

        def make(repair: Repair = repair) -> bytes:
            return subject.with_header_body(build_header_body(header), repair, rewrap=path == _CONTEXT and code is None)

        yield Plan(operation, path, repair, Expected(faults, decision=decision), make, subject.spans[f"{path}.count"].start)


def _unbound(subject: Subject) -> Iterator[Plan]:
    """Another context under a header tag that holds; the data key is bound to the first one. Who kept the data key does not notice."""
    pairs = subject.draft.header.context_pairs or ()
    at = next((at for at, (key, value) in enumerate(pairs) if key != _PUBLIC_KEY and value[-1:].isascii() and value), None)
    if at is None or not subject.wrapped:
        return
    path = f"{_CONTEXT}[{at}].value"
    for repair in subject.repairs[1:]:
        expected = Expected({**_faults(subject, path, repair), "unwrap": "unwrap-failed"})
        other = b"v" if pairs[at][1].endswith(b"u") else b"u"
        yield _spliced(subject, "unbound", path, pairs[at][1][:-1] + other, repair, expected)


def _of_public_key(subject: Subject) -> Iterator[Plan]:
    """A public key that is missing, or that nothing signs for, in messages that are authentic otherwise."""
    header = subject.draft.header
    pairs = header.context_pairs or ()
    if subject.signed:
        others = [pair for pair in pairs if pair[0] != _PUBLIC_KEY]
        own = dict(pairs)[_PUBLIC_KEY]
        yield _half_signed(subject, "drop", tuple(others) or None, "public-key-missing")
        yield _half_signed(subject, "rename", tuple(sorted([*others, (_PUBLIC_KEY.upper(), own)])), "public-key-missing")
        for operation, value in _malformed_keys(subject, own).items():
            if len(value) - len(own) <= _room(subject, _CONTEXT):
                yield _half_signed(subject, operation, tuple(sorted([*others, (_PUBLIC_KEY, value)])), "public-key-malformed")
    elif _room(subject, _CONTEXT) > _PUBLIC_KEY_ROOM:
        added = tuple(sorted([*pairs, (_PUBLIC_KEY, b"A" * 68)]))
        yield _half_signed(subject, "add", added, "public-key-unexpected")


def _malformed_keys(subject: Subject, own: bytes) -> dict[str, bytes]:
    """Texts that are not those of a public key, by operation. All but the first say the right one to a reader that is not strict."""
    scheme = subject.draft.header.suite.signature
    assert scheme is not None
    point = b64decode(own)
    size = len(point) - 1
    numbers = decode_public_key(own.decode("ascii"), scheme).public_numbers()
    both = numbers.x.to_bytes(size, "big") + numbers.y.to_bytes(size, "big")
    texts = {
        "damage": b"!" + own[1:],
        "uncompress": b64encode(b"\x04" + both),
        "hybrid": b64encode(bytes([point[0] + 4]) + both),
        "point-with-zero": b64encode(point[:1] + b"\0" + point[1:]),
        "point-with-rest": b64encode(point + b"\0"),
        "line-break": own + b"\n",
        "two-lines": own[:32] + b"\r\n" + own[32:],
        "space": b" " + own + b" ",
        "unpadded": own.rstrip(b"="),
        "padded-twice": own + b"====",
        "url": own.translate(bytes.maketrans(b"+/", b"-_")),
        "stray-bits": _with_stray_bits(own),
    }
    return {operation: text for operation, text in texts.items() if text != own}


def _with_stray_bits(own: bytes) -> bytes:
    """The base64 text with a bit set that no byte has; the text itself if it has no such bit."""
    text = own.rstrip(b"=")
    if len(text) == len(own):
        return own
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return text[:-1] + alphabet[alphabet.index(text[-1:]) + 1 :][:1] + own[len(text) :]


def _half_signed(subject: Subject, operation: str, pairs: tuple[tuple[bytes, bytes], ...] | None, code: str) -> Plan:
    draft = subject.draft.with_header(context_pairs=pairs)
    path = f"{_CONTEXT}.length"
    return Plan(
        f"public-key-{operation}",
        path,
        Repair.SIGN,
        Expected({"signature": code}),
        lambda: subject.sealed(draft),
        subject.spans[path].start,
    )

"""A rule that is added to the table is asked by every reader: each refuses at the same place, and only while the rule is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import esdkit
from esdkit.errors import Code
from esdkit.grammar.field import Span
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.message import HeaderReader, parse, parse_header
from esdkit.message.rules import EARLIER, POSITION, RULES, clear_readings, rule
from esdkit.spec import FIELDS
from tests.drafts import FOREIGN, PLAINTEXT, valid
from tests.each import each
from tests.readers import READERS, Reader, refused

KEYS = "header.encrypted_data_keys"
_DRAFT = valid(0x0478)
FRAMED = _DRAFT.with_header(encrypted_data_keys=(FOREIGN, *_DRAFT.header.encrypted_data_keys)).seal()
BLOCK = valid(0x0478, frame_length=None).seal()
FIRST_VERSION = valid(0x0178).seal()
SIGNED = valid(0x0578).seal()


def header_in_pieces(data: bytes) -> None:
    reader = HeaderReader()
    for at in range(len(data)):
        if reader.feed(data[at : at + 1]) is not None:
            return
    reader.finish()


HEADER_READERS: dict[str, Reader] = {"parse_header": parse_header, "HeaderReader": header_in_pieces}


# -------------------------------------------------------------------- rules


@dataclass(frozen=True)
class Toy:
    """A rule that nobody needs: its operands, a test that one place of a message fails, and that place."""

    data: bytes
    operands: tuple[str, ...]
    test: Callable[..., bool]
    path: str


IDS = {name: parse(data).header.message_id for name, data in {"framed": FRAMED, "v1": FIRST_VERSION}.items()}
TOYS = {
    "message-id": Toy(FRAMED, ("header.message_id",), lambda id_: id_ != IDS["framed"], "header.message_id"),
    "message-id-v1": Toy(FIRST_VERSION, ("header.message_id",), lambda id_: id_ != IDS["v1"], "header.message_id"),
    "type": Toy(FIRST_VERSION, ("header.version", "header.type"), lambda version, type_: version != 1, "header.type"),
    "context-value": Toy(
        FRAMED,
        ("header.message_id", "header.encryption_context.key", "header.encryption_context.value"),
        lambda id_, key, value: (id_, key, value) != (IDS["framed"], b"purpose", b"test"),
        "header.encryption_context[1].value",
    ),
    "provider": Toy(
        FRAMED,
        (f"{KEYS}.provider_id", f"{KEYS}.provider_info"),
        lambda id_, info: (id_, info) != (FOREIGN.provider_id, FOREIGN.provider_info),
        f"{KEYS}[0].provider_info",
    ),
    "provider-twice": Toy(FRAMED, (EARLIER, f"{KEYS}.provider_id"), lambda earlier, id_: id_ not in earlier, f"{KEYS}[1].provider_id"),
    "third-key": Toy(FRAMED, (POSITION, f"{KEYS}.ciphertext"), lambda position, _: position < 3, f"{KEYS}[2].ciphertext"),
    "second-value": Toy(
        FRAMED, (POSITION, "header.encryption_context.value"), lambda position, _: position != 2, "header.encryption_context[1].value"
    ),
    "header-tag": Toy(FRAMED, ("header.frame_length", "header_auth.tag"), lambda length, tag: length != 8, "header_auth.tag"),
    "frame-number": Toy(
        FRAMED, (POSITION, "body.frame.sequence_number"), lambda position, number: number != 2, "body.frame[1].sequence_number"
    ),
    "frame-iv": Toy(
        FRAMED,
        ("header.message_id", "body.frame.sequence_number", "body.frame.iv"),
        lambda id_, number, iv: (id_, iv[-1]) != (IDS["framed"], 2) or number != 2,
        "body.frame[1].iv",
    ),
    "final-iv": Toy(SIGNED, (POSITION, "body.final_frame.iv"), lambda position, iv: iv[-1] != position, "body.final_frame.iv"),
    "final-length": Toy(
        FRAMED,
        ("header.frame_length", "body.final_frame.sequence_number", "body.final_frame.content_length"),
        lambda frame_length, number, length: (frame_length, number, length) != (8, 3, 6),
        "body.final_frame.content_length",
    ),
    "block-length": Toy(BLOCK, ("body.content_length",), lambda length: length != len(PLAINTEXT), "body.content_length"),
    "block-iv": Toy(BLOCK, ("header.version", "body.iv"), lambda version, iv: iv[-1] != 1, "body.iv"),
}


@contextmanager
def registered(toy: Toy) -> Iterator[None]:
    """While the rule is in the table."""

    before = list(RULES)
    rule(Code.BAD_CONTENT_TYPE, *toy.operands, text="not wanted")(toy.test)
    try:
        yield
    finally:
        RULES[:] = before
        clear_readings()


def span_of(toy: Toy) -> Span:
    """Where the rule is broken."""
    return next(span for span in trace(MESSAGE, toy.data).spans if FIELDS[span.id].path(span.index) == toy.path)


@each("toy", TOYS.values(), ids=TOYS)
def test_new_rule_is_asked_by_every_reader(toy: Toy) -> None:
    place = span_of(toy)
    readers = {**READERS, **(HEADER_READERS if toy.path.startswith("header") else {})}
    with registered(toy):
        answers = {name: refused(read, toy.data) for name, read in readers.items()}
    assert answers == dict.fromkeys(readers, (Code.BAD_CONTENT_TYPE, toy.path, place.start))


@each("toy", [toy for toy in TOYS.values() if toy.path.startswith("body")])
def test_new_rule_is_asked_by_every_reader_as_soon_as_its_field_is_there(toy: Toy) -> None:
    place = span_of(toy)
    with registered(toy):
        for cut in range(place.end, len(toy.data)):
            answers = {name: refused(read, toy.data[:cut]) for name, read in READERS.items() if name not in ("range", "trace")}
            assert answers == dict.fromkeys(answers, (Code.BAD_CONTENT_TYPE, toy.path, place.start)), cut


@each("toy", TOYS.values(), ids=TOYS)
def test_rule_that_is_forgotten_is_asked_by_no_reader(toy: Toy) -> None:
    before = list(RULES)
    with registered(toy):
        assert len(RULES) == len(before) + 1
    assert before == RULES
    answers = {name: refused(read, toy.data) for name, read in {**READERS, **HEADER_READERS}.items()}
    assert answers == dict.fromkeys(answers, None)


@each("toy", TOYS.values(), ids=TOYS)
def test_new_rule_is_not_asked_when_only_the_structure_counts(toy: Toy) -> None:
    with registered(toy):
        parse(toy.data, strict=False)
        parse_header(toy.data, strict=False)
        reader = HeaderReader(strict=False)
        assert reader.feed(toy.data) is not None


def test_new_rule_of_a_field_that_a_rule_looks_at_comes_after_it() -> None:
    data = bytearray(FRAMED)
    span = next(span for span in trace(MESSAGE, FRAMED).spans if span.id == "body.final_frame.sequence_number")
    data[span.end - 1] ^= 1
    toy = Toy(bytes(data), (POSITION, span.id), lambda position, number: False, span.id)
    with registered(toy):
        assert refused(parse, toy.data) == (Code.SEQ_OUT_OF_ORDER, span.id, span.start)
        assert [problem.code for problem in esdkit.inspect(toy.data).problems] == [Code.SEQ_OUT_OF_ORDER, Code.BAD_CONTENT_TYPE]

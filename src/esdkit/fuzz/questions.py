"""What ``esdkit fuzz`` asks, in order, from a seed: the valid examples, every mutation of small messages, then random ones without end.

Strategy: a message is wrapped under one raw AES key, which every reader has a keyring for; a reader that only takes a data key gets that.
Each round of the random phases has its own seed, so that a run can go on where another stopped without making what was asked before.
Invariant: the same seed gives the same questions, whatever was answered.
"""
# Reqs: CLI-FUZ-002

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache
from itertools import chain, count, islice, product, zip_longest

from esdkit.forge import new_draft, seeded_signing_key
from esdkit.forge.boundaries import boundaries
from esdkit.forge.mutate import Repair
from esdkit.frozen import frozen
from esdkit.fuzz.expected import Expected
from esdkit.fuzz.mutations import plans
from esdkit.fuzz.plan import Kind, Plan
from esdkit.fuzz.subject import Subject
from esdkit.message import EncryptedDataKey
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite

__all__ = [
    "NAME",
    "NAMESPACE",
    "PHASES",
    "VALID",
    "WRAPPING_KEY",
    "Question",
    "mutations_by_kind",
    "new_subject",
    "questions",
    "random_subject",
    "small_mutations",
]

PHASES = ("examples", "boundaries", "random", "stateful")
VALID = "valid"
"""The operation of a message that nothing was changed in."""

NAMESPACE, NAME = "esdkit-vectors", "aes-256"
WRAPPING_KEY = bytes.fromhex("793f0bb6f571e6a8dd858965cc56b63bbf84143029860ec8e347c3b687fb3d83")
"""The key of messages is one of the native vectors' keys, so that a finding can become a vector."""

_PIECES = (1, 2, 7, 16, 100, 4096)  # bytes
_ROUND = 1 + 40  # a random message and mutations of it
_LONGEST_CONTENT = 65_537  # bytes; more than a 16-bit length counts
_FRAMES = 65_537  # more than a 16-bit counter counts
_CONTEXT = {"key": "value", "tenant": "7"}
_PAIR_OF_K = 2 + 2 + 1 + 2  # bytes of a context beside one value: the count, and a key of one letter
_LONG_SIGNED = 65_400  # bytes of a value beside a public key; what is signed is longer than 16 bits count
_FIVE = dict.fromkeys("abcde", "value")
_CONTEXTS: tuple[Mapping[str, str], ...] = (
    {},
    {"": "", "a": ""},
    {"\uffff": "1", "\U00010000": "2"},  # ordered by UTF-16 it is the other way around
    {"aB": "1", "a": "z", "B": "3"},  # whole pairs are ordered otherwise than keys
    {"a": "1", "A": "2"},
    {"\u00e9": "1", "e\u0301": "2"},  # equal when normalized
    {"a\0b": "c\0", " a ": " b\n"},
    {"\ufeffa": "\ufeff1", "a": "1"},  # a byte order mark is a character like others
    {"__proto__": "x"},
    {str(number): "" for number in range(300)},
)
_CONTENTS = (b"a\r\nb\n", b" a ", b"\xef\xbb\xbfa", b"YWJj", bytes.fromhex("1f8b08000000000002ff030000000000000000000000"))
"""Contents that a reader changes which takes them for text, for base64 or for gzip."""
_OTHER_SIGNATURES = {0x0214: 266, 0x0378: 84, 0x0578: 58}
"""Lengths of contents whose signature is longer or shorter than usual, as one of a few hundred is, by suite."""
_OTHERS = (EncryptedDataKey(b"aws-kms", b"arn:aws:kms:eu-central-1:111122223333:key/1", bytes(184)), EncryptedDataKey(b"a", b"b", b"c"))
_NO_ASCII = EncryptedDataKey("\u00e9\0\U0001f511".encode(), b"\0\xff", b"\0\xff")
_SMALL = tuple(product((0x0014, 0x0378, 0x0478, 0x0578), (3, None)))


@frozen
class Question:
    """A message and the right answer.

    Attributes:
        phase: of ``PHASES``.
        plan: the mutation; its operation is ``VALID`` if there is none, and its path then what the example is about.
        subject: the valid message.
        stream: 0 for all at once, else the bytes of each piece.
    """

    phase: str
    plan: Plan
    subject: Subject = field(repr=False)
    stream: int = 0


def questions(seed: int, *, wrapped: bool, streaming: bool, after: int = 0) -> Iterator[Question]:
    """All questions; they do not end.

    Args:
        seed: decides what is random.
        wrapped: whether messages are opened with the raw AES key, not with the data key.
        streaming: whether the readers can decrypt in pieces.
        after: how many were asked before.
    """
    examples = (_valid("examples", path, make()) for path, make in _examples(wrapped))
    boundaries = _boundaries(random.Random(f"boundaries {seed}"), wrapped=wrapped, streaming=streaming)
    yield from islice(chain(examples, boundaries), after, None)
    planned = sum(1 for _ in _examples(wrapped)) + len(small_mutations(wrapped))
    rounds, begun = divmod(max(0, after - planned), _ROUND)
    for number in count(rounds):
        one = _round(random.Random(f"{seed} {number}"), wrapped=wrapped, streaming=streaming and number % 2 == 1)
        yield from islice(one, begun if number == rounds else 0, None)


def _boundaries(chance: random.Random, *, wrapped: bool, streaming: bool) -> Iterator[Question]:
    """Every mutation of the small messages: one of each field, operation and repair, then another of each, until all were asked.

    Every second time they come in pieces, if the programs can decrypt in pieces.
    """
    shuffled = [_by_detail(chance, kind) for kind in mutations_by_kind(wrapped).values()]
    for number, turn in enumerate(_turns(shuffled)):
        for subject, plan in turn:
            yield Question("boundaries", plan, subject, chance.choice(_PIECES) if streaming and number % 2 else 0)


def _by_detail(chance: random.Random, kind: Sequence[tuple[Subject, Plan]]) -> Iterator[tuple[Subject, Plan]]:
    """Mutations of one kind in a random order, in which each place, detail and right answer comes before any comes twice."""
    alike: dict[tuple[str, str, str], list[tuple[Subject, Plan]]] = {}
    for subject, plan in chance.sample(kind, len(kind)):
        alike.setdefault((plan.path, plan.detail, str(plan.expected)), []).append((subject, plan))
    return chain.from_iterable(_turns(chance.sample([*alike.values()], len(alike))))


def _turns(lists: Iterable[Iterable[tuple[Subject, Plan]]]) -> Iterator[list[tuple[Subject, Plan]]]:
    """The first of each list, the second of each, and so on."""
    return ([*filter(None, turn)] for turn in zip_longest(*lists))


def _valid(phase: str, path: str, subject: Subject, stream: int = 0) -> Question:
    return Question(phase, Plan(VALID, path, Repair.NONE, Expected({}), lambda: subject.data, 0), subject, stream)


def _round(chance: random.Random, *, wrapped: bool, streaming: bool) -> Iterator[Question]:
    subject = random_subject(chance, wrapped)
    every = plans(subject)
    phase = PHASES[3 if streaming else 2]
    for question in [
        _valid(phase, "", subject),
        *(Question(phase, plan, subject) for plan in chance.sample(every, _ROUND - 1)),
    ]:
        yield Question(phase, question.plan, subject, chance.choice(_PIECES) if streaming else 0)


# -------------------------------------------------------------------- messages
def new_subject(
    suite: Suite,
    wrapped: bool,
    *,
    length: int = 7,
    frame_length: int | None = 3,
    plaintext: bytes | None = None,
    context: Mapping[str, str] = _CONTEXT,
    others: tuple[EncryptedDataKey, ...] = (),
    seed: bytes = b"",
) -> Subject:
    """A message whose plaintext counts up to a length, or the one that is given."""
    info = NAME.encode() + bytes.fromhex("000000800000000c") + bytes(CONSTANTS.raw_aes_iv_length)
    first = EncryptedDataKey(NAMESPACE.encode(), info, bytes(suite.data_key_length + suite.tag_length))
    draft = new_draft(
        suite=suite,
        data_key=(bytes(range(1, 33)) + seed)[-suite.data_key_length :],
        message_id=(bytes(32) + seed)[-CONSTANTS.message_id_lengths[suite.message_version] :],
        encrypted_data_keys=[first, *others],
        plaintext=(bytes(range(256)) * (length // 256 + 1))[:length] if plaintext is None else plaintext,
        frame_length=frame_length,
        encryption_context=context,
        signing_key=None if suite.signature is None else seeded_signing_key(suite.signature, b"esdkit fuzz" + seed),
    )
    return Subject(draft, WRAPPING_KEY, by_data_key=not wrapped)


def _small_subjects(wrapped: bool) -> tuple[Subject, ...]:
    """The messages whose every mutation is asked, the smallest first."""
    made = [new_subject(SUITES[suite_id], wrapped, frame_length=frame_length, others=_OTHERS) for suite_id, frame_length in _SMALL]
    made += [new_subject(SUITES[suite_id], wrapped, length=2, others=_OTHERS[1:] * 4) for suite_id in (0x0178, 0x0478)]
    made += [new_subject(SUITES[suite_id], wrapped, length=0, context={}) for suite_id in (0x0478, 0x0578)]
    made += [new_subject(SUITES[suite_id], wrapped, length=13, context=_FIVE, others=_OTHERS[1:] * 4) for suite_id in (0x0378, 0x0478)]
    made.append(new_subject(SUITES[0x0478], wrapped, length=2, frame_length=LIMITS["frame_length"], context={}))
    return tuple(sorted(made, key=lambda subject: len(subject.data)))


@cache
def small_mutations(wrapped: bool) -> tuple[tuple[Subject, Plan], ...]:
    """Every mutation of the small messages."""
    return tuple((subject, plan) for subject in _small_subjects(wrapped) for plan in plans(subject))


@cache
def mutations_by_kind(wrapped: bool) -> Mapping[Kind, Sequence[tuple[Subject, Plan]]]:
    """They by their kinds, those of the smallest messages first."""
    kinds: dict[Kind, list[tuple[Subject, Plan]]] = {}
    for subject, plan in small_mutations(wrapped):
        kinds.setdefault(plan.kind, []).append((subject, plan))
    return kinds


def _examples(wrapped: bool) -> Iterator[tuple[str, Callable[[], Subject]]]:
    """Valid messages, by the field that each is about."""
    for suite, frame_length in product(SUITES.values(), (3, None)):
        yield "header.algorithm_suite_id", lambda suite=suite, frames=frame_length: new_subject(suite, wrapped, frame_length=frames)  # type: ignore[misc]
    suite = SUITES[0x0478]
    for length in (0, 1, 2, 3, 4, 6):
        yield "body.final_frame.content_length", lambda length=length: new_subject(suite, wrapped, length=length)  # type: ignore[misc]
    for length in (0, *boundaries(1, _LONGEST_CONTENT)):
        yield "body.content_length", lambda length=length: new_subject(suite, wrapped, length=length, frame_length=None)  # type: ignore[misc]
    for length in boundaries(1, _LONGEST_CONTENT):
        yield "body.final_frame.content_length", lambda length=length: new_subject(suite, wrapped, length=length, frame_length=1 << 20)  # type: ignore[misc]
        yield "body.frame.ciphertext", lambda length=length: new_subject(suite, wrapped, length=length + 1, frame_length=length)  # type: ignore[misc]
    for version, length in product((suite, SUITES[0x0178]), boundaries(1, LIMITS["frame_length"])):
        yield "header.frame_length", lambda version=version, length=length: new_subject(version, wrapped, length=1, frame_length=length)  # type: ignore[misc]
    for suite_id, length in _OTHER_SIGNATURES.items():
        signed = SUITES[suite_id]
        yield "footer.signature", lambda signed=signed, length=length: new_subject(signed, wrapped, length=length, frame_length=None)  # type: ignore[misc]
    for content in _CONTENTS:
        yield "body.final_frame.ciphertext", lambda content=content: new_subject(suite, wrapped, plaintext=content, frame_length=100)  # type: ignore[misc]
    for others in (
        _OTHERS,
        _OTHERS[::-1],
        (_OTHERS[1],),
        (EncryptedDataKey(b"", b"", b""),),
        (_NO_ASCII,),
        _OTHERS[1:] * 255,
        _OTHERS[1:] * 256,
    ):
        yield "header.encrypted_data_keys.count", lambda others=others: new_subject(suite, wrapped, others=others)  # type: ignore[misc]
    for context in _CONTEXTS:
        yield "header.encryption_context.key", lambda context=context: new_subject(suite, wrapped, context=context)  # type: ignore[misc]
    for size in boundaries(2, LIMITS["encryption_context_length"] - _PAIR_OF_K):
        yield "header.encryption_context.value.length", lambda size=size: new_subject(suite, wrapped, context={"k": "v" * size})  # type: ignore[misc]
        yield "header.encryption_context.key.length", lambda size=size: new_subject(suite, wrapped, context={"k" * size: ""})  # type: ignore[misc]
    yield "header.encryption_context.length", lambda: new_subject(SUITES[0x0378], wrapped, context={"k": "v" * _LONG_SIGNED})
    for size in boundaries(2, LIMITS["field_length"]):
        for part in ("provider_id", "provider_info", "ciphertext"):
            one = EncryptedDataKey(**{**dict.fromkeys(("provider_id", "provider_info", "ciphertext"), b"x"), part: b"x" * size})
            yield f"header.encrypted_data_keys.{part}.length", lambda one=one: new_subject(suite, wrapped, others=(one,))  # type: ignore[misc]
    for frames in (255, 256, 257, 300, _FRAMES):
        yield "body.frame.sequence_number", lambda frames=frames: new_subject(suite, wrapped, length=frames, frame_length=1)  # type: ignore[misc]


def random_subject(chance: random.Random, wrapped: bool) -> Subject:
    """Any message, mostly a small one."""
    lengths = [*range(40), 255, 256, 257, 1000, 5000]
    length = chance.choice(lengths)
    frame_length = chance.choice(
        [None, chance.randint(max(1, length // 20), length + 1), *boundaries(max(1, length // 20), LIMITS["frame_length"])]
    )
    keys = "".join(chr(chance.choice([0x61, 0x41, 0xE9, 0x10FFFF, 0xFFFD])) for _ in range(chance.randrange(4)))
    context = {key * chance.choice([1, 1, 2, 40]): "v" * chance.choice([0, 1, 5, 255, 256]) for key in keys}
    others = tuple(
        EncryptedDataKey(
            chance.choice([b"", b"aws-kms", b"z"]),
            chance.randbytes(chance.choice([0, 3, 80])),
            chance.randbytes(chance.choice([0, 48, 256])),
        )
        for _ in range(chance.choice([0, 0, 1, 2, 20]))
    )
    suite = chance.choice(list(SUITES.values()))
    return new_subject(
        suite, wrapped, length=length, frame_length=frame_length, context=context, others=others, seed=bytes([chance.randrange(4)])
    )

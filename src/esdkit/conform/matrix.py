"""Every program writes each case, esdkit verifies what it wrote, and every program reads it.

Strategy: one producer after the other, one message after the other: two consumers read it at the same time, then it is forgotten. So
memory holds the messages of one case, and each program, which is one process, is asked one thing at a time.
Invariants: a message is compared with what was asked for: suite, frame length, context and plaintext, and `verify` passes with the key. A
message that fails there is read by the others all the same. What a program cannot do is neither good nor bad. No answer ends the run.
Not here: what explains a disagreement (``explain``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from esdkit.conform.cases import CONTEXTS, Case, keyrings
from esdkit.conform.own import keyring_of
from esdkit.engine.client import Client
from esdkit.engine.verify import Verification
from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS, target_failures
from esdkit.targets.asking import Ask, asking_threads
from esdkit.targets.base import Abilities, DecryptRequest, Failed, Given, Refused, Target, Unsupported
from esdkit.targets.opening import described as description
from esdkit.vectors.questions import beyond

__all__ = ["OPENED", "OUTCOMES", "Cell", "Program", "described", "run_matrix"]

OPENED = "opened"
OUTCOMES = (OPENED, "refused", "lied", "unsupported", "crash", "hang", "cannot-write", "verify-failed")
"""What became of a case: the last two when it was written, the others when it was read."""

_POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"
_AT_ONCE = 2
_MAX_FRAME = 1 << 20  # bytes; a plaintext has up to three frames


@frozen
class Program:
    """A program of the matrix.

    Attributes:
        name: in reports.
        target: how it is asked.
        abilities: what it says of itself.
    """

    name: str
    target: Target
    abilities: Abilities


@frozen
class Cell:
    """What became of one case.

    Attributes:
        producer: who wrote.
        consumer: who read; None for what became of it when it was written.
        case: what was written.
        frame_bytes: its frame length.
        message: the message; None when there is none.
        outcome: one of `OUTCOMES`.
        reason: one line for people; empty when nothing is wrong.
        verified: whether esdkit found the message valid, and what was asked for; True when there is none.
    """

    producer: Program
    consumer: Program | None
    case: Case
    frame_bytes: int
    message: bytes | None
    outcome: str
    reason: str = ""
    verified: bool = True


def described(name: str, target: Target) -> Program:
    """A program with what it can do.

    Raises:
        UsageError: ``invalid-argument``: it cannot be started, or does not describe itself.
    """
    return Program(name, target, description(target, name))


def run_matrix(programs: Sequence[Program], cases: Sequence[Case], on_case: Callable[[], None] = lambda: None) -> Iterator[Cell]:
    """All cells, producer by producer.

    Args:
        programs: producers and consumers.
        cases: what is written.
        on_case: called when all have read what one of them wrote for a case.
    """
    with asking_threads([program.target for program in programs], count=_AT_ONCE) as ask:
        for producer in programs:
            for case in cases if producer.abilities.encrypt else ():
                yield from _of_case(producer, programs, case, ask)
                on_case()


def _of_case(producer: Program, programs: Sequence[Program], case: Case, ask: Ask) -> Iterator[Cell]:
    lengths = [case.frame_bytes(producer.abilities.frame_lengths, consumer.abilities.frame_lengths) for consumer in programs]
    written: dict[int, Cell] = {}
    for frame_bytes in dict.fromkeys(lengths):
        (written[frame_bytes],) = ask(lambda length: _write(producer, case, length), [frame_bytes])
    yield from written.values()
    pairs = [(written[length], consumer) for consumer, length in zip(programs, lengths, strict=True) if written[length].message is not None]
    yield from ask(lambda pair: _read(*pair), pairs)


# ---------------------------------------------------------------- writing
def _write(producer: Program, case: Case, frame_bytes: int) -> Cell:
    if frame_bytes > _MAX_FRAME:
        why = f"the two programs have no frame length in common up to {_MAX_FRAME} bytes"
        return Cell(producer, None, case, frame_bytes, None, "unsupported", why)
    request = case.request(frame_bytes)
    answer = beyond(request, producer.abilities) or producer.target.encrypt(request)
    if not isinstance(answer, Given):
        return Cell(producer, None, case, frame_bytes, None, *_without_data(answer, refused="cannot-write"))
    problem = _problem(answer.data, case, frame_bytes)
    outcome = OPENED if problem is None else "verify-failed"
    return Cell(producer, None, case, frame_bytes, answer.data, outcome, problem or "", problem is None)


def _without_data(answer: Refused | Unsupported | Failed, *, refused: str) -> tuple[str, str]:
    """The outcome and its reason."""
    if isinstance(answer, Refused):
        return refused, f"{answer.kind}: {answer.error}" if answer.kind else answer.error
    if isinstance(answer, Unsupported):
        return "unsupported", answer.reason
    failure = target_failures()[answer.code]
    return failure.outcome, f"{failure.means}: {answer.reason}"


def _problem(message: bytes, case: Case, frame_bytes: int) -> str | None:
    """What is wrong with a message; None if nothing is."""
    reader, plaintext = keyring_of(keyrings(case.key)[1]), case.plaintext(frame_bytes)
    verification = Client(commitment_policy=_POLICY).verify(source=message, keyring=reader, plaintext=plaintext)
    if verification.failures:
        error = verification.failures[0].error
        return f"{verification.failures[0].name}: {verification.failures[0].reason if error is None else error.summary}"
    return _difference(verification, case, frame_bytes)


def _difference(verification: Verification, case: Case, frame_bytes: int) -> str | None:
    """How a valid message differs from what was asked for."""
    header = verification.header
    assert header is not None
    context = {key: value for key, value in header.encryption_context.items() if key != CONSTANTS.public_key_name}
    got = {"suite": header.suite.hex_id, "frame length": header.frame_length, "encryption context": context}
    asked = {"suite": case.suite, "frame length": frame_bytes, "encryption context": CONTEXTS[case.context]}
    return next((f"its {name} is not the one that was asked for" for name, value in asked.items() if got[name] != value), None)


# ---------------------------------------------------------------- reading
def _read(written: Cell, consumer: Program) -> Cell:
    outcome, reason = _reading(written, consumer)
    return replace(written, consumer=consumer, outcome=outcome, reason=reason)


def _reading(written: Cell, consumer: Program) -> tuple[str, str]:
    """The outcome and its reason."""
    assert written.message is not None
    request = DecryptRequest(message=written.message, keyring=keyrings(written.case.key)[1], policy=_POLICY)
    answer = beyond(request, consumer.abilities) or consumer.target.decrypt(request)
    if not isinstance(answer, Given):
        return _without_data(answer, refused="refused")
    if answer.data == written.case.plaintext(written.frame_bytes):
        return OPENED, ""
    return "lied", "its plaintext differs"

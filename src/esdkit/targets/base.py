"""What every program under test is asked, and what it can answer.

Invariants: a target never raises for what the program does: every misbehavior is an answer, `Failed`, with a code of ``spec/targets.yaml``.
Time, memory and the length of an answer are bounded by `Bounds`. No key shows in a ``repr``. A request names no file and no server.
Not here: ways to reach a program (``stdio``, ``http``, ``command``), what an answer proves (``esdkit.vectors``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from types import TracebackType
from typing import Any, Protocol, Self

from esdkit.frozen import frozen
from esdkit.spec import LIMITS

__all__ = [
    "Abilities",
    "Answer",
    "Bounds",
    "DecryptRequest",
    "EncryptRequest",
    "Failed",
    "FrameLengths",
    "Given",
    "Keyring",
    "Refused",
    "Target",
    "Unsupported",
]

Keyring = Mapping[str, Any]
"""A keyring as ``spec/schemas/target.json`` describes it, with ``key`` as bytes and PEM keys as text: ``{"type": "raw-aes", ...}``."""

_DEFAULT_POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"


@frozen
class Bounds:
    """What a program may use.

    Attributes:
        start_seconds: until it answers for the first time.
        request_seconds: for each request after that.
        memory: bytes that the program and the processes that it starts may hold.
        answer_length: bytes of one answer, beyond twice the length of the request's.
    """

    start_seconds: float = LIMITS["target_start_time"]
    request_seconds: float = LIMITS["target_request_time"]
    memory: int = LIMITS["target_memory"]
    answer_length: int = LIMITS["target_answer_length"]


@frozen
class FrameLengths:
    """The frame lengths that a program can write: from ``least`` to ``most`` bytes, in multiples."""

    least: int = 1
    most: int = LIMITS["frame_length"]
    multiple: int = 1

    def __contains__(self, length: int) -> bool:
        return self.least <= length <= self.most and length % self.multiple == 0


@frozen
class Abilities:
    """What a program says that it can do; what it cannot do is not asked of it.

    Attributes:
        name, version: the program's, for reports.
        suites: algorithm suite ids as four hexadecimal digits.
        keys: types of keyrings.
        policies: names of commitment policies.
        frame_lengths: that it can write.
        encrypt: whether it can encrypt at all.
        non_framed: whether it can write a body without frames.
        required_context: whether it knows context that is authenticated and not stored.
        streaming: whether it can decrypt a message that comes in pieces.
        max_encrypted_data_keys: whether it knows that limit.
    """

    name: str
    version: str
    suites: Sequence[str]
    keys: Sequence[str]
    policies: Sequence[str]
    frame_lengths: FrameLengths = FrameLengths()
    encrypt: bool = False
    non_framed: bool = False
    required_context: bool = False
    streaming: bool = False
    max_encrypted_data_keys: bool = True


@frozen(kw_only=True)
class DecryptRequest:
    """Decrypt one message.

    Attributes:
        message: the bytes, valid or not.
        keyring: the keys.
        policy: the commitment policy.
        max_encrypted_data_keys: the limit; None for no limit.
        context: encryption context that must be there or is reproduced.
        required: the keys of ``context`` that the message authenticates and does not store.
        stream: 0 for all at once, else the bytes of each piece of the message.
    """

    message: bytes = field(repr=False)
    keyring: Keyring = field(repr=False)
    policy: str = _DEFAULT_POLICY
    max_encrypted_data_keys: int | None = None
    context: Mapping[str, str] = field(default_factory=dict)
    required: Sequence[str] = ()
    stream: int = 0


@frozen(kw_only=True)
class EncryptRequest:
    """Encrypt one plaintext.

    Attributes:
        plaintext: the bytes.
        keyring: the keys.
        suite: four hexadecimal digits.
        frame_length: bytes; 0 for a body without frames.
        policy: the commitment policy.
        context: encryption context.
        required: the keys of ``context`` that are authenticated and not stored.
        stream: 0 for all at once, else the bytes of each piece.
    """

    plaintext: bytes = field(repr=False)
    keyring: Keyring = field(repr=False)
    suite: str
    frame_length: int
    policy: str = _DEFAULT_POLICY
    context: Mapping[str, str] = field(default_factory=dict)
    required: Sequence[str] = ()
    stream: int = 0


@frozen
class Given:
    """The program gave a plaintext or a message."""

    data: bytes = field(repr=False)


@frozen
class Refused:
    """The program refused.

    Attributes:
        error: what it said.
        kind: the class of its error; empty where it does not say.
        stage: the stage of ``spec/constants.yaml`` that it names; None where it does not.
        released: the plaintext that it gave out before, where it was asked for a stream; None where it does not say.
    """

    error: str
    kind: str = ""
    stage: str | None = None
    released: bytes | None = field(default=None, repr=False)


@frozen
class Unsupported:
    """The program says that it cannot do what was asked, and why; or its `Abilities` say so."""

    reason: str


@frozen
class Failed:
    """The program gave no answer to the question.

    Attributes:
        code: a failure of ``spec/targets.yaml``, which says the outcome of its cell.
        reason: what was seen, with the end of what the program wrote on stderr.
        asked: whether it was asked; False once it has been given up.
    """

    code: str
    reason: str
    asked: bool = True


Answer = Given | Refused | Unsupported | Failed


class Target(Protocol):
    """One program under test. It answers one request at a time; it is started at the first one, and again after it failed."""

    @property
    def address(self) -> str:
        """How it is reached, as ``open_target`` takes it."""
        ...

    def describe(self) -> Abilities | Failed:
        """What it can do; asked once."""
        ...

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or why there is none."""
        ...

    def encrypt(self, request: EncryptRequest) -> Answer:
        """Its message, or why there is none."""
        ...

    def close(self) -> None:
        """Ends the program and every process that it started."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

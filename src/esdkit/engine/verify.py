"""How far a message holds, stage by stage (spec/constants.yaml, ``stages``), as far as the keys allow.

Strategy: the same steps as ``decrypt``, in the order in which they need more: what the bytes alone tell, then what policy and context say,
then what takes a key. So a message without its key is still checked up to its signature. The walk ends at the first stage that fails, or
before the first for which something is missing; no plaintext leaves.

The message is processed where it is, so memory is bounded by its header whatever its length. A diagnosis, which has inspected the message
before, passes on what was found, so that no header is read and no signature is verified twice.
"""
# Reqs: CLI-VER-001, CLI-VER-002, CLI-VER-003, CLI-VER-004

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    check_decrypt_suite,
    check_reproduced_context,
    public_key_text,
)
from esdkit.crypto.signing import decode_public_key, digest_of
from esdkit.engine.located import located
from esdkit.engine.rebuild import is_rebuilt
from esdkit.engine.signature import check_unsigned, verify_signature
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.message.header import parse_header
from esdkit.message.model import Header
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits, RuleChecker
from esdkit.message.sizes import footer_length
from esdkit.spec import CONSTANTS, STAGES, error_for

if TYPE_CHECKING:
    from esdkit.crypto.aead import AesGcm
    from esdkit.engine.session import DecryptSession
    from esdkit.inspector.facts.reading import MessageReading
    from esdkit.inspector.facts.signature import SignatureCheck
    from esdkit.inspector.facts.source import ByteSource

__all__ = ["Inspected", "StageResult", "Verification", "VerifyOptions", "verify"]

_CONTEXT_CODES = frozenset({Code.ENCRYPTION_CONTEXT_MISMATCH, Code.REQUIRED_CONTEXT_MISSING})


@frozen
class StageResult:
    """One stage. ``not-checked`` is a stage after a failed one, or one for which keys or an expectation are missing.

    ``seconds`` is how long it took.
    """

    name: str
    outcome: Literal["held", "failed", "not-checked"]
    error: EsdkError | None = None
    seconds: float = field(default=0.0, compare=False)


@frozen
class Verification:
    """How far a message holds.

    Attributes:
        stages: all stages in order.
        reached: the last stage that held; None when none did.
        failed: the stage that failed; None when none did.
        error: why it failed.
        header: the header, when it could be read; authentic only if ``header_tag`` held.
        plaintext_length: bytes, when ``frames`` held.
    """

    stages: tuple[StageResult, ...]
    header: Header | None
    plaintext_length: int | None

    @property
    def reached(self) -> str | None:
        return next((stage.name for stage in reversed(self.stages) if stage.outcome == "held"), None)

    @property
    def failed(self) -> str | None:
        return next((stage.name for stage in self.stages if stage.outcome == "failed"), None)

    @property
    def error(self) -> EsdkError | None:
        return next((stage.error for stage in self.stages if stage.outcome == "failed"), None)


@frozen
class VerifyOptions:
    """What a verification is measured against; see ``Client.verify``."""

    policy: CommitmentPolicy
    limits: ReadLimits
    compat: frozenset[str]
    cmm: CryptographicMaterialsManager | None = None
    encryption_context: Mapping[str, str] | None = None
    plaintext: bytes | None = None
    max_body_length: int | None = None
    unsigned_only: bool = False


class _NotCheckable(Exception):
    """What the stage needs was not given."""


@frozen
class Inspected:
    """What an inspection found in a message.

    Attributes:
        reading: its fields, and what is wrong with them.
        signature: the check of its signature under the public key in its header.
    """

    reading: MessageReading
    signature: SignatureCheck


def verify(source: ByteSource, options: VerifyOptions, inspected: Inspected | None = None) -> Verification:
    """Walk the stages; see ``Client.verify``."""
    walk = _Walk(source, options, inspected)
    results: list[StageResult] = []
    for name in STAGES:
        if results and results[-1].outcome != "held":
            results.append(StageResult(name, "not-checked"))
            continue
        results.append(walk.take(name))
    return Verification(tuple(results), walk.header, walk.plaintext_length)


class _Walk:
    """The state of one verification; one method per stage."""

    def __init__(self, source: ByteSource, options: VerifyOptions, inspected: Inspected | None) -> None:
        self.source = source
        self.options = options
        self.header: Header | None = None
        self.plaintext_length: int | None = None
        self._inspected = inspected
        self._context = dict(options.encryption_context or {})
        self._reading: MessageReading
        self._raw_header: bytes
        self._session: DecryptSession  # what takes a key
        self._cipher: AesGcm
        self._comparison: _Comparison | None = None
        self._unwrap_error: EsdkError | None = None
        self._spent_for: dict[str, float] = {}  # seconds that passed in one stage but belong to another

    def take(self, name: str) -> StageResult:
        step: Callable[[], None] = getattr(self, name)
        start = perf_counter()
        try:
            step()
        except _NotCheckable:
            return StageResult(name, "not-checked")
        except EsdkError as error:
            return StageResult(name, "failed", error, self._seconds(name, start))
        return StageResult(name, "held", seconds=self._seconds(name, start))

    def _seconds(self, name: str, start: float) -> float:
        return perf_counter() - start + self._spent_for.get(name, 0.0)

    def parse(self) -> None:
        reading = self._reading = _read(self.source, self.options.limits) if self._inspected is None else self._inspected.reading
        error = reading.error(self.source.length)
        header = reading.header
        if header is not None and not _is_in_header(reading.broken, reading.header_length):
            self.header = header
            self._raw_header = self.source.read(0, reading.header_length)
        if error is not None:
            raise error

    @property
    def _valid_header(self) -> Header:
        assert self.header is not None  # ``parse`` held
        return self.header

    def rebuild(self) -> None:
        if not is_rebuilt(self.source, self._reading, self._valid_header):
            raise error_for(Code.REBUILD_MISMATCH, "building the parsed message does not give the same bytes")

    def policy(self) -> None:
        header, raw_header = self._valid_header, self._raw_header
        if not self.options.limits.allow(header, len(raw_header)):
            parse_header(raw_header, limits=self.options.limits)  # which says where the limit is broken
        with located(self._reading):
            check_decrypt_suite(self.options.policy, header.suite)
            if self.options.unsigned_only:
                check_unsigned(header)

    def signature(self) -> None:
        header = self._valid_header
        with located(self._reading):
            text = public_key_text({**self._context, **header.encryption_context}, header.suite)
            signature = self._signature()
            if header.suite.signature is None or text is None or signature is None:
                return
            public_key = decode_public_key(text, header.suite.signature)
        if self._inspected is not None and CONSTANTS.public_key_name in header.encryption_context:
            if self._inspected.signature.problem is not None:
                raise self._inspected.signature.problem
            return
        start = self.source.length - footer_length(header.suite, len(signature))
        digest = digest_of(self.source.pieces(0, start), header.suite.signature)
        verify_signature(header, digest, signature, public_key, start)

    def _signature(self) -> bytes | None:
        return next((value for field_id, _, _, _, value in self._reading.after if field_id == "footer.signature"), None)

    def context(self) -> None:
        with located(self._reading):
            check_reproduced_context(self._valid_header.encryption_context, self._context)
            if self.options.cmm is not None:
                self._take_materials(self.options.cmm)

    def _take_materials(self, cmm: CryptographicMaterialsManager) -> None:
        """A CMM checks the context, and then unwraps, in one call."""
        from esdkit.engine.session import DecryptSession  # here and below: a walk without a key does without cryptography

        self._session = DecryptSession(self._raw_header, self._valid_header)
        request = self._session.request(self.options.policy, self._context)
        start = perf_counter()
        try:
            self._session.take_materials(request, cmm)
        except EsdkError as error:
            if error.code in _CONTEXT_CODES:
                raise
            self._unwrap_error = error
        seconds = perf_counter() - start
        self._spent_for = {"context": -seconds, "unwrap": seconds}

    def unwrap(self) -> None:
        if self.options.cmm is None:
            raise _NotCheckable
        if self._unwrap_error is not None:
            with located(self._reading):
                raise self._unwrap_error

    def commitment(self) -> None:
        self._session.derive()

    def header_tag(self) -> None:
        self._cipher = self._session.verify_header(self.options.compat)

    def frames(self) -> None:
        from esdkit.engine.pieces import decrypt_body

        expected = self.options.plaintext
        self._comparison = None if expected is None else _Comparison(expected)
        take = _discard if self._comparison is None else self._comparison.take
        session = self._session
        start = len(session.raw_header)
        self.plaintext_length = decrypt_body(self.source, start, session.header, self._cipher, self.options.max_body_length, take)

    def plaintext(self) -> None:
        if self._comparison is None:
            raise _NotCheckable
        if not self._comparison.equal:
            raise error_for(Code.PLAINTEXT_MISMATCH, "the plaintext is not the expected one")


def _read(source: ByteSource, limits: ReadLimits) -> MessageReading:
    """Read the message. A header that is longer than both the limit and the default limit is not read to its end."""
    from esdkit.inspector.facts.reading import read_message  # decryption does without

    budget = max(limits.header_budget, DEFAULT_LIMITS.header_budget)
    return read_message(source, RuleChecker(limits=None, strict=True, collect=True, most=1), budget)


def _is_in_header(broken: EsdkError | None, header_length: int) -> bool:
    return broken is not None and broken.offset is not None and broken.offset < header_length


class _Comparison:
    """Compares a plaintext that comes in pieces with the expected one."""

    def __init__(self, expected: bytes) -> None:
        self._expected = expected
        self._length = 0
        self._same = True

    def take(self, plaintext: bytes | memoryview) -> None:
        end = self._length + len(plaintext)
        with memoryview(self._expected) as view:
            self._same = self._same and view[self._length : end] == plaintext
        self._length = end

    @property
    def equal(self) -> bool:
        return self._same and self._length == len(self._expected)


def _discard(plaintext: bytes | memoryview) -> None:
    pass

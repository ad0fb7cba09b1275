"""How far a message holds, stage by stage (spec/constants.yaml, ``stages``), as far as the keys allow.

Strategy: the same steps as ``decrypt``, in the order in which they need more: what the bytes alone tell, then what the caller's policy and
context say, then what takes a key. So a message without its key is still checked up to its signature. The walk ends at the first stage that
fails, or before the first for which something is missing; no plaintext leaves.
"""
# Reqs: CLI-VER-001, CLI-VER-002, CLI-VER-003, CLI-VER-004

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Literal

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    check_decrypt_suite,
    check_reproduced_context,
    public_key_text,
)
from esdkit.crypto.aead import AesGcm
from esdkit.crypto.signing import decode_public_key
from esdkit.engine.decrypt import decrypt_body, verify_signature
from esdkit.engine.session import DecryptSession, located
from esdkit.errors import Code, EsdkError
from esdkit.message.message import parse
from esdkit.message.model import Header, Message
from esdkit.message.read import parse_header
from esdkit.message.rules import ReadLimits
from esdkit.message.sizes import footer_length
from esdkit.message.write import build
from esdkit.spec import STAGES, error_for

__all__ = ["StageResult", "Verification", "VerifyOptions", "verify"]

_UNBOUNDED = ReadLimits(None, 1 << 62)  # the caller's limits are judged in the stage of their own
_CONTEXT_CODES = frozenset({Code.ENCRYPTION_CONTEXT_MISMATCH, Code.REQUIRED_CONTEXT_MISSING})


@dataclass(frozen=True, slots=True)
class StageResult:
    """One stage. ``not-checked`` is a stage behind a failed one, or one for which keys or an expectation are missing.

    ``seconds`` is how long it took.
    """

    name: str
    outcome: Literal["held", "failed", "not-checked"]
    error: EsdkError | None = None
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


def verify(data: bytes, options: VerifyOptions) -> Verification:
    """Walk the stages; see ``Client.verify``."""
    walk = _Walk(data, options)
    results: list[StageResult] = []
    for name in STAGES:
        if results and results[-1].outcome != "held":
            results.append(StageResult(name, "not-checked"))
            continue
        results.append(walk.take(name))
    return Verification(tuple(results), walk.header, walk.plaintext_length)


class _Walk:
    """The state of one verification; one method per stage."""

    def __init__(self, data: bytes, options: VerifyOptions) -> None:
        self.data = data
        self.options = options
        self.header: Header | None = None
        self.plaintext_length: int | None = None
        self._context = dict(options.encryption_context or {})
        self._message: Message
        self._session: DecryptSession
        self._cipher: AesGcm
        self._plaintext: bytes
        self._unwrap_error: EsdkError | None = None
        self._spent_for: dict[str, float] = {}  # seconds that belong to another stage than the one in which they went by

    def take(self, name: str) -> StageResult:
        step: Callable[[], None] = getattr(self, name)
        start = perf_counter()
        try:
            with located(self.data):
                step()
        except _NotCheckable:
            return StageResult(name, "not-checked")
        except EsdkError as error:
            return StageResult(name, "failed", error, self._seconds(name, start))
        return StageResult(name, "held", seconds=self._seconds(name, start))

    def _seconds(self, name: str, start: float) -> float:
        return perf_counter() - start + self._spent_for.get(name, 0.0)

    def parse(self) -> None:
        header, length = parse_header(self.data, limits=_UNBOUNDED)
        self.header = header
        self._message = parse(self.data, limits=_UNBOUNDED)
        self._session = DecryptSession(self.data[:length], header)

    def rebuild(self) -> None:
        if build(self._message) != self.data:
            raise error_for(Code.REBUILD_MISMATCH, "building the parsed message does not give the same bytes")

    def policy(self) -> None:
        header = self._message.header
        parse_header(self.data, limits=self.options.limits)
        check_decrypt_suite(self.options.policy, header.suite)
        if self.options.unsigned_only and header.suite.signed:
            what = f"suite {header.suite.hex_id} signs, and only unsigned messages are read"
            raise error_for(Code.SIGNED_NOT_ALLOWED, what, path="header.algorithm_suite_id")

    def signature(self) -> None:
        header = self._message.header
        text = public_key_text({**self._context, **header.encryption_context}, header.suite)
        if header.suite.signature is None or text is None or self._message.signature is None:
            return
        public_key = decode_public_key(text, header.suite.signature)
        start = self._footer_start()
        digest = hashlib.new(header.suite.signature.hash, memoryview(self.data)[:start]).digest()
        verify_signature(header, digest, self._message.signature, public_key, start)

    def context(self) -> None:
        check_reproduced_context(self._message.header.encryption_context, self._context)
        if self.options.cmm is None:
            return
        request = self._session.request(self.options.policy, self._context)
        start = perf_counter()
        try:
            self._session.take_materials(request, self.options.cmm)  # a CMM judges the context, and then unwraps, in one call
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
            raise self._unwrap_error

    def commitment(self) -> None:
        self._session.derive()

    def header_tag(self) -> None:
        self._cipher = self._session.verify_header(self.options.compat)

    def frames(self) -> None:
        self._plaintext = decrypt_body(
            self.data, self._message.header, len(self._session.raw_header), self._cipher, self.options.max_body_length
        )
        self.plaintext_length = len(self._plaintext)

    def plaintext(self) -> None:
        if self.options.plaintext is None:
            raise _NotCheckable
        if self._plaintext != self.options.plaintext:
            raise error_for(Code.PLAINTEXT_MISMATCH, "the plaintext is not the expected one")

    def _footer_start(self) -> int:
        header = self._message.header
        return len(self.data) - footer_length(header.suite, len(self._message.signature or b""))

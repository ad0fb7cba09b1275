"""What holds in a message and what does not, check by check (spec/constants.yaml, ``checks``), as far as the keys allow.

Strategy: every check that can be made is made and judged by itself: a broken policy or signature keeps no tag from being verified. The
others say what they wait for. The first failure in their order, by stage, is what a vector expects and what ``decrypt`` refuses.

Invariants: no plaintext leaves. The message is processed where it is, so memory is bounded by its header whatever its length. A limit that
is exceeded keeps every key from being used. A diagnosis, which has inspected the message before, passes on what was found, so that no
header is read and no signature is verified twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from time import perf_counter
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    check_decrypt_suite,
    check_reproduced_context,
    public_key_text,
)
from esdkit.columns import count
from esdkit.crypto.signing import NotCheckedHere, digest_of, verifying_key
from esdkit.engine.located import located
from esdkit.engine.rebuild import is_rebuilt
from esdkit.engine.signature import check_unsigned, verify_signature
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.message.header import parse_header
from esdkit.message.model import Header
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits, RuleChecker
from esdkit.message.sizes import footer_length
from esdkit.spec import CHECKS, CONSTANTS, STAGES, SUITES, Suite, error_for

if TYPE_CHECKING:
    from esdkit.crypto.aead import AesGcm
    from esdkit.engine.session import DecryptSession
    from esdkit.inspector.facts.reading import MessageReading
    from esdkit.inspector.facts.signature import SignatureCheck
    from esdkit.inspector.facts.source import ByteSource

__all__ = ["NO_KEY", "CheckResult", "Inspected", "Verification", "VerifyOptions", "read_structure", "verify"]

_CONTEXT_CODES = frozenset({Code.ENCRYPTION_CONTEXT_MISMATCH, Code.REQUIRED_CONTEXT_MISSING})
_READS_EVERY_SUITE = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT
NO_KEY = "no key was given"
"""Why the checks that need a key are not made without one."""


@frozen
class CheckResult:
    """One check.

    Attributes:
        name: as in spec/constants.yaml.
        outcome: ``not-checked``: it needs what is not there.
        error: why it failed.
        reason: why it was not made.
        seconds: how long it took.
    """

    name: str
    outcome: Literal["passed", "failed", "not-checked"]
    error: EsdkError | None = None
    reason: str | None = None
    seconds: float = field(default=0.0, compare=False)

    @property
    def stage(self) -> str:
        return CHECKS[self.name].stage


@frozen
class Verification:
    """What holds in a message.

    Attributes:
        checks: all checks in order, each judged by itself.
        reached: the last stage up to which every check passed; None when the first did not.
        failed: the stage of the first check that failed; None when none did.
        error: why it failed.
        header: the header, when it could be read; authentic only if ``header_tag`` passed.
        plaintext_length: bytes, when ``commitment``, ``header_tag`` and ``frames`` passed, so that header and body are authentic.
    """

    checks: tuple[CheckResult, ...]
    header: Header | None
    plaintext_length: int | None

    @property
    def reached(self) -> str | None:
        # Reqs: CLI-VER-001
        stop = next((check.stage for check in self.checks if check.outcome != "passed"), None)
        before = STAGES if stop is None else STAGES[: STAGES.index(stop)]
        return before[-1] if before else None

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The checks that failed, in order."""
        # Reqs: CLI-VER-001, CLI-VER-002
        return tuple(check for check in self.checks if check.outcome == "failed")

    @property
    def failed(self) -> str | None:
        # Reqs: CLI-VER-002
        return next((check.stage for check in self.failures), None)

    @property
    def error(self) -> EsdkError | None:
        # Reqs: CLI-VER-002
        return next((check.error for check in self.failures), None)

    def check(self, name: str) -> CheckResult:
        """One check by its name."""
        return next(check for check in self.checks if check.name == name)

    def passed(self, name: str) -> bool:
        """Whether a check was made and passed."""
        return self.check(name).outcome == "passed"


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
    """What the check needs is not there; the argument says what."""


@runtime_checkable
class _Layer(Protocol):
    """A CMM over another one."""

    @property
    def underlying(self) -> CryptographicMaterialsManager: ...


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
    """Make every check that can be made; see ``Client.verify``."""
    # Reqs: CLI-CFG-011
    if inspected is not None and inspected.reading.broken is not None and inspected.reading.broken.code in options.limits.tolerated:
        inspected = None  # an inspection tolerates nothing
    # Reqs: CLI-VER-001
    verifier = _Verifier(source, options, inspected)
    checks = tuple(map(verifier.take, CHECKS))
    return Verification(checks, verifier.header, verifier.plaintext_length)


class _Verifier:
    """The state of one verification; one method per check, in their order."""

    # Reqs: CLI-VER-005

    def __init__(self, source: ByteSource, options: VerifyOptions, inspected: Inspected | None) -> None:
        self.source = source
        self.options = options
        self.header: Header | None = None
        self.plaintext_length: int | None = None
        self._inspected = inspected
        self._context = dict(options.encryption_context or {})
        self._reading = read_structure(source, options.limits) if inspected is None else inspected.reading
        self._results: dict[str, CheckResult] = {}
        self._raw_header = b""
        self._session: DecryptSession | None = None  # what takes a key
        self._cipher: AesGcm | None = None
        self._comparison: _Comparison | None = None
        self._unwrap_problem: EsdkError | _NotCheckable | None = None
        self._spent_for: dict[str, float] = {}  # seconds that passed in one check but belong to another

    def take(self, name: str) -> CheckResult:
        step: Callable[[], None] = getattr(self, name)
        start = perf_counter()
        try:
            step()
        except _NotCheckable as problem:
            result = CheckResult(name, "not-checked", reason=str(problem))
        except EsdkError as error:
            result = CheckResult(name, "failed", error, seconds=self._seconds(name, start))
        else:
            result = CheckResult(name, "passed", seconds=self._seconds(name, start))
        self._results[name] = result
        return result

    def _seconds(self, name: str, start: float) -> float:
        return perf_counter() - start + self._spent_for.get(name, 0.0)

    # ---------------------------------------------------------------- without a key
    def structure(self) -> None:
        reading = self._reading
        header = reading.header
        if header is not None and not _is_in_header(reading.broken, reading.header_length):
            self.header = header
            self._raw_header = self.source.read(0, reading.header_length)
        problem = reading.broken or reading.problem
        if problem is not None:
            raise problem

    def trailing_data(self) -> None:
        if self._reading.problem is not None:
            raise _NotCheckable("the message is incomplete")
        error = self._reading.trailing_error(self.source.length)
        if error is not None:
            raise error

    def rebuild(self) -> None:
        header = self._valid_header()
        if self._reading.problem is not None:
            raise _NotCheckable("the message is incomplete")
        if not is_rebuilt(self.source, self._reading, header):
            raise error_for(Code.REBUILD_MISMATCH, "building the parsed message does not give the same bytes")

    def limits(self) -> None:
        if not self.options.limits.allow(self._valid_header(), len(self._raw_header)):
            parse_header(self._raw_header, limits=self.options.limits)  # which says where the limit is broken

    def policy(self) -> None:
        suite = self._suite
        if suite is None:
            raise _NotCheckable("the suite is not known")
        with located(self._reading):
            check_decrypt_suite(self.options.policy, suite)
            if self.options.unsigned_only:
                check_unsigned(suite)

    def signature(self) -> None:
        # Reqs: CLI-VER-004, CLI-VER-005
        if self.header is None or (self._inspected is not None and CONSTANTS.public_key_name in self.header.encryption_context):
            self._inspected_signature()
            return
        header = self.header
        with located(self._reading):
            text = public_key_text({**self._context, **header.encryption_context}, header.suite)
            if header.suite.signature is None or text is None:
                return
            public_key = verifying_key(text, header.suite.signature)
        signature = next((value for field_id, _, _, _, value in self._reading.after if field_id == "footer.signature"), None)
        if signature is None:
            raise _NotCheckable("the message ends before its signature")
        start = self._reading.end - footer_length(header.suite, len(signature))
        digest = digest_of(self.source.pieces(0, start), header.suite.signature)
        try:
            verify_signature(header, digest, signature, public_key, start)
        except NotCheckedHere as problem:
            # Reqs: CLI-INS-012
            raise _NotCheckable(str(problem)) from problem

    def _inspected_signature(self) -> None:
        """The signature as an inspection finds it, which needs no valid header."""
        # Reqs: CLI-VER-004, CLI-VER-005
        found = _inspected_signature(self.source) if self._inspected is None else self._inspected.signature
        if found.problem is not None:
            raise found.problem
        if found.state == "not-checked":
            raise _NotCheckable(found.means.partition(": ")[2])

    # ---------------------------------------------------------------- keys
    def context(self) -> None:
        # Reqs: CLI-VER-003, CLI-VER-005
        header = self._valid_header()
        mismatch = self._take_materials(header) if self.options.cmm is not None else None
        with located(self._reading):
            check_reproduced_context(header.encryption_context, self._context)
            if mismatch is not None:
                raise mismatch

    def _take_materials(self, header: Header) -> EsdkError | None:
        """A CMM checks the context, and then unwraps, in one call. Gives what it says about the context.

        It is not asked about a policy or a pair that was found wrong before: then it would not unwrap.
        """
        # Reqs: CLI-VER-003, CLI-VER-005
        if self._results["limits"].outcome == "failed":
            self._unwrap_problem = _NotCheckable("the message exceeds a limit that was set")
            return None
        cmm, mismatch = self.options.cmm, None
        start = perf_counter()
        while cmm is not None:
            try:
                self._ask(cmm, header)
                break
            except EsdkError as error:
                self._unwrap_problem = error
                if error.code not in _CONTEXT_CODES:
                    break
                mismatch = mismatch or error
                self._unwrap_problem = _NotCheckable("the CMM refuses the encryption context")
                cmm = cmm.underlying if isinstance(cmm, _Layer) else None
        seconds = perf_counter() - start
        self._spent_for = {"context": -seconds, "unwrap": seconds}
        return mismatch

    def _ask(self, cmm: CryptographicMaterialsManager, header: Header) -> None:
        from esdkit.engine.session import DecryptSession  # here and below: checks without a key do without cryptography

        policy = self.options.policy if self._results["policy"].outcome == "passed" else _READS_EVERY_SUITE
        stored = header.encryption_context
        context = {key: value for key, value in self._context.items() if stored.get(key, value) == value}
        self._session = DecryptSession(self._raw_header, header)
        self._session.take_materials(self._session.request(policy, context, self.options.compat), cmm)
        self._unwrap_problem = None

    def unwrap(self) -> None:
        # Reqs: CLI-VER-003, CLI-VER-005
        self._valid_header()
        if self.options.cmm is None:
            raise _NotCheckable(NO_KEY)
        problem = self._unwrap_problem
        if problem is None:
            return
        if isinstance(problem, EsdkError) and problem.code in CHECKS["signature"].codes:
            raise _NotCheckable("depends on the public key, which is missing or invalid")
        with located(self._reading):
            raise problem

    def commitment(self) -> None:
        self._opened_session().derive()

    def header_tag(self) -> None:
        session = self._opened_session()
        self._cipher = session.cipher
        self._cipher = session.verify_header(self.options.compat)

    def frames(self) -> None:
        header, reading = self._valid_header(), self._reading
        if reading.broken is not None:
            raise _NotCheckable("the body breaks a rule of the format")
        if reading.problem is not None:
            raise _NotCheckable(f"the message is incomplete{self._whole_frames(header)}")
        self._opened_session()
        from esdkit.engine.pieces import decrypt_body, discard

        expected = self.options.plaintext
        self._comparison = None if expected is None else _Comparison(expected)
        take = discard if self._comparison is None else self._comparison.take
        assert self._cipher is not None  # of the header tag, whether it passed or not
        start = len(self._raw_header)
        length = decrypt_body(self.source, start, header, self._cipher, self.options.max_body_length, take)
        if all(self._results[name].outcome == "passed" for name in ("commitment", "header_tag")):
            self.plaintext_length = length

    def _whole_frames(self, header: Header) -> str:
        """What is known of the whole frames of a message that is cut; raises when one of them does not verify."""
        run, cipher = self._reading.run, self._cipher
        if run is None or run.count == 0 or cipher is None:
            return ""
        from esdkit.engine.pieces import verify_whole_frames

        verified = verify_whole_frames(self.source, run, header, cipher, self.options.max_body_length)
        return f"; {count(run.count, 'whole frame')} verified" if verified else ""

    def plaintext(self) -> None:
        if self.options.plaintext is None:
            raise _NotCheckable("no expected plaintext was given")
        if self._results["frames"].outcome != "passed":
            raise _NotCheckable("depends on the frames")
        assert self._comparison is not None
        if not self._comparison.equal:
            raise error_for(Code.PLAINTEXT_MISMATCH, "the plaintext is not the expected one")

    # ---------------------------------------------------------------- what checks need
    @property
    def _suite(self) -> Suite | None:
        if self.header is not None:
            return self.header.suite
        number = next((value for field_id, _, _, _, value in self._reading.before if field_id == "header.algorithm_suite_id"), None)
        return None if number is None else SUITES.get(number)

    def _valid_header(self) -> Header:
        if self.header is None:
            raise _NotCheckable("the header is incomplete" if self._reading.values is None else "the header is invalid")
        return self.header

    def _opened_session(self) -> DecryptSession:
        """The session once a data key is there."""
        self._valid_header()
        if self._session is None or self._session.materials is None:
            raise _NotCheckable(NO_KEY if self.options.cmm is None else "depends on the data key")
        return self._session


def _inspected_signature(source: ByteSource) -> SignatureCheck:
    from esdkit.inspector import Tree  # decryption does without

    return Tree.of_source(source).signature


def read_structure(source: ByteSource, limits: ReadLimits) -> MessageReading:
    """Read the fields of a message, and keep the first broken rule.

    A header that is longer than both the limit and the default limit is not read to its end.
    """
    # Reqs: CLI-VER-002
    from esdkit.inspector.facts.reading import read_message  # decryption does without

    budget = max(limits.header_budget, DEFAULT_LIMITS.header_budget)
    return read_message(source, RuleChecker(limits=None, strict=True, collect=True, most=1, tolerated=limits.tolerated), budget)


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

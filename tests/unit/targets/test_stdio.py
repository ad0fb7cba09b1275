"""Programs on stdin and stdout: each misbehavior has its name, ends in bounded time, and leaves neither a process nor a key behind."""

from __future__ import annotations

import base64
import re
import sys
import time
from pathlib import Path

import pytest

from esdkit.spec import LIMITS, target_failures
from esdkit.targets import Abilities, Bounds, DecryptRequest, EncryptRequest, Failed, FrameLengths, Given, Refused, Unsupported, patience
from esdkit.targets.process import Process
from esdkit.targets.stdio import StdioTarget
from tests.processes import is_gone

LIAR = [sys.executable, "-I", "-S", str(Path(__file__).with_name("liar.py"))]
KEY = bytes(range(100, 132))
KEYRING = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": KEY}
HONEST = DecryptRequest(message=b"honest", keyring=KEYRING)
MISBEHAVE = DecryptRequest(message=b"misbehave", keyring=KEYRING)
BOUNDS = Bounds(start_seconds=20, request_seconds=1.5, memory=200 << 20, answer_length=200_000)
SPELLINGS = (KEY.hex(), KEY.hex(" "), base64.b64encode(KEY).decode(), repr(KEY)[2:-1])


def liar(mode: str, bounds: Bounds = BOUNDS) -> StdioTarget:
    return StdioTarget(f"stdio:liar {mode}", [*LIAR, mode], bounds)


@pytest.mark.parametrize(
    ("mode", "code", "said"),
    [
        ("hang", "hang", "still running"),
        ("ignores-sigterm", "hang", "still running"),
        ("dies", "ended", "exit code 9; on stderr: Segmentation fault in the frame reader"),
        ("kills-itself", "ended", "SIGSEGV"),
        ("closes-stdout", "ended", "closed its stdout and is still running"),
        ("refuses-and-gives", "nonsense", "a member appears twice"),
        ("flood", "flood", "more than"),
        ("flood-lines", "nonsense", "got a"),
        ("flood-errors", "hang", "error error"),
        ("memory", "memory", "200 MiB are allowed"),
        ("child-holds-stdout", "ended", "exit code 3"),
        ("daemon", "ended", "exit code 3"),
        ("hidden-daemon", "ended", "exit code 3"),
        ("hidden-daemon-and-hang", "hang", "still running"),
        ("not-json", "nonsense", "got Traceback"),
        ("prints-before", "nonsense", "got decrypting"),
        ("list", "nonsense", "expected a JSON object"),
        ("deep", "nonsense", "expected a line of JSON"),
        ("deep-member", "nonsense", ""),
        ("number-of-a-million-digits", "flood", "more than"),
        ("nothing", "nonsense", "plaintext: expected base64, got null"),
        ("ok-is-text", "nonsense", "ok: expected true or false"),
        ("bad-base64", "nonsense", "plaintext: expected base64, got a*b"),
        ("plaintext-is-a-list", "nonsense", "plaintext: expected base64, got [1, 2]"),
        ("unknown-stage", "nonsense", "unknown stage tea"),
        ("unsupported-and-error", "nonsense", "unsupported"),
        ("no-error", "nonsense", "error: expected text, got null"),
        ("wrong-id", "wrong-request", "expected id 2, got 3"),
        ("id-is-true", "wrong-request", "got true"),
        ("no-id", "nonsense", "could not read the request: not a request"),
    ],
)
def test_misbehavior_is_named_and_the_next_request_is_answered(mode: str, code: str, said: str) -> None:
    with liar(mode) as target:
        assert target.decrypt(HONEST) == Given(b"plaintext")
        first = target.pid
        started = time.monotonic()
        failed = target.decrypt(MISBEHAVE)
        assert time.monotonic() - started < 20
        assert isinstance(failed, Failed)
        assert failed.code == code
        assert code in target_failures()
        assert said in failed.reason
        assert first is not None
        assert is_gone(first)
        for child in re.findall(r"child (\d+)", failed.reason):
            assert is_gone(int(child))
        assert target.decrypt(HONEST) == Given(b"plaintext")
        second = target.pid
    assert second not in (None, first)
    assert is_gone(second)


@pytest.mark.parametrize("mode", ["child-holds-stdout", "daemon", "hidden-daemon", "hidden-daemon-and-hang"])
def test_child_of_a_program_is_named_in_its_errors(mode: str) -> None:
    """The test above looks at the child only where stderr tells of it."""
    with liar(mode) as target:
        failed = target.decrypt(MISBEHAVE)
    assert isinstance(failed, Failed)
    assert re.search(r"child \d+", failed.reason)


def test_program_that_dies_at_start_ended() -> None:
    with liar("dies-at-start") as target:
        described = target.describe()
        assert isinstance(described, Failed)
        assert described.code == "ended"
        assert "exit code 1; on stderr: libesdk.so: cannot open shared object file" in described.reason


def test_program_that_does_not_describe_itself_in_time_did_not_start() -> None:
    with StdioTarget("stdio:sleep", ["sleep", "600"], Bounds(start_seconds=0.3)) as target:
        described = target.describe()
    assert described == Failed("start-hang", "no answer to `describe` within 0.3 s; it is still running; on stderr: nothing")


def test_description_that_hangs_after_the_start_is_not_a_slow_start() -> None:
    with liar("hangs-at-description") as target:
        assert target.decrypt(HONEST) == Given(b"plaintext")
        described = target.describe()
    assert isinstance(described, Failed)
    assert described.code == "hang"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["/nonexistent/program"], "no such program, or it is not executable"),
        (["sh", "-c", "nonexistent-program"], "not found"),
        (["a\0b"], "NUL"),
    ],
)
def test_program_that_is_not_there_does_not_start(command: list[str], said: str) -> None:
    with StdioTarget("stdio:x", command, BOUNDS) as target:
        failed = target.decrypt(HONEST)
        assert isinstance(failed, Failed)
        assert failed.code == "start-failed"
        assert said in failed.reason


@pytest.mark.parametrize(("mode", "code"), [("never-reads", "hang"), ("answers-unread", "wrong-request")])
def test_program_that_does_not_read_a_large_request_is_named(mode: str, code: str) -> None:
    bounds = Bounds(start_seconds=1.5, request_seconds=1.5)
    with liar(mode, bounds) as target:
        failed = target.decrypt(DecryptRequest(message=bytes(1_000_000), keyring=KEYRING))
        assert isinstance(failed, Failed)
        assert failed.code == code


def test_second_answer_to_one_request_is_not_taken_for_the_next() -> None:
    with liar("answers-twice") as target:
        assert target.decrypt(MISBEHAVE) == Given(b"plaintext")
        failed = target.decrypt(HONEST)
        assert isinstance(failed, Failed)
        assert failed.code == "wrong-request"
        assert target.decrypt(HONEST) == Given(b"plaintext")


@pytest.mark.parametrize(
    ("mode", "answer"),
    [
        ("errors-then-answer", Given(b"plaintext")),
        ("wrong-plaintext", Given(b"plaintexT")),
        ("refuses", Refused(r"wrong \x1b[31mtag", "InvalidTag", "frames")),
        ("unsupported", Unsupported("no such suite")),
    ],
)
def test_answer_is_taken_as_it_is(mode: str, answer: object) -> None:
    with liar(mode) as target:
        assert target.decrypt(MISBEHAVE) == answer


@pytest.mark.parametrize("mode", ["tells-the-key", "tells-the-key-and-dies", "tells-the-key-in-nonsense"])
def test_key_that_a_program_tells_is_masked(mode: str) -> None:
    with liar(mode) as target:
        shown = repr(target.decrypt(MISBEHAVE)) + repr(MISBEHAVE) + repr(target)
    assert "[key]" in shown
    for spelling in SPELLINGS:
        assert not any(spelling[at : at + 8] in shown for at in range(len(spelling) - 7))


def test_description_is_asked_once_and_read() -> None:
    with liar("hang") as target:
        described = target.describe()
        assert described == Abilities("liar", "1", ("0478",), ("raw-aes",), ("REQUIRE_ENCRYPT_ALLOW_DECRYPT",), FrameLengths(1, 4096, 1))
        assert target.describe() is described
        assert 4096 in FrameLengths(8, 4096, 8)
        assert 4095 not in FrameLengths(8, 4096, 8)


def test_request_to_a_program_that_was_started_again_has_the_time_of_a_request() -> None:
    with liar("hang") as target:
        target.describe()
        for _ in range(2):  # the second time, it was ended for the first
            started = time.monotonic()
            failed = target.decrypt(MISBEHAVE)
            assert isinstance(failed, Failed)
            assert failed.code == "hang"
            assert time.monotonic() - started < 10  # a start may take 20 s
        assert target.decrypt(HONEST) == Given(b"plaintext")


def test_program_that_keeps_failing_for_long_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_MAX_SECONDS", 0)
    with liar("dies") as target:
        answers = [target.decrypt(MISBEHAVE) for _ in range(LIMITS["target_failures"])]
        assert {answer.code for answer in answers if isinstance(answer, Failed)} == {"ended"}
        last = target.decrypt(HONEST)
        assert isinstance(last, Failed)
        assert last.code == "ended"
        assert last.reason.startswith("not asked, because the last 8 requests failed. The last one: it ended with exit code 9")
        assert target.pid is None


def test_program_that_fails_at_once_is_asked_on() -> None:
    with liar("dies") as target:
        for _ in range(LIMITS["target_failures"] + 1):
            assert isinstance(target.decrypt(MISBEHAVE), Failed)
        assert target.decrypt(HONEST) == Given(b"plaintext")


def test_closed_target_starts_nothing() -> None:
    with liar("dies") as target:
        assert target.decrypt(HONEST) == Given(b"plaintext")
    assert target.decrypt(HONEST) == Failed("start-failed", "the target is closed")
    assert target.pid is None


def test_program_of_a_program_under_test_ends_with_it(tmp_path: Path) -> None:
    """Both are run as targets are, each with a keeper of its own."""
    code = (
        "import sys, time; from esdkit.targets.process import Process; "
        "inner = Process([sys.executable, '-I', '-S', '-c', 'import time; print(1, flush=True); time.sleep(600)']); "
        "input(); inner.exchange(b'', seconds=20, memory=1 << 30, answer=100); "
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(inner.pid)); print(1, flush=True); time.sleep(600)"
    )
    outer = Process([sys.executable, "-c", code])
    outer.exchange(b"", seconds=20, memory=1 << 30, answer=100)
    outer.kill()
    assert is_gone(int((tmp_path / "pid").read_text()))


def test_long_answer_takes_time_in_proportion() -> None:
    """That of a server's longest message, in pieces of a pipe."""
    process = Process([sys.executable, "-I", "-S", "-c", "input(); print('a' * (80 << 20), flush=True); input()"])
    started = time.process_time()
    answer = process.exchange(b"", seconds=60, memory=1 << 30, answer=100 << 20)
    assert len(answer) == 80 << 20
    assert time.process_time() - started < 5
    process.kill()


def test_request_to_encrypt_has_every_member() -> None:
    with StdioTarget("stdio:x", [sys.executable, "-I", "-S", "-c", ECHO], BOUNDS) as target:
        request = EncryptRequest(
            plaintext=b"p", keyring=KEYRING, suite="0478", frame_length=0, context={"a": "ä"}, required=["a"], stream=7
        )
        answer = target.encrypt(request)
        assert isinstance(answer, Given)
        assert answer.data.decode() == (
            '{"id": 1, "op": "encrypt", "keyring": {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": "'
            + base64.b64encode(KEY).decode()
            + '"}, "policy": "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "context": {"a": "\\u00e4"}, '
            '"required": ["a"], "stream": 7, "plaintext": "cA==", "suite": "0478", "frame_length": 0}'
        )


ECHO = """
import base64, json
line = input()
print(json.dumps({"id": json.loads(line)["id"], "ok": True, "message": base64.b64encode(line.encode()).decode()}))
"""

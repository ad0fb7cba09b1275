"""Programs on stdin and stdout: whatever a program does is named, takes bounded time, and leaves nothing running."""

from __future__ import annotations

import json
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS, target_failures
from esdkit.targets import Abilities, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Target, Unsupported, open_target
from tests.liar import ANSWERS

LIAR = Path(__file__).parents[2] / "liar.py"
KEY = bytes(range(32))
KEYRING = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": KEY}
QUICK = Bounds(start_seconds=20, request_seconds=1, memory=1 << 30, answer_length=1 << 20)

OpenLiar = Callable[..., Target]


def request(message: bytes = b"abc") -> DecryptRequest:
    return DecryptRequest(message=message, keyring=KEYRING)


@pytest.fixture
def liar(tmp_path: Path) -> OpenLiar:
    def opened(kind: str, bounds: Bounds = QUICK) -> Target:
        return open_target("stdio:" + shlex.join([sys.executable, str(LIAR), kind, str(tmp_path / "pids")]), bounds=bounds)

    return opened


def runs(pid: int) -> bool:
    """Whether a process runs; one that ended, and that nobody asked about yet, does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def assert_gone(path: Path) -> None:
    """The processes that a program started are gone, at the latest a second later."""
    pids = [int(line) for line in path.read_text().split()]
    assert pids
    for _ in range(100):
        if not any(map(runs, pids)):
            return
        time.sleep(0.01)
    pytest.fail(f"{pids} still run")


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("hangs", "hang"),
        ("hangs-deaf", "hang"),
        ("dies", "ended"),
        ("killed", "ended"),
        ("half-an-answer", "ended"),
        ("floods", "flood"),
        ("floods-stderr", "hang"),
        ("forks", "ended"),
        ("other-request", "wrong-request"),
        ("no-id", "wrong-request"),
        ("id-as-text", "wrong-request"),
        ("id-as-true", "wrong-request"),
        *((kind, "nonsense") for kind in ANSWERS if kind not in ("other-request", "no-id", "id-as-text", "id-as-true")),
    ],
)
def test_misbehavior_is_named_and_the_program_goes_on(liar: OpenLiar, tmp_path: Path, kind: str, code: str) -> None:
    with liar(kind) as target:
        assert isinstance(target.describe(), Abilities)
        started = time.monotonic()
        answer = target.decrypt(request())
        assert isinstance(answer, Failed) and answer.code == code, answer
        assert time.monotonic() - started < 15
        assert answer.code in target_failures() and answer.reason
        assert target.decrypt(request(b"ok!")) == Given(b"!ko")
    if kind == "forks":
        assert_gone(tmp_path / "pids")


def test_lines_beyond_the_answer_are_not_taken_for_later_answers(liar: OpenLiar) -> None:
    with liar("floods-lines") as target:
        first, second = target.decrypt(request()), target.decrypt(request(b"ok!"))
    assert isinstance(first, Failed) and first.code == "wrong-request"
    assert second == Given(b"!ko")


def test_process_that_a_program_leaves_behind_is_ended(liar: OpenLiar, tmp_path: Path) -> None:
    with liar("forks-and-answers") as target:
        assert target.decrypt(request()) == Given(b"cba")
    assert_gone(tmp_path / "pids")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="memory is watched where /proc tells it")
def test_program_that_eats_memory_is_ended(liar: OpenLiar) -> None:
    with liar("eats-memory", Bounds(request_seconds=20, memory=200 << 20)) as target:
        answer = target.decrypt(request())
    assert isinstance(answer, Failed) and answer.code == "memory"


@pytest.mark.parametrize(("kind", "code"), [("dies-at-start", "ended"), ("floods-at-start", "flood"), ("never-reads", "hang")])
def test_program_that_never_answers_is_named(liar: OpenLiar, kind: str, code: str) -> None:
    with liar(kind, Bounds(start_seconds=1, request_seconds=1)) as target:
        described = target.describe()
        answer = target.decrypt(request(bytes(1 << 20)))  # more than a pipe holds
    assert isinstance(described, Failed) and described.code == code
    assert isinstance(answer, Failed) and answer.code == code


def test_what_a_program_said_on_stderr_explains_its_end(liar: OpenLiar) -> None:
    with liar("dies") as target:
        answer = target.decrypt(request())
    assert answer == Failed("ended", "it ended with exit code 3; on stderr: segmentation imagined")


def test_program_that_does_not_exist_is_named() -> None:
    with open_target("stdio:/nowhere/at-all") as target:
        assert target.describe() == Failed("start-failed", "/nowhere/at-all: No such file or directory")


def test_program_that_fails_at_every_request_is_not_asked_for_ever(liar: OpenLiar) -> None:
    with liar("dies") as target:
        answers = [target.decrypt(request()) for _ in range(LIMITS["target_failures"] + 2)]
    assert all(isinstance(answer, Failed) and answer.code == "ended" for answer in answers)
    assert [answer.reason.startswith("not asked") for answer in answers if isinstance(answer, Failed)] == [False] * 8 + [True] * 2


def test_no_key_is_in_what_is_kept(liar: OpenLiar) -> None:
    shown = repr(request()) + repr(EncryptRequest(plaintext=b"p", keyring=KEYRING, suite="0478", frame_length=1))
    assert KEY.hex() not in shown and repr(KEY) not in shown


def test_answers_are_read_as_the_protocol_says(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import json, sys\n"
        "answers = iter(json.loads(sys.argv[1]))\n"
        "for line in sys.stdin:\n"
        "    print(json.dumps({'id': json.loads(line)['id'], **next(answers)}), flush=True)\n"
    )
    said = [
        {"ok": False, "error": "two\nlines \x1b[31m", "class": "Refusal", "stage": "signature"},
        {"ok": False, "error": "no"},
        {"ok": False, "unsupported": "no RSA"},
        {"ok": True, "message": "AAE="},
    ]
    with open_target("stdio:" + shlex.join([sys.executable, str(program), json.dumps(said)])) as target:
        first = target.decrypt(request())
        assert first == Refused("two lines \\x1b[31m", "Refusal", "signature")
        assert target.decrypt(request()) == Refused("no", "", None)
        assert target.decrypt(request()) == Unsupported("no RSA")
        made = target.encrypt(EncryptRequest(plaintext=b"", keyring=KEYRING, suite="0478", frame_length=16))
        assert made == Given(b"\x00\x01")


@pytest.mark.parametrize("address", ["", "stdio:", "exec:", "python:", "ftp://127.0.0.1", "my-reader", 'stdio:"open'])
def test_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_target(address)
    assert caught.value.code is Code.INVALID_ARGUMENT


def test_python_object_is_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader.py").write_text(
        "import os\n"
        "print('imported')\n"
        "def decrypt(message, keyring, *, policy, **options):\n"
        "    print('called')\n"
        "    if message == b'exit': os._exit(4)\n"
        "    if message == b'bad': raise ValueError('not a message')\n"
        "    if message == b'new': raise NotImplementedError\n"
        "    return keyring['key'] + policy.encode()\n"
        "class Both:\n"
        "    @staticmethod\n"
        "    def decrypt(message, keyring, **options): return b'd'\n"
        "    @staticmethod\n"
        "    def encrypt(plaintext, keyring, *, suite, frame_length, **options): return suite.encode()\n"
        "    @staticmethod\n"
        "    def describe(): return {'suites': ['0478'], 'version': '7'}\n"
    )
    monkeypatch.chdir(tmp_path)
    with open_target("python:reader:decrypt") as target:
        assert target.decrypt(request()) == Given(KEY + b"REQUIRE_ENCRYPT_ALLOW_DECRYPT")
        assert target.decrypt(request(b"bad")) == Refused("not a message", "ValueError")
        assert target.decrypt(request(b"new")) == Unsupported("not implemented")
        ended = target.decrypt(request(b"exit"))
        assert isinstance(ended, Failed) and ended.code == "ended"
        assert target.encrypt(EncryptRequest(plaintext=b"", keyring=KEYRING, suite="0478", frame_length=1)) == Unsupported(
            "it has no encrypt"
        )
    with open_target("python:reader:Both") as target:
        described = target.describe()
        assert isinstance(described, Abilities) and (described.suites, described.version, described.encrypt) == (("0478",), "7", True)
        assert target.encrypt(EncryptRequest(plaintext=b"", keyring=KEYRING, suite="0478", frame_length=1)) == Given(b"0478")
    for missing in ("python:nowhere:decrypt", "python:reader:nothing"):
        with open_target(missing) as target:
            failed = target.describe()
            assert isinstance(failed, Failed) and failed.code == "start-failed" and "Error: " in failed.reason

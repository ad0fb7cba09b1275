"""One process for each message: exit codes have meanings, files are private and gone, and what a command cannot carry is not asked."""

from __future__ import annotations

import shlex
import sys
import threading
import time
from pathlib import Path

import pytest

from esdkit.errors import UsageError
from esdkit.targets import Answer, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported, open_target

KEY = bytes(range(100, 132))
KEYRING = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": KEY}
REQUEST = DecryptRequest(message=b"message", keyring=KEYRING)
BOUNDS = Bounds(request_seconds=2, memory=200 << 20, answer_length=100_000)
READ = "import sys, os; m, k = (open(n, 'rb').read() for n in sys.argv[1:3]); "


def run(code: str, request: DecryptRequest = REQUEST, more: str = "", exit_codes: str = "") -> Answer:
    command = f"{sys.executable} -I -S -c {shlex.quote(READ + code)} {{file}} {{key}} {more}"
    with open_target(f"exec:{exit_codes} {command}", bounds=BOUNDS) as target:
        return target.decrypt(request)


def test_message_and_key_are_in_private_files_that_are_removed() -> None:
    answer = run("n = sys.argv[1]; print(m, k.hex(), oct(os.stat(n).st_mode), oct(os.stat(os.path.dirname(n)).st_mode), n, *sys.argv[3:])",
                 more="{namespace}/{name} {policy}")  # fmt: skip
    assert isinstance(answer, Given)
    message, key, file_mode, folder_mode, name, names, policy = answer.data.decode().split()
    assert (message, key, file_mode, folder_mode) == ("b'message'", KEY.hex(), "0o100600", "0o40700")
    assert (names, policy) == ("demo/k1", "REQUIRE_ENCRYPT_ALLOW_DECRYPT")
    assert not Path(name).parent.exists()


@pytest.mark.parametrize(
    ("code", "exit_codes", "answer"),
    [
        ("sys.exit('first\\nwrong tag')", "", Refused("wrong tag")),
        ("sys.exit(1)", "", Refused("it ended with exit code 1")),
        ("sys.exit(77)", "", Unsupported("it ended with exit code 77")),
        ("sys.exit(3)", "", Failed("ended", "it ended with exit code 3; on stderr: nothing")),
        ("sys.exit(3)", "2=refused 3=refused:frames", Refused("it ended with exit code 3", stage="frames")),
        ("sys.exit(1)", "1=crash", Failed("ended", "it ended with exit code 1; on stderr: nothing")),
        ("os.abort()", "", Failed("ended", "it was ended by SIGABRT; on stderr: nothing")),
        ("sys.exit(k.hex())", "", Refused("[key]")),
    ],
)
def test_exit_code_has_its_meaning(code: str, exit_codes: str, answer: Answer) -> None:
    assert run(code, exit_codes=exit_codes) == answer


@pytest.mark.parametrize(("stream", "released"), [(0, None), (7, b"early")])
def test_output_before_a_refusal_was_released_if_a_stream_was_asked_for(stream: int, released: bytes | None) -> None:
    request = DecryptRequest(message=b"m", keyring=KEYRING, stream=stream)
    assert run("os.write(1, b'early'); sys.exit('wrong tag')", request) == Refused("wrong tag", released=released)


@pytest.mark.parametrize(
    ("code", "failure"), [("import time; time.sleep(600)", "hang"), ("\nwhile True: os.write(1, b'a' * 65536)", "flood")]
)
def test_process_is_bounded(code: str, failure: str) -> None:
    answer = run(code)
    assert isinstance(answer, Failed)
    assert answer.code == failure


@pytest.mark.parametrize(
    "request_",
    [
        DecryptRequest(message=b"", keyring={"type": "multi", "children": [KEYRING]}),
        DecryptRequest(message=b"", keyring={**KEYRING, "type": "data-key"}),
        DecryptRequest(message=b"", keyring=KEYRING, context={"a": "b"}),
        DecryptRequest(message=b"", keyring=KEYRING, policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT"),
        DecryptRequest(message=b"", keyring=KEYRING, max_encrypted_data_keys=1),
        DecryptRequest(message=b"", keyring={**KEYRING, "name": "k\0"}),
    ],
)
def test_request_beyond_the_placeholders_is_unsupported(request_: DecryptRequest) -> None:
    assert isinstance(run("sys.exit(9)", request_), Unsupported)


def test_closed_command_ends_the_process_that_runs_and_starts_none(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = f"open({str(note)!r}, 'w').write(f'{{os.getpid()}} {{sys.argv[1]}}'); import time; time.sleep(600)"
    with open_target(f"exec:{sys.executable} -I -S -c {shlex.quote(READ + code)} {{file}} {{key}}") as target:
        answers: list[Answer] = []
        thread = threading.Thread(target=lambda: answers.append(target.decrypt(REQUEST)))
        thread.start()
        while not (note.exists() and note.read_text().endswith("message")):
            time.sleep(0.01)
        target.close()
        thread.join(5)
        assert target.decrypt(REQUEST) == Failed("start-failed", "the target is closed")
    pid, file = note.read_text().split()
    assert answers == [Failed("ended", "it was ended by SIGKILL; on stderr: nothing")]
    assert not Path(f"/proc/{pid}").exists()
    assert not Path(file).parent.exists()


def test_command_that_is_not_there_does_not_start() -> None:
    with open_target("exec:/no/such {file} {key}") as target:
        assert target.describe() == Failed("start-failed", "/no/such: no such program, or it is not executable")


def test_command_does_not_encrypt_and_needs_its_placeholders() -> None:
    with open_target("exec:x {file} {key}") as target:
        assert isinstance(target.encrypt(EncryptRequest(plaintext=b"", keyring=KEYRING, suite="0478", frame_length=16)), Unsupported)
    for address, what in (("exec:x {file}", "no {key}"), ("exec:2=refused x {key}", "no {file}")):
        with pytest.raises(UsageError, match=what):
            open_target(address)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("2=refused:tea", "2=refused:tea: unknown meaning of an exit code; expected given, refused, refused:parse, "),
        ("2=", "2=: unknown meaning"),
        ("256=crash", "256: expected an exit code from 0 to 255"),
        (f"{'9' * 5000}=crash", "expected an exit code from 0 to 255"),
        ("2=crash 02=refused", "exit code 2 has two meanings"),
    ],
)
def test_wrong_meaning_of_an_exit_code_is_an_error(words: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        open_target(f"exec:{words} x {{file}} {{key}}")
    with pytest.raises(UsageError, match="no program follows the meanings of exit codes"):
        open_target("exec:2=crash")


@pytest.mark.parametrize("started", [True, False])
def test_closing_ends_the_answer_that_another_thread_waits_for(started: bool, tmp_path: Path) -> None:
    mark = tmp_path / "started"
    command = (
        f"{sys.executable} -I -S -c {shlex.quote('import sys, time; open(sys.argv[3], chr(119)); time.sleep(60)')} {{file}} {{key}} {mark}"
    )
    answers: list[Answer] = []
    with open_target(f"exec:{command}", bounds=Bounds(request_seconds=60)) as target:
        if not started:
            target.close()
        asking = threading.Thread(target=lambda: answers.append(target.decrypt(REQUEST)), daemon=True)
        asking.start()
        while started and not mark.exists():
            time.sleep(0.01)
        target.close()
        asking.join(5)
        code = "ended" if started else "start-failed"
        assert [(type(answer), getattr(answer, "code", None)) for answer in answers] == [(Failed, code)]

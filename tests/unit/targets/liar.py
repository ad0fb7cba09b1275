"""A program under test with one misbehavior, which its argument names. It is honest to whoever asks without ``misbehave`` as message."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
from typing import Any

DESCRIPTION = {
    "protocol": 1,
    "name": "liar",
    "version": "1",
    "suites": ["0478"],
    "keys": ["raw-aes"],
    "policies": ["REQUIRE_ENCRYPT_ALLOW_DECRYPT"],
    "frame_lengths": {"least": 1, "most": 4096, "multiple": 1},
    "encrypt": False,
    "non_framed": False,
    "required_context": False,
    "streaming": False,
}
MISBEHAVE = base64.b64encode(b"misbehave").decode()
SLEEPER = "import time; time.sleep(600)"


def write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def answer(request: dict[str, Any], **members: Any) -> None:
    write(json.dumps({"id": request["id"], "ok": True, **members}) + "\n")


def plaintext(request: dict[str, Any], data: bytes = b"plaintext") -> None:
    answer(request, plaintext=base64.b64encode(data).decode())


def child(*, session: bool) -> None:
    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", SLEEPER], start_new_session=session)
    sys.stderr.write(f"child {process.pid}\n")
    sys.stderr.flush()


def hidden_daemon() -> None:
    """A process of a session of its own, whose parent is gone, that has nothing of ours: no environment, no open file."""
    code = "import os; os.setsid(); os.fork() and os._exit(0); os.write(2, b'child %d\\n' % os.getpid()); os.closerange(0, 99); " + SLEEPER
    subprocess.Popen([sys.executable, "-I", "-S", "-c", code], env={}).wait()


def misbehave(mode: str, request: dict[str, Any], line: str) -> None:
    if mode == "hang":
        time.sleep(600)
    elif mode == "ignores-sigterm":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    elif mode == "dies":
        sys.stderr.write("Segmentation fault in the frame reader\n")
        os._exit(9)
    elif mode == "kills-itself":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif mode == "closes-stdout":
        os.close(1)
        time.sleep(600)
    elif mode == "flood":
        while True:
            os.write(1, b"a" * 65536)
    elif mode == "flood-lines":
        while True:
            os.write(1, b"a\n" * 32768)
    elif mode == "flood-errors":
        while True:
            os.write(2, b"error " * 10000)
    elif mode == "errors-then-answer":
        os.write(2, b"error " * 100_000)
        plaintext(request)
    elif mode == "memory":
        kept = []
        while True:
            kept.append(b"\1" * (1 << 24))
            time.sleep(0.01)
    elif mode == "child-holds-stdout":
        child(session=False)
        os._exit(3)
    elif mode == "daemon":
        child(session=True)
        os._exit(3)
    elif mode == "hidden-daemon":
        hidden_daemon()
        time.sleep(0.2)  # its name is on stderr by now
        os._exit(3)
    elif mode == "hidden-daemon-and-hang":
        hidden_daemon()
        time.sleep(600)
    elif mode == "not-json":
        write("Traceback (most recent call last):\n")
    elif mode == "prints-before":
        write("decrypting\n")
        plaintext(request)
    elif mode == "list":
        write("[1, 2]\n")
    elif mode == "deep":
        write("[" * 100_000 + "]" * 100_000 + "\n")
    elif mode == "deep-member":
        write(f'{{"id": {request["id"]}, "ok": {"[" * 900}{"]" * 900}}}\n')
    elif mode == "number-of-a-million-digits":
        write(f'{{"id": {request["id"]}, "ok": {"1" * 1_000_000}}}\n')
    elif mode == "nothing":
        answer(request)
    elif mode == "ok-is-text":
        answer(request, ok="yes", plaintext="AAAA")
    elif mode == "refuses-and-gives":
        write(f'{{"id": {request["id"]}, "ok": false, "error": "no", "ok": true, "plaintext": "AAAA"}}\n')
    elif mode == "bad-base64":
        answer(request, plaintext="a*b")
    elif mode == "plaintext-is-a-list":
        answer(request, plaintext=[1, 2])
    elif mode == "unknown-stage":
        answer(request, ok=False, error="no", stage="tea")
    elif mode == "unsupported-and-error":
        answer(request, ok=False, error="no", unsupported="no")
    elif mode == "no-error":
        answer(request, ok=False)
    elif mode == "wrong-id":
        answer(request, id=request["id"] + 1, plaintext="AAAA")
    elif mode == "id-is-true":
        answer(request, id=True, plaintext="AAAA")
    elif mode == "no-id":
        answer(request, id=None, ok=False, error="not a request")
    elif mode == "answers-twice":
        plaintext(request)
        plaintext(request, b"again")
    elif mode == "wrong-plaintext":
        plaintext(request, b"plaintexT")
    elif mode == "refuses":
        answer(request, ok=False, error="wrong \33[31mtag", **{"class": "InvalidTag", "stage": "frames"})
    elif mode == "unsupported":
        answer(request, ok=False, unsupported="no such suite")
    elif mode == "tells-the-key":
        sys.stderr.write(line)
        answer(request, ok=False, error=line, **{"class": request["keyring"]["key"]})
    elif mode == "tells-the-key-and-dies":
        sys.stderr.write(base64.b64decode(request["keyring"]["key"]).hex(" ") + "\n" + line)
        os._exit(4)
    elif mode == "tells-the-key-in-nonsense":
        write(request["keyring"]["key"] + line)
    else:
        raise SystemExit(f"unknown misbehavior {mode}")


def main() -> None:
    mode = sys.argv[1]
    if mode == "dies-at-start":
        sys.exit("libesdk.so: cannot open shared object file")
    if mode == "never-reads":
        time.sleep(600)
    if mode == "answers-unread":
        write('{"id": 1, "ok": true, "plaintext": ""}\n')
        time.sleep(600)
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "describe" and mode == "hangs-at-description":
            time.sleep(600)
        if request["op"] == "describe":
            answer(request, **DESCRIPTION)
        elif request["message"] == MISBEHAVE:
            misbehave(mode, request, line)
        else:
            plaintext(request)


if __name__ == "__main__":
    main()

"""A program under test that misbehaves in the one way that its argument names, and otherwise answers the stdio protocol as it should.

    python tests/liar.py MISBEHAVIOR [PIDFILE]

It gives the message itself, reversed, as the plaintext, so that a right answer is easy to tell. A message that begins with ``ok`` is
answered rightly, whatever the misbehavior is.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import sys
import time
from typing import Any

SUITES = ["0478"]


def described(**changed: Any) -> dict[str, Any]:
    """A description, with some members changed."""
    return {
        "ok": True,
        "protocol": 1,
        "name": "liar",
        "version": "1",
        "suites": SUITES,
        "keys": ["raw-aes"],
        "policies": ["REQUIRE_ENCRYPT_ALLOW_DECRYPT"],
        "frame_lengths": {"least": 1, "most": 4096, "multiple": 1},
        **dict.fromkeys(("encrypt", "non_framed", "required_context", "streaming"), False),
        **changed,
    }


def say(members: object) -> None:
    sys.stdout.write(members if isinstance(members, str) else json.dumps(members) + "\n")
    sys.stdout.flush()


def remember(pid: int) -> None:
    with open(sys.argv[2], "a") as file:  # noqa: PTH123 (no import that takes time)
        file.write(f"{pid}\n")


def misbehave(kind: str, number: int, right: dict[str, Any]) -> None:
    """One answer that is not as it should be."""
    flood = "x" * (1 << 16)
    if kind == "hangs":
        time.sleep(600)
    elif kind == "hangs-deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    elif kind == "dies":
        sys.stderr.write("segmentation imagined\n")
        os._exit(3)
    elif kind == "killed":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "half-an-answer":
        say('{"id": ')
        os._exit(0)
    elif kind == "floods":
        while True:
            sys.stdout.write(flood)
    elif kind == "floods-stderr":
        while True:
            sys.stderr.write(flood)
    elif kind == "floods-lines":
        while True:
            say({"id": 0, "ok": True})
    elif kind == "eats-memory":
        eaten = []
        while True:
            eaten.append(os.urandom(1 << 24))
            time.sleep(0.01)
    elif kind == "forks":
        child = os.fork()
        if child == 0:
            time.sleep(600)
        remember(child)
        os._exit(0)
    elif kind == "forks-and-answers":
        child = os.fork()
        if child == 0:
            time.sleep(600)
        remember(child)
        say(right)
    else:
        say(ANSWERS[kind](number, right))


ANSWERS: dict[str, Any] = {
    "not-json": lambda number, right: "plaintext: hello\n",
    "binary": lambda number, right: "\x00\x01\n",
    "empty-line": lambda number, right: "\n",
    "list": lambda number, right: [right],
    "deep": lambda number, right: "[" * 100_000 + "\n",
    "no-id": lambda number, right: {"ok": True, "plaintext": right["plaintext"]},
    "other-request": lambda number, right: {**right, "id": number - 1},
    "id-as-text": lambda number, right: {**right, "id": str(number)},
    "id-as-true": lambda number, right: {**right, "id": True},
    "ok-as-text": lambda number, right: {**right, "ok": "yes"},
    "no-ok": lambda number, right: {"id": number, "plaintext": right["plaintext"]},
    "no-plaintext": lambda number, right: {"id": number, "ok": True},
    "message-for-plaintext": lambda number, right: {"id": number, "ok": True, "message": right["plaintext"]},
    "plaintext-as-list": lambda number, right: {**right, "plaintext": [1, 2]},
    "not-base64": lambda number, right: {**right, "plaintext": "*" * 8},
    "url-base64": lambda number, right: {**right, "plaintext": "_-_-"},
    "no-error": lambda number, right: {"id": number, "ok": False},
    "unknown-stage": lambda number, right: {"id": number, "ok": False, "error": "no", "stage": "somewhere"},
    "chats-first": lambda number, right: "starting...\n" + json.dumps(right) + "\n",
}


def main() -> None:
    """Answers until stdin closes."""
    kind = sys.argv[1]
    if kind == "dies-at-start":
        sys.exit("library not found")
    if kind == "floods-at-start":
        while True:
            sys.stdout.write("x" * (1 << 16))
    if kind == "never-reads":
        time.sleep(600)
    for line in sys.stdin:
        request = json.loads(line)
        number = request["id"]
        if request["op"] == "describe":
            say({"id": number, **described()})
            continue
        message = base64.b64decode(request["message"])
        right = {"id": number, "ok": True, "plaintext": base64.b64encode(message[::-1]).decode("ascii")}
        if message.startswith(b"ok"):
            say(right)
        else:
            misbehave(kind, number, right)


if __name__ == "__main__":
    main()

"""A program under test that answers right from a list, but for one misbehavior: ``proxy.py stdio|exec MISBEHAVIOR ANSWERS [MESSAGE]``.

``ANSWERS`` is a JSON file: by digest of the message, its plaintext in base64, or null for a refusal. Its misbehavior shows at the message
with the digest ``victim``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))
from tests.unit.targets.liar import DESCRIPTION

EATER = "kept = b'\\1' * (80 << 20); import time; time.sleep(600)"
WAIT = 600
POLICIES = ["FORBID_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"]


def act(mode: str, kind: str) -> None:
    """Misbehave without an answer; of the modes that have one, nothing."""
    if mode == "hangs":
        time.sleep(WAIT)
    while mode == "floods":
        os.write(1, b"a" * 65536)
    if mode == "forks":
        for _ in range(4):
            subprocess.Popen([sys.executable, "-I", "-S", "-c", EATER], start_new_session=True, env={})
        time.sleep(WAIT)
    if mode == "answers-nonsense":
        os.write(1, b"Traceback (most recent call last):\n")
        time.sleep(WAIT if kind == "stdio" else 0)
    if mode == "closes-in-the-middle":
        os.write(1, b'{"id": 2, "ok": tr')
        os.close(1)
        time.sleep(WAIT)
    if mode in ("answers-nonsense", "fails-at-a-negative"):
        os._exit(0 if mode == "answers-nonsense" else 3)


def changed(mode: str, right: bytes | None) -> bytes | None:
    """The plaintext that it gives instead of the right one."""
    if mode == "accepts-a-negative":
        return b"plaintext"
    if mode == "changes-a-byte":
        assert right is not None
        return right[:-1] + bytes([right[-1] ^ 1])
    return b"of another message" if mode == "answers-another-request" else right


def main() -> None:
    kind, mode, answers = sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text())
    if mode == "dies-at-start":
        os.write(2, b"libesdk.so: cannot open shared object file\n")
        os._exit(127)

    def plaintext(message: bytes) -> bytes | None:
        digest = hashlib.sha256(message).hexdigest()
        right = None if answers[digest] is None else base64.b64decode(answers[digest])
        if digest != answers["victim"]:
            return right
        act(mode, kind)
        return changed(mode, right)

    if kind == "exec":
        given = plaintext(Path(sys.argv[4]).read_bytes())
        if given is None:
            sys.exit("wrong tag")
        os.write(1, given)
        return
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "describe":
            answer = {"ok": True, **DESCRIPTION, "policies": POLICIES}
        else:
            message = base64.b64decode(request["message"])
            given = plaintext(message)
            answer = {"ok": False, "error": "wrong tag"} if given is None else {"ok": True, "plaintext": base64.b64encode(given).decode()}
            if mode == "names-another-request" and hashlib.sha256(message).hexdigest() == answers["victim"]:
                request["id"] -= 1
        os.write(1, json.dumps({"id": request["id"], **answer}).encode() + b"\n")


if __name__ == "__main__":
    main()

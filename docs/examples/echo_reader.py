"""The least program that speaks the protocol: it describes itself, and refuses every message."""

import json
import sys

ABILITIES = {
    "protocol": 1,
    "name": "echo",
    "version": "0",
    "suites": ["0478"],
    "keys": ["raw-aes"],
    "policies": ["REQUIRE_ENCRYPT_ALLOW_DECRYPT"],
    "frame_lengths": {"least": 1, "most": 4294967295, "multiple": 1},
    **dict.fromkeys(["encrypt", "non_framed", "required_context", "streaming"], False),
}
for line in sys.stdin:
    request = json.loads(line)
    answer = {"ok": False, "error": "not implemented yet", "class": "NotImplementedError"}
    if request["op"] == "describe":
        answer = {"ok": True, **ABILITIES}
    print(json.dumps({"id": request["id"], **answer}), flush=True)

"""What a server was asked: moto writes it down."""

from __future__ import annotations

import base64
import json
import re
import urllib.request
from dataclasses import dataclass
from typing import Any

from tests.kms.servers import Server

__all__ = ["ACCOUNT", "Asked", "Recorder"]

ACCOUNT = "111122223333"  # the account of the keys that the pages print


@dataclass(frozen=True)
class Asked:
    """A request that the server got."""

    operation: str
    region: str
    context: dict[str, str]


@dataclass(frozen=True)
class Recorder:
    """What the server writes down."""

    server: Server

    def forget(self) -> None:
        self._post("reset-recording")

    def asked(self) -> list[Asked]:
        """The requests to KMS since ``forget``, in order."""
        with urllib.request.urlopen(f"{self.server.url}/moto-api/recorder/download-recording", timeout=10) as answer:
            rows = [json.loads(line) for line in answer.read().splitlines()]
        return [self._read(row) for row in rows if row["headers"].get("X-Amz-Target", "").startswith("TrentService.")]

    def _post(self, action: str) -> None:
        request = urllib.request.Request(f"{self.server.url}/moto-api/recorder/{action}", data=b"", method="POST")
        with urllib.request.urlopen(request, timeout=10):
            pass

    @staticmethod
    def _read(row: dict[str, Any]) -> Asked:
        body = json.loads(base64.b64decode(row["body"]) if row["body_encoded"] else row["body"])
        scope = re.search(r"Credential=\w+/\d+/([\w-]+)/kms/", row["headers"]["Authorization"])
        assert scope is not None
        return Asked(row["headers"]["X-Amz-Target"].partition(".")[2], scope[1], body.get("EncryptionContext", {}))

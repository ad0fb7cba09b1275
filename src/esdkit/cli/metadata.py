"""What was done to which file, one JSON object per line (``"schema": 1``): for programs that keep track of encrypted files.

Each file has one line: a header when it was written whole, ``skipped`` and a reason when it was not. Keys are those of the message format;
bytes are hexadecimal, with their text beside them where they are UTF-8. Encrypted data keys keep the order of the message. How that differs
from the lines of the official command line is in ``spec/official_cli.yaml``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from esdkit.cli.errors import reason
from esdkit.cli.output import Sink, open_appending
from esdkit.errors import EsdkError
from esdkit.inspector.views.json import bytes_to_json, suite_to_json
from esdkit.message.model import Header

__all__ = ["failure_line", "metadata_line", "open_log"]

_SCHEMA = 1


def metadata_line(mode: str, source: str, output: str, header: Header) -> str:
    """The line for a file.

    Args:
        mode: the verb.
        source: the file that was read, as the user named it.
        output: the file that was written.
        header: of the message that was written, or of the one that was read when no message was written.
    """
    return json.dumps({"schema": _SCHEMA, "mode": mode, "input": source, "output": output, "header": _header_to_json(header)})


def failure_line(mode: str, source: str, output: str, error: EsdkError | OSError | MemoryError) -> str:
    """The line for a file that was not written. ``code`` is null when it is not about a message."""
    code = error.code if isinstance(error, EsdkError) else None
    why = {"skipped": True, "reason": reason(error), "code": code}
    return json.dumps({"schema": _SCHEMA, "mode": mode, "input": source, "output": output, **why})


def _header_to_json(header: Header) -> dict[str, Any]:
    """A header that was verified or has just been written."""
    return {
        "version": header.version,
        "suite": suite_to_json(header.suite),
        "message_id": header.message_id.hex(),
        "encryption_context": header.encryption_context,
        "encrypted_data_keys": [
            {
                "provider_id": bytes_to_json(key.provider_id),
                "provider_info": bytes_to_json(key.provider_info),
                "ciphertext": key.ciphertext.hex(),
            }
            for key in header.encrypted_data_keys
        ],
        "content_type": header.content_type,
        "frame_length": header.frame_length,
        "suite_data": header.suite_data.hex(),
        "auth": {"iv": header.auth.iv.hex(), "tag": header.auth.tag.hex()},
    }


@contextmanager
def open_log(name: str | None) -> Iterator[Sink | None]:
    """Where the lines go: appended to a file, to stdout for ``-``, nowhere for None.

    Raises:
        OSError: the file cannot be written.
    """
    if name is None:
        yield None
    else:
        with open_appending(name) as sink:
            yield sink

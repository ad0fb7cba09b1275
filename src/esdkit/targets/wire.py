"""The stdio protocol, version 1: requests as lines of JSON, and lines of JSON as answers.

``spec/schemas/target.json`` and ``docs/howto/test-your-sdk.md`` describe it for whoever writes a program. What an answer may be is checked
here as strictly as there, because an answer that nearly follows the protocol would be judged by what was meant.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from esdkit.columns import printable
from esdkit.frozen import frozen
from esdkit.spec import POLICIES, STAGES, SUITES
from esdkit.targets.base import Abilities, Answer, DecryptRequest, EncryptRequest, FrameLengths, Given, Refused, Unsupported

__all__ = ["KEY_TYPES", "PROTOCOL", "NotAnAnswer", "WrongRequest", "abilities_of", "answer_of", "request_line"]

PROTOCOL = 1
KEY_TYPES = ("raw-aes", "raw-rsa", "raw-ecdh", "multi", "data-key")

_RESULTS = {"decrypt": "plaintext", "encrypt": "message"}
_MAX_TEXT = 500  # characters of an error that are kept


class NotAnAnswer(Exception):
    """A line that is not an answer of the protocol."""


class WrongRequest(NotAnAnswer):
    """An answer with the id of another request."""


def request_line(id_: int, request: DecryptRequest | EncryptRequest | None) -> bytes:
    """One request as a line of ASCII, without a newline; None asks for a description."""
    if request is None:
        return json.dumps({"id": id_, "op": "describe"}).encode("ascii")
    members: dict[str, Any] = {
        "id": id_,
        "op": operation_of(request),
        "keyring": keyring_json(request.keyring),
        "policy": request.policy,
        "context": dict(request.context),
        "required": list(request.required),
        "stream": request.stream,
    }
    if isinstance(request, DecryptRequest):
        members |= {"message": base64.b64encode(request.message).decode("ascii")}
        members |= {"max_encrypted_data_keys": request.max_encrypted_data_keys}
    else:
        members |= {"plaintext": base64.b64encode(request.plaintext).decode("ascii")}
        members |= {"suite": request.suite, "frame_length": request.frame_length}
    return json.dumps(members).encode("ascii")


def operation_of(request: DecryptRequest | EncryptRequest) -> str:
    """The ``op`` of a request."""
    return "decrypt" if isinstance(request, DecryptRequest) else "encrypt"


def keyring_json(keyring: Mapping[str, Any]) -> dict[str, Any]:
    """A keyring with its keys in base64."""
    return {name: _json_value(value) for name, value in keyring.items()}


def _json_value(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return keyring_json(value)
    return [_json_value(item) for item in value] if isinstance(value, list | tuple) else value


def answer_of(line: bytes, id_: int, operation: str) -> Answer:
    """What a line answers.

    Raises:
        NotAnAnswer: and `WrongRequest`, with what was got.
    """
    reader = _Line(_members(line, id_))
    ok = reader.flag("ok")
    if "unsupported" in reader.members:
        if ok or "error" in reader.members:
            raise NotAnAnswer("unsupported goes with ok false and without an error")
        return Unsupported(reader.text("unsupported"))
    if not ok:
        stage = reader.text("stage", "")
        if stage and stage not in STAGES:
            raise NotAnAnswer(f"unknown stage {_shown(stage)}; expected one of {', '.join(STAGES)}")
        released = reader.data("released") if "released" in reader.members else None
        return Refused(reader.text("error"), reader.text("class", ""), stage or None, released)
    return Given(reader.data(_RESULTS[operation]))


def abilities_of(line: bytes, id_: int) -> Abilities:
    """What a description says.

    Raises:
        NotAnAnswer: and `WrongRequest`, with what was got.
    """
    reader = _Line(_members(line, id_))
    if not reader.flag("ok"):
        raise NotAnAnswer(f"it refuses to describe itself: {reader.text('error', '')}")
    if reader.number("protocol") != PROTOCOL:
        raise NotAnAnswer(f"protocol {reader.number('protocol')}; expected {PROTOCOL}")
    lengths = _Line(reader.mapping("frame_lengths"))
    return Abilities(
        name=reader.text("name"),
        version=reader.text("version"),
        suites=reader.words("suites", [f"{id_:04X}" for id_ in SUITES]),
        keys=reader.words("keys", KEY_TYPES),
        policies=reader.words("policies", tuple(POLICIES)),
        frame_lengths=FrameLengths(lengths.number("least"), lengths.number("most"), lengths.number("multiple")),
        encrypt=reader.flag("encrypt"),
        non_framed=reader.flag("non_framed"),
        required_context=reader.flag("required_context"),
        streaming=reader.flag("streaming"),
        max_encrypted_data_keys=reader.flag("max_encrypted_data_keys", True),
    )


def _members(line: bytes, id_: int) -> dict[str, Any]:
    try:
        members = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        raise NotAnAnswer(f"expected a line of JSON, got {_shown(line.decode('utf-8', 'replace'))}") from None
    if not isinstance(members, dict):
        raise NotAnAnswer(f"expected a JSON object, got {_shown(line.decode('utf-8', 'replace'))}")
    if members.get("id") is None and members.get("ok") is False:
        raise NotAnAnswer(f"it could not read the request: {_Line(members).text('error', '')}")
    if members.get("id") != id_ or isinstance(members.get("id"), bool):
        raise WrongRequest(f"expected id {id_}, got {_value(members.get('id'))}")
    return members


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise NotAnAnswer("a member appears twice: which of its values is meant is not known")
    return members


def _value(value: Any) -> str:
    try:
        return _shown(json.dumps(value))
    except RecursionError:
        return "a value that is nested too deep"


def _shown(text: str) -> str:
    text = printable(text)
    return text if len(text) <= 80 else f"{text[:80]}... ({len(text)} characters)"


@frozen
class _Line:
    """The members of one answer."""

    members: Mapping[str, Any]

    def text(self, name: str, default: str | None = None) -> str:
        value = self._value(name, str, "text", default)
        return " ".join(value.split())[:_MAX_TEXT]  # a target masks keys and what steers a terminal

    def flag(self, name: str, default: bool | None = None) -> bool:
        return bool(self._value(name, bool, "true or false", default))

    def number(self, name: str) -> int:
        value = self._value(name, int, "a whole number", None)
        if isinstance(value, bool) or value < 1:
            raise NotAnAnswer(f"{name}: expected a whole number from 1 on")
        return int(value)

    def mapping(self, name: str) -> Mapping[str, Any]:
        return self._value(name, dict, "an object", None)  # type: ignore[no-any-return]

    def words(self, name: str, known: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        values = self._value(name, list, "a list", None)
        unknown = [value for value in values if value not in known]
        if unknown:
            raise NotAnAnswer(f"{name}: unknown {_value(unknown[0])}; expected some of {', '.join(known)}")
        return tuple(values)

    def data(self, name: str) -> bytes:
        text = self._value(name, str, "base64", None)
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise NotAnAnswer(f"{name}: expected base64, got {_shown(text)}") from None

    def _value(self, name: str, kind: type, what: str, default: Any) -> Any:
        value = self.members.get(name, default)
        if value is None and default is not None:
            return default
        if not isinstance(value, kind):
            raise NotAnAnswer(f"{name}: expected {what}, got {_value(value)}")
        return value

"""What AWS answered, for as long as a diagnosis takes: it asks for the same data key several times, and AWS is asked once.

Strategy: below ``keep_answers`` the first answer to a request, or its failure, is given to each later one like it. Below ``ask_no_more`` a
request that was not sent before fails. The requests come from deep inside keyrings that a caller made, so what is kept is found through a
context variable, by those that ask (``KmsRequests``, ``DynamoDbKeyStore``).
Invariants: elsewhere nothing is kept. Answers hold data keys, and are dropped where ``keep_answers`` ends. The same request by another
client supplier or key store, with credentials of its own, is another one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from esdkit.errors import Code, KeyringError, KmsError

__all__ = ["NOT_ASKED", "ask_no_more", "asked_once", "is_kept", "keep_answers"]

NOT_ASKED = "not-asked"
"""The code of an attempt that ended because AWS may not be asked, see ``Attempt``."""


class _NotAskedError(KmsError):
    @property
    def cause(self) -> str:
        return NOT_ASKED


class _Answers:
    """What was answered; ``closed``: nothing new is asked; ``repeats``: the latest answer was given before."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str, bytes], tuple[object, Mapping[str, Any] | KeyringError]] = {}
        self.closed = False
        self.repeats = False


_answers: ContextVar[_Answers | None] = ContextVar("answers", default=None)


@contextmanager
def keep_answers() -> Iterator[None]:
    """Send each request once."""
    token = _answers.set(_Answers())
    try:
        yield
    finally:
        _answers.reset(token)


@contextmanager
def ask_no_more() -> Iterator[None]:
    """Let requests fail that were not sent before; below ``keep_answers``."""
    answers = _answers.get()
    assert answers is not None
    answers.closed = True
    try:
        yield
    finally:
        answers.closed = False


def asked_once(asker: object, operation: str, request: Mapping[str, Any], ask: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    """What ``ask`` returns or raises, or did for the same request.

    Args:
        asker: what has the clients and credentials.
        operation: the method's name.
        request: the request, with the region if the client of the asker depends on it.
        ask: sends it.

    Raises:
        KeyringError: what ``ask`` raises; or nothing new may be asked.
    """
    answers = _answers.get()
    if answers is None:
        return ask()
    # a digest: thousands of requests may each hold a long encryption context
    key = (id(asker), operation, hashlib.sha256(repr(sorted(request.items())).encode("utf-8", "surrogatepass")).digest())
    answers.repeats = key in answers.known or answers.closed
    if key not in answers.known:
        if answers.closed:
            raise _NotAskedError(Code.KMS_FAILED, "AWS was not asked, as decrypting would not ask either")
        answers.known[key] = (asker, _result(ask))  # with the asker, whose id would be used again
    answer = answers.known[key][1]
    if isinstance(answer, KeyringError):
        raise answer
    return answer


def is_kept() -> bool:
    """Whether the latest request was not sent now: then its answer has been logged, or there was none."""
    answers = _answers.get()
    return answers is not None and answers.repeats


def _result(ask: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any] | KeyringError:
    try:
        return ask()
    except KeyringError as error:
        return error.with_traceback(None)

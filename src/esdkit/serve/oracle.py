"""The decrypt oracle of AWS's test vector framework: a message is posted, its plaintext comes back, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from esdkit.errors import EsdkError
from esdkit.serve.application import Request, Response, media_type
from esdkit.spec import LIMITS

__all__ = ["DecryptOracle"]

_PATH = "/v0/decrypt"
_MEDIA_TYPE, _TEXT = "application/octet-stream", "text/plain; charset=utf-8"


class DecryptOracle:
    """Decrypts whatever is posted. Nothing of a plaintext is sent before the whole message is verified.

    Args:
        decrypt: gives the plaintext of a message, or raises ``EsdkError``; it is called from many threads.
    """

    def __init__(self, decrypt: Callable[[bytes], bytes]) -> None:
        self._decrypt = decrypt

    @property
    def routes(self) -> Mapping[str, int]:
        """See ``Application``."""
        return {_PATH: LIMITS["serve_request_length"]}

    def answer(self, request: Request) -> Response:
        """See ``Application``."""
        if request.path != _PATH:
            return _text(404, f"not found; post a message to {_PATH}")
        if media_type(request) != _MEDIA_TYPE:
            return _text(415, f"expected the content type {_MEDIA_TYPE}")
        try:
            return Response(200, _MEDIA_TYPE, self._decrypt(request.body))
        except EsdkError as error:
            return _text(400, f"{error.code}: {error.summary}")

    def crashed(self, error: Exception) -> Response:
        """See ``Application``."""
        return _text(500, f"this is a bug in esdkit: {type(error).__name__}")


def _text(status: int, text: str) -> Response:
    return Response(status, _TEXT, f"{text}\n".encode())

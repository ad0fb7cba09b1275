"""What the HTTP server and an application say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from esdkit.frozen import frozen

__all__ = ["Application", "Request", "Response", "media_type"]


@frozen
class Request:
    """A POST request that was read to its end: ``headers`` have names in lower case, ``path`` has no query."""

    path: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@frozen
class Response:
    """What is sent back."""

    status: int
    content_type: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)


class Application(Protocol):
    """Answers requests, from many threads at once."""

    @property
    def routes(self) -> Mapping[str, int]:
        """The paths that it knows, and how long a request to each may be (bytes). Only these are named in a log."""
        ...

    def answer(self, request: Request) -> Response:
        """The answer, also for a path that it does not know."""
        ...

    def crashed(self, error: Exception) -> Response:
        """The answer where ``answer`` raised."""
        ...


def media_type(request: Request) -> str:
    """The content type of a request, without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()

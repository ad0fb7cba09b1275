"""Requests to KMS: counted, and no more in a second than the user allows.

Strategy: when the next request may be sent is in a file that all workers on a plan share; who sends one moves that time on. Invariant: any
two requests of all workers with one rate are at least its interval apart, so N a second are never more than N in any second.
"""

from __future__ import annotations

import time
from pathlib import Path

from esdkit.scan.campaign.state import locked

__all__ = ["Pace"]


class Pace:
    """To be called before each request.

    Args:
        path: the file that the workers share.
        rate: requests per second; None for no bound.
    """

    # Reqs: SCN-PLN-007

    def __init__(self, path: Path, rate: float | None) -> None:
        self.requests = 0
        self._path = path
        self._interval = None if rate is None else 1 / rate

    def __call__(self) -> None:
        """Count a request, and wait until it may be sent."""
        self.requests += 1
        if self._interval is not None:
            self._wait(self._interval)

    def _wait(self, interval: float) -> None:
        """Wait while the file is locked: the others would have to wait as well."""
        with locked(self._path) as file:
            assert file is not None, "it waits for the lock"
            file.seek(0)
            last = _time(file.read())
            left = last + interval - time.time()
            if 0 < left <= interval:  # a clock that was set back must not stop the campaign
                time.sleep(left)
            file.truncate(0)
            file.write(repr(time.time()).encode())
            file.flush()


def _time(text: bytes) -> float:
    """The time of the last request; long ago when there was none, or its worker was killed while it wrote it."""
    try:
        return float(text)
    except ValueError:
        return 0.0

"""Processes that a test did not start itself."""

from __future__ import annotations

import os
import time
from pathlib import Path

__all__ = ["is_gone"]


def is_gone(pid: int) -> bool:
    """Whether a process ended; one that nobody has waited for yet did."""
    for _ in range(50):
        try:
            if Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z":
                return True
            os.kill(pid, 0)
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False

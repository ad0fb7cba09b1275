"""A file that takes the place of another."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

__all__ = ["make_like"]


def make_like(temporary: Path, status: os.stat_result, remedy: str) -> None:
    """Give a file the owner, group and mode of the one that it replaces; the mode last, as a new owner takes bits from it.

    Args:
        temporary: the new file.
        status: of the old one.
        remedy: what the user can do if the owner cannot be kept.

    Raises:
        PermissionError: the owner or group cannot be kept. OSError: the mode cannot be set.
    """
    made = temporary.stat()
    if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(temporary, status.st_uid, status.st_gid)
        except PermissionError:
            what = f"its owner and group ({status.st_uid}:{status.st_gid}) cannot be kept; {remedy}"
            raise PermissionError(errno.EPERM, what) from None
    temporary.chmod(stat.S_IMODE(status.st_mode))

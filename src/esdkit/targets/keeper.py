"""Runs one program and ends all that it leaves: ``python -I -S keeper.py PROGRAM ARGUMENT...``, on Linux. It imports no package.

Strategy: this process is a subreaper, so a process below it whose parent ended gets this one as its parent, whatever its session, its group
and its environment are. When the program ends, or SIGTERM asks for it, everything below is ended, round after round, because a process that
forks meanwhile leaves a child. Signals are waited for and never handled, so that none comes too early.
Invariants: the program has this process's stdin, stdout and stderr, and this process does not: it holds no pipe open. The exit code, or the
signal, is the program's.
"""

from __future__ import annotations

import os
import signal
import sys
import time

__all__ = ["below"]

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER
_NOT_STARTED = 127
_PATIENCE = 5.0  # seconds until processes that cannot be ended are left: those of another user, or a storm of forks
_ROUND = 0.01


def main() -> None:
    """Run the program that the arguments are."""
    import ctypes  # here and below: the functions that others import need no Linux

    awaited = {signal.SIGCHLD, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, awaited)
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    ignored = (signal.SIGPIPE, signal.SIGXFSZ)  # by Python, and a program must not inherit that
    try:
        program = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, setsid=True, setsigmask=(), setsigdef=ignored)
    except OSError as error:
        sys.stderr.write(f"{sys.argv[1]}: {error.strerror}\n")
        sys.stderr.flush()
        os._exit(_NOT_STARTED)
    os.closerange(0, 3)
    status = None
    while status is None and signal.sigwait(awaited) == signal.SIGCHLD:
        status = _reaped().get(program)
    _end_all(time.monotonic() + _PATIENCE)
    _exit_as(-signal.SIGKILL if status is None else os.waitstatus_to_exitcode(status))


def _reaped() -> dict[int, int]:
    """The children that ended, with their statuses."""
    ended: dict[int, int] = {}
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return ended
        if not pid:
            return ended
        ended[pid] = status


def _end_all(until: float) -> None:
    """End every process below this one."""
    while (found := below(os.getpid())) and time.monotonic() < until:
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        time.sleep(_ROUND)
        _reaped()


def below(ancestor: int) -> list[int]:
    """The ids of the processes that came from one, as far as the system shows them."""
    children: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208  # ``pathlib`` takes longer to import than all the rest
        try:
            with open(f"/proc/{name}/stat", "rb") as file:  # noqa: PTH123
                parent = int(file.read().rpartition(b")")[2].split()[1])
        except OSError:  # it ended
            continue
        children.setdefault(parent, []).append(int(name))
    found = list(children.get(ancestor, ()))
    for pid in found:  # grows meanwhile
        found += children.get(pid, ())
    return found


def _exit_as(code: int) -> None:
    """End as the program did."""
    if code < 0:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # the program has left its own core, if any
        if -code not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(-code, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    main()

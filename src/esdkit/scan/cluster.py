"""The work of a scan on dask.distributed: workers in processes of this machine, or those of a scheduler that runs somewhere.

Strategy: a few pieces of work for each thread of the cluster are under way, and the next one is asked for when one is done. The cluster
gives a piece to another worker when one dies; a piece that several workers died of is lost. Workers write parts and records themselves,
into the same folder. Invariants: nothing depends on which worker does what, or does it twice: a part appears whole, and has the same bytes.
"""
# Reqs: SCN-ENG-001, SCN-ENG-002

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esdkit import __version__
from esdkit.errors import Code, UsageError
from esdkit.scan.folder import MANIFEST
from esdkit.scan.model import Partition
from esdkit.scan.pool import Lost, Work

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["on_cluster"]

_AHEAD = 2  # pieces for each thread
_PATIENCE = 30  # seconds until a scheduler answers and has a worker


def on_cluster(
    address: str | None, jobs: int, folder: Path, pieces: Iterator[Partition], work: Work, on_bytes: Callable[[int], None]
) -> Iterator[Lost[Partition]]:
    """Do all pieces of work, in any order; gives those that were lost.

    Args:
        address: of the scheduler; None for workers of this machine.
        jobs: how many those are.
        folder: where the workers write.
        pieces: the work; the next one is asked for when a worker is free.
        work: does one; it can be pickled.
        on_bytes: is told how many bytes were read.

    Raises:
        UsageError: ``invalid-argument``: distributed is not installed, no scheduler answers, or its workers have another version of esdkit
            or another folder.
        OSError: a worker raised it, or the scheduler is gone.
    """
    with _client(address, jobs) as client:
        from distributed import as_completed, wait

        _require_equal(client, folder)
        running: dict[Future[None], Partition] = {}
        suspects: list[Partition] = []
        done = as_completed(loop=client.loop)

        def submit_more() -> None:
            for piece in islice(pieces, max(_AHEAD * sum(client.nthreads().values()) - len(running), 0)):
                future = client.submit(_scanned, work, piece, key=f"esdkit-scan-{piece.id}", pure=False)
                running[future] = piece
                done.add(future)

        submit_more()
        for future in done:
            piece = running.pop(future)
            if _is_lost(future):
                suspects.append(piece)
            else:
                on_bytes(piece.size)
            submit_more()
        for piece in suspects:  # a worker that dies takes the pieces beside it along, so each of them is done again alone
            future = client.submit(_scanned, work, piece, key=f"esdkit-scan-{piece.id}-alone", pure=False)
            wait([future])
            if _is_lost(future):
                yield Lost(piece, None)
            on_bytes(piece.size)


@contextmanager
def _client(address: str | None, jobs: int) -> Iterator[Client]:
    """A client of a scheduler that has a worker."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        hint = 'Install it with: pip install "esdkit[dask]"'
        raise UsageError(Code.INVALID_ARGUMENT, "--engine dask needs distributed, which is not installed", hint=hint) from None
    if address is None:
        quiet: dict[str, Any] = {"silence_logs": logging.CRITICAL, "memory_limit": 0, "scheduler_kwargs": {"dashboard": False}}
        quiet["dashboard_address"] = "127.0.0.1:0"  # there is a server even so, and its usual port may be taken
        local = LocalCluster(n_workers=jobs, threads_per_worker=1, processes=True, **quiet)
        with local, Client(local, set_as_default=False) as client:
            yield client
        return
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        what = f"no scheduler of dask.distributed answers at {address}"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint="Start one with: dask scheduler") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise UsageError(
                Code.INVALID_ARGUMENT, f"the scheduler at {address} has no worker", hint="Start one with: dask worker"
            ) from None
        yield client


def _require_equal(client: Client, folder: Path) -> None:
    """See that all workers have this version of esdkit, and see the folder."""
    manifest = folder.absolute() / MANIFEST
    for worker, (version, sees) in sorted(client.run(_seen, str(manifest)).items()):
        if version != __version__:
            raise UsageError(Code.INVALID_ARGUMENT, f"the worker {worker} has esdkit {version}, this is {__version__}")
        if not sees:
            raise UsageError(Code.INVALID_ARGUMENT, f"the worker {worker} does not see {folder}, which all workers must share")


def _seen(manifest: str) -> tuple[str, bool]:
    """What a worker has: its version of esdkit, and whether it sees a file."""
    return __version__, Path(manifest).exists()


def _scanned(work: Work, piece: Partition) -> None:
    work(piece, _unheard)


def _unheard(size: int) -> None:
    """Bytes that were read: they count when the piece is done."""


def _is_lost(future: Future[None]) -> bool:
    """Whether workers died of a piece of work.

    Raises:
        OSError: a worker raised it, or the scheduler is gone.
    """
    from distributed import KilledWorker

    if future.status == "cancelled":
        raise ConnectionAbortedError("the scheduler of dask.distributed is gone")
    error = future.exception() if future.status == "error" else None  # nothing else is fetched: a worker that did it may be gone
    if error is not None and not isinstance(error, KilledWorker):
        raise error
    return error is not None

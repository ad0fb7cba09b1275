"""Worker processes of dask.distributed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import distributed
import pytest

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["LEFTOVERS", "two_workers"]

LEFTOVERS = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""distributed leaves sockets to workers that are gone unclosed; they are collected while the test runs, not in a later one."""


@contextmanager
def two_workers() -> Iterator[tuple[str, Client]]:
    """Two worker processes: the address of their scheduler, and a client."""
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            silence_logs=50,
            dashboard_address="127.0.0.1:0",  # its usual port may be taken
            scheduler_kwargs={"dashboard": False},
        ) as local,
        distributed.Client(local) as client,
    ):
        yield local.scheduler_address, client
    gc.collect()

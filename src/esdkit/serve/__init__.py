"""esdkit as a server, for programs that test implementations of the message format: AWS's test server, and a decrypt oracle.

Strategy: ``HttpServer`` reads requests within bounds and knows nothing of messages; an application, ``EsdkTestServer``, ``TargetServer``
(another program, through the same contract) or ``DecryptOracle``, answers them.
Invariants: no key, plaintext or encryption context is in a log; whatever a request has, it is answered, and what it may hold in memory is
bounded. Nothing is encrypted on the way and nobody has to say who they are, so the address is loopback unless another one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

if TYPE_CHECKING:
    from esdkit.serve.bridge import TargetServer
    from esdkit.serve.http import HttpServer
    from esdkit.serve.operations import EsdkTestServer
    from esdkit.serve.oracle import DecryptOracle

__all__ = ["DecryptOracle", "EsdkTestServer", "HttpServer", "TargetServer"]

_HOMES = {"DecryptOracle": "oracle", "EsdkTestServer": "operations", "HttpServer": "http", "TargetServer": "bridge"}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__

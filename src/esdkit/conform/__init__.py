"""Which programs read what others write: a matrix of producers and consumers, esdkit one of them.

Strategy: ``cases`` are a covering set of suites, keys, contexts, sizes and frame lengths; ``matrix`` lets every program write each and
every program read it, and checks each message; ``explain`` names the known bug that a disagreement shows; ``report`` and ``page``
present it.
"""

from __future__ import annotations

__all__: list[str] = []

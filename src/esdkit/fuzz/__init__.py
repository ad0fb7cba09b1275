"""Inputs for property tests: ``esdkit.fuzz.strategies``, which needs hypothesis (``pip install "esdkit[fuzz]"``).

It is imported at its first use: hypothesis itself imports ``_hypothesis`` while it is still being imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esdkit.fuzz import strategies

__all__ = ["strategies"]

if not TYPE_CHECKING:  # a type checker would take it for a promise of any name

    def __getattr__(name: str) -> object:
        if name != "strategies":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return __all__

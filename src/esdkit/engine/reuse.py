"""What a client keeps of a call for a next one with the same options, so that many single calls cost little more than one of many.

Invariants: the same are the very same objects, but for the encryption context, which may change between two calls: it must be a dict that
is equal to what it was then, in the same order. Nothing is kept of a call with a data key. Threads may share it: what is kept is replaced
as a whole. A copy or pickle of it is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

__all__ = ["Reuse"]

_CONTEXT = "encryption_context"
_Made = TypeVar("_Made")


class Reuse(Generic[_Made]):
    """The last thing that was made from options, and those options."""

    __slots__ = ("_last",)

    def __init__(self) -> None:
        self._last: tuple[Mapping[str, Any], list[str], _Made] | None = None

    def made_from(self, options: dict[str, Any], make: Callable[[Any], _Made]) -> _Made:
        """What was made from these options by the last call, if they were the same; otherwise it is made.

        Args:
            options: of this call alone, as ``**options`` are; a context in them is replaced by a copy.
            make: makes it from options, or raises.
        """
        last = self._last
        if last is not None and _same(options, last[0], last[1]):
            return last[2]
        made = make(options)
        context = options.get(_CONTEXT)
        if options.get("data_key") is None and (context is None or type(context) is dict):
            names = [] if context is None else list(context)
            if context is not None:
                options[_CONTEXT] = dict(context)
            self._last = options, names, made
        return made

    def __reduce__(self) -> tuple[type[Reuse[_Made]], tuple[()]]:
        return Reuse, ()


def _same(options: Mapping[str, Any], kept: Mapping[str, Any], names: list[str]) -> bool:
    if len(options) != len(kept):
        return False
    for name, value in options.items():
        before = kept.get(name, kept)
        if value is not before and not (name == _CONTEXT and type(value) is dict and value == before and list(value) == names):
            return False
    return True

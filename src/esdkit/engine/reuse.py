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

    def get(self, options: Mapping[str, Any]) -> _Made | None:
        """What was made from the options of the last call, if these are the same.

        Args:
            options: of this call.
        """
        last = self._last
        if last is None:
            return None
        kept, names, made = last
        if len(options) != len(kept):
            return None
        for name, value in options.items():
            before = kept.get(name, kept)
            if value is not before and not (name == _CONTEXT and type(value) is dict and value == before and list(value) == names):
                return None
        return made

    def keep(self, options: Mapping[str, Any], make: Callable[[Mapping[str, Any]], _Made]) -> _Made:
        """Make something from options, and keep it.

        Args:
            options: of this call.
            make: gets the options that are kept: another thread may be changing the context.
        """
        context = options.get(_CONTEXT)
        if options.get("data_key") is not None or not (context is None or type(context) is dict):
            return make(options)
        kept = dict(options)
        if context is not None:
            kept[_CONTEXT] = dict(context)
        made = make(kept)
        self._last = kept, list(kept.get(_CONTEXT) or ()), made
        return made

    def __reduce__(self) -> tuple[type[Reuse[_Made]], tuple[()]]:
        return Reuse, ()

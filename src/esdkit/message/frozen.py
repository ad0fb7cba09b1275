"""Frozen data classes that are made quickly.

The ``__init__`` that ``dataclass`` generates for a frozen class goes through ``object.__setattr__`` by name, which takes twice as long as
writing the slots directly; a small message makes a dozen such objects. The class stays what ``dataclass`` made it in every other respect.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

from esdkit.grammar.generated import compile_function

__all__ = ["fast_init"]

_Class = TypeVar("_Class", bound=type)


def fast_init(cls: _Class) -> _Class:
    """Let a frozen class with slots write them directly when it is made; put above ``@dataclass(frozen=True, slots=True)``."""
    environment: dict[str, Any] = {f"_{one.name}": getattr(cls, one.name).__set__ for one in fields(cls)}
    environment |= {f"_default_{one.name}": one.default for one in fields(cls)}
    environment |= {f"_factory_{one.name}": one.default_factory for one in fields(cls)} | {"_MISSING": MISSING}
    parameters = ["self", *["*"] * all(one.kw_only for one in fields(cls)), *map(_parameter, fields(cls))]
    lines = [f"def __init__({', '.join(parameters)}):", *(f"    _{one.name}(self, {_value(one)})" for one in fields(cls))]
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    quick = compile_function("__init__", "\n".join(lines), f"__init__ of {cls.__name__}", environment)
    slow: Any = vars(cls)["__init__"]
    quick.__qualname__, quick.__annotations__ = slow.__qualname__, slow.__annotations__
    cls.__init__ = quick  # type: ignore[misc]  # a class is what is decorated, not an instance
    return cls


def _parameter(one: Field[Any]) -> str:
    required = one.default is MISSING and one.default_factory is MISSING
    return one.name if required else f"{one.name}=_default_{one.name}"


def _value(one: Field[Any]) -> str:
    """What is written to the slot; a default that comes from a factory is made here, for each object."""
    return one.name if one.default_factory is MISSING else f"_factory_{one.name}() if {one.name} is _MISSING else {one.name}"

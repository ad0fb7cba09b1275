"""Frozen data classes that are made quickly, and whose objects are made quickly.

``@frozen`` gives what ``@dataclass(frozen=True, slots=True)`` gives, and ``fields``, ``replace`` and ``asdict`` work. But ``dataclass``
compiles six functions for each class, and a command that imports fifty classes waits for that; here one is compiled, when the first object
is made, and the others are closures. And the ``__init__`` of ``dataclass`` goes through ``object.__setattr__`` by name, which takes twice
as long as writing the slots directly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

from esdkit.generated import compile_function

__all__ = ["frozen"]

_Class = TypeVar("_Class", bound=type)


@overload
def frozen(cls: _Class, /) -> _Class: ...
@overload
def frozen(*, kw_only: bool) -> Callable[[_Class], _Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class | None = None, /, *, kw_only: bool = False) -> _Class | Callable[[_Class], _Class]:
    """Make a frozen data class with slots.

    Args:
        cls: the class. A method that it has itself is kept.
        kw_only: whether its objects are made with names alone.
    """
    return (lambda cls: _frozen(cls, kw_only=kw_only)) if cls is None else _frozen(cls, kw_only=kw_only)


def _frozen(cls: _Class, *, kw_only: bool) -> _Class:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else ``dataclass`` writes the signature, which takes longer than all the rest
    made: Any = dataclass(cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    for function in (*_comparison(made), _repr(made), *_state(made), __setattr__, __delattr__):
        if function.__name__ not in vars(cls):
            setattr(made, function.__name__, function)
    if "__init__" not in vars(cls):
        made.__init__ = _Init(made)
    return made  # type: ignore[no-any-return]


class _Init:
    """In place of the ``__init__`` of a class until somebody asks for that."""

    def __init__(self, cls: Any) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        if vars(self._cls)["__init__"] is self:  # two threads may both compile it, which does no harm
            self._cls.__init__ = _init(self._cls)
        return vars(self._cls)["__init__"].__get__(instance, owner)


def _init(cls: Any) -> Callable[..., None]:
    environment: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = ["self", *["*"] * any(one.kw_only for one in fields(cls))], []
    for one in fields(cls):
        name, default, made = one.name, "", one.name
        environment[f"_{name}"] = getattr(cls, name).__set__
        if one.default_factory is not MISSING:
            environment[f"_make_{name}"] = one.default_factory
            default, made = "=MISSING", f"_make_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            environment[f"_default_{name}"] = one.default
            default = f"=_default_{name}"
        parameters.append(name + default)
        lines.append(f"    _{name}(self, {made})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    source = "\n".join([f"def __init__({', '.join(parameters)}):", *(lines or ["    pass"])])
    init = compile_function("__init__", source, f"__init__ of {cls.__name__}", environment)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {**{one.name: one.type for one in fields(cls)}, "return": None}
    return init


def _comparison(cls: Any) -> tuple[Callable[..., Any], ...]:
    values = attrgetter("__class__", *(one.name for one in fields(cls) if one.compare))

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __eq__, __hash__


def _repr(cls: Any) -> Callable[..., str]:
    names = [one.name for one in fields(cls) if one.repr]

    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _state(cls: Any) -> tuple[Callable[..., Any], ...]:
    """What copies and pickles an object: the slots are set without ``__setattr__``."""
    names = [one.name for one in fields(cls)]
    slots = [getattr(cls, name) for name in names]

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
        for slot, value in zip(slots, state, strict=True):
            slot.__set__(self, value)

    return __getstate__, __setstate__


def __setattr__(self: Any, name: str, value: object) -> NoReturn:  # noqa: N807
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def __delattr__(self: Any, name: str) -> NoReturn:  # noqa: N807
    raise FrozenInstanceError(f"cannot delete field {name!r}")

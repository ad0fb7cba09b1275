"""A class that is made quickly is the class that ``dataclass`` made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass
from inspect import signature
from typing import Any

import pytest

from esdkit.message.frozen import fast_init


@dataclass(frozen=True, slots=True)
class Slow:
    """By position, with defaults."""

    first: int
    second: str = "two"
    third: tuple[int, ...] = ()


@fast_init
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, quickly."""

    first: int
    second: str = "two"
    third: tuple[int, ...] = ()


@fast_init
@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """By name, judged when it is made."""

    number: int = 1
    doubled: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "doubled", 2 * self.doubled)


@pytest.mark.parametrize(
    "make", [lambda cls: cls(1), lambda cls: cls(1, "b"), lambda cls: cls(first=1, third=(2,))], ids=["1", "2", "names"]
)
def test_quick_class_has_the_fields_of_the_slow_one(make: Callable[[Any], Any]) -> None:
    slow, quick = make(Slow), make(Quick)
    assert [getattr(quick, one.name) for one in fields(Quick)] == [getattr(slow, one.name) for one in fields(Slow)]
    assert is_dataclass(quick)
    assert quick == make(Quick)
    assert hash(quick) == hash(make(Quick))
    assert [*signature(Quick).parameters] == [*signature(Slow).parameters]


def test_quick_class_is_frozen_and_has_no_dictionary() -> None:
    quick: Any = Quick(1)
    with pytest.raises(FrozenInstanceError):
        quick.first = 2
    assert not hasattr(quick, "__dict__")


def test_fields_by_name_are_by_name_alone_and_post_init_is_called() -> None:
    named = Named(doubled=3)
    assert (named.number, named.doubled) == (1, 6)
    make: Any = Named
    with pytest.raises(TypeError):
        make(1, 2)


def test_default_from_a_factory_is_made_for_each_object() -> None:
    @fast_init
    @dataclass(frozen=True, slots=True)
    class WithFactory:
        values: list[int] = field(default_factory=list)

    given = [1]
    assert WithFactory(given).values is given
    assert WithFactory().values == []
    assert WithFactory().values is not WithFactory().values

"""A frozen class is the class that ``dataclass`` makes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from inspect import signature
from typing import Any

import pytest

from esdkit.frozen import frozen


@dataclass(frozen=True, slots=True)
class Slow:
    """By position, with defaults."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list, compare=False)
    hidden: bytes = field(default=b"secret", repr=False)


@frozen
class Quick:
    """The same, quickly."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list, compare=False)
    hidden: bytes = field(default=b"secret", repr=False)


@frozen
class Below(Quick):
    """With a field more, and a text of its own."""

    fifth: int = 5

    def __repr__(self) -> str:
        return "below"


@frozen
class Empty:
    """Without a field."""


@frozen(kw_only=True)
class Named:
    """By name, judged when it is made."""

    number: int = 1
    doubled: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "doubled", 2 * self.doubled)


MAKERS: dict[str, Callable[[Any], Any]] = {
    "1": lambda cls: cls(1),
    "2": lambda cls: cls(1, "b"),
    "names": lambda cls: cls(first=1, third=[2], hidden=b""),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_frozen_class_has_the_fields_of_the_dataclass(make: Callable[[Any], Any]) -> None:
    slow, quick = make(Slow), make(Quick)
    assert (asdict(quick), astuple(quick)) == (asdict(slow), astuple(slow))
    assert repr(quick) == repr(slow).replace("Slow", "Quick")
    assert replace(quick, second="c").second == "c"
    assert Quick.__match_args__ == Slow.__match_args__
    assert is_dataclass(Quick)


def test_frozen_class_takes_the_arguments_of_the_dataclass() -> None:
    assert [*signature(Quick).parameters] == [*signature(Slow).parameters]
    assert Quick.__init__.__annotations__ == {one.name: one.type for one in fields(Slow)} | {"return": None}
    make: Any = Quick
    refused: list[tuple[Any, ...]] = [(), (1, "2", [], b"", 5)]
    for arguments in refused:
        with pytest.raises(TypeError):
            make(*arguments)


def test_objects_are_equal_by_class_and_by_the_fields_that_are_compared() -> None:
    assert Quick(1) == Quick(1, third=[3])
    assert hash(Quick(1)) == hash(Quick(1, third=[3]))
    assert Quick(1) != Quick(2)
    assert Quick(1) != Quick(1, hidden=b"")
    assert Quick(1) != Below(1)
    values: Any = astuple(Quick(1))
    assert Quick(1) != values
    assert Empty() == Empty()
    assert len({Quick(1), Quick(1), Quick(2), Below(1), Empty()}) == 4


def test_default_that_is_made_is_made_for_each_object() -> None:
    assert Quick(1).third is not Quick(1).third


@pytest.mark.parametrize("same", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))], ids=["copy", "deep", "pickle"])
def test_object_can_be_copied_and_pickled(same: Callable[[Any], Any]) -> None:
    for one in (Quick(1, "b", [2]), Below(1, fifth=6), Empty(), Named(doubled=2)):
        assert same(one) == one
        assert same(one) is not one or same is copy.copy


def test_object_is_frozen_and_has_no_dictionary() -> None:
    quick: Any = Quick(1)
    with pytest.raises(FrozenInstanceError, match="'first'"):
        quick.first = 2
    with pytest.raises(FrozenInstanceError, match="'first'"):
        del quick.first
    assert quick.first == 1
    assert not hasattr(quick, "__dict__")


def test_class_keeps_its_own_methods_and_the_fields_of_its_base() -> None:
    below = Below(1, fifth=6)
    assert (below.first, below.fifth, repr(below)) == (1, 6, "below")


def test_fields_by_name_are_by_name_alone_and_post_init_is_called() -> None:
    named = Named(doubled=3)
    assert (named.number, named.doubled) == (1, 6)
    make: Any = Named
    with pytest.raises(TypeError):
        make(1, 2)


def test_signature_is_known_before_the_first_object_as_every_python_asks_for_it() -> None:
    """Python 3.13 takes ``__init__`` from the class as it is kept, and binds it to the class as to an object."""

    @frozen
    class Fresh:
        first: int
        second: str = "b"

    assert list(signature(vars(Fresh)["__init__"].__get__(Fresh, type(Fresh))).parameters) == ["first", "second"]
    assert list(signature(Fresh).parameters) == ["first", "second"]
    assert Fresh(1).second == "b"


def test_two_threads_may_make_the_first_object() -> None:
    @frozen
    class Fresh:
        first: int

    waiting = vars(Fresh)["__init__"]  # as a thread has it that another one overtakes
    assert Fresh(1).first == 1
    other = object.__new__(Fresh)
    waiting.__get__(other, Fresh)(2)
    assert other.first == 2

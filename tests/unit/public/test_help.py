"""What ``help()`` shows of the public interface: each name is explained, each argument in a line of its own, in plain English."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest

import esdkit
from esdkit.engine.client import DecryptOptions, EncryptOptions
from tests.each import each

MODULES = ("esdkit", "esdkit.caches", "esdkit.cmm", "esdkit.errors", "esdkit.keyrings")
ELSEWHERE = ("esdkit.message", "esdkit.inspector", "esdkit.engine.verify")  # the model, the inspection and the verification: other rooms
FOREIGN = re.compile(r"\b(stands?|behind|anew|at hand|another than|to be had|the caller('s)?|(?<!there )is (none|no(?! longer))|Reqs)\b")


def _public() -> Iterator[tuple[str, Any]]:
    for name in MODULES:
        module = import_module(name)
        for public in module.__all__:
            value = getattr(module, public)
            if not str(getattr(value, "__module__", "")).startswith(ELSEWHERE):
                yield f"{name}.{public}", value


def _methods(owner: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Public methods that a class has from esdkit, class methods as functions."""
    for name, value in inspect.getmembers(owner):
        function = getattr(value, "__func__", value)
        if not name.startswith("_") and inspect.isfunction(function) and function.__module__.startswith("esdkit."):
            yield name, function


def _explained() -> Iterator[tuple[str, str | None, list[str]]]:
    """Name, docstring and parameters of all that is public."""
    for name, value in _public():
        if inspect.isclass(value):
            yield name, value.__doc__, _constructor_parameters(value)
            yield from ((f"{name}.{method}", function.__doc__, _parameters(function)) for method, function in _methods(value))
            yield from ((f"{name}.{got}", member.fget.__doc__, []) for got, member in inspect.getmembers(value, _is_property))
        elif callable(value) and not str(value).startswith("collections.abc.Callable"):
            yield name, value.__doc__, _parameters(value)


def _is_property(value: object) -> bool:
    return isinstance(value, property)


def _constructor_parameters(owner: type) -> list[str]:
    constructor = vars(owner).get("__init__", object.__init__)
    if dataclasses.is_dataclass(owner):
        return [field.name for field in dataclasses.fields(owner)]
    shown = inspect.isfunction(constructor) and not issubclass(owner, Exception) and not getattr(owner, "_is_protocol", False)
    return _parameters(constructor) if shown else []


def _parameters(function: Callable[..., Any]) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name not in ("self", "cls")]


EXPLAINED = {name: (doc, parameters) for name, doc, parameters in _explained()}


@each("name", EXPLAINED)
def test_public_name_is_explained_argument_by_argument(name: str) -> None:
    doc, parameters = EXPLAINED[name]
    assert doc, "no docstring"
    first = inspect.cleandoc(doc).splitlines()[0]
    assert first[0].isupper() and first.endswith("."), first
    assert (foreign := FOREIGN.search(doc)) is None, foreign
    if re.search(r"see ``(Keyring|Cache|BranchKeyStore)[.`]|Create it with ``", doc):  # explained there
        return
    lines = [line.strip().partition(":")[0] for line in doc.splitlines()]
    options = EncryptOptions.__optional_keys__ & set(lines)
    assert [parameter for parameter in parameters if parameter not in lines and not (parameter == "options" and options)] == []


@pytest.mark.parametrize(
    ("function", "kind"),
    [(esdkit.Client.encrypt, EncryptOptions), (esdkit.Client.decrypt, DecryptOptions)],
    ids=["encrypt", "decrypt"],
)
def test_options_are_explained_where_they_are_used_first(function: Callable[..., Any], kind: Any) -> None:
    doc = function.__doc__ or ""
    for option in kind.__optional_keys__ - {"materials_manager"}:
        assert re.search(rf"^ +{option}: ", doc, re.MULTILINE), option
    assert "``materials_manager``" in doc

"""The public modules: ``dir()`` shows what is public and nothing else, each name can be had, and no other."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

import esdkit
from tests.each import each

PUBLIC = (
    "esdkit",
    "esdkit.caches",
    "esdkit.cmm",
    "esdkit.errors",
    "esdkit.forge",
    "esdkit.fuzz",
    "esdkit.fuzz.strategies",
    "esdkit.inspector",
    "esdkit.keyrings",
    "esdkit.keyrings.kms",
    "esdkit.message",
    "esdkit.spec",
)
each_module = each("name", PUBLIC)


@each_module
def test_dir_of_a_public_module_shows_its_public_names(name: str) -> None:
    module = import_module(name)
    assert dir(module) == sorted(module.__all__)
    assert len(set(module.__all__)) == len(module.__all__)
    for public in module.__all__:
        assert getattr(module, public) is not None


@each_module
def test_public_module_has_no_other_name(name: str) -> None:
    with pytest.raises(AttributeError, match="nope"):
        _ = import_module(name).nope


def test_name_that_is_found_at_first_use_is_not_a_module_too() -> None:
    """Importing the module would put it in the name's place."""
    packages = [module.name for module in pkgutil.walk_packages(esdkit.__path__, "esdkit.") if module.ispkg]
    lazy = [package for package in map(import_module, ["esdkit", *packages]) if hasattr(package, "_HOMES")]
    assert "esdkit.spec" in [package.__name__ for package in lazy]
    for package in lazy:
        assert not package._HOMES.keys() & {module.name for module in pkgutil.iter_modules(package.__path__)}, package.__name__

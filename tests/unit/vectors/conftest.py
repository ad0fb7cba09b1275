"""Folders for made vector sets."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.vectors.making import MadeSet


@pytest.fixture
def made(tmp_path: Path) -> MadeSet:
    """An empty folder for a vector set, named ``made``."""
    return MadeSet(tmp_path / "made")


@pytest.fixture
def another(tmp_path: Path) -> Callable[[str], MadeSet]:
    """More folders for vector sets, by name."""
    return lambda name: MadeSet(tmp_path / name)

"""What hypothesis learns from the entry point, in processes of their own; and that nobody pays for it who does not use it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest


def prints(code: str) -> str:
    """What a fresh Python prints."""
    result = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.parametrize("kind", ["Message", "Header"])
@pytest.mark.parametrize("first", ["hypothesis", "esdkit.message", "esdkit.fuzz.strategies"])
def test_type_has_a_strategy_whoever_is_imported_first(kind: str, first: str) -> None:
    code = f"""
import {first}
import esdkit
from hypothesis import given, settings, strategies as st
from esdkit.message.header import build_header
found = set()

@settings(max_examples=50, database=None)
@given(st.from_type(esdkit.{kind}))
def valid(value):
    whole = {"esdkit.parse(esdkit.build(value))" if kind == "Message" else "esdkit.parse_header(build_header(value))[0]"}
    assert whole == value
    found.add(type(value).__name__)

valid()
print(*found)
"""
    assert prints(code) == kind


def test_entry_point_names_the_function() -> None:
    (entry,) = [entry for entry in entry_points(group="hypothesis") if entry.value.startswith("esdkit.")]
    from esdkit.fuzz._hypothesis import register

    assert entry.load() is register


@pytest.mark.parametrize("module", ["esdkit", "esdkit.fuzz", "esdkit.fuzz._hypothesis", "esdkit.cli.main", "esdkit.vectors.runner"])
def test_import_of_the_library_does_not_import_hypothesis(module: str) -> None:
    assert prints(f"import {module}, sys; print('hypothesis' in sys.modules)") == "False"


def test_import_of_hypothesis_does_not_make_the_strategies() -> None:
    assert prints("import hypothesis, sys; print('esdkit.fuzz.strategies' in sys.modules)") == "False"

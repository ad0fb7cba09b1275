"""Shared by all tests: hypothesis never fails because a machine is slow; golden files are compared, or rewritten when asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", settings.get_profile("default"), max_examples=10_000)  # make fuzz
settings.register_profile("fast", settings.get_profile("default"), max_examples=20)  # make test-fast
settings.register_profile("mutants", settings.get_profile("default"), max_examples=15, derandomize=True)  # make mutants
settings.load_profile("default")

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the files of tests/golden from what the program prints")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares text with a file of tests/golden, by its name there."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name}: if the new text is right, run pytest --update-golden"

    return check

"""What esdkit adds to pytest (entry point ``pytest11``): vectors as parameters, and the program under test as a fixture.

    def test_my_reader(esdkit_vector, esdkit_target):
        esdkit_target.check(esdkit_vector)

Every run of pytest imports this module wherever esdkit is installed, so it is outside of the package and imports nothing of it: esdkit is
imported when a test asks for one of the two, or by ``pytest --markers``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from esdkit.targets.base import Target
    from esdkit.vectors.model import Vector, VectorSet
    from esdkit.vectors.testing import OneByOne

__all__ = ["EsdkitTarget", "EsdkitVector"]

_VECTOR, _TARGET = "esdkit_vector", "esdkit_target"
_SETS = pytest.StashKey["tuple[VectorSet, ...]"]()


@dataclass(frozen=True)
class EsdkitVector:
    """A message and the answer that a reader must give; what the fixture ``esdkit_vector`` is.

    Attributes:
        suite: the name of the vector's set.
        vector: the vector with everything that its manifest says of it.
    """

    suite: str
    vector: Vector = field(repr=False)

    @property
    def name(self) -> str:
        """``SET::ID``, as in reports and for ``esdkit vectors run -k``."""
        return f"{self.suite}::{self.vector.id}"

    @property
    def message(self) -> bytes:
        """The bytes of the message."""
        return self.vector.ciphertext

    @property
    def accepted(self) -> bool:
        """Whether a reader must accept the message."""
        from esdkit.vectors.model import Accept

        return isinstance(self.vector.expectation, Accept)

    @property
    def plaintext(self) -> bytes | None:
        """What a reader must give; None if it must refuse the message, or the set does not say."""
        return getattr(self.vector.expectation, "plaintext", None)

    @property
    def stage(self) -> str | None:
        """The stage at which a reader must refuse the message; None if it must accept it, or the set does not say."""
        return getattr(self.vector.expectation, "stage", None)

    @property
    def code(self) -> str | None:
        """esdkit's error code for the refusal; None as for the stage."""
        return getattr(self.vector.expectation, "code", None)

    @property
    def marker(self) -> str:
        """The name of its pytest marker."""
        return f"esdkit_{self.stage or ('accepted' if self.accepted else 'refused')}"


class EsdkitTarget:
    """The program of the ini option ``esdkit_target``; what the fixture ``esdkit_target`` is.

    Attributes:
        target: the program, to ask it something else.
    """

    def __init__(self, target: Target, judge: OneByOne) -> None:
        self.target, self._judge = target, judge

    def check(self, vector: EsdkitVector) -> None:
        """Ask the program, and fail the test if its answer is wrong. What proves nothing is skipped: the program does not support the
        vector, or opens no valid message with its keys, or a key is not available here."""
        from esdkit.vectors.explain import rule_of

        cell = self._judge.judge(vector.suite, vector.vector)
        if cell.red:
            pytest.fail("\n".join([f"{cell.outcome}: {cell.reason}", *rule_of(cell)]), pytrace=False)
        if cell.outcome != "passed":
            pytest.skip(f"{cell.outcome}: {cell.reason}")


def pytest_addoption(parser: pytest.Parser) -> None:
    """See pytest."""
    group = parser.getgroup("esdkit", "messages of the AWS Encryption SDK")
    group.addoption(
        "--esdkit-suite",
        action="append",
        type=Path,
        metavar="PATH",
        help="vectors for esdkit_vector: a manifest, a directory or a zip; may be repeated (default: the native set)",
    )
    parser.addini(_TARGET, "the program that esdkit_target asks, as for `esdkit vectors run --target`", default="")


def pytest_configure(config: pytest.Config) -> None:
    """See pytest."""
    if config.getoption("markers"):
        _register_markers(config)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """See pytest."""
    if _VECTOR in metafunc.fixturenames:
        vectors = [EsdkitVector(one.name, vector) for one in _sets(metafunc.config) for vector in one.vectors]
        marked = [pytest.param(one, id=one.name, marks=getattr(pytest.mark, one.marker)) for one in vectors]
        metafunc.parametrize(_VECTOR, marked)


@pytest.fixture(scope="session")
def esdkit_target(request: pytest.FixtureRequest) -> Iterator[EsdkitTarget]:
    """The program under test, which is started once and ended with the run."""
    from esdkit.errors import EsdkError
    from esdkit.targets import open_target
    from esdkit.vectors.testing import OneByOne

    address = request.config.getini(_TARGET)
    if not address:  # not asked earlier: a test may have a fixture of its own with this name
        pytest.fail("the ini option esdkit_target is not set; for example: esdkit_target = stdio:./my-reader", pytrace=False)
    try:
        target = open_target(address)
        with target:
            yield EsdkitTarget(target, OneByOne(_sets(request.config), target))
    except EsdkError as error:
        pytest.fail(f"esdkit_target = {address}: {error}", pytrace=False)


def _sets(config: pytest.Config) -> tuple[VectorSet, ...]:
    """The vector sets of the run, which are read once."""
    if _SETS not in config.stash:
        from esdkit.vectors.published import native_path
        from esdkit.vectors.runner import Fault, load

        _register_markers(config)
        sets = []
        for item in load(config.getoption("--esdkit-suite") or [native_path()]):
            if isinstance(item, Fault):
                raise pytest.Collector.CollectError(f"--esdkit-suite: {item.location}: {item.error}")
            sets.append(item)
        config.stash[_SETS] = tuple(sets)
    return config.stash[_SETS]


def _register_markers(config: pytest.Config) -> None:
    for name, what in _markers().items():
        config.addinivalue_line("markers", f"esdkit_{name}: {what}")


def _markers() -> Mapping[str, str]:
    from esdkit.spec import STAGES

    stages = {stage: f"a vector that a reader must refuse at the stage {stage}" for stage in STAGES}
    others = {"accepted": "a vector that a reader must accept", "refused": "a vector that a reader must refuse, its set does not say where"}
    return {**stages, **others}

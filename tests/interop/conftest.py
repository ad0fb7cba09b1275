"""The official SDKs as running peers, started once: both are skipped, with the reason, where they are not installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.kms.conftest import credentials, localemu, ministack, moto  # noqa: F401  # fixtures
from tools.drivers.peer import Peer, javascript_modules_installed, javascript_peer, python_peer, python_sdk_installed


@pytest.fixture(scope="session")
def python() -> Iterator[Peer]:
    if not python_sdk_installed():
        pytest.skip("the Python SDK is not installed: make test does")
    with python_peer() as peer:
        yield peer


@pytest.fixture(scope="session")
def javascript() -> Iterator[Peer]:
    if not javascript_modules_installed():
        pytest.skip("the JavaScript SDK is not installed: make test does")
    with javascript_peer() as peer:
        yield peer

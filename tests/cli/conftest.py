"""The program, ready to run."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Program


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> Iterator[None]:
    """What a shell or ``nohup`` starts in the background may be deaf to these signals, and its children with it; ours hear them."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    for number in before:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "ESDKIT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")  # of click's help
    return Program(tmp_path, monkeypatch, capsysbinary)

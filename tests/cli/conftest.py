"""The program, ready to run."""

from pathlib import Path

import pytest

from tests.cli.running import Program


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "ESDKIT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")  # of click's help
    return Program(tmp_path, monkeypatch, capsysbinary)

"""`esdkit conform --quick` over the real SDKs that are built: each disagreement is explained by a known bug."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from esdkit.cli.main import main
from tools.conform.matrix import arguments

pytestmark = pytest.mark.interop


def test_every_disagreement_of_the_sdks_is_explained(tmp_path: Path) -> None:
    if not arguments():
        pytest.skip("no SDK is built: make peers")
    result = tmp_path / "matrix.json"
    assert main(["conform", *arguments(), "--quick", "--json", str(result), "-o", str(tmp_path / "matrix.txt")]) == 0
    assert len(json.loads(result.read_text(encoding="utf-8"))["programs"]) == 1 + len(arguments())

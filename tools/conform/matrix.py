"""Runs `esdkit conform` over the real SDKs that are built here.

    python -m tools.conform.matrix [OPTION...]      options are those of `esdkit conform`

The committed result, from which docs/interop.md is made, is docs/data/interop.json: --json docs/data/interop.json writes it again.
"""

from __future__ import annotations

import shlex
import sys

from esdkit.cli.main import main as esdkit
from tools.drivers import targets

__all__ = ["arguments"]


def arguments() -> list[str]:
    """Every SDK that is built here, as `esdkit conform` takes it."""
    built = [name for name in targets.TARGETS if targets.missing(name) is None]
    return [f"{name}=stdio:{shlex.join(targets.command(name))}" for name in built]


if __name__ == "__main__":
    sys.exit(esdkit(["conform", *arguments(), *sys.argv[1:]]))

"""Coverage-guided fuzzing of one harness with atheris, which is libFuzzer for Python.

    python -m tools.fuzzing.coverage HARNESS [CORPUS...] [libFuzzer options]
    python -m tools.fuzzing.coverage HARNESS FILE       run one input again

Here nobody says what an input must give, except that whatever decrypts under the key of the seeds must be one of the valid seeds.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str]) -> None:
    """Fuzz until a finding or a limit of libFuzzer's; it ends the process."""
    import atheris

    name, *options = arguments
    with atheris.instrument_imports(include=["esdkit"]):
        from tools.fuzzing.harnesses import HARNESSES, check
        from tools.fuzzing.inputs import base_inputs

        if name not in HARNESSES:
            sys.exit(f"unknown harness; expected one of {', '.join(HARNESSES)}")
        for item in base_inputs(name):  # what is imported at first use is to be instrumented, too
            check(*item)

    def fuzz(data: bytes) -> None:
        check(name, data)

    atheris.Setup([sys.argv[0], *options], fuzz)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])

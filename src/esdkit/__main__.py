"""``python -m esdkit`` is ``esdkit``."""

import sys

from esdkit.cli.main import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())

"""``python -m esdkit`` is ``esdkit``: both begin here.

Invariant: Ctrl-C while modules are loaded ends the program at once, without a traceback; ``main`` takes over from there.
"""

import signal
import sys

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # neither ignored, as after nohup, nor the user's
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from esdkit.cli.main import main  # this is what takes the time

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())

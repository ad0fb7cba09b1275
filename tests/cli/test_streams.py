"""Output files when the program is stopped in the middle."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

SCRIPT = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    from esdkit.cli.streams import write_output

    def stop(self, target):
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
        signal.pause()

    Path.replace = stop
    write_output(sys.argv[1], b"new")
    """
)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_output_of_a_stopped_program_is_as_it_was(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")
    ran = subprocess.run([sys.executable, "-c", SCRIPT, str(out), name], capture_output=True, check=False, timeout=60)
    number = getattr(signal, name)
    # what Python itself does with an interrupt that nobody catches; `main` does
    assert ran.returncode == (-number if name == "SIGINT" else 128 + number)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert out.read_bytes() == b"old"

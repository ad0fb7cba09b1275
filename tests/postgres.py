"""PostgreSQL as a process on loopback, in a temporary folder, with a password."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest

__all__ = ["PASSWORD", "postgres"]

PASSWORD = "Hg7-not-to-be-seen-9Qx"
_PATIENCE = 60  # seconds


def _programs() -> Path | None:
    """Where initdb and postgres are: in the path, or where Debian has the newest."""
    found = [Path(path).parent for path in [shutil.which("initdb")] if path]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((each for each in found if (each / "postgres").exists() and (each / "initdb").exists()), None)


def _user() -> str | None:
    """Who runs it: PostgreSQL refuses root."""
    if os.geteuid():
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a new database, without a password. Skips the test where there is no PostgreSQL."""
    programs, user = _programs(), _user()
    if programs is None:
        pytest.skip("PostgreSQL is not installed; make postgres installs it")
    folder = Path(mkdtemp(prefix="esdkit-postgres-"))
    try:
        (folder / "password").write_text(PASSWORD)
        if user is not None:
            for path in (folder, folder / "password"):
                shutil.chown(path, user)
        options = ["--username=app", f"--pwfile={folder / 'password'}", "--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"]
        command = [str(programs / "initdb"), *options, "--locale=C", "-D", str(folder / "data")]
        subprocess.run(command, cwd=folder, user=user, stdout=subprocess.DEVNULL, check=True, timeout=_PATIENCE)
        with _running(programs, folder, user) as port:
            yield f"postgresql+psycopg://app@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _running(programs: Path, folder: Path, user: str | None) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", "fsync=off"]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), *(word for each in settings for word in ("-c", each))]
    process = subprocess.Popen(command, cwd=folder, user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _await(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="app", password=PASSWORD, dbname="postgres").close()
        except psycopg.OperationalError:
            assert process.poll() is None and time.monotonic() < until, "PostgreSQL does not start"
            time.sleep(0.1)
        else:
            return

"""A folder of messages to be moved to other keys, and a worker that can be killed at a step of its work."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import esdkit
from esdkit.cli.main import main
from esdkit.keyrings import RawAesKeyring
from esdkit.scan.campaign.move import Mover
from esdkit.scan.campaign.objects import ObjectPlace
from esdkit.scan.campaign.places import FilePlace
from esdkit.scan.campaign.state import Claim
from esdkit.scan.sources.s3 import S3Store

__all__ = ["NEW", "OLD", "OPTIONS", "digests", "opened", "records", "store"]

OLD_KEY, NEW_KEY = bytes(range(32)), bytes(range(32, 64))
OLD, NEW = RawAesKeyring("demo", "old", OLD_KEY), RawAesKeyring("demo", "new", NEW_KEY)
OPTIONS = ("--aes", "namespace=demo,name=old,key=@old.key", "--to-aes", "namespace=demo,name=new,key=@new.key")


def store(folder: Path, count: int) -> list[str]:
    """Make the key files, and messages in the folder ``in``; gives their names."""
    (folder / "in").mkdir()
    (folder / "old.key").write_text(f"{OLD_KEY.hex()}\n", encoding="ascii")
    (folder / "new.key").write_text(f"{NEW_KEY.hex()}\n", encoding="ascii")
    names = [f"in/{number:03}.bin" for number in range(count)]
    for number, name in enumerate(names):
        message, _ = esdkit.encrypt(source=b"hidden %d" % number * number, keyring=OLD, encryption_context={"tenant": f"value-{number}"})
        (folder / name).write_bytes(message)
    return names


def opened(folder: Path, names: Sequence[str]) -> list[tuple[bytes, dict[str, str]]]:
    """Plaintext and context of messages that are under exactly the new key."""
    found = []
    for name in names:
        data = (folder / name).read_bytes()
        plaintext, header = esdkit.decrypt(source=data, keyring=NEW)
        assert [key.provider_info[:3] for key in header.encrypted_data_keys] == [b"new"]
        found.append((plaintext, {key: value for key, value in header.encryption_context.items() if key != "aws-crypto-public-key"}))
    return found


def digests(folder: Path) -> dict[str, str]:
    """Of each file of a folder."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def records(state: Path, kind: str) -> list[dict[str, Any]]:
    """The records of a kind, ``done`` or ``failed``."""
    return [json.loads(path.read_bytes()) for path in sorted(state.rglob(f"*.{kind}"))]


# ---------------------------------------------------------------- a worker that is killed
STEPS = {
    "write": (Mover, "_write"),
    "verify": (Mover, "_verify"),
    "begin": (Claim, "begin"),
    "put": (FilePlace, "put"),
    "put-object": (ObjectPlace, "put"),
    "request": (S3Store, "_put"),
    "done": (Claim, "done"),
}


OF_FILES = ("write", "verify", "begin", "put", "done", "done", "done")
OF_OBJECTS = ("write", "verify", "begin", "put-object", "request", "request", "done", "done", "done")


def _die_at(step: str, countdown: int) -> None:
    """End this process by SIGKILL before the step is taken for the n-th time."""
    owner, name = STEPS[step]
    take = getattr(owner, name)
    left = [countdown]

    def taken(*args: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return take(*args)

    setattr(owner, name, taken)


def _log_puts() -> None:
    """Write down each message that was put in the place of an old one, in the file ``puts``."""
    put = FilePlace.put

    def logged(place: FilePlace, begin: Callable[[], None]) -> None:
        put(place, begin)
        with Path("puts").open("a", encoding="ascii") as log:
            log.write(f"{Path(place.old.name).name}\n")

    setattr(FilePlace, "put", logged)  # noqa: B010  # a type checker takes an assignment for a mistake


if __name__ == "__main__":
    _log_puts()
    chance = random.Random(sys.argv[1])
    if sys.argv[1] != "lives":
        _die_at(chance.choice(OF_OBJECTS if sys.argv[2] == "objects" else OF_FILES), chance.randint(1, 4))
    sys.exit(main(sys.argv[3:]))

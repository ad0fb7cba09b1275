"""Runs of encrypt, decrypt and rekey under names at random: same, linked, missing, in another case. Nothing is ever lost.

What holds for every run: a file that was there is as it was, unless it is the output, or the metadata are added to it; an input is as it
was, unless ``rekey`` put its new message there; an output holds what its input says, or what it held before; after exit code 0 the first is
true of all; a run that is refused changes nothing; no temporary file is left.
"""

import os
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

import esdkit
from esdkit.cli import output as output_module
from tests.cli.running import Program
from tests.cli.test_encrypt import KEY, KEYRING
from tests.cli.test_rekey import NEW, NEW_KEY

RUNS = 50
SHARDS = [0, *(pytest.param(shard, marks=pytest.mark.fuzz) for shard in range(1, 20))]
OLD_KEY_OPTION = ("--aes", "namespace=esdkit-vectors,name=aes-256,key=env:OLD_KEY")
VERBS = {
    "encrypt": OLD_KEY_OPTION,
    "decrypt": OLD_KEY_OPTION,
    "rekey": (*OLD_KEY_OPTION, "--to-aes", "namespace=new,name=k2,key=env:NEW_KEY"),
}


def make_files(folder: Path, rng: random.Random, verb: str) -> None:
    """Files, and links of every kind to them."""
    (folder / "tree" / "sub").mkdir(parents=True)
    for name in ("one", "two", "One", "tree/one", "tree/ONE.x", "tree/sub/two"):
        if rng.random() < 0.8:
            text = f"{name} {rng.random()}".encode()
            (folder / name).write_bytes(text if verb == "encrypt" else esdkit.encrypt(source=text, keyring=KEYRING)[0])
    targets = [*names_of_files(folder), "missing", "tree/Missing"]
    for number in range(rng.randrange(6)):
        link = folder / rng.choice(("", "tree", "tree/sub")) / f"{rng.choice(('link', 'LINK', 'one.x'))}{number}"
        target = folder / rng.choice(targets)
        if rng.random() < 0.5 and target.is_file():
            link.hardlink_to(target)
        else:
            link.symlink_to(os.path.relpath(target, link.parent))
    if rng.random() < 0.3:
        (folder / "tree2").symlink_to("tree")


def names_of_files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def any_name(folder: Path, rng: random.Random) -> str:
    """A name of something that is there, another way to write it, or a name of nothing yet."""
    there = sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
    name = rng.choice([*there, *there, "new", "NEW", "tree/new", "none/new", "/dev/null"])
    if name.startswith("/"):
        return name
    ways = [name.swapcase(), f"./{name}", f"tree/../{name}", f"tree/sub/../../{name}", f"{name}/", str(folder / name)]
    return rng.choice([name] * 6 + ways)


def picture(folder: Path) -> dict[str, bytes | str | None]:
    """What is there: what files hold and where links lead."""
    return {
        str(path.relative_to(folder)): str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def tasks(source: str, output: str, suffix: str) -> list[tuple[Path, Path]]:
    """Each input and its output, found in another way than the program does."""
    if not Path(source).is_dir():
        into = Path(output).is_dir() or output.endswith("/")
        return [(Path(source), Path(output, f"{Path(source).name}{suffix}") if into else Path(output))]
    places = [(Path(place), name) for place, _, names in os.walk(source) for name in names if Path(place, name).is_file()]
    return [(place / name, Path(output, place.relative_to(source), f"{name}{suffix}")) for place, name in places]


def says(verb: str, output: bytes, source: bytes) -> bool:
    """Whether an output is what the verb makes of a source."""
    if verb == "decrypt":
        return output == esdkit.decrypt(source=source, keyring=KEYRING)[0]
    try:
        plaintext = esdkit.decrypt(source=output, keyring=KEYRING if verb == "encrypt" else NEW)[0]
    except esdkit.EsdkError:
        return False
    return plaintext == (source if verb == "encrypt" else esdkit.decrypt(source=source, keyring=KEYRING)[0])


class Run:
    """One run: what was there, what was asked for, and what must hold afterwards."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.folder = folder
        self.verb = rng.choice([*VERBS])
        make_files(folder, rng, self.verb)
        source, output = any_name(folder, rng), any_name(folder, rng)
        if rng.random() < 0.3:
            source = rng.choice(["tree", "./tree/", "tree2", "tree/sub"])
            output = rng.choice([source, "out", "OUT/", "tree", "tree2", "tree/sub"])
        suffix = rng.choice(["", ".x", f".{self.verb}ed"])
        self.metadata = any_name(folder, rng) if rng.random() < 0.5 else None
        self.command = (self.verb, source, "-o", output, "--suffix", suffix, *VERBS[self.verb])
        self.command += ("-r",) if Path(source).is_dir() else ()
        self.command += () if self.metadata is None else ("--metadata-output", self.metadata)
        self.before = picture(folder)
        self.held = {path: path.read_bytes() for path in map(Path.resolve, folder.rglob("*")) if path.is_file()}
        self.twins = {path: path.stat().st_ino for path in self.held}
        self.tasks = [(given.resolve(), made.resolve()) for given, made in tasks(source, output, suffix)]

    def check(self, code: int) -> None:
        assert not list(self.folder.rglob(".esdkit-*"))
        if code == 2:
            assert picture(self.folder) == self.before
            return
        outputs = {made for _, made in self.tasks}
        log = None if self.metadata is None else Path(self.metadata).resolve()
        added = {log, *(path for path, number in self.twins.items() if number == self.twins.get(log, -1))} if log else set()
        for path, data in self.held.items():
            now = path.read_bytes()
            assert now == data or path in outputs or (path in added and now.startswith(data)), path
        for given, made in self.tasks:
            if given not in self.held or made == Path("/dev/null"):
                continue
            right = made.is_file() and says(self.verb, made.read_bytes(), self.held[given])
            as_before = made.read_bytes() == self.held.get(made) if made.is_file() else made not in self.held
            assert right or (code != 0 and as_before), made
            assert given.read_bytes() == self.held[given] or (self.verb == "rekey" and given == made), given
        if code == 0 and log is not None and log.is_file():
            assert log.read_bytes().removeprefix(self.held.get(log, b"")).count(b"\n") == len(self.tasks)


@pytest.mark.parametrize("shard", SHARDS)
def test_nothing_is_lost_whatever_the_names(program: Program, monkeypatch: pytest.MonkeyPatch, shard: int) -> None:
    monkeypatch.setenv("OLD_KEY", KEY.hex())
    monkeypatch.setenv("NEW_KEY", NEW_KEY.hex())
    really, codes = output_module._is_one, Counter[int]()
    for number in range(RUNS):
        rng = random.Random(1000 * shard + number)
        folder = program.folder / f"run-{number}"
        folder.mkdir()
        monkeypatch.chdir(folder)
        run = Run(folder, rng)
        monkeypatch.setattr(output_module, "_is_one", rng.choice([really, lambda folder, first, second: True]))
        ran = program(*run.command)
        try:
            run.check(ran.code)
        except AssertionError:
            pytest.fail(f"seed {1000 * shard + number}: {ran.transcript}")
        codes[ran.code] += 1
        shutil.rmtree(folder)
    assert min(codes[0], codes[2]) > RUNS // 10, codes

"""What each verb takes at most: a process of its own reads the worst inputs that are known, and its peak is what spec/limits.yaml says.

What counts is the growth from a small input to a large one. `make fuzz` reads the inputs of full size, and measures time.
"""

from __future__ import annotations

import json
import resource
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from esdkit.cli.main import VERBS
from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.spec import LIMITS, SUITES
from tests.cli.running import peak
from tests.drafts import ANY_SUITE, KEYRING
from tests.samples import sample_header

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say how much a process held at most")


# ---------------------------------------------------------------- inputs
def repeated(unit: bytes, count: int) -> bytes:
    return (unit * (count // len(unit) + 1))[:count]


def data_keys(count: int) -> bytes:
    header = sample_header(SUITES[0x0478], keys=(EncryptedDataKey(b"p", b"i", b"c"),) * count)
    return build(Message(header, (Frame(1, bytes(11) + b"\x01", b"ab", bytes(16), True),), None))


def one_frame(length: int) -> bytes:
    return ANY_SUITE.encrypt(source=bytes(length), keyring=KEYRING, algorithm=0x0478, frame_length=1 << 30)[0]


def manifest(items: int) -> bytes:
    return b'{"manifest": {"type": "awses-decrypt", "version": 4}, "tests": [' + b"[]," * (items - 10) + b"[]]}"


def lists(items: int) -> bytes:
    return b"[" + b"[]," * (items - 2) + b"[]]"


def plan(messages: int) -> bytes:
    """Of messages that are no longer there."""
    head = {"schema": 1, "esdkit": "0", "directory": "/nowhere", "sources": [], "where": None}
    members = {"part": "", "form": "binary", "fingerprint": "1-1", "size": 1, "message_id": "00", "keys": [{"key": "k", "kind": "raw-aes"}]}
    entries = [{"source": f"{number:09}", **members} for number in range(messages)]
    lines = [head, *entries, {"messages": messages, "bytes": messages}]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


ITEMS = 11  # of a keyring


def keyrings(items: int) -> bytes:
    part = "{raw_aes: {namespace: n, name: k, wrapping_key: {env: KEY}}}"
    return f"multi: {{children: [{', '.join([part] * (items // ITEMS))}]}}".encode()


# ---------------------------------------------------------------- verbs
KEY = ("--aes", "namespace=esdkit,name=key,key=env:KEY")
TO_KEY = ("--to-aes", *KEY[1:])
OUT = ("-o", "out")


@dataclass(frozen=True)
class Run:
    """A verb on an input of three sizes.

    Attributes:
        command: its words; IN is the input.
        make: the input of a size.
        limit: what the size counts, by the row that bounds the growth.
        sizes: small, large, and as large as allowed or as seen.
        code: that it exits with, whatever the size.
    """

    command: tuple[str, ...]
    make: Callable[[int], bytes]
    limit: str
    sizes: tuple[int, int, int]
    code: int = 1


def text(unit: bytes, *command: str, code: int = 1) -> Run:
    return Run(command, partial(repeated, unit), "memory_per_byte", (1000, 1 << 20, 31_000_000), code)


def keys(*command: str, code: int = 0) -> Run:
    return Run(command, data_keys, "memory_per_data_key", (10, 4000, 65_535), code)


def framed(*command: str) -> Run:
    return Run(command, one_frame, "memory_per_byte", (1000, 8 << 20, 128 << 20), 0)


FIND = ("decrypt", "--find", "IN", *KEY, *OUT)
LOOKING = {verb: (verb, "IN") for verb in ("inspect", "dump", "verify", "lint", "doctor", "extract")}
HEX, ARMOR, PERCENT, LITERALS, LISTS = b"0180 ", b"a:\n", b"%zz%41", b'"a"+"b"\n', b"[],"

RUNS = {
    **{f"{verb} text": text(HEX, *command) for verb, command in LOOKING.items()},
    "diff text": text(HEX, "diff", "IN", "IN", code=0),
    "decrypt --find text": text(HEX, *FIND),
    "decrypt --find armor": text(ARMOR, *FIND, code=2),
    "decrypt --find percent": text(PERCENT, *FIND, code=2),
    "decrypt --find literals": text(LITERALS, *FIND, code=2),
    "decrypt --find lists": text(LISTS, *FIND, code=2),
    "doctor beginnings": text(b"\x02\x05\x78\xff", "doctor", "IN"),
    **{f"{verb} data keys": keys(*LOOKING[verb]) for verb in ("inspect", "dump", "verify")},
    "lint data keys": keys("lint", "IN", code=1),
    "doctor data keys": keys("doctor", "IN", *KEY, code=3),
    "diff data keys": keys("diff", "IN", "IN"),
    "decrypt data keys": keys("decrypt", "IN", *KEY, *OUT, code=3),
    "rekey data keys": keys("rekey", "IN", *KEY, *TO_KEY, *OUT, code=3),
    "decrypt one frame": framed("decrypt", "IN", *KEY, *OUT),
    "rekey one frame": framed("rekey", "IN", *KEY, *TO_KEY, *OUT),
    "encrypt": Run(("encrypt", "IN", *KEY, *OUT), bytes, "memory_per_byte", (1000, 8 << 20, 128 << 20), 0),
    "rekey plan": Run(("rekey", "--plan", "IN", "--dry-run", *KEY, *TO_KEY), plan, "memory_per_item", (100, 20_000, 500_000), 4),
    "scan text": text(HEX, "scan", "IN", code=0),
    "assemble": Run(("assemble", "IN", *OUT), partial(repeated, b'hex"00"\n'), "memory_per_text_byte", (800, 800_000, 16_000_000), 0),
    "keyring check lists": Run(("keyring", "check", "IN"), lists, "memory_per_item", (100, 19_000, 19_999), 2),
    "keyring check keyrings": Run(("keyring", "check", "IN"), keyrings, "memory_per_item", (ITEMS, 900 * ITEMS, 990 * ITEMS), 0),
    "vectors run": Run(("vectors", "run", "IN"), manifest, "memory_per_item", (100, 50_000, 499_000), 4),
}


def growth(folder: Path, run: Run, small: int, large: int) -> float:
    """Bytes for each one of what the size counts."""
    name = "manifest.json" if run.command[0] == "vectors" else "input.yaml"
    peaks = []
    for size in (small, large):
        (folder / name).write_bytes(run.make(size))
        code, most = peak(folder, *(name if word == "IN" else word for word in run.command))
        assert code == run.code
        peaks.append(most)
    assert peaks[0] <= LIMITS["memory_base"]
    return (peaks[1] - peaks[0]) / (large - small)


def test_every_verb_has_a_run() -> None:
    assert {run.command[0] for run in RUNS.values()} == VERBS.keys() - {
        "serve",
        "fuzz",
        "conform",  # they read requests and answers: tests/unit
        "spec",
        "docs",
        "demo",  # they read no input
    }


@pytest.mark.req("CLI-INS-005", "CLI-INP-004")
@pytest.mark.parametrize("run", RUNS.values(), ids=list(RUNS))
def test_memory_grows_with_the_input_as_declared(tmp_path: Path, run: Run) -> None:
    small, large, _ = run.sizes
    assert growth(tmp_path, run, small, large) <= LIMITS[run.limit]


@pytest.mark.fuzz
@pytest.mark.parametrize("run", RUNS.values(), ids=list(RUNS))
def test_memory_of_the_largest_input_is_as_declared(tmp_path: Path, run: Run) -> None:
    small, _, full = run.sizes
    assert growth(tmp_path, run, small, full) <= LIMITS[run.limit]


# ---------------------------------------------------------------- time
SLOW = {
    "lists": lists(19_999),
    "keyrings": keyrings(990 * ITEMS),
    "escapes": b'"' + b"\\x41" * 260_000 + b'"',
    "characters": "\U0001f600".encode() * 260_000,
    "comments": b"#\n" * 500_000,
    "spaces": b" " * 1_000_000,
    "folded": b"a: >\n" + b" b\n\n" * 250_000,
    "directives": b"%A\n" * 330_000,
}


@pytest.mark.fuzz
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize("form", SLOW)
def test_worst_steering_file_takes_a_time_of_the_declared_size(tmp_path: Path, form: str, suffix: str) -> None:
    """Bytes, items and depth bound the time; ten times the declared one leaves room for a slow machine."""
    assert len(SLOW[form]) <= LIMITS["steering_file_size"]
    (tmp_path / f"keys{suffix}").write_bytes(SLOW[form])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak(tmp_path, "keyring", "check", f"keys{suffix}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 10 * LIMITS["steering_file_time"]

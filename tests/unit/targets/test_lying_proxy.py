"""Every misbehavior, one each, by every way to reach a program: it has its name, it ends, and the run goes on."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import UsageError
from esdkit.targets import Bounds, open_target
from esdkit.vectors.published import native_path
from esdkit.vectors.testing import TargetReport, judge_target
from tests.samples import native_cases, native_ciphertext
from tests.unit.targets.proxy import changed

PROXY = f"{sys.executable} {Path(__file__).with_name('proxy.py')}"
VALID, OTHER, NEGATIVE = "mpl-0478-aes-128-mixed-f128-p128", "mpl-0478-aes-256-astral-f256-p10240", "parse-trailing-byte-v2"
BOUNDS = Bounds(start_seconds=20, request_seconds=3, memory=200 << 20, answer_length=200_000)
AT_NEGATIVE = ("accepts-a-negative", "fails-at-a-negative")


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    """A set of three native vectors."""
    tests = {name: native_cases()[name] for name in (VALID, OTHER, NEGATIVE)}
    manifest = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))
    files = [
        uri for test in tests.values() for uri in (test["ciphertext"], test["expect"].get("plaintext"), test.get("trace"), test.get("text"))
    ]
    for uri in (manifest["keys"], *filter(None, files)):
        name = uri.removeprefix("file://")
        (tmp_path / "three" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(native_path() / name, tmp_path / "three" / name)
    (tmp_path / "three" / "manifest.json").write_text(json.dumps({**manifest, "tests": tests}), encoding="utf-8")
    return tmp_path / "three"


def right_answers() -> dict[str, bytes | None]:
    """By digest of the message; None for a refusal."""
    files = {name: native_cases()[name]["expect"].get("plaintext") for name in (VALID, OTHER, NEGATIVE)}
    return {
        digest(name): None if uri is None else (native_path() / uri.removeprefix("file://")).read_bytes() for name, uri in files.items()
    }


def digest(name: str) -> str:
    return hashlib.sha256(native_ciphertext(name)).hexdigest()


@contextmanager
def reached(kind: str, mode: str, folder: Path) -> Iterator[str]:
    """The address of a program with a misbehavior."""
    if kind == "http":
        with served(mode) as address:
            yield address
        return
    texts = {name: None if data is None else base64.b64encode(data).decode() for name, data in right_answers().items()}
    answers = folder / "answers.json"
    answers.write_text(json.dumps({**texts, "victim": digest(victim(mode))}))
    yield f"{kind}:{PROXY} {kind} {mode} {answers}{' {file} {key} {policy}' if kind == 'exec' else ''}"


def victim(mode: str) -> str:
    return NEGATIVE if mode in AT_NEGATIVE else VALID


@contextmanager
def served(mode: str) -> Iterator[str]:
    contract = pytest.importorskip("tests.unit.targets.contract_server", reason="cbor2 is not installed", exc_type=ImportError)
    if mode == "dies-at-start":
        yield "http://127.0.0.1:1"
        return

    def answer(operation: str, members: dict[str, Any]) -> bytes:
        if operation == "CreateClient":
            return bytes(contract.cbor(200, clientId="c1"))
        name = hashlib.sha256(members["ciphertext"]).hexdigest()
        right = right_answers()[name]
        if name == digest(victim(mode)):
            if mode in wrong:
                return wrong[mode]
            right = changed(mode, right)
        refusal = contract.cbor(400, __type="a#ESDKClientError", message="wrong tag")
        return bytes(refusal if right is None else contract.cbor(200, plaintext=right))

    wrong: dict[str, bytes] = {
        "hangs": b"HTTP/1.1 200 OK\r\n",
        "answers-nonsense": contract.http(200, b"<html>"),
        "floods": contract.http(200, bytes(900_000)),
        "closes-in-the-middle": contract.cbor(200, plaintext=b"p")[:-1],
        "fails-at-a-negative": contract.cbor(400, **contract.FAULT),
    }
    with contract.server(answer, keep_open=mode == "hangs") as (address, _):
        yield address


def judged(address: str, vectors: Path) -> TargetReport:
    return judge_target(lambda: open_target(address, bounds=BOUNDS), [vectors])


@pytest.mark.parametrize(
    ("mode", "kind", "outcome", "code"),
    [
        ("hangs", "stdio", "hang", "hang"),
        ("hangs", "exec", "hang", "hang"),
        ("hangs", "http", "hang", "hang"),
        ("dies-at-start", "exec", "crash", "ended"),
        ("answers-nonsense", "stdio", "crash", "nonsense"),
        ("answers-nonsense", "exec", "lied", "plaintext-mismatch"),  # whatever a command writes is plaintext
        ("answers-nonsense", "http", "crash", "nonsense"),
        ("floods", "stdio", "crash", "flood"),
        ("floods", "exec", "crash", "flood"),
        ("floods", "http", "crash", "flood"),
        ("forks", "stdio", "crash", "memory"),
        ("forks", "exec", "crash", "memory"),
        ("closes-in-the-middle", "stdio", "crash", "ended"),
        ("closes-in-the-middle", "exec", "hang", "hang"),  # the end of a command is that of its process
        ("closes-in-the-middle", "http", "crash", "connection-closed"),
        ("accepts-a-negative", "stdio", "failed", "unexpected-success"),
        ("accepts-a-negative", "exec", "failed", "unexpected-success"),
        ("accepts-a-negative", "http", "failed", "unexpected-success"),
        ("fails-at-a-negative", "stdio", "crash", "ended"),
        ("fails-at-a-negative", "exec", "crash", "ended"),
        ("fails-at-a-negative", "http", "crash", "server-fault"),  # GenericServerError
        ("changes-a-byte", "stdio", "lied", "plaintext-mismatch"),
        ("changes-a-byte", "exec", "lied", "plaintext-mismatch"),
        ("changes-a-byte", "http", "lied", "plaintext-mismatch"),
        ("answers-another-request", "stdio", "lied", "plaintext-mismatch"),
        ("answers-another-request", "exec", "lied", "plaintext-mismatch"),
        ("answers-another-request", "http", "lied", "plaintext-mismatch"),
        ("names-another-request", "stdio", "crash", "wrong-request"),  # the other ways have no ids
    ],
)
def test_misbehavior_is_named_and_the_other_vectors_pass(
    mode: str, kind: str, outcome: str, code: str, vectors: Path, tmp_path: Path
) -> None:
    started = time.monotonic()
    with reached(kind, mode, tmp_path) as address:
        report = judged(address, vectors)
    assert time.monotonic() - started < 60
    cells = {cell.vector.id: cell for cell in report.cells}
    at = cells.pop(victim(mode))
    assert (at.outcome, at.code) == (outcome, code), at.reason
    if mode == "dies-at-start":
        assert {cell.outcome for cell in cells.values()} == {"crash"}
    else:  # a refusal proves nothing if its valid message does not open
        assert {cell.outcome for cell in cells.values()} <= ({"passed"} if mode in AT_NEGATIVE else {"passed", "blind"})
        assert cells[OTHER].outcome == "passed"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("stdio", "the program did not start: it ended with exit code 127; on stderr: libesdk.so: cannot"),
        ("http", "no connection to the server"),
    ],
)
def test_program_that_dies_at_start_is_an_error(kind: str, said: str, vectors: Path, tmp_path: Path) -> None:
    with reached(kind, "dies-at-start", tmp_path) as address, pytest.raises(UsageError, match=said):
        judged(address, vectors)

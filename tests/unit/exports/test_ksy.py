"""The Kaitai Struct export, compiled by Kaitai's own compiler: what it gives for Python and JavaScript reads every native message as the
grammar does, and stops where it stops. Skipped where the compiler or the runtime is not installed."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from esdkit.exports import export
from tests.unit.exports.native import ROOT, Message, Read, Source, fields_of, messages, sources
from tools.drivers.peer import node_program

DRIVER = Path(__file__).parents[3] / "tools" / "drivers" / "kaitai"
LANGUAGES = ["cpp_stl", "csharp", "go", "java", "lua", "perl", "php", "ruby", "rust", "graphviz"]  # Nim's part of the compiler fails
BEYOND = range(1 << 31, 1 << 64)
SECTION = "header.encryption_context"

needs_compiler = pytest.mark.skipif(
    not (DRIVER / "node_modules").exists(), reason="Kaitai Struct's compiler is not installed: make test does"
)
needs_runtime = pytest.mark.skipif(importlib.util.find_spec("kaitaistruct") is None, reason="kaitaistruct is not installed: make test does")


@pytest.fixture(scope="module")
def driver() -> list[dict[str, Any]]:
    """What the driver prints: the Python source, then what JavaScript reads of each message."""
    job = {"ksy": yaml.safe_load(export("ksy")), "languages": LANGUAGES, "messages": [message.data.hex() for message in messages()]}
    command = [node_program(), str(DRIVER / "driver.mjs")]
    run = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, check=True, timeout=120)
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def module(driver: list[dict[str, Any]]) -> ModuleType:
    module = ModuleType("aws_encryption_sdk_message")
    exec(compile(driver[0]["python"], "aws_encryption_sdk_message.py", "exec"), vars(module))
    return module


def assert_agrees(message: Message, fields: list[Read], stopped: str | None) -> None:
    """The same fields, and a stop where there is one. A section is taken whole, so a cut inside stops before its first field."""
    before = [id_ for id_, _ in message.fields].index(f"{SECTION}.length") + 1 if dict(message.fields).get(f"{SECTION}.length") else 0
    at_section = message.problem is not None and message.problem.id.startswith(SECTION) and fields == message.fields[:before]
    assert fields == message.fields or at_section, message.name
    assert (stopped is None) == (message.problem is None), (message.name, stopped)


@needs_compiler
@needs_runtime
@pytest.mark.req("EXP-KSY-001")
@pytest.mark.req("EXP-KSY-001", kind="negative")
@pytest.mark.slow
@sources
def test_python_reads_every_message(module: ModuleType, source: Source) -> None:
    from kaitaistruct import KaitaiStream, KaitaiStructError

    for message in source():
        root = module.AwsEncryptionSdkMessage(KaitaiStream(io.BytesIO(message.data)))
        stopped = None
        try:
            root._read()
        except (EOFError, KaitaiStructError) as error:
            stopped = str(error)
        assert_agrees(message, list(fields_of(ROOT, root, lambda value, name: getattr(value, name, None))), stopped)


@needs_compiler
@pytest.mark.slow
@pytest.mark.req("EXP-KSY-001")
@pytest.mark.req("EXP-KSY-001", kind="negative")
def test_javascript_reads_every_native_message(driver: list[dict[str, Any]]) -> None:
    for message, read in zip(messages(), driver[1:], strict=True):
        values: dict[str, Any] = dict(message.fields)
        if values.get("body.content_length", 0) in BEYOND:  # the runtime takes 32 bits of a length
            assert message.problem is not None
            continue
        assert_agrees(message, list(fields_of(ROOT, read["value"], _javascript)), read["stopped"])


def _javascript(value: dict[str, Any], name: str) -> Any:
    """A member; bytes came as hexadecimal digits."""
    member = value.get(name)
    return bytes.fromhex(member) if isinstance(member, str) else member

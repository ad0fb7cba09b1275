"""The bounds of files that steer a run (spec/limits.yaml): what is as large as allowed is read, and one more is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from esdkit.spec import LIMITS
from tests.cli.running import Program, peak

ALLOWANCE = "- {rule: trailing-data, reason: old}\n"  # five items


def profile(items: int) -> bytes:
    """A profile of so many items, in steps of two and five."""
    allowances, rest = divmod(items - 3, 5)
    assert rest in (0, 2)
    return (("extends: strict\n" if rest else "") + "allow:\n" + ALLOWANCE * allowances).encode()


@pytest.mark.parametrize("more", [0, 1])
def test_profile_as_long_as_allowed_is_read(program: Program, more: int) -> None:
    text = profile(8)
    program.write("p.yaml", text + b"#" * (LIMITS["steering_file_size"] - len(text) + more))
    ran = program("lint", "--list-rules", "--profile", "p.yaml")
    assert ran.code == (2 if more else 0)
    assert not more or str(LIMITS["steering_file_size"]) in ran.stderr


@pytest.mark.parametrize("more", [0, 3])
def test_profile_of_as_many_items_as_allowed_is_read(program: Program, more: int) -> None:
    program.write("p.yaml", profile(LIMITS["steering_file_items"] + more))
    ran = program("lint", "--list-rules", "--profile", "p.yaml")
    assert ran.code == (2 if more else 0)
    assert not more or f"more than {LIMITS['steering_file_items']} items" in ran.stderr


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_keyring_as_deep_as_allowed_is_read(program: Program, suffix: str) -> None:
    program.write("k", bytes(32))
    inner = '{"raw_aes": {"namespace": "n", "name": "k", "wrapping_key": {"file": "k"}}}'
    most, deepest = LIMITS["keyring_file_depth"], LIMITS["steering_file_depth"]
    for depth, code, said in ((most, 0, ""), (most + 1, 2, f"{most} deep"), (deepest, 2, f"nested more than {deepest} deep")):
        text = '{"multi": {"children": [' * depth + inner + "]}}" * depth
        ran = program("keyring", "check", program.write(f"keys{suffix}", text.encode()))
        assert (ran.code, said in ran.stderr) == (code, True)


@pytest.mark.parametrize("more", [0, 1])
def test_keyring_of_as_many_parts_as_allowed_is_read(program: Program, more: int) -> None:
    program.write("k", bytes(32))
    part = '{"raw_aes": {"namespace": "n", "name": "k", "wrapping_key": {"file": "k"}}}'
    children = ", ".join([part] * (LIMITS["keyring_file_parts"] - 1 + more))  # the one around them is a part, too
    ran = program("keyring", "check", program.write("keys.json", f'{{"multi": {{"children": [{children}]}}}}'.encode()))
    assert ran.code == (2 if more else 0)
    assert not more or f"at most {LIMITS['keyring_file_parts']} parts" in ran.stderr


@pytest.mark.parametrize("more", [0, 1])
def test_key_file_as_long_as_allowed_is_read(program: Program, more: int) -> None:
    program.write("k", b"A" * (LIMITS["key_file_size"] + more))
    ran = program("verify", "k", "--data-key", "@k")
    assert ran.code == 2
    assert ("wrong length" in ran.stderr) == (not more)
    assert (f"more than the {LIMITS['key_file_size']} bytes" in ran.stderr) == bool(more)


@pytest.mark.parametrize(
    "text",
    [b"[" + b"[]," * 20_000 + b"[]]", b"[" + b"[]," * 400_000 + b"[]]", b'"' + b"\\x41" * 260_000 + b'"', "\U0001f600".encode() * 260_000],
    ids=["lists", "bytes", "escapes", "characters"],
)
def test_worst_files_take_the_memory_that_is_declared(tmp_path: Path, text: bytes) -> None:
    for name in ("p.yaml", "p.json"):
        (tmp_path / name).write_bytes(text)
        code, most = peak(tmp_path, "keyring", "check", name)
        assert code == 2
        assert most < LIMITS["steering_file_memory"]

"""Sets of somebody who means harm: each has its named error, the other paths run, and the report counts what was not run."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from esdkit.errors import Code
from esdkit.spec import LIMITS
from esdkit.vectors.published import native_path
from esdkit.vectors.report import text_report
from esdkit.vectors.runner import run
from tests.unit.vectors.asking import asked, asking, keys_file
from tests.unit.vectors.making import Json, MadeSet, case, decrypt_manifest

Hostile = Callable[[MadeSet], Path]
_MANY = 10**6


def lacking(name: str) -> Hostile:
    def hostile(made: MadeSet) -> Path:
        path = made.fill()
        (made.root / name).unlink()
        return path

    return hostile


def telling(manifest: Json) -> Hostile:
    return lambda made: made.fill(manifest)


def twice(made: MadeSet) -> Path:
    path = made.fill()
    return made.write(path.name, path.read_text().replace('"t": {', '"t": {}, "t": {'))


def many(made: MadeSet) -> Path:
    """10^6 cases in a manifest that is short enough to be read."""
    tests = ",".join(f'"{number:x}":0' for number in range(_MANY))
    path = made.write(
        "manifest.json", f'{{"manifest":{{"type":"awses-decrypt","version":2}},"keys":"file://keys.json","tests":{{{tests}}}}}'
    )
    assert path.stat().st_size < LIMITS["vector_manifest_size"]
    return path


def many_messages(made: MadeSet) -> Path:
    """A few hundred cases that ask for more than a set may have."""
    made.write("keys.json", keys_file())
    tests = {str(number): asked(plaintext="large") for number in range(300)}
    return made.write("manifest.json", asking(2, tests, plaintexts={"large": LIMITS["vector_set_size"] // 200}))


def bomb(made: MadeSet) -> Path:
    path = made.root / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(decrypt_manifest(2, case(2))))
        archive.writestr("c.bin", bytes(50 << 20))
    return path


def nested_bomb(made: MadeSet) -> Path:
    """A zip in a zip is a file like any other: it is not unpacked, and is not a manifest."""
    made.fill()
    inner = bomb(made)
    path = made.root / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "inner.zip")
    return path


def native(**members: object) -> Json:
    test = {"ciphertext": "file://c.bin", "key": None, "expect": {"outcome": "reject", "stage": "parse", "code": "truncated"}, **members}
    return {
        "manifest": {"type": "esdkit-vectors", "version": 2},
        "keys": "file://keys.json",
        "notes": {},
        "readers": {},
        "tests": {"t": test},
    }


def cycle(bases: str) -> Hostile:
    """Native cases of which each is derived from the one that ``bases`` has in its place."""

    def hostile(made: MadeSet) -> Path:
        members = json.loads(native_path().joinpath("manifest.json").read_text(encoding="utf-8"))
        tests = dict(zip("abc"[: len(bases)], members["tests"].values(), strict=False))
        for test, base in zip(tests.values(), bases, strict=True):
            test["base"] = base
        made.write("keys.json", native_path().joinpath("keys.json").read_bytes())
        return made.write("manifest.json", {**members, "tests": tests})

    return hostile


def escaping_zip(made: MadeSet) -> Path:
    """A zip file whose manifest names a file beside the zip, which the zip also has under that name."""
    path = made.root / "escaping.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("set/manifest.json", json.dumps(decrypt_manifest(2, case(2, ciphertext="file://../c.bin"))))
        archive.writestr("set/keys.json", json.dumps(keys_file()))
        archive.writestr("set/../c.bin", b"")
    return path


HOSTILE: dict[str, tuple[Hostile, Code]] = {
    "no ciphertext": (lacking("c.bin"), Code.VECTOR_FILE_MISSING),
    "no plaintext": (lacking("p.bin"), Code.VECTOR_FILE_MISSING),
    "no keys": (lacking("keys.json"), Code.VECTOR_FILE_MISSING),
    "keys outside": (telling({**decrypt_manifest(2, case(2)), "keys": "file://../keys.json"}), Code.URI_OUTSIDE_FOLDER),
    "ciphertext outside": (telling(decrypt_manifest(2, case(2, ciphertext="file:///etc/hostname"))), Code.URI_OUTSIDE_FOLDER),
    "plaintext outside, in percent signs": (
        telling(decrypt_manifest(1, case(1, plaintext="file://%2e%2e/p.bin"))),
        Code.URI_OUTSIDE_FOLDER,
    ),
    "one id twice": (twice, Code.DUPLICATE_ID),
    "10^6 cases": (many, Code.MANIFEST_INVALID),
    "more messages than a set may have": (many_messages, Code.ARCHIVE_TOO_LARGE),
    "version 6": (telling(decrypt_manifest(6, case(2))), Code.MANIFEST_UNSUPPORTED),
    "native version 3": (telling({**native(), "manifest": {"type": "esdkit-vectors", "version": 3}}), Code.MANIFEST_UNSUPPORTED),
    "another type": (
        telling({**decrypt_manifest(2, case(2)), "manifest": {"type": "wycheproof", "version": 1}}),
        Code.MANIFEST_UNSUPPORTED,
    ),
    "a cycle of bases": (cycle("bca"), Code.MANIFEST_INVALID),
    "a case that is its own base": (cycle("a"), Code.MANIFEST_INVALID),
    "a zip file that names a file outside": (escaping_zip, Code.URI_OUTSIDE_FOLDER),
    "zip bomb": (bomb, Code.ARCHIVE_TOO_LARGE),
    "zip in a zip": (nested_bomb, Code.NO_VECTORS),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.req("TVM-COM-006", "TVM-COM-008", kind="negative")
def test_hostile_set_is_named_and_the_others_run(name: str, made: MadeSet, another: Callable[[str], MadeSet]) -> None:
    hostile, code = HOSTILE[name]
    path, good, last = hostile(made), another("good").fill(), another("last").fill()
    report = run([good, path, last])
    assert [(result.suite, result.outcome) for result in report.results] == [("good", "passed"), ("last", "passed")]
    (fault,) = report.faults
    assert (fault.error.code, Path(fault.location)) == (code, path)
    text = text_report(report)
    assert text.endswith("2 passed, 0 failed, 0 skipped, 1 could not be run\n")
    assert str(path.name) in text and code.value in text

"""A kind of keyring is one row of spec/providers.yaml and one module: a toy in a copy of the tree works everywhere.

Where the row or the module is missing, ``tools/check_providers.py`` names it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages import ROOT, blocks

TABLE, MODULE = "spec/providers.yaml", "src/esdkit/keyrings/toy.py"
TOY = {block.file: block.text for block in blocks("CONTRIBUTING.md") if block.file in (TABLE, MODULE)}
"""The recipe of CONTRIBUTING.md: an edit of the table, and the module."""
USE = """
import base64, hashlib, json, sys
from pathlib import Path

import esdkit
from esdkit.cmm.config import read_keyring, schema
from esdkit.doctor.explain import diagnose
from esdkit.inspector import inspect
from esdkit.inspector.lint.findings import lint
from esdkit.keyrings import RawAesKeyring
from esdkit.message.providers import wrapping_key
from esdkit.vectors.runner import run

folder, mask = Path(sys.argv[1]), bytes(range(32))
description = {"toy": {"name": "blue", "mask": {"file": "mask"}}}
keyring = read_keyring(description, lambda source, lengths: mask)
message, header = esdkit.encrypt(source=b"plaintext", keyring=keyring)
plaintext, _ = esdkit.decrypt(source=message, keyring=keyring)
key = wrapping_key(header.encrypted_data_keys[0])
tree = inspect(message)
(data_key,) = tree.to_json()["encrypted_data_keys"]
diagnosis = diagnose(message, keyring=esdkit.keyrings.MultiKeyring(children=[keyring, RawAesKeyring("n", "blue", mask)]))

entry = {"type": "symmetric", "encrypt": True, "decrypt": True, "algorithm": "aes", "encoding": "base64", "bits": 256, "key-id": "mask"}
test = {
    "ciphertext": "file://message", "sha256": hashlib.sha256(message).hexdigest(),
    "key": {"type": "keyring-file", "keyring": description}, "expect": {"outcome": "accept", "plaintext": "file://plaintext"},
    "comment": "a toy", "requirements": ["FMT-HDR-001"], "flags": ["ordinary"],
    "source": {"name": "toy", "version": "1"}, "verified-by": {},
}
notes = {"ordinary": {"bug": "a toy", "effect": "none", "links": []}}
rest = {"notes": notes, "readers": {}, "tests": {"toy": test}}
manifest = {"manifest": {"type": "esdkit-vectors", "version": 2}, "keys": "file://keys.json", **rest}
keys = {"manifest": {"type": "keys", "version": 3}, "keys": {"mask": {**entry, "material": base64.b64encode(mask).decode()}}}
for name, content in (("manifest.json", json.dumps(manifest)), ("keys.json", json.dumps(keys))):
    (folder / name).write_text(content)
(folder / "message").write_bytes(message)
(folder / "plaintext").write_bytes(b"plaintext")
(result,) = run([folder]).results

print(json.dumps({
    "decrypted": plaintext.decode(),
    "typed": [key.kind.id, key.name, key.certainty],
    "inspect": [data_key["kind"], "toy-box  a toy" in tree.to_text(), sorted(tree.to_json()["read_by"])],
    "lint": [one.message for one in lint(inspect(message.replace(b"toy-box", b"Toy-Box"))) if one.rule == "provider-id-suspicious"],
    "lint-of-own": [one.rule for one in lint(tree) if one.rule.startswith("provider")],
    "needs": [need.key for need in diagnosis.needs],
    "trials": [trial.outcome for trial in diagnosis.cells],
    "schema": "toy" in json.dumps(schema()),
    "vector": [result.outcome, result.reason],
}))
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what a kind of keyring may touch, with links to everything else."""
    package = tmp_path / "src/esdkit"
    package.mkdir(parents=True)
    for part in (ROOT / "src/esdkit").iterdir():
        if part.name not in ("keyrings", "__pycache__"):
            (package / part.name).symlink_to(part)
    shutil.copytree(ROOT / "src/esdkit/keyrings", package / "keyrings", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    (tmp_path / "vectors/toy").mkdir(parents=True)
    for name in ("published.yaml", "native"):
        (tmp_path / "vectors" / name).symlink_to(ROOT / "vectors" / name)
    return tmp_path


def add_row(tree: Path) -> None:
    table = tree / TABLE
    row = "".join(f"{line[1:]}\n" for line in TOY[TABLE].splitlines())  # which ends with the row that follows
    table.write_text(table.read_text(encoding="utf-8").replace("  - id: other\n", row), encoding="utf-8")


def add_module(tree: Path, *, described: bool = True) -> None:
    text = TOY[MODULE]
    (tree / MODULE).write_text(text if described else text[: text.index("DESCRIPTIONS")], encoding="utf-8")


def ran(tree: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)


def checked(tree: Path) -> str:
    """What the check says."""
    return ran(tree, ROOT / "tools/check_providers.py").stderr


@pytest.mark.slow
def test_row_and_module_work_everywhere(tree: Path) -> None:
    add_row(tree)
    add_module(tree)
    assert checked(tree) == ""
    assert ran(tree, ROOT / "tools/check_spec.py", "--spec", tree / "spec").returncode == 0
    used = ran(tree, "-c", USE, tree / "vectors/toy")
    assert used.returncode == 0, used.stderr
    assert json.loads(used.stdout) == {
        "decrypted": "plaintext",
        "typed": ["toy", "blue", "certain"],
        "inspect": ["toy", True, []],
        "lint": ['"Toy-Box" is nearly toy-box'],
        "lint-of-own": [],
        "needs": ["the mask 'blue'"],
        "trials": ["opens", "other-kind"],
        "schema": True,
        "vector": ["passed", None],
    }
    assert ran(tree, ROOT / "tools/make_docs.py", "--docs", tree / "docs").returncode == 0
    assert '"toy"' in (tree / "spec/schemas/keyring-file.json").read_text(encoding="utf-8")
    assert "| `toy` | a toy | `toy-box` |" in (tree / "docs/format/keyrings.md").read_text(encoding="utf-8")


def test_row_without_its_module_is_named(tree: Path) -> None:
    add_row(tree)
    assert checked(tree) == "providers.yaml: toy: the module esdkit/keyrings/toy.py is missing\n"


def test_module_without_its_row_is_named(tree: Path) -> None:
    add_module(tree)
    assert checked(tree) == "providers.yaml: esdkit/keyrings/toy.py: spec/providers.yaml has no row 'toy' with a provider id\n"


def test_module_without_description_is_named(tree: Path) -> None:
    add_row(tree)
    add_module(tree, described=False)
    assert checked(tree).splitlines() == [
        "providers.yaml: toy: esdkit/keyrings/toy.py does not describe 'toy' in DESCRIPTIONS",
        "providers.yaml: ToyKeyring of esdkit/keyrings/toy.py is in no keyring file: end the module with DESCRIPTIONS, and add its row",
    ]

"""The exported set, and sets that are made from manifests, are decrypted by the official SDKs in a plain loop over the manifest."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from esdkit.targets import open_target
from esdkit.vectors.export import export
from esdkit.vectors.generate import generate
from esdkit.vectors.model import VectorSet
from esdkit.vectors.placing import place_folder
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import load, run
from tests.unit.vectors.asking import asked, asking, keys_file, raw
from tests.unit.vectors.making import Json
from tools.drivers.peer import Answer, Peer
from tools.drivers.targets import command

pytestmark = pytest.mark.interop

_POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "set"
    sets = [one for one in load([native_path()]) if isinstance(one, VectorSet)]
    place_folder(folder, export(sets, "awses-decrypt-2").files)
    return folder


def answers(folder: Path, peer: Peer) -> Iterator[tuple[str, Json, Answer]]:
    """What an SDK says of each case: nothing of ours reads the set."""
    manifest = json.loads((folder / "manifest.json").read_text())
    keys = json.loads((folder / manifest["keys"].removeprefix("file://")).read_text())["keys"]
    for name, test in manifest["tests"].items():
        first, *others = test["master-keys"]
        keyring = {"type": "multi-keyring", "generator": first, "childKeyrings": others} if others else first
        ciphertext = (folder / test["ciphertext"].removeprefix("file://")).read_bytes()
        yield name, test, peer.decrypt(ciphertext, keyring=keyring, keys=keys, commitment_policy=_POLICY)


def right(folder: Path, test: Mapping[str, Any], answer: Answer) -> bool:
    if "error" in test["result"]:
        return not answer.ok
    plaintext: bytes = (folder / test["result"]["output"]["plaintext"].removeprefix("file://")).read_bytes()
    return answer.result == plaintext


@pytest.mark.parametrize(("sdk", "reader"), [("python", "python-4"), ("javascript", "javascript-5")])
def test_exported_set_is_read_by_the_official_sdk(sdk: str, reader: str, exported: Path, request: pytest.FixtureRequest) -> None:
    native = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))["tests"]
    peer: Peer = request.getfixturevalue(sdk)
    opened = 0
    for name, test, answer in answers(exported, peer):
        if "data-key-order" in native[name]["flags"]:
            continue  # what Python says to them differs from run to run (DEC-G38)
        seen = native[name]["verified-by"].get(reader, native[name]["expect"]["outcome"])
        as_expected = seen == native[name]["expect"]["outcome"]  # where not, PROVENANCE.md names the disagreement
        assert right(exported, test, answer) == as_expected, (name, answer)
        opened += answer.ok
    assert opened > 200


def test_generated_set_is_decrypted_by_the_official_sdk(python: Peer, tmp_path: Path) -> None:
    tests = {
        f"{suite}-{frame}-{key}": asked(raw(key), **{"algorithm": suite, "frame-size": frame, "plaintext": plaintext})
        for suite in ("0014", "0178", "0214", "0378", "0478", "0578")
        for frame, key, plaintext in (
            (0, "aes-128", "small"),
            (512, "aes-256", "small"),
            (512, "rsa-2048-private", "none"),
            (128, "aes-192", "tiny"),
        )
    }
    tests["multi"] = asked(raw("rsa-2048-private"), raw("aes-256"))
    (tmp_path / "keys.json").write_text(json.dumps(keys_file()))
    (tmp_path / "encrypt.json").write_text(json.dumps(asking(2, tests)))
    made = generate(tmp_path / "encrypt.json", "awses-decrypt-2", seed="interop")
    assert (made.export.exported, made.failures) == (len(tests), ())
    place_folder(tmp_path / "made", made.export.files)
    for name, test, answer in answers(tmp_path / "made", python):
        assert right(tmp_path / "made", test, answer), (name, answer)


def test_set_that_the_official_sdk_wrote_is_read_by_us_and_by_it(python: Peer, tmp_path: Path) -> None:
    tests = {"framed": asked(algorithm="0578"), "block": asked(**{"frame-size": 0}), "odd": asked(**{"frame-size": 100})}
    (tmp_path / "keys.json").write_text(json.dumps(keys_file()))
    (tmp_path / "encrypt.json").write_text(json.dumps(asking(2, tests)))
    with open_target(f"stdio:{shlex.join(command('python-4'))}") as target:
        made = generate(tmp_path / "encrypt.json", "awses-decrypt-2", seed="interop", target=target)
    assert (made.export.exported, made.failures) == (2, ())
    assert dict(made.export.left_out) == {"the writer: it does not have: frame length 100": 1}
    place_folder(tmp_path / "made", made.export.files)
    assert run([tmp_path / "made"]).count("passed") == 2
    assert all(right(tmp_path / "made", test, answer) for _, test, answer in answers(tmp_path / "made", python))

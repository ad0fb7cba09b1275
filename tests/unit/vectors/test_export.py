"""Export: what a form can say is read to the same outcome, what it cannot say is counted, and nothing is half there."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import Code, UsageError, VectorError
from esdkit.vectors import placing
from esdkit.vectors.export import FORMS, export, export_native
from esdkit.vectors.model import Accept, KeyDescription, Need, Reject, Vector, VectorSet, given_data_key
from esdkit.vectors.placing import place_folder, zipped
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import load, run
from tests.unit.vectors.making import (
    NAMESPACE,
    PLAINTEXT,
    MadeSet,
    aes_keyring,
    case,
    decrypt_manifest,
    keys_manifest,
    made_keyring,
    multi,
    raw_aes,
    required_context,
    seal,
    unavailable,
)


@pytest.fixture(scope="module")
def native() -> VectorSet:
    one = next(one for one in load([native_path()]) if isinstance(one, VectorSet) and one.vectors)
    assert isinstance(one, VectorSet)
    return one


def keyed(keyring: dict[str, Any]) -> KeyDescription:
    made = made_keyring()
    return KeyDescription(keyring, made.keys, {"aes": keys_manifest()["keys"]["aes"]})


def vector(**members: Any) -> Vector:
    base = Vector(id="t", ciphertext=seal(), expectation=Accept(PLAINTEXT), keys=keyed(aes_keyring(NAMESPACE, "aes")))
    return replace(base, **members)


def made_of(*vectors: Vector) -> VectorSet:
    return VectorSet("made", "made", vectors)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.req("TVM-DEC-001")
def test_exported_native_set_is_read_to_the_same_outcomes(native: VectorSet, form: str, tmp_path: Path) -> None:
    exported = export([native], form)
    assert exported.exported + sum(exported.left_out.values()) == len(native.vectors)
    place_folder(tmp_path / "folder", exported.files)
    (tmp_path / "exported.zip").write_bytes(zipped(exported.files))
    expected = {one.id: isinstance(one.expectation, Accept) for one in native.vectors}
    one, packed = load([tmp_path / "folder", tmp_path / "exported.zip"])
    assert isinstance(one, VectorSet) and isinstance(packed, VectorSet) and one.vectors == packed.vectors
    assert {vector.id: isinstance(vector.expectation, Accept) for vector in one.vectors}.items() <= expected.items()
    report = run([tmp_path / "folder"])
    assert (report.count("passed"), report.faults) == (exported.exported, ())


@pytest.mark.req("TVM-DEC-002", "TVM-DEC-003")
def test_version_2_has_refusals_and_says_where_in_their_description(native: VectorSet) -> None:
    tests = json.loads(export([native], "awses-decrypt-2").files["manifest.json"])["tests"]
    texts = [test["result"]["error"]["error-description"] for test in tests.values() if "error" in test["result"]]
    assert len(texts) > 100
    assert any(text.startswith("frames, body-tag-invalid: ") for text in texts)


@pytest.mark.req("TVM-DEC-002")
@pytest.mark.parametrize(("form", "version", "keys"), [("awses-decrypt-2", 2, 3), ("awses-decrypt-5", 5, 2)])
def test_manifests_have_the_versions_of_the_published_sets(form: str, version: int, keys: int) -> None:
    files = export([made_of(vector())], form).files
    assert json.loads(files["manifest.json"])["manifest"] == {"type": "awses-decrypt", "version": version}
    assert json.loads(files["keys.json"])["manifest"] == {"type": "keys", "version": keys}


UNSAYABLE: list[tuple[str, Vector, str]] = [
    ("awses-decrypt-2", vector(keys=given_data_key(bytes(32))), "the data key is given instead of a key"),
    ("awses-decrypt-5", vector(keys=given_data_key(bytes(32))), "the data key is given instead of a key"),
    ("awses-decrypt-5", vector(commitment_policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT"), "the reader has a commitment policy"),
    ("awses-decrypt-5", vector(max_encrypted_data_keys=1), "the reader has a limit of encrypted data keys"),
    ("awses-decrypt-5", vector(unsigned_only=True), "the reader refuses signed messages"),
    ("awses-decrypt-5", vector(expectation=Accept(None)), "the plaintext is not known"),
    ("awses-decrypt-5", vector(expectation=Reject("frames", "body-tag-invalid")), "the message must be refused"),
    ("awses-decrypt-2", vector(encryption_context={"a": "b"}), "the reader gives an encryption context"),
    ("awses-decrypt-2", vector(keys=None), "no key is known for the message"),
    ("awses-decrypt-2", vector(keys=keyed(unavailable(Need.AWS_KMS))), "its key is not in the set"),
    (
        "awses-decrypt-2",
        vector(keys=keyed(required_context([], aes_keyring(NAMESPACE, "aes")))),
        "a keyring or CMM of the kind required_context",
    ),
    ("awses-decrypt-5", vector(keys=keyed(aes_keyring(NAMESPACE, "other", "aes"))), "a key has a name that differs from its key id"),
    ("awses-decrypt-5", vector(ciphertext=seal()[:-1]), "our reader refuses the message"),
    (
        "awses-decrypt-2",
        vector(expectation=Reject("unwrap", "unwrap-failed"), keys=keyed(aes_keyring("another", "aes"))),
        "the refusal could come from a key that does not fit",
    ),
]


@pytest.mark.parametrize(("form", "unsayable", "reason"), UNSAYABLE)
def test_what_a_form_cannot_say_is_left_out_and_counted(form: str, unsayable: Vector, reason: str) -> None:
    exported = export([made_of(vector(), replace(unsayable, id="u"))], form)
    assert (exported.exported, dict(exported.left_out)) == (1, {reason: 1})


@pytest.mark.parametrize("form", FORMS)
def test_set_of_which_a_form_can_say_nothing_is_refused(form: str) -> None:
    with pytest.raises(VectorError) as caught:
        export([made_of(vector(keys=None))], form)
    assert caught.value.code is Code.NO_VECTORS


def test_keys_below_that_are_not_in_the_set_are_left_out_of_a_valid_case() -> None:
    keys = keyed(multi(unavailable(Need.KEYRING), aes_keyring(NAMESPACE, "aes"), unavailable(Need.AWS_KMS)))
    test = json.loads(export([made_of(vector(keys=keys))], "awses-decrypt-2").files["manifest.json"])["tests"]["t"]
    assert test["master-keys"] == [raw_aes()]


def test_two_cases_of_one_id_are_refused() -> None:
    with pytest.raises(VectorError) as caught:
        export([made_of(vector()), made_of(vector())], "awses-decrypt-2")
    assert caught.value.code is Code.DUPLICATE_ID


def test_two_keys_of_one_name_are_refused() -> None:
    entry = {**keys_manifest()["keys"]["aes"], "bits": 128}
    other = replace(vector(), id="u", keys=replace(vector().keys or made_keyring(), entries={"aes": entry}))
    with pytest.raises(VectorError) as caught:
        export([made_of(vector(), other)], "awses-decrypt-2")
    assert caught.value.code is Code.DUPLICATE_ID


@pytest.mark.parametrize(("version", "keys"), [(1, 1), (4, 3), (5, 2)])
@pytest.mark.parametrize("form", FORMS)
def test_sets_of_other_versions_are_exported_with_keys_of_the_new_one(
    made: MadeSet, version: int, keys: int, form: str, tmp_path: Path
) -> None:
    made.fill(decrypt_manifest(version, case(version)), keys=keys_manifest(keys))
    (one,) = load([made.root])
    assert isinstance(one, VectorSet)
    place_folder(tmp_path / "out", export([one], form).files)
    assert run([tmp_path / "out"]).count("passed") == 1


@pytest.mark.parametrize("kept", [True, False])
def test_required_context_that_version_4_leaves_open_is_named_in_version_5(made: MadeSet, kept: bool, tmp_path: Path) -> None:
    context = {"key1": "a", "key2": "b"}
    message = seal(stored={"key1": "a"} if kept else {}, required={"key2": "b"} if kept else context)
    made.fill(decrypt_manifest(4, case(4, **{"cmm": "RequiredEncryptionContext", "encryption-context": context})), ciphertext=message)
    (one,) = load([made.root])
    assert isinstance(one, VectorSet)
    files = export([one], "awses-decrypt-5").files
    scenario = json.loads(files["manifest.json"])["tests"]["t"]["decryption-scenario"]
    assert scenario["decryptKeyDescription"]["requiredEncryptionContextKeys"] == (["key2"] if kept else ["key1", "key2"])
    place_folder(tmp_path / "out", files)
    assert run([tmp_path / "out"]).count("passed") == 1


@pytest.mark.parametrize("form", FORMS)
def test_same_vectors_give_the_same_bytes(native: VectorSet, form: str) -> None:
    some = replace(native, vectors=native.vectors[:20])
    assert zipped(export([some], form).files) == zipped(export([some], form).files)


def test_zip_has_no_time_no_owner_and_a_fixed_order() -> None:
    data = zipped({"b/c": b"2", "a": b"1"})
    assert data == zipped({"a": b"1", "b/c": b"2"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [(entry.filename, entry.date_time, entry.compress_type) for entry in archive.infolist()] == [
            ("a", (1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED),
            ("b/c", (1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED),
        ]


def test_native_form_is_the_folder_as_it_is(tmp_path: Path) -> None:
    exported = export_native(native_path())
    assert all((native_path() / name).read_bytes() == content for name, content in exported.files.items())
    (tmp_path / "native.zip").write_bytes(zipped(exported.files))
    (one,) = load([tmp_path / "native.zip"])
    assert isinstance(one, VectorSet) and len(one.vectors) == exported.exported


def test_native_form_of_another_set_is_refused(made: MadeSet) -> None:
    made.fill()
    with pytest.raises(VectorError) as caught:
        export_native(made.root)
    assert caught.value.code is Code.NO_VECTORS


@pytest.mark.parametrize("there", [lambda path: path.mkdir(), lambda path: path.write_text(""), lambda path: path.symlink_to("nowhere")])
def test_folder_that_is_there_is_left_as_it_is(tmp_path: Path, there: Callable[[Path], object]) -> None:
    there(tmp_path / "out")
    with pytest.raises(UsageError):
        place_folder(tmp_path / "out", {"a": b""})
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_folder_that_cannot_be_finished_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        if path.name == "b":
            raise OSError(28, "No space left on device")
        path.mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(placing, "make_folder", full)
    with pytest.raises(OSError, match="No space"):
        place_folder(tmp_path / "out", {"a": b"1", "b/c": b"2"})
    assert list(tmp_path.iterdir()) == []

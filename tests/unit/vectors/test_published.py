"""The index of published sets: sound by its schema, and known by digest."""

import hashlib
import json

import jsonschema
import pytest
import yaml

from esdkit.spec import STAGES, error_codes, spec_path
from esdkit.vectors import manifests
from esdkit.vectors.files import DiskFolder, JsonFile
from esdkit.vectors.manifests import load_manifest
from esdkit.vectors.model import Reject
from esdkit.vectors.published import Deviation, base_url, data_path, deviations, native_path, published_path, published_sets
from tests.unit.vectors.making import MadeSet, seal


def test_index_fits_its_schema() -> None:
    schema = json.loads((spec_path() / "schemas" / "published.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    index = yaml.safe_load((data_path() / "published.yaml").read_text(encoding="utf-8"))
    jsonschema.validate(index, schema)


def test_index_names_every_known_set_once() -> None:
    assert {"python-1.3.5", "net-4.0.0-valid", "net-4.0.0-invalid", "net-4.0.1", "dafny-4.1.0-c", "commitment-2.0"} <= set(published_sets())
    assert len({(row.repository, row.commit, row.path) for row in published_sets().values()}) == len(published_sets())
    assert {row.kind for row in published_sets().values()} == {"zip", "file", "folder"}
    assert all(row.files for row in published_sets().values() if row.kind == "folder" and row.git_id is not None)
    assert base_url().startswith("https://")


def test_deviations_name_stages_and_codes_that_exist() -> None:
    assert len(deviations()) == 28
    for deviation in deviations().values():
        assert deviation.expectation == Reject("header_tag", "header-tag-invalid")
        assert deviation.expectation.stage in STAGES
        assert deviation.expectation.code in error_codes()


def test_folders_are_those_of_the_checkout() -> None:
    assert native_path() == data_path() / "native"
    assert published_path() == data_path() / "published"


@pytest.mark.req("TVM-DEC-020")
def test_case_is_known_by_the_digest_of_its_ciphertext_whatever_its_folder(made: MadeSet, monkeypatch: pytest.MonkeyPatch) -> None:
    ciphertext = seal()
    known = {hashlib.sha256(ciphertext).hexdigest(): Deviation(Reject("header_tag", "header-tag-invalid"), "because")}
    monkeypatch.setattr(manifests, "deviations", lambda: known)
    made.fill(ciphertext=ciphertext)
    file = JsonFile(DiskFolder(made.root), "manifest.json", "")
    vector_set = load_manifest(file)
    assert vector_set is not None
    assert [(vector.expectation, vector.deviation) for vector in vector_set.vectors] == [
        (Reject("header_tag", "header-tag-invalid"), "because")
    ]
    made.fill(ciphertext=seal())  # the same message once more is another message
    vector_set = load_manifest(file)
    assert vector_set is not None
    assert vector_set.vectors[0].deviation is None

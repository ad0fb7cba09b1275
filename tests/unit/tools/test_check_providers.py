"""``tools/check_providers.py``: what a row of providers.yaml or a module of keyrings lacks is named."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from esdkit.spec import spec_path
from tools.check_providers import main, problems

TABLE: dict[str, Any] = yaml.safe_load((spec_path() / "providers.yaml").read_text(encoding="utf-8"))


def row(table: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(row for row in table["providers"] if row["id"] == kind)


def test_real_table_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert problems(TABLE) == []
    assert main() == 0
    assert capsys.readouterr().out == "providers: fine\n"


FAULTS: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "id-twice": (lambda table: row(table, "kms").update(id="raw-aes"), "id 'raw-aes' appears 2 times"),
    "provider-id-twice": (lambda table: row(table, "kms").update(provider_id="raw-ecdh"), "provider id 'raw-ecdh' appears 2 times"),
    "other-not-last": (lambda table: table["providers"].reverse(), "the last row must be other, which fits everything"),
    "no-layout": (lambda table: row(table, "kms-ecdh").update(ciphertext="NONE"), "kms-ecdh: grammar/edk.py has no layout NONE"),
    "no-field": (
        lambda table: row(table, "raw-aes").update(key_name="raw_aes.name"),
        "raw-aes: RAW_AES_INFO has no field raw_aes.name",
    ),
    "no-sdk": (lambda table: row(table, "kms-rsa")["sdks"].update(Cobol="1.0"), "kms-rsa: readers.yaml has no SDK Cobol"),
    "no-word": (
        lambda table: row(table, "kms").update(needs="{arn}"),
        "kms: needs: unknown word {arn}, expected one of curve, key, namespace",
    ),
    "kind-twice": (lambda table: table["without_data_key"].update(kms="kms.keyring"), "kind of keyring file 'kms' appears 2 times"),
    "module-missing": (
        lambda table: row(table, "kms")["keyrings"].update(toy="toys.toy"),
        "kms: the module esdkit/keyrings/toys/toy.py is missing",
    ),
    "kind-not-described": (
        lambda table: row(table, "kms")["keyrings"].update(toy="kms.keyring"),
        "kms: esdkit/keyrings/kms/keyring.py does not describe 'toy' in DESCRIPTIONS",
    ),
    "row-missing": (
        lambda table: row(table, "raw-aes").update(keyrings={}),
        "no row names 'raw_aes' of esdkit/keyrings/raw_aes.py under keyrings: add the row of its kind",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_missing_is_named(name: str) -> None:
    plant, what = FAULTS[name]
    table = copy.deepcopy(TABLE)
    plant(table)
    assert problems(table) == [what]

"""The vectors of writers that differ in one rule, and of known pitfalls: small, sealed, and what their comments say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from esdkit.crypto.kdf import derive_keys
from esdkit.engine.client import Client
from esdkit.keyrings.base import DecryptionMaterials
from esdkit.message import parse_header
from esdkit.vectors.canonical import encrypt_text
from vectors.generators import native, negative
from vectors.generators.derivations import derivations
from vectors.generators.derive import Base, Derived, keyring
from vectors.generators.encryptions import PATH, encryptions
from vectors.generators.layout import layout
from vectors.generators.pitfalls import pitfalls
from vectors.generators.two_keys import OTHER_KEY, two_keys

TESTS = native.load()
KEYS: dict[str, Any] = json.loads((native.FOLDER / "keys.json").read_text(encoding="utf-8"))["keys"]
BASES = {name: Base(test, TESTS[test], KEYS) for name, test in negative.BASES.items()}
MADE: dict[str, Derived] = {one.name: one for group in (derivations, layout, pitfalls, two_keys) for one in group(BASES)}


def test_messages_are_small() -> None:
    assert {name: len(one.ciphertext) for name, one in MADE.items() if len(one.ciphertext) > 600} == {}


def test_no_two_vectors_are_the_same_message_for_the_same_reader() -> None:
    asked = [(one.ciphertext, json.dumps(dict(one.members), sort_keys=True)) for one in MADE.values()]
    assert len(set(asked)) == len(asked)


def test_derived_otherwise_is_another_key() -> None:
    """The changed input or step gives another key than the right one, for each row."""
    for name, one in MADE.items():
        if not name.startswith("kdf-"):
            continue
        header = parse_header(one.ciphertext)[0]
        materials = DecryptionMaterials(suite=header.suite, encryption_context=header.encryption_context)
        data_key = keyring(one.members["key"], KEYS).on_decrypt(materials, header.encrypted_data_keys).data_key
        assert data_key is not None
        right = derive_keys(header.suite, data_key.reveal(), header.message_id)
        assert (right.commit_key or b"") != header.suite_data if "-commit-" in name else right.commit_key in (None, header.suite_data), name


def test_message_of_two_keys_opens_under_both_to_two_plaintexts() -> None:
    client = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
    data = MADE["two-keys-first"].ciphertext
    first, second = (client.decrypt(source=data, keyring=keyring(key, KEYS))[0] for key in (BASES["block"].key, OTHER_KEY))
    assert first == native.plaintext(len(first))
    assert len(second) == len(first) and second != first


@pytest.mark.req("CLI-ENC-026")
def test_encrypt_manifest_is_what_its_generator_makes() -> None:
    assert PATH.read_text(encoding="utf-8") == encrypt_text(dict(encryptions(KEYS))), "run python -m vectors.generators.encryptions"

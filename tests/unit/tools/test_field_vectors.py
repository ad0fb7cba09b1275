"""The vectors about fields and suites: every field is cut, lied about or changed in both versions, and every suite fails at every stage.

A cell that has no vector is named here, with the reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import derive_keys
from esdkit.crypto.secret import Secret
from esdkit.forge.mutate import spans
from esdkit.keyrings.base import DecryptionMaterials
from esdkit.message import parse_header
from esdkit.spec import FIELDS, STAGES, SUITES, Suite
from vectors.generators import native, negative
from vectors.generators.derive import Base, Derived, keyring, seeded
from vectors.generators.edges import edges
from vectors.generators.flips import FLIPS
from vectors.generators.lies import LIES
from vectors.generators.plain import FORMS, slug, twin
from vectors.generators.widths import WIDTHS

TESTS = native.load()
KEYS: dict[str, Any] = json.loads((native.FOLDER / "keys.json").read_text(encoding="utf-8"))["keys"]
DERIVED: dict[str, Derived] = {vector.name: vector for vector in negative.derived(TESTS, KEYS)}
PLAIN = {form: DERIVED[twin(form)].ciphertext for form in FORMS}
MESSAGE_FIELDS = [field_id for field_id, row in FIELDS.items() if row.part in ("header", "body", "footer")]
NUMBERS_THAT_MEASURE = (".length", ".count", "_length")

NO_CUT = {
    ("header.version", "start"): "no byte at all: parse-truncated-nothing",
    ("header.version", "inside"): "one byte",
    ("header.type", "inside"): "one byte",
    ("header.content_type", "inside"): "one byte",
    ("header.iv_length", "inside"): "one byte",
}
ELSEWHERE = {("0478", "header.algorithm_suite_id", "start"): "parse-truncated-version"}


def _version(form: str) -> int:
    return SUITES[int(form[:4], 16)].message_version


def _cells() -> Iterator[tuple[str, int]]:
    """Each field of a message in each version that has it."""
    return ((field_id, version) for field_id in MESSAGE_FIELDS for version in FIELDS[field_id].versions)


def test_plain_messages_have_every_field_of_a_message() -> None:
    for version in (1, 2):
        read = {span.id for form, data in PLAIN.items() if _version(form) == version for span in spans(data).values()}
        assert read == {field_id for field_id in MESSAGE_FIELDS if version in FIELDS[field_id].versions}


@pytest.mark.parametrize("place", ["start", "inside"])
def test_every_field_is_cut_in_every_version(place: str) -> None:
    for field_id, version in _cells():
        cut = [form for form in FORMS if f"cut-{form}-{slug(field_id)}-{place}" in DERIVED and _version(form) == version]
        known = (field_id, place) in NO_CUT or any(
            name in DERIVED for (form, *cell), name in ELSEWHERE.items() if cell == [field_id, place] and _version(form) == version
        )
        assert bool(cut) != known, (field_id, version)


def test_cut_messages_are_beginnings_of_their_twins() -> None:
    cut = [vector for name, vector in DERIVED.items() if name.startswith("cut-")]
    for vector in cut:
        assert vector.twin is not None
        assert DERIVED[vector.twin].ciphertext.startswith(vector.ciphertext), vector.name


def test_every_length_and_count_has_lies_in_every_version() -> None:
    told = {(lie.field_id, _version(form)) for lie in LIES for form in lie.forms}
    assert told == {cell for cell in _cells() if cell[0].endswith(NUMBERS_THAT_MEASURE)}


def test_bits_of_every_other_field_are_inverted_in_every_version() -> None:
    flipped = {(row.field_id, _version(form)) for row in FLIPS for form in row.forms if row.field_id in MESSAGE_FIELDS}
    told = {lie.field_id for lie in LIES}
    assert flipped == {cell for cell in _cells() if cell[0] not in told}


def test_every_number_of_more_than_8_bits_is_written_too_large_for_fewer() -> None:
    wide = {row.field_id for row in WIDTHS}
    sizes = {lie.field_id for lie in LIES} | {"body.frame.sequence_number", "body.final_frame.sequence_number"}
    assert wide == sizes - {"header.iv_length"}  # one byte


def test_highest_and_lowest_bit_of_a_field_are_inverted() -> None:
    for field_id, version in {(row.field_id, _version(form)) for row in FLIPS if row.field_id in MESSAGE_FIELDS for form in row.forms}:
        rows = [row for row in FLIPS if row.field_id == field_id and version in map(_version, row.forms)]
        assert {which for row in rows for which in row.refusals} >= {"first", "last"}, field_id


@pytest.mark.parametrize("suite", SUITES.values(), ids=str)
def test_every_suite_is_refused_at_every_stage_that_it_can_fail_at(suite: Suite) -> None:
    impossible = {"rebuild", "plaintext"} | (set() if suite.commitment else {"commitment"})
    vectors = [vector for name, vector in DERIVED.items() if name.startswith(f"suite-{suite.hex_id}-")]
    assert {vector.stage for vector in vectors} == set(STAGES) - impossible


@pytest.mark.parametrize("suite", SUITES.values(), ids=str)
@pytest.mark.req("KEY-IFC-020", kind="negative")
def test_data_key_of_another_length_opens_where_the_suite_has_that_length(suite: Suite) -> None:
    """So nothing but a check of the length can refuse it."""
    vector = DERIVED[f"suite-{suite.hex_id}-unwrap-length"]
    header = parse_header(vector.ciphertext)[0]
    data_key = seeded(int(re.findall(r"has (\d+) bytes", vector.comment)[0]), vector.name, "odd data key")
    other = replace(suite, data_key_length=len(data_key))
    opened = keyring(vector.members["key"], KEYS).on_decrypt(
        DecryptionMaterials(suite=other, encryption_context=header.encryption_context), header.encrypted_data_keys
    )
    assert opened.data_key == Secret(data_key)
    keys = derive_keys(other, data_key, header.message_id)
    assert (keys.commit_key or b"") == header.suite_data
    tag = spans(vector.ciphertext)["header_auth.tag"]
    signed = vector.ciphertext[: tag.start - len(header.auth.iv)]
    AesGcm(keys.content_key.reveal()).decrypt(header.auth.iv or bytes(suite.iv_length), signed, b"", header.auth.tag)


def test_edges_are_valid_but_for_the_limit_of_a_reader() -> None:
    bases = {name: Base(test, TESTS[test], KEYS) for name, test in negative.BASES.items()}
    refused = {vector.code for vector in edges(bases) if vector.stage is not None}
    assert refused == {"edk-limit-exceeded"}


def test_plain_messages_are_small() -> None:
    assert max(map(len, PLAIN.values())) < 600

"""What ``esdkit fuzz export`` writes: a file for each class, each of which is what its name says; and a dictionary that fuzzers read."""

from __future__ import annotations

import re
from functools import cache

import pytest

from esdkit import Client, EsdkError, parse
from esdkit.fuzz.questions import NAME, NAMESPACE, WRAPPING_KEY
from esdkit.fuzz.seeds import CORPUS, DICTIONARY, seed_files, seed_subjects
from esdkit.keyrings import RawAesKeyring
from esdkit.message.providers import wrapping_key
from esdkit.spec import CONSTANTS, SUITES, error_codes, providers

CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
KEYRING = RawAesKeyring(NAMESPACE, NAME, WRAPPING_KEY)
SUITE_KINDS = ("v1-identity", "v1-hkdf", "v1-hkdf-sign", "v2-hkdf-commit", "v2-hkdf-commit-sign")


@cache
def corpus() -> dict[str, bytes]:
    return {name.removeprefix(f"{CORPUS}/").removesuffix(".bin"): data for name, data in seed_files().items() if name != DICTIONARY}


def test_corpus_has_every_class() -> None:
    valid = {f"{suite}-{body}-{kind}" for suite in SUITE_KINDS for body in ("framed", "block") for kind in providers()}
    assert {name.removesuffix("-valid") for name in corpus() if name.endswith("-valid")} == valid
    faults = {
        name.removeprefix("v2-hkdf-commit-sign-framed-kms-") for name in corpus() if name.startswith("v2-hkdf-commit-sign-framed-kms-t")
    }
    assert faults == {"truncated", "trailing-data"}
    assert len(set(corpus().values())) == len(corpus())


def test_data_keys_are_of_the_kind_that_is_in_the_name() -> None:
    for name, subject in seed_subjects():
        assert name.endswith(wrapping_key(subject.draft.header.encrypted_data_keys[1]).kind.id)


def test_message_is_what_its_name_says() -> None:
    for name, data in list(corpus().items())[::7]:
        code = next((code for code in error_codes() if name.endswith(f"-{code}")), None)
        try:
            CLIENT.decrypt(source=data, keyring=KEYRING)
        except EsdkError as error:
            assert not name.endswith("-valid")
            refused = CLIENT.verify(source=data, keyring=KEYRING).error
            assert refused is not None and (code is None or refused.code.value == code), (name, error)
        else:
            assert name.endswith("-valid")


def test_same_bytes_every_time() -> None:
    assert seed_files() == seed_files()


def test_dictionary_is_one_that_fuzzers_read() -> None:
    header, *lines = seed_files()[DICTIONARY].decode("ascii").splitlines()
    assert header.startswith("#")
    entries = [re.fullmatch(r'([a-z0-9_]+)="((?:[^"\\]|\\x[0-9a-f]{2})+)"', line) for line in lines]
    assert all(entries)
    names, values = zip(*((entry[1], entry[2]) for entry in entries if entry), strict=True)
    assert len(set(names)) == len(set(values)) == len(lines)
    decoded = {re.sub(r"\\x(..)", lambda match: chr(int(match[1], 16)), value).encode("latin-1") for value in values}
    assert {suite.id.to_bytes(2, "big") for suite in SUITES.values()} < decoded
    assert {row.provider_id.encode() for row in providers().values() if row.provider_id} < decoded
    assert {CONSTANTS.public_key_name.encode(), b"\xff\xff\xff\xff", b"\x02\x05\x78", b"\x01\x00", b"\x7f\xff"} < decoded


@pytest.mark.parametrize("name", ["v1-identity-block-raw-aes-valid", "v2-hkdf-commit-sign-framed-other-valid"])
def test_valid_message_opens(name: str) -> None:
    data = corpus()[name]
    assert len(CLIENT.decrypt(source=data, keyring=KEYRING)[0]) == 7
    assert len(parse(data).header.encrypted_data_keys) == 2

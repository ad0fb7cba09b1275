"""Errors of the official SDKs: each pattern finds its own texts, and each is explained."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.doctor.sdk_errors import as_printed, found_here, kms_codes, matching, related
from esdkit.errors import Code
from esdkit.keyrings import Keyring, KmsKeyring
from esdkit.spec import sdk_errors
from tests.fake_kms import IRELAND, FakeKms
from tests.samples import native_ciphertext
from tests.unit.doctor.cases import BLOB, MULTI, aes, diagnosed, encrypted


@pytest.mark.req("CLI-DOC-016")
@pytest.mark.parametrize("row", sdk_errors().values(), ids=lambda row: row.id)
def test_pattern_finds_its_texts(row: object) -> None:
    from esdkit.spec import SdkError

    assert isinstance(row, SdkError)
    for text in row.texts:
        assert row in matching(f"Traceback: some.module {as_printed(text)}"), text
    assert set(row.codes) <= set(Code)
    re.compile(row.pattern)


@pytest.mark.req("CLI-DOC-016")
@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('aws_encryption_sdk.exceptions.NotSupportedError: ("Unsupported version 65", ...)', ["unsupported-version"]),
        ("com.amazonaws.encryptionsdk.exception.BadCiphertextException: Invalid version", ["invalid-version"]),
        ("Error: unencryptedDataKey has not been set\n    at Object.needs", ["unencrypted-data-key"]),
        (
            "Configuration conflict. Cannot process message with ID x due to CommitmentPolicy REQUIRE_ENCRYPT_REQUIRE_DECRYPT requiring"
            " only committed messages. Algorithm ID was ALG_AES256_GCM",
            ["commitment-policy"],
        ),
        ("botocore.exceptions.ClientError: An error occurred (InvalidCiphertextException) when", ["kms-invalid-ciphertext"]),
        ("Unable to decrypt any data keys", ["any-data-key-java"]),
        ("DecryptKeyError: Unable to decrypt any data key", ["any-data-key-python"]),
        ("org.bouncycastle.crypto.InvalidCipherTextException: mac check in GCM failed", []),
        ("MasterKeyProviderError: Key commitment validation failed. Key identity does not match", ["commitment-mismatch"]),
        ("Configuration conflict: Cannot encrypt or decrypt because the algorithm suite is forbidden under the configured key", []),
        ("is forbidden under the configured key commitment policy", ["commitment-policy"]),
        ("SerializationError: ('Unexpected deserialization error', <class 'struct.error'>, 'unpack')", ["deserialization"]),
        ("raise InvalidTag\ncryptography.exceptions.InvalidTag", ["invalid-tag"]),
        ("Error: Malformed Header: This blob may be base64 encoded.", ["may-be-base64"]),
        ("Error: Malformed Header.", ["not-a-supported-version"]),
        ("Unable to decrypt data key: No Encrypted Data Keys found to match. \n Expected:", ["no-edks-to-match"]),
        ("all is well", []),
    ],
)
def test_real_errors_are_found_and_no_other(text: str, ids: list[str]) -> None:
    assert [row.id for row in matching(text)] == ids


def test_texts_name_the_first_bytes_of_the_message() -> None:
    assert as_printed("version {first}, type {second}") == "version 65, type 2"
    assert as_printed("version {first}, type {second}", diagnosed(b"{x")) == "version 123, type 120"
    assert as_printed("version {first}", diagnosed(b"")) == "version 0"
    assert as_printed("version {first}, type {second}", diagnosed(bytes(range(200, 232)))) == "version 65, type 2"


def test_codes_of_kms_are_explained() -> None:
    assert list(kms_codes("(AccessDeniedException) when calling")) == ["AccessDeniedException"]
    assert kms_codes("NotAccessDeniedExceptionAtAll") == {}


def test_related_errors_are_those_of_the_same_cause() -> None:
    assert "any-data-key-python" in {row.id for row in related(diagnosed(MULTI, aes("x")))}
    assert related(diagnosed(MULTI, aes())) == ()


@pytest.mark.req("CLI-DOC-016")
def test_error_is_compared_with_what_the_file_shows() -> None:
    def here(id_: str, data: bytes, *keyrings: Keyring) -> str:
        return found_here(sdk_errors()[id_], diagnosed(data, *keyrings))

    assert "shows it: no keyring" in here("unencrypted-data-key", MULTI, aes("x"))
    assert "give the keys to doctor" in here("unencrypted-data-key", MULTI)
    assert "does not show it" in here("unencrypted-data-key", MULTI, aes())
    assert "shows it" in here("unsupported-version", base64.b64encode(MULTI))
    assert here("kms-invalid-ciphertext", MULTI).endswith("KMS Decrypt cannot open it.")
    wrapped = encrypted(KmsKeyring([IRELAND], client_supplier=FakeKms([IRELAND])))
    assert "If an SDK asked KMS for its data key" in here("kms-invalid-ciphertext", wrapped)
    assert "a ciphertext of AWS KMS" in here("kms-invalid-ciphertext", BLOB)


@pytest.mark.req("CLI-DOC-028")
@pytest.mark.req("CLI-DOC-028", kind="negative")
def test_error_is_denied_only_when_every_check_that_could_show_it_was_made() -> None:
    old = native_ciphertext("js-0378-aes-256-many-f16-p1")
    changed = old[:-120] + bytes([old[-120] ^ 1]) + old[-119:]

    def here(id_: str, data: bytes, *keyrings: Keyring) -> str:
        return found_here(sdk_errors()[id_], diagnosed(data, *keyrings, policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT"))

    assert here("bad-signature", changed) == "The file shows it: the signature does not verify."
    assert here("commitment-policy", changed).startswith("The file shows it: REQUIRE_ENCRYPT_REQUIRE_DECRYPT does not decrypt")
    unkeyed = "Whether this file shows it is not known: header_tag was not checked, because no key was given: give the keys to doctor, too."
    assert here("invalid-tag", changed) == unkeyed
    assert here("invalid-tag", changed, aes()) == "The file shows it: frame 1 does not verify."
    assert here("invalid-tag", old, aes()).startswith("This file does not show it")
    assert here("bad-signature", old[:-1]).endswith("signature was not checked, because the message ends before its signature.")
    assert here("bad-signature", b"just a text").endswith("signature was not checked, because the file is plain text.")
    nothing = sdk_errors()["bad-signature"]._replace(codes=())
    assert found_here(nothing, diagnosed(old)) == "No check of a file shows this error."


def test_table_covers_the_sdks() -> None:
    said = {sdk for row in sdk_errors().values() for sdk in row.sdks}
    assert said == {"C", "CLI", "Go", "Java", "JavaScript", ".NET", "Python", "Rust", "AWS KMS"}


@given(st.text(max_size=300))
def test_any_text_is_looked_through(text: str) -> None:
    assert isinstance(matching(text), tuple)


def test_of_long_texts_the_end_is_looked_through() -> None:
    log = "unable to decrypt " * 200_000
    assert matching(f"Malformed Footer {log}") == ()
    assert [row.id for row in matching(f"{log} Malformed Footer")] == ["incomplete-header"]
    assert (kms_codes(f"DisabledException {log}"), list(kms_codes(f"{log} DisabledException"))) == ({}, ["DisabledException"])

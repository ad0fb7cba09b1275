"""Errors of the official SDKs: each pattern finds its own texts, and each is explained."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.doctor.sdk_errors import as_printed, found_here, kms_codes, matching, nearest
from esdkit.errors import Code
from esdkit.keyrings import Keyring, KmsKeyring
from esdkit.spec import SdkError, sdk_answers, sdk_errors
from tests.each import each
from tests.fake_kms import IRELAND, FakeKms
from tests.samples import native_ciphertext
from tests.unit.doctor.cases import BLOB, MULTI, aes, diagnosed, encrypted

SAMPLES = {"{byte}": r"b'\x05'", "{suite}": "AES_256", "{arn}": "arn:aws:kms:eu-west-1:111122223333:key/1", "{}": "7"}


def ids(text: str) -> list[str]:
    return [found.row.id for found in matching(text)]


def sampled(text: str) -> str:
    """A text with something in place of each part that varies."""
    for hole, sample in SAMPLES.items():
        text = text.replace(hole, sample)
    return re.sub(r"\{\w+\}", "7", text)


@pytest.mark.req("CLI-DOC-016")
@each("row", sdk_errors().values(), ids=lambda row: row.id)
def test_row_is_found_by_its_texts(row: SdkError) -> None:
    for text in row.texts:
        assert row.id in ids(f"Traceback: some.module {sampled(as_printed(text) if '{first}' in text else text)}"), text
    assert set(row.codes) <= set(Code)
    for expression in filter(None, [row.pattern, row.unless, *(variant.when for variant in row.variants)]):
        re.compile(expression)


@pytest.mark.req("CLI-DOC-016")
def test_every_measured_text_is_known() -> None:
    texts = {text for row in sdk_answers() for text in row.said.values() if text is not None}
    assert len(texts) > 90
    assert [text for text in sorted(texts) if not matching(sampled(text))] == []


@pytest.mark.req("CLI-DOC-016")
@each(
    ("text", "expected"),
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
        ("Error: Malformed Header.", ["malformed-header"]),
        ("Unable to decrypt data key: No Encrypted Data Keys found to match. \n Expected:", ["no-edks-to-match"]),
        ("BadCiphertextException: Invalid ciphertext type.", ["kms-ciphertext-given-java"]),
        ("BadCiphertextException: Invalid algorithm identifier in ciphertext", ["unknown-suite-java"]),
        ("Error: Malformed encrypted data key", ["malformed-encrypted-data-key"]),
        ("software.amazon.encryption.s3.S3EncryptionClientException: Unable to decrypt", ["s3-encryption-client"]),
        ("unable to decrypt\n  at S3EncryptionClient", []),
        ("SerializationError: No signature found in message", ["footer-cut"]),
        ("SerializationError: Footer not read", ["footer-not-read"]),
        ("SerializationError: Malformed message: frames out of order", ["frames-out-of-order"]),
        ("Unsupported ciphertext format", ["not-a-ciphertext-javascript"]),
        ("AWS_CRYPTOSDK_ERR_BAD_CIPHERTEXT", ["bad-ciphertext-code-c"]),
        ("Invalid commitment values found in header body", ["commitment-mismatch-native"]),
        ("Input appears to be Base64-encoded", ["base64-native"]),
        ("All keys and values in encryption context must be non-empty", ["context-empty-java"]),
        ("Value length must be greater than 0 and smaller than 32767", ["context-empty-java"]),
        ("plaintext exceeds the maximum allowed size of 1 GB", ["bad-parameter-size"]),
        ("AwsKmsRsaKeyring cannot be used with an Algorithm Suite with asymmetric signing", ["kms-rsa-settings"]),
        ("KmsException: Rate exceeded (Service: Kms, Status Code: 400", ["kms-throttled"]),
        ("Unable to execute HTTP request: Connect to kms.eu-west-1.amazonaws.com:443 failed", ["aws-unreachable"]),
        ("Requested resource not found (Service: DynamoDb", ["dynamodb-table"]),
        ("NoSuchMasterKeyException: Key must be in supplied list of keyIds.", ["key-refused-by-name"]),
        ("Cannot use key in partition aws-cn with account id 1 with configured discovery filter.", ["discovery-filter-refused"]),
        ("OpaqueError: Tag mismatch!", ["mpl-tag-mismatch"]),
        ("cipher: message authentication failed", ["mpl-tag-mismatch"]),
        ("Incomplete message: ReadShortLengthSeq", ["go-short-read"]),
        ("CredentialsProviderError: Could not load credentials from any providers", ["aws-no-credentials"]),
        ("botocore.exceptions.NoRegionError: You must specify a region.", ["aws-no-region"]),
        ("all is well", []),
    ],
)
def test_real_errors_are_found_and_no_other(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.req("CLI-DOC-016", kind="negative")
@pytest.mark.parametrize(
    "text",
    [
        "ValueError: invalid literal for int() with base 10: 'x'",
        "java.lang.NullPointerException: Cannot invoke String.length() because s is null",
        "TypeError: Cannot read properties of undefined (reading 'length')",
        "KeyError: 'name'",
        "An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.",
        "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
        "Error: Cannot find module 'express'",
        "panic: runtime error: index out of range",
        "Unsupported Media Type",
    ],
)
def test_errors_of_other_software_are_not_explained(text: str) -> None:
    assert ids(text) == []


@pytest.mark.req("CLI-SDK-002")
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "empty"),
        (20, "first 22 bytes of a version 1 message"),
        (28, "header authentication"),
        (36, "version 2 message"),
        (272, "a frame with 256 bytes"),
        (4112, "a frame with 4096 bytes"),
    ],
)
def test_numbers_in_texts_are_used(number: int, words: str) -> None:
    (found,) = matching(f"struct.error: unpack requires a buffer of {number} bytes")
    assert words in found.cause


@pytest.mark.req("CLI-SDK-002")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "(AccessDeniedException) when calling the GenerateDataKey operation: x is not authorized",
            "allow kms:GenerateDataKey on the first",
        ),
        ("AccessDeniedException: User: x is not authorized to perform: kms:Decrypt on resource", "Allow kms:Decrypt on the ARN"),
        (
            "AccessDeniedException: User: x is not authorized to perform: dynamodb:GetItem on resource",
            "Allow dynamodb:GetItem on the table",
        ),
        ("AccessDeniedException", "on encrypt kms:GenerateDataKey"),
    ],
)
def test_operation_in_the_text_decides_what_to_allow(text: str, words: str) -> None:
    assert words in matching(text)[0].fix


@pytest.mark.req("CLI-SDK-002")
def test_root_cause_is_first_and_each_error_once() -> None:
    java = "RuntimeException: no\nCaused by: BadCiphertextException: Header integrity check failed.\nCaused by: x.AEADBadTagException: y"
    python = (
        "(ThrottlingException): Rate exceeded\n\nDuring handling of the above exception, another exception occurred:\n\nDecryptKeyError: z"
    )
    mpl = "No Configured Key was able to decrypt the Data Key. The list of encountered Exceptions is available via `list`."
    assert ids(java) == ["invalid-tag", "header-integrity"]
    assert ids(python) == ["kms-throttled", "any-data-key-python"]
    assert ids(mpl) == ["collection-of-errors", "configured-key"]
    assert ids(f"{java}\n{java}") == ids(java)


@pytest.mark.req("CLI-SDK-002")
def test_few_errors_of_a_log_are_named() -> None:
    log = "\n".join(row.texts[0] for row in sdk_errors().values())
    assert len(matching(log)) == 8


@pytest.mark.req("CLI-SDK-003")
def test_unknown_text_has_a_nearest_one_or_none() -> None:
    row = nearest("12:00 ERROR\naws_encryption_sdk.exceptions.SerializationError: Header authorisation faild")
    assert row is not None
    assert row.id == "header-authorization"
    assert nearest("NullPointerException at line 3") is None
    assert nearest("") is None


def test_texts_name_the_first_bytes_of_the_message() -> None:
    assert as_printed("version {first}, type {second}") == "version 65, type 2"
    assert as_printed("version {first}, type {second}", diagnosed(b"{x")) == "version 123, type 120"
    assert as_printed("version {first}", diagnosed(b"")) == "version 0"
    assert as_printed("version {first}, type {second}", diagnosed(bytes(range(200, 232)))) == "version 65, type 2"


@pytest.mark.req("CLI-DOC-016")
def test_codes_of_kms_are_explained() -> None:
    assert list(kms_codes("(AccessDeniedException) when calling")) == ["AccessDeniedException"]
    assert kms_codes("NotAccessDeniedExceptionAtAll") == {}


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
    assert "settings" in here("aws-no-credentials", MULTI)


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
    assert said >= {"C", "CLI", "Go", "Java", "JavaScript", ".NET", "Python", "Rust", "AWS KMS", "AWS SDKs"}


@given(st.text(max_size=300))
def test_any_text_is_looked_through(text: str) -> None:
    assert isinstance(matching(text), tuple)
    nearest(text)


@pytest.mark.req("CLI-DOC-016")
def test_of_long_texts_the_end_is_looked_through() -> None:
    log = "unable to decrypt " * 200_000
    assert matching(f"Malformed Footer {log}") == ()
    assert ids(f"{log} Malformed Footer") == ["incomplete-header"]
    assert (kms_codes(f"DisabledException {log}"), list(kms_codes(f"{log} DisabledException"))) == ({}, ["DisabledException"])

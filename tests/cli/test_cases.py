"""Inputs as people bring them, made neutral, and the right answer to each: one test for each kind. ``inputs/`` has the files; the keys in
it are test keys."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Program, Ran

INPUTS = Path(__file__).parents[1] / "cases" / "inputs"
DAS = (INPUTS / "das.bin").read_bytes()
OPENS = ("--aes", "namespace=n,name=k,key=@bc.key")
DOES_NOT = ("--aes", "namespace=n,name=k,key=@zero.key")


@pytest.fixture
def at(program: Program) -> Program:
    """The program in a folder with all inputs."""
    for path in INPUTS.iterdir():
        program.write(path.name, path.read_bytes())
    return program


def report(at: Program, *arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(at("doctor", "--json", *arguments).text)
    return document


def short(at: Program, *arguments: str) -> str:
    return " ".join(at("doctor", *arguments).text.split())


def full(at: Program, *arguments: str) -> str:
    return " ".join(at("doctor", "--full", *arguments).text.split())


# ---------------------------------------------------------------- evidence, not the first failure
@pytest.mark.req("CLI-DOC-026")
def test_default_policy_hides_no_signature_and_no_key(at: Program) -> None:
    ran = at("doctor", "v1-signed.bin", *OPENS)
    text = " ".join(ran.text.split())
    assert "result: Only the default commitment policy refuses this message: it opens with RawAesKeyring" in text
    assert "11 bytes of plaintext" in text and ran.code == 1
    whole = full(at, "v1-signed.bin", *OPENS)
    assert "opens: the header verifies under what it gives" in whole and "signature" in whole
    without = short(at, "v1-signed.bin")
    assert "result: Only the default commitment policy refuses this message, as far as it shows without a key" in without
    assert "it is complete and its signature is valid" in without
    given = short(at, "v1-signed.bin", *OPENS, "--commitment-policy", "require-encrypt-require-decrypt")
    assert "result: Only your commitment policy refuses this message" in given


@pytest.mark.req("CLI-DOC-026", "CLI-DOC-028")
@pytest.mark.parametrize(("options", "code"), [((), 1), (OPENS, 1), (DOES_NOT, 3)], ids=["no key", "key", "wrong key"])
def test_damage_is_told_before_the_default_policy(at: Program, options: tuple[str, ...], code: int) -> None:
    ran = at("doctor", "v1-signed-damaged.bin", *options, "--error", "InvalidSignature")
    text = " ".join(ran.text.split())
    assert "result: The signature is invalid: the bytes were changed after they were signed." in text
    assert "here The file shows it: the signature does not verify." in text
    assert "policy" in text and ran.code == code


@pytest.mark.req("CLI-DOC-009")
def test_cut_message_still_shows_its_complete_key_ids(at: Program) -> None:
    text = full(at, "v1-cut.bin")
    assert "the bytes end inside the signature: 89 more are needed" in text
    assert "[0] needs the raw AES key 'k' of namespace 'n'" in text


def test_trailing_byte_is_told_with_who_accepts_it(at: Program) -> None:
    assert "The message is complete, but 1 byte follows the end of the message." in short(at, "v1-trail.bin", *OPENS)
    assert "The SDK for Python ignores it" in full(at, "v1-trail.bin", *OPENS)


# ---------------------------------------------------------------- AWS KMS
@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("name", ["edk-0101010078.bin", "edk-0101020078.bin", "edk-cn-010103ff.bin"])
def test_no_doubt_is_raised_about_real_ciphertexts_of_kms(at: Program, name: str) -> None:
    text = at("inspect", name).text + full(at, name)
    assert "do not look like" not in text and "AWS KMS" in text


@pytest.mark.parametrize("name", ["kms-0101010078.bin", "kms-0101020078.bin", "kms-2014.bin", "enc.key"])
def test_ciphertext_of_kms_alone_is_for_kms_decrypt(at: Program, name: str) -> None:
    assert "a ciphertext of AWS KMS itself" in short(at, name)
    at.write(
        "r.json",
        json.dumps({"KeyId": "k", "CiphertextBlob": base64.b64encode((INPUTS / name).read_bytes()).decode()}).encode(),
    )
    assert "a ciphertext of AWS KMS itself" in full(at, "r.json")


@pytest.mark.req("CLI-INS-009")
def test_ml_kem_key_is_named_and_nothing_else_is_guessed(at: Program) -> None:
    text = at("inspect", "aws-kms-ml-kem-768.bin").text
    assert "ML-KEM-768" in text and "raw RSA" not in text
    assert "kms:Decapsulate" in full(at, "aws-kms-ml-kem-768.bin")
    assert at("lint", "aws-kms-ml-kem-768.bin").code == 0


@pytest.mark.req("CLI-INS-003")
def test_signature_of_natural_length_is_that_of_javascript(at: Program) -> None:
    text = at("inspect", "js-node-signature.bin").text
    assert "JavaScript" in text and "another library" not in text
    assert at("lint", "js-node-signature.bin").code == 0


# ---------------------------------------------------------------- messages inside other things
WRAPPED = {
    "kinesis-data.b64": 1,
    "lambda-kinesis.json": 1,
    "get-records.json": 1,
    "firehose.json": 1,
    "record.json": 1,
    "ndjson.txt": 2,
    "double-percent.txt": 1,
    "c-literals.txt": 1,
    "java-literals.txt": 1,
    "node-concat.txt": 1,
    "log-json-u.txt": 1,
    "base64url-one-byte-before.txt": 1,
    "octal.txt": 1,
    "annotated-hex.txt": 1,
}


@pytest.mark.req("CLI-INP-001")
@pytest.mark.parametrize("name", WRAPPED)
def test_wrapped_message_is_found_by_every_verb(at: Program, name: str) -> None:
    rows = [json.loads(line) for line in at("extract", name, "-o", "out/", "--json").text.splitlines()]
    assert [(at.folder / row["output"]).read_bytes() for row in rows] == [DAS] * WRAPPED[name]
    assert at("inspect", "--oneline", name).text.startswith(f"{name}: {len(DAS)} bytes, v1 0178")
    assert "v1 0178" not in at("lint", name).stderr and at("dump", name).code == 0
    assert report(at, name)["inside"] is not None
    assert "JSON Web Token" not in full(at, name)
    ran = at(
        "decrypt", f"{name}#1", "--aes", "namespace=BC,name=DataKey,key=@bc.key", "--commitment-policy", "require-encrypt-allow-decrypt"
    )
    assert ran.code == 0 and len(ran.stdout) == 95


def test_record_of_an_activity_stream_names_its_key(at: Program) -> None:
    assert "ciphertext of AWS KMS" in full(at, "record.json") and "$.key" in full(at, "record.json")


def test_base64_of_json_is_no_token(at: Program) -> None:
    text = short(at, "base64-of-json.txt")
    assert "base64" in text and "JSON" in text and "Web Token" not in text


def test_shortened_text_is_told_with_the_place(at: Program) -> None:
    text = full(at, "ellipsis.txt")
    assert "shortened" in text and "0x78" in text


def test_one_byte_is_one_byte(at: Program) -> None:
    assert "1 byte before" in full(at, "base64url-one-byte-before.txt") and " 1 bytes" not in full(at, "base64url-one-byte-before.txt")


# ---------------------------------------------------------------- right key, wrong name
@pytest.mark.req("CLI-DOC-025")
def test_right_bytes_under_another_name_are_told(at: Program) -> None:
    text = full(at, "das.bin", "--aes", "namespace=BC,name=foo,key=@bc.key")
    assert "DataKey" in text and "foo" in text and "opens" in text
    assert "wrapping key of data key [0]" in " ".join(
        full(at, "das.bin", "--data-key", "@bc.key").replace("encrypted data key", "data key").split()
    )


@pytest.mark.req("CLI-DOC-025")
def test_rsa_name_and_padding_are_told_in_one_round(at: Program) -> None:
    text = full(at, "connect.bin", "--rsa", "namespace=x,name=y,padding=pkcs1,private=@r.pem")
    assert "namespace" in text and "padding" in text and "oaep" in text.lower()


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--data-key @enc.key", "KMS"),
        ("--rsa namespace=n,name=k,padding=pkcs1,private=@cert.pem", "certificate"),
        ("--rsa namespace=n,name=k,padding=pkcs1,private=@pem-escaped.txt", "\\n"),
    ],
    ids=["kms", "certificate", "escaped"],
)
def test_key_that_is_something_else_is_told(at: Program, option: str, words: str) -> None:
    ran: Ran = at("doctor", "das.bin", *option.split(" "))
    assert ran.code == 2 and words in ran.stderr

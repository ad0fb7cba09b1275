"""The trace: values that open the message by hand, its schema, and that no secret is in it unasked."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from jsonschema import Draft202012Validator

from esdkit import Client
from esdkit.crypto.kdf import derive_keys
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.forge.mutate import flip
from esdkit.keyrings import RawAesKeyring
from esdkit.message import NonFramedBody, parse
from esdkit.spec import Suite, spec_path
from tests.drafts import ANY_SUITE, KEYRING, PLAINTEXT, data_key, each_body, each_suite, valid
from tests.samples import native_accepted, native_cases, native_ciphertext, native_keyring
from tests.unit.engine.test_decrypt import NATIVE

SCHEMA = Draft202012Validator(json.loads((spec_path() / "schemas" / "trace.json").read_text(encoding="utf-8")))
AES = [name for name in native_accepted() if name not in NATIVE.values() and "-aes-" in name and native_keyring(name)]
RFC_HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}


def traced(data: bytes, **options: Any) -> dict[str, Any]:
    given = options if options.keys() & {"keyring", "cmm", "data_key"} else {"keyring": KEYRING, **options}
    trace = ANY_SUITE.trace(source=data, **given)
    SCHEMA.validate(trace)
    assert json.loads(json.dumps(trace)) == trace
    return trace


def raw(digits: str) -> bytes:
    return bytes.fromhex(digits)


@pytest.mark.req("CLI-TRC-001")
@each_suite
@each_body
def test_message_can_be_opened_by_hand_with_the_values(suite: Suite, frame_length: int | None) -> None:
    data = valid(suite, frame_length=frame_length, required={"tenant": "blue"}).seal()
    keys = {"data_key": data_key(suite), "encryption_context": {"tenant": "blue"}}
    trace = traced(data, show_secrets=True, **keys)
    message = parse(data)

    content_key, secrets = data_key(suite), trace["secrets"]
    derivation = trace["key_derivation"]
    if derivation is not None:
        key = hmac.digest(raw(derivation["salt"]), content_key, derivation["hash"])
        assert key == raw(secrets["pseudorandom_key"])
        content_key = hmac.digest(key, raw(derivation["content_key_info"]) + b"\1", derivation["hash"])[: suite.key_length]
        if suite.commitment:
            commit_key = hmac.digest(key, raw(derivation["commit_key_info"]) + b"\1", derivation["hash"])[:32]
            assert commit_key == raw(derivation["commit_key"]) == message.header.suite_data
    assert (secrets["data_key"], secrets["content_key"]) == (data_key(suite).hex(), content_key.hex())

    cipher = AESGCM(content_key)
    header = trace["header"]
    assert cipher.decrypt(raw(header["iv"]), raw(header["tag"]), raw(header["aad"])) == b""
    assert raw(header["aad"]).endswith(raw(header["required_context"]))
    assert b"tenant" in raw(header["required_context"])
    body: list[Any] = [message.body] if isinstance(message.body, NonFramedBody) else list(message.body)
    pieces = [
        cipher.decrypt(raw(values["iv"]), piece.ciphertext + raw(values["tag"]), raw(values["aad"]))
        for values, piece in zip(trace["body"], body, strict=True)
    ]
    assert b"".join(pieces) == PLAINTEXT
    assert [values["content_length"] for values in trace["body"]] == [len(piece) for piece in pieces]
    assert [values["final"] for values in trace["body"]] == [False] * (len(pieces) - 1) + [True]


@pytest.mark.req("CLI-TRC-001")
@each_suite
def test_signature_can_be_verified_by_hand_with_the_values(suite: Suite) -> None:
    data = valid(suite).seal()
    values = traced(data)["signature"]
    if suite.signature is None:
        assert values is None
        return
    signed = data[: -2 - suite.signature.usual_signature_length]
    assert raw(values["digest"]) == hashlib.new(values["hash"], signed).digest()
    curve = ec.SECP256R1() if suite.signature.curve == "P-256" else ec.SECP384R1()
    signature = utils.encode_dss_signature(int(values["r"], 16), int(values["s"], 16))
    key = ec.EllipticCurvePublicKey.from_encoded_point(curve, raw(values["public_key"]))
    digest = RFC_HASHES[values["hash"]]
    key.verify(signature, raw(values["digest"]), ec.ECDSA(utils.Prehashed(digest)))


@pytest.mark.req("CLI-TRC-002")
@pytest.mark.req("CLI-TRC-002", kind="negative")
@pytest.mark.req("CLI-DEC-036")
@each_suite
@each_body
def test_trace_holds_no_secret_unless_asked(suite: Suite, frame_length: int | None) -> None:
    draft = valid(suite, frame_length=frame_length)
    keys = derive_keys(suite, data_key(suite), draft.header.message_id)
    hidden = [data_key(suite), keys.content_key.reveal(), PLAINTEXT, PLAINTEXT[:8]]
    text = json.dumps(traced(draft.seal()))
    assert not [secret for secret in hidden if secret.hex() in text]
    assert data_key(suite).hex() in json.dumps(traced(draft.seal(), show_secrets=True))


def test_native_message_has_a_trace(subtests: pytest.Subtests) -> None:
    for name in [*NATIVE.values(), *AES]:
        with subtests.test(name):
            case = native_cases()[name]
            trace = traced(native_ciphertext(name), keyring=native_keyring(name), encryption_context=case.get("encryption-context"))
            assert trace["suite"]["id"] == parse(native_ciphertext(name)).header.suite.hex_id


@pytest.mark.req("CLI-TRC-003", kind="negative")
@pytest.mark.req("CLI-DEC-010", kind="negative")
@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("header_auth.tag", Code.HEADER_TAG_INVALID),
        ("header.suite_data", Code.COMMITMENT_MISMATCH),
        ("body.frame[1].tag", Code.BODY_TAG_INVALID),
        ("body.final_frame.ciphertext", Code.BODY_TAG_INVALID),
    ],
)
def test_message_that_does_not_verify_has_no_trace(path: str, code: Code) -> None:
    with pytest.raises(EsdkError) as caught:
        traced(flip(valid(0x0578).seal(), path))
    assert caught.value.code is code


@pytest.mark.req("CLI-TRC-003", kind="negative")
def test_message_whose_signature_does_not_verify_has_no_trace() -> None:
    data = valid(0x0578).seal()
    with pytest.raises(EsdkError) as caught:
        traced(data[:-1] + bytes([data[-1] ^ 1]))
    assert caught.value.code in (Code.SIGNATURE_INVALID, Code.SIGNATURE_MALFORMED)


def test_trace_keeps_to_policy_keys_and_arguments() -> None:
    data = valid(0x0178).seal()
    for client, options, code in [
        (Client(), {"keyring": KEYRING}, Code.POLICY_VIOLATION),
        (ANY_SUITE, {"keyring": RawAesKeyring("esdkit", "key", bytes(32))}, Code.UNWRAP_FAILED),
        (ANY_SUITE, {}, Code.INVALID_ARGUMENT),
    ]:
        given: dict[str, Any] = dict(options)
        with pytest.raises(EsdkError) as caught:
            client.trace(source=data, **given)
        assert caught.value.code is code
    with pytest.raises(UsageError):
        ANY_SUITE.trace(source="text", keyring=KEYRING)  # type: ignore[arg-type]

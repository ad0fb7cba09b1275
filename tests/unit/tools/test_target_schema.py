"""The schema of the protocol of programs under test: what each request and answer may look like, and what none may."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from esdkit.spec import spec_path

SCHEMA = Draft202012Validator(json.loads((spec_path() / "schemas" / "target.json").read_text(encoding="utf-8")))
POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"
PEM = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
AES = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": "AAAAAAAAAAAAAAAAAAAAAA=="}
RSA = {"type": "raw-rsa", "namespace": "demo", "name": "r1", "padding": "oaep-sha256", "public": PEM}
STATIC = {"type": "raw-ecdh", "schema": "static", "curve": "P-384", "private": PEM, "public": PEM}
EPHEMERAL = {"type": "raw-ecdh", "schema": "ephemeral", "curve": "P-256", "public": PEM}
DISCOVERY = {"type": "raw-ecdh", "schema": "discovery", "curve": "P-521", "private": PEM}
DECRYPT = {
    "id": 2,
    "op": "decrypt",
    "keyring": AES,
    "policy": POLICY,
    "max_encrypted_data_keys": None,
    "context": {"a": "1"},
    "message": "AgR4",
    "stream": 0,
}
WORK = {"keyring": AES, "suite": "0478", "frame_length": 4096, "context": {}}
ENCRYPT = {"id": 3, "op": "encrypt", **WORK, "policy": POLICY, "plaintext": "", "stream": 100}
BENCH = {"id": 4, "op": "bench", "work": "decrypt", **WORK, "size": 1024, "rounds": 5}
DESCRIPTION = {
    "id": 1,
    "ok": True,
    "protocol": 1,
    "name": "an SDK",
    "version": "1.0",
    "suites": ["0478", "0578"],
    "keys": ["raw-aes", "raw-rsa", "raw-ecdh", "multi", "data-key"],
    "policies": [POLICY],
    "frame_lengths": {"least": 1, "most": 4294967295, "multiple": 1},
    "encrypt": True,
    "non_framed": True,
    "required_context": True,
    "streaming": False,
}


def with_keyring(keyring: Any) -> dict[str, Any]:
    return {**DECRYPT, "keyring": keyring}


def without(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: member for key, member in value.items() if key != name}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param({"id": 1, "op": "describe"}, id="describe"),
        pytest.param(DECRYPT, id="decrypt"),
        pytest.param({**DECRYPT, "max_encrypted_data_keys": 1}, id="decrypt-with-a-limit"),
        pytest.param(ENCRYPT, id="encrypt"),
        pytest.param({**ENCRYPT, "frame_length": 0}, id="encrypt-non-framed"),
        pytest.param(BENCH, id="bench"),
        pytest.param(with_keyring(RSA), id="raw-rsa"),
        pytest.param(with_keyring(STATIC), id="ecdh-static"),
        pytest.param(with_keyring(EPHEMERAL), id="ecdh-ephemeral"),
        pytest.param(with_keyring(DISCOVERY), id="ecdh-discovery"),
        pytest.param(with_keyring({"type": "multi", "generator": AES, "children": []}), id="multi-of-a-generator"),
        pytest.param(with_keyring({"type": "multi", "children": [AES, {"type": "multi", "children": [RSA]}]}), id="multi-nested"),
        pytest.param(with_keyring({"type": "data-key", "key": AES["key"]}), id="data-key"),
        pytest.param(DESCRIPTION, id="description"),
        pytest.param({"id": 2, "ok": True, "plaintext": ""}, id="plaintext"),
        pytest.param({"id": 3, "ok": True, "message": "AgR4", "seconds": 0.1}, id="message-with-a-member-more"),
        pytest.param({"id": 4, "ok": True, "min_ms": 0.5, "median_ms": 1}, id="times"),
        pytest.param({"id": 5, "ok": False, "error": "wrong tag"}, id="failure"),
        pytest.param({"id": 5, "ok": False, "error": "wrong tag", "class": "InvalidTag", "stage": "frames"}, id="failure-in-full"),
        pytest.param({"id": 5, "ok": False, "error": "wrong tag", "released": "AAAA"}, id="failure-of-a-stream"),
        pytest.param({"id": None, "ok": False, "error": "the line is not a request", "class": "RequestError"}, id="failure-without-id"),
        pytest.param({"id": 6, "ok": False, "unsupported": "no data keys"}, id="unsupported"),
    ],
)
def test_line_of_the_protocol_is_valid(line: Any) -> None:
    SCHEMA.validate(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param([], id="not-an-object"),
        pytest.param({"op": "describe"}, id="without-id"),
        pytest.param({"id": "1", "op": "describe"}, id="id-is-text"),
        pytest.param({"id": 1, "op": "sign"}, id="unknown-operation"),
        *(pytest.param(without(DECRYPT, name), id=f"decrypt-without-{name}") for name in DECRYPT),
        *(pytest.param(without(ENCRYPT, name), id=f"encrypt-without-{name}") for name in ENCRYPT),
        *(pytest.param(without(BENCH, name), id=f"bench-without-{name}") for name in BENCH),
        *(pytest.param(without(DESCRIPTION, name), id=f"description-without-{name}") for name in DESCRIPTION),
        pytest.param({**DECRYPT, "suite": "0478"}, id="decrypt-with-a-suite"),
        pytest.param({**DECRYPT, "message": "AgR"}, id="base64-without-padding"),
        pytest.param({**DECRYPT, "message": "Ag-_"}, id="base64-of-another-alphabet"),
        pytest.param({**DECRYPT, "max_encrypted_data_keys": 0}, id="limit-of-zero"),
        pytest.param({**DECRYPT, "context": {"a": 1}}, id="context-value-is-a-number"),
        pytest.param({**DECRYPT, "policy": "NONE"}, id="unknown-policy"),
        pytest.param({**DECRYPT, "stream": -1}, id="negative-piece"),
        pytest.param({**ENCRYPT, "suite": "0x0478"}, id="suite-with-prefix"),
        pytest.param({**ENCRYPT, "frame_length": 2**32}, id="frame-length-of-33-bits"),
        pytest.param({**BENCH, "work": "sign"}, id="unknown-work"),
        pytest.param({**BENCH, "rounds": 0}, id="no-rounds"),
        pytest.param(with_keyring({"type": "hsm"}), id="unknown-keyring"),
        *(pytest.param(with_keyring(without(AES, name)), id=f"raw-aes-without-{name}") for name in AES),
        pytest.param(with_keyring(without(RSA, "public")), id="raw-rsa-without-keys"),
        pytest.param(with_keyring({**RSA, "padding": "oaep"}), id="unknown-padding"),
        pytest.param(with_keyring({**RSA, "public": "AAAA"}), id="key-that-is-not-pem"),
        pytest.param(with_keyring(without(STATIC, "public")), id="ecdh-static-without-public"),
        pytest.param(with_keyring({**EPHEMERAL, "private": PEM}), id="ecdh-ephemeral-with-private"),
        pytest.param(with_keyring({**DISCOVERY, "public": PEM}), id="ecdh-discovery-with-public"),
        pytest.param(with_keyring({**STATIC, "curve": "P-192"}), id="unknown-curve"),
        pytest.param(with_keyring({"type": "multi", "children": []}), id="multi-of-nothing"),
        pytest.param({"id": 2, "ok": False, "plaintext": ""}, id="plaintext-that-is-not-ok"),
        pytest.param({"id": 2, "ok": True}, id="ok-with-nothing"),
        pytest.param({"id": 2, "ok": True, "error": "wrong tag"}, id="error-that-is-ok"),
        pytest.param({"id": 2, "ok": False, "error": "no", "unsupported": "no"}, id="failure-and-unsupported"),
        pytest.param({"id": None, "ok": True, "plaintext": ""}, id="plaintext-without-id"),
        pytest.param({**DESCRIPTION, "protocol": 2}, id="another-protocol"),
        pytest.param({**DESCRIPTION, "keys": ["kms"]}, id="unknown-key-type"),
    ],
)
def test_line_that_breaks_the_protocol_is_not_valid(line: Any) -> None:
    assert not SCHEMA.is_valid(line)

"""The drivers of the official SDKs: they start, write what the other reads, refuse in an orderly way and end."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from tools.drivers.peer import Answer, Peer, PeerError

pytestmark = pytest.mark.interop

PLAINTEXT = bytes(range(256)) * 2
CONTEXT = {"\U00010348": "gothic", "\uff5e": "wide", "b": "", "B": "1"}


def aes_entry(name: str, length: int) -> dict[str, Any]:
    material = base64.b64encode(bytes(range(length))).decode("ascii")
    return {"type": "symmetric", "algorithm": "aes", "bits": length * 8, "encoding": "base64", "material": material, "key-id": name}


def rsa_entries() -> dict[str, dict[str, Any]]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")
    common = {"algorithm": "rsa", "bits": 2048, "encoding": "pem", "key-id": "rsa"}
    return {
        "rsa-private": {**common, "type": "private", "material": private},
        "rsa-public": {**common, "type": "public", "material": public},
    }


KEYS = {"aes-128": aes_entry("aes-128", 16), "aes-256": aes_entry("aes-256", 32), **rsa_entries()}


def raw(key: str, **more: str) -> dict[str, Any]:
    return {"type": "raw", "key": key, "provider-id": "drivers", "encryption-algorithm": key.partition("-")[0], **more}


AES = raw("aes-256")
PADDINGS = {
    "pkcs1": {"padding-algorithm": "pkcs1"},
    "oaep-sha1": {"padding-algorithm": "oaep-mgf1", "padding-hash": "sha1"},
    "oaep-sha512": {"padding-algorithm": "oaep-mgf1", "padding-hash": "sha512"},
}


@pytest.fixture(params=["python", "javascript"])
def peer(request: pytest.FixtureRequest) -> Peer:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def ciphertext_of(answer: Answer) -> bytes:
    assert answer.result is not None, (answer.error_class, answer.error_message)
    return answer.result


@pytest.mark.parametrize("suite", ["0014", "0146", "0214", "0378", "0478", "0578"])
def test_message_of_each_sdk_is_read_by_both(python: Peer, javascript: Peer, suite: str) -> None:
    committing = suite[1] in "45"
    policy = "REQUIRE_ENCRYPT_REQUIRE_DECRYPT" if committing else "FORBID_ENCRYPT_ALLOW_DECRYPT"
    job = {"keyring": AES, "keys": KEYS, "commitment_policy": policy}
    for writer in (python, javascript):
        ciphertext = ciphertext_of(writer.encrypt(PLAINTEXT, suite=suite, encryption_context=CONTEXT, frame_length=128, **job))
        assert [reader.decrypt(ciphertext, **job).result for reader in (python, javascript)] == [PLAINTEXT, PLAINTEXT]


@pytest.mark.parametrize("padding", PADDINGS.values(), ids=PADDINGS)
def test_rsa_message_of_each_sdk_is_read_by_both(python: Peer, javascript: Peer, padding: dict[str, str]) -> None:
    for writer in (python, javascript):
        ciphertext = ciphertext_of(writer.encrypt(PLAINTEXT, keyring=raw("rsa-public", **padding), keys=KEYS))
        opened = [reader.decrypt(ciphertext, keyring=raw("rsa-private", **padding), keys=KEYS).result for reader in (python, javascript)]
        assert opened == [PLAINTEXT, PLAINTEXT]


def test_multi_keyring_message_is_opened_by_its_second_key(peer: Peer) -> None:
    both = {"type": "multi-keyring", "generator": AES, "childKeyrings": [raw("aes-128")]}
    ciphertext = ciphertext_of(peer.encrypt(PLAINTEXT, keyring=both, keys=KEYS))
    assert peer.decrypt(ciphertext, keyring=raw("aes-128"), keys=KEYS).result == PLAINTEXT


def test_provider_api_and_keyring_api_read_each_other(python: Peer) -> None:
    both: dict[str, Any] = {"type": "multi-keyring", "generator": AES, "childKeyrings": [raw("rsa-private", **PADDINGS["oaep-sha1"])]}
    ciphertext = ciphertext_of(python.encrypt(PLAINTEXT, api="provider", keyring=both, keys=KEYS, encryption_context=CONTEXT))
    for key in (both, AES, both["childKeyrings"][0]):
        assert python.decrypt(ciphertext, api="keyring", keyring=key, keys=KEYS).result == PLAINTEXT
    ciphertext = ciphertext_of(python.encrypt(PLAINTEXT, api="keyring", keyring=AES, keys=KEYS, encryption_context=CONTEXT))
    assert python.decrypt(ciphertext, api="provider", keyring=AES, keys=KEYS).result == PLAINTEXT


def test_required_context_is_not_stored_and_must_be_reproduced(python: Peer) -> None:
    required = {"type": "required-encryption-context-cmm", "underlying": AES, "requiredEncryptionContextKeys": ["tenant"]}
    context = {"tenant": "blue-whale", "kind": "x"}
    ciphertext = ciphertext_of(python.encrypt(PLAINTEXT, keyring=required, keys=KEYS, encryption_context=context))
    assert b"blue-whale" not in ciphertext
    assert python.decrypt(ciphertext, keyring=required, keys=KEYS, encryption_context=context).result == PLAINTEXT
    assert not python.decrypt(ciphertext, keyring=required, keys=KEYS).ok


def test_non_framed_body_is_written_by_python_alone(python: Peer, javascript: Peer) -> None:
    ciphertext = ciphertext_of(python.encrypt(PLAINTEXT, keyring=AES, keys=KEYS, frame_length=0))
    assert javascript.decrypt(ciphertext, keyring=AES, keys=KEYS).result == PLAINTEXT
    assert not javascript.encrypt(PLAINTEXT, keyring=AES, keys=KEYS, frame_length=0).ok


def test_data_key_limit_is_passed_on(peer: Peer) -> None:
    both = {"type": "multi-keyring", "generator": AES, "childKeyrings": [raw("aes-128")]}
    ciphertext = ciphertext_of(peer.encrypt(PLAINTEXT, keyring=both, keys=KEYS, max_encrypted_data_keys=2))
    assert peer.decrypt(ciphertext, keyring=both, keys=KEYS, max_encrypted_data_keys=2).ok
    assert not peer.decrypt(ciphertext, keyring=both, keys=KEYS, max_encrypted_data_keys=1).ok


@pytest.mark.parametrize(
    "job",
    [
        pytest.param({"op": "encrypt", "plaintext": "", "keyring": raw("absent"), "keys": KEYS}, id="key-that-is-not-there"),
        pytest.param({"op": "encrypt", "plaintext": "", "keyring": {"type": "hsm"}, "keys": KEYS}, id="keyring-of-another-kind"),
        pytest.param({"op": "encrypt", "plaintext": "", "keyring": raw("rsa-public"), "keys": KEYS}, id="rsa-without-padding"),
        pytest.param({"op": "encrypt", "plaintext": "", "keyring": AES, "keys": KEYS, "suite": "6700"}, id="suite-of-another-format"),
        pytest.param({"op": "decrypt", "ciphertext": "AAAA", "keyring": AES, "keys": KEYS}, id="no-message"),
        pytest.param({"op": "sign"}, id="unknown-operation"),
        pytest.param([], id="no-object"),
    ],
)
def test_refused_job_is_an_answer_and_the_next_one_still_works(peer: Peer, job: Any) -> None:
    answer = Answer.from_json(json.loads(peer.exchange(json.dumps(job).encode("ascii"))))
    assert not answer.ok
    assert answer.error_class
    assert peer.encrypt(b"", keyring=AES, keys=KEYS).ok


def test_malformed_line_is_refused_without_quoting_it(peer: Peer) -> None:
    secret = KEYS["aes-256"]["material"]
    reply = peer.exchange(b'{"op": "encrypt", "material": "' + secret.encode("ascii") + b'"')
    assert json.loads(reply)["error"]["class"] == "JobError"
    assert secret.encode("ascii") not in reply


def test_broken_private_key_is_refused_without_its_text(peer: Peer) -> None:
    body = KEYS["rsa-private"]["material"].splitlines()
    broken = {**KEYS["rsa-private"], "material": "\n".join([body[0], body[2], *body[4:]])}
    answer = peer.encrypt(b"", keyring=raw("rsa-private", **PADDINGS["oaep-sha1"]), keys={"rsa-private": broken})
    assert not answer.ok
    assert not any(line in (answer.error_message or "") for line in body)


def test_driver_that_hangs_is_ended_and_named() -> None:
    with Peer(
        [sys.executable, "-c", "import time; print('busy', file=__import__('sys').stderr, flush=True); time.sleep(60)"], timeout=0.5
    ) as peer:
        with pytest.raises(PeerError, match="in time"):
            peer.exchange(b"{}")
        with pytest.raises(PeerError):
            peer.exchange(b"{}")


def test_driver_that_cannot_start_is_named_with_what_it_said() -> None:
    with Peer([sys.executable, "-c", "raise SystemExit('no such luck')"]) as peer, pytest.raises(PeerError, match="no such luck"):
        peer.exchange(b"{}")

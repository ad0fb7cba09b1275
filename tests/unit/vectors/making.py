"""Made vector sets: a small message of our own under a known key, and the manifests that describe it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from esdkit.crypto.aead import encrypt
from esdkit.crypto.kdf import derive_keys
from esdkit.keyrings import EncryptionMaterials, Keyring, RawAesKeyring
from esdkit.message import EncryptedDataKey, Frame, Header, HeaderAuth, Message, build
from esdkit.message.aad import body_aad, context_pairs, header_aad
from esdkit.message.header import build_header_body
from esdkit.spec import CONSTANTS, SUITES
from esdkit.vectors.model import UNAVAILABLE, KeyDescription, Need

Json = dict[str, Any]
PLAINTEXT = b"a small plaintext"
WRAPPING_KEY = bytes(range(32))
NAMESPACE = "made"
SUITE = SUITES[0x0478]
KMS_ARN = "arn:aws:kms:us-west-2:111122223333:key/one"
KMS: Json = {"kms": {"key_ids": [KMS_ARN]}}


def keys_manifest(version: int = 3) -> Json:
    """An AES key in the spelling of one version of the keys manifest, and two keys that are out of reach."""
    text = base64.b64encode(WRAPPING_KEY).decode()
    aes = {"encrypt": True, "decrypt": True, "algorithm": "aes", "type": "symmetric", "bits": 256, "encoding": "base64", "material": text}
    if version == 1:
        aes |= {"material": [text[:20], text[20:]], "line-separator": ""}
    else:
        aes |= {"key-id": "aes"}
    kms = {"encrypt": True, "decrypt": True, "type": "aws-kms", "key-id": KMS_ARN}
    branch = {
        "type": "static-branch-key",
        "encrypt": True,
        "decrypt": True,
        "key-id": "b",
        "branchKeyVersion": "e9ce18a3-edb5-4272-9f86-1cacb7997ff6",
        "branchKey": base64.b64encode(bytes(32)).decode(),
        "beaconKey": "AA==",
    }
    writing = {**branch, "decrypt": False}
    return {
        "manifest": {"type": "keys", "version": version},
        "keys": {"aes": aes, "kms": kms, "branch": branch, "branch-for-writing": writing},
    }


def made_keyring() -> KeyDescription:
    """What the description of the AES keyring becomes."""
    return KeyDescription(aes_keyring(NAMESPACE, "aes"), {"aes": WRAPPING_KEY})


def raw_aes(**members: object) -> Json:
    """The description of the AES keyring."""
    return {"type": "raw", "key": "aes", "provider-id": NAMESPACE, "encryption-algorithm": "aes", **members}


def aes_keyring(namespace: str, name: str, key: str | None = None) -> Json:
    """A raw AES keyring as in a keyring file; ``key`` is what its key is called there."""
    return {"raw_aes": {"namespace": namespace, "name": name, "wrapping_key": {"file": key or name}}}


def multi(generator: Mapping[str, Any] | None, *children: Mapping[str, Any]) -> Json:
    """A multi-keyring as in a keyring file."""
    return {"multi": {**({} if generator is None else {"generator": generator}), "children": [*children]}}


def required_context(keys: list[str] | None, underlying: Mapping[str, Any]) -> Json:
    """A required-encryption-context CMM as in a keyring file."""
    return {"required_context": {"keys": keys, "underlying": underlying}}


def unavailable(need: Need) -> Json:
    """A keyring that cannot be made."""
    return {UNAVAILABLE: need.value}


def seal(
    plaintext: bytes = PLAINTEXT,
    *,
    stored: Mapping[str, str] | None = None,
    required: Mapping[str, str] | None = None,
    keyring: Keyring | None = None,
    data_key: bytes | None = None,
    message_id: bytes = b"M" * 32,
    provider_id: bytes | None = None,
) -> bytes:
    """A message of suite 0478 in one frame. ``required`` is authenticated and not stored; ``provider_id`` replaces the data key's own."""
    stored, required = dict(stored or {}), dict(required or {})
    wrap = keyring or RawAesKeyring(NAMESPACE, "aes", WRAPPING_KEY)
    materials = EncryptionMaterials(suite=SUITE, encryption_context={**stored, **required})
    materials = wrap.on_encrypt(materials if data_key is None else materials.with_data_key(data_key))
    assert materials.data_key is not None
    keys = derive_keys(SUITE, materials.data_key.reveal(), message_id)
    content_key = keys.content_key.reveal()
    header = Header(
        version=2,
        suite=SUITE,
        message_id=message_id,
        context_pairs=context_pairs(stored),
        encrypted_data_keys=materials.encrypted_data_keys if provider_id is None else (EncryptedDataKey(provider_id, b"", b""),),
        content_type=CONSTANTS.content_framed,
        frame_length=CONSTANTS.default_frame_length,
        auth=HeaderAuth(b"", bytes(SUITE.tag_length)),
        suite_data=keys.commit_key or b"",
    )
    _, tag = encrypt(content_key, bytes(SUITE.iv_length), header_aad(build_header_body(header), required), b"")
    iv = CONSTANTS.first_sequence_number.to_bytes(SUITE.iv_length, "big")
    aad = body_aad(message_id, CONSTANTS.content_final_frame_string, CONSTANTS.first_sequence_number, len(plaintext))
    ciphertext, frame_tag = encrypt(content_key, iv, aad, plaintext)
    frame = Frame(CONSTANTS.first_sequence_number, iv, ciphertext, frame_tag, final=True)
    return build(Message(replace(header, auth=HeaderAuth(b"", tag)), (frame,), None))


def decrypt_manifest(version: int, test: Json, **more: Json) -> Json:
    """An awses-decrypt manifest with one case, ``t``, and more under their own ids."""
    return {
        "manifest": {"type": "awses-decrypt", "version": version},
        "client": {"name": "made", "version": "1"},
        "keys": "file://keys.json",
        "tests": {"t": test, **more},
    }


def case(version: int, **members: Any) -> Json:
    """A positive case in the spelling of one version; ``members`` replace what they name, None takes it away."""
    test: Json = {"ciphertext": "file://c.bin", "master-keys": [raw_aes()]}
    if version == 1:
        test["plaintext"] = "file://p.bin"
    elif version < 5:
        test["result"] = {"output": {"plaintext": "file://p.bin"}}
    if version == 4:
        test |= {"cmm": "Default", "encryption-context": {}}
    if version == 5:
        scenario = {
            "type": "positive-esdk",
            "ciphertext": "file://c.bin",
            "result": "file://p.bin",
            "algorithmSuiteId": "0478",
            "frame-size": 512,
            "description": "made",
            "decryptKeyDescription": raw_aes(),
            "reproduced-encryption-context": {},
        }
        return {"decryption-scenario": _replaced(scenario, members)}
    return _replaced(test, members)


def _replaced(test: Json, members: Json) -> Json:
    return {key: value for key, value in {**test, **members}.items() if value is not None}


class MadeSet:
    """A folder with a vector set in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, content: bytes | str | Json) -> Path:
        """Put a file into the folder: bytes, text, or JSON."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def fill(self, manifest: Json | None = None, *, keys: Json | None = None, ciphertext: bytes | None = None) -> Path:
        """Put a whole set into the folder; what is not given is good. The manifest's path."""
        self.write("c.bin", seal() if ciphertext is None else ciphertext)
        self.write("p.bin", PLAINTEXT)
        self.write("keys.json", keys or keys_manifest())
        return self.write("manifest.json", manifest or decrypt_manifest(2, case(2)))

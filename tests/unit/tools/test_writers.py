"""Key descriptions of vectors as the keyrings that write."""

from __future__ import annotations

import base64

from tests.samples import native_keys
from vectors.generators import matrix
from vectors.generators.writers import written


def test_description_becomes_the_keyring_that_writes() -> None:
    keys = native_keys()
    aes = {"type": "raw-aes", "namespace": "esdkit-vectors", "name": "aes-128", "key": base64.b64decode(keys["aes-128"]["material"])}
    assert written(matrix.raw("aes-128"), keys) == (aes, [])
    keyring, _ = written(matrix.multi("aes-128", "rsa-oaep-sha256", public=True), keys)
    assert keyring["generator"] == aes
    assert keyring["children"][0] == {
        "type": "raw-rsa",
        "namespace": "esdkit-vectors",
        "name": "rsa-2048",
        "padding": "oaep-sha256",
        "public": keys["rsa-2048-public"]["material"],
    }
    keyring, _ = written(matrix.agreement("P-384", "static"), keys)
    assert (keyring["schema"], keyring["private"]) == ("static", keys["ecdh-p384"]["sender-material"])
    assert "private" not in written(matrix.agreement("P-384", "ephemeral"), keys)[0]
    assert written(matrix.branch("branch-a", "branch-a", "v"), keys)[0]["branch_key_id"] == "branch-a"


def test_required_keys_of_a_description_are_handed_on() -> None:
    required = {"type": "required-encryption-context-cmm", "underlying": matrix.raw("aes-128"), "requiredEncryptionContextKeys": ["a"]}
    assert written(required, native_keys())[1] == ["a"]

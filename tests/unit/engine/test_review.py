"""What a review of arguments and of materials from a user's own CMM found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from esdkit.cmm.base import DecryptionRequest, EncryptionRequest
from esdkit.cmm.default import DefaultCmm
from esdkit.engine.client import Client
from esdkit.errors import Code, MaterialsError, UsageError
from esdkit.keyrings import RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials

KEYRING = RawAesKeyring("space", "name", bytes(32))
MESSAGE = Client().encrypt(source=b"text", keyring=KEYRING, algorithm="0478", encryption_context={"a": "b"})[0]


class ChangingCmm:
    """A CMM that changes what the default one gives."""

    def __init__(self, **changes: Any) -> None:
        self._changes = changes

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        return replace(DefaultCmm(KEYRING).get_encryption_materials(request), **self._changes)

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        return replace(DefaultCmm(KEYRING).decrypt_materials(request), **self._changes)


@pytest.mark.parametrize("compat", [None, 5, [1], [[]], ["net-4.0.0", "x"]], ids=str)
def test_compat_that_is_no_collection_of_known_names_is_refused(compat: Any) -> None:
    with pytest.raises(UsageError) as caught:
        Client(compat=compat)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.parametrize("plaintext", ["text", 4], ids=str)
def test_verify_with_a_plaintext_that_is_no_bytes_is_refused(plaintext: Any) -> None:
    with pytest.raises(UsageError):
        Client().verify(source=MESSAGE, keyring=KEYRING, plaintext=plaintext)


@pytest.mark.parametrize("plaintext", [b"text", bytearray(b"text"), memoryview(b"text")], ids=["bytes", "bytearray", "memoryview"])
def test_verify_with_a_plaintext_of_bytes_compares_it(plaintext: Any) -> None:
    assert Client().verify(source=MESSAGE, keyring=KEYRING, plaintext=plaintext).reached == "plaintext"


@pytest.mark.parametrize(
    "changes",
    [{"required_context_keys": ["a"]}, {"encryption_context": {"a": 1}}, {"encryption_context": {1: "b"}}],
    ids=["list-of-keys", "number-as-value", "number-as-key"],
)
def test_cmm_that_gives_a_context_of_something_else_than_text_is_blamed(changes: dict[str, Any]) -> None:
    with pytest.raises(MaterialsError) as read:
        Client().decrypt(source=MESSAGE, cmm=ChangingCmm(**changes))
    with pytest.raises(MaterialsError) as written:
        Client().encrypt(source=b"text", cmm=ChangingCmm(**changes))
    assert read.value.code is written.value.code is Code.MATERIALS_INVALID


def test_keyring_that_fails_in_its_own_way_is_not_hidden() -> None:
    class Broken:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            raise ZeroDivisionError

        def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Client().decrypt(source=MESSAGE, keyring=Broken())

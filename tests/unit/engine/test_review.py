"""What a review of arguments and of materials from a user's own CMM found."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from esdkit.cmm.base import DecryptionRequest, EncryptionRequest
from esdkit.cmm.default import DefaultCmm
from esdkit.crypto.secret import Secret
from esdkit.engine.client import Client
from esdkit.errors import Code, MaterialsError, UsageError
from esdkit.keyrings import RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from tests.each import each

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


WAYS_TO_ENCRYPT: dict[str, Callable[[Any], object]] = {
    "at-once": lambda cmm: Client().encrypt(source=b"text", cmm=cmm),
    "stream": lambda cmm: Client().stream(mode="encrypt", source=io.BytesIO(b"text"), cmm=cmm).read(),
    "pushed": lambda cmm: Client().encryptor(cmm=cmm).feed(b"text"),
}
OTHER_KEY = ec.generate_private_key(ec.SECP384R1())
UNWRITABLE: dict[str, dict[str, Any]] = {
    "p-256": {"signing_key": ec.generate_private_key(ec.SECP256R1())},
    "p-521": {"signing_key": ec.generate_private_key(ec.SECP521R1())},
    "same-curve": {"signing_key": OTHER_KEY},
    "public-half": {"signing_key": OTHER_KEY.public_key()},
    "no-signing-key": {"signing_key": None},
    "no-encrypted-data-key": {"encrypted_data_keys": ()},
    "short-data-key": {"data_key": Secret(bytes(31))},
    "long-data-key": {"data_key": Secret(bytes(33))},
    "no-data-key": {"data_key": None},
    "plain-data-key": {"data_key": bytes(32)},
    "no-suite": {"suite": None},
    "no-list": {"encrypted_data_keys": None},
}


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "CMM-IFC-021", "CMM-IFC-022", "CMM-IFC-023", kind="negative")
@pytest.mark.parametrize("way", WAYS_TO_ENCRYPT)
@each("fault", UNWRITABLE)
def test_materials_that_make_no_readable_message_are_refused(way: str, fault: str) -> None:
    with pytest.raises(MaterialsError) as caught:
        WAYS_TO_ENCRYPT[way](ChangingCmm(**UNWRITABLE[fault]))
    assert caught.value.code is Code.MATERIALS_INVALID


SIGNED = Client().encrypt(source=b"text", keyring=KEYRING)[0]
WAYS_TO_DECRYPT: dict[str, Callable[[Any], object]] = {
    "at-once": lambda cmm: Client().decrypt(source=SIGNED, cmm=cmm),
    "stream": lambda cmm: Client().stream(mode="decrypt", source=io.BytesIO(SIGNED), cmm=cmm).read(),
    "pushed": lambda cmm: Client().decryptor(cmm=cmm).feed(SIGNED),
}
UNREADABLE: dict[str, dict[str, Any]] = {
    "p-256": {"verification_key": ec.generate_private_key(ec.SECP256R1()).public_key()},
    "p-521": {"verification_key": ec.generate_private_key(ec.SECP521R1()).public_key()},
    "private-half": {"verification_key": OTHER_KEY},
    "no-verification-key": {"verification_key": None},
    **{name: UNWRITABLE[name] for name in ("short-data-key", "long-data-key", "no-data-key", "plain-data-key", "no-suite")},
}


@pytest.mark.req("CMM-IFC-008", "CMM-IFC-010", "CMM-IFC-019", "CMM-IFC-024", kind="negative")
@pytest.mark.parametrize("way", WAYS_TO_DECRYPT)
@each("fault", UNREADABLE)
def test_materials_that_open_nothing_are_refused(way: str, fault: str) -> None:
    with pytest.raises(MaterialsError) as caught:
        WAYS_TO_DECRYPT[way](ChangingCmm(**UNREADABLE[fault]))
    assert caught.value.code is Code.MATERIALS_INVALID


def test_keyring_that_fails_in_its_own_way_is_not_hidden() -> None:
    class Broken:
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            raise ZeroDivisionError

        def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Client().decrypt(source=MESSAGE, keyring=Broken())

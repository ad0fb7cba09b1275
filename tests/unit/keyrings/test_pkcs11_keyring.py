"""The how-to for a keyring on a PKCS#11 token: its blocks run on SoftHSM, and its keyring behaves as one must."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import esdkit
from esdkit.errors import DataKeyUnwrapError, KeyringError
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, Keyring, MultiKeyring, RawAesKeyring
from esdkit.spec import SUITES
from tests.pages import blocks, run_block, run_console

HOWTO = "docs/howto/pkcs11-keyring.md"
MODULES = ("/usr/lib/softhsm", "/usr/lib64/softhsm", "/usr/lib64/pkcs11", "/usr/local/lib/softhsm", "/opt/homebrew/lib/softhsm")
SUITE = SUITES[0x0478]
CONTEXT = {"tenant": "7"}


def module() -> Path | None:
    """SoftHSM's library, where systems put it."""
    found = (Path(folder) / "libsofthsm2.so" for folder in MODULES)
    return next((path for path in found if path.exists()), None)


pytestmark = pytest.mark.skipif(
    module() is None or shutil.which("softhsm2-util") is None, reason="there is no SoftHSM on this machine (Debian: softhsm2)"
)


@pytest.fixture(scope="module")
def howto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What the page names when all of it has run, in a folder of its own with a token of its own."""
    folder = tmp_path_factory.mktemp("token")
    names: dict[str, Any] = {"__name__": HOWTO}
    with pytest.MonkeyPatch.context() as patch:
        # what the page's shell exports and what it asks the reader for
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        patch.setenv("PKCS11_MODULE", str(module()))
        for block in blocks(HOWTO):
            if block.language == "console":
                assert run_console(block, folder, dict(os.environ)) == []
            else:
                run_block(block, HOWTO, names)
        yield names
        names["session"].close()


@pytest.fixture
def keyring(howto: dict[str, Any]) -> Keyring:
    made: Keyring = howto["keyring"]
    return made


def wrapped(keyring: Keyring) -> EncryptionMaterials:
    return keyring.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT))


def unwrap(keyring: Keyring, *keys: EncryptedDataKey, context: dict[str, str] = CONTEXT) -> DecryptionMaterials:
    return keyring.on_decrypt(DecryptionMaterials(suite=SUITE, encryption_context=context), keys)


@pytest.mark.req("KEY-IFC-001")
def test_page_runs_and_its_object_is_a_keyring(howto: dict[str, Any], keyring: Keyring) -> None:
    assert isinstance(keyring, Keyring)
    assert howto["plaintext"] == b"two chairs"


def test_key_does_not_leave_the_token(howto: dict[str, Any]) -> None:
    pkcs11 = pytest.importorskip("pkcs11")
    key = howto["session"].get_key(label="orders")
    with pytest.raises(pkcs11.exceptions.AttributeSensitive):
        key[pkcs11.Attribute.VALUE]


@pytest.mark.parametrize("context", [{}, CONTEXT, {"ä": "ö" * 5000}], ids=["empty", "one", "long"])
@pytest.mark.parametrize("suite_id", [0x0014, 0x0046, 0x0478, 0x0578], ids=hex)
def test_data_key_of_every_length_comes_back(keyring: Keyring, suite_id: int, context: dict[str, str]) -> None:
    suite = SUITES[suite_id]
    signing = {"aws-crypto-public-key": "A"} if suite.signature else {}
    made = keyring.on_encrypt(EncryptionMaterials(suite=suite, encryption_context={**context, **signing}))
    assert made.data_key is not None and len(made.data_key.reveal()) == suite.data_key_length
    read = keyring.on_decrypt(DecryptionMaterials(suite=suite, encryption_context={**context, **signing}), made.encrypted_data_keys)
    assert read.data_key == made.data_key


def test_token_wraps_the_key_of_another_keyring_and_opens_it(keyring: Keyring) -> None:
    raw = RawAesKeyring("n", "k", bytes(16))
    message, header = esdkit.encrypt(source=b"plaintext", keyring=MultiKeyring(raw, [keyring]), encryption_context=CONTEXT)
    assert [key.provider_id for key in header.encrypted_data_keys] == [b"n", b"example-pkcs11"]
    for reader in (raw, keyring, MultiKeyring(children=[keyring, raw])):
        assert esdkit.decrypt(source=message, keyring=reader)[0] == b"plaintext"


def test_ivs_and_data_keys_are_new_each_time(keyring: Keyring) -> None:
    first, second = wrapped(keyring), wrapped(keyring)
    assert first.data_key != second.data_key
    assert first.encrypted_data_keys[0].ciphertext[:12] != second.encrypted_data_keys[0].ciphertext[:12]


@pytest.mark.req("KEY-IFC-004", kind="negative")
def test_damaged_foreign_and_short_keys_are_attempts_and_the_next_is_tried(keyring: Keyring) -> None:
    made = wrapped(keyring)
    (good,) = made.encrypted_data_keys
    flipped = bytes([good.ciphertext[-1] ^ 1])
    bad = [
        EncryptedDataKey(b"other", b"orders", good.ciphertext),
        replace(good, provider_info=b"others"),
        replace(good, ciphertext=good.ciphertext[:-1] + flipped),
        replace(good, ciphertext=good.ciphertext[:5]),
        replace(good, ciphertext=b""),
    ]
    with pytest.raises(DataKeyUnwrapError) as error:
        unwrap(keyring, *bad)
    assert [(attempt.edk_index, attempt.tried) for attempt in error.value.attempts] == list(enumerate([False, False, True, True, True]))
    assert unwrap(keyring, *bad, good).data_key == made.data_key


@pytest.mark.req("KEY-IFC-004", kind="negative")
@pytest.mark.parametrize("context", [{}, {"tenant": "8"}, {**CONTEXT, "more": ""}], ids=["none", "other", "more"])
def test_another_context_opens_nothing(keyring: Keyring, context: dict[str, str]) -> None:
    with pytest.raises(DataKeyUnwrapError) as error:
        unwrap(keyring, *wrapped(keyring).encrypted_data_keys, context=context)
    assert [attempt.tried for attempt in error.value.attempts] == [True]


def test_data_key_of_another_suite_length_is_an_attempt(keyring: Keyring) -> None:
    short = keyring.on_encrypt(EncryptionMaterials(suite=SUITES[0x0014], encryption_context=CONTEXT))
    with pytest.raises(DataKeyUnwrapError) as error:
        unwrap(keyring, *short.encrypted_data_keys)
    assert "length" in error.value.attempts[0].reason


def test_errors_of_the_token_are_those_of_a_keyring(howto: dict[str, Any]) -> None:
    with pytest.raises(KeyringError, match="NoSuchKey"):
        howto["Pkcs11Keyring"](howto["session"], "no such key")
    session = howto["token"].open()  # logged in with the other: a token's login is the program's
    keyring: Keyring = howto["Pkcs11Keyring"](session, "orders")
    made = wrapped(keyring)
    session.close()
    with pytest.raises(KeyringError, match="SessionHandleInvalid"):
        wrapped(keyring)
    with pytest.raises(DataKeyUnwrapError) as error:
        unwrap(keyring, *made.encrypted_data_keys)
    assert "SessionHandleInvalid" in error.value.attempts[0].reason

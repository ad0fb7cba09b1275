"""The how-to for a keyring of one's own: its code runs, and its keyring behaves as the text says."""

import re
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import DataKeyUnwrapError
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, Keyring, MultiKeyring, RawAesKeyring
from esdkit.spec import SUITES

HOWTO = Path(__file__).parents[3] / "docs" / "howto" / "own-keyring.md"
SUITE = SUITES[0x0478]


@pytest.fixture(scope="module")
def howto() -> dict[str, Any]:
    (code,) = re.findall(r"^```python\n(.*?)^```$", HOWTO.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    names: dict[str, Any] = {}
    exec(compile(code, str(HOWTO), "exec"), names)
    return names


@pytest.mark.req("CMM-IFC-014", "KEY-IFC-001")
def test_howto_code_runs_and_its_object_is_a_keyring(howto: dict[str, Any]) -> None:
    assert howto["read"].data_key == howto["written"].data_key
    assert isinstance(howto["TokenKeyring"](howto["SoftToken"](), "orders"), Keyring)


def test_howto_keyring_works_in_a_multi_keyring(howto: dict[str, Any]) -> None:
    own: Keyring = howto["TokenKeyring"](howto["SoftToken"](), "orders")
    sealed = MultiKeyring(RawAesKeyring("n", "k", bytes(16)), [own]).on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={}))
    assert own.on_decrypt(DecryptionMaterials(suite=SUITE, encryption_context={}), sealed.encrypted_data_keys).data_key == sealed.data_key


def test_howto_keyring_gives_an_attempt_for_each_key(howto: dict[str, Any]) -> None:
    own: Keyring = howto["TokenKeyring"](howto["SoftToken"](), "orders")
    foreign = EncryptedDataKey(b"other", b"orders", b"")
    damaged = EncryptedDataKey(b"example-token", b"orders", b"short")
    with pytest.raises(DataKeyUnwrapError) as error:
        own.on_decrypt(DecryptionMaterials(suite=SUITE, encryption_context={}), [foreign, damaged])
    assert [attempt.tried for attempt in error.value.attempts] == [False, True]

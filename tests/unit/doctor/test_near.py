"""What is nearly right about the name of a key."""

import pytest

from esdkit.doctor.near import belongs, cut_namespace, near_miss
from esdkit.keyrings import KmsKeyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.message import EncryptedDataKey, parse
from tests.fake_kms import IRELAND
from tests.unit.doctor.cases import aes, encrypted, rsa


def edk(keyring: RawAesKeyring | RawRsaKeyring) -> EncryptedDataKey:
    return parse(encrypted(keyring)).header.encrypted_data_keys[0]


@pytest.mark.req("CLI-DOC-008")
@pytest.mark.parametrize(
    ("namespace", "name", "hint"),
    [
        ("Demo", "key one", "Only the case of the namespace differs: the message has 'demo'."),
        ("demo ", "key one", "Only white space of the namespace differs: the message has 'demo'."),
        ("demo", "KEY ONE", "Only the case of the name differs: the message has 'key one'."),
        ("demo", "keyone", "Only white space of the name differs: the message has 'key one'."),
        ("demo", "key-one", "Only punctuation of the name differs: the message has 'key one'."),
        ("other", "key one", "Only the namespace differs: the message has 'demo'."),
        ("key one", "demo", "Namespace and name are exchanged."),
        ("DEMO", "Key One", "Only the case of namespace and name differs: the message has 'demo' and 'key one'."),
        ("d.e-mo", "key_one", "Only punctuation of namespace and name differs: the message has 'demo' and 'key one'."),
        ("demo", "another", None),
        ("other", "another", None),
    ],
)
def test_raw_names(namespace: str, name: str, hint: str | None) -> None:
    stored = edk(aes("key one", namespace="demo"))
    keyring = aes(name, namespace=namespace)
    assert (belongs(stored, keyring), near_miss(stored, keyring)) == ("other-name", hint)


def test_own_key_is_its_own() -> None:
    for keyring in (aes(), rsa()):
        assert belongs(edk(keyring), keyring) == "own"


@pytest.mark.req("CLI-DOC-008")
def test_aes_and_rsa_of_one_name_are_told_apart() -> None:
    assert near_miss(edk(aes("k")), rsa(name="k")) == "Namespace and name are right, but it was wrapped by a raw AES key."
    assert near_miss(edk(rsa(name="k")), aes("k")) == "Namespace and name are right, but it was wrapped by a raw RSA key."


@pytest.mark.req("CLI-DOC-008", kind="negative")
def test_other_kinds_have_no_near_miss() -> None:
    kms = EncryptedDataKey(b"aws-kms", IRELAND.encode(), b"x")
    assert (belongs(kms, aes()), near_miss(kms, aes())) == ("other-kind", None)
    (key,) = KmsKeyring([IRELAND]).keyrings
    assert belongs(kms, key) == "own"
    assert (belongs(edk(aes()), key), near_miss(edk(aes()), key)) == ("other-kind", None)
    assert near_miss(kms, StaticDataKeyring(bytes(32))) is None


def test_hostile_names_are_no_trouble() -> None:
    (key,) = KmsKeyring([IRELAND]).keyrings
    for provider, info in ((b"\xff", b"\xff"), (b"", b""), (b"aws-kms", b"\xff"), (b"aws-kms", b"arn:aws:kms"), (b"\xff" * 9, b"k" * 60)):
        one = EncryptedDataKey(provider, info, b"")
        for keyring in (aes(), rsa(), key):
            assert belongs(one, keyring) in ("other-name", "other-kind")
            near_miss(one, keyring)
    assert "no ARN" in (near_miss(EncryptedDataKey(b"aws-kms", b"alias/one", b""), key) or "")


@pytest.mark.req("CLI-DOC-015")
def test_cut_namespace_is_found_when_whole_characters_are_left() -> None:
    keyring = aes(namespace="schlüssel")  # nine characters, ten bytes
    cut = EncryptedDataKey("schlüsse".encode(), b"info", b"")
    assert cut_namespace(cut, keyring) == "schlüsse"
    assert "4.0.1" in (near_miss(cut, keyring) or "")
    assert cut_namespace(EncryptedDataKey("schlüssel".encode(), b"", b""), keyring) is None
    assert cut_namespace(EncryptedDataKey(b"ascii", b"", b""), aes(namespace="ascii")) is None
    assert cut_namespace(cut, StaticDataKeyring(bytes(32))) is None

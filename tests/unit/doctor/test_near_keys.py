"""What is nearly right about the name of a key."""

from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from esdkit.crypto.secret import Secret
from esdkit.doctor.names import difference, quoted
from esdkit.doctor.near_keys import belongs, cut_namespace, near_miss
from esdkit.keyrings import (
    BranchKey,
    HierarchicalKeyring,
    Keyring,
    KmsDiscoveryKeyring,
    KmsKeyring,
    KmsRsaKeyring,
    RawAesKeyring,
    RawEcdhKeyring,
    RawRsaKeyring,
    StaticBranchKeyStore,
    StaticDataKeyring,
)
from esdkit.message import EncryptedDataKey, parse
from esdkit.message.providers import WrappingKey, wrapping_key
from tests.each import each
from tests.fake_kms import FRANKFURT, IRELAND
from tests.unit.doctor.cases import aes, encrypted, rsa
from tests.unit.inspector.gallery import KEYS

TRUE_NAMES = "Namespace and name are right, but it was wrapped by a raw AES key."


def key_of(keyring: RawAesKeyring | RawRsaKeyring) -> WrappingKey:
    return wrapping_key(parse(encrypted(keyring)).header.encrypted_data_keys[0])


def key(provider_id: bytes, info: bytes, ciphertext: bytes = b"") -> WrappingKey:
    return wrapping_key(EncryptedDataKey(provider_id, info, ciphertext))


@pytest.mark.req("CLI-DOC-008")
@each(
    ("namespace", "name", "hint"),
    [
        ("Demo", "key one", "Only the case of the namespace differs: the message has 'demo'."),
        ("demo ", "key one", "Only white space of the namespace differs: the message has 'demo'."),
        ("demo", "KEY ONE", "Only the case of the name differs: the message has 'key one'."),
        ("demo", "keyone", "Only white space of the name differs: the message has 'key one'."),
        ("demo", "key-one", "Only punctuation of the name differs: the message has 'key one'."),
        ("other", "key one", "Only the namespace differs: the message has 'demo'."),
        ("key one", "demo", "Namespace and name are swapped."),
        ("DEMO", "Key One", "Only the case of namespace and name differs: the message has 'demo' and 'key one'."),
        ("d.e-mo", "key_one", "Only punctuation of namespace and name differs: the message has 'demo' and 'key one'."),
        ("demo", "another", None),
        ("other", "another", None),
        ("other", "KEY ONE", None),
        ("DEMO", "another", None),
    ],
)
def test_raw_names(namespace: str, name: str, hint: str | None) -> None:
    stored = key_of(aes("key one", namespace="demo"))
    keyring = aes(name, namespace=namespace)
    assert (belongs(stored, keyring), near_miss(stored, keyring)) == ("other-name", hint)


@pytest.mark.req("CLI-DOC-008")
@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("deadbeef", "The name is right, but not as text: it is not UTF-8. Give name_hex=deadbeef or, in Python, bytes."),
        ("0xDEADBEEF", "The name is right, but not as text: it is not UTF-8. Give name_hex=deadbeef or, in Python, bytes."),
        ("deadbee", None),
        ("demo", None),
        (b"\xde\xad\xbe", None),
    ],
)
def test_raw_name_that_is_not_utf8(given: str | bytes, hint: str | None) -> None:
    stored = key_of(aes(b"\xde\xad\xbe\xef", namespace="demo"))
    assert (belongs(stored, aes(given, namespace="demo")), near_miss(stored, aes(given, namespace="demo"))) == ("other-name", hint)
    assert belongs(stored, aes(b"\xde\xad\xbe\xef", namespace="demo")) == "own"


@pytest.mark.req("CLI-DOC-008")
def test_raw_names_of_which_one_is_not_utf8_are_not_compared_letter_by_letter() -> None:
    stored = key_of(aes("key", namespace="demo"))
    assert near_miss(stored, aes(b"\xff", namespace="DEMO")) is None
    assert near_miss(stored, aes(b"\xff", namespace="demo")) is None


@pytest.mark.req("CLI-DOC-008")
@pytest.mark.parametrize(
    ("stored", "given", "how"),
    [
        ("key", "key\n", "a line break at an end"),
        ("key\r\n", "key", "a line break at an end"),
        ("key", "\ufeffkey", "a byte order mark"),
        ("key", "k\u200bey", "an invisible character"),
        ("key", '"key"', "quotes"),
        ("schlüssel", "schlu\u0308ssel", "the Unicode normal form"),
        ("key", "\uff4bey", "the form of characters"),
        ("esdkit-vectors", "esdkit-vector", "the end"),
        ("key", "keys", None),
        ("key", "other", None),
        ("key", "key", None),
    ],
)
def test_names_that_look_alike_are_told_how_they_differ(stored: str, given: str, how: str | None) -> None:
    assert difference(stored, given) == how
    found = key_of(aes(stored, namespace="demo"))
    hint = None if how is None else f"Only {how} of the name differs: the message has {stored!r}."
    assert near_miss(found, aes(given, namespace="demo")) == (hint if stored != given else TRUE_NAMES)


@pytest.mark.req("CLI-DOC-008")
def test_name_in_a_form_that_looks_like_another_is_shown_by_its_numbers() -> None:
    assert quoted("schlu\u0308ssel") == r"'schlu\u0308ssel'"
    assert quoted("schlüssel") == "'schlüssel'"


@pytest.mark.req("CLI-DOC-008")
def test_own_key_is_its_own() -> None:
    for keyring in (aes(), rsa()):
        assert belongs(key_of(keyring), keyring) == "own"


@pytest.mark.req("CLI-DOC-008")
def test_aes_and_rsa_of_one_name_are_told_apart() -> None:
    assert near_miss(key_of(aes("k")), rsa(name="k")) == "Namespace and name are right, but it was wrapped by a raw AES key."
    assert near_miss(key_of(rsa(name="k")), aes("k")) == "Namespace and name are right, but it was wrapped by a raw RSA key."


@pytest.mark.req("CLI-DOC-008", kind="negative")
def test_other_kinds_have_no_near_miss() -> None:
    kms = key(b"aws-kms", IRELAND.encode(), b"x")
    assert (belongs(kms, aes()), near_miss(kms, aes())) == ("other-kind", None)
    (keyring,) = KmsKeyring([IRELAND]).keyrings
    assert belongs(kms, keyring) == "own"
    assert (belongs(key_of(aes()), keyring), near_miss(key_of(aes()), keyring)) == ("other-kind", None)
    assert near_miss(kms, StaticDataKeyring(bytes(32))) is None
    assert near_miss(kms, aes(IRELAND)) is None
    assert near_miss(kms, KmsDiscoveryKeyring()) is None


@pytest.mark.req("CLI-DOC-008")
def test_each_keyring_belongs_to_its_kind() -> None:
    (kms,) = KmsKeyring([FRANKFURT]).keyrings
    version = BranchKey(branch_key_id="other", version=str(UUID(int=1)), key=Secret(bytes(32)))
    keyrings: dict[str, Keyring] = {
        "raw-aes": aes("another"),
        "raw-rsa": rsa(name="another"),
        "kms": kms,
        "kms-rsa": KmsRsaKeyring(key_id=FRANKFURT),
        "raw-ecdh": RawEcdhKeyring.discovery("P-256", private_key=ec.generate_private_key(ec.SECP256R1())),
        "hierarchy": HierarchicalKeyring(StaticBranchKeyStore([version]), branch_key_id="other", ttl=1.0),
    }
    alike = ({"raw-aes", "raw-rsa"}, {"raw-ecdh", "kms-ecdh"})
    for kind, keyring in keyrings.items():
        for stored in KEYS.values():
            found = wrapping_key(stored)
            same = found.kind.id == kind or any({found.kind.id, kind} <= kinds for kinds in alike)
            if found.kind.id != "other":
                assert (belongs(found, keyring) == "other-name") is same, (kind, found)
    assert belongs(wrapping_key(KEYS["raw-aes"]), StaticDataKeyring(bytes(32))) == "other-kind"


@pytest.mark.req("CLI-DOC-008")
def test_hostile_names_are_no_trouble() -> None:
    (keyring,) = KmsKeyring([IRELAND]).keyrings
    for provider, info in ((b"\xff", b"\xff"), (b"", b""), (b"aws-kms", b"\xff"), (b"aws-kms", b"arn:aws:kms"), (b"\xff" * 9, b"k" * 60)):
        one = key(provider, info)
        for other in (aes(), rsa(), keyring):
            assert belongs(one, other) in ("other-name", "other-kind")
            near_miss(one, other)
    assert near_miss(key(b"\xff", b"k"), rsa(name="k")) is None  # it has no namespace that could be named
    assert "not name the key by an ARN" in (near_miss(key(b"aws-kms", b"alias/one"), keyring) or "")


@pytest.mark.req("CLI-DOC-015")
def test_cut_namespace_is_found_when_whole_characters_are_left() -> None:
    keyring = aes(namespace="schlüssel")  # nine characters, ten bytes
    cut = "schlüsse".encode()
    assert cut_namespace(cut, keyring) == "schlüsse"
    assert "4.0.1" in (near_miss(key(cut, b"info"), keyring) or "")
    assert cut_namespace("schlüssel".encode(), keyring) is None
    assert cut_namespace(b"ascii", aes(namespace="ascii")) is None
    assert cut_namespace(cut, StaticDataKeyring(bytes(32))) is None

"""Producers that wrote wrong messages: recognized, explained, read where that can be done."""

from dataclasses import replace

import pytest

import esdkit
from esdkit.cmm.flatten import flatten_keyrings
from esdkit.doctor.defects import PYTHON_4_0_0
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.near_keys import reading_cmm
from esdkit.engine.compat import NET_4_0_0
from esdkit.errors import Code
from esdkit.keyrings import RawAesKeyring, RawRsaKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message import parse_header
from tests.samples import native_ciphertext, native_keyring
from tests.unit.doctor.cases import MULTI, aes, cells, diagnosed, encrypted, rsa


class Cutting:
    """A raw keyring that writes its provider id as Python before 4.0.1 did."""

    def __init__(self, keyring: RawAesKeyring | RawRsaKeyring) -> None:
        self._keyring = keyring

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        wrapped = self._keyring.on_encrypt(materials)
        cut = self._keyring.namespace.encode()[: len(self._keyring.namespace)]
        return replace(wrapped, encrypted_data_keys=tuple(replace(edk, provider_id=cut) for edk in wrapped.encrypted_data_keys))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: object) -> DecryptionMaterials:
        raise NotImplementedError


@pytest.mark.req("CLI-DOC-015")
@pytest.mark.parametrize("keyring", [aes(namespace="schlüssel"), rsa(namespace="schlüssel")], ids=["aes", "rsa"])
def test_cut_provider_id_is_recognized_and_read_with_its_key(keyring: RawAesKeyring | RawRsaKeyring) -> None:
    data = encrypted(Cutting(keyring))
    found = diagnosed(data, keyring)
    (defect,) = found.defects
    assert (defect.row.id, defect.readable, found.verification.failed) == (PYTHON_4_0_0, True, "unwrap")
    assert "'schlüsse'" in defect.evidence
    header, _ = parse_header(data)
    plaintext, _ = esdkit.decrypt(source=data, cmm=reading_cmm([keyring], header.encrypted_data_keys))
    assert plaintext == b"twenty bytes of text"
    whole = aes()
    renamed, *same = flatten_keyrings(reading_cmm([keyring, whole], header.encrypted_data_keys))
    assert isinstance(renamed, type(keyring)) and (renamed.namespace, renamed.name, same) == ("schlüsse", keyring.name, [keyring, whole])


@pytest.mark.req("CLI-DOC-015")
def test_provider_id_that_ends_inside_a_character_is_recognized_without_a_key() -> None:
    keyring = aes(namespace="ключ7")  # five characters; the fifth byte is the first half of one
    found = diagnosed(encrypted(aes(namespace="k2345")).replace(b"k2345", keyring.namespace.encode()[:5]))
    (defect,) = found.defects
    assert (defect.row.id, defect.readable) == (PYTHON_4_0_0, False)
    assert found.error is not None and found.error.code is Code.PROVIDER_ID_BAD_UTF8


@pytest.mark.req("CLI-DOC-014", "CLI-DOC-015", kind="negative")
def test_other_messages_have_no_defect() -> None:
    assert diagnosed(MULTI, aes()).defects == ()
    assert diagnosed(native_ciphertext("js-0378-aes-256-many-f16-p1"), aes()).defects == ()
    assert diagnosed(encrypted(aes(namespace="schlüssel")), aes(namespace="schlüssel")).defects == ()
    changed = bytearray(encrypted(aes(), algorithm="0178"))
    _, length = parse_header(bytes(changed))
    changed[length - 1] ^= 1  # of the header tag
    found = diagnosed(bytes(changed), aes())
    assert (found.verification.failed, found.defects, cells(found)) == ("header_tag", (), [(0, 0, "wrong-data-key")])
    assert diagnosed(encrypted(aes(namespace="k2345")).replace(b"k2345", b"\xff2345")).defects == ()


# ---------------------------------------------------------------- .NET 4.0.0
NET = ("header-net-4.0.0", "header-net-4.0.0-signed", "header-net-4.0.0-identity")
LAX, STRICT = "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"


def read_as_net(data: bytes, name: str = NET[0], *, policy: str = LAX, compat: tuple[str, ...] = ()) -> Diagnosis:
    """The diagnosis with the key of a native case."""
    return diagnose(data, keyring=native_keyring(name), policy=policy, compat=compat)


@pytest.mark.req("CLI-DOC-014")
@pytest.mark.parametrize("name", NET)
@pytest.mark.parametrize(
    ("policy", "compat", "failed", "outcome"),
    [
        (LAX, (), "header_tag", "wrong-data-key"),
        (STRICT, (), "policy", "wrong-data-key"),
        (LAX, (NET_4_0_0,), None, "opens"),
    ],
    ids=["as-specified", "refused-by-the-policy", "as-written"],
)
def test_net_message_is_recognized(name: str, policy: str, compat: tuple[str, ...], failed: str | None, outcome: str) -> None:
    found = read_as_net(native_ciphertext(name), name, policy=policy, compat=compat)
    assert ([defect.row.id for defect in found.defects], found.defects[0].readable) == ([NET_4_0_0], True)
    assert (found.verification.failed, cells(found)) == (failed, [(0, 0, outcome)])


@pytest.mark.req("CLI-DOC-014")
@pytest.mark.parametrize("compat", [(), (NET_4_0_0,)], ids=["as-specified", "as-written"])
def test_net_message_is_recognized_by_its_header_whatever_its_body_is(compat: tuple[str, ...]) -> None:
    data = native_ciphertext(NET[0])
    found = read_as_net(data[:-1] + bytes([data[-1] ^ 1]), compat=compat)
    assert (found.verification.failed, len(found.defects)) == ("frames" if compat else "header_tag", 1)


@pytest.mark.req("CLI-DOC-014", kind="negative")
def test_switch_for_net_finds_no_defect_where_none_is() -> None:
    valid, net = native_ciphertext("python-0178-aes-256-mixed-f256-p257"), native_ciphertext(NET[0])
    _, length = parse_header(net)
    changed = net[: length - 1] + bytes([net[length - 1] ^ 1]) + net[length:]  # the header tag
    for data in (valid, changed, net[:5]):
        assert read_as_net(data, compat=(NET_4_0_0,)).defects == ()
    assert diagnose(net, keyring=aes(material="aes-256-other"), policy=LAX, compat=(NET_4_0_0,)).defects == ()

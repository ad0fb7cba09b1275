"""Right key bytes under wrong names, with the wrong padding or for the wrong purpose: by construction over the native vectors."""

import base64
import json
from collections.abc import Iterator

import pytest

import esdkit
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.claims import MAX_DATA_KEYS
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.names import quoted
from esdkit.doctor.outcomes import OTHER_USES, Outcome
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.message import parse_header
from tests.each import each
from tests.samples import native_cases, native_ciphertext, native_keyring, native_keys
from tests.unit.doctor.cases import MULTI, NAMESPACE, aes, cells, diagnosed, encrypted, other_rsa_key, rsa

RAW = tuple(name for name in native_cases() if isinstance(native_keyring(name), RawAesKeyring | RawRsaKeyring))
OPENING: frozenset[Outcome] = OTHER_USES | {"opens"}


def raw_keyring(name: str) -> RawAesKeyring | RawRsaKeyring:
    keyring = native_keyring(name)
    assert isinstance(keyring, RawAesKeyring | RawRsaKeyring)
    return keyring


def with_context(name: str, keyring: Keyring) -> Diagnosis:
    """A diagnosis of a native message with what its case gives besides the key."""
    return diagnosed(native_ciphertext(name), keyring, context=native_cases()[name].get("encryption-context") or None)


def opened(diagnosis: Diagnosis) -> list[int]:
    return [cell.edk_index for cell in diagnosis.cells if cell.outcome in OPENING]


def misnamed(keyring: RawAesKeyring | RawRsaKeyring) -> Iterator[tuple[RawAesKeyring | RawRsaKeyring, str]]:
    """The keyring under wrong names, and what the answer must name."""
    yield keyring.renamed(keyring.namespace, "foo"), f"name {keyring.name!r} (not 'foo')"
    yield keyring.renamed("elsewhere", keyring.name), f"namespace {keyring.namespace!r} (not 'elsewhere')"
    if isinstance(keyring, RawRsaKeyring):
        other = "pkcs1" if keyring.padding != "pkcs1" else "oaep-sha1"
        yield keyring.renamed("elsewhere", "foo").with_padding(other), f"padding {keyring.padding} (not {other})"


@pytest.mark.req("CLI-DOC-025")
def test_name_that_is_not_utf8_is_told_as_it_is_typed() -> None:
    name = b"\xde\xad\xbe\xef"
    for keyring in (aes(name), rsa(name=name)):
        found = diagnosed(encrypted(keyring), keyring.renamed(NAMESPACE, "foo"))
        assert opened(found) == [0]
        assert "name 0xdeadbeef (not 'foo'; write it as name_hex=deadbeef)" in advice(found)[0]
    as_data_key = diagnosed(encrypted(aes(name)), StaticDataKeyring(aes().wrapping_key.reveal()))
    assert f"--aes, namespace '{NAMESPACE}' and name_hex=deadbeef" in advice(as_data_key)[0]


@pytest.mark.slow
@pytest.mark.req("CLI-DOC-025")
@each("name", RAW)
def test_right_key_under_wrong_names_is_told_what_must_change(name: str) -> None:
    keyring = raw_keyring(name)
    expected = {cell.edk_index for cell in with_context(name, keyring).cells if cell.outcome == "opens"}
    for wrong, change in misnamed(keyring):
        found = with_context(name, wrong)
        assert expected <= set(opened(found))
        assert {cell.outcome for cell in found.cells} & OPENING <= {"opens-renamed"}
        assert all(change in (cell.hint or "") for cell in found.cells if cell.edk_index in expected)
        if native_cases()[name]["expect"]["outcome"] == "accept":
            if not expected:
                assert len(parse_header(native_ciphertext(name))[0].encrypted_data_keys) > MAX_DATA_KEYS
                return  # the right one is not tried, which is said
            assert any(change in text for text in advice(found)) and "decrypt does not" in advice(found)[0]
            assert "You gave the right key" in verdict(found)


@pytest.mark.slow
@pytest.mark.req("CLI-DOC-025", kind="negative")
@each("name", RAW)
def test_wrong_key_is_never_said_to_open(name: str) -> None:
    right = raw_keyring(name)
    wrong: list[Keyring]
    if isinstance(right, RawAesKeyring):
        material = bytes(byte ^ 0x55 for byte in right.wrapping_key.reveal())
        wrong = [RawAesKeyring(right.namespace, other, material) for other in (right.name, "foo")]
        wrong += [StaticDataKeyring(material)]
    else:
        wrong = [RawRsaKeyring(right.namespace, other, "oaep-sha256", private_key=other_rsa_key()) for other in (right.name, "foo")]
    for keyring in wrong:
        found = with_context(name, keyring)
        assert opened(found) == []
        assert not [cell for cell in found.cells if "These bytes" in (cell.hint or "")]


@pytest.mark.req("CLI-DOC-025", kind="negative")
@pytest.mark.parametrize(
    "keyring",
    [aes("foo", material="aes-256-other"), RawRsaKeyring(NAMESPACE, "foo", "pkcs1", private_key=other_rsa_key())],
    ids=["aes", "rsa"],
)
def test_key_that_opens_under_no_name_is_said_to_have_been_tried(keyring: Keyring) -> None:
    found = diagnosed(encrypted(MultiKeyring(generator=aes(), children=[rsa()])), keyring)
    own, other = found.cells if isinstance(keyring, RawAesKeyring) else found.cells[::-1]
    assert "under the message's names" in own.reason and "the bytes do not open it, either (another key" in own.reason
    assert ("another encryption context" in own.reason) is isinstance(keyring, RawAesKeyring)  # RSA does not bind it
    assert "message's names" not in other.reason


@pytest.mark.req("CLI-DOC-025")
@each("name", [name for name in RAW if isinstance(native_keyring(name), RawAesKeyring)])
def test_wrapping_key_given_as_data_key_is_told_apart(name: str) -> None:
    right = raw_keyring(name)
    assert isinstance(right, RawAesKeyring)
    found = with_context(name, StaticDataKeyring(right.wrapping_key.reveal()))
    outcomes = OPENING - {"other-order"}  # a wrapping key as a data key is tried in the right order alone
    assert opened(found) == [cell.edk_index for cell in with_context(name, right).cells if cell.outcome in outcomes]
    for cell in found.cells:
        if cell.outcome in OPENING:
            assert cell.outcome == "is-wrapping-key"
            assert f"the wrapping key of data key [{cell.edk_index}]" in (cell.hint or "")
            provider_id = parse_header(found.data, strict=False)[0].encrypted_data_keys[cell.edk_index].provider_id
            assert quoted(provider_id.decode()) in (cell.hint or "")


@pytest.mark.req("CLI-DOC-025")
@pytest.mark.parametrize("algorithm", ["0478", "0178", "0014"])
def test_data_key_given_as_wrapping_key_is_told_apart(algorithm: str) -> None:
    data = encrypted(aes(), algorithm=algorithm)
    trace = esdkit.Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT").trace(source=data, keyring=aes(), show_secrets=True)
    data_key = bytes.fromhex(trace["secrets"]["data_key"])
    for keyring in (RawAesKeyring(NAMESPACE, "aes-256", data_key), RawAesKeyring("n", "k", data_key)):
        found = diagnosed(data, keyring)
        assert cells(found) == [(0, 0, "is-data-key")]
        assert "give them with --data-key" in advice(found)[0]
        assert "You gave the data key of this message" in verdict(found)
        assert data_key.hex() not in json.dumps(advice(found))


@pytest.mark.req("CLI-DOC-025")
def test_each_of_several_keys_is_tried_in_other_uses() -> None:
    secret = base64.b64decode(native_keys()["aes-256"]["material"])
    found = diagnosed(MULTI, aes("one", material="aes-256-other"), aes("two"), rsa(), StaticDataKeyring(secret))
    index = next(cell.edk_index for cell in found.cells if cell.outcome == "opens-renamed")
    assert [cell.outcome for cell in found.cells if cell.edk_index == index] == [
        "other-name",
        "opens-renamed",
        "other-name",
        "is-wrapping-key",
    ]


@pytest.mark.req("CLI-DOC-025", kind="negative")
def test_key_that_opens_as_it_was_given_is_not_tried_in_other_uses() -> None:
    assert not [cell for cell in diagnosed(MULTI, aes()).cells if cell.outcome in OTHER_USES or "either" in cell.reason]


@pytest.mark.req("CLI-DOC-025", kind="negative")
def test_rsa_key_counts_only_when_the_header_verifies() -> None:
    """A changed header tag: the padding is right, and nobody is told so."""
    data = bytearray(encrypted(rsa("oaep-sha1"), algorithm="0178"))
    _, end = parse_header(bytes(data))
    data[end - 1] ^= 1
    for keyring in (rsa("pkcs1"), rsa("oaep-sha1", name="foo"), rsa("oaep-sha512", namespace="n")):
        (cell,) = diagnosed(bytes(data), keyring).cells
        assert cell.outcome in ("does-not-open", "other-name") and "These bytes" not in (cell.hint or "")


@pytest.mark.req("CLI-DOC-025")
def test_aes_key_that_unwraps_where_the_header_does_not_verify_is_told_so() -> None:
    data = bytearray(encrypted(aes(), algorithm="0178"))
    _, end = parse_header(bytes(data))
    data[end - 1] ^= 1
    (cell,) = diagnosed(bytes(data), aes("foo")).cells
    assert (cell.outcome, "name 'aes-256'" in (cell.hint or "")) == ("wrong-data-key", True)
    assert "the header does not verify" in cell.reason


@pytest.mark.req("CLI-DOC-006", kind="negative")
def test_public_key_alone_is_told_that_the_private_key_is_missing() -> None:
    for name in ("rsa-2048", "foo"):
        keyring = RawRsaKeyring(NAMESPACE, name, "oaep-sha256", public_key=native_keys()["rsa-2048-public"]["material"])
        found = diagnosed(encrypted(rsa()), keyring)
        assert cells(found) == [(0, 0, "no-private-key")]
        assert "needs the private key" in verdict(found)


@pytest.mark.req("CLI-DOC-025", kind="negative")
def test_decrypt_tries_no_other_use() -> None:
    for wrong, _ in misnamed(aes()):
        with pytest.raises(esdkit.errors.DataKeyUnwrapError):
            esdkit.decrypt(source=encrypted(aes()), keyring=wrong)

"""Each data key against each configured key: what opens, what does not, and what is nearly right."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

import esdkit
from esdkit.caches import LocalCache
from esdkit.cmm import CachingCmm, DefaultCmm, RequiredEncryptionContextCmm
from esdkit.cmm.base import DecryptionRequest, EncryptionRequest
from esdkit.cmm.flatten import flatten_keyrings
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.claims import MAX_DATA_KEYS
from esdkit.doctor.trials import MAX_KEYS
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, KeyringError
from esdkit.keyrings import (
    DecryptionMaterials,
    EncryptionMaterials,
    KmsDiscoveryKeyring,
    KmsKeyring,
    KmsMrkKeyring,
    MultiKeyring,
    RawAesKeyring,
    RawRsaKeyring,
    StaticDataKeyring,
)
from esdkit.message import EncryptedDataKey
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms, mrk
from tests.samples import native_keys
from tests.unit.doctor.cases import MULTI, aes, cells, diagnosed, encrypted, hints, rsa, rsa_public_pem


@pytest.mark.req("CLI-DOC-006")
def test_table_has_each_data_key_against_each_key() -> None:
    found = diagnosed(MULTI, aes("aes-128", material="aes-128"), aes(), rsa())
    assert [outcome for *_, outcome in cells(found)].count("opens") == 3
    assert len(cells(found)) == 9
    assert found.keys[1] == "RawAesKeyring(namespace='esdkit-vectors', name='aes-256')"
    assert found.cells_omitted == 0


@pytest.mark.req("CLI-DOC-006", kind="negative")
@pytest.mark.parametrize(
    ("keyring", "outcome"),
    [
        (aes(material="aes-256-other"), "does-not-open"),
        (aes("aes-999", material="aes-256-other"), "other-name"),
        (KmsKeyring([IRELAND], client_supplier=FakeKms([IRELAND])), "other-kind"),
        (KmsDiscoveryKeyring(client_supplier=FakeKms([IRELAND])), "other-kind"),
    ],
    ids=["wrong-key", "other-name", "kms", "discovery"],
)
def test_first_data_key_is_refused_with_a_reason(keyring: Any, outcome: str) -> None:
    found = diagnosed(MULTI, keyring)
    assert (found.cells[0].outcome, found.verification.failed) == (outcome, "unwrap")
    assert found.cells[0].reason


@pytest.mark.req("CLI-DOC-006")
def test_data_keys_under_another_context_do_not_open() -> None:
    found = diagnosed(encrypted(aes(), context={"a": "1"}), aes(), context={"b": "2"})
    assert cells(found) == [(0, 0, "does-not-open")]
    assert found.context is not None and found.context.reproduced == ("b",)


@pytest.mark.req("CLI-DOC-007")
@pytest.mark.parametrize("algorithm", ["0478", "0178"])
def test_key_that_gives_the_data_key_of_another_message_is_told_apart(algorithm: str) -> None:
    """RSA does not bind the context, so that a data key can be moved from one message into another."""
    from esdkit.message import build, parse

    message, other = (parse(encrypted(rsa(), algorithm=algorithm)) for _ in range(2))
    header = replace(message.header, encrypted_data_keys=other.header.encrypted_data_keys)
    found = diagnosed(build(replace(message, header=header)), rsa())
    assert cells(found) == [(0, 0, "wrong-data-key")]
    assert found.verification.failed == ("commitment" if algorithm == "0478" else "header_tag")
    assert found.defects == ()


@pytest.mark.req("CLI-DOC-006", "CLI-DOC-007")
def test_data_key_itself_is_tried_on_the_header() -> None:
    wrong = StaticDataKeyring(base64.b64decode(native_keys()["aes-256-other"]["material"]))
    assert {outcome for *_, outcome in cells(diagnosed(MULTI, wrong))} == {"wrong-data-key"}


@pytest.mark.req("CLI-DOC-007")
def test_data_key_of_another_length_is_a_wrong_data_key() -> None:
    found = diagnosed(MULTI, StaticDataKeyring(bytes(16)))
    assert {outcome for *_, outcome in cells(found)} == {"wrong-data-key"}
    assert "wrong data key length: got 16 bytes" in found.cells[0].reason
    assert verdict(found) == "Your key gives a data key, but the header does not verify under it."


@pytest.mark.req("CLI-DOC-008")
@pytest.mark.parametrize(("written", "given"), [("oaep-sha1", "oaep-sha256"), ("pkcs1", "oaep-sha1"), ("oaep-sha256", "pkcs1")])
def test_other_rsa_padding_is_named(written: str, given: str) -> None:
    found = diagnosed(encrypted(rsa(written)), rsa(given))
    change = f"padding {written} (not {given}): put that into your keyring"
    hint = f"These bytes open data key [0] with {change}. Only doctor tries this; decrypt does not."
    assert hints(found) == [hint]
    assert (found.verification.failed, cells(found)) == ("unwrap", [(0, 0, "other-padding")])
    assert "You gave the right RSA key" in verdict(found)
    assert advice(found) == (hint,)


@pytest.mark.req("CLI-DOC-008", kind="negative")
def test_rsa_ciphertext_that_was_changed_is_not_explained_by_a_padding() -> None:
    from esdkit.message import build, parse

    message = parse(encrypted(rsa("pkcs1")))
    (edk,) = message.header.encrypted_data_keys
    changed = replace(edk, ciphertext=edk.ciphertext[:-1] + bytes([edk.ciphertext[-1] ^ 1]))
    data = build(replace(message, header=replace(message.header, encrypted_data_keys=(changed,))))
    for padding in ("pkcs1", "oaep-sha1"):
        assert hints(diagnosed(data, rsa(padding))) == []


# ---------------------------------------------------------------- AWS KMS
@pytest.mark.req("CLI-DOC-006", "CLI-DOC-008")
def test_kms_keys_are_tried_each_alone() -> None:
    kms = FakeKms([IRELAND, FRANKFURT])
    data = encrypted(KmsKeyring([IRELAND, FRANKFURT], client_supplier=kms))
    found = diagnosed(data, KmsKeyring([FRANKFURT, IRELAND], client_supplier=kms), all_keys=True)
    assert cells(found) == [(0, 0, "other-name"), (0, 1, "opens"), (1, 0, "opens"), (1, 1, "other-name")]
    assert found.keys == (f"KmsKeyring('{FRANKFURT}')", f"KmsKeyring('{IRELAND}')")


@pytest.mark.req("CLI-DOC-006", kind="negative")
def test_kms_that_cannot_be_reached_is_told_from_a_key_that_does_not_open() -> None:
    kms = FakeKms([IRELAND])
    data = encrypted(KmsKeyring([IRELAND], client_supplier=kms))
    for error_for, outcome in (("AccessDeniedException", "not-reached"), ("InvalidCiphertextException", "does-not-open")):
        kms.fail = lambda operation, region, error_for=error_for: error_for  # type: ignore[misc]
        found = diagnosed(data, KmsKeyring([IRELAND], client_supplier=kms))
        assert cells(found) == [(0, 0, outcome)]
        assert error_for in found.cells[0].reason and found.cells[0].hint
        assert diagnosed(data, KmsDiscoveryKeyring(client_supplier=kms)).cells[0].outcome == outcome


@pytest.mark.req("CLI-DOC-008")
def test_kms_near_misses_are_said() -> None:
    kms = FakeKms([IRELAND, mrk("eu-west-1"), mrk("eu-central-1")])
    data = encrypted(KmsKeyring([IRELAND], client_supplier=kms))
    replica = encrypted(KmsKeyring([mrk("eu-west-1")], client_supplier=kms))
    cases = {
        IRELAND.replace("eu-west-1", "eu-west-2"): "Only the region differs: the message has eu-west-1.",
        IRELAND.upper().replace("ARN:AWS:KMS", "arn:aws:kms").replace(":KEY/", ":key/"): "Only case or white space differs",
        IRELAND.rpartition("/")[2]: "The key id is right; give the whole ARN",
        "alias/one": "An alias matches nothing on decrypt",
        IRELAND.replace("111122223333", "444455556666"): "Only partition, region or account differ",
    }
    for given, hint in cases.items():
        assert [text[: len(hint)] for text in hints(diagnosed(data, KmsKeyring([given], client_supplier=kms)))] == [hint], given
    (text,) = hints(diagnosed(replica, KmsKeyring([mrk("eu-central-1")], client_supplier=kms)))
    assert text.endswith(f"it is a multi-Region key: give --kms-mrk {mrk('eu-central-1')}.")
    assert cells(diagnosed(replica, KmsMrkKeyring([mrk("eu-central-1")], client_supplier=kms))) == [(0, 0, "opens")]


# ---------------------------------------------------------------- taking apart
class _OwnCmm:
    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        raise NotImplementedError

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        return DefaultCmm(aes()).decrypt_materials(request)


class _OwnKeyring:
    def __init__(self, error: EsdkError | None = None) -> None:
        self._error = error

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        raise NotImplementedError

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        if self._error is not None:
            raise self._error
        return aes().on_decrypt(materials, encrypted_data_keys)


@pytest.mark.req("CLI-DOC-006")
def test_leaves_are_found_below_every_layer() -> None:
    one, two, three = aes(), aes("b"), rsa()
    tree = MultiKeyring(generator=one, children=[MultiKeyring(children=[two, three])])
    cmm = RequiredEncryptionContextCmm({"k"}, CachingCmm(DefaultCmm(tree), cache=LocalCache(1), max_age=60.0))
    assert flatten_keyrings(cmm) == (one, two, three)
    assert len(flatten_keyrings(DefaultCmm(KmsKeyring([IRELAND, FRANKFURT])))) == 2


@pytest.mark.req("CLI-DOC-006")
def test_nesting_of_keyrings_is_followed_to_a_depth_only() -> None:
    tree: Any = aes()
    for _ in range(16):
        tree = MultiKeyring(children=[tree])
    (leaf,) = flatten_keyrings(DefaultCmm(tree))
    assert isinstance(leaf, RawAesKeyring)
    (leaf,) = flatten_keyrings(DefaultCmm(MultiKeyring(children=[tree])))
    assert isinstance(leaf, MultiKeyring)


@pytest.mark.req("CLI-DOC-006")
def test_cmm_of_the_user_is_asked_and_has_no_table() -> None:
    from esdkit.doctor.explain import diagnose

    found = diagnose(MULTI, cmm=_OwnCmm())
    assert (found.verification.reached, found.cells, found.keys) == ("frames", (), ())


@pytest.mark.req("CLI-DOC-006")
def test_keyring_of_the_user_is_a_row_of_the_table() -> None:
    found = diagnosed(MULTI, _OwnKeyring())
    assert found.keys == ("_OwnKeyring",)
    assert found.cells[0].outcome == "opens"


@pytest.mark.req("CLI-DOC-006", kind="negative")
@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (DataKeyUnwrapError("not mine", hint="ask them"), "other-kind"),
        (KeyringError(Code.UNWRAP_FAILED, "no network", hint="plug it in"), "not-reached"),
    ],
    ids=["refused-without-a-reason", "failed"],
)
def test_error_of_a_keyring_of_the_user_is_in_its_row(error: KeyringError, outcome: str) -> None:
    (cell, *_) = diagnosed(MULTI, _OwnKeyring(error)).cells
    assert (cell.outcome, cell.reason, cell.hint) == (outcome, error.message, error.hint)


@pytest.mark.req("CLI-DOC-006", kind="negative")
def test_right_key_that_only_encrypts_is_said_to() -> None:
    both = rsa()
    public = RawRsaKeyring(both.namespace, "rsa-2048", both.padding, public_key=rsa_public_pem())
    assert cells(diagnosed(encrypted(both), public)) == [(0, 0, "no-private-key")]


@pytest.mark.req("CLI-DOC-006")
def test_pairs_that_are_not_stored_are_authenticated() -> None:
    cmm = RequiredEncryptionContextCmm({"k"}, DefaultCmm(aes()))
    data, _ = esdkit.encrypt(source=b"text", cmm=cmm, encryption_context={"k": "v", "stored": "too"})
    assert cells(diagnosed(data, aes(), context={"k": "v"})) == [(0, 0, "opens")]
    assert cells(diagnosed(data, aes())) == [(0, 0, "does-not-open")]


@pytest.mark.req("CLI-DOC-005")
def test_trials_are_bounded() -> None:
    from esdkit.message import build, parse

    message = parse(encrypted(aes()))
    many = replace(message.header, encrypted_data_keys=message.header.encrypted_data_keys * (MAX_DATA_KEYS + 5))
    found = diagnosed(build(replace(message, header=many)), *[RawAesKeyring("n", str(number), bytes(32)) for number in range(MAX_KEYS + 1)])
    assert len(found.cells) == MAX_DATA_KEYS * MAX_KEYS
    near = diagnosed(build(replace(message, header=many)), aes("AES-256"))
    assert (len(hints(near)), len(advice(near))) == (MAX_DATA_KEYS, 10)
    assert "There are 24 more such hints under Keys." in advice(near)
    assert len(found.cells) + found.cells_omitted == (MAX_DATA_KEYS + 5) * (MAX_KEYS + 1)

"""The SDK for JavaScript binds data keys to the encryption context in the order of ``localeCompare``: a switch opens such messages, and
``doctor`` finds the order. ``tests/interop/test_readers.py`` does the same with the SDK itself."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import Any

import pytest

from esdkit import Client
from esdkit.caches import LocalCache
from esdkit.cmm import CachingCmm, DefaultCmm, RequiredEncryptionContextCmm
from esdkit.crypto import aead
from esdkit.doctor.advice import verdict
from esdkit.doctor.context_order import MAX_PAIRS
from esdkit.doctor.explain import diagnose
from esdkit.engine.rekey import rekeyed
from esdkit.errors import DataKeyUnwrapError
from esdkit.frozen import frozen
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, HierarchicalKeyring, Keyring, RawAesKeyring
from esdkit.message.aad import serialize_encryption_context, serialize_in_locale_order, serialize_pairs
from esdkit.message.locale_order import locale_key
from esdkit.spec import SUITES, Suite
from tests.each import each
from tests.unit.engine.test_encrypt import client_for

KEY = bytes(range(32))
KEYRING = RawAesKeyring("esdkit", "key", KEY)
CONTEXT = {"Zone": "1", "aws": "2", "Größe": "3", "_id": "4"}
PLAINTEXT = b"attack at dawn"


@frozen
class Ordered:
    """A raw AES keyring that binds the context in an order of its own, as no writer should."""

    keys: Any

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        written = KEYRING.on_encrypt(materials)
        (edk,) = written.encrypted_data_keys
        context = materials.encryption_context
        aad = serialize_pairs([(key.encode(), context[key].encode()) for key in self.keys(context)])
        assert written.data_key is not None
        wrapped, tag = aead.encrypt(KEY, edk.provider_info[-12:], aad, written.data_key.reveal())
        bound = EncryptedDataKey(edk.provider_id, edk.provider_info, wrapped + tag)
        return materials.with_data_key(written.data_key.reveal()).with_encrypted_data_key(bound)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        return materials


def by_locale(context: dict[str, str]) -> list[str]:
    return sorted(context, key=locale_key)


def message(keys: Any = by_locale, context: dict[str, str] = CONTEXT, suite: Suite = SUITES[0x0578], **options: Any) -> bytes:
    data, _ = client_for(suite).encrypt(
        source=PLAINTEXT, algorithm=suite, cmm=DefaultCmm(Ordered(keys)), encryption_context=context, **options
    )
    return data


def client(*compat: str) -> Client:
    return Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", compat=compat)


LAX, STRICT = client("js-locale"), client("net-4.0.0", "empty-context-count")


def pushed(client: Client, data: bytes, **options: Any) -> bytes:
    core = client.decryptor(**options)
    core.feed(data)
    core.finish()
    return core.take()


WAYS: dict[str, Any] = {
    "one-shot": lambda client, data, **options: client.decrypt(source=data, **options)[0],
    "stream": lambda client, data, **options: client.stream("decrypt", source=io.BytesIO(data), **options).read(),
    "push": pushed,
}
each_way = each("way", WAYS.values(), ids=list(WAYS))


@pytest.mark.req("CLI-CFG-012")
@each_way
@each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_switch_opens_what_is_bound_in_the_order_of_locale(suite: Suite, way: Any) -> None:
    assert way(LAX, message(suite=suite), keyring=KEYRING) == PLAINTEXT
    assert way(LAX, message(sorted, suite=suite), keyring=KEYRING) == PLAINTEXT


@pytest.mark.req("CLI-CFG-012", kind="negative")
@each_way
@each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_message_is_refused_without_the_switch(suite: Suite, way: Any) -> None:
    with pytest.raises(DataKeyUnwrapError):
        way(STRICT, message(suite=suite), keyring=KEYRING)


@pytest.mark.req("CLI-CFG-012", kind="negative")
def test_switch_tries_two_orders_and_no_other() -> None:
    for keys in (lambda context: sorted(context, reverse=True), list):
        data = message(keys)
        with pytest.raises(DataKeyUnwrapError):
            LAX.decrypt(source=data, keyring=KEYRING)
    plain = DecryptionMaterials(suite=SUITES[0x0478], encryption_context=CONTEXT)
    assert plain.bound_contexts == (serialize_encryption_context(CONTEXT),)
    materials = DecryptionMaterials(suite=SUITES[0x0478], encryption_context=CONTEXT, js_locale=True)
    assert materials.bound_contexts == (serialize_encryption_context(CONTEXT), serialize_in_locale_order(CONTEXT))
    alike = DecryptionMaterials(suite=SUITES[0x0478], encryption_context={"a": "1", "b": "2"}, js_locale=True)
    assert alike.bound_contexts == (serialize_encryption_context({"a": "1", "b": "2"}),)


@pytest.mark.req("CLI-CFG-012", kind="negative")
def test_shared_cache_opens_nothing_for_a_client_without_the_switch() -> None:
    data, cmm = message(), CachingCmm(keyring=KEYRING, cache=LocalCache(10), max_age=60)
    assert LAX.decrypt(source=data, cmm=cmm)[0] == PLAINTEXT
    with pytest.raises(DataKeyUnwrapError):
        STRICT.decrypt(source=data, cmm=cmm)


@pytest.mark.req("CLI-CFG-012")
def test_cmm_that_demands_pairs_passes_the_switch_on() -> None:
    cmm = RequiredEncryptionContextCmm(["aws"], KEYRING)
    assert LAX.decrypt(source=message(), cmm=cmm, encryption_context={"aws": "2"})[0] == PLAINTEXT


@pytest.mark.req("CLI-CFG-012")
def test_verify_passes_with_the_switch_alone() -> None:
    assert LAX.verify(source=message(), keyring=KEYRING).plaintext_length == len(PLAINTEXT)
    assert STRICT.verify(source=message(), keyring=KEYRING).failed == "unwrap"


@pytest.mark.req("CLI-CFG-012")
def test_rekeyed_message_is_one_that_everybody_reads() -> None:
    cmm = DefaultCmm(KEYRING)
    with rekeyed(LAX, source=message(), cmm=cmm, new_cmm=cmm, encryption_context={}, algorithm=None, frame_length=4096) as stream:
        assert STRICT.decrypt(source=stream.read(), keyring=KEYRING)[0] == PLAINTEXT


# --- doctor ---


def cell(data: bytes, keyring: Keyring = KEYRING, **options: Any) -> Any:
    (found,) = diagnose(data, keyring=keyring, **options).cells
    return found


@pytest.mark.req("CLI-DOC-030")
def test_doctor_names_the_order_of_locale_its_writer_and_the_switch() -> None:
    found = diagnose(message(), keyring=KEYRING)
    assert verdict(found) == "You gave the right key, but the data key is bound to the encryption context in another order."
    (one,) = found.cells
    assert one.outcome == "other-order"
    for said in ("localeCompare", "SDK for JavaScript", "--compat js-locale", "rekey", "utf8Sorting: true"):
        assert said in (one.hint or "")
    assert diagnose(message(), keyring=KEYRING, compat=["js-locale"]).error is None


@pytest.mark.req("CLI-DOC-030")
@pytest.mark.parametrize("number", [2, 3, MAX_PAIRS])
def test_doctor_finds_any_order_of_a_few_pairs(number: int) -> None:
    context = {f"k{index}": "" for index in range(number)}
    order = sorted(context, reverse=True)
    found = cell(message(lambda _: order, context, SUITES[0x0478]))
    assert found.outcome == "other-order" and "the order 'k" in found.hint
    assert "--compat" not in found.hint and "decrypt does not" in found.hint


@pytest.mark.req("CLI-DOC-030", kind="negative")
def test_doctor_says_that_it_did_not_try_every_order_of_many_pairs() -> None:
    context = {f"k{index}": "" for index in range(MAX_PAIRS + 1)}
    found = cell(message(lambda _: sorted(context, reverse=True), context, SUITES[0x0478]))
    assert found.outcome == "does-not-open"
    assert f"of the orders of its {MAX_PAIRS + 1} context pairs, two were tried" in found.reason


@pytest.mark.req("CLI-DOC-030", kind="negative")
def test_other_key_is_still_another_key() -> None:
    assert cell(message(), RawAesKeyring("esdkit", "key", bytes(32))).outcome == "does-not-open"
    assert cell(message(), RawAesKeyring("esdkit", "other", KEY)).outcome == "other-name"


@pytest.mark.req("CLI-DOC-030", kind="negative")
def test_order_that_gives_a_data_key_of_another_message_is_no_answer() -> None:
    one, other = message(), message()
    (edk,) = Client().verify(source=one).header.encrypted_data_keys  # type: ignore[union-attr]
    (wrong,) = Client().verify(source=other).header.encrypted_data_keys  # type: ignore[union-attr]
    mixed = one.replace(edk.provider_info, wrong.provider_info).replace(edk.ciphertext, wrong.ciphertext)
    assert cell(mixed).outcome == "does-not-open"


def test_order_by_locale_is_by_letter_then_accent_then_case() -> None:
    words = ["_", "-", "😀", "$", "1", "a", "A", "á", "ab", "aB", "Ab", "b", "ø", "z", "α", "Ж"]
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=locale_key) == words


def test_hierarchical_keyring_tries_both_orders() -> None:
    from esdkit.crypto.secret import Secret
    from esdkit.keyrings.branch_key import BranchKey, StaticBranchKeyStore

    key = BranchKey(branch_key_id="b", version="00000000-0000-4000-8000-000000000000", key=Secret(bytes(32)))
    keyring = HierarchicalKeyring(StaticBranchKeyStore([key]), branch_key_id="b", ttl=60)
    in_this_order = dict.fromkeys(by_locale(CONTEXT), "")

    materials = EncryptionMaterials(suite=SUITES[0x0478], encryption_context=in_this_order)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("esdkit.keyrings.hierarchy.serialize_encryption_context", serialize_in_locale_order)
        written = keyring.on_encrypt(materials)
    read = DecryptionMaterials(suite=SUITES[0x0478], encryption_context=in_this_order, js_locale=True)
    assert keyring.on_decrypt(read, written.encrypted_data_keys).data_key == written.data_key
    with pytest.raises(DataKeyUnwrapError):
        keyring.on_decrypt(DecryptionMaterials(suite=SUITES[0x0478], encryption_context=in_this_order), written.encrypted_data_keys)

"""The multi-keyring: order, collected failures, and children that do not keep to the contract."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from esdkit.errors import Attempt, Code, DataKeyUnwrapError, EsdkError, KeyringError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, Keyring, MultiKeyring, RawAesKeyring, StaticDataKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import SUITES

SUITE = SUITES[0x0478]
DATA_KEY = b"D" * 32
EDK = EncryptedDataKey(b"p", b"i", b"c")
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context={"a": "1"})
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context={"a": "1"})
A, B, C = (RawAesKeyring("space", name, name.encode() * 16) for name in "abc")


@dataclass
class Scripted:
    """A keyring of a user's own: it notes how it is called and answers what it was told, an error by raising it."""

    answer: object = None
    calls: list[object] = field(default_factory=list)

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        self.calls.append(materials)
        answer: EncryptionMaterials = self._answer()
        return answer

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        self.calls.append((materials, tuple(encrypted_data_keys)))
        answer: DecryptionMaterials = self._answer()
        return answer

    def _answer(self) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


FAILED = DataKeyUnwrapError("no", [Attempt(0, "own", "no luck")])
OPENED = DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("KEY-MUL-001", kind="negative")
@pytest.mark.parametrize(
    ("generator", "children"), [(None, ()), (object(), ()), (None, [object()])], ids=["nothing", "no-generator", "no-child"]
)
def test_multi_without_keyrings_is_refused(generator: Keyring | None, children: Sequence[Keyring]) -> None:
    with pytest.raises(UsageError) as error:
        MultiKeyring(generator, children)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-MUL-001", "KEY-MUL-009", "KEY-MUL-011", "KEY-MUL-002", "KEY-MUL-012", "KEY-IFC-016")
@pytest.mark.parametrize("children", [[], [B], [B, C, MultiKeyring(children=[A, B])]], ids=["alone", "one", "nested"])
def test_on_encrypt_gives_one_key_of_each_in_order(children: list[Keyring]) -> None:
    multi = MultiKeyring(A, children)
    sealed = multi.on_encrypt(ENCRYPTION)
    names = [key.provider_info[:1] for key in sealed.encrypted_data_keys]
    assert names == [b"a", b"b", b"c", b"a", b"b"][: len(names)]
    for key in sealed.encrypted_data_keys:
        assert multi.on_decrypt(DECRYPTION, [key]).data_key == sealed.data_key


@pytest.mark.req("KEY-MUL-010", "KEY-MUL-011")
def test_on_encrypt_without_generator_wraps_the_given_key() -> None:
    sealed = MultiKeyring(children=[A, B]).on_encrypt(ENCRYPTION.with_data_key(DATA_KEY))
    assert B.on_decrypt(DECRYPTION, sealed.encrypted_data_keys) == OPENED


@pytest.mark.req("KEY-MUL-009", "KEY-MUL-010", kind="negative")
@pytest.mark.parametrize(
    ("multi", "materials"),
    [(MultiKeyring(A), ENCRYPTION.with_data_key(DATA_KEY)), (MultiKeyring(children=[A]), ENCRYPTION)],
    ids=["generator-with-key", "children-without-key"],
)
def test_on_encrypt_with_the_wrong_start_is_refused(multi: MultiKeyring, materials: EncryptionMaterials) -> None:
    with pytest.raises(MaterialsError) as error:
        multi.on_encrypt(materials)
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("KEY-MUL-009", kind="negative")
@pytest.mark.parametrize(
    "answer", [None, ENCRYPTION, ENCRYPTION.with_encrypted_data_key(EDK), OPENED], ids=["none", "unchanged", "no-data-key", "wrong-kind"]
)
def test_on_encrypt_with_a_generator_that_makes_no_key_is_refused(answer: object) -> None:
    child = Scripted()
    with pytest.raises(MaterialsError) as error:
        MultiKeyring(Scripted(answer), [child]).on_encrypt(ENCRYPTION)
    assert error.value.code is Code.MATERIALS_INVALID
    assert child.calls == []


@pytest.mark.req("KEY-MUL-012", "KEY-MUL-011", kind="negative")
@pytest.mark.parametrize("place", ["generator", "child"])
def test_on_encrypt_ends_with_the_first_failure(place: str) -> None:
    failing, after = Scripted(KeyringError(Code.UNWRAP_FAILED, "no")), Scripted()
    multi = MultiKeyring(failing, [after]) if place == "generator" else MultiKeyring(A, [failing, after])
    with pytest.raises(KeyringError) as error:
        multi.on_encrypt(ENCRYPTION)
    assert error.value is failing.answer
    assert after.calls == []


@pytest.mark.req("KEY-MUL-003", "KEY-MUL-004", "KEY-MUL-005", "KEY-MUL-006")
@pytest.mark.parametrize("successful", range(4), ids=["generator", "first-child", "second-child", "third-child"])
def test_on_decrypt_asks_in_order_and_ends_with_the_first_success(successful: int) -> None:
    keyrings = [Scripted(OPENED if number >= successful else FAILED) for number in range(4)]
    assert MultiKeyring(keyrings[0], keyrings[1:]).on_decrypt(DECRYPTION, [EDK, EDK]) == OPENED
    asked = [(DECRYPTION, (EDK, EDK))]
    assert [keyring.calls for keyring in keyrings] == [asked if number <= successful else [] for number in range(4)]


@pytest.mark.req("KEY-MUL-004", "KEY-MUL-007", "KEY-MUL-008", kind="negative")
@pytest.mark.req("KEY-MUL-007", "KEY-MUL-008", "KEY-IFC-019")
def test_on_decrypt_collects_the_attempts_of_all() -> None:
    children: list[Keyring] = [
        Scripted(FAILED),
        Scripted(KeyringError(Code.UNWRAP_FAILED, "offline")),
        Scripted(DataKeyUnwrapError("nothing")),
        A,
    ]
    with pytest.raises(DataKeyUnwrapError) as error:
        MultiKeyring(StaticDataKeyring(DATA_KEY[:16]), children).on_decrypt(DECRYPTION, [EDK])
    attempts = error.value.attempts
    assert [(attempt.edk_index, attempt.keyring) for attempt in attempts] == [
        (None, "StaticDataKeyring(<Secret: 16 bytes>)"),
        (0, "own"),
        (None, "Scripted"),
        (None, "Scripted"),
        (0, "RawAesKeyring(namespace='space', name='a')"),
    ]
    assert attempts[2].reason == "offline"
    assert attempts[3].reason == "nothing"


@pytest.mark.req("CMM-IFC-019", "KEY-MUL-006", kind="negative")
@pytest.mark.parametrize(
    "answer",
    [None, DECRYPTION, DECRYPTION.with_data_key(b"short"), replace(OPENED, encryption_context={}), ENCRYPTION],
    ids=["none", "no-key", "short-key", "other-context", "wrong-kind"],
)
def test_on_decrypt_with_a_child_that_returns_nonsense_is_refused(answer: object) -> None:
    after = Scripted(OPENED)
    with pytest.raises(MaterialsError) as error:
        MultiKeyring(children=[Scripted(answer), after]).on_decrypt(DECRYPTION, [EDK])
    assert error.value.code is Code.MATERIALS_INVALID
    assert after.calls == []


@pytest.mark.parametrize("kind", [KeyringError, DataKeyUnwrapError])
def test_on_decrypt_keeps_the_hint_of_a_child_that_gives_no_attempts(kind: type[EsdkError]) -> None:
    failure = (
        KeyringError(Code.UNWRAP_FAILED, "offline", hint="start it")
        if kind is KeyringError
        else DataKeyUnwrapError("nothing", hint="start it")
    )
    with pytest.raises(DataKeyUnwrapError) as error:
        MultiKeyring(children=[Scripted(failure)]).on_decrypt(DECRYPTION, [EDK])
    assert [attempt.hint for attempt in error.value.attempts] == ["start it"]


@pytest.mark.parametrize(
    "raised",
    [UsageError(Code.INVALID_ARGUMENT, "x"), MaterialsError(Code.MATERIALS_INVALID, "x")],
    ids=["usage", "materials"],
)
def test_on_decrypt_does_not_hide_a_fault_that_is_no_failure(raised: EsdkError) -> None:
    with pytest.raises(type(raised)) as error:
        MultiKeyring(children=[Scripted(raised), Scripted(OPENED)]).on_decrypt(DECRYPTION, [EDK])
    assert error.value is raised


@pytest.mark.req("KEY-MUL-002", kind="negative")
def test_on_decrypt_into_materials_with_a_data_key_is_refused() -> None:
    child = Scripted(OPENED)
    with pytest.raises(MaterialsError) as error:
        MultiKeyring(child).on_decrypt(OPENED, [EDK])
    assert error.value.code is Code.MATERIALS_INVALID
    assert child.calls == []


@pytest.mark.req("KEY-IFC-021")
def test_multi_printed_shows_own_keyrings_by_type_alone() -> None:
    shown = repr(MultiKeyring(A, [Scripted("SECRET")]))
    assert shown == "MultiKeyring(generator=RawAesKeyring(namespace='space', name='a'), children=[Scripted])"

"""The choice of native messages has every version, suite, form, kind of key, writer and defect that the native messages have."""

from esdkit.message import NonFramedBody, parse
from esdkit.spec import SUITES
from tests.samples import native_cases, native_choice, native_ciphertext, native_parsed, native_traits


def test_choice_has_every_trait_and_is_small() -> None:
    everything = {trait for name in native_cases() for trait in native_traits(name)}
    assert everything - {trait for name in native_choice() for trait in native_traits(name)} == set()
    assert 40 < len(native_choice()) < 80


def test_choice_has_every_suite_in_messages_of_either_form() -> None:
    messages = [parse(native_ciphertext(name)) for name in native_choice() if name in native_parsed()]
    assert {message.header.suite for message in messages} == set(SUITES.values())
    forms = {(message.header.version, isinstance(message.body, NonFramedBody)) for message in messages}
    assert forms == {(1, True), (1, False), (2, True), (2, False)}


def test_choice_has_every_defect_and_kind_of_key() -> None:
    every, chosen = native_cases().values(), [native_cases()[name] for name in native_choice()]
    assert {case["expect"].get("code") for case in chosen} == {case["expect"].get("code") for case in every}
    assert {(case["key"] or {}).get("type") for case in chosen} == {(case["key"] or {}).get("type") for case in every}
    assert {(case["key"] or {}).get("key") for case in chosen} == {(case["key"] or {}).get("key") for case in every}

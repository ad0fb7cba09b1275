"""Rules of lint about the header: suite, encryption context, encrypted data keys. ``rules`` says what a rule is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import is_normalized

from esdkit.columns import quoted, utf8_text
from esdkit.inspector.facts.parts import DataKey
from esdkit.inspector.lint.rules import Hit, Subject, limit, rule
from esdkit.message.providers import KmsKey, has_binary_name
from esdkit.message.rules import context_is_sorted
from esdkit.spec import CONSTANTS, Suite, providers

__all__: list[str] = []

_KEY = "header.encryption_context.key"
_VALUE = "header.encryption_context.value"
_PROVIDER_ID = "header.encrypted_data_keys.provider_id"
_PROVIDER_INFO = "header.encrypted_data_keys.provider_info"
_CIPHERTEXT = "header.encrypted_data_keys.ciphertext"
_PUBLIC_KEY = CONSTANTS.public_key_name.encode("ascii")
_PROVIDER_IDS = tuple(row.provider_id for row in providers().values() if row.provider_id is not None)


# ---------------------------------------------------------------- suite
def _suite(subject: Subject, wrong: Callable[[Suite], bool], what: str) -> Iterator[Hit]:
    suite = subject.tree.suite
    if suite is not None and wrong(suite):
        yield subject.at("header.algorithm_suite_id", f"suite {suite.hex_id} {what}")


@rule("non-committing-suite")
def _non_committing(subject: Subject) -> Iterator[Hit]:
    return _suite(subject, lambda suite: not suite.commitment, "does not commit to one data key")


@rule("identity-kdf")
def _identity_kdf(subject: Subject) -> Iterator[Hit]:
    return _suite(subject, lambda suite: suite.kdf == "identity", "uses the data key itself")


@rule("unsigned-suite")
def _unsigned(subject: Subject) -> Iterator[Hit]:
    return _suite(subject, lambda suite: not suite.signed, "does not sign")


# ---------------------------------------------------------------- encryption context
def _texts(subject: Subject) -> Iterator[tuple[str, int, bytes]]:
    """Keys and values of the context: field id, index, bytes."""
    for pair in subject.tree.encryption_context or ():
        yield _KEY, pair.index, pair.key
        if pair.value is not None:
            yield _VALUE, pair.index, pair.value


@rule("aad-unsorted")
def _unsorted(subject: Subject) -> Iterator[Hit]:
    keys = [pair.key for pair in subject.tree.encryption_context or ()]
    if not context_is_sorted(keys):
        index = next(at for at in range(1, len(keys)) if keys[at] < keys[at - 1])
        yield subject.at(_KEY, f"{quoted(keys[index])} comes after {quoted(keys[index - 1])}", index)


@rule("context-reserved-key")
def _reserved_key(subject: Subject) -> Iterator[Hit]:
    prefix = CONSTANTS.reserved_context_prefix.encode("ascii")
    for pair in subject.tree.encryption_context or ():
        if pair.key.startswith(prefix) and pair.key != _PUBLIC_KEY:
            yield subject.at(_KEY, f"{quoted(pair.key)} begins with {CONSTANTS.reserved_context_prefix}", pair.index)


@rule("context-empty-text")
def _empty_text(subject: Subject) -> Iterator[Hit]:
    for pair in subject.tree.encryption_context or ():
        if not pair.key:
            yield subject.at(_KEY, "a key is empty", pair.index)
        if pair.value == b"":
            yield subject.at(_VALUE, f"the value of {quoted(pair.key)} is empty", pair.index)


@rule("context-too-long-for-java")
def _long_context(subject: Subject) -> Iterator[Hit]:
    length, most = subject.tree.value("header.encryption_context.length") or 0, limit("context-too-long-for-java")
    if length > most:
        yield subject.at("header.encryption_context.length", f"the context has {length} bytes, Java reads {most}")


@rule("context-control-character")
def _control_character(subject: Subject) -> Iterator[Hit]:
    for field_id, index, value in _texts(subject):
        text = utf8_text(value)
        if text is not None and not text.isprintable():
            yield subject.at(field_id, f"{quoted(value)} has a character that cannot be printed", index)


@rule("context-not-nfc")
def _not_nfc(subject: Subject) -> Iterator[Hit]:
    for field_id, index, value in _texts(subject):
        text = utf8_text(value)
        if text is not None and not is_normalized("NFC", text):
            yield subject.at(field_id, f"{quoted(value)} is not in normal form C", index)


@rule("context-empty")
def _no_context(subject: Subject) -> Iterator[Hit]:
    pairs = subject.tree.encryption_context
    if subject.header_is_whole and pairs is not None and all(pair.key == _PUBLIC_KEY for pair in pairs):
        yield subject.at("header.encryption_context.length", "no pair from the application")


# ---------------------------------------------------------------- encrypted data keys
@rule("provider-id-suspicious")
def _suspicious_provider(subject: Subject) -> Iterator[Hit]:
    for key in subject.tree.encrypted_data_keys:
        text = None if key.provider_id is None else utf8_text(key.provider_id)
        why = None if text is None else _why_suspicious(text)
        if why is not None:
            yield subject.at(_PROVIDER_ID, why, key.index)


def _why_suspicious(text: str) -> str | None:
    if text in _PROVIDER_IDS:
        return None
    shown = quoted(text.encode("utf-8"))
    if not text:
        return "the provider id is empty"
    if _bare(text) in _BARE_PROVIDER_IDS:
        return f"{shown} is nearly {_BARE_PROVIDER_IDS[_bare(text)]}"
    if text != text.strip():
        return f"{shown} has white space around it"
    if not text.isprintable():
        return f"{shown} has a character that cannot be printed"
    return None


def _bare(text: str) -> str:
    """What is left of a name without case and everything that people separate words by."""
    return re.sub(r"[\W_]+", "", text).casefold()


_BARE_PROVIDER_IDS = {_bare(name): name for name in _PROVIDER_IDS}


@rule("provider-id-not-ascii")
def _provider_beyond_ascii(subject: Subject) -> Iterator[Hit]:
    for key in subject.tree.encrypted_data_keys:
        if key.provider_id is not None and utf8_text(key.provider_id) is not None and not key.provider_id.isascii():
            yield subject.at(_PROVIDER_ID, f"{quoted(key.provider_id)} is not ASCII", key.index)


@rule("key-name-not-utf8")
def _key_name_not_utf8(subject: Subject) -> Iterator[Hit]:
    for key in subject.tree.encrypted_data_keys:
        if has_binary_name(key.wrapping_key):
            yield subject.at(_PROVIDER_INFO, f"the key name {quoted(key.wrapping_key.key_name)}", key.index)


@rule("kms-key-not-arn")
def _no_key_arn(subject: Subject) -> Iterator[Hit]:
    for key in subject.tree.encrypted_data_keys:
        wrapping = key.wrapping_key
        if isinstance(wrapping, KmsKey) and key.provider_info is not None and (wrapping.arn is None or not wrapping.arn.is_key):
            yield subject.at(_PROVIDER_INFO, f"{quoted(wrapping.key_name)} is not the ARN of a key", key.index)


@rule("provider-info-malformed")
def _malformed_info(subject: Subject) -> Iterator[Hit]:
    for key in subject.tree.encrypted_data_keys:
        for part in key.wrapping_key.malformed:
            what = f"the {_PARTS[part]} does not have the form that {quoted(key.wrapping_key.provider_id)} keyrings write"
            yield subject.at(f"header.encrypted_data_keys.{part}", what, key.index)


_PARTS = {"provider_info": "provider information", "ciphertext": "ciphertext"}


@rule("edk-ciphertext-empty")
def _empty_ciphertext(subject: Subject) -> Iterator[Hit]:
    for key in subject.tree.encrypted_data_keys:
        if key.ciphertext == b"":
            yield subject.at(_CIPHERTEXT, "the ciphertext is empty", key.index)


@rule("duplicate-edk")
def _duplicate(subject: Subject) -> Iterator[Hit]:
    seen: dict[object, int] = {}
    for key in _whole_keys(subject):
        first = seen.setdefault((key.provider_id, key.provider_info, key.ciphertext), key.index)
        if first != key.index:
            yield subject.at(_PROVIDER_ID, f"it is identical to encrypted data key {first}", key.index)


@rule("duplicate-wrapping-key")
def _duplicate_wrapping_key(subject: Subject) -> Iterator[Hit]:
    seen: dict[object, DataKey] = {}
    for key in _whole_keys(subject):
        first = seen.setdefault(key.wrapping_key.identity, key)
        if first is not key and first.ciphertext != key.ciphertext:
            yield subject.at(_PROVIDER_ID, f"it has the same wrapping key as encrypted data key {first.index}", key.index)


@rule("many-edks")
def _many(subject: Subject) -> Iterator[Hit]:
    count, most = subject.tree.value("header.encrypted_data_keys.count") or 0, limit("many-edks")
    if count > most:
        yield subject.at("header.encrypted_data_keys.count", f"{count} encrypted data keys, more than {most}")


@rule("single-edk")
def _single(subject: Subject) -> Iterator[Hit]:
    if subject.header_is_whole and subject.tree.value("header.encrypted_data_keys.count") == 1:
        yield subject.at("header.encrypted_data_keys.count", "there is only one encrypted data key")


# ---------------------------------------------------------------- pieces
def _whole_keys(subject: Subject) -> Iterator[DataKey]:
    return (key for key in subject.tree.encrypted_data_keys if key.ciphertext is not None)

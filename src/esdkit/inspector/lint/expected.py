"""Rules of lint about what a user's profile expects: keys, accounts, regions, namespaces, context keys. ``rules`` says what a rule is.

Invariants: a list that the profile does not have is not looked at. What a list is about and a key does not say is a hit: a gate that lets
through what it cannot judge is open. What is in a message says who can open it, never who did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from esdkit.columns import quoted
from esdkit.inspector.facts.parts import DataKey
from esdkit.inspector.lint.rules import Hit, Subject, rule
from esdkit.message.arn import Arn
from esdkit.message.providers import KmsKey, WrappingKey

__all__: list[str] = []

_PROVIDER_ID = "header.encrypted_data_keys.provider_id"
_PROVIDER_INFO = "header.encrypted_data_keys.provider_info"


@rule("key-not-expected")
def _key(subject: Subject) -> Iterator[Hit]:
    patterns = subject.expected("keys")
    for key in _named(subject) if patterns else ():
        name = _full_name(key.wrapping_key)
        if name is None or not any(fnmatchcase(name, pattern) for pattern in patterns):
            yield subject.at(_PROVIDER_INFO, f"{_called(key)} is not expected", key.index)


@rule("account-not-expected")
def _account(subject: Subject) -> Iterator[Hit]:
    return _of_kms(subject, "accounts", "account", lambda arn: arn.account)


@rule("region-not-expected")
def _region(subject: Subject) -> Iterator[Hit]:
    return _of_kms(subject, "regions", "region", lambda arn: arn.region)


@rule("namespace-not-expected")
def _namespace(subject: Subject) -> Iterator[Hit]:
    names = subject.expected("namespaces")
    for key in subject.tree.encrypted_data_keys if names else ():
        wrapping = key.wrapping_key
        if key.provider_id is not None and wrapping.has_own_namespace and wrapping.namespace not in names:
            yield subject.at(_PROVIDER_ID, f"the namespace {quoted(key.provider_id)} is not expected", key.index)


@rule("context-key-missing")
def _context_key(subject: Subject) -> Iterator[Hit]:
    there = {pair.key for pair in subject.tree.encryption_context or ()}
    for name in subject.expected("context-keys") if subject.header_is_whole else ():
        if name.encode("utf-8") not in there:
            yield subject.at("header.encryption_context.length", f"no pair with the key {quoted(name.encode('utf-8'))}")


# ---------------------------------------------------------------- pieces
def _full_name(key: WrappingKey) -> str | None:
    """What the list ``keys`` compares: a name of AWS KMS as it is stored, NAMESPACE/NAME for others; None when it is not text."""
    if not isinstance(key.name, str) or key.namespace is None:
        return None
    return f"{key.namespace}/{key.name}" if key.has_own_namespace else key.name


def _named(subject: Subject) -> Iterator[DataKey]:
    return (key for key in subject.tree.encrypted_data_keys if key.provider_info is not None)


def _of_kms(subject: Subject, member: str, word: str, part: Callable[[Arn], str]) -> Iterator[Hit]:
    """The keys of AWS KMS, by a part of their ARN. Of keyrings of AWS KMS that store no ARN, nothing is known."""
    wanted = subject.expected(member)
    for key in _named(subject) if wanted else ():
        if key.wrapping_key.has_own_namespace:
            continue
        arn = key.wrapping_key.arn if isinstance(key.wrapping_key, KmsKey) else None
        if arn is None:
            yield subject.at(_PROVIDER_INFO, f"{_called(key)} does not say its {word}", key.index)
        elif part(arn) not in wanted:
            yield subject.at(_PROVIDER_INFO, f"{_called(key)} is of the {word} {part(arn)}", key.index)


def _called(key: DataKey) -> str:
    name = _full_name(key.wrapping_key)
    return f"the key {quoted(key.wrapping_key.key_name if name is None else name.encode('utf-8'))}"

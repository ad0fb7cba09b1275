"""One item of the branch key store: how it is stored, checked and bound to its key.

Strategy: an item that was read is checked completely before KMS is asked. Everything in it but the wrapped key, and the store's logical
name, is the encryption context of KMS, so that KMS does not decrypt the key of a changed item.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esdkit.errors import Code, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings.branch_key import is_uuid
from esdkit.message.arn import Arn, parse_arn
from esdkit.spec import CONSTANTS, error_for

__all__ = ["KEY_ATTRIBUTES", "WRAPPED_KEY", "KeyStoreItem", "key_arn"]

_NAMES = CONSTANTS.hierarchy
KEY_ATTRIBUTES = _ID, _TYPE = "branch-key-id", "type"
WRAPPED_KEY = "enc"
_VERSION, _KMS_ARN, _CREATED, _STORE_VERSION = "version", "kms-arn", "create-time", "hierarchy-version"


@frozen
class KeyStoreItem:
    """One item of the table.

    Attributes:
        kind: ``type``.
        version: of the active item, with its prefix; None for all others.
        wrapped: the key, as KMS wrapped it.
        own_context: the pairs that were given when the key was created.
    """

    branch_key_id: str
    kind: str
    version: str | None
    wrapped: bytes
    kms_arn: Arn
    created: str
    own_context: Mapping[str, str]

    @classmethod
    def blank(cls, branch_key_id: str, kms_arn: Arn, created: str, own_context: Mapping[str, str]) -> KeyStoreItem:
        return cls(branch_key_id, "", None, b"", kms_arn, created, own_context)

    @classmethod
    def read(cls, stored: object, branch_key_id: str, kind: str) -> KeyStoreItem:
        """Check an item as DynamoDB gives it."""
        # Reqs: KST-GET-004
        if not isinstance(stored, Mapping) or not all(isinstance(value, Mapping) for value in stored.values()):
            raise _invalid(branch_key_id, kind, "an attribute has no value")
        texts = {name: value["S"] for name, value in stored.items() if isinstance(value.get("S"), str)}
        wrapped = stored.get(WRAPPED_KEY, {}).get("B")
        own = {name.removeprefix(_NAMES.context_prefix): text for name, text in texts.items() if name.startswith(_NAMES.context_prefix)}
        version = texts.get(_VERSION)
        known = {_ID, _TYPE, _KMS_ARN, _CREATED, *([_VERSION] if kind == _NAMES.active_type else [])}
        broken = _first_false(
            ("it is not the item that was asked for", texts.get(_ID) == branch_key_id and texts.get(_TYPE) == kind),
            (f"{WRAPPED_KEY} is missing or is not bytes", isinstance(wrapped, bytes) and bool(wrapped)),
            ("an attribute is missing", known <= texts.keys()),
            (
                "an attribute is unknown",
                stored.keys() - {WRAPPED_KEY, _STORE_VERSION} - known == {f"{_NAMES.context_prefix}{name}" for name in own},
            ),
            (f"{_STORE_VERSION} is not {_NAMES.store_version}", stored.get(_STORE_VERSION) == {"N": str(_NAMES.store_version)}),
            (f"{_VERSION} is not the name of a version", kind != _NAMES.active_type or _is_version(version)),
        )
        if broken is not None:
            raise _invalid(branch_key_id, kind, broken)
        try:
            arn = key_arn(texts[_KMS_ARN])
        except UsageError:
            raise _invalid(branch_key_id, kind, f"{_KMS_ARN} is not the ARN of a KMS key") from None
        return cls(branch_key_id, kind, version if kind == _NAMES.active_type else None, wrapped or b"", arn, texts[_CREATED], own)

    def __str__(self) -> str:
        return f"the {self.kind} of the branch key {self.branch_key_id!r}"

    @property
    def uuid(self) -> str:
        """The UUID of the version that the item holds."""
        return (self.version or self.kind).removeprefix(_NAMES.version_type_prefix)

    def context(self, logical_name: str) -> dict[str, str]:
        """What KMS binds to the key."""
        # Reqs: KST-CTX-001, KST-CTX-002, KST-CTX-003
        return {**self._texts(), _STORE_VERSION: str(_NAMES.store_version), _NAMES.table_name_key: logical_name}

    def stored(self) -> dict[str, dict[str, Any]]:
        """As DynamoDB takes it."""
        # Reqs: KST-ITM-001, KST-ITM-002
        texts = {name: {"S": text} for name, text in self._texts().items()}
        return {**texts, _STORE_VERSION: {"N": str(_NAMES.store_version)}, WRAPPED_KEY: {"B": self.wrapped}}

    def _texts(self) -> dict[str, str]:
        texts = {_ID: self.branch_key_id, _TYPE: self.kind, _KMS_ARN: str(self.kms_arn), _CREATED: self.created}
        if self.version is not None:
            texts[_VERSION] = self.version
        return texts | {f"{_NAMES.context_prefix}{name}": text for name, text in self.own_context.items()}


def _first_false(*claims: tuple[str, bool]) -> str | None:
    return next((what for what, holds in claims if not holds), None)


def key_arn(text: str) -> Arn:
    arn = parse_arn(text)
    if not arn.is_key:
        raise UsageError(Code.INVALID_ARGUMENT, "a key store needs the ARN of a KMS key, not of an alias")
    return arn


def _is_version(text: str | None) -> bool:
    """Whether a text is the name of a version."""
    name = text or ""
    if not name.startswith(_NAMES.version_type_prefix):
        return False
    return is_uuid(name.removeprefix(_NAMES.version_type_prefix))


def _invalid(branch_key_id: str, kind: str, what: str) -> EsdkError:
    return error_for(Code.BRANCH_KEY_INVALID, f"the {kind} of the branch key {branch_key_id!r}: {what}")

"""What an encrypted data key says about the key that wrapped it: the kind of keyring, and what that keyring put into the parts.

Strategy: the table is ``spec/providers.yaml``. A provider id that a row names decides. All other ids were chosen by their keyrings, so the
rows without one are tried in the table's order, by the form of provider information and ciphertext; the last row, ``other``, fits
everything. Ids that begin like those of AWS KMS and have no row of their own are of keyrings that are newer: no raw keyring may have them.

Invariants: any bytes give an answer, and the work is linear in them. Nothing is tried with a key: what only the form speaks for is
``likely`` or ``possible``. Not here: words for people (inspector, doctor).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, Protocol
from uuid import UUID

from esdkit.columns import text_or_bytes, utf8_text
from esdkit.frozen import frozen
from esdkit.grammar import edk
from esdkit.grammar.decoder import decoder
from esdkit.grammar.field import Blob, Group, Raw, UInt
from esdkit.message.arn import Arn, as_arn
from esdkit.spec import CONSTANTS, FIELDS, SUITES, Provider, provider_id_of, providers

__all__ = [
    "BranchKeyVersion",
    "Certainty",
    "KeyAgreement",
    "KmsKey",
    "MlKemKey",
    "Parts",
    "RawAesKey",
    "RawRsaKey",
    "WrappingKey",
    "has_binary_name",
    "inner_layouts",
    "wrapping_key",
]

Certainty = Literal["certain", "likely", "possible"]
"""``certain``: the provider id is the kind's own. ``likely``: provider information and ciphertext have its form. ``possible``: only the
provider information has it, or nothing speaks for another kind."""

_OTHER = "other"
_NEWER = "kms-newer"
_TEXT = "text"
_RESERVED = CONSTANTS.reserved_provider_prefix.encode("ascii")
_RSA_LENGTHS = range(128, 1025, 64)  # of a modulus of 1024 to 8192 bits, in bytes
_WRAPPED_LENGTHS = frozenset(suite.data_key_length + suite.tag_length for suite in SUITES.values())


class Parts(Protocol):
    """An encrypted data key. Parts that the message ends before are None."""

    @property
    def provider_id(self) -> bytes | None: ...

    @property
    def provider_info(self) -> bytes | None: ...

    @property
    def ciphertext(self) -> bytes | None: ...


@frozen
class WrappingKey:
    """What is known of a wrapping key. Kinds that know more have a class of their own, below.

    Attributes:
        provider: the row of the kind.
        certainty: how much speaks for that kind.
        provider_id: as stored; empty where the message ends before it.
        key_name: what names the key among those of its provider id, as stored.
        malformed: the parts that do not have the form that the kind writes: ``provider_info``, ``ciphertext``.
    """

    provider: Provider
    certainty: Certainty
    provider_id: bytes
    key_name: bytes
    malformed: tuple[str, ...]

    @property
    def kind(self) -> Provider:
        """The row of the kind that all parts speak for; ``other`` where they do not agree on one."""
        return providers()[_OTHER] if self.certainty == "possible" else self.provider

    @property
    def name(self) -> str | bytes:
        """The key name as text; as bytes when it is not UTF-8."""
        return text_or_bytes(self.key_name)

    @property
    def namespace(self) -> str | None:
        """The provider id as text; None when it is not UTF-8."""
        return utf8_text(self.provider_id)

    @property
    def has_own_namespace(self) -> bool:
        """Whether whoever made the keyring chose the provider id, as for raw keys and custom keyrings."""
        return self.provider.provider_id is None and not self.provider_id.startswith(_RESERVED)

    @property
    def identity(self) -> tuple[bytes, bytes]:
        """The same for two data keys that are wrapped under one key."""
        return self.provider_id, self.key_name


@frozen
class KmsKey(WrappingKey):
    """A key of AWS KMS. ``arn``: None when its name is not an ARN of KMS."""

    arn: Arn | None


@frozen
class MlKemKey(KmsKey):
    """An ML-KEM key of AWS KMS. ``parameter_set``: such as ``ML-KEM-768``, by the length of the ciphertext; None for other lengths."""

    parameter_set: str | None


@frozen
class KeyAgreement(WrappingKey):
    """Two key pairs: the curve by its usual name, both public keys as compressed points."""

    curve: str
    recipient: bytes
    sender: bytes


@frozen
class BranchKeyVersion(WrappingKey):
    """A version of a branch key, by its UUID."""

    version: str


@frozen
class RawAesKey(WrappingKey):
    """A key of a raw AES keyring: tag length in bits, IV length in bytes, and the IV."""

    tag_length: int
    iv_length: int
    iv: bytes


@frozen
class RawRsaKey(WrappingKey):
    """A key of a raw RSA keyring: bits of its modulus."""

    modulus_bits: int


def wrapping_key(parts: Parts) -> WrappingKey:
    """What an encrypted data key says about the key that wrapped it."""
    # Reqs: CLI-INS-001, CLI-INS-009
    row = _rows_by_provider_id().get(parts.provider_id or b"")
    if row is not None:
        return _described(row, "certain", parts, _read(row, parts))
    if (parts.provider_id or b"").startswith(_RESERVED):
        return _described(providers()[_NEWER], "likely", parts, {})
    for row in _rows_of_chosen_ids():
        read = _read(row, parts)
        certainty = _certainty(row, parts, read)
        if certainty is not None:
            return _described(row, certainty, parts, read)
    return _described(providers()[_OTHER], "possible", parts, {})


def has_binary_name(key: WrappingKey) -> bool:
    """Whether it is a raw key whose name is not UTF-8; names of custom keyrings may be anything."""
    return isinstance(key, _RAW) and key.kind is key.provider and isinstance(key.name, bytes)


_RAW = (RawAesKey, RawRsaKey)


def inner_layouts(parts: Parts) -> Iterator[tuple[str, Group, Mapping[str, int]]]:
    """The parts that have a layout of their own: the part's name, its layout, and the sizes that the layout does not tell."""
    # Reqs: CLI-INS-001
    key = wrapping_key(parts)
    for part, form in _forms(key.provider.info, key.provider.ciphertext):
        data = getattr(parts, part)
        if data is not None and part not in key.malformed:
            yield part, form.group, form.given(data) or {}


@cache
def _rows_by_provider_id() -> Mapping[bytes, Provider]:
    # Reqs: CLI-INS-001
    return {provider_id_of(row.id): row for row in providers().values() if row.provider_id is not None}


@cache
def _rows_of_chosen_ids() -> tuple[Provider, ...]:
    # Reqs: CLI-INS-001
    return tuple(row for row in providers().values() if row.provider_id is None and row.id not in (_OTHER, _NEWER))


_Read = dict[str, dict[str, Any] | None]
"""By part the fields of its layout; None if the part does not have this form."""


def _read(row: Provider, parts: Parts) -> _Read:
    # Reqs: CLI-INS-001
    read: _Read = {}
    for part, form in _forms(row.info, row.ciphertext):
        read[part] = form.read(getattr(parts, part))
    return read


def _certainty(row: Provider, parts: Parts, read: _Read) -> Certainty | None:
    """How much speaks for a kind whose keyrings choose their ids; None when it is not this kind."""
    # Reqs: CLI-INS-001
    if row.info != _TEXT and read["provider_info"] is None:
        return None
    if parts.ciphertext is not None and _has_form(row.ciphertext, parts.ciphertext, read):
        return "likely"
    return None if row.info == _TEXT else "possible"


def _has_form(form: str, ciphertext: bytes, read: _Read) -> bool:
    # Reqs: CLI-INS-001
    if form == "rsa":
        return len(ciphertext) in _RSA_LENGTHS
    if form == "data-key-and-tag":
        return len(ciphertext) in _WRAPPED_LENGTHS
    return "ciphertext" not in read or read["ciphertext"] is not None


def _described(row: Provider, certainty: Certainty, parts: Parts, read: _Read) -> WrappingKey:
    # Reqs: CLI-INS-001
    values: dict[str, Any] = {}
    malformed = []
    for part, fields in read.items():
        if fields is not None and _is_sound(fields):
            values |= fields
        elif getattr(parts, part) is not None:
            malformed.append(part)
    if row.ciphertext == "ml-kem" and parts.ciphertext is not None and _parameter_set(parts.ciphertext) is None:
        malformed.append("ciphertext")
    name = values.get(row.key_name or "", parts.provider_info or b"")
    return _typed((row, certainty, parts.provider_id or b"", name, tuple(malformed)), values, parts.ciphertext or b"")


def _typed(common: tuple[Provider, Certainty, bytes, bytes, tuple[str, ...]], values: Mapping[str, Any], ciphertext: bytes) -> WrappingKey:
    """``common``: the values of a ``WrappingKey``."""
    # Reqs: CLI-INS-001
    row, _, _, name, _ = common
    if row.ciphertext == "ml-kem":
        return MlKemKey(*common, as_arn(utf8_text(name)), _parameter_set(ciphertext))
    if row.arn:
        return KmsKey(*common, as_arn(utf8_text(name)))
    if "ecdh.recipient" in values:
        recipient = values["ecdh.recipient"]
        return KeyAgreement(*common, _CURVES_BY_POINT[len(recipient)], recipient, values["ecdh.sender"])
    if "hierarchy.branch_key_version" in values:
        return BranchKeyVersion(*common, str(UUID(bytes=values["hierarchy.branch_key_version"])))
    if "raw_aes.iv" in values:
        return RawAesKey(*common, values["raw_aes.tag_length"], values["raw_aes.iv_length"], values["raw_aes.iv"])
    if row.ciphertext == "rsa":
        return RawRsaKey(*common, 8 * len(ciphertext))
    return WrappingKey(*common)


def _parameter_set(ciphertext: bytes) -> str | None:
    """The parameter set of ML-KEM whose encapsulated secret, with salt, encrypted data key and tag, has this length."""
    # Reqs: CLI-INS-009
    for name, length in CONSTANTS.ml_kem_lengths.items():
        if len(ciphertext) - length - CONSTANTS.ml_kem_salt_length in _WRAPPED_LENGTHS:
            return name
    return None


_CURVES_BY_POINT = {curve.point_length: curve.name for curve in CONSTANTS.curves.values()}


def _is_sound(values: Mapping[str, Any]) -> bool:
    """Whether the fields of a layout agree with each other: the points of an ECDH keyring are of one curve."""
    # Reqs: CLI-INS-001
    recipient, sender = values.get("ecdh.recipient"), values.get("ecdh.sender")
    return recipient is None or (len(recipient) in _CURVES_BY_POINT and len(recipient) == len(sender or b""))


# ---------------------------------------------------------------- layouts
@frozen
class _Form:
    """A layout of grammar/edk.py.

    Attributes:
        reader: its reading, which refuses values beyond the bounds of their rows.
        ids: of its fields, in order.
        free: the field that takes what the others leave; None when each says its own length. Lengths of others come before it.
        others: the length of the others (bytes); None when they say it themselves.
        least: the minimum length of the free one (bytes).
    """

    # Reqs: CLI-INS-001
    group: Group
    reader: Callable[..., tuple[Any, int] | None]
    ids: tuple[str, ...]
    free: str | None
    others: int | None
    least: int

    def given(self, data: bytes) -> dict[str, int] | None:
        """The length of the free field in these bytes; None when it would be too short."""
        if self.free is None:
            return {}
        others = self.others
        if others is None:
            read = decoder(self.group)(data, 0, len(data), {self.free: 0})
            others = len(data) + 1 if read is None else read[1]
        return {self.free: len(data) - others} if len(data) - others >= self.least else None

    def read(self, data: bytes | None) -> dict[str, Any] | None:
        """The fields by id; None when the bytes do not have this form."""
        known = None if data is None else self.given(data)
        if data is None or known is None:
            return None
        read = self.reader(data, 0, len(data), known)
        return dict(zip(self.ids, read[0], strict=True)) if read is not None and read[1] == len(data) else None


@cache
def _form(name: str) -> _Form:
    # Reqs: CLI-INS-001
    group = getattr(edk, name)
    assert isinstance(group, Group)
    ids = tuple(node.id for node in group.nodes if isinstance(node, UInt | Raw | Blob))
    free = next((field_id for field_id in ids if FIELDS[field_id].size == "remaining"), None)
    fixed = [node.size for node in group.nodes if isinstance(node, UInt | Raw) and isinstance(node.size, int)]
    others = sum(fixed) if len(fixed) == len(group.nodes) - (free is not None) else None
    least = 0 if free is None or FIELDS[free].unit == "name" else 1
    return _Form(group, decoder(group, valid=True).read, ids, free, others, least)


@cache
def _layout_names() -> frozenset[str]:
    return frozenset(name for name, value in vars(edk).items() if isinstance(value, Group))


@cache
def _forms(info: str, ciphertext: str) -> tuple[tuple[str, _Form], ...]:
    """The parts of a data key that have a layout, by the columns of a row."""
    # Reqs: CLI-INS-001
    columns = (("provider_info", info), ("ciphertext", ciphertext))
    return tuple((part, _form(form)) for part, form in columns if form in _layout_names())

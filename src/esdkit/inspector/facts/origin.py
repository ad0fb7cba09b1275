"""Who wrote a message, as far as its bytes let one guess: signs, each with what it says and what it was seen in (spec/origins.yaml).

Strategy: one small function for each sign, over a tree. Signs are about habits of writers, so a message shows few of them or none, and
whoever wants to can fake them all: nothing is concluded here, and nothing else depends on it.
"""
# Reqs: CLI-INS-003

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Any, Protocol

from esdkit.columns import utf8_text
from esdkit.frozen import frozen
from esdkit.inspector.facts.tree import Tree
from esdkit.message.locale_order import locale_key
from esdkit.message.providers import KmsKey, WrappingKey
from esdkit.message.rules import context_is_sorted
from esdkit.spec import CONSTANTS, BlobOrigin, Service, origins

__all__ = ["Hint", "blob_origin", "hints", "kms_origin", "post_quantum", "service_of"]

_IV = "body.frame.iv"
_MAX_FRAMES = 64  # that are looked at


@frozen
class Hint:
    """A sign.

    Attributes:
        says: who may have written the message.
        because: what was seen.
        writers: the releases of the SDKs that write so, by SDK; None for a service, whose SDK is not known.
    """

    id: str
    says: str
    because: str
    writers: Mapping[str, str] | None


def hints(tree: Tree) -> Iterator[Hint]:
    """The signs of a message."""
    if tree.suite is None:
        return
    service = service_of(tree)
    if service is not None:
        perhaps = "Perhaps " if service.confidence == "possible" else ""
        yield Hint(service.id, _capitalized(f"{perhaps}{service.name}."), service.sign, None)
    rows = origins().hints
    for name, shows in _SIGNS.items():
        if shows(tree):
            row = rows[name]
            yield Hint(name, row.says, row.because, row.writers)


def service_of(tree: Tree) -> Service | None:
    """The service that a message looks to be from; None when it looks like none that is known."""
    # Reqs: CLI-DOC-013
    context = {pair.key: pair.value for pair in tree.encryption_context or ()}
    providers = {key.provider_id for key in tree.encrypted_data_keys}
    wrapping = (key.wrapping_key for key in tree.encrypted_data_keys if key.provider_info is not None)
    accounts = {key.arn.account for key in wrapping if isinstance(key, KmsKey) and key.arn is not None}
    if _signs().isdisjoint([*context, *providers, *accounts]):  # as nearly always
        return None
    return next((row for row in origins().services if _is_of(row, context, providers, accounts)), None)


@cache
def _signs() -> frozenset[bytes | str]:
    """What one service or another shows: keys of the context, provider ids, accounts."""
    rows = origins().services
    texts = [*(key for row in rows for key in row.context), *(row.provider_id for row in rows if row.provider_id is not None)]
    return frozenset([*(text.encode("utf-8") for text in texts), *(account for row in rows for account in row.accounts)])


def _is_of(row: Service, context: Mapping[bytes, bytes | None], providers: Set[bytes | None], accounts: Set[str]) -> bool:
    """Whether all signs of a service are there."""
    for key, value in row.context.items():
        if key.encode("utf-8") not in context or (value is not None and context[key.encode("utf-8")] != value.encode("utf-8")):
            return False
    if row.provider_id is not None and row.provider_id.encode("utf-8") not in providers:
        return False
    return not row.accounts or not accounts.isdisjoint(row.accounts)


def blob_origin(ciphertext: bytes, *, of_kms_key: bool = False) -> BlobOrigin | None:
    """Who made a ciphertext of AWS KMS, by how it begins; None when that is not known.

    Args:
        of_kms_key: whether a message names a KMS key for it, so that a sign counts that alone would be too weak.
    """
    # Reqs: CLI-INS-001
    rows = (row for row in origins().kms_blobs if of_kms_key or row.confidence != "possible")
    return next((row for row in rows if re.match(row.pattern, ciphertext)), None)


class DescribedKey(Protocol):
    """An encrypted data key whose parts were described (``wrapping_key``)."""

    @property
    def ciphertext(self) -> bytes | None: ...

    @property
    def wrapping_key(self) -> WrappingKey: ...


def kms_origin(key: DescribedKey) -> BlobOrigin | None:
    """Who made the ciphertext of a data key of AWS KMS; None for other kinds, and where it is not known."""
    if key.ciphertext is None or key.wrapping_key.kind.ciphertext != "kms-blob":
        return None
    return blob_origin(key.ciphertext, of_kms_key=True)


def post_quantum(key: DescribedKey) -> tuple[str, str]:
    """Whether the wrapping of a data key resists quantum computers: ``yes``, ``no`` or ``unknown``, and why (spec/providers.yaml)."""
    # Reqs: CLI-INS-010
    kind = key.wrapping_key.kind
    if kind.ciphertext == "kms-blob":
        origin = kms_origin(key)
        if origin is None or origin.emulator:
            return "unknown", "The ciphertext is not that of AWS KMS, as far as it is known here."
    return kind.post_quantum, kind.post_quantum_because


def _capitalized(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _final_frame_full(tree: Tree) -> bool:
    return tree.body is not None and tree.body.final_is_full


def _final_frame_empty(tree: Tree) -> bool:
    return tree.body is not None and tree.body.final_length == 0 < tree.body.frame_length and tree.body.regular_frames > 0


def _single_block(tree: Tree) -> bool:
    return tree.body is not None and not tree.body.framed


def _random_body_iv(tree: Tree) -> bool:
    final_iv, final_number = tree.value("body.final_frame.iv"), tree.value("body.final_frame.sequence_number")
    ivs = [] if final_iv is None else [(final_iv, final_number)]
    if tree.value("body.iv") is not None:
        ivs.append((tree.value("body.iv"), CONSTANTS.non_framed_sequence_number))
    run = tree.reading.run
    if run is not None:
        first, length = run.start + run.shape.offsets[_IV], run.shape.sizes[_IV]
        starts = (first + index * run.shape.size for index in range(min(run.count, _MAX_FRAMES)))
        ivs += [(tree.source.read(start, start + length), number) for number, start in enumerate(starts, CONSTANTS.first_sequence_number)]
    return any(int.from_bytes(iv, "big") != number for iv, number in ivs)


def _header_iv(tree: Tree) -> bool:
    return any(tree.value("header_auth.iv") or b"")


def _old_random_body_iv(tree: Tree) -> bool:
    return tree.suite is not None and tree.suite.message_version == 1 and _random_body_iv(tree)


def _new_random_body_iv(tree: Tree) -> bool:
    return tree.suite is not None and tree.suite.message_version > 1 and _random_body_iv(tree)


def _signature_is_natural(tree: Tree) -> bool:
    """Whether the length of a valid signature differs from the one that most writers reach."""
    scheme, signature = tree.signature.scheme, tree.value("footer.signature")
    return tree.signature.state == "verified" and scheme is not None and len(signature or b"") != scheme.usual_signature_length


def _signature_natural(tree: Tree) -> bool:
    return _signature_is_natural(tree) and not _random_body_iv(tree) and not _header_iv(tree)


def _signature_natural_old(tree: Tree) -> bool:
    return _signature_is_natural(tree) and _old_random_body_iv(tree)


def _frame_length_c(tree: Tree) -> bool:
    return _frame_length(tree) == _limit("frame-length-c")


def _frame_length_not_python(tree: Tree) -> bool:
    return _frame_length(tree) % _limit("frame-length-not-python") != 0


def _frame_length(tree: Tree) -> int:
    """The frame length; 0 for a single block."""
    return tree.body.frame_length if tree.body is not None and tree.body.framed else 0


def _context_not_java(tree: Tree) -> bool:
    too_long = (tree.value("header.encryption_context.length") or 0) > _limit("context-not-java")
    return too_long or any(not pair.key or pair.value == b"" for pair in tree.encryption_context or ())


def _content_over_go(tree: Tree) -> bool:
    return tree.body is not None and tree.body.content_length > _limit("content-over-go")


def _content_over_rust(tree: Tree) -> bool:
    return tree.body is not None and tree.body.content_length > _limit("content-over-rust")


def _limit(sign: str) -> int:
    number = origins().hints[sign].limit
    assert number is not None
    return number


def _context_by_locale(tree: Tree) -> bool:
    keys = _unsorted_keys(tree)
    return keys is not None and _is_sorted([locale_key(key) for key in keys])


def _context_by_utf16(tree: Tree) -> bool:
    keys = _unsorted_keys(tree)
    return keys is not None and not _context_by_locale(tree) and _is_sorted([key.encode("utf-16-be") for key in keys])


def _context_unsorted(tree: Tree) -> bool:
    return not _context_is_sorted(tree) and not _context_by_locale(tree) and not _context_by_utf16(tree)


def _context_is_sorted(tree: Tree) -> bool:
    return context_is_sorted([pair.key for pair in tree.encryption_context or ()])


def _unsorted_keys(tree: Tree) -> list[str] | None:
    """The keys of the context as texts; None if they are sorted, or one is not UTF-8."""
    if _context_is_sorted(tree):
        return None
    keys = [utf8_text(pair.key) for pair in tree.encryption_context or ()]
    return None if None in keys else [key for key in keys if key is not None]


def _is_sorted(values: Sequence[Any]) -> bool:
    return all(first <= second for first, second in pairwise(values))


def _material_providers(tree: Tree) -> bool:
    return any(key.wrapping_key.kind.sdks for key in tree.encrypted_data_keys)


_SIGNS: Mapping[str, Callable[[Tree], bool]] = {
    "material-providers": _material_providers,
    "signature-natural": _signature_natural,
    "signature-natural-old": _signature_natural_old,
    "single-block": _single_block,
    "final-frame-full": _final_frame_full,
    "final-frame-empty": _final_frame_empty,
    "frame-length-c": _frame_length_c,
    "frame-length-not-python": _frame_length_not_python,
    "random-body-iv": _old_random_body_iv,
    "random-body-iv-v2": _new_random_body_iv,
    "header-iv": _header_iv,
    "context-by-locale": _context_by_locale,
    "context-by-utf16": _context_by_utf16,
    "context-unsorted": _context_unsorted,
    "context-not-java": _context_not_java,
    "content-over-go": _content_over_go,
    "content-over-rust": _content_over_rust,
}

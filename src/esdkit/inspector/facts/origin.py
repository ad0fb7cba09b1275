"""Who wrote a message, as far as its bytes let one guess: signs, each with what it says and what it was seen in (spec/origins.yaml).

Strategy: one function for each part of a message. Signs are about habits of writers, so a message shows few of them or none, and
whoever wants to can fake them all: nothing is concluded here, and nothing else depends on it.
"""
# Reqs: CLI-INS-003

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Any, Protocol

from esdkit.columns import utf8_text
from esdkit.frozen import frozen
from esdkit.inspector.facts.parts import Body
from esdkit.inspector.facts.tree import Tree
from esdkit.message.locale_order import locale_key
from esdkit.message.providers import KmsKey, WrappingKey
from esdkit.message.rules import context_is_sorted
from esdkit.spec import CONSTANTS, BlobOrigin, Service, Suite, origins

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
    for sign in _signs_of_sdks(tree, tree.suite):
        row = rows[sign]
        yield Hint(sign, row.says, row.because, row.writers)


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


# ---------------------------------------------------------------- signs of SDKs
def _signs_of_sdks(tree: Tree, suite: Suite) -> Iterator[str]:
    """The ids of the signs that a message shows, in the order of the table."""
    if any(key.wrapping_key.kind.sdks for key in tree.encrypted_data_keys):
        yield "material-providers"
    if tree.signature.state == "verified":
        yield from _signs_of_signature(tree, suite)
    if tree.body is not None:
        yield from _signs_of_body(tree, suite, tree.body)
    if _has_header_iv(tree):
        yield "header-iv"
    yield from _signs_of_context(tree)
    for sign in ("content-over-go", "content-over-rust"):
        if tree.body is not None and tree.body.content_length > _limit(sign):
            yield sign


def _signs_of_signature(tree: Tree, suite: Suite) -> Iterator[str]:
    """What a valid signature shows whose length differs from the one that most writers reach."""
    if suite.signature is None or len(tree.value("footer.signature")) == suite.signature.usual_signature_length:
        return
    if not _has_random_iv(tree):
        if not _has_header_iv(tree):
            yield "signature-natural"
    elif suite.message_version == 1:
        yield "signature-natural-old"


def _signs_of_body(tree: Tree, suite: Suite, body: Body) -> Iterator[str]:
    if not body.framed:
        yield "single-block"
    if body.final_is_full:
        yield "final-frame-full"
    if body.final_length == 0 < body.frame_length and body.regular_frames > 0:
        yield "final-frame-empty"
    if body.framed and body.frame_length == _limit("frame-length-c"):
        yield "frame-length-c"
    if body.framed and body.frame_length % _limit("frame-length-not-python") != 0:
        yield "frame-length-not-python"
    if _has_random_iv(tree):
        yield "random-body-iv" if suite.message_version == 1 else "random-body-iv-v2"


def _signs_of_context(tree: Tree) -> Iterator[str]:
    pairs = tree.encryption_context or ()
    keys = [pair.key for pair in pairs]
    if not context_is_sorted(keys):
        yield _order_of(keys)
    too_long = (tree.value("header.encryption_context.length") or 0) > _limit("context-not-java")
    if too_long or b"" in keys or b"" in [pair.value for pair in pairs]:
        yield "context-not-java"


def _order_of(keys: Sequence[bytes]) -> str:
    """The sign that keys show that are not in the order of their bytes."""
    texts = [text for text in map(utf8_text, keys) if text is not None]
    if len(texts) == len(keys):
        if _is_sorted([locale_key(text) for text in texts]):
            return "context-by-locale"
        if _is_sorted([text.encode("utf-16-be") for text in texts]):
            return "context-by-utf16"
    return "context-unsorted"


def _is_sorted(values: Sequence[Any]) -> bool:
    return all(first <= second for first, second in pairwise(values))


def _has_random_iv(tree: Tree) -> bool:
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


def _has_header_iv(tree: Tree) -> bool:
    return any(tree.value("header_auth.iv") or b"")


def _limit(sign: str) -> int:
    number = origins().hints[sign].limit
    assert number is not None
    return number

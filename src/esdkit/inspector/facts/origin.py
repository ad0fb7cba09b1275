"""Who wrote a message, as far as its bytes let one guess: signs, each with what it says and what it was seen in (spec/origins.yaml).

Strategy: one small function for each sign, over a tree. Signs are about habits of writers, so a message shows few of them or none, and
whoever wants to can fake them all: nothing is concluded here, and nothing else depends on it.
"""
# Reqs: CLI-INS-003

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from esdkit.frozen import frozen
from esdkit.inspector.facts.tree import Tree
from esdkit.message.rules import context_is_sorted
from esdkit.spec import CONSTANTS, BlobOrigin, Service, origins

__all__ = ["Hint", "blob_origin", "hints", "service_of"]

_IV = "body.frame.iv"
_MAX_FRAMES = 64  # that are looked at


@frozen
class Hint:
    """A sign. ``says``: who may have written the message; ``because``: what was seen."""

    id: str
    says: str
    because: str


def hints(tree: Tree) -> Iterator[Hint]:
    """The signs of a message."""
    if tree.suite is None:
        return
    service = service_of(tree)
    if service is not None:
        yield Hint(service.id, f"{service.name[0].upper()}{service.name[1:]}.", service.sign)
    rows = origins().hints
    for name, shows in _SIGNS.items():
        if shows(tree):
            yield Hint(name, *rows[name])


def service_of(tree: Tree) -> Service | None:
    """The service of AWS that a message looks to be from; None when it looks like none that is known."""
    # Reqs: CLI-DOC-013
    keys = {pair.key for pair in tree.encryption_context or ()}
    providers = {key.provider_id for key in tree.encrypted_data_keys}
    return next((row for row in origins().services if _is_among(row.context_key, keys) or _is_among(row.provider_id, providers)), None)


def blob_origin(ciphertext: bytes) -> BlobOrigin | None:
    """Who made a ciphertext of AWS KMS, by how it begins; None when that is not known."""
    # Reqs: CLI-INS-001
    return next((row for row in origins().kms_blobs if row.pattern.match(ciphertext)), None)


def _is_among(name: str | None, found: Collection[bytes | None]) -> bool:
    return name is not None and name.encode("utf-8") in found


def _final_frame_full(tree: Tree) -> bool:
    return tree.body is not None and 0 < tree.body.frame_length == tree.body.final_length


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


def _signature_length(tree: Tree) -> bool:
    scheme, signature = tree.signature.scheme, tree.value("footer.signature")
    return tree.signature.state == "verified" and scheme is not None and len(signature or b"") != scheme.usual_signature_length


def _context_by_locale(tree: Tree) -> bool:
    keys = [pair.key for pair in tree.encryption_context or ()]
    return not context_is_sorted(keys) and context_is_sorted([key.lower() for key in keys])


def _context_unsorted(tree: Tree) -> bool:
    keys = [pair.key for pair in tree.encryption_context or ()]
    return not context_is_sorted(keys) and not context_is_sorted([key.lower() for key in keys])


def _material_providers(tree: Tree) -> bool:
    return any(key.wrapping_key.kind.sdks is not None for key in tree.encrypted_data_keys)


_SIGNS: Mapping[str, Callable[[Tree], bool]] = {
    "material-providers": _material_providers,
    "single-block": _single_block,
    "final-frame-full": _final_frame_full,
    "final-frame-empty": _final_frame_empty,
    "random-body-iv": _random_body_iv,
    "header-iv": _header_iv,
    "signature-length": _signature_length,
    "context-by-locale": _context_by_locale,
    "context-unsorted": _context_unsorted,
}

"""Who reads a message, as far as it shows without a key: for each SDK yes, no or unknown, and why (spec/readers.yaml,
spec/known_bugs.yaml).

Strategy: a message needs a release that knows its version and has a keyring for one of its data keys. The limits of the table then exclude
SDKs, raise their first release or add a note; of what breaks the format the table says who reads it all the same. One small function for
each condition that a row names. Not here: keys and policies of whoever reads.
"""
# Reqs: CLI-DOC-012, CLI-INS-002, CLI-INS-011

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from esdkit.columns import utf8_text
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.inspector.facts.tree import Tree
from esdkit.message.locale_order import orders_differ
from esdkit.message.providers import WrappingKey, has_binary_name
from esdkit.spec import CONSTANTS, AcceptedFault, KnownBug, Provider, ReaderLimit, Suite, providers, readers

__all__ = [
    "Deciding",
    "Reader",
    "accepted_of",
    "deciding_of",
    "limits_of",
    "readers_of",
    "readers_of_valid",
    "shows_in_stream",
    "who_reads",
]

_IF_VERIFIED = "if the signature verifies, which was not checked here"
_SIGNED_LIMIT = 2**31 - 1
_PUBLIC_KEY = CONSTANTS.public_key_name.encode("ascii")


@frozen
class Reader:
    """An SDK, and whether it reads a message.

    Attributes:
        reads: ``yes``, ``no`` or ``unknown``.
        release: the first that reads it; None unless one does.
        because: why not, or why it is unknown; empty for ``yes``.
        notes: what it takes, or which releases do not.
    """

    sdk: str
    reads: Literal["yes", "no", "unknown"]
    release: str | None
    because: tuple[str, ...]
    notes: tuple[str, ...]


class Deciding(NamedTuple):
    """What alone decides who reads a valid message: its version, the limits that it shows, and the kinds of its data keys, by their ids."""

    message_version: int
    limits: tuple[str, ...]
    kinds: tuple[str, ...]


def readers_of(tree: Tree) -> tuple[Reader, ...]:
    """Each SDK of the table; none where the suite is not known."""
    if tree.suite is None:
        return ()
    deciding = deciding_of(tree)
    if deciding is not None:
        return readers_of_valid(deciding)
    deciding = _deciding(tree, tree.suite)
    return tuple(_reader(sdk, deciding, tree) for sdk in readers().first_releases[deciding.message_version])


def deciding_of(tree: Tree) -> Deciding | None:
    """What decides who reads a message; None if something is wrong with it, or its signature was not checked."""
    return None if tree.suite is None or tree.problems or tree.signature.request is not None else _deciding(tree, tree.suite)


def _deciding(tree: Tree, suite: Suite) -> Deciding:
    versions = {suite.message_version, tree.value("header.version")}
    shown = _Shown.of(tree)
    return Deciding(max(versions & readers().first_releases.keys()), tuple([row.id for row in _limits(shown)]), tuple(shown.kinds))


def limits_of(tree: Tree) -> tuple[ReaderLimit, ...]:
    """What a message shows that single SDKs do not read."""
    return _limits(_Shown.of(tree))


def _limits(shown: _Shown) -> tuple[ReaderLimit, ...]:
    return tuple([row for row, shows, limit in _conditions() if shows(shown, limit)])


@cache
def _conditions() -> tuple[tuple[ReaderLimit, Callable[[_Shown, int], bool], int], ...]:
    return tuple((row, _LIMITS[row.id], row.limit or 0) for row in readers().limits)


def who_reads(found: Iterable[Reader]) -> dict[str, str]:
    """The first release of each SDK that reads a message."""
    return {reader.sdk: reader.release for reader in found if reader.release is not None}


@lru_cache(maxsize=256)
def readers_of_valid(deciding: Deciding) -> tuple[Reader, ...]:
    """Each SDK of the table, for messages in which nothing is wrong: nearly all of them differ in little else."""
    return tuple(_reader(sdk, deciding, None) for sdk in readers().first_releases[deciding.message_version])


def _reader(sdk: str, deciding: Deciding, tree: Tree | None) -> Reader:
    """One SDK.

    Args:
        sdk: its name.
        deciding: what the message shows.
        tree: the message, if it has problems, or a signature that was not checked.
    """
    first = readers().first_releases[deciding.message_version][sdk]
    limits = [row for row in readers().limits if row.id in deciding.limits]
    keyrings, unknown = _keyring_releases([providers()[kind] for kind in deciding.kinds], sdk)
    refused = [row.when for row in limits if sdk in row.refused_by]
    if keyrings is None and not unknown:
        refused.insert(0, _NO_KEYRING)
    loose: list[str] = []
    if tree is not None:
        faults, loose, overlooked = _faults(tree, sdk)
        is_cut = Code.TRUNCATED in {problem.code for problem in tree.problems}
        (refused if is_cut or sdk in readers().measured else unknown).extend(faults)
        unknown += overlooked
    if refused:
        return Reader(sdk, "no", None, tuple(refused), ())
    if unknown:
        return Reader(sdk, "unknown", None, tuple(unknown), ())
    since = {row.read_since[sdk]: row.when for row in limits if sdk in row.read_since}
    notes = [f"not before {release}: {when}" for release, when in since.items()]
    notes += [row.notes[sdk] for row in limits if sdk in row.notes]
    notes += [*loose, *([_IF_VERIFIED] if tree is not None and tree.signature.request is not None else [])]
    return Reader(sdk, "yes", max([first, *(keyrings or ()), *since], key=_as_numbers), (), tuple(notes))


def _as_numbers(release: str) -> tuple[int, ...]:
    """A release in the order of releases."""
    return tuple(map(int, release.split(".")))


# ---------------------------------------------------------------- keyrings
_NO_KEYRING = "it has no keyring for any of the data keys"
_UNKNOWN_KINDS = {
    "kms-newer": "a data key belongs to a keyring that is newer than this esdkit",
    "other": "a data key belongs to a custom keyring, which the SDK can have or not",
}


def _keyring_releases(kinds: Collection[Provider], sdk: str) -> tuple[tuple[str, ...] | None, list[str]]:
    """The first release with a keyring for one of the data keys, nothing where every release has one, or None; and what is not known."""
    known = [kind for kind in kinds if kind.id not in _UNKNOWN_KINDS]
    if not kinds or any(kind.sdks is None for kind in known):
        return (), []
    found = [kind.sdks[sdk] for kind in known if kind.sdks is not None and sdk in kind.sdks]
    if found:
        return (min(found, key=_as_numbers),), []
    return None, [_UNKNOWN_KINDS[kind.id] for kind in kinds if kind.id in _UNKNOWN_KINDS]


# ---------------------------------------------------------------- invalid messages
def accepted_of(tree: Tree, code: Code) -> tuple[AcceptedFault, ...]:
    """What single SDKs read although it breaks the format, of one error code."""
    return tuple(row for row in readers().accepted if row.code == code and _ACCEPTED.get(row.id, _always)(tree))


def shows_in_stream(tree: Tree, bug: KnownBug, code: Code | None) -> bool:
    """Whether a message can show a known bug that streams alone have.

    Args:
        tree: the message.
        bug: one of the operation ``stream``.
        code: what is wrong with the message; None for nothing, or if the rules leave it open.
    """
    return (bug.code is None or bug.code == code) and _ACCEPTED.get(bug.id, _always)(tree)


def _faults(tree: Tree, sdk: str) -> tuple[list[str], list[str], list[str]]:
    """What an SDK refuses of that which breaks the format, what it needs to read it all the same, and what it does not look at."""
    faults, notes, overlooked = [], [], []
    for code, problem in {problem.code: problem for problem in reversed(tree.problems)}.items():
        rows = accepted_of(tree, code)
        if any(sdk in row.accepted_by for row in rows):
            continue
        if code.value in readers().overlooked[sdk]:
            overlooked.append(f"it does not look at this, and a key shows whether it opens: {problem.message}")
            continue
        only = [row.only_with[sdk] for row in rows if sdk in row.only_with]
        notes += [f"only with {api}: {problem.message}" for api in only]
        faults += [] if only else [problem.message]
    return faults, notes, overlooked


def _always(tree: Tree) -> bool:
    return True


def _context_slack(tree: Tree) -> bool:
    """Whether all pairs of the context are there, and end before the section does, and the section before the message."""
    pairs = tree.encryption_context or ()
    if len(pairs) != tree.value("header.encryption_context.count") or any(pair.value is None for pair in pairs):
        return False
    used = 2 + sum(4 + len(pair.key) + len(pair.value or b"") for pair in pairs)
    length = int(tree.value("header.encryption_context.length") or 0)
    section = next(field for field in tree.reading.before if field[0] == "header.encryption_context.length")
    return used < length <= tree.length - section[3]


def _framed(tree: Tree) -> bool:
    return bool(tree.value("header.content_type") == CONSTANTS.content_framed)


def _frame_length(tree: Tree) -> int:
    return tree.value("header.frame_length") or 0


def _has_empty_part(tree: Tree) -> bool:
    return bool([key for key in tree.encrypted_data_keys if b"" in (key.provider_id, key.provider_info, key.ciphertext)])


def _signed(tree: Tree) -> bool:
    return tree.suite is not None and tree.suite.signed


def _decoded(text: str) -> bytes | None:
    """What base64 says; None for other text."""
    if not text:
        return b""  # as in every unsigned message, which waits for no import
    from base64 import b64decode

    try:
        return b64decode(text, validate=True)
    except ValueError:
        return None


def _point(text: str) -> bytes | None:
    """What canonical base64 says; None for other text."""
    point = _decoded(text)
    if not point:
        return point
    from base64 import b64encode

    return point if b64encode(point).decode("ascii") == text else None


def _key_text(tree: Tree) -> str:
    value = next((pair.value for pair in tree.encryption_context or () if pair.key == _PUBLIC_KEY), None)
    return utf8_text(value or b"") or ""


def _key_length(tree: Tree) -> int:
    return 0 if tree.signature.scheme is None else tree.signature.scheme.point_length


def _key_uncompressed(tree: Tree) -> bool:
    point = _point(_key_text(tree))
    return point is not None and len(point) == 2 * _key_length(tree) - 1 and point[0] in (4, 6, 7)


def _key_with_zero(tree: Tree) -> bool:
    point = _point(_key_text(tree))
    return point is not None and len(point) == _key_length(tree) + 1 and point[0] in (2, 3) and point[1] == 0


def _key_loose(tree: Tree) -> bool:
    """Whether the base64 is right but for line breaks and for bits that it does not use."""
    text = _key_text(tree)
    point = _decoded(text.replace("\n", "").replace("\r", ""))
    return point is not None and len(point) == _key_length(tree) and _point(text) is None


def _key_alphabet(tree: Tree) -> bool:
    """Whether the base64 is right but for its alphabet or its padding."""
    text = _key_text(tree)
    plain = text.replace("-", "+").replace("_", "/").rstrip("=")
    point = _point(plain + "=" * (-len(plain) % 4))
    return point is not None and len(point) == _key_length(tree) and _point(text) is None


def _signature_rest(tree: Tree) -> bool:
    """Whether the signature begins with a right one, by its own length."""
    signature, scheme = tree.value("footer.signature") or b"", tree.signature.scheme
    if scheme is None or len(signature) < 2:
        return False
    from esdkit.crypto.signing import parse_der_signature  # here, because few messages are signed and damaged there

    whole = 2 + signature[1]  # tag, length in one byte, contents
    try:
        parse_der_signature(signature[:whole], scheme)
    except EsdkError:
        return False
    return len(signature) > whole


_ACCEPTED: Mapping[str, Callable[[Tree], bool]] = {
    "context-slack": _context_slack,
    "provider-id-any-bytes": lambda tree: not _has_empty_part(tree),
    "suite-in-version-2": lambda tree: tree.suite is not None and tree.suite.kdf == "identity",
    "frame-length-zero": _framed,
    "frame-length-of-block": lambda tree: not _framed(tree) and _frame_length(tree) <= _SIGNED_LIMIT,
    "frame-length-of-block-largest": lambda tree: not _framed(tree) and _frame_length(tree) > _SIGNED_LIMIT,
    "trailing-unsigned": lambda tree: not _signed(tree),
    "trailing-signed": _signed,
    "public-key-uncompressed": _key_uncompressed,
    "public-key-zero": _key_with_zero,
    "public-key-loose": _key_loose,
    "public-key-alphabet": _key_alphabet,
    "signature-der-rest": _signature_rest,
    "stream-nothing": lambda tree: tree.length == 0,
    "stream-trailing-unsigned": lambda tree: not _signed(tree),
    "stream-frame-length-zero": _framed,
    "stream-final-frame-early": _signed,
}


# ---------------------------------------------------------------- limits
class _Shown(NamedTuple):
    """A message, its frame length, what its data keys say of their wrapping keys, and the kinds of these by id."""

    tree: Tree
    frame_length: int
    keys: list[WrappingKey]
    kinds: dict[str, Provider]

    @classmethod
    def of(cls, tree: Tree) -> _Shown:
        keys = [key.wrapping_key for key in tree.encrypted_data_keys]
        return cls(tree, _frame_length(tree), keys, {kind.id: kind for kind in [key.kind for key in keys]})


def _context_empty_text(shown: _Shown, _: int) -> bool:
    return bool([pair for pair in shown.tree.encryption_context or () if not pair.key or pair.value == b""])


def _context_long(shown: _Shown, limit: int) -> bool:
    return (shown.tree.value("header.encryption_context.length") or 0) > limit


def _frame_length_over(shown: _Shown, limit: int) -> bool:
    return shown.frame_length > limit


def _frames_many(shown: _Shown, limit: int) -> bool:
    return shown.tree.body is not None and shown.tree.body.frames > limit


def _final_frame_full(shown: _Shown, _: int) -> bool:
    return shown.tree.body is not None and shown.tree.body.final_is_full


def _data_key_empty_part(shown: _Shown, _: int) -> bool:
    return _has_empty_part(shown.tree)


def _raw_aes_twice(shown: _Shown, _: int) -> bool:
    if "raw-aes" not in shown.kinds or len(shown.keys) == 1:
        return False
    names = [key.identity for key in shown.keys if key.kind.id == "raw-aes"]
    return len(set(names)) < len(names)


def _context_order(shown: _Shown, _: int) -> bool:
    if not shown.kinds or not shown.kinds.keys() <= {"raw-aes", "hierarchy"}:
        return False
    keys = [utf8_text(pair.key) for pair in shown.tree.encryption_context or ()]
    return orders_differ(tuple([key for key in keys if key is not None]))


def _raw_name_not_utf8(shown: _Shown, _: int) -> bool:
    return bool(shown.keys) and all(map(has_binary_name, shown.keys))


def _keyring_only(shown: _Shown, _: int) -> bool:
    return all(kind.sdks for kind in shown.kinds.values())


def _branch_key(shown: _Shown, _: int) -> bool:
    return "hierarchy" in shown.kinds and _keyring_only(shown, 0)


_LIMITS: Mapping[str, Callable[[_Shown, int], bool]] = {
    "context-empty-text": _context_empty_text,
    "context-long": _context_long,
    "frame-length-signed": _frame_length_over,
    "frame-length-memory": _frame_length_over,
    "frames-many": _frames_many,
    "final-frame-full": _final_frame_full,
    "data-key-empty-part": _data_key_empty_part,
    "raw-aes-twice": _raw_aes_twice,
    "context-order": _context_order,
    "raw-rsa-padding": lambda shown, _: shown.kinds.keys() == {"raw-rsa"},
    "raw-aes": lambda shown, _: shown.kinds.keys() == {"raw-aes"},
    "raw-name-not-utf8": _raw_name_not_utf8,
    "keyring-only": _keyring_only,
    "branch-key": _branch_key,
}

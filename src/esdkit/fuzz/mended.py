"""The mutations that a reader mends which is too kind: it takes a suite in either version, an IV of any length or a context key twice, cuts
a data key or fills it up, puts a sign for what is not text, or does without a data key or a frame length.

Strategy: everything else is sealed for what such a reader makes of it. A rule refuses each, so that the outcome is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from esdkit.forge import Draft
from esdkit.forge.mutate import Repair, splice
from esdkit.fuzz.expected import Expected
from esdkit.fuzz.plan import Plan
from esdkit.fuzz.subject import FIRST_DATA_KEY, Pairs, Subject
from esdkit.grammar.header import HEADER_BODY
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite

__all__ = ["mended_plans"]

_SUITE, _COUNT = "header.algorithm_suite_id", "header.encrypted_data_keys.count"
_MORE = (1, 16, 32)  # bytes that a data key has too many
_COMMIT_KEY = 32  # bytes
_LONGER_IV = 16  # bytes; AES-GCM takes IVs of any length
_NOT_TEXT, _SIGN = b"\xff", "\ufffd".encode()


def mended_plans(subject: Subject) -> Iterator[Plan]:
    """All of them."""
    yield from _of_versions(subject)
    yield _without_data_keys(subject)
    if subject.draft.header.version == 1:
        yield from _of_iv_length(subject)
    if subject.draft.header.framed:
        yield _without_frame_length(subject)
    yield from _of_equal_keys(subject)
    if subject.wrapped:
        yield _empty_data_key(subject)
        yield from _of_data_key(subject)
        yield from _of_no_text(subject)


# -------------------------------------------------------------------- versions
def _of_versions(subject: Subject) -> Iterator[Plan]:
    expected, header = Expected({"parse": "suite-version-mismatch"}), subject.draft.header
    for suite in SUITES.values():
        if suite.message_version != header.version and _fits(subject, suite):
            draft = _of_suite(subject, suite)
            commit_key = draft.header.suite_data or bytes(_COMMIT_KEY)
            for operation, more in (("other-version", b""), ("other-version-commit-key", commit_key)):

                def make(draft: Draft = draft, more: bytes = more) -> bytes:
                    return subject.sealed(draft, more=more)

                yield Plan(operation, _SUITE, Repair.SIGN, expected, make, subject.spans[_SUITE].start, suite.hex_id)

    def renumbered() -> bytes:
        body = subject.header_body
        other = b"\x02" + body[2:] if header.version == 1 else bytes([1, CONSTANTS.message_type]) + body[1:]
        return subject.with_header_body(other, Repair.SIGN if subject.signed else Repair.MAC)

    path = "header.version"
    yield Plan("version-alone", path, Repair.SIGN, expected, renumbered, subject.spans[path].start)


def _fits(subject: Subject, suite: Suite) -> bool:
    """Whether the message can have the suite, with its data key and signature."""
    own = subject.draft.header.suite
    return (suite.data_key_length, suite.signature) == (own.data_key_length, own.signature)


def _of_suite(subject: Subject, suite: Suite) -> Draft:
    """The message in a suite of the other version; its header keeps its version, which writes no commit key if it is 1."""
    draft = subject.draft
    changed = draft.with_header(suite=suite)
    return changed.rekeyed(draft.data_key.reveal(), draft.header.message_id, draft.header.encrypted_data_keys)


def _without_frame_length(subject: Subject) -> Plan:
    """One final frame of any length, which a frame length of 0 does not bound."""
    path, draft = "header.frame_length", subject.draft
    whole = draft.with_pieces(replace(draft.pieces[0], plaintext=draft.plaintext)).with_header(frame_length=0)
    expected = Expected({"parse": "frame-length-vs-content-type"})
    return Plan("no-frame-length", path, Repair.SIGN, expected, lambda: subject.sealed(whole), subject.spans[path].start)


def _of_iv_length(subject: Subject) -> Iterator[Plan]:
    """An IV of the header that is longer and says so: a reader takes it as it is, or as much as it needs of it."""
    path, draft = "header.iv_length", subject.draft
    iv = draft.header.auth.iv + bytes(_LONGER_IV - len(draft.header.auth.iv))
    header_body = splice(subject.header_body, path, len(iv), root=HEADER_BODY)
    for operation, used in (("long-iv", iv), ("long-iv-cut", draft.header.auth.iv)):

        def make(used: bytes = used) -> bytes:
            _, tag = draft.cipher().encrypt(used, header_body, b"")
            signed = header_body + iv + tag + subject.body
            return signed + (subject.footer(draft.sign(signed)) if subject.signed else b"")

        yield Plan(operation, path, Repair.SIGN, Expected({"parse": "iv-length-mismatch"}), make, subject.spans[path].start)


# -------------------------------------------------------------------- data keys
def _without_data_keys(subject: Subject) -> Plan:
    """No data key. Whoever has the data key could decrypt all the same; of others, who begins with one of zeros."""
    draft = subject.draft
    data_key = bytes(len(draft.data_key)) if subject.wrapped else draft.data_key.reveal()

    def make() -> bytes:
        return draft.rekeyed(data_key, draft.header.message_id, ()).seal()

    faults = {"parse": "edk-count-zero", **({"unwrap": "unwrap-failed"} if subject.wrapped else {})}
    return Plan("no-data-key", _COUNT, Repair.SIGN, Expected(faults), make, subject.spans[_COUNT].start)


def _empty_data_key(subject: Subject) -> Plan:
    """An encrypted data key that is empty; who does not open it begins with one of zeros."""
    path, draft = f"{FIRST_DATA_KEY}.ciphertext", subject.draft
    first, *others = draft.header.encrypted_data_keys
    keys = (replace(first, ciphertext=b""), *others)
    zeros = draft.rekeyed(bytes(len(draft.data_key)), draft.header.message_id, keys)
    return Plan("empty-data-key", path, Repair.SIGN, Expected({"unwrap": "unwrap-failed"}), zeros.seal, subject.spans[path].start)


def _of_data_key(subject: Subject) -> Iterator[Plan]:
    """Data keys of a wrong length, of which a reader makes the right one."""
    right = subject.draft.data_key.reveal()
    for more in _MORE:
        yield _wrapping(subject, "long-data-key", subject.draft, right + bytes(range(more)))
    for less in (1, len(right) // 2):
        short = right[less:]
        for operation, used in (
            ("short-data-key", short.ljust(len(right), b"\0")),
            ("short-data-key-in-front", short.rjust(len(right), b"\0")),
        ):
            header = subject.draft.header
            yield _wrapping(subject, operation, subject.draft.rekeyed(used, header.message_id, header.encrypted_data_keys), short)


def _wrapping(subject: Subject, operation: str, draft: Draft, data_key: bytes) -> Plan:
    path = f"{FIRST_DATA_KEY}.ciphertext"
    return Plan(
        operation,
        path,
        Repair.SIGN,
        Expected({"unwrap": "unwrap-failed"}),
        lambda: subject.sealed(draft, data_key=data_key),
        subject.spans[path].start,
        f"{len(data_key)} bytes",
    )


# -------------------------------------------------------------------- pairs
def _of_equal_keys(subject: Subject) -> Iterator[Plan]:
    """A context key with two values, next to each other or not; the data key is bound to both, to the first or to the last."""
    path, pairs = "header.encryption_context.count", subject.draft.header.context_pairs or ()
    own = next((at for at, (key, _) in enumerate(pairs) if key != CONSTANTS.public_key_name.encode("ascii")), None)
    if own is None:
        return
    key, value = pairs[own]
    other = (key, value + b"x")
    if sum(len(one) + len(two) + 4 for one, two in (*pairs, other)) + 2 > LIMITS["encryption_context_length"]:
        return
    listed = {"next": (*pairs[: own + 1], other, *pairs[own + 1 :]), "last": (*pairs, other)}
    bound = {"both": (*pairs, other), "first": pairs, "last": (*pairs[:own], other, *pairs[own + 1 :])}
    for place, stored in listed.items():
        for name in bound if subject.wrapped else ("both",):

            def make(stored: Pairs = stored, name: str = name) -> bytes:
                return subject.sealed(subject.draft.with_header(context_pairs=tuple(stored)), bound_to=bound[name])

            expected = Expected({"parse": "aad-duplicate-key"})
            yield Plan(f"two-values-{name}", path, Repair.SIGN, expected, make, subject.spans[path].start, place)


# -------------------------------------------------------------------- text
def _of_no_text(subject: Subject) -> Iterator[Plan]:
    """Context that is not UTF-8; the data key is bound to what a decoder makes of it."""
    pairs = subject.draft.header.context_pairs or ()
    room = sum(len(key) + len(value) + 4 for key, value in pairs) + len(_SIGN) < 0xFFFF
    own = [at for at, (key, _) in enumerate(pairs) if key != CONSTANTS.public_key_name.encode("ascii")]
    for at in sorted({own[0], own[-1]}) if own and room else ():
        key, value = pairs[at]
        for operation, sign in (("no-text-replaced", _SIGN), ("no-text-ignored", b"")):
            stored = (*pairs[:at], (key, value + _NOT_TEXT), *pairs[at + 1 :])
            bound = (*pairs[:at], (key, value + sign), *pairs[at + 1 :])
            draft = subject.draft.with_header(context_pairs=stored)
            path = f"header.encryption_context[{at}].value"

            def make(draft: Draft = draft, bound: tuple[tuple[bytes, bytes], ...] = bound) -> bytes:
                return subject.sealed(draft, bound_to=bound)

            yield Plan(operation, path, Repair.SIGN, Expected({"parse": "aad-bad-utf8"}), make, subject.spans[path].start)

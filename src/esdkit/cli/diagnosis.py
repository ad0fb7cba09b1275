"""A diagnosis for people: 80 columns, the verdict first, then what it rests on, then what to do.

Invariant: everything that may come from the bytes or from an error text is spelled with escapes before it is printed. Names that people
copy are never broken, so that a line with a long one may be longer; what is very long is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from esdkit.cli.terminal import WIDTH, paint
from esdkit.columns import count, printable
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.claims import ContextClaim, PolicyClaim, Reader
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.recognition import Recognition
from esdkit.doctor.sdk_errors import as_printed, found_here, related
from esdkit.doctor.trials import MAX_DATA_KEYS, KeyTrial
from esdkit.errors import DataKeyUnwrapError
from esdkit.spec import SdkError

__all__ = ["diagnosis_to_text", "trouble_to_text"]

_LABEL = 16
_MAX_WORD = 160  # characters
_MAX_NAMES = 8
_MAX_LINES = 16  # of one text
_MAX_TROUBLES = 3
_MAX_BYTES = 16
_PAGE = "docs/howto/troubleshooting.md"
_LONG_WORD = re.compile(rf"\S{{{_MAX_WORD + 1},}}")
_ROLES = {"opens": "good", "wrong-data-key": "bad", "does-not-open": "bad", "other-padding": "warning", "not-reached": "warning"}


def diagnosis_to_text(diagnosis: Diagnosis, name: str) -> Iterator[str]:
    """The lines of a diagnosis. ``name``: of the file."""
    good = diagnosis.recognition is None and diagnosis.error is None
    yield from _folded(f"{name}: {verdict(diagnosis)}", 0, role="good" if good else "bad", hanging=2)
    yield ""
    yield from _what(diagnosis)
    inner = diagnosis.innermost
    if inner.recognition is None:
        yield from _section(_keys(inner))
        yield from _section([*_policy(inner.policy), *_context(inner.context), *_readers(inner.readers)])
    found = [f"{defect.row.name}: {defect.evidence}. {defect.row.what}" for defect in inner.defects]
    yield from _section(_items("known defects", found))
    yield from _section(_items("what to do", advice(diagnosis)))
    yield from _section(_items("sdks say", [_said(trouble, diagnosis) for trouble in related(diagnosis)[:_MAX_TROUBLES]]))


def trouble_to_text(troubles: Sequence[SdkError], kms: dict[str, str], diagnosis: Diagnosis | None = None) -> Iterator[str]:
    """What the error means that the user gave. ``kms``: advice by AWS's own code. ``diagnosis``: of the file, if one was given."""
    if not troubles and not kms:
        yield from _labelled("the error", ["It is none of those that are known here."])
        return
    for trouble in troubles:
        yield from _labelled("the error", [f"{as_printed(trouble.texts[0])} ({', '.join(trouble.sdks)})"], role="title")
        yield from _labelled("  cause", [trouble.cause])
        yield from _labelled("  fix", [trouble.fix])
        if diagnosis is not None:
            yield from _labelled("  here", [found_here(trouble, diagnosis)])
        yield from _labelled("  see", [f"{_PAGE}#{trouble.id}"])
    for code, text in kms.items():
        yield from _labelled("aws says", [f"{code}: {text}"])


def _what(diagnosis: Diagnosis) -> Iterator[str]:
    level: Diagnosis | None = diagnosis
    label = "what it is"
    while level is not None:
        yield from _labelled(label, _thing(level.recognition, level.length) if level.recognition is not None else _message(level))
        level, label = level.inside, "inside"
    inner = diagnosis.innermost
    verification = inner.verification
    if inner.recognition is None and verification.error is not None:
        before = "the first stage" if verification.reached is None else f"behind {verification.reached}, which holds"
        yield from _labelled("stopped at", [f"{verification.failed}, {before}"], role="bad")
        yield from _labelled("", [verification.error.message])
        if not isinstance(verification.error, DataKeyUnwrapError):
            error = verification.error
            place = [error.path or "", "" if error.offset is None else f"offset {error.offset:#x}"]
            yield from _labelled("", [", ".join([error.code.value, *filter(None, place)])], role="dim")
    elif inner.recognition is None:
        yield from _labelled("holds up to", [verification.reached or "nothing"], role="good")
    for remark in inner.remarks:
        yield from _labelled("", [remark])


def _thing(recognition: Recognition, length: int) -> Iterator[str]:
    yield f"{'' if recognition.certain else 'perhaps '}{recognition.name}, {count(length, 'byte')}"
    if recognition.detail:
        yield recognition.detail
    shown = recognition.evidence[:_MAX_BYTES]
    text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in shown)
    if shown:
        yield f"offset {recognition.offset:#x}: {shown.hex(' ')}"
        yield f"as text: {text}"


def _message(diagnosis: Diagnosis) -> Iterator[str]:
    tree = diagnosis.tree
    version = tree.value("header.version")
    yield f"AWS Encryption SDK message, version {version}, {count(diagnosis.length, 'byte')}{'' if tree.complete else ', not whole'}"
    if tree.suite is not None:
        yield f"suite {tree.suite}"
    if diagnosis.service is not None:
        yield f"looks to be from {diagnosis.service.name}"


# ---------------------------------------------------------------- keys
def _keys(diagnosis: Diagnosis) -> Iterator[str]:
    if not diagnosis.needs:
        return
    given = len(diagnosis.keys)
    yield from _labelled("keys", [f"{count(len(diagnosis.needs), 'data key')} in the message, {given or 'none'} given"])
    for index, key in enumerate(diagnosis.keys):
        yield from _folded(f"given {index + 1}: {key}", 2, hanging=9)
    for need in diagnosis.needs[:MAX_DATA_KEYS]:
        yield from _folded(f"[{need.edk_index}] needs {need.key}", 2, hanging=4)
        if need.remark is not None:
            yield from _folded(need.remark, 6, role="warning")
        for cell in diagnosis.cells:
            if cell.edk_index == need.edk_index:
                yield from _cell(cell)
    left = len(diagnosis.needs) - MAX_DATA_KEYS
    if left > 0:
        yield paint(f"  … {left} more; --json has all", "dim")
    if diagnosis.cells_omitted:
        yield paint(f"  … {diagnosis.cells_omitted} pairs of keys were not tried", "dim")


def _cell(cell: KeyTrial) -> Iterator[str]:
    outcome = cell.outcome.replace("-", " ")
    front = f"      given {cell.key_index + 1}: "
    for line in _wrapped(f"{outcome}: {cell.reason.removeprefix(f'it {outcome}: ')}", WIDTH - len(front)):
        yield f"{front}{paint(line, _ROLES.get(cell.outcome, 'dim'))}"
        front = " " * len(front)
    if cell.hint is not None:
        yield from _folded(cell.hint, len(front), role="warning")


# ---------------------------------------------------------------- policy, context, readers
def _policy(policy: PolicyClaim | None) -> Iterator[str]:
    if policy is None:
        return
    allowed = "decrypts" if policy.allowed else "does not decrypt"
    yield from _labelled("policy", [f"{policy.configured} {allowed} this suite"], role="good" if policy.allowed else "bad")
    if not policy.allowed:
        yield from _labelled("", [f"{', '.join(policy.allowing)} do"])


def _context(context: ContextClaim | None) -> Iterator[str]:
    if context is None:
        return
    stored = f"{count(len(context.stored), 'pair')} stored: {_names(context.stored)}" if context.stored else "no pairs stored"
    yield from _labelled("context", [stored])
    for what, names, role in (
        ("as given", context.agreeing, "good"),
        ("other than given", context.differing, "bad"),
        ("given and not stored", context.reproduced, "warning"),
    ):
        if names:
            yield from _labelled("", [f"{what}: {_names(names)}"], role=role)
    yield from _labelled("", ["pairs that are authenticated and not stored cannot be seen"], role="dim")


def _names(names: Sequence[str]) -> str:
    more = len(names) - _MAX_NAMES
    return ", ".join(map(printable, names[:_MAX_NAMES])) + (f", … {more} more" if more > 0 else "")


def _readers(readers: Sequence[Reader]) -> Iterator[str]:
    able = [f"{reader.sdk} {reader.release}" for reader in readers if reader.release is not None]
    unable = [reader.sdk for reader in readers if reader.release is None]
    if able:
        yield from _labelled("who can read it", [f"{', '.join(able)}, or later, by version and keyrings"])
    if unable:
        yield from _labelled("" if able else "who can read it", [f"not: {', '.join(unable)}, which lack the keyring"])


def _said(trouble: SdkError, diagnosis: Diagnosis) -> str:
    return f"{trouble.sdks[0]}: {as_printed(trouble.texts[0], diagnosis)} {_PAGE}#{trouble.id}"


# ---------------------------------------------------------------- lines
def _section(lines: Iterable[str]) -> Iterator[str]:
    """Lines behind an empty one; nothing when there are none."""
    for index, line in enumerate(lines):
        if index == 0:
            yield ""
        yield line


def _items(label: str, texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from _labelled(label, [text], bullet="- ")
        label = ""


def _labelled(label: str, texts: Iterable[str], *, role: str = "plain", bullet: str = "") -> Iterator[str]:
    for text in texts:
        for index, line in enumerate(_wrapped(text, WIDTH - _LABEL - len(bullet))):
            front = bullet if index == 0 else " " * len(bullet)
            yield f"{paint(f'{label:<{_LABEL}}', 'label')}{front}{paint(line, role)}"
            label = ""


def _folded(text: str, indent: int, *, role: str = "plain", hanging: int = 0) -> Iterator[str]:
    for index, line in enumerate(_wrapped(text, WIDTH - indent - hanging)):
        yield f"{' ' * (indent + hanging * (index > 0))}{paint(line, role)}"


def _wrapped(text: str, width: int) -> list[str]:
    cut = _LONG_WORD.sub(lambda word: f"{word[0][:_MAX_WORD]}…", printable(text))
    lines = wrap(cut, width, break_long_words=False, break_on_hyphens=False)
    return lines if len(lines) <= _MAX_LINES else [*lines[:_MAX_LINES], "… --json has all"]

"""A diagnosis for people: the verdict first, then what it rests on, then what to do; whole, or in a few lines that can be sent on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from esdkit.columns import Columns, Piece, Style, count, plain, printable
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.claims import MAX_DATA_KEYS, ContextClaim, PolicyClaim
from esdkit.doctor.explain import Diagnosis
from esdkit.doctor.outcomes import OTHER_USES
from esdkit.doctor.sdk_answers import measured
from esdkit.doctor.sdk_errors import as_printed, found_here, kms_codes, matching, nearest
from esdkit.engine.verify import Verification
from esdkit.errors import DataKeyUnwrapError
from esdkit.input.recognition import Recognition
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.views.describe import describe_readers
from esdkit.inspector.views.error import place_of
from esdkit.spec import STAGES

if TYPE_CHECKING:
    from esdkit.doctor.trials import KeyTrial

__all__ = ["diagnosis_to_text", "sdk_error_to_text"]

_MAX_LINES = 16  # of one text
_MAX_NAMES = 8
_MAX_SDK_TEXTS = 3
_MAX_BYTES = 16
_PAGE = "esdkit docs troubleshooting"
_ROLES: Mapping[str, str] = {
    "opens": "good",
    "wrong-data-key": "bad",
    "no-private-key": "bad",
    "does-not-open": "bad",
    "not-reached": "warning",
    "filtered": "warning",
    **dict.fromkeys(OTHER_USES, "warning"),
}


def diagnosis_to_text(diagnosis: Diagnosis, name: str, style: Style = plain) -> Iterator[str]:
    """The lines of a diagnosis. ``name``: of the file."""
    return _Text(Columns(style)).diagnosis(diagnosis, name)


def sdk_error_to_text(text: str, diagnosis: Diagnosis | None = None, style: Style = plain) -> Iterator[str]:
    """What an error means that the user gave. ``diagnosis``: of the file, if one was given."""
    return _Text(Columns(style)).sdk_errors(text, diagnosis)


class _Text:
    """The sections of a diagnosis. A text of the bytes has a few lines at most."""

    def __init__(self, out: Columns) -> None:
        self.out = out

    def diagnosis(self, diagnosis: Diagnosis, name: str) -> Iterator[str]:
        good = diagnosis.recognition is None and diagnosis.error is None
        yield from self.lines(f"{name}: {verdict(diagnosis)}", role="good" if good else "bad", hanging=2)
        yield ""
        yield from self.what(diagnosis)
        inner = diagnosis.innermost
        if inner.recognition is None:
            yield from _section(self.checks(inner.verification))
            yield from _section(self.keys(inner))
            yield from _section([*self.policy(inner.policy), *self.context(inner.context), *self.readers(inner.tree)])
        found = [f"{defect.row.name}: {defect.evidence}. {defect.row.what}" for defect in inner.defects]
        yield from _section(self.bullets("known defects", found))
        yield from _section(self.bullets("what to do", advice(diagnosis)))
        yield from _section(self.bullets("SDKs say", _said(diagnosis)))

    def sdk_errors(self, text: str, diagnosis: Diagnosis | None) -> Iterator[str]:
        found, kms = matching(text), kms_codes(text)
        if not found and not kms:
            yield from self.unknown(text)
        for row, known, cause, fix in found:
            yield from self.labelled("the error", f"{as_printed(known)} ({', '.join(row.sdks)})", role="title")
            yield from self.labelled("  cause", cause)
            yield from self.labelled("  fix", fix)
            if diagnosis is not None:
                yield from self.labelled("  here", found_here(row, diagnosis))
            yield from self.labelled("  see", f"`{_PAGE}#{row.id}`")
        for code, advice_of_code in kms.items():
            yield from self.labelled("AWS says", f"{code}: {advice_of_code}")

    def unknown(self, text: str) -> Iterator[str]:
        yield from self.labelled("the error", "esdkit does not know this error.")
        row = nearest(text)
        if row is not None:
            yield from self.labelled("  a guess", f"It is most like: {as_printed(row.texts[0])} ({', '.join(row.sdks)}).")
            yield from self.labelled("  see", f"`{_PAGE}#{row.id}`")

    def what(self, diagnosis: Diagnosis) -> Iterator[str]:
        level: Diagnosis | None = diagnosis
        label = "what it is"
        while level is not None:
            recognition = level.recognition
            yield from self.labelled(label, *(_message(level) if recognition is None else _recognized(recognition, level)))
            level, label = level.inside, "inside"
        inner = diagnosis.innermost
        yield from self.labelled("", *inner.remarks)

    def checks(self, verification: Verification) -> Iterator[str]:
        """All checks that a diagnosis can make: those that passed by name, the others with the reason."""
        passed = [check.name for check in verification.checks if check.outcome == "passed"]
        label = "checks"
        if passed:
            yield from self.labelled(label, f"passed: {', '.join(passed)}", role="good")
            label = ""
        for check in verification.failures:
            assert check.error is not None
            yield from self.labelled(label, f"FAILED: {check.name}: {check.error.message}", role="bad")
            label = ""
            if not isinstance(check.error, DataKeyUnwrapError):
                yield from self.labelled(
                    "", ", ".join(filter(None, [check.error.code.value, place_of(check.error.path, check.error.offset)])), role="dim"
                )
        unmade = [check for check in verification.checks if check.outcome == "not-checked" and check.name != STAGES[-1]]
        for reason in dict.fromkeys(check.reason for check in unmade):
            names = ", ".join(check.name for check in unmade if check.reason == reason)
            yield from self.labelled(label, f"not checked: {names}: {reason}", role="dim")
            label = ""

    def keys(self, diagnosis: Diagnosis) -> Iterator[str]:
        if not diagnosis.needs:
            return
        given = len(diagnosis.keys)
        yield from self.labelled("keys", f"{count(len(diagnosis.needs), 'encrypted data key')} in the message, {given or 'none'} given")
        for index, key in enumerate(diagnosis.keys):
            yield from self.lines(key, f"  given {index + 1}: ")
        for need in diagnosis.needs[:MAX_DATA_KEYS]:
            yield from self.lines(f"[{need.edk_index}] needs {need.key}", "  ", hanging=6)
            if need.remark is not None:
                yield from self.lines(need.remark, "      ", "warning")
            for trial in diagnosis.cells:
                if trial.edk_index == need.edk_index:
                    yield from self.trial(trial)
        left = len(diagnosis.needs) - MAX_DATA_KEYS
        if left > 0:
            yield from self.lines(f"… {left} more; --json has all", "  ", "dim")
        if diagnosis.cells_omitted:
            yield from self.lines(f"… {diagnosis.cells_omitted} pairs of keys were not tried", "  ", "dim")

    def trial(self, trial: KeyTrial) -> Iterator[str]:
        outcome, front = trial.outcome.replace("-", " "), f"      given {trial.key_index + 1}: "
        yield from self.lines(f"{outcome}: {trial.reason.removeprefix(f'it {outcome}: ')}", front, _ROLES.get(trial.outcome, "dim"))
        yield from self.lines(trial.hint or "", " " * len(front), "warning")

    def policy(self, policy: PolicyClaim | None) -> Iterator[str]:
        if policy is None:
            return
        allowed = "decrypts" if policy.allowed else "does not decrypt"
        yield from self.labelled("policy", f"{policy.configured} {allowed} this suite", role="good" if policy.allowed else "bad")
        if not policy.allowed:
            yield from self.labelled("", f"{', '.join(policy.allowing)} do")

    def context(self, context: ContextClaim | None) -> Iterator[str]:
        if context is None:
            return
        stored = f"{count(len(context.stored), 'pair')} stored: {_names(context.stored)}" if context.stored else "no pairs stored"
        yield from self.labelled("context", stored)
        for what, names, role in (
            ("same as yours", context.agreeing, "good"),
            ("differs from yours", context.differing, "bad"),
            ("not stored in the message", context.reproduced, "warning"),
        ):
            if names:
                yield from self.labelled("", f"{what}: {_names(names)}", role=role)
        yield from self.labelled("", "pairs that are authenticated but not stored cannot be shown", role="dim")

    def readers(self, tree: Tree) -> Iterator[str]:
        yield from self.labelled("who can read it", *describe_readers(tree))

    def labelled(self, label: str, *texts: str, role: str = "plain") -> Iterator[str]:
        return self.out.labelled(label, *texts, role=role, most=_MAX_LINES)

    def bullets(self, label: str, texts: Iterable[str]) -> Iterator[str]:
        return self.out.bullets(label, texts, most=_MAX_LINES)

    def lines(self, text: str, front: str | Sequence[Piece] = "", role: str = "plain", hanging: int | None = None) -> Iterator[str]:
        return self.out.lines(text, front, role, hanging=hanging, most=_MAX_LINES)


def _section(lines: Iterable[str]) -> Iterator[str]:
    """Lines after an empty one; nothing when there are none."""
    for index, line in enumerate(lines):
        if index == 0:
            yield ""
        yield line


def _recognized(recognition: Recognition, level: Diagnosis) -> Iterator[str]:
    size = f"{'the first ' if level.not_examined else ''}{count(level.length, 'byte')}"
    yield f"{'' if recognition.certain else 'perhaps '}{recognition.name}, {size}"
    if recognition.detail:
        yield recognition.detail
    shown = recognition.evidence[:_MAX_BYTES]
    if shown:
        yield f"offset {recognition.offset:#x}: {shown.hex(' ')}"
        yield f"as text: {''.join(chr(byte) if 32 <= byte < 127 else '.' for byte in shown)}"


def _message(diagnosis: Diagnosis) -> Iterator[str]:
    tree = diagnosis.tree
    version = tree.value("header.version")
    yield f"AWS Encryption SDK message, version {version}, {count(diagnosis.length, 'byte')}{'' if tree.complete else ', incomplete'}"
    if tree.suite is not None:
        yield f"suite {tree.suite}"
    if diagnosis.service is not None:
        yield f"appears to be from {diagnosis.service.name}"


def _names(names: Sequence[str]) -> str:
    more = len(names) - _MAX_NAMES
    return ", ".join(map(printable, names[:_MAX_NAMES])) + (f", … {more} more" if more > 0 else "")


def _said(diagnosis: Diagnosis) -> Iterator[str]:
    """What the measured SDKs say, those together that say the same."""
    answers = measured(diagnosis)
    for texts in dict.fromkeys(answer.texts for answer in answers):
        differing = {answer.sdk.release for answer in answers if answer.texts != texts}
        saying = (answer.sdk for answer in answers if answer.texts == texts)
        who = ", ".join(dict.fromkeys(sdk.title if sdk.release in differing else sdk.release for sdk in saying))
        shown = ["it accepts this" if text is None else as_printed(text, diagnosis) for text in texts[:_MAX_SDK_TEXTS]]
        more = len(texts) - len(shown)
        yield f"{who}: {'one of: ' if len(texts) > 1 else ''}{'; '.join(shown)}{f'; or {more} other texts' if more else ''}"

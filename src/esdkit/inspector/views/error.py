"""An error for people: what its code's row in spec/errors.yaml adds to it, and all of it as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esdkit.columns import Columns
from esdkit.errors import Attempt, DataKeyUnwrapError, EsdkError, KmsError
from esdkit.spec import error_codes

__all__ = ["error_to_text", "hint_of", "place_of", "requirements_of"]

_LABEL = 14
_MAX_ATTEMPTS = 32


def place_of(path: str | None, offset: int | None) -> str:
    """Where an error is, as far as it is known."""
    return ", ".join(filter(None, [path, None if offset is None else f"offset {offset:#x}"]))


def hint_of(error: EsdkError) -> str:
    """What to do; empty when nothing is known."""
    return error.hint or error_codes()[error.code].hint or ""


def requirements_of(error: EsdkError) -> Sequence[str]:
    """The requirements that are broken."""
    return error.reqs or error_codes()[error.code].requirements


def error_to_text(error: EsdkError, out: Columns, indent: str = "") -> Iterator[str]:
    """The lines that say more about an error than its message does: code, place, key, requirements, advice, attempts."""
    rows = {
        "code": error.code.value,
        "at": error.path or "",
        "offset": "" if error.offset is None else f"{error.offset:#x}",
        "key": (isinstance(error, KmsError) and error.key_id) or "",
        "requirements": ", ".join(requirements_of(error)),
        "hint": hint_of(error),
    }
    for label, text in rows.items():
        yield from out.lines(text, [(indent, "plain"), (f"{label:<{_LABEL}}", "dim")])
    if isinstance(error, DataKeyUnwrapError):
        yield from _attempts(error, out, indent)


def _attempts(error: DataKeyUnwrapError, out: Columns, indent: str) -> Iterator[str]:
    """Why each keyring did not open each data key: a list for each keyring, what was really tried first."""
    attempts, said = error.attempts, hint_of(error)
    shown = sorted(attempts, key=lambda attempt: not attempt.tried)[:_MAX_ATTEMPTS]
    for keyring in dict.fromkeys(attempt.keyring for attempt in shown):
        yield from out.lines(keyring, indent, hanging=len(indent) + 2)
        for attempt in shown:
            if attempt.keyring == keyring:
                number = "-" if attempt.edk_index is None else f"[{attempt.edk_index}]"
                yield from out.lines(_reason(attempt, said), f"{indent}  {number:<6}")
    if len(attempts) > len(shown):
        yield from out.lines(f"… {len(attempts) - len(shown)} more", f"{indent}  ", "dim")


def _reason(attempt: Attempt, said: str) -> str:
    """The reason and what to do, unless that was said."""
    return attempt.reason if attempt.hint in (None, said) else f"{attempt.reason.rstrip('.')}. {attempt.hint}"

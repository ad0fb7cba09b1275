"""What each error means, which class it has and what to do (spec/errors.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from esdkit import errors
from esdkit.errors import Code, EsdkError
from esdkit.spec.format import exit_codes
from esdkit.spec.tables import load

__all__ = ["ErrorCode", "error_codes", "error_for"]


class ErrorCode(NamedTuple):
    """An error code (spec/errors.yaml).

    Attributes:
        hint: what to do when a message was read.
        hint_writing: what to do when a message was written; None where ``hint`` serves both.
    """

    code: str
    class_name: str
    means: str
    hint: str | None
    hint_writing: str | None
    requirements: tuple[str, ...]
    exit_code: int


@cache
def error_codes() -> Mapping[str, ErrorCode]:
    """The rows of spec/errors.yaml by code."""
    table = load("errors")
    exits = {name: exit_codes()[row["exit"]] for name, row in table["classes"].items()}
    return MappingProxyType(
        {
            code: ErrorCode(
                code,
                row["class"],
                row["means"],
                row["hint"],
                row.get("hint_writing"),
                tuple(row["requirements"]),
                exits[row["class"]],
            )
            for code, row in table["codes"].items()
        }
    )


def error_for(code: Code, what: str, *, path: str | None = None, offset: int | None = None, writing: bool = False) -> EsdkError:
    """The error of a code, with the class, requirements and hint of its row in spec/errors.yaml.

    Args:
        code: the row.
        what: what is wrong; one line, without secrets.
        path: the field.
        offset: the field's place in the message (bytes from its start).
        writing: whether a message is being written; the hint for readers may be wrong there.
    """
    row = error_codes()[code]
    kind: type[EsdkError] = getattr(errors, row.class_name)
    hint = row.hint_writing if writing and row.hint_writing is not None else row.hint
    return kind(code, what, path=path, offset=offset, reqs=row.requirements, hint=hint)

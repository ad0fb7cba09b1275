"""What pyarrow says, or that it is missing, as errors of a source."""

from __future__ import annotations

from esdkit.errors import Code, SourceError

__all__ = ["first_line", "needs_pyarrow", "of_source"]


def needs_pyarrow(what: str) -> SourceError:
    """The error for what cannot be read without pyarrow."""
    return SourceError(Code.PACKAGE_MISSING, f"{what} need pyarrow, which is not installed")


def first_line(error: Exception) -> str:
    """What pyarrow says, without the details that follow."""
    return str(error).strip().partition("\n")[0]


def of_source(error: Exception, what: str) -> Exception:
    """What pyarrow says, after ``what``, as an error of the source; an error of the system stays one."""
    if isinstance(error, OSError) and error.errno is not None:
        return error
    return SourceError(Code.SOURCE_DAMAGED, f"{what}: {first_line(error)}")

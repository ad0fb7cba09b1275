"""One test over all forms of its data. As ``pytest.mark.parametrize`` does, it tries each form and tells every failure, but as one case."""

from __future__ import annotations

import inspect
import reprlib
from collections.abc import Callable, Iterable
from functools import wraps
from types import TracebackType
from typing import Any

import pytest

__all__ = ["each"]

Test = Callable[..., None]


class _Failures:
    """Keeps what failed inside of it, and goes on."""

    def __init__(self) -> None:
        self.all: list[BaseException] = []

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        if not isinstance(error, Exception | pytest.fail.Exception):
            return error is None
        self.all.append(error)
        return True


def each(
    names: str | tuple[str, ...], forms: Iterable[Any], *, ids: Iterable[str] | Callable[[Any], str] = reprlib.repr
) -> Callable[[Test], Test]:
    """Calls a test with each form of its data.

    A case costs milliseconds to collect, schedule and report, more than many a check takes. The forms share the fixtures of the test: one
    that needs fresh ones takes ``parametrize``.

    Args:
        names: the argument, or the arguments, that a form is for.
        forms: what they are in turn; tuples for several arguments.
        ids: how a failure names its form.
    """
    arguments = (names,) if isinstance(names, str) else names
    values = list(forms)
    labels = list(map(ids, values) if callable(ids) else ids)

    def decorate(test: Test) -> Test:
        @wraps(test)
        def loop(*args: Any, **fixtures: Any) -> None:
            failures = _Failures()
            for label, value in zip(labels, values, strict=True):
                before = len(failures.all)
                with failures:
                    test(*args, **dict(zip(arguments, (value,) if isinstance(names, str) else value, strict=True)), **fixtures)
                for error in failures.all[before:]:
                    error.add_note(f"with {', '.join(arguments)} = {label}")
            if failures.all:
                raise BaseExceptionGroup(f"{len(failures.all)} of {len(values)} forms failed", failures.all)

        signature = inspect.signature(test)
        others = [parameter for name, parameter in signature.parameters.items() if name not in arguments]
        vars(loop)["__signature__"] = signature.replace(parameters=others)  # what pytest looks for fixtures in
        return loop

    return decorate

"""Code that is generated at run time, compiled so that people can see it.

Each piece of source gets a file name of its own and is kept in ``linecache``; so tracebacks, profiles, debuggers and ``inspect.getsource``
show its lines, as they do for code from a file.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

__all__ = ["compile_function"]


def compile_function(name: str, source: str, label: str, environment: Mapping[str, Any]) -> Callable[..., Any]:
    """The function that a source defines.

    Args:
        name: of the function.
        source: its definition, our own text.
        label: what it is, for the file name: ``decoder of HEADER``.
        environment: the names that the function uses.
    """
    for number in count(1):
        file_name = f"<{label}>" if number == 1 else f"<{label} {number}>"
        entry = (len(source), None, source.splitlines(keepends=True), file_name)
        if linecache.cache.setdefault(file_name, entry) == entry:
            break
    names = dict(environment)
    exec(compile(source, file_name, "exec"), names)
    function: Callable[..., Any] = names[name]
    return function

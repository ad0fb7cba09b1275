"""Code that is generated at run time, compiled so that people can see it.

Each piece of source gets a file name of its own and is kept in ``linecache``; so tracebacks, profiles, debuggers and ``inspect.getsource``
show its lines, as they do for code from a file.
"""

from __future__ import annotations

import linecache
import sys
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

__all__ = ["compile_function", "constant_name"]


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


def constant_name(root: Any) -> str:
    """The name of the grammar's constant that is this object; otherwise its field id, and where it has none its type."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(f"{__package__}.")]
    names = (name for module in modules for name, value in vars(module).items() if value is root and name.isupper())
    return next(names, None) or getattr(root, "id", None) or type(root).__name__

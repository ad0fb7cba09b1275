"""Holds ``spec/providers.yaml`` against the modules of keyrings: a kind of keyring is a row and a module, and each must know the other.

Strategy: the table is data, the modules are those of ``esdkit.keyrings``; what is missing on either side is named, with where it belongs.

    python tools/check_providers.py      exits 1 when there is a problem
"""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from string import Formatter
from types import ModuleType
from typing import Any

import yaml

from esdkit import keyrings
from esdkit.grammar import edk
from esdkit.grammar.field import Group
from esdkit.spec import readers, spec_path

__all__ = ["main", "problems"]

_FORMS = {"text", "opaque", "kms-blob", "rsa", "ml-kem", "data-key-and-tag"}
_WORDS = {"key", "namespace", "curve"}
_LAST = "other"
_PACKAGE = f"{keyrings.__name__}."


def problems(table: Mapping[str, Any]) -> list[str]:
    """What is wrong with the table, and with the modules that it names or fails to name: one line each.

    Args:
        table: spec/providers.yaml, valid by its schema.
    """
    rows: Sequence[Mapping[str, Any]] = table["providers"]
    found = [*_twice("id", [row["id"] for row in rows])]
    found += _twice("provider id", [row["provider_id"] for row in rows if "provider_id" in row])
    if rows[-1]["id"] != _LAST:
        found.append(f"the last row must be {_LAST}, which fits everything")
    found += [f"{row['id']}: {fault}" for row in rows for fault in _row_faults(row)]
    return [*found, *_module_problems(table)]


def _twice(what: str, values: Sequence[str]) -> Iterator[str]:
    return (f"{what} {value!r} appears {count} times" for value, count in Counter(values).items() if count > 1)


def _row_faults(row: Mapping[str, Any]) -> Iterator[str]:
    for form in sorted({row["info"], row["ciphertext"]} - _FORMS):
        if not isinstance(getattr(edk, form, None), Group):
            yield f"grammar/edk.py has no layout {form}"
    layout = getattr(edk, row["info"], None)
    if "key_name" in row and row["key_name"] not in {getattr(node, "id", None) for node in getattr(layout, "nodes", ())}:
        yield f"{row['info']} has no field {row['key_name']}"
    for sdk in sorted(row.get("sdks", {}).keys() - readers().first_releases[1].keys()):
        yield f"readers.yaml has no SDK {sdk}"
    for word in sorted({name for _, name, _, _ in Formatter().parse(row["needs"]) if name is not None} - _WORDS):
        yield f"needs: unknown word {{{word}}}, expected one of {', '.join(sorted(_WORDS))}"


def _module_problems(table: Mapping[str, Any]) -> Iterator[str]:
    modules: dict[str, ModuleType] = {}
    for name in _module_names():
        try:
            modules[name.removeprefix(_PACKAGE)] = import_module(name)
        except LookupError as error:  # it asks for the provider id of a row that is not there
            yield f"{_file(name.removeprefix(_PACKAGE))}: {error.args[0]}"
    named = [(row["id"], kind, module) for row in table["providers"] for kind, module in row["keyrings"].items()]
    named += [("without_data_key", kind, module) for kind, module in table["without_data_key"].items()]
    yield from _twice("kind of keyring file", [kind for _, kind, _ in named])
    for row, kind, module in named:
        if module not in modules:
            yield f"{row}: the module {_file(module)} is missing"
        elif kind not in getattr(modules[module], "DESCRIPTIONS", {}):
            yield f"{row}: {_file(module)} does not describe {kind!r} in DESCRIPTIONS"
    known = {(kind, module) for _, kind, module in named}
    for name, module in modules.items():
        for kind in getattr(module, "DESCRIPTIONS", {}):
            if (kind, name) not in known:
                yield f"no row names {kind!r} of {_file(name)} under keyrings: add the row of its kind"
        if not hasattr(module, "DESCRIPTIONS"):
            for cls in filter(_is_keyring, (getattr(module, public) for public in module.__all__)):
                yield f"{cls.__name__} of {_file(name)} is in no keyring file: end the module with DESCRIPTIONS, and add its row"


def _module_names() -> Iterator[str]:
    return (module.name for module in pkgutil.walk_packages(keyrings.__path__, _PACKAGE) if not module.ispkg)


def _is_keyring(candidate: object) -> bool:
    """Whether something is a class for use as a keyring: no protocol, and not the base of others."""
    if not inspect.isclass(candidate) or getattr(candidate, "_is_protocol", False) or candidate.__subclasses__():
        return False
    return hasattr(candidate, "on_encrypt") and hasattr(candidate, "on_decrypt")


def _file(module: str) -> str:
    return f"esdkit/keyrings/{module.replace('.', '/')}.py"


def main() -> int:
    """Prints one line per problem and returns the exit code: 0 when there is none, else 1."""
    table = yaml.safe_load((spec_path() / "providers.yaml").read_text(encoding="utf-8"))
    found = problems(table)
    for problem in found:
        print(f"providers.yaml: {problem}", file=sys.stderr)
    print(f"providers: {len(found)} problem(s)" if found else "providers: fine")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

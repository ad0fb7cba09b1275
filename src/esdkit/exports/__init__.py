"""The format for other tools: the one grammar and the tables of ``spec/``, written in other languages.

Strategy: ``shape`` turns the grammar into structures with named members, and each other module prints them in one language (``tables``:
JSON, with the grammar's nodes themselves). An export is a text, and the same for each run of a release. It describes structure: where a
field is, and where reading ends. The rules over values (``message.rules``) and all cryptography are in no export.
"""
# Reqs: EXP-GEN-001, EXP-GEN-002

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

__all__ = ["FORMS", "export"]

FORMS: Mapping[str, str] = {
    "json": "Fields, suites, errors and grammar, for any program.",
    "construct": "Python source for construct 2.10.",
    "ksy": "A description for Kaitai Struct.",
    "wireshark": "A dissector for Wireshark, in Lua.",
    "hexpat": "A pattern for ImHex.",
}
"""What each form is, by the name of its module."""


def export(form: str) -> str:
    """The format in another language.

    Args:
        form: of ``FORMS``.
    """
    text: str = import_module(f"{__name__}.{form}").export()
    return text

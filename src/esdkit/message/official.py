"""Attributes of the official SDK's objects that ours do not have: the error names what to use instead."""

from __future__ import annotations

from esdkit.spec import official_words

__all__ = ["no_attribute"]


def no_attribute(kind: type, group: str, name: str) -> AttributeError:
    """The error of an attribute that is missing.

    Args:
        kind: the class of the object.
        group: of spec/official_words.yaml.
        name: the attribute.
    """
    word = None if name.startswith("_") else official_words()[group].get(name)
    advice = "" if word is None else f": use {word}"
    return AttributeError(f"{kind.__name__!r} object has no attribute {name!r}{advice}")

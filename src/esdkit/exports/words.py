"""What every export says about itself and about a member: from the rows of ``spec/format``."""
# Reqs: EXP-GEN-003

from __future__ import annotations

import textwrap

from esdkit import __version__
from esdkit.columns import count
from esdkit.exports.shape import Bytes, Items, Lead, Lookups, Member, Number, Repeat, Switch, Window
from esdkit.spec import FIELDS

__all__ = ["FOR_READERS", "about", "doc_of", "wrap"]

FOR_READERS = """
This is the structure alone: where each field is, and where reading ends. Whether values
are valid, and whether a message is authentic, it does not say. Texts are bytes, because
a message may hold some that are not UTF-8. Limit the size of the input: lengths in a
message are whatever its writer wrote.
"""


def about(form: str) -> str:
    """The first line of an export."""
    return f"AWS Encryption SDK message format. Made by esdkit {__version__}: esdkit spec export {form}"


def doc_of(member: Member) -> str:
    """What a member is."""
    match member:
        case Number() | Bytes():
            row = FIELDS[member.id]
            return f"{row.id}, {row.name}: {row.doc}"
        case Lead():
            return f"The number of {count(member.size, 'byte')} that comes next, not taken: {FIELDS[member.id].name.lower()}."
        case Window():
            return f"In {member.length} bytes, which it must fill; absent when that is 0."
        case Items():
            return f"As many as {member.count} says."
        case Switch():
            key = member.on.key if isinstance(member.on, Lookups) else member.on
            return f"Depends on {FIELDS[key.id].name.lower()}."
        case Repeat():
            return f"Until the lead of one is 0x{member.last:X}."
    return f"The {member.struct.name.replace('_', ' ')}."


def wrap(text: str, front: str) -> list[str]:
    """A comment in lines of at most 100 columns."""
    return textwrap.wrap(text, 100, initial_indent=front, subsequent_indent=front, break_long_words=False, break_on_hyphens=False)

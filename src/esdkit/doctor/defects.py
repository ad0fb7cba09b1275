"""Producers that wrote wrong messages: how theirs are recognized, and how they are read (decisions DEC-G01, DEC-G03, DEC-G42).

Strategy: .NET 4.0.0 shows only with a key: the header does not verify, and does so in its way. Python before 4.0.1 shows in the provider
id: with a key it is the beginning of a keyring's namespace, without one it ends inside a character. Old writers' count of zero shows in the
header. Nothing is patched: a message that can be read is written again, with a new data key (see ``Client``).
"""

from __future__ import annotations

from collections.abc import Sequence

from esdkit.engine.compat import EMPTY_CONTEXT_COUNT, NET_4_0_0
from esdkit.frozen import frozen
from esdkit.inspector import Tree
from esdkit.keyrings import Keyring
from esdkit.message.model import Header
from esdkit.spec import ProducerDefect, defects

__all__ = ["PYTHON_4_0_0", "Defect", "cut_provider_ids", "empty_count_defect", "net_defect"]

PYTHON_4_0_0 = "python-4.0.0"


@frozen
class Defect:
    """A producer's defect in this message.

    Attributes:
        row: what it is.
        evidence: how it shows here, one line.
        readable: whether it can be read with the keys that were given.
    """

    row: ProducerDefect
    evidence: str
    readable: bool


def net_defect(*, readable: bool) -> Defect:
    """The finding that a header verifies only as .NET 4.0.0 computed it. ``readable``: whether the body verifies, too."""
    # Reqs: CLI-DOC-014
    return Defect(defects()[NET_4_0_0], "the header does not verify as specified, but verifies as that release computed it", readable)


def empty_count_defect(*, readable: bool) -> Defect:
    """The finding that an empty context is stored as a count of zero. ``readable``: whether everything else verifies."""
    # Reqs: CLI-DOC-029
    return Defect(defects()[EMPTY_CONTEXT_COUNT], "the header stores an empty encryption context as a count of zero pairs", readable)


def cut_provider_ids(tree: Tree, header: Header | None, keyrings: Sequence[Keyring]) -> Defect | None:
    """The finding that a provider id was cut."""
    # Reqs: CLI-DOC-015
    if header is not None and keyrings:
        from esdkit.doctor.near_keys import cut_namespace  # here, because it imports keyrings

        for index, edk in enumerate(header.encrypted_data_keys):
            cut = next((cut for keyring in keyrings if (cut := cut_namespace(edk.provider_id, keyring)) is not None), None)
            if cut is not None:
                return Defect(
                    defects()[PYTHON_4_0_0], f"the provider id of encrypted data key {index} is the beginning of a namespace, {cut!r}", True
                )
    for key in tree.encrypted_data_keys:
        if key.provider_id is not None and _ends_inside_character(key.provider_id):
            return Defect(defects()[PYTHON_4_0_0], f"the provider id of encrypted data key {key.index} ends inside a character", False)
    return None


def _ends_inside_character(provider_id: bytes) -> bool:
    try:
        provider_id.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False

"""What a message says without its key: fields, sizes, data keys, signature, problems. Nothing here is authenticated by a data key."""

from esdkit.inspector.facts.tree import Tree, TreeField
from esdkit.inspector.inspection import Inspection, inspect
from esdkit.inspector.sniff import Sniffed, decode

__all__ = ["Inspection", "Sniffed", "Tree", "TreeField", "decode", "inspect"]


def __dir__() -> list[str]:
    return __all__

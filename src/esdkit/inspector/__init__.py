"""What a message says without its key: fields, sizes, data keys, signature, problems. Nothing here is authenticated by a data key."""

from esdkit.inspector.facts.tree import Tree, TreeField
from esdkit.inspector.inspection import Inspection, inspect

__all__ = ["Inspection", "Tree", "TreeField", "inspect"]


def __dir__() -> list[str]:
    return __all__

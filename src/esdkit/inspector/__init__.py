"""What a message says without its key: fields, sizes, data keys, signature, problems. Nothing here is authenticated by a data key."""

from esdkit.inspector.sniff import Sniffed, decode
from esdkit.inspector.tree import Tree, TreeField, inspect

__all__ = ["Sniffed", "Tree", "TreeField", "decode", "inspect"]

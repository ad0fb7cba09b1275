"""What ``esdkit.inspect`` gives: the facts about a message, and every view of them.

Strategy: the facts are a ``Tree``, which knows no view; the views know facts; this class is above both. A view is imported when it is
asked for, so that whoever wants one line does not wait for the HTML page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from esdkit.inspector.facts.tree import Tree

if TYPE_CHECKING:
    from esdkit.columns import Style
    from esdkit.inspector.views.dump import DumpOptions
    from esdkit.inspector.views.nodes import TreeNode

__all__ = ["Inspection", "inspect"]


class Inspection(Tree):
    """What a message says without its key, and how it can be shown. Nothing of it is authenticated by a data key."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.length} bytes: {self.to_line()}>"

    def to_json(self, *, fields: bool = True) -> dict[str, Any]:
        """The message as JSON data with ``"schema": 1``; see ``esdkit.inspector.views.json``.

        Args:
            fields: also list the single fields; ``fields_omitted`` counts those that are left out.
        """
        from esdkit.inspector.views.json import tree_to_json

        return tree_to_json(self, fields=fields)

    def to_json_line(self, name: str) -> str:
        """What ``to_json`` gives without the single fields, as one line of text.

        Args:
            name: the member ``file``: what the message is called.
        """
        from esdkit.inspector.views.json import tree_to_json_line

        return tree_to_json_line(self, name)

    def to_text(self, name: str | None = None, style: Style | None = None) -> str:
        """The message for people, 80 columns wide.

        Args:
            name: what the message is called, for example the file's name.
            style: called with a piece of text and its role (``title``, ``label``, ``good``, ``bad``, ``warning``, ``dim``); gives the text
                to print, for example with color. None leaves it plain.
        """
        from esdkit.inspector.views.text import tree_to_text

        return tree_to_text(self, name, style)

    def to_line(self) -> str:
        """The message in one line."""
        from esdkit.inspector.views.text import tree_to_line

        return tree_to_line(self)

    def dump(self, name: str | None = None, style: Style | None = None, options: DumpOptions | None = None) -> Iterator[str]:
        """Every byte with its field: offset, hexadecimal, text, path, value, requirements. The lines, without their ends.

        Args:
            name: as for ``to_text``.
            style: as for ``to_text``.
            options: how deep, how wide, and whether long things are folded.
        """
        from esdkit.inspector.views.dump import DumpOptions, dump_lines

        return dump_lines(self, name, style, options or DumpOptions())

    def to_html(self, name: str | None = None) -> str:
        """The message as one HTML page that works without a network: fields beside bytes, each highlighting the other.

        Args:
            name: as for ``to_text``.
        """
        from esdkit.inspector.views.html import tree_to_html

        return tree_to_html(self, name)

    def _repr_html_(self) -> str:
        """The page in a frame, for notebooks."""
        from esdkit.inspector.views.html import tree_to_fragment

        return tree_to_fragment(self)

    def find(self, path: str) -> TreeNode | None:
        """A field or group by its path, ``header.encrypted_data_keys[0].provider_id``; None when the message does not have it."""
        from esdkit.inspector.views.nodes import find_node

        return find_node(self, path)

    def get(self, path: str) -> Iterator[str]:
        """The value of a field or group as text, in pieces: numbers and text as they are, bytes in hexadecimal.

        Args:
            path: as for ``find``.

        Raises:
            UsageError: ``invalid-argument``, the message has no such field.
        """
        from esdkit.inspector.views.nodes import node_text

        return node_text(self, path)

    def bytes_at(self, path: str) -> Iterator[bytes | memoryview]:
        """The bytes of a field or group, in pieces. Arguments and errors as for ``get``."""
        from esdkit.inspector.views.nodes import node_bytes

        return node_bytes(self, path)


def inspect(data: bytes | bytearray | memoryview | IO[bytes]) -> Inspection:
    """Look inside a message without a key. Any bytes give a result; what is wrong with them is in its ``problems``.

    Args:
        data: the message and nothing after it: bytes, or a binary file that can seek, which stays open as long as the result is used. Of
            a file only the header and what surrounds the contents is kept in memory.

    Raises:
        UsageError: ``invalid-argument``, it is not a byte string and not such a file.
    """
    return Inspection.of(data)

"""What hypothesis runs when it is imported (entry point ``hypothesis``): it learns how to make a ``Message`` and a ``Header``.

Hypothesis is still being imported then, so the strategies are made at their first use and not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from esdkit.message import Header, Message

__all__ = ["register"]


def register() -> None:
    """Make ``st.from_type(Message)`` and ``st.from_type(Header)`` generate valid ones."""
    from hypothesis.strategies import register_type_strategy

    from esdkit.message import Header, Message

    register_type_strategy(Message, _messages)
    register_type_strategy(Header, _headers)


def _messages(_: type) -> SearchStrategy[Message]:
    from esdkit.fuzz.strategies import messages

    return messages().map(lambda generated: generated.message)


def _headers(_: type) -> SearchStrategy[Header]:
    from esdkit.fuzz.strategies import headers

    return headers()

"""A message decrypted and encrypted again in one go, under other keys or in another form.

Strategy: the plaintext goes from a decrypting stream into an encrypting one, so that it is nowhere as a whole. The new message has a new
data key and message id: other data keys before the frames that are there would make a second header under one data key, and two of them
give away what authenticates the message.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from esdkit.cmm import CryptographicMaterialsManager, RequiredEncryptionContextCmm
from esdkit.engine.arguments import Source
from esdkit.engine.client import Client
from esdkit.engine.stream import DecryptStream, EncryptStream
from esdkit.errors import EsdkError
from esdkit.message.model import Header
from esdkit.spec import CONSTANTS

__all__ = ["new_context", "rekeyed"]


@contextmanager
def rekeyed(
    client: Client,
    *,
    source: Source,
    cmm: CryptographicMaterialsManager,
    new_cmm: CryptographicMaterialsManager,
    encryption_context: Mapping[str, str],
    add_context: Mapping[str, str] | None = None,
    remove_context: Collection[str] = (),
    algorithm: str | None = None,
    frame_length: int = CONSTANTS.default_frame_length,
    max_body_length: int | None = None,
    on_plaintext: Callable[[bytes], None] | None = None,
) -> Iterator[EncryptStream]:
    """The stream of the new message. The old one is verified to its end only when the stream has been read to its end.

    Args:
        client: reads and writes.
        source: the old message.
        cmm: opens the old message.
        new_cmm: wraps the new data key.
        encryption_context: as for ``Client.decrypt``; what the old message does not store, the new one does not store either.
        add_context: pairs to store in the new message, in place of those with the same keys.
        remove_context: keys that the new message does not have.
        algorithm: the new suite; None for the policy's.
        frame_length: plaintext bytes in each frame of the new message.
        max_body_length: as for ``Client.decrypt``.
        on_plaintext: is given the plaintext, piece by piece.

    Raises:
        EsdkError: as for ``Client.stream``; ``side`` says which of the two messages is at fault.
    """
    with (
        _side("reading"),
        client.stream("decrypt", source=source, cmm=cmm, encryption_context=encryption_context, max_body_length=max_body_length) as old,
    ):
        context, unstored = new_context(old.header, encryption_context, add_context or {}, remove_context)
        with (
            _side("writing"),
            client.stream(
                "encrypt",
                source=_OldPlaintext(old, on_plaintext),
                cmm=RequiredEncryptionContextCmm(unstored, new_cmm) if unstored else new_cmm,
                encryption_context=context,
                algorithm=algorithm,
                frame_length=frame_length,
            ) as new,
        ):
            yield new


@contextmanager
def _side(side: Literal["reading", "writing"]) -> Iterator[None]:
    """Say in an error on which side it arose; the innermost one says it."""
    try:
        yield
    except EsdkError as error:
        error.side = error.side or side
        raise


class _OldPlaintext:
    """What the new message is made from. Its errors are those of the old message."""

    def __init__(self, stream: DecryptStream, on_plaintext: Callable[[bytes], None] | None) -> None:
        self._stream = stream
        self._on_plaintext = on_plaintext

    def read(self, size: int = -1, /) -> bytes:
        with _side("reading"):
            piece = self._stream.read(size)
        if self._on_plaintext is not None:
            self._on_plaintext(piece)
        return piece


def new_context(
    header: Header, given: Mapping[str, str], added: Mapping[str, str], removed: Collection[str]
) -> tuple[dict[str, str], frozenset[str]]:
    """The context of the new message, and which of its keys are not stored."""
    stored = {key: value for key, value in header.encryption_context.items() if key != CONSTANTS.public_key_name}
    unstored = given.keys() - stored.keys() - added.keys() - set(removed)
    context = {**given, **stored, **added}
    return {key: value for key, value in context.items() if key in added or key not in removed}, frozenset(unstored)

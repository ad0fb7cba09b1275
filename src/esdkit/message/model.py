"""A message as frozen data.

The model keeps what a rebuild needs and nothing else: bytes as they are, encrypted data keys in order and with duplicates, the
encryption context as pairs with its three states, and numbers even where they are invalid. It checks nothing (``rules`` does) and
computes no cryptography.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS, Suite, error_for

__all__ = ["EncryptedDataKey", "Frame", "Header", "HeaderAuth", "Message", "NonFramedBody"]


@frozen
class EncryptedDataKey:
    """One wrapped data key. ``provider_id`` is UTF-8 in a valid message; the other two are opaque bytes."""

    provider_id: bytes
    provider_info: bytes
    ciphertext: bytes

    if not TYPE_CHECKING:  # a type checker must still find unknown names

        def __getattr__(self, name: str) -> NoReturn:
            from esdkit.message.official import no_attribute  # here, because errors alone need it

            raise no_attribute(type(self), "encrypted_data_key", name)


@frozen
class HeaderAuth:
    """The header's authentication. ``iv`` is empty in version 2, which does not store it."""

    iv: bytes
    tag: bytes


_Parts = TypeVar("_Parts")


class _MadeLater:
    """Room for what a header is made of when it is first asked for something."""

    __slots__ = ("_later",)
    _later: tuple[Callable[[Any], tuple[Any, ...]], Any]


@frozen
class Header(_MadeLater):
    """The header, body and authentication (spec/format/header.yaml).

    Attributes:
        version: 1 or 2.
        type, reserved, iv_length: version 1 only, otherwise None.
        suite: the algorithm suite.
        message_id: 16 bytes in version 1, 32 in version 2.
        context_pairs: the stored encryption context as UTF-8 bytes, in wire order: None when absent (length 0), () when present but
        counting no pair.
        encrypted_data_keys: in wire order, duplicates included.
        content_type: 1 non-framed, 2 framed.
        frame_length: plaintext bytes per regular frame; 0 for a non-framed body.
        suite_data: the commit key in version 2, otherwise empty.
        auth: IV and tag.
    """

    version: int
    suite: Suite
    message_id: bytes
    context_pairs: tuple[tuple[bytes, bytes], ...] | None
    encrypted_data_keys: tuple[EncryptedDataKey, ...]
    content_type: int
    frame_length: int
    auth: HeaderAuth
    suite_data: bytes = b""
    type: int | None = None
    reserved: int | None = None
    iv_length: int | None = None

    @classmethod
    def later(cls, values: Callable[[_Parts], tuple[Any, ...]], parts: _Parts) -> Header:
        """A header that is made when it is first asked for one of its fields; nothing else tells it from any other.

        Threads may ask at the same time: each may make it, and all make the same.

        Args:
            values: gives its fields in order; it cannot fail.
            parts: from what; they do not change.
        """
        header = object.__new__(cls)
        _set_later(header, (values, parts))
        return header

    def with_auth(self, auth: HeaderAuth) -> Header:
        """The same header with another authentication."""
        return Header(
            self.version,
            self.suite,
            self.message_id,
            self.context_pairs,
            self.encrypted_data_keys,
            self.content_type,
            self.frame_length,
            auth,
            self.suite_data,
            self.type,
            self.reserved,
            self.iv_length,
        )

    @property
    def encryption_context(self) -> dict[str, str]:
        """The stored encryption context. Only a header that was parsed strictly is sure to have one.

        Of a key that occurs twice, which strict parsing refuses, the last value is given.

        Raises:
            MalformedMessage: ``aad-bad-utf8``, a key or value is not UTF-8.
        """
        try:
            return {key.decode("utf-8"): value.decode("utf-8") for key, value in self.context_pairs or ()}
        except UnicodeDecodeError:
            raise error_for(Code.AAD_BAD_UTF8, "the context is not UTF-8", path="header.encryption_context") from None

    @property
    def framed(self) -> bool:
        return self.content_type == CONSTANTS.content_framed

    @property
    def known_values(self) -> dict[str, Any]:
        """What the sizes and the rules of body and footer depend on, by field id, as the grammar wants it."""
        return {
            "header.version": self.version,
            "header.algorithm_suite_id": self.suite.id,
            "header.message_id": self.message_id,
            "header.content_type": self.content_type,
            "header.frame_length": self.frame_length,
        }

    if not TYPE_CHECKING:  # a type checker must still find unknown names

        def __getattr__(self, name: str) -> Any:
            if name in type(self).__match_args__:
                values, parts = self._later
                self.__init__(*values(parts))
                return getattr(self, name)
            from esdkit.message.official import no_attribute  # here, because errors alone need it

            raise no_attribute(type(self), "header", name)


_set_later: Callable[[Header, tuple[Callable[[Any], tuple[Any, ...]], Any]], None] = _MadeLater.__dict__["_later"].__set__


@frozen
class Frame:
    """One frame of a framed body; ``final`` for the last."""

    sequence_number: int
    iv: bytes
    ciphertext: bytes
    tag: bytes
    final: bool = False


@frozen
class NonFramedBody:
    """The single block of a non-framed body."""

    iv: bytes
    ciphertext: bytes
    tag: bytes


@frozen
class Message:
    """A whole message. ``body`` is the tuple of frames, or the single block; ``signature`` is None when the suite does not sign."""

    header: Header
    body: tuple[Frame, ...] | NonFramedBody
    signature: bytes | None

"""From the lines of the text form to bytes: what the macros mean.

Strategy: lengths and counts are computed from the sizes of the lines (``lengths``); then the lines become bytes from first to last, and a
macro sees only the lines above it. So whatever is done to the lines, tags and signatures are computed over exactly the bytes that are
there. The size of a signature is known only when it is made, so it is made before the first line of the footer.

Invariants: nothing is random, the same text and keys give the same bytes. There is at most one ``sign`` and one ``tag`` of a header in a
text: the work stays linear, and no text makes two header tags under one key. Keys appear in no error.
Test data only, and the caller must confirm that: see ``forge.text``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from esdkit.crypto.ecdh import read_private_key
from esdkit.crypto.kdf import DerivedKeys, derive_keys
from esdkit.crypto.secret import Secret
from esdkit.crypto.signing import encode_public_key
from esdkit.errors import MaterialsError, UsageError
from esdkit.forge.lengths import NODES, follow
from esdkit.forge.lines import Item, Macro, fault
from esdkit.forge.signature import sign
from esdkit.frozen import frozen
from esdkit.grammar.field import UInt
from esdkit.message.aad import body_aad
from esdkit.spec import CONSTANTS, SUITES, SignatureScheme, Suite

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

    from esdkit.crypto.aead import AesGcm

__all__ = ["Assembly", "Keys"]

_SUITE, _MESSAGE_ID = "header.algorithm_suite_id", "header.message_id"
_HEADER_AUTH, _HEADER_IV, _FOOTER = "header_auth.", "header_auth.iv", "footer."

_CONTENT_STRINGS: Mapping[str, bytes] = {
    "body.frame": CONSTANTS.content_frame_string,
    "body.final_frame": CONSTANTS.content_final_frame_string,
    "body": CONSTANTS.content_non_framed_string,
}


@frozen
class Keys:
    """What macros may use.

    Attributes:
        data_key: the plaintext data key.
        signing_key: a private key, PKCS #8 in PEM or DER, or an object.
        test_data: confirms that the data key protects nothing real.
    """

    data_key: Secret | None
    signing_key: bytes | str | EllipticCurvePrivateKey | None = field(repr=False)
    test_data: bool


class Assembly:
    """Converts one text to bytes.

    Args:
        text: for errors.
        items: its lines.
        keys: what macros may use.
    """

    def __init__(self, text: str, items: Sequence[Item], keys: Keys) -> None:
        self._text = text
        self._items = items
        self._keys = keys
        self._pieces: list[bytes] = []
        self._above: dict[str, bytes] = {}  # the last line of each field; of frames, since the last tag
        self._header: list[bytes] | None = None  # everything above the first line of the header authentication
        self._signature = b""
        self._derived: tuple[bytes, bytes, DerivedKeys, AesGcm] | None = None
        self._loaded: dict[str, EllipticCurvePrivateKey] = {}  # the signing key, by curve

    def run(self) -> bytes:
        """The bytes.

        Raises:
            UsageError: ``invalid-argument``, a macro lacks what it needs; ``invalid-key``.
        """
        self._refuse_second()
        ids = [item.field for item in self._items]
        sizes = [self._size(item) for item in self._items]
        self._above = {}  # sizes were computed in the same order; now start again at the top
        numbers = follow(ids, sizes)
        footer_seen = False
        for at, item in enumerate(self._items):
            if item.field is not None and item.field.startswith(_HEADER_AUTH) and self._header is None:
                self._header = self._pieces[:]
            if item.field is not None and item.field.startswith(_FOOTER) and not footer_seen:
                footer_seen = True
                numbers = self._settle_signature(ids, sizes, numbers)
            piece = item.value if isinstance(item.value, bytes) else self._made(item, item.value, numbers.get(at))
            self._pieces.append(piece)
            if item.field is not None:
                self._remember(item.field, piece)
        return b"".join(self._pieces)

    # ---------------------------------------------------------------- before
    def _refuse_second(self) -> None:
        seen: set[str] = set()
        for item in self._items:
            if isinstance(item.value, Macro) and (item.value.name == "sign" or item.field == f"{_HEADER_AUTH}tag"):
                if item.value.name in seen:
                    what = f"a text can make only one {'signature' if item.value.name == 'sign' else 'header tag'}, and this is the second"
                    raise fault(self._text, item.place, what, path=item.field, hint="assemble one message at a time")
                seen.add(item.value.name)

    def _size(self, item: Item) -> int:
        """The bytes of a line, as far as a length above it may need them."""
        if isinstance(item.value, bytes):
            if item.field is not None:
                self._above[item.field] = item.value
            return len(item.value)
        if item.value.name == "public_key":
            return len(self._public_key(item))
        if item.value.name == "seal":
            return len(item.value.argument or b"")
        node = NODES[item.field or ""]
        return node.size if isinstance(node, UInt) else 0

    def _settle_signature(self, ids: Sequence[str | None], sizes: list[int], numbers: dict[int, int]) -> dict[int, int]:
        """Sign the lines above, if there is a ``sign``; then its size is known."""
        for at, item in enumerate(self._items):
            if isinstance(item.value, Macro) and item.value.name == "sign":
                self._signature = self._signed(item)
                sizes[at] = len(self._signature)
                return follow(ids, sizes)
        return numbers

    # ---------------------------------------------------------------- macros
    def _made(self, item: Item, macro: Macro, number: int | None) -> bytes:
        if macro.name == "auto":
            return self._auto(item, number)
        if macro.name == "public_key":
            return self._public_key(item)
        if macro.name == "sign":
            return self._signature
        if macro.name == "commit":
            commit_key = self._keys_of(item)[0].commit_key
            if commit_key is None:
                raise self._fault(item, f"suite {self._suite(item)} does not commit to a key")
            return commit_key
        if item.field == f"{_HEADER_AUTH}tag":
            return self._header_tag(item, macro.argument or b"")
        return self._sealed(item, macro)

    def _auto(self, item: Item, number: int | None) -> bytes:
        node = NODES[item.field or ""]
        assert isinstance(node, UInt)
        if number is None:
            hint = "write the number, or put the line that it counts below it"
            raise self._fault(item, "auto has nothing to count: no line below belongs to it", hint)
        if number >= 256**node.size:
            raise self._fault(
                item, f"auto is {number} here, which its {node.size} bytes cannot hold", "write a number, or shorten the rest"
            )
        return number.to_bytes(node.size, "big")

    def _header_tag(self, item: Item, appended: bytes) -> bytes:
        """Over everything above the header authentication, and what is authenticated after it without being stored."""
        self._refuse_real(item)
        suite, cipher = self._suite(item), self._keys_of(item)[1]
        iv = self._iv(item, _HEADER_IV) if _HEADER_IV in self._above else bytes(suite.iv_length)
        return cipher.tag(iv, b"".join([*(self._header or ()), appended]))

    def _sealed(self, item: Item, macro: Macro) -> bytes:
        """The ciphertext of a plaintext, or the tag over the ciphertext above."""
        self._refuse_real(item)
        part = (item.field or "").rpartition(".")[0]
        cipher = self._keys_of(item)[1]
        iv = self._iv(item, f"{part}.iv")
        content = self._need(item, f"{part}.ciphertext") if macro.argument is None else macro.argument
        aad = body_aad(self._need(item, _MESSAGE_ID), _CONTENT_STRINGS[part], self._sequence_number(item, part), len(content))
        if macro.argument is not None:
            return cipher.encrypt(iv, aad, content)[0]
        plaintext = cipher.incremental_decryptor(iv, aad).update(content)
        return cipher.encrypt(iv, aad, plaintext)[1]

    def _signed(self, item: Item) -> bytes:
        scheme = self._scheme(item)
        digest = hashlib.new(scheme.hash)
        for piece in self._pieces:
            digest.update(piece)
        return sign(self._signing_key(item, scheme), scheme, digest.digest())

    def _public_key(self, item: Item) -> bytes:
        return encode_public_key(self._signing_key(item, self._scheme(item)).public_key()).encode("ascii")

    # ---------------------------------------------------------------- what macros need
    def _remember(self, field_id: str, piece: bytes) -> None:
        self._above[field_id] = piece
        part, _, name = field_id.rpartition(".")
        if name == "tag" and part in _CONTENT_STRINGS:
            for known in ("sequence_number", "iv", "ciphertext"):  # the next frame has its own
                self._above.pop(f"{part}.{known}", None)

    def _need(self, item: Item, field_id: str) -> bytes:
        if field_id not in self._above:
            hint = f"put a line {field_id} above it, or write the bytes themselves"
            raise self._fault(item, f"this needs {field_id}, which is not above it", hint)
        return self._above[field_id]

    def _iv(self, item: Item, field_id: str) -> bytes:
        iv, length = self._need(item, field_id), self._suite(item).iv_length
        if len(iv) != length:
            raise self._fault(item, f"this needs an IV of {length} bytes, and {field_id} has {len(iv)}")
        return iv

    def _sequence_number(self, item: Item, part: str) -> int:
        """As it is authenticated: truncated to the width of its field, if a line gives it more bytes."""
        field_id = f"{part}.sequence_number"
        if field_id not in NODES:
            return CONSTANTS.non_framed_sequence_number
        node, written = NODES[field_id], self._need(item, field_id)
        assert isinstance(node, UInt)
        return int.from_bytes(written[-node.size :], "big")

    def _suite(self, item: Item) -> Suite:
        number = int.from_bytes(self._need(item, _SUITE), "big")
        if number not in SUITES:
            raise self._fault(item, "this needs a suite, but the id above is not one", f"the suites are {', '.join(map(_hex, SUITES))}")
        return SUITES[number]

    def _scheme(self, item: Item) -> SignatureScheme:
        suite = self._suite(item)
        if suite.signature is None:
            raise self._fault(item, f"suite {suite} does not sign")
        return suite.signature

    def _signing_key(self, item: Item, scheme: SignatureScheme) -> EllipticCurvePrivateKey:
        if self._keys.signing_key is None:
            raise self._fault(item, "this needs a signing key", f"give signing_key= (--signing-key), a key of {scheme.curve}")
        if scheme.curve not in self._loaded:
            self._loaded[scheme.curve] = read_private_key(self._keys.signing_key, scheme.curve)
        return self._loaded[scheme.curve]

    def _keys_of(self, item: Item) -> tuple[DerivedKeys, AesGcm]:
        """The keys that follow from the data key, suite and message id above."""
        suite_id, message_id = self._need(item, _SUITE), self._need(item, _MESSAGE_ID)
        if self._keys.data_key is None:
            raise self._fault(item, "this needs the data key", "give data_key= (--data-key), or write the bytes themselves")
        if self._derived is None or self._derived[:2] != (suite_id, message_id):
            try:
                keys = derive_keys(self._suite(item), self._keys.data_key.reveal(), message_id)
            except MaterialsError as error:
                raise self._fault(item, error.message) from None
            from esdkit.crypto.aead import AesGcm  # here, as text without a key needs no cryptography package

            self._derived = (suite_id, message_id, keys, AesGcm(keys.content_key.reveal()))
        return self._derived[2:]

    def _refuse_real(self, item: Item) -> None:
        # Reqs: FMT-HAU-012, FMT-TXT-012
        if not self._keys.test_data:
            hint = "pass test_data=True (--test-data) if the data key protects nothing real; for a real message, use `esdkit rekey`"
            what = "a second tag or ciphertext under one data key and message id reveals the authentication key"
            raise self._fault(item, f"this is only for test data: {what}", hint)

    def _fault(self, item: Item, what: str, hint: str | None = None) -> UsageError:
        return fault(self._text, item.place, what, path=item.field, hint=hint)


def _hex(number: int) -> str:
    return SUITES[number].hex_id

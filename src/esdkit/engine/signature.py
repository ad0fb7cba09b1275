"""What every reader of a message asks about its signature: whether it may be there, and whether it verifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.crypto import signing
from esdkit.errors import Code, EsdkError
from esdkit.message.model import Header
from esdkit.message.sizes import footer_length
from esdkit.spec import Suite, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

__all__ = ["check_unsigned", "verify_signature"]


def check_unsigned(suite: Suite) -> None:
    """Check that a message is not signed, for a reader that takes plaintext before the end.

    Raises:
        PolicyError: ``signed-not-allowed``.
    """
    if suite.signed:
        what = f"suite {suite.hex_id} signs, and only unsigned messages are allowed"
        raise error_for(Code.SIGNED_NOT_ALLOWED, what, path="header.algorithm_suite_id")


def verify_signature(header: Header, digest: bytes, signature: bytes, public_key: EllipticCurvePublicKey | bytes, offset: int) -> None:
    """Verify a message's signature.

    Args:
        header: of the message; its suite signs.
        digest: the suite's hash over header and body as received.
        signature: the footer's, DER.
        public_key: the verification key, as ``signing.verify`` takes it.
        offset: where the footer begins, for errors.

    Raises:
        MalformedMessage: ``signature-malformed``.
        AuthenticationError: ``signature-invalid``.
        NotCheckedHere: see ``signing.verify``.
    """
    # Reqs: SIG-VER-004, SIG-VER-005, ALG-SUI-016, ALG-SUI-017, FMT-FTR-003
    scheme = header.suite.signature
    assert scheme is not None
    try:
        signing.verify(public_key, scheme, digest, signature)
    except EsdkError as error:
        error.offset = offset + footer_length(header.suite, 0)
        raise

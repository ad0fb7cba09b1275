"""Key derivation in counter mode (NIST SP 800-108), for the ECDH and hierarchical keyrings."""

from __future__ import annotations

__all__ = ["kbkdf_counter_hmac"]


def kbkdf_counter_hmac(hash_name: str, key: bytes, label: bytes, context: bytes, length: int) -> bytes:
    """Derive ``length`` bytes with HMAC; the 32-bit counter comes before ``label ‖ 00 ‖ context ‖ length in bits``.

    Args:
        hash_name: of HMAC's hash, for example ``sha256``.
        key: the key to derive from.
        label, context: the purpose of the derived key.
        length: bytes.
    """
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.kbkdf import KBKDFHMAC, CounterLocation, Mode

    derivation = KBKDFHMAC(
        algorithm=getattr(hashes, hash_name.upper())(),
        mode=Mode.CounterMode,
        length=length,
        rlen=4,
        llen=4,
        location=CounterLocation.BeforeFixed,
        label=label,
        context=context,
        fixed=None,
    )
    derived: bytes = derivation.derive(key)
    return derived

"""Cryptography's home: derivation, AES-GCM, ECDSA, randomness, and the type that keeps secrets out of sight.

Strategy: each module takes a ``Suite`` or a ``SignatureScheme`` and bytes, and gives bytes; the numbers come from ``spec``. This room knows
no message layout and no policy, opens nothing and keeps no state. Import the module that you need (``from esdkit.crypto import aead``), so
that no part of the cryptography package is loaded without need.
"""

__all__: list[str] = []

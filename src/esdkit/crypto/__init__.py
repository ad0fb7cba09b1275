"""Cryptography's home: derivation, AES-GCM, ECDSA, randomness, and the type that keeps secrets out of sight.

Strategy: each module takes a ``Suite`` or a ``SignatureScheme`` and bytes, and gives bytes; what the numbers are stands in ``spec``.
This room knows no message layout and no policy, opens nothing and keeps no state. Callers import the module they use
(``from esdkit.crypto import aead``), so that nobody pays for a part of the cryptography package that is not needed.
"""

__all__: list[str] = []

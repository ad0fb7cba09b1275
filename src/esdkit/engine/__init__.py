"""The engine: what a client does with a message. It opens no file and prints nothing."""

from esdkit.engine.client import Client, decrypt, encrypt
from esdkit.engine.verify import StageResult, Verification

__all__ = ["Client", "StageResult", "Verification", "decrypt", "encrypt"]

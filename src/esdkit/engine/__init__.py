"""The engine: what a client does with a message. It opens no file and prints nothing."""

from esdkit.engine.client import Client, decrypt, encrypt
from esdkit.engine.verify import CheckResult, Verification

__all__ = ["CheckResult", "Client", "Verification", "decrypt", "encrypt"]

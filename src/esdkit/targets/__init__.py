"""Programs under test: other implementations of the message format, asked to decrypt and encrypt.

    from esdkit.targets import DecryptRequest, open_target

    with open_target("stdio:./my-reader") as target:
        answer = target.decrypt(DecryptRequest(message=message, keyring={"type": "raw-aes", "namespace": "demo", "name": "k1", "key": key}))

A program is reached over its stdin and stdout, over HTTP as one of AWS's test servers, as one process for each message, or as a Python
object. Whatever it does, an answer says which: it gave bytes, it refused, it cannot do that, or it failed (crashed, hung, talked nonsense).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

if TYPE_CHECKING:
    from esdkit.targets.base import (
        Abilities,
        Answer,
        Bounds,
        DecryptRequest,
        EncryptRequest,
        Failed,
        FrameLengths,
        Given,
        Refused,
        Target,
        Unsupported,
    )
    from esdkit.targets.opening import open_target

__all__ = [
    "Abilities",
    "Answer",
    "Bounds",
    "DecryptRequest",
    "EncryptRequest",
    "Failed",
    "FrameLengths",
    "Given",
    "Refused",
    "Target",
    "Unsupported",
    "open_target",
]

_HOMES = {**dict.fromkeys(__all__, "base"), "open_target": "opening"}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__

"""esdkit itself as a program under test, in this process: it writes and reads what the others do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

from esdkit import __version__
from esdkit.cmm import DefaultCmm, RequiredEncryptionContextCmm
from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.crypto.ecdh import read_public_key
from esdkit.engine.client import Client
from esdkit.errors import EsdkError
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawEcdhKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.spec import POLICIES, SUITES
from esdkit.targets.base import Abilities, Answer, DecryptRequest, EncryptRequest, Given, Refused
from esdkit.targets.base import Keyring as Described

__all__ = ["OwnTarget", "keyring_of"]


class OwnTarget:
    """esdkit. It cannot crash apart from the run that asks it."""

    @property
    def address(self) -> str:
        """There is none to reach it by: it is always there."""
        return "esdkit"

    def describe(self) -> Abilities:
        """It can do everything but work in pieces, which the matrix does not ask."""
        keys = ("raw-aes", "raw-rsa", "raw-ecdh", "multi", "data-key")
        suites = [suite.hex_id for suite in SUITES.values()]
        return Abilities("esdkit", __version__, suites, keys, tuple(POLICIES), encrypt=True, non_framed=True, required_context=True)

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or the error."""
        client = Client(commitment_policy=request.policy, max_encrypted_data_keys=request.max_encrypted_data_keys)
        return _answer(lambda: client.decrypt(source=request.message, cmm=_cmm(request), encryption_context=request.context)[0])

    def encrypt(self, request: EncryptRequest) -> Answer:
        """Its message, or the error."""
        options: dict[str, Any] = {"encryption_context": request.context, "frame_length": request.frame_length}
        suite, client = int(request.suite, 16), Client(commitment_policy=request.policy)
        return _answer(lambda: client.encrypt(source=request.plaintext, cmm=_cmm(request), algorithm=suite, **options)[0])

    def close(self) -> None:
        """Nothing to end."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _answer(work: Callable[[], bytes]) -> Answer:
    try:
        return Given(work())
    except EsdkError as error:
        return Refused(error.summary, error.code.value)


def _cmm(request: DecryptRequest | EncryptRequest) -> CryptographicMaterialsManager:
    cmm = DefaultCmm(keyring_of(request.keyring))
    return RequiredEncryptionContextCmm([*request.required], cmm) if request.required else cmm


def keyring_of(of: Described) -> Keyring:
    """esdkit's keyring for one of the protocol."""
    return _KINDS[of["type"]](of)


def _multi(of: Mapping[str, Any]) -> Keyring:
    generator = None if of.get("generator") is None else keyring_of(of["generator"])
    return MultiKeyring(generator=generator, children=[keyring_of(child) for child in of["children"]])


def _ecdh(of: Mapping[str, Any]) -> Keyring:
    curve = of["curve"]
    if of["schema"] == "discovery":
        return RawEcdhKeyring.discovery(curve, private_key=of["private"])
    public_key = read_public_key(of["public"], curve)  # the protocol has PEM, the keyring takes DER
    if of["schema"] == "ephemeral":
        return RawEcdhKeyring.ephemeral(curve, public_key=public_key)
    return RawEcdhKeyring.static(curve, private_key=of["private"], public_key=public_key)


_KINDS: Mapping[str, Callable[[Mapping[str, Any]], Keyring]] = {
    "raw-aes": lambda of: RawAesKeyring(of["namespace"], of["name"], of["key"]),
    "raw-rsa": lambda of: RawRsaKeyring(
        of["namespace"], of["name"], of["padding"], public_key=of.get("public"), private_key=of.get("private")
    ),
    "raw-ecdh": _ecdh,
    "multi": _multi,
    "data-key": lambda of: StaticDataKeyring(of["key"]),
}

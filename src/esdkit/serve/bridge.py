"""A program under test as one of AWS's test servers: whatever ``open_target`` reaches, for harnesses that know only the contract.

Strategy: a configuration becomes a keyring of the target's protocol, an answer becomes a result or an error of the contract. What the
program cannot do is ``GenericServerError``, because the contract has no word for it, with a member for those who know it; a program that
did not answer is one with status 500.
Invariant: a program answers one request at a time, whatever the connections ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from esdkit.frozen import frozen
from esdkit.serve.configuration import PADDINGS_BY_NAME, POLICIES_BY_NAME, SUITES_BY_NAME, WRAPPING_KEY_LENGTHS
from esdkit.serve.contract_server import ContractServer, NotSupported, ProgramFault, Refusal, context_of
from esdkit.serve.members import Members, RequestFault
from esdkit.spec import CONSTANTS, POLICIES, SUITES, target_failures
from esdkit.targets.base import Answer, DecryptRequest, EncryptRequest, Given, Refused, Target, Unsupported
from esdkit.targets.opening import described
from esdkit.vectors.questions import beyond

__all__ = ["TargetServer"]

_PIECE = 65536  # bytes that the stream operations ask the program to take at once


@frozen
class _Configured:
    """What a client of the contract has."""

    keyring: Mapping[str, Any]
    policy: str
    limit: int | None
    required: tuple[str, ...]


class TargetServer(ContractServer[_Configured]):
    """A program under test, as a server of the contract.

    Args:
        target: the program; whoever made it closes it.

    Raises:
        UsageError: ``invalid-argument``: cbor2 is not installed, or the program cannot be started or does not describe itself.
    """

    def __init__(self, target: Target) -> None:
        super().__init__()
        self._target, self._asking = target, Lock()
        self._abilities = described(target)

    def configured(self, config: Members) -> _Configured:
        """See ``ContractServer``."""
        policy = str(config.choice("commitmentPolicy", POLICIES_BY_NAME))
        limit = config.whole("maxEncryptedDataKeys") if config.has("maxEncryptedDataKeys") else None
        keyring, required = _cmm(config.members("cmm"))
        lacking = beyond(
            DecryptRequest(message=b"", keyring=keyring, policy=policy, max_encrypted_data_keys=limit, required=required), self._abilities
        )
        if lacking is not None:
            raise NotSupported(lacking.reason)
        return _Configured(keyring, policy, limit, required)

    def encrypted(self, client: _Configured, given: Members, *, stream: bool) -> bytes:
        """See ``ContractServer``."""
        suite = SUITES[POLICIES[client.policy].default_suite]
        if given.has("algorithmSuiteId"):
            suite = given.choice("algorithmSuiteId", SUITES_BY_NAME)
        length = given.whole("frameLength") if given.has("frameLength") else CONSTANTS.default_frame_length
        if length < 1:
            raise RequestFault("frameLength: the program's protocol has no frame length below 1")
        request = EncryptRequest(
            plaintext=given.data("plaintext"),
            keyring=client.keyring,
            suite=suite.hex_id,
            frame_length=length,
            policy=client.policy,
            context=context_of(given) or {},
            required=client.required,
            stream=_PIECE * stream,
        )
        with self._asking:
            return _result(beyond(request, self._abilities) or self._target.encrypt(request))

    def decrypted(self, client: _Configured, given: Members, *, stream: bool) -> bytes:
        """See ``ContractServer``."""
        request = DecryptRequest(
            message=given.data("ciphertext"),
            keyring=client.keyring,
            policy=client.policy,
            max_encrypted_data_keys=client.limit,
            context=context_of(given) or {},
            required=client.required,
            stream=_PIECE * stream,
        )
        with self._asking:
            return _result(beyond(request, self._abilities) or self._target.decrypt(request))


def _result(answer: Answer) -> bytes:
    if isinstance(answer, Given):
        return answer.data
    if isinstance(answer, Refused):
        raise Refusal(answer.error)
    if isinstance(answer, Unsupported):
        raise NotSupported(answer.reason)
    raise ProgramFault(f"{target_failures()[answer.code].means}: {answer.reason}")


def _cmm(given: Members) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The keyring below a CMM, and the context keys that are not stored."""
    kind, options = given.only(("Default", "RequiredEncryptionContext"))
    if kind == "Default":
        return _keyring(options.members("keyring")), ()
    keyring, required = _cmm(options.members("underlyingCMM"))
    return keyring, (*required, *options.texts("requiredEncryptionContextKeys"))


def _keyring(given: Members) -> dict[str, Any]:
    kind, options = given.only(("RawAes", "RawRsa", "Multi"))
    if kind == "Multi":
        generator = {"generator": _keyring(options.members("generator"))} if options.has("generator") else {}
        return {"type": "multi", **generator, "children": [_keyring(child) for child in options.below("childKeyrings")]}
    names = {"namespace": options.text("keyNamespace"), "name": options.text("keyName")}
    if kind == "RawRsa":
        halves = {half: _pem(options, f"{half}Key") for half in ("public", "private") if options.has(f"{half}Key")}
        return {"type": "raw-rsa", **names, "padding": options.choice("paddingScheme", PADDINGS_BY_NAME), **halves}
    key = options.data("wrappingKey")
    if len(key) != options.choice("wrappingAlg", WRAPPING_KEY_LENGTHS):
        raise RequestFault("wrappingKey: its length differs from that of wrappingAlg")
    return {"type": "raw-aes", **names, "key": key}


def _pem(given: Members, name: str) -> str:
    try:
        return given.data(name).decode("ascii")
    except UnicodeDecodeError:
        raise RequestFault(f"{name}: expected a PEM") from None

"""The configuration of a client in the contract of AWS's test servers, to a client and a CMM.

Strategy: the contract's keyrings and CMMs are written as a keyring file describes them; ``esdkit.cmm.config`` makes and bounds them.
Not here: what a request may be (``members``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager, DefaultCmm
from esdkit.cmm.config import read_keyring
from esdkit.engine.client import Client
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings import Keyring
from esdkit.serve.members import Members, RequestFault
from esdkit.spec import CONSTANTS, LIMITS, SUITES
from esdkit.targets.contract import PADDINGS, SUITE_NAMES, WRAPPING_ALGORITHMS

__all__ = [
    "PADDINGS_BY_NAME",
    "POLICIES_BY_NAME",
    "SUITES_BY_NAME",
    "WRAPPING_KEY_LENGTHS",
    "ConfiguredClient",
    "configured_client",
]

SUITES_BY_NAME = {name: SUITES[int(id_, 16)] for id_, name in SUITE_NAMES.items()}
"""The suites by the contract's names."""

POLICIES_BY_NAME = {str(policy): policy for policy in CommitmentPolicy}
WRAPPING_KEY_LENGTHS = {name: length for length, name in WRAPPING_ALGORITHMS.items()}
PADDINGS_BY_NAME = {theirs: ours for ours, theirs in PADDINGS.items()}
_KMS_RSA_ALGORITHMS = {name: name for name in CONSTANTS.kms_rsa_algorithms}

_Described = dict[str, Any]


@frozen
class ConfiguredClient:
    """A client, and what gives it its keys."""

    client: Client
    cmm: CryptographicMaterialsManager


def configured_client(config: Members, *, aws: bool) -> ConfiguredClient:
    """The client of a configuration.

    Args:
        config: the member ``config`` of CreateClient.
        aws: whether keyrings may ask AWS KMS.

    Raises:
        RequestFault: it does not follow the contract, or asks AWS where that is not allowed.
        EsdkError: esdkit refuses it.
    """
    policy = config.choice("commitmentPolicy", POLICIES_BY_NAME)
    limit = config.whole("maxEncryptedDataKeys") if config.has("maxEncryptedDataKeys") else None
    translation = _Translation(aws=aws)
    description = translation.cmm(config.members("cmm"))
    made = read_keyring(description, lambda source, lengths: translation.keys[source["file"]])
    client = Client(commitment_policy=policy, max_encrypted_data_keys=limit)
    return ConfiguredClient(client, DefaultCmm(made) if isinstance(made, Keyring) else made)


class _Translation:
    """One configuration on its way to a description; ``keys`` has the bytes that the description names."""

    def __init__(self, *, aws: bool) -> None:
        self._aws = aws
        self.keys: dict[str, bytes] = {}

    def cmm(self, given: Members) -> _Described:
        kind, options = given.only(_CMMS)
        return _CMMS[kind](self, options)

    def keyring(self, given: Members) -> _Described:
        kind, options = given.only(_KEYRINGS)
        return _KEYRINGS[kind](self, options)

    def default(self, given: Members) -> _Described:
        return self.keyring(given.members("keyring"))

    def required_context(self, given: Members) -> _Described:
        keys = given.texts("requiredEncryptionContextKeys")
        return {"required_context": {"keys": keys, "underlying": self.cmm(given.members("underlyingCMM"))}}

    def caching(self, given: Members) -> _Described:
        described: _Described = {"underlying": self.cmm(given.members("underlyingCMM")), "max_age": given.whole("cacheLimitTtlSeconds")}
        if given.has("partitionId"):
            described["partition_id"] = given.text("partitionId")
        for ours, theirs in (("max_bytes", "limitBytes"), ("max_messages", "limitMessages")):
            if given.has(theirs):
                described[ours] = given.whole(theirs)
        return {"caching": described}

    def raw_aes(self, given: Members) -> _Described:
        key, length = given.data("wrappingKey"), given.choice("wrappingAlg", WRAPPING_KEY_LENGTHS)
        if len(key) != length:
            raise UsageError(Code.INVALID_KEY, f"wrong length of the wrapping key: got {len(key)} bytes, wrappingAlg needs {length}")
        return {"raw_aes": {**_names(given), "wrapping_key": self._key(key)}}

    def raw_rsa(self, given: Members) -> _Described:
        return {"raw_rsa": {**_names(given), "padding": given.choice("paddingScheme", PADDINGS_BY_NAME), **self._halves(given)}}

    def multi(self, given: Members) -> _Described:
        described: _Described = {"children": [self.keyring(child) for child in given.below("childKeyrings")]}
        if given.has("generator"):
            described["generator"] = self.keyring(given.members("generator"))
        return {"multi": described}

    def kms(self, given: Members) -> _Described:
        return self._of_kms("kms", given, key_ids=[given.text("kmsKeyId")])

    def kms_mrk(self, given: Members) -> _Described:
        return self._of_kms("kms_mrk", given, key_ids=[given.text("kmsKeyId")])

    def kms_multi(self, given: Members) -> _Described:
        ids = given.texts("kmsKeyIds") if given.has("kmsKeyIds") else []
        described: _Described = {"children": [self._of_kms("kms", given, key_ids=[id_]) for id_ in ids]}
        if given.has("generator"):
            described["generator"] = self._of_kms("kms", given, key_ids=[given.text("generator")])
        return {"multi": described}

    def kms_discovery(self, given: Members) -> _Described:
        if not given.has("discoveryFilter"):
            return self._of_kms("kms_discovery", given)
        bounds = given.members("discoveryFilter")
        return self._of_kms("kms_discovery", given, partition=bounds.text("partition"), account_ids=bounds.texts("accountIds"))

    def kms_rsa(self, given: Members) -> _Described:
        options: _Described = self._halves(given)
        if given.has("encryptionAlgorithm"):
            options["encryption_algorithm"] = given.choice("encryptionAlgorithm", _KMS_RSA_ALGORITHMS)
        return self._of_kms("kms_rsa", given, key_id=given.text("kmsKeyId"), **options)

    def _of_kms(self, kind: str, given: Members, **options: Any) -> _Described:
        if not self._aws:
            raise RequestFault("this server does not ask AWS KMS; start it with: esdkit serve --aws")
        tokens = {"grant_tokens": given.texts("grantTokens")} if given.has("grantTokens") else {}
        return {kind: {**options, **tokens}}

    def _halves(self, given: Members) -> _Described:
        """The halves of an RSA key that are set."""
        halves = {"public_key": "publicKey", "private_key": "privateKey"}
        return {ours: self._pem(given.data(theirs)) for ours, theirs in halves.items() if given.has(theirs)}

    def _pem(self, pem: bytes) -> dict[str, str]:
        if len(pem) > LIMITS["serve_key_length"]:
            raise RequestFault(f"a PEM may have {LIMITS['serve_key_length']} bytes here, this one has {len(pem)}")
        return self._key(pem)

    def _key(self, key: bytes) -> dict[str, str]:
        """A name for a key."""
        name = f"key {len(self.keys)}"
        self.keys[name] = key
        return {"file": name}


def _names(given: Members) -> dict[str, str]:
    return {"namespace": given.text("keyNamespace"), "name": given.text("keyName")}


_Read = Callable[[_Translation, Members], _Described]
_CMMS: Mapping[str, _Read] = {
    "Default": _Translation.default,
    "RequiredEncryptionContext": _Translation.required_context,
    "Caching": _Translation.caching,
}
_KEYRINGS: Mapping[str, _Read] = {
    "RawAes": _Translation.raw_aes,
    "RawRsa": _Translation.raw_rsa,
    "Multi": _Translation.multi,
    "AwsKms": _Translation.kms,
    "AwsKmsMrk": _Translation.kms_mrk,
    "AwsKmsMultiKeyring": _Translation.kms_multi,
    "AwsKmsDiscovery": _Translation.kms_discovery,
    "AwsKmsRsa": _Translation.kms_rsa,
}

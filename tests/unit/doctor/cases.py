"""Messages and keyrings that the tests of the doctor share."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from esdkit import Client
from esdkit.cmm import DefaultCmm
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.outcomes import Outcome
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring
from tests.samples import native_ciphertext, native_keys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

__all__ = [
    "BLOB",
    "KEY_ID",
    "MULTI",
    "NAMESPACE",
    "aes",
    "cells",
    "diagnosed",
    "encrypted",
    "hints",
    "other_rsa_key",
    "rsa",
    "rsa_public_pem",
]

MULTI = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
NAMESPACE = "esdkit-vectors"
BLOB = bytes.fromhex("0102020078") + bytes(range(100, 250))  # begins as those of AWS KMS
KEY_ID = b"1234abcd-12ab-34cd-56ef-1234567890ab"


def aes(name: str | bytes = "aes-256", *, namespace: str = NAMESPACE, material: str = "aes-256") -> RawAesKeyring:
    """A raw AES keyring over one of the native keys."""
    return RawAesKeyring(namespace, name, base64.b64decode(native_keys()[material]["material"]))


@cache
def rsa(padding: str = "oaep-sha256", name: str | bytes = "rsa-2048", namespace: str = NAMESPACE) -> RawRsaKeyring:
    """A raw RSA keyring over a native key pair."""
    private = native_keys()["rsa-2048-private"]["material"]
    return RawRsaKeyring(namespace, name, padding, private_key=private, public_key=rsa_public_pem())


def rsa_public_pem() -> bytes:
    """The public key of that pair."""
    pem: str = native_keys()["rsa-2048-public"]["material"]
    return pem.encode()


@cache
def other_rsa_key() -> RSAPrivateKey:
    """An RSA key that no message has, as long as the native one."""
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    return generate_private_key(65537, 2048)


def encrypted(keyring: Keyring, *, context: Mapping[str, str] | None = None, algorithm: str = "0478") -> bytes:
    """A message of twenty bytes."""
    policy = "REQUIRE_ENCRYPT_REQUIRE_DECRYPT" if algorithm in ("0478", "0578") else "FORBID_ENCRYPT_ALLOW_DECRYPT"
    client = Client(commitment_policy=policy)
    return client.encrypt(source=b"twenty bytes of text", keyring=keyring, encryption_context=context, algorithm=algorithm)[0]


def diagnosed(
    data: bytes, *keyrings: Keyring, context: Mapping[str, str] | None = None, policy: str = "", all_keys: bool = False
) -> Diagnosis:
    """The diagnosis with some keyrings, under a policy that reads every suite unless another is named."""
    cmm = DefaultCmm(MultiKeyring(children=keyrings)) if keyrings else None
    return diagnose(data, cmm=cmm, encryption_context=context, policy=policy or "REQUIRE_ENCRYPT_ALLOW_DECRYPT", all_keys=all_keys)


def cells(diagnosis: Diagnosis) -> list[tuple[int, int, Outcome]]:
    """The table: data key, configured key, outcome."""
    return [(cell.edk_index, cell.key_index, cell.outcome) for cell in diagnosis.cells]


def hints(diagnosis: Diagnosis) -> list[str]:
    """What is nearly right, in the table's order."""
    return [cell.hint for cell in diagnosis.cells if cell.hint is not None]

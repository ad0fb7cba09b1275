"""The newer interface of the Python SDK: keyrings of the Material Providers Library (MPL) for the keyrings of a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.models import (
    AesWrappingAlg,
    CreateDefaultCryptographicMaterialsManagerInput,
    CreateMultiKeyringInput,
    CreateRawAesKeyringInput,
    CreateRawEcdhKeyringInput,
    CreateRawRsaKeyringInput,
    CreateRequiredEncryptionContextCMMInput,
    EphemeralPrivateKeyToStaticPublicKeyInput,
    PaddingScheme,
    PublicKeyDiscoveryInput,
    RawEcdhStaticConfigurationsEphemeralPrivateKeyToStaticPublicKey,
    RawEcdhStaticConfigurationsPublicKeyDiscovery,
    RawEcdhStaticConfigurationsRawPrivateKeyToStaticPublicKey,
    RawPrivateKeyToStaticPublicKeyInput,
)
from aws_cryptography_primitives.smithygenerated.aws_cryptography_primitives.models import ECDHCurveSpec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from tools.drivers.python.request import Keyring, RequestError, Unsupported, decoded

__all__ = ["KEYS", "LIBRARY", "REQUIRED_CONTEXT", "keyring_of", "materials", "multi_keyring"]

KEYS = ("raw-aes", "raw-rsa", "raw-ecdh", "multi")
REQUIRED_CONTEXT = True
LIBRARY = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())

_WRAPPING = {
    16: AesWrappingAlg.ALG_AES128_GCM_IV12_TAG16,
    24: AesWrappingAlg.ALG_AES192_GCM_IV12_TAG16,
    32: AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16,
}
_PADDINGS = {
    "pkcs1": PaddingScheme.PKCS1,
    "oaep-sha1": PaddingScheme.OAEP_SHA1_MGF1,
    "oaep-sha256": PaddingScheme.OAEP_SHA256_MGF1,
    "oaep-sha384": PaddingScheme.OAEP_SHA384_MGF1,
    "oaep-sha512": PaddingScheme.OAEP_SHA512_MGF1,
}
_CURVES = {"P-256": ECDHCurveSpec.ECC_NIST_P256, "P-384": ECDHCurveSpec.ECC_NIST_P384, "P-521": ECDHCurveSpec.ECC_NIST_P521}


def _raw_aes(keyring: Keyring) -> Any:
    key = decoded(keyring["key"])
    if len(key) not in _WRAPPING:
        raise RequestError("an AES key has 16, 24 or 32 bytes")
    names = {"key_namespace": keyring["namespace"], "key_name": keyring["name"]}
    return LIBRARY.create_raw_aes_keyring(CreateRawAesKeyringInput(**names, wrapping_key=key, wrapping_alg=_WRAPPING[len(key)]))


def _raw_rsa(keyring: Keyring) -> Any:
    names = {"key_namespace": keyring["namespace"], "key_name": keyring["name"]}
    keys = {f"{side}_key": keyring[side].encode("ascii") for side in ("public", "private") if side in keyring}
    return LIBRARY.create_raw_rsa_keyring(CreateRawRsaKeyringInput(**names, padding_scheme=_PADDINGS[keyring["padding"]], **keys))


def _der(pem: str) -> bytes:
    return load_pem_public_key(pem.encode("ascii")).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _static(keyring: Keyring) -> Any:
    keys = {"sender_static_private_key": keyring["private"].encode("ascii"), "recipient_public_key": _der(keyring["public"])}
    return RawEcdhStaticConfigurationsRawPrivateKeyToStaticPublicKey(RawPrivateKeyToStaticPublicKeyInput(**keys))


def _ephemeral(keyring: Keyring) -> Any:
    given = EphemeralPrivateKeyToStaticPublicKeyInput(recipient_public_key=_der(keyring["public"]))
    return RawEcdhStaticConfigurationsEphemeralPrivateKeyToStaticPublicKey(given)


def _discovery(keyring: Keyring) -> Any:
    given = PublicKeyDiscoveryInput(recipient_static_private_key=keyring["private"].encode("ascii"))
    return RawEcdhStaticConfigurationsPublicKeyDiscovery(given)


_SCHEMAS: Mapping[str, Callable[[Keyring], Any]] = {"discovery": _discovery, "ephemeral": _ephemeral, "static": _static}


def _raw_ecdh(keyring: Keyring) -> Any:
    scheme = _SCHEMAS[keyring["schema"]](keyring)
    return LIBRARY.create_raw_ecdh_keyring(CreateRawEcdhKeyringInput(curve_spec=_CURVES[keyring["curve"]], key_agreement_scheme=scheme))


def multi_keyring(generator: Any, children: list[Any]) -> Any:
    """The multi-keyring of keyrings that are made; ``generator`` may be None."""
    return LIBRARY.create_multi_keyring(CreateMultiKeyringInput(generator=generator, child_keyrings=children))


def _multi(keyring: Keyring) -> Any:
    generator = keyring.get("generator")
    return multi_keyring(generator and keyring_of(generator), [keyring_of(child) for child in keyring["children"]])


_MAKERS: Mapping[str, Callable[[Keyring], Any]] = {"multi": _multi, "raw-aes": _raw_aes, "raw-ecdh": _raw_ecdh, "raw-rsa": _raw_rsa}


def keyring_of(keyring: Keyring) -> Any:
    """The MPL keyring for the keyring of a request."""
    make = _MAKERS.get(keyring["type"])
    if make is None:
        raise Unsupported(f"the SDK has no keyring for {keyring['type']}")
    return make(keyring)


def materials(keyring: Keyring, required: Sequence[str] = ()) -> dict[str, Any]:
    """The keyring as the keyword argument of the SDK's ``encrypt`` and ``decrypt``, with the context keys that are not to be stored."""
    made = keyring_of(keyring)
    if not required:
        return {"keyring": made}
    manager = LIBRARY.create_default_cryptographic_materials_manager(CreateDefaultCryptographicMaterialsManagerInput(keyring=made))
    given = CreateRequiredEncryptionContextCMMInput(underlying_cmm=manager, required_encryption_context_keys=list(required))
    return {"materials_manager": LIBRARY.create_required_encryption_context_cmm(given)}

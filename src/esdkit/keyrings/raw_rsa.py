"""The raw RSA keyring: data keys wrapped with an RSA key pair, or half of one, that you have (framework/raw-rsa-keyring.md).

Strategy: the encrypted data key names namespace and key and carries the RSA output; the encryption context is not bound to it (DEC-G46).
Invariants: neither key is derived from the other. All failures of RSA give one reason, and a wrong length is one of them: with PKCS #1 v1.5
a changed ciphertext decrypts to random bytes, and nobody may learn from us what they were. If by chance they have the right length, the
commitment or the header tag fails.
The RSA part of the cryptography package is imported when a keyring is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from esdkit.columns import text_or_bytes
from esdkit.crypto.key_material import Half, key_refused
from esdkit.errors import Attempt, Code, UsageError
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Refused,
    encode_name,
    encode_namespace,
    open_first,
    require_no_data_key,
    shown_name,
    unwrap_failed,
    with_some_data_key,
)
from esdkit.keyrings.description import Description, Key, KeyName, Text
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import CONSTANTS, DATA_KEY_LENGTHS

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

__all__ = ["DESCRIPTIONS", "RawRsaKeyring", "rsa_padding", "rsa_public_key", "rsa_public_pem"]

_REFUSED = "RSA decryption gave no data key of the suite's length"


class RawRsaKeyring:
    """Wraps data keys with an RSA key pair that you have. The public key encrypts, the private key decrypts.

    Args:
        namespace: the provider id of its encrypted data keys; must not start with ``aws-kms``.
        name: the name of the key, which is the whole provider information: text, or bytes that need not be UTF-8.
        padding: ``pkcs1``, ``oaep-sha1``, ``oaep-sha256``, ``oaep-sha384`` or ``oaep-sha512`` (MGF1 with the same hash, empty label).
        public_key: wraps; PEM, or a key object of the cryptography package. None: the keyring only decrypts.
        private_key: unwraps; unencrypted PEM, or a key object of the cryptography package. None: the keyring only encrypts.

    Raises:
        UsageError: ``invalid-argument``: an unknown padding, or no key; the namespace or name has the wrong type, is too long or is
                reserved.
            ``invalid-key``: not an RSA key of its kind, an encrypted PEM, or too small for the padding and a data key.
    """

    def __init__(
        self,
        namespace: str,
        name: str | bytes,
        padding: str,
        public_key: bytes | str | RSAPublicKey | None = None,
        private_key: bytes | str | RSAPrivateKey | None = None,
    ) -> None:
        # Reqs: KEY-RSA-001, KEY-RSA-002, KEY-RSA-003, KEY-RSA-009, KEY-IFC-021
        self._provider_id, self._provider_info = encode_namespace(namespace), encode_name(name)
        self._namespace, self._name, self._padding_name = namespace, text_or_bytes(self._provider_info), padding
        self._padding = rsa_padding(padding)
        if public_key is None and private_key is None:
            raise UsageError(Code.INVALID_ARGUMENT, "a raw RSA keyring needs a public key, a private key or both")
        self._public_key = None if public_key is None else rsa_public_key(public_key, padding)
        self._private_key = None if private_key is None else _private_key(private_key, padding)

    def __repr__(self) -> str:
        return f"RawRsaKeyring(namespace={self._namespace!r}, name={shown_name(self._name)}, padding={self._padding_name!r})"

    @property
    def namespace(self) -> str:
        """The provider id of its encrypted data keys."""
        return self._namespace

    @property
    def name(self) -> str | bytes:
        """The name of the key; bytes when it is not UTF-8."""
        return self._name

    @property
    def padding(self) -> str:
        """The name of the padding."""
        return self._padding_name

    @property
    def has_private_key(self) -> bool:
        """Whether it can decrypt."""
        return self._private_key is not None

    def renamed(self, namespace: str, name: str | bytes) -> RawRsaKeyring:
        """A keyring with the same keys and padding under other names.

        Args:
            namespace: the other namespace.
            name: the other name.

        Raises:
            UsageError: ``invalid-argument``: one of them has the wrong type, is too long or is reserved.
        """
        return RawRsaKeyring(namespace, name, self._padding_name, self._public_key, self._private_key)

    def with_padding(self, padding: str) -> RawRsaKeyring:
        """A keyring with the same keys and another padding.

        Args:
            padding: the other padding.

        Raises:
            UsageError: ``invalid-argument``: an unknown padding. ``invalid-key``: a key is too small for it.
        """
        return RawRsaKeyring(self._namespace, self._name, padding, self._public_key, self._private_key)

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Generate the data key if there is none, and wrap it; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: no public key. ``invalid-key``: the key is too small for this data key and padding.
        """
        # Reqs: KEY-RSA-016, KEY-RSA-017
        if self._public_key is None:
            raise UsageError(Code.INVALID_ARGUMENT, f"{self!r} has no public key and cannot encrypt")
        materials, data_key = with_some_data_key(materials)
        try:
            ciphertext = self._public_key.encrypt(data_key, self._padding)
        except ValueError:
            raise UsageError(Code.INVALID_KEY, f"the public key of {self!r} is too small for this data key and padding") from None
        return materials.with_encrypted_data_key(EncryptedDataKey(self._provider_id, self._provider_info, ciphertext))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Unwrap the first encrypted data key that this key wrapped; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped, or there is no private key; ``attempts`` says why for each.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-IFC-002, KEY-RSA-008, KEY-RSA-010, KEY-RSA-014, KEY-RSA-015, KEY-RSA-018, KEY-RSA-020
        require_no_data_key(materials)
        private_key = self._private_key
        if private_key is None:
            attempt = Attempt(None, repr(self), "it has no private key and cannot decrypt")
            raise unwrap_failed("the raw RSA keyring has no private key", [attempt])
        length = materials.suite.data_key_length
        return open_first(self, materials, encrypted_data_keys, lambda key: self._open(key, private_key, length))

    def _open(self, encrypted_data_key: EncryptedDataKey, private_key: RSAPrivateKey, length: int) -> bytes:
        # Reqs: KEY-RSA-011, KEY-RSA-012, KEY-RSA-013, KEY-RSA-019, KEY-IFC-020
        if encrypted_data_key.provider_id != self._provider_id:
            raise Refused("its provider id differs from the keyring's namespace")
        if encrypted_data_key.provider_info != self._provider_info:
            raise Refused("its key name differs from the keyring's")
        try:
            data_key = private_key.decrypt(encrypted_data_key.ciphertext, self._padding)
        except ValueError:
            raise Refused(_REFUSED, tried=True) from None
        if len(data_key) != length:
            raise Refused(_REFUSED, tried=True)
        return data_key


def rsa_padding(name: str) -> AsymmetricPadding:
    """The padding of a name in ``raw_rsa.paddings`` (spec/constants.yaml).

    Raises:
        UsageError: ``invalid-argument``: there is no such name.
    """
    # Reqs: KEY-RSA-002, KEY-RSA-003, KEY-RSA-004
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    if name not in tuple(CONSTANTS.raw_rsa_paddings):  # a tuple compares what cannot be hashed, too
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown padding {name!r}: use {', '.join(CONSTANTS.raw_rsa_paddings)}")
    hash_name = CONSTANTS.raw_rsa_paddings[name]
    if hash_name is None:
        return padding.PKCS1v15()
    algorithm = getattr(hashes, hash_name.upper())()
    return padding.OAEP(mgf=padding.MGF1(algorithm), algorithm=algorithm, label=None)


def rsa_public_key(key: bytes | str | RSAPublicKey, padding: str) -> RSAPublicKey:
    """A public key that was given, PEM or object, large enough for a padding.

    Raises:
        UsageError: ``invalid-key``.
    """
    # Reqs: KEY-RSA-005, KEY-RSA-007
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    loaded = _load(key, load_pem_public_key, "public") if isinstance(key, bytes | str) else key
    if not isinstance(loaded, RSAPublicKey):
        raise UsageError(Code.INVALID_KEY, "the public key is not an RSA public key")
    _check_size(loaded.key_size, padding)
    return loaded


def rsa_public_pem(private_key: bytes, padding: str) -> bytes:
    """The public part of a private key in PEM, in PEM: official manifests encrypt with private keys.

    Raises:
        UsageError: ``invalid-key``.
    """
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public = _private_key(private_key, padding).public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _private_key(key: bytes | str | RSAPrivateKey, padding: str) -> RSAPrivateKey:
    # Reqs: KEY-RSA-006, KEY-RSA-007
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    loaded = _load(key, lambda pem: load_pem_private_key(pem, password=None), "private") if isinstance(key, bytes | str) else key
    if not isinstance(loaded, RSAPrivateKey):
        raise UsageError(Code.INVALID_KEY, "the private key is not an RSA private key")
    _check_size(loaded.key_size, padding)
    return loaded


def _check_size(key_size: int, padding: str) -> None:
    """``key_size`` in bits. What a padding takes of the modulus: RFC 8017, 7.1.1 and 7.2.1."""
    import hashlib  # here, because a diagnosis without keys only asks for the kind of a keyring

    hash_name = CONSTANTS.raw_rsa_paddings[padding]
    overhead = CONSTANTS.raw_rsa_pkcs1_overhead if hash_name is None else 2 * hashlib.new(hash_name).digest_size + 2
    if key_size // 8 - overhead < min(DATA_KEY_LENGTHS):
        raise UsageError(Code.INVALID_KEY, f"an RSA key of {key_size} bits is too small for {padding} and a data key")


def _load(pem: bytes | str, loader: Callable[[bytes], object], half: Half) -> object:
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        return loader(pem.encode("ascii") if isinstance(pem, str) else pem)
    except (ValueError, TypeError, UnsupportedAlgorithm):  # TypeError: an encrypted PEM. Its text may quote the key, so it is not chained.
        raise key_refused(f"the {half} key is not an unencrypted PEM {half} key", pem, half=half) from None


DESCRIPTIONS = {
    "raw_rsa": Description(
        RawRsaKeyring,
        {"namespace": Text(), "name": KeyName(), "padding": Text(tuple(CONSTANTS.raw_rsa_paddings))},
        {"public_key": Key(), "private_key": Key()},
    )
}

"""The default CMM: one keyring, and the key pair of signed messages (framework/default-cmm.md).

Strategy: decrypting first checks what needs no key: policy, agreement of the contexts, public key; then the keyring is called once.
Encrypting puts a new public key into a copy of the context. What the keyring returns is checked here, built-in or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from esdkit.cmm.base import (
    DecryptionRequest,
    EncryptionRequest,
    check_decrypt_suite,
    check_encrypt_suite,
    check_no_reserved_keys,
    check_reproduced_context,
    check_required_keys,
    public_key_text,
    reproduced_only,
)
from esdkit.crypto.rand import draw
from esdkit.crypto.signing import decode_public_key, generate_key_pair
from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    FreshKeys,
    KeyMaker,
    Keyring,
    Unwrapping,
    check_decrypted,
    check_encrypted,
    describe,
    wrapping_of,
)
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.model import EncryptedDataKey
from esdkit.message.template import ContextTemplate
from esdkit.spec import CONSTANTS, SignatureScheme

__all__ = ["DefaultCmm"]


class DefaultCmm:
    """Gets its data keys from one keyring.

    Args:
        keyring: any ``Keyring``.

    Raises:
        UsageError: ``invalid-argument``: not a keyring.
    """

    def __init__(self, keyring: Keyring) -> None:
        # Reqs: CMM-DEF-001
        if not (hasattr(keyring, "on_encrypt") and hasattr(keyring, "on_decrypt")):  # a protocol's isinstance takes ten times as long
            raise UsageError(
                Code.INVALID_ARGUMENT, f"{type(keyring).__name__} is not a keyring: it needs the methods on_encrypt and on_decrypt"
            )
        self._keyring = keyring

    def __repr__(self) -> str:
        return f"DefaultCmm({describe(self._keyring)})"

    @property
    def keyring(self) -> Keyring:
        """The keyring that it asks."""
        return self._keyring

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        """Choose the suite, generate a key pair if it signs, and let the keyring generate and wrap the data key.

        Args:
            request: what is asked for.

        Raises:
            UsageError: ``invalid-argument``: the context has a reserved key.
            PolicyError: ``policy-violation``: the policy does not encrypt with the suite.
            KeyringError: the keyring could not generate or wrap the data key.
            MaterialsError: ``required-context-missing``: the context lacks a required key. ``materials-invalid``: the keyring returned
                wrong materials.
        """
        # Reqs: CMM-DEF-008, CMM-DEF-009
        suite = request.suite or request.commitment_policy.default_suite
        check_encrypt_suite(request.commitment_policy, suite)
        # Reqs: CMM-DEF-010
        check_no_reserved_keys(request.encryption_context)
        # Reqs: CMM-IFC-017
        check_required_keys(request.required_context_keys, request.encryption_context, writing=True)
        # Reqs: CMM-DEF-011, CMM-DEF-012
        context = request.encryption_context
        signing_key = None
        if suite.signature is not None:
            signing_key, public_key = generate_key_pair(suite.signature, request.random)
            context = {**context, CONSTANTS.public_key_name: public_key}
        # Reqs: CMM-DEF-013, CMM-IFC-017
        materials = EncryptionMaterials(
            suite=suite,
            encryption_context=context,
            required_context_keys=request.required_context_keys,
            signing_key=signing_key,
            random=request.random,
        )
        return check_encrypted(materials, self._keyring.on_encrypt(materials))

    def key_maker(self, materials: EncryptionMaterials) -> KeyMaker | None:
        """How it makes the keys of messages like the first, if its keyring can say how it wraps data keys; see ``key_maker_of``.

        Args:
            materials: those of the first message.
        """
        random, suite, context = materials.random, materials.suite, materials.encryption_context
        wrap = wrapping_of(self._keyring, random)
        if wrap is None:
            return None
        scheme, length = suite.signature, suite.data_key_length
        if scheme is None:
            aad = serialize_encryption_context(context)

            def make() -> FreshKeys:
                data_key = draw(random, length)
                return data_key, wrap(data_key, aad), None, b""

            return make
        template = ContextTemplate(context)

        def make_signed() -> FreshKeys:
            signing_key, text = generate_key_pair(scheme, random)
            public_key = text.encode("ascii")
            data_key = draw(random, length)
            return data_key, wrap(data_key, template.serialized(public_key)), signing_key, public_key

        return make_signed

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        """Check policy, context and public key, and let the keyring unwrap the data key.

        Args:
            request: what is asked for.

        Raises:
            PolicyError: ``policy-violation``: the policy does not decrypt with the suite.
            AuthenticationError: ``encryption-context-mismatch``: the given context contradicts the stored one.
            MalformedMessage: ``public-key-missing``, ``public-key-unexpected``, ``public-key-malformed``.
            KeyringError: the keyring could not unwrap a data key.
            MaterialsError: ``materials-invalid``: the keyring returned wrong materials.
        """
        # Reqs: CMM-DEF-005
        check_decrypt_suite(request.commitment_policy, request.suite)
        # Reqs: CMM-IFC-018
        check_reproduced_context(request.encryption_context, request.reproduced_encryption_context)
        # Reqs: CMM-IFC-005, CMM-IFC-006
        added = reproduced_only(request.encryption_context, request.reproduced_encryption_context)
        context = {**request.encryption_context, **added} if added else request.encryption_context
        # Reqs: CMM-DEF-002, CMM-DEF-006, CMM-DEF-007, CMM-IFC-009
        public_key = public_key_text(context, request.suite)
        scheme = request.suite.signature
        materials = DecryptionMaterials(
            suite=request.suite,
            encryption_context=context,
            required_context_keys=frozenset(added),
            verification_key=None if public_key is None or scheme is None else decode_public_key(public_key, scheme),
            js_locale=request.js_locale,
        )
        return check_decrypted(materials, self._keyring.on_decrypt(materials, request.encrypted_data_keys))

    def unwrapping(self, materials: DecryptionMaterials) -> Unwrapping:
        """How it unwraps the data keys of messages that differ from the first in their keys alone; see ``unwrapping_of``.

        Args:
            materials: those of the first message.
        """
        scheme, first = materials.suite.signature, materials.without_data_key()

        def unwrap(encrypted_data_keys: Sequence[EncryptedDataKey], public_key: bytes) -> DecryptionMaterials:
            wanted = first if scheme is None else _signed(first, public_key.decode("utf-8"), scheme)
            return check_decrypted(wanted, self._keyring.on_decrypt(wanted, encrypted_data_keys))

        return unwrap


def _signed(materials: DecryptionMaterials, public_key: str, scheme: SignatureScheme) -> DecryptionMaterials:
    """The materials of a message that differs in its public key, as the context carries it."""
    return DecryptionMaterials(
        suite=materials.suite,
        encryption_context={**materials.encryption_context, CONSTANTS.public_key_name: public_key},
        required_context_keys=materials.required_context_keys,
        verification_key=decode_public_key(public_key, scheme),
        js_locale=materials.js_locale,
    )

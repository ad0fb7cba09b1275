"""What a cryptographic materials manager (CMM) is asked and must return, and the rules that CMMs share.

Strategy: every rule is one small function, so that a staged check can apply one of them alone: the policy, the agreement of the stored with
the given context, the public key. Whoever calls a CMM checks what it returns with ``check_encryption_materials`` or
``check_decryption_materials``.
Invariants: contexts are never changed in place; the reproduced context is compared with the stored one before any keyring is asked.
Not here: unwrapping (keyrings), tags and commitment (engine).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from esdkit.crypto.rand import RandomSource, system_random
from esdkit.crypto.secret import Secret
from esdkit.crypto.signing import encode_public_key, is_public_key, is_signing_key
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message.model import EncryptedDataKey
from esdkit.message.rules import public_key_problem
from esdkit.spec import CONSTANTS, POLICIES, SUITES, CommitmentRule, Suite, error_for

__all__ = [
    "CommitmentPolicy",
    "CryptographicMaterialsManager",
    "DecryptionRequest",
    "EncryptionRequest",
    "check_decrypt_suite",
    "check_decryption_materials",
    "check_encrypt_suite",
    "check_encryption_materials",
    "check_no_reserved_keys",
    "check_reproduced_context",
    "check_required_keys",
    "public_key_text",
    "reproduced_only",
]

_CONTEXT_PATH = "header.encryption_context"
_RESERVED = CONSTANTS.reserved_context_prefix
_SUITE_PATH = "header.algorithm_suite_id"


class CommitmentPolicy(StrEnum):
    """Which suites a client encrypts and decrypts with, by whether they have key commitment (spec/suites.yaml, ``commitment_policies``)."""

    # Reqs: ALG-POL-001

    FORBID_ENCRYPT_ALLOW_DECRYPT = "FORBID_ENCRYPT_ALLOW_DECRYPT"
    REQUIRE_ENCRYPT_ALLOW_DECRYPT = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"
    REQUIRE_ENCRYPT_REQUIRE_DECRYPT = "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"

    @property
    def rule(self) -> CommitmentRule:
        """What the policy allows."""
        return POLICIES[self._value_]  # ``value`` goes through a descriptor that takes longer than all the rest

    @property
    def default_suite(self) -> Suite:
        """The suite to encrypt with if none is named."""
        # Reqs: ALG-POL-004, ALG-POL-007
        return SUITES[self.rule.default_suite]


@frozen(kw_only=True)
class EncryptionRequest:
    """Asks for materials to encrypt one message.

    Attributes:
        encryption_context: the pairs given to the client; may be empty.
        commitment_policy: the client's policy.
        suite: the suite to use; None for the policy's default.
        required_context_keys: keys of the context to authenticate but not store.
        max_plaintext_length: a bound on the plaintext, in bytes; None if unknown.
        random: the source of keys and IVs.
    """

    # Reqs: CMM-IFC-015

    encryption_context: Mapping[str, str]
    commitment_policy: CommitmentPolicy
    suite: Suite | None = None
    required_context_keys: frozenset[str] = frozenset()
    max_plaintext_length: int | None = None
    random: RandomSource = system_random


@frozen(kw_only=True)
class DecryptionRequest:
    """Asks for materials to decrypt one message.

    Attributes:
        suite: the suite in the header.
        commitment_policy: the client's policy.
        encrypted_data_keys: those in the header, in its order.
        encryption_context: the pairs stored in the header; may be empty.
        reproduced_encryption_context: the pairs given to the client; may be empty.
        js_locale: as in ``DecryptionMaterials``.
    """

    # Reqs: CMM-IFC-002, CMM-IFC-003

    suite: Suite
    commitment_policy: CommitmentPolicy
    encrypted_data_keys: Sequence[EncryptedDataKey]
    encryption_context: Mapping[str, str]
    reproduced_encryption_context: Mapping[str, str] = field(default_factory=dict)
    # Reqs: CLI-CFG-012
    js_locale: bool = False


@runtime_checkable
class CryptographicMaterialsManager(Protocol):
    """Assembles the materials of a message (framework/cmm-interface.md). Any object with these two methods is one."""

    # Reqs: CMM-IFC-001, CMM-IFC-014

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        """Materials to encrypt a message.

        Args:
            request: what is asked for.

        Raises:
            EsdkError: there are no such materials.
        """
        ...

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        """Materials to decrypt a message.

        Args:
            request: what is asked for.

        Raises:
            EsdkError: there are no such materials.
        """
        ...


def check_encrypt_suite(policy: CommitmentPolicy, suite: Suite) -> None:
    """Check a suite to encrypt with.

    Raises:
        PolicyError: ``policy-violation``.
    """
    # Reqs: ALG-POL-003, ALG-POL-006
    if suite.commitment != (policy.rule.encrypt == "committing"):
        raise error_for(Code.POLICY_VIOLATION, f"{policy} does not encrypt with suite {suite}", path=_SUITE_PATH, writing=True)


def check_decrypt_suite(policy: CommitmentPolicy, suite: Suite) -> None:
    """Check a suite to decrypt with.

    Raises:
        PolicyError: ``policy-violation``.
    """
    # Reqs: ALG-POL-002, ALG-POL-005, ALG-POL-008
    if policy.rule.decrypt == "committing" and not suite.commitment:
        raise error_for(Code.POLICY_VIOLATION, f"{policy} does not decrypt with suite {suite}", path=_SUITE_PATH)


def check_no_reserved_keys(encryption_context: Mapping[str, str]) -> None:
    """Check a context to encrypt with: the reserved prefix is the library's own. On decrypt such keys are accepted (DEC-G55, DEC-G56).

    Raises:
        UsageError: ``invalid-argument``.
    """
    # Reqs: FMT-AAD-018
    for key in encryption_context:
        if key.startswith(_RESERVED):
            what = f"the context key {key!r} starts with {_RESERVED}, which is reserved"
            raise UsageError(Code.INVALID_ARGUMENT, what, path="encryption_context")


def check_reproduced_context(stored: Mapping[str, str], reproduced: Mapping[str, str]) -> None:
    """Check whether the context that was given agrees with the one in the header.

    Raises:
        AuthenticationError: ``encryption-context-mismatch``: a key has different values in them.
    """
    # Reqs: CMM-IFC-004, CMM-REQ-008
    for key in sorted(reproduced.keys() & stored.keys()) if reproduced else ():
        if stored[key] != reproduced[key]:
            what = f"stored value of {key!r} differs from the one you gave"
            raise error_for(Code.ENCRYPTION_CONTEXT_MISMATCH, what, path=_CONTEXT_PATH)


def reproduced_only(stored: Mapping[str, str], reproduced: Mapping[str, str]) -> dict[str, str]:
    """The pairs that were given and are not stored in the header; they are authenticated all the same."""
    return {key: value for key, value in reproduced.items() if key not in stored} if reproduced else {}


def public_key_text(encryption_context: Mapping[str, str], suite: Suite) -> str | None:
    """The public key of a signed message, still encoded; None if the suite does not sign.

    Args:
        encryption_context: the pairs of the header, with or without those that were given: the key may be in either.
        suite: the suite in the header.

    Raises:
        MalformedMessage: ``public-key-missing``: the suite signs and there is no key. ``public-key-unexpected``: the suite does not sign
            and there is a key.
    """
    # Reqs: CMM-DEF-004, CMM-DEF-014
    text = encryption_context.get(CONSTANTS.public_key_name)
    problem = public_key_problem(suite, present=text is not None)
    if problem is not None:
        code, why = problem
        raise error_for(code, why, path=_CONTEXT_PATH)
    return text


def check_required_keys(required: frozenset[str], encryption_context: Mapping[str, str], *, writing: bool) -> None:
    """Check whether the context that was given has every required key.

    Raises:
        MaterialsError: ``required-context-missing``.
    """
    # Reqs: CMM-IFC-007, CMM-IFC-017
    if not required <= encryption_context.keys():
        names = ", ".join(map(repr, sorted(required - encryption_context.keys())))
        what = f"encryption_context lacks the required {names}"
        raise error_for(Code.REQUIRED_CONTEXT_MISSING, what, path=_CONTEXT_PATH, writing=writing)


def check_encryption_materials(request: EncryptionRequest, materials: object, *, of_default: bool = False) -> EncryptionMaterials:
    """Check what a CMM returned for a request to encrypt.

    Args:
        request: what was asked for.
        materials: what was returned.
        of_default: whether by a ``DefaultCmm``, which has just made signing key and public key: to compute the public key again would take
            a tenth of the time of a small message.

    Raises:
        MaterialsError: ``materials-invalid``: no data key of the suite's length, no encrypted data key, a missing or needless signing key,
            one of another curve or whose public key is not the one in the context, a suite that was not asked for, or required keys that
            are not listed or have no value.
        PolicyError: ``policy-violation``: the policy does not encrypt with the suite.
    """
    # Reqs: CMM-IFC-016, CMM-IFC-017, CMM-IFC-019, CMM-IFC-023
    if not isinstance(materials, EncryptionMaterials):
        raise _broken(f"must return EncryptionMaterials, not {type(materials).__name__}")
    if not isinstance(materials.suite, Suite):
        raise _broken(f"returned a suite that is not a Suite, but {type(materials.suite).__name__}")
    if request.suite is not None and not _same(materials.suite, request.suite):
        raise _broken("returned a suite that was not asked for")
    check_encrypt_suite(request.commitment_policy, materials.suite)
    _check_data_key(materials.suite, materials.data_key)
    if not materials.encrypted_data_keys:
        raise _broken("returned materials without an encrypted data key")
    if not _are_data_keys(materials.encrypted_data_keys):
        raise _broken("returned encrypted data keys that are not a sequence of EncryptedDataKey objects")
    _check_context(materials, request.encryption_context)
    if not of_default:
        _check_signing_key(materials)
    if not request.required_context_keys <= materials.required_context_keys <= materials.encryption_context.keys():
        raise _broken("returned required keys that do not include those asked for, or that have no value")
    return materials


def check_decryption_materials(request: DecryptionRequest, materials: object) -> DecryptionMaterials:
    """Check what a CMM returned for a request to decrypt.

    Raises:
        MaterialsError: ``materials-invalid``: no data key of the suite's length, a missing or needless verification key or one of another
            curve, a suite that is not the message's, or required keys that lack one that was given and is not stored, or that have no
            value.
    """
    # Reqs: CMM-IFC-006, CMM-IFC-007, CMM-IFC-008, CMM-IFC-010, CMM-IFC-011, CMM-IFC-019, CMM-IFC-020, CMM-IFC-024
    if not isinstance(materials, DecryptionMaterials):
        raise _broken(f"must return DecryptionMaterials, not {type(materials).__name__}")
    if not _same(materials.suite, request.suite):
        raise _broken("returned a suite that is not the message's")
    _check_data_key(materials.suite, materials.data_key)
    if materials.suite.signed != (materials.verification_key is not None):
        raise _broken("returned a verification key that the suite does not use, or no verification key for a suite that signs")
    if materials.suite.signature is not None and not is_public_key(materials.verification_key, materials.suite.signature):
        raise _broken(f"returned a verification key that is not a public key on {materials.suite.signature.curve}")
    _check_context(materials, request.encryption_context)
    added = reproduced_only(request.encryption_context, request.reproduced_encryption_context)
    if not added.keys() <= materials.required_context_keys <= materials.encryption_context.keys():
        raise _broken("returned required keys that lack one that was given and is not stored, or that have no value")
    return materials


def _are_data_keys(keys: object) -> bool:
    return isinstance(keys, Sequence) and all(isinstance(key, EncryptedDataKey) for key in keys)


def _same(one: Suite, other: Suite) -> bool:
    """Whether two suites are equal. They are nearly always the same object, and comparing field by field takes long."""
    return one is other or one == other


def _check_context(materials: EncryptionMaterials | DecryptionMaterials, asked: Mapping[str, str]) -> None:
    """A user's own CMM may return anything; what is not text would otherwise be blamed on the arguments."""
    context = materials.encryption_context
    are_texts = context is asked or all(isinstance(text, str) for text in (*context.keys(), *context.values()))
    if not are_texts or not isinstance(materials.required_context_keys, frozenset):
        raise _broken("returned a context that does not map text to text, or required keys that are not a frozenset")


def _check_signing_key(materials: EncryptionMaterials) -> None:
    """The key must be the one that readers find in the context: otherwise nobody can read the message."""
    # Reqs: CMM-IFC-021, CMM-IFC-022
    scheme, key = materials.suite.signature, materials.signing_key
    name = CONSTANTS.public_key_name
    text = materials.encryption_context.get(name)
    if (scheme is None) != (key is None):
        raise _broken("returned a signing key that the suite does not use, or no signing key for a suite that signs")
    if scheme is None:
        if text is not None:
            raise _broken(f"returned a context with {name} for a suite that does not sign")
        return
    if not is_signing_key(key, scheme):
        raise _broken(f"returned a signing key that is not a private key on {scheme.curve}")
    if text != encode_public_key(key.public_key()):
        raise _broken(f"returned a signing key whose public key is not the value of {name} in the context")


def _check_data_key(suite: Suite, data_key: object) -> None:
    if not isinstance(data_key, Secret) or len(data_key) != suite.data_key_length:
        raise _broken(f"returned no data key of {suite.data_key_length} bytes")


def _broken(what: str) -> EsdkError:
    return error_for(Code.MATERIALS_INVALID, f"the CMM {what}")

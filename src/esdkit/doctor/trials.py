"""Each encrypted data key against each configured key, alone: what opens, what does not, and what is nearly right.

Strategy: a CMM is taken apart into its keyrings, and a keyring of several into its parts. Each gets one encrypted data key, and a data key
that it returns is tried on the header, which shows whether it is the right one. What a keyring refused without trying is compared with what
is stored, because most failures are a name that differs a little.
Invariants: nothing is tried that the keyring would not try itself, except RSA's other paddings, which are reported only when the header
verifies under the data key that they give, so that nothing becomes a padding oracle. The number of trials is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Literal, Protocol, runtime_checkable

from esdkit.cmm import CryptographicMaterialsManager
from esdkit.cmm.base import reproduced_only
from esdkit.doctor.claims import MAX_DATA_KEYS
from esdkit.doctor.near import belongs, near_miss
from esdkit.engine.session import DecryptSession
from esdkit.errors import Attempt, Code, DataKeyUnwrapError, EsdkError
from esdkit.frozen import frozen
from esdkit.keyrings import DecryptionMaterials, Keyring, RawRsaKeyring
from esdkit.keyrings.base import check_decrypted, describe
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.message.providers import wrapping_key
from esdkit.spec import CONSTANTS, error_codes, kms_advice

__all__ = ["MAX_KEYS", "KeyTrial", "Outcome", "flatten_keyrings", "trial_matrix"]

MAX_KEYS = 16
_MAX_DEPTH = 16

Outcome = Literal["opens", "wrong-data-key", "other-padding", "does-not-open", "not-reached", "other-name", "other-kind"]


@frozen
class KeyTrial:
    """One encrypted data key and one configured key.

    Attributes:
        edk_index: position in the message's list.
        key_index: position among the configured keys.
        outcome: ``opens``: it gives the data key of this message. ``wrong-data-key``: it gives one under which the header does not verify.
            ``other-padding``: its RSA key opens it with another padding. ``does-not-open``: it was tried and failed. ``not-reached``: it
            is the right key, and could not be reached. ``other-name``: of the same kind, for another key. ``other-kind``: it is for
            another kind of keyring.
        reason: one line.
        hint: what is nearly right, or what to do; None when there is nothing to say.
    """

    edk_index: int
    key_index: int
    outcome: Outcome
    reason: str
    hint: str | None = None


@runtime_checkable
class _Layer(Protocol):
    @property
    def underlying(self) -> CryptographicMaterialsManager: ...


@runtime_checkable
class _Bottom(Protocol):
    @property
    def keyring(self) -> Keyring: ...


@runtime_checkable
class _Several(Protocol):
    @property
    def keyrings(self) -> tuple[Keyring, ...]: ...


def flatten_keyrings(cmm: CryptographicMaterialsManager) -> tuple[Keyring, ...]:
    """The keyrings below a CMM, each alone and in the order in which they are asked; none for a CMM that does not show them."""
    below: object = cmm
    for _ in range(_MAX_DEPTH):
        if not isinstance(below, _Layer):
            break
        below = below.underlying
    return tuple(_parts(below.keyring, _MAX_DEPTH)) if isinstance(below, _Bottom) else ()


def _parts(keyring: Keyring, depth: int) -> Iterator[Keyring]:
    if isinstance(keyring, _Several) and depth:
        for part in keyring.keyrings:
            yield from _parts(part, depth - 1)
    else:
        yield keyring


def trial_matrix(
    session: DecryptSession, keyrings: Sequence[Keyring], reproduced: Mapping[str, str], compat: frozenset[str] = frozenset()
) -> tuple[KeyTrial, ...]:
    """Try each keyring on each encrypted data key, the first ``MAX_KEYS`` and ``MAX_DATA_KEYS`` of them.

    Args:
        session: of the message; its materials are not touched.
        keyrings: as ``flatten_keyrings`` gives them.
        reproduced: the context pairs that were given.
        compat: defects whose messages verify nevertheless.
    """
    # Reqs: CLI-DOC-006, CLI-DOC-007, CLI-DOC-008
    header = session.header
    added = reproduced_only(header.encryption_context, reproduced)
    materials = DecryptionMaterials(
        suite=header.suite,
        encryption_context=MappingProxyType({**header.encryption_context, **added}),
        required_context_keys=frozenset(added),
    )
    trial = _Trial(session.raw_header, header, materials, compat)
    return tuple(
        trial.with_keyring(edk_index, edk, key_index, keyring)
        for edk_index, edk in enumerate(header.encrypted_data_keys[:MAX_DATA_KEYS])
        for key_index, keyring in enumerate(keyrings[:MAX_KEYS])
    )


def _is_of_kms(attempt: Attempt) -> bool:
    """Whether KMS refused, or could not be reached: then the hint is the advice for its error."""
    return attempt.hint is not None and attempt.hint in _kms_hints()


@cache
def _kms_hints() -> frozenset[str]:
    general = error_codes()[Code.KMS_FAILED].hint
    return frozenset([row.advice for row in kms_advice().values()] + ([] if general is None else [general]))


@frozen
class _Trial:
    """One message under one set of materials."""

    raw_header: bytes
    header: Header
    materials: DecryptionMaterials
    compat: frozenset[str]

    def with_keyring(self, edk_index: int, edk: EncryptedDataKey, key_index: int, keyring: Keyring) -> KeyTrial:
        outcome, reason, hint = self._outcome(edk, keyring)
        return KeyTrial(edk_index, key_index, outcome, reason, hint)

    def _outcome(self, edk: EncryptedDataKey, keyring: Keyring) -> tuple[Outcome, str, str | None]:
        try:
            opened = check_decrypted(self.materials, keyring.on_decrypt(self.materials, [edk]))
        except DataKeyUnwrapError as error:
            return self._refused(edk, keyring, error.attempts[0] if error.attempts else Attempt(0, describe(keyring), error.message))
        except EsdkError as error:
            return "not-reached", error.message, error.hint
        problem = self._header_problem(opened)
        if problem is None:
            return "opens", "the header verifies under what it gives", None
        return "wrong-data-key", f"it gives a data key, but {problem.message}", None

    def _refused(self, edk: EncryptedDataKey, keyring: Keyring, attempt: Attempt) -> tuple[Outcome, str, str | None]:
        key = wrapping_key(edk)
        own = belongs(key, keyring)
        if attempt.tried:
            padding = self._padding_hint(edk, keyring)
            return ("does-not-open", attempt.reason, attempt.hint) if padding is None else ("other-padding", attempt.reason, padding)
        if own == "own" or _is_of_kms(attempt):
            return "not-reached", attempt.reason, attempt.hint
        hint = near_miss(key, keyring) or attempt.hint
        return ("other-kind" if own == "other-kind" else "other-name"), attempt.reason, hint

    def _padding_hint(self, edk: EncryptedDataKey, keyring: Keyring) -> str | None:
        """Whether another padding opens it."""
        if not isinstance(keyring, RawRsaKeyring):
            return None
        for padding in CONSTANTS.raw_rsa_paddings:
            if padding == keyring.padding:
                continue
            try:
                opened = keyring.with_padding(padding).on_decrypt(self.materials, [edk])
            except EsdkError:
                continue
            if self._header_problem(opened) is None:
                return f"It opens with the padding {padding}."
        return None

    def _header_problem(self, opened: DecryptionMaterials) -> EsdkError | None:
        """Why the header does not verify under a data key; None when it does."""
        session = DecryptSession(self.raw_header, self.header)
        session.materials = opened
        try:
            session.derive()
            session.verify_header(self.compat)
        except EsdkError as error:
            return error
        return None

"""Each encrypted data key against each configured key, alone: what opens, what does not, and what is nearly right.

Strategy: a CMM is taken apart into its keyrings, and a keyring of several into its parts. Each gets one encrypted data key, and a data key
that it returns is tried on the header, which shows whether it is the right one. What a keyring refused without trying is compared with what
is stored, because most failures are a name that differs a little.
Invariants: nothing is tried that the keyring would not try itself, except other uses of the bytes of a raw key (other_uses). Of an RSA key
these count only when the header verifies under the data key that they give, so that nothing becomes a padding oracle. The number of trials
is bounded. AWS is asked once for each request, and only for those that decrypting makes, unless all pairs are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from types import MappingProxyType
from typing import NamedTuple

from esdkit.cmm.base import reproduced_only
from esdkit.doctor.claims import MAX_DATA_KEYS
from esdkit.doctor.context_order import MAX_PAIRS, opening_order
from esdkit.doctor.near_keys import belongs, near_miss
from esdkit.doctor.other_uses import other_uses
from esdkit.doctor.outcomes import OTHER_USES, Outcome
from esdkit.engine.compat import JS_LOCALE
from esdkit.engine.session import DecryptSession
from esdkit.errors import Attempt, DataKeyUnwrapError, EsdkError, KeyringError
from esdkit.frozen import frozen
from esdkit.keyrings import DecryptionMaterials, Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.keyrings.base import FILTER, check_decrypted, describe
from esdkit.keyrings.memory import NOT_ASKED, ask_no_more
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.message.providers import wrapping_key
from esdkit.spec import LIMITS

__all__ = ["MAX_KEYS", "KeyTrial", "trial_matrix"]

MAX_KEYS = LIMITS["doctor_keys"]

_VERIFIES = "the header verifies under what it gives"
_UNUSED: Mapping[str | None, Outcome] = {FILTER: "filtered", NOT_ASKED: "not-asked"}


@frozen
class KeyTrial:
    """One encrypted data key and one configured key.

    Attributes:
        edk_index: position in the message's list.
        key_index: position among the configured keys.
        outcome: ``opens``: it gives the data key of this message. ``wrong-data-key``: it gives one under which the header does not verify.
            ``does-not-open``: it was tried and failed. ``no-private-key``: it is a public key. ``not-reached``: it is the right key, and
            could not be used. ``filtered``: the filter of discovery excludes its key. ``not-asked``: AWS was not
            asked, since decrypting would not ask. ``other-name``: of the same kind, for another key. ``other-kind``: it is for another
            kind of keyring. The others say that its bytes open it in another use. ``opens-renamed``: under other names, perhaps with
            another padding. ``other-padding``: with another padding alone. ``other-order``: it is bound to the context in another order.
            ``is-wrapping-key``, ``is-data-key``: it was given as the other of the two.
        reason: one line.
        hint: what is nearly right, or what to do; None when there is nothing to say.
        code: as in ``Attempt``.
    """

    edk_index: int
    key_index: int
    outcome: Outcome
    reason: str
    hint: str | None = None
    code: str | None = None


class _Found(NamedTuple):
    """Outcome, reason, hint and code of a trial."""

    outcome: Outcome
    reason: str
    hint: str | None = None
    code: str | None = None


def trial_matrix(
    session: DecryptSession,
    keyrings: Sequence[Keyring],
    reproduced: Mapping[str, str],
    compat: frozenset[str] = frozenset(),
    *,
    asked: bool = False,
    ask_all: bool = False,
) -> tuple[KeyTrial, ...]:
    """Try each keyring on each encrypted data key, the first ``MAX_KEYS`` and ``MAX_DATA_KEYS`` of them; below ``keep_answers``.

    Args:
        session: of the message; its materials are not touched.
        keyrings: as ``flatten_keyrings`` gives them.
        reproduced: the context pairs that were given.
        compat: defects whose messages verify nevertheless.
        asked: whether the keyrings have been asked as decrypting asks.
        ask_all: whether AWS is asked for each pair; otherwise for no more than decrypting asks.
    """
    # Reqs: CLI-DOC-006, CLI-DOC-007, CLI-DOC-008, CLI-DOC-023
    header = session.header
    added = reproduced_only(header.encryption_context, reproduced)
    materials = DecryptionMaterials(
        js_locale=JS_LOCALE in compat,
        suite=header.suite,
        encryption_context=MappingProxyType({**header.encryption_context, **added}),
        required_context_keys=frozenset(added),
    )
    if not asked:
        with suppress(EsdkError):
            MultiKeyring(children=keyrings).on_decrypt(materials, header.encrypted_data_keys)
    trial, edks = _Trial(session.raw_header, header, materials, compat), header.encrypted_data_keys[:MAX_DATA_KEYS]
    with nullcontext() if ask_all else ask_no_more():
        columns = [trial.of_keyring(keyring, edks) for keyring in keyrings[:MAX_KEYS]]
    return tuple(
        KeyTrial(edk_index, key_index, *column[edk_index]) for edk_index in range(len(edks)) for key_index, column in enumerate(columns)
    )


def _refused(edk: EncryptedDataKey, keyring: Keyring, attempt: Attempt) -> _Found:
    """What a keyring says of a data key that it did not open."""
    key = wrapping_key(edk)
    own = belongs(key, keyring)
    raw = isinstance(keyring, RawAesKeyring | RawRsaKeyring)
    if isinstance(keyring, RawRsaKeyring) and not keyring.has_private_key and own != "other-kind":
        return _Found("no-private-key", attempt.reason, "Give the private key of this pair, which alone decrypts.")
    if isinstance(keyring, StaticDataKeyring):  # its data key has another length
        return _Found("wrong-data-key", attempt.reason)
    if attempt.tried or (own == "own" and raw):
        return _Found("does-not-open", attempt.reason, attempt.hint, attempt.code)
    if own == "own" or attempt.code is not None:
        return _Found(_UNUSED.get(attempt.code, "not-reached"), attempt.reason, attempt.hint, attempt.code)
    return _Found("other-kind" if own == "other-kind" else "other-name", attempt.reason, near_miss(key, keyring) or attempt.hint)


def _causes(keyring: Keyring) -> str:
    """Why a key does not unwrap a data key whatever it is called."""
    if isinstance(keyring, RawRsaKeyring):
        return "another key, or damage"
    return "another key, another encryption context, or damage"


@frozen
class _Trial:
    """One message under one set of materials."""

    raw_header: bytes
    header: Header
    materials: DecryptionMaterials
    compat: frozenset[str]

    def of_keyring(self, keyring: Keyring, edks: Sequence[EncryptedDataKey]) -> list[_Found]:
        """A keyring on each data key. One that opens none may be a right key that was given in a wrong way."""
        found = [self._as_configured(edk, keyring) for edk in edks]
        if any(one.outcome == "opens" for one in found):
            return found
        otherwise = [self._otherwise(index, edk, keyring, one) for index, (edk, one) in enumerate(zip(edks, found, strict=True))]
        if isinstance(keyring, RawAesKeyring):
            otherwise = self._reordered(keyring, edks, otherwise)
        if OTHER_USES.isdisjoint(one.outcome for one in otherwise):
            return otherwise
        return [other if other.outcome in OTHER_USES else one for other, one in zip(otherwise, found, strict=True)]

    def _as_configured(self, edk: EncryptedDataKey, keyring: Keyring) -> _Found:
        try:
            opened = check_decrypted(self.materials, keyring.on_decrypt(self.materials, [edk]))
        except DataKeyUnwrapError as error:
            unexplained = Attempt(None, describe(keyring), error.message, hint=error.hint)
            return _refused(edk, keyring, error.attempts[0] if error.attempts else unexplained)
        except EsdkError as error:
            code = error.cause if isinstance(error, KeyringError) else error.code.value
            return _Found("not-reached", error.message, error.hint, code)
        problem = self._header_problem(opened)
        if problem is None:
            return _Found("opens", _VERIFIES)
        return _Found("wrong-data-key", f"it gives a data key, but {problem.message}")

    def _otherwise(self, edk_index: int, edk: EncryptedDataKey, keyring: Keyring, found: _Found) -> _Found:
        """What the bytes of the key open in another use; else what was found, and what else was tried."""
        # Reqs: CLI-DOC-025
        tried = None
        for use in other_uses(keyring, edk, edk_index):
            try:
                opened = use.keyring.on_decrypt(self.materials, [edk])
            except DataKeyUnwrapError as error:
                if any(attempt.tried for attempt in error.attempts):
                    tried = use.way
                continue
            problem = self._header_problem(opened)
            if problem is None:
                return _Found(use.outcome, _VERIFIES, use.hint)
            if isinstance(use.keyring, RawAesKeyring):  # AES-GCM says by itself that the wrapping key is right; RSA must not
                return _Found("wrong-data-key", f"{use.way} it gives a data key, but {problem.message}", use.hint)
        if tried is None:
            return found
        return found._replace(reason=f"{found.reason}; {tried}, the bytes do not open it, either ({_causes(keyring)})")

    def _reordered(self, keyring: RawAesKeyring, edks: Sequence[EncryptedDataKey], found: list[_Found]) -> list[_Found]:
        """The same, with those that open under another order of the context. All orders are tried for the first of them alone."""
        # Reqs: CLI-DOC-030
        pairs = len(self.materials.encryption_context)
        tried = [index for index, one in enumerate(found) if one.outcome == "does-not-open"] if pairs > 1 else []
        for index in tried:
            order = opening_order(keyring, edks[index], self.materials, search=index == tried[0])
            if order is not None and self._header_problem(self.materials.with_data_key(order.data_key)) is None:
                found[index] = _Found("other-order", _VERIFIES, order.hint(index))
            elif pairs > MAX_PAIRS:
                reason = f"{found[index].reason}; of the orders of its {pairs} context pairs, two were tried"
                found[index] = found[index]._replace(reason=reason)
        return found

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

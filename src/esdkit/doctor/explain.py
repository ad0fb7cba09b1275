"""One diagnosis from everything that can be known: what the bytes are, how far they hold, which key opens which data key, and so on.

Strategy: the walk through the stages (engine) decides, so that a diagnosis never says something else than ``verify``; the rest explains it.
What is inside of other things (base64, JSON) is diagnosed in turn, a few levels deep.
Invariants: any bytes give a diagnosis; the work beside the walk is bounded; no key, data key or plaintext is in it.
"""
# Reqs: CLI-DOC-004, CLI-DOC-005

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.columns import count
from esdkit.doctor.claims import ContextClaim, Need, PolicyClaim, Reader, context_claim, needs, policy_claim, reading_sdks
from esdkit.doctor.defects import Defect, cut_provider_ids, net_defect
from esdkit.doctor.recognition import Recognition, message_starts
from esdkit.doctor.recognize import recognize
from esdkit.doctor.trials import KeyTrial, flatten_keyrings, trial_matrix
from esdkit.engine import Client, Verification
from esdkit.engine.arguments import one_cmm
from esdkit.engine.session import NET_4_0_0, DecryptSession
from esdkit.errors import Code, EsdkError
from esdkit.inspector import Tree, inspect
from esdkit.inspector.facts.origin import service_of
from esdkit.keyrings import Keyring
from esdkit.keyrings.base import describe
from esdkit.message.header import parse_header
from esdkit.message.rules import ReadLimits
from esdkit.spec import CONSTANTS, STAGES, Service

__all__ = ["Diagnosis", "diagnose"]

_MAX_LEVELS = 5
_TEXT_ENDS = {b"\n": "a line break", b"\r\n": "a line break", b'"': "a quote", b'"\n': "a quote and a line break", b" ": "a space"}
_LIMITS = frozenset({Code.EDK_LIMIT_EXCEEDED, Code.HEADER_TOO_LARGE})


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is known about some bytes.

    Attributes:
        data: the bytes.
        recognition: what they are when they are no message; None when they are one.
        inside: the diagnosis of what the thing holds; None when it holds nothing that can be looked into.
        tree: the message as far as it could be read.
        verification: how far it holds.
        keys: the configured keys, one each, without secrets.
        cells: each data key against each configured key.
        cells_omitted: pairs of the two that were not tried because there are too many.
        needs: what would open each data key.
        policy: None when the suite could not be read; so are the following.
        context: the caller's pairs against the stored ones.
        readers: who reads it.
        service: which service of AWS it looks to be from.
        defects: of its producer.
        remarks: what else shows, one sentence each.
    """

    data: bytes = field(repr=False)
    recognition: Recognition | None
    inside: Diagnosis | None
    tree: Tree
    verification: Verification
    keys: tuple[str, ...]
    cells: tuple[KeyTrial, ...]
    cells_omitted: int
    needs: tuple[Need, ...]
    policy: PolicyClaim | None
    context: ContextClaim | None
    readers: tuple[Reader, ...]
    service: Service | None
    defects: tuple[Defect, ...]
    remarks: tuple[str, ...]

    @property
    def length(self) -> int:
        """Of the data in bytes."""
        return len(self.data)

    @property
    def error(self) -> EsdkError | None:
        """Why the bytes as they stand are not read; None when nothing speaks against it."""
        return self.verification.error

    @property
    def why(self) -> str | None:
        """The error in words; of what may be a key, without its bytes."""
        if self.error is None:
            return None
        return "it is no message" if self.may_be_key else self.error.message

    @property
    def asks_kms(self) -> bool:
        """Whether one of its data keys is wrapped by AWS KMS."""
        return _under_kms(self.tree)

    @property
    def may_be_key(self) -> bool:
        """Whether not even a byte may be shown."""
        return self.recognition is not None and self.recognition.kind == "raw-key"

    @property
    def innermost(self) -> Diagnosis:
        """The diagnosis of what the things hold in the end; itself when there are none."""
        return self if self.inside is None else self.inside.innermost


@dataclass(frozen=True, slots=True)
class _Question:
    """What a diagnosis is made with; the arguments of ``diagnose``."""

    policy: CommitmentPolicy
    cmm: CryptographicMaterialsManager | None
    encryption_context: Mapping[str, str]
    max_encrypted_data_keys: int | None
    compat: frozenset[str]

    def client(self, *more: str) -> Client:
        return Client(commitment_policy=self.policy, max_encrypted_data_keys=self.max_encrypted_data_keys, compat={*self.compat, *more})

    def verify(self, data: bytes, *more: str) -> Verification:
        return self.client(*more).verify(source=data, cmm=self.cmm, encryption_context=self.encryption_context)

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        return () if self.cmm is None else flatten_keyrings(self.cmm)


def diagnose(
    data: bytes,
    *,
    keyring: Keyring | None = None,
    cmm: CryptographicMaterialsManager | None = None,
    policy: CommitmentPolicy | str = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
    encryption_context: Mapping[str, str] | None = None,
    max_encrypted_data_keys: int | None = None,
    compat: Collection[str] = (),
) -> Diagnosis:
    """Say what bytes are, and why they do not decrypt if they do not.

    Args:
        data: any bytes.
        keyring, cmm: what should open them, one of the two; neither to see what can be seen without a key.
        policy: the reader's commitment policy.
        encryption_context, max_encrypted_data_keys, compat: as for ``Client`` and ``Client.verify``.

    Raises:
        UsageError: the arguments. Everything else stands in the result.
    """
    opening = None if keyring is None and cmm is None else one_cmm(keyring, cmm, None)
    client = Client(commitment_policy=policy)
    question = _Question(client.commitment_policy, opening, dict(encryption_context or {}), max_encrypted_data_keys, frozenset(compat))
    return _diagnose(data, question, _MAX_LEVELS)


def _diagnose(data: bytes, question: _Question, levels: int) -> Diagnosis:
    recognition = recognize(data)
    tree, verification = inspect(data), question.verify(data)
    keyrings, header = question.keyrings, verification.header
    cells, omitted = _cells(data, question, verification)
    suite = None if recognition is not None else tree.suite
    return Diagnosis(
        data=data,
        recognition=recognition,
        inside=_diagnose(recognition.inner, question, levels - 1)
        if recognition is not None and recognition.inner is not None and levels
        else None,
        tree=tree,
        verification=verification,
        keys=tuple(map(describe, keyrings)),
        cells=cells,
        cells_omitted=omitted,
        needs=() if recognition is not None else needs(tree),
        policy=None if suite is None else policy_claim(suite, question.policy),
        context=None if header is None else context_claim(header.encryption_context, question.encryption_context),
        readers=() if suite is None else reading_sdks(tree),
        service=None if suite is None else service_of(tree),
        defects=() if suite is None else _defects(data, question, tree, verification, cells),
        remarks=() if recognition is not None else tuple(_remarks(data, tree, verification, cells)),
    )


def _cells(data: bytes, question: _Question, verification: Verification) -> tuple[tuple[KeyTrial, ...], int]:
    """The table, and how much of it was left out. A message that breaks a limit is not tried: the limit is there to save the work."""
    keyrings, header = question.keyrings, verification.header
    if header is None or not keyrings or (verification.error is not None and verification.error.code in _LIMITS):
        return (), 0
    _, length = parse_header(data, limits=ReadLimits(None, len(data) + 1))
    cells = trial_matrix(DecryptSession(data[:length], header), keyrings, question.encryption_context, question.compat)
    return cells, len(keyrings) * len(header.encrypted_data_keys) - len(cells)


def _defects(data: bytes, question: _Question, tree: Tree, verification: Verification, cells: tuple[KeyTrial, ...]) -> tuple[Defect, ...]:
    found = [net_defect()] if _is_of_net(data, question, verification, cells) else []
    cut = cut_provider_ids(tree, verification.header, question.keyrings)
    return tuple(found if cut is None else [*found, cut])


def _is_of_net(data: bytes, question: _Question, verification: Verification, cells: tuple[KeyTrial, ...]) -> bool:
    """Whether the header verifies in the way of .NET 4.0.0 alone. Where the policy ended the walk before it, the table says what to try."""
    lax = replace(question, policy=CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
    if NET_4_0_0 in question.compat:
        strict = replace(lax, compat=question.compat - {NET_4_0_0})
        return _opens(verification) and strict.verify(data).failed == "header_tag"
    suspect = verification.failed == "header_tag" or any(cell.outcome == "wrong-data-key" for cell in cells)
    return suspect and _opens(lax.verify(data, NET_4_0_0))


def _opens(verification: Verification) -> bool:
    return verification.reached is not None and STAGES.index(verification.reached) >= STAGES.index("header_tag")


def _remarks(data: bytes, tree: Tree, verification: Verification, cells: tuple[KeyTrial, ...]) -> list[str]:
    """What the bytes show beside the stages."""
    codes = {problem.code for problem in tree.problems}
    remarks = []
    if Code.TRAILING_DATA in codes:
        remarks.append(_trailing(data[tree.end :], tree.end))
        signs = tree.suite is not None and tree.suite.signed
        if not signs and CONSTANTS.public_key_name.encode() in {pair.key for pair in tree.encryption_context or ()}:
            remarks.append("The context holds a public key, and the suite does not sign: the suite id may have been changed.")
    if verification.failed == "signature" and any(cell.outcome == "opens" for cell in cells):
        remarks.append("The header is authentic under a key that opens it: what was changed stands behind it, in the body or the footer.")
    if codes and b"\0" not in data:
        cut = tree.value("header.encryption_context.length") is None
        how = "it was cut at the first one or before, as text is in C" if cut else "they were left out, as a shell does in a variable"
        remarks.append(f"There is no zero byte in it, which no message lacks: {how}.")
    if _under_kms(tree):
        remarks.append(
            "This is a message, not a ciphertext of AWS KMS: kms:Decrypt answers InvalidCiphertextException to it as a whole."
            " An Encryption SDK opens it, and asks KMS for the data key alone."
        )
    return remarks


def _under_kms(tree: Tree) -> bool:
    return any(key.wrapping_key.kind.ciphertext == "kms-blob" for key in tree.encrypted_data_keys)


def _trailing(rest: bytes, end: int) -> str:
    if rest in _TEXT_ENDS:
        return f"What follows the message at offset {end:#x} is {_TEXT_ENDS[rest]}: a text tool put it there. Cut it off."
    if message_starts(rest, 0, 0) == 0:
        return f"A second message begins at offset {end:#x}: they were written one behind the other. Split them there."
    if not rest.strip(b"\0"):
        return (
            f"What follows the message at offset {end:#x} is {count(len(rest), 'zero byte')}: a buffer was written whole, longer than the"
            " message."
        )
    return f"What follows the message at offset {end:#x} is {count(len(rest), 'byte')}, no message and no line break."

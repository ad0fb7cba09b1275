"""One diagnosis from everything that can be known: what the bytes are, how far they hold, which key opens which data key, and so on.

Strategy: the walk through the stages (engine) decides, so that a diagnosis always agrees with ``verify``; the rest explains it. A message
is read once, and its signature is checked once: the inspection gives both to the walk and to the trials of keys. What is inside other
things (base64, JSON) is diagnosed in turn, a few levels deep.
Invariants: any bytes give a diagnosis; the work beside the walk is bounded; no key, data key or plaintext is in it. A large file that is a
message is never held as a whole; one that is something else is known by its beginning.
"""
# Reqs: CLI-DOC-004, CLI-DOC-005

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.columns import count
from esdkit.doctor.claims import ContextClaim, Need, PolicyClaim, Reader, context_claim, needs, policy_claim, reading_sdks
from esdkit.doctor.defects import Defect, cut_provider_ids, net_defect
from esdkit.doctor.recognition import Recognition, message_starts
from esdkit.doctor.recognize import recognize
from esdkit.engine import arguments
from esdkit.engine.compat import NET_4_0_0
from esdkit.engine.verify import Inspected, Verification, VerifyOptions, verify
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.inspector import Tree
from esdkit.inspector.facts.origin import service_of
from esdkit.inspector.facts.source import PIECE, ByteSource, MemorySource, open_source
from esdkit.keyrings import Keyring
from esdkit.keyrings.base import describe
from esdkit.message.rules import ReadLimits
from esdkit.spec import CONSTANTS, STAGES, Service

if TYPE_CHECKING:
    from esdkit.doctor.trials import KeyTrial

__all__ = ["BEGINNING", "Diagnosis", "diagnose"]

BEGINNING = 32 << 20
"""Bytes of a file that its kind is known by, when it is not a message."""

_MAX_LEVELS = 5
_TEXT_ENDS = {b"\n": "a line break", b"\r\n": "a line break", b'"': "a quote", b'"\n': "a quote and a line break", b" ": "a space"}
_LIMITS = frozenset({Code.EDK_LIMIT_EXCEEDED, Code.HEADER_TOO_LARGE})


@frozen
class Diagnosis:
    """What is known about some bytes.

    Attributes:
        recognition: what they are when they are not a message; None when they are one.
        inside: the diagnosis of what they hold; None when they hold nothing that can be diagnosed.
        tree: the message as far as it could be read.
        verification: how far it holds.
        keys: the configured keys, one each, without secrets.
        cells: each data key against each configured key.
        cells_omitted: pairs of the two that were not tried because there are too many.
        needs: what would open each data key.
        policy: whether the policy allows the suite; None when the suite could not be read.
        context: the pairs that were given against the stored ones; None when the header could not be read.
        readers: which SDKs can read it.
        service: the AWS service that it looks to be from; None when it looks like none.
        defects: of its producer.
        remarks: what else shows, one sentence each.
    """

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
    def source(self) -> ByteSource:
        """The bytes; of a file, it must be open."""
        return self.tree.source

    @property
    def data(self) -> bytes:
        """The bytes, all of them."""
        return self.source.read(0, self.length)

    @property
    def length(self) -> int:
        """How many bytes there are."""
        return self.source.length

    @property
    def error(self) -> EsdkError | None:
        """Why the bytes as they are cannot be read; None when they can be."""
        return self.verification.error

    @property
    def why(self) -> str | None:
        """The error in words; of what may be a key, without its bytes."""
        if self.error is None:
            return None
        return "it is not a message" if self.may_be_key else self.error.message

    @property
    def asks_kms(self) -> bool:
        """Whether one of its data keys is wrapped by AWS KMS."""
        return _under_kms(self.tree)

    @property
    def may_be_key(self) -> bool:
        """Whether not a single byte may be shown."""
        return self.recognition is not None and self.recognition.kind == "raw-key"

    @property
    def innermost(self) -> Diagnosis:
        """The diagnosis of the innermost content; itself when nothing is inside."""
        return self if self.inside is None else self.inside.innermost


@frozen
class _Question:
    """The arguments of ``diagnose``."""

    policy: CommitmentPolicy
    cmm: CryptographicMaterialsManager | None
    encryption_context: Mapping[str, str]
    max_encrypted_data_keys: int | None
    compat: frozenset[str]

    def verify(self, tree: Tree, *more: str) -> Verification:
        """Verify a message that was inspected."""
        options = VerifyOptions(
            policy=self.policy,
            limits=ReadLimits(self.max_encrypted_data_keys),
            compat=self.compat.union(more),
            cmm=self.cmm,
            encryption_context=self.encryption_context,
        )
        return verify(tree.source, options, Inspected(tree.reading, tree.signature))

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        if self.cmm is None:
            return ()
        from esdkit.doctor.trials import flatten_keyrings  # here and below: without keys nothing is tried

        return flatten_keyrings(self.cmm)


def diagnose(
    data: bytes | IO[bytes],
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
        data: any bytes, or a binary file that can seek, which must stay open. Of a longer file that is not a message and holds nothing
            that can be diagnosed, only the first ``BEGINNING`` bytes are read.
        keyring, cmm: what should decrypt them, one of the two; neither to see what shows without a key.
        policy: the commitment policy to decrypt with.
        encryption_context, max_encrypted_data_keys, compat: as for ``Client`` and ``Client.verify``.

    Raises:
        UsageError: the arguments. Everything else is in the result.
    """
    question = _Question(
        policy=arguments.commitment_policy(policy),
        cmm=None if keyring is None and cmm is None else arguments.one_cmm(keyring, cmm, None),
        encryption_context=arguments.context(encryption_context),
        max_encrypted_data_keys=arguments.limit("max_encrypted_data_keys", max_encrypted_data_keys, 1),
        compat=arguments.compat_switches(compat),
    )
    return _diagnose(*_recognized(open_source(data)), question, _MAX_LEVELS)


def _recognized(source: ByteSource) -> tuple[ByteSource, Recognition | None]:
    """The bytes to diagnose, and what they are when they are not a message."""
    if isinstance(source, MemorySource):
        return source, recognize(source.data)
    beginning = source.read(0, BEGINNING)
    if len(beginning) == source.length:
        return MemorySource(beginning), recognize(beginning)
    recognition = recognize(beginning)
    if recognition is None:
        return source, None
    if recognition.inner is None:
        return MemorySource(beginning), recognition
    del beginning
    whole = source.read(0, source.length)
    return MemorySource(whole), recognize(whole)


def _diagnose(source: ByteSource, recognition: Recognition | None, question: _Question, levels: int) -> Diagnosis:
    tree = Tree.of_source(source)
    verification = question.verify(tree)
    keyrings, header = question.keyrings, verification.header
    cells, omitted = _cells(tree, question, verification)
    suite = None if recognition is not None else tree.suite
    return Diagnosis(
        recognition=recognition,
        inside=_diagnose(*_recognized(MemorySource(recognition.inner)), question, levels - 1)
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
        defects=() if suite is None else _defects(question, tree, verification, cells),
        remarks=() if recognition is not None else tuple(_remarks(tree, verification, cells)),
    )


def _cells(tree: Tree, question: _Question, verification: Verification) -> tuple[tuple[KeyTrial, ...], int]:
    """The trials, and how many were left out. A message that breaks a limit is not tried: the limit is there to save the work."""
    keyrings, header = question.keyrings, verification.header
    if header is None or not keyrings or (verification.error is not None and verification.error.code in _LIMITS):
        return (), 0
    from esdkit.doctor.trials import trial_matrix
    from esdkit.engine.session import DecryptSession

    session = DecryptSession(tree.source.read(0, tree.reading.header_length), header)
    cells = trial_matrix(session, keyrings, question.encryption_context, question.compat)
    return cells, len(keyrings) * len(header.encrypted_data_keys) - len(cells)


def _defects(question: _Question, tree: Tree, verification: Verification, cells: tuple[KeyTrial, ...]) -> tuple[Defect, ...]:
    found = [net_defect()] if _is_of_net(tree, question, verification, cells) else []
    cut = cut_provider_ids(tree, verification.header, question.keyrings)
    return tuple(found if cut is None else [*found, cut])


def _is_of_net(tree: Tree, question: _Question, verification: Verification, cells: tuple[KeyTrial, ...]) -> bool:
    """Whether the header verifies only as .NET 4.0.0 computed it. Where the policy ended the walk before, the trials say whether to try."""
    lax = replace(question, policy=CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
    if NET_4_0_0 in question.compat:
        strict = replace(lax, compat=question.compat - {NET_4_0_0})
        return _opens(verification) and strict.verify(tree).failed == "header_tag"
    suspect = verification.failed == "header_tag" or any(cell.outcome == "wrong-data-key" for cell in cells)
    return suspect and _opens(lax.verify(tree, NET_4_0_0))


def _opens(verification: Verification) -> bool:
    return verification.reached is not None and STAGES.index(verification.reached) >= STAGES.index("header_tag")


def _remarks(tree: Tree, verification: Verification, cells: tuple[KeyTrial, ...]) -> list[str]:
    """What the bytes show besides the stages."""
    codes = {problem.code for problem in tree.problems}
    remarks = []
    if Code.TRAILING_DATA in codes:
        remarks.append(_trailing(tree.source, tree.end))
        signs = tree.suite is not None and tree.suite.signed
        if not signs and CONSTANTS.public_key_name.encode() in {pair.key for pair in tree.encryption_context or ()}:
            remarks.append("The context holds a public key, and the suite does not sign: the suite id may have been changed.")
    if verification.failed == "signature" and any(cell.outcome == "opens" for cell in cells):
        remarks.append("The header is authentic under a key that opens it: what was changed comes after it, in the body or the footer.")
    if codes and not any(b"\0" in piece for piece in _pieces(tree.source, 0)):
        cut = tree.value("header.encryption_context.length") is None
        how = (
            "it was cut at the first zero byte or before it, as C does with text"
            if cut
            else "they were dropped, as a shell does in a variable"
        )
        remarks.append(f"It has no zero byte, and every message has some: {how}.")
    if _under_kms(tree):
        remarks.append(
            "This is a message, not a ciphertext of AWS KMS: kms:Decrypt answers InvalidCiphertextException to it as a whole."
            " An Encryption SDK opens it, and asks KMS for the data key alone."
        )
    return remarks


def _under_kms(tree: Tree) -> bool:
    return any(key.wrapping_key.kind.ciphertext == "kms-blob" for key in tree.encrypted_data_keys)


def _pieces(source: ByteSource, start: int) -> Iterator[bytes]:
    """The bytes from ``start`` on, a few at a time."""
    for at in range(start, source.length, PIECE):
        yield source.read(at, at + PIECE)


def _trailing(source: ByteSource, end: int) -> str:
    rest, length = source.read(end, end + PIECE), source.length - end
    if rest in _TEXT_ENDS:
        return f"What follows the message at offset {end:#x} is {_TEXT_ENDS[rest]}: a text tool added it. Remove it."
    if message_starts(rest, 0, 0) == 0:
        return f"A second message begins at offset {end:#x}: they were concatenated. Split them there."
    if not any(piece.strip(b"\0") for piece in _pieces(source, end)):
        return (
            f"What follows the message at offset {end:#x} is {count(length, 'zero byte')}: a buffer was written whole, longer than the"
            " message."
        )
    return f"What follows the message at offset {end:#x} is {count(length, 'byte')}, neither a message nor a line break."

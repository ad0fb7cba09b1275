"""One diagnosis from everything that can be known: what the bytes are, how far they hold, which key opens which data key, and so on.

Strategy: the checks of the engine decide, so that a diagnosis always agrees with ``verify``; the rest explains them. A message is read
once, and its signature is checked once: the inspection gives both to the checks and to the trials of keys. What is inside other things
(base64, JSON) is diagnosed in turn.
Invariants: any bytes give a diagnosis; the work beside the checks is bounded; no key, data key or plaintext is in it. A large file that is
a message is never held as a whole; one that is something else is known by its beginning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.columns import count
from esdkit.doctor.claims import ContextClaim, Need, PolicyClaim, context_claim, needs, policy_claim
from esdkit.doctor.defects import Defect, cut_provider_ids, empty_count_defect, net_defect
from esdkit.doctor.evidence import exit_code, findings
from esdkit.engine import arguments
from esdkit.engine.compat import EMPTY_CONTEXT_COUNT, NET_4_0_0, tolerated
from esdkit.engine.verify import CheckResult, Inspected, Verification, VerifyOptions, verify
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.input.beginnings import message_starts
from esdkit.input.recognition import Recognition
from esdkit.input.wrappings import examine_source
from esdkit.inspector import Tree
from esdkit.inspector.facts.origin import service_of
from esdkit.inspector.facts.readers import Reader, accepted_of, readers_of
from esdkit.inspector.facts.source import PIECE, ByteSource, MemorySource, open_source
from esdkit.keyrings import Keyring
from esdkit.keyrings.base import describe
from esdkit.message.rules import ReadLimits
from esdkit.spec import CONSTANTS, Service, exit_codes, known_bugs

if TYPE_CHECKING:
    from esdkit.doctor.trials import KeyTrial

__all__ = ["DEFAULT_POLICY", "Diagnosis", "diagnose", "message_follows"]

DEFAULT_POLICY = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT

_TEXT_ENDS = {b"\n": "a line break", b"\r\n": "a line break", b'"': "a quote", b'"\n': "a quote and a line break", b" ": "a space"}


@frozen
class Diagnosis:
    """What is known about some bytes.

    Attributes:
        recognition: what they are when they are not a message; None when they are one.
        inside: the diagnosis of what they hold; None when they hold nothing that can be diagnosed.
        tree: the message as far as it could be read.
        verification: what holds in it and what does not.
        policy_given: whether the user chose the policy.
        not_examined: bytes of the file after those that were looked at.
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
    policy_given: bool
    not_examined: int
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
        # Reqs: CLI-DOC-004
        return self.verification.error

    @property
    def findings(self) -> tuple[CheckResult, ...]:
        """The checks that failed, what explains most first."""
        return findings(self.verification, policy_given=self.policy_given)

    @property
    def defect(self) -> Defect | None:
        """The producer's defect that explains the first finding, and with which the message can be read."""
        found = self.findings
        readable = [defect for defect in self.defects if defect.readable]
        if not readable or not found:
            return None
        broken = "structure" if readable[0].row.id == EMPTY_CONTEXT_COUNT else "header_tag"
        return readable[0] if found[0].name in (broken, "unwrap") else None

    @property
    def opening(self) -> tuple[str, ...]:
        """The configured keys that open the message, each alone."""
        return tuple(self.keys[index] for index in sorted({cell.key_index for cell in self.cells if cell.outcome == "opens"}))

    @property
    def exit_code(self) -> int:
        """The highest of what is wrong with the bytes and with what is inside of them."""
        # Reqs: CLI-DOC-018
        codes = [exit_code(self.verification), exit_codes()["ok" if self.recognition is None else "answer_is_no"]]
        return max(codes if self.inside is None else [*codes, self.inside.exit_code])

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
    policy_given: bool
    cmm: CryptographicMaterialsManager | None
    encryption_context: Mapping[str, str]
    max_encrypted_data_keys: int | None
    compat: frozenset[str]
    all_keys: bool

    def verify(self, tree: Tree, *more: str) -> Verification:
        """Verify a message that was inspected. ``more``: switches beside those that were given."""
        # Reqs: CLI-DOC-004
        compat = self.compat.union(more)
        options = VerifyOptions(
            policy=self.policy,
            limits=ReadLimits(self.max_encrypted_data_keys, tolerated=tolerated(compat)),
            compat=compat,
            cmm=self.cmm,
            encryption_context=self.encryption_context,
        )
        return verify(tree.source, options, Inspected(tree.reading, tree.signature))

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        if self.cmm is None:
            return ()
        from esdkit.cmm.flatten import flatten_keyrings  # here and below: without keys nothing is tried

        return flatten_keyrings(self.cmm)


def diagnose(
    data: bytes | IO[bytes],
    *,
    keyring: Keyring | None = None,
    cmm: CryptographicMaterialsManager | None = None,
    policy: CommitmentPolicy | str | None = None,
    encryption_context: Mapping[str, str] | None = None,
    max_encrypted_data_keys: int | None = None,
    compat: Collection[str] = (),
    all_keys: bool = False,
) -> Diagnosis:
    """Say what bytes are, and why they do not decrypt if they do not.

    Args:
        data: any bytes, or a binary file that can seek, which must stay open. Of a long one that is not a message the beginning is
            examined, as ``esdkit.input`` searches it.
        keyring, cmm: what should decrypt them, one of the two; neither to see what shows without a key.
        policy: the commitment policy to decrypt with; None for the default policy, which is the last thing to be blamed.
        encryption_context, max_encrypted_data_keys, compat: as for ``Client`` and ``Client.verify``.
        all_keys: whether AWS is asked for each data key under each key, and not just until one opens, as decrypting does.

    Raises:
        UsageError: the arguments. Everything else is in the result.
    """
    # Reqs: CLI-DOC-005
    question = _Question(
        policy=arguments.commitment_policy(policy or DEFAULT_POLICY),
        policy_given=policy is not None,
        cmm=None if keyring is None and cmm is None else arguments.one_cmm(keyring, cmm, None),
        encryption_context=arguments.context(encryption_context),
        max_encrypted_data_keys=arguments.limit("max_encrypted_data_keys", max_encrypted_data_keys, 1),
        compat=arguments.compat_switches(compat),
        all_keys=all_keys,
    )
    source = open_source(data)
    with _keeping_answers(question):
        found = _diagnose(*_examined(source), question)
    return replace(found, not_examined=source.length - found.length)


def _keeping_answers(question: _Question) -> AbstractContextManager[None]:
    """Lets AWS be asked once for each request, if there are keys."""
    if question.cmm is None:
        return nullcontext()
    from esdkit.keyrings.memory import keep_answers

    return keep_answers()


def _examined(source: ByteSource) -> tuple[ByteSource, tuple[Recognition, ...]]:
    """The bytes to diagnose, and their wrappings, the outermost first; none when they are a message."""
    # Reqs: CLI-DOC-005
    wrappings, examined = examine_source(source)
    return (MemorySource(source.read(0, examined)) if wrappings and examined < source.length else source), wrappings


def _diagnose(source: ByteSource, wrappings: Sequence[Recognition], question: _Question) -> Diagnosis:
    recognition = wrappings[0] if wrappings else None
    inner = None if recognition is None else recognition.inner
    tree = Tree.of_source(source)
    # Reqs: CLI-DOC-004
    verification = question.verify(tree)
    # Reqs: CLI-DOC-029
    counts_none = tree.reading.broken is not None and tree.reading.broken.code is Code.AAD_COUNT_ZERO
    tolerant = question.verify(tree, EMPTY_CONTEXT_COUNT) if counts_none else verification

    keyrings, header = question.keyrings, tolerant.header
    cells, omitted = _cells(tree, question, tolerant)
    suite = None if recognition is not None else tree.suite
    return Diagnosis(
        recognition=recognition,
        inside=None if inner is None else _diagnose(MemorySource(inner), wrappings[1:], question),
        tree=tree,
        verification=verification,
        policy_given=question.policy_given,
        not_examined=0,
        keys=tuple(map(describe, keyrings)),
        cells=cells,
        cells_omitted=omitted,
        needs=() if recognition is not None else needs(tree),
        policy=None if suite is None else policy_claim(suite, question.policy),
        context=None if header is None else context_claim(header.encryption_context, question.encryption_context),
        readers=() if suite is None else readers_of(tree),
        service=None if suite is None else service_of(tree),
        defects=() if suite is None else _defects(question, tree, tolerant, cells, counts_none=counts_none),
        remarks=() if recognition is not None else tuple(_remarks(tree, verification, cells)),
    )


def _cells(tree: Tree, question: _Question, verification: Verification) -> tuple[tuple[KeyTrial, ...], int]:
    """The trials, and how many were left out. A message that breaks a limit is not tried: the limit is there to save the work."""
    # Reqs: CLI-DOC-005
    keyrings, header = question.keyrings, verification.header
    if header is None or not keyrings or verification.check("limits").outcome == "failed":
        return (), 0
    from esdkit.doctor.trials import trial_matrix
    from esdkit.engine.session import DecryptSession

    session = DecryptSession(tree.source.read(0, tree.reading.header_length), header)
    asked = verification.check("unwrap").outcome != "not-checked"  # Reqs: CLI-DOC-023
    context, compat = question.encryption_context, question.compat
    cells = trial_matrix(session, keyrings, context, compat, asked=asked, ask_all=question.all_keys)
    return cells, len(keyrings) * len(header.encrypted_data_keys) - len(cells)


def _defects(
    question: _Question, tree: Tree, verification: Verification, cells: tuple[KeyTrial, ...], *, counts_none: bool
) -> tuple[Defect, ...]:
    empty = empty_count_defect(readable=verification.plaintext_length is not None) if counts_none else None
    net, keyrings, header = _net_defect(tree, question, verification, cells), question.keyrings, verification.header
    cut = cut_provider_ids(tree, header, keyrings)
    if cut is not None and cut.readable and header is not None:
        from esdkit.doctor.near_keys import reading_cmm

        renamed = replace(question, cmm=reading_cmm(keyrings, header.encrypted_data_keys)).verify(tree)
        cut = replace(cut, readable=renamed.plaintext_length is not None)
    return tuple(defect for defect in (empty, net, cut) if defect is not None)


def _net_defect(tree: Tree, question: _Question, verification: Verification, cells: tuple[KeyTrial, ...]) -> Defect | None:
    """The defect of .NET 4.0.0, if the header verifies only as that release computed it."""
    tag = verification.check("header_tag").outcome
    if NET_4_0_0 in question.compat:
        strict = replace(question, compat=question.compat - {NET_4_0_0})
        found = tag == "passed" and strict.verify(tree).check("header_tag").outcome == "failed"
        return net_defect(readable=verification.plaintext_length is not None) if found else None
    if tag != "failed" and not any(cell.outcome == "wrong-data-key" for cell in cells):
        return None
    lax = question.verify(tree, NET_4_0_0)
    return net_defect(readable=lax.plaintext_length is not None) if lax.passed("header_tag") and tag == "failed" else None


def _remarks(tree: Tree, verification: Verification, cells: tuple[KeyTrial, ...]) -> list[str]:
    """What the bytes show besides the checks."""
    codes = {problem.code for problem in tree.problems}
    remarks = []
    if Code.TRAILING_DATA in codes:
        remarks.append(_trailing(tree.source, tree.end))
        signs = tree.suite is not None and tree.suite.signed
        if not signs and CONSTANTS.public_key_name.encode() in {pair.key for pair in tree.encryption_context or ()}:
            remarks.append("The context holds a public key, and the suite does not sign: the suite id may have been changed.")
    error = verification.check("signature").error
    if error is not None and error.code is Code.SIGNATURE_INVALID:
        remarks += _place_of_change(verification, cells)
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
    return [*remarks, *_read_all_the_same(tree)]


def _read_all_the_same(tree: Tree) -> Iterator[str]:
    """Which SDKs may read the message by a known bug, if all that is wrong with it is of one kind."""
    codes = {problem.code for problem in tree.problems}
    for row in accepted_of(tree, *codes) if len(codes) == 1 else ():
        bug = known_bugs().get(row.id)
        if bug is not None:
            yield f"Other readers may read it, because of the known bug {bug.id}: {bug.who} ({bug.source})."


def _place_of_change(verification: Verification, cells: tuple[KeyTrial, ...]) -> list[str]:
    """Where the bytes were changed of which the signature is invalid, as far as the tags tell it."""
    if verification.plaintext_length is not None:
        return ["Header and body are authentic under your key, so what was changed is the signature itself, or another key made it."]
    body = verification.check("frames").error
    if verification.passed("header_tag") and body is not None:
        return [f"The header is authentic under a key that opens it, so the body was changed: {body.message}."]
    if verification.passed("header_tag") or any(cell.outcome == "opens" for cell in cells):
        return ["The header is authentic under a key that opens it: what was changed comes after it, in the body or the footer."]
    return []


def _under_kms(tree: Tree) -> bool:
    return any(key.wrapping_key.kind.ciphertext == "kms-blob" for key in tree.encrypted_data_keys)


def _pieces(source: ByteSource, start: int) -> Iterator[bytes]:
    """The bytes from ``start`` on, a few at a time."""
    for at in range(start, source.length, PIECE):
        yield source.read(at, at + PIECE)


def message_follows(source: ByteSource, end: int) -> bool:
    """Whether what follows a message that ends at ``end`` begins like another one."""
    return message_starts(source.read(end, end + 4), 0, 0) == 0


def _trailing(source: ByteSource, end: int) -> str:
    rest, length = source.read(end, end + PIECE), source.length - end
    if rest in _TEXT_ENDS:
        return f"What follows the message at offset {end:#x} is {_TEXT_ENDS[rest]}: a text tool added it. Remove it."
    if message_follows(source, end):
        return f"A second message begins at offset {end:#x}: they were concatenated. Split them there."
    if not any(piece.strip(b"\0") for piece in _pieces(source, end)):
        return (
            f"What follows the message at offset {end:#x} is {count(length, 'zero byte')}: a buffer was written whole, longer than the"
            " message."
        )
    return f"What follows the message at offset {end:#x} is {count(length, 'byte')}, neither a message nor a line break."

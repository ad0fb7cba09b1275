"""The signature of a message, checked without any wrapping key: the public key is in the header.

What it proves: header and body are as they were when the holder of that key signed them, so nothing was damaged or changed on the way.
What it does not: who that holder was. Whoever can write a message can sign it with a key of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from esdkit.columns import utf8_text
from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage
from esdkit.frozen import frozen
from esdkit.inspector.facts.parts import ContextPair, Summary
from esdkit.inspector.facts.source import ByteSource
from esdkit.message.rules import public_key_problem
from esdkit.spec import CONSTANTS, FIELDS, SignatureScheme, error_for

if TYPE_CHECKING:
    from esdkit.crypto.signing import SignatureRequest

__all__ = ["SignatureCheck", "State", "check_signature"]

State = Literal["verified", "invalid", "malformed", "unsigned", "not-checked"]


@frozen
class SignatureCheck:
    """The state of the signature.

    Attributes:
        state: verified (under the public key in the header), invalid, malformed (the key or the signature), unsigned (the suite does not
            sign), not-checked.
        means: the same for people, one line.
        scheme: of the suite; None when it does not sign or is not known.
        problem: what is wrong with public key or signature; None when nothing is.
        request: what would have been verified, where nobody here can say (``signing.use_verifier``). What is signed are the message's first
            ``signed_length`` bytes.
        signed_length: bytes of header and body; None unless there is a request.
    """

    state: State
    means: str
    scheme: SignatureScheme | None = None
    problem: EsdkError | None = None
    request: SignatureRequest | None = None
    signed_length: int | None = None


def check_signature(source: ByteSource, summary: Summary, context: Sequence[ContextPair], *, verify: bool = True) -> SignatureCheck:
    """Check public key and signature as far as the message has them.

    Args:
        source: the message.
        summary: of what was read of it.
        context: its pairs.
        verify: also compute with the public key; otherwise only whether there is one, as the suite demands.
    """
    suite = summary.suite
    if suite is None:
        return SignatureCheck("not-checked", "not checked: the suite is not known")
    public_key = next((pair for pair in context if pair.key == CONSTANTS.public_key_name.encode("ascii")), None)
    context_is_whole = "header.encrypted_data_keys.count" in summary.spans
    broken = public_key_problem(suite, present=public_key is not None) if public_key is not None or context_is_whole else None
    problem = None if broken is None else _half_signed(*broken, summary, public_key)
    if suite.signature is None:
        return SignatureCheck("unsigned", "no signature: the suite does not sign", problem=problem)
    if public_key is None:
        return SignatureCheck("not-checked", "not checked: the header holds no public key", suite.signature, problem)
    if not verify:
        return SignatureCheck("not-checked", "not checked: not asked for", suite.signature)
    return _check(source, summary, suite.signature, public_key)


def _check(source: ByteSource, summary: Summary, scheme: SignatureScheme, pair: ContextPair) -> SignatureCheck:
    from esdkit.crypto import signing  # here, because an unsigned message needs none of it

    if pair.value is None:
        return SignatureCheck("not-checked", "not checked: the message ends inside the public key", scheme)
    try:
        # bytes that are not UTF-8 are not base64 either, and are refused as such
        public_key = signing.verifying_key(utf8_text(pair.value) or "", scheme)
    except MalformedMessage as problem:
        problem.path, problem.offset = FIELDS["header.encryption_context.value"].path(pair.index), pair.value_start
        return SignatureCheck("malformed", "the public key in the header is malformed", scheme, problem)
    length, signature = summary.last("footer.signature.length"), summary.last("footer.signature")
    if length is None or signature is None:
        return SignatureCheck("not-checked", "not checked: the message ends before its signature", scheme)
    signed_length = length[2]
    digest = signing.digest_of(source.pieces(0, signed_length), scheme)
    try:
        signing.verify(public_key, scheme, digest, signature[4])
    except MalformedMessage as problem:
        problem.offset = signature[2]
        return SignatureCheck("malformed", "the signature is malformed", scheme, problem)
    except AuthenticationError as problem:
        problem.offset = signature[2]
        return SignatureCheck("invalid", "INVALID under the public key in the header", scheme, problem)
    except signing.NotCheckedHere as problem:
        # Reqs: CLI-INS-012
        return SignatureCheck("not-checked", f"not checked here: {problem}", scheme, request=problem.request, signed_length=signed_length)
    return SignatureCheck("verified", "verified under the public key in the header", scheme)


def _half_signed(code: Code, why: str, summary: Summary, pair: ContextPair | None) -> EsdkError:
    """A public key where the suite does not sign, or none where it does."""
    if pair is not None:
        return error_for(code, why, path=FIELDS["header.encryption_context.key"].path(pair.index), offset=pair.start)
    section = summary.last("header.encryption_context.length")
    return error_for(code, why, path="header.encryption_context", offset=None if section is None else section[2])

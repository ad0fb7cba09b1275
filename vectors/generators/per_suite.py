"""Each suite, refused once at each stage that it can fail at: one fault each, everything else sealed.

Strategy: the same faults for every suite of ``spec/suites.yaml``. ``rebuild`` and ``plaintext`` are not failures of a message. Only
a suite with commitment can fail at ``commitment``; a signature fails only where the suite signs, and a public key is unexpected where it
does not. ``invalid`` has four suites in the other version's header, the rest are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from esdkit.crypto.aead import AesGcm
from esdkit.crypto.kdf import Derivation, derivation, derive_keys
from esdkit.crypto.secret import Secret
from esdkit.crypto.signing import encode_public_key
from esdkit.forge import Draft, seeded_signing_key
from esdkit.spec import CONSTANTS, SIGNATURES, Suite
from vectors.generators.derive import Bases, Case, Derived
from vectors.generators.mutate import splice
from vectors.generators.plain import CONTEXT, SUITE_BASES, plain_case, plain_draft, re_signed, twin, with_flip, with_pairs

__all__ = ["per_suite"]

_PUBLIC_KEY = CONSTANTS.public_key_name.encode()
_SUITES_ELSEWHERE = ("0178", "0378", "0478", "0578")


def per_suite(bases: Bases) -> Iterator[Derived]:
    """The vectors, suite by suite, in the order of the stages."""
    for form in SUITE_BASES:
        for group in (_parse, _policy, _signature, _context, _unwrap, _commitment, _header_tag, _frames):
            yield from group(bases, form)


def _suite_case(bases: Bases, form: str, name: str) -> Case:
    return plain_case(f"suite-{form}-{name}", bases, form)


def _parse(bases: Bases, form: str) -> Iterator[Derived]:
    if form not in _SUITES_ELSEWHERE:
        case = _suite_case(bases, form, "parse-version-2")
        header = plain_draft(case, form).header
        other = replace(header, version=2, message_id=header.message_id * 2, auth=replace(header.auth, iv=b""))
        comment = f"suite {form} in a header of version 2 (DEC-G32)"
        data = replace(plain_draft(case, form), header=other).seal()
        yield _refused(case, form, data, "parse", "suite-version-mismatch", comment, "ALG-SUI-004 FMT-HDR-019")
    case = _suite_case(bases, form, "parse-extra-byte")
    whole = plain_draft(plain_case(twin(form), bases, form), form).seal()
    comment = f"a zero byte follows a message of suite {form} (DEC-G29)"
    requirement = "FMT-FTR-006" if case.base.suite.signed else "FMT-FRM-008 FMT-FTR-004"
    yield _refused(case, form, whole + b"\0", "parse", "trailing-data", comment, f"CLI-DEC-031 {requirement}")


def _policy(bases: Bases, form: str) -> Iterator[Derived]:
    case = _suite_case(bases, form, "policy-suite")
    if not case.base.suite.commitment:
        whole = plain_draft(plain_case(twin(form), bases, form), form).seal()
        comment = f"suite {form} has no commitment, the reader's policy demands it (DEC-G54)"
        ids = "ALG-POL-008 CLI-DEC-016 CMM-DEF-005"
        strict = {"commitment_policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"}
        yield case.refused(whole, "policy", "policy-violation", comment, ids, twin=twin(form), **strict)
    case = _suite_case(bases, form, "policy-data-keys")
    draft = plain_draft(case, form)
    listed = draft.with_header(encrypted_data_keys=draft.header.encrypted_data_keys * 2)
    comment = f"two data keys in a message of suite {form}, the reader takes one (DEC-G37)"
    yield case.refused(
        listed.seal(),
        "policy",
        "edk-limit-exceeded",
        comment,
        "CLI-CFG-004 CLI-DEC-014",
        twin=twin(form),
        max_encrypted_data_keys=1,
    )


def _signature(bases: Bases, form: str) -> Iterator[Derived]:
    case = _suite_case(bases, form, "signature-other-key")
    scheme = case.base.suite.signature
    if scheme is None:
        case = _suite_case(bases, form, "signature-public-key")
        key = seeded_signing_key(SIGNATURES["ECDSA_P384_SHA384"], case.seeded(32, "signing key")).public_key()
        draft = with_pairs(case, plain_draft(case, form), *CONTEXT, (_PUBLIC_KEY, encode_public_key(key).encode()))
        comment = f"suite {form} does not sign, the context holds a public key (DEC-G09)"
        yield _refused(case, form, draft.seal(), "signature", "public-key-unexpected", comment, "CMM-DEF-004 CMM-IFC-013")
        return
    other = replace(plain_draft(case, form), signing_key=seeded_signing_key(scheme, case.seeded(32, "other signing key")))
    comment = f"a message of suite {form} is signed by another key than the context holds"
    ids = "ALG-SUI-016 SIG-VER-005 SIG-VER-006"
    yield _refused(case, form, other.seal(), "signature", "signature-invalid", comment, ids)
    case = _suite_case(bases, form, "signature-no-public-key")
    draft = case.wrapped(plain_draft(case, form).with_header(context_pairs=CONTEXT))
    comment = f"suite {form} signs, the context holds no public key (DEC-G09)"
    yield _refused(case, form, draft.seal(), "signature", "public-key-missing", comment, "CMM-DEF-003 CMM-IFC-012")
    case = _suite_case(bases, form, "signature-body-only")
    draft = plain_draft(case, form)
    data = draft.seal(signature=draft.sign(draft.body()))
    comment = f"the signature of a message of suite {form} covers the body alone"
    yield _refused(case, form, data, "signature", "signature-invalid", comment, "FMT-FTR-003 SIG-VER-004")


def _context(bases: Bases, form: str) -> Iterator[Derived]:
    whole = plain_draft(plain_case(twin(form), bases, form), form).seal()
    (key, value), _ = CONTEXT
    case = _suite_case(bases, form, "context-value")
    given = {key.decode(): value.decode() + "s"}
    comment = f"the reader of a message of suite {form} expects another value of a stored pair (DEC-G48)"
    yield case.refused(
        whole,
        "context",
        "encryption-context-mismatch",
        comment,
        "CMM-IFC-004 CMM-IFC-018",
        twin=twin(form),
        encryption_context=given,
    )


def _unwrap(bases: Bases, form: str) -> Iterator[Derived]:
    """A data key whose length is not the suite's, and that the writer used as it is: only its length can be refused."""
    suite = plain_case("", bases, form).base.suite
    right = suite.data_key_length
    length = right + 1 if _derives(suite) else {16: 32, 24: 32, 32: 16}[right]  # without derivation, AES must be able to take it
    case = _suite_case(bases, form, "unwrap-length")
    data = _under(case, plain_draft(case, form), case.seeded(length, "odd data key")).seal()
    comment = f"the data key has {length} bytes, suite {form} needs {right}; everything is derived from it as it is"
    yield _refused(case, form, data, "unwrap", "unwrap-failed", comment, "KEY-IFC-020 CMM-IFC-009")


def _under(case: Case, draft: Draft, data_key: bytes) -> Draft:
    """The draft under a data key of any length."""
    content_key = data_key
    how = derivation(draft.header.suite, draft.header.message_id)
    if how is not None:
        content_key = _derived(how, data_key, how.content_key_info, draft.header.suite.key_length)
        if how.commit_key_info is not None:
            draft = draft.with_header(suite_data=_derived(how, data_key, how.commit_key_info, len(draft.header.suite_data)))
    wrapped = case.wrap(draft.header.encryption_context, Secret(data_key))
    return replace(draft.with_header(encrypted_data_keys=(wrapped,)), content_key=Secret(content_key))


def _derived(how: Derivation, data_key: bytes, info: bytes, length: int) -> bytes:
    algorithm = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[how.hash]
    return HKDF(algorithm, length, how.salt, info).derive(data_key)


def _commitment(bases: Bases, form: str) -> Iterator[Derived]:
    if not plain_case("", bases, form).base.suite.commitment:
        return

    def content_key(draft: Draft) -> bytes:
        return derive_keys(draft.header.suite, draft.data_key.reveal(), draft.header.message_id).content_key.reveal()

    for name, make, comment in (
        ("zeros", lambda draft: bytes(len(draft.header.suite_data)), "is all zeros"),
        ("content-key", content_key, "is the content key"),
        ("data-key", lambda draft: draft.data_key.reveal(), "is the data key"),
        ("first-half", lambda draft: draft.header.suite_data[:16] + bytes(16), "is right in its first half alone"),
        ("second-half", lambda draft: bytes(16) + draft.header.suite_data[16:], "is right in its second half alone"),
    ):
        case = _suite_case(bases, form, f"commit-key-is-{name}")
        draft = plain_draft(case, form)
        data = draft.with_header(suite_data=make(draft)).seal()
        comment = f"the commit key of suite {form} {comment}"
        ids = "KDF-COM-008 KDF-COM-009"
        yield _refused(case, form, data, "commitment", "commitment-mismatch", comment, ids)


def _header_tag(bases: Bases, form: str) -> Iterator[Derived]:
    case = _suite_case(bases, form, "header-tag-partial")
    draft = plain_draft(case, form)
    comment = f"the header tag of a message of suite {form} is right in all but its last bit"
    data = with_flip(draft, "header_auth.tag", 0)
    yield _refused(case, form, data, "header_tag", "header-tag-invalid", comment, "CLI-DEC-025 FMT-HAU-004")
    if not _derives(case.base.suite):
        return
    case = _suite_case(bases, form, "header-tag-data-key")
    draft = plain_draft(case, form)
    header = draft.header
    iv = header.auth.iv or bytes(header.suite.iv_length)
    _, tag = AesGcm(draft.data_key.reveal()).encrypt(iv, draft.header_body(), b"")
    data = re_signed(draft, splice(draft.seal(), "header_auth.tag", tag))
    comment = f"the header of a message of suite {form} is authenticated with the data key itself, the body with the derived key"
    yield _refused(case, form, data, "header_tag", "header-tag-invalid", comment, "ALG-SUI-007 CLI-DEC-023")


def _frames(bases: Bases, form: str) -> Iterator[Derived]:
    case = _suite_case(bases, form, "frames-final-tag")
    data = with_flip(plain_draft(case, form), "body.final_frame.tag", 0)
    comment = f"the final frame's tag in a message of suite {form} is right in all but its last bit"
    yield _refused(case, form, data, "frames", "body-tag-invalid", comment, "CLI-DEC-028 FMT-FRM-018")


def _derives(suite: Suite) -> bool:
    return suite.kdf != "identity"


def _refused(case: Case, form: str, data: bytes, stage: str, code: str, comment: str, requirements: str) -> Derived:
    return case.refused(data, stage, code, comment, requirements, twin=twin(form))

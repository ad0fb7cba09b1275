"""Which data key, context and policy a reader takes: the order of data keys and of keyrings, names that are nearly alike, a CMM's rules.

Where two encrypted data keys open to different data keys, the message is sealed under one of them: a reader that takes the other fails, and
so does one that must not take this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from esdkit.crypto.secret import Secret
from esdkit.forge import Draft
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from vectors.generators import matrix
from vectors.generators.derive import Bases, Case, Derived, keyring
from vectors.generators.raw_keys import rsa_data_key

__all__ = ["choices"]

_Key = Mapping[str, Any]


def choices(bases: Bases) -> Iterator[Derived]:
    """The vectors about a reader's choices."""
    for group in (_order, _multi, _names, _others_first, _all_fail, _policy, _reproduced, _required):
        yield from group(bases)


def _wrapped(case: Case, draft: Draft, key: _Key, data_key: bytes | None = None, name: str = "") -> EncryptedDataKey:
    """The draft's data key, or another one, under a key, which may have another name."""
    secret = draft.data_key if data_key is None else Secret(data_key)
    if key.get("encryption-algorithm") == "rsa":
        return rsa_data_key(case, secret.reveal(), key)
    keys = case.base.keys
    if name:
        keys = {**keys, key["key"]: {**keys[key["key"]], "key-id": name}}
    return case.wrap(draft.header.encryption_context, secret, keyring(key, keys), iv=f"{name} {data_key is None}")


def _with(draft: Draft, *data_keys: EncryptedDataKey) -> bytes:
    return draft.with_header(encrypted_data_keys=data_keys).seal()


def _damaged(data_key: EncryptedDataKey) -> EncryptedDataKey:
    return replace(data_key, ciphertext=data_key.ciphertext[:-1] + bytes([data_key.ciphertext[-1] ^ 1]))


def _wrong_data_key(case: Case, ciphertext: bytes, comment: str, requirements: str, **members: Any) -> Derived:
    """Refused where the data key is used for the first time."""
    committing = case.base.suite.commitment
    stage, code = ("commitment", "commitment-mismatch") if committing else ("header_tag", "header-tag-invalid")
    return case.refused(ciphertext, stage, code, comment, requirements, flags="data-key-order", **members)


def _other(case: Case) -> bytes:
    return case.seeded(case.base.suite.data_key_length, "other data key")


def _order(bases: Bases) -> Iterator[Derived]:
    """Two data keys under one key: the first that opens is the message's."""
    for base, requirement in (
        ("v1", "KEY-AES-009"),
        ("v2", "KEY-AES-009"),
        ("v2-signed", "KEY-AES-009"),
        ("rsa-pkcs1", "KEY-RSA-010"),
        ("rsa-oaep-sha1", "KEY-RSA-010"),
        ("rsa-oaep-sha384", "KEY-RSA-010"),
        ("ecdh-p384-static", "KEY-ECD-016"),
        ("ecdh-p521-static", "KEY-ECD-016"),
        ("branch-v1", "HIE-DEC-007"),
        ("branch-v2", "HIE-DEC-007"),
    ):
        ids = f"{requirement} KEY-IFC-006 FMT-EDK-008"
        case = Case(f"order-right-first-{base}", bases[base])
        draft = case.small()
        right, wrong = _wrapped(case, draft, case.reader_key), _wrapped(case, draft, case.reader_key, _other(case))
        comment = "two data keys under the reader's key, of which the first is the message's (DEC-G38)"
        yield case.accepted_small(_with(draft, right, wrong), comment, ids, flags="data-key-order")
        case = Case(f"order-wrong-first-{base}", bases[base])
        draft = case.small()
        right, wrong = _wrapped(case, draft, case.reader_key), _wrapped(case, draft, case.reader_key, _other(case))
        comment = "two data keys under the reader's key, of which the second is the message's (DEC-G38)"
        yield _wrong_data_key(case, _with(draft, wrong, right), comment, ids)


def _multi_of(*keys: _Key, generator: bool) -> dict[str, Any]:
    if generator:
        return {"type": "multi-keyring", "generator": keys[0], "childKeyrings": list(keys[1:])}
    return {"type": "multi-keyring", "childKeyrings": list(keys)}


def _kinds() -> Mapping[str, Sequence[_Key]]:
    """Pairs of keys of a multi-keyring."""
    aes, rsa = [matrix.raw(name) for name in ("aes-128", "aes-192")], matrix.raw("rsa-oaep-sha512")
    agreed = matrix.agreement("P-256", "static")
    return {"aes": aes, "aes-rsa": (aes[0], rsa), "rsa-aes": (rsa, aes[1]), "ecdh-aes": (agreed, aes[1]), "aes-ecdh": (aes[0], agreed)}


def _multi(bases: Bases) -> Iterator[Derived]:
    """Two keyrings that each open a data key: the keyrings' order decides, not the data keys'."""
    for number, (kinds, keys) in enumerate(_kinds().items()):
        base = bases[("v2", "v1", "v2-signed")[number % 3]]
        for how, generator, ids in (
            ("generator", True, "KEY-MUL-003 KEY-MUL-006"),
            ("children", False, "KEY-MUL-004 KEY-MUL-006"),
        ):
            reader = _multi_of(*keys, generator=generator)
            name = f"multi-{how}-{kinds}"
            first, second = ("generator", "only child") if generator else ("first child", "second child")
            case = Case(f"{name}-listed-last", base)
            draft = case.small()
            listed = (_wrapped(case, draft, keys[1], _other(case)), _wrapped(case, draft, keys[0]))
            comment = f"the {first} opens the last data key, which is the message's; the {second} would open another (DEC-G38)"
            yield case.accepted_small(_with(draft, *listed), comment, ids, flags="data-key-order", key=reader)
            case = Case(f"{name}-wrong", base)
            draft = case.small()
            listed = (_wrapped(case, draft, keys[1]), _wrapped(case, draft, keys[0], _other(case)))
            comment = f"the {first} opens a data key that is not the message's; the {second} would open the message's (DEC-G38)"
            yield _wrong_data_key(case, _with(draft, *listed), comment, ids, key=reader, twin=f"{name}-listed-last")
            case = Case(f"{name}-first-fails", base)
            draft = case.small()
            comment = f"the {first}'s data key does not open, the {second}'s does (DEC-G39)"
            made = _with(draft, _damaged(_wrapped(case, draft, keys[0])), _wrapped(case, draft, keys[1]))
            yield case.accepted_small(made, comment, "KEY-MUL-005 KEY-MUL-007", flags="data-key-list", key=reader)
    keys = _kinds()["aes"]
    nested = {"type": "multi-keyring", "generator": _multi_of(*keys, generator=True), "childKeyrings": [matrix.raw("aes-256")]}
    case = Case("multi-nested-listed-last", bases["v2"])
    draft = case.small()
    others = [_wrapped(case, draft, key, _other(case)) for key in (matrix.raw("aes-256"), keys[1])]
    comment = "a multi-keyring as generator: its own generator is asked first (DEC-G38)"
    made = _with(draft, *others, _wrapped(case, draft, keys[0]))
    yield case.accepted_small(made, comment, "KEY-MUL-003 KEY-MUL-006", flags="data-key-order", key=nested)
    case = Case("multi-nested-wrong", bases["v2"])
    draft = case.small()
    listed = (_wrapped(case, draft, matrix.raw("aes-256")), _wrapped(case, draft, keys[1], _other(case)))
    comment = "a multi-keyring as generator: its child opens a data key that is not the message's, and ends the search (DEC-G38)"
    yield _wrong_data_key(case, _with(draft, *listed), comment, "KEY-MUL-003 KEY-MUL-004", key=nested, twin="multi-nested-listed-last")


def _names(bases: Bases) -> Iterator[Derived]:
    """A data key that opens under the reader's key, has nearly its name and comes first: it must not be taken."""
    for base in ("v1", "v2", "v1-signed"):
        right = bases[base].keys[bases[base].key["key"]]["key-id"]
        for how, name in (("upper", right.upper()), ("longer", f"{right}0"), ("shorter", right[:-1])):
            case = Case(f"order-name-{how}-{base}", bases[base])
            draft = case.small()
            near = _wrapped(case, draft, case.reader_key, _other(case), name)
            comment = f"before the reader's data key another one under its key, by the name {name} (DEC-G44)"
            made = _with(draft, near, _wrapped(case, draft, case.reader_key))
            yield case.accepted_small(made, comment, "KEY-AES-011 KEY-IFC-018", flags="data-key-order other-key")


def _others_first(bases: Bases) -> Iterator[Derived]:
    """A data key of the reader's name that is not its own, or not the suite's, comes first: the reader goes on to the next."""
    for base in ("v1", "v2-signed", "rsa-oaep-sha1"):
        case = Case(f"order-other-key-first-{base}", bases[base])
        draft = case.small()
        right = _wrapped(case, draft, case.reader_key)
        comment = "a data key under another wrapping key of the same name is first (DEC-G39)"
        ids = "KEY-RSA-018 KEY-IFC-018" if base.startswith("rsa") else "KEY-AES-009 KEY-AES-014 KEY-IFC-018"
        yield case.accepted_small(_with(draft, _under_another(case, draft), right), comment, ids, flags="data-key-list")
    for base in ("v1", "v2"):
        case = Case(f"order-other-length-first-{base}", bases[base])
        draft = case.small()
        half = _wrapped(case, draft, case.reader_key, _other(case)[:16])
        comment = "a data key of 16 bytes under the reader's key is first, the suite's has 32 (DEC-G39)"
        ids = "KEY-IFC-020 KEY-IFC-018"
        made = _with(draft, half, _wrapped(case, draft, case.reader_key))
        yield case.accepted_small(made, comment, ids, flags="data-key-list")


def _under_another(case: Case, draft: Draft) -> EncryptedDataKey:
    """The draft's data key under a wrapping key that has the name of the reader's, and not its bytes."""
    key = case.reader_key
    if key["encryption-algorithm"] == "rsa":
        return rsa_data_key(case, draft.data_key.reveal(), key, "rsa-2048-other")
    material = case.base.keys["aes-256-other"]["material"]
    entry = {**case.base.keys[key["key"]], "material": material}
    return case.wrap(draft.header.encryption_context, draft.data_key, keyring(key, {key["key"]: entry}), iv="another")


def _all_fail(bases: Bases) -> Iterator[Derived]:
    pairs = {**_kinds(), "rsa-ecdh": (matrix.raw("rsa-oaep-sha512"), matrix.agreement("P-256", "static"))}
    for kinds, keys in pairs.items():
        case = Case(f"multi-none-{kinds}", bases["v2"])
        draft = case.small()
        reader, ids = _multi_of(*keys, generator=True), "KEY-MUL-007 KEY-MUL-008"
        lawful = Case(f"multi-any-{kinds}", bases["v2"])
        lawful_draft = lawful.small()
        made = _with(lawful_draft, *(_wrapped(lawful, lawful_draft, key) for key in keys))
        yield lawful.accepted_small(made, "a data key of each keyring", "KEY-MUL-006", flags="ordinary", key=reader)
        broken = [_damaged(_wrapped(case, draft, key)) for key in keys]
        comment = "a data key of each keyring, and none of them opens"
        yield case.refused(
            _with(draft, *broken), "unwrap", "unwrap-failed", comment, ids, flags="key-wrapping", key=reader, twin=lawful.name
        )


# --- policy, context ---


def _policy(bases: Bases) -> Iterator[Derived]:
    strict = {"commitment_policy": matrix.REQUIRE}
    for base in ("0014", "0046", "0078", "0114", "0146", "0214", "0346"):
        case = Case(f"policy-{base}", bases[f"suite-{base}"])
        comment = f"suite {base} has no commitment, the reader's policy requires it"
        ids = "ALG-POL-001 ALG-POL-008 CMM-DEF-005"
        yield case.refused(case.base.data, "policy", "policy-violation", comment, ids, flags="policy", **strict)
    for base, limit in (("several", 1), ("several-v1", 1), ("several-v1", 2)):
        case = Case(f"policy-limit-{limit}-{base}", bases[base])
        comment = f"three data keys, the reader takes {limit}"
        ids = "CLI-CFG-004 CLI-DEC-014"
        yield case.refused(case.base.data, "policy", "edk-limit-exceeded", comment, ids, flags="exhaustion", max_encrypted_data_keys=limit)


def _reproduced(bases: Bases) -> Iterator[Derived]:
    """Pairs that the reader expects, and that are not so in the message."""
    rows = (
        ("empty", lambda value: ""),
        ("longer", lambda value: f"{value} "),
        ("shorter", lambda value: value[:-1]),
        ("blank-first", lambda value: f" {value}"),
        ("null", lambda value: f"{value}\0"),
        ("folded", str.swapcase),
    )
    for base in ("v1", "v2", "rsa-pkcs1", "ecdh-p384-static", "branch-v2-signed"):
        key, value = next(iter(bases[base].context.items()))
        for how, change in rows:
            if how in ("shorter", "blank-first") and not base.startswith("v"):
                continue  # readers of raw AES alone: the context is compared before the kind of key matters
            if how == "folded" and base == "rsa-pkcs1":
                continue  # the context would be of another kind than that of any message
            case = Case(f"context-{how}-{base}", bases[base])
            comment = f"the reader expects {key}={change(value)!r}, stored is {value!r} (DEC-G48)"
            ids = "CMM-IFC-004 CMM-IFC-018"
            yield case.refused(
                case.base.data,
                "context",
                "encryption-context-mismatch",
                comment,
                ids,
                flags="reader-context",
                encryption_context={key: change(value)},
            )
    for base in ("rsa-pkcs1", "rsa-oaep-sha1"):
        case = Case(f"context-never-there-{base}", bases[base])
        comment = "the reader reproduces a pair that the message never had; only the header tag binds it (DEC-G46, DEC-G50)"
        ids = "CMM-IFC-005 CMM-IFC-006 KEY-RSA-020"
        yield case.refused(
            case.base.data, "header_tag", "header-tag-invalid", comment, ids, flags="header-tag", encryption_context={"never": "there"}
        )
    for base in ("ecdh-p384-static", "ecdh-p521-static", "branch-v1", "branch-v2"):
        case = Case(f"context-never-there-{base}", bases[base])
        never = {"never": "there"}
        draft = replace(case.wrapped(case.small()), appended=serialize_encryption_context(never))
        comment = "the reader reproduces a pair that the header is bound to and the data key is not (DEC-G50)"
        ids = "CMM-IFC-005 CMM-IFC-006 KEY-IFC-012"
        yield case.refused(draft.seal(), "unwrap", "unwrap-failed", comment, ids, flags="reader-context", encryption_context=never)


def _required(bases: Bases) -> Iterator[Derived]:
    """A CMM that requires pairs. A message that lacks one is not bound to it, so that the CMM alone refuses it."""
    base = bases["required-all"]
    whole = dict(base.reproduced)
    for missing in whole:
        others = {key: value for key, value in whole.items() if key != missing}
        for how, given, comment in (
            ("without", others, f"two pairs are required, and the reader does not give {missing}"),
            ("longer", {**others, f"{missing}s": whole[missing]}, f"the reader gives the key {missing}s for {missing}, which is required"),
        ):
            case = Case(f"required-{how}-{missing}", base)
            yield _missing(case, given, comment)
        case = Case(f"required-value-{missing}", base)
        given = {**whole, missing: "other"}
        comment = f"the reader gives a value for {missing} that the header is bound to and the data key is not"
        made, ids = _none_stored(case, whole, appended=given), "CMM-REQ-004 CMM-IFC-005 KEY-AES-015"
        yield case.refused(made, "unwrap", "unwrap-failed", comment, ids, flags="reader-context", encryption_context=given)
    names = list(whole)
    nested = _requires(_requires(base.key["underlying"], names[0]), names[1])
    case = Case("required-nested", base)
    comment = "a CMM that requires a pair, over one that requires another"
    made, ids = _none_stored(case, whole), "CMM-REQ-001 CMM-REQ-004"
    yield case.accepted_small(made, comment, ids, flags="ordinary", key=nested, encryption_context=whole)
    for name, missing in (("outer", names[1]), ("inner", names[0])):
        case = Case(f"required-nested-without-{name}", base)
        comment = f"a CMM that requires a pair, over one that requires another: the {name} one's is not given"
        given = {key: value for key, value in whole.items() if key != missing}
        yield _missing(case, given, comment, key=nested, twin="required-nested")
    stored = bases["v2"]
    key = next(iter(stored.context))
    reader = _requires(stored.key, key)
    case = Case("required-stored", stored)
    comment = "a required pair that the message stores and the reader reproduces (DEC-G49)"
    made = case.wrapped(case.small()).seal()
    given = {key: stored.context[key]}
    yield case.accepted_small(made, comment, "CMM-REQ-005 CMM-REQ-008", flags="unusual", key=reader, encryption_context=given)
    case = Case("required-stored-not-given", stored)
    comment = "a required pair that the message stores and the reader does not reproduce"
    yield case.refused(
        stored.data,
        "context",
        "required-context-missing",
        comment,
        "CMM-REQ-003",
        flags="reader-context",
        key=reader,
        twin="required-stored",
    )


def _missing(case: Case, given: Mapping[str, str], comment: str, **members: Any) -> Derived:
    """A message that is bound to what the reader gives, which is not all that it requires."""
    made, stage, code = _none_stored(case, given), "context", "required-context-missing"
    return case.refused(made, stage, code, comment, "CMM-REQ-003", flags="reader-context", encryption_context=given, **members)


def _none_stored(case: Case, bound: Mapping[str, str], *, appended: Mapping[str, str] | None = None) -> bytes:
    """A message that stores no pair. Its data key is bound to some, and its header to the same or others."""
    draft = case.small().with_header(context_pairs=None)
    key = case.wrap(bound, draft.data_key, keyring(case.base.key["underlying"], case.base.keys))
    pairs = serialize_encryption_context(bound if appended is None else appended)
    return replace(draft.with_header(encrypted_data_keys=(key,)), appended=pairs).seal()


def _requires(underlying: _Key, *keys: str) -> dict[str, Any]:
    return {"type": "required-encryption-context-cmm", "underlying": underlying, "requiredEncryptionContextKeys": list(keys)}

"""Messages of raw ECDH keyrings: refused for one thing in the provider information, the ciphertext, or what a data key is bound to; some
that look alike and must be accepted.

Strategy: ``_wrap`` wraps a data key step by step, and each step can be done in another way. Whatever follows from a changed step is made
with it, so a reader that does not look at this one step, or does it in the same wrong way, opens the message. Every fault is there for a
static and for a discovery reader; the curves take turns, but for faults in points, which each curve has.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from esdkit.crypto import aead
from esdkit.crypto.ecdh import compressed_point, decode_point, shared_secret
from esdkit.crypto.kbkdf import kbkdf_counter_hmac
from esdkit.forge import Draft
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CONSTANTS
from vectors.generators import matrix
from vectors.generators.derive import Bases, Case, Derived, material

__all__ = ["agreed"]

_CURVES = tuple(CONSTANTS.curves)
_SALT, _COMMITMENT, _TAG = 32, 32, 16
_VERSION = b"\x01"
_OTHER_CURVE = {"P-256": "P-384", "P-384": "P-521", "P-521": "P-256"}
_SCHEMAS = ("static", "discovery")
_Steps = Mapping[str, Any]


def agreed(bases: Bases) -> Iterator[Derived]:
    """The vectors about raw ECDH."""
    for group in (_readers, _provider_ids, _info, _points, _ciphertexts, _bound, _derivation, _accepted):
        yield from group(bases)


class _Wrapping(Case):
    """A case whose data keys are wrapped by the sender of its curve."""

    __slots__ = ()

    @property
    def curve(self) -> str:
        ((_, options),) = self.base.key["keyring"].items()
        return str(options["curve"])

    def private(self, side: str, pair: str = "") -> ec.EllipticCurvePrivateKey:
        entry = f"ecdh-{self.curve.replace('-', '').lower()}{pair}"
        key = load_pem_private_key(material(f"{entry}#{side}", self.base.keys), password=None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return key

    def point(self, side: str, pair: str = "") -> bytes:
        return compressed_point(self.private(side, pair).public_key())

    def draft_of(self, **steps: Any) -> Draft:
        """A new message like the base, with its data key wrapped in a way of its own; see ``_wrap``."""
        draft = self.small()
        return draft.with_header(encrypted_data_keys=(_wrap(self, draft, steps),))

    def sealed(self, **steps: Any) -> bytes:
        return self.draft_of(**steps).seal()

    def unwrap_fails(self, ciphertext: bytes, comment: str, requirements: str, flags: str = "key-wrapping", **members: Any) -> Derived:
        return self.refused(ciphertext, "unwrap", "unwrap-failed", comment, requirements, flags=flags, **members)


def _info_of(recipient: bytes, sender: bytes, *, version: bytes = _VERSION, lengths: Mapping[str, int] | None = None) -> bytes:
    """Provider information of any two points, with lengths that may lie."""
    told = {"recipient": len(recipient), "sender": len(sender), **(lengths or {})}
    return version + told["recipient"].to_bytes(4, "big") + recipient + told["sender"].to_bytes(4, "big") + sender


def _wrap(case: _Wrapping, draft: Draft, steps: _Steps) -> EncryptedDataKey:
    """The data key of a draft, wrapped step by step.

    Args:
        case, draft: the message.
        steps: what is done in another way: ``sender`` and ``recipient``, the private keys that agree; ``stored`` points of either; the
            ``secret``; ``fixed``, parts of what is bound, by name; ``order`` of the points in it; ``hash``; ``salted``, whether the salt is
            derived with; ``halves``, whether the halves of the derived key change places; ``iv``; ``aad``; ``data_key``; ``info`` and
            ``ciphertext``, functions of the finished parts; ``provider_id``.
    """
    sender = steps.get("sender", case.private("sender"))
    recipient = steps.get("recipient", case.private("recipient"))
    own_points = {"sender": compressed_point(sender.public_key()), "recipient": compressed_point(recipient.public_key())}
    points = {**own_points, **steps.get("stored", {})}
    fixed = _fixed_info(case, draft, points, steps)
    secret = steps.get("secret", shared_secret(sender, recipient.public_key()))
    salt = case.seeded(_SALT, "salt")
    derived = kbkdf_counter_hmac(
        steps.get("hash", CONSTANTS.ecdh.derivation_hash), secret, fixed, salt if steps.get("salted", True) else b"", 64
    )
    commitment, wrapping_key = (derived[32:], derived[:32]) if steps.get("halves") else (derived[:32], derived[32:])
    data_key = steps.get("data_key", draft.data_key.reveal())
    encrypted, tag = aead.encrypt(wrapping_key, steps.get("iv", bytes(12)), steps.get("aad", fixed), data_key)
    info = _info_of(points["recipient"], points["sender"], version=steps.get("version", _VERSION), lengths=steps.get("lengths"))
    parts = steps.get("parts", lambda *parts: b"".join(parts))(salt, commitment, encrypted, tag)
    return EncryptedDataKey(steps.get("provider_id", b"raw-ecdh"), steps.get("info", lambda info: info)(info), parts)


def _fixed_info(case: _Wrapping, draft: Draft, points: Mapping[str, bytes], steps: _Steps) -> bytes:
    curve = CONSTANTS.curves[case.curve].bound_name
    parts = {
        "label": CONSTANTS.ecdh.derivation_label.encode("ascii"),
        "curve": curve.encode("ascii"),
        "derivation": CONSTANTS.ecdh.derivation_name.encode("ascii"),
        "points": points["sender"] + points["recipient"],
        "version": _VERSION,
        "context": serialize_encryption_context(draft.header.encryption_context),
        **steps.get("fixed", {}),
    }
    return b"\0".join(parts.values())


def _case(bases: Bases, name: str) -> _Wrapping:
    """A case where readers of all schemas and curves do the same: which one it is follows from the name."""
    turn = sum(name.encode("ascii"))
    curve, schema = _CURVES[turn % len(_CURVES)].replace("-", "").lower(), _SCHEMAS[turn % len(_SCHEMAS)]
    return _Wrapping(f"ecdh-{name}-{curve}-{schema}", bases[f"ecdh-{curve}-{schema}"])


def _cases(bases: Bases, name: str, *, every_curve: bool = False) -> Iterator[tuple[str, _Wrapping]]:
    """A case for each schema of a reader; on each curve, or on curves that follow from the name."""
    turn = sum(name.encode("ascii"))
    for number, schema in enumerate(_SCHEMAS):
        for curve in _CURVES if every_curve else (_CURVES[(turn + number) % len(_CURVES)],):
            short = curve.replace("-", "").lower()
            yield schema, _Wrapping(f"ecdh-{name}-{short}-{schema}", bases[f"ecdh-{short}-{schema}"])


def _writer_for(reader: Mapping[str, Any]) -> dict[str, Any]:
    """The static keyring of a reader's entry."""
    ((_, options),) = reader["keyring"].items()
    entry = options["private_key"]["file"].partition("#")[0]
    return matrix.agreement(options["curve"], "static", entry=entry)


def _readers(bases: Bases) -> Iterator[Derived]:
    """Valid messages, and readers with another key or curve."""
    for curve, schema in itertools.product(_CURVES, _SCHEMAS):
        short = curve.replace("-", "").lower()
        base = bases[f"ecdh-{short}-{schema}"]
        other = matrix.agreement(curve, schema, pair="-other")
        match = "KEY-ECD-012" if schema == "static" else "KEY-ECD-013"
        for name, key, comment, requirements in (
            ("other-key", other, "the reader has other keys on the same curve", match),
            (
                "other-curve",
                matrix.agreement(_OTHER_CURVE[curve], schema),
                "the reader's keys are on another curve",
                f"KEY-ECD-002 {match}",
            ),
        ):
            case = _Wrapping(f"ecdh-reader-{name}-{short}-{schema}", base)
            twin = Case(f"{case.name}-twin", base, _writer_for(key))
            yield twin.accepted_small(
                twin.wrapped(twin.small()).seal(), "what the other reader can open", "KEY-ECD-012", flags="ordinary", key=key
            )
            ids = f"{requirements} KEY-IFC-004"
            yield case.unwrap_fails(base.data, f"{comment} ({curve})", ids, "other-key", key=key, twin=twin.name)


def _provider_ids(bases: Bases) -> Iterator[Derived]:
    for name, provider_id in (
        ("upper", b"RAW-ECDH"),
        ("longer", b"raw-ecdh-1"),
        ("shorter", b"raw-ecd"),
        ("kms", b"aws-kms"),
        ("blank", b"raw-ecdh "),
        ("null", b"raw-ecdh\0"),
    ):
        case = _case(bases, f"provider-{name}")
        comment = (
            f"the provider id is {provider_id.decode()!r}" if name in ("blank", "null") else f"the provider id is {provider_id.decode()}"
        )
        yield case.unwrap_fails(case.sealed(provider_id=provider_id), comment, "KEY-ECD-014", "other-key")


def _info(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("version-0", {"version": b"\0"}, "version 0 of the provider information", "key-wrapping"),
        ("version-2", {"version": b"\x02"}, "version 2 of the provider information", "key-wrapping"),
        ("info-empty", {"info": lambda info: b""}, "empty provider information", "key-wrapping"),
        ("info-cut", {"info": lambda info: info[:-1]}, "the provider information ends inside the sender's point", "key-wrapping"),
        ("info-longer", {"info": lambda info: info + b"\0"}, "a byte after the sender's point", "key-wrapping"),
        *(
            (
                f"{side}-length-{name}",
                {"lengths": {side: told}},
                f"the length of the {side}'s point is {told}, which it is not" + (" (DEC-ECDH-LENGTH)" if side == "sender" else ""),
                "key-wrapping length",
            )
            for side in ("recipient", "sender")
            for name, told in (("zero", 0), ("one", 1), ("huge", 0xFFFFFFFF))
        ),
    )
    for name, steps, comment, flags in rows:
        case = _case(bases, name)
        yield case.unwrap_fails(case.sealed(**steps), comment, "KEY-ECD-001 KEY-IFC-018", flags)
    for side in ("recipient", "sender"):
        case = _case(bases, f"{side}-length-wide")
        right = len(case.point(side))
        comment = f"the length of the {side}'s point is 2^16 + {right}, where {right} is right" + (
            " (DEC-ECDH-LENGTH)" if side == "sender" else ""
        )
        made = case.sealed(lengths={side: right + (1 << 16)})
        yield case.unwrap_fails(made, comment, "KEY-ECD-001 KEY-IFC-018", "key-wrapping narrow-number")


def _negated(point: bytes) -> bytes:
    """The other point with this x."""
    return bytes([point[0] ^ 1]) + point[1:]


def _off_curve(curve: str) -> bytes:
    """A compressed point whose x no point of the curve has."""
    size = CONSTANTS.curves[curve].point_length - 1
    return next(point for x in itertools.count(1) if decode_point(point := b"\x02" + x.to_bytes(size, "big"), curve) is None)


def _uncompressed(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _points(bases: Bases) -> Iterator[Derived]:
    """Points that are none, or none of the reader's."""
    rows: tuple[tuple[str, Callable[[_Wrapping], dict[str, Any]], str, str], ...] = (
        ("sender-off-curve", lambda c: {"sender": _off_curve(c.curve)}, "the sender's x is of no point on the curve", "KEY-ECD-002"),
        (
            "sender-x-too-large",
            lambda c: {"sender": b"\x02" + b"\xff" * (CONSTANTS.curves[c.curve].point_length - 1)},
            "the sender's x is not below the field's prime",
            "KEY-ECD-002",
        ),
        ("sender-infinity", lambda c: {"sender": b"\0"}, "the sender is the point at infinity", "KEY-ECD-002"),
        ("sender-zeros", lambda c: {"sender": bytes(len(c.point("sender")))}, "the sender's point is all zeros", "KEY-ECD-002"),
        (
            "sender-uncompressed",
            lambda c: {"sender": _uncompressed(c.private("sender"))},
            "the sender's point is not compressed (DEC-ECDH-POINT)",
            "KEY-ECD-002",
        ),
        (
            "sender-prefix",
            lambda c: {"sender": b"\x04" + c.point("sender")[1:]},
            "the sender's point has the first byte of an uncompressed one",
            "KEY-ECD-002",
        ),
        (
            "recipient-uncompressed",
            lambda c: {"recipient": _uncompressed(c.private("recipient"))},
            "the recipient's point is not compressed",
            "KEY-ECD-002 KEY-ECD-013",
        ),
        (
            "recipient-negated",
            lambda c: {"recipient": _negated(c.point("recipient"))},
            "the recipient's point has the reader's x and the other y",
            "KEY-ECD-013",
        ),
    )
    for name, stored, comment, requirements in rows:
        for schema, case in _cases(bases, name, every_curve=name.startswith("sender-") and name not in ("sender-prefix", "sender-zeros")):
            found = requirements if schema == "discovery" else "KEY-ECD-012"  # a static reader compares points as they are stored
            ciphertext = case.sealed(stored=stored(case))
            yield case.unwrap_fails(ciphertext, f"{comment} ({case.curve})", found, "key-agreement")
    for name, steps, comment, requirements in (
        (
            "recipient-other",
            lambda c: {"recipient": c.private("recipient", "-other")},
            "wrapped for another recipient",
            "KEY-ECD-012 KEY-ECD-013",
        ),
        (
            "points-swapped",
            lambda c: {"info": lambda info: _info_of(c.point("sender"), c.point("recipient"))},
            "sender and recipient have changed places, and are bound in the other order (DEC-G68)",
            "KEY-ECD-001 KEY-ECD-004",
        ),
        (
            "sender-not-bound",
            lambda c: {"info": lambda info: _info_of(c.point("recipient"), _negated(c.point("sender")))},
            "the sender's y was changed after the data key was wrapped; the shared secret is the same",
            "KEY-ECD-004 KEY-ECD-007",
        ),
    ):
        for _, case in _cases(bases, name):
            yield case.unwrap_fails(case.sealed(**steps(case)), comment, requirements, "key-agreement")
    for name, sender, comment in (
        ("sender-other", lambda c: {"sender": c.private("sender", "-other")}, "the sender is not the one that the reader knows"),
        (
            "sender-negated",
            lambda c: {"stored": {"sender": _negated(c.point("sender"))}},
            "the sender has the x of the one that the reader knows, and the other y",
        ),
    ):
        for schema, case in _cases(bases, name, every_curve=True):
            if schema == "static":
                yield case.unwrap_fails(case.sealed(**sender(case)), f"{comment} ({case.curve})", "KEY-ECD-012", "key-agreement")


def _flip(part: bytes) -> bytes:
    return part[:-1] + bytes([part[-1] ^ 1])


def _ciphertexts(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, Callable[[bytes, bytes, bytes, bytes], bytes], str, str], ...] = (
        ("salt", lambda salt, c, k, t: _flip(salt) + c + k + t, "one bit of the salt is flipped", "KEY-ECD-005 KEY-ECD-007"),
        (
            "commitment",
            lambda s, commitment, k, t: s + _flip(commitment) + k + t,
            "one bit of the commitment key is flipped (DEC-G69)",
            "KEY-ECD-007",
        ),
        ("key", lambda s, c, key, t: s + c + _flip(key) + t, "one bit of the encrypted key is flipped", "KEY-ECD-008"),
        ("tag", lambda s, c, k, tag: s + c + k + _flip(tag), "one bit of the tag is flipped", "KEY-ECD-008"),
        ("no-tag", lambda s, c, k, tag: s + c + k, "there is no tag", "KEY-ECD-003"),
        ("cut", lambda *parts: b"".join(parts)[:-1], "the ciphertext ends a byte too soon", "KEY-ECD-003"),
        ("longer", lambda *parts: b"".join(parts) + b"\0", "a byte after the tag", "KEY-ECD-003"),
        ("empty", lambda *parts: b"", "the ciphertext is empty", "KEY-ECD-003 FMT-EDK-007"),
        (
            "commitment-first",
            lambda s, c, k, t: s + bytes([c[0] ^ 0x80]) + c[1:] + k + t,
            "the first bit of the commitment key is flipped (DEC-G69)",
            "KEY-ECD-007",
        ),
        (
            "commitment-middle",
            lambda s, c, k, t: s + c[:16] + bytes([c[16] ^ 1]) + c[17:] + k + t,
            "one bit of the 17th byte of the commitment key is flipped (DEC-G69)",
            "KEY-ECD-007",
        ),
        ("salt-last", lambda s, c, k, t: c + s + k + t, "salt and commitment key have changed places", "KEY-ECD-003"),
        ("tag-first", lambda s, c, k, t: s + c + t + k, "the tag comes before the encrypted key", "KEY-ECD-003"),
    )
    for name, parts, comment, requirements in rows:
        case = _case(bases, f"ciphertext-{name}")
        yield case.unwrap_fails(case.sealed(parts=parts), comment, f"{requirements} KEY-IFC-011")
    for name, length in (("half", 0.5), ("double", 2), ("none", 0)):
        case = _case(bases, f"data-key-{name}")
        data_key = case.seeded(int(case.base.suite.data_key_length * length), "other data key")
        comment = f"the wrapped data key has {len(data_key)} bytes, the suite's has {case.base.suite.data_key_length}"
        yield case.unwrap_fails(case.sealed(data_key=data_key), comment, "KEY-ECD-003 KEY-IFC-020")


def _bound(bases: Bases) -> Iterator[Derived]:
    """Data keys that are bound to something else, and whose reader is likewise wrong or does not look."""
    for name, fixed, comment in (
        ("label-upper", {"label": b"ECDH-KEY-DERIVATION"}, "the label is in upper case (DEC-E05, DEC-G67)"),
        ("label-none", {"label": b""}, "without the label"),
        ("derivation-other", {"derivation": b"HMAC_SHA256"}, "with the name of another derivation"),
        ("version-bound", {"version": b"\x02"}, "with version 2, where the provider information says 1"),
        ("context-none", {"context": b""}, "without the encryption context"),
    ):
        case = _case(bases, f"bound-{name}")
        yield case.unwrap_fails(case.sealed(fixed=fixed), f"the data key is bound {comment}", "KEY-ECD-004 KEY-IFC-012")
    for name, part, of, comment in (
        ("curve-other", "curve", lambda c: CONSTANTS.curves[_OTHER_CURVE[c.curve]].bound_name.encode(), "with the name of another curve"),
        ("curve-usual", "curve", lambda c: c.curve.encode(), "with the curve's usual name"),
        ("points-reversed", "points", lambda c: c.point("recipient") + c.point("sender"), "with the points in the other order"),
        ("recipient-only", "points", lambda c: c.point("recipient"), "without the sender's point"),
        ("sender-only", "points", lambda c: c.point("sender"), "without the recipient's point"),
    ):
        case = _case(bases, f"bound-{name}")
        yield case.unwrap_fails(case.sealed(fixed={part: of(case)}), f"the data key is bound {comment}", "KEY-ECD-004")
    case = _case(bases, "context-added")
    draft = case.draft_of()
    pairs = tuple(sorted([*(draft.header.context_pairs or ()), (b"added", b"later")]))
    comment = "a pair was added to the context after the data key was wrapped"
    yield case.unwrap_fails(draft.with_header(context_pairs=pairs).seal(), comment, "KEY-ECD-004 KEY-IFC-012")


def _derivation(bases: Bases) -> Iterator[Derived]:
    for name, steps, comment, requirements in (
        ("hash-sha256", {"hash": "sha256"}, "derived with HMAC SHA-256", "KEY-ECD-005"),
        ("hash-sha512", {"hash": "sha512"}, "derived with HMAC SHA-512", "KEY-ECD-005"),
        ("without-salt", {"salted": False}, "derived without the salt", "KEY-ECD-005"),
        ("halves", {"halves": True}, "the halves of the derived key have changed places", "KEY-ECD-006"),
        ("iv-one", {"iv": (1).to_bytes(12, "big")}, "the IV of the wrapping is 1", "KEY-ECD-008"),
        ("aad-none", {"aad": b""}, "the wrapping authenticates nothing but the data key", "KEY-ECD-008"),
    ):
        case = _case(bases, f"derivation-{name}")
        yield case.unwrap_fails(case.sealed(**steps), comment, requirements)


def _accepted(bases: Bases) -> Iterator[Derived]:
    for schema, case in _cases(bases, "accept-provider-kms", every_curve=True):
        comment = f"a raw keyring opens what a KMS keyring wrote for the same public key ({case.curve})"
        yield case.accepted_small(case.sealed(provider_id=b"aws-kms-ecdh"), comment, "KEY-ECD-014", flags="unusual", key=case.base.key)
        if schema == "discovery":
            other = replace(case, name=case.name.replace("provider-kms", "sender-other"))
            comment = f"a discovery reader takes any sender ({case.curve})"
            made = other.sealed(sender=other.private("sender", "-other"))
            yield other.accepted_small(made, comment, "KEY-ECD-002 KEY-ECD-013", flags="ordinary")
            other = replace(case, name=case.name.replace("provider-kms", "sender-negated"))
            made = other.sealed(stored={"sender": _negated(other.point("sender"))})
            comment = f"a sender that has another sender's x, and the other y ({case.curve})"
            yield other.accepted_small(made, comment, "KEY-ECD-002 KEY-ECD-013", flags="unusual")
    for name, flags, damage in (("damaged", "data-key-list", _flip), ("foreign", "data-key-list", lambda part: part[:5])):
        case = _case(bases, f"accept-after-{name}")
        draft = case.draft_of()
        (good,) = draft.header.encrypted_data_keys
        first = replace(good, ciphertext=damage(good.ciphertext))
        comment = "a data key of the same keys that does not open is first (DEC-G39)"
        made = draft.with_header(encrypted_data_keys=(first, good)).seal()
        yield case.accepted_small(made, comment, "KEY-ECD-016 KEY-IFC-018", flags=flags)

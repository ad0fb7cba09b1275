"""Writes ``vectors/native/encrypt.json``: what an encryption is given and draws, and what it must write or refuse.

    python -m vectors.generators.encryptions

Strategy: the messages are sealed by the forge, their data keys wrapped here, so that no line of the encryption makes what it must make.
Everything that is drawn follows from the name of the case.
"""

from __future__ import annotations

import base64
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, derive_private_key

from esdkit.crypto import aead
from esdkit.crypto.curves import elliptic_curve
from esdkit.forge import new_draft
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite
from esdkit.vectors.canonical import encrypt_text
from vectors.generators import matrix, native
from vectors.generators.derive import seeded
from vectors.generators.keys import test_keys

__all__ = ["encryptions", "main"]

Test = dict[str, Any]

PATH = native.FOLDER / "encrypt.json"
_AES = "aes-256"
_CONTEXT = {"purpose": "test", "user": "7"}
_INVALID, _POLICY, _LONG = "invalid-argument", "policy-violation", "plaintext-too-long"


def encryptions(keys: Mapping[str, Any]) -> Iterator[tuple[str, Test]]:
    """The tests with their ids.

    Args:
        keys: the entries of the keys manifest.
    """
    writer = _Writer(keys)
    for group in (_suites, _lengths, _contexts, _keys, _required, _defaults, _drawn):
        yield from group(writer)
    for refused in (_reserved, _too_large, _frame_lengths, _policies, _limits, _missing, _not_text, _announced):
        yield from refused(writer)


class _Writer:
    """Makes the tests under some keys."""

    def __init__(self, keys: Mapping[str, Any]) -> None:
        self._keys = keys

    def written(
        self,
        name: str,
        suite: int | None,
        comment: str,
        requirements: str,
        *,
        length: int = 12,
        frame_length: int | None = 8,
        context: Mapping[str, str] | None = None,
        required: Sequence[str] = (),
        wrapping: Sequence[str] = (_AES,),
        drawn: Mapping[str, bytes] | None = None,
        by_length: bool = False,
        **members: Any,
    ) -> tuple[str, Test]:
        """A test whose message follows.

        Args:
            name: the id.
            suite: None for the policy's default.
            comment, requirements: as in the manifest; the ids in one text.
            length: bytes of plaintext.
            frame_length: bytes; None for the default.
            context: the pairs that are given.
            required: the keys of those that are not stored.
            wrapping: names of raw AES keys; the first one is the generator.
            drawn: instead of bytes that follow from the name: ``data-key``, ``message-id``.
            by_length: give the message's length alone.
            members: further ones, with ``_`` for ``-``.
        """
        pairs = _CONTEXT if context is None else context
        named = {key.replace("_", "-"): value for key, value in members.items()}
        policy = named.get("commitment-policy", matrix.REQUIRE if suite is None or SUITES[suite].commitment else matrix.FORBID)
        used = SUITES[suite if suite is not None else _default(policy)]
        draws = _draws(name, used, len(wrapping), drawn or {})
        plaintext = native.plaintext(length)
        expect = self._message(used, plaintext, frame_length, pairs, required, wrapping, draws)
        test = {
            "plaintext": plaintext.hex(),
            "key": _description(wrapping, required),
            **({} if suite is None else {"algorithm-suite": used.hex_id}),
            "commitment-policy": policy,
            **({} if frame_length is None else {"frame-length": frame_length}),
            **({"encryption-context": dict(pairs)} if pairs and "encryption-context-filled" not in named else {}),
            **{member: value for member, value in draws.items() if member != "wrapping-ivs"},
            "wrapping-ivs": draws["wrapping-ivs"],
            "expect": {"outcome": "write", "length": expect["length"]} if by_length else {"outcome": "write", **expect},
            "comment": comment,
            "requirements": sorted(requirements.split()),
            **named,
        }
        return name, test

    def _message(
        self,
        suite: Suite,
        plaintext: bytes,
        frame_length: int | None,
        pairs: Mapping[str, str],
        required: Sequence[str],
        wrapping: Sequence[str],
        draws: Mapping[str, Any],
    ) -> dict[str, Any]:
        signing_key = _signing_key(suite, draws)
        draft = new_draft(
            suite=suite,
            data_key=bytes.fromhex(draws["data-key"]),
            message_id=bytes.fromhex(draws["message-id"]),
            encrypted_data_keys=[],
            plaintext=plaintext,
            frame_length=frame_length or CONSTANTS.default_frame_length,
            encryption_context={key: value for key, value in pairs.items() if key not in required},
            required_context={key: pairs[key] for key in required},
            signing_key=signing_key,
        )
        bound = serialize_encryption_context({**{key: pairs[key] for key in required}, **draft.header.encryption_context})
        ivs = map(bytes.fromhex, draws["wrapping-ivs"])
        data_keys = [self._wrapped(name, iv, bound, draft.data_key.reveal()) for name, iv in zip(wrapping, ivs, strict=True)]
        whole = draft.with_header(encrypted_data_keys=tuple(data_keys)).seal()
        if suite.signature is None:
            return {"length": len(whole), "message": whole.hex()}
        body = draft.with_header(encrypted_data_keys=tuple(data_keys)).body()
        signed = whole[: whole.index(body) + len(body)]
        length = len(signed) + 2 + suite.signature.usual_signature_length
        return {"length": length, "message": signed.hex(), "digest": hashlib.new(suite.signature.hash, signed).hexdigest()}

    def _wrapped(self, name: str, iv: bytes, aad: bytes, data_key: bytes) -> EncryptedDataKey:
        entry = self._keys[name]
        ciphertext, tag = aead.encrypt(base64.b64decode(entry["material"]), iv, aad, data_key)
        sizes = CONSTANTS.raw_aes_tag_length_bits.to_bytes(4, "big") + len(iv).to_bytes(4, "big")
        return EncryptedDataKey(matrix.NAMESPACE.encode(), entry["key-id"].encode() + sizes + iv, ciphertext + tag)


def _default(policy: str) -> int:
    return 0x0378 if policy == matrix.FORBID else 0x0578


def _draws(name: str, suite: Suite, ivs: int, drawn: Mapping[str, bytes]) -> dict[str, Any]:
    """What is drawn, as the manifest has it."""
    lengths = {"data-key": suite.data_key_length, "message-id": CONSTANTS.message_id_lengths[suite.message_version]}
    if suite.signature is not None:
        lengths["signing-key"] = suite.signature.coordinate_length
    draws: dict[str, Any] = {what: drawn.get(what, seeded(length, name, what)).hex() for what, length in lengths.items()}
    return {**draws, "wrapping-ivs": [seeded(CONSTANTS.raw_aes_iv_length, name, f"iv {number}").hex() for number in range(ivs)]}


def _signing_key(suite: Suite, draws: Mapping[str, Any]) -> EllipticCurvePrivateKey | None:
    if suite.signature is None:
        return None
    return derive_private_key(int(draws["signing-key"], 16), elliptic_curve(suite.signature.curve))


def _description(wrapping: Sequence[str], required: Sequence[str]) -> dict[str, Any]:
    first, *others = map(matrix.raw, wrapping)
    key = {"type": "multi-keyring", "generator": first, "childKeyrings": others} if others else first
    if not required:
        return key
    return {"type": "required-encryption-context-cmm", "underlying": key, "requiredEncryptionContextKeys": list(required)}


def _refused(name: str, code: str, comment: str, requirements: str, *, suite: int | None = 0x0478, **members: Any) -> tuple[str, Test]:
    """A test of an encryption that must fail; its members are those of the manifest, with ``_`` for ``-``."""
    test = {
        "plaintext": native.plaintext(4).hex(),
        "key": matrix.raw(_AES),
        **({} if suite is None else {"algorithm-suite": SUITES[suite].hex_id}),
        "commitment-policy": matrix.REQUIRE if suite is None or SUITES[suite].commitment else matrix.FORBID,
        **{key.replace("_", "-"): value for key, value in members.items()},
        "expect": {"outcome": "refuse", "code": code},
        "comment": comment,
        "requirements": sorted(requirements.split()),
    }
    if "plaintext-length" in test:
        del test["plaintext"]
    return name, test


Tests = Iterable[tuple[str, Test]]

# --- what is written ---

_ALWAYS = (
    "CLI-ENC-008 CLI-ENC-012 CLI-ENC-014 CLI-ENC-016 CLI-ENC-017 CLI-ENC-018 CLI-ENC-026 FMT-HDR-018 FMT-FRM-023 FMT-FRM-017 FMT-NFR-007"
)


def _suites(writer: _Writer) -> Tests:
    for suite in SUITES.values():
        ids = f"{_ALWAYS} FMT-AAD-009 CMM-DEF-009 CMM-IFC-015 CMM-IFC-016 FMT-FTR-005"
        ids += " FMT-HAU-011" if suite.message_version == 1 else " FMT-HDR-017"
        ids += " CLI-ENC-022 CMM-DEF-011 SIG-VER-011" if suite.signed else " CLI-ENC-023"
        ids += " ALG-POL-006" if suite.commitment else " ALG-POL-003"
        yield writer.written(
            f"suite-{suite.hex_id.lower()}", suite.id, f"suite {suite.hex_id}: two pairs of context, a full frame, half a frame", ids
        )


def _lengths(writer: _Writer) -> Tests:
    for length, comment, ids in (
        (0, "an empty plaintext is one empty final frame (DEC-G18)", "CLI-ENC-020 FMT-FRM-015"),
        (1, "a plaintext of one byte is one final frame", "FMT-FRM-012"),
        (7, "a byte less than a frame is one final frame", "FMT-FRM-012"),
        (8, "a full frame is followed by an empty final one (DEC-G19)", "CLI-ENC-019 FMT-FRM-014"),
        (9, "a byte more than a frame", "CLI-ENC-018"),
        (16, "two full frames are followed by an empty final one (DEC-G19)", "CLI-ENC-019 FMT-FRM-014"),
    ):
        for suite in (0x0178, 0x0478):
            yield writer.written(f"length-{length}-{suite:04x}", suite, comment, ids, length=length)
    for frame_length, length, comment in (
        (1, 3, "frames of one byte"),
        (7, 15, "a frame length that is not a multiple of 16 (DEC-G61)"),
        (None, 3, "the default frame length, 4096"),
        (1 << 31, 3, "a frame length of 2^31 (DEC-G62)"),
        ((1 << 32) - 1, 3, "the largest frame length (DEC-G62)"),
    ):
        ids = "CLI-ENC-004 CLI-ENC-003" if frame_length is None else "CLI-ENC-005 FMT-HDR-016"
        yield writer.written(f"frame-length-{frame_length or 'default'}", 0x0478, comment, ids, length=length, frame_length=frame_length)


def _contexts(writer: _Writer) -> Tests:
    rows: tuple[tuple[str, Mapping[str, str], str, str], ...] = (
        ("none", {}, "no context", "FMT-AAD-002 FMT-AAD-003"),
        ("upper-first", {"a": "1", "B": "2"}, "the key B is written before a (DEC-G06)", "FMT-AAD-009 FMT-AAD-012"),
        (
            "astral",
            {"\U00010348": "1", "\uff5e": "2"},
            "a key beyond U+FFFF is written after one before it (DEC-G05)",
            "FMT-AAD-009 FMT-AAD-012",
        ),
        ("bytes", {"\u00fc": "1", "z": "2"}, "a key that begins with the byte C3 is written after z (DEC-G05)", "FMT-AAD-009"),
        (
            "prefix",
            {"ab": "1", "a": "2", "": "3"},
            "keys that begin with one another, and an empty one (DEC-G15)",
            "FMT-AAD-009 FMT-AAD-015",
        ),
        ("empty", {"void": ""}, "a value without a character (DEC-G15)", "FMT-AAD-015"),
        (
            "composed",
            {"\u00e9": "1", "e\u0301": "2"},
            "two keys that are one after normalization are two (DEC-G08)",
            "FMT-AAD-008 FMT-AAD-010",
        ),
        ("null", {"a\0b": "\0"}, "zero characters in key and value (DEC-G75)", "FMT-AAD-010"),
        (
            "near-reserved",
            {"aws-crypto": "1", "AWS-CRYPTO-x": "2", " aws-crypto-x": "3"},
            "keys near the reserved ones (DEC-G55)",
            "FMT-AAD-018 CMM-DEF-010",
        ),
    )
    for name, pairs, comment, ids in rows:
        yield writer.written(f"context-{name}", 0x0478, comment, ids, length=3, context=pairs)
    for suite in (0x0214, 0x0578):
        comment = "no context: the public key is the only pair"
        yield writer.written(f"context-none-{suite:04x}", suite, comment, "CMM-DEF-011 CMM-DEF-012 CLI-ENC-022", length=3, context={})
    comment = "a context whose section has 65535 bytes, the most that fit (DEC-G64)"
    filled = {"k": LIMITS["encryption_context_length"] - 7}
    full: dict[str, Any] = {"context": {"k": "x" * filled["k"]}, "by_length": True, "encryption_context_filled": filled}
    yield writer.written("context-full", 0x0478, comment, "FMT-AAD-014 FMT-AAD-016", length=3, **full)


def _keys(writer: _Writer) -> Tests:
    for name in ("aes-128", "aes-192", "aes-unicode"):
        comment = f"the data key is wrapped by {name}" + (", whose name is not ASCII (DEC-G42)" if name == "aes-unicode" else "")
        yield writer.written(f"key-{name}", 0x0478, comment, "FMT-EDK-003 FMT-EDK-006", length=3, wrapping=(name,))
    for wrapping in (("aes-256", "aes-128"), ("aes-192", "aes-256", "aes-128"), ("aes-256", "aes-256")):
        comment = f"{len(wrapping)} data keys, in the order generator, children" + (
            ": the same key twice (DEC-G38)" if len(set(wrapping)) == 1 else ""
        )
        ids = "CLI-ENC-017 FMT-EDK-008 FMT-EDK-009 CMM-DEF-013"
        yield writer.written(f"keys-{'-'.join(wrapping)}", 0x0178, comment, ids, length=3, wrapping=wrapping)


def _required(writer: _Writer) -> Tests:
    ids = "FMT-AAD-017 FMT-HAU-007 CMM-IFC-017 CMM-REQ-006 CMM-REQ-007"
    for name, suite, required, comment in (
        ("one", 0x0478, ["user"], "a required pair is authenticated and not stored"),
        ("one-signed", 0x0378, ["purpose"], "a required pair is authenticated and not stored, in a signed message"),
        ("all", 0x0178, ["purpose", "user"], "all pairs are required: the stored context is empty (DEC-G52)"),
        ("all-signed", 0x0578, ["purpose", "user"], "all pairs are required: the public key is the only stored one (DEC-G52)"),
    ):
        yield writer.written(f"required-{name}", suite, comment, ids, length=3, required=required)


def _defaults(writer: _Writer) -> Tests:
    for policy, suite, ids in (
        (matrix.FORBID, "0378", "ALG-POL-004"),
        (matrix.ANY, "0578", "ALG-POL-007"),
        (matrix.REQUIRE, "0578", "ALG-POL-007"),
    ):
        comment = f"{policy} picks suite {suite} (DEC-G54{', DEC-E04' if policy == matrix.FORBID else ''})"
        name = f"default-{policy.lower().replace('_', '-')}"
        yield writer.written(name, None, comment, f"{ids} CMM-DEF-008 CLI-ENC-003", length=3, commitment_policy=policy)
    for number in (0x0478, 0x0578):
        comment = f"{matrix.ANY} writes suite {number:04X} (DEC-G54)"
        yield writer.written(f"policy-any-{number:04x}", number, comment, "ALG-POL-006", length=3, commitment_policy=matrix.ANY)


def _drawn(writer: _Writer) -> Tests:
    for name, drawn, comment in (
        ("zero-data-key", {"data-key": bytes(32)}, "the data key that is drawn is all zeros (DEC-G76)"),
        ("one-bits-id", {"message-id": b"\xff" * 32}, "every bit of the message id that is drawn is set"),
        ("zero-id", {"message-id": bytes(32)}, "the message id that is drawn is all zeros"),
    ):
        yield writer.written(f"drawn-{name}", 0x0478, comment, "FMT-HDR-007 CLI-ENC-026", length=3, drawn=drawn)
    two = ("aes-256", "aes-128")
    comment = "two data keys, as many as the client writes (DEC-G37)"
    yield writer.written("limit-data-keys", 0x0478, comment, "CLI-ENC-015", length=3, wrapping=two, max_encrypted_data_keys=2)
    comment = "a plaintext as long as the bound (DEC-G59)"
    yield writer.written("limit-plaintext", 0x0478, comment, "CLI-ENC-006 CLI-ENC-007", length=3, max_plaintext_length=3)


# --- what is refused ---


def _reserved(writer: _Writer) -> Tests:
    for name, key in (("prefix", "aws-crypto-foo"), ("bare", "aws-crypto-"), ("public-key", CONSTANTS.public_key_name)):
        for suite in (0x0478, 0x0578):
            comment = f"the caller's context has the reserved key {key} (DEC-G55)"
            ids = "FMT-AAD-018 CMM-DEF-010" if name == "public-key" else "FMT-AAD-018"
            yield _refused(f"reserved-{name}-{suite:04x}", _INVALID, comment, ids, suite=suite, encryption_context={key: "x"})


def _too_large(writer: _Writer) -> Tests:
    most = LIMITS["encryption_context_length"]
    for name, suite, length, comment in (
        ("section", 0x0478, most - 6, "the context section would have 65536 bytes (DEC-G64)"),
        ("value", 0x0478, most + 1, "a value has 65536 bytes (DEC-G64)"),
        ("public-key", 0x0578, most - 7, "the public key makes the context section too long (DEC-G64)"),
    ):
        yield _refused(f"context-too-large-{name}", _INVALID, comment, "FMT-AAD-014", suite=suite, encryption_context_filled={"k": length})


def _frame_lengths(writer: _Writer) -> Tests:
    for name, frame_length in (("zero", 0), ("negative", -1), ("too-large", 1 << 32)):
        decision = " (DEC-G22)" if frame_length == 0 else ""
        yield _refused(
            f"frame-length-{name}",
            _INVALID,
            f"a frame length of {frame_length}{decision}",
            "CLI-ENC-005 FMT-HDR-015",
            frame_length=frame_length,
        )


def _policies(writer: _Writer) -> Tests:
    for policy, suites, ids in (
        (matrix.FORBID, (0x0478, 0x0578), "ALG-POL-003"),
        (matrix.ANY, (0x0014, 0x0178, 0x0378), "ALG-POL-006"),
        (matrix.REQUIRE, (0x0078, 0x0178, 0x0214, 0x0378), "ALG-POL-006"),
    ):
        for suite in suites:
            comment = f"{policy} does not write suite {suite:04X} (DEC-G54)"
            name = f"policy-{policy.lower().replace('_', '-')}-{suite:04x}"
            yield _refused(name, _POLICY, comment, f"{ids} ALG-POL-001 CLI-ENC-010 CMM-DEF-009", suite=suite, commitment_policy=policy)


def _limits(writer: _Writer) -> Tests:
    key = _description(("aes-256", "aes-128"), ())
    comment = "two data keys, one more than the client writes (DEC-G37)"
    yield _refused("limit-data-keys-exceeded", "edk-limit-exceeded", comment, "CLI-ENC-015", key=key, max_encrypted_data_keys=1)
    comment = "a plaintext one byte longer than the bound (DEC-G59)"
    yield _refused("limit-plaintext-exceeded", _LONG, comment, "CLI-ENC-006 CLI-ENC-007", max_plaintext_length=3)


def _missing(writer: _Writer) -> Tests:
    for name, pairs in (("none", {}), ("one", {"user": "7"}), ("near", {"user": "7", "Purpose": "test"})):
        key = _description((_AES,), ("purpose", "user"))
        comment = "two context keys are required, the context lacks " + ("both" if name == "none" else "purpose") + " (DEC-G51)"
        ids = "CMM-REQ-006 CMM-IFC-017"
        yield _refused(f"required-missing-{name}", "required-context-missing", comment, ids, key=key, encryption_context=pairs)


def _not_text(writer: _Writer) -> Tests:
    plain, high, low = ("k".encode("utf-16-be").hex(), "d800", "dc00")
    for name, pairs, comment in (
        ("key", [[high, plain]], "a context key is half of a pair of UTF-16"),
        ("value", [[plain, low]], "a context value is half of a pair of UTF-16"),
        ("swapped", [[plain, low + high]], "a context value has the halves of a pair in the wrong order"),
        ("alike", [[high, plain], [low, plain]], "two context keys that are one once a replacement stands for what is not text"),
    ):
        yield _refused(f"surrogate-{name}", _INVALID, f"{comment} (DEC-G75)", "FMT-AAD-010", encryption_context_utf_16=pairs)


def _announced(writer: _Writer) -> Tests:
    """Lengths that no file of the set has."""
    most = LIMITS["frames"]
    for name, suite, length, frame_length, comment in (
        ("frame", 0x0478, most, 1, "frames of one byte, of which there would be 2^32 (DEC-G25)"),
        ("default", 0x0578, most * 4096, 4096, "frames of 4096 bytes, of which there would be 2^32 (DEC-G25)"),
        ("most", 0x0178, 1 << 63, 8, "a plaintext of 2^63 bytes in frames of 8"),
    ):
        yield _refused(
            f"announced-{name}", _LONG, comment, "CLI-ENC-021 FMT-FRM-020", suite=suite, plaintext_length=length, frame_length=frame_length
        )
    for name, suite, length, frame_length in (
        ("empty", 0x0578, 0, 8),
        ("frames", 0x0478, most - 1, 1),
        ("default", 0x0178, (most - 1) * 4096, 4096),
    ):
        title, test = writer.written(
            f"announced-{name}-fits", suite, "", "CLI-ENC-021 CLI-ENC-024 FMT-FRM-020", length=0, frame_length=frame_length
        )
        regular, rest = divmod(length, frame_length)
        sizes = regular * (4 + 12 + 16) + length
        test["expect"] = {"outcome": "write", "length": test["expect"]["length"] + sizes}
        test["comment"] = f"a plaintext of {length} bytes is announced: {regular} full frames and a final one of {rest}" + (
            " (DEC-G25)" if regular else ""
        )
        test["plaintext-length"] = length
        yield title, {member: value for member, value in test.items() if member != "plaintext"}


def main() -> int:
    """Writes the manifest."""
    tests = dict(encryptions(test_keys(native.FOLDER)))
    PATH.write_text(encrypt_text(tests), encoding="utf-8")
    print(f"{len(tests)} encryptions written")
    return 0


if __name__ == "__main__":
    sys.exit(main())

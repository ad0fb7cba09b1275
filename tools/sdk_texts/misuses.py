"""The misuses that the SDKs are asked about besides the native vectors: another key or setting, other bytes, and a KMS that fails.

Strategy: each starts from a native vector that every SDK reads, with the key that reads it, and changes one thing. Two series go through
all fields of a few messages: one bit of the field changed, and the message cut inside the field. Ids say what was done.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from esdkit.engine.client import Client
from esdkit.keyrings import KmsKeyring
from esdkit.keyrings.kms.client import KmsClient
from tools.sdk_texts.kms_server import MESSAGES
from vectors.generators.mutate import flip, spans

__all__ = ["KMS_KEY", "Case", "misuses", "native_case", "negatives"]

KMS_KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
_ELSEWHERE = KMS_KEY.replace("eu-west-1", "us-east-1")
_BASES = {
    "0178": "python-0178-aes-256-mixed-f256-p257",
    "0378": "js-0378-aes-128-mixed-f1-p2",
    "0478": "mpl-0478-aes-128-mixed-f128-p128",
    "0578": "js-0578-aes-256-many-f1000-p10240",
    "block": "python-0078-aes-128-mixed-f0-p1",
    "several": "mpl-0578-multi-ascii-f256-p300",
}
_RSA = "js-0478-rsa-oaep-sha1-mixed-f16-p15"
_REQUIRED = "mpl-0478-aes-256-required-one-f128-p129"
_STRICT = "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"
_LAX = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"

Tests = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Case:
    """One question to the SDKs.

    Attributes:
        id: a native vector's, or a misuse's.
        what: what was done; empty where the id says it.
        data: the message, or the plaintext when ``op`` is encrypt.
        keyring: as the drivers read it.
        policy, context, limit: the other settings.
        op: decrypt or encrypt.
        kms: how AWS KMS fails: an error code, ``unreachable`` or ``no-credentials``; None when it is not needed.
    """

    id: str
    what: str
    data: bytes
    keyring: Mapping[str, Any]
    policy: str = _LAX
    context: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None
    op: str = "decrypt"
    kms: str | None = None


def native_case(name: str, test: Mapping[str, Any], data: bytes) -> Case:
    """The case of a native vector that has a key."""
    return Case(
        name,
        "",
        data,
        test["key"],
        test.get("commitment-policy", _LAX),
        test.get("encryption-context", {}),
        test.get("max-encrypted-data-keys"),
    )


def negatives(tests: Tests, read: Any) -> Iterator[Case]:
    """The native vectors that must be refused, with raw keys, which all drivers know. ``read``: gives the message of a vector.

    Not those about the order of data keys: what Python says to them differs from run to run (DEC-G38).
    """
    for name, test in tests.items():
        raw = test["key"] is not None and "keyring-file" not in repr(test["key"])
        if test["expect"]["outcome"] == "reject" and raw and "data-key-order" not in test["flags"]:
            yield native_case(name, test, read(name))


def misuses(tests: Tests, read: Any) -> Iterator[Case]:
    """The misuses, in the order of the table."""
    bases = {short: native_case(name, tests[name], read(name)) for short, name in _BASES.items()}
    rsa, required = (native_case(name, tests[name], read(name)) for name in (_RSA, _REQUIRED))
    yield from _keys(bases, rsa)
    yield from _settings(bases, required)
    yield from _texts(bases["0578"], "0578")
    yield from _texts(bases["0478"], "0478")
    yield from _ends(bases)
    for short, base in bases.items():
        yield from _fields(base, short)
    yield from _kms()
    yield from _encrypting(bases["0478"])


def _keys(bases: Mapping[str, Case], rsa: Case) -> Iterator[Case]:
    base = bases["0478"]
    other = {"type": "raw", "key": "aes-256", "provider-id": "esdkit-vectors", "encryption-algorithm": "aes"}
    for short in ("0178", "0378", "0478", "0578", "several"):
        for name, what, change in (
            ("name", "another key, under another name", {"key": "aes-k1"}),
            ("namespace", "the right key under another namespace", {"provider-id": "elsewhere"}),
        ):
            keyring = {**other, **change} if short == "several" else {**bases[short].keyring, **change}
            yield replace(bases[short], id=f"key-other-{name}-{short}", what=f"{what} ({short})", keyring=keyring)
    for padding in ({"padding-algorithm": "pkcs1"}, {"padding-algorithm": "oaep-mgf1", "padding-hash": "sha256"}):
        short = padding.get("padding-hash", "pkcs1")
        yield replace(rsa, id=f"key-padding-{short}", what=f"the right RSA key with padding {short}", keyring={**rsa.keyring, **padding})
    yield replace(base, id="key-of-another-kind", what="an RSA key for a message under an AES key", keyring=rsa.keyring)
    yield replace(rsa, id="key-aes-for-rsa", what="an AES key for a message under an RSA key", keyring=base.keyring)
    yield replace(
        base,
        id="key-of-kms",
        what="an AWS KMS keyring for a message under a raw key",
        keyring=_kms_keyring(KMS_KEY),
        kms="NotFoundException",
    )
    yield replace(base, id="key-none", what="a keyring of no keys", keyring={"type": "multi-keyring", "childKeyrings": []})


def _settings(bases: Mapping[str, Case], required: Case) -> Iterator[Case]:
    for short in ("0178", "0378", "block"):
        yield replace(bases[short], id=f"policy-{short}", what=f"the strict commitment policy ({short})", policy=_STRICT)
    yield replace(bases["several"], id="limit-data-keys", what="more encrypted data keys than the client allows", limit=1)
    yield replace(bases["0478"], id="context-not-stored", what="a context pair that was never there", context={"other": "pair"})
    yield replace(required, id="required-missing", what="a required context pair is not given", context={})
    changed = dict.fromkeys(required.context, "something else")
    yield replace(required, id="required-other", what="a required context pair with another value", context=changed)


def _texts(base: Case, short: str) -> Iterator[Case]:
    data, text = base.data, base64.b64encode(base.data)
    forms = {
        "base64": ("the base64 text in place of the bytes", text),
        "base64-twice": ("base64 of the base64 text", base64.b64encode(text)),
        "hex": ("the hexadecimal text in place of the bytes", data.hex().encode()),
        "json": ("a JSON object that holds the base64 text", json.dumps({"ciphertext": text.decode()}).encode()),
        "quoted": ("the base64 text in quotes", b'"' + text + b'"'),
        "utf-8-replaced": ("read as UTF-8 text: bytes that are none were replaced", data.decode("utf-8", "replace").encode()),
        "utf-8-ignored": ("read as UTF-8 text: bytes that are none were dropped", data.decode("utf-8", "ignore").encode()),
        "latin-1": ("read as Latin-1 text, written as UTF-8", data.decode("latin-1").encode()),
        "ascii-masked": ("the highest bit of each byte was lost", bytes(byte & 0x7F for byte in data)),
        "no-zeros": ("the zero bytes were lost", data.replace(b"\0", b"")),
        "line-ends": ("line feeds became carriage return and line feed", data.replace(b"\n", b"\r\n")),
        "prefix-newline": ("a line feed before the message", b"\n" + data),
        "prefix-length": ("a length of four bytes before the message", len(data).to_bytes(4, "big") + data),
        "utf-16": ("the base64 text in UTF-16", text.decode().encode("utf-16-le")),
    }
    for name, (what, changed) in forms.items():
        yield replace(base, id=f"text-{name}-{short}", what=f"{what} ({short})", data=changed)


def _ends(bases: Mapping[str, Case]) -> Iterator[Case]:
    yield replace(bases["0478"], id="bytes-none", what="no byte at all", data=b"")
    yield replace(bases["0478"], id="bytes-one", what="one byte, the version", data=b"\x02")
    blob = bytes.fromhex("0102020078") + bytes(range(100, 250))
    yield replace(bases["0478"], id="bytes-kms-ciphertext", what="a ciphertext of AWS KMS itself", data=blob)
    yield replace(bases["0478"], id="bytes-zero", what="only zero bytes", data=bytes(200))
    yield replace(bases["0478"], id="bytes-text", what="plaintext: a sentence", data=b"The quick brown fox jumps over the lazy dog. " * 4)
    for short, base in bases.items():
        for name, end in (("newline", b"\n"), ("zero", b"\0"), ("message", base.data)):
            yield replace(base, id=f"trailing-{name}-{short}", what=f"{name} after the message ({short})", data=base.data + end)


def _fields(base: Case, short: str) -> Iterator[Case]:
    """One bit of each kind of field changed, and the message cut inside of it."""
    seen = set()
    for path, span in spans(base.data).items():
        if span.id in seen or span.start == span.end:
            continue
        seen.add(span.id)
        yield replace(base, id=f"flip-{short}-{span.id}", data=flip(base.data, path))
        yield replace(base, id=f"cut-{short}-{span.id}", data=base.data[: span.end - 1])


def _kms_keyring(key: str) -> Mapping[str, Any]:
    return {"type": "kms", "key-ids": [key]}


def _kms() -> Iterator[Case]:
    client = Client()
    data, _ = client.encrypt(source=b"for KMS", keyring=KmsKeyring([KMS_KEY], client_supplier=_one_blob), encryption_context={"a": "b"})
    base = Case("kms", "", data, _kms_keyring(KMS_KEY), _STRICT)
    for code in MESSAGES:
        yield replace(base, id=f"kms-{code}", what=f"AWS KMS answers Decrypt with {code}", kms=code)
    yield replace(base, id="kms-unreachable", what="AWS KMS cannot be reached", kms="unreachable")
    yield replace(base, id="kms-no-credentials", what="there are no AWS credentials", kms="no-credentials")
    elsewhere = _kms_keyring(_ELSEWHERE)
    yield replace(base, id="kms-other-region", what="the ARN of the key with another region", keyring=elsewhere, kms="NotFoundException")
    discovery = {"type": "kms-discovery", "regions": ["us-east-1"]}
    yield replace(
        base, id="kms-discovery-other-region", what="a discovery keyring of another region", keyring=discovery, kms="NotFoundException"
    )
    other = {"type": "kms-discovery", "regions": ["eu-west-1"], "account-ids": ["444455556666"]}
    yield replace(base, id="kms-discovery-filter", what="a discovery filter of another account", keyring=other, kms="NotFoundException")


def _one_blob(region: str | None) -> KmsClient:
    return _Blob()


class _Blob:
    """A KMS whose data key nobody ever opens."""

    def generate_data_key(self, **request: Any) -> Any:
        blob = bytes.fromhex("0102020078") + bytes(range(100, 250))
        return {"KeyId": KMS_KEY, "Plaintext": bytes(request["NumberOfBytes"]), "CiphertextBlob": blob}

    def encrypt(self, **request: Any) -> Any:
        raise NotImplementedError

    def decrypt(self, **request: Any) -> Any:
        raise NotImplementedError

    def derive_shared_secret(self, **request: Any) -> Any:
        raise NotImplementedError

    def get_public_key(self, **request: Any) -> Any:
        raise NotImplementedError


def _encrypting(base: Case) -> Iterator[Case]:
    base = replace(base, data=b"plaintext", op="encrypt", policy=_STRICT)
    for code in MESSAGES:
        what = f"AWS KMS answers GenerateDataKey with {code}"
        yield replace(base, id=f"encrypt-kms-{code}", what=what, keyring=_kms_keyring(KMS_KEY), kms=code)
    yield replace(
        base,
        id="encrypt-kms-no-credentials",
        what="encrypting without AWS credentials",
        keyring=_kms_keyring(KMS_KEY),
        kms="no-credentials",
    )
    yield replace(base, id="encrypt-reserved-context", what="a context key with the reserved prefix", context={"aws-crypto-mine": "1"})
    yield replace(base, id="encrypt-large-context", what="a context over 65535 bytes", context={"a": "b" * 65536})

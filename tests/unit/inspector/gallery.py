"""Messages to look at: each suite, each kind of data key, each thing that can be wrong without a key; by name."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from esdkit.grammar.edk import ECDH_INFO, ML_KEM_INFO
from esdkit.grammar.encoder import encoder
from esdkit.message import EncryptedDataKey, Frame, Message, NonFramedBody, build
from esdkit.spec import SUITES
from tests.samples import build_raw_aes_info, native_accepted, native_cases, native_ciphertext, native_parsed, sample_header

__all__ = ["GALLERY", "KEYS", "of_keys"]

_ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
_MULTI_REGION = "arn:aws:kms:us-east-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
_AWS_BLOB = bytes.fromhex("0102020078") + bytes(range(179))
_EMULATOR_BLOB = b"1234abcd-12ab-34cd-56ef-1234567890ab" + bytes(60)


def _points(length: int) -> bytes:
    recipient, sender = b"\x02" + bytes(range(1, length)), b"\x03" + bytes(range(101, 100 + length))
    return encoder(ECDH_INFO)((1, length, recipient, length, sender))


KEYS: dict[str, EncryptedDataKey] = {
    "kms": EncryptedDataKey(b"aws-kms", _ARN.encode(), _AWS_BLOB),
    "kms-multi-region": EncryptedDataKey(b"aws-kms", _MULTI_REGION.encode(), _AWS_BLOB),
    "kms-emulator": EncryptedDataKey(b"aws-kms", _ARN.encode(), _EMULATOR_BLOB),
    "kms-alias": EncryptedDataKey(b"aws-kms", b"arn:aws:kms:eu-west-1:111122223333:alias/mine", _AWS_BLOB),
    "kms-no-arn": EncryptedDataKey(b"aws-kms", b"alias/mine", b"?" * 40),
    "kms-rsa": EncryptedDataKey(b"aws-kms-rsa", _ARN.encode(), bytes(256)),
    "kms-ml-kem": EncryptedDataKey(b"aws-kms-ml-kem", encoder(ML_KEM_INFO)((1, _ARN.encode())), bytes(1088 + 32 + 32 + 16)),
    "kms-newer": EncryptedDataKey(b"aws-kms-new", _ARN.encode(), bytes(256)),
    "kms-ecdh": EncryptedDataKey(b"aws-kms-ecdh", _points(33), bytes(112)),
    "raw-ecdh": EncryptedDataKey(b"raw-ecdh", _points(67), bytes(112)),
    "hierarchy": EncryptedDataKey(b"aws-kms-hierarchy", b"tenant-1", bytes(28) + UUID(int=7).bytes + bytes(48)),
    "raw-aes": EncryptedDataKey(b"my-keys", build_raw_aes_info(b"k1", 128, 12, bytes(12)), bytes(48)),
    "raw-rsa": EncryptedDataKey(b"my-keys", b"k2", bytes(384)),
    "activity-stream": EncryptedDataKey(b"BC", build_raw_aes_info(b"stream", 128, 12, bytes(12)), bytes(48)),
    "other": EncryptedDataKey(b"vault", b"\x00\xff", bytes(60)),
}
"""Data keys by kind."""


def of_keys(*keys: EncryptedDataKey, suite: int = 0x0478) -> bytes:
    """A message with these data keys and eight bytes of content."""
    header = sample_header(SUITES[suite], keys=keys)
    return build(Message(header, (Frame(1, bytes(11) + b"\x01", b"c" * 8, b"t" * 16, True),), None))


def _hostile() -> bytes:
    """Markup, escapes of a terminal and directions of writing in every text that a message has."""
    markup = "<img src=x onerror=alert(1)>\x1b[31m\x07\u202e</script><b>\r\n".encode()
    header = replace(
        sample_header(SUITES[0x0478], pairs=((markup, markup),)),
        encrypted_data_keys=(EncryptedDataKey(markup, markup, markup), EncryptedDataKey(b"aws-kms", markup, markup)),
    )
    return build(Message(header, (Frame(1, bytes(12), markup, bytes(16), True),), None))


def _many_frames(count: int) -> bytes:
    header = sample_header(SUITES[0x0478], frame_length=1)
    frames = [Frame(number, number.to_bytes(12, "big"), b"x", bytes(16)) for number in range(1, count)]
    return build(Message(header, (*frames, Frame(count, count.to_bytes(12, "big"), b"", bytes(16), True)), None))


def _by_suite() -> dict[str, bytes]:
    chosen: dict[str, bytes] = {}
    for name in native_accepted():
        data = native_ciphertext(name)
        suite = int.from_bytes(data[2:4] if data[0] == 1 else data[1:3], "big")
        if name in native_parsed() and name.startswith(("mpl-", "python-", "js-")):
            chosen.setdefault(f"suite-{suite:04x}", data)
    return dict(sorted(chosen.items()))


def _by_code() -> dict[str, bytes]:
    chosen: dict[str, bytes] = {}
    for name, case in native_cases().items():
        if case["expect"].get("stage") in ("parse", "signature"):
            chosen.setdefault(f"code-{case['expect']['code']}", native_ciphertext(name))
    return dict(sorted(chosen.items()))


GALLERY: dict[str, bytes] = {
    **_by_suite(),
    **_by_code(),
    **{f"key-{name}": of_keys(key) for name, key in KEYS.items()},
    "single-block": build(Message(sample_header(SUITES[0x0178], framed=False), NonFramedBody(b"\x07" * 12, b"c" * 40, bytes(16)), None)),
    "many-frames": _many_frames(1000),
    "hostile": _hostile(),
    "trailing": of_keys(KEYS["raw-aes"]) + b"behind the end",
    "no-message": b"This is a text, and no message.\n",
    "empty": b"",
}

"""Signs of who wrote a message: each is seen where it is, and not where it is not."""

from dataclasses import replace

import pytest

from esdkit.inspector import inspect
from esdkit.inspector.facts.origin import blob_origin, hints
from esdkit.message import EncryptedDataKey, Frame, Message, NonFramedBody, build
from esdkit.message.model import HeaderAuth
from esdkit.spec import SUITES, origins
from tests.samples import native_ciphertext, sample_header
from tests.unit.inspector.gallery import KEYS, of_keys


def seen(data: bytes) -> set[str]:
    return {hint.id for hint in hints(inspect(data))}


def message(
    *frames: tuple[int, bytes],
    suite: int = 0x0178,
    pairs: tuple[tuple[bytes, bytes], ...] | None = None,
    iv: int = 0,
    frame_length: int = 4,
) -> bytes:
    header = sample_header(SUITES[suite], pairs=pairs, frame_length=frame_length)
    header = replace(header, auth=HeaderAuth(iv.to_bytes(12, "big"), header.auth.tag))
    last = len(frames)
    body = [Frame(at, number.to_bytes(12, "big"), content, bytes(16), at == last) for at, (number, content) in enumerate(frames, 1)]
    return build(Message(header, tuple(body), b"" if SUITES[suite].signed else None))


PLAIN = message((1, b"ab"))

CASES: dict[str, bytes] = {
    "final-frame-full": message((1, b"abcd")),
    "final-frame-empty": message((1, b"abcd"), (2, b"")),
    "single-block": build(
        Message(sample_header(SUITES[0x0178], framed=False), NonFramedBody(b"\x00" * 11 + b"\x01", b"c", bytes(16)), None)
    ),
    "random-body-iv": message((77, b"abcd"), (2, b"a")),
    "header-iv": message((1, b"ab"), iv=5),
    "context-by-locale": message((1, b"ab"), pairs=((b"a", b""), (b"B", b""))),
    "context-unsorted": message((1, b"ab"), pairs=((b"c", b""), (b"b", b""))),
    "material-providers": of_keys(KEYS["hierarchy"]),
    "activity-stream": of_keys(KEYS["activity-stream"]),
    "connect": of_keys(EncryptedDataKey(b"AmazonConnect", b"key", bytes(256))),
    "cognito": message((1, b"ab"), suite=0x0378, pairs=((b"userpool-id", b"eu-west-1_x"),)),
}


def test_no_sign_is_seen_in_a_plain_message() -> None:
    assert seen(PLAIN) == set()
    assert seen(b"") == seen(b"no message") == set()


@pytest.mark.req("CLI-INS-003", kind="negative")
def test_no_service_is_seen_in_an_empty_key_or_a_provider_of_a_zero_byte() -> None:
    assert seen(message((1, b"ab"), pairs=((b"", b"value"),))) == set()
    assert seen(of_keys(EncryptedDataKey(b"\0", b"key", b"wrapped"))) == set()


@pytest.mark.req("CLI-INS-003", kind="negative")
def test_frames_of_no_length_are_neither_full_nor_empty() -> None:
    assert seen(message((1, b""), (2, b""), frame_length=0)) == set()


@pytest.mark.req("CLI-INS-003")
def test_keys_are_compared_by_their_small_letters() -> None:
    assert seen(message((1, b"ab"), pairs=((b"_a", b""), (b"B", b"")))) == {"context-by-locale"}


@pytest.mark.req("CLI-INS-003")
def test_frames_of_one_byte_can_be_full() -> None:
    assert seen(message((1, b"a"), frame_length=1)) == {"final-frame-full"}


ALSO = {"single-block": {"header-iv"}}  # of the sample


@pytest.mark.req("CLI-INS-003")
@pytest.mark.parametrize("sign", CASES)
def test_sign_is_seen_where_it_is_and_no_other(sign: str) -> None:
    assert seen(CASES[sign]) == {sign} | ALSO.get(sign, set())


@pytest.mark.parametrize("name", ["accept-signature-102", "accept-signature-104"])
def test_sign_of_an_unusual_signature_is_seen(name: str) -> None:
    assert "signature-length" in seen(native_ciphertext(name))
    assert "signature-length" not in seen(native_ciphertext("mpl-0578-multi-ascii-f256-p300"))


def test_every_sign_has_a_row_and_every_row_a_sign() -> None:
    services = {service.id for service in origins().services}
    assert CASES.keys() | {"signature-length"} == origins().hints.keys() | services


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize(
    ("ciphertext", "emulator"),
    [
        (bytes.fromhex("0102020078") + bytes(100), False),
        (bytes.fromhex("0102030078") + bytes(100), False),
        (b"01234567-89ab-cdef-0123-456789abcdef" + bytes(10), True),
        (b"Garn:aws:kms:eu-west-1:1:key/k" + bytes(10), True),
        (bytes.fromhex("0102ff0078") + bytes(100), None),
        (b"", None),
        (bytes(200), None),
    ],
)
def test_origin_of_a_kms_ciphertext_shows_in_its_first_bytes(ciphertext: bytes, emulator: bool | None) -> None:
    origin = blob_origin(ciphertext)
    assert (None if origin is None else origin.emulator) is emulator

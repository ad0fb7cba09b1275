"""Signs of who wrote a message: each is seen where it is, and not where it is not."""

from dataclasses import replace

import pytest

from esdkit.forge.signature import mirrored
from esdkit.inspector import inspect
from esdkit.inspector.facts.origin import blob_origin, hints, post_quantum, service_of
from esdkit.message import EncryptedDataKey, Frame, Message, NonFramedBody, build, parse
from esdkit.message.model import HeaderAuth
from esdkit.spec import SUITES, origins
from tests.drafts import valid
from tests.each import each
from tests.samples import native_cases, native_ciphertext, sample_header
from tests.unit.inspector.gallery import KEYS


def seen(data: bytes) -> set[str]:
    return {hint.id for hint in hints(inspect(data))}


def message(
    *frames: tuple[int, bytes],
    suite: int = 0x0178,
    pairs: tuple[tuple[bytes, bytes], ...] | None = None,
    iv: int = 0,
    frame_length: int = 128,
    keys: tuple[EncryptedDataKey, ...] = (KEYS["kms"],),
) -> bytes:
    header = sample_header(SUITES[suite], pairs=pairs, frame_length=frame_length, keys=keys)
    header = replace(header, auth=HeaderAuth(iv.to_bytes(12, "big"), header.auth.tag))
    last = len(frames)
    body = [Frame(at, number.to_bytes(12, "big"), content, bytes(16), at == last) for at, (number, content) in enumerate(frames, 1)]
    return build(Message(header, tuple(body), b"" if SUITES[suite].signed else None))


PLAIN = message((1, b"ab"))


def named(name: bytes, account: str) -> bytes:
    """A message whose data key is under a KMS key of an account."""
    arn = f"arn:aws:kms:us-east-1:{account}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    return message((1, b"ab"), keys=(EncryptedDataKey(name, arn.encode(), KEYS["kms"].ciphertext),))


def with_pairs(*pairs: tuple[bytes, bytes]) -> bytes:
    return message((1, b"ab"), pairs=pairs)


CASES: dict[str, bytes] = {
    "final-frame-full": message((1, bytes(128))),
    "final-frame-empty": message((1, bytes(128)), (2, b"")),
    "single-block": build(
        Message(sample_header(SUITES[0x0178], pairs=None, framed=False), NonFramedBody(b"\x00" * 11 + b"\x01", b"c", bytes(16)), None)
    ),
    "frame-length-c": message((1, b"ab"), frame_length=262_144),
    "frame-length-not-python": message((1, b"ab"), frame_length=127),
    "random-body-iv": message((77, bytes(128)), (2, b"a")),
    "random-body-iv-v2": message((77, bytes(128)), (2, b"a"), frame_length=128, suite=0x0478),
    "header-iv": message((1, b"ab"), iv=5),
    "context-by-locale": with_pairs((b"_", b"1"), (b"1", b"1"), (b"a", b"1"), (b"B", b"1")),
    "context-by-utf16": with_pairs(("\U00010348".encode(), b"1"), ("\uff5e".encode(), b"1")),
    "context-unsorted": with_pairs((b"c", b"1"), (b"b", b"1")),
    "context-not-java": with_pairs((b"a", b"")),
    "material-providers": message((1, b"ab"), keys=(KEYS["hierarchy"],)),
    "cognito": with_pairs((b"userpool-id", b"eu-west-1_x")),
    "cognito-session": with_pairs((b"Service", b"CognitoUserPools")),
    "iot-tunnel": with_pairs((b"A", b"111122223333"), (b"T", b"CAT")),
    "eventbridge": with_pairs((b"aws:events:event-bus", b"arn")),
    "eventbridge-arn": with_pairs((b"aws:events:event-bus:arn", b"arn")),
    "pagination-token": with_pairs((b"EncryptionContext", b"TokenEncryptionUtil")),
    "activity-stream": message((1, b"ab"), keys=(KEYS["activity-stream"],)),
    "connect": message((1, b"ab"), keys=(EncryptedDataKey(b"AmazonConnect", b"key", bytes(256)),)),
    **{service.id: named(b"aws-kms", account) for service in origins().services for account in service.accounts},
}
NATURAL = {"signature-natural", "signature-natural-old"}  # signatures that verify are below
LARGE = {"content-over-go", "content-over-rust"}


@pytest.mark.req("CLI-INS-003", kind="negative")
def test_no_sign_is_seen_in_a_plain_message() -> None:
    assert seen(PLAIN) == set()
    assert seen(b"") == seen(b"no message") == set()


@pytest.mark.req("CLI-INS-003", kind="negative")
def test_no_service_is_seen_in_an_empty_key_or_a_provider_of_a_zero_byte() -> None:
    assert service_of(inspect(message((1, b"ab"), pairs=((b"", b"value"),)))) is None
    assert seen(message((1, b"ab"), keys=(EncryptedDataKey(b"\0", b"key", b"wrapped"),))) == set()


@pytest.mark.req("CLI-INS-003", kind="negative")
def test_frames_of_no_length_are_neither_full_nor_empty() -> None:
    assert seen(message((1, b""), (2, b""), frame_length=0)) == set()


@pytest.mark.req("CLI-INS-003", kind="negative")
@pytest.mark.parametrize(
    "data",
    [
        with_pairs((b"Service", b"another")),
        with_pairs((b"A", b"111122223333")),
        with_pairs((b"A", b"1"), (b"T", b"CAR")),
        named(b"aws-kms", "111122223333"),
        named(b"my-keys", "709587835243"),
    ],
)
def test_no_service_is_seen_where_a_sign_is_missing(data: bytes) -> None:
    assert service_of(inspect(data)) is None


def as_release(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


SDKS = {"aws-encryption-sdk-python": "Python", "aws-encryption-sdk-javascript": "JavaScript"}
OFFICIAL = {
    name: (SDKS[case["source"]["name"]], as_release(case["source"]["version"]))
    for name, case in native_cases().items()
    if case["source"]["name"] in SDKS
}


@pytest.mark.req("CLI-INS-003")
def test_keys_are_compared_by_their_small_letters() -> None:
    assert seen(message((1, b"ab"), pairs=((b"_a", b""), (b"B", b"")))) == {"context-by-locale", "context-not-java"}


@pytest.mark.req("CLI-INS-003")
def test_frames_of_one_byte_can_be_full() -> None:
    assert seen(message((1, b"a"), frame_length=1)) == {"final-frame-full", "frame-length-not-python"}


ALSO = {"single-block": {"header-iv"}}  # of the sample


@pytest.mark.req("CLI-INS-003")
@each("sign", CASES)
def test_sign_is_seen_where_it_is_and_no_other(sign: str) -> None:
    assert seen(CASES[sign]) == {sign} | ALSO.get(sign, set())


@pytest.mark.req("CLI-INS-003")
@pytest.mark.parametrize("name", ["accept-signature-102", "accept-signature-104"])
def test_natural_length_of_a_signature_speaks_for_javascript(name: str) -> None:
    assert seen(native_ciphertext(name)) & NATURAL == {"signature-natural"}
    assert seen(native_ciphertext("mpl-0578-multi-ascii-f256-p300")) & NATURAL == set()


@pytest.mark.req("CLI-INS-003")
def test_natural_length_with_random_ivs_speaks_for_an_old_release() -> None:
    draft = valid(0x0378, frame_length=128)
    old = parse(draft.with_pieces(*(replace(piece, iv=bytes([9]) * 12) for piece in draft.pieces)).seal())
    assert seen(build(old)) & NATURAL == set()
    scheme = old.header.suite.signature
    assert scheme is not None and old.signature is not None
    assert seen(build(replace(old, signature=mirrored(old.signature, scheme)))) & NATURAL == {"signature-natural-old"}


@pytest.mark.req("CLI-INS-003")
@pytest.mark.parametrize(("sign", "limit"), [("content-over-go", 1 << 30), ("content-over-rust", 1 << 27)])
def test_content_beyond_a_limit_of_writers_is_seen(sign: str, limit: int) -> None:
    tree = inspect(message((1, b"ab")))
    assert tree.body is not None
    for length, over in ((limit, False), (limit + 1, True)):
        large = replace(tree, body=replace(tree.body, content_length=length))
        assert (sign in {hint.id for hint in hints(large)}) is over


def test_every_sign_has_a_row_and_every_row_a_sign() -> None:
    services = {service.id for service in origins().services}
    assert CASES.keys() | NATURAL | LARGE == origins().hints.keys() | services


@pytest.mark.req("CLI-INS-003", kind="negative")
@each("name", OFFICIAL)
def test_no_sign_contradicts_the_sdk_that_wrote_the_message(name: str) -> None:
    sdk, version = OFFICIAL[name]
    for hint in hints(inspect(native_ciphertext(name))):
        assert hint.writers is not None, hint
        when, _, release = hint.writers.get(sdk, "before 0.0").partition(" ")
        assert when == "any" or (version < as_release(release)) == (when == "before"), hint


ENVELOPE = bytes.fromhex("0000006e306c06092a864886f70d010706a05f") + bytes(95)
INSIDE = b"\x0a\x20" + bytes(range(32)) + b"\x12"


@pytest.mark.req("CLI-INS-001")
@each(
    ("ciphertext", "emulator", "confidence"),
    [
        *((bytes.fromhex(f"0102{flags:02x}0078") + bytes(100), False, "likely") for flags in range(16)),
        (bytes.fromhex("0101010078") + bytes(100), False, "likely"),
        (bytes.fromhex("0101020078") + bytes(100), False, "likely"),
        (bytes.fromhex("010103ff376278") + bytes(100), False, "likely"),
        (bytes.fromhex("010103ff37") + bytes(100), False, "likely"),
        (INSIDE + bytes.fromhex("98010101020078") + bytes(100), False, "likely"),
        (INSIDE + bytes.fromhex("690101020078") + bytes(100), False, "likely"),
        (bytes.fromhex("0101010078") + bytes(32) + ENVELOPE, False, "certain"),
        (bytes.fromhex("0102020078") + bytes(49) + ENVELOPE, False, "certain"),
        (bytes.fromhex("0103090201") + bytes(40) + ENVELOPE, False, "certain"),
        (INSIDE + bytes.fromhex("98010101020078") + bytes(32) + ENVELOPE, False, "certain"),
        (b"01234567-89ab-cdef-0123-456789abcdef" + bytes(10), True, "likely"),
        (b"mrk-0123456789abcdef0123456789abcdef" + bytes(10), True, "likely"),
        (b"mrk-01234567-89ab-cdef-0123-456789ab" + bytes(10), True, "likely"),
        (b"Garn:aws:kms:eu-west-1:1:key/k" + bytes(10), True, "likely"),
    ],
)
def test_origin_of_a_kms_ciphertext_shows_in_its_structure_or_its_first_bytes(ciphertext: bytes, emulator: bool, confidence: str) -> None:
    origin = blob_origin(ciphertext)
    assert origin is not None
    assert (origin.emulator, origin.confidence) == (emulator, confidence)


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("key_id", [b"01234567-89ab-cdef-0123-456789abcdef", b"mrk-" + b"0123456789abcdef" * 2])
@pytest.mark.parametrize("length", [16, 24, 32])
def test_emulators_that_begin_with_the_key_id_are_told_apart_by_the_length_of_a_data_key(key_id: bytes, length: int) -> None:
    for more, name in ((28, "moto or LocalStack"), (48, "ministack"), (29, None)):  # what each adds to a data key
        origin = blob_origin(key_id + b"\n" * (more + length))
        assert origin is not None
        assert (f"({name})" in origin.origin) if name else "moto or ministack" in origin.origin


@pytest.mark.req("CLI-INS-001", kind="negative")
@pytest.mark.parametrize(
    "ciphertext", [b"", bytes(200), bytes.fromhex("0102ff0078") + bytes(100), bytes.fromhex("0a20") + bytes(100), ENVELOPE, b"0101010078"]
)
def test_other_bytes_have_no_origin(ciphertext: bytes) -> None:
    assert blob_origin(ciphertext) is None


@pytest.mark.req("CLI-INS-001")
def test_weak_sign_counts_only_for_a_data_key_that_names_a_kms_key() -> None:
    blob = bytes.fromhex("010203aabb") + bytes(100)
    assert blob_origin(blob) is None
    origin = blob_origin(blob, of_kms_key=True)
    assert origin is not None and (origin.emulator, origin.confidence) == (False, "possible")
    assert blob_origin(bytes(100), of_kms_key=True) is None


POST_QUANTUM = {
    "yes": ("kms", "kms-multi-region", "kms-alias", "kms-ml-kem", "hierarchy", "raw-aes", "activity-stream"),
    "no": ("kms-rsa", "kms-ecdh", "raw-ecdh", "raw-rsa"),
    "unknown": ("kms-emulator", "kms-no-arn", "kms-newer", "other"),
}


@pytest.mark.req("CLI-INS-010")
@pytest.mark.parametrize("answer", POST_QUANTUM)
def test_data_key_resists_quantum_computers_or_not_or_it_is_unknown(answer: str) -> None:
    keys = inspect(message((1, b"ab"), keys=tuple(KEYS[name] for name in POST_QUANTUM[answer]))).encrypted_data_keys
    found = [post_quantum(key) for key in keys]
    assert [value for value, _ in found] == [answer] * len(keys)
    assert all(why.endswith(".") for _, why in found)


@pytest.mark.req("CLI-INS-010")
def test_every_sample_of_a_data_key_has_its_answer() -> None:
    assert {name for names in POST_QUANTUM.values() for name in names} == KEYS.keys()

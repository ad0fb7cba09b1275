"""What is encrypted comes back: every suite, context, frame length and size, in every way of writing and of reading."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit import Client
from esdkit.cmm import CommitmentPolicy, RequiredEncryptionContextCmm
from esdkit.inspector import inspect
from esdkit.keyrings import MultiKeyring, RawAesKeyring, RawRsaKeyring
from esdkit.keyrings.base import Keyring
from esdkit.message import Header, build, parse
from esdkit.message.header import build_header
from esdkit.message.sizes import footer_length, framed_body_length
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite
from tests.strategies import contexts, suites

CLIENTS = {
    True: Client(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT),
    False: Client(commitment_policy=CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT),
}
AES = RawAesKeyring("tests", "aes", bytes(range(32)))
OTHER_AES = RawAesKeyring("tests", "other", bytes(16))


@functools.cache
def rsa_keyring() -> RawRsaKeyring:
    key = rsa.generate_private_key(65537, 2048)
    return RawRsaKeyring("tests", "rsa", "oaep-sha256", public_key=key.public_key(), private_key=key)


@pytest.mark.req("KEY-IFC-008", "KEY-AES-011", "KEY-RSA-011")
@given(st.binary(max_size=40), st.booleans())
def test_message_under_a_key_name_of_any_bytes_comes_back_and_shows_the_name(name: bytes, of_rsa: bool) -> None:
    keyring = (rsa_keyring() if of_rsa else AES).renamed("tests", name)
    message, _ = Client().encrypt(source=b"text", keyring=keyring)
    assert Client().decrypt(source=message, keyring=keyring)[0] == b"text"
    (key,) = inspect(message).encrypted_data_keys
    assert (key.wrapping_key.kind.id, key.wrapping_key.key_name) == ("raw-rsa" if of_rsa else "raw-aes", name)
    assert key.wrapping_key.name == keyring.name


@dataclass(frozen=True)
class Case:
    """One message to write and to read."""

    suite: Suite
    plaintext: bytes
    context: dict[str, str]
    frame_length: int
    chunk: int

    @property
    def client(self) -> Client:
        return CLIENTS[self.suite.commitment]

    @property
    def written(self) -> dict[str, Any]:
        return {"algorithm": self.suite, "encryption_context": self.context, "frame_length": self.frame_length}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Sizes around multiples of the frame length are drawn more often than chance would."""
    frame_length = draw(st.integers(1, 40) | st.sampled_from([CONSTANTS.default_frame_length, LIMITS["frame_length"]]))
    frames, more = draw(st.integers(0, 4)), draw(st.integers(-1, 1))
    size = draw(st.integers(0, 200) | st.just(max(0, min(frames * frame_length + more, 20_000))))
    seed = draw(st.binary(min_size=1, max_size=8))
    return Case(
        suite=draw(suites()),
        plaintext=(seed * (size // len(seed) + 1))[:size],
        context={key: value for key, value in draw(contexts()).items() if not key.startswith(CONSTANTS.reserved_context_prefix)},
        frame_length=frame_length,
        chunk=draw(st.integers(1, 300)),
    )


class Dribble(io.RawIOBase):
    """A source that cannot seek and gives at most ``chunk`` bytes at once."""

    def __init__(self, data: bytes, chunk: int) -> None:
        super().__init__()
        self._data, self._chunk = io.BytesIO(data), chunk

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._data.read(self._chunk if size < 0 else min(size, self._chunk))


def one_shot(direction: str, case: Case, data: bytes, options: Mapping[str, Any]) -> tuple[bytes, Header]:
    method: Callable[..., tuple[bytes, Header]] = getattr(case.client, direction)
    return method(source=data, **options)


def into_a_buffer(direction: str, case: Case, data: bytes, options: Mapping[str, Any]) -> tuple[bytes, Header]:
    buffer = bytearray(b"\xa5" * (2 * len(data) * 34 + 80_000))
    method: Callable[..., tuple[int, Header]] = getattr(case.client, f"{direction}_into")
    length, header = method(buffer, source=data, **options)
    return bytes(buffer[:length]), header


def pushed(direction: str, case: Case, data: bytes, options: Mapping[str, Any]) -> tuple[bytes, Header]:
    core = getattr(case.client, f"{direction}or")(**options)
    taken = []
    for at in range(0, len(data), case.chunk):
        core.feed(data[at : at + case.chunk])
        taken.append(core.take(case.chunk))
    core.finish()
    while piece := core.take(case.chunk):
        taken.append(piece)
    header: Header = core.header
    return b"".join(taken), header


def streamed(direction: str, case: Case, data: bytes, options: Mapping[str, Any]) -> tuple[bytes, Header]:
    pieces = []
    with case.client.stream(direction, source=Dribble(data, case.chunk), **options) as stream:  # type: ignore[call-overload]
        while piece := stream.read(case.chunk):
            pieces.append(piece)
        header: Header = stream.header
    return b"".join(pieces), header


WAYS = {"one-shot": one_shot, "into": into_a_buffer, "push": pushed, "stream": streamed}


def assert_comes_back(case: Case, write: Any, read: Any, keyring: Keyring, reader: Keyring | None = None) -> None:
    data, header = write("encrypt", case, case.plaintext, {"keyring": keyring, **case.written})
    plaintext, read_header = read("decrypt", case, data, {"keyring": reader or keyring, "encryption_context": case.context})
    assert plaintext == case.plaintext
    assert read_header == header
    assert (header.suite, header.frame_length) == (case.suite, case.frame_length)
    stored = {key: value for key, value in header.encryption_context.items() if key != CONSTANTS.public_key_name}
    assert stored == case.context
    message = parse(data)
    assert message.header == header
    assert build(message) == data


@pytest.mark.req("CLI-ENC-001", "CLI-ENC-003", "CLI-ENC-008", "CLI-ENC-016", "CLI-ENC-017", "CLI-ENC-018", "CLI-ENC-020")
@pytest.mark.req("CLI-STR-002", "CLI-STR-006", "CLI-STR-011", "CLI-STR-013", "FMT-FTR-005", "FMT-HDR-018", "FMT-NFR-007")
@pytest.mark.parametrize("read", WAYS.values(), ids=[f"read-{name}" for name in WAYS])
@pytest.mark.parametrize("write", WAYS.values(), ids=[f"write-{name}" for name in WAYS])
@settings(max_examples=25, deadline=None)
@given(case=cases())
def test_plaintext_comes_back_whatever_way_it_went(write: Any, read: Any, case: Case) -> None:
    assert_comes_back(case, write, read, AES)


@pytest.mark.req("CLI-ENC-022", "CLI-ENC-023")
@pytest.mark.parametrize("suite", SUITES.values(), ids=str)
@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_every_suite_comes_back_with_a_footer_if_it_signs(way: Any, suite: Suite) -> None:
    case = Case(suite, b"plaintext" * 9, {"purpose": "tëst"}, 16, 7)
    assert_comes_back(case, way, way, AES)
    data, _ = way("encrypt", case, case.plaintext, {"keyring": AES, **case.written})
    assert (parse(data).signature is not None) == suite.signed


@settings(max_examples=20, deadline=None)
@given(case=cases())
def test_plaintext_comes_back_through_rsa_and_through_any_key_of_several(case: Case) -> None:
    several = MultiKeyring(generator=AES, children=[rsa_keyring(), OTHER_AES])
    assert_comes_back(case, one_shot, streamed, rsa_keyring())
    for reader in (several, AES, rsa_keyring(), OTHER_AES):
        assert_comes_back(case, pushed, one_shot, several, reader)


@pytest.mark.req("FMT-AAD-017", "FMT-HAU-008", "CMM-REQ-007")
@settings(max_examples=40, deadline=None)
@given(case=cases(), data=st.data())
def test_required_pairs_are_left_out_and_must_be_given_back(case: Case, data: st.DataObject) -> None:
    keys = data.draw(st.sets(st.sampled_from(sorted(case.context)))) if case.context else set()
    cmm = RequiredEncryptionContextCmm(keys, AES) if keys else None
    options = {"cmm": cmm} if cmm is not None else {"keyring": AES}
    message, header = one_shot("encrypt", case, case.plaintext, {**options, **case.written})
    assert not keys & header.encryption_context.keys()
    reproduced = {key: case.context[key] for key in keys}
    assert one_shot("decrypt", case, message, {"keyring": AES, "encryption_context": reproduced})[0] == case.plaintext


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_context_of_almost_64_kib_comes_back(way: Any) -> None:
    largest = LIMITS["encryption_context_length"] - 2 - 2 * 2 - len("key")  # the count, and two lengths
    assert_comes_back(Case(SUITES[0x0478], b"plaintext", {"key": "v" * largest}, 4, 1000), way, way, AES)


@pytest.mark.req("CLI-ENC-024")
@settings(max_examples=60, deadline=None)
@given(case=cases())
def test_length_of_a_message_follows_from_header_and_plaintext_length(case: Case) -> None:
    data, header = one_shot("encrypt", case, case.plaintext, {"keyring": AES, **case.written})
    head = len(build_header(header))
    body = framed_body_length(case.suite, len(case.plaintext), case.frame_length)
    assert len(data) == head + body + footer_length(case.suite)


@pytest.mark.req("CLI-ENC-018", "CLI-ENC-019", "CLI-ENC-020", "FMT-FRM-014", "FMT-FRM-017", "FMT-FRM-023")
@settings(max_examples=60, deadline=None)
@given(case=cases())
def test_frames_hold_one_frame_length_each_and_the_last_the_rest(case: Case) -> None:
    data, _ = pushed("encrypt", case, case.plaintext, {"keyring": AES, **case.written})
    body = parse(data).body
    assert isinstance(body, tuple)
    lengths = [len(frame.ciphertext) for frame in body]
    assert lengths[:-1] == [case.frame_length] * (len(lengths) - 1)
    assert sum(lengths) == len(case.plaintext)
    assert lengths[-1] < case.frame_length
    assert [(frame.sequence_number, frame.iv) for frame in body] == [(n, n.to_bytes(12, "big")) for n in range(1, len(body) + 1)]


@pytest.mark.req("CLI-ENC-026")
@settings(max_examples=25, deadline=None)
@given(case=cases(), seed=st.integers(1, 250))
def test_same_random_bytes_give_the_same_message_in_every_way(case: Case, seed: int) -> None:
    def again(way: Any) -> bytes:
        client = Client(commitment_policy=case.client.commitment_policy, random=lambda length: bytes([seed]) * length)
        replayed = Replayed(case.suite, case.plaintext, case.context, case.frame_length, case.chunk, client)
        data: bytes = way("encrypt", replayed, case.plaintext, {"keyring": AES, **case.written})[0]
        scheme = case.suite.signature  # a few signatures in a thousand cannot be made again (decision DEC-REPLAY)
        return data if scheme is None else data[: -scheme.usual_signature_length]

    assert len({again(way) for way in WAYS.values()}) == 1


@dataclass(frozen=True)
class Replayed(Case):
    """A case with a client of its own."""

    own: Client

    @property
    def client(self) -> Client:
        return self.own


@pytest.mark.req("CLI-RNG-001", "CLI-RNG-003")
@settings(max_examples=80, deadline=None)
@given(case=cases().filter(lambda case: not case.suite.signed), edges=st.tuples(st.integers(0, 300), st.integers(0, 300)))
def test_range_is_the_slice_of_the_plaintext(case: Case, edges: tuple[int, int]) -> None:
    start, end = sorted(edges)
    data, _ = one_shot("encrypt", case, case.plaintext, {"keyring": AES, **case.written})
    for source in (data, io.BytesIO(data)):
        assert case.client.decrypt_range(source=source, keyring=AES, start=start, end=end)[0] == case.plaintext[start:end]

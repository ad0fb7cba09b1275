"""The official SDKs read what esdkit writes, and esdkit's stream reads what they write; every suite under every raw wrapping key.

The other dimensions (encryption context, frame length, plaintext length, way of writing) are spread over these so that every pair of values
meets. ``python`` is the older API of the Python SDK, with master keys; ``mpl`` is the same SDK with keyrings; ``js`` the JavaScript SDK.

Where the SDKs differ, and what that means for a writer:

- the older Python API and the JavaScript SDK know no required encryption context: they do not read a message that has some;
- the JavaScript SDK writes every frame length and no non-framed body, the Python SDK multiples of 128 and, with 0, a non-framed body;
  both read all of them, so esdkit's free choice of a frame length costs no reader;
- the Python SDK reads no frame length of 2^31 or more, though the field holds it; esdkit and the JavaScript SDK do;
- the Python SDK tries data keys in no fixed order, and PKCS #1 v1.5 answers to another padding's data key with a random one, in a few of a
  thousand messages of the right length: do not put it beside OAEP under one namespace and name;
- a plaintext of whole frames: the Python SDK and esdkit end it with an empty final frame, which all read.
"""

from __future__ import annotations

import base64
import io
import itertools
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import pytest

from esdkit.cmm import CommitmentPolicy, RequiredEncryptionContextCmm
from esdkit.engine.client import Client
from esdkit.errors import DataKeyUnwrapError
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring
from esdkit.spec import LIMITS, SUITES
from tests.samples import native_keys
from tools.drivers.peer import Answer, Peer
from vectors.generators import matrix
from vectors.generators.matrix import Case, Row, raw
from vectors.generators.native import plaintext

pytestmark = pytest.mark.interop

READERS = ("python", "mpl", "js")
ROWS = matrix.rows(
    "esdkit",
    {
        "context": tuple(matrix.CONTEXTS),
        "frame": (1, 7, 16, 100, 1000, 4096, 5000),
        "length": ("zero", "one", "under", "exact", "over", "ten-kib"),
        "way": ("one-shot", "stream", "into"),
    },
)
CHUNKS = (1, 13, 255, 4097)


class Drip(io.RawIOBase):
    """A source that cannot seek and gives a few bytes at a time."""

    def __init__(self, data: bytes, chunk: int) -> None:
        super().__init__()
        self._file, self._chunk = io.BytesIO(data), chunk

    def read(self, size: int = -1) -> bytes:
        return self._file.read(self._chunk)


@cache
def keyring(key: str) -> Keyring:
    """The keyring for a key's name in the matrix, for both directions."""
    algorithm, _, padding = key.partition("-")
    if algorithm == "aes":
        entry = native_keys()[key]
        return RawAesKeyring(matrix.NAMESPACE, entry["key-id"], base64.b64decode(entry["material"]))
    public, private = native_keys()["rsa-2048-public"], native_keys()["rsa-2048-private"]
    return RawRsaKeyring(matrix.NAMESPACE, public["key-id"], padding, public_key=public["material"], private_key=private["material"])


def client(suite: int | None) -> Client:
    """A client that writes the suite."""
    policy = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
    if suite is not None and not SUITES[suite].commitment:
        policy = CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT
    return Client(commitment_policy=policy)


def one_shot(writer: Client, source: bytes, **options: Any) -> bytes:
    return writer.encrypt(source=source, **options)[0]


def streamed(writer: Client, source: bytes, **options: Any) -> bytes:
    with writer.stream("encrypt", source=Drip(source, 333), **options) as stream:
        return b"".join(iter(lambda: stream.read(101), b""))


def into(writer: Client, source: bytes, **options: Any) -> bytes:
    buffer = bytearray(1 << 18)
    length, _ = writer.encrypt_into(buffer, source=source, **options)
    return bytes(buffer[:length])


WAYS: Mapping[str, Callable[..., bytes]] = {"one-shot": one_shot, "stream": streamed, "into": into}


@pytest.fixture
def read(request: pytest.FixtureRequest) -> Callable[..., Answer]:
    """Decrypts with an SDK: ``read(reader, ciphertext, keyring=…)``."""

    def decrypt(reader: str, ciphertext: bytes, **job: Any) -> Answer:
        peer: Peer = request.getfixturevalue("javascript" if reader == "js" else "python")
        api = {"python": "provider", "mpl": "keyring"}.get(reader)
        policy = job.pop("policy", "REQUIRE_ENCRYPT_ALLOW_DECRYPT")
        return peer.decrypt(ciphertext, api=api, keys=native_keys(), commitment_policy=policy, **job)

    return decrypt


def name_of(row: Row) -> str:
    return f"{row['suite']:04x}-{row['key']}-{row['context']}-f{row['frame']}-{row['length']}-{row['way']}"


# ---------------------------------------------------------------- esdkit writes
@pytest.mark.parametrize("reader", READERS)
def test_message_of_esdkit_is_read_by_the_sdk(read: Callable[..., Answer], reader: str, subtests: pytest.Subtests) -> None:
    for row in ROWS:
        with subtests.test(name_of(row)):
            source = plaintext(matrix.plaintext_length(row))
            ciphertext = WAYS[row["way"]](
                client(row["suite"]),
                source,
                keyring=keyring(row["key"]),
                algorithm=row["suite"],
                encryption_context=matrix.CONTEXTS[row["context"]],
                frame_length=row["frame"],
            )
            answer = read(reader, ciphertext, keyring=raw(row["key"]))
            assert (answer.error_class, answer.result) == (None, source)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("policy", list(CommitmentPolicy))
def test_default_suite_of_a_policy_is_read_under_the_same_policy(
    read: Callable[..., Answer], reader: str, policy: CommitmentPolicy
) -> None:
    ciphertext, _ = Client(commitment_policy=policy).encrypt(source=b"default", keyring=keyring("aes-256"))
    assert read(reader, ciphertext, keyring=raw("aes-256"), policy=policy.value).result == b"default"


@pytest.mark.parametrize("reader", READERS)
def test_message_without_commitment_is_refused_by_the_sdk_under_the_default_policy(read: Callable[..., Answer], reader: str) -> None:
    ciphertext, _ = client(0x0378).encrypt(source=b"old", keyring=keyring("aes-256"))
    assert not read(reader, ciphertext, keyring=raw("aes-256"), policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT").ok


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("suite", [0x0178, 0x0578], ids=["0178", "0578"])
def test_every_key_of_a_multi_keyring_opens_the_message(read: Callable[..., Answer], reader: str, suite: int) -> None:
    keys = [key for key in matrix.KEYS if key != "rsa-pkcs1"]  # beside OAEP under one name it opens by luck; see above
    every = MultiKeyring(generator=keyring(keys[1]), children=[keyring(key) for key in (keys[0], *keys[2:])])
    ciphertext, header = client(suite).encrypt(source=b"many", keyring=every, algorithm=suite)
    assert len(header.encrypted_data_keys) == len(keys)
    opened = {key: read(reader, ciphertext, keyring=raw(key)).result for key in keys}
    assert opened == dict.fromkeys(keys, b"many")


@pytest.mark.parametrize("reader", READERS)
def test_limit_of_data_keys_counts_the_same_in_the_sdk(read: Callable[..., Answer], reader: str) -> None:
    two = MultiKeyring(generator=keyring("aes-128"), children=[keyring("aes-256")])
    ciphertext, _ = Client(max_encrypted_data_keys=2).encrypt(source=b"two", keyring=two)
    assert read(reader, ciphertext, keyring=raw("aes-256"), max_encrypted_data_keys=2).result == b"two"
    assert not read(reader, ciphertext, keyring=raw("aes-256"), max_encrypted_data_keys=1).ok


@pytest.mark.parametrize(
    ("frame_length", "readers"),
    [(2**31 - 1, {*READERS}), (2**31, {"js"}), (LIMITS["frame_length"], {"js"})],
    ids=["2^31-1", "2^31", "most"],
)
def test_huge_frame_length_is_read_by_some_sdks(read: Callable[..., Answer], frame_length: int, readers: set[str]) -> None:
    ciphertext, _ = Client().encrypt(source=b"short", keyring=keyring("aes-256"), frame_length=frame_length)
    assert {reader for reader in READERS if read(reader, ciphertext, keyring=raw("aes-256")).result == b"short"} == readers


@pytest.mark.parametrize("reader", READERS)
def test_key_name_outside_ascii_is_read_by_the_sdk(read: Callable[..., Answer], reader: str) -> None:
    ciphertext, _ = Client().encrypt(source=b"name", keyring=keyring("aes-unicode"))
    assert read(reader, ciphertext, keyring=raw("aes-unicode")).result == b"name"


BINARY_NAME = bytes.fromhex("deadbeef80ff0a00")  # not UTF-8, as random bytes are


@pytest.mark.req("KEY-AES-011", "KEY-RSA-011")
@pytest.mark.parametrize("key", ["aes-256", "rsa-oaep-sha256"])
def test_key_name_that_is_not_utf8_is_read_and_written_as_by_master_keys(python: Peer, key: str) -> None:
    mine = keyring(key)
    assert isinstance(mine, RawAesKeyring | RawRsaKeyring)
    mine = mine.renamed(mine.namespace, BINARY_NAME)
    public, private = ({**raw(key, public=public), "key-name-hex": BINARY_NAME.hex()} for public in (True, False))
    job: dict[str, Any] = {"keys": native_keys(), "api": "provider"}
    written = python.encrypt(b"random name", keyring=public, **job)
    assert written.result is not None, written
    plaintext, header = Client().decrypt(source=written.result, keyring=mine)
    assert (plaintext, header.encrypted_data_keys[0].provider_info[: len(BINARY_NAME)]) == (b"random name", BINARY_NAME)
    ciphertext, _ = Client().encrypt(source=b"back", keyring=mine)
    assert python.decrypt(ciphertext, keyring=private, **job).result == b"back"


@pytest.mark.req("CLI-INS-011")
def test_key_name_that_is_not_utf8_is_no_name_for_the_keyrings_of_the_sdk(python: Peer) -> None:
    ciphertext, _ = Client().encrypt(source=b"", keyring=RawAesKeyring("esdkit-vectors", BINARY_NAME, bytes(range(32))))
    assert not python.decrypt(ciphertext, keyring={**raw("aes-256"), "key-name-hex": BINARY_NAME.hex()}, keys=native_keys()).ok


# ---------------------------------------------------------------- required encryption context
def required(keys: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "required-encryption-context-cmm", "underlying": raw("aes-256"), "requiredEncryptionContextKeys": list(keys)}


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: f"{suite:04x}")
@pytest.mark.parametrize(("context", "some"), [("ascii", 1), ("mixed", 2), ("mixed", 4), ("astral", 4)])
def test_required_context_of_esdkit_is_reproduced_by_mpl(read: Callable[..., Answer], suite: int, context: str, some: int) -> None:
    pairs = matrix.CONTEXTS[context]
    keys = tuple(pairs)[:some]
    cmm = RequiredEncryptionContextCmm(keys, keyring("aes-256"))
    ciphertext, header = client(suite).encrypt(source=b"bound", cmm=cmm, algorithm=suite, encryption_context=pairs)
    assert not set(keys) & set(header.encryption_context)
    reproduced = {key: pairs[key] for key in keys}
    assert read("mpl", ciphertext, keyring=required(keys), encryption_context=reproduced).result == b"bound"
    assert not read("mpl", ciphertext, keyring=required(keys), encryption_context={**reproduced, keys[0]: "another"}).ok


@pytest.mark.parametrize("reader", READERS)
def test_required_context_that_is_not_reproduced_is_refused_by_the_sdk(read: Callable[..., Answer], reader: str) -> None:
    cmm = RequiredEncryptionContextCmm(["purpose"], keyring("rsa-oaep-sha256"))
    ciphertext, _ = Client().encrypt(source=b"bound", cmm=cmm, encryption_context=matrix.CONTEXTS["ascii"])
    assert not read(reader, ciphertext, keyring=raw("rsa-oaep-sha256")).ok


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: f"{suite:04x}")
def test_required_context_of_mpl_is_reproduced_in_the_stream(python: Peer, suite: int) -> None:
    pairs = matrix.CONTEXTS["astral"]
    answer = python.encrypt(
        b"bound",
        keyring=required(tuple(pairs)),
        keys=native_keys(),
        suite=f"{suite:04x}",
        encryption_context=pairs,
        commitment_policy=client(suite).commitment_policy.value,
    )
    assert answer.result is not None, answer.error_message
    reader = Client(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
    with reader.stream("decrypt", source=Drip(answer.result, 3), keyring=keyring("aes-256"), encryption_context=pairs) as stream:
        assert stream.read() == b"bound"
    with reader.stream("decrypt", source=Drip(answer.result, 3), keyring=keyring("aes-256")) as stream, pytest.raises(DataKeyUnwrapError):
        stream.read()


# ---------------------------------------------------------------- an SDK writes
def written(peer: Peer, case: Case) -> bytes:
    """The message of a case, new from its SDK."""
    answer = peer.encrypt(
        plaintext(case.length),
        api={"python": "provider", "mpl": "keyring"}.get(case.writer),
        keyring=case.encrypt_key,
        keys=native_keys(),
        suite=f"{case.suite:04x}",
        encryption_context=case.context,
        frame_length=case.frame,
        commitment_policy=case.write_policy,
    )
    assert answer.result is not None, answer.error_message
    return answer.result


@pytest.mark.parametrize("sdk", ["python", "js"])
def test_message_of_the_sdk_is_read_by_the_stream(request: pytest.FixtureRequest, sdk: str, subtests: pytest.Subtests) -> None:
    peer = request.getfixturevalue("javascript" if sdk == "js" else "python")
    reader = Client(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
    for case, chunk in zip(matrix.cover(sdk), itertools.cycle(CHUNKS), strict=False):
        with subtests.test(case.name):
            ciphertext = written(peer, case)
            key = next(keyring(key) for key in matrix.KEYS if raw(key) == case.key)
            with reader.stream("decrypt", source=Drip(ciphertext, chunk), keyring=key, encryption_context=case.context) as stream:
                assert b"".join(iter(partial(stream.read, chunk + 2), b"")) == plaintext(case.length)
                assert stream.header.suite.id == case.suite

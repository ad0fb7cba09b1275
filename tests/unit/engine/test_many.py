"""Many messages: in order, lazily, as one by one; what ends them, and what is left of it."""

from __future__ import annotations

import errno
import io
import itertools
import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from esdkit import Client, build, parse
from esdkit.caches import LocalCache
from esdkit.cmm import CachingCmm, DefaultCmm, RequiredEncryptionContextCmm
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, PolicyError, UsageError
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.spec import CONSTANTS, SUITES
from tests.each import each

KEYRING = RawAesKeyring("tests", "aes", bytes(range(32)))
OTHER = RawAesKeyring("tests", "other", bytes(32))
CLIENT = Client()
UNSIGNED = 0x0478
PLAINTEXTS = [b"plaintext %d" % number for number in range(200)]
OPTIONS: dict[str, Any] = {"keyring": KEYRING, "algorithm": UNSIGNED, "encryption_context": {"purpose": "tests"}}


def messages(*plaintexts: bytes, keyring: RawAesKeyring = KEYRING) -> list[bytes]:
    return [CLIENT.encrypt(source=plaintext, **{**OPTIONS, "keyring": keyring})[0] for plaintext in plaintexts]


@pytest.mark.req("CLI-MNY-001", "CLI-MNY-002")
@each("jobs", [1, 2, 3])
def test_many_messages_have_their_order_and_keys_of_their_own(jobs: int) -> None:
    written = list(CLIENT.encrypt_many(PLAINTEXTS, jobs=jobs, **OPTIONS))
    assert list(CLIENT.decrypt_many([message for message, _ in written], jobs=jobs, keyring=KEYRING)) == [
        (plaintext, header) for plaintext, (_, header) in zip(PLAINTEXTS, written, strict=True)
    ]
    for name in ("message_id", "suite_data", "encrypted_data_keys"):
        assert len({getattr(header, name) for _, header in written}) == len(PLAINTEXTS)


@pytest.mark.req("CLI-MNY-001")
def test_sources_are_pulled_when_results_are_asked_for_and_may_have_no_end() -> None:
    pulled = itertools.count()
    results = CLIENT.encrypt_many((b"%d" % number for number in pulled), **OPTIONS)
    assert next(pulled) == 0
    assert CLIENT.decrypt(source=next(results)[0], keyring=KEYRING)[0] == b"1"
    assert next(pulled) == 2


@pytest.mark.req("CLI-MNY-001")
def test_endless_source_of_several_processes_is_pulled_some_batches_ahead_only() -> None:
    pulled = itertools.count()
    results = CLIENT.encrypt_many((b"" for _ in pulled), jobs=2, **OPTIONS)
    assert len(list(itertools.islice(results, 70))) == 70
    assert next(pulled) < 1000


@pytest.mark.req("CLI-MNY-003")
def test_sources_are_bytes_buffers_or_files() -> None:
    sources: list[Any] = [b"a", bytearray(b"b"), memoryview(b"c"), io.BytesIO(b"d")]
    written = CLIENT.encrypt_many(sources, **OPTIONS)
    assert b"".join(plaintext for plaintext, _ in CLIENT.decrypt_many((message for message, _ in written), keyring=KEYRING)) == b"abcd"


# --- errors ---


def broken(jobs: int, **more: Any) -> Iterator[tuple[bytes, Header] | EsdkError]:
    good, other = messages(b"good")[0], messages(b"other", keyring=OTHER)[0]
    bad = good[:-1] + bytes([good[-1] ^ 1])
    sources: list[Any] = [good, other, bad, "text", good[:100], good]
    return CLIENT.decrypt_many(sources, keyring=KEYRING, jobs=jobs, **more)


@pytest.mark.req("CLI-MNY-004", kind="negative")
@each("jobs", [1, 2])
def test_errors_are_given_in_their_place(jobs: int) -> None:
    results = list(broken(jobs, errors="give"))
    codes = [result.code if isinstance(result, EsdkError) else result[0] for result in results]
    assert codes == [b"good", Code.UNWRAP_FAILED, Code.BODY_TAG_INVALID, Code.INVALID_ARGUMENT, Code.TRUNCATED, b"good"]
    assert isinstance(results[1], DataKeyUnwrapError)
    assert len(results[1].attempts) == 1


@pytest.mark.req("CLI-MNY-004", kind="negative")
@each("jobs", [1, 2])
def test_first_error_is_raised_after_what_came_before_and_ends_it(jobs: int) -> None:
    results = broken(jobs)
    assert next(results)[0] == b"good"  # type: ignore[index]
    with pytest.raises(DataKeyUnwrapError):
        next(results)
    with pytest.raises(StopIteration):
        next(results)


class SourceFailedError(Exception):
    pass


@pytest.mark.req("CLI-MNY-004", kind="negative")
@each("jobs", [1, 2])
@each("errors", ["raise", "give"])
@each("failure", [SourceFailedError, KeyboardInterrupt])
def test_source_that_fails_ends_it_after_the_results_before(jobs: int, errors: Any, failure: type[BaseException]) -> None:
    def sources() -> Iterator[bytes]:
        yield from PLAINTEXTS[:70]
        raise failure

    seen = []
    with pytest.raises(failure):
        for message, _ in CLIENT.encrypt_many(sources(), jobs=jobs, errors=errors, **OPTIONS):
            seen.append(message)
    if jobs == 1 or failure is SourceFailedError:
        assert [CLIENT.decrypt(source=message, keyring=KEYRING)[0] for message in seen] == PLAINTEXTS[:70]
    assert multiprocessing.active_children() == []


class KilledKeyring:
    """Ends its process at one plaintext key."""

    def __init__(self) -> None:
        self.first = os.getpid()

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        if os.getpid() != self.first:
            os.kill(os.getpid(), signal.SIGKILL)
        return KEYRING.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
        raise NotImplementedError


@pytest.mark.req("CLI-MNY-004", kind="negative")
def test_process_that_is_killed_is_an_error_and_no_other_is_left() -> None:
    with pytest.raises(ChildProcessError, match="was killed"):
        list(CLIENT.encrypt_many(PLAINTEXTS, jobs=2, keyring=KilledKeyring()))
    assert multiprocessing.active_children() == []


@pytest.mark.req("CLI-MNY-004", kind="negative")
def test_limit_of_processes_is_named_and_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, left = os.fork, [True]

    def limited() -> int:
        if not left:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        left.pop()
        return fork()

    monkeypatch.setattr(os, "fork", limited)
    with pytest.raises(ChildProcessError, match=f"a process cannot be started: {os.strerror(errno.EAGAIN)}"):
        list(CLIENT.encrypt_many(PLAINTEXTS, jobs=2, **OPTIONS))
    assert multiprocessing.active_children() == []


def test_iterator_that_is_dropped_leaves_no_process() -> None:
    results = CLIENT.encrypt_many(PLAINTEXTS, jobs=2, **OPTIONS)
    next(results)
    del results
    assert multiprocessing.active_children() == []


@pytest.mark.req("CLI-MNY-004", kind="negative")
@each(
    "arguments",
    [{"errors": "ignore"}, {"jobs": 0}, {"jobs": "2"}, {"sources": b"bytes"}, {"sources": io.BytesIO()}, {"sources": 3}],
    ids=repr,
)
def test_wrong_arguments_are_refused_at_once(arguments: dict[str, Any]) -> None:
    for many in (CLIENT.encrypt_many, CLIENT.decrypt_many):
        with pytest.raises(UsageError) as caught:
            many(**{"sources": [b""], "keyring": KEYRING, **arguments})
        assert caught.value.code == Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-MNY-002", kind="negative")
def test_processes_do_not_share_a_random_source() -> None:
    with pytest.raises(UsageError, match="each process would draw the same"):
        Client(random=lambda length: bytes(length)).encrypt_many([b""], jobs=2, **OPTIONS)


def test_unknown_option_is_named() -> None:
    with pytest.raises(TypeError, match="did you mean errors"):
        CLIENT.encrypt_many([b""], **{**OPTIONS, "error": "give"})


# --- what is made once, and what is not ---


class Counting:
    """A keyring that nobody knows."""

    def __init__(self) -> None:
        self.asked = 0

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        self.asked += 1
        return KEYRING.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
        self.asked += 1
        return KEYRING.on_decrypt(materials, encrypted_data_keys)


class Homonym(Counting):
    """Has methods that mean something else."""

    def wrapping(self, materials: EncryptionMaterials) -> str:
        raise NotImplementedError

    def unwrapping(self, materials: DecryptionMaterials) -> str:
        raise NotImplementedError


class Derived(RawAesKeyring):
    """A built-in keyring that was changed."""

    asked = 0

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        type(self).asked += 1
        return super().on_encrypt(materials)


@pytest.mark.req("CLI-MNY-003")
def test_foreign_and_derived_keyrings_are_asked_for_each_message() -> None:
    derived = Derived("tests", "aes", bytes(range(32)))
    for counting in (Counting(), Homonym()):
        written = [message for message, _ in CLIENT.encrypt_many(PLAINTEXTS[:5], **{**OPTIONS, "keyring": counting})]
        assert counting.asked == 5
        assert [plaintext for plaintext, _ in CLIENT.decrypt_many(written, keyring=counting)] == PLAINTEXTS[:5]
        assert counting.asked == 10
    list(CLIENT.encrypt_many(PLAINTEXTS[:5], **{**OPTIONS, "keyring": MultiKeyring(derived, [KEYRING])}))
    assert derived.asked == 5


def test_caching_cmm_counts_each_message() -> None:
    cmm = CachingCmm(keyring=KEYRING, cache=LocalCache(10), max_age=60, max_messages=2)
    written = CLIENT.encrypt_many([b"x"] * 5, cmm=cmm, algorithm=UNSIGNED)
    keys = [header.encrypted_data_keys for _, header in written]
    assert [keys[0] == keys[1], keys[1] == keys[2], keys[2] == keys[3], keys[3] == keys[4]] == [True, False, True, False]


@pytest.mark.req("CLI-MNY-003", kind="negative")
def test_each_message_is_measured_against_policy_context_and_limits() -> None:
    """Messages of different contexts and suites in turn: nothing judged for one holds for another."""
    allow = Client(commitment_policy="FORBID_ENCRYPT_ALLOW_DECRYPT")
    old = allow.encrypt(source=b"old", keyring=KEYRING, algorithm=0x0178, encryption_context={"tenant": "blue"})[0]
    blue, red = (CLIENT.encrypt(source=b"x", **{**OPTIONS, "encryption_context": {"tenant": tenant}})[0] for tenant in ("blue", "red"))
    results = list(CLIENT.decrypt_many([blue, red, old, blue, red], keyring=KEYRING, encryption_context={"tenant": "blue"}, errors="give"))
    codes = [result.code if isinstance(result, EsdkError) else result[0] for result in results]
    mismatch = Code.ENCRYPTION_CONTEXT_MISMATCH
    assert codes == [b"x", mismatch, Code.POLICY_VIOLATION, b"x", mismatch]
    assert isinstance(results[2], PolicyError)


@pytest.mark.req("CLI-MNY-003")
def test_required_pairs_are_authenticated_in_every_message() -> None:
    cmm = RequiredEncryptionContextCmm(["purpose"], DefaultCmm(KEYRING))
    options: dict[str, Any] = {"cmm": cmm, "encryption_context": {"purpose": "tests", "other": "pair"}}
    written = [message for message, _ in CLIENT.encrypt_many(PLAINTEXTS[:3], algorithm=UNSIGNED, **options)]
    assert [plaintext for plaintext, _ in CLIENT.decrypt_many(written, **options)] == PLAINTEXTS[:3]
    refused = CLIENT.decrypt_many(written, keyring=KEYRING, errors="give")
    assert [result.code for result in refused if isinstance(result, EsdkError)] == [Code.UNWRAP_FAILED] * 3


@pytest.mark.req("CLI-MNY-003")
def test_message_longer_than_a_frame_among_short_ones() -> None:
    sizes = [0, 15, 16, 17, 64, 1, 100_000, 3]
    for suite in (suite for suite in SUITES.values() if suite.commitment):
        written = CLIENT.encrypt_many(map(bytes, sizes), keyring=KEYRING, algorithm=suite, frame_length=16)
        plaintexts = CLIENT.decrypt_many([message for message, _ in written], keyring=KEYRING)
        assert [len(plaintext) for plaintext, _ in plaintexts] == sizes


def test_data_keys_of_a_keyring_have_different_lengths_in_different_messages() -> None:
    class Odd(Counting):
        def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
            wrapped = super().on_encrypt(materials)
            return wrapped.with_encrypted_data_key(EncryptedDataKey(b"odd", bytes(self.asked), b""))

    written = [message for message, _ in CLIENT.encrypt_many(PLAINTEXTS[:4], **{**OPTIONS, "keyring": Odd()})]
    assert [plaintext for plaintext, _ in CLIENT.decrypt_many(written, keyring=KEYRING)] == PLAINTEXTS[:4]


# --- signed messages, which differ in their public keys as well ---
SIGNED = 0x0578
PUBLIC_KEY = CONSTANTS.public_key_name


def signed(count: int, **options: Any) -> list[tuple[bytes, Header]]:
    return list(CLIENT.encrypt_many(PLAINTEXTS[:count], **{**OPTIONS, "algorithm": SIGNED, **options}))


@pytest.mark.req("CLI-MNY-001", "CLI-MNY-003")
@each("suite", [0x0378, SIGNED])
def test_signed_messages_have_public_keys_of_their_own_and_verify(suite: int) -> None:
    client = Client(commitment_policy="FORBID_ENCRYPT_ALLOW_DECRYPT") if suite == 0x0378 else CLIENT
    written = list(client.encrypt_many(PLAINTEXTS[:6], **{**OPTIONS, "algorithm": suite}))
    assert len({header.encryption_context[PUBLIC_KEY] for _, header in written}) == 6
    for (message, header), plaintext in zip(written, PLAINTEXTS, strict=False):
        assert parse(message).header == header
        new = Client(commitment_policy=client.commitment_policy)
        assert new.decrypt(source=message, keyring=KEYRING) == (plaintext, header)
    assert [plaintext for plaintext, _ in client.decrypt_many([message for message, _ in written], keyring=KEYRING)] == PLAINTEXTS[:6]


@pytest.mark.req("CLI-MNY-003")
def test_required_pairs_of_signed_messages() -> None:
    cmm = RequiredEncryptionContextCmm(["purpose"], MultiKeyring(KEYRING, [OTHER]))
    options: dict[str, Any] = {"cmm": cmm, "encryption_context": {"purpose": "tests", "zone": "after the public key", "a": "before"}}
    written = list(CLIENT.encrypt_many(PLAINTEXTS[:4], algorithm=SIGNED, **options))
    assert ["purpose" in header.encryption_context for _, header in written] == [False] * 4
    assert [plaintext for plaintext, _ in CLIENT.decrypt_many([message for message, _ in written], **options)] == PLAINTEXTS[:4]
    refused = CLIENT.decrypt_many([message for message, _ in written], keyring=KEYRING, errors="give")
    assert [result.code for result in refused if isinstance(result, EsdkError)] == [Code.UNWRAP_FAILED] * 4


@pytest.mark.req("CLI-MNY-003", kind="negative")
def test_public_key_of_each_message_is_judged() -> None:
    """After good messages with the same context: no public key, one that is not a point, and a signature under that of another message."""
    (first, _), (second, _), (third, _) = signed(3)
    message = parse(third)
    pairs = dict(message.header.context_pairs or ())
    name, other = PUBLIC_KEY.encode(), dict(parse(first).header.context_pairs or ())[PUBLIC_KEY.encode()]
    changed = [({**pairs, name: b""}), {**pairs, name: b"A" * len(other)}, {**pairs, name: other}]
    del pairs[name]
    damaged = [
        build(replace(message, header=replace(message.header, context_pairs=tuple(context.items())))) for context in (pairs, *changed)
    ]
    damaged.append(third[:-1] + bytes([third[-1] ^ 1]))
    results = list(CLIENT.decrypt_many([first, second, first, *damaged, second], keyring=KEYRING, errors="give"))
    codes = [result.code if isinstance(result, EsdkError) else result[0] for result in results]
    assert codes[3:] == [
        Code.PUBLIC_KEY_MISSING,
        Code.PUBLIC_KEY_MALFORMED,
        Code.PUBLIC_KEY_MALFORMED,
        Code.UNWRAP_FAILED,
        Code.SIGNATURE_INVALID,
        PLAINTEXTS[1],
    ]


@pytest.mark.req("CLI-MNY-003", kind="negative")
def test_public_key_that_was_given_must_be_that_of_each_message() -> None:
    written = signed(4)
    given = written[1][1].encryption_context
    results = CLIENT.decrypt_many(
        [written[number][0] for number in (1, 1, 1, 2, 1)], keyring=KEYRING, encryption_context=given, errors="give"
    )
    mismatch = Code.ENCRYPTION_CONTEXT_MISMATCH
    codes = [result.code if isinstance(result, EsdkError) else result[0] for result in results]
    assert codes == [PLAINTEXTS[1], PLAINTEXTS[1], PLAINTEXTS[1], mismatch, PLAINTEXTS[1]]


@pytest.mark.req("CLI-MNY-003", kind="negative")
def test_signed_messages_are_measured_one_by_one() -> None:
    (message, _), *others = signed(3)
    results = list(
        CLIENT.decrypt_many([*(data for data, _ in others), message, message + b"x", message[:-1]], keyring=KEYRING, errors="give")
    )
    codes = [result.code if isinstance(result, EsdkError) else result[0] for result in results]
    assert codes == [PLAINTEXTS[1], PLAINTEXTS[2], PLAINTEXTS[0], Code.TRAILING_DATA, Code.TRUNCATED]


@pytest.mark.req("CLI-MNY-003")
@pytest.mark.parametrize("suite_id", [0x0478, 0x0578], ids=["unsigned", "signed"])
def test_built_in_cmm_is_asked_for_two_messages(monkeypatch: pytest.MonkeyPatch, suite_id: int) -> None:
    asked: list[str] = []

    def count(name: str) -> None:
        method = getattr(DefaultCmm, name)

        def counted(cmm: DefaultCmm, request: object) -> object:
            asked.append(name)
            return method(cmm, request)

        monkeypatch.setattr(DefaultCmm, name, counted)

    count("get_encryption_materials")
    count("decrypt_materials")
    options = {**OPTIONS, "algorithm": suite_id}
    written = [message for message, _ in CLIENT.encrypt_many(PLAINTEXTS[:5], **options)]
    assert [plaintext for plaintext, _ in CLIENT.decrypt_many(written, keyring=KEYRING)] == PLAINTEXTS[:5]
    assert asked == ["get_encryption_materials"] * 2 + ["decrypt_materials"] * 2

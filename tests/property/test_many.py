"""Many messages are what the same messages one by one are: the same bytes from the same random source, the same results and errors."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from esdkit import Client, parse
from esdkit.cmm import RequiredEncryptionContextCmm
from esdkit.errors import EsdkError
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.keyrings.base import Keyring
from esdkit.spec import SUITES, Suite
from tests.strategies import contexts, suites

AES = RawAesKeyring("tests", "aes", bytes(range(32)))
SHORT = RawAesKeyring("tests", "a longer name, and a shorter key", bytes(16))
KEYRINGS: list[Keyring] = [AES, SHORT, MultiKeyring(AES, [SHORT]), MultiKeyring(SHORT, [MultiKeyring(children=[AES]), AES])]


def client(suite: Suite, seed: int) -> Client:
    policy = "REQUIRE_ENCRYPT_REQUIRE_DECRYPT" if suite.commitment else "FORBID_ENCRYPT_ALLOW_DECRYPT"
    return Client(commitment_policy=policy, random=random.Random(seed).randbytes)


@st.composite
def options(draw: st.DrawFn) -> dict[str, Any]:
    keyring, context = draw(st.sampled_from(KEYRINGS)), draw(contexts())
    required = draw(st.sets(st.sampled_from(sorted(context)))) if context else set()
    keys = {"cmm": RequiredEncryptionContextCmm(required, keyring)} if required else {"keyring": keyring}
    return {**keys, "encryption_context": context}


@pytest.mark.req("CLI-MNY-003")
@given(suites(), options(), st.lists(st.binary(max_size=70), max_size=5), st.integers(1, 40), st.integers(0, 2**32))
def test_same_random_source_gives_the_same_bytes(
    suite: Suite, options: dict[str, Any], plaintexts: list[bytes], frame_length: int, seed: int
) -> None:
    written: dict[str, Any] = {**options, "algorithm": suite, "frame_length": frame_length}
    one, again, many = client(suite, seed), client(suite, seed), client(suite, seed)
    expected = [one.encrypt(source=plaintext, **written) for plaintext in plaintexts]
    # a signature of unusual length is made again with another nonce, which is not of this source
    assume(expected == [again.encrypt(source=plaintext, **written) for plaintext in plaintexts])
    assert list(many.encrypt_many(plaintexts, **written)) == expected
    assert [header for _, header in expected] == [parse(message).header for message, _ in expected]
    assert list(many.decrypt_many([message for message, _ in expected], **options)) == [
        (plaintext, header) for plaintext, (_, header) in zip(plaintexts, expected, strict=True)
    ]


class Asked:
    """A keyring of a user, as far as the engine knows."""

    def __init__(self, keyring: Keyring) -> None:
        self.on_encrypt, self.on_decrypt = keyring.on_encrypt, keyring.on_decrypt


FOREIGN = [*KEYRINGS, Asked(AES)]
COMMITTING = [suite for suite in SUITES.values() if suite.commitment]


@st.composite
def calls(draw: st.DrawFn) -> list[tuple[bytes, dict[str, Any]]]:
    """Calls of one client, many of them with the options of an earlier one; some fail."""
    pool = draw(st.lists(st.tuples(st.sampled_from(FOREIGN), contexts(), st.sampled_from(COMMITTING), st.integers(0, 40)), min_size=1))
    shared = [
        {"keyring": keyring, "encryption_context": context, "algorithm": suite, "frame_length": frame_length, "max_plaintext_length": 60}
        for keyring, context, suite, frame_length in pool
    ]
    return draw(st.lists(st.tuples(st.binary(max_size=70), st.sampled_from(shared)), max_size=12))


def tried(operation: Callable[[], Any]) -> Any:
    try:
        return operation()
    except EsdkError as error:
        return outcome(error)


def before_signature(written: Any) -> Any:
    """What a client wrote, without its signature: one of unusual length is made again with a nonce that is not of the random source."""
    signature = parse(written).signature if isinstance(written, bytes) else None
    return written if signature is None else written[: -len(signature)]


@pytest.mark.req("CLI-MNY-003")
@given(calls(), st.integers(0, 2**32))
def test_client_that_was_used_before_gives_what_a_new_one_gives(calls: list[tuple[bytes, dict[str, Any]]], seed: int) -> None:
    used, new = random.Random(seed), random.Random(seed)
    shared = Client(random=used.randbytes)
    for plaintext, written in calls:
        new.setstate(used.getstate())
        expected = tried(partial(Client(random=new.randbytes).encrypt, source=plaintext, **written))
        result = tried(partial(shared.encrypt, source=plaintext, **written))
        assert result[1:] == expected[1:]
        assert before_signature(result[0]) == before_signature(expected[0])
        if isinstance(result[0], bytes):
            read = {"keyring": written["keyring"], "encryption_context": written["encryption_context"]}
            assert shared.decrypt(source=result[0], **read) == (plaintext, result[1])
            wrong = {**read, "keyring": RawAesKeyring("tests", "aes", bytes(32))}
            assert tried(partial(shared.decrypt, source=result[0], **wrong)) == tried(partial(Client().decrypt, source=result[0], **wrong))


def outcome(result: Any) -> Any:
    return (type(result), str(result), result.offset) if isinstance(result, EsdkError) else result


@pytest.mark.req("CLI-MNY-003", kind="negative")
@given(suites(), options(), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=8), st.booleans())
def test_damaged_messages_have_the_same_errors(suite: Suite, options: dict[str, Any], damages: list[tuple[int, int]], cut: bool) -> None:
    this = client(suite, 1)
    policy = this.commitment_policy
    message = this.encrypt(source=b"plaintext", algorithm=suite, **options)[0]
    damaged = [message]
    for place, change in damages:
        at = place % len(message)
        damaged += [message[:at] + bytes([message[at] ^ change]) + (b"" if cut else message[at + 1 :]), message]
    expected = []
    for data in damaged:
        try:
            expected.append(outcome(Client(commitment_policy=policy).decrypt(source=data, **options)))
        except EsdkError as error:
            expected.append(outcome(error))
    assert list(map(outcome, this.decrypt_many(damaged, errors="give", **options))) == expected

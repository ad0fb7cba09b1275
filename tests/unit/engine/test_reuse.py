"""What a client keeps of its last call: when it is used again, and when not."""

from __future__ import annotations

import copy
import pickle
import threading
from typing import Any

import pytest

from esdkit import Client
from esdkit.engine.reuse import Reuse
from esdkit.errors import UsageError
from esdkit.keyrings import RawAesKeyring
from tests.each import each

KEYRING = RawAesKeyring("tests", "aes", bytes(range(32)))


def made(reuse: Reuse[object], **options: Any) -> object:
    return reuse.get(options) or reuse.keep(options, lambda _: object())


def test_same_options_are_made_once() -> None:
    reuse: Reuse[object] = Reuse()
    first = made(reuse, keyring=KEYRING, encryption_context={"a": "1", "b": "2"})
    assert made(reuse, encryption_context={"a": "1", "b": "2"}, keyring=KEYRING) is first


@each(
    "other",
    [
        {"keyring": RawAesKeyring("tests", "aes", bytes(range(32)))},
        {"encryption_context": {"a": "1"}},
        {"encryption_context": {"b": "2", "a": "1"}},
        {"encryption_context": {"a": "1", "b": "3"}},
        {"encryption_context": None},
        {"frame_length": 4096.0},
        {"frame_length": None, "algorithm": None},
        {"algorithm": None},
    ],
)
def test_other_options_are_not_the_same(other: dict[str, Any]) -> None:
    options: dict[str, Any] = {"keyring": KEYRING, "encryption_context": {"a": "1", "b": "2"}, "frame_length": 4096}
    reuse: Reuse[object] = Reuse()
    first = made(reuse, **options)
    assert made(reuse, **{**options, **other}) is not first
    assert made(reuse, **options) is not first


def test_context_that_was_changed_in_place_is_another() -> None:
    client, context = Client(), {"purpose": "first"}
    for purpose in ("first", "first", "first", "second", "second"):
        context["purpose"] = purpose
        message, header = client.encrypt(source=b"", keyring=KEYRING, encryption_context=context, algorithm=0x0478)
        assert header.encryption_context == {"purpose": purpose}
        assert client.decrypt(source=message, keyring=KEYRING, encryption_context=context) == (b"", header)


def test_context_that_changes_while_something_is_made_of_it_is_kept_as_it_was_used() -> None:
    """As another thread can change it."""
    reuse: Reuse[dict[str, str]] = Reuse()
    context = {"purpose": "first"}

    def make(options: Any) -> dict[str, str]:
        used = dict(options["encryption_context"])
        context["purpose"] = "second"
        return used

    assert reuse.keep({"encryption_context": context}, make) == {"purpose": "first"}
    assert reuse.get({"encryption_context": context}) is None
    assert reuse.get({"encryption_context": {"purpose": "first"}}) == {"purpose": "first"}


def test_nothing_is_kept_of_a_call_with_a_data_key() -> None:
    reuse: Reuse[object] = Reuse()
    first = made(reuse, data_key=bytes(32))
    assert made(reuse, data_key=bytes(32)) is not first


@pytest.mark.req("CLI-ENC-009", kind="negative")
def test_options_that_are_refused_are_refused_again() -> None:
    client = Client()
    client.encrypt(source=b"", keyring=KEYRING, frame_length=1)
    for _ in range(3):
        with pytest.raises(UsageError, match="reserved"):
            client.encrypt(source=b"", keyring=KEYRING, encryption_context={"aws-crypto-x": ""})
        with pytest.raises(UsageError, match="frame_length"):
            client.encrypt(source=b"", keyring=KEYRING, frame_length=1.0)  # type: ignore[arg-type]


def test_copies_and_pickles_of_a_client_keep_nothing() -> None:
    client = Client()
    for _ in range(3):
        message, _ = client.encrypt(source=b"plaintext", keyring=KEYRING, algorithm=0x0478)
        client.decrypt(source=message, keyring=KEYRING)
    for other in (pickle.loads(pickle.dumps(client)), copy.copy(client), copy.deepcopy(client)):
        assert other.decrypt(source=message, keyring=KEYRING)[0] == b"plaintext"


def test_threads_share_a_client() -> None:
    client, failed, keyrings = Client(), [], [KEYRING, RawAesKeyring("tests", "other", bytes(32))]

    def work(number: int) -> None:
        for turn in range(200):
            keyring, context = keyrings[turn % 7 // 6], {"n": str(turn // 50 * number)}
            message, header = client.encrypt(source=b"%d" % turn, keyring=keyring, encryption_context=context, algorithm=0x0478)
            if (b"%d" % turn, context) != (client.decrypt(source=message, keyring=keyring)[0], header.encryption_context):
                failed.append(turn)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []

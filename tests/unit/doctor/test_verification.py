"""A verification as text: what each stage showed, and what is not proven."""

import pytest

from esdkit import Client
from esdkit.doctor.verification import verification_to_json, verification_to_text
from esdkit.keyrings import Keyring
from tests.columns import too_wide
from tests.samples import native_ciphertext
from tests.unit.doctor.cases import MULTI, aes


def text(data: bytes, keyring: Keyring | None = None, *, policy_given: bool = False) -> str:
    verification = Client().verify(source=data, keyring=keyring)
    lines = [*verification_to_text(verification, "name", keyed=keyring is not None, policy_given=policy_given)]
    assert not [line for line in lines if too_wide(line)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("data", "keyring", "words"),
    [
        (MULTI, None, ["name: unchanged since it was signed", "no key was given", "does not prove who signed"]),
        (
            MULTI,
            aes(),
            ["name: passed every stage up to frames", "no expected plaintext was given", "300 bytes of plaintext are authentic"],
        ),
        (MULTI[:-1] + b"x", None, ["name: damaged", "FAILED: signature", "not checked  unwrap", "signature-"]),
        (MULTI[:100], None, ["name: FAILED: structure", "truncated", "the message is incomplete"]),
        (
            MULTI,
            aes("other"),
            ["name: FAILED: unwrap", "depends on the data key", "RawAesKeyring(namespace='esdkit-vectors', name='other')"],
        ),
    ],
    ids=["no-key", "key", "changed", "cut", "wrong-key"],
)
def test_text_says_how_far_the_message_holds(data: bytes, keyring: Keyring | None, words: list[str]) -> None:
    shown = text(data, keyring)
    assert [word for word in words if word not in shown] == []
    assert ("does not prove" in shown) == (words[-1] == "does not prove who signed")


def test_data_names_the_file_and_the_checks() -> None:
    data = verification_to_json(Client().verify(source=MULTI[:100]), "name", 100)
    assert (data["schema"], data["file"], data["length"], data["failed"]) == (1, "name", 100, "parse")
    told = [(check["stage"], check["outcome"], check["reason"]) for check in data["checks"]]
    assert told[:2] == [("parse", "failed", None), ("parse", "not-checked", "the message is incomplete")]


@pytest.mark.req("CLI-VER-006")
def test_default_policy_is_blamed_last_and_one_that_was_given_first() -> None:
    old = native_ciphertext("js-0378-aes-256-many-f16-p1")
    changed = old[:-1] + bytes([old[-1] ^ 1])
    assert text(old).startswith("name: refused by the default policy; nothing else was found (FAILED: policy)")
    assert text(old, policy_given=True).startswith("name: FAILED: policy\n")
    assert text(changed).startswith("name: damaged: changed since it was signed (FAILED: signature, policy)")
    assert text(changed, policy_given=True).startswith("name: FAILED: policy, signature")

"""A verification as text: what each stage showed, and what is not proven."""

import pytest

from esdkit import Client
from esdkit.doctor.verification import verification_to_json, verification_to_text
from esdkit.keyrings import Keyring
from tests.columns import too_wide
from tests.unit.doctor.cases import MULTI, aes


def text(data: bytes, keyring: Keyring | None = None) -> str:
    verification = Client().verify(source=data, keyring=keyring)
    lines = [*verification_to_text(verification, "name", keyed=keyring is not None)]
    assert not [line for line in lines if too_wide(line)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("data", "keyring", "words"),
    [
        (MULTI, None, ["name: unchanged since it was signed", "needs a key", "does not prove who signed"]),
        (
            MULTI,
            aes(),
            ["name: passed every stage up to frames", "no expected plaintext to compare with", "300 bytes of plaintext are authentic"],
        ),
        (MULTI[:-1] + b"x", None, ["name: damaged", "FAILED", "not reached: an earlier stage failed", "signature-"]),
        (MULTI[:100], None, ["name: FAILED at parse", "truncated"]),
        (MULTI, aes("other"), ["name: FAILED at unwrap", "RawAesKeyring(namespace='esdkit-vectors', name='other')"]),
    ],
    ids=["no-key", "key", "changed", "cut", "wrong-key"],
)
def test_text_says_how_far_the_message_holds(data: bytes, keyring: Keyring | None, words: list[str]) -> None:
    shown = text(data, keyring)
    assert [word for word in words if word not in shown] == []
    assert ("does not prove" in shown) == (words[-1] == "does not prove who signed")


def test_data_names_the_file_and_the_stages() -> None:
    data = verification_to_json(Client().verify(source=MULTI[:100]), "name", 100)
    assert (data["schema"], data["file"], data["length"], data["failed"]) == (1, "name", 100, "parse")
    assert [stage["outcome"] for stage in data["stages"]][:2] == ["failed", "not-checked"]

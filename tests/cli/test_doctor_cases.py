"""Messages of an old suite as people bring them, under the default policy: it hides neither damage nor what holds."""

from pathlib import Path

import pytest

from tests.cli.running import Program

CASES = Path(__file__).parents[1] / "cases" / "inputs"
KEY = ("--aes", f"namespace=n,name=k,key=@{CASES / 'zero.key'}")  # not the key of these messages


def doctor(program: Program, name: str, *arguments: str) -> tuple[int, str]:
    ran = program("doctor", str(CASES / name), *arguments)
    return ran.code, " ".join(ran.text.split())


@pytest.mark.req("CLI-DOC-026")
def test_default_policy_is_the_headline_of_a_message_that_is_fine(program: Program) -> None:
    code, text = doctor(program, "v1-signed.bin")
    assert code == 1
    assert "Only the default commitment policy refuses this message" in text
    assert "it is complete and its signature is valid" in text


@pytest.mark.req("CLI-DOC-026", "CLI-DOC-028")
@pytest.mark.parametrize("keys", [(), KEY], ids=["no-key", "wrong-key"])
def test_damage_comes_first_and_is_what_the_error_says(program: Program, keys: tuple[str, ...]) -> None:
    code, text = doctor(program, "v1-signed-damaged.bin", *keys, "--error", "InvalidSignature")
    assert code == (3 if keys else 1)
    assert "result: The signature is invalid: the bytes were changed after they were signed." in text
    assert "here The file shows it: the signature does not verify." in text
    assert "policy" in text


@pytest.mark.req("CLI-DOC-009")
def test_message_that_was_cut_still_names_its_keys(program: Program) -> None:
    code, text = doctor(program, "v1-cut.bin", "--full")
    assert code == 1
    assert "the bytes end inside the signature: 89 more are needed" in text
    assert "[0] needs the raw AES key 'k' of namespace 'n'" in text


def test_byte_too_many_is_told_and_who_accepts_it(program: Program) -> None:
    code, text = doctor(program, "v1-trail.bin", "--full")
    assert code == 1
    assert "The message is complete, but 1 byte follows the end of the message." in text
    assert "The SDK for Python ignores it" in text

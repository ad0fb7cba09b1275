"""The words of the official Python SDK: each works, or its error names ours, and docs/howto/migrate.md has it."""

import copy
import pickle
from pathlib import Path
from typing import Any

import pytest

from esdkit import Client
from esdkit.spec import official_words
from tests.drafts import KEYRING, PLAINTEXT

PAGE = (Path(__file__).parents[3] / "docs" / "howto" / "migrate.md").read_text(encoding="utf-8")
GROUPS = ("arguments", "header", "encrypted_data_key", "stream")
MESSAGE, HEADER = Client().encrypt(source=PLAINTEXT, keyring=KEYRING)


def an_object(group: str) -> Any:
    if group == "stream":
        return Client().stream("decrypt", source=MESSAGE, keyring=KEYRING)
    return HEADER if group == "header" else HEADER.encrypted_data_keys[0]


@pytest.mark.parametrize("call", ["encrypt", "decrypt", "stream"])
@pytest.mark.parametrize("word", official_words()["arguments"])
def test_official_argument_is_a_type_error_that_names_ours(word: str, call: str) -> None:
    mode = {"mode": "encrypt"} if call == "stream" else {}
    operation: Any = getattr(Client(), call)
    with pytest.raises(TypeError) as error:
        operation(**mode, source=MESSAGE, **{word: None})
    assert str(error.value) == f"unexpected keyword argument {word!r}: use {official_words()['arguments'][word]}"


def test_unknown_argument_still_has_its_near_name() -> None:
    options: Any = {"keyrin": KEYRING}
    with pytest.raises(TypeError, match="did you mean keyring"):
        Client().encrypt(source=b"", **options)


@pytest.mark.parametrize(("group", "word"), [(group, word) for group in GROUPS[1:] for word in official_words()[group]])
def test_official_attribute_is_an_attribute_error_that_names_ours(group: str, word: str) -> None:
    with pytest.raises(AttributeError) as error:
        getattr(an_object(group), word)
    assert str(error.value).endswith(f"has no attribute {word!r}: use {official_words()[group][word]}")


@pytest.mark.parametrize("group", GROUPS[1:])
@pytest.mark.parametrize("name", ["nonsense", "__nonsense__"])
def test_any_other_attribute_has_the_usual_error(group: str, name: str) -> None:
    thing = an_object(group)
    with pytest.raises(AttributeError, match=f"^'{type(thing).__name__}' object has no attribute '{name}'$"):
        getattr(thing, name)
    assert not hasattr(thing, name)


def test_header_is_copied_and_pickled_as_before() -> None:
    assert copy.deepcopy(HEADER) == pickle.loads(pickle.dumps(HEADER)) == HEADER


@pytest.mark.parametrize(("group", "word"), [(group, word) for group in GROUPS for word in official_words()[group]])
def test_official_word_has_a_row_in_the_page(group: str, word: str) -> None:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| ")]
    assert any(word in first for first in rows)


@pytest.mark.parametrize(
    "name", ["version", "type", "message_id", "encryption_context", "encrypted_data_keys", "content_type", "frame_length"]
)
def test_official_members_of_a_header_that_we_have_work(name: str) -> None:
    assert hasattr(HEADER, name)
    assert name not in official_words()["header"]

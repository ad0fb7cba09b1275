"""The model: frozen data that keeps what a rebuild needs."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from esdkit.errors import Code, MalformedMessage
from esdkit.message import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody
from esdkit.spec import SUITES
from tests.each import each
from tests.samples import HEADERS, sample_header

EXAMPLES: list[Any] = [
    EncryptedDataKey(b"id", b"info", b"ciphertext"),
    HeaderAuth(b"iv", b"tag"),
    HEADERS["v1"],
    HEADERS["v2"],
    Frame(1, b"iv", b"ciphertext", b"tag"),
    NonFramedBody(b"iv", b"ciphertext", b"tag"),
    Message(HEADERS["v2"], (), None),
]
each_example = each("example", EXAMPLES, ids=lambda example: type(example).__name__)


@each_example
def test_class_is_frozen_slotted_and_compares_by_value(example: Any) -> None:
    first = fields(example)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(example, first, None)
    assert not hasattr(example, "__dict__")
    again = type(example)(**{field.name: getattr(example, field.name) for field in fields(example)})
    assert again == example
    assert hash(again) == hash(example)
    assert replace(example, **{first: None}) != example


@each_example
@each("again", [lambda example: pickle.loads(pickle.dumps(example)), copy.copy, copy.deepcopy], ids=["pickle", "copy", "deep"])
def test_class_can_be_copied_and_sent(example: Any, again: Any) -> None:
    assert again(example) == example


@each_example
def test_class_is_made_by_position_and_by_name_alike(example: Any) -> None:
    names = [field.name for field in fields(example)]
    assert type(example)(*(getattr(example, name) for name in names)) == example
    assert list(inspect.signature(type(example)).parameters) == names


def test_class_made_with_missing_values_is_refused() -> None:
    with pytest.raises(TypeError):
        EncryptedDataKey(b"id", b"info")  # type: ignore[call-arg]


def test_header_defaults_are_those_of_version_2() -> None:
    header = Header(2, SUITES[0x0478], bytes(32), None, (), 2, 1, HeaderAuth(b"", bytes(16)))
    assert (header.suite_data, header.type, header.reserved, header.iv_length) == (b"", None, None, None)
    assert Frame(1, b"", b"", b"").final is False


@pytest.mark.req("FMT-AAD-002")
@pytest.mark.parametrize(
    ("pairs", "context"),
    [(None, {}), ((), {}), (((b"k", "wert𐍈".encode()), (b"", b"")), {"k": "wert𐍈", "": ""})],
    ids=["absent", "counted-zero", "pairs"],
)
def test_header_shows_its_context_as_a_dict(pairs: tuple[tuple[bytes, bytes], ...] | None, context: dict[str, str]) -> None:
    assert sample_header(SUITES[0x0178], pairs=pairs).encryption_context == context


@pytest.mark.req("FMT-AAD-010", kind="negative")
@pytest.mark.parametrize("pair", [(b"\xff", b""), (b"", b"\xff")], ids=["key", "value"])
def test_header_refuses_to_show_a_context_that_is_not_utf8(pair: tuple[bytes, bytes]) -> None:
    with pytest.raises(MalformedMessage) as error:
        sample_header(SUITES[0x0178], pairs=(pair,)).encryption_context  # noqa: B018  # the property raises
    assert (error.value.code, error.value.path) == (Code.AAD_BAD_UTF8, "header.encryption_context")


@pytest.mark.parametrize("framed", [True, False])
def test_header_knows_whether_its_body_is_framed(framed: bool) -> None:
    header = sample_header(SUITES[0x0178], framed=framed)
    assert header.framed is framed
    assert header.known_values == {
        "header.version": 1,
        "header.algorithm_suite_id": 0x0178,
        "header.message_id": header.message_id,
        "header.content_type": 2 if framed else 1,
        "header.frame_length": 16 if framed else 0,
    }

"""What holds for every export: its names and docs are those of spec/, and two runs of the program write the same."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module

import pytest

from esdkit.exports import FORMS, export
from esdkit.exports.shape import shape_of, structs_of
from esdkit.grammar.body import BODY
from esdkit.grammar.field import Given, Group, Node, Raw, u8
from esdkit.grammar.header import HEADER
from esdkit.spec import FIELDS
from tests.unit.exports.native import messages

CODE = "import sys; from esdkit.exports import export; sys.stdout.write(export(sys.argv[1]))"


@pytest.mark.req("EXP-GEN-002")
@pytest.mark.parametrize("form", FORMS)
def test_another_process_writes_the_same(form: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", CODE, form], env=environment, capture_output=True, check=True, timeout=60)
    assert run.stdout.decode() == export(form)


@pytest.mark.req("EXP-GEN-003")
@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_a_message_is_explained(form: str) -> None:
    text = " ".join(export(form).replace("\n    #", "").split())
    for field in {id_ for message in messages() for id_, _ in message.fields}:
        assert FIELDS[field].name in text and FIELDS[field].doc in text, field


@pytest.mark.req("EXP-GEN-001")
@pytest.mark.parametrize("form", FORMS)
def test_another_grammar_gives_another_export(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _mentions(export(form))
    monkeypatch.setattr(import_module(f"esdkit.exports.{form}"), "MESSAGE", Group(HEADER, BODY))
    assert _mentions(export(form)) < before


def _mentions(text: str) -> int:
    """How often a text names the signature's length."""
    return text.count("footer.signature.length") + text.count("Signature length")


@pytest.mark.req("EXP-GEN-001", kind="negative")
def test_node_that_has_no_member_is_refused() -> None:
    class Other(Node):
        pass

    with pytest.raises(TypeError, match="no member is known for Other"):
        shape_of(Group(Other()))
    with pytest.raises(TypeError, match="is not in the bytes"):
        shape_of(Group(Raw("body_aad.message_id", Given("body_aad.message_id"))))


@pytest.mark.req("EXP-GEN-001", kind="negative")
def test_two_structures_with_one_name_are_refused() -> None:
    pair = (Group(u8("header.type")), Group(u8("header.iv_length")))
    with pytest.raises(ValueError, match="two structures have the name"):
        structs_of(shape_of(Group(*pair)))

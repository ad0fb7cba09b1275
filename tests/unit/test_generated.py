"""Generated code is seen as code from a file is: in tracebacks, profiles and by ``inspect``, under the name of its root."""

from __future__ import annotations

import cProfile
import inspect
import io
import linecache
import pstats
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from esdkit.generated import compile_function
from esdkit.grammar.body import BODY
from esdkit.grammar.decoder import decoder
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Group, Raw, constant_name, u8, u16
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER, HEADER_BODY
from esdkit.message import EncryptedDataKey, Header

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "<decoder of HEADER>": decoder(HEADER).read,
    "<decoder of HEADER (spans, valid)>": decoder(HEADER, spans=True, valid=True).read,
    "<decoder of MESSAGE (checked)>": decoder(MESSAGE, checked=True).read,
    "<encoder of HEADER_BODY>": encoder(HEADER_BODY).write,
    "<__init__ of Header>": Header.__init__,
}


@pytest.mark.parametrize(("file_name", "function"), FUNCTIONS.items(), ids=FUNCTIONS)
def test_generated_function_has_its_file_and_its_source(file_name: str, function: Callable[..., Any]) -> None:
    assert function.__code__.co_filename == file_name
    source = inspect.getsource(function)
    assert source.startswith(f"def {function.__name__}(")
    assert source.splitlines() == [line.rstrip("\n") for line in linecache.getlines(file_name)]


@pytest.mark.parametrize(
    ("call", "file_name", "line"),
    [
        (lambda: decoder(BODY).read(b"", 0, 0, {}), "<decoder of BODY>", "v_header_content_type = known['header.content_type']"),
        (lambda: encoder(HEADER_BODY).write(None, {}), "<encoder of HEADER_BODY>", "case1 = value[0]"),
        (
            lambda: vars(EncryptedDataKey)["__init__"](None, b"", b"", b""),
            "<__init__ of EncryptedDataKey>",
            "_provider_id(self, provider_id)",
        ),
    ],
    ids=["decoder", "encoder", "init"],
)
def test_traceback_through_generated_code_shows_the_line(call: Callable[[], object], file_name: str, line: str) -> None:
    with pytest.raises((KeyError, TypeError)) as caught:
        call()
    linecache.checkcache()  # as the interpreter does before it prints one
    shown = "".join(traceback.format_exception(caught.value))
    assert f'File "{file_name}"' in shown
    assert f"    {line}\n" in shown


def test_profile_names_the_root() -> None:
    profile = cProfile.Profile()
    profile.runcall(decoder(HEADER).read, b"", 0, 0)
    out = io.StringIO()
    pstats.Stats(profile, stream=out).print_stats()
    assert "<decoder of HEADER>:1(read)" in out.getvalue()


def test_other_source_of_the_same_label_gets_another_file() -> None:
    first, again, second = (compile_function("f", f"def f():\n    return {number}\n", "a test of labels", {}) for number in (1, 1, 2))
    assert (first(), again(), second()) == (1, 1, 2)
    assert first.__code__.co_filename == again.__code__.co_filename == "<a test of labels>"
    assert second.__code__.co_filename == "<a test of labels 2>"
    assert "return 2" in inspect.getsource(second)
    assert "return 1" in inspect.getsource(first)


def test_root_that_no_module_names_has_the_name_of_its_field_or_type() -> None:
    assert constant_name(HEADER) == "HEADER"
    assert constant_name(u8("header.version")) == "header.version"
    assert constant_name(Group(u16("header.algorithm_suite_id"), Raw("header.message_id", 2))) == "Group"

"""What callers hand to a client: what is taken as it is, what is brought into shape, what is refused."""

from __future__ import annotations

import array
import io
from typing import Any

import pytest

from esdkit.cmm import DefaultCmm
from esdkit.engine import arguments
from esdkit.engine.views import view_of, writable_view
from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS, SUITES
from tests.drafts import KEYRING
from tests.each import each


def refused(call: Any, *given: Any) -> None:
    with pytest.raises(UsageError) as caught:
        call(*given)
    assert caught.value.code is Code.INVALID_ARGUMENT


# --- bytes ---

BYTES = [b"abcd", bytearray(b"abcd"), memoryview(b"abcd"), memoryview(b"a-b-c-d-")[::2]]
each_bytes = each("data", BYTES, ids=["bytes", "bytearray", "memoryview", "strided"])
each_other = each("data", ["text", None, 3, ["a"], array.array("B", b"abcd")], ids=lambda data: type(data).__name__)


@each_bytes
def test_bytes_of_any_kind_are_taken(data: Any) -> None:
    assert bytes(view_of(data)) == b"abcd"
    assert arguments.source_bytes(data) == b"abcd"


def test_view_of_other_items_is_its_bytes() -> None:
    view = memoryview(array.array("H", [1, 2]))
    assert len(view_of(view)) == 4
    assert bytes(view_of(view)) == view.tobytes() == arguments.source_bytes(view)


@each_other
def test_what_is_no_bytes_is_refused(data: Any) -> None:
    refused(view_of, data)
    refused(arguments.source_bytes, data)


def test_file_is_read_to_its_end_and_text_is_refused() -> None:
    assert arguments.source_bytes(io.BytesIO(b"abcd")) == b"abcd"
    refused(arguments.source_bytes, io.StringIO("abcd"))


def test_buffer_is_written_through_its_view() -> None:
    buffer = array.array("H", [0, 0])
    writable_view(buffer)[:] = b"\1\0\2\0"
    assert buffer.tobytes() == b"\1\0\2\0"


@pytest.mark.parametrize("buffer", [b"abcd", memoryview(bytearray(8))[::2], "text", None, 3], ids=lambda data: type(data).__name__)
def test_buffer_that_cannot_be_written_is_refused(buffer: Any) -> None:
    refused(writable_view, buffer)


# --- where keys come from ---


def test_cmm_is_taken_and_a_keyring_or_data_key_wrapped() -> None:
    cmm = DefaultCmm(KEYRING)
    assert arguments.one_cmm(None, cmm) is cmm
    assert arguments.one_cmm(None, None, cmm) is cmm
    assert isinstance(arguments.one_cmm(KEYRING, None), DefaultCmm)
    assert isinstance(arguments.one_cmm(None, None, None, bytes(32)), DefaultCmm)


@pytest.mark.req("CLI-DEC-002", "CLI-DEC-004", kind="negative")
@pytest.mark.parametrize(
    "given",
    [
        (None, None),
        (KEYRING, DefaultCmm(KEYRING)),
        (None, DefaultCmm(KEYRING), DefaultCmm(KEYRING)),
        (KEYRING, None, None, bytes(32)),
        (None, KEYRING),
        (None, "cmm"),
    ],
    ids=["none", "keyring-and-cmm", "cmm-twice", "keyring-and-data-key", "keyring-as-cmm", "text-as-cmm"],
)
def test_not_exactly_one_source_of_keys_is_refused(given: Any) -> None:
    refused(arguments.one_cmm, *given)


# --- suites, numbers, words, contexts ---


@pytest.mark.req("CLI-ENC-003")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_suite_is_found_by_each_of_its_names(suite: Any) -> None:
    for name in (suite, suite.id, suite.name, suite.hex_id, f"0x{suite.hex_id}"):
        assert arguments.suite_of(name) is suite
    assert arguments.suite_of(None) is None


@pytest.mark.req("CLI-ENC-003", kind="negative")
@pytest.mark.parametrize("name", ["", "0x9999", 0, 0x9999, "aes", b"0578", 5.78, []], ids=repr)
def test_suite_that_is_none_is_refused(name: Any) -> None:
    refused(arguments.suite_of, name)


def test_number_is_bounded_from_below_and_a_limit_may_be_none() -> None:
    assert arguments.at_least("n", 3, 3) == 3
    assert arguments.limit("n", None, 3) is None
    assert arguments.limit("n", 3, 3) == 3
    for value in (2, True, "3", 3.0):
        refused(arguments.at_least, "n", value, 3)
        refused(arguments.limit, "n", value, 3)
    refused(arguments.at_least, "n", None, 3)


def test_frame_length_is_what_a_header_holds() -> None:
    for value in (1, LIMITS["frame_length"]):
        assert arguments.frame_length(value) == value
    for other in (0, -1, LIMITS["frame_length"] + 1, True, None, "1", 1.0):
        refused(arguments.frame_length, other)


def test_word_is_one_of_a_set() -> None:
    assert arguments.one_of("n", "a", ("a", "b")) == "a"
    refused(arguments.one_of, "n", "c", ("a", "b"))
    assert arguments.compat_switches(["net-4.0.0"]) == arguments.compat_switches({"net-4.0.0"}) == {"net-4.0.0"}
    assert arguments.compat_switches(()) == frozenset()
    refused(arguments.compat_switches, ["net-4.0.0", "other"])
    refused(arguments.compat_switches, "net-4.0.0")


def test_context_is_a_copy_that_a_header_could_hold() -> None:
    given = {"k": "v"}
    taken = arguments.context(given)
    assert taken == given
    assert taken is not given
    assert arguments.context(None) == {}
    for wrong in ({"k": 1}, {1: "v"}, {"k": "\ud800"}, {"k": "v" * 65_536}):
        refused(arguments.context, wrong)


@pytest.mark.parametrize(("value", "got"), [(0, "0"), ("4096", "str"), (10**5000, "a number of 16610 bits")], ids=["zero", "text", "huge"])
def test_wrong_frame_length_is_named(value: object, got: str) -> None:
    with pytest.raises(UsageError, match=f", not {got}$"):
        arguments.frame_length(value)  # type: ignore[arg-type]

import copy
import pickle
from collections.abc import Callable

import pytest

from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError

KEY = b"0123456789abcdef"


@pytest.mark.parametrize("show", [repr, str, "{!r}".format, "{}".format], ids=["repr", "str", "format-r", "format"])
def test_secret_printed_shows_no_byte(show: Callable[[object], str]) -> None:
    shown = show(Secret(KEY))
    assert "0123" not in shown
    assert KEY.hex() not in shown
    assert "16 bytes" in shown


def test_secret_revealed_gives_the_bytes() -> None:
    assert Secret(KEY).reveal() == KEY
    assert len(Secret(KEY)) == len(KEY)


@pytest.mark.parametrize(
    ("other", "equal"),
    [(Secret(KEY), True), (Secret(KEY[:-1]), False), (Secret(KEY[:-1] + b"x"), False), (KEY, False), (None, False)],
    ids=["same", "shorter", "other-byte", "bytes", "none"],
)
def test_secret_compared_equals_only_the_same_secret(other: object, equal: bool) -> None:
    assert (Secret(KEY) == other) is equal


def test_secret_hashed_is_refused() -> None:
    with pytest.raises(TypeError):
        hash(Secret(KEY))


@pytest.mark.req("KEY-IFC-021", kind="negative")
@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_secret_serialised_is_refused(leak: Callable[[object], object]) -> None:
    with pytest.raises(UsageError) as caught:
        leak(Secret(KEY))
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.parametrize("value", [None, "key", 32, [1, 2]], ids=["none", "text", "number", "list"])
def test_secret_of_something_else_than_bytes_is_refused(value: object) -> None:
    with pytest.raises(UsageError) as caught:
        Secret(value)  # type: ignore[arg-type]
    assert caught.value.code is Code.INVALID_KEY

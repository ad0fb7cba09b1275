"""The loop over the forms of a test: each is tried, and each failure is told with its form."""

import pytest

from tests.each import each


def test_each_failure_is_told_with_its_form() -> None:
    tried = []

    @each("number", [1, 2, 3, 4], ids=["one", "two", "three", "four"])
    def check(number: int) -> None:
        tried.append(number)
        assert number % 2
        with pytest.raises(ZeroDivisionError):
            assert 1 / (number - 3)

    with pytest.raises(BaseExceptionGroup, match="3 of 4 forms failed") as caught:
        check()
    assert tried == [1, 2, 3, 4]
    assert [error.__notes__ for error in caught.value.exceptions] == [[f"with number = {name}"] for name in ("one", "two", "four")]


def test_skip_is_no_failure() -> None:
    @each(("one", "other"), [(1, 2), (3, 4)])
    def check(one: int, other: int) -> None:
        assert one < other
        pytest.skip("not here")

    with pytest.raises(pytest.skip.Exception):
        check()


@pytest.fixture
def ten() -> int:
    return 10


@pytest.mark.parametrize("factor", [1, 2])
@each("number", [1, 2])
def test_other_arguments_come_from_pytest(number: int, factor: int, ten: int) -> None:
    assert ten * factor >= ten * number - ten

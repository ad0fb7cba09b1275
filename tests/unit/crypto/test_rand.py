import pytest

from esdkit.crypto.rand import RandomSource, draw, system_random
from esdkit.errors import Code, UsageError


@pytest.mark.parametrize("length", [0, 1, 16, 32], ids=str)
def test_draw_from_the_system_gives_the_length(length: int) -> None:
    assert len(draw(system_random, length)) == length


def test_draw_twice_from_the_system_gives_other_bytes() -> None:
    assert draw(system_random, 32) != draw(system_random, 32)


@pytest.mark.req("CLI-ENC-026", kind="negative")
@pytest.mark.parametrize(
    "source",
    [lambda n: bytes(n - 1), lambda n: bytes(n + 1), lambda n: None, lambda n: "x" * n, lambda n: [0] * n],
    ids=["short", "long", "none", "text", "list"],
)
def test_draw_from_a_bad_source_is_refused(source: RandomSource) -> None:
    with pytest.raises(UsageError) as caught:
        draw(source, 12)
    assert caught.value.code is Code.INVALID_ARGUMENT

"""Selecting vectors by expression."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code, UsageError
from esdkit.vectors.select import parse_selector
from tests.each import each

NAME = "native::python-0578-rsa-oaep-sha1-f256"


@each(
    ("expression", "selected"),
    [
        ("rsa", True),
        ("RSA", True),
        ("aes", False),
        ("not aes", True),
        ("not not rsa", True),
        ("rsa and 0578", True),
        ("rsa and aes", False),
        ("aes or rsa", True),
        ("aes and rsa or 0578", True),
        ("aes and (rsa or 0578)", False),
        ("not (aes or js)", True),
        ("not rsa or 0578", True),
        ("native::python-0578", True),
        ("(rsa)and(0578)", True),
        ("android", False),
    ],
)
def test_selector_of_an_expression_selects(expression: str, selected: bool) -> None:
    assert parse_selector(expression)({NAME}) == ({NAME} if selected else set())


@each(
    ("expression", "ids"),
    [
        ("policy-v1", ["policy-v1"]),
        ("NATIVE::policy-V1", ["policy-v1"]),
        ("policy-v1-", ["policy-v1-signed"]),
        ("policy-v", ["policy-v1", "policy-v1-signed"]),
        ("native::policy-v", ["policy-v1", "policy-v1-signed"]),
        ("not policy-v1", ["policy-v1-signed"]),
        ("policy-v1 or signed", ["policy-v1", "policy-v1-signed"]),
        ("policy-v1 and signed", []),
    ],
)
def test_selector_given_an_id_in_full_selects_no_longer_id(expression: str, ids: list[str]) -> None:
    names = {"native::policy-v1", "native::policy-v1-signed"}
    assert parse_selector(expression)(names) == {f"native::{one}" for one in ids}


@each("expression", ["", " ", "and", "a and", "or a", "not", "(a", "a)", "()", "a b", "(" * 5000, "not " * 5000])
def test_selector_of_no_expression_is_refused(expression: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_selector(expression)
    assert caught.value.code is Code.INVALID_ARGUMENT


@given(st.lists(st.sampled_from(["a", "b", "and", "or", "not", "(", ")"]), max_size=8), st.text("abc", max_size=3))
def test_selector_given_words_means_what_python_means(words: list[str], name: str) -> None:
    spelled = " ".join(f"({word!r} in {name!r})" if word in "ab" else word for word in words)
    try:
        tree = ast.parse(spelled, mode="eval")
    except SyntaxError:
        valid = False
    else:  # two words in a row are a call to Python, and a pair of empty parentheses is a tuple
        valid = not any(isinstance(node, ast.Call | ast.Tuple) for node in ast.walk(tree))
    if valid:
        assert bool(parse_selector(" ".join(words))({name})) is bool(eval(spelled))
        return
    with pytest.raises(UsageError):
        parse_selector(" ".join(words))

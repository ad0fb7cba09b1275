"""The error hierarchy: its codes are the rows of spec/errors.yaml, its text is one line with place and advice, and it can be copied."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from esdkit import errors
from esdkit.errors import Attempt, Code, DataKeyUnwrapError, EsdkError, KmsError, TruncatedMessage, UsageError
from esdkit.spec import error_codes
from tests.each import each

CLASSES = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, EsdkError)]


def test_code_names_are_the_rows_of_the_table() -> None:
    assert [code.value for code in Code] == list(error_codes())


def test_code_member_is_named_as_its_value() -> None:
    assert {code.name for code in Code} == {code.value.replace("-", "_").upper() for code in Code}


def test_every_class_of_the_table_exists_and_the_others_are_abstract_ends() -> None:
    named = {row.class_name for row in error_codes().values()}
    assert named <= {kind.__name__ for kind in CLASSES}
    above = {kind.__name__ for kind in CLASSES} - named
    assert above == {"EsdkError", "MessageError", "KeyringError"}


@pytest.mark.parametrize(
    ("kind", "parents"),
    [
        ("TruncatedMessage", ["MessageError", "EsdkError", "Exception"]),
        ("MalformedMessage", ["MessageError", "EsdkError", "Exception"]),
        ("UnsupportedMessage", ["MessageError", "EsdkError", "Exception"]),
        ("AuthenticationError", ["MessageError", "EsdkError", "Exception"]),
        ("PolicyError", ["EsdkError", "Exception"]),
        ("DataKeyUnwrapError", ["KeyringError", "EsdkError", "Exception"]),
        ("KmsError", ["KeyringError", "EsdkError", "Exception"]),
        ("MaterialsError", ["EsdkError", "Exception"]),
        ("UsageError", ["EsdkError", "ValueError", "Exception"]),
        ("VectorError", ["EsdkError", "Exception"]),
        ("SourceError", ["EsdkError", "Exception"]),
    ],
)
def test_class_stands_where_the_drawing_puts_it(kind: str, parents: list[str]) -> None:
    assert [base.__name__ for base in getattr(errors, kind).__mro__[1:-2]] == parents


def test_module_exports_every_class() -> None:
    assert {kind.__name__ for kind in CLASSES} | {"Attempt", "Code"} == set(errors.__all__)


@pytest.mark.parametrize(
    ("path", "offset", "text"),
    [
        (None, None, "what is wrong"),
        ("header.encrypted_data_keys[2].provider_id", None, "what is wrong @ header.encrypted_data_keys[2].provider_id"),
        (None, 0, "what is wrong (offset 0x0)"),
        ("header.version", 122, "what is wrong @ header.version (offset 0x7a)"),
    ],
    ids=["alone", "path", "offset", "both"],
)
def test_text_of_an_error_says_what_and_where(path: str | None, offset: int | None, text: str) -> None:
    error = EsdkError(Code.TRUNCATED, "what is wrong", path=path, offset=offset)
    assert str(error) == text
    assert repr(error) == f"EsdkError('truncated', {text!r})"


def test_text_of_an_error_says_what_to_do() -> None:
    error = EsdkError(Code.TRUNCATED, "what is wrong", path="header.version", offset=122, hint="Fetch it again.")
    assert str(error) == "what is wrong @ header.version (offset 0x7a). Hint: Fetch it again."
    assert error.summary == "what is wrong @ header.version (offset 0x7a)"
    assert repr(error) == "EsdkError('truncated', 'what is wrong @ header.version (offset 0x7a)')"


def test_text_of_an_unwrap_error_has_the_first_reasons() -> None:
    attempts = [
        Attempt(0, "A", "not mine"),
        Attempt(1, "B", "KMS failed", tried=True, hint="Enable the key."),
        Attempt(2, "B", "KMS failed", tried=True, hint="Enable the key."),
        Attempt(None, "C", "no key"),
    ]
    error = DataKeyUnwrapError("none", attempts, hint="Look.")
    assert error.summary == "none @ header.encrypted_data_keys"
    assert str(error) == (
        "none @ header.encrypted_data_keys. [1] B: KMS failed. Enable the key. [2] B: KMS failed. [0] A: not mine. "
        "1 more in error.attempts. Hint: Look."
    )
    assert str(DataKeyUnwrapError("none", attempts[3:])) == "none @ header.encrypted_data_keys. C: no key"


def _hostile(text: str) -> EsdkError:
    attempts = [Attempt(index, text, text, tried=True, hint=f"{text}{index}") for index in range(9)]
    error = DataKeyUnwrapError(text, attempts, hint=text)
    error.path = text
    return error


@pytest.mark.parametrize("text", ["\x1b[2J\r\n\u202e\x9b\ud800 ", "x", "word "], ids=["controls", "one-word", "words"])
def test_text_of_an_error_is_one_bounded_line_that_steers_nothing(text: str) -> None:
    error = _hostile(text * 70_000)
    for shown in (str(error), error.summary, repr(error)):
        assert shown.isprintable()
        assert len(shown) < 4_000
    assert str(error).endswith(" …")


def test_arn_in_the_text_of_an_error_is_whole_or_left_out() -> None:
    arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    for length in range(350, 520):
        shown = str(EsdkError(Code.KMS_FAILED, f"{'x' * length} {arn} refused"))
        assert arn in shown or "arn" not in shown


def test_unwrap_error_carries_code_path_and_attempts() -> None:
    attempts = [Attempt(0, "keyring", "not mine"), Attempt(None, "other", "no key", tried=True)]
    error = DataKeyUnwrapError("none", iter(attempts), reqs=["KEY-IFC-004"], hint="look")  # type: ignore[arg-type]  # any iterable does
    assert (error.code, error.path, error.offset) == (Code.UNWRAP_FAILED, "header.encrypted_data_keys", None)
    assert error.attempts == tuple(attempts)
    assert (error.reqs, error.hint) == (("KEY-IFC-004",), "look")


def _example(kind: type[EsdkError]) -> EsdkError:
    if kind is DataKeyUnwrapError:
        return DataKeyUnwrapError("none", [Attempt(1, "keyring", "not mine")], hint="look")
    error = kind(Code.TRUNCATED, "what", path="header.version", offset=3, reqs=["FMT-HDR-004"], hint="look")
    if isinstance(error, TruncatedMessage):
        error.needed = 9
    return error


@each("kind", CLASSES, ids=lambda kind: kind.__name__)
@each("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy], ids=["pickle", "copy", "deep"])
def test_error_copied_keeps_everything(kind: type[EsdkError], again: object) -> None:
    error = _example(kind)
    assert callable(again)
    other = again(error)
    assert type(other) is kind
    assert vars(other) == vars(error)
    assert str(other) == str(error)


def test_truncated_error_knows_no_need_unless_told() -> None:
    assert TruncatedMessage(Code.TRUNCATED, "what").needed is None


def test_usage_error_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="what"):
        raise UsageError(Code.INVALID_ARGUMENT, "what")


def test_full_stop_of_aws_is_not_doubled() -> None:
    attempt = Attempt(0, "K", "KMS failed: AccessDeniedException: User is not authorized.", hint="Allow it.", code="AccessDeniedException")
    assert attempt.brief == "KMS failed: AccessDeniedException"
    assert Attempt(0, "K", "not mine").brief == "not mine"
    for error in (DataKeyUnwrapError("none", [attempt], hint="look"), KmsError(Code.KMS_FAILED, "It failed.", hint="Look.")):
        assert ".." not in str(error)
    assert str(KmsError(Code.KMS_FAILED, "It failed.")) == "It failed."

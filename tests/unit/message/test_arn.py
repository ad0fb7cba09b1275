"""Names of KMS keys: what is an ARN, what is a multi-Region key, and which keys match."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esdkit.errors import Code, UsageError
from esdkit.message.arn import Arn, as_arn, check_key_id, is_multi_region, is_multi_region_match, parse_arn
from tests.each import each

KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
MRK = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
ALIAS = "arn:aws:kms:eu-west-1:111122223333:alias/mrk-not-a-key"

GOOD = {
    "key": (KEY, Arn("aws", "eu-west-1", "111122223333", "key", "1234abcd-12ab-34cd-56ef-1234567890ab")),
    "multi-region": (MRK, Arn("aws", "eu-west-1", "111122223333", "key", "mrk-1234abcd12ab34cd56ef1234567890ab")),
    "alias": (ALIAS, Arn("aws", "eu-west-1", "111122223333", "alias", "mrk-not-a-key")),
    "other-partition": ("arn:aws-cn:kms:cn-north-1:1:key/k", Arn("aws-cn", "cn-north-1", "1", "key", "k")),
    "slashes-in-the-id": ("arn:aws:kms:r:a:alias/team/blue/", Arn("aws", "r", "a", "alias", "team/blue/")),
    "letters-beyond-ascii": ("arn:aws:kms:r:a:key/ключ", Arn("aws", "r", "a", "key", "ключ")),
}

MALFORMED = {
    "empty": "",
    "one-word": "key",
    "key-id-alone": "1234abcd-12ab-34cd-56ef-1234567890ab",
    "alias-alone": "alias/blue",
    "prefix-alone": "arn:",
    "colons-alone": ":::::",
    "five-parts": "arn:aws:kms:eu-west-1:key/k",
    "seven-parts": "arn:aws:kms:eu-west-1:1:key/k:more",
    "colon-in-the-id": "arn:aws:kms:eu-west-1:1:key/a:b",
    "arn-in-capitals": "ARN:aws:kms:eu-west-1:1:key/k",
    "arn-longer": "arns:aws:kms:eu-west-1:1:key/k",
    "space-in-front": " arn:aws:kms:eu-west-1:1:key/k",
    "empty-partition": "arn::kms:eu-west-1:1:key/k",
    "empty-service": "arn:aws::eu-west-1:1:key/k",
    "other-service": "arn:aws:s3:eu-west-1:1:key/k",
    "service-in-capitals": "arn:aws:KMS:eu-west-1:1:key/k",
    "service-longer": "arn:aws:kms2:eu-west-1:1:key/k",
    "empty-region": "arn:aws:kms::1:key/k",
    "empty-account": "arn:aws:kms:eu-west-1::key/k",
    "empty-resource": "arn:aws:kms:eu-west-1:1:",
    "type-without-slash": "arn:aws:kms:eu-west-1:1:key",
    "type-without-id": "arn:aws:kms:eu-west-1:1:key/",
    "alias-without-name": "arn:aws:kms:eu-west-1:1:alias/",
    "id-without-type": "arn:aws:kms:eu-west-1:1:/k",
    "slash-alone": "arn:aws:kms:eu-west-1:1:/",
    "other-type": "arn:aws:kms:eu-west-1:1:grant/k",
    "type-in-plural": "arn:aws:kms:eu-west-1:1:keys/k",
    "type-in-capitals": "arn:aws:kms:eu-west-1:1:Key/k",
    "colon-for-slash": "arn:aws:kms:eu-west-1:1:key:k",
    "empty-multi-region-region": "arn:aws:kms::1:key/mrk-k",
}


def test_text_is_its_arn_or_none() -> None:
    assert [as_arn(text) for text, _ in GOOD.values()] == [arn for _, arn in GOOD.values()]
    assert {as_arn(text) for text in (None, *MALFORMED.values())} == {None}


@pytest.mark.req("KEY-ARN-001", "KEY-ARN-002", "KEY-ARN-003", "KEY-ARN-004", "KEY-ARN-005", "KEY-ARN-006", "KEY-ARN-007", "KEY-ARN-008")
@pytest.mark.parametrize("case", GOOD)
def test_parse_of_an_arn_gives_its_parts_and_text_again(case: str) -> None:
    text, parts = GOOD[case]
    assert parse_arn(text) == parts
    assert str(parts) == text


@pytest.mark.req(
    "KEY-ARN-001",
    "KEY-ARN-002",
    "KEY-ARN-003",
    "KEY-ARN-004",
    "KEY-ARN-005",
    "KEY-ARN-006",
    "KEY-ARN-007",
    "KEY-ARN-008",
    kind="negative",
)
@each("case", MALFORMED)
def test_parse_of_something_else_is_refused(case: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_arn(MALFORMED[case])
    assert error.value.code is Code.INVALID_ARGUMENT
    assert error.value.hint is not None


@pytest.mark.parametrize("value", [None, 5, [KEY], KEY.encode()], ids=["none", "number", "list", "bytes"])
def test_parse_of_no_text_is_refused(value: object) -> None:
    with pytest.raises(UsageError):
        parse_arn(value)  # type: ignore[arg-type]


part = st.text(st.characters(exclude_characters=":", exclude_categories=["C", "Z"]), min_size=1)


@given(st.builds(Arn, part, part, part, st.sampled_from(["key", "alias"]), part))
def test_parse_of_a_built_arn_is_the_arn(arn: Arn) -> None:
    assert parse_arn(str(arn)) == arn


def _with_seeds(test: Callable[[str], None]) -> Callable[[str], None]:
    for text in [*MALFORMED.values(), KEY, MRK, ALIAS]:
        test = example(text)(test)
    return test


@given(st.one_of(st.text(), st.lists(st.sampled_from(["arn", "aws", "kms", "", "key/k", "alias/", "/"])).map(":".join)))
def _any_text_is_an_arn_or_refused(text: str) -> None:
    try:
        assert str(parse_arn(text)) == text
    except UsageError as error:
        assert error.code is Code.INVALID_ARGUMENT


test_parse_of_any_text_gives_the_text_again_or_is_refused = _with_seeds(_any_text_is_an_arn_or_refused)


def test_refusal_of_a_long_name_does_not_repeat_it_whole() -> None:
    with pytest.raises(UsageError) as error:
        parse_arn("x" * 65535)
    assert len(error.value.message) < 300


@pytest.mark.req("KEY-ARN-009", "KEY-ARN-010", "KEY-ARN-011")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (KEY, False),
        (MRK, True),
        (ALIAS, False),
        ("mrk-1234", True),
        ("alias/mrk-1234", False),
        ("1234abcd-12ab-34cd-56ef-1234567890ab", False),
        ("mrk", False),
    ],
)
def test_multi_region_keys_are_known_by_their_id(name: str, expected: bool) -> None:
    assert check_key_id(name) == name
    assert is_multi_region(name) is expected


@pytest.mark.req("KEY-ARN-011", "KEY-ARN-009", kind="negative")
@pytest.mark.parametrize("name", ["arn:mrk-1", "arn:aws:kms::1:key/mrk-1"])
def test_multi_region_of_a_broken_arn_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        is_multi_region(name)


@pytest.mark.req("KEY-KMS-002", "KEY-KMS-003", "KEY-ARN-010", kind="negative")
@pytest.mark.parametrize("name", ["", None, 7, b"arn", "alias/", "team/blue", "a:b", "arn:aws:kms:r:a:key", "key/k"])
def test_check_of_what_names_no_key_is_refused(name: object) -> None:
    with pytest.raises(UsageError) as error:
        check_key_id(name)
    assert error.value.code is Code.INVALID_ARGUMENT


REPLICA = MRK.replace("eu-west-1", "us-east-1")


@pytest.mark.req("KEY-MRK-001", "KEY-MRK-003")
@pytest.mark.parametrize(("configured", "stored"), [(KEY, KEY), (MRK, MRK), (REPLICA, MRK), (MRK, REPLICA), (ALIAS, ALIAS)])
def test_match_of_the_same_key_or_its_replica(configured: str, stored: str) -> None:
    assert is_multi_region_match(configured, parse_arn(stored))


@pytest.mark.req("KEY-MRK-001", "KEY-MRK-002", "KEY-MRK-003", kind="negative")
@pytest.mark.req("KEY-MRK-002")
@pytest.mark.parametrize(
    ("configured", "stored"),
    [
        (KEY, KEY.replace("eu-west-1", "us-east-1")),
        (KEY, MRK),
        (MRK, KEY),
        (MRK, REPLICA.replace("mrk-1", "mrk-2")),
        (MRK, REPLICA.replace("111122223333", "444455556666")),
        (MRK, REPLICA.replace("arn:aws:", "arn:aws-cn:")),
        (ALIAS, ALIAS.replace("eu-west-1", "us-east-1")),
        (ALIAS, ALIAS.replace("alias", "key")),
        ("mrk-1234abcd12ab34cd56ef1234567890ab", MRK),
        ("alias/mrk-not-a-key", ALIAS),
    ],
)
def test_match_of_another_key_is_none(configured: str, stored: str) -> None:
    assert not is_multi_region_match(configured, parse_arn(stored))


def test_in_region_changes_the_region_alone() -> None:
    assert str(parse_arn(MRK).in_region("us-east-1")) == REPLICA

"""Conditions: what each means, and how one that cannot be read is refused."""

import pytest

from esdkit.errors import Code, UsageError
from esdkit.message import EncryptedDataKey
from esdkit.scan.conditions import Condition, Conditions
from esdkit.scan.facts import facts
from esdkit.scan.model import Row
from esdkit.scan.run import Settings
from esdkit.spec import scan_columns, scan_conditions
from tests.samples import native_cases, native_ciphertext
from tests.unit.scan.rows import ARNS, row_of

RAW = EncryptedDataKey(b"spaces", b"pair", bytes(256))
BOTH = row_of(ARNS[0], RAW)
BROKEN = facts(b"no message")


@pytest.mark.req("SCN-SUM-004")
@pytest.mark.parametrize(
    ("text", "row", "holds"),
    [
        ("non-committing-suite", row_of(ARNS[0], suite=0x0178), True),
        ("non-committing-suite", BOTH, False),
        ("non-committing-suite", BROKEN, False),
        ("unsigned-suite", BOTH, True),
        ("sole-key", BOTH, False),
        ("sole-key", row_of(RAW, RAW), True),
        ("any-problem", BROKEN, True),
        ("any-problem", BOTH, False),
        ("version=2", BOTH, True),
        ("version!=2", BROKEN, True),
        ("suite=0478", BOTH, True),
        ("post-quantum=no", BOTH, True),
        ("problem=unsupported-version", BROKEN, True),
        ("problem!=unsupported-version", BOTH, True),
        ("context-key=creator", BOTH, True),
        ("context-key=absent", BOTH, False),
        (f"key={ARNS[0]}", BOTH, True),
        (f"key={ARNS[1]}", BOTH, False),
        ("key=spaces/pair", BOTH, True),
        (f"only-key={ARNS[0]}", BOTH, False),
        (f"only-key!={ARNS[0]}", BOTH, True),
        (f"only-key={ARNS[0]}", row_of(ARNS[0], ARNS[0]), True),
        (f"only-key!={ARNS[0]}", row_of(ARNS[0]), False),
        ("only-key=spaces/pair", row_of(ARNS[0]), False),
        ("only-key=spaces/pair", BROKEN, False),
        ("only-key!=spaces/pair", BROKEN, False),
        ("kind=raw-rsa", BOTH, True),
        ("provider=spaces", BOTH, True),
        ("account=111122223333", BOTH, True),
        ("account!=111122223333", BOTH, True),  # the raw key is not known to be there
        ("account!=111122223333", row_of(ARNS[0]), False),
        ("account!=111122223333", row_of("alias/orders"), True),
        ("account!=111122223333", BROKEN, False),
        ("region=eu-west-1", BOTH, True),
        ("partition=aws-cn", BOTH, False),
    ],
)
def test_meaning(text: str, row: Row, holds: bool) -> None:
    assert Condition.parse(text).holds(row) is holds


@pytest.mark.req("SCN-SUM-004")
def test_every_condition_of_the_table_is_known_and_has_its_column() -> None:
    columns = {(column.of, column.name) for column in scan_columns()}
    row = facts(native_ciphertext(next(iter(native_cases()))), signatures=True)
    values = {"version": "1", "suite": "0578", "post-quantum": "no", "signature": "verified", "problem": "truncated", "kind": "kms"}
    values |= {"key": "a/b", "only-key": "a/b", "partition": "aws", "account": "111122223333", "region": "eu-west-1"}
    for name, condition in scan_conditions().items():
        assert condition.column is None or (str(condition.of).removeprefix("every_"), condition.column) in columns
        text = name if condition.column is None else f"{name}={values.get(name, 'x')}"
        assert Condition.parse(text).holds(row) in (True, False)


@pytest.mark.req("SCN-SUM-004")
def test_one_of_several_must_hold() -> None:
    conditions = Conditions.parse("non-committing-suite, region=eu-west-1 ,post-quantum=no")
    assert conditions.holding(BOTH) == ["region=eu-west-1", "post-quantum=no"]
    assert conditions.holding(BROKEN) == []


@pytest.mark.req("SCN-SUM-004", kind="negative")
@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("non-commiting-suite", "'non-commiting-suite' is not a condition", "Did you mean non-committing-suite?"),
        ("acount=1", "'acount' is not a condition", "Did you mean account?"),
        ("zzz", "'zzz' is not a condition", "Use non-committing-suite, "),
        ("", "a condition is empty", "Use non-committing-suite, "),
        ("sole-key,", "a condition is empty", "Use "),
        ("sole-key=yes", "sole-key has no value", "Write sole-key alone."),
        ("account", "expected a value", "Write account=VALUE or account!=VALUE."),
        ("account=", "expected a value", "Write account=VALUE"),
        ("suite=578", "'578' is not a value of it", "Did you mean 0578?"),
        ("version=3", "'3' is not a value of it", "Use 1, 2."),
        ("kind=raw-ase", "'raw-ase' is not a value of it", "Did you mean raw-aes or"),
        ("problem=truncate", "'truncate' is not a value of it", "Did you mean truncated?"),
        ("key=1234abcd-12ab-34cd-56ef-1234567890ab", "is not a value of it", "Write the whole ARN"),
        ("account=11112222333", "'11112222333' is not a value of it", "Write the 12 digits"),
        ("region=EU-WEST-1", "'EU-WEST-1' is not a value of it", "Write a Region"),
        ("partition!=amazon", "'amazon' is not a value of it", "Write a partition"),
        ("post-quantum=maybe", "'maybe' is not a value of it", "Use no, unknown, yes."),
    ],
)
def test_condition_that_cannot_be_read_is_refused(text: str, what: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        Conditions.parse(text)
    assert caught.value.code is Code.INVALID_ARGUMENT
    assert what in caught.value.message
    assert (caught.value.hint or "").startswith(hint)


@pytest.mark.req("SCN-SUM-004", kind="negative")
@pytest.mark.parametrize("text", ["signature=invalid", "version=1, problem=signature-malformed"])
def test_condition_on_signatures_that_are_not_verified_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="without --signatures"):
        Settings(fail_on=text).asked()
    assert Settings(fail_on=text, signatures=True).asked()[1] is not None

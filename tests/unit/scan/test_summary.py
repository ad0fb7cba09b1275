"""Summaries: brute force over planted rows says the same, in any order and grouping."""

import json
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.scan import summary as module
from esdkit.scan.facts import facts
from esdkit.scan.model import DataKey, Row
from esdkit.scan.summary import BY_DATA_KEY, BY_MESSAGE, Count, Summary, related_key
from tests.unit.scan.rows import ARNS, row_of, rows


def summary_of(found: list[Row]) -> Summary:
    summary = Summary()
    for row in found:
        summary.add(row)
    return summary


def brute_force(found: list[Row], name_of: Callable[[DataKey], str | None]) -> dict[str | None, Count]:
    """For each name: the messages that have it, and those in which, without it, no data key is left."""
    names = {name_of(key) for row in found for key in row.data_keys or ()}
    counts = {}
    for name in names:
        having = [row for row in found if any(name_of(key) == name for key in row.data_keys or ())]
        left = [[key for key in row.data_keys or () if name_of(key) != name] for row in having]
        counts[name] = Count(len(having), left.count([]))
    return counts


@pytest.mark.req("SCN-SUM-002", "SCN-SUM-003")
@given(st.lists(rows(), max_size=30))
def test_counts_of_keys_are_those_of_brute_force(found: list[Row]) -> None:
    summary = summary_of(found)
    for by, name_of in BY_DATA_KEY.items():
        assert summary.by(by) == brute_force(found, name_of)
    assert summary.totals["keys_unknown"] == sum(not row.data_keys for row in found)
    assert summary.totals["sole_key"] == sum(count.sole for count in summary.by("key").values())


@pytest.mark.req("SCN-SUM-001")
@given(st.lists(rows(), max_size=30), st.randoms(use_true_random=False), st.integers(1, 5))
def test_order_and_grouping_make_no_difference(found: list[Row], chance: random.Random, groups: int) -> None:
    shuffled = chance.sample(found, len(found))
    parts = [summary_of(shuffled[group::groups]) for group in range(groups)]
    chance.shuffle(parts)
    merged = Summary()
    for part in parts:
        merged.merge(Summary.from_json(json.loads(json.dumps(part.to_json()))))
    assert merged.to_json() == summary_of(found).to_json()


@pytest.mark.req("SCN-SUM-001", "SCN-SUM-006")
@given(st.lists(rows(), min_size=8, max_size=30), st.integers(1, 5), st.integers(1, 4))
def test_names_beyond_the_limit_are_left_out_in_any_order(found: list[Row], groups: int, most: int) -> None:
    summary = summary_of(found)
    exact = {by: summary.by(by) for by in (*BY_DATA_KEY, *BY_MESSAGE)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LIMITS", {"scan_names": most})
        whole, merged = summary_of(found), Summary()
        for group in range(groups):
            merged.merge(summary_of(found[group::groups]))
        assert merged.to_json() == whole.to_json()
        for by, counts in exact.items():
            assert len(whole.by(by)) == min(most, len(counts))
            assert whole.is_trimmed(by) == (len(counts) > most)
            assert whole.by(by).items() <= counts.items()


@pytest.mark.req("SCN-SUM-003")
def test_related_multi_region_keys_are_two_keys_or_one() -> None:
    summary = summary_of([row_of(ARNS[0], ARNS[2]), row_of(ARNS[0])])  # two Regions, one account
    assert {name: tuple(count) for name, count in summary.by("key").items()} == {ARNS[0]: (2, 1), ARNS[2]: (1, 0)}
    assert list(summary.by("related_key").values()) == [Count(2, 2)]
    other_account = summary_of([row_of(ARNS[0], ARNS[1])])
    assert [count.sole for count in other_account.by("related_key").values()] == [0, 0]


@pytest.mark.req("SCN-SUM-003", kind="negative")
def test_single_region_key_and_alias_are_related_to_nothing() -> None:
    for arn in ARNS[4:]:
        (key,) = row_of(arn).data_keys or ()
        assert related_key(key) == key.key


def test_counts_of_messages() -> None:
    summary = summary_of([row_of(ARNS[0]), row_of(ARNS[0], suite=0x0178), facts(b"no message")])
    assert summary.totals == {
        "rows": 3,
        "invalid": 1,
        "committing": 1,
        "non_committing": 1,
        "signed": 0,
        "unsigned": 2,
        "sole_key": 2,
        "keys_unknown": 1,
        "unread": 0,
    }
    assert {name: count.messages for name, count in summary.by("version").items()} == {None: 1, "1": 1, "2": 1}
    assert list(summary.by("problem")) == ["unsupported-version"]


@pytest.mark.req("SCN-ROW-006", kind="negative")
def test_no_value_of_a_context_is_in_a_summary() -> None:
    assert "ben" not in json.dumps(summary_of([row_of(ARNS[0])]).to_json())


@pytest.mark.req("SCN-SUM-006", kind="negative")
def test_long_names_are_cut_and_stay_apart() -> None:
    rows = [row_of(f"alias/{'x' * 6_000}{number}") for number in (1, 2, 2)]
    counts = summary_of(rows).by("key")
    assert sorted(counts.values()) == [Count(1, 1), Count(2, 2)]
    assert all(name is not None and name.startswith("aws-kms/alias/xxx") and len(name) < 300 for name in counts)
    assert list(summary_of([row_of("alias/" + "x" * 400)]).by("key")) == ["aws-kms/alias/" + "x" * 400]

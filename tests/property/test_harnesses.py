"""The harnesses of ``tools.fuzzing``, which atheris and the long run use, with hypothesis; and that each kind of finding is found."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit import Client
from esdkit.errors import Code, UsageError
from esdkit.fuzz.questions import small_mutations
from esdkit.spec import BEGINNINGS
from tools.fuzzing import harnesses, rule
from tools.fuzzing.harnesses import HARNESSES, Truth, check
from tools.fuzzing.inputs import BATCH, SPLIT, base_inputs, batch
from tools.fuzzing.rule import Wrong

each_harness = pytest.mark.parametrize("harness", HARNESSES)
WITH_TRUTH = ("parse", "decrypt", "verify")


@each_harness
def test_harness_accepts_what_its_inputs_are_made_from(harness: str) -> None:
    labels = {check(*item) for item in base_inputs(harness)}
    assert "accepted" in labels


@each_harness
@given(data=st.binary(max_size=300) | st.builds(bytes.__add__, st.sampled_from(BEGINNINGS), st.binary(max_size=200)))
def test_any_bytes_show_no_finding(harness: str, data: bytes) -> None:
    check(harness, data)


@pytest.mark.req("CLI-VER-001", "CLI-STR-002", kind="negative")
@pytest.mark.parametrize("harness", WITH_TRUTH)
@given(number=st.integers(0, len(small_mutations(True)) - 1))
def test_mutation_is_judged_as_the_rules_say(harness: str, number: int) -> None:
    subject, plan = small_mutations(True)[number]
    check(harness, plan.make(), Truth(subject.draft.plaintext, subject.draft.header.encryption_context, plan.expected))


def test_sample_of_the_long_run_shows_no_finding() -> None:
    assert sum(SPLIT.values()) == BATCH
    assert set(SPLIT) == set(HARNESSES)
    items = list(islice(batch(0, 0), 500))
    assert [item.data for item in islice(batch(0, 0), 500)] == [item.data for item in items]
    for item in items:
        check(*item)


@pytest.mark.fuzz
@pytest.mark.parametrize("number", range(100, 130))
def test_batch_of_the_long_run_shows_no_finding(number: int) -> None:
    for item in batch(0, number):
        check(*item)


# -------------------------------------------------------------------- a harness that finds nothing proves nothing
def broken(*_: Any, **__: Any) -> Any:
    raise ValueError("a bug")


def refusing(*_: Any, **__: Any) -> Any:
    raise UsageError(Code.INVALID_ARGUMENT, "no")


@pytest.mark.parametrize(
    ("harness", "name", "instead", "kind"),
    [
        ("header", "same_header", broken, "foreign exception"),
        ("parse", "build", lambda message: b"other", "disagreement"),
        ("parse", "parse_header", refusing, "disagreement"),
        ("parse", "parse", refusing, "wrong refusal"),
        ("grammar", "parse", refusing, "disagreement"),
        ("inspect", "parse", refusing, "disagreement"),
        ("text", "assemble", lambda text: b"other", "disagreement"),
        ("recognize", "examine", broken, "foreign exception"),
        ("decrypt", "_pushed", lambda data: b"other", "disagreement"),
        ("decrypt", "_streamed", refusing, "disagreement"),
        ("decrypt", "parse", refusing, "disagreement"),
        ("verify", "_decrypted", refusing, "disagreement"),
        ("manifest", "load_manifest", broken, "foreign exception"),
        ("keyring-file", "read_keyring_file", broken, "foreign exception"),
        ("serve", "read_map", broken, "foreign exception"),
    ],
)
def test_bug_is_a_finding(monkeypatch: pytest.MonkeyPatch, harness: str, name: str, instead: Any, kind: str) -> None:
    item = next(base_inputs(harness))
    check(*item)
    monkeypatch.setattr(harnesses, name, instead)
    with pytest.raises(Wrong) as caught:
        check(*item)
    assert caught.value.kind == kind


@pytest.mark.parametrize(("plaintext", "context"), [(b"other", None), (None, {"key": "other"})], ids=["other-plaintext", "other-context"])
def test_acceptance_of_another_message_is_a_finding(plaintext: bytes | None, context: dict[str, str] | None) -> None:
    item = next(base_inputs("decrypt"))
    assert item.truth is not None
    with pytest.raises(Wrong, match="wrong acceptance"):
        check("decrypt", item.data, Truth(plaintext or item.truth.plaintext, context or item.truth.context))


@pytest.mark.parametrize("harness", WITH_TRUTH)
def test_answer_that_is_not_the_right_one_is_a_finding(harness: str) -> None:
    subject, plan = next((subject, plan) for subject, plan in small_mutations(True) if plan.expected.faults.keys() == {"parse"})
    draft = subject.draft
    with pytest.raises(Wrong, match="wrong acceptance"):
        check(harness, subject.data, Truth(draft.plaintext, draft.header.encryption_context, plan.expected))
    valid = next(plan for _, plan in small_mutations(True) if plan.expected.accepted)
    with pytest.raises(Wrong, match="wrong refusal"):
        check(harness, subject.data[:-1], Truth(draft.plaintext, draft.header.encryption_context, valid.expected))


def test_message_that_is_no_seed_must_not_decrypt() -> None:
    message = Client().encrypt(source=b"new", keyring=harnesses._KEYRING)[0]
    with pytest.raises(Wrong, match="not one of the seeds"):
        check("decrypt", message)


def test_kinds_are_those_that_are_counted() -> None:
    with pytest.raises(Wrong) as caught:
        rule.require(False, rule.KINDS[0], "{} and {!r}", 1, "x")
    assert str(caught.value) == "foreign exception: 1 and 'x'"

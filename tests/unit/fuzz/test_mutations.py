"""Mutations: esdkit's readers give the answer that the rules give, and a failure is shown with all that is needed to see it again."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from esdkit import Client
from esdkit.errors import Code, UsageError
from esdkit.forge import Draft, assemble, new_draft, seeded_signing_key
from esdkit.forge.mutate import Repair
from esdkit.fuzz import strategies
from esdkit.fuzz.expected import Expected, undecided
from esdkit.fuzz.mutations import Mutation, plans
from esdkit.fuzz.strategies import Generated, messages, mutated
from esdkit.fuzz.subject import Subject
from esdkit.keyrings import RawAesKeyring
from esdkit.message import EncryptedDataKey
from esdkit.spec import CHECKS, FIELDS, STAGES, SUITES, decisions
from tools.fuzzing.harnesses import Truth, judge_decryption, judge_verification
from tools.fuzzing.rule import attempt

CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", max_encrypted_data_keys=None)
WRAPPING_KEY = bytes(range(32))
RAW_AES = EncryptedDataKey(b"ns", b"name" + bytes.fromhex("000000800000000c") + bytes(12), bytes(48))
SHAPES = list(product(SUITES, [3, None], [0, 2, 6, 7], [{}, {"key": "value", "é": "", "b": "z"}], [1, 3]))
PER_SHAPE = 12
SIMPLEST = [Phase.generate, Phase.shrink]  # as in test_strategies


def draft(suite_id: int, frame_length: int | None, length: int, context: dict[str, str], keys: int) -> Draft:
    suite = SUITES[suite_id]
    return new_draft(
        suite=suite,
        data_key=bytes(range(1, 1 + suite.data_key_length)),
        message_id=bytes(range(16 * suite.message_version)),
        encrypted_data_keys=[RAW_AES, EncryptedDataKey(b"a", b"b", b"cc"), EncryptedDataKey(b"", b"", b"")][:keys],
        plaintext=bytes(range(length)),
        frame_length=frame_length,
        encryption_context=context,
        signing_key=seeded_signing_key(suite.signature, b"seed") if suite.signature else None,
    )


def expect_right_answers(mutation: Mutation, **key: Any) -> None:
    """``verify`` refuses at the stage and with the code that are expected; ``decrypt`` gives the plaintext, or a code that is."""
    judge_verification(CLIENT.verify(source=mutation.data, plaintext=mutation.plaintext, **key), mutation.expected)
    decrypted = attempt(lambda data: CLIENT.decrypt(source=data, **key), mutation.data)
    judge_decryption(decrypted, Truth(mutation.plaintext, {}, mutation.expected))


# -------------------------------------------------------------------- our readers agree with the rules
@pytest.mark.req("CLI-VER-001", kind="negative")
@pytest.mark.parametrize("wrapped", [False, True], ids=["data-key", "raw-aes"])
@pytest.mark.parametrize("suite_id", SUITES, ids=lambda id_: f"{id_:04X}")
def test_readers_answer_as_the_rules_say(suite_id: int, wrapped: bool) -> None:
    chance = random.Random(suite_id)
    for shape in SHAPES:
        if shape[0] == suite_id:
            subject = Subject(draft(*shape), WRAPPING_KEY if wrapped else None)
            key: dict[str, Any] = {"data_key": subject.draft.data_key.reveal()}
            if wrapped:
                key = {"keyring": RawAesKeyring("ns", "name", WRAPPING_KEY)}
            for plan in chance.sample(plans(subject), PER_SHAPE):
                mutation = Mutation.of(plan, subject)
                expect_right_answers(mutation, **key)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(mutated())
def test_readers_answer_as_the_rules_say_to_what_is_drawn(mutation: Mutation) -> None:
    expect_right_answers(mutation, data_key=mutation.data_key)


@pytest.mark.fuzz
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("wrapped", [False, True], ids=["data-key", "raw-aes"])
def test_readers_answer_as_the_rules_say_to_all(shape: tuple[Any, ...], wrapped: bool) -> None:
    subject = Subject(draft(*shape), WRAPPING_KEY if wrapped else None)
    key: dict[str, Any] = {"data_key": subject.draft.data_key.reveal()}
    if wrapped:
        key = {"keyring": RawAesKeyring("ns", "name", WRAPPING_KEY)}
    for plan in plans(subject):
        mutation = Mutation.of(plan, subject)
        expect_right_answers(mutation, **key)


# -------------------------------------------------------------------- what is changed
def test_every_field_is_changed() -> None:
    subjects = [Subject(draft(suite_id, frames, 7, {"key": "value"}, 3)) for suite_id, frames in ((0x0378, 3), (0x0578, 3), (0x0014, None))]
    changed = {re.sub(r"\[\d+\]", "", plan.path) for subject in subjects for plan in plans(subject) if plan.operation != "truncate"}
    assert {id_ for id_, row in FIELDS.items() if row.part in ("header", "body", "footer")} <= changed


def test_every_stage_that_a_message_can_break_is_reached() -> None:
    subjects = [Subject(draft(suite_id, 3, 7, {"key": "value"}, 3), WRAPPING_KEY) for suite_id in (0x0178, 0x0578)]
    single = {stage for subject in subjects for plan in plans(subject) if len(plan.expected.faults) == 1 for stage in plan.expected.faults}
    assert single >= {"parse", "signature", "unwrap", "commitment", "header_tag", "frames"}


def test_codes_and_decisions_are_those_of_the_tables() -> None:
    subjects = [Subject(draft(suite_id, 3, 7, {"key": "value"}, 3), WRAPPING_KEY) for suite_id in (0x0178, 0x0578)]
    for plan in (plan for subject in subjects for plan in plans(subject)):
        for stage, code in plan.expected.faults.items():
            assert stage in STAGES
            assert code is None or Code(code)
            assert stage == "parse" or code in {one for check in CHECKS.values() if check.stage == stage for one in check.codes}
        assert plan.expected.decision is None or plan.expected.decision in decisions()


@pytest.mark.parametrize("repair", [Repair.MAC, Repair.SIGN])
def test_repair_makes_the_message_authentic_up_to_its_level(repair: Repair) -> None:
    subject = Subject(draft(0x0578, 3, 7, {"key": "value"}, 1))
    (plan,) = [
        one for one in plans(subject) if (one.operation, one.path, one.repair) == ("flip", "header.encryption_context[1].value", repair)
    ]
    assert plan.expected.faults == ({} if repair is Repair.SIGN else {"signature": "signature-invalid"})


def test_same_message_has_the_same_mutations() -> None:
    first, second = ([(plan.name, plan.make()) for plan in plans(Subject(draft(0x0578, 3, 7, {}, 1)))] for _ in range(2))
    assert first == second
    assert len({name for name, _ in first}) == len(first)


# -------------------------------------------------------------------- the strategy
def test_simplest_mutation_is_the_first_of_the_simplest_message() -> None:
    base = messages(plaintext=b"", context={}, edks=[EncryptedDataKey(b"", b"", b"")])
    mutation = find(mutated(base), lambda one: True, settings=settings(phases=SIMPLEST))
    assert (mutation.operation, mutation.path, mutation.data) == ("truncate", "header.version", b"")


@pytest.mark.fuzz
@pytest.mark.parametrize(
    ("operation", "most"),
    [("flip-first", 120), ("plus-65536", 120), ("reverse", 130), ("second-final", 160), ("swap-frames", 180), ("no-der", 200)],
)
def test_simplest_mutation_of_a_kind_is_on_a_small_message(operation: str, most: int) -> None:
    found = settings(max_examples=6000, database=None, suppress_health_check=list(HealthCheck), phases=SIMPLEST)
    mutation = find(mutated(), lambda one: one.operation == operation, settings=found)
    assert len(mutation.data) <= most


def test_every_kind_of_mutation_can_be_drawn() -> None:
    shapes = random.Random(2).sample(SHAPES, 20)
    drawn = {kind for own in strategies._kinds().values() for kind in own}
    assert {plan.kind for shape in shapes for plan in plans(Subject(draft(*shape)))} <= drawn


def test_messages_of_every_suite_can_be_drawn() -> None:
    forms = {form for kinds in strategies._kinds().values() for own in kinds.values() for form in own}
    assert forms == {(suite, framed) for suite in SUITES.values() for framed in (True, False)}


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(messages().flatmap(lambda base: mutated(base)))
def test_mutation_of_a_given_message_tells_its_plaintext(mutation: Mutation) -> None:
    expect_right_answers(mutation, data_key=mutation.data_key)


def test_base_that_messages_did_not_make_is_refused() -> None:
    one = draft(0x0578, 3, 7, {}, 1)
    with pytest.raises(UsageError) as caught:
        find(mutated(Generated(one.seal(), one.data_key.reveal(), one.plaintext)), lambda mutation: True)
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, "base")
    with pytest.raises(UsageError, match="the base is bytes"):
        find(mutated(st.just(one.seal())), lambda mutation: True)  # type: ignore[arg-type]


def test_no_operation_is_drawn_most_of_the_time() -> None:
    drawn: list[str] = []

    @settings(max_examples=200, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
    @given(mutated())
    def draw(mutation: Mutation) -> None:
        drawn.append(mutation.operation)

    draw()
    assert max(map(drawn.count, drawn)) < len(drawn) // 4


# -------------------------------------------------------------------- what is shown
def shown() -> Mutation:
    subject = Subject(draft(0x0478, 3, 2, {}, 1))
    (plan,) = [plan for plan in plans(subject) if plan.name == "plus-1 body.final_frame.sequence_number none 0x2"]
    return Mutation.of(plan, subject)


def test_failure_shows_rule_command_and_text() -> None:
    mutation = shown()
    first, expected, command, *text = repr(mutation).splitlines()
    assert first == f"plus-1 body.final_frame.sequence_number at {mutation.offset:#x}, repaired: none, {len(mutation.data)} bytes"
    assert expected == "expected: refused at parse (seq-out-of-order). A frame's sequence number is not the expected one."
    assert mutation.data.hex() in command
    assert assemble("\n".join(text)) == mutation.data


def test_command_shows_what_is_expected() -> None:
    command = shown().command.replace("esdkit", f"{sys.executable} -m esdkit").replace("xxd -r -p", UNHEX)
    run = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "seq-out-of-order" in run.stdout


UNHEX = f"{sys.executable} -c 'import sys; sys.stdout.buffer.write(bytes.fromhex(sys.stdin.read()))'"


def test_long_message_is_not_shown() -> None:
    subject = Subject(draft(0x0478, None, 250, {}, 1))
    longer = Subject(subject.draft.recut(bytes(5000), None))
    assert len(repr(Mutation.of(plans(longer)[-1], longer))) < 500


@pytest.mark.parametrize(
    ("expected", "text", "rule"),
    [
        (Expected({}), "accepted", "The message is valid."),
        (Expected({"parse": None}), "refused at parse", "The lengths and counts do not match what follows."),
        (undecided(), "refused", "The bytes that follow are read at wrong places, so the message is refused somewhere."),
        (
            Expected({"header_tag": "header-tag-invalid", "signature": "signature-invalid"}),
            "refused at signature (signature-invalid)",
            "The signature does not verify under the message's public key.",
        ),
    ],
    ids=["accepted", "code-open", "anywhere", "first-stage"],
)
def test_expected_in_words(expected: Expected, text: str, rule: str) -> None:
    assert (str(expected), expected.rule) == (text, rule)

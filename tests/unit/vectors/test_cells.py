"""What answers prove."""

import hashlib
from dataclasses import replace

import pytest

from esdkit.targets.base import Answer, Failed, Given, Refused, Unsupported
from esdkit.vectors.cells import NO_TWIN, Answered, Cell, cell_of, with_stream
from esdkit.vectors.model import Accept, Need, Reject, Released, Vector, VectorSet
from esdkit.vectors.stages import right_stages, stage_of
from esdkit.vectors.twins import Twin, Twins
from tests.samples import native_cases
from tests.unit.vectors.making import PLAINTEXT, made_keyring, seal

VALID = Vector("valid", seal(), Accept(PLAINTEXT), made_keyring())
CUT = Vector("cut", seal()[:-1], Reject("parse", "truncated"), made_keyring(), comment="the last byte is missing", twin="valid")
TWIN = Twin("made", VALID)
OPENS = Answered(Given(PLAINTEXT))


def cell(vector: Vector, answer: Answer, *twins: tuple[Twin, Answered]) -> Cell:
    return cell_of("made", vector, Answered(answer), twins)


@pytest.mark.parametrize(
    ("vector", "answer", "outcome", "code"),
    [
        (VALID, Given(PLAINTEXT), "passed", None),
        (VALID, Given(PLAINTEXT + b"!"), "lied", "plaintext-mismatch"),
        (VALID, Given(b"?" + PLAINTEXT[1:]), "lied", "plaintext-mismatch"),
        (VALID, Refused("no"), "failed", None),
        (VALID, Unsupported("not yet"), "unsupported", None),
        (VALID, Failed("hang", "20 seconds"), "hang", "hang"),
        (VALID, Failed("nonsense", "what?"), "crash", "nonsense"),
        (CUT, Given(PLAINTEXT), "failed", "unexpected-success"),
        (CUT, Refused("no"), "passed", None),
        (CUT, Refused("no", stage="parse"), "passed", None),
        (CUT, Refused("no", stage="frames"), "passed", None),  # a reader that streams
        (CUT, Refused("no", stage="unwrap"), "refused-elsewhere", "truncated"),
        (CUT, Failed("ended", "exit code 1"), "crash", "ended"),
    ],
)
def test_answer_and_expectation_make_an_outcome(vector: Vector, answer: Answer, outcome: str, code: str | None) -> None:
    found = cell(vector, answer, (TWIN, OPENS))
    assert (found.outcome, found.code) == (outcome, code)
    assert (found.reason is None) == (outcome == "passed")


@pytest.mark.parametrize("answer", [Refused("no"), Given(b"other"), Failed("hang", "")])
def test_refusal_without_an_opened_twin_is_blind(answer: Answer) -> None:
    assert cell(CUT, Refused("no"), (TWIN, Answered(answer))).outcome == "blind"
    assert cell(CUT, Refused("no", stage="unwrap"), (TWIN, Answered(answer))).outcome == "blind"
    assert cell(CUT, Refused("no")).reason == NO_TWIN


def test_refusal_whose_twin_is_unsupported_is_unsupported() -> None:
    assert cell(CUT, Refused("no"), (TWIN, Answered(Unsupported("no RSA")))).outcome == "unsupported"


def test_vector_without_its_keys_is_skipped_unless_the_program_answers_right() -> None:
    missing = (Need.AWS_KMS,)
    assert cell_of("made", VALID, Answered(None, missing), ()).outcome == "skipped"
    assert cell_of("made", VALID, Answered(Refused("no"), missing), ()).code == "needs-aws-kms"
    assert cell_of("made", VALID, Answered(Given(PLAINTEXT), missing), ()).outcome == "passed"


@pytest.mark.parametrize(
    ("refused", "stage"),
    [
        (Refused("x", stage="commitment"), "commitment"),
        (Refused("whatever went wrong"), None),
        (Refused("Unsupported version 65", "NotSupportedError"), "parse"),
        (Refused(""), None),
    ],
)
def test_stage_is_what_the_program_says_or_what_its_text_can_only_mean(refused: Refused, stage: str | None) -> None:
    assert stage_of(refused) == stage


def test_every_stage_where_a_message_is_wrong_is_right(native: dict[str, Vector]) -> None:
    assert right_stages(native["signature-flipped-header-tag"]) == {"signature"}
    assert right_stages(native["header-net-4.0.0"]) == {"header_tag", "frames"}
    assert right_stages(native["commitment-suite-data-v2"]) == {"commitment"}
    assert right_stages(native["parse-sequence-gap"]) == {"parse", "frames"}
    assert right_stages(native["parse-context-duplicate-key"]) == {"parse"}


def test_twin_is_the_one_that_the_manifest_names(native: dict[str, Vector], twins: Twins) -> None:
    for vector in native.values():
        if isinstance(vector.expectation, Reject):
            assert [twin.vector.id for twin in twins.of("native", vector)] == [native_cases()[vector.id]["twin"]]
    assert twins.of("native", replace(native["flip-0178-header-type-first"], twin="none")) == ()


def test_twin_of_a_vector_that_names_none_has_the_same_keys_suite_and_context_class() -> None:
    mixed = replace(VALID, id="mixed", ciphertext=seal(stored={"a": "1", "B": "2"}))
    both = Twins([VectorSet("other", "made", (mixed, VALID))])
    cut = replace(CUT, twin=None, ciphertext=seal(stored={"c": "3", "D": "4"}) + b"!")
    assert [twin.vector.id for twin in both.of("made", cut)] == ["mixed"]
    assert [twin.vector.id for twin in both.of("made", replace(cut, ciphertext=seal() + b"!"))] == ["valid"]
    assert both.of("made", replace(cut, keys=None)) == ()
    assert both.of("made", replace(cut, ciphertext=seal(stored={"c": "3"}) + b"!")) == ()


@pytest.fixture(scope="module")
def native_set() -> VectorSet:
    from esdkit.vectors.published import native_path
    from esdkit.vectors.runner import load

    (one,) = load([native_path() / "manifest.json"])
    assert isinstance(one, VectorSet)
    return one


@pytest.fixture(scope="module")
def native(native_set: VectorSet) -> dict[str, Vector]:
    return {vector.id: vector for vector in native_set.vectors}


@pytest.fixture(scope="module")
def twins(native_set: VectorSet) -> Twins:
    return Twins([native_set])


RELEASED = replace(CUT, expectation=Reject("frames", "body-tag-invalid", Released(4, hashlib.sha256(PLAINTEXT[:4]).hexdigest())))


@pytest.mark.req("CLI-DEC-012", kind="negative")
@pytest.mark.parametrize(
    ("released", "outcome"),
    [
        (None, "passed"),
        (b"", "passed"),
        (PLAINTEXT[:4], "passed"),
        (b"????", "failed"),
        (PLAINTEXT[:5], "failed"),
    ],
)
def test_plaintext_that_a_stream_must_hold_back_is_released_early(released: bytes | None, outcome: str) -> None:
    found = cell(RELEASED, Refused("no", released=released), (TWIN, OPENS))
    assert (found.outcome, found.code) == (outcome, None if outcome == "passed" else "released")
    blind = cell(RELEASED, Refused("no", released=released), (TWIN, Answered(Refused("no"))))
    assert blind.outcome == ("blind" if outcome == "passed" else "failed")


def test_all_before_a_byte_too_many_may_be_released() -> None:
    trailing = replace(RELEASED, expectation=Reject("parse", "trailing-data", Released(0, hashlib.sha256().hexdigest())))
    assert cell(trailing, Refused("no", released=PLAINTEXT), (TWIN, OPENS)).outcome == "passed"


def test_cell_is_of_the_way_that_is_red() -> None:
    good, bad, worse = cell(VALID, Given(PLAINTEXT)), cell(VALID, Refused("no")), cell(VALID, Failed("hang", "20 seconds"))
    assert with_stream(good, good) == with_stream(good, cell(VALID, Unsupported("no"))) == good
    assert with_stream(bad, worse) == with_stream(bad, good) == bad
    assert with_stream(good, bad) == replace(bad, stream=True, reason="as a stream: it refused a valid message: no")

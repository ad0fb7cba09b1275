"""Changes by path: they land where they should, and each level of repair reaches the check that it says."""

from __future__ import annotations

import pytest

from esdkit import Client
from esdkit.errors import Code, UsageError
from esdkit.forge import Draft, new_draft, seeded_signing_key
from esdkit.grammar.body import BODY
from esdkit.grammar.header import HEADER_BODY
from esdkit.message import EncryptedDataKey, build, parse
from esdkit.spec import SUITES
from vectors.generators.mutate import Repair, change, flip, spans, splice

CLIENT = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")


def draft(suite_id: int) -> Draft:
    suite = SUITES[suite_id]
    return new_draft(
        suite=suite,
        data_key=bytes(suite.data_key_length),
        message_id=bytes(16 * suite.message_version),
        encrypted_data_keys=[EncryptedDataKey(b"id", b"info", b"ciphertext"), EncryptedDataKey(b"", b"", b"")],
        plaintext=b"seven b",
        frame_length=3,
        encryption_context={"key": "value"},
        signing_key=seeded_signing_key(suite.signature, b"mutate") if suite.signature else None,
    )


def failure(data: bytes, key: bytes) -> tuple[str | None, Code | None]:
    verification = CLIENT.verify(source=data, data_key=key, plaintext=b"seven b")
    return verification.failed, verification.error.code if verification.error else None


def test_spans_cover_the_whole_message_in_order() -> None:
    data = draft(0x0578).seal()
    ends = [0] + [span.end for span in spans(data).values()]
    assert [span.start for span in spans(data).values()] == ends[:-1]
    assert ends[-1] == len(data)


def test_spans_of_a_part_are_those_of_the_part() -> None:
    one = draft(0x0478)
    assert list(spans(one.header_body(), root=HEADER_BODY)) == [path for path in spans(one.seal()) if path.startswith("header.")]
    body = spans(one.body(), root=BODY, values=one.header.known_values)
    assert list(body) == [path for path in spans(one.seal()) if path.startswith("body.")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("header.frame_length", 7),
        ("header.message_id", b"m" * 16),
        ("header.encrypted_data_keys[1].provider_id.length", 0xFFFF),
        ("body.frame[1].iv", b"i" * 12),
        ("footer.signature", b"s" * 103),
    ],
)
def test_splice_of_the_same_size_changes_that_field_alone(path: str, value: int | bytes) -> None:
    data = draft(0x0378).seal()
    spliced = splice(data, path, value)
    span = spans(data)[path]
    assert len(spliced) == len(data)
    assert (spliced[: span.start], spliced[span.end :]) == (data[: span.start], data[span.end :])
    assert spans(spliced)[path].value == value


@pytest.mark.parametrize(
    "path",
    [
        "header.encryption_context[1].key",
        "header.encryption_context[0].value",
        "header.encrypted_data_keys[0].ciphertext",
        "footer.signature",
    ],
)
@pytest.mark.parametrize("value", [b"", b"longer than it was before"])
def test_splice_with_lengths_gives_a_well_formed_message(path: str, value: bytes) -> None:
    data = draft(0x0378).seal()
    spliced = splice(data, path, value, lengths=True)
    assert spans(spliced)[path].value == value
    assert build(parse(spliced, strict=False)) == spliced


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param("header.nothing", 1, id="no-such-field"),
        pytest.param("header.encrypted_data_keys[9].provider_id", b"", id="no-such-index"),
        pytest.param("header.frame_length", b"1", id="bytes-for-a-number"),
        pytest.param("header.message_id", 1, id="number-for-bytes"),
        pytest.param("header.encrypted_data_keys.count", 0x10000, id="too-large"),
        pytest.param("header.encrypted_data_keys.count", -1, id="negative"),
        pytest.param("header.encrypted_data_keys[0].provider_id", bytes(0x10000), id="too-long"),
    ],
)
def test_splice_that_cannot_be_is_refused(path: str, value: int | bytes) -> None:
    with pytest.raises(UsageError) as error:
        splice(draft(0x0478).seal(), path, value, lengths=True)
    assert error.value.code is Code.INVALID_ARGUMENT


def test_flip_inverts_one_bit_and_twice_none() -> None:
    data = draft(0x0478).seal()
    flipped = flip(data, "header.frame_length", 31)
    assert (
        int.from_bytes(data, "big") ^ int.from_bytes(flipped, "big") == 1 << 8 * (len(data) - spans(data)["header.frame_length"].end) + 31
    )
    assert flip(flipped, "header.frame_length", 31) == data


def test_flip_counts_from_the_highest_bit_below_zero() -> None:
    data = draft(0x0478).seal()
    assert flip(data, "header.frame_length", -1) == flip(data, "header.frame_length", 31)


def test_flip_reads_by_another_root() -> None:
    part = draft(0x0478)
    assert part.seal().startswith(
        flip(flip(part.header_body(), "header.message_id", root=HEADER_BODY), "header.message_id", root=HEADER_BODY)
    )


@pytest.mark.parametrize(
    ("path", "bit"),
    [("header.frame_length", 32), ("header.frame_length", -33), ("header.nothing", 0), ("header.encrypted_data_keys[1].ciphertext", 0)],
)
def test_flip_of_a_bit_that_is_not_there_is_refused(path: str, bit: int) -> None:
    with pytest.raises(UsageError):
        flip(draft(0x0478).seal(), path, bit)


@pytest.mark.parametrize(
    ("suite_id", "repair", "stage", "code"),
    [
        pytest.param(0x0378, Repair.NONE, "parse", Code.TRUNCATED, id="signed-none"),
        pytest.param(0x0378, Repair.LENGTHS, "signature", Code.SIGNATURE_INVALID, id="signed-lengths"),
        pytest.param(0x0378, Repair.MAC, "signature", Code.SIGNATURE_INVALID, id="signed-mac"),
        pytest.param(0x0378, Repair.SIGN, None, None, id="signed-sign"),
        pytest.param(0x0478, Repair.NONE, "parse", Code.TRUNCATED, id="unsigned-none"),
        pytest.param(0x0478, Repair.LENGTHS, "header_tag", Code.HEADER_TAG_INVALID, id="unsigned-lengths"),
        pytest.param(0x0478, Repair.MAC, None, None, id="unsigned-mac"),
        pytest.param(0x0478, Repair.SIGN, None, None, id="unsigned-sign"),
    ],
)
def test_repair_of_a_longer_context_value_reaches_the_next_check(
    suite_id: int, repair: Repair, stage: str | None, code: Code | None
) -> None:
    one = draft(suite_id)
    path = f"header.encryption_context[{len(one.header.context_pairs or ()) - 1}].value"
    assert failure(change(one, path, b"another value", repair), one.data_key.reveal()) == (stage, code)


@pytest.mark.parametrize(
    ("repair", "stage", "code"),
    [
        (Repair.NONE, "signature", Code.SIGNATURE_INVALID),
        (Repair.MAC, "signature", Code.SIGNATURE_INVALID),
        (Repair.SIGN, "frames", Code.BODY_TAG_INVALID),
    ],
)
def test_repair_of_a_frame_keeps_its_tag(repair: Repair, stage: str, code: Code) -> None:
    one = draft(0x0578)
    assert failure(change(one, "body.frame[0].ciphertext", b"xyz", repair), one.data_key.reveal()) == (stage, code)


def test_repair_of_what_the_tags_are_themselves_is_refused() -> None:
    with pytest.raises(UsageError):
        change(draft(0x0478), "header_auth.tag", bytes(16), Repair.MAC)

"""The JSON: its promised shape, for whatever message."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from esdkit.errors import AuthenticationError, Code
from esdkit.inspector import inspect
from esdkit.inspector.views.json import error_to_json, suite_to_json
from esdkit.message import EncryptedDataKey, Frame, Message, build
from esdkit.message.header import build_header
from esdkit.spec import SUITES, error_codes, spec_path
from tests.samples import native_choice, native_ciphertext, sample_header

SCHEMA = Draft202012Validator(json.loads((spec_path() / "schemas" / "inspection.json").read_text(encoding="utf-8")))
MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")


def test_json_of_a_native_message_fits_its_schema(subtests: pytest.Subtests) -> None:
    for name in native_choice():
        with subtests.test(name):
            SCHEMA.validate(json.loads(json.dumps(inspect(native_ciphertext(name)).to_json())))


@given(st.binary(max_size=120) | st.integers(0, len(MULTI)).map(lambda cut: MULTI[:cut]))
def test_json_of_any_bytes_fits_its_schema(data: bytes) -> None:
    SCHEMA.validate(inspect(data).to_json())


def assert_line_is_the_json(data: bytes, name: str = 'a \u00e9"') -> None:
    tree = inspect(data)
    assert tree.to_json_line(name) == json.dumps({"schema": 1, "file": name, **tree.to_json(fields=False)})


def test_line_of_a_native_message_is_its_json_without_fields(subtests: pytest.Subtests) -> None:
    for name in native_choice():
        with subtests.test(name):
            assert_line_is_the_json(native_ciphertext(name))


@given(st.binary(max_size=120) | st.integers(0, len(MULTI)).map(lambda cut: MULTI[:cut]))
def test_line_of_any_bytes_is_their_json_without_fields(data: bytes) -> None:
    assert_line_is_the_json(data)


def test_line_is_the_json_where_a_text_looks_like_a_member() -> None:
    member = ', "encryption_context": '
    header = sample_header(SUITES[0x0478], pairs=((member.encode(), f"null{member}".encode()),))
    assert_line_is_the_json(build(Message(header, (Frame(1, bytes(12), b"ab", bytes(16), final=True),), None)), f'\\{member}\\"')


def test_json_has_fields_by_path_with_their_places() -> None:
    fields = inspect(MULTI).to_json()["fields"]
    assert fields["header.version"] == {
        "id": "header.version",
        "index": None,
        "start": 0,
        "end": 1,
        "unit": "number",
        "value": 2,
    }
    provider = fields["header.encrypted_data_keys[8].provider_id"]
    assert provider["value"] == {"hex": b"esdkit-vectors".hex(), "text": "esdkit-vectors"}
    assert "text" not in fields["header_auth.tag"]["value"] or bytes.fromhex(fields["header_auth.tag"]["value"]["hex"]).decode()


def test_json_does_not_repeat_contents() -> None:
    fields = inspect(MULTI).to_json()["fields"]
    assert fields["body.frame[0].ciphertext"]["value"] is None
    assert fields["body.final_frame.ciphertext"]["value"] is None
    assert fields["header.encrypted_data_keys[0].ciphertext"]["value"] is not None


def test_json_says_that_nothing_is_authenticated() -> None:
    assert inspect(MULTI).to_json()["authenticated"] is False
    assert inspect(MULTI).to_json()["signature"]["state"] == "verified"


def test_json_of_an_error_takes_what_it_lacks_from_its_row() -> None:
    row = error_codes()["signature-invalid"]
    bare = error_to_json(AuthenticationError(Code.SIGNATURE_INVALID, "no", path="footer.signature", offset=7))
    assert bare["requirements"] == list(row.requirements)
    assert bare["hint"] == row.hint
    own = error_to_json(AuthenticationError(Code.SIGNATURE_INVALID, "no", reqs=["SIG-VER-006"], hint="ask"))
    assert (own["requirements"], own["hint"], own["class"]) == (["SIG-VER-006"], "ask", "AuthenticationError")


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_json_of_a_suite_names_its_signature(suite: object) -> None:
    row = next(one for one in SUITES.values() if one is suite)
    assert suite_to_json(row)["signature"] == (row.signature.name if row.signature else None)
    assert suite_to_json(row)["id"] == row.hex_id


def test_fields_of_many_data_keys_are_counted() -> None:
    keys = tuple(EncryptedDataKey(b"p", b"i", b"c") for _ in range(1500))
    document = inspect(build_header(sample_header(SUITES[0x0478], keys=keys))).to_json()
    listed = [field for field in document["fields"].values() if field["index"] is not None]
    assert {field["index"] for field in listed} == set(range(1000))
    assert document["fields_omitted"] == 500 * sum(field["index"] == 999 for field in listed)
    assert "header.frame_length" in document["fields"]
    assert len(document["encrypted_data_keys"]) == 1500

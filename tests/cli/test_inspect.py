"""``esdkit inspect``: what is printed, where, and the exit codes."""

import base64
import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from esdkit.message import EncryptedDataKey
from esdkit.spec import spec_path
from tests.cli.running import MULTI, Program
from tests.conftest import Golden
from tests.drafts import valid
from tests.samples import native_ciphertext

SCHEMA = Draft202012Validator(json.loads((spec_path() / "schemas" / "inspection.json").read_text(encoding="utf-8")))
V1_BLOCK = "python-0378-aes-256-many-f0-p10240"
V2_FRAMES = "mpl-0578-multi-ascii-f256-p300"
KMS = "accept-behind-kms"

NO_MESSAGES: dict[str, Callable[[Program], str]] = {
    "kms-blob": lambda program: program.write("blob.bin", b"\x01\x02\x02\x00\x78" + bytes(range(64, 128))),
    "pem": lambda program: program.pem("rsa-2048-public"),
    "empty": lambda program: program.write("empty.bin", b""),
    "cut": lambda program: program.write("cut.bin", MULTI[:400]),
    "several-faults": lambda program: program.write("faults.bin", MULTI.replace(b"key-05", b"key-04") + b"tail"),
}


@pytest.mark.parametrize("name", [V1_BLOCK, V2_FRAMES, KMS, "js-0478-aes-256-empty-f100-p0"])
@pytest.mark.parametrize("form", [(), ("--oneline",)], ids=["text", "oneline"])
def test_inspect_prints_what_a_message_is(program: Program, golden: Golden, name: str, form: tuple[str, ...]) -> None:
    ran = program("inspect", program.native(name), *form)
    golden(f"inspect-{name}{''.join(form)}.txt", ran.transcript)
    assert (ran.code, ran.stderr) == (0, "")


def test_inspect_as_json_prints_one_object(program: Program, golden: Golden) -> None:
    ran = program("inspect", program.native(V2_FRAMES), "--json")
    golden(f"inspect-{V2_FRAMES}--json.txt", ran.transcript)
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert document["file"] == f"{V2_FRAMES}.bin"


@pytest.mark.parametrize("case", NO_MESSAGES)
def test_inspect_of_what_is_no_lawful_message_exits_1(program: Program, golden: Golden, case: str) -> None:
    ran = program("inspect", NO_MESSAGES[case](program))
    golden(f"inspect-{case}.txt", ran.transcript)
    assert ran.code == 1


@pytest.mark.req("CLI-DEC-008")
@pytest.mark.parametrize(
    ("case", "encode"),
    [
        ("base64", base64.encodebytes),
        ("base64url", base64.urlsafe_b64encode),
        ("hex", lambda data: data.hex("\n", 32).encode()),
    ],
)
def test_inspect_of_text_decodes_it_and_says_so(program: Program, golden: Golden, case: str, encode: Callable[[bytes], bytes]) -> None:
    ran = program("inspect", "-", "--oneline", stdin=encode(MULTI))
    golden(f"inspect-stdin-{case}.txt", ran.transcript)
    assert ran.code == 0


@pytest.mark.parametrize("case", ["missing", "folder"])
def test_inspect_of_what_cannot_be_read_exits_4(program: Program, golden: Golden, case: str) -> None:
    (program.folder / "folder").mkdir()
    ran = program("inspect", case)
    golden(f"inspect-{case}.txt", ran.transcript)
    assert (ran.code, ran.stdout) == (4, b"")


def test_inspect_of_many_files_goes_on_and_exits_with_the_highest(program: Program) -> None:
    good, cut = program.native(V2_FRAMES), program.write("cut.bin", MULTI[:99])
    ran = program("inspect", "--oneline", good, "missing", cut, good)
    assert ran.code == 4
    assert [line.split(":")[0] for line in ran.text.splitlines()] == [good, cut, good]
    assert "missing" in ran.stderr
    assert program("inspect", "--oneline", good, cut, good).code == 1


def test_inspect_of_many_files_as_text_separates_them(program: Program) -> None:
    good = program.native(V2_FRAMES)
    one = program("inspect", good).text
    assert program("inspect", good, good).text == f"{one}\n{one}"


def test_inspect_of_many_files_as_json_lines_prints_one_object_each(program: Program) -> None:
    ran = program("inspect", "--jsonl", program.native(V2_FRAMES), program.write("cut.bin", MULTI[:99]))
    lines = ran.text.splitlines()
    assert [json.loads(line)["complete"] for line in lines] == [True, False]


def test_inspect_of_a_hostile_name_prints_it_escaped(program: Program) -> None:
    name = program.write("\x1b[31mred\n", b"\x02")
    for ran in (program("inspect", name), program("inspect", "--oneline", name), program("inspect", f"{name}no")):
        assert "\x1b" not in ran.text + ran.stderr
        assert "\\x1b[31mred\\n" in ran.text + ran.stderr


GET = [
    ("header.frame_length", "256"),
    ("header.encryption_context[1].key", "origin"),
    ("header.encrypted_data_keys[0].provider_info.raw_aes.tag_length", "128"),
    ("body.frame[0].iv", "000000000000000000000001"),
    ("header_auth", "8348b44268fb397c92cd28ba5a5bc870"),
    ("body.frame[0].sequence_number", "1"),
    ("header.encrypted_data_keys[0].provider_id", "esdkit-vectors"),
    ("header.encrypted_data_keys[0].provider_info", "6165732d323536000000800000000ca841c9b6155fb891b078185f"),  # not text
    ("header.encrypted_data_keys[0].provider_info.raw_aes.key_name", "aes-256"),
    ("header.encrypted_data_keys[2].provider_info", "rsa-2048"),
]


@pytest.mark.req("CLI-INS-007")
@pytest.mark.parametrize(("path", "value"), GET)
def test_inspect_get_prints_the_value_of_a_field(program: Program, path: str, value: str) -> None:
    ran = program("inspect", "--get", path, program.native(V2_FRAMES))
    assert (ran.code, ran.text) == (0, f"{value}\n")


@pytest.mark.req("CLI-INS-007")
def test_inspect_get_prints_the_arn_of_a_key(program: Program) -> None:
    path = "header.encrypted_data_keys[0].provider_info"
    arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    assert program("inspect", "--get", path, program.native(KMS)).text == f"{arn}\n"
    assert program("inspect", "--get", path, "--bytes", program.native(KMS)).stdout == arn.encode()


@pytest.mark.req("CLI-INS-007")
@pytest.mark.parametrize(
    ("info", "shown"),
    [(b"", ""), ("ключ".encode(), "ключ"), (b"a\nb", "610a62"), (b"\xff", "ff")],
    ids=["empty", "unicode", "control", "no-utf-8"],
)
def test_inspect_get_prints_provider_information_as_text_where_it_is(program: Program, info: bytes, shown: str) -> None:
    data = valid(0x0478).with_header(encrypted_data_keys=(EncryptedDataKey(b"p", info, b"c"),)).seal()
    ran = program("inspect", "--get", "header.encrypted_data_keys[0].provider_info", program.write("x", data))
    assert ran.text == f"{shown}\n"


@pytest.mark.req("CLI-INS-007")
def test_inspect_get_bytes_gives_them_as_they_are(program: Program) -> None:
    data = native_ciphertext(V2_FRAMES)
    name = program.native(V2_FRAMES)
    whole = [program("inspect", "--bytes", "--get", path, name).stdout for path in ("header", "header_auth", "body", "footer")]
    assert b"".join(whole) == data
    assert program("inspect", "--bytes", "--get", "body.frame[0]", name).stdout in data
    assert (
        program("inspect", "--bytes", "--get", "body.frame", name).stdout
        == program("inspect", "--bytes", "--get", "body.frame[0]", name).stdout
    )


@pytest.mark.req("CLI-INS-007", kind="negative")
@pytest.mark.parametrize(
    "path",
    [
        "",
        "nope",
        "body.frame[1]",
        "body.frame[x].iv",
        "body.frame[0].nope",
        "body.frame[00]",
        f"body.frame[{'9' * 5000}]",
        "header.encryption_context[3]",
    ],
    ids=lambda path: path[:32],
)
def test_inspect_get_of_what_is_not_there_exits_2(program: Program, path: str) -> None:
    ran = program("inspect", "--get", path, program.native(V2_FRAMES))
    assert (ran.code, ran.text) == (2, "")
    assert "esdkit dump" in ran.stderr


@pytest.mark.parametrize("options", [("--bytes",), ("--get", "header", "--json"), ("--get", "header", "--bytes", "x")], ids=" ".join)
def test_inspect_get_with_what_does_not_go_with_it_is_wrong_usage(program: Program, options: tuple[str, ...]) -> None:
    assert program("inspect", *options, program.native(V2_FRAMES)).code == 2


@pytest.mark.req("CLI-INS-004")
def test_inspect_of_a_message_in_json_says_where_it_stood(program: Program) -> None:
    document = json.dumps({"payload": {"ciphertext": base64.b64encode(MULTI).decode()}})
    ran = program("inspect", "--oneline", program.write("event.json", document.encode()))
    assert ran.code == 0
    assert "JSON, $.payload.ciphertext" in ran.stderr


def test_inspect_of_a_large_file_does_not_read_it_whole(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.cli.streams.LARGE", 100)
    monkeypatch.setattr("pathlib.Path.read_bytes", None)
    good = program.native(V2_FRAMES)
    assert program("inspect", "--oneline", good).code == 0
    text = program("inspect", "--oneline", program.write("large.b64", base64.b64encode(MULTI)))
    assert (text.code, "base64" in text.stderr) == (0, True)


def test_inspect_without_a_file_is_wrong_usage(program: Program) -> None:
    assert program("inspect").code == 2


def test_folder_is_inspected_with_all_below_it(program: Program) -> None:
    (program.folder / "backup" / "old").mkdir(parents=True)
    (program.folder / "backup" / "old" / "b.bin").write_bytes(MULTI)
    (program.folder / "backup" / "a.bin").write_bytes(MULTI[:99])
    other = program.native(KMS)
    ran = program("inspect", "--jsonl", "-r", "backup", other)
    assert [json.loads(line)["file"] for line in ran.text.splitlines()] == ["backup/a.bin", "backup/old/b.bin", other]
    assert (ran.code, ran.stderr) == (1, "")


def test_folder_is_no_file(program: Program) -> None:
    (program.folder / "backup").mkdir()
    ran = program("inspect", "--oneline", "backup", program.native(KMS))
    assert (ran.code, ran.stderr) == (4, "error: backup: Is a directory\n")
    assert ran.text.startswith(f"{KMS}.bin: ")

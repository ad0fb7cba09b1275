"""``esdkit doctor``: what it says, its exit codes, and what ``--apply`` writes."""

import base64
import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import esdkit
from esdkit.cli.streams import LARGE
from esdkit.doctor.short import MAX_LINES
from esdkit.input.recognition import MAX_TEXT
from esdkit.keyrings import MultiKeyring
from esdkit.message import parse_header
from esdkit.spec import spec_path
from tests.cli.running import MULTI, Program, Ran
from tests.conftest import Golden
from tests.samples import native_ciphertext, published_folder
from tests.unit.doctor.cases import aes, encrypted
from tests.unit.doctor.test_defects import Cutting


def _schema(name: str) -> dict[str, object]:
    schema: dict[str, object] = json.loads((spec_path() / "schemas" / name).read_text(encoding="utf-8"))
    return schema


REGISTRY = Registry().with_resources((name, Resource.from_contents(_schema(name))) for name in ("inspection.json", "verification.json"))
SCHEMA = Draft202012Validator(_schema("diagnosis.json"), registry=REGISTRY)
SMALL = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
OLD = native_ciphertext("python-0178-multi-ascii-f256-p300")


def written(program: Program, data: bytes) -> str:
    return program.write("message.bin", data)


Arguments = Callable[[Program], tuple[str, ...]]
CASES: dict[str, tuple[int, Arguments]] = {
    "fine": (0, lambda program: (written(program, SMALL), *program.aes())),
    "no-key": (0, lambda program: (written(program, SMALL),)),
    "base64": (1, lambda program: (written(program, base64.encodebytes(SMALL)), *program.aes())),
    "json": (1, lambda program: (written(program, json.dumps({"body": base64.b64encode(SMALL).decode()}).encode()),)),
    "kms-blob": (1, lambda program: (written(program, bytes.fromhex("0102020078") + bytes(range(100, 250))),)),
    "utf8": (1, lambda program: (written(program, SMALL.decode("utf-8", "replace").encode()),)),
    "path": (1, lambda program: (written(program, b"/var/lib/app/secret.bin\n"),)),
    "log": (1, lambda program: (written(program, b"INFO a=" + base64.b64encode(SMALL) + b" b=" + base64.b64encode(OLD) + b"\n"),)),
    "raw-key": (1, lambda program: (program.key("aes-256"),)),
    "suite-exchanged": (1, lambda program: (written(program, SMALL[:1] + bytes.fromhex("0478") + SMALL[3:]), *program.aes())),
    "cut": (1, lambda program: (written(program, SMALL[:400]),)),
    "appended": (1, lambda program: (written(program, SMALL + b"\n"), *program.aes())),
    "names": (3, lambda program: (written(program, SMALL), *program.aes("AES-256", "aes-256"), "-c", "Origin=esdkit")),
    "wrong-key": (3, lambda program: (written(program, SMALL), *program.aes("aes-256", "aes-256-other"))),
    "policy": (1, lambda program: (written(program, OLD), *program.aes())),
    "context": (1, lambda program: (written(program, SMALL), *program.aes(), "-c", "origin=other")),
    "data-key": (1, lambda program: (written(program, SMALL), "--data-key", f"@{program.key('aes-256')}")),
    "error": (1, lambda program: (written(program, base64.b64encode(SMALL)), "--error", "NotSupportedError: Unsupported version 65")),
    "error-kms": (0, lambda program: (written(program, SMALL), "--error", "InvalidCiphertextException: Decrypt")),
    "error-alone": (0, lambda program: ("--error", "An error occurred (InvalidCiphertextException) when calling the Decrypt operation")),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.req("CLI-DOC-017", "CLI-DOC-018")
def test_doctor_says_why(program: Program, golden: Golden, case: str) -> None:
    code, arguments = CASES[case]
    ran = program("doctor", *arguments(program), *([] if case == "error-alone" else ["--full"]))
    golden(f"doctor-{case}.txt", ran.transcript)
    assert (ran.code, ran.stderr) == (code, "")
    assert all(len(line) <= 80 for line in ran.text.splitlines())


@pytest.mark.req("CLI-DOC-027")
def test_doctor_is_short_first(program: Program, golden: Golden) -> None:
    ran = [program("doctor", *arguments(program)) for case, (_, arguments) in CASES.items() if not case.startswith("error")]
    golden("doctor-short.txt", "\n".join(one.transcript for one in ran))
    for one in ran:
        lines = one.text.splitlines()
        assert len(lines) <= MAX_LINES + 1 and "--full" in lines[-1]
        assert all(len(line) <= 80 for line in lines)


@pytest.mark.req("CLI-DOC-027")
def test_error_is_explained_below_the_short_report(program: Program) -> None:
    lines = program("doctor", *CASES["error"][1](program)).text.splitlines()
    at = lines.index("")
    assert at <= MAX_LINES + 1
    assert lines[at + 1].startswith("the error")


@pytest.mark.parametrize("case", [case for case in CASES if case != "error-alone"])
@pytest.mark.req("CLI-DOC-018")
def test_doctor_as_json_keeps_its_schema(program: Program, case: str) -> None:
    code, arguments = CASES[case]
    ran = program("doctor", "--json", *arguments(program))
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert (ran.code, ran.stderr, document["schema"], document["file"]) == (
        code,
        "",
        1,
        "aes-256.key" if case == "raw-key" else "message.bin",
    )
    assert document["verdict"] and (document["advice"] or code == 0)
    assert bool(document["errors"]) == case.startswith("error")


@pytest.mark.req("CLI-DOC-018")
@pytest.mark.parametrize("case", ["fine", "no-key", "cut", "wrong-key", "policy", "context", "data-key", "appended"])
def test_exit_code_is_that_of_verify(program: Program, case: str) -> None:
    arguments = CASES[case][1](program)
    assert program("doctor", *arguments).code == program("verify", *arguments).code


@pytest.mark.req("CLI-DOC-018")
def test_exit_code_of_what_is_inside_counts(program: Program) -> None:
    assert program("doctor", written(program, base64.b64encode(SMALL)), *program.aes("x", "aes-256")).code == 3


def test_doctor_reads_stdin(program: Program) -> None:
    assert program("doctor", "-", stdin=SMALL).text.startswith("-: AWS Encryption SDK message v2, suite 0578, 1169 bytes\nresult: ")


@pytest.mark.req("CLI-DOC-019")
def test_text_of_the_bytes_is_escaped(program: Program) -> None:
    nasty = "\x1b]0;owned\x07\u202e\x1b[2J"
    data = encrypted(aes(nasty, namespace=nasty), context={nasty: nasty})
    hostile = (
        data,
        json.dumps({"__type": nasty}).encode(),
        b"/" + nasty.encode(),
        json.dumps({nasty: base64.b64encode(data).decode()}).encode(),
    )
    for bytes_ in hostile:
        for more in ((), ("-c", "a=b"), ("--error", nasty), program.aes()):
            text = program("doctor", written(program, bytes_), *more).text
            assert not {"\x1b", "\x07", "\u202e"} & set(text)
            assert program("doctor", "--json", written(program, bytes_), *more).text.isascii()


def test_long_names_are_cut(program: Program) -> None:
    for name in ("x" * 60_000, "x y " * 15_000):
        data = encrypted(aes(name, namespace=name), context={name: ""})
        text = program("doctor", written(program, data), *program.aes()).text
        assert len(text.splitlines()) < 100 and len(text) < 7000


@pytest.mark.req("CLI-DOC-019")
def test_no_key_and_no_plaintext_is_shown(program: Program) -> None:
    key = base64.b64decode((program.folder / program.key("aes-256")).read_bytes())
    data = encrypted(aes())
    data_key = bytes.fromhex(esdkit.Client().trace(source=data, keyring=aes(), show_secrets=True)["secrets"]["data_key"])
    secrets = [b"twenty bytes", *(form(secret) for secret in (key, data_key) for form in (bytes, _hex, base64.b64encode, _repr))]
    for shape in (data, base64.b64encode(data), data[:-1], data[:-1] + b"x", key, _hex(key), base64.b64encode(key)):
        for options in ((), ("--json",), ("--error", "InvalidTag"), ("--apply", "out.bin")):
            for keys in (program.aes(), (*program.aes("x", "aes-256"), "--data-key", f"@{program.key('aes-256')}")):
                ran = program("doctor", *options, written(program, shape), *keys)
                said = ran.stdout + ran.stderr.encode()
                assert said and not [secret for secret in secrets if secret in said]


@pytest.mark.req("CLI-DOC-019")
def test_not_one_byte_of_what_may_be_a_key_is_shown(program: Program) -> None:
    written(program, bytes(range(231, 255)))
    for options in ((), ("--json",), ("--error", "Unsupported version 9"), ("--json", "--error", "Unsupported version 9")):
        text = program("doctor", "message.bin", *options).text
        assert not [shown for shown in ("231", "0xe7", "e7 e8", "e7e8") if shown in text.lower()]


def _hex(secret: bytes) -> bytes:
    return secret.hex().encode()


def _repr(secret: bytes) -> bytes:
    return repr(secret)[2:-1].encode()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--json",),
        ("message.bin", "--apply", "-", "--data-key", "env:K"),
        ("message.bin", "-c", "key"),
        ("message.bin", "--commitment-policy", "no"),
        ("a", "b", "--apply", "c"),
        (".", "-r", "--apply", "c"),
    ],
    ids=["nothing", "json-alone", "apply-to-stdout", "stored-without-key", "unknown-policy", "apply-of-two", "apply-of-a-folder"],
)
def test_arguments_that_do_not_work_are_wrong_usage(program: Program, arguments: tuple[str, ...]) -> None:
    written(program, SMALL)
    ran = program("doctor", *arguments)
    assert (ran.code, ran.stdout) == (2, b"")


def test_several_files_are_explained_one_by_one(program: Program) -> None:
    names = [written(program, SMALL), program.write("readme.txt", b"This file is only text. " * 9)]
    ran = program("doctor", names[0], "missing", names[1])
    assert ran.code == 4
    assert ran.text.index(names[0]) < ran.text.index(names[1])
    assert "missing: No such file or directory" in ran.stderr
    assert program("doctor", *names).code == 1


def test_file_that_is_not_there_is_no_bug(program: Program) -> None:
    assert program("doctor", "missing.bin").code == 4


def test_error_that_is_not_known_is_the_answer_no(program: Program) -> None:
    ran = program("doctor", "--error", "all is well")
    assert (ran.code, "does not know this error" in ran.text) == (1, True)


# ---------------------------------------------------------------- --apply
def applied(program: Program, data: bytes, *options: str) -> tuple[Ran, bytes | None]:
    """A run with ``--apply out.bin``, and what it wrote."""
    ran = program("doctor", written(program, data), "--apply", "out.bin", *options)
    path = program.folder / "out.bin"
    return ran, path.read_bytes() if path.exists() else None


@pytest.mark.req("CLI-DOC-020", "CLI-DOC-021")
@pytest.mark.parametrize("rest", [b"", b"\n"], ids=["packed", "packed with a line break"])
def test_apply_takes_a_message_out_with_all_its_data_keys(program: Program, rest: bytes) -> None:
    for options in ((), program.aes()):
        ran, new = applied(program, base64.b64encode(MULTI + rest), *options)
        assert (ran.code, new) == (0, MULTI)
        assert "unchanged" in ran.stderr and "esdkit extract" not in ran.stderr


@pytest.mark.req("CLI-DOC-020", "CLI-INP-002", kind="negative")
@pytest.mark.parametrize("data", [MULTI + SMALL, base64.b64encode(MULTI + SMALL)], ids=["bytes", "base64"])
def test_apply_says_which_messages_it_leaves_out(program: Program, data: bytes) -> None:
    ran, new = applied(program, data)
    assert (ran.code, new) == (0, MULTI)
    assert "message.bin holds 2 messages, and --apply writes the first alone" in " ".join(ran.stderr.split())


@pytest.mark.req("CLI-DOC-020", kind="negative")
def test_apply_drops_no_recipient_without_a_word(program: Program) -> None:
    keyring = aes(namespace="schlüssel")
    data = encrypted(MultiKeyring(generator=Cutting(keyring), children=[aes(material="aes-256-other", name="second")]))
    option = ("--aes", f"namespace=schlüssel,name=aes-256,key=@{program.key('aes-256')}")
    ran, new = applied(program, data, *option)
    assert (ran.code, new) == (3, None)
    assert "second" in ran.stderr and "--drop-recipients" in ran.stderr
    ran, new = applied(program, data, *option, "--drop-recipients")
    assert ran.code == 0 and new is not None and "dropped: [1]" in ran.stderr
    assert len(parse_header(new)[0].encrypted_data_keys) == 1


@pytest.mark.req("CLI-DOC-020")
def test_apply_reads_a_namespace_that_was_cut(program: Program) -> None:
    keyring = aes(namespace="schlüssel")
    option = ("--aes", f"namespace=schlüssel,name=aes-256,key=@{program.key('aes-256')}")
    ran, new = applied(program, encrypted(Cutting(keyring)), *option)
    assert ran.code == 0 and new is not None
    assert parse_header(new)[0].encrypted_data_keys[0].provider_id == "schlüssel".encode()
    assert esdkit.decrypt(source=new, keyring=keyring)[0] == b"twenty bytes of text"


@pytest.mark.req("CLI-DOC-014", "CLI-DOC-020")
@pytest.mark.parametrize("policy", ["FORBID_ENCRYPT_ALLOW_DECRYPT", "REQUIRE_ENCRYPT_ALLOW_DECRYPT"])
def test_apply_reads_messages_of_net_4_0_0(program: Program, policy: str) -> None:
    folder = published_folder() / "net-4.0.0-invalid"
    if not folder.is_dir():
        pytest.skip("the published set net-4.0.0-invalid is not at hand")
    data = next(path for path in sorted((folder / "ciphertexts").iterdir()) if path.name.startswith("0178-ec_len_0-")).read_bytes()
    (edk,) = parse_header(data)[0].encrypted_data_keys
    key = json.loads((folder / "keys.json").read_text())["keys"]["aes-256"]["material"]
    program.write("net.key", key.encode() + b"\n")
    option = ("--aes", f"namespace={edk.provider_id.decode()},name=aes-256,key=@net.key", "--commitment-policy", policy)
    ran, new = applied(program, data, *option)
    assert ran.code == 0 and new is not None, ran
    assert ".NET 4.0.0" in ran.text
    assert "the header was changed" not in ran.text.lower()  # it was not: the defect explains it
    assert parse_header(new)[0].suite.commitment == (policy == "REQUIRE_ENCRYPT_ALLOW_DECRYPT")
    assert program("verify", "out.bin", *option).code == 0
    assert program("verify", "message.bin", *option).code == 1
    (program.folder / "out.bin").unlink()
    assert applied(program, data, *option, "--compat", "net-4.0.0")[1] is not None


@pytest.mark.req("CLI-DOC-021", kind="negative")
@pytest.mark.parametrize("case", ["fine", "wrong-key", "cut", "kms-blob"])
def test_apply_writes_nothing_where_nothing_can_be_put_right(program: Program, case: str) -> None:
    code, _ = CASES[case]
    arguments = CASES[case][1](program)
    keys = () if "--aes" in arguments else program.aes()
    ran = program("doctor", *arguments, *keys, "--apply", "out.bin")
    assert (ran.code, (program.folder / "out.bin").exists()) == (code, False)
    assert "nothing was written" in ran.stderr


@pytest.mark.req("CLI-DOC-021", kind="negative")
def test_apply_of_a_damaged_message_says_so_still(program: Program) -> None:
    changed = MULTI[:-1] + bytes([MULTI[-1] ^ 1])
    ran, new = applied(program, base64.b64encode(changed))
    assert (ran.code, new) == (1, changed)


@pytest.mark.req("CLI-DOC-021", kind="negative")
def test_apply_leaves_the_output_as_it_was_when_nothing_can_be_done(program: Program) -> None:
    program.write("out.bin", b"before")
    ran, new = applied(program, base64.b64encode(MULTI[:300]), *program.aes())
    assert (ran.code, new) == (1, b"before")


@pytest.mark.req("CLI-DOC-021", kind="negative")
@pytest.mark.parametrize("output", [".", "missing/out.bin"])
def test_apply_to_where_nothing_can_be_written_is_a_failure_of_output(program: Program, output: str) -> None:
    ran = program("doctor", written(program, base64.b64encode(SMALL)), *program.aes(), "--apply", output)
    assert (ran.code, sorted(path.name for path in program.folder.iterdir())) == (4, ["aes-256.key", "message.bin"])


@pytest.mark.req("CLI-DOC-021")
def test_apply_may_write_over_its_input(program: Program) -> None:
    name = written(program, base64.b64encode(SMALL))
    assert program("doctor", name, *program.aes(), "--apply", name).code == 0
    assert program("verify", name, *program.aes()).code == 0


@pytest.mark.req("CLI-DOC-005")
def test_large_file_that_holds_no_message_is_known_by_its_beginning(program: Program) -> None:
    with (program.folder / "large").open("wb") as file:
        file.write(bytes(range(255, 5, -7)))
        file.truncate(5 << 30)
    ran = program("doctor", "large")
    assert (ran.code, ran.stderr) == (1, "")
    said = " ".join(ran.text.split())
    assert said.startswith(f"large: As far as the first {MAX_TEXT} bytes show, this is not a message; it looks like binary data")
    assert f"The {(5 << 30) - MAX_TEXT} bytes after them were not examined." in said


def test_large_file_that_holds_a_message_is_read_whole(program: Program) -> None:
    ran = program("doctor", program.write("large", base64.b64encode(MULTI) + b"\n" * LARGE))
    assert "Inside: The message is complete" in " ".join(ran.text.split())
    assert ran.stderr == ""

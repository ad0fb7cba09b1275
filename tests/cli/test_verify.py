"""``esdkit verify``: the stages, where they stop, and the exit codes."""

import base64
import json
import re
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from esdkit.spec import CHECKS, spec_path
from tests.cli.running import MULTI, NAMESPACE, Program
from tests.conftest import Golden
from tests.unit.doctor.cases import aes, encrypted


def _schema(name: str) -> dict[str, object]:
    schema: dict[str, object] = json.loads((spec_path() / "schemas" / name).read_text(encoding="utf-8"))
    return schema


REGISTRY = Registry().with_resource("inspection.json", Resource.from_contents(_schema("inspection.json")))
SCHEMA = Draft202012Validator(_schema("verification.json"), registry=REGISTRY)


def message(program: Program) -> str:
    return program.write("message.bin", MULTI)


def changed(program: Program) -> str:
    data = bytearray(MULTI)
    data[-1] ^= 1
    return program.write("changed.bin", bytes(data))


CASES: dict[str, tuple[int, str | None, Callable[[Program], tuple[str, ...]]]] = {
    "no-key": (0, None, lambda program: (message(program),)),
    "key": (0, None, lambda program: (message(program), *program.aes())),
    "unsigned": (0, None, lambda program: (program.native("accept-behind-kms"),)),
    "cut": (1, "parse", lambda program: (program.write("cut.bin", MULTI[:400]),)),
    "policy": (1, "policy", lambda program: (program.native("js-0378-aes-256-many-f16-p1"),)),
    "changed": (1, "signature", lambda program: (changed(program), *program.aes())),
    "context": (1, "context", lambda program: (message(program), "-c", "key-00=other")),
    "stored-context": (1, "context", lambda program: (message(program), "-c", "origin", *program.aes())),
    "wrong-keys": (
        3,
        "unwrap",
        lambda program: (message(program), *program.aes("k1", "aes-256-other"), *program.aes("aes-256-other", "aes-256")),
    ),
    "wrong-data-key": (1, "commitment", lambda program: (message(program), "--data-key", f"@{program.key('aes-256')}")),
}


@pytest.mark.req("CLI-VER-001")
@pytest.mark.parametrize("case", CASES)
def test_verify_says_how_far_a_message_holds(program: Program, golden: Golden, case: str) -> None:
    code, _, arguments = CASES[case]
    ran = program("verify", *arguments(program))
    golden(f"verify-{case}.txt", re.sub(r" *[0-9.]+ ms", lambda took: f"{'*.** ms':>{len(took[0])}}", ran.transcript))
    assert (ran.code, ran.stderr) == (code, "")


@pytest.mark.req("CLI-VER-001", "CLI-VER-002")
@pytest.mark.parametrize("case", CASES)
def test_verify_as_json_names_the_stage(program: Program, case: str) -> None:
    code, failed, arguments = CASES[case]
    ran = program("verify", "--json", *arguments(program))
    document = json.loads(ran.text)
    SCHEMA.validate(document)
    assert (ran.code, document["failed"]) == (code, failed)
    assert [check["name"] for check in document["checks"]] == list(CHECKS)
    assert [check["stage"] for check in document["checks"] if check["error"]][:1] == ([failed] if failed else [])
    for check in document["checks"]:
        assert (check["outcome"] == "failed", check["outcome"] == "not-checked") == (bool(check["error"]), bool(check["reason"]))


def test_verify_as_json_lists_the_attempts(program: Program) -> None:
    document = json.loads(program("verify", "--json", *CASES["wrong-keys"][2](program)).text)
    (error,) = [check["error"] for check in document["checks"] if check["error"]]
    assert [attempt["edk_index"] for attempt in error["attempts"] if attempt["tried"]] == [7, 1]


def test_verify_reads_stdin(program: Program) -> None:
    assert program("verify", "-", *program.aes(), stdin=MULTI).text.startswith("-: passed every stage up to frames")


def test_verify_allows_another_policy(program: Program) -> None:
    name = program.native("js-0378-aes-256-many-f16-p1")
    for policy in ("REQUIRE_ENCRYPT_ALLOW_DECRYPT", "require-encrypt-allow-decrypt", "forbid_encrypt_allow_decrypt"):
        assert program("verify", name, "--commitment-policy", policy).code == 0
    assert program("verify", name, "--commitment-policy", "none").code == 2


@pytest.mark.req("CLI-CFG-004")
def test_verify_keeps_the_limit_of_data_keys(program: Program) -> None:
    assert program("verify", message(program), "--max-encrypted-data-keys", "9").code == 0
    ran = program("verify", message(program), "--max-encrypted-data-keys", "8")
    assert ran.code == 1
    assert "edk-limit-exceeded" in ran.text


@pytest.mark.parametrize(
    "arguments",
    [("-c", "key-00"), ("-c", "a=1", "-c", "a=2"), ("--compat", "net-5"), ("--max-encrypted-data-keys", "0"), ("--aes", "x")],
    ids=["stored-without-key", "pair-twice", "unknown-compat", "no-keys-allowed", "broken-key"],
)
def test_verify_with_arguments_that_do_not_work_is_wrong_usage(program: Program, arguments: tuple[str, ...]) -> None:
    ran = program("verify", message(program), *arguments)
    assert (ran.code, ran.stdout) == (2, b"")


def test_verify_of_several_files_goes_on_after_one_that_cannot_be_read(program: Program) -> None:
    whole, broken = message(program), changed(program)
    ran = program("verify", "--json", whole, "missing", broken)
    assert ran.code == 4
    assert [json.loads(text)["file"] for text in ran.text.replace("}\n{", "}\0{").split("\0")] == [whole, broken]
    assert "missing: No such file or directory" in ran.stderr
    assert program("verify", whole, broken).code == 1
    assert program("verify", whole, whole).code == 0


def test_verify_shows_no_plaintext_and_no_key(program: Program) -> None:
    name = program.native("js-0578-data-key-ascii-f128-p200")
    ran = program("verify", name, "--aes", f"{NAMESPACE},name=k,key=@{program.write('k', b'0123456789abcdef')}")
    assert "0123456789abcdef" not in ran.text
    message, key = base64.b64encode(encrypted(aes())), program.aes()  # which opens it
    secret = base64.b64decode((program.folder / "aes-256.key").read_bytes())
    for options in ((), ("--json",)):
        ran = program("verify", *options, program.write("message.bin", message), *key)
        assert ran.code == 0
        assert not [text for text in ("twenty bytes", secret.hex(), base64.b64encode(secret).decode()) if text in ran.text + ran.stderr]


def test_verify_takes_a_keyring_file(program: Program) -> None:
    node = f"raw_aes: {{namespace: esdkit-vectors, name: aes-256, wrapping_key: {{file: {program.key('aes-256')}}}}}\n"
    ran = program("verify", message(program), "--keyring", program.write("keys.yaml", node.encode()))
    assert (ran.code, ran.text.splitlines()[0]) == (
        0,
        "message.bin: passed every stage up to frames, which is as far as it could be checked",
    )

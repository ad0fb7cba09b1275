"""The official command line typed at esdkit: each flag works as there, or its error says what to write."""

import json
import re
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from esdkit.cli.decrypt import decrypt_command
from esdkit.cli.encrypt import encrypt_command
from esdkit.cli.official import translated
from esdkit.spec import OfficialFlag, OfficialMember, official_flags, official_metadata, official_wrapping_keys
from tests.cli.running import Program

ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234"
REPLICA = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234"
COMMANDS = {"encrypt": encrypt_command, "decrypt": decrypt_command}
ROWS = [*dict.fromkeys(official_flags().values())]


def flags() -> Iterator[tuple[str, OfficialFlag, str]]:
    for verb in COMMANDS:
        for flag, row in official_flags().items():
            yield verb, row, flag


def options_of(verb: str) -> set[str]:
    return {name for parameter in COMMANDS[verb].params for name in parameter.opts}


@pytest.mark.parametrize(("verb", "row", "flag"), [*flags()])
def test_flag_is_ours_or_its_error_says_what_to_write(program: Program, verb: str, row: OfficialFlag, flag: str) -> None:
    if flag in options_of(verb):
        return
    assert row.says is not None
    ran = program(verb, program.write("plain", b"x"), flag, *(["a=b"] if row.takes != "none" else []), *program.aes())
    assert ran.code == 2
    said = " ".join(ran.stderr.split())
    assert f"error: No such option '{flag}'. {row.says}" in said
    assert "Did you mean" not in said


def test_words_of_every_row_are_options_of_its_verbs() -> None:
    for row in ROWS:
        for verb in row.verbs:
            words = [word.rstrip(",") for word in row.ours.split() if word.startswith("-")]
            assert {*words} <= options_of(verb) or row.ours.startswith("decrypt"), row.flags


WHOLE = {
    "-e -i in -w key=abc -c a=b -o out -S": "esdkit encrypt in --kms ARN -o out -c a=b",
    f"-Sd --input=in -oout -w provider=aws-kms key={ARN} key={REPLICA}": f"esdkit decrypt in --kms {ARN} --kms-mrk {REPLICA} -o out",
    f"-d --decrypt -SSv -vS -w key={ARN} -i in": f"esdkit decrypt in --kms {ARN}",
    "decrypt -d -i in": "esdkit decrypt in",
    "--encrypt -c 'a b=c' d=e -i 'my file' -o out -m key=alias/x region=r profile=p": (
        "AWS_PROFILE=p AWS_DEFAULT_REGION=r esdkit encrypt 'my file' --kms alias/x -o out -c 'a b=c' -c d=e"
    ),
    "-d -i in -o out -w discovery=true discovery-account=1 discovery-account=2 discovery-partition=aws -b -vvv": (
        "esdkit decrypt in --kms-discovery --account 1 --account 2 --partition aws -o out --buffer"
    ),
    "--decrypt-unsigned -i '*.x' -o out -w provider=raw key=secret --suffix": (
        "esdkit decrypt --unsigned-only FILE --aes namespace=N,name=M,key=@FILE -o out --suffix ''"
    ),
    "-e -i - -o - --caching capacity=10 max_age=60.0 max_messages_encrypted=5 --interactive -q --overwrite-metadata": (
        "esdkit encrypt - -o - --caching capacity=10,max_age=60.0,max_messages=5 --no-overwrite"
    ),
    "encrypt -i in -o out --max-length 5 --frame-length 8": "esdkit encrypt in -o out --frame-length 8",
    "decrypt -i in -o out --max-length 5 --frame-length 8 -c a": "esdkit decrypt in -o out -c a --max-length 5",
    f"-d -i in -o out -w discovery=False key={ARN} region=r": f"AWS_DEFAULT_REGION=r esdkit decrypt in --kms {ARN} -o out",
    "-d --required-encryption-context-keys a b -w discovery=1 region=r": ("esdkit decrypt --kms-discovery --kms-mrk-discovery r -c a -c b"),
}


@pytest.mark.parametrize("old", [*WHOLE])
def test_whole_command_becomes_ours(old: str) -> None:
    assert translated(shlex.split(old)) == WHOLE[old]


REFUSED = [
    f"-d -i in -w discovery=true key={ARN}",
    "-d -i in -w discovery=maybe",
    "-e -i in -w discovery=true",
    f"-d -i in -w discovery-account=1 key={ARN}",
    "-e -i",
    "-e -i in -c",
    "-e -d -i in",
    "-d --decrypt-unsigned -i in",
    "-e -i in -i in2",
]
"""What the official command refuses too."""


@pytest.mark.parametrize(
    "old", ["", "-i in -o out", "-x -e", "-e in", "-e -S in", "-e --input in more", "inspect -v", "-h", "encrypt -d -i in", *REFUSED]
)
def test_other_commands_do_not(old: str) -> None:
    assert translated(shlex.split(old)) is None


def test_flags_joined_without_end_are_taken_apart(program: Program) -> None:
    ran = program("-" + "S" * 5000 + "d", "-i", "in")
    assert (ran.code, "`esdkit decrypt in`" in ran.stderr) == (2, True)


GIVEN = {"ARN": ARN, "NAME": "my-plug-in", "ID": "111122223333"}


@pytest.mark.parametrize("row", official_wrapping_keys(), ids=lambda row: row.official)
def test_each_member_of_a_wrapping_key_becomes_the_words_of_its_row(row: OfficialMember) -> None:
    members = [f"{name}={GIVEN.get(value, value)}" for name, value in (member.split("=") for member in row.official.split())]
    needs = ["discovery=true"] if row.official.startswith("discovery-") else []
    command = translated(["-d", "-i", "in", "-w", *needs, *members])
    assert command is not None
    word = row.ours.split(" ")[0].rstrip(",")
    assert f" {word}" in f" {command.replace('=', ' ')}"


def test_each_member_of_metadata_is_in_a_line(program: Program) -> None:
    program.write("plain", b"x")
    assert program("encrypt", "plain", *program.aes(), "-o", "message").code == 0
    decrypt = ("decrypt", "message", *program.aes(), "-o", "new", "--metadata-output", "-")
    lines = [json.loads(program(*decrypt, *more).text) for more in ((), ("--no-overwrite",))]
    found = Counter[bool]()
    for row in official_metadata():
        cell = row.official if row.ours == "none" else row.ours
        for member in cell.split(", ") if re.fullmatch(r"[a-z_.[\]]+(, [a-z_.[\]]+)*", cell) else ():  # else it is a sentence
            there = any(has(line, member.replace("[]", ".0").split(".")) for line in lines)
            assert there is (row.ours != "none"), member
            found[there] += 1
    assert min(found.values()) >= 4


def has(value: Any, way: Sequence[str]) -> bool:
    """Whether a line has a member."""
    for name in way:
        if isinstance(value, list):
            value = value[int(name)]
        elif isinstance(value, dict) and name in value:
            value = value[name]
        else:
            return False
    return True


def test_new_command_is_printed_whole(program: Program) -> None:
    ran = program("-e", "-i", "in", "-w", f"key={ARN}", "-c", "a=b", "-o", "a-long-name-of-an-output")
    assert ran.code == 2
    assert "error: No such option '-e'. Write the verb first: esdkit encrypt FILE.\n" in ran.stderr
    assert f"`esdkit encrypt in --kms {ARN} -o a-long-name-of-an-output -c a=b`\n" in ran.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("-c", "a=b", "c=d"), official_flags()["-c"].says),
        (("--caching", "capacity=10", "max_age=60.0"), official_flags()["--caching"].says),
        (("--suffix", "-o", "out"), official_flags()["--suffix"].says),
        (("--suffix",), official_flags()["--suffix"].says),
        (("--caching", "capacity=10 max_age=60.0"), "with commas between them"),
    ],
)
def test_number_of_values_is_explained(program: Program, words: tuple[str, ...], says: str) -> None:
    ran = program("encrypt", program.write("plain", b"x"), *program.aes(), *words)
    assert ran.code == 2
    assert says in " ".join(ran.stderr.split())


@pytest.mark.parametrize(
    "command", [("-e", "-w", "provider=raw", "key={}"), ("-e", "-w", "key={}"), ("-e", "-w", "{}"), ("encrypt", "-w", "key={}", "-S")]
)
def test_no_key_is_repeated(program: Program, command: tuple[str, ...]) -> None:
    key = "00112233445566778899aabbccddeeff"
    ran = program(*(word.format(key) for word in command))
    assert ran.code == 2
    assert key not in ran.stderr
    assert "--kms ARN" in ran.stderr or "key=@FILE" in ran.stderr

"""The official command line typed at esdkit: each flag works as there, or its error says what to write."""

import shlex
from collections.abc import Iterator

import pytest

from esdkit.cli.decrypt import decrypt_command
from esdkit.cli.encrypt import encrypt_command
from esdkit.cli.official import translated
from esdkit.spec import OfficialFlag, official_flags
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
    "-d --decrypt-unsigned -i in": "esdkit decrypt --unsigned-only in",
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
    "-d --required-encryption-context-keys a b -w discovery=1 region=r": ("esdkit decrypt --kms-discovery --kms-mrk-discovery r -c a -c b"),
}


@pytest.mark.parametrize("old", [*WHOLE])
def test_whole_command_becomes_ours(old: str) -> None:
    assert translated(shlex.split(old)) == WHOLE[old]


@pytest.mark.parametrize(
    "old", ["", "-i in -o out", "-x -e", "-e in", "-e -S in", "-e --input in more", "inspect -v", "-h", "-e -d -i in", "encrypt -d -i in"]
)
def test_other_commands_do_not(old: str) -> None:
    assert translated(shlex.split(old)) is None


def test_flags_joined_without_end_are_taken_apart(program: Program) -> None:
    ran = program("-" + "S" * 5000 + "d", "-i", "in")
    assert (ran.code, "`esdkit decrypt in`" in ran.stderr) == (2, True)


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

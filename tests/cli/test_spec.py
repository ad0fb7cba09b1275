"""``esdkit spec``: every row of every table is shown, for people and as JSON; what has no row is wrong usage, with suggestions."""

from __future__ import annotations

import json

import click
import pytest

from esdkit.cli.spec import spec_group
from esdkit.exports import FORMS, export
from esdkit.exports.rows import KINDS
from tests.cli.running import Program
from tests.cli.test_main import modules_of
from tests.conftest import Golden


@pytest.mark.req("EXP-LKP-001")
@pytest.mark.parametrize("name", KINDS)
def test_every_row_is_shown_whole(program: Program, name: str) -> None:
    kind = KINDS[name]
    listed = json.loads(program("spec", kind.plural, "--json").text)
    assert listed == json.loads(json.dumps(kind.rows()))
    for key in list(listed)[:: max(1, len(listed) // 20)]:
        assert json.loads(program("spec", name, key, "--json").text) == listed[key]
        text = " ".join(program("spec", name, key).text.split())
        assert key in text and listed[key][kind.gist] in text


@pytest.mark.req("EXP-LKP-001")
@pytest.mark.parametrize("name", KINDS)
def test_lists_are_in_80_columns(program: Program, name: str) -> None:
    lines = program("spec", KINDS[name].plural).text.splitlines()
    assert len(lines) >= len(KINDS[name].rows()) and max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (("suite", "0x0578"), "0578"),
        (("suite", "aes_128_gcm_iv12_tag16"), "0014"),
        (("requirement", "fmt-hdr-013"), "FMT-HDR-013"),
        (("field", "header.encrypted_data_keys[1].provider_id"), "header.encrypted_data_keys.provider_id"),
    ],
    ids=str,
)
def test_ids_are_found_as_people_write_them(program: Program, words: tuple[str, str], row: str) -> None:
    assert program("spec", *words).text.splitlines()[0] == row


@pytest.mark.req("EXP-LKP-002", kind="negative")
@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("error", "final-to-long"), "Did you mean: final-too-long"),
        (("field", "frame_length"), "Did you mean: header.frame_length"),
        (("suite", "0579"), "Did you mean: 0578?"),
        (("suite", ""), "All: esdkit spec suites"),
        (("decision", "none"), "All: esdkit spec decisions"),
        (("bug", "zzzz"), "All: esdkit spec bugs"),
        (("field", "Sequence number of what"), "All: esdkit spec fields"),
        (("sute", "0578"), "Did you mean suite or suites?"),
    ],
    ids=str,
)
def test_unknown_id_is_wrong_usage_and_near_ones_are_named(program: Program, words: tuple[str, str], meant: str) -> None:
    ran = program("spec", *words)
    assert (ran.code, ran.stdout) == (2, b"") and meant in " ".join(ran.stderr.split())


def test_words_select_rows_and_none_is_code_1(program: Program) -> None:
    assert (
        program("spec", "errors", "final", "missing").text
        == "no-final-frame  The bytes end after a regular frame: the final frame is missing.\n"
    )
    ran = program("spec", "errors", "final", "nonsense")
    assert (ran.code, ran.text) == (1, "no errors have these words\n")


def test_shell_completes_ids() -> None:
    command = spec_group.commands["suite"]
    completed = command.params[0].shell_complete(click.Context(command), "05")
    assert [item.value for item in completed] == ["0578"]


@pytest.mark.parametrize("form", FORMS)
def test_export_goes_to_stdout_or_a_file(program: Program, form: str) -> None:
    text = f"{export(form).rstrip()}\n"
    assert program("spec", "export", form).text == text
    assert program("spec", "export", form, "-o", "out").stdout == b""
    assert (program.folder / "out").read_text(encoding="utf-8") == text


def test_unknown_form_is_wrong_usage(program: Program) -> None:
    ran = program("spec", "export", "asn1")
    assert ran.code == 2 and "'construct'" in ran.stderr


def test_texts_are_as_reviewed(program: Program, golden: Golden) -> None:
    words: list[tuple[str, ...]] = [
        ("suite", "0578"),
        ("field", "header.frame_length"),
        ("error", "final-too-long"),
        ("requirement", "FMT-HDR-013"),
    ]
    words += [("decision", "DEC-G54"), ("bug", "context-long"), ("limit", "frame_length"), ("suites",), ("errors", "final"), ("--help",)]
    words += [("export", "--help"), ("bugs", "--help"), ("field", "frame_length")]
    golden("spec.txt", "\n".join(program("spec", *command).transcript for command in words))


def test_lookup_imports_no_reader() -> None:
    assert not {"construct", "cryptography", "esdkit.message", "esdkit.inspector"} & modules_of("spec", "suite", "0578")

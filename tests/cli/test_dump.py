"""``esdkit dump``: its options, what it says of what is no message, and the exit codes."""

import pytest

from esdkit.inspector import inspect
from tests.cli.running import MULTI, Program
from tests.conftest import Golden
from tests.samples import native_ciphertext

FRAMES = "mpl-0578-multi-ascii-f256-p300"


@pytest.mark.req("CLI-DMP-001")
@pytest.mark.parametrize("options", [(), ("--depth", "1"), ("--depth", "2"), ("--full",)], ids=lambda options: "-".join(options) or "plain")
def test_dump_prints_every_field(program: Program, golden: Golden, options: tuple[str, ...]) -> None:
    ran = program("dump", program.native(FRAMES), *options)
    golden(f"dump{''.join(options)}.txt", ran.transcript)
    assert (ran.code, ran.stderr) == (0, "")


@pytest.mark.req("CLI-DMP-001")
def test_dump_with_full_prints_every_byte(program: Program) -> None:
    lines = program("dump", program.native(FRAMES), "--full").text.splitlines()
    shown: dict[int, str] = {}
    for line in lines:
        digits = line[8:32].strip()
        if line.startswith("0x") and line[7] == " " and digits and all(len(pair) == 2 for pair in digits.split(" ")):
            for place, pair in enumerate(digits.split(" ")):
                shown[int(line[:6], 16) + place] = pair
    data = (program.folder / f"{FRAMES}.bin").read_bytes()
    assert "".join(shown[at] for at in range(len(data))) == data.hex()


@pytest.mark.req("CLI-DMP-002", kind="negative")
@pytest.mark.parametrize(
    ("case", "data"),
    [("cut", MULTI[:400]), ("empty", b""), ("text", b"no message at all"), ("tail", MULTI + b"tail")],
    ids=lambda case: case,
)
def test_dump_of_what_is_no_lawful_message_marks_the_bytes_and_exits_1(program: Program, golden: Golden, case: str, data: bytes) -> None:
    ran = program("dump", "--depth", "2", program.write(f"{case}.bin", data))
    golden(f"dump-{case}.txt", ran.transcript)
    assert (ran.code, ran.stderr) == (1, "")


@pytest.mark.req("CLI-INS-004")
def test_dump_of_stdin_decodes_text_and_says_so(program: Program) -> None:
    ran = program("dump", "-", stdin=MULTI.hex().encode())
    assert (ran.code, "hexadecimal text" in ran.stderr) == (0, True)
    assert ran.text.startswith("-: AWS Encryption SDK message")


@pytest.mark.parametrize(("color", "painted"), [("always", True), ("never", False), ("auto", False)])
def test_dump_is_painted_when_asked(program: Program, color: str, painted: bool) -> None:
    assert ("\x1b[" in program("dump", program.native(FRAMES), "--color", color).text) is painted


@pytest.mark.req("CLI-HTM-001")
def test_dump_html_writes_one_page(program: Program) -> None:
    ran = program("dump", program.native(FRAMES), "--html", "page.html")
    assert (ran.code, ran.text, ran.stderr) == (0, "", "")
    page = (program.folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page == inspect(native_ciphertext(FRAMES)).to_html(f"{FRAMES}.bin")
    assert program("dump", program.write("cut.bin", MULTI[:400]), "--html", "-").code == 1


@pytest.mark.parametrize(
    "options", [("--html", "x", "--asm"), ("--html", "x", "--full"), ("--html", "x", "--depth", "1"), ("--asm", "--full")], ids=" ".join
)
def test_dump_in_two_forms_is_wrong_usage(program: Program, options: tuple[str, ...]) -> None:
    ran = program("dump", *options, program.native(FRAMES))
    assert (ran.code, ran.stdout) == (2, b"")
    assert not (program.folder / "x").exists()


def test_dump_html_that_cannot_be_written_leaves_nothing(program: Program) -> None:
    ran = program("dump", program.native(FRAMES), "--html", "no/folder/page.html")
    assert (ran.code, "no/folder/page.html" in ran.stderr) == (4, True)


@pytest.mark.req("FMT-TXT-001")
def test_dump_asm_goes_back_to_bytes(program: Program) -> None:
    text = program("dump", "--asm", program.write("cut.bin", MULTI[:400]))
    assert text.code == 0
    program.write("cut.txt", text.stdout)
    assert program("assemble", "cut.txt").stdout == MULTI[:400]


def test_dump_of_a_missing_file_exits_4(program: Program) -> None:
    assert program("dump", "missing").code == 4
    assert program("dump").code == 2
    assert program("dump", "x", "--depth", "0").code == 2

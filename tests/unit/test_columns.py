"""Text for people: what is safe to print, how it is folded, and that nothing which people copy is ever broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.columns import Columns, Piece, capped, fold, is_name, printable, quoted, width

ALIAS = f"arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/{'a' * 250}"
MARKED = Columns(lambda text, role: text if role == "plain" else f"<{role}>{text}</{role}>")


@pytest.mark.req("CLI-INS-006")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("ключ-𐍈", "ключ-𐍈"),
        ("a\nb\r\x1b[31m\x00", "a\\nb\\r\\x1b[31m\\x00"),
        ("\u202eevil", "\\u202eevil"),
        ("\udcff", "\\udcff"),
        ("\u200b\ufeff", "\\u200b\\ufeff"),
    ],
    ids=["ascii", "unicode", "controls", "direction", "surrogate", "invisible"],
)
def test_printable_escapes_what_is_not(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("語", 2), ("e\u0301", 1), ("Ａ", 2), ("", 0)])
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.characters(codec="utf-8").filter(str.isprintable), max_size=200), st.integers(10, 80), st.integers(0, 9))
def test_folded_text_loses_nothing_but_space_and_only_one_word_makes_a_line_longer(text: str, columns: int, taken: int) -> None:
    text = text.replace("`", "")
    lines = fold(text, columns, taken=taken)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert [word for line in lines for word in line.split(" ") if word] == [word for word in text.split(" ") if word]
    for number, line in enumerate(lines):
        assert width(line) + taken * (number == 0) <= columns or " " not in line.strip(" ")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("  a  space  ", ["  a  space"]),
        ("語語語語語 語語語語語  ab", ["語語語語語", "語語語語語", "ab"]),
        ("a b" + "c" * 20 + " d", ["a", "b" + "c" * 20, "d"]),
        ("run `esdkit rekey` now", ["run", "`esdkit rekey`", "now"]),
        ("one ` alone is no command", ["one ` alone", "is no", "command"]),
        ("a\nb", ["a\\nb"]),
    ],
    ids=["empty", "spaces", "wide", "long-word", "command", "backtick", "escape"],
)
def test_text_is_folded_at_spaces_alone(text: str, lines: list[str]) -> None:
    assert fold(text, 12) == lines


def test_text_of_many_lines_says_what_is_left_out() -> None:
    for out, remedy in ((Columns(width=9), "; --json has all"), (Columns(width=9, remedy="--full shows all"), "; --full shows all")):
        assert [*out.lines("word " * 10, most=2)] == ["word word", "word word", f"… 27 more characters{remedy}"]
    assert [*Columns(width=9, remedy="").lines("word " * 6, " ", most=1)] == [" word", " … 20 more characters"]
    assert [*Columns(width=9).lines("word word", most=1)] == ["word word"]


@pytest.mark.parametrize("name", [ALIAS, "x" * 512])
def test_name_is_whole_wherever_it_is_printed(name: str) -> None:
    out = Columns(width=40)
    for lines in (
        fold(f"the key {name} is not yours", 40),
        out.lines(name, "  given 1: "),
        out.labelled("label", f"key {name}"),
        out.bullets("label", [f"see {name}"]),
        out.table([["a", "b"], [name, "1"]]),
        out.whole(f"{name}: fine"),
        [capped(name), quoted(name.encode())],
    ):
        assert any(name in line for line in lines)


def test_text_that_is_longer_than_any_name_is_cut_and_says_so() -> None:
    assert capped("x" * 513) == f"{'x' * 512}… (513 characters)"
    assert fold("x" * 60_000, 80) == [f"{'x' * 512}… (60000 characters)"]
    assert quoted(b"word " * 100) == f'"{"word " * 12}…"'
    assert not is_name(b"x" * 513)
    assert quoted(b"\xff") == "0xff (not UTF-8)"
    assert quoted(b"\xff" * 61) == f"0x{'ff' * 60}… (61 bytes, not UTF-8)"


def test_line_hangs_below_its_text_or_where_it_is_told_to() -> None:
    out = Columns(width=16)
    assert [*out.lines("aaaa bbbb cccc", "  [0] ")] == ["  [0] aaaa bbbb", "      cccc"]
    assert [*out.lines("aaaa bbbb cccc", "error: ", hanging=2)] == ["error: aaaa bbbb", "  cccc"]
    assert [*out.labelled("label", "one", "two", bullet="- ")] == ["label           - one", "                - two"]
    assert [*out.labelled("a label that is long", "one")] == ["a label that is long  one"]
    assert [*out.labelled("label", "")] == []


def test_pieces_of_a_line_have_their_roles() -> None:
    assert [*MARKED.lines("text", [("  ", "plain"), ("bad", "label"), (": ", "plain")], "dim")] == ["  <label>bad</label>: <dim>text</dim>"]
    assert [*MARKED.whole("title", role="title")] == ["<title>title</title>"]


def test_table_is_aligned_by_what_is_seen() -> None:
    rows: list[list[str | Piece]] = [[("set", "title"), ("passed", "title")], ["語", ("1", "good")], ["ab\n", "-"]]
    assert [*Columns().table(rows, right=[1])] == ["set   passed", "語         1", "ab\\n       -"]
    assert [*MARKED.table(rows, right=[1])][1] == "語         <good>1</good>"
    assert [*Columns().table([["a", "b"], ["long", ""]])] == ["a     b", "long"]

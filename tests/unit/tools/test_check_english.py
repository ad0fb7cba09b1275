"""``tools/check_english.py``: each phrase is found where it is wrong, across lines too, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.check_english import PHRASES, find, main

WRONG = [
    "The file is no message.",
    "Two of them are no messages.",
    "The key stands twice.",
    "what stood there",
    "nothing behind it",
    "in another form than this",
    "bytes of another than the writer",
    "Write it anew.",
    "Bytes of the caller are zeroed.",
    "It is the caller's buffer.",
    "It has not the length of a key.",
    "Expected are 16 bytes.",
    "It cannot be had here.",
    "the keys at hand",
    "The least that counts.",
    "Open so many levels.",
    "1 the answer is no",
    "For who wants to change it",
    "Data to stdout, talk to stderr.",
    "raw RSA, as its length shows",
]
RIGHT = [
    "There is no message, and there are no keys.",
    "It is no longer read.",
    "It is no more than a note.",
    "ESDK stands for Encryption SDK.",
    "A fake stands in for KMS.",
    "a stand-alone file, an understanding",
    "Nothing is left behind.",
    "a server behind a proxy",
    "vectors/native/ciphertexts/accept-behind-kms.bin",
    "any error other than this",
    "The caller chooses.",
    "It has not been read.",
    "expected 16 bytes",
    "so many that they do not fit",
    "for those who want it",
]


@pytest.mark.parametrize("text", WRONG)
def test_wrong_phrase_is_found(text: str) -> None:
    assert [line for line, _, _ in find(text)] == [1]


@pytest.mark.parametrize("text", RIGHT)
def test_plain_english_is_left_alone(text: str) -> None:
    assert list(find(text)) == []


def test_every_phrase_has_a_wrong_text() -> None:
    assert {better for text in WRONG for _, _, better in find(text)} == set(PHRASES.values())


@pytest.mark.parametrize("text", ["\n# It is\n# no message.", '\n"""It is\n    no message."""', "\n> It is\n> no message."], ids=repr)
def test_phrase_across_lines_is_found_at_its_first_line(text: str) -> None:
    assert [(line, found) for line, found, _ in find(text)] == [(2, "is no")]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("README.md", "docs/howto/a.md", "spec/requirements/a.yaml", "src/esdkit/a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Fine.\nIt stands here.\n", encoding="utf-8")
    (tmp_path / "src" / "a.bin").write_bytes(b"\xff stands")
    return tmp_path


def test_main_reads_all_texts_of_the_tree(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tree)]) == 1
    places = [line.rpartition(": write ")[0] for line in capsys.readouterr().err.splitlines()]
    assert places == [f"{name}:2: 'stands'" for name in ("README.md", "docs/howto/a.md", "spec/requirements/a.yaml", "src/esdkit/a.py")]


def test_main_reads_the_files_that_are_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tree), "README.md"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_main_without_a_phrase_returns_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("Fine.\n", encoding="utf-8")
    assert main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("english: fine\n", "")

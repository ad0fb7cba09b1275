"""The order of a walk, and what it does not enter."""

from pathlib import Path

import pytest

from esdkit.input.folders import make_folder, names_below


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/2", "b/1", "a/c/3", "z", ".git/config", "m"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "file").symlink_to("z")
    return tmp_path


def test_folders_come_before_those_below_them_and_all_sorted(tree: Path) -> None:
    found = [(str(place.relative_to(tree)), names) for place, names in names_below(tree)]
    assert found == [(".", ["file", "loop", "m", "z"]), (".git", ["config"]), ("a", []), ("a/c", ["3"]), ("b", ["1", "2"])]


def test_hidden_folders_are_left_out_when_told(tree: Path) -> None:
    assert ".git" not in [place.name for place, _ in names_below(tree, hidden=False)]


def test_link_to_a_folder_can_be_the_beginning(tree: Path) -> None:
    (tree / "to-b").symlink_to("b")
    assert list(names_below(tree / "to-b")) == [(tree / "to-b", ["1", "2"])]


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        next(names_below(tmp_path / "none"))
    assert caught.value.filename == str(tmp_path / "none")


def test_folder_is_made_with_those_above_it_and_may_be_there(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "a" / "b" / "c")
    assert [place.name for place, _ in names_below(tmp_path)][1:] == ["a", "b", "c"]


def test_folder_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "file" / "sub")

"""Reading vector sets from folders and zips: nothing outside of the folder, nothing beyond the limits, no foreign error."""

import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code, VectorError
from esdkit.spec import LIMITS
from esdkit.vectors import files
from esdkit.vectors.files import Archive, DiskFolder, SetFiles, ZipFolder, json_files, relative_name
from tests.each import each
from tests.unit.vectors.making import MadeSet

LEAVING = [
    "file://../secret",
    "file://a/../../secret",
    "file://a/..",
    "file://..",
    "file:///etc/passwd",
    "file://~/secret",
    "file://C:/secret",
    "file://c:secret",
    "file://..\\secret",
    "file://a\\b",
    "file://%2e%2e/secret",
    "file://%2E./secret",
    "file://%252e%252e/secret",
    "file://%2fetc/passwd",
    "file://a%5c..%5cb",
    "file://a%2f..%2f..%2fb",
    "file://a\x00b",
    "file://a%00b",
    "http://example.com/c.bin",
    "FILE://c.bin",
    "/etc/passwd",
    "../secret",
]


@each("uri", LEAVING)
@pytest.mark.req("TVM-COM-006", kind="negative")
def test_relative_name_leaving_the_folder_is_refused(uri: str) -> None:
    with pytest.raises(VectorError) as caught:
        relative_name(uri, path="tests.t.ciphertext")
    assert caught.value.code is Code.URI_OUTSIDE_FOLDER
    assert caught.value.path == "tests.t.ciphertext"


@pytest.mark.parametrize("uri", ["", "c.bin", "file:c.bin", "file://", "file://.", "file://" + "a" * 2000])
@pytest.mark.req("TVM-COM-005", kind="negative")
def test_relative_name_of_no_file_uri_is_refused(uri: str) -> None:
    with pytest.raises(VectorError) as caught:
        relative_name(uri)
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("file://c.bin", "c.bin"),
        ("file://a/b/c", "a/b/c"),
        ("file://./a//b", "a/b"),
        ("file://a..b", "a..b"),
        ("file://100%", "100%"),
        ("file://a b?c#d", "a b?c#d"),
    ],
)
@pytest.mark.req("TVM-COM-005")
def test_relative_name_is_what_stands_behind_the_scheme(uri: str, name: str) -> None:
    assert relative_name(uri) == name


@pytest.mark.req("TVM-COM-006", kind="negative")
@given(st.text(alphabet="./\\%25eE~:aC\x00 ", max_size=20))
def test_relative_name_given_any_text_stays_inside_or_refuses(text: str) -> None:
    try:
        name = relative_name(f"file://{text}")
    except VectorError:
        return
    assert os.path.normpath(f"/root/folder/{name}").startswith("/root/folder/")


@pytest.mark.req("TVM-COM-007")
def test_set_files_reads_a_file_once(made: MadeSet) -> None:
    made.write("a/b", b"content")
    reader = SetFiles(DiskFolder(made.root))
    assert reader.read("file://a/b") == b"content"
    made.write("a/b", b"changed")
    assert reader.read("file://a/b") == b"content"


@pytest.mark.req("TVM-COM-007", kind="negative")
def test_set_files_of_a_missing_file_says_where_it_is_named(made: MadeSet) -> None:
    with pytest.raises(VectorError) as caught:
        SetFiles(DiskFolder(made.root)).read("file://none", path="tests.t.ciphertext")
    assert (caught.value.code, caught.value.path) == (Code.VECTOR_FILE_MISSING, "tests.t.ciphertext")


def test_set_files_beyond_the_limit_is_refused(made: MadeSet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMITS", {**LIMITS, "vector_set_size": 10})
    made.write("a", b"123456")
    made.write("b", b"1234")
    made.write("c", b"1")
    reader = SetFiles(DiskFolder(made.root))
    reader.read("file://a")
    reader.read("file://b")
    with pytest.raises(VectorError) as caught:
        reader.read("file://c")
    assert caught.value.code is Code.ARCHIVE_TOO_LARGE


@pytest.mark.req("TVM-COM-006", kind="negative")
def test_disk_folder_link_out_of_the_folder_is_refused(made: MadeSet, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (made.root / "link").symlink_to(tmp_path / "secret")
    (made.root / "up").symlink_to(tmp_path)
    for name in ("link", "up/secret"):
        with pytest.raises(VectorError) as caught:
            DiskFolder(made.root).read(name, 100)
        assert caught.value.code is Code.URI_OUTSIDE_FOLDER


@pytest.mark.req("TVM-COM-006")
def test_disk_folder_link_inside_of_the_folder_is_followed(made: MadeSet) -> None:
    made.write("a", b"content")
    (made.root / "link").symlink_to(made.root / "a")
    assert DiskFolder(made.root).read("link", 100) == b"content"


@pytest.mark.req("TVM-COM-006", kind="negative")
def test_disk_folder_loop_of_links_is_missing(made: MadeSet) -> None:
    (made.root / "a").symlink_to(made.root / "b")
    (made.root / "b").symlink_to(made.root / "a")
    with pytest.raises(VectorError) as caught:
        DiskFolder(made.root).read("a", 100)
    assert caught.value.code is Code.VECTOR_FILE_MISSING


@pytest.mark.req("TVM-COM-005", "TVM-COM-007", kind="negative")
@pytest.mark.parametrize("name", ["folder", "pipe", "none", "a/none", "file/none", "n" * 300, "\ud800"])
def test_disk_folder_no_regular_file_is_missing(made: MadeSet, name: str) -> None:
    (made.root / "folder").mkdir()
    made.write("file", b"")
    os.mkfifo(made.root / "pipe")
    with pytest.raises(VectorError) as caught:
        DiskFolder(made.root).read(name, 100)
    assert caught.value.code is Code.VECTOR_FILE_MISSING


def test_json_files_of_a_folder_are_found_below_and_sorted(made: MadeSet) -> None:
    for name in ("z.json", "b/a.JSON", "b/b.json", "a/x.json", "a/x.txt", ".hidden/a.json"):
        made.write(name, "{}")
    with json_files(made.root) as found:
        names = [(file.folder.name, file.name, file.explicit) for file in found]
    assert names == [("made", "z.json", False), ("a", "x.json", False), ("b", "a.JSON", False), ("b", "b.json", False)]


@pytest.mark.req("TVM-COM-006", kind="negative")
def test_json_files_of_a_folder_pass_over_links_out_of_it(made: MadeSet, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("{}")
    (made.root / "link.json").symlink_to(tmp_path / "out.json")
    with json_files(made.root) as found:
        assert list(found) == []


def test_json_files_of_one_file_is_that_file_whatever_its_name(made: MadeSet) -> None:
    path = made.write("manifest.txt", "{}")
    with json_files(path) as found:
        assert [(file.folder.name, file.name, file.explicit, file.location) for file in found] == [
            ("made", "manifest.txt", True, str(path))
        ]


def test_json_files_of_a_link_is_the_file_that_it_leads_to(made: MadeSet, tmp_path: Path) -> None:
    made.write("manifest.json", "{}")
    (tmp_path / "link").symlink_to(made.root / "manifest.json")
    with json_files(tmp_path / "link") as found:
        assert [file.folder.read(file.name, 100) for file in found] == [b"{}"]


@pytest.mark.parametrize("name", ["none", "n" * 5000, "pipe"], ids=["absent", "too-long", "pipe"])
def test_json_files_of_nothing_readable_is_refused(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(VectorError) as caught, json_files(tmp_path / name):
        pass
    assert caught.value.code is Code.VECTOR_FILE_MISSING


def zipped(path: Path, entries: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


@pytest.mark.req("TVM-COM-008")
def test_json_files_of_a_zip_stand_in_their_folders(tmp_path: Path) -> None:
    path = zipped(tmp_path / "sets.zip", {"m.json": b"{}", "one/m.json": b"[]", "one/c": b"c", "two/x/m.json": b"1"})
    with json_files(path) as found:
        read = [(file.folder.name, file.name, file.folder.read(file.name, 100)) for file in found]
    assert read == [("sets", "m.json", b"{}"), ("one", "m.json", b"[]"), ("x", "m.json", b"1")]


@pytest.mark.req("TVM-COM-008", kind="negative")
def test_json_files_of_a_zip_that_was_cut_is_no_sound_zip(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"m.json": b"{}"})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(VectorError) as caught, json_files(path):
        pass
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-COM-006", "TVM-COM-007", kind="negative")
def test_zip_folder_reads_only_below_its_prefix(tmp_path: Path) -> None:
    archive = Archive(zipped(tmp_path / "sets.zip", {"one/c": b"1", "two/c": b"2"}))
    assert ZipFolder(archive, "one/").read("c", 100) == b"1"
    with pytest.raises(VectorError) as caught:
        ZipFolder(archive, "one/").read("two/c", 100)
    assert caught.value.code is Code.VECTOR_FILE_MISSING
    archive.close()


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "a\\b", "C:a", "a/%2e%2e/b"])
@pytest.mark.req("TVM-COM-006", kind="negative")
def test_archive_with_an_entry_that_leaves_is_refused_or_harmless(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", {name: b""})
    if "%" in name:  # in a zip nothing decodes it: it is a folder of this name
        assert Archive(path).names() == (name,)
        return
    with pytest.raises(VectorError) as caught:
        Archive(path)
    assert caught.value.code is Code.URI_OUTSIDE_FOLDER


@pytest.mark.req("TVM-COM-006", kind="negative")
def test_archive_with_a_link_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(VectorError) as caught:
        Archive(tmp_path / "a.zip")
    assert caught.value.code is Code.URI_OUTSIDE_FOLDER


def _ratio(path: Path) -> Path:
    return zipped(path, {"bomb": bytes(1 << 20)})


def _size(path: Path) -> Path:
    return zipped(path, {"a": os.urandom(600), "b": os.urandom(600)}, compression=zipfile.ZIP_STORED)


def _count(path: Path) -> Path:
    return zipped(path, {str(number): b"" for number in range(11)})


def _depth(path: Path) -> Path:
    return zipped(path, {"a/" * 20 + "b": b""})


@pytest.mark.parametrize("bomb", [_ratio, _size, _count, _depth])
@pytest.mark.req("TVM-COM-008", kind="negative")
def test_archive_beyond_a_limit_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bomb: Callable[[Path], Path]
) -> None:
    monkeypatch.setattr(files, "LIMITS", {**LIMITS, "vector_set_size": 1000 if bomb is _size else 1 << 30, "vector_archive_entries": 10})
    with pytest.raises(VectorError) as caught:
        Archive(bomb(tmp_path / "bomb.zip"))
    assert caught.value.code is Code.ARCHIVE_TOO_LARGE


@pytest.mark.req("TVM-COM-008", kind="negative")
def test_archive_whose_entry_is_longer_than_declared_is_damaged(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"x" * 400}, compression=zipfile.ZIP_STORED)
    content = path.read_bytes()
    assert content.count((400).to_bytes(4, "little")) == 4  # compressed and real size, in the entry and in the table of contents
    path.write_bytes(content.replace((400).to_bytes(4, "little") * 2, (400).to_bytes(4, "little") + (10).to_bytes(4, "little")))
    archive = Archive(path)
    with pytest.raises(VectorError) as caught:
        archive.read("a", 1000)
    assert caught.value.code is Code.MANIFEST_INVALID
    archive.close()


@pytest.mark.req("TVM-COM-008", kind="negative")
def test_archive_with_one_name_twice_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", b"1")
        archive.writestr("./a", b"2")
    with pytest.raises(VectorError) as caught:
        Archive(tmp_path / "a.zip")
    assert caught.value.code is Code.MANIFEST_INVALID


@pytest.mark.req("TVM-COM-008", kind="negative")
def test_archive_packed_unusually_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VectorError) as caught:
        Archive(zipped(tmp_path / "a.zip", {"a": b"1"}, compression=zipfile.ZIP_BZIP2))
    assert caught.value.code is Code.MANIFEST_INVALID


@given(st.data())
def test_archive_given_damage_reads_or_refuses(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = zipped(tmp_path_factory.mktemp("zip") / "a.zip", {"a.json": b'{"a": 1}' * 20, "b/c": b"content"})
    content = bytearray(path.read_bytes())
    for position in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[position] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        archive = Archive(path)
    except VectorError:
        return
    try:
        for name in archive.names():
            archive.read(name, 1 << 20)
    except VectorError:
        pass
    finally:
        archive.close()

"""Fetching from a server on this machine: whole and verified, or not at all; a second run goes on where the first stopped."""

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest

from esdkit.errors import Code, VectorError
from esdkit.spec import LIMITS
from esdkit.vectors import fetch as fetching
from esdkit.vectors.fetch import blob_id, fetch, tree_id
from esdkit.vectors.published import PublishedSet
from esdkit.vectors.runner import run
from tests.unit.vectors.making import MadeSet, case, decrypt_manifest

REPOSITORY, COMMIT = "owner/repository", "c" * 40


def git_blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@dataclass
class Server:
    """Serves files by path, with ranges, and misbehaves on demand."""

    files: dict[str, bytes] = field(default_factory=dict)
    stop_after: int | None = None
    status: int | None = None
    ranges: bool = True
    announce: bool = True
    requests: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""

    def put(self, path: str, content: bytes) -> None:
        self.files[f"/{REPOSITORY}/{COMMIT}/{path}"] = content


class Handler(BaseHTTPRequestHandler):
    made: Server

    def do_GET(self) -> None:
        wanted = self.headers["Range"]
        self.made.requests.append((self.path, wanted))
        content = self.made.files.get(self.path)
        if self.made.status is not None or content is None:
            self.send_error(self.made.status or 404)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.made.ranges else 0
        if start >= len(content) and start:
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if self.made.announce:
            self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start:][: self.made.stop_after])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    handler = type("MadeHandler", (Handler,), {"made": made})
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    made.url = f"http://127.0.0.1:{http.server_port}"
    yield made
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def published(kind: Literal["zip", "file", "folder"], path: str, git_id: str, files: tuple[str, ...] = ()) -> PublishedSet:
    return PublishedSet("made", REPOSITORY, COMMIT, path, kind, git_id, "", "", "", files=files)


def zipped(made: MadeSet) -> bytes:
    made.fill()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(made.root.iterdir()):
            archive.write(path, f"inner/{path.name}")
    return packed.getvalue()


def failure(entry: PublishedSet, to: Path, url: str) -> VectorError:
    with pytest.raises(VectorError) as caught:
        fetch(entry, to, base_url=url)
    assert not (to / "made").exists()
    return caught.value


def only(to: Path, *names: str) -> bool:
    return sorted(path.name for path in to.iterdir()) == sorted(names)


def test_fetch_of_a_zip_unpacks_it_and_leaves_nothing_else(server: Server, made: MadeSet, tmp_path: Path) -> None:
    content = zipped(made)
    server.put("sets/a set.zip".replace(" ", "%20"), content)
    came: list[int] = []
    to = tmp_path / "deep" / "sets"
    place = fetch(published("zip", "sets/a set.zip", git_blob(content)), to, base_url=server.url + "/", on_progress=came.append)
    assert place == to / "made"
    assert sum(came) == len(content)
    assert only(to, "made")
    assert [result.outcome for result in run([place]).results] == ["passed"]


def test_fetch_of_a_file_puts_it_into_the_sets_folder(server: Server, tmp_path: Path) -> None:
    server.put("a/vectors.json", b"{}")
    place = fetch(published("file", "a/vectors.json", git_blob(b"{}")), tmp_path, base_url=server.url)
    assert (place / "vectors.json").read_bytes() == b"{}"
    assert only(tmp_path, "made")


def put_folder(server: Server, made: MadeSet) -> str:
    """A folder on the server; its tree id."""
    made.write("texts/p", b"p")
    made.write("manifest.json", decrypt_manifest(2, case(2, ciphertext="file://c/c.bin", description="file://texts/p")))
    made.write("keys.json", b"{}")
    made.write("c/c.bin", b"c")
    made.write("p.bin", b"plain")
    for path in made.root.rglob("*"):
        if path.is_file():
            server.put(f"from/here/{path.relative_to(made.root).as_posix()}", path.read_bytes())
    return tree_id(made.root)


def test_fetch_of_a_folder_brings_what_its_manifests_name(server: Server, made: MadeSet, tmp_path: Path) -> None:
    entry = published("folder", "from/here", put_folder(server, made), ("manifest.json", "keys.json"))
    place = fetch(entry, tmp_path / "to", base_url=server.url)
    names = [path.relative_to(place).as_posix() for path in sorted(place.rglob("*")) if path.is_file()]
    assert names == ["c/c.bin", "keys.json", "manifest.json", "p.bin", "texts/p"]
    assert only(tmp_path / "to", "made")


def test_fetch_of_a_folder_goes_on_behind_the_files_that_it_has(server: Server, made: MadeSet, tmp_path: Path) -> None:
    entry = published("folder", "from/here", put_folder(server, made), ("manifest.json", "keys.json"))
    last = server.files.pop(f"/{REPOSITORY}/{COMMIT}/from/here/texts/p")
    assert failure(entry, tmp_path / "to", server.url).code is Code.FETCH_FAILED
    server.requests.clear()
    server.put("from/here/texts/p", last)
    fetch(entry, tmp_path / "to", base_url=server.url)
    assert [path.rpartition("/")[2] for path, _ in server.requests] == ["p"]


def test_fetch_of_a_folder_with_a_changed_file_throws_it_away(server: Server, made: MadeSet, tmp_path: Path) -> None:
    entry = published("folder", "from/here", put_folder(server, made), ("manifest.json", "keys.json"))
    server.put("from/here/c/c.bin", b"C")
    assert failure(entry, tmp_path / "to", server.url).code is Code.FETCH_FAILED
    assert only(tmp_path / "to")


@pytest.mark.parametrize("manifest", [b"<html>", json.dumps(decrypt_manifest(2, case(2, ciphertext="file://../../out"))).encode()])
def test_fetch_of_a_folder_whose_manifest_is_wrong_throws_it_away(server: Server, tmp_path: Path, manifest: bytes) -> None:
    server.put("from/manifest.json", manifest)
    entry = published("folder", "from", "0" * 40, ("manifest.json",))
    assert failure(entry, tmp_path / "to", server.url).code is Code.FETCH_FAILED
    assert only(tmp_path / "to")


@pytest.mark.parametrize("ranges", [True, False], ids=["ranges", "no-ranges"])
def test_fetch_that_broke_off_goes_on_where_it_stopped(server: Server, made: MadeSet, tmp_path: Path, ranges: bool) -> None:
    content = zipped(made)
    entry = published("zip", "a.zip", git_blob(content))
    server.put("a.zip", content)
    server.stop_after = 100
    assert failure(entry, tmp_path / "to", server.url).code is Code.FETCH_FAILED
    server.stop_after, server.ranges = None, ranges
    came: list[int] = []
    fetch(entry, tmp_path / "to", base_url=server.url, on_progress=came.append)
    assert [wanted for _, wanted in server.requests] == [None, "bytes=100-"]
    assert sum(came) == len(content) - (100 if ranges else 0)
    assert only(tmp_path / "to", "made")


def test_fetch_that_had_everything_but_the_end_uses_what_it_has(server: Server, made: MadeSet, tmp_path: Path) -> None:
    content = zipped(made)
    server.put("a.zip", content)
    part = tmp_path / "to" / ".made.partial" / "a.zip.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(content)
    fetch(published("zip", "a.zip", git_blob(content)), tmp_path / "to", base_url=server.url)
    assert [wanted for _, wanted in server.requests] == [f"bytes={len(content)}-"]
    assert only(tmp_path / "to", "made")


def test_fetch_with_another_git_id_throws_it_away_and_starts_anew(server: Server, made: MadeSet, tmp_path: Path) -> None:
    content = zipped(made)
    entry = published("zip", "a.zip", git_blob(content))
    server.put("a.zip", content[:-1] + b"!")
    assert failure(entry, tmp_path / "to", server.url).code is Code.FETCH_FAILED
    assert only(tmp_path / "to")
    server.put("a.zip", content)
    fetch(entry, tmp_path / "to", base_url=server.url)
    assert [wanted for _, wanted in server.requests] == [None, None]


@pytest.mark.parametrize("status", [404, 403, 500, 503, 416])
def test_fetch_from_a_server_in_trouble_fails(server: Server, tmp_path: Path, status: int) -> None:
    server.status = status
    error = failure(published("zip", "a.zip", "0" * 40), tmp_path / "to", server.url)
    assert error.code is Code.FETCH_FAILED
    assert str(status) in error.message
    assert error.hint


def test_fetch_without_an_announced_length_relies_on_the_git_id(server: Server, made: MadeSet, tmp_path: Path) -> None:
    content = zipped(made)
    server.put("a.zip", content)
    server.announce = False
    assert fetch(published("zip", "a.zip", git_blob(content)), tmp_path / "to", base_url=server.url).is_dir()


def test_fetch_of_an_endless_file_stops(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LIMITS", {**LIMITS, "vector_set_size": 1000})
    server.put("a.zip", bytes(1001))
    assert failure(published("zip", "a.zip", "0" * 40), tmp_path / "to", server.url).code is Code.ARCHIVE_TOO_LARGE


def test_fetch_of_a_zip_that_is_none_fails(server: Server, tmp_path: Path) -> None:
    server.put("a.zip", b"no zip")
    assert failure(published("zip", "a.zip", git_blob(b"no zip")), tmp_path / "to", server.url).code is Code.MANIFEST_INVALID


def test_fetch_of_a_zip_that_leaves_its_folder_writes_nothing(server: Server, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../out", b"")
    server.put("a.zip", packed.getvalue())
    error = failure(published("zip", "a.zip", git_blob(packed.getvalue())), tmp_path / "to", server.url)
    assert error.code is Code.URI_OUTSIDE_FOLDER
    assert not list(tmp_path.rglob("out"))


def test_fetch_of_a_set_that_is_there_asks_nobody(server: Server, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    assert fetch(published("zip", "a.zip", "0" * 40), tmp_path, base_url=server.url) == tmp_path / "made"
    assert server.requests == []


@pytest.mark.parametrize("url", ["file:///etc", "ftp://127.0.0.1", "", "http://", "http://127.0.0.1:1", "http://[", "http://a b"])
def test_fetch_from_an_address_that_cannot_be_fails(tmp_path: Path, url: str) -> None:
    assert failure(published("file", "passwd", "0" * 40), tmp_path / "to", url).code is Code.FETCH_FAILED


def test_fetch_into_a_place_that_cannot_be_fails(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    server.put("a", b"")
    with pytest.raises(VectorError) as caught:
        fetch(published("file", "a", git_blob(b"")), tmp_path / "file", base_url=server.url)
    assert caught.value.code is Code.FETCH_FAILED


@pytest.mark.parametrize("make", [lambda path: path.write_bytes(b"mine"), lambda path: path.symlink_to("nowhere")], ids=["file", "link"])
def test_fetch_leaves_what_has_the_name_of_the_set(server: Server, tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "made")
    before = (tmp_path / "made").lstat()
    with pytest.raises(VectorError) as caught:
        fetch(published("file", "a", git_blob(b"")), tmp_path, base_url=server.url)
    assert caught.value.code is Code.FETCH_FAILED
    assert "exists and is not a folder" in caught.value.message
    assert (tmp_path / "made").lstat() == before
    assert server.requests == []


def test_git_ids_are_those_of_git(made: MadeSet) -> None:
    # git init; printf hello > a.txt; mkdir a; printf x > a/b; printf '' > a-b; git add .; git write-tree
    assert blob_id(made.write("a.txt", b"hello")) == "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0"
    made.write("a/b", b"x")
    made.write("a-b", b"")
    assert tree_id(made.root) == "c438241a51dcb71ee7fcf6f7359fe5ecfa230273"

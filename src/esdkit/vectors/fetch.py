"""Fetches a published vector set: downloads it from a named commit, verifies its Git id, puts it in place whole.

Strategy: everything happens in a hidden folder beside the destination. A download that breaks off leaves its beginning there and the next
run asks for the rest; what turns out to be wrong is deleted. The set appears under its name by one rename, after its Git id was found
right: the blob's id of a file or zip, the tree's id of a folder, whose files are those that its manifests name.
Invariants: a folder that has the set's name is a whole and verified set; nothing but http and https is opened; nothing is written outside
the destination, and nothing that is there is replaced. This is not the way of other outputs of the command line, which write one file and
leave nothing of a run that broke off: here the output is a folder, public data, and what has come is kept for the next run.

Not here: which sets there are (``published``).
"""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from esdkit.errors import Code, VectorError
from esdkit.input.folders import make_folder, names_below
from esdkit.spec import LIMITS, error_codes
from esdkit.vectors.files import Archive, relative_name
from esdkit.vectors.manifests.node import file_uris, parse_json
from esdkit.vectors.published import PublishedSet

__all__ = ["blob_id", "fetch", "tree_id"]

_CHUNK = 1 << 16
_TIMEOUT = 30.0
"""Seconds without a byte."""

Progress = Callable[[int], None]
"""Called with the number of bytes that came."""


def fetch(published: PublishedSet, to: Path, *, base_url: str, on_progress: Progress = lambda count: None) -> Path:
    """Fetch one set. A set that is there already is left as it is.

    Args:
        published: which one.
        to: the folder that holds the sets; it is made.
        base_url: where the repositories' files are, http or https.
        on_progress: called with the bytes of each piece.

    Returns:
        The set's folder.

    Raises:
        VectorError: ``fetch-failed``, or what is wrong with an archive.
    """
    if published.git_id is None:
        hint = f"Get {published.path} from {published.repository} yourself, and give its path to `esdkit vectors run`."
        raise VectorError(Code.FETCH_FAILED, f"{published.name}: its Git id is not known here, so a download cannot be verified", hint=hint)
    target = to / published.name
    if target.is_dir():
        return target
    if os.path.lexists(target):
        raise _failed(published.name, f"{target} exists and is not a folder")
    partial = to / f".{published.name}.partial"
    source = f"{base_url.rstrip('/')}/{published.repository}/{published.commit}/{quote(published.path)}"
    try:
        make_folder(partial)
        ready = (
            _folder(published, source, partial, on_progress)
            if published.kind == "folder"
            else _one(published, source, partial, on_progress)
        )
        ready.rename(target)
        shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise _failed(published.name, f"{type(error).__name__}: {error.strerror or 'no reason given'}") from error
    return target


def blob_id(path: Path) -> str:
    """The id that Git gives to a file's content."""
    digest = hashlib.sha1(b"blob %d\0" % path.stat().st_size, usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def tree_id(root: Path) -> str:
    """The id that Git gives to a folder of plain files."""
    entries: defaultdict[Path, dict[bytes, bytes]] = defaultdict(dict)
    found = ""
    for folder, files in reversed([*names_below(root)]):  # a folder after those below it
        for file in files:
            name = file.encode("utf-8")
            entries[folder][name] = b"100644 " + name + b"\0" + bytes.fromhex(blob_id(folder / file))
        content = b"".join(entry for _, entry in sorted(entries.pop(folder, {}).items()))
        found = hashlib.sha1(b"tree %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        name = folder.name.encode("utf-8")
        entries[folder.parent][name + b"/"] = b"40000 " + name + b"\0" + bytes.fromhex(found)  # Git sorts it with the slash
    return found


def _one(published: PublishedSet, source: str, partial: Path, on_progress: Progress) -> Path:
    """Bring a file or a zip; the folder that is ready to be put in place."""
    name = published.path.rpartition("/")[2]
    file = _download(published.name, source, partial / name, on_progress)
    _verify(published, blob_id(file), partial)
    ready = partial / "ready"
    shutil.rmtree(ready, ignore_errors=True)
    ready.mkdir()
    if published.kind == "file":
        shutil.copyfile(file, ready / name)
        return ready
    archive = Archive(file)
    try:
        for entry in archive.names():
            _write(ready / entry, archive.read(entry, LIMITS["vector_set_size"]))
    finally:
        archive.close()
    return ready


def _folder(published: PublishedSet, source: str, partial: Path, on_progress: Progress) -> Path:
    """Bring a folder file by file; the folder that is ready to be put in place."""
    ready = partial / "ready"
    for name in published.files:
        _download(published.name, f"{source}/{quote(name)}", ready / name, on_progress)
    try:
        names = _named_files(ready, published.files)
    except VectorError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise _failed(published.name, f"the download is not a manifest ({error.message}); it was deleted") from error
    for name in names:
        _download(published.name, f"{source}/{quote(name)}", ready / name, on_progress)
    _verify(published, tree_id(ready), partial)
    return ready


def _named_files(folder: Path, manifests: tuple[str, ...]) -> list[str]:
    """The files that some manifests name, whatever their member."""
    names: set[str] = set()
    for manifest in manifests:
        names.update(map(relative_name, file_uris(parse_json((folder / manifest).read_bytes()))))
    return sorted(names.difference(manifests))


def _verify(published: PublishedSet, found: str, partial: Path) -> None:
    if found != published.git_id:
        shutil.rmtree(partial, ignore_errors=True)
        raise _failed(published.name, f"the download has the Git id {found}, expected {published.git_id}; it was deleted")


def _download(what: str, url: str, target: Path, on_progress: Progress) -> Path:
    """Download one file, or the rest of it. ``target`` appears when the server has sent all that it announced."""
    if target.is_file():
        return target
    part = target.with_name(target.name + ".part")
    make_folder(part.parent)
    have = part.stat().st_size if part.is_file() else 0
    try:
        with _request(what, url, have) as response:
            append = response.status == http.HTTPStatus.PARTIAL_CONTENT
            expected = response.headers["Content-Length"]
            size = _store(what, response, part, have if append else 0, on_progress)
        if expected is not None and size != int(expected) + (have if append else 0):
            raise _failed(what, f"the connection was lost after {size} bytes")
    except urllib.error.HTTPError as error:
        error.close()
        if error.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE or not have:
            raise _failed(what, f"the server answered {error.code} for {url}") from error
    except (http.client.HTTPException, urllib.error.URLError, ValueError) as error:
        raise _failed(what, f"{url} cannot be read: {getattr(error, 'reason', None) or type(error).__name__}") from error
    part.rename(target)
    return target


def _request(what: str, url: str, have: int) -> http.client.HTTPResponse:
    if not url.startswith(("https://", "http://")):
        raise _failed(what, "the base URL is neither https nor http")
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    response: http.client.HTTPResponse | None = _opener().open(request, timeout=_TIMEOUT)
    if response is None:
        raise _failed(what, f"{url} was redirected to a scheme other than http and https")
    return response


def _opener() -> urllib.request.OpenerDirector:
    """What follows redirects and proxies, but opens no ftp, file or data address on the way."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _store(what: str, response: http.client.HTTPResponse, part: Path, start: int, on_progress: Progress) -> int:
    """Write what comes after the first ``start`` bytes; gives the size then."""
    size = start
    with part.open("ab" if start else "wb") as file:
        while chunk := response.read(_CHUNK):
            size += len(chunk)
            if size > LIMITS["vector_set_size"]:
                raise VectorError(Code.ARCHIVE_TOO_LARGE, f"{what} is longer than {LIMITS['vector_set_size']} bytes")
            file.write(chunk)
            on_progress(len(chunk))
    return size


def _write(path: Path, content: bytes) -> None:
    make_folder(path.parent)
    path.write_bytes(content)


def _failed(name: str, why: str) -> VectorError:
    return VectorError(Code.FETCH_FAILED, f"{name}: {why}", hint=error_codes()[Code.FETCH_FAILED].hint)

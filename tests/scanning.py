"""Messages in everything that they are stored in, for tests of scanning."""

from __future__ import annotations

import base64
import bz2
import csv
import gzip
import io
import json
import lzma
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from tests.samples import native_cases, native_ciphertext

__all__ = ["CONTAINERS", "MESSAGES", "csv_of", "database", "messages", "tar_of", "zip_of"]


def messages(most: int = 3000, count: int = 24) -> list[bytes]:
    """Valid native messages, all different."""
    names = sorted(name for name in native_cases() if name.startswith("mpl-"))
    found = dict.fromkeys(data for data in map(native_ciphertext, names) if len(data) <= most)
    return list(found)[:count]


MESSAGES = messages()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _wrapped(data: bytes) -> bytes:
    return base64.encodebytes(data)


def _dump(data: bytes) -> str:
    lines = (data[at : at + 16] for at in range(0, len(data), 16))
    return "".join(f"{at * 16:08x}  {line.hex(' '):<47}  |{_shown(line)}|\n" for at, line in enumerate(lines))


def _shown(line: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "." for byte in line)


def _mysql(data: bytes) -> bytes:
    escapes = {0: b"\\0", 10: b"\\n", 13: b"\\r", 26: b"\\Z", 34: b'\\"', 39: b"\\'", 92: b"\\\\"}
    return b"".join(escapes.get(byte, bytes([byte])) for byte in data)


def tar_of(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]  # any mode
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def zip_of(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def database(path: Path, data: Sequence[bytes]) -> None:
    """A database with messages as bytes, as base64, and in a table without row ids."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT, payload BLOB)")
    connection.execute("CREATE TABLE tokens (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    for at, each in enumerate(data):
        if at % 2:
            connection.execute("INSERT INTO orders (note, payload) VALUES ('x', ?)", (each,))
        else:
            connection.execute("INSERT INTO tokens VALUES (?, ?)", (f"t{at:03}", _base64(each)))
    connection.commit()
    connection.close()


def csv_of(rows: Sequence[Sequence[str]], separator: str = ",") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode()


CONTAINERS: Mapping[str, Callable[[bytes], bytes]] = {
    "log.txt": lambda data: f"2026-11-30 11:02:00 INFO put item blob={_base64(data)} took 3 ms\n".encode(),
    "dump.hex": lambda data: _dump(data).encode() + b"\n",
    "postgresql.sql": lambda data: f"INSERT INTO t VALUES (1, '\\x{data.hex()}');\n".encode(),
    "copy.sql": lambda data: f"1\tfoo\t\\\\x{data.hex()}\n".encode(),
    "mysql.sql": lambda data: f"INSERT INTO `t` VALUES (1,0x{data.hex().upper()});\n".encode(),
    "binary.sql": lambda data: b"INSERT INTO `t` VALUES (1,_binary '" + _mysql(data) + b"');\n",
    "base64.sql": lambda data: f"INSERT INTO t VALUES (1, '{_base64(data)}');\n".encode(),
    "rows.csv": lambda data: f"1,foo,{_base64(data)},bar\n".encode(),
    "rows.tsv": lambda data: f"1\tfoo\t{_base64(data)}\tbar\n".encode(),
    "attribute.html": lambda data: f'<p data-token="{_base64(data)}">x</p>\n'.encode(),
    "text.html": lambda data: f"<td>{_base64(data)}</td>\n".encode(),
    "lines.jsonl": lambda data: json.dumps({"id": 1, "payload": _base64(data)}).encode() + b"\n",
    "slashes.jsonl": lambda data: json.dumps({"payload": _base64(data)}).replace("/", "\\/").encode() + b"\n",
    "binary.yaml": lambda data: b"blob: !!binary |\n  " + _wrapped(data).replace(b"\n", b"\n  ") + b"\n",
    "blob.xml": lambda data: f"<doc><blob enc='base64'>{_base64(data)}</blob></doc>\n".encode(),
    "mail.eml": lambda data: b"Content-Transfer-Encoding: base64\n\n" + _wrapped(data) + b"\n",
    "armor.pem": lambda data: b"-----BEGIN MESSAGE-----\n" + _wrapped(data) + b"-----END MESSAGE-----\n",
    "url-safe.txt": lambda data: b"token: " + base64.urlsafe_b64encode(data) + b"\n",
    "access.log": lambda data: f"GET /x?token={quote(_base64(data), safe='')} HTTP/1.1\n".encode(),
    "dynamodb.json": lambda data: json.dumps({"Item": {"pk": {"S": "a"}, "blob": {"B": _base64(data)}}}).encode() + b"\n",
    "messages.bin": lambda data: data,
    "members.gz": lambda data: gzip.compress(f"x {_base64(data)}\n".encode()),
    "lines.bz2": lambda data: bz2.compress(f"x {_base64(data)}\n".encode()),
    "lines.xz": lambda data: lzma.compress(f"x {_base64(data)}\n".encode()),
}
"""What holds one message; several of the same kind one after another hold several."""

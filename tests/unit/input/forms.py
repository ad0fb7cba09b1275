"""Forms in which people bring messages: ways to write bytes, what they are in, and what happened to them. The right answer is known by
construction: each gives text or bytes in which a message, or a changed one, is."""

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import quopri
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote, quote_from_bytes

Form = Callable[[bytes], bytes]


def _rows(data: bytes, line: Callable[[int, bytes], str], size: int = 16) -> bytes:
    return "".join(line(at, data[at : at + size]) for at in range(0, len(data), size)).encode()


def _shown(row: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)


def _words(row: bytes, form: str, size: int = 2) -> str:
    padded = row + bytes(-len(row) % size)
    return " ".join(format(int.from_bytes(padded[at : at + size], "little"), form) for at in range(0, len(padded), size))


def _ruby(data: bytes) -> str:
    return "".join(f"\\x{byte:02X}" if byte < 32 or byte > 126 else f"\\{chr(byte)}" if byte in b'#"\\' else chr(byte) for byte in data)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _parts(data: bytes, front: str, between: str, end: str) -> bytes:
    text = _base64(data)
    return (front + between.join(text[at : at + 60] for at in range(0, len(text), 60)) + end).encode()


def _octal(data: bytes) -> str:
    return "".join(rf"\{byte:03o}" if byte < 32 or byte > 126 else r"\\" if byte == 92 else chr(byte) for byte in data)


WAYS: dict[str, Form] = {
    "base64": base64.b64encode,
    "base64 lines": base64.encodebytes,
    "base64 CRLF": lambda data: base64.encodebytes(data).replace(b"\n", b"\r\n"),
    "base64 without padding": lambda data: base64.b64encode(data).rstrip(b"="),
    "base64url": base64.urlsafe_b64encode,
    "base64url without padding": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "base64 twice": lambda data: base64.b64encode(base64.b64encode(data)),
    "base64 of gzip": lambda data: base64.b64encode(gzip.compress(data, mtime=0)),
    "base64 quoted": lambda data: b'"' + base64.b64encode(data) + b'"',
    "base64 with escapes": lambda data: base64.encodebytes(data).replace(b"\n", rb"\n").replace(b"/", rb"\/"),
    "base64 with JSON escapes": lambda data: b'x="' + base64.b64encode(data).replace(b"+", rb"\u002b").replace(b"=", rb"\u003D") + b'"',
    "base64 with references": lambda data: b"<a>" + base64.b64encode(data).replace(b"+", b"&#43;").replace(b"=", b"&#x3D;") + b"</a>",
    "base64 percent-encoded": lambda data: b"m=" + quote(base64.b64encode(data), safe="").encode() + b"&n=1",
    "base64 percent-encoded twice": lambda data: b"m=" + quote(quote(base64.b64encode(data), safe=""), safe="").encode() + b"&n=1",
    "base64 in a data URL": lambda data: b"data:application/octet-stream;base64," + base64.b64encode(data),
    "base64 in quoted mail": lambda data: b"> " + base64.encodebytes(data).strip().replace(b"\n", b"\n> ") + b"\n",
    "literals of C": lambda data: _parts(data, 'char m[] =\n  "', '"\n  "', '";\n'),
    "literals of Java": lambda data: _parts(data, 'String s = "', '"\n    + "', '";\n'),
    "literals of JavaScript": lambda data: _parts(data, "m: '", "' +\n  '", "',\n"),
    "literals of PHP": lambda data: _parts(data, "$m = '", "'\n . '", "';\n"),
    "literals of Oracle": lambda data: "SELECT {};\n".format(
        " ||\n  ".join(f"HEXTORAW('{data[at : at + 40].hex()}')" for at in range(0, len(data), 40))
    ).encode(),
    "literals of Python": lambda data: _parts(data, 'M = (\n    b"', '"\n    b"', '"\n)\n'),
    "base64 in HTML": lambda data: b"<td>" + base64.encodebytes(data).strip().replace(b"\n", b"<br>") + b"</td>",
    "base64 in syslog": lambda data: b"a[1]: " + base64.encodebytes(data).replace(b"\n", b"#012"),
    "base64 with spaces of Unicode": lambda data: base64.encodebytes(data).strip().replace(b"\n", b"\xc2\xa0\n"),
    "base64 in properties": lambda data: b"a=" + base64.encodebytes(data).strip().replace(b"\n", b"\\\n    ") + b"\nb=1\n",
    "quoted-printable": lambda data: quopri.encodestring(base64.b64encode(data)),
    "percent-encoded bytes": lambda data: quote_from_bytes(data).encode(),
    "repr of Python": lambda data: f"{data!r}\n".encode(),
    "bytearray": lambda data: f"data = {bytearray(data)!r} done".encode(),
    "octal": lambda data: _octal(data).encode(),
    "octal of SQL": lambda data: b"VALUES (1, '" + _octal(data).replace("'", "''").encode() + b"'::bytea, 'a');",
    "literals of bytes": lambda data: _rows(data, lambda at, row: f"    {row!r}\n"),
    "string of Ruby": lambda data: f'"{_ruby(data)}"'.encode(),
    "octal in quotes": lambda data: b'data: "' + _octal(data).replace('"', r"\"").encode() + b'"\n',
    "hex": lambda data: data.hex().encode(),
    "hex capitals": lambda data: data.hex().upper().encode(),
    "hex lines": lambda data: data.hex("\n", 16).encode(),
    "hex 0x": lambda data: b"0x" + data.hex().encode(),
    "hex of PostgreSQL": lambda data: rb"\x" + data.hex().encode(),
    "hex literal of SQL": lambda data: b"INSERT INTO t VALUES (X'" + data.hex().encode() + b"');",
    "hex colons": lambda data: data.hex(":").encode(),
    "hex dashes of .NET": lambda data: data.hex("-").upper().encode(),
    "hex backslashes": lambda data: "".join(rf"\x{byte:02x}" for byte in data).encode(),
    "hex array of C": lambda data: f"{{{', '.join(map(hex, data))}}};".encode(),
    "hex array of Go": lambda data: f"[]byte{{{', '.join(f'0x{byte:x}' for byte in data)}}}".encode(),
    "hex array of Java": lambda data: f"byte[] m = {{{', '.join(f'(byte) 0x{byte:02X}' for byte in data)}}};".encode(),
    "hex array of Rust": lambda data: f"[{', '.join(f'0x{byte:02x}u8' for byte in data)}]".encode(),
    "hex array of Visual Basic": lambda data: f"{{{', '.join(f'&H{byte:02X}' for byte in data)}}}".encode(),
    "hex array with comments": lambda data: _rows(data, lambda at, row: f"  /* {at:04x} */ {', '.join(map(hex, row))}, // to {at + 15}\n"),
    "Buffer of Node": lambda data: f"<Buffer {data.hex(' ')}>".encode(),
    "hex with comments": lambda data: _rows(data, lambda at, row: f"{row.hex()}    field {at}\n"),
    "xxd": lambda data: _rows(data, lambda at, row: f"{at:08x}: {row.hex(' ', -2):<39}  {_shown(row)}\n"),
    "hexdump -C": lambda data: _rows(data, lambda at, row: f"{at:08x}  {row[:8].hex(' ')}  {row[8:].hex(' ')}  |{_shown(row)}|\n"),
    "hexdump": lambda data: _rows(data, lambda at, row: f"{at:07x} {_words(row, '04x')}\n") + f"{len(data):07x}\n".encode(),
    "hexdump -d": lambda data: (
        _rows(data, lambda at, row: f"{at:07x}   {_words(row, '05').replace(' ', '   ')}\n") + f"{len(data):07x}\n".encode()
    ),
    "od -tx4": lambda data: _rows(data, lambda at, row: f"{at:07o} {_words(row, '08x', 4)}\n") + f"{len(data):07o}\n".encode(),
    "od": lambda data: _rows(data, lambda at, row: f"{at:07o} {_words(row, '06o')}\n") + f"{len(data):07o}\n".encode(),
    "od -tx1": lambda data: _rows(data, lambda at, row: f"{at:07o} {row.hex(' ')}\n") + f"{len(data):07o}\n".encode(),
    "od -An -tx1": lambda data: _rows(data, lambda at, row: f" {row.hex(' ')}\n"),
    "od -b": lambda data: _rows(data, lambda at, row: f"{at:07o} {' '.join(f'{byte:03o}' for byte in row)}\n"),
    "tcpdump": lambda data: _rows(data, lambda at, row: f"\t0x{at:04x}:  {row.hex(' ', -2):<39}  {_shown(row)}\n"),
    "dump of Netty": lambda data: _rows(data, lambda at, row: f"|{at:08x}| {row.hex(' '):<47} |{_shown(row):<16}|\n"),
    "numbers": lambda data: ", ".join(map(str, data)).encode(),
    "numbers of Java": lambda data: f"result = {[byte - 256 if byte > 127 else byte for byte in data]}".encode(),
    "numbers of Go": lambda data: f"[{' '.join(map(str, data))}]".encode(),
    "numbers of Node": lambda data: f"Uint8Array({len(data)}) [\n  {', '.join(map(str, data))}\n]".encode(),
    "JSON Buffer": lambda data: json.dumps({"type": "Buffer", "data": list(data)}).encode(),
    "JSON of a Uint8Array": lambda data: json.dumps({str(at): byte for at, byte in enumerate(data)}).encode(),
    "UTF-16": lambda data: _base64(data).encode("utf-16"),
    "PEM": lambda data: b"-----BEGIN MESSAGE-----\nVersion: 1\n\n" + base64.encodebytes(data) + b"-----END MESSAGE-----\n",
}
"""Ways to write bytes as text."""


def _record(data: bytes) -> dict[str, str]:
    return {"type": "DatabaseActivityMonitoringRecords", "databaseActivityEvents": _base64(data), "key": "AQ=="}


def _zip(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/readme.txt", "nothing")
        archive.writestr("a/message.bin", data)
    return file.getvalue()


def tar(*members: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for number, member in enumerate(members):
            information = tarfile.TarInfo(f"{number}.bin")
            information.size = len(member)
            archive.addfile(information, io.BytesIO(member))
    return file.getvalue()


def _of_mysql(match: re.Match[bytes]) -> bytes:
    return b"\\" + {b"\0": b"0", b"\n": b"n", b"\r": b"r", b"\x1a": b"Z"}.get(match[0], match[0])


BYTES_IN: dict[str, Form] = {
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "gzip twice": lambda data: gzip.compress(gzip.compress(data, mtime=0), mtime=0),
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zlib": zlib.compress,
    "zip": _zip,
    "tar": lambda data: tar(b"nothing", gzip.compress(data, mtime=0)),
    "characters in JSON": lambda data: json.dumps({"a": data.decode("latin-1")}, ensure_ascii=False).encode(),
    "dump of MySQL": lambda data: (
        b"INSERT INTO t VALUES (1,_binary '" + re.sub(rb"[\0\n\r'\"\\\x1a]", _of_mysql, data) + b"',_binary 'x');\n"
    ),
    "byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "length before": lambda data: len(data).to_bytes(4, "big") + data,
    "length before, little": lambda data: len(data).to_bytes(4, "little") + data,
    "one byte before": lambda data: b"\x01" + data,
    "quotes": lambda data: b'"' + data + b'"',
    "white space before": lambda data: b"\r\n" + data,
    "record of KPL": lambda data: b"\xf3\x89\x9a\xc2\x0a\x01p\x1a\x80\x02" + data + bytes(16),
    "middle of a file": lambda data: b"SQLite format 3\0" + bytes(range(256)) * 9 + data + bytes(range(255, 0, -1)) * 5,
    "Kinesis record": lambda data: json.dumps(
        {"Records": [{"Data": _base64(json.dumps(_record(data)).encode()), "PartitionKey": "p"}]}
    ).encode(),
    "Lambda event of Kinesis": lambda data: json.dumps(
        {"Records": [{"kinesis": {"partitionKey": "p", "data": _base64(json.dumps(_record(data)).encode())}, "eventSource": "aws:kinesis"}]}
    ).encode(),
    "Firehose event": lambda data: json.dumps({"invocationId": "i", "records": [{"recordId": "r", "data": _base64(data)}]}).encode(),
    "item of DynamoDB": lambda data: json.dumps({"Item": {"id": {"S": "1"}, "secret": {"B": _base64(data)}}}).encode(),
    "notification of SNS": lambda data: json.dumps({"Type": "Notification", "Message": json.dumps({"body": _base64(data)})}).encode(),
    "message of SQS": lambda data: json.dumps({"Messages": [{"Body": json.dumps({"Message": json.dumps(_record(data))})}]}).encode(),
}
"""What bytes are in."""

TEXT_IN: dict[str, Form] = {
    "text itself": lambda text: text,
    "line of a log": lambda text: b"2026-01-01T00:00:00Z INFO app - payload=" + text + b"\n",
    "JSON text": lambda text: json.dumps({"a": 1, "body": text.decode("latin-1")}).encode(),
    "JSON in JSON": lambda text: json.dumps({"m": json.dumps({"body": text.decode("latin-1")})}).encode(),
    "lines of JSON": lambda text: b'{"a": 1}\n' + json.dumps({"b": text.decode("latin-1")}).encode() + b"\n",
    "XML": lambda text: b"<?xml version='1.0'?><a><b>" + html.escape(text.decode("latin-1")).encode("latin-1") + b"</b></a>",
    "gzip": lambda text: gzip.compress(text, mtime=0),
}
"""What text is in. A log's line cannot take a text of several lines, and UTF-16 is no part of another text."""


def fits(way: str, container: str) -> bool:
    """Whether people would find this text in this container."""
    if container in ("text itself", "gzip"):
        return True
    if way == "UTF-16":
        return False
    lines = way.startswith(
        (
            "xxd",
            "hexdump",
            "od",
            "tcpdump",
            "dump",
            "hex with",
            "base64 in quoted",
            "PEM",
            "hex lines",
            "octal",
            "literals of bytes",
            "base64 with spaces of",
            "base64 in properties",
        )
    )
    return not lines or container in ("JSON text", "JSON in JSON", "lines of JSON")


FAULTS: dict[str, Form] = {
    "none": lambda data: data,
    "cut": lambda data: data[: len(data) * 3 // 4],
    "one byte more": lambda data: data + b"\x7f",
    "bit flipped": lambda data: data[:-40] + bytes([data[-40] ^ 4]) + data[-39:],
}
"""What happened to a message before."""

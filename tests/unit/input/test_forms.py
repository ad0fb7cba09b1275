"""Every way of writing × what it is in × what happened to the message: the message inside is found, exactly, and nothing else."""

import base64
import bz2
import gzip
import io
import json
import lzma
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from itertools import cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.doctor.advice import verdict
from esdkit.doctor.explain import diagnose
from esdkit.input import Recognition, examine, find, find_in, search
from esdkit.input.budget import Budget
from esdkit.inspector.facts.source import MemorySource
from tests.each import each
from tests.samples import native_accepted, native_ciphertext
from tests.unit.doctor.cases import BLOB
from tests.unit.input.forms import BYTES_IN, FAULTS, TEXT_IN, WAYS, Form, fits, tar

NAMES = ["mpl-0578-multi-ascii-f256-p300", "js-0378-aes-256-many-f16-p1"]
MESSAGES = [native_ciphertext(name) for name in NAMES]


@pytest.mark.req("CLI-INP-001")
@pytest.mark.parametrize("message", MESSAGES, ids=["version-2", "version-1"])
@pytest.mark.parametrize("container", TEXT_IN)
@each("way", WAYS)
@each("fault", FAULTS)
def test_message_written_as_text_is_found(way: str, container: str, fault: str, message: bytes) -> None:
    if fits(way, container):
        changed = FAULTS[fault](message)
        found = find(TEXT_IN[container](WAYS[way](changed)))
        assert [one.data for one in found.messages] == [changed]
        assert found.messages[0].whole == (fault in ("none", "bit flipped"))
        assert found.messages[0].steps and not found.limits


@pytest.mark.req("CLI-INP-001")
@each("message", MESSAGES, ids=["version-2", "version-1"])
@each("container", BYTES_IN)
def test_message_inside_other_bytes_is_found(container: str, message: bytes) -> None:
    data = BYTES_IN[container](message)
    found = find(data)
    assert [one.data for one in found.messages] == [message]
    assert found.messages[0].whole and found.messages[0].steps
    assert bool(found.limits) == (container == "middle of a file"), "of a database, what it divides was not looked at"
    assert all(step.evidence in outer for step, outer in zip(found.messages[0].steps, _levels(data, found.messages[0].steps), strict=True))


def _levels(data: bytes, steps: tuple[Recognition, ...]) -> list[bytes]:
    return [data, *(step.inner or b"" for step in steps[:-1])]


@pytest.mark.req("CLI-INP-001")
@given(st.data())
def test_wrappings_in_wrappings_are_undone(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    way, container = data.draw(st.sampled_from([(way, container) for way in WAYS for container in TEXT_IN if fits(way, container)]))
    inner = TEXT_IN[container](WAYS[way](native_ciphertext(name)))
    outer = data.draw(
        st.sampled_from(["base64", "base64 lines", "hex", "base64 of gzip", "JSON Buffer", "xxd", "numbers of Java", "base64url"])
    )
    assert [one.data for one in find(WAYS[outer](inner)).messages] == [native_ciphertext(name)]


ONE_A_LINE: dict[str, Form] = {
    "base64 without padding": lambda text: base64.b64encode(text).rstrip(b"="),
    "base64url without padding": lambda text: base64.urlsafe_b64encode(text).rstrip(b"="),
    "base64 lines": lambda text: base64.encodebytes(text) + b"--boundary",
    "base64 CDATA": lambda text: b"<a>\n" + base64.encodebytes(text) + b"]]></a>",
    "hex": lambda text: text.hex().encode(),
    "hex and a word": lambda text: text.hex().encode() + b"\ndead end",
    "hex and a number": lambda text: text.hex().encode() + b", 12 bytes",
    "columns": lambda text: b"10\t" + text.hex().encode() + b"\t11",
    "columns of PostgreSQL": lambda text: rb"10|\x" + text.hex().encode(),
    "COPY of PostgreSQL": lambda text: rb"10" + b"\t" + rb"\\x" + text.hex().encode(),
    "escapes of COPY": lambda text: WAYS["octal"](text).replace(b"\\", rb"\\") + b"\tz",
    "dates": lambda text: b"2026-01-02,10," + text.hex().encode(),
    "base64 columns": lambda text: b"10\t" + base64.b64encode(text),
    "repr": lambda text: repr({"a": text}).encode(),
}


@pytest.mark.slow
@pytest.mark.req("CLI-INP-002")
@each("after", [b"", b"\n", b"tail"], ids=["alone", "byte after", "bytes after"])
@each("way", ONE_A_LINE)
def test_what_is_between_messages_belongs_to_none(way: str, after: bytes) -> None:
    messages = [native_ciphertext(name) + after for name in sorted(native_accepted())[::9]][:40]
    # after the end of a message, a line of four letters is taken for a word, not for the last three bytes of base64 in lines of 57 bytes
    messages = [message for message in messages if not after or len(message) % 57 != 3]
    found = find(b"\n".join(map(ONE_A_LINE[way], messages)))
    assert [one.data for one in found.messages] == messages


@pytest.mark.req("CLI-INP-001")
def test_members_of_an_archive_are_looked_into_each_by_itself() -> None:
    one, other = MESSAGES
    assert [one.data for one in find(tar(one, base64.b64encode(other))).messages] == [one, other]


@pytest.mark.req("CLI-INP-002")
@pytest.mark.parametrize("count", [2, 17, 300])
def test_n_messages_are_n_messages_in_their_order(count: int) -> None:
    messages = [native_ciphertext(name) for name in islice(cycle(sorted(native_accepted())[::9]), count)]
    texts = [base64.b64encode(message).decode() for message in messages]
    inputs = {
        "concatenated": b"".join(messages),
        "apart": bytes(7).join(messages) + bytes(7),
        "lines of JSON": "".join(json.dumps({"n": at, "body": text}) + "\n" for at, text in enumerate(texts)).encode(),
        "documents without line breaks": "".join(json.dumps({"body": text}) for text in texts).encode(),
        "list": json.dumps(texts).encode(),
        "list of lists": json.dumps([list(message) for message in messages[:40]]).encode(),
        "CSV": b"id,blob\n" + "".join(f"{at},{text},x\n" for at, text in enumerate(texts)).encode(),
        "lines": "\n\n".join(texts).encode(),
        "two ways": "".join(f"a={text}\nb={message.hex()}\n" for text, message in zip(texts[::2], messages[1::2], strict=False)).encode(),
        "gzip of lines": gzip.compress("".join(f'{{"b":"{text}"}}\n' for text in texts).encode(), mtime=0),
    }
    for name, data in inputs.items():
        expected = messages[:40] if name == "list of lists" else messages
        expected = expected[: len(expected) // 2 * 2] if name == "two ways" else expected
        found = find(data)
        assert [one.data for one in found.messages] == expected, name
        assert not found.limits


@pytest.mark.req("CLI-INP-003")
def test_ciphertexts_of_kms_are_found_beside_messages() -> None:
    record = json.dumps({"databaseActivityEvents": base64.b64encode(MESSAGES[0]).decode(), "key": base64.b64encode(BLOB).decode()}).encode()
    for data in (record, base64.b64encode(record), b"x " + base64.b64encode(record) + b"\n"):
        found = find(data)
        assert [one.data for one in found.messages] == [MESSAGES[0]]
        assert [one.data for one in found.ciphertexts] == [BLOB]
        assert "1 ciphertext of AWS KMS" in (examine(data)[0].detail or "")
    for text in (b"key=" + base64.b64encode(BLOB) + b"\n", BLOB.hex().encode(), base64.b64encode(BLOB)):
        assert [one.data for one in find(text).ciphertexts] == [BLOB]
        assert examine(text)[-1].kind == "kms-blob"
        assert "also holds" not in str(examine(text))
    assert "AWS KMS" not in str(examine(json.dumps({"data": base64.b64encode(MESSAGES[0]).decode()}).encode()))


@pytest.mark.req("CLI-INP-003")
@pytest.mark.parametrize("front", [b"PW=", b"pw: ", b"decrypting "])
def test_ciphertexts_of_2014_are_found_in_text(front: bytes) -> None:
    blob = bytes.fromhex("0a20") + bytes(range(32)) + bytes.fromhex("12cb01") + BLOB
    assert [one.data for one in find(front + base64.b64encode(blob) + b" x\n").ciphertexts] == [blob]


@pytest.mark.req("CLI-DOC-001")
def test_object_of_another_client_is_named_before_the_ciphertext_in_it() -> None:
    metadata = json.dumps({"x-amz-iv": "AA==", "x-amz-key-v2": base64.b64encode(BLOB).decode(), "x-amz-wrap-alg": "kms+context"}).encode()
    (first,) = examine(metadata)
    assert first.kind == "s3-client" and "it holds a ciphertext of AWS KMS itself, at JSON" in (first.detail or "")


@pytest.mark.req("CLI-INP-001")
@pytest.mark.parametrize("after", [b"", b'{"oops":\n'], ids=["valid", "broken"])
def test_large_logs_of_json_are_looked_through_to_their_end(monkeypatch: pytest.MonkeyPatch, after: bytes) -> None:
    """A broken line does not use up the work: documents are looked into when all are JSON."""
    monkeypatch.setattr(search, "Budget", lambda: Budget(5 << 20 if after else 15 << 20))
    line = json.dumps({"text": "some words and more " * 6, "digest": "ab" * 40}).encode() + b"\n"
    found = find(line * 2000 + json.dumps({"b": base64.b64encode(MESSAGES[0]).decode()}).encode() + b"\n" + after)
    assert [one.data for one in found.messages] == [MESSAGES[0]] and not found.limits


@pytest.mark.req("CLI-INP-004", kind="negative")
def test_wrappings_deeper_than_the_bound_are_said() -> None:
    data = MESSAGES[0]
    for _ in range(8):
        data = base64.b64encode(data)
    assert [one.data for one in find(data).messages] == [MESSAGES[0]]
    found = find(base64.b64encode(data))
    assert not found.messages
    assert "more than 8 wrappings" in found.limits[0]
    assert "more than 8 wrappings" in (examine(base64.b64encode(data))[0].detail or "")


@pytest.mark.req("CLI-INP-004", kind="negative")
@pytest.mark.parametrize(
    "data",
    [
        b'{"a":' * 10_000,
        b"[" * 40_000,
        b'"%25' * 10_000,
        rb"\u003d&amp;%3D" * 4_000,
        b"AYAB" * 50_000,
        b"\\001\\200" * 20_000,
    ],
    ids=["objects", "lists", "percent", "escapes", "base64", "literals"],
)
def test_nested_and_repeated_inputs_end(data: bytes) -> None:
    assert not any(each.complete for each in find(data).messages)


HOSTILE = {
    "armor": b"a:\n",
    "percent": b"%zz%41",
    "literals": b'"a"+"b"\n',
    "lists": b"[],",
    "headers": b"a: b\n",
    "dump": b"0000000 01 80\n",
    "numbers": b"1,2,3,",
    "hexadecimal": b"0180 ",
    "lines of JSON": b'{"a":1}\n',
    "short base64": b"AYAB\n",
    "escapes": rb"\u003d\n",
    "references": b"&#61;",
}


@pytest.mark.slow
@pytest.mark.req("CLI-INP-004", kind="negative")
@each("name", HOSTILE)
def test_memory_is_a_small_multiple_of_the_input(name: str) -> None:
    data = HOSTILE[name] * (60_000 // len(HOSTILE[name]))
    find(data[:1000])  # what is compiled once
    tracemalloc.start()
    try:
        find(data)
        assert tracemalloc.get_traced_memory()[1] < 30 * len(data)
    finally:
        tracemalloc.stop()


@pytest.mark.req("CLI-INP-004", kind="negative")
def test_work_that_was_too_much_is_said() -> None:
    """Each place looks like a beginning, and none is one."""
    found = find(b"\x02\x05\x78\xff" * 20_000)
    assert [limit[:20] for limit in found.limits] == ["Only a part of the i"]


@pytest.mark.req("CLI-INP-004", kind="negative")
@pytest.mark.parametrize(
    "data", [gzip.compress(gzip.compress(bytes(200 << 20), 9), 9), b"0000000 001 200\n*\n7777777777\n"], ids=["gzip", "squeezed"]
)
def test_bombs_take_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        find(data)
        assert tracemalloc.get_traced_memory()[1] < 260 << 20
    finally:
        tracemalloc.stop()


def archive(kind: str, members: int) -> bytes:
    """An archive whose last member is a message."""
    file = io.BytesIO()
    contents = [(str(number), MESSAGES[0] if number == members else b"x") for number in range(1, members + 1)]
    if kind == "zip":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, content in contents:
                zipped.writestr(name, content)
    else:
        with tarfile.open(fileobj=file, mode="w") as tarred:
            for name, content in contents:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                tarred.addfile(member, io.BytesIO(content))
    return file.getvalue()


@pytest.mark.req("CLI-INP-004", kind="negative")
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_members_beyond_the_bound_are_said(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.input.packed._MAX_MEMBERS", 5)
    whole, more = find(archive(kind, 5)), find(archive(kind, 6))
    assert [one.steps[0].kind for one in whole.messages] == [kind] and not whole.limits
    assert all(one.steps[0].kind != kind for one in more.messages)
    assert more.limits == ("Only a part of what is compressed or in an archive was looked at.",)


@pytest.mark.req("CLI-INP-004", kind="negative")
@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zlib.compress], ids=["gzip", "bzip2", "xz", "zlib"])
def test_what_unpacks_beyond_the_bound_is_said(pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.input.packed.MAX_TEXT", 2000)
    assert find(pack(bytes(1999))).limits == ()
    assert find(pack(bytes(2000) + MESSAGES[0])).limits == ("Only a part of what is compressed or in an archive was looked at.",)


@pytest.mark.req("CLI-INP-001", "CLI-INP-004")
@pytest.mark.parametrize(("after", "searched"), [(b"", 1560), (b"\n", 1561), (b" {}", 200)])
def test_long_text_is_decoded_whole_only_when_all_of_it_is_one_message(
    after: bytes, searched: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("esdkit.input.search.MAX_TEXT", 200)
    monkeypatch.setattr("esdkit.input.search._HEAD", 100)
    found, looked_at = find_in(MemorySource(base64.b64encode(MESSAGES[0]) + after))
    assert looked_at == searched
    assert [each.whole for each in found.messages] == [searched > 200]
    assert found.messages[0].data == MESSAGES[0][: looked_at * 3 // 4]


@pytest.mark.req("CLI-INP-001", kind="negative")
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(str.encode) | st.from_regex(rb"[A-Za-z0-9+/=%\\\"{}:, ]{40,200}", fullmatch=True)
)
def test_nothing_is_found_in_other_bytes(data: bytes) -> None:
    found = find(data)
    assert all(each.data[:1] in (b"\x01", b"\x02") for each in found.messages)
    assert all(each.steps or each.data == data for each in found.messages)


SHORTENED: dict[str, Form] = {
    "dots": lambda data: base64.b64encode(data)[:-40] + b"...",
    "ellipsis": lambda data: b'{"a": "' + base64.b64encode(data)[:-40] + "…".encode() + b'"}',
    "truncated": lambda data: b"m=" + base64.b64encode(data)[:-40] + b" [truncated]",
    "Buffer of Node": lambda data: f"<Buffer {data[:50].hex(' ')} ... {len(data) - 50} more bytes>".encode(),
    "array of Node": lambda data: f"[ {', '.join(map(str, data[:100]))}, ... {len(data) - 100} more items ]".encode(),
    "hex": lambda data: data[:99].hex().encode() + b"...",
}


@pytest.mark.req("CLI-INP-001")
@pytest.mark.parametrize("how", SHORTENED)
def test_text_that_was_shortened_is_said_with_the_place(how: str) -> None:
    data = SHORTENED[how](MESSAGES[0])
    found = find(data)
    assert len(found.messages) == 1 and not found.messages[0].complete
    assert MESSAGES[0].startswith(found.messages[0].data)
    step = next(step for step in found.messages[0].steps if step.kind == "shortened")
    assert step.offset in range(len(data)) and "offset" in step.name


@pytest.mark.slow
@each("message", MESSAGES, ids=["version-2", "version-1"])
@each("way", WAYS)
@pytest.mark.req("CLI-DOC-003", "CLI-DOC-022")
def test_doctor_says_of_a_message_inside_what_it_says_of_the_message(way: str, message: bytes) -> None:
    for fault, change in FAULTS.items():
        inside, plain = diagnose(WAYS[way](change(message))).innermost, diagnose(change(message))
        assert (inside.recognition, verdict(inside), inside.exit_code) == (None, verdict(plain), plain.exit_code), fault

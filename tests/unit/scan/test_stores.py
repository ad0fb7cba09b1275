"""Objects in stores, on a server that speaks S3: only headers are fetched, requests are counted, and what fails is a problem."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import boto3
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from esdkit.errors import SourceError, UsageError
from esdkit.scan.facts import facts
from esdkit.scan.folder import Folder
from esdkit.scan.model import Item, Partition, Problem, Source
from esdkit.scan.pool import on_this_machine
from esdkit.scan.run import Outcome, Settings, scan
from esdkit.scan.sources import How, Object, files, objects_of, s3, sources_of, stores
from tests.kms import servers
from tests.kms.servers import CREDENTIALS
from tests.samples import native_ciphertext
from tests.scanning import CONTAINERS, MESSAGES
from tests.stores import Asked, Proxy, proxy

AUTO = How(None, None)
FIRST = MESSAGES[0]
PAGE = 100
"""Objects in one answer to a list."""
HEADER = facts(FIRST).header_length or 0
LONG = FIRST + bytes(100_000)
"""A message as far as its header and its size tell."""
MANY_KEYS = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with servers.moto({"MOTO_S3_DEFAULT_MAX_KEYS": str(PAGE)}) as running:
        yield running.url


@pytest.fixture(scope="module")
def opened_proxy(server: str) -> Iterator[Proxy]:
    with proxy(server) as opened:
        yield opened
    stores.opened_store.cache_clear()


@pytest.fixture
def between(opened_proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> Proxy:
    """What the stores are asked through. Waits are short."""
    for name, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": opened_proxy.url}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    monkeypatch.setattr(s3, "_FIRST_WAIT", 0.001)
    opened_proxy.asked.clear()
    opened_proxy.answer = lambda asked: None
    return opened_proxy


@pytest.fixture
def new_store() -> Iterator[None]:
    """No store is kept from other tests, or for them."""
    stores.opened_store.cache_clear()
    yield
    stores.opened_store.cache_clear()


class Bucket:
    """A bucket of its own."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.name = f"b-{uuid.uuid4().hex}"
        self.url = f"s3://{self.name}"
        self.client.create_bucket(Bucket=self.name)

    def put(self, objects: dict[str, bytes]) -> None:
        for key, data in objects.items():
            self.client.put_object(Bucket=self.name, Key=key, Body=data)

    def delete(self, key: str) -> None:
        self.client.delete_object(Bucket=self.name, Key=key)


@pytest.fixture(scope="module")
def client(server: str) -> Any:
    place = {"endpoint_url": server, "region_name": "us-east-1"}
    return boto3.client("s3", **place, aws_access_key_id="testing", aws_secret_access_key="testing")  # type: ignore[call-overload]  # no stubs of S3


@pytest.fixture
def bucket(client: Any, between: Proxy) -> Bucket:
    return Bucket(client)


def opened(*urls: str, how: How = AUTO) -> list[Source]:
    return sources_of(urls, how)


def read(*urls: str, how: How = AUTO) -> list[tuple[Object, list[Item | Problem]]]:
    partitions: list[Partition] = [each for source in opened(*urls, how=how) for each in source.partitions()]
    return [(each, list(each.items())) for partition in partitions for each in objects_of(partition)]


def items(*urls: str, how: How = AUTO) -> list[Item]:
    found = [item for _, some in read(*urls, how=how) for item in some]
    kept = [item for item in found if isinstance(item, Item)]
    assert len(kept) == len(found), found
    return kept


def names(*urls: str) -> list[str]:
    return [each.source.partition("://")[2].partition("/")[2] for each, _ in read(*urls)]


@pytest.fixture
def rows(tmp_path: Path) -> Callable[[], list[dict[str, Any]]]:
    return lambda: [json.loads(line) for path in sorted((tmp_path / "out" / "parts").iterdir()) for line in path.read_bytes().splitlines()]


def run(tmp_path: Path, *urls: str) -> Outcome:
    folder = Folder(tmp_path / "out", ".jsonl")
    with folder.held({}):
        return scan(opened(*urls), Settings(), folder, partial(on_this_machine, 1), lambda size: None)


# ---------------------------------------------------------------- what is listed
@pytest.mark.req("SCN-SRC-006", "SCN-SRC-011")
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("", ["a/1", "a/b/2.gz", "a/b/c/3.gz", "ab/4", "x y+%/5"]),
        ("/", ["a/1", "a/b/2.gz", "a/b/c/3.gz", "ab/4", "x y+%/5"]),
        ("/a", ["a/1", "a/b/2.gz", "a/b/c/3.gz"]),
        ("/a/", ["a/1", "a/b/2.gz", "a/b/c/3.gz"]),
        ("/a/1", ["a/1"]),
        ("/x y+%", ["x y+%/5"]),
        ("/a*/*", ["a/1", "ab/4"]),
        ("/a/**/*.gz", ["a/b/2.gz", "a/b/c/3.gz"]),
    ],
)
def test_a_url_means_an_object_those_below_it_or_those_that_match(bucket: Bucket, name: str, found: list[str]) -> None:
    bucket.put(dict.fromkeys(["ab/4", "a/b/c/3.gz", "a/1", "x y+%/5", "a/b/2.gz"], b""))
    assert names(bucket.url + name) == found


@pytest.mark.req("SCN-SRC-006")
def test_names_below_another_are_scanned_once(bucket: Bucket) -> None:
    bucket.put({"a/1": FIRST})
    assert names(bucket.url, f"{bucket.url}/a", f"{bucket.url}/a/1") == ["a/1"]


@pytest.mark.req("SCN-SRC-012")
def test_a_list_of_several_pages_is_read_to_its_end(bucket: Bucket, between: Proxy) -> None:
    bucket.put({f"{number:04}": b"" for number in range(PAGE + 1)})
    (source,) = opened(bucket.url)
    partitions = list(source.partitions())
    assert sum(len(each.options["objects"]) for each in partitions) == PAGE + 1
    assert source.requests() == {"LIST": 2} == {"LIST": len(between.asked)}
    assert [each.id for each in partitions] == [each.id for each in opened(bucket.url)[0].partitions()]


# ---------------------------------------------------------------- what is fetched
@pytest.mark.req("SCN-SRC-010", "SCN-SRC-012")
def test_of_a_message_the_header_is_fetched(bucket: Bucket, between: Proxy) -> None:
    bucket.put({"long": LONG, "short": FIRST})
    (long, (item,)), (short, (whole,)) = read(bucket.url)
    assert (item, whole) == (Item("", LONG[:8192], len(LONG), "binary"), Item("", FIRST, None, "binary"))
    assert between.ranges("long") == ["bytes=0-8191"]
    assert long.requests == short.requests == {"GET": 1}
    assert isinstance(item, Item)
    assert facts(item.data, item.size) == facts(FIRST)._replace(
        size=len(LONG),
        read="header",
        frames=facts(LONG[:8192], len(LONG)).frames,
        plaintext_length=facts(LONG[:8192], len(LONG)).plaintext_length,
    )


@pytest.mark.req("SCN-SRC-010", "SCN-SRC-012")
def test_a_long_header_takes_as_many_requests_as_it_needs(bucket: Bucket, between: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.scan.sources.objects._FIRST", 256)
    bucket.put({"many": MANY_KEYS})
    ((many, (item,)),) = read(bucket.url)
    assert isinstance(item, Item)
    row, whole = facts(item.data, item.size), facts(MANY_KEYS)
    assert row.data_keys == whole.data_keys
    assert row.problems == ()
    assert len(item.data) < len(MANY_KEYS)
    assert many.requests == {"GET": len(between.ranges("many"))}
    assert 1 < len(between.ranges("many")) <= 5


@pytest.mark.req("SCN-SRC-010")
def test_what_only_begins_like_a_message_is_read_as_a_file_is(bucket: Bucket, tmp_path: Path) -> None:
    damaged = FIRST[:4] + bytes(20_000) + FIRST
    bucket.put({"a": damaged})
    (tmp_path / "a").write_bytes(damaged)
    assert items(bucket.url) == items(str(tmp_path / "a"))


@pytest.mark.req("SCN-SRC-010", "SCN-SRC-002")
@pytest.mark.parametrize("name", CONTAINERS)
def test_other_objects_are_read_as_files_are(bucket: Bucket, tmp_path: Path, name: str) -> None:
    data = b"".join(map(CONTAINERS[name], MESSAGES))
    if name == "messages.bin":
        data = b"\0" + data
    bucket.put({name: data})
    (tmp_path / name).write_bytes(data)
    assert items(bucket.url) == items(str(tmp_path / name))


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-010")
def test_of_a_parquet_object_the_column_is_fetched(bucket: Bucket, between: Proxy, tmp_path: Path) -> None:
    other = [bytes([row]) * (1 << 20) for row in range(len(MESSAGES))]
    pq.write_table(pa.table({"other": other, "payload": MESSAGES}), tmp_path / "a.parquet", compression="none")
    bucket.put({"a.parquet": (tmp_path / "a.parquet").read_bytes()})
    assert items(bucket.url, how=How(None, "payload")) == items(str(tmp_path / "a.parquet"), how=How(None, "payload"))
    assert 2 <= len(between.ranges("a.parquet")) <= 8


@pytest.mark.req("SCN-SRC-010")
def test_fields_columns_and_signatures_are_read_to_the_end(bucket: Bucket) -> None:
    text = "".join(json.dumps({"p": base64.b64encode(data).decode()}) + "\n" for data in MESSAGES).encode()
    bucket.put({"a.jsonl.gz": gzip.compress(text)})
    assert [item.data for item in items(bucket.url, how=How("p", None))] == MESSAGES
    signed = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
    other = signed * (8192 // len(signed) + 2)
    bucket.put({"b": other})
    assert [item.data for item in items(f"{bucket.url}/b", how=How(None, None, signatures=True))] == [signed] * (len(other) // len(signed))


@pytest.mark.req("SCN-SRC-006", "SCN-SRC-012")
def test_many_objects_come_in_order_with_one_request_each(
    bucket: Bucket, between: Proxy, tmp_path: Path, rows: Callable[[], list[Any]]
) -> None:
    bucket.put({f"{number:03}": MESSAGES[number % len(MESSAGES)] for number in range(90)})
    outcome = run(tmp_path, bucket.url)
    assert outcome.requests == {"GET": 90, "LIST": 1}
    assert len(between.asked) == 91
    assert sorted(row["source"] for row in rows()) == [f"{bucket.url}/{number:03}" for number in range(90)]
    again = run(tmp_path, bucket.url)
    assert (again.skipped, again.requests) == (again.partitions, {"GET": 90, "LIST": 1})
    assert len(between.asked) == 92


@pytest.mark.req("SCN-SRC-008")
def test_a_process_has_one_client_for_all_urls() -> None:
    assert stores.store_of("s3://a/1") is stores.store_of("s3://b")


# ---------------------------------------------------------------- stores that fail
def failing(key: str, status: int, code: str, times: int = 1000) -> Callable[[Asked], tuple[int, str] | None]:
    left = [times]

    def answer(asked: Asked) -> tuple[int, str] | None:
        if not asked.path.partition("?")[0].endswith(f"/{key}") or not left[0]:
            return None
        left[0] -= 1
        return status, code

    return answer


@pytest.mark.req("SCN-SRC-011", "SCN-SRC-012")
def test_a_store_that_throttles_is_asked_again(bucket: Bucket, between: Proxy) -> None:
    bucket.put({"1": FIRST, "2": FIRST})
    between.answer = failing("1", 503, "SlowDown", 5)
    (first, some), (second, others) = read(bucket.url)
    assert some == others == [Item("", FIRST, None, "binary")]
    assert (first.requests, second.requests) == ({"GET": 6}, {"GET": 1})


@pytest.mark.req("SCN-SRC-011", "SCN-SRC-012", kind="negative")
@pytest.mark.parametrize(
    ("status", "code", "named", "message", "requests"),
    [
        (503, "SlowDown", "source-unreadable", "the store refused 6 requests, one after another: SlowDown (HTTP 503)", 6),
        (500, "InternalError", "source-unreadable", "the store refused 6 requests, one after another: InternalError (HTTP 500)", 6),
        (403, "AccessDenied", "source-unreadable", "it is forbidden: AccessDenied (HTTP 403)", 1),
        (403, "InvalidObjectState", "source-unreadable", "it is forbidden: InvalidObjectState (HTTP 403)", 1),
        (412, "PreconditionFailed", "source-changed", "it changed after it was listed", 1),
        (400, "Odd", "source-unreadable", "the store refuses: Odd (HTTP 400)", 1),
    ],
)
def test_an_object_that_is_refused_is_a_problem(
    bucket: Bucket, between: Proxy, tmp_path: Path, status: int, code: str, named: str, message: str, requests: int
) -> None:
    bucket.put({"1": FIRST, "2": FIRST, "3": LONG})
    between.answer = failing("2", status, code)
    outcome = run(tmp_path, bucket.url)
    assert (outcome.messages, outcome.failed, outcome.worst) == (2, 1, 4)
    assert [(each.source, each.code, each.message) for each in outcome.failures] == [(f"{bucket.url}/2", named, message)]
    assert outcome.requests == {"GET": 2 + requests, "LIST": 1}
    between.answer = lambda asked: None
    again = run(tmp_path, bucket.url)
    assert (again.messages, again.failed, again.changed) == (3, 0, [])


@pytest.mark.req("SCN-SRC-011", kind="negative")
def test_an_object_that_vanishes_or_changes_after_it_was_listed_is_a_problem(bucket: Bucket, tmp_path: Path) -> None:
    bucket.put({"1": FIRST, "2": FIRST, "3": FIRST, "4": LONG})
    (source,) = opened(bucket.url)
    (partition,) = source.partitions()
    bucket.delete("2")
    bucket.put({"3": MESSAGES[1], "4": LONG[:10]})
    found = [(each.source[-1], list(each.items())) for each in objects_of(partition)]
    assert found == [
        ("1", [Item("", FIRST, None, "binary")]),
        ("2", [Problem("", "source-unreadable", "it is not there: NoSuchKey (HTTP 404)")]),
        ("3", [Problem("", "source-changed", "it changed after it was listed")]),
        ("4", [Problem("", "source-changed", "it changed after it was listed")]),
    ]


@pytest.mark.req("SCN-SRC-011", kind="negative")
def test_an_object_that_changes_while_it_is_read_is_a_problem(bucket: Bucket, between: Proxy) -> None:
    log = b"x %s\n" % base64.b64encode(FIRST)
    bucket.put({"log": log * 20_000})

    def change(asked: Asked) -> None:
        if len(between.ranges("log")) == 3:
            bucket.put({"log": log})

    between.answer = change
    ((_, found),) = read(bucket.url)
    assert [item for item in found if isinstance(item, Problem)] == [Problem("", "source-changed", "it changed after it was listed")]
    assert sum(isinstance(item, Item) for item in found) > 1000


@pytest.mark.req("SCN-SRC-011", "SCN-RUN-003")
def test_a_changed_object_is_scanned_again_and_named(bucket: Bucket, tmp_path: Path, rows: Callable[[], list[Any]]) -> None:
    bucket.put({"1": FIRST, "2": MESSAGES[1]})
    run(tmp_path, bucket.url)
    bucket.put({"2": MESSAGES[2]})
    outcome = run(tmp_path, bucket.url)
    assert outcome.changed == [f"{bucket.url}/2"]
    assert [row["message_id"] for row in rows()] == [facts(data).message_id for data in (FIRST, MESSAGES[2])]


@pytest.mark.req("SCN-SRC-011", kind="negative")
@pytest.mark.parametrize(
    ("status", "code", "message"),
    [
        (403, "AccessDenied", "it is forbidden: AccessDenied (HTTP 403)"),
        (503, "SlowDown", "6 requests, one after another: SlowDown (HTTP 503)"),
    ],
)
def test_a_list_that_fails_is_a_problem_and_removes_nothing(
    bucket: Bucket, between: Proxy, tmp_path: Path, rows: Callable[[], list[Any]], status: int, code: str, message: str
) -> None:
    bucket.put({"1": FIRST})
    run(tmp_path, bucket.url)
    between.answer = failing(bucket.name, status, code)
    outcome = run(tmp_path, bucket.url)
    assert [each.code for each in outcome.failures] == ["source-unreadable"]
    assert message in outcome.failures[0].message
    assert {row["source"] for row in rows()} == {f"{bucket.url}/1", bucket.url}
    between.answer = lambda asked: None
    outcome = run(tmp_path, bucket.url)
    assert (outcome.messages, outcome.failed, outcome.gone, outcome.skipped) == (1, 0, [], 1)


@pytest.mark.req("SCN-SRC-011", kind="negative")
def test_a_store_that_does_not_answer_is_left_alone(bucket: Bucket, between: Proxy, new_store: None, tmp_path: Path) -> None:
    """Each object is a problem, but most of them were not asked for; what is scanned again later is read."""
    bucket.put({f"{number:04}": FIRST for number in range(PAGE)})
    between.answer = lambda asked: None if "list-type" in asked.path else (0, "no answer")
    outcome = run(tmp_path, bucket.url)
    assert outcome.failed == PAGE
    assert {failure.code for failure in outcome.failures} == {"source-unreadable"}
    assert sum("not asked for" in failure.message for failure in outcome.failures) > PAGE / 2
    assert outcome.requests["GET"] < PAGE * 6 / 2
    between.answer = lambda asked: None
    stores.opened_store.cache_clear()  # as in a process of its own
    assert run(tmp_path, bucket.url).failed == 0


@pytest.mark.req("SCN-SRC-011")
def test_a_silent_store_is_asked_again_after_a_while(
    bucket: Bucket, between: Proxy, new_store: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket.put({"one": FIRST})
    store, requests = s3.S3Store(), Counter[str]()
    (one,) = store.listed(bucket.url, requests)
    between.answer = lambda asked: (0, "no answer")
    for _ in range(5):
        with pytest.raises(SourceError):
            store.read(one, 0, 10, requests)
    assert requests["GET"] == 3 * 6
    between.answer = lambda asked: None
    with pytest.raises(SourceError, match="not asked for"):
        store.read(one, 0, 10, requests)
    monkeypatch.setattr(s3, "_REST", 0)
    assert store.read(one, 0, 10, requests) == FIRST[:10]


@pytest.mark.req("SCN-SRC-011", kind="negative")
def test_a_list_that_ends_early_is_a_problem(bucket: Bucket, between: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_MOST", 10)
    bucket.put({f"{number:04}": b"" for number in range(PAGE + 1)})
    between.answer = lambda asked: (403, "ExpiredToken") if "continuation-token" in asked.path else None
    (source,) = opened(bucket.url)
    *most, last = source.partitions()
    assert not source.complete
    assert sum(len(each.options["objects"]) for each in most) >= PAGE - 10
    ((_, found),) = [(each, list(each.items())) for each in objects_of(last)]
    assert found == [Problem("", "source-unreadable", "the list of its objects ends early: it is forbidden: ExpiredToken (HTTP 403)")]


@pytest.mark.req("SCN-SRC-011", kind="negative")
@pytest.mark.parametrize(
    ("url", "message"),
    [("s3://no-such-bucket-here", "it is not there: NoSuchBucket (HTTP 404)"), ("s3://{}/x", "there is no such object, and none below it")],
)
def test_what_is_not_there_is_a_problem(bucket: Bucket, url: str, message: str) -> None:
    ((_, found),) = read(url.format(bucket.name))
    assert found == [Problem("", "source-unreadable", message)]


@pytest.mark.req("SCN-SRC-011", kind="negative")
@pytest.mark.usefixtures("new_store")
def test_a_server_that_does_not_answer_is_a_problem(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    ((_, found),) = read(bucket.url)
    assert found == [Problem("", "source-unreadable", "the store does not answer: EndpointConnectionError")]


@pytest.mark.req("SCN-SRC-011", kind="negative")
@pytest.mark.usefixtures("new_store")
def test_credentials_that_are_missing_are_named_once(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name)
    ((_, found),) = read(bucket.url)
    assert found == [Problem("", "source-unreadable", "the store does not answer: NoCredentialsError")]


# ---------------------------------------------------------------- URLs
@pytest.mark.req("SCN-SRC-010")
def test_other_stores_of_fsspec(between: Proxy) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe({"/here/a": LONG, "/here/b/log": b"x %s\n" % base64.b64encode(FIRST), "/there": FIRST})
    for name, found in (("here", ["here/a", "here/b/log"]), ("here/*", ["here/a"]), ("there", ["there"])):
        assert [each.source for each, _ in read(f"memory://{name}")] == [f"memory:///{each}" for each in found]
    assert [item.size for item in items("memory://here")] == [len(LONG), None]
    (partition,) = opened("memory://here")[0].partitions()
    memory.pipe("/here/a", FIRST)
    memory.rm("/here/b/log")
    found_now = [list(each.items()) for each in objects_of(partition)]
    assert [item.code for (item,) in found_now if isinstance(item, Problem)] == ["source-changed", "source-unreadable"]


@pytest.mark.req("SCN-SRC-011", kind="negative")
@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nothing://a/b", "nothing reads nothing://"),
        ("ftp://me:secret@host/a", "the URL has a password"),
        ("hdfs-not-there://a", "nothing reads hdfs-not-there://"),
    ],
)
def test_a_url_that_nothing_reads_is_refused(url: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        sources_of([url], How(None, None))


# ---------------------------------------------------------------- manifests
INVENTORY = "inv/b/daily/2026-11-30T01-00Z"


def inventory(bucket: Bucket, form: str, files: dict[str, bytes], schema: str) -> str:
    """Store an inventory; gives the URL of its manifest."""
    bucket.put(files)
    manifest = {
        "sourceBucket": bucket.name,
        "destinationBucket": f"arn:aws:s3:::{bucket.name}",
        "version": "2016-11-30",
        "creationTimestamp": "1764464400000",
        "fileFormat": form,
        "fileSchema": schema,
        "files": [{"key": key, "size": len(data), "MD5checksum": "0" * 32} for key, data in files.items()],
    }
    bucket.put({f"{INVENTORY}/manifest.json": json.dumps(manifest).encode()})
    return f"{bucket.url}/{INVENTORY}/manifest.json"


def listed(bucket: Bucket) -> list[dict[str, Any]]:
    """What an inventory says of the objects of a bucket."""
    found = bucket.client.list_objects_v2(Bucket=bucket.name)["Contents"]
    return [{"bucket": bucket.name, "key": each["Key"], "size": each["Size"], "e_tag": each["ETag"].strip('"')} for each in found]


def packed(rows: list[list[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    return gzip.compress(text.getvalue().encode(), mtime=0)


def packed_rows(rows: list[dict[str, Any]]) -> bytes:
    return packed([[row["bucket"], quote_plus(row["key"], safe="/"), row["size"], row["e_tag"]] for row in rows])


@pytest.mark.req("SCN-SRC-013", "SCN-SRC-012")
def test_an_inventory_in_csv_means_the_objects_that_it_lists(bucket: Bucket, between: Proxy) -> None:
    bucket.put({"a/1": FIRST, "b c+ä/2": LONG, "d": b"nothing"})
    rows = listed(bucket)
    bucket.put({"new": FIRST})
    url = inventory(bucket, "CSV", {"inv/data/1.csv.gz": packed_rows(rows[:2]), "inv/data/2.csv.gz": packed_rows(rows[2:])}, CSV_SCHEMA)
    assert names(url) == ["a/1", "b c+ä/2", "d"]
    assert [item.data for item in items(url)] == [FIRST, LONG[:8192]]
    (source,) = opened(url)
    list(source.partitions())
    assert source.requests() == {"GET": 3, "LIST": 3}


CSV_SCHEMA = "Bucket, Key, Size, ETag"


@pytest.mark.req("SCN-SRC-013")
def test_an_inventory_in_parquet_means_the_objects_that_it_lists(bucket: Bucket, tmp_path: Path) -> None:
    bucket.put({"a/1": FIRST, "b c+%41/2": FIRST})
    pq.write_table(pa.Table.from_pylist(listed(bucket)), tmp_path / "a")
    url = inventory(bucket, "Parquet", {"inv/data/1.parquet": (tmp_path / "a").read_bytes()}, "message s3.inventory { ... }")
    assert names(url) == ["a/1", "b c+%41/2"]
    assert [item.data for item in items(url)] == [FIRST, FIRST]


@pytest.mark.req("SCN-SRC-013")
def test_an_inventory_of_versions_means_each_version(bucket: Bucket) -> None:
    bucket.client.put_bucket_versioning(Bucket=bucket.name, VersioningConfiguration={"Status": "Enabled"})
    bucket.put({"a": FIRST})
    bucket.put({"a": MESSAGES[1], "b": MESSAGES[2]})
    bucket.delete("b")
    found = bucket.client.list_object_versions(Bucket=bucket.name)
    rows = [
        [bucket.name, each["Key"], each["VersionId"], each["IsLatest"], "false", each["Size"], each["ETag"].strip('"')]
        for each in found["Versions"]
    ]
    rows += [[bucket.name, "b", each["VersionId"], "true", "true", "", ""] for each in found["DeleteMarkers"]]
    old = {row[1]: row[2] for row in rows if row[3] is False}
    url = inventory(bucket, "CSV", {"inv/1.gz": packed(rows)}, "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, ETag")
    assert {name: item.data for name, item in zip(names(url), items(url), strict=True)} == {
        "a": MESSAGES[1],
        f"a?versionId={old['a']}": FIRST,
        f"b?versionId={old['b']}": MESSAGES[2],
    }


@pytest.mark.req("SCN-SRC-013", kind="negative")
@pytest.mark.parametrize(
    ("form", "schema", "data", "code", "message"),
    [
        ("ORC", CSV_SCHEMA, b"", "source-unreadable", "an inventory in ORC cannot be read; CSV and Parquet can"),
        (
            "CSV",
            "Bucket, Key",
            packed([["b", "k"]]),
            "source-unreadable",
            "the inventory lists it without Size or ETag; add these fields to it",
        ),
        ("CSV", CSV_SCHEMA, packed([["b", "k"]]), "source-damaged", "this list of objects ends early"),
        ("CSV", CSV_SCHEMA, packed([["b", "k", "x", "e"]]), "source-damaged", "this list of objects ends early"),
        ("CSV", CSV_SCHEMA, packed([["b", "k", "1", "e"]] * 50)[:-9], "source-damaged", "this list of objects ends early"),
        ("CSV", CSV_SCHEMA, b"plain", "source-damaged", "this list of objects ends early"),
        ("Parquet", "", b"PAR1 and nothing", "source-damaged", "the Parquet file cannot be read"),
    ],
)
def test_an_inventory_that_cannot_be_read_is_a_problem(
    bucket: Bucket, form: str, schema: str, data: bytes, code: str, message: str
) -> None:
    url = inventory(bucket, form, {"inv/1": data}, schema)
    (source,) = opened(url)
    objects = [each for partition in source.partitions() for each in partition.options["objects"]]
    assert not source.complete
    *_, found, what = objects[-1]
    assert found == code
    assert message in what


@pytest.mark.req("SCN-SRC-013", kind="negative")
def test_what_a_manifest_names_and_is_not_there_is_a_problem(bucket: Bucket) -> None:
    url = inventory(bucket, "CSV", {"inv/1.gz": packed([[bucket.name, "gone", 9, "e"]]), "inv/2.gz": packed([])}, CSV_SCHEMA)
    bucket.delete("inv/2.gz")
    missing = Problem("", "source-unreadable", "the manifest names it, and it is not there")
    refused = Problem("", "source-unreadable", "it is not there: NoSuchKey (HTTP 404)")
    assert [(each.source, found) for each, found in read(url)] == [(f"{bucket.url}/gone", [refused]), (f"{bucket.url}/inv/2.gz", [missing])]


@pytest.mark.req("SCN-SRC-013")
def test_a_manifest_of_another_kind_is_an_object(bucket: Bucket) -> None:
    text = json.dumps({"payload": base64.b64encode(FIRST).decode()}).encode()
    bucket.put({"app/manifest.json": text, "app/manifest-files.json": text})
    for name in ("app/manifest.json", "app/manifest-files.json"):
        assert [item.data for item in items(f"{bucket.url}/{name}")] == [FIRST]


EXPORT = "AWSDynamoDB/01764464400000-1234abcd"


def exported(bucket: Bucket, parts: list[list[bytes]]) -> str:
    """Store an export of DynamoDB with messages in items; gives the URL of its manifest."""
    lines = [
        [{"Item": {"pk": {"S": str(at)}, "blob": {"B": base64.b64encode(data).decode()}}} for at, data in enumerate(part)] for part in parts
    ]
    files = {
        f"{EXPORT}/data/{at}.json.gz": gzip.compress("".join(json.dumps(line) + "\n" for line in part).encode())
        for at, part in enumerate(lines)
    }
    bucket.put(files)
    entries = [
        {"itemCount": len(part), "md5Checksum": "", "etag": "", "dataFileS3Key": key} for key, part in zip(files, lines, strict=True)
    ]
    bucket.put({f"{EXPORT}/manifest-files.json": "".join(json.dumps(entry) + "\n" for entry in entries).encode()})
    summary = {"itemCount": sum(map(len, parts)), "manifestFilesS3Key": f"{EXPORT}/manifest-files.json"}
    bucket.put({f"{EXPORT}/manifest-summary.json": json.dumps(summary).encode(), f"{EXPORT}/data/other.json.gz": gzip.compress(b"{}")})
    return f"{bucket.url}/{EXPORT}/manifest-files.json"


@pytest.mark.req("SCN-SRC-013")
def test_the_manifest_of_an_export_means_its_data_files(bucket: Bucket) -> None:
    url = exported(bucket, [MESSAGES[:3], MESSAGES[3:5]])
    assert names(url) == [f"{EXPORT}/data/0.json.gz", f"{EXPORT}/data/1.json.gz"]
    for how in (AUTO, How("Item.blob.B", None), How("Item.blob", None)):
        assert [item.data for item in items(url, how=how)] == MESSAGES[:5]
    assert [item.data for item in items(f"{bucket.url}/{EXPORT}")] == MESSAGES[:5]
    assert names(f"{bucket.url}/{EXPORT}/manifest-summary.json") == names(url)


@pytest.mark.req("SCN-SRC-013", kind="negative")
@pytest.mark.parametrize(
    "summary", [b"{}", b"[]", b"{", b'{"manifestFilesS3Key": 1}', b'{"manifestFilesS3Key": "a/manifest-summary.json"}']
)
def test_what_only_has_the_name_of_a_summary_is_an_object(bucket: Bucket, summary: bytes) -> None:
    bucket.put({"a/manifest-summary.json": summary})
    assert names(f"{bucket.url}/a/manifest-summary.json") == ["a/manifest-summary.json"]


@pytest.mark.req("SCN-SRC-013", kind="negative")
def test_a_data_file_that_is_not_there_is_a_problem(bucket: Bucket) -> None:
    url = exported(bucket, [MESSAGES[:3], MESSAGES[3:5]])
    bucket.delete(f"{EXPORT}/data/0.json.gz")
    (_, first), (_, second) = read(url)
    assert first == [Problem("", "source-unreadable", "the manifest names it, and it is not there")]
    assert [item.data for item in second if isinstance(item, Item)] == MESSAGES[3:5]

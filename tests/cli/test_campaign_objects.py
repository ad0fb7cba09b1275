"""``esdkit rekey --plan`` on objects of S3: replaced if they have not changed, with all that they have, by workers that may be killed."""

from __future__ import annotations

import hashlib
import json
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import boto3
import pytest

import esdkit
from esdkit.errors import Code
from esdkit.scan.campaign import move, objects
from esdkit.scan.campaign.objects import ObjectPlace
from esdkit.scan.sources import s3
from esdkit.scan.sources.stores import opened_store
from tests.campaigns import NEW, NEW_KEY, OLD, OLD_KEY, OPTIONS, records
from tests.cli.running import Program, Ran
from tests.kms import servers
from tests.kms.servers import CREDENTIALS
from tests.stores import Asked, Proxy, proxy

ROOT = Path(__file__).parents[2]
STATE = "PLAN.state"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with servers.moto() as running:
        yield running.url


@pytest.fixture
def between(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    with proxy(server) as opened:
        for name, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": opened.url}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("AWS_PROFILE", raising=False)
        monkeypatch.setattr(s3, "_FIRST_WAIT", 0.001)
        opened_store.cache_clear()
        yield opened
        opened_store.cache_clear()


class Bucket:
    """A bucket of messages under the old key."""

    def __init__(self, url: str, name: str, **options: Any) -> None:
        place = {"endpoint_url": url, "region_name": "us-east-1", "aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
        self.client: Any = boto3.client("s3", **place)  # type: ignore[call-overload]  # no stubs of S3
        self.name = name
        self.client.create_bucket(Bucket=name, **options)

    def fill(self, count: int, **options: Any) -> list[str]:
        keys = [f"in/{number:03}" for number in range(count)]
        for number, key in enumerate(keys):
            self.put(key, b"hidden %d" % number * number, **options)
        return keys

    def put(self, key: str, plaintext: bytes, **options: Any) -> bytes:
        message, _ = esdkit.encrypt(source=plaintext, keyring=OLD, encryption_context={"tenant": key})
        self.client.put_object(Bucket=self.name, Key=key, Body=message, **options)
        return message

    def get(self, key: str) -> bytes:
        data: bytes = self.client.get_object(Bucket=self.name, Key=key)["Body"].read()
        return data

    def keys(self) -> list[str]:
        return [each["Key"] for each in self.client.list_objects_v2(Bucket=self.name)["Contents"]]

    def opened(self, keys: list[str]) -> list[bytes]:
        """Plaintexts of messages that are under exactly the new key."""
        found = []
        for key in keys:
            plaintext, header = esdkit.decrypt(source=self.get(key), keyring=NEW, encryption_context={"tenant": key})
            assert [each.provider_info[:3] for each in header.encrypted_data_keys] == [b"new"]
            found.append(plaintext)
        return found


@pytest.fixture
def bucket(server: str, between: Proxy, request: pytest.FixtureRequest) -> Bucket:
    return Bucket(server, f"b-{hashlib.sha256(request.node.name.encode()).hexdigest()[:20]}")


def planned(program: Program, bucket: Bucket, *options: str) -> list[dict[str, Any]]:
    program.write("old.key", f"{OLD_KEY.hex()}\n".encode())
    program.write("new.key", f"{NEW_KEY.hex()}\n".encode())
    ran = program("scan", f"s3://{bucket.name}", "--plan", "PLAN", "--jobs", "1", *options)
    assert ran.code == 0, ran.stderr
    return [json.loads(line) for line in (program.folder / "PLAN").read_bytes().splitlines()][1:-1]


def rekey(program: Program, *more: str) -> Ran:
    return program("rekey", "--plan", "PLAN", *OPTIONS, *more)


def counted(program: Program, *more: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(rekey(program, "--json", *more).stdout)
    return report


def plaintexts(count: int) -> list[bytes]:
    return [b"hidden %d" % number * number for number in range(count)]


# ---------------------------------------------------------------- moved
@pytest.mark.req("SCN-PLN-010")
def test_objects_are_moved_with_the_requests_that_a_dry_run_foresees(program: Program, bucket: Bucket, between: Proxy) -> None:
    keys = bucket.fill(4)
    assert [line["source"] for line in planned(program, bucket)] == [f"s3://{bucket.name}/{key}" for key in keys]
    before = len(between.asked)
    foreseen = counted(program, "--dry-run")
    assert (foreseen["to_move"]["messages"], foreseen["store_requests"]) == (4, {"GET": 16, "PUT": 5})
    assert len(between.asked) == before
    report = counted(program)
    assert (report["moved"], report["failed"], report["left"]) == (4, 0, 0)
    assert report["store_requests"] == foreseen["store_requests"]  # one PUT for the bucket, with an ETag that nobody has
    assert len(between.asked) - before == 21
    assert bucket.opened(keys) == plaintexts(4)
    assert bucket.keys() == keys
    before = len(between.asked)
    assert (counted(program, "--resume")["moved"], len(between.asked)) == (4, before)


@pytest.mark.req("SCN-PLN-010")
def test_object_in_pieces(program: Program, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (s3, objects):
        monkeypatch.setattr(module, "PIECE", 1000)
    bucket.put("big", b"x" * 5000)
    planned(program, bucket)
    foreseen = counted(program, "--dry-run")["store_requests"]
    report = counted(program)
    assert report["moved"] == 1
    assert report["store_requests"]["GET"] <= foreseen["GET"]
    assert bucket.opened(["big"]) == [b"x" * 5000]


KEPT = {
    "Metadata": {"order": "7", "by": "a b"},
    "ContentType": "application/x-order",
    "CacheControl": "no-store",
    "ContentDisposition": "attachment",
    "ContentLanguage": "de",
    "StorageClass": "STANDARD_IA",
    "ServerSideEncryption": "aws:kms",
    "SSEKMSKeyId": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "BucketKeyEnabled": True,
}


@pytest.mark.req("SCN-PLN-010")
def test_what_an_object_has_stays(program: Program, bucket: Bucket) -> None:
    bucket.put("one", b"text", **KEPT, Tagging="team=a%2Bb&cost=1", GrantRead='uri="http://acs.amazonaws.com/groups/global/AllUsers"')
    bucket.put("two", b"text")
    place = {"Bucket": bucket.name, "Key": "one"}
    acl = bucket.client.get_object_acl(**place)["Grants"]
    planned(program, bucket)
    assert counted(program)["moved"] == 2
    now = bucket.client.head_object(**place)
    assert {name: now[name] for name in KEPT} == KEPT
    tags = bucket.client.get_object_tagging(**place)["TagSet"]
    assert {tag["Key"]: tag["Value"] for tag in tags} == {"team": "a+b", "cost": "1"}
    assert bucket.client.get_object_acl(**place)["Grants"] == acl
    assert any("URI" in grant["Grantee"] for grant in acl)
    assert bucket.client.get_object_tagging(Bucket=bucket.name, Key="two")["TagSet"] == []
    assert bucket.opened(["one", "two"]) == [b"text"] * 2


@pytest.mark.req("SCN-PLN-010")
def test_locks_stay(program: Program, server: str, between: Proxy) -> None:
    bucket = Bucket(server, "locked-orders", ObjectLockEnabledForBucket=True)
    until = datetime(2999, 1, 2, tzinfo=UTC)
    bucket.put("kept", b"text", ObjectLockMode="GOVERNANCE", ObjectLockRetainUntilDate=until, ObjectLockLegalHoldStatus="ON")
    bucket.put("free", b"text")
    planned(program, bucket)
    assert counted(program)["moved"] == 2
    now = bucket.client.head_object(Bucket=bucket.name, Key="kept")
    assert (now["ObjectLockMode"], now["ObjectLockRetainUntilDate"], now["ObjectLockLegalHoldStatus"]) == ("GOVERNANCE", until, "ON")
    assert "ObjectLockMode" not in bucket.client.head_object(Bucket=bucket.name, Key="free")
    assert bucket.opened(["free", "kept"]) == [b"text"] * 2


@pytest.mark.req("SCN-PLN-010")
@pytest.mark.parametrize("versions", [False, True], ids=["copy", "versions"])
def test_old_objects_are_kept_on_request(program: Program, bucket: Bucket, versions: bool) -> None:
    if versions:
        bucket.client.put_bucket_versioning(Bucket=bucket.name, VersioningConfiguration={"Status": "Enabled"})
    old = bucket.put("one", b"text", Metadata={"order": "7"})
    planned(program, bucket)
    foreseen = counted(program, "--dry-run", "--keep-old", ".old")["store_requests"]
    report = counted(program, "--keep-old", ".old")
    assert report["moved"] == 1
    assert foreseen == {"GET": 5, "PUT": 3}
    assert report["store_requests"] == {"GET": 5, "PUT": 2 if versions else 3}
    assert bucket.opened(["one"]) == [b"text"]
    if versions:
        kept = bucket.client.list_object_versions(Bucket=bucket.name)["Versions"]
        assert [each["Key"] for each in kept] == ["one", "one"]
    else:
        assert bucket.get("one.old") == old
        assert bucket.client.head_object(Bucket=bucket.name, Key="one.old")["Metadata"] == {"order": "7"}


@pytest.mark.req("SCN-PLN-010", kind="negative")
def test_old_object_does_not_take_the_place_of_another_one(program: Program, bucket: Bucket) -> None:
    old = bucket.put("one", b"text")
    bucket.client.put_object(Bucket=bucket.name, Key="one.old", Body=b"other")
    planned(program, bucket)
    assert rekey(program, "--keep-old", ".old").code == 4
    assert (bucket.get("one"), bucket.get("one.old")) == (old, b"other")
    bucket.client.put_object(Bucket=bucket.name, Key="one.old", Body=old)  # as a worker leaves it that is killed after the copy
    assert rekey(program, "--keep-old", ".old", "--resume").code == 0
    assert bucket.opened(["one"]) == [b"text"]


# ---------------------------------------------------------------- not moved
@pytest.mark.req("SCN-PLN-005", "SCN-PLN-010", kind="negative")
def test_object_that_changed_since_the_plan_is_left_alone(program: Program, bucket: Bucket) -> None:
    keys = bucket.fill(3)
    planned(program, bucket)
    changed = bucket.put(keys[1], b"written since")
    bucket.client.delete_object(Bucket=bucket.name, Key=keys[2])
    assert rekey(program).code == 4
    assert sorted((each["code"], "NoSuchKey" in each["reason"]) for each in records(Path(STATE), "failed")) == [
        ("source-changed", False),
        ("source-unreadable", True),
    ]
    assert bucket.get(keys[1]) == changed
    assert bucket.opened(keys[:1]) == plaintexts(1)


@pytest.mark.req("SCN-PLN-010", kind="negative")
@pytest.mark.parametrize("when", ["before-the-put", "after-it"])
def test_object_that_changes_while_it_is_moved_is_left_alone(
    program: Program, bucket: Bucket, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    keys = bucket.fill(2)
    planned(program, bucket)
    written: list[bytes] = []
    replace = s3.S3Store.replace

    def late(store: s3.S3Store, *args: Any) -> str | None:
        if when == "before-the-put":
            written.append(bucket.put(keys[0], b"meanwhile"))
        etag = replace(store, *args)
        if when == "after-it":
            written.append(bucket.put(keys[0], b"meanwhile"))
        return etag

    with monkeypatch.context() as patched:
        patched.setattr(s3.S3Store, "replace", late)
        assert rekey(program).code == 4
    assert {each["code"] for each in records(Path(STATE), "failed")} == {"source-changed"}
    assert bucket.get(keys[0]) == written[-1]


@pytest.mark.req("SCN-PLN-010", kind="negative")
def test_store_that_gives_other_bytes_than_it_took_is_named(program: Program, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    bucket.fill(1)
    planned(program, bucket)
    monkeypatch.setattr(objects, "_digest", lambda *args: b"")
    assert rekey(program).code == 4
    assert [each["code"] for each in records(Path(STATE), "failed")] == [str(Code.NEW_MESSAGE_DIFFERS)]


@pytest.mark.req("SCN-PLN-010", kind="negative")
def test_store_without_conditional_writes_is_found_out(program: Program, bucket: Bucket, between: Proxy) -> None:
    """It is asked by a PUT of the bytes that the first object has, so no object has other bytes or metadata after it."""
    keys = bucket.fill(4, Metadata={"order": "7"}, Tagging="team=a")
    old = [bucket.get(key) for key in keys]
    planned(program, bucket)
    between.hidden = ("If-Match",)
    before = len(between.asked)
    ran = rekey(program)
    assert ran.code == 4
    assert [each["code"] for each in records(Path(STATE), "failed")] == ["cannot-replace"] * 4
    assert "whatever their ETag is" in " ".join(ran.stderr.split())
    assert [asked.path.endswith(keys[0]) for asked in between.asked[before:] if asked.method == "PUT"] == [True]
    assert [bucket.get(key) for key in keys] == old
    now = bucket.client.head_object(Bucket=bucket.name, Key=keys[0])
    assert now["Metadata"] == {"order": "7"}
    assert bucket.client.get_object_tagging(Bucket=bucket.name, Key=keys[0])["TagSet"] == [{"Key": "team", "Value": "a"}]
    assert bucket.keys() == keys
    between.hidden = ()
    opened_store.cache_clear()
    assert counted(program, "--resume")["moved"] == 4


@pytest.mark.req("SCN-PLN-010", kind="negative")
@pytest.mark.parametrize("what", ["tagging", "acl"])
def test_what_cannot_be_read_is_not_lost(program: Program, bucket: Bucket, between: Proxy, what: str) -> None:
    old = bucket.put("one", b"text")
    planned(program, bucket)
    between.answer = lambda asked: (403, "AccessDenied") if what in asked.path and "?" in asked.path else None
    assert rekey(program).code == 4
    assert [each["code"] for each in records(Path(STATE), "failed")] == ["source-unreadable"]
    assert bucket.get("one") == old


@pytest.mark.req("SCN-PLN-005", kind="negative")
def test_old_versions_and_too_large_objects_are_refused(program: Program, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    old = bucket.put("one", b"text")
    line = planned(program, bucket)[0]
    text = (program.folder / "PLAN").read_text()
    monkeypatch.setattr(objects, "MAX_PUT", 10)
    assert rekey(program).code == 4
    assert bucket.get("one") == old
    program.write("OTHER", text.replace(line["source"], f"{line['source']}?versionId=abc").encode())
    ran = program("rekey", "--plan", "OTHER", *OPTIONS, "--dry-run")
    assert (ran.code, "old version" in ran.stderr) == (4, True)


# ---------------------------------------------------------------- a store that fails
def failing(chance: random.Random, share: float, code: tuple[int, str]) -> Callable[[Asked], tuple[int, str] | None]:
    return lambda asked: code if chance.random() < share else None


@pytest.mark.req("SCN-PLN-010")
@pytest.mark.parametrize("late", [False, True], ids=["before-it-is-carried-out", "after"])
def test_busy_store_is_asked_again(program: Program, bucket: Bucket, between: Proxy, late: bool) -> None:
    """Also where a PUT was carried out and answered with an error, so that its repetition finds another ETag."""
    keys = bucket.fill(8)
    planned(program, bucket)
    setattr(between, "late" if late else "answer", failing(random.Random(15), 0.3, (503, "SlowDown")))
    report = counted(program)
    assert (report["moved"], report["failed"]) == (8, 0)
    assert sum(report["store_requests"].values()) > 8 * 5 + 1
    assert bucket.opened(keys) == plaintexts(8)


@pytest.mark.req("SCN-PLN-010", kind="negative")
def test_store_that_stays_busy_is_given_up(program: Program, bucket: Bucket, between: Proxy) -> None:
    old = bucket.put("one", b"text")
    planned(program, bucket)
    before = len(between.asked)
    between.answer = lambda asked: (503, "SlowDown") if asked.method == "PUT" else None
    ran = rekey(program)
    assert (ran.code, "refused 6 requests" in ran.stderr) == (4, True)
    assert [asked.method for asked in between.asked[before:]].count("PUT") == 6
    assert bucket.get("one") == old
    between.answer = lambda asked: None
    assert counted(program, "--resume")["moved"] == 1


@pytest.mark.req("SCN-PLN-010", kind="negative")
def test_put_that_finds_another_object_each_time(program: Program, bucket: Bucket, between: Proxy) -> None:
    keys = bucket.fill(3)
    planned(program, bucket)
    between.answer = lambda asked: (412, "PreconditionFailed") if asked.method == "PUT" and asked.path.endswith(keys[1]) else None
    assert rekey(program).code == 4
    assert [each["code"] for each in records(Path(STATE), "failed")] == ["source-changed"]
    between.answer = lambda asked: None
    assert counted(program, "--resume")["moved"] == 3
    assert bucket.opened(keys) == plaintexts(3)


@pytest.mark.req("SCN-PLN-004", "SCN-PLN-010")
def test_worker_that_dies_after_the_put_is_made_up_for(program: Program, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = bucket.fill(1)
    planned(program, bucket)
    put = ObjectPlace.put

    def dying(place: ObjectPlace, begin: Callable[[], None]) -> None:
        put(place, begin)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ObjectPlace, "put", dying)
        assert rekey(program).code == 130
    moved = bucket.get(keys[0])
    report = counted(program, "--resume")
    assert (report["moved"], report["under_new_keys"]) == (1, 0)
    assert bucket.get(keys[0]) == moved


@pytest.mark.req("SCN-PLN-003", kind="negative")
def test_new_object_that_does_not_open_replaces_nothing(program: Program, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    old = bucket.put("one", b"text")
    planned(program, bucket)
    monkeypatch.setattr(move.Mover, "_read_back", lambda mover, file: (esdkit.parse(old).header, b""))
    assert rekey(program).code == 4
    assert bucket.get("one") == old


# ---------------------------------------------------------------- workers that are killed
def worker(program: Program, between: Proxy, seed: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.campaigns", seed, "objects", "rekey", "--plan", "PLAN", "--resume", *OPTIONS]
    environment = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **CREDENTIALS, "AWS_ENDPOINT_URL": between.url}
    return subprocess.Popen(command, cwd=program.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kill_often(program: Program, bucket: Bucket, between: Proxy, kills: int, count: int, seed: int) -> None:
    """Two workers at once on one plan, killed at any step, before a store that is busy now and then."""
    chance, killed = random.Random(seed), 0
    keys = bucket.fill(count)
    planned(program, bucket)
    for late in (False, True):
        setattr(between, "late" if late else "answer", failing(random.Random(seed + late), 0.03, (503, "SlowDown")))
    while killed < kills:
        for process in [worker(program, between, str(chance.random())) for _ in range(2)]:
            _, said = process.communicate()
            assert process.returncode in (0, -signal.SIGKILL), said
            killed += process.returncode != 0
        if not any(Path(STATE).rglob("*.claim")) and len(records(Path(STATE), "done")) == count:
            assert bucket.opened(keys) == plaintexts(count)
            keys = bucket.fill(count)
            planned(program, bucket)
            Path(STATE).rename(f"{STATE}.{killed}")
    last = worker(program, between, "lives")
    assert last.communicate()[1] == b""
    assert last.returncode == 0
    assert bucket.opened(keys) == plaintexts(count)
    done = records(Path(STATE), "done")
    assert {each["message_id"] for each in done} == {esdkit.parse(bucket.get(key)).header.message_id.hex() for key in keys}
    assert [each["outcome"] for each in done] == ["moved"] * count
    assert not list(Path(STATE).rglob("*.claim"))
    assert bucket.keys() == keys


@pytest.mark.slow
@pytest.mark.req("SCN-PLN-004", "SCN-PLN-010")
def test_killed_workers_lose_no_object(program: Program, bucket: Bucket, between: Proxy) -> None:
    kill_often(program, bucket, between, 10, 24, seed=15)


@pytest.mark.fuzz
@pytest.mark.req("SCN-PLN-004", "SCN-PLN-010")
def test_workers_killed_very_often_lose_no_object(program: Program, bucket: Bucket, between: Proxy) -> None:
    kill_often(program, bucket, between, 50, 40, seed=51)

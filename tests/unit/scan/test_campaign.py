"""What a campaign is made of: names of new keys, requests that they take, the pace of requests, records and claims."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest

import esdkit
from esdkit.cmm import DefaultCmm
from esdkit.keyrings import (
    HierarchicalKeyring,
    Keyring,
    KmsDiscoveryKeyring,
    KmsKeyring,
    KmsMrkKeyring,
    MultiKeyring,
    RawAesKeyring,
    StaticBranchKeyStore,
    StaticDataKeyring,
)
from esdkit.scan.campaign.keys import asks_others, new_keys, requests
from esdkit.scan.campaign.pace import Pace
from esdkit.scan.campaign.state import Claim, State
from esdkit.scan.facts import facts
from esdkit.scan.plan import Entry, PlanKey
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms, mrk

KMS = FakeKms([IRELAND, FRANKFURT, mrk("eu-west-1"), mrk("eu-central-1")])
RAW = RawAesKeyring("name/space:", b"\xff\x00", bytes(32))


def kms(*arns: str) -> KmsKeyring:
    return KmsKeyring([*arns], client_supplier=KMS)


def entry(*keys: tuple[str, str]) -> Entry:
    return Entry("a.bin", "", "binary", "1-1", 1, "00", tuple(PlanKey(*key) for key in keys))


KEYRINGS: dict[str, Keyring] = {
    "raw": RAW,
    "kms": kms(IRELAND, FRANKFURT),
    "multi": MultiKeyring(generator=RAW, children=[kms(FRANKFURT)]),
    "mrk": KmsMrkKeyring([mrk("eu-west-1")], client_supplier=KMS),
}


@pytest.mark.req("SCN-PLN-004")
@pytest.mark.parametrize("keyring", KEYRINGS.values(), ids=list(KEYRINGS))
def test_names_of_new_keys_are_those_that_messages_have(keyring: Keyring) -> None:
    message, _ = esdkit.encrypt(source=b"", keyring=keyring)
    found = facts(message).data_keys
    assert found is not None
    assert new_keys(DefaultCmm(keyring)) == frozenset(key.key for key in found)


@pytest.mark.req("SCN-PLN-004", kind="negative")
@pytest.mark.parametrize(
    "keyring",
    [
        KmsKeyring(["alias/one"], client_supplier=KMS),
        KmsDiscoveryKeyring(client_supplier=KMS),
        MultiKeyring(generator=RAW, children=[KmsKeyring(["alias/one"], client_supplier=KMS)]),
    ],
    ids=["alias", "discovery", "one-of-several"],
)
def test_names_that_only_kms_knows_are_not_guessed(keyring: Keyring) -> None:
    assert new_keys(DefaultCmm(keyring)) is None


@pytest.mark.req("SCN-PLN-007")
@pytest.mark.parametrize(
    ("old", "new", "keys", "expected"),
    [
        (RAW, RAW, [("x", "raw-aes")], {}),
        (kms(IRELAND), kms(FRANKFURT), [(IRELAND, "kms")], {"Decrypt": 2, "GenerateDataKey": 1}),
        (kms(IRELAND), RAW, [(IRELAND, "kms"), (FRANKFURT, "kms"), ("x", "raw-aes")], {"Decrypt": 1}),
        (KmsDiscoveryKeyring(client_supplier=KMS), RAW, [(IRELAND, "kms"), (FRANKFURT, "kms")], {"Decrypt": 2}),
        (RAW, KEYRINGS["multi"], [("x", "raw-aes")], {"Encrypt": 1}),
        (KEYRINGS["mrk"], RAW, [(mrk("eu-central-1"), "kms"), (IRELAND, "kms")], {"Decrypt": 1}),
        (RAW, kms(IRELAND, FRANKFURT), [("x", "raw-aes")], {"GenerateDataKey": 1, "Encrypt": 1, "Decrypt": 1}),
    ],
    ids=["none", "kms", "one-key-of-two", "discovery", "raw-first", "replica", "two-new-keys"],
)
def test_requests_are_at_most_those_foreseen(old: Keyring, new: Keyring, keys: list[tuple[str, str]], expected: dict[str, int]) -> None:
    assert requests(entry(*keys), DefaultCmm(old), DefaultCmm(new)) == expected


@pytest.mark.req("SCN-PLN-007")
def test_what_is_not_counted_is_said() -> None:
    hierarchy = HierarchicalKeyring(StaticBranchKeyStore([]), branch_key_id="b", ttl=1)
    assert asks_others(DefaultCmm(RAW), DefaultCmm(hierarchy))
    assert not asks_others(DefaultCmm(KEYRINGS["multi"]), DefaultCmm(StaticDataKeyring(bytes(32))))


VALUE = "table t, row 1, column c"
OBSTACLES = {
    "stdin": (("-", "", "binary"), "stdin", "Scan it where it is stored"),
    "url": (("gs://bucket/key", "", "binary"), "it is at gs://", "Download it"),
    "memory": (("memory://bucket/key", "row 1, column c", "base64"), "it is at memory://", "Download it"),
    "version": (("s3://bucket/key?versionId=1", "", "binary"), "old version", "Make it the current version"),
    "in-an-object": (("s3://bucket/key", "one.bin", "binary"), "part of its source: one.bin", None),
    "database-in-s3": (("s3://bucket/app.db", VALUE, "binary"), f"part of its source: {VALUE}", None),
    "database-in-a-store": (("gs://bucket/app.db", VALUE, "binary"), "it is at gs://", "Download it"),
    "member": (("a.zip", "one.bin", "binary"), "part of its source: one.bin", None),
    "parquet": (("a.parquet", "row 1, column c", "binary"), "part of its source: row 1, column c", None),
    "in-a-value": (("app.db", f"{VALUE} > gzip", "binary"), f"part of its source: {VALUE} > gzip", None),
    "in-a-value-by-url": (("mysql+pymysql://db/shop", f"{VALUE} > gzip", "binary"), f"part of a value: {VALUE} > gzip", None),
    "query": (("sqlite:///app.db", "row 1, column c", "binary"), "result of a query", "Scan its table by --table"),
    "base64": (("a.txt", "", "base64"), "but as base64", "esdkit rekey --decode --encode"),
    "hex": (("a.txt", "", "hex"), "but as hex", None),
}


@pytest.mark.req("SCN-PLN-005", kind="negative")
@pytest.mark.parametrize("name", OBSTACLES)
def test_what_is_not_a_whole_file_cannot_be_written_back(name: str) -> None:
    (source, part, form), said, hint = OBSTACLES[name]
    assert entry().obstacle is None
    obstacle = entry()._replace(source=source, part=part, form=form).obstacle
    assert obstacle is not None
    assert said in obstacle.reason
    assert (hint or "") in (obstacle.hint or "")
    assert (obstacle.hint is None) == (hint is None)


@pytest.mark.req("SCN-PLN-005", kind="negative")
def test_object_that_is_too_large_for_one_request() -> None:
    found = entry()._replace(source="s3://bucket/key", part="", form="binary", size=5 << 30)
    assert found.obstacle is None
    obstacle = found._replace(size=(5 << 30) + 1).obstacle
    assert obstacle is not None
    assert "S3 takes at most" in obstacle.reason


@pytest.mark.req("SCN-PLN-009")
@pytest.mark.parametrize("source", ["app.db", "sqlite:///app.db", "postgresql+psycopg://db/shop", "mysql+pymysql://db/shop"])
def test_value_of_a_table_can_be_written_back(source: str) -> None:
    assert entry()._replace(source=source, part=VALUE).obstacle is None


# ---------------------------------------------------------------- pace
class Clock:
    """A clock that runs only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", lambda: clock.now)
    monkeypatch.setattr(time, "sleep", clock.sleep)
    return clock


@pytest.mark.req("SCN-PLN-007")
def test_workers_share_the_rate(tmp_path: Path, clock: Clock) -> None:
    workers = [Pace(tmp_path / "kms", 4), Pace(tmp_path / "kms", 4)]
    sent = []
    for number in range(20):
        workers[number % 3 % 2]()
        sent.append(clock.now)
    assert all(later - earlier >= 0.25 for earlier, later in pairwise(sent))
    assert sum(worker.requests for worker in workers) == 20


@pytest.mark.req("SCN-PLN-007")
@pytest.mark.parametrize("left", [b"", b"12.", b"x", b"2000000.0"], ids=["new", "cut", "damaged", "clock-set-back"])
def test_rate_starts_again_from_any_file(tmp_path: Path, clock: Clock, left: bytes) -> None:
    (tmp_path / "kms").write_bytes(left)
    before = clock.now
    pace = Pace(tmp_path / "kms", 2)
    pace()
    assert clock.now == before
    pace()
    assert clock.now == before + 0.5


def test_without_a_rate_requests_are_only_counted(tmp_path: Path, clock: Clock) -> None:
    pace, before = Pace(tmp_path / "kms", None), clock.now
    pace()
    pace()
    assert (pace.requests, clock.now, list(tmp_path.iterdir())) == (2, before, [])


# ---------------------------------------------------------------- state
@pytest.mark.req("SCN-PLN-004")
def test_claim_keeps_the_last_message_that_was_begun(tmp_path: Path) -> None:
    state, one = State(tmp_path), entry()

    def begun(data: bytes | None = None) -> str | None:
        if data is not None:
            state.file(one, "claim").write_bytes(data)
        with state.claimed(one, wait=False) as claim:
            assert isinstance(claim, Claim)
            return claim.begun

    with state.claimed(one, wait=False) as claim, state.claimed(one, wait=False) as other:
        assert isinstance(claim, Claim)
        assert other is None
        assert claim.begun is None
        claim.begin("aa")
        claim.begin("bb")
    assert begun() == "bb"
    assert begun(b'{"message_id": "b') is None  # cut by a kill


@pytest.mark.req("SCN-PLN-004")
def test_worker_that_waits_gets_the_claim_when_it_is_released(tmp_path: Path) -> None:
    state, one = State(tmp_path), entry()
    asks, got = Event(), list[bool]()

    def wait() -> None:
        asks.set()
        with state.claimed(one, wait=True) as claim:
            got.append(claim is not None)

    thread = Thread(target=wait)
    with state.claimed(one, wait=False):
        thread.start()
        assert asks.wait(10)
        thread.join(0.1)
        assert got == []
    thread.join(10)
    assert got == [True]


@pytest.mark.req("SCN-PLN-004")
@pytest.mark.parametrize("data", [b"", b'{"outcome": "mov', b"[]"], ids=["empty", "cut", "list"])
def test_damaged_record_is_none(tmp_path: Path, data: bytes) -> None:
    state, one = State(tmp_path), entry()
    state.file(one, "done").parent.mkdir()
    state.file(one, "done").write_bytes(data)
    assert state.outcome(one) is None

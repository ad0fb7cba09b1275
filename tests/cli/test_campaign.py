"""``esdkit scan --plan`` and ``esdkit rekey --plan``: what is planned, what is moved, what is not and why."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import IO, Any

import pytest
from jsonschema import Draft202012Validator

import esdkit
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from esdkit.scan import plan as plan_module
from esdkit.scan.campaign import move
from esdkit.scan.campaign.places import FilePlace
from esdkit.scan.campaign.state import Claim, State, locked
from esdkit.scan.campaign.values import ValuePlace
from esdkit.scan.plan import Entry, Plan
from esdkit.spec import spec_path
from tests.campaigns import NEW, NEW_KEY, OLD, OLD_KEY, OPTIONS, digests, opened, records, store
from tests.cli.running import Program, Ran
from tests.conftest import Golden

STATE = "PLAN.state"


def schema(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((spec_path() / "schemas" / name).read_text(encoding="utf-8"))
    return document


PLAN_SCHEMA = Draft202012Validator(schema("campaign-plan.json"))
REPORT_SCHEMA = Draft202012Validator(schema("campaign-report.json"))
DEAD_SCHEMA = Draft202012Validator({**schema("campaign-report.json"), "oneOf": [{"$ref": "#/$defs/dead_letter"}]})


def planned(program: Program, *options: str) -> list[dict[str, Any]]:
    """Scan the folder; gives the lines of the plan."""
    ran = program("scan", "in", "--plan", "PLAN", "--jobs", "1", *options)
    assert ran.code == 0, ran.stderr
    return lines(program, "PLAN")


def lines(program: Program, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (program.folder / name).read_bytes().splitlines()]


def rekey(program: Program, *more: str) -> Ran:
    return program("rekey", "--plan", "PLAN", *OPTIONS, *more)


def counted(program: Program, *more: str) -> dict[str, Any]:
    """The JSON report of a run."""
    report: dict[str, Any] = json.loads(rekey(program, "--json", *more).stdout)
    REPORT_SCHEMA.validate(report)
    return report


def dead(program: Program) -> dict[str, tuple[str | None, str]]:
    """Code and reason of each message in the dead-letter file."""
    found = lines(program, f"{STATE}/dead-letter.jsonl")
    for line in found:
        DEAD_SCHEMA.validate(line)
    return {line["source"]: (line["code"], line["reason"]) for line in found}


def test_help(program: Program, golden: Golden) -> None:
    ran = program("rekey", "--plan", "PLAN", "--help")
    assert len(ran.text.splitlines()) <= 60
    golden("help-rekey-plan.txt", ran.transcript)


# ---------------------------------------------------------------- the plan
@pytest.mark.req("SCN-PLN-001")
def test_plan_has_the_messages_that_the_conditions_select(program: Program) -> None:
    names = store(program.folder, 3)
    other, _ = esdkit.encrypt(source=b"other", keyring=NEW)
    program.write("in/other.bin", other)
    first, *messages, last = planned(program, "--where", "key=demo/old")
    for line in (first, *messages, last):
        PLAN_SCHEMA.validate(line)
    assert first["directory"] == str(program.folder)
    assert [line["source"] for line in messages] == names
    headers = [esdkit.parse((program.folder / name).read_bytes()).header for name in names]
    assert [line["message_id"] for line in messages] == [header.message_id.hex() for header in headers]
    assert messages[0]["keys"] == [{"key": "demo/old", "kind": "raw-aes"}]
    assert last == {"messages": 3, "bytes": sum((program.folder / name).stat().st_size for name in names)}


@pytest.mark.req("SCN-PLN-001")
def test_plan_of_a_folder_of_rows_has_only_what_is_still_there(program: Program) -> None:
    names = store(program.folder, 3)
    planned(program, "-o", "rows")
    (program.folder / names[1]).unlink()
    assert [line["source"] for line in planned(program, "-o", "rows")[1:-1]] == [names[0], names[2]]


@pytest.mark.req("SCN-PLN-001", kind="negative")
def test_plan_says_that_it_lacks_what_could_not_be_read(program: Program) -> None:
    store(program.folder, 1)
    ran = program("scan", "in", "missing", "--plan", "PLAN")
    assert ran.code == 4
    assert "note: PLAN is not complete: 1 source could not be read" in ran.stderr
    assert "1 source could not be read to the end" in ran.text
    whole = program("scan", "in", "--plan", "PLAN")
    assert "not complete" not in whole.stderr and "Every source could be read." in whole.text


@pytest.mark.req("SCN-PLN-001", kind="negative")
def test_plan_overwrites_no_other_file(program: Program) -> None:
    names = store(program.folder, 1)
    before = digests(program.folder)
    ran = program("scan", "in", "--plan", names[0])
    assert (ran.code, digests(program.folder)) == (2, before)
    assert "exists and is not a plan" in ran.stderr
    assert program("scan", "in", "--plan", "PLAN", "-o", "rows", "--format", "parquet").code == 2


@pytest.mark.req("SCN-PLN-002", kind="negative")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: b"", "line 1: it is not a JSON object"),
        (lambda data: data.replace(b'"schema":1', b'"schema":2'), "line 1: it is not the first line of a plan"),
        (lambda data: data[: data.rindex(b"{")], "it was cut or changed"),
        (lambda data: data[:-40], "is not a JSON object"),
        (lambda data: data.replace(b'"part":""', b'"port":""', 1), "line 2: it does not have the members of a message"),
        (lambda data: data.replace(b'"part":""', b'"part":7', 1), "line 2: a member has the wrong type"),
        (lambda data: data + data.splitlines()[1] + b"\n", "line 5: it comes after the totals"),
        (lambda data: data.splitlines()[0] + b"\n" + b"[" * 100_000, "line 2: it is not a JSON object"),
    ],
    ids=["empty", "version", "no-end", "cut", "member", "type", "after-the-end", "deep"],
)
def test_plan_that_cannot_be_read_changes_nothing(program: Program, change: Any, said: str) -> None:
    store(program.folder, 2)
    planned(program)
    path = program.folder / "PLAN"
    path.write_bytes(change(path.read_bytes()))
    before = digests(program.folder)
    ran = rekey(program)
    assert (ran.code, digests(program.folder)) == (2, before)
    assert said in " ".join(ran.stderr.split())
    assert "plan-invalid" in ran.stderr


# ---------------------------------------------------------------- moving
@pytest.mark.req("SCN-PLN-003")
@pytest.mark.parametrize("keep", [(), ("--keep-old", ".old")], ids=["replaced", "kept"])
def test_messages_are_moved_where_they_are(program: Program, keep: tuple[str, ...]) -> None:
    names = store(program.folder, 4)
    (program.folder / names[0]).chmod(0o640)
    before = {name: (program.folder / name).read_bytes() for name in names}
    planned(program)
    report = counted(program, *keep)
    assert (report["moved"], report["failed"], report["left"], report["kms_requests"]) == (4, 0, 0, 0)
    assert opened(program.folder, names) == [(b"hidden %d" % number * number, {"tenant": f"value-{number}"}) for number in range(4)]
    assert (program.folder / names[0]).stat().st_mode & 0o777 == 0o640
    found = {str(path.relative_to(program.folder)): path.read_bytes() for path in (program.folder / "in").iterdir()}
    assert found.keys() == {*names, *(f"{name}.old" for name in names if keep)}
    assert all(found[f"{name}.old"] == before[name] for name in names if keep)


@pytest.mark.req("SCN-PLN-003")
def test_each_name_of_a_file_is_moved(program: Program) -> None:
    """Another name of a file keeps the old message when one is moved, so each counts."""
    (name,) = store(program.folder, 1)
    os.link(program.folder / name, program.folder / "in" / "other.bin")
    planned(program)
    assert counted(program)["moved"] == 2
    assert opened(program.folder, [name, "in/other.bin"]) == [(b"", {"tenant": "value-0"})] * 2
    assert not (program.folder / name).samefile(program.folder / "in" / "other.bin")


@pytest.mark.req("SCN-PLN-004")
def test_second_run_changes_nothing(program: Program) -> None:
    store(program.folder, 3)
    planned(program)
    assert rekey(program).code == 0
    before = digests(program.folder)
    report = counted(program, "--resume")
    assert (report["moved"], report["left"]) == (3, 0)
    assert digests(program.folder) == before


@pytest.mark.req("SCN-PLN-004")
def test_message_that_is_under_the_new_keys_is_left_alone(program: Program) -> None:
    """Another plan has moved it since."""
    names = store(program.folder, 2)
    planned(program)
    (program.folder / "OTHER").write_bytes((program.folder / "PLAN").read_bytes())
    assert program("rekey", "--plan", "OTHER", *OPTIONS).code == 0
    before = digests(program.folder / "in")
    report = counted(program)
    assert (report["moved"], report["under_new_keys"], report["failed"]) == (0, 2, 0)
    assert digests(program.folder / "in") == before
    assert len(opened(program.folder, names)) == 2


@pytest.mark.req("SCN-PLN-004")
def test_message_under_another_key_of_the_same_name_is_moved(program: Program) -> None:
    (program.folder / "in").mkdir()
    program.write("old.key", OLD_KEY.hex().encode() + b"\n")
    program.write("new.key", NEW_KEY.hex().encode() + b"\n")
    message, _ = esdkit.encrypt(source=b"text", keyring=RawAesKeyring("demo", "new", OLD_KEY))
    program.write("in/one.bin", message)
    planned(program)
    ran = program("rekey", "--plan", "PLAN", "--aes", "namespace=demo,name=new,key=@old.key", *OPTIONS[2:])
    assert ran.code == 0
    assert opened(program.folder, ["in/one.bin"])[0][0] == b"text"


@pytest.mark.req("SCN-PLN-004")
def test_message_of_another_suite_is_moved_to_the_same_key(program: Program) -> None:
    store(program.folder, 0)
    client = esdkit.Client(commitment_policy="FORBID_ENCRYPT_ALLOW_DECRYPT")
    program.write("in/one.bin", client.encrypt(source=b"text", keyring=NEW)[0])
    planned(program, "--where", "non-committing-suite")
    policy = ("--commitment-policy", "REQUIRE_ENCRYPT_ALLOW_DECRYPT")
    ran = program("rekey", "--plan", "PLAN", "--aes", "namespace=demo,name=new,key=@new.key", *OPTIONS[2:], *policy)
    assert ran.code == 0
    assert opened(program.folder, ["in/one.bin"])[0][0] == b"text"  # whose default policy refuses suites without commitment


@pytest.mark.req("SCN-PLN-003")
def test_context_is_changed_as_asked_and_read_back(program: Program) -> None:
    names = store(program.folder, 2)
    planned(program)
    assert rekey(program, "--add-context", "moved=yes", "--remove-context", "tenant").code == 0
    assert [context for _, context in opened(program.folder, names)] == [{"moved": "yes"}] * 2
    (program.folder / "PLAN.state").rename(program.folder / "gone")
    report = counted(program, "--add-context", "moved=no", "--remove-context", "tenant")
    assert (report["under_new_keys"], report["failed"]) == (0, 2)


@pytest.mark.req("SCN-PLN-004")
def test_worker_leaves_out_what_another_one_moves_and_waits_for_it(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    names = store(program.folder, 3)
    planned(program)
    entry = next(Plan(Path("PLAN")).entries())
    path = State(program.folder / STATE).file(entry, "claim")
    path.parent.mkdir(parents=True)
    order: list[str] = []
    put = FilePlace.put

    def noted(place: FilePlace, begin: Callable[[], None]) -> None:
        order.append(f"in/{Path(place.old.name).name}")
        if len(order) == 2 and held is not None:
            held.close()
        put(place, begin)

    monkeypatch.setattr(FilePlace, "put", noted)
    with locked(path) as held:
        assert held is not None
        assert rekey(program).code == 0
    assert order == [names[1], names[2], names[0]]


@pytest.mark.req("SCN-PLN-004")
def test_message_that_another_worker_has_just_moved_is_left_alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at its record and the claim."""
    store(program.folder, 2)
    planned(program)
    claimed = State.claimed

    def late(state: State, entry: Entry, *, wait: bool) -> AbstractContextManager[Claim | None]:
        with claimed(state, entry, wait=True) as other:
            assert other is not None
            other.done("moved", "00")
        return claimed(state, entry, wait=wait)

    monkeypatch.setattr(State, "claimed", late)
    before = digests(program.folder / "in")
    assert counted(program)["moved"] == 2
    assert digests(program.folder / "in") == before


# ---------------------------------------------------------------- what is not moved
@pytest.mark.req("SCN-PLN-005", kind="negative")
def test_what_cannot_be_moved_is_named_and_the_rest_moved(program: Program) -> None:
    names = store(program.folder, 8)
    folder = program.folder
    third, _ = esdkit.encrypt(source=b"other", keyring=RawAesKeyring("demo", "third", bytes(32)))
    program.write("in/third.bin", third)
    program.write("in/app.log", b"put " + (folder / names[6]).read_bytes().hex().encode())
    program.write("in/two.bin", (folder / names[6]).read_bytes() * 2)
    damaged = bytearray((folder / names[1]).read_bytes())
    damaged[-1] ^= 1
    program.write(names[1], bytes(damaged))
    planned(program)
    changed, _ = esdkit.encrypt(source=b"written since", keyring=OLD)
    program.write(names[2], changed)
    (folder / names[3]).unlink()
    program.write(f"{names[4]}.old", b"in the way")
    before = digests(folder / "in")
    ran = rekey(program, "--keep-old", ".old")
    assert ran.code == 4
    found = dead(program)
    assert {source: code for source, (code, _) in found.items()} == {
        "in/app.log": "cannot-replace",
        "in/third.bin": "unwrap-failed",
        "in/two.bin": "cannot-replace",
        names[1]: "signature-invalid",
        names[2]: "source-changed",
        names[3]: None,
        names[4]: None,
    }
    assert "reading the old message: " in found["in/third.bin"][1]
    assert found[names[3]][1] == "No such file or directory"
    assert "exists" in found[names[4]][1]
    assert opened(folder, [names[0], names[5], names[6], names[7]])
    after = digests(folder / "in")
    assert all(after[name] == before[name] for name in before if f"in/{name}" in found)
    assert not [name for name in after if ".part" in name]


@pytest.mark.req("SCN-PLN-005")
def test_next_run_tries_again_what_failed(program: Program) -> None:
    names = store(program.folder, 2)
    message = (program.folder / names[1]).read_bytes()
    status = (program.folder / names[1]).stat()
    planned(program)
    (program.folder / names[1]).unlink()
    assert rekey(program).code == 4
    program.write(names[1], message)
    os.utime(program.folder / names[1], ns=(status.st_atime_ns, status.st_mtime_ns))
    assert rekey(program, "--resume").code == 0
    assert lines(program, f"{STATE}/dead-letter.jsonl") == []
    assert records(program.folder / STATE, "failed") == []
    assert len(opened(program.folder, names)) == 2


@pytest.mark.req("SCN-PLN-003", kind="negative")
@pytest.mark.parametrize("fault", ["bytes", "plaintext", "context"])
def test_new_message_that_does_not_read_back_replaces_nothing(program: Program, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """A disk that changes a byte, and an engine that encrypts something else."""
    store(program.folder, 1)
    planned(program)
    write = move.Mover._write

    def faulty(mover: move.Mover, new: IO[bytes], old: IO[bytes]) -> Any:
        header, digest = write(mover, new, old)
        context = {"tenant": "value-0"} if fault == "plaintext" else {"tenant": "value-1"}
        other, _ = esdkit.encrypt(source=b"x" if fault == "plaintext" else b"", keyring=NEW, encryption_context=context)
        new.seek(0)
        data = bytearray(new.read())
        data[-1] ^= 1
        new.seek(0)
        new.truncate()
        new.write(bytes(data) if fault == "bytes" else other)
        return header, digest

    monkeypatch.setattr(move.Mover, "_write", faulty)
    before = digests(program.folder / "in")
    assert rekey(program).code != 0
    assert dead(program)["in/000.bin"][0] == ("signature-invalid" if fault == "bytes" else "new-message-differs")
    assert digests(program.folder / "in") == before


@pytest.mark.req("SCN-PLN-003", kind="negative")
def test_message_that_changes_while_it_is_moved_is_left_alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    store(program.folder, 1)
    planned(program)
    changed, _ = esdkit.encrypt(source=b"written meanwhile", keyring=OLD)
    verify = move.Mover._verify

    def late(mover: move.Mover, *args: Any) -> None:
        verify(mover, *args)
        program.write("in/000.bin", changed)

    monkeypatch.setattr(move.Mover, "_verify", late)
    assert rekey(program).code == 4
    assert dead(program)["in/000.bin"][0] == "source-changed"
    assert (program.folder / "in/000.bin").read_bytes() == changed


@pytest.mark.req("SCN-PLN-003", kind="negative")
def test_new_key_that_does_not_open_replaces_nothing(program: Program) -> None:
    names = store(program.folder, 1)
    planned(program)
    before = digests(program.folder / "in")
    program.pem("rsa-2048-public")
    new = ("--to-rsa", "namespace=demo,name=rsa,padding=oaep-sha256,public=@rsa-2048-public.pem")
    ran = program("rekey", "--plan", "PLAN", *OPTIONS[:2], *new)
    assert ran.code == 3
    assert dead(program)[names[0]][1].startswith("reading the new message back: ")
    assert digests(program.folder / "in") == before


# ---------------------------------------------------------------- values in databases
UPDATE = ("--update", "UPDATE orders SET body = :new WHERE id = :id AND body = :old")


def database(program: Program, count: int) -> Path:
    """Messages in a table, as values, and one as text."""
    store(program.folder, 0)
    path = program.folder / "in/shop.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, body BLOB)")
        for number in range(count):
            message, _ = esdkit.encrypt(source=b"order %d" % number, keyring=OLD, encryption_context={"tenant": "one"})
            connection.execute("INSERT INTO orders VALUES (?, ?)", (10 * number + 10, message))
        connection.execute("INSERT INTO orders VALUES (5, ?)", (esdkit.encrypt(source=b"text", keyring=OLD)[0].hex(),))
    return path


def values(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return [value for (value,) in connection.execute("SELECT body FROM orders ORDER BY id")]


@pytest.mark.req("SCN-PLN-009")
@pytest.mark.parametrize("update", [UPDATE, ()], ids=["given", "made"])
def test_values_are_moved_by_the_statement(program: Program, update: tuple[str, ...]) -> None:
    path = database(program, 3)
    planned(program)
    assert counted(program, "--dry-run", *update)["to_move"]["messages"] == 4
    report = counted(program, *update)
    assert (report["moved"], report["failed"]) == (4, 0)
    text, *others = values(path)
    assert [esdkit.decrypt(source=value, keyring=NEW)[0] for value in others] == [b"order 0", b"order 1", b"order 2"]
    assert esdkit.decrypt(source=bytes.fromhex(text), keyring=NEW)[0] == b"text"
    assert counted(program, "--resume", *update)["moved"] == 4


@pytest.mark.req("SCN-PLN-004", "SCN-PLN-009")
def test_worker_that_dies_after_the_statement_is_made_up_for(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    path = database(program, 1)
    text = values(path)[0]
    planned(program)
    put = ValuePlace.put

    def dying(place: ValuePlace, begin: Callable[[], None]) -> None:
        put(place, begin)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ValuePlace, "put", dying)
        assert rekey(program, *UPDATE).code == 130
    moved = values(path)[:1] if values(path)[0] != text else values(path)[1:]
    report = counted(program, "--resume", *UPDATE)
    assert (report["moved"], report["under_new_keys"]) == (2, 0)
    assert all(value in values(path) for value in moved)


@pytest.mark.req("SCN-PLN-009", kind="negative")
@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE orders SET body = :new WHERE :id > 0 AND :old IS NOT NULL", "cannot-replace"),
        ("UPDATE orders SET body = :new WHERE id = :id + 1 AND body = :old", "source-changed"),
        ("UPDATE nothing SET body = :new WHERE id = :id AND body = :old", "source-unreadable"),
    ],
    ids=["every-row", "no-row", "no-table"],
)
def test_statement_that_changes_another_number_of_rows_changes_none(program: Program, statement: str, code: str) -> None:
    path = database(program, 2)
    planned(program)
    before = values(path)
    assert rekey(program, "--update", statement).code == 4
    found = {line["code"] for line in lines(program, f"{STATE}/dead-letter.jsonl") if "row 5," not in line["part"]}
    assert found == {code}
    assert values(path) == before


@pytest.mark.req("SCN-PLN-009", kind="negative")
@pytest.mark.parametrize("late", [False, True], ids=["before", "meanwhile"])
def test_value_that_changed_is_left_alone(program: Program, monkeypatch: pytest.MonkeyPatch, late: bool) -> None:
    path = database(program, 1)
    planned(program)
    other, _ = esdkit.encrypt(source=b"written since", keyring=OLD)
    verify = move.Mover._verify

    def write(mover: move.Mover | None = None, *args: Any) -> None:
        if mover is not None:
            verify(mover, *args)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE orders SET body = ? WHERE id = 10", (other,))

    if late:
        monkeypatch.setattr(move.Mover, "_verify", write)
    else:
        write()
    assert rekey(program, *UPDATE).code == 4
    found = {line["code"] for line in lines(program, f"{STATE}/dead-letter.jsonl") if "row 5," not in line["part"]}
    assert found == {"source-changed"}
    assert values(path)[1] == other


@pytest.mark.req("SCN-PLN-009", kind="negative")
def test_statements_that_do_not_compare_and_names_for_old_values_are_refused(program: Program) -> None:
    path = database(program, 1)
    planned(program)
    before = values(path)
    for statement in ("UPDATE orders SET body = :new WHERE id = :id", "DELETE FROM orders WHERE :new = :old AND id = :id", "UPDATE"):
        assert rekey(program, "--update", statement).code == 2
    assert rekey(program, "--keep-old", ".old").code == 4
    assert "cannot be kept" in str(dead(program))
    assert values(path) == before


# ---------------------------------------------------------------- one plan, one set of keys
@pytest.mark.req("SCN-PLN-006", kind="negative")
def test_plan_goes_on_only_when_asked_and_with_its_keys(program: Program) -> None:
    store(program.folder, 2)
    planned(program)
    assert rekey(program).code == 0
    before = digests(program.folder)
    ran = rekey(program)
    assert (ran.code, "campaign-differs" in ran.stderr, "--resume" in ran.stderr) == (2, True, True)
    ran = program("rekey", "--plan", "PLAN", "--resume", *OPTIONS[:2], "--to-aes", "namespace=demo,name=third,key=@new.key")
    assert (ran.code, "name='new'" in ran.stderr) == (2, True)
    assert digests(program.folder) == before


@pytest.mark.parametrize("suffix", ["", "a/b"])
def test_suffix_that_is_not_one_is_refused(program: Program, suffix: str) -> None:
    store(program.folder, 1)
    planned(program)
    assert rekey(program, "--keep-old", suffix).code == 2
    assert not (program.folder / STATE).exists()


# ---------------------------------------------------------------- a dry run
@pytest.mark.req("SCN-PLN-007")
def test_dry_run_changes_nothing_and_foresees(program: Program) -> None:
    names = store(program.folder, 4)
    program.write("in/app.log", b"put " + (program.folder / names[1]).read_bytes().hex().encode())
    planned(program)
    program.write(names[2], b"changed")
    before = digests(program.folder)
    ran = rekey(program, "--dry-run")
    assert ran.code == 4
    report = counted(program, "--dry-run")
    assert digests(program.folder) == before
    assert (report["to_move"]["messages"], report["done"], report["failed"]) == (3, 0, 2)
    assert {failure["code"] for failure in report["failures"]} == {"cannot-replace", "source-changed"}
    assert "Nothing was opened, asked or changed." in ran.text


# ---------------------------------------------------------------- secrets
@pytest.mark.req("SCN-PLN-008")
def test_no_secret_is_written(program: Program) -> None:
    """Of the contents of messages and keys, in every case: moved, failed to open, failed to read back, context that differs."""
    names = store(program.folder, 3)
    multi = MultiKeyring(generator=OLD, children=[RawAesKeyring("demo", "third", bytes(range(64, 96)))])
    program.write("in/multi.bin", esdkit.encrypt(source=b"hidden multi", keyring=multi, encryption_context={"tenant": "value-m"})[0])
    program.write(names[2], (program.folder / names[2]).read_bytes()[:-1])
    said = program("scan", "in", "--plan", "PLAN", "-o", "rows").stderr
    ran = [rekey(program, "-c", "tenant=value-1"), rekey(program, "--resume", "--json"), rekey(program, "--resume", "--dry-run")]
    text = said + "".join(each.stderr + each.text for each in ran)
    written = b"".join(
        path.read_bytes() for place in ("PLAN.state", "rows") for path in (program.folder / place).rglob("*") if path.is_file()
    )
    everything = text.encode() + written + (program.folder / "PLAN").read_bytes()
    keys = [OLD_KEY, NEW_KEY]
    for secret in (b"hidden", b"value-", *keys, *(key.hex().encode() for key in keys)):
        at = everything.find(secret)
        assert at < 0, everything[at - 80 : at + 80]
    assert b"demo/old" in everything  # it is what was looked through


@pytest.mark.req("SCN-PLN-002", kind="negative")
def test_line_of_a_plan_is_bounded(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_module, "_MAX_LINE", 100)
    program.write("PLAN", b"x" * 101)
    assert "line 1: it has more than 100 bytes" in " ".join(rekey(program).stderr.split())

"""One case is added to a folder of native vectors: what can be found out is, the others stay as they are, and an error leaves no trace."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import Code, UsageError, VectorError
from esdkit.spec import spec_path
from esdkit.vectors import adding
from esdkit.vectors.adding import NewCase, add
from esdkit.vectors.canonical import manifest_text
from esdkit.vectors.completion import LISTED_BYTES, notes_of
from esdkit.vectors.lint import lint
from esdkit.vectors.published import native_path

KEPT = ("mpl-0578-multi-ascii-f256-p300", "js-0478-aes-256-empty-f100-p0", "python-0014-aes-192-mixed-f256-p1")


OTHER = "mpl-0078-aes-256-ascii-f256-p0"


@pytest.fixture(scope="module")
def native() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))
    return manifest


@pytest.fixture
def folder(native: Mapping[str, Any], tmp_path: Path) -> Path:
    """A set of three valid native vectors."""
    root = tmp_path / "set"
    tests = {name: native["tests"][name] for name in KEPT}
    uris = [native["keys"]]
    for test in tests.values():
        uris += [test["ciphertext"], test["expect"]["plaintext"], test["trace"]]
    for name in (uri.removeprefix("file://") for uri in uris):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(native_path() / name, root / name)
    (root / "manifest.json").write_text(manifest_text(notes_of(tests), tests, readers=native["readers"]), encoding="utf-8")
    return root


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def message(name: str) -> bytes:
    return (native_path() / "ciphertexts" / f"{name}.bin").read_bytes()


def case(**members: Any) -> NewCase:
    stated: dict[str, Any] = {
        "id": "new",
        "message": message(KEPT[0])[:-1],
        "refused": ("parse", "truncated"),
        "comment": "the last byte is missing",
        "source": ("forge", "1"),
        "requirements": [],
        "members": {},
    }
    return NewCase(**{**stated, **members})


def expect_sound(folder: Path) -> None:
    assert lint(folder, spec_path() / "requirements") == ()


@pytest.mark.req("TVM-NAT-001", "TVM-NAT-003", "TVM-NAT-005")
def test_refusal_is_added_with_all_that_follows(folder: Path) -> None:
    before = json.loads((folder / "manifest.json").read_text())["tests"]
    added = add(folder, case())
    tests = json.loads((folder / "manifest.json").read_text())["tests"]
    assert tests == {**before, "new": added}
    assert (added["twin"], added["flags"], added["source"]) == (KEPT[0], ["truncation"], {"name": "forge", "version": "1"})
    assert added["expect"]["code"] == "truncated" and added["expect"]["released"]["length"] == 256
    assert "FMT-FRM-025" in added["requirements"]
    expect_sound(folder)


@pytest.mark.req("TVM-NAT-001", "TVM-NAT-005")
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("python-0214-aes-192-astral-f128-p1", "aes-192"),
        ("mpl-0078-aes-256-ascii-f256-p0", "aes-256"),
    ],
)
def test_valid_message_is_added_with_the_key_that_opens_it(folder: Path, name: str, key: str) -> None:
    added = add(folder, case(message=message(name), refused=None, requirements=["CLI-DEC-004"]))
    assert (added["key"]["key"], added["key"]["provider-id"]) == (key, "esdkit-vectors")
    assert not (folder / "plaintexts" / "new.bin").exists()  # another case has it
    assert (folder / "traces" / "new.json").is_file()
    expect_sound(folder)


def test_every_rsa_padding_and_new_plaintexts_are_found(folder: Path, native: Mapping[str, Any]) -> None:
    tests = native["tests"]
    found: dict[str, tuple[str, Any]] = {}
    for name, test in tests.items():
        key = test["key"] or {}
        if test["expect"]["outcome"] == "accept" and key.get("encryption-algorithm") == "rsa" and "base" not in test:
            found.setdefault(json.dumps([key["padding-algorithm"], key.get("padding-hash")]), (name, test))
    assert len(found) == 5
    for number, (name, test) in enumerate(found.values()):
        members = {"encryption-context": test["encryption-context"]} if "encryption-context" in test else {}
        added = add(folder, case(id=f"new-{number}", message=message(name), refused=None, requirements=["CLI-DEC-004"], members=members))
        assert added["key"] == test["key"]
    expect_sound(folder)


@pytest.mark.req("TVM-NAT-001")
def test_refusal_by_the_reader_s_policy_is_added(folder: Path) -> None:
    policy = {"commitment-policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"}
    added = add(folder, case(message=message(KEPT[2]), refused=("policy", "policy-violation"), members=policy))
    assert (added["commitment-policy"], added["twin"]) == (policy["commitment-policy"], KEPT[2])
    expect_sound(folder)


@pytest.mark.req("TVM-NAT-001", "TVM-NAT-003", kind="negative")
@pytest.mark.parametrize(
    ("members", "says", "hint"),
    [
        ({"refused": None, "requirements": ["CLI-DEC-004"]}, "our reader refuses it at parse", "--refused parse:truncated"),
        ({"refused": ("frames", "truncated")}, "our reader refuses it at parse", "--refused parse:truncated"),
        ({"message": message(OTHER)}, "our reader accepts the message", "--accepted"),
        ({"message": message(OTHER), "refused": None}, "name at least one requirement", "--requirement"),
        (
            {"message": message(KEPT[1]), "refused": None, "requirements": ["CLI-DEC-004"]},
            f"the set has this message, with the same key and answer, as {KEPT[1]}",
            "Another reader makes another case of it.",
        ),
        ({"message": b"", "refused": ("parse", "truncated"), "id": KEPT[0]}, f"the id {KEPT[0]} is taken", None),
        ({"members": {"twin": "nobody"}}, "--twin: the set has no case nobody", None),
        ({"members": {"base": "nobody"}}, "--base: the set has no case nobody", None),
        ({"members": {"twin": KEPT[1]}}, f"--twin: {KEPT[1]} is not a valid message with the same keys", None),
        ({"members": {"flags": ["nothing"]}}, "--flag: unknown flag nothing", "truncation"),
        ({"id": "../new"}, "an id consists of lower-case letters, digits, dots and hyphens, got '../new'", None),
        ({"id": ""}, "an id consists of lower-case letters, digits, dots and hyphens, got ''", None),
    ],
)
def test_what_is_not_so_is_named_and_nothing_is_added(folder: Path, members: Any, says: str, hint: str | None) -> None:
    before = state(folder)
    with pytest.raises(UsageError) as caught:
        add(folder, case(**members))
    assert caught.value.code is Code.INVALID_ARGUMENT and caught.value.message.startswith(says)
    assert hint is None or hint in str(caught.value.hint)
    assert state(folder) == before


def test_refusal_that_the_set_has_is_named_and_another_policy_makes_it_another_case(folder: Path) -> None:
    add(folder, case())
    before = state(folder)
    for members in ({}, {"twin": KEPT[0]}):
        with pytest.raises(UsageError, match=r"as new\."):
            add(folder, case(id="again", members=members))
    assert state(folder) == before
    add(folder, case(id="again", members={"commitment-policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"}))


def test_refusal_without_a_valid_twin_is_refused_and_undone(folder: Path) -> None:
    before = state(folder)
    lonely = message("mpl-0014-aes-128-ascii-f0-p10240")[:-1]
    with pytest.raises(UsageError, match="needs a twin"):
        add(folder, case(message=lonely))
    assert state(folder) == before


def test_unknown_requirement_is_seen_by_lint(folder: Path) -> None:
    add(folder, case(requirements=["XXX-YYY-001"]))
    (problem,) = lint(folder, spec_path() / "requirements")
    assert "unknown requirement XXX-YYY-001" in problem


@pytest.mark.parametrize("step", ["write", "replace"])
def test_error_while_writing_leaves_the_folder_as_it_was(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(folder)
    real = getattr(adding._Files, step)

    def fails_after(self: Any, *arguments: Any) -> Any:
        real(self, *arguments) if step == "write" else None
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(adding._Files, step, fails_after)
    with pytest.raises(OSError, match="No space"):
        add(folder, case())
    assert state(folder) == before


def test_file_that_is_there_is_not_replaced(folder: Path) -> None:
    (folder / "ciphertexts" / "new.bin").write_bytes(b"mine")
    before = state(folder)
    with pytest.raises(FileExistsError):
        add(folder, case())
    assert state(folder) == before


def test_folder_without_a_native_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VectorError) as caught:
        add(tmp_path, case())
    assert caught.value.code is Code.NO_VECTORS


def test_page_about_traces_says_what_they_leave_out() -> None:
    page = " ".join((Path(__file__).parents[3] / "docs" / "howto" / "read-the-suite.md").read_text(encoding="utf-8").split())
    assert f"of a value longer than {LISTED_BYTES} bytes it gives `sha256:`" in page

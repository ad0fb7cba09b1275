"""Linting native vectors."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import Code, VectorError
from esdkit.forge.text import disassemble
from esdkit.spec import spec_path, vector_flags
from esdkit.vectors.canonical import encrypt_text, manifest_text
from esdkit.vectors.lint import lint
from esdkit.vectors.published import native_path
from tests.each import each
from tests.unit.vectors.making import MadeSet, raw_aes, seal


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "made.yaml").write_text("requirements:\n  - id: FMT-HDR-001\n  - id: FMT-HDR-002\n")
    return folder


CIPHERTEXT = seal()
NOTES = {name: {"bug": row.bug, "effect": row.effect, "links": list(row.links)} for name, row in vector_flags().items()}
Members = dict[str, Any]


def case_of(ciphertext: str, data: bytes, **members: Any) -> Members:
    return {
        "ciphertext": f"file://{ciphertext}",
        "key": raw_aes(),
        "expect": {"outcome": "accept", "plaintext": "file://p.bin"},
        "comment": "one fact",
        "requirements": ["FMT-HDR-001"],
        "flags": ["ordinary"],
        "source": {"name": "made", "version": "1"},
        "verified-by": {},
        "sha256": hashlib.sha256(data).hexdigest(),
        **members,
    }


def write(made: MadeSet, tests: Mapping[str, Members], name: str = "manifest.json") -> None:
    used = {flag for one in tests.values() for flag in one["flags"]}
    made.write(name, manifest_text({flag: NOTES[flag] for flag in NOTES if flag in used}, tests))


def fill(made: MadeSet, *requirement_ids: str, **members: Any) -> None:
    made.fill(ciphertext=CIPHERTEXT)
    write(made, {"t": case_of("c.bin", CIPHERTEXT, requirements=list(requirement_ids), **members)})


def fill_pair(made: MadeSet, data: bytes, stage: str, code: str, **members: Any) -> None:
    """A valid message, and one that must be refused."""
    made.fill(ciphertext=CIPHERTEXT)
    made.write("bad.bin", data)
    negative = {"flags": ["body-tag"], "twin": "t", "expect": {"outcome": "reject", "stage": stage, "code": code}, **members}
    write(made, {"t": case_of("c.bin", CIPHERTEXT), "bad": case_of("bad.bin", data, **negative)})


def damaged(*places: int) -> bytes:
    """The message with bits flipped at places counted from its end."""
    message = bytearray(CIPHERTEXT)
    for place in places:
        message[-place] ^= 1
    return bytes(message)


NOTHING = {"length": 0, "sha256": hashlib.sha256(b"").hexdigest()}
TAG = {"outcome": "reject", "stage": "frames", "code": "body-tag-invalid", "released": NOTHING}


@pytest.mark.req("TVM-NAT-003")
def test_lint_of_a_good_folder_finds_nothing(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001", "FMT-HDR-002")
    assert lint(made.root, requirements) == ()


@pytest.mark.req("TVM-NAT-003", kind="negative")
def test_lint_finds_requirements_that_do_not_exist(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001", "FMT-HDR-999")
    assert lint(made.root, requirements) == ("tests.t.requirements[1]: unknown requirement FMT-HDR-999",)


def test_lint_finds_bases_that_do_not_exist(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001", base="u")
    assert lint(made.root, requirements) == ("tests.t.base: unknown case u",)
    write(made, {"u": case_of("c.bin", CIPHERTEXT)}, "more.json")
    assert lint(made.root, requirements) == ()


def test_lint_finds_files_that_no_case_names(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001")
    made.write("left/over.bin", b"")
    assert lint(made.root, requirements) == ("left/over.bin: no case names this file",)


def test_lint_of_a_broken_folder_raises(made: MadeSet, requirements: Path, tmp_path: Path) -> None:
    with pytest.raises(VectorError) as caught:
        lint(made.root, requirements)
    assert caught.value.code is Code.NO_VECTORS
    made.fill()
    with pytest.raises(VectorError) as caught:  # vectors, but not native ones
        lint(made.root, requirements)
    assert caught.value.code is Code.NO_VECTORS
    fill(made, "FMT-HDR-001")
    with pytest.raises(VectorError):
        lint(made.root, tmp_path / "none")
    made.write("c.bin", b"changed")
    with pytest.raises(VectorError) as caught:
        lint(made.root, requirements)
    assert caught.value.code is Code.MANIFEST_INVALID


def test_lint_finds_ids_that_are_not_file_names(made: MadeSet, requirements: Path) -> None:
    made.fill(ciphertext=CIPHERTEXT)
    write(made, {"A b": case_of("c.bin", CIPHERTEXT)})
    assert lint(made.root, requirements) == ("tests.A b: an id has lower-case letters, digits, dots and hyphens",)


def test_lint_finds_a_manifest_that_is_not_in_canonical_form(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001")
    text = (made.root / "manifest.json").read_text()
    made.write("manifest.json", text.replace('"comment": ', '"comment":'))
    assert lint(made.root, requirements) == (
        "manifest.json: not in canonical form: a member of a case on a line, in the order of the schema",
    )


def test_lint_finds_notes_that_are_not_those_of_the_flags(made: MadeSet, requirements: Path) -> None:
    made.fill(ciphertext=CIPHERTEXT)
    made.write("manifest.json", manifest_text(NOTES, {"t": case_of("c.bin", CIPHERTEXT)}))
    (problem,) = lint(made.root, requirements)
    assert problem.startswith("manifest.json: notes: ")


def test_lint_finds_cases_that_do_not_hold(made: MadeSet, requirements: Path) -> None:
    fill_pair(made, damaged(1), "header_tag", "header-tag-invalid")
    assert any(problem.startswith("tests.bad: does not hold: ") for problem in lint(made.root, requirements))


@pytest.mark.req("TVM-NAT-003")
def test_lint_of_a_good_pair_finds_nothing(made: MadeSet, requirements: Path) -> None:
    made.write("bad.asm", disassemble(damaged(1)))
    fill_pair(made, damaged(1), "frames", "body-tag-invalid", expect=TAG, text="file://bad.asm")
    assert lint(made.root, requirements) == ()


@each(
    ("members", "problem"),
    [
        ({"twin": "none"}, "tests.bad.twin: unknown case none"),
        ({"twin": "bad"}, "tests.bad.twin: bad is not a valid message with the same keys, suite and kind of context"),
        ({"key": raw_aes(**{"key-id": "other"})}, "tests.bad.twin: t is not a valid message with the same keys, suite and kind of context"),
        ({"expect": {**TAG, "released": {**NOTHING, "length": 1}}}, "tests.bad: does not hold"),
        (
            {"expect": {name: value for name, value in TAG.items() if name != "released"}},
            "tests.bad.expect.released: not what a stream releases",
        ),
        ({"text": "file://other.asm"}, "tests.bad.text: does not give the message"),
        ({"text": "file://../manifest.json"}, "tests.bad.text: does not give the message"),
        ({"text": "file://none.asm"}, "tests.bad.text: does not give the message"),
        ({"trace": "file://other.asm"}, "tests.bad.trace: not what follows from the message"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
@pytest.mark.req("TVM-NAT-003", kind="negative")
def test_lint_finds_what_does_not_follow_from_the_message(made: MadeSet, requirements: Path, members: Members, problem: str) -> None:
    made.write("other.asm", disassemble(CIPHERTEXT))
    fill_pair(made, damaged(1), "frames", "body-tag-invalid", **{"expect": TAG, **members})
    assert any(found.startswith(problem) for found in lint(made.root, requirements))


def test_lint_finds_a_second_fault(made: MadeSet, requirements: Path) -> None:
    end_of_header = len(CIPHERTEXT) - CIPHERTEXT.index(b"\xff\xff\xff\xff\0\0\0\1") + 1
    both = damaged(1, end_of_header)
    fill_pair(made, both, "header_tag", "header-tag-invalid")
    assert "tests.bad: a second fault, at frames: body-tag-invalid" in lint(made.root, requirements)
    fill_pair(made, both, "header_tag", "header-tag-invalid", flags=["key-derivation"])
    assert lint(made.root, requirements) == ()


# --- encryptions ---

ENCRYPTION = "suite-0478"


@pytest.fixture
def encryption(made: MadeSet) -> Callable[[Callable[[str], str]], tuple[str, ...]]:
    """Lints a message and a native case of an encryption, whose manifest was changed."""

    def linted(change: Callable[[str], str]) -> tuple[str, ...]:
        fill(made, "FMT-HDR-001")
        tests = json.loads((native_path() / "encrypt.json").read_text(encoding="utf-8"))["tests"]
        made.write("native-keys.json", (native_path() / "keys.json").read_bytes())
        made.write("encrypt.json", change(encrypt_text({ENCRYPTION: tests[ENCRYPTION]}, "file://native-keys.json")))
        return lint(made.root, spec_path() / "requirements")

    return linted


def test_lint_of_a_good_encryption_finds_nothing(encryption: Callable[[Callable[[str], str]], tuple[str, ...]]) -> None:
    assert encryption(str) == ()


@each(
    ("change", "problem"),
    [
        (lambda text: text.replace('"length": ', '"length": 1'), "does not hold: encrypt writes"),
        (lambda text: text + "\n", "encrypt.json: not in canonical form"),
        (lambda text: text.replace("CLI-ENC-008", "CLI-ENC-908"), "unknown requirement CLI-ENC-908"),
        (lambda text: text.replace(ENCRYPTION, "Suite"), "an id has lower-case letters"),
    ],
)
def test_lint_names_what_is_wrong_with_an_encryption(
    encryption: Callable[[Callable[[str], str]], tuple[str, ...]], change: Callable[[str], str], problem: str
) -> None:
    (line,) = encryption(change)
    assert problem in line

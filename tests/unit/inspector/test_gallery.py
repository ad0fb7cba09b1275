"""What people see of every kind of message: golden texts and dumps."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from esdkit.inspector import inspect
from esdkit.spec import SUITES
from tests.columns import too_wide
from tests.conftest import Golden
from tests.each import each
from tests.samples import native_cases, native_ciphertext
from tests.unit.inspector.gallery import GALLERY, KEYS


def codes(messages: Iterable[bytes]) -> set[str]:
    return {problem.code.value for data in messages for problem in inspect(data).problems}


def test_gallery_has_each_suite_each_kind_of_key_and_each_code_of_a_vector() -> None:
    assert {name for name in GALLERY if name.startswith("suite-")} == {f"suite-{suite.hex_id}" for suite in SUITES.values()}
    assert {f"key-{name}" for name in KEYS} <= GALLERY.keys()
    assert codes(GALLERY.values()) == codes(map(native_ciphertext, native_cases()))
    assert len(GALLERY) > 40


@pytest.mark.req("CLI-INS-001", "CLI-INS-002")
@each("name", GALLERY)
def test_text_of_a_message_is_as_reviewed(golden: Golden, name: str) -> None:
    golden(f"gallery/{name}.inspect.txt", inspect(GALLERY[name]).to_text(name))


@pytest.mark.req("CLI-DMP-001", "CLI-DMP-002")
@each("name", GALLERY)
def test_dump_of_a_message_is_as_reviewed(golden: Golden, name: str) -> None:
    golden(f"gallery/{name}.dump.txt", "".join(f"{line}\n" for line in inspect(GALLERY[name]).dump(name)))


@pytest.mark.req("CLI-INS-006")
def test_views_of_a_message_are_80_columns_wide_and_steer_no_terminal(subtests: pytest.Subtests) -> None:
    for name, data in GALLERY.items():
        with subtests.test(name):
            tree = inspect(data)
            for line in [*tree.to_text().splitlines(), *tree.dump()]:
                assert line.isprintable()
                assert not too_wide(line)
                assert line == line.rstrip()

"""``esdkit vectors export``, ``generate``, ``add``, and ``run --keyring``: what they print, exit codes, and what goes where."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from esdkit.cli.vectors import vectors_group
from esdkit.errors import Code, EsdkError, UsageError, VectorError
from esdkit.vectors.export import FORMS
from esdkit.vectors.published import native_path
from tests.unit.vectors.asking import KMS, asked, asking, keys_file, raw
from tests.unit.vectors.making import WRAPPING_KEY, seal

Invoke = Callable[..., Result]


@pytest.fixture
def invoke() -> Invoke:
    return lambda *arguments: CliRunner().invoke(vectors_group, [str(argument) for argument in arguments])


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    (tmp_path / "keys.json").write_text(json.dumps(keys_file()))
    path = tmp_path / "encrypt.json"
    path.write_text(json.dumps(asking(2, {"one": asked(), "two": asked(raw("aes-128")), "kms": asked(KMS)})))
    return path


def test_forms_of_the_options_are_those_of_export() -> None:
    export = vectors_group.commands["export"]
    form = next(parameter for parameter in export.params if parameter.name == "form")
    assert isinstance(form.type, click.Choice) and [*form.type.choices] == [*FORMS, "native"]


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_export_writes_a_directory_or_a_zip_and_counts(invoke: Invoke, tmp_path: Path, name: str) -> None:
    result = invoke("export", "-k", "commitment-data-key or 0014-aes-128-ascii", "--form", "awses-decrypt-2", "-o", tmp_path / name)
    assert result.exit_code == 0, result.output
    first, *reasons = result.stdout.splitlines()
    assert first.endswith(f"{len(reasons) and sum(int(line.split()[0]) for line in reasons)} left out")
    assert invoke("run", tmp_path / name).exit_code == 0
    assert not list(tmp_path.glob(".*"))


def test_export_in_the_native_form_is_one_directory_as_it_is(invoke: Invoke, tmp_path: Path) -> None:
    assert invoke("export", "--form", "native", "-o", tmp_path / "a.zip").exit_code == 0
    assert invoke("export", native_path(), "--form", "native", "-o", tmp_path / "b.zip").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert invoke("export", "--form", "native", "-k", "x", "-o", tmp_path / "c.zip").exit_code == 2
    assert invoke("export", tmp_path / "a.zip", "--form", "native", "-o", tmp_path / "c.zip").exit_code == 2


def test_export_of_a_broken_path_writes_nothing(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("export", tmp_path / "none", "--form", "awses-decrypt-2", "-o", tmp_path / "out")
    assert isinstance(result.exception, VectorError) and result.exception.code is Code.VECTOR_FILE_MISSING
    assert result.exception.message == f"{tmp_path / 'none'}: no such file or directory"
    assert list(tmp_path.iterdir()) == []


def test_export_over_what_is_there_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    result = invoke("export", "-k", "0014-aes-128", "--form", "awses-decrypt-2", "-o", tmp_path / "out")
    assert isinstance(result.exception, UsageError) and "exists" in result.exception.message


def test_generate_writes_a_set_that_runs(invoke: Invoke, manifest: Path, tmp_path: Path) -> None:
    for name in ("out", "again.zip", "same.zip"):
        result = invoke("generate", manifest, "--seed", "s", "-o", tmp_path / name)
        assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "2 vectors written, 1 left out")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "same.zip").read_bytes()
    assert invoke("run", tmp_path / "out").stdout.endswith("2 passed, 0 failed, 0 skipped\n")


def test_generate_with_a_writer_that_only_reads_says_so(invoke: Invoke, manifest: Path, tmp_path: Path) -> None:
    result = invoke("generate", manifest, "--target", "stdio:python3 docs/examples/echo_reader.py", "-o", tmp_path / "out")
    assert isinstance(result.exception, VectorError) and result.exception.code is Code.NO_VECTORS
    assert not (tmp_path / "out").exists()


def test_generate_over_its_own_manifest_is_refused(invoke: Invoke, manifest: Path) -> None:
    before = manifest.read_bytes()
    assert invoke("generate", manifest, "-o", manifest).exit_code == 2
    assert manifest.read_bytes() == before


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(native_path(), tmp_path / "native"))


def test_add_adds_one_vector(invoke: Invoke, folder: Path, tmp_path: Path) -> None:
    message = (folder / "ciphertexts" / "mpl-0578-multi-ascii-f256-p300.bin").read_bytes()
    (tmp_path / "cut.bin").write_bytes(message[:-1])
    said = ("--comment", "cut", "--source", "forge", "1")
    wrong = invoke("add", folder, tmp_path / "cut.bin", "--accepted", *said)
    assert isinstance(wrong.exception, EsdkError) and "--refused parse:truncated" in str(wrong.exception.hint)
    result = invoke("add", folder, tmp_path / "cut.bin", "--refused", "parse:truncated", *said)
    assert (result.exit_code, result.stdout) == (0, "cut: key multi-keyring, truncation\n")
    assert invoke("run", folder, "-k", "native::cut").stdout.endswith("passed, 0 failed, 0 skipped\n")


@pytest.mark.parametrize("given", [(), ("--accepted", "--refused", "parse:truncated")])
def test_add_wants_one_expectation(invoke: Invoke, folder: Path, given: tuple[str, ...]) -> None:
    message = next((folder / "ciphertexts").iterdir())
    assert invoke("add", folder, message, *given, "--comment", "c", "--source", "s", "1").exit_code == 2


def test_add_with_a_stage_alone_is_the_callers_fault(invoke: Invoke, folder: Path) -> None:
    message = next((folder / "ciphertexts").iterdir())
    result = invoke("add", folder, message, "--refused", "parse", "--comment", "c", "--source", "s", "1")
    assert isinstance(result.exception, UsageError)


@pytest.fixture
def messages(tmp_path: Path) -> Path:
    """A directory of one message, and beside it a keyring file."""
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "a.bin").write_bytes(seal())
    (tmp_path / "key").write_text(WRAPPING_KEY.hex() + "\n")
    (tmp_path / "keys.yaml").write_text("raw_aes: {namespace: made, name: aes, wrapping_key: {file: key}}\n")
    return tmp_path


def test_run_with_a_keyring_runs_messages_without_a_manifest(invoke: Invoke, messages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = invoke("run", messages / "messages", "--keyring", messages / "keys.yaml")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "1 passed, 0 failed, 0 skipped")
    monkeypatch.setenv("THE_KEY", WRAPPING_KEY.hex())
    nested = "multi: {children: [{raw_aes: {namespace: made, name: aes, wrapping_key: {env: THE_KEY}}}]}\n"
    (messages / "nested.yaml").write_text(nested)
    assert invoke("run", messages / "messages" / "a.bin", "--keyring", messages / "nested.yaml").exit_code == 0
    (messages / "messages" / "b.bin").write_bytes(seal()[:-1])
    assert invoke("run", messages / "messages", "--keyring", messages / "keys.yaml").exit_code == 1


def test_run_with_a_keyring_wants_paths_and_no_cache(invoke: Invoke, messages: Path) -> None:
    assert invoke("run", "--keyring", messages / "keys.yaml").exit_code == 2
    caching = "caching: {ttl: 1, underlying: {raw_aes: {namespace: made, name: aes, wrapping_key: {file: key}}}}\n"
    (messages / "caching.yaml").write_text(caching)
    result = invoke("run", messages / "messages", "--keyring", messages / "caching.yaml")
    assert isinstance(result.exception, UsageError) and result.exception.path == "keyring.caching"

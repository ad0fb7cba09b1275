"""Counts how many of the texts that the official SDKs raise ``doctor --error`` knows: ``python -m tools.sdk_texts.harvest [--download]``.

Strategy: the texts are taken from the packages (``extract.py``), each is looked for as a user would paste it, and docs/sdk-texts.md says
how many are known and lists the rest, with the reason. The texts themselves stay in the packages: spec/sdk_errors.yaml holds what finds
them. Python SDK, Material Providers Library and JavaScript SDK are those that ``make test`` installs. The CLI comes from the package
index, the Java archives from Maven, both into a cache folder with ``--download``. What is missing is said and left out; then no page is
written.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple
from zipfile import ZipFile

from esdkit.doctor.sdk_errors import matching
from tools.sdk_texts.extract import from_dafny_python, from_java, from_javascript, from_python

__all__ = ["GOAL", "Harvest", "main", "off_path", "page", "reason", "unknown"]

GOAL = 0.95
"""The share of texts that must be known, of each SDK."""

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = _ROOT / "docs" / "sdk-texts.md"
_CACHE = Path.home() / ".cache" / "esdkit-sdk-texts"
_CLI = "aws-encryption-sdk-cli"
_CLI_VERSION = "4.3.0"
_JAVA = (
    ("Java 3", "com.amazonaws:aws-encryption-sdk-java:3.0.2"),
    ("Java 2", "com.amazonaws:aws-encryption-sdk-java:2.4.1"),
    ("MPL in Java", "software.amazon.cryptography:aws-cryptographic-material-providers:1.7.0"),
)
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
_GENERATED = re.compile(
    r"^(software/amazon/cryptography|[A-Z][A-Za-z]*Key|CMM|DefaultCMM|RequiredEnc|Materials|MultiKeyring|Ecdh|AwsArn|DDB|Create)"
)
_SAMPLE = "7"  # in place of what varies; a number, because some rows ask for one
_OFF_PATH = (
    (
        r"cannot be null|not be null|is required$|cannot be negative|must be an instance of|^Length must be|^trailing public key",
        "arguments inside the SDK",
    ),
    (r"^Exception: ALG_|^[\w.]+$|^Duplicate .* in options|^Encryption Context ?$|Not supported at this time", "no text for people"),
    (r"^are not allowed\.$|^Please specify", "the second half of a text that is known"),
)
_TOO_LITTLE = re.compile(
    r"Invalid value$|Unexpected exception$|condition not true|Invalid arguments|Unsupported [Tt]ype\.?$|Unsupported Algorithm$"
)


class Harvest(NamedTuple):
    """The texts of one package."""

    sdk: str
    package: str
    texts: frozenset[str]


def unknown(texts: Iterable[str]) -> list[str]:
    """Those that ``doctor --error`` does not know."""
    return sorted(text for text in texts if not matching(text.replace("{}", _SAMPLE)))


def off_path(text: str) -> str | None:
    """Why a text is not raised on the path of a reader, a writer or a keyring; None when it is."""
    return next((why for pattern, why in _OFF_PATH if re.search(pattern, text)), None)


def reason(text: str) -> str:
    """Why a text is not in the table."""
    return off_path(text) or ("says too little: other software prints the same" if _TOO_LITTLE.search(text) else "not explained yet")


# --- packages ---


def _installed() -> Iterator[Harvest]:
    """What ``make test`` installs."""
    for sdk, distribution, names, extract in (
        ("Python", "aws-encryption-sdk", ("aws_encryption_sdk",), from_python),
        (
            "MPL in Python",
            "aws-cryptographic-material-providers",
            ("aws_cryptographic_material_providers", "aws_cryptography_primitives"),
            from_dafny_python,
        ),
    ):
        folders = [folder for name in names if (folder := _folder_of(name)) is not None]
        if len(folders) < len(names):
            print(f"{sdk}: {distribution} is not installed; make test installs it", file=sys.stderr)
            continue
        texts = frozenset(text for folder in folders for text in extract(folder))
        yield Harvest(sdk, f"{distribution} {version(distribution)}", texts)
    modules = _ROOT / "tools" / "drivers" / "js" / "node_modules" / "@aws-crypto"
    if modules.is_dir():
        built = sorted(modules.glob("*/build/main/src"))
        texts = frozenset(text for folder in built for text in from_javascript(folder))
        yield Harvest("JavaScript", f"{len(built)} packages of @aws-crypto", texts)
    else:
        print("JavaScript: the packages are not installed; make test installs them", file=sys.stderr)


def _folder_of(package: str) -> Path | None:
    found = find_spec(package)
    return None if found is None or found.origin is None else Path(found.origin).parent


def _cached(cache: Path) -> Iterator[Harvest]:
    """What ``--download`` brought."""
    wheel = next(iter(sorted(cache.glob("aws_encryption_sdk_cli-*.whl"))), None)
    if wheel is None:
        print("CLI: not in the cache; --download brings it", file=sys.stderr)
    else:
        with ZipFile(wheel) as archive:
            archive.extractall(cache / "cli")
        yield Harvest("CLI", f"{_CLI} {wheel.name.split('-')[1]}", frozenset(from_python(cache / "cli" / "aws_encryption_sdk_cli")))
    for sdk, artifact in _JAVA:
        _, name, release = artifact.split(":")
        jar = cache / f"{name}-{release}.jar"
        if not jar.is_file() or shutil.which("javap") is None:
            print(f"{sdk}: {'javap of a JDK is missing' if jar.is_file() else 'not in the cache; --download brings it'}", file=sys.stderr)
            continue
        texts = from_java(jar, re.compile("^com/amazonaws") if sdk != "MPL in Java" else _GENERATED, cache / f"{name}-{release}")
        yield Harvest(sdk, f"{name} {release}", frozenset(filter(_is_text, texts)))


def _is_text(text: str) -> bool:
    """Generated Java also puts names and the pieces of ``toString`` there."""
    return " " in text and not re.match(r"\w*Error: \w+\.|DafnyHalt|Cursor|Deserialization", text)


def _download(cache: Path) -> None:
    """Brings the packages, with the ordinary client of each index; says what it lacks."""
    cache.mkdir(parents=True, exist_ok=True)
    wheel = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(cache), f"{_CLI}=={_CLI_VERSION}"]
    _run("CLI", wheel)
    if shutil.which("mvn") is None:
        print("Java: Maven (mvn) is missing", file=sys.stderr)
        return
    for sdk, artifact in _JAVA:
        _run(sdk, ["mvn", "-q", "-B", _PLUGIN, f"-Dartifact={artifact}", f"-DoutputDirectory={cache}"])


def _run(what: str, command: Sequence[str]) -> None:
    if subprocess.run(command, check=False, cwd=_CACHE.anchor).returncode:
        print(f"{what}: could not be downloaded", file=sys.stderr)


# --- the page ---

_ABOUT = """How many of the texts in the packages of the official SDKs `esdkit doctor --error` knows. Counted are the texts that their
code raises on the path of a reader, a writer or a keyring; a text that several places raise counts once, and `{}` is a part that varies.
The texts are found by `spec/sdk_errors.yaml` ([troubleshooting](howto/troubleshooting.md)). The rest is below, with the texts off that
path."""


def _counts(harvest: Harvest) -> tuple[int, int]:
    """How many texts are on the path, and how many of them are known."""
    on_path = [text for text in harvest.texts if off_path(text) is None]
    return len(on_path), len(on_path) - len(unknown(on_path))


def page(harvests: Sequence[Harvest]) -> str:
    """The page of the counts and of the texts that are not known."""
    lines = ["# Error texts that doctor knows", "", "Written by `python -m tools.sdk_texts.harvest`; do not edit it.", ""]
    lines += [*wrap(_ABOUT, 140, break_long_words=False, break_on_hyphens=False), ""]
    lines += ["| SDK | package | texts | known | share |", "| --- | --- | --- | --- | --- |"]
    for harvest in harvests:
        total, known = _counts(harvest)
        lines.append(f"| {harvest.sdk} | {harvest.package} | {total} | {known} | {known / total:.1%} |")
    lines += ["", "## The rest", "", "| SDK | text | why |", "| --- | --- | --- |"]
    lines += [f"| {harvest.sdk} | `{text[:80]}` | {reason(text)} |" for harvest in harvests for text in unknown(harvest.texts)]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Counts, and writes the page when every package is there; returns 1 when one is missing or below the goal."""
    parser = argparse.ArgumentParser(description="Count the error texts of the SDKs that doctor --error knows.")
    parser.add_argument("--download", action="store_true", help="fetch the CLI and the Java archives into the cache folder first")
    parser.add_argument("--cache", type=Path, default=_CACHE, help="the cache folder")
    options = parser.parse_args(arguments)
    if options.download:
        _download(options.cache)
    harvests = [*_installed(), *_cached(options.cache)]
    low = False
    for harvest in harvests:
        total, known = _counts(harvest)
        low = low or known < GOAL * total
        print(f"{harvest.sdk}: {known} of {total} texts")
    complete = len(harvests) == 4 + len(_JAVA)
    if complete:
        _PAGE.write_text(page(harvests), encoding="utf-8")
    return 0 if complete and not low else 1


if __name__ == "__main__":
    sys.exit(main())

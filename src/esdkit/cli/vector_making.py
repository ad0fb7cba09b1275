"""``esdkit vectors export``, ``generate`` and ``add``: the verbs that write sets, or one case of a set.

A verb reads its arguments, calls ``esdkit.vectors`` and prints counts; what a form can say is decided there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esdkit.cli.command import Choice, Command, section_option
from esdkit.cli.output import ending_by_exception, keep_apart, require_names, write_output
from esdkit.cli.streams import read_bounded
from esdkit.columns import count, printable
from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS, POLICIES, exit_codes

if TYPE_CHECKING:
    from esdkit.vectors.export import Export
    from esdkit.vectors.model import VectorSet

__all__ = ["add_command", "export_command", "generate_command", "native_ids"]

_NATIVE = "native"
_FORMS = ("awses-decrypt-2", "awses-decrypt-5")
_OUTPUT = section_option(
    "-o", "--output", required=True, type=click.Path(), metavar="PATH", help="A new directory, or a file that ends with .zip."
)


def native_ids(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The ids of native vectors that begin like a word."""
    from esdkit.vectors.published import native_path

    manifests = [json.loads((native_path() / name).read_bytes()) for name in ("manifest.json", "encrypt.json")]
    return [id_ for manifest in manifests for id_ in manifest["tests"] if id_.startswith(begun)]


@click.command("export", cls=Command)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@section_option("-k", "expression", metavar="EXPR", shell_complete=native_ids, help="Select vectors, as for `run`.")
@section_option("--form", type=Choice((*_FORMS, _NATIVE)), required=True, help="The form to write.")
@_OUTPUT
def export_command(paths: Sequence[Path], expression: str | None, form: str, output: str) -> None:
    """Write vectors in a form of the official SDKs, or as one zip file.

    \b
    esdkit vectors export --form awses-decrypt-2 -o exported
    esdkit vectors export -k "not rsa" --form awses-decrypt-5 -o set.zip
    esdkit vectors export --form native -o vectors.zip

    Without a PATH, the native vectors that come with esdkit are written. What the form cannot say is left out and counted by reason. The
    same vectors give the same bytes. The form native copies a directory of native vectors as it is.
    """
    from esdkit.vectors.export import export, export_native
    from esdkit.vectors.published import native_path

    paths = paths or (native_path(),)
    if form != _NATIVE:
        exported = export(_selected(paths, expression), form)
    elif expression is not None or len(paths) != 1 or paths[0].is_file():
        raise click.UsageError("the form native copies one directory as it is")
    else:
        exported = export_native(paths[0])
    _put(exported, output)
    _say(exported)


def _selected(paths: Sequence[Path], expression: str | None) -> list[VectorSet]:
    from esdkit.vectors.runner import Fault, load
    from esdkit.vectors.select import parse_selector, selected

    select = None if expression is None else parse_selector(expression)
    sets = []
    for item in load(paths):
        if isinstance(item, Fault):
            raise item.whole_error
        sets.append(selected(item, select))
    return sets


def _put(exported: Export, output: str) -> None:
    from esdkit.vectors.placing import place_folder, zipped

    require_names(output)
    if output.lower().endswith(".zip"):
        write_output(output, zipped(exported.files))
    else:
        place_folder(Path(output), exported.files)


def _say(exported: Export) -> None:
    click.echo(f"{count(exported.exported, 'vector')} written, {sum(exported.left_out.values())} left out")
    for reason, number in exported.left_out.items():
        click.echo(printable(f"{number:>6}  {reason}"))


@click.command("generate", cls=Command)
@click.argument("manifest", type=click.Path(path_type=Path))
@section_option("--target", metavar="ADDRESS", help="The program that encrypts, as for `run`; without it, esdkit.")
@section_option("--seed", default="esdkit", metavar="TEXT", help="What plaintexts and esdkit's messages follow from.")
@section_option("--form", type=Choice(_FORMS), default=_FORMS[0], help="The form to write (default: awses-decrypt-2).")
@_OUTPUT
@click.pass_context
def generate_command(context: click.Context, manifest: Path, target: str | None, seed: str, form: str, output: str) -> None:
    """Make a set from a manifest that asks for messages.

    \b
    esdkit vectors generate encrypt.json -o made
    esdkit vectors generate encrypt.json --target "stdio:./my-sdk" -o made.zip

    A MANIFEST is of type awses-encrypt version 1, 2, 4 or 5, awses-decrypt-generate version 2, or awses-mpl-encrypt version 4. What the
    writer cannot do is left out and counted. esdkit must open every message.

    With esdkit as the writer, the same seed gives the same bytes, except for RSA and ECDH keys, for which OpenSSL draws. A target draws
    its own data keys and IVs: only the plaintexts follow from the seed.

    Exit code 1: a message could not be written though the writer says that it can, or esdkit does not open it.
    """
    from esdkit.targets.opening import open_target
    from esdkit.vectors.generate import generate

    keep_apart([str(manifest)], [output])
    if target is None:
        made = generate(manifest, form, seed=seed)
    else:
        with ending_by_exception(), open_target(target) as program:
            made = generate(manifest, form, seed=seed, target=program)
    _put(made.export, output)
    _say(made.export)
    for failure in made.failures:
        click.echo(printable(failure), err=True)
    context.exit(exit_codes()["answer_is_no" if made.failures else "ok"])


@click.command("add", cls=Command)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.argument("message", type=click.Path(path_type=Path, dir_okay=False))
@section_option("--accepted", is_flag=True, help="A reader must accept the message.")
@section_option("--refused", metavar="STAGE:CODE", help="A reader must refuse it.")
@section_option("--comment", required=True, metavar="TEXT", help="The one fact that the vector is about.")
@section_option("--source", nargs=2, required=True, metavar="NAME VERSION", help="What wrote the message.")
@section_option("--id", "vector_id", metavar="ID", help="Id of the vector (default: name of the file).")
@section_option("--requirement", "requirements", multiple=True, metavar="ID", help="What it tests (default: that of the code).")
@section_option("--flag", "flags", multiple=True, metavar="FLAG", help="Kind of bug (default: from the code).")
@section_option("--base", metavar="ID", help="The vector that it differs from in one fact.")
@section_option("--twin", metavar="ID", help="The valid vector with its keys (default: found).")
@section_option("--context", "pairs", nargs=2, multiple=True, metavar="KEY VALUE", help="A pair that the reader gives.")
@section_option("--policy", type=Choice(tuple(POLICIES)), metavar="POLICY", help="The reader's commitment policy.")
@section_option("--max-encrypted-data-keys", "most", type=click.IntRange(1), metavar="N", help="The reader's limit.")
def add_command(
    folder: Path, message: Path, accepted: bool, refused: str | None, vector_id: str | None, comment: str, **others: Any
) -> None:
    """Add one vector to a directory of native vectors, without writing the others again.

    \b
    esdkit vectors add vectors/native short.bin --refused parse:truncated \\
      --comment "the last byte is missing" --source forge 1

    The key, the digest, the plaintext, flags, twin, trace, text form and what a stream may release are found out. What a reader must do is
    yours to say; if esdkit does something else, it says what, and adds nothing.
    """
    from esdkit.vectors.adding import NewCase, add

    if accepted == (refused is not None):
        raise click.UsageError("give one of --accepted and --refused")
    case = NewCase(
        id=vector_id or message.stem,
        message=read_bounded(message, LIMITS["vector_set_size"], "a message"),
        refused=None if refused is None else _stage_and_code(refused),
        comment=comment,
        source=others["source"],
        requirements=others["requirements"],
        members=_members(**others),
    )
    added = add(folder, case)
    key = "no key" if added["key"] is None else f"key {added['key'].get('key', added['key']['type'])}"
    click.echo(printable(f"{case.id}: {key}, {', '.join(added['flags'])}"))


def _stage_and_code(text: str) -> tuple[str, str]:
    stage, colon, code = text.partition(":")
    if not colon:
        raise UsageError(Code.INVALID_ARGUMENT, "--refused: expected STAGE:CODE, for example parse:truncated")
    return stage, code


def _members(
    *, pairs: Any, policy: str | None, most: int | None, base: str | None, twin: str | None, flags: Any, **_: Any
) -> dict[str, Any]:
    members = {
        "encryption-context": dict(pairs),
        "commitment-policy": policy,
        "max-encrypted-data-keys": most,
        "base": base,
        "twin": twin,
        "flags": list(flags),
    }
    return {name: value for name, value in members.items() if value}

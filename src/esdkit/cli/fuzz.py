"""``esdkit fuzz``: asks programs for valid and invalid messages, and reports where they disagree with the rules of the format; and writes
seeds for other fuzzers.

``esdkit fuzz TARGET`` means ``esdkit fuzz run TARGET``: an address has a colon, so it is never taken for a verb.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esdkit.cli.command import Command, Group, Seconds, section_option
from esdkit.cli.output import ending_by_exception, keep_apart, require_names
from esdkit.cli.progress import Ticker
from esdkit.cli.report import report_options, write_report
from esdkit.cli.steering_file import read_steering_file
from esdkit.cli.terminal import color_option, paint, print_lines
from esdkit.columns import count
from esdkit.spec import exit_codes

if TYPE_CHECKING:
    from esdkit.fuzz.session import Session

__all__ = ["fuzz_group"]

_EXAMPLES = 30_000
_DEFAULT = "run"


class _Fuzz(Group):
    """Verbs, of which ``run`` need not be named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.group("fuzz", cls=_Fuzz)
def fuzz_group() -> None:
    """Find messages that a program judges otherwise than the rules do; or write seeds for a coverage-guided fuzzer.

    \b
    esdkit fuzz stdio:./my-reader
    esdkit fuzz python:my_reader:decrypt --time 600 --corpus fuzzing
    esdkit fuzz export seeds
    esdkit fuzz run --help

    Without the name of a command, `run` is meant.
    """


class _Rate(Ticker):
    """Shows what a session says of itself."""

    def __init__(self) -> None:
        super().__init__("examples")
        self._session: Session | None = None

    def show(self, session: Session) -> None:
        self._session = session
        self.add(1)

    def picture(self) -> str:
        from esdkit.fuzz.report import progress

        return super().picture() if self._session is None else progress(self._session)


@click.command("run", cls=Command)
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@section_option("--seed", type=click.IntRange(0), metavar="N", help="Seed of what is random (default: 0).")
@section_option("--time", "seconds", type=Seconds(), metavar="SECONDS", help="End after this time.")
@section_option(
    "--max-examples", type=click.IntRange(1, sys.maxsize), metavar="N", help="End after N examples (default without --time: 30,000)."
)
@section_option("--corpus", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Keep progress and findings here.")
@section_option(
    "--allow", type=click.Path(path_type=Path), metavar="FILE", help="Expected findings (default: known bugs of official SDKs)."
)
@section_option("--timeout", type=Seconds(), metavar="SECONDS", help="Time for each answer of a program.")
@report_options("json")
@color_option
def run_command(
    targets: Sequence[str],
    seed: int | None,
    seconds: float | None,
    max_examples: int | None,
    corpus: Path | None,
    allow: Path | None,
    timeout: float | None,
    form: str,
    output: str | None,
) -> int:
    """Find messages that a program judges otherwise than the rules do.

    \b
    esdkit fuzz stdio:./my-reader
    esdkit fuzz python:my_reader:decrypt --time 600 --corpus fuzzing
    esdkit fuzz stdio:./one stdio:./other --max-examples 5000

    Valid messages with unusual sizes come first, then every field changed to its
    boundaries, then random messages and changes, at last in pieces. The right
    answer to each follows from the rules of the format, not from a reader.

    A finding is the smallest message seen. DIR/findings has its bytes, its text
    and a JSON file with what was expected and seen. Press Ctrl-C to end a run;
    the same command with --corpus goes on.

    The FILE of --allow is a YAML list of rows with reason, and field, operation or outcome.

    Exit code 0: no finding, or only known ones. 1: a finding, or a program that opens no valid message. 2: a program cannot be started, or
    the corpus is of another version. 4: the corpus cannot be written. 130: interrupted.
    """
    from esdkit.conform.matrix import described
    from esdkit.fuzz.corpus import Corpus
    from esdkit.fuzz.known import read_allowed
    from esdkit.fuzz.report import summary_to_json, summary_to_text
    from esdkit.fuzz.session import Limits, Session
    from esdkit.targets import Bounds, open_target

    keep_apart([] if allow is None else [str(allow)], [] if output is None else [output])
    allowed = None if allow is None else read_allowed(read_steering_file(allow, "a list of expected findings", "allow"))
    kept = None if corpus is None else Corpus(corpus)
    if max_examples is None and seconds is None:
        max_examples = _EXAMPLES
    bounds = None if timeout is None else Bounds(request_seconds=timeout)
    with ending_by_exception(), ExitStack() as stack, _Rate() as ticker:
        opened = [stack.enter_context(open_target(address, bounds=bounds)) for address in dict.fromkeys(targets)]
        programs = {target.address: described(target.address, target) for target in opened}
        limits = Limits(max_examples, seconds)
        summary = Session(programs, seed=seed, limits=limits, corpus=kept, allowed=allowed, on_question=ticker.show).run()
    if form == "json":
        named = {name: {"name": one.abilities.name, "version": one.abilities.version} for name, one in programs.items()}
        write_report(summary_to_json(summary, named), output)
    elif output is None:
        print_lines(summary_to_text(summary, paint))
    else:
        write_report("".join(f"{line}\n" for line in summary_to_text(summary)), output)
    codes = exit_codes()
    if summary.ended == "interrupted":
        return codes["interrupted"]
    if summary.unwritten:
        return codes["input_output"]
    return codes["answer_is_no" if summary.unexplained or summary.blind else "ok"]


@click.command("export", cls=Command)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def export_command(folder: Path) -> int:
    """Write a seed corpus and a dictionary for other fuzzers.

    \b
    esdkit fuzz export seeds
    python fuzz_my_parser.py seeds/corpus -dict=seeds/esdk.dict

    The directory must be new. It gets corpus/, a file for each class of message
    (version and kind of suite, body, kind of data key, what is wrong with it),
    and esdk.dict: markers, suites, providers, reserved names, lengths. The same
    version of esdkit writes the same bytes.

    Every message that is valid opens with one raw AES key, that of the native
    vectors: namespace esdkit-vectors, name aes-256. It protects nothing. In base64:
    eT8LtvVx5qjdhYllzFa2O7+EFDAphg7I40fDtof7PYM=
    """
    from esdkit.fuzz.seeds import seed_files
    from esdkit.vectors.placing import place_folder

    require_names(str(folder))
    files = seed_files()
    place_folder(folder, files)
    click.echo(f"{count(len(files) - 1, 'message')} and a dictionary written")
    return exit_codes()["ok"]


for _command in (run_command, export_command):
    fuzz_group.add_command(_command)

"""``esdkit serve``: esdkit as a server that tests of other programs ask."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

import click

from esdkit.cli.command import section_option
from esdkit.cli.errors import note
from esdkit.cli.keys import OPENING_FLAGS, KeyedCommand, given_cmm, key_options
from esdkit.cli.options import ReadOptions, read_options
from esdkit.cli.output import ending_by_exception
from esdkit.cli.terminal import echo, flush_stdout

if TYPE_CHECKING:
    from esdkit.serve.application import Application

__all__ = ["serve_command"]

_SERVER = "Server"


@click.command("serve", cls=KeyedCommand)
@section_option("--host", default="127.0.0.1", metavar="ADDRESS", section=_SERVER, help="Address to listen on (default: 127.0.0.1).")
@section_option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", section=_SERVER, help="Port (default: any free one).")
@section_option("--allow-remote", is_flag=True, section=_SERVER, help="Allow an address that other machines reach.")
@section_option("--aws", is_flag=True, section=_SERVER, help="Let test clients use AWS KMS keyrings.")
@section_option("--target", metavar="ADDRESS", section=_SERVER, help="Serve this program; see esdkit vectors run --help.")
@section_option("-v", "--verbose", is_flag=True, section=_SERVER, help="Print a line for each request on stderr.")
@section_option("--oracle", is_flag=True, section=_SERVER, help="Be a decrypt oracle, with the keys and checks below.")
@key_options
@read_options
@click.pass_context
def serve_command(
    context: click.Context,
    /,
    host: str,
    port: int,
    allow_remote: bool,
    aws: bool,
    target: str | None,
    verbose: bool,
    oracle: bool,
    reading: ReadOptions,
) -> int:
    """Serve esdkit, or with --target another program, over HTTP until Ctrl-C, for tests.

    Without --oracle it is one of AWS's test servers (ESDKTestServer, rpcv2Cbor), whose clients bring their keys. With it,
    POST /v0/decrypt gives the plaintext of a message. The URL is the first line on stdout.

    \b
    esdkit serve --port 8080
    esdkit serve --oracle --keyring keys.yaml
    """
    from esdkit.serve import HttpServer
    from esdkit.serve.http import is_loopback

    if not is_loopback(host):
        _check_remote(context, allow_remote=allow_remote)
    if oracle and aws:
        raise click.UsageError("--aws is for test clients; with --oracle, name the keys: --kms", context)
    if target is not None and (oracle or aws):
        raise click.UsageError("--target cannot be combined with --oracle or --aws", context)
    with suppress(SystemExit), ending_by_exception(), ExitStack() as stack:  # to be terminated is how a server ends
        application = _oracle(context, reading) if oracle else _test_server(context, stack, target, aws=aws)
        server = HttpServer(application, host, port, (lambda line: echo(line, err=True)) if verbose else None)
        echo(server.url)
        flush_stdout()
        echo(f"listening on {server.url}; Ctrl-C ends it", err=True)
        server.run()
    return 0


def _check_remote(context: click.Context, *, allow_remote: bool) -> None:
    meaning = "other machines can reach this address; the server encrypts nothing on the way and decrypts for anyone who asks"
    if not allow_remote:
        raise click.UsageError(f"{meaning}. If that is intended, add --allow-remote", context)
    note(meaning)


def _test_server(context: click.Context, stack: ExitStack, target: str | None, *, aws: bool) -> Application:
    if given_cmm(context) is not None:
        raise click.UsageError("keys are for --oracle; the clients of a test server bring theirs", context)
    if target is None:
        from esdkit.serve import EsdkTestServer

        return EsdkTestServer(aws=aws)
    from esdkit.serve import TargetServer
    from esdkit.targets import open_target

    return TargetServer(stack.enter_context(open_target(target)))


def _oracle(context: click.Context, reading: ReadOptions) -> Application:
    from esdkit.serve import DecryptOracle

    cmm = given_cmm(context)
    if cmm is None:
        raise click.UsageError(f"give a key: {OPENING_FLAGS}", context)
    client, checked = reading.client(), reading.demanding(cmm)
    return DecryptOracle(lambda message: client.decrypt(source=message, cmm=checked, encryption_context=reading.encryption_context)[0])

"""``esdkit keyring``: what a keyring file describes, and whether it can be used."""

from __future__ import annotations

import json
from textwrap import wrap

import click

from esdkit.cli.keyring_file import read_keyring_file
from esdkit.cli.keys import read_named_key
from esdkit.cli.terminal import WIDTH, echo
from esdkit.cmm.config import schema
from esdkit.columns import printable
from esdkit.spec import exit_codes

__all__ = ["keyring_group"]


@click.group("keyring")
def keyring_group() -> None:
    """Check keyring files: trees of keyrings and CMMs, in YAML.

    A node is one kind with its options. Keys are named by {file: PATH}, relative to the keyring file, or {env: VARIABLE}; key bytes never
    stand in it.

    \b
    multi:
      generator:
        kms: {key_ids: [arn:aws:kms:eu-west-1:111122223333:key/...]}
      children:
        - raw_aes: {namespace: demo, name: k1, wrapping_key: {file: k1.key}}

    \b
    esdkit keyring check keys.yaml
    esdkit decrypt message.bin --keyring keys.yaml
    """


@keyring_group.command("check")
@click.argument("file", metavar="FILE...", nargs=-1, required=True, type=click.Path())
def check_command(file: tuple[str, ...]) -> int:
    """Make what the files describe, keys included, and say what it is. Nothing is asked of a server."""
    for name in file:
        made = read_keyring_file(name, lambda source, lengths: read_named_key("FILE", source, lengths))
        echo(f"{printable(name)}: fine")
        for line in wrap(printable(repr(made)), WIDTH - 2, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False):
            echo(f"  {line}")
    return exit_codes()["ok"]


@keyring_group.command("schema")
def schema_command() -> int:
    """Print the JSON Schema of keyring files, for editors."""
    echo(json.dumps(schema(), indent=1))
    return exit_codes()["ok"]

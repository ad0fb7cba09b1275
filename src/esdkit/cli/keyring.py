"""``esdkit keyring``: what a keyring file describes, and whether it can be used."""

from __future__ import annotations

import json

import click

from esdkit.cli.command import Group
from esdkit.cli.keyring_file import read_keyring_file
from esdkit.cli.keys import read_named_key
from esdkit.cli.terminal import echo, print_lines
from esdkit.cmm.config import schema
from esdkit.columns import Columns
from esdkit.spec import exit_codes

__all__ = ["keyring_group"]


@click.group("keyring", cls=Group)
def keyring_group() -> None:
    """Check keyring files: trees of keyrings and CMMs, in YAML.

    A node is one kind with its options. Keys are named by {file: PATH}, relative to the keyring file, or {env: VARIABLE}; the key bytes
    must not be in the file. `esdkit docs keyring-file` has each kind.

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
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
def check_command(files: tuple[str, ...]) -> int:
    """Read keyring files and their keys, and print the result. No server is contacted."""
    out = Columns()
    for name in files:
        made = read_keyring_file(name, lambda source, lengths: read_named_key("FILE", source, lengths))
        print_lines([*out.whole(f"{name}: fine"), *out.lines(repr(made), "  ", hanging=4)])
    return exit_codes()["ok"]


@keyring_group.command("schema")
def schema_command() -> int:
    """Print the JSON Schema of keyring files, for editors."""
    echo(json.dumps(schema(), indent=1))
    return exit_codes()["ok"]

"""The key options: ``--aes``, ``--rsa`` and ``--data-key`` of verbs that open a message, ``--aes`` and ``--rsa`` of those that write one,
and ``--to-aes`` and ``--to-rsa`` of the one that does both.

Invariants: key bytes never stand in the arguments, where other users of the machine can read them, and no argument is repeated in an
error, because it may be a key that was put there by mistake. The options make one keyring, in the order of the command line.
"""

from __future__ import annotations

import binascii
import os
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import click

from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.spec import CONSTANTS, SUITES

__all__ = [
    "KEYS_HELP",
    "WRAPPING_KEYS_HELP",
    "KeyedCommand",
    "given_keyring",
    "given_wrapping_keyring",
    "key_options",
    "new_key_options",
    "wrapping_key_options",
]

KEYS_HELP = r"""
    Keys, in the order in which they are tried:

    \b
    --aes namespace=N,name=M,key=@FILE        raw AES keyring; the file holds 16,
                                              24 or 32 bytes, raw, hex or base64
    --rsa namespace=N,name=M,padding=P,private=@PEM
                                              raw RSA keyring; paddings: pkcs1,
                                              oaep-sha1, -sha256, -sha384, -sha512
    --data-key @FILE                          the plaintext data key itself

    Instead of @FILE, env:VARIABLE takes the key from the environment (hex, base64 or PEM). A comma inside a value is written \,.
""".replace(r"\b", "\b")

WRAPPING_KEYS_HELP = r"""
    Keys; the first makes the data key, each of them can open the message:

    \b
    --aes namespace=N,name=M,key=@FILE        raw AES keyring; the file holds 16,
                                              24 or 32 bytes, raw, hex or base64
    --rsa namespace=N,name=M,padding=P,public=@PEM
                                              raw RSA keyring; paddings: pkcs1,
                                              oaep-sha1, -sha256, -sha384, -sha512

    Instead of @FILE, env:VARIABLE takes the key from the environment (hex, base64 or PEM). A comma inside a value is written \,.
""".replace(r"\b", "\b")

_ORDER = "esdkit.key_options"
_PARTS = {"aes": ("namespace", "name", "key"), "rsa": ("namespace", "name", "padding")}
_RSA_KEYS = ("public", "private")
_SHOWN = {
    "aes": ("SPEC", "A raw AES keyring, see above."),
    "rsa": ("SPEC", "A raw RSA keyring, see above."),
    "data_key": ("@FILE|env:VARIABLE", "The plaintext data key itself, see above."),
    "to_aes": ("SPEC", "A raw AES keyring to write with, as --aes."),
    "to_rsa": ("SPEC", "A raw RSA keyring to write with, as --rsa; public=@PEM is enough."),
}
_OPENING = ("aes", "rsa", "data_key")
_WRAPPING = ("aes", "rsa")
_NEW = ("to_aes", "to_rsa")


class KeyedCommand(click.Command):
    """A command that remembers in which order its options stood; click itself sorts them by name."""

    allow_extra_args = True  # they are refused below, without being repeated

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail("there are more arguments than this takes")
        return rest


def key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that open to a ``KeyedCommand``; ``given_keyring`` gives what they made."""
    return _with_options(command, _OPENING)


def wrapping_key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that wrap; ``given_wrapping_keyring`` gives what they made."""
    return _with_options(command, _WRAPPING)


def new_key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for keys that wrap beside those that open; ``given_wrapping_keyring(new=True)`` gives what they made."""
    return _with_options(command, _NEW)


def _with_options(command: Callable[..., Any], names: Sequence[str]) -> Callable[..., Any]:
    for name in reversed(names):
        metavar, text = _SHOWN[name]
        command = click.option(_flag(name), name, multiple=True, metavar=metavar, help=text, expose_value=False, callback=_keep)(command)
    return command


def given_keyring(context: click.Context) -> Keyring | None:
    """The keyring that opens, as the options describe it; None when there was none.

    Raises:
        click.BadParameter: an option cannot be understood.
        OSError: a key file cannot be read.
        UsageError: a key cannot be used.
    """
    keyrings = _given(context, _OPENING)
    if len(keyrings) > 1:
        return MultiKeyring(children=keyrings)
    return keyrings[0] if keyrings else None


def given_wrapping_keyring(context: click.Context, *, new: bool = False) -> Keyring:
    """The keyring that wraps: the first one makes the data key, all of them wrap it.

    Args:
        context: of the command.
        new: whether the options are those of ``new_key_options``.

    Raises:
        click.UsageError: there was none. Others as for ``given_keyring``.
    """
    names = _NEW if new else _WRAPPING
    keyrings = _given(context, names)
    if not keyrings:
        raise click.UsageError(f"a key to write with is needed: {' or '.join(map(_flag, names))}", context)
    return keyrings[0] if len(keyrings) == 1 else MultiKeyring(generator=keyrings[0], children=keyrings[1:])


def _given(context: click.Context, names: Sequence[str]) -> list[Keyring]:
    values = {name: iter(context.meta[name]) for name in names}
    return [_READERS[name](_flag(name), next(values[name])) for name in context.meta[_ORDER] if name in names]


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _keep(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> None:
    context.meta[str(parameter.name)] = value


def _aes(option: str, text: str) -> Keyring:
    parts = _split(option, text, _PARTS["aes"])
    key = _read_key(option, "key", parts["key"], CONSTANTS.raw_aes_wrapping_key_lengths)
    return RawAesKeyring(parts["namespace"], parts["name"], key)


def _rsa(option: str, text: str) -> Keyring:
    parts = _split(option, text, _PARTS["rsa"], _RSA_KEYS)
    public, private = (None if name not in parts else _read(option, name, parts[name]) for name in _RSA_KEYS)
    return RawRsaKeyring(parts["namespace"], parts["name"], parts["padding"], public_key=public, private_key=private)


def _data_key(option: str, text: str) -> Keyring:
    lengths = {suite.data_key_length for suite in SUITES.values()}
    return StaticDataKeyring(_read_key(option, "the value", text, lengths))


_READERS: dict[str, Callable[[str, str], Keyring]] = {"aes": _aes, "rsa": _rsa, "data_key": _data_key, "to_aes": _aes, "to_rsa": _rsa}


def _split(option: str, text: str, required: Collection[str], optional: Collection[str] = ()) -> dict[str, str]:
    """Read ``name=value,name=value``; a value may hold ``=``, and a comma as ``\\,``."""
    parts: dict[str, str] = {}
    expected = f"expected are {', '.join([f'{name}=' for name in required] + [f'[{name}=]' for name in optional])}"
    for part in re.split(r"(?<!\\),", text):
        name, equals, value = part.partition("=")
        if not equals or name not in {*required, *optional}:
            raise _bad(option, f"there is a part that is not known; {expected}")
        if name in parts:
            raise _bad(option, f"{name}= stands twice")
        parts[name] = value.replace("\\,", ",")
    missing = [name for name in required if name not in parts]
    if missing:
        raise _bad(option, f"{missing[0]}= is missing; {expected}")
    return parts


def _read_key(option: str, what: str, source: str, lengths: Collection[int]) -> bytes:
    """A key of one of these lengths (bytes), raw or as text."""
    data = _read(option, what, source)
    text = _from_text(data, lengths)
    raw = data if source.startswith("@") and len(data) in lengths else None
    if raw is not None and text is not None:
        hint = "end text with a line break; write a raw key that looks like text in hex, with a line break"
        raise _bad(option, f"the key may be {len(raw)} raw bytes, or text of {len(text)} bytes; {hint}")
    key = text if raw is None else raw
    if key is None:
        known = ", ".join(map(str, sorted(lengths)))
        raise _bad(option, f"{what} is no key of a usable length: expected are {known} bytes, raw (in a file), in hex or in base64")
    return key


def _from_text(data: bytes, lengths: Collection[int]) -> bytes | None:
    for read in (binascii.unhexlify, lambda text: binascii.a2b_base64(text, strict_mode=True)):
        try:
            key = read(data.strip())
        except binascii.Error:
            continue
        if len(key) in lengths:
            return key
    return None


def _read(option: str, what: str, source: str) -> bytes:
    if source.startswith("@"):
        return Path(source[1:]).expanduser().read_bytes()
    if source.startswith("env:"):
        value = os.environ.get(source[4:])
        if value is None:
            raise _bad(option, f"the environment variable that {what} names is not set")
        return os.fsencode(value)
    reason = "other users of the machine can read the command line, so a key itself never stands there"
    raise _bad(option, f"{what} must be @FILE or env:VARIABLE; {reason}")


def _bad(option: str, message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint=f"'{option}'")
